package org.jcc.frontend.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.junit.jupiter.api.Test;

/** Deep nesting works on the driver's stack, and ends in a message on any. */
class NestingTest {
    private static String parse(String text, long stack) throws Exception {
        String[] result = new String[1];
        Thread t = new Thread(null, () -> {
            Diagnostics d = ParseFiletest.parse(text.getBytes(StandardCharsets.UTF_8), Dialect.GNU17, new Names(), e -> {});
            result[0] = ParseFiletest.plain(d);
        }, "parser", stack);
        t.start();
        t.join();
        return result[0];
    }

    private static final long BIG = 512L << 20;

    @Test
    void tenThousandParentheses() throws Exception {
        assertEquals("", parse("int x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ";", BIG));
        assertEquals("", parse("int " + "(".repeat(10_000) + "x" + ")".repeat(10_000) + ";", BIG));
    }

    @Test
    void fiveThousandBlocks() throws Exception {
        assertEquals("", parse("void f(void) {" + "{".repeat(5_000) + "}".repeat(5_000) + "}", BIG));
    }

    @Test
    void longChains() throws Exception {
        assertEquals("", parse("int f(int a) { return a" + "+a".repeat(100_000) + "; }", 1 << 20));
        assertEquals("", parse("int f(int a) { if (a) ; " + "else if (a) ;".repeat(5_000) + "switch (a) {" + "case 1:".repeat(50_000) + "; } }", BIG));
        assertEquals("", parse("int a[] = {" + "1,".repeat(100_000) + "};", 1 << 20));
    }

    @Test
    void tooDeepIsRefused() throws Exception {
        String text = "int x = " + "(".repeat(3_000_000);
        assertEquals("fatal: nesting too deep", parse(text, BIG).replaceAll("^[0-9:]* |\n", ""));
        assertEquals("fatal: nesting too deep", parse(text, 1 << 20).replaceAll("^[0-9:]* |\n", ""));
    }
}
