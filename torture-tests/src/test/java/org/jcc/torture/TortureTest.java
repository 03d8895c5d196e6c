package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
 * <p>A result is PASS, FAIL-compile, FAIL-link, FAIL-ICE, TIMEOUT-compile, TIMEOUT-run, FAIL-run(status), and SORRY: refused
 * with "sorry, unimplemented". {@code known-failures.tsv} lists every test that does not pass with its result; it may only
 * shrink: a listed test that passes, or fails in another way, fails here. All results are written to
 * {@code target/torture-execute.tsv}.
 *
 * <p>{@code -Djcc.torture.levels=O0,O2+march=haswell} chooses levels and options, {@code -Djcc.torture.filter=REGEX} tests.
 */
class TortureTest {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int RUN_SECONDS = 15;
    private static final int COMPILE_SECONDS = 60;
    /** A folder of tests whose functions must not be called where the compiler knows better. */
    private static final String BUILTINS = "builtins";
    private static final Pattern ADDITIONAL = Pattern.compile("(?m)^set additional_flags (.*)$");
    private static final Pattern DIRECTIVE = Pattern.compile("\\{\\s+(dg-[-a-z]+)\\s+(.*)\\s+\\}");

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
        Path suite = Path.of("target", "gcc-testsuite");
        Process fetch = new ProcessBuilder("./fetch-suite.sh", suite.toString()).inheritIO().start();
        assertEquals(0, fetch.waitFor(), "cannot fetch the suite");
        Path dir = suite.resolve("gcc.c-torture/execute");
        String[] levels = System.getProperty("jcc.torture.levels", "O0,O1,O2,O3,Os").split(",");
        Pattern filter = Pattern.compile(System.getProperty("jcc.torture.filter", ""));
        Map<String, String> known = knownFailures();
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

    private static Map<String, String> knownFailures() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("known-failures.tsv"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] f = line.split("\t");
            known.put(f[0] + "\t" + f[1], f[2]);
        }
        return known;
    }

    /** Result and details. */
    private static String[] one(Path test, String level, Path work) throws Exception {
        String name = test.getFileName().toString().replaceFirst("\\.c$", "");
        boolean builtin = test.getParent().endsWith(BUILTINS);
        Path exe = work.resolve((builtin ? BUILTINS + "-" : "") + name + "-" + level);
        List<String> command = new ArrayList<>(List.of("-w"));
        for (String option : level.split("\\+")) command.add("-" + option);
        command.addAll(options(Files.readString(test, StandardCharsets.ISO_8859_1)));
        command.addAll(List.of("-o", exe.toString(), test.toString(), "-lm"));
        if (builtin) {
            // The functions that a builtin is not to call, and main; builtins.exp's options, and those of the test's own script.
            command.addAll(List.of(test.resolveSibling(name + "-lib.c").toString(), test.resolveSibling("lib/main.c").toString()));
            command.addAll(List.of("-fno-tree-dse", "-fno-tree-loop-distribute-patterns", "-fno-tracer", "-fno-ipa-ra", "-fno-inline-functions"));
            Path script = test.resolveSibling(name + ".x");
            Matcher m = ADDITIONAL.matcher(Files.exists(script) ? Files.readString(script) : "");
            if (m.find()) command.addAll(List.of(m.group(1).strip().split("\\s+")));
        }
        Jcc.Result c = Jcc.run(command, COMPILE_SECONDS);
        if (c == null) return new String[] {"TIMEOUT-compile", ""};
        if (c.status() != 0) {
            String e = c.err();
            String r = e.contains("internal compiler error") ? "FAIL-ICE" : e.contains("sorry, unimplemented") ? "SORRY"
                    : e.contains("undefined reference") || e.contains("the link failed") ? "FAIL-link" : "FAIL-compile";
            return new String[] {r, e};
        }
        Jcc.Result r = Jcc.execute(RUN_SECONDS, exe.toString());
        Files.deleteIfExists(exe);
        if (r == null) return new String[] {"TIMEOUT-run", ""};
        return new String[] {r.status() == 0 ? "PASS" : "FAIL-run(" + r.status() + ")", r.out() + r.err()};
    }

    /** The options that dg-options and dg-additional-options ask for on x86_64 Linux. */
    static List<String> options(String source) {
        List<String> options = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (String line : source.split("\n")) {
            Matcher m = DIRECTIVE.matcher(line);
            if (!m.find() || !m.group(1).equals("dg-options") && !m.group(1).equals("dg-additional-options")) continue;
            List<String> words = tclList(m.group(2));
            if (words.size() > 1 && !selected(words.get(1))) continue;
            String text = words.get(0).strip();
            // A quoted string inside braces is a list of one more level.
            if (text.startsWith("\"")) text = String.join(" ", tclList(text));
            List<String> flags = List.of(text.split("\\s+"));
            if (m.group(1).equals("dg-options")) options = new ArrayList<>(flags);
            else more.addAll(flags);
        }
        options.addAll(more);
        options.removeIf(String::isBlank);
        return options;
    }

    /** Whether a target selector names x86_64 Linux; triplets with wildcards and the effective targets that occur. */
    private static boolean selected(String selector) {
        // Of a conjunction with the 32-bit ABI nothing is left.
        if (selector.matches(".*&& *ia32\\b.*")) return false;
        for (String w : tclList(selector.strip().replaceFirst("^target\\s+", ""))) {
            if (w.contains(" ") ? selected(w) : w.contains("*") || w.contains("-") ? glob(w) : List.of("lp64", "int128", "x86_64", "int32plus").contains(w)) return true;
        }
        return false;
    }

    private static boolean glob(String w) {
        return "x86_64-pc-linux-gnu".matches(w.replace(".", "\\.").replace("*", ".*").replace("?", "."));
    }

    /** The words of a Tcl list: braces and quotes group. */
    static List<String> tclList(String s) {
        List<String> out = new ArrayList<>();
        int n = s.length();
        for (int i = 0; i < n; ) {
            char c = s.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '{') {
                int depth = 1;
                int j = i + 1;
                while (j < n && depth > 0) {
                    if (s.charAt(j) == '{') depth++;
                    else if (s.charAt(j) == '}') depth--;
                    j++;
                }
                out.add(s.substring(i + 1, Math.max(i + 1, j - 1)));
                i = j;
            } else if (c == '"') {
                int j = i + 1;
                while (j < n && s.charAt(j) != '"') j += s.charAt(j) == '\\' ? 2 : 1;
                out.add(s.substring(i + 1, Math.min(n, j)).replaceAll("\\\\(.)", "$1"));
                i = j + 1;
            } else {
                int j = i;
                while (j < n && !Character.isWhitespace(s.charAt(j))) j++;
                out.add(s.substring(i, j));
                i = j;
            }
        }
        return out;
    }
}
