package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * {@code long double}: every f80 value lives in a frame slot of 16 bytes; an operation pushes its operands on the x87
 * stack, computes, and pops the result to its slot. Nothing stays on the stack between operations, so the allocator need
 * not know it. Loads and stores of 80 bits keep every bit pattern.
 */
final class X87Rules {
    private X87Rules() {}

    private static final int ST0 = X86Regs.ST0, ST1 = X86Regs.ST0 + 1;
    /** 2^63 and 2^64 as f32. */
    private static final long TWO63 = 0x5f000000L, TWO64 = 0x5f800000L;

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    /** True for operations with an f80 operand or result that this file selects. */
    static boolean serves(Inst i) {
        return switch (i.op) {
            case LOAD, FADD, FSUB, FMUL, FDIV, FNEG, FABS, FSQRT, SELECT, FREEZE, EXPECT, FEXT, SITOFP, UITOFP -> i.type == Type.F80;
            case FCMP, FPTOSI, FPTOUI, FTRUNC -> i.arg(0).type == Type.F80;
            case STORE -> i.arg(1).type == Type.F80;
            default -> false;
        };
    }

    static void select(X86Selector s, Inst i) {
        switch (i.op) {
            case LOAD -> {
                s.loadAddr(i).to(s.emit(ins(X86.FLD_M80)), MInst.USE);
                pop(s, i);
            }
            case STORE -> storeValue(s, i.arg(1), s.loadAddr(i));
            case FADD -> binary(s, i, X86.FADDP_ST_ST0);
            case FSUB -> binary(s, i, X86.FSUBRP_ST_ST0);
            case FMUL -> binary(s, i, X86.FMULP_ST_ST0);
            case FDIV -> binary(s, i, X86.FDIVRP_ST_ST0);
            case FNEG -> unary(s, i, X86.FCHS);
            case FABS -> unary(s, i, X86.FABS);
            case FSQRT -> unary(s, i, X86.FSQRT);
            case FREEZE, EXPECT -> storeValue(s, i.arg(0), X86Selector.slotAddr(s.slot(i)));
            case SELECT -> choose(s, i);
            case FEXT -> widen(s, i);
            case FTRUNC -> narrow(s, i);
            case SITOFP, UITOFP -> fromInteger(s, i);
            case FPTOSI, FPTOUI -> toInteger(s, i);
            case FCMP -> FloatRules.flagsToValue(s, s.def(i), compare(s, i));
            default -> throw new IllegalStateException(i.op.text);
        }
    }

    // ---- stack ----------------------------------------------------------------------------------------------------------

    static void push(X86Selector s, Inst v) {
        if (v.op == Op.FCONST && v.imm == 0 && v.immHi == 0 || v.op == Op.POISON) s.emit(ins(X86.FLDZ));
        else if (v.op == Op.FCONST && v.imm == Long.MIN_VALUE && v.immHi == 0x3fff) s.emit(ins(X86.FLD1));
        else if (v.op == Op.FCONST) s.emit(s.pool(ins(X86.FLD_M80), v.imm, v.immHi & 0xffff, 16));
        else if (s.canFoldLoad(v)) s.loadAddr(v).to(s.emit(ins(X86.FLD_M80)), MInst.USE);
        else X86Selector.slotAddr(s.slot(v)).to(s.emit(ins(X86.FLD_M80)), MInst.USE);
    }

    private static void pop(X86Selector s, Inst i) {
        X86Selector.slotAddr(s.slot(i)).to(s.emit(ins(X86.FSTP_M80)), MInst.DEF);
    }

    private static void binary(X86Selector s, Inst i, Row row) {
        push(s, i.arg(0));
        push(s, i.arg(1));
        s.emit(ins(row).reg(ST1, 0).reg(ST0, 0));
        pop(s, i);
    }

    private static void unary(X86Selector s, Inst i, Row row) {
        push(s, i.arg(0));
        s.emit(ins(row));
        pop(s, i);
    }

    /** Stores a value to memory. */
    static void storeValue(X86Selector s, Inst v, Addr to) {
        push(s, v);
        to.to(s.emit(ins(X86.FSTP_M80)), MInst.DEF);
    }

    static void copy(X86Selector s, Addr from, Addr to) {
        from.to(s.emit(ins(X86.FLD_M80)), MInst.USE);
        to.to(s.emit(ins(X86.FSTP_M80)), MInst.DEF);
    }

    // ---- conditions -------------------------------------------------------------------------------------------------------

    static int compare(X86Selector s, Inst i) {
        Cond c = i.cond();
        boolean swap = FloatRules.swaps(c);
        push(s, i.arg(swap ? 0 : 1));
        push(s, i.arg(swap ? 1 : 0));
        s.emit(ins(FloatRules.signals(i) ? X86.FCOMIP_ST0_ST : X86.FUCOMIP_ST0_ST).reg(ST0, 0).reg(ST1, 0));
        s.emit(ins(X86.FSTP_ST).reg(ST0, 0));
        return FloatRules.cc(c);
    }

    private static void choose(X86Selector s, Inst i) {
        int cc = ControlRules.condition(s, i.arg(0));
        if (cc == FloatRules.AND_NOT_PARITY || cc == FloatRules.OR_PARITY) {
            int t = s.tempOf(Kind.GPR);
            FloatRules.flagsToValue(s, t, cc);
            s.emit(ins(X86.TEST_RM8_R8).reg(t, MInst.USE).reg(t, MInst.USE));
            cc = X86.CC_NE;
        }
        MInst m = new MInst(SELECT, 3).imm(cc);
        place(s, m, i.arg(1));
        place(s, m, i.arg(2));
        s.emit(m);
        pop(s, i);
    }

    private static void place(X86Selector s, MInst m, Inst v) {
        if (v.op == Op.FCONST || v.op == Op.POISON) s.pool(m, v.imm, v.immHi & 0xffff, 16);
        else X86Selector.slotAddr(s.slot(v)).to(m, MInst.USE);
    }

    /** (imm cc, memory a, memory b): pushes a if the condition holds, else b. */
    static final PseudoRow SELECT = new PseudoRow("x87_select", Pseudos.FLAGS, 0, Row.SIDE_EFFECT, (i, out) -> {
        int other = out.out().newLabel();
        int end = out.out().newLabel();
        out.emit(X86.JCC.get((int) i.immediate(0) ^ 1), Operand.label(other));
        out.emit(X86.FLD_M80, out.operand(i, 1));
        out.emit(X86.JMP_REL, Operand.label(end));
        out.out().label(other);
        out.emit(X86.FLD_M80, out.operand(i, 2));
        out.out().label(end);
    });

    // ---- conversions --------------------------------------------------------------------------------------------------------

    private static void widen(X86Selector s, Inst i) {
        Inst v = i.arg(0);
        Row row = v.type.size == 4 ? X86.FLD_M32 : X86.FLD_M64;
        Addr m = s.foldAddr(v, v.type.size);
        if (m == null) {
            m = X86Selector.slotAddr(s.mf().newSlot(8, 8));
            MemoryRules.storeFrom(s, v.type, s.use(v), m, 8);
        }
        m.to(s.emit(ins(row)), MInst.USE);
        pop(s, i);
    }

    private static void narrow(X86Selector s, Inst i) {
        push(s, i.arg(0));
        Addr m = X86Selector.slotAddr(s.mf().newSlot(8, 8));
        m.to(s.emit(ins(i.type.size == 4 ? X86.FSTP_M32 : X86.FSTP_M64)), MInst.DEF);
        MemoryRules.loadTo(s, i.type, s.def(i), m, 8);
    }

    private static void fromInteger(X86Selector s, Inst i) {
        Inst v = i.arg(0);
        boolean signed = i.op == Op.SITOFP;
        boolean wide = v.type.size == 8 || v.type.size == 4 && !signed;
        int r;
        if (v.type.size == 4 && !signed && v.op != Op.ICONST) {
            r = s.tempOf(Kind.GPR);
            s.emit(X86Selector.r(ins(X86.MOV_R32_RM32).reg(r, MInst.DEF), s.use(v)));
        } else r = IntegerRules.extended(s, v, signed, wide);
        Addr m = X86Selector.slotAddr(s.mf().newSlot(8, 8));
        MemoryRules.storeFrom(s, wide ? Type.I64 : Type.I32, r, m, 8);
        m.to(s.emit(ins(wide ? X86.FILD_M64 : X86.FILD_M32)), MInst.USE);
        if (v.type.size == 8 && !signed) s.emit(s.pool(new MInst(ADD_IF_NEGATIVE, 2).reg(r, MInst.USE), TWO64, 0, 4));
        pop(s, i);
    }

    /** (r n, memory 2^64): corrects the top of the stack, converted from n as signed. */
    static final PseudoRow ADD_IF_NEGATIVE = new PseudoRow("x87_unsigned", Pseudos.FLAGS, Row.SIDE_EFFECT, (i, out) -> {
        int end = out.out().newLabel();
        out.emit(X86.TEST_RM64_R64, out.operand(i, 0), out.operand(i, 0));
        out.emit(X86.JCC.get(X86.CC_NS), Operand.label(end));
        out.emit(X86.FADD_M32, out.operand(i, 1));
        out.out().label(end);
    });

    private static void toInteger(X86Selector s, Inst i) {
        push(s, i.arg(0));
        boolean unsigned = i.op == Op.FPTOUI;
        boolean wide = i.type.size == 8 || i.type.size == 4 && unsigned;
        Addr result = X86Selector.slotAddr(s.mf().newSlot(8, 8));
        Addr control = X86Selector.slotAddr(s.mf().newSlot(8, 8));
        MInst m = new MInst(unsigned && i.type.size == 8 ? TRUNCATE_U64 : wide ? TRUNCATE_64 : TRUNCATE_32, 4).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY);
        result.to(m, MInst.DEF);
        control.to(m, MInst.DEF);
        s.emit(s.pool(m, TWO63, 0, 4));
        MemoryRules.loadTo(s, wide ? Type.I64 : Type.I32, s.def(i), result, 8);
    }

    /** (=!r t, memory result, memory control words, memory 2^63): pops to an integer, rounding toward zero. */
    static final PseudoRow TRUNCATE_32 = new PseudoRow("x87_truncate32", Pseudos.FLAGS, Row.SIDE_EFFECT, (i, out) -> store(i, out, X86.FISTP_M32));
    static final PseudoRow TRUNCATE_64 = new PseudoRow("x87_truncate64", Pseudos.FLAGS, Row.SIDE_EFFECT, (i, out) -> store(i, out, X86.FISTP_M64));
    static final PseudoRow TRUNCATE_U64 = new PseudoRow("x87_truncateu64", Pseudos.FLAGS, Row.SIDE_EFFECT, (i, out) -> {
        int small = out.out().newLabel();
        int end = out.out().newLabel();
        out.emit(X86.FLD_M32, out.operand(i, 3));
        out.emit(X86.FUCOMIP_ST0_ST, Operand.reg(ST0), Operand.reg(ST1));
        out.emit(X86.JCC.get(X86.CC_A), Operand.label(small));
        out.emit(X86.FSUB_M32, out.operand(i, 3));
        store(i, out, X86.FISTP_M64);
        out.emit(X86.BTC_RM64_U8, out.operand(i, 1), Operand.imm(63));
        out.emit(X86.JMP_REL, Operand.label(end));
        out.out().label(small);
        store(i, out, X86.FISTP_M64);
        out.out().label(end);
    });

    private static void store(MInst i, Expander out, Row row) {
        Operand t = out.operand(i, 0);
        Operand.Mem saved = (Operand.Mem) out.operand(i, 2);
        Operand.Mem changed = saved.plus(2);
        out.emit(X86.FNSTCW_M16, saved);
        out.emit(X86.MOVZX_R32_RM16, t, saved);
        out.emit(X86.OR_RM32_I32, t, Operand.imm(0xc00));
        out.emit(X86.MOV_RM16_R16, changed, t);
        out.emit(X86.FLDCW_M16, changed);
        out.emit(row, out.operand(i, 1));
        out.emit(X86.FLDCW_M16, saved);
    }
}
