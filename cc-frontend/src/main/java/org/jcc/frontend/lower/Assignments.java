package org.jcc.frontend.lower;

import org.jcc.frontend.ast.TypedExpr;
import org.jcc.ir.Builder;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Assignments (C17 6.5.16, 6.5.2.4, 6.5.3.1): the simple one, compound ones with increments and decrements. Those of atomic objects are
 * {@link AtomicUpdate}'s.
 */
final class Assignments {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Memory memory;
    private final Builder b;

    Assignments(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.memory = expressions.memory;
        this.b = fn.b;
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
        if (p.type().isAtomic()) return new AtomicUpdate(fn, expressions, m, p).value()[0];
        if (m.type().isVector()) return expressions.vectors.modify(m, p);
        Inst old = memory.load(p);
        m.old().lowered = old;
        Inst v = expressions.value(m.update());
        b.loc = m.loc();
        memory.store(p, v);
        return !wanted ? null : m.resultIsOld() ? old : memory.stored(p, v);
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
