package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Type;

/**
 * Unrolling of small innermost loops by 2, 4 or 8 (Dongarra and Hinds, Unrolling Loops in FORTRAN, 1979): so many copies of the body stand
 * behind each other, with one test and, once their constants are added up, one step of each variable for all. The number of rounds is computed
 * before the loop; a new variable counts the groups down to zero, or whatever {@link TestReplacement} puts in its place. The original loop
 * stays: it does the rounds that are left over, and all of them where there are fewer than one group.
 *
 * <p>{@code #pragma GCC unroll n} ({@link Inst#unroll}) asks for n rounds, whatever they cost and whatever stands in them; a power of two not above it where the
 * number of rounds is unknown.
 *
 * <p>Other loops with calls, with other exits, with vectors, and those that do what is left over by vectors are not unrolled.
 *
 * <p>Requires: loops are vectorised and completely unrolled. Ensures: nothing. Gain in executed instructions: matmul 33 %, crc 32 %, floyd
 * 20 %, dp and bignum 9 %; it costs 7.5 KB of .text of sqlite3.c at -O2 (1 %).
 */
final class PartialUnroll {
    /** The most instructions of all copies together, without and with {@code -funroll-loops}. */
    private static final int SMALL = 32, LARGE = 200;
    /** And with {@code #pragma GCC unroll}. */
    private static final int ASKED = 2000;
    private static final int MOST = 8;
    /** Of numbers of rounds that are known, so that what is asked for need be no power of two. */
    private static final int MAX_KNOWN = 1 << 20;

    private final Module module;
    private final Function f;
    private final int budget;
    private LoopForest forest;

    private PartialUnroll(Module m, Function f, int budget) {
        this.module = m;
        this.f = f;
        this.budget = budget;
    }

    static void run(Module m, Function f) {
        if (!LoopShape.isUnrollable(f) || f.is(Function.COLD)) return;
        new PartialUnroll(m, f, m.unrollLoops ? LARGE : SMALL).run();
    }

    private void run() {
        forest = LoopShape.canonical(f);
        Dominators dom = null;
        int done = 0;
        for (LoopForest.Loop l : forest.loops) {
            Induction ind = LoopShape.unrollable(f, forest, l, done);
            if (ind == null || !ind.hasOneExit() || l.header.addressTaken || isRest(ind.pre)) continue;
            List<Block> blocks = forest.blocks(l);
            int wanted = ind.latch.terminator().unroll();
            int times = times(blocks, wanted);
            if (times < 2 || !LoopClosed.isClosable(forest, l)) continue;
            Trips trips = Trips.of(f, ind);
            if (trips == null || wanted == 0 && !trips.isCheap()) continue;
            long known = ind.constantTrips(wanted == 0 ? 64 : 2L * MAX_KNOWN);
            if (known > 0) {
                if (wanted == 0) while (times > 2 && known % times != 0) times /= 2;
                if (known < 2 * times && wanted == 0 || known < times) continue;
            } else if (wanted != 0) {
                // The number of rounds is made a multiple of it by a mask, as gcc does.
                times = Integer.highestOneBit(times);
            }
            if (dom == null) dom = new Dominators(f);
            new LoopClosed(f, forest, dom).close(l, blocks);
            unroll(ind, blocks, trips, times, known);
            if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.LOOP, ind.latch.terminator().loc, f, "loop unrolled " + times + " times");
            done++;
        }
        if (done == 0) return;
        f.renumber();
        Cfg.run(f);
        Simplify.run(f);
    }

    /** How many copies fit, or are asked for; 1 if it may not be copied. */
    private int times(List<Block> blocks, int wanted) {
        if (wanted == 1) return 1;
        int n = 0;
        for (Block b : blocks) {
            if (b.addressTaken) return 1;
            for (Inst i = b.first; i != null; i = i.next) {
                if (!Cloner.isCopyable(i) || wanted == 0 && (i.op == Op.CALL || i.type.isVector() || i.isVolatile() || i.order() != Inst.NONE)) return 1;
                // Conversions of integers and additions of constants to addresses are parts of other instructions.
                if (i.op != Op.BR && i.op != Op.ZEXT && i.op != Op.TRUNC && !(i.op == Op.PTRADD && i.arg(1).isConst())) n++;
            }
        }
        int k = wanted == 0 ? MOST : wanted;
        // The test and the step remain once.
        while (k > 1 && (long) (n - 3) * k > (wanted == 0 ? budget : ASKED)) k /= 2;
        return k;
    }

    /** The loop does what is left over by another one: what enters it has compared the whole with a multiple. */
    private static boolean isRest(Block pre) {
        for (int e = 0; e < pre.predCount(); e++) {
            Inst t = pre.pred(e);
            if (t.op == Op.BR && isRest(t.block)) return true;
            if (t.op != Op.CONDBR || t.arg(0).op != Op.ICMP) continue;
            Inst x = t.arg(0).arg(0);
            Inst y = t.arg(0).arg(1);
            if (x.op == Op.AND && x.arg(0) == y || y.op == Op.AND && y.arg(0) == x) return true;
            // The same after simplification.
            if (t.arg(0).cond() != Cond.EQ && t.arg(0).cond() != Cond.NE || !y.isConst(0) || x.op != Op.AND || !x.arg(1).isConst()) continue;
            if (x.arg(1).imm > 0 && x.arg(1).imm < 64 && Long.bitCount(x.arg(1).imm + 1) == 1) return true;
        }
        return false;
    }

    private void unroll(Induction ind, List<Block> blocks, Trips trips, int times, long known) {
        Block header = ind.loop.header;
        Inst test = ind.latch.terminator();
        int stay = LoopShape.edge(test, header);
        Block pre = ind.pre;
        Inst n = trips.count();
        Inst grouped = Integer.bitCount(times) == 1 ? trips.emit(Op.AND, Type.I64, n, f.iconst(Type.I64, -times)) : f.iconst(Type.I64, known - known % times);
        int place = f.blocks.indexOf(header);
        int old = f.blocks.size();
        Block first = null;
        Block latch = null;
        Cloner last = null;
        for (int k = 0; k < times; k++) {
            Cloner copy = new Cloner(f);
            copy.copy(blocks);
            Block h = copy.block(header);
            if (k == 0) first = h;
            else join(latch, stay, h);
            latch = copy.block(ind.latch);
            last = copy;
        }
        // The counter goes round with the group.
        Inst count = first.addParam(Type.I64).locatedAs(test);
        Inst back = latch.terminator();
        Inst[] again = arguments(back, stay);
        Inst[] leave = arguments(back, 1 - stay);
        Block out = back.succ(1 - stay);
        Inst left = f.newInst(Op.ADD, Type.I64, count, f.iconst(Type.I64, -times)).locatedAs(test);
        // A multiple of the group's size, which it meets at zero.
        left.flags = Inst.NSW;
        left.insertBefore(back);
        Inst more = compare(Cond.NE, left, f.iconst(Type.I64, 0), test);
        more.insertBefore(back);
        back.remove();
        Block rest = f.newBlock(null);
        Inst loop = f.newInst(Op.CONDBR, Type.VOID, more).locatedAs(test);
        latch.append(loop);
        loop.addSucc(first, with(again, left));
        loop.addSucc(rest);
        Inst all = compare(Cond.EQ, grouped, n, test);
        rest.append(all);
        Inst done = f.newInst(Op.CONDBR, Type.VOID, all).locatedAs(test);
        rest.append(done);
        done.addSucc(out, leave);
        done.addSucc(header, again);
        // In front: is there a group?
        Inst enter = pre.terminator();
        Inst[] init = arguments(enter, 0);
        Inst any = compare(Cond.NE, grouped, f.iconst(Type.I64, 0), test);
        any.insertBefore(enter);
        enter.remove();
        Inst guard = f.newInst(Op.CONDBR, Type.VOID, any).locatedAs(test);
        pre.append(guard);
        guard.addSucc(first, with(init, grouped));
        guard.addSucc(header, init);
        List<Block> made = new ArrayList<>(f.blocks.subList(old, f.blocks.size()));
        f.blocks.subList(old, f.blocks.size()).clear();
        f.blocks.addAll(place, made);
    }

    /** The copy's way back leads to the next copy, whatever the test says. */
    private void join(Block latch, int stay, Block next) {
        Inst t = latch.terminator();
        Inst[] args = arguments(t, stay);
        Inst br = f.newInst(Op.BR, Type.VOID).locatedAs(t);
        t.remove();
        latch.append(br);
        br.addSucc(next, args);
    }

    private Inst compare(Cond c, Inst a, Inst b, Inst model) {
        Inst i = f.newInst(Op.ICMP, Type.I1, a, b).locatedAs(model);
        i.imm = c.ordinal();
        return i;
    }

    private static Inst[] with(Inst[] args, Inst more) {
        Inst[] a = java.util.Arrays.copyOf(args, args.length + 1);
        a[args.length] = more;
        return a;
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }
}
