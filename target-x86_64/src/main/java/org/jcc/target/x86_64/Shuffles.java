package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;
import org.jcc.ir.Type;

/**
 * Lanes of two vectors of 16 bytes in a new order: which orders there are instructions for ({@link #isLegal}: with SSE2 any of lanes of 32
 * and 64 bits, some of smaller ones, with SSSE3 any), and their selection.
 *
 * <p>An order that keeps pairs of lanes together is one of lanes twice as wide; -1 is a lane that may be anything. One source alone is named
 * twice by orders whose lanes all come from it.
 */
final class Shuffles {
    private Shuffles() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    static boolean isLegal(Type t, int[] order, long features) {
        if ((features & X86Features.SSSE3) != 0) return true;
        int[] o = order;
        while (o.length > 4) {
            if (moved(o) > 0 || isInterleaved(o, false, false) || isInterleaved(o, true, false) || isInterleaved(o, false, true) || isInterleaved(o, true, true)) return true;
            if (isEvery2nd(o, 0) || isEvery2nd(o, 1) || o.length == 8 && (isHalves(o) || isReversed(o))) return true;
            o = paired(o);
            if (o == null) return false;
        }
        return true;
    }

    static void select(X86Selector s, Inst i) {
        int a = s.use(i.arg(0));
        int b = i.arg(1) == i.arg(0) || isOne(i) ? a : s.use(i.arg(1));
        int[] order = ((int[]) i.aux).clone();
        int n = order.length;
        if (a == b) for (int k = 0; k < n; k++) if (order[k] >= n) order[k] -= n;
        if (!isLegal(i.type, order, s.mf().features)) throw new IllegalStateException("order of lanes");
        emit(s, s.def(i), a, b, order);
    }

    /** All lanes come from the first. */
    private static boolean isOne(Inst i) {
        for (int o : (int[]) i.aux) if (o >= i.type.lanes) return false;
        return true;
    }

    private static void emit(X86Selector s, int d, int a, int b, int[] o) {
        int n = o.length;
        boolean first = false;
        boolean second = false;
        for (int x : o) {
            first |= x >= 0 && x < n;
            second |= x >= n;
        }
        if (!first && second) {
            int[] turned = o.clone();
            for (int k = 0; k < n; k++) if (o[k] >= 0) turned[k] = o[k] - n;
            emit(s, d, b, b, turned);
            return;
        }
        int by = moved(o);
        if (n > 4 && by > 0 && paired(o) == null) {
            s.emit(ins(X86.PSRLDQ_X_U8).reg(d, MInst.DEF).imm((long) by * (16 / n)).tied(a, 0));
            return;
        }
        if (n == 2) two(s, d, a, b, o);
        else if (interleave(s, d, a, b, o)) return;
        else if (n == 4) four(s, d, a, b, o);
        else if (isEvery2nd(o, 0)) every2nd(s, d, a, b, n, false);
        else if (isEvery2nd(o, 1)) every2nd(s, d, a, b, n, true);
        else if (n == 8 && isHalves(o)) halves(s, d, a, o);
        else if (paired(o) != null) emit(s, d, a, b, paired(o));
        else if (s.has(X86Features.SSSE3)) bytes(s, d, a, b, o);
        else reverse(s, d, a);
    }

    // ---- orders ----

    /** By how many lanes all that matter are moved down, those above being free; 0 if they are not. */
    private static int moved(int[] o) {
        int by = o[0];
        if (by <= 0 || by >= o.length) return 0;
        for (int k = 0; k < o.length; k++) if (o[k] >= 0 && o[k] != k + by) return 0;
        for (int k = o.length - by; k < o.length; k++) if (o[k] >= 0) return 0;
        return by;
    }

    /** {@code alone}: the one source with itself. */
    private static boolean isInterleaved(int[] o, boolean upper, boolean alone) {
        int n = o.length;
        for (int k = 0; k < n; k++) {
            int want = (upper ? n / 2 : 0) + k / 2 + (k % 2 == 1 && !alone ? n : 0);
            if (o[k] >= 0 && o[k] != want) return false;
        }
        return true;
    }

    /** Every second lane of both, or of the one twice, from that lane on. */
    private static boolean isEvery2nd(int[] o, int from) {
        int n = o.length;
        boolean both = true;
        boolean one = true;
        for (int k = 0; k < n; k++) {
            if (o[k] < 0) continue;
            both &= o[k] == 2 * k + from;
            one &= o[k] == 2 * k % n + from;
        }
        return both || one;
    }

    /** The lanes of the first, the last one first. */
    private static boolean isReversed(int[] o) {
        for (int k = 0; k < o.length; k++) if (o[k] >= 0 && o[k] != o.length - 1 - k) return false;
        return true;
    }

    /** Eight lanes of one source, each of which stays in its half. */
    private static boolean isHalves(int[] o) {
        for (int k = 0; k < 8; k++) if (o[k] >= 0 && o[k] / 4 != k / 4) return false;
        return true;
    }

    /** The order of pairs; null if pairs do not stay together. */
    private static int[] paired(int[] o) {
        int[] p = new int[o.length / 2];
        for (int k = 0; k < p.length; k++) {
            int x = o[2 * k];
            int y = o[2 * k + 1];
            if (x >= 0 && x % 2 != 0 || y >= 0 && y % 2 != 1 || x >= 0 && y >= 0 && y != x + 1) return null;
            p[k] = x >= 0 ? x / 2 : y >= 0 ? y / 2 : -1;
        }
        return p;
    }

    // ---- instructions ----

    private static boolean interleave(X86Selector s, int d, int a, int b, int[] o) {
        int n = o.length;
        Row low = n == 16 ? X86.PUNPCKLBW_X_XM128 : n == 8 ? X86.PUNPCKLWD_X_XM128 : X86.PUNPCKLDQ_X_XM128;
        Row high = n == 16 ? X86.PUNPCKHBW_X_XM128 : n == 8 ? X86.PUNPCKHWD_X_XM128 : X86.PUNPCKHDQ_X_XM128;
        for (int k = 0; k < 4; k++) {
            boolean upper = k % 2 == 1;
            boolean alone = k >= 2;
            if (alone && n == 4 || !isInterleaved(o, upper, alone)) continue;
            s.emit(ins(upper ? high : low).reg(d, MInst.DEF).reg(alone ? a : b, MInst.USE).tied(a, 0));
            return true;
        }
        return false;
    }

    private static void two(X86Selector s, int d, int a, int b, int[] o) {
        int x = o[0] < 0 ? o[1] >= 2 ? 0 : Math.max(0, o[1]) : o[0];
        int y = o[1] < 0 ? o[0] >= 2 ? 2 : Math.max(0, o[0]) : o[1];
        if (x < 2 && y < 2) {
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(a, MInst.USE).imm((x == 0 ? 0x4 : 0xe) | (y == 0 ? 0x40 : 0xe0)));
            return;
        }
        if (x >= 2) {
            int t = a;
            a = b;
            b = t;
        }
        int p = x & 1;
        int q = y & 1;
        if (p == q) s.emit(ins(p == 0 ? X86.PUNPCKLQDQ_X_XM128 : X86.PUNPCKHQDQ_X_XM128).reg(d, MInst.DEF).reg(b, MInst.USE).tied(a, 0));
        else s.emit(ins(X86.SHUFPD_X_XM128_U8).reg(d, MInst.DEF).reg(b, MInst.USE).imm(p | q << 1).tied(a, 0));
    }

    private static int pattern(int w, int x, int y, int z) {
        return Math.max(0, w) & 3 | (Math.max(0, x) & 3) << 2 | (Math.max(0, y) & 3) << 4 | (Math.max(0, z) & 3) << 6;
    }

    private static void shufps(X86Selector s, int d, int a, int b, int order) {
        s.emit(ins(X86.SHUFPS_X_XM128_U8).reg(d, MInst.DEF).reg(b, MInst.USE).imm(order).tied(a, 0));
    }

    /** Four lanes: one source, or two of each, or three of one and one of the other. */
    private static void four(X86Selector s, int d, int a, int b, int[] order) {
        int[] o = order.clone();
        int count = 0;
        for (int x : o) if (x >= 4) count++;
        if (count == 0) {
            for (int k = 0; k < 4; k++) if (o[k] < 0) o[k] = k;
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(a, MInst.USE).imm(pattern(o[0], o[1], o[2], o[3])));
            return;
        }
        if (o[0] < 4 && o[1] < 4 && (o[2] >= 4 || o[2] < 0) && (o[3] >= 4 || o[3] < 0)) {
            shufps(s, d, a, b, pattern(o[0], o[1], o[2], o[3]));
            return;
        }
        if ((o[0] >= 4 || o[0] < 0) && (o[1] >= 4 || o[1] < 0) && o[2] < 4 && o[3] < 4) {
            shufps(s, d, b, a, pattern(o[0], o[1], o[2], o[3]));
            return;
        }
        // What is free comes from where there is room.
        for (int k = 0; k < 4; k++) {
            if (o[k] >= 0) continue;
            o[k] = count < 2 ? 4 : 0;
            if (o[k] == 4) count++;
        }
        if (count == 2) {
            int[] mine = new int[2];
            int[] yours = new int[2];
            int m = 0;
            int y = 0;
            int[] at = new int[4];
            for (int k = 0; k < 4; k++) {
                if (o[k] < 4) {
                    at[k] = m;
                    mine[m++] = o[k];
                } else {
                    at[k] = 2 + y;
                    yours[y++] = o[k] - 4;
                }
            }
            int t = VectorRules.temp(s);
            shufps(s, t, a, b, pattern(mine[0], mine[1], yours[0], yours[1]));
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(t, MInst.USE).imm(pattern(at[0], at[1], at[2], at[3])));
            return;
        }
        if (count == 3) {
            int t = a;
            a = b;
            b = t;
            for (int k = 0; k < 4; k++) o[k] ^= 4;
        }
        int lone = 0;
        while (o[lone] < 4) lone++;
        int partner = lone ^ 1;
        // The lone lane and its partner in one register, 0 and 2; then the other half.
        int t = VectorRules.temp(s);
        shufps(s, t, b, a, pattern(o[lone] - 4, o[lone] - 4, o[partner], o[partner]));
        int pair = lone < partner ? pattern(0, 2, 0, 2) : pattern(2, 0, 2, 0);
        if (lone < 2) shufps(s, d, t, a, pair & 0xf | pattern(0, 0, o[2], o[3]));
        else shufps(s, d, a, t, pattern(o[0], o[1], 0, 0) | pair & 0xf0);
    }

    /** Every second lane: extended to twice its width, and packed with saturation that never happens. */
    private static void every2nd(X86Selector s, int d, int a, int b, int n, boolean odd) {
        int x = clean(s, a, n, odd);
        int y = a == b ? x : clean(s, b, n, odd);
        s.emit(ins(n == 8 ? X86.PACKSSDW_X_XM128 : X86.PACKUSWB_X_XM128).reg(d, MInst.DEF).reg(y, MInst.USE).tied(x, 0));
    }

    private static int clean(X86Selector s, int v, int n, boolean odd) {
        int x = VectorRules.temp(s);
        if (n == 16) {
            if (odd) s.emit(ins(X86.PSRLW_X_U8).reg(x, MInst.DEF).imm(8).tied(v, 0));
            else s.emit(s.pool(ins(X86.PAND_X_XM128).reg(x, MInst.DEF), 0x00ff00ff00ff00ffL, 0x00ff00ff00ff00ffL, 16).tied(v, 0));
            return x;
        }
        int up = v;
        if (!odd) {
            up = VectorRules.temp(s);
            s.emit(ins(X86.PSLLD_X_U8).reg(up, MInst.DEF).imm(16).tied(v, 0));
        }
        s.emit(ins(X86.PSRAD_X_U8).reg(x, MInst.DEF).imm(16).tied(up, 0));
        return x;
    }

    /** Eight lanes. */
    private static void reverse(X86Selector s, int d, int a) {
        int t = VectorRules.temp(s);
        halves(s, t, a, new int[] {3, 2, 1, 0, 7, 6, 5, 4});
        s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(t, MInst.USE).imm(0x4e));
    }

    /** Bytes of one source, or of both, each with zeros where the other's are. */
    private static void bytes(X86Selector s, int d, int a, int b, int[] o) {
        boolean two = false;
        for (int x : o) two |= x >= o.length;
        int x = two ? VectorRules.temp(s) : d;
        bytes(s, x, a, o, 0);
        if (!two) return;
        int y = VectorRules.temp(s);
        bytes(s, y, b, o, o.length);
        s.emit(ins(X86.POR_X_XM128).reg(d, MInst.DEF).reg(y, MInst.USE).tied(x, 0));
    }

    private static void bytes(X86Selector s, int d, int v, int[] o, int first) {
        int size = 16 / o.length;
        long[] mask = new long[2];
        for (int k = 0; k < 16; k++) {
            int lane = o[k / size];
            long from = lane < first || lane >= first + o.length ? 0x80 : (lane - first) * size + k % size;
            mask[k / 8] |= from << k % 8 * 8;
        }
        s.emit(s.pool(ins(X86.PSHUFB_X_XM128).reg(d, MInst.DEF), mask[0], mask[1], 16).tied(v, 0));
    }

    private static void halves(X86Selector s, int d, int a, int[] o) {
        int[] p = o.clone();
        for (int k = 0; k < 8; k++) if (p[k] < 0) p[k] = k;
        int t = VectorRules.temp(s);
        s.emit(ins(X86.PSHUFLW_X_XM128_U8).reg(t, MInst.DEF).reg(a, MInst.USE).imm(pattern(p[0], p[1], p[2], p[3])));
        s.emit(ins(X86.PSHUFHW_X_XM128_U8).reg(d, MInst.DEF).reg(t, MInst.USE).imm(pattern(p[4], p[5], p[6], p[7])));
    }
}
