package org.jcc.codegen;

import java.util.Arrays;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * The graph of finished machine code, read off its branches: what the layout lets fall through is an edge like the others. Blocks have their index in
 * the layout. Dominators are those of Cooper, Harvey and Kennedy (A Simple, Fast Dominance Algorithm, 2001).
 *
 * <p>Requires: final layout, no block whose address is taken. A computed jump may go to all targets of all tables.
 */
final class MachineGraph {
    final MBlock[] blocks;
    final int count;
    final int[][] succs;
    final int[][] preds;
    /** Position in reverse post-order; -1: never reached. */
    final int[] order;
    final int[] dominator;
    private final int[] index;
    private final TargetMachine target;

    MachineGraph(MFunction f, TargetMachine target) {
        this.target = target;
        blocks = f.blocks.toArray(MBlock[]::new);
        count = blocks.length;
        index = new int[f.blockCount()];
        Arrays.fill(index, -1);
        for (int n = 0; n < count; n++) index[blocks[n].id] = n;
        succs = new int[count][];
        int[] seen = new int[count];
        int[] list = new int[count];
        int[] tables = null;
        int[] in = new int[count];
        for (int b = 0; b < count; b++) {
            int n = 0;
            for (MInst i = blocks[b].first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) n = add(index[i.ref(k)], b, seen, list, n);
            }
            if (fallsThrough(b)) n = add(b + 1, b, seen, list, n);
            if (isComputed(blocks[b].last)) {
                if (tables == null) tables = tables(f);
                for (int t : tables) n = add(t, b, seen, list, n);
            }
            succs[b] = Arrays.copyOf(list, n);
            for (int s : succs[b]) in[s]++;
        }
        preds = new int[count][];
        for (int b = 0; b < count; b++) preds[b] = new int[in[b]];
        for (int b = 0; b < count; b++) for (int s : succs[b]) preds[s][--in[s]] = b;
        order = new int[count];
        dominator = new int[count];
        dominate();
    }

    private static int add(int s, int b, int[] seen, int[] list, int n) {
        if (seen[s] == b + 1) return n;
        seen[s] = b + 1;
        list[n] = s;
        return n + 1;
    }

    private int[] tables(MFunction f) {
        boolean[] is = new boolean[count];
        int n = 0;
        for (Object o : f.refs) {
            if (!(o instanceof MFunction.JumpTable t)) continue;
            for (MBlock b : t.targets()) {
                int x = index[b.id];
                if (x < 0 || is[x]) continue;
                is[x] = true;
                n++;
            }
        }
        int[] out = new int[n];
        for (int b = count - 1; b >= 0; b--) if (is[b]) out[--n] = b;
        return out;
    }

    int indexOf(int id) {
        return index[id];
    }

    /** A jump to what a register or memory says. */
    boolean isComputed(MInst last) {
        if (last == null || !last.isBranch() || last.row.is(Row.RET) || last.row.is(Row.TRAP)) return false;
        for (int k = 0; k < last.count; k++) if (last.kind(k) == MInst.BLOCK) return false;
        return true;
    }

    boolean fallsThrough(int b) {
        MInst last = blocks[b].last;
        if (b + 1 == count) return false;
        return last == null || !last.isBranch() || !target.branches().isJump(last) && !last.row.is(Row.RET) && !last.row.is(Row.TRAP) && !isComputed(last);
    }

    /** By index: what is reached from a block, which is itself reached. */
    boolean[] reachable(int from) {
        boolean[] r = new boolean[count];
        int[] work = new int[count];
        int n = 1;
        work[0] = from;
        r[from] = true;
        while (n > 0) {
            for (int s : succs[work[--n]]) {
                if (r[s]) continue;
                r[s] = true;
                work[n++] = s;
            }
        }
        return r;
    }

    // ---- dominators ----

    private void dominate() {
        Arrays.fill(order, -1);
        Arrays.fill(dominator, -1);
        int[] post = new int[count];
        int[] stack = new int[count];
        int[] next = new int[count];
        int n = 0;
        int sp = 0;
        stack[0] = 0;
        order[0] = 0;
        while (sp >= 0) {
            int b = stack[sp];
            if (next[b] < succs[b].length) {
                int s = succs[b][next[b]++];
                if (order[s] >= 0) continue;
                order[s] = 0;
                stack[++sp] = s;
            } else {
                post[n++] = b;
                sp--;
            }
        }
        for (int k = 0; k < n; k++) order[post[k]] = n - 1 - k;
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = n - 2; k >= 0; k--) {
                int b = post[k];
                int d = -1;
                for (int p : preds[b]) if (dominator[p] >= 0) d = d < 0 ? p : commonDominator(d, p);
                if (d == dominator[b]) continue;
                dominator[b] = d;
                changed = true;
            }
        }
    }

    int commonDominator(int a, int b) {
        while (a != b) {
            while (order[a] > order[b]) a = dominator[a];
            while (order[b] > order[a]) b = dominator[b];
        }
        return a;
    }
}
