package org.jcc.asm.x86_64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/** For every row some instructions that show low and high registers, the forms of addresses, and edges of immediates. */
public final class RowSamples {
    private RowSamples() {}

    private static final int VARIANTS = 6;

    /** All samples of all rows without branch targets, in the order of the table. */
    public static List<Insn> all() {
        List<Insn> out = new ArrayList<>();
        for (X86Row r : X86Rows.ALL) out.addAll(of(r));
        return out;
    }

    static List<Insn> of(X86Row r) {
        List<Insn> out = new ArrayList<>();
        if (r.is(org.jcc.asm.Row.PREFIX)) return out;
        for (Kind k : r.kinds) if (k.target()) return out;
        int n = r.kinds.length == 0 ? 1 : VARIANTS;
        for (int v = 0; v < n; v++) {
            Operand[] ops = new Operand[r.kinds.length];
            for (int i = 0; i < ops.length; i++) ops[i] = operand(r, i, v);
            out.add(new Insn(r, ops));
        }
        return out;
    }

    private static Operand operand(X86Row r, int i, int v) {
        Kind k = r.kinds[i];
        if (k.fixed() >= 0 && !k.isReg()) return Operand.imm(k.fixed());
        if (k.fixed() >= 0) return Operand.reg(k.fixed());
        if (r.roles[i] == X86Row.IN_MOFFS) return Operand.mem(-1, 0x1122334455667788L + v);
        if (k.mem() && (!k.isReg() || v >= 3)) return memory(v);
        if (k.isReg()) return Operand.reg(register(k, v + 2 * i));
        return Operand.imm(immediate(k, v));
    }

    private static int register(Kind k, int v) {
        int[] gpr = {0, 1, 6, 9, 12, 15, 3, 5, 8, 13};
        return switch (k.regClass()) {
            case Kind.GPR -> gpr[v % gpr.length];
            case Kind.FPR -> X86Regs.XMM0 + (v * 5 + 1) % 16;
            case Kind.X87 -> X86Regs.ST0 + (v + 1) % 8;
            case Kind.SEG -> new int[] {X86Regs.DS, X86Regs.ES, X86Regs.FS, X86Regs.GS}[v % 4];
            case Kind.CONTROL -> X86Regs.CR0 + new int[] {0, 2, 3, 4, 8}[v % 5];
            case Kind.DEBUG -> X86Regs.DR0 + v % 8;
            default -> X86Regs.MM0 + v % 8;
        };
    }

    private static Operand memory(int v) {
        return switch (v) {
            case 0 -> Operand.mem(3, 0);
            case 1 -> Operand.mem(X86Regs.RIP, 0x1234);
            case 2 -> Operand.mem(-1, 10, 8, 0x700);
            case 3 -> Operand.mem(13, -8);
            case 4 -> Operand.mem(4, 9, 4, 0x12345);
            default -> Operand.mem(12, 0, 1, 0).in(X86Regs.FS);
        };
    }

    private static long immediate(Kind k, int v) {
        int bits = k.immBits();
        long min = -(1L << bits - 1);
        long max = bits == 64 ? Long.MAX_VALUE : (1L << bits - 1) - 1;
        return switch (v) {
            case 0 -> 3;
            case 1 -> max;
            case 2 -> k.name().startsWith("u") ? max : min;
            case 3 -> bits == 64 ? 0x123456789aL : max - 1;
            default -> 17 + v;
        };
    }

    /** The bytes of one instruction. */
    static byte[] encode(Insn insn) {
        ObjectBuilder b = new ObjectBuilder(X86Isa.INSTANCE, new Diagnostics(new SourceManager()), null);
        b.emit(insn);
        return b.currentBytes();
    }

    /** The text of one instruction. */
    static String print(Insn insn, ObjectBuilder names) {
        StringBuilder sb = new StringBuilder();
        X86Isa.INSTANCE.print(insn, names, sb);
        return sb.toString();
    }
}
