package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvIsa;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** f32 and f64 in floating registers; constants come by way of general ones. */
final class FloatRules {
    private FloatRules() {}

    private static boolean single(Inst v) {
        return v.type == Type.F32;
    }

    static void constant(RvSelector s, int d, Inst c) {
        s.op(single(c) ? Rv.FMV_W_X : Rv.FMV_D_X, d, s.constant(single(c) ? (int) c.imm : c.imm));
    }

    // ---- arithmetic ------------------------------------------------------------------------------------------------------

    static void binary(RvSelector s, Inst i) {
        boolean f = single(i);
        Row row = switch (i.op) {
            case FADD -> f ? Rv.FADD_S : Rv.FADD_D;
            case FSUB -> f ? Rv.FSUB_S : Rv.FSUB_D;
            case FMUL -> f ? Rv.FMUL_S : Rv.FMUL_D;
            case FDIV -> f ? Rv.FDIV_S : Rv.FDIV_D;
            case FMIN -> f ? Rv.FMIN_S : Rv.FMIN_D;
            case FMAX -> f ? Rv.FMAX_S : Rv.FMAX_D;
            default -> f ? Rv.FSGNJ_S : Rv.FSGNJ_D;
        };
        int a = s.use(i.arg(0));
        s.op(row, s.def(i), a, i.arg(0) == i.arg(1) ? a : s.use(i.arg(1)));
    }

    static void unary(RvSelector s, Inst i) {
        boolean f = single(i);
        Row row = switch (i.op) {
            case FNEG -> f ? Rv.FNEG_S : Rv.FNEG_D;
            case FABS -> f ? Rv.FABS_S : Rv.FABS_D;
            default -> f ? Rv.FSQRT_S : Rv.FSQRT_D;
        };
        s.op(row, s.def(i), s.use(i.arg(0)));
    }

    static void fused(RvSelector s, Inst i) {
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        s.emit(RvSelector.ins(single(i) ? Rv.FMADD_S : Rv.FMADD_D).reg(s.def(i), MInst.DEF).reg(a, MInst.USE).reg(b, MInst.USE).reg(s.use(i.arg(2)), MInst.USE));
    }

    // ---- comparison: the three instructions answer no for NaNs ------------------------------------------------------------

    static void compare(RvSelector s, int d, Inst i) {
        int a = s.use(i.arg(0));
        int b = i.arg(0) == i.arg(1) ? a : s.use(i.arg(1));
        boolean f = single(i.arg(0));
        Row eq = f ? Rv.FEQ_S : Rv.FEQ_D;
        Row lt = f ? Rv.FLT_S : Rv.FLT_D;
        Row le = f ? Rv.FLE_S : Rv.FLE_D;
        switch (i.cond()) {
            case FOEQ -> s.op(eq, d, a, b);
            case FOLT -> s.op(lt, d, a, b);
            case FOLE -> s.op(le, d, a, b);
            case FOGT -> s.op(lt, d, b, a);
            case FOGE -> s.op(le, d, b, a);
            case FUNE -> not(s, d, eq, a, b);
            case FULT -> not(s, d, le, b, a);
            case FULE -> not(s, d, lt, b, a);
            case FUGT -> not(s, d, le, a, b);
            case FUGE -> not(s, d, lt, a, b);
            case FORD -> both(s, d, Rv.AND, eq, a, a, b, b);
            case FONE -> both(s, d, Rv.OR, lt, a, b, b, a);
            default -> {
                int t = s.tempOf(Kind.GPR);
                if (i.cond() == org.jcc.ir.Cond.FUNO) both(s, t, Rv.AND, eq, a, a, b, b);
                else both(s, t, Rv.OR, lt, a, b, b, a);
                s.opi(Rv.XORI, d, t, 1);
            }
        }
    }

    private static void not(RvSelector s, int d, Row row, int a, int b) {
        int t = s.tempOf(Kind.GPR);
        s.op(row, t, a, b);
        s.opi(Rv.XORI, d, t, 1);
    }

    private static void both(RvSelector s, int d, Row join, Row row, int a, int b, int x, int y) {
        int t = s.tempOf(Kind.GPR);
        int u = s.tempOf(Kind.GPR);
        s.op(row, t, a, b);
        s.op(row, u, x, y);
        s.op(join, d, t, u);
    }

    // ---- conversions --------------------------------------------------------------------------------------------------------

    static void convert(RvSelector s, Inst i) {
        Inst v = i.arg(0);
        switch (i.op) {
            case FTRUNC -> s.op(Rv.FCVT_S_D, s.def(i), s.use(v));
            case FEXT -> s.op(Rv.FCVT_D_S, s.def(i), s.use(v));
            case FPTOSI, FPTOUI -> toInteger(s, i, v);
            case SITOFP, UITOFP -> fromInteger(s, i, v);
            default -> {
                boolean word = i.type.size == 4;
                if (s.regClass(i.type) == s.regClass(v.type)) s.move(i.type, s.def(i), s.use(v));
                else if (i.type.isFloat()) s.op(word ? Rv.FMV_W_X : Rv.FMV_D_X, s.def(i), s.use(v));
                else s.op(word ? Rv.FMV_X_W : Rv.FMV_X_D, s.def(i), s.use(v));
            }
        }
    }

    /** Toward zero. Narrow results come from a wider conversion: what does not fit is undefined. */
    private static void toInteger(RvSelector s, Inst i, Inst v) {
        boolean f = single(v);
        boolean unsigned = i.op == Op.FPTOUI;
        boolean narrow = i.type.bits < 32;
        Row row;
        if (i.type.bits == 64 || narrow) row = unsigned && !narrow ? f ? Rv.FCVT_LU_S : Rv.FCVT_LU_D : f ? Rv.FCVT_L_S : Rv.FCVT_L_D;
        else row = unsigned ? f ? Rv.FCVT_WU_S : Rv.FCVT_WU_D : f ? Rv.FCVT_W_S : Rv.FCVT_W_D;
        int d = narrow ? s.tempOf(Kind.GPR) : s.def(i);
        MInst m = RvSelector.ins(row).reg(d, MInst.DEF).reg(s.use(v), MInst.USE);
        m.prefixes = RvIsa.RTZ;
        s.emit(m);
        if (narrow) IntegerRules.normalize(s, s.def(i), d, i.type);
    }

    private static void fromInteger(RvSelector s, Inst i, Inst v) {
        boolean f = single(i);
        boolean unsigned = i.op == Op.UITOFP;
        int a;
        if (v.type == Type.I1 && !unsigned) {
            a = s.tempOf(Kind.GPR);
            s.op(Rv.SUB, a, RvRegs.ZERO, s.use(v));
        } else a = unsigned && v.type.bits < 32 ? IntegerRules.zeroExtended(s, v) : s.useOrZero(v);
        Row row;
        if (v.type.bits == 64) row = unsigned ? f ? Rv.FCVT_S_LU : Rv.FCVT_D_LU : f ? Rv.FCVT_S_L : Rv.FCVT_D_L;
        else if (v.type.bits == 32 && unsigned) row = f ? Rv.FCVT_S_WU : Rv.FCVT_D_WU;
        else row = f ? Rv.FCVT_S_W : Rv.FCVT_D_W;
        s.op(row, s.def(i), a);
    }
}
