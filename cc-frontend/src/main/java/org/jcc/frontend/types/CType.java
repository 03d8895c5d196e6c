package org.jcc.frontend.types;

/**
 * A type of C. Structural types are {@link BasicType}, {@link PointerType}, {@link ArrayType}, {@link FunctionType},
 * {@link RecordType}, {@link EnumType}, {@link ComplexType} and {@link VectorType}; around them stand {@link TypedefType}
 * (sugar, kept for messages), {@link AlignedType} and {@link QualifiedType}.
 *
 * <p>Whoever asks what a type <em>is</em> asks its {@link #strip}: {@code t.strip() instanceof PointerType p}. Types
 * compare by {@link Types#compatible} and {@link Types#same}, not by identity. The qualifiers of an array are its
 * element's (6.7.3p9). Two caches make this abstract class more than an interface: types are asked millions of times.
 */
public abstract sealed class CType
        permits BasicType, PointerType, ArrayType, FunctionType, RecordType, EnumType, ComplexType, VectorType, TypedefType, AlignedType, QualifiedType {
    /** Qualifiers, the bits of {@link org.jcc.frontend.syntax.Specs}. */
    public static final int CONST = 1, VOLATILE = 2, RESTRICT = 4, ATOMIC = 8,
            /** GNU's {@code may_alias}: no qualifier of C, but travels like one. Accesses alias everything. */
            MAY_ALIAS = 16,
            /** The named address spaces {@code __seg_fs}, {@code __seg_gs} of x86. */
            SEG_FS = 32, SEG_GS = 64,
            /** Of a scalar member with big-endian {@code scalar_storage_order}, and of the elements of such an array: the bytes are in reverse order. */
            REVERSED = 128;
    /** The qualifiers that C knows. */
    public static final int C_QUALIFIERS = CONST | VOLATILE | RESTRICT | ATOMIC;

    private PointerType pointerTo;
    private QualifiedType[] qualified;

    CType() {}

    /** The structural type inside all sugar: no typedef, no qualifier at the top. */
    public CType strip() {
        return this;
    }

    /** The qualifiers at the top, through all sugar; of an array its element's. */
    public int quals() {
        return 0;
    }

    /** The type without qualifiers at the top, but with its typedef's name if there was nothing to remove. */
    public CType unqualified() {
        return this;
    }

    /** The pointer to this type (one object a pointee). */
    public final PointerType pointer() {
        PointerType p = pointerTo;
        return p == null ? pointerTo = new PointerType(this) : p;
    }

    /** This type with more qualifiers; those of an array go to its element. */
    public CType qualify(int quals) {
        int all = quals | quals();
        if (all == quals()) return this;
        if (strip() instanceof ArrayType a) {
            CType t = a.withElement(a.element.qualify(quals));
            return align() == t.align() ? t : new AlignedType(t, align());
        }
        CType base = this instanceof QualifiedType q ? q.base : this;
        int own = this instanceof QualifiedType q ? q.own : 0;
        int want = own | quals;
        if (base.qualified == null) base.qualified = new QualifiedType[8];
        if (want >= 8) return new QualifiedType(base, want);
        QualifiedType t = base.qualified[want];
        return t == null ? base.qualified[want] = new QualifiedType(base, want) : t;
    }

    /** This type without a qualifier. */
    public final CType without(int qualifier) {
        int q = quals();
        return (q & qualifier) == 0 ? this : unqualified().qualify(q & ~qualifier);
    }

    public final boolean isConst() {
        return (quals() & CONST) != 0;
    }

    public final boolean isVolatile() {
        return (quals() & VOLATILE) != 0;
    }

    public final boolean isAtomic() {
        return (quals() & ATOMIC) != 0;
    }

    public final boolean isVoid() {
        return strip() instanceof BasicType b && b.kind == BasicType.Kind.VOID;
    }

    /** The type of what is wrong: causes no further diagnostics. */
    public final boolean isError() {
        return strip() instanceof BasicType b && b.kind == BasicType.Kind.ERROR;
    }

    /** An integer type (6.2.5p17), enumerations and {@code _Bool} included. */
    public final boolean isInteger() {
        CType s = strip();
        return s instanceof BasicType b ? b.kind.integer : s instanceof EnumType;
    }

    /** A real floating type, decimal ones included. */
    public final boolean isFloating() {
        return strip() instanceof BasicType b && b.kind.floating;
    }

    /** Integer, floating or complex. */
    public final boolean isArithmetic() {
        CType s = strip();
        return s instanceof BasicType b ? b.kind.integer || b.kind.floating : s instanceof EnumType || s instanceof ComplexType;
    }

    public final boolean isPointer() {
        return strip() instanceof PointerType;
    }

    public final boolean isArray() {
        return strip() instanceof ArrayType;
    }

    public final boolean isFunction() {
        return strip() instanceof FunctionType;
    }

    public final boolean isRecord() {
        return strip() instanceof RecordType;
    }

    public final boolean isComplex() {
        return strip() instanceof ComplexType;
    }

    public final boolean isVector() {
        return strip() instanceof VectorType;
    }

    public final boolean isBool() {
        return strip() instanceof BasicType b && b.kind == BasicType.Kind.BOOL;
    }

    /** Arithmetic or pointer (6.2.5p21). */
    public final boolean isScalar() {
        return isArithmetic() || isPointer();
    }

    /** For integers: signed. For pointers false. */
    public final boolean isSigned() {
        CType s = strip();
        return s instanceof BasicType b ? b.signed : s instanceof EnumType e && e.underlying.signed;
    }

    /** What a pointer points to, or null. */
    public final CType pointee() {
        return strip() instanceof PointerType p ? p.pointee : null;
    }

    /** Size in bytes; 1 for void and functions (GNU), 0 if incomplete or of variable size. */
    public abstract long size();

    /** Alignment in bytes, as declared by attributes too. */
    public abstract int align();

    /** False for void, incomplete arrays, records and enumerations. */
    public boolean isComplete() {
        return true;
    }

    /** True if the size is known only at run time, at the top or in an element (6.7.6.2). */
    public boolean isVla() {
        return false;
    }

    /** A variably modified type (6.7.6p3): a VLA anywhere in its derivation. */
    public boolean isVariablyModified() {
        return false;
    }

    @Override
    public String toString() {
        return TypeText.of(this);
    }
}
