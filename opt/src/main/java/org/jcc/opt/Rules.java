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
        if (con(y) && x.op == Op.ADD && con(x.arg(1))) return make(Op.ADD, x.arg(0), num(i.type, val(x.arg(1)) + val(y)));
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
        if (con(y)) return make(Op.ADD, x, num(i.type, -val(y)));
        if (con(x) && y.op == Op.SUB && con(y.arg(0))) return make(Op.ADD, y.arg(1), num(i.type, val(x) - val(y.arg(0))));
        if (con(x) && y.op == Op.ADD && con(y.arg(1))) return make(Op.SUB, num(i.type, val(x) - val(y.arg(1))), y.arg(0));
        if (x.op == Op.ADD && x.arg(1) == y) return x.arg(0);
        if (x.op == Op.ADD && x.arg(0) == y) return x.arg(1);
        if (y.op == Op.SUB && zero(y.arg(0))) return make(Op.ADD, x, y.arg(1));
        return null;
    }

    // ======== mul ========
    private Inst mul(Inst i, Inst x, Inst y) {
        if (zero(y)) return y;
        if (one(y)) return x;
        if (ones(y) && i.type.bits > 1) return make(Op.SUB, num(i.type, 0), x);
        if (con(y) && power(y)) return flagged(make(Op.SHL, x, num(i.type, log2(y))), i.flags & Inst.NUW);
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
        if (i.op == Op.UDIV && con(y) && power(y)) return flagged(make(Op.LSHR, x, num(i.type, log2(y))), i.flags & Inst.EXACT);
        if (i.op == Op.UREM && con(y) && power(y)) return make(Op.AND, x, num(i.type, val(y) - 1));
        return null;
    }

    // ======== and ========
    private Inst and(Inst i, Inst x, Inst y) {
        if (zero(y) || x == y) return y;
        if (ones(y)) return x;
        if (con(y) && x.op == Op.AND && con(x.arg(1))) return make(Op.AND, x.arg(0), num(i.type, val(x.arg(1)) & val(y)));
        if (con(y) && x.op == Op.OR && con(x.arg(1)) && (val(x.arg(1)) & val(y)) == 0) return make(Op.AND, x.arg(0), y);
        if (con(y) && (knownZero(x, 4) | val(y)) == -1) return x;
        if (con(y) && (knownZero(x, 4) & val(y)) == val(y)) return num(i.type, 0);
        if (complement(x, y)) return num(i.type, 0);
        return null;
    }

    // ======== or ========
    private Inst or(Inst i, Inst x, Inst y) {
        if (zero(y) || x == y) return x;
        if (ones(y)) return y;
        if (con(y) && x.op == Op.OR && con(x.arg(1))) return make(Op.OR, x.arg(0), num(i.type, val(x.arg(1)) | val(y)));
        if (complement(x, y)) return num(i.type, -1);
        return null;
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
        if (i.op == Op.ASHR && (knownZero(x, 4) >>> i.type.bits - 1 & 1) != 0) return make(Op.LSHR, x, y);
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
        if (equality && con(y) && (knownZero(x, 4) & val(y)) != 0) return num(Type.I1, eq ? 0 : 1);
        // addresses
        if (equality && zero(y) && x.type.isPtr() && nonNull(x)) return num(Type.I1, eq ? 0 : 1);
        if (equality && x.op == Op.PTRADD && x.arg(0) == y) return comparison(c, x.arg(1), zeroOf(Type.I64));
        if (equality && y.op == Op.PTRADD && y.arg(0) == x) return comparison(c, y.arg(1), zeroOf(Type.I64));
        if (equality && x.op == Op.PTRADD && y.op == Op.PTRADD && x.arg(0) == y.arg(0)) return comparison(c, x.arg(1), y.arg(1));
        if (equality && x.op == Op.SYMBOL && y.op == Op.SYMBOL && x.aux == y.aux) return num(Type.I1, eq == (x.imm == y.imm) ? 1 : 0);
        return null;
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
        if (i.type.isInt() && i.type.bits > 1 && one(x) && zero(y)) return make(Op.ZEXT, i.type, c);
        if (i.type.isInt() && i.type.bits > 1 && ones(x) && zero(y)) return make(Op.SEXT, i.type, c);
        return null;
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
                if (x.op == Op.AND && con(x.arg(1)) && (val(x.arg(1)) | -1L << i.type.bits) == -1) return make(Op.TRUNC, i.type, x.arg(0));
                return null;
            case ZEXT:
                if (x.op == Op.ZEXT) return make(Op.ZEXT, i.type, x.arg(0));
                if (x.op == Op.TRUNC && x.arg(0).type == i.type && i.type.bits <= 64) return make(Op.AND, x.arg(0), num(i.type, (1L << x.type.bits) - 1));
                return null;
            case SEXT:
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

    // ======== ptradd ptrtoint inttoptr ========
    private Inst pointer(Inst i, Inst x, Inst y) {
        if (i.op == Op.PTRTOINT) return x.op == Op.INTTOPTR ? x.arg(0) : null;
        if (i.op == Op.INTTOPTR) return x.op == Op.PTRTOINT ? x.arg(0) : null;
        if (zero(y)) return x;
        if (con(y) && x.op == Op.SYMBOL) return f.symbol(x.symbol(), x.imm + val(y));
        if (con(y) && x.op == Op.PTRADD && con(x.arg(1))) return make(Op.PTRADD, x.arg(0), num(Type.I64, val(x.arg(1)) + val(y)));
        return null;
    }

    // ======== fadd fsub fmul fdiv fneg fabs ========
    private Inst floating(Inst i, Inst x, Inst y) {
        if (environment(i)) return null;
        boolean nsz = i.has(Inst.NSZ);
        switch (i.op) {
            case FADD:
                if (isFloat(y, -0.0)) return x;
                if (nsz && isFloat(y, 0.0)) return x;
                return null;
            case FSUB:
                if (isFloat(y, 0.0)) return x;
                if (nsz && isFloat(y, -0.0)) return x;
                return null;
            case FMUL:
                if (isFloat(y, 1.0)) return x;
                return null;
            case FDIV:
                if (isFloat(y, 1.0)) return x;
                if (powerOfTwo(y)) return make(Op.FMUL, x, inverse(y));
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

    /** Bits that are surely zero, of the sign-extended 64-bit view; i128: none known. */
    static long knownZero(Inst v, int depth) {
        if (!v.type.isInt() || v.type.bits > 64 || depth == 0) return 0;
        switch (v.op) {
            case ICONST:
                return ~v.imm;
            case ZEXT: {
                int w = v.arg(0).type.bits;
                return -1L << w | knownZero(v.arg(0), depth - 1) & (1L << w) - 1;
            }
            case AND:
                return knownZero(v.arg(0), depth - 1) | knownZero(v.arg(1), depth - 1);
            case OR, XOR:
                return knownZero(v.arg(0), depth - 1) & knownZero(v.arg(1), depth - 1);
            case LSHR:
                if (con(v.arg(1)) && val(v.arg(1)) > 0 && val(v.arg(1)) < v.type.bits) return -1L << v.type.bits - val(v.arg(1));
                return 0;
            case SHL:
                if (con(v.arg(1)) && val(v.arg(1)) > 0 && val(v.arg(1)) < v.type.bits) return (1L << val(v.arg(1))) - 1;
                return 0;
            case CLZ, CTZ, POPCNT:
                return v.type.bits >= 16 ? ~255L : 0;
            case ICMP, FCMP:
                return v.type == Type.I1 ? ~1L : 0;
            default:
                return v.type == Type.I1 ? ~1L : 0;
        }
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
