package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it: outputs, exit status, what is left behind, which processes run. */
class DriverTest {
    private static final Path BIN = Path.of("..", "bin").toAbsolutePath().normalize();
    private static final String HELLO = "#include <stdio.h>\nint main(void) { printf(\"Hello, world!\\n\"); return 0; }\n";

    @TempDir
    Path dir;
    private Path hello;

    @BeforeEach
    void source() throws Exception {
        hello = dir.resolve("hello.c");
        Files.writeString(hello, HELLO);
    }

    private static Jcc.Result jcc(String... args) throws Exception {
        Jcc.Result r = Jcc.run(List.of(args), 60);
        assertNotNull(r, "time-out");
        return r;
    }

    private List<String> files() throws Exception {
        try (Stream<Path> s = Files.list(dir)) {
            return s.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyKindOfOutputRuns() throws Exception {
        for (String kind : new String[] {"-pie", "-no-pie", "-static", "-static-pie"}) {
            Path exe = dir.resolve("hello" + kind);
            Jcc.Result r = jcc(kind, hello.toString(), "-o", exe.toString());
            assertEquals(0, r.status(), r.err());
            assertEquals("Hello, world!\n", Jcc.execute(10, exe.toString()).out());
        }
    }

    @Test
    void pageOfOneFunction() throws Exception {
        Path c = dir.resolve("sum.c");
        Files.writeString(c, "int sum(const int *a, int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }\n");
        Jcc.Result r = jcc("-O2", "-c", "--html=sum", c.toString(), "-o", dir.resolve("sum.o").toString());
        assertEquals(0, r.status(), r.err());
        String page = Files.readString(dir.resolve("sum.html"));
        for (String part : new String[] {"before mem2reg", "after regalloc", "<svg class=\"cfg\"", "data-block=\"b0\"", "class=\"new\"", "<pre>sum:\n"}) {
            assertTrue(page.contains(part), part);
        }
        assertEquals(1, jcc("-c", "--html=none", c.toString(), "-o", dir.resolve("none.o").toString()).status());
        assertEquals(List.of("hello.c", "sum.c", "sum.html", "sum.o"), files());
    }

    @Test
    void attributeErrorOfCallsThatSurvive() throws Exception {
        Path c = dir.resolve("e.c");
        Files.writeString(c, """
                extern void bad(void) __attribute__((error("never")));
                extern void odd(void) __attribute__((warning("hardly")));
                int f(int x) {
                    if (sizeof x != 4) bad();
                    if (x > 3 && x < 2) bad();
                    odd();
                    return x;
                }
                """);
        Jcc.Result r = jcc("-O2", "-c", c.toString(), "-o", dir.resolve("e.o").toString());
        assertEquals(0, r.status(), r.err());
        assertTrue(r.err().contains(c + ":6:8: warning: call to 'odd' declared with attribute warning: hardly [-Wattribute-warning]"), r.err());
        Files.writeString(c, "extern void bad(void) __attribute__((error(\"never\")));\nvoid f(void) { bad(); }\n");
        r = jcc("-c", c.toString(), "-o", dir.resolve("e.o").toString());
        assertEquals(1, r.status());
        assertTrue(r.err().contains(c + ":2:19: error: call to 'bad' declared with attribute error: never"), r.err());
    }

    @Test
    void passesReportWithSourceLines() throws Exception {
        Path c = dir.resolve("f.c");
        Files.writeString(c, "static inline int f(int x) { return x * 3; }\nint g(int y) { return f(y); }\n");
        Jcc.Result r = jcc("-O2", "-fopt-info-inline", "-c", c.toString(), "-o", dir.resolve("f.o").toString());
        assertEquals(c + ":2:24: optimized: inlined f into g\n", r.err());
        assertEquals(1, jcc("-fopt-info-nonsense", "-c", c.toString()).status());
    }

    @Test
    void launcherStartsNoOtherProcess() throws Exception {
        Path trace = dir.resolve("trace");
        Programs.run(dir, "strace", "-f", "-qq", "-e", "trace=execve", "-o", trace.toString(), BIN.resolve("jcc").toString(), "-O1", hello.toString(), "-o",
                dir.resolve("hello").toString());
        List<String> started = Files.readAllLines(trace).stream().filter(l -> l.contains("execve(") && l.contains(") = 0")).toList();
        assertEquals(2, started.size(), started.toString());
        assertTrue(started.get(0).contains("bin/jcc") && started.get(1).contains("java"), started.toString());
        assertEquals("Hello, world!\n", Jcc.execute(10, dir.resolve("hello").toString()).out());
    }

    @Test
    void needsNoToolOfTheMachine() throws Exception {
        // A PATH on which there is nothing but the shell that runs the launcher.
        Path path = Files.createDirectory(dir.resolve("path"));
        Programs.run(dir, "env", "-i", "PATH=" + path, BIN.resolve("jcc").toString(), hello.toString(), "-o", dir.resolve("hello").toString());
        assertEquals("Hello, world!\n", Jcc.execute(10, dir.resolve("hello").toString()).out());
    }

    @Test
    void readsStandardInput() throws Exception {
        Programs.run(dir, "sh", "-c", BIN.resolve("jcc") + " -x c - -o hello <hello.c");
        assertEquals("Hello, world!\n", Jcc.execute(10, dir.resolve("hello").toString()).out());
    }

    @Test
    void errorsLeaveNothing() throws Exception {
        Path bad = dir.resolve("bad.c");
        Files.writeString(bad, "int main(void) { return undeclared; }\n");
        for (String stage : new String[] {"-c", "-S", "-O2"}) {
            Jcc.Result r = jcc(stage, bad.toString(), "-o", dir.resolve("out").toString());
            assertEquals(1, r.status());
            assertTrue(r.err().contains("bad.c:1:25: error: 'undeclared' undeclared"), r.err());
        }
        Path link = dir.resolve("link.c");
        Files.writeString(link, "void missing(void);\nint main(void) { missing(); return 0; }\n");
        Jcc.Result r = jcc(link.toString(), "-o", dir.resolve("out").toString());
        assertEquals(1, r.status());
        assertTrue(r.err().contains("in function 'main'") && r.err().contains("undefined reference to 'missing'"), r.err());
        assertEquals(List.of("bad.c", "hello.c", "link.c"), files());
    }

    @Test
    void refusesByName() throws Exception {
        for (String option : new String[] {"-fno-such-option", "-m32", "-fsanitize=address", "-fopenmp", "--no-such", "-mno-such"}) {
            Jcc.Result r = jcc("-c", hello.toString(), option, "-o", dir.resolve("x.o").toString());
            assertEquals(1, r.status(), option);
            assertTrue(r.err().contains("'" + option + "'"), r.err());
        }
        for (String option : new String[] {"-ftree-vectorize", "-fno-tree-vrp", "-falign-functions=16", "-mtune=native", "-Wno-no-such-thing", "-fstack-protector-strong",
            "-fno-semantic-interposition", "-pipe", "-Wall", "-Wextra", "-Wformat=2", "-fdiagnostics-color=never"}) {
            Jcc.Result r = jcc("-c", hello.toString(), option, "-o", dir.resolve("x.o").toString());
            assertEquals(0, r.status(), option + "\n" + r.err());
        }
    }

    @Test
    void informs() throws Exception {
        assertTrue(jcc("--version").out().startsWith("jcc "));
        assertEquals("x86_64-linux-gnu\n", jcc("-dumpmachine").out());
        assertEquals("12\n", jcc("-dumpversion").out());
        assertTrue(jcc("--help").out().contains("-fPIC"));
        assertTrue(jcc("-print-libgcc-file-name").out().endsWith("libjcc.a\n"));
        assertTrue(jcc("-print-file-name=crt1.o").out().endsWith("/crt1.o\n"));
        String passes = jcc("--print-passes").out();
        for (String name : List.of("mem2reg", "abi", "select", "regalloc", "frame")) assertTrue(passes.contains("\n" + name + " "), name);
        assertTrue(jcc("-print-search-dirs").out().contains("libraries: ="));
        assertEquals(1, jcc().status());
    }

    @Test
    void responseFilesAndDependencies() throws Exception {
        Files.writeString(dir.resolve("mine.h"), "#define N 3\n");
        Path c = dir.resolve("dep.c");
        Files.writeString(c, "#include \"mine.h\"\nint n = N;\n");
        Files.writeString(dir.resolve("args"), "-c \"" + c + "\" -MD -o '" + dir.resolve("dep.o") + "'\n");
        assertEquals(0, jcc("@" + dir.resolve("args")).status());
        String rule = Files.readString(dir.resolve("dep.d"));
        assertTrue(rule.startsWith(dir.resolve("dep.o") + ":") && rule.contains("mine.h"), rule);
    }

    @Test
    void objectFromAssemblyTextIsTheSame() throws Exception {
        Path src = Programs.source("lua5.4").resolve("src");
        for (String name : new String[] {"lvm", "lapi", "lstrlib", "lobject", "loslib"}) {
            for (String[] options : new String[][] {{"-O0"}, {"-O1"}, {"-O0", "-g"}, {"-O2"}, {"-O1", "-fPIC"}}) {
                Path direct = dir.resolve("direct.o");
                Path text = dir.resolve("text.s");
                Path through = dir.resolve("through.o");
                String c = src.resolve(name + ".c").toString();
                Programs.jcc(Programs.concat(List.of(options), "-c", c, "-o", direct.toString()));
                Programs.jcc(Programs.concat(List.of(options), "-S", c, "-o", text.toString()));
                Programs.jcc("-c", text.toString(), "-o", through.toString());
                assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(through), name + " " + String.join(" ", options));
            }
        }
    }

    @Test
    void sameInputSameBytesInParallel() throws Exception {
        Path src = Programs.source("lua5.4").resolve("src");
        List<Path> sources = Programs.sources(src).subList(0, 16);
        List<byte[]> first = new ArrayList<>();
        for (Path c : sources) first.add(compile(c, "one"));
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<byte[]>> jobs = new ArrayList<>();
            for (Path c : sources) jobs.add(() -> compile(c, "many"));
            List<Future<byte[]>> again = pool.invokeAll(jobs);
            for (int i = 0; i < first.size(); i++) assertArrayEquals(first.get(i), again.get(i).get(), sources.get(i).toString());
        }
    }

    private byte[] compile(Path c, String suffix) throws Exception {
        Path o = dir.resolve(c.getFileName() + suffix + ".o");
        Programs.jcc("-O1", "-c", c.toString(), "-o", o.toString());
        return Files.readAllBytes(o);
    }

    @Test
    void debugInformationDoesNotChangeCode() throws Exception {
        Path src = Programs.source("lua5.4").resolve("src");
        for (String name : new String[] {"lvm -O1", "ltable -O1", "lvm -O2", "lstrlib -O2", "lgc -O3", "lcode -Os"}) {
            String level = name.substring(name.indexOf(' ') + 1);
            name = name.substring(0, name.indexOf(' '));
            Path o = dir.resolve("x.o");
            List<String> texts = new ArrayList<>();
            for (String g : new String[] {"-g0", "-g"}) {
                Programs.jcc(level, g, "-c", src.resolve(name + ".c").toString(), "-o", o.toString());
                texts.add(Programs.run(dir, "objdump", "-d", "--section=.text", o.toString()));
            }
            assertEquals(texts.get(0), texts.get(1), name);
        }
    }

    @Test
    void deepAndLargeInput() throws Exception {
        StringBuilder parens = new StringBuilder("int x; int f(void) { return ");
        parens.append("(".repeat(10_000)).append('x').append(")".repeat(10_000)).append("; }\n");
        StringBuilder blocks = new StringBuilder("int f(int x) { ").append("{".repeat(5_000)).append("x++;").append("}".repeat(5_000)).append(" return x; }\n");
        StringBuilder sum = new StringBuilder("int f(int x) { return x");
        for (int i = 0; i < 100_000; i++) sum.append(" + x");
        sum.append("; }\n");
        int n = 0;
        for (StringBuilder text : List.of(parens, blocks, sum)) {
            Path c = dir.resolve("deep" + n++ + ".c");
            Files.writeString(c, text);
            for (String level : new String[] {"-O0", "-O1"}) {
                long t0 = System.nanoTime();
                Jcc.Result r = jcc(level, "-c", c.toString(), "-o", dir.resolve("deep.o").toString());
                assertFalse(r.err().contains("internal compiler error"), r.err());
                assertEquals(0, r.status(), r.err());
                assertTrue(System.nanoTime() - t0 < 10_000_000_000L, "too slow: " + c + " " + level);
            }
        }
    }
}
