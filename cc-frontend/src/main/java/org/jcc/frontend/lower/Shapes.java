package org.jcc.frontend.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.PointerType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.VectorType;
import org.jcc.ir.AbiType;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * What C types become in the IR: the type of a scalar's value, the shape of a parameter or result (kept in C's terms until
 * the ABI pass), and the name under which type-based alias analysis knows an access (C17 6.5p7).
 *
 * <p>Signed and unsigned variants of an integer have one alias name, an enumeration that of its integer; all pointers
 * share one, as programs that pass {@code gcc -O2} expect of {@code void *}.
 */
final class Shapes {
    /** A type that jcc does not implement yet; the function in which it occurs is given up with a "sorry". */
    static final class Unsupported extends RuntimeException {
        Unsupported(String what) {
            super(what, null, false, false);
        }
    }

    /** A {@code _Float16} within an aggregate: the only type of the IR that is two bytes of the SSE class. */
    private static final AbiType.Scalar HALF = new AbiType.Scalar(Type.vector(Type.I16, 1), false);
    static final AbiType.Scalar POINTER = new AbiType.Scalar(Type.PTR, false);

    private final AliasTags tags;
    /** Types tell accesses apart: of the function that is being lowered. */
    boolean strictAliasing;
    private final AbiType[] basic = new AbiType[BasicType.Kind.values().length];
    private final int[] basicTags = new int[BasicType.Kind.values().length];
    private final Map<CType, AbiType> compound = new IdentityHashMap<>();
    private final Map<RecordType, String> names = new IdentityHashMap<>();
    private final Map<FunctionType, Signature> signatures = new IdentityHashMap<>();

    Shapes(AliasTags tags, boolean strictAliasing) {
        this.tags = tags;
        this.strictAliasing = strictAliasing;
    }

    // ---- values ----

    /** The IR type of a scalar's value; {@code _Bool} is an i8 of 0 or 1. */
    Type ir(CType t) {
        CType s = t.strip();
        if (s instanceof BasicType b) return basic(b);
        if (s instanceof PointerType) return Type.PTR;
        if (s instanceof EnumType e) return basic(e.underlying);
        if (s instanceof VectorType) throw new Unsupported("vector types");
        throw new IllegalStateException("no scalar: " + t);
    }

    static Type basic(BasicType b) {
        if (b.kind.integer) return Type.integer((int) b.size() * 8);
        return switch (b.format) {
            case F32 -> Type.F32;
            case F64 -> Type.F64;
            case X87 -> Type.F80;
            case QUAD -> Type.F128;
            // See Halves.
            case F16 -> Type.F32;
            case BF16 -> throw new Unsupported("'__bf16'");
            case DECIMAL -> throw new Unsupported("decimal floating point");
            case NONE -> throw new IllegalStateException("no value: " + b);
        };
    }

    /** A value that is known by the address where it can be read: a record, or a vector, whose lanes are worked on one by one. */
    static boolean byAddress(CType t) {
        CType s = t.strip();
        return s instanceof RecordType || s instanceof VectorType;
    }

    /** Passed by the address of its bytes: a record, an array (inside a record), a complex number. */
    static boolean inMemory(CType t) {
        CType s = t.strip();
        return s instanceof RecordType || s instanceof ComplexType || s instanceof ArrayType || s instanceof VectorType && s.size() > 32;
    }

    // ---- shapes ----

    AbiType abi(CType t) {
        CType s = t.strip();
        if (s instanceof BasicType b) {
            if (b.kind == BasicType.Kind.VOID) return AbiType.VOID;
            int k = b.kind.ordinal();
            return basic[k] != null ? basic[k] : (basic[k] = new AbiType.Scalar(basic(b), b.signed));
        }
        if (s instanceof PointerType) return POINTER;
        if (s instanceof EnumType e) return abi(e.underlying);
        AbiType known = compound.get(s);
        if (known != null) return known;
        AbiType made = make(s);
        if (s.isComplete()) compound.put(s, made);
        return made;
    }

    /**
     * As what a vector of that size is passed: the scalar that x86-64 passes in the same register, or one vector for all of 32 bytes; null for
     * vectors that go by memory.
     */
    static Type vectorType(VectorType v) {
        return switch ((int) v.size()) {
            case 4 -> Type.I32;
            case 8 -> Type.F64;
            case 16 -> Type.F128;
            case 32 -> Type.vector(Type.F64, 4);
            case 2 -> Type.I16;
            case 1 -> Type.I8;
            default -> null;
        };
    }

    /** As a parameter: a transparent union is passed as its first member. */
    AbiType abiParam(CType t) {
        RecordType.Field first = transparentMember(t);
        return abi(first != null ? first.type : t);
    }

    /** The member as which a transparent union is passed; null if {@code t} is none. */
    static RecordType.Field transparentMember(CType t) {
        return t.strip() instanceof RecordType r && r.transparent && r.fields != null && !r.fields.isEmpty() ? r.fields.get(0) : null;
    }

    private AbiType part(CType t) {
        return Halves.is(t) ? HALF : abi(t);
    }

    private AbiType make(CType s) {
        if (s instanceof ComplexType c) {
            AbiType e = part(c.element);
            return new AbiType.Aggregate(AbiType.Aggregate.Kind.COMPLEX, c.size(), c.align(),
                    List.of(new AbiType.Field(0, e, 0, -1), new AbiType.Field(c.element.size(), e, 0, -1)));
        }
        if (s instanceof ArrayType a) return new AbiType.Array(part(a.element), Math.max(0, a.length), a.element.size());
        if (s instanceof RecordType r) {
            List<AbiType.Field> fields = new ArrayList<>();
            if (r.fields != null) {
                for (RecordType.Field f : r.fields) {
                    if (f.bitWidth == 0 || f.type.strip() instanceof ArrayType a && a.length < 0) continue;
                    fields.add(new AbiType.Field(f.offset, part(f.type), f.isBitField() ? f.bitOffset : 0, f.bitWidth));
                }
            }
            AbiType.Aggregate.Kind kind = r.union ? AbiType.Aggregate.Kind.UNION : AbiType.Aggregate.Kind.STRUCT;
            return new AbiType.Aggregate(kind, r.size(), r.align(), fields);
        }
        if (s instanceof VectorType v) {
            Type t = vectorType(v);
            if (t != null) return new AbiType.Scalar(t, false);
            AbiType lanes = new AbiType.Array(abi(v.element), v.lanes, v.element.size());
            return new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, v.size(), v.align(), List.of(new AbiType.Field(0, lanes, 0, -1)));
        }
        throw new IllegalStateException("no shape: " + s);
    }

    /** The signature of a declaration, or of a call that passes just the named parameters. */
    Signature signature(FunctionType t) {
        Signature known = signatures.get(t);
        if (known != null) return known;
        List<AbiType> params = new ArrayList<>(t.params.size());
        boolean complete = t.result.isComplete() || t.result.isVoid();
        for (CType p : t.params) {
            params.add(abiParam(p));
            complete &= p.isComplete();
        }
        Signature made = new Signature(abi(t.result), params, params.size(), t.variadic, !t.prototype, convention(t));
        if (complete) signatures.put(t, made);
        return made;
    }

    static String convention(FunctionType t) {
        return t.attributes == null || t.attributes.convention() == null ? "c" : t.attributes.convention();
    }

    // ---- aliasing ----

    /**
     * The tag of an access of type {@code access}, as the member at {@code offset} of a {@code base}; of a plain object if
     * {@code base} is null.
     */
    int tag(CType access, RecordType base, long offset) {
        if (!strictAliasing || (access.quals() & CType.MAY_ALIAS) != 0) return 0;
        CType s = access.strip();
        if (s instanceof EnumType e) s = e.underlying;
        if (base == null && s instanceof BasicType b) {
            int k = b.kind.ordinal();
            if (basicTags[k] == 0) {
                String n = name(s);
                basicTags[k] = n == null ? -1 : tags.scalar(n);
            }
            return Math.max(0, basicTags[k]);
        }
        String n = name(s);
        if (n == null) return 0;
        return base == null ? tags.scalar(n) : tags.of(record(base), n, offset);
    }

    private static String name(CType s) {
        if (s instanceof PointerType) return "pointer";
        if (!(s instanceof BasicType b)) return null;
        return switch (b.kind) {
            case BOOL -> "bool";
            case SHORT, USHORT -> "short";
            case INT, UINT -> "int";
            case LONG, ULONG -> "long";
            case LLONG, ULLONG -> "long long";
            case INT128, UINT128 -> "int128";
            case FLOAT, FLOAT32 -> "float";
            case DOUBLE, FLOAT64, FLOAT32X -> "double";
            case LDOUBLE, FLOAT64X -> "long double";
            case FLOAT128 -> "float128";
            default -> null;
        };
    }

    private String record(RecordType r) {
        String n = names.get(r);
        if (n == null) names.put(r, n = (r.tag == null ? "struct" : r.tag) + "#" + r.id);
        return n;
    }
}
