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
 * that definitions dominate uses. Shift amounts are masked, divisors odd, floats brought into range before they become integers:
 * nothing is undefined and every implementation must print the same.
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
    }

    private final Random random;
    private final Options options;
    private final Module m;
    private final List<Function> callable = new ArrayList<>();
    private GlobalVar memory;
    private Function f;
    private Builder b;
    /** Values in scope. */
    private List<Inst> scope = new ArrayList<>();
    private int budget;
    private Inst slot;

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
        for (int i = 0; i < options.functions; i++) {
            function("f" + i);
            callable.add(f);
        }
        main(format);
    }

    private Type type() {
        while (true) {
            Type t = switch (random.nextInt(12)) {
                case 0 -> Type.I8;
                case 1 -> Type.I16;
                case 2, 3, 4 -> Type.I32;
                case 5, 6, 7 -> Type.I64;
                case 8 -> Type.I128;
                case 9 -> Type.F64;
                case 10 -> Type.F32;
                default -> Type.F80;
            };
            if (t == Type.I128 && !options.i128 || t.isFloat() && !options.floats || t == Type.F80 && !options.f80) continue;
            return t;
        }
    }

    private Type integer() {
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
        f.attributes |= Function.NOINLINE;
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

    private void start() {
        b = new Builder(f).at(f.newBlock("entry"));
        scope = new ArrayList<>();
        budget = options.statements * 4;
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
        for (int i = 0; i < 256; i += 8) sum = mix(sum, b.load(Type.I64, f.symbol(memory, i), 8, 0));
        Signature printf = new Signature(new AbiType.Scalar(Type.I32, true), List.of(new AbiType.Scalar(Type.PTR, false)), true, false);
        Signature at = new Signature(new AbiType.Scalar(Type.I32, true), List.of(new AbiType.Scalar(Type.PTR, false), new AbiType.Scalar(Type.I64, false)), 1, true, false, "c");
        b.call(new CallInfo(at, 0), Type.I32, f.symbol(m.declare("printf", printf), 0), f.symbol(format, 0), sum);
        b.ret(f.iconst(Type.I32, 0));
    }

    private Inst mix(Inst sum, Inst v) {
        Inst x = word(v);
        return b.binary(Op.ADD, b.binary(Op.MUL, sum, f.iconst(Type.I64, 0x5DEECE66DL)), x);
    }

    /** Any value as an i64. */
    private Inst word(Inst v) {
        if (v.type == Type.I64) return v;
        if (v.type == Type.I128) {
            Inst hi = b.convert(Op.TRUNC, b.binary(Op.LSHR, v, f.iconst(Type.I128, 64)), Type.I64);
            return b.binary(Op.XOR, b.convert(Op.TRUNC, v, Type.I64), hi);
        }
        if (v.type.isInt()) return b.convert(Op.ZEXT, v, Type.I64);
        return b.convert(Op.FPTOSI, tame(v), Type.I64);
    }

    /** A float, or 3 if it is not small. */
    private Inst tame(Inst v) {
        Inst small = b.fcmp(Cond.FOLT, b.unary(Op.FABS, v), real(v.type, 1e6));
        return b.select(small, v, real(v.type, 3));
    }

    private Inst real(Type t, double d) {
        if (t == Type.F64) return f.f64(d);
        if (t == Type.F32) return f.f32((float) d);
        return b.convert(Op.FEXT, f.f64(d), t);
    }

    // ---- values ----

    private Inst constant(Type t) {
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
    private Inst value(Type t) {
        if (random.nextInt(6) == 0 || scope.isEmpty()) return constant(t);
        for (int tries = 0; tries < 6; tries++) {
            Inst v = scope.get(scope.size() - 1 - Math.min(random.nextInt(scope.size()), random.nextInt(scope.size())));
            if (v.type == t) return v;
        }
        return convert(scope.get(random.nextInt(scope.size())), t);
    }

    private Inst convert(Inst v, Type t) {
        if (v.type == t) return v;
        if (v.type.isInt() && t.isInt()) {
            if (t.bits < v.type.bits) return b.convert(Op.TRUNC, v, t);
            return b.convert(random.nextBoolean() ? Op.ZEXT : Op.SEXT, v, t);
        }
        if (v.type.isFloat() && t.isFloat()) return b.convert(t.bits > v.type.bits ? Op.FEXT : Op.FTRUNC, v, t);
        if (t.isFloat()) return b.convert(random.nextBoolean() ? Op.SITOFP : Op.UITOFP, v, t);
        Inst x = tame(v);
        if (t.bits < 32) return b.convert(Op.TRUNC, b.convert(Op.FPTOSI, x, Type.I32), t);
        if (random.nextInt(3) == 0) return b.convert(Op.FPTOUI, b.unary(Op.FABS, x), t);
        return b.convert(Op.FPTOSI, x, t);
    }

    private Inst truth() {
        if (options.floats && random.nextInt(4) == 0) {
            Type t = random.nextInt(3) == 0 && options.f80 ? Type.F80 : random.nextBoolean() ? Type.F64 : Type.F32;
            Cond[] all = Cond.values();
            return b.fcmp(all[Cond.FOEQ.ordinal() + random.nextInt(all.length - Cond.FOEQ.ordinal())], value(t), value(t));
        }
        Type t = integer();
        return b.icmp(Cond.values()[random.nextInt(10)], value(t), value(t));
    }

    // ---- statements ----

    private void statements(int n, int depth) {
        for (int i = 0; i < n && budget > 0; i++) {
            budget--;
            switch (random.nextInt(depth < 3 ? 24 : 18)) {
                case 18 -> branch(depth);
                case 19, 20 -> loop(depth);
                case 21 -> switch_(depth);
                case 22 -> {
                    if (options.calls && !callable.isEmpty() && depth < 2) scope.addAll(call(callable.get(random.nextInt(callable.size()))));
                }
                case 17, 16 -> {
                    if (options.memory) memory();
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
        switch (random.nextInt(22)) {
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

    private Inst floating(Type t) {
        Inst x = value(t);
        switch (random.nextInt(11)) {
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
                return b.binary(Op.FCOPYSIGN, x, value(t));
            case 9:
                return b.select(truth(), x, value(t));
            default:
                return convert(value(type()), t);
        }
    }

    private Inst load(Type t, Inst p, int align) {
        return b.load(t, p, align, 0);
    }

    /** An address of 16 bytes inside the global or the slot. */
    private Inst address() {
        boolean local = random.nextBoolean();
        Inst base = local ? slot : f.symbol(memory, 0);
        if (random.nextInt(3) == 0) return b.ptradd(base, 16L * random.nextInt(local ? 4 : 16));
        Inst index = b.binary(Op.AND, value(Type.I64), f.iconst(Type.I64, local ? 48 : 240));
        return b.ptradd(base, index);
    }

    private void memory() {
        Type t = type();
        switch (random.nextInt(7)) {
            case 0, 1 -> scope.add(t == Type.F80 ? constant(t) : load(t, address(), 1));
            case 2, 3 -> {
                if (t != Type.F80) b.store(address(), value(t), 1, 0);
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
    private List<Inst> call(Function g) {
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
