package org.jcc.target.riscv64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.abi.Abi;
import org.jcc.ir.AbiType;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * The calling convention lp64d ("RISC-V ABIs Specification", chapter 2). Two words or less travel in a0 to a7, half of them on the stack
 * if only a7 is left; more goes by reference. Named floats, and structures that flatten to one or two scalars of which at least one is a
 * float, take fa0 to fa7. What stands for "..." is passed as integers; what is aligned to two words there starts at an even register.
 *
 * <p>{@code va_list} is a pointer: a variadic function stores its remaining argument registers right below its stack arguments, so that
 * all that is variadic lies in one row.
 */
final class RvAbi implements Abi {
    static final RvAbi INSTANCE = new RvAbi();

    private static final int REGS = 8;

    /** Integer registers and stack bytes that the named parameters use up. */
    private record State(int ints, int stack) {}

    /** A scalar of a flattened structure. */
    private record Leaf(Type type, int offset) {}

    /** The scalars of an object, or null if there are more than two or the object does not qualify. */
    private static List<Leaf> flatten(AbiType t) {
        List<Leaf> out = new ArrayList<>(3);
        return flatten(t, 0, out) && !out.isEmpty() ? out : null;
    }

    private static boolean flatten(AbiType t, long at, List<Leaf> out) {
        switch (t) {
            case AbiType.Void v -> { }
            case AbiType.Scalar s -> {
                if (s.type() == Type.I128 || s.type() == Type.F128 || s.type().isVector()) return false;
                out.add(new Leaf(s.type(), (int) at));
            }
            case AbiType.Array a -> {
                for (long i = 0; i < a.count() && a.elementSize() > 0; i++) {
                    if (out.size() > 2 || !flatten(a.element(), at + i * a.elementSize(), out)) return false;
                }
            }
            case AbiType.Aggregate a -> {
                if (a.kind() == AbiType.Aggregate.Kind.UNION) return false;
                for (AbiType.Field f : a.fields()) {
                    if (f.bitWidth() == 0) continue;
                    if (f.bitWidth() > 0) {
                        // A bit-field counts as an integer of its type's size.
                        out.add(new Leaf(((AbiType.Scalar) f.type()).type(), (int) (at + f.offset())));
                    } else if (!flatten(f.type(), at + f.offset(), out)) {
                        return false;
                    }
                }
            }
        }
        return out.size() <= 2;
    }

    /** Where the next value goes. Mutable while a signature is laid out. */
    private static final class Cursor {
        int ints;
        int floats;
        int stack;

        /** The place of a value; {@code named} false for what stands for "...". */
        Place place(AbiType t, boolean named) {
            long size = sizeOf(t);
            if (size == 0) return new Place(List.of(), false);
            if (named) {
                Place p = inFloats(t);
                if (p != null) return p;
            }
            if (size > 16) {
                Part p = ints < REGS ? new Part(Type.PTR, 0, 8, RvRegs.A0 + ints++, 0) : onStack(Type.PTR, 0, 8);
                return new Place(List.of(p), true);
            }
            boolean wide = alignOf(t) >= 16;
            if (wide && !named && (ints & 1) != 0 && ints < REGS) ints++;
            if (ints >= REGS && wide) stack = stack + 15 & -16;
            if (size > 8 || t instanceof AbiType.Aggregate) {
                if (ints >= REGS && t instanceof AbiType.Aggregate) {
                    Part whole = new Part(null, 0, (int) size, -1, stack);
                    stack += (int) size + 7 & -8;
                    return new Place(List.of(whole), false);
                }
                List<Part> parts = new ArrayList<>(2);
                for (int at = 0; at < size; at += 8) {
                    int bytes = (int) Math.min(8, size - at);
                    parts.add(ints < REGS ? new Part(Type.I64, at, bytes, RvRegs.A0 + ints++, 0) : onStack(Type.I64, at, bytes));
                }
                return new Place(parts, false);
            }
            Type r = registerType(((AbiType.Scalar) t).type());
            return new Place(List.of(ints < REGS ? new Part(r, 0, r.size, RvRegs.A0 + ints++, 0) : onStack(r, 0, r.size)), false);
        }

        private Part onStack(Type t, int offset, int bytes) {
            Part p = new Part(t, offset, bytes, -1, stack);
            stack += 8;
            return p;
        }

        private Place inFloats(AbiType t) {
            List<Leaf> leaves = flatten(t);
            if (leaves == null) return null;
            int f = 0;
            for (Leaf l : leaves) if (l.type.isFloat()) f++;
            if (f == 0 || floats + f > REGS || ints + leaves.size() - f > REGS) return null;
            List<Part> parts = new ArrayList<>(2);
            for (Leaf l : leaves) {
                if (l.type.isFloat()) parts.add(new Part(l.type, l.offset, l.type.size, RvRegs.FA0 + floats++, 0));
                else parts.add(new Part(registerType(l.type), l.offset, l.type.size, RvRegs.A0 + ints++, 0));
            }
            return new Place(parts, false);
        }
    }

    private static long sizeOf(AbiType t) {
        return switch (t) {
            case AbiType.Void v -> 0;
            case AbiType.Scalar s -> s.type().size;
            case AbiType.Aggregate a -> a.size();
            case AbiType.Array a -> throw new IllegalArgumentException("array by value");
        };
    }

    private static int alignOf(AbiType t) {
        return t instanceof AbiType.Aggregate a ? a.align() : t instanceof AbiType.Scalar s ? s.type().align : 1;
    }

    /** Narrow integers are extended to 32 bits, and those to the register by the sign, which is how registers hold them anyway; floats go as bits. */
    private static Type registerType(Type t) {
        if (t.isFloat()) return Type.integer(t.bits);
        return t.isInt() && t.bits < 32 ? Type.I32 : t;
    }

    private static final int STATIC_CHAIN = 7;

    @Override
    public Layout layout(Signature s, boolean call) {
        Cursor c = new Cursor();
        List<Part> result = List.of();
        Part resultAddress = null;
        Place r = new Cursor().place(s.result(), true);
        if (r.byReference()) resultAddress = new Part(Type.PTR, 0, 8, RvRegs.A0 + c.ints++, 0);
        else result = r.parts();
        List<Place> places = new ArrayList<>(s.params().size());
        for (int k = 0; k < s.params().size(); k++) {
            // t2 holds the static chain, the last parameter of the convention "nested".
            if (k == s.params().size() - 1 && s.convention().equals("nested")) places.add(new Place(List.of(new Part(Type.PTR, 0, 8, STATIC_CHAIN, -1)), false));
            else places.add(c.place(s.params().get(k), !s.variadic() || k < s.fixed()));
        }
        return new Layout(result, resultAddress, -1, places, null, c.stack + 15 & -16, new State(c.ints, c.stack));
    }

    @Override
    public String preserved(Signature s) {
        return "c";
    }

    @Override
    public Type extendTo() {
        return Type.I32;
    }

    // ---- variable arguments ----

    @Override
    public Object saveVariadic(Builder b, Function f, Layout layout, ParamTaker take) {
        State st = (State) layout.namedState();
        for (int i = st.ints; i < REGS; i++) b.store(incoming(b, (i - REGS) * 8L), take.take(Type.I64, RvRegs.A0 + i), 8, 0);
        return null;
    }

    /** An address relative to the incoming stack arguments. */
    private static Inst incoming(Builder b, long offset) {
        Inst a = b.emit(Op.INARG, Type.PTR);
        a.imm = offset;
        return a;
    }

    @Override
    public void vaStart(Builder b, Inst ap, Layout layout, Object saved) {
        State st = (State) layout.namedState();
        b.store(ap, incoming(b, st.ints < REGS ? (st.ints - REGS) * 8L : st.stack), 8, 0);
    }

    @Override
    public Inst vaArg(Builder b, Inst ap, AbiType type) {
        Function f = b.function;
        long size = sizeOf(type);
        Inst p = b.load(Type.PTR, ap, 8, 0);
        if (size <= 16 && alignOf(type) >= 16) {
            Inst bits = b.binary(Op.ADD, b.convert(Op.PTRTOINT, p, Type.I64), f.iconst(Type.I64, 15));
            p = b.convert(Op.INTTOPTR, b.binary(Op.AND, bits, f.iconst(Type.I64, -16)), Type.PTR);
        }
        long step = size > 16 ? 8 : size + 7 & -8;
        if (step > 0) b.store(ap, b.ptradd(p, step), 8, 0);
        return size > 16 ? b.load(Type.PTR, p, 8, 0) : p;
    }

    @Override
    public int vaListBytes() {
        return 8;
    }
}
