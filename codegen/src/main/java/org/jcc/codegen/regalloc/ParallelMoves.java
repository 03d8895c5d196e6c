package org.jcc.codegen.regalloc;

import java.util.Arrays;
import org.jcc.asm.Kind;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Copies that happen all at once, put in an order. A copy may go when no other waiting one reads its destination; when only cycles
 * are left, two registers are exchanged if the target can, else one source goes to a free register or a slot. No
 * register is kept in reserve: a copy from memory to memory takes one that is idle here, or that a waiting copy will
 * write, or saves one for the moment.
 */
final class ParallelMoves {
    /** Places: registers below, frame slots from here on. */
    static final int SLOT = 64;
    /** The source is made anew. */
    static final int REMAT = -1;

    /** Takes the instructions in order. */
    interface Sink {
        void add(MInst i);
    }

    private final GlobalAllocator a;
    private final MFunction f;
    private final TargetMachine.Spills spills;
    private int[] src = new int[16], dst = new int[16], value = new int[16];
    private int count;
    /** Positions before and after: a register must be idle at both to be borrowed. */
    private int before, after;
    private Sink sink;
    private int emergency8 = -1, emergency16 = -1;

    ParallelMoves(GlobalAllocator a) {
        this.a = a;
        this.f = a.f;
        this.spills = a.target.spills();
    }

    void add(int from, int to, int v) {
        if (from == to) return;
        for (int k = 0; k < count; k++) if (dst[k] == to) return;
        if (count == src.length) {
            src = Arrays.copyOf(src, count * 2);
            dst = Arrays.copyOf(dst, count * 2);
            value = Arrays.copyOf(value, count * 2);
        }
        src[count] = from;
        dst[count] = to;
        value[count++] = v;
    }

    void emit(int before, int after, Sink sink) {
        this.before = before;
        this.after = after;
        this.sink = sink;
        while (count > 0) {
            boolean progress = false;
            for (int k = 0; k < count; ) {
                if (isRead(dst[k], k)) {
                    k++;
                    continue;
                }
                move(k);
                remove(k);
                progress = true;
            }
            if (!progress) breakCycle();
        }
    }

    private void remove(int k) {
        count--;
        for (int j = k; j < count; j++) {
            src[j] = src[j + 1];
            dst[j] = dst[j + 1];
            value[j] = value[j + 1];
        }
    }

    private boolean isRead(int place, int except) {
        for (int k = 0; k < count; k++) if (k != except && src[k] == place) return true;
        return false;
    }

    private int classOf(int k) {
        return f.regClass(value[k] + MInst.FIRST_VREG);
    }

    private int size(int k) {
        return f.size(value[k] + MInst.FIRST_VREG);
    }

    /** Bytes of a move to or from a slot: the whole slot of a general register, as others that share it may want more than this value. */
    private int size(int k, int slot) {
        return classOf(k) == Kind.GPR ? (int) f.slots.get(slot).size : size(k);
    }

    private void move(int k) {
        int c = classOf(k);
        int from = src[k];
        int to = dst[k];
        if (to < SLOT) {
            read(k, to);
            return;
        }
        if (from >= 0 && from < SLOT) {
            sink.add(spills.store(c, size(k, to - SLOT), to - SLOT, from));
            return;
        }
        int t = borrow(c, k);
        int saved = t < 0 ? save(c, k) : -1;
        if (t < 0) t = saved;
        read(k, t);
        sink.add(spills.store(c, size(k, to - SLOT), to - SLOT, t));
        if (saved >= 0) restore(c, saved);
    }

    private void read(int k, int to) {
        int from = src[k];
        if (from == REMAT) sink.add(Rematerialization.copy(a.ranges.insts[a.ranges.defNumber[value[k]]], to));
        else if (from >= SLOT) sink.add(spills.load(classOf(k), size(k, from - SLOT), to, from - SLOT));
        else sink.add(spills.copy(classOf(k), size(k), to, from));
    }

    /** A register that holds nothing now, or -1. Copy {@code k} is about to be made. */
    private int borrow(int c, int k) {
        for (int r : a.registers.order()[c]) {
            if (a.isUnsaved(r) || (a.allocatable[c] >>> r & 1) == 0) continue;
            boolean written = false;
            for (int j = 0; j < count; j++) if (j != k && dst[j] == r) written = true;
            if (isRead(r, -1)) continue;
            if (written || a.map.isIdle(r, before) && a.map.isIdle(r, after)) {
                a.used |= 1L << r;
                return r;
            }
        }
        return -1;
    }

    /** Puts some register that this copy does not read in a slot. */
    private int save(int c, int k) {
        int victim = -1;
        for (int r : a.registers.order()[c]) if ((a.allocatable[c] >>> r & 1) != 0 && !a.isUnsaved(r)) victim = r;
        sink.add(spills.store(c, c == Kind.GPR ? 8 : Math.max(16, f.widest), emergency(c), victim));
        return victim;
    }

    private void restore(int c, int r) {
        sink.add(spills.load(c, c == Kind.GPR ? 8 : Math.max(16, f.widest), r, emergency(c)));
    }

    private int emergency(int c) {
        if (c == Kind.GPR) return emergency8 >= 0 ? emergency8 : (emergency8 = f.newSlot(8, 8));
        return emergency16 >= 0 ? emergency16 : (emergency16 = f.newSpill(Math.max(16, f.widest)));
    }

    /** Every waiting copy's destination is read by another. */
    private void breakCycle() {
        for (int k = 0; k < count; k++) {
            if (src[k] < 0 || src[k] >= SLOT || dst[k] >= SLOT) continue;
            MInst x = spills.exchange(classOf(k), isNarrow(src[k], dst[k]) ? 4 : 8, dst[k], src[k]);
            if (x == null) continue;
            int s = src[k];
            int d = dst[k];
            sink.add(x);
            for (int j = 0; j < count; j++) {
                if (src[j] == s) src[j] = d;
                else if (src[j] == d) src[j] = s;
            }
            for (int j = 0; j < count; ) {
                if (src[j] == dst[j]) remove(j);
                else j++;
            }
            return;
        }
        int k = 0;
        int old = src[k];
        int c = classOf(k);
        int size = size(k);
        int t = -1;
        for (int r : a.registers.order()[c]) {
            if (a.isUnsaved(r) || (a.allocatable[c] >>> r & 1) == 0 || isRead(r, -1) || isWritten(r)) continue;
            if (a.map.isIdle(r, before) && a.map.isIdle(r, after)) {
                t = r;
                break;
            }
        }
        if (t >= 0) {
            a.used |= 1L << t;
            read(k, t);
        } else {
            for (int j = 0; j < count; j++) if (src[j] == old) size = Math.max(size, size(j));
            int slot = f.newSpill(size);
            if (old < SLOT) sink.add(spills.store(c, size, slot, old));
            else {
                int r = save(c, k);
                sink.add(spills.load(c, size(k, old - SLOT), r, old - SLOT));
                sink.add(spills.store(c, size, slot, r));
                restore(c, r);
            }
            t = SLOT + slot;
        }
        for (int j = 0; j < count; j++) if (src[j] == old) src[j] = t;
    }

    /** All values that wait in these two registers are narrow. */
    private boolean isNarrow(int a, int b) {
        for (int j = 0; j < count; j++) if ((src[j] == a || src[j] == b) && size(j) > 4) return false;
        return true;
    }

    private boolean isWritten(int r) {
        for (int j = 0; j < count; j++) if (dst[j] == r) return true;
        return false;
    }
}
