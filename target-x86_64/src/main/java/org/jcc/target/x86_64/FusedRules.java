package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Vex;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Multiplication and addition with one rounding (FMA3), scalar and vector: {@code fma} itself, and a sum or difference of a product where both
 * may be contracted (C17 6.5p8, {@code -ffp-contract=fast}) and the product has no other user.
 *
 * <p>The 231 form, in which the destination is the summand: that one is overwritten, the factors stay. Where the summand is needed further
 * and a factor is not, the 132 form, which overwrites that.
 */
final class FusedRules {
    private FusedRules() {}

    /** By sign of the product and of the summand, and by ss, sd, ps, pd: the form that overwrites the summand. */
    private static final Row[][] ON_SUMMAND = {
        {X86.VFMADD231SS_X_X_XM32, X86.VFMADD231SD_X_X_XM64, X86.VFMADD231PS_X_X_XM128, X86.VFMADD231PD_X_X_XM128},
        {X86.VFMSUB231SS_X_X_XM32, X86.VFMSUB231SD_X_X_XM64, X86.VFMSUB231PS_X_X_XM128, X86.VFMSUB231PD_X_X_XM128},
        {X86.VFNMADD231SS_X_X_XM32, X86.VFNMADD231SD_X_X_XM64, X86.VFNMADD231PS_X_X_XM128, X86.VFNMADD231PD_X_X_XM128},
        {X86.VFNMSUB231SS_X_X_XM32, X86.VFNMSUB231SD_X_X_XM64, X86.VFNMSUB231PS_X_X_XM128, X86.VFNMSUB231PD_X_X_XM128}};
    /** The same, overwriting the first factor. */
    private static final Row[][] ON_FACTOR = {
        {X86.VFMADD132SS_X_X_XM32, X86.VFMADD132SD_X_X_XM64, X86.VFMADD132PS_X_X_XM128, X86.VFMADD132PD_X_X_XM128},
        {X86.VFMSUB132SS_X_X_XM32, X86.VFMSUB132SD_X_X_XM64, X86.VFMSUB132PS_X_X_XM128, X86.VFMSUB132PD_X_X_XM128},
        {X86.VFNMADD132SS_X_X_XM32, X86.VFNMADD132SD_X_X_XM64, X86.VFNMADD132PS_X_X_XM128, X86.VFNMADD132PD_X_X_XM128},
        {X86.VFNMSUB132SS_X_X_XM32, X86.VFNMSUB132SD_X_X_XM64, X86.VFNMSUB132PS_X_X_XM128, X86.VFNMSUB132PD_X_X_XM128}};

    private static boolean isNegation(X86Selector s, Inst v) {
        return v.op == Op.FNEG && s.isSingleUse(v);
    }

    static void fma(X86Selector s, Inst i) {
        fused(s, i, i.arg(0), i.arg(1), i.arg(2), false, false);
    }

    /** True if the sum or difference was made one instruction with a product. */
    static boolean contracted(X86Selector s, Inst i) {
        if (i.op != Op.FADD && i.op != Op.FSUB || !s.has(X86Features.FMA) || (i.flags & Inst.CONTRACT) == 0) return false;
        boolean minus = i.op == Op.FSUB;
        for (int k = 0; k < 2; k++) {
            Inst p = i.arg(k);
            if (p.op != Op.FMUL || (p.flags & Inst.CONTRACT) == 0 || !s.isSingleUse(p)) continue;
            fused(s, i, p.arg(0), p.arg(1), i.arg(1 - k), minus && k == 1, minus && k == 0);
            return true;
        }
        return false;
    }

    /** {@code ±a·b ± c}; a sign that a factor or the summand has goes into the instruction. */
    static void fused(X86Selector s, Inst i, Inst a, Inst b, Inst c, boolean negProduct, boolean negSummand) {
        if (isNegation(s, a)) {
            a = a.arg(0);
            negProduct = !negProduct;
        }
        if (isNegation(s, b)) {
            b = b.arg(0);
            negProduct = !negProduct;
        }
        if (isNegation(s, c)) {
            c = c.arg(0);
            negSummand = !negSummand;
        }
        Type t = i.type;
        Type e = t.isVector() ? t.element : t;
        Addr m = a != b ? s.foldAddr(b, t.size) : null;
        if (m == null && a != b && (m = s.foldAddr(a, t.size)) != null) a = b;
        // A constant summand comes to a register of its own, which loops keep.
        boolean onFactor = (c.useCount() > 1 || c.op.isConstant()) && a.useCount() == 1 && !a.op.isConstant() && a != b;
        Row row = (onFactor ? ON_FACTOR : ON_SUMMAND)[(negProduct ? 2 : 0) + (negSummand ? 1 : 0)][(t.isVector() ? 2 : 0) + (e == Type.F32 ? 0 : 1)];
        if (t.size == 32) row = X86Vex.wide(row);
        int rc = s.use(c);
        int ra = s.use(a);
        MInst f = X86Selector.ins(row).reg(s.def(i), MInst.DEF).reg(onFactor ? rc : ra, MInst.USE);
        s.emit((m != null ? m.to(f, MInst.USE) : X86Selector.r(f, s.use(b))).tied(onFactor ? ra : rc, 0));
    }
}
