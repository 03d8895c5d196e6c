package org.jcc.frontend.check;

import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;
import org.jcc.support.Diagnostics;

/**
 * Postfix expressions (6.5.2) but for calls: subscripts, members, compound literals, {@code va_arg}.
 */
final class PostfixExpressions {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    PostfixExpressions(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    TypedExpr index(Expr.Index i) {
        TypedExpr a = c.exprs.expr(i.base());
        TypedExpr b = c.exprs.valueOf(i.index());
        if (a.type().strip() instanceof VectorType v) {
            TypedExpr p = new TypedExpr.AddressOf(i.loc(), v.element.pointer(), lvalueOf(a));
            return deref(i.loc(), c.binary.pointerAdd(i.loc(), p, c.conv.promote(b), false));
        }
        a = c.conv.value(a);
        if (a.type().isError()) return a;
        if (b.type().isError()) return b;
        TypedExpr p = a.type().isPointer() ? a : b;
        TypedExpr n = p == a ? b : a;
        if (!p.type().isPointer()) {
            c.error(i.loc(), "subscripted value is neither array nor pointer nor vector");
            return c.errorExpr(i.loc());
        }
        if (!n.type().isInteger()) {
            c.error(i.loc(), "array subscript is not an integer");
            return c.errorExpr(i.loc());
        }
        if (n.type().strip() == types.char_ && !(n instanceof IntConst)) c.warnAll(i.loc(), "char-subscripts", "array subscript has type 'char'");
        CType to = p.type().pointee();
        if (to.isFunction()) {
            c.error(i.loc(), "subscripted value is pointer to function");
            return c.errorExpr(i.loc());
        }
        if (!to.isComplete() && !to.isVoid()) {
            c.incomplete(i.loc(), to, null);
            return c.errorExpr(i.loc());
        }
        return deref(i.loc(), c.binary.pointerAdd(i.loc(), p, n, false));
    }

    /** An lvalue for a value that must have an address: a vector's element access. */
    private TypedExpr lvalueOf(TypedExpr e) {
        if (e.isLvalue()) {
            c.unary.markAddress(e);
            return e;
        }
        return e;
    }

    TypedExpr deref(int loc, TypedExpr p) {
        CType to = p.type().pointee();
        if (p instanceof TypedExpr.AddressOf a && (a.lvalue().type() == to || types.same(a.lvalue().type(), to)) && a.lvalue().isLvalue()) return a.lvalue();
        return new TypedExpr.Deref(loc, to, p);
    }

    TypedExpr member(Expr.Member m) {
        TypedExpr base = c.exprs.expr(m.base());
        if (base.type().isError()) return base;
        String name = c.name(m.name());
        if (m.arrow()) {
            TypedExpr p = c.conv.value(base);
            if (p.type().isError()) return p;
            CType to = p.type().pointee();
            if (to == null) {
                c.error(m.loc(), p.type().isRecord() ? "invalid type argument of '->' (have " + c.q(p.type()) + ")" : "invalid type argument of '->' (have " + c.q(p.type()) + ")");
                return c.errorExpr(m.loc());
            }
            if (!(to.strip() instanceof RecordType r)) {
                if (!to.isError()) c.error(m.loc(), "request for member '" + name + "' in something not a structure or union");
                return c.errorExpr(m.loc());
            }
            base = deref(m.loc(), p);
        } else if (!(base.type().strip() instanceof RecordType)) {
            if (base.type().isPointer() && base.type().pointee().isRecord()) {
                c.error(m.loc(), "'" + describe(m.base()) + "' is a pointer; did you mean to use '->'?");
            } else {
                c.error(m.loc(), "request for member '" + name + "' in something not a structure or union");
            }
            return c.errorExpr(m.loc());
        }
        RecordType r = (RecordType) base.type().strip();
        if (!r.isComplete()) {
            c.error(m.loc(), "invalid use of " + (r.beingDefined ? "undefined" : "undefined") + " type " + c.q(base.type().unqualified()));
            return c.errorExpr(m.loc());
        }
        TypedExpr e = member(m.loc(), base, r, m.name());
        if (e == null) {
            c.error(m.loc(), c.q(base.type()) + " has no member named '" + name + "'");
            return c.errorExpr(m.loc());
        }
        if (e instanceof TypedExpr.Member x && x.field().deprecated != null) c.primary.deprecated(m.nameLoc(), name, x.field().deprecated, x.field().loc);
        return e;
    }

    private String describe(Expr e) {
        e = e.unparen();
        return e instanceof Expr.Ident i ? c.name(i.name()) : e instanceof Expr.Member m ? describe(m.base()) + (m.arrow() ? "->" : ".") + c.name(m.name()) : "expression";
    }

    /** The member by name, through unnamed members; null if there is none. */
    TypedExpr member(int loc, TypedExpr base, RecordType r, int name) {
        RecordType.Field f = r.field(name);
        if (f != null) return select(loc, base, f);
        for (RecordType.Field a : r.fields) {
            if (a.isAnonymousRecord()) {
                TypedExpr in = member(loc, select(loc, base, a), (RecordType) a.type.strip(), name);
                if (in != null) return in;
            }
        }
        return null;
    }

    TypedExpr select(int loc, TypedExpr base, RecordType.Field f) {
        int q = base.type().quals() & ~CType.RESTRICT & ~CType.ATOMIC;
        CType t = q == 0 ? f.type : f.type.qualify(q);
        if (f.record != null && f.record.mayAlias) t = t.qualify(CType.MAY_ALIAS);
        return new TypedExpr.Member(loc, base.isLvalue() ? t : t, base, f);
    }

    TypedExpr compoundLiteral(Expr.CompoundLiteral k) {
        int from = c.declarators.effects.size();
        CType t = c.declarators.typeName(k.type());
        if (t.isError()) return c.errorExpr(k.loc());
        if (t.isFunction() || t.isVoid() || !t.isComplete() && !t.isArray()) {
            c.error(k.loc(), t.isFunction() ? "compound literal has function type" : "invalid use of " + (t.isVoid() ? "void expression" : "undefined type " + c.q(t)));
            return c.errorExpr(k.loc());
        }
        if (t.isVla()) {
            c.error(k.loc(), "compound literal has variable size");
            return c.errorExpr(k.loc());
        }
        c.pedanticC90(k.loc(), "ISO C90 forbids compound literals");
        boolean isStatic = c.fn == null;
        boolean outer = c.staticInit;
        c.staticInit = isStatic;
        Initializers.Result r = c.inits.initialise(t, k.init(), k.loc(), isStatic);
        c.staticInit = outer;
        if (r == null || !r.type().isComplete()) return c.errorExpr(k.loc());
        t = r.type();
        VarSymbol v = new VarSymbol(".compoundliteral", t, k.loc(), isStatic ? VarSymbol.Storage.STATIC : VarSymbol.Storage.AUTO);
        v.hidden = true;
        v.used = true;
        v.defined = true;
        v.local = true;
        if (isStatic) {
            c.statics.remember(v, r.items());
            v.init = c.statics.data(r, t);
            c.variable(v, null);
            return new TypedExpr.VarRef(k.loc(), t, v);
        }
        c.fn.locals.add(v);
        TypedExpr e = new TypedExpr.CompoundLiteral(k.loc(), t, v, r.initializer());
        if (c.declarators.effects.size() == from) return e;
        // The type's sizes are computed first; what stands behind them is still an lvalue.
        return new TypedExpr.Deref(k.loc(), t, c.declarators.prefix(from, new TypedExpr.AddressOf(k.loc(), t.pointer(), e)));
    }

    TypedExpr vaArg(Expr.VaArg v) {
        TypedExpr list = c.builtins.vaList(v.list(), v.loc(), "first argument to 'va_arg' not of type 'va_list'");
        int from = c.declarators.effects.size();
        CType t = c.declarators.typeName(v.type());
        if (list == null || t.isError()) return c.errorExpr(v.loc());
        if (!t.isComplete() || t.isVoid() || t.isFunction()) {
            c.error(v.loc(), t.isVoid() || t.isFunction() || t.isArray() ? "second argument to 'va_arg' is of incomplete type " + c.q(t) : "second argument to 'va_arg' is of incomplete type " + c.q(t));
            return c.errorExpr(v.loc());
        }
        CType promoted = types.promoteArgument(t.unqualified());
        if (t.strip() == types.float_ || t.isInteger() && promoted.strip().size() != t.strip().size()) {
            List<Diagnostics.Diagnostic> notes = c.warn(v.loc(), null, c.q(t) + " is promoted to " + c.q(promoted) + " when passed through '...'");
            c.note(notes, v.loc(), "(so you should pass " + c.q(promoted) + " not " + c.q(t) + " to 'va_arg')");
            c.note(notes, v.loc(), "if this code is reached, the program will abort");
            // The list is evaluated before the trap is met.
            TypedExpr trap = new TypedExpr.BuiltinCall(v.loc(), types.void_, org.jcc.frontend.ast.Builtin.TRAP, List.of());
            return new TypedExpr.Comma(v.loc(), t.unqualified(), new TypedExpr.Comma(v.loc(), types.void_, list, trap),
                    fold.convert(fold.integer(v.loc(), types.int_, 0), t.unqualified(), v.loc()));
        }
        if (t.strip() instanceof ArrayType a) {
            TypedExpr p = new TypedExpr.VaArg(v.loc(), t, list);
            return new TypedExpr.Deref(v.loc(), t, new TypedExpr.Convert(v.loc(), t.pointer(), TypedExpr.Conversion.NOP, new TypedExpr.VaArg(v.loc(), a.element.pointer(), list)));
        }
        return c.declarators.prefix(from, new TypedExpr.VaArg(v.loc(), t.unqualified(), list));
    }
}
