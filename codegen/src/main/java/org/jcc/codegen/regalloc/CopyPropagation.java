package org.jcc.codegen.regalloc;

import org.jcc.asm.Row;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Deletes whole copies of values while each has one definition: who reads the copy reads the original. Allocation makes the copies that
 * constraints then want. Then {@link Sinking}.
 *
 * <p>Requires: machine code in SSA form. Ensures: no copy between virtual registers that keeps all bits.
 */
public final class CopyPropagation {
    private CopyPropagation() {}

    public static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        propagate(f);
        Sinking.run(f, t);
        return true;
    }

    private static void propagate(MFunction f) {
        int[] of = new int[f.regCount()];
        boolean any = false;
        for (MBlock b : f.blocks) {
            for (MInst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (!isCopy(i, f)) continue;
                of[i.reg(0)] = i.reg(1);
                i.remove();
                any = true;
            }
        }
        if (any) f.replace(of);
    }

    private static boolean isCopy(MInst i, MFunction f) {
        if (!i.row.is(Row.MOVE) || i.count != 2 || !i.isReg(0) || !i.isReg(1)) return false;
        int d = i.reg(0);
        int s = i.reg(1);
        return MInst.isVirtual(d) && MInst.isVirtual(s) && i.fixedReg(0) < 0 && i.fixedReg(1) < 0 && f.regClass(d) == f.regClass(s) && f.size(d) == f.size(s)
                && i.row.kinds[0].size() >= f.size(d);
    }
}
