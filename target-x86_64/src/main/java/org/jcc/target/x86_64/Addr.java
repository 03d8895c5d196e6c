package org.jcc.target.x86_64;

import org.jcc.asm.Operand.Modifier;
import org.jcc.codegen.mir.MInst;

/** An address in the form of a memory operand: registers are asked for already. Mutable while it is matched. */
final class Addr {
    int base = MInst.NONE;
    int index = MInst.NONE;
    int scale = 1;
    long disp;
    int ref = -1;
    Modifier modifier = Modifier.NONE;
    int segment = MInst.NONE;

    /** Adds the operand. @param bits effect of the access */
    MInst to(MInst m, int bits) {
        return m.mem(bits, base, index, scale, (int) disp, ref, modifier, segment);
    }

    Addr plus(long n) {
        Addr a = new Addr();
        a.base = base;
        a.index = index;
        a.scale = scale;
        a.disp = disp + n;
        a.ref = ref;
        a.modifier = modifier;
        a.segment = segment;
        return a;
    }

    /** True if it is a register alone. */
    boolean isPlain() {
        return index == MInst.NONE && disp == 0 && ref < 0 && segment == MInst.NONE && !MInst.isSlot(base) && base != MInst.NONE;
    }
}
