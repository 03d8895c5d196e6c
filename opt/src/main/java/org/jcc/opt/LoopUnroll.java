package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Type;

/**
 * Complete unrolling of innermost loops whose number of rounds is a small constant: all rounds but the last are peeled off, one copy of
 * the body each, and the tests between them are decided. Simplification then computes with the known indices.
 *
 * <p>{@code #pragma GCC unroll n} ({@link Inst#unroll}) gives a loop of at most n rounds a larger budget and keeps one of more rounds, or of
 * n at most 1, from this.
 *
 * <p>Values that are used behind the loop go through parameters of its exits first ({@link LoopClosed}), so that each copy passes its own.
 *
 * <p>Requires: dedicated exits (made here). Ensures: no innermost loop of few known rounds whose copies stay small.
 */
final class LoopUnroll {
    /** The most instructions after unrolling, by how much the function is optimised; with {@code -fpeel-loops} as at -O3. */
    private static final int SMALL = 80, LARGE = 240;
    private static final int MAX_TRIPS = 16;
    /** The same with {@code #pragma GCC unroll}, of at least as many rounds as there are. */
    private static final int ASKED = 2000;

    private final Module module;
    private final Function f;
    private final int budget;
    private LoopForest forest;
    private Dominators dom;

    private LoopUnroll(Module m, Function f, int budget) {
        this.module = m;
        this.f = f;
        this.budget = budget;
    }

    static void run(Module m, Function f) {
        if (!LoopShape.isUnrollable(f)) return;
        new LoopUnroll(m, f, m.peelLoops ? LARGE : SMALL).run();
    }

    /** At -O3. */
    static void runMore(Module m, Function f) {
        if (!LoopShape.isUnrollable(f)) return;
        new LoopUnroll(m, f, LARGE).run();
    }

    private void run() {
        forest = LoopShape.canonical(f);
        dom = null;
        int done = 0;
        boolean changed = false;
        for (LoopForest.Loop l : forest.loops) {
            Induction ind = LoopShape.unrollable(f, forest, l, done);
            if (ind == null) continue;
            int wanted = ind.latch.terminator().unroll();
            long trips = ind.constantTrips(wanted == 0 ? MAX_TRIPS : wanted);
            if (trips < 1 || wanted == 1) continue;
            List<Block> blocks = forest.blocks(l);
            if (!isSmall(blocks, trips, wanted) || !LoopClosed.isClosable(forest, l)) continue;
            if (dom == null) dom = new Dominators(f);
            new LoopClosed(f, forest, dom).close(l, blocks);
            unroll(ind, blocks, (int) trips);
            if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.LOOP, ind.latch.terminator().loc, f, "loop with " + trips + " rounds completely unrolled");
            changed = true;
            done++;
        }
        if (changed) f.renumber();
    }

    private boolean isSmall(List<Block> blocks, long trips, int wanted) {
        int n = 0;
        for (Block b : blocks) {
            if (b.addressTaken) return false;
            for (Inst i = b.first; i != null; i = i.next) {
                if (!Cloner.isCopyable(i)) return false;
                if (i.op == Op.CALL && trips > 4 && wanted == 0) return false;
                n += i.op == Op.BR ? 0 : i.op == Op.CALL ? 5 : 1;
            }
        }
        // The test and the step of the index go.
        return trips == 1 || (n - 2) * trips <= (wanted == 0 ? budget : ASKED);
    }

    private void unroll(Induction ind, List<Block> blocks, int trips) {
        Inst test = ind.latch.terminator();
        int stay = LoopShape.edge(test, ind.loop.header);
        Block enter = ind.pre;
        int place = f.blocks.indexOf(ind.loop.header);
        List<Block> made = new ArrayList<>();
        for (int k = 1; k < trips; k++) {
            Cloner copy = new Cloner(f);
            List<Block> copies = copy.copy(blocks);
            made.addAll(copies);
            // The way in leads to the copy, the copy's way back to the loop.
            Inst t = enter.terminator();
            int s = LoopShape.edge(t, ind.loop.header);
            t.setSucc(s, copy.block(ind.loop.header), arguments(t, s));
            Block latch = copy.block(ind.latch);
            Inst back = latch.terminator();
            int edge = LoopShape.edge(back, copy.block(ind.loop.header));
            back.setSucc(edge, ind.loop.header, arguments(back, edge));
            back.setArg(0, f.iconst(Type.I1, stay == 0 ? 1 : 0));
            enter = latch;
        }
        test.setArg(0, f.iconst(Type.I1, stay == 0 ? 0 : 1));
        // The copies stand before the loop.
        f.blocks.subList(f.blocks.size() - made.size(), f.blocks.size()).clear();
        f.blocks.addAll(place, made);
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }
}
