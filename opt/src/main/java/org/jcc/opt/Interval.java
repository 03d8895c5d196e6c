package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.Fold;

/**
 * What an integer of 8 to 64 bits, or an address, can be: between two bounds as a signed number, and between two as an unsigned one. Both views
 * hold at once; where one of them stays on one side of the sign, each sharpens the other ({@link #of}). Bounds are included.
 *
 * <p>Operations give the interval of their results; what may wrap, and is not said to be poison then, gives all values.
 */
record Interval(int bits, long slo, long shi, long ulo, long uhi) {
    private static final Interval[] FULL = new Interval[65];

    static {
        for (int b = 8; b <= 64; b *= 2) FULL[b] = new Interval(b, least(b), ~least(b), 0, mask(b));
    }

    static long mask(int bits) {
        return bits == 64 ? -1 : (1L << bits) - 1;
    }

    private static long least(int bits) {
        return -1L << bits - 1;
    }

    static Interval full(int bits) {
        return FULL[bits];
    }

    /** Of one value. */
    static Interval constant(int bits, long v) {
        return new Interval(bits, v, v, v & mask(bits), v & mask(bits));
    }

    static Interval signed(int bits, long lo, long hi) {
        return of(bits, lo, hi, 0, mask(bits));
    }

    static Interval unsigned(int bits, long lo, long hi) {
        return of(bits, least(bits), ~least(bits), lo, hi);
    }

    /** The values in both views; null if there are none. */
    static Interval of(int bits, long slo, long shi, long ulo, long uhi) {
        long m = mask(bits);
        for (int round = 0; round < 2; round++) {
            if (slo > shi || less(uhi, ulo)) return null;
            if (slo >= 0 || shi < 0) {
                ulo = umax(ulo, slo & m);
                uhi = umin(uhi, shi & m);
            }
            if (!less(m >>> 1, uhi) || less(m >>> 1, ulo)) {
                slo = Math.max(slo, Fold.normal(bits, ulo));
                shi = Math.min(shi, Fold.normal(bits, uhi));
            }
        }
        return slo > shi || less(uhi, ulo) ? null : new Interval(bits, slo, shi, ulo, uhi);
    }

    private static boolean less(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    private static long umax(long a, long b) {
        return less(a, b) ? b : a;
    }

    private static long umin(long a, long b) {
        return less(a, b) ? a : b;
    }

    boolean isNonNegative() {
        return slo >= 0;
    }

    boolean isConstant() {
        return slo == shi;
    }

    Interval meet(Interval o) {
        return of(bits, Math.max(slo, o.slo), Math.min(shi, o.shi), umax(ulo, o.ulo), umin(uhi, o.uhi));
    }

    Interval union(Interval o) {
        return new Interval(bits, Math.min(slo, o.slo), Math.max(shi, o.shi), umin(ulo, o.ulo), umax(uhi, o.uhi));
    }

    // ---- operations ----

    Interval add(Interval o, boolean nsw, boolean nuw) {
        Interval r = full(bits);
        if (nsw || addsSigned(o)) r = signed(bits, sum(slo, o.slo), sum(shi, o.shi));
        if (r != null && (nuw || addsUnsigned(o))) {
            Interval u = unsigned(bits, usum(ulo, o.ulo), usum(uhi, o.uhi));
            r = u == null ? r : r.meet(u);
        }
        return r == null ? full(bits) : r;
    }

    Interval subtract(Interval o, boolean nsw, boolean nuw) {
        Interval r = full(bits);
        if (nsw || subtractsSigned(o)) r = signed(bits, difference(slo, o.shi), difference(shi, o.slo));
        if (r != null && (nuw || !less(ulo, o.uhi))) {
            Interval u = unsigned(bits, less(ulo, o.uhi) ? 0 : ulo - o.uhi, less(uhi, o.ulo) ? 0 : uhi - o.ulo);
            r = u == null ? r : r.meet(u);
        }
        return r == null ? full(bits) : r;
    }

    Interval multiply(Interval o, boolean nsw) {
        if (multipliesSigned(o)) {
            long a = slo * o.slo;
            long b = slo * o.shi;
            long c = shi * o.slo;
            long d = shi * o.shi;
            return signed(bits, Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        }
        if (multipliesUnsigned(o)) return unsigned(bits, ulo * o.ulo, uhi * o.uhi);
        return nsw && slo >= 0 && o.slo >= 0 ? signed(bits, 0, ~least(bits)) : full(bits);
    }

    /** No sum leaves the signed numbers. */
    boolean addsSigned(Interval o) {
        return sum(slo, o.slo) == slo + o.slo && sum(shi, o.shi) == shi + o.shi;
    }

    boolean addsUnsigned(Interval o) {
        return usum(uhi, o.uhi) == uhi + o.uhi && !less(uhi + o.uhi, uhi);
    }

    boolean subtractsSigned(Interval o) {
        return difference(slo, o.shi) == slo - o.shi && difference(shi, o.slo) == shi - o.slo;
    }

    boolean subtractsUnsigned(Interval o) {
        return !less(ulo, o.uhi);
    }

    boolean multipliesSigned(Interval o) {
        return product(slo, o.slo) && product(slo, o.shi) && product(shi, o.slo) && product(shi, o.shi);
    }

    boolean multipliesUnsigned(Interval o) {
        if (bits < 64) return uhi == 0 || o.uhi <= mask(bits) / uhi;
        return Math.unsignedMultiplyHigh(uhi, o.uhi) == 0;
    }

    private boolean product(long a, long b) {
        long p = a * b;
        return bits < 64 && Math.abs(a) <= 1L << 31 && Math.abs(b) <= 1L << 31 ? p >= least(bits) && p <= ~least(bits)
                : Math.multiplyHigh(a, b) == p >> 63 && p >= least(bits) && p <= ~least(bits);
    }

    /** Saturating. */
    private long sum(long a, long b) {
        long r = a + b;
        if (((a ^ r) & (b ^ r)) < 0) return a < 0 ? least(bits) : ~least(bits);
        return Math.clamp(r, least(bits), ~least(bits));
    }

    private long difference(long a, long b) {
        long r = a - b;
        if (((a ^ b) & (a ^ r)) < 0) return a < 0 ? least(bits) : ~least(bits);
        return Math.clamp(r, least(bits), ~least(bits));
    }

    private long usum(long a, long b) {
        long r = a + b;
        return less(r, a) || less(mask(bits), r) ? mask(bits) : r;
    }

    // ---- comparisons ----

    /** 1 or 0 if the comparison of every value here with every one there has that outcome; else -1. */
    int compare(Cond c, Interval o) {
        return switch (c) {
            case EQ, NE -> {
                boolean never = shi < o.slo || slo > o.shi || less(uhi, o.ulo) || less(o.uhi, ulo);
                boolean always = isConstant() && o.isConstant() && slo == o.slo;
                yield never ? c == Cond.NE ? 1 : 0 : always ? c == Cond.EQ ? 1 : 0 : -1;
            }
            case SLT -> shi < o.slo ? 1 : slo >= o.shi ? 0 : -1;
            case SLE -> shi <= o.slo ? 1 : slo > o.shi ? 0 : -1;
            case SGT -> slo > o.shi ? 1 : shi <= o.slo ? 0 : -1;
            case SGE -> slo >= o.shi ? 1 : shi < o.slo ? 0 : -1;
            case ULT -> less(uhi, o.ulo) ? 1 : !less(ulo, o.uhi) ? 0 : -1;
            case ULE -> !less(o.ulo, uhi) ? 1 : less(o.uhi, ulo) ? 0 : -1;
            case UGT -> less(o.uhi, ulo) ? 1 : !less(o.ulo, uhi) ? 0 : -1;
            case UGE -> !less(ulo, o.uhi) ? 1 : less(uhi, o.ulo) ? 0 : -1;
            default -> -1;
        };
    }

    /** What is left of these values where the comparison with one of the others holds; null if nothing. */
    Interval where(Cond c, Interval o) {
        long most = ~least(bits);
        return switch (c) {
            case EQ -> meet(o);
            case NE -> {
                if (!o.isConstant()) yield this;
                // Shortens an interval that ends there.
                long v = o.slo;
                long u = o.ulo;
                if (isConstant() && slo == v) yield null;
                yield of(bits, slo == v ? slo + 1 : slo, shi == v ? shi - 1 : shi, ulo == u ? ulo + 1 : ulo, uhi == u ? uhi - 1 : uhi);
            }
            case SLT -> o.shi == -most - 1 ? null : of(bits, slo, Math.min(shi, o.shi - 1), ulo, uhi);
            case SLE -> of(bits, slo, Math.min(shi, o.shi), ulo, uhi);
            case SGT -> o.slo == most ? null : of(bits, Math.max(slo, o.slo + 1), shi, ulo, uhi);
            case SGE -> of(bits, Math.max(slo, o.slo), shi, ulo, uhi);
            case ULT -> o.uhi == 0 ? null : of(bits, slo, shi, ulo, umin(uhi, o.uhi - 1));
            case ULE -> of(bits, slo, shi, ulo, umin(uhi, o.uhi));
            case UGT -> o.ulo == mask(bits) ? null : of(bits, slo, shi, umax(ulo, o.ulo + 1), uhi);
            case UGE -> of(bits, slo, shi, umax(ulo, o.ulo), uhi);
            default -> this;
        };
    }
}
