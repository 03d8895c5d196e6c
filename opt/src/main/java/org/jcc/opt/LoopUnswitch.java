package org.jcc.opt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Type;

/**
 * Loop unswitching (Allen and Cocke, A Catalogue of Optimizing Transformations, 1971): a condition that no round changes is tested once,
 * before the loop. Two forms:
 * <ul>
 * <li>The header tests it first and leaves the loop by it: the preheader leaves instead. Nothing is copied.
 * <li>It is tested anywhere else: there are two loops then, one for each answer. This takes place, so that it is done at -O3 only, for
 *     short loops, and a few times for each. The outermost loop that the condition does not vary in and that is short enough is the one.
 * </ul>
 *
 * <p>A test that might not have been executed must not be made of poison: it tests the condition frozen. In the loops the condition is
 * a constant wherever it is used; {@code cfg} and {@code simplify} follow at once where something was changed.
 *
 * <p>Requires: what does not vary stands outside of loops, but for comparisons. Ensures: no header that leaves its loop by a condition that does not vary.
 */
final class LoopUnswitch {
    /** The most instructions of a loop that is copied, how often that is done to one, and to one function. */
    private static final int SHORT = 50, MAX_LEVEL = 3, MAX_COPIED = 24;
    private static final int ROUNDS = 8;

    private final Module module;
    private final Function f;
    private final Map<Block, Integer> levels = new HashMap<>();
    private LoopForest forest;
    private Dominators dom;
    private int copied;

    private LoopUnswitch(Module m, Function f) {
        this.module = m;
        this.f = f;
    }

    /** Without copies, but under {@code -funswitch-loops}. */
    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.HAS_LABEL_ADDRESS)) return;
        LoopUnswitch u = new LoopUnswitch(m, f);
        boolean changed = false;
        for (int n = 0; n < ROUNDS && u.round(false); n++) changed = true;
        if (changed) Simplify.run(f);
        if (m.unswitchLoops) runMore(m, f);
    }

    /** At -O3. */
    static void runMore(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.HAS_LABEL_ADDRESS | Function.OPT_SIZE)) return;
        LoopUnswitch u = new LoopUnswitch(m, f);
        for (int n = 0; n < ROUNDS && u.round(true); n++) Simplify.run(f);
    }

    /** One condition of each nest of loops leaves its loop. */
    private boolean round(boolean copying) {
        forest = LoopShape.canonical(f);
        dom = null;
        Set<LoopForest.Loop> changed = new HashSet<>();
        for (LoopForest.Loop l : forest.loops) {
            LoopForest.Loop nest = l;
            while (nest.parent != null) nest = nest.parent;
            if (changed.contains(nest) || copying && copied == MAX_COPIED) continue;
            if (LoopShape.preheader(forest, l) == null || LoopShape.latch(forest, l) == null || l.header.addressTaken) continue;
            if (copying ? copy(l) : leave(l)) changed.add(nest);
        }
        if (changed.isEmpty()) return false;
        Cfg.run(f);
        return true;
    }

    /** The same in all rounds, and tested: a value from outside or a comparison of such. */
    private boolean isInvariant(LoopForest.Loop l, Inst c) {
        if (c.op.isConstant() || c.type != Type.I1) return false;
        if (!forest.contains(l, c.block)) return true;
        if (c.op != Op.ICMP && c.op != Op.FCMP || c.op.isFloating() && c.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) return false;
        for (int k = 0; k < c.argCount(); k++) if (!c.arg(k).op.isConstant() && forest.contains(l, c.arg(k).block)) return false;
        return true;
    }

    /** The condition as a value of the preheader. */
    private Inst outside(LoopForest.Loop l, Inst c, Inst end) {
        if (!forest.contains(l, c.block)) return c;
        Inst n = new Cloner(f).copy(c);
        n.insertBefore(end);
        return n;
    }

    private void decide(LoopForest.Loop l, Inst c, boolean holds) {
        for (int u = c.useCount() - 1; u >= 0; u--) if (forest.contains(l, c.user(u).block)) c.user(u).setArg(c.userSlot(u), f.iconst(Type.I1, holds ? 1 : 0));
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }

    // ---- leaving at once ----

    private boolean leave(LoopForest.Loop l) {
        Block h = l.header;
        Inst t = h.terminator();
        if (t.op != Op.CONDBR || forest.contains(l, t.succ(0)) == forest.contains(l, t.succ(1)) || !isInvariant(l, t.arg(0))) return false;
        int away = forest.contains(l, t.succ(0)) ? 1 : 0;
        Inst c = t.arg(0);
        // Before the test nothing happens that must.
        for (Inst i = h.first; i != t; i = i.next) if (!i.isRemovableIfUnused() || i.type == Type.TUPLE) return false;
        if (!LoopClosed.isClosable(forest, l)) return false;
        if (dom == null) dom = new Dominators(f);
        new LoopClosed(f, forest, dom).close(l, forest.blocks(l));
        Inst enter = LoopShape.preheader(forest, l).terminator();
        Inst[] leaving = arguments(t, away);
        for (int k = 0; k < leaving.length; k++) {
            Inst v = leaving[k];
            if (v.op == Op.PARAM && v.block == h) leaving[k] = enter.succArg(0, (int) v.imm);
            else if (!v.op.isConstant() && forest.contains(l, v.block)) return false;
        }
        Inst test = f.newInst(Op.CONDBR, Type.VOID, outside(l, c, enter)).locatedAs(t);
        test.imm = t.imm;
        Inst[] staying = arguments(enter, 0);
        Block pre = enter.block;
        enter.remove();
        pre.append(test);
        test.addSucc(away == 0 ? t.succ(away) : h, away == 0 ? leaving : staying);
        test.addSucc(away == 0 ? h : t.succ(away), away == 0 ? staying : leaving);
        decide(l, c, away == 1);
        remark(t, "condition that does not vary tested before the loop");
        return true;
    }

    // ---- two loops ----

    private boolean copy(LoopForest.Loop inner) {
        for (Block b : inner.own) {
            Inst t = b.terminator();
            if (t.op != Op.CONDBR) continue;
            Inst c = condition(inner, t.arg(0), 2);
            if (c == null) continue;
            LoopForest.Loop best = null;
            for (LoopForest.Loop l = inner; l != null && isInvariant(l, c); l = l.parent) if (isCopyable(l)) best = l;
            if (best == null) continue;
            copy(best, c, t);
            return true;
        }
        return false;
    }

    /** What does not vary of the condition; null if all does. */
    private Inst condition(LoopForest.Loop l, Inst c, int depth) {
        if (isInvariant(l, c)) return c;
        if (depth == 0 || c.op != Op.AND && c.op != Op.OR || c.type != Type.I1) return null;
        Inst a = condition(l, c.arg(0), depth - 1);
        return a != null ? a : condition(l, c.arg(1), depth - 1);
    }

    private boolean isCopyable(LoopForest.Loop l) {
        if (levels.getOrDefault(l.header, 0) >= MAX_LEVEL || l.irreducible || LoopShape.preheader(forest, l) == null || LoopShape.latch(forest, l) == null) return false;
        int n = 0;
        for (Block b : forest.blocks(l)) {
            if (b.addressTaken) return false;
            for (Inst i = b.first; i != null; i = i.next) {
                if (!Cloner.isCopyable(i)) return false;
                n += i.op == Op.BR ? 0 : i.op == Op.CALL ? 5 : 1;
                if (n > SHORT) return false;
            }
        }
        return LoopClosed.isClosable(forest, l);
    }

    private void copy(LoopForest.Loop l, Inst c, Inst model) {
        List<Block> blocks = forest.blocks(l);
        boolean sure = isSure(l, model);
        if (dom == null) dom = new Dominators(f);
        new LoopClosed(f, forest, dom).close(l, blocks);
        Inst enter = LoopShape.preheader(forest, l).terminator();
        Inst known = outside(l, c, enter);
        if (!sure || model.arg(0) != c) {
            known = f.newInst(Op.FREEZE, Type.I1, known).locatedAs(model);
            known.insertBefore(enter);
        }
        Cloner copy = new Cloner(f);
        List<Block> copies = copy.copy(blocks);
        for (LoopForest.Loop x : forest.loops) if (l.contains(x)) keepHints(copy, x);
        Block pre = enter.block;
        Inst[] args = arguments(enter, 0);
        enter.remove();
        Inst test = f.newInst(Op.CONDBR, Type.VOID, known).locatedAs(model);
        pre.append(test);
        test.addSucc(l.header, args);
        test.addSucc(copy.block(l.header), args);
        // The forest does not know the copies.
        decide(l, c, true);
        Set<Block> second = new HashSet<>(copies);
        Inst other = copy.value(c);
        for (int u = other.useCount() - 1; u >= 0; u--) if (second.contains(other.user(u).block)) other.user(u).setArg(other.userSlot(u), f.iconst(Type.I1, 0));
        int level = levels.getOrDefault(l.header, 0) + 1;
        for (LoopForest.Loop x : forest.loops) {
            if (!l.contains(x)) continue;
            levels.put(x.header, level);
            levels.put(copy.block(x.header), level);
        }
        // The copy stands before the loop.
        f.blocks.subList(f.blocks.size() - copies.size(), f.blocks.size()).clear();
        f.blocks.addAll(f.blocks.indexOf(l.header), copies);
        copied++;
        remark(model, "loop unswitched");
    }

    /** The copy of a whole loop is what the pragmas said of it, too. */
    private void keepHints(Cloner copy, LoopForest.Loop l) {
        for (int e = 0; e < l.header.predCount(); e++) {
            Inst back = l.header.pred(e);
            if (back.op != Op.CONDBR || !forest.contains(l, back.block)) continue;
            Inst same = copy.value(back);
            same.setUnroll(back.unroll());
            same.flags |= back.flags & Inst.IVDEP;
        }
    }

    /** Tested whenever the loop is entered. */
    private boolean isSure(LoopForest.Loop l, Inst test) {
        if (test.block != l.header) return false;
        for (Inst i = test.block.first; i != test; i = i.next) if (i.op.mayNotReturn()) return false;
        return true;
    }

    private void remark(Inst at, String text) {
        if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.LOOP, at.loc, f, text);
    }
}
