package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * A value that a loop gathers by an associative operation: in each round the header's parameter is combined with a {@link Term}, whole or where a condition holds,
 * and passed on. A difference gathers what is taken away; a minimum may be written as a choice.
 *
 * @param next what is passed to the next round
 */
record VectorReduction(Inst param, Inst next, Op op, Term term) {
    private static final int MAX_DEPTH = 8;

    /**
     * What one round adds: a value, perhaps taken away; two terms; a term where the condition holds and another where not. {@link #NOTHING} is the
     * neutral element.
     */
    record Term(Inst value, boolean minus, Inst cond, Term first, Term second) {
        static final Term NOTHING = new Term(null, false, null, null, null);

        boolean isNothing() {
            return this == NOTHING;
        }

        boolean isValue() {
            return value != null;
        }

        boolean isChoice() {
            return cond != null;
        }
    }

    /** How a term is found: from the passed value up to the parameter, each use of which must be on the way. */
    private static final class Search {
        final FlatBody body;
        final Inst param;
        final Inst next;
        Op op;
        int reached;

        Search(FlatBody body, Inst param, Inst next) {
            this.body = body;
            this.param = param;
            this.next = next;
        }

        /** Null if the value is no combination with the parameter. */
        Term term(Inst v, int depth) {
            if (v == param) {
                reached++;
                return Term.NOTHING;
            }
            if (depth == 0 || v.op.isConstant() || v != next && v.useCount() != 1) return null;
            FlatBody.Choice c = body.choice(v);
            if (c != null) {
                Term yes = term(c.yes(), depth - 1);
                Term no = yes == null ? null : term(c.no(), depth - 1);
                return no == null ? null : new Term(null, false, c.cond(), yes, no);
            }
            boolean minus = v.op == Op.SUB || v.op == Op.FSUB;
            Op base = v.op == Op.SUB ? Op.ADD : v.op == Op.FSUB ? Op.FADD : v.op;
            switch (base) {
                case ADD, AND, OR, XOR, MUL, SMIN, SMAX, UMIN, UMAX, FADD, FMUL -> { }
                default -> {
                    return null;
                }
            }
            if (v.ownArgCount() != 2 || op != null && op != base || v.op.isFloating() && !v.has(Inst.REASSOC)) return null;
            Op before = op;
            int uses = reached;
            op = base;
            Term t = term(v.arg(0), depth - 1);
            Inst value = v.arg(1);
            if (t == null && !minus) {
                op = base;
                reached = uses;
                t = term(v.arg(1), depth - 1);
                value = v.arg(0);
            }
            if (t == null) {
                op = before;
                reached = uses;
                return null;
            }
            Term leaf = new Term(value, minus, null, null, null);
            return t.isNothing() ? leaf : new Term(null, false, null, t, leaf);
        }
    }

    /** Of the parameter that gets {@code next} from the latch; null if it is no reduction. */
    static VectorReduction of(FlatBody body, Inst param, Inst next) {
        VectorReduction minimum = minimum(body, param, next);
        if (minimum != null) return minimum;
        Search s = new Search(body, param, next);
        Term t = s.term(next, MAX_DEPTH);
        return t == null || t.isNothing() || s.op == null || s.reached != param.useCount() ? null : new VectorReduction(param, next, s.op, t);
    }

    private static VectorReduction minimum(FlatBody body, Inst p, Inst next) {
        FlatBody.Choice k = body.choice(next);
        if (k == null) return null;
        Inst c = k.cond();
        Inst yes = k.yes();
        Inst no = k.no();
        if (c.op != Op.ICMP || c.useCount() != 1 || p.useCount() != 2 || yes != p && no != p || yes == no) return null;
        boolean straight = c.arg(0) == yes && c.arg(1) == no;
        if (!straight && !(c.arg(0) == no && c.arg(1) == yes)) return null;
        Op op = switch (straight ? c.cond() : c.cond().swap()) {
            case SGT, SGE -> Op.SMAX;
            case SLT, SLE -> Op.SMIN;
            case UGT, UGE -> Op.UMAX;
            case ULT, ULE -> Op.UMIN;
            default -> null;
        };
        return op == null ? null : new VectorReduction(p, next, op, new Term(yes == p ? no : yes, false, null, null, null));
    }

    /** The flags of the operation that puts sums together. */
    int flags() {
        return next.op.isFloating() ? next.flags & ~Inst.POISON_FLAGS : op == Op.FADD || op == Op.FMUL ? Inst.REASSOC : 0;
    }

    /** What changes nothing. */
    Inst neutral(Function f) {
        Type t = next.type;
        return switch (op) {
            case AND, UMIN -> f.iconst(t, -1);
            case SMIN -> f.iconst(t, t.bits == 64 ? Long.MAX_VALUE : (1L << t.bits - 1) - 1);
            case SMAX -> f.iconst(t, -1L << t.bits - 1);
            case MUL -> f.iconst(t, 1);
            case FADD -> t == Type.F32 ? f.f32(-0.0f) : f.f64(-0.0);
            case FMUL -> t == Type.F32 ? f.f32(1) : f.f64(1);
            default -> f.iconst(t, 0);
        };
    }

    boolean isMinimum() {
        return VectorCosts.isMinimum(op);
    }

    /** All values that the terms name, and the conditions. */
    List<Inst> values() {
        List<Inst> all = new ArrayList<>();
        collect(term, all, false);
        return all;
    }

    List<Inst> conditions() {
        List<Inst> all = new ArrayList<>();
        collect(term, all, true);
        return all;
    }

    private static void collect(Term t, List<Inst> all, boolean conditions) {
        if (t.value != null && !conditions) all.add(t.value);
        if (t.cond != null && conditions) all.add(t.cond);
        if (t.first == null) return;
        collect(t.first, all, conditions);
        collect(t.second, all, conditions);
    }
}
