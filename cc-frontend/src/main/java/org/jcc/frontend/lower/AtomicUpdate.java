package org.jcc.frontend.lower;

import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;
import org.jcc.support.TargetInfo;

/**
 * Compound assignment, increment and decrement of an atomic object (C17 6.5.16.2p3, 6.5.2.4p2): one read-modify-write with sequentially
 * consistent order. An integer that grows by an integer is one instruction. All else is the loop of footnote 113:
 *
 * <pre>
 *     save the exception flags
 *     seen = load the object
 *     loop: next = update(seen)
 *           if (compare_exchange(object, &amp;seen, next)) goto end
 *           restore the exception flags
 *           goto loop
 *     end:
 * </pre>
 *
 * <p>What is compared are the object's bytes as they were read, padding included, never a value that was computed from them: a
 * {@code long double} has 6 bytes that no value says anything about, and a value may compare equal to another one's bytes or unequal to its own
 * (zeros, NaNs). Objects of 1, 2, 4 and 8 bytes are exchanged as integers by an instruction, others by the library, which wants both
 * values in memory. A complex number is one object: both of its parts change at once.
 *
 * <p>The exceptions that an attempt raised are forgotten with its value, those that were there before stay (where {@code -ftrapping-math}
 * holds and the arithmetic is floating). The flags are read once and written only after an attempt was in vain, so that the usual case
 * costs one instruction. Unlike with feholdexcept, an exception that is not masked traps in such an attempt, too.
 */
final class AtomicUpdate {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Memory memory;
    private final Builder b;
    private final Function f;
    private final TypedExpr.Modify m;
    private final Place p;
    private final CType plain;
    private final int size;

    AtomicUpdate(FunctionLowering fn, Expressions expressions, TypedExpr.Modify m, Place p) {
        this.fn = fn;
        this.expressions = expressions;
        this.memory = expressions.memory;
        this.b = fn.b;
        this.f = fn.f;
        this.m = m;
        this.p = p;
        this.plain = p.type().unqualified().qualify(p.type().quals() & CType.REVERSED);
        this.size = (int) p.type().size();
    }

    /** The expression's value: of a complex number both parts, else one. */
    Inst[] value() {
        boolean lockFree = memory.lockFree(p.type());
        if (m.atomicOp() != null && lockFree && ((p.type().quals() & CType.REVERSED) == 0 || size == 1)) return new Inst[] {operation()};
        Inst flags = saveExceptions();
        return lockFree ? byInstruction(flags) : byLibrary(flags);
    }

    private Inst operation() {
        Inst operand = expressions.value(m.operand());
        b.loc = m.loc();
        Op.Rmw rmw = switch (m.atomicOp()) {
            case ADD -> Op.Rmw.ADD;
            case SUB -> Op.Rmw.SUB;
            case AND -> Op.Rmw.AND;
            case OR -> Op.Rmw.OR;
            case XOR -> Op.Rmw.XOR;
            default -> throw new IllegalStateException(m.atomicOp().toString());
        };
        Inst old = expressions.assignments.rmw(rmw, memory.address(p), operand, size, Inst.SEQ_CST);
        return m.resultIsOld() ? old : expressions.binary(m.atomicOp(), old, operand, false);
    }

    private Inst[] byInstruction(Inst flags) {
        Type bits = Memory.atomicType(p.type());
        Inst address = memory.address(p);
        Inst first = memory.loadAtomic(p, bits, Inst.SEQ_CST);
        Block loop = f.newBlock("atomic");
        Block end = f.newBlock(null);
        Block again = flags == null ? loop : f.newBlock(null);
        Inst seen = loop.addParam(bits);
        fn.jump(loop, first);
        fn.beginLive(loop);
        Inst[] old = number(seen);
        Inst[] next = update(old);
        Inst x = expressions.assignments.cmpxchg(address, seen, bits(next, bits), size, Inst.SEQ_CST, Inst.SEQ_CST, false);
        Inst ok = b.result(x, 1, Type.I1);
        Inst found = b.result(x, 0, bits);
        if (!fn.dead) {
            Inst jump = b.condbr(ok, end, again);
            if (flags == null) jump.addSuccArg(1, found);
        }
        fn.die();
        if (flags != null) {
            fn.begin(again);
            restoreExceptions(flags);
            fn.jump(loop, found);
        }
        fn.begin(end);
        return m.resultIsOld() ? old : next;
    }

    /** The number that the object's bits are. A complex one takes the way through memory. */
    private Inst[] number(Inst bits) {
        if (plain.isComplex()) {
            Inst temp = memory.temporary(plain);
            b.store(temp, bits, plain.align(), 0);
            return expressions.complexes.load(Place.of(temp, plain));
        }
        boolean half = Halves.is(plain);
        Inst v = memory.ordered(p, half ? bits : expressions.reinterpret(bits, fn.shapes.ir(plain)));
        return new Inst[] {half ? expressions.halves.value(v) : v};
    }

    private Inst bits(Inst[] number, Type t) {
        if (plain.isComplex()) {
            Inst temp = memory.temporary(plain);
            expressions.complexes.store(Place.of(temp, plain), number);
            return b.load(t, temp, plain.align(), 0);
        }
        Inst v = Halves.is(plain) ? expressions.halves.bits(number[0]) : number[0];
        return expressions.reinterpret(memory.ordered(p, v), t);
    }

    /** What was seen and what is to come are in memory. */
    private Inst[] byLibrary(Inst flags) {
        int align = Math.min(16, size);
        Inst address = memory.address(p);
        Inst seen = memory.temporary(p.type());
        Inst next = memory.temporary(p.type());
        Inst bytes = f.iconst(Type.I64, size);
        Inst order = f.iconst(Type.I32, Assignments.cOrder(Inst.SEQ_CST));
        expressions.calls.library("__atomic_load", Type.VOID, bytes, address, seen, order);
        Block loop = f.newBlock("atomic");
        Block end = f.newBlock(null);
        Block again = flags == null ? loop : f.newBlock(null);
        fn.jump(loop);
        fn.beginLive(loop);
        Inst[] old = load(Place.of(seen, plain, align));
        Inst[] v = update(old);
        store(Place.of(next, plain, align), v);
        Inst ok = expressions.calls.library("__atomic_compare_exchange", Type.I8, bytes, address, seen, next, order, order);
        fn.jumpIf(b.icmp(Cond.NE, ok, f.iconst(Type.I8, 0)), end, again, Conditions.NO_HINT);
        if (flags != null) {
            fn.begin(again);
            restoreExceptions(flags);
            fn.jump(loop);
        }
        fn.begin(end);
        return m.resultIsOld() ? old : v;
    }

    private Inst[] load(Place from) {
        return plain.isComplex() ? expressions.complexes.load(from) : new Inst[] {memory.load(from)};
    }

    private void store(Place to, Inst[] number) {
        if (plain.isComplex()) expressions.complexes.store(to, number);
        else memory.store(to, number[0]);
    }

    private Inst[] update(Inst[] old) {
        m.old().lowered = plain.isComplex() ? old : old[0];
        Inst[] v = plain.isComplex() ? expressions.complexes.value(m.update()) : new Inst[] {expressions.value(m.update())};
        b.loc = m.loc();
        return v;
    }

    // ---- floating-point exceptions ----

    /** Where the flags are kept; null if there is no need. */
    private Inst saveExceptions() {
        if (!fn.options.trappingMath || arithmetic() == null) return null;
        Inst slot = b.alloca(TargetInfo.AsmNames.EXCEPTION_BYTES, 4, null);
        exceptions(fn.unit.module.target.regs().saveExceptions(x87()), slot);
        return slot;
    }

    private void restoreExceptions(Inst slot) {
        exceptions(fn.unit.module.target.regs().restoreExceptions(x87()), slot);
    }

    private void exceptions(String template, Inst slot) {
        AsmInfo.Operand scratch = new AsmInfo.Operand("r", Type.I32, -1, 0, -1, null, false, false, true);
        AsmInfo.Operand address = new AsmInfo.Operand("r", Type.PTR, 0, -1, -1, null, false, false, false);
        Inst i = b.emit(Op.ASM, Type.I32, slot);
        i.aux = new AsmInfo(template, false, true, List.of(scratch, address), List.of("memory"), 0, new Type[] {Type.I32});
    }

    /** The floating type that the update computes in: the object's, unless another operand's is wider; null if it is no floating one. */
    private BasicType arithmetic() {
        TypedExpr e = m.update();
        while (e instanceof TypedExpr.Convert c) e = c.operand();
        CType t = e.type().strip();
        BasicType basic = t instanceof ComplexType c ? c.element : t instanceof BasicType x ? x : null;
        return basic != null && basic.isFloating() ? basic : null;
    }

    private boolean x87() {
        return arithmetic().format == BasicType.Format.X87;
    }
}
