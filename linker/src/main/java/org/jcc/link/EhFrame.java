package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.Le;

/**
 * {@code .eh_frame}: taken apart into its records, put together again without the descriptions of functions that did not
 * survive and with equal CIEs kept once; and {@code .eh_frame_hdr}, the binary search table over what is left.
 *
 * <p>A record is a length, an id and a body. Id 0 is a CIE (what functions have in common); otherwise the record is an FDE, and
 * the id is the distance back to its CIE. An FDE begins with the address of its function: the section that this relocation
 * names decides over the FDE's life. Two CIEs are equal if bytes and relocations are. (LSB 5.0 10.6, DWARF 4 6.4.1.)
 *
 * <p>Requires: sections read. Ensures after {@link #layout}: {@link InputSection#pieceOut} of every input .eh_frame, sizes.
 */
final class EhFrame {
    /** A common information entry; equal ones share {@link #canonical}. */
    static final class Cie {
        final InputSection section;
        final int off;
        final int size;
        final int relFrom;
        final int relTo;
        Cie canonical;
        int outOff = -1;

        Cie(InputSection section, int off, int size, int relFrom, int relTo) {
            this.section = section;
            this.off = off;
            this.size = size;
            this.relFrom = relFrom;
            this.relTo = relTo;
        }
    }

    /** A frame description. */
    static final class Fde {
        final InputSection section;
        final Cie cie;
        final int off;
        final int size;
        final int relFrom;
        final int relTo;
        /** The section of the function; null if the address has no relocation. */
        InputSection target;
        /** The next one of the same function's section. */
        Fde next;
        int outOff = -1;

        Fde(InputSection section, Cie cie, int off, int size, int relFrom, int relTo) {
            this.section = section;
            this.cie = cie;
            this.off = off;
            this.size = size;
            this.relFrom = relFrom;
            this.relTo = relTo;
        }
    }

    private final Context c;
    private final ArrayList<Fde> fdes = new ArrayList<>();
    private final ArrayList<Fde> kept = new ArrayList<>();
    /** Descriptions of functions that are no longer there when their section is read. */
    private final ArrayList<Fde> orphans = new ArrayList<>();
    private final ArrayList<Cie> keptCies = new ArrayList<>();
    int size;
    OutputSection out;
    OutputSection header;

    EhFrame(Context c) {
        this.c = c;
    }

    /** Cuts every .eh_frame of the inputs into records. */
    void parse() {
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.ehFrames) {
                if (s.discarded || s.size == 0) continue;
                try {
                    parse(s);
                } catch (BadElf e) {
                    c.error("error in " + s + ": " + e.getMessage());
                }
            }
        }
    }

    private void parse(InputSection s) throws BadElf {
        byte[] d = s.data;
        byte[] rels = s.file.elf.data;
        long last = -1;
        for (int r = 0; r < s.relCount; r++) {
            long off = Le.i64(rels, s.relOff + r * RELA_SIZE);
            if (off < last) throw new BadElf("relocations are not in order");
            last = off;
        }
        HashMap<Integer, Cie> cies = new HashMap<>();
        int[] starts = new int[16];
        int count = 0;
        int rel = 0;
        int end = (int) s.size;
        for (int at = 0; at < end; ) {
            if (end - at < 4) throw new BadElf("truncated record at " + at);
            long len = Le.u32(d, s.off + at);
            if (len == 0) { // a terminator; ours comes at the very end
                at += 4;
                continue;
            }
            if (len == 0xffffffffL || len < 4 || len > end - at - 4) throw new BadElf("bad length of the record at " + at);
            int size = (int) len + 4;
            int relFrom = rel;
            while (rel < s.relCount && Le.i64(rels, s.relOff + rel * RELA_SIZE) < at + size) rel++;
            if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
            starts[count++] = at;
            int id = Le.i32(d, s.off + at + 4);
            if (id == 0) cies.put(at, new Cie(s, at, size, relFrom, rel));
            else {
                Cie cie = cies.get(at + 4 - id);
                if (cie == null) throw new BadElf("the record at " + at + " has no CIE");
                Fde f = new Fde(s, cie, at, size, relFrom, rel);
                if (relFrom < rel && Le.i64(rels, s.relOff + relFrom * RELA_SIZE) == at + 8) {
                    Symbol y = s.file.symbols[Le.i32(rels, s.relOff + relFrom * RELA_SIZE + 12)];
                    f.target = y.section;
                    if (y.kind != Symbol.Kind.DEFINED || y.section == null || y.section.file != s.file) f.target = null;
                    if (f.target != null) {
                        f.next = f.target.firstFde;
                        f.target.firstFde = f;
                    } else if (y.kind != Symbol.Kind.DEFINED || y.section == null || y.section.discarded || y.section.file != s.file) {
                        orphans.add(f);
                        at += size;
                        continue;
                    }
                }
                fdes.add(f);
            }
            at += size;
        }
        s.pieceStart = Arrays.copyOf(starts, count);
        s.pieceOut = new int[count];
        Arrays.fill(s.pieceOut, -1);
    }

    /** Chooses the records that stay. After garbage collection. */
    void select() {
        HashMap<String, Cie> canonical = new HashMap<>();
        for (Fde f : fdes) {
            if (f.target != null && !f.target.live) continue;
            if (f.cie.canonical == null) {
                Cie same = canonical.putIfAbsent(key(f.cie), f.cie);
                f.cie.canonical = same == null ? f.cie : same;
                if (same == null) keptCies.add(f.cie);
            }
            kept.add(f);
        }
    }

    /** For {@code -r}: cuts the descriptions of lost functions out of their sections, which otherwise stay as they are. */
    void cutDead() {
        HashMap<InputSection, ArrayList<Fde>> bySection = new HashMap<>();
        for (Fde f : orphans) bySection.computeIfAbsent(f.section, k -> new ArrayList<>()).add(f);
        for (Fde f : fdes) if (f.target != null && !f.target.live) bySection.computeIfAbsent(f.section, k -> new ArrayList<>()).add(f);
        for (Map.Entry<InputSection, ArrayList<Fde>> e : bySection.entrySet()) {
            ArrayList<Fde> dead = e.getValue();
            dead.sort(Comparator.comparingInt(f -> f.off));
            InputSection s = e.getKey();
            s.cutAt = new int[dead.size()];
            s.cutTotal = new int[dead.size()];
            int gone = 0;
            for (int i = 0; i < s.cutAt.length; i++) {
                s.cutAt[i] = dead.get(i).off;
                s.cutTotal[i] = gone += dead.get(i).size;
            }
        }
        for (Fde f : fdes) if (f.section.cutAt != null && (f.target == null || f.target.live)) repoint.add(f);
    }

    /** Descriptions that stay in a section that {@link #cutDead} shortened: their CIE may have come nearer. */
    final ArrayList<Fde> repoint = new ArrayList<>();

    private String key(Cie cie) {
        InputSection s = cie.section;
        StringBuilder k = new StringBuilder(new String(s.data, s.off + cie.off, cie.size, java.nio.charset.StandardCharsets.ISO_8859_1));
        byte[] rels = s.file.elf.data;
        for (int r = cie.relFrom; r < cie.relTo; r++) {
            int e = s.relOff + r * RELA_SIZE;
            Symbol y = s.file.symbols[Le.i32(rels, e + 12)];
            k.append('|').append(Le.i64(rels, e) - cie.off).append(',').append(Le.i32(rels, e + 8)).append(',').append(Le.i64(rels, e + 16)).append(',');
            if (y.bind == STB_LOCAL) k.append(s.file.ordinal).append('#').append(Le.i32(rels, e + 12));
            else k.append('g').append(y.name);
        }
        return k.toString();
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    int count() {
        return kept.size();
    }

    /** Scans the relocations of what stays; the scan's own decisions apply (personality routines in a GOT-like word, LSDAs). */
    void scan(Scan scan) {
        for (Cie cie : keptCies) scan.scan(cie.section, cie.relFrom, cie.relTo);
        for (Fde f : kept) scan.scan(f.section, f.relFrom, f.relTo);
    }

    /** Gives every record its place. */
    void layout() {
        int at = 0;
        for (Fde f : kept) {
            Cie cie = f.cie.canonical;
            if (cie.outOff < 0) {
                cie.outOff = at;
                at += cie.size;
                place(cie.section, cie.off, cie.outOff);
            }
            if (f.cie.outOff < 0 && f.cie != cie) place(f.cie.section, f.cie.off, cie.outOff);
            f.outOff = at;
            at += f.size;
            place(f.section, f.off, f.outOff);
        }
        size = kept.isEmpty() ? 0 : at + 4;
    }

    private static void place(InputSection s, int off, int outOff) {
        s.pieceOut[Arrays.binarySearch(s.pieceStart, off)] = outOff;
    }

    /** Writes the records; the section ends in a terminator. */
    void write(byte[] o, int at) {
        for (Cie cie : keptCies) {
            if (cie.outOff < 0) continue;
            record(o, at, cie.section, cie.off, cie.size, cie.outOff, cie.relFrom, cie.relTo);
        }
        for (Fde f : kept) {
            record(o, at, f.section, f.off, f.size, f.outOff, f.relFrom, f.relTo);
            Le.put32(o, at + f.outOff + 4, f.outOff + 4 - f.cie.canonical.outOff);
        }
    }

    private void record(byte[] o, int at, InputSection s, int off, int size, int outOff, int relFrom, int relTo) {
        System.arraycopy(s.data, s.off + off, o, at + outOff, size);
        c.target.apply(c, s, o, at + outOff - off, out.addr + outOff - off, relFrom, relTo);
    }

    int headerSize() {
        return 12 + 8 * kept.size();
    }

    /** Writes {@code .eh_frame_hdr}: pairs of function and FDE addresses, relative to itself, sorted by function. */
    void writeHeader(byte[] o, int at) {
        o[at] = 1;
        o[at + 1] = (byte) (DW_EH_PE_pcrel | DW_EH_PE_sdata4);
        o[at + 2] = (byte) DW_EH_PE_udata4;
        o[at + 3] = (byte) (DW_EH_PE_datarel | DW_EH_PE_sdata4);
        Le.put32(o, at + 4, out.addr - (header.addr + 4));
        long[] rows = new long[kept.size()];
        int n = 0;
        for (Fde f : kept) {
            long pc;
            if (f.relFrom < f.relTo) {
                int e = f.section.relOff + f.relFrom * RELA_SIZE;
                byte[] rels = f.section.file.elf.data;
                pc = c.definition(f.section.file.symbols[Le.i32(rels, e + 12)]) + Le.i64(rels, e + 16);
                Symbol y = f.section.file.symbols[Le.i32(rels, e + 12)];
                if (y.section != null && (y.section.cutAt != null) && y.type == STT_SECTION) pc = y.section.address(y.value + Le.i64(rels, e + 16));
            } else pc = Le.i64(f.section.data, f.section.off + f.off + 8);
            rows[n++] = (pc - header.addr) << 32 | out.addr + f.outOff - header.addr & 0xffffffffL;
        }
        Arrays.sort(rows);
        Le.put32(o, at + 8, n);
        for (int i = 0; i < n; i++) {
            Le.put32(o, at + 12 + 8 * i, rows[i] >> 32);
            Le.put32(o, at + 16 + 8 * i, rows[i]);
        }
    }
}
