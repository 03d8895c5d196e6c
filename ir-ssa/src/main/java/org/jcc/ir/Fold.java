package org.jcc.ir;

import java.math.BigInteger;
import org.jcc.support.SoftFloat;

/**
 * What the pure operations compute: the one definition that constant folding and the interpreter share. A value is its
 * bits in two longs: integers sign-extended from their type (i1: 0 or 1), floats as raw bits, the high word for i128, f80
 * and f128 only.
 *
 * <p>{@link #eval} leaves its result in {@link #lo} and {@link #hi}. Floating operations are computed in the default
 * environment; NaNs follow x86 (see {@link SoftFloat}).
 */
public final class Fold {
    /** The result of {@link #eval}: a value; poison; the operation is undefined (division by zero); it is none that this class knows. */
    public static final int VALUE = 0, POISON = 1, UNDEFINED = 2, UNKNOWN = 3;

    public long lo;
    public long hi;

    // Operands of the evaluation in progress.
    private long a;
    private long ah;
    private long b;
    private long bh;

    /** The value as an integer of that many bits is kept: sign-extended, i1 as 0 or 1. */
    public static long normal(int bits, long v) {
        return bits >= 64 ? v : bits == 1 ? v & 1 : v << 64 - bits >> 64 - bits;
    }

    private static long signed(int bits, long v) {
        return bits == 1 ? -(v & 1) : v;
    }

    private static long unsigned(int bits, long v) {
        return bits >= 64 ? v : v & (1L << bits) - 1;
    }

    private int value(long l) {
        lo = l;
        hi = 0;
        return VALUE;
    }

    /** The value rounded to the format. */
    private int bits(SoftFloat v, SoftFloat.Format f) {
        SoftFloat r = v.round(f);
        lo = r.low(f);
        hi = r.high(f);
        return VALUE;
    }

    /** Evaluates an instruction whose operands are all constants; never POISON constants, except for FREEZE. */
    public int eval(Inst i) {
        int n = i.ownArgCount();
        for (int k = 0; k < n; k++) {
            Op o = i.arg(k).op;
            if (o != Op.ICONST && o != Op.FCONST) return UNKNOWN;
        }
        if (i.type.isVector() || n > 3 || n == 0) return UNKNOWN;
        Inst x = i.arg(0);
        Inst y = n > 1 ? i.arg(1) : x;
        Inst z = n > 2 ? i.arg(2) : x;
        return eval(i.op, i.type, x.type, i.imm, i.flags, x.imm, x.immHi, y.imm, y.immHi, z.imm, z.immHi);
    }

    /**
     * Evaluates a pure scalar operation.
     *
     * @param type the result's type
     * @param from the first operand's type
     * @param imm  the condition of a comparison
     */
    public int eval(Op op, Type type, Type from, long imm, int flags, long aLo, long aHi, long bLo, long bHi, long cLo, long cHi) {
        a = aLo;
        ah = aHi;
        b = bLo;
        bh = bHi;
        switch (op) {
            case SELECT -> {
                boolean c = (aLo & 1) != 0;
                lo = c ? bLo : cLo;
                hi = c ? bHi : cHi;
                return VALUE;
            }
            case ISCONST -> {
                lo = 1;
                hi = 0;
                return VALUE;
            }
            case OBJECTSIZE -> {
                return UNKNOWN;
            }
            case FREEZE, EXPECT, SUBOBJECT, RESTRICT -> {
                lo = aLo;
                hi = aHi;
                return VALUE;
            }
            case BITCAST -> {
                return bitcast(type, from);
            }
            case PTRTOINT, INTTOPTR -> {
                return value(aLo);
            }
            case PTRADD -> {
                return value(aLo + bLo);
            }
            case FPTOSI, FPTOUI -> {
                return toInteger(type, from, op == Op.FPTOSI);
            }
            case SITOFP, UITOFP -> {
                return toFloat(type, from, op == Op.SITOFP);
            }
            case FTRUNC, FEXT -> {
                return convert(type, from);
            }
            default -> { }
        }
        if (from.isFloat()) {
            if (from == Type.F64) return float64(op, imm, cLo);
            if (from == Type.F32) return float32(op, imm, cLo);
            return floating(op, from, imm, cLo, cHi);
        }
        if (!from.isIntOrPtr()) return UNKNOWN;
        if (from == Type.I128 || type == Type.I128) return wide(op, type, from, imm, flags);
        return integer(op, type, from.bits, imm, flags);
    }

    // ---- integers up to 64 bits ----

    private int integer(Op op, Type type, int w, long imm, int flags) {
        long x = signed(w, a);
        long y = signed(w, b);
        long ux = unsigned(w, a);
        long uy = unsigned(w, b);
        boolean nsw = (flags & Inst.NSW) != 0;
        boolean nuw = (flags & Inst.NUW) != 0;
        boolean exact = (flags & Inst.EXACT) != 0;
        long min = w == 64 ? Long.MIN_VALUE : -(1L << w - 1);
        switch (op) {
            case ADD:
                if (nsw && addOverflow(w, x, y) || nuw && addCarry(w, ux, uy)) return POISON;
                return value(normal(w, a + b));
            case SUB:
                if (nsw && subOverflow(w, x, y) || nuw && Long.compareUnsigned(ux, uy) < 0) return POISON;
                return value(normal(w, a - b));
            case MUL:
                if (nsw && mulOverflow(w, x, y) || nuw && mulCarry(w, ux, uy)) return POISON;
                return value(normal(w, a * b));
            case SDIV:
                if (uy == 0 || x == min && y == -1) return UNDEFINED;
                if (exact && x % y != 0) return POISON;
                return value(normal(w, x / y));
            case UDIV:
                if (uy == 0) return UNDEFINED;
                if (exact && Long.remainderUnsigned(ux, uy) != 0) return POISON;
                return value(normal(w, Long.divideUnsigned(ux, uy)));
            case SREM:
                if (uy == 0 || x == min && y == -1) return UNDEFINED;
                return value(normal(w, x % y));
            case UREM:
                if (uy == 0) return UNDEFINED;
                return value(normal(w, Long.remainderUnsigned(ux, uy)));
            case AND:
                return value(a & b);
            case OR:
                return value(a | b);
            case XOR:
                return value(a ^ b);
            case SHL: {
                if (Long.compareUnsigned(uy, w) >= 0) return POISON;
                long r = normal(w, a << uy);
                if (nuw && unsigned(w, r) >>> uy != ux || nsw && signed(w, r) >> uy != x) return POISON;
                return value(r);
            }
            case LSHR:
                if (Long.compareUnsigned(uy, w) >= 0 || exact && (ux & (1L << uy) - 1) != 0) return POISON;
                return value(normal(w, ux >>> uy));
            case ASHR:
                if (Long.compareUnsigned(uy, w) >= 0 || exact && (ux & (1L << uy) - 1) != 0) return POISON;
                return value(normal(w, x >> uy));
            case ROTL, ROTR: {
                int n = (int) Long.remainderUnsigned(uy, w);
                if (op == Op.ROTR) n = (w - n) % w;
                return value(normal(w, n == 0 ? ux : ux << n | ux >>> w - n));
            }
            case SMULH:
                return value(w == 64 ? Math.multiplyHigh(a, b) : normal(w, x * y >> w));
            case UMULH:
                return value(w == 64 ? Math.unsignedMultiplyHigh(a, b) : normal(w, ux * uy >>> w));
            case SADDO:
                return value(addOverflow(w, x, y) ? 1 : 0);
            case UADDO:
                return value(addCarry(w, ux, uy) ? 1 : 0);
            case SSUBO:
                return value(subOverflow(w, x, y) ? 1 : 0);
            case USUBO:
                return value(Long.compareUnsigned(ux, uy) < 0 ? 1 : 0);
            case SMULO:
                return value(mulOverflow(w, x, y) ? 1 : 0);
            case UMULO:
                return value(mulCarry(w, ux, uy) ? 1 : 0);
            case CLZ:
                return value(normal(w, Long.numberOfLeadingZeros(ux) - (64 - w)));
            case CTZ:
                return value(normal(w, ux == 0 ? w : Long.numberOfTrailingZeros(ux)));
            case POPCNT:
                return value(normal(w, Long.bitCount(ux)));
            case BSWAP:
                return value(w < 16 ? a : normal(w, Long.reverseBytes(a) >>> 64 - w));
            case BITREVERSE:
                return value(normal(w, Long.reverse(a) >>> 64 - w));
            case SMIN:
                return value(x <= y ? a : b);
            case SMAX:
                return value(x >= y ? a : b);
            case UMIN:
                return value(Long.compareUnsigned(ux, uy) <= 0 ? a : b);
            case UMAX:
                return value(Long.compareUnsigned(ux, uy) >= 0 ? a : b);
            case ABS:
                if (nsw && x == min) return POISON;
                return value(normal(w, Math.abs(x)));
            case ICMP:
                return value(compare(Cond.of(imm), Long.compare(x, y), Long.compareUnsigned(ux, uy)) ? 1 : 0);
            case TRUNC: {
                long r = normal(type.bits, a);
                if (nsw && signed(type.bits, r) != x || nuw && unsigned(type.bits, r) != ux) return POISON;
                return value(r);
            }
            case ZEXT:
                return value(normal(type.bits, ux));
            case SEXT:
                return value(normal(type.bits, x));
            default:
                return UNKNOWN;
        }
    }

    private static boolean addOverflow(int w, long x, long y) {
        long r = x + y;
        return w == 64 ? ((x ^ r) & (y ^ r)) < 0 : r != signed(w, normal(w, r));
    }

    private static boolean addCarry(int w, long ux, long uy) {
        long r = ux + uy;
        return w == 64 ? Long.compareUnsigned(r, ux) < 0 : r >>> w != 0;
    }

    private static boolean subOverflow(int w, long x, long y) {
        long r = x - y;
        return w == 64 ? ((x ^ y) & (x ^ r)) < 0 : r != signed(w, normal(w, r));
    }

    private static boolean mulOverflow(int w, long x, long y) {
        long r = x * y;
        return w == 64 ? Math.multiplyHigh(x, y) != r >> 63 : r != signed(w, normal(w, r));
    }

    private static boolean mulCarry(int w, long ux, long uy) {
        return w == 64 ? Math.unsignedMultiplyHigh(ux, uy) != 0 : ux * uy >>> w != 0;
    }

    static boolean compare(Cond c, int signed, int unsigned) {
        return switch (c) {
            case EQ -> signed == 0;
            case NE -> signed != 0;
            case SLT -> signed < 0;
            case SLE -> signed <= 0;
            case SGT -> signed > 0;
            case SGE -> signed >= 0;
            case ULT -> unsigned < 0;
            case ULE -> unsigned <= 0;
            case UGT -> unsigned > 0;
            case UGE -> unsigned >= 0;
            default -> throw new IllegalArgumentException();
        };
    }

    // ---- i128 ----

    private static BigInteger big(Type t, long lo, long hi, boolean signed) {
        if (t != Type.I128) return signed ? BigInteger.valueOf(signed(t.bits, lo)) : unsignedBig(unsigned(t.bits, lo));
        return (signed ? BigInteger.valueOf(hi) : unsignedBig(hi)).shiftLeft(64).or(unsignedBig(lo));
    }

    private static BigInteger unsignedBig(long v) {
        BigInteger b = BigInteger.valueOf(v & Long.MAX_VALUE);
        return v < 0 ? b.setBit(63) : b;
    }

    private int bigValue(Type t, BigInteger v) {
        lo = v.longValue();
        hi = 0;
        if (t == Type.I128) hi = v.shiftRight(64).longValue();
        else lo = normal(t.bits, lo);
        return VALUE;
    }

    private int wide(Op op, Type type, Type from, long imm, int flags) {
        BigInteger x = big(from, a, ah, true);
        BigInteger y = big(from, b, bh, true);
        BigInteger ux = big(from, a, ah, false);
        BigInteger uy = big(from, b, bh, false);
        int w = from.bits;
        boolean nsw = (flags & Inst.NSW) != 0;
        boolean nuw = (flags & Inst.NUW) != 0;
        boolean exact = (flags & Inst.EXACT) != 0;
        BigInteger min = BigInteger.ONE.shiftLeft(w - 1).negate();
        boolean hugeShift = uy.bitLength() > 31 || uy.intValue() >= w;
        int n = hugeShift ? 0 : uy.intValue();
        switch (op) {
            case ADD:
                if (nsw && x.add(y).bitLength() >= w || nuw && ux.add(uy).bitLength() > w) return POISON;
                return bigValue(type, x.add(y));
            case SUB:
                if (nsw && x.subtract(y).bitLength() >= w || nuw && ux.compareTo(uy) < 0) return POISON;
                return bigValue(type, x.subtract(y));
            case MUL:
                if (nsw && x.multiply(y).bitLength() >= w || nuw && ux.multiply(uy).bitLength() > w) return POISON;
                return bigValue(type, x.multiply(y));
            case SDIV, SREM: {
                if (y.signum() == 0 || x.equals(min) && y.equals(BigInteger.ONE.negate())) return UNDEFINED;
                BigInteger[] q = x.divideAndRemainder(y);
                if (op == Op.SDIV && exact && q[1].signum() != 0) return POISON;
                return bigValue(type, q[op == Op.SDIV ? 0 : 1]);
            }
            case UDIV, UREM: {
                if (uy.signum() == 0) return UNDEFINED;
                BigInteger[] q = ux.divideAndRemainder(uy);
                if (op == Op.UDIV && exact && q[1].signum() != 0) return POISON;
                return bigValue(type, q[op == Op.UDIV ? 0 : 1]);
            }
            case AND:
                return bigValue(type, x.and(y));
            case OR:
                return bigValue(type, x.or(y));
            case XOR:
                return bigValue(type, x.xor(y));
            case SHL:
                if (hugeShift || nsw && x.shiftLeft(n).bitLength() >= w || nuw && ux.shiftLeft(n).bitLength() > w) return POISON;
                return bigValue(type, x.shiftLeft(n));
            case LSHR, ASHR:
                if (hugeShift || exact && ux.signum() != 0 && ux.getLowestSetBit() < n) return POISON;
                return bigValue(type, (op == Op.LSHR ? ux : x).shiftRight(n));
            case ROTL, ROTR: {
                int k = uy.mod(BigInteger.valueOf(w)).intValue();
                if (op == Op.ROTR) k = (w - k) % w;
                return bigValue(type, ux.shiftLeft(k).or(ux.shiftRight(w - k)));
            }
            case SMULH:
                return bigValue(type, x.multiply(y).shiftRight(w));
            case UMULH:
                return bigValue(type, ux.multiply(uy).shiftRight(w));
            case SADDO:
                return value(x.add(y).bitLength() >= w ? 1 : 0);
            case UADDO:
                return value(ux.add(uy).bitLength() > w ? 1 : 0);
            case SSUBO:
                return value(x.subtract(y).bitLength() >= w ? 1 : 0);
            case USUBO:
                return value(ux.compareTo(uy) < 0 ? 1 : 0);
            case SMULO:
                return value(x.multiply(y).bitLength() >= w ? 1 : 0);
            case UMULO:
                return value(ux.multiply(uy).bitLength() > w ? 1 : 0);
            case CLZ:
                return bigValue(type, BigInteger.valueOf(w - ux.bitLength()));
            case CTZ:
                return bigValue(type, BigInteger.valueOf(ux.signum() == 0 ? w : ux.getLowestSetBit()));
            case POPCNT:
                return bigValue(type, BigInteger.valueOf(ux.bitCount()));
            case BSWAP:
                lo = Long.reverseBytes(ah);
                hi = Long.reverseBytes(a);
                return VALUE;
            case BITREVERSE:
                lo = Long.reverse(ah);
                hi = Long.reverse(a);
                return VALUE;
            case SMIN:
                return bigValue(type, x.min(y));
            case SMAX:
                return bigValue(type, x.max(y));
            case UMIN:
                return bigValue(type, ux.min(uy));
            case UMAX:
                return bigValue(type, ux.max(uy));
            case ABS:
                if (nsw && x.equals(min)) return POISON;
                return bigValue(type, x.abs());
            case ICMP:
                return value(compare(Cond.of(imm), x.compareTo(y), ux.compareTo(uy)) ? 1 : 0);
            case TRUNC:
                bigValue(type, x);
                if (nsw && !big(type, lo, hi, true).equals(x) || nuw && !big(type, lo, hi, false).equals(ux)) return POISON;
                return VALUE;
            case ZEXT:
                return bigValue(type, ux);
            case SEXT:
                return bigValue(type, x);
            default:
                return UNKNOWN;
        }
    }

    // ---- f64 and f32 ----

    private int float64(Op op, long imm, long cBits) {
        double x = Double.longBitsToDouble(a);
        double y = Double.longBitsToDouble(b);
        double z = Double.longBitsToDouble(cBits);
        switch (op) {
            case FNEG:
                return value(a ^ Long.MIN_VALUE);
            case FABS:
                return value(a & Long.MAX_VALUE);
            case FCOPYSIGN:
                return value(a & Long.MAX_VALUE | b & Long.MIN_VALUE);
            case FMIN:
                return value(x != x ? b : y != y ? a : x < y ? a : b);
            case FMAX:
                return value(x != x ? b : y != y ? a : x > y ? a : b);
            case FCMP:
                return value(compareFloat(Cond.of(imm), x < y, x == y, x > y) ? 1 : 0);
            default:
                break;
        }
        double r = switch (op) {
            case FADD -> x + y;
            case FSUB -> x - y;
            case FMUL -> x * y;
            case FDIV -> x / y;
            case FSQRT -> Math.sqrt(x);
            case FMA -> Math.fma(x, y, z);
            case FFLOOR -> Math.floor(x);
            case FCEIL -> Math.ceil(x);
            case FTRUNCI -> x < 0 ? Math.ceil(x) : Math.floor(x);
            case FRINT -> Math.rint(x);
            default -> 0;
        };
        if (op.ordinal() < Op.FADD.ordinal() || op.ordinal() > Op.FRINT.ordinal()) return UNKNOWN;
        if (r != r) return nan64(op, x, y, z, cBits);
        return value(Double.doubleToRawLongBits(r));
    }

    private int nan64(Op op, double x, double y, double z, long cBits) {
        long quiet = 1L << 51;
        boolean binary = op == Op.FADD || op == Op.FSUB || op == Op.FMUL || op == Op.FDIV || op == Op.FMA;
        if (x != x) return value(a | quiet);
        if (binary && y != y) return value(b | quiet);
        if (op == Op.FMA && z != z) return value(cBits | quiet);
        return value(0xFFF8L << 48);
    }

    private int float32(Op op, long imm, long cBits) {
        float x = Float.intBitsToFloat((int) a);
        float y = Float.intBitsToFloat((int) b);
        float z = Float.intBitsToFloat((int) cBits);
        long sign = 0x80000000L;
        switch (op) {
            case FNEG:
                return value(a ^ sign);
            case FABS:
                return value(a & ~sign);
            case FCOPYSIGN:
                return value(a & ~sign | b & sign);
            case FMIN:
                return value(x != x ? b : y != y ? a : x < y ? a : b);
            case FMAX:
                return value(x != x ? b : y != y ? a : x > y ? a : b);
            case FCMP:
                return value(compareFloat(Cond.of(imm), x < y, x == y, x > y) ? 1 : 0);
            default:
                break;
        }
        float r = switch (op) {
            case FADD -> x + y;
            case FSUB -> x - y;
            case FMUL -> x * y;
            case FDIV -> x / y;
            case FSQRT -> (float) Math.sqrt(x);
            case FMA -> Math.fma(x, y, z);
            case FFLOOR -> (float) Math.floor(x);
            case FCEIL -> (float) Math.ceil(x);
            case FTRUNCI -> (float) (x < 0 ? Math.ceil(x) : Math.floor(x));
            case FRINT -> (float) Math.rint(x);
            default -> 0;
        };
        if (op.ordinal() < Op.FADD.ordinal() || op.ordinal() > Op.FRINT.ordinal()) return UNKNOWN;
        if (r != r) {
            long quiet = 1L << 22;
            boolean binary = op == Op.FADD || op == Op.FSUB || op == Op.FMUL || op == Op.FDIV || op == Op.FMA;
            if (x != x) return value(a | quiet);
            if (binary && y != y) return value(b | quiet);
            if (op == Op.FMA && z != z) return value(cBits | quiet);
            return value(0xFFC00000L);
        }
        return value(Integer.toUnsignedLong(Float.floatToRawIntBits(r)));
    }

    static boolean compareFloat(Cond c, boolean lt, boolean eq, boolean gt) {
        boolean un = !lt && !eq && !gt;
        return switch (c) {
            case FOEQ -> eq;
            case FUNE -> !eq;
            case FOLT -> lt;
            case FOLE -> lt || eq;
            case FOGT -> gt;
            case FOGE -> gt || eq;
            case FULT -> lt || un;
            case FULE -> lt || eq || un;
            case FUGT -> gt || un;
            case FUGE -> gt || eq || un;
            case FUEQ -> eq || un;
            case FONE -> lt || gt;
            case FORD -> !un;
            case FUNO -> un;
            default -> throw new IllegalArgumentException();
        };
    }

    // ---- f80 and f128 ----

    private int floating(Op op, Type t, long imm, long cLo, long cHi) {
        long sign = t == Type.F80 ? 1L << 15 : Long.MIN_VALUE;
        switch (op) {
            case FNEG, FABS, FCOPYSIGN -> {
                lo = a;
                hi = op == Op.FNEG ? ah ^ sign : op == Op.FABS ? ah & ~sign : ah & ~sign | bh & sign;
                return VALUE;
            }
            default -> { }
        }
        SoftFloat.Format f = format(t);
        SoftFloat x = SoftFloat.fromBits(f, a, ah);
        SoftFloat y = SoftFloat.fromBits(f, b, bh);
        switch (op) {
            case FADD:
                return bits(x.add(y), f);
            case FSUB:
                return bits(x.subtract(y), f);
            case FMUL:
                return bits(x.multiply(y), f);
            case FDIV:
                return bits(x.divide(y, f), f);
            case FSQRT:
                return bits(x.sqrt(f), f);
            case FMA:
                return bits(x.fma(y, SoftFloat.fromBits(f, cLo, cHi)), f);
            case FMIN, FMAX: {
                int c = x.compare(y);
                boolean first = !x.isNaN() && (y.isNaN() || (op == Op.FMIN ? c < 0 : c > 0));
                lo = first ? a : b;
                hi = first ? ah : bh;
                return VALUE;
            }
            case FFLOOR:
                return bits(x.toIntegral(SoftFloat.Integral.FLOOR), f);
            case FCEIL:
                return bits(x.toIntegral(SoftFloat.Integral.CEIL), f);
            case FTRUNCI:
                return bits(x.toIntegral(SoftFloat.Integral.TRUNC), f);
            case FRINT:
                return bits(x.toIntegral(SoftFloat.Integral.NEAREST), f);
            case FCMP: {
                int c = x.compare(y);
                return value(compareFloat(Cond.of(imm), c < 0, c == 0, c == 1) ? 1 : 0);
            }
            default:
                return UNKNOWN;
        }
    }

    /** The format of a floating type. */
    /** Of a floating-point type. */
    public static SoftFloat.Format format(Type t) {
        if (t == Type.F32) return SoftFloat.Format.F32;
        if (t == Type.F64) return SoftFloat.Format.F64;
        if (t == Type.F80) return SoftFloat.Format.X87;
        if (t == Type.F128) return SoftFloat.Format.QUAD;
        throw new IllegalArgumentException("no floating type: " + t);
    }

    // ---- conversions ----

    private int bitcast(Type to, Type from) {
        if (to.isVector() || from.isVector()) return UNKNOWN;
        lo = a;
        hi = ah;
        if (to.isInt() && to.bits <= 64) lo = normal(to.bits, a);
        else if (to == Type.F32) lo = a & 0xffffffffL;
        return VALUE;
    }

    private int convert(Type to, Type from) {
        if (from == Type.F32 && to == Type.F64) {
            float x = Float.intBitsToFloat((int) a);
            if (x == x) return value(Double.doubleToRawLongBits(x));
        } else if (from == Type.F64 && to == Type.F32) {
            double x = Double.longBitsToDouble(a);
            if (x == x) return value(Integer.toUnsignedLong(Float.floatToRawIntBits((float) x)));
        }
        return bits(SoftFloat.fromBits(format(from), a, ah).quiet(), format(to));
    }

    private int toInteger(Type to, Type from, boolean signed) {
        if (!to.isInt()) return UNKNOWN;
        if (to.bits <= 64 && (from == Type.F64 || from == Type.F32)) {
            double x = from == Type.F64 ? Double.longBitsToDouble(a) : Float.intBitsToFloat((int) a);
            // Inside the range that a long holds exactly.
            if (x > -9.2e18 && x < 9.2e18) {
                long v = (long) x;
                int w = to.bits;
                boolean fits = signed ? v == signed(w, normal(w, v)) : w == 64 ? v >= 0 : v >= 0 && v >>> w == 0;
                return fits ? value(normal(w, v)) : POISON;
            }
        }
        SoftFloat x = SoftFloat.fromBits(format(from), a, ah);
        if (x.isNaN() || x.isInfinite()) return POISON;
        BigInteger v = x.truncate();
        boolean fits = signed ? v.bitLength() < to.bits : v.signum() >= 0 && v.bitLength() <= to.bits;
        return fits ? bigValue(to, v) : POISON;
    }

    private int toFloat(Type to, Type from, boolean signed) {
        if (!from.isInt() || !to.isFloat()) return UNKNOWN;
        if (from.bits <= 64 && (to == Type.F64 || to == Type.F32)) {
            long v = signed ? signed(from.bits, a) : unsigned(from.bits, a);
            if (signed || v >= 0) {
                return value(to == Type.F64 ? Double.doubleToRawLongBits(v) : Integer.toUnsignedLong(Float.floatToRawIntBits(v)));
            }
        }
        return bits(SoftFloat.of(big(from, a, ah, signed)), format(to));
    }
}
