package org.jcc.target.x86_64;

import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The vectors that are selected: 16 bytes by {@link VectorRules}, with SSE2, what every x86-64 has, and what SSE4.1 and 4.2 add; 32 bytes by {@link WideRules}, with AVX and, for integers and lanes in another order, AVX2. Who makes
 * vectors asks here, by way of the target's {@code TargetInfo}.
 */
final class VectorLegality {
    private VectorLegality() {}

    /** Are there registers for it? */
    static boolean hasRegisters(Type t, long features) {
        if (!t.isVector() || t.element == Type.I1 || t.element.isPtr()) return false;
        return t.size == 16 || t.size == 32 && (features & X86Features.AVX) != 0;
    }

    /** The type is the result's, but that of comparisons and conversions to integers; conversions are of 32-bit integers. */
    static boolean isLegal(Op op, Type t, long features) {
        if (!hasRegisters(t, features)) return false;
        boolean wide = t.size == 32;
        boolean integer = t.element.isInt();
        int bits = t.element.bits;
        if (wide && (features & X86Features.AVX2) == 0) return hasWideRows(op, integer);
        return switch (op) {
            case LOAD, STORE, BITCAST, SPLAT, EXTRACT, INSERT -> true;
            case ADD, SUB, AND, OR, XOR -> integer;
            case MUL -> integer && bits >= 16;
            case SMIN, SMAX, UMIN, UMAX -> integer && VectorRules.binary(op, t, features) != null;
            case SHL, LSHR, ASHR -> integer && VectorRules.shift(op, t) != null;
            case ICMP -> integer && (bits <= 32 || (features & X86Features.SSE42) != 0);
            case FCMP, FADD, FSUB, FMUL, FDIV, FSQRT, FNEG, FABS, SITOFP -> !integer;
            case FPTOSI -> t.element == Type.I32;
            case FEXT -> t.element == Type.F64;
            case FTRUNC -> t.element == Type.F32;
            // Narrow lanes are interleaved in 16 bytes, but not across the middle of 32.
            case SEXT, ZEXT -> wide && integer && bits >= 16;
            case SHUFFLE -> bits >= 32;
            default -> false;
        };
    }

    /** With AVX alone: what has no lanes, and the arithmetic of floats. */
    private static boolean hasWideRows(Op op, boolean integer) {
        return switch (op) {
            case LOAD, STORE, BITCAST, SPLAT, EXTRACT, INSERT -> true;
            case AND, OR, XOR -> integer;
            case FADD, FSUB, FMUL, FDIV, FSQRT, FNEG, FABS -> !integer;
            default -> false;
        };
    }

    static boolean isShuffle(Type t, int[] order, long features) {
        if (!hasRegisters(t, features) || t.size == 32 && (features & X86Features.AVX2) == 0) return false;
        return t.size == 16 ? Shuffles.isLegal(t, order, features) : t.element.bits >= 32 || WideShuffles.isLegal(order);
    }
}
