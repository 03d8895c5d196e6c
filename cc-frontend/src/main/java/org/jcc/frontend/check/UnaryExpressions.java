package org.jcc.frontend.check;

import org.jcc.frontend.ast.Temp;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.TypedExpr.UnaryOp;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Initializer;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.PointerType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;

/**
 * Unary operators and casts (6.5.3, 6.5.4): addresses, indirection, signs, {@code ++} in front and behind, {@code sizeof},
 * {@code _Alignof}, {@code offsetof}, conversion to a written type.
 */
final class UnaryExpressions {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    UnaryExpressions(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    TypedExpr unary(Expr.Unary u) {
        switch (u.op()) {
            case EXTENSION -> {
                c.extension++;
                TypedExpr e = c.exprs.expr(u.operand());
                c.extension--;
                return e;
            }
            case ADDRESS -> {
                return address(u);
            }
            case DEREF -> {
                TypedExpr p = c.exprs.valueOf(u.operand());
                if (p.type().isError()) return p;
                if (!p.type().isPointer()) {
                    c.error(u.loc(), "invalid type argument of unary '*' (have " + c.q(p.type()) + ")");
                    return c.errorExpr(u.loc());
                }
                CType to = p.type().pointee();
                if (to.isVoid() && c.evaluated()) c.warn(u.loc(), null, "dereferencing 'void *' pointer");
                return c.postfix.deref(u.loc(), p);
            }
            case PRE_INC, PRE_DEC, POST_INC, POST_DEC -> {
                return increment(u);
            }
            case REAL, IMAG -> {
                TypedExpr e = c.exprs.expr(u.operand());
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
                TypedExpr zero = fold.convert(fold.integer(u.loc(), types.int_, 0), e.type().unqualified(), u.loc());
                return Expressions.sideEffects(e) ? new TypedExpr.Comma(u.loc(), zero.type(), c.conv.value(e), zero) : zero;
            }
            default -> {}
        }
        TypedExpr e = c.exprs.valueOf(u.operand());
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
        TypedExpr e = c.exprs.expr(u.operand());
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

    static VarSymbol root(TypedExpr e) {
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
        TypedExpr e = c.exprs.expr(u.operand());
        if (e.type().isError()) return e;
        String what = dec ? "decrement" : "increment";
        if (!c.assigns.modifiable(e, u.loc(), what)) return c.errorExpr(u.loc());
        CType t = e.type();
        if (!t.isScalar() && !t.isVector()) {
            c.error(u.loc(), "wrong type argument to " + what);
            return c.errorExpr(u.loc());
        }
        if (t.isComplex()) c.pedantic(u.loc(), "ISO C does not support '++' and '--' on complex types");
        c.assigns.markSet(e, true);
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
            if (!c.binary.pointerArithmetic(to, u.loc(), dec ? "decrement of pointer to an incomplete type" : "increment of pointer to an incomplete type", what)) return c.errorExpr(u.loc());
            update = c.binary.pointerAdd(u.loc(), ref, one, dec);
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

    CType bitFieldPromotion(TypedExpr lvalue, CType t) {
        if (lvalue instanceof TypedExpr.Member m && m.field().isBitField()) return types.promoteBitField(m.field().type, m.field().bitWidth);
        return types.promote(t);
    }

    TypedExpr sizeof(Expr.Sizeof s) {
        int from = c.declarators.effects.size();
        CType t;
        int at = s.operand() instanceof Expr e ? e.start() : ((TypeName) s.operand()).specs().loc();
        if (s.operand() instanceof TypeName n) {
            t = c.declarators.typeName(n);
        } else {
            c.unevaluated++;
            int uses = c.unevaluatedUses.size();
            TypedExpr e = c.exprs.expr((Expr) s.operand());
            c.unevaluated--;
            t = e.type();
            if (e instanceof TypedExpr.Member m && m.field().isBitField()) {
                c.error(at, "'sizeof' applied to a bit-field");
                return c.errorExpr(s.loc());
            }
            if (t.isVla()) c.declarators.evaluate(e, at, uses);
        }
        if (!t.isVla()) c.declarators.forget(from);
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

    TypedExpr alignof(Expr.Alignof a) {
        CType t;
        int align = 0;
        int from = c.declarators.effects.size();
        if (a.operand() instanceof TypeName n) {
            t = c.declarators.typeName(n);
        } else {
            c.unevaluated++;
            TypedExpr e = c.exprs.expr((Expr) a.operand());
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
        c.declarators.forget(from);
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

    TypedExpr offsetof(Expr.Offsetof o) {
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
                    TypedExpr m = c.postfix.member(d.loc(), new TypedExpr.Deref(d.loc(), t, fold.integer(d.loc(), t.pointer(), 0)), r, f.name());
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
                    TypedExpr i = c.exprs.valueOf(e.low());
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

    TypedExpr cast(Expr.Cast k) {
        int from = c.declarators.effects.size();
        CType t = c.declarators.typeName(k.type());
        TypedExpr e = c.exprs.valueOf(k.operand());
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
        if (s instanceof ComplexType k && f.isFloating() && !f.isComplex()) {
            // A cast makes a complex number, whose imaginary part is zero; where a real one meets it in an operation it has none.
            return new TypedExpr.MakeComplex(loc, target, fold.convert(e, k.element, loc), fold.convert(fold.integer(loc, types.int_, 0), k.element, loc));
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
}
