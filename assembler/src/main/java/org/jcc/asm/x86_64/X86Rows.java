package org.jcc.asm.x86_64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * The whole x86-64 table as data: all rows, rows by name, and which row the assembler takes when several fit.
 *
 * <p>The choice is one function ({@link #choose}) for the code generator's instructions and for parsed text alike, which
 * is what makes printing and assembling again the identity: of the rows with the printed name, the first that fits the
 * operands wins.
 */
public final class X86Rows {
    private X86Rows() {}

    /** By id; null between families. */
    public static final X86Row[] BY_ID;
    /** All rows in the order of the table. */
    public static final List<X86Row> ALL;
    /** Rows by every spelling, a trailing dot of the table taken off. */
    static final Map<String, List<X86Row>> BY_NAME = new HashMap<>(4096);
    /** The short form of a near branch, by id. */
    private static final X86Row[] SHORT;

    static {
        List<X86Row> all = new ArrayList<>(2000);
        all.addAll(X86.FAMILY_INTEGER.rows());
        all.addAll(X86.FAMILY_SSE.rows());
        all.addAll(X86.FAMILY_FPU.rows());
        all.addAll(X86.FAMILY_SYSTEM.rows());
        all.addAll(X86.FAMILY_AVX.rows());
        all.addAll(X86.FAMILY_AVX2.rows());
        ALL = List.copyOf(all);
        BY_ID = new X86Row[all.getLast().id + 1];
        SHORT = new X86Row[BY_ID.length];
        for (X86Row r : all) {
            BY_ID[r.id] = r;
            for (String n : r.names) BY_NAME.computeIfAbsent(bare(n), k -> new ArrayList<>(2)).add(r);
        }
        for (X86Row r : all) {
            List<X86Row> group = BY_NAME.get(bare(r.names[0]));
            List<X86Row> preferred = new ArrayList<>(0);
            for (X86Row p : group) {
                if (p.id >= r.id) break;
                if (mayReplace(p, r)) preferred.add(p);
            }
            if (!preferred.isEmpty()) r.preferred = preferred.toArray(X86Row.NONE);
            if (r.is(Row.JUMP) && r.kinds.length == 1 && r.kinds[0].target()) {
                for (X86Row s : group) if (s.is(Row.ALTERNATE) && s.kinds.length == 1 && s.kinds[0].name().equals("rel8")) SHORT[r.id] = s;
            }
        }
    }

    static String bare(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** The short branch of a near branch's name, or null. */
    static X86Row shortForm(Row r) {
        return SHORT[r.id];
    }

    private static boolean mayReplace(X86Row p, X86Row r) {
        if (p.kinds.length != r.kinds.length || p.is(Row.ALTERNATE)) return false;
        for (int i = 0; i < p.kinds.length; i++) {
            Kind a = p.kinds[i];
            Kind b = r.kinds[i];
            boolean both = a.isReg() && a.regClass() == b.regClass() && (a.size() == b.size() || a.regClass() == Kind.FPR && a.size() < 32 && b.size() < 32) || a.mem() && b.mem()
                    || a.isImm() && b.isImm();
            if (!both) return false;
        }
        return true;
    }

    /** The row that the assembler takes for these operands of an instruction asked for as {@code r}. */
    static X86Row choose(X86Row r, Operand[] operands) {
        if ((r == X86.XCHG_EAX_R32 || r == X86.XCHG_R32_EAX) && operands[0].equals(operands[1])) return X86.XCHG_RM32_R32;
        X86Row best = r;
        for (X86Row p : r.preferred) {
            if (fits(p, operands, null)) {
                best = p;
                break;
            }
        }
        return best.vex && best.kinds.length == 2 && best.kinds[0].regClass() == Kind.FPR && best.kinds[1].regClass() == Kind.FPR ? shorter(best, operands) : best;
    }

    /** A copy whose source alone is a high register is stored rather than loaded: two bytes of VEX prefix reach high registers by ModRM's reg field only. */
    private static X86Row shorter(X86Row load, Operand[] o) {
        if (!(o[0] instanceof Operand.Reg d && o[1] instanceof Operand.Reg s) || (d.number() & 8) != 0 || (s.number() & 8) == 0) return load;
        for (X86Row store : BY_NAME.get(load.names[0])) {
            if (store.kinds[0] == load.kinds[1] && store.kinds[1] == load.kinds[0]) return store;
        }
        return load;
    }

    /**
     * True if the operands may stand in the row.
     *
     * @param sizes bytes of each register operand as its name says; null: the row says it
     */
    static boolean fits(X86Row r, Operand[] operands, int[] sizes) {
        if (r.kinds.length != operands.length) return false;
        for (int i = 0; i < operands.length; i++) if (!fits(r, i, operands[i], sizes == null ? -1 : sizes[i])) return false;
        // xchg %eax,%eax is not the one-byte form: that would not clear the upper half.
        return r != X86.XCHG_EAX_R32 && r != X86.XCHG_R32_EAX || !operands[0].equals(operands[1]);
    }

    private static boolean fits(X86Row r, int i, Operand o, int size) {
        Kind k = r.kinds[i];
        return switch (o) {
            case Operand.Reg reg -> {
                if (!k.isReg()) yield false;
                int n = reg.number();
                if (k.fixed() >= 0) yield n == k.fixed() && (size < 0 || size == k.size() || k.regClass() != Kind.GPR);
                yield classOf(n) == k.regClass() && (size < 0 || sizeFits(k, size)) && (n < X86Regs.AH || n > X86Regs.BH || k.size() == 1);
            }
            case Operand.Mem m -> k.mem();
            case Operand.Imm imm -> k.isImm() ? immediateFits(r, k, imm.value()) : k.target();
            case Operand.SymImm s -> k.target() || k.isImm() && symbolFits(k);
            case Operand.Label l -> k.target() || k.isImm() && symbolFits(k);
            case Operand.Expression e -> k.target() || k.isImm() && symbolFits(k);
        };
    }

    /** The named size of a register is the row's: of general registers always, of vector registers as xmm or ymm. */
    private static boolean sizeFits(Kind k, int size) {
        return k.regClass() == Kind.GPR ? size == k.size() : k.regClass() != Kind.FPR || size == 32 == (k.size() == 32);
    }

    /** Symbols need a field as wide as the operation. */
    private static boolean symbolFits(Kind k) {
        return k.fixed() < 0 && (!k.signed() || k.immBits() == 32);
    }

    private static boolean immediateFits(X86Row r, Kind k, long v) {
        if (k.fixed() >= 0) return v == k.fixed();
        if (k.immBits() == 64) return true;
        if (k.signed()) {
            int width = r.kinds[0].isReg() || r.kinds[0].mem() ? r.kinds[0].size() : 8;
            if (width < 8) {
                // The value is one of the operation's width: 0xffffffff is -1 in 32 bits.
                if (v < -(1L << width * 8 - 1) || v >= 1L << width * 8) return false;
                v = v << 64 - width * 8 >> 64 - width * 8;
            }
            return v >= -(1L << k.immBits() - 1) && v < 1L << k.immBits() - 1;
        }
        return v >= -(1L << k.immBits() - 1) && v < 1L << k.immBits();
    }

    /** The class of a register number. */
    static int classOf(int n) {
        if (n < 16 || n >= X86Regs.AH && n <= X86Regs.BH) return Kind.GPR;
        if (n < X86Regs.ST0) return Kind.FPR;
        if (n < X86Regs.FLAGS) return Kind.X87;
        if (n >= X86Regs.ES && n <= X86Regs.GS) return Kind.SEG;
        if (n >= X86Regs.MM0) return Kind.MMX;
        return n >= X86Regs.DR0 ? Kind.DEBUG : n >= X86Regs.CR0 ? Kind.CONTROL : Kind.NO_REG;
    }
}
