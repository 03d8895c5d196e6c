package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;

/**
 * The upper bits of x86-64's registers: whatever writes a 32-bit register clears the upper half (Software Developer's Manual, volume 1, 3.4.1.1);
 * {@code movzx}, masks and shifts to the right clear more. Writes of 8 and 16 bits leave the rest as it is, and {@code bsf} and {@code bsr} leave all of it if the
 * source is zero.
 */
final class X86Extensions implements TargetMachine.Extensions {
    private static int length(long n) {
        return 64 - Long.numberOfLeadingZeros(n);
    }

    /** Bits of a register operand, or of memory of {@code size} bytes. */
    private static int of(MInst i, int k, int[] known, int size) {
        return i.isReg(k) ? Math.min(size * 8, known[i.reg(k)]) : size * 8;
    }

    private static boolean isTwoAddress(MInst i) {
        return i.count == 3 && i.isReg(2) && i.tiedTo(2) == 0;
    }

    @Override
    public int bits(MInst i, int[] known) {
        Row r = i.row;
        if (r instanceof PseudoRow || r.kinds.length == 0) return 64;
        Kind k = r.kinds[0];
        if (k.regClass() != Kind.GPR || k.size() < 4) return 64;
        int size = k.size();
        int most = size * 8;
        if (i.count == 2) {
            if (r == X86.MOV_R32_RM32 || r == X86.MOV_R64_RM64) return of(i, 1, known, size);
            if (r == X86.MOVZX_R32_RM8) return of(i, 1, known, 1);
            if (r == X86.MOVZX_R32_RM16) return of(i, 1, known, 2);
            if (r == X86.MOV_R32_I32 && i.kind(1) == MInst.IMM) return length(i.immediate(1) & 0xffffffffL);
            int from = signExtends(r);
            if (from > 0) return i.isReg(1) && known[i.reg(1)] < from ? known[i.reg(1)] : most;
        }
        if (isTwoAddress(i)) {
            int a = Math.min(most, known[i.reg(2)]);
            int w = size == 8 ? 3 : 2;
            if (i.kind(1) == MInst.IMM) {
                long n = i.immediate(1);
                if (r == Forms.AND.rmI()[w]) return n < 0 ? a : Math.min(a, length(n));
                if (r == Forms.OR.rmI()[w] || r == Forms.XOR.rmI()[w]) return n < 0 ? most : Math.max(a, length(n));
                n &= most - 1;
                if (r == Forms.SHR.rmI()[w]) return Math.max(0, a - (int) n);
                if (r == Forms.SHL.rmI()[w]) return Math.min(most, a + (int) n);
            } else {
                int b = of(i, 1, known, size);
                if (r == Forms.AND.rRm()[w]) return Math.min(a, b);
                if (r == Forms.OR.rRm()[w] || r == Forms.XOR.rRm()[w] || X86.CMOVCC32.contains(r) || X86.CMOVCC64.contains(r)) return Math.max(a, b);
            }
        }
        return size == 8 || r == X86.BSF_R32_RM32 || r == X86.BSR_R32_RM32 || r.is(Row.CALL | Row.SIDE_EFFECT) || i.prefixes != 0 ? 64 : 32;
    }

    /** The bits from which the row extends a sign, or 0. */
    private static int signExtends(Row r) {
        if (r == X86.MOVSXD_R64_RM32) return 32;
        if (r == X86.MOVSX_R32_RM8 || r == X86.MOVSX_R64_RM8) return 8;
        return r == X86.MOVSX_R32_RM16 || r == X86.MOVSX_R64_RM16 ? 16 : 0;
    }

    @Override
    public int kept(MInst i, int[] known) {
        Row r = i.row;
        if (i.count == 2 && i.isReg(0) && i.isReg(1)) {
            int sign = signExtends(r);
            int keeps = r == X86.MOV_R32_RM32 ? 32 : r == X86.MOVZX_R32_RM8 ? 8 : r == X86.MOVZX_R32_RM16 ? 16 : sign - 1;
            return keeps > 0 && known[i.reg(1)] <= keeps ? i.reg(1) : -1;
        }
        if ((r == X86.AND_RM32_I32 || r == X86.AND_RM64_I32) && isTwoAddress(i) && i.isReg(0) && i.kind(1) == MInst.IMM) {
            long n = i.immediate(1);
            return n > 0 && (n & n + 1) == 0 && known[i.reg(2)] <= length(n) ? i.reg(2) : -1;
        }
        return -1;
    }
}
