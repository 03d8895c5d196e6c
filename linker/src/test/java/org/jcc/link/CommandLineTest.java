package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;

/** ld's command line, linker scripts and version scripts: what is read from text. */
class CommandLineTest {
    private final Diagnostics diags = new Diagnostics(new SourceManager());
    private final List<Input> inputs = new ArrayList<>();

    private LinkOptions parse(String... args) {
        LinkOptions o = new LinkOptions();
        o.parse(List.of(args), inputs, diags);
        o.finish(diags);
        return o;
    }

    @Test
    void optionsAndTheirForms() {
        LinkOptions o = parse("-shared", "-soname=libx.so.1", "-h", "liby.so", "-rpath", "/a:/b", "-R/c", "-z", "now", "-zdefs", "-zmax-page-size=0x10000", "-e", "go",
                "--hash-style=both", "-Map=m", "-L/x", "-L", "/y", "--wrap=malloc", "--defsym", "a=1", "-ufoo", "--build-id=0xabcd", "-s", "-O1", "--gc-sections",
                "-dynamic-linker", "/ld.so", "-m", "elf_x86_64", "-o", "out");
        assertEquals("", diags.render(false));
        assertEquals(LinkOptions.Kind.SHARED, o.kind);
        assertEquals("liby.so", o.soname);
        assertEquals("[/a, /b, /c]", o.rpath.toString());
        assertTrue(o.zNow && o.noUndefined && o.stripAll && o.gcSections);
        assertEquals(0x10000, o.maxPageSize);
        assertEquals("go", o.entry);
        assertEquals(LinkOptions.HashStyle.BOTH, o.hashStyle);
        assertEquals("[/x, /y]", o.searchDirs.toString());
        assertEquals("{a=1}", o.defsym.toString());
        assertEquals("[foo]", o.undefined.toString());
        assertEquals(2, o.buildId.length);
        assertEquals("/ld.so", o.interp);
        assertEquals("m", o.mapFile);
        assertEquals("out", o.output);
    }

    @Test
    void orderIsKept() {
        parse("a.o", "--start-group", "-lfoo", "-l:libbar.a", "--end-group", "-Bstatic", "--as-needed", "-lc", "-(", "b.o", "-)");
        assertEquals("[File[path=a.o], START_GROUP, Library[name=foo], Library[name=:libbar.a], END_GROUP, STATIC, AS_NEEDED, Library[name=c], START_GROUP, "
                + "File[path=b.o], END_GROUP]", inputs.toString());
    }

    @Test
    void anArgumentMayComeInTheNextCall() {
        LinkOptions o = new LinkOptions();
        o.parse(List.of("-rpath"), inputs, diags);
        o.parse(List.of("/late"), inputs, diags);
        assertEquals("[/late]", o.rpath.toString());
        o.parse(List.of("-z"), inputs, diags);
        o.finish(diags);
        assertEquals("jcc: error: linker option '-z' requires an argument\n", diags.render(false));
    }

    @Test
    void wrongOptionsAreReported() {
        parse("--no-such-option", "--hash-style=odd", "--build-id=0xg", "-z", "max-page-size=3");
        String text = diags.render(false);
        assertTrue(text.contains("unrecognized linker option '--no-such-option'"), text);
        assertTrue(text.contains("invalid hash style 'odd'"), text);
        assertTrue(text.contains("invalid --build-id value '0xg'"), text);
        assertTrue(text.contains("invalid maximum page size '3'"), text);
    }

    @Test
    void scriptsOfLibraries() throws Exception {
        LinkerScript s = LinkerScript.parse("/* GNU ld script */\nOUTPUT_FORMAT(elf64-x86-64)\nGROUP ( /lib/libc.so.6 libc_nonshared.a AS_NEEDED ( -lm /lib/ld.so ) )\nSEARCH_DIR(\"/x\")\n"
                .getBytes(StandardCharsets.UTF_8));
        assertEquals("[START_GROUP, File[path=/lib/libc.so.6], File[path=libc_nonshared.a], PUSH_STATE, AS_NEEDED, Library[name=m], File[path=/lib/ld.so], "
                + "POP_STATE, END_GROUP]", s.inputs.toString());
        assertEquals("[/x]", s.searchDirs.toString());
        for (String bad : new String[] {"GROUP ( a", "GROUP a", "INPUT ( ( )", "/* open", "MEMORY { }", "\"open"}) {
            try {
                LinkerScript.parse(bad.getBytes(StandardCharsets.UTF_8));
                assertFalse(true, bad);
            } catch (LinkerScript.Bad e) {
                assertTrue(e.getMessage().startsWith("1: "));
            }
        }
    }

    @Test
    void versionScripts() {
        VersionScript v = new VersionScript();
        assertNull(v.parse("V1 { global: a; b*; local: *; };\nV2 { global: c; extern \"C\" { d; }; bc; } V1; # end\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, v.versionOf("a"));
        assertEquals(2, v.versionOf("bx"));
        assertEquals(3, v.versionOf("bc"));
        assertEquals(3, v.versionOf("d"));
        assertEquals(0, v.versionOf("other"));
        assertEquals("[V1]", v.parents.get(1).toString());
        assertEquals("1: ';' expected after 'a'", new VersionScript().parse("{ a b; };".getBytes(StandardCharsets.UTF_8)));
        assertTrue(VersionScript.glob("a?[0-9]*z", 0, "ab3xyz", 0));
        assertFalse(VersionScript.glob("a[!b]", 0, "ab", 0));
    }
}
