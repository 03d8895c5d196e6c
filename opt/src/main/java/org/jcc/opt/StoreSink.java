package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Sinks stores to one address from the two ways of a branch into the block where they meet, for {@link IfConvert}: the value becomes a parameter of that
 * block. The ways are side blocks of nothing but cheap operations and stores, the stores of both in the same order; or there is one side block with one
 * store, and the other store stands before the branch, with nothing behind it that may see it.
 *
 * <p>Each way stores as often as before, so that no data race is introduced (C17 5.1.2.4p27).
 *
 * <p>As gcc's cselim pass.
 */
final class StoreSink {
    private static final int MOST = 2;
    private static final int MAX_SCAN = 12;

    private final Module module;
    private final Function f;
    private Aliases aliases;
    private final Inst[] first = new Inst[MOST];
    private final Inst[] second = new Inst[MOST];
    private int count;
    /** The edges on which the stores' values come. */
    private Inst edgeOne;
    private Inst edgeTwo;
    private Block join;

    StoreSink(Module m, Function f) {
        module = m;
        this.f = f;
    }

    /** The control flow has changed. */
    void forget() {
        aliases = null;
    }

    static boolean isPlain(Inst i) {
        return i.isPlainAccess() && IfConvert.selectable(i.arg(1).type) && i.arg(1).type != Type.I1;
    }

    /** How many stores of the side blocks can be sunk; 0 unless all can. A side block that is null is an edge from {@code b} to the join. */
    int find(Block b, Block one, Block two, Block join) {
        count = 0;
        if (join.predCount() != 2 || join.addressTaken || one == null && two == null) return 0;
        this.join = join;
        edgeOne = one != null ? one.last : b.last;
        edgeTwo = two != null ? two.last : b.last;
        boolean good = one == null ? before(b, two, false) : two == null ? before(b, one, true) : pairs(one, two);
        return !good ? 0 : one != null && two != null ? 2 * count : count;
    }

    /** How many of the values need a selection. */
    int selects() {
        int n = 0;
        for (int k = 0; k < count; k++) {
            Inst x = first[k].arg(1);
            Inst y = second[k].arg(1);
            if (x != y && !IfConvert.constants(x, y)) n++;
        }
        return n;
    }

    private boolean pairs(Block one, Block two) {
        Inst t = nextStore(two.first);
        for (Inst s = nextStore(one.first); s != null; s = nextStore(s.next)) {
            if (t == null || count == MOST || !isSame(s, t)) return false;
            first[count] = s;
            second[count++] = t;
            t = nextStore(t.next);
        }
        return t == null && count > 0;
    }

    private static Inst nextStore(Inst i) {
        while (i != null && i.op != Op.STORE) i = i.next;
        return i;
    }

    /** To the same address, whatever computes it, and of one type. */
    private boolean isSame(Inst s, Inst t) {
        if (s.arg(1).type != t.arg(1).type || !isPlain(t) || !isPlain(s)) return false;
        if (s.arg(0) == t.arg(0)) return true;
        if (aliases == null) aliases = new Aliases(module, f);
        Aliases.Place p = aliases.place(s);
        Aliases.Place q = aliases.place(t);
        return p.base() == q.base() && p.offset() == q.offset();
    }

    /** The store before the branch that the side's one store may follow. */
    private boolean before(Block b, Block side, boolean sideIsOne) {
        Inst t = nextStore(side.first);
        if (t == null || nextStore(t.next) != null) return false;
        if (aliases == null) aliases = new Aliases(module, f);
        Aliases.Place p = aliases.place(t);
        Inst s = b.last.prev;
        for (int steps = 0; s != null && !(s.op == Op.STORE && isSame(s, t)); s = s.prev) {
            if (++steps > MAX_SCAN || s.isVolatile() || aliases.mayRead(s, p) || aliases.mayWrite(s, aliases.untyped(p))) return false;
        }
        if (s == null) return false;
        first[0] = sideIsOne ? t : s;
        second[0] = sideIsOne ? s : t;
        count = 1;
        return true;
    }

    /** Sinks what was found; the side blocks' other operations must come to stand before the branch. */
    void perform() {
        Inst at = join.first;
        for (int k = 0; k < count; k++) {
            Inst s = first[k];
            Inst t = second[k];
            Inst v = s.arg(1);
            if (v != t.arg(1)) {
                v = join.addParam(v.type);
                v.locatedAs(s);
                add(edgeOne, s.arg(1));
                add(edgeTwo, t.arg(1));
            }
            Inst n = f.newInst(Op.STORE, Type.VOID, s.arg(0), v);
            n.align = Math.min(s.align, t.align);
            n.tag = module.tags.merged(s.tag, t.tag);
            n.locatedAs(s);
            n.insertBefore(at);
            s.remove();
            t.remove();
        }
    }

    private void add(Inst edge, Inst v) {
        for (int s = 0; s < edge.succCount(); s++) {
            if (edge.succ(s) != join) continue;
            edge.addSuccArg(s, v);
            return;
        }
    }
}
