package org.jcc.frontend.lower;

import java.util.ArrayList;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Lowers conditions: {@link #truth} tells what is known without code, {@link #condition} gives an i1, {@link #branch} jumps.
 *
 * <p>{@code &&}, {@code ||} and {@code !} become control flow where a jump is wanted; their chains lean to the left and are
 * walked with a stack. What {@code __builtin_expect} says reaches the last branch that it decides.
 */
final class Conditions {
    /** No expectation of a branch; otherwise the chance in a thousand that it is taken. */
    static final int NO_HINT = 0;
    private static final int LIKELY = 900;

    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final ArrayList<TypedExpr> spine = new ArrayList<>();

    Conditions(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
    }

    /** The truth of a condition that is known and has no side effects; null if not. */
    Boolean truth(TypedExpr e) {
        while (true) {
            switch (e) {
                case TypedExpr.IntConst c -> {
                    return (c.low() | (c.type().size() > 8 ? c.high() : 0)) != 0;
                }
                case TypedExpr.FloatConst c -> {
                    // Both zeros are false: only the sign bit may be set.
                    Type t = fn.shapes.ir(c.type());
                    if (t == Type.F32) return (c.low() & 0x7fffffffL) != 0;
                    if (t == Type.F64) return c.low() << 1 != 0;
                    return c.low() != 0 || (t == Type.F80 ? c.high() & 0x7fff : c.high() << 1) != 0;
                }
                case TypedExpr.Logical l -> {
                    Boolean left = truth(l.left());
                    if (left == null) return null;
                    if (left == l.or()) return left;
                    e = l.right();
                }
                case TypedExpr.Unary u -> {
                    if (u.op() != TypedExpr.UnaryOp.LOG_NOT) return null;
                    Boolean t = truth(u.operand());
                    return t == null ? null : (Boolean) !t;
                }
                case TypedExpr.Convert c -> {
                    if (!keepsTruth(c)) return null;
                    e = c.operand();
                }
                case TypedExpr.Conditional c -> {
                    Boolean t = truth(c.condition());
                    if (t == null) return null;
                    e = t ? c.then() : c.otherwise();
                }
                case TypedExpr.BuiltinCall c -> {
                    if (c.builtin() == Builtin.CONSTANT_P) return Builtins.isConstant(c.args().get(0)) ? Boolean.TRUE : f.is(Function.OPT_NONE) ? Boolean.FALSE : null;
                    if (c.builtin() != Builtin.EXPECT && c.builtin() != Builtin.EXPECT_WITH_PROBABILITY) return null;
                    e = c.args().get(0);
                }
                case TypedExpr.AddressOf a -> {
                    return a.lvalue() instanceof TypedExpr.StringLiteral || a.lvalue() instanceof TypedExpr.VarRef v && !v.variable().weak && !v.variable().weakref
                            || a.lvalue() instanceof TypedExpr.FunctionRef r && !r.function().weak && !r.function().weakref ? Boolean.TRUE : null;
                }
                default -> {
                    return null;
                }
            }
        }
    }

    /** Zero stays zero and nothing else becomes zero. */
    private static boolean keepsTruth(TypedExpr.Convert c) {
        return switch (c.kind()) {
            case TO_BOOL -> !c.operand().type().isComplex();
            case INT_TO_INT -> c.type().size() >= c.operand().type().size() || isFlag(c.operand());
            case POINTER_TO_POINTER, INT_TO_POINTER -> true;
            case POINTER_TO_INT -> c.type().size() >= 8;
            case NOP -> c.type().isScalar();
            default -> false;
        };
    }

    private static boolean isFlag(TypedExpr e) {
        return e instanceof TypedExpr.Logical || e instanceof TypedExpr.Binary n && n.op().isComparison()
                || e instanceof TypedExpr.Unary u && u.op() == TypedExpr.UnaryOp.LOG_NOT || e.type().isBool();
    }

    Inst not(Inst i1) {
        if (i1.isConst()) return f.iconst(Type.I1, 1 - i1.imm);
        if ((i1.op == Op.ICMP || i1.op == Op.FCMP) && i1.useCount() == 0) {
            i1.imm = i1.cond().negate().ordinal();
            return i1;
        }
        return b.binary(Op.XOR, i1, f.iconst(Type.I1, 1));
    }

    /** Whether the scalar is not zero, as an i1. */
    Inst nonzero(Inst v) {
        if (v.op == Op.ICONST) return f.iconst(Type.I1, v.imm != 0 || v.type == Type.I128 && v.immHi != 0 ? 1 : 0);
        if (v.op == Op.ZEXT && v.arg(0).type == Type.I1) return v.arg(0);
        if (v.type == Type.I1) return v;
        if (v.type.isFloat()) return expressions.floating(b.fcmp(Cond.FUNE, v, f.zero(v.type)));
        return b.icmp(Cond.NE, v, v.type == Type.PTR ? f.ptrConst(0) : f.zero(v.type));
    }

    /** The truth of a scalar, as an i1. */
    Inst condition(TypedExpr e) {
        Boolean known = truth(e);
        if (known != null) return f.iconst(Type.I1, known ? 1 : 0);
        boolean negate = false;
        while (true) {
            if (e instanceof TypedExpr.Convert c && keepsTruth(c)) {
                e = c.operand();
            } else if (e instanceof TypedExpr.Unary u && u.op() == TypedExpr.UnaryOp.LOG_NOT) {
                negate = !negate;
                e = u.operand();
            } else {
                break;
            }
        }
        Inst c;
        if (e.type().isComplex()) {
            Inst[] z = expressions.complexes.value(e);
            c = b.binary(Op.OR, nonzero(z[0]), nonzero(z[1]));
        } else if (e instanceof TypedExpr.Binary n && n.op().isComparison()) {
            if (n.left().type().isComplex()) {
                c = expressions.complexes.compare(n);
            } else {
                Inst x = expressions.value(n.left());
                Inst y = expressions.value(n.right());
                b.loc = n.loc();
                c = expressions.compare(n.op(), x, y, n.left().type().isSigned());
            }
        } else if (e instanceof TypedExpr.Logical l) {
            c = logical(l);
        } else {
            Inst v = expressions.value(e);
            b.loc = e.loc();
            c = nonzero(v);
        }
        return negate ? not(c) : c;
    }

    /** {@code &&} or {@code ||} as an i1: the branches meet in a block with a parameter. */
    Inst logical(TypedExpr.Logical l) {
        Boolean known = truth(l);
        if (known != null) return f.iconst(Type.I1, known ? 1 : 0);
        Block yes = f.newBlock(null);
        Block no = f.newBlock(null);
        Block end = f.newBlock(l.or() ? "or" : "and");
        Inst result = end.addParam(Type.I1);
        branch(l, yes, no, NO_HINT);
        b.loc = l.loc();
        fn.begin(yes);
        fn.jump(end, f.iconst(Type.I1, 1));
        fn.begin(no);
        fn.jump(end, f.iconst(Type.I1, 0));
        fn.begin(end);
        result.loc = l.loc();
        return result;
    }

    /** Jumps to {@code yes} if the scalar is not zero, else to {@code no}. */
    void branch(TypedExpr e, Block yes, Block no, int hint) {
        while (true) {
            Boolean known = truth(e);
            if (known != null) {
                fn.jump(known ? yes : no);
                return;
            }
            if (e instanceof TypedExpr.Convert c && keepsTruth(c)) {
                e = c.operand();
            } else if (e instanceof TypedExpr.Unary u && u.op() == TypedExpr.UnaryOp.LOG_NOT) {
                e = u.operand();
                Block t = yes;
                yes = no;
                no = t;
                if (hint != NO_HINT) hint = 1000 - hint;
            } else if (e instanceof TypedExpr.Logical l) {
                branchLogical(l, yes, no, hint);
                return;
            } else if (e instanceof TypedExpr.Comma c) {
                e = expressions.lastOf(c);
            } else if (e instanceof TypedExpr.BuiltinCall c && (c.builtin() == Builtin.EXPECT || c.builtin() == Builtin.EXPECT_WITH_PROBABILITY)
                    && truth(c.args().get(1)) instanceof Boolean expected) {
                int likely = probability(c);
                hint = expected ? likely : 1000 - likely;
                e = c.args().get(0);
            } else {
                break;
            }
        }
        Inst c = condition(e);
        b.loc = e.loc();
        fn.jumpIf(c, yes, no, hint);
    }

    /** How often what is expected is so, of a thousand times; never always. */
    private static int probability(TypedExpr.BuiltinCall c) {
        if (c.args().size() < 3 || !(c.args().get(2) instanceof TypedExpr.FloatConst p)) return LIKELY;
        return (int) Math.max(1, Math.min(999, Math.round(Double.longBitsToDouble(p.low()) * 1000)));
    }

    private void branchLogical(TypedExpr.Logical l, Block yes, Block no, int hint) {
        int base = spine.size();
        boolean or = l.or();
        TypedExpr e = l;
        while (e instanceof TypedExpr.Logical x && x.or() == or) {
            spine.add(x.right());
            e = x.left();
        }
        // If the whole is expected, each operand of && is; if its opposite is, each operand's of ||.
        int each = or == (hint != NO_HINT && hint < 500) ? hint : NO_HINT;
        while (true) {
            boolean last = spine.size() == base;
            if (last) {
                branch(e, yes, no, each == NO_HINT ? hint : each);
                return;
            }
            Block next = f.newBlock(null);
            if (or) branch(e, yes, next, each);
            else branch(e, next, no, each);
            fn.begin(next);
            e = spine.remove(spine.size() - 1);
        }
    }
}
