package org.jcc.codegen.schedule;

import java.util.Arrays;
import org.jcc.codegen.TargetMachine;

/**
 * List scheduling (Gibbons and Muchnick, Efficient Instruction Scheduling for a Pipelined Architecture, 1986) on the model of a pipeline that begins
 * a few instructions a cycle, in order: of those whose inputs are there, first the one with the longest way to the region's end, then the one that
 * stood first.
 *
 * <p>{@link #cycles} tells when the results of the order as it stands are all there, by the same model, so that an order is only
 * changed for one that is shorter.
 */
final class ListScheduler {
    private final TargetMachine.Pipeline pipeline;
    private final DependenceGraph g;
    private final int[] height = new int[DependenceGraph.WINDOW];
    private final int[] begin = new int[DependenceGraph.WINDOW];
    private final int[] waits = new int[DependenceGraph.WINDOW];
    private final int[] ready = new int[DependenceGraph.WINDOW];
    private final int[] used = new int[TargetMachine.Pipeline.UNITS];
    private final byte[] unit = new byte[DependenceGraph.WINDOW];
    /** The new order: numbers of the graph. */
    final int[] order = new int[DependenceGraph.WINDOW];

    ListScheduler(TargetMachine.Pipeline pipeline, DependenceGraph g) {
        this.pipeline = pipeline;
        this.g = g;
    }

    /** Cycles of the graph's instructions in their order. */
    int cycles() {
        Arrays.fill(begin, 0, g.count, 0);
        Arrays.fill(used, 0);
        int cycle = 0;
        int issued = 0;
        int end = 0;
        for (int k = 0; k < g.count; k++) {
            unit[k] = (byte) pipeline.unit(g.node[k]);
            while (begin[k] > cycle || issued == pipeline.width() || used[unit[k]] == pipeline.capacity(unit[k])) {
                cycle = Math.max(cycle + 1, begin[k]);
                issued = 0;
                Arrays.fill(used, 0);
            }
            issued++;
            used[unit[k]]++;
            end = Math.max(end, cycle + g.latency[k]);
            for (int e = g.firstEdge[k]; e >= 0; e = g.nextEdge[e]) begin[g.edgeTo[e]] = Math.max(begin[g.edgeTo[e]], cycle + g.edgeLatency[e]);
        }
        return end;
    }

    /** Makes {@link #order}, and tells its cycles. Requires: {@link #cycles} was called. @param last stands last, or -1 */
    int run(int last) {
        int n = g.count;
        for (int k = n - 1; k >= 0; k--) {
            int h = g.latency[k];
            for (int e = g.firstEdge[k]; e >= 0; e = g.nextEdge[e]) h = Math.max(h, g.edgeLatency[e] + height[g.edgeTo[e]]);
            height[k] = h;
            begin[k] = 0;
        }
        System.arraycopy(g.before, 0, waits, 0, n);
        Arrays.fill(used, 0);
        int readyCount = 0;
        for (int k = 0; k < n; k++) if (waits[k] == 0 && k != last) ready[readyCount++] = k;
        int done = 0;
        int cycle = 0;
        int issued = 0;
        int end = 0;
        while (done < n) {
            int best = -1;
            int soonest = Integer.MAX_VALUE;
            if (readyCount == 0) ready[readyCount++] = last;
            for (int r = 0; r < readyCount; r++) {
                int k = ready[r];
                soonest = Math.min(soonest, begin[k]);
                if (begin[k] > cycle || used[unit[k]] == pipeline.capacity(unit[k])) continue;
                if (best < 0 || height[k] > height[ready[best]] || height[k] == height[ready[best]] && k < ready[best]) best = r;
            }
            if (best < 0 || issued == pipeline.width()) {
                cycle = Math.max(cycle + 1, soonest);
                issued = 0;
                Arrays.fill(used, 0);
                continue;
            }
            int k = ready[best];
            ready[best] = ready[--readyCount];
            issued++;
            used[unit[k]]++;
            order[done++] = k;
            end = Math.max(end, cycle + g.latency[k]);
            for (int e = g.firstEdge[k]; e >= 0; e = g.nextEdge[e]) {
                int to = g.edgeTo[e];
                begin[to] = Math.max(begin[to], cycle + g.edgeLatency[e]);
                if (--waits[to] == 0 && to != last) ready[readyCount++] = to;
            }
        }
        return end;
    }
}
