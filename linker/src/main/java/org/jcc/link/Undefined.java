package org.jcc.link;

/**
 * The wording of messages that point into object files: {@code a.o: in function 'main': a.c:12: undefined reference to 'f'}.
 * The source place comes from {@code .debug_line} when the object has it; otherwise section and offset stand for it.
 */
final class Undefined {
    private Undefined() {}

    private static final int SHOWN = 4;

    /** Reports a reference to a symbol that nothing defines; after a few for one symbol only once more. */
    static void report(Context c, InputSection s, long offset, Symbol y) {
        int n = ++y.symtabIndex; // not otherwise used before the symbol table is laid out
        c.undefinedReports++;
        if (n > SHOWN) return;
        String text = place(c, s.file, s, offset, true) + ": " + (n == SHOWN ? "more undefined references to '" + c.text(y) + "' follow"
                : "undefined reference to '" + c.text(y) + "'");
        if (c.options.warnUnresolved) c.diags.warning(0, null, text);
        else c.error(text);
    }

    /** {@code a.o: in function 'f': a.c:3}, or {@code a.o:(.text+0x4)}. */
    static String place(Context c, ObjectFile file, InputSection s, long offset, boolean function) {
        if (file == null) return "<command line>";
        if (s == null) return file.name;
        String line = c.undefinedReports > 200 ? null : DebugLine.find(file, s, offset);
        String at = line == null ? "(" + s.name + "+0x" + Long.toHexString(offset) + ")" : line;
        Symbol f = function && file.symbols != null && complete(file) ? file.functionAt(s, offset) : null;
        if (f != null && f.name != 0) {
            String source = line == null ? file.sourceName(c) : null;
            return file.name + ": in function '" + c.text(f) + "': " + (source != null ? source + ":" : "") + at;
        }
        return file.name + ":" + at;
    }

    private static boolean complete(ObjectFile f) {
        return f.symbols.length > 0 && f.symbols[f.symbols.length - 1] != null;
    }

}
