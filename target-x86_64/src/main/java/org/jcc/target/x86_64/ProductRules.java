package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Products of integers in lanes, of 16 and of 32 bytes, that are no instruction: by constants near a power of two, of 32-bit lanes with SSE2, of 64-bit lanes.
 *
 * <p>{@code pmuludq} and {@code pmuldq} multiply the low halves of 64-bit lanes. Of lanes that were extended from them that is the product; otherwise
 * (Warren, Hacker's Delight, 8-1) it is that of the low halves and 2^32 times those of each low half and the other's high half, of which those with a half that is zero are left out.
 */
final class ProductRules {
    private static final Op[] EXTENSIONS = {Op.ZEXT, Op.SEXT};
    /** What the upper half of each 64-bit lane is known to be; a constant can be both. */
    private static final int ZERO = 1, SIGN = 2;

    private ProductRules() {}

    /** True if the product is one of these and is selected. */
    static boolean select(X86Selector s, Inst i) {
        if (i.op != Op.MUL || i.type.element.bits < 32) return false;
        if (multiplied(s, i)) return true;
        if (i.type.element == Type.I64) wide(s, i);
        else if (i.type.size == 16 && !s.has(X86Features.SSE41)) product(s, i);
        else return false;
        return true;
    }

    // ---- instructions of both sizes ----

    private static int temp(X86Selector s, Inst i) {
        return i.type.size == 32 ? WideRules.temp(s) : VectorRules.temp(s);
    }

    /** {@code d = a op b}. */
    private static int emit(X86Selector s, Inst i, Row row, int d, int a, int b) {
        if (i.type.size == 32) WideRules.emit(s, WideRules.wide(row), d, a, b);
        else s.emit(X86Selector.r(X86Selector.ins(row).reg(d, MInst.DEF), b).tied(a, 0));
        return d;
    }

    private static int emit(X86Selector s, Inst i, Row row, int a, int b) {
        return emit(s, i, row, temp(s, i), a, b);
    }

    private static int shift(X86Selector s, Inst i, Row row, int d, int a, int by) {
        if (i.type.size == 32) s.emit(X86Selector.ins(WideRules.wide(row)).reg(d, MInst.DEF).reg(a, MInst.USE).imm(by));
        else s.emit(X86Selector.ins(row).reg(d, MInst.DEF).imm(by).tied(a, 0));
        return d;
    }

    private static int shift(X86Selector s, Inst i, Row row, int a, int by) {
        return shift(s, i, row, temp(s, i), a, by);
    }

    // ---- by constants ----

    /** By a power of two, or one more or less than one; false for other products. */
    private static boolean multiplied(X86Selector s, Inst i) {
        Inst c = i.arg(1).op == Op.SPLAT ? i.arg(1).arg(0) : null;
        if (c == null || !c.isConst()) return false;
        long n = i.type.element.bits == 32 ? c.imm & 0xffffffffL : c.imm;
        Row left = VectorRules.shift(Op.SHL, i.type);
        int a = s.use(i.arg(0));
        if (Long.bitCount(n) == 1) shift(s, i, left, s.def(i), a, Long.numberOfTrailingZeros(n));
        else if (n > 2 && Long.bitCount(n - 1) == 1) emit(s, i, VectorRules.binary(Op.ADD, i.type, 0), s.def(i), shift(s, i, left, a, Long.numberOfTrailingZeros(n - 1)), a);
        else if (n > 2 && Long.bitCount(n + 1) == 1) emit(s, i, VectorRules.binary(Op.SUB, i.type, 0), s.def(i), shift(s, i, left, a, Long.numberOfTrailingZeros(n + 1)), a);
        else return false;
        return true;
    }

    // ---- of 32-bit lanes ----

    /** Those of the even lanes, those of the odd ones, and their low halves together. */
    private static void product(X86Selector s, Inst i) {
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        int even = emit(s, i, X86.PMULUDQ_X_XM128, a, b);
        int a1 = ordered(s, a, 0xf5);
        int odd = emit(s, i, X86.PMULUDQ_X_XM128, a1, a == b ? a1 : ordered(s, b, 0xf5));
        emit(s, i, X86.PUNPCKLDQ_X_XM128, s.def(i), ordered(s, even, 0x08), ordered(s, odd, 0x08));
    }

    private static int ordered(X86Selector s, int v, int order) {
        int d = VectorRules.temp(s);
        s.emit(X86Selector.r(X86Selector.ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF), v).imm(order));
        return d;
    }

    // ---- of 64-bit lanes ----

    private static void wide(X86Selector s, Inst i) {
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        int x = upper(i.arg(0));
        int y = upper(i.arg(1));
        if ((x & y & ZERO) != 0) {
            emit(s, i, X86.PMULUDQ_X_XM128, s.def(i), a, b);
            return;
        }
        if ((x & y & SIGN) != 0 && s.has(X86Features.SSE41)) {
            emit(s, i, X86.PMULDQ_X_XM128, s.def(i), a, b);
            return;
        }
        int high;
        int by = 32;
        if (a == b) {
            high = emit(s, i, X86.PMULUDQ_X_XM128, shift(s, i, X86.PSRLQ_X_U8, a, 32), a);
            by = 33;
        } else {
            int p = (x & ZERO) != 0 ? -1 : emit(s, i, X86.PMULUDQ_X_XM128, shift(s, i, X86.PSRLQ_X_U8, a, 32), b);
            int q = (y & ZERO) != 0 ? -1 : emit(s, i, X86.PMULUDQ_X_XM128, shift(s, i, X86.PSRLQ_X_U8, b, 32), a);
            high = p < 0 ? q : q < 0 ? p : emit(s, i, X86.PADDQ_X_XM128, p, q);
        }
        emit(s, i, X86.PADDQ_X_XM128, s.def(i), emit(s, i, X86.PMULUDQ_X_XM128, a, b), shift(s, i, X86.PSLLQ_X_U8, high, by));
    }

    private static Inst plain(Inst v) {
        while (v.op == Op.BITCAST && v.arg(0).type.isVector() && v.arg(0).type.size == v.type.size) v = v.arg(0);
        return v;
    }

    private static int upper(Inst lanes) {
        Inst v = plain(lanes);
        if (v.type.element.isInt() && v.type.element.bits == 32) return v.op == Op.SHUFFLE ? interleaved(v) : 0;
        if (v.type.element != Type.I64) return 0;
        for (Op op : EXTENSIONS) {
            Inst x = v.op == Op.SPLAT ? v.arg(0) : v;
            if (x.op == op && (x.arg(0).type.isVector() ? x.arg(0).type.element : x.arg(0).type).bits <= 32) return op == Op.ZEXT ? ZERO : SIGN;
        }
        Inst c = constant(v);
        if (c != null) return (c.imm >>> 32 == 0 ? ZERO : 0) | (c.imm == (int) c.imm ? SIGN : 0);
        if (v.op == Op.AND) {
            Inst k = constant(v.arg(1));
            return k != null && k.imm >>> 32 == 0 ? ZERO : 0;
        }
        if (v.op == Op.LSHR) {
            Inst k = constant(v.arg(1));
            return k != null && k.imm >= 32 ? ZERO : 0;
        }
        return 0;
    }

    private static Inst constant(Inst v) {
        return v.op == Op.SPLAT && v.arg(0).op == Op.ICONST ? v.arg(0) : null;
    }

    /** 32-bit lanes by turns with zeros or with what is all ones where they are negative, as legalisation makes them wider. */
    private static int interleaved(Inst v) {
        int[] o = (int[]) v.aux;
        Inst x = v.arg(0);
        Inst y = v.arg(1);
        int n = o.length;
        boolean zero = isZero(y);
        boolean sign = y.op == Op.ICMP && (y.cond() == Cond.SGT && isZero(y.arg(0)) && y.arg(1) == x || y.cond() == Cond.SLT && y.arg(0) == x && isZero(y.arg(1)));
        for (int k = 1; k < n; k += 2) {
            zero &= o[k] >= n;
            sign &= o[k] >= n && o[k] - n == o[k - 1];
        }
        return (zero ? ZERO : 0) | (sign ? SIGN : 0);
    }

    private static boolean isZero(Inst v) {
        return v.op == Op.SPLAT && v.arg(0).isConst(0);
    }
}
