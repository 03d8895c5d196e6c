package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Choices by masks, {@code (mask & yes) | (~mask & no)}: a minimum or maximum if the mask compares what is chosen, else a blend where there is VEX (that of SSE4.1 wants
 * its mask in xmm0).
 *
 * <p>{@code minps} and {@code maxps} give their second operand if one is a NaN or both are zeros, which is what C's {@code a < b ? a : b} and {@code a > b ? a : b} say.
 */
final class BlendRules {
    private BlendRules() {}

    /** True if the instruction was one of these and is selected. */
    static boolean select(X86Selector s, Inst i) {
        if (i.op != Op.OR) return false;
        for (int k = 0; k < 2; k++) {
            Inst yes = i.arg(k);
            Inst no = i.arg(1 - k);
            if (yes.op != Op.AND || no.op != Op.AND || !s.isSingleUse(yes) || !s.isSingleUse(no)) continue;
            for (int n = 0; n < 2; n++) {
                Inst mask = complement(no.arg(n));
                if (mask == null || mask.op != Op.ICMP && mask.op != Op.FCMP || yes.arg(0) != mask && yes.arg(1) != mask) continue;
                return choose(s, i, mask, yes.arg(yes.arg(0) == mask ? 1 : 0), no.arg(1 - n));
            }
        }
        return false;
    }

    private static Inst complement(Inst v) {
        return v.op == Op.XOR && v.arg(1).op == Op.SPLAT && v.arg(1).arg(0).isConst(-1) ? v.arg(0) : null;
    }

    private static Inst plain(Inst v) {
        return v.op == Op.BITCAST && v.arg(0).type.isVector() && v.arg(0).type.size == v.type.size ? v.arg(0) : v;
    }

    private static boolean choose(X86Selector s, Inst i, Inst mask, Inst yes, Inst no) {
        Inst a = mask.arg(0);
        Inst b = mask.arg(1);
        Inst p = plain(yes);
        Inst q = plain(no);
        if (p == a && q == b || p == b && q == a) {
            Op op = extremum(mask.cond(), p == a);
            boolean floating = mask.op == Op.FCMP;
            // What is not less is the other way round.
            boolean turned = floating && isUnordered(mask.cond());
            Row row = op == null ? null : floating ? extremum(op, a.type) : VectorRules.binary(op, a.type, s.mf().features);
            if (row != null) {
                emit(s, row, i, s.use(turned ? q : p), s.use(turned ? p : q));
                return true;
            }
        }
        if (!s.has(X86Features.AVX)) return false;
        boolean wide = i.type.size == 32;
        MInst m = X86Selector.ins(wide ? X86.VPBLENDVB_Y_Y_YM256_Y : X86.VPBLENDVB_X_X_XM128_X).reg(s.def(i), MInst.DEF).reg(s.use(no), MInst.USE);
        s.emit(X86Selector.r(m, s.use(yes)).reg(s.use(mask), MInst.USE));
        return true;
    }

    private static void emit(X86Selector s, Row row, Inst i, int a, int b) {
        if (i.type.size == 32) WideRules.emit(s, WideRules.wide(row), s.def(i), a, b);
        else s.emit(X86Selector.r(X86Selector.ins(row).reg(s.def(i), MInst.DEF), b).tied(a, 0));
    }

    /** What a choice of the first operand where the condition holds is, or, if not {@code straight}, of the second. */
    private static Op extremum(Cond c, boolean straight) {
        return switch (c) {
            case SGT, SGE, FOGT, FUGE -> straight ? Op.SMAX : Op.SMIN;
            case SLT, SLE, FOLT, FULE -> straight ? Op.SMIN : Op.SMAX;
            case UGT, UGE -> straight ? Op.UMAX : Op.UMIN;
            case ULT, ULE -> straight ? Op.UMIN : Op.UMAX;
            default -> null;
        };
    }

    private static boolean isUnordered(Cond c) {
        return c == Cond.FUGE || c == Cond.FULE;
    }

    private static Row extremum(Op op, Type t) {
        boolean f32 = t.element == Type.F32;
        return op == Op.SMAX ? f32 ? X86.MAXPS_X_XM128 : X86.MAXPD_X_XM128 : f32 ? X86.MINPS_X_XM128 : X86.MINPD_X_XM128;
    }
}
