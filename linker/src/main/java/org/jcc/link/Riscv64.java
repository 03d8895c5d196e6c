package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.Arrays;
import java.util.HashMap;
import org.jcc.asm.elf.Le;

/**
 * RISC-V 64, after the "RISC-V ABIs Specification" (ELF: chapters 8 and 9).
 *
 * <p>Instructions hold at most 20 bits of an address, so most references are pairs: an {@code auipc} or {@code lui} with the
 * upper part and a second instruction with the lower 12 bits. Three things are peculiar:
 *
 * <ul>
 *   <li>The second half of a pc-relative pair ({@code PCREL_LO12}) does not name its target but the label of the
 *       {@code auipc}; the target is that instruction's relocation. {@link #highOf} finds it.
 *   <li>The assembler leaves alignment to the linker: {@code ALIGN} says how many bytes of padding were put in at most, and the
 *       linker must cut what is too much, even if it relaxes nothing else. As sections are at least as aligned as anything in
 *       them, the cuts depend on the section alone and are made before layout ({@link #relax}).
 *   <li>Differences of labels cannot be computed by the assembler, as bytes may go; they come as pairs of {@code ADD} and
 *       {@code SUB} (or {@code SET} and {@code SUB}) relocations that work on the section's bytes.
 * </ul>
 *
 * <p>The thread pointer is the start of the TLS block; {@code DTPREL} offsets are biased by 0x800. Code sequences are not shortened
 * ({@code RELAX} is a permission, not a duty), so {@code gp} is set up but not used here.
 */
final class Riscv64 implements LinkTarget {
    private static final DynamicTypes DYNAMIC = new DynamicTypes(R_RISCV_64, R_RISCV_RELATIVE, R_RISCV_64, R_RISCV_JUMP_SLOT, R_RISCV_COPY,
            R_RISCV_IRELATIVE, R_RISCV_TLS_DTPMOD64, R_RISCV_TLS_DTPREL64, R_RISCV_TLS_TPREL64, 12);

    @Override
    public String name() {
        return "riscv64";
    }

    @Override
    public int machine() {
        return EM_RISCV;
    }

    @Override
    public long pageSize() {
        return 0x1000;
    }

    @Override
    public long imageBase() {
        return 0x10000;
    }

    @Override
    public String interpreter() {
        return "/lib/ld-linux-riscv64-lp64d.so.1";
    }

    @Override
    public DynamicTypes dynamic() {
        return DYNAMIC;
    }

    @Override
    public boolean acceptsFormat(String format) {
        return format.equals("elf64-littleriscv");
    }

    @Override
    public boolean missingStackNoteMeansExec() {
        return false;
    }

    @Override
    public int outputFlags(Context c) {
        int flags = 0;
        for (ObjectFile o : c.objects) flags |= o.elf.flags;
        return flags;
    }

    @Override
    public int codeFill() {
        return 0x00010001; // c.nop
    }

    @Override
    public int gotHeaderWords() {
        return 1;
    }

    @Override
    public int gotPltHeaderWords() {
        return 2;
    }

    @Override
    public boolean globalOffsetTableIsGotPlt() {
        return false;
    }

    // --- PLT --------------------------------------------------------------------------------------------------------

    @Override
    public int pltHeaderSize() {
        return 32;
    }

    @Override
    public int pltEntrySize() {
        return 16;
    }

    @Override
    public void writePltHeader(byte[] out, int at, long address, long gotPlt) {
        long v = gotPlt - address;
        Le.put32(out, at, 0x00000397 | high(v)); // auipc t2, %pcrel_hi(.got.plt)
        Le.put32(out, at + 4, 0x41c30333); // sub t1, t1, t3
        Le.put32(out, at + 8, 0x0003be03 | (v & 0xfff) << 20); // ld t3, %pcrel_lo(t2)
        Le.put32(out, at + 12, 0xfd430313); // addi t1, t1, -44
        Le.put32(out, at + 16, 0x00038293 | (v & 0xfff) << 20); // addi t0, t2, %pcrel_lo
        Le.put32(out, at + 20, 0x00135313); // srli t1, t1, 1
        Le.put32(out, at + 24, 0x0082b283); // ld t0, 8(t0)
        Le.put32(out, at + 28, 0x000e0067); // jr t3
    }

    @Override
    public void writePltEntry(byte[] out, int at, long address, long slot, int index, long plt) {
        long v = slot - address;
        Le.put32(out, at, 0x00000e17 | high(v)); // auipc t3, %pcrel_hi(slot)
        Le.put32(out, at + 4, 0x000e3e03 | (v & 0xfff) << 20); // ld t3, %pcrel_lo(t3)
        Le.put32(out, at + 8, 0x000e0367); // jalr t1, t3
        Le.put32(out, at + 12, 0x00000013); // nop
    }

    @Override
    public long lazySlot(long plt, long entry) {
        return plt;
    }

    @Override
    public long tpOffset(Context c, long address) {
        return address - c.tlsStart;
    }

    @Override
    public long dtpOffset(Context c, long address) {
        return address - c.tlsStart - 0x800;
    }

    /** The upper 20 bits that together with a signed 12-bit addition give {@code v}. */
    private static long high(long v) {
        return v + 0x800 & 0xfffff000L;
    }

    // --- Scan -------------------------------------------------------------------------------------------------------

    /** Bytes that a relocation writes; -1 if it is none of ours. */
    private static int width(int type) {
        return switch (type) {
            case R_RISCV_NONE, R_RISCV_RELAX, R_RISCV_ALIGN, R_RISCV_TPREL_ADD, R_RISCV_GNU_VTENTRY, R_RISCV_GNU_VTINHERIT -> 0;
            case R_RISCV_ADD8, R_RISCV_SUB8, R_RISCV_SUB6, R_RISCV_SET6, R_RISCV_SET8, R_RISCV_SET_ULEB128, R_RISCV_SUB_ULEB128 -> 1;
            case R_RISCV_ADD16, R_RISCV_SUB16, R_RISCV_SET16, R_RISCV_RVC_BRANCH, R_RISCV_RVC_JUMP, R_RISCV_RVC_LUI -> 2;
            case R_RISCV_32, R_RISCV_BRANCH, R_RISCV_JAL, R_RISCV_GOT_HI20, R_RISCV_TLS_GOT_HI20, R_RISCV_TLS_GD_HI20, R_RISCV_PCREL_HI20,
                 R_RISCV_PCREL_LO12_I, R_RISCV_PCREL_LO12_S, R_RISCV_HI20, R_RISCV_LO12_I, R_RISCV_LO12_S, R_RISCV_TPREL_HI20, R_RISCV_TPREL_LO12_I,
                 R_RISCV_TPREL_LO12_S, R_RISCV_ADD32, R_RISCV_SUB32, R_RISCV_SET32, R_RISCV_32_PCREL, R_RISCV_PLT32, R_RISCV_TLS_DTPREL32 -> 4;
            case R_RISCV_64, R_RISCV_ADD64, R_RISCV_SUB64, R_RISCV_CALL, R_RISCV_CALL_PLT, R_RISCV_TLS_DTPREL64 -> 8;
            default -> -1;
        };
    }

    @Override
    public void scan(Context c, Scan scan, InputSection s, int from, int to) {
        byte[] d = s.file.elf.data;
        for (int r = from; r < to; r++) {
            int at = s.relOff + r * RELA_SIZE;
            int type = Le.i32(d, at + 8);
            long off = Le.i64(d, at);
            Symbol y = scan.symbol(s, r, type, width(type));
            if (y == null) continue;
            switch (type) {
                case R_RISCV_64 -> scan.absolute(s, off, y, Le.i64(d, at + 16));
                case R_RISCV_32, R_RISCV_HI20, R_RISCV_LO12_I, R_RISCV_LO12_S, R_RISCV_RVC_LUI -> scan.absoluteNarrow(s, y, type);
                case R_RISCV_PCREL_HI20, R_RISCV_32_PCREL -> scan.relative(s, y, type);
                case R_RISCV_CALL, R_RISCV_CALL_PLT, R_RISCV_JAL, R_RISCV_BRANCH, R_RISCV_RVC_BRANCH, R_RISCV_RVC_JUMP, R_RISCV_PLT32 -> scan.call(y);
                case R_RISCV_GOT_HI20 -> scan.got(y);
                case R_RISCV_TLS_GOT_HI20 -> {
                    if (!scan.tlsMismatch(s, y, type, true)) scan.gotTp(y);
                }
                case R_RISCV_TLS_GD_HI20 -> {
                    if (!scan.tlsMismatch(s, y, type, true)) scan.tlsGd(y);
                }
                case R_RISCV_TPREL_HI20, R_RISCV_TPREL_LO12_I, R_RISCV_TPREL_LO12_S -> scan.tpOffset(s, y, type);
                case R_RISCV_PCREL_LO12_I, R_RISCV_PCREL_LO12_S -> {
                    if (y.section != s || highOf(s, y.value) < 0)
                        c.error(s + "+0x" + Long.toHexString(off) + ": " + relocName(EM_RISCV, type) + " without its R_RISCV_PCREL_HI20");
                }
                default -> {} // differences of labels
            }
        }
    }

    /** Relocations of each section's auipc instructions by offset, made at the first question. */
    private final HashMap<InputSection, HashMap<Long, Integer>> highs = new HashMap<>();

    private int highOf(InputSection s, long offset) {
        HashMap<Long, Integer> map = highs.get(s);
        if (map == null) {
            highs.put(s, map = new HashMap<>());
            byte[] d = s.file.elf.data;
            for (int r = 0; r < s.relCount; r++) {
                int type = Le.i32(d, s.relOff + r * RELA_SIZE + 8);
                if (type == R_RISCV_PCREL_HI20 || type == R_RISCV_GOT_HI20 || type == R_RISCV_TLS_GOT_HI20 || type == R_RISCV_TLS_GD_HI20)
                    map.put(Le.i64(d, s.relOff + r * RELA_SIZE), r);
            }
        }
        return map.getOrDefault(offset, -1);
    }

    // --- Alignment --------------------------------------------------------------------------------------------------

    @Override
    public void relax(Context c) {
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) if (s != null && s.live && s.alloc() && (s.flags & SHF_EXECINSTR) != 0 && s.relCount > 0) cut(c, s);
        }
    }

    private void cut(Context c, InputSection s) {
        byte[] d = s.file.elf.data;
        int n = 0;
        int[] at = new int[8];
        int[] total = new int[8];
        int gone = 0;
        long last = -1;
        for (int r = 0; r < s.relCount; r++) {
            int e = s.relOff + r * RELA_SIZE;
            if (Le.i32(d, e + 8) != R_RISCV_ALIGN) continue;
            long off = Le.i64(d, e);
            long room = Le.i64(d, e + 16);
            if (room <= 0 || room > 1 << 20 || off < last || off + room > s.size || (room & 1) != 0) {
                if (room != 0) c.error(s + "+0x" + Long.toHexString(off) + ": malformed R_RISCV_ALIGN");
                continue;
            }
            last = off + room;
            long align = Long.highestOneBit(room) << 1;
            long needed = -(off - gone) & align - 1;
            if (needed > room || align > s.align) {
                c.error(s + "+0x" + Long.toHexString(off) + ": alignment of " + align + " bytes cannot be reached");
                continue;
            }
            if (needed == room) continue;
            if (n == at.length) {
                at = Arrays.copyOf(at, n * 2);
                total = Arrays.copyOf(total, n * 2);
            }
            gone += (int) (room - needed);
            at[n] = (int) (off + needed);
            total[n++] = gone;
        }
        if (n == 0) return;
        s.cutAt = Arrays.copyOf(at, n);
        s.cutTotal = Arrays.copyOf(total, n);
    }

    // --- Apply ------------------------------------------------------------------------------------------------------

    @Override
    public void apply(Context c, InputSection s, byte[] out, int at, long address, int from, int to) {
        byte[] d = s.file.elf.data;
        for (int r = from; r < to; r++) {
            int e = s.relOff + r * RELA_SIZE;
            int type = Le.i32(d, e + 8);
            if (type == R_RISCV_NONE || type == R_RISCV_RELAX || type == R_RISCV_TPREL_ADD) continue;
            long off = Le.i64(d, e);
            Symbol y = s.file.symbols[Le.i32(d, e + 12)];
            long a = Le.i64(d, e + 16);
            long local = s.local(off);
            int p = at + (int) local;
            long pc = address + local;
            switch (type) {
                case R_RISCV_ALIGN -> nops(out, p, (int) (s.local(off + a) - local));
                case R_RISCV_PCREL_LO12_I, R_RISCV_PCREL_LO12_S -> {
                    int hi = s.relOff + highOf(s, y.value) * RELA_SIZE;
                    long v = pcRelative(c, s, Le.i32(d, hi + 8), s.file.symbols[Le.i32(d, hi + 12)], Le.i64(d, hi + 16), address + s.local(y.value));
                    if (type == R_RISCV_PCREL_LO12_I) lowI(out, p, v);
                    else lowS(out, p, v);
                }
                case R_RISCV_PCREL_HI20, R_RISCV_GOT_HI20, R_RISCV_TLS_GOT_HI20, R_RISCV_TLS_GD_HI20 -> upper(c, s, out, p, pcRelative(c, s, type, y, a, pc), off, type, y);
                case R_RISCV_CALL, R_RISCV_CALL_PLT -> {
                    long v = target(c, y) + a - pc;
                    upper(c, s, out, p, v, off, type, y);
                    lowI(out, p + 4, v);
                }
                case R_RISCV_HI20 -> upper(c, s, out, p, sum(c, y, a), off, type, y);
                case R_RISCV_LO12_I -> lowI(out, p, sum(c, y, a));
                case R_RISCV_LO12_S -> lowS(out, p, sum(c, y, a));
                case R_RISCV_TPREL_HI20 -> upper(c, s, out, p, c.tpOffset(y, a), off, type, y);
                case R_RISCV_TPREL_LO12_I -> lowI(out, p, c.tpOffset(y, a));
                case R_RISCV_TPREL_LO12_S -> lowS(out, p, c.tpOffset(y, a));
                case R_RISCV_BRANCH -> {
                    long v = target(c, y) + a - pc;
                    fits(c, s, v, 13, off, type, y);
                    int i = Le.i32(out, p) & 0x01fff07f;
                    Le.put32(out, p, i | (v >> 12 & 1) << 31 | (v >> 5 & 0x3f) << 25 | (v >> 1 & 0xf) << 8 | (v >> 11 & 1) << 7);
                }
                case R_RISCV_JAL -> {
                    long v = target(c, y) + a - pc;
                    fits(c, s, v, 21, off, type, y);
                    int i = Le.i32(out, p) & 0xfff;
                    Le.put32(out, p, i | (v >> 20 & 1) << 31 | (v >> 1 & 0x3ff) << 21 | (v >> 11 & 1) << 20 | (v >> 12 & 0xff) << 12);
                }
                case R_RISCV_RVC_BRANCH -> {
                    long v = target(c, y) + a - pc;
                    fits(c, s, v, 9, off, type, y);
                    int i = Le.u16(out, p) & 0xe383;
                    Le.put16(out, p, i | (v >> 8 & 1) << 12 | (v >> 3 & 3) << 10 | (v >> 6 & 3) << 5 | (v >> 1 & 3) << 3 | (v >> 5 & 1) << 2);
                }
                case R_RISCV_RVC_JUMP -> {
                    long v = target(c, y) + a - pc;
                    fits(c, s, v, 12, off, type, y);
                    int i = Le.u16(out, p) & 0xe003;
                    Le.put16(out, p, i | (v >> 11 & 1) << 12 | (v >> 4 & 1) << 11 | (v >> 8 & 3) << 9 | (v >> 10 & 1) << 8 | (v >> 6 & 1) << 7
                            | (v >> 7 & 1) << 6 | (v >> 1 & 7) << 3 | (v >> 5 & 1) << 2);
                }
                case R_RISCV_RVC_LUI -> {
                    long v = sum(c, y, a) + 0x800 >> 12;
                    int i = Le.u16(out, p) & 0xef83;
                    Le.put16(out, p, v == 0 ? i & ~0x6000 | 0x4000 : i | (v >> 5 & 1) << 12 | (v & 0x1f) << 2);
                }
                case R_RISCV_32_PCREL, R_RISCV_PLT32 -> Le.put32(out, p, (type == R_RISCV_PLT32 ? target(c, y) + a : sum(c, y, a)) - pc);
                default -> data(c, out, p, type, sum(c, y, a));
            }
        }
    }

    private static long sum(Context c, Symbol y, long a) {
        if (y.section != null && y.section.merged != null && y.type == STT_SECTION) return y.section.address(y.value + a);
        if (y.section != null && y.section.cutAt != null && y.type == STT_SECTION) return y.section.address(y.value + a);
        return c.address(y) + a;
    }

    private static long target(Context c, Symbol y) {
        return y.pltIndex >= 0 ? c.synth.pltAddress(y) : c.address(y);
    }

    private static long pcRelative(Context c, InputSection s, int type, Symbol y, long a, long pc) {
        return switch (type) {
            case R_RISCV_GOT_HI20 -> c.synth.gotAddress(y) + a - pc;
            case R_RISCV_TLS_GOT_HI20 -> c.synth.gotTpAddress(y) + a - pc;
            case R_RISCV_TLS_GD_HI20 -> c.synth.tlsGdAddress(y) + a - pc;
            default -> sum(c, y, a) - pc;
        };
    }

    /** Relocations of plain data: words and the arithmetic of label differences. */
    private static void data(Context c, byte[] out, int p, int type, long v) {
        switch (type) {
            case R_RISCV_32, R_RISCV_SET32 -> Le.put32(out, p, v);
            case R_RISCV_64 -> Le.put64(out, p, v);
            case R_RISCV_ADD8 -> out[p] += (byte) v;
            case R_RISCV_ADD16 -> Le.put16(out, p, Le.u16(out, p) + v);
            case R_RISCV_ADD32 -> Le.put32(out, p, Le.i32(out, p) + v);
            case R_RISCV_ADD64 -> Le.put64(out, p, Le.i64(out, p) + v);
            case R_RISCV_SUB8 -> out[p] -= (byte) v;
            case R_RISCV_SUB16 -> Le.put16(out, p, Le.u16(out, p) - v);
            case R_RISCV_SUB32 -> Le.put32(out, p, Le.i32(out, p) - v);
            case R_RISCV_SUB64 -> Le.put64(out, p, Le.i64(out, p) - v);
            case R_RISCV_SET6 -> out[p] = (byte) (out[p] & 0xc0 | v & 0x3f);
            case R_RISCV_SUB6 -> out[p] = (byte) (out[p] & 0xc0 | out[p] - v & 0x3f);
            case R_RISCV_SET8 -> out[p] = (byte) v;
            case R_RISCV_SET16 -> Le.put16(out, p, v);
            case R_RISCV_SET_ULEB128 -> uleb(out, p, v);
            case R_RISCV_SUB_ULEB128 -> uleb(out, p, readUleb(out, p) - v);
            case R_RISCV_TLS_DTPREL32 -> Le.put32(out, p, v - c.tlsStart - 0x800);
            case R_RISCV_TLS_DTPREL64 -> Le.put64(out, p, v - c.tlsStart - 0x800);
            default -> {}
        }
    }

    private static long readUleb(byte[] out, int p) {
        long v = 0;
        for (int shift = 0; p < out.length && shift < 64; shift += 7) {
            v |= (long) (out[p] & 0x7f) << shift;
            if (out[p++] >= 0) break;
        }
        return v;
    }

    /** Overwrites a ULEB128 in as many bytes as it has. */
    private static void uleb(byte[] out, int p, long v) {
        for (boolean more = true; more && p < out.length; p++) {
            more = out[p] < 0;
            out[p] = (byte) (v & 0x7f | (more ? 0x80 : 0));
            v >>>= 7;
        }
    }

    private static void nops(byte[] out, int p, int n) {
        for (; n >= 4; n -= 4, p += 4) Le.put32(out, p, 0x00000013);
        if (n >= 2) Le.put16(out, p, 0x0001);
    }

    private static void upper(Context c, InputSection s, byte[] out, int p, long v, long off, int type, Symbol y) {
        if (v + 0x800 != (int) (v + 0x800)) overflow(c, s, off, type, y);
        Le.put32(out, p, Le.i32(out, p) & 0xfff | high(v));
    }

    private static void lowI(byte[] out, int p, long v) {
        Le.put32(out, p, Le.i32(out, p) & 0xfffff | (v & 0xfff) << 20);
    }

    private static void lowS(byte[] out, int p, long v) {
        Le.put32(out, p, Le.i32(out, p) & 0x01fff07f | (v >> 5 & 0x7f) << 25 | (v & 0x1f) << 7);
    }

    private static void fits(Context c, InputSection s, long v, int bits, long off, int type, Symbol y) {
        if (v != v << 64 - bits >> 64 - bits) overflow(c, s, off, type, y);
    }

    private static void overflow(Context c, InputSection s, long off, int type, Symbol y) {
        if (c.diags.errorCount() > 20) return;
        c.error(Undefined.place(c, s.file, s, off, true) + ": relocation truncated to fit: " + relocName(EM_RISCV, type) + " against '"
                + (y.name == 0 && y.section != null ? y.section.name : c.text(y)) + "'");
    }

    @Override
    public void applyDebug(Context c, InputSection s, byte[] out, int at, int type, Symbol y, long a, int offset, boolean dead) {
        int w = width(type);
        if (w < 0 || offset + w > s.size) {
            c.error(s + "+0x" + Integer.toHexString(offset) + ": bad relocation " + relocName(EM_RISCV, type));
            return;
        }
        if (w == 0) return;
        data(c, out, at + offset, type, dead ? a : sum(c, y, a));
    }
}
