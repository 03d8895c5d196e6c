package org.jcc.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The functions of {@code <math.h>} (C17 7.12) at constants, correctly rounded: a value of {@link #DIGITS} decimal digits whose error is far below {@link #ERROR}; where both ends of
 * that interval round to one number, that is the answer (Ziv's test), and else there is none. No answer either where the function sets {@code errno} or the result is infinite, NaN,
 * subnormal or underflows to zero, and for arguments so large or small that the digits would not do.
 *
 * <p>Exponential and sine by their series after reduction by ln 2 and π/2, the logarithm and arc tangent by theirs after halving; the others by identities
 * that do not cancel.
 */
public final class RoundedMath {
    private static final int DIGITS = 110;
    private static final MathContext MC = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final BigDecimal ERROR = BigDecimal.ONE.movePointLeft(60);
    private static final BigDecimal END = BigDecimal.ONE.movePointLeft(DIGITS + 20);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LARGE = new BigDecimal(12000);
    private static final BigDecimal SMALL = BigDecimal.ONE.movePointLeft(20);

    private RoundedMath() {}

    /** The function of that name (as for double) at one argument; null if there is no answer. */
    public static SoftFloat of(String name, SoftFloat x, SoftFloat.Format f) {
        if (x.isNaN() || x.isInfinite()) return null;
        if (x.isZero()) {
            switch (name) {
                case "sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "atanh", "cbrt", "expm1", "log1p":
                    return x;
                default:
            }
        }
        BigDecimal v = x.toBigDecimal();
        BigDecimal m = v.abs();
        // Beyond these bounds digits cancel, or the result overflows.
        if (m.compareTo(LARGE) > 0 && !name.startsWith("log") && !name.equals("cbrt") && !name.equals("atan")) return null;
        if (!x.isZero() && m.compareTo(SMALL) < 0 && !name.startsWith("log") && !name.equals("cbrt")) return null;
        BigDecimal r = switch (name) {
            case "exp" -> exp(v);
            case "exp2" -> power(TWO, v);
            case "exp10", "pow10" -> power(BigDecimal.TEN, v);
            case "expm1" -> exp(v).subtract(ONE);
            case "log" -> v.signum() > 0 ? log(v) : null;
            case "log2" -> v.signum() > 0 ? log(v).divide(log(TWO), MC) : null;
            case "log10" -> v.signum() > 0 ? log(v).divide(log(BigDecimal.TEN), MC) : null;
            case "log1p" -> m.compareTo(SMALL) > 0 && v.compareTo(ONE.negate()) > 0 ? log(v.add(ONE)) : null;
            case "sin" -> sin(v, 0);
            case "cos" -> sin(v, 1);
            case "tan" -> sin(v, 0).divide(sin(v, 1), MC);
            case "atan" -> atan(v);
            case "asin" -> m.compareTo(ONE) > 0 ? null : m.compareTo(ONE) == 0 ? pi().multiply(HALF).multiply(v) : atan(v.divide(ONE.subtract(v.multiply(v)).sqrt(MC), MC));
            case "acos" -> m.compareTo(ONE) > 0 ? null : v.add(ONE).signum() == 0 ? pi() : TWO.multiply(atan(ONE.subtract(v).divide(ONE.add(v), MC).sqrt(MC)));
            case "sinh" -> exp(v).subtract(exp(v.negate())).multiply(HALF);
            case "cosh" -> exp(v).add(exp(v.negate())).multiply(HALF);
            case "tanh" -> exp(v).subtract(exp(v.negate())).divide(exp(v).add(exp(v.negate())), MC);
            case "cbrt" -> v.signum() == 0 ? v : exp(log(m).divide(new BigDecimal(3), MC)).multiply(new BigDecimal(v.signum()));
            default -> null;
        };
        return rounded(r, f);
    }

    /** The function of that name at two arguments. */
    public static SoftFloat of(String name, SoftFloat x, SoftFloat y, SoftFloat.Format f) {
        if (x.isNaN() || x.isInfinite() || y.isNaN() || y.isInfinite()) return null;
        BigDecimal a = x.toBigDecimal();
        BigDecimal b = y.toBigDecimal();
        switch (name) {
            case "pow":
                if (b.signum() == 0) return SoftFloat.ONE;
                if (a.signum() == 0 || b.abs().compareTo(LARGE) > 0) return null;
                if (!y.isIntegral()) return a.signum() < 0 ? null : rounded(power(a, b), f);
                int n = b.intValueExact();
                // Exactly, where a product of two or three may be half-way between two numbers.
                BigDecimal p = Math.abs(n) <= 4 ? a.pow(Math.abs(n)) : a.pow(Math.abs(n), MC);
                return n > 0 && n <= 4 ? inRange(SoftFloat.of(p, f), f) : rounded(n < 0 ? ONE.divide(p, MC) : p, f);
            case "hypot": {
                BigDecimal s = a.multiply(a).add(b.multiply(b));
                return s.signum() == 0 ? SoftFloat.ZERO : rounded(s.sqrt(MC), f);
            }
            case "atan2":
                if (a.signum() == 0 || b.signum() == 0) return null;
                BigDecimal t = atan(a.divide(b, MC));
                return rounded(b.signum() > 0 ? t : a.signum() > 0 ? t.add(pi()) : t.subtract(pi()), f);
            case "fmod":
                if (b.signum() == 0 || x.abs().toDouble() > 1e100 || y.abs().toDouble() < 1e-100) return null;
                SoftFloat r = SoftFloat.of(a.remainder(b), f);
                return r.isZero() ? r.copySign(x) : r;
            case "fdim":
                return a.compareTo(b) > 0 ? inRange(x.subtract(y).round(f), f) : SoftFloat.ZERO;
            default:
                return null;
        }
    }

    private static SoftFloat rounded(BigDecimal v, SoftFloat.Format f) {
        if (v == null) return null;
        if (v.signum() == 0) return SoftFloat.ZERO;
        BigDecimal error = v.abs().multiply(ERROR);
        SoftFloat low = SoftFloat.of(v.subtract(error), f);
        return low.compare(SoftFloat.of(v.add(error), f)) == 0 ? inRange(low, f) : null;
    }

    private static SoftFloat inRange(SoftFloat v, SoftFloat.Format f) {
        return v.isInfinite() || v.isZero() || v.abs().compare(SoftFloat.parse("0x1p" + f.minExponent, SoftFloat.Format.QUAD)) < 0 ? null : v;
    }

    // ---- series ----

    private static BigDecimal power(BigDecimal a, BigDecimal b) {
        BigDecimal e = log(a).multiply(b, MC);
        return e.abs().compareTo(LARGE) > 0 ? null : exp(e);
    }

    private static BigDecimal exp(BigDecimal x) {
        BigDecimal ln2 = log(TWO);
        int k = x.divide(ln2, MC).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
        // Of a 256th, eight times squared.
        BigDecimal r = x.subtract(ln2.multiply(new BigDecimal(k)), MC).divide(new BigDecimal(256), MC);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int n = 1; term.abs().compareTo(END) > 0; n++) {
            term = term.multiply(r, MC).divide(new BigDecimal(n), MC);
            sum = sum.add(term, MC);
        }
        for (int n = 0; n < 8; n++) sum = sum.multiply(sum, MC);
        return sum.multiply(TWO.pow(k, MC), MC);
    }

    /** By x = m 2^k, m between 3/4 and 3/2, and log m = 2 artanh((m - 1) / (m + 1)). */
    private static BigDecimal log(BigDecimal x) {
        int k = 0;
        if (x.compareTo(TWO) != 0) {
            BigInteger whole = x.toBigInteger();
            k = whole.signum() > 0 ? whole.bitLength() - 1 : -ONE.divide(x, MC).toBigInteger().bitLength();
            x = x.multiply(TWO.pow(-k, MC), MC);
            if (x.compareTo(new BigDecimal("1.5")) > 0) {
                x = x.multiply(HALF);
                k++;
            } else if (x.compareTo(new BigDecimal("0.75")) < 0) {
                x = x.multiply(TWO);
                k--;
            }
        }
        BigDecimal z = x.subtract(ONE).divide(x.add(ONE), MC);
        BigDecimal m = series(z, 1).multiply(TWO);
        return k == 0 ? m : m.add(log(TWO).multiply(new BigDecimal(k)), MC);
    }

    /** z ± z³/3 + z⁵/5 ± …, artanh or (sign -1) arctan of a small number. */
    private static BigDecimal series(BigDecimal z, int sign) {
        BigDecimal square = z.multiply(z, MC).multiply(new BigDecimal(sign));
        BigDecimal power = z;
        BigDecimal sum = z;
        BigDecimal end = z.abs().multiply(END);
        for (int n = 3; power.abs().compareTo(end) > 0; n += 2) {
            power = power.multiply(square, MC);
            sum = sum.add(power.divide(new BigDecimal(n), MC), MC);
        }
        return sum;
    }

    private static BigDecimal atan(BigDecimal x) {
        if (x.abs().compareTo(ONE) > 0) {
            BigDecimal quarter = pi().multiply(HALF);
            return (x.signum() < 0 ? quarter.negate() : quarter).subtract(atan(ONE.divide(x, MC)), MC);
        }
        // Of an eighth of the angle.
        for (int n = 0; n < 3; n++) x = x.divide(ONE.add(ONE.add(x.multiply(x, MC)).sqrt(MC)), MC);
        return series(x, -1).multiply(new BigDecimal(8), MC);
    }

    /** Machin: π = 16 arctan 1/5 - 4 arctan 1/239. */
    private static BigDecimal pi() {
        BigDecimal a = series(ONE.divide(new BigDecimal(5), MC), -1).multiply(new BigDecimal(16));
        return a.subtract(series(ONE.divide(new BigDecimal(239), MC), -1).multiply(new BigDecimal(4)), MC);
    }

    /** The sine of x plus so many right angles. */
    private static BigDecimal sin(BigDecimal x, int quarters) {
        BigDecimal right = pi().multiply(HALF);
        int k = x.divide(right, MC).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
        BigDecimal r = x.subtract(right.multiply(new BigDecimal(k)), MC);
        int q = Math.floorMod(k + quarters, 4);
        BigDecimal square = r.multiply(r, MC).negate();
        BigDecimal term = q % 2 == 0 ? r : ONE;
        BigDecimal sum = term;
        BigDecimal end = term.abs().multiply(END);
        for (int n = q % 2 == 0 ? 2 : 1; term.abs().compareTo(end) > 0; n += 2) {
            term = term.multiply(square, MC).divide(new BigDecimal(n * (n + 1)), MC);
            sum = sum.add(term, MC);
        }
        return q < 2 ? sum : sum.negate();
    }
}
