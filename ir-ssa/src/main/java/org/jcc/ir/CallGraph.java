package org.jcc.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Who calls whom in a module: for each function with a body how many direct calls name it, whether its address goes elsewhere, and an
 * order in which callees come before their callers, but for cycles (the depth-first postorder of the graph of direct calls, and after them of
 * functions whose addresses are named, which may come to be called).
 *
 * <p>The facts are those of the time it is made; {@link Node#sites} is kept up by who copies or removes calls.
 */
public final class CallGraph {
    /** What the graph knows of a function. Mutable. */
    public static final class Node {
        /** Position in {@link CallGraph#bottomUp}. */
        public int order;
        /** Direct calls of it in the module. */
        public int sites;
        /** Something other than a direct call names it. */
        public boolean addressTaken;
        /** It calls itself. */
        public boolean recursive;
        /** Addresses of its labels stand in static data. */
        public boolean labelsInData;
        /** The function has been through the passes of the walk. */
        public boolean done;
        final List<Function> callees = new ArrayList<>(4);
    }

    /** The functions with bodies, callees first. */
    public final List<Function> bottomUp = new ArrayList<>();

    public CallGraph(Module m) {
        List<Function> all = new ArrayList<>();
        for (Symbol s : m.symbols) {
            if (!(s instanceof Function f)) continue;
            f.node = new Node();
            if (f.isDefinition()) all.add(f);
        }
        for (Symbol s : m.symbols) {
            if (s instanceof Alias a && a.target instanceof Function f) f.node.addressTaken = true;
            if (!(s instanceof GlobalVar g)) continue;
            for (GlobalVar.Reloc r : g.relocs) {
                if (!(r.symbol() instanceof Function f)) continue;
                if (r.block() != null) f.node.labelsInData = true;
                else f.node.addressTaken = true;
            }
        }
        for (Function f : all) calls(f);
        boolean[] seen = new boolean[all.size()];
        for (int k = 0; k < all.size(); k++) all.get(k).node.order = k;
        int[] next = new int[all.size()];
        Function[] stack = new Function[all.size()];
        for (Function root : all) {
            if (seen[root.node.order]) continue;
            int depth = 0;
            seen[root.node.order] = true;
            stack[0] = root;
            while (depth >= 0) {
                Function f = stack[depth];
                List<Function> callees = f.node.callees;
                int n = f.node.order;
                if (next[n] < callees.size()) {
                    Function g = callees.get(next[n]++);
                    if (seen[g.node.order]) continue;
                    seen[g.node.order] = true;
                    stack[++depth] = g;
                } else {
                    bottomUp.add(f);
                    depth--;
                }
            }
        }
        for (int k = 0; k < bottomUp.size(); k++) bottomUp.get(k).node.order = k;
    }

    private static void calls(Function f) {
        List<Function> passed = new ArrayList<>(0);
        for (Inst c : f.constants()) {
            if (c.op != Op.SYMBOL || c.useCount() == 0 || !(c.symbol() instanceof Function g)) continue;
            boolean named = false;
            for (int u = 0; u < c.useCount(); u++) {
                if (c.user(u).op == Op.CALL && c.userSlot(u) == 0 && c.imm == 0) {
                    g.node.sites++;
                    named = true;
                } else {
                    g.node.addressTaken = true;
                }
            }
            if (!g.isDefinition()) continue;
            if (named && g == f) f.node.recursive = true;
            else if (named) f.node.callees.add(g);
            else if (g != f) passed.add(g);
        }
        f.node.callees.addAll(passed);
    }
}
