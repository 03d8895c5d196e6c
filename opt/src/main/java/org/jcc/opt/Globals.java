package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jcc.ir.Alias;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;

/**
 * Static variables of which every access is in sight: one that is never written is constant, stores to one that is never
 * read go, and no pointer of unknown origin reaches one whose address is kept nowhere ({@link GlobalVar#unescaped}).
 *
 * <p>Requires: nothing. Ensures: an unescaped variable is used by loads, stores and block operations, through constant or
 * computed offsets, and by nothing else.
 */
final class Globals {
    private final Module m;
    private final Set<GlobalVar> candidates = new HashSet<>();
    private final Set<GlobalVar> read = new HashSet<>();
    private final Set<GlobalVar> written = new HashSet<>();

    private Globals(Module m) {
        this.m = m;
    }

    static void run(Module m) {
        new Globals(m).look();
    }

    private void look() {
        for (Symbol s : m.symbols) {
            if (s instanceof GlobalVar g && g.isDefinition() && g.linkage == Symbol.Linkage.INTERNAL && !g.used && g.tls == GlobalVar.Tls.NONE && g.section == null && !named(g)) candidates.add(g);
        }
        for (Symbol s : m.symbols) {
            if (s instanceof Alias a && a.target instanceof GlobalVar g) candidates.remove(g);
            if (s instanceof GlobalVar g) for (GlobalVar.Reloc r : g.relocs) if (r.symbol() instanceof GlobalVar t) candidates.remove(t);
        }
        for (Symbol s : m.symbols) {
            if (!(s instanceof Function f) || !f.isDefinition()) continue;
            for (Inst c : f.constants()) if (c.op == Op.SYMBOL && c.symbol() instanceof GlobalVar g && candidates.contains(g) && !uses(c, g)) candidates.remove(g);
        }
        for (Symbol s : m.symbols) {
            if (!(s instanceof GlobalVar g) || !candidates.contains(g)) continue;
            g.unescaped = true;
            if (!written.contains(g)) g.constant = true;
        }
        for (Symbol s : m.symbols) {
            if (!(s instanceof Function f) || !f.isDefinition()) continue;
            for (Inst c : f.constants()) if (c.op == Op.SYMBOL && c.symbol() instanceof GlobalVar g && candidates.contains(g) && !read.contains(g)) drop(c);
        }
    }

    /** Assembly at the top level may name it. */
    private boolean named(GlobalVar g) {
        for (Module.TopAsm a : m.topAsm) if (a.text().contains(g.name)) return true;
        return false;
    }

    /** False if the address goes anywhere but to accesses. */
    private boolean uses(Inst address, GlobalVar g) {
        List<Inst> pointers = new ArrayList<>();
        pointers.add(address);
        for (int w = 0; w < pointers.size(); w++) {
            Inst p = pointers.get(w);
            for (int u = 0; u < p.useCount(); u++) {
                Inst user = p.user(u);
                int k = p.userSlot(u);
                if (user.isVolatile() || user.order() != Inst.NONE) return false;
                switch (user.op) {
                    case LOAD -> read.add(g);
                    case STORE, MEMSET -> {
                        if (k != 0) return false;
                        written.add(g);
                    }
                    case MEMCPY, MEMMOVE -> (k == 0 ? written : read).add(g);
                    case PTRADD -> {
                        if (k != 0) return false;
                        pointers.add(user);
                    }
                    default -> {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void drop(Inst address) {
        List<Inst> pointers = new ArrayList<>();
        pointers.add(address);
        for (int w = 0; w < pointers.size(); w++) {
            Inst p = pointers.get(w);
            while (p.useCount() > 0) {
                Inst user = p.user(0);
                if (user.op == Op.PTRADD) {
                    pointers.add(user);
                    user.setArg(0, user.block.function.ptrConst(0));
                } else {
                    user.remove();
                }
            }
        }
    }
}
