package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;

/** Function calls (6.5.2.2): resolves the callee, checks and converts the arguments. */
final class Calls {
    private final Checker c;
    private final Types types;

    Calls(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    TypedExpr call(Expr.Call k) {
        Expr callee = k.callee().unparen();
        if (callee instanceof Expr.Ident i) {
            Scopes.Binding b = c.scopes.find(i.name());
            if (b == null) {
                String name = c.name(i.name());
                TypedExpr e = c.builtins.call(name, k);
                if (e != null) return e;
                if (i.name() != c.known.func) {
                    FunctionSymbol f = c.functions.implicitFunction(i.name(), i.loc());
                    return call(k, c.primary.symbol(f, i.loc()));
                }
            }
        }
        return call(k, c.exprs.expr(k.callee()));
    }

    private TypedExpr call(Expr.Call k, TypedExpr callee) {
        FunctionSymbol f = callee instanceof TypedExpr.FunctionRef r ? r.function() : null;
        TypedExpr pointer = f == null ? c.conv.value(callee) : null;
        if (f == null && pointer instanceof TypedExpr.AddressOf a && a.lvalue() instanceof TypedExpr.FunctionRef r) f = r.function();
        int loc = k.loc();
        CType ft = f != null ? f.type : pointer.type().isPointer() ? pointer.type().pointee() : null;
        if (ft == null || !(ft.strip() instanceof FunctionType)) {
            for (Expr a : k.args()) c.exprs.valueOf(a);
            if (callee.type().isError()) return callee;
            if (ft != null && ft.isError()) return c.errorExpr(loc);
            if (k.callee().unparen() instanceof Expr.Ident i) {
                c.error(k.callee().start(), "called object '" + c.name(i.name()) + "' is not a function or function pointer");
            } else {
                c.error(k.callee().start(), "called object is not a function or function pointer");
            }
            return c.errorExpr(loc);
        }
        FunctionType t = (FunctionType) ft.strip();
        List<TypedExpr> args = arguments(k, t, f);
        if (args == null) return c.errorExpr(loc);
        CType result = t.result.unqualified();
        if (!result.isVoid() && !result.isComplete()) {
            if (!result.isError()) c.error(loc, "invalid use of undefined type " + c.q(result));
            return c.errorExpr(loc);
        }
        if (f != null && f.library) {
            TypedExpr special = c.libraryCalls.libraryCall(f, loc, args);
            if (special != null) return special;
        }
        if (t.attributes != null && c.evaluated()) {
            if (t.attributes.formatKind() != null) c.formats.check(t.attributes, k, args);
            if (t.attributes.nonnull() != 0 && c.allEnabled("nonnull")) {
                for (int i = 0; i < args.size(); i++) {
                    if ((t.attributes.nonnull() >> i & 1) != 0 && i < 63 && Fold.isZero(args.get(i)) && args.get(i).type().isPointer()) {
                        c.warnAll(loc, "nonnull", "argument " + (i + 1) + " null where non-null expected");
                    }
                }
            }
            if (t.attributes.sentinel() >= 0 && c.allEnabled("format")) sentinel(t, args, loc);
        }
        return new TypedExpr.Call(loc, result, f, f == null ? pointer : null, t, args);
    }

    /**
     * {@code __builtin_tgmath (functions…, arguments…)}, behind {@code <tgmath.h>} (7.25): calls the first function whose
     * generic parameters have the arguments' common type, integers counting as double. Generic are the parameters that are
     * not of one type in all functions.
     *
     * <p>Functions that all give one real type round to it (TS 18661-1: {@code fadd}, {@code f32sub}): the one with the narrowest parameters that hold the
     * arguments is called, and integers count as _Float64, or else _Float32x, if the result's is such a type and there is a function of that.
     */
    TypedExpr typeGeneric(Expr.Tgmath k) {
        int loc = k.loc();
        List<TypedExpr> all = new ArrayList<>();
        c.unevaluated++;
        for (Expr a : k.args()) all.add(c.exprs.expr(a));
        c.unevaluated--;
        for (TypedExpr e : all) if (e.type().isError()) return e;
        if (all.isEmpty() || !(all.get(0) instanceof TypedExpr.FunctionRef first) || !first.function().functionType().prototype) {
            c.error(loc, all.isEmpty() ? "too few arguments in call to '__builtin_tgmath'" : "argument 1 of '__builtin_tgmath' is not a function pointer");
            return c.errorExpr(loc);
        }
        int n = first.function().functionType().params.size();
        int functions = all.size() - n;
        if (n == 0 || functions < 2) {
            c.error(loc, "too few arguments in call to '__builtin_tgmath'");
            return c.errorExpr(loc);
        }
        List<FunctionSymbol> candidates = new ArrayList<>();
        for (int i = 0; i < functions; i++) {
            if (!(all.get(i) instanceof TypedExpr.FunctionRef f) || !f.function().functionType().prototype || f.function().functionType().params.size() != n) {
                c.error(loc, "argument " + (i + 1) + " of '__builtin_tgmath' is not a function pointer");
                return c.errorExpr(loc);
            }
            candidates.add(f.function());
        }
        CType common = null;
        int position = -1;
        CType narrow = narrowing(candidates);
        BasicType integersAs = integersAs(candidates, narrow);
        for (int p = 0; p < n; p++) {
            boolean generic = false;
            for (FunctionSymbol f : candidates) generic |= !types.compatible(f.functionType().params.get(p), first.function().functionType().params.get(p));
            if (!generic) continue;
            position = p;
            CType t = all.get(functions + p).type().unqualified();
            if (!t.isArithmetic()) {
                c.error(k.args().get(functions + p).start(), "invalid type of argument " + (functions + p + 1) + " of '__builtin_tgmath'");
                return c.errorExpr(loc);
            }
            if (t.isInteger()) t = integersAs;
            else if (t.strip() instanceof ComplexType z && z.element.isInteger()) t = types.complex(integersAs);
            common = common == null ? t : types.usualArithmetic(common, t);
        }
        FunctionSymbol chosen = null;
        for (FunctionSymbol f : candidates) {
            if (chosen == null && common != null && types.compatibleUnqualified(f.functionType().params.get(position), common)) chosen = f;
        }
        if (chosen == null && common != null && common.strip() instanceof BasicType real) {
            for (FunctionSymbol f : candidates) {
                CType p = f.functionType().params.get(position).strip();
                if (chosen == null && (p instanceof ComplexType z && z.element.format == real.format || p instanceof BasicType b && b.format == real.format)) chosen = f;
            }
            if (chosen == null && narrow != null) {
                for (FunctionSymbol f : candidates) {
                    BasicType.Format p = format(f, position);
                    if (p != null && p.compareTo(real.format) > 0 && (chosen == null || p.compareTo(format(chosen, position)) < 0)) chosen = f;
                }
            }
        }
        if (chosen == null) {
            c.error(loc, "no matching function for type-generic call");
            return c.errorExpr(loc);
        }
        Expr.Call call = new Expr.Call(loc, k.args().get(candidates.indexOf(chosen)), k.args().subList(functions, k.args().size()), loc);
        return call(call, c.primary.symbol(chosen, loc));
    }

    /** The real type that all the functions give; null if they do not. */
    private CType narrowing(List<FunctionSymbol> functions) {
        CType t = functions.get(0).functionType().result;
        if (!(t.strip() instanceof BasicType b) || !b.kind.floating) return null;
        for (FunctionSymbol f : functions) if (!types.compatibleUnqualified(f.functionType().result, t)) return null;
        return t;
    }

    private BasicType integersAs(List<FunctionSymbol> functions, CType narrow) {
        if (narrow == null || !(narrow.strip() instanceof BasicType b)) return types.double_;
        switch (b.kind) {
            case FLOAT16, FLOAT32, FLOAT64, FLOAT128, FLOAT32X, FLOAT64X -> { }
            default -> {
                return types.double_;
            }
        }
        for (BasicType t : new BasicType[] {types.float64, types.float32x}) {
            for (FunctionSymbol f : functions) for (CType p : f.functionType().params) if (types.compatibleUnqualified(p, t)) return t;
        }
        return types.double_;
    }

    private static BasicType.Format format(FunctionSymbol f, int position) {
        return f.functionType().params.get(position).strip() instanceof BasicType b && b.kind.floating ? b.format : null;
    }

    private void sentinel(FunctionType t, List<TypedExpr> args, int loc) {
        int at = args.size() - 1 - t.attributes.sentinel();
        if (at < t.params.size()) {
            c.warn(loc, "format=", "not enough variable arguments to fit a sentinel");
        } else if (!(args.get(at).type().isPointer() && Fold.isZero(args.get(at)))) {
            c.warn(loc, "format=", "missing sentinel in function call");
        }
    }

    /** The converted arguments, or null if something is wrong. */
    private List<TypedExpr> arguments(Expr.Call k, FunctionType t, FunctionSymbol f) {
        int n = k.args().size();
        List<TypedExpr> out = new ArrayList<>(n);
        String name = f != null ? f.name : describe(k.callee());
        boolean bad = false;
        int fixed = t.params.size();
        for (int i = 0; i < n; i++) {
            Expr a = k.args().get(i);
            TypedExpr v = c.exprs.valueOf(a);
            if (v.type().isError()) {
                bad = true;
                continue;
            }
            if (v.type().isVoid()) {
                c.error(a.start(), i < fixed && t.prototype ? "invalid use of void expression" : "invalid use of void expression");
                bad = true;
                continue;
            }
            if (i == n - 1 && v instanceof TypedExpr.BuiltinCall x && x.builtin() == Builtin.VA_ARG_PACK) {
                // Any number of arguments, of which the types are known where the function is inlined.
                out.add(v);
                return bad ? null : out;
            }
            if (t.prototype && i < fixed) {
                CType p = t.params.get(i);
                if (!p.isComplete() && !p.isVoid()) {
                    if (!p.isError()) c.error(a.start(), "type of formal parameter " + (i + 1) + " is incomplete");
                    bad = true;
                    continue;
                }
                v = c.conv.argument(v, p, new Conversions.Argument(i + 1, f, name, f == null ? 0 : f.paramLocs != null && i < f.paramLocs.length ? f.paramLocs[i] : f.loc), a.start());
            } else if (t.prototype && !t.variadic) {
                continue;
            } else {
                if (!v.type().isComplete()) {
                    c.incomplete(a.start(), v.type(), v);
                    bad = true;
                    continue;
                }
                v = c.conv.promoteArgument(v);
            }
            if (v.type().isError()) bad = true;
            out.add(v);
        }
        if (t.prototype) {
            if (n < fixed) {
                notesFor(c.error(k.callee().start(), "too few arguments to function '" + name + "'"), f);
                bad = true;
            } else if (n > fixed && !t.variadic) {
                notesFor(c.error(k.callee().start(), "too many arguments to function '" + name + "'"), f);
                bad = true;
            }
        }
        return bad ? null : out;
    }

    private void notesFor(List<Diagnostics.Diagnostic> notes, FunctionSymbol f) {
        if (f != null && !f.implicit) c.note(notes, f.loc, "declared here");
    }

    private String describe(Expr e) {
        e = e.unparen();
        if (e instanceof Expr.Ident i) return c.name(i.name());
        if (e instanceof Expr.Member m) return describe(m.base()) + (m.arrow() ? "->" : ".") + c.name(m.name());
        if (e instanceof Expr.Unary u && u.op() == Expr.UnaryOp.DEREF) return "*" + describe(u.operand());
        if (e instanceof Expr.Index x) return describe(x.base()) + "[...]";
        if (e instanceof Expr.Call x) return describe(x.callee()) + "(...)";
        return "expression";
    }
}
