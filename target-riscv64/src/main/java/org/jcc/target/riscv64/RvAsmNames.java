package org.jcc.target.riscv64;

import org.jcc.asm.riscv64.RvRegs;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetInfo.ConstraintKind;

/** What inline assembly may name (GCC manual 6.47.3.4, RISC-V). */
final class RvAsmNames implements TargetInfo.AsmNames {
    @Override
    public ConstraintKind constraint(char letter) {
        return switch (letter) {
            case 'r', 'f', 'p', 'l' -> ConstraintKind.REGISTER;
            case 'm', 'o', 'V', '<', '>', 'A' -> ConstraintKind.MEMORY;
            case 'i', 'n', 's', 'I', 'J', 'K', 'S', 'E', 'F', 'G' -> ConstraintKind.IMMEDIATE;
            case 'g', 'X' -> ConstraintKind.ANY;
            default -> ConstraintKind.INVALID;
        };
    }

    @Override
    public int number(String name) {
        return RvRegs.number(name);
    }

    @Override
    public String readRegister(String name) {
        return (number(name) >= RvRegs.FT0 ? "fmv.d %0, " : "mv %0, ") + name;
    }

    @Override
    public String writeRegister(String name) {
        return (number(name) >= RvRegs.FT0 ? "fmv.d " : "mv ") + name + ", %0";
    }

    @Override
    public String saveExceptions(boolean x87) {
        return "frflags %0\n\tsw %0, 0(%1)";
    }

    @Override
    public String restoreExceptions(boolean x87) {
        return "lw %0, 0(%1)\n\tfsflags %0";
    }

    @Override
    public boolean isRegister(String name) {
        return RvRegs.number(name) >= 0;
    }
}
