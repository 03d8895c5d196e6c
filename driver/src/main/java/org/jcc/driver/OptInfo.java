package org.jcc.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Locale;
import org.jcc.ir.Remarks;
import org.jcc.ir.Remarks.Group;
import org.jcc.ir.Remarks.Kind;
import org.jcc.support.SourceManager;

/**
 * {@code -fopt-info-<options>=<file>} (GCC manual, Developer Options): which remarks of the passes are wanted, and their print, a line
 * each: {@code file:line:col: optimized: text}. Without a kind what was optimised is meant, without a group all passes.
 */
record OptInfo(EnumSet<Kind> kinds, EnumSet<Group> groups, String file) {
    /** @param text what follows {@code -fopt-info}; null is returned for what it cannot mean */
    static OptInfo parse(String text) {
        int equals = text.indexOf('=');
        String options = equals < 0 ? text : text.substring(0, equals);
        if (!options.isEmpty() && !options.startsWith("-")) return null;
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        EnumSet<Group> groups = EnumSet.noneOf(Group.class);
        for (String o : options.split("-")) {
            switch (o) {
                case "" -> { }
                case "all" -> kinds.addAll(EnumSet.allOf(Kind.class));
                case "optimized", "missed", "note" -> kinds.add(Kind.valueOf(o.toUpperCase(Locale.ROOT)));
                case "optall" -> groups.addAll(EnumSet.allOf(Group.class));
                case "omp" -> groups.add(Group.OTHER);
                case "ipa", "loop", "inline", "vec" -> groups.add(Group.valueOf(o.toUpperCase(Locale.ROOT)));
                default -> {
                    return null;
                }
            }
        }
        if (kinds.isEmpty()) kinds.add(Kind.OPTIMIZED);
        if (groups.isEmpty()) groups.addAll(EnumSet.allOf(Group.class));
        return new OptInfo(kinds, groups, equals < 0 ? null : text.substring(equals + 1));
    }

    void print(Remarks remarks, SourceManager sources, PrintStream err) throws IOException {
        StringBuilder sb = new StringBuilder();
        for (Remarks.Remark r : remarks.all()) {
            sb.append(sources == null || r.loc() == 0 ? r.function() : sources.position(r.loc()).toString());
            sb.append(": ").append(r.kind().name().toLowerCase(Locale.ROOT)).append(": ").append(r.text()).append('\n');
        }
        if (file == null) err.print(sb);
        else Driver.write(file, sb.toString());
    }
}
