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

    /** One diagnostic. {@code end} is the loc just past the underlined text, or 0 for a caret alone. */
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
    private final Set<Integer> expandedIncludes = new HashSet<>();
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

    /** True if the warning was asked for, or is on by default and was not refused. */
    public boolean warningEnabled(String option, boolean onByDefault) {
        return !noWarnings && (option == null || enabled.contains(option) || onByDefault && !disabled.contains(option));
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
        if (!warningEnabled(option, onByDefault) || !systemHeaderWarnings && sources.inSystemHeader(loc)) return new ArrayList<>();
        boolean error = option != null && asError.contains(option)
                || warningsAreErrors && !(option != null && notAsError.contains(option));
        return report(error ? Severity.ERROR : Severity.WARNING, loc, 0, error ? "error=" + (option == null ? "" : option) : option, message);
    }

    /** What {@code -pedantic} warns about ({@code -pedantic-errors}: {@link #asError} of "pedantic"). */
    public List<Diagnostic> pedantic(int loc, String message) {
        return warning(loc, "pedantic", false, message);
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
        expandedIncludes.clear();
        for (Diagnostic d : reported) {
            render(sb, d, color);
            for (Diagnostic n : d.notes) render(sb, n, color);
        }
        return sb.toString();
    }

    private void render(StringBuilder sb, Diagnostic d, boolean color) {
        SourceManager.Entry e = sources.entry(d.loc);
        if (e == null) {
            sb.append(color ? "\033[01m\033[Kjcc:\033[m\033[K " : "jcc: ");
        } else {
            includeChain(sb, e);
            String at = sources.position(d.loc).toString();
            sb.append(color ? "\033[01m\033[K" + at + ":\033[m\033[K " : at + ": ");
        }
        String hue = d.severity.isError() ? "\033[01;31m\033[K" : d.severity == Severity.WARNING ? "\033[01;35m\033[K" : "\033[01;36m\033[K";
        sb.append(color ? hue + d.severity.word + ": \033[m\033[K" : d.severity.word + ": ").append(d.message);
        if (d.option != null) sb.append(" [-W").append(d.option).append(']');
        sb.append('\n');
        if (e == null) return;
        caret(sb, d, e, color ? hue : null);
        int depth = 0;
        for (int l = d.loc; l < 0 && d.severity != Severity.NOTE && depth < 8; l = sources.expansionOf(l), depth++) {
            int at = sources.spellingLoc(l);
            if (sources.inSystemHeader(at)) continue;
            SourceManager.Position p = position(at);
            sb.append(p).append(": ").append(color ? "\033[01;36m\033[Knote: \033[m\033[K" : "note: ").append("in expansion of macro\n");
        }
    }

    private SourceManager.Position position(int loc) {
        return sources.position(loc);
    }

    private void includeChain(StringBuilder sb, SourceManager.Entry e) {
        if (e.includedFrom == 0 || !expandedIncludes.add(e.base)) return;
        String lead = "In file included from ";
        for (int from = e.includedFrom; from != 0; ) {
            SourceManager.Position p = sources.position(from);
            sb.append(lead).append(p.file()).append(':').append(p.line());
            SourceManager.Entry up = sources.entry(from);
            from = up == null ? 0 : up.includedFrom;
            sb.append(from == 0 ? ":\n" : ",\n");
            lead = "                 from ";
        }
    }

    private void caret(StringBuilder sb, Diagnostic d, SourceManager.Entry e, String hue) {
        int loc = sources.fileLoc(d.loc);
        int line = sources.physicalLine(loc);
        String text = sources.lineText(loc);
        if (text == null || text.length() > 4000) return;
        sb.append(String.format("%5d | ", line)).append(text).append('\n').append("      | ");
        int start = Math.max(0, loc - e.base - lineStart(e, loc - e.base));
        for (int i = 0; i < start && i < text.length(); i++) sb.append(text.charAt(i) == '\t' ? '\t' : ' ');
        if (hue != null) sb.append(hue);
        sb.append('^');
        int end = sources.fileLoc(d.end);
        if (end > loc && sources.entry(end) == e && sources.physicalLine(end - 1) == line) sb.append("~".repeat(end - loc - 1));
        if (hue != null) sb.append("\033[m\033[K");
        sb.append('\n');
    }

    private static int lineStart(SourceManager.Entry e, int offset) {
        int i = Math.min(offset, e.text.length);
        while (i > 0 && e.text[i - 1] != '\n') i--;
        return i;
    }
}
