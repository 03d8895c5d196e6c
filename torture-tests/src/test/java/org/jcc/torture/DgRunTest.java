package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.fail;

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
 * The programs of GCC's own tests that are to be run ({@code dg-do run} in gcc.dg and c-c++-common; {@code dg-run.tsv} names those that hold for
 * x86_64 Linux), with the options that each asks for and {@code -O2} where it asks for no level. Only the programs' outcome counts, not their diagnostics or dumps.
 * {@code dg-known-failures.tsv} lists those that do not pass, with the reason; it may only shrink.
 *
 * <p>{@code -Djcc.dg.levels=O2,O3} chooses levels, {@code -Djcc.dg.filter=REGEX} tests.
 */
class DgRunTest {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int RUN_SECONDS = 20;
    /** What vect.exp adds. */
    private static final List<String> VECTORS = List.of("-ftree-vectorize", "-fno-tree-loop-distribute-patterns", "-fno-vect-cost-model", "-fno-common");
    private static final Pattern MORE_SOURCES = Pattern.compile("dg-additional-sources\\s+\"?([^\"}]*)\"?");

    private static ExecutorService pool;

    @AfterAll
    static void end() {
        if (pool != null) pool.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> run() throws Exception {
        Path suite = Suite.fetch();
        String[] levels = System.getProperty("jcc.dg.levels", "O2").split(",");
        Pattern filter = Pattern.compile(System.getProperty("jcc.dg.filter", ""));
        Map<String, String> known = Suite.knownFailures("dg-known-failures.tsv");
        Path work = Files.createDirectories(Path.of("target", "dg-work")).toAbsolutePath();
        pool = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
        Map<String, Future<String[]>> jobs = new LinkedHashMap<>();
        for (String test : Files.readAllLines(Path.of("dg-run.tsv"))) {
            if (!filter.matcher(test).find()) continue;
            for (String level : levels) jobs.put(test + "\t-" + level, pool.submit(() -> one(suite, test, level, work)));
        }
        Map<String, String> results = new TreeMap<>();
        return jobs.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey().replace('\t', ' '), () -> {
            String[] r = e.getValue().get();
            results.put(e.getKey(), r[0]);
            String expected = known.getOrDefault(e.getKey(), "PASS");
            if (!r[0].equals(expected)) fail("expected " + expected + " but was " + r[0] + "\n" + r[1]);
        }));
    }

    private static String[] one(Path suite, String test, String level, Path work) throws Exception {
        Path file = suite.resolve(test);
        String source = Files.readString(file, StandardCharsets.ISO_8859_1);
        Path exe = work.resolve(test.replace('/', '_') + "-" + level);
        List<String> command = new ArrayList<>(List.of("-w", "-" + level));
        if (test.startsWith("gcc.dg/vect/")) command.addAll(VECTORS);
        for (String o : Suite.options(source)) if (!o.startsWith("-fdump") && !o.equals("-save-temps")) command.add(o);
        command.addAll(List.of("-o", exe.toString(), file.toString()));
        Matcher more = MORE_SOURCES.matcher(source);
        if (more.find()) for (String s : more.group(1).strip().split("\\s+")) command.add(file.resolveSibling(s).toString());
        command.add("-lm");
        return Suite.outcome(command, exe, RUN_SECONDS, source.contains("dg-shouldfail"));
    }
}
