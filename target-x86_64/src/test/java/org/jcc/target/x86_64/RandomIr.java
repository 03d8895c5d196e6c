package org.jcc.target.x86_64;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Makes functions {@code i64 f(i64, i64, double, i32)} at random: arithmetic in all types, memory, calls among themselves, branches, loops with
 * block parameters, high register pressure; no undefined behaviour. The result is a hash of all values at hand.
 */
final class RandomIr {
    private static final Type[] INTS = {Type.I8, Type.I16, Type.I32, Type.I64};
    private static final AbiType I64 = new AbiType.Scalar(Type.I64, true), I32 = new AbiType.Scalar(Type.I32, true), F64 = new AbiType.Scalar(Type.F64, true);
    static final Signature SIGNATURE = new Signature(I64, List.of(I64, I64, F64, I32), false, false);

    private final Random random;
    private final Module module;
    private final int index;
    private final Function f;
    private final Builder b;
    private List<Inst> values = new ArrayList<>();
    private Inst memory;
    private int budget;
    private boolean calls;

    private RandomIr(Module m, int index, long seed) {
        this.random = new Random(seed);
        this.module = m;
        this.index = index;
        f = new Function("f" + index, SIGNATURE);
        m.add(f);
        b = new Builder(f);
    }

    static Function function(Module m, int index, long seed) {
        RandomIr r = new RandomIr(m, index, seed);
        r.build();
        return r.f;
    }

    private void build() {
        b.at(f.newBlock(null));
        for (Type t : new Type[] {Type.I64, Type.I64, Type.F64, Type.I32}) values.add(f.entry().addParam(t));
        memory = b.alloca(64, 8 << random.nextInt(4), "m");
        Inst zero = b.emit(Op.MEMSET, Type.VOID, memory, f.iconst(Type.I8, random.nextInt()), f.iconst(Type.I64, 64));
        zero.align = 1;
        budget = 30 + random.nextInt(120);
        body(3);
        b.ret(hash());
    }

    private Inst hash() {
        Inst h = f.iconst(Type.I64, 12345);
        for (Inst v : values) {
            h = b.binary(Op.ROTL, h, f.iconst(Type.I64, 7));
            h = b.binary(Op.XOR, h, bits(v));
        }
        for (int k = 0; k < 64; k += 8) h = b.binary(Op.ADD, h, b.load(Type.I64, b.ptradd(memory, k), 1, 0));
        return h;
    }

    /** A value as i64; NaNs as zero. */
    private Inst bits(Inst v) {
        if (v.type == Type.I64) return v;
        if (v.type.isInt()) return b.convert(Op.ZEXT, v, Type.I64);
        if (v.type == Type.F80) v = b.convert(Op.FTRUNC, v, Type.F64);
        Inst raw = b.convert(Op.BITCAST, v, Type.integer(v.type.bits));
        Inst good = b.select(b.fcmp(Cond.FORD, v, v), raw, f.iconst(raw.type, 0));
        return v.type == Type.F32 ? b.convert(Op.ZEXT, good, Type.I64) : good;
    }

    private void body(int depth) {
        int n = 3 + random.nextInt(12);
        for (int k = 0; k < n && budget > 0; k++) {
            budget--;
            int choice = random.nextInt(depth > 0 ? 24 : 20);
            if (choice < 20) values.add(value());
            else if (choice < 21) diamond(depth - 1);
            else if (choice < 22) multiway(depth - 1);
            else loop(depth - 1);
        }
    }

    private Inst pick(Type t) {
        for (int tries = 0; tries < 12; tries++) {
            Inst v = values.get(random.nextInt(values.size()));
            if (v.type == t) return v;
        }
        if (t == Type.F64 || t == Type.F32 || t == Type.F80) {
            Inst i = b.convert(random.nextBoolean() ? Op.SITOFP : Op.UITOFP, pick(INTS[random.nextInt(4)]), t);
            return random.nextInt(3) > 0 || t == Type.F80 ? i : t == Type.F64 ? f.f64(random.nextGaussian()) : f.f32((float) random.nextGaussian());
        }
        if (t == Type.I1) return b.icmp(Cond.of(random.nextInt(10)), pick(Type.I32), pick(Type.I32));
        if (random.nextInt(3) == 0) {
            Inst v = pick(t == Type.I64 ? Type.I32 : Type.I64);
            return t == Type.I64 ? b.convert(random.nextBoolean() ? Op.SEXT : Op.ZEXT, v, t) : b.convert(Op.TRUNC, v, t);
        }
        return f.iconst(t, random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(200) - 100);
    }

    private static final Op[] BINARY = {Op.ADD, Op.SUB, Op.MUL, Op.AND, Op.OR, Op.XOR, Op.ADD, Op.SUB, Op.SHL, Op.LSHR, Op.ASHR, Op.ROTL, Op.ROTR, Op.SDIV, Op.UDIV,
        Op.SREM, Op.UREM, Op.SMULH, Op.UMULH, Op.SMIN, Op.UMAX};
    private static final Op[] UNARY = {Op.CLZ, Op.CTZ, Op.POPCNT, Op.BSWAP, Op.ABS, Op.BITREVERSE};
    private static final Op[] OVERFLOW = {Op.SADDO, Op.UADDO, Op.SSUBO, Op.USUBO, Op.SMULO, Op.UMULO};
    private static final Op[] FLOATING = {Op.FADD, Op.FSUB, Op.FMUL, Op.FDIV};

    private Inst value() {
        Type t = INTS[random.nextInt(4)];
        Type ft = random.nextInt(6) == 0 ? Type.F80 : random.nextBoolean() ? Type.F64 : Type.F32;
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> {
                Op op = BINARY[random.nextInt(BINARY.length)];
                Inst x = pick(t);
                Inst y = pick(t);
                switch (op) {
                    case SHL, LSHR, ASHR -> y = b.binary(Op.AND, y, f.iconst(t, t.bits - 1));
                    case SDIV, SREM, UDIV, UREM -> {
                        y = b.binary(Op.OR, b.binary(Op.AND, y, f.iconst(t, 0x3f)), f.iconst(t, 1));
                    }
                    default -> { }
                }
                return b.binary(op, x, y);
            }
            case 6 -> {
                Op op = UNARY[random.nextInt(UNARY.length)];
                return b.unary(op, pick(t));
            }
            case 7 -> {
                Inst x = pick(t);
                Inst y = pick(t);
                return b.convert(Op.ZEXT, b.emit(OVERFLOW[random.nextInt(6)], Type.I1, x, y), Type.I32);
            }
            case 8 -> {
                return b.select(pick(Type.I1), pick(t), pick(t));
            }
            case 9, 10 -> {
                return b.binary(FLOATING[random.nextInt(4)], pick(ft), pick(ft));
            }
            case 11 -> {
                return b.convert(Op.ZEXT, b.fcmp(Cond.of(10 + random.nextInt(14)), pick(ft), pick(ft)), Type.I8);
            }
            case 12 -> {
                int at = random.nextInt(64 - t.size + 1);
                return b.load(t, b.ptradd(memory, at), 1, 0);
            }
            case 13 -> {
                int at = random.nextInt(64 - t.size + 1);
                if (random.nextBoolean()) {
                    Inst p = b.ptradd(memory, at);
                    Inst old = b.load(t, p, 1, 0);
                    b.store(p, b.binary(BINARY[random.nextInt(8)], old, pick(t)), 1, 0);
                    return pick(t);
                }
                Inst offset = b.binary(Op.AND, pick(Type.I64), f.iconst(Type.I64, 56 / t.size));
                Inst p = b.ptradd(memory, b.binary(Op.SHL, offset, f.iconst(Type.I64, Integer.numberOfTrailingZeros(t.size))));
                b.store(p, pick(t), 1, 0);
                return b.load(t, p, 1, 0);
            }
            case 14 -> {
                Inst i = b.convert(Op.SITOFP, pick(random.nextBoolean() ? Type.I32 : Type.I16), ft == Type.F32 ? Type.F64 : ft);
                return b.convert(random.nextBoolean() ? Op.FPTOSI : Op.FPTOSI, i, random.nextBoolean() ? Type.I64 : Type.I32);
            }
            case 15 -> {
                Inst x = pick(ft);
                return switch (random.nextInt(4)) {
                    case 0 -> b.unary(Op.FNEG, x);
                    case 1 -> b.unary(Op.FABS, x);
                    case 2 -> b.unary(Op.FSQRT, b.unary(Op.FABS, x));
                    default -> b.select(pick(Type.I1), x, pick(ft));
                };
            }
            case 16 -> {
                return ft == Type.F32 ? b.convert(Op.FEXT, pick(Type.F32), random.nextBoolean() ? Type.F64 : Type.F80)
                        : b.convert(Op.FTRUNC, pick(ft), ft == Type.F80 ? Type.F64 : Type.F32);
            }
            case 17 -> {
                // In range for both: a float made of a small unsigned number.
                Inst u = b.convert(Op.UITOFP, b.convert(Op.ZEXT, pick(random.nextBoolean() ? Type.I16 : Type.I8), Type.I64), ft);
                return b.convert(random.nextBoolean() ? Op.FPTOUI : Op.FPTOSI, u, random.nextBoolean() ? Type.I64 : Type.I32);
            }
            case 18 -> {
                Inst p = b.ptradd(memory, random.nextInt(64 / t.size) * t.size);
                Inst v = pick(t);
                Op.Rmw[] all = Op.Rmw.values();
                if (random.nextInt(4) == 0) {
                    Inst c = b.emit(Op.CMPXCHG, Type.TUPLE, p, pick(t), v);
                    c.align = t.size;
                    c.setOrder(Inst.SEQ_CST);
                    c.setFailOrder(Inst.SEQ_CST);
                    Inst old = b.result(c, 0, t);
                    return b.select(b.result(c, 1, Type.I1), old, v);
                }
                Inst a = b.emit(Op.ATOMICRMW, t, p, v);
                a.imm = random.nextInt(all.length);
                a.align = t.size;
                a.setOrder(Inst.SEQ_CST);
                return random.nextBoolean() ? a : v;
            }
            default -> {
                if (index == 0 || random.nextInt(2) == 0) return pick(random.nextBoolean() ? t : ft);
                Function callee = (Function) module.symbol("f" + random.nextInt(index));
                if (calls) return pick(t);
                calls = true;
                return b.call(new CallInfo(SIGNATURE, 0), Type.I64, f.symbol(callee, 0), pick(Type.I64), pick(Type.I64), pick(Type.F64), pick(Type.I32));
            }
        }
    }

    private Type anyType() {
        return switch (random.nextInt(7)) {
            case 0 -> Type.F64;
            case 1 -> Type.F32;
            case 2 -> Type.F80;
            default -> INTS[random.nextInt(4)];
        };
    }

    private void diamond(int depth) {
        Inst c = pick(Type.I1);
        Block yes = f.newBlock(null);
        Block no = f.newBlock(null);
        Block join = f.newBlock(null);
        int n = random.nextInt(5);
        Type[] types = new Type[n];
        for (int k = 0; k < n; k++) types[k] = anyType();
        boolean oneSided = random.nextInt(3) == 0;
        List<Inst> before = new ArrayList<>(values);
        // One-sided: an edge to the join carries arguments from a branch, so the selector must split it.
        Inst[] direct = new Inst[n];
        for (int k = 0; k < n; k++) direct[k] = pick(types[k]);
        Inst branch = b.emit(Op.CONDBR, Type.VOID, c);
        branch.addSucc(yes);
        if (oneSided) branch.addSucc(join, direct);
        else branch.addSucc(no);
        if (oneSided) f.blocks.remove(no);
        b.at(yes);
        body(depth);
        Inst[] args = new Inst[n];
        for (int k = 0; k < n; k++) args[k] = pick(types[k]);
        b.br(join, args);
        if (!oneSided) {
            values = new ArrayList<>(before);
            b.at(no);
            body(depth);
            for (int k = 0; k < n; k++) args[k] = pick(types[k]);
            b.br(join, args);
        }
        values = before;
        b.at(join);
        for (Type t : types) values.add(join.addParam(t));
        f.renumber();
    }

    private void multiway(int depth) {
        int n = 2 + random.nextInt(8);
        Type t = random.nextBoolean() ? Type.I32 : Type.I64;
        boolean dense = random.nextBoolean();
        Inst v = b.binary(Op.AND, pick(t), f.iconst(t, dense ? 7 : 0x701));
        Block join = f.newBlock(null);
        List<Block> targets = new ArrayList<>();
        long[] cases = new long[n];
        Inst[][] args = new Inst[n + 1][2];
        for (int k = 0; k <= n; k++) for (int j = 0; j < 2; j++) args[k][j] = pick(j == 0 ? Type.I64 : Type.F64);
        for (int k = 0; k < n; k++) cases[k] = dense ? k : (long) k << 8 | k & 1;
        Inst s = b.emit(Op.SWITCH, Type.VOID, v);
        s.aux = cases;
        s.addSucc(join, args[n]);
        List<Inst> before = new ArrayList<>(values);
        for (int k = 0; k < n; k++) {
            if (random.nextBoolean()) s.addSucc(join, args[k]);
            else {
                Block target = f.newBlock(null);
                targets.add(target);
                s.addSucc(target);
            }
        }
        for (Block target : targets) {
            values = new ArrayList<>(before);
            b.at(target);
            values.add(value());
            b.br(join, pick(Type.I64), pick(Type.F64));
        }
        values = before;
        b.at(join);
        values.add(join.addParam(Type.I64));
        values.add(join.addParam(Type.F64));
        f.renumber();
    }

    private void loop(int depth) {
        Block head = f.newBlock(null);
        Block exit = f.newBlock(null);
        int n = 1 + random.nextInt(6);
        Type[] types = new Type[n];
        Inst[] args = new Inst[n + 1];
        args[0] = f.iconst(Type.I32, 2 + random.nextInt(3));
        for (int k = 0; k < n; k++) {
            types[k] = k > 0 && random.nextInt(2) == 0 ? types[k - 1] : anyType();
            args[k + 1] = pick(types[k]);
        }
        b.br(head, args);
        List<Inst> before = new ArrayList<>(values);
        Inst counter = head.addParam(Type.I32);
        List<Inst> params = new ArrayList<>();
        for (Type t : types) params.add(head.addParam(t));
        values.addAll(params);
        b.at(head);
        body(depth);
        Inst next = b.binary(Op.SUB, counter, f.iconst(Type.I32, 1));
        Inst[] again = new Inst[n + 1];
        again[0] = next;
        for (int k = 0; k < n; k++) again[k + 1] = random.nextBoolean() ? rotated(params, k) : pick(types[k]);
        Inst c = b.icmp(Cond.NE, next, f.iconst(Type.I32, 0));
        Inst branch = b.emit(Op.CONDBR, Type.VOID, c);
        branch.addSucc(head, again);
        branch.addSucc(exit);
        values = before;
        b.at(exit);
        values.addAll(params);
        f.renumber();
    }

    /** Another parameter of the same type, to make copies that exchange places. */
    private static Inst rotated(List<Inst> params, int k) {
        for (int d = 1; d <= params.size(); d++) {
            Inst p = params.get((k + d) % params.size());
            if (p.type == params.get(k).type) return p;
        }
        return params.get(k);
    }
}
