package org.jcc.asm;

/**
 * What may stand at one operand place of an instruction row: a register of one class, memory, an immediate, a branch
 * target, or a mixture (x86's "register or memory"). Kinds are constants of an instruction set; shared code (register
 * allocation, spill folding, printing of sizes) reads only these fields.
 *
 * @param name     as rows spell it: {@code r32}, {@code rm64}, {@code xm128}, {@code i8}
 * @param regClass the class of register that may stand here, {@link #NO_REG} if none
 * @param size     bytes read or written through this operand; 0 for bare addresses and branch targets
 * @param mem      true if a memory operand may stand here; with a register class: spilling may replace the register
 * @param immBits  width of an immediate, 0 if none may stand here
 * @param signed   true if the immediate is sign-extended to the operation's width, so its range is signed
 * @param fixed    the one register that may stand here (and is not encoded), or -1
 * @param target   true for a branch target: a label or symbol, relative to the instruction's end
 */
public record Kind(String name, int regClass, int size, boolean mem, int immBits, boolean signed, int fixed, boolean target) {
    public static final int NO_REG = 0;
    /** General registers. */
    public static final int GPR = 1;
    /** Floating-point and vector registers (xmm, RISC-V f). */
    public static final int FPR = 2;
    /** x87 stack registers. */
    public static final int X87 = 3;
    /** Segment registers. */
    public static final int SEG = 4;
    /** Debug registers. */
    public static final int DEBUG = 7;
    /** Control registers. */
    public static final int CONTROL = 5;
    /** MMX registers. */
    public static final int MMX = 6;

    /** A place for registers alone. */
    public static Kind reg(String name, int regClass, int size) {
        return new Kind(name, regClass, size, false, 0, false, -1, false);
    }

    /** A place for a register or memory. */
    public static Kind regMem(String name, int regClass, int size) {
        return new Kind(name, regClass, size, true, 0, false, -1, false);
    }

    /** A place for memory alone. */
    public static Kind mem(String name, int size) {
        return new Kind(name, NO_REG, size, true, 0, false, -1, false);
    }

    /** A place for an immediate. */
    public static Kind imm(String name, int bits, boolean signed) {
        return new Kind(name, NO_REG, bits / 8, false, bits, signed, -1, false);
    }

    /** A place where one register is implied but written. */
    public static Kind fixed(String name, int regClass, int size, int register) {
        return new Kind(name, regClass, size, false, 0, false, register, false);
    }

    /** A place for a branch target. */
    public static Kind target(String name) {
        return new Kind(name, NO_REG, 0, false, 0, true, -1, true);
    }

    /** True if a register may stand here. */
    public boolean isReg() {
        return regClass != NO_REG;
    }

    /** True if an immediate may stand here. */
    public boolean isImm() {
        return immBits != 0;
    }
}
