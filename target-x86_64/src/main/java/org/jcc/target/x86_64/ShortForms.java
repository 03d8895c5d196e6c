package org.jcc.target.x86_64;

import org.jcc.asm.Insn;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.MFunction;
import org.jcc.ir.Function;

/**
 * Instructions in shorter forms that do the same, flags included, chosen when registers are known: the address that is a register's value is a
 * {@code mov} (the stack pointer as base takes a byte more), rax extended in place is {@code cltq}.
 *
 * <p>Where nothing but size counts ({@link Function#OPT_MIN}), a number of one byte is pushed and popped: 3 bytes for 5 or 7. That is memory below the stack
 * pointer, so not in a function whose slots lie there; and as in gcc no unwind information is written for the step between, in which nothing is called.
 *
 * <p>Requires: physical registers. Gain: 755 bytes of sqlite3.o at -Os, 1.5 % at -Oz.
 */
final class ShortForms {
    private ShortForms() {}

    private static final int LOWEST = -128, HIGHEST = 127;

    /** Emits what does the same as the instruction, if there is something shorter. */
    static boolean emit(MFunction f, Row row, Operand[] o, ObjectBuilder out) {
        if (row == X86.LEA_R64_M || row == X86.LEA_R32_M) {
            if (!(o[1] instanceof Operand.Mem m) || m.index() >= 0 || m.disp() != 0 || m.symbol() != null || m.label() >= 0 || m.expr() != null || m.base() < 0 || m.base() > X86Regs.R15) return false;
            out.emit(new Insn(row == X86.LEA_R64_M ? X86.MOV_RM64_R64 : X86.MOV_RM32_R32, o[0], Operand.reg(m.base())));
            return true;
        }
        if (row == X86.MOVSXD_R64_RM32 && isRax(o[0]) && isRax(o[1])) {
            out.emit(new Insn(X86.CDQE));
            return true;
        }
        if (!isPushed(f) || row != X86.MOV_R32_I32 && row != X86.MOV_RM64_I32 && row != X86.MOV_RM32_I32) return false;
        if (!(o[0] instanceof Operand.Reg r) || !(o[1] instanceof Operand.Imm i)) return false;
        long n = row == X86.MOV_RM64_I32 ? i.value() : (int) i.value();
        // What is popped has 64 bits: of a negative number of 32 these are not those that the program counts on.
        if (n < (row == X86.MOV_RM64_I32 ? LOWEST : 0) || n > HIGHEST) return false;
        out.emit(new Insn(X86.PUSH_I8, Operand.imm(n)));
        out.emit(new Insn(X86.POP_R64, r));
        return true;
    }

    /** Small numbers go by way of the stack. */
    static boolean isPushed(MFunction f) {
        return f.ir.is(Function.OPT_MIN) && !(f.inRedZone && f.frameSize > 0);
    }

    private static boolean isRax(Operand o) {
        return o instanceof Operand.Reg r && r.number() == X86Regs.RAX;
    }
}
