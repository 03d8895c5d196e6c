package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs of csmith: what jcc's programs print at each level is what gcc's print. {@code -Djcc.csmith.seeds=FROM-TO}
 * chooses seeds, {@code -Djcc.csmith.levels=O0,O1} levels, {@code -Djcc.csmith.options=--chaos=spill} further options of jcc. Programs that gcc's build does not finish within seconds are left out, and
 * so are those of undefined meaning, where gcc -O0 and gcc -O1 differ: without csmith's safe wrappers, and with floats, there are such.
 * Every sixth seed (or {@code -Djcc.csmith.interpreted=N}th; 0: none) also runs in the IR interpreter, as lowered and after the
 * passes: that tells a fault of the front end and the passes from one of the back end. The seed chooses csmith's options too, so
 * that 300 seeds cover them all.
 */
class CsmithTest {
    private static final int RUN_SECONDS = 10;
    /** What a program may have; seed modulo the length. */
    private static final String[][] OPTIONS = {
        {"--no-packed-struct"},
        {},
        {"--float"},
        {"--builtins", "--builtin-function-prob", "50", "--disable-builtin-kinds", "x86,generic,powerpc"},
        {"--max-struct-fields", "25", "--max-union-fields", "9"},
        {"--no-volatiles", "--max-array-dim", "4", "--float"},
        {"--no-safe-math", "--no-divs", "--inline-function", "--inline-function-prob", "90"},
        {"--max-funcs", "4", "--max-expr-complexity", "20", "--max-block-depth", "7"},
    };
    private static final String OPTIONS_OF_JCC = System.getProperty("jcc.csmith.options", "");
    private static ExecutorService pool;

    @AfterAll
    static void end() {
        if (pool != null) pool.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> agreesWithGcc() throws Exception {
        String[] range = System.getProperty("jcc.csmith.seeds", "1-20").split("-");
        String[] levels = System.getProperty("jcc.csmith.levels", "O0,O1").split(",");
        int interpreted = Integer.getInteger("jcc.csmith.interpreted", 6);
        Path dir = Files.createDirectories(Path.of("target", "csmith")).toAbsolutePath();
        pool = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
        Map<String, Future<String[]>> jobs = new LinkedHashMap<>();
        for (int seed = Integer.parseInt(range[0]); seed <= Integer.parseInt(range[1]); seed++) {
            int s = seed;
            jobs.put("seed " + s, pool.submit(() -> one(s, levels, interpreted > 0 && s % interpreted == 0, dir)));
        }
        return jobs.entrySet().stream().map(j -> DynamicTest.dynamicTest(j.getKey(), () -> {
            String[] outputs = j.getValue().get();
            for (int i = 1; i < outputs.length; i++) assertEquals(outputs[0], outputs[i], i <= levels.length ? "at -" + levels[i - 1] : "interpreted, -O" + (i - levels.length - 1));
        }));
    }

    /** What the program prints: built by gcc, then by jcc at each level, then interpreted; one element if it takes too long. */
    private static String[] one(int seed, String[] levels, boolean interpret, Path dir) throws Exception {
        Path c = dir.resolve("s" + seed + ".c");
        List<String> generate = new ArrayList<>(List.of("csmith", "--seed", Integer.toString(seed), "-o", c.toString()));
        generate.addAll(List.of(OPTIONS[seed % OPTIONS.length]));
        // csmith makes a file platform.info where it runs, which another one beside it could read half written.
        Programs.run(Files.createDirectories(dir.resolve("generate" + seed)), generate.toArray(String[]::new));
        Path exe = dir.resolve("s" + seed);
        Programs.run(dir, "gcc", "-O1", "-w", "-I/usr/include/csmith", c.toString(), "-o", exe.toString(), "-lm");
        long t0 = System.nanoTime();
        Jcc.Result expected = Jcc.execute(RUN_SECONDS / 2, exe.toString());
        if (expected == null) return new String[] {"too long"};
        // The interpreter is some hundred times slower than gcc's code.
        interpret &= System.nanoTime() - t0 < 100_000_000;
        // Such programs convert numbers out of range (C17 6.3.1.4p1), or divide by zero for nothing: what that gives is each engine's own.
        interpret &= !generate.contains("--float") && !generate.contains("--no-safe-math");
        if (generate.contains("--float") || generate.contains("--no-safe-math")) {
            Programs.run(dir, "gcc", "-O0", "-w", "-I/usr/include/csmith", c.toString(), "-o", exe.toString(), "-lm");
            Jcc.Result other = Jcc.execute(RUN_SECONDS, exe.toString());
            if (other == null || !other.out().equals(expected.out())) return new String[] {"undefined"};
        }
        String[] outputs = new String[levels.length + 1 + (interpret ? 2 : 0)];
        outputs[0] = expected.status() + " " + expected.out();
        for (int i = 0; i < levels.length; i++) {
            Path mine = dir.resolve("s" + seed + "-" + levels[i]);
            List<String> command = new ArrayList<>(List.of("-" + levels[i], "-w", "-I/usr/include/csmith", c.toString(), "-o", mine.toString(), "-lm"));
            if (!OPTIONS_OF_JCC.isEmpty()) command.addAll(List.of(OPTIONS_OF_JCC.split(",")));
            Jcc.Result r = Jcc.run(command, 120);
            assertNotNull(r, "the compiler hangs");
            assertEquals(0, r.status(), r.err());
            Jcc.Result run = Jcc.execute(RUN_SECONDS, mine.toString());
            outputs[i + 1] = run == null ? "time-out" : run.status() + " " + run.out();
        }
        for (int level = 0; interpret && level < 2; level++) {
            Jcc.Result r = Jcc.run(List.of("-O" + level, "--interpret", "-w", "-I/usr/include/csmith", c.toString()), 120);
            outputs[levels.length + 1 + level] = r == null ? "time-out" : r.status() + " " + r.out() + r.err();
        }
        return outputs;
    }
}
