package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.StringData;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.Temp;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.TypedExpr.UnaryOp;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Initializer;
import org.jcc.frontend.syntax.Operand;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.PointerType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;
import org.jcc.support.Diagnostics;
import org.jcc.support.SoftFloat;

/**
 * Expressions (6.5), but for calls. {@link #expr} gives an lvalue where the expression is one; {@link #valueOf} its value.
 * Chains of binary operators, however long, are walked in a loop.
 */
final class Expressions {
    private final Checker c;
    private final Types types;
    private final Fold fold;
    /** What {@link #integerConstant} looked at last, to tell an error from a non-constant. */
    TypedExpr lastConstant;

    Expressions(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    // ---- faces ----

    /** The value of an expression: converted from lvalue, decayed. */
    TypedExpr valueOf(Expr e) {
        return c.conv.value(expr(e));
    }

    /** A value as controlling expression: any scalar. */
    TypedExpr condition(Expr e, String where) {
        Expr bare = e;
        if (bare instanceof Expr.Assign a && a.op() == null) {
            c.warnAll(e.start(), "parentheses", "suggest parentheses around assignment used as truth value");
        }
        TypedExpr v = valueOf(e);
        return scalar(v, e.start());
    }

    TypedExpr scalar(TypedExpr v, int loc) {
        CType s = v.type().strip();
        if (s.isError()) return v;
        if (!s.isScalar()) {
            if (s.isVoid()) c.error(loc, "void value not ignored as it ought to be");
            else if (s instanceof RecordType r) c.error(loc, "used " + (r.union ? "union" : "struct") + " type value where scalar is required");
            else if (s instanceof VectorType) c.error(loc, "used vector type where scalar is required");
            else c.error(loc, "used value where scalar is required");
            return c.errorExpr(loc);
        }
        if (s instanceof ComplexType) return fold.convert(v, types.bool, loc);
        return v;
    }

    /** The value of an integer constant expression, or null. Reports nothing but errors within. */
    Long integerConstant(Expr e) {
        TypedExpr v = constantExpr(e);
        lastConstant = v;
        return v instanceof IntConst k && k.type().isInteger() ? k.low() : null;
    }

    TypedExpr constantExpr(Expr e) {
        int before = fold.overflows;
        TypedExpr v = valueOf(e);
        if (fold.overflows != before) c.overflowPedantic(e.start());
        if (v instanceof IntConst || v.type().isError()) return v;
        TypedExpr k = c.statics.fold(v);
        return k != null ? k : v;
    }

    // ---- dispatch ----

    TypedExpr expr(Expr e) {
        return switch (e) {
            case Expr.Ident i -> ident(i);
            case Expr.IntLit i -> intLit(i);
            case Expr.Binary b -> binaryChain(b);
            case Expr.Paren p -> paren(p);
            case Expr.Member m -> member(m);
            case Expr.Call k -> c.calls.call(k);
            case Expr.Unary u -> unary(u);
            case Expr.Assign a -> assign(a);
            case Expr.Index i -> index(i);
            case Expr.StringLit s -> string(s);
            case Expr.Cast k -> cast(k);
            case Expr.CharLit k -> charLit(k);
            case Expr.FloatLit f -> floatLit(f);
            case Expr.Conditional k -> conditional(k);
            case Expr.Sizeof s -> sizeof(s);
            case Expr.Alignof a -> alignof(a);
            case Expr.CompoundLiteral k -> compoundLiteral(k);
            case Expr.StmtExpr s -> c.stmts.statementExpression(s);
            case Expr.LabelAddr l -> labelAddress(l);
            case Expr.Generic g -> generic(g);
            case Expr.VaArg v -> vaArg(v);
            case Expr.Offsetof o -> offsetof(o);
            case Expr.TypesCompatible t -> {
                CType a = c.declarators.typeName(t.first());
                CType b = c.declarators.typeName(t.second());
                boolean same = types.compatibleUnqualified(a, b) && !((a.strip() instanceof EnumType || b.strip() instanceof EnumType) && a.strip() != b.strip());
                yield new IntConst(t.loc(), types.int_, same ? 1 : 0, 0);
            }
            case Expr.ChooseExpr k -> choose(k);
            case Expr.ConvertVector k -> {
                TypedExpr v = valueOf(k.value());
                CType t = c.declarators.typeName(k.type());
                yield v.type().isError() ? v : new TypedExpr.Convert(k.loc(), t.unqualified(), TypedExpr.Conversion.VECTOR_CONVERT, v);
            }
            case Expr.HasAttribute h -> c.attrs.queries.query(h);
            case Expr.Tgmath t -> c.calls.typeGeneric(t);
            case Expr.ErrorExpr x -> c.errorExpr(x.loc());
        };
    }

    // ---- primary expressions (6.5.1) ----

    private TypedExpr ident(Expr.Ident i) {
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

    private void deprecated(int loc, String name, String message, int declared) {
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

    private TypedExpr paren(Expr.Paren p) {
        Expr e = p;
        while (e instanceof Expr.Paren q) e = q.inner();
        return expr(e);
    }

    private TypedExpr intLit(Expr.IntLit i) {
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

    private TypedExpr charLit(Expr.CharLit k) {
        CType t = switch (k.encoding()) {
            case PLAIN -> types.int_;
            case UTF8 -> types.uchar;
            case CHAR16 -> types.char16;
            case CHAR32 -> types.char32;
            case WIDE -> types.wchar;
        };
        return fold.integer(k.loc(), t, k.value());
    }

    private TypedExpr floatLit(Expr.FloatLit f) {
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

    private TypedExpr string(Expr.StringLit s) {
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

    private TypedExpr string(int loc, byte[] bytes, CType element) {
        return new TypedExpr.StringLiteral(loc, new ArrayType(element, bytes.length + 1), new StringData(java.util.Arrays.copyOf(bytes, bytes.length + 1), 1));
    }

    /** A string of the compiler's own, as pointer value. */
    TypedExpr stringValue(int loc, String text) {
        return c.conv.value(string(loc, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), types.char_));
    }

    private TypedExpr generic(Expr.Generic g) {
        CType control;
        if (g.control() instanceof TypeName n) {
            control = c.declarators.typeName(n);
        } else {
            c.unevaluated++;
            TypedExpr v = valueOf((Expr) g.control());
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
            } else if (!t.isComplete() || t.isVoid() && false) {
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
                result = expr(a.value());
            } else {
                c.unevaluated++;
                expr(a.value());
                c.unevaluated--;
            }
        }
        if (result == null) {
            if (!control.isError()) c.error(g.control().loc(), "'_Generic' selector of type " + c.q(control) + " is not compatible with any association");
            return c.errorExpr(g.loc());
        }
        return bad ? c.errorExpr(g.loc()) : result;
    }

    private TypedExpr choose(Expr.ChooseExpr k) {
        Long v = integerConstant(k.condition());
        if (v == null) {
            if (!lastConstant.type().isError()) c.error(k.loc(), "first argument to '__builtin_choose_expr' not a constant");
            return c.errorExpr(k.loc());
        }
        c.unevaluated++;
        expr(v != 0 ? k.otherwise() : k.then());
        c.unevaluated--;
        return expr(v != 0 ? k.then() : k.otherwise());
    }

    private TypedExpr labelAddress(Expr.LabelAddr l) {
        if (c.fn == null) {
            c.error(l.loc(), "label '" + c.name(l.label()) + "' referenced outside of any function");
            return c.errorExpr(l.loc());
        }
        c.pedantic(l.loc(), "taking the address of a label is non-standard");
        LabelSymbol label = c.stmts.label(l.label(), l.loc()).symbol;
        label.used = true;
        if (!label.addressTaken) {
            label.addressTaken = true;
            c.fn.addressedLabels.add(label);
        }
        return new TypedExpr.LabelAddress(l.loc(), types.voidPtr, label);
    }

    // ---- postfix (6.5.2) ----

    private TypedExpr index(Expr.Index i) {
        TypedExpr a = expr(i.base());
        TypedExpr b = valueOf(i.index());
        if (a.type().strip() instanceof VectorType v) {
            TypedExpr p = new TypedExpr.AddressOf(i.loc(), v.element.pointer(), lvalueOf(a));
            return deref(i.loc(), pointerAdd(i.loc(), p, c.conv.promote(b), false));
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
        return deref(i.loc(), pointerAdd(i.loc(), p, n, false));
    }

    /** An lvalue for a value that must have an address: a vector's element access. */
    private TypedExpr lvalueOf(TypedExpr e) {
        if (e.isLvalue()) {
            markAddress(e);
            return e;
        }
        return e;
    }

    private TypedExpr deref(int loc, TypedExpr p) {
        CType to = p.type().pointee();
        if (p instanceof TypedExpr.AddressOf a && (a.lvalue().type() == to || types.same(a.lvalue().type(), to)) && a.lvalue().isLvalue()) return a.lvalue();
        return new TypedExpr.Deref(loc, to, p);
    }

    private TypedExpr member(Expr.Member m) {
        TypedExpr base = expr(m.base());
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
        if (e instanceof TypedExpr.Member x && x.field().deprecated != null) deprecated(m.nameLoc(), name, x.field().deprecated, x.field().loc);
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

    private TypedExpr compoundLiteral(Expr.CompoundLiteral k) {
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
        return e;
    }

    // ---- unary (6.5.3) ----

    private TypedExpr unary(Expr.Unary u) {
        switch (u.op()) {
            case EXTENSION -> {
                c.extension++;
                TypedExpr e = expr(u.operand());
                c.extension--;
                return e;
            }
            case ADDRESS -> {
                return address(u);
            }
            case DEREF -> {
                TypedExpr p = valueOf(u.operand());
                if (p.type().isError()) return p;
                if (!p.type().isPointer()) {
                    c.error(u.loc(), "invalid type argument of unary '*' (have " + c.q(p.type()) + ")");
                    return c.errorExpr(u.loc());
                }
                CType to = p.type().pointee();
                if (to.isVoid() && c.evaluated()) c.warn(u.loc(), null, "dereferencing 'void *' pointer");
                return deref(u.loc(), p);
            }
            case PRE_INC, PRE_DEC, POST_INC, POST_DEC -> {
                return increment(u);
            }
            case REAL, IMAG -> {
                TypedExpr e = expr(u.operand());
                if (e.type().isError()) return e;
                boolean imag = u.op() == Expr.UnaryOp.IMAG;
                if (e.type().strip() instanceof ComplexType k) {
                    return new TypedExpr.ComplexPart(u.loc(), k.element.qualify(e.isLvalue() ? e.type().quals() : 0), e, imag);
                }
                if (!e.type().isArithmetic()) {
                    c.error(u.loc(), "wrong type argument to " + (imag ? "__imag" : "__real"));
                    return c.errorExpr(u.loc());
                }
                if (!imag) return e;
                return fold.convert(fold.integer(u.loc(), types.int_, 0), e.type().unqualified(), u.loc());
            }
            default -> {}
        }
        TypedExpr e = valueOf(u.operand());
        if (e.type().isError()) return e;
        CType s = e.type().strip();
        switch (u.op()) {
            case PLUS, MINUS -> {
                if (s instanceof VectorType) return u.op() == Expr.UnaryOp.PLUS ? e : new TypedExpr.Unary(u.loc(), e.type(), UnaryOp.NEG, e);
                if (!s.isArithmetic()) return wrongUnary(u, u.op() == Expr.UnaryOp.PLUS ? "wrong type argument to unary plus" : "wrong type argument to unary minus");
                e = c.conv.promote(e);
                return u.op() == Expr.UnaryOp.PLUS ? e : fold.unary(u.loc(), e.type(), UnaryOp.NEG, e);
            }
            case BIT_NOT -> {
                if (s instanceof ComplexType) return new TypedExpr.Unary(u.loc(), e.type(), UnaryOp.CONJ, e);
                if (s instanceof VectorType) return new TypedExpr.Unary(u.loc(), e.type(), UnaryOp.BIT_NOT, e);
                if (!s.isInteger()) return wrongUnary(u, "wrong type argument to bit-complement");
                e = c.conv.promote(e);
                return fold.unary(u.loc(), e.type(), UnaryOp.BIT_NOT, e);
            }
            default -> {
                if (s instanceof VectorType) {
                    return new TypedExpr.Unary(u.loc(), e.type(), UnaryOp.LOG_NOT, e);
                }
                if (!s.isScalar()) return wrongUnary(u, "wrong type argument to unary exclamation mark");
                if (s instanceof ComplexType) e = fold.convert(e, types.bool, u.loc());
                return fold.unary(u.loc(), types.int_, UnaryOp.LOG_NOT, e);
            }
        }
    }

    private TypedExpr wrongUnary(Expr.Unary u, String message) {
        c.error(u.loc(), message);
        return c.errorExpr(u.loc());
    }

    private TypedExpr address(Expr.Unary u) {
        TypedExpr e = expr(u.operand());
        if (e.type().isError()) return e;
        return addressOf(u.loc(), e);
    }

    TypedExpr addressOf(int loc, TypedExpr e) {
        if (e instanceof TypedExpr.FunctionRef f) return new TypedExpr.AddressOf(loc, f.type().unqualified().pointer(), f);
        if (!e.isLvalue()) {
            c.error(loc, "lvalue required as unary '&' operand");
            return c.errorExpr(loc);
        }
        if (e instanceof TypedExpr.Member m && m.field().isBitField()) {
            c.error(loc, "cannot take address of bit-field '" + m.field().name + "'");
            return c.errorExpr(loc);
        }
        if ((e.type().quals() & CType.REVERSED) != 0 && !e.type().isArray()) {
            c.error(loc, "cannot take address of scalar with reverse storage order");
            return c.errorExpr(loc);
        }
        if (e instanceof TypedExpr.Deref d && !(d.pointer() instanceof IntConst)) {
            return d.pointer().type().pointee() == e.type() && d.pointer().type() instanceof PointerType ? d.pointer() : fold.convert(d.pointer(), e.type().pointer(), loc);
        }
        if (!markAddress(e)) {
            VarSymbol v = root(e);
            c.error(loc, "address of " + (v.isStatic() ? "global " : "") + "register variable '" + v.name + "' requested");
        }
        Long k = fold.absoluteAddress(e);
        if (k != null) return new IntConst(loc, e.type().pointer(), k, 0);
        return new TypedExpr.AddressOf(loc, e.type().pointer(), e);
    }

    private static VarSymbol root(TypedExpr e) {
        while (true) {
            switch (e) {
                case TypedExpr.VarRef v -> {
                    return v.variable();
                }
                case TypedExpr.Member m -> e = m.base();
                case TypedExpr.ComplexPart p -> e = p.operand();
                case TypedExpr.CompoundLiteral k -> {
                    return k.object();
                }
                default -> {
                    return null;
                }
            }
        }
    }

    /** Notes that the object's address is taken; false if it is a register variable. */
    boolean markAddress(TypedExpr e) {
        VarSymbol v = root(e);
        if (v == null) return true;
        v.addressTaken = true;
        v.used = true;
        return !(v.register && v.storage != VarSymbol.Storage.STATIC) && !(v.isStatic() && v.hardRegister != null);
    }

    private TypedExpr increment(Expr.Unary u) {
        boolean dec = u.op() == Expr.UnaryOp.PRE_DEC || u.op() == Expr.UnaryOp.POST_DEC;
        boolean post = u.op().postfix;
        TypedExpr e = expr(u.operand());
        if (e.type().isError()) return e;
        String what = dec ? "decrement" : "increment";
        if (!modifiable(e, u.loc(), what)) return c.errorExpr(u.loc());
        CType t = e.type();
        if (!t.isScalar() && !t.isVector()) {
            c.error(u.loc(), "wrong type argument to " + what);
            return c.errorExpr(u.loc());
        }
        if (t.isComplex()) c.pedantic(u.loc(), "ISO C does not support '++' and '--' on complex types");
        markSet(e, true);
        CType vt = t.unqualified();
        Temp old = new Temp(vt);
        TypedExpr ref = new TypedExpr.TempRef(u.loc(), vt, old);
        BinaryOp op = dec ? BinaryOp.SUB : BinaryOp.ADD;
        TypedExpr update;
        BinaryOp atomicOp = null;
        TypedExpr operand = null;
        IntConst one = fold.integer(u.loc(), types.int_, 1);
        if (vt.isPointer()) {
            CType to = vt.pointee();
            if (!pointerArithmetic(to, u.loc(), dec ? "decrement of pointer to an incomplete type" : "increment of pointer to an incomplete type", what)) return c.errorExpr(u.loc());
            update = pointerAdd(u.loc(), ref, one, dec);
        } else if (vt.isBool()) {
            update = dec ? fold.convert(fold.unary(u.loc(), types.int_, UnaryOp.LOG_NOT, ref), vt, u.loc()) : new IntConst(u.loc(), vt, 1, 0);
        } else {
            CType ct = vt.isInteger() ? bitFieldPromotion(e, vt) : vt;
            TypedExpr k = vt.isVector() ? fold.convert(fold.convert(one, ((VectorType) vt.strip()).element, u.loc()), vt, u.loc()) : fold.convert(one, ct, u.loc());
            update = fold.convert(fold.binary(u.loc(), ct, op, fold.convert(ref, ct, u.loc()), k), vt, u.loc());
            if (t.isAtomic() && vt.isInteger()) {
                atomicOp = op;
                operand = fold.convert(one, vt, u.loc());
            }
        }
        return new TypedExpr.Modify(u.loc(), vt, e, old, update, post, atomicOp, operand);
    }

    private CType bitFieldPromotion(TypedExpr lvalue, CType t) {
        if (lvalue instanceof TypedExpr.Member m && m.field().isBitField()) return types.promoteBitField(m.field().type, m.field().bitWidth);
        return types.promote(t);
    }

    // ---- sizeof, _Alignof (6.5.3.4) ----

    private TypedExpr sizeof(Expr.Sizeof s) {
        int from = c.declarators.effects.size();
        CType t;
        int at = s.operand() instanceof Expr e ? e.start() : ((TypeName) s.operand()).specs().loc();
        if (s.operand() instanceof TypeName n) {
            t = c.declarators.typeName(n);
        } else {
            c.unevaluated++;
            TypedExpr e = expr((Expr) s.operand());
            c.unevaluated--;
            t = e.type();
            if (e instanceof TypedExpr.Member m && m.field().isBitField()) {
                c.error(at, "'sizeof' applied to a bit-field");
                return c.errorExpr(s.loc());
            }
            if (t.isVla() && !(e instanceof TypedExpr.VarRef)) {
                // 6.5.3.4p2: the operand is evaluated. Its effects other than through the type are dropped as gcc does for plain designators.
                return c.declarators.prefix(from, c.variableSizes.sizeOf(t, s.loc()));
            }
        }
        CType st = t.strip();
        if (st.isError()) return c.errorExpr(s.loc());
        if (st instanceof FunctionType) {
            c.warnPointerArith(at, "invalid application of 'sizeof' to a function type");
            return fold.integer(s.loc(), types.size, 1);
        }
        if (st.isVoid()) {
            c.warnPointerArith(at, "invalid application of 'sizeof' to a void type");
            return fold.integer(s.loc(), types.size, 1);
        }
        if (!t.isComplete()) {
            c.error(at, "invalid application of 'sizeof' to incomplete type " + c.q(t));
            return c.errorExpr(s.loc());
        }
        return c.declarators.prefix(from, c.variableSizes.sizeOf(t, s.loc()));
    }

    private TypedExpr alignof(Expr.Alignof a) {
        CType t;
        int align = 0;
        if (a.operand() instanceof TypeName n) {
            t = c.declarators.typeName(n);
        } else {
            c.unevaluated++;
            TypedExpr e = expr((Expr) a.operand());
            c.unevaluated--;
            t = e.type();
            if (!a.gnu()) c.pedantic(a.loc(), "ISO C does not allow '_Alignof (expression)'");
            if (e instanceof TypedExpr.VarRef v) {
                if (v.variable().alignAttribute != 0) align = v.variable().alignAttribute;
                if (!t.isComplete() && !t.isArray()) return fold.integer(a.loc(), types.size, v.variable().align());
            }
            if (e instanceof TypedExpr.FunctionRef f && f.function().alignAttribute != 0) align = f.function().alignAttribute;
            if (e instanceof TypedExpr.Member m) {
                if (m.field().isBitField()) {
                    c.error(a.loc(), "'" + (a.gnu() ? "__alignof" : "_Alignof") + "' applied to a bit-field");
                    return c.errorExpr(a.loc());
                }
                align = m.field().align;
            }
        }
        String word = a.gnu() ? "__alignof__" : "_Alignof";
        if (!a.gnu()) c.before2011(a.loc(), "'_Alignof'");
        if (t.isError()) return c.errorExpr(a.loc());
        if (t.isFunction()) {
            if (!a.gnu()) c.pedantic(a.loc(), "ISO C does not permit '_Alignof' applied to a function type");
            return fold.integer(a.loc(), types.size, align != 0 ? align : 1);
        }
        if (t.isVoid()) {
            c.warnPointerArith(a.loc(), "invalid application of '" + word + "' to a void type");
            return fold.integer(a.loc(), types.size, 1);
        }
        if (!t.isComplete() && !t.isArray()) {
            c.error(a.loc(), "invalid application of '" + word + "' to incomplete type " + c.q(t));
            return c.errorExpr(a.loc());
        }
        return fold.integer(a.loc(), types.size, align != 0 ? align : t.align());
    }

    private TypedExpr offsetof(Expr.Offsetof o) {
        int from = c.declarators.effects.size();
        CType t = c.declarators.typeName(o.type());
        if (t.isError()) return c.errorExpr(o.loc());
        long offset = 0;
        TypedExpr variable = null;
        for (Initializer.Designator d : o.member()) {
            switch (d) {
                case Initializer.Field f -> {
                    if (!(t.strip() instanceof RecordType r)) {
                        c.error(d.loc(), "request for member '" + c.name(f.name()) + "' in something not a structure or union");
                        return c.errorExpr(o.loc());
                    }
                    if (!r.isComplete()) {
                        c.incomplete(o.loc(), t, null);
                        return c.errorExpr(o.loc());
                    }
                    TypedExpr m = member(d.loc(), new TypedExpr.Deref(d.loc(), t, fold.integer(d.loc(), t.pointer(), 0)), r, f.name());
                    if (m == null) {
                        c.error(d.loc(), c.q(t) + " has no member named '" + c.name(f.name()) + "'");
                        return c.errorExpr(o.loc());
                    }
                    if (((TypedExpr.Member) m).field().isBitField()) {
                        c.error(d.loc(), "attempt to take address of bit-field structure member '" + c.name(f.name()) + "'");
                        return c.errorExpr(o.loc());
                    }
                    TypedExpr at = c.variableSizes.offset((TypedExpr.Member) m);
                    if (at instanceof IntConst k) offset += k.low();
                    else variable = variable == null ? at : fold.binary(d.loc(), types.size, BinaryOp.ADD, variable, at);
                    t = m.type();
                }
                case Initializer.Element e -> {
                    TypedExpr i = valueOf(e.low());
                    if (!(t.strip() instanceof ArrayType a)) {
                        c.error(d.loc(), "subscripted value is neither array nor pointer nor vector");
                        return c.errorExpr(o.loc());
                    }
                    if (i.type().isError()) return i;
                    if (i instanceof IntConst k && !a.element.isVla()) {
                        offset += k.low() * a.element.size();
                    } else {
                        TypedExpr n = fold.binary(d.loc(), types.size, BinaryOp.MUL, fold.convert(i, types.size, d.loc()), c.variableSizes.sizeOf(a.element, d.loc()));
                        variable = variable == null ? n : fold.binary(d.loc(), types.size, BinaryOp.ADD, variable, n);
                    }
                    t = a.element;
                }
            }
        }
        TypedExpr k = fold.integer(o.loc(), types.size, offset);
        return c.declarators.prefix(from, variable == null ? k : fold.binary(o.loc(), types.size, BinaryOp.ADD, variable, k));
    }

    // ---- casts (6.5.4) ----

    private TypedExpr cast(Expr.Cast k) {
        int from = c.declarators.effects.size();
        CType t = c.declarators.typeName(k.type());
        TypedExpr e = valueOf(k.operand());
        return c.declarators.prefix(from, cast(k.loc(), t, e));
    }

    TypedExpr cast(int loc, CType t, TypedExpr e) {
        if (t.isError() || e.type().isError()) return c.errorExpr(loc);
        CType s = t.strip();
        CType f = e.type().strip();
        CType target = t.unqualified();
        if (s.isVoid()) return new TypedExpr.Convert(loc, types.void_, TypedExpr.Conversion.TO_VOID, e);
        if (s instanceof ArrayType) {
            c.error(loc, "cast specifies array type");
            return c.errorExpr(loc);
        }
        if (s instanceof FunctionType) {
            c.error(loc, "cast specifies function type");
            return c.errorExpr(loc);
        }
        if (f.isVoid()) {
            c.error(loc, "void value not ignored as it ought to be");
            return c.errorExpr(loc);
        }
        if (s instanceof RecordType r) {
            if (f == s) {
                c.pedantic(loc, "ISO C forbids casting nonscalar to the same type");
                return e;
            }
            if (r.union && r.fields != null) {
                for (RecordType.Field m : r.fields) {
                    if (types.compatibleUnqualified(m.type, e.type())) {
                        c.pedantic(loc, "ISO C forbids casts to union type");
                        return c.inits.unionOf(r, target, m, e, loc);
                    }
                }
                c.error(loc, "cast to union type from type not present in union");
                return c.errorExpr(loc);
            }
            c.error(loc, t.isComplete() ? "conversion to non-scalar type requested" : "conversion to incomplete type");
            return c.errorExpr(loc);
        }
        if (f == s && t.isInteger() && c.conv.promotedType(e).strip() != types.promote(e.type()).strip()) {
            // A cast bit-field is no bit-field any more: it is promoted as its type is.
            return new TypedExpr.Convert(loc, target, TypedExpr.Conversion.NOP, e);
        }
        if (!t.isComplete() && !(s instanceof EnumType)) {
            c.error(loc, "conversion to incomplete type");
            return c.errorExpr(loc);
        }
        if (f instanceof RecordType) {
            if (s.isPointer()) c.error(loc, "cannot convert to a pointer type");
            else c.error(loc, s.isFloating() ? "aggregate value used where a floating-point was expected" : "aggregate value used where an integer was expected");
            return c.errorExpr(loc);
        }
        if (s.isVector() || f.isVector()) {
            if (s.isVector() && f.isVector() ? s.size() != f.size() : s.size() != f.size() || !(s.isVector() ? f : s).isInteger()) {
                c.error(loc, "cannot convert a value of type " + c.q(e.type()) + " to vector type " + c.q(t) + (s.size() == f.size() ? "" : " which has different size"));
                return c.errorExpr(loc);
            }
            return fold.convert(e, target, loc);
        }
        if (s.isPointer() && f.isFloating() || s.isPointer() && f.isComplex()) {
            c.error(loc, "cannot convert to a pointer type");
            return c.errorExpr(loc);
        }
        if (f.isPointer() && (s.isFloating() || s.isComplex())) {
            c.error(loc, "pointer value used where a floating-point was expected");
            return c.errorExpr(loc);
        }
        if (c.evaluated()) {
            if (f.isPointer() && s.isInteger() && s.size() < f.size() && !s.isBool() && !(e instanceof IntConst)) {
                c.warn(loc, "pointer-to-int-cast", "cast from pointer to integer of different size");
            } else if (s.isPointer() && f.isInteger() && f.size() < s.size() && !(e instanceof IntConst)) {
                c.warn(loc, "int-to-pointer-cast", "cast to pointer from integer of different size");
            }
        }
        return fold.convert(e, target, loc);
    }

    // ---- binary operators (6.5.5-6.5.14, 6.5.17) ----

    private TypedExpr binaryChain(Expr.Binary b) {
        if (!(b.left() instanceof Expr.Binary)) return binary(b, null, b.left().start());
        ArrayList<Expr.Binary> chain = new ArrayList<>();
        Expr e = b;
        while (e instanceof Expr.Binary x) {
            chain.add(x);
            e = x.left();
        }
        TypedExpr left = null;
        int start = e.start();
        for (int i = chain.size() - 1; i >= 0; i--) left = binary(chain.get(i), left, start);
        return left;
    }

    /** {@code left} is the checked left operand if that was a binary expression; {@code start} is where the expression starts. */
    private TypedExpr binary(Expr.Binary b, TypedExpr left, int start) {
        int loc = b.loc();
        switch (b.op()) {
            case COMMA -> {
                TypedExpr l = left != null ? left : expr(b.left());
                l = dropped(l, start);
                TypedExpr r = valueOf(b.right());
                if (r.type().isError() || l.type().isError()) return c.errorExpr(loc);
                return new TypedExpr.Comma(loc, r.type(), l, r);
            }
            case LOG_AND, LOG_OR -> {
                boolean or = b.op() == Expr.BinaryOp.LOG_OR;
                TypedExpr l = scalar(left != null ? c.conv.value(left) : valueOf(b.left()), loc);
                int known = Fold.truth(l);
                boolean dead = known >= 0 && (known == 1) == or;
                if (dead) c.unevaluated++;
                TypedExpr r = scalar(valueOf(b.right()), loc);
                if (dead) c.unevaluated--;
                if (l.type().isError()) return l;
                if (r.type().isError()) return r;
                parenthesesLogical(b, or);
                if (dead) return new IntConst(loc, types.int_, or ? 1 : 0, 0);
                int kr = Fold.truth(r);
                if (known >= 0 && kr >= 0) return new IntConst(loc, types.int_, kr, 0);
                return new TypedExpr.Logical(loc, types.int_, or, l, r);
            }
            default -> {
                TypedExpr l = left != null ? c.conv.value(left) : valueOf(b.left());
                TypedExpr r = valueOf(b.right());
                if (l.type().isError()) return l;
                if (r.type().isError()) return r;
                if (c.wallParentheses()) parentheses(b);
                return operate(loc, op(b.op()), l, r);
            }
        }
    }

    private void parenthesesLogical(Expr.Binary b, boolean or) {
        if (or && c.wallParentheses() && (b.left() instanceof Expr.Binary x && x.op() == Expr.BinaryOp.LOG_AND || b.right() instanceof Expr.Binary y && y.op() == Expr.BinaryOp.LOG_AND)) {
            Expr.Binary in = b.left() instanceof Expr.Binary x && x.op() == Expr.BinaryOp.LOG_AND ? x : (Expr.Binary) b.right();
            c.warnAll(in.loc(), "parentheses", "suggest parentheses around '&&' within '||'");
        }
    }

    private void parentheses(Expr.Binary b) {
        Expr.BinaryOp op = b.op();
        Expr.BinaryOp l = b.left() instanceof Expr.Binary x ? x.op() : null;
        Expr.BinaryOp r = b.right() instanceof Expr.Binary x ? x.op() : null;
        switch (op) {
            case SHL, SHR -> {
                if (l == Expr.BinaryOp.ADD || l == Expr.BinaryOp.SUB || r == Expr.BinaryOp.ADD || r == Expr.BinaryOp.SUB) {
                    int at = l == Expr.BinaryOp.ADD || l == Expr.BinaryOp.SUB ? b.left().loc() : b.right().loc();
                    boolean plus = l == Expr.BinaryOp.ADD || l != Expr.BinaryOp.SUB && r == Expr.BinaryOp.ADD;
                    c.warnAll(at, "parentheses", "suggest parentheses around '" + (plus ? "+" : "-") + "' inside '" + op.spelling + "'");
                }
            }
            case AND, XOR, OR -> {
                for (Expr.BinaryOp k : new Expr.BinaryOp[] {l, r}) {
                    if (k == null) continue;
                    int at = k == l ? b.left().loc() : b.right().loc();
                    if (k == Expr.BinaryOp.EQ || k == Expr.BinaryOp.NE || k.ordinal() >= Expr.BinaryOp.LT.ordinal() && k.ordinal() <= Expr.BinaryOp.GE.ordinal()) {
                        c.warnAll(at, "parentheses", "suggest parentheses around comparison in operand of '" + op.spelling + "'");
                    } else if ((k == Expr.BinaryOp.ADD || k == Expr.BinaryOp.SUB)) {
                        c.warnAll(at, "parentheses", "suggest parentheses around arithmetic in operand of '" + op.spelling + "'");
                    } else if (op == Expr.BinaryOp.OR && (k == Expr.BinaryOp.AND || k == Expr.BinaryOp.XOR) || op == Expr.BinaryOp.XOR && k == Expr.BinaryOp.AND) {
                        c.warnAll(at, "parentheses", "suggest parentheses around arithmetic in operand of '" + op.spelling + "'");
                    }
                }
            }
            case LT, GT, LE, GE -> {
                if (l != null && l.ordinal() >= Expr.BinaryOp.LT.ordinal() && l.ordinal() <= Expr.BinaryOp.GE.ordinal()) {
                    c.warnAll(b.loc(), "parentheses", "comparisons like 'X<=Y<=Z' do not have their mathematical meaning");
                }
            }
            default -> {}
        }
    }

    private static BinaryOp op(Expr.BinaryOp op) {
        return switch (op) {
            case OR -> BinaryOp.OR;
            case XOR -> BinaryOp.XOR;
            case AND -> BinaryOp.AND;
            case EQ -> BinaryOp.EQ;
            case NE -> BinaryOp.NE;
            case LT -> BinaryOp.LT;
            case GT -> BinaryOp.GT;
            case LE -> BinaryOp.LE;
            case GE -> BinaryOp.GE;
            case SHL -> BinaryOp.SHL;
            case SHR -> BinaryOp.SHR;
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUB;
            case MUL -> BinaryOp.MUL;
            case DIV -> BinaryOp.DIV;
            case REM -> BinaryOp.REM;
            default -> throw new AssertionError(op);
        };
    }

    private static String spelling(BinaryOp op) {
        return switch (op) {
            case ADD -> "+";
            case SUB -> "-";
            case MUL -> "*";
            case DIV -> "/";
            case REM -> "%";
            case SHL -> "<<";
            case SHR -> ">>";
            case AND -> "&";
            case OR -> "|";
            case XOR -> "^";
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case GT -> ">";
            case LE -> "<=";
            case GE -> ">=";
        };
    }

    /** A binary operation of two values, with all conversions. */
    TypedExpr operate(int loc, BinaryOp op, TypedExpr l, TypedExpr r) {
        CType a = l.type();
        CType b = r.type();
        if (a.isError()) return l;
        if (b.isError()) return r;
        CType x = a.strip();
        CType y = b.strip();
        if (x instanceof VectorType || y instanceof VectorType) return vectors(loc, op, l, r);
        switch (op) {
            case ADD -> {
                if (x instanceof PointerType && y.isInteger()) return checkedPointerAdd(loc, l, r, false);
                if (y instanceof PointerType && x.isInteger()) return checkedPointerAdd(loc, r, l, false);
            }
            case SUB -> {
                if (x instanceof PointerType && y.isInteger()) return checkedPointerAdd(loc, l, r, true);
                if (x instanceof PointerType p && y instanceof PointerType q) return difference(loc, l, r, p, q);
            }
            case EQ, NE, LT, GT, LE, GE -> {
                if (x instanceof PointerType || y instanceof PointerType) return comparePointers(loc, op, l, r);
            }
            default -> {}
        }
        boolean arithmetic = x.isArithmetic() && y.isArithmetic();
        switch (op) {
            case REM, AND, OR, XOR, SHL, SHR -> {
                if (!x.isInteger() || !y.isInteger()) return invalidOperands(loc, op, a, b);
            }
            case LT, GT, LE, GE -> {
                if (!arithmetic || x instanceof ComplexType || y instanceof ComplexType) return invalidOperands(loc, op, a, b);
            }
            default -> {
                if (!arithmetic) return invalidOperands(loc, op, a, b);
            }
        }
        if (op == BinaryOp.SHL || op == BinaryOp.SHR) {
            l = c.conv.promote(l);
            r = c.conv.promote(r);
            if (r instanceof IntConst k && c.evaluated()) {
                String side = op == BinaryOp.SHL ? "left" : "right";
                if (k.type().isSigned() && k.low() < 0) c.warn(loc, "shift-count-negative", side + " shift count is negative");
                else if (Long.compareUnsigned(k.low(), l.type().strip().size() * 8) >= 0) c.warn(loc, "shift-count-overflow", side + " shift count >= width of type");
            }
            return fold.binary(loc, l.type(), op, l, r);
        }
        CType t = types.usualArithmetic(c.conv.promotedType(l), c.conv.promotedType(r));
        if (x instanceof EnumType && y instanceof EnumType && x != y && op.isComparison()) c.warnAll(loc, "enum-compare", "comparison between " + c.q(a) + " and " + c.q(b));
        TypedExpr cl = fold.convert(l, t, l.loc());
        TypedExpr cr = fold.convert(r, t, r.loc());
        return fold.binary(loc, op.isComparison() ? types.int_ : t, op, cl, cr);
    }

    private TypedExpr invalidOperands(int loc, BinaryOp op, CType a, CType b) {
        if (a.isVoid() || b.isVoid()) {
            c.error(loc, "void value not ignored as it ought to be");
            return c.errorExpr(loc);
        }
        c.error(loc, "invalid operands to binary " + spelling(op) + " (have " + c.q(a) + " and " + c.q(b) + ")");
        return c.errorExpr(loc);
    }

    private TypedExpr vectors(int loc, BinaryOp op, TypedExpr l, TypedExpr r) {
        CType a = l.type();
        CType b = r.type();
        if (!a.isVector()) {
            if (!a.isArithmetic()) return invalidOperands(loc, op, a, b);
            l = fold.convert(fold.convert(l, ((VectorType) b.strip()).element, loc), b.unqualified(), loc);
            if (!(l instanceof TypedExpr.Convert)) l = new TypedExpr.Convert(loc, b.unqualified(), TypedExpr.Conversion.SPLAT, l);
        } else if (!b.isVector()) {
            if (!b.isArithmetic()) return invalidOperands(loc, op, a, b);
            r = new TypedExpr.Convert(loc, a.unqualified(), TypedExpr.Conversion.SPLAT, fold.convert(r, ((VectorType) a.strip()).element, loc));
        } else if (((VectorType) a.strip()).lanes != ((VectorType) b.strip()).lanes || a.strip().size() != b.strip().size()) {
            return invalidOperands(loc, op, a, b);
        }
        CType t = l.type().unqualified();
        boolean integers = ((VectorType) t.strip()).element.isInteger() && ((VectorType) r.type().strip()).element.isInteger();
        switch (op) {
            case REM, AND, OR, XOR, SHL, SHR -> {
                if (!integers) return invalidOperands(loc, op, a, b);
            }
            default -> {}
        }
        if (op.isComparison()) {
            VectorType v = (VectorType) t.strip();
            t = new VectorType(types.integer((int) v.element.size(), true), v.lanes, v.align());
        }
        return new TypedExpr.Binary(loc, t, op, l, r);
    }

    // ---- pointers ----

    /** False if the pointed-to type has no size; GNU's void and functions count 1. */
    private boolean pointerArithmetic(CType to, int loc, String incomplete, String what) {
        if (to.isError()) return false;
        if (to.isVoid()) {
            c.warnPointerArith(loc, what.equals("arithmetic") ? "pointer of type 'void *' used in arithmetic" : "wrong type argument to " + what);
        } else if (to.isFunction()) {
            c.warnPointerArith(loc, what.equals("arithmetic") ? "pointer to a function used in arithmetic" : "wrong type argument to " + what);
        } else if (!to.isComplete()) {
            if (what.equals("arithmetic")) c.incompleteArithmetic(loc, to);
            else c.error(loc, incomplete + " " + c.q(to));
            return false;
        }
        return true;
    }

    private TypedExpr checkedPointerAdd(int loc, TypedExpr p, TypedExpr n, boolean subtract) {
        if (!pointerArithmetic(p.type().pointee(), loc, "", "arithmetic")) return c.errorExpr(loc);
        return pointerAdd(loc, p, n, subtract);
    }

    TypedExpr pointerAdd(int loc, TypedExpr p, TypedExpr n, boolean subtract) {
        CType to = p.type().pointee();
        TypedExpr i = fold.convert(n, n.type().isSigned() || n.type().strip().size() < 8 ? types.ptrdiff : types.size, n.loc());
        long scale = to.isVla() ? 0 : to.isVoid() || to.isFunction() ? 1 : to.size();
        if (p instanceof IntConst k && i instanceof IntConst j && !to.isVla()) {
            return new IntConst(loc, p.type(), subtract ? k.low() - j.low() * scale : k.low() + j.low() * scale, 0);
        }
        if (i instanceof IntConst j && j.low() == 0 && !to.isVla()) return p;
        return new TypedExpr.PointerAdd(loc, p.type().unqualified(), p, i, scale, to.isVla() ? c.variableSizes.sizeOf(to, loc) : null, subtract);
    }

    private TypedExpr difference(int loc, TypedExpr l, TypedExpr r, PointerType p, PointerType q) {
        CType to = p.pointee;
        if (!types.compatiblePointees(to, q.pointee)) return invalidOperands(loc, BinaryOp.SUB, l.type(), r.type());
        if (to.isVoid()) c.warnPointerArith(loc, "pointer of type 'void *' used in subtraction");
        else if (to.isFunction()) c.warnPointerArith(loc, "pointer to a function used in subtraction");
        else if (!to.isComplete()) {
            c.error(loc, "arithmetic on pointer to an incomplete type");
            return c.errorExpr(loc);
        }
        long scale = to.isVla() ? 0 : to.isVoid() || to.isFunction() ? 1 : to.size();
        if (l instanceof IntConst a && r instanceof IntConst b && scale > 0) return fold.integer(loc, types.ptrdiff, (a.low() - b.low()) / scale);
        return new TypedExpr.PointerDifference(loc, types.ptrdiff, l, r, scale, to.isVla() ? c.variableSizes.sizeOf(to, loc) : null);
    }

    private TypedExpr comparePointers(int loc, BinaryOp op, TypedExpr l, TypedExpr r) {
        CType a = l.type();
        CType b = r.type();
        boolean equality = op == BinaryOp.EQ || op == BinaryOp.NE;
        CType common;
        if (a.isPointer() && b.isPointer()) {
            CType p = a.pointee();
            CType q = b.pointee();
            if (types.compatiblePointees(p, q)) {
                if (!equality && p.isFunction()) c.pedantic(loc, "ordered comparisons of pointers to functions");
                else if (!equality && p.isComplete() != q.isComplete()) c.pedanticC99(loc, "comparison of complete and incomplete pointers");
            } else if (equality && (c.conv.isNullPointerConstant(l) || c.conv.isNullPointerConstant(r))) {
                // Equality with null.
            } else if (p.isVoid() || q.isVoid()) {
                if (equality) {
                    if (p.isFunction() || q.isFunction()) c.pedantic(loc, "ISO C forbids comparison of 'void *' with function pointer");
                } else {
                    c.pedwarn(loc, null, "comparison of distinct pointer types lacks a cast");
                }
            } else {
                c.pedwarn(loc, null, "comparison of distinct pointer types lacks a cast");
            }
            common = a;
        } else if (a.isPointer() && b.isInteger() || a.isInteger() && b.isPointer()) {
            TypedExpr n = a.isPointer() ? r : l;
            common = a.isPointer() ? a : b;
            if (c.conv.isNullPointerConstant(n)) {
                if (!equality) c.diags.warning(loc, "extra", c.diags.warningEnabled("extra", false) , "ordered comparison of pointer with integer zero");
            } else {
                c.pedwarn(loc, null, "comparison between pointer and integer");
            }
        } else {
            return invalidOperands(loc, op, a, b);
        }
        TypedExpr cl = fold.convert(l, common.unqualified(), loc);
        TypedExpr cr = fold.convert(r, common.unqualified(), loc);
        if (equality && cr instanceof IntConst k && k.low() == 0 && k.high() == 0) {
            int t = Fold.truth(cl);
            if (t == 1 && !(cl instanceof IntConst)) {
                if (c.allEnabled("address") && cl instanceof TypedExpr.AddressOf ad && (ad.lvalue() instanceof TypedExpr.VarRef || ad.lvalue() instanceof TypedExpr.FunctionRef)) {
                    String n = ad.lvalue() instanceof TypedExpr.VarRef v ? v.variable().name : ((TypedExpr.FunctionRef) ad.lvalue()).function().name;
                    c.warnAll(loc, "address", "the comparison will always evaluate as '" + (op == BinaryOp.NE ? "true" : "false") + "' for the address of '" + n + "' will never be NULL");
                }
                return new IntConst(loc, types.int_, op == BinaryOp.NE ? 1 : 0, 0);
            }
        }
        return fold.binary(loc, types.int_, op, cl, cr);
    }

    // ---- conditional (6.5.15) ----

    private TypedExpr conditional(Expr.Conditional k) {
        if (k.then() == null) return elvis(k);
        TypedExpr cond = scalar(valueOf(k.condition()), k.condition().start());
        int known = Fold.truth(cond);
        if (known == 0) c.unevaluated++;
        TypedExpr a = valueOf(k.then());
        if (known == 0) c.unevaluated--;
        if (known == 1) c.unevaluated++;
        TypedExpr b = valueOf(k.otherwise());
        if (known == 1) c.unevaluated--;
        if (cond.type().isError()) return cond;
        if (a.type().isError()) return a;
        if (b.type().isError()) return b;
        CType t = conditionalType(k.loc(), a, b);
        if (t == null) return c.errorExpr(k.loc());
        if (!t.isVoid()) {
            a = fold.convert(a, t, a.loc());
            b = fold.convert(b, t, b.loc());
        } else {
            if (!a.type().isVoid()) a = fold.convert(a, types.void_, a.loc());
            if (!b.type().isVoid()) b = fold.convert(b, types.void_, b.loc());
        }
        if (known >= 0 && (cond instanceof IntConst || cond instanceof TypedExpr.FloatConst || cond instanceof TypedExpr.AddressOf)) {
            TypedExpr chosen = known == 1 ? a : b;
            TypedExpr other = known == 1 ? b : a;
            if (!hasLabels(other)) return lvalueFree(chosen, t);
        }
        return fold.conditional(k.loc(), t, cond, a, b);
    }

    /** A dropped branch with statements may hold labels that something jumps to. */
    private static boolean hasLabels(TypedExpr e) {
        return e instanceof TypedExpr.StmtExpr || e instanceof TypedExpr.Convert k && hasLabels(k.operand());
    }

    private TypedExpr lvalueFree(TypedExpr e, CType t) {
        return e;
    }

    private TypedExpr elvis(Expr.Conditional k) {
        c.pedantic(k.loc(), "ISO C forbids omitting the middle term of a '?:' expression");
        TypedExpr v = valueOf(k.condition());
        TypedExpr checked = scalar(v, k.condition().start());
        TypedExpr b = valueOf(k.otherwise());
        if (checked.type().isError()) return checked;
        if (b.type().isError()) return b;
        CType t = conditionalType(k.loc(), v, b);
        if (t == null) return c.errorExpr(k.loc());
        if (v instanceof IntConst || v instanceof TypedExpr.FloatConst) {
            return fold.conditional(k.loc(), t, v, fold.convert(v, t, k.loc()), fold.convert(b, t, k.loc()));
        }
        Temp temp = new Temp(v.type());
        TypedExpr ref = new TypedExpr.TempRef(k.loc(), v.type(), temp);
        TypedExpr body = fold.conditional(k.loc(), t, scalar(ref, k.loc()), fold.convert(ref, t, k.loc()), fold.convert(b, t, k.loc()));
        return new TypedExpr.Let(k.loc(), t, temp, v, body);
    }

    private CType conditionalType(int loc, TypedExpr x, TypedExpr y) {
        CType a = x.type();
        CType b = y.type();
        if (a.isArithmetic() && b.isArithmetic()) {
            if (a.strip() == b.strip() && !a.isInteger()) return a.unqualified();
            return types.usualArithmetic(c.conv.promotedType(x), c.conv.promotedType(y));
        }
        if (a.isVoid() || b.isVoid()) {
            if (!a.isVoid() || !b.isVoid()) c.pedantic(loc, "ISO C forbids conditional expr with only one void side");
            return types.void_;
        }
        if (a.isRecord() || b.isRecord()) {
            if (types.compatibleUnqualified(a, b)) return a.unqualified();
            c.error(loc, "type mismatch in conditional expression");
            return null;
        }
        if (a.isVector() && types.compatibleUnqualified(a, b)) return a.unqualified();
        if (a.isPointer() && b.isPointer()) {
            boolean na = c.conv.isNullPointerConstant(x);
            boolean nb = c.conv.isNullPointerConstant(y);
            CType p = a.pointee();
            CType q = b.pointee();
            int quals = (p.quals() | q.quals()) & ~CType.MAY_ALIAS;
            if (types.compatiblePointees(p, q)) {
                CType m = types.composite(p.unqualified(), q.unqualified());
                return (p.quals() == quals && q.quals() == quals && p == q ? p : p.isFunction() ? m : m.qualify(quals)).pointer();
            }
            if (na) return b.unqualified();
            if (nb) return a.unqualified();
            if (p.isVoid() || q.isVoid()) {
                // The element's qualifiers of a pointer to an array are not the pointed-to type's before C2X.
                if (p.isArray() || q.isArray()) quals = (p.isArray() ? 0 : p.quals()) | (q.isArray() ? 0 : q.quals());
                if (p.isFunction() || q.isFunction()) c.pedantic(loc, "ISO C forbids conditional expr between 'void *' and function pointer");
                return types.void_.qualify(quals).pointer();
            }
            c.pedwarn(loc, null, "pointer type mismatch in conditional expression");
            return types.void_.qualify(quals).pointer();
        }
        if (a.isPointer() && b.isInteger()) {
            if (!c.conv.isNullPointerConstant(y)) c.pedwarn(loc, null, "pointer/integer type mismatch in conditional expression");
            return a.unqualified();
        }
        if (b.isPointer() && a.isInteger()) {
            if (!c.conv.isNullPointerConstant(x)) c.pedwarn(loc, null, "pointer/integer type mismatch in conditional expression");
            return b.unqualified();
        }
        c.error(loc, "type mismatch in conditional expression");
        return null;
    }

    // ---- assignment (6.5.16) ----

    /** Checks that something can be stored to (6.3.2.1p1). */
    boolean modifiable(TypedExpr e, int loc, String what) {
        if (e.type().isError()) return false;
        if (!e.isLvalue() || e instanceof TypedExpr.FunctionRef) {
            switch (what) {
                case "assignment" -> c.error(loc, "lvalue required as left operand of assignment");
                case "asm" -> c.error(loc, "lvalue required in 'asm' statement");
                default -> c.error(loc, "lvalue required as " + what + " operand");
            }
            return false;
        }
        CType t = e.type();
        if (t.isArray()) {
            if (what.equals("assignment")) c.error(loc, "assignment to expression with array type");
            else c.error(loc, "wrong type argument to " + what);
            return false;
        }
        if (!t.isComplete() && !t.isVoid()) {
            c.incomplete(loc, t, e);
            return false;
        }
        boolean readOnly = t.isConst();
        if (readOnly || t.strip() instanceof RecordType r && r.hasConstMember) {
            readonly(e, loc, what, !readOnly);
            return false;
        }
        return true;
    }

    private void readonly(TypedExpr e, int loc, String what, boolean member) {
        String verb = what.equals("assignment") ? "assignment of " : what.equals("asm") ? "" : what + " of ";
        String tail = what.equals("asm") ? " used as 'asm' output" : "";
        String name;
        switch (e) {
            case TypedExpr.VarRef v -> name = (member ? "" : v.variable().storage == VarSymbol.Storage.PARAM ? "read-only parameter " : "read-only variable ") + "'" + v.variable().name + "'";
            case TypedExpr.Member m -> name = (member ? "" : "read-only member ") + "'" + m.field().name + "'";
            default -> name = member ? "read-only location" : "read-only location";
        }
        if (e instanceof TypedExpr.Deref) name += " '" + describeTyped(e) + "'";
        c.error(loc, verb + (member && !(e instanceof TypedExpr.Deref) ? "read-only variable ".substring(0, 0) : "") + name + (member ? "" : "") + (member ? " with read-only member" .replace(" with read-only member", "") : "") + tail);
    }

    private String describeTyped(TypedExpr e) {
        return switch (e) {
            case TypedExpr.VarRef v -> v.variable().name;
            case TypedExpr.Member m -> m.base() instanceof TypedExpr.Deref d ? describeTyped(d.pointer()) + "->" + m.field().name : describeTyped(m.base()) + "." + m.field().name;
            case TypedExpr.Deref d when d.pointer() instanceof TypedExpr.PointerAdd p && p.index() instanceof IntConst -> "*(" + describeTyped(p.pointer()) + " + " + (((IntConst) p.index()).low() * p.scale()) + ")";
            case TypedExpr.Deref d when d.pointer() instanceof TypedExpr.PointerAdd p -> "*(" + describeTyped(p.pointer()) + " + " + "..." + ")";
            case TypedExpr.Deref d -> "*" + describeTyped(d.pointer());
            case TypedExpr.Load l -> describeTyped(l.lvalue());
            case TypedExpr.AddressOf a -> a.type().pointee() == a.lvalue().type() ? "&" + describeTyped(a.lvalue()) : describeTyped(a.lvalue());
            case TypedExpr.Convert k -> "(" + k.type() + ")" + describeTyped(k.operand());
            default -> "<unknown>";
        };
    }

    /** Notes a store into a variable, for the warnings about unused ones; compound assignments and {@code ++} count as uses, as in gcc 12. */
    private void markSet(TypedExpr e, boolean alsoUsed) {
        VarSymbol s = e instanceof TypedExpr.VarRef v ? v.variable() : root(e);
        if (s == null) return;
        s.set = true;
        s.used |= alsoUsed;
    }

    private TypedExpr assign(Expr.Assign a) {
        TypedExpr l = expr(a.left());
        if (a.op() != null) return compound(a, l);
        TypedExpr r = valueOf(a.right());
        if (l.type().isError()) return l;
        if (!modifiable(l, a.loc(), "assignment")) return c.errorExpr(a.loc());
        if (r.type().isError()) return r;
        markSet(l, false);
        c.conv.valueLoc = a.right().start();
        TypedExpr v = c.conv.assign(r, l.type(), Conversions.Plain.ASSIGN, a.loc());
        c.conv.valueLoc = 0;
        if (v.type().isError()) return v;
        return new TypedExpr.Assign(a.loc(), l.type().unqualified(), l, v);
    }

    private TypedExpr compound(Expr.Assign a, TypedExpr l) {
        TypedExpr r = valueOf(a.right());
        if (l.type().isError()) return l;
        if (r.type().isError()) return r;
        if (!modifiable(l, a.loc(), "assignment")) return c.errorExpr(a.loc());
        markSet(l, true);
        int loc = a.loc();
        BinaryOp op = op(a.op());
        CType vt = l.type().unqualified();
        Temp rhs = null;
        TypedExpr operand = r;
        if (!simple(r)) {
            rhs = new Temp(r.type());
            operand = new TypedExpr.TempRef(loc, r.type(), rhs);
            CType p = c.conv.promotedType(r);
            if (r.type().isInteger() && p.strip() != r.type().strip()) {
                // A bit-field's promotion is lost behind a temporary: bind the promoted value.
                r = c.conv.promote(r);
                rhs = new Temp(r.type());
                operand = new TypedExpr.TempRef(loc, r.type(), rhs);
            }
        }
        Temp old = new Temp(vt);
        TypedExpr ref = new TypedExpr.TempRef(loc, vt, old);
        if (vt.isInteger() && l instanceof TypedExpr.Member m && m.field().isBitField()) ref = fold.convert(ref, bitFieldPromotion(l, vt), loc);
        TypedExpr value;
        if (vt.isPointer() && (op != BinaryOp.ADD && op != BinaryOp.SUB || !r.type().isInteger())) {
            return invalidOperands(loc, op, l.type(), r.type());
        }
        value = operate(loc, op, ref, operand);
        if (value.type().isError()) return value;
        TypedExpr update = c.conv.assign(value, vt, Conversions.Plain.ASSIGN, loc);
        if (update.type().isError()) return update;
        BinaryOp atomicOp = null;
        TypedExpr aop = null;
        if (l.type().isAtomic() && vt.isInteger() && r.type().isInteger() && !vt.isBool()) {
            switch (op) {
                case ADD, SUB, AND, OR, XOR -> {
                    atomicOp = op;
                    aop = fold.convert(operand, vt, loc);
                }
                default -> {}
            }
        }
        TypedExpr m = new TypedExpr.Modify(loc, vt, l, old, update, false, atomicOp, aop);
        return rhs == null ? m : new TypedExpr.Let(loc, vt, rhs, r, m);
    }

    /** May be evaluated in any place and several times: constants, plain variables that are not volatile. */
    static boolean simple(TypedExpr e) {
        return switch (e) {
            case IntConst k -> true;
            case TypedExpr.FloatConst k -> true;
            case TypedExpr.TempRef t -> true;
            case TypedExpr.AddressOf a -> a.lvalue() instanceof TypedExpr.VarRef || a.lvalue() instanceof TypedExpr.FunctionRef || a.lvalue() instanceof TypedExpr.StringLiteral;
            case TypedExpr.Convert k -> simple(k.operand());
            default -> false;
        };
    }

    static boolean sideEffects(TypedExpr e) {
        return switch (e) {
            case IntConst k -> false;
            case TypedExpr.FloatConst k -> false;
            case TypedExpr.VarRef v -> false;
            case TypedExpr.StringLiteral s -> false;
            case TypedExpr.FunctionRef f -> false;
            case TypedExpr.TempRef t -> false;
            case TypedExpr.LabelAddress l -> false;
            case TypedExpr.AddressOf a -> sideEffects(a.lvalue());
            case TypedExpr.Load l -> l.lvalue().type().isVolatile() || sideEffects(l.lvalue());
            case TypedExpr.Member m -> sideEffects(m.base());
            case TypedExpr.Deref d -> sideEffects(d.pointer());
            case TypedExpr.Convert k -> sideEffects(k.operand());
            case TypedExpr.Unary u -> sideEffects(u.operand());
            case TypedExpr.Binary b -> sideEffects(b.left()) || sideEffects(b.right());
            case TypedExpr.Logical b -> sideEffects(b.left()) || sideEffects(b.right());
            case TypedExpr.PointerAdd p -> sideEffects(p.pointer()) || sideEffects(p.index());
            case TypedExpr.PointerDifference p -> sideEffects(p.left()) || sideEffects(p.right());
            case TypedExpr.Conditional k -> sideEffects(k.condition()) || sideEffects(k.then()) || sideEffects(k.otherwise());
            default -> true;
        };
    }

    // ---- dropped values ----

    /** An expression evaluated for its effects: volatile lvalues are read, useless values warned about. */
    TypedExpr dropped(TypedExpr e, int loc) {
        if (e.type().isError()) return e;
        TypedExpr v = e;
        if (e.isLvalue()) {
            if (e.type().isVolatile() && e.type().isComplete() && !e.type().isVoid() && !e.type().isArray()) return c.conv.value(e);
            if (!e.type().isComplete() && !e.type().isVoid() && !e.type().isArray() && !(e instanceof TypedExpr.Deref)) return c.conv.value(e);
            if (e instanceof TypedExpr.Deref d && (e.type().isVoid() || !e.type().isComplete())) v = d.pointer();
            else if (e.type().isFunction() || e.type().isArray() || !e.type().isComplete()) {
                v = e.type().isFunction() || e.type().isArray() ? c.conv.value(e) : e;
            } else v = c.conv.value(e);
        }
        if (c.evaluated() && c.allEnabled("unused-value") && !sideEffects(v) && !v.type().isVoid() && !e.type().isVoid()) c.warnAll(loc, "unused-value", "statement with no effect");
        return v;
    }

    private TypedExpr vaArg(Expr.VaArg v) {
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
