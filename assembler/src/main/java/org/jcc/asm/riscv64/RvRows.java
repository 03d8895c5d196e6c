package org.jcc.asm.riscv64;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;

/** The whole table as data: all rows, rows by name, and whether operands may stand in a row. */
public final class RvRows {
    private RvRows() {}

    /** All rows in the order of the table, which is that of their ids. */
    public static final List<RvRow> ALL = List.copyOf(Rv.TABLE.rows());
    private static final Map<String, RvRow[]> BY_NAME = new HashMap<>();

    static {
        for (RvRow r : ALL) {
            for (String n : r.names) {
                RvRow[] old = BY_NAME.getOrDefault(n, new RvRow[0]);
                RvRow[] more = java.util.Arrays.copyOf(old, old.length + 1);
                more[old.length] = r;
                BY_NAME.put(n, more);
            }
        }
    }

    /** The rows of a name, or null. */
    static RvRow[] named(String name) {
        return BY_NAME.get(name);
    }

    static boolean fits(RvRow r, List<Operand> operands) {
        if (r.kinds.length != operands.size()) return false;
        for (int i = 0; i < r.kinds.length; i++) if (!fits(r, i, operands.get(i))) return false;
        return true;
    }

    private static boolean fits(RvRow r, int i, Operand o) {
        Kind k = r.kinds[i];
        return switch (o) {
            case Operand.Reg reg -> k.isReg() && (k.regClass() == Kind.GPR) == reg.number() < RvRegs.FT0;
            case Operand.Mem m -> k.mem() && (m.expr() != null || m.symbol() != null || m.label() >= 0 || m.disp() >= -2048 && m.disp() < 2048)
                    && (r.roles[i] != RvRow.MEM_0 || m.disp() == 0 && m.expr() == null);
            case Operand.Imm imm -> k.target() || k.isImm() && immediateFits(r.roles[i], k, imm.value());
            case Operand.SymImm s -> k.target() || symbolic(r.roles[i]);
            case Operand.Label l -> k.target();
            case Operand.Expression e -> k.target() || symbolic(r.roles[i]);
        };
    }

    private static boolean symbolic(byte role) {
        return role == RvRow.IMM_I || role == RvRow.IMM_U || role == RvRow.TPREL;
    }

    private static boolean immediateFits(byte role, Kind k, long v) {
        if (role == RvRow.IMM_U) return v >= -0x80000 && v <= 0xfffff;
        return k.signed() ? v >= -2048 && v < 2048 : v >= 0 && v < 1L << k.immBits();
    }
}
