package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.interp.Interpreter;
import org.jcc.ir.testing.RandomIr;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random modules of IR through the whole compiler, at each level, against the interpreter. {@code -Djcc.random.seeds=FROM-TO} chooses seeds,
 * {@code -Djcc.random.levels=O0,O2} levels. A module that fails stays in {@code target/random-ir}: {@code bin/jcc -O2 s17.jir}
 * compiles it, {@code --opt-bisect=N} finds the pass.
 */
class RandomIrTest {
    @TestFactory
    Stream<DynamicTest> agreesWithTheInterpreter() throws Exception {
        String[] range = System.getProperty("jcc.random.seeds", "1-8").split("-");
        String[] levels = System.getProperty("jcc.random.levels", "O0,O1,O2,O3").split(",");
        Path dir = Files.createDirectories(Path.of("target", "random-ir")).toAbsolutePath();
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1])).boxed()
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> one(seed, levels, dir)));
    }

    private static void one(int seed, String[] levels, Path dir) throws Exception {
        RandomIr.Options options = new RandomIr.Options();
        options.vectors = seed % 2 == 0;
        String text = IrPrinter.print(RandomIr.make(seed, null, options));
        Interpreter.Options o = new Interpreter.Options();
        o.capture = true;
        o.stepLimit = 3_000_000;
        o.stackBytes = 4 << 20;
        Interpreter.Result r = Interpreter.run(IrParser.parse(text), o, "random");
        if (r.trap() != null && r.trap().startsWith("step limit")) return;
        assertNull(r.trap());
        String want = new String(r.output(), StandardCharsets.UTF_8);
        Path source = dir.resolve("s" + seed + ".jir");
        Path exe = dir.resolve("s" + seed);
        Files.writeString(source, text);
        for (String level : levels) {
            List<String> args = new ArrayList<>(List.of("-" + level, "--verify", source.toString(), "-o", exe.toString(), "-lm"));
            // Code models and registers kept by turns.
            if (seed % 3 == 1) args.add("-fno-omit-frame-pointer");
            if (seed % 5 == 2) args.add("-static");
            Jcc.Result c = Jcc.run(args, 120);
            assertNotNull(c, "the compiler hangs at -" + level);
            assertEquals(0, c.status(), () -> "-" + level + ": " + c.err());
            Jcc.Result run = Jcc.execute(20, exe.toString());
            assertNotNull(run, "time-out at -" + level);
            assertEquals(want, run.out(), "at -" + level + ", status " + run.status());
        }
        Files.delete(source);
        Files.delete(exe);
    }
}
