package org.jcc.codegen.legal;

import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * An operation on a vector that fits a register: the instruction if the target has it, else a sequence of others (Warren, Hacker's
 * Delight, for signs and comparisons), else each lane by itself. What is known of lanes that nothing needs (poison) is kept away from those that
 * something needs: a vector with one lane of poison is poison.
 *
 * <p>Requires: vectors of legal types. Ensures: {@link Legality} accepts what it emits.
 */
final class VectorSequences {
    private final Function f;
    private final Builder b;
    private final Legality legality;

    VectorSequences(Function f, Builder b, Legality legality) {
        this.f = f;
        this.b = b;
        this.legality = legality;
    }

    /** @param from the first operand's type; {@code second} the second operand or null */
    boolean isLegal(Op op, Type t, Type from, Inst second) {
        return switch (op) {
            case SHL, LSHR, ASHR -> second.op == Op.SPLAT && legality.legal(op, t);
            case ICMP, FCMP -> legality.legal(op, from);
            case SITOFP -> t.size == from.size && from.element == Type.I32 && legality.legal(op, t);
            case FPTOSI -> t.size == from.size && t.element == Type.I32 && legality.legal(op, t);
            case ZEXT, SEXT, TRUNC, FEXT, FTRUNC -> t.size == from.size && legality.legal(op, t);
            default -> legality.legal(op, t);
        };
    }

    /** The operation {@code i}, on pieces. {@code real}: how many lanes matter. */
    Inst emit(Inst i, Type t, Inst[] a, int real) {
        if (isLegal(i.op, t, a[0].type, a.length > 1 ? a[1] : null)) return like(i, t, a);
        Inst r = sequence(i, t, a);
        if (r == null) r = byHalves(i, t, a);
        return r != null ? r : lanes(i, t, a, real);
    }

    // ---- halves ----

    private static Type half(Type t) {
        return Type.vector(t.element, t.lanes / 2);
    }

    private Inst half(Inst v, boolean upper) {
        Type t = half(v.type);
        if (v.op == Op.SPLAT) return b.emit(Op.SPLAT, t, v.arg(0));
        Inst r = b.emit(Op.SHUFFLE, t, v, v);
        int[] order = new int[t.lanes];
        for (int k = 0; k < order.length; k++) order[k] = upper ? t.lanes + k : k;
        r.aux = order;
        return r;
    }

    /** A SHUFFLE that takes a half of its first operand, or puts both together. */
    boolean movesHalf(Inst shuffle) {
        Type t = shuffle.type;
        Type from = shuffle.arg(0).type;
        int[] order = (int[]) shuffle.aux;
        if (t.lanes != 2 * from.lanes && from.lanes != 2 * t.lanes || !legality.halves(t.lanes > from.lanes ? t : from)) return false;
        int first = t.lanes > from.lanes || order[0] < t.lanes ? 0 : t.lanes;
        for (int k = 0; k < order.length; k++) if (order[k] >= 0 && order[k] != first + k) return false;
        return order[0] >= 0;
    }

    /** The operation on both halves, if the registers are too wide for it; else null. */
    private Inst byHalves(Inst i, Type t, Inst[] a) {
        if (!legality.halves(t)) return null;
        Inst[] r = new Inst[2];
        for (int h = 0; h < 2; h++) {
            Inst[] x = new Inst[a.length];
            for (int k = 0; k < x.length; k++) x[k] = half(a[k], h == 1);
            r[h] = emit(i, half(t), x, t.lanes / 2);
        }
        Inst both = b.emit(Op.SHUFFLE, t, r[0], r[1]);
        int[] order = new int[t.lanes];
        for (int k = 0; k < order.length; k++) order[k] = k;
        both.aux = order;
        return both;
    }

    private Inst like(Inst i, Type t, Inst... a) {
        Inst r = b.emit(i.op, t, a);
        r.imm = i.imm;
        r.flags = i.flags;
        return r;
    }

    /** The operation on scalars. */
    Inst scalar(Inst i, Type t, Inst[] a) {
        boolean compare = i.op == Op.ICMP || i.op == Op.FCMP;
        Inst r = like(i, compare ? Type.I1 : t, a);
        return compare ? b.convert(Op.SEXT, r, t) : r;
    }

    private Inst lanes(Inst i, Type t, Inst[] a, int real) {
        Inst[] r = new Inst[real];
        for (int l = 0; l < real; l++) {
            Inst[] x = new Inst[a.length];
            for (int k = 0; k < x.length; k++) x[k] = lane(a[k], l);
            r[l] = scalar(i, t.element, x);
        }
        return gather(t, r);
    }

    // ---- lanes ----

    Inst lane(Inst v, int k) {
        if (v.op == Op.SPLAT) return v.arg(0);
        for (Inst x = v; x.op == Op.INSERT && x.arg(2).isConst(); x = x.arg(0)) if (x.arg(2).imm == k) return x.arg(1);
        if (legality.legal(Op.EXTRACT, v.type)) return b.emit(Op.EXTRACT, v.type.element, v, f.iconst(Type.I32, k));
        Inst slot = b.alloca(v.type.size, v.type.size, null);
        b.store(slot, v, v.type.size, 0);
        return b.load(v.type.element, b.ptradd(slot, (long) k * v.type.element.size), v.type.element.size, 0);
    }

    Inst insert(Inst v, Inst scalar, int k) {
        if (legality.legal(Op.INSERT, v.type)) return b.emit(Op.INSERT, v.type, v, scalar, f.iconst(Type.I32, k));
        Inst slot = b.alloca(v.type.size, v.type.size, null);
        b.store(slot, v, v.type.size, 0);
        b.store(b.ptradd(slot, (long) k * v.type.element.size), scalar, scalar.type.size, 0);
        return b.load(v.type, slot, v.type.size, 0);
    }

    /** A vector that begins with these lanes. */
    Inst gather(Type t, Inst[] lanes) {
        Inst first = null;
        for (Inst l : lanes) if (first == null && l.op != Op.POISON) first = l;
        if (first == null) return f.poison(t);
        Inst v = b.emit(Op.SPLAT, t, first);
        for (int k = 0; k < lanes.length; k++) if (lanes[k] != first && lanes[k].op != Op.POISON) v = insert(v, lanes[k], k);
        return v;
    }

    Inst as(Inst v, Type t) {
        return v.type == t ? v : b.convert(Op.BITCAST, v, t);
    }

    Inst shuffle(Inst x, Inst y, int[] order) {
        boolean same = true;
        for (int k = 0; k < order.length; k++) same &= order[k] < 0 || order[k] == k;
        if (same) return x;
        Inst r = b.emit(Op.SHUFFLE, x.type, x, y);
        r.aux = order;
        return r;
    }

    /** @param value the bits of a lane */
    Inst all(Type t, long value) {
        return b.emit(Op.SPLAT, t, t.element == Type.F64 ? f.f64(Double.longBitsToDouble(value)) : f.iconst(t.element, value));
    }

    // ---- halves and doubles ----

    private static int[] interleaved(int lanes, boolean upper) {
        int[] order = new int[lanes];
        for (int k = 0; k < lanes; k++) order[k] = (upper ? lanes / 2 : 0) + k / 2 + (k % 2 == 0 ? 0 : lanes);
        return order;
    }

    private static int[] even(int lanes) {
        int[] order = new int[lanes];
        for (int k = 0; k < lanes; k++) order[k] = 2 * k;
        return order;
    }

    /** Can lanes of both halves be interleaved with others? */
    boolean interleaves(Type narrow) {
        return legality.shuffle(narrow, interleaved(narrow.lanes, false)) && legality.shuffle(narrow, interleaved(narrow.lanes, true));
    }

    /** Can every second lane be taken? */
    boolean takesEven(Type narrow) {
        return legality.shuffle(narrow, even(narrow.lanes));
    }

    /** The lower or upper half of the lanes, twice as wide. */
    Inst widen(Inst v, boolean upper, boolean signed) {
        Type t = v.type;
        Inst high = !signed ? all(t, 0) : isMask(v) ? v : compare(Cond.SGT, all(t, 0), v);
        return as(shuffle(v, high, interleaved(t.lanes, upper)), Type.vector(Type.integer(t.element.bits * 2), t.lanes / 2));
    }

    /** Each lane is all ones or zero. */
    private static boolean isMask(Inst v) {
        return v.op == Op.ICMP || v.op == Op.FCMP;
    }

    /** The low halves of the lanes of both. */
    Inst narrow(Inst x, Inst y) {
        Type t = Type.vector(Type.integer(x.type.element.bits / 2), x.type.lanes * 2);
        return shuffle(as(x, t), as(y, t), even(t.lanes));
    }

    // ---- sequences ----

    private Inst compare(Cond c, Inst x, Inst y) {
        Inst like = f.newInst(Op.ICMP, x.type, x, y);
        like.imm = c.ordinal();
        Inst r = emit(like, x.type, new Inst[] {x, y}, x.type.lanes);
        like.dropOperands();
        return r;
    }

    private Inst shift(Op op, Inst v, int by) {
        return by == 0 ? v : b.binary(op, v, all(v.type, by));
    }

    private Inst sequence(Inst i, Type t, Inst[] a) {
        if (!t.element.isInt() || a.length > 0 && a[0].type.element.isFloat()) return null;
        int w = t.element.bits;
        Type wide = w < 64 ? Type.vector(Type.integer(w * 2), t.lanes / 2) : null;
        switch (i.op) {
            case MUL -> {
                // Even and odd lanes as products of the double width, which ignore what is above; the odd lanes of one factor stay where the product is to be.
                if (wide == null || !legality.legal(Op.MUL, wide) || !legality.legal(Op.LSHR, wide)) return null;
                long low = (1L << w) - 1;
                Inst x = as(a[0], wide);
                Inst c = a[1].op == Op.SPLAT && a[1].arg(0).isConst() ? a[1].arg(0) : null;
                Inst y = c != null ? all(wide, c.imm & low) : as(a[1], wide);
                Inst up = c != null ? all(wide, c.imm << w) : b.binary(Op.AND, y, all(wide, low << w));
                Inst even = b.binary(Op.AND, b.binary(Op.MUL, x, y), all(wide, low));
                return as(b.binary(Op.OR, even, b.binary(Op.MUL, shift(Op.LSHR, x, w), up)), t);
            }
            case SHL, LSHR, ASHR -> {
                if (a[1].op != Op.SPLAT || !a[1].arg(0).isConst()) return null;
                long n = a[1].arg(0).imm;
                if (n < 0 || n >= w) return null;
                return constantShift(i.op, t, wide, a[0], (int) n);
            }
            case ROTL, ROTR -> {
                if (a[1].op != Op.SPLAT || !a[1].arg(0).isConst()) return null;
                int n = (int) (a[1].arg(0).imm & w - 1);
                int left = i.op == Op.ROTL ? n : w - n & w - 1;
                if (left == 0) return a[0];
                Inst up = piece(Op.SHL, t, a[0], left);
                Inst down = piece(Op.LSHR, t, a[0], w - left);
                return up == null || down == null ? null : b.binary(Op.OR, up, down);
            }
            case ICMP -> {
                return w == 64 ? compareWide(i.cond(), t, a[0], a[1]) : null;
            }
            case SMIN, SMAX, UMIN, UMAX -> {
                if (!compares(t)) return null;
                Cond c = i.op == Op.SMIN ? Cond.SLT : i.op == Op.SMAX ? Cond.SGT : i.op == Op.UMIN ? Cond.ULT : Cond.UGT;
                return blend(compare(c, a[0], a[1]), a[0], a[1]);
            }
            case ABS -> {
                if (!compares(t)) return null;
                Inst sign = compare(Cond.SGT, all(t, 0), a[0]);
                return b.binary(Op.SUB, b.binary(Op.XOR, a[0], sign), sign);
            }
            default -> {
                return null;
            }
        }
    }

    private boolean compares(Type t) {
        return legality.legal(Op.ICMP, t) || t.element.bits == 64 && legality.legal(Op.ICMP, Type.vector(Type.I32, t.lanes * 2));
    }

    private Inst piece(Op op, Type t, Inst v, int by) {
        if (legality.legal(op, t)) return shift(op, v, by);
        return constantShift(op, t, t.element.bits < 64 ? Type.vector(Type.integer(t.element.bits * 2), t.lanes / 2) : null, v, by);
    }

    /** {@code (mask & yes) | (~mask & no)} */
    private Inst blend(Inst mask, Inst yes, Inst no) {
        Inst other = b.binary(Op.AND, b.binary(Op.XOR, mask, all(mask.type, -1)), no);
        return b.binary(Op.OR, b.binary(Op.AND, mask, yes), other);
    }

    /** Lanes of bytes as those of words, with what came over from the neighbour cut off; a sign spread by flipping and subtracting it. */
    private Inst constantShift(Op op, Type t, Type wide, Inst v, int n) {
        if (n == 0) return v;
        int w = t.element.bits;
        long ones = w == 64 ? -1 : (1L << w) - 1;
        if (op == Op.ASHR) {
            Inst x = piece(Op.LSHR, t, v, n);
            if (x == null) return null;
            Inst sign = all(t, 1L << w - 1 - n);
            return b.binary(Op.SUB, b.binary(Op.XOR, x, sign), sign);
        }
        if (wide == null || !legality.legal(op, wide)) return null;
        return b.binary(Op.AND, as(shift(op, as(v, wide), n), t), all(t, op == Op.SHL ? ones << n : ones >>> n));
    }

    /** Lanes of 64 bits by comparisons of their halves, and of their difference. */
    private Inst compareWide(Cond c, Type t, Inst x, Inst y) {
        Type half = Type.vector(Type.I32, t.lanes * 2);
        int[] swapped = new int[half.lanes];
        int[] upper = new int[half.lanes];
        for (int k = 0; k < swapped.length; k++) {
            swapped[k] = k ^ 1;
            upper[k] = k | 1;
        }
        if (!legality.legal(Op.ICMP, half) || !legality.legal(Op.ASHR, half) || !legality.shuffle(half, swapped) || !legality.shuffle(half, upper)) return null;
        switch (c) {
            case EQ -> {
                Inst r = compare(Cond.EQ, as(x, half), as(y, half));
                return as(b.binary(Op.AND, r, shuffle(r, r, swapped)), t);
            }
            case NE, SLE, SGE, ULE, UGE -> {
                Cond opposite = switch (c) {
                    case NE -> Cond.EQ;
                    case SLE -> Cond.SGT;
                    case SGE -> Cond.SLT;
                    case ULE -> Cond.UGT;
                    default -> Cond.ULT;
                };
                return b.binary(Op.XOR, compareWide(opposite, t, x, y), all(t, -1));
            }
            case SGT, UGT -> {
                return compareWide(c == Cond.SGT ? Cond.SLT : Cond.ULT, t, y, x);
            }
            default -> { }
        }
        // x < y: the sign of x - y, but the sign of x (signed), of y (unsigned) where theirs differ.
        Inst d = b.binary(Op.SUB, x, y);
        Inst differ = b.binary(Op.XOR, x, y);
        Inst decides = c == Cond.SLT ? x : y;
        Inst sign = b.binary(Op.XOR, d, b.binary(Op.AND, differ, b.binary(Op.XOR, d, decides)));
        Inst spread = shift(Op.ASHR, as(sign, half), 31);
        return as(shuffle(spread, spread, upper), t);
    }
}
