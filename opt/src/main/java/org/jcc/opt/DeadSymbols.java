package org.jcc.opt;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jcc.ir.Alias;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;

/**
 * Removes internal functions and variables that nothing reachable names, and declarations that nothing names. Roots are
 * definitions that other modules or the start code can see: external, weak and common ones, {@code used} ones,
 * constructors and destructors. Without it every {@code static inline} function of a header would be emitted.
 */
final class DeadSymbols {
    private final Set<Symbol> live = new HashSet<>();
    private final ArrayDeque<Symbol> work = new ArrayDeque<>();

    private DeadSymbols() {}

    static void run(Module m) {
        new DeadSymbols().sweep(m);
    }

    private void sweep(Module m) {
        for (Symbol s : m.symbols) if (isRoot(s)) mark(s);
        while (!work.isEmpty()) {
            switch (work.poll()) {
                case Alias a -> mark(a.target);
                case GlobalVar g -> {
                    for (GlobalVar.Reloc r : g.relocs) mark(r.symbol());
                }
                case Function f -> body(f);
            }
        }
        if (live.size() < m.symbols.size()) m.retain(live);
    }

    private static boolean isRoot(Symbol s) {
        if (s.used) return true;
        if (s instanceof Function f && f.isDefinition() && (f.is(Function.CONSTRUCTOR) || f.is(Function.DESTRUCTOR))) return true;
        return s.isDefinition() && s.linkage != Symbol.Linkage.INTERNAL;
    }

    private void mark(Symbol s) {
        if (live.add(s)) work.add(s);
    }

    private void body(Function f) {
        if (!f.isDefinition()) return;
        for (Inst c : f.constants()) if (c.op == Op.SYMBOL && c.useCount() > 0) mark(c.symbol());
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) if (i.op == Op.TLSADDR) mark(i.symbol());
        for (Function.Scope s : f.scopes) if (s.inlined() != null) mark(s.inlined());
    }
}
