package org.jcc.codegen.regalloc;

import java.util.Arrays;

/** The stretches of a bundle where its values must be in registers, in order: one for each instruction and value. */
final class Needs {
    int[] from = new int[8], to = new int[8];
    int count;

    Needs(GlobalAllocator a, Bundle b) {
        LiveRanges ranges = a.ranges;
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            int v = s.vreg;
            int last = s.to - 1 >> 1;
            for (int o = ranges.occurrence(v, s.from >> 1); o < ranges.first[v + 1] && ranges.at[o] <= last; o++) {
                if (ranges.needsRegister(v, o) && a.isIn(s, o)) add(Math.max(s.from, ranges.needFrom(v, o)), Math.min(s.to, ranges.needTo(v, o, s)));
            }
        }
    }

    private void add(int f, int t) {
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
