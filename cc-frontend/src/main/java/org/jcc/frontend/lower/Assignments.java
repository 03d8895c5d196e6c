package org.jcc.frontend.lower;

import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.CType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Assignments (C17 6.5.16, 6.5.2.4, 6.5.3.1): the simple one, compound ones with increments and decrements, and those of atomic objects: an
 * atomic operation where there is one, else a loop around compare and exchange.
 */
final class Assignments {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Memory memory;
    private final Shapes shapes;
    private final Builder b;
    private final Function f;

    Assignments(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.memory = expressions.memory;
        this.shapes = fn.shapes;
        this.b = fn.b;
        this.f = fn.f;
    }

    /** Gives the target's new value if {@code wanted}. */
    Inst assign(TypedExpr.Assign a, boolean wanted) {
        Place p = expressions.place(a.target());
        if (Shapes.byAddress(a.type())) {
            expressions.recordTo(a.value(), p, false);
            return memory.address(p);
        }
        Inst v = expressions.value(a.value());
        b.loc = a.loc();
        memory.store(p, v);
        return wanted ? memory.stored(p, v) : null;
    }

    Inst modify(TypedExpr.Modify m, boolean wanted) {
        Place p = expressions.place(m.target());
        b.loc = m.loc();
        if (p.type().isAtomic()) return modifyAtomic(m, p);
        if (m.type().isVector()) return expressions.vectors.modify(m, p);
        Inst old = memory.load(p);
        m.old().lowered = old;
        Inst v = expressions.value(m.update());
        b.loc = m.loc();
        memory.store(p, v);
        return !wanted ? null : m.resultIsOld() ? old : memory.stored(p, v);
    }

    /** As {@link #modifyAtomic}, of an object that no instruction exchanges: what was seen and what is to come are in memory. */
    private Inst modifyByLibrary(TypedExpr.Modify m, Place p, Type t) {
        CType plain = p.type().unqualified();
        long n = p.type().size();
        Inst address = memory.address(p);
        Inst seen = memory.temporary(p.type());
        Inst next = memory.temporary(p.type());
        Inst size = f.iconst(Type.I64, n);
        Inst order = f.iconst(Type.I32, cOrder(Inst.SEQ_CST));
        expressions.calls.library("__atomic_load", Type.VOID, size, address, seen, order);
        Block loop = f.newBlock("atomic");
        Block end = f.newBlock(null);
        fn.jump(loop);
        fn.beginLive(loop);
        Inst old = memory.load(Place.of(seen, plain, (int) Math.min(16, n)));
        m.old().lowered = old;
        Inst v = expressions.value(m.update());
        b.loc = m.loc();
        // Padding goes along as it was.
        memory.memcpy(next, seen, n, 1);
        memory.store(Place.of(next, plain, (int) Math.min(16, n)), v);
        Inst ok = expressions.calls.library("__atomic_compare_exchange", Type.I8, size, address, seen, next, order, order);
        fn.jumpIf(b.icmp(Cond.NE, ok, f.iconst(Type.I8, 0)), end, loop, Conditions.NO_HINT);
        fn.begin(end);
        return m.resultIsOld() ? old : v;
    }

    private Inst modifyAtomic(TypedExpr.Modify m, Place p) {
        Type t = shapes.ir(p.type());
        if (!memory.lockFree(p.type())) return modifyByLibrary(m, p, t);
        boolean reversed = (p.type().quals() & CType.REVERSED) != 0 && p.type().size() > 1;
        if (m.atomicOp() != null && !reversed) {
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
            Inst old = rmw(rmw, memory.address(p), operand, (int) p.type().size(), Inst.SEQ_CST);
            return m.resultIsOld() ? old : expressions.binary(m.atomicOp(), old, operand, false);
        }
        // load; loop: new = update(old); compare-and-exchange; until it succeeds
        Type bits = Memory.atomicType(p.type());
        Inst address = memory.address(p);
        boolean half = Halves.is(p.type());
        Inst first = memory.loadAtomic(p, bits, Inst.SEQ_CST);
        Block loop = f.newBlock("atomic");
        Block end = f.newBlock(null);
        Inst seen = loop.addParam(bits);
        fn.jump(loop, first);
        fn.beginLive(loop);
        Inst old = memory.ordered(p, half ? seen : expressions.reinterpret(seen, t));
        if (half) old = expressions.halves.value(old);
        m.old().lowered = old;
        Inst v = expressions.value(m.update());
        b.loc = m.loc();
        Inst x = cmpxchg(address, seen, expressions.reinterpret(memory.ordered(p, half ? expressions.halves.bits(v) : v), bits), (int) p.type().size(), Inst.SEQ_CST, Inst.SEQ_CST, false);
        Inst ok = b.result(x, 1, Type.I1);
        Inst found = b.result(x, 0, bits);
        if (!fn.dead) {
            Inst jump = b.condbr(ok, end, loop);
            jump.addSuccArg(1, found);
        }
        fn.die();
        fn.begin(end);
        return m.resultIsOld() ? old : v;
    }

    Inst rmw(Op.Rmw op, Inst address, Inst operand, int size, int order) {
        Inst i = b.emit(Op.ATOMICRMW, operand.type, address, operand);
        i.imm = op.ordinal();
        i.align = size;
        i.setOrder(order);
        return i;
    }

    Inst cmpxchg(Inst address, Inst expected, Inst desired, int size, int order, int failOrder, boolean weak) {
        Inst i = b.emit(Op.CMPXCHG, Type.TUPLE, address, expected, desired);
        i.align = size;
        i.setOrder(order);
        i.setFailOrder(failOrder);
        if (weak) i.flags |= Inst.WEAK;
        return i;
    }

    /** The number of an order as the C library's functions take it. */
    static int cOrder(int order) {
        return switch (order) {
            case Inst.ACQUIRE -> 2;
            case Inst.RELEASE -> 3;
            case Inst.ACQ_REL -> 4;
            case Inst.SEQ_CST -> 5;
            default -> 0;
        };
    }
}
