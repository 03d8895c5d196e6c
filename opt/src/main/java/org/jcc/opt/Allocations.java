package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Calls of the allocation functions (C17 7.22.3) that can be done without: a block that is only written, compared to the null pointer, and freed is not
 * allocated (the allocation is taken to have succeeded); the null pointer is not freed; {@code malloc} whose block is then filled with zeros, with nothing that uses it
 * between but the test for success, is {@code calloc}, which need not fill what is fresh from the system.
 *
 * <p>Measured: the functions' own calls only; no such pair in sqlite3.c or Lua, whose allocators are called through pointers.
 *
 * <p>As gcc and LLVM do. Requires: calls in the shape of C. Ensures: no allocated block that nothing reads.
 */
final class Allocations {
    /** Smaller blocks are filled in place. */
    private static final long SMALL = 128;
    private static final int MAX_SCAN = 100;

    private final Module m;
    private final Function f;

    private Allocations(Module m, Function f) {
        this.m = m;
        this.f = f;
    }

    static void run(Module m, Function f) {
        if (!m.builtins) return;
        List<Inst> calls = null;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op != Op.CALL || Library.of(m, i) == null) continue;
                if (calls == null) calls = new ArrayList<>();
                calls.add(i);
            }
        }
        if (calls == null) return;
        Allocations a = new Allocations(m, f);
        for (Inst c : calls) {
            if (c.block == null) continue;
            if (Library.isCall(m, c, "free")) {
                if (c.arg(1).isConst(0)) c.remove();
            } else if (isAllocation(c)) {
                if (!a.isUnread(c) && c.arg(0).symbol().name.equals("malloc") && c.argCount() == 2) a.cleared(c);
            }
        }
    }

    private static boolean isAllocation(Inst call) {
        String name = call.arg(0).symbol().name;
        return call.type.isPtr() && (name.equals("malloc") || name.equals("calloc") || name.equals("aligned_alloc")) && call.argCount() == (name.equals("malloc") ? 2 : 3) && call.arg(1).type == Type.I64;
    }

    // ---- blocks that nothing reads ----

    /** Removes the allocation with all that is done to its block, if nothing reads that. */
    private boolean isUnread(Inst call) {
        List<Inst> pointers = new ArrayList<>();
        List<Inst> users = new ArrayList<>();
        pointers.add(call);
        for (int w = 0; w < pointers.size(); w++) {
            Inst p = pointers.get(w);
            for (int u = 0; u < p.useCount(); u++) {
                Inst user = p.user(u);
                int k = p.userSlot(u);
                if (user.isVolatile() || user.order() != Inst.NONE) return false;
                switch (user.op) {
                    case PTRADD -> {
                        if (k != 0) return false;
                        pointers.add(user);
                        continue;
                    }
                    case STORE, MEMSET, MEMCPY, MEMMOVE -> {
                        if (k != 0) return false;
                    }
                    case ICMP -> {
                        if (p != call || user.cond() != Cond.EQ && user.cond() != Cond.NE || !user.arg(1).isConst(0)) return false;
                    }
                    case CALL -> {
                        if (p != call || k != 1 || !Library.isCall(m, user, "free")) return false;
                    }
                    default -> {
                        return false;
                    }
                }
                if (users.size() > MAX_SCAN) return false;
                users.add(user);
            }
        }
        for (Inst u : users) {
            if (u.op == Op.ICMP) u.replaceAllUsesWith(f.iconst(Type.I1, u.cond() == Cond.NE ? 1 : 0));
            u.remove();
        }
        for (int w = pointers.size() - 1; w >= 0; w--) pointers.get(w).remove();
        return true;
    }

    // ---- malloc and memset ----

    private void cleared(Inst call) {
        Inst n = call.arg(1);
        if (n.isConst() && n.imm <= SMALL) return;
        for (int u = 0; u < call.useCount(); u++) {
            Inst set = call.user(u);
            if (set.op != Op.MEMSET || call.userSlot(u) != 0 || set.isVolatile() || !set.arg(1).isConst(0) || set.arg(2) != n || !isFirst(call, set)) continue;
            if (calloc(call, n)) set.remove();
            return;
        }
    }

    /** Nothing on the one way from the allocation to the fill touches the block. */
    private boolean isFirst(Inst call, Inst set) {
        Aliases aliases = new Aliases(m, f);
        Aliases.Place p = aliases.place(call, -1, 0);
        Inst i = set;
        for (int steps = 0; steps < MAX_SCAN; steps++) {
            if (i.prev != null) {
                i = i.prev;
            } else {
                if (i.block.predCount() != 1) return false;
                i = i.block.pred(0);
                if (i.op != Op.BR && !(i.op == Op.CONDBR && isTest(i.arg(0), call))) return false;
            }
            if (i == call) return true;
            if (aliases.mayRead(i, p) || aliases.mayWrite(i, p)) return false;
        }
        return false;
    }

    private static boolean isTest(Inst c, Inst p) {
        return c.op == Op.ICMP && c.arg(0) == p && c.arg(1).isConst(0);
    }

    /** False in what may be the library itself. */
    private boolean calloc(Inst call, Inst n) {
        if (f.name.contains("calloc") || m.symbol("calloc") != null && m.symbol("calloc").isDefinition()) return false;
        call.replaceAllUsesWith(NewCalls.library(m, f, call, call.call().attributes, "calloc", Type.PTR, f.iconst(Type.I64, 1), n));
        call.remove();
        return true;
    }
}
