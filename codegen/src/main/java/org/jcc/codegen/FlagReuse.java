package org.jcc.codegen;

import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;

/**
 * Comparisons whose outcome the flags hold already go: a test of what the instruction before has just computed, the same comparison once
 * more. The target says which condition after the older instruction is the one asked for; often it is another one, and sometimes
 * there is none (after an addition the carry is not that of a comparison with zero), and then the comparison stays.
 *
 * <p>A block that is entered from the end of one other alone begins with the flags of that: {@code a < b} and {@code a > b} one after the
 * other take one comparison.
 *
 * <p>Flags are not an operand: only what stands between the two instructions in the code decides. Allocation inserts nothing that changes them.
 *
 * <p>Requires: machine code in SSA form, so that one register is one value. Ensures: the same values.
 */
final class FlagReuse {
    private final TargetMachine.Flags flags;
    private final long mask;
    private final FlagLiveness live;

    /** By block id: the block's only predecessor, from whose end control comes. */
    private final MBlock[] before;
    /** By block id: who made the flags that it ends with, or null; memory may have been written since then. */
    private final MInst[] setter;
    private final boolean[] written;

    private FlagReuse(MFunction f, TargetMachine t) {
        flags = t.flags();
        mask = flags.registers();
        live = new FlagLiveness(f, mask);
        setter = new MInst[f.blockCount()];
        written = new boolean[f.blockCount()];
        before = predecessors(f);
    }

    private static MBlock[] predecessors(MFunction f) {
        MBlock[] only = new MBlock[f.blockCount()];
        boolean[] several = new boolean[only.length];
        for (MBlock b : f.blocks) {
            several[b.id] |= b.addressTaken || b.named || b == f.blocks.get(0);
            for (MBlock s : b.succs) {
                if (only[s.id] != null || f.sideExits && b.exit(s) != null) several[s.id] = true;
                only[s.id] = b;
            }
        }
        for (int k = 0; k < only.length; k++) if (several[k]) only[k] = null;
        return only;
    }

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        if (f.ir.level(o.optLevel) == 0 || t.flags().registers() == 0) return true;
        FlagReuse r = new FlagReuse(f, t);
        for (MBlock b : f.blocks) r.block(b);
        return true;
    }

    private void block(MBlock b) {
        MBlock p = before[b.id];
        MInst last = p == null ? null : setter[p.id];
        boolean written = p != null && this.written[p.id];
        for (MInst i = b.first, next; i != null; i = next) {
            next = i.next;
            if ((i.clobbers & mask) != 0 || i.row.is(Row.CALL)) {
                if (last != null && isComparison(i) && !(written && readsMemory(i)) && replace(last, i)) {
                    i.remove();
                    continue;
                }
                last = i.row instanceof PseudoRow || i.row.is(Row.CALL) ? null : i;
                written = false;
            }
            written |= writesMemory(i);
        }
        setter[b.id] = last;
        this.written[b.id] = written;
    }

    /** Nothing but flags comes of it. */
    private static boolean isComparison(MInst i) {
        if (i.row instanceof PseudoRow || i.row.uses != 0 || i.row.is(Row.SIDE_EFFECT | Row.CALL)) return false;
        for (int k = 0; k < i.count; k++) {
            if (i.isDef(k)) return false;
            if (i.isReg(k) && !MInst.isVirtual(i.reg(k))) return false;
        }
        return true;
    }

    private static boolean readsMemory(MInst i) {
        for (int k = 0; k < i.count; k++) if (i.isMem(k)) return true;
        return false;
    }

    private static boolean writesMemory(MInst i) {
        return i.row instanceof PseudoRow || i.row.is(Row.SIDE_EFFECT | Row.CALL) || i.prefixes != 0 || i.writesMemory();
    }

    /** True if all that read the flags of comparison {@code c} now read those of {@code setter}. */
    private boolean replace(MInst setter, MInst c) {
        int[] same = flags.standIn(setter, c);
        if (same == null) return false;
        for (MInst i = c.next; i != null; i = i.next) {
            if ((i.row.uses & mask) != 0) {
                int cc = flags.condition(i);
                if (cc < 0 || same[cc] < 0) return false;
            }
            if ((i.clobbers & mask) != 0) break;
            if (i.next == null && live.atEnd(c.block)) return false;
        }
        for (MInst i = c.next; i != null; i = i.next) {
            if ((i.row.uses & mask) != 0) flags.setCondition(i, same[flags.condition(i)]);
            if ((i.clobbers & mask) != 0) break;
        }
        return true;
    }
}
