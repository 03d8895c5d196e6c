package org.jcc.target.x86_64;

import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86Row;
import org.jcc.asm.x86_64.X86Vex;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Functions that may use AVX are encoded in VEX throughout, as mixing both encodings costs a state change on many processors (Intel's
 * optimisation manual, 15.3). The rules speak of legacy rows; {@link #convert} puts the VEX twin in their place after selection: the value
 * that a legacy form overwrites becomes a source of its own, which saves the copy. Where a scalar form takes the upper lanes from a source
 * that nobody cares for, that is the operand itself, or a register cleared before, on which nothing waits.
 *
 * <p>What comes after selection (spills, copies, expansions) is turned when it is emitted: {@link #encoded}.
 *
 * <p>Requires: machine code in SSA form. Ensures: the same, without legacy SSE instructions that have a twin.
 */
final class VexForms {
    private VexForms() {}

    static void convert(MFunction f) {
        for (MBlock b : f.blocks) {
            for (MInst i = b.first, next; i != null; i = next) {
                next = i.next;
                X86Row v = X86Vex.of(i.row);
                if (v == null) continue;
                if (v.kinds.length == i.row.kinds.length) i.row = v;
                else separate(f, i, v);
            }
        }
    }

    /** A form with a source after the destination. */
    private static void separate(MFunction f, MInst i, X86Row v) {
        int n = i.row.kinds.length;
        int tied = -1;
        for (int k = n; k < i.count; k++) if (i.isReg(k) && i.tiedTo(k) == 0) tied = k;
        int source;
        if (tied >= 0) source = i.reg(tied);
        else if (i.isReg(1) && i.row.kinds[1].regClass() == Kind.FPR) source = i.reg(1);
        else {
            source = f.newVreg(Kind.FPR, 16);
            MInst zero = new MInst(Pseudos.ZERO_X, 1).reg(source, MInst.DEF);
            zero.loc = i.loc;
            zero.insertBefore(i);
        }
        MInst to = new MInst(v, i.count + 1).copy(i, 0).reg(source, MInst.USE);
        for (int k = 1; k < i.count; k++) if (k != tied) to.copy(i, k);
        to.loc = i.loc;
        to.access = i.access;
        to.prefixes = i.prefixes;
        to.clobbers = i.clobbers;
        to.aux = i.aux;
        to.insertBefore(i);
        i.remove();
    }

    static Insn encoded(Row row, Operand[] o, int prefixes) {
        X86Row v = X86Vex.of(row);
        if (v == null) return new Insn(row, o, prefixes);
        if (v.kinds.length == o.length) return new Insn(v, o, prefixes);
        Operand[] all = new Operand[o.length + 1];
        all[0] = o[0];
        all[1] = row.effects[0] == Row.WRITE && o[1] instanceof Operand.Reg && row.kinds[1].regClass() == Kind.FPR ? o[1] : o[0];
        System.arraycopy(o, 1, all, 2, o.length - 1);
        return new Insn(v, all, prefixes);
    }
}
