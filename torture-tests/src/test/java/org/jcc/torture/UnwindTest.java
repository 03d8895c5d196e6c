package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cleanups under -fexceptions do what gcc's do: by jcc's unwinder in static programs, by the C library's in others, by C++. */
class UnwindTest {
    private static final Path SOURCES = Path.of("src", "test", "unwind").toAbsolutePath();

    @TempDir
    Path dir;

    private String output(Path exe) throws Exception {
        Jcc.Result r = Jcc.execute(20, exe.toString());
        assertNotNull(r, "time-out");
        assertEquals(0, r.status(), r.out() + r.err());
        return r.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0 -pie", "-O1 -static", "-O2 -pie", "-O2 -static", "-O2 -no-pie", "-O3 -static-pie", "-O2 -pie --chaos=parts", "-O3 -static --chaos=parts"})
    void threadsEndAndUnwindsAreForced(String options) throws Exception {
        String source = SOURCES.resolve("cleanups.c").toString();
        Path expected = dir.resolve("expected");
        Programs.run(dir, "gcc", "-O1", "-w", "-fexceptions", source, "-pthread", "-o", expected.toString());
        Path exe = dir.resolve("cleanups");
        Programs.jcc(Programs.concat(java.util.List.of(options.split(" ")), "-w", "-fexceptions", source, "-pthread", "-o", exe.toString()));
        assertEquals(output(expected), output(exe));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "results", "cold"})
    void exceptionsOfCxxPass(String name) throws Exception {
        Path c = SOURCES.resolve(name + ".c");
        String cxx = SOURCES.resolve(name + ".cc").toString();
        Path expected = dir.resolve("expected");
        Programs.run(dir, "gcc", "-w", "-fexceptions", "-c", c.toString(), "-o", "g.o");
        Programs.run(dir, "g++", cxx, "g.o", "-o", expected.toString());
        for (String level : new String[] {"-O0", "-O1", "-O2", "-O2 --chaos=parts"}) {
            for (String pic : new String[] {"-fPIC", "-fno-pie"}) {
                Path o = dir.resolve("pass.o");
                Path exe = dir.resolve("pass");
                Programs.jcc(Programs.concat(java.util.List.of(level.split(" ")), pic, "-fexceptions", "-c", c.toString(), "-o", o.toString()));
                Programs.run(dir, "g++", pic.equals("-fPIC") ? "-pie" : "-no-pie", cxx, o.toString(), "-o", exe.toString());
                assertEquals(output(expected), output(exe), level + " " + pic);
            }
        }
    }

    /** By way of the text: the table and the frame's augmentation are directives. */
    @ParameterizedTest
    @ValueSource(strings = {"-O1 pass", "-O2 pass", "-O2 cold"})
    void assemblyTextCarriesTheTable(String what) throws Exception {
        String level = what.substring(0, 3);
        Path c = SOURCES.resolve(what.substring(4) + ".c");
        Path s = dir.resolve("pass.s");
        Programs.jcc(level, "-fexceptions", "-S", c.toString(), "-o", s.toString());
        String text = Files.readString(s);
        assertTrue(text.contains(".cfi_personality") && text.contains(".cfi_lsda") && text.contains(".gcc_except_table"), text);
        Programs.jcc(level, "-fexceptions", "-c", c.toString(), "-o", dir.resolve("direct.o").toString());
        Programs.jcc("-c", s.toString(), "-o", dir.resolve("text.o").toString());
        org.junit.jupiter.api.Assertions.assertArrayEquals(Files.readAllBytes(dir.resolve("direct.o")), Files.readAllBytes(dir.resolve("text.o")));
    }
}
