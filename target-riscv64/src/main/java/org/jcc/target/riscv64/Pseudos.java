package org.jcc.target.riscv64;

import java.util.List;
import org.jcc.asm.Expr;
import org.jcc.asm.Operand;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvImmediates;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;

/** Operations that are allocated as one instruction and expanded when they are emitted: pairs over a relocation, constants, selects. */
final class Pseudos {
    private Pseudos() {}

    private static int number(Operand o) {
        return ((Operand.Reg) o).number();
    }

    /** (=x d, imm): a number. */
    static final PseudoRow LI = new PseudoRow("li", 0, 0, (i, out) -> RvImmediates.load(number(out.operand(i, 0)), i.immediate(1), out::emit));

    /** (=x d, memory): its address. */
    static final PseudoRow LEA = new PseudoRow("lea", 0, 0, (i, out) -> {
        Operand.Mem m = (Operand.Mem) out.operand(i, 1);
        out.emit(Rv.ADDI, out.operand(i, 0), Operand.reg(m.base()), Operand.imm(m.disp()));
    });

    /** (=x d, symbol): its address, relative to the program counter. */
    static final PseudoRow LA = new PseudoRow("la", 0, 0, (i, out) -> pair(i, out, Modifier.PCREL_HI, Rv.ADDI));

    /** (=x d, symbol): its address from the global offset table. */
    static final PseudoRow LA_GOT = new PseudoRow("la.got", 0, 0, (i, out) -> pair(i, out, Modifier.GOT_PCREL_HI, Rv.LD));

    /** (=x d, symbol): a thread-local variable's offset from the global offset table. */
    static final PseudoRow LA_TLS_IE = new PseudoRow("la.tls.ie", 0, 0, (i, out) -> pair(i, out, Modifier.TLS_IE_PCREL_HI, Rv.LD));

    /** (=x d, symbol): where the module and offset of a thread-local variable are. */
    static final PseudoRow LA_TLS_GD = new PseudoRow("la.tls.gd", 0, 0, (i, out) -> pair(i, out, Modifier.TLS_GD_PCREL_HI, Rv.ADDI));

    /** {@code auipc} and its other half, which names the label of the first. */
    private static void pair(MInst i, Expander out, Modifier high, Row low) {
        Operand d = out.operand(i, 0);
        Operand what = switch (out.operand(i, 1)) {
            case Operand.SymImm s -> new Operand.SymImm(s.symbol(), s.addend(), high);
            case Operand.Label l -> new Operand.Expression(Expr.symbol(l.id()), high);
            default -> throw new IllegalStateException("no symbol");
        };
        int here = out.out().here();
        out.emit(Rv.AUIPC, d, what);
        if (low == Rv.ADDI) out.emit(low, d, d, new Operand.Expression(Expr.symbol(here), Modifier.PCREL_LO));
        else out.emit(low, d, new Operand.Mem(number(d), Operand.NONE, 1, 0, null, here, Modifier.PCREL_LO, Operand.NONE, null));
    }

    /** (=x d, symbol): the address of a thread-local variable at a known distance from tp. */
    static final PseudoRow LA_TPREL = new PseudoRow("la.tprel", 0, 0, (i, out) -> {
        Operand d = out.operand(i, 0);
        Operand.SymImm s = (Operand.SymImm) out.operand(i, 1);
        out.emit(Rv.LUI, d, new Operand.SymImm(s.symbol(), s.addend(), Modifier.TPREL_HI));
        out.emit(Rv.ADD_TPREL, d, d, Operand.reg(RvRegs.TP), new Operand.SymImm(s.symbol(), s.addend(), Modifier.TPREL_ADD));
        out.emit(Rv.ADDI, d, d, new Operand.SymImm(s.symbol(), s.addend(), Modifier.TPREL_LO));
    });

    /** (=x d, x c, x a, x b tied to d): a if c is not zero, else b. */
    static final PseudoRow SELECT_X = new PseudoRow("select", 0, 0, (i, out) -> select(i, out, Rv.MV));
    static final PseudoRow SELECT_F = new PseudoRow("select_f", 0, 0, (i, out) -> select(i, out, Rv.FMV_D));

    private static void select(MInst i, Expander out, Row move) {
        int skip = out.out().newLabel();
        out.emit(Rv.BEQ, out.operand(i, 1), Operand.reg(RvRegs.ZERO), Operand.label(skip));
        out.emit(move, out.operand(i, 0), out.operand(i, 2));
        out.out().label(skip);
    }

    /** (=x d): address of freshly allocated dynamic stack: the stack pointer plus the outgoing area. */
    static final PseudoRow DYNAMIC = new PseudoRow("dynamic", 0, Row.SIDE_EFFECT, (i, out) -> {
        Operand.Mem m = RvTarget.MACHINE.code().reach(Operand.mem(RvRegs.SP, out.function().outgoing + 15 & -16), out);
        out.emit(Rv.ADDI, out.operand(i, 0), Operand.reg(m.base()), Operand.imm(m.disp()));
    });

    /** (target, arguments…): the jump of a sibling call, behind the epilogue. */
    static final PseudoRow SIBLING = new PseudoRow("sibling", 0, Row.RET | Row.SIDE_EFFECT,
            (i, out) -> out.emit(i.kind(0) == MInst.SYM ? Rv.TAIL : Rv.JR, out.operand(i, 0)));

    /** All, for reading the text form. */
    static final List<PseudoRow> ALL = List.of(Selector.ENTRY, Selector.LANDING, Selector.NOT_REACHED, Selector.UNDEF, LI, LEA, LA, LA_GOT, LA_TLS_IE, LA_TLS_GD, LA_TPREL, SELECT_X, SELECT_F, DYNAMIC, SIBLING, AtomicRules.LOOP_W,
            AtomicRules.LOOP_D, AtomicRules.LOOP_PART, AtomicRules.CAS_W, AtomicRules.CAS_D, AtomicRules.CAS_PART);
}
