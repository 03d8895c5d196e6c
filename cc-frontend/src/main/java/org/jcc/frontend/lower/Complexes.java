package org.jcc.frontend.lower;

import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Complex numbers: in memory two numbers in a row, as a value a pair of SSA values, real part first.
 *
 * <p>Multiplication and division of two complex floating numbers are the runtime's {@code __mul?c3} and {@code __div?c3}, which
 * recover infinities as C17 Annex G.5.1 wants; where one operand is real they are done part by part, as gcc does, and with
 * {@code -ffast-math} by the textbook's formula. GNU's complex integers have no such cases.
 */
final class Complexes {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;

    Complexes(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
    }

    private static BasicType element(CType t) {
        return ((ComplexType) t.strip()).element;
    }

    Inst[] load(Place p) {
        BasicType e = element(p.type());
        if (p.type().isAtomic()) {
            Place temp = Place.of(expressions.memory.temporary(p.type()), p.type().unqualified());
            expressions.memory.copy(temp, p);
            p = temp;
        }
        CType part = e.qualify(p.type().quals());
        return new Inst[] {expressions.memory.load(p.at(0, part)), expressions.memory.load(p.at(e.size(), part))};
    }

    void store(Place p, Inst[] z) {
        BasicType e = element(p.type());
        if (p.type().isAtomic()) {
            Place temp = Place.of(expressions.memory.temporary(p.type()), p.type().unqualified());
            store(temp, z);
            expressions.memory.copy(p, temp);
            return;
        }
        CType part = e.qualify(p.type().quals());
        expressions.memory.store(p.at(0, part), z[0]);
        expressions.memory.store(p.at(e.size(), part), z[1]);
    }

    private Inst[] loaded(Inst address, CType t) {
        return load(Place.of(address, t.unqualified()));
    }

    /** The two parts of a complex expression's value. */
    Inst[] value(TypedExpr e) {
        b.loc = e.loc();
        switch (e) {
            case TypedExpr.Load l -> {
                return load(expressions.place(l.lvalue()));
            }
            case TypedExpr.MakeComplex m -> {
                Inst re = expressions.value(m.real());
                return new Inst[] {re, expressions.value(m.imaginary())};
            }
            case TypedExpr.Convert c -> {
                return convert(c);
            }
            case TypedExpr.Unary u -> {
                Inst[] z = value(u.operand());
                b.loc = u.loc();
                return new Inst[] {u.op() == TypedExpr.UnaryOp.NEG ? negate(z[0]) : z[0], negate(z[1])};
            }
            case TypedExpr.Binary n -> {
                return binary(n);
            }
            case TypedExpr.Conditional c -> {
                return conditional(c);
            }
            case TypedExpr.Comma c -> {
                expressions.effect(c.left());
                return value(c.right());
            }
            case TypedExpr.Let l -> {
                expressions.bind(l);
                return value(l.body());
            }
            case TypedExpr.TempRef t -> {
                return (Inst[]) t.temp().lowered;
            }
            case TypedExpr.StmtExpr s -> {
                Cleanups.Scope outer = fn.open(s);
                Inst[] z = value(s.value());
                fn.close(s, outer);
                return z;
            }
            case TypedExpr.Assign a -> {
                Place p = expressions.place(a.target());
                Inst[] z = value(a.value());
                b.loc = a.loc();
                store(p, z);
                return z;
            }
            case TypedExpr.Modify m -> {
                Place p = expressions.place(m.target());
                b.loc = m.loc();
                if (p.type().isAtomic()) return new AtomicUpdate(fn, expressions, m, p).value();
                Inst[] old = load(p);
                m.old().lowered = old;
                Inst[] z = value(m.update());
                b.loc = m.loc();
                store(p, z);
                return m.resultIsOld() ? old : z;
            }
            case TypedExpr.Call c -> {
                return loaded(expressions.calls.call(c, null), c.type());
            }
            case TypedExpr.VaArg v -> {
                return loaded(expressions.vaArg(v), v.type());
            }
            case TypedExpr.BuiltinCall c when c.builtin() == Builtin.COMPLEX -> {
                Inst re = expressions.value(c.args().get(0));
                return new Inst[] {re, expressions.value(c.args().get(1))};
            }
            default -> {
                // A member of a record value.
                return load(expressions.place(e));
            }
        }
    }

    private Inst[] convert(TypedExpr.Convert c) {
        BasicType to = element(c.type());
        if (c.operand().type().isComplex()) {
            Inst[] z = value(c.operand());
            b.loc = c.loc();
            BasicType from = element(c.operand().type());
            return new Inst[] {part(z[0], from, to), part(z[1], from, to)};
        }
        Inst v = expressions.value(c.operand());
        b.loc = c.loc();
        return new Inst[] {v.type == Shapes.basic(to) ? v : part(v, c.operand().type(), to), f.zero(Shapes.basic(to))};
    }

    private Inst part(Inst v, CType from, BasicType to) {
        Type t = Shapes.basic(to);
        if (v.type.isFloat()) return t.isFloat() ? expressions.floatToFloat(v, t) : expressions.floatToInt(v, to.signed, t);
        return t.isFloat() ? expressions.intToFloat(v, from.isSigned(), t) : expressions.resize(v, t, from.isSigned());
    }

    private Inst negate(Inst v) {
        return v.type.isFloat() ? expressions.floating(b.unary(Op.FNEG, v)) : b.binary(Op.SUB, f.zero(v.type), v);
    }

    private Inst op(TypedExpr.BinaryOp op, Inst x, Inst y, boolean signed) {
        return expressions.binary(op, x, y, signed);
    }

    private static boolean isReal(TypedExpr e) {
        return e instanceof TypedExpr.Convert c && c.kind() == TypedExpr.Conversion.REAL_TO_COMPLEX;
    }

    private Inst[] binary(TypedExpr.Binary n) {
        BasicType e = element(n.type());
        boolean s = e.signed;
        Inst[] x = value(n.left());
        Inst[] y = value(n.right());
        b.loc = n.loc();
        switch (n.op()) {
            case ADD, SUB -> {
                // A real number has no imaginary part, not one of zero: the sign of a zero tells (C17 G.5.2).
                Inst im = isReal(n.right()) ? x[1] : !isReal(n.left()) ? op(n.op(), x[1], y[1], s) : n.op() == TypedExpr.BinaryOp.ADD ? y[1] : negate(y[1]);
                return new Inst[] {op(n.op(), x[0], y[0], s), im};
            }
            case MUL -> {
                if (isReal(n.right())) return new Inst[] {op(n.op(), x[0], y[0], s), op(n.op(), x[1], y[0], s)};
                if (isReal(n.left())) return new Inst[] {op(n.op(), x[0], y[0], s), op(n.op(), x[0], y[1], s)};
                if (e.kind.floating && (fn.options.fastMath & Inst.NNAN) == 0) return runtime("__mul", e, x, y);
                return new Inst[] {
                    op(TypedExpr.BinaryOp.SUB, op(n.op(), x[0], y[0], s), op(n.op(), x[1], y[1], s), s),
                    op(TypedExpr.BinaryOp.ADD, op(n.op(), x[0], y[1], s), op(n.op(), x[1], y[0], s), s)};
            }
            case DIV -> {
                if (isReal(n.right())) return new Inst[] {op(n.op(), x[0], y[0], s), op(n.op(), x[1], y[0], s)};
                if (e.kind.floating && (fn.options.fastMath & Inst.NNAN) == 0) return runtime("__div", e, x, y);
                TypedExpr.BinaryOp mul = TypedExpr.BinaryOp.MUL;
                Inst d = op(TypedExpr.BinaryOp.ADD, op(mul, y[0], y[0], s), op(mul, y[1], y[1], s), s);
                Inst re = op(TypedExpr.BinaryOp.ADD, op(mul, x[0], y[0], s), op(mul, x[1], y[1], s), s);
                Inst im = op(TypedExpr.BinaryOp.SUB, op(mul, x[1], y[0], s), op(mul, x[0], y[1], s), s);
                return new Inst[] {op(n.op(), re, d, s), op(n.op(), im, d, s)};
            }
            default -> throw new IllegalStateException(n.op() + " of complex numbers");
        }
    }

    private Inst[] runtime(String name, BasicType e, Inst[] x, Inst[] y) {
        Type t = Shapes.basic(e);
        String mode = t == Type.F32 ? "sc3" : t == Type.F64 ? "dc3" : t == Type.F80 ? "xc3" : "tc3";
        Inst storage = b.alloca(2L * t.size, t.align, null);
        expressions.calls.runtimeComplex(name + mode, storage, x[0], x[1], y[0], y[1]);
        return new Inst[] {b.load(t, storage, t.align, 0), b.load(t, expressions.memory.offset(storage, t.size), t.align, 0)};
    }

    private Inst[] conditional(TypedExpr.Conditional c) {
        Boolean known = expressions.conditions.truth(c.condition());
        if (known != null) return value(known ? c.then() : c.otherwise());
        Type t = Shapes.basic(element(c.type()));
        Block yes = f.newBlock("then");
        Block no = f.newBlock("else");
        Block end = f.newBlock("endcond");
        Inst[] result = {end.addParam(t), end.addParam(t)};
        expressions.conditions.branch(c.condition(), yes, no, Conditions.NO_HINT);
        fn.begin(yes);
        fn.jump(end, value(c.then()));
        fn.begin(no);
        fn.jump(end, value(c.otherwise()));
        fn.begin(end);
        return result;
    }

    /** {@code ==} and {@code !=}, as an i1. */
    Inst compare(TypedExpr.Binary n) {
        Inst[] x = value(n.left());
        Inst[] y = value(n.right());
        b.loc = n.loc();
        Inst re = expressions.compare(n.op(), x[0], y[0], false);
        Inst im = expressions.compare(n.op(), x[1], y[1], false);
        return b.binary(n.op() == TypedExpr.BinaryOp.EQ ? Op.AND : Op.OR, re, im);
    }
}
