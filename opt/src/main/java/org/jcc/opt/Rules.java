package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * The rules of {@link Simplify}, one a line, grouped by operation. A rule looks at an instruction and its operands' definitions
 * and gives a value to stand for it: an operand, a constant, or a new instruction before it. Constants stand at the right of
 * commutative operations and comparisons ({@link #canonical}), so that each rule is written once.
 *
 * <p>A rule may make a result less poisonous, never more: it drops no-wrap flags where it builds anew, unless it can tell that they
 * hold. Floating rules are exact, and do not touch operations that observe the environment.
 */
final class Rules {
    /** The groups, each with a filetest of its name. */
    enum Group { ADD, SUB, MUL, DIVIDE, AND, OR, XOR, SHIFT, OVERFLOW, MINMAX, COMPARE, SELECT, CONVERT, POINTER, FLOAT, FREEZE, VECTOR, MEMORY, LOAD, ISCONST }

    private final Function f;
    private Inst at;

    Rules(Function f) {
        this.f = f;
    }

    /** The group of an operation's rules; null if there are none. */
    static Group group(Op op) {
        return switch (op) {
            case ADD -> Group.ADD;
            case SUB -> Group.SUB;
            case MUL -> Group.MUL;
            case SDIV, UDIV, SREM, UREM -> Group.DIVIDE;
            case AND -> Group.AND;
            case OR -> Group.OR;
            case XOR -> Group.XOR;
            case SHL, LSHR, ASHR, ROTL, ROTR -> Group.SHIFT;
            case SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO -> Group.OVERFLOW;
            case SMIN, SMAX, UMIN, UMAX -> Group.MINMAX;
            case ICMP, FCMP -> Group.COMPARE;
            case SELECT -> Group.SELECT;
            case TRUNC, ZEXT, SEXT, BITCAST, FTRUNC -> Group.CONVERT;
            case PTRADD, PTRTOINT, INTTOPTR -> Group.POINTER;
            case FADD, FSUB, FMUL, FDIV, FNEG, FABS, FFLOOR, FCEIL, FTRUNCI, FRINT -> Group.FLOAT;
            case FREEZE -> Group.FREEZE;
            case EXTRACT -> Group.VECTOR;
            case MEMCPY, MEMMOVE, MEMSET -> Group.MEMORY;
            case LOAD -> Group.LOAD;
            case ISCONST -> Group.ISCONST;
            default -> null;
        };
    }

    /** What stands for the instruction, or null. Memory operations are rewritten in place and give themselves. */
    Inst apply(Inst i) {
        Group g = group(i.op);
        if (g == null) return null;
        at = i;
        if (g == Group.MEMORY) return memory(i);
        if (i.type.isVector() || i.ownArgCount() > 0 && i.arg(0).type.isVector() && g != Group.VECTOR) return null;
        Inst x = i.arg(0);
        Inst y = i.ownArgCount() > 1 ? i.arg(1) : null;
        return switch (g) {
            case ADD -> add(i, x, y);
            case SUB -> sub(i, x, y);
            case MUL -> mul(i, x, y);
            case DIVIDE -> divide(i, x, y);
            case AND -> and(i, x, y);
            case OR -> or(i, x, y);
            case XOR -> xor(i, x, y);
            case SHIFT -> shift(i, x, y);
            case OVERFLOW -> overflow(i, x, y);
            case MINMAX -> minmax(i, x, y);
            case COMPARE -> i.op == Op.ICMP ? compare(i, i.cond(), x, y) : floatCompare(i, i.cond(), x, y);
            case SELECT -> select(i, x, y, i.arg(2));
            case CONVERT -> convert(i, x);
            case POINTER -> pointer(i, x, y);
            case FLOAT -> floating(i, x, y);
            case FREEZE -> freeze(i, x);
            case VECTOR -> vector(i, x, y);
            case MEMORY -> null;
            case LOAD -> load(i, x);
            case ISCONST -> isConstant(x) ? num(Type.I1, 1) : null;
        };
    }

    /** Puts a constant operand to the right; true if it did. */
    static boolean canonical(Inst i) {
        boolean compare = i.op == Op.ICMP || i.op == Op.FCMP;
        if (!i.op.isCommutative() && !compare || !i.arg(0).op.isConstant() || i.arg(1).op.isConstant()) return false;
        Inst x = i.arg(0);
        i.setArg(0, i.arg(1));
        i.setArg(1, x);
        if (compare) i.imm = i.cond().swap().ordinal();
        return true;
    }

    // ======== add ========
    private Inst add(Inst i, Inst x, Inst y) {
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
    private Inst sub(Inst i, Inst x, Inst y) {
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
    private Inst mul(Inst i, Inst x, Inst y) {
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
    private Inst divide(Inst i, Inst x, Inst y) {
        boolean signed = i.op == Op.SDIV || i.op == Op.SREM;
        boolean remainder = i.op == Op.SREM || i.op == Op.UREM;
        if (i.type == Type.I1) return null;
        if (one(y)) return remainder ? num(i.type, 0) : x;
        if (zero(x) && con(y) && !zero(y)) return x;
        if (signed && ones(y)) return remainder ? num(i.type, 0) : make(Op.SUB, num(i.type, 0), x);
        if (signed && con(y) && power(y) && val(y) > 0 && KnownBits.isNonNegative(x)) return make(remainder ? Op.UREM : Op.UDIV, x, y);
        if (i.op == Op.SDIV && i.has(Inst.EXACT) && con(y) && power(y) && val(y) > 0) return flagged(make(Op.ASHR, x, num(i.type, log2(y))), Inst.EXACT);
        if (i.op == Op.SDIV && i.has(Inst.EXACT) && con(y) && val(y) > 0 && i.type.bits <= 64) return exact(x, val(y), i.type);
        if (i.op == Op.UDIV && con(y) && power(y)) return flagged(make(Op.LSHR, x, num(i.type, log2(y))), i.flags & Inst.EXACT);
        if (i.op == Op.UREM && con(y) && power(y)) return make(Op.AND, x, num(i.type, val(y) - 1));
        return null;
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

    // ======== and ========
    private Inst and(Inst i, Inst x, Inst y) {
        if (zero(y) || x == y) return y;
        if (ones(y)) return x;
        if (con(y) && x.op == Op.AND && con(x.arg(1))) return make(Op.AND, x.arg(0), num(i.type, val(x.arg(1)) & val(y)));
        if (con(y) && x.op == Op.OR && con(x.arg(1)) && (val(x.arg(1)) & val(y)) == 0) return make(Op.AND, x.arg(0), y);
        if (con(y) && (KnownBits.zeros(x) | val(y)) == -1) return x;
        if (con(y) && (KnownBits.zeros(x) & val(y)) == val(y)) return num(i.type, 0);
        if (complement(x, y)) return num(i.type, 0);
        if (y.op == Op.OR && (y.arg(0) == x || y.arg(1) == x)) return x;
        if (x.op == Op.OR && (x.arg(0) == y || x.arg(1) == y)) return y;
        if (x.op == Op.AND && (x.arg(0) == y || x.arg(1) == y)) return x;
        if (con(y) && x.op == Op.ASHR && con(x.arg(1)) && i.type.bits <= 64 && val(y) >= 0 && val(x.arg(1)) >= 0 && Long.numberOfLeadingZeros(val(y)) - (64 - i.type.bits) >= val(x.arg(1))) return make(Op.AND, make(Op.LSHR, x.arg(0), x.arg(1)), y);
        if (i.type == Type.I1 && x.op == Op.ICMP && y.op == Op.ICMP) return both(x, y);
        return null;
    }

    // ======== or ========
    private Inst or(Inst i, Inst x, Inst y) {
        if (zero(y) || x == y) return x;
        if (ones(y)) return y;
        if (con(y) && x.op == Op.OR && con(x.arg(1))) return make(Op.OR, x.arg(0), num(i.type, val(x.arg(1)) | val(y)));
        if (complement(x, y)) return num(i.type, -1);
        if (y.op == Op.AND && (y.arg(0) == x || y.arg(1) == x)) return x;
        if (x.op == Op.AND && (x.arg(0) == y || x.arg(1) == y)) return y;
        if (x.op == Op.AND && y.op == Op.AND && con(x.arg(1)) && con(y.arg(1)) && x.arg(0) == y.arg(0)) return make(Op.AND, x.arg(0), num(i.type, val(x.arg(1)) | val(y.arg(1))));
        if (rotation(x, y)) return make(Op.ROTL, x.arg(0), x.arg(1));
        if (rotation(y, x)) return make(Op.ROTL, y.arg(0), y.arg(1));
        if (i.type == Type.I1 && x.op == Op.ICMP && y.op == Op.ICMP) return either(x, y);
        return null;
    }

    /** A left shift and the right shift of the same value by what is left of the width. */
    private static boolean rotation(Inst x, Inst y) {
        if (x.op != Op.SHL || y.op != Op.LSHR || x.arg(0) != y.arg(0) || x.type.bits < 8 || x.type.bits > 64) return false;
        Inst m = x.arg(1);
        Inst n = y.arg(1);
        long w = x.type.bits;
        if (con(m) && con(n)) return val(m) > 0 && val(n) > 0 && val(m) + val(n) == w;
        // By the width itself the shift is poison; masked amounts are both zero then.
        if (n.op == Op.SUB && con(n.arg(0)) && val(n.arg(0)) == w && n.arg(1) == m) return true;
        if (n.op != Op.AND || !con(n.arg(1)) || val(n.arg(1)) != w - 1) return false;
        Inst negative = n.arg(0);
        if (negative.op != Op.SUB || !con(negative.arg(0)) || (val(negative.arg(0)) & w - 1) != 0) return false;
        return negative.arg(1) == m || m.op == Op.AND && con(m.arg(1)) && val(m.arg(1)) == w - 1 && (m.arg(0) == negative.arg(1) || negative.arg(1) == m);
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
    private Inst xor(Inst i, Inst x, Inst y) {
        if (zero(y)) return x;
        if (x == y) return num(i.type, 0);
        if (con(y) && x.op == Op.XOR && con(x.arg(1))) return make(Op.XOR, x.arg(0), num(i.type, val(x.arg(1)) ^ val(y)));
        if (i.type == Type.I1 && one(y) && x.op == Op.ICMP && x.type == Type.I1) return negated(x);
        if (i.type == Type.I1 && one(y) && x.op == Op.FCMP && x.type == Type.I1 && !environment(x)) return negated(x);
        if (x.op == Op.XOR && x.arg(1) == y) return x.arg(0);
        return null;
    }

    // ======== shl lshr ashr rotl rotr ========
    private Inst shift(Inst i, Inst x, Inst y) {
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

    // ======== saddo uaddo ssubo usubo smulo umulo ========
    private Inst overflow(Inst i, Inst x, Inst y) {
        boolean mul = i.op == Op.SMULO || i.op == Op.UMULO;
        if (x.type == Type.I1) return null;
        if (zero(y)) return num(Type.I1, 0);
        if (mul && one(y)) return num(Type.I1, 0);
        if ((i.op == Op.SSUBO || i.op == Op.USUBO) && x == y) return num(Type.I1, 0);
        if (i.op == Op.USUBO) return comparison(Cond.ULT, x, y);
        return null;
    }

    // ======== smin smax umin umax ========
    private Inst minmax(Inst i, Inst x, Inst y) {
        if (x == y) return x;
        if (i.op == Op.UMIN && zero(y)) return y;
        if (i.op == Op.UMIN && ones(y)) return x;
        if (i.op == Op.UMAX && zero(y)) return x;
        if (i.op == Op.UMAX && ones(y)) return y;
        return null;
    }

    // ======== icmp ========
    private Inst compare(Inst i, Cond c, Inst x, Inst y) {
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

    private static boolean fits(long v, int w) {
        return w == 64 || v == v << 64 - w >> 64 - w;
    }

    /** The difference does not wrap. */
    private static boolean subtracts(long a, long b) {
        return ((a ^ b) & (a ^ a - b)) >= 0;
    }

    // ======== fcmp ========
    private Inst floatCompare(Inst i, Cond c, Inst x, Inst y) {
        if (environment(i)) return null;
        // an absolute value is never below zero
        if (c == Cond.FOLT && x.op == Op.FABS && isFloatZero(y)) return num(Type.I1, 0);
        if (c == Cond.FUGE && x.op == Op.FABS && isFloatZero(y)) return num(Type.I1, 1);
        return null;
    }

    private static boolean isFloatZero(Inst v) {
        return isFloat(v, 0.0) || isFloat(v, -0.0);
    }

    /** An extended truth value, {@code yes} or 0, compared with a constant. */
    private Inst truth(boolean eq, Inst x, long constant, long yes) {
        if (constant != 0 && constant != yes) return num(Type.I1, eq ? 0 : 1);
        return eq == (constant == yes) ? x : make(Op.XOR, x, num(Type.I1, 1));
    }

    // ======== select ========
    private Inst select(Inst i, Inst c, Inst x, Inst y) {
        if (c.isConst()) return one(c) ? x : y;
        if (x == y) return x;
        if (i.type == Type.I1 && one(x) && zero(y)) return c;
        if (i.type == Type.I1 && zero(x) && one(y)) return make(Op.XOR, c, num(Type.I1, 1));
        if (c.op == Op.XOR && one(c.arg(1))) return make(Op.SELECT, c.arg(0), y, x);
        if (i.type.isInt() && c.op == Op.ICMP && c.cond() == Cond.EQ && (c.arg(0) == x && c.arg(1) == y || c.arg(0) == y && c.arg(1) == x)) return y;
        if (i.type.isInt() && c.op == Op.ICMP && c.cond() == Cond.NE && (c.arg(0) == x && c.arg(1) == y || c.arg(0) == y && c.arg(1) == x)) return x;
        if (x.op == Op.SELECT && x.arg(0) == c) return make(Op.SELECT, c, x.arg(1), y);
        if (y.op == Op.SELECT && y.arg(0) == c) return make(Op.SELECT, c, x, y.arg(2));
        if (i.type == Type.I1 && zero(y) && neverPoison(x, 4)) return make(Op.AND, c, x);
        if (i.type == Type.I1 && one(x) && neverPoison(y, 4)) return make(Op.OR, c, y);
        if (i.type == Type.I1 && zero(x) && neverPoison(y, 4)) return make(Op.AND, make(Op.XOR, c, num(Type.I1, 1)), y);
        if (i.type == Type.I1 && one(y) && neverPoison(x, 4)) return make(Op.OR, make(Op.XOR, c, num(Type.I1, 1)), x);
        if (i.type.isInt() && i.type.bits > 1 && zero(x) && one(y)) return make(Op.ZEXT, i.type, make(Op.XOR, c, num(Type.I1, 1)));
        if (i.type.isInt() && i.type.bits > 1 && one(x) && zero(y)) return make(Op.ZEXT, i.type, c);
        if (i.type.isInt() && i.type.bits > 1 && ones(x) && zero(y)) return make(Op.SEXT, i.type, c);
        if (i.type.isInt() && i.type.bits > 1 && con(x) && con(y) && val(x) - val(y) == 1) return make(Op.ADD, make(Op.ZEXT, i.type, c), y);
        if (i.type.isInt() && i.type.bits > 1 && con(x) && con(y) && val(y) - val(x) == 1) return make(Op.ADD, make(Op.ZEXT, i.type, make(Op.XOR, c, num(Type.I1, 1))), x);
        if (i.type.isInt() && i.type.bits > 1 && con(x) && zero(y) && power(x)) return make(Op.SHL, make(Op.ZEXT, i.type, c), num(i.type, log2(x)));
        if (i.type.isInt() && i.type.bits > 1 && i.type.bits <= 64 && x.op == Op.ADD && one(x.arg(1)) && x.arg(0) == y) return make(Op.ADD, y, make(Op.ZEXT, i.type, c));
        return null;
    }

    /** The value is surely no poison: computed without poison-giving flags from values that are fixed. */
    private static boolean neverPoison(Inst v, int depth) {
        switch (v.op) {
            case ICONST, FCONST, SYMBOL, ALLOCA, LOAD, FREEZE:
                return true;
            case CALL:
                return v.type != Type.TUPLE;
            case PARAM:
                return v.block == v.block.function.entry();
            case SHL, LSHR, ASHR:
                if (!con(v.arg(1)) || val(v.arg(1)) < 0 || val(v.arg(1)) >= v.type.bits) return false;
                break;
            case ADD, SUB, MUL, AND, OR, XOR, ICMP, ZEXT, SEXT, TRUNC, SELECT, PTRADD, PTRTOINT:
                break;
            default:
                return false;
        }
        if (depth == 0 || v.has(Inst.POISON_FLAGS)) return false;
        for (int k = 0; k < v.argCount(); k++) if (!neverPoison(v.arg(k), depth - 1)) return false;
        return true;
    }

    // ======== trunc zext sext bitcast ========
    private Inst convert(Inst i, Inst x) {
        boolean extension = x.op == Op.ZEXT || x.op == Op.SEXT;
        switch (i.op) {
            case TRUNC:
                if (extension && x.arg(0).type == i.type) return x.arg(0);
                if (extension && x.arg(0).type.bits > i.type.bits) return make(Op.TRUNC, i.type, x.arg(0));
                if (extension) return make(x.op, i.type, x.arg(0));
                if (x.op == Op.TRUNC) return make(Op.TRUNC, i.type, x.arg(0));
                if (narrows(x, i.type)) return make(x.op, make(Op.TRUNC, i.type, x.arg(0)), make(Op.TRUNC, i.type, x.arg(1)));
                if (x.op == Op.AND && con(x.arg(1)) && (val(x.arg(1)) | -1L << i.type.bits) == -1) return make(Op.TRUNC, i.type, x.arg(0));
                return null;
            case ZEXT:
                if (x.op == Op.ZEXT) return make(Op.ZEXT, i.type, x.arg(0));
                if (x.op == Op.TRUNC && x.arg(0).type == i.type && i.type.bits <= 64) return make(Op.AND, x.arg(0), num(i.type, (1L << x.type.bits) - 1));
                return null;
            case SEXT:
                if (KnownBits.isNonNegative(x)) return make(Op.ZEXT, i.type, x);
                if (extension) return make(x.op, i.type, x.arg(0));
                return null;
            case FTRUNC:
                if (x.op == Op.FEXT && x.arg(0).type == i.type && !environment(i) && !environment(x)) return x.arg(0);
                return null;
            default:
                if (x.type == i.type) return x;
                if (x.op == Op.BITCAST && x.arg(0).type == i.type) return x.arg(0);
                if (x.op == Op.BITCAST) return make(Op.BITCAST, i.type, x.arg(0));
                return null;
        }
    }

    /** The low bits of the operation come from the low bits of its operands, which are narrow before they were extended. */
    private static boolean narrows(Inst x, Type to) {
        switch (x.op) {
            case ADD, SUB, MUL, AND, OR, XOR -> { }
            default -> {
                return false;
            }
        }
        if (to.bits < 8 || x.useCount() != 1 || x.type.bits > 64) return false;
        return narrow(x.arg(0), to) && narrow(x.arg(1), to) && !(con(x.arg(0)) && con(x.arg(1)));
    }

    private static boolean narrow(Inst v, Type to) {
        return con(v) || (v.op == Op.ZEXT || v.op == Op.SEXT) && v.arg(0).type.bits <= to.bits && v.arg(0).type != Type.I1;
    }

    // ======== ptradd ptrtoint inttoptr ========
    private Inst pointer(Inst i, Inst x, Inst y) {
        if (i.op == Op.PTRTOINT) return x.op == Op.INTTOPTR ? x.arg(0) : null;
        if (i.op == Op.INTTOPTR) return x.op == Op.PTRTOINT ? x.arg(0) : null;
        if (zero(y)) return x;
        if (con(y) && x.op == Op.SYMBOL) return f.symbol(x.symbol(), x.imm + val(y));
        if (con(y) && x.op == Op.PTRADD && con(x.arg(1))) return flagged(make(Op.PTRADD, x.arg(0), num(Type.I64, val(x.arg(1)) + val(y))), i.flags & x.flags & Inst.INBOUNDS);
        // constants outside, where an address takes them
        if (!con(y) && x.op == Op.PTRADD && con(x.arg(1)) && x.useCount() == 1) return make(Op.PTRADD, make(Op.PTRADD, x.arg(0), y), x.arg(1));
        return scaled(x, y);
    }

    /** An index plus a constant, scaled and extended or not: the constant moves out of it. */
    private Inst scaled(Inst x, Inst y) {
        Inst index = y;
        long scale = 1;
        boolean shift = y.op == Op.SHL && con(y.arg(1)) && val(y.arg(1)) > 0 && val(y.arg(1)) < 32;
        if (shift) scale = 1L << val(y.arg(1));
        else if (y.op == Op.MUL && con(y.arg(1)) && val(y.arg(1)) == (int) val(y.arg(1))) scale = val(y.arg(1));
        if (scale != 1) index = y.arg(0);
        boolean extended = index.op == Op.SEXT && index.arg(0).type == Type.I32;
        Inst sum = extended ? index.arg(0) : index;
        if (sum.op != Op.ADD || !con(sum.arg(1)) || val(sum.arg(1)) != (int) val(sum.arg(1)) || extended && !sum.has(Inst.NSW)) return null;
        long bytes = val(sum.arg(1)) * scale;
        if (bytes != (int) bytes) return null;
        Inst v = extended ? make(Op.SEXT, Type.I64, sum.arg(0)) : sum.arg(0);
        if (scale != 1) v = make(y.op, v, y.arg(1));
        return make(Op.PTRADD, make(Op.PTRADD, x, v), num(Type.I64, bytes));
    }

    // ======== fadd fsub fmul fdiv fneg fabs ========
    private Inst floating(Inst i, Inst x, Inst y) {
        if (environment(i)) return null;
        boolean nsz = i.has(Inst.NSZ);
        switch (i.op) {
            case FADD:
                if (isFloat(y, -0.0)) return x;
                if (nsz && isFloat(y, 0.0)) return x;
                if (y.op == Op.FNEG) return flagged(make(Op.FSUB, x, y.arg(0)), i.flags & Inst.FAST);
                return null;
            case FSUB:
                if (isFloat(y, 0.0)) return x;
                if (nsz && isFloat(y, -0.0)) return x;
                if (isFloat(x, -0.0) || nsz && isFloat(x, 0.0)) return make(Op.FNEG, i.type, y);
                if (y.op == Op.FNEG) return flagged(make(Op.FADD, x, y.arg(0)), i.flags & Inst.FAST);
                if (i.has(Inst.NNAN) && x == y) return f.zero(i.type);
                return null;
            case FMUL:
                if (isFloat(y, 1.0)) return x;
                if (isFloat(y, 2.0)) return make(Op.FADD, x, x);
                if (isFloat(y, -1.0)) return make(Op.FNEG, i.type, x);
                if (i.has(Inst.NNAN) && nsz && isFloat(y, 0.0)) return y;
                return null;
            case FDIV:
                if (isFloat(y, 1.0)) return x;
                if (powerOfTwo(y) || i.has(Inst.ARCP) && invertible(y)) return flagged(make(Op.FMUL, x, inverse(y)), i.flags & Inst.FAST);
                return null;
            case FNEG:
                if (x.op == Op.FNEG) return x.arg(0);
                return null;
            case FFLOOR, FCEIL, FTRUNCI, FRINT:
                // rounding to an integer is exact in the narrower type
                if (x.op == Op.FEXT && !environment(x)) return make(Op.FEXT, i.type, make(i.op, x.arg(0).type, x.arg(0)));
                return null;
            default:
                if (x.op == Op.FABS) return x;
                if (x.op == Op.FNEG) return make(Op.FABS, i.type, x.arg(0));
                return null;
        }
    }

    // ======== freeze ========
    private Inst freeze(Inst i, Inst x) {
        if (x.op == Op.POISON) return f.zero(i.type);
        if (x.op == Op.FREEZE || x.op == Op.ICONST || x.op == Op.FCONST || x.op == Op.SYMBOL) return x;
        return null;
    }

    // ======== extract ========
    private Inst vector(Inst i, Inst x, Inst y) {
        if (x.op == Op.SPLAT && con(y) && val(y) >= 0 && val(y) < x.type.lanes) return x.arg(0);
        if (x.op == Op.INSERT && con(y) && con(x.arg(2)) && val(y) == val(x.arg(2))) return x.arg(1);
        if (x.op == Op.INSERT && con(y) && con(x.arg(2))) return make(Op.EXTRACT, i.type, x.arg(0), y);
        return null;
    }

    // ======== memcpy memmove memset: small ones become a load and a store ========
    private Inst memory(Inst i) {
        Inst n = i.arg(2);
        if (!con(n) || i.isVolatile()) return null;
        if (val(n) == 0) return remove(i);
        if (val(n) != 1 && val(n) != 2 && val(n) != 4 && val(n) != 8) return null;
        Type t = Type.integer((int) val(n) * 8);
        Inst v;
        if (i.op != Op.MEMSET) {
            v = make(Op.LOAD, t, i.arg(1));
            v.align = i.align;
            v.setSpace(i.space());
        } else if (con(i.arg(1))) {
            v = num(t, (val(i.arg(1)) & 255) * 0x0101010101010101L);
        } else {
            return null;
        }
        Inst s = make(Op.STORE, Type.VOID, i.arg(0), v);
        s.align = i.align;
        s.setSpace(i.space());
        return remove(i);
    }

    // ======== load: of objects that never change ========
    private Inst load(Inst i, Inst x) {
        if (x.op != Op.SYMBOL || !(x.symbol() instanceof GlobalVar g) || !g.constant || !g.isDefinition() || i.isVolatile() || i.order() != Inst.NONE || i.space() != 0) return null;
        if (g.linkage == Symbol.Linkage.WEAK || g.linkage == Symbol.Linkage.COMMON || i.type.isVector()) return null;
        int n = i.type.size;
        long at = x.imm;
        if (at < 0 || at + n > g.size) return null;
        for (GlobalVar.Reloc r : g.relocs) {
            if (r.offset() + r.size() <= at || r.offset() >= at + n) continue;
            boolean whole = r.offset() == at && r.size() == n && i.type.isPtr() && r.block() == null && !(r.symbol() instanceof GlobalVar v && v.tls != GlobalVar.Tls.NONE);
            return whole ? f.symbol(r.symbol(), r.addend()) : null;
        }
        long lo = bytes(g, at, Math.min(8, n));
        long hi = n > 8 ? bytes(g, at + 8, i.type == Type.F80 ? 2 : n - 8) : 0;
        if (i.type.isFloat()) return f.fconst(i.type, lo, hi);
        if (i.type == Type.I128) return f.iconst128(lo, hi);
        return i.type == Type.I1 ? null : i.type.isPtr() ? f.ptrConst(lo) : num(i.type, lo);
    }

    private static long bytes(GlobalVar g, long at, int n) {
        long v = 0;
        for (int k = 0; k < n; k++) {
            int b = g.init != null && at + k < g.init.length ? g.init[(int) at + k] & 255 : 0;
            v |= (long) b << 8 * k;
        }
        return v;
    }

    /** What {@code __builtin_constant_p} calls a constant: a number, or the address of a string literal's first byte. */
    static boolean isConstant(Inst v) {
        return v.op == Op.ICONST || v.op == Op.FCONST || v.op == Op.SYMBOL && v.imm == 0 && v.symbol() instanceof GlobalVar g && g.mergeChar != 0;
    }

    private static Inst remove(Inst i) {
        i.remove();
        return i;
    }

    // ---- patterns ----

    /** An integer (or address) constant that a long holds. */
    private static boolean con(Inst v) {
        return v.op == Op.ICONST && v.type != Type.I128;
    }

    private static long val(Inst v) {
        return v.imm;
    }

    private static boolean zero(Inst v) {
        return v.op == Op.ICONST && v.imm == 0 && v.immHi == 0;
    }

    private static boolean one(Inst v) {
        return v.op == Op.ICONST && v.imm == 1 && v.immHi == 0;
    }

    /** All bits set. */
    private static boolean ones(Inst v) {
        return v.op == Op.ICONST && (v.type == Type.I1 ? v.imm == 1 : v.imm == -1 && (v.type != Type.I128 || v.immHi == -1));
    }

    private static boolean power(Inst v) {
        long u = v.type.bits == 64 ? v.imm : v.imm & (1L << v.type.bits) - 1;
        return v.type.bits > 1 && Long.bitCount(u) == 1;
    }

    private static int log2(Inst v) {
        return Long.numberOfTrailingZeros(v.imm);
    }

    private static long max(int w) {
        return w == 64 ? Long.MAX_VALUE : (1L << w - 1) - 1;
    }

    private static boolean fitsUnsigned(long v, Type t) {
        return t.bits < 64 && v >= 0 && v >>> t.bits == 0;
    }

    private static boolean fitsSigned(long v, Type t) {
        return t.bits > 1 && t.bits < 64 && v == v << 64 - t.bits >> 64 - t.bits;
    }

    private static Cond unsigned(Cond c) {
        return switch (c) {
            case SLT -> Cond.ULT;
            case SLE -> Cond.ULE;
            case SGT -> Cond.UGT;
            case SGE -> Cond.UGE;
            default -> c;
        };
    }

    /** Extended from more than a truth value. */
    private static boolean widened(Inst v, Op extension) {
        return v.op == extension && v.arg(0).type != Type.I1;
    }

    /** One is the other's bitwise complement. */
    private static boolean complement(Inst x, Inst y) {
        return x.op == Op.XOR && x.arg(0) == y && ones(x.arg(1)) || y.op == Op.XOR && y.arg(0) == x && ones(y.arg(1));
    }

    private static boolean nonNull(Inst p) {
        if (p.op == Op.ALLOCA) return true;
        if (p.op != Op.SYMBOL || p.imm != 0) return false;
        Symbol s = p.symbol();
        return s.isDefinition() && s.linkage != Symbol.Linkage.WEAK && !(s instanceof GlobalVar g && g.section != null);
    }

    /** Observes rounding mode or flags. */
    private static boolean environment(Inst i) {
        return i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC);
    }

    private static boolean isFloat(Inst v, double d) {
        if (v.op != Op.FCONST) return false;
        if (v.type == Type.F64) return v.imm == Double.doubleToRawLongBits(d);
        if (v.type == Type.F32) return (int) v.imm == Float.floatToRawIntBits((float) d);
        return false;
    }

    private static double number(Inst v) {
        return v.type == Type.F64 ? Double.longBitsToDouble(v.imm) : Float.intBitsToFloat((int) v.imm);
    }

    /** A power of two whose inverse is one, too. */
    private static boolean powerOfTwo(Inst v) {
        if (v.op != Op.FCONST || v.type != Type.F64 && v.type != Type.F32) return false;
        double d = Math.abs(number(v));
        int limit = v.type == Type.F64 ? 1000 : 120;
        return d != 0 && !Double.isInfinite(d) && d == d && Math.abs(Math.getExponent(d)) < limit && d == Math.scalb(1.0, Math.getExponent(d));
    }

    /** A constant whose inverse is an ordinary number. */
    private static boolean invertible(Inst v) {
        if (v.op != Op.FCONST || v.type != Type.F64 && v.type != Type.F32) return false;
        double d = Math.abs(number(v));
        return d > 1e-30 && d < 1e30;
    }

    private Inst inverse(Inst v) {
        return v.type == Type.F64 ? f.f64(1 / number(v)) : f.f32((float) (1 / number(v)));
    }

    // ---- building ----

    private Inst num(Type t, long v) {
        return f.iconst(t, v);
    }

    private Inst zeroOf(Type t) {
        return f.zero(t);
    }

    private Inst make(Op op, Inst x, Inst y) {
        return make(op, op == Op.PTRADD ? Type.PTR : x.type, x, y);
    }

    private Inst make(Op op, Inst c, Inst x, Inst y) {
        return make(op, x.type, c, x, y);
    }

    private Inst make(Op op, Type t, Inst... args) {
        Inst n = f.newInst(op, t, args);
        n.loc = at.loc;
        n.scope = at.scope;
        n.insertBefore(at);
        return n;
    }

    /** Two additions of constants that do not wrap are one that does not, if the constants' sum does not. */
    private static int bothNsw(Inst i, Inst x, long a, long b) {
        boolean ok = i.has(Inst.NSW) && x.has(Inst.NSW) && (a ^ b) >= 0 && fits(a + b, i.type.bits) && ((a ^ a + b) & (b ^ a + b)) >= 0;
        return ok ? Inst.NSW : 0;
    }

    private static Inst flagged(Inst i, int flags) {
        i.flags |= flags;
        return i;
    }

    private Inst comparison(Cond c, Inst x, Inst y) {
        Inst n = make(Op.ICMP, Type.I1, x, y);
        n.imm = c.ordinal();
        return n;
    }

    private Inst negated(Inst compare) {
        Inst n = make(compare.op, Type.I1, compare.arg(0), compare.arg(1));
        n.imm = compare.cond().negate().ordinal();
        n.flags = compare.flags;
        return n;
    }
}
