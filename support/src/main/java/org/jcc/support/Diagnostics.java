package org.jcc.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects a compilation's diagnostics and renders them as gcc does: {@code file:line:col: error: message [-Woption]},
 * the source line, a caret, notes, the include and macro chains.
 *
 * <p>Stages report and go on; the driver asks {@link #hasErrors()} between stages. Warnings carry the name of their
 * option without the {@code -W} (null: always on); {@link #warningEnabled} decides. Warnings inside system headers are
 * dropped here, once for all stages.
 */
public final class Diagnostics {
    /** How grave a diagnostic is. {@code SORRY} is a construct that jcc knows but does not implement. */
    public enum Severity {
        ERROR("error"), FATAL("fatal error"), SORRY("sorry, unimplemented"), WARNING("warning"), NOTE("note");

        final String word;

        Severity(String word) {
            this.word = word;
        }

        boolean isError() {
            return this == ERROR || this == FATAL || this == SORRY;
        }
    }

    /** As {@link Diagnostic#end}: the diagnostic is about the whole line, and has no column. */
    public static final int LINE_ONLY = Integer.MIN_VALUE;

    /** One diagnostic. {@code end} is the loc just past the underlined text, 0 for the token at {@code loc}, or {@link #LINE_ONLY}. */
    public record Diagnostic(Severity severity, int loc, int end, String option, String message, List<Diagnostic> notes) {}

    /** Thrown to end a compilation after a fatal error was reported; caught by the driver alone. */
    public static final class Fatal extends RuntimeException {
        public Fatal() {
            super(null, null, false, false);
        }
    }

    private final SourceManager sources;
    private final ArrayList<Diagnostic> reported = new ArrayList<>();
    private final Set<String> enabled = new HashSet<>();
    private final Set<String> disabled = new HashSet<>();
    private final Set<String> asError = new HashSet<>();
    private final Set<String> notAsError = new HashSet<>();
    private SourceManager.Entry lastShown;
    private boolean noWarnings;
    private boolean warningsAreErrors;
    private boolean systemHeaderWarnings;
    private int errorLimit = Integer.MAX_VALUE;
    private int errors;
    private int warnings;

    public Diagnostics(SourceManager sources) {
        this.sources = sources;
    }

    /** The places that locs of this collection mean. */
    public SourceManager sources() {
        return sources;
    }

    /** {@code -w} */
    public void noWarnings(boolean on) {
        noWarnings = on;
    }

    /** {@code -Werror} */
    public void warningsAreErrors(boolean on) {
        warningsAreErrors = on;
    }

    /** {@code -Wsystem-headers} */
    public void systemHeaderWarnings(boolean on) {
        systemHeaderWarnings = on;
    }

    /** {@code -fmax-errors=N}; 0 means no limit. */
    public void errorLimit(int n) {
        errorLimit = n <= 0 ? Integer.MAX_VALUE : n;
    }

    /** {@code -Wname} or {@code -Wno-name}; the later call wins. */
    public void enable(String option, boolean on) {
        (on ? enabled : disabled).add(option);
        (on ? disabled : enabled).remove(option);
    }

    /** {@code -Werror=name} (which also enables it) or {@code -Wno-error=name}. */
    public void asError(String option, boolean on) {
        (on ? asError : notAsError).add(option);
        (on ? notAsError : asError).remove(option);
        if (on) enable(option, true);
    }

    /** What a {@code #pragma GCC diagnostic} makes of an option. */
    public enum PragmaKind { IGNORED, WARNING, ERROR, PUSH, POP }

    /** One such pragma. {@code back}: for a pop, how many pragmas were there when its push came. */
    private record Pragma(int loc, PragmaKind kind, String option, int back) {}

    private final ArrayList<Pragma> pragmas = new ArrayList<>();
    private final ArrayList<Integer> pushes = new ArrayList<>();

    /** Records {@code #pragma GCC diagnostic} at {@code loc}, in the order of the text; it holds for what comes after. */
    public void pragma(int loc, PragmaKind kind, String option) {
        int back = -1;
        if (kind == PragmaKind.PUSH) pushes.add(pragmas.size());
        else if (kind == PragmaKind.POP) back = pushes.isEmpty() ? 0 : pushes.removeLast();
        if (kind != PragmaKind.PUSH) pragmas.add(new Pragma(loc, kind, option, back));
    }

    private PragmaKind pragmaAt(int loc, String option) {
        for (int i = pragmas.size() - 1; i >= 0; i--) {
            Pragma p = pragmas.get(i);
            if (!sources.before(p.loc, loc)) continue;
            if (p.kind == PragmaKind.POP) i = p.back;
            else if (p.option.equals(option) || option.startsWith(p.option + "=")) return p.kind;
        }
        return null;
    }

    /** True if the warning was asked for, or is on by default and was not refused. */
    public boolean warningEnabled(String option, boolean onByDefault) {
        return !noWarnings && (option == null || enabled.contains(option) || onByDefault && !disabled.contains(option));
    }

    /** True under {@code -pedantic-errors}: what ISO C demands a diagnostic for is an error. */
    public boolean pedanticErrors() {
        return asError.contains("pedantic");
    }

    /** Reports an error. Returns the list that its notes are added to. */
    public List<Diagnostic> error(int loc, String message) {
        return report(Severity.ERROR, loc, 0, null, message);
    }

    /** Reports a construct that jcc does not implement. */
    public List<Diagnostic> sorry(int loc, String message) {
        return report(Severity.SORRY, loc, 0, null, message);
    }

    /** Reports an error after which nothing sensible can follow, and throws. */
    public Fatal fatal(int loc, String message) {
        report(Severity.FATAL, loc, 0, null, message);
        throw new Fatal();
    }

    /** Reports a warning that is on unless refused. {@code option} without {@code -W}, or null. */
    public List<Diagnostic> warning(int loc, String option, String message) {
        return warning(loc, option, true, message);
    }

    /** Reports a warning if it is enabled. Returns the list for its notes (ignored if the warning was not enabled). */
    public List<Diagnostic> warning(int loc, String option, boolean onByDefault, String message) {
        return warning(loc, 0, option, onByDefault, message);
    }

    /** As above, with the end of the underlined text. */
    public List<Diagnostic> warning(int loc, int end, String option, boolean onByDefault, String message) {
        if (!systemHeaderWarnings && sources.inSystemHeader(sources.spellingLoc(loc))) return new ArrayList<>();
        return warningEverywhere(loc, end, option, onByDefault, message);
    }

    /** A warning that is given in system headers too. */
    public List<Diagnostic> warningEverywhere(int loc, int end, String option, boolean onByDefault, String message) {
        PragmaKind pragma = pragmas.isEmpty() || option == null ? null : pragmaAt(loc, option);
        if (pragma == PragmaKind.IGNORED || noWarnings || pragma == null && !warningEnabled(option, onByDefault)) return new ArrayList<>();
        if (pragma != null) {
            boolean error = pragma == PragmaKind.ERROR;
            return report(error ? Severity.ERROR : Severity.WARNING, loc, end, error ? "error=" + option : option, message);
        }
        boolean error = option != null && asError.contains(option)
                || warningsAreErrors && !(option != null && notAsError.contains(option));
        return report(error ? Severity.ERROR : Severity.WARNING, loc, end, error ? "error=" + (option == null ? "" : option) : option, message);
    }

    /** What {@code -pedantic} warns about ({@code -pedantic-errors}: {@link #asError} of "pedantic"). */
    public List<Diagnostic> pedantic(int loc, String message) {
        return warning(loc, "pedantic", false, message);
    }

    /** A constraint violation that is only warned of by default: an error under {@code -pedantic-errors}. {@code option} may be null. */
    public List<Diagnostic> pedwarn(int loc, String option, String message) {
        return pedwarn(loc, 0, option, message);
    }

    /** As above, with the end of the underlined text. */
    public List<Diagnostic> pedwarn(int loc, int end, String option, String message) {
        if (option != null && !warningEnabled(option, true)) return new ArrayList<>();
        if (asError.contains("pedantic")) return report(Severity.ERROR, loc, end, option, message);
        return warning(loc, end, option, true, message);
    }

    /** A note about a whole line. */
    public static Diagnostic lineNote(int loc, String message) {
        return new Diagnostic(Severity.NOTE, loc, LINE_ONLY, null, message, List.of());
    }

    /** A note to add to a reported diagnostic's list. */
    public static Diagnostic note(int loc, String message) {
        return new Diagnostic(Severity.NOTE, loc, 0, null, message, List.of());
    }

    /** The general form. {@code option} is shown in brackets after {@code -W} when not null. */
    public List<Diagnostic> report(Severity severity, int loc, int end, String option, String message) {
        if (severity.isError()) errors++;
        else if (severity == Severity.WARNING) warnings++;
        List<Diagnostic> notes = new ArrayList<>(0);
        reported.add(new Diagnostic(severity, loc, end, option, message, notes));
        if (severity == Severity.ERROR && errors >= errorLimit) throw new Fatal();
        return notes;
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public int errorCount() {
        return errors;
    }

    public int warningCount() {
        return warnings;
    }

    /** Everything reported, in order. */
    public List<Diagnostic> all() {
        return reported;
    }

    /** Renders everything reported; {@code color} adds gcc's terminal colours. */
    public String render(boolean color) {
        StringBuilder sb = new StringBuilder();
        lastShown = null;
        lastBody = null;
        for (Diagnostic d : reported) {
            render(sb, d, color);
            for (Diagnostic n : d.notes) render(sb, n, color);
            if (d.severity == Severity.FATAL) sb.append("compilation terminated.\n");
        }
        return sb.toString();
    }

    /** The body of a function: what is reported in it comes under "In function". */
    private record Body(String name, int from, int to) {}

    private final ArrayList<Body> bodies = new ArrayList<>();
    private Body lastBody;

    /** Notes that the function's body reaches from {@code from} to {@code to}. */
    public void function(String name, int from, int to) {
        bodies.add(new Body(name, sources.fileLoc(from), sources.fileLoc(to)));
    }

    private void functionHeader(StringBuilder sb, int loc, boolean color) {
        int at = sources.fileLoc(loc);
        Body b = null;
        for (Body x : bodies) {
            if (x.from <= at && at <= x.to && (b == null || x.from >= b.from)) b = x;
        }
        if (b == lastBody) return;
        lastBody = b;
        String file = sources.position(loc).file();
        sb.append(color ? "\033[01m\033[K" + file + ":\033[m\033[K " : file + ": ");
        if (b == null) sb.append("At top level:\n");
        else sb.append("In function '").append(color ? "\033[01m\033[K" + b.name + "\033[m\033[K" : b.name).append("':\n");
    }

    private void render(StringBuilder sb, Diagnostic d, boolean color) {
        int at = shownLoc(d.loc);
        SourceManager.Entry e = sources.entry(at);
        if (e != null && d.severity != Severity.NOTE) {
            includeChain(sb, e);
            functionHeader(sb, d.loc, color);
        }
        if (e == null) {
            sb.append(color ? "\033[01m\033[Kjcc:\033[m\033[K " : "jcc: ");
        } else {
            includeChain(sb, e);
            SourceManager.Position p = sources.position(at);
            String where = e.lineZero ? e.name : p.file() + ":" + p.line() + (d.end == LINE_ONLY ? "" : ":" + displayColumn(e, at));
            sb.append(color ? "\033[01m\033[K" + where + ":\033[m\033[K " : where + ": ");
        }
        String hue = d.severity.isError() ? "\033[01;31m\033[K" : d.severity == Severity.WARNING ? "\033[01;35m\033[K" : "\033[01;36m\033[K";
        sb.append(color ? hue + d.severity.word + ": \033[m\033[K" : d.severity.word + ": ").append(d.message);
        if (d.option != null) {
            String option = "-W" + d.option;
            sb.append(" [").append(color ? hue + option + "\033[m\033[K" : option).append(']');
        }
        sb.append('\n');
        if (e == null) return;
        caret(sb, at, d.end, e, color ? hue : null);
        if (d.severity != Severity.NOTE || d.loc < 0) macroTrace(sb, d, at, color);
    }

    /**
     * Where a diagnostic is shown: at the characters of its token, unless they stand in a system header; then at the
     * nearest invocation outside of one.
     */
    private int shownLoc(int loc) {
        while (loc < 0 && sources.inSystemHeader(sources.spellingLoc(loc))) {
            int s = sources.spellingOf(loc);
            loc = s < 0 ? s : sources.expansionOf(loc);
        }
        return sources.spellingLoc(loc);
    }

    /** gcc's trace of macro expansions: notes from the innermost macro outward. */
    private void macroTrace(StringBuilder sb, Diagnostic d, int shown, boolean color) {
        if (d.loc >= 0 || sources.inSystemHeader(sources.fileLoc(d.loc))) return;
        int shownLine = sources.physicalLine(shown);
        int depth = 0;
        for (int l = d.loc; l < 0 && depth < 64; depth++) {
            int s = sources.spellingOf(l);
            int next = s < 0 ? s : sources.expansionOf(l);
            int definition = sources.spellingLoc(definition(l));
            if (definition != 0 && !sources.inSystemHeader(definition) && sources.physicalLine(definition) != 0) {
                String name = sources.nameAt(sources.expansionOf(l));
                if (depth == 0 && sources.physicalLine(definition) != shownLine) {
                    note(sb, definition, "in definition of macro '" + name + "'", color);
                } else {
                    note(sb, sources.spellingLoc(definition(sources.expansionOf(l))), "in expansion of macro '" + name + "'", color);
                }
            }
            l = next;
        }
    }

    /** The token's place in the innermost macro definition, or in a file. */
    private int definition(int loc) {
        return loc < 0 ? sources.definitionOf(loc) : loc;
    }

    private void note(StringBuilder sb, int loc, String message, boolean color) {
        render(sb, new Diagnostic(Severity.NOTE, loc, 0, null, message, List.of()), color);
    }

    private void includeChain(StringBuilder sb, SourceManager.Entry e) {
        if (e == lastShown) return;
        lastShown = e;
        if (e.includedFrom == 0) return;
        String lead = "In file included from ";
        for (int from = e.includedFrom; from != 0; ) {
            SourceManager.Position p = sources.position(from);
            SourceManager.Entry up = sources.entry(from);
            sb.append(lead).append(p.file());
            if (!up.name.equals("<command-line>")) sb.append(':').append(p.line());
            from = up.includedFrom;
            sb.append(from == 0 ? ":\n" : ",\n");
            lead = "                 from ";
        }
    }

    /** gcc's column: tabs go to the next multiple of eight, a character beyond ASCII counts once. */
    private static int displayColumn(SourceManager.Entry e, int loc) {
        int offset = Math.min(loc - e.base, e.text.length);
        return width(e.text, lineStart(e, offset), offset) + 1;
    }

    private static int width(byte[] b, int from, int to) {
        to = Math.min(to, b.length);
        int n = 0;
        for (int i = from; i < to; i++) {
            if (b[i] == '\t') n += 8 - n % 8;
            else if ((b[i] & 0xC0) != 0x80) n++;
        }
        return n;
    }

    private void caret(StringBuilder sb, int loc, int end, SourceManager.Entry e, String hue) {
        int line = sources.physicalLine(loc);
        byte[] b = e.text;
        int offset = Math.min(loc - e.base, b.length);
        int from = lineStart(e, offset);
        int to = from;
        while (to < b.length && b[to] != '\n' && b[to] != 0) to++;
        while (to > from && (b[to - 1] == ' ' || b[to - 1] == '\t' || b[to - 1] == '\r')) to--;
        if (to - from > 4000 || e.name.equals("<built-in>") || e.name.equals("<command-line>")) return;
        String number = Integer.toString(line);
        String margin = " ".repeat(Math.max(5, number.length()));
        sb.append(margin, 0, margin.length() - number.length()).append(number).append(" | ");
        int column = 0;
        int stop = end > 0 ? Math.min(sources.spellingLoc(end) - e.base, to) : end < 0 && end != LINE_ONLY && sources.entry(sources.spellingLoc(end)) == e
                ? Math.min(sources.spellingLoc(end) - e.base, to) : offset + tokenLength(b, offset, to);
        if (stop <= offset) stop = offset + tokenLength(b, offset, to);
        StringBuilder text = new StringBuilder();
        String whole = new String(b, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c == '\t') {
                do {
                    text.append(' ');
                    column++;
                } while (column % 8 != 0);
            } else {
                text.append(c);
                if (!Character.isLowSurrogate(c)) column++;
            }
        }
        int caret = width(b, from, offset);
        int length = Math.max(1, width(b, from, stop) - caret);
        if (hue != null && end != LINE_ONLY && text.codePointCount(0, text.length()) == text.length() && caret + length <= text.length()) {
            sb.append(text, 0, caret).append(hue).append(text, caret, caret + length).append("\033[m\033[K").append(text, caret + length, text.length());
        } else {
            sb.append(text);
        }
        sb.append('\n').append(margin).append(" | ");
        if (end != LINE_ONLY) {
            sb.append(" ".repeat(caret));
            if (hue != null) sb.append(hue);
            sb.append('^').append("~".repeat(length - 1));
            if (hue != null) sb.append("\033[m\033[K");
        }
        sb.append('\n');
    }

    /** How far gcc underlines the token at {@code p}. */
    private static int tokenLength(byte[] b, int p, int end) {
        if (p >= end) return 1;
        int c = b[p];
        int q = p + 1;
        if (word(c) || c == '.' && q < end && b[q] >= '0' && b[q] <= '9') {
            boolean number = c >= '0' && c <= '9' || c == '.';
            while (q < end && (word(b[q]) || number && (b[q] == '.' || (b[q] == '+' || b[q] == '-') && (b[q - 1] == 'e' || b[q - 1] == 'E')))) q++;
            if (q >= end || b[q] != '"' && b[q] != '\'' || number || q - p > 2) return q - p;
            c = b[q++];
        }
        if (c == '"' || c == '\'') {
            while (q < end && b[q] != c) q += b[q] == '\\' ? 2 : 1;
            return q < end ? q + 1 - p : 1;
        }
        for (String op : OPERATORS) {
            if (p + op.length() > end) continue;
            boolean same = true;
            for (int i = 0; i < op.length(); i++) same &= b[p + i] == op.charAt(i);
            if (same) return op.length();
        }
        return 1;
    }

    private static boolean word(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c < 0;
    }

    private static final String[] OPERATORS = {"<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "*=", "/=",
            "%=", "+=", "-=", "&=", "^=", "|=", "##"};

    private static int lineStart(SourceManager.Entry e, int offset) {
        int i = Math.min(offset, e.text.length);
        while (i > 0 && e.text[i - 1] != '\n') i--;
        return i;
    }
}
