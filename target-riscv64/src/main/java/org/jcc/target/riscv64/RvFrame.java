package org.jcc.target.riscv64;

import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.dwarf.FrameTable;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvImmediates;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MFunction;

/**
 * Prologue and epilogue. The stack pointer moves in one step if every saved register is then in reach of a store; else first over the
 * saved registers, then over the locals. Numbers that no instruction holds go through {@link RvTarget#SCRATCH}.
 */
final class RvFrame implements TargetMachine.Code {
    private static final Operand SP = Operand.reg(RvRegs.SP), FP = Operand.reg(RvRegs.S0), SCRATCH = Operand.reg(RvTarget.SCRATCH);

    private static boolean isNear(long n) {
        return n >= -2048 && n < 2048;
    }

    /** How far the stack pointer moves at first. */
    private static long firstStep(MFunction f) {
        long whole = f.savedBytes + f.frameSize;
        return f.realign == 0 && whole < 2048 ? whole : f.savedBytes + 15 & -16;
    }

    private static long secondStep(MFunction f) {
        return f.realign > 0 ? f.frameSize : f.savedBytes + f.frameSize - firstStep(f);
    }

    private static void add(Operand to, Operand from, long n, Expander out) {
        if (isNear(n)) {
            if (n != 0 || !to.equals(from)) out.emit(Rv.ADDI, to, from, Operand.imm(n));
            return;
        }
        RvImmediates.load(RvTarget.SCRATCH, n, out::emit);
        out.emit(Rv.ADD, to, from, SCRATCH);
    }

    /** The k-th saved register's distance from the canonical frame address. */
    private static long place(MFunction f, int k) {
        return -f.argumentSave - (f.framePointer ? 16 : 0) - 8L * (k + 1);
    }

    @Override
    public void prologue(MFunction f, CodegenOptions options, Expander out) {
        FrameTable cfi = out.out().frames();
        boolean unwind = cfi.isOpen();
        long first = firstStep(f);
        if (first > 0) {
            add(SP, SP, -first, out);
            if (unwind) cfi.defCfaOffset(first);
        }
        if (f.framePointer) {
            save(out, RvRegs.RA, first, -f.argumentSave - 8, unwind);
            save(out, RvRegs.S0, first, -f.argumentSave - 16, unwind);
        }
        for (int k = 0; k < f.saved.length; k++) save(out, f.saved[k], first, place(f, k), unwind);
        if (f.framePointer) {
            add(FP, SP, first - f.argumentSave, out);
            if (unwind) cfi.defCfa(RvRegs.S0, f.argumentSave);
        }
        long second = secondStep(f);
        if (second > 0) {
            add(SP, SP, -second, out);
            if (unwind && !f.framePointer) cfi.defCfaOffset(first + second);
        }
        if (f.realign > 0) {
            if (f.realign <= 2048) {
                out.emit(Rv.ANDI, SP, SP, Operand.imm(-f.realign));
            } else {
                RvImmediates.load(RvTarget.SCRATCH, -f.realign, out::emit);
                out.emit(Rv.AND, SP, SP, SCRATCH);
            }
            if (f.dynamicStack) out.emit(Rv.MV, Operand.reg(RvRegs.S1), SP);
        }
    }

    private static void save(Expander out, int r, long spToCfa, long fromCfa, boolean unwind) {
        out.emit(r < RvRegs.FT0 ? Rv.SD : Rv.FSD, Operand.reg(r), Operand.mem(RvRegs.SP, spToCfa + fromCfa));
        if (unwind) out.out().frames().offset(r, fromCfa);
    }

    private static void restore(Expander out, int r, long offset) {
        Row row = r < RvRegs.FT0 ? Rv.LD : Rv.FLD;
        out.emit(row, Operand.reg(r), Operand.mem(RvRegs.SP, offset));
    }

    @Override
    public void unwindState(MFunction f, boolean framed, FrameTable cfi) {
        if (f.framePointer) {
            rule(RvRegs.RA, -f.argumentSave - 8, framed, cfi);
            rule(RvRegs.S0, -f.argumentSave - 16, framed, cfi);
        }
        for (int k = 0; k < f.saved.length; k++) rule(f.saved[k], place(f, k), framed, cfi);
        if (!framed) cfi.defCfa(RvRegs.SP, 0);
        else if (f.framePointer) cfi.defCfa(RvRegs.S0, f.argumentSave);
        else cfi.defCfa(RvRegs.SP, firstStep(f) + Math.max(0, secondStep(f)));
    }

    private static void rule(int r, long fromCfa, boolean framed, FrameTable cfi) {
        if (framed) cfi.offset(r, fromCfa);
        else cfi.restore(r);
    }

    @Override
    public void epilogue(MFunction f, CodegenOptions options, Expander out) {
        FrameTable cfi = out.out().frames();
        boolean unwind = cfi.isOpen();
        long first = firstStep(f);
        long second = secondStep(f);
        if (f.framePointer && (f.dynamicStack || f.realign > 0)) {
            add(SP, FP, f.argumentSave - first, out);
        } else if (second > 0) {
            add(SP, SP, second, out);
        }
        if (unwind && (f.framePointer || second > 0)) cfi.defCfa(RvRegs.SP, first);
        for (int k = f.saved.length - 1; k >= 0; k--) restore(out, f.saved[k], first + place(f, k));
        if (f.framePointer) {
            restore(out, RvRegs.S0, first - f.argumentSave - 16);
            restore(out, RvRegs.RA, first - f.argumentSave - 8);
        }
        if (first > 0) {
            add(SP, SP, first, out);
            if (unwind) cfi.defCfaOffset(0);
        }
    }

    @Override
    public Operand.Mem reach(Operand.Mem m, Expander out) {
        if (m.symbol() != null || m.label() >= 0 || m.expr() != null || isNear(m.disp())) return m;
        long low = m.disp() << 52 >> 52;
        out.emit(Rv.LUI, SCRATCH, Operand.imm(m.disp() - low >> 12 & 0xfffff));
        out.emit(Rv.ADD, SCRATCH, SCRATCH, Operand.reg(m.base()));
        return Operand.mem(RvTarget.SCRATCH, low);
    }
}
