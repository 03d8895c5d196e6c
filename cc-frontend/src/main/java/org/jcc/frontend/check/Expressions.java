package org.jcc.frontend.check;

import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;

/**
 * Expressions (6.5): dispatch, and the faces that others use. {@link #expr} gives an lvalue where the expression is one; {@link #valueOf} its value.
 * Chains of binary operators, however long, are walked in a loop.
 */
final class Expressions {
    private final Checker c;
    private final Types types;
    private final Fold fold;
    /** What {@link #integerConstant} looked at last, to tell an error from a non-constant. */
    TypedExpr lastConstant;

    Expressions(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    // ---- faces ----

    /** The value of an expression: converted from lvalue, decayed. */
    TypedExpr valueOf(Expr e) {
        return c.conv.value(expr(e));
    }

    /** A value as controlling expression: any scalar. */
    TypedExpr condition(Expr e, String where) {
        Expr bare = e;
        if (bare instanceof Expr.Assign a && a.op() == null) {
            c.warnAll(e.start(), "parentheses", "suggest parentheses around assignment used as truth value");
        }
        TypedExpr v = valueOf(e);
        return scalar(v, e.start());
    }

    TypedExpr scalar(TypedExpr v, int loc) {
        CType s = v.type().strip();
        if (s.isError()) return v;
        if (!s.isScalar()) {
            if (s.isVoid()) c.error(loc, "void value not ignored as it ought to be");
            else if (s instanceof RecordType r) c.error(loc, "used " + (r.union ? "union" : "struct") + " type value where scalar is required");
            else if (s instanceof VectorType) c.error(loc, "used vector type where scalar is required");
            else c.error(loc, "used value where scalar is required");
            return c.errorExpr(loc);
        }
        if (s instanceof ComplexType) return fold.convert(v, types.bool, loc);
        return v;
    }

    /** The value of an integer constant expression, or null. Reports nothing but errors within. */
    Long integerConstant(Expr e) {
        TypedExpr v = constantExpr(e);
        lastConstant = v;
        return v instanceof IntConst k && k.type().isInteger() ? k.low() : null;
    }

    TypedExpr constantExpr(Expr e) {
        int before = fold.overflows;
        TypedExpr v = valueOf(e);
        if (fold.overflows != before) c.overflowPedantic(e.start());
        if (v instanceof IntConst || v.type().isError()) return v;
        TypedExpr k = c.statics.fold(v);
        return k != null ? k : v;
    }

    // ---- dispatch ----

    TypedExpr expr(Expr e) {
        return switch (e) {
            case Expr.Ident i -> c.primary.ident(i);
            case Expr.IntLit i -> c.primary.intLit(i);
            case Expr.Binary b -> c.binary.binaryChain(b);
            case Expr.Paren p -> c.primary.paren(p);
            case Expr.Member m -> c.postfix.member(m);
            case Expr.Call k -> c.calls.call(k);
            case Expr.Unary u -> c.unary.unary(u);
            case Expr.Assign a -> c.assigns.assign(a);
            case Expr.Index i -> c.postfix.index(i);
            case Expr.StringLit s -> c.primary.string(s);
            case Expr.Cast k -> c.unary.cast(k);
            case Expr.CharLit k -> c.primary.charLit(k);
            case Expr.FloatLit f -> c.primary.floatLit(f);
            case Expr.Conditional k -> c.assigns.conditional(k);
            case Expr.Sizeof s -> c.unary.sizeof(s);
            case Expr.Alignof a -> c.unary.alignof(a);
            case Expr.CompoundLiteral k -> c.postfix.compoundLiteral(k);
            case Expr.StmtExpr s -> c.stmts.statementExpression(s);
            case Expr.LabelAddr l -> c.primary.labelAddress(l);
            case Expr.Generic g -> c.primary.generic(g);
            case Expr.VaArg v -> c.postfix.vaArg(v);
            case Expr.Offsetof o -> c.unary.offsetof(o);
            case Expr.TypesCompatible t -> {
                CType a = c.declarators.typeName(t.first());
                CType b = c.declarators.typeName(t.second());
                boolean same = types.compatibleUnqualified(a, b) && !((a.strip() instanceof EnumType || b.strip() instanceof EnumType) && a.strip() != b.strip());
                yield new IntConst(t.loc(), types.int_, same ? 1 : 0, 0);
            }
            case Expr.ChooseExpr k -> c.primary.choose(k);
            case Expr.ConvertVector k -> {
                TypedExpr v = valueOf(k.value());
                CType t = c.declarators.typeName(k.type());
                yield v.type().isError() ? v : new TypedExpr.Convert(k.loc(), t.unqualified(), TypedExpr.Conversion.VECTOR_CONVERT, v);
            }
            case Expr.HasAttribute h -> c.attrs.queries.query(h);
            case Expr.Tgmath t -> c.calls.typeGeneric(t);
            case Expr.ErrorExpr x -> c.errorExpr(x.loc());
        };
    }

    /** May be evaluated in any place and several times: constants, plain variables that are not volatile. */
    static boolean simple(TypedExpr e) {
        return switch (e) {
            case IntConst k -> true;
            case TypedExpr.FloatConst k -> true;
            case TypedExpr.TempRef t -> true;
            case TypedExpr.AddressOf a -> a.lvalue() instanceof TypedExpr.VarRef || a.lvalue() instanceof TypedExpr.FunctionRef || a.lvalue() instanceof TypedExpr.StringLiteral;
            case TypedExpr.Convert k -> simple(k.operand());
            default -> false;
        };
    }

    static boolean sideEffects(TypedExpr e) {
        return switch (e) {
            case IntConst k -> false;
            case TypedExpr.FloatConst k -> false;
            case TypedExpr.VarRef v -> false;
            case TypedExpr.StringLiteral s -> false;
            case TypedExpr.FunctionRef f -> false;
            case TypedExpr.TempRef t -> false;
            case TypedExpr.LabelAddress l -> false;
            case TypedExpr.AddressOf a -> sideEffects(a.lvalue());
            case TypedExpr.Load l -> l.lvalue().type().isVolatile() || sideEffects(l.lvalue());
            case TypedExpr.Member m -> sideEffects(m.base());
            case TypedExpr.Deref d -> sideEffects(d.pointer());
            case TypedExpr.Convert k -> sideEffects(k.operand());
            case TypedExpr.Unary u -> sideEffects(u.operand());
            case TypedExpr.Binary b -> sideEffects(b.left()) || sideEffects(b.right());
            case TypedExpr.Logical b -> sideEffects(b.left()) || sideEffects(b.right());
            case TypedExpr.PointerAdd p -> sideEffects(p.pointer()) || sideEffects(p.index());
            case TypedExpr.PointerDifference p -> sideEffects(p.left()) || sideEffects(p.right());
            case TypedExpr.Conditional k -> sideEffects(k.condition()) || sideEffects(k.then()) || sideEffects(k.otherwise());
            default -> true;
        };
    }

    // ---- dropped values ----

    /** An expression evaluated for its effects: volatile lvalues are read, useless values warned about. */
    TypedExpr dropped(TypedExpr e, int loc) {
        if (e.type().isError()) return e;
        TypedExpr v = e;
        if (e.isLvalue()) {
            if (e.type().isVolatile() && e.type().isComplete() && !e.type().isVoid() && !e.type().isArray()) return c.conv.value(e);
            if (!e.type().isComplete() && !e.type().isVoid() && !e.type().isArray() && !(e instanceof TypedExpr.Deref)) return c.conv.value(e);
            if (e instanceof TypedExpr.Deref d && (e.type().isVoid() || !e.type().isComplete())) v = d.pointer();
            else if (e.type().isFunction() || e.type().isArray() || !e.type().isComplete()) {
                v = e.type().isFunction() || e.type().isArray() ? c.conv.value(e) : e;
            } else v = c.conv.value(e);
        }
        if (c.evaluated() && c.allEnabled("unused-value") && !sideEffects(v) && !v.type().isVoid() && !e.type().isVoid()) c.warnAll(loc, "unused-value", "statement with no effect");
        return v;
    }
}
