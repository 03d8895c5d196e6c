package org.jcc.opt;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Deletes loops that compute nothing: no effect, one way out, and no value of theirs is used behind but such that can be told
 * without going round ({@link ExitValues}). It must be known that the loop ends, from the form of its test or because a variable runs out of
 * bits, or a text ends ({@code strlen}); what the language lets one take for granted (C17 6.8.5p6) the IR no longer tells apart from
 * an endless loop that is meant.
 *
 * <p>Requires: nothing. Ensures: no loop without effect whose values nothing uses, or are known.
 */
final class LoopDelete {
    private static final int ROUNDS = 3;

    private LoopDelete() {}

    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        // A loop around deleted ones may follow.
        for (int round = 0; round < ROUNDS; round++) {
            LoopForest forest = LoopShape.canonical(f);
            boolean changed = false;
            for (LoopForest.Loop l : forest.loops) if (l.isInnermost()) changed |= delete(m, f, forest, l);
            if (!changed) return;
            Unreachable.run(f);
            f.renumber();
        }
    }

    private static boolean delete(Module m, Function f, LoopForest forest, LoopForest.Loop l) {
        Block pre = LoopShape.preheader(forest, l);
        List<LoopForest.Exit> exits = forest.exits(l);
        Induction ind = Induction.of(f, forest, l);
        if (ind == null || exits.size() != 1 || exits.get(0).from() != ind.latch) return false;
        Trips search = f.is(Function.OPT_SIZE) ? null : Trips.ofBits(f, forest, ind);
        if (search == null && !f.is(Function.OPT_SIZE)) search = Trips.ofText(m, f, forest, ind);
        if (search == null && !Trips.isFinite(ind)) return false;
        Inst out = exits.get(0).terminator();
        int edge = exits.get(0).succ();
        Block to = out.succ(edge);
        Set<Inst> used = new LinkedHashSet<>();
        for (int k = 0; k < out.succArgCount(edge); k++) if (!ind.isInvariant(out.succArg(edge, k))) used.add(out.succArg(edge, k));
        for (Block b : forest.blocks(l)) {
            if (b.addressTaken || b == to) return false;
            for (Inst p : b.params) if (isUsedOutside(forest, l, p)) used.add(p);
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.isTerminator() ? i.op != Op.BR && i.op != Op.CONDBR && i.op != Op.SWITCH : !i.isRemovableIfUnused()) return false;
                if (i.hasResult() && isUsedOutside(forest, l, i)) used.add(i);
            }
        }
        if (used.isEmpty() && !Trips.isFinite(ind) && Trips.ofBits(f, forest, ind) == null) return false;
        Map<Inst, Inst> last = new HashMap<>();
        if (!used.isEmpty()) {
            Trips trips = search != null ? search : Trips.of(f, ind);
            ExitValues values = trips == null ? null : new ExitValues(f, ind, trips);
            if (values == null) return false;
            for (Inst v : used) if (!values.isKnown(v)) return false;
            for (Inst v : used) last.put(v, values.last(v));
        }
        for (Inst v : used) {
            for (int u = v.useCount() - 1; u >= 0; u--) if (!forest.contains(l, v.user(u).block)) v.user(u).setArg(v.userSlot(u), last.get(v));
        }
        Inst[] args = new Inst[out.succArgCount(edge)];
        for (int k = 0; k < args.length; k++) args[k] = last.getOrDefault(out.succArg(edge, k), out.succArg(edge, k));
        // Around, not through: what the loop has stays until it is found unreachable.
        Inst enter = pre.terminator();
        Inst br = f.newInst(Op.BR, Type.VOID);
        br.locatedAs(enter);
        enter.remove();
        pre.append(br);
        br.addSucc(to, args);
        return true;
    }

    private static boolean isUsedOutside(LoopForest forest, LoopForest.Loop l, Inst v) {
        for (int u = 0; u < v.useCount(); u++) if (!forest.contains(l, v.user(u).block)) return true;
        return false;
    }
}
