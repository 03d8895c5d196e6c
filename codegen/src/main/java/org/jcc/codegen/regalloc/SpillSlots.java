package org.jcc.codegen.regalloc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Frame slots for what was spilled, by first-fit colouring: the values of one coalesced set share a slot, since they never overlap, so that
 * copies between them vanish in memory as they do in registers: all moves to and from the slot have the size of the largest. Sets of one size that do not overlap share as well. A value
 * that is spilled anywhere keeps its slot for its whole life: it may be stored right after its definition.
 *
 * <p>A value that is wanted after a call that returns twice has a slot of its own for ever: the second time it is read there, after code in which it
 * was not live. {@link Coalescer} leaves it alone for the same reason.
 */
final class SpillSlots {
    private SpillSlots() {}

    /** By set, the frame slot, or 0 if it has none. */
    static int[] assign(GlobalAllocator a) {
        LiveRanges ranges = a.ranges;
        MFunction f = a.f;
        int sets = a.bundles.size();
        int[] slot = new int[sets];
        boolean[] spilled = new boolean[ranges.values];
        int[] size = new int[sets];
        // Values of each set, as lists.
        int[] head = new int[sets];
        int[] next = new int[ranges.values];
        Arrays.fill(head, -1);
        for (int v = ranges.values - 1; v >= 0; v--) {
            if (ranges.remat[v]) continue;
            for (Segment s : ranges.segments[v]) spilled[v] |= s.bundle.spilled;
            if (!spilled[v]) continue;
            int set = a.setOf[v];
            next[v] = head[set];
            head[set] = v;
            size[set] = Math.max(size[set], f.size(v + MInst.FIRST_VREG));
        }
        List<long[]> colours = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        for (int set : byBeginning(ranges, head, next)) {
            boolean kept = ranges.twice.length > 0 && ranges.isKept(head[set]);
            int c = kept ? colours.size() : 0;
            while (c < colours.size() && (f.slots.get(slots.get(c)).size != size[set] || overlaps(colours.get(c), ranges, head[set], next))) c++;
            if (c == colours.size()) {
                colours.add(new long[(ranges.positions >> 6) + 2]);
                slots.add(f.newSpill(size[set]));
            }
            for (int v = head[set]; v >= 0; v = next[v]) for (Segment s : ranges.segments[v]) RegisterMap.set(colours.get(c), s.from, s.to, true);
            if (kept) Arrays.fill(colours.get(c), -1L);
            slot[set] = slots.get(c);
        }
        return slot;
    }

    /** The sets that have slots by their first positions: whether a colour is free shows at a set's beginning then, most times. */
    private static int[] byBeginning(LiveRanges ranges, int[] head, int[] next) {
        long[] keys = new long[head.length];
        int n = 0;
        for (int set = 0; set < head.length; set++) {
            if (head[set] < 0) continue;
            int first = Integer.MAX_VALUE;
            for (int v = head[set]; v >= 0; v = next[v]) for (Segment s : ranges.segments[v]) first = Math.min(first, s.from);
            keys[n++] = (long) first << 32 | set;
        }
        Arrays.sort(keys, 0, n);
        int[] order = new int[n];
        for (int k = 0; k < n; k++) order[k] = (int) keys[k];
        return order;
    }

    private static boolean overlaps(long[] colour, LiveRanges ranges, int v, int[] next) {
        for (; v >= 0; v = next[v]) for (Segment s : ranges.segments[v]) if (RegisterMap.next(colour, s.from, s.to) < s.to) return true;
        return false;
    }
}
