package org.jcc.frontend.lower;

import org.jcc.frontend.ast.Initializer;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;

/**
 * Looks for labels in statements that control does not reach from above: if there is one, they are lowered all the same. Labels
 * that nothing jumps to, and the cases of a dead switch, do not count.
 */
final class Labels {
    private Labels() {}

    static boolean in(TypedStmt s) {
        return switch (s) {
            // A case of a switch that is itself dead has no block yet.
            case TypedStmt.Label l -> l.label().lowered != null || l.label().name != null && (l.label().used || l.label().addressTaken);
            case TypedStmt.Block x -> in(x.statements());
            case TypedStmt.If i -> in(i.then()) || i.otherwise() != null && in(i.otherwise()) || in(i.condition());
            case TypedStmt.Loop l -> in(l.body());
            case TypedStmt.Switch w -> in(w.body());
            case TypedStmt.ExprStmt e -> in(e.expr());
            case TypedStmt.LocalVar v -> {
                if (v.init() != null) for (Initializer.Item i : v.init().items()) if (in(i.value())) yield true;
                yield false;
            }
            default -> false;
        };
    }

    private static boolean in(java.util.List<TypedStmt> list) {
        for (TypedStmt s : list) if (in(s)) return true;
        return false;
    }

    /** Labels in statement expressions, where macros put them: at the top, under assignments, casts and commas. */
    private static boolean in(TypedExpr e) {
        while (true) {
            if (e instanceof TypedExpr.StmtExpr s) return in(s.statements()) || s.value() != null && in(s.value());
            else if (e instanceof TypedExpr.Convert c) e = c.operand();
            else if (e instanceof TypedExpr.Assign a) e = a.value();
            else if (e instanceof TypedExpr.Comma c) {
                if (in(c.left())) return true;
                e = c.right();
            } else if (e instanceof TypedExpr.Let l) {
                if (in(l.value())) return true;
                e = l.body();
            } else return false;
        }
    }
}
