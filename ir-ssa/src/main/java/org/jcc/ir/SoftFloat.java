package org.jcc.ir;

import java.math.BigInteger;

/**
 * Binary floating point of any format in exact arithmetic: an operand is an integer times a power of two, the result is
 * computed exactly (division and root: with a sticky bit) and rounded once, to nearest, ties to even. For the formats that Java lacks, x87's
 * 80 bits and IEEE binary128, and to check the others.
 *
 * <p>A value is passed as its bits in two longs, low and high. NaNs follow x86: an invalid operation gives the negative
 * quiet NaN; an operand that is a NaN comes back quieted, the first one first.
 */
final class SoftFloat {
    enum Kind { ZERO, FINITE, INF, NAN }

    /** Exponent bits and precision (the leading one counted). */
    record Format(int exponentBits, int precision, boolean explicitOne) {
        int bias() {
            return (1 << exponentBits - 1) - 1;
        }

        int maxBiased() {
            return (1 << exponentBits) - 1;
        }

        /** Bits of the stored fraction. */
        int stored() {
            return explicitOne ? precision : precision - 1;
        }
    }

    private static final Format F32 = new Format(8, 24, false);
    private static final Format F64 = new Format(11, 53, false);
    private static final Format F80 = new Format(15, 64, true);
    private static final Format F128 = new Format(15, 113, false);

    /** A number: {@code sig * 2^exp}, {@code sig} positive if finite; of a NaN {@code sig} is the stored fraction. */
    record Num(Kind kind, boolean neg, BigInteger sig, int exp) {
        boolean isNaN() {
            return kind == Kind.NAN;
        }

        Num negate() {
            return new Num(kind, !neg, sig, exp);
        }
    }

    /** Bits in two words. */
    record Bits(long lo, long hi) {}

    private static final BigInteger ONE = BigInteger.ONE;

    private SoftFloat() {}

    static Format format(Type t) {
        if (t == Type.F32) return F32;
        if (t == Type.F64) return F64;
        if (t == Type.F80) return F80;
        if (t == Type.F128) return F128;
        throw new IllegalArgumentException("no floating type: " + t);
    }

    static BigInteger unsigned(long lo, long hi) {
        BigInteger l = lo >= 0 ? BigInteger.valueOf(lo) : BigInteger.valueOf(lo).add(ONE.shiftLeft(64));
        if (hi == 0) return l;
        BigInteger h = hi >= 0 ? BigInteger.valueOf(hi) : BigInteger.valueOf(hi).add(ONE.shiftLeft(64));
        return h.shiftLeft(64).or(l);
    }

    static Num unpack(Type t, long lo, long hi) {
        Format f = format(t);
        BigInteger all = unsigned(lo, hi);
        int stored = f.stored();
        BigInteger fraction = all.and(ONE.shiftLeft(stored).subtract(ONE));
        int biased = all.shiftRight(stored).intValue() & f.maxBiased();
        boolean neg = all.testBit(stored + f.exponentBits);
        if (biased == f.maxBiased()) {
            BigInteger rest = f.explicitOne ? fraction.clearBit(stored - 1) : fraction;
            boolean inf = rest.signum() == 0 && (!f.explicitOne || fraction.testBit(stored - 1));
            return new Num(inf ? Kind.INF : Kind.NAN, neg, fraction, 0);
        }
        if (f.explicitOne) {
            if (biased != 0 && !fraction.testBit(stored - 1)) return new Num(Kind.NAN, neg, fraction.setBit(stored - 1).setBit(stored - 2), 0);
        } else if (biased != 0) {
            fraction = fraction.setBit(stored);
        }
        if (fraction.signum() == 0) return new Num(Kind.ZERO, neg, fraction, 0);
        return new Num(Kind.FINITE, neg, fraction, Math.max(biased, 1) - f.bias() - (f.precision - 1));
    }

    private static Bits encode(Format f, boolean neg, int biased, BigInteger fraction) {
        BigInteger all = BigInteger.valueOf((long) (neg ? 1 : 0) << f.exponentBits | biased).shiftLeft(f.stored()).or(fraction);
        return new Bits(all.longValue(), all.shiftRight(64).longValue());
    }

    static Bits zero(Type t, boolean neg) {
        return encode(format(t), neg, 0, BigInteger.ZERO);
    }

    static Bits infinity(Type t, boolean neg) {
        Format f = format(t);
        return encode(f, neg, f.maxBiased(), f.explicitOne ? ONE.shiftLeft(63) : BigInteger.ZERO);
    }

    /** What an invalid operation gives. */
    static Bits invalid(Type t) {
        Format f = format(t);
        BigInteger quiet = ONE.shiftLeft(f.precision - 2);
        return encode(f, true, f.maxBiased(), f.explicitOne ? quiet.setBit(63) : quiet);
    }

    /** A NaN of format {@code from} as one of format {@code to}, quiet. */
    static Bits nan(Type to, Type from, Num n) {
        Format a = format(from);
        Format b = format(to);
        BigInteger payload = a.explicitOne ? n.sig.clearBit(63) : n.sig;
        int shift = b.precision - a.precision;
        payload = shift >= 0 ? payload.shiftLeft(shift) : payload.shiftRight(-shift);
        payload = payload.setBit(b.precision - 2);
        return encode(b, n.neg, b.maxBiased(), b.explicitOne ? payload.setBit(63) : payload);
    }

    /** {@code sig * 2^exp}, a little more in size if {@code sticky}, rounded. */
    static Bits round(Type t, boolean neg, BigInteger sig, int exp, boolean sticky) {
        Format f = format(t);
        if (sig.signum() == 0) return zero(t, neg);
        int p = f.precision;
        int e = exp + sig.bitLength() - 1;
        int emin = 1 - f.bias();
        int quantum = Math.max(e, emin) - p + 1;
        int shift = quantum - exp;
        if (shift > 0) {
            BigInteger kept = sig.shiftRight(shift);
            boolean half = sig.testBit(shift - 1);
            boolean below = sticky || shift > 1 && sig.getLowestSetBit() < shift - 1;
            if (half && (below || kept.testBit(0))) kept = kept.add(ONE);
            sig = kept;
        } else {
            sig = sig.shiftLeft(-shift);
        }
        if (sig.bitLength() > p) {
            sig = sig.shiftRight(1);
            quantum++;
        }
        if (sig.signum() == 0) return zero(t, neg);
        int biased = sig.bitLength() == p ? quantum + p - 1 + f.bias() : 0;
        if (biased >= f.maxBiased()) return infinity(t, neg);
        return encode(f, neg, biased, f.explicitOne || biased == 0 ? sig : sig.clearBit(p - 1));
    }

    static Bits pack(Type t, Num n) {
        return switch (n.kind) {
            case ZERO -> zero(t, n.neg);
            case INF -> infinity(t, n.neg);
            case NAN -> nan(t, t, n);
            case FINITE -> round(t, n.neg, n.sig, n.exp, false);
        };
    }

    // ---- arithmetic ----

    static Bits add(Type t, Num a, Num b) {
        if (a.isNaN()) return nan(t, t, a);
        if (b.isNaN()) return nan(t, t, b);
        if (a.kind == Kind.INF) return b.kind == Kind.INF && a.neg != b.neg ? invalid(t) : infinity(t, a.neg);
        if (b.kind == Kind.INF) return infinity(t, b.neg);
        if (a.kind == Kind.ZERO && b.kind == Kind.ZERO) return zero(t, a.neg && b.neg);
        if (a.kind == Kind.ZERO) return pack(t, b);
        if (b.kind == Kind.ZERO) return pack(t, a);
        return sum(t, a, b);
    }

    private static Bits sum(Type t, Num a, Num b) {
        int exp = Math.min(a.exp, b.exp);
        BigInteger x = a.sig.shiftLeft(a.exp - exp);
        BigInteger y = b.sig.shiftLeft(b.exp - exp);
        BigInteger s = (a.neg ? x.negate() : x).add(b.neg ? y.negate() : y);
        if (s.signum() == 0) return zero(t, false);
        return round(t, s.signum() < 0, s.abs(), exp, false);
    }

    static Bits mul(Type t, Num a, Num b) {
        if (a.isNaN()) return nan(t, t, a);
        if (b.isNaN()) return nan(t, t, b);
        boolean neg = a.neg != b.neg;
        if (a.kind == Kind.INF || b.kind == Kind.INF) return a.kind == Kind.ZERO || b.kind == Kind.ZERO ? invalid(t) : infinity(t, neg);
        if (a.kind == Kind.ZERO || b.kind == Kind.ZERO) return zero(t, neg);
        return round(t, neg, a.sig.multiply(b.sig), a.exp + b.exp, false);
    }

    static Bits div(Type t, Num a, Num b) {
        if (a.isNaN()) return nan(t, t, a);
        if (b.isNaN()) return nan(t, t, b);
        boolean neg = a.neg != b.neg;
        if (a.kind == Kind.INF) return b.kind == Kind.INF ? invalid(t) : infinity(t, neg);
        if (b.kind == Kind.INF) return zero(t, neg);
        if (b.kind == Kind.ZERO) return a.kind == Kind.ZERO ? invalid(t) : infinity(t, neg);
        if (a.kind == Kind.ZERO) return zero(t, neg);
        int extra = Math.max(0, b.sig.bitLength() - a.sig.bitLength()) + format(t).precision + 3;
        BigInteger[] q = a.sig.shiftLeft(extra).divideAndRemainder(b.sig);
        return round(t, neg, q[0], a.exp - b.exp - extra, q[1].signum() != 0);
    }

    static Bits sqrt(Type t, Num a) {
        if (a.isNaN()) return nan(t, t, a);
        if (a.kind == Kind.ZERO) return zero(t, a.neg);
        if (a.neg) return invalid(t);
        if (a.kind == Kind.INF) return infinity(t, false);
        int extra = 2 * (format(t).precision + 3);
        if ((a.exp - extra & 1) != 0) extra++;
        BigInteger[] r = a.sig.shiftLeft(extra).sqrtAndRemainder();
        return round(t, false, r[0], (a.exp - extra) / 2, r[1].signum() != 0);
    }

    static Bits fma(Type t, Num a, Num b, Num c) {
        if (a.isNaN()) return nan(t, t, a);
        if (b.isNaN()) return nan(t, t, b);
        if (c.isNaN()) return nan(t, t, c);
        boolean neg = a.neg != b.neg;
        if (a.kind == Kind.INF || b.kind == Kind.INF) {
            if (a.kind == Kind.ZERO || b.kind == Kind.ZERO || c.kind == Kind.INF && c.neg != neg) return invalid(t);
            return infinity(t, neg);
        }
        if (c.kind == Kind.INF) return infinity(t, c.neg);
        if (a.kind == Kind.ZERO || b.kind == Kind.ZERO) return c.kind == Kind.ZERO ? zero(t, neg && c.neg) : pack(t, c);
        Num product = new Num(Kind.FINITE, neg, a.sig.multiply(b.sig), a.exp + b.exp);
        if (c.kind == Kind.ZERO) return round(t, neg, product.sig, product.exp, false);
        return sum(t, product, c);
    }

    /** Less, equal, greater: -1, 0, 1; 2 if unordered. */
    static int compare(Num a, Num b) {
        if (a.isNaN() || b.isNaN()) return 2;
        int x = signum(a);
        int y = signum(b);
        if (x != y) return Integer.compare(x, y);
        if (x == 0) return 0;
        if (a.kind == Kind.INF || b.kind == Kind.INF) return a.kind == b.kind ? 0 : a.kind == Kind.INF ? x : -x;
        int exp = Math.min(a.exp, b.exp);
        return x * a.sig.shiftLeft(a.exp - exp).compareTo(b.sig.shiftLeft(b.exp - exp));
    }

    private static int signum(Num a) {
        return a.kind == Kind.ZERO ? 0 : a.neg ? -1 : 1;
    }

    enum Integral { FLOOR, CEIL, TRUNC, NEAREST }

    static Bits toIntegral(Type t, Num a, Integral mode) {
        if (a.kind != Kind.FINITE || a.exp >= 0) return pack(t, a);
        BigInteger i = a.sig.shiftRight(-a.exp);
        boolean inexact = a.sig.getLowestSetBit() < -a.exp;
        boolean up = switch (mode) {
            case TRUNC -> false;
            case FLOOR -> inexact && a.neg;
            case CEIL -> inexact && !a.neg;
            case NEAREST -> a.sig.testBit(-a.exp - 1) && (i.testBit(0) || a.sig.getLowestSetBit() < -a.exp - 1);
        };
        if (up) i = i.add(ONE);
        return round(t, a.neg, i, 0, false);
    }

    /** Toward zero; null for NaN and infinity. */
    static BigInteger toInteger(Num a) {
        if (a.kind == Kind.ZERO) return BigInteger.ZERO;
        if (a.kind != Kind.FINITE || a.exp > 20000) return null;
        BigInteger i = a.exp >= 0 ? a.sig.shiftLeft(a.exp) : a.sig.shiftRight(-a.exp);
        return a.neg ? i.negate() : i;
    }

    static Bits fromInteger(Type t, BigInteger i) {
        return round(t, i.signum() < 0, i.abs(), 0, false);
    }

    static Bits convert(Type to, Type from, Num a) {
        return a.isNaN() ? nan(to, from, a) : pack(to, a);
    }
}
