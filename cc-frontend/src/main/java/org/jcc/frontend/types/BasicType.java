package org.jcc.frontend.types;

/** A type named by keywords alone: void, the integers, the real floating types. One object each in {@link Types}. */
public final class BasicType extends CType {
    /** The kinds; integers in order of rank (6.3.1.1), signed before unsigned. */
    public enum Kind {
        ERROR("<error>", false, false), VOID("void", false, false),
        BOOL("_Bool", true, false), CHAR("char", true, false), SCHAR("signed char", true, false), UCHAR("unsigned char", true, false),
        SHORT("short int", true, false), USHORT("short unsigned int", true, false),
        INT("int", true, false), UINT("unsigned int", true, false),
        LONG("long int", true, false), ULONG("long unsigned int", true, false),
        LLONG("long long int", true, false), ULLONG("long long unsigned int", true, false),
        INT128("__int128", true, false), UINT128("__int128 unsigned", true, false),
        FLOAT16("_Float16", false, true), BF16("__bf16", false, true), FLOAT("float", false, true), FLOAT32("_Float32", false, true),
        FLOAT32X("_Float32x", false, true), DOUBLE("double", false, true), FLOAT64("_Float64", false, true),
        LDOUBLE("long double", false, true), FLOAT64X("_Float64x", false, true), FLOAT128("_Float128", false, true),
        DECIMAL32("_Decimal32", false, true), DECIMAL64("_Decimal64", false, true), DECIMAL128("_Decimal128", false, true);

        public final String spelling;
        public final boolean integer;
        public final boolean floating;

        Kind(String spelling, boolean integer, boolean floating) {
            this.spelling = spelling;
            this.integer = integer;
            this.floating = floating;
        }
    }

    /** How a floating type is represented. */
    public enum Format { NONE, F16, BF16, F32, F64, X87, QUAD, DECIMAL }

    public final Kind kind;
    public final boolean signed;
    /** Conversion rank of integers, else 0. */
    public final int rank;
    /** Of floating types. */
    public final Format format;
    private final int size;
    private final int align;
    private final int width;

    BasicType(Kind kind, int size, boolean signed, int rank, Format format) {
        this(kind, size, signed, rank, format, kind == Kind.BOOL ? 1 : size * 8);
    }

    /** With fewer bits of value than its kind: what a bit-field wider than int is promoted to (GNU). */
    BasicType(Kind kind, int size, boolean signed, int rank, Format format, int width) {
        this.width = width;
        this.kind = kind;
        this.size = size;
        this.align = Math.max(1, size);
        this.signed = signed;
        this.rank = rank;
        this.format = format;
    }

    /** Bits of value of an integer, the sign included: 1 for _Bool, the bit-field's of a promoted wide bit-field. */
    public int width() {
        return width;
    }

    /** The type of a promoted bit-field wider than int: its operations wrap at {@link #width}. */
    public boolean isBitField() {
        return kind != Kind.BOOL && width < size * 8;
    }

    public boolean isDecimal() {
        return format == Format.DECIMAL;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int align() {
        return align;
    }

    @Override
    public boolean isComplete() {
        return kind != Kind.VOID;
    }
}
