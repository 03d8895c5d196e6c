package org.jcc.codegen.regalloc;

import java.util.HashSet;
import java.util.Set;
import org.jcc.asm.Row;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;

/**
 * Moves the step of a loop variable behind the last use of its old value: {@code *p++} computes the new p early, and two
 * values in one register are then impossible. Where the instruction would destroy flags on its new place, another is taken
 * that does not (on x86-64 lea).
 *
 * <p>A step is a pure instruction on a parameter of some block, whose result is the next argument for it.
 *
 * <p>Requires: machine code in SSA form. Ensures: the same values.
 */
final class Sinking {
    private final MFunction f;
    private final TargetMachine target;
    /** By register: the block of which it is a parameter. */
    private final MBlock[] owner;
    /** Arguments (above) for parameters (below). */
    private final Set<Long> passed = new HashSet<>();

    private Sinking(MFunction f, TargetMachine target) {
        this.f = f;
        this.target = target;
        owner = new MBlock[f.regCount()];
        for (MBlock b : f.blocks) {
            for (int p : b.params) owner[p] = b;
            for (int k = 0; k < b.args.length; k++) passed.add((long) b.args[k] << 32 | b.succs[0].params[k]);
        }
    }

    static void run(MFunction f, TargetMachine target) {
        Sinking s = new Sinking(f, target);
        for (MBlock b : f.blocks) {
            for (MInst i = b.last, prev; i != null; i = prev) {
                prev = i.prev;
                s.sink(b, i);
            }
        }
    }

    private void sink(MBlock b, MInst i) {
        if (i.count < 2 || !i.isReg(0) || !i.isDef(0) || i.fixedReg(0) >= 0 || i.isEarly(0) || i.row instanceof PseudoRow || i.prefixes != 0) return;
        int to = i.reg(0);
        int from = stepped(i);
        if (from < 0 || !passed.contains((long) to << 32 | from)) return;
        MInst last = null;
        for (MInst n = i.next; n != null; n = n.next) {
            if (reads(n, to)) break;
            if (reads(n, from)) last = n;
        }
        if (last == null || last.isBranch() || f.sideExits && last.namesBlock()) return;
        for (MInst n = last.next; n != null; n = n.next) if (reads(n, from)) return;
        MInst moved = i;
        if (i.clobbers != 0) {
            moved = target.spills().withoutFlags(i);
            if (moved == null || moved.clobbers != 0) return;
        }
        i.remove();
        moved.insertAfter(last);
    }

    /** The one register that a pure instruction reads, if it is a block's parameter; or -1. */
    private int stepped(MInst i) {
        if (i.row.is(Row.SIDE_EFFECT | Row.CALL | Row.MAY_LOAD | Row.MAY_STORE | Row.JUMP) || i.row.uses != 0) return -1;
        int from = -1;
        for (int k = 1; k < i.count; k++) {
            switch (i.kind(k)) {
                case MInst.REG -> {
                    if (i.isDef(k) || i.fixedReg(k) >= 0 || from >= 0 && from != i.reg(k)) return -1;
                    from = i.reg(k);
                }
                case MInst.MEM -> {
                    if (i.isUse(k) || i.isDef(k) || i.index(k) != MInst.NONE || i.segment(k) >= 0 || from >= 0) return -1;
                    from = i.reg(k);
                }
                case MInst.IMM -> { }
                default -> {
                    return -1;
                }
            }
        }
        return MInst.isVirtual(from) && owner[from] != null ? from : -1;
    }


    private static boolean reads(MInst i, int r) {
        for (int k = 0; k < i.count; k++) {
            int kind = i.kind(k);
            if (kind == MInst.REG && i.isUse(k) && i.reg(k) == r || kind == MInst.MEM && (i.reg(k) == r || i.index(k) == r)) return true;
        }
        return false;
    }
}
