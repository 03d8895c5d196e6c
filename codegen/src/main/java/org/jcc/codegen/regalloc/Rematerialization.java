package org.jcc.codegen.regalloc;

import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Values that are cheaper to make anew than to keep: constants, addresses of symbols and frame slots, constants of the
 * pool. Their instruction has one result, reads no register (flags are one), changes nothing else, and gives the same wherever it stands.
 */
public final class Rematerialization {
    private Rematerialization() {}

    public static boolean isPossible(MInst i, MFunction f, long stackPointer) {
        if (i.clobbers != 0 || i.row.uses != 0 || i.prefixes != 0 || i.count == 0 || i.row.is(Row.SIDE_EFFECT | Row.CALL | Row.MAY_LOAD | Row.MAY_STORE)) return false;
        if (!i.isReg(0) || !i.isDef(0) || i.fixedReg(0) >= 0) return false;
        for (int k = 1; k < i.count; k++) {
            switch (i.kind(k)) {
                case MInst.REG, MInst.BLOCK -> {
                    return false;
                }
                case MInst.MEM -> {
                    if (!isConstant(i, k, f, stackPointer)) return false;
                }
                default -> { }
            }
        }
        return true;
    }

    private static boolean isConstant(MInst i, int k, MFunction f, long stackPointer) {
        int base = i.reg(k);
        if (MInst.isVirtual(base) || base >= 0 && base == stackPointer || i.index(k) != MInst.NONE || i.segment(k) >= 0) return false;
        if (!i.isUse(k) && !i.isDef(k)) return true;
        // The dynamic linker fills the table of addresses before anything runs.
        return !i.isDef(k) && i.ref(k) >= 0 && (f.refs.get(i.ref(k)) instanceof MFunction.Constant || i.modifier(k) == Operand.Modifier.GOTPCREL);
    }

    /** A copy of the instruction that defines {@code reg}. */
    static MInst copy(MInst i, int reg) {
        MInst c = new MInst(i.row, i.count);
        for (int k = 0; k < i.count; k++) c.copy(i, k);
        c.setReg(0, reg);
        c.loc = i.loc;
        c.aux = i.aux;
        return c;
    }
}
