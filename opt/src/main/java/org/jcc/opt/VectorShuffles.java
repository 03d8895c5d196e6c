package org.jcc.opt;

/** The orders of lanes by which the vectorisers bring elements together, as {@link org.jcc.ir.Op#SHUFFLE} numbers them. */
final class VectorShuffles {
    private VectorShuffles() {}

    /** All lanes of one vector, the last one first. */
    static int[] reversed(int lanes) {
        int[] order = new int[lanes];
        for (int k = 0; k < lanes; k++) order[k] = lanes - 1 - k;
        return order;
    }

    /** Every second lane of two vectors behind each other, or the first half of {@code lanes} of those of one; from the first, or from the second on. */
    static int[] every2nd(int lanes, int from) {
        int[] order = new int[lanes];
        for (int k = 0; k < lanes; k++) order[k] = 2 * k + from;
        return order;
    }

    /** {@code count} lanes of two vectors of {@code lanes} by turns, from the lane {@code from} on. */
    static int[] interleaved(int lanes, int from, int count) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) order[k] = from + k / 2 + (k % 2 == 0 ? 0 : lanes);
        return order;
    }

    /** The upper half of a vector's first {@code 2 * half} lanes moved down. */
    static int[] upper(int lanes, int half) {
        int[] order = new int[lanes];
        for (int k = 0; k < lanes; k++) order[k] = k < half ? k + half : -1;
        return order;
    }
}
