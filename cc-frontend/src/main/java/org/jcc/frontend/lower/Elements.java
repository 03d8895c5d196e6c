package org.jcc.frontend.lower;

import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.RecordType;

/** What an expression says of an element by way of the array that it is in: more than its type tells, or less. */
final class Elements {
    private Elements() {}

    /** The pointer goes into an array that is a member of a union: gcc lets its elements alias the other members. */
    static boolean throughUnion(TypedExpr p) {
        while (true) {
            if (p instanceof TypedExpr.PointerAdd a) {
                p = a.pointer();
            } else if (p instanceof TypedExpr.AddressOf a && a.lvalue().type().isArray()) {
                TypedExpr l = a.lvalue();
                while (l instanceof TypedExpr.Member m) {
                    if (m.base().type().strip() instanceof RecordType r && (r.union || r.mayAlias)) return true;
                    l = m.base();
                }
                if (!(l instanceof TypedExpr.Deref d)) return false;
                p = d.pointer();
            } else {
                return false;
            }
        }
    }

    /** The alignment of an lvalue in bytes: its type's, unless it is an element of an array that is a member of a packed record. */
    static int alignment(TypedExpr.Deref d) {
        int align = Math.max(1, d.type().align());
        if (align == 1) return 1;
        TypedExpr p = d.pointer();
        int left = align;
        while (p instanceof TypedExpr.PointerAdd a) {
            long step = a.scaleExpr() != null ? 1 : a.index() instanceof TypedExpr.IntConst k ? k.low() * a.scale() : a.scale();
            left = Place.alignAt(left, step);
            p = a.pointer();
        }
        return p instanceof TypedExpr.AddressOf a && a.lvalue().type().isArray() && isMember(a.lvalue()) ? Math.min(left, member(a.lvalue())) : align;
    }

    private static boolean isMember(TypedExpr e) {
        return e instanceof TypedExpr.Member || e instanceof TypedExpr.Deref d && d.pointer() instanceof TypedExpr.AddressOf a && isMember(a.lvalue());
    }

    private static int member(TypedExpr e) {
        return switch (e) {
            case TypedExpr.Member m -> Place.alignAt(member(m.base()), m.field().offset);
            case TypedExpr.Deref d -> alignment(d);
            case TypedExpr.VarRef v -> Math.max(1, v.variable().align());
            default -> Math.max(1, e.type().align());
        };
    }
}
