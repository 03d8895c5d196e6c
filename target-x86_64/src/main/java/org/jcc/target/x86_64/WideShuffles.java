package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;

/**
 * Lanes of two vectors of 32 bytes in a new order, with AVX2, where most instructions work within halves of 16 bytes: lanes of 32 and 64 bits in any order, of smaller ones every
 * second, those of two by turns, or all from the last to the first.
 */
final class WideShuffles {
    private WideShuffles() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    /** Of lanes of 8 and 16 bits. */
    static boolean isLegal(int[] order) {
        return every2nd(order) >= 0 || isReversed(order) || interleaved(order) >= 0;
    }

    /** Lanes of both by turns, of their lower halves: 0, of the upper ones: 1; else -1. */
    private static int interleaved(int[] o) {
        int n = o.length;
        for (int upper = 0; upper < 2; upper++) {
            boolean fits = true;
            for (int k = 0; k < n; k++) fits &= o[k] < 0 || o[k] == upper * n / 2 + k / 2 + (k % 2 == 0 ? 0 : n);
            if (fits) return upper;
        }
        return -1;
    }

    /** Within the halves of 16 bytes, whose lower or upper halves are put together then. */
    private static void interleave(X86Selector s, Inst i, int n, int upper) {
        Row low = n == 32 ? X86.VPUNPCKLBW_Y_Y_YM256 : n == 16 ? X86.VPUNPCKLWD_Y_Y_YM256 : n == 8 ? X86.VPUNPCKLDQ_Y_Y_YM256 : X86.VPUNPCKLQDQ_Y_Y_YM256;
        Row high = n == 32 ? X86.VPUNPCKHBW_Y_Y_YM256 : n == 16 ? X86.VPUNPCKHWD_Y_Y_YM256 : n == 8 ? X86.VPUNPCKHDQ_Y_Y_YM256 : X86.VPUNPCKHQDQ_Y_Y_YM256;
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        int x = WideRules.temp(s);
        int y = WideRules.temp(s);
        WideRules.emit(s, low, x, a, b);
        WideRules.emit(s, high, y, a, b);
        WideRules.emit(s, X86.VPERM2I128_Y_Y_YM256_U8, s.def(i), x, y, upper == 0 ? 0x20 : 0x31);
    }

    /** From which lane on every second one of both is taken, 0 or 1; else -1. */
    private static int every2nd(int[] o) {
        int n = o.length;
        for (int from = 0; from < 2; from++) {
            boolean both = true;
            boolean one = true;
            for (int k = 0; k < n; k++) {
                both &= o[k] < 0 || o[k] == 2 * k + from;
                one &= o[k] < 0 || o[k] == 2 * k % n + from;
            }
            if (both || one) return from;
        }
        return -1;
    }

    private static boolean isBoth(int[] o) {
        boolean first = false;
        boolean second = false;
        for (int x : o) {
            first |= x >= 0 && x < o.length;
            second |= x >= o.length;
        }
        return first && second;
    }

    private static boolean isReversed(int[] o) {
        for (int k = 0; k < o.length; k++) if (o[k] >= 0 && o[k] != o.length - 1 - k) return false;
        return true;
    }

    /** Both operands are put in order and, if there are two, blended. */
    static void select(X86Selector s, Inst i) {
        int[] lanes = (int[]) i.aux;
        if (isBoth(lanes) && interleaved(lanes) >= 0) {
            interleave(s, i, lanes.length, interleaved(lanes));
            return;
        }
        if (lanes.length > 8) {
            small(s, i, lanes);
            return;
        }
        int per = 8 / lanes.length;
        int[] first = new int[8];
        int[] second = new int[8];
        int mask = 0;
        boolean one = false;
        for (int k = 0; k < 8; k++) {
            int lane = lanes[k / per];
            int from = lane < 0 ? -1 : lane * per + k % per;
            first[k] = from < 8 ? from : -1;
            second[k] = from < 8 ? -1 : from - 8;
            if (from >= 8) mask |= 1 << k;
            else if (from >= 0) one = true;
        }
        int d = s.def(i);
        if (mask == 0) {
            permute(s, d, s.use(i.arg(0)), first);
        } else if (!one) {
            permute(s, d, s.use(i.arg(1)), second);
        } else if (halves(first, second) >= 0) {
            WideRules.emit(s, X86.VPERM2I128_Y_Y_YM256_U8, d, s.use(i.arg(0)), s.use(i.arg(1)), halves(first, second));
        } else if (lanes.length == 8 && every2nd(lanes) >= 0) {
            int t = WideRules.temp(s);
            WideRules.emit(s, X86.VSHUFPS_Y_Y_YM256_U8, t, s.use(i.arg(0)), s.use(i.arg(1)), every2nd(lanes) == 0 ? 0x88 : 0xdd);
            inOrder(s, d, t);
        } else {
            int a = WideRules.temp(s);
            int b = WideRules.temp(s);
            permute(s, a, s.use(i.arg(0)), first);
            permute(s, b, s.use(i.arg(1)), second);
            s.emit(ins(X86.VPBLENDD_Y_Y_YM256_U8).reg(d, MInst.DEF).reg(a, MInst.USE).reg(b, MInst.USE).imm(mask));
        }
    }

    /** Behind an instruction that works within halves on two registers: first what came from one, then what came from the other. */
    private static void inOrder(X86Selector s, int d, int v) {
        s.emit(X86Selector.r(ins(X86.VPERMQ_Y_YM256_U8).reg(d, MInst.DEF), v).imm(0xd8));
    }

    /** The immediate of an instruction that takes two whole halves; -1 if they are none. */
    private static int halves(int[] first, int[] second) {
        int imm = 0;
        for (int half = 0; half < 2; half++) {
            int which = -1;
            for (int k = 0; k < 4; k++) {
                int from = first[4 * half + k] >= 0 ? first[4 * half + k] : second[4 * half + k] >= 0 ? second[4 * half + k] + 8 : -1;
                if (from < 0) continue;
                if (from % 4 != k || which >= 0 && which != from / 4) return -1;
                which = from / 4;
            }
            imm |= Math.max(0, which) << 4 * half;
        }
        return imm;
    }

    /** Lanes of 8 and 16 bits. */
    private static void small(X86Selector s, Inst i, int[] o) {
        boolean bytes = o.length == 32;
        int a = s.use(i.arg(0));
        int d = s.def(i);
        if (isReversed(o)) {
            int t = WideRules.temp(s);
            int order = WideRules.temp(s);
            s.emit(s.pool(ins(X86.VBROADCASTI128_Y_M128).reg(order, MInst.DEF), bytes ? 0x08090a0b0c0d0e0fL : 0x09080b0a0d0c0f0eL, bytes ? 0x0001020304050607L : 0x0100030205040706L, 16));
            WideRules.emit(s, X86.VPSHUFB_Y_Y_YM256, t, a, order);
            s.emit(X86Selector.r(ins(X86.VPERMQ_Y_YM256_U8).reg(d, MInst.DEF), t).imm(0x4e));
            return;
        }
        int from = every2nd(o);
        if (from < 0) throw new IllegalStateException("order of lanes");
        boolean two = false;
        for (int x : o) two |= x >= o.length;
        int x = clean(s, a, bytes, from == 1);
        int y = two ? clean(s, s.use(i.arg(1)), bytes, from == 1) : x;
        int t = WideRules.temp(s);
        WideRules.emit(s, bytes ? X86.VPACKUSWB_Y_Y_YM256 : X86.VPACKSSDW_Y_Y_YM256, t, x, y);
        inOrder(s, d, t);
    }

    /** The lanes extended to twice their width, so that packing keeps them. */
    private static int clean(X86Selector s, int v, boolean bytes, boolean odd) {
        int x = WideRules.temp(s);
        if (bytes && !odd) {
            WideRules.emit(s, WideRules.wide(X86.PAND_X_XM128), x, v, WideRules.spread(s, 0x00ff00ff00ff00ffL));
            return x;
        }
        if (!bytes && !odd) {
            int up = WideRules.temp(s);
            s.emit(ins(WideRules.wide(X86.PSLLD_X_U8)).reg(up, MInst.DEF).reg(v, MInst.USE).imm(16));
            v = up;
        }
        s.emit(ins(WideRules.wide(bytes ? X86.PSRLW_X_U8 : X86.PSRAD_X_U8)).reg(x, MInst.DEF).reg(v, MInst.USE).imm(bytes ? 8 : 16));
        return x;
    }

    /** 32-bit lanes of one register in any order, -1 being any lane. */
    private static void permute(X86Selector s, int d, int v, int[] from) {
        int pairs = 0;
        int inHalf = 0;
        for (int k = 0; k < 8; k += 2) {
            int a = from[k];
            int b = from[k + 1];
            int pair = a >= 0 ? a / 2 : b >= 0 ? b / 2 : k / 2;
            if (a >= 0 && a != 2 * pair || b >= 0 && b != 2 * pair + 1) pairs = -1;
            if (pairs >= 0) pairs |= pair << k;
        }
        for (int k = 0; k < 4; k++) {
            int a = from[k];
            int b = from[k + 4] < 0 ? -1 : from[k + 4] - 4;
            if (a >= 4 || b < -1 || a >= 0 && b >= 0 && a != b) inHalf = -1;
            if (inHalf >= 0) inHalf |= (a >= 0 ? a : b >= 0 ? b : k) << 2 * k;
        }
        if (inHalf >= 0) s.emit(X86Selector.r(ins(X86.VPSHUFD_Y_YM256_U8).reg(d, MInst.DEF), v).imm(inHalf));
        else if (pairs >= 0) s.emit(X86Selector.r(ins(X86.VPERMQ_Y_YM256_U8).reg(d, MInst.DEF), v).imm(pairs));
        else {
            long order = 0;
            for (int k = 0; k < 8; k++) order |= (from[k] < 0 ? (long) k : from[k]) << 8 * k;
            int t = WideRules.temp(s);
            s.emit(s.pool(ins(X86.VPMOVZXBD_Y_XM64).reg(t, MInst.DEF), order, 0, 8));
            s.emit(X86Selector.r(ins(X86.VPERMD_Y_Y_YM256).reg(d, MInst.DEF).reg(t, MInst.USE), v));
        }
    }
}
