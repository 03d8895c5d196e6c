package org.jcc.codegen.regalloc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Writes the allocation into the code: copies where a value changes its place, in gaps and on edges; then places for operands.
 *
 * <p>A value in SSA form never changes, so it is stored at most once on every path: a segment in a register is
 * <em>clean</em> if all ways into it come from memory; only leaving an unclean one for memory stores. If those stores are executed
 * more often than the definition, there is one right after the definition instead.
 */
final class Rewriter {
    private final GlobalAllocator a;
    private final LiveRanges ranges;
    private final MFunction f;
    private final ParallelMoves moves;
    private final EdgeBlocks edges;
    private int[] slots;
    private boolean[] storedAtDefinition;

    // Copies: gap number, or edge number from GAPS on.
    private int[] where = new int[256], from = new int[256], to = new int[256], what = new int[256];
    private int count;
    private final int gaps;
    private final int[] edgeBase;
    private final int edgeCount;

    Rewriter(GlobalAllocator a) {
        this.a = a;
        this.ranges = a.ranges;
        this.f = a.f;
        moves = new ParallelMoves(a);
        edges = new EdgeBlocks(a);
        gaps = ranges.positions >> 1;
        int nb = ranges.blocks.length;
        edgeBase = new int[nb + 1];
        for (int b = 0; b < nb; b++) edgeBase[b + 1] = edgeBase[b] + ranges.blocks[b].succs.length;
        edgeCount = edgeBase[nb];
    }

    void run() {
        slots = SpillSlots.assign(a);
        storedAtDefinition = new boolean[ranges.values];
        for (int v = 0; v < ranges.values; v++) if (ranges.defNumber[v] >= 0) transitions(v);
        for (int b = 0; b < ranges.blocks.length; b++) {
            for (MInst i = ranges.blocks[b].first; i != null; i = i.next) demands(i);
            arguments(b);
        }
        int[] order = sort();
        for (MInst i : ranges.insts) if (i != null) operands(i);
        insert(order);
        for (MInst i : dead) i.remove();
        f.usedRegs |= a.used;
    }

    // ---- places ----

    /** Register, slot or {@link ParallelMoves#REMAT}. */
    private int place(Segment s) {
        if (s.bundle.reg >= 0) return s.bundle.reg;
        return ranges.remat[s.vreg] ? ParallelMoves.REMAT : ParallelMoves.SLOT + slots[a.setOf[s.vreg]];
    }

    private static boolean isSlot(int place) {
        return place >= ParallelMoves.SLOT;
    }

    /** Where a value is just before gap {@code q}. */
    private int before(int v, int q) {
        Segment s = ranges.find(v, 2 * q - 1);
        if (s != null) return place(s);
        if (ranges.defNumber[v] != q - 1) throw new IllegalStateException("v" + v + " has no place before " + q);
        return a.fixedDef(v);
    }

    private void copy(int at, int src, int dst, int v) {
        if (src == dst || dst == ParallelMoves.REMAT) return;
        if (count == where.length) {
            where = Arrays.copyOf(where, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            what = Arrays.copyOf(what, count * 2);
        }
        where[count] = at;
        from[count] = src;
        to[count] = dst;
        what[count++] = v;
    }

    private int edge(int b, int s) {
        MBlock[] succs = ranges.blocks[b].succs;
        for (int k = 0; k < succs.length; k++) if (ranges.layout[succs[k].id] == s) return gaps + edgeBase[b] + k;
        throw new IllegalStateException("no such edge");
    }

    // ---- changes of place ----

    // Of the value at hand: from segment, to segment, gap or edge.
    private int[] tFrom = new int[32], tTo = new int[32], tAt = new int[32];
    private float[] tFrequency = new float[32];
    /** Along an edge that leaves right from the assembly text that makes the value. */
    private boolean[] tOwn = new boolean[32];
    private int tCount;

    private void transition(int s, int t, int at, float frequency) {
        if (tCount == tFrom.length) {
            tFrom = Arrays.copyOf(tFrom, tCount * 2);
            tTo = Arrays.copyOf(tTo, tCount * 2);
            tAt = Arrays.copyOf(tAt, tCount * 2);
            tFrequency = Arrays.copyOf(tFrequency, tCount * 2);
            tOwn = Arrays.copyOf(tOwn, tCount * 2);
        }
        tFrom[tCount] = s;
        tOwn[tCount] = false;
        tTo[tCount] = t;
        tAt[tCount] = at;
        tFrequency[tCount++] = frequency;
    }

    private boolean[] clean = new boolean[32];

    private void transitions(int v) {
        Segment[] s = ranges.segments[v];
        int d = ranges.defNumber[v];
        boolean fixed = ranges.insts[d] != null && ranges.defStart[v] == 2 * d + 2;
        if (s.length == 0) return;
        if (fixed) {
            Segment t = ranges.find(v, 2 * d + 2);
            if (t != null) copy(d + 1, a.fixedDef(v), place(t), v);
        }
        boolean exit = f.sideExits && ranges.insts[d] != null && !ranges.insts[d].row.is(Row.CALL) && ranges.insts[d].namesBlock();
        if (s.length == 1 && !exit) {
            if (isSlot(place(s[0]))) storedAtDefinition[v] = true;
            return;
        }
        tCount = 0;
        if (clean.length < s.length) clean = new boolean[s.length * 2];
        boolean anySlot = false;
        for (int k = 0; k < s.length; k++) {
            anySlot |= isSlot(place(s[k]));
            clean[k] = true;
            int b = ranges.blockOf[s[k].from >> 1];
            if (k > 0 && s[k - 1].to == s[k].from && s[k].from != ranges.start[b]) transition(k - 1, k, s[k].from >> 1, ranges.frequency[b]);
            if (ranges.start[b] < s[k].from) b++;
            for (; b < ranges.blocks.length && ranges.start[b] < s[k].to; b++) {
                if (ranges.start[b] == ranges.defStart[v]) continue;
                for (int p : ranges.preds[b]) {
                    int from = ranges.leaves(p, b);
                    boolean own = exit && p == ranges.blockOf[d] && from == 2 * d + 1;
                    if (!own && p == ranges.blockOf[d] && from < ranges.defStart[v]) continue;
                    if (!own && s[k].from <= from && from < s[k].to) continue;
                    int t = find(s, own ? ranges.defStart[v] : from);
                    if (!own && isSlot(place(s[t])) && isSlot(place(s[k]))) continue;
                    transition(t, k, edge(p, b), Math.min(ranges.frequency[p], ranges.frequency[b]));
                    tOwn[tCount - 1] = own;
                }
            }
        }
        int first = find(s, ranges.defStart[v]);
        if (anySlot) {
            clean[first] = isSlot(place(s[first]));
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int k = 0; k < tCount; k++) {
                    if (clean[tTo[k]] && !clean[tFrom[k]] && !isSlot(place(s[tTo[k]]))) {
                        clean[tTo[k]] = false;
                        changed = true;
                    }
                }
            }
            float stores = 0;
            for (int k = 0; k < tCount; k++) if (!clean[tFrom[k]] && isSlot(place(s[tTo[k]]))) stores += tFrequency[k];
            boolean atDefinition = clean[first] || stores > 0 && stores >= ranges.frequency[ranges.blockOf[d]];
            if (atDefinition && !clean[first]) copy(d + 1, fixed ? a.fixedDef(v) : place(s[first]), ParallelMoves.SLOT + slots[a.setOf[v]], v);
            storedAtDefinition[v] = atDefinition;
        }
        for (int k = 0; k < tCount; k++) {
            int src = place(s[tFrom[k]]);
            int dst = place(s[tTo[k]]);
            if (tOwn[k]) {
                // Nothing behind the definition has happened there.
                src = fixed ? a.fixedDef(v) : place(s[first]);
                if (storedAtDefinition[v]) copy(tAt[k], src, ParallelMoves.SLOT + slots[a.setOf[v]], v);
                copy(tAt[k], src, dst, v);
                continue;
            }
            if (isSlot(dst)) {
                if (isSlot(src) || clean[tFrom[k]] || storedAtDefinition[v]) continue;
                // In the middle of an instruction: just before it.
                if (tAt[k] < gaps && (s[tTo[k]].from & 1) != 0) src = before(v, tAt[k]);
            }
            copy(tAt[k], src, dst, v);
        }
    }

    private static int find(Segment[] s, int position) {
        int lo = 0;
        int hi = s.length - 1;
        while (lo <= hi) {
            int mid = lo + hi >>> 1;
            if (s[mid].to <= position) lo = mid + 1;
            else if (s[mid].from > position) hi = mid - 1;
            else return mid;
        }
        throw new IllegalStateException("a value is not live where it must be");
    }

    /** Copies to demanded registers and to those that results share. */
    private void demands(MInst i) {
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isUse(k) || !MInst.isVirtual(i.reg(k))) continue;
            int v = i.reg(k) - MInst.FIRST_VREG;
            int dst = i.fixedReg(k);
            if (dst < 0) {
                int d = i.tiedTo(k);
                if (d < 0) continue;
                dst = i.fixedReg(d);
                if (dst < 0) dst = place(ranges.find(i.reg(d) - MInst.FIRST_VREG, 2 * i.pos));
            }
            copy(i.pos, before(v, i.pos), dst, v);
        }
    }

    private void arguments(int b) {
        MBlock m = ranges.blocks[b];
        if (m.args.length == 0) return;
        int s = ranges.layout[m.succs[0].id];
        for (int k = 0; k < m.args.length; k++) {
            int p = m.succs[0].params[k] - MInst.FIRST_VREG;
            int v = m.args[k] - MInst.FIRST_VREG;
            Segment t = ranges.find(p, ranges.start[s]);
            if (t == null || ranges.isUndefined(v) || v == p && ranges.segments[v].length == 1) continue;
            Segment u = ranges.find(v, ranges.end[b] - 1);
            int dst = place(t);
            if (isSlot(dst) && storedAtDefinition[v] && dst == ParallelMoves.SLOT + slots[a.setOf[v]]) continue;
            copy(edge(b, s), place(u), dst, v);
        }
    }

    // ---- operands ----

    private final List<MInst> dead = new ArrayList<>();
    private int[] newReg = new int[16], newIndex = new int[16];

    private void operands(MInst i) {
        int n = i.count;
        int p = i.pos;
        if (!i.row.is(Row.CALL)) f.usedRegs |= i.clobbers;
        if (newReg.length < n) {
            newReg = new int[n * 2];
            newIndex = new int[n * 2];
        }
        for (int k = 0; k < n; k++) {
            newReg[k] = i.reg(k);
            newIndex[k] = i.index(k);
            int kind = i.kind(k);
            if (kind == MInst.MEM) {
                newReg[k] = read(i, i.reg(k), p);
                newIndex[k] = read(i, i.index(k), p);
            } else if (kind == MInst.REG) {
                int fixed = i.fixedReg(k);
                if (fixed >= 0) {
                    if (i.isUse(k) || i.isDef(k)) newReg[k] = fixed;
                    f.usedRegs |= 1L << fixed;
                } else if (!MInst.isVirtual(i.reg(k))) {
                    continue;
                } else if (i.isDef(k)) {
                    Segment s = ranges.find(i.reg(k) - MInst.FIRST_VREG, 2 * p + 1);
                    if (s == null || s.bundle.reg < 0) {
                        // Made anew wherever it is wanted, never here.
                        dead.add(i);
                        return;
                    }
                    newReg[k] = s.bundle.reg;
                } else if (i.tiedTo(k) >= 0) {
                    int d = i.tiedTo(k);
                    newReg[k] = i.fixedReg(d) >= 0 ? i.fixedReg(d) : ranges.find(i.reg(d) - MInst.FIRST_VREG, 2 * p).bundle.reg;
                } else newReg[k] = read(i, i.reg(k), p);
            }
        }
        for (int k = 0; k < n; k++) {
            int kind = i.kind(k);
            if (kind == MInst.REG && newReg[k] >= ParallelMoves.SLOT && MInst.isVirtual(i.reg(k))) i.fold(k, newReg[k] - ParallelMoves.SLOT);
            else if (kind == MInst.REG || kind == MInst.MEM) {
                i.setReg(k, newReg[k]);
                i.setIndex(k, newIndex[k]);
            }
        }
    }

    private int read(MInst i, int reg, int p) {
        if (!MInst.isVirtual(reg)) return reg;
        int d = LiveRanges.via(i, reg);
        return place(d >= 0 ? ranges.find(i.reg(d) - MInst.FIRST_VREG, 2 * p) : ranges.find(reg - MInst.FIRST_VREG, 2 * p));
    }

    // ---- insertion ----

    /** Copies by place of insertion, in a stable order: heads of lists through {@code next}. */
    private int[] sort() {
        int[] start = new int[gaps + edgeCount + 2];
        for (int k = 0; k < count; k++) start[where[k] + 1]++;
        for (int k = 1; k < start.length; k++) start[k] += start[k - 1];
        int[] order = new int[count];
        for (int k = 0; k < count; k++) order[start[where[k]]++] = k;
        return order;
    }

    private void insert(int[] order) {
        int k = 0;
        while (k < count) {
            int at = where[order[k]];
            if (at >= gaps) break;
            for (; k < count && where[order[k]] == at; k++) moves.add(from[order[k]], to[order[k]], what[order[k]]);
            MInst i = ranges.insts[at];
            if (i != null) {
                int loc = i.loc;
                moves.emit(2 * at - 1, 2 * at, m -> {
                    m.loc = loc;
                    m.insertBefore(i);
                });
            } else edges.atGap(at, moves);
        }
        long[] moved = new long[ranges.blocks.length];
        int b = 0;
        while (k < count) {
            int at = where[order[k]] - gaps;
            while (edgeBase[b + 1] <= at) b++;
            for (; k < count && where[order[k]] - gaps == at; k++) moves.add(from[order[k]], to[order[k]], what[order[k]]);
            moved[b] |= 1L << Math.min(63, at - edgeBase[b]);
            edges.atEdge(b, at - edgeBase[b], moves);
        }
        edges.hoist(moved);
    }
}
