package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jcc.asm.elf.Elf;
import org.jcc.asm.elf.ElfReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A static aarch64 program from two objects of llvm-mc: pages, GOT, calls, TLS descriptors and initial-exec made direct. */
class AArch64LinkTest {
    @TempDir
    Path dir;

    static final String A = """
            .text
            .globl _start
            _start:
             adrp x20, msg
             add x20, x20, :lo12:msg
             ldrb w20, [x20]
             bl helper
             adrp x1, :got:ext
             ldr x1, [x1, :got_lo12:ext]
             ldr w1, [x1]
             add w20, w20, w1
             adrp x2, pointer
             ldr x2, [x2, :lo12:pointer]
             ldrb w2, [x2]
             add w20, w20, w2
             sub sp, sp, 256
             msr tpidr_el0, x3
             adrp x0, :tlsdesc:tv
             ldr x1, [x0, #:tlsdesc_lo12:tv]
             add x0, x0, :tlsdesc_lo12:tv
             .tlsdesccall tv
             blr x1
             add w20, w20, w0
             adrp x4, :gottprel:tv
             ldr x4, [x4, :gottprel_lo12:tv]
             add w20, w20, w4
             add x9, xzr, xzr
             add x9, x9, :tprel_hi12:tv
             add x9, x9, :tprel_lo12_nc:tv
             add w0, w20, w9
             movz x10, #:abs_g1:_start
             tbz w0, 31, 1f
            1: mov x8, 93
             svc 0
            .section .rodata.str1.1,"aMS",@progbits,1
            msg: .string "A"
            other: .string "!"
            .data
            .p2align 3
            pointer: .quad other
            distance: .word pointer - .
            .section .tdata,"awT",@progbits
             .word 1
            tv: .word 7
            """;

    static final String B = """
            .text
            .globl helper
            helper:
             .cfi_startproc
             mov x21, x30
             bl weakf
             mov x30, x21
             ret
             .cfi_endproc
            .weak weakf
            .data
            .globl ext
            ext: .word 10
            """;

    @Test
    void staticProgram() throws Exception {
        Lab lab = new Lab(dir);
        Files.writeString(dir.resolve("a.s"), A);
        Files.writeString(dir.resolve("b.s"), B);
        for (String n : new String[] {"a", "b"}) assertEquals("", lab.run("llvm-mc", "-triple", "aarch64", "-filetype=obj", n + ".s", "-o", n + ".o"));
        assertTrue(lab.link("r", "-static", lab.path("a.o"), lab.path("b.o")), lab.messages);
        assertEquals(Elf.EM_AARCH64, ElfReader.open(lab.bytes("r")).machine);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/qemu-aarch64")));
        // three TLS offsets of 16 + 4
        assertEquals("exit " + ('A' + 10 + '!' + 60) + "\n", lab.run("qemu-aarch64", lab.path("r")));
    }
}
