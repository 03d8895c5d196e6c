package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Initializer.Item;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.StaticData;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.BinaryOp;
import org.jcc.frontend.ast.TypedExpr.FloatConst;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;

/**
 * Constant expressions in initialisers (6.6p7-10): numbers, addresses plus an offset, differences of labels; and the bytes
 * that objects with static storage begin with.
 */
final class StaticValues {
    /** A constant: a number ({@code number} is an IntConst or FloatConst), or {@code target + offset}. */
    private record Value(TypedExpr number, StaticData.Target target, long offset) {
        static Value address(StaticData.Target t, long offset) {
            return new Value(null, t, offset);
        }
    }

    private final Checker c;
    private final Types types;
    /** Const objects' values may be read: gcc does so for initialisers, not for constant expressions. */
    private boolean readConstants;

    StaticValues(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    /** True if the value can initialise an object with static storage duration. */
    boolean isConstant(TypedExpr e) {
        if (e instanceof IntConst || e instanceof FloatConst || e instanceof TypedExpr.StringLiteral) return true;
        if (e.type().isComplex() || e.type().isVector()) return numbers(e) != null;
        readConstants = true;
        Value v = evaluate(e);
        readConstants = false;
        return v != null && (v.target == null || e.type().strip().size() == 8 || v.target instanceof StaticData.LabelDifference);
    }

    /** As {@link #isConstant}, reporting what is not. */
    boolean check(TypedExpr e, int loc) {
        if (isConstant(e)) return true;
        boolean address = !e.type().isComplex() && !e.type().isVector() && evaluate(e) instanceof Value v && v.target != null;
        c.error(loc, address ? "initializer element is not computable at load time" : "initializer element is not constant");
        return false;
    }

    /** The number that a foldable expression is, or null (gcc folds more than an integer constant expression may hold). */
    TypedExpr fold(TypedExpr e) {
        Value v = evaluate(e);
        return v == null ? null : v.number;
    }

    /** Real and imaginary part of a complex constant. */
    private TypedExpr[] numbers(TypedExpr e) {
        return switch (e) {
            case TypedExpr.MakeComplex k -> {
                TypedExpr a = fold(k.real());
                TypedExpr b = fold(k.imaginary());
                yield a == null || b == null ? null : new TypedExpr[] {a, b};
            }
            case TypedExpr.Convert k when k.kind() == TypedExpr.Conversion.REAL_TO_COMPLEX -> {
                TypedExpr a = fold(k.operand());
                yield a == null ? null : new TypedExpr[] {a, c.fold.convert(c.fold.integer(e.loc(), types.int_, 0), a.type(), e.loc())};
            }
            case TypedExpr.Convert k when k.kind() == TypedExpr.Conversion.COMPLEX_TO_COMPLEX -> {
                TypedExpr[] p = numbers(k.operand());
                CType el = ((org.jcc.frontend.types.ComplexType) e.type().strip()).element;
                yield p == null ? null : new TypedExpr[] {c.fold.convert(p[0], el, e.loc()), c.fold.convert(p[1], el, e.loc())};
            }
            case TypedExpr.Unary u when u.op() == TypedExpr.UnaryOp.NEG -> {
                TypedExpr[] p = numbers(u.operand());
                yield p == null ? null : new TypedExpr[] {c.fold.unary(e.loc(), p[0].type(), u.op(), p[0]), c.fold.unary(e.loc(), p[1].type(), u.op(), p[1])};
            }
            case TypedExpr.Binary b when b.op() == BinaryOp.MUL || b.op() == BinaryOp.DIV -> {
                TypedExpr[] p = numbers(b.left());
                TypedExpr[] q = numbers(b.right());
                yield p == null || q == null ? null : product(b, p, q);
            }
            case TypedExpr.Binary b when b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB -> {
                TypedExpr[] p = numbers(b.left());
                TypedExpr[] q = numbers(b.right());
                if (p == null || q == null) yield null;
                CType el = ((org.jcc.frontend.types.ComplexType) e.type().strip()).element;
                yield new TypedExpr[] {c.fold.binary(e.loc(), el, b.op(), p[0], q[0]), c.fold.binary(e.loc(), el, b.op(), p[1], q[1])};
            }
            default -> null;
        };
    }

    /** Complex multiplication and division by the textbook's formulas. */
    private TypedExpr[] product(TypedExpr.Binary b, TypedExpr[] p, TypedExpr[] q) {
        CType el = ((org.jcc.frontend.types.ComplexType) b.type().strip()).element;
        int loc = b.loc();
        boolean divide = b.op() == BinaryOp.DIV;
        TypedExpr qi = divide ? c.fold.unary(loc, el, TypedExpr.UnaryOp.NEG, q[1]) : q[1];
        TypedExpr re = c.fold.binary(loc, el, BinaryOp.SUB, c.fold.binary(loc, el, BinaryOp.MUL, p[0], q[0]), c.fold.binary(loc, el, BinaryOp.MUL, p[1], qi));
        TypedExpr im = c.fold.binary(loc, el, BinaryOp.ADD, c.fold.binary(loc, el, BinaryOp.MUL, p[0], qi), c.fold.binary(loc, el, BinaryOp.MUL, p[1], q[0]));
        if (!divide) return new TypedExpr[] {re, im};
        TypedExpr norm = c.fold.binary(loc, el, BinaryOp.ADD, c.fold.binary(loc, el, BinaryOp.MUL, q[0], q[0]), c.fold.binary(loc, el, BinaryOp.MUL, q[1], q[1]));
        return new TypedExpr[] {c.fold.binary(loc, el, BinaryOp.DIV, re, norm), c.fold.binary(loc, el, BinaryOp.DIV, im, norm)};
    }

    private Value evaluate(TypedExpr e) {
        switch (e) {
            case IntConst k -> {
                return new Value(k, null, 0);
            }
            case FloatConst k -> {
                return new Value(k, null, 0);
            }
            case TypedExpr.AddressOf a -> {
                return address(a.lvalue());
            }
            case TypedExpr.LabelAddress l -> {
                return Value.address(new StaticData.LabelTarget(l.label(), c.fn == null ? null : c.fn.symbol), 0);
            }
            case TypedExpr.PointerAdd p -> {
                Value base = evaluate(p.pointer());
                if (base == null || !(evaluate(p.index()) instanceof Value i) || !(i.number instanceof IntConst n) || p.scaleExpr() != null) return null;
                long by = p.subtract() ? -n.low() * p.scale() : n.low() * p.scale();
                if (base.target == null) return base.number instanceof IntConst k ? new Value(new IntConst(e.loc(), e.type(), k.low() + by, 0), null, 0) : null;
                return Value.address(base.target, base.offset + by);
            }
            case TypedExpr.PointerDifference p -> {
                Value a = evaluate(p.left());
                Value b = evaluate(p.right());
                if (a == null || b == null || a.target == null || b.target == null || p.scaleExpr() != null) return null;
                if (same(a.target, b.target)) return p.scale() == 0 ? null : new Value(c.fold.integer(e.loc(), e.type(), (a.offset - b.offset) / p.scale()), null, 0);
                if (p.scale() == 1 && a.target instanceof StaticData.LabelTarget x && b.target instanceof StaticData.LabelTarget y) {
                    return Value.address(new StaticData.LabelDifference(x.label(), y.label(), x.function()), a.offset - b.offset);
                }
                return null;
            }
            case TypedExpr.Convert k -> {
                return converted(k);
            }
            case TypedExpr.Binary b -> {
                return binary(b);
            }
            case TypedExpr.Comma k when k.left() instanceof TypedExpr.Assign a && a.target() instanceof TypedExpr.VarRef v && v.variable().hidden -> {
                // The size of a VLA that a type in the expression has.
                return evaluate(k.right());
            }
            case TypedExpr.Unary u -> {
                Value v = evaluate(u.operand());
                if (v == null || v.number == null) return null;
                TypedExpr r = c.fold.unary(u.loc(), u.type(), u.op(), v.number);
                return r instanceof IntConst || r instanceof FloatConst ? new Value(r, null, 0) : null;
            }
            case TypedExpr.Logical l -> {
                int a = truth(l.left());
                if (a < 0) return null;
                if ((a == 1) == l.or()) return new Value(new IntConst(l.loc(), l.type(), a, 0), null, 0);
                int b = truth(l.right());
                return b < 0 ? null : new Value(new IntConst(l.loc(), l.type(), b, 0), null, 0);
            }
            case TypedExpr.Conditional k -> {
                int t = truth(k.condition());
                return t < 0 ? null : evaluate(t == 1 ? k.then() : k.otherwise());
            }
            case TypedExpr.Load l -> {
                if (l.lvalue() instanceof TypedExpr.VarRef v && literals.get(v.variable()) instanceof List<Item> one && one.size() == 1 && one.get(0).offset() == 0
                        && one.get(0).bitField() == null && l.type().isScalar()) return evaluate(one.get(0).value());
                if (readConstants && !(l.lvalue() instanceof TypedExpr.VarRef)) {
                    TypedExpr k = element(l);
                    if (k != null) return new Value(k, null, 0);
                }
                if (l.lvalue() instanceof TypedExpr.VarRef v && readConstants && v.variable().constantValue != null && !v.variable().type.isVolatile()) return evaluate(v.variable().constantValue);
                return null;
            }
            case TypedExpr.BuiltinCall b -> {
                if (b.builtin() == org.jcc.frontend.ast.Builtin.EXPECT) return evaluate(b.args().get(0));
                if (b.builtin() == org.jcc.frontend.ast.Builtin.CONSTANT_P) return new Value(c.fold.integer(b.loc(), types.int_, 0), null, 0);
                return null;
            }
            case TypedExpr.ComplexPart p -> {
                TypedExpr[] n = p.operand().type().isComplex() && !p.operand().isLvalue() ? numbers(p.operand()) : null;
                return n == null ? null : new Value(p.imaginary() ? n[1] : n[0], null, 0);
            }
            default -> {
                return null;
            }
        }
    }

    /** A number read from a string literal or a const object whose bytes are known; null if it is none. */
    private TypedExpr element(TypedExpr.Load l) {
        CType t = l.type().strip();
        if (!t.isInteger() && !(t instanceof BasicType b && (b.format == BasicType.Format.F32 || b.format == BasicType.Format.F64))) return null;
        if (t.size() > 8 || l.lvalue().type().isVolatile() || l.lvalue() instanceof TypedExpr.Member m && m.field().isBitField()) return null;
        Value a = address(l.lvalue());
        if (a == null) return null;
        byte[] bytes;
        long size;
        if (a.target instanceof StaticData.StringTarget s) {
            bytes = s.data().bytes();
            size = bytes.length;
        } else if (a.target instanceof StaticData.SymbolTarget s && s.symbol() instanceof VarSymbol v && v.type.isConst() && v.init != null && v.defined && !v.weak) {
            bytes = v.init.bytes();
            size = v.init.size();
            for (StaticData.Reloc r : v.init.relocs()) if (r.offset() < a.offset + t.size() && a.offset < r.offset() + r.size()) return null;
        } else {
            return null;
        }
        if (a.offset < 0 || a.offset + t.size() > size) return null;
        long v = 0;
        for (int i = 0; i < t.size(); i++) {
            long at = a.offset + i;
            long place = (l.lvalue().type().quals() & CType.REVERSED) != 0 ? t.size() - 1 - i : i;
            if (at < bytes.length) v |= (bytes[(int) at] & 0xffL) << 8 * place;
        }
        return t.isInteger() ? c.fold.integer(l.loc(), l.type(), v) : new FloatConst(l.loc(), l.type(), v, 0);
    }

    /** The same object: literals of the same content are one. */
    private static boolean same(StaticData.Target a, StaticData.Target b) {
        if (a instanceof StaticData.StringTarget x && b instanceof StaticData.StringTarget y) {
            return x.data().unit() == y.data().unit() && Arrays.equals(x.data().bytes(), y.data().bytes());
        }
        return a.equals(b);
    }

    private int truth(TypedExpr e) {
        int t = Fold.truth(e);
        if (t >= 0) return t;
        Value v = evaluate(e);
        if (v == null) return -1;
        return v.target != null ? 1 : Fold.truth(v.number);
    }

    private Value converted(TypedExpr.Convert k) {
        Value v = evaluate(k.operand());
        if (v == null) return null;
        if (v.target == null) {
            TypedExpr r = c.fold.convert(v.number, k.type(), k.loc());
            return r instanceof IntConst || r instanceof FloatConst ? new Value(r, null, 0) : null;
        }
        return switch (k.kind()) {
            case POINTER_TO_POINTER, NOP, INT_TO_POINTER -> v;
            case POINTER_TO_INT, INT_TO_INT -> k.type().strip().size() == 8 || v.target instanceof StaticData.LabelDifference ? v : null;
            case TO_BOOL -> new Value(new IntConst(k.loc(), k.type(), 1, 0), null, 0);
            default -> null;
        };
    }

    private Value binary(TypedExpr.Binary b) {
        if (b.op().isComparison() && b.left().type().isComplex()) {
            TypedExpr[] p = numbers(b.left());
            TypedExpr[] q = numbers(b.right());
            if (p == null || q == null) return null;
            boolean same = Fold.truth(c.fold.binary(b.loc(), types.int_, BinaryOp.EQ, p[0], q[0])) == 1
                    && Fold.truth(c.fold.binary(b.loc(), types.int_, BinaryOp.EQ, p[1], q[1])) == 1;
            return new Value(new IntConst(b.loc(), b.type(), same == (b.op() == BinaryOp.EQ) ? 1 : 0, 0), null, 0);
        }
        Value x = evaluate(b.left());
        Value y = evaluate(b.right());
        if (x == null || y == null) return null;
        if (x.target == null && y.target == null) {
            TypedExpr r = c.fold.binary(b.loc(), b.type(), b.op(), x.number, y.number);
            return r instanceof IntConst || r instanceof FloatConst ? new Value(r, null, 0) : null;
        }
        if (b.op() == BinaryOp.ADD && x.target != null && y.number instanceof IntConst n) return Value.address(x.target, x.offset + n.low());
        if (b.op() == BinaryOp.ADD && y.target != null && x.number instanceof IntConst n) return Value.address(y.target, y.offset + n.low());
        if (b.op() == BinaryOp.SUB && x.target != null && y.number instanceof IntConst n) return Value.address(x.target, x.offset - n.low());
        if (b.op() == BinaryOp.SUB && x.target != null && y.target != null) {
            if (x.target.equals(y.target)) return new Value(c.fold.integer(b.loc(), b.type(), x.offset - y.offset), null, 0);
            if (x.target instanceof StaticData.LabelTarget p && y.target instanceof StaticData.LabelTarget q) {
                return Value.address(new StaticData.LabelDifference(p.label(), q.label(), p.function()), x.offset - y.offset);
            }
            return null;
        }
        if (b.op().isComparison() && x.target != null && y.target != null && x.target.equals(y.target)) {
            IntConst p = c.fold.integer(b.loc(), types.ptrdiff, x.offset);
            IntConst q = c.fold.integer(b.loc(), types.ptrdiff, y.offset);
            return new Value(c.fold.binary(b.loc(), b.type(), b.op(), p, q), null, 0);
        }
        if ((b.op() == BinaryOp.EQ || b.op() == BinaryOp.NE) && x.target instanceof StaticData.SymbolTarget p && y.target instanceof StaticData.SymbolTarget q
                && x.offset == 0 && y.offset == 0 && !p.symbol().weak && !q.symbol().weak && p.symbol().aliasOf == null && q.symbol().aliasOf == null) {
            return new Value(new IntConst(b.loc(), b.type(), b.op() == BinaryOp.NE ? 1 : 0, 0), null, 0);
        }
        if ((b.op() == BinaryOp.EQ || b.op() == BinaryOp.NE) && (x.target == null ? Fold.isZero(x.number) : y.target == null && Fold.isZero(y.number))) {
            return new Value(new IntConst(b.loc(), b.type(), b.op() == BinaryOp.NE ? 1 : 0, 0), null, 0);
        }
        return null;
    }

    /** The address of an lvalue, if constant. */
    private Value address(TypedExpr l) {
        switch (l) {
            case TypedExpr.VarRef v -> {
                VarSymbol s = v.variable();
                return s.isStatic() && s.tls == VarSymbol.Tls.NONE ? Value.address(new StaticData.SymbolTarget(s), 0) : null;
            }
            case TypedExpr.FunctionRef f -> {
                return Value.address(new StaticData.SymbolTarget(f.function()), 0);
            }
            case TypedExpr.StringLiteral s -> {
                return Value.address(new StaticData.StringTarget(s.data()), 0);
            }
            case TypedExpr.Member m -> {
                Value b = address(m.base());
                return b == null || m.field().isBitField() || m.field().part != null ? null : offset(b, m.field().offset, l);
            }
            case TypedExpr.Deref d -> {
                return evaluate(d.pointer());
            }
            case TypedExpr.ComplexPart p -> {
                Value b = address(p.operand());
                return b == null ? null : offset(b, p.imaginary() ? p.type().size() : 0, l);
            }
            default -> {
                return null;
            }
        }
    }

    private Value offset(Value b, long by, TypedExpr at) {
        if (b.target != null) return Value.address(b.target, b.offset + by);
        return b.number instanceof IntConst k ? new Value(new IntConst(at.loc(), types.voidPtr, k.low() + by, 0), null, 0) : null;
    }

    /** The items of a compound literal, if that is what the lvalue is: gcc lets it initialise a static object. */
    List<Item> literalItems(TypedExpr lvalue) {
        if (lvalue instanceof TypedExpr.CompoundLiteral k) {
            return k.init().items();
        }
        if (lvalue instanceof TypedExpr.VarRef v && v.variable().hidden && v.variable().name.equals(".compoundliteral")) return literals.get(v.variable());
        return null;
    }

    /** What static compound literals were initialised with. */
    private final java.util.HashMap<VarSymbol, List<Item>> literals = new java.util.HashMap<>();

    void remember(VarSymbol v, List<Item> items) {
        literals.put(v, items);
    }

    // ---- bytes ----

    /** The initial bytes; reports what is not constant. Null if all are zero. */
    StaticData data(Initializers.Result r, CType t) {
        long size = Math.max(r.size(), t.size());
        long used = 0;
        for (Item i : r.items()) {
            long n = i.bitField() != null ? i.bitField().storageBytes : i.value() instanceof TypedExpr.StringLiteral s && i.type().isArray() ? s.data().bytes().length : i.type().size();
            used = i.offset() > Integer.MAX_VALUE ? Integer.MAX_VALUE : Math.max(used, i.offset() + n);
        }
        size = Math.max(size, used);
        if (used > Integer.MAX_VALUE - 16) {
            c.error(0, "initialized object is too large");
            return null;
        }
        byte[] bytes = new byte[(int) used];
        List<StaticData.Reloc> relocs = new ArrayList<>();
        boolean bad = false;
        for (Item i : r.items()) bad |= !put(i, bytes, relocs);
        if (bad) return null;
        if (relocs.size() > 1) relocs.sort(Comparator.comparingLong(StaticData.Reloc::offset));
        int n = bytes.length;
        while (n > 0 && bytes[n - 1] == 0) n--;
        if (n == 0 && relocs.isEmpty()) return size == t.size() ? null : new StaticData(size, new byte[0], List.of());
        return new StaticData(size, n == bytes.length ? bytes : Arrays.copyOf(bytes, n), relocs);
    }

    private boolean put(Item i, byte[] bytes, List<StaticData.Reloc> relocs) {
        int at = (int) i.offset();
        TypedExpr e = i.value();
        if (e instanceof TypedExpr.StringLiteral s && i.type().isArray()) {
            System.arraycopy(s.data().bytes(), 0, bytes, at, s.data().bytes().length);
            if (reversed(i)) for (int k = 0; k < s.data().bytes().length; k += s.data().unit()) reverse(bytes, at + k, s.data().unit());
            return true;
        }
        if (e.type().isComplex()) {
            TypedExpr[] p = numbers(e);
            if (p == null) {
                c.error(e.loc(), "initializer element is not constant");
                return false;
            }
            int half = (int) e.type().strip().size() / 2;
            number(p[0], bytes, at, half);
            number(p[1], bytes, at + half, half);
            if (reversed(i)) {
                reverse(bytes, at, half);
                reverse(bytes, at + half, half);
            }
            return true;
        }
        readConstants = true;
        Value v = evaluate(e);
        readConstants = false;
        if (v == null || v.target != null && e.type().strip().size() != 8 && !(v.target instanceof StaticData.LabelDifference)) {
            c.error(e.loc(), v != null ? "initializer element is not computable at load time" : "initializer element is not constant");
            return false;
        }
        if (v.target != null) {
            if (i.bitField() != null) {
                c.error(e.loc(), "initializer element is not computable at load time");
                return false;
            }
            relocs.add(new StaticData.Reloc(at, (int) i.type().size(), v.target, v.offset));
            if (v.target instanceof StaticData.SymbolTarget s) {
                if (s.symbol() instanceof VarSymbol var) var.addressTaken = true;
            }
            return true;
        }
        if (i.bitField() != null) {
            RecordType.Field f = i.bitField();
            IntConst k = (IntConst) v.number;
            for (int b = 0; b < f.bitWidth; b++) {
                int pos = f.shift() + b;
                long bit = (b < 64 ? k.low() : k.high()) >> b & 1;
                int index = f.isReversed() ? at + f.storageBytes - 1 - pos / 8 : at + pos / 8;
                bytes[index] = (byte) (bytes[index] & ~(1 << pos % 8) | bit << pos % 8);
            }
            return true;
        }
        // Fewer bytes than the type's are there if a later member has overridden it.
        int size = (int) i.type().strip().size();
        if (reversed(i)) {
            byte[] own = new byte[size];
            number(v.number, own, 0, size);
            reverse(own, 0, size);
            System.arraycopy(own, 0, bytes, at, Math.min(bytes.length - at, size));
            return true;
        }
        number(v.number, bytes, at, Math.min(bytes.length - at, size));
        return true;
    }

    private static boolean reversed(Item i) {
        return (i.type().quals() & CType.REVERSED) != 0;
    }

    private static void reverse(byte[] bytes, int at, int size) {
        for (int a = at, b = at + size - 1; a < b; a++, b--) {
            byte t = bytes[a];
            bytes[a] = bytes[b];
            bytes[b] = t;
        }
    }

    private static void number(TypedExpr k, byte[] bytes, int at, int size) {
        long low;
        long high;
        if (k instanceof IntConst n) {
            low = n.low();
            high = n.high();
        } else {
            FloatConst f = (FloatConst) k;
            low = f.low();
            high = f.high();
            if (((BasicType) f.type().strip()).format == BasicType.Format.X87) size = 10;
        }
        for (int b = 0; b < size; b++) bytes[at + b] = (byte) (b < 8 ? low >> 8 * b : high >> 8 * (b - 8));
    }
}
