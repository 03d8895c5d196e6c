package org.jcc.codegen.mir;

import java.util.Arrays;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * A machine instruction: a {@link Row} (of the instruction set, or a target's {@link PseudoRow}) and its operands.
 * Mutable, in a doubly linked list of its {@link MBlock}.
 *
 * <p>The first {@code row.kinds.length} operands stand at the row's places; more may follow, which are not written in the
 * instruction's text but tie values to it: arguments of a call in their registers, the implied registers of a division,
 * the value that a two-address instruction overwrites. Operands lie in one int array, {@link #STRIDE} words each:
 *
 * <pre>
 *   word 0  kind, effect, constraint     (see the bits below)
 *   word 1  REG: register    MEM: base     IMM: low half     SYM, BLOCK: -
 *   word 2                   MEM: index    IMM: high half
 *   word 3                   MEM: displacement               SYM: addend
 *   word 4                   MEM: symbol   (index into {@link MFunction#refs}, -1 none)   SYM: symbol   BLOCK: block id
 * </pre>
 *
 * <p>A register below {@link #FIRST_VREG} is the machine's, from there on virtual. A base below -1 is a frame slot
 * ({@link #slotBase}). Before allocation every virtual register has one definition (SSA); a read-write operand of the row
 * is a definition, with a further operand that is a use <em>tied</em> to it.
 */
public final class MInst {
    public static final int STRIDE = 5;
    public static final int FIRST_VREG = 128;
    /** No register. */
    public static final int NONE = -1;
    /** As {@link #access}: volatile or atomic, so that no other access moves across it. */
    public static final int ORDERED = -1;

    // Kinds.
    public static final int REG = 0, IMM = 1, MEM = 2, SYM = 3, BLOCK = 4;
    private static final int KIND_MASK = 7;
    // Effects (as Row.READ, Row.WRITE), shifted.
    private static final int EFFECT_SHIFT = 3;
    public static final int USE = Row.READ << EFFECT_SHIFT, DEF = Row.WRITE << EFFECT_SHIFT;
    /** A definition written before all uses are read, or a scratch register. */
    public static final int EARLY = 1 << 5;
    /** A memory operand may stand in the register's place. */
    public static final int REGMEM = 1 << 6;
    private static final int FIXED_SHIFT = 8, TIED_SHIFT = 16;
    private static final int SCALE_SHIFT = 8, SEG_SHIFT = 10, MOD_SHIFT = 17;

    /** {@link #aux} of a call that returns twice. */
    public static final Object TWICE = "twice";

    private static final Operand.Modifier[] MODIFIERS = Operand.Modifier.values();

    public Row row;
    public int[] ops;
    public int count;
    /** Instruction-set prefixes (lock, rep). */
    public int prefixes;
    /** Registers changed beyond the operands: the row's and a call's. */
    public long clobbers;
    public int loc;
    /** Of a memory access that is all the instruction does in memory: its alias tag ({@link org.jcc.ir.AliasTags}), 0 if that is not known; or {@link #ORDERED}. */
    public int access;
    /** What a pseudo instruction needs beyond its operands; {@link #TWICE}. */
    public Object aux;
    public MInst prev, next;
    public MBlock block;
    /** Position within the block while a pass numbers it. */
    public int pos;

    public MInst(Row row, int capacity) {
        this.row = row;
        this.ops = new int[capacity * STRIDE];
        this.clobbers = row.defs;
    }

    public static boolean isVirtual(int reg) {
        return reg >= FIRST_VREG;
    }

    /** The base that means frame slot {@code slot}. */
    public static int slotBase(int slot) {
        return -2 - slot;
    }

    public static boolean isSlot(int base) {
        return base < -1;
    }

    /** The slot behind {@link #slotBase}. */
    public static int slotOf(int base) {
        return -2 - base;
    }

    // ---- building ----

    private int add(int header, int a, int b, int c, int d) {
        int at = count * STRIDE;
        if (at == ops.length) ops = Arrays.copyOf(ops, Math.max(STRIDE * 4, at * 2));
        ops[at] = header;
        ops[at + 1] = a;
        ops[at + 2] = b;
        ops[at + 3] = c;
        ops[at + 4] = d;
        return count++;
    }

    /** @param bits {@link #USE}, {@link #DEF}, {@link #EARLY}, {@link #REGMEM} */
    public MInst reg(int reg, int bits) {
        add(REG | bits, reg, NONE, 0, -1);
        return this;
    }

    /** A value in a demanded register. */
    public MInst fixed(int reg, int bits, int machineReg) {
        add(REG | bits | machineReg + 1 << FIXED_SHIFT, reg, NONE, 0, -1);
        return this;
    }

    /** A use that shares the register of definition operand {@code def}. */
    public MInst tied(int reg, int def) {
        add(REG | USE | def + 1 << TIED_SHIFT, reg, NONE, 0, -1);
        return this;
    }

    public MInst imm(long value) {
        add(IMM, (int) value, (int) (value >> 32), 0, -1);
        return this;
    }

    public MInst block(MBlock b) {
        add(BLOCK, NONE, NONE, 0, b.id);
        return this;
    }

    public MInst sym(int ref, int addend, Operand.Modifier m) {
        add(SYM | m.ordinal() << MOD_SHIFT, NONE, NONE, addend, ref);
        return this;
    }

    /** @param bits effect of the access */
    public MInst mem(int bits, int base, int index, int scale, int disp, int ref, Operand.Modifier m, int segment) {
        add(MEM | bits | Integer.numberOfTrailingZeros(scale) << SCALE_SHIFT | segment + 1 << SEG_SHIFT | m.ordinal() << MOD_SHIFT, base, index, disp, ref);
        return this;
    }

    public MInst mem(int bits, int base, int disp) {
        return mem(bits, base, NONE, 1, disp, -1, Operand.Modifier.NONE, NONE);
    }

    /** The same instruction once more, in no block. */
    public MInst copy() {
        MInst c = new MInst(row, count);
        for (int k = 0; k < count; k++) c.copy(this, k);
        c.prefixes = prefixes;
        c.clobbers = clobbers;
        c.loc = loc;
        c.access = access;
        c.aux = aux;
        return c;
    }

    /** Copies operand {@code i} of another instruction. */
    public MInst copy(MInst o, int i) {
        int at = i * STRIDE;
        add(o.ops[at], o.ops[at + 1], o.ops[at + 2], o.ops[at + 3], o.ops[at + 4]);
        return this;
    }

    // ---- reading ----

    public int kind(int i) {
        return ops[i * STRIDE] & KIND_MASK;
    }

    public boolean isReg(int i) {
        return kind(i) == REG;
    }

    public boolean isMem(int i) {
        return kind(i) == MEM;
    }

    public boolean isUse(int i) {
        return (ops[i * STRIDE] & USE) != 0;
    }

    public boolean isDef(int i) {
        return (ops[i * STRIDE] & DEF) != 0;
    }

    public boolean isEarly(int i) {
        return (ops[i * STRIDE] & EARLY) != 0;
    }

    public boolean isRegMem(int i) {
        return (ops[i * STRIDE] & REGMEM) != 0;
    }

    /** The demanded machine register of a register operand, or -1. */
    public int fixedReg(int i) {
        return (ops[i * STRIDE] >>> FIXED_SHIFT & 255) - 1;
    }

    /** The definition that this use shares its register with, or -1. */
    public int tiedTo(int i) {
        return (ops[i * STRIDE] >>> TIED_SHIFT & 255) - 1;
    }

    /** The register of a register operand, the base of a memory operand. */
    public int reg(int i) {
        return ops[i * STRIDE + 1];
    }

    public void setReg(int i, int reg) {
        ops[i * STRIDE + 1] = reg;
    }

    public int index(int i) {
        return ops[i * STRIDE + 2];
    }

    public void setIndex(int i, int reg) {
        ops[i * STRIDE + 2] = reg;
    }

    public int disp(int i) {
        return ops[i * STRIDE + 3];
    }

    public void setDisp(int i, int disp) {
        ops[i * STRIDE + 3] = disp;
    }

    /** Index into {@link MFunction#refs}, or -1; the block of a BLOCK operand. */
    public int ref(int i) {
        return ops[i * STRIDE + 4];
    }

    public void setRef(int i, int ref) {
        ops[i * STRIDE + 4] = ref;
    }

    public int scale(int i) {
        return 1 << (ops[i * STRIDE] >>> SCALE_SHIFT & 3);
    }

    public int segment(int i) {
        return (ops[i * STRIDE] >>> SEG_SHIFT & 127) - 1;
    }

    public Operand.Modifier modifier(int i) {
        return MODIFIERS[ops[i * STRIDE] >>> MOD_SHIFT & 127];
    }

    public long immediate(int i) {
        int at = i * STRIDE;
        return ops[at + 1] & 0xffffffffL | (long) ops[at + 2] << 32;
    }

    public void setImmediate(int i, long value) {
        ops[i * STRIDE + 1] = (int) value;
        ops[i * STRIDE + 2] = (int) (value >> 32);
    }

    /** The whole first word of an operand; equal words mean equal kind, effect and constraint. */
    public int header(int i) {
        return ops[i * STRIDE];
    }

    /** Turns a register operand into the memory of a frame slot. */
    public void fold(int i, int slot) {
        int at = i * STRIDE;
        ops[at] = MEM | ops[at] & (USE | DEF);
        ops[at + 1] = slotBase(slot);
        ops[at + 2] = NONE;
        ops[at + 3] = 0;
        ops[at + 4] = -1;
    }

    /** Has the block as an operand. */
    public boolean isTo(MBlock b) {
        for (int k = 0; k < count; k++) if (kind(k) == BLOCK && ref(k) == b.id) return true;
        return false;
    }

    /** Has some block as an operand. */
    public boolean namesBlock() {
        for (int k = 0; k < count; k++) if (kind(k) == BLOCK) return true;
        return false;
    }

    /** Writes memory, by its row or an operand; a call's callee and what a pseudo instruction stands for are not told here. */
    public boolean writesMemory() {
        if (row.is(Row.MAY_STORE)) return true;
        for (int k = 0; k < count; k++) if (isMem(k) && isDef(k)) return true;
        return false;
    }

    /** The same for reading. */
    public boolean readsMemory() {
        if (row.is(Row.MAY_LOAD)) return true;
        for (int k = 0; k < count; k++) if (isMem(k) && isUse(k)) return true;
        return false;
    }

    public boolean isBranch() {
        return row.is(Row.JUMP) || row.is(Row.RET) || row.is(Row.TRAP);
    }

    // ---- the list ----

    public void insertBefore(MInst at) {
        block = at.block;
        prev = at.prev;
        next = at;
        if (at.prev != null) at.prev.next = this;
        else block.first = this;
        at.prev = this;
    }

    public void insertAfter(MInst at) {
        block = at.block;
        next = at.next;
        prev = at;
        if (at.next != null) at.next.prev = this;
        else block.last = this;
        at.next = this;
    }

    public void remove() {
        if (prev != null) prev.next = next;
        else block.first = next;
        if (next != null) next.prev = prev;
        else block.last = prev;
        prev = next = null;
        block = null;
    }
}
