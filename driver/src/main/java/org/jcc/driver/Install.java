package org.jcc.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the installation at package time; no part of compiling. Arguments: the installation's directory (its {@code lib} holds
 * the dependencies' jars), the driver's jar, the runtime's sources.
 *
 * <p>The runtime is compiled by jcc in this JVM, and switches over types are linked ({@link TypeSwitches}). Then a training run of a child JVM writes the AOT cache, which is named
 * after the content of all jars and the JDK: the JVM does not notice that a jar changed. The launcher reads {@code java} (the
 * JVM's path, written last: it marks the installation as whole) and {@code jvm.options}.
 *
 * <p>The JVM compiles with C1 alone, inlines less than it would, and does not compile ahead what the training run compiled: a
 * fresh process is too short for more (medians in pairs: hello 0.37 to 0.30 s of CPU, Lua at -O2 4.8 to 4.0, sqlite3.c the same).
 */
public final class Install {
    private Install() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]).toAbsolutePath();
        Path lib = home.resolve("lib");
        Path mark = home.resolve("java");
        Files.deleteIfExists(mark);
        Path driver = Path.of(args[1]);
        Files.copy(driver, lib.resolve(driver.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        runtime(Path.of(args[2]), home);

        List<Path> jars = list(lib, ".jar");
        for (Path jar : jars) TypeSwitches.link(jar);
        for (Path old : list(home, ".aot")) Files.delete(old);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path cache = home.resolve(hash(jars) + ".aot");
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:C1MaxInlineSize=20",
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining", "-XX:-UsePerfData", "-Xlog:disable", "-Xlog:all=off",
                "-cp", String.join(":", jars.stream().map(Path::toString).toList())));
        train(java, options, cache, home);
        if (Files.exists(cache)) options.add(0, "-XX:AOTCache=" + cache);
        Files.writeString(home.resolve("jvm.options"), String.join("\n", options.stream().map(Install::quoted).toList()) + "\n");
        Files.writeString(mark, java + "\n");
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<Path> list(Path dir, String suffix) throws IOException {
        try (Stream<Path> s = Files.walk(dir)) {
            return s.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static String hash(List<Path> jars) throws IOException {
        try {
            MessageDigest d = MessageDigest.getInstance("SHA-256");
            d.update((System.getProperty("java.vm.version") + System.getProperty("java.home")).getBytes(StandardCharsets.UTF_8));
            for (Path p : jars) d.update(Files.readAllBytes(p));
            return HexFormat.of().formatHex(d.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- the runtime ----

    /** For each target the libraries of the compiler's functions and of unwinding, and the start files. */
    private static void runtime(Path sources, Path home) throws IOException {
        System.setProperty("jcc.home", home.toString());
        for (Targets.Target t : Targets.ALL) {
            Path out = Files.createDirectories(home.resolve("lib").resolve(t.name()));
            Path objects = Files.createDirectories(home.resolve("objects").resolve(t.name()));
            String target = "--target=" + t.name();
            library(target, sources.resolve("builtins"), objects, out.resolve("libjcc.a"));
            String begin = sources.resolve("start").resolve("begin.c").toString();
            jcc(target, "-O2", "-w", "-fPIC", "-c", begin, "-o", out.resolve("jccbegin.o").toString());
            jcc(target, "-O2", "-w", "-fPIC", "-DSHARED", "-c", begin, "-o", out.resolve("jccbeginS.o").toString());
            // Written for x86-64: the unwinder's registers, the x87 unit.
            if (t != Targets.NATIVE) continue;
            library(target, sources.resolve("unwind"), objects, out.resolve("libjcc_eh.a"));
            String precision = sources.resolve("start").resolve("precision.c").toString();
            jcc(target, "-O2", "-fPIC", "-DPRECISION=0", "-c", precision, "-o", out.resolve("jccprec32.o").toString());
            jcc(target, "-O2", "-fPIC", "-DPRECISION=2", "-c", precision, "-o", out.resolve("jccprec64.o").toString());
        }
    }

    private static void library(String target, Path sources, Path objects, Path archive) throws IOException {
        List<String> command = new ArrayList<>(List.of("--tool=jcc-ar", "rcsD", archive.toString()));
        Files.deleteIfExists(archive);
        List<Path> all = new ArrayList<>(list(sources, ".c"));
        all.addAll(list(sources, ".S"));
        for (Path c : all) {
            String name = c.getFileName().toString();
            Path o = objects.resolve(name.substring(0, name.length() - 2) + ".o");
            jcc(target, "-O2", "-fPIC", "-ffreestanding", "-fvisibility=hidden", "-ffunction-sections", "-c", c.toString(), "-o", o.toString());
            command.add(o.toString());
        }
        jcc(command.toArray(String[]::new));
    }

    private static void jcc(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream p = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = Tools.run(List.of(args), InputStream.nullInputStream(), p, p);
        if (status != 0) throw new IllegalStateException("jcc " + String.join(" ", args) + "\n" + err.toString(StandardCharsets.UTF_8));
        System.err.print(err.toString(StandardCharsets.UTF_8));
    }

    // ---- the AOT cache ----

    private static void train(Path java, List<String> options, Path cache, Path home) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory("jcc-train");
        Path c = dir.resolve("t.c");
        Files.writeString(c, """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                struct s { int a; double b; char c[8]; };
                static int f(struct s *p, int n) { int i, r = 0; for (i = 0; i < n; i++) r += p[i].a * (int)p[i].b; return r; }
                int main(int argc, char **argv)
                {
                    struct s v[3] = {{1, 2.0, "x"}, {3, 4.5, "y"}};
                    switch (argc) { case 1: puts("one"); break; case 2: case 3: puts(argv[1]); break; default: return 1; }
                    printf("%d %zu\\n", f(v, 3), strlen(v[0].c));
                    return EXIT_SUCCESS;
                }
                """);
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(options);
        command.addAll(List.of("-Djcc.home=" + home, "org.jcc.driver.Main", "-O2", c.toString(), "-o", dir.resolve("t").toString()));
        Process p = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(dir.resolve("log").toFile()).start();
        if (p.waitFor() != 0) System.err.println("jcc: no AOT cache: " + Files.readString(dir.resolve("log")));
        for (String n : new String[] {"t.c", "t", "log"}) Files.deleteIfExists(dir.resolve(n));
        Files.deleteIfExists(dir);
    }
}
