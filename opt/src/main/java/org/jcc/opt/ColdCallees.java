package org.jcc.opt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Symbol;

/**
 * Static functions that only cold ones call, directly or by way of each other, are cold too: for size, in the section of the cold ones (gcc's
 * ipa-profile). What a function that is not cold calls runs, and so on; the rest is cold. Functions whose address goes elsewhere, and those
 * that the source calls hot, run.
 *
 * <p>Requires: nothing. Ensures: nothing. It is for programs that mark their error functions: nothing happens where no function is cold.
 */
final class ColdCallees {
    private ColdCallees() {}

    static void run(Module m) {
        if (!hasCold(m)) return;
        Map<Function, List<Inst>> calls = DirectCalls.of(m);
        Map<Function, List<Function>> callees = new HashMap<>();
        calls.forEach((f, sites) -> {
            for (Inst c : sites) callees.computeIfAbsent(c.block.function, k -> new ArrayList<>(4)).add(f);
        });
        Set<Function> running = new HashSet<>();
        ArrayDeque<Function> work = new ArrayDeque<>();
        for (Function f : callees.keySet()) if (!f.is(Function.COLD) && (!calls.containsKey(f) || f.is(Function.HOT)) && running.add(f)) work.add(f);
        while (!work.isEmpty()) {
            for (Function g : callees.getOrDefault(work.poll(), List.of())) if (!g.is(Function.COLD) && running.add(g)) work.add(g);
        }
        for (Function f : calls.keySet()) if (!running.contains(f) && !f.is(Function.HOT | Function.OPT_NONE)) f.attributes |= Function.COLD | Function.OPT_SIZE;
    }

    private static boolean hasCold(Module m) {
        for (Symbol s : m.symbols) if (s instanceof Function f && f.isDefinition() && f.is(Function.COLD)) return true;
        return false;
    }
}
