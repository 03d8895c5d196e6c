package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.ReversePostorder;

/**
 * A number for each value, equal for values that are surely equal: hash-based global value numbering (Click, Global Code Motion /
 * Global Value Numbering, 1995), pessimistic about loops. Unlike a table scoped by dominance it numbers expressions in
 * places that do not dominate each other, too.
 *
 * <p>A value's number is the id of the first instruction that has it. Equal numbers mean equal values only while no
 * block has been entered again that defines what the expression is made of: {@link #home} is the deepest of those.
 */
final class ValueNumbers {
    private final Dominators dom;
    /** By instruction id; 0 and up. Instructions of unreachable blocks have none (-1). */
    final int[] number;
    /** By number: the block whose execution gives the value anew; null for constants. */
    final Block[] home;
    private Inst[] table = new Inst[256];
    private int count;

    ValueNumbers(Function f, Dominators dom, ReversePostorder rpo) {
        this.dom = dom;
        number = new int[f.instCount()];
        home = new Block[f.instCount()];
        java.util.Arrays.fill(number, -1);
        for (Inst c : f.constants()) number[c.id] = c.id;
        for (Block b : rpo.blocks) {
            for (int k = 0; k < b.params.size(); k++) parameter(b, b.params.get(k), k);
            for (Inst i = b.first; i != null; i = i.next) {
                if (isExpression(i)) {
                    Inst same = lookup(i);
                    number[i.id] = same.id;
                    if (same == i) home[i.id] = deepest(i);
                } else {
                    fresh(i, b);
                }
            }
        }
    }

    private void fresh(Inst i, Block b) {
        number[i.id] = i.id;
        home[i.id] = b;
    }

    /** A parameter that has the same arguments as an earlier one of its block is equal to it. */
    private void parameter(Block b, Inst p, int k) {
        fresh(p, b);
        int n = b.predCount();
        if (n == 0 || k > 32) return;
        next:
        for (int o = 0; o < k; o++) {
            if (b.params.get(o).type != p.type) continue;
            for (int e = 0; e < n; e++) {
                int x = number[b.predArg(e, o).id];
                if (x < 0 || x != number[b.predArg(e, k).id]) continue next;
            }
            number[p.id] = number[b.params.get(o).id];
            return;
        }
    }

    /** A value that depends on its operands alone. */
    static boolean isExpression(Inst i) {
        switch (i.op) {
            case FREEZE, RESULT, SHUFFLE, PARAM, ALLOCA, INARG, OUTARG, ISCONST, EXPECT -> {
                return false;
            }
            case TLSADDR -> {
                return true;
            }
            case CALL -> {
                CallInfo c = i.call();
                return c.is(CallInfo.CONST) && !c.is(CallInfo.NORETURN) && i.hasResult() && !c.signature.resultInMemory() && i.type.kind != org.jcc.ir.Type.Kind.TUPLE;
            }
            default -> {
                return (i.op.isSpeculatable() || i.op.mayTrap() && !i.op.reads() && !i.op.writes() && !i.isTerminator()) && i.hasResult()
                        && !i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC);
            }
        }
    }

    private Block deepest(Inst i) {
        Block d = null;
        for (int k = 0; k < i.argCount(); k++) {
            int n = number[i.arg(k).id];
            Block h = n < 0 ? i.block : home[n];
            if (h != null && (d == null || dom.level(h) > dom.level(d))) d = h;
        }
        return d;
    }

    // ---- the table of expressions ----

    private Inst lookup(Inst i) {
        int mask = table.length - 1;
        int slot = hash(i) & mask;
        for (Inst c; (c = table[slot]) != null; slot = (slot + 1) & mask) if (equal(c, i)) return c;
        table[slot] = i;
        if (++count * 2 > table.length) {
            Inst[] old = table;
            table = new Inst[old.length * 2];
            mask = table.length - 1;
            for (Inst c : old) {
                if (c == null) continue;
                int s = hash(c) & mask;
                while (table[s] != null) s = (s + 1) & mask;
                table[s] = c;
            }
        }
        return i;
    }

    private int arg(Inst i, int k) {
        int n = number[i.arg(k).id];
        // Defined in a block that is not reached first: its own.
        return n < 0 ? i.arg(k).id : n;
    }

    private boolean swapped(Inst i) {
        return (i.op.isCommutative() || i.op == Op.ICMP || i.op == Op.FCMP) && i.argCount() >= 2 && arg(i, 0) > arg(i, 1);
    }

    private static long imm(Inst i, boolean swapped) {
        return swapped && (i.op == Op.ICMP || i.op == Op.FCMP) ? i.cond().swap().ordinal() : i.imm;
    }

    private int hash(Inst i) {
        boolean s = swapped(i);
        int h = i.op.ordinal() * 31 + (int) (imm(i, s) * 0x9E3779B9L) + i.type.bits;
        int n = i.argCount();
        for (int k = 0; k < n; k++) h = h * 0x01000193 + arg(i, s && k < 2 ? 1 - k : k);
        h *= 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private boolean equal(Inst a, Inst b) {
        if (a.op != b.op || a.type != b.type || a.immHi != b.immHi || a.argCount() != b.argCount()) return false;
        if (((a.flags ^ b.flags) & ~Inst.POISON_FLAGS) != 0) return false;
        if (a.op != Op.CALL && a.aux != b.aux) return false;
        boolean s = swapped(a);
        boolean t = swapped(b);
        if (imm(a, s) != imm(b, t)) return false;
        for (int k = 0; k < a.argCount(); k++) if (arg(a, s && k < 2 ? 1 - k : k) != arg(b, t && k < 2 ? 1 - k : k)) return false;
        return true;
    }
}
