package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The induction variables of one loop in canonical form, and what follows from them (Bachmann, Wang and Zima, Chains of Recurrences, 1994, of
 * which these are the linear ones): values that grow by a constant in each round, and how many rounds there are.
 *
 * <p>An {@link Iv} is a parameter of the header to which the latch passes itself plus an invariant step. A {@link Rec} says of a value
 * what it is in round {@code k} = 0, 1, …: a sum of values from outside the loop, each times a constant, plus a
 * constant, plus {@code k} times the step, all modulo 2^64. A step may have terms from outside, too. Two addresses can be compared by their Recs.
 */
final class Induction {
    /** A basic induction variable: {@code param} is {@code init} first and {@code next} = {@code param} + {@code step} afterwards. */
    record Iv(Inst param, Inst init, Inst next, Inst step) {
        boolean hasConstantStep() {
            return step.isConst();
        }

        /** The step; that of a subtraction is negated. */
        long by() {
            return next.op == Op.SUB ? -step.imm : step.imm;
        }
    }

    /** Linear in the number of the round. Terms are by id of the value, and none is zero. */
    static final class Rec {
        final TreeMap<Integer, Long> terms = new TreeMap<>();
        final Map<Integer, Inst> values;
        long constant;
        long step;
        /** What is added to the step besides: values from outside the loop, as in {@link #terms}. */
        final TreeMap<Integer, Long> stepTerms = new TreeMap<>();

        private Rec(Map<Integer, Inst> values) {
            this.values = values;
        }

        boolean sameTerms(Rec o) {
            return terms.equals(o.terms);
        }

        /** Each round adds exactly {@code n}. */
        boolean stepsBy(long n) {
            return stepTerms.isEmpty() && step == n;
        }

        /** The same in all rounds. */
        boolean isInvariant() {
            return stepsBy(0);
        }

        private void add(TreeMap<Integer, Long> to, Inst v, long times) {
            values.put(v.id, v);
            to.merge(v.id, times, Long::sum);
            if (to.get(v.id) == 0) to.remove(v.id);
        }

        private Rec plus(Rec o, long times) {
            for (Map.Entry<Integer, Long> e : o.terms.entrySet()) add(terms, values.get(e.getKey()), e.getValue() * times);
            for (Map.Entry<Integer, Long> e : o.stepTerms.entrySet()) add(stepTerms, values.get(e.getKey()), e.getValue() * times);
            constant += o.constant * times;
            step += o.step * times;
            return this;
        }
    }

    private static final int MAX_DEPTH = 12;

    private final Function f;
    final LoopForest forest;
    final LoopForest.Loop loop;
    final Block pre;
    final Block latch;
    final List<Iv> ivs = new ArrayList<>();
    private final Map<Integer, Inst> values = new TreeMap<>();

    private Induction(Function f, LoopForest forest, LoopForest.Loop loop, Block pre, Block latch) {
        this.f = f;
        this.forest = forest;
        this.loop = loop;
        this.pre = pre;
        this.latch = latch;
        find();
    }

    /** Of a loop that has a preheader and one latch; else null. */
    static Induction of(Function f, LoopForest forest, LoopForest.Loop l) {
        Block pre = LoopShape.preheader(forest, l);
        Block latch = LoopShape.latch(forest, l);
        return pre == null || latch == null ? null : new Induction(f, forest, l, pre, latch);
    }

    private void find() {
        Inst back = latch.terminator();
        int edge = LoopShape.edge(back, loop.header);
        for (Inst p : loop.header.params) {
            if (!p.type.isIntOrPtr() || p.type.bits > 64) continue;
            Inst next = back.succArg(edge, (int) p.imm);
            if (next.op != Op.ADD && next.op != Op.SUB && next.op != Op.PTRADD || !forest.contains(loop, next.block)) continue;
            Inst step;
            if (next.arg(0) == p) step = next.arg(1);
            else if (next.op == Op.ADD && next.arg(1) == p) step = next.arg(0);
            else continue;
            if (isInvariant(step)) ivs.add(new Iv(p, pre.terminator().succArg(0, (int) p.imm), next, step));
        }
    }

    boolean isInvariant(Inst v) {
        return v.op.isConstant() || !forest.contains(loop, v.block);
    }

    Iv of(Inst param) {
        for (Iv v : ivs) if (v.param == param) return v;
        return null;
    }

    /** The variable whose next value this is; or null. */
    Iv ofNext(Inst next) {
        for (Iv v : ivs) if (v.next == next) return v;
        return null;
    }

    // ---- linear values ----

    /** Of an i64 or an address; null if it is not known to be linear. */
    Rec rec(Inst v) {
        return v.type == Type.I64 || v.type == Type.PTR ? rec(v, MAX_DEPTH) : null;
    }

    private Rec rec(Inst v, int depth) {
        if (v.op == Op.ICONST) {
            Rec r = new Rec(values);
            r.constant = v.imm;
            return r;
        }
        if (v.op == Op.SYMBOL) {
            Rec r = new Rec(values);
            r.add(r.terms, f.symbol(v.symbol(), 0), 1);
            r.constant = v.imm;
            return r;
        }
        if (depth == 0) return null;
        switch (v.op) {
            case ADD, PTRADD, SUB -> {
                Rec a = rec(v.arg(0), depth - 1);
                Rec b = a == null ? null : rec(v.arg(1), depth - 1);
                return b == null ? opaque(v) : a.plus(b, v.op == Op.SUB ? -1 : 1);
            }
            case MUL, SHL -> {
                if (v.op == Op.MUL && !v.arg(1).isConst()) return product(v, depth);
                if (!v.arg(1).isConst() || v.arg(1).imm < 0 && v.op == Op.SHL || v.arg(1).imm > 63 && v.op == Op.SHL) return opaque(v);
                Rec a = rec(v.arg(0), depth - 1);
                return a == null ? null : new Rec(values).plus(a, v.op == Op.SHL ? 1L << v.arg(1).imm : v.arg(1).imm);
            }
            case PARAM -> {
                Iv iv = v.block == loop.header ? of(v) : null;
                if (iv == null) return opaque(v);
                Rec r = rec(iv.init, depth - 1);
                if (r == null) return null;
                if (iv.hasConstantStep()) r.step += iv.by();
                else r.add(r.stepTerms, iv.step, iv.next.op == Op.SUB ? -1 : 1);
                return r;
            }
            default -> {
                return opaque(v);
            }
        }
    }

    /** Of a variable and a value from outside. The start is a term of its own: the product in the first round. */
    private Rec product(Inst v, int depth) {
        if (isInvariant(v)) return opaque(v);
        Inst times = isInvariant(v.arg(1)) ? v.arg(1) : isInvariant(v.arg(0)) ? v.arg(0) : null;
        Rec a = times == null ? null : rec(times == v.arg(1) ? v.arg(0) : v.arg(1), depth - 1);
        if (a == null || !a.stepTerms.isEmpty()) return null;
        Rec r = new Rec(values);
        if (a.terms.isEmpty()) {
            if (a.constant != 0) r.add(r.terms, times, a.constant);
        } else {
            r.add(r.terms, v, 1);
        }
        if (a.step != 0) r.add(r.stepTerms, times, a.step);
        return r;
    }

    private Rec opaque(Inst v) {
        if (!isInvariant(v)) return null;
        Rec r = new Rec(values);
        r.add(r.terms, v, 1);
        return r;
    }

    /** The linear value in the first round, computed in the preheader, with the place {@code at} in the source. */
    Inst first(Inst v, Inst at) {
        if (isInvariant(v)) return v;
        Iv iv = of(v);
        if (iv != null) return iv.init();
        Inst[] args = new Inst[v.argCount()];
        for (int k = 0; k < args.length; k++) args[k] = first(v.arg(k), at);
        Inst n = f.newInst(v.op, v.type, args);
        n.imm = v.imm;
        n.locatedAs(at);
        n.insertBefore(pre.terminator());
        return n;
    }

    // ---- rounds ----

    /**
     * How the loop is left at its bottom: it goes on while {@code cond} holds between the variable and the invariant bound. {@code next}: the
     * variable's next value is compared, not this round's.
     */
    record Test(Iv iv, Cond cond, Inst bound, boolean next, Inst compare, Inst branch, int stay) {}

    /** The test of the latch; null if it does not compare a variable with an invariant. */
    Test test() {
        Inst t = latch.terminator();
        if (t.op != Op.CONDBR || t.arg(0).op != Op.ICMP) return null;
        int stay = LoopShape.edge(t, loop.header);
        if (forest.contains(loop, t.succ(1 - stay))) return null;
        Inst c = t.arg(0);
        Inst x = c.arg(0);
        Inst y = c.arg(1);
        Cond k = stay == 0 ? c.cond() : c.cond().negate();
        if (isInvariant(x)) {
            Inst s = x;
            x = y;
            y = s;
            k = k.swap();
        }
        if (!isInvariant(y)) return null;
        Iv iv = ofNext(x);
        boolean next = iv != null;
        if (iv == null) iv = of(x);
        return iv == null || !iv.hasConstantStep() ? null : new Test(iv, k, y, next, c, t, stay);
    }

    /** The only way out is the latch's. */
    boolean hasOneExit() {
        List<LoopForest.Exit> exits = forest.exits(loop);
        return exits.size() == 1 && exits.get(0).from() == latch;
    }

    /** How often the body runs once it is entered, if that is a constant up to {@code most}; else -1. Other exits may end it before. */
    long constantTrips(long most) {
        Test t = test();
        if (t == null || !t.bound.isConst() || !t.iv.init.isConst()) return -1;
        Type type = t.iv.param.type;
        long x = t.iv.init.imm;
        long n = t.bound.imm;
        long by = t.iv.by();
        for (long k = 1; k <= most; k++) {
            long next = org.jcc.ir.Fold.normal(type.bits, x + by);
            if (!holds(t.cond, t.next ? next : x, n)) return k;
            x = next;
        }
        return -1;
    }

    private static boolean holds(Cond c, long a, long b) {
        return switch (c) {
            case EQ -> a == b;
            case NE -> a != b;
            case SLT -> a < b;
            case SLE -> a <= b;
            case SGT -> a > b;
            case SGE -> a >= b;
            case ULT -> Long.compareUnsigned(a, b) < 0;
            case ULE -> Long.compareUnsigned(a, b) <= 0;
            case UGT -> Long.compareUnsigned(a, b) > 0;
            case UGE -> Long.compareUnsigned(a, b) >= 0;
            default -> false;
        };
    }
}
