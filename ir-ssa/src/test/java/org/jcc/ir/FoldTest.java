package org.jcc.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.jcc.support.SoftFloat;
import org.junit.jupiter.api.Test;

/** {@link Fold} against arithmetic done otherwise: integers of every width in BigInteger, floats by Java's own operations. */
class FoldTest {
    private static final Type[] INTS = {Type.I1, Type.I8, Type.I16, Type.I32, Type.I64, Type.I128};
    private static final long[] SPECIAL = {0, 1, -1, 2, -2, 3, 7, 8, 127, 128, -128, 255, 256, 32767, -32768, 65535, 0x7fffffffL, 0x80000000L, 0xffffffffL,
        Long.MAX_VALUE, Long.MIN_VALUE, 0x5555555555555555L, 63, 64, 31, 32, 127, 33};

    private final Random random = new Random(42);
    private final Fold fold = new Fold();

    private BigInteger number() {
        BigInteger b = BigInteger.valueOf(random.nextInt(3) == 0 ? random.nextLong() : SPECIAL[random.nextInt(SPECIAL.length)]);
        if (random.nextInt(3) == 0) b = b.shiftLeft(64).add(BigInteger.valueOf(random.nextLong()));
        return b;
    }

    private static BigInteger unsigned(int w, BigInteger b) {
        return b.and(BigInteger.ONE.shiftLeft(w).subtract(BigInteger.ONE));
    }

    private static BigInteger signed(int w, BigInteger b) {
        b = unsigned(w, b);
        return b.testBit(w - 1) ? b.subtract(BigInteger.ONE.shiftLeft(w)) : b;
    }

    private static long lo(int w, BigInteger b) {
        return w == 1 ? unsigned(1, b).longValue() : signed(w, b).longValue();
    }

    private static long hi(int w, BigInteger b) {
        return w == 128 ? signed(w, b).shiftRight(64).longValue() : 0;
    }

    private static boolean fits(int w, BigInteger b, boolean sign) {
        return b.equals(sign ? signed(w, b) : unsigned(w, b));
    }

    private static BigInteger big(boolean b) {
        return b ? BigInteger.ONE : BigInteger.ZERO;
    }

    /** The result by definition; null: poison; "undefined" as an exception. */
    private static BigInteger reference(Op op, int w, BigInteger x, BigInteger y, long imm, int flags) {
        BigInteger s = signed(w, x);
        BigInteger t = signed(w, y);
        BigInteger u = unsigned(w, x);
        BigInteger v = unsigned(w, y);
        BigInteger r;
        boolean div = op == Op.SDIV || op == Op.UDIV || op == Op.SREM || op == Op.UREM;
        if (div && v.signum() == 0) throw new ArithmeticException();
        boolean overflow = (op == Op.SDIV || op == Op.SREM) && t.equals(BigInteger.ONE.negate()) && s.equals(BigInteger.ONE.shiftLeft(w - 1).negate());
        if (overflow) throw new ArithmeticException();
        int n = v.min(BigInteger.valueOf(1000)).intValue();
        int k = v.mod(BigInteger.valueOf(w)).intValue();
        switch (op) {
            case ADD, SUB, MUL -> {
                r = op == Op.ADD ? s.add(t) : op == Op.SUB ? s.subtract(t) : s.multiply(t);
                BigInteger q = op == Op.ADD ? u.add(v) : op == Op.SUB ? u.subtract(v) : u.multiply(v);
                if ((flags & Inst.NSW) != 0 && !fits(w, r, true) || (flags & Inst.NUW) != 0 && !fits(w, q, false)) return null;
                return r;
            }
            case SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO -> {
                boolean sign = op == Op.SADDO || op == Op.SSUBO || op == Op.SMULO;
                BigInteger a = sign ? s : u;
                BigInteger b = sign ? t : v;
                r = op == Op.SADDO || op == Op.UADDO ? a.add(b) : op == Op.SSUBO || op == Op.USUBO ? a.subtract(b) : a.multiply(b);
                return big(!fits(w, r, sign));
            }
            case SDIV -> {
                return (flags & Inst.EXACT) != 0 && s.remainder(t).signum() != 0 ? null : s.divide(t);
            }
            case UDIV -> {
                return (flags & Inst.EXACT) != 0 && u.mod(v).signum() != 0 ? null : u.divide(v);
            }
            case SREM -> {
                return s.remainder(t);
            }
            case UREM -> {
                return u.mod(v);
            }
            case AND -> {
                return s.and(t);
            }
            case OR -> {
                return s.or(t);
            }
            case XOR -> {
                return s.xor(t);
            }
            case SHL -> {
                if (n >= w) return null;
                if ((flags & Inst.NSW) != 0 && !fits(w, s.shiftLeft(n), true) || (flags & Inst.NUW) != 0 && !fits(w, u.shiftLeft(n), false)) return null;
                return u.shiftLeft(n);
            }
            case LSHR, ASHR -> {
                if (n >= w) return null;
                r = op == Op.LSHR ? u.shiftRight(n) : s.shiftRight(n);
                if ((flags & Inst.EXACT) != 0 && !unsigned(w, r.shiftLeft(n)).equals(u)) return null;
                return r;
            }
            case ROTL -> {
                return u.shiftLeft(k).or(u.shiftRight(w - k));
            }
            case ROTR -> {
                return u.shiftRight(k).or(u.shiftLeft(w - k));
            }
            case SMULH -> {
                return s.multiply(t).shiftRight(w);
            }
            case UMULH -> {
                return u.multiply(v).shiftRight(w);
            }
            case CLZ -> {
                return BigInteger.valueOf(w - u.bitLength());
            }
            case CTZ -> {
                return BigInteger.valueOf(u.signum() == 0 ? w : u.getLowestSetBit());
            }
            case POPCNT -> {
                return BigInteger.valueOf(u.bitCount());
            }
            case BSWAP, BITREVERSE -> {
                int unit = op == Op.BSWAP ? 8 : 1;
                r = BigInteger.ZERO;
                for (int i = 0; i < w; i += unit) r = r.shiftLeft(unit).or(u.shiftRight(i).and(BigInteger.valueOf((1 << unit) - 1)));
                return r;
            }
            case SMIN -> {
                return s.min(t);
            }
            case SMAX -> {
                return s.max(t);
            }
            case UMIN -> {
                return u.min(v);
            }
            case UMAX -> {
                return u.max(v);
            }
            case ABS -> {
                return (flags & Inst.NSW) != 0 && !fits(w, s.abs(), true) ? null : s.abs();
            }
            case ICMP -> {
                Cond c = Cond.of(imm);
                int d = c.isUnsigned() ? u.compareTo(v) : s.compareTo(t);
                return big(switch (c) {
                    case EQ -> d == 0;
                    case NE -> d != 0;
                    case SLT, ULT -> d < 0;
                    case SLE, ULE -> d <= 0;
                    case SGT, UGT -> d > 0;
                    default -> d >= 0;
                });
            }
            default -> throw new IllegalArgumentException(op.toString());
        }
    }

    private static final Op[] INTEGER = {Op.ADD, Op.SUB, Op.MUL, Op.SDIV, Op.UDIV, Op.SREM, Op.UREM, Op.AND, Op.OR, Op.XOR, Op.SHL, Op.LSHR, Op.ASHR,
        Op.ROTL, Op.ROTR, Op.SMULH, Op.UMULH, Op.SADDO, Op.UADDO, Op.SSUBO, Op.USUBO, Op.SMULO, Op.UMULO, Op.CLZ, Op.CTZ, Op.POPCNT, Op.BSWAP,
        Op.BITREVERSE, Op.SMIN, Op.SMAX, Op.UMIN, Op.UMAX, Op.ABS, Op.ICMP};

    @Test
    void integers() {
        for (Op op : INTEGER) {
            for (Type t : INTS) {
                int w = t.bits;
                if (w < 8 && (op == Op.BSWAP || op == Op.CLZ || op == Op.CTZ || op == Op.POPCNT)) continue;
                boolean truth = op == Op.ICMP || op.name().length() == 5 && op.name().endsWith("O") && op != Op.FCOPYSIGN;
                for (int round = 0; round < 400; round++) {
                    BigInteger x = number();
                    BigInteger y = number();
                    long imm = op == Op.ICMP ? random.nextInt(10) : 0;
                    int flags = random.nextInt(4) == 0 ? random.nextInt(8) : 0;
                    int got = fold.eval(op, truth ? Type.I1 : t, t, imm, flags, lo(w, x), hi(w, x), lo(w, y), hi(w, y), 0, 0);
                    String what = op + " " + t + " " + x + ", " + y + " flags " + flags + " imm " + imm;
                    BigInteger want;
                    try {
                        want = reference(op, w, x, y, imm, flags);
                    } catch (ArithmeticException e) {
                        assertEquals(Fold.UNDEFINED, got, what);
                        continue;
                    }
                    if (want == null) {
                        assertEquals(Fold.POISON, got, what);
                    } else {
                        assertEquals(Fold.VALUE, got, what);
                        int rw = truth ? 1 : w;
                        assertEquals(lo(rw, want), fold.lo, what);
                        assertEquals(hi(rw, want), fold.hi, what);
                    }
                }
            }
        }
    }

    @Test
    void widths() {
        for (Type from : INTS) {
            for (Type to : INTS) {
                if (from == to) continue;
                for (int round = 0; round < 200; round++) {
                    BigInteger x = number();
                    boolean down = to.bits < from.bits;
                    for (Op op : down ? new Op[] {Op.TRUNC} : new Op[] {Op.ZEXT, Op.SEXT}) {
                        assertEquals(Fold.VALUE, fold.eval(op, to, from, 0, 0, lo(from.bits, x), hi(from.bits, x), 0, 0, 0, 0));
                        BigInteger v = op == Op.ZEXT ? unsigned(from.bits, x) : signed(from.bits, x);
                        assertEquals(lo(to.bits, v), fold.lo, op + " " + from + " " + to + " " + x);
                        assertEquals(hi(to.bits, v), fold.hi, op + " " + from + " " + to + " " + x);
                    }
                }
            }
        }
    }

    // ---- floats ----

    private double real() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(20) - 10;
            case 2 -> 0.0;
            case 3 -> -0.0;
            case 4 -> Double.MIN_VALUE * random.nextInt(100);
            case 5 -> random.nextGaussian() * 1e300 * 1e7;
            case 6 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> random.nextGaussian();
        };
    }

    @Test
    void softDoubleAgreesWithJava() {
        SoftFloat.Format d = SoftFloat.Format.F64;
        for (int round = 0; round < 20000; round++) {
            double x = real();
            double y = round % 5 == 0 ? x * (1 + random.nextInt(3) * 0x1p-52) : real();
            double z = real();
            SoftFloat a = SoftFloat.of(x);
            SoftFloat b = SoftFloat.of(y);
            SoftFloat c = SoftFloat.of(z);
            same(x + y, a.add(b).low(d));
            same(x - y, a.subtract(b).low(d));
            same(x * y, a.multiply(b).low(d));
            same(x / y, a.divide(b, d).low(d));
            same(Math.sqrt(x), a.sqrt(d).low(d));
            same(Math.fma(x, y, z), a.fma(b, c).low(d));
            same(Math.floor(x), a.toIntegral(SoftFloat.Integral.FLOOR).low(d));
            same(Math.ceil(x), a.toIntegral(SoftFloat.Integral.CEIL).low(d));
            same(Math.rint(x), a.toIntegral(SoftFloat.Integral.NEAREST).low(d));
            assertEquals(x < y ? -1 : x == y ? 0 : x > y ? 1 : 2, a.compare(b));
            float f = (float) x;
            int narrow = (int) a.round(SoftFloat.Format.F32).low(SoftFloat.Format.F32);
            if (f == f) assertEquals(Float.floatToRawIntBits(f), narrow);
            else assertTrue(Float.isNaN(Float.intBitsToFloat(narrow)));
        }
    }

    /** As x86 has them: the first NaN operand comes back quiet, an invalid operation gives the negative default one. */
    @Test
    void wideNans() {
        long signaling = 0x7ff0000000000123L;
        long quiet = 0x7ff8000000000456L;
        for (Op op : new Op[] {Op.FADD, Op.FSUB, Op.FMUL, Op.FDIV}) {
            assertEquals(0xc000000000000123L, wide(op, 0x8000000000000123L, 0x8000000000000000L));
            assertEquals(0xc000000000000456L, wide(op, 0x8000000000000000L, 0xc000000000000456L));
        }
        fold.eval(Op.FTRUNC, Type.F32, Type.F64, 0, 0, quiet, 0, 0, 0, 0, 0);
        assertEquals(0x7fc00000L, fold.lo);
        fold.eval(Op.FEXT, Type.F128, Type.F64, 0, 0, signaling, 0, 0, 0, 0, 0);
        assertEquals(0x7fff8000_00000012L, fold.hi);
        assertEquals(0x3000000000000000L, fold.lo);
        fold.eval(Op.FSUB, Type.F80, Type.F80, 0, 0, Long.MIN_VALUE, 0x7fff, Long.MIN_VALUE, 0x7fff, 0, 0);
        assertEquals(0xc000000000000000L, fold.lo);
        assertEquals(0xffff, fold.hi);
        // Infinity times zero is invalid only where the third operand is no NaN.
        fold.eval(Op.FMA, Type.F80, Type.F80, 0, 0, Long.MIN_VALUE, 0x7fff, 0, 0, 0xc000000000000007L, 0x7fff);
        assertEquals(0xc000000000000007L, fold.lo);
        assertEquals(0x7fff, fold.hi);
        // A significand without its leading bit.
        fold.eval(Op.FADD, Type.F80, Type.F80, 0, 0, 1, 0x3fff, Long.MIN_VALUE, 0x3fff, 0, 0);
        assertEquals(0xc000000000000001L, fold.lo);
    }

    /** On two f80 NaNs or infinities of these significands. */
    private long wide(Op op, long x, long y) {
        assertEquals(Fold.VALUE, fold.eval(op, Type.F80, Type.F80, 0, 0, x, 0x7fff, y, 0x7fff, 0, 0));
        return fold.lo;
    }

    private static void same(double want, long got) {
        if (want != want) assertTrue(Double.isNaN(Double.longBitsToDouble(got)));
        else assertEquals(Double.doubleToRawLongBits(want), got, () -> want + " got " + Double.longBitsToDouble(got));
    }

    /** A double goes to f80 and f128 and back unchanged; sums of doubles are exact there when they fit. */
    @Test
    void wideFormats() {
        for (Type w : new Type[] {Type.F80, Type.F128}) {
            for (int round = 0; round < 5000; round++) {
                double x = real();
                if (x != x) continue;
                assertEquals(Fold.VALUE, fold.eval(Op.FEXT, w, Type.F64, 0, 0, Double.doubleToRawLongBits(x), 0, 0, 0, 0, 0));
                long lo = fold.lo;
                long hi = fold.hi;
                assertEquals(Fold.VALUE, fold.eval(Op.FTRUNC, Type.F64, w, 0, 0, lo, hi, 0, 0, 0, 0));
                assertEquals(Double.doubleToRawLongBits(x), fold.lo);
                fold.eval(Op.FMUL, w, w, 0, 0, lo, hi, lo, hi, 0, 0);
                long sl = fold.lo;
                long sh = fold.hi;
                fold.eval(Op.FSQRT, w, w, 0, 0, sl, sh, 0, 0, 0, 0);
                fold.eval(Op.FTRUNC, Type.F64, w, 0, 0, fold.lo, fold.hi, 0, 0, 0, 0);
                assertEquals(Double.doubleToRawLongBits(Math.abs(x)), fold.lo, "sqrt(x*x) of " + x + " in " + w);
            }
        }
        // 1.0 and pi as the x87 has them.
        fold.eval(Op.FEXT, Type.F80, Type.F64, 0, 0, Double.doubleToRawLongBits(1.0), 0, 0, 0, 0, 0);
        assertEquals(0x8000000000000000L, fold.lo);
        assertEquals(0x3fff, fold.hi);
        fold.eval(Op.FEXT, Type.F128, Type.F64, 0, 0, Double.doubleToRawLongBits(-2.0), 0, 0, 0, 0, 0);
        assertEquals(0xc000000000000000L, fold.hi);
    }

    @Test
    void floatAndInteger() {
        for (Type f : new Type[] {Type.F32, Type.F64, Type.F80, Type.F128}) {
            for (Type t : INTS) {
                if (t == Type.I1) continue;
                for (int round = 0; round < 300; round++) {
                    BigInteger x = number();
                    for (boolean sign : new boolean[] {true, false}) {
                        BigInteger v = sign ? signed(t.bits, x) : unsigned(t.bits, x);
                        assertEquals(Fold.VALUE, fold.eval(sign ? Op.SITOFP : Op.UITOFP, f, t, 0, 0, lo(t.bits, x), hi(t.bits, x), 0, 0, 0, 0));
                        if (f == Type.F64) assertEquals(Double.doubleToRawLongBits(v.doubleValue()), fold.lo);
                        if (f == Type.F32) assertEquals(Float.floatToRawIntBits(v.floatValue()), (int) fold.lo);
                        long fl = fold.lo;
                        long fh = fold.hi;
                        SoftFloat soft = SoftFloat.fromBits(Fold.format(f), fl, fh);
                        BigInteger back = soft.isInfinite() || soft.isNaN() ? null : soft.truncate();
                        int got = fold.eval(sign ? Op.FPTOSI : Op.FPTOUI, t, f, 0, 0, fl, fh, 0, 0, 0, 0);
                        if (back == null || !fits(t.bits, back, sign)) {
                            assertEquals(Fold.POISON, got);
                        } else {
                            assertEquals(Fold.VALUE, got);
                            assertEquals(lo(t.bits, back), fold.lo);
                            assertEquals(hi(t.bits, back), fold.hi);
                        }
                        if (v.bitLength() <= Fold.format(f).precision) assertEquals(v, back);
                    }
                }
            }
        }
    }

    @Test
    void nans() {
        // x86: an invalid operation gives the negative quiet NaN.
        fold.eval(Op.FDIV, Type.F64, Type.F64, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(0xfff8000000000000L, fold.lo);
        fold.eval(Op.FSQRT, Type.F32, Type.F32, 0, 0, 0xbf800000L, 0, 0, 0, 0, 0);
        assertEquals(0xffc00000L, fold.lo);
        fold.eval(Op.FADD, Type.F64, Type.F64, 0, 0, 0x7ff0000000000001L, 0, 0x7ff8000000000123L, 0, 0, 0);
        assertEquals(0x7ff8000000000001L, fold.lo);
    }
}
