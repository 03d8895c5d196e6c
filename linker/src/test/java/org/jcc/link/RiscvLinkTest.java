package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jcc.asm.elf.Elf;
import org.jcc.asm.elf.ElfReader;
import org.jcc.asm.elf.Le;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A static riscv64 program from two objects of llvm-mc: pairs of relocations, alignment cut by the linker, TLS, GOT, frames. */
class RiscvLinkTest {
    @TempDir
    Path dir;

    static final String A = """
            .text
            .globl _start
            _start:
            .option push
            .option norelax
             la gp, __global_pointer$
            .option pop
             call helper
             lla a2, count
             lw a3, 0(a2)
             addi a3, a3, 1
             sw a3, 0(a2)
             lui a5, %tprel_hi(tv)
             la t1, pointer
             ld t1, 0(t1)
             lbu t1, 0(t1)
             lw t0, count
             add a0, t0, t1
             call aligned
             li a7, 93
             ecall
            .p2align 4
            .globl aligned
            aligned: c.nop
            .p2align 3
             ret
            .section .rodata.str1.1,"aMS",@progbits,1
            msg: .string "!"
            .data
            count: .word 4
            .p2align 3
            pointer: .quad msg
            distance: .word after-before
            before: .word 0
            after:
            .section .tdata,"awT",@progbits
            tv: .word 7
            """;

    static final String B = """
            .text
            .globl helper
            helper:
             .cfi_startproc
             la a0, weakf
             beqz a0, 1f
             ebreak
            1: ret
             .cfi_endproc
             .weak weakf
            """;

    @Test
    void staticProgram() throws Exception {
        Lab lab = new Lab(dir);
        Files.writeString(dir.resolve("a.s"), A);
        Files.writeString(dir.resolve("b.s"), B);
        for (String n : new String[] {"a", "b"}) {
            assertEquals("", lab.run("llvm-mc", "-triple", "riscv64", "-mattr=+m,+a,+f,+d,+c,+relax", "-target-abi", "lp64d", "-filetype=obj", n + ".s", "-o", n + ".o"));
        }
        assertTrue(lab.link("r", "-static", lab.path("a.o"), lab.path("b.o")), lab.messages);
        byte[] image = lab.bytes("r");
        ElfReader e = ElfReader.open(image);
        assertEquals(Elf.EM_RISCV, e.machine);
        assertEquals(Elf.EF_RISCV_RVC | Elf.EF_RISCV_FLOAT_ABI_DOUBLE, e.flags & (Elf.EF_RISCV_RVC | Elf.EF_RISCV_FLOAT_ABI));
        int symtab = e.find(Elf.SHT_SYMTAB);
        boolean seen = false;
        for (int i = 1; i < e.entries(symtab, Elf.SYM_SIZE); i++) {
            int at = e.shOff[symtab] + i * Elf.SYM_SIZE;
            if (!e.string(e.shLink[symtab], Le.u32(e.data, at)).equals("aligned")) continue;
            seen = true;
            assertEquals(0, Le.i64(e.data, at + Elf.ST_VALUE) & 15);
        }
        assertTrue(seen);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/qemu-riscv64")));
        assertEquals("exit " + (5 + '!') + "\n", lab.run("qemu-riscv64", lab.path("r")));
    }
}
