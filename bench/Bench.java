import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.driver.Tools;

/** Measures compile speed against gcc: CPU seconds, runs of both interleaved, medians, ratios. See {@code bench/run}. */
public final class Bench {
    private static final int RUNS = 7;
    private static final int WARM_UP = 12;
    private static final long STACK_BYTES = 1L << 30;

    public static void main(String[] args) throws Exception {
        if (args.length != 1 || !args[0].equals("compile")) {
            System.err.println("usage: bench/run compile");
            System.exit(2);
        }
        Path dir = Path.of("bench", "target").toAbsolutePath();
        Path sqlite = sqlite(dir);
        Path lvm = source(dir, "lua5.4").resolve("src/lvm.c");
        row("sqlite3.c -fsyntax-only", List.of("-fsyntax-only", "-w", sqlite.toString()), true);
        row("sqlite3.c -O0 -c", List.of("-O0", "-w", "-c", sqlite.toString(), "-o", dir.resolve("x.o").toString()), true);
        row("lvm.c -O0 -c", List.of("-O0", "-w", "-c", lvm.toString(), "-o", dir.resolve("x.o").toString()), true);
    }

    private static Path source(Path dir, String name) throws Exception {
        Path s = dir.resolve("sources");
        if (!Files.isDirectory(s.resolve(name))) process("torture-tests/fetch-sources.sh", s.toString(), name);
        return s.resolve(name);
    }

    private static Path sqlite(Path dir) throws Exception {
        Path build = dir.resolve("sqlite");
        if (!Files.exists(build.resolve("sqlite3.c"))) {
            Path s = source(dir, "sqlite3");
            Files.createDirectories(build);
            process("sh", "-c", "cd " + build + " && " + s + "/configure --disable-tcl --disable-readline >log 2>&1 && make sqlite3.c >>log 2>&1");
        }
        return build.resolve("sqlite3.c");
    }

    private static void row(String name, List<String> options, boolean fresh) throws Exception {
        for (int i = 0; i < WARM_UP; i++) warm(options);
        double[] gcc = new double[RUNS];
        double[] warm = new double[RUNS];
        double[] cold = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            gcc[i] = cpu("gcc", options);
            warm[i] = warm(options);
            if (fresh) cold[i] = cpu("bin/jcc", options);
        }
        double g = median(gcc);
        System.out.printf("%-26s gcc %7.3f s   jcc warm %7.3f s (%.2f)", name, g, median(warm), median(warm) / g);
        if (fresh) System.out.printf("   fresh %7.3f s (%.2f)", median(cold), median(cold) / g);
        System.out.println();
    }

    /** CPU seconds of the compiling thread in this JVM. */
    private static double warm(List<String> options) throws Exception {
        double[] seconds = {0};
        int[] status = {1};
        Thread t = new Thread(null, () -> {
            PrintStream err = System.err;
            long t0 = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            status[0] = Tools.run(options, InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), err);
            seconds[0] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t0) / 1e9;
        }, "bench", STACK_BYTES);
        t.start();
        t.join();
        if (status[0] != 0) throw new IllegalStateException("jcc failed: " + options);
        return seconds[0];
    }

    /** User and system CPU seconds of a process, its JIT and garbage collection included. */
    private static double cpu(String compiler, List<String> options) throws Exception {
        List<String> c = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash", compiler));
        c.addAll(options);
        Process p = new ProcessBuilder(c).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String last = "";
        try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getErrorStream()))) {
            for (String line; (line = r.readLine()) != null; ) last = line;
        }
        if (p.waitFor() != 0) throw new IllegalStateException(compiler + " failed");
        String[] us = last.trim().split(" ");
        return Double.parseDouble(us[0]) + Double.parseDouble(us[1]);
    }

    private static void process(String... command) throws Exception {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) throw new IllegalStateException(Arrays.toString(command));
    }

    private static double median(double[] v) {
        double[] s = v.clone();
        Arrays.sort(s);
        return s[s.length / 2];
    }
}
