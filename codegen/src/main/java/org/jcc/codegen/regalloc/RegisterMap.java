package org.jcc.codegen.regalloc;

import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;

/**
 * What occupies each machine register at each position: the points that instructions demand or destroy, and the bundles
 * that were given the register. Bit sets over positions answer whether a stretch is free; an array of bundles, kept only
 * for registers in use, says by whom it is taken.
 *
 * <p>A point where an instruction wants a value in a register is no conflict for that value itself.
 */
final class RegisterMap {
    private final LiveRanges ranges;
    private final long[][] fixed = new long[64][];
    private final long[][] taken = new long[64][];
    private final int[][] owner = new int[64][];

    RegisterMap(LiveRanges ranges, long allocatable) {
        this.ranges = ranges;
        int words = (ranges.positions >> 6) + 2;
        for (int r = 0; r < 64; r++) {
            if ((allocatable >>> r & 1) == 0) continue;
            fixed[r] = new long[words];
            taken[r] = new long[words];
        }
        for (MInst i : ranges.insts) if (i != null) points(i, allocatable);
    }

    private void points(MInst i, long allocatable) {
        long early = 0;
        long late = i.clobbers;
        if (i.row instanceof PseudoRow && !i.row.is(Row.CALL)) early |= i.clobbers;
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k)) continue;
            int r = i.fixedReg(k);
            if (r < 0) {
                if (!MInst.isVirtual(i.reg(k)) && i.reg(k) >= 0 && i.reg(k) < 64) {
                    early |= 1L << i.reg(k);
                    late |= 1L << i.reg(k);
                }
                continue;
            }
            if (i.isUse(k)) early |= 1L << r;
            if (i.isDef(k)) {
                late |= 1L << r;
                if (i.isEarly(k)) early |= 1L << r;
            }
        }
        mark(early & allocatable, 2 * i.pos);
        mark(late & allocatable, 2 * i.pos + 1);
    }

    private void mark(long registers, int position) {
        while (registers != 0) {
            int r = Long.numberOfTrailingZeros(registers);
            registers &= registers - 1;
            fixed[r][position >> 6] |= 1L << position;
        }
    }

    /** The first set bit in [from, to), or {@code to}. */
    static int next(long[] bits, int from, int to) {
        int w = from >> 6;
        long word = bits[w] & -1L << from;
        int last = to - 1 >> 6;
        while (word == 0) {
            if (++w > last) return to;
            word = bits[w];
        }
        return Math.min(to, (w << 6) + Long.numberOfTrailingZeros(word));
    }

    /** The first position of [from, to) where an instruction keeps the value out of the register, or {@code to}. */
    int firstPoint(int r, int vreg, int from, int to) {
        int x = from;
        while (true) {
            x = next(fixed[r], x, to);
            if (x >= to || !isOwn(r, vreg, x)) return x;
            x++;
        }
    }

    private boolean isOwn(int r, int vreg, int x) {
        if ((x & 1) != 0) return false;
        MInst i = ranges.insts[x >> 1];
        boolean own = false;
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k)) continue;
            if (i.fixedReg(k) == r && i.isUse(k) && i.reg(k) == vreg + MInst.FIRST_VREG) own = true;
            if (i.fixedReg(k) == r && i.isDef(k) && i.isEarly(k)) return false;
            if (i.fixedReg(k) < 0 && i.reg(k) == r) return false;
        }
        if (!own) return false;
        // A result that shares its register with an input begins here as well: it is not the value then.
        return !(i.row instanceof PseudoRow && !i.row.is(Row.CALL) && (i.clobbers >>> r & 1) != 0);
    }

    /** The first position of [from, to) that is taken, by a bundle or a point, or {@code to}. */
    int firstConflict(int r, int vreg, int from, int to) {
        int x = next(taken[r], from, to);
        return x == from ? x : firstPoint(r, vreg, from, x);
    }

    boolean isFree(int r, Bundle b) {
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            if (next(taken[r], s.from, s.to) < s.to) return false;
        }
        return hasNoPoint(r, b);
    }

    boolean hasNoPoint(int r, Bundle b) {
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            if (firstPoint(r, s.vreg, s.from, s.to) < s.to) return false;
        }
        return true;
    }

    /** True if nothing lives in the register at the position. */
    boolean isIdle(int r, int position) {
        return fixed[r] != null && ((fixed[r][position >> 6] | taken[r][position >> 6]) >>> position & 1) == 0;
    }

    /** The greatest weight among the bundles in a stretch; stops at {@code enough}. */
    float heaviest(int r, int from, int to, float enough, List<Bundle> bundles) {
        float most = 0;
        int x = next(taken[r], from, to);
        int[] own = owner[r];
        while (x < to) {
            Bundle b = bundles.get(own[x]);
            most = Math.max(most, b.weight);
            if (most >= enough) return most;
            x = b.endOf(x);
            if (x < to) x = next(taken[r], x, to);
        }
        return most;
    }

    /** Takes every bundle out of the register that lies where {@code b} is to lie; they are added to {@code out}. */
    void expel(int r, Bundle b, List<Bundle> bundles, List<Bundle> out) {
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            int x = s.from;
            while ((x = next(taken[r], x, s.to)) < s.to) {
                Bundle other = bundles.get(owner[r][x]);
                remove(other);
                out.add(other);
            }
        }
    }

    void assign(Bundle b, int r) {
        b.reg = r;
        if (owner[r] == null) owner[r] = new int[ranges.positions];
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            set(taken[r], s.from, s.to, true);
            Arrays.fill(owner[r], s.from, s.to, b.id);
        }
    }

    void remove(Bundle b) {
        for (int k = 0; k < b.count; k++) set(taken[b.reg], b.segments[k].from, b.segments[k].to, false);
        b.reg = -1;
    }

    static void set(long[] bits, int from, int to, boolean on) {
        int a = from >> 6;
        int z = to - 1 >> 6;
        for (int w = a; w <= z; w++) {
            long m = (w == a ? -1L << from : -1L) & (w == z ? -1L >>> -to : -1L);
            if (on) bits[w] |= m;
            else bits[w] &= ~m;
        }
    }
}
