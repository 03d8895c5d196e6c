package org.jcc.ir;

import java.util.List;

/**
 * The C shape of a parameter or result, kept until ABI lowering decides about registers. All sizes and offsets in bytes.
 */
public sealed interface AbiType {
    record Void() implements AbiType {}

    /** A scalar (or vector). {@code signed}: how a narrow integer is extended; {@code align} as C says it. */
    record Scalar(Type type, boolean signed) implements AbiType {}

    /** A structure, union or complex number in memory. */
    record Aggregate(Kind kind, long size, int align, List<Field> fields) implements AbiType {
        public enum Kind { STRUCT, UNION, COMPLEX }
    }

    /** Only as a field. */
    record Array(AbiType element, long count, long elementSize) implements AbiType {}

    /** A member; {@code bitWidth} is -1 unless a bit-field, which begins {@code bitOffset} bits after {@code offset}. */
    record Field(long offset, AbiType type, int bitOffset, int bitWidth) {}

    AbiType VOID = new Void();
}
