package org.jcc.frontend.check;

import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;

/** {@code __builtin_shuffle} and {@code __builtin_shufflevector} (GCC manual, "Vector Extensions"): lanes of vectors in another order. */
final class ShuffleBuiltins {
    private final Checker c;
    private final Types types;

    ShuffleBuiltins(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    /** {@code __builtin_shufflevector (a, b, index…)}: the lanes of {@code a} and then those of {@code b}, which may be of another length. */
    TypedExpr shuffleVector(String name, Expr.Call k, List<TypedExpr> a) {
        int loc = k.loc();
        if (!(a.get(0).type().strip() instanceof VectorType x) || !(a.get(1).type().strip() instanceof VectorType y)) {
            c.error(loc, "'" + name + "' arguments must be vectors");
            return c.errorExpr(loc);
        }
        if (!types.compatibleUnqualified(x.element, y.element)) {
            c.error(loc, "'" + name + "' argument vectors must have the same element type");
            return c.errorExpr(loc);
        }
        int lanes = a.size() - 2;
        if (Integer.bitCount(lanes) != 1) {
            c.error(loc, "'" + name + "' must specify a result with a power of two number of elements");
            return c.errorExpr(loc);
        }
        for (TypedExpr i : a.subList(2, a.size())) {
            if (!(i instanceof IntConst n) || n.low() < -1 || n.low() >= x.lanes + y.lanes) {
                c.error(i.loc(), "invalid element index to '" + name + "'");
                return c.errorExpr(loc);
            }
        }
        CType t = lanes == x.lanes ? a.get(0).type().unqualified() : new VectorType(x.element, lanes, (int) Math.min(lanes * x.element.size(), 1 << 12));
        return c.builtins.builtin(loc, t, Builtin.SHUFFLEVECTOR, a);
    }

    /** {@code __builtin_shuffle (a, mask)} and {@code (a, b, mask)}. */
    TypedExpr shuffle(String name, Expr.Call k, List<TypedExpr> a) {
        int loc = k.loc();
        if (!c.builtins.count(name, k, 2, 3)) return c.errorExpr(loc);
        String problem = null;
        if (!(a.get(a.size() - 1).type().strip() instanceof VectorType mask) || !mask.element.isInteger()) problem = "last argument must be an integer vector";
        else if (!(a.get(0).type().strip() instanceof VectorType x) || !a.get(a.size() - 2).type().isVector()) problem = "arguments must be vectors";
        else if (!types.compatibleUnqualified(a.get(0).type(), a.get(a.size() - 2).type())) problem = "argument vectors must be of the same type";
        else if (x.lanes != mask.lanes) problem = "number of elements of the argument vector(s) and the mask vector should be the same";
        else if (x.element.size() != mask.element.size()) problem = "argument vector(s) inner type must have the same size as inner type of the mask";
        if (problem == null) return c.builtins.builtin(loc, a.get(0).type().unqualified(), Builtin.SHUFFLE, a);
        c.error(loc, "'" + name + "' " + problem);
        return c.errorExpr(loc);
    }
}
