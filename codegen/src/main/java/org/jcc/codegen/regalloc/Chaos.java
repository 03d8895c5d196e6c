package org.jcc.codegen.regalloc;

/** Ways to make code generation hard, for tests. */
public enum Chaos {
    NONE,
    /** Bundles are split and spilled at random. */
    SPILL,
    /** Only four registers of each class. */
    REGS4,
    /** Every other block lies in the function's cold part, where it may have one. */
    PARTS;

    /** Four of the registers, from both ends of the order so that some survive calls. */
    static long few(int[] order, long allocatable) {
        long s = 0;
        int n = 0;
        for (int k = 0; k < order.length && n < 2; k++) {
            if ((allocatable >>> order[k] & 1) == 0) continue;
            s |= 1L << order[k];
            n++;
        }
        for (int k = order.length - 1; k >= 0 && n < 4; k--) {
            if ((allocatable & ~s & 1L << order[k]) == 0) continue;
            s |= 1L << order[k];
            n++;
        }
        return s;
    }
}
