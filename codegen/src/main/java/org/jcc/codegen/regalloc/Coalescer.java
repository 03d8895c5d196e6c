package org.jcc.codegen.regalloc;

import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Makes the first bundles: values that copies would connect (a parameter and its arguments, a result and the input that it
 * overwrites, both sides of a move) share one if their ranges do not overlap. Copies out of SSA form vanish that way. The most frequently
 * executed connections come first.
 *
 * <p>A commutative instruction may overwrite either input: the one that dies, if only one does; else the one whose bundle
 * the result can join.
 */
final class Coalescer {
    private final LiveRanges ranges;
    private final MFunction f;
    private final List<Bundle> bundles;
    final Bundle[] bundleOf;

    private int[] pairs = new int[256];
    private long[] order = new long[64];
    private int count;

    Coalescer(LiveRanges ranges, List<Bundle> bundles) {
        this.ranges = ranges;
        this.f = ranges.f;
        this.bundles = bundles;
        bundleOf = new Bundle[ranges.values];
    }

    void run() {
        for (int v = 0; v < ranges.values; v++) {
            if (ranges.segments[v].length == 0) continue;
            Bundle b = new Bundle(bundles.size(), f.regClass(v + MInst.FIRST_VREG));
            bundles.add(b);
            for (Segment s : ranges.segments[v]) b.add(s);
            bundleOf[v] = b;
        }
        for (int b = 0; b < ranges.blocks.length; b++) {
            MBlock m = ranges.blocks[b];
            for (int k = 0; k < m.args.length; k++) connect(m.args[k], m.succs[0].params[k], -1, b);
            for (MInst i = m.first; i != null; i = i.next) {
                if (i.row.is(Row.MOVE) && i.count == 2 && i.isReg(0) && i.isReg(1) && i.fixedReg(0) < 0 && i.fixedReg(1) < 0 && MInst.isVirtual(i.reg(0))
                        && MInst.isVirtual(i.reg(1))) {
                    connect(i.reg(0), i.reg(1), -1, b);
                }
                for (int k = 0; k < i.count; k++) {
                    if (!i.isReg(k) || i.tiedTo(k) < 0 || !MInst.isVirtual(i.reg(k))) continue;
                    int d = i.tiedTo(k);
                    if (i.fixedReg(d) >= 0 || !MInst.isVirtual(i.reg(d))) continue;
                    if (isSwappable(i, k)) preferDying(i);
                    connect(i.reg(k), i.reg(d), i.pos, b);
                }
            }
        }
        Arrays.sort(order, 0, count);
        for (int n = 0; n < count; n++) {
            int p = (int) order[n] * 3;
            if (join(pairs[p], pairs[p + 1])) continue;
            int at = pairs[p + 2];
            if (at < 0) continue;
            MInst i = ranges.insts[at];
            if (isSwappable(i, 2) && isThere(i.reg(2), at) && i.reg(2) - MInst.FIRST_VREG == pairs[p] && dies(i.reg(1), at) && canJoin(i.reg(1) - MInst.FIRST_VREG, pairs[p + 1], 2 * at)) {
                swap(i);
                join(i.reg(2) - MInst.FIRST_VREG, pairs[p + 1]);
            }
        }
    }

    private void connect(int a, int b, int at, int block) {
        if (!isAlike(a, b)) return;
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            pairs = Arrays.copyOf(pairs, count * 6);
        }
        if (count * 3 + 3 > pairs.length) pairs = Arrays.copyOf(pairs, pairs.length * 2);
        pairs[count * 3] = a - MInst.FIRST_VREG;
        pairs[count * 3 + 1] = b - MInst.FIRST_VREG;
        pairs[count * 3 + 2] = at;
        // Most frequent first, then in order of the text: the sign of a positive float's bits makes them sort the other way.
        order[count] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(ranges.frequency[block])) << 32 | count;
        count++;
    }

    /** Of one class and, but for general registers, which go by the larger one's size in memory, of one size. */
    private boolean isAlike(int a, int b) {
        return f.regClass(a) == f.regClass(b) && (f.size(a) == f.size(b) || f.size(a) <= 8 && f.size(b) <= 8);
    }

    private boolean join(int u, int v) {
        Bundle a = bundleOf[u];
        Bundle b = bundleOf[v];
        if (a == b) return true;
        if (a == null || b == null || overlap(a, b) || ranges.twice.length > 0 && (ranges.isKept(u) || ranges.isKept(v))) return false;
        if (a.count < b.count) {
            Bundle t = a;
            a = b;
            b = t;
        }
        for (int k = 0; k < b.count; k++) {
            b.segments[k].bundle = a;
            bundleOf[b.segments[k].vreg] = a;
        }
        // From the back, so that what lies before the smaller one stays: a long chain grows at its end.
        int i = a.count - 1;
        int j = b.count - 1;
        int n = a.count + b.count;
        if (n > a.segments.length) a.segments = Arrays.copyOf(a.segments, Math.max(n, 2 * a.count));
        a.count = n;
        while (j >= 0) a.segments[--n] = i >= 0 && a.segments[i].from > b.segments[j].from ? a.segments[i--] : b.segments[j--];
        b.count = 0;
        return true;
    }

    private static boolean overlap(Bundle a, Bundle b) {
        if (a.count > b.count) {
            Bundle t = a;
            a = b;
            b = t;
        }
        for (int k = 0; k < a.count; k++) if (overlaps(b, a.segments[k].from, a.segments[k].to)) return true;
        return false;
    }

    private static boolean overlaps(Bundle b, int from, int to) {
        int lo = 0;
        int hi = b.count;
        while (lo < hi) {
            int mid = lo + hi >>> 1;
            if (b.segments[mid].to <= from) lo = mid + 1;
            else hi = mid;
        }
        return lo < b.count && b.segments[lo].from < to;
    }

    // ---- commutative instructions ----

    private static boolean isSwappable(MInst i, int tied) {
        return tied == 2 && i.row.is(Row.COMMUTATIVE) && i.count == 3 && i.isReg(1) && i.isReg(2) && i.fixedReg(1) < 0 && i.tiedTo(1) < 0 && i.tiedTo(2) == 0
                && MInst.isVirtual(i.reg(1)) && i.reg(1) != i.reg(2);
    }

    private boolean dies(int reg, int p) {
        Segment s = ranges.find(reg - MInst.FIRST_VREG, 2 * p - 1);
        return s != null && s.to <= 2 * p + 1 && s.from < 2 * p;
    }

    /** It has a segment at the instruction, which can be lengthened. */
    private boolean isThere(int reg, int p) {
        return ranges.find(reg - MInst.FIRST_VREG, 2 * p - 1) != null || ranges.find(reg - MInst.FIRST_VREG, 2 * p) != null;
    }

    private void preferDying(MInst i) {
        if (isThere(i.reg(2), i.pos) && !dies(i.reg(2), i.pos) && dies(i.reg(1), i.pos) && isAlike(i.reg(1), i.reg(2))) swap(i);
    }

    /** The value's bundle, cut off at {@code end}, does not overlap the other's. */
    private boolean canJoin(int u, int v, int end) {
        Bundle a = bundleOf[u];
        Bundle b = bundleOf[v];
        if (a == b) return true;
        if (a == null || b == null || ranges.twice.length > 0 && (ranges.isKept(u) || ranges.isKept(v)) || !isAlike(u + MInst.FIRST_VREG, v + MInst.FIRST_VREG)) return false;
        for (int k = 0; k < a.count; k++) {
            Segment s = a.segments[k];
            int to = s.vreg == u && s.to == end + 1 ? end : s.to;
            if (s.from < to && overlaps(b, s.from, to)) return false;
        }
        return true;
    }

    /** Exchanges the inputs; the ranges follow. */
    private void swap(MInst i) {
        int a = i.reg(1) - MInst.FIRST_VREG;
        int b = i.reg(2) - MInst.FIRST_VREG;
        renumber(a, i.pos, 1, 2);
        renumber(b, i.pos, 2, 1);
        i.setReg(1, b + MInst.FIRST_VREG);
        i.setReg(2, a + MInst.FIRST_VREG);
        trim(a, 2 * i.pos + 1, 2 * i.pos);
        trim(b, 2 * i.pos, 2 * i.pos + 1);
    }

    private void renumber(int v, int p, int from, int to) {
        for (int o = ranges.occurrence(v, p); o < ranges.first[v + 1] && ranges.at[o] == p; o++) {
            if (ranges.operand[o] == from << 1) {
                ranges.operand[o] = to << 1;
                return;
            }
        }
    }

    /** The range that ended at {@code old} ends at {@code end}. */
    private void trim(int v, int old, int end) {
        Segment[] all = ranges.segments[v];
        for (int k = 0; k < all.length; k++) {
            if (all[k].to != old) continue;
            Segment s = new Segment(v, all[k].from, end);
            Bundle b = all[k].bundle;
            s.bundle = b;
            for (int j = 0; j < b.count; j++) if (b.segments[j] == all[k]) b.segments[j] = s;
            all[k] = s;
        }
    }
}
