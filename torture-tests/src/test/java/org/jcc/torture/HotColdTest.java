package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs seldom lies apart: functions and parts of functions in sections by how often they run. */
class HotColdTest {
    @TempDir
    Path dir;

    /** The functions of an object with their sections, without the prefix that all have, by name. */
    private String sections(String source, String... options) throws Exception {
        Path c = dir.resolve("t.c");
        Files.writeString(c, source);
        Path o = dir.resolve("t.o");
        Programs.jcc(Programs.concat(java.util.List.of(options), "-w", "-c", c.toString(), "-o", o.toString()));
        TreeMap<String, String> found = new TreeMap<>();
        for (String line : Programs.run(dir, "objdump", "-t", o.toString()).split("\n")) {
            String[] f = line.trim().split("\\s+");
            if (f.length >= 5 && line.contains(" F ")) found.put(f[f.length - 1], f[f.length - 3].replaceFirst("^\\.text\\.?", "").replaceFirst("^$", "text"));
        }
        return found.toString();
    }

    private static final String FUNCTIONS = """
            void out(int);
            __attribute__((noinline)) static void called(int x) { out(x); out(x + 1); }
            __attribute__((cold)) int cold(int x) { called(x); return x / 10; }
            __attribute__((hot)) int hot(int x) { out(x); return x + 2; }
            __attribute__((hot, cold)) void both(int x) { out(x); }
            __attribute__((constructor)) void first(void) { out(1); }
            __attribute__((constructor, cold)) void firstCold(void) { out(2); }
            __attribute__((constructor, hot)) void firstHot(void) { out(3); }
            __attribute__((destructor)) void last(void) { out(4); }
            __attribute__((constructor, destructor)) void firstAndLast(void) { out(5); }
            __attribute__((section(".mine"), cold)) void placed(int x) { out(x); }
            void plain(int x) { out(x); }
            int main(void) { out(0); return 0; }
            """;

    private static final String APART = "{both=hot, called=unlikely, cold=unlikely, first=startup, firstAndLast=startup, firstCold=unlikely, firstHot=startup, hot=hot, last=exit, main=startup, placed=.mine, plain=text}";
    private static final String TOGETHER = APART.replaceAll("=(?!\\.mine)\\w+", "=text");

    /** As gcc 12 has them. */
    @Test
    void functionsGoByHowOftenTheyRun() throws Exception {
        for (String level : new String[] {"-O2", "-Os", "-O3"}) assertEquals(APART, sections(FUNCTIONS, level), level);
        for (String level : new String[] {"-O0", "-O1", "-Og"}) assertEquals(TOGETHER, sections(FUNCTIONS, level), level);
        assertEquals(TOGETHER, sections(FUNCTIONS, "-O2", "-fno-reorder-functions"));
        assertEquals(APART, sections(FUNCTIONS, "-O1", "-freorder-functions"));
        String each = sections(FUNCTIONS, "-O2", "-ffunction-sections");
        assertTrue(each.contains("cold=unlikely.cold, first=startup.first,") && each.contains("last=exit.last, main=startup.main, placed=.mine, plain=plain"), each);
    }

    /** A division by a constant is a division. */
    @Test
    void coldFunctionsAreShort() throws Exception {
        Path c = dir.resolve("s.c");
        Path s = dir.resolve("s.s");
        String f = "int f(int x) { return x / 10; }\n";
        Files.writeString(c, "__attribute__((cold)) " + f);
        Programs.jcc("-O2", "-S", c.toString(), "-o", s.toString());
        assertTrue(Files.readString(s).contains("idiv"), Files.readString(s));
        Files.writeString(c, f);
        Programs.jcc("-O2", "-S", c.toString(), "-o", s.toString());
        assertTrue(!Files.readString(s).contains("idiv"), Files.readString(s));
    }

    private static final String PARTS = """
            #include <stdlib.h>
            void out(int);
            void note(int) __attribute__((cold));
            int ends(int x) { if (x < 0) abort(); out(x); return x; }
            int returns(int x) { if (x < 0) { note(x); out(x); } return x; }
            int guessed(int x) { if (__builtin_expect(x < 0, 0)) out(1); out(2); return x; }
            int sure(int x) { if (__builtin_expect_with_probability(x < 0, 0, 1.0)) out(1); out(2); return x; }
            int always(int x) { out(x); note(x); return x; }
            __attribute__((cold)) int cold(int x) { if (x < 0) abort(); out(x); return x; }
            __attribute__((hot)) int hot(int x) { if (x < 0) abort(); out(x); return x; }
            __attribute__((section(".mine"))) int placed(int x) { if (x < 0) abort(); out(x); return x; }
            __attribute__((optimize("Os"))) int size(int x) { if (x < 0) abort(); out(x); return x; }
            int main(int n, char **v) { if (n > 1) abort(); out(n); return 0; }
            """;

    private static final String WHOLE = "{always=text, cold=unlikely, ends=text, guessed=text, hot=hot, main=startup, placed=.mine, returns=text, size=text, sure=text}";

    @Test
    void partsThatNeverRun() throws Exception {
        String parts = "{always=text, cold=unlikely, ends=text, ends.cold=unlikely, guessed=text, hot=hot, hot.cold=unlikely, main=startup, main.cold=unlikely, placed=.mine, "
                + "returns=text, returns.cold=unlikely, size=text, sure=text, sure.cold=unlikely}";
        for (String level : new String[] {"-O2", "-O3", "-O1 -freorder-functions -freorder-blocks-and-partition"}) assertEquals(parts, sections(PARTS, level.split(" ")), level);
        for (String level : new String[] {"-Os", "-O2 -fno-reorder-blocks-and-partition"}) assertEquals(WHOLE, sections(PARTS, level.split(" ")), level);
        assertEquals(WHOLE.replaceAll("=(?!\\.mine)\\w+", "=text"), sections(PARTS, "-O2", "-fno-reorder-functions"));
        String each = sections(PARTS, "-O2", "-ffunction-sections");
        assertTrue(each.contains("ends=ends, ends.cold=unlikely.ends,") && each.contains("main=startup.main, main.cold=unlikely.main"), each);
        // Branches there do not reach another section.
        assertEquals(WHOLE, sections(PARTS.replace("#include <stdlib.h>", "void abort(void) __attribute__((noreturn, cold));"), "-O2", "--target=riscv64"));
    }

    /** Address, size and name of the functions, by address. */
    private java.util.List<String[]> functions(Path file) throws Exception {
        java.util.List<String[]> all = new java.util.ArrayList<>();
        for (String line : Programs.run(dir, "readelf", "-sW", file.toString()).split("\n")) {
            String[] f = line.trim().split("\\s+");
            if (f.length == 8 && f[3].equals("FUNC") && !f[6].equals("UND")) all.add(new String[] {f[1], f[2], f[7], f[4]});
        }
        return all;
    }

    /** Debuggers find function and line of what lies apart, and the code is the same without that information. */
    @Test
    void debugInformationKnowsBothParts() throws Exception {
        Path c = dir.resolve("d.c");
        Files.writeString(c, """
                #include <stdlib.h>
                __attribute__((noinline)) int first(int x)
                {
                  if (x > 4)
                    abort();
                  return x + 1;
                }
                __attribute__((noinline)) int second(int x)
                {
                  int k = first(x);
                  if (k == 3)
                    exit(k);
                  return k;
                }
                int main(int n, char **v) { return second(n); }
                """);
        Path plain = dir.resolve("plain.o");
        Path debug = dir.resolve("debug.o");
        Path exe = dir.resolve("d");
        Programs.jcc("-O2", "-c", c.toString(), "-o", plain.toString());
        Programs.jcc("-O2", "-g", "-c", c.toString(), "-o", debug.toString());
        for (String section : new String[] {".text", ".text.unlikely"}) {
            Path a = dir.resolve("a.bin");
            Path b = dir.resolve("b.bin");
            Programs.run(dir, "objcopy", "-O", "binary", "-j", section, plain.toString(), a.toString());
            Programs.run(dir, "objcopy", "-O", "binary", "-j", section, debug.toString(), b.toString());
            org.junit.jupiter.api.Assertions.assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b), section);
        }
        Programs.jcc("-O2", "-g", c.toString(), "-o", exe.toString());
        int seen = 0;
        for (String[] f : functions(exe)) {
            if (!f[2].endsWith(".cold")) continue;
            seen++;
            assertEquals("LOCAL", f[3]);
            assertTrue(!f[1].equals("0"), f[2]);
            String where = Programs.run(dir, "addr2line", "-f", "-s", "-e", exe.toString(), f[0]);
            assertEquals(f[2].equals("first.cold") ? "first\nd.c:5\n" : "second\nd.c:12\n", where);
        }
        assertEquals(2, seen);
        String said = Programs.run(dir, "readelf", "--debug-dump=info,Ranges,aranges,frames-interp,decodedline", exe.toString());
        assertTrue(!said.contains("Warning") && said.contains("DW_AT_ranges"), said);
    }

    /** Text and object say the same, also where tables, labels and frames are of both parts. */
    @Test
    void textIsTheSame() throws Exception {
        String c = Path.of("src", "test", "filetests", "programs", "cold-parts.c").toAbsolutePath().toString();
        Path source = dir.resolve("p.c");
        String text = Files.readString(Path.of(c));
        Files.writeString(source, text.substring(text.indexOf('\n') + 1, text.indexOf("---- output")));
        for (String option : new String[] {"-fPIC", "-g", "--chaos=parts"}) {
            Path s = dir.resolve("p.s");
            Path direct = dir.resolve("direct.o");
            Path read = dir.resolve("read.o");
            Programs.jcc("-O2", option, "-w", "-S", source.toString(), "-o", s.toString());
            Programs.jcc("-O2", option, "-w", "-c", source.toString(), "-o", direct.toString());
            Programs.jcc("-c", s.toString(), "-o", read.toString());
            org.junit.jupiter.api.Assertions.assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(read), option);
            assertTrue(Files.readString(s).contains("table.cold:"));
        }
    }
}
