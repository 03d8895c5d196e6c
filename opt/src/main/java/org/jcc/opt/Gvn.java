package org.jcc.opt;

import java.util.Arrays;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.ReversePostorder;

/**
 * Global value numbering: a pure operation, or a block parameter, whose value was computed in a dominating place is replaced by that
 * ({@link ValueNumbers}). A walk over the dominator tree keeps the first instruction of each number that is in scope, with an undo
 * log as it leaves a subtree. What the two promise about poison is what is left promised.
 *
 * <p>Requires: constants at the right. Ensures: no two equal pure operations of which one dominates the other.
 */
final class Gvn {
    private Gvn() {}

    static void run(Function f) {
        // A value that lives longer may cross the second return of setjmp.
        if (f.is(Function.CALLS_SETJMP)) return;
        Dominators dom = new Dominators(f);
        ValueNumbers values = new ValueNumbers(f, dom, new ReversePostorder(f));
        int[] number = values.number;
        Inst[] leader = new Inst[f.instCount()];
        Block[] order = dom.treePreorder();
        int[] log = new int[256];
        int logged = 0;
        int[] marks = new int[order.length + 1];
        int[] levels = new int[order.length + 1];
        int open = 0;
        for (Block b : order) {
            int level = dom.level(b);
            while (open > 0 && levels[open - 1] >= level) {
                int to = marks[--open];
                while (logged > to) leader[log[--logged]] = null;
            }
            levels[open] = level;
            marks[open++] = logged;
            for (Inst p : b.params) {
                Inst same = leader[number[p.id]];
                if (same != null) {
                    if (p.useCount() > 0) p.replaceAllUsesWith(same);
                    continue;
                }
                if (logged == log.length) log = Arrays.copyOf(log, logged * 2);
                leader[number[p.id]] = p;
                log[logged++] = number[p.id];
            }
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (!ValueNumbers.isExpression(i)) continue;
                int n = number[i.id];
                Inst same = leader[n];
                if (same != null) {
                    same.flags &= i.flags | ~Inst.POISON_FLAGS;
                    if (i.useCount() > 0) i.replaceAllUsesWith(same);
                    i.remove();
                    continue;
                }
                if (logged == log.length) log = Arrays.copyOf(log, logged * 2);
                leader[n] = i;
                log[logged++] = n;
            }
        }
    }
}
