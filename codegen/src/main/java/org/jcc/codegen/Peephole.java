package org.jcc.codegen;

import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.Function;

/**
 * Better forms of single instructions that change the flags, where nobody wants those: on x86-64 {@code xor} for the constant zero.
 * Allocation makes constants anew at any place, so that it must not do this itself.
 *
 * <p>And a condition as a number: {@code cmp, setcc, movzx} becomes {@code xor, cmp, setcc} if the register is free at the comparison.
 *
 * <p>And an instruction that waits for its destination's old value without need ({@link Row#FALSE_DEPENDENCY}: {@code cvtsi2sd}) has that forgotten
 * before, lest the rounds of a loop wait for one another; not where size counts or the code is cold.
 *
 * <p>Requires: no virtual registers. Ensures: the same values in registers and memory.
 */
final class Peephole {
    /** Instructions looked at between a condition's flags and the condition. */
    private static final int REACH = 16;

    private static final double COLD = 0.1;

    private Peephole() {}

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        long flags = t.flags().registers();
        if (f.ir.level(o.optLevel) == 0 || flags == 0) return true;
        boolean small = f.ir.is(Function.OPT_SIZE);
        FlagLiveness live = new FlagLiveness(f, flags);
        for (MBlock b : f.blocks) {
            boolean wanted = live.atEnd(b);
            for (MInst i = b.last, prev; i != null; i = prev) {
                prev = i.prev;
                if (clear(i, t.flags())) {
                    i.remove();
                    continue;
                }
                boolean after = wanted;
                wanted = live.before(i, after);
                if (!small && b.frequency >= COLD && i.row.is(Row.FALSE_DEPENDENCY)) forget(i, t, wanted);
                if (after) continue;
                MInst better = t.flags().changing(i, small);
                if (better == null) continue;
                better.loc = i.loc;
                better.insertBefore(i);
                i.remove();
            }
        }
        return true;
    }

    private static void forget(MInst i, TargetMachine t, boolean wanted) {
        if (!i.isReg(0)) return;
        for (int k = 1; k < i.count; k++) if (i.reg(k) == i.reg(0) || i.isMem(k) && i.index(k) == i.reg(0)) return;
        MInst n = t.spills().forget(i.row.kinds[0].regClass(), i.reg(0));
        if (n == null || wanted && (n.clobbers & t.flags().registers()) != 0) return;
        n.loc = i.loc;
        n.insertBefore(i);
    }

    /** True if the extension {@code e} is for nothing: its register was cleared before the flags were made. */
    private static boolean clear(MInst e, TargetMachine.Flags flags) {
        MInst set = e.prev;
        if (set == null || (set.row.uses & flags.registers()) == 0) return false;
        MInst zero = flags.clearing(set, e);
        if (zero == null) return false;
        int r = zero.reg(0);
        int n = 0;
        for (MInst i = set.prev; i != null && n++ < REACH; i = i.prev) {
            if (mentions(i, r)) return false;
            if ((i.clobbers & flags.registers()) == 0) continue;
            if (i.row instanceof PseudoRow || (i.row.uses & flags.registers()) != 0) return false;
            zero.loc = i.loc;
            zero.insertBefore(i);
            return true;
        }
        return false;
    }

    private static boolean mentions(MInst i, int r) {
        if (((i.row.uses | i.clobbers) >>> r & 1) != 0) return true;
        for (int k = 0; k < i.count; k++) {
            int kind = i.kind(k);
            if (kind == MInst.REG && i.reg(k) == r || kind == MInst.MEM && (i.reg(k) == r || i.index(k) == r)) return true;
        }
        return false;
    }
}
