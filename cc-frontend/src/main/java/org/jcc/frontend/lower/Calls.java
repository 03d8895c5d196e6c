package org.jcc.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.VectorType;
import org.jcc.ir.AbiType;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Calls. Arguments and result keep their C shape in the call's signature; a record is passed by the address at which its
 * value stands when the call is made, its result goes to storage whose address is the first argument.
 *
 * <p>A few library functions are operations of the IR when the program means the library's: copying and setting memory,
 * absolute values, and square roots where errno does not matter.
 */
final class Calls {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;

    Calls(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
    }

    /**
     * Lowers a call. Gives the result: of a record or complex number the address of its storage, which is {@code storage} if
     * not null; null for void.
     */
    Inst call(TypedExpr.Call c, Inst storage) {
        return call(c, storage, false);
    }

    /** A call whose result is a vector, as which it is returned. */
    Inst vector(TypedExpr.Call c) {
        return call(c, null, true);
    }

    private Inst call(TypedExpr.Call c, Inst storage, boolean direct) {
        FunctionType type = c.signature();
        Inst callee = c.function() == null ? expressions.value(c.pointer()) : null;
        boolean pack = !c.args().isEmpty() && c.args().getLast() instanceof TypedExpr.BuiltinCall x && x.builtin() == Builtin.VA_ARG_PACK;
        List<Argument> args = arguments(pack ? c.args().subList(0, c.args().size() - 1) : c.args());
        Inst chain = c.chain() == null ? null : expressions.value(c.chain());
        b.loc = c.loc();
        if (c.function() != null) {
            Inst known = chain != null ? null : operation(c, args);
            if (known != null) return known;
            callee = f.symbol(fn.unit.symbol(c.function()), 0);
        }
        CType resultType = c.type();
        boolean inMemory = Shapes.inMemory(resultType);
        List<AbiType> shapesOf = new ArrayList<>(args.size());
        boolean nested = chain != null || c.function() != null && c.function().nestedIn != null;
        Inst[] values = new Inst[args.size() + (inMemory ? 1 : 0) + (nested ? 1 : 0)];
        int n = 0;
        Inst target = null;
        if (inMemory) {
            if (storage != null && isKnown(storage, args)) target = storage;
            if (storage == null || target != null) storage = expressions.memory.temporary(resultType);
            values[n++] = storage;
        }
        for (Argument a : args) {
            shapesOf.add(a.shape());
            values[n++] = a.value();
        }
        if (nested) {
            shapesOf.add(Shapes.POINTER);
            values[n] = chain != null ? chain : fn.frameOf(c.function().nestedIn);
        }
        int fixed = type.prototype ? Math.min(type.params.size(), args.size()) : 0;
        Signature s = new Signature(shapes.abi(resultType), shapesOf, fixed, type.variadic, !type.prototype, nested ? Nest.CONVENTION : Shapes.convention(type));
        int attributes = attributes(c.function(), type);
        if (pack) attributes |= CallInfo.VA_ARG_PACK;
        // Operands that are addresses: such a call reads its arguments' storage, and writes its result's.
        if (inMemory) attributes &= ~(CallInfo.PURE | CallInfo.CONST);
        for (AbiType a : shapesOf) if (!(a instanceof AbiType.Scalar) && (attributes & CallInfo.CONST) != 0) attributes = attributes & ~CallInfo.CONST | CallInfo.PURE;
        boolean vector = !inMemory && resultType.isVector();
        Type t = inMemory || resultType.isVoid() ? Type.VOID : vector ? Shapes.vectorType((VectorType) resultType.strip()) : shapes.ir(resultType);
        Inst call = b.call(new CallInfo(s, attributes), t, callee, values);
        if ((attributes & CallInfo.RETURNS_TWICE) != 0) f.attributes |= Function.CALLS_SETJMP;
        fn.cleanups.guard(call);
        if (target != null) expressions.memory.copy(Place.of(target, resultType), Place.of(storage, resultType));
        if ((attributes & CallInfo.NORETURN) != 0) fn.unreachable();
        if (vector && direct) return call;
        if (vector) return expressions.vectors.received(call, resultType);
        if (Halves.is(resultType)) return expressions.halves.received(call);
        return target != null ? target : inMemory ? storage : t == Type.VOID ? null : call;
    }

    /** The address of the local variable has gone where the function that is called may find it: {@code S x = f(&x)}. */
    private static boolean isKnown(Inst storage, List<Argument> args) {
        Inst root = root(storage);
        if (root.op != Op.ALLOCA) return false;
        for (Argument a : args) if (a.value().type.isPtr() && root(a.value()) == root) return true;
        return leaks(root);
    }

    private static boolean leaks(Inst p) {
        for (int u = 0; u < p.useCount(); u++) {
            Inst user = p.user(u);
            switch (user.op) {
                case LOAD, MEMSET, MEMCPY, MEMMOVE -> { }
                case STORE -> {
                    if (p.userSlot(u) != 0) return true;
                }
                case PTRADD -> {
                    if (leaks(user)) return true;
                }
                default -> {
                    return true;
                }
            }
        }
        return false;
    }

    private static Inst root(Inst p) {
        while (p.op == Op.PTRADD) p = p.arg(0);
        return p;
    }

    private static int attributes(FunctionSymbol s, FunctionType type) {
        int a = type.noreturn ? CallInfo.NORETURN : 0;
        if (s == null) return a;
        if (s.noreturn) a |= CallInfo.NORETURN;
        if (s.returnsTwice || returnsTwice(s.asmName)) a |= CallInfo.RETURNS_TWICE;
        if (s.pure) a |= CallInfo.PURE;
        if (s.constant) a |= CallInfo.CONST;
        if (s.nothrow || s.leaf) a |= CallInfo.NOTHROW;
        if (s.cold) a |= CallInfo.COLD;
        if (s.malloc) a |= CallInfo.MALLOC_LIKE;
        return a;
    }

    /** The names that gcc knows (special_function_p). */
    private static boolean returnsTwice(String name) {
        return switch (name) {
            case "setjmp", "_setjmp", "__setjmp", "sigsetjmp", "__sigsetjmp", "savectx", "vfork", "__vfork", "getcontext" -> true;
            default -> false;
        };
    }

    // ---- library functions that are operations ----

    private Inst operation(TypedExpr.Call c, List<Argument> args) {
        FunctionSymbol s = c.function();
        if (!s.library || !fn.options.builtins || s.defined && s.emission() == FunctionSymbol.Emission.NORMAL) return null;
        String name = s.name.startsWith("__builtin_") ? s.name.substring(10) : s.name;
        switch (name) {
            case "memcpy", "memmove" -> {
                if (!are(c, args, "ppi")) return null;
                Inst to = args.get(0).value();
                b.emit(name.equals("memcpy") ? Op.MEMCPY : Op.MEMMOVE, Type.VOID, to, args.get(1).value(), expressions.resize(args.get(2).value(), Type.I64, false));
                return to;
            }
            case "memset" -> {
                if (!are(c, args, "pii")) return null;
                Inst to = args.get(0).value();
                b.emit(Op.MEMSET, Type.VOID, to, expressions.resize(args.get(1).value(), Type.I8, false), expressions.resize(args.get(2).value(), Type.I64, false));
                return to;
            }
            case "fabs", "fabsf", "fabsl" -> {
                return are(c, args, "v") ? b.unary(Op.FABS, args.get(0).value()) : null;
            }
            case "copysign", "copysignf", "copysignl" -> {
                return are(c, args, "vv") ? b.binary(Op.FCOPYSIGN, args.get(0).value(), args.get(1).value()) : null;
            }
            case "abs", "labs", "llabs", "imaxabs" -> {
                return are(c, args, "v") ? b.unary(Op.ABS, args.get(0).value()) : null;
            }
            case "floor", "floorf", "floorl", "ceil", "ceilf", "ceill", "trunc", "truncf", "truncl", "rint", "rintf", "rintl" -> {
                if (f.is(Function.OPT_NONE) || !are(c, args, "v")) return null;
                Op rounding = switch (name.charAt(0)) {
                    case 'f' -> Op.FFLOOR;
                    case 'c' -> Op.FCEIL;
                    case 't' -> Op.FTRUNCI;
                    default -> Op.FRINT;
                };
                return expressions.floating(b.unary(rounding, args.get(0).value()));
            }
            case "fma", "fmaf", "fmal" -> {
                if (f.is(Function.OPT_NONE) || !are(c, args, "vvv")) return null;
                return expressions.floating(b.emit(Op.FMA, args.get(0).value().type, args.get(0).value(), args.get(1).value(), args.get(2).value()));
            }
            case "sqrt", "sqrtf", "sqrtl" -> {
                return fn.options.noMathErrno && are(c, args, "v") ? expressions.floating(b.unary(Op.FSQRT, args.get(0).value())) : null;
            }
            default -> {
                return null;
            }
        }
    }

    /** The arguments are of these kinds: p a pointer, i an integer, v what the call gives. Without a prototype they may be anything. */
    private boolean are(TypedExpr.Call c, List<Argument> args, String kinds) {
        if (args.size() != kinds.length()) return false;
        for (int i = 0; i < kinds.length(); i++) {
            Type t = args.get(i).value().type;
            if (kinds.charAt(i) == 'p' ? !t.isPtr() : kinds.charAt(i) == 'i' ? !t.isInt() : t != shapes.ir(c.type())) return false;
        }
        return true;
    }

    // ---- calls of the compiler's own ----

    private static AbiType shape(Type t) {
        return t == Type.VOID ? AbiType.VOID : new AbiType.Scalar(t, t == Type.I32);
    }

    private Inst emit(String name, AbiType result, Type type, int attributes, Inst[] values, int firstShape) {
        List<AbiType> params = new ArrayList<>();
        for (int i = firstShape; i < values.length; i++) params.add(shape(values[i].type));
        Signature s = new Signature(result, params, false, false);
        Inst call = b.call(new CallInfo(s, attributes), type, f.symbol(fn.unit.module.declare(name, s), 0), values);
        return type == Type.VOID ? null : call;
    }

    /** Calls a function of the runtime or C library with scalars. */
    Inst library(String name, Type result, Inst... args) {
        return emit(name, shape(result), result, CallInfo.NOTHROW, args, 0);
    }

    /** The same with {@link CallInfo}'s attributes. */
    Inst library(String name, Type result, int attributes, Inst... args) {
        if ((attributes & CallInfo.RETURNS_TWICE) != 0) f.attributes |= Function.CALLS_SETJMP;
        return emit(name, shape(result), result, attributes, args, 0);
    }

    /** Calls a function of the runtime that returns a complex number to {@code storage}. */
    void runtimeComplex(String name, Inst storage, Inst... args) {
        Inst[] values = new Inst[args.length + 1];
        values[0] = storage;
        System.arraycopy(args, 0, values, 1, args.length);
        Type t = args[0].type;
        AbiType e = shape(t);
        AbiType result = new AbiType.Aggregate(AbiType.Aggregate.Kind.COMPLEX, 2L * t.size, t.align,
                List.of(new AbiType.Field(0, e, 0, -1), new AbiType.Field(t.size, e, 0, -1)));
        emit(name, result, Type.VOID, CallInfo.NOTHROW, values, 1);
    }

    // ---- arguments ----

    /** The value of an argument, and its shape. */
    record Argument(Inst value, AbiType shape) {}

    /** As it is passed: records and complex numbers by address, a transparent union as its first member. */
    Argument argument(TypedExpr e) {
        CType t = e.type();
        if (t.isComplex()) {
            Inst[] z = expressions.complexes.value(e);
            Place temp = Place.of(expressions.memory.temporary(t), t.unqualified());
            expressions.complexes.store(temp, z);
            return new Argument(temp.address(), shapes.abi(t));
        }
        Inst v = expressions.value(e);
        if (Halves.is(t)) return new Argument(expressions.halves.passed(v), shapes.abi(t));
        if (t.isVla()) {
            // A record of variable size is passed by the address of a copy.
            Place copy = Place.of(expressions.memory.temporary(t), t.unqualified());
            expressions.memory.copy(copy, Place.of(v, t.unqualified()));
            return new Argument(copy.address(), Shapes.POINTER);
        }
        if (t.isVector()) return new Argument(expressions.vectors.passed(v, t), shapes.abi(t));
        RecordType.Field first = Shapes.transparentMember(t);
        if (first != null && !first.type.isRecord()) v = expressions.memory.load(Place.of(v, first.type.unqualified(), t.align()));
        return new Argument(v, shapes.abiParam(t));
    }

    /** Evaluates arguments from the last to the first, as gcc does. */
    List<Argument> arguments(List<TypedExpr> args) {
        Argument[] values = new Argument[args.size()];
        boolean marks = expressions.marksSubobjects(fn.unit.marksSubobjects);
        for (int i = values.length - 1; i >= 0; i--) values[i] = argument(args.get(i));
        expressions.marksSubobjects(marks);
        return List.of(values);
    }
}
