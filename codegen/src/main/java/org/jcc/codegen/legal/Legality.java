package org.jcc.codegen.legal;

import org.jcc.ir.Function;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** What a target can select; a field of the target literal. */
public interface Legality {
    /**
     * True if the operation on that type (of the result; of the operand for comparisons and conversions to integers) can be selected. A
     * vector type is one that fits a register if its LOAD is; shifts of vectors are by one amount for all lanes, a SPLAT.
     */
    boolean legal(Op op, Type type);

    /** What can be selected in that function, whose instruction sets may be others than the unit's. */
    default Legality in(Function f) {
        return this;
    }

    /** True if lanes of two vectors of that type can be put into this order with one or a few instructions. */
    default boolean shuffle(Type type, int[] order) {
        return legal(Op.SHUFFLE, type);
    }

    /** True if each half of a vector of that type can be taken, and two of them put together, by a SHUFFLE between both types. */
    default boolean halves(Type type) {
        return false;
    }

    /** Accesses of any alignment cost about the same. */
    default boolean unaligned() {
        return false;
    }
}
