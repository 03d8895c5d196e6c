package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;

/**
 * The loop-closed form (LCSSA): what is defined in a loop and used outside becomes a parameter of the exits. Who copies the loop, or
 * adds a way to its exits, then has arguments to pass and no uses to repair.
 *
 * <p>Requires dedicated exits. Ensures that no instruction outside uses a value of the loop but as an argument on an exit edge.
 */
final class LoopClosed {
    private final Function f;
    private final LoopForest forest;
    private final Dominators dom;

    LoopClosed(Function f, LoopForest forest, Dominators dom) {
        this.f = f;
        this.forest = forest;
        this.dom = dom;
    }

    /** Every exit is entered from the loop alone, by edges that can pass arguments. */
    static boolean isClosable(LoopForest forest, LoopForest.Loop l) {
        for (LoopForest.Exit x : forest.exits(l)) {
            if (x.terminator().op != Op.CONDBR && x.terminator().op != Op.SWITCH && x.terminator().op != Op.BR || x.to().addressTaken) return false;
            for (int e = 0; e < x.to().predCount(); e++) if (!forest.contains(l, x.to().pred(e).block)) return false;
        }
        return true;
    }

    void close(LoopForest.Loop l, List<Block> blocks) {
        List<Block> ends = new ArrayList<>();
        for (LoopForest.Exit x : forest.exits(l)) if (!ends.contains(x.to())) ends.add(x.to());
        for (Block b : blocks) {
            for (Inst p : List.copyOf(b.params)) close(l, p, ends);
            for (Inst i = b.first; i != null; i = i.next) if (i.hasResult()) close(l, i, ends);
        }
    }

    private void close(LoopForest.Loop l, Inst v, List<Block> ends) {
        SsaRepair r = null;
        while (true) {
            // Parameters that are made move operands: looked for afresh each time.
            Inst user = null;
            int slot = 0;
            for (int u = 0; u < v.useCount() && user == null; u++) {
                if (forest.contains(l, v.user(u).block)) continue;
                user = v.user(u);
                slot = v.userSlot(u);
            }
            if (user == null) break;
            if (r == null) {
                r = new SsaRepair(f, v.type);
                for (Block x : ends) {
                    boolean all = true;
                    for (int e = 0; e < x.predCount(); e++) all &= dom.dominates(v.block, x.pred(e).block);
                    if (!all) continue;
                    Inst p = x.addParam(v.type);
                    p.locatedAs(v);
                    for (int e = 0; e < x.predCount(); e++) x.pred(e).addSuccArg(x.predSucc(e), v);
                    r.defineEntry(x, p);
                }
                continue;
            }
            Inst at = r.atEntry(user.block);
            // The search may have moved the operand.
            for (int k = 0; k < user.argCount(); k++) if (user.arg(k) == v) user.setArg(k, at);
        }
        if (r != null) r.finish();
    }
}
