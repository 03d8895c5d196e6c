package org.jcc.asm.x86_64;

import org.jcc.asm.Fixup;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * Turns an instruction into bytes: prefixes, REX or VEX, opcode, ModRM, SIB, displacement, immediate (Intel manual volume
 * 2, chapter 2). Everything an opcode byte decides comes from the row; here stand only the rules that all rows share.
 */
final class X86Encoder {
    private X86Encoder() {}

    /** Bits of {@link Insn#prefixes}. */
    static final int LOCK = 1, REP = 2, REPNE = 4, DATA16 = 8, ADDR32 = 16, REX_W = 32, NOTRACK = 64, SHORT_DISP8 = 128, FORCE_DISP32 = 256;

    /** {@link Fixup#kind}: what the relocation's choice depends on. */
    static final int FIELD_BRANCH = 1, FIELD_RIP = 2, FIELD_RIP_RELAX = 3, FIELD_RIP_RELAX_REX = 4, FIELD_DISP = 5, FIELD_IMM = 6, FIELD_CALL = 7;

    static void encode(Insn insn, ObjectBuilder out, int loc) {
        Operand[] ops = insn.operands();
        X86Row row = X86Rows.choose((X86Row) insn.row(), ops);
        int prefixes = insn.prefixes();
        if (row.is(Row.JUMP | Row.CALL) && row.kinds.length == 1 && row.kinds[0].target()) {
            branch(row, ops[0], prefixes, out, loc);
            return;
        }
        int start = out.mark();
        Operand rmOperand = null;
        int reg = row.digit < 0 ? 0 : row.digit;
        int vvvv = 0;
        int opcodeReg = 0;
        int is4 = -1;
        boolean rex8 = false;
        boolean highByte = false;
        for (int i = 0; i < ops.length; i++) {
            Operand o = ops[i];
            switch (row.roles[i]) {
                case X86Row.IN_REG -> reg = number(o);
                case X86Row.IN_RM -> rmOperand = o;
                case X86Row.IN_VVVV -> vvvv = number(o);
                case X86Row.IN_OPCODE -> opcodeReg = number(o);
                default -> {
                    continue;
                }
            }
            if (o instanceof Operand.Reg r && row.kinds[i].size() == 1 && row.kinds[i].regClass() == Kind.GPR) {
                int n = r.number();
                rex8 |= n >= X86Regs.RSP && n <= X86Regs.RDI;
                highByte |= n >= X86Regs.AH && n <= X86Regs.BH;
            }
        }
        Operand.Mem mem = rmOperand instanceof Operand.Mem m ? m : null;
        int rmReg = rmOperand instanceof Operand.Reg r ? number(r) : 0;
        int base = mem == null || mem.base() == X86Regs.RIP ? 0 : Math.max(mem.base(), 0);
        int index = mem == null ? 0 : Math.max(mem.index(), 0);

        // Legacy prefixes, in the order GNU as writes them.
        if (row.prefix == 0x9B) out.put(0x9B);
        if ((prefixes & NOTRACK) != 0) out.put(0x3E);
        int segment = mem != null ? mem.segment() : row.roles.length == 2 && ops.length == 2 ? moffsSegment(row, ops) : Operand.NONE;
        if (segment >= 0) out.put(segmentPrefix(segment));
        if ((prefixes & ADDR32) != 0) out.put(0x67);
        if ((row.size16 || row.prefix == 0x66 || (prefixes & DATA16) != 0) && !row.vex) out.put(0x66);
        if (!row.vex && (row.prefix == 0xF2 || row.prefix == 0xF3)) out.put(row.prefix);
        if ((prefixes & REP) != 0) out.put(0xF3);
        if ((prefixes & REPNE) != 0) out.put(0xF2);
        if ((prefixes & LOCK) != 0) out.put(0xF0);

        int w = row.rexW || (prefixes & REX_W) != 0 ? 1 : 0;
        int r = reg >> 3 & 1;
        int x = index >> 3 & 1;
        int b = (mem != null ? base : rmOperand != null ? rmReg : opcodeReg) >> 3 & 1;
        if (row.vex) {
            int pp = row.prefix == 0x66 ? 1 : row.prefix == 0xF3 ? 2 : row.prefix == 0xF2 ? 3 : 0;
            int last = (~vvvv & 15) << 3 | (row.wide ? 4 : 0) | pp;
            if (row.map == 1 && w == 0 && x == 0 && b == 0) {
                out.put(0xC5);
                out.put((r ^ 1) << 7 | last);
            } else {
                out.put(0xC4);
                out.put((r ^ 1) << 7 | (x ^ 1) << 6 | (b ^ 1) << 5 | row.map);
                out.put(w << 7 | last);
            }
        } else {
            int rex = w << 3 | r << 2 | x << 1 | b;
            if (rex != 0 || rex8) {
                if (highByte) out.diagnostics.error(loc, "can't encode register '%" + highName(ops) + "' in an instruction requiring REX prefix");
                out.put(0x40 | rex);
            }
            if (row.map >= 1) out.put(0x0F);
            if (row.map == 2) out.put(0x38);
            if (row.map == 3) out.put(0x3A);
        }
        boolean plus = hasRole(row, X86Row.IN_OPCODE);
        if (row.second >= 0) {
            out.put(row.opcode);
            out.put(row.second + (plus ? opcodeReg & 7 : 0));
        } else out.put(row.opcode + (plus ? opcodeReg & 7 : 0));

        if (mem != null) memory(row, mem, reg & 7, prefixes, out, loc, rexPresent(w, r, x, b), start);
        else if (rmOperand != null) out.put(0xC0 | (reg & 7) << 3 | rmReg & 7);
        immediates(row, ops, out, loc);
    }

    private static boolean rexPresent(int w, int r, int x, int b) {
        return (w | r | x | b) != 0;
    }

    private static int moffsSegment(X86Row row, Operand[] ops) {
        for (int i = 0; i < 2; i++) if (row.roles[i] == X86Row.IN_MOFFS && ops[i] instanceof Operand.Mem m) return m.segment();
        return Operand.NONE;
    }

    private static String highName(Operand[] ops) {
        for (Operand o : ops) if (o instanceof Operand.Reg r && r.number() >= X86Regs.AH && r.number() <= X86Regs.BH) return X86Regs.name(r.number(), 1);
        return "ah";
    }

    private static boolean hasRole(X86Row row, int role) {
        for (byte x : row.roles) if (x == role) return true;
        return false;
    }

    /** The number that goes into the bits. */
    private static int number(Operand o) {
        int n = ((Operand.Reg) o).number();
        if (n < 16) return n;
        if (n < X86Regs.ST0) return n - X86Regs.XMM0;
        if (n < X86Regs.FLAGS) return n - X86Regs.ST0;
        if (n >= X86Regs.ES && n <= X86Regs.GS) return n - X86Regs.ES;
        if (n >= X86Regs.AH && n <= X86Regs.BH) return n - X86Regs.AH + 4;
        if (n >= X86Regs.MM0) return n - X86Regs.MM0;
        return n >= X86Regs.DR0 ? n - X86Regs.DR0 : n - X86Regs.CR0;
    }

    private static int segmentPrefix(int segment) {
        return switch (segment) {
            case X86Regs.ES -> 0x26;
            case X86Regs.CS -> 0x2E;
            case X86Regs.SS -> 0x36;
            case X86Regs.DS -> 0x3E;
            case X86Regs.FS -> 0x64;
            default -> 0x65;
        };
    }

    private static void memory(X86Row row, Operand.Mem m, int reg, int prefixes, ObjectBuilder out, int loc, boolean rex, int start) {
        boolean symbolic = m.symbol() != null || m.label() >= 0 || m.expr() != null;
        if (m.base() == X86Regs.RIP) {
            out.put(reg << 3 | 5);
            if (!symbolic) {
                displacement(m, out, loc, false);
                return;
            }
            Fixup f = out.fixup(4, true, loc);
            f.signed = true;
            f.kind = relaxable(row) ? rex ? FIELD_RIP_RELAX_REX : FIELD_RIP_RELAX : FIELD_RIP;
            f.addend = -4 - row.immBytes;
            out.target(f, m);
            return;
        }
        if (m.base() < 0) {
            // No base: SIB with base 101 and a 32-bit displacement.
            out.put(reg << 3 | 4);
            out.put(scaleBits(m.scale()) << 6 | (m.index() < 0 ? 4 : m.index() & 7) << 3 | 5);
            displacement(m, out, loc, symbolic);
            return;
        }
        int b = m.base() & 7;
        boolean sib = m.index() >= 0 || b == 4;
        int mod;
        if (m.modifier() == Operand.Modifier.TLSCALL) {
            // A marker on the call for the linker, not a displacement (psABI, TLS descriptors).
            out.target(out.fixupAt(start, 0, false, loc), m);
            mod = b == 5 ? 1 : 0;
        } else if (symbolic || (prefixes & FORCE_DISP32) != 0) mod = 2;
        else if (m.disp() == 0 && b != 5) mod = 0;
        else mod = m.disp() >= -128 && m.disp() < 128 ? 1 : 2;
        out.put(mod << 6 | reg << 3 | (sib ? 4 : b));
        if (sib) out.put(scaleBits(m.scale()) << 6 | (m.index() < 0 ? 4 : m.index() & 7) << 3 | b);
        if (mod == 1) out.put((int) m.disp());
        else if (mod == 2) displacement(m, out, loc, symbolic);
    }

    private static void displacement(Operand.Mem m, ObjectBuilder out, int loc, boolean symbolic) {
        if (!symbolic) {
            if (m.disp() != (int) m.disp() && m.disp() >>> 32 != 0) out.diagnostics.error(loc, "0x" + Long.toHexString(m.disp()) + " shortened to 0x" + Long.toHexString(m.disp() & 0xffffffffL));
            put(out, m.disp(), 4);
            return;
        }
        Fixup f = out.fixup(4, false, loc);
        f.signed = true;
        f.kind = FIELD_DISP;
        out.target(f, m);
    }

    private static int scaleBits(int scale) {
        return scale == 8 ? 3 : scale >> 1;
    }

    /** Instructions whose load from the GOT the linker may turn into something shorter (psABI B.2). */
    private static boolean relaxable(X86Row row) {
        if (row.map != 0 || row.size16 || row.prefix != 0) return false;
        int op = row.opcode;
        return op == 0x8B || op == 0x85 || (op & ~0x38) == 0x03 || op == 0xFF && (row.digit == 2 || row.digit == 4);
    }

    private static void immediates(X86Row row, Operand[] ops, ObjectBuilder out, int loc) {
        for (int i = 0; i < ops.length; i++) {
            switch (row.roles[i]) {
                case X86Row.IN_MOFFS -> {
                    Operand.Mem m = (Operand.Mem) ops[i];
                    if (m.symbol() == null && m.label() < 0 && m.expr() == null) put(out, m.disp(), 8);
                    else {
                        Fixup f = out.fixup(8, false, loc);
                        f.kind = FIELD_DISP;
                        out.target(f, m);
                    }
                }
                case X86Row.IN_TARGET -> {
                    int size = row.kinds[i].name().equals("rel8") ? 1 : 4;
                    Fixup f = out.fixup(size, true, loc);
                    f.kind = FIELD_BRANCH;
                    f.signed = true;
                    f.addend = -size;
                    out.target(f, ops[i]);
                }
                case X86Row.IN_IS4 -> out.put(number(ops[i]) << 4);
                case X86Row.IN_IMM -> {
                    int size = row.kinds[i].immBits() / 8;
                    if (ops[i] instanceof Operand.Imm imm) put(out, imm.value(), size);
                    else {
                        Fixup f = out.fixup(size, false, loc);
                        f.kind = FIELD_IMM;
                        f.signed = row.kinds[i].signed();
                        out.target(f, ops[i]);
                    }
                }
                default -> {}
            }
        }
    }

    private static void put(ObjectBuilder out, long v, int size) {
        for (int i = 0; i < size; i++) out.put((int) (v >> 8 * i));
    }

    private static void branch(X86Row row, Operand target, int prefixes, ObjectBuilder out, int loc) {
        if ((prefixes & NOTRACK) != 0) out.put(0x3E);
        if ((prefixes & ADDR32) != 0 || row.prefix == 0x67) out.put(0x67);
        if ((prefixes & DATA16) != 0) out.put(0x66);
        if ((prefixes & REPNE) != 0) out.put(0xF2);
        if ((prefixes & REX_W) != 0) out.put(0x48);
        if (X86Rows.shortForm(row) != null && !(target instanceof Operand.Imm)) {
            out.branch(row, target, 0, loc);
            return;
        }
        if (row.map == 1) out.put(0x0F);
        out.put(row.opcode);
        if (row.second >= 0) out.put(row.second);
        int size = row.kinds[0].name().equals("rel8") ? 1 : 4;
        Fixup f = out.fixup(size, true, loc);
        f.kind = row.is(Row.CALL) ? FIELD_CALL : FIELD_BRANCH;
        f.signed = true;
        f.addend = -size;
        out.target(f, target);
    }
}
