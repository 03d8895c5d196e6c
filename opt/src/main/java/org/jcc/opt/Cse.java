package org.jcc.opt;

import java.util.Arrays;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * Common subexpressions over the dominator tree: a pure operation whose equal was computed in a dominating place is replaced by it. A
 * hash table of the expressions that are available, with an undo log as the walk leaves a subtree.
 */
final class Cse {
    private Cse() {}

    static void run(Function f) {
        // A value that lives longer may cross the second return of setjmp.
        if (f.is(Function.CALLS_SETJMP)) return;
        Dominators dom = new Dominators(f);
        Block[] order = dom.treePreorder();
        Inst[] table = new Inst[256];
        int[] log = new int[256];
        int logged = 0;
        int[] marks = new int[order.length + 1];
        int[] levels = new int[order.length + 1];
        int open = 0;
        for (Block b : order) {
            int level = dom.level(b);
            while (open > 0 && levels[open - 1] >= level) {
                int to = marks[--open];
                // Open addressing: removed in reverse order of insertion, so no tombstones are needed.
                while (logged > to) table[log[--logged]] = null;
            }
            levels[open] = level;
            marks[open++] = logged;
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (!i.op.isSpeculatable() || i.op == Op.FREEZE || i.op == Op.RESULT || i.op == Op.SHUFFLE || i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) continue;
                int mask = table.length - 1;
                int slot = hash(i) & mask;
                while (table[slot] != null && !equal(table[slot], i)) slot = (slot + 1) & mask;
                if (table[slot] != null) {
                    Inst same = table[slot];
                    same.flags &= i.flags | ~Inst.POISON_FLAGS;
                    if (i.useCount() > 0) i.replaceAllUsesWith(same);
                    i.remove();
                    continue;
                }
                table[slot] = i;
                if (logged == log.length) log = Arrays.copyOf(log, logged * 2);
                log[logged++] = slot;
                if (logged * 2 > table.length) {
                    // Reinserted in the order of the log, which gets the new places.
                    Inst[] old = table;
                    table = new Inst[old.length * 2];
                    mask = table.length - 1;
                    for (int k = 0; k < logged; k++) {
                        Inst e = old[log[k]];
                        int s = hash(e) & mask;
                        while (table[s] != null) s = (s + 1) & mask;
                        table[s] = e;
                        log[k] = s;
                    }
                }
            }
        }
    }

    private static int hash(Inst i) {
        int h = i.op.ordinal() * 31 + (int) (i.imm * 0x9E3779B9L);
        for (int k = 0; k < i.argCount(); k++) h = h * 0x01000193 + i.arg(k).id;
        h *= 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private static boolean equal(Inst a, Inst b) {
        if (a.op != b.op || a.type != b.type || a.imm != b.imm || a.argCount() != b.argCount()) return false;
        if (((a.flags ^ b.flags) & ~Inst.POISON_FLAGS) != 0) return false;
        for (int k = 0; k < a.argCount(); k++) if (a.arg(k) != b.arg(k)) return false;
        return true;
    }
}
