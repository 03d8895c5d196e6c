package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Type;

/**
 * One variable that got several definitions, because code was copied or memory became a value: finds the value that reaches
 * a place, and makes block parameters where definitions meet (Braun et al., Simple and Efficient Construction of Static Single Assignment
 * Form, 2013, with the search on demand made iterative).
 *
 * <p>Use: {@link #define} for each definition, {@link #atEntry} or {@link #atEnd} for each use, {@link #finish} at the end. Requires
 * that a definition is on every way to each place asked about. Ensures that each new parameter differs from each single value.
 */
final class SsaRepair {
    private final Function f;
    private final Type type;
    private final Map<Block, Inst> ends = new HashMap<>();
    private final Map<Block, Inst> entries = new HashMap<>();
    private final List<Inst> params = new ArrayList<>();
    private int filled;
    /** The parameters of earlier {@link #finish} calls: themselves while they stand, else what replaced them. */
    private final Map<Inst, Inst> open = new IdentityHashMap<>();

    SsaRepair(Function f, Type type) {
        this.f = f;
        this.type = type;
    }

    /** {@code v} is the value at the end of the block, and does not hold at its entry. */
    void define(Block b, Inst v) {
        ends.put(b, v);
    }

    /** {@code v} is the value at the entry of the block. */
    void defineEntry(Block b, Inst v) {
        entries.put(b, v);
    }

    Inst atEnd(Block b) {
        Inst v = current(ends.get(b));
        return v != null ? v : atEntry(b);
    }

    Inst atEntry(Block b) {
        List<Block> way = new ArrayList<>();
        Inst v;
        while (true) {
            v = current(entries.get(b));
            if (v != null) break;
            if (b.predCount() != 1) {
                if (b.predCount() == 0) {
                    // Nothing comes here.
                    v = f.poison(type);
                } else {
                    v = b.addParam(type);
                    for (int e = 0; e < b.predCount(); e++) b.pred(e).addSuccArg(b.predSucc(e), f.poison(type));
                    params.add(v);
                }
                entries.put(b, v);
                break;
            }
            way.add(b);
            b = b.pred(0).block;
            v = current(ends.get(b));
            if (v != null) break;
        }
        for (Block w : way) entries.put(w, v);
        return v;
    }

    /** Sets the arguments of the new parameters and removes those that turn out to be one value. */
    void finish() {
        int done = filled;
        while (filled < params.size()) {
            Inst p = params.get(filled++);
            Block b = p.block;
            int k = (int) p.imm;
            for (int e = 0; e < b.predCount(); e++) b.pred(e).setSuccArg(b.predSucc(e), k, atEnd(b.pred(e).block));
        }
        for (Inst p : params) open.put(p, p);
        List<Inst> work = new ArrayList<>(params.subList(done, params.size()));
        while (!work.isEmpty()) {
            Inst p = work.remove(work.size() - 1);
            if (open.get(p) != p) continue;
            Inst same = single(p);
            if (same == null) continue;
            // A parameter that p is passed to may be one value now.
            for (int u = 0; u < p.useCount(); u++) {
                Inst q = p.user(u).parameterOf(p.userSlot(u));
                if (q != null && q != p && open.get(q) == q) work.add(q);
            }
            if (p.useCount() > 0) p.replaceAllUsesWith(same);
            open.put(p, same);
            p.block.removeParam((int) p.imm);
        }
        params.removeIf(p -> open.get(p) != p);
        filled = params.size();
    }

    /** What a parameter that was removed stands for. */
    private Inst current(Inst v) {
        Inst x;
        while (v != null && (x = open.get(v)) != null && x != v) v = x;
        return v;
    }

    private static Inst single(Inst p) {
        Inst v = null;
        for (int e = 0; e < p.block.predCount(); e++) {
            Inst a = p.block.predArg(e, (int) p.imm);
            if (a == p || a == v) continue;
            if (v != null) return null;
            v = a;
        }
        return v;
    }
}
