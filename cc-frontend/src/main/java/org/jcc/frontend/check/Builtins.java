package org.jcc.frontend.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.AtomicKind;
import org.jcc.frontend.ast.TypedExpr.FloatConst;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.syntax.Expr;
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
import org.jcc.support.SoftFloat;
import org.jcc.support.TargetOperation;

/**
 * Calls of {@code __builtin_…}, {@code __sync_…}, {@code __atomic_…} (GCC manual 6.54-6.59). A name is looked up in
 * {@link #NAMES}; what it is decides how its arguments are checked. {@code __builtin_f} of a library function f is a call
 * of f.
 */
final class Builtins {
    /** What a name means: the operation, and the size in bytes or type that its suffix says (0: none). */
    record Meaning(Builtin builtin, int variant) {}

    private static final Map<String, Meaning> NAMES = new HashMap<>();
    private static final int INT = 4, LONG = 8, LLONG = 9, FLOAT = 1, DOUBLE = 2, LDOUBLE = 3, QUAD = 5, GENERIC = 0;

    static {
        for (Builtin b : Builtin.values()) NAMES.put(b.spelling, new Meaning(b, 0));
        for (Builtin b : List.of(Builtin.CLZ, Builtin.CTZ, Builtin.POPCOUNT, Builtin.PARITY, Builtin.FFS, Builtin.CLRSB)) {
            NAMES.put(b.spelling, new Meaning(b, INT));
            NAMES.put(b.spelling + "l", new Meaning(b, LONG));
            NAMES.put(b.spelling + "ll", new Meaning(b, LLONG));
        }
        for (int n : new int[] {16, 32, 64, 128}) {
            NAMES.put("__builtin_bswap" + n, new Meaning(Builtin.BSWAP, n / 8));
            NAMES.put("__builtin_bitreverse" + n, new Meaning(Builtin.BITREVERSE, n / 8));
        }
        NAMES.put("__builtin_bitreverse8", new Meaning(Builtin.BITREVERSE, 1));
        for (Builtin b : List.of(Builtin.FABS, Builtin.COPYSIGN, Builtin.HUGE_VAL, Builtin.NAN, Builtin.NANS)) floats(b, b.spelling);
        floats(Builtin.HUGE_VAL, "__builtin_inf");
        for (Builtin b : List.of(Builtin.ISNAN, Builtin.ISINF, Builtin.ISFINITE, Builtin.SIGNBIT)) {
            NAMES.put(b.spelling, new Meaning(b, GENERIC));
            NAMES.put(b.spelling + "f", new Meaning(b, FLOAT));
            NAMES.put(b.spelling + "l", new Meaning(b, LDOUBLE));
            NAMES.put(b.spelling + "d", new Meaning(b, DOUBLE));
        }
        NAMES.put("__builtin_finite", new Meaning(Builtin.ISFINITE, DOUBLE));
        NAMES.put("__builtin_finitef", new Meaning(Builtin.ISFINITE, FLOAT));
        NAMES.put("__builtin_finitel", new Meaning(Builtin.ISFINITE, LDOUBLE));
        for (Builtin b : List.of(Builtin.CLZ, Builtin.CTZ, Builtin.POPCOUNT, Builtin.PARITY, Builtin.FFS, Builtin.CLRSB)) NAMES.put(b.spelling + "imax", new Meaning(b, LONG));
        for (Builtin b : List.of(Builtin.HUGE_VAL, Builtin.NAN, Builtin.NANS)) NAMES.put(b.spelling + "f16", new Meaning(b, 10));
        NAMES.put("__builtin_inff16", new Meaning(Builtin.HUGE_VAL, 10));
        NAMES.put("__builtin_extend_pointer", new Meaning(Builtin.EXTRACT_RETURN_ADDR, 1));
        NAMES.put("__builtin_abs", new Meaning(Builtin.ABS, INT));
        NAMES.put("__builtin_labs", new Meaning(Builtin.ABS, LONG));
        NAMES.put("__builtin_llabs", new Meaning(Builtin.ABS, LLONG));
        String[] ops = {"add", "sub", "mul"};
        Builtin[] over = {Builtin.ADD_OVERFLOW, Builtin.SUB_OVERFLOW, Builtin.MUL_OVERFLOW};
        for (int i = 0; i < 3; i++) {
            for (String s : new String[] {"s", "u"}) {
                NAMES.put("__builtin_" + s + ops[i] + "_overflow", new Meaning(over[i], s.equals("s") ? 1 : 2));
                NAMES.put("__builtin_" + s + ops[i] + "l_overflow", new Meaning(over[i], s.equals("s") ? 3 : 4));
                NAMES.put("__builtin_" + s + ops[i] + "ll_overflow", new Meaning(over[i], s.equals("s") ? 5 : 6));
            }
        }
        String[] rmw = {"add", "sub", "or", "and", "xor", "nand"};
        AtomicKind[] kinds = {AtomicKind.ADD, AtomicKind.SUB, AtomicKind.OR, AtomicKind.AND, AtomicKind.XOR, AtomicKind.NAND};
        for (int n : new int[] {0, 1, 2, 4, 8, 16}) {
            String suffix = n == 0 ? "" : "_" + n;
            for (int i = 0; i < rmw.length; i++) {
                NAMES.put("__sync_fetch_and_" + rmw[i] + suffix, new Meaning(Builtin.SYNC_FETCH, kinds[i].ordinal() << 8 | n));
                NAMES.put("__sync_" + rmw[i] + "_and_fetch" + suffix, new Meaning(Builtin.SYNC_OP_FETCH, kinds[i].ordinal() << 8 | n));
                NAMES.put("__atomic_fetch_" + rmw[i] + suffix, new Meaning(Builtin.ATOMIC_FETCH, kinds[i].ordinal() << 8 | n));
                NAMES.put("__atomic_" + rmw[i] + "_fetch" + suffix, new Meaning(Builtin.ATOMIC_OP_FETCH, kinds[i].ordinal() << 8 | n));
            }
            for (Builtin b : List.of(Builtin.SYNC_BOOL_CAS, Builtin.SYNC_VAL_CAS, Builtin.SYNC_LOCK_TEST_AND_SET, Builtin.SYNC_LOCK_RELEASE)) {
                NAMES.put(b.spelling + suffix, new Meaning(b, n));
            }
            if (n != 0) {
                NAMES.put("__atomic_load" + suffix, new Meaning(Builtin.ATOMIC_LOAD_N, n));
                NAMES.put("__atomic_store" + suffix, new Meaning(Builtin.ATOMIC_STORE_N, n));
                NAMES.put("__atomic_exchange" + suffix, new Meaning(Builtin.ATOMIC_EXCHANGE_N, n));
                NAMES.put("__atomic_compare_exchange" + suffix, new Meaning(Builtin.ATOMIC_COMPARE_EXCHANGE_N, n));
            }
        }
        NAMES.put("__builtin_assoc_barrier", new Meaning(Builtin.SPECULATION_SAFE, 0));
        NAMES.put("__builtin_ia32_mfence", new Meaning(Builtin.SYNC_SYNCHRONIZE, 0));
        NAMES.put("__builtin_stdarg_start", new Meaning(Builtin.VA_START, 0));
        NAMES.put("__builtin___clear_cache", new Meaning(Builtin.CLEAR_CACHE, 0));
        NAMES.put("__builtin_alloca_with_align_and_max", new Meaning(Builtin.ALLOCA_WITH_ALIGN, 1));
        NAMES.remove("__sync_fetch_and_");
        NAMES.remove("__sync_and_fetch_");
        NAMES.remove("__atomic_fetch_");
        NAMES.remove("__atomic_op_fetch");
    }

    private static void floats(Builtin b, String name) {
        NAMES.put(name, new Meaning(b, DOUBLE));
        NAMES.put(name + "f", new Meaning(b, FLOAT));
        NAMES.put(name + "l", new Meaning(b, LDOUBLE));
        NAMES.put(name + "f128", new Meaning(b, QUAD));
        NAMES.put(name + "q", new Meaning(b, QUAD));
        NAMES.put(name + "f32", new Meaning(b, 6));
        NAMES.put(name + "f64", new Meaning(b, 7));
        NAMES.put(name + "f32x", new Meaning(b, 8));
        NAMES.put(name + "f64x", new Meaning(b, 9));
    }

    /** Whether {@code __has_builtin(name)} is true. */
    static boolean known(String name) {
        return NAMES.containsKey(name);
    }

    private final Checker c;
    private final Types types;
    private final Fold fold;

    Builtins(Checker c) {
        this.c = c;
        this.types = c.types;
        this.fold = c.fold;
    }

    /** A builtin's name that is not called: the library function behind it, or null. */
    TypedExpr reference(String name, int loc) {
        if (name.startsWith("__builtin_")) {
            FunctionSymbol f = c.library.symbol(name.substring(10), loc);
            if (f != null) return c.primary.symbol(f, loc);
            if (NAMES.containsKey(name)) {
                c.error(loc, "built-in function '" + name + "' must be directly called");
                return c.errorExpr(loc);
            }
        }
        return null;
    }

    /** A call of a name that nothing declares; null if it is no builtin. */
    TypedExpr call(String name, Expr.Call k) {
        if (!name.startsWith("__")) return null;
        if (name.equals("__builtin_call_with_static_chain")) return staticChain(name, k);
        Meaning m = NAMES.get(name);
        if (m != null) {
            return special(name, m, k);
        }
        if (!name.startsWith("__builtin_")) return null;
        TargetOperation o = types.target.operations().find(name);
        if (o != null) return target(o, k);
        String plain = name.substring(10);
        plain = switch (plain) {
            case "powi" -> "__powidf2";
            case "powif" -> "__powisf2";
            case "powil" -> "__powixf2";
            default -> plain;
        };
        if (plain.endsWith("_chk")) {
            TypedExpr e = c.libraryCalls.checked(plain, k);
            if (e != null) return e;
        }
        FunctionSymbol f = c.library.symbol(plain, k.loc());
        if (f != null) return c.libraryCalls.libraryCall(f, k);
        TypedExpr e = c.libraryCalls.rounded(plain, k);
        return e != null ? e : c.libraryCalls.imaginaryExponential(plain, k);
    }

    /** One of {@code ISNAN} and its kind. */
    TypedExpr classification(int loc, Builtin test, TypedExpr v) {
        if (v instanceof FloatConst x) return fold.integer(loc, types.int_, classify(test, Fold.value(x), Fold.format(x.type())));
        return builtin(loc, types.int_, test, List.of(v));
    }

    TypedExpr builtin(int loc, CType t, Builtin b, List<TypedExpr> args) {
        if ((b == Builtin.ALLOCA || b == Builtin.ALLOCA_WITH_ALIGN) && c.fn != null) c.fn.keepStack();
        return new TypedExpr.BuiltinCall(loc, t, b, args);
    }

    /** {@code __builtin_call_with_static_chain (call, pointer)}: the call, with the pointer in the register of the static chain. */
    private TypedExpr staticChain(String name, Expr.Call k) {
        if (!count(name, k, 2, 2)) return c.errorExpr(k.loc());
        TypedExpr call = c.exprs.expr(k.args().get(0));
        TypedExpr chain = c.exprs.valueOf(k.args().get(1));
        if (call.type().isError()) return call;
        if (chain.type().isError()) return chain;
        if (!(call instanceof TypedExpr.Call plain)) {
            boolean builtin = k.args().get(0).unparen() instanceof Expr.Call;
            c.error(k.args().get(0).start(), "first argument to '" + name + "' must " + (builtin ? "not be a builtin call" : "be a call expression"));
            return c.errorExpr(k.loc());
        }
        if (!chain.type().isPointer()) {
            c.error(k.args().get(1).start(), "second argument to '" + name + "' must be a pointer type");
            return c.errorExpr(k.loc());
        }
        return plain.withChain(chain);
    }

    /** The arguments' values, or null if one is wrong. */
    List<TypedExpr> values(Expr.Call k) {
        List<TypedExpr> out = new ArrayList<>(k.args().size());
        boolean bad = false;
        for (Expr a : k.args()) {
            TypedExpr v = c.exprs.valueOf(a);
            bad |= v.type().isError();
            if (v.type().isVoid()) {
                c.error(a.start(), "invalid use of void expression");
                bad = true;
            }
            out.add(v);
        }
        return bad ? null : out;
    }

    boolean count(String name, Expr.Call k, int min, int max) {
        int n = k.args().size();
        if (n < min) c.error(k.callee().start(), "too few arguments to function '" + name + "'");
        else if (n > max) c.error(k.callee().start(), "too many arguments to function '" + name + "'");
        return n >= min && n <= max;
    }

    private CType floatType(int variant) {
        return switch (variant) {
            case FLOAT -> types.float_;
            case LDOUBLE -> types.ldouble;
            case QUAD -> types.float128;
            case 6 -> types.float32;
            case 7 -> types.float64;
            case 8 -> types.float32x;
            case 9 -> types.float64x;
            case 10 -> types.float16;
            default -> types.double_;
        };
    }

    private TypedExpr special(String name, Meaning m, Expr.Call k) {
        int loc = k.loc();
        switch (m.builtin) {
            case CONSTANT_P -> {
                return constantP(name, k);
            }
            case CLASSIFY_TYPE -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                c.unevaluated++;
                TypedExpr v = c.exprs.valueOf(k.args().get(0));
                c.unevaluated--;
                return v.type().isError() ? v : fold.integer(loc, types.int_, classify(v.type()));
            }
            case VA_START -> {
                return vaStart(name, k);
            }
            case VA_END -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                TypedExpr l = vaList(k.args().get(0), loc, "first argument to '__builtin_va_end' not of type 'va_list'");
                return l == null ? c.errorExpr(loc) : builtin(loc, types.void_, Builtin.VA_END, List.of(l));
            }
            case VA_COPY -> {
                if (!count(name, k, 2, 2)) return c.errorExpr(loc);
                TypedExpr a = vaList(k.args().get(0), loc, "first argument to '__builtin_va_copy' not of type 'va_list'");
                TypedExpr b = vaList(k.args().get(1), loc, "second argument to '__builtin_va_copy' not of type 'va_list'");
                return a == null || b == null ? c.errorExpr(loc) : builtin(loc, types.void_, Builtin.VA_COPY, List.of(a, b));
            }
            case LINE -> {
                return fold.integer(loc, types.int_, c.diags.sources().position(loc).line());
            }
            case FILE -> {
                return c.primary.stringValue(loc, c.diags.sources().position(loc).file());
            }
            case FUNCTION -> {
                return c.primary.stringValue(loc, c.fn == null ? "" : c.fn.symbol.name);
            }
            case HUGE_VAL -> {
                return fold.floating(loc, floatType(m.variant), SoftFloat.INFINITY);
            }
            default -> {}
        }
        List<TypedExpr> a = values(k);
        if (a == null) return c.errorExpr(loc);
        int n = a.size();
        switch (m.builtin) {
            case EXPECT -> {
                if (!count(name, k, 2, 2)) return c.errorExpr(loc);
                TypedExpr v = convert(a.get(0), types.long_, name, 1);
                TypedExpr e = convert(a.get(1), types.long_, name, 2);
                if (bad(v, e)) return c.errorExpr(loc);
                return v instanceof IntConst ? v : builtin(loc, types.long_, Builtin.EXPECT, List.of(v, e));
            }
            case EXPECT_WITH_PROBABILITY -> {
                if (!count(name, k, 3, 3)) return c.errorExpr(loc);
                TypedExpr v = convert(a.get(0), types.long_, name, 1);
                TypedExpr e = convert(a.get(1), types.long_, name, 2);
                TypedExpr p = convert(a.get(2), types.double_, name, 3);
                if (bad(v, e, p)) return c.errorExpr(loc);
                return v instanceof IntConst ? v : builtin(loc, types.long_, Builtin.EXPECT_WITH_PROBABILITY, List.of(v, e, p));
            }
            case CLZ, CTZ, POPCOUNT, PARITY, FFS, CLRSB -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                boolean signed = m.builtin == Builtin.FFS || m.builtin == Builtin.CLRSB;
                CType t = m.variant == LONG ? signed ? types.long_ : types.ulong : m.variant == LLONG ? signed ? types.llong : types.ullong : signed ? types.int_ : types.uint;
                TypedExpr v = convert(a.get(0), t, name, 1);
                if (v.type().isError()) return v;
                return v instanceof IntConst x ? bits(loc, m.builtin, x, (int) t.size() * 8, v) : builtin(loc, types.int_, m.builtin, List.of(v));
            }
            case BSWAP, BITREVERSE -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                CType t = types.integer(m.variant, false);
                TypedExpr v = convert(a.get(0), t, name, 1);
                if (v.type().isError()) return v;
                if (v instanceof IntConst x && m.variant <= 8) {
                    long r = m.builtin == Builtin.BSWAP ? Long.reverseBytes(x.low()) : Long.reverse(x.low());
                    return fold.integer(loc, t, r >>> 64 - 8 * m.variant);
                }
                return builtin(loc, t, m.builtin, List.of(v));
            }
            case ADD_OVERFLOW, SUB_OVERFLOW, MUL_OVERFLOW -> {
                return c.overflows.overflow(name, m, k, a);
            }
            case ADD_OVERFLOW_P, SUB_OVERFLOW_P, MUL_OVERFLOW_P -> {
                return c.overflows.predicate(name, m.builtin, k, a);
            }
            case FABS, COPYSIGN -> {
                if (!count(name, k, m.builtin == Builtin.FABS ? 1 : 2, m.builtin == Builtin.FABS ? 1 : 2)) return c.errorExpr(loc);
                CType t = floatType(m.variant);
                List<TypedExpr> v = new ArrayList<>();
                for (int i = 0; i < n; i++) v.add(convert(a.get(i), t, name, i + 1));
                for (TypedExpr e : v) if (e.type().isError()) return e;
                if (m.builtin == Builtin.COPYSIGN) return c.libraryCalls.copysign(loc, v);
                return v.get(0) instanceof FloatConst x ? fold.floating(loc, t, Fold.value(x).abs()) : builtin(loc, t, Builtin.FABS, v);
            }
            case ABS -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                TypedExpr v = convert(a.get(0), m.variant == INT ? types.int_ : m.variant == LONG ? types.long_ : types.llong, name, 1);
                return v.type().isError() ? v : c.libraryCalls.abs(loc, v);
            }
            case NAN, NANS -> {
                return nan(name, m, k, a);
            }
            case ISNAN, ISINF, ISFINITE, ISNORMAL, ISINF_SIGN, SIGNBIT -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                TypedExpr v = a.get(0);
                if (m.variant != GENERIC) v = convert(v, floatType(m.variant), name, 1);
                else if (!v.type().isFloating()) {
                    c.error(k.args().get(0).start(), "non-floating-point argument in call to function '" + name + "'");
                    return c.errorExpr(loc);
                }
                if (v.type().isError()) return v;
                return classification(loc, m.builtin, v);
            }
            case ISUNORDERED, ISGREATER, ISGREATEREQUAL, ISLESS, ISLESSEQUAL, ISLESSGREATER -> {
                if (!count(name, k, 2, 2)) return c.errorExpr(loc);
                if (!a.get(0).type().isArithmetic() || !a.get(1).type().isArithmetic() || !a.get(0).type().isFloating() && !a.get(1).type().isFloating()) {
                    c.error(loc, "non-floating-point arguments in call to function '" + name + "'");
                    return c.errorExpr(loc);
                }
                CType t = types.usualArithmetic(a.get(0).type(), a.get(1).type());
                TypedExpr x = fold.convert(a.get(0), t, loc);
                TypedExpr y = fold.convert(a.get(1), t, loc);
                if (x instanceof FloatConst p && y instanceof FloatConst q) {
                    int cmp = Fold.value(p).compare(Fold.value(q));
                    boolean r = switch (m.builtin) {
                        case ISUNORDERED -> cmp == 2;
                        case ISGREATER -> cmp == 1;
                        case ISGREATEREQUAL -> cmp == 1 || cmp == 0;
                        case ISLESS -> cmp == -1;
                        case ISLESSEQUAL -> cmp == -1 || cmp == 0;
                        default -> cmp == -1 || cmp == 1;
                    };
                    return fold.integer(loc, types.int_, r ? 1 : 0);
                }
                return builtin(loc, types.int_, m.builtin, List.of(x, y));
            }
            case FPCLASSIFY -> {
                if (!count(name, k, 6, 6)) return c.errorExpr(loc);
                List<TypedExpr> v = new ArrayList<>();
                for (int i = 0; i < 5; i++) v.add(convert(a.get(i), types.int_, name, i + 1));
                if (!a.get(5).type().isFloating()) {
                    c.error(loc, "non-floating-point argument in call to function '" + name + "'");
                    return c.errorExpr(loc);
                }
                if (a.get(5) instanceof FloatConst x) {
                    SoftFloat s = Fold.value(x);
                    boolean normal = classify(Builtin.ISNORMAL, s, Fold.format(x.type())) != 0;
                    return v.get(s.isNaN() ? 0 : s.isInfinite() ? 1 : normal ? 2 : s.isZero() ? 4 : 3);
                }
                v.add(a.get(5));
                return builtin(loc, types.int_, m.builtin, v);
            }
            case OBJECT_SIZE, DYNAMIC_OBJECT_SIZE -> {
                if (!count(name, k, 2, 2)) return c.errorExpr(loc);
                if (!(a.get(1) instanceof IntConst t) || t.low() < 0 || t.low() > 3) {
                    c.error(loc, "last argument of '" + name + "' is not integer constant between 0 and 3");
                    return c.errorExpr(loc);
                }
                return objectSize(loc, a.get(0), (int) t.low(), m.builtin == Builtin.DYNAMIC_OBJECT_SIZE);
            }
            case ASSUME_ALIGNED -> {
                if (!count(name, k, 2, 3)) return c.errorExpr(loc);
                return convert(a.get(0), types.voidPtr, name, 1);
            }
            case EXTRACT_RETURN_ADDR, FROB_RETURN_ADDR -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                TypedExpr p = convert(a.get(0), types.voidPtr, name, 1);
                return m.variant == 0 || p.type().isError() ? p : fold.convert(p, types.ulong, loc);
            }
            case SPECULATION_SAFE -> {
                if (!count(name, k, 1, 2)) return c.errorExpr(loc);
                // Speculation needs no barrier here; what a second operand does is done.
                return n == 2 && Expressions.sideEffects(a.get(1)) ? new TypedExpr.Comma(loc, a.get(0).type(), a.get(1), a.get(0)) : a.get(0);
            }
            case PREFETCH -> {
                if (!count(name, k, 1, 3)) return c.errorExpr(loc);
                TypedExpr p = convert(a.get(0), types.constVoidPtr, name, 1);
                TypedExpr rw = n > 1 ? a.get(1) : fold.integer(loc, types.int_, 0);
                TypedExpr locality = n > 2 ? a.get(2) : fold.integer(loc, types.int_, 3);
                if (!(rw instanceof IntConst) || !(locality instanceof IntConst)) {
                    c.error(loc, (rw instanceof IntConst ? "third" : "second") + " argument to '__builtin_prefetch' must be a constant");
                    return c.errorExpr(loc);
                }
                return p.type().isError() ? p : builtin(loc, types.void_, Builtin.PREFETCH, List.of(p, rw, locality));
            }
            case ALLOCA_WITH_ALIGN -> {
                if (!count(name, k, 2, 3)) return c.errorExpr(loc);
                TypedExpr s = convert(a.get(0), types.size, name, 1);
                if (!(a.get(1) instanceof IntConst)) {
                    c.error(loc, "second argument to function '__builtin_alloca_with_align' must be a constant integer power of 2 between '8' and '2147483648' bits");
                    return c.errorExpr(loc);
                }
                return s.type().isError() ? s : builtin(loc, types.voidPtr, Builtin.ALLOCA_WITH_ALIGN, List.of(s, a.get(1)));
            }
            case FRAME_ADDRESS, RETURN_ADDRESS -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                if (!(a.get(0) instanceof IntConst) || !a.get(0).type().isInteger()) {
                    c.error(loc, "invalid argument to '" + name + "'");
                    return c.errorExpr(loc);
                }
                return builtin(loc, types.voidPtr, m.builtin, a);
            }
            case SYNC_SYNCHRONIZE -> {
                return builtin(loc, types.void_, Builtin.THREAD_FENCE, List.of(fold.integer(loc, types.int_, 5)));
            }
            case THREAD_FENCE, SIGNAL_FENCE -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                return builtin(loc, types.void_, m.builtin, List.of(fold.integer(loc, types.int_, c.atomics.order(a.get(0)))));
            }
            case SYNC_FETCH, SYNC_OP_FETCH, ATOMIC_FETCH, ATOMIC_OP_FETCH, SYNC_BOOL_CAS, SYNC_VAL_CAS, SYNC_LOCK_TEST_AND_SET, SYNC_LOCK_RELEASE,
                    ATOMIC_LOAD_N, ATOMIC_LOAD, ATOMIC_STORE_N, ATOMIC_STORE, ATOMIC_EXCHANGE_N, ATOMIC_EXCHANGE, ATOMIC_COMPARE_EXCHANGE_N,
                    ATOMIC_COMPARE_EXCHANGE, ATOMIC_TEST_AND_SET, ATOMIC_CLEAR -> {
                return c.atomics.atomic(name, m, k, a);
            }
            case ATOMIC_ALWAYS_LOCK_FREE, ATOMIC_IS_LOCK_FREE -> {
                if (!count(name, k, 2, 2)) return c.errorExpr(loc);
                boolean free = a.get(0) instanceof IntConst s && Long.bitCount(s.low()) == 1 && s.low() <= types.target.maxAtomicBytes() && s.low() > 0;
                return new IntConst(loc, types.bool, free ? 1 : 0, 0);
            }
            case COMPLEX -> {
                if (!count(name, k, 2, 2)) return c.errorExpr(loc);
                if (!(a.get(0).type().strip() instanceof BasicType b) || !b.kind.floating || a.get(1).type().strip() != b) {
                    c.error(loc, "'__builtin_complex' operand not of real binary floating-point type");
                    return c.errorExpr(loc);
                }
                return new TypedExpr.MakeComplex(loc, types.complex(b), a.get(0), a.get(1));
            }
            case SHUFFLE -> {
                return bad(a.toArray(TypedExpr[]::new)) ? c.errorExpr(loc) : c.shuffles.shuffle(name, k, a);
            }
            case SHUFFLEVECTOR -> {
                return !count(name, k, 3, Integer.MAX_VALUE) || bad(a.toArray(TypedExpr[]::new)) ? c.errorExpr(loc) : c.shuffles.shuffleVector(name, k, a);
            }
            case CLEAR_PADDING -> {
                if (!count(name, k, 1, 1)) return c.errorExpr(loc);
                CType t = a.get(0).type().pointee();
                if (t == null) {
                    c.error(loc, "argument 1 in call to function '" + name + "' does not have pointer type");
                    return c.errorExpr(loc);
                }
                if (!t.isComplete()) {
                    c.error(loc, "argument 1 in call to function '" + name + "' points to incomplete type");
                    return c.errorExpr(loc);
                }
                if (t.isConst()) {
                    c.error(loc, "argument 1 in call to function '" + name + "' has pointer to 'const' type (" + c.q(a.get(0).type()) + ")");
                    return c.errorExpr(loc);
                }
                return builtin(loc, types.void_, m.builtin, a);
            }
            case VA_ARG_PACK, VA_ARG_PACK_LEN -> {
                FunctionSymbol f = c.fn == null ? null : c.fn.symbol;
                if (f == null || !(f.alwaysInline || f.gnuExternInline) || !f.functionType().variadic) {
                    c.error(loc, "invalid use of '" + name + " ()'");
                    return c.errorExpr(loc);
                }
                return builtin(loc, types.int_, m.builtin, List.of());
            }
            case NEXT_ARG, SAVEREGS -> {
                return builtin(loc, types.void_.pointer(), m.builtin, List.of());
            }
            case APPLY_ARGS, APPLY, RETURN -> {
                c.sorry(loc, name);
                return c.errorExpr(loc);
            }
            default -> {
                FunctionType t = c.library.signature(m.builtin.signature, false, null);
                if (n < t.params.size() || n > t.params.size() && !t.variadic) {
                    c.error(loc, "too " + (n < t.params.size() ? "few" : "many") + " arguments to function '" + name + "'");
                    return c.errorExpr(loc);
                }
                List<TypedExpr> v = new ArrayList<>();
                for (int i = 0; i < n; i++) v.add(i < t.params.size() ? convert(a.get(i), t.params.get(i), name, i + 1) : a.get(i));
                for (TypedExpr e : v) if (e.type().isError()) return e;
                return builtin(loc, t.result, m.builtin, v);
            }
        }
    }

    // ---- the target's own ----

    private TypedExpr target(TargetOperation o, Expr.Call k) {
        int loc = k.loc();
        TargetOperation.Shape[] s = o.shapes();
        List<TypedExpr> a = values(k);
        if (a == null || !count(o.name, k, s.length - 1, s.length - 1)) return c.errorExpr(loc);
        List<TypedExpr> v = new ArrayList<>(a.size());
        for (int i = 1; i < s.length; i++) {
            TypedExpr e = convert(a.get(i - 1), type(s[i]), o.name, i);
            if (e.type().isError()) return e;
            if (s[i].bits() > 0 && (e instanceof IntConst n ? !o.admits(i, n.low()) : c.options.optimize() == 0)) {
                c.error(loc, o.immediateError(i));
                return c.errorExpr(loc);
            }
            v.add(e);
        }
        return new TypedExpr.TargetCall(loc, type(s[0]), o, v);
    }

    private CType type(TargetOperation.Shape s) {
        CType e = switch (s.kind()) {
            case 'c' -> types.char_;
            case 'b' -> types.uchar;
            case 's' -> types.short_;
            case 'w' -> types.ushort;
            case 'i', 'x' -> types.int_;
            case 'u' -> types.uint;
            case 'l' -> types.llong;
            case 'q' -> types.ullong;
            case 'f' -> types.float_;
            case 'd' -> types.double_;
            case 'p' -> types.voidPtr;
            case 'k' -> types.constVoidPtr;
            default -> types.void_;
        };
        return s.lanes() == 1 ? e : new VectorType(e, s.lanes(), s.lanes() * (int) e.size());
    }

    static boolean bad(TypedExpr... es) {
        for (TypedExpr e : es) if (e.type().isError()) return true;
        return false;
    }

    TypedExpr convert(TypedExpr v, CType t, String name, int number) {
        return c.conv.argument(v, t, new Conversions.Argument(number, null, name, 0), v.loc());
    }

    // ---- folding ----

    private TypedExpr bits(int loc, Builtin b, IntConst k, int width, TypedExpr v) {
        long x = width == 64 ? k.low() : k.low() & 0xffffffffL;
        long r = switch (b) {
            case CLZ -> x == 0 ? -1 : Long.numberOfLeadingZeros(x) - (64 - width);
            case CTZ -> x == 0 ? -1 : Long.numberOfTrailingZeros(x);
            case POPCOUNT -> Long.bitCount(x);
            case PARITY -> Long.bitCount(x) & 1;
            case FFS -> x == 0 ? 0 : Long.numberOfTrailingZeros(x) + 1;
            default -> {
                long s = k.low();
                yield Long.numberOfLeadingZeros(s < 0 ? ~s : s) - (64 - width) - 1;
            }
        };
        return r < 0 && (b == Builtin.CLZ || b == Builtin.CTZ) ? builtin(loc, types.int_, b, List.of(v)) : fold.integer(loc, types.int_, r);
    }

    private static int classify(Builtin b, SoftFloat v, SoftFloat.Format f) {
        return switch (b) {
            case ISNAN -> v.isNaN() ? 1 : 0;
            case ISINF -> v.isInfinite() ? 1 : 0;
            case ISINF_SIGN -> v.isInfinite() ? v.isNegative() ? -1 : 1 : 0;
            case ISFINITE -> v.isNaN() || v.isInfinite() ? 0 : 1;
            case SIGNBIT -> v.isNegative() ? 1 : 0;
            default -> {
                if (v.isNaN() || v.isInfinite() || v.isZero()) yield 0;
                SoftFloat least = SoftFloat.parse("0x1p" + f.minExponent, SoftFloat.Format.QUAD);
                yield v.abs().compare(least) >= 0 ? 1 : 0;
            }
        };
    }

    private static int classify(CType t) {
        CType s = t.strip();
        if (s instanceof BasicType b) return b.kind == BasicType.Kind.VOID ? 0 : b.kind.floating ? 8 : 1;
        if (s instanceof EnumType) return 1;
        if (s instanceof PointerType) return 5;
        if (s instanceof ComplexType) return 9;
        if (s instanceof FunctionType) return 10;
        if (s instanceof RecordType r) return r.union ? 13 : 12;
        if (s instanceof ArrayType) return 14;
        return -1;
    }

    private TypedExpr nan(String name, Meaning m, Expr.Call k, List<TypedExpr> a) {
        if (!count(name, k, 1, 1)) return c.errorExpr(k.loc());
        CType t = floatType(m.variant);
        TypedExpr s = LibraryCalls.stringOf(a.get(0));
        BigInteger payload = BigInteger.ZERO;
        if (s instanceof TypedExpr.StringLiteral lit) {
            String text = new String(lit.data().bytes(), 0, lit.data().bytes().length - 1, java.nio.charset.StandardCharsets.ISO_8859_1);
            try {
                if (text.startsWith("0x") || text.startsWith("0X")) payload = new BigInteger(text.substring(2), 16);
                else if (text.startsWith("0") && text.length() > 1) payload = new BigInteger(text, 8);
                else if (!text.isEmpty()) payload = new BigInteger(text);
            } catch (NumberFormatException x) {
                payload = BigInteger.ZERO;
            }
            return fold.floating(k.loc(), t, SoftFloat.nan(payload, m.builtin == Builtin.NANS, Fold.format(t)));
        }
        TypedExpr p = convert(a.get(0), types.constCharPtr, name, 1);
        return p.type().isError() ? p : new TypedExpr.Comma(k.loc(), t, p, fold.floating(k.loc(), t, SoftFloat.NAN));
    }

    private TypedExpr constantP(String name, Expr.Call k) {
        if (!count(name, k, 1, 1)) return c.errorExpr(k.loc());
        c.unevaluated++;
        TypedExpr v = c.exprs.valueOf(k.args().get(0));
        c.unevaluated--;
        if (v.type().isError()) return v;
        boolean constant = v instanceof IntConst || v instanceof FloatConst || LibraryCalls.stringOf(v) != null;
        if (constant) return fold.integer(k.loc(), types.int_, 1);
        if (Expressions.sideEffects(v) || c.fn == null || c.options.optimize() == 0 || !v.type().isScalar() || v.type().isPointer()) return fold.integer(k.loc(), types.int_, 0);
        return builtin(k.loc(), types.int_, Builtin.CONSTANT_P, List.of(v));
    }

    // ---- sizes of objects ----

    /** The answer where the expression gives it; else the optimiser's, or that nothing is known. */
    private TypedExpr objectSize(int loc, TypedExpr p, int kind, boolean dynamic) {
        long unknown = kind < 2 ? -1 : 0;
        long known = objectSize(p, kind);
        if (known >= 0) return fold.integer(loc, types.size, known);
        if (c.fn == null || c.options.optimize() == 0 || !p.type().isPointer() || Expressions.sideEffects(p)) return fold.integer(loc, types.size, unknown);
        if ((kind & 1) != 0) c.consumer.asksSubobjectSize();
        return builtin(loc, types.size, Builtin.OBJECT_SIZE, List.of(p, fold.integer(loc, types.int_, kind + (dynamic ? 4 : 0))));
    }

    /** Of a named object or string literal, or a member of one; -1 if it is anything else. */
    private long objectSize(TypedExpr p, int kind) {
        while (p instanceof TypedExpr.Convert k && k.kind() == TypedExpr.Conversion.POINTER_TO_POINTER) p = k.operand();
        if (p instanceof TypedExpr.PointerAdd add && add.index() instanceof IntConst n && add.scaleExpr() == null && !add.subtract() && n.low() >= 0) {
            long base = objectSize(add.pointer(), kind);
            return base < 0 ? base : Math.max(0, base - n.low() * add.scale());
        }
        if (!(p instanceof TypedExpr.AddressOf a)) return -1;
        TypedExpr l = a.lvalue();
        long part = (kind & 1) != 0 && l instanceof TypedExpr.Member && l.type().isComplete() && !l.type().isVla() ? l.type().size() : Long.MAX_VALUE;
        long offset = 0;
        while (l instanceof TypedExpr.Member m) {
            offset += m.field().offset;
            l = m.base();
        }
        long whole = switch (l) {
            case TypedExpr.VarRef v when v.variable().type.isComplete() && !v.variable().type.isVla() && !endsFlexibly(v.variable().type) -> v.variable().type.size();
            case TypedExpr.StringLiteral s -> s.data().bytes().length;
            case TypedExpr.CompoundLiteral k -> k.object().type.size();
            default -> -1;
        };
        return whole < 0 ? -1 : Math.min(part, Math.max(0, whole - offset));
    }

    /** An initialiser may make the object larger than the type. */
    private static boolean endsFlexibly(CType t) {
        if (!(t.strip() instanceof RecordType r) || r.fields.isEmpty()) return false;
        CType last = r.fields.getLast().type;
        return last.strip() instanceof ArrayType a ? a.length <= 0 : endsFlexibly(last);
    }

    // ---- variable arguments ----

    /** The address of a va_list, or null after reporting. */
    TypedExpr vaList(Expr e, int loc, String message) {
        TypedExpr l = c.exprs.expr(e);
        if (l.type().isError()) return null;
        CType want = types.vaList.strip();
        if (want instanceof ArrayType a) {
            // The array itself, or a parameter that was one and is a pointer now.
            TypedExpr v = c.conv.value(l);
            if (v.type().isPointer() && types.compatibleUnqualified(v.type().pointee(), a.element)) return v;
        } else if (types.compatibleUnqualified(l.type(), want) && l.isLvalue()) {
            return c.unary.addressOf(loc, l);
        }
        c.error(loc, message);
        return null;
    }

    private TypedExpr vaStart(String name, Expr.Call k) {
        int loc = k.loc();
        if (k.args().isEmpty()) {
            c.error(loc, "too few arguments to function 'va_start'");
            return c.errorExpr(loc);
        }
        TypedExpr l = vaList(k.args().get(0), loc, "first argument to '__builtin_va_start' not of type 'va_list'");
        if (k.args().size() > 1) {
            TypedExpr last = c.exprs.expr(k.args().get(1));
            if (!(last instanceof TypedExpr.VarRef v && c.fn != null && v.variable() == c.fn.lastParam) && !last.type().isError() && c.fn != null && c.fn.variadic && !(last instanceof IntConst)) {
                c.warn(loc, "varargs", "second parameter of 'va_start' not last named argument");
            }
            if (last instanceof TypedExpr.VarRef v) v.variable().used = true;
        }
        if (c.fn == null || !c.fn.variadic) {
            c.error(loc, "'va_start' used in function with fixed arguments");
            return c.errorExpr(loc);
        }
        return l == null ? c.errorExpr(loc) : builtin(loc, types.void_, Builtin.VA_START, List.of(l));
    }
}
