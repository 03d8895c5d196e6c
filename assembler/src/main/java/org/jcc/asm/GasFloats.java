package org.jcc.asm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point constants of the assembler's language as bytes: IEEE single and double, and the x87's 80 bits. */
final class GasFloats {
    private GasFloats() {}

    /** The bytes of {@code text} in {@code size} (4, 8 or 10) bytes, or null if it is not a number. */
    static byte[] parse(String text, int size) {
        String t = text;
        if (t.length() > 2 && t.charAt(0) == '0' && Character.isLetter(t.charAt(1)) && "eEfFdDrRtT".indexOf(t.charAt(1)) >= 0) t = t.substring(2);
        if (t.length() > 400) return null;
        boolean negative = t.startsWith("-");
        String bare = negative || t.startsWith("+") ? t.substring(1) : t;
        String lower = bare.toLowerCase(java.util.Locale.ROOT);
        boolean infinite = lower.equals("inf") || lower.equals("infinity");
        boolean nan = lower.equals("nan");
        BigDecimal value = BigDecimal.ZERO;
        if (!infinite && !nan) {
            try {
                value = new BigDecimal(bare);
                if (Math.abs((long) value.scale()) > 20000) return null;
            } catch (NumberFormatException | ArithmeticException e) {
                return null;
            }
        }
        if (size == 4) {
            float f = infinite ? Float.POSITIVE_INFINITY : nan ? Float.NaN : value.floatValue();
            return little(Float.floatToRawIntBits(f) & 0xffffffffL | (negative ? 0x80000000L : 0), 0, 4);
        }
        if (size == 8) {
            double d = infinite ? Double.POSITIVE_INFINITY : nan ? Double.NaN : value.doubleValue();
            return little(Double.doubleToRawLongBits(d) | (negative ? Long.MIN_VALUE : 0), 0, 8);
        }
        int sign = negative ? 0x8000 : 0;
        if (infinite) return little(Long.MIN_VALUE, 0x7fff | sign, 10);
        if (nan) return little(0xC000000000000000L, 0x7fff | sign, 10);
        if (value.signum() == 0) return little(0, sign, 10);
        return extended(value, sign);
    }

    /** Rounds to 64 bits of significand, ties to even. */
    private static byte[] extended(BigDecimal v, int sign) {
        // Scale by a power of two until the integer part has 64 bits.
        int e = (int) Math.floor((v.precision() - v.scale() - 1) * 3.321928094887362) - 63;
        BigInteger q;
        while (true) {
            BigDecimal scaled = e >= 0 ? v.divide(new BigDecimal(BigInteger.TWO.pow(e)), new MathContext(200, RoundingMode.HALF_EVEN)) : v.multiply(new BigDecimal(BigInteger.TWO.pow(-e)));
            int least = -16445;
            q = scaled.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
            if (q.bitLength() > 64) e++;
            else if (q.bitLength() < 64 && e > least) e--;
            else break;
        }
        int exponent = e + 63 + 16383;
        if (exponent >= 0x7fff) return little(Long.MIN_VALUE, 0x7fff | sign, 10);
        if (q.bitLength() < 64) exponent = 0;
        return little(q.longValue(), exponent | sign, 10);
    }

    private static byte[] little(long low, int high, int n) {
        byte[] b = new byte[n];
        for (int i = 0; i < n; i++) b[i] = (byte) (i < 8 ? low >> 8 * i : high >> 8 * (i - 8));
        return b;
    }
}
