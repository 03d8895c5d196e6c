package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/** What the simplification rules ask of a value: which constant it is, how it was made, what it surely is not. */
final class Patterns {
    private Patterns() {}

    /** An integer (or address) constant that a long holds. */
    static boolean con(Inst v) {
        return v.op == Op.ICONST && v.type != Type.I128;
    }

    static long val(Inst v) {
        return v.imm;
    }

    static boolean zero(Inst v) {
        return v.op == Op.ICONST && v.imm == 0 && v.immHi == 0;
    }

    static boolean one(Inst v) {
        return v.op == Op.ICONST && v.imm == 1 && v.immHi == 0;
    }

    /** All bits set. */
    static boolean ones(Inst v) {
        return v.op == Op.ICONST && (v.type == Type.I1 ? v.imm == 1 : v.imm == -1 && (v.type != Type.I128 || v.immHi == -1));
    }

    static boolean power(Inst v) {
        long u = v.type.bits == 64 ? v.imm : v.imm & (1L << v.type.bits) - 1;
        return v.type.bits > 1 && Long.bitCount(u) == 1;
    }

    static int log2(Inst v) {
        return Long.numberOfTrailingZeros(v.imm);
    }

    static long max(int w) {
        return w == 64 ? Long.MAX_VALUE : (1L << w - 1) - 1;
    }

    static boolean fitsUnsigned(long v, Type t) {
        return t.bits < 64 && v >= 0 && v >>> t.bits == 0;
    }

    static boolean fitsSigned(long v, Type t) {
        return t.bits > 1 && t.bits < 64 && v == v << 64 - t.bits >> 64 - t.bits;
    }

    static Cond unsigned(Cond c) {
        return switch (c) {
            case SLT -> Cond.ULT;
            case SLE -> Cond.ULE;
            case SGT -> Cond.UGT;
            case SGE -> Cond.UGE;
            default -> c;
        };
    }

    /** Extended from more than a truth value. */
    static boolean widened(Inst v, Op extension) {
        return v.op == extension && v.arg(0).type != Type.I1;
    }

    /** One is the other's bitwise complement. */
    static boolean complement(Inst x, Inst y) {
        return x.op == Op.XOR && x.arg(0) == y && ones(x.arg(1)) || y.op == Op.XOR && y.arg(0) == x && ones(y.arg(1));
    }

    static boolean nonNull(Inst p) {
        if (p.op == Op.ALLOCA) return true;
        if (p.op != Op.SYMBOL || p.imm != 0) return false;
        Symbol s = p.symbol();
        return s.isDefinition() && s.linkage != Symbol.Linkage.WEAK && !(s instanceof GlobalVar g && g.section != null);
    }

    /** Observes rounding mode or flags. */
    static boolean environment(Inst i) {
        return i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC);
    }

    static boolean isFloat(Inst v, double d) {
        if (v.op != Op.FCONST) return false;
        if (v.type == Type.F64) return v.imm == Double.doubleToRawLongBits(d);
        if (v.type == Type.F32) return (int) v.imm == Float.floatToRawIntBits((float) d);
        return false;
    }

    static double number(Inst v) {
        return v.type == Type.F64 ? Double.longBitsToDouble(v.imm) : Float.intBitsToFloat((int) v.imm);
    }

    /** A power of two whose inverse is one, too. */
    static boolean powerOfTwo(Inst v) {
        if (v.op != Op.FCONST || v.type != Type.F64 && v.type != Type.F32) return false;
        double d = Math.abs(number(v));
        int limit = v.type == Type.F64 ? 1000 : 120;
        return d != 0 && !Double.isInfinite(d) && d == d && Math.abs(Math.getExponent(d)) < limit && d == Math.scalb(1.0, Math.getExponent(d));
    }

    /** A constant whose inverse is an ordinary number. */
    static boolean invertible(Inst v) {
        if (v.op != Op.FCONST || v.type != Type.F64 && v.type != Type.F32) return false;
        double d = Math.abs(number(v));
        return d > 1e-30 && d < 1e30;
    }

    static boolean fits(long v, int w) {
        return w == 64 || v == v << 64 - w >> 64 - w;
    }

    static boolean isFloatZero(Inst v) {
        return isFloat(v, 0.0) || isFloat(v, -0.0);
    }

    /** The value is surely no poison: computed without poison-giving flags from values that are fixed. */
    static boolean neverPoison(Inst v, int depth) {
        switch (v.op) {
            case ICONST, FCONST, SYMBOL, ALLOCA, LOAD, FREEZE:
                return true;
            case CALL:
                return v.type != Type.TUPLE;
            case PARAM:
                return v.block == v.block.function.entry();
            case SHL, LSHR, ASHR:
                if (!con(v.arg(1)) || val(v.arg(1)) < 0 || val(v.arg(1)) >= v.type.bits) return false;
                break;
            case ADD, SUB, MUL, AND, OR, XOR, ICMP, ZEXT, SEXT, TRUNC, SELECT, PTRADD, PTRTOINT:
                break;
            default:
                return false;
        }
        if (depth == 0 || v.has(Inst.POISON_FLAGS)) return false;
        for (int k = 0; k < v.argCount(); k++) if (!neverPoison(v.arg(k), depth - 1)) return false;
        return true;
    }
}
