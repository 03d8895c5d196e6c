package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The canonical form of natural loops, which every loop pass makes before it works: a <em>preheader</em>, the one block outside from
 * which the header is entered, and which goes nowhere else; one <em>latch</em>, the one block that jumps back;
 * <em>dedicated exits</em>: a block that an edge out of the loop leads to is entered from the loop only. Blocks that this takes are
 * empty, and the pass {@code cfg} takes them away again.
 *
 * <p>A loop whose header is reached by a computed goto or inline assembly keeps its shape, and so do irreducible ones
 * and dispatch loops with many ways back: {@link #preheader} and {@link #latch} tell.
 */
final class LoopShape {
    /** More ways back than these are not joined. */
    private static final int MAX_LATCHES = 8;

    /** Loops of one function that are copied by one pass; instructions from which on a function's loops stay as they are. */
    private static final int MAX_COPIED = 100, HUGE = 100_000;

    private LoopShape() {}

    /** Loops of the function may be unrolled: it asks for speed, and all its blocks are ordinary ones. */
    static boolean isUnrollable(Function f) {
        return !f.is(Function.CALLS_SETJMP | Function.OPT_SIZE | Function.HAS_LABEL_ADDRESS);
    }

    /** The counting of an innermost loop that may be unrolled after {@code done} others; or null. */
    static Induction unrollable(Function f, LoopForest forest, LoopForest.Loop l, int done) {
        return !l.isInnermost() || done == MAX_COPIED || f.instCount() > HUGE ? null : Induction.of(f, forest, l);
    }

    /** Brings all loops into the form, and gives the forest that then holds. */
    static LoopForest canonical(Function f) {
        LoopForest forest = new LoopForest(f);
        if (forest.loops.isEmpty()) return forest;
        boolean changed = false;
        for (LoopForest.Loop l : forest.loops) {
            if (l.irreducible || l.header.addressTaken) continue;
            changed |= shape(f, forest, l);
        }
        if (!changed) return forest;
        f.renumber();
        return new LoopForest(f);
    }

    private static boolean shape(Function f, LoopForest forest, LoopForest.Loop l) {
        int entering = 0;
        int backward = 0;
        boolean jump = false;
        Block h = l.header;
        for (int e = 0; e < h.predCount(); e++) {
            Inst t = h.pred(e);
            if (!isRedirectable(t)) return false;
            if (forest.contains(l, t.block)) {
                backward++;
            } else {
                entering++;
                jump = t.op == Op.BR;
            }
        }
        boolean changed = false;
        if (entering != 1 || !jump) {
            forest.adopt(join(f, h, t -> !forest.contains(l, t.block)), l.parent);
            changed = true;
        }
        if (backward > 1 && backward <= MAX_LATCHES) {
            forest.adopt(join(f, h, t -> forest.contains(l, t.block)), l);
            changed = true;
        }
        for (LoopForest.Exit x : forest.exits(l)) {
            Block to = x.to();
            if (to.addressTaken || forest.contains(l, to)) continue;
            boolean dedicated = true;
            boolean movable = true;
            for (int e = 0; e < to.predCount(); e++) {
                boolean in = forest.contains(l, to.pred(e).block);
                dedicated &= in;
                movable &= !in || isRedirectable(to.pred(e));
            }
            if (dedicated || !movable) continue;
            LoopForest.Loop around = l.parent;
            while (around != null && !forest.contains(around, to)) around = around.parent;
            forest.adopt(join(f, to, t -> forest.contains(l, t.block)), around);
            changed = true;
        }
        return changed;
    }

    /** The one block that enters the loop, or null. */
    static Block preheader(LoopForest forest, LoopForest.Loop l) {
        Block found = null;
        for (int e = 0; e < l.header.predCount(); e++) {
            Inst t = l.header.pred(e);
            if (forest.contains(l, t.block)) continue;
            if (found != null || t.op != Op.BR) return null;
            found = t.block;
        }
        return l.irreducible ? null : found;
    }

    /** The one block that jumps back, by one edge; or null. */
    static Block latch(LoopForest forest, LoopForest.Loop l) {
        Block found = null;
        for (int e = 0; e < l.header.predCount(); e++) {
            Inst t = l.header.pred(e);
            if (!forest.contains(l, t.block)) continue;
            if (found != null) return null;
            found = t.block;
        }
        return found;
    }

    /** Which successor of the terminator is the edge to {@code to}; -1 if there is none. */
    static int edge(Inst t, Block to) {
        for (int s = 0; s < t.succCount(); s++) if (t.succ(s) == to) return s;
        return -1;
    }

    private static boolean isRedirectable(Inst t) {
        return t.op == Op.BR || t.op == Op.CONDBR || t.op == Op.SWITCH;
    }

    /** Leads the edges to {@code to} from those terminators through a new block. */
    private static Block join(Function f, Block to, Predicate<Inst> which) {
        List<Inst> terms = new ArrayList<>();
        List<Integer> succs = new ArrayList<>();
        for (int e = 0; e < to.predCount(); e++) {
            if (!which.test(to.pred(e))) continue;
            terms.add(to.pred(e));
            succs.add(to.predSucc(e));
        }
        Block n = f.newBlock(null);
        Inst[] args = new Inst[to.params.size()];
        for (int k = 0; k < args.length; k++) {
            // One value from everywhere needs no parameter.
            Inst same = terms.get(0).succArg(succs.get(0), k);
            for (int e = 1; e < terms.size(); e++) if (terms.get(e).succArg(succs.get(e), k) != same) same = null;
            args[k] = same;
        }
        for (int e = 0; e < terms.size(); e++) {
            List<Inst> passed = new ArrayList<>();
            for (int k = 0; k < args.length; k++) if (args[k] == null) passed.add(terms.get(e).succArg(succs.get(e), k));
            terms.get(e).setSucc(succs.get(e), n);
            if (e == 0) for (Inst p : passed) n.addParam(p.type);
            for (Inst p : passed) terms.get(e).addSuccArg(succs.get(e), p);
        }
        for (int k = 0, p = 0; k < args.length; k++) if (args[k] == null) args[k] = n.params.get(p++);
        Inst br = f.newInst(Op.BR, Type.VOID);
        br.locatedAs(terms.get(0));
        n.append(br);
        br.addSucc(to, args);
        return n;
    }
}
