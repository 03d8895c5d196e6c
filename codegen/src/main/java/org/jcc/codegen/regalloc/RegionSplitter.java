package org.jcc.codegen.regalloc;

import java.util.Arrays;
import org.jcc.codegen.mir.MBlock;

/**
 * Splits bundles that reach over several blocks. For every register it asks which blocks the bundle could have it in, and
 * chooses among them the set that gains most: executions of uses within, less executions of edges that lead in or out, where the
 * value must be loaded or stored. The set is found by relaxation: a block joins if its own uses and its neighbours outweigh
 * the others (a simple form of the network in LLVM's spill placement). Hot loops keep a register so, and cold
 * paths around calls do not cost one. A sweep is felt one block further: blocks far from all that gain are not looked at, so that the work is that of
 * the uses and not of the bundle's length.
 *
 * <p>If no register gains, every block's occurrences become a bundle of their own, in memory between.
 */
final class RegionSplitter {
    private static final int SWEEPS = 8;

    private final GlobalAllocator a;
    private final LiveRanges ranges;

    // Pieces of the bundle: a segment within a block.
    private int[] pieceBlock = new int[64], pieceFrom = new int[64], pieceTo = new int[64], pieceValue = new int[64];
    private int pieces;
    // Its blocks, in order; by layout index their place here plus one.
    private int[] blocks = new int[64];
    private int count;
    private final int[] indexOf;
    private float[] gain = new float[64];
    /** The bundle comes in at its start, goes on at its end. */
    private boolean[] in = new boolean[64], out = new boolean[64];
    private int[] work = new int[64];
    private int[] edges = new int[256];
    private float[] edgeWeight = new float[128];
    private int edgeCount;
    // The choice: what it gains, the register or -1, and the blocks.
    private float best;
    private int reg;
    private boolean[] chosen;

    RegionSplitter(GlobalAllocator a) {
        this.a = a;
        this.ranges = a.ranges;
        indexOf = new int[ranges.blocks.length];
    }

    private void collect(Bundle b) {
        for (int u = 0; u < count; u++) indexOf[blocks[u]] = 0;
        pieces = count = edgeCount = 0;
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            int v = s.vreg;
            int o = ranges.occurrence(v, s.from >> 1);
            for (int at = s.from; at < s.to; ) {
                int block = ranges.blockOf[at >> 1];
                int to = Math.min(s.to, ranges.end[block]);
                addPiece(block, at, to, v);
                while (o < ranges.first[v + 1] && ranges.at[o] < at >> 1) o++;
                boolean occurs = at == ranges.defStart[v] || o < ranges.first[v + 1] && ranges.at[o] <= to >> 1;
                if (occurs) gain[indexOf[block] - 1] += a.cost(new Segment(v, at, to));
                at = to;
            }
        }
    }

    private void addPiece(int block, int from, int to, int v) {
        if (pieces == pieceBlock.length) {
            pieceBlock = Arrays.copyOf(pieceBlock, pieces * 2);
            pieceFrom = Arrays.copyOf(pieceFrom, pieces * 2);
            pieceTo = Arrays.copyOf(pieceTo, pieces * 2);
            pieceValue = Arrays.copyOf(pieceValue, pieces * 2);
        }
        pieceBlock[pieces] = block;
        pieceFrom[pieces] = from;
        pieceTo[pieces] = to;
        pieceValue[pieces++] = v;
        if (indexOf[block] == 0) {
            if (count == blocks.length) {
                blocks = Arrays.copyOf(blocks, count * 2);
                gain = Arrays.copyOf(gain, count * 2);
                in = Arrays.copyOf(in, count * 2);
                out = Arrays.copyOf(out, count * 2);
            }
            gain[count] = 0;
            in[count] = out[count] = false;
            blocks[count++] = block;
            indexOf[block] = count;
        }
        int u = indexOf[block] - 1;
        in[u] |= from == ranges.start[block];
        out[u] |= to == ranges.end[block];
    }

    private void addEdge(int u, int v, float w) {
        if (edgeCount * 2 == edges.length) edges = Arrays.copyOf(edges, edgeCount * 4);
        if (edgeCount == edgeWeight.length) edgeWeight = Arrays.copyOf(edgeWeight, edgeCount * 2);
        edges[2 * edgeCount] = u;
        edges[2 * edgeCount + 1] = v;
        edgeWeight[edgeCount++] = w;
    }

    private void collectEdges() {
        for (int u = 0; u < count; u++) {
            if (!out[u]) continue;
            for (MBlock s : ranges.blocks[blocks[u]].succs) {
                int n = ranges.layout[s.id];
                int v = indexOf[n] - 1;
                if (v >= 0 && in[v] && v != u) addEdge(u, v, Math.min(ranges.frequency[blocks[u]], ranges.frequency[n]));
            }
        }
    }

    /**
     * Leaves only blocks near those that gain, and the pieces in them: a block is chosen at most {@link #SWEEPS} edges away from one that gains, and
     * whether it is depends on what is as far from it.
     */
    private void narrow() {
        if (count <= 2 * SWEEPS) return;
        if (work.length < count) work = new int[2 * count];
        boolean[] near = new boolean[count];
        int n = 0;
        for (int u = 0; u < count; u++) {
            if (gain[u] == 0) continue;
            near[u] = true;
            work[n++] = u;
        }
        for (int k = 0, distance = 0; distance < 2 * SWEEPS; distance++) {
            for (int stop = n; k < stop; k++) {
                int u = work[k];
                if (out[u]) for (MBlock s : ranges.blocks[blocks[u]].succs) n = reach(indexOf[ranges.layout[s.id]] - 1, true, near, n);
                if (in[u]) for (int p : ranges.preds[blocks[u]]) n = reach(indexOf[p] - 1, false, near, n);
            }
        }
        if (n == count) return;
        int kept = 0;
        for (int u = 0; u < count; u++) {
            if (!near[u]) {
                indexOf[blocks[u]] = 0;
                continue;
            }
            blocks[kept] = blocks[u];
            gain[kept] = gain[u];
            in[kept] = in[u];
            out[kept] = out[u];
            indexOf[blocks[u]] = ++kept;
        }
        count = kept;
        kept = 0;
        for (int k = 0; k < pieces; k++) {
            if (indexOf[pieceBlock[k]] == 0) continue;
            pieceBlock[kept] = pieceBlock[k];
            pieceFrom[kept] = pieceFrom[k];
            pieceTo[kept] = pieceTo[k];
            pieceValue[kept++] = pieceValue[k];
        }
        pieces = kept;
    }

    private int reach(int v, boolean forward, boolean[] near, int n) {
        if (v < 0 || near[v] || !(forward ? in : out)[v]) return n;
        near[v] = true;
        work[n] = v;
        return n + 1;
    }

    /** What the bundle loses if the best of some registers is its in a region, and memory elsewhere. */
    float loss(Bundle b, long among) {
        float whole = 0;
        choose(b, among);
        for (int u = 0; u < count; u++) whole += gain[u];
        return whole - best;
    }

    /** Finds the region and the register among some that gain most. */
    private void choose(Bundle b, long among) {
        collect(b);
        int whole = count;
        narrow();
        collectEdges();
        best = 0;
        reg = -1;
        float enough = a.closed ? Float.MIN_VALUE : b.weight;
        boolean[] blocked = new boolean[count];
        float[] state = new float[count];
        for (int r : a.registers.order()[b.regClass]) {
            if ((a.allocatable[b.regClass] & among & 1L << r) == 0) continue;
            float fee = a.isUnsaved(r) ? a.saving : 0;
            float most = -fee;
            Arrays.fill(blocked, false);
            // Blocks that gain nothing are looked at only if the others promise enough.
            block(b, r, enough, blocked, true);
            for (int u = 0; u < count; u++) if (!blocked[u]) most += gain[u];
            if (most <= best) continue;
            block(b, r, enough, blocked, false);
            relax(blocked, state);
            float total = -fee;
            int size = 0;
            for (int u = 0; u < count; u++) {
                if (state[u] <= 0) continue;
                total += gain[u];
                size++;
            }
            for (int e = 0; e < edgeCount; e++) if (state[edges[2 * e]] > 0 != state[edges[2 * e + 1]] > 0) total -= edgeWeight[e];
            if (total <= best || size == 0 || size == whole) continue;
            best = total;
            reg = r;
            chosen = new boolean[count];
            for (int u = 0; u < count; u++) chosen[u] = state[u] > 0;
        }
    }

    /** Splits a region off that may have a register; false if none gains. */
    boolean split(Bundle b) {
        choose(b, a.closed ? a.free() : -1);
        if (reg < 0) return false;
        int[] from = new int[count];
        int[] to = new int[count];
        int n = 0;
        for (int u = 0; u < count; u++) {
            if (!chosen[u]) continue;
            int s = ranges.start[blocks[u]];
            int e = ranges.end[blocks[u]];
            if (n > 0 && to[n - 1] == s) to[n - 1] = e;
            else {
                from[n] = s;
                to[n++] = e;
            }
        }
        Bundle[] parts = carve(b, from, to, new int[n], n, 1);
        for (Bundle p : parts) {
            if (p.count == 0) continue;
            p.generation = b.generation + 1;
            if (p == parts[0]) p.aim = reg;
            a.enqueue(p);
        }
        return true;
    }

    /** Marks the blocks where the register is not to be had from bundles of less weight, of those that gain something or of the others. */
    private void block(Bundle b, int r, float enough, boolean[] blocked, boolean gaining) {
        for (int k = 0; k < pieces; k++) {
            int u = indexOf[pieceBlock[k]] - 1;
            if (blocked[u] || gain[u] > 0 != gaining) continue;
            blocked[u] = a.map.firstPoint(r, pieceValue[k], pieceFrom[k], pieceTo[k]) < pieceTo[k]
                    || a.map.heaviest(r, pieceFrom[k], pieceTo[k], enough, a.bundles) >= enough;
        }
    }

    private void relax(boolean[] blocked, float[] state) {
        float[] sum = new float[count];
        for (int u = 0; u < count; u++) state[u] = blocked[u] ? -1 : gain[u] > 0 ? 1 : 0;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Arrays.fill(sum, 0);
            for (int e = 0; e < edgeCount; e++) {
                sum[edges[2 * e]] += edgeWeight[e] * state[edges[2 * e + 1]];
                sum[edges[2 * e + 1]] += edgeWeight[e] * state[edges[2 * e]];
            }
            boolean changed = false;
            for (int u = 0; u < count; u++) {
                if (blocked[u]) continue;
                float s = gain[u] + sum[u];
                float now = s > 0 ? 1 : s < 0 ? -1 : 0;
                if (now != state[u]) {
                    state[u] = now;
                    changed = true;
                }
            }
            if (!changed) break;
        }
    }

    /** A bundle per block for what needs registers there; the rest goes to memory. */
    void byBlock(Bundle b) {
        Needs n = new Needs(a, b);
        int[] from = new int[n.count];
        int[] to = new int[n.count];
        int[] target = new int[n.count];
        int k = -1;
        int block = -1;
        for (int i = 0; i < n.count; i++) {
            int at = ranges.blockOf[n.from[i] >> 1];
            if (at != block) {
                from[++k] = n.from[i];
                target[k] = k;
                block = at;
            }
            to[k] = n.end(i, ranges.end[at]);
        }
        Bundle[] parts = carve(b, from, to, target, k + 1, k + 1);
        for (int i = 0; i <= k; i++) if (parts[i].count > 0) a.enqueue(parts[i]);
        if (parts[k + 1].count > 0) a.spill(parts[k + 1]);
    }

    /**
     * Cuts a bundle at the borders of {@code n} intervals in order; what lies in interval {@code i} goes to bundle
     * {@code target[i]} of the answer, what lies in none to the last, number {@code targets}.
     */
    Bundle[] carve(Bundle b, int[] from, int[] to, int[] target, int n, int targets) {
        Bundle[] parts = new Bundle[targets + 1];
        for (int k = 0; k <= targets; k++) parts[k] = a.newBundle(b.regClass);
        int i = 0;
        Segment[] cut = new Segment[4];
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            while (i < n && to[i] <= s.from) i++;
            int c = 0;
            int at = s.from;
            for (int j = i; at < s.to; ) {
                while (j < n && to[j] <= at) j++;
                boolean inside = j < n && from[j] <= at;
                int stop = j == n ? s.to : Math.min(s.to, inside ? to[j] : from[j]);
                Segment p = at == s.from && stop == s.to ? s : new Segment(s.vreg, at, stop);
                if (c == cut.length) cut = Arrays.copyOf(cut, c * 2);
                cut[c++] = p;
                parts[inside ? target[j] : targets].add(p);
                at = stop;
            }
            if (c > 1) replace(s, cut, c);
        }
        b.count = 0;
        return parts;
    }

    private void replace(Segment s, Segment[] by, int n) {
        Segment[] old = ranges.segments[s.vreg];
        Segment[] all = new Segment[old.length + n - 1];
        int k = 0;
        while (old[k] != s) k++;
        System.arraycopy(old, 0, all, 0, k);
        System.arraycopy(by, 0, all, k, n);
        System.arraycopy(old, k + 1, all, k + n, old.length - k - 1);
        ranges.segments[s.vreg] = all;
    }
}
