package org.jcc.codegen;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Moves copies of parameters to saved registers, and their stores to spill slots, from the entry down the one way on which they are wanted: they
 * make the frame necessary where they stand. Uses of a copy on the way read the original.
 *
 * <p>A copy may move behind a branch if one successor alone wants its result, that block has no other predecessor, and nothing changes the
 * original before the block's end.
 *
 * <p>Requires: final layout. Ensures: the same values where they are read.
 */
final class ParameterCopies {
    private static final int STEPS = 64;

    private final MFunction f;
    private final TargetMachine target;
    private final MachineGraph graph;
    private final long frameRegs;
    private final Row copy, copy4, storeG, store4, storeF8, storeF16;
    /** By block: registers, and of the first 64 spill slots those, that are read before they are written. */
    private final long[] regsIn, slotsIn;

    private ParameterCopies(MFunction f, TargetMachine target, MachineGraph graph, long frameRegs) {
        this.f = f;
        this.target = target;
        this.graph = graph;
        this.frameRegs = frameRegs;
        copy = target.spills().copy(Kind.GPR, 8, 0, 0).row;
        copy4 = target.spills().copy(Kind.GPR, 4, 0, 0).row;
        store4 = target.spills().store(Kind.GPR, 4, 0, 0).row;
        storeG = target.spills().store(Kind.GPR, 8, 0, 0).row;
        storeF8 = target.spills().store(Kind.FPR, 8, 0, 0).row;
        storeF16 = target.spills().store(Kind.FPR, 16, 0, 0).row;
        regsIn = new long[graph.count];
        slotsIn = new long[graph.count];
    }

    static void run(MFunction f, TargetMachine target, MachineGraph graph, long frameRegs) {
        ParameterCopies c = new ParameterCopies(f, target, graph, frameRegs);
        boolean any = false;
        for (MInst i = graph.blocks[0].first; i != null && !any; i = i.next) any = c.isCopy(i) || c.isStore(i);
        if (!any) return;
        c.findLive();
        int b = 0;
        for (int n = 0; n < STEPS && b >= 0; n++) b = c.sink(b);
    }

    private boolean isCopy(MInst i) {
        return (i.row == copy || i.row == copy4) && i.count == 2 && i.isReg(0) && i.isReg(1) && i.isDef(0) && !i.isUse(0) && (frameRegs >>> i.reg(0) & 1) != 0 && (frameRegs >>> i.reg(1) & 1) == 0;
    }

    private boolean isStore(MInst i) {
        return (i.row == storeG || i.row == store4 || i.row == storeF8 || i.row == storeF16) && i.count == 2 && i.isMem(0) && i.isReg(1) && slotBit(i, 0) != 0 && i.index(0) == MInst.NONE && i.disp(0) == 0;
    }

    /** The bit of a spill slot that a memory operand is in. */
    private long slotBit(MInst i, int k) {
        if (!i.isMem(k) || !MInst.isSlot(i.reg(k))) return 0;
        int s = MInst.slotOf(i.reg(k)) - f.firstSpillSlot;
        return s >= 0 && s < 64 ? 1L << s : 0;
    }

    // ---- what is alive ----

    private void findLive() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int b = graph.count - 1; b >= 0; b--) {
                long regs = 0;
                long slots = 0;
                for (int s : graph.succs[b]) {
                    regs |= regsIn[s];
                    slots |= slotsIn[s];
                }
                for (MInst i = graph.blocks[b].last; i != null; i = i.prev) {
                    for (int k = 0; k < i.count; k++) {
                        if (i.isReg(k) && i.isDef(k) && !i.isUse(k)) regs &= ~(1L << i.reg(k));
                        if (i.isMem(k) && i.isDef(k) && !i.isUse(k) && isStore(i)) slots &= ~slotBit(i, k);
                    }
                    regs &= ~i.clobbers;
                    for (int k = 0; k < i.count; k++) {
                        if (i.isReg(k) && i.isUse(k)) regs |= 1L << i.reg(k);
                        if (!i.isMem(k)) continue;
                        if (i.reg(k) >= 0) regs |= 1L << i.reg(k);
                        if (i.index(k) >= 0) regs |= 1L << i.index(k);
                        if (i.isUse(k) || !isStore(i)) slots |= slotBit(i, k);
                    }
                }
                if (regs == regsIn[b] && slots == slotsIn[b]) continue;
                regsIn[b] = regs;
                slotsIn[b] = slots;
                changed = true;
            }
        }
    }

    // ---- moving ----

    /** Moves what it can from a block; where to go on, or -1. */
    private int sink(int b) {
        int to = -1;
        for (MInst i = graph.blocks[b].last, prev; i != null; i = prev) {
            prev = i.prev;
            if (!isCopy(i) && !isStore(i)) continue;
            int s = wantedBy(b, i);
            if (s < 0 || to >= 0 && s != to || !isFree(i)) continue;
            if (isCopy(i)) useOriginal(i);
            i.remove();
            graph.blocks[s].prepend(i);
            regsIn[s] |= 1L << i.reg(1);
            if (isCopy(i)) regsIn[s] &= ~(1L << i.reg(0));
            else slotsIn[s] &= ~slotBit(i, 0);
            to = s;
        }
        return to;
    }

    /** The one successor that reads the result, if only this block leads there; or -1. */
    private int wantedBy(int b, MInst i) {
        int to = -1;
        for (int s : graph.succs[b]) {
            boolean wants = isCopy(i) ? (regsIn[s] >>> i.reg(0) & 1) != 0 : (slotsIn[s] & slotBit(i, 0)) != 0;
            if (!wants) continue;
            if (to >= 0 || s == 0 || graph.preds[s].length != 1) return -1;
            to = s;
        }
        return graph.succs[b].length > 1 ? to : -1;
    }

    /** Neither source nor result changes before the block's end, and what reads the result could read the source. */
    private boolean isFree(MInst c) {
        int source = c.reg(1);
        boolean store = isStore(c);
        int result = store ? -1 : c.reg(0);
        for (MInst i = c.next; i != null; i = i.next) {
            if ((i.clobbers >>> source & 1) != 0 || result >= 0 && ((i.clobbers | i.row.uses) >>> result & 1) != 0) return false;
            for (int k = 0; k < i.count; k++) {
                if (!store && c.row != copy && readsWide(i, k, result)) return false;
                if (i.isReg(k)) {
                    if (i.isDef(k) && (i.reg(k) == source || i.reg(k) == result)) return false;
                    if (i.reg(k) == result && (i.fixedReg(k) >= 0 || i.tiedTo(k) >= 0)) return false;
                } else if (store && i.isMem(k) && (slotBit(i, k) & slotBit(c, 0)) != 0) return false;
            }
        }
        return true;
    }

    /** Reads more than 32 bits of the register: the source of a narrow copy may have others there. */
    private static boolean readsWide(MInst i, int k, int r) {
        if (i.isMem(k)) return i.reg(k) == r || i.index(k) == r;
        return i.isReg(k) && i.reg(k) == r && (k >= i.row.kinds.length || i.row.kinds[k].size() > 4);
    }

    private static void useOriginal(MInst c) {
        for (MInst i = c.next; i != null; i = i.next) {
            for (int k = 0; k < i.count; k++) {
                int kind = i.kind(k);
                if ((kind == MInst.REG || kind == MInst.MEM) && i.reg(k) == c.reg(0)) i.setReg(k, c.reg(1));
                if (kind == MInst.MEM && i.index(k) == c.reg(0)) i.setIndex(k, c.reg(1));
            }
        }
    }
}
