package org.jcc.frontend.check;

import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.syntax.TypeSpec;

/**
 * Whether an expression is written as a constant expression of ISO C (6.6), and not merely one that folds to a constant: without
 * assignment, {@code ++}, comma, calls and statement expressions outside of unevaluated operands; an integer constant expression has
 * besides only integer operands, floating constants that are cast at once, and casts to integer types. Asked under {@code -pedantic}
 * alone, where what folds all the same gets a diagnostic.
 */
final class ConstantExpressions {
    private final Checker c;

    ConstantExpressions(Checker c) {
        this.c = c;
    }

    /** True if a folded expression is to be reported as no integer constant expression of ISO C. */
    boolean lax(Expr e) {
        return c.pedanticEnabled() && !strict(e, true, true);
    }

    /** The same of a static initialiser (6.6p7): operands may be floating or addresses. */
    boolean laxInitializer(Expr e) {
        return c.pedanticEnabled() && !strict(e, false, true);
    }

    private boolean strict(Expr e, boolean integer, boolean evaluated) {
        return switch (e.unparen()) {
            case Expr.Ident i -> {
                Scopes.Binding b = c.scopes.find(i.name());
                yield !integer || b != null && b.constant != null;
            }
            case Expr.FloatLit f -> !integer;
            case Expr.StringLit s -> !integer;
            case Expr.Assign a -> false;
            case Expr.Call k -> k.callee() instanceof Expr.Ident i && c.name(i.name()).startsWith("__builtin_");
            case Expr.StmtExpr s -> false;
            case Expr.Unary u -> switch (u.op()) {
                case PRE_INC, PRE_DEC, POST_INC, POST_DEC -> false;
                case EXTENSION -> true;
                case ADDRESS -> !integer;
                case DEREF -> !integer && strict(u.operand(), false, evaluated);
                default -> strict(u.operand(), integer, evaluated);
            };
            case Expr.Binary b -> b.op() != Expr.BinaryOp.COMMA && strict(b.left(), integer, evaluated) && strict(b.right(), integer, evaluated);
            case Expr.Conditional k -> strict(k.condition(), integer, evaluated) && (k.then() == null || strict(k.then(), integer, evaluated))
                    && strict(k.otherwise(), integer, evaluated);
            case Expr.Cast k -> {
                if (!integer) yield strict(k.operand(), false, evaluated);
                yield integerType(k.type()) && (k.operand().unparen() instanceof Expr.FloatLit || strict(k.operand(), true, evaluated));
            }
            default -> true;
        };
    }

    /** By its words: a pointer declarator or a floating keyword makes it none. */
    private static boolean integerType(TypeName n) {
        if (!n.declarator().chunks().isEmpty()) return false;
        for (TypeSpec s : n.specs().types()) {
            if (s instanceof TypeSpec.Struct) return false;
            if (s instanceof TypeSpec.Keyword k) {
                switch (k.kind()) {
                    case VOID, FLOAT, DOUBLE, COMPLEX, FLOAT16, FLOAT32, FLOAT64, FLOAT128, FLOAT32X, FLOAT64X, BF16 -> {
                        return false;
                    }
                    default -> {}
                }
            }
        }
        return true;
    }
}
