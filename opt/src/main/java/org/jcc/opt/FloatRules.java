package org.jcc.opt;

import static org.jcc.opt.Patterns.environment;
import static org.jcc.opt.Patterns.invertible;
import static org.jcc.opt.Patterns.isFloat;
import static org.jcc.opt.Patterns.number;
import static org.jcc.opt.Patterns.powerOfTwo;

import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for floating point. They are exact: what rounds otherwise, or gives another zero, infinity or NaN, asks
 * for the flag that allows it. What observes the environment is left alone.
 */
final class FloatRules extends RuleSet {
    FloatRules(Function f) {
        super(f);
    }

    // ======== fadd fsub fmul fdiv fneg fabs ========
    Inst floating(Inst i, Inst x, Inst y) {
        if (environment(i)) return null;
        boolean nsz = i.has(Inst.NSZ);
        switch (i.op) {
            case FADD:
                if (isFloat(y, -0.0)) return x;
                if (nsz && isFloat(y, 0.0)) return x;
                if (y.op == Op.FNEG) return flagged(make(Op.FSUB, x, y.arg(0)), i.flags & Inst.FAST);
                return null;
            case FSUB:
                if (isFloat(y, 0.0)) return x;
                if (nsz && isFloat(y, -0.0)) return x;
                if (isFloat(x, -0.0) || nsz && isFloat(x, 0.0)) return make(Op.FNEG, i.type, y);
                if (y.op == Op.FNEG) return flagged(make(Op.FADD, x, y.arg(0)), i.flags & Inst.FAST);
                if (i.has(Inst.NNAN) && x == y) return f.zero(i.type);
                return null;
            case FMUL:
                if (isFloat(y, 1.0)) return x;
                if (isFloat(y, 2.0)) return make(Op.FADD, x, x);
                if (isFloat(y, -1.0)) return make(Op.FNEG, i.type, x);
                if (i.has(Inst.NNAN) && nsz && isFloat(y, 0.0)) return y;
                return null;
            case FDIV:
                if (isFloat(y, 1.0)) return x;
                if (powerOfTwo(y) || i.has(Inst.ARCP) && invertible(y)) return flagged(make(Op.FMUL, x, inverse(y)), i.flags & Inst.FAST);
                return null;
            case FNEG:
                if (x.op == Op.FNEG) return x.arg(0);
                return null;
            case FCOPYSIGN:
                // The sign of a constant, and of a magnitude that has none to lose.
                if (y.op == Op.FCONST && i.type != Type.F80) return isNegative(y) ? make(Op.FNEG, i.type, make(Op.FABS, i.type, x)) : make(Op.FABS, i.type, x);
                if (x == y) return x;
                if (x.op == Op.FNEG || x.op == Op.FABS || x.op == Op.FCOPYSIGN) return make(Op.FCOPYSIGN, x.arg(0), y);
                return null;
            case FFLOOR, FCEIL, FTRUNCI, FRINT:
                // rounding to an integer is exact in the narrower type
                if (x.op == Op.FEXT && !environment(x)) return make(Op.FEXT, i.type, make(i.op, x.arg(0).type, x.arg(0)));
                return null;
            default:
                if (x.op == Op.FABS) return x;
                if (x.op == Op.FNEG || x.op == Op.FCOPYSIGN) return make(Op.FABS, i.type, x.arg(0));
                return null;
        }
    }

    private static boolean isNegative(Inst c) {
        return (c.type == Type.F128 ? c.immHi : c.type == Type.F64 ? c.imm : (long) (int) c.imm) < 0;
    }

    private Inst inverse(Inst v) {
        return v.type == Type.F64 ? f.f64(1 / number(v)) : f.f32((float) (1 / number(v)));
    }
}
