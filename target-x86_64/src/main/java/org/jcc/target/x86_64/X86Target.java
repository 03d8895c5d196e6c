package org.jcc.target.x86_64;

import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.asm.x86_64.X86Rows;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.legal.StackProtector;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.ir.Inst;
import org.jcc.support.TargetInfo;

/**
 * The x86-64 literal. Registers are those of {@link X86Regs}; the System V psABI says which survive calls and how frames
 * look: {@code push rbp; mov rbp, rsp}, saved registers below, then the locals.
 */
public final class X86Target {
    private X86Target() {}

    /** rbx rbp r12-r15 and the stack pointer survive calls of the C convention. */
    static final long PRESERVED_C = bits(X86Regs.RBX, X86Regs.RBP, X86Regs.RSP, X86Regs.R12, X86Regs.R13, X86Regs.R14, X86Regs.R15);
    private static final long CALLEE_SAVED = bits(X86Regs.RBX, X86Regs.RBP, X86Regs.R12, X86Regs.R13, X86Regs.R14, X86Regs.R15);

    private static final RegisterFile REGISTERS = new RegisterFile(names(), order(), X86Regs.RSP, X86Regs.RBP, X86Regs.RBX, -1, CALLEE_SAVED,
            Map.of("c", PRESERVED_C, "all", -1L & ~bits(X86Regs.RAX), "none", bits(X86Regs.RSP)));

    private static final TargetMachine.Frame FRAME = new TargetMachine.Frame(16, 8, 8, 8, 16, 128, 16, 1, false, new StackProtector.Guard(null, false, Inst.SPACE_FS, 40));

    /**
     * Between Skylake and Zen (Fog, Instruction tables). These order instructions themselves: measured is no gain beyond noise (user time of fft, sha256, nbody, bignum, matmul,
     * minima of 15 runs: 1.00 to 1.04 of that without; gcc's own differs as little), so that scheduling waits for the command.
     */
    private static final TargetMachine.Pipeline PIPELINE = new TargetMachine.Pipeline(4, 2, 2, 4, 5, TargetMachine.Pipeline.NEVER);

    /** The front end's view. */
    public static final TargetInfo INFO = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16,
            TargetInfo.VaList.SYSV_X86_64, true, 8, new X86AsmNames(), X86Features.INSTANCE, OperationTable.OPERATIONS);

    public static final TargetMachine MACHINE = new TargetMachine("x86_64", INFO, REGISTERS, FRAME, X86Selector::new, new Spills(), new Branches(), new X86Flags(), new X86Extensions(), PIPELINE,
            new X86Frame(), SysVAbi.INSTANCE, new X86Legality(0));

    /** The row of that name in the text form of machine code, or null. */
    public static Row row(String name) {
        for (Row r : X86Rows.ALL) if (MirPrinter.rowName(r).equals(name)) return r;
        for (Row r : Pseudos.ALL) if (r.mnemonic().equals(name)) return r;
        return null;
    }

    private static long bits(int... registers) {
        long s = 0;
        for (int r : registers) s |= 1L << r;
        return s;
    }

    private static String[] names() {
        String[] n = new String[64];
        for (int r = 0; r <= X86Regs.FPCW; r++) n[r] = X86Regs.name(r, 8);
        return n;
    }

    /** Registers that calls destroy come first; of those, arguments' registers last. */
    private static int[][] order() {
        int[][] o = new int[8][];
        java.util.Arrays.fill(o, new int[0]);
        o[Kind.GPR] = new int[] {X86Regs.RAX, X86Regs.RCX, X86Regs.RDX, X86Regs.RSI, X86Regs.RDI, X86Regs.R8, X86Regs.R9, X86Regs.R10, X86Regs.R11, X86Regs.RBX,
            X86Regs.R12, X86Regs.R13, X86Regs.R14, X86Regs.R15, X86Regs.RBP};
        o[Kind.FPR] = new int[16];
        for (int k = 0; k < 16; k++) o[Kind.FPR][k] = X86Regs.XMM0 + k;
        return o;
    }

    /** Moves between registers and slots by {@code mov}, which leaves the flags alone. */
    private static final class Spills implements TargetMachine.Spills {
        @Override
        public MInst copy(int regClass, int size, int dst, int src) {
            return new MInst(regClass == Kind.GPR ? size == 4 ? X86.MOV_R32_RM32 : X86.MOV_R64_RM64 : size == 32 ? X86.VMOVAPS_Y_YM256 : X86.MOVAPS_X_XM128, 2).reg(dst, MInst.DEF).reg(src, MInst.USE);
        }

        @Override
        public MInst load(int regClass, int size, int dst, int slot) {
            return new MInst(regClass == Kind.GPR ? size == 4 ? X86.MOV_R32_RM32 : X86.MOV_R64_RM64 : size == 8 ? X86.MOVSD_X_M64 : size == 32 ? X86.VMOVUPS_Y_YM256 : X86.MOVAPS_X_XM128, 2).reg(dst, MInst.DEF)
                    .mem(MInst.USE, MInst.slotBase(slot), 0);
        }

        @Override
        public MInst store(int regClass, int size, int slot, int src) {
            return new MInst(regClass == Kind.GPR ? size == 4 ? X86.MOV_RM32_R32 : X86.MOV_RM64_R64 : size == 8 ? X86.MOVSD_M64_X : size == 32 ? X86.VMOVUPS_YM256_Y : X86.MOVAPS_XM128_X, 2)
                    .mem(MInst.DEF, MInst.slotBase(slot), 0).reg(src, MInst.USE);
        }

        @Override
        public MInst withoutFlags(MInst i) {
            if (i.row == X86.SHL_RM64_U8 || i.row == X86.SHL_RM32_U8) {
                if (i.count != 3 || !i.isReg(0) || !i.isReg(2) || i.tiedTo(2) != 0 || i.kind(1) != MInst.IMM || i.immediate(1) != 1) return null;
                MInst twice = new MInst(i.row == X86.SHL_RM64_U8 ? X86.LEA_R64_M : X86.LEA_R32_M, 2).reg(i.reg(0), MInst.DEF)
                        .mem(0, i.reg(2), i.reg(2), 1, 0, -1, Operand.Modifier.NONE, MInst.NONE);
                twice.loc = i.loc;
                return twice;
            }
            boolean wide = i.row == X86.ADD_RM64_I32 || i.row == X86.SUB_RM64_I32 || i.row == X86.ADD_R64_RM64;
            boolean narrow = i.row == X86.ADD_RM32_I32 || i.row == X86.SUB_RM32_I32 || i.row == X86.ADD_R32_RM32;
            if (!wide && !narrow || i.count != 3 || !i.isReg(0) || !i.isReg(2) || i.tiedTo(2) != 0) return null;
            MInst lea = new MInst(wide ? X86.LEA_R64_M : X86.LEA_R32_M, 2).reg(i.reg(0), MInst.DEF);
            lea.loc = i.loc;
            if (i.isReg(1)) {
                return i.row == X86.ADD_R64_RM64 || i.row == X86.ADD_R32_RM32 ? lea.mem(0, i.reg(2), i.reg(1), 1, 0, -1, Operand.Modifier.NONE, MInst.NONE) : null;
            }
            if (i.kind(1) != MInst.IMM) return null;
            long n = i.row == X86.SUB_RM64_I32 || i.row == X86.SUB_RM32_I32 ? -i.immediate(1) : i.immediate(1);
            return n == (int) n ? lea.mem(0, i.reg(2), (int) n) : null;
        }

        @Override
        public MInst forget(int regClass, int reg) {
            return new MInst(regClass == Kind.GPR ? Pseudos.ZERO_R : Pseudos.ZERO_X, 1).reg(reg, MInst.DEF);
        }

        private static final Forms[] TWO_ADDRESS = {Forms.ADD, Forms.SUB, Forms.AND, Forms.OR, Forms.XOR};
        private static final Forms[] SHIFTS = {Forms.SHL, Forms.SHR, Forms.SAR};

        @Override
        public MInst inSlot(MInst i, int slot, int size) {
            int w = size == 8 ? 3 : 2;
            int r = i.reg(0);
            if (i.row == (w == 3 ? X86.LEA_R64_M : X86.LEA_R32_M)) {
                if (i.count != 2 || i.reg(1) != r || i.index(1) != MInst.NONE || i.ref(1) >= 0) return null;
                return new MInst(Forms.ADD.rmI()[w], 2).mem(MInst.DEF | MInst.USE, MInst.slotBase(slot), 0).imm(i.disp(1));
            }
            if (i.count != 3 || i.tiedTo(2) != 0 || i.prefixes != 0) return null;
            for (Forms f : TWO_ADDRESS) {
                if (i.row == f.rRm()[w] && i.isReg(1) && i.reg(1) != r) {
                    return new MInst(f.rmR()[w], 2).mem(MInst.DEF | MInst.USE, MInst.slotBase(slot), 0).reg(i.reg(1), MInst.USE);
                }
                if (i.row == f.rmI()[w] && i.kind(1) == MInst.IMM) return inSlot(i, slot);
            }
            for (Forms f : SHIFTS) if (i.row == f.rmI()[w]) return inSlot(i, slot);
            return null;
        }

        private static MInst inSlot(MInst i, int slot) {
            return new MInst(i.row, 2).mem(MInst.DEF | MInst.USE, MInst.slotBase(slot), 0).imm(i.immediate(1));
        }

        @Override
        public MInst exchange(int regClass, int size, int a, int b) {
            return regClass != Kind.GPR ? null : new MInst(size == 4 ? X86.XCHG_RM32_R32 : X86.XCHG_RM64_R64, 2).reg(a, MInst.DEF | MInst.USE).reg(b, MInst.DEF | MInst.USE);
        }

        @Override
        public boolean isExchangeShorter(int a, int b) {
            return a == X86Regs.RAX || b == X86Regs.RAX;
        }
    }

    private static final class Branches implements TargetMachine.Branches {
        @Override
        public boolean isJump(MInst i) {
            return i.row == X86.JMP_REL && i.kind(0) == MInst.BLOCK;
        }

        @Override
        public MInst jump(MBlock to) {
            return new MInst(X86.JMP_REL, 1).block(to);
        }

        @Override
        public boolean invert(MInst i) {
            int cc = X86.JCC.indexOf(i.row);
            if (cc < 0) return false;
            i.row = X86.JCC.get(cc ^ 1);
            return true;
        }

        @Override
        public boolean acrossSections() {
            return true;
        }
    }
}
