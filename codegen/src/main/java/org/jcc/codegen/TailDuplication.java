package org.jcc.codegen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Gives every block that jumps to the function's computed goto a copy of it: an interpreter then goes from one operation
 * straight to the next, and the processor predicts each way out of an operation by itself (Ertl and Gregg, The Structure and Performance of Efficient Interpreters,
 * 2003). The IR has one such block per function, so that its graph stays small; this is undone here, when the graph no longer matters.
 *
 * <p>Requires: no virtual registers; blocks end with branches. Ensures: the same paths.
 */
final class TailDuplication {
    /** A longer block is not copied. */
    private static final int LONGEST = 4;

    private TailDuplication() {}

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        if (f.ir.level(o.optLevel) == 0) return true;
        for (MBlock d : List.copyOf(f.blocks)) {
            if (!isDispatch(d)) continue;
            for (MBlock p : f.blocks) {
                if (p == d || p.last == null || !t.branches().isJump(p.last) || p.last.ref(0) != d.id) continue;
                int loc = p.last.loc;
                p.last.remove();
                for (MInst i = d.first; i != null; i = i.next) p.append(copy(i, loc));
                Set<MBlock> succs = new LinkedHashSet<>(List.of(p.succs));
                if (!branchesTo(p, d)) succs.remove(d);
                succs.addAll(List.of(d.succs));
                p.succs = new ArrayList<>(succs).toArray(MBlock[]::new);
                p.args = new int[0];
            }
        }
        return true;
    }

    /** Short, and ends with a branch to blocks whose address is taken. */
    private static boolean isDispatch(MBlock d) {
        if (d.last == null || !d.last.row.is(Row.JUMP) || d.last.row.is(Row.COND) || d.succs.length < 2) return false;
        for (int k = 0; k < d.last.count; k++) if (d.last.kind(k) == MInst.BLOCK) return false;
        int n = 0;
        for (MInst i = d.first; i != null; i = i.next) if (++n > LONGEST || i.row.is(Row.SIDE_EFFECT | Row.CALL)) return false;
        for (MBlock s : d.succs) if (!s.addressTaken) return false;
        return true;
    }

    private static boolean branchesTo(MBlock p, MBlock d) {
        for (MInst i = p.firstBranch(); i != null; i = i.next) for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK && i.ref(k) == d.id) return true;
        return false;
    }

    private static MInst copy(MInst i, int loc) {
        MInst c = new MInst(i.row, i.count);
        for (int k = 0; k < i.count; k++) c.copy(i, k);
        c.clobbers = i.clobbers;
        c.prefixes = i.prefixes;
        c.aux = i.aux;
        c.loc = i.loc != 0 ? i.loc : loc;
        return c;
    }
}
