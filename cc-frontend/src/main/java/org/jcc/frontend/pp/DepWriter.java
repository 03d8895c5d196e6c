package org.jcc.frontend.pp;

import java.util.List;

/**
 * Dependency rules for make ({@code -M} and its family), as gcc writes them: escaped names, lines folded before column
 * 72, phony targets under {@code -MP}.
 */
public final class DepWriter {
    /** A file that the output depends on. */
    public record Dependency(String file, boolean system) {}

    private static final int FOLD = 72;

    private DepWriter() {}

    /**
     * The rule's text.
     *
     * @param targets as they are to stand in the rule: quoted with {@link #quote} unless from {@code -MT}
     * @param files   the dependencies, the main file first
     * @param all     system headers too ({@code -M}, not {@code -MM})
     * @param phony   {@code -MP}: an empty rule for each file but the main one
     */
    public static String rule(List<String> targets, List<Dependency> files, boolean all, boolean phony) {
        StringBuilder sb = new StringBuilder();
        int column = 0;
        for (int i = 0; i < targets.size(); i++) column = name(sb, targets.get(i), column, i == 0);
        sb.append(':');
        column++;
        boolean first = true;
        for (Dependency d : files) {
            if (!all && d.system || IncludeCache.isOwn(d.file)) continue;
            column = name(sb, quote(d.file), column, false);
        }
        sb.append('\n');
        if (phony) {
            for (Dependency d : files) {
                if (!first && (all || !d.system) && !IncludeCache.isOwn(d.file)) sb.append(quote(d.file)).append(":\n");
                first = false;
            }
        }
        return sb.toString();
    }

    private static int name(StringBuilder sb, String name, int column, boolean first) {
        int size = name.length();
        if (!first) {
            if (column != 0 && column + size > FOLD) {
                sb.append(" \\\n");
                column = 0;
            }
            sb.append(' ');
            column++;
        }
        sb.append(name);
        return column + size;
    }

    /** The default target: the main file's base name with its suffix replaced by {@code .o}. */
    public static String defaultTarget(String mainFile) {
        if (mainFile.isEmpty() || mainFile.equals("<stdin>")) return "-";
        String base = mainFile.substring(mainFile.lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        return (dot < 0 ? base : base.substring(0, dot)) + ".o";
    }

    /** Escapes what make gives a meaning to: blanks (with the backslashes before them), {@code $}, {@code #}. */
    public static String quote(String name) {
        StringBuilder sb = new StringBuilder();
        int backslashes = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '\\' -> {
                    backslashes++;
                    sb.append(c);
                    continue;
                }
                case '$' -> sb.append('$');
                case ' ', '\t' -> sb.append("\\".repeat(backslashes + 1));
                case '#' -> sb.append("\\".repeat(backslashes + 1));
                default -> {
                }
            }
            backslashes = 0;
            sb.append(c);
        }
        return sb.toString();
    }
}
