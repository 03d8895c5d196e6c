package org.jcc.frontend.lower;

import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.VectorType;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * GNU's vectors (GCC manual 6.52). A vector's value is known by its address, like a record's; operations go lane by lane from
 * memory to a new temporary, which SROA takes apart. As an argument or result a vector is passed as the floating scalar
 * that uses the same register.
 */
final class Vectors {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;

    Vectors(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
    }

    private static VectorType vector(CType t) {
        return (VectorType) t.strip();
    }

    private Inst lane(Inst address, VectorType v, int k) {
        Type t = shapes.ir(v.element);
        return b.load(t, expressions.memory.offset(address, k * v.element.size()), t.size, 0);
    }

    private void lane(Inst address, VectorType v, int k, Inst value) {
        b.store(expressions.memory.offset(address, k * v.element.size()), value, value.type.size, 0);
    }

    // ---- between functions ----

    /** The scalar as which the vector at {@code address} is passed, or the address. */
    Inst passed(Inst address, CType t) {
        Type scalar = Shapes.vectorType(vector(t));
        return scalar == null ? address : b.load(scalar, address, Math.min(16, vector(t).align()), 0);
    }

    /** A result, in a temporary. */
    Inst received(Inst value, CType t) {
        Inst temp = expressions.memory.temporary(t);
        b.store(temp, value, Math.min(16, vector(t).align()), 0);
        return temp;
    }

    // ---- operations ----

    Inst unary(TypedExpr.Unary u) {
        VectorType v = vector(u.operand().type());
        Inst x = expressions.value(u.operand());
        b.loc = u.loc();
        Inst r = expressions.memory.temporary(v);
        for (int k = 0; k < v.lanes; k++) {
            Inst e = lane(x, v, k);
            Inst y = switch (u.op()) {
                case NEG -> e.type.isFloat() ? b.unary(Op.FNEG, e) : b.binary(Op.SUB, f.zero(e.type), e);
                case BIT_NOT -> b.binary(Op.XOR, e, f.iconst(e.type, -1));
                default -> truth(expressions.conditions.not(expressions.conditions.nonzero(e)), e.type);
            };
            lane(r, v, k, y);
        }
        return r;
    }

    /** All ones or zero, in the integer of a lane's size. */
    private Inst truth(Inst i1, Type lane) {
        return b.convert(Op.SEXT, i1, Type.integer(lane.size * 8));
    }

    Inst binary(TypedExpr.Binary n) {
        VectorType v = vector(n.left().type());
        VectorType w = vector(n.right().type());
        Inst x = expressions.value(n.left());
        Inst y = expressions.value(n.right());
        b.loc = n.loc();
        Inst r = expressions.memory.temporary(n.type());
        boolean signed = v.element.isSigned();
        for (int k = 0; k < v.lanes; k++) {
            Inst p = lane(x, v, k);
            Inst q = lane(y, w, k);
            Inst z = n.op().isComparison() ? truth(expressions.compare(n.op(), p, q, signed), p.type) : wrapping(n.op(), p, q, signed);
            lane(r, v, k, z);
        }
        return r;
    }

    /** Lanes of signed integers wrap. */
    private Inst wrapping(TypedExpr.BinaryOp op, Inst p, Inst q, boolean signed) {
        if (!p.type.isFloat()) {
            switch (op) {
                case ADD -> {
                    return b.binary(Op.ADD, p, q);
                }
                case SUB -> {
                    return b.binary(Op.SUB, p, q);
                }
                case MUL -> {
                    return b.binary(Op.MUL, p, q);
                }
                default -> { }
            }
        }
        return expressions.binary(op, p, q, signed);
    }

    Inst modify(TypedExpr.Modify m, Place p) {
        CType t = m.type().unqualified();
        Place old = Place.of(expressions.memory.temporary(t), t);
        expressions.memory.copy(old, p);
        m.old().lowered = old.address();
        Inst v = expressions.value(m.update());
        b.loc = m.loc();
        expressions.memory.copy(p, Place.of(v, t));
        return m.resultIsOld() ? old.address() : v;
    }

    // ---- conversions ----

    Inst convert(TypedExpr.Convert c) {
        Inst x = expressions.value(c.operand());
        b.loc = c.loc();
        CType from = c.operand().type();
        switch (c.kind()) {
            case BITCAST -> {
                if (from.isVector()) return c.type().isVector() ? x : b.load(shapes.ir(c.type()), x, 1, 0);
                Inst r = expressions.memory.temporary(c.type());
                b.store(r, x, x.type.size, 0);
                return r;
            }
            case SPLAT -> {
                VectorType v = vector(c.type());
                Inst r = expressions.memory.temporary(v);
                for (int k = 0; k < v.lanes; k++) lane(r, v, k, x);
                return r;
            }
            default -> {
                VectorType v = vector(from);
                VectorType w = vector(c.type());
                Inst r = expressions.memory.temporary(w);
                for (int k = 0; k < w.lanes; k++) lane(r, w, k, number(lane(x, v, k), v.element, w.element));
                return r;
            }
        }
    }

    private Inst number(Inst v, CType from, CType to) {
        Type t = shapes.ir(to);
        if (v.type.isFloat()) return t.isFloat() ? expressions.floatToFloat(v, t) : expressions.floatToInt(v, to.isSigned(), t);
        return t.isFloat() ? expressions.intToFloat(v, from.isSigned(), t) : expressions.resize(v, t, from.isSigned());
    }

    // ---- permutations ----

    Inst shuffle(TypedExpr.BuiltinCall c) {
        List<TypedExpr> args = c.args();
        VectorType v = vector(args.get(0).type());
        boolean two = c.builtin() == Builtin.SHUFFLEVECTOR || args.size() > 2;
        long size = v.size();
        // Both sources in a row.
        Inst all = b.alloca(2 * size, (int) Math.min(16, size), null);
        expressions.memory.memcpy(all, expressions.value(args.get(0)), size, 1);
        if (two) expressions.memory.memcpy(expressions.memory.offset(all, size), expressions.value(args.get(1)), size, 1);
        VectorType w = vector(c.type());
        Inst r = expressions.memory.temporary(w);
        if (c.builtin() == Builtin.SHUFFLEVECTOR) {
            for (int k = 0; k + 2 < args.size(); k++) {
                long i = args.get(k + 2) instanceof TypedExpr.IntConst n ? n.low() : 0;
                lane(r, w, k, lane(all, v, (int) Math.max(0, i)));
            }
            return r;
        }
        TypedExpr maskExpr = args.get(args.size() - 1);
        VectorType m = vector(maskExpr.type());
        Inst mask = expressions.value(maskExpr);
        b.loc = c.loc();
        for (int k = 0; k < v.lanes; k++) {
            Inst i = expressions.resize(lane(mask, m, k), Type.I64, false);
            i = b.binary(Op.AND, i, f.iconst(Type.I64, (two ? 2L : 1L) * v.lanes - 1));
            Inst at = b.ptradd(all, b.binary(Op.MUL, i, f.iconst(Type.I64, v.element.size())));
            Type t = shapes.ir(v.element);
            lane(r, w, k, b.load(t, at, t.size, 0));
        }
        return r;
    }
}
