package org.jcc.target.x86_64;

import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * What is known of the bits of a register above its value's type. Every instruction that writes a 32-bit register clears
 * the upper half, so that most 32-bit values are zero-extended already, and narrow loads extend to the whole register. Said of
 * the instructions that the rules select; parameters, results of calls and values that take over another's register
 * say nothing.
 */
final class UpperBits {
    private static final int DEPTH = 4;

    private UpperBits() {}

    /** True if the register of {@code v} holds zeros above the value's bits, up to bit 63. */
    static boolean areZero(Inst v) {
        return switch (v.op) {
            case LOAD -> v.type.isIntOrPtr() && v.type.size < 8 && v.order() <= Inst.RELAXED;
            case ADD, SUB, MUL, OR, XOR, SHL, LSHR, ASHR, ROTL, ROTR, SELECT, BSWAP, SMIN, SMAX, UMIN, UMAX, ABS, SDIV, UDIV, SREM, UREM -> v.type == Type.I32;
            case AND -> v.type == Type.I32 || (v.type == Type.I8 || v.type == Type.I16) && v.arg(1).op == Op.ICONST && v.arg(1).imm >= 0;
            case ZEXT -> v.type.size < 8;
            case SEXT -> v.type == Type.I32;
            default -> false;
        };
    }

    /** True if the value is not negative. */
    static boolean isNotNegative(Inst v) {
        return isNotNegative(v, DEPTH);
    }

    private static boolean isNotNegative(Inst v, int depth) {
        if (depth == 0) return false;
        return switch (v.op) {
            case ICONST -> v.imm >= 0 && v.type != Type.I1;
            case LSHR -> v.arg(1).op == Op.ICONST && v.arg(1).imm > 0 && v.arg(1).imm < v.type.bits;
            case ZEXT -> true;
            case AND -> isNotNegative(v.arg(1), depth - 1) || isNotNegative(v.arg(0), depth - 1);
            case OR, XOR -> isNotNegative(v.arg(1), depth - 1) && isNotNegative(v.arg(0), depth - 1);
            case ADD, MUL -> (v.flags & Inst.NSW) != 0 && isNotNegative(v.arg(1), depth - 1) && isNotNegative(v.arg(0), depth - 1);
            case SELECT -> isNotNegative(v.arg(1), depth - 1) && isNotNegative(v.arg(2), depth - 1);
            case UDIV, UREM -> isNotNegative(v.arg(0), depth - 1);
            case SREM -> isNotNegative(v.arg(0), depth - 1);
            default -> false;
        };
    }
}
