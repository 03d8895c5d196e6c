package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Atomic operations up to 8 bytes. x86-64 orders all but a store before a later load, so plain loads and stores carry
 * every order except a sequentially consistent store (an exchange); all locked instructions are full barriers.
 */
final class AtomicRules {
    private AtomicRules() {}

    /** The lock prefix among {@link org.jcc.asm.Insn#prefixes}. */
    static final int LOCK = 1;

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    /** A store as an exchange. */
    static void exchange(X86Selector s, Inst store, Type t) {
        if (!t.isIntOrPtr()) {
            int bits = s.tempOf(Kind.GPR);
            s.emit(ins(t.size == 4 ? X86.MOVD_RM32_X : X86.MOVQ_RM64_X).reg(bits, MInst.DEF).reg(s.use(store.arg(1)), MInst.USE));
            swap(s, s.tempOf(Kind.GPR), store, bits, Forms.size(t));
            return;
        }
        swap(s, s.tempOf(Kind.GPR), store, s.use(store.arg(1)), Forms.size(t));
    }

    private static void swap(X86Selector s, int d, Inst at, int value, int w) {
        s.emit(s.loadAddr(at).to(ins(Forms.XCHG[w]), MInst.DEF | MInst.USE).reg(d, MInst.DEF).tied(value, 1));
    }

    static void readModifyWrite(X86Selector s, Inst i) {
        Op.Rmw op = Op.Rmw.values()[(int) i.imm];
        int w = Forms.size(i.type);
        boolean unused = i.useCount() == 0;
        Inst v = i.arg(1);
        switch (op) {
            case XCHG -> {
                if (!i.type.isIntOrPtr()) {
                    int bits = s.tempOf(Kind.GPR);
                    int old = s.tempOf(Kind.GPR);
                    s.emit(ins(i.type.size == 4 ? X86.MOVD_RM32_X : X86.MOVQ_RM64_X).reg(bits, MInst.DEF).reg(s.use(v), MInst.USE));
                    swap(s, old, i, bits, w);
                    s.emit(X86Selector.r(ins(i.type.size == 4 ? X86.MOVD_X_RM32 : X86.MOVQ_X_RM64).reg(s.def(i), MInst.DEF), old));
                } else swap(s, s.def(i), i, s.use(v), w);
            }
            case ADD, SUB, AND, OR, XOR -> {
                if (unused) {
                    Forms f = IntegerRules.forms(Op.valueOf(op.name()));
                    MInst m;
                    if (X86Selector.isImm(v)) m = s.loadAddr(i).to(ins(f.rmI()[w]), MInst.DEF | MInst.USE).imm(v.imm);
                    else {
                        int r = s.use(v);
                        m = s.loadAddr(i).to(ins(f.rmR()[w]), MInst.DEF | MInst.USE).reg(r, MInst.USE);
                    }
                    m.prefixes = LOCK;
                    s.emit(m);
                } else if (op == Op.Rmw.ADD || op == Op.Rmw.SUB) {
                    int r = s.use(v);
                    if (op == Op.Rmw.SUB) {
                        int n = s.tempOf(Kind.GPR);
                        s.emit(ins(Forms.NEG[Math.max(2, w)]).reg(n, MInst.DEF).tied(r, 0));
                        r = n;
                    }
                    MInst m = s.loadAddr(i).to(ins(Forms.XADD[w]), MInst.DEF | MInst.USE).reg(s.def(i), MInst.DEF).tied(r, 1);
                    m.prefixes = LOCK;
                    s.emit(m);
                } else loop(s, i, op, w);
            }
            default -> loop(s, i, op, w);
        }
    }

    private static void loop(X86Selector s, Inst i, Op.Rmw op, int w) {
        int r = s.use(i.arg(1));
        Addr a = s.loadAddr(i);
        MInst m = new MInst(LOOP, 5).fixed(s.def(i), MInst.DEF | MInst.EARLY, X86Regs.RAX).reg(s.tempOf(Kind.GPR), MInst.DEF | MInst.EARLY).reg(r, MInst.USE);
        a.to(m, MInst.DEF | MInst.USE).imm(op.ordinal() | w << 8);
        s.emit(m);
    }

    /** (=!r old:rax, =!r new, r value, memory, imm operation and size): a compare-and-exchange loop. */
    static final PseudoRow LOOP = new PseudoRow("atomic_loop", Pseudos.FLAGS, Row.SIDE_EFFECT, AtomicRules::expand);

    private static void expand(MInst i, Expander out) {
        Op.Rmw op = Op.Rmw.values()[(int) i.immediate(4) & 255];
        int w = (int) i.immediate(4) >> 8;
        Operand old = out.operand(i, 0);
        Operand fresh = out.operand(i, 1);
        Operand value = out.operand(i, 2);
        Operand mem = out.operand(i, 3);
        int again = out.out().newLabel();
        out.emit(Forms.MOV.rRm()[w], old, mem);
        out.out().label(again);
        int wide = Math.max(2, w);
        switch (op) {
            case AND, OR, XOR, NAND -> {
                Forms f = op == Op.Rmw.OR ? Forms.OR : op == Op.Rmw.XOR ? Forms.XOR : Forms.AND;
                out.emit(Forms.MOV.rmR()[wide], fresh, old);
                out.emit(f.rmR()[wide], fresh, value);
                if (op == Op.Rmw.NAND) out.emit(Forms.NOT[wide], fresh);
            }
            default -> {
                int keepOld = switch (op) {
                    case SMAX -> X86.CC_G;
                    case SMIN -> X86.CC_L;
                    case UMAX -> X86.CC_A;
                    default -> X86.CC_B;
                };
                out.emit(Forms.MOV.rmR()[wide], fresh, value);
                out.emit(Forms.CMP.rmR()[w], old, value);
                out.emit((wide == 3 ? X86.CMOVCC64 : X86.CMOVCC32).get(keepOld), fresh, old);
            }
        }
        out.emitPrefixed(Forms.CMPXCHG[w], LOCK, mem, fresh);
        out.emit(X86.JCC.get(X86.CC_NE), Operand.label(again));
    }

    static void compareExchange(X86Selector s, Inst i) {
        int w = Forms.size(i.arg(1).type);
        int expected = s.use(i.arg(1));
        int desired = s.use(i.arg(2));
        Inst old = s.demandedResult(i, 0);
        Inst success = s.demandedResult(i, 1);
        MInst m = s.loadAddr(i).to(ins(Forms.CMPXCHG[w]), MInst.DEF | MInst.USE).reg(desired, MInst.USE).fixed(expected, MInst.USE, X86Regs.RAX)
                .fixed(old != null ? s.def(old) : s.tempOf(Kind.GPR), MInst.DEF, X86Regs.RAX);
        m.prefixes = LOCK;
        s.emit(m);
        if (success != null) s.setcc(s.def(success), X86.CC_E);
    }

    static void fence(X86Selector s, Inst i) {
        if (i.imm == 0 && i.order() == Inst.SEQ_CST) s.emit(ins(X86.MFENCE));
    }
}
