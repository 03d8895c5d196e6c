package org.jcc.frontend.check;

import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;

/**
 * Sizes and offsets that are known at run time only: of VLAs (6.7.6.2) and of structures and unions with members of variable size,
 * which GNU C has ("Variable Length", GCC manual 6.20).
 *
 * <p>A hidden variable holds each; where the declarator or structure is evaluated it is computed, once: later changes of
 * the variables in a bound do not change the type. Ensures: a {@link RecordType.Part} that code can refer to has its offset.
 */
final class VariableSizes {
    private final Checker c;
    private final Types types;

    VariableSizes(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    /** The size in bytes: a constant, or what a hidden variable holds. */
    TypedExpr sizeOf(CType t, int loc) {
        if (t.strip() instanceof ArrayType a && a.isVla()) {
            if (a.byteSize instanceof VarSymbol v) return load(v, loc);
            if (a.length >= 0) return c.fold.binary(loc, types.size, BinaryOp.MUL, number(a.length, loc), sizeOf(a.element, loc));
            return number(0, loc);
        }
        if (t.strip() instanceof RecordType r && r.byteSize instanceof VarSymbol v) return load(v, loc);
        return number(t.size(), loc);
    }

    /** A member's offset in the outermost record, through unnamed ones: {@code base} is a dereferenced null pointer there. */
    TypedExpr offset(TypedExpr.Member m) {
        TypedExpr at = number(m.field().offset, m.loc());
        if (m.field().part != null && m.field().part.offset instanceof VarSymbol v) at = add(load(v, m.loc()), at, m.loc());
        return m.base() instanceof TypedExpr.Member outer ? add(offset(outer), at, m.loc()) : at;
    }

    /** Makes the variables of a record's parts and size. */
    void record(RecordType r) {
        if (c.fn == null && c.declarators.inPrototype > 0) return;
        String name = (r.tag == null ? "" : r.tag) + ".";
        List<RecordType.Part> parts = r.parts;
        for (int i = 0; i < parts.size(); i++) {
            RecordType.Part p = parts.get(i);
            TypedExpr at = number(p.bytes, r.loc);
            if (p.from != null) at = add(load((VarSymbol) p.from.offset, r.loc), at, r.loc);
            if (p.variable != null) at = add(at, sizeOf(p.variable, r.loc), r.loc);
            if (r.union) {
                for (RecordType.Field f : r.fields) {
                    if (!f.type.isVla()) continue;
                    VarSymbol most = c.declarators.holder(name + "most", at, r.loc);
                    TypedExpr size = sizeOf(f.type, r.loc);
                    TypedExpr more = new TypedExpr.Binary(r.loc, types.int_, BinaryOp.GT, size, load(most, r.loc));
                    at = new TypedExpr.Conditional(r.loc, types.size, more, size, load(most, r.loc));
                }
            }
            if (p.roundTo > 1) {
                TypedExpr up = add(at, number(p.roundTo - 1, r.loc), r.loc);
                at = c.fold.binary(r.loc, types.size, BinaryOp.AND, up, number(-p.roundTo, r.loc));
            }
            p.offset = c.declarators.holder(name + (i < parts.size() - 1 ? "part" : "size"), at, r.loc);
        }
        r.byteSize = parts.get(parts.size() - 1).offset;
    }

    private TypedExpr add(TypedExpr a, TypedExpr b, int loc) {
        return c.fold.binary(loc, types.size, BinaryOp.ADD, a, b);
    }

    private TypedExpr number(long n, int loc) {
        return c.fold.integer(loc, types.size, n);
    }

    private TypedExpr load(VarSymbol v, int loc) {
        v.used = true;
        return new TypedExpr.Load(loc, types.size, new TypedExpr.VarRef(loc, types.size, v));
    }
}
