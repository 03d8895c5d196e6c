package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * Removes instructions whose values nothing needs, and block parameters likewise, with their arguments: values are dead
 * until something with an effect, or a terminator, is found to need them (so dead cycles through loops go, too). Stores to a
 * stack slot that is never read go with the slot.
 */
final class Dce {
    private Dce() {}

    static void run(Function f) {
        boolean[] live = new boolean[f.instCount()];
        List<Inst> work = new ArrayList<>();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.STORE && writeOnlySlot(i.arg(0)) && !i.isVolatile() && i.order() == Inst.NONE) continue;
                if (!i.isRemovableIfUnused() && !live[i.id]) {
                    live[i.id] = true;
                    work.add(i);
                }
            }
        }
        // The entry's parameters are the function's.
        for (Inst p : f.params()) live[p.id] = true;
        while (!work.isEmpty()) {
            Inst i = work.remove(work.size() - 1);
            if (i.op == Op.PARAM) {
                Block b = i.block;
                int k = (int) i.imm;
                for (int e = 0; e < b.predCount(); e++) mark(b.predArg(e, k), live, work);
            } else {
                for (int k = 0; k < i.ownArgCount(); k++) mark(i.arg(k), live, work);
            }
        }
        sweep(f, live);
    }

    /** An alloca whose uses are all plain stores to it. */
    private static boolean writeOnlySlot(Inst a) {
        if (a.op != Op.ALLOCA) return false;
        // Slots with many uses are hardly write-only: bounded, so that the sweep stays linear.
        if (a.useCount() > 64) return false;
        for (int u = 0; u < a.useCount(); u++) {
            Inst s = a.user(u);
            if (s.op != Op.STORE || a.userSlot(u) != 0 || s.isVolatile() || s.order() != Inst.NONE) return false;
        }
        return true;
    }

    private static void mark(Inst v, boolean[] live, List<Inst> work) {
        if (v.op.isConstant() || live[v.id]) return;
        live[v.id] = true;
        work.add(v);
    }

    private static void sweep(Function f, boolean[] live) {
        boolean params = false;
        for (Block b : f.blocks) for (Inst p : b.params) params |= !live[p.id];
        if (params) {
            for (Block b : f.blocks) {
                Inst t = b.terminator();
                if (t == null || t.succCount() == 0) continue;
                boolean[] keep = new boolean[t.argCount()];
                boolean drop = false;
                for (int s = 0; s < t.succCount(); s++) {
                    Block to = t.succ(s);
                    for (int k = 0; k < to.params.size(); k++) {
                        keep[t.succArgStart(s) + k] = live[to.params.get(k).id];
                        drop |= !live[to.params.get(k).id];
                    }
                }
                if (drop) t.keepSuccArgs(keep);
            }
        }
        List<Inst> dead = new ArrayList<>();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (live[i.id]) continue;
                i.dropOperands();
                dead.add(i);
            }
        }
        for (Inst i : dead) i.unlink();
        if (params) {
            for (Block b : f.blocks) {
                b.params.removeIf(p -> !live[p.id]);
                for (int k = 0; k < b.params.size(); k++) b.params.get(k).imm = k;
            }
        }
    }
}
