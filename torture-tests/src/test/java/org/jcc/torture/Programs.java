package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Sources of real programs, and the steps that their tests share. */
final class Programs {
    private Programs() {}

    /** The unpacked upstream source of a Debian source package; fetched once. */
    static synchronized Path source(String name) throws Exception {
        Path dir = Path.of("target", "sources").toAbsolutePath();
        if (!Files.isDirectory(dir.resolve(name))) run(Path.of("."), "./fetch-sources.sh", dir.toString(), name);
        return dir.resolve(name);
    }

    /** Runs a command that must succeed, and gives its standard output. */
    static String run(Path dir, String... command) throws Exception {
        Path out = Files.createTempFile("jcc", ".out");
        Path err = Files.createTempFile("jcc", ".err");
        Process p = new ProcessBuilder(command).directory(dir.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int status = p.waitFor();
        String text = Files.readString(out);
        String errors = Files.readString(err);
        Files.delete(out);
        Files.delete(err);
        assertEquals(0, status, () -> String.join(" ", command) + "\n" + tail(text) + tail(errors));
        return text;
    }

    private static String tail(String s) {
        return s.length() > 4000 ? s.substring(s.length() - 4000) : s;
    }

    /** A jcc command line in this JVM that must succeed. */
    static void jcc(String... args) throws InterruptedException {
        jcc(Arrays.asList(args));
    }

    static void jcc(List<String> args) throws InterruptedException {
        Jcc.Result r = Jcc.run(args, 300);
        assertNotNull(r, () -> "time-out: " + args);
        assertEquals(0, r.status(), () -> "jcc " + String.join(" ", args) + "\n" + tail(r.err()));
    }

    /** The .c files of a folder but those named. */
    static List<Path> sources(Path dir, String... without) throws Exception {
        List<String> out = List.of(without);
        try (Stream<Path> s = Files.list(dir)) {
            return s.filter(p -> p.toString().endsWith(".c") && !out.contains(p.getFileName().toString())).sorted().toList();
        }
    }

    /** Compiles each source to an object in {@code into}; {@code compiler} "jcc" runs here, else as a process. */
    static List<String> objects(String compiler, List<Path> sources, Path into, String... options) throws Exception {
        Files.createDirectories(into);
        List<String> objects = new ArrayList<>();
        for (Path c : sources) {
            Path o = into.resolve(c.getFileName().toString().replace(".c", ".o"));
            List<String> args = new ArrayList<>(Arrays.asList(options));
            args.addAll(List.of("-c", c.toString(), "-o", o.toString()));
            if (compiler.equals("jcc")) {
                jcc(args);
            } else {
                args.add(0, compiler);
                run(Path.of("."), args.toArray(String[]::new));
            }
            objects.add(o.toString());
        }
        return objects;
    }

    static String[] concat(List<String> a, String... b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(Arrays.asList(b));
        return all.toArray(String[]::new);
    }
}
