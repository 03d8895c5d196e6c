package org.jcc.asm.riscv64;

import org.jcc.asm.Fixup;
import org.jcc.asm.Insn;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.elf.Le;

/** Puts operands into the word of a row; what is known only later becomes a fixup over the finished word, or a branch fragment. */
final class RvEncoder {
    private RvEncoder() {}

    /** {@link Fixup#kind}: where in the instruction the value goes. */
    static final int FIELD_I = 1, FIELD_S = 2, FIELD_U = 3, FIELD_B = 4, FIELD_J = 5, FIELD_CALL = 6, FIELD_TPREL = 7;

    static void encode(Insn insn, ObjectBuilder out, int loc) {
        RvRow row = (RvRow) insn.row();
        Operand[] ops = insn.operands();
        if (row.roles.length > 0 && row.roles[0] == RvRow.CALL_PAIR) {
            call(row, ops[0], out, loc);
            return;
        }
        int word = row.match | modes(row, insn.prefixes());
        Operand value = null;
        int field = 0;
        for (int i = 0; i < ops.length; i++) {
            byte role = row.roles[i];
            switch (ops[i]) {
                case Operand.Reg r -> word |= register(role, r.number() & 31);
                case Operand.Imm imm -> word |= immediate(role, imm.value());
                case Operand.Mem m -> {
                    word |= m.base() << 15;
                    if (m.symbol() == null && m.label() < 0 && m.expr() == null) word |= immediate(role, m.disp());
                    else {
                        value = m;
                        field = fieldOf(role);
                    }
                }
                default -> {
                    value = ops[i];
                    field = fieldOf(role);
                }
            }
        }
        if (field == FIELD_B || field == FIELD_J && row == Rv.J) {
            out.branch(row, value, word, loc);
            return;
        }
        int mark = out.mark();
        put(out, word);
        if (value == null) return;
        Fixup f = out.fixupAt(mark, 4, row == Rv.AUIPC || field == FIELD_J, loc);
        f.kind = field;
        f.signed = true;
        out.target(f, value);
    }

    /** {@code auipc ra, …; jalr ra, …(ra)}, or both with t1 and no return. */
    private static void call(RvRow row, Operand target, ObjectBuilder out, int loc) {
        int mark = out.mark();
        int link = row == Rv.TAIL ? RvRegs.T1 : RvRegs.RA;
        put(out, Rv.AUIPC.match | link << 7);
        put(out, Rv.JALR.match | link << 15 | (row == Rv.TAIL ? 0 : link << 7));
        Fixup f = out.fixupAt(mark, 8, true, loc);
        f.kind = FIELD_CALL;
        f.signed = true;
        out.target(f, target);
    }

    private static void put(ObjectBuilder out, int word) {
        for (int i = 0; i < 4; i++) out.put(word >> 8 * i);
    }

    private static int modes(RvRow row, int prefixes) {
        if (row.rounding >= 0) return ((prefixes & RvIsa.ROUND) != 0 ? prefixes & 7 : row.rounding) << 12;
        return row.orders ? (prefixes & 3) << 25 : 0;
    }

    private static int register(byte role, int n) {
        return switch (role) {
            case RvRow.RD -> n << 7;
            case RvRow.RS1 -> n << 15;
            case RvRow.RS2 -> n << 20;
            case RvRow.RS3 -> n << 27;
            case RvRow.RS12 -> n << 15 | n << 20;
            default -> throw new IllegalArgumentException("register as immediate");
        };
    }

    static int immediate(byte role, long v) {
        int n = (int) v;
        return switch (role) {
            case RvRow.IMM_I, RvRow.MEM_I, RvRow.CSR, RvRow.SHAMT, RvRow.SUCC -> n << 20;
            case RvRow.MEM_S -> (n >> 5 & 0x7f) << 25 | (n & 31) << 7;
            case RvRow.IMM_U -> n << 12;
            case RvRow.UIMM -> n << 15;
            case RvRow.PRED -> n << 24;
            case RvRow.IMM_B -> branchField(n);
            case RvRow.IMM_J -> jumpField(n);
            case RvRow.MEM_0 -> 0;
            default -> throw new IllegalArgumentException("immediate as register");
        };
    }

    static int branchField(int n) {
        return (n >> 12 & 1) << 31 | (n >> 5 & 0x3f) << 25 | (n >> 1 & 0xf) << 8 | (n >> 11 & 1) << 7;
    }

    static int jumpField(int n) {
        return (n >> 20 & 1) << 31 | (n >> 1 & 0x3ff) << 21 | (n >> 11 & 1) << 20 | (n >> 12 & 0xff) << 12;
    }

    private static int fieldOf(byte role) {
        return switch (role) {
            case RvRow.IMM_I, RvRow.MEM_I -> FIELD_I;
            case RvRow.MEM_S -> FIELD_S;
            case RvRow.IMM_U -> FIELD_U;
            case RvRow.IMM_B -> FIELD_B;
            case RvRow.IMM_J -> FIELD_J;
            case RvRow.TPREL -> FIELD_TPREL;
            default -> throw new IllegalArgumentException("no symbol may stand here");
        };
    }

    /** Adds a value to the field of an instruction already written; false if it does not fit. */
    static boolean patch(int field, byte[] out, int at, long v) {
        int n = (int) v;
        long low = v << 52 >> 52;
        switch (field) {
            case FIELD_I -> Le.put32(out, at, Le.i32(out, at) | n << 20);
            case FIELD_S -> Le.put32(out, at, Le.i32(out, at) | immediate(RvRow.MEM_S, n));
            case FIELD_U -> {
                Le.put32(out, at, Le.i32(out, at) | n << 12);
                return v >= -0x80000 && v <= 0xfffff;
            }
            case FIELD_B -> {
                Le.put32(out, at, Le.i32(out, at) | branchField(n));
                return v >= -4096 && v < 4096 && (v & 1) == 0;
            }
            case FIELD_J -> {
                Le.put32(out, at, Le.i32(out, at) | jumpField(n));
                return v >= -0x100000 && v < 0x100000 && (v & 1) == 0;
            }
            case FIELD_CALL -> {
                Le.put32(out, at, Le.i32(out, at) | n + 0x800 & 0xfffff000);
                Le.put32(out, at + 4, Le.i32(out, at + 4) | (int) low << 20);
                return v + 0x800 == (int) (v + 0x800);
            }
            default -> {
                return false;
            }
        }
        return low == v;
    }
}
