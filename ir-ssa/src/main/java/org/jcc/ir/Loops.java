package org.jcc.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The natural loops: a header with the blocks that reach one of its back edges without leaving it. Cycles with several
 * entries (irreducible) have no header and are no loops here. Inner loops come before outer ones in {@link #loops}.
 */
public final class Loops {
    /** A loop. {@code depth} is 1 for outermost loops. */
    public static final class Loop {
        public final Block header;
        public Loop parent;
        public int depth;
        /** Blocks of this loop that are in no inner one, the header first. */
        public final List<Block> own = new ArrayList<>();

        Loop(Block header) {
            this.header = header;
        }
    }

    public final List<Loop> loops = new ArrayList<>();
    private final Loop[] innermost;

    public Loops(Function f, Dominators dom, ReversePostorder rpo) {
        innermost = new Loop[f.blockCount()];
        ArrayList<Block> work = new ArrayList<>();
        // Headers of inner loops come later in reverse postorder than those around them.
        for (int h = rpo.blocks.length - 1; h >= 0; h--) {
            Block header = rpo.blocks[h];
            work.clear();
            for (int e = 0; e < header.predCount(); e++) {
                Block p = header.pred(e).block;
                if (rpo.isReachable(p) && dom.dominates(header, p)) work.add(p);
            }
            if (work.isEmpty()) continue;
            Loop l = new Loop(header);
            loops.add(l);
            l.own.add(header);
            if (innermost[header.id] == null) innermost[header.id] = l;
            while (!work.isEmpty()) {
                Block b = work.remove(work.size() - 1);
                if (b == header) continue;
                Loop inner = innermost[b.id];
                if (inner == null) {
                    innermost[b.id] = l;
                    l.own.add(b);
                } else {
                    while (inner.parent != null) inner = inner.parent;
                    if (inner == l) continue;
                    inner.parent = l;
                    b = inner.header;
                }
                for (int e = 0; e < b.predCount(); e++) {
                    Block p = b.pred(e).block;
                    if (rpo.isReachable(p)) work.add(p);
                }
            }
        }
        for (int i = loops.size() - 1; i >= 0; i--) {
            Loop l = loops.get(i);
            l.depth = l.parent == null ? 1 : l.parent.depth + 1;
        }
    }

    /** The innermost loop around the block, or null. */
    public Loop of(Block b) {
        return innermost[b.id];
    }

    /** How many loops are around the block. */
    public int depth(Block b) {
        Loop l = innermost[b.id];
        return l == null ? 0 : l.depth;
    }

    /** Loop depth by block id. */
    public int[] depths() {
        int[] d = new int[innermost.length];
        Arrays.setAll(d, i -> innermost[i] == null ? 0 : innermost[i].depth);
        return d;
    }
}
