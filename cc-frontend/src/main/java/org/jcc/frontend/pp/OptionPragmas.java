package org.jcc.frontend.pp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code #pragma GCC target} and {@code GCC optimize} do to the predefined macros: those of which the options in force decide come and
 * go as if the options stood on the command line; {@code push_options}, {@code pop_options} and {@code reset_options} likewise. A macro that does
 * not change by the pragma is as the program left it. The checker reads the same pragmas for what they do to functions.
 *
 * <p>As in gcc 12, some macros speak of the whole translation unit and stay: {@link #FIXED}. Unlike in gcc 12, but as in gcc 13, it is so under {@code -E}, too.
 */
final class OptionPragmas {
    /** What an instruction set adds that pragmas leave alone, by prefix: limits of the ABI, and what the library was told of. */
    private static final String[] FIXED = {"__BIGGEST_ALIGNMENT__", "__FP_FAST_", "__GCC_HAVE_"};

    /** Facts ({@link PpOptions#facts}) of floating point that together are {@code fast-math}. */
    private static final List<String> FAST = List.of("finite-math-only", "no-signed-zeros", "no-trapping-math", "no-math-errno", "associative-math", "reciprocal-math");
    private static final List<String> UNSAFE = List.of("no-signed-zeros", "no-trapping-math", "associative-math", "reciprocal-math");

    /** Facts that {@code optimize} decides, and their macros. */
    private static final String[][] MACROS = {{"optimize", "__OPTIMIZE__"}, {"optimize-size", "__OPTIMIZE_SIZE__"}, {"fast-math", "__FAST_MATH__"},
        {"signaling-nans", "__SUPPORT_SNAN__"}, {"no-math-errno", "__NO_MATH_ERRNO__"}, {"associative-math", "__ASSOCIATIVE_MATH__"},
        {"reciprocal-math", "__RECIPROCAL_MATH__"}, {"no-signed-zeros", "__NO_SIGNED_ZEROS__"}, {"no-trapping-math", "__NO_TRAPPING_MATH__"},
        {"rounding-math", "__ROUNDING_MATH__"}};
    private static final String FINITE = "__FINITE_MATH_ONLY__";

    /** Options in force. {@code target} is what the pragmas said, comma-separated. */
    private record State(Set<String> facts, String target) {}

    private final Preprocessor pp;
    private final ArrayList<State> saved = new ArrayList<>();
    private State initial;
    private State now;

    OptionPragmas(Preprocessor pp) {
        this.pp = pp;
    }

    /** Obeys the pragma if it is one of these. */
    void obey(List<Token> l) {
        if (l.size() < 2 || l.get(1).kind != Token.IDENTIFIER || !l.get(0).spelling().equals("GCC") || pp.options.undef) return;
        String word = l.get(1).spelling();
        switch (word) {
            case "target", "optimize", "push_options", "pop_options", "reset_options" -> { }
            default -> {
                return;
            }
        }
        if (now == null) initial = now = new State(pp.options.facts(), "");
        switch (word) {
            case "push_options" -> saved.add(now);
            case "pop_options" -> {
                if (!saved.isEmpty()) become(saved.removeLast());
            }
            case "reset_options" -> become(initial);
            case "target" -> {
                String t = now.target;
                for (String w : words(l)) t = t.isEmpty() ? w : t + "," + w;
                become(new State(now.facts, t));
            }
            default -> {
                Set<String> facts = new TreeSet<>(now.facts);
                for (String w : words(l)) optimize(facts, w);
                become(new State(facts, now.target));
            }
        }
    }

    /** The options in the strings, and levels that are numbers. */
    private static List<String> words(List<Token> l) {
        List<String> words = new ArrayList<>();
        for (Token t : l.subList(2, l.size())) {
            String s = t.kind == Token.STRING ? StringText.unescape(t) : t.kind == Token.PP_NUMBER ? "O" + t.spelling() : "";
            for (String w : s.split(",")) if (!w.isBlank()) words.add(w.strip());
        }
        return words;
    }

    private void optimize(Set<String> facts, String option) {
        String o = option.startsWith("-f") ? option.substring(2) : option.startsWith("-") ? option.substring(1) : option;
        if (o.startsWith("O")) {
            level(facts, o.substring(1));
            return;
        }
        boolean off = o.startsWith("no-");
        String name = off ? o.substring(3) : o;
        switch (name) {
            case "fast-math" -> set(facts, FAST, !off);
            case "unsafe-math-optimizations" -> set(facts, UNSAFE, !off);
            case "signed-zeros", "trapping-math", "math-errno" -> set(facts, List.of("no-" + name), off);
            case "finite-math-only", "associative-math", "reciprocal-math", "signaling-nans", "rounding-math" -> set(facts, List.of(name), !off);
            default -> {
                return;
            }
        }
        set(facts, List.of("fast-math"), facts.containsAll(FAST));
    }

    /** {@code -O…}: a level other than {@code fast} takes back what that brought, or pragmas said, but not what other options said. */
    private void level(Set<String> facts, String level) {
        boolean fast = level.equals("fast");
        set(facts, List.of("optimize"), !level.equals("0"));
        set(facts, List.of("optimize-size"), level.equals("s") || level.equals("z"));
        for (String f : FAST) set(facts, List.of(f), fast || !pp.options.optimizeFast && initial.facts.contains(f));
        set(facts, List.of("fast-math"), facts.containsAll(FAST));
    }

    private static void set(Set<String> facts, List<String> which, boolean on) {
        if (on) facts.addAll(which);
        else facts.removeAll(which);
    }

    private void become(State next) {
        State old = now;
        now = next;
        if (!next.facts.equals(old.facts)) {
            for (String[] m : MACROS) if (old.facts.contains(m[0]) != next.facts.contains(m[0])) define(m[1], next.facts.contains(m[0]) ? "1" : null);
            boolean finite = next.facts.contains("finite-math-only");
            if (old.facts.contains("finite-math-only") != finite) define(FINITE, finite ? "1" : "0");
        }
        if (next.target.equals(old.target)) return;
        Map<String, String> before = targetMacros(old.target);
        Map<String, String> after = targetMacros(next.target);
        for (String m : before.keySet()) if (!after.containsKey(m)) define(m, null);
        for (Map.Entry<String, String> m : after.entrySet()) if (!m.getValue().equals(before.get(m.getKey()))) define(m.getKey(), m.getValue());
    }

    /** The macros of the target with these additional options, and their replacements. */
    private Map<String, String> targetMacros(String options) {
        PpOptions o = pp.options;
        String features = o.features;
        String processor = o.processor;
        // A pragma's processor is not what is tuned for.
        String tune = o.tune != null ? o.tune : o.processor != null ? o.processor : "generic";
        if (!options.isEmpty()) {
            try {
                features = o.machine.extend(features, options);
            } catch (IllegalArgumentException e) {
                // The checker complains, where the options are used.
            }
            for (String w : options.split(",")) {
                if (w.startsWith("arch=")) processor = w.substring(5);
                else if (w.startsWith("tune=")) tune = w.substring(5);
            }
        }
        Map<String, String> macros = new HashMap<>();
        // What a processor takes away is there without it.
        for (String m : o.machine.removable()) macros.put(m, "1");
        next:
        for (String line : o.machine.macros(features, processor, tune)) {
            for (String f : FIXED) if (line.startsWith(f)) continue next;
            int space = line.indexOf(' ');
            if (line.startsWith("-")) macros.remove(line.substring(1));
            else macros.put(space < 0 ? line : line.substring(0, space), space < 0 ? "1" : line.substring(space + 1));
        }
        return macros;
    }

    /** @param number null for no definition */
    private void define(String name, String number) {
        int id = pp.names.intern(name);
        if (number == null) {
            pp.setMacro(id, null);
            return;
        }
        Token t = new Token();
        t.kind = Token.PP_NUMBER;
        t.text = Preprocessor.utf8(number);
        t.end = t.text.length;
        Macro m = new Macro(id, 0, false, false, new int[0], new Token[] {t}, false);
        m.predefined = true;
        pp.setMacro(id, m);
    }
}
