package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jcc.asm.elf.Elf;
import org.jcc.asm.elf.Le;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged objects, archives, libraries and scripts, from a fixed seed: each ends in an output or in diagnostics, never in an exception, and
 * soon. The number is the system property {@code jcc.mutations}.
 */
class MutationTest {
    @TempDir
    Path dir;

    private static final long[] INTERESTING = {0, 1, 2, 3, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffffL, 0x80000000L, 0xffffffffL,
        Long.MAX_VALUE, Long.MIN_VALUE, -1, 24, 64};

    @Test
    void damagedInputsAreDiagnosed() throws Exception {
        Lab lab = new Lab(dir);
        lab.cc("rich", """
                #include <stdio.h>
                static __thread int tl = 5; extern __thread int te; int common[10]; extern int undef_data __attribute__((weak));
                static const char *const table[] = {"alpha", "beta"};
                static int f1(void) { return 42; }
                static void *resolve(void) { return f1; }
                int chosen(void) __attribute__((ifunc("resolve")));
                __attribute__((constructor(101))) static void ctor(void) { tl++; }
                __attribute__((section("myset"), used)) static int s1 = 1;
                extern int __start_myset[];
                inline __attribute__((gnu_inline, weak)) int w(void) { return common[2]; }
                void _start(void) { te += tl + chosen() + w() + (table[tl][0]) + __start_myset[0] + (&undef_data != 0); }
                """, "-g", "-fPIC", "-ffunction-sections", "-fcommon");
        lab.cc("other", "__thread int te = 3; int helper(void) { return te; }", "-g", "-fPIC");
        assertTrue(lab.link("libother.so", "-shared", lab.path("other.o")), lab.messages);
        lab.cc("comdat", "__asm__(\".section .text.g,\\\"axG\\\",@progbits,grp,comdat\\n.weak grp\\ngrp: ret\\n.text\");", "-fPIC");
        byte[] rich = lab.bytes("rich.o");
        byte[] other = lab.bytes("other.o");
        byte[] comdat = lab.bytes("comdat.o");
        byte[] library = lab.bytes("libother.so");
        byte[] archive = Ar.archive(List.of("other.o", "comdat_with_a_long_name.o"), List.of(other, comdat));
        byte[][][] foreign = new byte[2][2][];
        for (int k = 0; k < 2; k++) {
            java.nio.file.Files.writeString(dir.resolve("a.s"), k == 0 ? RiscvLinkTest.A : AArch64LinkTest.A);
            java.nio.file.Files.writeString(dir.resolve("b.s"), k == 0 ? RiscvLinkTest.B : AArch64LinkTest.B);
            for (int m = 0; m < 2; m++) {
                String n = m == 0 ? "a" : "b";
                lab.run("llvm-mc", "-triple", k == 0 ? "riscv64" : "aarch64", k == 0 ? "-mattr=+c,+relax" : "-mattr=+neon", "-filetype=obj", n + ".s", "-o", n + ".o");
                foreign[k][m] = lab.bytes(n + ".o");
            }
        }
        byte[] script = "/* s */ OUTPUT_FORMAT(elf64-x86-64) GROUP ( a.a AS_NEEDED ( -lx b.so ) ) SEARCH_DIR(\"=/x\")".getBytes(StandardCharsets.UTF_8);
        int rounds = Integer.getInteger("jcc.mutations", 300);
        Random random = new Random(20261120);
        int linked = 0;
        for (int i = 0; i < rounds; i++) {
            long seed = random.nextLong();
            Random r = new Random(seed);
            int which = i % 8;
            byte[] bad = mutate(switch (which) {
                case 0, 1 -> rich;
                case 2 -> other;
                case 3 -> archive;
                case 4 -> library;
                case 5 -> i % 16 == 5 ? script : comdat;
                default -> foreign[which - 6][r.nextInt(2)];
            }, r);
            List<Input> inputs = new ArrayList<>();
            LinkOptions options = new LinkOptions();
            options.mapFile = null;
            if (r.nextBoolean()) options.gcSections = true;
            if (r.nextInt(3) == 0) options.buildId = new byte[0];
            options.kind = LinkOptions.Kind.values()[r.nextInt(4)];
            options.isStatic = r.nextInt(3) == 0 && options.kind == LinkOptions.Kind.EXEC && which != 4;
            inputs.add(new Input.Bytes("rich.o", which < 2 ? bad : rich));
            inputs.add(new Input.Bytes("second", which < 2 ? other : bad));
            if (which == 5) inputs.add(new Input.Bytes("other.o", other));
            if (which >= 6) {
                inputs.clear();
                inputs.add(new Input.Bytes("bad.o", bad));
                for (byte[] good : foreign[which - 6]) inputs.add(new Input.Bytes("good.o", good));
                options.allowMultipleDefinition = true;
            }
            Diagnostics diags = new Diagnostics(new SourceManager());
            long t0 = System.nanoTime();
            try {
                if (Link.link(options, inputs, diags) != null) linked++;
                else if (!diags.hasErrors()) fail("round " + i + " seed " + seed + ": no output and no error");
            } catch (Throwable t) {
                throw new AssertionError("round " + i + ", seed " + seed + ", input " + which, t);
            }
            if (System.nanoTime() - t0 > 20_000_000_000L) fail("round " + i + ", seed " + seed + " took too long");
        }
        assertTrue(linked > 0, "some damage does no harm");
    }

    private static byte[] mutate(byte[] good, Random r) {
        byte[] b = good.clone();
        if (b.length > 64 && Elf.EHDR_SIZE < b.length && r.nextInt(3) > 0 && b[0] == 0x7f) {
            // a field of a section header, a symbol or a relocation
            int shoff = (int) Le.i64(b, Elf.E_SHOFF);
            int n = Le.u16(b, Elf.E_SHNUM);
            for (int k = 1 + r.nextInt(3); k > 0; k--) {
                int sec = r.nextInt(n);
                int h = shoff + sec * Elf.SHDR_SIZE;
                int type = Le.i32(good, h + Elf.SH_TYPE);
                int off = (int) Le.i64(good, h + Elf.SH_OFFSET);
                int size = (int) Le.i64(good, h + Elf.SH_SIZE);
                boolean table = type == Elf.SHT_RELA || type == Elf.SHT_SYMTAB || type == Elf.SHT_DYNSYM || type == Elf.SHT_GROUP || type == Elf.SHT_STRTAB
                        || type == Elf.SHT_GNU_VERDEF || type == Elf.SHT_GNU_VERSYM || type == Elf.SHT_PROGBITS || type == Elf.SHT_DYNAMIC;
                int at = table && size >= 8 && r.nextBoolean() ? off + r.nextInt(size - 7) : h + r.nextInt(Elf.SHDR_SIZE - 8);
                if (r.nextBoolean()) at &= ~3;
                long v = INTERESTING[r.nextInt(INTERESTING.length)] + r.nextInt(3) - 1;
                switch (r.nextInt(4)) {
                    case 0 -> b[at] = (byte) v;
                    case 1 -> Le.put16(b, at, v);
                    case 2 -> Le.put32(b, at, v);
                    default -> Le.put64(b, at, v);
                }
            }
            return b;
        }
        switch (r.nextInt(4)) {
            case 0 -> b = java.util.Arrays.copyOf(b, r.nextInt(b.length + 1));
            case 1 -> {
                for (int k = 1 + r.nextInt(20); k > 0; k--) b[r.nextInt(b.length)] ^= (byte) (1 << r.nextInt(8));
            }
            case 2 -> {
                int from = r.nextInt(b.length);
                java.util.Arrays.fill(b, from, Math.min(b.length, from + 1 + r.nextInt(64)), (byte) (r.nextBoolean() ? 0 : 0xff));
            }
            default -> {
                int from = r.nextInt(b.length);
                int to = r.nextInt(b.length);
                int len = Math.min(r.nextInt(200), b.length - Math.max(from, to));
                System.arraycopy(good, from, b, to, len);
            }
        }
        return b;
    }
}
