package org.jcc.opt;

import java.util.Arrays;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Comparisons whose outcome follows from branches already taken. A block that one edge of a conditional branch enters is
 * reached only if that comparison came out so; the facts of the blocks above in the dominator tree hold, too. A comparison
 * of the same two values is decided by the relations that are still possible; one with a constant by the interval that the facts
 * with constants leave of the value, signed and unsigned.
 *
 * <p>Branching on poison is an error, so that a branch proves its condition. At most {@link #MEMORY} facts are looked at.
 *
 * <p>Requires: nothing. Ensures: no comparison that a dominating branch decides.
 */
final class Implied {
    private static final int MEMORY = 32;
    /** Relations of two values: signed and unsigned. */
    private static final int SLT = 1, EQ = 2, SGT = 4, ULT = 8, UEQ = 16, UGT = 32, SIGNED = SLT | EQ | SGT, UNSIGNED = ULT | UEQ | UGT;

    private final Function f;
    private Inst[] facts = new Inst[64];
    private Cond[] conds = new Cond[64];
    private int count;

    private Implied(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        new Implied(f).walk();
    }

    private void walk() {
        Dominators dom = new Dominators(f);
        Block[] order = dom.treePreorder();
        int[] marks = new int[order.length + 1];
        int[] levels = new int[order.length + 1];
        int open = 0;
        for (Block b : order) {
            int level = dom.level(b);
            while (open > 0 && levels[open - 1] >= level) count = marks[--open];
            levels[open] = level;
            marks[open++] = count;
            if (b.predCount() == 1) learn(b.pred(0), b.predSucc(0));
            if (count == 0) continue;
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.op == Op.ICMP && i.type == Type.I1 && i.useCount() > 0) {
                    int known = decide(i);
                    if (known >= 0) i.replaceAllUsesWith(f.iconst(Type.I1, known));
                } else if (i.op == Op.CONDBR && i.arg(0).op == Op.ICMP && i.arg(0).type == Type.I1) {
                    int known = decide(i.arg(0));
                    if (known >= 0) i.setArg(0, f.iconst(Type.I1, known));
                }
            }
        }
    }

    private void learn(Inst t, int edge) {
        if (t.op != Op.CONDBR || t.succ(0) == t.succ(1)) return;
        Inst c = t.arg(0);
        if (c.op != Op.ICMP || c.type != Type.I1 || c.arg(0).type == Type.I1 || c.arg(0).type == Type.I128) return;
        if (count == facts.length) {
            facts = Arrays.copyOf(facts, count * 2);
            conds = Arrays.copyOf(conds, count * 2);
        }
        facts[count] = c;
        conds[count++] = edge == 0 ? c.cond() : c.cond().negate();
    }

    /** 1, 0, or -1 if the facts leave it open. */
    private int decide(Inst i) {
        Inst x = i.arg(0);
        Inst y = i.arg(1);
        if (!x.type.isIntOrPtr() || x.type == Type.I1 || x.type == Type.I128) return -1;
        int possible = SIGNED | UNSIGNED;
        for (int k = count - 1; k >= 0 && k >= count - MEMORY; k--) {
            Inst c = facts[k];
            if (c.arg(0) == x && c.arg(1) == y) possible &= relations(conds[k]);
            else if (c.arg(0) == y && c.arg(1) == x) possible &= relations(conds[k].swap());
        }
        // Equal is equal, signed or not.
        if ((possible & EQ) == 0 || (possible & UEQ) == 0) possible &= ~(EQ | UEQ);
        if ((possible & SIGNED) == EQ || (possible & UNSIGNED) == UEQ) possible &= EQ | UEQ;
        int known = outcome(possible, i.cond());
        return known >= 0 || !y.isConst() ? known : interval(i.cond(), x, y.imm);
    }

    /** The relations with which the condition holds; those of the other signedness stay open. */
    private static int relations(Cond c) {
        return switch (c) {
            case EQ -> EQ | UEQ;
            case NE -> SLT | SGT | ULT | UGT;
            case SLT -> SLT | ULT | UGT;
            case SLE -> SLT | EQ | UNSIGNED;
            case SGT -> SGT | ULT | UGT;
            case SGE -> SGT | EQ | UNSIGNED;
            case ULT -> ULT | SLT | SGT;
            case ULE -> ULT | UEQ | SIGNED;
            case UGT -> UGT | SLT | SGT;
            case UGE -> UGT | UEQ | SIGNED;
            default -> SIGNED | UNSIGNED;
        };
    }

    private static int outcome(int possible, Cond c) {
        int view = c.isUnsigned() ? UNSIGNED : SIGNED;
        int yes = relations(c) & view;
        if ((possible & view & ~yes) == 0) return 1;
        return (possible & yes) == 0 ? 0 : -1;
    }

    /** Decides a comparison with a constant by what the facts with constants leave of {@code x}. */
    private int interval(Cond c, Inst x, long y) {
        int w = x.type.isPtr() ? 64 : x.type.bits;
        long mask = w == 64 ? -1 : (1L << w) - 1;
        long slo = w == 64 ? Long.MIN_VALUE : -(1L << w - 1);
        long shi = ~slo;
        long ulo = 0;
        long uhi = mask;
        boolean any = false;
        for (int pass = 0; pass < 2; pass++) {
            for (int k = count - 1; k >= 0 && k >= count - MEMORY; k--) {
                Inst fact = facts[k];
                if (fact.arg(0) != x || !fact.arg(1).isConst()) continue;
                any = true;
                long v = fact.arg(1).imm;
                long u = v & mask;
                switch (conds[k]) {
                    case EQ -> {
                        slo = Math.max(slo, v);
                        shi = Math.min(shi, v);
                        ulo = umax(ulo, u);
                        uhi = umin(uhi, u);
                    }
                    case NE -> {
                        // Shortens an interval that ends there.
                        if (slo == v && slo != Long.MAX_VALUE) slo++;
                        if (shi == v && shi != Long.MIN_VALUE) shi--;
                        if (ulo == u && u != mask) ulo++;
                        if (uhi == u && u != 0) uhi--;
                    }
                    case SLT -> shi = Math.min(shi, v == Long.MIN_VALUE ? v : v - 1);
                    case SLE -> shi = Math.min(shi, v);
                    case SGT -> slo = Math.max(slo, v == Long.MAX_VALUE ? v : v + 1);
                    case SGE -> slo = Math.max(slo, v);
                    case ULT -> uhi = umin(uhi, u == 0 ? 0 : u - 1);
                    case ULE -> uhi = umin(uhi, u);
                    case UGT -> ulo = umax(ulo, u == mask ? mask : u + 1);
                    case UGE -> ulo = umax(ulo, u);
                    default -> { }
                }
            }
            if (!any) return -1;
            // One sign only: both views are one interval.
            if (slo >= 0 || shi < 0) {
                ulo = umax(ulo, slo & mask);
                uhi = umin(uhi, shi & mask);
            }
            long half = shi >= 0 && w == 64 ? Long.MAX_VALUE : mask >>> 1;
            if (Long.compareUnsigned(uhi, half) <= 0) {
                slo = Math.max(slo, ulo);
                shi = Math.min(shi, uhi);
            }
        }
        // Contradictory facts: the code is dead, and stays as it is.
        if (slo > shi || Long.compareUnsigned(ulo, uhi) > 0) return -1;
        long u = y & mask;
        return switch (c) {
            case EQ, NE -> {
                boolean never = y < slo || y > shi || Long.compareUnsigned(u, ulo) < 0 || Long.compareUnsigned(u, uhi) > 0;
                boolean always = slo == y && shi == y;
                yield never ? c == Cond.NE ? 1 : 0 : always ? c == Cond.EQ ? 1 : 0 : -1;
            }
            case SLT -> shi < y ? 1 : slo >= y ? 0 : -1;
            case SLE -> shi <= y ? 1 : slo > y ? 0 : -1;
            case SGT -> slo > y ? 1 : shi <= y ? 0 : -1;
            case SGE -> slo >= y ? 1 : shi < y ? 0 : -1;
            case ULT -> Long.compareUnsigned(uhi, u) < 0 ? 1 : Long.compareUnsigned(ulo, u) >= 0 ? 0 : -1;
            case ULE -> Long.compareUnsigned(uhi, u) <= 0 ? 1 : Long.compareUnsigned(ulo, u) > 0 ? 0 : -1;
            case UGT -> Long.compareUnsigned(ulo, u) > 0 ? 1 : Long.compareUnsigned(uhi, u) <= 0 ? 0 : -1;
            case UGE -> Long.compareUnsigned(ulo, u) >= 0 ? 1 : Long.compareUnsigned(uhi, u) < 0 ? 0 : -1;
            default -> -1;
        };
    }

    private static long umax(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    private static long umin(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }
}
