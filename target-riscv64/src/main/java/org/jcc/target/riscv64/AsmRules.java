package org.jcc.target.riscv64;

import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.AsmText;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Inline assembly (GCC manual 6.47.2; RISC-V constraints and operand modifiers there). It is one machine instruction whose operands are
 * those of the template; the text is made when it is emitted and goes through the assembler like any other. Memory operands are
 * addressed by a register, so that none needs the scratch register.
 */
final class AsmRules {
    private AsmRules() {}

    static final PseudoRow ASM = new PseudoRow("asm", 0, Row.SIDE_EFFECT, (m, out) -> AsmText.expand(m, out, AsmRules.DIALECT));

    static void select(RvSelector s, Inst i) {
        AsmInfo info = (AsmInfo) i.aux;
        s.mf().hasCalls = true;
        List<AsmInfo.Operand> operands = info.operands();
        int n = operands.size();
        MInst m = new MInst(ASM, n + 4);
        int[] places = new int[n];
        for (String c : info.clobbers()) {
            int r = RvRegs.number(c);
            if (r > RvRegs.ZERO && r != RvRegs.SP) m.clobbers |= 1L << r;
        }
        List<MBlock> edges = AsmText.edges(s, i);
        // Outputs first: inputs may be tied to them.
        for (int k = 0; k < n; k++) {
            AsmInfo.Operand o = operands.get(k);
            if (o.result() < 0) continue;
            Inst value = AsmText.result(i, o.result());
            int c = asmClass(s, o);
            int v = value != null && s.isDemanded(value) && s.regClass(value.type) == c ? s.def(value) : s.tempOf(c);
            places[k] = m.count;
            add(m, o, v, MInst.DEF | (o.earlyClobber() ? MInst.EARLY : 0));
        }
        for (int k = 0; k < n; k++) {
            AsmInfo.Operand o = operands.get(k);
            if (o.arg() < 0) continue;
            Inst v = i.arg(o.arg());
            if (o.memory()) {
                Addr a = s.addr(v);
                if (MInst.isSlot(a.base())) {
                    int t = s.tempOf(Kind.GPR);
                    s.lea(t, a);
                    a = new Addr(t, 0);
                }
                places[k] = m.count;
                a.to(m, MInst.USE | MInst.DEF);
                continue;
            }
            int like = o.tied() >= 0 ? o.tied() : o.result() >= 0 ? k : -1;
            if (like < 0 && AsmText.immediate(s, m, o, v, IMMEDIATES)) {
                places[k] = m.count - 1;
                continue;
            }
            AsmInfo.Operand partner = like >= 0 ? operands.get(like) : o;
            int r = s.use(v);
            int c = asmClass(s, partner);
            if (s.regClass(v.type) != c) {
                int t = s.tempOf(c);
                boolean word = v.type.size <= 4;
                s.op(c == Kind.FPR ? word ? Rv.FMV_W_X : Rv.FMV_D_X : word ? Rv.FMV_X_W : Rv.FMV_X_D, t, r);
                r = t;
            }
            if (like < 0) {
                places[k] = m.count;
                add(m, o, r, MInst.USE);
                continue;
            }
            if (like != k) places[k] = places[like];
            if (m.fixedReg(places[like]) >= 0) m.fixed(r, MInst.USE, m.fixedReg(places[like]));
            else m.tied(r, places[like]);
        }
        m.aux = new AsmText(info, places, AsmText.labels(m, edges), i.loc);
        s.emit(m);
        proper(s, i, info, m, places);
        if (i.op == Op.ASMBR) s.jump(s.edge(i, 0));
    }

    private static void add(MInst m, AsmInfo.Operand o, int v, int bits) {
        int fixed = o.register() != null ? RvRegs.number(o.register()) : -1;
        if (fixed >= 0) {
            m.fixed(v, bits, fixed);
            m.clobbers &= ~(1L << fixed);
        } else {
            m.reg(v, bits);
        }
    }

    /** Text may leave anything in the upper bits of a narrow output, and a float in a general register: both are put right. */
    private static void proper(RvSelector s, Inst i, AsmInfo info, MInst m, int[] places) {
        for (int k = 0; k < places.length; k++) {
            AsmInfo.Operand o = info.operands().get(k);
            Inst value = o.result() < 0 ? null : AsmText.result(i, o.result());
            if (value == null || !s.isDemanded(value)) continue;
            int at = places[k] * MInst.STRIDE + 1;
            int v = m.ops[at];
            if (s.regClass(value.type) != asmClass(s, o)) {
                boolean word = value.type.size <= 4;
                s.op(value.type.isFloat() ? word ? Rv.FMV_W_X : Rv.FMV_D_X : word ? Rv.FMV_X_W : Rv.FMV_X_D, s.def(value), v);
            } else if (value.type.isInt() && value.type.bits < 64 && i.op == Op.ASM) {
                int raw = s.tempOf(Kind.GPR);
                m.ops[at] = raw;
                IntegerRules.normalize(s, s.def(value), raw, value.type);
            }
        }
    }

    // ---- constraints ---------------------------------------------------------------------------------------------------

    private static int asmClass(RvSelector s, AsmInfo.Operand o) {
        if (o.register() != null) return RvRegs.number(o.register()) >= RvRegs.FT0 ? Kind.FPR : Kind.GPR;
        if (o.constraint().indexOf('f') >= 0) return Kind.FPR;
        return o.constraint().indexOf('r') >= 0 || s.regClass(o.type()) == 0 ? Kind.GPR : s.regClass(o.type());
    }

    private static final AsmText.Immediates IMMEDIATES = new AsmText.Immediates() {
        @Override
        public boolean number(AsmInfo.Operand o, long n) {
            return admits(o.constraint(), n);
        }

        @Override
        public boolean symbol(AsmInfo.Operand o) {
            return o.constraint().indexOf('S') >= 0;
        }
    };

    private static boolean admits(String letters, long n) {
        for (int k = 0; k < letters.length(); k++) {
            boolean ok = switch (letters.charAt(k)) {
                case 'i', 'n', 'g', 'X' -> true;
                case 'I' -> RvSelector.fits(n);
                case 'J' -> n == 0;
                case 'K' -> n >= 0 && n <= 31;
                default -> false;
            };
            if (ok) return true;
        }
        return false;
    }

    // ---- the text -------------------------------------------------------------------------------------------------------------

    private static final AsmText.Dialect DIALECT = new AsmText.Dialect() {
        @Override
        public void operand(StringBuilder sb, AsmText text, MInst m, int n, char modifier, Expander out) {
            AsmRules.operand(sb, out.operand(m, text.places()[n]), modifier);
        }

        /** {@code %hi(symbol)} and the like are the assembler's. */
        @Override
        public String escape(char c) {
            return c == '%' ? "%" : "%" + c;
        }
    };

    /** {@code z}: zero is the register x0; {@code i}: the letter i unless it is a register. */
    private static void operand(StringBuilder sb, Operand o, char modifier) {
        if (modifier == 'i') {
            if (!(o instanceof Operand.Reg)) sb.append('i');
            return;
        }
        switch (o) {
            case Operand.Reg r -> sb.append(RvRegs.name(r.number()));
            case Operand.Imm i -> sb.append(modifier == 'z' && i.value() == 0 ? "zero" : Long.toString(i.value()));
            case Operand.SymImm y -> {
                sb.append(y.symbol());
                if (y.addend() != 0) sb.append(y.addend() > 0 ? "+" : "").append(y.addend());
            }
            case Operand.Mem mem -> sb.append(mem.disp()).append('(').append(RvRegs.name(mem.base())).append(')');
            default -> throw new IllegalStateException(o.toString());
        }
    }
}
