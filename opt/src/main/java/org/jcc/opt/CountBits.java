package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Counting the ones of a word by adding neighbouring fields (Warren, Hacker's Delight, 5-1), and their parity by folding (5-2), are the
 * operation, where the target has it.
 *
 * <p>The walk goes backwards, from what gathers the bytes' counts (a multiplication by 0x0101…, whose highest byte is their sum; or additions of shifted
 * halves of which the lowest byte is kept) through fields of 8, 4 and 2 bits to the word. A step adds the neighbours either under masks of their own, or first and
 * under one mask behind, where the sum has room; the first one may subtract.
 *
 * <p>Requires: constants at the right. Ensures: no ones are counted by fields. Gain, with {@code -mpopcnt}: 12 operations to 1, a parity 11 to 2.
 */
final class CountBits {
    private final Function f;

    private CountBits(Function f) {
        this.f = f;
    }

    static void run(Module m, Function f) {
        if (m.vectors == null) return;
        var legal = m.vectors.apply(f);
        boolean word = legal.test(Op.POPCNT, Type.I32);
        boolean both = legal.test(Op.POPCNT, Type.I64);
        if (!word && !both) return;
        CountBits c = new CountBits(f);
        for (Block b : f.blocks) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.op != Op.LSHR && i.op != Op.AND || !i.arg(1).isConst()) continue;
                if (i.type == Type.I32 && word || i.type == Type.I64 && both) c.look(i);
            }
        }
    }

    private void look(Inst i) {
        Inst of = i.op == Op.LSHR ? multiplied(i) : added(i);
        Inst parity = of == null && i.op == Op.AND && i.arg(1).imm == 1 ? folded(i.arg(0)) : null;
        if (of == null && parity == null) return;
        Inst n = inserted(f.newInst(Op.POPCNT, i.type, of != null ? of : parity), i);
        if (parity != null) n = inserted(f.newInst(Op.AND, i.type, n, i.arg(1)), i);
        i.replaceAllUsesWith(n);
        i.remove();
    }

    private static Inst inserted(Inst n, Inst at) {
        n.locatedAs(at).insertBefore(at);
        return n;
    }

    /** {@code bytes * 0x0101… >> w - 8}. */
    private static Inst multiplied(Inst i) {
        Inst m = i.arg(0);
        if (i.arg(1).imm != i.type.bits - 8 || m.op != Op.MUL || !m.arg(1).isConst(normal(0x0101010101010101L, i.type))) return null;
        return fields(m.arg(0), 8);
    }

    /** {@code v += v >> 8; v += v >> 16; v & 63}, and one step more for 64 bits. */
    private static Inst added(Inst i) {
        int w = i.type.bits;
        long mask = i.arg(1).imm;
        // It keeps the whole count and nothing of the next byte.
        if (mask < 2L * w - 1 || mask > 255 || Long.bitCount(mask + 1) != 1) return null;
        Inst v = i.arg(0);
        for (int h = w / 2; h >= 8 && v != null; h /= 2) v = halves(v, h);
        return v == null ? null : fields(v, 8);
    }

    /** The y of {@code y + (y >> h)}, or null. */
    private static Inst halves(Inst v, int h) {
        if (v.op != Op.ADD) return null;
        for (int k = 0; k < 2; k++) if (isShifted(v.arg(k), v.arg(1 - k), h)) return v.arg(1 - k);
        return null;
    }

    private static boolean isShifted(Inst v, Inst y, int h) {
        return v.op == Op.LSHR && v.arg(0) == y && v.arg(1).isConst(h);
    }

    /** The word whose ones the fields of k bits count; or null. */
    private static Inst fields(Inst v, int k) {
        Inst y = v;
        for (; k > 1; k /= 2) {
            y = step(y, k);
            if (y == null) return null;
        }
        return y;
    }

    /** What the fields of k bits were added from. */
    private static Inst step(Inst v, int k) {
        int h = k / 2;
        // The lower half of each field.
        long mask = normal(k == 2 ? 0x5555555555555555L : k == 4 ? 0x3333333333333333L : 0x0f0f0f0f0f0f0f0fL, v.type);
        if (k == 2 && v.op == Op.SUB) return masked(v.arg(1), mask) != null && isShifted(v.arg(1).arg(0), v.arg(0), 1) ? v.arg(0) : null;
        // Eight and less have room in four bits.
        if (k == 8 && v.op == Op.AND) return masked(v, mask) == null ? null : halves(v.arg(0), 4);
        if (v.op != Op.ADD) return null;
        for (int s = 0; s < 2; s++) {
            Inst low = masked(v.arg(s), mask);
            Inst high = masked(v.arg(1 - s), mask);
            if (low != null && high != null && isShifted(high, low, h)) return low;
        }
        return null;
    }

    private static Inst masked(Inst v, long mask) {
        return v.op == Op.AND && v.arg(1).isConst(mask) ? v.arg(0) : null;
    }

    /** The x that is xored with itself shifted by each power of two below the width, in any order; or null. */
    private static Inst folded(Inst v) {
        int left = v.type.bits - 1;
        while (left != 0) {
            if (v.op != Op.XOR) return null;
            Inst y = null;
            long by = 0;
            for (int k = 0; k < 2; k++) {
                Inst s = v.arg(k);
                if (s.op != Op.LSHR || s.arg(0) != v.arg(1 - k) || !s.arg(1).isConst()) continue;
                y = s.arg(0);
                by = s.arg(1).imm;
            }
            if (y == null || Long.bitCount(by) != 1 || (left & by) == 0) return null;
            left &= (int) ~by;
            v = y;
        }
        return v;
    }

    private static long normal(long v, Type t) {
        return t == Type.I32 ? (int) v : v;
    }
}
