package org.jcc.opt;

import java.util.List;
import java.util.function.Supplier;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The code of the bundles that {@link Slp} has chosen, from the first to the last: each vector behind the last of its lanes, what is gathered or spread where it is needed first,
 * or before the loops in which none of it varies. Then the scalars go that nothing needs.
 */
final class SlpCode {
    private final AliasTags tags;
    private final Function f;
    private final Builder b;
    private final List<Bundle> bundles;
    private final byte[] fate;
    private final SlpGraph graph;
    private final Supplier<LoopForest> loops;

    /** @param bundles by position @param fate of lanes, by id @param loops asked only where something may stand before a loop */
    SlpCode(AliasTags tags, Function f, SlpGraph graph, List<Bundle> bundles, byte[] fate, Supplier<LoopForest> loops) {
        this.tags = tags;
        this.f = f;
        this.loops = loops;
        this.graph = graph;
        this.bundles = bundles;
        this.fate = fate;
        b = new Builder(f);
    }

    void make() {
        for (Bundle x : bundles) {
            b.before(x.last.next);
            b.loc = x.last.loc;
            b.scope = x.last.scope;
            for (Bundle a : x.args) {
                if (a.value != null) continue;
                Inst end = before(a, x.last.block);
                if (end != null) b.before(end);
                ready(a);
                if (end != null) b.before(x.last.next);
            }
            x.value = compute(x);
            if (x.kind == Bundle.Kind.STORE) continue;
            if (x.kind == Bundle.Kind.REDUCE) {
                x.lanes[0].replaceAllUsesWith(x.value);
                continue;
            }
            for (int k = 0; k < x.lanes.length; k++) {
                Inst l = x.lanes[k];
                if (fate[l.id] != Slp.EXTRACTED) continue;
                Inst e = b.emit(Op.EXTRACT, l.type, x.value, f.iconst(Type.I32, k));
                if (x.extracted == null) x.extracted = new Inst[x.lanes.length];
                x.extracted[k] = e;
                l.replaceAllUsesWith(e);
            }
        }
        for (int k = bundles.size() - 1; k >= 0; k--) for (Inst l : bundles.get(k).lanes) if (fate[l.id] != Slp.KEPT) remove(l);
    }

    /** With the operands that only it needed. */
    private static void remove(Inst i) {
        if (i.block == null) return;
        Inst[] args = new Inst[i.argCount()];
        for (int k = 0; k < args.length; k++) args[k] = i.arg(k);
        i.remove();
        for (Inst a : args) if (a.block != null && a.op != Op.PARAM && a.useCount() == 0 && a.isRemovableIfUnused()) remove(a);
    }

    /** The end of the block before the outermost loop in which nothing of it varies; or null. */
    private Inst before(Bundle a, Block block) {
        if (a.kind != Bundle.Kind.SPLAT && a.kind != Bundle.Kind.GATHER) return null;
        for (Inst l : a.lanes) if (l.block == block || l.isTerminator()) return null;
        LoopForest forest = loops.get();
        Inst end = null;
        for (LoopForest.Loop l = forest.of(block); l != null; l = l.parent) {
            for (Inst v : a.lanes) if (!v.op.isConstant() && forest.contains(l, v.block)) return end;
            Inst enter = entry(forest, l);
            if (enter == null) return end;
            end = enter;
        }
        return end;
    }

    /** The one branch into the loop, or null. */
    private static Inst entry(LoopForest forest, LoopForest.Loop l) {
        Inst found = null;
        for (int e = 0; e < l.header.predCount(); e++) {
            Inst t = l.header.pred(e);
            if (forest.contains(l, t.block)) continue;
            if (found != null || t.op != Op.BR && t.op != Op.CONDBR) return null;
            found = t;
        }
        return l.irreducible ? null : found;
    }

    private void ready(Bundle a) {
        switch (a.kind) {
            case SHUFFLE -> {
                a.value = b.emit(Op.SHUFFLE, a.type, a.args[0].value, a.args.length > 1 ? a.args[1].value : f.poison(a.type));
                a.value.aux = a.order;
            }
            case SPLAT -> a.value = b.emit(Op.SPLAT, a.type, scalar(a.lanes[0]));
            default -> {
                Inst first = scalar(a.lanes[0]);
                Inst v = b.emit(Op.SPLAT, a.type, first);
                for (int k = 1; k < a.lanes.length; k++) if (a.lanes[k] != a.lanes[0]) v = b.emit(Op.INSERT, a.type, v, scalar(a.lanes[k]), f.iconst(Type.I32, k));
                a.value = v;
            }
        }
    }

    private Inst scalar(Inst lane) {
        Bundle o = graph.owner(lane);
        if (o != null && o.kind == Bundle.Kind.REDUCE && o.value != null) return o.value;
        if (o != null && o.extracted != null) for (int k = 0; k < o.lanes.length; k++) if (o.lanes[k] == lane && o.extracted[k] != null) return o.extracted[k];
        return lane;
    }

    private Inst compute(Bundle x) {
        Inst one = x.lanes[0];
        switch (x.kind) {
            case STORE -> {
                return access(b.store(one.arg(0), x.args[0].value, one.align, 0), x);
            }
            case REDUCE -> {
                return reduce(x, one);
            }
            case LOAD -> {
                return access(b.load(x.type, one.arg(0), one.align, 0), x);
            }
            case ALTERNATE -> {
                // What is subtracted changes its sign: -x is ~x + 1.
                Type bits = Type.vector(Type.integer(x.type.element.bits), x.type.lanes);
                boolean floating = x.type.element.isFloat();
                Inst signs = null;
                for (int k = 0; k < x.lanes.length; k++) {
                    boolean plus = x.lanes[k].op.isCommutative();
                    Inst s = f.iconst(bits.element, plus ? 0 : floating ? 1L << 63 >> 64 - bits.element.bits : -1);
                    if (signs == null) signs = b.emit(Op.SPLAT, bits, s);
                    else if (s != signs.arg(0)) signs = b.emit(Op.INSERT, bits, signs, s, f.iconst(Type.I32, k));
                }
                Inst second = as(b.binary(Op.XOR, as(x.args[1].value, bits), signs), x.type);
                if (floating) return b.binary(Op.FADD, x.args[0].value, second, flags(x));
                return b.binary(Op.ADD, x.args[0].value, b.binary(Op.SUB, second, signs));
            }
            default -> {
                return operation(x, one);
            }
        }
    }

    /** Vectors, then the halves of what that gives, until one lane is left; and scalars. */
    private Inst reduce(Bundle x, Inst root) {
        int flags = flags(x);
        if (!root.op.isFloating()) flags = 0;
        Inst v = x.args[0].value;
        for (int k = 1; k < x.args.length; k++) v = b.binary(root.op, v, x.args[k].value, flags);
        for (int half = v.type.lanes / 2; half > 0; half /= 2) {
            Inst upper = b.emit(Op.SHUFFLE, v.type, v, f.poison(v.type));
            upper.aux = VectorShuffles.upper(v.type.lanes, half);
            v = b.binary(root.op, v, upper, flags);
        }
        Inst r = b.emit(Op.EXTRACT, root.type, v, f.iconst(Type.I32, 0));
        for (Inst s : x.rest) r = b.binary(root.op, r, scalar(s), flags);
        return r;
    }

    private Inst operation(Bundle x, Inst one) {
        Inst[] a = new Inst[x.args.length];
        for (int k = 0; k < a.length; k++) a[k] = x.args[k].value;
        switch (one.op) {
            case SELECT -> {
                // (mask & yes) | (~mask & no)
                Type bits = a[0].type;
                Inst ones = b.emit(Op.SPLAT, bits, f.iconst(bits.element, -1));
                Inst yes = b.binary(Op.AND, a[0], as(a[1], bits));
                Inst no = b.binary(Op.AND, b.binary(Op.XOR, a[0], ones), as(a[2], bits));
                return as(b.binary(Op.OR, yes, no), x.type);
            }
            case SHL, LSHR, ASHR -> {
                return b.binary(one.op, a[0], b.emit(Op.SPLAT, x.type, one.arg(1)), flags(x));
            }
            default -> {
                Inst v = b.emit(one.op, x.type, a);
                v.imm = one.imm;
                v.flags = flags(x);
                return v;
            }
        }
    }

    private Inst as(Inst v, Type t) {
        return v.type == t ? v : b.emit(Op.BITCAST, t, v);
    }

    /** What holds for all lanes; a lane that is poison must not be more to those beside it. */
    private static int flags(Bundle x) {
        int flags = ~Inst.POISON_FLAGS;
        for (Inst l : x.lanes) flags &= l.flags;
        return flags;
    }

    private Inst access(Inst v, Bundle x) {
        int flags = Inst.INVARIANT;
        v.tag = x.lanes[0].tag;
        for (Inst l : x.lanes) {
            flags &= l.flags;
            v.tag = tags.merged(v.tag, l.tag);
        }
        v.flags = flags;
        return v;
    }
}
