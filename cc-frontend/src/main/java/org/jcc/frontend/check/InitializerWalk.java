package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.Initializer.Item;
import org.jcc.frontend.ast.StringData;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Initializer;
import org.jcc.frontend.syntax.Initializer.Braced;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;
import org.jcc.support.Diagnostics;
import org.jcc.frontend.check.Initializers.Result;

/**
 * One initialiser's walk over an object (6.7.9): braces, designators, strings, and elements without braces of their own make a list of items
 * in ascending order, later ones overriding earlier. {@link InitializerLevel}s stand for the aggregates entered.
 */
final class InitializerWalk {
    private final Checker c;
    private final Types types;
    final boolean isStatic;
    final ArrayList<Item> items = new ArrayList<>();
    /** Bit positions where items end; kept to see overlaps without a search in the usual order. */
    long lastEnd = Long.MIN_VALUE;
    boolean failed;
    /** Elements of an array of unknown length. */
    long topLength;
    private long extent;
    private InitializerLevel bottom;
    private final String name;
    /** The element that is being initialised: of the level, its number. */
    private InitializerLevel at;
    private long number;

    InitializerWalk(Checker c, boolean isStatic, String name) {
        this.c = c;
        this.types = c.types;
        this.isStatic = isStatic;
        this.name = name;
    }

    /** Adds to the diagnostics since {@code from} where in the object they are. */
    private void near(int from) {
        if (at != null) near(from, at.path(name, number));
    }

    private void near(int from, String path) {
        List<Diagnostics.Diagnostic> all = c.diags.all();
        for (int i = from; i < all.size(); i++) {
            Diagnostics.Diagnostic d = all.get(i);
            if (d.notes() instanceof ArrayList<Diagnostics.Diagnostic> notes) notes.add(0, Diagnostics.note(d.loc(), "(near initialization for '" + path + "')"));
        }
    }

    private int reported() {
        return c.diags.all().size();
    }

    Result result(CType t) {
        long size = Math.max(t.size(), extent);
        boolean zero = covered() < c.inits.leafBits(t);
        if (zero && items.size() > 16 || zero && isStatic) items.removeIf(i -> isZero(i));
        return new Result(t, items, zero, size);
    }

    private boolean isZero(Item i) {
        return i.bitField() == null && (Fold.isZero(i.value()) || i.value() instanceof TypedExpr.FloatConst k && k.low() == 0 && k.high() == 0);
    }

    private long covered() {
        long n = 0;
        for (Item i : items) n += i.bitField() != null ? i.bitField().bitWidth : stringLength(i) * 8;
        return n;
    }

    private long stringLength(Item i) {
        if (i.value() instanceof TypedExpr.StringLiteral s && i.type().isArray()) return s.data().bytes().length;
        return c.inits.leafBits(i.type()) / 8;
    }

    /** Initialises one object by its own initialiser. */
    void object(CType t, long offset, RecordType.Field bitField, Initializer init, int loc) {
        CType s = t.strip();
        if (s.isError()) {
            skip(init);
            return;
        }
        if (init instanceof Braced b) {
            if (s instanceof ArrayType a && isCharArray(a)) {
                Expr only = b.items().size() == 1 && b.items().get(0).designators().isEmpty() && b.items().get(0).value() instanceof Expr e ? e : null;
                if (only != null && Initializers.bare(only) instanceof Expr.StringLit lit && fits(a, lit)) {
                    string(t, a, offset, (Expr.StringLit) Initializers.bare(only), offset == 0 && bottom == null);
                    return;
                }
            }
            braced(t, offset, bitField, b);
            return;
        }
        Expr e = (Expr) init;
        if (s instanceof ArrayType a) {
            Expr bare = Initializers.bare(e);
            if (isCharArray(a) && bare instanceof Expr.StringLit lit) {
                if (!fits(a, lit)) {
                    c.error(e.start(), wideMismatch(a, lit));
                    failed = true;
                    return;
                }
                string(t, a, offset, lit, bottom == null);
                return;
            }
            TypedExpr v = c.exprs.expr(e);
            if (v.type().isError()) {
                failed = true;
                return;
            }
            if (v.type().isArray() && v.isLvalue() && bare instanceof Expr.CompoundLiteral) {
                c.pedantic(e.start(), "initializer element is not a constant expression");
                arrayFrom(t, a, offset, v, e.start());
                return;
            }
            c.error(e.start(), v.type().isArray() ? "array initialized from non-constant array expression".replace("array initialized from non-constant array expression", "array initialized from non-constant array expression") : "invalid initializer");
            failed = true;
            return;
        }
        TypedExpr v = c.exprs.valueOf(e);
        value(t, offset, bitField, v, e.start());
    }

    private void arrayFrom(CType t, ArrayType a, long offset, TypedExpr v, int loc) {
        List<Item> from = c.statics.literalItems(v);
        ArrayType va = (ArrayType) v.type().strip();
        if (!types.compatibleUnqualified(va.element, a.element)) {
            c.error(loc, "invalid initializer");
            failed = true;
            return;
        }
        if (bottom == null && a.length == ArrayType.INCOMPLETE) topLength = va.length;
        if (from != null) {
            for (Item i : from) add(new Item(i.offset() + offset, i.bitField(), i.type(), i.value()));
        } else {
            failed = true;
            c.error(loc, "array initialized from non-constant array expression");
        }
    }

    void copyStatic(TypedExpr lvalue, long offset) {
        for (Item i : c.statics.literalItems(lvalue)) add(new Item(i.offset() + offset, i.bitField(), i.type(), i.value()));
    }

    private void skip(Initializer init) {
        failed = true;
        if (init instanceof Expr e) c.exprs.valueOf(e);
        else for (Initializer.Item i : ((Braced) init).items()) skip(i.value());
    }

    /** Stores a value, converted. */
    private void value(CType t, long offset, RecordType.Field bitField, TypedExpr v, int loc) {
        if (v.type().isError()) {
            failed = true;
            return;
        }
        if (t.isRecord() && !v.type().isRecord()) {
            c.error(loc, "invalid initializer");
            failed = true;
            return;
        }
        int from = reported();
        v = c.conv.assign(v, t, Conversions.Plain.INIT, loc);
        if (!v.type().isError()) near(from);
        if (v.type().isError()) {
            failed = true;
            return;
        }
        if (bitField != null && v instanceof IntConst k && c.evaluated()) bitFieldRange(bitField, k, loc);
        if (isStatic && (t.isRecord() || t.isVector()) && v instanceof TypedExpr.Load l && c.statics.literalItems(l.lvalue()) != null) {
            copyStatic(l.lvalue(), offset);
            return;
        }
        from = reported();
        if (isStatic && !c.statics.check(v, loc)) {
            near(from);
            failed = true;
            return;
        }
        add(new Item(offset, bitField, t, v));
    }

    private void bitFieldRange(RecordType.Field f, IntConst k, int loc) {
        if (f.bitWidth >= 64 || f.bitWidth <= 0) return;
        BasicType b = types.integerOf(f.type);
        long v = k.low();
        long cut = b.signed ? v << 64 - f.bitWidth >> 64 - f.bitWidth : v & (1L << f.bitWidth) - 1;
        if (cut == v) return;
        boolean sameBits = (v & (1L << f.bitWidth) - 1) == v || v >= -(1L << f.bitWidth - 1) && v < 0;
        if (b.signed && v >= 0 && sameBits) {
            c.warn(loc, "overflow", "signed conversion from " + c.q(k.type()) + " to 'signed char:" + f.bitWidth + "' changes value from '" + v + "' to '" + cut + "'");
        } else if (!sameBits) {
            c.warn(loc, "overflow", (b.signed ? "overflow in" : "unsigned") + " conversion from " + c.q(k.type()) + " to '" + b.kind.spelling + ":" + f.bitWidth + "' changes value from '" + v + "' to '" + cut + "'");
        }
    }

    // ---- braces ----

    private void braced(CType t, long offset, RecordType.Field bitField, Braced b) {
        CType s = t.strip();
        if (!t.isComplete() && !(s instanceof ArrayType)) {
            c.incomplete(b.loc(), t, null);
            failed = true;
            return;
        }
        if (s instanceof ComplexType || !(s instanceof ArrayType) && !(s instanceof RecordType) && !(s instanceof VectorType)) {
            scalar(t, offset, bitField, b);
            return;
        }
        if (b.items().isEmpty()) c.pedantic(b.loc(), "ISO C forbids empty initializer braces");
        if (s instanceof ArrayType va && va.length == ArrayType.VARIABLE) {
            c.error(b.loc(), "variable-sized object may not be initialized");
            failed = true;
            return;
        }
        // Braces initialise the whole subobject anew (6.7.9p19, p21).
        if (t.isComplete() && offset * 8 < lastEnd) clear(offset, t);
        InitializerLevel outer = bottom;
        boolean top = outer == null;
        InitializerLevel base = new InitializerLevel(t, offset, at, number);
        bottom = base;
        ArrayList<InitializerLevel> stack = new ArrayList<>();
        stack.add(base);
        long max = 0;
        for (Initializer.Item item : b.items()) {
            if (item.designators().isEmpty()) {
                while (stack.size() > 1 && stack.get(stack.size() - 1).exhausted()) stack.remove(stack.size() - 1);
                InitializerLevel l = stack.get(stack.size() - 1);
                if (l.exhausted()) {
                    excess(l, item);
                    continue;
                }
                element(stack, item.value(), null);
            } else {
                designated(stack, base, item, 0);
            }
            if (base.array != null) max = Math.max(max, base.index);
        }
        if (base.array != null && base.array.length == ArrayType.INCOMPLETE) {
            // A sublevel still open means that its element counts.
            if (top) topLength = max;
            extent = Math.max(extent, offset + max * base.array.element.size());
        }
        bottom = outer;
        at = base.up;
        number = base.at;
    }

    private void excess(InitializerLevel l, Initializer.Item item) {
        boolean before = failed;
        if (item.value() instanceof Expr e) c.exprs.valueOf(e);
        else skipQuietly((Braced) item.value());
        failed = before;
        String what = l.array != null ? "array" : l.record != null ? l.record.union ? "union" : "struct" : l.vector != null ? "vector" : "scalar";
        int loc = item.value() instanceof Expr e ? e.start() : item.value().loc();
        int from = reported();
        if (l.array != null && isCharArray(l.array) && item.value() instanceof Expr.StringLit) c.pedwarn(loc, null, "excess elements in 'char' array initializer");
        else c.pedwarn(loc, null, "excess elements in " + what + " initializer");
        near(from, l.path(name));
    }

    private void skipQuietly(Braced b) {
        for (Initializer.Item i : b.items()) {
            if (i.value() instanceof Expr e) c.exprs.valueOf(e);
            else skipQuietly((Braced) i.value());
        }
    }

    private void scalar(CType t, long offset, RecordType.Field bitField, Braced b) {
        if (b.items().isEmpty()) {
            int from = reported();
            if (c.options.year() < 2023) c.error(b.loc(), "empty scalar initializer");
            near(from, at == null ? name : at.path(name, number));
            failed = true;
            return;
        }
        Initializer.Item first = b.items().get(0);
        if (!first.designators().isEmpty()) {
            c.error(first.designators().get(0).loc(), first.designators().get(0) instanceof Initializer.Field ? "field name not in record or union initializer" : "array index in non-array initializer");
            failed = true;
            return;
        }
        if (first.value() instanceof Braced in) {
            c.warn(in.loc(), null, "braces around scalar initializer");
            scalar(t, offset, bitField, in);
        } else {
            Expr e = (Expr) first.value();
            value(t, offset, bitField, c.exprs.valueOf(e), e.start());
        }
        for (int i = 1; i < b.items().size(); i++) {
            Initializer.Item x = b.items().get(i);
            int from = reported();
            c.pedwarn(x.value() instanceof Expr e ? e.start() : x.value().loc(), null, "excess elements in scalar initializer");
            near(from, at == null ? name : at.path(name, number));
            if (x.value() instanceof Expr e) c.exprs.valueOf(e);
        }
    }

    // ---- designators ----

    /** Goes where the designators from {@code from} on say, and initialises it; ranges repeat the rest. */
    private void designated(ArrayList<InitializerLevel> stack, InitializerLevel base, Initializer.Item item, int from) {
        while (stack.size() > 1) stack.remove(stack.size() - 1);
        base.unionDone = false;
        path(stack, item, 0, null);
    }

    private void path(ArrayList<InitializerLevel> stack, Initializer.Item item, int at, TypedExpr value) {
        int from = reported();
        InitializerLevel l = stack.get(stack.size() - 1);
        Initializer.Designator d = item.designators().get(at);
        boolean last = at == item.designators().size() - 1;
        switch (d) {
            case Initializer.Field f -> {
                if (l.record == null) {
                    c.error(d.loc(), "field name not in record or union initializer");
                    near(from, l.path(name));
                    bad(item);
                    return;
                }
                if (!find(stack, l, f.name())) {
                    c.error(d.loc() > 0 ? d.loc() + 1 : d.loc(), c.q(l.type.unqualified()) + " has no member named '" + c.name(f.name()) + "'");
                    bad(item);
                    return;
                }
                step(stack, item, at, last, value);
            }
            case Initializer.Element e -> {
                if (l.array == null && l.vector == null) {
                    c.error(e.low().start(), "array index in non-array initializer");
                    near(from, l.path(name));
                    bad(item);
                    return;
                }
                Long low = c.exprs.integerConstant(e.low());
                Long high = e.high() == null ? low : c.exprs.integerConstant(e.high());
                if (low == null || high == null) {
                    if (!c.exprs.lastConstant.type().isError()) c.error(e.low().start(), c.exprs.lastConstant.type().isInteger() ? "nonconstant array index in initializer" : "array index in initializer not of integer type");
                    bad(item);
                    return;
                }
                if (low < 0 || low >= l.count || high >= l.count) {
                    c.error(e.low().start(), low < 0 || low >= l.count ? "array index in initializer exceeds array bounds" : "array index range in initializer exceeds array bounds");
                    near(from, l.path(name));
                    bad(item);
                    return;
                }
                if (high < low) {
                    c.error(e.low().start(), "empty index range in initializer");
                    bad(item);
                    return;
                }
                if (high > low) range(stack, l, item, at, last, low, high);
                else {
                    l.index = low;
                    step(stack, item, at, last, value);
                }
            }
        }
    }

    /** GNU's {@code [low ... high] = value}: the value is evaluated once. */
    private void range(ArrayList<InitializerLevel> stack, InitializerLevel l, Initializer.Item item, int at, boolean last, long low, long high) {
        TypedExpr value = null;
        TypedExpr again = null;
        if (item.value() instanceof Expr e && !(e.unparen() instanceof Expr.StringLit)) {
            value = c.exprs.valueOf(e);
            if (!isStatic && Expressions.sideEffects(value) && c.fn != null && !value.type().isVoid() && !value.type().isError()) {
                VarSymbol v = new VarSymbol(".range", value.type(), e.loc(), VarSymbol.Storage.AUTO);
                v.hidden = true;
                v.used = true;
                c.fn.locals.add(v);
                TypedExpr ref = new TypedExpr.VarRef(e.loc(), v.type, v);
                again = new TypedExpr.Load(e.loc(), v.type, ref);
                value = new TypedExpr.Assign(e.loc(), v.type, ref, value);
            }
        }
        int depth = stack.size();
        for (long i = low; i <= high; i++) {
            while (stack.size() > depth) stack.remove(stack.size() - 1);
            l.index = i;
            step(stack, item, at, last, i > low && again != null ? again : value);
            if (failed) return;
            if (extentTooBig()) return;
        }
    }

    private boolean extentTooBig() {
        if (items.size() > 20_000_000) {
            c.error(0, "initializer is too large");
            failed = true;
            return true;
        }
        return false;
    }

    private void step(ArrayList<InitializerLevel> stack, Initializer.Item item, int at, boolean last, TypedExpr value) {
        InitializerLevel l = stack.get(stack.size() - 1);
        if (last) {
            element(stack, item.value(), value);
            return;
        }
        CType t = l.elementType();
        long off = l.elementOffset();
        if (!(t.strip() instanceof ArrayType) && !(t.strip() instanceof RecordType) && !(t.strip() instanceof VectorType)) {
            c.error(item.designators().get(at + 1).loc(), item.designators().get(at + 1) instanceof Initializer.Field ? "field name not in record or union initializer" : "array index in non-array initializer");
            bad(item);
            return;
        }
        InitializerLevel in = new InitializerLevel(t, off, l, l.index);
        l.next();
        stack.add(in);
        path(stack, item, at + 1, value);
    }

    private void bad(Initializer.Item item) {
        if (item.value() instanceof Expr e) c.exprs.valueOf(e);
        failed = true;
    }

    /** Points the top level at the member, entering unnamed records. */
    private boolean find(ArrayList<InitializerLevel> stack, InitializerLevel l, int name) {
        RecordType.Field f = l.record.field(name);
        if (f != null) {
            if (l.record.union && l.index != f.index) clear(l.offset, l.type);
            l.index = f.index;
            l.unionDone = false;
            return true;
        }
        for (RecordType.Field a : l.record.fields) {
            if (a.isAnonymousRecord() && has((RecordType) a.type.strip(), name)) {
                l.index = a.index;
                l.unionDone = false;
                CType t = l.elementType();
                long off = l.elementOffset();
                InitializerLevel in = new InitializerLevel(t, off, l, l.index);
                l.next();
                stack.add(in);
                return find(stack, in, name);
            }
        }
        return false;
    }

    private boolean has(RecordType r, int name) {
        if (r.field(name) != null) return true;
        for (RecordType.Field a : r.fields) if (a.isAnonymousRecord() && has((RecordType) a.type.strip(), name)) return true;
        return false;
    }

    /** What was initialised before within an object is void: another member of a union is initialised, or it is anew. */
    private void clear(long offset, CType t) {
        long from = offset * 8;
        long to = from + t.size() * 8;
        items.removeIf(i -> begin(i) >= from && begin(i) < to);
    }

    // ---- elements ----

    /** Initialises the current subobject of the top level, entering levels as needed (6.7.9p20). */
    private void element(ArrayList<InitializerLevel> stack, Initializer init, TypedExpr known) {
        InitializerLevel l = stack.get(stack.size() - 1);
        at = l;
        number = l.index;
        if (init instanceof Braced b) {
            CType t = l.elementType();
            long off = l.elementOffset();
            RecordType.Field bf = l.bitField();
            flexible(l, t);
            l.next();
            object(t, off, bf, b, b.loc());
            return;
        }
        Expr e = (Expr) init;
        Expr bare = Initializers.bare(e);
        TypedExpr v = known;
        while (true) {
            CType t = l.elementType();
            CType s = t.strip();
            long off = l.elementOffset();
            at = l;
            number = l.index;
            if (s instanceof ArrayType a && isCharArray(a) && bare instanceof Expr.StringLit lit && fits(a, lit)) {
                flexible(l, t);
                l.next();
                string(t, a, off, lit, false);
                return;
            }
            boolean aggregate = s instanceof ArrayType || s instanceof RecordType || s instanceof VectorType;
            if (!aggregate) {
                if (v == null) v = c.exprs.valueOf(e);
                RecordType.Field bf = l.bitField();
                l.next();
                value(t, off, bf, v, e.start());
                return;
            }
            if (v == null && !(bare instanceof Expr.StringLit)) {
                TypedExpr raw = c.exprs.expr(e);
                if (s instanceof ArrayType a && bare instanceof Expr.CompoundLiteral && raw.type().isArray()) {
                    l.next();
                    arrayFrom(t, a, off, raw, e.start());
                    return;
                }
                v = c.conv.value(raw);
            }
            if (v != null && v.type().isError()) {
                failed = true;
                l.next();
                return;
            }
            if (v != null && (s instanceof RecordType || s instanceof VectorType) && types.compatibleUnqualified(v.type(), t)) {
                l.next();
                value(t, off, null, v, e.start());
                return;
            }
            if (!t.isComplete() && !(s instanceof ArrayType)) {
                failed = true;
                return;
            }
            flexible(l, t);
            InitializerLevel in = new InitializerLevel(t, off, l, l.index);
            l.next();
            if (in.exhausted()) {
                // An empty aggregate takes nothing.
                while (stack.size() > 1 && stack.get(stack.size() - 1).exhausted()) stack.remove(stack.size() - 1);
                l = stack.get(stack.size() - 1);
                if (l.exhausted() || l.array != null) {
                    c.pedwarn(e.start(), null, "excess elements in struct initializer");
                    return;
                }
                continue;
            }
            stack.add(in);
            l = in;
        }
    }

    private void flexible(InitializerLevel l, CType t) {
        if (t.strip() instanceof ArrayType a && a.length == ArrayType.INCOMPLETE && l.record != null) {
            if (!isStatic) {
                c.error(0 != 0 ? 0 : lastLoc(), "initialization of a flexible array member in a nested context".replace(" in a nested context", ""));
                failed = true;
            } else {
                c.pedantic(lastLoc(), "initialization of a flexible array member");
            }
        }
    }

    private int lastLoc() {
        return items.isEmpty() ? 0 : items.get(items.size() - 1).value().loc();
    }

    // ---- strings ----

    private void string(CType t, ArrayType a, long offset, Expr.StringLit lit, boolean top) {
        TypedExpr.StringLiteral s = (TypedExpr.StringLiteral) c.exprs.expr(lit);
        int unit = s.data().unit();
        long n = s.data().bytes().length / unit;
        byte[] bytes = s.data().bytes();
        if (a.length == ArrayType.INCOMPLETE) {
            if (top) topLength = n;
            extent = Math.max(extent, offset + n * unit);
        } else if (n > a.length) {
            if (n - 1 > a.length) c.pedwarn(lit.loc(), null, "initializer-string for array of " + c.q(a.element) + " is too long".replace("", ""));
            bytes = java.util.Arrays.copyOf(bytes, (int) a.length * unit);
            n = a.length;
        }
        CType st = new ArrayType(a.element, n);
        if (offset * 8 < lastEnd) clear(offset, a.length == ArrayType.INCOMPLETE ? st : t);
        if (bytes.length > 0) add(new Item(offset, null, st, new TypedExpr.StringLiteral(lit.loc(), st, new StringData(bytes, unit))));
    }

    private boolean isCharArray(ArrayType a) {
        CType e = a.element.strip();
        return e.isInteger();
    }

    private boolean fits(ArrayType a, Expr.StringLit lit) {
        CType e = a.element.strip();
        if (e instanceof EnumType) return false;
        BasicType b = (BasicType) e;
        if (lit.bytes() != null) return b.kind == BasicType.Kind.CHAR || b.kind == BasicType.Kind.SCHAR || b.kind == BasicType.Kind.UCHAR;
        return types.compatibleUnqualified(e, c.primary.elementOf(lit)) || b.size() == lit.encoding().unit && types.withSign(b, false) == types.withSign((BasicType) c.primary.elementOf(lit).strip(), false);
    }

    private String wideMismatch(ArrayType a, Expr.StringLit lit) {
        CType e = a.element.strip();
        boolean character = e instanceof BasicType b && (b.size() == 1 && !e.isBool() || types.compatibleUnqualified(e, types.wchar) || b == types.char16 || b == types.char32);
        return character ? "cannot initialize array of " + c.q(a.element) + " from a string literal with type array of " + c.q(c.primary.elementOf(lit))
                : "array of inappropriate type initialized from string constant";
    }

    // ---- items ----

    private static long begin(Item i) {
        return i.bitField() != null ? i.offset() * 8 + i.bitField().bitOffset : i.offset() * 8;
    }

    private long end(Item i) {
        if (i.bitField() != null) return begin(i) + i.bitField().bitWidth;
        return begin(i) + i.type().size() * 8;
    }

    private void add(Item i) {
        long b = begin(i);
        long e = end(i);
        if (b >= lastEnd) {
            items.add(i);
            lastEnd = Math.max(lastEnd, e);
            return;
        }
        // Out of order: it overrides what it overlaps (6.7.9p19).
        int at = items.size();
        int lo = 0;
        int hi = items.size();
        while (lo < hi) {
            int mid = lo + hi >>> 1;
            if (end(items.get(mid)) <= b) lo = mid + 1;
            else hi = mid;
        }
        at = lo;
        int to = at;
        while (to < items.size() && begin(items.get(to)) < e) to++;
        if (to > at) {
            Item old = items.get(at);
            if (begin(old) < b || end(old) > e) split(at, old, i);
            else {
                for (int k = at; k < to; k++) if (Expressions.sideEffects(items.get(k).value()) && c.evaluated()) c.warn(i.value().loc(), "override-init-side-effects", "initialized field with side-effects overwritten");
                items.subList(at, to).clear();
                items.add(at, i);
            }
        } else {
            items.add(at, i);
        }
        lastEnd = Math.max(lastEnd, e);
    }

    /** A part of an item initialised as a whole is overridden: a string's characters, or a record's member. */
    private void split(int at, Item old, Item i) {
        if (old.value() instanceof TypedExpr.StringLiteral s && i.value() instanceof IntConst k) {
            byte[] bytes = s.data().bytes().clone();
            int unit = s.data().unit();
            int off = (int) (i.offset() - old.offset());
            for (int n = 0; n < unit && off + n < bytes.length; n++) bytes[off + n] = (byte) (k.low() >> 8 * n);
            items.set(at, new Item(old.offset(), null, old.type(), new TypedExpr.StringLiteral(s.loc(), s.type(), new StringData(bytes, unit))));
            return;
        }
        // The record is copied first, the member stored after it.
        items.add(at + 1, i);
    }
}
