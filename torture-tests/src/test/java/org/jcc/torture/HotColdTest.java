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
            __attribute__((cold)) int cold(int x) { out(x); return x / 10; }
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

    private static final String APART = "{both=hot, cold=unlikely, first=startup, firstAndLast=startup, firstCold=unlikely, firstHot=startup, hot=hot, last=exit, main=startup, placed=.mine, plain=text}";
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
}
