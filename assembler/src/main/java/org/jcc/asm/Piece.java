package org.jcc.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of a section's contents. The bytes of known size stand in {@link #buf}; between them lie fragments whose size
 * is settled by layout (branches, alignments, LEB numbers over label distances). A place is a pair (offset in
 * {@code buf}, number of fragments before it); its address is offset plus the sizes of those fragments.
 */
final class Piece {
    /** What a fragment holds. */
    static final byte BRANCH = 0, ALIGN = 1, ORG = 2, ULEB = 3, SLEB = 4, FILL = 5;

    /** A run whose size layout decides. */
    static final class Frag {
        byte kind;
        int offset;
        int size;
        /** BRANCH: the row, what the encoder knows of its other operands, and the target. */
        Row row;
        int bits;
        Fixup fixup;
        boolean external;
        /** ALIGN: alignment, most bytes to skip, fill value and its size (0: no-operations in code). ORG, FILL: value. */
        int align;
        int max;
        long fill;
        int fillSize;
        Expr expr;
        int loc;
    }

    final Section section;
    final int number;
    byte[] buf = new byte[64];
    /** For NOBITS sections this counts without storing. */
    int len;
    /** Bytes of a NOBITS piece, which stores none. */
    long blank;
    final List<Frag> frags = new ArrayList<>();
    final List<Fixup> fixups = new ArrayList<>();
    /** Sum of the sizes of the fragments before each; one more entry than fragments. */
    int[] before = {0};
    /** How many fragments other than branches come up to each. */
    private int[] region;
    /** Address of the piece in its section. */
    long base;

    Piece(Section section, int number) {
        this.section = section;
        this.number = number;
    }

    void ensure(int n) {
        if (len + n > buf.length) buf = Arrays.copyOf(buf, Math.max(len + n, buf.length * 2));
    }

    void put(int b) {
        if (len == buf.length) buf = Arrays.copyOf(buf, len * 2);
        buf[len++] = (byte) b;
    }

    /** The address within the section of a place. */
    long address(long offset, int frag) {
        return base + offset + before[frag];
    }

    /** Bytes of the whole piece under the current sizes. */
    long size() {
        return len + blank + before[frags.size()];
    }

    /** The offset of the current end, without fragments. */
    long position() {
        return len + blank;
    }

    /** True if an alignment or the like stands between two fragments. */
    boolean alignsBetween(int from, int to) {
        if (region == null || region.length != frags.size()) {
            region = new int[frags.size()];
            int n = 0;
            for (int i = 0; i < region.length; i++) {
                if (frags.get(i).kind != BRANCH) n++;
                region[i] = n;
            }
        }
        return region[to - 1] != region[from];
    }

    /** Recomputes the running sums. */
    void sum() {
        int n = frags.size();
        if (before.length != n + 1) before = new int[n + 1];
        int s = 0;
        for (int i = 0; i < n; i++) {
            before[i] = s;
            s += frags.get(i).size;
        }
        before[n] = s;
    }
}
