package org.jcc.frontend.pp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The predefined macros: data files made into a text of {@code #define}s.
 *
 * <p>A line of a {@code .macros} file is {@code NAME value} or {@code NAME(params) value}; {@code #} begins a comment
 * line. Before it may stand a condition, {@code [fact !fact …]}: the line holds if all facts do ({@link
 * PpOptions#facts}). A later line for the same name replaces the earlier one. {@code common.macros} is read first, then
 * the target's. {@code assert predicate(answer)} makes an assertion. A line that begins with {@code =} is not undone by {@code -undef}.
 */
final class Predefined {
    private record Row(String[] conditions, boolean always, String name, String definition) {}

    private static final Map<String, List<Row>> FILES = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> TEXTS = new ConcurrentHashMap<>();

    private Predefined() {}

    private static List<Row> load(String resource) {
        ArrayList<Row> rows = new ArrayList<>();
        for (String line : IncludeCache.data(resource).split("\n")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] conditions = {};
            String l = line;
            if (l.startsWith("[")) {
                int close = l.indexOf(']');
                conditions = l.substring(1, close).strip().split("\\s+");
                l = l.substring(close + 1).strip();
            }
            if (l.startsWith("assert ")) {
                rows.add(new Row(conditions, false, l, l));
                continue;
            }
            boolean always = l.startsWith("=");
            if (always) l = l.substring(1);
            int space = l.indexOf(' ');
            String head = space < 0 ? l : l.substring(0, space);
            int paren = head.indexOf('(');
            rows.add(new Row(conditions, always, paren < 0 ? head : head.substring(0, paren), space < 0 ? l + " " : l));
        }
        return rows;
    }

    /** The text of the predefined macros for these options. */
    static byte[] text(PpOptions o) {
        Set<String> facts = o.facts();
        String key = o.target + "/" + o.undef + facts + o.targetMacros;
        return TEXTS.computeIfAbsent(key, k -> build(o, facts));
    }

    private static byte[] build(PpOptions o, Set<String> facts) {
        Map<String, String> chosen = new java.util.LinkedHashMap<>();
        for (String file : new String[] {"common.macros", o.target + ".macros"}) {
            for (Row r : FILES.computeIfAbsent(file, Predefined::load)) {
                if (o.undef && !r.always) continue;
                boolean holds = true;
                for (String c : r.conditions) {
                    boolean not = c.startsWith("!");
                    holds &= facts.contains(not ? c.substring(1) : c) != not;
                }
                if (!holds) continue;
                chosen.put(r.name, r.definition);
            }
        }
        if (!o.undef) {
            for (String line : o.targetMacros) {
                int space = line.indexOf(' ');
                if (line.startsWith("-")) chosen.remove(line.substring(1));
                else chosen.put(space < 0 ? line : line.substring(0, space), space < 0 ? line + " 1" : line);
            }
        }
        StringBuilder sb = new StringBuilder();
        for (String d : chosen.values()) sb.append(d.startsWith("assert ") ? "#" : "#define ").append(d).append('\n');
        return sb.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text of {@code -D}, {@code -U} and {@code -A}. */
    static byte[] commandLine(PpOptions o) {
        StringBuilder sb = new StringBuilder();
        for (PpOptions.MacroOption m : o.macros) {
            String a = m.argument();
            int newline = a.indexOf('\n');
            if (newline >= 0) a = a.substring(0, newline);
            switch (m.letter()) {
                case 'D' -> {
                    int eq = a.indexOf('=');
                    sb.append("#define ").append(eq < 0 ? a + " 1" : a.substring(0, eq) + " " + a.substring(eq + 1)).append('\n');
                }
                case 'U' -> sb.append("#undef ").append(a).append('\n');
                default -> {
                    boolean un = a.startsWith("-");
                    if (un) a = a.substring(1);
                    int eq = a.indexOf('=');
                    if (a.equals("") || un && a.isEmpty()) continue;
                    sb.append(un ? "#unassert " : "#assert ").append(eq < 0 ? a : a.substring(0, eq) + "(" + a.substring(eq + 1) + ")").append('\n');
                }
            }
        }
        return sb.toString().getBytes(StandardCharsets.UTF_8);
    }
}
