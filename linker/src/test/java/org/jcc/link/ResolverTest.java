package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which definition stands, which archive members come in, and what is said when something is missing. */
class ResolverTest {
    @TempDir
    Path dir;
    Lab lab;

    @BeforeEach
    void lab() {
        lab = new Lab(dir);
    }

    private static final String START = """
            __attribute__((noreturn)) static void leave(int n) { __asm__ volatile("syscall" :: "a"(60), "D"(n)); __builtin_unreachable(); }
            int answer(void);
            void _start(void) { leave(answer()); }
            """;

    private String start() throws Exception {
        return lab.cc("start", START, "-fno-pie");
    }

    private String object(String name, String source) throws Exception {
        return lab.cc(name, source, "-fno-pie");
    }

    private void archive(String name, String... members) throws Exception {
        List<byte[]> contents = new java.util.ArrayList<>();
        for (String m : members) contents.add(lab.bytes(m));
        Files.write(dir.resolve(name), Ar.archive(List.of(members), contents));
    }

    private void exits(int status, String... args) throws Exception {
        assertTrue(lab.link("x", args), lab.messages);
        assertEquals(status == 0 ? "" : "exit " + status + "\n", lab.run(lab.path("x")));
    }

    @Test
    void strongBeatsCommonBeatsWeak() throws Exception {
        String s = start();
        String user = object("user", "extern int v; int answer(void) { return v; }");
        String weak = object("weak", "__attribute__((weak)) int v = 1;");
        String common = lab.cc("common", "int v;", "-fno-pie", "-fcommon");
        String strong = object("strong", "int v = 3;");
        exits(1, s, user, weak);
        exits(0, s, user, weak, common);
        exits(3, s, user, common, weak, strong);
        assertFalse(lab.link("x", s, user, strong, object("strong2", "int v = 4;")));
        assertEquals("jcc: error: " + lab.path("strong2.o") + ":(.data+0x0): multiple definition of 'v'; " + lab.path("strong.o")
                + ":(.data+0x0): first defined here\n", lab.messages);
        exits(3, s, user, strong, lab.path("strong2.o"), "--allow-multiple-definition");
    }

    @Test
    void archivesGiveWhatIsMissingAtTheirPlace() throws Exception {
        String s = start();
        object("a", "int b(void); int answer(void) { return b(); }");
        object("b", "int b(void) { return 7; }");
        archive("liba.a", "a.o");
        archive("libb.a", "b.o");
        exits(7, s, lab.path("liba.a"), lab.path("libb.a"));
        assertFalse(lab.link("x", s, lab.path("libb.a"), lab.path("liba.a")));
        assertTrue(lab.messages.contains("undefined reference to 'b'"), lab.messages);
        exits(7, s, "--start-group", lab.path("libb.a"), lab.path("liba.a"), "--end-group");
        exits(7, s, "-L" + dir, "-la", "-l:libb.a");
        exits(7, s, "--whole-archive", lab.path("libb.a"), "--no-whole-archive", lab.path("liba.a"));
        exits(7, s, "-u", "b", lab.path("libb.a"), lab.path("liba.a"));
    }

    @Test
    void anArchiveWithoutIndexAndAThinOne() throws Exception {
        String s = start();
        object("a", "int answer(void) { return 9; }");
        lab.run("ar", "rcS", "libnoindex.a", "a.o");
        lab.run("ar", "rcsT", "libthin.a", "a.o");
        exits(9, s, lab.path("libnoindex.a"));
        exits(9, s, lab.path("libthin.a"));
    }

    @Test
    void linkerScriptsStandInForLibraries() throws Exception {
        String s = start();
        object("a", "int answer(void) { return 11; }");
        archive("liba.a", "a.o");
        Files.writeString(dir.resolve("libs.so"), "/* GNU ld script */\nOUTPUT_FORMAT(elf64-x86-64)\nGROUP ( liba.a AS_NEEDED ( \"liba.a\" ) )\n");
        exits(11, s, "-L" + dir, "-ls");
        Files.writeString(dir.resolve("bad.so"), "SECTIONS { }\n");
        assertFalse(lab.link("x", s, lab.path("bad.so")));
        assertTrue(lab.messages.contains("linker script command 'SECTIONS' is not supported"), lab.messages);
    }

    @Test
    void undefinedSymbolsNameFunctionAndLine() throws Exception {
        lab.cc("u", "int foo(void);\nstatic int helper(void)\n{\n    return foo() + 1;\n}\nint answer(void) { return helper() * 2; }\n", "-g", "-O0", "-fno-pie");
        String s = start();
        assertFalse(lab.link("x", s, lab.path("u.o")));
        assertEquals("jcc: error: " + lab.path("u.o") + ": in function 'helper': u.c:4: undefined reference to 'foo'\n", lab.messages);
        assertFalse(Files.exists(dir.resolve("x")));
        lab.cc("u", "int foo(void); int answer(void) { return foo() + 1; }", "-fno-pie");
        assertFalse(lab.link("x", s, lab.path("u.o")));
        assertTrue(lab.messages.contains(": in function 'answer': u.c:(.text+0x"), lab.messages);
        assertFalse(lab.link("x", s, "-lnosuchlibrary"));
        assertTrue(lab.messages.startsWith("jcc: error: cannot find -lnosuchlibrary"), lab.messages);
    }

    @Test
    void garbageCollectionKeepsWhatIsReached() throws Exception {
        String o = lab.cc("gc", START + """
                int used(void) { return 5; } int unused(void) { return 6; }
                __attribute__((section("kept_set"), used)) static int k = 8; extern int __start_kept_set[];
                int answer(void) { return used() + __start_kept_set[0]; }
                """, "-ffunction-sections", "-fno-pie", "-fno-inline");
        exits(13, "--gc-sections", o);
        String symbols = lab.run("readelf", "-sW", lab.path("x"));
        assertTrue(symbols.contains(" used"));
        assertFalse(symbols.contains("unused"));
    }

    @Test
    void comdatGroupsAreKeptOnce() throws Exception {
        for (String n : new String[] {"g1", "g2"}) {
            Files.writeString(dir.resolve(n + ".s"), """
                    .section .text.shared,"axG",@progbits,shared,comdat
                    .weak shared
                    shared: movl $21, %eax
                    ret
                    .text
                    .globl NAME
                    NAME: jmp shared
                    """.replace("NAME", n.equals("g1") ? "answer" : "other"));
            lab.run("gcc", "-c", n + ".s", "-o", n + ".o");
        }
        exits(21, start(), lab.path("g1.o"), lab.path("g2.o"));
        String map = "x.map";
        assertTrue(lab.link("x", "-Map=" + lab.path(map), start(), lab.path("g1.o"), lab.path("g2.o")), lab.messages);
        assertTrue(new String(lab.bytes(map), StandardCharsets.UTF_8).contains("Discarded input sections"));
    }

    @Test
    void wrongKindsOfRelocationAreRefused() throws Exception {
        String o = object("abs", "extern int e; int *answer(void) { return &e; } int e;");
        assertFalse(lab.link("x", "-shared", o));
        assertTrue(lab.messages.contains("can not be used when making a shared object; recompile with -fPIC"), lab.messages);
    }
}
