package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The seam probe: one freestanding C program compiled, assembled and linked for every target. What the shared code takes for granted of a
 * target shows here. Foreign targets run under QEMU; the native one is the control. The exit status is the number of the first function that
 * is wrong.
 */
class SeamProbeTest {
    private static final Path SOURCE = Path.of("src/test/c/probe.c");

    @TempDir
    Path dir;

    private static boolean has(String program) {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static void jcc(String target, String... args) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of("--target=" + target, "--verify"));
        all.addAll(List.of(args));
        Jcc.Result r = Jcc.run(all, 60);
        assertNotNull(r, "time-out");
        assertEquals("", r.err());
        assertEquals(0, r.status());
    }

    @ParameterizedTest
    @CsvSource({"x86_64,-O0", "x86_64,-O1", "riscv64,-O0", "riscv64,-O1"})
    void runs(String target, String level) throws Exception {
        boolean foreign = !target.equals("x86_64");
        Assumptions.assumeTrue(!foreign || has("qemu-" + target), "needs qemu-user");
        Path exe = dir.resolve("probe");
        jcc(target, level, "-static", "-nostdlib", SOURCE.toString(), "-o", exe.toString());
        assertEquals(true, exe.toFile().setExecutable(true));
        Jcc.Result r = foreign ? Jcc.execute(30, "qemu-" + target, exe.toString()) : Jcc.execute(30, exe.toString());
        assertNotNull(r, "time-out");
        assertEquals(0, r.status(), "the number of the first function that is wrong");
    }

    /** Assembling the text of {@code -S} gives the object of the direct path. */
    @ParameterizedTest
    @CsvSource({"riscv64,-O0,-fno-pie", "riscv64,-O1,-fPIC", "x86_64,-O0,-fPIC"})
    void textAndObjectAgree(String target, String level, String pic) throws Exception {
        Path text = dir.resolve("p.s");
        Path direct = dir.resolve("direct.o");
        Path through = dir.resolve("through.o");
        jcc(target, level, pic, "-S", SOURCE.toString(), "-o", text.toString());
        jcc(target, level, pic, "-c", SOURCE.toString(), "-o", direct.toString());
        jcc(target, "-c", text.toString(), "-o", through.toString());
        assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(through));
    }
}
