package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.Initializer.Item;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Initializer;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;

/**
 * Initialisation (6.7.9): turns an initialiser with its elided braces and designators into stores at offsets.
 *
 * <p>The walk keeps a stack of levels, the aggregates entered without braces of their own; the bottom is the aggregate
 * that the innermost braces initialise. An element goes to the top level's next subobject, entering it if the element
 * cannot initialise it as a whole. A designator drops back to the bottom and enters what it names.
 */
final class Initializers {
    /** A resolved initialiser; {@code type} is complete where the initialiser gives an array its length. */
    record Result(CType type, List<Item> items, boolean zeroFirst, long size) {
        org.jcc.frontend.ast.Initializer initializer() {
            return new org.jcc.frontend.ast.Initializer(items, zeroFirst);
        }
    }

    private final Checker c;
    private final Types types;

    Initializers(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    /** Without parentheses and {@code __extension__}. */
    static Expr bare(Expr e) {
        while (true) {
            e = e.unparen();
            if (e instanceof Expr.Unary u && u.op() == Expr.UnaryOp.EXTENSION) e = u.operand();
            else return e;
        }
    }

    /** Initialises an object by a value already checked. */
    Result single(CType t, TypedExpr value, int loc) {
        TypedExpr v = c.conv.assign(value, t, Conversions.Plain.INIT, loc);
        if (v.type().isError()) return null;
        List<Item> items = new ArrayList<>(1);
        items.add(new Item(0, null, t, v));
        return new Result(t, items, false, t.size());
    }

    /** A union value with one member set. */
    TypedExpr unionOf(RecordType r, CType type, RecordType.Field f, TypedExpr value, int loc) {
        if (value.type().isError()) return value;
        if (c.fn == null) {
            c.error(loc, "initializer element is not constant");
            return c.errorExpr(loc);
        }
        VarSymbol v = new VarSymbol(".union", type, loc, VarSymbol.Storage.AUTO);
        v.hidden = true;
        v.used = true;
        c.fn.locals.add(v);
        TypedExpr l = new TypedExpr.CompoundLiteral(loc, type, v, new org.jcc.frontend.ast.Initializer(List.of(new Item(f.offset, f.isBitField() ? f : null, f.type, value)), true));
        return new TypedExpr.Load(loc, type, l);
    }

    /** Checks an initialiser for an object of the type; null after an error that leaves nothing. */
    Result initialise(CType t, Initializer init, int loc, boolean isStatic) {
        return initialise(t, init, loc, isStatic, "(anonymous)");
    }

    /** As above; {@code name} is what messages say is initialised. */
    Result initialise(CType t, Initializer init, int loc, boolean isStatic, String name) {
        InitializerWalk w = new InitializerWalk(c, isStatic, name);
        CType s = t.strip();
        if (init instanceof Expr e && !s.isArray()) {
            TypedExpr v = c.exprs.valueOf(e);
            if (v.type().isError()) return null;
            if (s instanceof VectorType && !v.type().isVector()) {
                c.error(e.start(), "invalid initializer");
                return null;
            }
            if (s instanceof RecordType && !v.type().isRecord()) {
                c.error(e.start(), "invalid initializer");
                return null;
            }
            v = c.conv.assign(v, t, Conversions.Plain.INIT, e.start());
            if (v.type().isError()) return null;
            if (isStatic && (s instanceof RecordType || s instanceof VectorType) && v instanceof TypedExpr.Load l && c.statics.literalItems(l.lvalue()) != null) {
                w.copyStatic(l.lvalue(), 0);
                return w.result(t);
            }
            if (isStatic && !c.statics.check(v, e.start())) return null;
            if (isStatic && c.constants.laxInitializer(e)) c.pedantic(e.start(), "initializer element is not a constant expression");
            w.items.add(new Item(0, null, t, v));
            return new Result(t, w.items, false, t.size());
        }
        w.object(t, 0, null, init, loc);
        if (w.failed) return null;
        if (s instanceof ArrayType a && a.length == ArrayType.INCOMPLETE) {
            t = new ArrayType(a.element, w.topLength);
        }
        return w.result(t);
    }

    /** Bits of all members of a type: what an initialiser must cover so that nothing need be zeroed first. */
    long leafBits(CType t) {
        CType s = t.strip();
        if (s instanceof ArrayType a) return a.length < 0 ? 0 : a.length * leafBits(a.element);
        if (s instanceof RecordType r) {
            if (r.union) return r.size() * 8;
            long n = 0;
            for (RecordType.Field f : r.fields) n += f.isBitField() ? f.name == null ? 0 : f.bitWidth : leafBits(f.type);
            return n;
        }
        return s.size() * 8;
    }
}
