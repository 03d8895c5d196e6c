package org.jcc.frontend.check;

import java.util.ArrayList;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.PointerType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;

/**
 * Binary operators (6.5.5-6.5.14, 6.5.17): arithmetic, shifts, comparisons, logic, comma, on numbers, pointers and vectors; what
 * -Wparentheses says of their nesting. Chains, however long, are walked in a loop.
 */
final class BinaryOperators {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    BinaryOperators(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    TypedExpr binaryChain(Expr.Binary b) {
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
                TypedExpr l = left != null ? left : c.exprs.expr(b.left());
                l = c.exprs.dropped(l, start);
                TypedExpr r = c.exprs.valueOf(b.right());
                if (r.type().isError() || l.type().isError()) return c.errorExpr(loc);
                return new TypedExpr.Comma(loc, r.type(), l, r);
            }
            case LOG_AND, LOG_OR -> {
                boolean or = b.op() == Expr.BinaryOp.LOG_OR;
                TypedExpr l = c.exprs.scalar(left != null ? c.conv.value(left) : c.exprs.valueOf(b.left()), loc);
                int known = Fold.truth(l);
                boolean dead = known >= 0 && (known == 1) == or;
                if (dead) c.unevaluated++;
                TypedExpr r = c.exprs.scalar(c.exprs.valueOf(b.right()), loc);
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
                TypedExpr l = left != null ? c.conv.value(left) : c.exprs.valueOf(b.left());
                TypedExpr r = c.exprs.valueOf(b.right());
                if (l.type().isError()) return l;
                if (r.type().isError()) return r;
                if (c.wallParentheses()) parentheses(b, r.type().isBool());
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

    private void parentheses(Expr.Binary b, boolean boolRight) {
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
                if (op != Expr.BinaryOp.XOR && b.left() instanceof Expr.Unary n && n.op() == Expr.UnaryOp.NOT && !boolRight && !truth(b.right().unparen())) {
                    String s = op.spelling;
                    c.warnAll(n.loc(), "parentheses", "suggest parentheses around operand of '!' or change '" + s + "' to '" + s + s + "' or '!' to '~'");
                }
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
            case EQ, NE -> {
                if (comparison(l) || comparison(r)) {
                    c.warnAll(comparison(l) ? b.left().loc() : b.right().loc(), "parentheses", "suggest parentheses around comparison in operand of '" + op.spelling + "'");
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

    private static boolean comparison(Expr.BinaryOp op) {
        return op == Expr.BinaryOp.EQ || op == Expr.BinaryOp.NE || op != null && op.ordinal() >= Expr.BinaryOp.LT.ordinal() && op.ordinal() <= Expr.BinaryOp.GE.ordinal();
    }

    /** An expression whose value is a truth value by its operator. */
    private static boolean truth(Expr e) {
        return e instanceof Expr.Unary u && u.op() == Expr.UnaryOp.NOT
                || e instanceof Expr.Binary b && (comparison(b.op()) || b.op() == Expr.BinaryOp.LOG_AND || b.op() == Expr.BinaryOp.LOG_OR);
    }

    static BinaryOp op(Expr.BinaryOp op) {
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

    TypedExpr invalidOperands(int loc, BinaryOp op, CType a, CType b) {
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

    /** False if the pointed-to type has no size; GNU's void and functions count 1. */
    boolean pointerArithmetic(CType to, int loc, String incomplete, String what) {
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
}
