package org.jcc.opt;

import static org.jcc.opt.Patterns.con;
import static org.jcc.opt.Patterns.environment;
import static org.jcc.opt.Patterns.val;

import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for what shows another value differently: conversions of width, bit casts, freeze, lanes of vectors; operations on vectors that do nothing.
 * Extensions move outwards and truncations inwards, so that the arithmetic between them is done in the narrow type.
 */
final class ConvertRules extends RuleSet {
    ConvertRules(Function f) {
        super(f);
    }

    // ======== trunc zext sext bitcast ========
    Inst convert(Inst i, Inst x) {
        boolean extension = x.op == Op.ZEXT || x.op == Op.SEXT;
        switch (i.op) {
            case TRUNC:
                if (extension && x.arg(0).type == i.type) return x.arg(0);
                if (extension && x.arg(0).type.bits > i.type.bits) return make(Op.TRUNC, i.type, x.arg(0));
                if (extension) return make(x.op, i.type, x.arg(0));
                if (x.op == Op.TRUNC) return make(Op.TRUNC, i.type, x.arg(0));
                if (narrows(x, i.type)) return make(x.op, make(Op.TRUNC, i.type, x.arg(0)), make(Op.TRUNC, i.type, x.arg(1)));
                if (x.op == Op.SELECT && x.useCount() == 1 && i.type.bits >= 8 && x.type.bits <= 64 && part(x.arg(1), i.type) && part(x.arg(2), i.type)) {
                    return make(Op.SELECT, i.type, x.arg(0), make(Op.TRUNC, i.type, x.arg(1)), make(Op.TRUNC, i.type, x.arg(2)));
                }
                if (x.op == Op.AND && con(x.arg(1)) && (val(x.arg(1)) | -1L << i.type.bits) == -1) return make(Op.TRUNC, i.type, x.arg(0));
                return null;
            case ZEXT:
                if (x.op == Op.ZEXT) return make(Op.ZEXT, i.type, x.arg(0));
                if (x.op == Op.TRUNC && x.arg(0).type == i.type && i.type.bits <= 64) return make(Op.AND, x.arg(0), num(i.type, (1L << x.type.bits) - 1));
                return null;
            case SEXT:
                if (KnownBits.isNonNegative(x)) return make(Op.ZEXT, i.type, x);
                if (extension) return make(x.op, i.type, x.arg(0));
                return null;
            case FTRUNC:
                if (x.op == Op.FEXT && x.arg(0).type == i.type && !environment(i) && !environment(x)) return x.arg(0);
                // Exact in the narrower type; or, of a square root, with digits to spare in the wider one.
                if ((x.op == Op.FNEG || x.op == Op.FABS || x.op == Op.FSQRT && i.type == Type.F32 && x.type == Type.F64) && x.arg(0).op == Op.FEXT && x.arg(0).arg(0).type == i.type
                        && !environment(i) && !environment(x) && !environment(x.arg(0))) return make(x.op, i.type, x.arg(0).arg(0));
                return null;
            default:
                if (x.type == i.type) return x;
                if (x.op == Op.BITCAST && x.arg(0).type == i.type) return x.arg(0);
                return null;
        }
    }

    // ======== bitcast of vectors: the same bits, whatever they were in between ========
    Inst bits(Inst i, Inst x) {
        if (x.type == i.type) return x;
        if (x.op != Op.BITCAST || x.arg(0).type == Type.F80) return null;
        return x.arg(0).type == i.type ? x.arg(0) : make(Op.BITCAST, i.type, x.arg(0));
    }

    /** The low bits of the operation come from the low bits of its operands, which are narrow before they were extended. */
    private static boolean narrows(Inst x, Type to) {
        switch (x.op) {
            case ADD, SUB, MUL, AND, OR, XOR -> { }
            default -> {
                return false;
            }
        }
        if (to.bits < 8 || x.useCount() != 1 || x.type.bits > 64) return false;
        return narrow(x.arg(0), to) && narrow(x.arg(1), to) && !(con(x.arg(0)) && con(x.arg(1)));
    }

    private static boolean narrow(Inst v, Type to) {
        return con(v) || (v.op == Op.ZEXT || v.op == Op.SEXT) && v.arg(0).type.bits <= to.bits && v.arg(0).type != Type.I1;
    }

    /** Of a choice: it is narrow, or what it is computed from. */
    private static boolean part(Inst v, Type to) {
        return narrow(v, to) || narrows(v, to);
    }

    // ======== freeze ========
    Inst freeze(Inst i, Inst x) {
        if (x.op == Op.POISON) return f.zero(i.type);
        if (x.op == Op.FREEZE || x.op == Op.ICONST || x.op == Op.FCONST || x.op == Op.SYMBOL) return x;
        return null;
    }

    // ======== insert: what nothing was in may be what comes in first, and then all lanes one value ========
    Inst insert(Inst i, Inst x, Inst y) {
        if (x.op == Op.FREEZE && x.arg(0).op == Op.POISON && x.useCount() == 1) return make(Op.SPLAT, i.type, y);
        return x.op == Op.SPLAT && x.arg(0) == y ? x : null;
    }

    // ======== extract ========
    Inst vector(Inst i, Inst x, Inst y) {
        if (x.op == Op.SPLAT && con(y) && val(y) >= 0 && val(y) < x.type.lanes) return x.arg(0);
        if (x.op == Op.INSERT && con(y) && con(x.arg(2)) && val(y) == val(x.arg(2))) return x.arg(1);
        if (x.op == Op.INSERT && con(y) && con(x.arg(2))) return make(Op.EXTRACT, i.type, x.arg(0), y);
        return null;
    }

    // ======== vectors ========
    /** What sums that begin with nothing, and choices of nothing, leave. */
    Inst neutral(Inst i, Inst x, Inst y) {
        if (isNeutral(i, y)) return x;
        return i.op.isCommutative() && isNeutral(i, x) ? y : null;
    }

    private static boolean isNeutral(Inst i, Inst v) {
        if (v.op != Op.SPLAT || v.type != i.type) return false;
        Inst c = v.arg(0);
        return switch (i.op) {
            case ADD, SUB, OR, XOR -> c.isConst(0);
            case AND -> c.isConst(-1);
            case MUL -> c.isConst(1);
            // The other zero changes the sign of a zero.
            case FADD -> c.op == Op.FCONST && c.imm == (c.type == Type.F32 ? 0x80000000L : 1L << 63) && !i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC);
            default -> false;
        };
    }
}
