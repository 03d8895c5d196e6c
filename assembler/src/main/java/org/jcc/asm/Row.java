package org.jcc.asm;

/**
 * One form of one instruction, the only place where its syntax, its bits and its effects stand. The text assembler,
 * the encoder, the disassembler, the {@code -S} printer, the register allocator's def/use sets and the binary
 * translator all read this row. Operands stand in the manual's order (destination first); an instruction set's printer
 * turns them round where its syntax wants that.
 *
 * <p>Rows are immutable constants of an instruction set ({@code X86.ADD_RM32_R32}); {@link #id} is dense per set, so
 * side tables are arrays. The subclass of the set adds the encoding.
 */
public abstract class Row {
    /** Effect of an operand. */
    public static final byte READ = 1;
    public static final byte WRITE = 2;
    public static final byte READ_WRITE = 3;
    /** An address that is computed, not accessed ({@code lea}). */
    public static final byte ADDRESS = 0;

    /** Characteristics. */
    public static final int CALL = 1;
    public static final int JUMP = 1 << 1;
    /** With JUMP: falls through if not taken. */
    public static final int COND = 1 << 2;
    public static final int RET = 1 << 3;
    /** May carry a lock prefix when its destination is memory. */
    public static final int LOCKABLE = 1 << 4;
    /** Must not be removed or duplicated even if nothing it writes is used. */
    public static final int SIDE_EFFECT = 1 << 5;
    /** Accesses memory beyond its explicit operands (string operations, push, pop). */
    public static final int MAY_LOAD = 1 << 6;
    public static final int MAY_STORE = 1 << 7;
    /** A register-to-register copy that a coalescer may remove. */
    public static final int MOVE = 1 << 8;
    /** The two source operands may be exchanged. */
    public static final int COMMUTATIVE = 1 << 9;
    /** Ends a block without a successor (ud2, hlt in user code is not one). */
    public static final int TRAP = 1 << 10;
    /** A prefix written as an instruction of its own. */
    public static final int PREFIX = 1 << 11;
    /** Only the disassembler or an explicit spelling chooses this form, never the assembler by itself. */
    public static final int ALTERNATE = 1 << 12;
    /** Writes a 32-bit register's upper half with zero even where the operand says 16 or 8 bits are read. */
    public static final int ZERO_UPPER = 1 << 13;

    /** Waits for the destination's old value, of which it keeps a part that nobody reads or nothing at all. */
    public static final int FALSE_DEPENDENCY = 1 << 14;

    /** Dense id within the instruction set. */
    public final int id;
    /** Every spelling; the first is printed. */
    public final String[] names;
    /** What stands at each place, destination first. */
    public final Kind[] kinds;
    /** What each place's operand suffers: READ, WRITE, both, or ADDRESS. */
    public final byte[] effects;
    /** Registers read though not written in the text, as bits. */
    public final long uses;
    /** Registers changed though not written in the text, as bits. */
    public final long defs;
    /** Characteristics, or-ed. */
    public final int flags;
    /** Cycles from inputs to result; of what computes with memory on x86-64, without the access. */
    public final int latency;

    protected Row(int id, String[] names, Kind[] kinds, byte[] effects, long uses, long defs, int flags, int latency) {
        this.id = id;
        this.names = names;
        this.kinds = kinds;
        this.effects = effects;
        this.uses = uses;
        this.defs = defs;
        this.flags = flags;
        this.latency = latency;
    }

    /** The spelling that is printed. */
    public final String mnemonic() {
        return names[0];
    }

    /** True if the row has this characteristic. */
    public final boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /** True if operand {@code i} is read. */
    public final boolean reads(int i) {
        return (effects[i] & READ) != 0;
    }

    /** True if operand {@code i} is written. */
    public final boolean writes(int i) {
        return (effects[i] & WRITE) != 0;
    }

    @Override
    public final String toString() {
        StringBuilder sb = new StringBuilder(names[0]);
        for (int i = 0; i < kinds.length; i++) sb.append(i == 0 ? ' ' : ',').append(kinds[i].name());
        return sb.toString();
    }
}
