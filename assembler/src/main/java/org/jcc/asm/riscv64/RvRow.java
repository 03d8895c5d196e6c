package org.jcc.asm.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;

/** A row of the RISC-V table: {@link Row} plus the encoding, as {@link RvTable} reads it. */
public final class RvRow extends Row {
    /** How an operand gets into the word. */
    static final byte RD = 0, RS1 = 1, RS2 = 2, RS3 = 3, IMM_I = 4, IMM_S = 5, IMM_U = 6, IMM_B = 7, IMM_J = 8, SHAMT = 9, CSR = 10, UIMM = 11, MEM_I = 12,
            MEM_S = 13, MEM_0 = 14, PRED = 15, SUCC = 16, CALL_PAIR = 17, TPREL = 18, RS12 = 19;

    /** The word with all operands zero. */
    final int match;
    /** Bits that {@link #match} decides. */
    final int mask;
    final byte[] roles;
    /** The rounding mode that is not written; -1 if the row has none. Others stand in the prefixes, see {@link RvIsa#ROUND}. */
    final int rounding;
    /** Has the aq and rl bits, in {@link RvIsa}'s prefixes. */
    final boolean orders;

    RvRow(int id, String[] names, Kind[] kinds, byte[] effects, long uses, long defs, int flags, int latency, int match, int mask, byte[] roles, int rounding,
            boolean orders) {
        super(id, names, kinds, effects, uses, defs, flags, latency);
        this.match = match;
        this.mask = mask;
        this.roles = roles;
        this.rounding = rounding;
        this.orders = orders;
    }
}
