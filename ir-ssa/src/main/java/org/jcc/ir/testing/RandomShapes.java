package org.jcc.ir.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * What {@link RandomIr} alone would make too rarely: the shapes that passes look for. Loops over arrays that fill, copy, shift, sum up,
 * map and search, with counters of several widths and steps; tail and other recursion; a function of variable arguments; computed
 * jumps; thread-locals; dynamic stack; conditions that never hold; vectors.
 */
final class RandomShapes {
    private static final AbiType I32 = new AbiType.Scalar(Type.I32, true), I64 = new AbiType.Scalar(Type.I64, true), F64 = new AbiType.Scalar(Type.F64, true);

    private final RandomIr r;
    private final Random random;
    private GlobalVar local;
    private Function tail;
    private Function tree;
    private Function variadic;
    private boolean dispatched;

    RandomShapes(RandomIr r) {
        this.r = r;
        random = r.random;
    }

    /** A function begins. */
    void start() {
        dispatched = false;
    }

    /** Adds what the other functions use. */
    void declare() {
        local = new GlobalVar("local", 64, 16).define();
        local.tls = random.nextBoolean() ? GlobalVar.Tls.LOCAL_EXEC : GlobalVar.Tls.GENERAL_DYNAMIC;
        local.init = new byte[64];
        random.nextBytes(local.init);
        r.m.add(local);
        tailRecursion();
        treeRecursion();
        variableArguments();
    }

    /** Calls of those functions; their results. */
    List<Inst> calls() {
        List<Inst> out = new ArrayList<>();
        out.add(call(tail, Type.I64, r.f.iconst(Type.I32, random.nextInt(9)), r.value(Type.I64)));
        out.add(call(tree, Type.I32, r.f.iconst(Type.I32, 3 + random.nextInt(5))));
        out.add(callVariadic());
        return out;
    }

    private Inst call(Function g, Type t, Inst... args) {
        return r.b.call(new CallInfo(g.signature, 0), t, r.f.symbol(g, 0), args);
    }

    /** One of the shapes, in the function being made. */
    void some(int depth) {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4, 5 -> walk(depth);
            case 6 -> search();
            case 7 -> dispatch();
            case 8 -> threadLocal();
            case 9 -> dynamicStack();
            case 10 -> never();
            case 11 -> r.scope.add(callVariadic());
            case 12 -> {
                if (r.options.vectors) vector();
                else walk(depth);
            }
            default -> {
                Inst n = r.b.binary(Op.AND, r.value(Type.I32), r.f.iconst(Type.I32, 7));
                r.scope.add(random.nextBoolean() ? call(tail, Type.I64, n, r.value(Type.I64)) : call(tree, Type.I32, n));
            }
        }
    }

    // ---- loops over arrays ----

    /** An element's address: arrays of 16 elements of up to 8 bytes lie at 0 to 128 of the global memory. */
    private Inst element(long base, Inst index, Type t) {
        Inst i = index.type == Type.I64 ? index : r.b.convert(random.nextBoolean() ? Op.SEXT : Op.ZEXT, index, Type.I64);
        Inst bytes = random.nextBoolean() ? r.b.binary(Op.SHL, i, r.f.iconst(Type.I64, Integer.numberOfTrailingZeros(t.size)), Inst.NSW)
                : r.b.binary(Op.MUL, i, r.f.iconst(Type.I64, t.size));
        return r.b.ptradd(r.f.symbol(r.memory, base), bytes);
    }

    private Type elementType() {
        Type[] types = {Type.I8, Type.I16, Type.I32, Type.I32, Type.I64, Type.F64, Type.F32};
        Type t = types[random.nextInt(types.length)];
        return t.isFloat() && !r.options.floats ? Type.I32 : t;
    }

    /**
     * <pre>
     *   for (i = start; i &lt; n; i += step) { out[i] = f(in[i], i, sum); sum = g(sum, in[i]); … }
     * </pre>
     * tested at the top or at the bottom, upwards or downwards.
     */
    private void walk(int depth) {
        Type t = elementType();
        Type it = switch (random.nextInt(4)) {
            case 0 -> Type.I64;
            case 1 -> Type.I16;
            default -> Type.I32;
        };
        Inst limit = random.nextBoolean() ? r.f.iconst(it, random.nextInt(17)) : r.b.binary(Op.AND, r.value(it), r.f.iconst(it, 15));
        int step = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        boolean down = step == 1 && random.nextInt(4) == 0;
        Inst start = down ? limit : r.f.iconst(it, random.nextInt(3) == 0 ? random.nextInt(3) : 0);
        Type st = t.isFloat() || random.nextBoolean() ? t : Type.I64;
        int kind = random.nextInt(7);
        long from = random.nextInt(5) * 32L;
        long to = random.nextInt(4) == 0 ? Math.min(128, from + t.size) : random.nextInt(5) * 32L;
        Inst fill = r.value(t);
        if (t.isFloat()) fill = r.number(fill);
        Inst first = r.value(st);

        Block head = r.f.newBlock("walk");
        Block body = r.f.newBlock("body");
        Block exit = r.f.newBlock("walked");
        r.b.br(head, start, first);
        Inst i = head.addParam(it);
        Inst sum = head.addParam(st);
        r.b.at(head);
        Cond[] below = {Cond.ULT, Cond.SLT};
        Inst more = down ? r.b.icmp(Cond.NE, i, r.f.iconst(it, 0)) : r.b.icmp(below[random.nextInt(2)], i, limit);
        if (random.nextInt(3) == 0) {
            more = r.b.icmp(Cond.EQ, more, r.f.iconst(Type.I1, 0));
            r.b.condbr(more, exit, body);
        } else {
            r.b.condbr(more, body, exit);
        }
        r.b.at(body);
        List<Inst> outer = r.scope;
        r.scope = new ArrayList<>(outer);
        Inst at = down ? r.b.binary(Op.SUB, i, r.f.iconst(it, 1)) : i;
        r.scope.add(i);
        Inst next = sum;
        switch (kind) {
            case 0 -> r.b.store(element(to, at, t), fill, 1, 0);
            case 1 -> r.b.store(element(to, at, t), copied(element(from, at, t), t), 1, 0);
            case 2 -> next = combine(sum, r.convert(r.load(t, element(from, at, t), 1), st));
            case 3 -> {
                Inst x = r.load(t, element(from, at, t), 1);
                r.scope.add(x);
                r.statements(1 + random.nextInt(2), depth + 2);
                Inst y = r.value(t);
                r.b.store(element(to, at, t), t.isFloat() ? r.number(y) : y, 1, 0);
            }
            case 4 -> {
                // A condition that does not change in the loop.
                Inst c = outer.stream().filter(v -> v.type == Type.I1).findFirst().orElse(null);
                Inst x = r.convert(r.load(t, element(from, at, t), 1), st);
                next = c == null ? combine(sum, x) : r.b.select(c, combine(sum, x), x);
            }
            case 5 -> {
                Inst p = element(to, at, t);
                Inst x = combine(r.load(t, p, 1), fill);
                r.b.store(p, t.isFloat() ? r.number(x) : x, 1, 0);
                next = st == t ? x : sum;
            }
            default -> {
                r.statements(1 + random.nextInt(3), depth + 2);
                next = r.value(st);
            }
        }
        Inst again = down ? at : r.b.binary(Op.ADD, i, r.f.iconst(it, step), random.nextBoolean() ? Inst.NSW : 0);
        r.b.br(head, again, next);
        r.scope = outer;
        r.b.at(exit);
        r.scope.add(sum);
        r.scope.add(i);
    }

    private Inst copied(Inst from, Type t) {
        Inst x = r.load(t, from, 1);
        return t.isFloat() ? r.number(x) : x;
    }

    private Inst combine(Inst x, Inst y) {
        if (x.type.isFloat()) return r.b.binary(random.nextBoolean() ? Op.FADD : Op.FMUL, x, y);
        Op[] ops = {Op.ADD, Op.ADD, Op.XOR, Op.OR, Op.MUL, Op.SMAX, Op.UMIN, Op.SUB};
        return r.b.binary(ops[random.nextInt(ops.length)], x, y);
    }

    /** {@code for (i = 0; i < 16; i++) if (memory[i] == x) break;} */
    private void search() {
        Inst x = r.value(Type.I8);
        Block head = r.f.newBlock("search");
        Block body = r.f.newBlock("compare");
        Block found = r.f.newBlock("found");
        Block exit = r.f.newBlock("searched");
        r.b.br(head, r.f.iconst(Type.I64, 0));
        Inst i = head.addParam(Type.I64);
        Inst result = exit.addParam(Type.I64);
        r.b.at(head);
        r.b.condbr(r.b.icmp(Cond.ULT, i, r.f.iconst(Type.I64, 16 + random.nextInt(3) * 8)), body, exit).addSuccArg(1, r.f.iconst(Type.I64, -1));
        r.b.at(body);
        Inst y = r.load(Type.I8, element(0, i, Type.I8), 1);
        Inst next = r.b.binary(Op.ADD, i, r.f.iconst(Type.I64, 1), Inst.NUW | Inst.NSW);
        Inst br = r.b.condbr(r.b.icmp(random.nextBoolean() ? Cond.EQ : Cond.UGT, y, x), found, head);
        br.addSuccArg(1, next);
        r.b.at(found);
        r.b.br(exit, i);
        r.b.at(exit);
        r.scope.add(result);
    }

    // ---- jumps, storage ----

    /** A jump to the address of a label; one in a function. */
    private void dispatch() {
        if (dispatched) return;
        dispatched = true;
        Block[] targets = new Block[2 + random.nextInt(2)];
        for (int k = 0; k < targets.length; k++) {
            targets[k] = r.f.newBlock("label");
            targets[k].addressTaken = true;
        }
        Inst to = r.f.blockAddr(targets[0]);
        for (int k = 1; k < targets.length; k++) to = r.b.select(r.truth(), r.f.blockAddr(targets[k]), to);
        Inst jump = r.b.emit(Op.INDIRECTBR, Type.VOID, to);
        for (Block t : targets) jump.addSucc(t);
        Block join = r.f.newBlock("join");
        Type t = r.type();
        Inst p = join.addParam(t);
        List<Inst> outer = r.scope;
        for (Block target : targets) {
            r.b.at(target);
            r.scope = new ArrayList<>(outer);
            r.statements(1, 3);
            r.b.br(join, r.value(t));
        }
        r.scope = outer;
        r.b.at(join);
        r.scope.add(p);
    }

    private void threadLocal() {
        Inst address = r.b.emit(Op.TLSADDR, Type.PTR);
        address.aux = local;
        address.imm = random.nextInt(4) * 16L;
        Type t = r.integer();
        if (random.nextBoolean()) r.b.store(address, r.value(t), 1, 0);
        r.scope.add(r.load(t, address, 1));
    }

    private void dynamicStack() {
        Inst sp = r.b.emit(Op.STACKSAVE, Type.PTR);
        Inst size = r.b.binary(Op.ADD, r.b.binary(Op.AND, r.value(Type.I64), r.f.iconst(Type.I64, 127)), r.f.iconst(Type.I64, 16));
        Inst p = r.b.emit(Op.DYNALLOCA, Type.PTR, size);
        p.align = 8 << random.nextInt(4);
        Type t = r.integer();
        r.b.store(p, r.value(t), 1, 0);
        Inst copy = r.b.emit(Op.MEMCPY, Type.VOID, p, r.f.symbol(r.memory, 32), r.f.iconst(Type.I64, random.nextInt(16)));
        copy.align = 1;
        if (random.nextBoolean()) r.statements(1 + random.nextInt(2), 3);
        Inst v = r.load(t, p, 1);
        r.b.emit(Op.STACKRESTORE, Type.VOID, sp);
        r.scope.add(v);
    }

    /** A branch to where control never comes. */
    private void never() {
        Type t = r.integer();
        Inst c = r.b.icmp(Cond.UGT, r.b.binary(Op.AND, r.value(t), r.f.iconst(t, 3)), r.f.iconst(t, 3));
        Block no = r.f.newBlock("never");
        Block on = r.f.newBlock("on");
        r.b.condbr(c, no, on);
        r.b.at(no);
        r.b.emit(random.nextBoolean() ? Op.TRAP : Op.UNREACHABLE, Type.VOID);
        r.b.at(on);
    }

    /** Operations on the lanes of 16 bytes; more of them if nothing need be selected. */
    private void vector() {
        Type[] elements = {Type.I32, Type.I32, Type.I16, Type.I8, Type.I64, Type.F32, Type.F64};
        Type e = elements[random.nextInt(r.options.floats ? 7 : 5)];
        // As a rule as wide as a register; or wider, or narrower.
        int lanes = Math.max(1, (random.nextInt(3) > 0 ? 16 : 4 << random.nextInt(4)) / e.size);
        Type v = Type.vector(e, lanes);
        Inst x = r.b.emit(Op.SPLAT, v, e.isFloat() ? r.number(r.value(e)) : r.value(e));
        x = r.b.emit(Op.INSERT, v, x, r.value(e), r.f.iconst(Type.I32, random.nextInt(lanes)));
        boolean inMemory = v.size <= 16;
        Inst at = r.address();
        Inst y = inMemory ? r.load(v, at, 1) : r.b.emit(Op.SPLAT, v, e.isFloat() ? r.number(r.value(e)) : r.value(e));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            Inst z = lanes(v, x, y);
            x = random.nextBoolean() ? y : x;
            y = z;
        }
        int[] order = new int[lanes];
        int turn = random.nextInt(lanes);
        boolean regular = random.nextBoolean();
        for (int k = 0; k < lanes; k++) order[k] = regular ? (k ^ turn) + (k & 1) * lanes : random.nextInt(2 * lanes);
        y = r.b.emit(Op.SHUFFLE, v, y, x);
        y.aux = order;
        if (!e.isFloat() && e.bits < 64 && random.nextBoolean()) {
            Type wide = Type.vector(Type.integer(e.bits * 2), lanes);
            Inst w = r.b.convert(random.nextBoolean() ? Op.SEXT : Op.ZEXT, y, wide);
            y = r.b.convert(Op.TRUNC, r.b.binary(Op.ADD, w, w), v);
        }
        // What NaNs there are stay in their registers.
        if (!e.isFloat() && inMemory) r.b.store(r.address(), y, 1, 0);
        r.scope.add(r.b.emit(Op.EXTRACT, e, y, r.f.iconst(Type.I32, random.nextInt(lanes))));
    }

    private Inst lanes(Type v, Inst x, Inst y) {
        Type e = v.element;
        if (e.isFloat()) {
            Op[] ops = {Op.FADD, Op.FSUB, Op.FMUL, Op.FDIV, Op.FNEG, Op.FABS};
            Op op = ops[random.nextInt(ops.length)];
            return op == Op.FNEG || op == Op.FABS ? r.b.unary(op, x) : r.b.emit(op, v, x, y);
        }
        switch (random.nextInt(5)) {
            case 0 -> {
                Op[] ops = {Op.SHL, Op.LSHR, Op.ASHR, Op.ROTL, Op.ROTR};
                Inst by = random.nextInt(3) > 0 ? r.f.iconst(e, random.nextInt(e.bits)) : r.b.binary(Op.AND, r.value(e), r.f.iconst(e, e.bits - 1));
                Inst amount = r.b.emit(Op.SPLAT, v, by);
                if (random.nextInt(4) == 0) amount = r.b.emit(Op.INSERT, v, amount, r.f.iconst(e, random.nextInt(e.bits)), r.f.iconst(Type.I32, random.nextInt(v.lanes)));
                return r.b.emit(ops[random.nextInt(ops.length)], v, x, amount);
            }
            case 1 -> {
                Inst mask = r.b.emit(Op.ICMP, v, x, y);
                mask.imm = random.nextInt(10);
                return r.b.emit(Op.AND, v, mask, x);
            }
            default -> {
                Op[] ops = {Op.ADD, Op.SUB, Op.XOR, Op.AND, Op.OR, Op.MUL, Op.SMIN, Op.SMAX, Op.UMIN, Op.UMAX, Op.ABS};
                Op op = ops[random.nextInt(ops.length)];
                return op == Op.ABS ? r.b.unary(op, x) : r.b.emit(op, v, x, y);
            }
        }
    }

    // ---- functions ----

    private void begin(String name, AbiType result, AbiType... params) {
        r.f = new Function(name, new Signature(result, List.of(params), false, false));
        r.f.linkage = Symbol.Linkage.INTERNAL;
        r.m.add(r.f);
        r.start();
    }

    /** {@code tail(n, x) = n == 0 ? x : tail(n - 1, g(x, n))} */
    private void tailRecursion() {
        begin("tail", I64, I32, I64);
        tail = r.f;
        Inst n = r.f.entry().addParam(Type.I32);
        Inst x = r.f.entry().addParam(Type.I64);
        r.scope.add(n);
        r.scope.add(x);
        Block end = r.f.newBlock("end");
        Block on = r.f.newBlock("on");
        r.b.condbr(r.b.icmp(Cond.EQ, n, r.f.iconst(Type.I32, 0)), end, on);
        r.b.at(end);
        r.b.ret(x);
        r.b.at(on);
        r.statements(2, 3);
        Inst next = call(tail, Type.I64, r.b.binary(Op.SUB, n, r.f.iconst(Type.I32, 1)), r.b.binary(Op.XOR, r.value(Type.I64), x));
        r.b.ret(random.nextBoolean() ? next : r.b.binary(Op.ADD, next, r.b.convert(Op.SEXT, n, Type.I64)));
    }

    /** {@code tree(n) = n < 2 ? n : tree(n - 1) op tree(n - 2)} */
    private void treeRecursion() {
        begin("tree", I32, I32);
        tree = r.f;
        Inst n = r.f.entry().addParam(Type.I32);
        r.scope.add(n);
        Block end = r.f.newBlock("end");
        Block on = r.f.newBlock("on");
        r.b.condbr(r.b.icmp(Cond.SLT, n, r.f.iconst(Type.I32, 2)), end, on);
        r.b.at(end);
        r.b.ret(n);
        r.b.at(on);
        Inst x = call(tree, Type.I32, r.b.binary(Op.ADD, n, r.f.iconst(Type.I32, -1)));
        Inst y = call(tree, Type.I32, r.b.binary(Op.SUB, n, r.f.iconst(Type.I32, 2)));
        r.b.ret(combine(x, y));
    }

    /** Sums up n arguments, which are by turns i32, double and i64. */
    private void variableArguments() {
        r.f = new Function("variadic", new Signature(I64, List.of(I32), true, false));
        variadic = r.f;
        r.f.attributes |= Function.NOINLINE;
        r.m.add(r.f);
        r.start();
        Inst n = r.f.entry().addParam(Type.I32);
        Inst list = r.b.alloca(24, 8, "list");
        Inst copy = r.b.alloca(24, 8, "copy");
        r.b.emit(Op.VASTART, Type.VOID, list);
        Block head = r.f.newBlock("head");
        Block body = r.f.newBlock("body");
        Block exit = r.f.newBlock("exit");
        r.b.br(head, r.f.iconst(Type.I32, 0), r.f.iconst(Type.I64, 1));
        Inst i = head.addParam(Type.I32);
        Inst sum = head.addParam(Type.I64);
        r.b.at(head);
        r.b.condbr(r.b.icmp(Cond.SLT, i, n), body, exit);
        r.b.at(body);
        r.b.emit(Op.VACOPY, Type.VOID, copy, list);
        Inst a = next(list, I32, Type.I32);
        Inst x = next(list, F64, Type.F64);
        Inst c = next(list, I64, Type.I64);
        Inst same = next(copy, I32, Type.I32);
        r.b.emit(Op.VAEND, Type.VOID, copy);
        Inst s = r.mix(r.mix(r.mix(r.mix(sum, a), x), c), same);
        r.b.br(head, r.b.binary(Op.ADD, i, r.f.iconst(Type.I32, 1)), s);
        r.b.at(exit);
        r.b.emit(Op.VAEND, Type.VOID, list);
        r.b.ret(sum);
    }

    private Inst next(Inst list, AbiType t, Type type) {
        Inst p = r.b.emit(Op.VAARG, Type.PTR, list);
        p.aux = t;
        return r.load(type, p, type.align);
    }

    private Inst callVariadic() {
        int n = random.nextInt(5);
        List<AbiType> params = new ArrayList<>(List.of(I32));
        List<Inst> args = new ArrayList<>(List.of(r.f.iconst(Type.I32, n)));
        for (int k = 0; k < n; k++) {
            params.addAll(List.of(I32, F64, I64));
            args.addAll(List.of(r.value(Type.I32), r.tame(r.value(Type.F64)), r.value(Type.I64)));
        }
        Signature at = new Signature(I64, params, 1, true, false, "c");
        return r.b.call(new CallInfo(at, 0), Type.I64, r.f.symbol(variadic, 0), args.toArray(new Inst[0]));
    }
}
