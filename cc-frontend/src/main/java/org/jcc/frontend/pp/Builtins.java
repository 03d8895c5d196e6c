package org.jcc.frontend.pp;

import org.jcc.support.SourceManager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The macros whose value is computed: {@code __LINE__} and its kin (C17 6.10.8), and the {@code __has_…} operators.
 * What attributes and built-in functions exist stands in the data files {@code attributes.list} and {@code builtins.list}.
 */
final class Builtins {
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    /** The lists are read once in a process, when a program first asks. */
    private static final class Lists {
        static final Set<String> BUILTINS = new HashSet<>();
        static final Map<String, String> ATTRIBUTES = new HashMap<>();
        static final Map<String, String> STANDARD_ATTRIBUTES = new HashMap<>();

        static {
            for (String line : IncludeCache.data("builtins.list").split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) BUILTINS.add(line.strip());
            }
            for (String line : IncludeCache.data("attributes.list").split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] w = line.strip().split("\\s+");
                if (w[0].equals("[[]]")) STANDARD_ATTRIBUTES.put(w[1], w[2]);
                else ATTRIBUTES.put(w[0], "1");
            }
        }
    }

    private final Preprocessor pp;
    private int counter;
    private LocalDateTime now;

    Builtins(Preprocessor pp) {
        this.pp = pp;
    }

    /** Enters the special names into the macro table. */
    void install() {
        for (Macro.Special s : Macro.Special.values()) {
            switch (s) {
                case NONE, POISONED, VARIADIC_ONLY -> {
                }
                case PRAGMA -> {
                    if (pp.options.std.atLeast(PpOptions.Std.C99) || pp.options.gnu) enter("_Pragma", s);
                }
                case FILE, BASE_FILE, LINE, DATE, TIME, TIMESTAMP, COUNTER, INCLUDE_LEVEL -> enter("__" + s.name() + "__", s);
                default -> enter("__" + s.name().toLowerCase(), s);
            }
        }
        pp.setMacro(pp.vaArgs, new Macro(pp.vaArgs, Macro.Special.VARIADIC_ONLY));
        pp.setMacro(pp.vaOpt, new Macro(pp.vaOpt, Macro.Special.VARIADIC_ONLY));
    }

    private void enter(String name, Macro.Special s) {
        int id = pp.names.intern(name);
        pp.setMacro(id, new Macro(id, s));
    }

    /** Writes the value of {@code m}, named by {@code t}, to {@code r}; false if the name stands for itself. */
    boolean expand(Macro m, Token t, Token r) {
        SourceManager sm = pp.sources;
        switch (m.special) {
            case LINE -> number(r, line(t));
            case FILE -> string(r, presented(sm.position(t.loc).file()));
            case BASE_FILE -> string(r, presented(pp.mainName()));
            case COUNTER -> {
                
                number(r, counter++);
            }
            case INCLUDE_LEVEL -> number(r, pp.includeDepth);
            case DATE -> {
                LocalDateTime d = now();
                string(r, String.format("%s %2d %4d", MONTHS[d.getMonthValue() - 1], d.getDayOfMonth(), d.getYear()));
            }
            case TIME -> {
                LocalDateTime d = now();
                string(r, String.format("%02d:%02d:%02d", d.getHour(), d.getMinute(), d.getSecond()));
            }
            case TIMESTAMP -> {
                long mtime = pp.buffer.text.mtime();
                if (mtime == 0) {
                    string(r, "??? ??? ?? ??:??:?? ????");
                } else {
                    LocalDateTime d = LocalDateTime.ofInstant(Instant.ofEpochMilli(mtime), ZoneId.systemDefault());
                    string(r, String.format("%s %s %2d %02d:%02d:%02d %4d", DAYS[d.getDayOfWeek().getValue() - 1], MONTHS[d.getMonthValue() - 1],
                            d.getDayOfMonth(), d.getHour(), d.getMinute(), d.getSecond(), d.getYear()));
                }
            }
            default -> {
                if (!pp.lexer.inDirective) {
                    String name = pp.names.text(m.name);
                    if (m.special == Macro.Special.HAS_INCLUDE || m.special == Macro.Special.HAS_INCLUDE_NEXT) {
                        pp.diag.error(t.loc, "\"" + name + "\" used outside of preprocessing directive");
                        return false;
                    }
                    number(r, has(m, t, "#if"));
                    return true;
                }
                number(r, has(m, t, "#if"));
            }
        }
        return true;
    }

    private int line(Token t) {
        if (pp.buffer != null && pp.buffer.commandLine) return 0;
        return pp.sources.position(t.loc).line();
    }

    private LocalDateTime now() {
        if (now == null) {
            Long epoch = pp.options.sourceDateEpoch;
            now = epoch != null ? LocalDateTime.ofEpochSecond(epoch, 0, ZoneOffset.UTC) : LocalDateTime.now();
        }
        return now;
    }

    private String presented(String file) {
        for (int i = pp.options.prefixMaps.size() - 1; i >= 0; i--) {
            String map = pp.options.prefixMaps.get(i);
            int eq = map.indexOf('=');
            if (eq > 0 && file.startsWith(map.substring(0, eq))) return map.substring(eq + 1) + file.substring(eq);
        }
        return file;
    }

    private static void number(Token r, long n) {
        r.kind = Token.PP_NUMBER;
        text(r, Long.toString(n).getBytes(StandardCharsets.US_ASCII));
    }

    private static void string(Token r, String s) {
        r.kind = Token.STRING;
        text(r, StringText.quote(s));
    }

    private static void text(Token r, byte[] b) {
        r.text = b;
        r.start = 0;
        r.end = b.length;
    }

    boolean hasOperator(Macro m) {
        return m.special.ordinal() >= Macro.Special.HAS_ATTRIBUTE.ordinal() && m.special.ordinal() <= Macro.Special.HAS_INCLUDE_NEXT.ordinal();
    }

    /** Reads the parenthesised operand of a {@code __has_…} operator and answers it. */
    long has(Macro m, Token at, String directive) {
        String name = pp.names.text(m.name);
        int loc = at.loc;
        Expander x = pp.expander;
        Token t = new Token();
        boolean include = m.special == Macro.Special.HAS_INCLUDE || m.special == Macro.Special.HAS_INCLUDE_NEXT;
        {
            x.getReal(t);
            boolean paren = t.kind == Token.LPAREN;
            if (!paren) {
                pp.diag.error(t.loc, include ? "missing '(' before \"" + name + "\" operand" : "missing '(' after \"" + name + "\"");
                if (t.kind == Token.EOF) return 0;
            }
            long answer;
            if (include) {
                Token header = new Token();
                String file = pp.directives.headerName("operator \"" + name + "\"", header, false);
                if (file == null) {
                    pp.diag.error(header.loc, "operator \"" + name + "\" requires a header-name");
                    return 0;
                }
                try {
                    boolean next = m.special == Macro.Special.HAS_INCLUDE_NEXT && pp.buffer.parent != null;
                    answer = pp.directives.find(file, header.kind == Token.HEADER_NAME, next) != null ? 1 : 0;
                } catch (IOException e) {
                    answer = 0;
                }
                if (paren) x.getReal(t);
            } else {
                x.getReal(t);
                if (t.kind != Token.IDENTIFIER) {
                    pp.diag.error(t.loc, "macro \"" + name + "\" requires an identifier");
                    return 0;
                }
                String word = t.spelling();
                x.getReal(t);
                String scope = null;
                if (t.kind == Token.COLONCOLON || t.kind == Token.COLON) {
                    boolean both = t.kind == Token.COLONCOLON;
                    if (!both) {
                        x.getReal(t);
                        both = t.kind == Token.COLON;
                    }
                    x.getReal(t);
                    scope = word;
                    word = t.spelling();
                    x.getReal(t);
                }
                answer = m.special == Macro.Special.HAS_BUILTIN ? Lists.BUILTINS.contains(word) ? 1 : 0
                        : attribute(m.special == Macro.Special.HAS_C_ATTRIBUTE, scope, word);
            }
            if (paren && t.kind != Token.RPAREN) {
                pp.diag.error(t.loc, include ? "missing ')' after \"" + name + "\" operand" : "missing ')' after \"" + name + "\"");
            }
            return answer;
        }
    }

    private long attribute(boolean standardSyntax, String scope, String word) {
        String w = plain(word);
        if (scope == null) {
            if (standardSyntax) {
                String v = Lists.STANDARD_ATTRIBUTES.get(w);
                return v == null ? 0 : Long.parseLong(v);
            }
            return Lists.ATTRIBUTES.containsKey(w) ? 1 : 0;
        }
        return plain(scope).equals("gnu") && Lists.ATTRIBUTES.containsKey(w) ? 1 : 0;
    }

    /** {@code __packed__} is {@code packed}. */
    private static String plain(String word) {
        return word.length() > 4 && word.startsWith("__") && word.endsWith("__") ? word.substring(2, word.length() - 2) : word;
    }
}
