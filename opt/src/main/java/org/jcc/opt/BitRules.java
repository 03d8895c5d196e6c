package org.jcc.opt;

import static org.jcc.opt.Patterns.complement;
import static org.jcc.opt.Patterns.con;
import static org.jcc.opt.Patterns.environment;
import static org.jcc.opt.Patterns.one;
import static org.jcc.opt.Patterns.ones;
import static org.jcc.opt.Patterns.val;
import static org.jcc.opt.Patterns.zero;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for bits: and, or, xor, shifts and rotations, by constants, by absorption, and by {@link KnownBits}. And
 * and or of two comparisons of one value with constants are one comparison of an interval (the value less its lower end, unsigned).
 */
final class BitRules extends RuleSet {
    BitRules(Function f) {
        super(f);
    }

    // ======== and ========
    Inst and(Inst i, Inst x, Inst y) {
        if (zero(y) || x == y) return y;
        if (ones(y)) return x;
        if (con(y) && x.op == Op.AND && con(x.arg(1))) return make(Op.AND, x.arg(0), num(i.type, val(x.arg(1)) & val(y)));
        if (con(y) && x.op == Op.OR && con(x.arg(1)) && (val(x.arg(1)) & val(y)) == 0) return make(Op.AND, x.arg(0), y);
        if (con(y) && (KnownBits.zeros(x) | val(y)) == -1) return x;
        if (con(y) && (KnownBits.zeros(x) & val(y)) == val(y)) return num(i.type, 0);
        if (con(y) && x.op == Op.OR && i.type.bits <= 64 && (KnownBits.zeros(x.arg(0)) & val(y)) == val(y)) return make(Op.AND, x.arg(1), y);
        if (con(y) && x.op == Op.OR && i.type.bits <= 64 && (KnownBits.zeros(x.arg(1)) & val(y)) == val(y)) return make(Op.AND, x.arg(0), y);
        if (con(y) && x.op == Op.OR && con(x.arg(1)) && x.useCount() == 1 && i.type.bits <= 64) return make(Op.OR, make(Op.AND, x.arg(0), num(i.type, val(y) & ~val(x.arg(1)))), num(i.type, val(y) & val(x.arg(1))));
        if (complement(x, y)) return num(i.type, 0);
        if (y.op == Op.OR && (y.arg(0) == x || y.arg(1) == x)) return x;
        if (x.op == Op.OR && (x.arg(0) == y || x.arg(1) == y)) return y;
        if (x.op == Op.AND && (x.arg(0) == y || x.arg(1) == y)) return x;
        if (con(y) && x.op == Op.ASHR && con(x.arg(1)) && i.type.bits <= 64 && val(y) >= 0 && val(x.arg(1)) >= 0 && Long.numberOfLeadingZeros(val(y)) - (64 - i.type.bits) >= val(x.arg(1))) return make(Op.AND, make(Op.LSHR, x.arg(0), x.arg(1)), y);
        if (i.type == Type.I1 && x.op == Op.ICMP && y.op == Op.ICMP) return both(x, y);
        return null;
    }

    // ======== or ========
    Inst or(Inst i, Inst x, Inst y) {
        if (zero(y) || x == y) return x;
        if (ones(y)) return y;
        if (con(y) && x.op == Op.OR && con(x.arg(1))) return make(Op.OR, x.arg(0), num(i.type, val(x.arg(1)) | val(y)));
        if (complement(x, y)) return num(i.type, -1);
        if (y.op == Op.AND && (y.arg(0) == x || y.arg(1) == x)) return x;
        if (x.op == Op.AND && (x.arg(0) == y || x.arg(1) == y)) return y;
        if (x.op == Op.AND && y.op == Op.AND && con(x.arg(1)) && con(y.arg(1)) && x.arg(0) == y.arg(0)) return make(Op.AND, x.arg(0), num(i.type, val(x.arg(1)) | val(y.arg(1))));
        if (i.type == Type.I1 && x.op == Op.ICMP && y.op == Op.ICMP) return either(x, y);
        return null;
    }

    /** Both comparisons hold. */
    private Inst both(Inst x, Inst y) {
        if (x.arg(0) == y.arg(0) && x.arg(0).type.isInt() && con(x.arg(1)) && con(y.arg(1))) {
            Inst r = range(x, y, false);
            return r != null ? r : range(y, x, false);
        }
        // Both zero: their union is.
        boolean zeros = x.cond() == Cond.EQ && y.cond() == Cond.EQ && zero(x.arg(1)) && zero(y.arg(1)) && x.arg(0).type == y.arg(0).type && x.arg(0).type.isInt();
        return zeros && x.arg(0).type.bits > 1 ? comparison(Cond.EQ, make(Op.OR, x.arg(0), y.arg(0)), x.arg(1)) : null;
    }

    /** One of the comparisons holds. */
    private Inst either(Inst x, Inst y) {
        if (x.arg(0) == y.arg(0) && x.arg(0).type.isInt() && con(x.arg(1)) && con(y.arg(1))) {
            if (x.cond() == Cond.EQ && y.cond() == Cond.EQ && x.arg(0).type.bits > 1) {
                long a = val(x.arg(1));
                long b = val(y.arg(1));
                Type t = x.arg(0).type;
                if (Long.bitCount((a ^ b) & KnownBits.mask(t)) == 1) return comparison(Cond.EQ, make(Op.OR, x.arg(0), num(t, a ^ b)), num(t, a | b));
                if (b - a == 1 || a - b == 1) return comparison(Cond.ULT, make(Op.ADD, x.arg(0), num(t, -Math.min(a, b))), num(t, 2));
            }
            Inst r = range(x, y, true);
            return r != null ? r : range(y, x, true);
        }
        boolean some = x.cond() == Cond.NE && y.cond() == Cond.NE && zero(x.arg(1)) && zero(y.arg(1)) && x.arg(0).type == y.arg(0).type && x.arg(0).type.isInt();
        return some && x.arg(0).type.bits > 1 ? comparison(Cond.NE, make(Op.OR, x.arg(0), y.arg(0)), x.arg(1)) : null;
    }

    /** {@code v > low && v < high} as one unsigned comparison; the negation of that for {@code v < low || v > high}. */
    private Inst range(Inst above, Inst below, boolean outside) {
        Inst v = above.arg(0);
        Cond c = outside ? below.cond().negate() : above.cond();
        Cond d = outside ? above.cond().negate() : below.cond();
        long low = val(outside ? below.arg(1) : above.arg(1));
        long high = val(outside ? above.arg(1) : below.arg(1));
        Type t = v.type;
        if (t.bits < 8 || t.bits > 64) return null;
        boolean unsigned = c.isUnsigned() || d.isUnsigned();
        long m = KnownBits.mask(t);
        if (unsigned) {
            low &= m;
            high &= m;
            if (low < 0 || high < 0) return null;
        }
        // Both bounds included.
        switch (c) {
            case SGT, UGT -> low++;
            case SGE, UGE -> { }
            default -> {
                return null;
            }
        }
        switch (d) {
            case SLT, ULT -> high--;
            case SLE, ULE -> { }
            default -> {
                return null;
            }
        }
        if (c.isSigned() != d.isSigned() || high == Long.MAX_VALUE || low > high || low == Long.MIN_VALUE || high - low < 0) return null;
        return comparison(outside ? Cond.UGT : Cond.ULE, make(Op.ADD, v, num(t, -low)), num(t, high - low));
    }

    // ======== xor ========
    Inst xor(Inst i, Inst x, Inst y) {
        if (zero(y)) return x;
        if (x == y) return num(i.type, 0);
        if (con(y) && x.op == Op.XOR && con(x.arg(1))) return make(Op.XOR, x.arg(0), num(i.type, val(x.arg(1)) ^ val(y)));
        if (i.type == Type.I1 && one(y) && x.op == Op.ICMP && x.type == Type.I1) return negated(x);
        if (i.type == Type.I1 && one(y) && x.op == Op.FCMP && x.type == Type.I1 && !environment(x)) return negated(x);
        if (x.op == Op.XOR && x.arg(1) == y) return x.arg(0);
        return null;
    }

    // ======== shl lshr ashr rotl rotr ========
    Inst shift(Inst i, Inst x, Inst y) {
        if (zero(y)) return x;
        if (i.type == Type.I1) return null;
        if (zero(x)) return x;
        if (ones(x) && i.op == Op.ASHR) return x;
        if (!con(y) || i.type.bits > 64 || Long.compareUnsigned(val(y), i.type.bits) >= 0) return null;
        long mask = i.type.bits == 64 ? -1 : (1L << i.type.bits) - 1;
        long n = val(y);
        boolean inner = x.ownArgCount() == 2 && con(x.arg(1)) && Long.compareUnsigned(val(x.arg(1)), i.type.bits) < 0;
        if (inner && x.op == i.op && i.op == Op.ASHR) return make(Op.ASHR, x.arg(0), num(i.type, Math.min(n + val(x.arg(1)), i.type.bits - 1)));
        if (inner && x.op == i.op && (i.op == Op.SHL || i.op == Op.LSHR) && n + val(x.arg(1)) < i.type.bits) return make(i.op, x.arg(0), num(i.type, n + val(x.arg(1))));
        if (inner && x.op == i.op && (i.op == Op.SHL || i.op == Op.LSHR)) return num(i.type, 0);
        if (inner && i.op == Op.LSHR && x.op == Op.SHL && val(x.arg(1)) == n) return make(Op.AND, x.arg(0), num(i.type, mask >>> n));
        if (inner && i.op == Op.SHL && x.op == Op.LSHR && val(x.arg(1)) == n) return make(Op.AND, x.arg(0), num(i.type, mask << n));
        if (inner && i.op == Op.ASHR && x.op == Op.SHL && val(x.arg(1)) == n && (i.type.bits - n == 8 || i.type.bits - n == 16 || i.type.bits - n == 32)) return make(Op.SEXT, i.type, make(Op.TRUNC, Type.integer((int) (i.type.bits - n)), x.arg(0)));
        if (i.op == Op.LSHR && x.op == Op.ZEXT && n < x.arg(0).type.bits && x.arg(0).type.bits >= 8) return make(Op.ZEXT, i.type, make(Op.LSHR, x.arg(0), num(x.arg(0).type, n)));
        if (i.op == Op.ASHR && (KnownBits.zeros(x) >>> i.type.bits - 1 & 1) != 0) return make(Op.LSHR, x, y);
        return null;
    }
}
