package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GCC's test suite: fetched once, its directives read, its programs built in this JVM and run as processes. */
final class Suite {
    private static final int COMPILE_SECONDS = 60;
    private static final Pattern DIRECTIVE = Pattern.compile("\\{\\s+(dg-[-a-z]+)\\s+(.*)\\s+\\}");

    private Suite() {}

    /** The suite's folder. */
    static synchronized Path fetch() throws Exception {
        Path suite = Path.of("target", "gcc-testsuite");
        Process fetch = new ProcessBuilder("./fetch-suite.sh", suite.toString()).inheritIO().start();
        assertEquals(0, fetch.waitFor(), "cannot fetch the suite");
        return suite;
    }

    /** Results other than PASS, by test and level: a table that may only shrink. */
    static Map<String, String> knownFailures(String table) throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(table))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] f = line.split("\t");
            known.put(f[0] + "\t" + f[1], f[2]);
        }
        return known;
    }

    /**
     * Builds and runs a program. Gives the result, PASS, FAIL-compile, FAIL-link, FAIL-ICE, TIMEOUT-compile, TIMEOUT-run, FAIL-run(status) or SORRY (refused
     * with "sorry, unimplemented"), and details.
     *
     * @param fails the program is to end with another status than 0
     */
    static String[] outcome(List<String> command, Path exe, int seconds, boolean fails) throws Exception {
        Jcc.Result c = Jcc.run(command, COMPILE_SECONDS);
        if (c == null) return new String[] {"TIMEOUT-compile", ""};
        if (c.status() != 0) {
            String e = c.err();
            String r = e.contains("internal compiler error") ? "FAIL-ICE" : e.contains("sorry, unimplemented") ? "SORRY"
                    : e.contains("undefined reference") || e.contains("the link failed") ? "FAIL-link" : "FAIL-compile";
            return new String[] {r, e};
        }
        Jcc.Result r = Jcc.execute(seconds, exe.toString());
        Files.deleteIfExists(exe);
        if (r == null) return new String[] {"TIMEOUT-run", ""};
        return new String[] {(r.status() != 0) == fails ? "PASS" : "FAIL-run(" + r.status() + ")", r.out() + r.err()};
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
            if (w.contains(" ") ? selected(w) : w.contains("*") || w.contains("-") ? glob(w) : List.of("lp64", "int128", "x86_64", "int32plus", "c").contains(w)) return true;
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
