package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.AtomicKind;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.Types;

/**
 * {@code __atomic_*} and {@code __sync_*} (GCC manual, "Built-in Functions for Memory Model Aware Atomic Operations"): operands,
 * memory orders, the generic forms on objects of any size.
 */
final class AtomicBuiltins {
    private final Checker c;
    private final Types types;
    private final Fold fold;

    AtomicBuiltins(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    /** A memory order argument as the IR numbers it; consume is acquire, what is no constant is seq_cst. */
    int order(TypedExpr e) {
        if (!(e instanceof IntConst k)) return 5;
        return switch ((int) k.low() & 0xffff) {
            case 0 -> 1;
            case 1, 2 -> 2;
            case 3 -> 3;
            case 4 -> 4;
            default -> 5;
        };
    }

    private static long scale(CType t) {
        return 1;
    }

    TypedExpr atomic(String name, Builtins.Meaning m, Expr.Call k, List<TypedExpr> a) {
        int loc = k.loc();
        if (a.isEmpty()) {
            c.error(loc, "too few arguments to function '" + name + "'");
            return c.errorExpr(loc);
        }
        TypedExpr p = a.get(0);
        CType to = p.type().pointee();
        int size = m.variant() & 0xff;
        Builtin b = m.builtin();
        if (b == Builtin.ATOMIC_TEST_AND_SET || b == Builtin.ATOMIC_CLEAR) {
            if (!c.builtins.count(name, k, 2, 2)) return c.errorExpr(loc);
            if (to == null) {
                c.error(loc, "argument 1 of '" + name + "' must be a pointer type");
                return c.errorExpr(loc);
            }
            TypedExpr q = fold.convert(p, types.uchar.pointer(), loc);
            boolean clear = b == Builtin.ATOMIC_CLEAR;
            return new TypedExpr.Atomic(loc, clear ? types.void_ : types.bool, clear ? AtomicKind.CLEAR : AtomicKind.TEST_AND_SET, types.uchar, q, List.of(), order(a.get(1)), 0, false, false);
        }
        if (to == null) {
            c.error(k.callee().start(), "operand type " + c.q(p.type()) + " is incompatible with argument 1 of '" + name + "'");
            return c.errorExpr(loc);
        }
        if (!to.isComplete() || to.isVoid() || to.isFunction()) {
            if (size == 0) {
                c.error(loc, to.isVoid() || to.isFunction() ? "argument 1 of '" + name + "' must not be a pointer to " + (to.isVoid() ? "a 'void' type".substring(2, 13) : "a function")
                        : "argument 1 of '" + name + "' must be a pointer to a complete type");
                return c.errorExpr(loc);
            }
            to = types.integer(size, true);
            p = fold.convert(p, to.pointer(), loc);
        }
        boolean generic = b == Builtin.ATOMIC_LOAD || b == Builtin.ATOMIC_STORE || b == Builtin.ATOMIC_EXCHANGE || b == Builtin.ATOMIC_COMPARE_EXCHANGE;
        if (generic) return genericAtomic(name, b, k, a, to);
        CType vt = to.unqualified();
        CType s = vt.strip();
        if (!(s.isInteger() || s.isPointer()) || size != 0 && s.size() != size) {
            if (size == 0) {
                c.error(k.callee().start(), "operand type " + c.q(p.type()) + " is incompatible with argument 1 of '" + name + "'");
                return c.errorExpr(loc);
            }
            vt = types.integer(size, true);
            p = fold.convert(p, vt.pointer(), loc);
        }
        AtomicKind kind = AtomicKind.values()[m.variant() >> 8 & 0xff];
        switch (b) {
            case SYNC_FETCH, SYNC_OP_FETCH, ATOMIC_FETCH, ATOMIC_OP_FETCH -> {
                boolean sync = b == Builtin.SYNC_FETCH || b == Builtin.SYNC_OP_FETCH;
                if (!c.builtins.count(name, k, sync ? 2 : 3, sync ? 99 : 3)) return c.errorExpr(loc);
                if (vt.isBool()) {
                    c.error(k.callee().start(), "operand type " + c.q(p.type()) + " is incompatible with argument 1 of '" + name + "'");
                    return c.errorExpr(loc);
                }
                TypedExpr v = operand(a.get(1), vt, name, 2);
                if (v.type().isError()) return v;
                boolean isNew = b == Builtin.SYNC_OP_FETCH || b == Builtin.ATOMIC_OP_FETCH;
                return new TypedExpr.Atomic(loc, vt, kind, vt, p, List.of(v), sync ? 5 : order(a.get(2)), 0, false, isNew);
            }
            case SYNC_BOOL_CAS, SYNC_VAL_CAS -> {
                if (!c.builtins.count(name, k, 3, 99)) return c.errorExpr(loc);
                TypedExpr e = operand(a.get(1), vt, name, 2);
                TypedExpr d = operand(a.get(2), vt, name, 3);
                if (c.builtins.bad(e, d)) return c.errorExpr(loc);
                return new TypedExpr.Atomic(loc, b == Builtin.SYNC_BOOL_CAS ? types.bool : vt, AtomicKind.COMPARE_EXCHANGE_VALUE, vt, p, List.of(e, d), 5, 5, false, b == Builtin.SYNC_BOOL_CAS);
            }
            case SYNC_LOCK_TEST_AND_SET -> {
                if (!c.builtins.count(name, k, 2, 99)) return c.errorExpr(loc);
                TypedExpr v = operand(a.get(1), vt, name, 2);
                return v.type().isError() ? v : new TypedExpr.Atomic(loc, vt, AtomicKind.EXCHANGE, vt, p, List.of(v), 2, 0, false, false);
            }
            case SYNC_LOCK_RELEASE -> {
                TypedExpr zero = fold.convert(fold.integer(loc, types.int_, 0), vt, loc);
                return new TypedExpr.Atomic(loc, types.void_, AtomicKind.STORE, vt, p, List.of(zero), 3, 0, false, false);
            }
            case ATOMIC_LOAD_N -> {
                if (!c.builtins.count(name, k, 2, 2)) return c.errorExpr(loc);
                return new TypedExpr.Atomic(loc, vt, AtomicKind.LOAD, vt, p, List.of(), order(a.get(1)), 0, false, false);
            }
            case ATOMIC_STORE_N -> {
                if (!c.builtins.count(name, k, 3, 3)) return c.errorExpr(loc);
                TypedExpr v = operand(a.get(1), vt, name, 2);
                return v.type().isError() ? v : new TypedExpr.Atomic(loc, types.void_, AtomicKind.STORE, vt, p, List.of(v), order(a.get(2)), 0, false, false);
            }
            case ATOMIC_EXCHANGE_N -> {
                if (!c.builtins.count(name, k, 3, 3)) return c.errorExpr(loc);
                TypedExpr v = operand(a.get(1), vt, name, 2);
                return v.type().isError() ? v : new TypedExpr.Atomic(loc, vt, AtomicKind.EXCHANGE, vt, p, List.of(v), order(a.get(2)), 0, false, false);
            }
            default -> {
                if (!c.builtins.count(name, k, 6, 6)) return c.errorExpr(loc);
                TypedExpr e = fold.convert(a.get(1), vt.pointer(), loc);
                if (!a.get(1).type().isPointer()) {
                    c.error(loc, "argument 2 of '" + name + "' must be a pointer type");
                    return c.errorExpr(loc);
                }
                TypedExpr d = operand(a.get(2), vt, name, 3);
                if (d.type().isError()) return d;
                return new TypedExpr.Atomic(loc, types.bool, AtomicKind.COMPARE_EXCHANGE, vt, p, List.of(e, d), order(a.get(4)), order(a.get(5)), Fold.truth(a.get(3)) == 1, false);
            }
        }
    }

    /** gcc converts operands of atomic builtins silently between integers and pointers. */
    private TypedExpr operand(TypedExpr v, CType t, String name, int number) {
        if (v.type().isPointer() && t.isInteger() || v.type().isInteger() && t.isPointer() || v.type().isPointer() && t.isPointer()) return fold.convert(v, t, v.loc());
        return c.builtins.convert(v, t, name, number);
    }

    /** The forms that pass values through pointers, of any type: through integers of the size, else library calls. */
    private TypedExpr genericAtomic(String name, Builtin b, Expr.Call k, List<TypedExpr> a, CType to) {
        int loc = k.loc();
        int n = b == Builtin.ATOMIC_LOAD || b == Builtin.ATOMIC_STORE ? 3 : b == Builtin.ATOMIC_EXCHANGE ? 4 : 6;
        if (!c.builtins.count(name, k, n, n)) return c.errorExpr(loc);
        int pointers = n == 3 ? 2 : 3;
        for (int i = 1; i < pointers; i++) {
            if (!a.get(i).type().isPointer()) {
                c.error(loc, "argument " + (i + 1) + " of '" + name + "' must be a pointer type");
                return c.errorExpr(loc);
            }
            if (a.get(i).type().pointee().size() != to.size()) {
                c.error(loc, "size mismatch in argument " + (i + 1) + " of '" + name + "'");
                return c.errorExpr(loc);
            }
        }
        long size = to.size();
        if (Long.bitCount(size) != 1 || size > types.target.maxAtomicBytes()) {
            FunctionSymbol f = c.library.symbol(name, loc);
            List<TypedExpr> args = new ArrayList<>();
            args.add(fold.integer(loc, types.size, size));
            for (int i = 0; i < pointers; i++) args.add(fold.convert(a.get(i), types.voidPtr, loc));
            for (int i = b == Builtin.ATOMIC_COMPARE_EXCHANGE ? 4 : pointers; i < n; i++) args.add(fold.convert(a.get(i), types.int_, loc));
            c.use(f);
            FunctionType t = (FunctionType) c.library.type(name);
            return new TypedExpr.Call(loc, t.result, f, null, t, args);
        }
        CType vt = types.integer((int) size, false);
        CType alias = vt.qualify(CType.MAY_ALIAS);
        TypedExpr p = fold.convert(a.get(0), vt.pointer(), loc);
        TypedExpr second = fold.convert(a.get(1), alias.pointer(), loc);
        switch (b) {
            case ATOMIC_LOAD -> {
                TypedExpr v = new TypedExpr.Atomic(loc, vt, AtomicKind.LOAD, vt, p, List.of(), order(a.get(2)), 0, false, false);
                return fold.convert(new TypedExpr.Assign(loc, vt, new TypedExpr.Deref(loc, alias, second), v), types.void_, loc);
            }
            case ATOMIC_STORE -> {
                TypedExpr v = new TypedExpr.Load(loc, vt, new TypedExpr.Deref(loc, alias, second));
                return new TypedExpr.Atomic(loc, types.void_, AtomicKind.STORE, vt, p, List.of(v), order(a.get(2)), 0, false, false);
            }
            case ATOMIC_EXCHANGE -> {
                TypedExpr third = fold.convert(a.get(2), alias.pointer(), loc);
                TypedExpr v = new TypedExpr.Load(loc, vt, new TypedExpr.Deref(loc, alias, second));
                TypedExpr x = new TypedExpr.Atomic(loc, vt, AtomicKind.EXCHANGE, vt, p, List.of(v), order(a.get(3)), 0, false, false);
                return fold.convert(new TypedExpr.Assign(loc, vt, new TypedExpr.Deref(loc, alias, third), x), types.void_, loc);
            }
            default -> {
                TypedExpr third = fold.convert(a.get(2), alias.pointer(), loc);
                TypedExpr d = new TypedExpr.Load(loc, vt, new TypedExpr.Deref(loc, alias, third));
                return new TypedExpr.Atomic(loc, types.bool, AtomicKind.COMPARE_EXCHANGE, vt, p, List.of(second, d), order(a.get(4)), order(a.get(5)), Fold.truth(a.get(3)) == 1, false);
            }
        }
    }
}
