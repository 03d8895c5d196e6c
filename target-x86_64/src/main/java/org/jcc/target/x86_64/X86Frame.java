package org.jcc.target.x86_64;

import org.jcc.asm.Insn;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.dwarf.FrameTable;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.AbiType;
import org.jcc.ir.Function;

/**
 * Prologue and epilogue, with the unwind information that describes them (psABI 3.2.2 and 3.7). With a frame pointer the
 * canonical frame address is rbp+16 in the whole body; without one it is a constant distance from rsp.
 */
final class X86Frame implements TargetMachine.Code {
    /** The aux of a call that passes or returns a vector in a ymm register. */
    static final Object WIDE = "wide";

    /** Callers and callees may be code in the legacy encoding, which is slow while the upper halves of ymm registers are in use. */
    @Override
    public void beforeCall(MFunction f, MInst call, Expander out) {
        if (f.widest > 16 && call.aux != WIDE) out.emit(X86.VZEROUPPER);
    }

    @Override
    public void emit(MFunction f, Row row, Operand[] operands, int prefixes, ObjectBuilder out) {
        if (prefixes == 0 && ShortForms.emit(f, row, operands, out)) return;
        out.emit((f.features & X86Features.AVX) == 0 ? new Insn(row, operands, prefixes) : VexForms.encoded(row, operands, prefixes));
    }

    /** DWARF numbers of rax to r15 (psABI figure 3.36). */
    private static final int[] DWARF = {0, 2, 1, 3, 7, 6, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15};

    private static final Operand RSP = Operand.reg(X86Regs.RSP), RBP = Operand.reg(X86Regs.RBP), RBX = Operand.reg(X86Regs.RBX), RAX = Operand.reg(X86Regs.RAX), RCX = Operand.reg(X86Regs.RCX);

    @Override
    public void prologue(MFunction f, CodegenOptions options, Expander out) {
        FrameTable cfi = out.out().frames();
        boolean unwind = cfi.isOpen();
        long cfa = 8;
        if (f.framePointer) {
            out.emit(X86.PUSH_R64, RBP);
            cfa += 8;
            if (unwind) {
                cfi.defCfaOffset(cfa);
                cfi.offset(DWARF[X86Regs.RBP], -cfa);
            }
            out.emit(X86.MOV_RM64_R64, RBP, RSP);
            if (unwind) cfi.defCfaRegister(DWARF[X86Regs.RBP]);
        }
        for (int r : f.saved) {
            out.emit(X86.PUSH_R64, Operand.reg(r));
            cfa += 8;
            if (unwind) {
                if (!f.framePointer) cfi.defCfaOffset(cfa);
                cfi.offset(DWARF[r], -cfa);
            }
        }
        if (f.inRedZone) return;
        if (f.frameSize > 0) {
            if (isShort(f)) for (long k = 0; k < f.frameSize; k += 8) out.emit(X86.PUSH_R64, RAX);
            else if (f.prologueKeepsFlags) out.emit(X86.LEA_R64_M, RSP, Operand.mem(X86Regs.RSP, -f.frameSize));
            else out.emit(X86.SUB_RM64_I32, RSP, Operand.imm(f.frameSize));
            if (unwind && !f.framePointer) cfi.defCfaOffset(cfa + f.frameSize);
        }
        if (f.realign > 0) {
            out.emit(X86.AND_RM64_I32, RSP, Operand.imm(-f.realign));
            if (f.dynamicStack) out.emit(X86.MOV_RM64_R64, RBX, RSP);
        }
    }

    /** For size one or two words are pushed, whatever the register holds, and popped to one that passes no result: a byte for each in place of four. */
    private static boolean isShort(MFunction f) {
        return f.ir.is(Function.OPT_SIZE) && f.frameSize <= 16 && f.frameSize % 8 == 0;
    }

    /** A jump behind the epilogue wants its arguments. */
    private static boolean hasSibling(MFunction f) {
        for (MBlock b : f.blocks) if (b.last != null && b.last.row == Pseudos.SIBLING) return true;
        return false;
    }

    @Override
    public void unwindState(MFunction f, boolean framed, FrameTable cfi) {
        long cfa = 8;
        if (f.framePointer) {
            cfa += 8;
            if (framed) cfi.offset(DWARF[X86Regs.RBP], -cfa);
            else cfi.restore(DWARF[X86Regs.RBP]);
        }
        for (int r : f.saved) {
            cfa += 8;
            if (framed) cfi.offset(DWARF[r], -cfa);
            else cfi.restore(DWARF[r]);
        }
        if (!framed) cfi.defCfa(DWARF[X86Regs.RSP], 8);
        else if (f.framePointer) cfi.defCfa(DWARF[X86Regs.RBP], 16);
        else cfi.defCfa(DWARF[X86Regs.RSP], cfa + (f.inRedZone ? 0 : f.frameSize));
    }

    @Override
    public void epilogue(MFunction f, CodegenOptions options, Expander out) {
        if (f.widest > 16 && !(f.ir.signature.result() instanceof AbiType.Scalar s && s.type().size > 16)) out.emit(X86.VZEROUPPER);
        FrameTable cfi = out.out().frames();
        boolean unwind = cfi.isOpen();
        if (f.framePointer) {
            if (f.saved.length > 0) {
                if (f.dynamicStack || f.realign > 0) out.emit(X86.LEA_R64_M, RSP, Operand.mem(X86Regs.RBP, -8L * f.saved.length));
                else if (f.frameSize > 0) out.emit(X86.ADD_RM64_I32, RSP, Operand.imm(f.frameSize));
                for (int k = f.saved.length - 1; k >= 0; k--) out.emit(X86.POP_R64, Operand.reg(f.saved[k]));
                out.emit(X86.POP_R64, RBP);
            } else {
                out.emit(X86.LEAVE);
            }
            if (unwind) cfi.defCfa(DWARF[X86Regs.RSP], 8);
            return;
        }
        long cfa = 8 + 8L * f.saved.length;
        if (f.frameSize > 0 && !f.inRedZone) {
            if (isShort(f) && !hasSibling(f)) for (long k = 0; k < f.frameSize; k += 8) out.emit(X86.POP_R64, RCX);
            else out.emit(X86.ADD_RM64_I32, RSP, Operand.imm(f.frameSize));
            if (unwind) cfi.defCfaOffset(cfa);
        }
        for (int k = f.saved.length - 1; k >= 0; k--) {
            out.emit(X86.POP_R64, Operand.reg(f.saved[k]));
            cfa -= 8;
            if (unwind) cfi.defCfaOffset(cfa);
        }
    }
}
