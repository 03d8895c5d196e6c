package org.jcc.frontend.check;

import java.util.List;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.AddressOf;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.PointerType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.TypeText;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;

/**
 * The conversions of 6.3: lvalues to values, decay, promotions, and conversion as if by assignment (6.5.16.1) with all that
 * gcc has to say about it.
 */
final class Conversions {
    /** Where a conversion as if by assignment happens, for its messages. */
    sealed interface Context {}

    enum Plain implements Context { ASSIGN, INIT, RETURN }

    /** An argument, numbered from 1; {@code function} is null for calls through pointers. */
    record Argument(int number, FunctionSymbol function, String callee, int paramLoc) implements Context {}

    private final Checker c;
    private final Types types;
    private final Fold fold;

    Conversions(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    // ---- lvalues to values ----

    /** Lvalue, array and function conversion (6.3.2.1): the value of an expression. */
    TypedExpr value(TypedExpr e) {
        CType t = e.type();
        CType s = t.strip();
        if (s instanceof ArrayType a) {
            if (!e.isLvalue() && !(e instanceof TypedExpr.Member)) return decayValue(e, a);
            return decay(e, a);
        }
        if (s instanceof FunctionType) return new AddressOf(e.loc(), t.unqualified().pointer(), e);
        if (!e.isLvalue()) return e;
        if (s.isError()) return e;
        if (!t.isComplete() && !t.isVoid()) {
            c.incomplete(e.loc(), t, e);
            return c.errorExpr(e.loc());
        }
        if (e instanceof TypedExpr.VarRef v) v.variable().used = true;
        if (t.isVoid()) return new TypedExpr.Convert(e.loc(), types.void_, TypedExpr.Conversion.TO_VOID, e);
        return new TypedExpr.Load(e.loc(), t.unqualified(), e);
    }

    private TypedExpr decay(TypedExpr e, ArrayType a) {
        if (e instanceof TypedExpr.VarRef v) {
            v.variable().addressTaken = true;
            v.variable().used = true;
            if (v.variable().register) c.error(e.loc(), "address of register variable '" + v.variable().name + "' requested");
        } else {
            c.unary.markAddress(e);
        }
        PointerType p = a.element.pointer();
        Long k = fold.absoluteAddress(e);
        if (k != null) return new IntConst(e.loc(), p, k, 0);
        return new AddressOf(e.loc(), p, e);
    }

    /** An array that is a member of a value: gcc and C11 6.2.4p8 give it temporary lifetime. */
    private TypedExpr decayValue(TypedExpr e, ArrayType a) {
        return new AddressOf(e.loc(), a.element.pointer(), e);
    }

    /** The value, after the integer promotions (6.3.1.1p2). */
    TypedExpr promote(TypedExpr e) {
        if (e.type().isError()) return e;
        if (!e.type().isInteger()) return e;
        CType p = promotedType(e);
        return p.strip() == e.type().strip() ? e : fold.convert(e, p, e.loc());
    }

    CType promotedType(TypedExpr e) {
        if (e instanceof TypedExpr.Load l && l.lvalue() instanceof TypedExpr.Member m && m.field().isBitField()) {
            return types.promoteBitField(m.field().type, m.field().bitWidth);
        }
        if (e instanceof TypedExpr.Member m && m.field().isBitField()) return types.promoteBitField(m.field().type, m.field().bitWidth);
        if (e instanceof TypedExpr.Assign a && a.target() instanceof TypedExpr.Member m && m.field().isBitField()) {
            return types.promoteBitField(m.field().type, m.field().bitWidth);
        }
        if (e instanceof TypedExpr.Modify a && a.target() instanceof TypedExpr.Member m && m.field().isBitField()) {
            return types.promoteBitField(m.field().type, m.field().bitWidth);
        }
        return types.promote(e.type());
    }

    /** Default argument promotions (6.5.2.2p6). */
    TypedExpr promoteArgument(TypedExpr e) {
        if (e.type().isError()) return e;
        if (e.type().isInteger()) {
            TypedExpr v = promote(e);
            return v.type().strip() instanceof BasicType b && b.isBitField() ? fold.convert(v, types.of(b.kind), v.loc()) : v;
        }
        if (e.type().strip() == types.float_) return fold.convert(e, types.double_, e.loc());
        return e;
    }

    /** Integer zero, or that cast to {@code void *} (6.3.2.3p3). */
    boolean isNullPointerConstant(TypedExpr e) {
        if (!(e instanceof IntConst k) || k.low() != 0 || k.high() != 0) return false;
        CType s = k.type().strip();
        return s.isInteger() || s instanceof PointerType p && p.pointee.strip() == types.void_ && p.pointee.quals() == 0;
    }

    // ---- as if by assignment ----

    /** Converts a value (no lvalue) to the type of what it is assigned to. */
    TypedExpr assign(TypedExpr e, CType to, Context context, int loc) {
        CType from = e.type();
        if (from.isError() || to.isError()) return from.isError() ? e : c.errorExpr(loc);
        CType f = from.strip();
        CType t = to.strip();
        CType target = to.unqualified();
        if (f == t && !(f instanceof PointerType)) {
            if (t == types.void_) {
                c.error(loc, "void value not ignored as it ought to be");
                return c.errorExpr(loc);
            }
            return e.type() == target ? e : fold.retype(e, target);
        }
        if (from.isVoid()) {
            c.error(loc, "void value not ignored as it ought to be");
            return c.errorExpr(loc);
        }
        if (t.isArithmetic()) {
            if (f.isArithmetic()) {
                if (t.isInteger() || t.isFloating()) constantRange(e, to, context, loc);
                return fold.convert(e, target, loc);
            }
            if (f instanceof PointerType && t.isInteger()) {
                if (t.isBool()) return fold.convert(e, target, loc);
                intPointer(from, to, context, loc, false);
                return fold.convert(e, target, loc);
            }
            if (f.isVector() && f.size() == t.size()) return fold.convert(e, target, loc);
        } else if (t instanceof PointerType p) {
            if (f instanceof PointerType q) {
                pointers(e, q.pointee, p.pointee, from, to, context, loc);
                return fold.convert(e, target, loc);
            }
            if (f.isInteger()) {
                if (!isNullPointerConstant(e)) intPointer(from, to, context, loc, true);
                return fold.convert(e, target, loc);
            }
        } else if (t instanceof RecordType r) {
            if (f instanceof RecordType && types.compatibleUnqualified(from, to)) return e;
            if (r.union && r.transparent && context instanceof Argument && r.fields != null) {
                for (RecordType.Field m : r.fields) {
                    if (types.compatibleUnqualified(m.type, from) || m.type.isPointer() && (isNullPointerConstant(e) || f instanceof PointerType q
                            && (q.pointee.isVoid() || m.type.pointee().isVoid() || types.compatibleUnqualified(q.pointee, m.type.pointee())))) {
                        return c.inits.unionOf(r, target, m, assign(e, m.type, context, loc), loc);
                    }
                }
            }
        } else if (t.isVector() && f.isVector() && f.size() == t.size()) {
            return fold.convert(e, target, loc);
        }
        incompatible(from, to, context, loc);
        return c.errorExpr(loc);
    }

    private void incompatible(CType from, CType to, Context context, int loc) {
        switch (context) {
            case Plain.ASSIGN -> c.error(valueLoc != 0 ? valueLoc : loc, "incompatible types when assigning to type " + c.q(to.unqualified()) + " from type " + c.q(from));
            case Plain.INIT -> c.error(loc, to.isScalar() || from.isScalar() || from.isRecord()
                    ? "incompatible types when initializing type " + c.q(to.unqualified()) + " using type " + c.q(from) : "invalid initializer");
            case Plain.RETURN -> c.error(loc, "incompatible types when returning type " + c.q(from) + " but " + c.q(to.unqualified()) + " was expected");
            case Argument a -> expected(c.error(loc, "incompatible type for argument " + a.number + " of '" + a.callee + "'"), a, from, to);
        }
    }

    private void expected(List<Diagnostics.Diagnostic> notes, Argument a, CType from, CType to) {
        int at = a.paramLoc != 0 ? a.paramLoc : a.function != null ? a.function.loc : argumentLoc;
        if (at != 0) notes.add(Diagnostics.note(at, "expected " + c.q(to) + " but argument is of type " + c.q(from)));
    }

    private void intPointer(CType from, CType to, Context context, int loc, boolean makesPointer) {
        String what = makesPointer ? " makes pointer from integer without a cast" : " makes integer from pointer without a cast";
        CType t = to.unqualified();
        String opt = "int-conversion";
        switch (context) {
            case Plain.ASSIGN -> c.warn(loc, opt, "assignment to " + c.q(t) + " from " + c.q(from) + what);
            case Plain.INIT -> c.warn(loc, opt, "initialization of " + c.q(t) + " from " + c.q(from) + what);
            case Plain.RETURN -> c.warn(loc, opt, "returning " + c.q(from) + " from a function with return type " + c.q(t) + what);
            case Argument a -> expected(c.warn(loc, opt, "passing argument " + a.number + " of '" + a.callee + "'" + what), a, from, to);
        }
    }

    private void pointers(TypedExpr e, CType from, CType to, CType fromPtr, CType toPtr, Context context, int loc) {
        if (from == to) return;
        if (fromPtr.isError() || from.isError() || to.isError()) return;
        boolean nullConstant = isNullPointerConstant(e);
        CType f = from.strip();
        CType t = to.strip();
        if (f == t && from.isAtomic() == to.isAtomic() || f.isVoid() || t.isVoid() || types.compatiblePointees(from, to) || arraysCompatible(from, to)) {
            if (nullConstant) return;
            if (f.isVoid() != t.isVoid() && (f instanceof FunctionType || t instanceof FunctionType)) {
                pedanticFunctionPointer(context, loc);
                return;
            }
            int lost = from.quals() & ~to.quals() & (CType.CONST | CType.VOLATILE | CType.RESTRICT | CType.ATOMIC);
            if (f instanceof FunctionType && t instanceof FunctionType) lost = 0;
            if (f.isVoid() || t.isVoid()) lost &= ~CType.ATOMIC;
            if ((lost & CType.ATOMIC) != 0 || ((from.quals() ^ to.quals()) & CType.ATOMIC) != 0 && !f.isVoid() && !t.isVoid()) {
                incompatiblePointers(fromPtr, toPtr, context, loc);
                return;
            }
            // Until C23 the qualifiers of an array's elements are not the array's.
            if (f instanceof ArrayType && t instanceof ArrayType && ((from.quals() ^ to.quals()) & CType.C_QUALIFIERS) != 0 && c.options.year() < 2023) {
                c.pedantic(loc, "invalid use of pointers to arrays with different qualifiers in ISO C before C2X");
            }
            if (lost != 0) discards(lost, f instanceof ArrayType ? "discarded-array-qualifiers" : "discarded-qualifiers", context, loc);
            return;
        }
        if (differOnlyInSign(f, t)) {
            String opt = "pointer-sign";
            String a = c.q(fromPtr);
            String b = c.q(toPtr.unqualified());
            switch (context) {
                case Plain.ASSIGN -> c.warnAll(loc, opt, "pointer targets in assignment from " + a + " to " + b + " differ in signedness");
                case Plain.INIT -> c.warnAll(loc, opt, "pointer targets in initialization of " + b + " from " + a + " differ in signedness");
                case Plain.RETURN -> c.warnAll(loc, opt, "pointer targets in returning " + a + " from a function with return type " + b + " differ in signedness");
                case Argument g -> {
                    if (c.allEnabled(opt)) expected(c.warnAll(loc, opt, "pointer targets in passing argument " + g.number + " of '" + g.callee + "' differ in signedness"), g, fromPtr, toPtr);
                }
            }
            return;
        }
        incompatiblePointers(fromPtr, toPtr, context, loc);
    }

    /** gcc lets {@code int (*)[n]} become {@code const int (*)[n]}, pedantically warning. */
    private boolean arraysCompatible(CType from, CType to) {
        return from.strip() instanceof ArrayType a && to.strip() instanceof ArrayType b && (a.length < 0 || b.length < 0 || a.length == b.length)
                && (types.compatibleUnqualified(a.element, b.element) || arraysCompatible(a.element, b.element));
    }

    private boolean differOnlyInSign(CType f, CType t) {
        if (!f.isInteger() || !t.isInteger() || f.isBool() || t.isBool()) {
            return f instanceof PointerType p && t instanceof PointerType q && p.pointee.quals() == q.pointee.quals()
                    && differOnlyInSign(p.pointee.strip(), q.pointee.strip());
        }
        BasicType a = types.integerOf(f);
        BasicType b = types.integerOf(t);
        return types.withSign(a, false) == types.withSign(b, false) && (a != b || f instanceof EnumType || t instanceof EnumType);
    }

    private void incompatiblePointers(CType from, CType to, Context context, int loc) {
        String opt = "incompatible-pointer-types";
        CType t = to.unqualified();
        switch (context) {
            case Plain.ASSIGN -> c.warn(loc, opt, "assignment to " + c.q(t) + " from incompatible pointer type " + c.q(from));
            case Plain.INIT -> c.warn(loc, opt, "initialization of " + c.q(t) + " from incompatible pointer type " + c.q(from));
            case Plain.RETURN -> c.warn(loc, opt, "returning " + c.q(from) + " from a function with incompatible return type " + c.q(t));
            case Argument a -> expected(c.warn(loc, opt, "passing argument " + a.number + " of '" + a.callee + "' from incompatible pointer type"), a, from, to);
        }
    }

    private void discards(int lost, String opt, Context context, int loc) {
        String q = TypeText.quals(lost);
        String end = " discards '" + q + "' qualifier from pointer target type";
        switch (context) {
            case Plain.ASSIGN -> c.warn(loc, opt, "assignment" + end);
            case Plain.INIT -> c.warn(loc, opt, "initialization" + end);
            case Plain.RETURN -> c.warn(loc, opt, "return" + end);
            case Argument a -> {
                List<Diagnostics.Diagnostic> notes = c.warn(loc, opt, "passing argument " + a.number + " of '" + a.callee + "'" + end);
                if (a.paramLoc != 0) noteExpected(notes, a, context);
            }
        }
    }

    /** Where the value of an assignment stands, for some of its messages; 0 if it is no plain assignment. */
    int valueLoc;
    private CType lastTo;
    private CType lastFrom;
    private int argumentLoc;

    private void noteExpected(List<Diagnostics.Diagnostic> notes, Argument a, Context context) {
        if (lastTo != null) notes.add(Diagnostics.note(a.paramLoc, "expected " + c.q(lastTo) + " but argument is of type " + c.q(lastFrom)));
    }

    /** Converts an argument; remembers the types for notes. */
    TypedExpr argument(TypedExpr e, CType to, Argument context, int loc) {
        lastTo = to;
        lastFrom = e.type();
        argumentLoc = loc;
        return assign(e, to, context, loc);
    }

    private void pedanticFunctionPointer(Context context, int loc) {
        String end = " between function pointer and 'void *'";
        switch (context) {
            case Plain.ASSIGN -> c.pedantic(loc, "ISO C forbids assignment" + end);
            case Plain.INIT -> c.pedantic(loc, "ISO C forbids initialization" + end);
            case Plain.RETURN -> c.pedantic(loc, "ISO C forbids return" + end);
            case Argument a -> c.pedantic(loc, "ISO C forbids passing argument " + a.number + " of '" + a.callee + "'" + end);
        }
    }

    /** Warns about a constant that its new type cannot hold (-Woverflow). */
    private void constantRange(TypedExpr e, CType to, Context context, int loc) {
        if (!c.evaluated()) return;
        CType t = to.strip();
        if (e instanceof IntConst k && t.isInteger() && !t.isBool()) {
            BasicType b = types.integerOf(t);
            if (b.size() >= 8 || k.type().isPointer()) return;
            long v = k.low();
            IntConst r = fold.integer(loc, t, v);
            if (r.low() == v) return;
            int bits = (int) b.size() * 8;
            // A signed constant whose bits fit the unsigned type, or the reverse, is no overflow but -Wsign-conversion.
            if (v >= -(1L << bits - 1) && v < 1L << bits) return;
            String verb = b.signed ? "overflow in conversion from " : "unsigned conversion from ";
            c.warn(loc, "overflow", verb + c.q(k.type()) + " to " + c.q(to.unqualified()) + " changes value from '" + Fold.big(k) + "' to '" + r.low() + "'");
        }
    }
}
