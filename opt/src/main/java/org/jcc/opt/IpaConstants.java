package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.AbiType;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;

/**
 * Interprocedural constants and dead arguments: a parameter of a static function for which every call passes the same constant is
 * that constant; a parameter that nothing uses is passed no more. Only for functions that direct calls alone name, whose calls
 * fit their signature.
 *
 * <p>Requires: calls in the shape of C. Ensures: each parameter of such a function is used, and not always the same constant.
 */
final class IpaConstants {
    private IpaConstants() {}

    static void run(Module m) {
        Map<Function, List<Inst>> calls = new HashMap<>();
        Map<Function, Boolean> open = new HashMap<>();
        for (Symbol s : m.symbols) {
            switch (s) {
                case org.jcc.ir.Alias a -> {
                    if (a.target instanceof Function t) open.put(t, true);
                }
                case org.jcc.ir.GlobalVar g -> {
                    for (org.jcc.ir.GlobalVar.Reloc r : g.relocs) if (r.symbol() instanceof Function t) open.put(t, true);
                }
                case Function f -> {
                    if (f.isDefinition()) collect(f, calls, open);
                }
            }
        }
        for (Symbol s : List.copyOf(m.symbols)) {
            if (!(s instanceof Function f) || !f.isDefinition() || f.linkage != Symbol.Linkage.INTERNAL || f.used || open.containsKey(f)) continue;
            if (f.is(Function.NAKED | Function.OPT_NONE | Function.CONSTRUCTOR | Function.DESTRUCTOR | Function.NOCLONE | Function.INTERRUPT | Function.CALLS_SETJMP) || f.signature.variadic()) continue;
            if (named(m, f)) continue;
            List<Inst> sites = calls.get(f);
            if (sites == null || !fit(f, sites)) continue;
            constants(f, sites);
            dead(f, sites);
        }
    }

    private static boolean named(Module m, Function f) {
        for (Module.TopAsm a : m.topAsm) if (a.text().contains(f.name)) return true;
        return false;
    }

    private static void collect(Function f, Map<Function, List<Inst>> calls, Map<Function, Boolean> open) {
        for (Inst c : f.constants()) {
            if (c.op != Op.SYMBOL || !(c.symbol() instanceof Function g)) continue;
            for (int u = 0; u < c.useCount(); u++) {
                Inst user = c.user(u);
                if (user.op == Op.CALL && c.userSlot(u) == 0 && c.imm == 0) calls.computeIfAbsent(g, x -> new ArrayList<>()).add(user);
                else open.put(g, true);
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

    private static void constants(Function f, List<Inst> sites) {
        int first = f.signature.resultInMemory() ? 1 : 0;
        next:
        for (int k = first; k < f.params().size(); k++) {
            Inst p = f.params().get(k);
            if (p.useCount() == 0 || !(f.signature.params().get(k - first) instanceof AbiType.Scalar)) continue;
            Inst same = null;
            for (Inst c : sites) {
                Inst a = c.arg(k + 1);
                if (a == p) continue;
                if (a.op != Op.ICONST && a.op != Op.FCONST && a.op != Op.SYMBOL) continue next;
                if (same != null && !(same.op == a.op && same.imm == a.imm && same.immHi == a.immHi && same.aux == a.aux)) continue next;
                same = a;
            }
            if (same == null) continue;
            Inst own = switch (same.op) {
                case ICONST -> same.type == org.jcc.ir.Type.I128 ? f.iconst128(same.imm, same.immHi) : same.type.isPtr() ? f.ptrConst(same.imm) : f.iconst(same.type, same.imm);
                case FCONST -> f.fconst(same.type, same.imm, same.immHi);
                default -> f.symbol(same.symbol(), same.imm);
            };
            p.replaceAllUsesWith(own);
        }
    }

    private static void dead(Function f, List<Inst> sites) {
        int first = f.signature.resultInMemory() ? 1 : 0;
        List<AbiType> kept = new ArrayList<>(f.signature.params());
        boolean any = false;
        // The last parameter of that convention is the static chain; without it, it is C's.
        String convention = f.signature.convention();
        int chain = convention.equals("nested") ? f.params().size() - 1 : -1;
        for (int k = f.params().size() - 1; k >= first; k--) {
            Inst p = f.params().get(k);
            boolean unused = true;
            // Passed on to itself only: of no use.
            for (int u = 0; u < p.useCount(); u++) unused &= p.user(u).op == Op.CALL && sites.contains(p.user(u)) && p.userSlot(u) == k + 1;
            if (!unused) continue;
            for (Inst c : sites) c.removeArg(k + 1);
            f.entry().removeParam(k);
            kept.remove(k - first);
            if (k == chain) convention = "c";
            any = true;
        }
        if (!any) return;
        Signature old = f.signature;
        f.signature = new Signature(old.result(), kept, kept.size(), false, false, convention);
        for (Inst c : sites) {
            CallInfo i = c.call();
            c.aux = new CallInfo(new Signature(i.signature.result(), kept, kept.size(), false, false, convention), i.attributes, i.resultTypes, i.locations);
        }
    }
}
