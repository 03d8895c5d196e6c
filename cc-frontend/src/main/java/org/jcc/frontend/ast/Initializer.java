package org.jcc.frontend.ast;

import java.util.List;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;

/**
 * The resolved initialiser of an object with automatic storage duration: stores at offsets, in order of evaluation
 * sorted by offset, none overlapping.
 *
 * @param zeroFirst bytes that no item covers are to be zero (6.7.9p21). False if the items cover all members.
 */
public record Initializer(List<Item> items, boolean zeroFirst) {
    /**
     * Stores {@code value}, of type {@code type}, at {@code offset}.
     *
     * @param bitField the member if it is a bit-field, else null; {@code offset} then is that of its storage
     * @param type     a scalar, record or complex type; or an array of characters, whose value is a
     *                 {@link TypedExpr.StringLiteral} no longer than the array
     */
    public record Item(long offset, RecordType.Field bitField, CType type, TypedExpr value) {}
}
