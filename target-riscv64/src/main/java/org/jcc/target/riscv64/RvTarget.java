package org.jcc.target.riscv64;

import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.asm.riscv64.RvRows;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.legal.StackProtector;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.ir.Op;
import org.jcc.ir.Type;
import org.jcc.support.TargetInfo;

/**
 * The RISC-V literal: RV64IMAFD, ABI lp64d ("RISC-V ABIs Specification"). The frame pointer s0 is the canonical frame address (below
 * the saved register arguments of a variadic function), with the return address and the caller's s0 right below it. t6 is never
 * allocated: far offsets and far jumps go by way of it.
 */
public final class RvTarget {
    private RvTarget() {}

    static final int SCRATCH = RvRegs.T6;
    private static final long CALLEE_SAVED = range(RvRegs.S0, RvRegs.S1) | range(RvRegs.S2, RvRegs.S11) | range(RvRegs.FS0, RvRegs.FS1)
            | range(RvRegs.FS2, RvRegs.FS11);
    static final long PRESERVED_C = CALLEE_SAVED | 1L << RvRegs.ZERO | range(RvRegs.SP, RvRegs.TP);

    private static final RegisterFile REGISTERS = new RegisterFile(names(), order(), RvRegs.SP, RvRegs.S0, RvRegs.S1, RvRegs.RA, CALLEE_SAVED,
            Map.of("c", PRESERVED_C, "all", -1L & ~(1L << RvRegs.RA), "none", range(RvRegs.SP, RvRegs.TP) | 1));

    private static final TargetMachine.Frame FRAME = new TargetMachine.Frame(16, 0, 8, 16, 0, 0, 4, 4, true, StackProtector.Guard.variable("__stack_chk_guard"));

    /** The SiFive 7 series ("SiFive U74 Core Complex Manual", 3.3): two instructions in order. Loads' latency is in their rows. */
    private static final TargetMachine.Pipeline PIPELINE = new TargetMachine.Pipeline(2, 1, 1, 0, 3, 2);

    /** The front end's view. */
    public static final TargetInfo INFO = new TargetInfo("riscv64", "riscv64-linux-gnu", 8, false, true, TargetInfo.LongDouble.QUAD, 16,
            TargetInfo.VaList.POINTER, true, 8, new RvAsmNames());

    public static final TargetMachine MACHINE = new TargetMachine("riscv64", INFO, REGISTERS, FRAME, RvSelector::new, new Spills(), new Branches(), TargetMachine.Flags.NONE, TargetMachine.Extensions.NONE, PIPELINE, new RvFrame(),
            RvAbi.INSTANCE, RvTarget::isLegal);

    /** The row of that name in the text form of machine code, or null. */
    public static Row row(String name) {
        for (Row r : RvRows.ALL) if (MirPrinter.rowName(r).equals(name)) return r;
        for (Row r : Pseudos.ALL) if (r.mnemonic().equals(name)) return r;
        return null;
    }

    private static boolean isLegal(Op op, Type type) {
        if (type.isVector()) return false;
        return switch (op) {
            case POPCNT, BITREVERSE, BSWAP, CLZ, CTZ, ABS, SMIN, SMAX, UMIN, UMAX, FFLOOR, FCEIL, FTRUNCI, FRINT -> false;
            default -> type != Type.F128 && type != Type.I128;
        };
    }

    /** A set of neighbouring registers. */
    private static long range(int from, int to) {
        long s = 0;
        for (int r = from; r <= to; r++) s |= 1L << r;
        return s;
    }

    private static String[] names() {
        String[] n = new String[64];
        for (int r = 0; r < 64; r++) n[r] = RvRegs.name(r);
        return n;
    }

    /** Registers that calls destroy come first; of those, arguments' registers last. */
    private static int[][] order() {
        int[][] o = new int[8][];
        java.util.Arrays.fill(o, new int[0]);
        o[Kind.GPR] = new int[] {RvRegs.T0, RvRegs.T1, RvRegs.T2, RvRegs.T3, RvRegs.T4, RvRegs.T5, RvRegs.A7, RvRegs.A6, RvRegs.A5, RvRegs.A4, RvRegs.A3, RvRegs.A2,
            RvRegs.A1, RvRegs.A0, RvRegs.S1, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, RvRegs.S0};
        o[Kind.FPR] = new int[32];
        int n = 0;
        for (int r = RvRegs.FT0; r < RvRegs.FS0; r++) o[Kind.FPR][n++] = r;
        for (int r = RvRegs.FT8; r < 64; r++) o[Kind.FPR][n++] = r;
        for (int r = RvRegs.FA0 + 7; r >= RvRegs.FA0; r--) o[Kind.FPR][n++] = r;
        for (int r = RvRegs.FS0; r <= RvRegs.FS1; r++) o[Kind.FPR][n++] = r;
        for (int r = RvRegs.FS2; r <= RvRegs.FS11; r++) o[Kind.FPR][n++] = r;
        return o;
    }

    /** Whole registers move and are spilled: 8 bytes, whatever the value. */
    private static final class Spills implements TargetMachine.Spills {
        @Override
        public MInst copy(int regClass, int size, int dst, int src) {
            return new MInst(regClass == Kind.GPR ? Rv.MV : Rv.FMV_D, 2).reg(dst, MInst.DEF).reg(src, MInst.USE);
        }

        @Override
        public MInst load(int regClass, int size, int dst, int slot) {
            return new MInst(regClass == Kind.GPR ? Rv.LD : Rv.FLD, 2).reg(dst, MInst.DEF).mem(MInst.USE, MInst.slotBase(slot), 0);
        }

        @Override
        public MInst store(int regClass, int size, int slot, int src) {
            return new MInst(regClass == Kind.GPR ? Rv.SD : Rv.FSD, 2).reg(src, MInst.USE).mem(MInst.DEF, MInst.slotBase(slot), 0);
        }
    }

    private static final class Branches implements TargetMachine.Branches {
        @Override
        public boolean isJump(MInst i) {
            return i.row == Rv.J && i.kind(0) == MInst.BLOCK;
        }

        @Override
        public MInst jump(MBlock to) {
            return new MInst(Rv.J, 1).block(to);
        }

        @Override
        public boolean invert(MInst i) {
            int c = ControlRules.BRANCHES.indexOf(i.row);
            if (c < 0) return false;
            i.row = ControlRules.BRANCHES.get(c ^ 1);
            return true;
        }
    }
}
