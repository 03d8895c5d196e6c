package org.jcc.opt;

import static org.jcc.opt.Patterns.isFloat;

import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;
import org.jcc.support.RoundedMath;
import org.jcc.support.SoftFloat;

/**
 * Calls of {@code <math.h>} (C17 7.12) that need none: of constants, correctly rounded ({@link RoundedMath}) and only where {@code errno} stays as it is; powers of 0, 1, 2 and -1;
 * even functions of a negated or absolute value. What is computed in double of a float and rounded to float is the function for float, where that gives the same: square roots (the
 * digits of double are more than twice those of float), and roundings to integers.
 *
 * <p>Not where the rounding mode is the program's own. Part of {@link StringCalls}. Gain: {@code pow(x, 2)} is one multiplication, 2 instructions and no call as gcc's; sqlite3.c
 * and Lua have no such call.
 */
final class MathCalls {
    private final Module m;
    private final Function f;
    private final StringCalls calls;

    MathCalls(Module m, Function f, StringCalls calls) {
        this.m = m;
        this.f = f;
        this.calls = calls;
    }

    /** What stands for the call; null if it is to stay. */
    Inst visit(Inst call, String name) {
        int n = call.argCount() - 1;
        if (n < 1 || n > 2 || f.is(Function.STRICT_FP)) return null;
        Inst x = call.arg(1);
        Type t = x.type;
        if (!t.isFloat() || n == 2 && call.arg(2).type != t && call.arg(2).type != Type.I32) return null;
        String base = base(name, t);
        if (base == null) return null;
        if (call.type == Type.I64) return n == 1 && x.op == Op.FCONST ? integer(base, value(x)) : null;
        if (call.type != t) return null;
        Inst y = n == 2 ? call.arg(2) : null;
        if (x.op == Op.FCONST && (y == null || y.op == Op.FCONST)) {
            SoftFloat v = y == null ? one(base, value(x), t) : two(base, value(x), value(y), t);
            if (v != null) return constant(t, v);
        }
        switch (base) {
            case "pow":
                return y != null && y.type == t ? power(t, x, y) : null;
            case "cos", "cosh":
                return y == null && (x.op == Op.FNEG || x.op == Op.FABS) ? calls.again(call, name, t, x.arg(0)) : null;
            case "sqrt":
                return y == null && narrows(call) && m.knows("sqrtf") ? wide(call, calls.again(call, "sqrtf", Type.F32, x.arg(0))) : null;
            case "round", "roundeven", "nearbyint":
                return y == null && narrows(call) && m.knows(base + "f") ? wide(call, calls.again(call, base + "f", Type.F32, x.arg(0))) : null;
            default:
                return null;
        }
    }

    /** The name of the function for double; null if the name is not that of one for the type. */
    private static String base(String name, Type t) {
        if (t == Type.F64) return name;
        char suffix = name.charAt(name.length() - 1);
        return suffix == (t == Type.F32 ? 'f' : 'l') ? name.substring(0, name.length() - 1) : null;
    }

    /** A double that was a float and becomes one again. */
    private static boolean narrows(Inst call) {
        if (call.type != Type.F64 || call.arg(1).op != Op.FEXT || call.arg(1).arg(0).type != Type.F32 || call.useCount() == 0) return false;
        for (int u = 0; u < call.useCount(); u++) if (call.user(u).op != Op.FTRUNC || call.user(u).type != Type.F32) return false;
        return true;
    }

    private Inst wide(Inst call, Inst v) {
        return calls.make(Op.FEXT, call.type, v);
    }

    private Inst power(Type t, Inst x, Inst y) {
        if (isFloat(y, 0.0) || isFloat(y, -0.0) || isFloat(x, 1.0)) return constant(t, SoftFloat.ONE);
        if (isFloat(y, 1.0)) return x;
        if (isFloat(y, 2.0)) return calls.make(Op.FMUL, t, x, x);
        return isFloat(y, -1.0) ? calls.make(Op.FDIV, t, constant(t, SoftFloat.ONE), x) : null;
    }

    // ---- constants ----

    private static SoftFloat value(Inst c) {
        return SoftFloat.fromBits(Fold.format(c.type), c.imm, c.immHi);
    }

    private Inst constant(Type t, SoftFloat v) {
        return f.fconst(t, v.low(Fold.format(t)), v.high(Fold.format(t)));
    }

    private static SoftFloat one(String base, SoftFloat x, Type t) {
        if (x.isNaN()) return null;
        switch (base) {
            case "sqrt":
                return x.isNegative() && !x.isZero() || x.isInfinite() ? null : x.sqrt(Fold.format(t));
            case "round":
                return rounded(x);
            case "roundeven", "nearbyint":
                return x.toIntegral(SoftFloat.Integral.NEAREST);
            default:
                return RoundedMath.of(base, x, Fold.format(t));
        }
    }

    private static SoftFloat two(String base, SoftFloat x, SoftFloat y, Type t) {
        switch (base) {
            case "fmin", "fmax":
                if (x.isSignaling() || y.isSignaling()) return null;
                if (x.isNaN() || y.isNaN()) return x.isNaN() ? y.isNaN() ? null : y : x;
                // Which zero is left open.
                if (x.isZero() && y.isZero() && x.isNegative() != y.isNegative()) return null;
                return x.compare(y) < 0 == base.equals("fmin") ? x : y;
            default:
                return RoundedMath.of(base, x, y, Fold.format(t));
        }
    }

    /** To the nearest integer, halves away from zero. */
    private static SoftFloat rounded(SoftFloat x) {
        if (x.isInfinite() || x.isIntegral()) return x;
        SoftFloat low = x.abs().toIntegral(SoftFloat.Integral.FLOOR);
        boolean up = x.abs().subtract(low).compare(SoftFloat.of(0.5)) >= 0;
        return (up ? low.add(SoftFloat.ONE) : low).copySign(x);
    }

    private Inst integer(String base, SoftFloat x) {
        if (x.isNaN() || x.isInfinite() || x.abs().compare(SoftFloat.of(1e18)) > 0) return null;
        switch (base) {
            case "lround", "llround":
                return f.iconst(Type.I64, rounded(x).truncate().longValueExact());
            case "lrint", "llrint":
                // Where it is inexact the processor says so; else nothing depends on the mode.
                return x.isIntegral() ? f.iconst(Type.I64, x.truncate().longValueExact()) : null;
            default:
                return null;
        }
    }
}
