package org.jcc.ir;

import java.util.Arrays;

/** The reachable blocks of a function in reverse postorder: a block stands before its successors, but for back edges. */
public final class ReversePostorder {
    /** Reachable blocks; the entry is first. */
    public final Block[] blocks;
    /** Position in {@link #blocks} by block id; -1 for unreachable blocks. */
    public final int[] index;

    public ReversePostorder(Function f) {
        index = new int[f.blockCount()];
        Arrays.fill(index, -1);
        Block[] stack = new Block[f.blocks.size()];
        int[] next = new int[f.blocks.size()];
        Block[] post = new Block[f.blocks.size()];
        int depth = 0;
        int done = 0;
        stack[0] = f.entry();
        index[f.entry().id] = 0;
        while (depth >= 0) {
            Block b = stack[depth];
            Inst t = b.terminator();
            // Last successor first: the first one then follows its block in the order.
            int n = t == null ? 0 : t.succCount();
            if (next[depth] < n) {
                Block s = t.succ(n - 1 - next[depth]++);
                if (index[s.id] < 0) {
                    index[s.id] = 0;
                    stack[++depth] = s;
                    next[depth] = 0;
                }
            } else {
                post[done++] = b;
                depth--;
            }
        }
        blocks = new Block[done];
        for (int i = 0; i < done; i++) {
            blocks[i] = post[done - 1 - i];
            index[blocks[i].id] = i;
        }
    }

    public boolean isReachable(Block b) {
        return index[b.id] >= 0;
    }
}
