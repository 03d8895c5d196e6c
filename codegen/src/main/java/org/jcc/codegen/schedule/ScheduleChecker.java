package org.jcc.codegen.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jcc.asm.Row;
import org.jcc.codegen.RegisterLiveness;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirPrinter;

/**
 * Proves a schedule without trusting the graph: a snapshot before says of each instruction which others made the registers that it
 * reads, and which registers each made that are alive at the block's end; both must be the same afterwards, with the same instructions in each block. Calls and what has
 * effects of its own keep their place among all others. Of memory: volatile and atomic accesses keep their place among accesses; a store changes places with another access
 * only if frame slot, variable, displacement or type tell them apart.
 *
 * <p>For tests: it compares all pairs of a block's accesses.
 */
public final class ScheduleChecker {
    private final MFunction f;
    private final RegisterLiveness live;
    private final Map<MBlock, MInst[]> before = new HashMap<>();
    /** By instruction: 64 makers of what it reads, in one array. */
    private final Map<MInst, MInst[]> makers = new IdentityHashMap<>();
    private final Map<MBlock, MInst[]> atEnd = new HashMap<>();
    private final Map<MInst, Integer> place = new IdentityHashMap<>();

    /** Takes the snapshot: before scheduling. */
    public ScheduleChecker(MFunction f) {
        this.f = f;
        live = new RegisterLiveness(f);
        for (MBlock b : f.blocks) {
            before.put(b, instructions(b));
            atEnd.put(b, walk(b, makers));
        }
    }

    private static MInst[] instructions(MBlock b) {
        int n = 0;
        for (MInst i = b.first; i != null; i = i.next) n++;
        MInst[] all = new MInst[n];
        n = 0;
        for (MInst i = b.first; i != null; i = i.next) all[n++] = i;
        return all;
    }

    /** Who made what each instruction reads, and what is in the registers at the end. */
    private static MInst[] walk(MBlock b, Map<MInst, MInst[]> makers) {
        MInst[] now = new MInst[64];
        for (MInst i = b.first; i != null; i = i.next) {
            long defs = DependenceGraph.definitions(i);
            MInst[] read = new MInst[64];
            for (long s = RegisterLiveness.uses(i) | defs & ~RegisterLiveness.definitions(i); s != 0; s &= s - 1) {
                int r = Long.numberOfTrailingZeros(s);
                read[r] = now[r];
            }
            makers.put(i, read);
            for (long s = defs; s != 0; s &= s - 1) now[Long.numberOfTrailingZeros(s)] = i;
        }
        return now;
    }

    public void check() {
        for (MBlock b : f.blocks) {
            Map<MInst, MInst[]> after = new IdentityHashMap<>();
            MInst[] end = walk(b, after);
            MInst[] was = before.get(b);
            MInst[] is = instructions(b);
            if (was.length != is.length) fail(b, "instructions are lost", b.first);
            for (MInst i = b.first, p = null; i != null; p = i, i = i.next) if (i.prev != p || i.next == null && b.last != i) fail(b, "the list is broken", i);
            for (int k = 0; k < is.length; k++) place.put(is[k], k);
            for (MInst i : was) {
                if (!after.containsKey(i)) fail(b, "lost", i);
                if (!Arrays.equals(makers.get(i), after.get(i))) fail(b, "reads other values", i);
            }
            long wanted = live.atEnd(b);
            for (int r = 0; r < 64; r++) if (end[r] != atEnd.get(b)[r] && (wanted >>> r & 1) != 0) fail(b, "register " + r + " holds another value at the end", b.last);
            for (int k = 0; k < was.length; k++) {
                if (was[k].row.is(Row.CALL | Row.SIDE_EFFECT | Row.JUMP | Row.RET | Row.TRAP) && place.get(was[k]) != k) fail(b, "has moved", was[k]);
            }
            memory(b, was);
        }
    }

    private void memory(MBlock b, MInst[] was) {
        for (int k = 0; k < was.length; k++) {
            for (int l = k + 1; l < was.length; l++) {
                if (place.get(was[k]) < place.get(was[l]) || !accesses(was[k]) || !accesses(was[l])) continue;
                if (was[k].access == MInst.ORDERED || was[l].access == MInst.ORDERED || was[k].prefixes != 0 || was[l].prefixes != 0) fail(b, "accesses change places, before " + text(was[l]), was[k]);
                if ((writes(was[k]) || writes(was[l])) && !differ(was[k], was[l])) fail(b, "accesses of the same memory change places, before " + text(was[l]), was[k]);
            }
        }
    }

    private static boolean accesses(MInst i) {
        if (i.row.is(Row.MAY_LOAD | Row.MAY_STORE)) return true;
        for (int k = 0; k < i.count; k++) if (i.isMem(k) && (i.isUse(k) || i.isDef(k))) return true;
        return false;
    }

    private static boolean writes(MInst i) {
        if (i.row.is(Row.MAY_STORE)) return true;
        for (int k = 0; k < i.count; k++) if (i.isMem(k) && i.isDef(k)) return true;
        return false;
    }

    private boolean differ(MInst x, MInst y) {
        if (x.access > 0 && y.access > 0 && x.access != y.access && !writes(y)) return true;
        for (int p = 0; p < x.count; p++) {
            for (int q = 0; q < y.count; q++) {
                if (!x.isMem(p) || !y.isMem(q)) continue;
                if (x.ref(p) != y.ref(q) || MInst.isSlot(x.reg(p)) != MInst.isSlot(y.reg(q)) || MInst.isSlot(x.reg(p)) && x.reg(p) != y.reg(q)) continue;
                boolean sameAddress = x.reg(p) == y.reg(q) && x.index(p) == y.index(q) && x.scale(p) == y.scale(q) && sameMaker(x, y, x.reg(p)) && sameMaker(x, y, x.index(p));
                int low = Math.min(x.disp(p), y.disp(q));
                int size = low == x.disp(p) ? x.row.kinds[p].size() : y.row.kinds[q].size();
                if (!sameAddress || size == 0 || low + size > Math.max(x.disp(p), y.disp(q))) return false;
            }
        }
        return true;
    }

    private boolean sameMaker(MInst x, MInst y, int r) {
        return r < 0 || makers.get(x)[r] == makers.get(y)[r];
    }

    private String text(MInst i) {
        return MirPrinter.print(i, f);
    }

    private void fail(MBlock b, String what, MInst i) {
        throw new IllegalStateException("schedule of " + f.ir.name + ", block " + b.name + ": " + (i == null ? "" : text(i) + ": ") + what + "\n" + MirPrinter.print(f));
    }
}
