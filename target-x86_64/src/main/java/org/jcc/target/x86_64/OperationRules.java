package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * The target's own operations ({@link X86Operation}): the row that the table names, with the arguments where the row's kinds of operands say they may
 * stand. A load with no other user is an operand in memory; legacy rows want whole vectors there aligned. Rows of SSE become VEX rows afterwards
 * ({@link VexForms}).
 *
 * <p>Requires: immediates are constants in range (Codegen has reported others).
 */
final class OperationRules {
    private OperationRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    static void select(X86Selector s, Inst i) {
        X86Operation o = (X86Operation) i.aux;
        switch (o.form) {
            case X86Operation.SHIFT -> shift(s, i, o);
            case X86Operation.FLAG -> {
                plain(s, i, o, -1);
                flag(s, s.def(i), o.extra);
            }
            case X86Operation.COMPARE -> compare(s, i, o);
            case X86Operation.BLENDV -> blend(s, i, o);
            case X86Operation.STRING -> string(s, i, o);
            case X86Operation.FUSED -> FusedRules.fused(s, i, i.arg(0), i.arg(1), i.arg(2), (o.extra & 2) != 0, (o.extra & 1) != 0);
            case X86Operation.LANE -> VectorRules.extract(s, i);
            case X86Operation.LOW -> {
                // Not a copy: one of the registers is wider.
                int v = s.use(i.arg(0));
                s.emit(ins(X86.VORPS_X_X_XM128).reg(s.def(i), MInst.DEF).reg(v, MInst.USE).reg(v, MInst.USE));
            }
            default -> plain(s, i, o, s.def(i));
        }
    }

    /** @param d the destination, -1 if there is none */
    private static void plain(X86Selector s, Inst i, X86Operation o, int d) {
        Row row = o.row;
        int n = row.kinds.length;
        MInst m = ins(row);
        int first = 0;
        int tied = -1;
        int k = 0;
        if (d >= 0) {
            m.reg(d, MInst.DEF);
            k = 1;
            if (row.effects[0] == Row.READ_WRITE) tied = use(s, i.arg(first++));
            else if (o.form == X86Operation.MERGE) {
                tied = use(s, i.arg(0));
                // The source is the second argument, or the first once more.
                if (i.ownArgCount() > 1 && o.shapes()[2].bits() == 0) first = 1;
            }
        }
        boolean swapped = o.form == X86Operation.SWAPPED;
        for (int at = first; k < n; k++, at++) {
            Kind kind = row.kinds[k];
            if (kind.isImm()) {
                long v = at < i.ownArgCount() && o.shapes()[at + 1].bits() > 0 ? i.arg(at).imm : o.extra;
                m.imm(o.form == X86Operation.BITS ? v >> 3 : v);
            } else if (o.form == X86Operation.IN_REGISTERS) m.reg(use(s, i.arg(at)), MInst.USE);
            else operand(s, m, row, kind, i.arg(swapped ? first + i.ownArgCount() - 1 - at : at));
        }
        if (tied >= 0) m.tied(tied, 0);
        s.emit(m);
    }

    /** A register that holds the value in its lower part at least. */
    private static int use(X86Selector s, Inst v) {
        return s.use(low(v));
    }

    /** What is as good in a register, for those who read no more than they may. */
    static Inst low(Inst v) {
        while (v.op == Op.TARGET && ((X86Operation) v.aux).form == X86Operation.LOW) v = v.arg(0);
        return v;
    }

    private static void operand(X86Selector s, MInst m, Row row, Kind kind, Inst v) {
        Inst load = s.bits(v);
        if (kind.mem() && load.op == Op.LOAD && folds(s, row, kind, load)) {
            s.loadAddr(load).to(m, MInst.USE);
            return;
        }
        int r = kind.regClass() == Kind.GPR ? s.use(v) : use(s, v);
        if (kind.mem()) X86Selector.r(m, r);
        else m.reg(r, MInst.USE);
    }

    /** Memory has as many bytes as the instruction reads, or more. */
    private static boolean folds(X86Selector s, Row row, Kind kind, Inst load) {
        if (load.type.isIntOrPtr() != (kind.regClass() == Kind.GPR) || kind.size() > load.type.size || !s.foldsLoad(load, load.type.size)) return false;
        return kind.size() < 16 || load.align >= 16 || s.has(X86Features.AVX);
    }

    private static void shift(X86Selector s, Inst i, X86Operation o) {
        Inst by = i.arg(1);
        boolean vex = o.row.effects[0] != Row.READ_WRITE;
        int v = use(s, i.arg(0));
        MInst m;
        if (by.isConst()) {
            long n = by.imm < 0 || by.imm > 255 ? 255 : by.imm;
            m = ins(o.row).reg(s.def(i), MInst.DEF);
            if (vex) m.reg(v, MInst.USE);
            m.imm(n);
        } else {
            int x = VectorRules.temp(s);
            s.emit(X86Selector.r(ins(X86.MOVD_X_RM32).reg(x, MInst.DEF), s.use(by)));
            m = ins(o.other).reg(s.def(i), MInst.DEF);
            if (vex) m.reg(v, MInst.USE);
            X86Selector.r(m, x);
        }
        s.emit(vex ? m : m.tied(v, 0));
    }

    private static void flag(X86Selector s, int d, int cc) {
        int t = s.tempOf(Kind.GPR);
        s.setcc(t, cc);
        s.emit(X86Selector.r(ins(X86.MOVZX_R32_RM8).reg(d, MInst.DEF), t));
    }

    /** Less is greater with the operands exchanged, so that unordered ones are not; equality looks at parity too. */
    private static void compare(X86Selector s, Inst i, X86Operation o) {
        Cond c = Cond.of(o.extra);
        boolean swap = c == Cond.FOLT || c == Cond.FOLE;
        int a = use(s, i.arg(swap ? 1 : 0));
        int b = use(s, i.arg(swap ? 0 : 1));
        s.emit(X86Selector.r(ins(o.row).reg(a, MInst.USE), b));
        switch (c) {
            case FOGT, FOLT -> flag(s, s.def(i), X86.CC_A);
            case FOGE, FOLE -> flag(s, s.def(i), X86.CC_AE);
            default -> {
                boolean equal = c == Cond.FOEQ;
                int x = s.tempOf(Kind.GPR);
                int y = s.tempOf(Kind.GPR);
                int both = s.tempOf(Kind.GPR);
                s.setcc(x, equal ? X86.CC_E : X86.CC_NE);
                s.setcc(y, equal ? X86.CC_NP : X86.CC_P);
                s.emit(ins(equal ? X86.AND_R32_RM32 : X86.OR_R32_RM32).reg(both, MInst.DEF).reg(y, MInst.USE).tied(x, 0));
                s.emit(X86Selector.r(ins(X86.MOVZX_R32_RM8).reg(s.def(i), MInst.DEF), both));
            }
        }
    }

    private static void blend(X86Selector s, Inst i, X86Operation o) {
        int a = use(s, i.arg(0));
        int mask = use(s, i.arg(2));
        boolean vex = o.other != null && s.has(X86Features.AVX);
        MInst m = ins(vex ? o.other : o.row).reg(s.def(i), MInst.DEF);
        if (vex) m.reg(a, MInst.USE);
        operand(s, m, m.row, m.row.kinds[vex ? 2 : 1], i.arg(1));
        if (vex) m.reg(mask, MInst.USE);
        else m.fixed(mask, MInst.USE, X86Regs.XMM0).tied(a, 0);
        s.emit(m);
    }

    /** Lengths are in rax and rdx, the result in rcx or xmm0 or the flags. */
    private static void string(X86Selector s, Inst i, X86Operation o) {
        boolean lengths = i.ownArgCount() == 5;
        Inst b = i.arg(lengths ? 2 : 1);
        MInst m = ins(o.row).reg(use(s, i.arg(0)), MInst.USE);
        // These take memory of any alignment.
        Inst load = s.bits(b);
        if (load.op == Op.LOAD && s.foldsLoad(load, 16)) s.loadAddr(load).to(m, MInst.USE);
        else X86Selector.r(m, use(s, b));
        m.imm(i.arg(i.ownArgCount() - 1).imm);
        if (lengths) m.fixed(s.use(i.arg(1)), MInst.USE, X86Regs.RAX).fixed(s.use(i.arg(3)), MInst.USE, X86Regs.RDX);
        if (o.extra < 0) {
            int r = o.extra == X86Operation.INDEX ? X86Regs.RCX : X86Regs.XMM0;
            m.clobbers &= ~(1L << r);
            m.fixed(s.def(i), MInst.DEF, r);
        }
        s.emit(m);
        if (o.extra >= 0) flag(s, s.def(i), o.extra);
    }
}
