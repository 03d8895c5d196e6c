package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Alias;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Scalar static variables that {@code main} alone uses become local variables of it, initialised at its beginning: {@code main} is
 * executed once, if the module does not call it or take its address. What was inlined into it counts as it.
 *
 * <p>A variable that always is accessed as a whole, of up to eight bytes; larger ones could take too much of the stack.
 *
 * <p>Measured: a loop in main that adds to an int, a long and a double of static storage around a call has no access to memory left; nothing in the bench kernels, whose
 * statics are arrays.
 *
 * <p>As LLVM's GlobalOpt. Requires: {@link GlobalVar#unescaped} is known. Ensures: no scalar static variable is used by main
 * alone.
 */
final class MainStatics {
    private MainStatics() {}

    static void run(Module m) {
        Function main = null;
        for (Symbol s : m.symbols) if (s instanceof Function f && f.name.equals("main") && f.isDefinition()) main = f;
        if (main == null || !m.builtins || main.linkage != Symbol.Linkage.EXTERNAL || main.is(Function.CALLS_SETJMP | Function.NAKED | Function.OPT_NONE)) return;
        // By variable the function that uses it; null if there are several.
        Map<GlobalVar, Function> users = new HashMap<>();
        for (Symbol s : m.symbols) {
            if (s instanceof Alias a && a.target == main) return;
            if (s instanceof GlobalVar g) for (GlobalVar.Reloc r : g.relocs) if (r.symbol() == main) return;
            if (!(s instanceof Function f) || !f.isDefinition()) continue;
            for (Inst c : f.constants()) {
                if (c.op != Op.SYMBOL || c.useCount() == 0) continue;
                if (c.symbol() == main) return;
                if (c.symbol() instanceof GlobalVar g && g.unescaped && !g.constant) users.put(g, !users.containsKey(g) || users.get(g) == f ? f : null);
            }
        }
        Map<GlobalVar, Inst> addresses = new LinkedHashMap<>();
        List<GlobalVar> bad = new ArrayList<>();
        for (Inst c : main.constants()) {
            if (c.op != Op.SYMBOL || c.useCount() == 0 || !(c.symbol() instanceof GlobalVar g) || users.get(g) != main) continue;
            if (c.imm != 0 || !isScalar(c, g) || !isValue(g)) bad.add(g);
            else addresses.put(g, c);
        }
        for (GlobalVar g : bad) addresses.remove(g);
        addresses.forEach(new Local(main)::make);
    }

    /** All accesses are of the whole variable. */
    private static boolean isScalar(Inst address, GlobalVar g) {
        if (g.size > 8) return false;
        for (int u = 0; u < address.useCount(); u++) {
            Inst user = address.user(u);
            if (user.op != Op.LOAD && (user.op != Op.STORE || address.userSlot(u) != 0)) return false;
            Type t = user.op == Op.LOAD ? user.type : user.arg(1).type;
            if (t.size != g.size || t == Type.I1 || !t.isIntOrPtr() && t != Type.F32 && t != Type.F64) return false;
            if (!g.relocs.isEmpty() && !t.isPtr()) return false;
        }
        return true;
    }

    /** What it holds at first is a number or an address. */
    private static boolean isValue(GlobalVar g) {
        if (g.relocs.isEmpty()) return true;
        GlobalVar.Reloc r = g.relocs.get(0);
        return g.relocs.size() == 1 && r.size() == 8 && r.block() == null && !(r.symbol() instanceof GlobalVar v && v.tls != GlobalVar.Tls.NONE);
    }

    private record Local(Function main) {
        void make(GlobalVar g, Inst address) {
            Inst slot = main.newInst(Op.ALLOCA, Type.PTR);
            slot.imm = g.size;
            slot.align = Math.max(1, g.align);
            slot.aux = g.name;
            slot.loc = main.loc;
            Inst user = address.user(0);
            Type t = user.op == Op.LOAD ? user.type : user.arg(1).type;
            Inst v;
            if (!g.relocs.isEmpty()) v = main.symbol(g.relocs.get(0).symbol(), g.relocs.get(0).addend());
            else v = t.isFloat() ? main.fconst(t, g.number(0, (int) g.size), 0) : t.isPtr() ? main.ptrConst(g.number(0, (int) g.size)) : main.iconst(t, g.number(0, (int) g.size));
            Inst init = main.newInst(Op.STORE, Type.VOID, slot, v);
            init.align = slot.align;
            init.loc = main.loc;
            address.replaceAllUsesWith(slot);
            Inst at = main.entry().first;
            while (at.op == Op.ALLOCA) at = at.next;
            init.insertBefore(at);
            main.entry().prepend(slot);
        }
    }
}
