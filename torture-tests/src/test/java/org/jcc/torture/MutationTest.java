package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged C through the whole compiler: preprocessor to object, with every check of IR and register allocation on.
 *
 * <p>A damaged source is either refused, with an error message, exit status 1 and no output file, or accepted with exit
 * status 0. Exceptions, verifier failures, silent failures and compiles over {@value #SECONDS} s fail the test; the damaged
 * sources that did so are kept in {@code target/mutation-failures}. Accepted programs are not run.
 *
 * <p>The originals are the torture suite's execute programs, Lua and some declarations that those lack. Round n depends
 * on the seed and n alone: {@code -Djcc.mutations=N} rounds, from {@code -Djcc.mutations.first=N}.
 */
class MutationTest {
    private static final int ROUNDS = Integer.getInteger("jcc.mutations", 500);
    private static final int FIRST = Integer.getInteger("jcc.mutations.first", 0);
    private static final int SECONDS = 20;
    private static final int MAX_BYTES = 20_000;
    private static final long SEED = 20_000;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|//[^\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|[A-Za-z_]\\w*|\\.?\\d[\\w.]*|<<=|>>=|\\.\\.\\.|[-+*/%&|^<>=!]=|\\+\\+|--|->|<<|>>|&&|\\|\\||##|.",
            Pattern.DOTALL);
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "2", "7", "63", "64", "65", "255", "65536", "0x7fffffff", "0x80000000", "0xffffffffu",
            "0x7fffffffffffffff", "0xffffffffffffffff", "1.0", "1e400", "1.5f", "2.0L", "'a'", "1ull", "100000000000", "3i");
    private static final List<String> WORDS = List.of("int", "char", "unsigned", "long", "short", "double", "float", "void", "_Bool", "__int128", "struct S", "union U", "enum E",
            "const", "volatile", "static", "extern", "register", "inline", "_Thread_local", "_Atomic", "typedef", "sizeof", "_Alignof", "typeof", "goto", "return", "break",
            "continue", "case", "default:", "switch", "if", "else", "for", "while", "do", "*", "&", "&&", "[", "]", "(", ")", "{", "}", ";", ",", "...", "=", ".", "->", "?", ":",
            "__builtin_va_arg", "__builtin_constant_p", "__builtin_choose_expr", "__builtin_offsetof", "__attribute__((packed))", "__attribute__((aligned(64)))",
            "__attribute__((vector_size(16)))", "_Complex", "asm", "__label__", "__extension__", "__auto_type", "_Generic", "_Static_assert", "long double", "restrict", "__real__");

    @Test
    void damagedSources() throws Exception {
        Path suite = Path.of("target", "gcc-testsuite");
        Process fetch = new ProcessBuilder("./fetch-suite.sh", suite.toString()).inheritIO().start();
        assertEquals(0, fetch.waitFor(), "cannot fetch the suite");
        Path lua = Programs.source("lua5.4").resolve("src");
        List<List<String>> sources = new ArrayList<>();
        for (Path dir : List.of(suite.resolve("gcc.c-torture/execute"), lua, Path.of("src/test/mutation"))) {
            try (Stream<Path> s = Files.list(dir)) {
                for (Path p : s.filter(p -> p.toString().endsWith(".c")).sorted().toList()) {
                    if (Files.size(p) <= MAX_BYTES) sources.add(tokens(Files.readString(p, StandardCharsets.ISO_8859_1)));
                }
            }
        }
        Path work = Files.createTempDirectory("jcc-mutation");
        Path failures = Path.of("target", "mutation-failures").toAbsolutePath();
        TreeMap<String, Integer> counts = new TreeMap<>();
        StringBuilder report = new StringBuilder();
        for (int n = FIRST; n < FIRST + ROUNDS; n++) {
            Random r = new Random(SEED * 1_000_003 + n);
            byte[] text = damaged(sources, r);
            Path c = work.resolve("m" + n + ".c");
            Path o = work.resolve("m" + n + ".o");
            Files.write(c, text);
            Jcc.Result result = Jcc.run(List.of("-c", "-w", "-O" + r.nextInt(4), "--verify", "-I" + lua, "-o", o.toString(), c.toString()), SECONDS);
            String verdict = verdict(result, Files.exists(o));
            counts.merge(verdict, 1, Integer::sum);
            if (!verdict.equals("accepted") && !verdict.equals("refused")) {
                Files.createDirectories(failures);
                Files.write(failures.resolve("m" + n + ".c"), text);
                report.append("round ").append(n).append(": ").append(verdict).append('\n').append(result == null ? "" : result.err()).append('\n');
            }
            Files.deleteIfExists(c);
            Files.deleteIfExists(o);
        }
        try (Stream<Path> left = Files.list(work)) {
            left.forEach(p -> report.append("left over: ").append(p).append('\n'));
        }
        if (report.isEmpty()) Files.delete(work);
        System.out.println("mutations: " + counts);
        assertTrue(report.isEmpty(), report::toString);
    }

    private static String verdict(Jcc.Result r, boolean output) {
        if (r == null) return "time-out";
        if (r.err().contains("internal compiler error")) return "internal error";
        if (r.status() == 0) return output ? "accepted" : "no output";
        if (r.status() != 1) return "exit status " + r.status();
        if (!r.err().contains("error: ") && !r.err().contains("sorry, unimplemented")) return "silent";
        return output ? "left-over output" : "refused";
    }

    private static List<String> tokens(String text) {
        List<String> out = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) out.add(m.group());
        return out;
    }

    private static byte[] damaged(List<List<String>> sources, Random r) {
        List<String> t = new ArrayList<>(sources.get(r.nextInt(sources.size())));
        for (int n = r.nextInt(4) == 0 ? 2 + r.nextInt(3) : 1; n > 0 && !t.isEmpty(); n--) mutate(t, sources.get(r.nextInt(sources.size())), r);
        byte[] text = String.join("", t).getBytes(StandardCharsets.ISO_8859_1);
        if (text.length > 0 && r.nextInt(12) == 0) {
            for (int n = 1 + r.nextInt(4); n > 0; n--) text[r.nextInt(text.length)] ^= (byte) (1 << r.nextInt(8));
        }
        return text;
    }

    private static void mutate(List<String> t, List<String> other, Random r) {
        int i = pick(t, r);
        switch (r.nextInt(14)) {
            case 0 -> t.remove(i);
            case 1 -> t.add(i, t.get(pick(t, r)) + " ");
            case 2 -> {
                int j = pick(t, r);
                String x = t.get(i);
                t.set(i, t.get(j));
                t.set(j, x);
            }
            case 3, 4, 10, 11, 12 -> {
                // One identifier for another, of this source mostly: what parses and means something else.
                int a = find(t, r, MutationTest::identifier);
                int b = find(t, r, MutationTest::identifier);
                if (a >= 0 && b >= 0) t.set(a, t.get(b));
            }
            case 5, 13 -> {
                int a = find(t, r, s -> Character.isDigit(s.charAt(0)));
                t.set(a < 0 ? i : a, NUMBERS.get(r.nextInt(NUMBERS.size())));
            }
            case 6 -> t.set(i, " " + WORDS.get(r.nextInt(WORDS.size())) + " ");
            case 7 -> t.add(i, " " + WORDS.get(r.nextInt(WORDS.size())) + " ");
            case 8 -> {
                // Some lines of another source between two lines of this one.
                int at = find(t, r, s -> s.indexOf('\n') >= 0);
                if (at < 0 || other.isEmpty()) return;
                int from = r.nextInt(other.size());
                while (from > 0 && other.get(from - 1).indexOf('\n') < 0) from--;
                int to = from;
                for (int lines = 1 + r.nextInt(3); to < other.size() && lines > 0; to++) if (other.get(to).indexOf('\n') >= 0) lines--;
                t.addAll(at + 1, other.subList(from, to));
            }
            default -> t.subList(i, Math.min(t.size(), i + 1 + r.nextInt(r.nextInt(8) == 0 ? 200 : 8))).clear();
        }
    }

    private static boolean identifier(String s) {
        return Character.isLetter(s.charAt(0)) || s.charAt(0) == '_';
    }

    /** A token that is not space or comment, if a few tries find one. */
    private static int pick(List<String> t, Random r) {
        return Math.max(0, find(t, r, s -> !Character.isWhitespace(s.charAt(0)) && !s.startsWith("/*") && !s.startsWith("//")));
    }

    private static int find(List<String> t, Random r, java.util.function.Predicate<String> what) {
        for (int tries = 0; tries < 40 && !t.isEmpty(); tries++) {
            int i = r.nextInt(t.size());
            if (!t.get(i).isEmpty() && what.test(t.get(i))) return i;
        }
        return -1;
    }
}
