package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * What operations on vectors cost against the same on scalars, for the vectorisers: roughly instructions of a machine with 16-byte registers and no
 * more than SSE2. A division or a square root counts as much as the work that a processor does meanwhile.
 */
final class VectorCosts {
    /** The sizes of registers that are tried, if the target has them. */
    static final int[] SIZES = {32, 16};

    private VectorCosts() {}

    /** A type that lanes can have. */
    static boolean isElement(Type t) {
        return t.isInt() && t.bits >= 8 && t.bits <= 64 || t == Type.F32 || t == Type.F64;
    }

    static boolean isMinimum(Op op) {
        return op == Op.SMIN || op == Op.SMAX || op == Op.UMIN || op == Op.UMAX;
    }

    /** On a register of such lanes; {@code direct}: a minimum that the target has and need not compare for. */
    static int vector(Op op, Type element, boolean direct) {
        if (isMinimum(op)) return direct ? 1 : op == Op.UMIN || op == Op.UMAX ? 6 : 4;
        if (op == Op.MUL) return element.size > 4 ? PRODUCT : element.size == 2 ? 1 : 7;
        return isSlow(op) ? 10 : 1;
    }

    /** Of 64-bit lanes: three of halves, four shifts and two sums. */
    private static final int PRODUCT = 9;
    /** What the upper half of a factor of 64 bits is known to be. */
    private static final int ZERO = 1, SIGN = 2;

    /**
     * A product in lanes of that type.
     *
     * @param direct the target has more than SSE2: products of 32-bit lanes, and of signed halves
     */
    static int product(Inst v, Type element, boolean direct) {
        if (element.size < 4) return vector(Op.MUL, element, direct);
        Inst c = v.arg(1);
        if (c.isConst() && isNearPower(element.bits == 64 ? c.imm : c.imm & 0xffffffffL)) return 2;
        if (element.size == 4) return direct ? 2 : vector(Op.MUL, element, direct);
        int a = upper(v.arg(0));
        int b = upper(c);
        if ((a & b & ZERO) != 0 || (a & b & SIGN) != 0 && direct) return 1;
        return v.arg(0) == c || ((a | b) & ZERO) != 0 ? PRODUCT - 3 : PRODUCT;
    }

    private static boolean isNearPower(long n) {
        return Long.bitCount(n) == 1 || n > 2 && (Long.bitCount(n - 1) == 1 || Long.bitCount(n + 1) == 1);
    }

    private static int upper(Inst v) {
        if (v.isConst()) return (v.imm >>> 32 == 0 ? ZERO : 0) | (v.imm == (int) v.imm ? SIGN : 0);
        if (v.op == Op.ZEXT && v.arg(0).type.bits <= 32) return ZERO;
        if (v.op == Op.SEXT && v.arg(0).type.bits <= 32) return SIGN;
        boolean masked = v.op == Op.AND && v.arg(1).isConst() && v.arg(1).imm >>> 32 == 0 || v.op == Op.LSHR && v.arg(1).isConst() && v.arg(1).imm >= 32;
        return masked ? ZERO : 0;
    }

    static int scalar(Op op) {
        return isSlow(op) ? 10 : op == Op.MUL || op == Op.SELECT || isMinimum(op) ? 2 : 1;
    }

    private static boolean isSlow(Op op) {
        return op == Op.FDIV || op == Op.FSQRT;
    }

    /** There are equal and signed greater. */
    static int compare(Cond c) {
        int n = c.isUnsigned() ? 3 : 1;
        return c == Cond.EQ || c == Cond.SGT || c == Cond.SLT || c == Cond.UGT || c == Cond.ULT ? n : n + 1;
    }

    /** A choice by the mask that a comparison gives. */
    static final int CHOICE = 3;

    /** Lanes in the opposite order. */
    static int reversal(Type element) {
        return element.bits >= 32 ? 1 : 3;
    }

    /** Every second lane of two registers. */
    static int every2nd(Type element) {
        return element.bits >= 32 ? 1 : element.bits == 16 ? 4 : 3;
    }

    /** A scalar in all lanes. */
    static int splat(Type element) {
        return element.isFloat() ? 1 : element.bits >= 32 ? 2 : element.bits == 16 ? 3 : 4;
    }

    /** Scalars put together, one a lane. */
    static int gather(Type element, int lanes) {
        if (lanes * element.size > 16) return 3 * lanes;
        // Half a register: what is behind it is not left as it is.
        if (lanes * element.size == 8 && lanes == 2) return element.isFloat() ? 2 : 4;
        return element.isFloat() ? lanes - 1 : element.bits == 16 ? lanes + 2 : 2 * lanes - 1;
    }

    /** One lane of a register. */
    static int extract(Type element, int lane, int lanes) {
        int upper = lanes * element.size > 16 && lane >= lanes / 2 ? 1 : 0;
        return upper + (element.isFloat() || element.bits == 16 || lane == 0 ? 1 : 2);
    }
}
