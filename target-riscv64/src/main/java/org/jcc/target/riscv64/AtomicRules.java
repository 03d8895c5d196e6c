package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvIsa;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Atomic operations up to 8 bytes: one AMO instruction where there is one, else a loop of load-reserved and store-conditional. Bytes
 * and halves work on the word around them, through a shift and a mask. All acquire and release, whatever weaker order was asked for.
 */
final class AtomicRules {
    private AtomicRules() {}

    private static final int ORDER = RvIsa.AQ | RvIsa.RL;

    private static MInst ins(Row r) {
        return RvSelector.ins(r);
    }

    /** {@code fence}: bit 1 for reads, bit 0 for writes, before and after. */
    static void fence(RvSelector s, int before, int after) {
        s.emit(ins(Rv.FENCE).imm(before).imm(after));
    }

    private static int address(RvSelector s, Inst i) {
        Addr a = s.addr(i.arg(0));
        if (a.disp() == 0 && !MInst.isSlot(a.base())) return a.base();
        int t = s.tempOf(Kind.GPR);
        s.lea(t, a);
        return t;
    }

    static void readModifyWrite(RvSelector s, Inst i) {
        Op.Rmw op = Op.Rmw.values()[(int) i.imm];
        Type t = i.type.isFloat() ? Type.integer(i.type.bits) : i.type;
        int at = address(s, i);
        int v = s.use(i.arg(1));
        int d = s.def(i);
        if (i.type.isFloat()) {
            int bits = s.tempOf(Kind.GPR);
            int old = s.tempOf(Kind.GPR);
            s.op(t.size == 4 ? Rv.FMV_X_W : Rv.FMV_X_D, bits, v);
            amo(s, t.size == 4 ? Rv.AMOSWAP_W : Rv.AMOSWAP_D, old, bits, at);
            s.op(t.size == 4 ? Rv.FMV_W_X : Rv.FMV_D_X, d, old);
            return;
        }
        Row row = row(op, t.size == 8);
        if (t.size >= 4 && row != null) {
            if (op == Op.Rmw.SUB) {
                int minus = s.tempOf(Kind.GPR);
                s.op(Rv.SUB, minus, RvRegs.ZERO, v);
                v = minus;
            }
            amo(s, row, d, v, at);
            return;
        }
        if (t.size >= 4) {
            s.emit(new MInst(t.size == 8 ? LOOP_D : LOOP_W, 7).reg(d, MInst.DEF | MInst.EARLY).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY).reg(v, MInst.USE)
                    .reg(at, MInst.USE).imm(op.ordinal()));
            return;
        }
        Around w = around(s, at, t);
        int shifted = s.tempOf(Kind.GPR);
        int old = s.tempOf(Kind.GPR);
        int part = s.tempOf(Kind.GPR);
        s.op(Rv.SLLW, shifted, v, w.shift);
        s.emit(new MInst(LOOP_PART, 7).reg(old, MInst.DEF | MInst.EARLY).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY).reg(shifted, MInst.USE)
                .reg(w.word, MInst.USE).imm(op.ordinal()).reg(w.mask, MInst.USE));
        s.op(Rv.SRLW, part, old, w.shift);
        IntegerRules.normalize(s, d, part, t);
    }

    private static void amo(RvSelector s, Row row, int d, int v, int at) {
        MInst m = ins(row).reg(d, MInst.DEF).reg(v, MInst.USE).mem(MInst.DEF | MInst.USE, at, 0);
        m.prefixes = ORDER;
        s.emit(m);
    }

    private static Row row(Op.Rmw op, boolean wide) {
        return switch (op) {
            case XCHG -> wide ? Rv.AMOSWAP_D : Rv.AMOSWAP_W;
            case ADD, SUB -> wide ? Rv.AMOADD_D : Rv.AMOADD_W;
            case AND -> wide ? Rv.AMOAND_D : Rv.AMOAND_W;
            case OR -> wide ? Rv.AMOOR_D : Rv.AMOOR_W;
            case XOR -> wide ? Rv.AMOXOR_D : Rv.AMOXOR_W;
            case SMIN -> wide ? Rv.AMOMIN_D : Rv.AMOMIN_W;
            case SMAX -> wide ? Rv.AMOMAX_D : Rv.AMOMAX_W;
            case UMIN -> wide ? Rv.AMOMINU_D : Rv.AMOMINU_W;
            case UMAX -> wide ? Rv.AMOMAXU_D : Rv.AMOMAXU_W;
            default -> null;
        };
    }

    /** The word around a byte or half: its address, the distance of the part in bits, the part's mask. */
    private record Around(int word, int shift, int mask) {}

    private static Around around(RvSelector s, int at, Type t) {
        int word = s.tempOf(Kind.GPR);
        int shift = s.tempOf(Kind.GPR);
        int mask = s.tempOf(Kind.GPR);
        s.opi(Rv.ANDI, word, at, -4);
        s.opi(Rv.SLLI, shift, at, 3);
        s.op(Rv.SLLW, mask, s.constant(t.size == 1 ? 0xff : 0xffff), shift);
        return new Around(word, shift, mask);
    }

    /** (=!x old, =!x t, x value, x address, imm operation[, x mask]): reserve, compute, store if still reserved. */
    static final PseudoRow LOOP_W = new PseudoRow("atomic_loop.w", 0, Row.SIDE_EFFECT, (i, out) -> loop(i, out, Rv.LR_W, Rv.SC_W));
    static final PseudoRow LOOP_D = new PseudoRow("atomic_loop.d", 0, Row.SIDE_EFFECT, (i, out) -> loop(i, out, Rv.LR_D, Rv.SC_D));
    static final PseudoRow LOOP_PART = new PseudoRow("atomic_loop.part", 0, Row.SIDE_EFFECT, (i, out) -> loop(i, out, Rv.LR_W, Rv.SC_W));

    private static Operand.Mem at(Operand address) {
        return Operand.mem(((Operand.Reg) address).number(), 0);
    }

    private static void loop(MInst i, Expander out, Row reserve, Row store) {
        Operand old = out.operand(i, 0);
        Operand t = out.operand(i, 1);
        Operand v = out.operand(i, 2);
        Operand.Mem mem = at(out.operand(i, 3));
        Op.Rmw op = Op.Rmw.values()[(int) i.immediate(4)];
        int again = out.out().newLabel();
        out.out().label(again);
        out.emitPrefixed(reserve, ORDER, old, mem);
        switch (op) {
            case XCHG -> out.emit(Rv.MV, t, v);
            case ADD -> out.emit(Rv.ADD, t, old, v);
            case SUB -> out.emit(Rv.SUB, t, old, v);
            case AND, NAND -> out.emit(Rv.AND, t, old, v);
            case OR -> out.emit(Rv.OR, t, old, v);
            case XOR -> out.emit(Rv.XOR, t, old, v);
            default -> throw new IllegalStateException("no rule for " + op + " of a part of a word");
        }
        if (op == Op.Rmw.NAND) out.emit(Rv.XORI, t, t, Operand.imm(-1));
        if (i.row == LOOP_PART) {
            Operand mask = out.operand(i, 5);
            out.emit(Rv.XOR, t, t, old);
            out.emit(Rv.AND, t, t, mask);
            out.emit(Rv.XOR, t, t, old);
        }
        out.emitPrefixed(store, ORDER, t, t, mem);
        out.emit(Rv.BNE, t, Operand.reg(RvRegs.ZERO), Operand.label(again));
    }

    static void compareExchange(RvSelector s, Inst i) {
        Type t = i.arg(1).type;
        int at = address(s, i);
        int expected = s.use(i.arg(1));
        int desired = s.use(i.arg(2));
        Inst oldResult = s.demandedResult(i, 0);
        Inst success = s.demandedResult(i, 1);
        int old = t.size >= 4 && oldResult != null ? s.def(oldResult) : s.tempOf(Kind.GPR);
        if (t.size >= 4) {
            s.emit(new MInst(t.size == 8 ? CAS_D : CAS_W, 7).reg(old, MInst.DEF | MInst.EARLY).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY)
                    .reg(desired, MInst.USE).reg(at, MInst.USE).reg(expected, MInst.USE));
        } else {
            Around w = around(s, at, t);
            int want = s.tempOf(Kind.GPR);
            int put = s.tempOf(Kind.GPR);
            int masked = s.tempOf(Kind.GPR);
            s.op(Rv.SLLW, want, expected, w.shift);
            s.op(Rv.AND, masked, want, w.mask);
            s.op(Rv.SLLW, put, desired, w.shift);
            s.emit(new MInst(CAS_PART, 7).reg(old, MInst.DEF | MInst.EARLY).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY).reg(put, MInst.USE)
                    .reg(w.word, MInst.USE).reg(masked, MInst.USE).reg(w.mask, MInst.USE));
            int part = s.tempOf(Kind.GPR);
            s.op(Rv.SRLW, part, old, w.shift);
            old = oldResult != null ? s.def(oldResult) : s.tempOf(Kind.GPR);
            IntegerRules.normalize(s, old, part, t);
        }
        if (success == null) return;
        int difference = s.tempOf(Kind.GPR);
        s.op(Rv.XOR, difference, old, expected);
        s.opi(Rv.SLTIU, s.def(success), difference, 1);
    }

    /** (=!x old, =!x t, x desired, x address, x expected[, x mask]) */
    static final PseudoRow CAS_W = new PseudoRow("compare_exchange.w", 0, Row.SIDE_EFFECT, (i, out) -> exchange(i, out, Rv.LR_W, Rv.SC_W));
    static final PseudoRow CAS_D = new PseudoRow("compare_exchange.d", 0, Row.SIDE_EFFECT, (i, out) -> exchange(i, out, Rv.LR_D, Rv.SC_D));
    static final PseudoRow CAS_PART = new PseudoRow("compare_exchange.part", 0, Row.SIDE_EFFECT, (i, out) -> exchange(i, out, Rv.LR_W, Rv.SC_W));

    private static void exchange(MInst i, Expander out, Row reserve, Row store) {
        Operand old = out.operand(i, 0);
        Operand t = out.operand(i, 1);
        Operand desired = out.operand(i, 2);
        Operand.Mem mem = at(out.operand(i, 3));
        Operand expected = out.operand(i, 4);
        int again = out.out().newLabel();
        int done = out.out().newLabel();
        out.out().label(again);
        out.emitPrefixed(reserve, ORDER, old, mem);
        if (i.row == CAS_PART) {
            Operand mask = out.operand(i, 5);
            out.emit(Rv.AND, t, old, mask);
            out.emit(Rv.BNE, t, expected, Operand.label(done));
            out.emit(Rv.XOR, t, old, desired);
            out.emit(Rv.AND, t, t, mask);
            out.emit(Rv.XOR, t, t, old);
            out.emitPrefixed(store, ORDER, t, t, mem);
        } else {
            out.emit(Rv.BNE, old, expected, Operand.label(done));
            out.emitPrefixed(store, ORDER, t, desired, mem);
        }
        out.emit(Rv.BNE, t, Operand.reg(RvRegs.ZERO), Operand.label(again));
        out.out().label(done);
    }
}
