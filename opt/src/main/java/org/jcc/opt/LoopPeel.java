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
 * Peeling of a loop's first round (Lin, Chen, Hsu and Yew, Compiler Optimizations for Loop Peeling, 2002): a copy of the body in front of the loop does it, where
 * that makes the others simpler:
 * <ul>
 * <li>a variable has a value of its own in the first round, and one that does not vary in all others;
 * <li>a comparison of an induction variable with its own start asks whether this is the first round.
 * </ul>
 * What is known of the later rounds is put into the loop here; of the first one the constants tell {@code simplify}.
 *
 * <p>Requires: loops are rotated. Ensures: no short loop asks in each round whether this is the first. At -O3, as it takes place.
 */
final class LoopPeel {
    private static final int SHORT = 60;
    private static final int MAX_LOOPS = 50;

    private final Module module;
    private final Function f;
    private LoopForest forest;
    private Dominators dom;

    private LoopPeel(Module m, Function f) {
        this.module = m;
        this.f = f;
    }

    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.OPT_SIZE | Function.HAS_LABEL_ADDRESS | Function.COLD)) return;
        new LoopPeel(m, f).run();
    }

    private void run() {
        forest = LoopShape.canonical(f);
        int done = 0;
        for (LoopForest.Loop l : forest.loops) {
            if (!l.isInnermost() || done == MAX_LOOPS || l.header.addressTaken) continue;
            Induction ind = Induction.of(f, forest, l);
            if (ind == null) continue;
            List<Inst> first = questions(ind);
            List<Inst> settled = settled(ind);
            if (first.isEmpty() && settled.isEmpty()) continue;
            List<Block> blocks = forest.blocks(l);
            if (!isShort(blocks) || !LoopClosed.isClosable(forest, l)) continue;
            if (dom == null) dom = new Dominators(f);
            new LoopClosed(f, forest, dom).close(l, blocks);
            peel(ind, blocks);
            for (Inst c : first) {
                boolean holds = c.cond() == Cond.NE || c.cond() == Cond.SGT || c.cond() == Cond.SLT;
                decide(l, c, f.iconst(Type.I1, holds ? 1 : 0));
            }
            int edge = LoopShape.edge(ind.latch.terminator(), l.header);
            for (Inst p : settled) decide(l, p, ind.latch.terminator().succArg(edge, (int) p.imm));
            if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.LOOP, ind.latch.terminator().loc, f, "first iteration of loop peeled");
            done++;
        }
        if (done == 0) return;
        f.renumber();
        Cfg.run(f);
        Simplify.run(f);
    }

    /** Comparisons that tell the first round from the others. */
    private List<Inst> questions(Induction ind) {
        List<Inst> found = new ArrayList<>();
        for (Induction.Iv v : ind.ivs) {
            // It never comes back to its start.
            if (!v.hasConstantStep() || v.by() == 0 || !v.next().has(Inst.NSW) || v.param().type == Type.PTR) continue;
            for (int u = 0; u < v.param().useCount(); u++) {
                Inst c = v.param().user(u);
                if (c.op != Op.ICMP || c.arg(0) != v.param() || c.arg(1) != v.init() || !forest.contains(ind.loop, c.block) || !serves(c)) continue;
                boolean asks = switch (c.cond()) {
                    case EQ, NE -> true;
                    case SGT, SLE -> v.by() > 0;
                    case SLT, SGE -> v.by() < 0;
                    default -> false;
                };
                if (asks && !found.contains(c)) found.add(c);
            }
        }
        return found;
    }

    /** A branch or a selection. */
    private boolean serves(Inst c) {
        for (int u = 0; u < c.useCount(); u++) if (c.user(u).op == Op.CONDBR || c.user(u).op == Op.SELECT) return true;
        return false;
    }

    /** Variables that are the same in all rounds but the first, and that something in the loop depends on. */
    private List<Inst> settled(Induction ind) {
        List<Inst> found = new ArrayList<>();
        Inst back = ind.latch.terminator();
        int edge = LoopShape.edge(back, ind.loop.header);
        for (Inst p : ind.loop.header.params) {
            Inst v = back.succArg(edge, (int) p.imm);
            if (!ind.isInvariant(v) || v.op == Op.POISON || v == ind.pre.terminator().succArg(0, (int) p.imm)) continue;
            for (int u = 0; u < p.useCount(); u++) {
                Inst i = p.user(u);
                if ((i.op == Op.ICMP || i.op == Op.CONDBR && p.type == Type.I1 || i.op == Op.SELECT) && forest.contains(ind.loop, i.block)) {
                    found.add(p);
                    break;
                }
            }
        }
        return found;
    }

    private boolean isShort(List<Block> blocks) {
        int n = 0;
        for (Block b : blocks) {
            if (b.addressTaken) return false;
            for (Inst i = b.first; i != null; i = i.next) {
                if (!Cloner.isCopyable(i)) return false;
                n += i.op == Op.BR ? 0 : i.op == Op.CALL ? 5 : 1;
                if (n > SHORT) return false;
            }
        }
        return true;
    }

    private void peel(Induction ind, List<Block> blocks) {
        Block header = ind.loop.header;
        int place = f.blocks.indexOf(header);
        Cloner copy = new Cloner(f);
        List<Block> copies = copy.copy(blocks);
        // The way in leads to the copy, the copy's way back to the loop.
        Inst enter = ind.pre.terminator();
        enter.setSucc(0, copy.block(header), arguments(enter, 0));
        Inst back = copy.block(ind.latch).terminator();
        int edge = LoopShape.edge(back, copy.block(header));
        back.setSucc(edge, header, arguments(back, edge));
        f.blocks.subList(f.blocks.size() - copies.size(), f.blocks.size()).clear();
        f.blocks.addAll(place, copies);
    }

    private void decide(LoopForest.Loop l, Inst c, Inst as) {
        for (int u = c.useCount() - 1; u >= 0; u--) if (forest.contains(l, c.user(u).block)) c.user(u).setArg(c.userSlot(u), as);
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }
}
