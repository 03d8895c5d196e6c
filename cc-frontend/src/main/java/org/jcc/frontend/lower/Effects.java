package org.jcc.frontend.lower;

import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.CType;

/**
 * Tells expressions that can be evaluated, and dropped again, without anyone noticing: {@code __builtin_constant_p} does not
 * evaluate its operand, but must look at its value.
 */
final class Effects {
    private Effects() {}

    /** No assignment, no call, no volatile access. */
    static boolean free(TypedExpr e) {
        return switch (e) {
            case TypedExpr.IntConst c -> true;
            case TypedExpr.FloatConst c -> true;
            case TypedExpr.TempRef t -> true;
            case TypedExpr.Load l -> place(l.lvalue());
            case TypedExpr.AddressOf a -> a.lvalue() instanceof TypedExpr.StringLiteral || place(a.lvalue());
            case TypedExpr.Unary u -> free(u.operand());
            case TypedExpr.Binary n -> free(n.left()) && free(n.right());
            case TypedExpr.Logical l -> free(l.left()) && free(l.right());
            case TypedExpr.Conditional c -> free(c.condition()) && free(c.then()) && free(c.otherwise());
            case TypedExpr.Convert c -> free(c.operand());
            case TypedExpr.PointerAdd p -> p.scaleExpr() == null && free(p.pointer()) && free(p.index());
            case TypedExpr.PointerDifference d -> d.scaleExpr() == null && free(d.left()) && free(d.right());
            default -> false;
        };
    }

    private static boolean place(TypedExpr e) {
        if ((e.type().quals() & (CType.VOLATILE | CType.ATOMIC)) != 0) return false;
        return switch (e) {
            case TypedExpr.VarRef v -> v.variable().hardRegister == null;
            case TypedExpr.FunctionRef f -> true;
            case TypedExpr.StringLiteral s -> true;
            case TypedExpr.Deref d -> free(d.pointer());
            case TypedExpr.Member m -> m.base().isLvalue() && place(m.base());
            default -> false;
        };
    }
}
