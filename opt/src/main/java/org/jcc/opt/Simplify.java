package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.ReversePostorder;
import org.jcc.ir.Type;

/**
 * Folds constants and applies {@link Rules} until nothing changes: a work list of instructions, each looked at again when an
 * operand was replaced. A block parameter that every edge gives the same value goes, too. Probabilities of
 * {@code __builtin_expect} move to the branches they are about.
 */
final class Simplify {
    private final Function f;
    private final Rules rules;
    private final Constants constants;
    private final Fold fold = new Fold();
    private final List<Inst> work = new ArrayList<>();
    private boolean[] queued;
    /** Bounds the rewriting, should two rules ever undo each other. */
    private long fuel;

    private Simplify(Function f) {
        this.f = f;
        this.rules = new Rules(f);
        this.constants = new Constants(f);
    }

    static void run(Function f) {
        new Simplify(f).simplify();
    }

    private void simplify() {
        queued = new boolean[f.instCount() * 2 + 64];
        Block[] order = new ReversePostorder(f).blocks;
        long n = 0;
        // Last in, first out: in reverse, so that definitions come before uses.
        for (int k = order.length - 1; k >= 0; k--) {
            Block b = order[k];
            for (Inst i = b.last; i != null; i = i.prev) {
                if (i.op == Op.EXPECT) expectation(i);
                push(i);
                n++;
            }
            if (k > 0) for (Inst p : b.params) push(p);
        }
        fuel = 50 * n + 10000;
        while (!work.isEmpty() && fuel-- > 0) {
            Inst i = work.remove(work.size() - 1);
            queued[i.id] = false;
            if (i.block != null) visit(i);
        }
    }

    private void push(Inst i) {
        if (i.op.isConstant()) return;
        if (i.id >= queued.length) queued = java.util.Arrays.copyOf(queued, Math.max(i.id + 1, queued.length * 2));
        if (queued[i.id]) return;
        queued[i.id] = true;
        work.add(i);
    }

    private void visit(Inst i) {
        if (i.op == Op.PARAM) {
            Inst same = same(i);
            if (same != null) replace(i, same);
            return;
        }
        if (i.hasResult() && i.useCount() == 0 && i.isRemovableIfUnused()) {
            for (int k = 0; k < i.argCount(); k++) push(i.arg(k));
            i.remove();
            return;
        }
        Inst c = constants.of(i);
        if (c != null) {
            replace(i, c);
            return;
        }
        Rules.canonical(i);
        int before = f.instCount();
        Inst v = rules.apply(i);
        if (v == null) return;
        if (v == i) return;
        if (v.id >= before) {
            // New instructions stand before this one.
            for (Inst x = i.prev; x != null && x.id >= before; x = x.prev) push(x);
        }
        replace(i, v);
    }

    private void replace(Inst i, Inst v) {
        for (int u = 0; u < i.useCount(); u++) {
            Inst user = i.user(u);
            push(user);
            if (user.isTerminator()) successors(user);
        }
        if (i.useCount() > 0) i.replaceAllUsesWith(v);
        if (i.op == Op.PARAM) return;
        if (i.isRemovableIfUnused()) {
            for (int k = 0; k < i.argCount(); k++) push(i.arg(k));
            i.remove();
        }
    }

    private void successors(Inst t) {
        for (int s = 0; s < t.succCount(); s++) {
            if (t.succ(s).params.size() <= 64) for (Inst p : t.succ(s).params) push(p);
        }
    }

    /** The one value that all edges pass for a parameter, itself aside; null if there are several. */
    private Inst same(Inst p) {
        Block b = p.block;
        if (b == f.entry() || p.useCount() == 0) return null;
        Inst v = null;
        for (int e = 0; e < b.predCount(); e++) {
            Inst a = b.predArg(e, (int) p.imm);
            if (a == p || a == v) continue;
            if (v != null) return null;
            v = a;
        }
        return v;
    }

    /** Moves the hint to the branches that depend on it directly. */
    private void expectation(Inst e) {
        if (e.arg(1).op == Op.ICONST) {
            int likely = e.imm == 0 ? 900 : (int) e.imm;
            peel(e, likely);
            hint(e, e, likely, 4);
        }
        // The instruction itself is its first operand.
        for (int u = 0; u < e.useCount(); u++) push(e.user(u));
        if (e.useCount() > 0) e.replaceAllUsesWith(e.arg(0));
    }

    /** A switch on what probably equals one case asks for that first. */
    private void peel(Inst e, int likely) {
        for (int u = 0; u < e.useCount(); u++) {
            Inst t = e.user(u);
            if (t.op != Op.SWITCH || e.userSlot(u) != 0 || likely < 900) continue;
            long[] cases = (long[]) t.aux;
            for (int k = 0; k < cases.length; k++) {
                if (cases[k] != e.arg(1).imm || cases.length < 2) continue;
                Inst[] args = new Inst[t.succArgCount(k + 1)];
                for (int a = 0; a < args.length; a++) args[a] = t.succArg(k + 1, a);
                Builder b = new Builder(f).before(t);
                Block rest = f.newBlock("switch");
                Inst br = b.emit(Op.CONDBR, Type.VOID, b.icmp(Cond.EQ, e.arg(0), e.arg(1)));
                br.imm = likely;
                br.addSucc(t.succ(k + 1), args);
                br.addSucc(rest);
                t.unlink();
                rest.append(t);
                return;
            }
        }
    }

    private void hint(Inst e, Inst v, int likely, int depth) {
        for (int u = 0; u < v.useCount() && depth > 0; u++) {
            Inst user = v.user(u);
            switch (user.op) {
                case CONDBR -> {
                    if (v.userSlot(u) == 0 && user.imm == 0) {
                        int taken = evaluate(e, v);
                        if (taken >= 0) user.imm = taken != 0 ? likely : 1000 - likely;
                    }
                }
                case ICMP, ZEXT, SEXT, TRUNC, XOR -> hint(e, user, likely, depth - 1);
                default -> { }
            }
        }
    }

    /** The truth of {@code v} when the hint holds; -1 if unknown. */
    private int evaluate(Inst e, Inst v) {
        Inst c = value(e, v, 8);
        return c == null ? -1 : (int) (c.imm & 1);
    }

    private Inst value(Inst e, Inst v, int depth) {
        if (v == e) return e.arg(1);
        if (v.op == Op.ICONST) return v;
        if (depth == 0 || v.op != Op.ICMP && v.op != Op.ZEXT && v.op != Op.SEXT && v.op != Op.TRUNC && v.op != Op.XOR) return null;
        Inst x = value(e, v.arg(0), depth - 1);
        Inst y = v.ownArgCount() > 1 ? value(e, v.arg(1), depth - 1) : x;
        if (x == null || y == null) return null;
        if (fold.eval(v.op, v.type, x.type, v.imm, 0, x.imm, x.immHi, y.imm, y.immHi, 0, 0) != Fold.VALUE) return null;
        return v.type == Type.I128 ? f.iconst128(fold.lo, fold.hi) : f.iconst(v.type, fold.lo);
    }
}
