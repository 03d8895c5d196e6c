package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The constant that an operation on constants gives, by {@link Fold}. Operations that observe the floating-point environment, and
 * those whose result is a NaN (which one is the target's matter), stay.
 */
final class Constants {
    private final Function f;
    private final Fold fold = new Fold();

    Constants(Function f) {
        this.f = f;
    }

    /** Nothing but its operands decides the operation's result. */
    static boolean foldable(Inst i) {
        if (!i.op.isSpeculatable() && !i.op.mayTrap() || i.isTerminator() || !i.hasResult() || i.op.reads() || i.op.writes()) return false;
        return !i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC);
    }

    /** Of an operation whose operands are constants; null if it has no value, or none that is known. */
    Inst of(Inst i) {
        return foldable(i) && fold.eval(i) == Fold.VALUE ? result(i) : null;
    }

    /** Of a foldable operation if its operands (null: there is none) were these constants. */
    Inst of(Inst i, Inst x, Inst y, Inst z) {
        if (i.type.isVector() || x.type.isVector()) return null;
        if (i.op == Op.PTRADD && x.op == Op.SYMBOL && y.op == Op.ICONST) return f.symbol(x.symbol(), x.imm + y.imm);
        if (i.op == Op.ICMP && x.op == Op.SYMBOL && (i.cond() == Cond.EQ || i.cond() == Cond.NE)) {
            boolean differ = Patterns.zero(y) && Patterns.nonNull(x);
            return x == y || differ ? f.iconst(Type.I1, (x == y) == (i.cond() == Cond.EQ) ? 1 : 0) : null;
        }
        if (!number(x) || y != null && !number(y) || z != null && !number(z)) return null;
        if (y == null) y = x;
        if (z == null) z = x;
        return fold.eval(i.op, i.type, x.type, i.imm, i.flags, x.imm, x.immHi, y.imm, y.immHi, z.imm, z.immHi) == Fold.VALUE ? result(i) : null;
    }

    private static boolean number(Inst v) {
        return v.op == Op.ICONST || v.op == Op.FCONST;
    }

    private Inst result(Inst i) {
        if (i.type.isFloat()) return i.op.isFloating() && isNaN(i.type) ? null : f.fconst(i.type, fold.lo, fold.hi);
        if (i.type == Type.I128) return f.iconst128(fold.lo, fold.hi);
        return i.type.isIntOrPtr() ? f.iconst(i.type, fold.lo) : null;
    }

    private boolean isNaN(Type t) {
        if (t == Type.F64) return Double.isNaN(Double.longBitsToDouble(fold.lo));
        if (t == Type.F32) return Float.isNaN(Float.intBitsToFloat((int) fold.lo));
        if (t == Type.F80) return (fold.hi & 0x7fff) == 0x7fff;
        return (fold.hi >>> 48 & 0x7fff) == 0x7fff;
    }
}
