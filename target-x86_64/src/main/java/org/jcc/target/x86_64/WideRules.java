package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Vex;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Vectors of 32 bytes in ymm registers. AVX has them and the arithmetic of floating point, AVX2 that of integers. What works lane by lane is the wide form of the row that {@link VectorRules} has for 16
 * bytes; what moves lanes is different, as most instructions do not cross the middle. Masks and constants are spread from 8 bytes of memory.
 *
 * <p>The low half of a ymm register is the xmm register of its number: lanes there are read in place.
 */
final class WideRules {
    private WideRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    static Row wide(Row legacy) {
        return X86Vex.wide(X86Vex.of(legacy));
    }

    static boolean serves(Inst i) {
        return i.type.isVector() && i.type.size == 32 || i.ownArgCount() > 0 && i.arg(0).type.isVector() && i.arg(0).type.size == 32;
    }

    static void select(X86Selector s, Inst i) {
        switch (i.op) {
            case SPLAT -> splat(s, i);
            case EXTRACT -> extract(s, i);
            case INSERT -> insert(s, i);
            case SHUFFLE -> {
                if (i.type.size != i.arg(0).type.size) half(s, i, (int[]) i.aux);
                else WideShuffles.select(s, i);
            }
            case SHL, LSHR, ASHR -> shift(s, i);
            case ICMP -> compare(s, i);
            case FSQRT -> unary(s, i, i.type.element == Type.F32 ? X86.SQRTPS_X_XM128 : X86.SQRTPD_X_XM128);
            case SITOFP, FPTOSI, FEXT, FTRUNC, ZEXT, SEXT -> s.emit(ins(conversion(i)).reg(s.def(i), MInst.DEF).reg(s.use(i.arg(0)), MInst.USE));
            case FCMP -> compareFloats(s, i);
            case FNEG, FABS -> {
                long mask = i.type.element == Type.F32 ? 0x8000000080000000L : 0x8000000000000000L;
                emit(s, wide(i.op == Op.FNEG ? X86.XORPS_X_XM128 : X86.ANDPS_X_XM128), s.def(i), s.use(i.arg(0)), spread(s, i.op == Op.FABS ? ~mask : mask));
            }
            default -> {
                if (!VectorLegality.isLegal(i.op, i.type, s.mf().features)) throw new IllegalStateException("no vector rule for " + i.op.text + " " + i.type);
                if (FusedRules.contracted(s, i) || BlendRules.select(s, i) || ProductRules.select(s, i)) return;
                Row row = wide(VectorRules.binary(i.op, i.type, s.mf().features));
                boolean avx2 = s.has(X86Features.AVX2);
                if (!avx2) row = switch (i.op) {
                    case AND -> wide(X86.ANDPS_X_XM128);
                    case OR -> wide(X86.ORPS_X_XM128);
                    case XOR -> wide(X86.XORPS_X_XM128);
                    default -> row;
                };
                Row andNot = wide(avx2 ? X86.PANDN_X_XM128 : X86.ANDNPS_X_XM128);
                if (i.op == Op.AND && complement(i.arg(0)) != null) emit(s, andNot, s.def(i), s.use(complement(i.arg(0))), i.arg(1));
                else if (i.op == Op.AND && complement(i.arg(1)) != null) emit(s, andNot, s.def(i), s.use(complement(i.arg(1))), i.arg(0));
                else if (i.op.isCommutative() && folds(s, i.arg(0)) && !folds(s, i.arg(1))) emit(s, row, s.def(i), s.use(i.arg(1)), i.arg(0));
                else emit(s, row, s.def(i), s.use(i.arg(0)), i.arg(1));
            }
        }
    }

    /** {@code d = a op b}. */
    static void emit(X86Selector s, Row row, int d, int a, int b) {
        s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF).reg(a, MInst.USE), b));
    }

    static void emit(X86Selector s, Row row, int d, int a, int b, int imm) {
        s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF).reg(a, MInst.USE), b).imm(imm));
    }

    /** {@code d = a op b}, with {@code b} in memory if it may be. */
    private static void emit(X86Selector s, Row row, int d, int a, Inst b) {
        MInst m = ins(row).reg(d, MInst.DEF).reg(a, MInst.USE);
        if (folds(s, b)) s.loadAddr(s.bits(b)).to(m, MInst.USE);
        else X86Selector.r(m, s.use(b));
        s.emit(m);
    }

    private static boolean folds(X86Selector s, Inst v) {
        return s.foldsLoad(s.bits(v), 32);
    }

    /** What the value is the complement of, or null. */
    private static Inst complement(Inst v) {
        boolean is = v.op == Op.XOR && v.arg(1).op == Op.SPLAT && v.arg(1).arg(0).isConst() && v.arg(1).arg(0).imm == -1;
        return is ? v.arg(0) : null;
    }

    private static void unary(X86Selector s, Inst i, Row legacy) {
        s.emit(X86Selector.r(ins(wide(legacy)).reg(s.def(i), MInst.DEF), s.use(i.arg(0))));
    }

    /** Of the first lanes if the others are wider: those of the xmm register. What is left over is zero. */
    private static Row conversion(Inst i) {
        Type from = i.arg(0).type.element;
        boolean signed = i.op == Op.SEXT;
        return switch (i.op) {
            case SITOFP -> i.type.element == Type.F32 ? wide(X86.CVTDQ2PS_X_XM128) : X86.VCVTDQ2PD_Y_XM128;
            case FPTOSI -> from == Type.F32 ? wide(X86.CVTTPS2DQ_X_XM128) : X86.VCVTTPD2DQ_X_YM256;
            case FEXT -> X86.VCVTPS2PD_Y_XM128;
            case FTRUNC -> X86.VCVTPD2PS_X_YM256;
            default -> from.bits == 8 ? signed ? X86.VPMOVSXBW_Y_XM128 : X86.VPMOVZXBW_Y_XM128 : from.bits == 16 ? signed ? X86.VPMOVSXWD_Y_XM128 : X86.VPMOVZXWD_Y_XM128
                    : signed ? X86.VPMOVSXDQ_Y_XM128 : X86.VPMOVZXDQ_Y_XM128;
        };
    }

    static int temp(X86Selector s) {
        return s.mf().newVreg(Kind.FPR, 32);
    }

    /** A register with these 8 bytes four times. */
    static int spread(X86Selector s, long bits) {
        int d = temp(s);
        s.emit(s.pool(ins(X86.VBROADCASTSD_Y_M64).reg(d, MInst.DEF), bits, 0, 8));
        return d;
    }

    /** By an immediate, or by an amount in an xmm register. */
    private static void shift(X86Selector s, Inst i) {
        Inst by = i.arg(1);
        if (by.op != Op.SPLAT) throw new IllegalStateException("vector shift by no uniform amount");
        if (by.arg(0).isConst()) {
            s.emit(ins(wide(VectorRules.shift(i.op, i.type))).reg(s.def(i), MInst.DEF).reg(s.use(i.arg(0)), MInst.USE).imm(by.arg(0).imm & 0xff));
            return;
        }
        Type e = i.type.element;
        int n = e.bits < 32 ? IntegerRules.extended(s, by.arg(0), false, false) : s.use(by.arg(0));
        int x = s.mf().newVreg(Kind.FPR, 16);
        s.emit(X86Selector.r(ins(e.bits == 64 ? X86.VMOVQ_X_RM64 : X86.VMOVD_X_RM32).reg(x, MInst.DEF), n));
        emit(s, wide(VectorRules.variableShift(i.op, i.type)), s.def(i), s.use(i.arg(0)), x);
    }

    // ---- comparison ----------------------------------------------------------------------------------------------------

    /** There are equal and signed greater, as for 16 bytes. */
    private static void compare(X86Selector s, Inst i) {
        int w = i.type.element.bits;
        Cond c = i.cond();
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        if (c.isUnsigned()) {
            int flip = spread(s, w == 8 ? 0x8080808080808080L : w == 16 ? 0x8000800080008000L : w == 32 ? 0x8000000080000000L : 0x8000000000000000L);
            int x = temp(s);
            int y = temp(s);
            emit(s, wide(X86.PXOR_X_XM128), x, a, flip);
            emit(s, wide(X86.PXOR_X_XM128), y, b, flip);
            a = x;
            b = y;
        }
        int d = s.def(i);
        boolean opposite = c == Cond.NE || c == Cond.SLE || c == Cond.SGE || c == Cond.ULE || c == Cond.UGE;
        int r = opposite ? temp(s) : d;
        switch (c) {
            case EQ, NE -> emit(s, wide(VectorRules.equal(w)), r, a, b);
            case SGT, SLE, UGT, ULE -> emit(s, wide(VectorRules.greater(w)), r, a, b);
            default -> emit(s, wide(VectorRules.greater(w)), r, b, a);
        }
        if (opposite) emit(s, wide(X86.PXOR_X_XM128), d, r, spread(s, -1));
    }

    private static void compareFloats(X86Selector s, Inst i) {
        Cond c = i.cond();
        Row row = wide(i.arg(0).type.element == Type.F32 ? X86.CMPPS_X_XM128_U8 : X86.CMPPD_X_XM128_U8);
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        s.emit(ins(row).reg(s.def(i), MInst.DEF).reg(VectorRules.isTurned(c) ? b : a, MInst.USE).reg(VectorRules.isTurned(c) ? a : b, MInst.USE).imm(switch (c) {
            // With VEX there are these two as well.
            case FUEQ -> 8;
            case FONE -> 12;
            default -> VectorRules.predicate(c);
        }));
    }

    // ---- lanes ---------------------------------------------------------------------------------------------------------

    private static void splat(X86Selector s, Inst i) {
        spread(s, i.arg(0), i.type.element, s.def(i));
    }

    /** A scalar in all lanes. */
    private static void spread(X86Selector s, Inst v, Type e, int d) {
        if (v.op == Op.ICONST || v.op == Op.FCONST) {
            long bits = e.bits == 64 ? v.imm : v.imm & (1L << e.bits) - 1;
            for (int w = e.bits; w < 64; w *= 2) bits |= bits << w;
            if (bits == 0) s.emit(new MInst(Pseudos.ZERO_X, 1).reg(d, MInst.DEF));
            else s.emit(s.pool(ins(X86.VBROADCASTSD_Y_M64).reg(d, MInst.DEF), bits, 0, 8));
            return;
        }
        if (!s.has(X86Features.AVX2)) {
            // Both halves are that of 16 bytes.
            int low = s.mf().newVreg(Kind.FPR, 16);
            VectorRules.spread(s, v, e, low);
            s.emit(ins(X86.VINSERTF128_Y_Y_XM128_U8).reg(d, MInst.DEF).reg(low, MInst.USE).reg(low, MInst.USE).imm(1));
            return;
        }
        int r = s.use(v);
        if (!e.isFloat()) {
            int x = s.mf().newVreg(Kind.FPR, 16);
            s.emit(X86Selector.r(ins(e.bits == 64 ? X86.VMOVQ_X_RM64 : X86.VMOVD_X_RM32).reg(x, MInst.DEF), r));
            r = x;
        }
        Row row = e == Type.F32 ? X86.VBROADCASTSS_Y_X : e == Type.F64 ? X86.VBROADCASTSD_Y_X : e.bits == 8 ? X86.VPBROADCASTB_Y_XM8 : e.bits == 16 ? X86.VPBROADCASTW_Y_XM16
                : e.bits == 32 ? X86.VPBROADCASTD_Y_XM32 : X86.VPBROADCASTQ_Y_XM64;
        s.emit(ins(row).reg(d, MInst.DEF).reg(r, MInst.USE));
    }

    private static Row extracts(X86Selector s) {
        return s.has(X86Features.AVX2) ? X86.VEXTRACTI128_XM128_Y_U8 : X86.VEXTRACTF128_XM128_Y_U8;
    }

    private static Row inserts(X86Selector s) {
        return s.has(X86Features.AVX2) ? X86.VINSERTI128_Y_Y_XM128_U8 : X86.VINSERTF128_Y_Y_XM128_U8;
    }

    private static void extract(X86Selector s, Inst i) {
        Type e = i.type;
        if (!i.arg(1).isConst()) throw new IllegalStateException("lane of a vector");
        int half = i.arg(0).type.lanes / 2;
        int lane = (int) i.arg(1).imm;
        int v = s.use(i.arg(0));
        int d = s.def(i);
        if (lane >= half) {
            int upper = s.mf().newVreg(Kind.FPR, 16);
            s.emit(ins(extracts(s)).reg(upper, MInst.DEF).reg(v, MInst.USE).imm(1));
            v = upper;
            lane -= half;
        }
        if (e.bits < 32) {
            s.emit(ins(e.bits == 8 ? X86.VPEXTRB_R32M8_X_U8 : X86.VPEXTRW_R32_X_U8).reg(d, MInst.DEF).reg(v, MInst.USE).imm(lane));
            return;
        }
        if (lane != 0) {
            int t = e.isFloat() ? d : s.mf().newVreg(Kind.FPR, 16);
            s.emit(ins(X86.VPSHUFD_X_XM128_U8).reg(t, MInst.DEF).reg(v, MInst.USE).imm(e.bits == 32 ? lane : 0xee));
            if (e.isFloat()) return;
            v = t;
        }
        // Not a copy: the register may have been wider.
        if (e.isFloat()) s.emit(ins(X86.VORPS_X_X_XM128).reg(d, MInst.DEF).reg(v, MInst.USE).reg(v, MInst.USE));
        else s.emit(ins(e.bits == 64 ? X86.VMOVQ_RM64_X : X86.VMOVD_RM32_X).reg(d, MInst.DEF).reg(v, MInst.USE));
    }

    /** Into the half where the lane is, which then is put back. */
    private static void insert(X86Selector s, Inst i) {
        Type e = i.type.element;
        Inst at = i.arg(2);
        if (!at.isConst()) throw new IllegalStateException("lane of a vector");
        int half = i.type.lanes / 2;
        Inst[] lanes = Constants.lanes(i);
        if (lanes != null && gathered(s, i, lanes)) return;
        int lane = (int) at.imm % half;
        boolean upper = at.imm >= half;
        int v = s.use(i.arg(0));
        int x = s.use(i.arg(1));
        int h = v;
        if (upper) {
            h = s.mf().newVreg(Kind.FPR, 16);
            s.emit(ins(extracts(s)).reg(h, MInst.DEF).reg(v, MInst.USE).imm(1));
        }
        int t = s.mf().newVreg(Kind.FPR, 16);
        MInst m = ins(e == Type.F32 ? X86.VINSERTPS_X_X_XM32_U8 : e == Type.F64 ? lane == 0 ? X86.VMOVSD_X_X_X : X86.VUNPCKLPD_X_X_XM128
                : e.bits == 8 ? X86.VPINSRB_X_X_R32M8_U8 : e.bits == 16 ? X86.VPINSRW_X_X_R32M16_U8 : e.bits == 32 ? X86.VPINSRD_X_X_RM32_U8 : X86.VPINSRQ_X_X_RM64_U8)
                .reg(t, MInst.DEF).reg(h, MInst.USE).reg(x, MInst.USE);
        if (e != Type.F64) m.imm(e == Type.F32 ? lane << 4 : lane);
        s.emit(m);
        s.emit(ins(inserts(s)).reg(s.def(i), MInst.DEF).reg(v, MInst.USE).reg(t, MInst.USE).imm(upper ? 1 : 0));
    }

    /** A constant comes from memory; lanes that are all given make two halves. */
    private static boolean gathered(X86Selector s, Inst i, Inst[] lanes) {
        int d = s.def(i);
        int half = lanes.length / 2;
        boolean constant = true;
        boolean same = true;
        boolean all = true;
        for (int k = 0; k < lanes.length; k++) {
            constant &= lanes[k].op == Op.ICONST || lanes[k].op == Op.FCONST;
            same &= lanes[k] == lanes[k % half];
            all &= lanes[k] == lanes[0];
        }
        Type e = i.type.element;
        if (all) {
            spread(s, lanes[0], e, d);
            return true;
        }
        if (constant) {
            long[] bits = new long[4];
            for (int k = 0; k < lanes.length; k++) bits[k * e.size / 8] |= (e.bits == 64 ? lanes[k].imm : lanes[k].imm & (1L << e.bits) - 1) << k * e.bits % 64;
            if (same) {
                s.emit(s.pool(ins(X86.VBROADCASTF128_Y_M128).reg(d, MInst.DEF), bits[0], bits[1], 16));
                return true;
            }
            int low = s.mf().newVreg(Kind.FPR, 16);
            s.emit(s.pool(ins(X86.MOVAPS_X_XM128).reg(low, MInst.DEF), bits[0], bits[1], 16));
            s.emit(s.pool(ins(inserts(s)).reg(d, MInst.DEF).reg(low, MInst.USE), bits[2], bits[3], 16).imm(1));
            return true;
        }
        int n = 0;
        for (Inst x = i; x.op == Op.INSERT; x = x.arg(0)) {
            if (x != i && !s.isSingleUse(x)) return false;
            n++;
        }
        if (n <= 2) return false;
        int low = s.mf().newVreg(Kind.FPR, 16);
        int high = same ? low : s.mf().newVreg(Kind.FPR, 16);
        VectorRules.gather(s, lanes, 0, e, low);
        if (!same) VectorRules.gather(s, lanes, half, e, high);
        s.emit(X86Selector.r(ins(inserts(s)).reg(d, MInst.DEF).reg(low, MInst.USE), high).imm(1));
        return true;
    }

    /** A half of 32 bytes, or two halves together. */
    private static void half(X86Selector s, Inst i, int[] lanes) {
        int a = s.use(OperationRules.low(i.arg(0)));
        int d = s.def(i);
        if (i.type.size == 32) s.emit(X86Selector.r(ins(inserts(s)).reg(d, MInst.DEF).reg(a, MInst.USE), s.use(i.arg(1))).imm(1));
        else if (lanes[0] > 0) s.emit(ins(extracts(s)).reg(d, MInst.DEF).reg(a, MInst.USE).imm(1));
        // Not a copy: the register is wider.
        else s.emit(ins(X86.VORPS_X_X_XM128).reg(d, MInst.DEF).reg(a, MInst.USE).reg(a, MInst.USE));
    }
}
