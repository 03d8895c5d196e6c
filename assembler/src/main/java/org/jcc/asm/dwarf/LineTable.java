package org.jcc.asm.dwarf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Expr;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Section;
import org.jcc.asm.elf.Elf;

/**
 * The line number table: {@code .file} and {@code .loc} directives, written as DWARF 5 {@code .debug_line} (6.2) with its
 * strings in {@code .debug_line_str}.
 *
 * <p>A {@code .loc} belongs to the next instruction. The table is written after layout; each section that holds
 * instructions with lines is one sequence, which begins with a relocated {@code DW_LNE_set_address}.
 */
public final class LineTable {
    private static final int DW_LNS_copy = 1, DW_LNS_advance_pc = 2, DW_LNS_advance_line = 3, DW_LNS_set_file = 4, DW_LNS_set_column = 5,
            DW_LNS_negate_stmt = 6, DW_LNS_set_basic_block = 7, DW_LNS_const_add_pc = 8, DW_LNS_set_prologue_end = 10, DW_LNS_set_epilogue_begin = 11,
            DW_LNS_set_isa = 12;
    private static final int DW_LNE_end_sequence = 1, DW_LNE_set_address = 2, DW_LNE_set_discriminator = 4;
    private static final int DW_LNCT_path = 1, DW_LNCT_directory_index = 2, DW_LNCT_MD5 = 5, DW_FORM_line_strp = 0x1f, DW_FORM_udata = 0x0f, DW_FORM_data16 = 0x1e;
    private static final int LINE_BASE = -5, LINE_RANGE = 14, OPCODE_BASE = 13;
    private static final byte[] OPCODE_LENGTHS = {0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1};

    /** {@code is_stmt}, {@code basic_block}, {@code prologue_end}, {@code epilogue_begin} of a row. */
    public static final int STMT = 1, BASIC_BLOCK = 2, PROLOGUE_END = 4, EPILOGUE_BEGIN = 8;

    private record File(String directory, String name, byte[] md5) {}

    private record Line(int label, int file, int line, int column, int flags, int discriminator) {}

    private final ObjectBuilder out;
    private final List<File> files = new ArrayList<>();
    private final Map<Section, List<Line>> sequences = new LinkedHashMap<>();
    private Line pending;
    private int view;
    private int lastSpot = -1;
    private boolean used;
    private int stmt = STMT;

    public LineTable(ObjectBuilder out) {
        this.out = out;
    }

    /** {@code .file number "directory" "name" md5}; {@code directory} and {@code md5} may be null. */
    public void file(int number, String directory, String name, byte[] md5) {
        StringBuilder sb = new StringBuilder().append(number).append(' ');
        if (directory != null) sb.append(org.jcc.asm.AsmPrinter.string(directory)).append(' ');
        sb.append(org.jcc.asm.AsmPrinter.string(name));
        if (md5 != null) {
            sb.append(" md5 0x");
            for (byte b : md5) sb.append(String.format("%02x", b));
        }
        out.note("file", sb.toString());
        int slash = directory == null ? name.lastIndexOf('/') : -1;
        if (slash >= 0) {
            directory = slash == 0 ? "/" : name.substring(0, slash);
            name = name.substring(slash + 1);
        }
        while (files.size() <= number) files.add(null);
        files.set(number, new File(directory, name, md5));
        used = true;
    }

    /** True if {@code .file} gave this number a name. */
    public boolean hasFile(int number) {
        return number >= 0 && number < files.size() && files.get(number) != null;
    }

    /** {@code .loc file line column} */
    public void loc(int file, int line, int column) {
        loc(file, line, column, stmt, 0);
    }

    /** {@code .loc} with its options. */
    public void loc(int file, int line, int column, int flags, int discriminator) {
        StringBuilder sb = new StringBuilder().append(file).append(' ').append(line).append(' ').append(column);
        if ((flags & BASIC_BLOCK) != 0) sb.append(" basic_block");
        if ((flags & PROLOGUE_END) != 0) sb.append(" prologue_end");
        if ((flags & EPILOGUE_BEGIN) != 0) sb.append(" epilogue_begin");
        if ((flags & STMT) != stmt) sb.append(" is_stmt ").append(flags & STMT);
        if (discriminator != 0) sb.append(" discriminator ").append(discriminator);
        out.note("loc", sb.toString());
        // A row that no instruction took stands here too: several rows of one address are told apart by their views.
        instruction();
        stmt = flags & STMT;
        int spot = out.spot();
        view = lastSpot >= 0 && out.samePlace(lastSpot, spot) ? view + 1 : 0;
        lastSpot = spot;
        pending = new Line(-1, file, line, column, flags, discriminator);
        used = true;
    }

    /** The number of rows before the last {@code .loc} at the same address. */
    public int view() {
        return view;
    }

    /** {@code is_stmt} as the last {@code .loc} left it. */
    public int stmt() {
        return stmt;
    }

    /** Called by the builder before each instruction. */
    public void instruction() {
        if (pending == null) return;
        Line p = pending;
        pending = null;
        sequences.computeIfAbsent(out.currentSection(), s -> new ArrayList<>())
                .add(new Line(out.spot(), p.file, p.line, p.column, p.flags, p.discriminator));
    }

    /** Writes the table; to be called after layout. */
    public void write() {
        if (!used || files.isEmpty()) return;
        out.silently(this::table);
    }

    private void table() {
        // Directories and strings.
        List<String> directories = new ArrayList<>();
        File primary = files.getFirst();
        if (primary == null) {
            primary = null;
            for (File f : files) if (f != null && primary == null) primary = f;
            files.set(0, primary);
        }
        directories.add(primary.directory == null ? "" : primary.directory);
        boolean md5 = true;
        for (File f : files) {
            if (f == null) continue;
            if (f.directory != null && !directories.contains(f.directory)) directories.add(f.directory);
            md5 &= f.md5 != null;
        }
        // By string its label: linkers merge string by string, and what is so far from another's label is elsewhere then.
        Map<String, Integer> strings = new LinkedHashMap<>();
        out.section(".debug_line", Elf.SHT_PROGBITS, 0, 0);
        int start = out.newLabel();
        int end = out.newLabel();
        out.data(4, Expr.difference(end, start));
        out.label(start);
        out.data(2, 5);
        out.data(1, 8);
        out.data(1, 0);
        int headerStart = out.newLabel();
        int headerEnd = out.newLabel();
        out.data(4, Expr.difference(headerEnd, headerStart));
        out.label(headerStart);
        out.data(1, out.isa.codeAlignment());
        out.data(1, 1);
        out.data(1, 1);
        out.data(1, LINE_BASE);
        out.data(1, LINE_RANGE);
        out.data(1, OPCODE_BASE);
        out.bytes(OPCODE_LENGTHS);
        out.data(1, 1);
        out.data(1, DW_LNCT_path);
        out.data(1, DW_FORM_line_strp);
        out.uleb(Expr.of(directories.size()));
        for (String d : directories) out.data(4, Expr.symbol(label(d, strings)));
        out.data(1, md5 ? 3 : 2);
        out.data(1, DW_LNCT_path);
        out.data(1, DW_FORM_line_strp);
        out.data(1, DW_LNCT_directory_index);
        out.data(1, DW_FORM_udata);
        if (md5) {
            out.data(1, DW_LNCT_MD5);
            out.data(1, DW_FORM_data16);
        }
        out.uleb(Expr.of(files.size()));
        for (File f : files) {
            File g = f == null ? primary : f;
            out.data(4, Expr.symbol(label(g.name, strings)));
            out.uleb(Expr.of(g.directory == null ? 0 : directories.indexOf(g.directory)));
            if (md5) out.bytes(g.md5);
        }
        out.label(headerEnd);
        for (Map.Entry<Section, List<Line>> s : sequences.entrySet()) sequence(s.getKey(), s.getValue());
        out.label(end);
        out.section(".debug_line_str", Elf.SHT_PROGBITS, Elf.SHF_MERGE | Elf.SHF_STRINGS, 1);
        for (Map.Entry<String, Integer> s : strings.entrySet()) {
            out.label(s.getValue());
            out.bytes(s.getKey().getBytes(StandardCharsets.UTF_8));
            out.data(1, 0);
        }
    }

    private int label(String s, Map<String, Integer> strings) {
        return strings.computeIfAbsent(s, k -> out.newLabel());
    }

    private void sequence(Section section, List<Line> lines) {
        out.data(1, 0);
        out.uleb(Expr.of(9));
        out.data(1, DW_LNE_set_address);
        out.data(8, Expr.symbol(lines.getFirst().label));
        int at = lines.getFirst().label;
        int file = 1;
        int line = 1;
        int column = 0;
        boolean isStmt = true;
        for (Line l : lines) {
            long pc = out.distance(at, l.label) / out.isa.codeAlignment();
            if (pc < 0) {
                // An earlier piece of the section: begin anew.
                end(0);
                out.data(1, 0);
                out.uleb(Expr.of(9));
                out.data(1, DW_LNE_set_address);
                out.data(8, Expr.symbol(l.label));
                pc = 0;
                file = 1;
                line = 1;
                column = 0;
                isStmt = true;
            }
            at = l.label;
            if (l.file != file) {
                op(DW_LNS_set_file, l.file);
                file = l.file;
            }
            if (l.column != column) {
                op(DW_LNS_set_column, l.column);
                column = l.column;
            }
            if (l.discriminator != 0) {
                out.data(1, 0);
                out.uleb(Expr.of(1 + lebSize(l.discriminator)));
                op(DW_LNE_set_discriminator, l.discriminator);
            }
            if ((l.flags & STMT) != 0 != isStmt) {
                out.data(1, DW_LNS_negate_stmt);
                isStmt = !isStmt;
            }
            if ((l.flags & BASIC_BLOCK) != 0) out.data(1, DW_LNS_set_basic_block);
            if ((l.flags & PROLOGUE_END) != 0) out.data(1, DW_LNS_set_prologue_end);
            if ((l.flags & EPILOGUE_BEGIN) != 0) out.data(1, DW_LNS_set_epilogue_begin);
            row(pc, l.line - line);
            line = l.line;
        }
        end(out.sizeOf(section) - out.offsetOf(at));
    }

    private void end(long pc) {
        if (pc > 0) op(DW_LNS_advance_pc, pc / out.isa.codeAlignment());
        out.data(1, 0);
        out.data(1, 1);
        out.data(1, DW_LNE_end_sequence);
    }

    private void op(int opcode, long operand) {
        out.data(1, opcode);
        out.uleb(Expr.of(operand));
    }

    private static int lebSize(long v) {
        int n = 1;
        while ((v >>>= 7) != 0) n++;
        return n;
    }

    /** Appends a row by the shortest opcodes. */
    private void row(long pc, int line) {
        if (line < LINE_BASE || line >= LINE_BASE + LINE_RANGE) {
            out.data(1, DW_LNS_advance_line);
            out.sleb(Expr.of(line));
            line = 0;
        }
        long special = line - LINE_BASE + LINE_RANGE * pc + OPCODE_BASE;
        if (special < 256) {
            out.data(1, special);
            return;
        }
        long max = (255 - OPCODE_BASE) / LINE_RANGE;
        if (pc >= max && line - LINE_BASE + LINE_RANGE * (pc - max) + OPCODE_BASE < 256) {
            out.data(1, DW_LNS_const_add_pc);
            out.data(1, line - LINE_BASE + LINE_RANGE * (pc - max) + OPCODE_BASE);
            return;
        }
        op(DW_LNS_advance_pc, pc);
        if (line == 0) out.data(1, DW_LNS_copy);
        else out.data(1, line - LINE_BASE + OPCODE_BASE);
    }
}
