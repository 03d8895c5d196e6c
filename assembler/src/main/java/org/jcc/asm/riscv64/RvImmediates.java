package org.jcc.asm.riscv64;

import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * Any 64-bit number in a register: {@code lui} and {@code addiw} make 32 bits; a wider one is made of its upper part, shifted, and 12
 * bits at a time below it, as binutils and LLVM do. Runs of zeros at the end are skipped by a longer shift.
 */
public final class RvImmediates {
    private RvImmediates() {}

    /** Receives the instructions. */
    @FunctionalInterface
    public interface Sink {
        void emit(Row row, Operand... operands);
    }

    /** Emits the instructions that put {@code v} into {@code rd}, using no other register. */
    public static void load(int rd, long v, Sink out) {
        Operand d = Operand.reg(rd);
        if (v == (int) v) {
            int low = (int) v << 20 >> 20;
            int high = (int) (v + 0x800 >> 12) & 0xfffff;
            if (high == 0) {
                out.emit(Rv.ADDI, d, Operand.reg(RvRegs.ZERO), Operand.imm(low));
                return;
            }
            out.emit(Rv.LUI, d, Operand.imm(high));
            if (low != 0) out.emit(Rv.ADDIW, d, d, Operand.imm(low));
            return;
        }
        if (v > 0 && (v & v + 1) == 0) {
            out.emit(Rv.ADDI, d, Operand.reg(RvRegs.ZERO), Operand.imm(-1));
            out.emit(Rv.SRLI, d, d, Operand.imm(Long.numberOfLeadingZeros(v)));
            return;
        }
        long low = v << 52 >> 52;
        long high = v - low >> 12;
        int shift = 12;
        int zeros = Long.numberOfTrailingZeros(high);
        high >>= zeros;
        shift += zeros;
        // The subtraction may have carried out of 64 bits; the shift drops those bits again.
        high = high << shift >> shift;
        load(rd, high, out);
        out.emit(Rv.SLLI, d, d, Operand.imm(shift));
        if (low != 0) out.emit(Rv.ADDI, d, d, Operand.imm(low));
    }
}
