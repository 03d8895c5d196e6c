package org.jcc.ir;

import java.util.Arrays;

/**
 * Which values are live at the borders of blocks: one backward walk per value from its uses to its definition, marking the
 * blocks on the way (Brandner et al., Computing Liveness Sets for SSA-Form Programs, 2011). Time and space are linear in the size of
 * the answer. Block parameters are defined at the head of their block, not live in; an argument is used at the end of the
 * predecessor. Constants are never live.
 */
public final class Liveness {
    private static final int[] NONE = {};
    /** Ids of live-in values by block id, in {@link #inCount} entries. */
    private final int[][] in;
    private final int[] inCount;
    private final int[][] out;
    private final int[] outCount;

    public Liveness(Function f) {
        int n = f.blockCount();
        in = new int[n][];
        out = new int[n][];
        Arrays.fill(in, NONE);
        Arrays.fill(out, NONE);
        inCount = new int[n];
        outCount = new int[n];
        int[] inStamp = new int[n];
        int[] outStamp = new int[n];
        Block[] work = new Block[Math.max(16, f.blocks.size())];
        for (Block b : f.blocks) {
            for (Inst p : b.params) walk(p, inStamp, outStamp, work);
            for (Inst i = b.first; i != null; i = i.next) if (i.hasResult()) walk(i, inStamp, outStamp, work);
        }
    }

    private void walk(Inst v, int[] inStamp, int[] outStamp, Block[] work) {
        int stamp = v.id + 1;
        Block home = v.block;
        int n = 0;
        for (int u = 0; u < v.useCount(); u++) {
            Inst user = v.user(u);
            Block b = user.block;
            if (b == null) continue;
            if (b != home && inStamp[b.id] != stamp) {
                inStamp[b.id] = stamp;
                add(in, inCount, b, v.id);
                work[n++] = b;
            }
            while (n > 0) {
                Block x = work[--n];
                for (int e = 0; e < x.predCount(); e++) {
                    Block p = x.pred(e).block;
                    if (outStamp[p.id] != stamp) {
                        outStamp[p.id] = stamp;
                        add(out, outCount, p, v.id);
                    }
                    if (p != home && inStamp[p.id] != stamp) {
                        inStamp[p.id] = stamp;
                        add(in, inCount, p, v.id);
                        work[n++] = p;
                    }
                }
            }
        }
    }

    private static void add(int[][] sets, int[] counts, Block b, int value) {
        int c = counts[b.id]++;
        if (c == sets[b.id].length) sets[b.id] = Arrays.copyOf(sets[b.id], Math.max(4, c * 2));
        sets[b.id][c] = value;
    }

    /** Ids of the values live at the block's head (its parameters not among them), ascending by definition's place. */
    public int[] liveIn(Block b) {
        return Arrays.copyOf(in[b.id], inCount[b.id]);
    }

    /** Ids of the values live across the block's end into a successor. */
    public int[] liveOut(Block b) {
        return Arrays.copyOf(out[b.id], outCount[b.id]);
    }
}
