package org.jcc.codegen;

import java.util.List;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;

/**
 * Blocks that begin at multiples of 16 bytes or what the command says, so that the first fetch behind a jump gets more of them (gcc's
 * compute_alignments, with its conditions): the heads of hot loops by {@code -falign-loops}, on by itself at -O2; blocks that are jumped to and never
 * fallen into by {@code -falign-jumps}, where filling costs no time; all that is jumped to by {@code -falign-labels}. The largest of what applies
 * counts. Not in cold code and not for size.
 *
 * <p>Of jumps and labels nothing by itself: measured is what they cost, 3 % of the .text of sqlite3.o and of lvm.o for jumps, and no gain beyond noise.
 *
 * <p>Requires: final order, branches that name all targets. Ensures: {@link MBlock#align}.
 */
final class BlockAlignment {
    private static final int LOOP_ALIGN = 16;
    /** The executions of a head for one of the function that make a loop hot. */
    private static final double HOT_LOOP = 2;
    /** Of the most executed block's frequency: gcc's align-threshold, below which a jump's target is cold. */
    private static final double WARM_JUMP = 0.01;

    private BlockAlignment() {}

    static void run(MFunction f, CodegenOptions o, List<Placement.Edge> edges) {
        CodegenOptions.Alignment loops = o.alignLoops != null ? o.alignLoops
                : f.ir.level(o.optLevel) >= 2 ? new CodegenOptions.Alignment(LOOP_ALIGN, LOOP_ALIGN * 2 / 3) : new CodegenOptions.Alignment(1, 0);
        if (loops.bytes() == 1 && o.alignJumps == null && o.alignLabels == null) return;
        int[] position = new int[f.blockCount()];
        for (int n = 0; n < f.blocks.size(); n++) position[f.blocks.get(n).id] = n;
        if (loops.bytes() > 1) {
            for (Placement.Edge e : edges) {
                // A block that is jumped to from itself or from further on is a loop's beginning.
                if (!e.to().cold && position[e.from().id] >= position[e.to().id] && e.weight() >= HOT_LOOP && e.weight() >= 0.5 * e.to().frequency) align(e.to(), loops);
            }
        }
        if (o.alignJumps != null || o.alignLabels != null) targets(f, o, edges, position);
    }

    private static void targets(MFunction f, CodegenOptions o, List<Placement.Edge> edges, int[] position) {
        double[] jumped = new double[f.blockCount()];
        boolean[] target = new boolean[f.blockCount()];
        double most = 0;
        for (MBlock b : f.blocks) most = Math.max(most, b.frequency);
        for (Placement.Edge e : edges) {
            if (position[e.to().id] == position[e.from().id] + 1 && Placement.fallsInto(e.from(), e.to())) continue;
            jumped[e.to().id] += e.weight();
            target[e.to().id] = true;
        }
        for (int n = 1; n < f.blocks.size(); n++) {
            MBlock b = f.blocks.get(n);
            if (!target[b.id] || b.cold) continue;
            if (o.alignLabels != null) align(b, o.alignLabels);
            if (o.alignJumps != null && jumped[b.id] > most * WARM_JUMP && !Placement.fallsInto(f.blocks.get(n - 1), b)) align(b, o.alignJumps);
        }
    }

    private static void align(MBlock b, CodegenOptions.Alignment a) {
        if (a.bytes() <= 1 || a.bytes() < b.align) return;
        b.alignSkip = a.bytes() == b.align ? Math.max(b.alignSkip, a.skip()) : a.skip();
        b.align = a.bytes();
    }
}
