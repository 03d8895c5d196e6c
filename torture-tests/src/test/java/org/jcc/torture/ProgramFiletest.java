package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that are built and run at each level, or at that which the options name: {@code test program OPTIONS…}. Their output, the same at all levels, follows
 * the source; it is gcc's, which built the program too when the file was written. {@code needs=avx2,fma} names what the processor must have to
 * run it, in the words of /proc/cpuinfo: code for an instruction set can be tried only where there is one.
 */
class ProgramFiletest {
    private static final String[] LEVELS = {"-O0", "-O1", "-O2"};
    /** Also of the headers that programs share. */
    private static final Path FOLDER = Path.of("src/test/filetests/programs");

    @TempDir
    static Path dir;

    private static String program(Filetest t) throws Exception {
        String first = null;
        List<String> options = new ArrayList<>(t.args());
        for (String a : t.args()) {
            if (!a.startsWith("needs=")) continue;
            options.remove(a);
            String flags = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(l -> l.startsWith("flags")).findFirst().orElse("") + " ";
            for (String f : a.substring(6).split(",")) Assumptions.assumeTrue(flags.contains(" " + f + " "), "the processor has no " + f);
        }
        boolean own = options.stream().anyMatch(o -> o.startsWith("-O"));
        for (String level : own ? new String[] {"-O0"} : LEVELS) {
            Path exe = dir.resolve(t.file().getFileName() + level);
            Path source = dir.resolve(t.file().getFileName());
            Files.writeString(source, t.input());
            List<String> args = new ArrayList<>(List.of("-w", level, "-iquote", FOLDER.toAbsolutePath().toString(), source.toString(), "-o", exe.toString()));
            args.addAll(options);
            Jcc.Result built = Jcc.run(args, 60);
            assertNotNull(built, "time-out");
            assertEquals(0, built.status(), level + ": " + built.err());
            Jcc.Result r = Jcc.execute(20, exe.toString());
            assertNotNull(r, "the program does not end");
            String out = r.out() + (r.status() == 0 ? "" : "status " + r.status() + "\n");
            if (first == null) first = out;
            else assertEquals(first, out, level);
        }
        return first;
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        return Filetest.find(FOLDER, ".c").stream()
                .map(f -> DynamicTest.dynamicTest(FOLDER.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, Map.of("program", ProgramFiletest::program))));
    }
}
