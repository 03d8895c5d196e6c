package org.jcc.codegen.schedule;

import java.util.Arrays;
import org.jcc.asm.Row;
import org.jcc.codegen.RegisterLiveness;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MInst;

/**
 * What must stand before what in a region of a block, and how many cycles before: an edge leads from each instruction to those that
 * read what it makes (after its latency), that overwrite what it reads (not before it) or what it makes, and that access the same memory.
 *
 * <p>Of the flags only values that are read count. Most instructions destroy the flags, and those that do need no order among themselves: each stays
 * on its side of every <em>interval</em> from an instruction that makes flags to the last that reads them.
 *
 * <p>Arrays by number in the region, at most {@link #WINDOW}; edges in linked lists. One graph serves all regions of a function.
 *
 * <p>Requires: no barrier among the instructions (see {@link Scheduling}). Edges lead from lower to higher numbers.
 */
final class DependenceGraph {
    /** Instructions of a region: longer ones are cut, so that cost is linear in the size of a block. */
    static final int WINDOW = 128;
    private static final int REGISTERS = 64;

    private final TargetMachine.Pipeline pipeline;
    private final MemoryAccesses memory;
    private final long flags;

    final MInst[] node = new MInst[WINDOW];
    int count;
    /** Of what a node makes, in cycles. */
    final int[] latency = new int[WINDOW];
    final int[] firstEdge = new int[WINDOW];
    /** Edges that lead to a node. */
    final int[] before = new int[WINDOW];
    int[] edgeTo = new int[WINDOW * 4], edgeLatency = new int[WINDOW * 4], nextEdge = new int[WINDOW * 4];
    private int edges;

    private final int[] lastDef = new int[REGISTERS];
    /** Readers since the last definition, by register: lists. */
    private final int[] readers = new int[REGISTERS];
    private int[] reader = new int[WINDOW * 4], nextReader = new int[WINDOW * 4];
    private int readerCount;
    /** Memory operands: the place in the instruction, and what its registers were defined by. */
    private final int[] place = new int[WINDOW], baseDef = new int[WINDOW], indexDef = new int[WINDOW];
    private final int[] loads = new int[WINDOW], stores = new int[WINDOW];
    private int loadCount, storeCount;
    /** The end of the last interval of flags, and those behind it that destroy flags. */
    private int flagsEnd;
    private int flagsMaker;
    private final int[] destroyers = new int[WINDOW];
    private int destroyerCount;

    DependenceGraph(TargetMachine.Pipeline pipeline, MemoryAccesses memory, long flags) {
        this.pipeline = pipeline;
        this.memory = memory;
        this.flags = flags;
    }

    /** The graph of the first {@code n} of {@link #node}; {@link MInst#pos} is 1 where the flags are wanted after the instruction. */
    void build(int n) {
        count = n;
        edges = readerCount = loadCount = storeCount = destroyerCount = 0;
        flagsEnd = flagsMaker = -1;
        Arrays.fill(lastDef, -1);
        Arrays.fill(readers, -1);
        Arrays.fill(firstEdge, 0, n, -1);
        Arrays.fill(before, 0, n, 0);
        for (int k = 0; k < n; k++) {
            MInst i = node[k];
            latency[k] = pipeline.latency(i);
            long defs = definitions(i);
            long uses = uses(i, defs) & ~flags;
            if (flags != 0) flags(k, i);
            // Memory asks what its address was made by, before the instruction's own results.
            memory(k, i);
            registers(k, uses, defs & ~flags);
        }
    }

    /** All registers that change, even in part. */
    static long definitions(MInst i) {
        long s = i.clobbers;
        for (int k = 0; k < i.count; k++) if (i.isReg(k) && i.isDef(k) && i.reg(k) < REGISTERS) s |= 1L << i.reg(k);
        return s;
    }

    /** All registers that are read, and those of which a part stays or the old value is waited for. */
    static long uses(MInst i, long definitions) {
        long s = RegisterLiveness.uses(i) | definitions & ~RegisterLiveness.definitions(i);
        if (i.row.is(Row.FALSE_DEPENDENCY) && i.isReg(0)) s |= 1L << i.reg(0);
        return s;
    }

    private void registers(int k, long uses, long defs) {
        for (long s = uses; s != 0; s &= s - 1) {
            int r = Long.numberOfTrailingZeros(s);
            if (lastDef[r] >= 0) edge(lastDef[r], k, latency[lastDef[r]]);
            if (readerCount == reader.length) {
                reader = Arrays.copyOf(reader, readerCount * 2);
                nextReader = Arrays.copyOf(nextReader, readerCount * 2);
            }
            reader[readerCount] = k;
            nextReader[readerCount] = readers[r];
            readers[r] = readerCount++;
        }
        for (long s = defs; s != 0; s &= s - 1) {
            int r = Long.numberOfTrailingZeros(s);
            for (int e = readers[r]; e >= 0; e = nextReader[e]) if (reader[e] != k) edge(reader[e], k, 0);
            if (lastDef[r] >= 0) edge(lastDef[r], k, 1);
            lastDef[r] = k;
            readers[r] = -1;
        }
    }

    private void flags(int k, MInst i) {
        boolean reads = (i.row.uses & flags) != 0;
        boolean makes = (i.clobbers & flags) != 0;
        if (!reads && !makes) return;
        if (reads) {
            if (flagsMaker >= 0) edge(flagsMaker, k, latency[flagsMaker]);
            // Readers stay in order, so that the last of them is the interval's end.
            if (flagsEnd >= 0 && flagsEnd != flagsMaker) edge(flagsEnd, k, 0);
            flagsEnd = k;
        }
        if (!makes) return;
        if (!reads && flagsEnd >= 0) edge(flagsEnd, k, 0);
        if (i.pos == 0) {
            destroyers[destroyerCount++] = k;
            return;
        }
        for (int d = 0; d < destroyerCount; d++) edge(destroyers[d], k, 0);
        destroyerCount = 0;
        flagsEnd = flagsMaker = k;
    }

    private void memory(int k, MInst i) {
        int p = memory.operand(i);
        boolean known = p >= 0 && i.access != MInst.ORDERED && i.prefixes == 0 && !i.row.is(Row.MAY_LOAD | Row.MAY_STORE);
        if (p == -1 && !i.row.is(Row.MAY_LOAD | Row.MAY_STORE)) return;
        place[k] = known ? p : -1;
        boolean writes = !known || i.isDef(p);
        boolean reads = !known || i.isUse(p);
        if (known) {
            baseDef[k] = i.reg(p) >= 0 && i.reg(p) < REGISTERS ? lastDef[i.reg(p)] : -1;
            indexDef[k] = i.index(p) >= 0 && i.index(p) < REGISTERS ? lastDef[i.index(p)] : -1;
        }
        for (int s = 0; s < storeCount; s++) {
            int e = stores[s];
            if (!conflict(e, k)) continue;
            if (reads && !writes && memory.differInType(node[e], i)) continue;
            boolean same = place[e] >= 0 && known && MemoryAccesses.sameShape(node[e], place[e], i, p);
            edge(e, k, !reads ? 0 : same ? pipeline.forward() : 1);
        }
        if (writes) {
            for (int l = 0; l < loadCount; l++) if (conflict(loads[l], k)) edge(loads[l], k, 0);
            stores[storeCount++] = k;
        } else {
            loads[loadCount++] = k;
        }
    }

    private boolean conflict(int a, int b) {
        if (place[a] < 0 || place[b] < 0) return true;
        return memory.mayOverlap(node[a], place[a], node[b], place[b], baseDef[a] == baseDef[b] && indexDef[a] == indexDef[b]);
    }

    private void edge(int from, int to, int cycles) {
        if (edges == edgeTo.length) {
            edgeTo = Arrays.copyOf(edgeTo, edges * 2);
            edgeLatency = Arrays.copyOf(edgeLatency, edges * 2);
            nextEdge = Arrays.copyOf(nextEdge, edges * 2);
        }
        edgeTo[edges] = to;
        edgeLatency[edges] = cycles;
        nextEdge[edges] = firstEdge[from];
        firstEdge[from] = edges++;
        before[to]++;
    }
}
