package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;

/**
 * What {@code restrict} promises (C17 6.7.3.1), put into the tags of accesses: for each load and store the set of the function's restrict pointers
 * that its address may be based on. The front end wraps each value that is read from such a pointer in a {@link Op#RESTRICT}; here the values that are
 * computed from it are found, the accesses marked ({@link AliasTags.Restrict}), and the operation goes.
 *
 * <p>Sets grow in a fixed point over all values: through arithmetic, conversions to integers and back, selections and block parameters, so that an
 * address that may be based on either of two pointers is marked with both. A pointer that was stored, or passed to a call, may come
 * back by every load and every call's result. A comparison's result is not based on what it compares.
 *
 * <p>Less is promised than the standard does: an address that a restrict pointer was set from may alias what is based on the pointer (the standard lets
 * nobody use the one while the other is in use; programs do), and so may two restrict pointers one of which was set from the other.
 *
 * <p>The scope is the one execution of the function. A copy of the body is a scope of its own; where it may be executed several times in the
 * function around it, it is none ({@link Inline}, {@link TailRecursion}).
 *
 * <p>Requires: variables are values. Ensures: no restrict operation. Gain in executed instructions of loops over restrict pointers at -O2: sums of columns kept in
 * memory 21 %, a vector scaled by what a pointer points to 41 %; vectors need no check for overlap. Sources that do not use it stay as they are.
 */
final class Restrict {
    private static final long OTHER = AliasTags.Restrict.OTHER;

    private final AliasTags tags;
    private final Function f;
    /** By instruction id: pointers that the value may be based on. */
    private final long[] bases;
    /** By instruction id: pointers that were set from the value, or from what it is computed from. */
    private final long[] hints;
    /** Pointers that memory may hold. */
    private long escaped;
    private boolean changed;

    private Restrict(AliasTags tags, Function f) {
        this.tags = tags;
        this.f = f;
        bases = new long[f.instCount()];
        hints = new long[f.instCount()];
    }

    static void run(Module m, Function f) {
        boolean any = false;
        for (Block b : f.blocks) for (Inst i = b.first; i != null && !any; i = i.next) any = i.op == Op.RESTRICT;
        if (!any) return;
        if (f.level(m.level) > 0) new Restrict(m.tags, f).mark();
        for (Block b : f.blocks) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.op != Op.RESTRICT) continue;
                if (i.useCount() > 0) i.replaceAllUsesWith(i.arg(0));
                i.remove();
            }
        }
    }

    private void mark() {
        origins();
        do {
            changed = false;
            for (Block b : f.blocks) {
                if (b != f.entry()) for (Inst p : b.params) parameter(p);
                for (Inst i = b.first; i != null; i = i.next) {
                    if (i.hasResult()) compute(i);
                    escape(i);
                }
            }
        } while (changed);
        int scope = tags.newScope();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op != Op.LOAD && i.op != Op.STORE && i.op != Op.ATOMICRMW && i.op != Op.CMPXCHG) continue;
                long s = value(i.arg(0));
                if (s != 0) s |= hints[i.arg(0).id];
                if (s != 0) i.tag = tags.within(i.tag, scope, s);
            }
        }
    }

    /** Finds the values that restrict pointers were set from. */
    private void origins() {
        List<Inst> work = new ArrayList<>();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op != Op.RESTRICT) continue;
                long k = 1L << i.arg(1).imm;
                origin(work, i.arg(0), k);
                while (!work.isEmpty()) {
                    Inst v = work.removeLast();
                    switch (v.op) {
                        case PTRADD, FREEZE, EXPECT -> origin(work, v.arg(0), k);
                        case SELECT -> {
                            origin(work, v.arg(1), k);
                            origin(work, v.arg(2), k);
                        }
                        case PARAM -> {
                            if (v.block != f.entry()) for (int e = 0; e < v.block.predCount(); e++) origin(work, v.block.predArg(e, (int) v.imm), k);
                        }
                        default -> { }
                    }
                }
            }
        }
    }

    private void origin(List<Inst> work, Inst v, long k) {
        if (v.op == Op.RESTRICT || (hints[v.id] & k) != 0) return;
        hints[v.id] |= k;
        work.add(v);
    }

    private void parameter(Inst p) {
        long s = 0;
        long h = 0;
        for (int e = 0; e < p.block.predCount(); e++) {
            Inst v = p.block.predArg(e, (int) p.imm);
            s |= value(v);
            h |= hints[v.id];
        }
        set(p, s, h);
    }

    private void set(Inst i, long s, long h) {
        if ((bases[i.id] | s) == bases[i.id] && (hints[i.id] | h) == hints[i.id]) return;
        bases[i.id] |= s;
        hints[i.id] |= h;
        changed = true;
    }

    private long value(Inst v) {
        return switch (v.op) {
            // Null points to nothing; an index is based on nothing.
            case ICONST -> v.type.isPtr() && v.imm != 0 ? OTHER : 0;
            case SYMBOL, BLOCKADDR -> OTHER;
            case PARAM -> v.block != f.entry() ? bases[v.id] : v.type.isPtr() ? OTHER : 0;
            default -> bases[v.id];
        };
    }

    private void compute(Inst i) {
        switch (i.op) {
            case RESTRICT -> set(i, value(i.arg(0)) & ~OTHER | 1L << i.arg(1).imm, 0);
            case ICMP, FCMP, ISCONST -> { }
            case SELECT -> set(i, value(i.arg(1)) | value(i.arg(2)), hints[i.arg(1).id] | hints[i.arg(2).id]);
            case INTTOPTR -> set(i, value(i.arg(0)) | OTHER | escaped, hints[i.arg(0).id]);
            case ALLOCA -> set(i, OTHER, 0);
            default -> {
                if (i.op.reads() || i.op.writes() || i.op.mayNotReturn()) {
                    // What no pointer fits in is based on none.
                    boolean small = i.type.isInt() && i.type.bits < 64 || i.type.isFloat();
                    set(i, i.type.isPtr() ? OTHER | escaped : small ? 0 : escaped, 0);
                    return;
                }
                long s = i.type.isPtr() && i.argCount() == 0 ? OTHER : 0;
                long h = 0;
                for (int k = 0; k < i.ownArgCount(); k++) {
                    s |= value(i.arg(k));
                    h |= hints[i.arg(k).id];
                }
                set(i, s, h);
            }
        }
    }

    private void escape(Inst i) {
        long s = 0;
        switch (i.op) {
            case STORE -> s = value(i.arg(1));
            case CALL, CALLBR, ASM, ASMBR, ATOMICRMW, CMPXCHG, MEMSET -> {
                for (int k = 0; k < i.ownArgCount(); k++) s |= value(i.arg(k));
            }
            default -> { }
        }
        s &= ~OTHER;
        if ((escaped | s) == escaped) return;
        escaped |= s;
        changed = true;
    }
}
