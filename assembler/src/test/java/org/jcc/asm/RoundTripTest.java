package org.jcc.asm;

import static org.jcc.asm.Operand.imm;
import static org.jcc.asm.Operand.label;
import static org.jcc.asm.Operand.mem;
import static org.jcc.asm.Operand.reg;
import static org.jcc.asm.Operand.sym;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.dwarf.LineTable;
import org.jcc.asm.elf.Elf;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;

/** What the builder prints while it builds, assembled, is the object it built: every kind of call once. */
class RoundTripTest {
    private static final int RIP = X86Regs.RIP;

    /** Builds with a printer, assembles the text, compares. Returns the text. */
    static String check(java.util.function.Consumer<ObjectBuilder> calls) {
        Diagnostics d = new Diagnostics(new SourceManager());
        AsmPrinter printer = new AsmPrinter();
        ObjectBuilder b = new ObjectBuilder(X86Isa.INSTANCE, d, printer);
        calls.accept(b);
        byte[] direct = b.finish();
        assertEquals("", d.render(false));
        SourceManager sm = new SourceManager();
        Diagnostics d2 = new Diagnostics(sm);
        byte[] again = GasAssembler.assemble(X86Isa.INSTANCE, sm.add("t.s", printer.text().getBytes(StandardCharsets.UTF_8), 0, false), d2, GasAssembler.Options.NONE);
        assertEquals("", d2.render(false));
        assertArrayEquals(direct, again);
        return printer.text();
    }

    @Test
    void functionWithFramesLinesAndBranches() {
        check(b -> {
            b.sourceFile("x.c");
            b.lines().file(0, "/tmp", "x.c", null);
            b.lines().file(1, "inc", "y \"z\".h", null);
            b.section(".text");
            b.global("f");
            b.type("f", Elf.STT_FUNC);
            b.label("f");
            b.lines().loc(0, 3, 5);
            b.frames().startProc();
            int far = b.newLabel();
            int near = b.newLabel();
            int top = b.newLabel();
            b.emit(X86.PUSH_R64, reg(5));
            b.frames().defCfaOffset(16);
            b.frames().offset(6, -16);
            b.emit(X86.MOV_RM64_R64, reg(5), reg(4));
            b.frames().defCfaRegister(6);
            b.lines().loc(1, 40, 0, LineTable.STMT | LineTable.PROLOGUE_END, 2);
            b.label(top);
            b.emit(X86.JE_REL, label(near));
            b.emit(X86.JMP_REL, label(far));
            b.label(near);
            b.emit(X86.CALL_REL, sym("puts", 0, Modifier.PLT));
            b.emit(X86.CALL_REL, sym("g"));
            b.emit(X86.JNE_REL, sym("elsewhere", 0, Modifier.PLT));
            b.emit(X86.LEA_R64_M, reg(0), Operand.memLabel(RIP, far, 0));
            b.emit(X86.LEA_R64_M, reg(7), mem(RIP, "s", 4, Modifier.NONE));
            b.emit(X86.MOV_R64_RM64, reg(0), mem(RIP, "v", 0, Modifier.GOTPCREL));
            b.emit(X86.MOV_R64_RM64, reg(0), mem(RIP, "t", 0, Modifier.GOTTPOFF));
            b.emit(X86.MOV_R32_RM32, reg(0), mem(-1, "t", 4, Modifier.TPOFF).in(X86Regs.FS));
            b.emit(X86.LEA_R64_M, reg(1), mem(0, "t", 0, Modifier.DTPOFF));
            b.emit(new Insn(X86.LEA_R64_M, new Operand[] {reg(7), mem(RIP, "t", 0, Modifier.TLSGD)}, X86Isa.PREFIX_DATA16));
            b.data(2, 0x6666);
            b.emit(X86.PREFIX_REX64);
            b.emit(X86.CALL_REL, sym("__tls_get_addr", 0, Modifier.PLT));
            b.emit(X86.MOV_R32_I32, reg(7), sym("s", 12, Modifier.NONE));
            b.emit(X86.MOV_RM64_I32, reg(7), sym("s", -3, Modifier.NONE));
            b.emit(X86.MOV_R64_I64, reg(7), sym("s"));
            b.emit(X86.ADD_RM32_I32, mem(RIP, "v", 0, Modifier.NONE), imm(100000));
            b.lines().loc(0, 4, 1);
            for (int i = 0; i < 40; i++) b.emit(X86.ADD_RM32_I32, mem(4, 9, 4, 1000 + i), imm(70000 - i));
            b.align(16, 10, 0, 0);
            b.align(8);
            b.label(far);
            b.emit(X86.JG_REL, label(top));
            b.frames().rememberState();
            b.emit(X86.LEAVE);
            b.frames().defCfa(7, 8);
            b.emit(X86.RET);
            b.frames().restoreState();
            b.emit(X86.RET_U16, imm(8));
            b.frames().endProc();
            b.sizeToHere("f");
        });
    }

    @Test
    void sectionsDataAndSymbols() {
        check(b -> {
            b.section(".rodata.str1.1", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_MERGE | Elf.SHF_STRINGS, 1);
            b.label(".LC0");
            b.bytes("a \"string\"\\ with \0 and \377\n\0".getBytes(StandardCharsets.ISO_8859_1));
            int anonymous = b.here();
            b.section(".text");
            b.emit(X86.LEA_R64_M, reg(0), mem(RIP, ".LC0", 0, Modifier.NONE));
            int in = b.newLabel();
            b.label(in);
            b.emit(X86.LEA_R64_M, reg(0), Operand.memLabel(RIP, in, 3));
            b.emit(X86.MOV_R32_I32, reg(0), label(in));
            b.section(".data");
            b.align(8);
            b.local("hidden_one");
            b.global("x");
            b.visibility("x", Elf.STV_HIDDEN);
            b.type("x", Elf.STT_OBJECT);
            b.size("x", 12);
            b.label("x");
            b.data(4, -1);
            b.data(8, "y", 8);
            b.data(1, 200);
            b.data(2, 0xffff);
            b.label("hidden_one");
            b.data(4, Expr.difference(in, b.symbol("x")).plus(0).add() < 0 ? Expr.of(0) : Expr.difference(b.symbol("hidden_one"), b.symbol("x")));
            int here = b.here();
            b.label("table");
            b.data(4, new Expr(in, b.symbol("table"), 5));
            byte[] blob = new byte[200];
            Arrays.fill(blob, 3, 50, (byte) 7);
            b.bytes(blob);
            b.zero(5);
            b.alias("alias", "x");
            b.global("alias");
            b.weak("w");
            b.data(8, "w", 0);
            b.set("absolute", Expr.of(0x1234));
            b.common("c1", 10, 16);
            b.local("c2");
            b.common("c2", 4, 4);
            b.symver("x", "old@V1");
            b.section(".bss");
            b.align(32);
            b.label("z");
            b.zero(100);
            b.section(".tdata", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE | Elf.SHF_TLS, 0);
            b.label("tv");
            b.data(4, 5);
            b.section(".text.g", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 0, "g", true, null);
            b.weak("g");
            b.label("g");
            b.emit(X86.UD2);
            b.section(".init_array");
            b.align(8);
            b.data(8, "f", 0);
            b.section("__patch", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 0, null, false, ".text");
            b.data(8, Expr.symbol(in));
            b.ident("jcc");
            b.section(".note.GNU-stack", Elf.SHT_PROGBITS, 0, 0);
        });
    }

    @Test
    void inlineAssembly() {
        String text = check(b -> {
            b.section(".text");
            b.label("f");
            b.assembleText("1: lock; addl $1, (%rdi)\n\tjne 1b\n\t.pushsection .fix,\"a\"\n\t.long 1b - .\n\t.popsection", 0);
            b.emit(X86.RET);
            b.assembleText(".macro two a\n.long \\a, \\a\n.endm", 0);
            b.section(".data");
            b.assembleText("two 3", 0);
        });
        assertEquals(true, text.contains("#APP"));
    }

    @Test
    void allRows() {
        check(b -> {
            b.section(".text");
            for (Insn i : org.jcc.asm.x86_64.RowSamples.all()) b.emit(i);
        });
    }

    @Test
    void allBranches() {
        check(b -> {
            b.section(".text");
            int start = b.here();
            b.global("out");
            for (int round = 0; round < 6; round++) {
                int ahead = b.newLabel();
                for (var row : X86.JCC) {
                    b.emit(row, label(ahead));
                    b.emit(row, label(start));
                    b.emit(row, sym("out"));
                    b.emit(row, sym("undefined"));
                }
                b.emit(X86.JMP_REL, label(ahead));
                b.emit(X86.LOOP_REL8, label(ahead));
                b.emit(X86.JRCXZ_REL8, label(ahead));
                b.emit(X86.JECXZ_REL8, label(ahead));
                b.emit(X86.XBEGIN_REL, label(ahead));
                b.label(ahead);
            }
            b.label("out");
        });
    }
}
