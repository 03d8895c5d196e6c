package org.jcc.target.x86_64;

import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MInst;

/**
 * The flags of x86-64: CF, ZF, SF, OF and PF as the Software Developer's Manual defines them for each instruction. After {@code test} CF and OF are
 * clear, so that less means SF and above means not ZF; {@code and}, {@code or} and {@code xor} leave the same. After {@code add}, {@code sub}, {@code neg} and shifts by a
 * constant ZF and SF are of the result, CF and OF are their own. {@code sub} leaves what {@code cmp} does.
 */
final class X86Flags implements TargetMachine.Flags {
    /** By condition asked for: the one to read. */
    static final int[] IDENTITY = none(), RESULT = none();
    private static final int[] SWAPPED = none(), ZERO_ONLY = none(), BORROW = none();
    /** Of the comparison with y: after that with y - 1, and with -1 in place of 0. */
    static final int[] LESS = none(), LESS_THAN_ZERO = none();
    /** Of the comparison with y: after that with y + 1; with 0 in place of -1, and with 1 in place of 0. */
    static final int[] GREATER = none(), GREATER_SIGNED = none(), GREATER_THAN_ZERO = none();

    static {
        for (int cc = 0; cc < 16; cc++) IDENTITY[cc] = cc;
        map(BORROW, X86.CC_E, X86.CC_AE, X86.CC_NE, X86.CC_B);
        map(LESS, X86.CC_L, X86.CC_LE, X86.CC_GE, X86.CC_G, X86.CC_B, X86.CC_BE, X86.CC_AE, X86.CC_A);
        map(LESS_THAN_ZERO, X86.CC_L, X86.CC_LE, X86.CC_GE, X86.CC_G, X86.CC_S, X86.CC_LE, X86.CC_NS, X86.CC_G);
        map(GREATER_SIGNED, X86.CC_G, X86.CC_GE, X86.CC_LE, X86.CC_L);
        map(GREATER, X86.CC_G, X86.CC_GE, X86.CC_LE, X86.CC_L, X86.CC_A, X86.CC_AE, X86.CC_BE, X86.CC_B);
        System.arraycopy(GREATER, 0, GREATER_THAN_ZERO, 0, 16);
        map(GREATER_THAN_ZERO, X86.CC_NE, X86.CC_AE, X86.CC_E, X86.CC_B);
        map(SWAPPED, X86.CC_E, X86.CC_E, X86.CC_L, X86.CC_G, X86.CC_GE, X86.CC_LE, X86.CC_G, X86.CC_L, X86.CC_LE, X86.CC_GE, X86.CC_B, X86.CC_A, X86.CC_AE, X86.CC_BE,
                X86.CC_A, X86.CC_B, X86.CC_BE, X86.CC_AE, X86.CC_NE, X86.CC_NE);
        map(ZERO_ONLY, X86.CC_E, X86.CC_E, X86.CC_NE, X86.CC_NE, X86.CC_A, X86.CC_NE, X86.CC_BE, X86.CC_E);
        System.arraycopy(ZERO_ONLY, 0, RESULT, 0, 16);
        map(RESULT, X86.CC_S, X86.CC_S, X86.CC_NS, X86.CC_NS, X86.CC_L, X86.CC_S, X86.CC_GE, X86.CC_NS);
    }

    private static int[] none() {
        int[] m = new int[16];
        Arrays.fill(m, -1);
        return m;
    }

    private static void map(int[] m, int... pairs) {
        for (int k = 0; k < pairs.length; k += 2) m[pairs[k]] = pairs[k + 1];
    }

    @Override
    public long registers() {
        return Pseudos.FLAGS;
    }

    @Override
    public MInst changing(MInst i, boolean small) {
        if (i.row == X86.LEA_R64_M || i.row == X86.LEA_R32_M) return sum(i);
        if (small && i.prefixes == 0 && i.count >= 2 && i.kind(1) == MInst.IMM && (i.immediate(1) == 1 || i.immediate(1) == -1)) {
            int add = index(Forms.ADD.rmI(), i.row);
            int w = Math.max(add, index(Forms.SUB.rmI(), i.row));
            if (w >= 0) return step(i, (add >= 0 ? Forms.INC : Forms.DEC)[w], (add >= 0 ? Forms.DEC : Forms.INC)[w]);
        }
        if (i.count != 2 || !i.isReg(0) || i.kind(1) != MInst.IMM) return null;
        if (i.row == X86.MOV_R32_I32 && (int) i.immediate(1) == 0) return new MInst(Pseudos.ZERO_R, 1).reg(i.reg(0), MInst.DEF);
        if (small && i.row == X86.MOV_RM64_I32 && i.immediate(1) == -1) return new MInst(Pseudos.ONES_R, 1).reg(i.reg(0), MInst.DEF);
        if (small && i.row == X86.MOV_R32_I32 && (int) i.immediate(1) == -1) return new MInst(Pseudos.ONES_R32, 1).reg(i.reg(0), MInst.DEF);
        return null;
    }

    /** An address in the register of one of its parts: add is a byte shorter, and without displacement no slower anywhere. */
    private static MInst sum(MInst lea) {
        int d = lea.reg(0);
        if (lea.count != 2 || !lea.isReg(0) || lea.index(1) < 0 || lea.scale(1) != 1 || lea.disp(1) != 0 || lea.ref(1) >= 0 || lea.reg(1) < 0) return null;
        int other = lea.reg(1) == d ? lea.index(1) : lea.index(1) == d ? lea.reg(1) : -1;
        return other < 0 ? null : new MInst(lea.row == X86.LEA_R64_M ? X86.ADD_R64_RM64 : X86.ADD_R32_RM32, 3).reg(d, MInst.DEF).reg(other, MInst.USE).tied(d, 0);
    }

    /** {@code inc} or {@code dec}: a byte shorter, and CF as before. */
    private static MInst step(MInst i, Row one, Row minusOne) {
        MInst s = new MInst(i.immediate(1) == 1 ? one : minusOne, 2).copy(i, 0);
        for (int k = 2; k < i.count; k++) s.copy(i, k);
        s.access = i.access;
        return s;
    }

    @Override
    public MInst clearing(MInst set, MInst extend) {
        if (extend.row != X86.MOVZX_R32_RM8 || extend.count != 2 || !extend.isReg(1) || !X86.SETCC.contains(set.row) || set.count != 1 || !set.isReg(0)) return null;
        int r = set.reg(0);
        return extend.reg(0) == r && extend.reg(1) == r ? new MInst(Pseudos.ZERO_R, 1).reg(r, MInst.DEF) : null;
    }

    // ---- conditions ---------------------------------------------------------------------------------------------------

    private static final List<List<? extends Row>> CONDITIONAL = List.of(X86.JCC, X86.SETCC, X86.CMOVCC32, X86.CMOVCC64);

    @Override
    public int condition(MInst i) {
        if (i.row == Pseudos.SELECT_X) return (int) i.immediate(1);
        if (i.row == X87Rules.SELECT) return (int) i.immediate(0);
        for (List<? extends Row> rows : CONDITIONAL) {
            int cc = rows.indexOf(i.row);
            if (cc >= 0) return cc;
        }
        return -1;
    }

    @Override
    public void setCondition(MInst i, int code) {
        if (i.row == Pseudos.SELECT_X) i.setImmediate(1, code);
        else if (i.row == X87Rules.SELECT) i.setImmediate(0, code);
        else {
            for (List<? extends Row> rows : CONDITIONAL) {
                if (!rows.contains(i.row)) continue;
                i.row = rows.get(code);
                return;
            }
        }
    }

    // ---- comparisons --------------------------------------------------------------------------------------------------

    @Override
    public int[] standIn(MInst setter, MInst c) {
        if (setter.row == c.row) return isSame(setter, c) ? IDENTITY : c.row == X86.CMP_R32_RM32 || c.row == X86.CMP_R64_RM64 ? swapped(setter, c) : null;
        if (setter.count == 0 || !setter.isReg(0) || !setter.isDef(0) || !MInst.isVirtual(setter.reg(0))) return null;
        int[] m = ofResult(setter, c);
        return m != null ? m : ofOperands(setter, c);
    }

    private static boolean isSame(MInst a, MInst b) {
        if (a.count != b.count || a.prefixes != 0 || b.prefixes != 0) return false;
        for (int k = 0; k < a.count; k++) if (a.isDef(k)) return false;
        return Arrays.equals(a.ops, 0, a.count * MInst.STRIDE, b.ops, 0, b.count * MInst.STRIDE);
    }

    private static int[] swapped(MInst a, MInst b) {
        return a.isReg(0) && a.isReg(1) && b.isReg(0) && b.isReg(1) && a.reg(0) == b.reg(1) && a.reg(1) == b.reg(0) ? SWAPPED : null;
    }

    private static int index(Row[] rows, Row r) {
        if (rows != null) for (int w = 0; w < rows.length; w++) if (rows[w] == r) return w;
        return -1;
    }

    /** A test of what {@code setter} computes. */
    private static int[] ofResult(MInst setter, MInst c) {
        int r = setter.reg(0);
        int w = index(Forms.TEST.rmR(), c.row);
        if (w < 0 && isBorrow(setter, c)) return BORROW;
        if (w < 0 || !c.isReg(0) || !c.isReg(1) || c.reg(0) != r || c.reg(1) != r) return null;
        int logic = width(setter, Forms.AND, Forms.OR, Forms.XOR);
        if (logic == w) return IDENTITY;
        if (logic >= 2 && setter.row == Forms.AND.rmI()[logic]) {
            // A mask that clears the sign and all above it, in both sizes.
            long mask = setter.immediate(1);
            int less = Math.min(w, logic);
            if (mask >= 0 && mask < 1L << (8 << less) - 1) return IDENTITY;
            if (logic == 2 && w == 3) return ZERO_ONLY;
        }
        if (width(setter, Forms.ADD, Forms.SUB) == w || index(Forms.NEG, setter.row) == w) return RESULT;
        int shift = Math.max(index(Forms.SHL.rmI(), setter.row), Math.max(index(Forms.SHR.rmI(), setter.row), index(Forms.SAR.rmI(), setter.row)));
        return shift == w && shift >= 2 && (setter.immediate(1) & (8 << w) - 1) != 0 ? RESULT : null;
    }

    /** {@code x - 1 == -1}: the addition of -1 had no carry. */
    private static boolean isBorrow(MInst setter, MInst c) {
        int w = index(Forms.CMP.rmI(), c.row);
        return w >= 2 && setter.row == Forms.ADD.rmI()[w] && c.isReg(0) && c.reg(0) == setter.reg(0) && c.immediate(1) == -1 && setter.kind(1) == MInst.IMM && setter.immediate(1) == -1;
    }

    /** The size of an operation of these on a register, or -1. */
    private static int width(MInst i, Forms... forms) {
        for (Forms f : forms) {
            int w = Math.max(index(f.rRm(), i.row), index(f.rmI(), i.row));
            if (w >= 0) return w;
        }
        return -1;
    }

    /** A comparison of the operands that {@code setter} subtracts, or a test of those that it masks. */
    private static int[] ofOperands(MInst setter, MInst c) {
        if (setter.count != 3 || setter.tiedTo(2) != 0 || !c.isReg(0) || c.count != 2 || setter.reg(2) != c.reg(0)) return null;
        boolean registers = setter.isReg(1) && c.isReg(1) && setter.reg(1) == c.reg(1);
        boolean immediates = setter.kind(1) == MInst.IMM && c.kind(1) == MInst.IMM && setter.immediate(1) == c.immediate(1);
        for (int w = 0; w < 4; w++) {
            if (registers && (setter.row == Forms.SUB.rRm()[w] && c.row == Forms.CMP.rRm()[w] || setter.row == Forms.AND.rRm()[w] && c.row == Forms.TEST.rmR()[w])) return IDENTITY;
            if (immediates && (setter.row == Forms.SUB.rmI()[w] && c.row == Forms.CMP.rmI()[w] || setter.row == Forms.AND.rmI()[w] && c.row == Forms.TEST.rmI()[w])) return IDENTITY;
        }
        return null;
    }
}
