package org.jcc.codegen.legal;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Division and remainder by constants without division (Granlund and Montgomery, Division by Invariant Integers using
 * Multiplication, 1994; Warren, Hacker's Delight, chapter 10): a product with 2^(n+s)/d rounded up, of which the high
 * part is the quotient. 32-bit quotients come of one 64-bit product; of 64-bit ones the operation UMULH or SMULH gives the high half. A
 * power of two is a shift, with a correction for negative dividends; an exact division a product with the inverse modulo 2^n.
 *
 * <p>The remainder is {@code a - q * d}, with the quotient that stands in the same block already where there is one.
 *
 * <p>Requires: nothing. Ensures: no division by a constant other than 0, but i128.
 */
public final class ConstantDivision {
    /** Dividend and divisor of a quotient in the block at hand. */
    private record Key(Inst dividend, long divisor, boolean signed) {}

    private final Function f;
    private final Builder b;
    private final Map<Key, Inst> quotients = new HashMap<>();

    private ConstantDivision(Function f) {
        this.f = f;
        this.b = new Builder(f);
    }

    public static void run(Function f) {
        if (!f.isDefinition() || f.is(Function.OPT_SIZE)) return;
        ConstantDivision pass = new ConstantDivision(f);
        for (Block block : f.blocks) {
            pass.quotients.clear();
            for (Inst i = block.first, next; i != null; i = next) {
                next = i.next;
                switch (i.op) {
                    case SDIV, UDIV, SREM, UREM -> pass.divide(i);
                    default -> { }
                }
            }
        }
    }

    private void divide(Inst i) {
        Inst c = i.arg(1);
        boolean signed = i.op == Op.SDIV || i.op == Op.SREM;
        boolean quotient = i.op == Op.SDIV || i.op == Op.UDIV;
        if (c.op != Op.ICONST || i.type.bits > 64 || i.type.bits < 8) return;
        long d = signed ? c.imm : c.imm & mask(i.type.bits);
        if (d == 0 || signed && d == Long.MIN_VALUE) return;
        b.before(i);
        Inst a = i.arg(0);
        Inst r;
        if (quotient && (i.flags & Inst.EXACT) != 0 && i.type.bits >= 32) {
            r = exact(a, d, signed);
        } else if (!quotient && signed && i.type.bits >= 32 && Long.bitCount(Math.abs(d)) == 1) {
            r = Math.abs(d) == 1 ? constant(i.type, 0) : b.binary(Op.SUB, a, b.binary(Op.AND, b.binary(Op.ADD, a, bias(a, Long.numberOfTrailingZeros(d))), constant(i.type, -Math.abs(d))));
        } else {
            Inst q = quotients.computeIfAbsent(new Key(a, d, signed), k -> signed ? signed(a, d) : unsigned(a, d));
            r = quotient ? q : b.binary(Op.SUB, a, b.binary(Op.MUL, q, constant(i.type, d)));
        }
        i.replaceAllUsesWith(r);
        i.remove();
    }

    private static long mask(int bits) {
        return bits == 64 ? -1 : (1L << bits) - 1;
    }

    private Inst constant(Type t, long n) {
        return f.iconst(t, t.bits == 64 ? n : n << 64 - t.bits >> 64 - t.bits);
    }

    private Inst shift(Op op, Inst a, int n) {
        return n == 0 ? a : b.binary(op, a, constant(a.type, n));
    }

    private Inst narrow(Inst wide, Type t) {
        return b.convert(Op.TRUNC, wide, t);
    }

    private static BigInteger power(int n) {
        return BigInteger.ONE.shiftLeft(n);
    }

    /** The inverse of an odd number modulo 2^64: each of Newton's steps doubles the right bits, of which there are 3 at first. */
    private static long inverse(long odd) {
        long x = odd;
        for (int k = 0; k < 5; k++) x *= 2 - odd * x;
        return x;
    }

    private Inst exact(Inst a, long d, boolean signed) {
        int zeros = Long.numberOfTrailingZeros(d);
        Inst x = shift(signed ? Op.ASHR : Op.LSHR, a, zeros);
        long odd = signed ? d >> zeros : d >>> zeros;
        return odd == 1 ? x : b.binary(Op.MUL, x, constant(a.type, inverse(odd)));
    }

    // ---- unsigned ----

    private Inst unsigned(Inst a, long d) {
        Type t = a.type;
        if (Long.bitCount(d) == 1) return shift(Op.LSHR, a, Long.numberOfTrailingZeros(d));
        if (t.bits < 32) return narrow(unsigned(b.convert(Op.ZEXT, a, Type.I32), d), t);
        return t.bits == 32 ? unsigned32(a, d) : unsigned64(a, d);
    }

    /** 2^(bits+s)/d rounded up if that is exact enough for dividends of {@code bits - spare} bits and fits {@code bits} bits, else null. */
    private static BigInteger reciprocal(long d, int bits, int s, int spare) {
        BigInteger divisor = new BigInteger(Long.toUnsignedString(d));
        BigInteger p = power(bits + s);
        BigInteger m = p.add(divisor).subtract(BigInteger.ONE).divide(divisor);
        BigInteger error = m.multiply(divisor).subtract(p);
        return m.bitLength() <= bits && error.compareTo(power(s + spare)) <= 0 ? m : null;
    }

    private Inst unsigned32(Inst a, long d) {
        Inst x = b.convert(Op.ZEXT, a, Type.I64);
        for (int s = 0; s < 32; s++) {
            BigInteger m = reciprocal(d, 32, s, 0);
            if (m != null) return narrow(shift(Op.LSHR, b.binary(Op.MUL, x, f.iconst(Type.I64, m.longValue())), 32 + s), Type.I32);
        }
        // 33 bits would do; 64 do as well.
        BigInteger m = power(64).divide(BigInteger.valueOf(d)).add(BigInteger.ONE);
        return narrow(b.binary(Op.UMULH, x, f.iconst(Type.I64, m.longValue())), Type.I32);
    }

    private Inst unsigned64(Inst a, long d) {
        int zeros = Long.numberOfTrailingZeros(d);
        for (int pre = 0; ; pre = zeros) {
            for (int s = 0; s < 64; s++) {
                BigInteger m = reciprocal(d >>> pre, 64, s, pre);
                if (m != null) return shift(Op.LSHR, b.binary(Op.UMULH, shift(Op.LSHR, a, pre), f.iconst(Type.I64, m.longValue())), s);
            }
            if (pre == zeros) break;
        }
        // 65 bits: the highest is added apart, by way of an average that does not overflow.
        int s = 64 - Long.numberOfLeadingZeros(d);
        BigInteger divisor = new BigInteger(Long.toUnsignedString(d));
        BigInteger m = power(64 + s).divide(divisor).add(BigInteger.ONE).subtract(power(64));
        Inst high = b.binary(Op.UMULH, a, f.iconst(Type.I64, m.longValue()));
        Inst half = shift(Op.LSHR, b.binary(Op.SUB, a, high), 1);
        return shift(Op.LSHR, b.binary(Op.ADD, half, high), s - 1);
    }

    // ---- signed: rounded down by the shift, then one more for negative dividends ----

    private Inst signed(Inst a, long d) {
        Type t = a.type;
        if (d == 1) return a;
        if (d == -1) return negate(a);
        if (t.bits < 32) return narrow(signed(b.convert(Op.SEXT, a, Type.I32), d), t);
        long abs = Math.abs(d);
        if (Long.bitCount(abs) == 1) return signedPower(a, d);
        int n = t.bits;
        BigInteger m = null;
        int s = 0;
        for (; ; s++) {
            BigInteger p = power(n + s);
            m = p.divide(BigInteger.valueOf(abs)).add(BigInteger.ONE);
            BigInteger error = m.multiply(BigInteger.valueOf(abs)).subtract(p);
            if (error.compareTo(power(s + 1)) < 0) break;
        }
        Inst q;
        if (n == 32) {
            q = narrow(shift(Op.ASHR, b.binary(Op.MUL, b.convert(Op.SEXT, a, Type.I64), f.iconst(Type.I64, m.longValue())), 32 + s), t);
        } else {
            q = b.binary(Op.SMULH, a, f.iconst(t, m.longValue()));
            if (m.longValue() < 0) q = b.binary(Op.ADD, q, a);
            q = shift(Op.ASHR, q, s);
        }
        Inst sign = shift(Op.ASHR, a, n - 1);
        return d > 0 ? b.binary(Op.SUB, q, sign) : b.binary(Op.SUB, sign, q);
    }

    private Inst negate(Inst a) {
        return b.binary(Op.SUB, constant(a.type, 0), a);
    }

    private Inst signedPower(Inst a, long d) {
        int k = Long.numberOfTrailingZeros(d);
        Inst q = shift(Op.ASHR, b.binary(Op.ADD, a, bias(a, k)), k);
        return d < 0 ? negate(q) : q;
    }

    /** 2^k - 1 if the number is negative, else 0. */
    private Inst bias(Inst a, int k) {
        int n = a.type.bits;
        return k == 1 ? shift(Op.LSHR, a, n - 1) : shift(Op.LSHR, shift(Op.ASHR, a, n - 1), n - k);
    }
}
