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
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String RISCV_START = "asm(\".globl _start\\n_start:\\n\\tandi sp, sp, -16\\n\\tcall main\\n\\tli a7, 93\\n\\tecall\\n\");\n";

    /** Branches beyond 4 KiB and beyond 1 MiB. */
    private static final String FAR = RISCV_START + """
            int near(int x) { int i = 0; for (; i < 2; i++) { if (x > 5) { asm volatile("j 1f\\n\\t.zero 6000\\n1:"); x += 3; } else x += 10; } return x; }
            int far(int x) { for (int i = 0; i < 2; i++) { if (x > 5) { asm volatile("j 1f\\n\\t.zero 1200000\\n1:"); x += 3; } else { asm volatile("j 1f\\n\\t.zero 1100000\\n1:"); x += 10; } } return x; }
            int main(void) { return near(0) != 13 ? 1 : near(6) != 12 ? 2 : far(0) != 13 ? 3 : far(6) != 12 ? 4 : 0; }
            """;

    /** Operands, tied and demanded registers, memory, modifiers, narrow results, labels. */
    private static final String ASM = RISCV_START + """
            static int addi(int x) { int r; asm("add%i2w %0, %1, %2" : "=r"(r) : "r"(x), "rI"(5)); return r; }
            static int wraps(int x) { int r; asm("add %0, %1, %2" : "=r"(r) : "r"(x), "r"(0x7fffffff)); return r < 0; }
            static long memory(long *p) { long r; asm volatile("ld %0, %1\\n\\tsd zero, %2" : "=&r"(r) : "m"(p[1]), "m"(p[2]) : "memory"); return r; }
            static double add(double a, double b) { double r; asm("fadd.d %0, %1, %2" : "=f"(r) : "f"(a), "f"(b)); return r; }
            static long bits(double a) { long r; asm("mv %0, %1" : "=r"(r) : "r"(a)); return r; }
            static int fetch(int *p) { int old; asm volatile("amoadd.w %0, %z2, %1" : "=r"(old), "+A"(*p) : "rJ"(0) : "memory"); return old; }
            static int jump(int x) { asm goto("bnez %0, %l1" : : "r"(x) : : yes); return 1; yes: return 2; }
            static int demanded(long x) { register long r asm("s5") = x; asm("addi %0, s5, 1" : "+r"(r)); return r; }
            int main(void)
            {
                long v[3] = {1, 2, 3};
                int q = 9;
                if (addi(4) != 9) return 1;
                if (!wraps(1)) return 2;
                if (memory(v) != 2 || v[2]) return 3;
                if (add(1.5, 2) != 3.5) return 4;
                if (bits(1.0) != 0x3ff0000000000000) return 5;
                if (fetch(&q) != 9) return 6;
                if (jump(0) != 1 || jump(3) != 2) return 7;
                if (demanded(41) != 42) return 8;
                asm volatile("li a0, 77\\n\\tli s2, 5" ::: "a0", "s2");
                return 0;
            }
            """;

    /** The runtime library is there for each target. */
    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2"})
    void runtime(String level) throws Exception {
        Assumptions.assumeTrue(has("qemu-riscv64"), "needs qemu-user");
        Path source = dir.resolve("runtime.c");
        Files.writeString(source, Files.readString(Path.of("src/test/c/runtime.c")) + """
                void _start(void) {
                    register long status __asm__("a0") = check();
                    register long call __asm__("a7") = 93;
                    __asm__ volatile ("ecall" : : "r"(status), "r"(call));
                    __builtin_unreachable();
                }
                """);
        Path exe = dir.resolve("runtime");
        String library = Path.of(System.getProperty("jcc.home"), "lib", "riscv64", "libjcc.a").toString();
        jcc("riscv64", level, "-static", "-nostdlib", source.toString(), library, "-o", exe.toString());
        assertEquals(true, exe.toFile().setExecutable(true));
        assertEquals(0, Jcc.execute(30, "qemu-riscv64", exe.toString()).status(), level + ": the number of the check that failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"far", "asm"})
    void riscv(String what) throws Exception {
        Assumptions.assumeTrue(has("qemu-riscv64"), "needs qemu-user");
        Path source = dir.resolve(what + ".c");
        Files.writeString(source, what.equals("far") ? FAR : ASM);
        for (String level : new String[] {"-O0", "-O1"}) {
            Path exe = dir.resolve("a.out");
            jcc("riscv64", level, "-static", "-nostdlib", source.toString(), "-o", exe.toString());
            assertEquals(true, exe.toFile().setExecutable(true));
            assertEquals(0, Jcc.execute(30, "qemu-riscv64", exe.toString()).status(), level + ": the number of the check that failed");
        }
    }
}
