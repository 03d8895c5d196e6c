package org.jcc.target.x86_64;

import org.jcc.asm.x86_64.X86Regs;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetInfo.ConstraintKind;

/** What inline assembly may name (GCC manual 6.47.3.4, x86 family): constraint letters and registers. */
final class X86AsmNames implements TargetInfo.AsmNames {
    @Override
    public ConstraintKind constraint(char letter) {
        return switch (letter) {
            case 'a', 'b', 'c', 'd', 'S', 'D', 'A', 'r', 'q', 'Q', 'R', 'l', 'x', 'y', 't', 'u', 'f', 'p', 'U' -> ConstraintKind.REGISTER;
            case 'm', 'o', 'V', '<', '>' -> ConstraintKind.MEMORY;
            case 'i', 'n', 's', 'e', 'Z', 'E', 'F', 'G', 'C', 'I', 'J', 'K', 'L', 'M', 'N', 'O' -> ConstraintKind.IMMEDIATE;
            case 'g', 'X' -> ConstraintKind.ANY;
            default -> ConstraintKind.INVALID;
        };
    }

    @Override
    public boolean isRegister(String name) {
        return register(name) >= 0 || name.equals("flags") || name.equals("fpsr") || name.equals("dirflag") || name.equals("fpcr") || name.startsWith("mm")
                || name.startsWith("k") && name.length() == 2;
    }

    @Override
    public int number(String name) {
        return register(name);
    }

    @Override
    public String readRegister(String name) {
        int r = register(name);
        return r >= X86Regs.XMM0 ? "movaps %%" + X86Regs.name(r, 8) + ", %0" : "movq %%" + X86Regs.name(r, 8) + ", %q0";
    }

    @Override
    public String writeRegister(String name) {
        int r = register(name);
        return r >= X86Regs.XMM0 ? "movaps %0, %%" + X86Regs.name(r, 8) : "movq %q0, %%" + X86Regs.name(r, 8);
    }

    @Override
    public String saveExceptions(boolean x87) {
        return x87 ? "fnstsw 28(%1)" : "stmxcsr (%1)";
    }

    /** Only FLDENV sets flags of the x87 unit: the present environment is loaded again with the low byte of its status word replaced. */
    @Override
    public String restoreExceptions(boolean x87) {
        return x87 ? "fnstenv (%1)\n\tmovb 28(%1), %b0\n\tmovb %b0, 4(%1)\n\tfldenv (%1)" : "ldmxcsr (%1)";
    }

    /** The number of a register by any of its names, or -1. */
    static int register(String name) {
        if (name.startsWith("%")) name = name.substring(1);
        if (name.equals("cc") || name.equals("flags")) return X86Regs.FLAGS;
        for (int r = 0; r < 16; r++) {
            for (int size = 1; size <= 8; size *= 2) if (X86Regs.name(r, size).equals(name)) return r;
            if (("r" + r).equals(name) && r >= 8) return r;
            if (("xmm" + r).equals(name) || ("ymm" + r).equals(name)) return X86Regs.XMM0 + r;
        }
        for (int r = 0; r < 8; r++) if (("st(" + r + ")").equals(name)) return X86Regs.ST0 + r;
        return switch (name) {
            case "st" -> X86Regs.ST0;
            case "ah" -> X86Regs.RAX;
            case "bh" -> X86Regs.RBX;
            case "ch" -> X86Regs.RCX;
            case "dh" -> X86Regs.RDX;
            default -> -1;
        };
    }
}
