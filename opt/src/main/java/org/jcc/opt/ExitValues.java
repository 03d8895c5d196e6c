package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * What the values of a counted loop are in its last round, as code in the preheader (final value replacement; chains of recurrences as
 * in Bachmann, Wang and Zima, 1994, of any degree up to three). With {@code k} the number of the last round, counted from 0:
 * <ul>
 * <li>a variable that grows by a polynomial in each round is c0 + c1·k + c2·k(k-1)/2 + …, the coefficients being its start, the start of
 *     its step, and so on: sums of indices, of squares, of what does not vary;
 * <li>what a repeated operation with one operand comes to: nothing new after the first time (and, or, min, max), every
 *     other time nothing (xor, negation), one shift by k times the amount;
 * <li>a value of the round before, if that can be told; and whatever is computed of such values.
 * </ul>
 * All of it modulo 2^n: binomial coefficients are computed so that the divisions in them are exact. No operation keeps its no-wrap flags.
 *
 * <p>Requires a loop whose only exit is its latch, and its {@link Trips}. {@link #isKnown} emits nothing; {@link #last} does, for what is known.
 * Gain: of 40 loops that only count and sum, 34 vanish (gcc 12: 14).
 */
final class ExitValues {
    private static final int MAX_DEGREE = 3;
    private static final int MAX_DEPTH = 10;
    /** The most operations for all values of one loop. */
    private static final int MAX_CODE = 40;

    private final Function f;
    private final Induction ind;
    private final Trips trips;
    private final int edge;
    private final Map<Inst, Integer> degrees = new HashMap<>();
    private final Map<Inst, Inst[]> coefficients = new HashMap<>();
    private final List<Inst> asked = new ArrayList<>();
    private int budget = MAX_CODE;

    ExitValues(Function f, Induction ind, Trips trips) {
        this.f = f;
        this.ind = ind;
        this.trips = trips;
        edge = LoopShape.edge(ind.latch.terminator(), ind.loop.header);
    }

    private boolean isHeaderParam(Inst v) {
        return v.op == Op.PARAM && v.block == ind.loop.header;
    }

    private Inst next(Inst p) {
        return ind.latch.terminator().succArg(edge, (int) p.imm);
    }

    private Inst init(Inst p) {
        return ind.pre.terminator().succArg(0, (int) p.imm);
    }

    private static boolean isInteger(Type t) {
        return t == Type.PTR || t.isIntOrPtr() && t.bits > 1 && t.bits <= 64;
    }

    // ---- what is known ----

    /** The value in the last round can be told from what stands before the loop. */
    boolean isKnown(Inst v) {
        return isKnown(v, MAX_DEPTH);
    }

    private boolean isKnown(Inst v, int depth) {
        if (ind.isInvariant(v)) return true;
        if (depth == 0 || --budget < 0 || v.type == Type.TUPLE) return false;
        if (degree(v) >= 0) return true;
        if (isHeaderParam(v)) {
            if (repeated(v) != null) return true;
            if (asked.contains(v)) return false;
            asked.add(v);
            boolean known = isKnown(next(v), depth - 1);
            asked.remove(v);
            return known;
        }
        if (v.op == Op.PARAM || !v.op.isSpeculatable() || v.op == Op.RESULT || v.op == Op.FREEZE || v.op == Op.ISCONST
                || v.op.isFloating() && v.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) return false;
        for (int k = 0; k < v.argCount(); k++) if (!isKnown(v.arg(k), depth - 1)) return false;
        return true;
    }

    /** Of the polynomial in the number of the round that the value is; -1 if it is none that is known. */
    private int degree(Inst v) {
        if (ind.isInvariant(v)) return 0;
        if (!isInteger(v.type)) return -1;
        Integer known = degrees.get(v);
        if (known != null) return known;
        // While it is looked for, the variable itself is no polynomial: what then fails, fails for good, for the variable does.
        degrees.put(v, -1);
        int d = switch (v.op) {
            case ADD, SUB, PTRADD -> both(degree(v.arg(0)), degree(v.arg(1)));
            case MUL -> {
                int a = degree(v.arg(0));
                int b = a < 0 ? -1 : degree(v.arg(1));
                yield b < 0 || a + b > 2 ? -1 : a + b;
            }
            case SHL -> v.arg(1).isConst() && v.arg(1).imm >= 0 && v.arg(1).imm < v.type.bits ? degree(v.arg(0)) : -1;
            case TRUNC -> degree(v.arg(0));
            case PARAM -> isHeaderParam(v) ? degreeOfVariable(v) : -1;
            default -> -1;
        };
        if (d > MAX_DEGREE) d = -1;
        degrees.put(v, d);
        return d;
    }

    private static int both(int a, int b) {
        return a < 0 || b < 0 ? -1 : Math.max(a, b);
    }

    private int degreeOfVariable(Inst p) {
        List<Inst> steps = steps(p);
        if (steps == null) return -1;
        int d = 0;
        for (Inst s : steps) d = both(d, degree(s.op == Op.SUB ? s.arg(1) : step(s, p)));
        return d < 0 ? -1 : d + 1;
    }

    /** The additions and subtractions that make the next value of the variable; null if others have a part. */
    private List<Inst> steps(Inst p) {
        List<Inst> found = new ArrayList<>();
        Inst e = next(p);
        while (e != p) {
            if (e.op != Op.ADD && e.op != Op.SUB && e.op != Op.PTRADD || ind.isInvariant(e) || found.size() == 4) return null;
            found.add(e);
            e = leads(e.arg(0), p, 4) || e.op != Op.ADD ? e.arg(0) : e.arg(1);
        }
        return found.isEmpty() ? null : found;
    }

    /** The variable is at the end of the additions. */
    private boolean leads(Inst e, Inst p, int depth) {
        if (e == p) return true;
        if (depth == 0 || e.op != Op.ADD && e.op != Op.SUB && e.op != Op.PTRADD || ind.isInvariant(e)) return false;
        return leads(e.arg(0), p, depth - 1) || e.op == Op.ADD && leads(e.arg(1), p, depth - 1);
    }

    private Inst step(Inst add, Inst p) {
        return leads(add.arg(0), p, 4) || add.op != Op.ADD ? add.arg(1) : add.arg(0);
    }

    /** The operation that makes the variable's next value of this one and of what does not vary, if k times are as easy as once; or null. */
    private Inst repeated(Inst p) {
        Inst n = next(p);
        if (!isInteger(p.type) || n.argCount() != 2) return null;
        Inst other = n.arg(0) == p ? n.arg(1) : n.arg(1) == p ? n.arg(0) : null;
        if (other == null || !ind.isInvariant(other)) return null;
        return switch (n.op) {
            case AND, OR, XOR, SMIN, SMAX, UMIN, UMAX -> n;
            case SUB -> n.arg(1) == p ? n : null;
            case SHL, LSHR, ASHR -> n.arg(0) == p && other.isConst() && other.imm > 0 && other.imm < p.type.bits ? n : null;
            default -> null;
        };
    }

    // ---- code ----

    /** The number of the last round, from 0. */
    private Inst lastRound() {
        return emit(Op.ADD, Type.I64, trips.count(), i64(-1));
    }

    /** The value in the last round. */
    Inst last(Inst v) {
        return ind.isInvariant(v) ? v : at(v, lastRound());
    }

    private Inst at(Inst v, Inst k) {
        if (ind.isInvariant(v)) return v;
        int d = degree(v);
        if (d >= 0) {
            Inst[] c = polynomial(v);
            Inst sum = c[0];
            for (int j = 1; j < c.length; j++) sum = plus(sum, times(c[j], narrow(binomial(k, j), c[j].type)));
            return sum;
        }
        if (isHeaderParam(v)) {
            Inst op = repeated(v);
            if (op != null) return repeated(v, op, k);
            Inst before = at(next(v), emit(Op.ADD, Type.I64, k, i64(-1)));
            return choose(compare(Cond.EQ, k, i64(0)), init(v), before);
        }
        Inst[] args = new Inst[v.argCount()];
        for (int i = 0; i < args.length; i++) args[i] = at(v.arg(i), k);
        Inst n = emit(v.op, v.type, args);
        n.imm = v.imm;
        n.aux = v.aux;
        n.flags = v.flags & ~Inst.POISON_FLAGS;
        return n;
    }

    private Inst repeated(Inst p, Inst op, Inst k) {
        Inst x = init(p);
        if (op.op == Op.SHL || op.op == Op.LSHR || op.op == Op.ASHR) {
            int w = p.type.bits;
            long by = op.arg(1).imm;
            long times = (w + by - 1) / by;
            // The most that a shift can do: no bit left, or the sign alone.
            Inst all = op.op == Op.ASHR ? emit(Op.ASHR, p.type, x, f.iconst(p.type, w - 1)) : f.iconst(p.type, 0);
            Inst amount = narrow(by == 1 ? k : emit(Op.MUL, Type.I64, k, i64(by)), p.type);
            return choose(compare(Cond.ULT, k, i64(times)), emit(op.op, p.type, x, amount), all);
        }
        Inst once = op.arg(0) == p ? emit(op.op, p.type, x, op.arg(1)) : emit(op.op, p.type, op.arg(0), x);
        if (op.op != Op.XOR && op.op != Op.SUB) return choose(compare(Cond.EQ, k, i64(0)), x, once);
        Inst odd = emit(Op.AND, Type.I64, k, i64(1));
        return choose(compare(Cond.EQ, odd, i64(0)), x, once);
    }

    /** The coefficients of the binomials k over 0, 1, …; of an address only the first one is an address. */
    private Inst[] polynomial(Inst v) {
        if (ind.isInvariant(v)) return new Inst[] {v};
        Inst[] known = coefficients.get(v);
        if (known != null) return known;
        Inst[] c = switch (v.op) {
            case ADD, PTRADD -> sum(polynomial(v.arg(0)), polynomial(v.arg(1)), false);
            case SUB -> sum(polynomial(v.arg(0)), polynomial(v.arg(1)), true);
            case MUL -> product(polynomial(v.arg(0)), polynomial(v.arg(1)));
            case SHL -> product(polynomial(v.arg(0)), new Inst[] {f.iconst(v.type, 1L << v.arg(1).imm)});
            case TRUNC -> {
                Inst[] wide = polynomial(v.arg(0));
                Inst[] low = new Inst[wide.length];
                for (int j = 0; j < low.length; j++) low[j] = emit(Op.TRUNC, v.type, wide[j]);
                yield low;
            }
            default -> variable(v);
        };
        coefficients.put(v, c);
        return c;
    }

    private Inst[] variable(Inst p) {
        Inst[] step = {f.iconst(p.type == Type.PTR ? Type.I64 : p.type, 0)};
        for (Inst s : steps(p)) step = sum(step, polynomial(s.op == Op.SUB ? s.arg(1) : step(s, p)), s.op == Op.SUB);
        Inst[] c = new Inst[step.length + 1];
        c[0] = init(p);
        System.arraycopy(step, 0, c, 1, step.length);
        return c;
    }

    private Inst[] sum(Inst[] a, Inst[] b, boolean minus) {
        Inst[] c = new Inst[Math.max(a.length, b.length)];
        for (int j = 0; j < c.length; j++) {
            if (j >= b.length) c[j] = a[j];
            else if (j >= a.length) c[j] = minus ? emit(Op.SUB, b[j].type, f.iconst(b[j].type, 0), b[j]) : b[j];
            else c[j] = minus ? emit(Op.SUB, a[j].type, a[j], b[j]) : plus(a[j], b[j]);
        }
        return c;
    }

    /** Of degrees that add up to two at most: {a0, a1}·{b0, b1} = {a0·b0, a0·b1 + a1·b0 + a1·b1, 2·a1·b1}. */
    private Inst[] product(Inst[] a, Inst[] b) {
        if (b.length > 1 && a.length == 1) return product(b, a);
        if (b.length == 1) {
            Inst[] c = new Inst[a.length];
            for (int j = 0; j < c.length; j++) c[j] = times(a[j], b[0]);
            return c;
        }
        Inst high = times(a[1], b[1]);
        Inst middle = plus(plus(times(a[0], b[1]), times(a[1], b[0])), high);
        return new Inst[] {times(a[0], b[0]), middle, plus(high, high)};
    }

    /** {@code k} over {@code j}, modulo 2^64. */
    private Inst binomial(Inst k, int j) {
        if (j == 1) return k;
        // One of k and k-1 is even: (k >> 1)·((k - 1) | 1) halves that one.
        Inst half = emit(Op.LSHR, Type.I64, k, i64(1));
        Inst two = emit(Op.MUL, Type.I64, half, emit(Op.OR, Type.I64, emit(Op.ADD, Type.I64, k, i64(-1)), i64(1)));
        if (j == 2) return two;
        // An exact division by 3 is a multiplication with its inverse.
        return emit(Op.MUL, Type.I64, emit(Op.MUL, Type.I64, two, emit(Op.ADD, Type.I64, k, i64(-2))), i64(0xaaaaaaaaaaaaaaabL));
    }

    private Inst plus(Inst a, Inst b) {
        if (b.isConst(0)) return a;
        if (a.isConst(0) && a.type == b.type) return b;
        return emit(a.type == Type.PTR ? Op.PTRADD : Op.ADD, a.type, a, b);
    }

    private Inst times(Inst a, Inst b) {
        if (a.isConst(1) || b.isConst(0)) return b;
        if (b.isConst(1) || a.isConst(0)) return a;
        return a.isConst() ? emit(Op.MUL, a.type, b, a) : emit(Op.MUL, a.type, a, b);
    }

    private Inst narrow(Inst wide, Type t) {
        return t == Type.I64 ? wide : emit(Op.TRUNC, t, wide);
    }

    private Inst compare(Cond c, Inst a, Inst b) {
        Inst i = emit(Op.ICMP, Type.I1, a, b);
        i.imm = c.ordinal();
        return i;
    }

    private Inst choose(Inst c, Inst a, Inst b) {
        return a == b ? a : emit(Op.SELECT, a.type, c, a, b);
    }

    private Inst i64(long v) {
        return f.iconst(Type.I64, v);
    }

    private Inst emit(Op op, Type type, Inst... args) {
        return trips.emit(op, type, args);
    }
}
