package org.jcc.codegen.regalloc;

/** A stretch of one value's life without a hole in the numbering, [from, to), in one bundle. The unit of splitting. Mutable. */
final class Segment {
    final int vreg;
    final int from;
    final int to;
    Bundle bundle;

    Segment(int vreg, int from, int to) {
        this.vreg = vreg;
        this.from = from;
        this.to = to;
    }
}
