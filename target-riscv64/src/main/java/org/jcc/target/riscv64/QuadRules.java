package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.riscv64.Rv;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** {@code long double}, binary128: values are 16 bytes in a frame slot that are only moved; the runtime's functions compute. */
final class QuadRules {
    private QuadRules() {}

    /** True for operations on f128 values that this file selects. */
    static boolean serves(Inst i) {
        return switch (i.op) {
            case LOAD, SELECT, FREEZE, EXPECT -> i.type == Type.F128;
            case STORE -> i.arg(1).type == Type.F128;
            default -> false;
        };
    }

    static void select(RvSelector s, Inst i) {
        switch (i.op) {
            case LOAD -> copy(s, s.addr(i.arg(0)), slotOf(s, i));
            case STORE -> copy(s, i.arg(1), s.addr(i.arg(0)));
            case FREEZE, EXPECT -> copy(s, i.arg(0), slotOf(s, i));
            default -> choose(s, i);
        }
    }

    private static Addr slotOf(RvSelector s, Inst v) {
        return new Addr(MInst.slotBase(s.slot(v)), 0);
    }

    private static void choose(RvSelector s, Inst i) {
        int a = s.tempOf(Kind.GPR);
        int b = s.tempOf(Kind.GPR);
        int from = s.tempOf(Kind.GPR);
        s.lea(a, place(s, i.arg(1)));
        s.lea(b, place(s, i.arg(2)));
        s.emit(new MInst(Pseudos.SELECT_X, 4).reg(from, MInst.DEF).reg(s.use(i.arg(0)), MInst.USE).reg(a, MInst.USE).tied(b, 0));
        copy(s, new Addr(from, 0), slotOf(s, i));
    }

    /** Where a value is; a constant is put into a slot. */
    private static Addr place(RvSelector s, Inst v) {
        v = s.forward(v);
        if (!v.op.isConstant()) return slotOf(s, v);
        Addr a = new Addr(MInst.slotBase(s.mf().newSlot(16, 16)), 0);
        copy(s, v, a);
        return a;
    }

    static void copy(RvSelector s, Inst v, Addr to) {
        if (!v.op.isConstant()) {
            copy(s, slotOf(s, v), to);
            return;
        }
        boolean poison = v.op == Op.POISON;
        MemoryRules.storeFrom(s, Type.I64, s.constant(poison ? 0 : v.imm), to);
        MemoryRules.storeFrom(s, Type.I64, s.constant(poison ? 0 : v.immHi), to.plus(8));
    }

    static void copy(RvSelector s, Addr from, Addr to) {
        int lo = s.tempOf(Kind.GPR);
        int hi = s.tempOf(Kind.GPR);
        from.to(s.emit(RvSelector.ins(Rv.LD).reg(lo, MInst.DEF)), MInst.USE);
        from.plus(8).to(s.emit(RvSelector.ins(Rv.LD).reg(hi, MInst.DEF)), MInst.USE);
        MemoryRules.storeFrom(s, Type.I64, lo, to);
        MemoryRules.storeFrom(s, Type.I64, hi, to.plus(8));
    }
}
