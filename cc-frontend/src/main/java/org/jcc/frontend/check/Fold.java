package org.jcc.frontend.check;

import java.math.BigInteger;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.TypedExpr.Convert;
import org.jcc.frontend.ast.TypedExpr.Conversion;
import org.jcc.frontend.ast.TypedExpr.FloatConst;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.TypedExpr.UnaryOp;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.Types;
import org.jcc.support.SoftFloat;

/**
 * Makes operations and conversions, folding those of constants (6.6): integers exactly up to 128 bits, floats by
 * {@link SoftFloat}. Whatever is built here from constants is a constant, so that an integer constant expression is an
 * {@link IntConst}.
 */
final class Fold {
    private final Checker c;
    private final Types types;
    /** Overflows reported so far: who expects a constant compares. */
    int overflows;

    Fold(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    // ---- making constants ----

    /** A constant of up to 64 bits, cut to the type. */
    IntConst integer(int loc, CType type, long v) {
        CType s = type.strip();
        if (!(type.isInteger())) return new IntConst(loc, type, v, 0);
        BasicType b = types.integerOf(s);
        switch (b.kind) {
            case BOOL -> v = v != 0 ? 1 : 0;
            case INT128 -> {
                return new IntConst(loc, type, v, v >> 63);
            }
            case UINT128 -> {
                return new IntConst(loc, type, v, v >> 63);
            }
            default -> {
                int bits = b.width();
                if (bits < 64) v = b.signed ? v << 64 - bits >> 64 - bits : v & (1L << bits) - 1;
            }
        }
        return new IntConst(loc, type, v, b.signed ? v >> 63 : 0);
    }

    IntConst integer(int loc, CType type, BigInteger v) {
        if (type.isInteger() && types.integerOf(type).size() == 16) {
            return new IntConst(loc, type, v.longValue(), v.shiftRight(64).longValue());
        }
        if (type.isBool()) return integer(loc, type, v.signum() == 0 ? 0 : 1);
        return integer(loc, type, v.longValue());
    }

    static BigInteger big(IntConst k) {
        BigInteger low = BigInteger.valueOf(k.low() & Long.MAX_VALUE);
        if (k.low() < 0) low = low.setBit(63);
        CType s = k.type().strip();
        boolean signed = s.isSigned();
        long high = k.high();
        if (s.size() < 16 && !signed) high = 0;
        BigInteger h = BigInteger.valueOf(high);
        if (!signed && high < 0) h = h.add(BigInteger.ONE.shiftLeft(64));
        return h.shiftLeft(64).add(low);
    }

    FloatConst floating(int loc, CType type, SoftFloat v) {
        SoftFloat.Format f = format(type);
        SoftFloat r = v.round(f);
        return new FloatConst(loc, type, r.low(f), r.high(f));
    }

    static SoftFloat.Format format(CType t) {
        return switch (((BasicType) t.strip()).format) {
            case F16 -> SoftFloat.Format.F16;
            case BF16 -> SoftFloat.Format.BF16;
            case F32 -> SoftFloat.Format.F32;
            case X87 -> SoftFloat.Format.X87;
            case QUAD -> SoftFloat.Format.QUAD;
            default -> SoftFloat.Format.F64;
        };
    }

    static SoftFloat value(FloatConst k) {
        return SoftFloat.fromBits(format(k.type()), k.low(), k.high());
    }

    // ---- asking ----

    static boolean isZero(TypedExpr e) {
        return e instanceof IntConst k && k.low() == 0 && k.high() == 0;
    }

    /** Constant truth of a scalar: 1, 0, or -1 if not constant. */
    static int truth(TypedExpr e) {
        return switch (e) {
            case IntConst k -> k.low() != 0 || k.high() != 0 ? 1 : 0;
            case FloatConst k -> value(k).isZero() ? 0 : 1;
            case TypedExpr.AddressOf a when !mayBeNull(a.lvalue()) -> 1;
            default -> -1;
        };
    }

    private static boolean mayBeNull(TypedExpr e) {
        return switch (e) {
            case TypedExpr.VarRef v -> v.variable().weak;
            case TypedExpr.FunctionRef f -> f.function().weak || f.function().aliasOf != null;
            case TypedExpr.StringLiteral s -> false;
            default -> true;
        };
    }

    // ---- conversions ----

    /** Converts a value to another type, whatever the two are (the caller has checked), folding constants. */
    TypedExpr convert(TypedExpr e, CType to, int loc) {
        CType from = e.type().strip();
        CType t = to.strip();
        if (from == t) return e.type() == to ? e : retype(e, to);
        if (e.type().isError() || to.isError()) return e.type().isError() ? e : c.errorExpr(loc);
        if (t instanceof BasicType b && b.kind == BasicType.Kind.VOID) return new Convert(loc, to, Conversion.TO_VOID, e);
        if (t.isVector() || from.isVector()) {
            return new Convert(loc, to, from.isVector() || from.size() == t.size() ? Conversion.BITCAST : Conversion.SPLAT, e);
        }
        if (t.isComplex()) return toComplex(e, to, loc);
        if (from.isComplex()) {
            if (t.isBool()) {
                if (e instanceof TypedExpr.MakeComplex m && truth(m.real()) >= 0 && truth(m.imaginary()) >= 0) {
                    return integer(loc, to, truth(m.real()) | truth(m.imaginary()));
                }
                org.jcc.frontend.ast.Temp temp = new org.jcc.frontend.ast.Temp(from);
                TypedExpr ref = new TypedExpr.TempRef(loc, from, temp);
                CType el = ((org.jcc.frontend.types.ComplexType) from).element;
                TypedExpr re = new TypedExpr.ComplexPart(loc, el, ref, false);
                TypedExpr im = new TypedExpr.ComplexPart(loc, el, ref, true);
                return new TypedExpr.Let(loc, to, temp, e, convert(new TypedExpr.Logical(loc, types.int_, true, re, im), to, loc));
            }
            return convert(new TypedExpr.ComplexPart(loc, ((org.jcc.frontend.types.ComplexType) from).element, e, false), to, loc);
        }
        if (t.isBool()) {
            int truth = truth(e);
            return truth >= 0 ? new IntConst(loc, to, truth, 0) : new Convert(loc, to, Conversion.TO_BOOL, e);
        }
        if (t.isInteger()) {
            if (from.isInteger()) {
                if (e instanceof IntConst k) return recast(k, to, loc);
                BasicType a = types.integerOf(from);
                BasicType b = types.integerOf(t);
                return new Convert(loc, to, a == b ? Conversion.NOP : Conversion.INT_TO_INT, e);
            }
            if (from.isFloating()) {
                if (e instanceof FloatConst k) {
                    SoftFloat v = value(k);
                    BigInteger n = v.truncate();
                    BigInteger clamped = clamp(n, v, types.integerOf(t));
                    return integer(loc, to, clamped);
                }
                return new Convert(loc, to, Conversion.FLOAT_TO_INT, e);
            }
            if (e instanceof IntConst k) return integer(loc, to, k.low());
            return new Convert(loc, to, Conversion.POINTER_TO_INT, e);
        }
        if (t.isFloating()) {
            if (from.isInteger()) {
                if (e instanceof IntConst k && !((BasicType) t).isDecimal()) return floating(loc, to, SoftFloat.of(big(k)));
                return new Convert(loc, to, Conversion.INT_TO_FLOAT, e);
            }
            if (e instanceof FloatConst k) return floating(loc, to, value(k));
            return new Convert(loc, to, Conversion.FLOAT_TO_FLOAT, e);
        }
        if (t.isPointer()) {
            if (from.isPointer()) {
                if (e instanceof IntConst k) return new IntConst(loc, to, k.low(), 0);
                return new Convert(loc, to, Conversion.POINTER_TO_POINTER, e);
            }
            if (e instanceof IntConst k) return new IntConst(loc, to, k.low(), 0);
            TypedExpr wide = convert(e, from.isSigned() ? types.ptrdiff : types.size, loc);
            return new Convert(loc, to, Conversion.INT_TO_POINTER, wide);
        }
        return new Convert(loc, to, Conversion.NOP, e);
    }

    /** gcc saturates constants out of range. */
    private static BigInteger clamp(BigInteger n, SoftFloat v, BasicType t) {
        if (v.isNaN()) return BigInteger.ZERO;
        int bits = (int) t.size() * 8;
        BigInteger max = BigInteger.ONE.shiftLeft(t.signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        BigInteger min = t.signed ? max.not() : BigInteger.ZERO;
        if (v.isInfinite()) return v.isNegative() ? min : max;
        if (!t.signed && n.signum() < 0) return bits < 64 ? n : min;
        return n.compareTo(max) > 0 ? max : n.compareTo(min) < 0 ? min : n;
    }

    private TypedExpr toComplex(TypedExpr e, CType to, int loc) {
        BasicType el = ((org.jcc.frontend.types.ComplexType) to.strip()).element;
        if (e.type().isComplex()) return new Convert(loc, to, Conversion.COMPLEX_TO_COMPLEX, e);
        return new Convert(loc, to, Conversion.REAL_TO_COMPLEX, convert(e, el, loc));
    }

    private IntConst recast(IntConst k, CType to, int loc) {
        BasicType b = types.integerOf(to);
        if (b.size() == 16) {
            boolean signed = k.type().isSigned();
            long high = k.type().strip().size() == 16 ? k.high() : signed ? k.low() >> 63 : 0;
            return new IntConst(loc, to, k.low(), high);
        }
        return integer(loc, to, k.low());
    }

    /** The same value under another name of its type. */
    TypedExpr retype(TypedExpr e, CType to) {
        return switch (e) {
            case IntConst k -> new IntConst(k.loc(), to, k.low(), k.high());
            case FloatConst k -> new FloatConst(k.loc(), to, k.low(), k.high());
            case TypedExpr.Load l -> new TypedExpr.Load(l.loc(), to, l.lvalue());
            case TypedExpr.TempRef t -> new TypedExpr.TempRef(t.loc(), to, t.temp());
            default -> e;
        };
    }

    // ---- operations ----

    TypedExpr unary(int loc, CType type, UnaryOp op, TypedExpr e) {
        if (e instanceof IntConst k) {
            switch (op) {
                case NEG -> {
                    BigInteger v = big(k).negate();
                    IntConst r = integer(loc, type, v);
                    overflow(loc, type, v, r);
                    return r;
                }
                case BIT_NOT -> {
                    return integer(loc, type, big(k).not());
                }
                case LOG_NOT -> {
                    return new IntConst(loc, type, k.low() == 0 && k.high() == 0 ? 1 : 0, 0);
                }
                default -> {}
            }
        }
        if (e instanceof FloatConst k && !type.strip().toString().startsWith("_Decimal")) {
            if (op == UnaryOp.NEG) return floating(loc, type, value(k).negate());
            if (op == UnaryOp.LOG_NOT) return new IntConst(loc, type, value(k).isZero() ? 1 : 0, 0);
        }
        if (op == UnaryOp.LOG_NOT) {
            int t = truth(e);
            if (t >= 0) return new IntConst(loc, type, 1 - t, 0);
        }
        return new TypedExpr.Unary(loc, type, op, e);
    }

    /** Both operands have one type (but for shifts). */
    TypedExpr binary(int loc, CType type, BinaryOp op, TypedExpr l, TypedExpr r) {
        if (l instanceof IntConst a && r instanceof IntConst b) {
            TypedExpr k = a.type().strip().size() <= 8 && b.type().strip().size() <= 8 ? small(loc, type, op, a, b) : wide(loc, type, op, a, b);
            if (k != null) return k;
        } else if (l instanceof FloatConst a && r instanceof FloatConst b) {
            TypedExpr k = floats(loc, type, op, a, b);
            if (k != null) return k;
        } else if (r instanceof IntConst b && b.type().isInteger()) {
            if (op == BinaryOp.DIV || op == BinaryOp.REM) {
                if (b.low() == 0 && b.high() == 0 && c.evaluated()) c.warn(loc, "div-by-zero", "division by zero");
            }
        }
        return new TypedExpr.Binary(loc, type, op, l, r);
    }

    private TypedExpr small(int loc, CType type, BinaryOp op, IntConst a, IntConst b) {
        long x = a.low();
        long y = b.low();
        boolean signed = a.type().isSigned();
        switch (op) {
            case EQ -> {
                return bool(loc, type, x == y);
            }
            case NE -> {
                return bool(loc, type, x != y);
            }
            case LT -> {
                return bool(loc, type, cmp(x, y, signed) < 0);
            }
            case GT -> {
                return bool(loc, type, cmp(x, y, signed) > 0);
            }
            case LE -> {
                return bool(loc, type, cmp(x, y, signed) <= 0);
            }
            case GE -> {
                return bool(loc, type, cmp(x, y, signed) >= 0);
            }
            case AND -> {
                return integer(loc, type, x & y);
            }
            case OR -> {
                return integer(loc, type, x | y);
            }
            case XOR -> {
                return integer(loc, type, x ^ y);
            }
            default -> {}
        }
        if (!type.isInteger()) return null;
        int bits = (int) type.strip().size() * 8;
        switch (op) {
            case ADD, SUB, MUL -> {
                if (bits <= 32 || !signed) {
                    long v = op == BinaryOp.ADD ? x + y : op == BinaryOp.SUB ? x - y : x * y;
                    IntConst k = integer(loc, type, v);
                    if (signed && k.low() != v) overflow(loc, type, BigInteger.valueOf(v), k);
                    return k;
                }
                return wide(loc, type, op, a, b);
            }
            case DIV, REM -> {
                if (y == 0) {
                    if (c.evaluated()) c.warn(loc, "div-by-zero", "division by zero");
                    return null;
                }
                if (signed && y == -1) return wide(loc, type, op, a, b);
                long v = signed ? op == BinaryOp.DIV ? x / y : x % y
                        : op == BinaryOp.DIV ? Long.divideUnsigned(x, y) : Long.remainderUnsigned(x, y);
                return integer(loc, type, v);
            }
            case SHL, SHR -> {
                if (!(y >= 0 && y < bits)) {
                    return null;
                }
                long v = op == BinaryOp.SHL ? x << y : signed ? x >> y : x >>> y;
                return integer(loc, type, v);
            }
            default -> {
                return null;
            }
        }
    }

    private static int cmp(long x, long y, boolean signed) {
        return signed ? Long.compare(x, y) : Long.compareUnsigned(x, y);
    }

    private static IntConst bool(int loc, CType type, boolean v) {
        return new IntConst(loc, type, v ? 1 : 0, 0);
    }

    private TypedExpr wide(int loc, CType type, BinaryOp op, IntConst a, IntConst b) {
        BigInteger x = big(a);
        BigInteger y = big(b);
        BigInteger v;
        switch (op) {
            case EQ -> {
                return bool(loc, type, x.equals(y));
            }
            case NE -> {
                return bool(loc, type, !x.equals(y));
            }
            case LT -> {
                return bool(loc, type, x.compareTo(y) < 0);
            }
            case GT -> {
                return bool(loc, type, x.compareTo(y) > 0);
            }
            case LE -> {
                return bool(loc, type, x.compareTo(y) <= 0);
            }
            case GE -> {
                return bool(loc, type, x.compareTo(y) >= 0);
            }
            case ADD -> v = x.add(y);
            case SUB -> v = x.subtract(y);
            case MUL -> v = x.multiply(y);
            case AND -> v = x.and(y);
            case OR -> v = x.or(y);
            case XOR -> v = x.xor(y);
            case DIV, REM -> {
                if (y.signum() == 0) {
                    if (c.evaluated()) c.warn(loc, "div-by-zero", "division by zero");
                    return null;
                }
                v = op == BinaryOp.DIV ? x.divide(y) : x.remainder(y);
            }
            case SHL, SHR -> {
                long bits = type.strip().size() * 8;
                if (y.signum() < 0 || y.compareTo(BigInteger.valueOf(bits)) >= 0) return null;
                v = op == BinaryOp.SHL ? x.shiftLeft(y.intValue()) : x.shiftRight(y.intValue());
                return integer(loc, type, v);
            }
            default -> {
                return null;
            }
        }
        IntConst k = integer(loc, type, v);
        overflow(loc, type, v, k);
        return k;
    }

    private void overflow(int loc, CType type, BigInteger exact, IntConst got) {
        if (type.isSigned() && !big(got).equals(exact) && c.evaluated()) {
            overflows++;
            c.warn(loc, "overflow", "integer overflow in expression of type " + c.q(type) + " results in '" + big(got) + "'");
        }
    }

    private TypedExpr floats(int loc, CType type, BinaryOp op, FloatConst a, FloatConst b) {
        if (((BasicType) a.type().strip()).isDecimal()) return null;
        SoftFloat x = value(a);
        SoftFloat y = value(b);
        int cmp = op.isComparison() ? x.compare(y) : 0;
        return switch (op) {
            case ADD -> floating(loc, type, x.add(y));
            case SUB -> floating(loc, type, x.subtract(y));
            case MUL -> floating(loc, type, x.multiply(y));
            case DIV -> floating(loc, type, x.divide(y, format(type)));
            case EQ -> bool(loc, type, cmp == 0);
            case NE -> bool(loc, type, cmp != 0);
            case LT -> bool(loc, type, cmp == -1);
            case GT -> bool(loc, type, cmp == 1);
            case LE -> bool(loc, type, cmp == -1 || cmp == 0);
            case GE -> bool(loc, type, cmp == 1 || cmp == 0);
            default -> null;
        };
    }

    /** {@code condition ? then : otherwise}, both of {@code type}. */
    TypedExpr conditional(int loc, CType type, TypedExpr condition, TypedExpr then, TypedExpr otherwise) {
        int t = truth(condition);
        if (t >= 0) return t == 1 ? then : otherwise;
        return new TypedExpr.Conditional(loc, type, condition, then, otherwise);
    }

    /** The address of an lvalue of constant address ({@code offsetof} by hand), as a number; else null. */
    Long absoluteAddress(TypedExpr lvalue) {
        return switch (lvalue) {
            case TypedExpr.Deref d when d.pointer() instanceof IntConst k -> k.low();
            case TypedExpr.Member m -> {
                if (m.field().isBitField() || m.field().part != null) yield null;
                Long base = absoluteAddress(m.base());
                yield base == null ? null : base + m.field().offset;
            }
            default -> null;
        };
    }
}
