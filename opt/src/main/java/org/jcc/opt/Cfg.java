package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Cleans the control-flow graph: constant branches become jumps, jumps through empty blocks go to their end, a branch on
 * a parameter is decided in the predecessors that pass a constant, a block is merged into its only predecessor, what becomes unreachable
 * goes. Edges of indirect branches, inline assembly and calls with several returns stay as they are.
 */
final class Cfg {
    private final Function f;
    private final List<Block> work = new ArrayList<>();
    private boolean[] queued;
    /** Steps left: threading through cycles of empty blocks must end. */
    private long fuel;

    private Cfg(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        Unreachable.run(f);
        // What became unreachable still counted as a predecessor: once more without it.
        for (int round = 0; round < 3; round++) {
            new Cfg(f).clean();
            if (!Unreachable.run(f)) break;
        }
    }

    private void clean() {
        queued = new boolean[f.blockCount()];
        fuel = 20L * f.blocks.size() + 1000;
        for (int i = f.blocks.size() - 1; i >= 0; i--) push(f.blocks.get(i));
        while (!work.isEmpty()) {
            Block b = work.remove(work.size() - 1);
            queued[b.id] = false;
            if (b.last == null || b != f.entry() && b.predCount() == 0) continue;
            fold(b);
            thread(b);
            merge(b);
        }
        f.blocks.removeIf(b -> b.last == null);
        f.renumber();
    }

    private void push(Block b) {
        if (queued[b.id]) return;
        queued[b.id] = true;
        work.add(b);
    }

    // ---- branches that are decided ----

    private void fold(Block b) {
        Inst t = b.last;
        if (t.op == Op.CONDBR) {
            if (t.arg(0).op == Op.ICONST) keepOnly(t, t.arg(0).imm != 0 ? 0 : 1);
            else if (sameEdge(t, 0, 1)) keepOnly(t, 0);
        } else if (t.op == Op.SWITCH) {
            long[] cases = (long[]) t.aux;
            if (t.arg(0).op == Op.ICONST) {
                int to = 0;
                for (int i = 0; i < cases.length; i++) if (cases[i] == t.arg(0).imm) to = i + 1;
                keepOnly(t, to);
            } else if (cases.length == 0) {
                keepOnly(t, 0);
            } else if (cases.length == 1) {
                // A switch of one case is a comparison.
                Inst c = f.newInst(Op.ICMP, Type.I1, t.arg(0), t.arg(0).type == Type.I128 ? f.iconst128(cases[0], cases[0] >> 63) : f.iconst(t.arg(0).type, cases[0]));
                c.imm = Cond.EQ.ordinal();
                c.locatedAs(t);
                c.insertBefore(t);
                Inst br = f.newInst(Op.CONDBR, Type.VOID, c);
                replaceTerminator(t, br, 1, 0);
            }
        }
    }

    private static boolean sameEdge(Inst t, int a, int b) {
        if (t.succ(a) != t.succ(b)) return false;
        for (int k = 0; k < t.succArgCount(a); k++) if (t.succArg(a, k) != t.succArg(b, k)) return false;
        return true;
    }

    private void keepOnly(Inst t, int s) {
        replaceTerminator(t, f.newInst(Op.BR, Type.VOID), s);
    }

    /** {@code with} gets the edges {@code keep} of {@code t}, in that order. */
    private void replaceTerminator(Inst t, Inst with, int... keep) {
        for (int i = 0; i < t.succCount(); i++) push(t.succ(i));
        for (int s : keep) with.addSucc(t.succ(s), arguments(t, s));
        with.locatedAs(t);
        Block b = t.block;
        t.remove();
        b.append(with);
        push(b);
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }

    // ---- edges through empty blocks ----

    private static boolean redirectable(Inst t) {
        return t.op == Op.BR || t.op == Op.CONDBR || t.op == Op.SWITCH;
    }

    private void thread(Block b) {
        Inst t = b.last;
        if (b == f.entry() || b.addressTaken || b.first != t || !(t.op == Op.BR || t.op == Op.CONDBR)) return;
        // The parameters serve the terminator alone: otherwise the block dominates other uses.
        for (Inst p : b.params) for (int u = 0; u < p.useCount(); u++) if (p.user(u) != t) return;
        for (int e = b.predCount() - 1; e >= 0; e--) {
            if (e >= b.predCount()) continue;
            Inst pred = b.pred(e);
            int edge = b.predSucc(e);
            if (!redirectable(pred) || fuel <= 0) continue;
            int s;
            if (t.op == Op.BR) {
                s = 0;
            } else {
                Inst c = t.arg(0);
                if (c.op == Op.PARAM && c.block == b) c = pred.succArg(edge, (int) c.imm);
                if (c.op != Op.ICONST) continue;
                s = c.imm != 0 ? 0 : 1;
            }
            Block to = t.succ(s);
            if (to == b) continue;
            Inst[] args = arguments(t, s);
            for (int k = 0; k < args.length; k++) {
                if (args[k].op == Op.PARAM && args[k].block == b) args[k] = pred.succArg(edge, (int) args[k].imm);
            }
            fuel--;
            pred.setSucc(edge, to, args);
            push(pred.block);
            push(to);
        }
        if (b.predCount() == 0) {
            push(b);
            erase(b);
        }
    }

    /** Takes an unreached block away. */
    private void erase(Block b) {
        Inst t = b.last;
        for (int i = 0; i < t.succCount(); i++) push(t.succ(i));
        t.remove();
        b.params.clear();
        b.first = b.last = null;
    }

    // ---- merging ----

    /** Appends the only successor to {@code b} while {@code b} is its only predecessor. */
    private void merge(Block b) {
        while (true) {
            Inst t = b.last;
            if (t == null || t.op != Op.BR) return;
            Block s = t.succ(0);
            if (s == b || s.predCount() != 1 || s.addressTaken || s == f.entry()) return;
            for (int k = 0; k < s.params.size(); k++) {
                Inst p = s.params.get(k);
                Inst a = t.succArg(0, k);
                if (a == p) return;
                if (p.useCount() > 0) p.replaceAllUsesWith(a);
            }
            Inst[] none = {};
            t.setSucc(0, s, none);
            s.params.clear();
            t.remove();
            // Splice the list.
            for (Inst i = s.first; i != null; i = i.next) i.block = b;
            if (b.last == null) b.first = s.first;
            else {
                b.last.next = s.first;
                s.first.prev = b.last;
            }
            b.last = s.last;
            s.first = s.last = null;
            if (b.name == null) b.name = s.name;
            for (int i = 0; i < b.last.succCount(); i++) push(b.last.succ(i));
            push(b);
        }
    }
}
