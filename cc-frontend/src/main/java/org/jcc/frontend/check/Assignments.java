package org.jcc.frontend.check;

import org.jcc.frontend.ast.Temp;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;

/**
 * The conditional operator and assignment (6.5.15, 6.5.16): the common type of two operands, modifiable lvalues, compound
 * assignment with its operand evaluated once.
 */
final class Assignments {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    Assignments(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    TypedExpr conditional(Expr.Conditional k) {
        if (k.then() == null) return elvis(k);
        TypedExpr cond = c.exprs.scalar(c.exprs.valueOf(k.condition()), k.condition().start());
        int known = Fold.truth(cond);
        if (known == 0) c.unevaluated++;
        TypedExpr a = c.exprs.valueOf(k.then());
        if (known == 0) c.unevaluated--;
        if (known == 1) c.unevaluated++;
        TypedExpr b = c.exprs.valueOf(k.otherwise());
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
        TypedExpr v = c.exprs.valueOf(k.condition());
        TypedExpr checked = c.exprs.scalar(v, k.condition().start());
        TypedExpr b = c.exprs.valueOf(k.otherwise());
        if (checked.type().isError()) return checked;
        if (b.type().isError()) return b;
        CType t = conditionalType(k.loc(), v, b);
        if (t == null) return c.errorExpr(k.loc());
        if (v instanceof IntConst || v instanceof TypedExpr.FloatConst) {
            return fold.conditional(k.loc(), t, v, fold.convert(v, t, k.loc()), fold.convert(b, t, k.loc()));
        }
        Temp temp = new Temp(v.type());
        TypedExpr ref = new TypedExpr.TempRef(k.loc(), v.type(), temp);
        TypedExpr body = fold.conditional(k.loc(), t, c.exprs.scalar(ref, k.loc()), fold.convert(ref, t, k.loc()), fold.convert(b, t, k.loc()));
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
    void markSet(TypedExpr e, boolean alsoUsed) {
        VarSymbol s = e instanceof TypedExpr.VarRef v ? v.variable() : c.unary.root(e);
        if (s == null) return;
        s.set = true;
        s.used |= alsoUsed;
    }

    TypedExpr assign(Expr.Assign a) {
        TypedExpr l = c.exprs.expr(a.left());
        if (a.op() != null) return compound(a, l);
        TypedExpr r = c.exprs.valueOf(a.right());
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
        TypedExpr r = c.exprs.valueOf(a.right());
        if (l.type().isError()) return l;
        if (r.type().isError()) return r;
        if (!modifiable(l, a.loc(), "assignment")) return c.errorExpr(a.loc());
        markSet(l, true);
        int loc = a.loc();
        BinaryOp op = BinaryOperators.op(a.op());
        CType vt = l.type().unqualified();
        Temp rhs = null;
        TypedExpr operand = r;
        if (!Expressions.simple(r)) {
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
        if (vt.isInteger() && l instanceof TypedExpr.Member m && m.field().isBitField()) ref = fold.convert(ref, c.unary.bitFieldPromotion(l, vt), loc);
        TypedExpr value;
        if (vt.isPointer() && (op != BinaryOp.ADD && op != BinaryOp.SUB || !r.type().isInteger())) {
            return c.binary.invalidOperands(loc, op, l.type(), r.type());
        }
        value = c.binary.operate(loc, op, ref, operand);
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
}
