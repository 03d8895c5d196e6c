package org.jcc.ir.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;
import org.jcc.support.TargetInfo;

/**
 * A random module from a seed. Control flow is structured (branches, bounded loops, switches), values live in nested scopes, so
 * that definitions dominate uses. Shift amounts are masked, divisors odd, floats brought into range before they become integers,
 * operands of no-wrap operations made small: nothing is undefined and every implementation must print the same. Which NaN an operation
 * gives is not promised: none gets into memory or lends its sign.
 *
 * <p>{@link RandomShapes} makes what passes look for: loops over arrays, recursion, variable arguments. Never made, because a program cannot
 * tell what is right: FRAMEADDR, RETADDR, THREADPTR; inline assembly, CALLBR, INARG and OUTARG, which belong to a target.
 */
public final class RandomIr {
    /** What a module may contain. Mutable. */
    public static final class Options {
        public int functions = 3;
        public int statements = 25;
        public boolean i128 = true;
        public boolean floats = true;
        public boolean f80 = true;
        public boolean calls = true;
        public boolean memory = true;
        public boolean structs = true;
        public boolean atomics = true;
        public boolean f128 = true;
        /** Vectors of any size. */
        public boolean vectors;
        /** Loops over arrays, recursion, variable arguments, computed jumps, thread-locals, dynamic stack. */
        public boolean shapes = true;
    }

    final Random random;
    final Options options;
    final Module m;
    private final List<Function> callable = new ArrayList<>();
    GlobalVar memory;
    Function f;
    Builder b;
    /** Values in scope. */
    List<Inst> scope = new ArrayList<>();
    int budget;
    Inst slot;

    private final RandomShapes shapes;

    private static final AbiType.Aggregate[] STRUCTS = {
        new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, 8, 4, List.of(field(0, Type.I32), field(4, Type.I32))),
        new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, 16, 8, List.of(field(0, Type.I64), field(8, Type.F64))),
        new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, 24, 8, List.of(field(0, Type.I64), field(8, Type.I64), field(16, Type.I64))),
        new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, 8, 4, List.of(field(0, Type.F32), field(4, Type.F32))),
        new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, 3, 1, List.of(field(0, Type.I8), field(1, Type.I8), field(2, Type.I8))),
        new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, 12, 4, List.of(field(0, Type.F32), field(4, Type.I32), field(8, Type.F32)))};

    private static AbiType.Field field(long offset, Type t) {
        return new AbiType.Field(offset, new AbiType.Scalar(t, true), 0, -1);
    }

    private RandomIr(long seed, TargetInfo target, Options options) {
        random = new Random(seed);
        this.options = options;
        m = new Module("random" + seed + ".c", target);
        shapes = new RandomShapes(this);
    }

    public static Module make(long seed, TargetInfo target, Options options) {
        RandomIr r = new RandomIr(seed, target, options);
        r.module();
        return r.m;
    }

    /** Prints the module of a seed. */
    public static void main(String[] args) {
        System.out.print(IrPrinter.print(make(Long.parseLong(args[0]), null, new Options())));
    }

    private void module() {
        memory = new GlobalVar("memory", 256, 16).define();
        memory.init = new byte[256];
        random.nextBytes(memory.init);
        m.add(memory);
        GlobalVar format = new GlobalVar("format", 6, 1).define();
        format.init = "%016lx\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        format.size = format.init.length + 1;
        format.constant = true;
        m.add(format);
        if (options.shapes) shapes.declare();
        for (int i = 0; i < options.functions; i++) {
            function("f" + i);
            callable.add(f);
        }
        main(format);
    }

    Type type() {
        while (true) {
            Type t = switch (random.nextInt(13)) {
                case 0 -> Type.I8;
                case 1 -> Type.I16;
                case 2, 3, 4 -> Type.I32;
                case 5, 6, 7 -> Type.I64;
                case 8 -> Type.I128;
                case 9 -> Type.F64;
                case 10 -> Type.F32;
                case 11 -> random.nextInt(3) > 0 ? Type.I64 : Type.F128;
                default -> Type.F80;
            };
            if (t == Type.I128 && !options.i128 || t.isFloat() && !options.floats || t == Type.F80 && !options.f80 || t == Type.F128 && !options.f128) continue;
            return t;
        }
    }

    Type integer() {
        while (true) {
            Type t = type();
            if (t.isInt()) return t;
        }
    }

    private void function(String name) {
        int n = random.nextInt(8);
        List<AbiType> params = new ArrayList<>();
        for (int i = 0; i < n; i++) params.add(options.structs && random.nextInt(6) == 0 ? STRUCTS[random.nextInt(STRUCTS.length)] : new AbiType.Scalar(type(), random.nextBoolean()));
        AbiType result = options.structs && random.nextInt(5) == 0 ? STRUCTS[random.nextInt(STRUCTS.length)] : new AbiType.Scalar(type(), random.nextBoolean());
        f = new Function(name, new Signature(result, params, false, false));
        if (random.nextBoolean()) f.linkage = Symbol.Linkage.INTERNAL;
        switch (random.nextInt(4)) {
            case 0, 1 -> f.attributes |= Function.NOINLINE;
            case 2 -> f.attributes |= Function.INLINE;
            default -> { }
        }
        m.add(f);
        start();
        Block entry = f.entry();
        Inst storage = result instanceof AbiType.Aggregate ? entry.addParam(Type.PTR) : null;
        for (AbiType p : params) {
            if (p instanceof AbiType.Aggregate a) {
                Inst address = entry.addParam(Type.PTR);
                for (AbiType.Field x : a.fields()) scope.add(load(((AbiType.Scalar) x.type()).type(), b.ptradd(address, x.offset()), a.align()));
            } else {
                scope.add(entry.addParam(((AbiType.Scalar) p).type()));
            }
        }
        statements(options.statements, 0);
        if (result instanceof AbiType.Aggregate a) {
            fill(storage, a);
            b.ret();
        } else {
            b.ret(value(((AbiType.Scalar) result).type()));
        }
    }

    void start() {
        b = new Builder(f).at(f.newBlock("entry"));
        scope = new ArrayList<>();
        budget = options.statements * 4;
        shapes.start();
        slot = options.memory ? b.alloca(64, 16, "slot") : null;
        if (slot != null) b.emit(Op.MEMCPY, Type.VOID, slot, f.symbol(memory, 0), f.iconst(Type.I64, 64)).align = 16;
    }

    private void main(GlobalVar format) {
        f = new Function("main", new Signature(new AbiType.Scalar(Type.I32, true), List.of(), false, false));
        m.add(f);
        start();
        statements(options.statements, 0);
        Inst sum = f.iconst(Type.I64, 17);
        for (Inst v : List.copyOf(scope)) sum = mix(sum, v);
        for (Function g : callable) {
            for (int k = 0; k < 2; k++) for (Inst v : call(g)) sum = mix(sum, v);
        }
        if (options.shapes) for (Inst v : shapes.calls()) sum = mix(sum, v);
        for (int i = 0; i < 256; i += 8) sum = mix(sum, b.load(Type.I64, f.symbol(memory, i), 8, 0));
        Signature printf = new Signature(new AbiType.Scalar(Type.I32, true), List.of(new AbiType.Scalar(Type.PTR, false)), true, false);
        Signature at = new Signature(new AbiType.Scalar(Type.I32, true), List.of(new AbiType.Scalar(Type.PTR, false), new AbiType.Scalar(Type.I64, false)), 1, true, false, "c");
        b.call(new CallInfo(at, 0), Type.I32, f.symbol(m.declare("printf", printf), 0), f.symbol(format, 0), sum);
        b.ret(f.iconst(Type.I32, 0));
    }

    Inst mix(Inst sum, Inst v) {
        Inst x = word(v);
        return b.binary(Op.ADD, b.binary(Op.MUL, sum, f.iconst(Type.I64, 0x5DEECE66DL)), x);
    }

    /** Any value as an i64. */
    Inst word(Inst v) {
        if (v.type == Type.I64) return v;
        if (v.type == Type.I128) {
            Inst hi = b.convert(Op.TRUNC, b.binary(Op.LSHR, v, f.iconst(Type.I128, 64)), Type.I64);
            return b.binary(Op.XOR, b.convert(Op.TRUNC, v, Type.I64), hi);
        }
        if (v.type.isInt()) return b.convert(Op.ZEXT, v, Type.I64);
        return b.convert(Op.FPTOSI, tame(v), Type.I64);
    }

    /** A float, or 1.5 if it is a NaN. */
    Inst number(Inst v) {
        return b.select(b.fcmp(Cond.FORD, v, v), v, real(v.type, 1.5));
    }

    /** A float, or 3 if it is not small. */
    Inst tame(Inst v) {
        Inst small = b.fcmp(Cond.FOLT, b.unary(Op.FABS, v), real(v.type, 1e6));
        return b.select(small, v, real(v.type, 3));
    }

    Inst real(Type t, double d) {
        if (t == Type.F64) return f.f64(d);
        if (t == Type.F32) return f.f32((float) d);
        return b.convert(Op.FEXT, f.f64(d), t);
    }

    // ---- values ----

    Inst constant(Type t) {
        if (t.isFloat()) return real(t, switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100) - 50;
            case 1 -> 0.5;
            case 2 -> -0.0;
            default -> random.nextGaussian() * 1000;
        });
        long v = switch (random.nextInt(5)) {
            case 0 -> random.nextInt(16);
            case 1 -> -1 - random.nextInt(4);
            case 2 -> 1L << random.nextInt(64);
            case 3 -> random.nextInt();
            default -> random.nextLong();
        };
        return t == Type.I128 && random.nextBoolean() ? f.iconst128(v, random.nextLong()) : f.iconst(t, v);
    }

    /** A value of the type: one in scope, or a constant, or converted. */
    Inst value(Type t) {
        if (random.nextInt(6) == 0 || scope.isEmpty()) return constant(t);
        for (int tries = 0; tries < 6; tries++) {
            Inst v = scope.get(scope.size() - 1 - Math.min(random.nextInt(scope.size()), random.nextInt(scope.size())));
            if (v.type == t) return v;
        }
        return convert(scope.get(random.nextInt(scope.size())), t);
    }

    Inst convert(Inst v, Type t) {
        if (v.type == t) return v;
        if (v.type.isInt() && t.isInt()) {
            if (t.bits < v.type.bits) return b.convert(Op.TRUNC, v, t);
            return b.convert(random.nextBoolean() ? Op.ZEXT : Op.SEXT, v, t);
        }
        if (v.type.isFloat() && t.isFloat()) return b.convert(t.bits > v.type.bits ? Op.FEXT : Op.FTRUNC, v, t);
        if (t.isFloat()) return b.convert(v.type != Type.I1 && random.nextBoolean() ? Op.SITOFP : Op.UITOFP, v.type == Type.I1 ? b.convert(Op.ZEXT, v, Type.I32) : v, t);
        Inst x = tame(v);
        if (t.bits < 32) return b.convert(Op.TRUNC, b.convert(Op.FPTOSI, x, Type.I32), t);
        if (random.nextInt(3) == 0) return b.convert(Op.FPTOUI, b.unary(Op.FABS, x), t);
        return b.convert(Op.FPTOSI, x, t);
    }

    Inst truth() {
        if (random.nextInt(4) == 0) {
            // One that was decided before, or its opposite.
            for (int tries = 0; tries < 4 && !scope.isEmpty(); tries++) {
                Inst v = scope.get(random.nextInt(scope.size()));
                if (v.type == Type.I1) return random.nextInt(3) == 0 ? b.binary(Op.XOR, v, f.iconst(Type.I1, 1)) : v;
            }
        }
        Inst v = comparison();
        scope.add(v);
        return v;
    }

    private Inst comparison() {
        if (options.floats && random.nextInt(4) == 0) {
            Type t = random.nextInt(3) == 0 && options.f80 ? Type.F80 : random.nextBoolean() ? Type.F64 : Type.F32;
            Cond[] all = Cond.values();
            return b.fcmp(all[Cond.FOEQ.ordinal() + random.nextInt(all.length - Cond.FOEQ.ordinal())], value(t), value(t));
        }
        Type t = integer();
        return b.icmp(Cond.values()[random.nextInt(10)], value(t), value(t));
    }

    // ---- statements ----

    void statements(int n, int depth) {
        for (int i = 0; i < n && budget > 0; i++) {
            budget--;
            switch (random.nextInt(depth < 3 ? 25 : 18)) {
                case 18 -> branch(depth);
                case 19, 20 -> loop(depth);
                case 21 -> switch_(depth);
                case 22 -> {
                    if (options.calls && !callable.isEmpty() && depth < 2) scope.addAll(call(callable.get(random.nextInt(callable.size()))));
                }
                case 17, 16 -> {
                    if (options.memory) memory();
                }
                case 24 -> {
                    if (options.shapes && options.memory) shapes.some(depth);
                }
                default -> scope.add(operation());
            }
        }
    }

    private Inst operation() {
        Type t = type();
        if (t.isFloat()) return floating(t);
        Inst x = value(t);
        Inst mask = f.iconst(t, t.bits - 1);
        switch (random.nextInt(28)) {
            case 22:
                return again();
            case 23, 24:
                return flagged(t, x);
            case 25: {
                Inst hint = b.emit(Op.EXPECT, t, x, f.iconst(t, random.nextInt(3)));
                hint.imm = random.nextInt(3) * 450;
                return hint;
            }
            case 26:
                return b.unary(Op.FREEZE, x);
            case 27:
                return random.nextBoolean() ? bits(t) : b.select(b.emit(Op.ISCONST, Type.I1, x), x, b.binary(Op.XOR, x, f.iconst(t, 0)));
            case 0, 1:
                return b.binary(Op.ADD, x, value(t));
            case 2, 3:
                return b.binary(Op.SUB, x, value(t));
            case 4:
                return b.binary(Op.MUL, x, value(t));
            case 5:
                return b.binary(Op.AND, x, value(t));
            case 6:
                return b.binary(Op.OR, x, value(t));
            case 7:
                return b.binary(Op.XOR, x, value(t));
            case 8, 9: {
                Op[] shifts = {Op.SHL, Op.LSHR, Op.ASHR};
                Inst amount = random.nextBoolean() ? f.iconst(t, random.nextInt(t.bits)) : b.binary(Op.AND, value(t), mask);
                return b.binary(shifts[random.nextInt(3)], x, amount);
            }
            case 10:
                return b.binary(random.nextBoolean() ? Op.ROTL : Op.ROTR, x, random.nextBoolean() ? f.iconst(t, random.nextInt(t.bits)) : value(t));
            case 11: {
                Inst d = random.nextBoolean() ? f.iconst(t, 1 + random.nextInt(100)) : b.binary(Op.OR, value(t), f.iconst(t, 1));
                return b.binary(random.nextBoolean() ? Op.UDIV : Op.UREM, x, d);
            }
            case 12: {
                Inst positive = b.binary(Op.LSHR, x, f.iconst(t, 1));
                Inst d = random.nextBoolean() ? f.iconst(t, 1 + random.nextInt(100)) : b.binary(Op.OR, value(t), f.iconst(t, 1));
                return b.binary(random.nextBoolean() ? Op.SDIV : Op.SREM, positive, d);
            }
            case 13: {
                Op[] unary = {Op.CLZ, Op.CTZ, Op.POPCNT, Op.BITREVERSE, Op.ABS};
                return b.unary(unary[random.nextInt(5)], x);
            }
            case 14:
                return t.bits >= 16 ? b.unary(Op.BSWAP, x) : x;
            case 15: {
                Op[] minmax = {Op.SMIN, Op.SMAX, Op.UMIN, Op.UMAX};
                return b.binary(minmax[random.nextInt(4)], x, value(t));
            }
            case 16: {
                Op[] o = {Op.SADDO, Op.UADDO, Op.SSUBO, Op.USUBO, Op.SMULO, Op.UMULO};
                return b.convert(Op.ZEXT, b.emit(o[random.nextInt(6)], Type.I1, x, value(t)), t);
            }
            case 17:
                return t.bits <= 64 ? b.binary(random.nextBoolean() ? Op.SMULH : Op.UMULH, x, value(t)) : x;
            case 18, 19:
                return b.select(truth(), x, value(t));
            case 20:
                return b.convert(random.nextBoolean() ? Op.ZEXT : Op.SEXT, truth(), t);
            default:
                return convert(value(type()), t);
        }
    }

    /** An operation that was done before, on the same operands: what redundancy elimination looks for. */
    private Inst again() {
        for (int tries = 0; tries < 8 && !scope.isEmpty(); tries++) {
            Inst v = scope.get(random.nextInt(scope.size()));
            boolean plain = v.op.isSpeculatable() && v.succCount() == 0 && v.op != Op.RESULT && v.op != Op.ISCONST && v.op != Op.FREEZE;
            if (!plain || v.op.isConstant()) continue;
            Inst[] args = new Inst[v.ownArgCount()];
            for (int k = 0; k < args.length; k++) args[k] = v.arg(k);
            if (v.op.isCommutative() && random.nextBoolean() && !v.type.isFloat()) {
                Inst x = args[0];
                args[0] = args[1];
                args[1] = x;
            }
            Inst n = b.emit(v.op, v.type, args);
            n.imm = v.imm;
            n.aux = v.aux;
            return n;
        }
        return value(type());
    }

    /** An operation with flags whose promises hold. */
    private Inst flagged(Type t, Inst x) {
        Inst y = value(t);
        Inst two = f.iconst(t, 2);
        switch (random.nextInt(6)) {
            case 0:
                return b.binary(random.nextBoolean() ? Op.ADD : Op.SUB, b.binary(Op.ASHR, x, two), b.binary(Op.ASHR, y, two), Inst.NSW);
            case 1:
                return b.binary(Op.ADD, b.binary(Op.LSHR, x, two), b.binary(Op.LSHR, y, two), Inst.NUW | Inst.NSW);
            case 2: {
                Inst half = f.iconst(t, t.bits / 2);
                return b.binary(Op.MUL, b.binary(Op.ASHR, x, half), b.binary(Op.ASHR, y, half), Inst.NSW);
            }
            case 3:
                return b.binary(Op.SHL, b.binary(Op.ASHR, x, f.iconst(t, 3)), two, Inst.NSW);
            case 4: {
                Inst scaled = b.binary(Op.SHL, x, two);
                return b.binary(random.nextBoolean() ? Op.LSHR : Op.ASHR, scaled, two, Inst.EXACT);
            }
            default:
                return b.binary(Op.UDIV, b.binary(Op.MUL, b.binary(Op.LSHR, x, f.iconst(t, 4)), f.iconst(t, 12)), f.iconst(t, 12), Inst.EXACT);
        }
    }

    /** The bits of a float. */
    private Inst bits(Type t) {
        if (!options.floats) return value(t);
        Type ft = random.nextBoolean() ? Type.F64 : Type.F32;
        Type it = Type.integer(ft.bits);
        return convert(b.convert(Op.BITCAST, number(value(ft)), it), t);
    }

    private Inst floating(Type t) {
        Inst x = value(t);
        switch (random.nextInt(15)) {
            case 11:
                return b.emit(Op.FMA, t, x, value(t), value(t));
            case 12:
                return b.binary(random.nextBoolean() ? Op.FMIN : Op.FMAX, x, real(t, random.nextInt(9) + 1.5));
            case 13: {
                Op[] integral = {Op.FFLOOR, Op.FCEIL, Op.FTRUNCI, Op.FRINT};
                return b.unary(integral[random.nextInt(4)], x);
            }
            case 14: {
                if (t != Type.F64 && t != Type.F32) return again();
                Inst n = b.convert(Op.BITCAST, b.convert(Op.ZEXT, value(Type.I16), Type.integer(t.bits)), t);
                return b.binary(Op.FADD, n, x);
            }
            case 0, 1:
                return b.binary(Op.FADD, x, value(t));
            case 2:
                return b.binary(Op.FSUB, x, value(t));
            case 3, 4:
                return b.binary(Op.FMUL, x, value(t));
            case 5:
                return b.binary(Op.FDIV, x, value(t));
            case 6:
                return b.unary(random.nextBoolean() ? Op.FNEG : Op.FABS, x);
            case 7:
                return b.unary(Op.FSQRT, b.unary(Op.FABS, x));
            case 8:
                return b.binary(Op.FCOPYSIGN, x, number(value(t)));
            case 9:
                return b.select(truth(), x, value(t));
            default:
                return convert(value(type()), t);
        }
    }

    Inst load(Type t, Inst p, int align) {
        return b.load(t, p, align, 0);
    }

    /** An address of 16 bytes inside the global or the slot. */
    Inst address() {
        boolean local = random.nextBoolean();
        Inst base = local ? slot : f.symbol(memory, 0);
        if (random.nextInt(3) == 0) return b.ptradd(base, 16L * random.nextInt(local ? 4 : 16));
        Inst index = b.binary(Op.AND, value(Type.I64), f.iconst(Type.I64, local ? 48 : 240));
        return b.ptradd(base, index);
    }

    private void memory() {
        Type t = type();
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                Inst p = address();
                // Not any bits are a value of the x87's.
                if (t == Type.F80) b.store(p, number(value(t)), 1, 0);
                Inst v = load(t, p, 1);
                if (random.nextInt(8) == 0) v.flags |= Inst.VOLATILE;
                scope.add(v);
            }
            case 2, 3 -> {
                Inst v = b.store(address(), t.isFloat() ? number(value(t)) : value(t), 1, 0);
                if (random.nextInt(8) == 0) v.flags |= Inst.VOLATILE;
            }
            case 7 -> {
                Inst base = address();
                Inst from = b.convert(Op.PTRTOINT, base, Type.I64);
                Inst near = b.ptradd(base, b.binary(Op.AND, value(Type.I64), f.iconst(Type.I64, 7)));
                near.flags |= Inst.INBOUNDS;
                Inst distance = b.binary(Op.SUB, b.convert(Op.PTRTOINT, near, Type.I64), from);
                scope.add(load(Type.I8, b.convert(Op.INTTOPTR, b.binary(Op.ADD, from, distance), Type.PTR), 1));
                scope.add(distance);
            }
            case 8 -> {
                if (options.atomics && random.nextBoolean()) {
                    Inst fence = b.emit(Op.FENCE, Type.VOID);
                    fence.setOrder(Inst.SEQ_CST);
                    fence.imm = random.nextInt(2);
                } else {
                    b.emit(Op.PREFETCH, Type.VOID, address());
                }
            }
            case 4 -> {
                Inst from = address();
                Inst to = address();
                b.emit(Op.MEMMOVE, Type.VOID, to, from, f.iconst(Type.I64, random.nextInt(17)));
            }
            case 5 -> b.emit(Op.MEMSET, Type.VOID, address(), value(Type.I8), f.iconst(Type.I64, random.nextInt(17)));
            default -> {
                if (options.atomics) atomic();
            }
        }
    }

    private void atomic() {
        Type t = switch (random.nextInt(4)) {
            case 0 -> Type.I8;
            case 1 -> Type.I16;
            case 2 -> Type.I32;
            default -> Type.I64;
        };
        Inst p = address();
        if (random.nextInt(3) == 0) {
            Inst c = b.emit(Op.CMPXCHG, Type.TUPLE, p, random.nextBoolean() ? load(t, p, 1) : value(t), value(t));
            c.align = t.size;
            c.setOrder(Inst.SEQ_CST);
            c.setFailOrder(Inst.SEQ_CST);
            scope.add(b.result(c, 0, t));
            scope.add(b.convert(Op.ZEXT, b.result(c, 1, Type.I1), Type.I32));
            return;
        }
        Inst r = b.emit(Op.ATOMICRMW, t, p, value(t));
        r.imm = random.nextInt(Op.Rmw.values().length);
        r.align = t.size;
        r.setOrder(Inst.SEQ_CST);
        scope.add(r);
    }

    private void fill(Inst storage, AbiType.Aggregate a) {
        for (AbiType.Field x : a.fields()) b.store(b.ptradd(storage, x.offset()), value(((AbiType.Scalar) x.type()).type()), a.align(), 0);
    }

    /** Calls; the result's scalars. */
    List<Inst> call(Function g) {
        List<Inst> args = new ArrayList<>();
        Inst storage = null;
        if (g.signature.result() instanceof AbiType.Aggregate a) args.add(storage = b.alloca(a.size(), a.align(), "result"));
        for (AbiType p : g.signature.params()) {
            if (p instanceof AbiType.Aggregate a) {
                Inst s = b.alloca(a.size(), a.align(), "argument");
                fill(s, a);
                args.add(s);
            } else {
                args.add(value(((AbiType.Scalar) p).type()));
            }
        }
        Type t = storage != null ? Type.VOID : ((AbiType.Scalar) g.signature.result()).type();
        Inst c = b.call(new CallInfo(g.signature, 0), t, f.symbol(g, 0), args.toArray(new Inst[0]));
        List<Inst> results = new ArrayList<>();
        if (storage == null) {
            results.add(c);
        } else {
            AbiType.Aggregate a = (AbiType.Aggregate) g.signature.result();
            for (AbiType.Field x : a.fields()) results.add(load(((AbiType.Scalar) x.type()).type(), b.ptradd(storage, x.offset()), a.align()));
        }
        return results;
    }

    // ---- control flow ----

    private void branch(int depth) {
        Inst c = truth();
        Block yes = f.newBlock("then");
        Block no = f.newBlock("else");
        Block join = f.newBlock("join");
        b.condbr(c, yes, no);
        Type t = type();
        Type u = type();
        Inst p = join.addParam(t);
        Inst q = join.addParam(u);
        for (Block side : new Block[] {yes, no}) {
            b.at(side);
            List<Inst> outer = scope;
            scope = new ArrayList<>(outer);
            statements(1 + random.nextInt(4), depth + 1);
            Inst x = value(t);
            Inst y = value(u);
            b.br(join, x, y);
            scope = outer;
        }
        b.at(join);
        scope.add(p);
        scope.add(q);
    }

    private void loop(int depth) {
        Type t = type();
        Type u = type();
        Block head = f.newBlock("loop");
        Block exit = f.newBlock("exit");
        Inst x = value(t);
        Inst y = value(u);
        b.br(head, f.iconst(Type.I32, 1 + random.nextInt(depth == 0 ? 10 : 4)), x, y);
        Inst counter = head.addParam(Type.I32);
        Inst p = head.addParam(t);
        Inst q = head.addParam(u);
        b.at(head);
        List<Inst> outer = scope;
        scope = new ArrayList<>(outer);
        scope.add(counter);
        scope.add(p);
        scope.add(q);
        statements(1 + random.nextInt(5), depth + 1);
        Inst next = b.binary(Op.ADD, counter, f.iconst(Type.I32, -1));
        Inst nx = value(t);
        // Sometimes the two change places: a parallel move on the edge.
        Inst ny = t == u && random.nextBoolean() ? p : value(u);
        Inst more = b.icmp(Cond.NE, next, f.iconst(Type.I32, 0));
        Inst br = b.condbr(more, head, exit);
        br.addSuccArg(0, next);
        br.addSuccArg(0, nx);
        br.addSuccArg(0, ny);
        br.addSuccArg(1, nx);
        scope = outer;
        b.at(exit);
        scope.add(exit.addParam(t));
    }

    private void switch_(int depth) {
        Type t = random.nextBoolean() ? Type.I32 : Type.I64;
        int n = 1 + random.nextInt(6);
        Inst v = b.binary(Op.AND, value(t), f.iconst(t, 7));
        Block join = f.newBlock("join");
        Type r = type();
        Inst p = join.addParam(r);
        Block[] targets = new Block[n];
        long[] cases = new long[n];
        for (int i = 0; i < n; i++) {
            targets[i] = f.newBlock("case");
            cases[i] = i + (random.nextInt(4) == 0 ? 100 : 0);
        }
        Block other = f.newBlock("default");
        b.switch_(v, other, cases, targets);
        for (int i = 0; i <= n; i++) {
            b.at(i < n ? targets[i] : other);
            List<Inst> outer = scope;
            scope = new ArrayList<>(outer);
            statements(random.nextInt(2), depth + 2);
            b.br(join, value(r));
            scope = outer;
        }
        b.at(join);
        scope.add(p);
    }
}
