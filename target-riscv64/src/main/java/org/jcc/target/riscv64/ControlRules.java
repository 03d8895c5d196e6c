package org.jcc.target.riscv64;

import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.legal.SiblingCalls;
import org.jcc.codegen.legal.SwitchLowering;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Alias;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/** Branches, switches, selection by condition, calls and returns. */
final class ControlRules {
    private ControlRules() {}

    /** Conditional branches; one and its opposite differ in the lowest bit of the index. */
    static final List<Row> BRANCHES = List.of(Rv.BEQ, Rv.BNE, Rv.BLT, Rv.BGE, Rv.BLTU, Rv.BGEU);

    private static MInst ins(Row r) {
        return RvSelector.ins(r);
    }

    // ---- conditions ---------------------------------------------------------------------------------------------------

    private static void emit(RvSelector s, Row row, int a, int b, MBlock to) {
        s.emit(ins(row).reg(a, MInst.USE).reg(b, MInst.USE).block(to));
    }

    static void branch(RvSelector s, Inst i) {
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
        if (c.op == Op.ICMP && s.isSingleUse(c)) {
            int a = s.useOrZero(c.arg(0));
            int b = c.arg(0) == c.arg(1) ? a : s.useOrZero(c.arg(1));
            Cond k = IntegerRules.condition(c);
            boolean swap = k == Cond.SGT || k == Cond.SLE || k == Cond.UGT || k == Cond.ULE;
            Row row = switch (swap ? k.swap() : k) {
                case EQ -> Rv.BEQ;
                case NE -> Rv.BNE;
                case SLT -> Rv.BLT;
                case SGE -> Rv.BGE;
                case ULT -> Rv.BLTU;
                default -> Rv.BGEU;
            };
            emit(s, row, swap ? b : a, swap ? a : b, yes);
        } else {
            emit(s, Rv.BNE, s.use(c), RvRegs.ZERO, yes);
        }
        s.jump(no);
    }

    static void choose(RvSelector s, Inst i) {
        boolean general = s.regClass(i.type) == Kind.GPR;
        int c = s.use(i.arg(0));
        int a = s.use(i.arg(1));
        int b = s.use(i.arg(2));
        s.emit(new MInst(general ? Pseudos.SELECT_X : Pseudos.SELECT_F, 4).reg(s.def(i), MInst.DEF).reg(c, MInst.USE).reg(a, MInst.USE).tied(b, 0));
    }

    // ---- switch ---------------------------------------------------------------------------------------------------------------

    /** A table of a switch that {@link org.jcc.codegen.legal.SwitchLowering} left. Entries are distances from the table: no relocations, also in position-independent code. */
    static void multiway(RvSelector s, Inst i) {
        long[] values = (long[]) i.aux;
        MBlock dflt = s.edge(i, 0);
        MBlock[] targets = new MBlock[Math.toIntExact(Arrays.stream(values).max().getAsLong() + 1)];
        Arrays.fill(targets, dflt);
        for (int k = 0; k < values.length; k++) targets[(int) values[k]] = s.edge(i, k + 1);
        int index = s.use(i.arg(0));
        if (SwitchLowering.isImpossible(i.succ(0))) {
            dispatch(s, index, targets);
            return;
        }
        int end = s.constant(targets.length);
        MBlock dispatch = s.newPart(() -> dispatch(s, index, targets));
        s.current().addSucc(dflt);
        s.current().addSucc(dispatch);
        emit(s, Rv.BGEU, index, end, dflt);
        s.jump(dispatch);
    }

    private static void dispatch(RvSelector s, int index, MBlock[] targets) {
        int table = s.tempOf(Kind.GPR);
        int scaled = s.tempOf(Kind.GPR);
        int entry = s.tempOf(Kind.GPR);
        int offset = s.tempOf(Kind.GPR);
        int to = s.tempOf(Kind.GPR);
        s.symbolic(Pseudos.LA, table, s.mf().ref(new MFunction.JumpTable(List.of(targets))), 0);
        s.opi(Rv.SLLI, scaled, index, 2);
        s.op(Rv.ADD, entry, table, scaled);
        s.emit(ins(Rv.LW).reg(offset, MInst.DEF).mem(MInst.USE, entry, 0));
        s.op(Rv.ADD, to, table, offset);
        s.emit(ins(Rv.JR).reg(to, MInst.USE));
        for (MBlock t : targets) s.current().addSucc(t);
    }

    static void indirect(RvSelector s, Inst i) {
        s.indirectEdges(i);
        s.emit(ins(Rv.JR).reg(s.use(i.arg(0)), MInst.USE));
    }

    // ---- calls ----------------------------------------------------------------------------------------------------------------

    static MInst call(RvSelector s, Inst i) {
        if (i.call().is(CallInfo.SIBLING)) return sibling(s, i);
        s.outgoingArgs(i, 1);
        int[] args = s.argVregs(i, 1);
        Inst callee = s.forward(i.arg(0));
        MInst m = isDirect(callee) ? ins(Rv.CALL).sym(s.mf().ref(callee.symbol()), 0, Modifier.NONE) : ins(Rv.JALR_RA).reg(s.use(callee), MInst.USE);
        s.emitCall(m, i, 1, args);
        return m;
    }

    private static boolean isDirect(Inst callee) {
        return callee.op == Op.SYMBOL && callee.imm == 0 && (callee.symbol() instanceof Function || callee.symbol() instanceof Alias) && !isWeakUndefined(callee.symbol());
    }

    /** The epilogue leaves t1 alone, and nobody passes anything in it. */
    private static MInst sibling(RvSelector s, Inst i) {
        int[] args = s.argVregs(i, 1);
        Inst callee = s.forward(i.arg(0));
        MInst m = new MInst(Pseudos.SIBLING, 8);
        if (isDirect(callee)) m.sym(s.mf().ref(callee.symbol()), 0, Modifier.NONE);
        else m.fixed(s.use(callee), MInst.USE, RvRegs.T1);
        s.emitSibling(m, i, args);
        return m;
    }

    /** A call that may come back by other ways: those are edges of the block. */
    static void callWithExits(RvSelector s, Inst i) {
        MBlock landing = s.exits(i);
        MInst m = call(s, i);
        if (landing != null) m.block(landing);
        s.jump(s.edge(i, 0));
    }

    private static boolean isWeakUndefined(Symbol f) {
        return !f.isDefinition() && f.linkage == Symbol.Linkage.WEAK;
    }

    /** A call of a C library function that selection itself makes, with integer arguments in registers. */
    static MInst libraryCall(RvSelector s, String name, int... args) {
        MInst m = ins(Rv.CALL).sym(s.mf().ref(name), 0, Modifier.NONE);
        for (int k = 0; k < args.length; k++) m.fixed(args[k], MInst.USE, RvRegs.A0 + k);
        m.clobbers |= ~RvTarget.PRESERVED_C;
        s.mf().hasCalls = true;
        s.emit(m);
        return m;
    }

    static void ret(RvSelector s, Inst i) {
        if (SiblingCalls.of(i) != null) return;
        MInst m = ins(Rv.RET);
        for (int k = i.ownArgCount() - 1; k >= 0; k--) m.fixed(s.use(i.arg(k)), MInst.USE, s.ir().locations.resultRegs()[k]);
        s.emit(m);
    }

    // ---- frames -----------------------------------------------------------------------------------------------------------------

    /** The frame record: the caller's frame pointer at -16, the return address at -8. */
    static void frameChain(RvSelector s, Inst i) {
        s.mf().needsFramePointer = true;
        int d = s.def(i);
        boolean address = i.op == Op.FRAMEADDR;
        int at = RvRegs.S0;
        for (long n = i.imm; n > 0; n--) {
            int t = address && n == 1 ? d : s.tempOf(Kind.GPR);
            s.emit(ins(Rv.LD).reg(t, MInst.DEF).mem(MInst.USE, at, -16));
            at = t;
        }
        if (!address) s.emit(ins(Rv.LD).reg(d, MInst.DEF).mem(MInst.USE, at, -8));
        else if (i.imm == 0) s.op(Rv.MV, d, at);
    }
}
