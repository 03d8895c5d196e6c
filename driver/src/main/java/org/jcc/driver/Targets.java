package org.jcc.driver;

import java.util.List;
import org.jcc.asm.InstructionSet;
import org.jcc.asm.riscv64.RvIsa;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.codegen.TargetMachine;
import org.jcc.target.riscv64.RvTarget;
import org.jcc.target.x86_64.X86Target;

/** The table of targets, the one place where the driver names them: each is what the stages need, and where its C library lives. */
final class Targets {
    private Targets() {}

    /**
     * @param machine     code generation; with it the front end's view
     * @param isa         assembler
     * @param emulation   the linker's name for it
     * @param includeDirs the C library's headers, after jcc's own
     * @param libraryDirs the C library, in the order in which gcc searches
     */
    record Target(TargetMachine machine, InstructionSet isa, String emulation, List<String> includeDirs, List<String> libraryDirs) {
        String name() {
            return machine.name();
        }

        String triplet() {
            return machine.info().triplet();
        }
    }

    static final Target NATIVE = new Target(X86Target.MACHINE, X86Isa.INSTANCE, "elf_x86_64",
            List.of("/usr/local/include", "/usr/include/x86_64-linux-gnu", "/usr/include"),
            List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"));

    /** The native one first. Where others' libraries are is Debian's convention for cross compilers. */
    static final List<Target> ALL = List.of(NATIVE,
            new Target(RvTarget.MACHINE, RvIsa.INSTANCE, "elf64lriscv", List.of("/usr/riscv64-linux-gnu/include"), List.of("/usr/riscv64-linux-gnu/lib")));

    /** By the architecture's word or the triplet; null for none. */
    static Target of(String name) {
        for (Target t : ALL) if (t.name().equals(name) || t.triplet().equals(name)) return t;
        return null;
    }

    /** The names for a message. */
    static String names() {
        return String.join(", ", ALL.stream().map(Target::name).toList());
    }
}
