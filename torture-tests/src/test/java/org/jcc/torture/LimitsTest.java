package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Huge sources: the torture suite's {@code limits-*.c} and generated ones, each at -O0 and -O1. Each compiles, or is refused
 * with an error message, within {@value #SECONDS} s.
 */
class LimitsTest {
    /** Ten seconds on a machine of its own; CI machines are shared. */
    private static final int SECONDS = 30;

    @TestFactory
    Stream<DynamicTest> limits() throws Exception {
        Path suite = Path.of("target", "gcc-testsuite");
        Process fetch = new ProcessBuilder("./fetch-suite.sh", suite.toString()).inheritIO().start();
        assertEquals(0, fetch.waitFor(), "cannot fetch the suite");
        Path work = Files.createDirectories(Path.of("target", "limits")).toAbsolutePath();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> s = Files.list(suite.resolve("gcc.c-torture/compile"))) {
            s.filter(p -> p.getFileName().toString().matches("limits-.*\\.c")).sorted().forEach(sources::add);
        }
        for (Map.Entry<String, String> g : generated().entrySet()) {
            Path p = work.resolve(g.getKey() + ".c");
            Files.writeString(p, g.getValue(), StandardCharsets.US_ASCII);
            sources.add(p);
        }
        return sources.stream().flatMap(p -> Stream.of("-O0", "-O1").map(level -> DynamicTest.dynamicTest(p.getFileName() + " " + level, () -> {
            Path o = work.resolve(p.getFileName() + level + ".o");
            Jcc.Result r = Jcc.run(List.of("-c", "-w", level, "-o", o.toString(), p.toString()), SECONDS);
            assertNotNull(r, "time-out");
            if (r.status() == 0) {
                Files.delete(o);
                return;
            }
            assertEquals(1, r.status(), r.err());
            assertTrue(r.err().contains("error: ") || r.err().contains("sorry, unimplemented"), r.err());
            assertTrue(Files.notExists(o), "left-over output");
        })));
    }

    private static Map<String, String> generated() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("parentheses", "int f(int x) { return " + "(".repeat(10_000) + "x" + ")".repeat(10_000) + "; }\n");
        m.put("blocks", "int f(int x) { " + "{ x++; ".repeat(5_000) + "}".repeat(5_000) + " return x; }\n");
        m.put("sum", "int f(int x) { return x" + " + x".repeat(99_999) + "; }\n");
        m.put("right-sum", "int f(int x) { return " + "x + (".repeat(10_000) + "x" + ")".repeat(10_000) + "; }\n");
        m.put("unary", "int f(int x) { return " + "- ".repeat(20_000) + "x; }\n");
        m.put("pointers", "int " + "*".repeat(10_000) + "p;\n");
        m.put("arrays", "char a" + "[1]".repeat(10_000) + ";\n");
        m.put("functions", "int " + "(".repeat(5_000) + "f" + ")".repeat(5_000) + "(void)" + ";\n");
        m.put("conditionals", "int f(int x) { return " + "x ? 1 : ".repeat(10_000) + "0; }\n");
        m.put("logical", "int f(int x) { return x" + " && x".repeat(10_000) + "; }\n");
        m.put("commas", "int f(int x) { return x++" + ", x++".repeat(50_000) + "; }\n");
        m.put("assignments", "int f(int x) { return " + "x = ".repeat(10_000) + "1; }\n");
        m.put("else-ifs", "int f(int x) { " + "if (x == 3) x++; else ".repeat(5_000) + "x--; return x; }\n");
        m.put("loops", "int f(int x) { " + "while (x--) ".repeat(3_000) + "x++; return x; }\n");
        m.put("switches", "int f(int x) { " + "switch (x) { case 1: ".repeat(2_000) + "x++;" + "}".repeat(2_000) + " return x; }\n");
        m.put("initializers", "int a[] = {" + "1, ".repeat(500_000) + "};\n");
        m.put("braces", "int a = " + "{".repeat(5_000) + "1" + "}".repeat(5_000) + ";\n");
        m.put("structs", "struct { ".repeat(2_000) + "int x;" + " };".repeat(1_999) + " } s;\n");
        m.put("statements", "int a, b; void f(void) { " + "a += b * 3; if (b > a) b--; ".repeat(20_000) + "}\n");
        m.put("calls", "int g(int); int f(int x) { return " + "g(".repeat(5_000) + "x" + ")".repeat(5_000) + "; }\n");
        m.put("locals", locals(5_000));
        m.put("macros", "#define A0 x +\n" + macros(16) + "int f(int x) { return A16 x; }\n");
        m.put("string", "const char s[] = \"" + "abcdefgh".repeat(200_000) + "\";\n");
        m.put("line", "/*" + "*".repeat(2_000_000) + "*/ int " + "x".repeat(100_000) + ";\n");
        m.put("gotos", "int f(int x) { " + labels(5_000) + " return x; }\n");
        return m;
    }

    private static String locals(int n) {
        StringBuilder s = new StringBuilder("int f(int v0) {\n");
        for (int i = 1; i <= n; i++) s.append("int v").append(i).append(" = v").append(i - 1).append(" + v").append(i / 2).append(";\n");
        return s.append("return v").append(n).append("; }\n").toString();
    }

    private static String macros(int n) {
        StringBuilder s = new StringBuilder();
        for (int i = 1; i <= n; i++) s.append("#define A").append(i).append(" A").append(i - 1).append(" A").append(i - 1).append('\n');
        return s.toString();
    }

    private static String labels(int n) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < n; i++) s.append("l").append(i).append(": if (x-- == ").append(i).append(") goto l").append(n - 1 - i).append(";\n");
        return s.toString();
    }
}
