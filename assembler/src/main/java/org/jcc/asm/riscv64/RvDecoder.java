package org.jcc.asm.riscv64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;

/** A word to a row and its operands. Rows are filed by opcode; among those that match, the one that decides most bits wins. */
public final class RvDecoder {
    private RvDecoder() {}

    private static final RvRow[][] BY_OPCODE = new RvRow[128][];

    static {
        List<List<RvRow>> lists = new ArrayList<>();
        for (int i = 0; i < 128; i++) lists.add(new ArrayList<>());
        for (RvRow r : RvRows.ALL) {
            if (r == Rv.CALL || r == Rv.TAIL || r == Rv.ADD_TPREL) continue;
            lists.get(r.match & 127).add(r);
        }
        for (int i = 0; i < 128; i++) {
            lists.get(i).sort((a, b) -> Integer.bitCount(b.mask) - Integer.bitCount(a.mask));
            BY_OPCODE[i] = lists.get(i).toArray(new RvRow[0]);
        }
    }

    /** The instruction of a word; branch targets are distances from it. Null if the word is none of the table's. */
    public static Insn decode(int word) {
        for (RvRow r : BY_OPCODE[word & 127]) {
            if ((word & r.mask) == r.match && !(r == Rv.MV && (word >> 15 & 31) == 0) && !(r.roles.length == 2 && r.roles[1] == RvRow.RS12
                    && (word >> 15 & 31) != (word >> 20 & 31))) {
                return decode(r, word);
            }
        }
        return null;
    }

    private static Insn decode(RvRow r, int w) {
        Operand[] ops = new Operand[r.roles.length];
        for (int i = 0; i < ops.length; i++) ops[i] = operand(r.roles[i], r.kinds[i], w);
        int rounding = w >> 12 & 7;
        int prefixes = r.orders ? w >> 25 & 3 : r.rounding >= 0 && rounding != r.rounding ? RvIsa.ROUND | rounding : 0;
        return new Insn(r, ops, prefixes);
    }

    private static Operand operand(byte role, Kind k, int w) {
        return switch (role) {
            case RvRow.RD -> register(k, w >> 7);
            case RvRow.RS1, RvRow.RS12 -> register(k, w >> 15);
            case RvRow.RS2 -> register(k, w >> 20);
            case RvRow.RS3 -> register(k, w >> 27);
            case RvRow.IMM_I -> Operand.imm(w >> 20);
            case RvRow.IMM_U -> Operand.imm(w >>> 12);
            case RvRow.IMM_B -> Operand.imm((w >> 31) << 12 | (w >> 7 & 1) << 11 | (w >> 25 & 0x3f) << 5 | (w >> 8 & 15) << 1);
            case RvRow.IMM_J -> Operand.imm((w >> 31) << 20 | (w >> 12 & 0xff) << 12 | (w >> 20 & 1) << 11 | (w >> 21 & 0x3ff) << 1);
            case RvRow.SHAMT -> Operand.imm(w >>> 20 & (1 << k.immBits()) - 1);
            case RvRow.CSR -> Operand.imm(w >>> 20);
            case RvRow.UIMM -> Operand.imm(w >> 15 & 31);
            case RvRow.PRED -> Operand.imm(w >> 24 & 15);
            case RvRow.SUCC -> Operand.imm(w >> 20 & 15);
            case RvRow.MEM_I -> Operand.mem(w >> 15 & 31, w >> 20);
            case RvRow.MEM_S -> Operand.mem(w >> 15 & 31, (w >> 25) << 5 | w >> 7 & 31);
            case RvRow.MEM_0 -> Operand.mem(w >> 15 & 31, 0);
            default -> throw new IllegalArgumentException("role " + role);
        };
    }

    private static Operand register(Kind k, int n) {
        return Operand.reg((n & 31) + (k.regClass() == Kind.FPR ? RvRegs.FT0 : 0));
    }
}
