package org.jcc.frontend.lower;

import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;
import org.jcc.support.SoftFloat;

/**
 * {@code _Float16} where the processor has no arithmetic of that format: the IR has no such type. A value of it is an f32, as
 * gcc computes it (FLT_EVAL_METHOD of the type is float: TS 18661-3); in memory it is an i16. Stores, arguments, results and
 * conversions round to the format, by the runtime's {@code __truncsfhf2} and {@code __extendhfsf2}.
 *
 * <p>A half is passed as the low 16 bits of an SSE register (psABI 3.2.3): as the f32 with these bits, its <em>carrier</em>.
 */
final class Halves {
    private final Expressions expressions;
    private final Builder b;
    private final Function f;

    Halves(FunctionLowering fn, Expressions expressions) {
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
    }

    static boolean is(CType t) {
        return t.strip() instanceof BasicType x && x.format == BasicType.Format.F16;
    }

    /** The value of a constant's bits. */
    Inst constant(long bits) {
        return f.fconst(Type.F32, SoftFloat.fromBits(SoftFloat.Format.F16, bits, 0).low(SoftFloat.Format.F32), 0);
    }

    /** The value of an i16 from memory. */
    Inst value(Inst bits) {
        return received(b.convert(Op.BITCAST, expressions.resize(bits, Type.I32, false), Type.F32));
    }

    /** The i16 for memory of a value of any floating type. */
    Inst bits(Inst value) {
        return expressions.resize(b.convert(Op.BITCAST, passed(value), Type.I32), Type.I16, false);
    }

    /** A value of any floating type rounded to the format. */
    Inst round(Inst value) {
        return received(passed(value));
    }

    /** The value of a carrier. */
    Inst received(Inst carrier) {
        return expressions.calls.library("__extendhfsf2", Type.F32, CallInfo.NOTHROW | CallInfo.CONST, carrier);
    }

    /** The carrier of a value of any floating type, rounded to the format. */
    Inst passed(Inst value) {
        String from = value.type == Type.F32 ? "sf" : value.type == Type.F64 ? "df" : value.type == Type.F80 ? "xf" : "tf";
        return expressions.calls.library("__trunc" + from + "hf2", Type.F32, CallInfo.NOTHROW | CallInfo.CONST, value);
    }
}
