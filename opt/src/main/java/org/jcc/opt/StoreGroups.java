package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jcc.ir.Block;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Groups of stores of a block that may all be done where the last of them is: the plain stores of scalars to constant offsets from one base. A group is closed, and given
 * to who asked, when an operation may read or write bytes of it, when one is volatile or atomic, and at calls. The stores of a group are disjoint, and nothing between
 * them sees their bytes. Who asked may change the stores, and insert behind the last one.
 */
final class StoreGroups {
    private static final int MAX_GROUPS = 8;
    private static final int MAX_STORES = 64;

    record Store(Inst inst, Aliases.Place place) {
        long offset() {
            return place.offset();
        }

        long end() {
            return place.offset() + place.size();
        }

        Inst value() {
            return inst.arg(1);
        }
    }

    private final Aliases aliases;
    private final Consumer<List<Store>> closed;
    /** Open groups, each of one base. */
    private final List<List<Store>> open = new ArrayList<>();

    StoreGroups(Aliases aliases, Consumer<List<Store>> closed) {
        this.aliases = aliases;
        this.closed = closed;
    }

    void block(Block block) {
        for (Inst i = block.first, next; i != null; i = next) {
            next = i.next;
            if (!i.op.reads() && !i.op.writes() && !i.op.mayNotReturn() && !i.isTerminator()) continue;
            if (i.isTerminator() || i.op.mayNotReturn() || !i.op.isMemory() || !i.isPlainAccess()) {
                closeAll();
                continue;
            }
            boolean candidate = i.op == Op.STORE && isCandidate(i.arg(1).type);
            Aliases.Place p = i.op == Op.STORE ? aliases.place(i) : null;
            for (int g = open.size() - 1; g >= 0; g--) {
                List<Store> group = open.get(g);
                boolean mine = candidate && group.get(0).place.base() == p.base();
                if (touches(i, group) || mine && group.size() >= MAX_STORES) close(g);
            }
            if (!candidate) continue;
            List<Store> home = null;
            for (List<Store> group : open) if (group.get(0).place.base() == p.base()) home = group;
            if (home == null) {
                if (open.size() >= MAX_GROUPS) close(0);
                open.add(home = new ArrayList<>());
            }
            home.add(new Store(i, p));
        }
        closeAll();
    }

    private static boolean isCandidate(Type t) {
        return VectorCosts.isElement(t) || t.isPtr();
    }

    private boolean touches(Inst i, List<Store> group) {
        for (Store s : group) if (aliases.mayWrite(i, aliases.untyped(s.place)) || aliases.mayRead(i, s.place)) return true;
        return false;
    }

    private void closeAll() {
        while (!open.isEmpty()) close(open.size() - 1);
    }

    private void close(int g) {
        List<Store> group = open.remove(g);
        if (group.size() >= 2) closed.accept(group);
    }
}
