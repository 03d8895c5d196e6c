package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Jump threading: a predecessor from which a block's branch is decided gets its own copy of the block, which goes straight on.
 * Decided is a branch by what the edge passes for the block's parameters, and by the branches that lead to the edge: a
 * condition known true or false, a value known equal to a constant. Truth values that are computed only to be
 * branched on vanish so, and with them the undefined values that would travel on the way not taken.
 *
 * <p>The block is short, calls nothing, and heads no loop (a copy would give the loop a second entry). Values of the block that are used elsewhere have two
 * definitions then ({@link SsaRepair}).
 *
 * <p>Requires: conditions are one value where they are equal (gvn). Ensures: no short block whose branch an edge decides.
 */
final class JumpThread {
    private static final int MAX_COPIED = 8;
    private static final int ROUNDS = 6;
    private static final int MAX_EDGES = 400;
    /** Single predecessors whose branches are looked at. */
    private static final int FACTS = 8;

    private final Function f;
    private final Fold fold = new Fold();
    private Inst[] conditions = new Inst[FACTS];
    private boolean[] truths = new boolean[FACTS];
    private int facts;
    private int fuel;

    private JumpThread(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        JumpThread j = new JumpThread(f);
        j.fuel = 200 + f.blocks.size();
        for (int round = 0; round < ROUNDS && j.round(); round++) {
            Cfg.run(f);
            Gvn.run(f);
        }
    }

    private boolean round() {
        LoopForest forest = new LoopForest(f);
        boolean changed = false;
        for (Block b : new ArrayList<>(f.blocks)) {
            if (b.last == null || b == f.entry() || b.addressTaken || b.predCount() < 2 || fuel <= 0) continue;
            if (b.last.op != Op.CONDBR && b.last.op != Op.SWITCH || b.last.arg(0).op.isConstant()) continue;
            LoopForest.Loop l = forest.of(b);
            if (l != null && l.header == b || !isShort(b)) continue;
            changed |= thread(b);
        }
        return changed;
    }

    private static boolean isShort(Block b) {
        int n = 0;
        for (Inst i = b.first; i != b.last; i = i.next) {
            if (i.op == Op.CALL || i.op == Op.ASM || i.op == Op.ALLOCA || i.op == Op.RESULT || i.type == Type.TUPLE || i.op == Op.DYNALLOCA || i.op == Op.VAARG || i.op == Op.STACKSAVE) return false;
            // What serves the branch alone is not copied for long.
            if (!(i.useCount() == 1 && i.user(0).block == b && i.op.isSpeculatable()) && ++n > MAX_COPIED) return false;
        }
        return true;
    }

    private boolean thread(Block b) {
        List<Inst> preds = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        for (int e = 0; e < b.predCount() && e < MAX_EDGES; e++) {
            Inst pred = b.pred(e);
            int edge = b.predSucc(e);
            if (pred.block == b || pred.op != Op.BR && pred.op != Op.CONDBR && pred.op != Op.SWITCH) continue;
            int s = decided(b, pred, edge);
            if (s < 0 || b.last.succ(s) == b) continue;
            preds.add(pred);
            edges.add(edge);
            targets.add(s);
        }
        List<Block> copies = new ArrayList<>();
        List<Cloner> cloners = new ArrayList<>();
        for (int first = 0; first < preds.size() && fuel > 0; first++) {
            int s = targets.get(first);
            if (s < 0) continue;
            fuel--;
            // One copy for all edges that go on to the same place.
            Block n = f.newBlock(b.name);
            Cloner c = new Cloner(f);
            for (Inst p : b.params) {
                Inst q = n.addParam(p.type);
                q.locatedAs(p);
                c.map(p, q);
            }
            for (Inst i = b.first; i != b.last; i = i.next) n.append(c.copy(i));
            Inst br = f.newInst(Op.BR, Type.VOID);
            br.locatedAs(b.last);
            Inst[] args = new Inst[b.last.succArgCount(s)];
            for (int k = 0; k < args.length; k++) args[k] = c.value(b.last.succArg(s, k));
            n.append(br);
            br.addSucc(b.last.succ(s), args);
            for (int k = first; k < preds.size(); k++) {
                if (targets.get(k) != s) continue;
                Inst pred = preds.get(k);
                int edge = edges.get(k);
                Inst[] passed = new Inst[pred.succArgCount(edge)];
                for (int a = 0; a < passed.length; a++) passed[a] = pred.succArg(edge, a);
                pred.setSucc(edge, n, passed);
                targets.set(k, -1);
            }
            copies.add(n);
            cloners.add(c);
        }
        if (copies.isEmpty()) return false;
        List<Inst> defined = new ArrayList<>(b.params);
        for (Inst i = b.first; i != b.last; i = i.next) if (i.hasResult()) defined.add(i);
        for (Inst v : defined) repair(v, b, copies, cloners);
        return true;
    }

    private void repair(Inst v, Block b, List<Block> copies, List<Cloner> cloners) {
        List<Inst> users = new ArrayList<>();
        for (int u = 0; u < v.useCount(); u++) {
            Inst user = v.user(u);
            if (user.block != b && !copies.contains(user.block) && !users.contains(user)) users.add(user);
        }
        if (users.isEmpty()) return;
        SsaRepair r = new SsaRepair(f, v.type);
        r.define(b, v);
        for (int k = 0; k < copies.size(); k++) r.define(copies.get(k), cloners.get(k).value(v));
        for (Inst user : users) {
            Inst now = r.atEntry(user.block);
            for (int k = 0; k < user.argCount(); k++) if (user.arg(k) == v) user.setArg(k, now);
        }
        r.finish();
    }

    // ---- what an edge decides ----

    /** The successor that the block goes to when entered by the edge; -1 if that is open. */
    private int decided(Block b, Inst pred, int edge) {
        facts = 0;
        Inst t = pred;
        int s = edge;
        for (int k = 0; k < FACTS; k++) {
            if (t.op == Op.CONDBR && t.succ(0) != t.succ(1)) {
                conditions[facts] = t.arg(0);
                truths[facts++] = s == 0;
            }
            Block p = t.block;
            if (p.predCount() != 1) break;
            s = p.predSucc(0);
            t = p.pred(0);
        }
        Inst c = value(b.last.arg(0), b, pred, edge, 6);
        if (c == null) return -1;
        if (b.last.op == Op.CONDBR) return c.imm != 0 ? 0 : 1;
        long[] cases = (long[]) b.last.aux;
        for (int k = 0; k < cases.length; k++) if (cases[k] == c.imm) return k + 1;
        return 0;
    }

    /** The constant that the value is when the block is entered by the edge; null if unknown. */
    private Inst value(Inst v, Block b, Inst pred, int edge, int depth) {
        if (v.op == Op.ICONST) return v.type == Type.I128 ? null : v;
        if (v.op == Op.PARAM && v.block == b) {
            v = pred.succArg(edge, (int) v.imm);
            if (v.op == Op.ICONST) return v.type == Type.I128 ? null : v;
            // A value of before: what the block computes is another one.
            return fact(v);
        }
        // The block may be on a cycle: its own values are those of the last time in the facts.
        if (v.block != b) {
            Inst known = fact(v);
            if (known != null) return known;
        }
        if (depth == 0 || v.block != b && v.op != Op.ICMP) return null;
        switch (v.op) {
            case ICMP, AND, OR, XOR, ADD, SUB, ZEXT, SEXT, TRUNC, SHL, LSHR, ASHR -> { }
            default -> {
                return null;
            }
        }
        if (v.type.isVector() || v.arg(0).type == Type.I128) return null;
        Inst x = value(v.arg(0), b, pred, edge, depth - 1);
        if (x == null) {
            return v.op == Op.ICMP ? compared(v, b, pred, edge) : null;
        }
        if (v.op == Op.AND && x.imm == 0) return x;
        Inst y = v.ownArgCount() > 1 ? value(v.arg(1), b, pred, edge, depth - 1) : x;
        if (y == null) return null;
        if (fold.eval(v.op, v.type, x.type, v.imm, 0, x.imm, x.immHi, y.imm, y.immHi, 0, 0) != Fold.VALUE) return null;
        return v.type.isIntOrPtr() && v.type != Type.I128 ? v.type.isPtr() ? f.ptrConst(fold.lo) : f.iconst(v.type, fold.lo) : null;
    }

    /** A comparison with a constant that a known inequality decides. */
    private Inst compared(Inst v, Block b, Inst pred, int edge) {
        if (!v.arg(1).isConst() || v.cond() != Cond.EQ && v.cond() != Cond.NE) return null;
        Inst x = v.arg(0);
        if (x.op == Op.PARAM && x.block == b) x = pred.succArg(edge, (int) x.imm);
        else if (x.block == b) return null;
        for (int k = 0; k < facts; k++) {
            Inst c = conditions[k];
            if (c.op != Op.ICMP || c.arg(0) != x || c.arg(1) != v.arg(1)) continue;
            if (c.cond() == Cond.EQ && !truths[k] || c.cond() == Cond.NE && truths[k]) return f.iconst(Type.I1, v.cond() == Cond.NE ? 1 : 0);
        }
        return null;
    }

    private Inst fact(Inst v) {
        for (int k = 0; k < facts; k++) {
            Inst c = conditions[k];
            if (c == v) return f.iconst(Type.I1, truths[k] ? 1 : 0);
            if (c.op == Op.ICMP && c.arg(0) == v && c.arg(1).isConst() && v.type != Type.I128 && (c.cond() == Cond.EQ && truths[k] || c.cond() == Cond.NE && !truths[k])) return c.arg(1);
        }
        return null;
    }
}
