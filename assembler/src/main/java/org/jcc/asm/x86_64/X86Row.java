package org.jcc.asm.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;

/**
 * A row of the x86-64 table: {@link Row} plus the encoding, as {@link X86Table} reads it from the manual's notation.
 */
public final class X86Row extends Row {
    /** How an operand's number gets into the bytes. */
    static final byte IN_REG = 0, IN_RM = 1, IN_VVVV = 2, IN_OPCODE = 3, IN_IMM = 4, IN_TARGET = 5, IN_MOFFS = 6, IMPLIED = 7, IN_IS4 = 8;

    /** An operand-size prefix 66 (apart from a mandatory one, which {@link #prefix} holds). */
    final boolean size16;
    /** Mandatory prefix 66, F2 or F3; 67 and 9B (fwait) where a mnemonic means them; 0 for none. */
    final int prefix;
    /** Opcode map: 0 none, 1 for 0F, 2 for 0F38, 3 for 0F3A. */
    final int map;
    final int opcode;
    /** A fixed byte after the opcode (a ModRM byte without operands), or -1. */
    final int second;
    /** ModRM's reg field for /0 to /7; -1 for /r or no ModRM. */
    final int digit;
    final boolean modrm;
    final boolean rexW;
    final boolean vex;
    /** VEX.L. */
    final boolean wide;
    /** Role of each operand. */
    final byte[] roles;
    /** Bytes of the immediate, 0 for none. */
    final int immBytes;
    /** Earlier rows of the same name that the assembler prefers where the operands fit them; filled by {@link X86Table}. */
    X86Row[] preferred = NONE;
    static final X86Row[] NONE = {};

    X86Row(int id, String[] names, Kind[] kinds, byte[] effects, long uses, long defs, int flags, int latency, boolean size16, int prefix, int map, int opcode,
            int second, int digit, boolean modrm, boolean rexW, boolean vex, boolean wide, byte[] roles, int immBytes) {
        super(id, names, kinds, effects, uses, defs, flags, latency);
        this.size16 = size16;
        this.prefix = prefix;
        this.map = map;
        this.opcode = opcode;
        this.second = second;
        this.digit = digit;
        this.modrm = modrm;
        this.rexW = rexW;
        this.vex = vex;
        this.wide = wide;
        this.roles = roles;
        this.immBytes = immBytes;
    }
}
