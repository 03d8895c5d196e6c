package org.jcc.ir;

import org.jcc.support.TargetOperation;

/**
 * An IR type. Scalars are the constants below, vectors are interned by {@link #vector}; types compare by identity.
 * Integers are i1, i8, i16, i32, i64, i128 only and have no sign. Aggregates have no type: they live in memory.
 * {@link #TUPLE} is the type of an instruction with several results, read by {@link Op#RESULT}.
 */
public final class Type {
    public enum Kind { VOID, INT, FLOAT, PTR, VECTOR, TUPLE }

    public static final Type VOID = new Type("void", Kind.VOID, 0, 0, 1);
    public static final Type I1 = new Type("i1", Kind.INT, 1, 1, 1);
    public static final Type I8 = new Type("i8", Kind.INT, 8, 1, 1);
    public static final Type I16 = new Type("i16", Kind.INT, 16, 2, 2);
    public static final Type I32 = new Type("i32", Kind.INT, 32, 4, 4);
    public static final Type I64 = new Type("i64", Kind.INT, 64, 8, 8);
    public static final Type I128 = new Type("i128", Kind.INT, 128, 16, 16);
    public static final Type F32 = new Type("f32", Kind.FLOAT, 32, 4, 4);
    public static final Type F64 = new Type("f64", Kind.FLOAT, 64, 8, 8);
    /** x87 extended: 80 bits of value in 16 bytes of memory, of which 10 are written. */
    public static final Type F80 = new Type("f80", Kind.FLOAT, 80, 16, 16);
    public static final Type F128 = new Type("f128", Kind.FLOAT, 128, 16, 16);
    public static final Type PTR = new Type("ptr", Kind.PTR, 64, 8, 8);
    public static final Type TUPLE = new Type("tuple", Kind.TUPLE, 0, 0, 1);

    private static final Type[] SCALARS = {VOID, I1, I8, I16, I32, I64, I128, F32, F64, F80, F128, PTR, TUPLE};
    private static final Type[] ELEMENTS = {I8, I16, I32, I64, F32, F64, PTR, I1};
    /** vectors[element][log2 lanes], lanes 1 to 512. */
    private static final Type[][] VECTORS = new Type[ELEMENTS.length][10];

    static {
        for (int e = 0; e < ELEMENTS.length; e++) {
            for (int l = 0; l < 10; l++) VECTORS[e][l] = new Type(ELEMENTS[e], 1 << l);
        }
    }

    public final String name;
    public final Kind kind;
    /** Bits of value; for vectors of the whole. */
    public final int bits;
    /** Bytes in memory. */
    public final int size;
    /** Natural alignment in bytes. */
    public final int align;
    /** Element type of a vector, else null. */
    public final Type element;
    /** Lanes of a vector, else 1. */
    public final int lanes;

    private Type(String name, Kind kind, int bits, int size, int align) {
        this.name = name;
        this.kind = kind;
        this.bits = bits;
        this.size = size;
        this.align = align;
        this.element = null;
        this.lanes = 1;
    }

    private Type(Type element, int lanes) {
        this.name = "<" + lanes + " x " + element.name + ">";
        this.kind = Kind.VECTOR;
        this.bits = element.bits * lanes;
        this.size = element.size * lanes;
        this.align = Math.min(size, 64);
        this.element = element;
        this.lanes = lanes;
    }

    /** The integer type of that many bits: 1, 8, 16, 32, 64 or 128. */
    public static Type integer(int bits) {
        return switch (bits) {
            case 1 -> I1;
            case 8 -> I8;
            case 16 -> I16;
            case 32 -> I32;
            case 64 -> I64;
            case 128 -> I128;
            default -> throw new IllegalArgumentException("no integer type of " + bits + " bits");
        };
    }

    /** The vector type; {@code lanes} is a power of two up to 512. */
    public static Type vector(Type element, int lanes) {
        for (int e = 0; e < ELEMENTS.length; e++) {
            if (ELEMENTS[e] == element && Integer.bitCount(lanes) == 1 && lanes <= 512) return VECTORS[e][Integer.numberOfTrailingZeros(lanes)];
        }
        throw new IllegalArgumentException("no vector of " + lanes + " x " + element);
    }

    /** The type of an operand or result of a target's operation. */
    public static Type of(TargetOperation.Shape s) {
        Type t = switch (s.kind()) {
            case 'c', 'b' -> I8;
            case 's', 'w' -> I16;
            case 'i', 'u', 'x' -> I32;
            case 'l', 'q' -> I64;
            case 'f' -> F32;
            case 'd' -> F64;
            case 'p', 'k' -> PTR;
            default -> VOID;
        };
        return s.lanes() == 1 ? t : vector(t, s.lanes());
    }

    /** The scalar type with that name, or null. */
    public static Type scalar(String name) {
        for (Type t : SCALARS) if (t.name.equals(name)) return t;
        return null;
    }

    public boolean isInt() {
        return kind == Kind.INT;
    }

    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    public boolean isPtr() {
        return kind == Kind.PTR;
    }

    public boolean isVector() {
        return kind == Kind.VECTOR;
    }

    /** Integer or pointer. */
    public boolean isIntOrPtr() {
        return kind == Kind.INT || kind == Kind.PTR;
    }

    @Override
    public String toString() {
        return name;
    }
}
