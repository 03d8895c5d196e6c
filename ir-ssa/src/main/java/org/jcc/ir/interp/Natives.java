package org.jcc.ir.interp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcc.ir.AbiType;
import org.jcc.ir.Alias;
import org.jcc.ir.Function;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * The border to native code through java.lang.foreign: downcalls to the C library by the call's C signature, and entry points
 * (upcalls) for interpreted functions whose address is taken.
 *
 * <p>Structures by value are described to the linker as fields of the same class in each eightbyte (psABI 3.2.3), for that is all
 * that matters to the convention. {@code long double} and {@code __int128} have no layout there: calls that need one trap.
 */
final class Natives {
    private static final Linker LINKER = Linker.nativeLinker();

    private record Shape(FunctionDescriptor descriptor, int fixed) {}

    private final Interpreter interpreter;
    private final Arena arena;
    private final Map<Shape, MethodHandle> handles = new HashMap<>();
    private final List<SymbolLookup> libraries = new ArrayList<>();

    Natives(Interpreter interpreter, Arena arena) {
        this.interpreter = interpreter;
        this.arena = arena;
        libraries.add(LINKER.defaultLookup());
        for (String name : new String[] {"libc.so.6", "libm.so.6"}) {
            try {
                libraries.add(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException e) {
                // This C library has another name or is one file: the default lookup serves.
            }
        }
    }

    /** The address of a symbol of the C library; 0 if there is none and {@code optional}. */
    long lookup(String name, boolean optional) {
        for (SymbolLookup l : libraries) {
            Optional<MemorySegment> m = l.find(name);
            if (m.isPresent()) return m.get().address();
        }
        if (optional) return 0;
        throw new Trap("undefined symbol " + name);
    }

    /** An IFUNC alias: what its resolver returns. */
    long resolve(Alias a) {
        return interpreter.callResolver(a);
    }

    /** Memory that costs nothing until it is touched. */
    long malloc(long bytes) {
        try {
            long a = (long) MALLOC.invokeExact(bytes);
            if (a == 0) throw new OutOfMemoryError("stack of the interpreted program");
            return a;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static final MethodHandle MALLOC = LINKER.downcallHandle(LINKER.defaultLookup().find("malloc").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = LINKER.downcallHandle(LINKER.defaultLookup().find("free").orElseThrow(),
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

    // ---- layouts ----

    private static MemoryLayout layout(AbiType t) {
        return switch (t) {
            case AbiType.Scalar s -> scalar(s.type());
            case AbiType.Aggregate a -> aggregate(a);
            default -> throw new Trap("no native layout of " + t);
        };
    }

    private static ValueLayout scalar(Type t) {
        if (t == Type.F32) return ValueLayout.JAVA_FLOAT;
        if (t == Type.F64) return ValueLayout.JAVA_DOUBLE;
        if (t.isInt() && t.bits <= 32) return ValueLayout.JAVA_INT;
        if (t == Type.I64 || t.isPtr()) return ValueLayout.JAVA_LONG;
        throw new Trap("native call with a value of type " + t);
    }

    private static final int NONE = 0, INTEGER = 1, FLOAT = 2, DOUBLE = 3;

    /** Fields of the same classes, at the same places, as the structure's. */
    private static MemoryLayout aggregate(AbiType.Aggregate a) {
        int words = (int) ((a.size() + 7) / 8);
        int[] kind = new int[words];
        if (a.size() <= 16) classify(a, 0, kind);
        else java.util.Arrays.fill(kind, INTEGER);
        int unit = Math.max(1, Math.min(8, a.align()));
        List<MemoryLayout> fields = new ArrayList<>();
        for (long at = 0; at < a.size(); ) {
            int k = kind[(int) (at / 8)];
            if (k == DOUBLE) {
                fields.add(ValueLayout.JAVA_DOUBLE);
                at += 8;
            } else if (k == FLOAT) {
                fields.add(ValueLayout.JAVA_FLOAT);
                at += 4;
            } else {
                ValueLayout v = unit == 8 ? ValueLayout.JAVA_LONG : unit == 4 ? ValueLayout.JAVA_INT : unit == 2 ? ValueLayout.JAVA_SHORT : ValueLayout.JAVA_BYTE;
                fields.add(v);
                at += unit;
            }
        }
        return MemoryLayout.structLayout(fields.toArray(new MemoryLayout[0]));
    }

    private static void classify(AbiType t, long offset, int[] kind) {
        switch (t) {
            case AbiType.Void v -> { }
            case AbiType.Scalar s -> {
                if (s.type().size > 8) throw new Trap("native call with a structure that holds " + s.type());
                int k = s.type() == Type.F32 ? FLOAT : s.type() == Type.F64 ? DOUBLE : INTEGER;
                int w = (int) (offset / 8);
                kind[w] = kind[w] == NONE || kind[w] == k ? k : INTEGER;
            }
            case AbiType.Array x -> {
                for (long i = 0; i < x.count(); i++) classify(x.element(), offset + i * x.elementSize(), kind);
            }
            case AbiType.Aggregate x -> {
                for (AbiType.Field f : x.fields()) if (f.bitWidth() != 0) classify(f.type(), offset + f.offset(), kind);
            }
        }
    }

    private static FunctionDescriptor descriptor(Signature s) {
        MemoryLayout[] params = new MemoryLayout[s.params().size()];
        for (int i = 0; i < params.length; i++) params[i] = layout(s.params().get(i));
        boolean nothing = s.result() instanceof AbiType.Void || s.result() instanceof AbiType.Aggregate a && a.size() == 0;
        return nothing ? FunctionDescriptor.ofVoid(params) : FunctionDescriptor.of(layout(s.result()), params);
    }

    // ---- downcalls ----

    /**
     * Calls native code.
     *
     * @param lo      arguments: words, or addresses of aggregates
     * @param storage where an aggregate result goes
     * @return the result's word
     */
    long call(long address, Signature s, long[] lo, long storage) {
        if (s.params().stream().anyMatch(p -> p instanceof AbiType.Aggregate a && a.size() == 0)) throw new Trap("native call with an empty structure");
        if (s.params().size() > 200) throw new Trap("native call with " + s.params().size() + " arguments");
        FunctionDescriptor d = descriptor(s);
        Shape shape = new Shape(d, s.variadic() ? s.fixed() : -1);
        MethodHandle h;
        synchronized (handles) {
            h = handles.computeIfAbsent(shape, k -> {
                MethodHandle raw = k.fixed >= 0 ? LINKER.downcallHandle(k.descriptor, Linker.Option.firstVariadicArg(k.fixed)) : LINKER.downcallHandle(k.descriptor);
                return raw.asSpreader(Object[].class, raw.type().parameterCount()).asType(MethodType.methodType(Object.class, Object[].class));
            });
        }
        boolean structResult = d.returnLayout().isPresent() && s.result() instanceof AbiType.Aggregate;
        Object[] args = new Object[lo.length + 1 + (structResult ? 1 : 0)];
        int n = 0;
        args[n++] = MemorySegment.ofAddress(address);
        try (Arena temporary = Arena.ofConfined()) {
            if (structResult) args[n++] = (SegmentAllocator) temporary;
            for (int i = 0; i < lo.length; i++) args[n++] = argument(s.params().get(i), lo[i]);
            Object r;
            try {
                r = (Object) h.invokeExact(args);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            interpreter.rethrow();
            if (structResult) {
                MemorySegment m = (MemorySegment) r;
                Memory.copy(storage, m.address(), ((AbiType.Aggregate) s.result()).size());
                return 0;
            }
            return r == null ? 0 : word(r);
        }
    }

    private static Object argument(AbiType t, long v) {
        if (t instanceof AbiType.Aggregate a) return MemorySegment.ofAddress(v).reinterpret(a.size());
        AbiType.Scalar s = (AbiType.Scalar) t;
        if (s.type() == Type.F32) return Float.intBitsToFloat((int) v);
        if (s.type() == Type.F64) return Double.longBitsToDouble(v);
        if (s.type().isInt() && s.type().bits <= 32) {
            int bits = s.type().bits;
            return s.signed() || bits == 32 ? (int) v : (int) (v & (1L << bits) - 1);
        }
        return v;
    }

    static long word(Object o) {
        return switch (o) {
            case Integer i -> i;
            case Long l -> l;
            case Float f -> Integer.toUnsignedLong(Float.floatToRawIntBits(f));
            case Double d -> Double.doubleToRawLongBits(d);
            default -> throw new IllegalStateException(String.valueOf(o));
        };
    }

    // ---- upcalls ----

    private static final MethodHandle ENTER;

    static {
        try {
            ENTER = MethodHandles.lookup().findVirtual(Natives.class, "enter", MethodType.methodType(Object.class, Function.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A native entry point for the function; functions that native code cannot call get an address of their own all the same. */
    long entry(Function f) {
        FunctionDescriptor d;
        try {
            d = descriptor(f.signature);
        } catch (Trap t) {
            return arena.allocate(16, 16).address();
        }
        if (f.signature.variadic() || d.argumentLayouts().size() > 200 || d.argumentLayouts().stream().anyMatch(l -> l.byteSize() == 0)) return arena.allocate(16, 16).address();
        MethodHandle h = MethodHandles.insertArguments(ENTER, 0, this, f);
        MethodType type = d.toMethodType();
        h = h.asCollector(Object[].class, type.parameterCount()).asType(type);
        return LINKER.upcallStub(h, d, arena).address();
    }

    private Object enter(Function f, Object[] args) {
        Signature s = f.signature;
        long[] lo = new long[args.length];
        for (int i = 0; i < args.length; i++) {
            if (args[i] instanceof MemorySegment m) lo[i] = m.address();
            else lo[i] = narrow(s.params().get(i), word(args[i]));
        }
        AbiType r = s.result();
        try {
            if (r instanceof AbiType.Aggregate a) {
                MemorySegment storage = Arena.ofAuto().allocate(Math.max(1, a.size()), 16);
                interpreter.callFromNative(f, lo, storage.address());
                return storage;
            }
            long v = interpreter.callFromNative(f, lo, 0);
            if (!(r instanceof AbiType.Scalar x)) return null;
            if (x.type() == Type.F32) return Float.intBitsToFloat((int) v);
            if (x.type() == Type.F64) return Double.longBitsToDouble(v);
            if (x.type().isInt() && x.type().bits <= 32) return argument(x, v);
            return v;
        } catch (RuntimeException | Error e) {
            // Nothing may pass through native frames: the downcall below throws it again.
            interpreter.pending(e);
            if (!(r instanceof AbiType.Scalar x)) return null;
            if (x.type() == Type.F32) return 0f;
            if (x.type() == Type.F64) return 0.0;
            if (x.type().isInt() && x.type().bits <= 32) return 0;
            return 0L;
        }
    }

    private static long narrow(AbiType t, long v) {
        return t instanceof AbiType.Scalar s && s.type().isInt() ? org.jcc.ir.Fold.normal(s.type().bits, v) : v;
    }
}
