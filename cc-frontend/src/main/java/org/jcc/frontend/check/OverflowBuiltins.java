package org.jcc.frontend.check;

import java.math.BigInteger;
import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.Types;

/** {@code __builtin_add_overflow} and its kin (GCC manual, "Built-in Functions to Perform Arithmetic with Overflow Checking"). */
final class OverflowBuiltins {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    OverflowBuiltins(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    /** With a result, {@code (x, y, &r)}; those that name a type convert to it. */
    TypedExpr overflow(String name, Builtins.Meaning m, Expr.Call k, List<TypedExpr> a) {
        int loc = k.loc();
        if (!c.builtins.count(name, k, 3, 3)) return c.errorExpr(loc);
        TypedExpr x = a.get(0);
        TypedExpr y = a.get(1);
        TypedExpr p = a.get(2);
        if (m.variant() != 0) {
            CType t = switch (m.variant()) {
                case 1 -> types.int_;
                case 2 -> types.uint;
                case 3 -> types.long_;
                case 4 -> types.ulong;
                case 5 -> types.llong;
                default -> types.ullong;
            };
            x = c.builtins.convert(x, t, name, 1);
            y = c.builtins.convert(y, t, name, 2);
            p = c.builtins.convert(p, t.pointer(), name, 3);
            if (Builtins.bad(x, y, p)) return c.errorExpr(loc);
        } else {
            if (!x.type().isInteger() || !y.type().isInteger()) {
                c.error(loc, "argument " + (x.type().isInteger() ? 2 : 1) + " in call to function '" + name + "' does not have integral type");
                return c.errorExpr(loc);
            }
            CType to = p.type().pointee();
            if (to == null || !to.isInteger() || to.isBool() || to.strip() instanceof EnumType) {
                c.error(loc, to == null || !to.isInteger() ? "argument 3 in call to function '" + name + "' does not have pointer to integral type"
                        : "argument 3 in call to function '" + name + "' has pointer to " + (to.isBool() ? "boolean" : "enumerated") + " type");
                return c.errorExpr(loc);
            }
            if (to.isConst()) {
                c.error(loc, "argument 3 in call to function '" + name + "' has pointer to 'const' type (have " + c.q(p.type()) + ")");
                return c.errorExpr(loc);
            }
        }
        return c.builtins.builtin(loc, types.bool, m.builtin(), List.of(x, y, p));
    }

    /** The predicates, {@code (x, y, z)}: of the type of {@code z}, which may be a bit-field. */
    TypedExpr predicate(String name, Builtin b, Expr.Call k, List<TypedExpr> a) {
        int loc = k.loc();
        if (!c.builtins.count(name, k, 3, 3)) return c.errorExpr(loc);
        for (int i = 0; i < 3; i++) {
            if (!a.get(i).type().isInteger()) {
                c.error(loc, "argument " + (i + 1) + " in call to function '" + name + "' does not have integral type");
                return c.errorExpr(loc);
            }
        }
        CType t = a.get(2).type();
        int width = a.get(2) instanceof TypedExpr.Load l && l.lvalue() instanceof TypedExpr.Member f && f.field().isBitField() ? f.field().bitWidth : types.integerOf(t).width();
        if (a.get(0) instanceof IntConst x && a.get(1) instanceof IntConst y && a.get(2).type().strip() == t.strip()) {
            BigInteger v = switch (b) {
                case ADD_OVERFLOW_P -> Fold.big(x).add(Fold.big(y));
                case SUB_OVERFLOW_P -> Fold.big(x).subtract(Fold.big(y));
                default -> Fold.big(x).multiply(Fold.big(y));
            };
            boolean sign = t.isSigned();
            boolean over = !sign && v.signum() < 0 || v.bitLength() > (sign ? width - 1 : width);
            return new IntConst(loc, types.bool, over ? 1 : 0, 0);
        }
        TypedExpr third = Expressions.sideEffects(a.get(2)) ? a.get(2) : fold.integer(loc, t.unqualified(), 0);
        return c.builtins.builtin(loc, types.bool, b, List.of(a.get(0), a.get(1), third, fold.integer(loc, types.int_, width)));
    }
}
