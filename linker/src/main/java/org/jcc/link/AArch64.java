package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import org.jcc.asm.elf.Le;

/**
 * AArch64, after "ELF for the Arm 64-bit Architecture (AAELF64)" (relocations: 5.7) and "System V ABI for the Arm 64-bit
 * Architecture" (PLT and TLS sequences).
 *
 * <p>An address is made in two steps: {@code adrp} gives the 4 KiB page of a symbol relative to the page of the instruction, and an
 * {@code add} or a load's scaled offset the low 12 bits. So most relocations come as an {@code …PG_HI21} and a {@code …LO12}, and
 * the second needs no check for overflow. Branches reach 128 MiB; a call farther away is refused (no thunks are made).
 *
 * <p>TLS is variant 1: the thread pointer stands 16 bytes (aligned to the segment) before the executable's block. In executables
 * descriptor sequences become direct ones, in place, each instruction by its own relocation:
 *
 * <pre>
 *   adrp x0, :tlsdesc:v            ->  movz x0, #:tprel_g1:v      or  adrp x0, :gottprel:v
 *   ldr  x1, [x0, #:tlsdesc_lo12:] ->  movk x0, #:tprel_g0_nc:v   or  ldr x0, [x0, #:gottprel_lo12:v]
 *   add  x0, x0, #:tlsdesc_lo12:   ->  nop
 *   blr  x1                        ->  nop
 * </pre>
 */
final class AArch64 implements LinkTarget {
    private static final DynamicTypes DYNAMIC = new DynamicTypes(R_AARCH64_ABS64, R_AARCH64_RELATIVE, R_AARCH64_GLOB_DAT, R_AARCH64_JUMP_SLOT,
            R_AARCH64_COPY, R_AARCH64_IRELATIVE, R_AARCH64_TLS_DTPMOD, R_AARCH64_TLS_DTPREL, R_AARCH64_TLS_TPREL, R_AARCH64_TLSDESC);
    private static final int NOP = 0xd503201f;
    private static final int R_PLT32 = 314;

    @Override
    public String name() {
        return "aarch64";
    }

    @Override
    public int machine() {
        return EM_AARCH64;
    }

    @Override
    public long pageSize() {
        return 0x10000;
    }

    @Override
    public long imageBase() {
        return 0x400000;
    }

    @Override
    public String interpreter() {
        return "/lib/ld-linux-aarch64.so.1";
    }

    @Override
    public DynamicTypes dynamic() {
        return DYNAMIC;
    }

    @Override
    public boolean acceptsFormat(String format) {
        return format.equals("elf64-littleaarch64");
    }

    @Override
    public boolean missingStackNoteMeansExec() {
        return false;
    }

    @Override
    public int outputFlags(Context c) {
        return 0;
    }

    @Override
    public int codeFill() {
        return NOP;
    }

    @Override
    public int gotHeaderWords() {
        return 1;
    }

    @Override
    public int gotPltHeaderWords() {
        return 3;
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
        Le.put32(out, at, 0xa9bf7bf0); // stp x16, x30, [sp, #-16]!
        jumpThrough(out, at + 4, address + 4, gotPlt + 16);
        for (int i = 20; i < 32; i += 4) Le.put32(out, at + i, NOP);
    }

    @Override
    public void writePltEntry(byte[] out, int at, long address, long slot, int index, long plt) {
        jumpThrough(out, at, address, slot);
    }

    private static void jumpThrough(byte[] out, int at, long address, long slot) {
        Le.put32(out, at, 0x90000010 | adr(page(slot) - page(address) >> 12)); // adrp x16, slot
        Le.put32(out, at + 4, 0xf9400211 | (slot & 0xfff) >> 3 << 10); // ldr x17, [x16, #:lo12:slot]
        Le.put32(out, at + 8, 0x91000210 | (slot & 0xfff) << 10); // add x16, x16, #:lo12:slot
        Le.put32(out, at + 12, 0xd61f0220); // br x17
    }

    @Override
    public long lazySlot(long plt, long entry) {
        return plt;
    }

    @Override
    public long tpOffset(Context c, long address) {
        return address - c.tlsStart + (16 + c.tlsAlign - 1 & -c.tlsAlign);
    }

    @Override
    public long dtpOffset(Context c, long address) {
        return address - c.tlsStart;
    }

    private static long page(long v) {
        return v & ~0xfffL;
    }

    /** The scattered immediate of adr and adrp. */
    private static long adr(long v) {
        return (v & 3) << 29 | (v >> 2 & 0x7ffff) << 5;
    }

    // --- Scan -------------------------------------------------------------------------------------------------------

    private static int width(int type) {
        return switch (type) {
            case R_AARCH64_NONE, 256 -> 0;
            case R_AARCH64_ABS16, R_AARCH64_PREL16 -> 2;
            case R_AARCH64_ABS64, R_AARCH64_PREL64, R_AARCH64_GOTREL64 -> 8;
            case R_AARCH64_ABS32, R_AARCH64_PREL32, R_AARCH64_GOTREL32, R_PLT32, R_AARCH64_MOVW_UABS_G0, R_AARCH64_MOVW_UABS_G0_NC, R_AARCH64_MOVW_UABS_G1,
                 R_AARCH64_MOVW_UABS_G1_NC, R_AARCH64_MOVW_UABS_G2, R_AARCH64_MOVW_UABS_G2_NC, R_AARCH64_MOVW_UABS_G3, R_AARCH64_LD_PREL_LO19,
                 R_AARCH64_ADR_PREL_LO21, R_AARCH64_ADR_PREL_PG_HI21, R_AARCH64_ADR_PREL_PG_HI21_NC, R_AARCH64_ADD_ABS_LO12_NC,
                 R_AARCH64_LDST8_ABS_LO12_NC, R_AARCH64_LDST16_ABS_LO12_NC, R_AARCH64_LDST32_ABS_LO12_NC, R_AARCH64_LDST64_ABS_LO12_NC,
                 R_AARCH64_LDST128_ABS_LO12_NC, R_AARCH64_TSTBR14, R_AARCH64_CONDBR19, R_AARCH64_JUMP26, R_AARCH64_CALL26, R_AARCH64_GOT_LD_PREL19,
                 R_AARCH64_ADR_GOT_PAGE, R_AARCH64_LD64_GOT_LO12_NC, R_AARCH64_LD64_GOTPAGE_LO15, R_AARCH64_TLSGD_ADR_PAGE21, R_AARCH64_TLSGD_ADD_LO12_NC,
                 R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21, R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC, R_AARCH64_TLSIE_LD_GOTTPREL_PREL19,
                 R_AARCH64_TLSLE_MOVW_TPREL_G2, R_AARCH64_TLSLE_MOVW_TPREL_G1, R_AARCH64_TLSLE_MOVW_TPREL_G1_NC, R_AARCH64_TLSLE_MOVW_TPREL_G0,
                 R_AARCH64_TLSLE_MOVW_TPREL_G0_NC, R_AARCH64_TLSLE_ADD_TPREL_HI12, R_AARCH64_TLSLE_ADD_TPREL_LO12, R_AARCH64_TLSLE_ADD_TPREL_LO12_NC,
                 R_AARCH64_TLSLE_LDST8_TPREL_LO12, R_AARCH64_TLSLE_LDST8_TPREL_LO12_NC, R_AARCH64_TLSLE_LDST16_TPREL_LO12,
                 R_AARCH64_TLSLE_LDST16_TPREL_LO12_NC, R_AARCH64_TLSLE_LDST32_TPREL_LO12, R_AARCH64_TLSLE_LDST32_TPREL_LO12_NC,
                 R_AARCH64_TLSLE_LDST64_TPREL_LO12, R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC, R_AARCH64_TLSLE_LDST128_TPREL_LO12,
                 R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC, R_AARCH64_TLSDESC_ADR_PAGE21, R_AARCH64_TLSDESC_LD64_LO12, R_AARCH64_TLSDESC_ADD_LO12,
                 R_AARCH64_TLSDESC_CALL -> 4;
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
            boolean tls = type >= 512 && type < 1024;
            if (scan.tlsMismatch(s, y, type, tls)) continue;
            switch (type) {
                case R_AARCH64_ABS64 -> scan.absolute(s, off, y, Le.i64(d, at + 16));
                case R_AARCH64_ABS32, R_AARCH64_ABS16, R_AARCH64_MOVW_UABS_G0, R_AARCH64_MOVW_UABS_G0_NC, R_AARCH64_MOVW_UABS_G1,
                     R_AARCH64_MOVW_UABS_G1_NC, R_AARCH64_MOVW_UABS_G2, R_AARCH64_MOVW_UABS_G2_NC, R_AARCH64_MOVW_UABS_G3 -> scan.absoluteNarrow(s, y, type);
                case R_AARCH64_ADR_PREL_PG_HI21, R_AARCH64_ADR_PREL_PG_HI21_NC, R_AARCH64_ADR_PREL_LO21, R_AARCH64_LD_PREL_LO19, R_AARCH64_PREL64,
                     R_AARCH64_PREL32, R_AARCH64_PREL16 -> scan.relative(s, y, type);
                case R_AARCH64_CALL26, R_AARCH64_JUMP26, R_AARCH64_CONDBR19, R_AARCH64_TSTBR14, R_PLT32 -> scan.call(y);
                case R_AARCH64_ADR_GOT_PAGE, R_AARCH64_LD64_GOT_LO12_NC, R_AARCH64_LD64_GOTPAGE_LO15, R_AARCH64_GOT_LD_PREL19 -> scan.got(y);
                case R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21, R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC -> {
                    if (c.shared() || y.preemptible) scan.gotTp(y);
                }
                case R_AARCH64_TLSIE_LD_GOTTPREL_PREL19 -> scan.gotTp(y);
                case R_AARCH64_TLSGD_ADR_PAGE21, R_AARCH64_TLSGD_ADD_LO12_NC -> scan.tlsGd(y);
                case R_AARCH64_TLSDESC_ADR_PAGE21, R_AARCH64_TLSDESC_LD64_LO12, R_AARCH64_TLSDESC_ADD_LO12, R_AARCH64_TLSDESC_CALL -> {
                    if (c.shared()) scan.tlsDesc(y);
                    else if (y.preemptible) scan.gotTp(y);
                }
                default -> {
                    if (tls) scan.tpOffset(s, y, type);
                }
            }
        }
    }

    // --- Apply ------------------------------------------------------------------------------------------------------

    @Override
    public void apply(Context c, InputSection s, byte[] out, int at, long address, int from, int to) {
        byte[] d = s.file.elf.data;
        for (int r = from; r < to; r++) {
            int e = s.relOff + r * RELA_SIZE;
            int type = Le.i32(d, e + 8);
            if (type == R_AARCH64_NONE) continue;
            long off = Le.i64(d, e);
            Symbol y = s.file.symbols[Le.i32(d, e + 12)];
            long a = Le.i64(d, e + 16);
            long local = s.local(off);
            int p = at + (int) local;
            long pc = address + local;
            switch (type) {
                case R_AARCH64_ABS64, R_AARCH64_ABS32, R_AARCH64_ABS16 -> data(out, p, type, sum(c, y, a));
                case R_AARCH64_PREL64, R_AARCH64_PREL32, R_AARCH64_PREL16 -> data(out, p, type, sum(c, y, a) - pc);
                case R_PLT32 -> Le.put32(out, p, target(c, y) + a - pc);
                case R_AARCH64_CALL26, R_AARCH64_JUMP26 -> {
                    if (y.isUndefinedWeak() && y.pltIndex < 0) {
                        Le.put32(out, p, NOP); // AAELF64 5.7.9: a call of an undefined weak symbol goes on behind the call
                        break;
                    }
                    long v = target(c, y) + a - pc;
                    check(c, s, v, 28, off, type, y);
                    or(out, p, 0xfc000000, v >> 2 & 0x3ffffff);
                }
                case R_AARCH64_CONDBR19, R_AARCH64_LD_PREL_LO19, R_AARCH64_GOT_LD_PREL19, R_AARCH64_TLSIE_LD_GOTTPREL_PREL19 -> {
                    long v = (type == R_AARCH64_CONDBR19 ? target(c, y) + a : type == R_AARCH64_LD_PREL_LO19 ? sum(c, y, a)
                            : type == R_AARCH64_GOT_LD_PREL19 ? c.synth.gotAddress(y) + a : c.synth.gotTpAddress(y) + a) - pc;
                    check(c, s, v, 21, off, type, y);
                    or(out, p, 0xff00001f, (v >> 2 & 0x7ffff) << 5);
                }
                case R_AARCH64_TSTBR14 -> {
                    long v = target(c, y) + a - pc;
                    check(c, s, v, 16, off, type, y);
                    or(out, p, 0xfff8001f, (v >> 2 & 0x3fff) << 5);
                }
                case R_AARCH64_ADR_PREL_LO21 -> {
                    long v = sum(c, y, a) - pc;
                    check(c, s, v, 21, off, type, y);
                    or(out, p, 0x9f00001f, adr(v));
                }
                case R_AARCH64_ADR_PREL_PG_HI21, R_AARCH64_ADR_PREL_PG_HI21_NC -> adrp(c, s, out, p, sum(c, y, a), pc, off, type, y);
                case R_AARCH64_ADR_GOT_PAGE -> adrp(c, s, out, p, c.synth.gotAddress(y) + a, pc, off, type, y);
                case R_AARCH64_TLSGD_ADR_PAGE21 -> adrp(c, s, out, p, c.synth.tlsGdAddress(y) + a, pc, off, type, y);
                case R_AARCH64_ADD_ABS_LO12_NC -> low(out, p, sum(c, y, a), 0);
                case R_AARCH64_LDST8_ABS_LO12_NC -> low(out, p, sum(c, y, a), 0);
                case R_AARCH64_LDST16_ABS_LO12_NC -> low(out, p, sum(c, y, a), 1);
                case R_AARCH64_LDST32_ABS_LO12_NC -> low(out, p, sum(c, y, a), 2);
                case R_AARCH64_LDST64_ABS_LO12_NC -> low(out, p, sum(c, y, a), 3);
                case R_AARCH64_LDST128_ABS_LO12_NC -> low(out, p, sum(c, y, a), 4);
                case R_AARCH64_LD64_GOT_LO12_NC -> low(out, p, c.synth.gotAddress(y) + a, 3);
                case R_AARCH64_LD64_GOTPAGE_LO15 -> or(out, p, 0xffc003ff, (c.synth.gotAddress(y) + a - page(c.synth.got.addr) >> 3 & 0xfff) << 10);
                case R_AARCH64_TLSGD_ADD_LO12_NC -> low(out, p, c.synth.tlsGdAddress(y) + a, 0);
                case R_AARCH64_MOVW_UABS_G0, R_AARCH64_MOVW_UABS_G0_NC -> movw(out, p, sum(c, y, a));
                case R_AARCH64_MOVW_UABS_G1, R_AARCH64_MOVW_UABS_G1_NC -> movw(out, p, sum(c, y, a) >> 16);
                case R_AARCH64_MOVW_UABS_G2, R_AARCH64_MOVW_UABS_G2_NC -> movw(out, p, sum(c, y, a) >> 32);
                case R_AARCH64_MOVW_UABS_G3 -> movw(out, p, sum(c, y, a) >> 48);
                case R_AARCH64_GOTREL64 -> Le.put64(out, p, sum(c, y, a) - c.synth.gotBase());
                case R_AARCH64_GOTREL32 -> Le.put32(out, p, sum(c, y, a) - c.synth.gotBase());
                default -> tls(c, s, out, p, pc, off, type, y, a);
            }
        }
    }

    private static void tls(Context c, InputSection s, byte[] out, int p, long pc, long off, int type, Symbol y, long a) {
        Synthetic syn = c.synth;
        boolean direct = !c.shared() && !y.preemptible;
        int insn = Le.i32(out, p);
        switch (type) {
            case R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21 -> {
                if (direct) Le.put32(out, p, 0xd2a00000 | insn & 31 | (c.tpOffset(y, a) >> 16 & 0xffff) << 5);
                else adrp(c, s, out, p, syn.gotTpAddress(y) + a, pc, off, type, y);
            }
            case R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC -> {
                if (direct) Le.put32(out, p, 0xf2800000 | insn & 31 | (c.tpOffset(y, a) & 0xffff) << 5);
                else low(out, p, syn.gotTpAddress(y) + a, 3);
            }
            case R_AARCH64_TLSDESC_ADR_PAGE21 -> {
                if (c.shared()) adrp(c, s, out, p, syn.tlsDescAddress(y) + a, pc, off, type, y);
                else if (direct) Le.put32(out, p, 0xd2a00000 | (c.tpOffset(y, a) >> 16 & 0xffff) << 5);
                else {
                    Le.put32(out, p, 0x90000000);
                    adrp(c, s, out, p, syn.gotTpAddress(y) + a, pc, off, type, y);
                }
            }
            case R_AARCH64_TLSDESC_LD64_LO12 -> {
                if (c.shared()) low(out, p, syn.tlsDescAddress(y) + a, 3);
                else if (direct) Le.put32(out, p, 0xf2800000 | (c.tpOffset(y, a) & 0xffff) << 5);
                else {
                    Le.put32(out, p, 0xf9400000);
                    low(out, p, syn.gotTpAddress(y) + a, 3);
                }
            }
            case R_AARCH64_TLSDESC_ADD_LO12 -> {
                if (c.shared()) low(out, p, syn.tlsDescAddress(y) + a, 0);
                else Le.put32(out, p, NOP);
            }
            case R_AARCH64_TLSDESC_CALL -> {
                if (!c.shared()) Le.put32(out, p, NOP);
            }
            case R_AARCH64_TLSLE_ADD_TPREL_HI12 -> {
                long v = c.tpOffset(y, a);
                if (v < 0 || v >= 1 << 24) overflow(c, s, off, type, y);
                or(out, p, 0xffc003ff, (v >> 12 & 0xfff) << 10);
            }
            case R_AARCH64_TLSLE_ADD_TPREL_LO12, R_AARCH64_TLSLE_ADD_TPREL_LO12_NC, R_AARCH64_TLSLE_LDST8_TPREL_LO12, R_AARCH64_TLSLE_LDST8_TPREL_LO12_NC ->
                low(out, p, c.tpOffset(y, a), 0);
            case R_AARCH64_TLSLE_LDST16_TPREL_LO12, R_AARCH64_TLSLE_LDST16_TPREL_LO12_NC -> low(out, p, c.tpOffset(y, a), 1);
            case R_AARCH64_TLSLE_LDST32_TPREL_LO12, R_AARCH64_TLSLE_LDST32_TPREL_LO12_NC -> low(out, p, c.tpOffset(y, a), 2);
            case R_AARCH64_TLSLE_LDST64_TPREL_LO12, R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC -> low(out, p, c.tpOffset(y, a), 3);
            case R_AARCH64_TLSLE_LDST128_TPREL_LO12, R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC -> low(out, p, c.tpOffset(y, a), 4);
            case R_AARCH64_TLSLE_MOVW_TPREL_G0, R_AARCH64_TLSLE_MOVW_TPREL_G0_NC -> movw(out, p, c.tpOffset(y, a));
            case R_AARCH64_TLSLE_MOVW_TPREL_G1, R_AARCH64_TLSLE_MOVW_TPREL_G1_NC -> movw(out, p, c.tpOffset(y, a) >> 16);
            case R_AARCH64_TLSLE_MOVW_TPREL_G2 -> movw(out, p, c.tpOffset(y, a) >> 32);
            default -> {}
        }
    }

    private static long sum(Context c, Symbol y, long a) {
        if (y.section != null && y.section.merged != null && y.type == STT_SECTION) return y.section.address(y.value + a);
        return c.address(y) + a;
    }

    private static long target(Context c, Symbol y) {
        return y.pltIndex >= 0 ? c.synth.pltAddress(y) : c.address(y);
    }

    private static void or(byte[] out, int p, int keep, long bits) {
        Le.put32(out, p, Le.i32(out, p) & keep | bits);
    }

    /** The low 12 bits of an address, scaled by the access size, in the immediate of an add or a load. */
    private static void low(byte[] out, int p, long v, int scale) {
        or(out, p, 0xffc003ff, (v & 0xfff) >> scale << 10);
    }

    private static void movw(byte[] out, int p, long v) {
        or(out, p, 0xffe0001f, (v & 0xffff) << 5);
    }

    private static void adrp(Context c, InputSection s, byte[] out, int p, long v, long pc, long off, int type, Symbol y) {
        long pages = page(v) - page(pc);
        check(c, s, pages, 33, off, type, y);
        or(out, p, 0x9f00001f, adr(pages >> 12));
    }

    private static void check(Context c, InputSection s, long v, int bits, long off, int type, Symbol y) {
        if (v != v << 64 - bits >> 64 - bits) overflow(c, s, off, type, y);
    }

    private static void overflow(Context c, InputSection s, long off, int type, Symbol y) {
        if (c.diags.errorCount() > 20) return;
        c.error(Undefined.place(c, s.file, s, off, true) + ": relocation truncated to fit: " + relocName(EM_AARCH64, type) + " against '"
                + (y.name == 0 && y.section != null ? y.section.name : c.text(y)) + "'");
    }

    private static void data(byte[] out, int p, int type, long v) {
        switch (type) {
            case R_AARCH64_ABS64, R_AARCH64_PREL64 -> Le.put64(out, p, v);
            case R_AARCH64_ABS32, R_AARCH64_PREL32 -> Le.put32(out, p, v);
            default -> Le.put16(out, p, v);
        }
    }

    @Override
    public void applyDebug(Context c, InputSection s, byte[] out, int at, int type, Symbol y, long a, int offset, boolean dead) {
        int w = width(type);
        if (w < 0 && type != R_AARCH64_TLS_DTPREL || offset + Math.max(w, 0) > s.size || w < 0 && offset + 8 > s.size) {
            c.error(s + "+0x" + Integer.toHexString(offset) + ": bad relocation " + relocName(EM_AARCH64, type));
            return;
        }
        long v = dead ? a : sum(c, y, a);
        switch (type) {
            case R_AARCH64_ABS64, R_AARCH64_ABS32, R_AARCH64_ABS16 -> data(out, at + offset, type, v);
            case R_AARCH64_PREL64, R_AARCH64_PREL32, R_AARCH64_PREL16 -> data(out, at + offset, type, v - offset);
            case R_AARCH64_TLS_DTPREL -> Le.put64(out, at + offset, dead ? a : dtpOffset(c, c.definition(y) + a));
            default -> {}
        }
    }
}
