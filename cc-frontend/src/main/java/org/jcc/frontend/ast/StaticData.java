package org.jcc.frontend.ast;

import java.util.List;

/**
 * The initial value of an object with static storage duration.
 *
 * @param size   bytes of the whole object, a flexible array member's initialised elements included
 * @param bytes  the leading bytes, bit-fields in place, little-endian; what follows up to {@code size} is zero
 * @param relocs the addresses, sorted by offset; the bytes there are zero
 */
public record StaticData(long size, byte[] bytes, List<Reloc> relocs) {
    /** The {@code size} bytes (1 to 8) at {@code offset} hold an address plus {@code addend}. */
    public record Reloc(long offset, int size, Target target, long addend) {}

    /** What an address constant is relative to. */
    public sealed interface Target {}

    public record SymbolTarget(Symbol symbol) implements Target {}

    /** A string literal; the same {@link StringData} object is the same array. */
    public record StringTarget(StringData data) implements Target {}

    /** {@code &&label} of {@code function}. */
    public record LabelTarget(LabelSymbol label, FunctionSymbol function) implements Target {}

    /** {@code &&plus - &&minus} */
    public record LabelDifference(LabelSymbol plus, LabelSymbol minus, FunctionSymbol function) implements Target {}
}
