package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.support.TargetOperation;

/** A builtin of x86's: its name and signature, and how it is selected, which is one {@link #row} for most ({@link OperationRules}). */
final class X86Operation extends TargetOperation {
    /** The arguments are the row's operands; the first is also the destination if the row changes that. */
    static final int PLAIN = 0;
    /** A scalar row whose other lanes are the first argument's; the last argument is the source. */
    static final int MERGE = 1;
    /** By a number: {@link #other} takes it from a register. */
    static final int SHIFT = 2;
    /** An immediate of bits for a row that counts bytes. */
    static final int BITS = 3;
    /** int, the condition {@link #extra} of the flags. */
    static final int FLAG = 4;
    /** int, a comparison of scalars: {@link #extra} is a Cond's ordinal. */
    static final int COMPARE = 5;
    /** The last argument stands in xmm0; {@link #other} is the VEX row, in which it may stand anywhere. */
    static final int BLENDV = 6;
    /** Compares strings: {@link #extra} is {@link #INDEX}, {@link #MASK} or a condition of the flags. */
    static final int STRING = 7;
    /** The arguments change places. */
    static final int SWAPPED = 8;
    /** Product and sum; {@link #extra}: 1 the summand is negated, 2 the product. */
    static final int FUSED = 9;
    /** The low half of the argument, or the argument as a low half. No row. */
    static final int LOW = 10;
    /** Memory has another meaning than a register. */
    static final int IN_REGISTERS = 11;
    /** The lane whose number is the second argument. No row. */
    static final int LANE = 12;

    static final int INDEX = -1, MASK = -2;

    final Row row;
    final Row other;
    final int form;
    /** For {@link #PLAIN}: a last immediate that is not an argument, or -1. */
    final int extra;

    X86Operation(String name, String signature, String features, Row row, Row other, int form, int extra) {
        super(name, signature, features, null);
        this.row = row;
        this.other = other;
        this.form = form;
        this.extra = extra;
    }
}
