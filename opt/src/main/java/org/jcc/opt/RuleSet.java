package org.jcc.opt;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * What a set of simplification rules builds with: constants, and instructions before the one that is looked at, with its
 * location. New instructions have no flags but those that a rule gives them.
 */
abstract class RuleSet {
    final Function f;
    /** The instruction that is looked at: new ones stand before it. */
    Inst at;

    RuleSet(Function f) {
        this.f = f;
    }

    final Inst num(Type t, long v) {
        return f.iconst(t, v);
    }

    final Inst zeroOf(Type t) {
        return f.zero(t);
    }

    final Inst make(Op op, Inst x, Inst y) {
        return make(op, op == Op.PTRADD ? Type.PTR : x.type, x, y);
    }

    final Inst make(Op op, Inst c, Inst x, Inst y) {
        return make(op, x.type, c, x, y);
    }

    final Inst make(Op op, Type t, Inst... args) {
        Inst n = f.newInst(op, t, args);
        n.locatedAs(at);
        n.insertBefore(at);
        return n;
    }

    static Inst flagged(Inst i, int flags) {
        i.flags |= flags;
        return i;
    }

    final Inst comparison(Cond c, Inst x, Inst y) {
        Inst n = make(Op.ICMP, Type.I1, x, y);
        n.imm = c.ordinal();
        return n;
    }

    final Inst negated(Inst compare) {
        Inst n = make(compare.op, Type.I1, compare.arg(0), compare.arg(1));
        n.imm = compare.cond().negate().ordinal();
        n.flags = compare.flags;
        return n;
    }
}
