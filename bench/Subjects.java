import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jcc.driver.Tools;

/** What is measured: the kernels, Lua, SQLite; and how a compiler builds them. "jcc" runs in this JVM, any other as a process. */
final class Subjects {
    /** A program of {@code bench/kernels}; its own default is its timed size, {@code small} the one for callgrind (about 10 million instructions). */
    record Kernel(String name, String small) {
        Path source() {
            return Path.of("bench", "kernels", name + ".c");
        }
    }

    static final List<Kernel> KERNELS = List.of(
            new Kernel("bignum", "600 600"), new Kernel("bits", "60000"), new Kernel("calls", "15"), new Kernel("crc", "10 65536"),
            new Kernel("dp", "400 2"), new Kernel("fannkuch", "8"), new Kernel("fft", "2048 15"), new Kernel("floyd", "96 2"),
            new Kernel("gotovm", "60000"), new Kernel("hashtable", "5000 30"), new Kernel("json", "400 20"), new Kernel("life", "64 60"),
            new Kernel("listsort", "8000 2"), new Kernel("lz", "2 50000"), new Kernel("mandelbrot", "60 200"), new Kernel("matmul", "60 4"),
            new Kernel("nbody", "20000"), new Kernel("prng", "200000"), new Kernel("queens", "11"), new Kernel("quicksort", "40000 1"),
            new Kernel("regex", "800"), new Kernel("sha256", "4 65536"), new Kernel("sieve", "4 200000"), new Kernel("strings", "300"),
            new Kernel("switchvm", "60000"), new Kernel("tree", "6000 3"));
    static final List<String> LUA_SCRIPTS = List.of("closures", "fib", "floats", "gc", "loops", "sort", "strings", "tables");
    static final String[] SQLITE = {"-w", "-DSQLITE_THREADSAFE=0", "-DSQLITE_OMIT_LOAD_EXTENSION", "-DSQLITE_ENABLE_RTREE"};
    static final String[] LUA = {"-w", "-std=gnu99", "-DLUA_COMPAT_5_3", "-DLUA_USE_LINUX"};
    static final Path TARGET = Path.of("bench", "target").toAbsolutePath();
    /** Shared with the torture tests: a source is fetched once. */
    private static final Path FETCHED = Path.of("torture-tests", "target").toAbsolutePath();
    private static final long STACK_BYTES = 1L << 30;

    private Subjects() {}

    private static Path source(String name) throws Exception {
        Path s = FETCHED.resolve("sources");
        if (!Files.isDirectory(s.resolve(name))) Processes.run("torture-tests/fetch-sources.sh", s.toString(), name);
        return s.resolve(name);
    }

    static Path lua() throws Exception {
        return source("lua5.4").resolve("src");
    }

    /** All of the interpreter's sources. */
    static List<Path> luaSources() throws Exception {
        try (Stream<Path> s = Files.list(lua())) {
            return s.filter(p -> p.toString().endsWith(".c") && !p.endsWith("luac.c")).sorted().toList();
        }
    }

    /** The folder with sqlite3.c and speedtest1.c. */
    static Path sqlite() throws Exception {
        Path build = Files.createDirectories(FETCHED.resolve("sqlite/src"));
        Path sources = source("sqlite3");
        if (!Files.exists(build.resolve("shell.c"))) {
            Processes.run("sh", "-c", "cd " + build + " && " + sources + "/configure --disable-tcl --disable-readline >log 2>&1 && make sqlite3.c sqlite3.h shell.c >>log 2>&1");
        }
        if (!Files.exists(build.resolve("speedtest1.c"))) Files.copy(sources.resolve("test/speedtest1.c"), build.resolve("speedtest1.c"));
        return build;
    }

    /** The program that {@code compiler} makes of the sources, compiled and linked anew. */
    static Path program(String compiler, String name, String level, List<Path> sources, String... options) throws Exception {
        Path exe = Files.createDirectories(TARGET.resolve(compiler + level)).resolve(name);
        List<String> args = new ArrayList<>(List.of(level, "-o", exe.toString()));
        args.addAll(List.of(options));
        for (Path s : sources) args.add(s.toString());
        args.addAll(List.of("-Wl,-E", "-lm", "-ldl"));
        compile(compiler, args);
        return exe;
    }

    static Path object(String compiler, String level, Path source, String... options) throws Exception {
        Path o = Files.createDirectories(TARGET.resolve(compiler + level)).resolve(source.getFileName() + ".o");
        List<String> args = new ArrayList<>(List.of(level, "-c", source.toString(), "-o", o.toString()));
        args.addAll(List.of(options));
        compile(compiler, args);
        return o;
    }

    private static void compile(String compiler, List<String> args) throws Exception {
        if (compiler.equals("jcc")) {
            warm(args);
        } else {
            List<String> c = new ArrayList<>(List.of(compiler));
            c.addAll(args);
            Processes.run(c.toArray(String[]::new));
        }
    }

    /** Runs jcc in this JVM, which must succeed; CPU seconds of the compiling thread. */
    static double warm(List<String> options) throws Exception {
        double[] seconds = {0};
        int[] status = {1};
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread t = new Thread(null, () -> {
            long t0 = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8);
            status[0] = Tools.run(options, InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), e);
            seconds[0] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t0) / 1e9;
        }, "bench", STACK_BYTES);
        t.start();
        t.join();
        if (status[0] != 0) throw new IllegalStateException("jcc failed: " + options + "\n" + err.toString(StandardCharsets.UTF_8));
        return seconds[0];
    }

    /** The start of a jcc command line of its own process. */
    static List<String> fresh() {
        String classPath = System.getenv("JCC_CLASSPATH");
        if (classPath == null) return List.of(Path.of("bin", "jcc").toAbsolutePath().toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, "-Djcc.home=" + Path.of(System.getProperty("jcc.home")).toAbsolutePath(), "org.jcc.driver.Main");
    }
}
