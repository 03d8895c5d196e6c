package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * A sum, a product, or a conjunction, disjunction or exclusive-or of values: each value once, with how often it counts, and one constant. {@link
 * #cost} tells what it takes to compute, {@link #build} does it; both go the same way, and both consume the terms.
 *
 * <p>A cost counts operations by the level at which they vary, the innermost loop's in the highest digits.
 */
final class Terms {
    /** The operations that make trees. */
    enum Family {
        SUM(Op.ADD, Op.MUL), PRODUCT(Op.MUL, null), AND(Op.AND, Op.OR), OR(Op.OR, Op.AND), XOR(Op.XOR, Op.AND), FSUM(Op.FADD, Op.FMUL), FPRODUCT(Op.FMUL, null);

        final Op op;
        /** What distributes over it, or null. */
        final Op factor;

        Family(Op op, Op factor) {
            this.op = op;
            this.factor = factor;
        }

        boolean isFloat() {
            return this == FSUM || this == FPRODUCT;
        }

        static Family of(Inst i) {
            Type t = i.type;
            switch (i.op) {
                case ADD, SUB:
                    return t.isInt() && t.bits >= 8 && t.bits <= 64 ? SUM : null;
                case MUL:
                    return t.isInt() && t.bits >= 8 && t.bits <= 64 ? PRODUCT : null;
                case AND:
                    return t.isInt() && t.bits <= 64 ? AND : null;
                case OR:
                    return t.isInt() && t.bits <= 64 ? OR : null;
                case XOR:
                    return t.isInt() && t.bits <= 64 ? XOR : null;
                case FADD, FSUB, FNEG, FMUL:
                    int free = Inst.REASSOC | Inst.NSZ;
                    if ((i.flags & free) != free || t != Type.F64 && t != Type.F32 || Patterns.environment(i)) return null;
                    return i.op == Op.FMUL ? FPRODUCT : FSUM;
                default:
                    return null;
            }
        }

        /** A constant multiple of a value, where one counts how often. */
        boolean isMultiple(Inst v) {
            if (this != SUM && this != PRODUCT) return false;
            if (v.op == Op.MUL) return this == SUM && Patterns.con(v.arg(1));
            return v.op == Op.SHL && Patterns.con(v.arg(1)) && v.arg(1).imm >= 0 && v.arg(1).imm < v.type.bits;
        }
    }

    /** Finds where {@code x op y} is computed; null if nowhere. */
    interface Existing {
        Inst find(Op op, Inst x, Inst y);
    }

    /** A value, unless this is a trial; how much it varies, when it is to come, how often it counts. */
    private static final class Term {
        Inst v;
        int level;
        int place;
        long count;

        Term(Inst v, int level, int place, long count) {
            this.v = v;
            this.level = level;
            this.place = place;
            this.count = count;
        }
    }

    private static final int DIGIT = 6;
    private static final int MAX_LEVEL = 9;
    private static final int MAX_PAIRED = 8;

    private final Function f;
    private final Family family;
    private final Inst at;
    private final Type type;
    private final Existing existing;
    private List<Term> terms = new ArrayList<>();
    private long constant;
    private double real;
    /** Of the new operations. */
    int flags;
    /** No operand is a NaN or infinite. */
    boolean finite;
    private boolean trial;
    private long cost;

    /** The neutral element of the family; operations are put before {@code at}. */
    Terms(Function f, Family family, Inst at, Existing existing) {
        this.f = f;
        this.family = family;
        this.at = at;
        this.type = at.type;
        this.existing = existing;
        constant = family == Family.PRODUCT ? 1 : family == Family.AND ? -1 : 0;
        real = family == Family.FPRODUCT ? 1 : 0;
    }

    static long weight(int level) {
        return 1L << DIGIT * Math.min(level, MAX_LEVEL);
    }

    /** How many operations a cost is of. */
    static int count(long cost) {
        int n = 0;
        for (long c = cost; c != 0; c >>>= DIGIT) n += (int) (c & (1 << DIGIT) - 1);
        return n;
    }

    int size() {
        return terms.size();
    }

    /** The same terms, for a trial. */
    Terms copy() {
        Terms t = new Terms(f, family, at, existing);
        for (Term x : terms) t.terms.add(new Term(x.v, x.level, x.place, x.count));
        t.constant = constant;
        t.real = real;
        t.flags = flags;
        t.finite = finite;
        return t;
    }

    // ---- gathering ----

    /** Takes a value in, so many times. */
    void add(Inst v, int level, long count) {
        if (Patterns.con(v)) {
            switch (family) {
                case SUM -> constant += count * v.imm;
                case PRODUCT -> constant *= v.imm;
                case AND -> constant &= v.imm;
                case OR -> constant |= v.imm;
                default -> constant ^= v.imm;
            }
            return;
        }
        if (v.op == Op.FCONST) {
            real = family == Family.FSUM ? real + count * Patterns.number(v) : real * Patterns.number(v);
            return;
        }
        for (Term t : terms) {
            if (t.v != v) continue;
            t.count = family == Family.AND || family == Family.OR ? 1 : t.count + count;
            return;
        }
        terms.add(new Term(v, level, level, count));
    }

    /** Multiplies the product by a constant. */
    void scale(long by) {
        constant *= by;
    }

    /** Puts a value, if it counts once here, at a place; true if so. */
    boolean delay(Inst v, int place) {
        for (Term t : terms) {
            if (t.v != v || t.count != 1) continue;
            t.place = place;
            return true;
        }
        return false;
    }

    /** What cancels may be infinite. */
    boolean isHopeless() {
        if (!family.isFloat()) return false;
        if (Double.isNaN(real) || Double.isInfinite(real) || type == Type.F32 && Double.isInfinite((float) real)) return true;
        for (Term t : terms) if (t.count == 0 && !finite) return true;
        return family == Family.FPRODUCT && real == 0;
    }

    /** A sum of values none of which is negative. */
    boolean isMonotone() {
        if (constant < 0) return false;
        for (Term t : terms) if (t.count < 0 || !KnownBits.isNonNegative(t.v)) return false;
        return true;
    }

    // ---- computing ----

    long cost() {
        trial = true;
        cost = 0;
        compute();
        return cost;
    }

    /** The value; new operations of an integer sum get the flags besides. */
    Inst build(int nsw) {
        trial = false;
        flags |= nsw;
        return compute().v;
    }

    private Term compute() {
        return switch (family) {
            case SUM, FSUM -> sum();
            case PRODUCT, FPRODUCT -> product();
            default -> bits();
        };
    }

    private Term sum() {
        for (Term t : terms) t.count = wrap(t.count);
        terms.removeIf(t -> t.count == 0);
        factor();
        multiples();
        pairs(Op.ADD, Op.SUB);
        sort();
        Term sum = null;
        boolean minus = false;
        if (family == Family.FSUM && real != 0 && isEarly()) sum = real(real);
        for (Term t : terms) {
            boolean negative = t.count < 0 && wrap(-t.count) > 0;
            Term x = times(t, negative ? -t.count : t.count);
            if (sum == null) {
                sum = x;
                minus = negative;
            } else if (minus == negative) {
                sum = make(plus(), sum, x);
            } else if (minus) {
                sum = make(minus(), x, sum);
                minus = false;
            } else {
                sum = make(minus(), sum, x);
            }
        }
        if (family == Family.FSUM) {
            if (sum == null) return real(real);
            if (real == 0 || isEarly()) return minus ? negated(sum) : sum;
            return minus ? make(Op.FSUB, real(real), sum) : make(Op.FADD, sum, real(real));
        }
        constant = wrap(constant);
        if (sum == null) return integer(constant);
        if (minus) return make(Op.SUB, integer(constant), sum);
        return constant == 0 ? sum : make(Op.ADD, sum, integer(constant));
    }

    private Op plus() {
        return family == Family.FSUM ? Op.FADD : Op.ADD;
    }

    private Op minus() {
        return family == Family.FSUM ? Op.FSUB : Op.SUB;
    }

    private Term negated(Term x) {
        return make(Op.FNEG, x, null);
    }

    private Term times(Term t, long count) {
        if (count == 1) return t;
        if (family == Family.FSUM) return make(Op.FMUL, t, real(count));
        if (type.bits > 1 && Long.bitCount(count) == 1) return make(Op.SHL, t, integer(Long.numberOfTrailingZeros(count)));
        return make(Op.MUL, t, integer(count));
    }

    private Term product() {
        constant = wrap(constant);
        if (family == Family.PRODUCT && constant == 0 || terms.isEmpty()) return family == Family.PRODUCT ? integer(constant) : real(real);
        sort();
        boolean early = family == Family.FPRODUCT && real != 1 && isEarly();
        Term p = power(terms, early ? real(real) : null);
        if (family == Family.FPRODUCT) return early || real == 1 ? p : real == -1 ? negated(p) : make(Op.FMUL, p, real(real));
        if (constant == -1) return make(Op.SUB, integer(0), p);
        return constant == 1 ? p : Long.bitCount(constant & KnownBits.mask(type)) == 1 ? make(Op.SHL, p, integer(Long.numberOfTrailingZeros(constant))) : make(Op.MUL, p, integer(constant));
    }

    /** The product of the powers: of those of odd exponents, and of the square of what is left. */
    private Term power(List<Term> powers, Term start) {
        Term product = start;
        List<Term> rest = new ArrayList<>();
        Term last = null;
        for (Term t : powers) {
            if (t.count > 1) rest.add(new Term(t.v, t.level, t.place, t.count >> 1));
            if ((t.count & 1) == 0) continue;
            if (t.place > t.level) last = t;
            else product = product == null ? t : make(family.op, product, t);
        }
        if (!rest.isEmpty()) {
            Term half = power(rest, null);
            Term square = make(family.op, half, half);
            product = product == null ? square : make(family.op, square, product);
        }
        return last == null ? product : product == null ? last : make(family.op, product, last);
    }

    private Term bits() {
        long all = family == Family.AND ? 0 : -1;
        constant = wrap(constant);
        if (family == Family.XOR) terms.removeIf(t -> (t.count & 1) == 0);
        else if (constant == wrap(all) || hasComplement()) return integer(all);
        for (Term t : terms) t.count = 1;
        factor();
        pairs(family.op, null);
        sort();
        boolean needed = constant != wrap(~all) && family != Family.XOR || family == Family.XOR && constant != 0;
        if (terms.isEmpty()) return integer(constant);
        boolean early = needed && isEarly();
        Term x = null;
        for (Term t : terms) {
            // With what varies least.
            if (early && t.level > terms.get(0).level) {
                x = make(family.op, x, integer(constant));
                early = needed = false;
            }
            x = x == null ? t : make(family.op, x, t);
        }
        return needed ? make(family.op, x, integer(constant)) : x;
    }

    private boolean hasComplement() {
        for (Term t : terms) {
            if (t.v.op != Op.XOR || !Patterns.ones(t.v.arg(1))) continue;
            for (Term o : terms) if (o.v == t.v.arg(0)) return true;
        }
        return false;
    }

    /** Constants go with what leaves the loop. */
    private boolean isEarly() {
        return !terms.isEmpty() && terms.get(0).level < terms.get(terms.size() - 1).level;
    }

    private void sort() {
        for (int i = 1; i < terms.size(); i++) {
            Term t = terms.get(i);
            int k = i;
            for (; k > 0 && terms.get(k - 1).place > t.place; k--) terms.set(k, terms.get(k - 1));
            terms.set(k, t);
        }
    }

    // ---- sharing ----

    /** Takes the factor that most terms have out of them, as long as two have one. */
    private void factor() {
        if (family.factor == null || family.isFloat() && !finite) return;
        while (true) {
            Inst best = null;
            int most = 1;
            for (Term t : terms) {
                if (!isProduct(t)) continue;
                for (int k = 0; k < 2; k++) {
                    int n = 0;
                    for (Term o : terms) if (isProduct(o) && (o.v.arg(0) == t.v.arg(k) || o.v.arg(1) == t.v.arg(k))) n++;
                    if (n <= most) continue;
                    most = n;
                    best = t.v.arg(k);
                }
            }
            if (best == null) return;
            Terms inner = new Terms(f, family, at, existing);
            inner.trial = trial;
            inner.flags = flags & ~Inst.NSW;
            inner.finite = finite;
            int level = 0;
            int first = -1;
            for (int i = 0; i < terms.size(); i++) {
                Term t = terms.get(i);
                if (!isProduct(t) || t.v.arg(0) != best && t.v.arg(1) != best) continue;
                Inst other = t.v.arg(t.v.arg(0) == best ? 1 : 0);
                // Not known better: as much as the product.
                inner.add(other, t.level, t.count);
                level = Math.max(level, t.level);
                cost -= weight(t.level);
                if (first < 0) first = i;
                else terms.remove(i--);
            }
            Term sum = inner.compute();
            cost += inner.cost;
            Term common = new Term(best, level, level, 1);
            Term product = best.op.isConstant() ? make(family.factor, sum, common) : make(family.factor, common, sum);
            terms.set(first, new Term(product.v, product.level, product.level, 1));
        }
    }

    private boolean isProduct(Term t) {
        return t.v != null && t.v.op == family.factor && t.v.block == at.block && t.v.useCount() == 1 && t.count != 0
                && (family != Family.FSUM || Family.of(t.v) == Family.FPRODUCT) && t.v.type == type;
    }

    /** Adds those that count equally often, more than once, before they are multiplied. */
    private void multiples() {
        for (int i = 0; i < terms.size(); i++) {
            Term t = terms.get(i);
            long c = Math.abs(t.count);
            if (c == 1) continue;
            Terms inner = null;
            for (int k = i + 1; k < terms.size(); k++) {
                Term o = terms.get(k);
                if (Math.abs(o.count) != c || o.place != t.place) continue;
                if (inner == null) {
                    inner = new Terms(f, family, at, existing);
                    inner.trial = trial;
                    inner.flags = flags & ~Inst.NSW;
                    inner.terms.add(new Term(t.v, t.level, t.place, 1));
                }
                inner.terms.add(new Term(o.v, o.level, o.place, o.count == t.count ? 1 : -1));
                terms.remove(k--);
            }
            if (inner == null) continue;
            Term sum = inner.compute();
            cost += inner.cost;
            terms.set(i, new Term(sum.v, sum.level, sum.level, t.count));
        }
    }

    /** Takes pairs that are computed already from there. */
    private void pairs(Op same, Op opposite) {
        if (family.isFloat() || terms.size() < 2 || terms.size() > MAX_PAIRED) return;
        for (int i = 0; i < terms.size(); i++) {
            for (int k = i + 1; k < terms.size(); k++) {
                Term x = terms.get(i);
                Term y = terms.get(k);
                if (x.v == null || y.v == null || Math.abs(x.count) != 1 || Math.abs(y.count) != 1) continue;
                long count = x.count;
                Inst e;
                if (x.count == y.count) {
                    e = existing.find(same, x.v, y.v);
                } else {
                    e = existing.find(opposite, x.v, y.v);
                    if (e == null) {
                        e = existing.find(opposite, y.v, x.v);
                        count = y.count;
                    }
                }
                if (e == null) continue;
                if (!trial) e.flags &= ~Inst.POISON_FLAGS;
                int level = Math.max(x.level, y.level);
                terms.set(i, new Term(e, level, level, count));
                terms.remove(k);
                k = i;
            }
        }
    }

    // ---- operations ----

    private long wrap(long v) {
        if (family == Family.FSUM || type.bits >= 64) return v;
        return type.bits == 1 ? v & 1 : v << 64 - type.bits >> 64 - type.bits;
    }

    private Term integer(long v) {
        return new Term(trial ? null : f.iconst(type, v), 0, 0, 1);
    }

    private Term real(double v) {
        return new Term(trial ? null : type == Type.F32 ? f.f32((float) v) : f.f64(v), 0, 0, 1);
    }

    private Term make(Op op, Term x, Term y) {
        int level = y == null ? x.level : Math.max(x.level, y.level);
        if (trial) {
            cost += weight(level);
            return new Term(null, level, level, 1);
        }
        Inst i = y == null ? f.newInst(op, type, x.v) : f.newInst(op, type, x.v, y.v);
        if (op == Op.ADD || op.isFloating()) i.flags = flags;
        i.locatedAs(at);
        i.insertBefore(at);
        return new Term(i, level, level, 1);
    }
}
