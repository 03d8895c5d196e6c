package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The execute part of GCC's torture suite and its tests of builtins, compiled and linked in this JVM, run as processes.
 *
 * <p>{@link Suite#outcome} says what results there are. {@code known-failures.tsv} lists every test that does not pass with its result; it may only
 * shrink: a listed test that passes, or fails in another way, fails here. All results are written to
 * {@code target/torture-execute.tsv}.
 *
 * <p>{@code -Djcc.torture.levels=O0,O2+march=haswell} chooses levels and options, {@code -Djcc.torture.filter=REGEX} tests.
 */
class TortureTest {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int RUN_SECONDS = 15;
    /** A folder of tests whose functions must not be called where the compiler knows better. */
    private static final String BUILTINS = "builtins";
    private static final Pattern ADDITIONAL = Pattern.compile("(?m)^set additional_flags (.*)$");

    private static ExecutorService pool;
    private static final Map<String, String> RESULTS = new TreeMap<>();

    @AfterAll
    static void report() throws IOException {
        if (pool != null) pool.shutdownNow();
        StringBuilder tsv = new StringBuilder("test\tlevel\tresult\n");
        Map<String, Integer> counts = new TreeMap<>();
        RESULTS.forEach((k, v) -> {
            tsv.append(k).append('\t').append(v).append('\n');
            counts.merge(k.substring(k.indexOf('\t') + 1) + " " + v.replaceFirst("\\(.*", ""), 1, Integer::sum);
        });
        Files.writeString(Path.of("target", "torture-execute.tsv"), tsv);
        System.out.println("torture execute: " + counts);
    }

    @TestFactory
    Stream<DynamicTest> execute() throws Exception {
        Path dir = Suite.fetch().resolve("gcc.c-torture/execute");
        String[] levels = System.getProperty("jcc.torture.levels", "O0,O1,O2,O3,Os").split(",");
        Pattern filter = Pattern.compile(System.getProperty("jcc.torture.filter", ""));
        Map<String, String> known = Suite.knownFailures("known-failures.tsv");
        List<Path> tests = new ArrayList<>();
        for (Path folder : List.of(dir, dir.resolve(BUILTINS))) {
            try (Stream<Path> s = Files.list(folder)) {
                s.filter(p -> p.toString().endsWith(".c") && !(folder.endsWith(BUILTINS) && p.toString().endsWith("-lib.c")))
                        .filter(p -> filter.matcher(dir.relativize(p).toString()).find()).sorted().forEach(tests::add);
            }
        }
        pool = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
        Path work = Files.createDirectories(Path.of("target", "torture-work")).toAbsolutePath();
        Map<String, Future<String[]>> jobs = new LinkedHashMap<>();
        for (Path t : tests) {
            for (String level : levels) {
                String key = dir.relativize(t) + "\t-" + level;
                jobs.put(key, pool.submit(() -> one(t, level, work)));
            }
        }
        return jobs.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey().replace('\t', ' '), () -> {
            String[] r = e.getValue().get();
            RESULTS.put(e.getKey(), r[0]);
            String expected = known.getOrDefault(e.getKey(), "PASS");
            if (!r[0].equals(expected)) fail("expected " + expected + " but was " + r[0] + "\n" + r[1]);
        }));
    }

    /** Result and details. */
    private static String[] one(Path test, String level, Path work) throws Exception {
        String name = test.getFileName().toString().replaceFirst("\\.c$", "");
        boolean builtin = test.getParent().endsWith(BUILTINS);
        Path exe = work.resolve((builtin ? BUILTINS + "-" : "") + name + "-" + level);
        List<String> command = new ArrayList<>(List.of("-w"));
        for (String option : level.split("\\+")) command.add("-" + option);
        command.addAll(Suite.options(Files.readString(test, StandardCharsets.ISO_8859_1)));
        command.addAll(List.of("-o", exe.toString(), test.toString(), "-lm"));
        if (builtin) {
            // The functions that a builtin is not to call, and main; builtins.exp's options, and those of the test's own script.
            command.addAll(List.of(test.resolveSibling(name + "-lib.c").toString(), test.resolveSibling("lib/main.c").toString()));
            command.addAll(List.of("-fno-tree-dse", "-fno-tree-loop-distribute-patterns", "-fno-tracer", "-fno-ipa-ra", "-fno-inline-functions"));
            Path script = test.resolveSibling(name + ".x");
            Matcher m = ADDITIONAL.matcher(Files.exists(script) ? Files.readString(script) : "");
            if (m.find()) command.addAll(List.of(m.group(1).strip().split("\\s+")));
        }
        return Suite.outcome(command, exe, RUN_SECONDS, false);
    }
}
