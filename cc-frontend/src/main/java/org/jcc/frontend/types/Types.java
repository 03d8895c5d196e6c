package org.jcc.frontend.types;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.types.BasicType.Format;
import org.jcc.frontend.types.BasicType.Kind;
import org.jcc.support.TargetInfo;

/**
 * The basic types of one compilation, and the relations between types: promotions and usual arithmetic conversions
 * (6.3.1), compatibility and composite types (6.2.7).
 */
public final class Types {
    public final TargetInfo target;
    public final BasicType error, void_, bool, char_, schar, uchar, short_, ushort, int_, uint, long_, ulong, llong, ullong, int128, uint128;
    public final BasicType float16, bf16, float_, float32, double_, float64, float32x, ldouble, float64x, float128;
    public final BasicType decimal32, decimal64, decimal128;
    /** {@code size_t}, {@code ptrdiff_t}, {@code wchar_t}, {@code char16_t}, {@code char32_t}. */
    public final BasicType size, ptrdiff, wchar, char16, char32;
    public final PointerType voidPtr, charPtr, constCharPtr, constVoidPtr;
    /** {@code __builtin_va_list} */
    public final CType vaList;
    private final BasicType[] byKind = new BasicType[Kind.values().length];
    private final ComplexType[] complex = new ComplexType[Kind.values().length];
    private int ids;

    public Types(TargetInfo target) {
        this.target = target;
        error = basic(Kind.ERROR, 4, true, 0, Format.NONE);
        void_ = basic(Kind.VOID, 1, false, 0, Format.NONE);
        bool = basic(Kind.BOOL, 1, false, 1, Format.NONE);
        char_ = basic(Kind.CHAR, 1, target.charSigned(), 2, Format.NONE);
        schar = basic(Kind.SCHAR, 1, true, 2, Format.NONE);
        uchar = basic(Kind.UCHAR, 1, false, 2, Format.NONE);
        short_ = basic(Kind.SHORT, 2, true, 3, Format.NONE);
        ushort = basic(Kind.USHORT, 2, false, 3, Format.NONE);
        int_ = basic(Kind.INT, 4, true, 4, Format.NONE);
        uint = basic(Kind.UINT, 4, false, 4, Format.NONE);
        long_ = basic(Kind.LONG, target.pointerBytes(), true, 5, Format.NONE);
        ulong = basic(Kind.ULONG, target.pointerBytes(), false, 5, Format.NONE);
        llong = basic(Kind.LLONG, 8, true, 6, Format.NONE);
        ullong = basic(Kind.ULLONG, 8, false, 6, Format.NONE);
        int128 = basic(Kind.INT128, 16, true, 7, Format.NONE);
        uint128 = basic(Kind.UINT128, 16, false, 7, Format.NONE);
        float16 = basic(Kind.FLOAT16, 2, true, 0, Format.F16);
        bf16 = basic(Kind.BF16, 2, true, 0, Format.BF16);
        float_ = basic(Kind.FLOAT, 4, true, 0, Format.F32);
        float32 = basic(Kind.FLOAT32, 4, true, 0, Format.F32);
        double_ = basic(Kind.DOUBLE, 8, true, 0, Format.F64);
        float64 = basic(Kind.FLOAT64, 8, true, 0, Format.F64);
        float32x = basic(Kind.FLOAT32X, 8, true, 0, Format.F64);
        Format ld = target.longDouble() == TargetInfo.LongDouble.X87 ? Format.X87 : Format.QUAD;
        ldouble = basic(Kind.LDOUBLE, 16, true, 0, ld);
        float64x = basic(Kind.FLOAT64X, 16, true, 0, ld);
        float128 = basic(Kind.FLOAT128, 16, true, 0, Format.QUAD);
        decimal32 = basic(Kind.DECIMAL32, 4, true, 0, Format.DECIMAL);
        decimal64 = basic(Kind.DECIMAL64, 8, true, 0, Format.DECIMAL);
        decimal128 = basic(Kind.DECIMAL128, 16, true, 0, Format.DECIMAL);
        size = ulong;
        ptrdiff = long_;
        wchar = target.wcharSigned() ? int_ : uint;
        char16 = ushort;
        char32 = uint;
        voidPtr = void_.pointer();
        charPtr = char_.pointer();
        constCharPtr = char_.qualify(CType.CONST).pointer();
        constVoidPtr = void_.qualify(CType.CONST).pointer();
        vaList = makeVaList();
    }

    private BasicType basic(Kind kind, int size, boolean signed, int rank, Format format) {
        return byKind[kind.ordinal()] = new BasicType(kind, size, signed, rank, format);
    }

    public BasicType of(Kind kind) {
        return byKind[kind.ordinal()];
    }

    /** A fresh number for a record or enumeration. */
    public int nextId() {
        return ++ids;
    }

    public ComplexType complex(BasicType element) {
        int k = element.kind.ordinal();
        return complex[k] == null ? complex[k] = new ComplexType(element) : complex[k];
    }

    /** The integer type of that many bytes: plain {@code char}-sized is signed or unsigned char. */
    public BasicType integer(int bytes, boolean signed) {
        return switch (bytes) {
            case 1 -> signed ? schar : uchar;
            case 2 -> signed ? short_ : ushort;
            case 4 -> signed ? int_ : uint;
            case 8 -> signed ? long_ : ulong;
            case 16 -> signed ? int128 : uint128;
            default -> throw new IllegalArgumentException(bytes + " bytes");
        };
    }

    /** The unsigned type of an integer's rank, or the signed one. */
    public BasicType withSign(BasicType t, boolean signed) {
        return switch (t.kind) {
            case CHAR, SCHAR, UCHAR -> signed ? schar : uchar;
            case SHORT, USHORT -> signed ? short_ : ushort;
            case INT, UINT -> signed ? int_ : uint;
            case LONG, ULONG -> signed ? long_ : ulong;
            case LLONG, ULLONG -> signed ? llong : ullong;
            case INT128, UINT128 -> signed ? int128 : uint128;
            default -> t;
        };
    }

    private CType makeVaList() {
        switch (target.vaList()) {
            case POINTER -> {
                return new TypedefType("__builtin_va_list", voidPtr, 0);
            }
            case SYSV_X86_64 -> {
                RecordType r = new RecordType(false, "__va_list_tag", 0, nextId());
                List<RecordType.Field> f = new ArrayList<>();
                f.add(new RecordType.Field("gp_offset", 0, uint, 0, -1));
                f.add(new RecordType.Field("fp_offset", 0, uint, 0, -1));
                f.add(new RecordType.Field("overflow_arg_area", 0, voidPtr, 0, -1));
                f.add(new RecordType.Field("reg_save_area", 0, voidPtr, 0, -1));
                Layout.complete(r, f, Layout.Rules.PLAIN, 0);
                return new TypedefType("__builtin_va_list", new ArrayType(r, 1), 0);
            }
            case AAPCS64 -> {
                RecordType r = new RecordType(false, "__va_list", 0, nextId());
                List<RecordType.Field> f = new ArrayList<>();
                f.add(new RecordType.Field("__stack", 0, voidPtr, 0, -1));
                f.add(new RecordType.Field("__gr_top", 0, voidPtr, 0, -1));
                f.add(new RecordType.Field("__vr_top", 0, voidPtr, 0, -1));
                f.add(new RecordType.Field("__gr_offs", 0, int_, 0, -1));
                f.add(new RecordType.Field("__vr_offs", 0, int_, 0, -1));
                Layout.complete(r, f, Layout.Rules.PLAIN, 0);
                return new TypedefType("__builtin_va_list", r, 0);
            }
        }
        throw new AssertionError();
    }

    /** The integer behind an integer type: an enumeration's representation. */
    public BasicType integerOf(CType t) {
        CType s = t.strip();
        return s instanceof EnumType e ? e.underlying : (BasicType) s;
    }

    /** Integer promotion (6.3.1.1p2) of a type that is no bit-field; others unqualified. */
    public CType promote(CType t) {
        CType s = t.strip();
        if (s instanceof BasicType b) {
            if (!b.kind.integer || b.rank >= int_.rank) return t.unqualified();
            return int_;
        }
        if (s instanceof EnumType e) return e.underlying.rank < int_.rank ? int_ : e.underlying;
        return t.unqualified();
    }

    private final BasicType[] bitFields = new BasicType[2 * 129];

    /** The integer of so many bits of value that gcc computes with when a bit-field is wider than int. */
    private BasicType ofWidth(BasicType b, int width) {
        int k = width * 2 + (b.signed ? 1 : 0);
        BasicType t = bitFields[k];
        if (t == null || t.kind != b.kind) bitFields[k] = t = new BasicType(b.kind, (int) b.size(), b.signed, b.rank, b.format, width);
        return t;
    }

    /** Promotion of a bit-field (6.3.1.1p2; one wider than int stays as wide as it is, in gcc). */
    public CType promoteBitField(CType declared, int width) {
        BasicType b = integerOf(declared);
        if (width < 32 || width == 32 && b.signed) return b.rank <= int_.rank || width <= 32 ? int_ : b;
        if (width == 32) return uint;
        if (width < b.size() * 8) return ofWidth(b, width);
        return declared.unqualified().strip() instanceof EnumType ? b : declared.unqualified();
    }

    /** Default argument promotions (6.5.2.2p6). */
    public CType promoteArgument(CType t) {
        CType s = t.strip();
        if (s == float_ ) return double_;
        return t.isInteger() ? promote(t) : t.unqualified();
    }

    /** Usual arithmetic conversions (6.3.1.8) of promoted or unpromoted arithmetic types; the result has no sugar unless both agree. */
    public CType usualArithmetic(CType a, CType b) {
        CType x = a.strip();
        CType y = b.strip();
        if (x instanceof ComplexType || y instanceof ComplexType) {
            CType ex = x instanceof ComplexType c ? c.element : x;
            CType ey = y instanceof ComplexType c ? c.element : y;
            return complex((BasicType) usualArithmetic(ex, ey).strip());
        }
        if (a.isFloating() || b.isFloating()) {
            if (!b.isFloating()) return a.unqualified();
            if (!a.isFloating()) return b.unqualified();
            return floatRank((BasicType) x) >= floatRank((BasicType) y) ? a.unqualified() : b.unqualified();
        }
        CType pa = promote(a);
        CType pb = promote(b);
        BasicType p = integerOf(pa);
        BasicType q = integerOf(pb);
        if (p == q) return pa.strip() == pb.strip() ? pa : p;
        if (p.width() != q.width()) return p.width() > q.width() ? pa : pb;
        if (p.signed == q.signed) return p.rank >= q.rank ? pa : pb;
        BasicType u = p.signed ? q : p;
        BasicType s = p.signed ? p : q;
        if (u.rank >= s.rank) return p.signed ? pb : pa;
        if (s.size() > u.size()) return p.signed ? pa : pb;
        return withSign(s, false);
    }

    /** Order of floating types for 6.3.1.8; decimals above the rest. */
    private static int floatRank(BasicType t) {
        return t.kind.ordinal();
    }

    /** The same type, qualifiers included, typedefs aside. */
    public boolean same(CType a, CType b) {
        return a == b || a.quals() == b.quals() && compatible(a, b) && sameStrict(a.strip(), b.strip());
    }

    private boolean sameStrict(CType a, CType b) {
        return a == b || !(a instanceof EnumType) && !(b instanceof EnumType);
    }

    /** Compatible after dropping qualifiers, but for {@code _Atomic}: atomic types are others than the plain ones (6.2.5p27). */
    public boolean compatiblePointees(CType a, CType b) {
        return a.isAtomic() == b.isAtomic() && compatibleUnqualified(a, b);
    }

    /** Not merely compatible: no array length, prototype or enumeration known in one alone. */
    public boolean identical(CType a, CType b) {
        CType x = a.strip();
        CType y = b.strip();
        if (x == y) return true;
        if (x instanceof PointerType p && y instanceof PointerType q) return identical(p.pointee, q.pointee);
        if (x instanceof ArrayType p && y instanceof ArrayType q) return p.length == q.length && identical(p.element, q.element);
        if (x instanceof FunctionType f && y instanceof FunctionType g) {
            if (f.prototype != g.prototype || f.params.size() != g.params.size() || !identical(f.result, g.result)) return false;
            for (int i = 0; i < f.params.size(); i++) if (!identical(f.params.get(i), g.params.get(i))) return false;
            return true;
        }
        return x instanceof VectorType && y instanceof VectorType && compatibleUnqualified(a, b);
    }

    /** Compatible types (6.2.7), including qualifiers at the top (6.7.3p10). */
    public boolean compatible(CType a, CType b) {
        if (a == b) return true;
        if (((a.quals() ^ b.quals()) & CType.C_QUALIFIERS) != 0) return false;
        return compatibleUnqualified(a, b);
    }

    /** Compatible after dropping qualifiers at the top. */
    public boolean compatibleUnqualified(CType a, CType b) {
        CType x = a.strip();
        CType y = b.strip();
        if (x == y || a.isError() || b.isError()) return true;
        if (x instanceof EnumType e && y instanceof BasicType) return e.complete && e.underlying == y;
        if (y instanceof EnumType e && x instanceof BasicType) return e.complete && e.underlying == x;
        if (x instanceof PointerType p && y instanceof PointerType q) return compatible(p.pointee, q.pointee);
        if (x instanceof ArrayType p && y instanceof ArrayType q) {
            return (p.length < 0 || q.length < 0 || p.length == q.length) && compatibleUnqualified(p.element, q.element);
        }
        if (x instanceof FunctionType f && y instanceof FunctionType g) return compatibleFunctions(f, g);
        if (x instanceof VectorType v && y instanceof VectorType w) return v.lanes == w.lanes && compatible(v.element, w.element);
        return false;
    }

    private boolean compatibleFunctions(FunctionType f, FunctionType g) {
        if (!compatibleUnqualified(f.result, g.result)) return false;
        if (f.prototype && g.prototype) {
            if (f.variadic != g.variadic || f.params.size() != g.params.size()) return false;
            for (int i = 0; i < f.params.size(); i++) {
                if (!compatibleParam(f.params.get(i), g.params.get(i))) return false;
            }
            return true;
        }
        FunctionType p = f.prototype ? f : g;
        if (!p.prototype) return true;
        if (p.variadic) return false;
        for (CType t : p.params) {
            CType s = t.strip();
            if (s instanceof BasicType b && (b.kind.integer && b.rank < int_.rank || b == float_)) return false;
        }
        return true;
    }

    private boolean compatibleParam(CType a, CType b) {
        if (compatiblePointees(a, b)) return true;
        return transparent(a, b) || transparent(b, a);
    }

    private boolean transparent(CType u, CType t) {
        if (!(u.strip() instanceof RecordType r) || !r.union || !r.transparent || r.fields == null) return false;
        for (RecordType.Field f : r.fields) if (compatibleUnqualified(f.type, t)) return true;
        return false;
    }

    /** The composite of two compatible types (6.2.7p3). Sugar of {@code a} is kept where nothing is learnt from {@code b}. */
    public CType composite(CType a, CType b) {
        if (a == b) return a;
        CType x = a.strip();
        CType y = b.strip();
        if (x instanceof ArrayType p && y instanceof ArrayType q) {
            CType e = composite(p.element, q.element);
            if (p.length >= 0 || q.length == ArrayType.INCOMPLETE) return e == p.element ? a : new ArrayType(e, p.length, p.byteSize);
            if (q.length >= 0 || p.length == ArrayType.INCOMPLETE) return e == q.element ? b : new ArrayType(e, q.length, q.byteSize);
            return a;
        }
        if (x instanceof PointerType p && y instanceof PointerType q) {
            CType c = composite(p.pointee, q.pointee);
            return c == p.pointee ? a : c == q.pointee && a.quals() == b.quals() ? b : c.pointer().qualify(a.quals());
        }
        if (x instanceof FunctionType f && y instanceof FunctionType g) {
            CType r = composite(f.result, g.result);
            boolean noreturn = f.noreturn || g.noreturn;
            FunctionTypeAttributes at = f.attributes != null ? f.attributes : g.attributes;
            if (!g.prototype) return r == f.result && noreturn == f.noreturn && at == f.attributes ? a : new FunctionType(r, f.params, f.variadic, f.prototype, noreturn, at);
            if (!f.prototype) return new FunctionType(r, g.params, g.variadic, true, noreturn, at);
            boolean same = r == f.result && noreturn == f.noreturn && at == f.attributes;
            List<CType> params = new ArrayList<>(f.params.size());
            for (int i = 0; i < f.params.size(); i++) {
                CType c = composite(f.params.get(i), g.params.get(i));
                same &= c == f.params.get(i);
                params.add(c);
            }
            return same ? a : new FunctionType(r, params, f.variadic, true, noreturn, at);
        }
        return a;
    }
}
