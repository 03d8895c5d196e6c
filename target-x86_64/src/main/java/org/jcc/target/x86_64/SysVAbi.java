package org.jcc.target.x86_64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.codegen.abi.Abi;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * The System V calling convention of x86-64 (psABI 3.2.3 parameter passing, 3.5.7 variable argument lists).
 *
 * <p>An object is classified by eightbytes: each gets the merged class of the scalars that lie in it. INTEGER eightbytes
 * go to the next of six general registers, SSE ones to the next of eight xmm registers, X87 results to st0 (and st1 for
 * {@code long double _Complex}); an object of class MEMORY, larger than two eightbytes, or for which not all registers are
 * left, stands in the argument area. Unaligned members make an object MEMORY.
 */
final class SysVAbi implements Abi {
    static final SysVAbi INSTANCE = new SysVAbi();

    private static final int RAX = 0, RDX = 2, XMM0 = 16, ST0 = 32;
    /** rdi rsi rdx rcx r8 r9. */
    private static final int[] INT_REGS = {7, 6, 2, 1, 8, 9};
    /** r10 holds the static chain, the last parameter of the convention "nested" (3.2.3). */
    private static final int STATIC_CHAIN = 10;
    private static final int SSE_REGS = 8;
    private static final int REG_SAVE_BYTES = INT_REGS.length * 8 + SSE_REGS * 16;
    /** Offsets in the va_list structure: gp_offset, fp_offset, overflow_arg_area, reg_save_area. */
    private static final int GP_OFFSET = 0, FP_OFFSET = 4, OVERFLOW_AREA = 8, SAVE_AREA = 16;

    // Classes of an eightbyte (3.2.3).
    private static final int NO_CLASS = 0, INTEGER = 1, SSE = 2, SSEUP = 3, X87 = 4, X87UP = 5, COMPLEX_X87 = 6, MEMORY = 7;

    /** What is used up after the named parameters. */
    private record State(int ints, int sses, int stack) {}

    // ---- classification ----

    /** The classes of the eightbytes of an object; a single MEMORY when it goes to memory; empty for no bytes. */
    private static int[] classify(AbiType t) {
        return switch (t) {
            case AbiType.Void v -> new int[0];
            case AbiType.Scalar s -> scalarClasses(s.type());
            case AbiType.Aggregate a -> aggregateClasses(a);
            case AbiType.Array a -> throw new IllegalArgumentException("array by value");
        };
    }

    private static int[] scalarClasses(Type t) {
        if (t == Type.F80) return new int[] {X87, X87UP};
        if (t == Type.F128) return new int[] {SSE, SSEUP};
        if (t == Type.I128) return new int[] {INTEGER, INTEGER};
        if (t.isFloat()) return new int[] {SSE};
        // One of 32 bytes is left in a signature only where there are registers for it.
        if (t.isVector()) return t.size == 32 ? new int[] {SSE, SSEUP, SSEUP, SSEUP} : t.size == 16 ? new int[] {SSE, SSEUP} : t.size <= 8 ? new int[] {SSE} : new int[] {MEMORY};
        return new int[] {INTEGER};
    }

    private static int[] aggregateClasses(AbiType.Aggregate a) {
        if (a.kind() == AbiType.Aggregate.Kind.COMPLEX && a.size() == 32 && element(a) == Type.F80) return new int[] {COMPLEX_X87};
        if (a.size() == 0) return new int[0];
        if (a.size() == 32 && isVector(a)) return new int[] {SSE, SSEUP, SSEUP, SSEUP};
        if (a.size() > 16) return new int[] {MEMORY};
        int[] c = new int[(int) (a.size() + 7) / 8];
        if (!merge(c, a, 0)) return new int[] {MEMORY};
        for (int i = 0; i < c.length; i++) {
            if (c[i] == MEMORY || c[i] == X87UP && (i == 0 || c[i - 1] != X87)) return new int[] {MEMORY};
            if (c[i] == SSEUP && (i == 0 || c[i - 1] != SSE)) c[i] = SSE;
        }
        return c;
    }

    /** Nothing but one vector of 32 bytes: SSEUP all through after the first eightbyte. */
    private static boolean isVector(AbiType t) {
        while (t instanceof AbiType.Aggregate a && a.fields().size() == 1) t = a.fields().get(0).type();
        return t instanceof AbiType.Scalar s && s.type().isVector() && s.type().size == 32;
    }

    private static Type element(AbiType.Aggregate a) {
        return a.fields().get(0).type() instanceof AbiType.Scalar s ? s.type() : Type.VOID;
    }

    /** Merges the scalars of an object at {@code offset} into the classes; false if one is unaligned. */
    private static boolean merge(int[] c, AbiType t, long offset) {
        switch (t) {
            case AbiType.Void v -> { }
            case AbiType.Scalar s -> {
                if (offset % s.type().align != 0) return false;
                int[] k = scalarClasses(s.type());
                if (k[0] == MEMORY) return false;
                for (int i = 0; i < k.length && offset / 8 + i < c.length; i++) c[(int) (offset / 8) + i] = merged(c[(int) (offset / 8) + i], k[i]);
            }
            case AbiType.Array a -> {
                if (a.count() == 0 && offset % 8 != 0 && offset / 8 < c.length) {
                    // As gcc does: an array of no elements still has its element's class in the eightbyte that it begins within.
                    int[] first = new int[(int) (offset / 8) + 1];
                    if (!merge(first, a.element(), offset)) return false;
                    c[first.length - 1] = merged(c[first.length - 1], first[first.length - 1]);
                }
                for (long i = 0; i < a.count() && a.elementSize() > 0; i++) if (!merge(c, a.element(), offset + i * a.elementSize())) return false;
            }
            case AbiType.Aggregate a -> {
                for (AbiType.Field f : a.fields()) {
                    if (f.bitWidth() >= 0) {
                        long first = (offset + f.offset()) * 8 + f.bitOffset();
                        for (long e = first / 64; f.bitWidth() > 0 && e <= (first + f.bitWidth() - 1) / 64 && e < c.length; e++) {
                            c[(int) e] = merged(c[(int) e], INTEGER);
                        }
                    } else if (!merge(c, f.type(), offset + f.offset())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static int merged(int a, int b) {
        if (a == b || b == NO_CLASS) return a;
        if (a == NO_CLASS) return b;
        if (a == MEMORY || b == MEMORY) return MEMORY;
        if (a == INTEGER || b == INTEGER) return INTEGER;
        if (a >= X87 || b >= X87) return MEMORY;
        return SSE;
    }

    // ---- layout ----

    @Override
    public Layout layout(Signature s, boolean call) {
        int ints = 0;
        int sses = 0;
        int stack = 0;
        Part resultAddress = null;
        int addressReturned = -1;
        List<Part> result = new ArrayList<>(2);
        int[] rc = classify(s.result());
        if (rc.length > 0 && rc[0] == MEMORY) {
            resultAddress = new Part(Type.PTR, 0, 8, INT_REGS[ints++], 0);
            addressReturned = RAX;
        } else if (rc.length > 0 && rc[0] == COMPLEX_X87) {
            result.add(new Part(Type.F80, 0, 16, ST0, 0));
            result.add(new Part(Type.F80, 16, 16, ST0 + 1, 0));
        } else {
            int nextInt = RAX;
            int nextSse = XMM0;
            for (int i = 0; i < rc.length; i++) {
                int reg = rc[i] == INTEGER ? nextInt : rc[i] == SSE ? nextSse : ST0;
                Part p = part(s.result(), rc, i, reg, -1);
                if (p == null) continue;
                if (rc[i] == INTEGER) nextInt = RDX;
                else if (rc[i] == SSE) nextSse++;
                result.add(p);
            }
        }
        List<Place> places = new ArrayList<>(s.params().size());
        int named = 0;
        for (int n = 0; n < s.params().size(); n++) {
            AbiType t = s.params().get(n);
            if (n == s.params().size() - 1 && s.convention().equals("nested")) {
                places.add(new Place(List.of(new Part(Type.PTR, 0, 8, STATIC_CHAIN, -1)), false));
                break;
            }
            int[] c = classify(t);
            int needInts = 0;
            int needSses = 0;
            boolean memory = false;
            for (int k : c) {
                if (k == INTEGER) needInts++;
                else if (k == SSE) needSses++;
                else if (k != SSEUP && k != NO_CLASS) memory = true;
            }
            // 3.5.7: not in registers as one of the anonymous arguments.
            if (n >= s.fixed() && s.variadic() && c.length > 2) memory = true;
            if (memory || ints + needInts > INT_REGS.length || sses + needSses > SSE_REGS) {
                int align = t instanceof AbiType.Aggregate a ? a.align() : ((AbiType.Scalar) t).type().align;
                long size = t instanceof AbiType.Aggregate a ? a.size() : ((AbiType.Scalar) t).type().size;
                align = Math.max(8, align);
                stack = stack + align - 1 & -align;
                places.add(stackPlace(t, (int) size, stack));
                stack += (int) size + 7 & -8;
            } else {
                List<Part> parts = new ArrayList<>(2);
                for (int i = 0; i < c.length; i++) {
                    int reg = c[i] == INTEGER ? INT_REGS[ints] : XMM0 + sses;
                    Part p = part(t, c, i, reg, -1);
                    if (p == null) continue;
                    if (c[i] == INTEGER) ints++;
                    else sses++;
                    parts.add(p);
                }
                places.add(new Place(parts, false));
            }
        }
        State state = new State(ints, sses, stack);
        Extra extra = call && (s.variadic() || s.unprototyped()) ? new Extra(RAX, sses) : null;
        return new Layout(result, resultAddress, addressReturned, places, extra, stack + 15 & -16, state);
    }

    private static Place stackPlace(AbiType t, int size, int offset) {
        if (t instanceof AbiType.Aggregate) return new Place(List.of(new Part(null, 0, size, -1, offset)), false);
        Type type = ((AbiType.Scalar) t).type();
        if (type == Type.I128) {
            return new Place(List.of(new Part(Type.I64, 0, 8, -1, offset), new Part(Type.I64, 8, 8, -1, offset + 8)), false);
        }
        return new Place(List.of(new Part(registerType(type), 0, size, -1, offset)), false);
    }

    /** The part for eightbyte {@code i}, or null if it needs none (padding, the upper half of a 16-byte class). */
    private static Part part(AbiType t, int[] c, int i, int reg, int stack) {
        if (c[i] == SSEUP || c[i] == X87UP || c[i] == NO_CLASS) return null;
        if (t instanceof AbiType.Scalar s && s.type() != Type.I128) return new Part(registerType(s.type()), 0, s.type().size, reg, stack);
        if (c.length > 2) return new Part(Type.vector(Type.F64, 4), 0, 32, reg, stack);
        int size = t instanceof AbiType.Aggregate a ? (int) a.size() : 16;
        int bytes = Math.min(8, size - i * 8);
        if (c[i] == X87) return new Part(Type.F80, i * 8, 16, reg, stack);
        if (c[i] == INTEGER) return new Part(bytes > 4 ? Type.I64 : Type.I32, i * 8, bytes, reg, stack);
        boolean wide = i + 1 < c.length && c[i + 1] == SSEUP;
        return new Part(wide ? Type.F128 : bytes > 4 ? Type.F64 : Type.F32, i * 8, wide ? 16 : bytes, reg, stack);
    }

    /** Narrow integers are extended to 32 bits by the passing side, as gcc and clang do. */
    private static Type registerType(Type t) {
        return t.isInt() && t.bits < 32 ? Type.I32 : t;
    }

    @Override
    public String preserved(Signature s) {
        return "c";
    }

    @Override
    public Type extendTo() {
        return Type.I32;
    }

    // ---- variable arguments (3.5.7) ----

    private record Saved(Inst area) {}

    @Override
    public Object saveVariadic(Builder b, Function f, Layout layout, ParamTaker take) {
        State st = (State) layout.namedState();
        Inst area = b.alloca(REG_SAVE_BYTES, 16, null);
        for (int i = st.ints; i < INT_REGS.length; i++) b.store(b.ptradd(area, i * 8L), take.take(Type.I64, INT_REGS[i]), 8, 0);
        if (st.sses < SSE_REGS) {
            Inst[] values = new Inst[SSE_REGS];
            for (int i = st.sses; i < SSE_REGS; i++) values[i] = take.take(Type.F128, XMM0 + i);
            Inst al = b.convert(Op.TRUNC, take.take(Type.I32, RAX), Type.I8);
            Inst any = b.icmp(Cond.NE, al, f.iconst(Type.I8, 0));
            Block rest = split(b);
            Block save = f.newBlock(null);
            Block before = b.block;
            b.at(before).condbr(any, save, rest);
            b.at(save);
            for (int i = st.sses; i < SSE_REGS; i++) b.store(b.ptradd(area, INT_REGS.length * 8 + i * 16L), values[i], 16, 0);
            b.br(rest);
            b.before(rest.first);
        }
        return new Saved(area);
    }

    /** Splits the block before the builder's place: what follows moves to a new block. Leaves the builder at the end of the first. */
    private static Block split(Builder b) {
        Function f = b.function;
        Inst from = b.before;
        Block head = b.block = from.block;
        Block tail = f.newBlock(null);
        for (Inst i = from, next; i != null; i = next) {
            next = i.next;
            i.unlink();
            tail.append(i);
        }
        int loc = b.loc;
        b.at(head);
        b.loc = loc;
        return tail;
    }

    @Override
    public void vaStart(Builder b, Inst ap, Layout layout, Object saved) {
        Function f = b.function;
        State st = (State) layout.namedState();
        b.store(b.ptradd(ap, GP_OFFSET), f.iconst(Type.I32, st.ints * 8L), 4, 0);
        b.store(b.ptradd(ap, FP_OFFSET), f.iconst(Type.I32, INT_REGS.length * 8 + st.sses * 16L), 4, 0);
        Inst overflow = b.emit(Op.INARG, Type.PTR);
        overflow.imm = st.stack;
        b.store(b.ptradd(ap, OVERFLOW_AREA), overflow, 8, 0);
        b.store(b.ptradd(ap, SAVE_AREA), ((Saved) saved).area, 8, 0);
    }

    @Override
    public Inst vaArg(Builder b, Inst ap, AbiType type) {
        Function f = b.function;
        int[] c = classify(type);
        int ints = 0;
        int sses = 0;
        boolean memory = false;
        for (int k : c) {
            if (k == INTEGER) ints++;
            else if (k == SSE) sses++;
            else if (k != SSEUP && k != NO_CLASS) memory = true;
        }
        if (memory || ints + sses == 0 || c.length > 2) return fromOverflow(b, ap, type);
        Inst gpAt = b.ptradd(ap, GP_OFFSET);
        Inst fpAt = b.ptradd(ap, FP_OFFSET);
        Inst gp = ints > 0 ? b.load(Type.I32, gpAt, 4, 0) : null;
        Inst fp = sses > 0 ? b.load(Type.I32, fpAt, 4, 0) : null;
        Inst fits = null;
        if (ints > 0) fits = b.icmp(Cond.ULE, gp, f.iconst(Type.I32, (INT_REGS.length - ints) * 8L));
        if (sses > 0) {
            Inst ok = b.icmp(Cond.ULE, fp, f.iconst(Type.I32, INT_REGS.length * 8 + (SSE_REGS - sses) * 16L));
            fits = fits == null ? ok : b.binary(Op.AND, fits, ok);
        }
        int loc = b.loc;
        int scope = b.scope;
        Inst resume = b.before;
        Block rest = split(b);
        Block inRegs = f.newBlock(null);
        Block inMemory = f.newBlock(null);
        b.condbr(fits, inRegs, inMemory);

        b.at(inRegs);
        Inst area = b.load(Type.PTR, b.ptradd(ap, SAVE_AREA), 8, 0);
        Inst fromRegs;
        if (sses == 0) {
            fromRegs = b.ptradd(area, b.convert(Op.ZEXT, gp, Type.I64));
        } else if (ints == 0 && sses == 1) {
            fromRegs = b.ptradd(area, b.convert(Op.ZEXT, fp, Type.I64));
        } else {
            // The eightbytes are not adjacent in the save area: bring them together.
            Inst temp = b.alloca(16, 16, null);
            int gpUsed = 0;
            int fpUsed = 0;
            for (int i = 0; i < c.length; i++) {
                Inst at = c[i] == INTEGER ? b.ptradd(b.ptradd(area, b.convert(Op.ZEXT, gp, Type.I64)), 8L * gpUsed++)
                        : b.ptradd(b.ptradd(area, b.convert(Op.ZEXT, fp, Type.I64)), 16L * fpUsed++);
                b.store(b.ptradd(temp, i * 8L), b.load(Type.I64, at, 8, 0), 8, 0);
            }
            fromRegs = temp;
        }
        if (ints > 0) b.store(gpAt, b.binary(Op.ADD, gp, f.iconst(Type.I32, ints * 8L)), 4, 0);
        if (sses > 0) b.store(fpAt, b.binary(Op.ADD, fp, f.iconst(Type.I32, sses * 16L)), 4, 0);
        b.br(rest, fromRegs);

        b.at(inMemory);
        Inst fromMemory = fromOverflow(b, ap, type);
        b.br(rest, fromMemory);

        Inst address = rest.addParam(Type.PTR);
        // Arguments for the new parameter were given when the edges were made.
        b.before(resume);
        b.loc = loc;
        b.scope = scope;
        return address;
    }

    private static Inst fromOverflow(Builder b, Inst ap, AbiType type) {
        Function f = b.function;
        Inst at = b.ptradd(ap, OVERFLOW_AREA);
        Inst p = b.load(Type.PTR, at, 8, 0);
        int align = type instanceof AbiType.Aggregate a ? a.align() : ((AbiType.Scalar) type).type().align;
        long size = type instanceof AbiType.Aggregate a ? a.size() : ((AbiType.Scalar) type).type().size;
        if (align > 8) {
            Inst bits = b.binary(Op.ADD, b.convert(Op.PTRTOINT, p, Type.I64), f.iconst(Type.I64, align - 1));
            p = b.convert(Op.INTTOPTR, b.binary(Op.AND, bits, f.iconst(Type.I64, -align)), Type.PTR);
        }
        b.store(at, b.ptradd(p, size + 7 & -8), 8, 0);
        return p;
    }

    @Override
    public int vaListBytes() {
        return 24;
    }
}
