package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archiver: its operations, and that GNU ar reads and writes the same bytes. */
class ArTest {
    @TempDir
    Path dir;

    private String said = "";

    private String ar(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Diagnostics diags = new Diagnostics(new SourceManager());
        int status = Ar.ar(List.of(args), diags, out);
        said = diags.render(false);
        assertEquals(diags.hasErrors() ? 1 : 0, status);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void operations() throws Exception {
        Lab lab = new Lab(dir);
        String a = lab.cc("a", "int fa(void) { return 1; }");
        String b = lab.cc("a_rather_long_member_name", "int fb(void) { return 2; } int common;");
        String lib = lab.path("lib.a");
        ar("rcu", lib, a, b);
        assertEquals("", said);
        assertEquals("a.o\na_rather_long_member_name.o\n", ar("t", lib));
        assertEquals("a.o\na_rather_long_member_name.o\n", lab.run("ar", "t", lib));
        assertTrue(lab.run("nm", "-s", lib).contains("fb in a_rather_long_member_name.o"));
        lab.run("ar", "rcD", "gnu.a", "a.o", "a_rather_long_member_name.o");
        assertArrayEquals(lab.bytes("gnu.a"), lab.bytes("lib.a"), "same bytes as GNU ar");
        Files.writeString(dir.resolve("odd.txt"), "odd");
        ar("q", lib, lab.path("odd.txt"));
        assertEquals("odd", ar("p", lib, "odd.txt"));
        ar("d", lib, "a.o");
        assertEquals("a_rather_long_member_name.o\nodd.txt\n", ar("-t", lib));
        ar("rc", lib, lab.path("odd.txt"), a);
        assertEquals("a_rather_long_member_name.o\nodd.txt\na.o\n", ar("t", lib));
        assertEquals(0, Ar.ranlib(List.of(lib), new Diagnostics(new SourceManager())));
        assertTrue(lab.run("nm", "-s", lib).contains("fa in a.o"));
        ar("t", lib, "nothere");
        assertEquals("jcc: error: ar: no entry nothere in archive\n", said);
        ar("t", lab.path("none.a"));
        assertTrue(said.contains("No such file or directory"));
        ar("zz", lib);
        assertTrue(said.contains("invalid option -- 'z'"));
        assertFalse(Files.list(dir).anyMatch(p -> p.getFileName().toString().startsWith(".jcc-ar")));
    }
}
