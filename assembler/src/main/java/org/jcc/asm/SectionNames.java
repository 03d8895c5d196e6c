package org.jcc.asm;

import org.jcc.asm.elf.Elf;

/** What the name of a section says of it, where nothing else is given (gABI, special sections; GNU's additions). */
public final class SectionNames {
    private SectionNames() {}

    private static boolean named(String name, String base) {
        return name.equals(base) || name.startsWith(base) && name.charAt(base.length()) == '.';
    }

    /** The type that a section's name implies (gABI figure 4-12 and GNU's additions). */
    public static int typeOf(String name) {
        if (named(name, ".bss") || named(name, ".lbss") || named(name, ".tbss") || name.startsWith(".gnu.linkonce.b.")) return Elf.SHT_NOBITS;
        if (named(name, ".init_array")) return Elf.SHT_INIT_ARRAY;
        if (named(name, ".fini_array")) return Elf.SHT_FINI_ARRAY;
        if (named(name, ".preinit_array")) return Elf.SHT_PREINIT_ARRAY;
        if (named(name, ".note") && !name.equals(".note.GNU-stack")) return Elf.SHT_NOTE;
        return Elf.SHT_PROGBITS;
    }

    /** The flags that a section's name implies. */
    public static long flagsOf(String name) {
        if (named(name, ".text") || name.equals(".init") || name.equals(".fini") || name.equals(".plt") || name.startsWith(".gnu.linkonce.t.")) {
            return Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
        }
        if (named(name, ".tbss") || named(name, ".tdata")) return Elf.SHF_ALLOC | Elf.SHF_WRITE | Elf.SHF_TLS;
        if (named(name, ".data") || name.equals(".data1") || named(name, ".bss") || named(name, ".init_array") || named(name, ".fini_array")
                || named(name, ".preinit_array") || name.equals(".ctors") || name.equals(".dtors") || name.startsWith(".gnu.linkonce.d.")
                || name.startsWith(".gnu.linkonce.b.") || name.equals(".jcr") || name.equals(".got")) {
            return Elf.SHF_ALLOC | Elf.SHF_WRITE;
        }
        if (named(name, ".ldata") || named(name, ".lbss")) return Elf.SHF_ALLOC | Elf.SHF_WRITE | Elf.SHF_X86_64_LARGE;
        if (named(name, ".lrodata")) return Elf.SHF_ALLOC | Elf.SHF_X86_64_LARGE;
        if (named(name, ".rodata") || name.equals(".rodata1") || name.equals(".eh_frame") || name.startsWith(".gnu.linkonce.r.")) return Elf.SHF_ALLOC;
        return 0;
    }
}
