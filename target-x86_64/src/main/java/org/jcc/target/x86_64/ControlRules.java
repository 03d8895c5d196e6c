package org.jcc.target.x86_64;

import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.legal.SiblingCalls;
import org.jcc.codegen.legal.SwitchLowering;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/** Branches, switches, selection by condition, calls and returns. */
final class ControlRules {
    private ControlRules() {}

    private static MInst ins(org.jcc.asm.Row r) {
        return X86Selector.ins(r);
    }

    // ---- conditions ---------------------------------------------------------------------------------------------------

    /**
     * Emits what sets the flags for a condition and returns the condition code under which it is true; for the two
     * floating conditions that need the parity flag as well, the code is {@link FloatRules#AND_NOT_PARITY} (equal and ordered) or
     * {@link FloatRules#OR_PARITY} (different or unordered). A comparison of which this is the one use is fused.
     */
    static int condition(X86Selector s, Inst c) {
        c = s.forward(c);
        if (s.isSingleUse(c)) {
            switch (c.op) {
                case ICMP -> {
                    return IntegerRules.compare(s, c);
                }
                case FCMP -> {
                    return c.arg(0).type == Type.F80 ? X87Rules.compare(s, c) : FloatRules.compare(s, c);
                }
                case SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO -> {
                    return IntegerRules.overflow(s, c);
                }
                case XOR -> {
                    if (c.arg(1).isConst() && (c.arg(1).imm & 1) == 1 && s.isSingleUse(c.arg(0)) && c.arg(0).op == Op.ICMP) return IntegerRules.compare(s, c.arg(0)) ^ 1;
                }
                default -> { }
            }
        } else if (c.op == Op.ICMP && c.arg(0).op != Op.LOAD && (X86Selector.isImm(c.arg(1)) || c.arg(1).op != Op.LOAD && isConditionOnly(s, c))) {
            // Comparing once more costs as much as a test of the result, and often nobody else wants that.
            return IntegerRules.compare(s, c);
        } else if (c.op == Op.FCMP && c.arg(0).type != Type.F80 && c.arg(0).op != Op.LOAD && c.arg(1).op != Op.LOAD && isConditionOnly(s, c)) {
            return FloatRules.compare(s, c);
        }
        int r = s.use(c);
        s.emit(ins(X86.TEST_RM8_R8).reg(r, MInst.USE).reg(r, MInst.USE));
        return X86.CC_NE;
    }

    /** All users want a condition, here where the operands are: side by side one comparison serves them all. */
    private static boolean isConditionOnly(X86Selector s, Inst c) {
        if (c.block != s.root().block) return false;
        for (int u = 0; u < c.useCount(); u++) {
            Inst user = c.user(u);
            if (user.block != c.block || user.op != Op.CONDBR && (user.op != Op.SELECT || c.userSlot(u) != 0 || user.arg(1) == c || user.arg(2) == c)) return false;
        }
        return true;
    }

    static void branch(X86Selector s, Inst i) {
        MBlock yes = s.edge(i, 0);
        MBlock no = s.edge(i, 1);
        Inst c = s.forward(i.arg(0));
        if (c.op == Op.ICONST) {
            s.jump((c.imm & 1) != 0 ? yes : no);
            return;
        }
        if (yes == no) {
            s.jump(yes);
            return;
        }
        int cc = condition(s, c);
        switch (cc) {
            case FloatRules.AND_NOT_PARITY -> {
                s.jcc(X86.CC_NE, no);
                s.jcc(X86.CC_P, no);
            }
            case FloatRules.OR_PARITY -> {
                s.jcc(X86.CC_NE, yes);
                s.jcc(X86.CC_P, yes);
            }
            default -> s.jcc(cc, yes);
        }
        s.jump(cc == FloatRules.AND_NOT_PARITY ? yes : no);
    }

    static void choose(X86Selector s, Inst i) {
        Inst c = i.arg(0);
        if (FloatRules.minMax(s, i, s.forward(c))) return;
        int a = s.use(i.arg(1));
        int b = s.use(i.arg(2));
        int cc = condition(s, c);
        int d = s.def(i);
        if (s.regClass(i.type) == Kind.GPR) {
            var row = i.type.size == 8 ? X86.CMOVCC64 : X86.CMOVCC32;
            if (cc == FloatRules.OR_PARITY) {
                int t = s.tempOf(Kind.GPR);
                s.emit(X86Selector.r(ins(row.get(X86.CC_NE)).reg(t, MInst.DEF), a).tied(b, 0));
                s.emit(X86Selector.r(ins(row.get(X86.CC_P)).reg(d, MInst.DEF), a).tied(t, 0));
            } else if (cc == FloatRules.AND_NOT_PARITY) {
                int t = s.tempOf(Kind.GPR);
                s.emit(X86Selector.r(ins(row.get(X86.CC_NE)).reg(t, MInst.DEF), b).tied(a, 0));
                s.emit(X86Selector.r(ins(row.get(X86.CC_P)).reg(d, MInst.DEF), b).tied(t, 0));
            } else {
                s.emit(X86Selector.r(ins(row.get(cc)).reg(d, MInst.DEF), a).tied(b, 0));
            }
            return;
        }
        if (cc == FloatRules.OR_PARITY) {
            int t = s.temp(i.type);
            selectX(s, t, X86.CC_NE, a, b);
            selectX(s, d, X86.CC_P, a, t);
        } else if (cc == FloatRules.AND_NOT_PARITY) {
            int t = s.temp(i.type);
            selectX(s, t, X86.CC_NE, b, a);
            selectX(s, d, X86.CC_P, b, t);
        } else selectX(s, d, cc, a, b);
    }

    private static void selectX(X86Selector s, int d, int cc, int a, int b) {
        MInst x = s.emit(new MInst(Pseudos.SELECT_X, 4).reg(d, MInst.DEF).imm(cc).reg(a, MInst.USE).tied(b, 0));
        if (s.mf().size(d) == 32) x.aux = Type.F64;
    }

    // ---- switch ---------------------------------------------------------------------------------------------------------------

    /** A table of a switch that {@link org.jcc.codegen.legal.SwitchLowering} left. Entries are distances from the table: no relocations, also in position-independent code. */
    static void multiway(X86Selector s, Inst i) {
        long[] values = (long[]) i.aux;
        Inst v = i.arg(0);
        MBlock[] edges = s.edges(i);
        MBlock dflt = edges[0];
        MBlock[] targets = new MBlock[Math.toIntExact(Arrays.stream(values).max().getAsLong() + 1)];
        Arrays.fill(targets, dflt);
        for (int k = 0; k < values.length; k++) targets[(int) values[k]] = edges[k + 1];
        int w = v.type.size == 8 ? 3 : 2;
        int index = IntegerRules.extended(s, v, false, true);
        if (SwitchLowering.isImpossible(i.succ(0))) {
            dispatch(s, index, targets);
            return;
        }
        s.emit(X86Selector.r(ins(Forms.CMP.rmI()[w]), index).imm(targets.length - 1));
        MBlock dispatch = s.newPart(() -> dispatch(s, index, targets));
        s.current().addSucc(dflt);
        s.current().addSucc(dispatch);
        s.jcc(X86.CC_A, dflt);
        s.jump(dispatch);
    }

    private static void dispatch(X86Selector s, int index, MBlock[] targets) {
        int table = s.tempOf(Kind.GPR);
        int offset = s.tempOf(Kind.GPR);
        int to = s.tempOf(Kind.GPR);
        int ref = s.mf().ref(new MFunction.JumpTable(List.of(targets)));
        s.emit(ins(X86.LEA_R64_M).reg(table, MInst.DEF).mem(0, X86Regs.RIP, MInst.NONE, 1, 0, ref, Modifier.NONE, MInst.NONE));
        s.emit(ins(X86.MOVSXD_R64_RM32).reg(offset, MInst.DEF).mem(MInst.USE, table, index, 4, 0, -1, Modifier.NONE, MInst.NONE));
        s.emit(X86Selector.r(ins(X86.ADD_R64_RM64).reg(to, MInst.DEF), table).tied(offset, 0));
        s.emit(X86Selector.r(ins(X86.JMP_RM64), to));
        s.current().addSuccs(targets);
    }

    static void indirect(X86Selector s, Inst i) {
        s.indirectEdges(i);
        s.emit(X86Selector.r(ins(X86.JMP_RM64), s.use(i.arg(0))));
    }

    // ---- calls ----------------------------------------------------------------------------------------------------------------

    static MInst call(X86Selector s, Inst i) {
        if (i.call().is(CallInfo.SIBLING)) return sibling(s, i);
        s.outgoingArgs(i, 1);
        int[] args = s.argVregs(i, 1);
        Inst callee = s.forward(i.arg(0));
        MInst m;
        if (callee.op == Op.SYMBOL && callee.imm == 0 && s.isFunction(callee.symbol()) && !s.isLarge()) {
            m = direct(s, callee.symbol(), i.call());
        } else {
            m = X86Selector.r(ins(X86.CALL_RM64), s.use(callee));
        }
        if (i.type.size > 16) m.aux = X86Frame.WIDE;
        for (int k = 1; k < i.ownArgCount(); k++) if (i.arg(k).type.size > 16) m.aux = X86Frame.WIDE;
        s.emitCall(m, i, 1, args);
        CallInfo info = i.call();
        if (info.locations.popBytes() > 0) {
            s.emit(ins(X86.SUB_RM64_I32).reg(X86Regs.RSP, MInst.DEF).imm(info.locations.popBytes()));
        }
        return m;
    }

    /** The epilogue leaves r11 alone, and nobody passes anything in it. */
    private static MInst sibling(X86Selector s, Inst i) {
        int[] args = s.argVregs(i, 1);
        Inst callee = s.forward(i.arg(0));
        MInst m = new MInst(Pseudos.SIBLING, 8);
        if (callee.op == Op.SYMBOL && callee.imm == 0 && s.isFunction(callee.symbol()) && !s.isLarge()) m.copy(direct(s, callee.symbol(), i.call()), 0);
        else m.fixed(s.use(callee), MInst.USE, X86Regs.R11);
        s.emitSibling(m, i, args);
        return m;
    }

    /** A call that may come back by other ways: those are edges of the block. */
    static void callWithExits(X86Selector s, Inst i) {
        MBlock landing = s.exits(i);
        MInst m = call(s, i);
        if (landing != null) m.block(landing);
        s.jump(s.edge(i, 0));
    }

    private static MInst direct(X86Selector s, Symbol f, CallInfo info) {
        Modifier modifier = s.callModifier(f, info);
        int ref = s.mf().ref(f);
        if (modifier == null) return ins(X86.CALL_RM64).mem(MInst.USE, X86Regs.RIP, MInst.NONE, 1, 0, ref, Modifier.GOTPCREL, MInst.NONE);
        return ins(X86.CALL_REL).sym(ref, 0, modifier);
    }

    /** A call of a C library function that selection itself makes, with integer arguments in registers. */
    static void libraryCall(X86Selector s, String name, int... args) {
        int[] regs = {X86Regs.RDI, X86Regs.RSI, X86Regs.RDX};
        MInst m;
        int ref = s.mf().ref(name);
        if (s.isLarge() && !s.options().positionIndependent()) {
            int t = s.tempOf(Kind.GPR);
            s.emit(ins(X86.MOV_R64_I64).reg(t, MInst.DEF).sym(ref, 0, Modifier.NONE));
            m = X86Selector.r(ins(X86.CALL_RM64), t);
        } else if (s.options().positionIndependent() && s.options().noPlt) {
            m = ins(X86.CALL_RM64).mem(MInst.USE, X86Regs.RIP, MInst.NONE, 1, 0, ref, Modifier.GOTPCREL, MInst.NONE);
        } else {
            m = ins(X86.CALL_REL).sym(ref, 0, s.options().positionIndependent() ? Modifier.PLT : Modifier.NONE);
        }
        for (int k = 0; k < args.length; k++) m.fixed(args[k], MInst.USE, regs[k]);
        m.clobbers |= ~X86Target.PRESERVED_C;
        s.mf().hasCalls = true;
        s.emit(m);
    }

    static void ret(X86Selector s, Inst i) {
        if (SiblingCalls.of(i) != null) return;
        Function f = s.ir();
        MInst m = ins(X86.RET);
        for (int k = i.ownArgCount() - 1; k >= 0; k--) {
            Inst v = i.arg(k);
            if (v.type == Type.F80) X87Rules.push(s, v);
            else m.fixed(s.useHere(v), MInst.USE, f.locations.resultRegs()[k]);
        }
        s.emit(m);
    }

    // ---- frames -----------------------------------------------------------------------------------------------------------------

    static void frameChain(X86Selector s, Inst i) {
        s.mf().needsFramePointer = true;
        int d = s.def(i);
        boolean address = i.op == Op.FRAMEADDR;
        int at = X86Regs.RBP;
        for (long n = i.imm; n > 0; n--) {
            int t = address && n == 1 ? d : s.tempOf(Kind.GPR);
            s.emit(ins(X86.MOV_R64_RM64).reg(t, MInst.DEF).mem(MInst.USE, at, 0));
            at = t;
        }
        if (!address) s.emit(ins(X86.MOV_R64_RM64).reg(d, MInst.DEF).mem(MInst.USE, at, 8));
        else if (i.imm == 0) s.emit(ins(X86.MOV_R64_RM64).reg(d, MInst.DEF).reg(at, MInst.USE));
    }
}
