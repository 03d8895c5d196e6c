package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.ir.Alias;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;

/**
 * The static functions of which every call is in sight, with these calls: nothing but direct calls names them, and each fits the
 * signature. What is passed to them and what they return may be changed on both sides.
 */
final class DirectCalls {
    private static final int FIXED_SHAPE = Function.NAKED | Function.OPT_NONE | Function.CONSTRUCTOR | Function.DESTRUCTOR | Function.NOCLONE | Function.INTERRUPT | Function.CALLS_SETJMP;

    private DirectCalls() {}

    /** In the order of the module. */
    static Map<Function, List<Inst>> of(Module m) {
        Map<Function, List<Inst>> calls = new HashMap<>();
        Set<Symbol> open = new HashSet<>();
        for (Symbol s : m.symbols) {
            switch (s) {
                case Alias a -> open.add(a.target);
                case GlobalVar g -> {
                    for (GlobalVar.Reloc r : g.relocs) open.add(r.symbol());
                }
                case Function f -> {
                    if (f.isDefinition()) collect(f, calls, open);
                }
            }
        }
        Map<Function, List<Inst>> known = new LinkedHashMap<>();
        for (Symbol s : m.symbols) {
            if (!(s instanceof Function f) || !f.isDefinition() || f.linkage != Symbol.Linkage.INTERNAL || f.used || open.contains(f)) continue;
            if (f.is(FIXED_SHAPE) || f.signature.variadic() || named(m, f)) continue;
            List<Inst> sites = calls.get(f);
            if (sites != null && fit(f, sites)) known.put(f, sites);
        }
        return known;
    }

    private static boolean named(Module m, Function f) {
        for (Module.TopAsm a : m.topAsm) if (a.text().contains(f.name)) return true;
        return false;
    }

    private static void collect(Function f, Map<Function, List<Inst>> calls, Set<Symbol> open) {
        for (Inst c : f.constants()) {
            if (c.op != Op.SYMBOL || !(c.symbol() instanceof Function g)) continue;
            for (int u = 0; u < c.useCount(); u++) {
                Inst user = c.user(u);
                if (user.op == Op.CALL && c.userSlot(u) == 0 && c.imm == 0) calls.computeIfAbsent(g, x -> new ArrayList<>()).add(user);
                else open.add(g);
            }
        }
    }

    private static boolean fit(Function f, List<Inst> sites) {
        int n = f.params().size();
        for (Inst c : sites) {
            Signature s = c.call().signature;
            if (c.argCount() - 1 != n || s.variadic() || s.params().size() != f.signature.params().size() || s.resultInMemory() != f.signature.resultInMemory()) return false;
            if (!s.convention().equals(f.signature.convention())) return false;
            for (int k = 0; k < n; k++) if (c.arg(k + 1).type != f.params().get(k).type) return false;
        }
        return true;
    }
}
