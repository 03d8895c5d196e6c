package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Counting and moving bits: by bit scans and {@code bswap}, which all have, and by what POPCNT, LZCNT, BMI1, BMI2 and MOVBE add. Shifts of BMI2
 * take their amount in any register and leave flags and operand alone; BMI1 has the idioms of the lowest set bit as one instruction.
 */
final class BitRules {
    private BitRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    // ---- counting ---------------------------------------------------------------------------------------------------------

    static void countOnes(X86Selector s, Inst i) {
        int w = Forms.wide(i.type);
        Addr m = s.foldAddr(i.arg(0), 1 << w);
        MInst p = ins(w == 3 ? X86.POPCNT_R64_RM64 : X86.POPCNT_R32_RM32).reg(s.def(i), MInst.DEF);
        s.emit(m != null ? m.to(p, MInst.USE) : X86Selector.r(p, IntegerRules.extended(s, i.arg(0), false, false)));
    }

    /** lzcnt and tzcnt, which answer for zero too. Of a narrow type, zeros above it are taken off, or a bit above it ends the search. */
    private static void counted(X86Selector s, Inst i, int w) {
        Type t = i.type;
        boolean trailing = i.op == Op.CTZ;
        Row row = trailing ? w == 3 ? X86.TZCNT_R64_RM64 : X86.TZCNT_R32_RM32 : w == 3 ? X86.LZCNT_R64_RM64 : X86.LZCNT_R32_RM32;
        if (t.bits == 8 << w) {
            Addr m = s.foldAddr(i.arg(0), t.size);
            MInst c = ins(row).reg(s.def(i), MInst.DEF);
            s.emit(m != null ? m.to(c, MInst.USE) : X86Selector.r(c, s.use(i.arg(0))));
            return;
        }
        int n = s.tempOf(Kind.GPR);
        if (trailing) {
            s.emit(ins(X86.OR_RM32_I32).reg(n, MInst.DEF).imm(1L << t.bits).tied(s.use(i.arg(0)), 0));
            s.emit(X86Selector.r(ins(row).reg(s.def(i), MInst.DEF), n));
        } else {
            s.emit(X86Selector.r(ins(row).reg(n, MInst.DEF), IntegerRules.extended(s, i.arg(0), false, false)));
            s.emit(ins(X86.SUB_RM32_I32).reg(s.def(i), MInst.DEF).imm(32 - t.bits).tied(n, 0));
        }
    }

    /** bsf and bsr say nothing about zero but the flag: the answer for zero is chosen by cmov. */
    static void countZeros(X86Selector s, Inst i) {
        Type t = i.type;
        int w = Forms.wide(t);
        int bits = 8 << w;
        if (s.has(i.op == Op.CTZ ? X86Features.BMI : X86Features.LZCNT)) {
            counted(s, i, w);
            return;
        }
        int ifZero = s.tempOf(Kind.GPR);
        int found = s.tempOf(Kind.GPR);
        if (i.op == Op.CTZ) {
            s.integer(ifZero, t.bits, Type.I32);
            int a = IntegerRules.extended(s, i.arg(0), false, false);
            s.emit(X86Selector.r(ins(w == 3 ? X86.BSF_R64_RM64 : X86.BSF_R32_RM32).reg(found, MInst.DEF), a).tied(a, 0));
            s.emit(X86Selector.r(ins(w == 3 ? X86.CMOVCC64.get(X86.CC_E) : X86.CMOVCC32.get(X86.CC_E)).reg(s.def(i), MInst.DEF), ifZero).tied(found, 0));
            return;
        }
        s.integer(ifZero, 2 * bits - 1, Type.I32);
        int a = IntegerRules.extended(s, i.arg(0), false, false);
        int index = s.tempOf(Kind.GPR);
        s.emit(X86Selector.r(ins(w == 3 ? X86.BSR_R64_RM64 : X86.BSR_R32_RM32).reg(found, MInst.DEF), a).tied(a, 0));
        s.emit(X86Selector.r(ins(w == 3 ? X86.CMOVCC64.get(X86.CC_E) : X86.CMOVCC32.get(X86.CC_E)).reg(index, MInst.DEF), ifZero).tied(found, 0));
        if (t.bits == bits) {
            s.emit(ins(X86.XOR_RM32_I32).reg(s.def(i), MInst.DEF).imm(bits - 1).tied(index, 0));
            return;
        }
        int n = s.tempOf(Kind.GPR);
        s.emit(ins(X86.XOR_RM32_I32).reg(n, MInst.DEF).imm(bits - 1).tied(index, 0));
        s.emit(ins(X86.SUB_RM32_I32).reg(s.def(i), MInst.DEF).imm(bits - t.bits).tied(n, 0));
    }

    static void byteSwap(X86Selector s, Inst i) {
        Addr m = s.has(X86Features.MOVBE) && i.type.size >= 4 ? s.foldAddr(i.arg(0), i.type.size) : null;
        if (m != null) {
            s.emit(m.to(ins(i.type.size == 4 ? X86.MOVBE_R32_M32 : X86.MOVBE_R64_M64).reg(s.def(i), MInst.DEF), MInst.USE));
            return;
        }
        int a = s.use(i.arg(0));
        switch (i.type.size) {
            case 1 -> s.move(i.type, s.def(i), a);
            case 2 -> s.emit(ins(X86.ROL_RM16_U8).reg(s.def(i), MInst.DEF).imm(8).tied(a, 0));
            case 4 -> s.emit(ins(X86.BSWAP_R32).reg(s.def(i), MInst.DEF).tied(a, 0));
            default -> s.emit(ins(X86.BSWAP_R64).reg(s.def(i), MInst.DEF).tied(a, 0));
        }
    }

    // ---- BMI1 and BMI2 ------------------------------------------------------------------------------------------------------

    private static boolean isMinusOne(X86Selector s, Inst v, Inst x) {
        return v.op == Op.ADD && v.arg(0) == x && v.arg(1).isConst(-1) && s.isSingleUse(v);
    }

    private static boolean isNegative(X86Selector s, Inst v, Inst x) {
        return v.op == Op.SUB && v.arg(0).isConst(0) && v.arg(1) == x && s.isSingleUse(v);
    }

    private static boolean isComplement(X86Selector s, Inst v) {
        return v.op == Op.XOR && v.arg(1).isConst(-1) && s.isSingleUse(v);
    }

    /** {@code x & x-1}, {@code x & -x}, {@code x ^ x-1}, {@code ~x & y}. */
    static boolean lowest(X86Selector s, Inst i, int w) {
        if (i.type == Type.I1) return false;
        for (int k = 0; k < 2; k++) {
            Inst x = i.arg(k);
            Inst y = i.arg(1 - k);
            Row row = null;
            if (isMinusOne(s, y, x)) row = i.op == Op.AND ? w == 3 ? X86.BLSR_R64_RM64 : X86.BLSR_R32_RM32 : w == 3 ? X86.BLSMSK_R64_RM64 : X86.BLSMSK_R32_RM32;
            else if (i.op == Op.AND && isNegative(s, y, x)) row = w == 3 ? X86.BLSI_R64_RM64 : X86.BLSI_R32_RM32;
            if (row != null) {
                s.emit(X86Selector.r(ins(row).reg(s.def(i), MInst.DEF), s.use(x)));
                return true;
            }
            if (i.op == Op.AND && isComplement(s, x) && !X86Selector.isImm(y)) {
                int a = s.use(x.arg(0));
                s.emit(X86Selector.r(ins(w == 3 ? X86.ANDN_R64_R64_RM64 : X86.ANDN_R32_R32_RM32).reg(s.def(i), MInst.DEF).reg(a, MInst.USE), s.use(y)));
                return true;
            }
        }
        return false;
    }

    /** Shifts by a register, rotations by a constant, of 32 and 64 bits. */
    static boolean shift(X86Selector s, Inst i, int w) {
        if (w < 2) return false;
        boolean wide = w == 3;
        boolean rotates = i.op == Op.ROTL || i.op == Op.ROTR;
        boolean constant = i.arg(1).op == Op.ICONST;
        if (rotates != constant) return false;
        int d = s.def(i);
        if (rotates) {
            long n = (i.op == Op.ROTL ? -i.arg(1).imm : i.arg(1).imm) & i.type.bits - 1;
            s.emit(X86Selector.r(ins(wide ? X86.RORX_R64_RM64_U8 : X86.RORX_R32_RM32_U8).reg(d, MInst.DEF), s.use(i.arg(0))).imm(n));
            return true;
        }
        Row row = switch (i.op) {
            case SHL -> wide ? X86.SHLX_R64_RM64_R64 : X86.SHLX_R32_RM32_R32;
            case LSHR -> wide ? X86.SHRX_R64_RM64_R64 : X86.SHRX_R32_RM32_R32;
            default -> wide ? X86.SARX_R64_RM64_R64 : X86.SARX_R32_RM32_R32;
        };
        int a = s.use(i.arg(0));
        s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF), a).reg(s.use(i.arg(1)), MInst.USE));
        return true;
    }
}
