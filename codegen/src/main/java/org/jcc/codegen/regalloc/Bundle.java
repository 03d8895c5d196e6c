package org.jcc.codegen.regalloc;

/**
 * Segments that get one place together: a register, or the memory of their spill set. They do not overlap. Mutable.
 */
final class Bundle {
    static final Segment[] NONE = {};

    final int id;
    final int regClass;
    /** In order. */
    Segment[] segments = NONE;
    int count;
    /** The machine register, or -1. */
    int reg = -1;
    /** In memory (or, if its values are rematerialised, nowhere). */
    boolean spilled;
    /** What it costs to have no register: executions of its uses and definitions. */
    float cost;
    /** {@link #cost} by length: who weighs less gives way. Infinite if it cannot be split further. */
    float weight;
    /** Positions covered. */
    int size;
    /** Lies in one block. */
    boolean local;
    /** Splits by region that led here. */
    int generation;
    /** Has waited for others to save a register with. */
    boolean waited;
    /** A register that its making aimed at, or -1. */
    int aim = -1;

    Bundle(int id, int regClass) {
        this.id = id;
        this.regClass = regClass;
    }

    void add(Segment s) {
        if (count == segments.length) segments = java.util.Arrays.copyOf(segments, Math.max(2, count * 2));
        segments[count++] = s;
        s.bundle = this;
    }

    int from() {
        return segments[0].from;
    }

    /** The end of the segment that covers a position. */
    int endOf(int position) {
        int lo = 0;
        int hi = count - 1;
        while (lo < hi) {
            int mid = lo + hi >>> 1;
            if (segments[mid].to <= position) lo = mid + 1;
            else hi = mid;
        }
        return segments[lo].to;
    }

    int to() {
        return segments[count - 1].to;
    }
}
