package org.jcc.support;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A floating-point number of any format, computed exactly and rounded once (IEEE 754-2019, round to nearest even).
 *
 * <p>A value is zero, {@code ±mantissa * 2^exponent}, an infinity or a NaN, each with a sign. Sums and products of such
 * values are exact; {@link #round} gives the nearest value of a {@link Format}, subnormals and overflow included. So
 * {@code a.add(b).round(X87)} is what the x87 computes. Constants are what this class is for: it is exact, not fast.
 *
 * <p>The bits of a value are two longs, as the IR has them: binary16 to binary64 in the low one; x87's significand in the
 * low one and its sign and exponent in the 16 low bits of the high one; binary128 in both.
 */
public final class SoftFloat {
    /** The formats: precision counts the leading bit. */
    public enum Format {
        F16(11, 5), BF16(8, 8), F32(24, 8), F64(53, 11), X87(64, 15), QUAD(113, 15);

        public final int precision;
        public final int exponentBits;
        /** Exponent of the greatest binade, and the bias. */
        public final int maxExponent;
        /** Exponent of the least normal binade. */
        public final int minExponent;

        Format(int precision, int exponentBits) {
            this.precision = precision;
            this.exponentBits = exponentBits;
            this.maxExponent = (1 << exponentBits - 1) - 1;
            this.minExponent = 1 - maxExponent;
        }

        /** Stored bits of the significand, without the leading one if it is implied. */
        int fractionBits() {
            return this == X87 ? 64 : precision - 1;
        }
    }

    private enum Kind { ZERO, FINITE, INFINITE, NAN }

    private final Kind kind;
    private final boolean negative;
    /** Of FINITE: positive and odd; of NAN: the payload below the quiet bit, aligned to 111 bits. */
    private final BigInteger mantissa;
    private final int exponent;
    /** Of NAN. */
    private final boolean signaling;

    private static final int PAYLOAD_BITS = 111;

    public static final SoftFloat ZERO = new SoftFloat(Kind.ZERO, false, BigInteger.ZERO, 0, false);
    public static final SoftFloat ONE = of(1);
    public static final SoftFloat INFINITY = new SoftFloat(Kind.INFINITE, false, BigInteger.ZERO, 0, false);
    public static final SoftFloat NAN = new SoftFloat(Kind.NAN, false, BigInteger.ZERO, 0, false);

    private SoftFloat(Kind kind, boolean negative, BigInteger mantissa, int exponent, boolean signaling) {
        this.kind = kind;
        this.negative = negative;
        this.mantissa = mantissa;
        this.exponent = exponent;
        this.signaling = signaling;
    }

    private static SoftFloat finite(boolean negative, BigInteger mantissa, int exponent) {
        if (mantissa.signum() == 0) return negative ? ZERO.negate() : ZERO;
        int zeros = mantissa.getLowestSetBit();
        return new SoftFloat(Kind.FINITE, negative, mantissa.shiftRight(zeros), exponent + zeros, false);
    }

    // ---- making ----

    public static SoftFloat of(long v) {
        return of(BigInteger.valueOf(v));
    }

    public static SoftFloat of(BigInteger v) {
        return finite(v.signum() < 0, v.abs(), 0);
    }

    public static SoftFloat of(double v) {
        return fromBits(Format.F64, Double.doubleToRawLongBits(v), 0);
    }

    /** A NaN with a payload, of 111 bits below the quiet bit from the top; see {@link #nan(BigInteger, boolean, Format)}. */
    public static SoftFloat nan(BigInteger payload, boolean signaling, Format f) {
        int bits = f.precision - 2;
        BigInteger p = payload.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        if (signaling && p.signum() == 0) p = BigInteger.ONE.shiftLeft(bits - 1);
        return new SoftFloat(Kind.NAN, false, p.shiftLeft(PAYLOAD_BITS - bits), 0, signaling);
    }

    /**
     * A C floating constant without suffix (C17 6.4.4.2), decimal or hexadecimal, rounded once to the format.
     *
     * @throws NumberFormatException if it is none
     */
    public static SoftFloat parse(String s, Format f) {
        s = s.replace("'", "");
        boolean hex = s.startsWith("0x") || s.startsWith("0X");
        int base = hex ? 16 : 10;
        int i = hex ? 2 : 0;
        StringBuilder digits = new StringBuilder();
        long scale = 0;
        boolean point = false;
        for (; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '.') {
                if (point) throw new NumberFormatException(s);
                point = true;
            } else if (Character.digit(c, base) >= 0) {
                digits.append(c);
                if (point) scale--;
            } else {
                break;
            }
        }
        if (digits.isEmpty()) throw new NumberFormatException(s);
        long exp = 0;
        if (i < s.length()) {
            char c = Character.toLowerCase(s.charAt(i));
            if (c != (hex ? 'p' : 'e')) throw new NumberFormatException(s);
            String e = s.substring(i + 1);
            if (e.isEmpty() || !e.matches("[+-]?[0-9]+")) throw new NumberFormatException(s);
            BigInteger big = new BigInteger(e.startsWith("+") ? e.substring(1) : e);
            exp = big.bitLength() > 40 ? big.signum() * (1L << 40) : big.longValue();
        }
        BigInteger n = digits.length() > 20000 ? shorten(digits, base) : new BigInteger(digits.toString(), base);
        if (digits.length() > 20000) scale += digits.length() - 20000;
        if (n.signum() == 0) return ZERO;
        if (hex) {
            long e = scale * 4 + exp;
            if (e > 100000) return INFINITY;
            if (e < -200000 - n.bitLength()) return ZERO;
            return finite(false, n, (int) e).round(f);
        }
        long e = scale + exp;
        long magnitude = e + (long) (n.bitLength() * 0.30103);
        if (magnitude > 6000) return INFINITY;
        if (magnitude < -6000) return ZERO;
        if (e >= 0) return finite(false, n.multiply(BigInteger.TEN.pow((int) e)), 0).round(f);
        return quotient(false, n, BigInteger.TEN.pow((int) -e), 0, f);
    }

    /** The first 20,000 digits, the last made odd so that the rest is not forgotten in rounding. */
    private static BigInteger shorten(StringBuilder digits, int base) {
        BigInteger head = new BigInteger(digits.substring(0, 20000), base);
        for (int i = 20000; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') return head.setBit(0);
        }
        return head;
    }

    /** {@code num / den * 2^exp}, rounded once. */
    private static SoftFloat quotient(boolean negative, BigInteger num, BigInteger den, int exp, Format f) {
        int shift = Math.max(0, f.precision + 3 + den.bitLength() - num.bitLength());
        BigInteger[] qr = num.shiftLeft(shift).divideAndRemainder(den);
        BigInteger q = qr[0].shiftLeft(1);
        if (qr[1].signum() != 0) q = q.setBit(0);
        return finite(negative, q, exp - shift - 1).round(f);
    }

    // ---- bits ----

    public static SoftFloat fromBits(Format f, long low, long high) {
        boolean negative;
        int e;
        BigInteger frac;
        int emax = (1 << f.exponentBits) - 1;
        switch (f) {
            case X87 -> {
                negative = (high & 0x8000) != 0;
                e = (int) (high & 0x7fff);
                frac = unsigned(low);
                if (e == emax) {
                    if (low == Long.MIN_VALUE) return negative ? INFINITY.negate() : INFINITY;
                    return new SoftFloat(Kind.NAN, negative, unsigned(low & 0x3fff_ffff_ffff_ffffL).shiftLeft(PAYLOAD_BITS - 62), 0,
                            low < 0 && (low >> 62 & 1) == 0);
                }
                // Without its leading bit the value is none: the x87 takes it for an invalid operand.
                if (e != 0 && low >= 0) return new SoftFloat(Kind.NAN, negative, unsigned(low & 0x3fff_ffff_ffff_ffffL).shiftLeft(PAYLOAD_BITS - 62), 0, false);
                return finite(negative, frac, Math.max(e, 1) - f.maxExponent - 63);
            }
            case QUAD -> {
                negative = high < 0;
                e = (int) (high >>> 48) & 0x7fff;
                frac = unsigned(high & 0xffff_ffff_ffffL).shiftLeft(64).or(unsigned(low));
            }
            default -> {
                int fb = f.fractionBits();
                negative = (low >>> fb + f.exponentBits & 1) != 0;
                e = (int) (low >>> fb) & emax;
                frac = BigInteger.valueOf(low & (1L << fb) - 1);
            }
        }
        int fb = f.fractionBits();
        if (e == emax) {
            if (frac.signum() == 0) return negative ? INFINITY.negate() : INFINITY;
            return new SoftFloat(Kind.NAN, negative, frac.clearBit(fb - 1).shiftLeft(PAYLOAD_BITS - fb + 1), 0, !frac.testBit(fb - 1));
        }
        if (e != 0) frac = frac.setBit(fb);
        return finite(negative, frac, Math.max(e, 1) - f.maxExponent - fb);
    }

    private static BigInteger unsigned(long v) {
        BigInteger b = BigInteger.valueOf(v & Long.MAX_VALUE);
        return v < 0 ? b.setBit(63) : b;
    }

    /** The low 64 bits of this value, which must be one of the format ({@link #round}). */
    public long low(Format f) {
        return bits(f).longValue();
    }

    /** What of the bits is above 64. */
    public long high(Format f) {
        return f == Format.X87 || f == Format.QUAD ? bits(f).shiftRight(64).longValue() : 0;
    }

    private BigInteger bits(Format f) {
        int fb = f.fractionBits();
        int emax = (1 << f.exponentBits) - 1;
        BigInteger sign = negative ? BigInteger.ONE.shiftLeft(fb + f.exponentBits) : BigInteger.ZERO;
        BigInteger top = BigInteger.valueOf(emax).shiftLeft(fb);
        switch (kind) {
            case ZERO -> {
                return sign;
            }
            case INFINITE -> {
                return sign.or(f == Format.X87 ? top.setBit(63) : top);
            }
            case NAN -> {
                int quiet = f.precision - 2;
                BigInteger frac = mantissa.shiftRight(PAYLOAD_BITS - quiet);
                if (!signaling) frac = frac.setBit(quiet);
                else if (frac.signum() == 0) frac = frac.setBit(quiet - 1);
                if (f == Format.X87) frac = frac.setBit(63);
                return sign.or(top).or(frac);
            }
            default -> {
                SoftFloat v = round(f);
                if (v.kind != Kind.FINITE) return v.bits(f);
                int lead = v.exponent + v.mantissa.bitLength() - 1;
                int e = Math.max(lead, f.minExponent);
                BigInteger frac = v.mantissa.shiftLeft(v.exponent - (e - f.precision + 1));
                boolean normal = lead >= f.minExponent;
                if (f != Format.X87 && normal) frac = frac.clearBit(fb);
                return sign.or(BigInteger.valueOf(normal ? e + f.maxExponent : 0).shiftLeft(fb)).or(frac);
            }
        }
    }

    /** The exact value of a finite number. */
    public BigDecimal toBigDecimal() {
        BigDecimal m = new BigDecimal(negative ? mantissa.negate() : mantissa);
        return exponent >= 0 ? m.multiply(new BigDecimal(BigInteger.TWO.pow(exponent))) : m.divide(new BigDecimal(BigInteger.TWO.pow(-exponent)));
    }

    /** The nearest value of the format. */
    public static SoftFloat of(BigDecimal v, Format f) {
        SoftFloat r = parse(v.abs().toString(), f);
        return v.signum() < 0 ? r.negate() : r;
    }

    public double toDouble() {
        return Double.longBitsToDouble(round(Format.F64).low(Format.F64));
    }

    // ---- arithmetic ----

    /** The nearest value of the format, ties to even. Signaling NaNs stay. */
    public SoftFloat round(Format f) {
        if (kind != Kind.FINITE) return this;
        int lead = exponent + mantissa.bitLength() - 1;
        int ulp = Math.max(lead, f.minExponent) - f.precision + 1;
        SoftFloat v = this;
        if (exponent < ulp) {
            int drop = ulp - exponent;
            if (drop > mantissa.bitLength() + 1) return negative ? ZERO.negate() : ZERO;
            BigInteger q = mantissa.shiftRight(drop);
            boolean half = mantissa.testBit(drop - 1);
            boolean more = mantissa.getLowestSetBit() < drop - 1;
            if (half && (more || q.testBit(0))) q = q.add(BigInteger.ONE);
            v = finite(negative, q, ulp);
            if (v.kind != Kind.FINITE) return v;
            lead = v.exponent + v.mantissa.bitLength() - 1;
        }
        return lead > f.maxExponent ? negative ? INFINITY.negate() : INFINITY : v;
    }

    public SoftFloat negate() {
        return new SoftFloat(kind, !negative, mantissa, exponent, signaling);
    }

    public SoftFloat abs() {
        return negative ? negate() : this;
    }

    public SoftFloat copySign(SoftFloat sign) {
        return negative == sign.negative ? this : negate();
    }

    /** A NaN made quiet; any other value itself. */
    public SoftFloat quiet() {
        return signaling ? new SoftFloat(Kind.NAN, negative, mantissa, 0, false) : this;
    }

    /** The default NaN of invalid operations: x86's is negative. */
    private static SoftFloat invalid() {
        return NAN.negate();
    }

    /** Exact; a zero sum of opposite values is positive. */
    public SoftFloat add(SoftFloat o) {
        if (kind == Kind.NAN) return quiet();
        if (o.kind == Kind.NAN) return o.quiet();
        if (kind == Kind.INFINITE) return o.kind == Kind.INFINITE && o.negative != negative ? invalid() : this;
        if (o.kind == Kind.INFINITE) return o;
        if (kind == Kind.ZERO) return o.kind == Kind.ZERO ? negative && o.negative ? this : ZERO : o;
        if (o.kind == Kind.ZERO) return this;
        int e = Math.min(exponent, o.exponent);
        BigInteger sum = signed().shiftLeft(exponent - e).add(o.signed().shiftLeft(o.exponent - e));
        return finite(sum.signum() < 0, sum.abs(), e);
    }

    public SoftFloat subtract(SoftFloat o) {
        return o.kind == Kind.NAN && kind != Kind.NAN ? o.quiet() : add(o.negate());
    }

    /** Exact. */
    public SoftFloat multiply(SoftFloat o) {
        if (kind == Kind.NAN) return quiet();
        if (o.kind == Kind.NAN) return o.quiet();
        boolean neg = negative != o.negative;
        if (kind == Kind.INFINITE || o.kind == Kind.INFINITE) {
            if (kind == Kind.ZERO || o.kind == Kind.ZERO) return invalid();
            return neg ? INFINITY.negate() : INFINITY;
        }
        if (kind == Kind.ZERO || o.kind == Kind.ZERO) return neg ? ZERO.negate() : ZERO;
        return finite(neg, mantissa.multiply(o.mantissa), exponent + o.exponent);
    }

    /** {@code this * b + c}, exact. */
    public SoftFloat fma(SoftFloat b, SoftFloat c) {
        return c.kind == Kind.NAN && kind != Kind.NAN && b.kind != Kind.NAN ? c.quiet() : multiply(b).add(c);
    }

    /** Rounded to the format. */
    public SoftFloat divide(SoftFloat o, Format f) {
        if (kind == Kind.NAN) return quiet();
        if (o.kind == Kind.NAN) return o.quiet();
        boolean neg = negative != o.negative;
        if (kind == Kind.INFINITE) return o.kind == Kind.INFINITE ? invalid() : neg ? INFINITY.negate() : INFINITY;
        if (o.kind == Kind.INFINITE) return neg ? ZERO.negate() : ZERO;
        if (o.kind == Kind.ZERO) return kind == Kind.ZERO ? invalid() : neg ? INFINITY.negate() : INFINITY;
        if (kind == Kind.ZERO) return neg ? ZERO.negate() : ZERO;
        return quotient(neg, mantissa, o.mantissa, exponent - o.exponent, f);
    }

    /** The square root, rounded to the format. */
    public SoftFloat sqrt(Format f) {
        if (kind == Kind.NAN) return quiet();
        if (kind == Kind.ZERO) return this;
        if (negative) return invalid();
        if (kind == Kind.INFINITE) return this;
        int shift = Math.max(0, 2 * (f.precision + 3) - mantissa.bitLength());
        if ((exponent - shift & 1) != 0) shift++;
        BigInteger[] root = mantissa.shiftLeft(shift).sqrtAndRemainder();
        BigInteger q = root[0].shiftLeft(1);
        if (root[1].signum() != 0) q = q.setBit(0);
        return finite(false, q, (exponent - shift) / 2 - 1).round(f);
    }

    /** Ways to an integral value; to nearest with ties to even. */
    public enum Integral { FLOOR, CEIL, TRUNC, NEAREST }

    /** An integral value near this one, of its sign. */
    public SoftFloat toIntegral(Integral mode) {
        if (kind != Kind.FINITE || exponent >= 0) return quiet();
        BigInteger i = mantissa.shiftRight(-exponent);
        // The mantissa is odd: there is a fraction.
        boolean up = switch (mode) {
            case TRUNC -> false;
            case FLOOR -> negative;
            case CEIL -> !negative;
            case NEAREST -> mantissa.testBit(-exponent - 1) && (i.testBit(0) || exponent < -1);
        };
        return finite(negative, up ? i.add(BigInteger.ONE) : i, 0);
    }

    private BigInteger signed() {
        return negative ? mantissa.negate() : mantissa;
    }

    // ---- asking ----

    public boolean isNaN() {
        return kind == Kind.NAN;
    }

    public boolean isSignaling() {
        return signaling;
    }

    public boolean isInfinite() {
        return kind == Kind.INFINITE;
    }

    public boolean isZero() {
        return kind == Kind.ZERO;
    }

    public boolean isNegative() {
        return negative;
    }

    /** -1, 0, 1, or 2 if unordered. */
    public int compare(SoftFloat o) {
        if (kind == Kind.NAN || o.kind == Kind.NAN) return 2;
        int s = signum();
        int t = o.signum();
        if (s != t || s == 0) return Integer.compare(s, t);
        if (kind == Kind.INFINITE || o.kind == Kind.INFINITE) return kind == o.kind ? 0 : kind == Kind.INFINITE ? s : -s;
        int e = Math.min(exponent, o.exponent);
        return signed().shiftLeft(exponent - e).compareTo(o.signed().shiftLeft(o.exponent - e));
    }

    /** -1, 0 or 1; of a NaN 1 or -1 by its sign. */
    public int signum() {
        return kind == Kind.ZERO ? 0 : negative ? -1 : 1;
    }

    /** The integer toward zero; of infinities and NaNs zero. */
    public BigInteger truncate() {
        if (kind != Kind.FINITE) return BigInteger.ZERO;
        return exponent >= 0 ? signed().shiftLeft(exponent) : negative ? mantissa.shiftRight(-exponent).negate() : mantissa.shiftRight(-exponent);
    }

    /** True if the value is an integer. */
    public boolean isIntegral() {
        return kind == Kind.ZERO || kind == Kind.FINITE && exponent >= 0;
    }

    /** Exact in the format: rounding would change nothing. */
    public boolean fits(Format f) {
        return kind != Kind.FINITE || round(f).compare(this) == 0;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case ZERO -> negative ? "-0" : "0";
            case INFINITE -> negative ? "-inf" : "inf";
            case NAN -> (negative ? "-" : "") + (signaling ? "snan" : "nan");
            case FINITE -> (negative ? "-0x" : "0x") + mantissa.toString(16) + "p" + exponent;
        };
    }
}
