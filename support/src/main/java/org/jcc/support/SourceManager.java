package org.jcc.support;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives every place of every source text one {@code int}, the <em>loc</em>, that tokens, AST nodes, IR and machine
 * instructions carry.
 *
 * <ul>
 *   <li>{@code 0} is "no place".</li>
 *   <li>A positive loc is a byte of a file: each inclusion of a file takes a fresh range {@code [base, base+length]}, so
 *       a loc also tells through which {@code #include} chain the text came.</li>
 *   <li>A negative loc is a token that a macro expansion made: {@code ~loc} indexes a table of pairs (spelling loc,
 *       expansion loc). The spelling is where the token's characters stand (macro body or argument), the expansion is
 *       the macro's name in the text being expanded; both may again be negative.</li>
 * </ul>
 *
 * <p>Lines and columns are found on demand, never stored. Columns count bytes from 1, as gcc's do by default for ASCII
 * text. {@code #line} directives and line markers change only what is <em>presented</em>.
 */
public final class SourceManager {
    /** One inclusion of one text. Immutable but for the lazily built line table and the {@code #line} marks. */
    public static final class Entry {
        /** The name as it is shown in diagnostics and {@code __FILE__}. */
        public final String name;
        /** The text; never changed. */
        public final byte[] text;
        /** The loc of the text's first byte. */
        public final int base;
        /** The loc of the {@code #include} that brought this text, or 0 for a main file. */
        public final int includedFrom;
        /** True for headers found in system directories: their warnings are silent. */
        public boolean system;
        /** A text that is no file, such as the command line: all of it is line 0. */
        public boolean lineZero;
        private int[] lineStarts;
        private final List<LineMark> marks = new ArrayList<>(0);

        private Entry(String name, byte[] text, int base, int includedFrom, boolean system) {
            this.name = name;
            this.text = text;
            this.base = base;
            this.includedFrom = includedFrom;
            this.system = system;
        }

        private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

        /** Whether one of eight bytes is a newline. */
        private static boolean hasNewline(long word) {
            long x = word ^ 0x0a0a0a0a0a0a0a0aL;
            return (x - 0x0101010101010101L & ~x & 0x8080808080808080L) != 0;
        }

        private int[] lineStarts() {
            if (lineStarts == null) {
                int[] starts = new int[16 + text.length / 24];
                int n = 1;
                int i = 0;
                int words = text.length & ~7;
                while (i < text.length) {
                    if (i < words && (i & 7) == 0 && !hasNewline((long) WORDS.get(text, i))) {
                        i += 8;
                    } else if (text[i++] == '\n') {
                        if (n == starts.length) starts = Arrays.copyOf(starts, n * 2);
                        starts[n++] = i;
                    }
                }
                lineStarts = Arrays.copyOf(starts, n);
            }
            return lineStarts;
        }

        /** The physical line, from 1, of the byte at {@code offset}. */
        int line(int offset) {
            int i = Arrays.binarySearch(lineStarts(), offset);
            return i >= 0 ? i + 1 : -i - 1;
        }

        /** The characters of physical line {@code line} without its end. */
        String lineText(int line) {
            int[] starts = lineStarts();
            int from = starts[line - 1];
            int to = line < starts.length ? starts[line] - 1 : text.length;
            if (to > from && text[to - 1] == '\r') to--;
            return new String(text, from, Math.max(0, to - from), StandardCharsets.UTF_8);
        }
    }

    /** From physical line {@code physicalLine} on, the presented name and line are these ({@code #line}, line markers). */
    private record LineMark(int physicalLine, String name, int line, boolean system) {}

    /** A place as it is presented to the user. {@code line} and {@code column} count from 1; 0 where unknown. */
    public record Position(String file, int line, int column) {
        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line + ":" + column;
        }
    }

    private final ArrayList<Entry> entries = new ArrayList<>();
    private int nextBase = 1;
    private Entry last;

    private int[] spelling = new int[1024];
    private int[] expansion = new int[1024];
    private int[] definition = new int[1024];
    private int macroTokens;

    /**
     * Enters a text.
     *
     * @param includedFrom loc of the including directive, 0 for a main file
     * @throws IllegalStateException when the texts of one compilation exceed 2 GiB
     */
    public Entry add(String name, byte[] text, int includedFrom, boolean system) {
        Entry e = new Entry(name, text, nextBase, includedFrom, system);
        nextBase = Math.addExact(nextBase, text.length + 1);
        entries.add(e);
        return e;
    }

    /** All inclusions so far, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The loc of a token of a macro's body in its expansion. */
    public int macroLoc(int spellingLoc, int expansionLoc) {
        return macroLoc(spellingLoc, expansionLoc, spellingLoc);
    }

    /** The loc of a token that a macro expansion made; {@code definitionLoc} is the body's token, or the parameter replaced. */
    public int macroLoc(int spellingLoc, int expansionLoc, int definitionLoc) {
        if (macroTokens == spelling.length) {
            spelling = Arrays.copyOf(spelling, macroTokens * 2);
            expansion = Arrays.copyOf(expansion, macroTokens * 2);
            definition = Arrays.copyOf(definition, macroTokens * 2);
        }
        definition[macroTokens] = definitionLoc;
        spelling[macroTokens] = spellingLoc;
        expansion[macroTokens] = expansionLoc;
        return ~macroTokens++;
    }

    /** True if {@code loc} was made by a macro expansion. */
    public static boolean isMacro(int loc) {
        return loc < 0;
    }

    /** One step outward: where the macro that made {@code loc} was invoked. {@code loc} must be negative. */
    public int expansionOf(int loc) {
        return expansion[~loc];
    }

    /** One step inward: where the characters of {@code loc} stand. {@code loc} must be negative. */
    public int spellingOf(int loc) {
        return spelling[~loc];
    }

    /** Where in the macro's definition the token, or the parameter that it replaces, stands; {@code loc} must be negative. */
    public int definitionOf(int loc) {
        return definition[~loc];
    }

    /** True if {@code a} comes before {@code b} in the translation unit, inclusions and expansions unfolded. */
    public boolean before(int a, int b) {
        int x = fileLoc(a);
        int y = fileLoc(b);
        if (x == y) return a < 0 && b < 0 ? ~a < ~b : a >= 0 && b < 0;
        Entry ex = entry(x);
        Entry ey = entry(y);
        if (ex == null || ey == null) return ex == null;
        // Lift the deeper place to the directive that included its text until both are in one text.
        while (ex != ey) {
            if (ex.base > ey.base) {
                if (ex.includedFrom == 0) return false;
                x = ex.includedFrom;
                ex = entry(x);
            } else {
                if (ey.includedFrom == 0) return true;
                y = ey.includedFrom;
                ey = entry(y);
            }
        }
        return x < y;
    }

    /** The identifier whose characters stand at {@code loc}: the macro's name at an expansion point. */
    public String nameAt(int loc) {
        int at = spellingLoc(loc);
        Entry e = entry(at);
        if (e == null) return "";
        int from = at - e.base;
        int to = from;
        while (to < e.text.length && (Character.isLetterOrDigit(e.text[to]) || e.text[to] == '_' || e.text[to] == '$' || e.text[to] < 0)) to++;
        return new String(e.text, from, to - from, StandardCharsets.UTF_8);
    }

    /** The place in a file where the outermost macro was invoked; {@code loc} itself when it is in a file. */
    public int fileLoc(int loc) {
        while (loc < 0) loc = expansion[~loc];
        return loc;
    }

    /** The place in a file where the characters stand. */
    public int spellingLoc(int loc) {
        while (loc < 0) loc = spelling[~loc];
        return loc;
    }

    /** The inclusion that holds a file loc (after {@link #fileLoc}), or null for 0. */
    public Entry entry(int loc) {
        loc = fileLoc(loc);
        if (loc <= 0) return null;
        if (last != null && loc >= last.base && loc <= last.base + last.text.length) return last;
        int lo = 0;
        int hi = entries.size() - 1;
        while (lo < hi) {
            int mid = (lo + hi + 1) >>> 1;
            if (entries.get(mid).base <= loc) lo = mid;
            else hi = mid - 1;
        }
        last = entries.get(lo);
        return last;
    }

    /** Records that the line after the one of {@code loc} is presented as {@code name:line}. */
    public void lineMark(int loc, String name, int line, boolean system) {
        Entry e = entry(loc);
        e.marks.add(new LineMark(e.line(loc - e.base) + 1, name, line, system));
    }

    /** The place as presented: through {@code #line}, at the outermost expansion. */
    public Position position(int loc) {
        Entry e = entry(loc);
        if (e == null) return new Position("<unknown>", 0, 0);
        int offset = fileLoc(loc) - e.base;
        if (e.lineZero) return new Position(e.name, 0, 0);
        int line = e.line(offset);
        int column = offset - e.lineStarts()[line - 1] + 1;
        LineMark m = mark(e, line);
        return m == null ? new Position(e.name, line, column) : new Position(m.name, m.line + line - m.physicalLine, column);
    }

    /** The physical line (from 1) of a loc, 0 if unknown. */
    public int physicalLine(int loc) {
        Entry e = entry(loc);
        return e == null ? 0 : e.line(fileLoc(loc) - e.base);
    }

    /** The column (from 1) of a loc's outermost expansion in its physical line, 0 if unknown. */
    public int physicalColumn(int loc) {
        Entry e = entry(loc);
        if (e == null) return 0;
        int offset = fileLoc(loc) - e.base;
        return offset - e.lineStarts()[e.line(offset) - 1] + 1;
    }

    /** True if the token's characters stand in a system header, though the macro may be invoked elsewhere. */
    public boolean spelledInSystemHeader(int loc) {
        return inSystemHeader(spellingLoc(loc));
    }

    /** The source line's text that holds the loc, or null. */
    public String lineText(int loc) {
        Entry e = entry(loc);
        return e == null ? null : e.lineText(e.line(fileLoc(loc) - e.base));
    }

    /** True if the loc lies in a system header, so that warnings about it are silent. */
    public boolean inSystemHeader(int loc) {
        Entry e = entry(loc);
        if (e == null) return false;
        LineMark m = e.marks.isEmpty() ? null : mark(e, e.line(fileLoc(loc) - e.base));
        return m == null ? e.system : m.system;
    }

    private static LineMark mark(Entry e, int line) {
        for (int i = e.marks.size() - 1; i >= 0; i--) {
            if (e.marks.get(i).physicalLine <= line) return e.marks.get(i);
        }
        return null;
    }
}
