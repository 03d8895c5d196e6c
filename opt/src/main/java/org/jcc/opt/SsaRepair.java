package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
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
        Inst v = ends.get(b);
        return v != null ? v : atEntry(b);
    }

    Inst atEntry(Block b) {
        List<Block> way = new ArrayList<>();
        Inst v;
        while (true) {
            v = entries.get(b);
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
            v = ends.get(b);
            if (v != null) break;
        }
        for (Block w : way) entries.put(w, v);
        return v;
    }

    /** Sets the arguments of the new parameters and removes those that turn out to be one value. */
    void finish() {
        while (filled < params.size()) {
            Inst p = params.get(filled++);
            Block b = p.block;
            int k = (int) p.imm;
            for (int e = 0; e < b.predCount(); e++) b.pred(e).setSuccArg(b.predSucc(e), k, atEnd(b.pred(e).block));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = params.size() - 1; i >= 0; i--) {
                Inst p = params.get(i);
                Inst same = single(p);
                if (same == null) continue;
                if (p.useCount() > 0) p.replaceAllUsesWith(same);
                for (Map.Entry<Block, Inst> e : entries.entrySet()) if (e.getValue() == p) e.setValue(same);
                p.block.removeParam((int) p.imm);
                params.remove(i);
                changed = true;
            }
        }
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
