package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.FloatConst;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.Types;
import org.jcc.support.RoundedMath;
import org.jcc.support.SoftFloat;

/**
 * Calls of the C library's functions that the compiler knows: those of constants are folded (math, strlen and the like), and the
 * fortified forms {@code __builtin___*_chk}.
 */
final class LibraryCalls {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    LibraryCalls(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    TypedExpr libraryCall(FunctionSymbol f, Expr.Call k) {
        FunctionType t = (FunctionType) c.library.type(f.name);
        List<TypedExpr> args = c.builtins.values(k);
        if (args == null) return c.errorExpr(k.loc());
        return libraryCall(f, t, args, k.loc());
    }

    TypedExpr libraryCall(FunctionSymbol f, FunctionType t, List<TypedExpr> args, int loc) {
        if (args.size() < t.params.size() || args.size() > t.params.size() && !t.variadic) {
            c.error(loc, "too " + (args.size() < t.params.size() ? "few" : "many") + " arguments to function '__builtin_" + f.name + "'");
            return c.errorExpr(loc);
        }
        List<TypedExpr> out = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            TypedExpr a = i < t.params.size() ? c.conv.argument(args.get(i), t.params.get(i), new Conversions.Argument(i + 1, null, "__builtin_" + f.name, 0), args.get(i).loc())
                    : c.conv.promoteArgument(args.get(i));
            if (a.type().isError()) return a;
            out.add(a);
        }
        c.use(f);
        TypedExpr special = libraryCall(f, loc, out);
        if (special != null) return special;
        return new TypedExpr.Call(loc, t.result, f, null, t, out);
    }

    /** {@code __builtin_ifloor} and its kin, to int, long (l) or long long (ll), which the library has not: the rounded number, converted. Null for other names. */
    TypedExpr rounded(String name, Expr.Call k) {
        CType to = name.startsWith("ll") ? types.llong : name.startsWith("l") ? types.long_ : types.int_;
        String base = name.substring(name.startsWith("ll") ? 2 : name.startsWith("l") || name.startsWith("i") ? 1 : 0);
        if (base.length() == name.length()) return null;
        String function = switch (base) {
            case "ceil", "ceilf", "ceill", "floor", "floorf", "floorl" -> base;
            case "rint", "rintf", "rintl", "round", "roundf", "roundl" -> name.startsWith("i") ? "l" + base : null;
            default -> null;
        };
        FunctionSymbol f = function == null ? null : c.library.symbol(function, k.loc());
        if (f == null) return null;
        TypedExpr v = libraryCall(f, k);
        return v.type().isError() ? v : fold.convert(v, to, k.loc());
    }

    /** {@code __builtin_cexpi}: cosine and sine, which is {@code cexp} of an imaginary number. Null for other names. */
    TypedExpr imaginaryExponential(String name, Expr.Call k) {
        FunctionSymbol f = !name.startsWith("cexpi") || name.length() > 6 ? null : c.library.symbol("cexp" + name.substring(5), k.loc());
        if (f == null || !c.builtins.count("__builtin_" + name, k, 1, 1)) return f == null ? null : c.errorExpr(k.loc());
        FunctionType t = (FunctionType) c.library.type(f.name);
        CType part = ((ComplexType) t.result.strip()).element;
        TypedExpr x = c.builtins.convert(c.exprs.valueOf(k.args().get(0)), part, "__builtin_" + name, 1);
        if (x.type().isError()) return x;
        return libraryCall(f, t, List.of(new TypedExpr.MakeComplex(k.loc(), t.result, fold.floating(k.loc(), part, SoftFloat.of(0.0)), x)), k.loc());
    }

    /** Library functions that are better as operations: those that never set errno, constants. Null: a call. */
    TypedExpr libraryCall(FunctionSymbol f, int loc, List<TypedExpr> args) {
        if (!c.options.builtins() || !fits(f, args)) return null;
        if (c.staticInit) {
            TypedExpr k = constantMath(f, loc, args);
            if (k != null) return k;
        }
        switch (f.name) {
            case "fabs", "fabsf", "fabsl" -> {
                return args.get(0) instanceof FloatConst k ? fold.floating(loc, k.type(), Fold.value(k).abs()) : c.builtins.builtin(loc, args.get(0).type(), Builtin.FABS, args);
            }
            case "copysign", "copysignf", "copysignl" -> {
                return copysign(loc, args);
            }
            case "finite", "finitef", "finitel", "isinf", "isinff", "isinfl", "isnan", "isnanf", "isnanl", "signbit", "signbitf", "signbitl" -> {
                if (!args.get(0).type().isFloating() || !types.compatibleUnqualified(f.functionType().result, types.int_)) return null;
                Builtin test = f.name.startsWith("f") ? Builtin.ISFINITE : f.name.startsWith("isi") ? Builtin.ISINF : f.name.startsWith("isn") ? Builtin.ISNAN : Builtin.SIGNBIT;
                return c.builtins.classification(loc, test, args.get(0));
            }
            case "abs", "labs", "llabs", "imaxabs" -> {
                return abs(loc, args.get(0));
            }
            case "strlen" -> {
                if (args.get(0) instanceof TypedExpr e) {
                    TypedExpr s = stringOf(e);
                    if (s instanceof TypedExpr.StringLiteral lit && lit.data().unit() == 1) {
                        byte[] b = lit.data().bytes();
                        for (int i = 0; i < b.length; i++) if (b[i] == 0) return fold.integer(loc, types.size, i);
                    }
                }
                return null;
            }
            case "conj", "conjf", "conjl" -> {
                return new TypedExpr.Unary(loc, args.get(0).type().unqualified(), TypedExpr.UnaryOp.CONJ, args.get(0));
            }
            case "creal", "crealf", "creall", "cimag", "cimagf", "cimagl" -> {
                return new TypedExpr.ComplexPart(loc, ((org.jcc.frontend.types.ComplexType) args.get(0).type().strip()).element, args.get(0), f.name.charAt(1) == 'i');
            }
            case "alloca" -> {
                return c.builtins.builtin(loc, types.voidPtr, Builtin.ALLOCA, args);
            }
            default -> {
                return null;
            }
        }
    }

    /** The arguments are what the library's function takes: without a prototype in scope they may be anything. */
    private boolean fits(FunctionSymbol f, List<TypedExpr> args) {
        if (!(c.library.type(f.name) instanceof FunctionType t)) return true;
        if (t.params.size() > args.size()) return false;
        for (int i = 0; i < t.params.size() && !f.functionType().prototype; i++) {
            CType wanted = t.params.get(i);
            CType given = args.get(i).type();
            if (wanted.isInteger() ? !given.isInteger() || given.size() != wanted.size() : wanted.isPointer() ? !given.isPointer() : !types.compatibleUnqualified(wanted, given)) return false;
        }
        return true;
    }

    /** Mathematical functions of constants, in initialisers of static objects: gcc folds them there. */
    private TypedExpr constantMath(FunctionSymbol f, int loc, List<TypedExpr> args) {
        if (args.isEmpty() || !args.stream().allMatch(a -> a instanceof FloatConst)) return null;
        CType t = f.functionType().result;
        if (!t.isFloating()) return null;
        String n = f.name.endsWith("f") || f.name.endsWith("l") && !f.name.equals("ceil") ? f.name.substring(0, f.name.length() - 1) : f.name;
        SoftFloat v = Fold.value((FloatConst) args.get(0));
        SoftFloat w = args.size() == 2 ? Fold.value((FloatConst) args.get(1)) : null;
        SoftFloat r = switch (n) {
            case "sqrt" -> v.isNegative() ? null : v.sqrt(Fold.format(t));
            case "floor" -> v.toIntegral(SoftFloat.Integral.FLOOR);
            case "ceil" -> v.toIntegral(SoftFloat.Integral.CEIL);
            case "trunc" -> v.toIntegral(SoftFloat.Integral.TRUNC);
            case "rint", "nearbyint" -> v.toIntegral(SoftFloat.Integral.NEAREST);
            case "fmin" -> w == null || v.isNaN() || w.isNaN() ? null : v.compare(w) < 0 ? v : w;
            case "fmax" -> w == null || v.isNaN() || w.isNaN() ? null : v.compare(w) > 0 ? v : w;
            default -> w == null ? RoundedMath.of(n, v, Fold.format(t)) : RoundedMath.of(n, v, w, Fold.format(t));
        };
        return r == null ? null : fold.floating(loc, t, r);
    }

    static TypedExpr stringOf(TypedExpr e) {
        while (e instanceof TypedExpr.Convert k && k.kind() == TypedExpr.Conversion.POINTER_TO_POINTER) e = k.operand();
        return e instanceof TypedExpr.AddressOf a && a.lvalue() instanceof TypedExpr.StringLiteral s ? s : null;
    }

    TypedExpr copysign(int loc, List<TypedExpr> args) {
        if (args.get(0) instanceof FloatConst a && args.get(1) instanceof FloatConst b) return fold.floating(loc, a.type(), Fold.value(a).copySign(Fold.value(b)));
        return c.builtins.builtin(loc, args.get(0).type(), Builtin.COPYSIGN, args);
    }

    TypedExpr abs(int loc, TypedExpr a) {
        if (a instanceof IntConst k) return fold.integer(loc, a.type(), Fold.big(k).abs());
        return c.builtins.builtin(loc, a.type(), Builtin.ABS, List.of(a));
    }

    /** {@code __builtin___memcpy_chk} and its kin: without a known size the plain function. */
    TypedExpr checked(String plain, Expr.Call k) {
        FunctionSymbol chk = c.library.symbol(plain, k.loc());
        if (chk == null) return null;
        String base = plain.substring(2, plain.length() - 4);
        List<TypedExpr> args = c.builtins.values(k);
        if (args == null) return c.errorExpr(k.loc());
        int size = switch (base) {
            case "memcpy", "memmove", "mempcpy", "memset", "strncpy", "strncat", "stpncpy" -> 3;
            case "strcpy", "strcat", "stpcpy" -> 2;
            case "sprintf", "vsprintf" -> 2;
            case "snprintf", "vsnprintf" -> 3;
            default -> -1;
        };
        boolean unknown = size < 0 || size < args.size() && args.get(size) instanceof IntConst n && n.low() == -1;
        if (!unknown || args.size() < ((FunctionType) c.library.type(plain)).params.size()) return libraryCall(chk, (FunctionType) c.library.type(plain), args, k.loc());
        FunctionSymbol f = c.library.symbol(base, k.loc());
        List<TypedExpr> kept = new ArrayList<>(args);
        switch (base) {
            case "sprintf", "vsprintf" -> {
                kept.remove(2);
                kept.remove(1);
            }
            case "snprintf", "vsnprintf" -> {
                kept.remove(3);
                kept.remove(2);
            }
            case "printf", "vprintf" -> kept.remove(0);
            case "fprintf", "vfprintf" -> kept.remove(1);
            default -> kept.remove(size);
        }
        return libraryCall(f, (FunctionType) c.library.type(base), kept, k.loc());
    }
}
