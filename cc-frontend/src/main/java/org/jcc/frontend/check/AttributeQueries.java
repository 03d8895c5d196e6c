package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Attribute;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Operand;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.types.AlignedType;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.FunctionTypeAttributes;
import org.jcc.frontend.types.QualifiedType;
import org.jcc.frontend.types.TypedefType;
import org.jcc.frontend.types.VectorType;

/**
 * {@code __builtin_has_attribute(operand, attribute)} (GCC manual, "Other Built-in Functions Provided by GCC"): whether a symbol, a
 * member, a type was declared with an attribute, and with these arguments if the query has some.
 *
 * <p>What was written is remembered for each entity as it is declared. An expression that names a symbol or a member asks that, then its
 * type; any other its type. A type asks each typedef down to the structural type.
 */
final class AttributeQueries {
    private final Checker c;
    private final Map<Object, List<Attribute>> written = new IdentityHashMap<>();

    AttributeQueries(Checker c) {
        this.c = c;
    }

    void note(Object entity, List<Attribute> list) {
        if (list.isEmpty()) return;
        List<Attribute> l = written.get(entity);
        if (l == null) written.put(entity, l = new ArrayList<>(list.size()));
        for (int i = 0; i < list.size(); i++) {
            String name = c.name(list.get(i).name());
            // A vector type says so itself; packed means nothing for variables.
            if (!name.equals("vector_size") && !(name.equals("packed") && entity instanceof VarSymbol)) l.add(list.get(i));
        }
    }

    TypedExpr query(Expr.HasAttribute h) {
        boolean is;
        if (h.operand() instanceof TypeName n) {
            is = type(c.declarators.typeName(n), h.attribute());
        } else {
            c.unevaluated++;
            TypedExpr e = c.exprs.expr((Expr) h.operand());
            c.unevaluated--;
            Object entity = switch (e) {
                case TypedExpr.VarRef v -> v.variable();
                case TypedExpr.FunctionRef f -> f.function();
                case TypedExpr.Member m -> m.field();
                default -> null;
            };
            is = entity != null && wrote(entity, h.attribute()) || type(e.type(), h.attribute());
        }
        return new IntConst(h.loc(), c.types.bool, is ? 1 : 0, 0);
    }

    private boolean type(CType t, Attribute want) {
        String name = c.name(want.name());
        if (name.equals("aligned")) return aligned(t, noArguments(want) ? 0 : number(want, 0));
        while (true) {
            if (wrote(t, want)) return true;
            switch (t) {
                case AlignedType a -> t = a.base;
                case TypedefType d -> t = d.underlying;
                case QualifiedType q -> {
                    if ((q.own & CType.MAY_ALIAS) != 0 && name.equals("may_alias")) return true;
                    t = q.base;
                }
                case VectorType v -> {
                    return name.equals("vector_size") && (noArguments(want) || number(want, 0) == v.size());
                }
                case FunctionType f -> {
                    FunctionTypeAttributes a = f.attributes == null ? FunctionTypeAttributes.NONE : f.attributes;
                    return switch (name) {
                        case "noreturn" -> f.noreturn;
                        case "format" -> a.formatKind() != null && noArguments(want);
                        case "nonnull" -> noArguments(want) ? a.nonnull() == -1 : (a.nonnull() >> number(want, 0) - 1 & 1) != 0;
                        default -> false;
                    };
                }
                default -> {
                    return false;
                }
            }
        }
    }

    /** Alignment of 0: any that an attribute gave. */
    private boolean aligned(CType t, long align) {
        if (align != 0 && t.align() != align) return false;
        while (true) {
            if (t instanceof AlignedType || t instanceof TypedefType d && d.alignAttribute != 0 || says(t, "aligned")) return true;
            switch (t) {
                case TypedefType d -> t = d.underlying;
                case QualifiedType q -> t = q.base;
                case ArrayType a -> t = a.element;
                default -> {
                    return false;
                }
            }
        }
    }

    private boolean says(Object entity, String name) {
        List<Attribute> l = written.get(entity);
        if (l != null) for (Attribute a : l) if (c.name(a.name()).equals(name)) return true;
        return false;
    }

    private boolean wrote(Object entity, Attribute want) {
        List<Attribute> l = written.get(entity);
        if (l == null) return false;
        for (Attribute a : l) if (a.name() == want.name() && covers(a, want)) return true;
        return false;
    }

    private static boolean noArguments(Attribute a) {
        return a.args() == null || a.args().isEmpty();
    }

    private long number(Attribute a, int i) {
        Long n = a.args().get(i) instanceof Expr e ? c.exprs.integerConstant(e) : null;
        return n == null ? Long.MIN_VALUE : n;
    }

    /** The arguments of the query are the first of what was written. */
    private boolean covers(Attribute a, Attribute want) {
        if (noArguments(want)) return true;
        boolean aligned = noArguments(a) && c.name(a.name()).equals("aligned");
        if (aligned) return number(want, 0) == c.types.target.maxAlign();
        if (noArguments(a) || a.args().size() < want.args().size()) return false;
        for (int i = 0; i < want.args().size(); i++) if (!same(a.args().get(i), want.args().get(i))) return false;
        return true;
    }

    private boolean same(Operand x, Operand y) {
        if (!(x instanceof Expr a) || !(y instanceof Expr b)) return false;
        a = a.unparen();
        b = b.unparen();
        if (a instanceof Expr.StringLit s) return b instanceof Expr.StringLit t && s.text().equals(t.text());
        if (a instanceof Expr.Ident s && b instanceof Expr.Ident t) return Attributes.bare(c.name(s.name())).equals(Attributes.bare(c.name(t.name())));
        if (a instanceof Expr.Ident || b instanceof Expr.Ident || b instanceof Expr.StringLit) return false;
        Long m = c.exprs.integerConstant(a);
        return m != null && m.equals(c.exprs.integerConstant(b));
    }
}
