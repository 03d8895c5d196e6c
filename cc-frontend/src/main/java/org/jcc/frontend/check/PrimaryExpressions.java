package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.StringData;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;
import org.jcc.support.SoftFloat;

/**
 * Primary expressions (6.5.1): names, constants with the types of 6.4.4, string literals, generic selections; GNU's label addresses and
 * {@code __builtin_choose_expr}.
 */
final class PrimaryExpressions {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    PrimaryExpressions(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    TypedExpr ident(Expr.Ident i) {
        Scopes.Binding b = c.scopes.find(i.name());
        if (b == null) return unknown(i);
        if (b.constant != null) {
            if (b.deprecated != null) deprecated(i.loc(), c.name(i.name()), b.deprecated, b.loc);
            IntConst k = b.constant;
            return new IntConst(i.loc(), k.type(), k.low(), k.high());
        }
        if (b.symbol == null) {
            c.error(i.loc(), "expected expression before '" + c.name(i.name()) + "'");
            return c.errorExpr(i.loc());
        }
        return symbol(b.symbol, i.loc());
    }

    void deprecated(int loc, String name, String message, int declared) {
        c.note(c.warn(loc, "deprecated-declarations", "'" + name + "' is deprecated" + (message.isEmpty() ? "" : ": " + message)), declared, "declared here");
    }

    TypedExpr symbol(Symbol s, int loc) {
        if (s.deprecated != null && c.evaluated()) deprecated(loc, s.name, s.deprecated, s.loc);
        if (s.unavailable != null && c.evaluated()) c.error(loc, "'" + s.name + "' is unavailable" + (s.unavailable.isEmpty() ? "" : ": " + s.unavailable));
        if (s instanceof FunctionSymbol f) {
            c.use(f);
            return new TypedExpr.FunctionRef(loc, f.type, f);
        }
        VarSymbol v = (VarSymbol) s;
        if (v.storage == VarSymbol.Storage.STATIC) c.use(v);
        if (c.unevaluated > 0) v.used = true;
        return new TypedExpr.VarRef(loc, v.type, v);
    }

    private TypedExpr unknown(Expr.Ident i) {
        int n = i.name();
        if (c.fn != null && (n == c.known.func || n == c.known.functionName || n == c.known.prettyFunction)) return functionName(i);
        if (n == c.known.func || n == c.known.functionName || n == c.known.prettyFunction) {
            c.warn(i.loc(), null, "'" + c.name(n) + "' is not defined outside of function scope");
            return string(i.loc(), new byte[0], types.char_.qualify(CType.CONST));
        }
        String name = c.name(n);
        TypedExpr builtin = c.builtins.reference(name, i.loc());
        if (builtin != null) return builtin;
        if (c.undeclared.add(n) || c.fn == null) {
            List<Diagnostics.Diagnostic> notes = c.error(i.loc(), c.fn == null ? "'" + name + "' undeclared here (not in a function)" : "'" + name + "' undeclared (first use in this function)");
            if (c.fn != null && !c.undeclaredNoted) {
                c.undeclaredNoted = true;
                c.note(notes, i.loc(), "each undeclared identifier is reported only once for each function it appears in");
            }
        }
        return c.errorExpr(i.loc());
    }

    private TypedExpr functionName(Expr.Ident i) {
        int k = i.name() == c.known.func ? 0 : i.name() == c.known.functionName ? 1 : 2;
        VarSymbol v = c.fn.funcNames[k];
        if (v == null) {
            byte[] name = c.fn.symbol.name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] bytes = java.util.Arrays.copyOf(name, name.length + 1);
            v = new VarSymbol(c.name(i.name()), new ArrayType(types.char_.qualify(CType.CONST), bytes.length), i.loc(), VarSymbol.Storage.STATIC);
            v.local = true;
            v.hidden = true;
            v.used = true;
            v.defined = true;
            v.init = new org.jcc.frontend.ast.StaticData(bytes.length, bytes, List.of());
            c.fn.funcNames[k] = v;
            c.variable(v, c.fn.symbol);
        }
        c.use(v);
        return new TypedExpr.VarRef(i.loc(), v.type, v);
    }

    TypedExpr paren(Expr.Paren p) {
        Expr e = p;
        while (e instanceof Expr.Paren q) e = q.inner();
        return c.exprs.expr(e);
    }

    TypedExpr intLit(Expr.IntLit i) {
        BasicType t = literalType(i);
        IntConst k = t.size() == 16 ? new IntConst(i.loc(), t, i.low(), i.high()) : fold.integer(i.loc(), t, i.low());
        if (i.imaginary()) return imaginary(i.loc(), k);
        return k;
    }

    private TypedExpr imaginary(int loc, TypedExpr part) {
        CType t = types.complex((BasicType) part.type().strip());
        return new TypedExpr.MakeComplex(loc, t, fold.convert(fold.integer(loc, types.int_, 0), part.type(), loc), part);
    }

    /** 6.4.4.1p5 */
    private BasicType literalType(Expr.IntLit i) {
        long v = i.low();
        boolean big = i.high() != 0;
        boolean decimal = i.radix() == 10;
        int bits = big ? 64 + 64 - Long.numberOfLeadingZeros(i.high()) : 64 - Long.numberOfLeadingZeros(v);
        if (!i.unsigned()) {
            if (i.longs() == 0 && bits <= 31) return types.int_;
            if (i.longs() == 0 && bits <= 32 && !decimal) return types.uint;
            if (i.longs() <= 1 && bits <= 63) return types.long_;
            if (i.longs() <= 1 && bits <= 64 && !decimal) return types.ulong;
            if (bits <= 63) return types.llong;
            if (bits <= 64 && !decimal) return types.ullong;
            if (bits <= 64 && !c.options.c99()) {
                c.diags.warning(i.loc(), null, "this decimal constant is unsigned only in ISO C90");
                return types.ulong;
            }
            if (bits <= 64) {
                c.pedwarn(i.loc(), null, "integer constant is so large that it is unsigned");
                return types.int128;
            }
            return bits <= 127 ? types.int128 : types.uint128;
        }
        if (i.longs() == 0 && bits <= 32) return types.uint;
        if (i.longs() <= 1 && bits <= 64) return types.ulong;
        return bits <= 64 ? types.ullong : types.uint128;
    }

    TypedExpr charLit(Expr.CharLit k) {
        CType t = switch (k.encoding()) {
            case PLAIN -> types.int_;
            case UTF8 -> types.uchar;
            case CHAR16 -> types.char16;
            case CHAR32 -> types.char32;
            case WIDE -> types.wchar;
        };
        return fold.integer(k.loc(), t, k.value());
    }

    TypedExpr floatLit(Expr.FloatLit f) {
        BasicType t = switch (f.suffix()) {
            case NONE, D -> types.double_;
            case F -> types.float_;
            case L, W -> types.ldouble;
            case Q -> types.float128;
            case F16 -> types.float16;
            case F32 -> types.float32;
            case F64 -> types.float64;
            case F128 -> types.float128;
            case F32X -> types.float32x;
            case F64X -> types.float64x;
            case BF16 -> types.bf16;
            case DF -> types.decimal32;
            case DD -> types.decimal64;
            case DL -> types.decimal128;
        };
        if (t.isDecimal()) {
            c.sorry(f.loc(), "decimal floating constants");
            return c.errorExpr(f.loc());
        }
        TypedExpr.FloatConst k;
        try {
            if (t.format == BasicType.Format.F64) {
                double d = Double.parseDouble(f.text());
                k = new TypedExpr.FloatConst(f.loc(), t, Double.doubleToRawLongBits(d), 0);
                if (Double.isInfinite(d)) c.pedantic(f.loc(), "floating constant exceeds range of 'double'");
            } else if (t.format == BasicType.Format.F32) {
                k = new TypedExpr.FloatConst(f.loc(), t, Float.floatToRawIntBits(Float.parseFloat(f.text())) & 0xffffffffL, 0);
            } else {
                k = fold.floating(f.loc(), t, SoftFloat.parse(f.text(), Fold.format(t)));
            }
        } catch (NumberFormatException x) {
            c.error(f.loc(), "invalid floating constant");
            return c.errorExpr(f.loc());
        }
        return f.imaginary() ? imaginary(f.loc(), k) : k;
    }

    TypedExpr string(Expr.StringLit s) {
        CType el = elementOf(s);
        if (s.bytes() != null) return string(s.loc(), s.bytes(), el);
        int unit = s.encoding().unit;
        byte[] b = new byte[(s.wide().length + 1) * unit];
        for (int i = 0; i < s.wide().length; i++) for (int k = 0; k < unit; k++) b[i * unit + k] = (byte) (s.wide()[i] >> 8 * k);
        return new TypedExpr.StringLiteral(s.loc(), new ArrayType(el, s.wide().length + 1), new StringData(b, unit));
    }

    CType elementOf(Expr.StringLit s) {
        return switch (s.encoding()) {
            case PLAIN, UTF8 -> types.char_;
            case CHAR16 -> types.char16;
            case CHAR32 -> types.char32;
            case WIDE -> types.wchar;
        };
    }

    TypedExpr string(int loc, byte[] bytes, CType element) {
        return new TypedExpr.StringLiteral(loc, new ArrayType(element, bytes.length + 1), new StringData(java.util.Arrays.copyOf(bytes, bytes.length + 1), 1));
    }

    /** A string of the compiler's own, as pointer value. */
    TypedExpr stringValue(int loc, String text) {
        return c.conv.value(string(loc, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), types.char_));
    }

    TypedExpr generic(Expr.Generic g) {
        CType control;
        if (g.control() instanceof TypeName n) {
            control = c.declarators.typeName(n);
        } else {
            c.unevaluated++;
            TypedExpr v = c.exprs.valueOf((Expr) g.control());
            c.unevaluated--;
            control = v.type();
            if (control.isError()) return v;
            control = control.unqualified();
        }
        Expr.Association chosen = null;
        Expr.Association dflt = null;
        List<CType> seen = new ArrayList<>();
        List<Expr.Association> seenAt = new ArrayList<>();
        boolean bad = false;
        for (Expr.Association a : g.associations()) {
            if (a.type() == null) {
                if (dflt != null) {
                    c.note(c.error(a.loc(), "duplicate 'default' case in '_Generic'"), dflt.loc(), "original 'default' is here");
                    bad = true;
                }
                dflt = a;
                continue;
            }
            CType t = c.declarators.typeName(a.type());
            if (t.isFunction()) {
                c.error(a.loc(), "'_Generic' association has function type");
            } else if (!t.isComplete()) {
                if (!t.isError() && !t.isVoid()) c.error(a.loc(), "'_Generic' association has incomplete type");
                else if (t.isVoid()) c.error(a.loc(), "'_Generic' association has incomplete type");
            } else if (t.isVariablyModified()) {
                c.error(a.loc(), "'_Generic' association has variable length type");
            }
            for (int i = 0; i < seen.size(); i++) {
                if (types.compatible(seen.get(i), t) && !t.isError()) {
                    c.note(c.error(a.loc(), "'_Generic' specifies two compatible types"), seenAt.get(i).loc(), "compatible type is here");
                    bad = true;
                }
            }
            seen.add(t);
            seenAt.add(a);
            if (types.compatible(t, control)) {
                if (chosen != null) c.note(c.error(a.loc(), "'_Generic' selector matches multiple associations"), chosen.loc(), "other match is here");
                else chosen = a;
            }
        }
        if (chosen == null) chosen = dflt;
        TypedExpr result = null;
        for (Expr.Association a : g.associations()) {
            if (a == chosen) {
                result = c.exprs.expr(a.value());
            } else {
                c.unevaluated++;
                c.exprs.expr(a.value());
                c.unevaluated--;
            }
        }
        if (result == null) {
            if (!control.isError()) c.error(g.control().loc(), "'_Generic' selector of type " + c.q(control) + " is not compatible with any association");
            return c.errorExpr(g.loc());
        }
        return bad ? c.errorExpr(g.loc()) : result;
    }

    TypedExpr choose(Expr.ChooseExpr k) {
        Long v = c.exprs.integerConstant(k.condition());
        if (v == null) {
            if (!c.exprs.lastConstant.type().isError()) c.error(k.loc(), "first argument to '__builtin_choose_expr' not a constant");
            return c.errorExpr(k.loc());
        }
        c.unevaluated++;
        c.exprs.expr(v != 0 ? k.otherwise() : k.then());
        c.unevaluated--;
        return c.exprs.expr(v != 0 ? k.then() : k.otherwise());
    }

    TypedExpr labelAddress(Expr.LabelAddr l) {
        if (c.fn == null) {
            c.error(l.loc(), "label '" + c.name(l.label()) + "' referenced outside of any function");
            return c.errorExpr(l.loc());
        }
        c.pedantic(l.loc(), "taking the address of a label is non-standard");
        LabelSymbol label = c.stmts.label(l.label(), l.loc()).symbol;
        label.used = true;
        if (!label.addressTaken) {
            label.addressTaken = true;
            FunctionState owner = c.fn;
            while (label.nonLocal != null && owner.symbol != label.nonLocal) owner = owner.outer;
            owner.addressedLabels.add(label);
        }
        return new TypedExpr.LabelAddress(l.loc(), types.voidPtr, label);
    }
}
