package org.jcc.target.x86_64;

import static org.jcc.asm.Operand.imm;

import java.util.List;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;

/**
 * Operations that are allocated as one instruction and expanded when they are emitted: idioms without inputs, and
 * sequences with branches inside. Temporaries are EARLY definitions.
 */
final class Pseudos {
    private Pseudos() {}

    static final long FLAGS = 1L << X86Regs.FLAGS;

    /** (=x): all bits zero. */
    static final PseudoRow ZERO_X = new PseudoRow("zero_x", 0, 0, (i, out) -> {
        Operand d = out.operand(i, 0);
        out.emit(X86.XORPS_X_XM128, d, d);
    });

    /** (=r): zero, and flags changed: two or three bytes, and no wait for the old value. */
    static final PseudoRow ZERO_R = new PseudoRow("zero_r", FLAGS, 0, (i, out) -> {
        Operand d = out.operand(i, 0);
        out.emit(X86.XOR_RM32_R32, d, d);
    });

    /** (=r): -1 in 64 bits, and flags changed: short, but it waits for the old value. */
    static final PseudoRow ONES_R = new PseudoRow("ones_r", FLAGS, 0, (i, out) -> {
        if (ShortForms.isPushed(out.function())) out.emit(X86.MOV_RM64_I32, out.operand(i, 0), imm(-1));
        else out.emit(X86.OR_RM64_I32, out.operand(i, 0), imm(-1));
    });

    /** (=r): the same in 32 bits, the upper ones zero. */
    static final PseudoRow ONES_R32 = new PseudoRow("ones_r32", FLAGS, 0, (i, out) -> out.emit(X86.OR_RM32_I32, out.operand(i, 0), imm(-1)));

    /** (=x): all bits one. */
    static final PseudoRow ONES_X = new PseudoRow("ones_x", 0, 0, (i, out) -> {
        Operand d = out.operand(i, 0);
        out.emit(X86.PCMPEQD_X_XM128, d, d);
    });

    /** (=x d, imm cc, x a, x b tied to d): a if the condition holds, else b. Reads flags. With a note ({@link MInst#aux}) on 32 bytes. */
    static final PseudoRow SELECT_X = new PseudoRow("select_x", FLAGS, 0, 0, (i, out) -> {
        int skip = out.out().newLabel();
        out.emit(X86.JCC.get((int) i.immediate(1) ^ 1), Operand.label(skip));
        out.emit(i.aux != null ? X86.VMOVAPS_Y_YM256 : X86.MOVAPS_X_XM128, out.operand(i, 0), out.operand(i, 2));
        out.out().label(skip);
    });

    /** (=r d): address of freshly allocated dynamic stack: the stack pointer, aligned as the frame is, plus the outgoing area. */
    static final PseudoRow DYNAMIC = new PseudoRow("dynamic", FLAGS, Row.SIDE_EFFECT, (i, out) -> {
        if (out.function().realign > 0) out.emit(X86.AND_RM64_I32, Operand.reg(X86Regs.RSP), imm(-out.function().realign));
        out.emit(X86.LEA_R64_M, out.operand(i, 0), Operand.mem(X86Regs.RSP, out.function().outgoing + 15 & -16));
    });

    /** (target, arguments…): the jump of a sibling call, behind the epilogue. */
    static final PseudoRow SIBLING = new PseudoRow("sibling", 0, Row.RET | Row.SIDE_EFFECT,
            (i, out) -> out.emit(i.kind(0) == MInst.SYM ? X86.JMP_REL : X86.JMP_RM64, out.operand(i, 0)));

    /** (=!x d, =!r t1, =!r t2, r src): unsigned 64-bit to double. */
    static final PseudoRow U64_TO_F64 = new PseudoRow("u64_to_f64", FLAGS, 0, (i, out) -> fromUnsigned(i, out, X86.CVTSI2SD_X_RM64, X86.ADDSD_X_XM64));
    static final PseudoRow U64_TO_F32 = new PseudoRow("u64_to_f32", FLAGS, 0, (i, out) -> fromUnsigned(i, out, X86.CVTSI2SS_X_RM64, X86.ADDSS_X_XM32));

    /** Halves a large number, keeping the lowest bit sticky so that rounding is right. */
    private static void fromUnsigned(MInst i, Expander out, Row convert, Row add) {
        Operand d = out.operand(i, 0);
        Operand t = out.operand(i, 1);
        Operand u = out.operand(i, 2);
        Operand s = out.operand(i, 3);
        int large = out.out().newLabel();
        int end = out.out().newLabel();
        out.emit(X86.XORPS_X_XM128, d, d);
        out.emit(X86.TEST_RM64_R64, s, s);
        out.emit(X86.JCC.get(X86.CC_S), Operand.label(large));
        out.emit(convert, d, s);
        out.emit(X86.JMP_REL, Operand.label(end));
        out.out().label(large);
        out.emit(X86.MOV_RM64_R64, t, s);
        out.emit(X86.MOV_RM32_R32, u, s);
        out.emit(X86.SHR_RM64_1, t, imm(1));
        out.emit(X86.AND_RM32_I32, u, imm(1));
        out.emit(X86.OR_RM64_R64, t, u);
        out.emit(convert, d, t);
        out.emit(add, d, d);
        out.out().label(end);
    }

    /** (=!r d, =!x t, x src, mem 2^63): double to unsigned 64-bit. */
    static final PseudoRow F64_TO_U64 = new PseudoRow("f64_to_u64", FLAGS, 0,
            (i, out) -> toUnsigned(i, out, X86.COMISD_X_XM64, X86.SUBSD_X_XM64, X86.CVTTSD2SI_R64_XM64));
    static final PseudoRow F32_TO_U64 = new PseudoRow("f32_to_u64", FLAGS, 0,
            (i, out) -> toUnsigned(i, out, X86.COMISS_X_XM32, X86.SUBSS_X_XM32, X86.CVTTSS2SI_R64_XM32));

    private static void toUnsigned(MInst i, Expander out, Row compare, Row subtract, Row convert) {
        Operand d = out.operand(i, 0);
        Operand t = out.operand(i, 1);
        Operand s = out.operand(i, 2);
        Operand limit = out.operand(i, 3);
        int large = out.out().newLabel();
        int end = out.out().newLabel();
        out.emit(compare, s, limit);
        out.emit(X86.JCC.get(X86.CC_AE), Operand.label(large));
        out.emit(convert, d, s);
        out.emit(X86.JMP_REL, Operand.label(end));
        out.out().label(large);
        out.emit(X86.MOVAPS_X_XM128, t, s);
        out.emit(subtract, t, limit);
        out.emit(convert, d, t);
        out.emit(X86.BTC_RM64_U8, d, imm(63));
        out.out().label(end);
    }

    /** All, for reading the text form. */
    static final List<PseudoRow> ALL = List.of(Selector.ENTRY, Selector.LANDING, Selector.NOT_REACHED, Selector.UNDEF, ZERO_X, ONES_X, ZERO_R, ONES_R, ONES_R32, SELECT_X, DYNAMIC, SIBLING, U64_TO_F64, U64_TO_F32, F64_TO_U64, F32_TO_U64, AtomicRules.LOOP,
            TlsRules.GENERAL, TlsRules.LOCAL, X87Rules.SELECT, X87Rules.ADD_IF_NEGATIVE, X87Rules.TRUNCATE_32, X87Rules.TRUNCATE_64, X87Rules.TRUNCATE_U64);
}
