package org.jcc.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The loop nesting forest of the reachable blocks (Havlak, Nesting of Reducible and Irreducible Loops, 1997): headers are taken from the
 * last in depth-first preorder to the first, and what reaches a back edge to the header without leaving the header's
 * subtree is its loop; loops found before count as one block, kept by union-find.
 *
 * <p>A natural loop is entered through its header only, which then dominates it. A cycle with several entries is an
 * {@link Loop#irreducible} loop whose header is the entry that the depth-first search came to first: analyses may weigh it, transformations
 * leave it alone. A loop inside or around one may still be natural.
 *
 * <p>Requires nothing. The forest describes the graph as it was: who changes edges makes a new one. Time is almost
 * linear.
 */
public final class LoopForest {
    /** A loop. Two loops are nested or disjoint. */
    public static final class Loop {
        public final Block header;
        /** The loop around, or null. */
        public Loop parent;
        /** 1 for outermost loops. */
        public int depth;
        /** Entered at other blocks than the header, too. */
        public boolean irreducible;
        /** Blocks of this loop that are in no inner one, in reverse postorder; the header is first. */
        public final List<Block> own = new ArrayList<>();
        /** The loops directly inside, in reverse postorder of their headers. */
        public final List<Loop> children = new ArrayList<>();
        /** The interval of its subtree in a walk over the forest. */
        private int in;
        private int out;
        /** How many blocks are in it and those within, and the interval of their positions. */
        private int size;
        private int begin = Integer.MAX_VALUE;
        private int end;

        Loop(Block header) {
            this.header = header;
        }

        /** True for this loop and those within it. */
        public boolean contains(Loop l) {
            return l != null && in <= l.in && l.out <= out;
        }

        public boolean isInnermost() {
            return children.isEmpty();
        }
    }

    /** An edge that leaves a loop. */
    public record Exit(Inst terminator, int succ) {
        public Block from() {
            return terminator.block;
        }

        public Block to() {
            return terminator.succ(succ);
        }
    }

    /** Inner loops before those around them. */
    public final List<Loop> loops = new ArrayList<>();
    /** The reachable blocks, in reverse postorder of the search that found the loops. */
    public final Block[] order;
    /** Position in {@link #order} by block id; -1 for unreachable blocks. */
    private final int[] position;
    private Loop[] innermost;

    // Of the search: by block id.
    private final int[] pre;
    private final int[] last;

    public LoopForest(Function f) {
        int n = f.blockCount();
        pre = new int[n];
        last = new int[n];
        position = new int[n];
        innermost = new Loop[n];
        Arrays.fill(pre, -1);
        Arrays.fill(position, -1);
        Block[] preorder = new Block[f.blocks.size()];
        int count = search(f, preorder);
        order = new Block[count];
        for (Block b : f.blocks) if (position[b.id] >= 0) order[position[b.id]] = b;
        find(preorder, count);
        nest();
    }

    /** Depth first: preorder numbers, last descendants, reverse postorder. */
    private int search(Function f, Block[] preorder) {
        int total = preorder.length;
        Block[] stack = new Block[total];
        int[] next = new int[total];
        Block[] post = new Block[total];
        int n = 0;
        int done = 0;
        int depth = 0;
        stack[0] = f.entry();
        pre[f.entry().id] = n;
        preorder[n++] = f.entry();
        while (depth >= 0) {
            Block b = stack[depth];
            Inst t = b.terminator();
            // Last successor first: the first one then follows its block in the order.
            int succs = t == null ? 0 : t.succCount();
            if (next[depth] < succs) {
                Block s = t.succ(succs - 1 - next[depth]++);
                if (pre[s.id] < 0) {
                    pre[s.id] = n;
                    preorder[n++] = s;
                    stack[++depth] = s;
                    next[depth] = 0;
                }
            } else {
                last[b.id] = n - 1;
                post[done++] = b;
                depth--;
            }
        }
        for (int i = 0; i < n; i++) position[post[i].id] = n - 1 - i;
        return n;
    }

    private boolean isAncestor(Block a, Block b) {
        return pre[a.id] <= pre[b.id] && pre[b.id] <= last[a.id];
    }

    private void find(Block[] preorder, int count) {
        // By preorder number: union-find's parent, extra predecessors of headers of irreducible loops, who is in the body now.
        int[] up = new int[count];
        int[][] extra = new int[count][];
        int[] extraCount = new int[count];
        int[] inBody = new int[count];
        int[] body = new int[count];
        Arrays.setAll(up, i -> i);
        Arrays.fill(inBody, -1);
        Loop[] headed = new Loop[count];
        for (int w = count - 1; w >= 0; w--) {
            Block header = preorder[w];
            int size = 0;
            boolean self = false;
            for (int e = 0; e < header.predCount(); e++) {
                Block p = header.pred(e).block;
                if (pre[p.id] < 0 || !isAncestor(header, p)) continue;
                int v = root(up, pre[p.id]);
                if (v == w) {
                    self = true;
                } else if (inBody[v] != w) {
                    inBody[v] = w;
                    body[size++] = v;
                }
            }
            if (size == 0 && !self) continue;
            Loop l = new Loop(header);
            for (int k = 0; k < size; k++) {
                int x = body[k];
                Block b = preorder[x];
                int preds = b.predCount() + extraCount[x];
                for (int e = 0; e < preds; e++) {
                    int y;
                    if (e < b.predCount()) {
                        Block p = b.pred(e).block;
                        // Back edges belong to the loop of b.
                        if (pre[p.id] < 0 || isAncestor(b, p)) continue;
                        y = pre[p.id];
                    } else {
                        y = extra[x][e - b.predCount()];
                    }
                    y = root(up, y);
                    if (!isAncestor(header, preorder[y])) {
                        l.irreducible = true;
                        if (extra[w] == null) extra[w] = new int[4];
                        if (extraCount[w] == extra[w].length) extra[w] = Arrays.copyOf(extra[w], extraCount[w] * 2);
                        extra[w][extraCount[w]++] = y;
                    } else if (y != w && inBody[y] != w) {
                        inBody[y] = w;
                        body[size++] = y;
                    }
                }
            }
            for (int k = 0; k < size; k++) {
                up[body[k]] = w;
                if (headed[body[k]] != null) headed[body[k]].parent = l;
                else innermost[preorder[body[k]].id] = l;
            }
            headed[w] = l;
            innermost[header.id] = l;
            loops.add(l);
        }
    }

    private static int root(int[] up, int x) {
        int r = x;
        while (up[r] != r) r = up[r];
        while (up[x] != r) {
            int n = up[x];
            up[x] = r;
            x = n;
        }
        return r;
    }

    /** Depths, children, blocks and intervals. */
    private void nest() {
        for (Block b : order) if (innermost[b.id] != null) innermost[b.id].own.add(b);
        List<Loop> roots = new ArrayList<>();
        List<Loop> byHeader = new ArrayList<>(loops);
        byHeader.sort(Comparator.comparingInt(l -> position[l.header.id]));
        for (Loop l : byHeader) (l.parent == null ? roots : l.parent.children).add(l);
        List<Loop> stack = new ArrayList<>(roots.reversed());
        List<Loop> outerFirst = new ArrayList<>();
        while (!stack.isEmpty()) {
            Loop l = stack.removeLast();
            l.depth = l.parent == null ? 1 : l.parent.depth + 1;
            l.in = outerFirst.size();
            outerFirst.add(l);
            stack.addAll(l.children.reversed());
        }
        for (Loop l : outerFirst) l.out = l.in;
        for (Loop l : outerFirst.reversed()) {
            l.size += l.own.size();
            l.begin = Math.min(l.begin, position[l.own.get(0).id]);
            l.end = Math.max(l.end, position[l.own.getLast().id] + 1);
            Loop p = l.parent;
            if (p == null) continue;
            p.out = Math.max(p.out, l.out);
            p.size += l.size;
            p.begin = Math.min(p.begin, l.begin);
            p.end = Math.max(p.end, l.end);
        }
        // The header of an irreducible loop need not be first of its blocks.
        for (Loop l : loops) {
            if (l.own.get(0) == l.header) continue;
            l.own.remove(l.header);
            l.own.add(0, l.header);
        }
    }

    /** The innermost loop around the block, or null. */
    public Loop of(Block b) {
        return b.id < innermost.length ? innermost[b.id] : null;
    }

    /** A block made since, on an edge, is in that loop (null: in none). It is in no order and no list. */
    public void adopt(Block b, Loop l) {
        if (b.id >= innermost.length) innermost = Arrays.copyOf(innermost, Math.max(b.id + 1, innermost.length * 2));
        innermost[b.id] = l;
    }

    /** The block is in the loop or in one within it. */
    public boolean contains(Loop l, Block b) {
        return l.contains(of(b));
    }

    /** How many loops are around the block. */
    public int depth(Block b) {
        Loop l = of(b);
        return l == null ? 0 : l.depth;
    }

    public boolean isReachable(Block b) {
        return position[b.id] >= 0;
    }

    /** Position in {@link #order}. */
    public int position(Block b) {
        return position[b.id];
    }

    /** All blocks of the loop, those of inner loops too, in reverse postorder. */
    public List<Block> blocks(Loop l) {
        if (l.isInnermost() && !l.irreducible) return new ArrayList<>(l.own);
        List<Block> all = new ArrayList<>(l.size);
        if (l.end - l.begin <= l.size * 4) {
            for (int i = l.begin; i < l.end; i++) if (contains(l, order[i])) all.add(order[i]);
            return all;
        }
        all.addAll(l.own);
        List<Loop> work = new ArrayList<>(l.children);
        while (!work.isEmpty()) {
            Loop c = work.removeLast();
            all.addAll(c.own);
            work.addAll(c.children);
        }
        all.sort(Comparator.comparingInt(b -> position[b.id]));
        return all;
    }

    /** The terminators of the loop that jump to its header, each once. */
    public List<Inst> latches(Loop l) {
        List<Inst> found = new ArrayList<>();
        for (int e = 0; e < l.header.predCount(); e++) {
            Inst t = l.header.pred(e);
            if (contains(l, t.block) && !found.contains(t)) found.add(t);
        }
        return found;
    }

    /** The edges out of the loop, in reverse postorder of their blocks. */
    public List<Exit> exits(Loop l) {
        List<Exit> found = new ArrayList<>();
        for (Block b : blocks(l)) {
            Inst t = b.terminator();
            for (int s = 0; s < t.succCount(); s++) if (!contains(l, t.succ(s))) found.add(new Exit(t, s));
        }
        return found;
    }
}
