package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The medium, large and kernel code models (psABI 3.5.1): more than 2 GB of data, compiled and linked by jcc, by gcc, and mixed. */
class CodeModelTest {
    private static final Path SOURCES = Path.of("src", "test", "models").toAbsolutePath();

    @TempDir
    Path dir;

    private String output(Path exe) throws Exception {
        assertTrue(Files.size(exe) < 1 << 20, "zeroes in the file");
        Jcc.Result r = Jcc.execute(20, exe.toString());
        assertNotNull(r, "time-out");
        assertEquals(0, r.status(), r.err());
        return r.out();
    }

    @Test
    void dataBeyondTwoGigabytes() throws Exception {
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream().filter(l -> l.startsWith("MemTotal")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", ""))).sum();
        org.junit.jupiter.api.Assumptions.assumeTrue(memory > 6_000_000, "the kernel would not give that much");
        Path exe = dir.resolve("far");
        Path far = SOURCES.resolve("far.c");
        Path other = SOURCES.resolve("other.c");
        Programs.run(dir, "gcc", "-mcmodel=medium", far.toString(), other.toString(), "-o", exe.toString());
        String expected = output(exe);
        for (String model : List.of("medium", "large")) {
            for (List<String> options : List.of(List.of("-O0"), List.of("-O2"), List.of("-O1", "-fno-pie", "-no-pie"), List.of("-O2", "-fPIC"))) {
                Programs.jcc(Programs.concat(options, "-mcmodel=" + model, far.toString(), other.toString(), "-o", exe.toString()));
                assertEquals(expected, output(exe), model + " " + options);
            }
        }
        String mine = Programs.objects("jcc", List.of(far), dir.resolve("jcc"), "-mcmodel=medium").getFirst();
        String theirs = Programs.objects("gcc", List.of(other), dir.resolve("gcc"), "-mcmodel=medium").getFirst();
        Programs.jcc(mine, theirs, "-o", exe.toString());
        assertEquals(expected, output(exe));
        Programs.run(dir, "gcc", mine, theirs, "-o", exe.toString());
        assertEquals(expected, output(exe));
    }

    @Test
    void smallDataStaysNear() throws Exception {
        Path c = Files.writeString(dir.resolve("t.c"), "char a[1000], b[2000]; char f(int i) { return a[i] + b[i]; }\n");
        Path o = dir.resolve("t.o");
        Programs.jcc("-mcmodel=medium", "-mlarge-data-threshold=1500", "-fno-pie", "-O1", "-c", c.toString(), "-o", o.toString());
        String sections = Programs.run(dir, "readelf", "-SW", o.toString());
        assertTrue(sections.contains(" .bss ") && sections.contains(" .lbss "), sections);
        String relocations = Programs.run(dir, "readelf", "-rW", o.toString());
        assertTrue(relocations.contains("R_X86_64_64 ") && relocations.contains("R_X86_64_32S"), relocations);
    }

    /** Addresses of the kernel are sign-extended. */
    @Test
    void kernel() throws Exception {
        Path c = Files.writeString(dir.resolve("k.c"), "int x[10]; extern int y; int *f(int i) { return &x[i] + y; } int *g(void) { return &y; }\n");
        Path o = dir.resolve("k.o");
        Programs.jcc("-mcmodel=kernel", "-fno-pie", "-O2", "-c", c.toString(), "-o", o.toString());
        String relocations = Programs.run(dir, "readelf", "-rW", o.toString());
        assertTrue(!relocations.contains("R_X86_64_32 "), relocations);
        assertEquals(1, Jcc.run(List.of("-mcmodel=kernel", "-c", c.toString(), "-o", o.toString()), 60).status());
    }
}
