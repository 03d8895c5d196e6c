package org.jcc.opt;

import static org.jcc.opt.Patterns.con;
import static org.jcc.opt.Patterns.environment;
import static org.jcc.opt.Patterns.fits;
import static org.jcc.opt.Patterns.fitsSigned;
import static org.jcc.opt.Patterns.fitsUnsigned;
import static org.jcc.opt.Patterns.isFloatZero;
import static org.jcc.opt.Patterns.max;
import static org.jcc.opt.Patterns.nonNull;
import static org.jcc.opt.Patterns.one;
import static org.jcc.opt.Patterns.ones;
import static org.jcc.opt.Patterns.power;
import static org.jcc.opt.Patterns.unsigned;
import static org.jcc.opt.Patterns.val;
import static org.jcc.opt.Patterns.widened;
import static org.jcc.opt.Patterns.zero;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for comparisons: each meaning has one condition (strict, constant at the right), and a comparison reaches
 * through what its operand was computed by to the value behind it. The most specific conditions need {@link KnownBits}.
 */
final class CompareRules extends RuleSet {
    CompareRules(Function f) {
        super(f);
    }

    // ======== icmp ========
    Inst compare(Inst i, Cond c, Inst x, Inst y) {
        boolean equality = c == Cond.EQ || c == Cond.NE;
        boolean eq = c == Cond.EQ;
        int w = x.type.bits;
        // identities
        if (x == y) return num(Type.I1, eq || c == Cond.SLE || c == Cond.SGE || c == Cond.ULE || c == Cond.UGE ? 1 : 0);
        if (c == Cond.ULT && zero(y)) return num(Type.I1, 0);
        if (c == Cond.UGE && zero(y)) return num(Type.I1, 1);
        if (c == Cond.UGT && ones(y)) return num(Type.I1, 0);
        if (c == Cond.ULE && ones(y)) return num(Type.I1, 1);
        // truth values
        if (x.type == Type.I1 && c == Cond.NE && zero(y)) return x;
        if (x.type == Type.I1 && c == Cond.EQ && one(y)) return x;
        if (x.type == Type.I1 && equality && con(y)) return make(Op.XOR, x, num(Type.I1, 1));
        if (x.type == Type.I1) return null;
        if (equality && con(y) && x.op == Op.ZEXT && x.arg(0).type == Type.I1) return truth(eq, x.arg(0), val(y), 1);
        if (equality && con(y) && x.op == Op.SEXT && x.arg(0).type == Type.I1) return truth(eq, x.arg(0), val(y), -1);
        // one condition for each meaning
        if (c == Cond.ULT && one(y)) return comparison(Cond.EQ, x, zeroOf(x.type));
        if (c == Cond.UGT && zero(y)) return comparison(Cond.NE, x, zeroOf(x.type));
        if (c == Cond.ULT && ones(y)) return comparison(Cond.NE, x, y);
        if (c == Cond.UGE && one(y)) return comparison(Cond.NE, x, zeroOf(x.type));
        if (con(y) && c == Cond.SLE && val(y) != max(w)) return comparison(Cond.SLT, x, num(x.type, val(y) + 1));
        if (con(y) && c == Cond.SGE && val(y) != ~max(w)) return comparison(Cond.SGT, x, num(x.type, val(y) - 1));
        if (con(y) && c == Cond.ULE && !ones(y)) return comparison(Cond.ULT, x, num(x.type, val(y) + 1));
        if (con(y) && c == Cond.UGE && !zero(y)) return comparison(Cond.UGT, x, num(x.type, val(y) - 1));
        // through the operand
        if (equality && con(y) && x.op == Op.ADD && con(x.arg(1))) return comparison(c, x.arg(0), num(x.type, val(y) - val(x.arg(1))));
        if (equality && con(y) && x.op == Op.XOR && con(x.arg(1))) return comparison(c, x.arg(0), num(x.type, val(y) ^ val(x.arg(1))));
        if (equality && con(y) && x.op == Op.SUB && con(x.arg(0))) return comparison(c, x.arg(1), num(x.type, val(x.arg(0)) - val(y)));
        if (equality && zero(y) && x.type.isInt() && x.op == Op.SUB) return comparison(c, x.arg(0), x.arg(1));
        if (equality && zero(y) && x.op == Op.XOR) return comparison(c, x.arg(0), x.arg(1));
        if (equality && zero(y) && (x.op == Op.ZEXT || x.op == Op.SEXT)) return comparison(c, x.arg(0), zeroOf(x.arg(0).type));
        if (con(y) && widened(x, Op.ZEXT) && !c.isSigned() && fitsUnsigned(val(y), x.arg(0).type)) return comparison(c, x.arg(0), num(x.arg(0).type, val(y)));
        if (con(y) && widened(x, Op.ZEXT) && c.isSigned() && val(y) >= 0 && fitsUnsigned(val(y), x.arg(0).type)) return comparison(unsigned(c), x.arg(0), num(x.arg(0).type, val(y)));
        if (con(y) && widened(x, Op.SEXT) && (equality || c.isSigned()) && fitsSigned(val(y), x.arg(0).type)) return comparison(c, x.arg(0), num(x.arg(0).type, val(y)));
        if (widened(x, Op.ZEXT) && y.op == Op.ZEXT && x.arg(0).type == y.arg(0).type) return comparison(c.isSigned() ? unsigned(c) : c, x.arg(0), y.arg(0));
        if (widened(x, Op.SEXT) && y.op == Op.SEXT && x.arg(0).type == y.arg(0).type) return comparison(c, x.arg(0), y.arg(0));
        if (equality && con(y) && x.op == Op.AND && con(x.arg(1)) && power(x.arg(1)) && val(x.arg(1)) == val(y)) return comparison(eq ? Cond.NE : Cond.EQ, x, num(x.type, 0));
        if (equality && zero(y) && x.op == Op.SREM && con(x.arg(1)) && power(x.arg(1)) && val(x.arg(1)) > 0) return comparison(c, make(Op.AND, x.arg(0), num(x.type, val(x.arg(1)) - 1)), y);
        if (equality && zero(y) && x.op == Op.LSHR && con(x.arg(1)) && val(x.arg(1)) > 0 && val(x.arg(1)) < w && x.useCount() == 1) return comparison(eq ? Cond.ULT : Cond.UGE, x.arg(0), num(x.type, 1L << val(x.arg(1))));
        if (equality && con(y) && x.op == Op.SELECT && con(x.arg(1)) && con(x.arg(2)) && x.arg(1) != x.arg(2)) return chosen(eq, x, y);
        if (con(y) && c.isSigned() && x.op == Op.ADD && x.has(Inst.NSW) && con(x.arg(1)) && fits(val(y) - val(x.arg(1)), w) && subtracts(val(y), val(x.arg(1)))) return comparison(c, x.arg(0), num(x.type, val(y) - val(x.arg(1))));
        if (con(y) && x.type.isInt() && w <= 64 && c == Cond.SLT && zero(y) && KnownBits.isNonNegative(x)) return num(Type.I1, 0);
        if (con(y) && x.type.isInt() && w <= 64 && c == Cond.SGT && ones(y) && KnownBits.isNonNegative(x)) return num(Type.I1, 1);
        if (con(y) && x.type.isInt() && w <= 64 && c == Cond.ULT && Long.compareUnsigned(KnownBits.unsignedMax(x), val(y) & KnownBits.mask(x.type)) < 0) return num(Type.I1, 1);
        if (con(y) && x.type.isInt() && w <= 64 && c == Cond.UGT && Long.compareUnsigned(KnownBits.unsignedMax(x), val(y) & KnownBits.mask(x.type)) <= 0) return num(Type.I1, 0);
        if (con(y) && x.type.isInt() && w < 64 && c == Cond.SLT && KnownBits.isNonNegative(x) && KnownBits.unsignedMax(x) < val(y)) return num(Type.I1, 1);
        if (con(y) && x.type.isInt() && w < 64 && c == Cond.SGT && KnownBits.isNonNegative(x) && KnownBits.unsignedMax(x) <= val(y)) return num(Type.I1, 0);
        if (equality && con(y) && x.type.isInt() && w <= 64 && (KnownBits.ones(x) & ~val(y)) != 0) return num(Type.I1, eq ? 0 : 1);
        if (equality && con(y) && (KnownBits.zeros(x) & val(y)) != 0) return num(Type.I1, eq ? 0 : 1);
        // addresses
        if (equality && zero(y) && x.type.isPtr() && nonNull(x)) return num(Type.I1, eq ? 0 : 1);
        if (equality && x.op == Op.PTRADD && x.arg(0) == y) return comparison(c, x.arg(1), zeroOf(Type.I64));
        if (equality && y.op == Op.PTRADD && y.arg(0) == x) return comparison(c, y.arg(1), zeroOf(Type.I64));
        if (equality && x.op == Op.PTRADD && y.op == Op.PTRADD && x.arg(0) == y.arg(0)) return comparison(c, x.arg(1), y.arg(1));
        if (equality && x.op == Op.SYMBOL && y.op == Op.SYMBOL && x.aux == y.aux) return num(Type.I1, eq == (x.imm == y.imm) ? 1 : 0);
        return null;
    }

    /** A choice of two constants compared with a third. */
    private Inst chosen(boolean eq, Inst x, Inst y) {
        boolean first = (val(x.arg(1)) == val(y)) == eq;
        boolean second = (val(x.arg(2)) == val(y)) == eq;
        if (first == second) return num(Type.I1, first ? 1 : 0);
        return first ? x.arg(0) : make(Op.XOR, x.arg(0), num(Type.I1, 1));
    }

    /** The difference does not wrap. */
    private static boolean subtracts(long a, long b) {
        return ((a ^ b) & (a ^ a - b)) >= 0;
    }

    // ======== fcmp ========
    Inst floatCompare(Inst i, Cond c, Inst x, Inst y) {
        if (environment(i)) return null;
        // an absolute value is never below zero
        if (c == Cond.FOLT && x.op == Op.FABS && isFloatZero(y)) return num(Type.I1, 0);
        if (c == Cond.FUGE && x.op == Op.FABS && isFloatZero(y)) return num(Type.I1, 1);
        return null;
    }

    /** An extended truth value, {@code yes} or 0, compared with a constant. */
    private Inst truth(boolean eq, Inst x, long constant, long yes) {
        if (constant != 0 && constant != yes) return num(Type.I1, eq ? 0 : 1);
        return eq == (constant == yes) ? x : make(Op.XOR, x, num(Type.I1, 1));
    }
}
