package org.jcc.codegen.regalloc;

import java.util.Arrays;

/**
 * The stretches of a bundle where its values must be in registers, in order: one for each instruction and value. Uses that
 * memory would serve as well, but that follow such a stretch, are <em>wishes</em> to lengthen it.
 */
final class Needs {
    int[] from = new int[8], to = new int[8];
    int count;
    /** Where a stretch would have to end, and which it is. */
    private int[] wish = new int[8], wisher = new int[8];
    private int wishes;

    Needs(GlobalAllocator a, Bundle b) {
        LiveRanges ranges = a.ranges;
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            int v = s.vreg;
            int last = s.to >> 1;
            for (int o = ranges.occurrence(v, s.from >> 1); o < ranges.first[v + 1] && ranges.at[o] <= last; o++) {
                if (!a.isIn(s, o)) continue;
                if (!ranges.needsRegister(v, o)) {
                    if (count > 0 && from[count - 1] >= s.from && !ranges.remat[v]) wish(ranges.wishTo(o, s));
                    continue;
                }
                add(Math.max(s.from, ranges.needFrom(v, o)), Math.min(s.to, ranges.needTo(v, o, s)));
            }
        }
    }

    private void wish(int t) {
        if (t <= to[count - 1]) return;
        if (wishes == wish.length) {
            wish = Arrays.copyOf(wish, wishes * 2);
            wisher = Arrays.copyOf(wisher, wishes * 2);
        }
        wish[wishes] = t;
        wisher[wishes++] = count - 1;
    }

    /** The end of stretch {@code k}, lengthened as it wishes, but not beyond {@code stop}. */
    int end(int k, int stop) {
        int end = to[k];
        int w = Arrays.binarySearch(wisher, 0, wishes, k);
        if (w < 0) return end;
        while (w > 0 && wisher[w - 1] == k) w--;
        for (; w < wishes && wisher[w] == k && wish[w] <= stop; w++) end = Math.max(end, wish[w]);
        return end;
    }

    private void add(int f, int t) {
        while (wishes > 0 && wish[wishes - 1] > f) wishes--;
        if (count > 0 && from[count - 1] == f) {
            to[count - 1] = Math.max(to[count - 1], t);
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = f;
        to[count++] = t;
    }
}
