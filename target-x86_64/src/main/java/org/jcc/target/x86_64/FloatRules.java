package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** f32 and f64 in xmm registers; f128 as 16 opaque bytes. */
final class FloatRules {
    private FloatRules() {}

    /** Conditions that one flag cannot tell: equal and ordered, different or unordered. */
    static final int AND_NOT_PARITY = 100, OR_PARITY = 101;

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    // ---- operands ------------------------------------------------------------------------------------------------------

    /** The register of a scalar operand, or -1 for a constant that comes from memory. */
    private static int demand(X86Selector s, Inst v) {
        return v.op == Op.FCONST && v.imm != 0 && !s.isLarge() ? -1 : s.use(v);
    }

    /** Adds a scalar operand at a place for xmm register or memory. */
    private static MInst operand(X86Selector s, MInst m, Inst v, Addr folded, int vreg) {
        if (folded != null) return folded.to(m, MInst.USE);
        if (vreg < 0) return s.pool(m, v.imm, 0, v.type.size);
        return X86Selector.r(m, vreg);
    }

    static void constant(X86Selector s, int d, Inst c) {
        if (c.imm == 0 && c.immHi == 0) {
            s.emit(new MInst(Pseudos.ZERO_X, 1).reg(d, MInst.DEF));
            return;
        }
        if (s.isLarge() && c.type.size <= 8) {
            int t = s.tempOf(Kind.GPR);
            s.integer(t, c.imm, Type.I64);
            s.emit(X86Selector.r(ins(X86.MOVQ_X_RM64).reg(d, MInst.DEF), t));
            return;
        }
        Row row = c.type == Type.F32 ? X86.MOVSS_X_M32 : c.type == Type.F64 ? X86.MOVSD_X_M64 : X86.MOVAPS_X_XM128;
        s.emit(s.pool(ins(row).reg(d, MInst.DEF), c.imm, c.immHi, c.type.size));
    }

    private static boolean single(Inst v) {
        return v.type == Type.F32;
    }

    // ---- arithmetic ------------------------------------------------------------------------------------------------------

    static void arithmetic(X86Selector s, Inst i) {
        boolean f32 = single(i);
        Row row = switch (i.op) {
            case FADD -> f32 ? X86.ADDSS_X_XM32 : X86.ADDSD_X_XM64;
            case FSUB -> f32 ? X86.SUBSS_X_XM32 : X86.SUBSD_X_XM64;
            case FMUL -> f32 ? X86.MULSS_X_XM32 : X86.MULSD_X_XM64;
            default -> f32 ? X86.DIVSS_X_XM32 : X86.DIVSD_X_XM64;
        };
        if (FusedRules.contracted(s, i)) return;
        Inst a = i.arg(0);
        Inst b = i.arg(1);
        int ra = s.use(a);
        Addr m = a == b ? null : s.foldAddr(b, i.type.size);
        int rb = m != null ? -1 : a == b ? ra : demand(s, b);
        s.emit(operand(s, ins(row).reg(s.def(i), MInst.DEF), b, m, rb).tied(ra, 0));
    }

    /**
     * {@code a < b ? a : b} and the like, which is what minsd and maxsd do: the second operand unless the comparison holds, also for NaN and
     * zeros of both signs.
     */
    static boolean minMax(X86Selector s, Inst i, Inst c) {
        if (c.op != Op.FCMP || !s.isSingleUse(c) || i.type != Type.F32 && i.type != Type.F64) return false;
        boolean less = c.cond() == Cond.FOLT;
        if (!less && c.cond() != Cond.FOGT) return false;
        Inst a = i.arg(1);
        Inst b = i.arg(2);
        boolean straight = a == c.arg(0) && b == c.arg(1);
        if (!straight && !(a == c.arg(1) && b == c.arg(0))) return false;
        boolean f32 = single(i);
        Row row = less == straight ? f32 ? X86.MINSS_X_XM32 : X86.MINSD_X_XM64 : f32 ? X86.MAXSS_X_XM32 : X86.MAXSD_X_XM64;
        int ra = s.use(a);
        int rb = a == b ? ra : demand(s, b);
        s.emit(operand(s, ins(row).reg(s.def(i), MInst.DEF), b, null, rb).tied(ra, 0));
        return true;
    }

    static void sign(X86Selector s, Inst i) {
        boolean neg = i.op == Op.FNEG;
        long mask = i.type == Type.F32 ? 0x80000000L : i.type == Type.F64 ? 0x8000000000000000L : 0;
        long hi = i.type == Type.F128 ? 0x8000000000000000L : 0;
        if (!neg) {
            mask = i.type == Type.F32 ? 0x7fffffffL : i.type == Type.F64 ? 0x7fffffffffffffffL : -1;
            hi = i.type == Type.F128 ? 0x7fffffffffffffffL : 0;
        }
        int a = s.use(i.arg(0));
        s.emit(s.pool(ins(neg ? X86.XORPS_X_XM128 : X86.ANDPS_X_XM128).reg(s.def(i), MInst.DEF), mask, hi, 16).tied(a, 0));
    }

    static void squareRoot(X86Selector s, Inst i) {
        unary(s, i, single(i) ? X86.SQRTSS_X_XM32 : X86.SQRTSD_X_XM64);
    }

    /** To an integral value: by the immediate, whose bit 3 keeps inexact quiet but for {@code rint}, 4 being the mode in force. */
    static void round(X86Selector s, Inst i) {
        int how = switch (i.op) {
            case FFLOOR -> 9;
            case FCEIL -> 10;
            case FTRUNCI -> 11;
            default -> 4;
        };
        Inst a = i.arg(0);
        Addr m = s.foldAddr(a, a.type.size);
        int ra = m != null ? -1 : demand(s, a);
        s.emit(operand(s, ins(single(i) ? X86.ROUNDSS_X_XM32_U8 : X86.ROUNDSD_X_XM64_U8).reg(s.def(i), MInst.DEF), a, m, ra).imm(how));
    }

    static void resize(X86Selector s, Inst i) {
        unary(s, i, i.op == Op.FTRUNC ? X86.CVTSD2SS_X_XM64 : X86.CVTSS2SD_X_XM32);
    }

    private static void unary(X86Selector s, Inst i, Row row) {
        Inst a = i.arg(0);
        Addr m = s.foldAddr(a, a.type.size);
        int ra = m != null ? -1 : demand(s, a);
        s.emit(operand(s, ins(row).reg(s.def(i), MInst.DEF), a, m, ra));
    }

    // ---- conversions -----------------------------------------------------------------------------------------------------

    static void toInteger(X86Selector s, Inst i) {
        Inst a = i.arg(0);
        boolean f32 = single(a);
        boolean signed = i.op == Op.FPTOSI;
        if (!signed && i.type.size == 8) {
            int ra = s.use(a);
            MInst m = new MInst(f32 ? Pseudos.F32_TO_U64 : Pseudos.F64_TO_U64, 4).reg(s.def(i), MInst.DEF | MInst.EARLY).reg(s.tempOf(Kind.FPR), MInst.DEF | MInst.EARLY)
                    .reg(ra, MInst.USE);
            s.emit(s.pool(m, f32 ? 0x5f000000L : 0x43e0000000000000L, 0, f32 ? 4 : 8));
            return;
        }
        boolean wide = i.type.size == 8 || !signed && i.type.size == 4;
        unary(s, i, f32 ? wide ? X86.CVTTSS2SI_R64_XM32 : X86.CVTTSS2SI_R32_XM32 : wide ? X86.CVTTSD2SI_R64_XM64 : X86.CVTTSD2SI_R32_XM64);
    }

    static void fromInteger(X86Selector s, Inst i) {
        Inst a = i.arg(0);
        boolean f32 = single(i);
        boolean signed = i.op == Op.SITOFP;
        if (!signed && a.type.size == 8) {
            s.emit(new MInst(f32 ? Pseudos.U64_TO_F32 : Pseudos.U64_TO_F64, 4).reg(s.def(i), MInst.DEF | MInst.EARLY).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY)
                    .reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY).reg(s.use(a), MInst.USE));
            return;
        }
        boolean wide = a.type.size == 8 || !signed && a.type.size == 4;
        Row row = f32 ? wide ? X86.CVTSI2SS_X_RM64 : X86.CVTSI2SS_X_RM32 : wide ? X86.CVTSI2SD_X_RM64 : X86.CVTSI2SD_X_RM32;
        Addr m = signed && a.type.size >= 4 ? s.foldAddr(a, a.type.size) : null;
        if (m != null) {
            s.emit(m.to(ins(row).reg(s.def(i), MInst.DEF), MInst.USE));
            return;
        }
        int ra = IntegerRules.extended(s, a, signed, wide);
        s.emit(X86Selector.r(ins(row).reg(s.def(i), MInst.DEF), ra));
    }

    static void bitcast(X86Selector s, Inst i) {
        Inst a = i.arg(0);
        int from = s.regClass(a.type);
        int to = s.regClass(i.type);
        int d = s.def(i);
        int ra = s.use(a);
        if (from == to) s.move(i.type, d, ra);
        else if (to == Kind.FPR) s.emit(X86Selector.r(ins(i.type.size == 4 ? X86.MOVD_X_RM32 : X86.MOVQ_X_RM64).reg(d, MInst.DEF), ra));
        else s.emit(ins(i.type.size == 4 ? X86.MOVD_RM32_X : X86.MOVQ_RM64_X).reg(d, MInst.DEF).reg(ra, MInst.USE));
    }

    // ---- comparison: ucomis sets zero, parity and carry all for unordered, carry for less, zero for equal ------------------

    /** The condition code after {@code ucomis a, b}, operands exchanged first where {@link #swaps} says so. */
    static int cc(Cond c) {
        return switch (c) {
            case FOGT, FOLT -> X86.CC_A;
            case FOGE, FOLE -> X86.CC_AE;
            case FULT, FUGT -> X86.CC_B;
            case FULE, FUGE -> X86.CC_BE;
            case FUEQ -> X86.CC_E;
            case FONE -> X86.CC_NE;
            case FORD -> X86.CC_NP;
            case FUNO -> X86.CC_P;
            case FOEQ -> AND_NOT_PARITY;
            case FUNE -> OR_PARITY;
            default -> throw new IllegalArgumentException(c.text());
        };
    }

    static boolean swaps(Cond c) {
        return c == Cond.FOLT || c == Cond.FOLE || c == Cond.FUGT || c == Cond.FUGE;
    }

    /** The C operators &lt; &lt;= &gt; &gt;= and their opposites raise invalid for quiet NaNs. */
    static boolean signals(Inst compare) {
        return !compare.has(Inst.QUIET) && switch (compare.cond()) {
            case FOLT, FOLE, FOGT, FOGE, FULT, FULE, FUGT, FUGE -> true;
            default -> false;
        };
    }

    static int compare(X86Selector s, Inst i) {
        Cond c = i.cond();
        Inst a = i.arg(swaps(c) ? 1 : 0);
        Inst b = i.arg(swaps(c) ? 0 : 1);
        boolean f32 = single(a);
        Row row = signals(i) ? f32 ? X86.COMISS_X_XM32 : X86.COMISD_X_XM64 : f32 ? X86.UCOMISS_X_XM32 : X86.UCOMISD_X_XM64;
        int ra = s.use(a);
        Addr m = a == b ? null : s.foldAddr(b, b.type.size);
        int rb = m != null ? -1 : a == b ? ra : demand(s, b);
        s.emit(operand(s, X86Selector.r(ins(row), ra), b, m, rb));
        return cc(c);
    }

    static void compareToValue(X86Selector s, Inst i) {
        flagsToValue(s, s.def(i), compare(s, i));
    }

    /** Turns a condition, also one of two flags, into 0 or 1. */
    static void flagsToValue(X86Selector s, int d, int cc) {
        if (cc != AND_NOT_PARITY && cc != OR_PARITY) {
            s.setcc(d, cc);
            return;
        }
        int a = s.tempOf(Kind.GPR);
        int b = s.tempOf(Kind.GPR);
        s.setcc(a, cc == OR_PARITY ? X86.CC_NE : X86.CC_E);
        s.setcc(b, cc == OR_PARITY ? X86.CC_P : X86.CC_NP);
        s.emit(X86Selector.r(ins(cc == OR_PARITY ? X86.OR_R32_RM32 : X86.AND_R32_RM32).reg(d, MInst.DEF), b).tied(a, 0));
    }
}
