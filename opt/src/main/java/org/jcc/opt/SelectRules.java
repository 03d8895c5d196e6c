package org.jcc.opt;

import static org.jcc.opt.Patterns.con;
import static org.jcc.opt.Patterns.log2;
import static org.jcc.opt.Patterns.neverPoison;
import static org.jcc.opt.Patterns.one;
import static org.jcc.opt.Patterns.ones;
import static org.jcc.opt.Patterns.power;
import static org.jcc.opt.Patterns.val;
import static org.jcc.opt.Patterns.zero;

import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for selections. A selection stops the poison of the side that it does not take, and, or and arithmetic do
 * not: a selection of truth values becomes one of these only where the other side is never poison.
 */
final class SelectRules extends RuleSet {
    SelectRules(Function f) {
        super(f);
    }

    // ======== select ========
    Inst select(Inst i, Inst c, Inst x, Inst y) {
        if (c.isConst()) return one(c) ? x : y;
        if (x == y) return x;
        if (i.type == Type.I1 && one(x) && zero(y)) return c;
        if (i.type == Type.I1 && zero(x) && one(y)) return make(Op.XOR, c, num(Type.I1, 1));
        if (c.op == Op.XOR && one(c.arg(1))) return make(Op.SELECT, c.arg(0), y, x);
        if (i.type.isInt() && c.op == Op.ICMP && c.cond() == Cond.EQ && (c.arg(0) == x && c.arg(1) == y || c.arg(0) == y && c.arg(1) == x)) return y;
        if (i.type.isInt() && c.op == Op.ICMP && c.cond() == Cond.NE && (c.arg(0) == x && c.arg(1) == y || c.arg(0) == y && c.arg(1) == x)) return x;
        if (x.op == Op.SELECT && x.arg(0) == c) return make(Op.SELECT, c, x.arg(1), y);
        if (y.op == Op.SELECT && y.arg(0) == c) return make(Op.SELECT, c, x, y.arg(2));
        if (i.type == Type.I1 && zero(y) && neverPoison(x, 4)) return make(Op.AND, c, x);
        if (i.type == Type.I1 && one(x) && neverPoison(y, 4)) return make(Op.OR, c, y);
        if (i.type == Type.I1 && zero(x) && neverPoison(y, 4)) return make(Op.AND, make(Op.XOR, c, num(Type.I1, 1)), y);
        if (i.type == Type.I1 && one(y) && neverPoison(x, 4)) return make(Op.OR, make(Op.XOR, c, num(Type.I1, 1)), x);
        if (i.type.isInt() && i.type.bits > 1 && zero(x) && one(y)) return make(Op.ZEXT, i.type, make(Op.XOR, c, num(Type.I1, 1)));
        if (i.type.isInt() && i.type.bits > 1 && one(x) && zero(y)) return make(Op.ZEXT, i.type, c);
        if (i.type.isInt() && i.type.bits > 1 && ones(x) && zero(y)) return make(Op.SEXT, i.type, c);
        if (i.type.isInt() && i.type.bits > 1 && con(x) && con(y) && val(x) - val(y) == 1) return make(Op.ADD, make(Op.ZEXT, i.type, c), y);
        if (i.type.isInt() && i.type.bits > 1 && con(x) && con(y) && val(y) - val(x) == 1) return make(Op.ADD, make(Op.ZEXT, i.type, make(Op.XOR, c, num(Type.I1, 1))), x);
        if (i.type.isInt() && i.type.bits > 1 && con(x) && zero(y) && power(x)) return make(Op.SHL, make(Op.ZEXT, i.type, c), num(i.type, log2(x)));
        if (i.type.isInt() && i.type.bits > 1 && i.type.bits <= 64 && x.op == Op.ADD && one(x.arg(1)) && x.arg(0) == y) return make(Op.ADD, y, make(Op.ZEXT, i.type, c));
        return null;
    }
}
