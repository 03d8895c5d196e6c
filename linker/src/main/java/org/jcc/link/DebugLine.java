package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import org.jcc.asm.elf.Le;

/**
 * Finds the source line of a place in an unlinked object by its {@code .debug_line} (DWARF 2 to 5, chapter 6.2), for messages only.
 *
 * <p>In a relocatable object the addresses of the line program are relocations: {@code DW_LNE_set_address} at some offset names
 * a section symbol and an addend. The sequence whose section is the wanted one is run until it passes the wanted offset. Anything
 * unusual ends the search without an answer; the message then shows section and offset.
 */
final class DebugLine {
    private final ObjectFile file;
    private final InputSection wanted;
    private final long offset;
    private final byte[] d;
    private final int end;
    private int at;
    private final HashMap<Integer, Integer> relocs = new HashMap<>();
    private final InputSection lines;

    private static final class Done extends Exception {
        private static final long serialVersionUID = 1;
        final String text;

        Done(String text) {
            super(null, null, false, false);
            this.text = text;
        }
    }

    private DebugLine(ObjectFile file, InputSection wanted, long offset, InputSection lines) {
        this.file = file;
        this.wanted = wanted;
        this.offset = offset;
        this.lines = lines;
        d = lines.data;
        at = lines.off;
        end = lines.off + (int) lines.size;
        for (int r = 0; r < lines.relCount; r++) relocs.put((int) Le.i64(file.elf.data, lines.relOff + r * RELA_SIZE), r);
    }

    /** {@code file.c:12}, or null. */
    static String find(ObjectFile file, InputSection s, long offset) {
        if (file.sections == null || file.symbols == null) return null;
        for (InputSection x : file.sections) {
            if (x == null || !x.name.equals(".debug_line") || x.size < 8) continue;
            DebugLine p = new DebugLine(file, s, offset, x);
            try {
                while (p.at < p.end) p.unit();
            } catch (Done e) {
                return e.text;
            } catch (IndexOutOfBoundsException e) {
                return null; // a table that points outside itself has nothing to say
            }
        }
        return null;
    }

    private long uleb() {
        long v = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = d[at++];
            if (shift < 64) v |= (long) (b & 0x7f) << shift;
            if (b >= 0) return v;
        }
    }

    private long sleb() {
        long v = 0;
        int shift = 0;
        byte b;
        do {
            b = d[at++];
            if (shift < 64) v |= (long) (b & 0x7f) << shift;
            shift += 7;
        } while (b < 0);
        return shift < 64 && (b & 0x40) != 0 ? v | -1L << shift : v;
    }

    private String cstring() {
        int start = at;
        while (d[at] != 0) at++;
        return new String(d, start, at++ - start, StandardCharsets.UTF_8);
    }

    /** The string that a form DW_FORM_line_strp or strp at the current place refers to. */
    private String indirect(String section) {
        int place = at - lines.off;
        long off = Le.u32(d, at);
        at += 4;
        Integer r = relocs.get(place);
        if (r != null) off = Le.i64(file.elf.data, lines.relOff + r * RELA_SIZE + 16);
        for (InputSection s : file.sections) {
            if (s == null || !s.name.equals(section) || off < 0 || off >= s.size) continue;
            int from = s.off + (int) off;
            int to = from;
            while (to < s.off + s.size && s.data[to] != 0) to++;
            return new String(s.data, from, to - from, StandardCharsets.UTF_8);
        }
        return "";
    }

    private void unit() throws Done {
        long length = Le.u32(d, at);
        int next = (int) Math.min(end, at + 4 + length);
        if (length < 8 || length == 0xffffffffL) throw new Done(null);
        at += 4;
        int version = Le.u16(d, at);
        at += 2;
        if (version < 2 || version > 5) throw new Done(null);
        if (version >= 5) at += 2;
        int program = at + 4 + (int) Le.u32(d, at);
        at += 4;
        int minInst = d[at++] & 0xff;
        if (version >= 4) at++;
        at++; // default_is_stmt
        int lineBase = d[at++];
        int lineRange = d[at++] & 0xff;
        int opcodeBase = d[at++] & 0xff;
        int[] operands = new int[Math.max(opcodeBase, 1)];
        for (int i = 1; i < opcodeBase; i++) operands[i] = d[at++];
        if (lineRange == 0) throw new Done(null);
        ArrayList<String> files = new ArrayList<>();
        if (version < 5) {
            while (d[at] != 0) cstring();
            at++;
            files.add("");
            while (d[at] != 0) {
                files.add(cstring());
                uleb();
                uleb();
                uleb();
            }
        } else {
            entries(new ArrayList<>());
            entries(files);
        }
        at = program;
        run(next, files, version, minInst, lineBase, lineRange, opcodeBase, operands);
        at = next;
    }

    private void entries(ArrayList<String> out) throws Done {
        int formats = d[at++] & 0xff;
        long[][] format = new long[formats][];
        for (int i = 0; i < formats; i++) format[i] = new long[] {uleb(), uleb()};
        long n = uleb();
        if (n > 100000) throw new Done(null);
        for (long i = 0; i < n; i++) {
            String name = "";
            for (long[] f : format) {
                String text = null;
                switch ((int) f[1]) {
                    case 0x08 -> text = cstring();
                    case 0x1f -> text = indirect(".debug_line_str");
                    case 0x0e -> text = indirect(".debug_str");
                    case 0x0b -> at += 1;
                    case 0x05 -> at += 2;
                    case 0x06 -> at += 4;
                    case 0x07 -> at += 8;
                    case 0x0f -> uleb();
                    case 0x1e -> at += 16;
                    default -> throw new Done(null);
                }
                if (f[0] == 1 && text != null) name = text;
            }
            out.add(name);
        }
    }

    private void run(int next, ArrayList<String> files, int version, int minInst, int lineBase, int lineRange, int opcodeBase, int[] operands) throws Done {
        InputSection section = null;
        long address = 0;
        int fileIndex = 1;
        long line = 1;
        boolean have = false;
        long lastAddress = 0;
        long lastLine = 0;
        int lastFile = 1;
        while (at < next) {
            int op = d[at++] & 0xff;
            boolean row = false;
            boolean endSequence = false;
            if (op >= opcodeBase) {
                int adj = op - opcodeBase;
                address += (long) (adj / lineRange) * minInst;
                line += lineBase + adj % lineRange;
                row = true;
            } else {
                switch (op) {
                    case 0 -> {
                        int len = (int) uleb();
                        int after = at + len;
                        int sub = len > 0 ? d[at++] : 0;
                        if (sub == 1) endSequence = true;
                        else if (sub == 2) {
                            Integer r = relocs.get(at - lines.off);
                            section = null;
                            address = Le.i64(d, at);
                            if (r != null) {
                                int e = lines.relOff + r * RELA_SIZE;
                                Symbol y = file.symbols[Le.i32(file.elf.data, e + 12)];
                                if (y == null) throw new Done(null);
                                section = y.section;
                                address = y.value + Le.i64(file.elf.data, e + 16);
                            }
                        }
                        at = after;
                    }
                    case 1 -> row = true;
                    case 2 -> address += uleb() * minInst;
                    case 3 -> line += sleb();
                    case 4 -> fileIndex = (int) uleb();
                    case 8 -> address += (long) ((255 - opcodeBase) / lineRange) * minInst;
                    case 9 -> {
                        address += Le.u16(d, at);
                        at += 2;
                    }
                    default -> {
                        for (int i = 0; i < operands[op]; i++) uleb();
                    }
                }
            }
            if (row || endSequence) {
                if (have && section == wanted && offset >= lastAddress && offset < address)
                    throw new Done((lastFile >= 0 && lastFile < files.size() ? DynamicSymbols.baseName(files.get(lastFile)) : "?") + ":" + lastLine);
                have = row;
                lastAddress = address;
                lastLine = line;
                lastFile = fileIndex;
            }
            if (endSequence) {
                section = null;
                address = 0;
                fileIndex = 1;
                line = 1;
                have = false;
            }
        }
    }
}
