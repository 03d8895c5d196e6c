package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of code by the names of its sections: that of GNU ld's default script, which is asked as well. */
class TextOrderTest {
    @TempDir
    Path dir;

    private static final String[] SECTIONS = {
        ".text", ".text.f", ".text.hot", ".text.hot.f", ".text.sorted.2", ".text.sorted.1", ".text.sorted", ".text.hotel", ".text.startup.f", ".text.startup",
        ".text.startups", ".text.exit.f", ".text.exit", ".text.exits", ".text.unlikely.f", ".text.unlikely", ".text.unlikelyhood", ".text.f_unlikely", ".text.fun_likely"
    };

    private static String source(String prefix) {
        StringBuilder s = new StringBuilder();
        for (int k = 0; k < SECTIONS.length; k++) s.append("__attribute__((section(\"").append(SECTIONS[k]).append("\"))) int ").append(prefix).append(k).append("(void) { return 1; }\n");
        return s.toString();
    }

    private static String order(Lab lab, String file) throws Exception {
        StringBuilder s = new StringBuilder();
        for (String line : lab.run("nm", "-n", "--defined-only", lab.path(file)).split("\n")) {
            String name = line.substring(line.lastIndexOf(' ') + 1);
            if (name.matches("[ab]\\d+")) s.append(name).append(' ');
        }
        return s.toString();
    }

    @Test
    void byHeat() throws Exception {
        Lab lab = new Lab(dir);
        String a = lab.cc("a", source("a"), "-fPIC");
        String b = lab.cc("b", source("b"), "-fPIC");
        assertTrue(lab.link("ours.so", "-shared", a, b), lab.messages);
        String ours = order(lab, "ours.so");
        assertTrue(ours.startsWith("a14 a15 a17 b14 b15 b17 a11 a12 b11 b12 a8 a9 b8 b9 a2 a3 b2 b3 a5 b5 a4 b4 a0 "), ours);
        lab.run("gcc", "-shared", "-nostdlib", "-o", "theirs.so", a, b);
        assertEquals(order(lab, "theirs.so"), ours);
    }
}
