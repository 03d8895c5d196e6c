package org.jcc.target.riscv64;

import org.jcc.codegen.mir.MInst;

/** Base and displacement; of a frame slot the displacement may be any, of a register 12 bits. */
record Addr(int base, int disp) {
    /** Adds the operand. @param bits effect of the access */
    MInst to(MInst m, int bits) {
        return m.mem(bits, base, disp);
    }

    Addr plus(long n) {
        return new Addr(base, (int) (disp + n));
    }
}
