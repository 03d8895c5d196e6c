package org.jcc.codegen.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Block;
import org.jcc.ir.BlockFrequency;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;

/**
 * Constants that a loop needs in registers are made once before it: addresses of symbols, floating constants, wide integers.
 * The block before the outermost loop that has one such gets them. This costs nothing where registers are scarce: the allocator makes
 * such a value anew where it is used rather than keep it in memory.
 *
 * <p>The code is made at the first demand and put in its block, before the branch, when all blocks are selected.
 */
final class ConstantHoisting {
    private record Key(Block at, Inst constant) {}

    private record Made(MInst first, MInst last) {}

    private final LoopForest forest;
    private final BlockFrequency frequency;
    private final Map<LoopForest.Loop, Block> preheaders = new HashMap<>();
    private final Map<Key, Integer> made = new HashMap<>();
    private final Map<Block, List<Made>> code = new HashMap<>();
    private final List<Block> order = new ArrayList<>();

    ConstantHoisting(BlockFrequency frequency) {
        this.frequency = frequency;
        this.forest = frequency.forest();
    }

    /** Where a constant used in {@code user} is best made, or null: right there. */
    Block place(Block user) {
        Block best = null;
        for (LoopForest.Loop l = forest.of(user); l != null; l = l.parent) {
            Block p = preheaders.computeIfAbsent(l, this::preheader);
            if (p != l.header && frequency.of(p) < frequency.of(user)) best = p;
        }
        return best;
    }

    /** The one block that enters the loop; the header itself if there is none. Making a constant leaves flags alone, so it may stand before any branch. */
    private Block preheader(LoopForest.Loop l) {
        if (l.irreducible || l.header.addressTaken) return l.header;
        Block from = null;
        for (int k = 0; k < l.header.predCount(); k++) {
            Block p = l.header.pred(k).block;
            if (forest.contains(l, p)) continue;
            if (from != null) return l.header;
            from = p;
        }
        return from == null || from.last.op != Op.BR && from.last.op != Op.CONDBR && from.last.op != Op.SWITCH ? l.header : from;
    }

    /** The register that holds the constant from the end of {@code at}, or 0. */
    int find(Block at, Inst constant) {
        return made.getOrDefault(new Key(at, constant), 0);
    }

    void add(Block at, Inst constant, int reg, MInst first, MInst last) {
        made.put(new Key(at, constant), reg);
        code.computeIfAbsent(at, b -> {
            order.add(b);
            return new ArrayList<>(2);
        }).add(new Made(first, last));
    }

    /** Puts the code in its blocks. */
    void finish(Selector s) {
        for (Block at : order) {
            MBlock m = s.block(at);
            MInst branch = m.firstBranch();
            for (Made c : code.get(at)) {
                for (MInst i = c.first, next; i != null; i = next) {
                    next = i == c.last ? null : i.next;
                    if (branch != null) i.insertBefore(branch);
                    else m.append(i);
                }
            }
        }
    }
}
