package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The sizes of {@link ObjectSizes} as values that the program computes: beside each pointer stand the bytes from it to its object's end and the whole object's; a parameter of a
 * block gets two more parameters beside it. Only for pointers all of whose origins are known.
 */
final class DynamicSizes {
    private static final int LIMIT = 200;

    /** Bytes to the end, and in all. */
    private record Sizes(Inst size, Inst whole) {}

    private final Function f;
    private final ObjectSizes origins;
    private final boolean subobjects;
    private final Map<Inst, Sizes> made = new HashMap<>();
    /** New instructions stand before it, with the location of {@link #model}. */
    private Inst before;
    private Inst model;

    /** {@code subobjects}: of members, where they are marked. */
    DynamicSizes(Function f, ObjectSizes origins, boolean subobjects) {
        this.f = f;
        this.origins = origins;
        this.subobjects = subobjects;
    }

    /** Whether each object that the pointer may point into has a size. */
    boolean isKnown(Inst p) {
        List<Inst> all = new ArrayList<>();
        all.add(p);
        for (int w = 0; w < all.size(); w++) {
            Inst v = all.get(w);
            int n = isMember(v) ? 0 : ObjectSizes.operands(v);
            if (n == 0 && !isMember(v) && origins.origin(v) == null || all.size() > LIMIT) return false;
            for (int k = 0; k < n; k++) if (!all.contains(ObjectSizes.operand(v, k))) all.add(ObjectSizes.operand(v, k));
        }
        return true;
    }

    Inst size(Inst p) {
        return sizes(p).size;
    }

    private boolean isMember(Inst v) {
        return subobjects && v.op == Op.SUBOBJECT;
    }

    private Sizes sizes(Inst v) {
        Sizes s = made.get(v);
        if (s != null) return s;
        if (v.op == Op.PARAM) return parameter(v);
        s = of(v);
        made.put(v, s);
        return s;
    }

    private Sizes parameter(Inst v) {
        Block b = v.block;
        Sizes s = new Sizes(b.addParam(Type.I64), b.addParam(Type.I64));
        made.put(v, s);
        for (int e = 0; e < b.predCount(); e++) {
            Sizes from = sizes(b.predArg(e, (int) v.imm));
            b.pred(e).addSuccArg(b.predSucc(e), from.size);
            b.pred(e).addSuccArg(b.predSucc(e), from.whole);
        }
        return s;
    }

    private Sizes of(Inst v) {
        if (isMember(v)) return both(f.iconst(Type.I64, v.imm));
        if (ObjectSizes.operands(v) == 0) return origin(v);
        Sizes x = sizes(ObjectSizes.operand(v, 0));
        if (v.op == Op.SELECT) {
            Sizes y = sizes(ObjectSizes.operand(v, 1));
            stand(v);
            return new Sizes(make(Op.SELECT, v.arg(0), x.size, y.size), make(Op.SELECT, v.arg(0), x.whole, y.whole));
        }
        if (v.op != Op.PTRADD) return x;
        stand(v);
        Inst by = v.arg(1);
        Inst all = x.size;
        if (x.whole != x.size) {
            // From the object's start.
            all = make(Op.UMAX, x.whole, x.size);
            by = make(Op.SUB, make(Op.ADD, all, by), x.size);
        }
        return new Sizes(left(all, by), x.whole);
    }

    /** What is left behind so many bytes, which may be too many. */
    private Inst left(Inst bytes, Inst by) {
        return make(Op.SUB, make(Op.UMAX, bytes, by), by);
    }

    private Sizes origin(Inst v) {
        ObjectSizes.Origin o = origins.origin(v);
        if (v.block == null) {
            long offset = v.op == Op.SYMBOL ? v.imm : 0;
            return new Sizes(f.iconst(Type.I64, offset < 0 || offset > o.bytes().imm ? 0 : o.bytes().imm - offset), o.bytes());
        }
        stand(v);
        Inst n = wide(v, o.bytes());
        if (o.times() != null) n = make(Op.MUL, n, wide(v, o.times()));
        if (v.op == Op.TLSADDR && v.imm != 0) return new Sizes(left(n, f.iconst(Type.I64, v.imm)), n);
        return both(n);
    }

    private static Sizes both(Inst n) {
        return new Sizes(n, n);
    }

    private void stand(Inst v) {
        before = v.next;
        // Slots come first in the entry block.
        while (before.op == Op.ALLOCA) before = before.next;
        model = v;
    }

    private Inst wide(Inst call, Inst n) {
        if (n.isConst()) return f.iconst(Type.I64, n.imm);
        if (n.type == Type.I64) return n;
        return placed(f.newInst(ObjectSizes.isSigned(call, n) ? Op.SEXT : Op.ZEXT, Type.I64, n));
    }

    private Inst make(Op op, Inst... args) {
        if (op == Op.SELECT && args[1] == args[2]) return args[1];
        Inst i = f.newInst(op, Type.I64, args);
        if (args[0].isConst() && args[1].isConst() && op != Op.SELECT) return new Constants(f).of(i);
        return placed(i);
    }

    private Inst placed(Inst i) {
        i.locatedAs(model).insertBefore(before);
        return i;
    }
}
