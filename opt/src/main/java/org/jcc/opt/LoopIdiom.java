package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Type;

/**
 * Loops that fill or copy memory become MEMSET and MEMCPY: the body is one block, it stores one value of which all bytes are equal, or what
 * it loads from a place that the stores do not touch, to consecutive addresses. The store leaves the loop; what then remains of
 * it without effect is deleted, if nothing behind it needs its values.
 *
 * <p>The C library's own functions of those names are left as they are, and so is everything under -fno-builtin.
 *
 * <p>Requires: loops are rotated and their variables wide. Ensures: no loop that only fills or copies.
 */
final class LoopIdiom {
    private static final int FEW = 8;

    private final Module module;
    private final Function f;
    private final LoopForest forest;
    private final Aliases aliases;

    private LoopIdiom(Module m, Function f) {
        module = m;
        this.f = f;
        forest = LoopShape.canonical(f);
        aliases = new Aliases(m, f);
    }

    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP) || !m.builtins || f.name.startsWith("mem") || f.name.startsWith("__mem")) return;
        LoopIdiom i = new LoopIdiom(m, f);
        for (LoopForest.Loop l : i.forest.loops) i.look(l);
    }

    private void look(LoopForest.Loop l) {
        if (!l.isInnermost() || l.own.size() > 2) return;
        Induction ind = Induction.of(f, forest, l);
        // A few rounds are better unrolled.
        if (ind == null || !ind.hasOneExit() || ind.constantTrips(FEW) > 0) return;
        // One block, but for an empty one on the way back.
        for (Block b : l.own) if (b != l.header && b.first != b.last || b.addressTaken) return;
        Inst store = null;
        Inst load = null;
        for (Block b : l.own) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.STORE && store == null) store = i;
                else if (i.op == Op.LOAD && load == null) load = i;
                else if (i.op.reads() || i.op.writes() || i.op.mayTrap() && !i.isTerminator() || i.op.mayNotReturn()) return;
            }
        }
        if (store == null || !store.isPlainAccess() || load != null && !load.isPlainAccess()) return;
        Trips trips = Trips.of(f, ind);
        if (trips == null) return;
        if (load == null) fill(ind, store, trips);
        else copy(ind, load, store, trips);
    }

    /** The address in the first round or, going down, in the last one; null if the stores are not consecutive. */
    private Inst start(Induction ind, Inst address, long size, Inst bytes, Trips trips) {
        Induction.Rec r = ind.rec(address);
        if (r == null || !r.stepsBy(size) && !r.stepsBy(-size)) return null;
        Inst first = trips.before(address);
        if (r.step > 0) return first;
        Inst back = trips.emit(Op.SUB, Type.I64, f.iconst(Type.I64, size), bytes);
        return trips.emit(Op.PTRADD, Type.PTR, first, back);
    }

    private void fill(Induction ind, Inst store, Trips trips) {
        Inst v = store.arg(1);
        Inst b = ind.isInvariant(v) ? singleByte(v) : null;
        long size = v.type.size;
        if (b == null || !isConsecutive(ind, store.arg(0), size)) return;
        Inst bytes = trips.bytes(size);
        Inst to = start(ind, store.arg(0), size, bytes, trips);
        Inst set = trips.emit(Op.MEMSET, Type.VOID, to, b, bytes);
        set.align = store.align;
        set.locatedAs(store);
        store.remove();
        remark(set, "loop turned into memset");
    }

    private void copy(Induction ind, Inst load, Inst store, Trips trips) {
        if (store.arg(1) != load || load.useCount() != 1) return;
        long size = load.type.size;
        if (load.type == Type.F80 || !isConsecutive(ind, store.arg(0), size) || !isConsecutive(ind, load.arg(0), size)) return;
        if (ind.rec(store.arg(0)).step != ind.rec(load.arg(0)).step) return;
        Object a = aliases.root(store.arg(0));
        Object b = aliases.root(load.arg(0));
        // The whole objects, whatever the types say: bytes that one round stores must not be loaded by a later one.
        if (aliases.mayAlias(new Aliases.Place(a, 0, -1, a, store.tag), new Aliases.Place(b, 0, -1, b, load.tag))) return;
        Inst bytes = trips.bytes(size);
        Inst to = start(ind, store.arg(0), size, bytes, trips);
        Inst from = start(ind, load.arg(0), size, bytes, trips);
        Inst copy = trips.emit(Op.MEMCPY, Type.VOID, to, from, bytes);
        copy.align = Math.min(store.align, load.align);
        copy.locatedAs(store);
        store.remove();
        load.remove();
        remark(copy, "loop turned into memcpy");
    }

    private static boolean isConsecutive(Induction ind, Inst address, long size) {
        Induction.Rec r = ind.rec(address);
        return r != null && size > 0 && (r.stepsBy(size) || r.stepsBy(-size));
    }

    /** The byte that the value consists of, as an i8; null if there is none. */
    private Inst singleByte(Inst v) {
        if (v.type == Type.I8) return v;
        if (v.op != Op.ICONST && v.op != Op.FCONST || v.type == Type.F80 || v.type == Type.I1) return null;
        long b = v.imm & 0xff;
        for (int k = 0; k < Math.min(8, v.type.size); k++) if ((v.imm >>> 8 * k & 0xff) != b) return null;
        for (int k = 8; k < v.type.size; k++) if ((v.immHi >>> 8 * (k - 8) & 0xff) != b) return null;
        return f.iconst(Type.I8, b);
    }

    private void remark(Inst at, String text) {
        if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.LOOP, at.loc, f, text);
    }
}
