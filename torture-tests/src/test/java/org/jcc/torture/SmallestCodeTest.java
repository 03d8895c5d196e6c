package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** -Oz on x86-64: forms that only size asks for, which -Os does not have, and where they must not stand. */
class SmallestCodeTest {
    @TempDir
    Path dir;

    /** The instructions of a function as text. */
    private String code(String source, String... options) throws Exception {
        Path c = dir.resolve("t.c");
        Files.writeString(c, source);
        Path s = dir.resolve("t.s");
        Programs.jcc(Programs.concat(java.util.List.of(options), "-w", "-S", c.toString(), "-o", s.toString()));
        StringBuilder b = new StringBuilder();
        for (String line : Files.readString(s).split("\n")) {
            String t = line.trim().replaceAll("\\s+", " ");
            if (line.startsWith("\t") && !t.startsWith(".")) b.append(t).append("; ");
        }
        return b.toString().trim();
    }

    private static final String CONSTANT = "int f(void) { return 100; }";

    @Test
    void smallNumbersGoByWayOfTheStack() throws Exception {
        assertEquals("pushq $100; popq %rax; ret;", code(CONSTANT, "-Oz"));
        assertEquals("movl $100, %eax; ret;", code(CONSTANT, "-Os"));
        assertEquals("pushq $-7; popq %rax; ret;", code("long f(void) { return -7; }", "-Oz"));
        assertEquals("movl $-7, %eax; ret;", code("int f(void) { return -7; }", "-Oz"));
        assertEquals("movl $128, %eax; ret;", code("int f(void) { return 128; }", "-Oz"));
        assertEquals("orl $-1, %eax; ret;", code("int f(void) { return -1; }", "-Oz"));
        assertEquals("pushq $-1; popq %rax; ret;", code("long f(void) { return -1; }", "-Oz"));
        assertEquals("orq $-1, %rax; ret;", code("long f(void) { return -1; }", "-Os"));
        assertEquals("xorl %eax, %eax; ret;", code("int f(void) { return 0; }", "-Oz"));
        assertEquals("pushq $100; popq %rax; ret;", code("__attribute__((optimize(\"Oz\"))) " + CONSTANT, "-O2"));
    }

    /** What lies below the stack pointer stays as it is. */
    @Test
    void notThroughTheRedZone() throws Exception {
        String leaf = "int f(int n) { volatile int v[2]; v[n] = 3; v[0] = 5; return 100; }";
        String slots = code(leaf, "-Oz");
        assertTrue(slots.contains("movl $100, %eax") && !slots.contains("pop"), slots);
        String framed = code(leaf, "-Oz", "-mno-red-zone");
        assertTrue(framed.contains("pushq $100; popq %rax"), framed);
    }

    @Test
    void copiesOfWhatDiesAreExchanges() throws Exception {
        String last = "int g(int); void h(int); void f(int x) { h(g(x)); }";
        assertTrue(code(last, "-Oz").matches(".*xchg[lq] %[er](ax, %[er]di|di, %[er]ax);.*"), code(last, "-Oz"));
        assertTrue(!code(last, "-Os").contains("xchg"), code(last, "-Os"));
        String both = "int g(int); int h(int); int f(int x) { int y = g(x); return y + h(y); }";
        assertTrue(code(both, "-Oz").contains("call g@PLT; movl %eax, %ebx; "), code(both, "-Oz"));
    }

    @Test
    void blocksAreStringInstructions() throws Exception {
        String copy = "void f(char *p, char *q, unsigned long n) { __builtin_memcpy(p, q, n); }";
        assertTrue(code(copy, "-Oz").contains("rep movsb; ret"), code(copy, "-Oz"));
        assertTrue(code(copy, "-Os").contains("memcpy"), code(copy, "-Os"));
        String clear = "struct s { char c[100]; }; void f(struct s *p) { __builtin_memset(p, 0, sizeof *p); }";
        assertEquals("xorl %eax, %eax; movl $25, %ecx; rep stosl; ret;", code(clear, "-Os"));
    }
}
