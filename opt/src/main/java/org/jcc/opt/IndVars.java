package org.jcc.opt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Induction variables: widening, before the strength of addresses is reduced ({@link StrengthReduction}).
 *
 * <p><b>Widening.</b> An {@code int} index is extended to 64 bits at each use in an address. Where the variable cannot
 * overflow (nsw; or unsigned, bounded by its own test) it is replaced by a 64-bit one: extensions of it, and of sums and products that cannot
 * overflow either, are computed in 64 bits from it; the narrow value is a truncation, which costs nothing; the loop's test compares wide.
 *
 * <p>Requires: loops are rotated, for most tests to be seen. Ensures: no extension of a variable that cannot overflow; no
 * multiplication in the address of a regular access.
 */
final class IndVars {
    private static final int MAX_DEPTH = 5;

    private final Function f;
    private LoopForest forest;

    // Of the loop at hand.
    private Induction ind;
    private Inst preEnd;
    private Map<Inst, Wide> wide;
    private Map<Inst, Inst> extended;

    /** The 64-bit variable for a narrow one. */
    private record Wide(Inst param, Inst next, boolean signed) {}

    private IndVars(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        new IndVars(f).run();
    }

    private void run() {
        forest = LoopShape.canonical(f);
        for (LoopForest.Loop l : forest.loops) {
            ind = Induction.of(f, forest, l);
            if (ind == null || ind.ivs.isEmpty()) continue;
            preEnd = ind.pre.terminator();
            List<Block> blocks = forest.blocks(l);
            if (widen(blocks)) ind = Induction.of(f, forest, l);
            if (!f.is(Function.OPT_SIZE)) StrengthReduction.run(f, forest, ind, blocks);
        }
    }

    // ---- widening ----

    private boolean widen(List<Block> blocks) {
        boolean narrow = false;
        for (Induction.Iv v : ind.ivs) narrow |= v.param().type == Type.I32;
        if (!narrow) return false;
        wide = new HashMap<>();
        extended = new HashMap<>();
        for (Block b : blocks) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.op != Op.SEXT && i.op != Op.ZEXT || i.type != Type.I64 || i.arg(0).type != Type.I32) continue;
                boolean signed = i.op == Op.SEXT;
                if (!isWidenable(i.arg(0), signed, MAX_DEPTH)) continue;
                Inst w = widened(i.arg(0), signed);
                i.replaceAllUsesWith(w);
                i.remove();
            }
        }
        if (wide.isEmpty()) return false;
        Induction.Test test = ind.test();
        for (Map.Entry<Inst, Wide> e : wide.entrySet()) {
            Wide w = e.getValue();
            Induction.Iv iv = ind.of(e.getKey());
            if (test != null && test.iv() == iv) compareWide(test, w);
            narrow(iv.param(), w.param(), w.param());
            narrow(iv.next(), w.next(), w.next());
        }
        return true;
    }

    private boolean isWidenable(Inst v, boolean signed, int depth) {
        return (widenable(v, signed, depth) & 1) != 0;
    }

    /** 3: in terms of an induction variable; 2: from outside the loop; 0: neither. */
    private int widenable(Inst v, boolean signed, int depth) {
        if (ind.isInvariant(v)) return 2;
        Induction.Iv iv = ind.of(v);
        if (iv == null) iv = ind.ofNext(v);
        if (iv != null) {
            if (iv.param().type != Type.I32) return 0;
            Wide w = wide.get(iv.param());
            if (w != null) return w.signed == signed ? 3 : 0;
            return staysInRange(iv, signed) ? 3 : 0;
        }
        if (depth == 0 || !v.has(signed ? Inst.NSW : Inst.NUW)) return 0;
        switch (v.op) {
            case ADD, SUB, MUL, SHL -> {
                if (v.op == Op.SHL && !v.arg(1).isConst()) return 0;
                int a = widenable(v.arg(0), signed, depth - 1);
                int b = a == 0 ? 0 : widenable(v.arg(1), signed, depth - 1);
                return b == 0 ? 0 : a | b;
            }
            default -> {
                return 0;
            }
        }
    }

    /** The variable never passes the end of its range, the last step included. */
    private boolean staysInRange(Induction.Iv iv, boolean signed) {
        if (iv.next().has(signed ? Inst.NSW : Inst.NUW)) return true;
        if (signed || iv.next().op != Op.ADD || !iv.step().isConst(1)) return false;
        // It goes on while next < bound, so that it is below another number in each round but the first.
        Induction.Test t = ind.test();
        if (t == null || t.iv() != iv || t.cond() != Cond.ULT || !t.next()) return false;
        if (iv.init().isConst()) return iv.init().imm != -1;
        Block b = ind.pre;
        for (int k = 0; k < 3 && b.predCount() == 1; k++) {
            Inst g = b.pred(0);
            if (g.op == Op.CONDBR && g.succ(0) != g.succ(1) && g.arg(0).op == Op.ICMP) {
                Inst c = g.arg(0);
                Cond cond = b.predSucc(0) == 0 ? c.cond() : c.cond().negate();
                if (c.arg(0) == iv.init() && c.arg(1) == t.bound() && cond == Cond.ULT) return true;
                if (c.arg(1) == iv.init() && c.arg(0) == t.bound() && cond == Cond.UGT) return true;
            }
            b = g.block;
        }
        return false;
    }

    private Inst widened(Inst v, boolean signed) {
        if (ind.isInvariant(v)) return extended(v, signed);
        Induction.Iv iv = ind.of(v);
        boolean next = iv == null;
        if (next) iv = ind.ofNext(v);
        if (iv != null) {
            Wide w = wide.get(iv.param());
            if (w == null) {
                w = make(iv, signed);
                wide.put(iv.param(), w);
            }
            return next ? w.next : w.param;
        }
        Inst a = widened(v.arg(0), signed);
        Inst b = v.op == Op.SHL ? f.iconst(Type.I64, v.arg(1).imm) : widened(v.arg(1), signed);
        Inst n = f.newInst(v.op, Type.I64, a, b).locatedAs(v);
        n.flags = signed ? Inst.NSW : Inst.NSW | Inst.NUW;
        n.insertBefore(v);
        return n;
    }

    private Inst extended(Inst v, boolean signed) {
        if (v.isConst()) return f.iconst(Type.I64, signed ? v.imm : v.imm & 0xffffffffL);
        Inst x = extended.get(v);
        if (x != null && (x.op == Op.SEXT) == signed) return x;
        x = f.newInst(signed ? Op.SEXT : Op.ZEXT, Type.I64, v).locatedAs(preEnd);
        x.insertBefore(preEnd);
        extended.put(v, x);
        return x;
    }

    private Wide make(Induction.Iv iv, boolean signed) {
        Inst init = extended(iv.init(), signed);
        Inst p = ind.loop.header.addParam(Type.I64).locatedAs(iv.param());
        // A constant of a subtraction or addition keeps its sign; unsigned steps are extended as such.
        Inst next = f.newInst(iv.next().op, Type.I64, p, extended(iv.step(), signed)).locatedAs(iv.next());
        next.flags = Inst.NSW;
        next.insertBefore(iv.next());
        for (int e = 0; e < ind.loop.header.predCount(); e++) {
            Inst t = ind.loop.header.pred(e);
            t.addSuccArg(ind.loop.header.predSucc(e), t.block == ind.latch ? next : init);
        }
        return new Wide(p, next, signed);
    }

    /** The loop's test in 64 bits. */
    private void compareWide(Induction.Test t, Wide w) {
        Cond c = t.cond();
        if (w.signed ? c.isUnsigned() : c.isSigned()) return;
        if (t.compare().useCount() != 1) return;
        Inst bound = extended(t.bound(), w.signed);
        Inst n = f.newInst(Op.ICMP, Type.I1, t.next() ? w.next : w.param, bound).locatedAs(t.compare());
        n.imm = (t.stay() == 0 ? c : c.negate()).ordinal();
        n.insertBefore(t.compare());
        t.branch().setArg(0, n);
        t.compare().remove();
    }

    /** What still uses the narrow value gets the low half of the wide one. */
    private void narrow(Inst v, Inst w, Inst after) {
        boolean used = false;
        for (int u = 0; u < v.useCount() && !used; u++) used = ind.ofNext(v.user(u)) == null && !v.user(u).isTerminator() || v.user(u).isTerminator() && !isOwnEdge(v, u);
        if (!used) return;
        // A parameter has no place of its own.
        Inst low = f.newInst(Op.TRUNC, Type.I32, w).locatedAs(v.op == Op.PARAM ? v.block.first : v);
        if (after.op == Op.PARAM) after.block.prepend(low);
        else low.insertAfter(after);
        Induction.Iv own = ind.of(v) != null ? ind.of(v) : ind.ofNext(v);
        for (int u = v.useCount() - 1; u >= 0; u--) {
            Inst user = v.user(u);
            // The narrow variable itself goes round until it is found dead.
            if (user == own.next() || user.isTerminator() && isOwnEdge(v, u)) continue;
            user.setArg(v.userSlot(u), low);
        }
    }

    /** The use passes the narrow variable's next value back to the header. */
    private boolean isOwnEdge(Inst v, int u) {
        Inst t = v.user(u);
        Induction.Iv own = ind.ofNext(v);
        if (own == null || t.block != ind.latch) return false;
        int s = LoopShape.edge(t, ind.loop.header);
        return v.userSlot(u) == t.succArgStart(s) + (int) own.param().imm;
    }
}
