package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Linear-function test replacement (Cooper, Simpson and Vick, Operator Strength Reduction, 2001): a variable that serves the loop's test alone is not
 * needed where another one goes round with it, most often an address: that one is compared with its value after the last
 * round, which is computed before the loop. Where there is none the variable counts its rounds down to zero, which
 * needs no comparison.
 *
 * <p>The other variable must not come by its last value before: one of step 1 or -1 does not, nor one in a loop that only the test
 * leaves, nor where the count has 32 bits. The number of rounds must be cheap to tell.
 *
 * <p>Requires: loops are unrolled and vectorised, for it hides constant bounds. Ensures: no loop with a second variable that only counts.
 * Gain: one instruction a round; crc 11.0 to 9.7 million.
 */
final class TestReplacement {
    private final Function f;
    private final LoopForest forest;

    private TestReplacement(Function f, LoopForest forest) {
        this.f = f;
        this.forest = forest;
    }

    static void run(Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        LoopForest forest = LoopShape.canonical(f);
        TestReplacement r = new TestReplacement(f, forest);
        for (LoopForest.Loop l : forest.loops) r.look(l);
    }

    private void look(LoopForest.Loop l) {
        Induction ind = Induction.of(f, forest, l);
        Induction.Test t = ind == null ? null : ind.test();
        if (t == null || t.compare().useCount() != 1) return;
        Induction.Iv iv = t.iv();
        if (!servesTest(ind, t, iv.param()) || !servesTest(ind, t, iv.next())) return;
        Trips trips = Trips.of(f, ind);
        if (trips == null || !trips.isCheap()) return;
        boolean short32 = iv.param().type != Type.PTR && iv.param().type.bits <= 32;
        boolean only = ind.hasOneExit();
        for (Induction.Iv q : ind.ivs) {
            if (q == iv || !q.hasConstantStep() || q.by() == 0 || q.param().type != Type.PTR && q.param().type != Type.I64) continue;
            long step = q.by();
            if (!(only || step == 1 || step == -1 || short32 && Math.abs(step) < 1 << 30)) continue;
            if (isDead(q.param(), ind, q) && isDead(q.next(), ind, q)) continue;
            Inst way = step == 1 ? trips.count() : trips.emit(Op.MUL, Type.I64, trips.count(), f.iconst(Type.I64, step));
            Inst end = trips.emit(q.param().type == Type.PTR ? Op.PTRADD : Op.ADD, q.param().type, q.init(), way);
            compare(t, q.next(), end);
            return;
        }
        if (iv.next().op == Op.ADD && t.next() && t.cond() == Cond.NE && iv.by() == -1 && t.bound().isConst(0)) return;
        countDown(ind, t, trips);
    }

    private void countDown(Induction ind, Induction.Test t, Trips trips) {
        Inst n = trips.count();
        Inst p = ind.loop.header.addParam(Type.I64).locatedAs(t.iv().param());
        Inst next = f.newInst(Op.ADD, Type.I64, p, f.iconst(Type.I64, -1)).locatedAs(t.iv().next());
        next.insertBefore(t.branch());
        for (int e = 0; e < ind.loop.header.predCount(); e++) {
            Inst b = ind.loop.header.pred(e);
            b.addSuccArg(ind.loop.header.predSucc(e), b.block == ind.latch ? next : n);
        }
        compare(t, next, f.iconst(Type.I64, 0));
    }

    /** It goes on while they differ. */
    private void compare(Induction.Test t, Inst value, Inst end) {
        Inst c = f.newInst(Op.ICMP, Type.I1, value, end).locatedAs(t.compare());
        c.imm = (t.stay() == 0 ? Cond.NE : Cond.EQ).ordinal();
        c.insertBefore(t.branch());
        t.branch().setArg(0, c);
        t.compare().remove();
    }

    /** Nothing that has an effect uses it but the test and the variable's own round. */
    private boolean servesTest(Induction ind, Induction.Test t, Inst v) {
        for (int u = 0; u < v.useCount(); u++) {
            Inst i = v.user(u);
            if (i == t.compare() || i == t.iv().next() || isDead(i, 6) || isOwnEdge(ind, t.iv(), v, u)) continue;
            return false;
        }
        return true;
    }

    private boolean isDead(Inst v, Induction ind, Induction.Iv q) {
        for (int u = 0; u < v.useCount(); u++) if (v.user(u) != q.next() && !isOwnEdge(ind, q, v, u) && !isDead(v.user(u), 6)) return false;
        return true;
    }

    private static boolean isOwnEdge(Induction ind, Induction.Iv iv, Inst v, int u) {
        Inst b = v.user(u);
        if (b != ind.latch.terminator()) return false;
        int s = LoopShape.edge(b, ind.loop.header);
        return v.userSlot(u) == b.succArgStart(s) + (int) iv.param().imm;
    }

    private static boolean isDead(Inst i, int depth) {
        if (depth == 0 || i.isTerminator() || !i.isRemovableIfUnused()) return false;
        for (int u = 0; u < i.useCount(); u++) if (!isDead(i.user(u), depth - 1)) return false;
        return true;
    }
}
