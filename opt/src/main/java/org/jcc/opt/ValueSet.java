package org.jcc.opt;

import java.util.Arrays;
import org.jcc.ir.Cond;
import org.jcc.ir.Fold;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * A set of integers of 8 to 64 bits: disjoint intervals with gaps between them, both ends included, in signed order; {@code bounds} has
 * the lower and the upper end by turns. {@link #where} gives the values for which a condition holds.
 */
record ValueSet(int bits, long[] bounds) {
    /** Sets of more intervals are not worth their tests. */
    private static final int MAX_INTERVALS = 48;
    private static final int DEPTH = 6;

    static ValueSet none(int bits) {
        return new ValueSet(bits, new long[0]);
    }

    static ValueSet all(int bits) {
        return new ValueSet(bits, new long[] {least(bits), ~least(bits)});
    }

    private static long least(int bits) {
        return -1L << bits - 1;
    }

    /** From {@code lo} upwards to {@code hi}, beyond the largest number to the least if {@code hi} is below {@code lo}. */
    static ValueSet circular(int bits, long lo, long hi) {
        lo = Fold.normal(bits, lo);
        hi = Fold.normal(bits, hi);
        if (lo <= hi) return new ValueSet(bits, new long[] {lo, hi});
        return hi + 1 == lo ? all(bits) : new ValueSet(bits, new long[] {least(bits), hi, lo, ~least(bits)});
    }

    int intervals() {
        return bounds.length / 2;
    }

    long lo(int k) {
        return bounds[2 * k];
    }

    long hi(int k) {
        return bounds[2 * k + 1];
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many values; the largest long if more than that. */
    long size() {
        long n = 0;
        for (int k = 0; k < intervals(); k++) {
            long d = hi(k) - lo(k) + 1;
            n += d;
            if (d <= 0 || n < 0) return Long.MAX_VALUE;
        }
        return n;
    }

    ValueSet complement() {
        if (isEmpty()) return all(bits);
        boolean low = bounds[0] == least(bits);
        boolean high = bounds[bounds.length - 1] == ~least(bits);
        long[] b = new long[bounds.length + (low ? -1 : 1) + (high ? -1 : 1)];
        int n = 0;
        if (!low) b[n++] = least(bits);
        for (int k = 0; k < bounds.length; k++) {
            if (k == 0 && low || k == bounds.length - 1 && high) continue;
            b[n++] = (k & 1) == 0 ? bounds[k] - 1 : bounds[k] + 1;
        }
        if (!high) b[n] = ~least(bits);
        return new ValueSet(bits, b);
    }

    ValueSet union(ValueSet o) {
        long[] b = new long[bounds.length + o.bounds.length];
        int n = 0;
        for (int i = 0, j = 0; i < bounds.length || j < o.bounds.length; ) {
            boolean mine = j == o.bounds.length || i < bounds.length && bounds[i] <= o.bounds[j];
            long lo = mine ? bounds[i] : o.bounds[j];
            long hi = mine ? bounds[i + 1] : o.bounds[j + 1];
            if (mine) i += 2;
            else j += 2;
            if (n > 0 && (lo <= b[n - 1] || lo == b[n - 1] + 1)) {
                b[n - 1] = Math.max(b[n - 1], hi);
            } else {
                b[n++] = lo;
                b[n++] = hi;
            }
        }
        return new ValueSet(bits, Arrays.copyOf(b, n));
    }

    ValueSet meet(ValueSet o) {
        return complement().union(o.complement()).complement();
    }

    /** Each value and {@code by}, modulo the size of the numbers. */
    private ValueSet plus(long by) {
        ValueSet s = none(bits);
        if (equals(all(bits))) return this;
        for (int k = 0; k < intervals(); k++) s = s.union(circular(bits, lo(k) + by, hi(k) + by));
        return s;
    }

    // ---- conditions ----

    /** The values of {@code x} for which the condition holds; null if it asks for anything else, or for too much. */
    static ValueSet where(Inst c, Inst x) {
        ValueSet s = where(c, x, DEPTH);
        return s == null || s.intervals() > MAX_INTERVALS ? null : s;
    }

    private static ValueSet where(Inst c, Inst x, int depth) {
        if (depth == 0) return null;
        switch (c.op) {
            case AND, OR -> {
                ValueSet a = where(c.arg(0), x, depth - 1);
                ValueSet b = a == null ? null : where(c.arg(1), x, depth - 1);
                return b == null ? null : c.op == Op.OR ? a.union(b) : a.meet(b);
            }
            case XOR -> {
                ValueSet a = c.arg(1).isConst(1) ? where(c.arg(0), x, depth - 1) : null;
                return a == null ? null : a.complement();
            }
            case ICMP -> {
                Inst v = c.arg(0);
                if (!v.type.isInt() || v.type.bits < 8 || v.type.bits > 64 || c.arg(1).op != Op.ICONST) return null;
                return before(v, compared(c.cond(), c.arg(1).imm, v.type.bits), x, DEPTH);
            }
            default -> {
                return null;
            }
        }
    }

    private static ValueSet compared(Cond c, long k, int bits) {
        long least = least(bits);
        return switch (c) {
            case EQ -> circular(bits, k, k);
            case NE -> circular(bits, k, k).complement();
            case SLT -> k == least ? none(bits) : circular(bits, least, k - 1);
            case SLE -> circular(bits, least, k);
            case SGT -> k == ~least ? none(bits) : circular(bits, k + 1, ~least);
            case SGE -> circular(bits, k, ~least);
            case ULT -> k == 0 ? none(bits) : circular(bits, 0, k - 1);
            case ULE -> circular(bits, 0, k);
            case UGT -> k == -1 ? none(bits) : circular(bits, k + 1, -1);
            case UGE -> circular(bits, k, -1);
            default -> null;
        };
    }

    /** The values of {@code x} for which {@code v}, an expression of it, is in the set. */
    private static ValueSet before(Inst v, ValueSet s, Inst x, int depth) {
        if (v == x) return s;
        if (depth == 0 || v.ownArgCount() == 0) return null;
        Inst a = v.arg(0);
        switch (v.op) {
            case ADD -> {
                return v.arg(1).op == Op.ICONST ? before(a, s.plus(-v.arg(1).imm), x, depth - 1) : null;
            }
            case AND, OR -> {
                if (v.arg(1).op != Op.ICONST) return null;
                boolean set = v.op == Op.OR;
                long free = (set ? v.arg(1).imm : ~v.arg(1).imm) & KnownBits.mask(v.type);
                if (Long.bitCount(free) > 4) return null;
                ValueSet r = s.ignoring(free, set);
                if (r == null) {
                    r = s.complement().ignoring(free, set);
                    if (r == null) return null;
                    r = r.complement();
                }
                return before(a, r, x, depth - 1);
            }
            case ZEXT, SEXT -> {
                int n = a.type.bits;
                if (n < 8) return null;
                ValueSet inside = s.meet(v.op == Op.ZEXT ? circular(s.bits, 0, (1L << n) - 1) : circular(s.bits, least(n), ~least(n)));
                ValueSet r = none(n);
                for (int k = 0; k < inside.intervals(); k++) r = r.union(circular(n, inside.lo(k), inside.hi(k)));
                return before(a, r, x, depth - 1);
            }
            default -> {
                return null;
            }
        }
    }

    /** What is in the set once the bits {@code free} are all set, or all cleared; null if an interval crosses one of them. */
    private ValueSet ignoring(long free, boolean set) {
        ValueSet s = this;
        for (long left = free; left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            long bit = 1L << at;
            ValueSet r = none(bits);
            for (int k = 0; k < s.intervals(); k++) {
                long lo = s.lo(k);
                long hi = s.hi(k);
                if (lo >> at != hi >> at) return null;
                if ((lo & bit) != 0 != set) continue;
                r = r.union(circular(bits, lo, hi)).union(circular(bits, lo ^ bit, hi ^ bit));
            }
            s = r;
        }
        return s;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ValueSet s && s.bits == bits && Arrays.equals(s.bounds, bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}
