package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;

/**
 * Reassociation (Briggs and Cooper, Effective Partial Redundancy Elimination, 1994): a tree of one associative and commutative operation
 * becomes its {@link Terms}, which are put together anew: equal ones once, opposite ones not at all, constants folded, common factors taken
 * out, powers by squaring, a pair that is computed already taken from there, and what varies least first, so that it can leave the loops.
 *
 * <p>A tree is made of operations of one block with one use each. It is written anew only if that takes fewer operations in the innermost
 * loop, or as many there and fewer outside; so what nothing is gained for stays as the source has it, chains are not balanced, and the
 * displacement of an address stays at its outside. A product or a floating sum that is carried around a loop is added last: the other
 * terms then wait for no earlier round.
 *
 * <p>Floating operations take part if their flags let them (REASSOC and NSZ: {@code -fassociative-math}). No-wrap flags are lost unless no
 * term is negative and none could wrap before; hence a sum that is sign-extended, an index mostly, is written anew only for
 * fewer operations.
 *
 * <p>Requires: constants at the right, equal expressions are one value. Ensures: no tree has terms that cancel, or a factor twice. Gain: sha256's
 * majority 5 to 4 operations, its instructions -2.9 %; {@code x*y*x*y} 3 to 2 multiplications; at -Ofast a**6 5 to 3.
 */
final class Reassociate {
    private static final int MAX_TERMS = 32;
    private static final int MAX_USERS = 16;
    /** Varies most: comes last. */
    private static final int LAST = 1 << 20;

    private final Function f;
    private LoopForest forest;
    private Dominators dom;
    /** By instruction: depth of the innermost loop around its block in which it varies. */
    private int[] levels;
    /** Instructions that the walk has passed, and the tree that an instruction is inside of. */
    private boolean[] passed;
    private int[] tree;
    private int trees;

    // The tree at hand.
    private Inst root;
    private Terms.Family family;
    private final List<Inst> inside = new ArrayList<>();
    private final List<Inst> leaves = new ArrayList<>();
    private final Inst[] stack = new Inst[MAX_TERMS + 2];
    private final long[] factors = new long[MAX_TERMS + 2];
    private int open;

    private Reassociate(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        // A value that lives longer may cross the second return of setjmp.
        if (f.is(Function.CALLS_SETJMP)) return;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (!isWorth(i)) continue;
                new Reassociate(f).run();
                return;
            }
        }
    }

    /** A root with something of its family, or two products, below it. */
    private static boolean isWorth(Inst i) {
        Terms.Family m = Terms.Family.of(i);
        if (m == null || isInside(i, m)) return false;
        int below = 0;
        for (int k = 0; k < i.argCount(); k++) {
            Inst a = i.arg(k);
            if (!isOwn(a, i)) continue;
            if (Terms.Family.of(a) == m) return true;
            if (m.isMultiple(a) || a.op == m.factor) below++;
        }
        return below > 1;
    }

    private static boolean isOwn(Inst v, Inst user) {
        return v.block == user.block && v.useCount() == 1 && v.op != Op.PARAM;
    }

    /** A node of the tree of its one user. */
    private static boolean isInside(Inst i, Terms.Family m) {
        if (i.useCount() != 1) return false;
        Inst u = i.user(0);
        return u.block == i.block && u.type == i.type && Terms.Family.of(u) == m;
    }

    private void run() {
        forest = new LoopForest(f);
        levels = new int[f.instCount()];
        passed = new boolean[f.instCount()];
        tree = new int[f.instCount()];
        if (!forest.loops.isEmpty()) for (Block b : forest.order) levels(b);
        for (Block b : forest.order) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.id < passed.length) passed[i.id] = true;
                if (isWorth(i)) look(i);
            }
        }
    }

    // ---- how much values vary ----

    private void levels(Block b) {
        int depth = forest.depth(b);
        for (Inst p : b.params) levels[p.id] = depth;
        for (Inst i = b.first; i != null; i = i.next) {
            int level = i.op.isSpeculatable() && i.op != Op.RESULT && i.op != Op.FREEZE ? 0 : depth;
            for (int k = 0; level < depth && k < i.argCount(); k++) level = Math.max(level, level(i.arg(k), b));
            levels[i.id] = level;
        }
    }

    /** Depth of the innermost loop around {@code at} in which the value varies. */
    private int level(Inst v, Block at) {
        if (v.op.isConstant()) return 0;
        int level = v.id < levels.length ? levels[v.id] : forest.depth(v.block);
        LoopForest.Loop here = forest.of(at);
        LoopForest.Loop l = forest.of(v.block);
        if (l == here) return level;
        while (l != null && !l.contains(here)) l = l.parent;
        return Math.min(level, l == null ? 0 : l.depth);
    }

    // ---- a tree ----

    private void look(Inst i) {
        root = i;
        family = Terms.Family.of(i);
        inside.clear();
        leaves.clear();
        trees++;
        Terms t = new Terms(f, family, i, this::existing);
        long old = gather(t);
        if (t.isHopeless()) return;
        boolean hurry = carried(t);
        Terms rewritten = t.copy();
        long now = rewritten.cost();
        if (now > old || now == old && !hurry) return;
        int nsw = 0;
        if (family == Terms.Family.SUM && hasNsw()) {
            if (isExtended() && Terms.count(now) >= Terms.count(old)) return;
            nsw = t.isMonotone() && allNsw() ? Inst.NSW : 0;
        }
        Inst v = t.build(nsw);
        i.replaceAllUsesWith(v);
        if (v.id >= levels.length) levels = Arrays.copyOf(levels, v.id + 256);
        if (!v.op.isConstant()) levels[v.id] = Math.max(levels[v.id], levels[i.id]);
        for (Inst dead : inside) if (dead.useCount() == 0) dead.remove();
        for (Inst l : leaves) if (l.op == family.factor && l.block != null && l.useCount() == 0) l.remove();
    }

    /** The terms of the tree, in the order of the source; what it costs. */
    private long gather(Terms t) {
        long cost = 0;
        int flags = Inst.FAST;
        stack[0] = root;
        factors[0] = 1;
        open = 1;
        while (open > 0) {
            Inst v = stack[--open];
            long c = factors[open];
            boolean node = v == root || isOwn(v, root) && v.type == root.type && (Terms.Family.of(v) == family || family.isMultiple(v)) && t.size() + open < MAX_TERMS;
            if (!node) {
                leaf(t, v, c);
                continue;
            }
            cost += Terms.weight(level(v, root.block));
            flags &= v.flags;
            inside.add(v);
            if (v.id < tree.length) tree[v.id] = trees;
            boolean multiple = v != root && family.isMultiple(v);
            if (multiple && family == Terms.Family.SUM) {
                leaf(t, v.arg(0), v.op == Op.SHL ? c << v.arg(1).imm : c * v.arg(1).imm);
            } else if (multiple) {
                t.scale(1L << v.arg(1).imm);
                push(v.arg(0), c);
            } else if (v.op == Op.FNEG) {
                push(v.arg(0), -c);
            } else {
                // The first operand is taken first.
                push(v.arg(1), v.op == Op.SUB || v.op == Op.FSUB ? -c : c);
                push(v.arg(0), c);
            }
        }
        t.flags = flags & ~Inst.POISON_FLAGS;
        t.finite = (flags & (Inst.NNAN | Inst.NINF)) == (Inst.NNAN | Inst.NINF);
        return cost;
    }

    private void leaf(Terms t, Inst v, long count) {
        leaves.add(v);
        t.add(v, level(v, root.block), count);
    }

    private void push(Inst v, long count) {
        stack[open] = v;
        factors[open++] = count;
    }

    /** Finds the term that comes from the round before, which is to come last; true if it does not, though waiting for it costs. */
    private boolean carried(Terms t) {
        Inst carried = null;
        if (family != Terms.Family.PRODUCT && !family.isFloat()) return false;
        LoopForest.Loop l = forest.of(root.block);
        if (l == null) return false;
        for (int u = 0; u < root.useCount(); u++) {
            Inst user = root.user(u);
            if (!user.isTerminator() || !forest.contains(l, user.block)) continue;
            for (int s = 0; s < user.succCount(); s++) {
                int k = root.userSlot(u) - user.succArgStart(s);
                if (user.succ(s) != l.header || k < 0 || k >= user.succArgCount(s)) continue;
                Inst p = l.header.params.get(k);
                if (t.delay(p, LAST)) carried = p;
            }
        }
        return carried != null && root.arg(0) != carried && root.arg(1) != carried;
    }

    private boolean hasNsw() {
        for (Inst i : inside) if (i.has(Inst.NSW)) return true;
        return false;
    }

    private boolean allNsw() {
        for (Inst i : inside) if (!i.has(Inst.NSW) || i.op == Op.SUB) return false;
        return true;
    }

    private boolean isExtended() {
        for (int u = 0; u < root.useCount(); u++) if (root.user(u).op == Op.SEXT) return true;
        return false;
    }

    /** {@code x op y} where it is computed before the root, outside of the tree; or null. */
    private Inst existing(Op op, Inst x, Inst y) {
        Inst few = x.useCount() <= y.useCount() ? x : y;
        if (few.useCount() > MAX_USERS || few.op.isConstant()) return null;
        for (int u = 0; u < few.useCount(); u++) {
            Inst e = few.user(u);
            if (e.op != op || e.type != root.type || e.id >= passed.length || !passed[e.id] || tree[e.id] == trees || e.useCount() == 0) continue;
            if (!(e.arg(0) == x && e.arg(1) == y || op.isCommutative() && e.arg(0) == y && e.arg(1) == x)) continue;
            if (op.isFloating() && Terms.Family.of(e) != family) continue;
            if (e.block != root.block) {
                if (dom == null) dom = new Dominators(f);
                if (!dom.dominates(e.block, root.block)) continue;
            }
            boolean index = false;
            for (int k = 0; k < e.useCount() && e.has(Inst.NSW); k++) index |= e.user(k).op == Op.SEXT;
            if (!index) return e;
        }
        return null;
    }
}
