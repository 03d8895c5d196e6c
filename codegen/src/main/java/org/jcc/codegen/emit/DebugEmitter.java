package org.jcc.codegen.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Expr;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.elf.Elf;
import org.jcc.codegen.CodegenOptions;
import org.jcc.ir.Function;
import org.jcc.ir.Module;
import org.jcc.ir.Symbol;
import org.jcc.support.SourceManager;

/**
 * Debug information (DWARF 5): the line table through {@code .file} and {@code .loc}, one compile unit with an entry per
 * function, address ranges, of which a function with a cold part has two. Enough for breakpoints by function and line, backtraces with lines, and listings.
 */
final class DebugEmitter {
    // DWARF 5, 7.5: tags, attributes, forms.
    private static final int TAG_COMPILE_UNIT = 0x11, TAG_SUBPROGRAM = 0x2e;
    private static final int AT_NAME = 0x03, AT_STMT_LIST = 0x10, AT_LOW_PC = 0x11, AT_HIGH_PC = 0x12, AT_LANGUAGE = 0x13, AT_COMP_DIR = 0x1b, AT_PRODUCER = 0x25,
            AT_DECL_FILE = 0x3a, AT_DECL_LINE = 0x3b, AT_EXTERNAL = 0x3f, AT_FRAME_BASE = 0x40, AT_RANGES = 0x55;
    private static final int FORM_ADDR = 0x01, FORM_DATA8 = 0x07, FORM_STRING = 0x08, FORM_DATA1 = 0x0b, FORM_UDATA = 0x0f, FORM_SEC_OFFSET = 0x17, FORM_EXPRLOC = 0x18,
            FORM_FLAG = 0x0c;
    private static final int LANG_C11 = 0x1d, OP_CALL_FRAME_CFA = 0x9c, UT_COMPILE = 1, RLE_END = 0, RLE_START_END = 6;
    private static final int UNIT = 1, FUNCTION = 2, PARTED = 3;

    private final Module module;
    private final CodegenOptions options;
    private final ObjectBuilder out;
    private final Map<String, Integer> files = new HashMap<>();
    private final List<Entry> functions = new ArrayList<>();
    private int lastLoc;

    /** The function's first or only part, and its cold one or null. */
    private record Entry(Function f, Part whole, Part cold, int[] ranges) {}

    private record Part(String begin, int end) {}

    /** Of the function at hand. */
    private final List<Part> parts = new ArrayList<>(2);

    DebugEmitter(Module module, CodegenOptions options, ObjectBuilder out) {
        this.module = module;
        this.options = options;
        this.out = out;
    }

    private boolean isOn() {
        return options.debug && module.sources != null;
    }

    /** Names the main file. */
    void begin() {
        if (isOn()) file(module.name);
    }

    private int file(String name) {
        name = options.mapped(name);
        Integer known = files.get(name);
        if (known != null) return known;
        int n = files.size() + 1;
        files.put(name, n);
        if (n == 1) out.lines().file(0, options.mapped(options.compilationDirectory), name, null);
        out.lines().file(n, null, name, null);
        return n;
    }

    /** The instructions that follow come from this place. */
    void line(int loc) {
        if (loc == lastLoc || module.sources == null) return;
        lastLoc = loc;
        SourceManager.Position p = module.sources.position(loc);
        if (p.line() != 0) out.lines().loc(file(p.file()), p.line(), p.column());
    }

    /** The function has just been written. */
    void function(Function f) {
        if (isOn()) functions.add(new Entry(f, parts.getFirst(), parts.size() == 1 ? null : parts.getLast(), new int[1]));
        parts.clear();
    }

    /** What begins at this symbol ends here. */
    void part(String begin) {
        lastLoc = 0;
        if (isOn()) parts.add(new Part(begin, out.here()));
    }

    void end() {
        if (!isOn() || functions.isEmpty()) return;
        int abbreviations = start(".debug_abbrev");
        abbreviations();
        int lines = start(".debug_line");
        int ranges = ranges();
        int info = start(".debug_info");
        int from = out.newLabel();
        int to = out.newLabel();
        out.data(4, Expr.difference(to, from));
        out.label(from);
        out.data(2, 5);
        out.data(1, UT_COMPILE);
        out.data(1, 8);
        out.data(4, Expr.symbol(abbreviations));
        out.uleb(Expr.of(UNIT));
        string(options.ident == null ? "jcc" : options.ident);
        out.data(1, LANG_C11);
        string(options.mapped(module.name));
        string(options.mapped(options.compilationDirectory));
        out.data(4, Expr.symbol(ranges));
        out.data(8, 0);
        out.data(4, Expr.symbol(lines));
        for (Entry e : functions) {
            SourceManager.Position p = module.sources.position(e.f.loc);
            out.uleb(Expr.of(e.cold == null ? FUNCTION : PARTED));
            string(e.f.name);
            out.uleb(Expr.of(file(p.file())));
            out.uleb(Expr.of(p.line()));
            out.data(1, e.f.linkage == Symbol.Linkage.INTERNAL ? 0 : 1);
            if (e.cold == null) {
                out.data(8, e.f.name, 0);
                out.data(8, length(e.whole));
            } else {
                out.data(4, Expr.symbol(e.ranges[0]));
            }
            out.data(1, 1);
            out.data(1, OP_CALL_FRAME_CFA);
        }
        out.data(1, 0);
        out.label(to);
        addresses(info);
    }

    private int start(String section) {
        out.section(section, Elf.SHT_PROGBITS, 0, 0);
        int label = out.newLabel();
        out.label(label);
        return label;
    }

    private void abbreviations() {
        abbreviation(UNIT, TAG_COMPILE_UNIT, 1, AT_PRODUCER, FORM_STRING, AT_LANGUAGE, FORM_DATA1, AT_NAME, FORM_STRING, AT_COMP_DIR, FORM_STRING, AT_RANGES,
                FORM_SEC_OFFSET, AT_LOW_PC, FORM_ADDR, AT_STMT_LIST, FORM_SEC_OFFSET);
        abbreviation(FUNCTION, TAG_SUBPROGRAM, 0, AT_NAME, FORM_STRING, AT_DECL_FILE, FORM_UDATA, AT_DECL_LINE, FORM_UDATA, AT_EXTERNAL, FORM_FLAG, AT_LOW_PC,
                FORM_ADDR, AT_HIGH_PC, FORM_DATA8, AT_FRAME_BASE, FORM_EXPRLOC);
        abbreviation(PARTED, TAG_SUBPROGRAM, 0, AT_NAME, FORM_STRING, AT_DECL_FILE, FORM_UDATA, AT_DECL_LINE, FORM_UDATA, AT_EXTERNAL, FORM_FLAG, AT_RANGES,
                FORM_SEC_OFFSET, AT_FRAME_BASE, FORM_EXPRLOC);
        out.data(1, 0);
    }

    private void abbreviation(int code, int tag, int children, int... attributes) {
        out.uleb(Expr.of(code));
        out.uleb(Expr.of(tag));
        out.data(1, children);
        for (int a : attributes) out.uleb(Expr.of(a));
        out.data(1, 0);
        out.data(1, 0);
    }

    /** The unit's ranges: one per function and cold part, in whatever section it is; then those of each function that has both. */
    private int ranges() {
        out.section(".debug_rnglists", Elf.SHT_PROGBITS, 0, 0);
        int from = out.newLabel();
        int to = out.newLabel();
        out.data(4, Expr.difference(to, from));
        out.label(from);
        out.data(2, 5);
        out.data(1, 8);
        out.data(1, 0);
        out.data(4, 0);
        int list = out.newLabel();
        out.label(list);
        for (Entry e : functions) {
            range(e.whole);
            if (e.cold != null) range(e.cold);
        }
        out.data(1, RLE_END);
        for (Entry e : functions) {
            if (e.cold == null) continue;
            e.ranges[0] = out.newLabel();
            out.label(e.ranges[0]);
            // The entry's first, as debuggers take it for the function's address.
            range(e.whole);
            range(e.cold);
            out.data(1, RLE_END);
        }
        out.label(to);
        return list;
    }

    private void range(Part p) {
        out.data(1, RLE_START_END);
        out.data(8, p.begin, 0);
        out.data(8, Expr.symbol(p.end));
    }

    private Expr length(Part p) {
        return Expr.difference(p.end, out.symbol(p.begin));
    }

    private void address(Part p) {
        out.data(8, p.begin, 0);
        out.data(8, length(p));
    }

    private void addresses(int info) {
        out.section(".debug_aranges", Elf.SHT_PROGBITS, 0, 0);
        int from = out.newLabel();
        int to = out.newLabel();
        out.data(4, Expr.difference(to, from));
        out.label(from);
        out.data(2, 2);
        out.data(4, Expr.symbol(info));
        out.data(1, 8);
        out.data(1, 0);
        out.data(4, 0);
        for (Entry e : functions) {
            address(e.whole);
            if (e.cold != null) address(e.cold);
        }
        out.data(8, 0);
        out.data(8, 0);
        out.label(to);
    }

    private void string(String s) {
        out.bytes(s.getBytes(StandardCharsets.UTF_8));
        out.data(1, 0);
    }
}
