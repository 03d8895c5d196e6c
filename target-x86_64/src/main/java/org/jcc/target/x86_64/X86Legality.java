package org.jcc.target.x86_64;

import org.jcc.codegen.legal.Legality;
import org.jcc.ir.Function;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * What can be selected with a set of features. SSE2 and x87 have no rounding to integral values, no fused multiply-add, and minimum and maximum
 * unlike C's; nor is there a count of bits.
 */
record X86Legality(long features) implements Legality {
    private boolean has(long f) {
        return (features & f) != 0;
    }

    @Override
    public boolean legal(Op op, Type type) {
        if (type.isVector()) return VectorLegality.isLegal(op, type, features);
        return switch (op) {
            case POPCNT -> has(X86Features.POPCNT) && (type == Type.I32 || type == Type.I64);
            case FFLOOR, FCEIL, FTRUNCI, FRINT -> has(X86Features.SSE41) && (type == Type.F32 || type == Type.F64);
            case FMA -> has(X86Features.FMA) && (type == Type.F32 || type == Type.F64);
            case BITREVERSE, FCOPYSIGN, FMIN, FMAX -> false;
            case BSWAP, CLZ, CTZ, ABS, SMIN, SMAX, UMIN, UMAX -> type != Type.I128;
            default -> type != Type.F128 && type != Type.I128;
        };
    }

    @Override
    public boolean shuffle(Type type, int[] order) {
        return VectorLegality.isShuffle(type, order, features);
    }

    @Override
    public boolean halves(Type type) {
        return type.size == 32 && has(X86Features.AVX);
    }

    @Override
    public boolean unaligned() {
        return true;
    }

    @Override
    public Legality in(Function f) {
        long own = X86Features.of(f.features);
        return own == features ? this : new X86Legality(own);
    }
}
