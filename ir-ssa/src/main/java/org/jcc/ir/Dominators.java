package org.jcc.ir;

import java.util.Arrays;

/**
 * The dominator tree of the reachable blocks, by the semi-NCA algorithm (Georgiadis, Linear-Time Algorithms for Dominators
 * and Related Problems, 2005): semidominators with path compression, then each block's immediate dominator as the nearest
 * common ancestor of its parent in the depth-first tree and its semidominator. Everything is iterative, on arrays.
 */
public final class Dominators {
    private final Function function;
    /** Blocks in depth-first preorder. */
    private final Block[] preorder;
    /** Preorder number by block id, -1 if unreachable. */
    private final int[] number;
    /** Immediate dominator's preorder number, by preorder number; 0's is -1. */
    private final int[] idom;
    /** Interval of each block's subtree in the dominator tree, by block id. */
    private final int[] in;
    private final int[] out;
    /** Children lists: first child and next sibling by preorder number, -1 ends. */
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] level;

    public Dominators(Function f) {
        function = f;
        int total = f.blocks.size();
        number = new int[f.blockCount()];
        Arrays.fill(number, -1);
        Block[] order = new Block[total];
        int[] parent = new int[total];
        int n = 0;
        // Depth-first search, preorder.
        Block[] stack = new Block[total];
        int[] next = new int[total];
        int depth = 0;
        stack[0] = f.entry();
        number[f.entry().id] = n;
        parent[n] = -1;
        order[n++] = f.entry();
        while (depth >= 0) {
            Block b = stack[depth];
            Inst t = b.terminator();
            if (t != null && next[depth] < t.succCount()) {
                Block s = t.succ(next[depth]++);
                if (number[s.id] < 0) {
                    number[s.id] = n;
                    parent[n] = number[b.id];
                    order[n++] = s;
                    stack[++depth] = s;
                    next[depth] = 0;
                }
            } else {
                depth--;
            }
        }
        preorder = Arrays.copyOf(order, n);
        int[] semi = new int[n];
        int[] label = new int[n];
        int[] ancestor = Arrays.copyOf(parent, n);
        idom = Arrays.copyOf(parent, n);
        for (int i = 0; i < n; i++) {
            semi[i] = i;
            label[i] = i;
        }
        int[] path = new int[n];
        for (int w = n - 1; w > 0; w--) {
            Block b = preorder[w];
            int s = parent[w];
            for (int e = 0; e < b.predCount(); e++) {
                Block p = b.pred(e).block;
                if (p == null) continue;
                int v = number[p.id];
                if (v < 0) continue;
                int u;
                if (v <= w) {
                    u = v;
                } else {
                    // Compress the path of linked ancestors (those above w) and take the least semidominator on it.
                    int k = 0;
                    int a = v;
                    while (ancestor[a] > w) {
                        path[k++] = a;
                        a = ancestor[a];
                    }
                    int best = label[a];
                    int root = ancestor[a];
                    while (k > 0) {
                        int x = path[--k];
                        ancestor[x] = root;
                        if (semi[label[x]] > semi[best]) label[x] = best;
                        best = label[x];
                    }
                    u = semi[best];
                }
                if (u < s) s = u;
            }
            semi[w] = s;
        }
        for (int w = 1; w < n; w++) {
            int d = idom[w];
            while (d > semi[w]) d = idom[d];
            idom[w] = d;
        }
        firstChild = new int[n];
        nextSibling = new int[n];
        level = new int[n];
        Arrays.fill(firstChild, -1);
        Arrays.fill(nextSibling, -1);
        for (int w = n - 1; w > 0; w--) {
            nextSibling[w] = firstChild[idom[w]];
            firstChild[idom[w]] = w;
        }
        for (int w = 1; w < n; w++) level[w] = level[idom[w]] + 1;
        in = new int[number.length];
        out = new int[number.length];
        int clock = 0;
        int v = 0;
        in[preorder[0].id] = clock++;
        while (true) {
            if (firstChild[v] >= 0) {
                v = firstChild[v];
                in[preorder[v].id] = clock++;
                continue;
            }
            out[preorder[v].id] = clock;
            while (v != 0 && nextSibling[v] < 0) {
                v = idom[v];
                out[preorder[v].id] = clock;
            }
            if (v == 0) break;
            v = nextSibling[v];
            in[preorder[v].id] = clock++;
        }
    }

    public boolean isReachable(Block b) {
        return number[b.id] >= 0;
    }

    /** The immediate dominator; null for the entry and unreachable blocks. */
    public Block idom(Block b) {
        int n = number[b.id];
        return n <= 0 ? null : preorder[idom[n]];
    }

    /** Depth in the dominator tree; the entry has 0. */
    public int level(Block b) {
        return level[number[b.id]];
    }

    /** True if every path from the entry to {@code b} goes through {@code a} ({@code a == b} included). Both reachable. */
    public boolean dominates(Block a, Block b) {
        return in[a.id] <= in[b.id] && out[b.id] <= out[a.id];
    }

    /** The blocks in preorder of the dominator tree: a block after its dominators, siblings in depth-first order. */
    public Block[] treePreorder() {
        Block[] r = new Block[preorder.length];
        for (Block b : preorder) r[in[b.id]] = b;
        return r;
    }

    /** True if the definition of {@code value} dominates the place just before {@code user}. Constants do. */
    public boolean dominates(Inst value, Inst user) {
        if (value.op.isConstant()) return true;
        Block a = value.block;
        Block b = user.block;
        if (a != b) return dominates(a, b);
        if (value.op == Op.PARAM) return true;
        for (Inst i = user.prev; i != null; i = i.prev) if (i == value) return true;
        return false;
    }

    public Function function() {
        return function;
    }
}
