package org.jcc.opt;

import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * How often the body of a loop runs that is tested at its bottom, as code in its preheader: the distance from the first tested value
 * to the bound, divided by the step, rounded as the condition demands; plus the round before the first test.
 *
 * <p>Requires a test of {@link Induction} that surely fails at last: a variable that meets its bound exactly, or passes it without
 * wrapping. Other exits may end the loop before.
 */
final class Trips {
    /** So many branches above the loop are looked at. */
    private static final int GUARDS = 4;

    private final Function f;
    private final Induction ind;
    private final Induction.Test test;
    private Inst count;

    private final Inst branch;
    /** A loop over the bits of a variable, see {@link #ofBits}; else null. */
    private Bits bits;
    /** The load of a search for a zero byte, see {@link #ofText}; else null. */
    private Inst text;
    private Module module;

    /** The variable loses a bit in each round, by the operation {@code next}, until none is left; that is seen one round later if {@code late}. */
    private record Bits(Inst param, Inst next, boolean late) {}

    private Trips(Function f, Induction ind, Induction.Test test) {
        this.f = f;
        this.ind = ind;
        this.test = test;
        branch = ind.latch.terminator();
    }

    /**
     * Of a loop that goes on while a variable is not zero, which is shifted by one bit in each round, to the right or to the left, or loses its
     * lowest set bit: as many rounds as there are bits below the highest, above the lowest, or set.
     */
    static Trips ofBits(Function f, LoopForest forest, Induction ind) {
        Inst t = ind.latch.terminator();
        if (t.op != Op.CONDBR || t.arg(0).op != Op.ICMP || !t.arg(0).arg(1).isConst(0)) return null;
        int stay = LoopShape.edge(t, ind.loop.header);
        Inst c = t.arg(0);
        if (forest.contains(ind.loop, t.succ(1 - stay)) || c.cond() != (stay == 0 ? Cond.NE : Cond.EQ)) return null;
        for (Inst p : ind.loop.header.params) {
            Inst next = t.succArg(stay, (int) p.imm);
            if (c.arg(0) != next && c.arg(0) != p || !p.type.isIntOrPtr() || p.type == Type.PTR || p.type.bits < 8 || p.type.bits > 64) continue;
            boolean loses = switch (next.op) {
                case LSHR, SHL -> next.arg(0) == p && next.arg(1).isConst(1);
                case AND -> next.arg(0) == p && isOneLess(next.arg(1), p) || next.arg(1) == p && isOneLess(next.arg(0), p);
                default -> false;
            };
            if (!loses) continue;
            Trips trips = new Trips(f, ind, null);
            trips.bits = new Bits(p, next, c.arg(0) == p);
            return trips;
        }
        return null;
    }

    /** Of a loop that goes on while the byte at an address that moves by one is not zero: {@code strlen} of the first address, and the round that finds the zero. */
    static Trips ofText(Module m, Function f, LoopForest forest, Induction ind) {
        Inst t = ind.latch.terminator();
        if (t.op != Op.CONDBR || t.arg(0).op != Op.ICMP || !t.arg(0).arg(1).isConst(0)) return null;
        int stay = LoopShape.edge(t, ind.loop.header);
        Inst load = t.arg(0).arg(0);
        if (forest.contains(ind.loop, t.succ(1 - stay)) || t.arg(0).cond() != (stay == 0 ? Cond.NE : Cond.EQ)) return null;
        if (load.op != Op.LOAD || load.type != Type.I8 || !load.isPlainAccess()) return null;
        Induction.Rec r = ind.rec(load.arg(0));
        // The function of that name is not made of itself.
        if (r == null || !r.stepsBy(1) || !m.knows("strlen") || f.name.equals("strlen") || f.level(m.level) < 2) return null;
        Symbol s = m.symbol("strlen");
        if (s != null && !(s instanceof Function g && !g.isDefinition())) return null;
        Trips trips = new Trips(f, ind, null);
        trips.text = load;
        trips.module = m;
        return trips;
    }

    private Inst countOfText() {
        Signature s = new Signature(new AbiType.Scalar(Type.I64, false), List.of(new AbiType.Scalar(Type.PTR, false)), false, false);
        Inst call = emit(Op.CALL, Type.I64, f.symbol(module.declare("strlen", s), 0), before(text.arg(0)));
        call.aux = new CallInfo(s, CallInfo.PURE | CallInfo.NOTHROW);
        return emit(Op.ADD, Type.I64, call, f.iconst(Type.I64, 1));
    }

    private static boolean isOneLess(Inst v, Inst p) {
        return v.op == Op.ADD && v.arg(0) == p && v.arg(1).isConst(-1);
    }

    private Inst countOfBits() {
        Type t = bits.param.type;
        Inst x = ind.pre.terminator().succArg(0, (int) bits.param.imm);
        Inst n = switch (bits.next.op) {
            case LSHR -> emit(Op.SUB, t, f.iconst(t, t.bits), emit(Op.CLZ, t, x));
            case SHL -> emit(Op.SUB, t, f.iconst(t, t.bits), emit(Op.CTZ, t, x));
            default -> emit(Op.POPCNT, t, x);
        };
        if (t != Type.I64) n = emit(Op.ZEXT, Type.I64, n);
        // The round before the first test is done for zero, too.
        Inst one = f.iconst(Type.I64, 1);
        return bits.late ? emit(Op.ADD, Type.I64, n, one) : emit(Op.UMAX, Type.I64, n, one);
    }

    /** Null if the number is not known to be finite, and easy to compute. */
    static Trips of(Function f, Induction ind) {
        Induction.Test t = ind.test();
        if (t == null) return null;
        return isFinite(ind) ? new Trips(f, ind, t) : null;
    }

    /** The test fails after a number of rounds that can be computed. */
    static boolean isFinite(Induction ind) {
        Induction.Test t = ind.test();
        if (t == null) return false;
        Induction.Iv iv = t.iv();
        long by = iv.by();
        if (by == 0 || by == Long.MIN_VALUE) return false;
        boolean noWrap = iv.next().has(Inst.NSW) || iv.param().type == Type.PTR;
        return switch (t.cond()) {
            // Met exactly, or the loop would have no end.
            case NE -> by == 1 || by == -1 || noWrap;
            case SLT, ULT -> by > 0 && (by == 1 || noWrap);
            case SLE -> by > 0 && noWrap;
            case SGT, UGT -> by < 0 && (by == -1 || noWrap);
            case SGE -> by < 0 && noWrap;
            default -> false;
        };
    }

    /** A few instructions tell the number. */
    boolean isCheap() {
        Cond c = test.cond();
        return Long.bitCount(Math.abs(test.iv().by())) == 1 && (c == Cond.NE || test.next() && isGuarded(c));
    }

    Inst emit(Op op, Type type, Inst... args) {
        Inst i = f.newInst(op, type, args);
        Inst end = ind.pre.terminator();
        i.locatedAs(branch);
        i.insertBefore(end);
        return i;
    }

    private Inst integer(Inst v) {
        return v.type == Type.PTR ? emit(Op.PTRTOINT, Type.I64, v) : v;
    }

    /** i64, at least 1. */
    Inst count() {
        if (count != null) return count;
        if (bits != null) return count = countOfBits();
        if (text != null) return count = countOfText();
        Induction.Iv iv = test.iv();
        long by = iv.by();
        Inst from = integer(iv.init());
        Inst to = integer(test.bound());
        Type t = from.type;
        long size = Math.abs(by);
        Cond c = test.cond();
        boolean meets = c == Cond.NE;
        if (test.next() && (meets && t == Type.I64 || (meets || c == Cond.SLT || c == Cond.ULT || c == Cond.SGT || c == Cond.UGT) && isGuarded(c))) {
            // The test holds for the start: the way from there, rounded up.
            Inst way = wide(by > 0 ? emit(Op.SUB, t, to, from) : emit(Op.SUB, t, from, to));
            return count = meets ? divided(way, size) : roundedUp(way, size);
        }
        // Down to zero, though the test sees the value before the last step.
        if (meets && !test.next() && by < 0 && iv.next().has(Inst.NSW) && to.isConst(-by)) return count = divided(wide(from), size);
        // The number of steps until the test fails, seen from the value of the first test.
        Inst first = test.next() ? emit(Op.ADD, t, from, f.iconst(t, by)) : from;
        Inst way = wide(by > 0 ? emit(Op.SUB, t, to, first) : emit(Op.SUB, t, first, to));
        if (c == Cond.SLE || c == Cond.SGE) way = emit(Op.ADD, Type.I64, divided(way, size), f.iconst(Type.I64, 1));
        else way = meets ? divided(way, size) : roundedUp(way, size);
        if (!meets) {
            Inst holds = emit(Op.ICMP, Type.I1, first, to);
            holds.imm = c.ordinal();
            way = emit(Op.SELECT, Type.I64, holds, way, f.iconst(Type.I64, 0));
        }
        count = emit(Op.ADD, Type.I64, way, f.iconst(Type.I64, 1));
        return count;
    }

    /** A distance is never negative. */
    private Inst wide(Inst way) {
        return way.type == Type.I64 ? way : emit(Op.ZEXT, Type.I64, way);
    }

    /** The way is at least 1; adding first could exceed 64 bits. */
    private Inst roundedUp(Inst way, long size) {
        if (size == 1) return way;
        boolean fits = test.iv().param().type.bits < 64 && test.iv().param().type != Type.PTR;
        if (fits) return divided(emit(Op.ADD, Type.I64, way, f.iconst(Type.I64, size - 1)), size);
        return emit(Op.ADD, Type.I64, divided(emit(Op.SUB, Type.I64, way, f.iconst(Type.I64, 1)), size), f.iconst(Type.I64, 1));
    }

    private Inst divided(Inst way, long size) {
        if (size == 1) return way;
        return Long.bitCount(size) == 1 ? emit(Op.LSHR, Type.I64, way, f.iconst(Type.I64, Long.numberOfTrailingZeros(size)))
                : emit(Op.UDIV, Type.I64, way, f.iconst(Type.I64, size));
    }

    /** A branch on the way to the loop made sure that the condition holds between the start and the bound. */
    private boolean isGuarded(Cond c) {
        Inst init = test.iv().init();
        Block b = ind.pre;
        for (int k = 0; k < GUARDS && b.predCount() == 1; k++) {
            Inst g = b.pred(0);
            if (g.op == Op.CONDBR && g.succ(0) != g.succ(1) && g.arg(0).op == Op.ICMP) {
                Inst x = g.arg(0);
                Cond is = b.predSucc(0) == 0 ? x.cond() : x.cond().negate();
                if (is == c && isSame(init, x.arg(0), c) && isSame(test.bound(), x.arg(1), c)) return true;
                if (is.swap() == c && isSame(init, x.arg(1), c) && isSame(test.bound(), x.arg(0), c)) return true;
                // Not zero is above zero.
                if (c == Cond.ULT && is == Cond.NE && init.isConst(0) && x.arg(1).isConst(0) && isSame(test.bound(), x.arg(0), c)) return true;
            }
            b = g.block;
        }
        return false;
    }

    /** {@code wide} is {@code v}, or its extension that keeps the order. */
    private static boolean isSame(Inst wide, Inst v, Cond c) {
        if (wide == v) return true;
        if (wide.isConst() && v.isConst()) return (c.isUnsigned() ? wide.imm >= 0 && v.imm >= 0 : true) && wide.imm == v.imm;
        return wide.op == (c.isUnsigned() ? Op.ZEXT : Op.SEXT) && wide.arg(0) == v;
    }

    Inst bytes(long size) {
        return size == 1 ? count() : emit(Op.MUL, Type.I64, count(), f.iconst(Type.I64, size));
    }

    /** The value in the first round, in the preheader. */
    Inst before(Inst v) {
        return ind.first(v, branch);
    }
}
