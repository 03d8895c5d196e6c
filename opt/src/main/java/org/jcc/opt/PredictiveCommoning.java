package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Predictive commoning over one round (O'Brien, Predictive Commoning, 1990; Carr and Kennedy, Scalar Replacement in the Presence of Conditional
 * Control Flow, 1994): what a round loads that the round before has stored, or loaded, at its end stays in a value. {@code a[i] = f(a[i - 1])} has no
 * way through memory from round to round then, which takes a processor some five cycles.
 *
 * <p>The load stands in the header, behind nothing that may write its bytes or may not return; the access of the round before in the latch, before nothing that may write them. Then the first
 * round's load may be done in the preheader. {@link Induction.Rec} tells that the two addresses, one round apart, are the same.
 *
 * <p>Requires: loops are rotated, and vectorised, which this would hinder. Ensures: no header loads what the latch has at hand.
 * Gain: the kernel dp, whose inner loop is an edit distance.
 */
final class PredictiveCommoning {
    /** Values more that go round. */
    private static final int MAX_VALUES = 4;
    /** Instructions of a header or latch that are looked at. */
    private static final int SHORT = 100;

    private final Function f;
    private final Aliases aliases;
    private final LoopForest forest;
    private Induction ind;

    private PredictiveCommoning(Module m, Function f) {
        this.f = f;
        aliases = new Aliases(m, f);
        forest = LoopShape.canonical(f);
    }

    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.OPT_SIZE | Function.COLD)) return;
        PredictiveCommoning p = new PredictiveCommoning(m, f);
        for (LoopForest.Loop l : p.forest.loops) if (l.isInnermost() && !l.header.addressTaken) p.loop(l);
    }

    private void loop(LoopForest.Loop l) {
        if (!isShort(l.header)) return;
        ind = Induction.of(f, forest, l);
        if (ind == null || ind.ivs.isEmpty() || ind.pre.terminator().succCount() != 1 || ind.latch != l.header && !isShort(ind.latch)) return;
        int done = 0;
        for (Inst i = l.header.first; i != null && done < MAX_VALUES && !i.op.mayNotReturn(); ) {
            Inst next = i.next;
            Inst source = isPlain(i, Op.LOAD) && isUnwritten(i) ? source(i) : null;
            if (source != null) {
                carry(i, source);
                done++;
            }
            i = next;
        }
    }

    private static boolean isShort(Block b) {
        int n = 0;
        for (Inst i = b.first; i != null; i = i.next) if (++n > SHORT) return false;
        return b.terminator() != null;
    }

    private static boolean isPlain(Inst i, Op op) {
        if (i.op != op || !i.isPlainAccess()) return false;
        Type t = op == Op.LOAD ? i.type : i.arg(1).type;
        return VectorCosts.isElement(t) || t == Type.PTR;
    }

    /** Nothing before the load in the header may write its bytes. */
    private boolean isUnwritten(Inst load) {
        Aliases.Place p = aliases.place(load);
        for (Inst i = load.prev; i != null; i = i.prev) if (aliases.mayWrite(i, p)) return false;
        return true;
    }

    /** The last access in the latch whose bytes the load has in the next round; null if there is none, or if they may be written after it. */
    private Inst source(Inst load) {
        Induction.Rec at = ind.rec(load.arg(0));
        if (at == null || !at.stepTerms.isEmpty() || at.step == 0) return null;
        for (Inst i = ind.latch.last; i != null; i = i.prev) {
            Type t = isPlain(i, Op.STORE) ? i.arg(1).type : isPlain(i, Op.LOAD) && i != load ? i.type : null;
            if (t != load.type) continue;
            Induction.Rec r = ind.rec(i.arg(0));
            if (r == null || !r.stepsBy(at.step) || !r.sameTerms(at) || r.constant != at.constant + at.step) continue;
            Aliases.Place p = aliases.place(i);
            for (Inst w = i.next; w != null; w = w.next) if (aliases.mayWrite(w, p)) return null;
            return i;
        }
        return null;
    }

    private void carry(Inst load, Inst source) {
        Block header = load.block;
        Inst first = f.newInst(Op.LOAD, load.type, ind.first(load.arg(0), load));
        first.align = load.align;
        first.tag = load.tag;
        first.flags = load.flags;
        first.locatedAs(load);
        first.insertBefore(ind.pre.terminator());
        Inst p = header.addParam(load.type);
        p.locatedAs(load);
        load.replaceAllUsesWith(p);
        load.remove();
        Inst value = source.op == Op.STORE ? source.arg(1) : source;
        for (int e = 0; e < header.predCount(); e++) {
            Inst b = header.pred(e);
            b.addSuccArg(header.predSucc(e), b.block == ind.latch ? value : first);
        }
    }
}
