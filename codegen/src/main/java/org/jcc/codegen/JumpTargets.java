package org.jcc.codegen;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * An indirect jump takes its target from memory itself where the target's instructions can: {@code mov (table,op,8),r; jmp *r} is one
 * instruction. The load and the jump come together only when the dispatch of computed gotos is copied. Between the two nothing may change memory or
 * the address's registers, and nobody else may want the register.
 *
 * <p>Gain: one of eleven instructions of every dispatch of luaV_execute.
 *
 * <p>Requires: no virtual registers, successors complete. Ensures: the same jumps.
 */
final class JumpTargets {
    /** Instructions between load and jump. */
    private static final int REACH = 6;

    private JumpTargets() {}

    static void run(MFunction f, TargetMachine t) {
        Row load = t.spills().load(Kind.GPR, 8, 0, 0).row;
        RegisterLiveness live = null;
        for (MBlock b : f.blocks) {
            MInst jump = b.last;
            if (jump == null || !jump.row.is(Row.JUMP) || jump.count != 1 || !jump.isReg(0) || !jump.row.kinds[0].mem()) continue;
            MInst from = loadOf(jump, load);
            if (from == null) continue;
            if (live == null) live = new RegisterLiveness(f);
            if ((live.atEnd(b) >>> jump.reg(0) & 1) != 0) continue;
            MInst direct = new MInst(jump.row, 1).copy(from, 1);
            direct.loc = jump.loc;
            from.remove();
            direct.insertBefore(jump);
            jump.remove();
        }
    }

    private static MInst loadOf(MInst jump, Row load) {
        int r = jump.reg(0);
        long changed = 0;
        int n = 0;
        for (MInst i = jump.prev; i != null && n++ < REACH; i = i.prev) {
            if (i.row == load && i.count == 2 && i.isReg(0) && i.reg(0) == r) {
                return i.isMem(1) && (RegisterLiveness.uses(i) & changed) == 0 ? i : null;
            }
            if ((RegisterLiveness.uses(i) >>> r & 1) != 0 || i.row.is(Row.SIDE_EFFECT | Row.CALL | Row.MAY_STORE)) return null;
            for (int k = 0; k < i.count; k++) if (i.isDef(k) && (i.isMem(k) || i.reg(k) == r)) return null;
            changed |= RegisterLiveness.definitions(i);
        }
        return null;
    }
}
