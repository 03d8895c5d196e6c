package org.jcc.target.x86_64;

import org.jcc.codegen.legal.Legality;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** What the selection rules take of the operations that not every processor has: the x86-64 baseline (SSE2, x87). */
final class X86Legality implements Legality {
    static final X86Legality BASELINE = new X86Legality();

    private X86Legality() {}

    @Override
    public boolean legal(Op op, Type type) {
        return switch (op) {
            case POPCNT, BITREVERSE, FCOPYSIGN, FMA, FMIN, FMAX, FFLOOR, FCEIL, FTRUNCI, FRINT -> false;
            case BSWAP -> type == Type.I32 || type == Type.I64;
            case FSQRT -> type != Type.F128;
            default -> true;
        };
    }
}
