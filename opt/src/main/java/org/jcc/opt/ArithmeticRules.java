package org.jcc.opt;

import static org.jcc.opt.Patterns.con;
import static org.jcc.opt.Patterns.fits;
import static org.jcc.opt.Patterns.log2;
import static org.jcc.opt.Patterns.max;
import static org.jcc.opt.Patterns.one;
import static org.jcc.opt.Patterns.ones;
import static org.jcc.opt.Patterns.power;
import static org.jcc.opt.Patterns.val;
import static org.jcc.opt.Patterns.zero;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for sums, products, quotients, their overflow, and the smaller or larger of two integers. A constant
 * gathers at the outside of a chain of sums, where comparisons, addresses and other constants meet it.
 */
final class ArithmeticRules extends RuleSet {
    ArithmeticRules(Function f) {
        super(f);
    }

    // ======== add ========
    Inst add(Inst i, Inst x, Inst y) {
        if (zero(y)) return x;
        if (con(y) && x.op == Op.ADD && con(x.arg(1))) return flagged(make(Op.ADD, x.arg(0), num(i.type, val(x.arg(1)) + val(y))), bothNsw(i, x, val(x.arg(1)), val(y)));
        if (con(y) && x.op == Op.XOR && ones(x.arg(1)) && i.type.bits > 1) return make(Op.SUB, num(i.type, val(y) - 1), x.arg(0));
        if (x.op == Op.MUL && con(x.arg(1)) && x.arg(0) == y && x.useCount() == 1) return make(Op.MUL, y, num(i.type, val(x.arg(1)) + 1));
        if (y.op == Op.MUL && con(y.arg(1)) && y.arg(0) == x && y.useCount() == 1) return make(Op.MUL, x, num(i.type, val(y.arg(1)) + 1));
        if (x == y && i.type.bits > 1 && i.type.bits <= 64) return make(Op.SHL, x, num(i.type, 1));
        if (con(y) && x.op == Op.SUB && con(x.arg(0))) return make(Op.SUB, num(i.type, val(x.arg(0)) + val(y)), x.arg(1));
        if (y.op == Op.SUB && zero(y.arg(0))) return make(Op.SUB, x, y.arg(1));
        if (x.op == Op.SUB && zero(x.arg(0))) return make(Op.SUB, y, x.arg(1));
        if (x.op == Op.SUB && x.arg(1) == y) return x.arg(0);
        if (y.op == Op.SUB && y.arg(1) == x) return y.arg(0);
        return null;
    }

    // ======== sub ========
    Inst sub(Inst i, Inst x, Inst y) {
        if (zero(y)) return x;
        if (x == y) return num(i.type, 0);
        if (con(y)) return flagged(make(Op.ADD, x, num(i.type, -val(y))), val(y) == ~max(i.type.bits) ? 0 : i.flags & Inst.NSW);
        if (ones(x)) return make(Op.XOR, y, x);
        if (con(x) && y.op == Op.SUB && con(y.arg(0))) return make(Op.ADD, y.arg(1), num(i.type, val(x) - val(y.arg(0))));
        if (con(x) && y.op == Op.ADD && con(y.arg(1))) return make(Op.SUB, num(i.type, val(x) - val(y.arg(1))), y.arg(0));
        if (x.op == Op.ADD && x.arg(1) == y) return x.arg(0);
        if (x.op == Op.ADD && x.arg(0) == y) return x.arg(1);
        if (x.op == Op.SUB && x.arg(0) == y) return make(Op.SUB, num(i.type, 0), x.arg(1));
        if (y.op == Op.SUB && y.arg(0) == x) return y.arg(1);
        if (y.op == Op.ADD && y.arg(0) == x) return make(Op.SUB, num(i.type, 0), y.arg(1));
        if (y.op == Op.ADD && y.arg(1) == x) return make(Op.SUB, num(i.type, 0), y.arg(0));
        if (x.op == Op.ADD && y.op == Op.ADD && x.arg(0) == y.arg(0)) return make(Op.SUB, x.arg(1), y.arg(1));
        if (x.op == Op.ADD && con(x.arg(1)) && x.useCount() == 1) return make(Op.ADD, make(Op.SUB, x.arg(0), y), x.arg(1));
        if (y.op == Op.SUB && zero(y.arg(0))) return make(Op.ADD, x, y.arg(1));
        return null;
    }

    // ======== mul ========
    Inst mul(Inst i, Inst x, Inst y) {
        if (zero(y)) return y;
        if (one(y)) return x;
        if (ones(y) && i.type.bits > 1) return make(Op.SUB, num(i.type, 0), x);
        if (con(y) && power(y)) return flagged(make(Op.SHL, x, num(i.type, log2(y))), i.flags & (val(y) > 0 ? Inst.NUW | Inst.NSW : Inst.NUW));
        if (con(y) && x.op == Op.SHL && con(x.arg(1)) && val(x.arg(1)) >= 0 && val(x.arg(1)) < i.type.bits) return make(Op.MUL, x.arg(0), num(i.type, val(y) << val(x.arg(1))));
        if (con(y) && x.op == Op.SUB && zero(x.arg(0))) return make(Op.MUL, x.arg(1), num(i.type, -val(y)));
        if (con(y) && x.op == Op.MUL && con(x.arg(1))) return make(Op.MUL, x.arg(0), num(i.type, val(x.arg(1)) * val(y)));
        return null;
    }

    // ======== sdiv udiv srem urem ========
    Inst divide(Inst i, Inst x, Inst y) {
        boolean signed = i.op == Op.SDIV || i.op == Op.SREM;
        boolean remainder = i.op == Op.SREM || i.op == Op.UREM;
        if (i.type == Type.I1) return null;
        if (one(y)) return remainder ? num(i.type, 0) : x;
        Inst q = ofProduct(i, x, y, signed ? Inst.NSW : Inst.NUW, remainder);
        if (q != null) return q;
        if (signed && ones(y)) return remainder ? num(i.type, 0) : make(Op.SUB, num(i.type, 0), x);
        if (signed && con(y) && power(y) && val(y) > 0 && KnownBits.isNonNegative(x)) return make(remainder ? Op.UREM : Op.UDIV, x, y);
        if (i.op == Op.SDIV && i.has(Inst.EXACT) && con(y) && power(y) && val(y) > 0) return flagged(make(Op.ASHR, x, num(i.type, log2(y))), Inst.EXACT);
        if (i.op == Op.SDIV && i.has(Inst.EXACT) && con(y) && val(y) > 0 && i.type.bits <= 64) return exact(x, val(y), i.type);
        if (i.op == Op.UDIV && con(y) && power(y)) return flagged(make(Op.LSHR, x, num(i.type, log2(y))), i.flags & Inst.EXACT);
        if (i.op == Op.UREM && con(y) && power(y)) return make(Op.AND, x, num(i.type, val(y) - 1));
        return null;
    }

    /** A product that did not overflow, divided by its factor or by a part of its constant factor. */
    private Inst ofProduct(Inst i, Inst x, Inst y, int exact, boolean remainder) {
        if (!x.has(exact)) return null;
        if (x.op == Op.MUL && x.arg(1) == y) return remainder ? num(i.type, 0) : x.arg(0);
        if (x.op == Op.MUL && x.arg(0) == y) return remainder ? num(i.type, 0) : x.arg(1);
        if (i.type.bits > 64 || !con(y) || val(y) <= 0 || x.op != Op.MUL && x.op != Op.SHL || !con(x.arg(1))) return null;
        long factor = x.op == Op.MUL ? val(x.arg(1)) : val(x.arg(1)) < i.type.bits - 1 ? 1L << val(x.arg(1)) : 0;
        // Without a sign the constants must be numbers below half of the range, which are the same with one.
        if (factor == 0 || exact == Inst.NUW && factor < 0 || factor % val(y) != 0) return null;
        return remainder ? num(i.type, 0) : flagged(make(Op.MUL, x.arg(0), num(i.type, factor / val(y))), exact);
    }

    /** A quotient without remainder: shifted, then multiplied by the odd factor's inverse modulo the power of two (Hacker's Delight 10-16). */
    private Inst exact(Inst x, long d, Type t) {
        int n = Long.numberOfTrailingZeros(d);
        long odd = d >> n;
        long inverse = odd;
        for (int k = 0; k < 5; k++) inverse *= 2 - odd * inverse;
        Inst shifted = n == 0 ? x : flagged(make(Op.ASHR, x, num(t, n)), Inst.EXACT);
        return make(Op.MUL, shifted, num(t, inverse));
    }

    // ======== saddo uaddo ssubo usubo smulo umulo ========
    Inst overflow(Inst i, Inst x, Inst y) {
        boolean mul = i.op == Op.SMULO || i.op == Op.UMULO;
        if (x.type == Type.I1) return null;
        if (zero(y)) return num(Type.I1, 0);
        if (mul && one(y)) return num(Type.I1, 0);
        if ((i.op == Op.SSUBO || i.op == Op.USUBO) && x == y) return num(Type.I1, 0);
        if (i.op == Op.USUBO) return comparison(Cond.ULT, x, y);
        return null;
    }

    // ======== smin smax umin umax ========
    Inst minmax(Inst i, Inst x, Inst y) {
        if (x == y) return x;
        if (i.op == Op.UMIN && zero(y)) return y;
        if (i.op == Op.UMIN && ones(y)) return x;
        if (i.op == Op.UMAX && zero(y)) return x;
        if (i.op == Op.UMAX && ones(y)) return y;
        return null;
    }

    /** Two additions of constants that do not wrap are one that does not, if the constants' sum does not. */
    private static int bothNsw(Inst i, Inst x, long a, long b) {
        boolean ok = i.has(Inst.NSW) && x.has(Inst.NSW) && (a ^ b) >= 0 && fits(a + b, i.type.bits) && ((a ^ a + b) & (b ^ a + b)) >= 0;
        return ok ? Inst.NSW : 0;
    }
}
