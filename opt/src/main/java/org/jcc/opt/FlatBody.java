package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;

/**
 * The body of an innermost loop as if it had no branches (if-conversion: Allen, Kennedy, Porterfield and Warren, Conversion of Control Dependence
 * to Data Dependence, 1983): its instructions in one order, each with the {@link Guard} under which the loop executes it, and parameters of
 * blocks where ways meet as {@link Choice}s. Nothing is changed: the vectoriser reads its lanes from here.
 *
 * <p>Ways meet in pairs: those on which one condition holds and does not, under one guard.
 */
final class FlatBody {
    private static final int MAX_BLOCKS = 16;

    /** {@code cond} is true, or false, within another guard; null stands for always. Equal ones are one object. */
    record Guard(Guard within, Inst cond, boolean holds) {}

    /** What a selection, or a parameter of a block where two ways meet, chooses from. */
    record Choice(Inst cond, Inst yes, Inst no) {}

    /** In an order in which values come before their uses, without terminators; with parameters of all blocks but the header. */
    final List<Inst> code = new ArrayList<>();
    private final Map<Block, Guard> guards = new HashMap<>();
    private final List<Guard> all = new ArrayList<>();
    private final Map<Inst, Choice> choices = new HashMap<>();

    private FlatBody() {}

    /** Of a loop that is left by its latch alone; null if its branches are not of that form. */
    static FlatBody of(LoopForest forest, LoopForest.Loop l) {
        if (l.own.size() > MAX_BLOCKS) return null;
        FlatBody body = new FlatBody();
        for (Block b : l.own) if (!body.add(b, b == l.header)) return null;
        return body;
    }

    private Guard guard(Guard within, Inst cond, boolean holds) {
        for (Guard g : all) if (g.within == within && g.cond == cond && g.holds == holds) return g;
        Guard g = new Guard(within, cond, holds);
        all.add(g);
        return g;
    }

    /** Of the same condition, one where it holds and one where not. */
    static boolean areOpposite(Guard a, Guard b) {
        return a != null && b != null && a.within == b.within && a.cond == b.cond && a.holds != b.holds;
    }

    private boolean add(Block b, boolean header) {
        if (b.addressTaken) return false;
        if (!header) {
            if (b.predCount() == 0 || b.predCount() > 2) return false;
            Guard first = edge(b, 0);
            Guard g = first;
            if (b.predCount() == 2) {
                Guard second = edge(b, 1);
                if (!areOpposite(first, second)) return false;
                g = first.within;
            } else if (!b.params.isEmpty()) {
                return false;
            }
            guards.put(b, g);
            for (Inst p : b.params) {
                Inst x = b.pred(0).succArg(b.predSucc(0), (int) p.imm);
                Inst y = b.pred(1).succArg(b.predSucc(1), (int) p.imm);
                choices.put(p, first.holds ? new Choice(first.cond, x, y) : new Choice(first.cond, y, x));
                code.add(p);
            }
        }
        Inst end = b.terminator();
        if (end.op != Op.BR && end.op != Op.CONDBR) return false;
        for (Inst i = b.first; i != end; i = i.next) code.add(i);
        return true;
    }

    /** Of the way to a block by its predecessor of that number, which stands before it. */
    private Guard edge(Block b, int pred) {
        Inst t = b.pred(pred);
        Guard within = guards.get(t.block);
        return t.op == Op.BR ? within : guard(within, t.arg(0), b.predSucc(pred) == 0);
    }

    /** Under which the instruction is executed; null: in every round. */
    Guard guard(Inst i) {
        return guards.get(i.block);
    }

    /** Of a selection or a parameter where ways meet; else null. */
    Choice choice(Inst v) {
        return v.op == Op.SELECT ? new Choice(v.arg(0), v.arg(1), v.arg(2)) : choices.get(v);
    }

    /** One of these holds in every round. */
    boolean coversAll(List<Guard> some) {
        List<Guard> left = new ArrayList<>(some);
        boolean changed = true;
        while (changed && !left.contains(null)) {
            changed = false;
            for (int a = 0; a < left.size() && !changed; a++) {
                for (int b = a + 1; b < left.size() && !changed; b++) {
                    if (!areOpposite(left.get(a), left.get(b))) continue;
                    left.add(left.get(a).within);
                    left.remove(b);
                    left.remove(a);
                    changed = true;
                }
            }
        }
        return left.contains(null);
    }
}
