package org.jcc.frontend.pp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What the filetests cannot say: gcc's own predefined macros, dependency rules, limits, damaged input. */
class PreprocessorTest {
    @TempDir
    Path dir;

    private static PpOptions options(String... args) {
        return PpTool.options(new ArrayList<>(List.of(args)));
    }

    /** The predefined macros are gcc's, but for {@code __jcc__}. Skipped where there is no gcc 12. */
    @Test
    void predefinedMacrosAreThoseOfGcc() throws Exception {
        Assumptions.assumeTrue(gcc("-dumpversion").strip().startsWith("12"));
        String[][] variants = {{}, {"-std=c11"}, {"-std=c99"}, {"-std=gnu89"}, {"-ansi"}, {"-std=gnu2x"}, {"-O2"}, {"-Os"}, {"-fPIC"}, {"-fno-pie"},
                {"-ffreestanding"}, {"-pthread"}, {"-ffast-math"}, {"-funsigned-char"}, {"-fshort-wchar"}};
        for (String[] v : variants) {
            ArrayList<String> command = new ArrayList<>(List.of("-E", "-dM", "-x", "c", "/dev/null"));
            command.addAll(0, List.of(v));
            TreeSet<String> theirs = new TreeSet<>(List.of(gcc(command.toArray(new String[0])).split("\n")));
            ArrayList<String> args = new ArrayList<>(List.of(v));
            args.add("-dM");
            TreeSet<String> ours = new TreeSet<>(List.of(PpTool.run("x.c", "", args.toArray(new String[0])).output().split("\n")));
            assertTrue(ours.remove("#define __jcc__ 1"));
            assertEquals(String.join("\n", theirs), String.join("\n", ours), Arrays.toString(v));
        }
    }

    private static String gcc(String... args) {
        try {
            ArrayList<String> command = new ArrayList<>(List.of("gcc"));
            command.addAll(List.of(args));
            Process p = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            p.waitFor(10, TimeUnit.SECONDS);
            return out;
        } catch (IOException | InterruptedException e) {
            return "";
        }
    }

    @Test
    void dependencyRulesFoldAndEscape() {
        ArrayList<DepWriter.Dependency> files = new ArrayList<>();
        files.add(new DepWriter.Dependency("a b$c#.c", false));
        files.add(new DepWriter.Dependency("<jcc>/include/stddef.h", true));
        for (int i = 0; i < 6; i++) files.add(new DepWriter.Dependency("directory/header" + i + ".h", i == 5));
        assertEquals("""
                x.o: a\\ b$$c\\#.c directory/header0.h directory/header1.h \\
                 directory/header2.h directory/header3.h directory/header4.h
                directory/header0.h:
                directory/header1.h:
                directory/header2.h:
                directory/header3.h:
                directory/header4.h:
                """, DepWriter.rule(List.of("x.o"), files, false, true));
        assertEquals("main.o", DepWriter.defaultTarget("src/main.c"));
        assertEquals("-", DepWriter.defaultTarget("<stdin>"));
    }

    @Test
    void everyFileReadIsADependencyOnce() throws IOException {
        Files.writeString(dir.resolve("a.h"), "#pragma once\n#include \"b.h\"\n");
        Files.writeString(dir.resolve("b.h"), "#ifndef B\n#define B\n#endif\n");
        Files.writeString(dir.resolve("m.c"), "#include \"a.h\"\n#include \"b.h\"\n#include \"a.h\"\n#include <stddef.h>\n");
        PpTool.Result r = PpTool.run(dir.resolve("m.c").toString(), null, options("-nostdinc", "-idirafter", "<jcc>/include"));
        assertEquals(List.of("m.c", "a.h", "b.h", "stddef.h"), r.files().stream().map(d -> d.file().substring(d.file().lastIndexOf('/') + 1)).toList());
    }

    @Test
    void includeDepthIsLimited() throws IOException {
        Files.writeString(dir.resolve("self.c"), "#include \"self.c\"\n");
        PpTool.Result r = PpTool.run(dir.resolve("self.c").toString(), null, options());
        assertTrue(r.errors());
        assertTrue(r.diagnostics().contains("#include nested depth 201 exceeds maximum of 200"), r.diagnostics());
    }

    /** The standard asks for little here; programs that are written by programs go further. */
    @Test
    void deepNestingIsReadOrRefused() {
        int n = 20000;
        for (String text : List.of(
                "#define f(x) x\n" + "f(".repeat(n) + "1" + ")".repeat(n) + "\n",
                "#if " + "(".repeat(n) + "1" + ")".repeat(n) + "\n#endif\n",
                "#if " + "!".repeat(n) + "1\n#endif\n",
                "#if 1" + "+1".repeat(n) + "\n#endif\n",
                "#if 1\n".repeat(n) + "#endif\n".repeat(n),
                "#define f(x) x\nf(" + "(".repeat(n) + ")".repeat(n) + ")\n",
                chain(n))) {
            PpTool.Result r = PpTool.run("deep.c", text, "-P", "-nostdinc");
            assertTrue(r.diagnostics().isEmpty() || r.errors());
        }
    }

    private static String chain(int n) {
        StringBuilder sb = new StringBuilder("#define a0 end\n");
        for (int i = 1; i < n; i++) sb.append("#define a").append(i).append(" a").append(i - 1).append('\n');
        return sb.append('a').append(n - 1).append('\n').toString();
    }

    /** Damaged text gives diagnostics, never an exception, and the end is always reached. */
    @Test
    void damagedInputIsSurvived() {
        String seed = """
                #define cat(a, b, ...) a ## b #__VA_ARGS__ __VA_OPT__(x ## a)
                #define str(x) #x
                #if defined(cat) && (1 + 2u << 3) ? 'a' : L'\\x41'
                cat(1, 2, "s\\"t", 'c') str( a  "b" /* c */ ) // d
                #elif __has_include(<stddef.h>)
                #include "nothing.h"
                #else
                #pragma push_macro("str")
                #line 7 "x"
                #endif
                _Pragma("GCC poison q") <: %: ??= \\u00c1 R"(raw)" .5e+3 a\\
                b ... ->* #define
                #undef str
                #assert a(b)
                #ifndef z
                #error no
                #endif
                """;
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            byte[] b = bytes.clone();
            int edits = 1 + random.nextInt(6);
            for (int i = 0; i < edits; i++) {
                int at = random.nextInt(b.length);
                switch (random.nextInt(4)) {
                    case 0 -> b[at] = bytes[random.nextInt(bytes.length)];
                    case 1 -> b[at] = (byte) random.nextInt(256);
                    case 2 -> b = delete(b, at, Math.min(b.length, at + 1 + random.nextInt(9)));
                    default -> {
                        int from = random.nextInt(bytes.length);
                        b = insert(b, at, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(40))));
                    }
                }
                if (b.length == 0) b = new byte[] {'#'};
            }
            String[] args = round % 3 == 0 ? new String[] {"-std=c11", "-nostdinc"} : round % 3 == 1 ? new String[] {"-C", "-nostdinc"} : new String[] {"-asm"};
            try {
                PpTool.run("damaged.c", SourceText.of("damaged.c", b, 0), options(args));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + round + "\n" + new String(b, StandardCharsets.ISO_8859_1), e);
            }
        }
    }

    private static byte[] delete(byte[] b, int from, int to) {
        byte[] r = new byte[b.length - (to - from)];
        System.arraycopy(b, 0, r, 0, from);
        System.arraycopy(b, to, r, from, b.length - to);
        return r;
    }

    private static byte[] insert(byte[] b, int at, byte[] x) {
        byte[] r = new byte[b.length + x.length];
        System.arraycopy(b, 0, r, 0, at);
        System.arraycopy(x, 0, r, at, x.length);
        System.arraycopy(b, at, r, at + x.length, b.length - at);
        return r;
    }

    /** A second inclusion of a guarded header adds no text: it is not even opened. */
    @Test
    void guardedHeadersAreReadOnce() throws IOException {
        Files.writeString(dir.resolve("g.h"), "/* c */\n#if !defined(G_H)\n#define G_H\nint g;\n#endif\n// end\n");
        Files.writeString(dir.resolve("m.c"), "#include \"g.h\"\n".repeat(5));
        SourceManager sm = new SourceManager();
        Preprocessor pp = new Preprocessor(options("-nostdinc"), sm, new Names(), new Diagnostics(sm), IncludeCache.shared());
        assertTrue(pp.start(dir.resolve("m.c").toString()));
        Token t = new Token();
        int tokens = 0;
        for (pp.next(t); t.kind != Token.EOF; pp.next(t)) tokens++;
        assertEquals(3, tokens);
        assertEquals(1, sm.entries().stream().filter(e -> e.name.endsWith("g.h")).count());
        assertFalse(pp.start(dir.resolve("absent.c").toString()));
    }

    /** Each header can be included twice, in every standard, without a C library. */
    @Test
    void ownHeadersStandAlone() {
        for (String h : List.of("stddef.h", "stdarg.h", "stdbool.h", "stdint.h", "float.h", "limits.h", "iso646.h", "stdalign.h", "stdnoreturn.h",
                "stdatomic.h", "unwind.h", "cpuid.h")) {
            for (String std : List.of("-std=gnu17", "-std=c99", "-std=c89")) {
                PpTool.Result r = PpTool.run("h.c", "#include <" + h + ">\n#include <" + h + ">\n", std, "-ffreestanding", "-nostdinc", "-isystem", "<jcc>/include");
                assertEquals("", r.diagnostics(), h);
            }
        }
    }
}
