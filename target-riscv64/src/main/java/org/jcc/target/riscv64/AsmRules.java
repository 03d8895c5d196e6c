package org.jcc.target.riscv64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
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

    /**
     * What the text's making needs.
     *
     * @param places per template operand the machine operand that holds it
     * @param labels machine operands of the labels
     */
    private record Text(AsmInfo info, int[] places, int[] labels, int loc) {}

    static final PseudoRow ASM = new PseudoRow("asm", 0, Row.SIDE_EFFECT, AsmRules::expand);

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
        List<MBlock> edges = new ArrayList<>();
        if (i.op == Op.ASMBR) {
            for (int k = 1; k < i.succCount(); k++) {
                MBlock b = s.edgePart(i, k);
                b.named = true;
                s.current().addSucc(b);
                edges.add(b);
            }
        }
        // Outputs first: inputs may be tied to them.
        for (int k = 0; k < n; k++) {
            AsmInfo.Operand o = operands.get(k);
            if (o.result() < 0) continue;
            Inst value = result(i, o.result());
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
            if (like < 0 && immediate(s, m, places, k, o, v)) continue;
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
        int[] labels = new int[edges.size()];
        for (int k = 0; k < labels.length; k++) {
            labels[k] = m.count;
            m.block(edges.get(k));
        }
        m.aux = new Text(info, places, labels, i.loc);
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
            Inst value = o.result() < 0 ? null : result(i, o.result());
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

    private static Inst result(Inst asm, int index) {
        if (asm.type != Type.TUPLE) return asm;
        for (int u = 0; u < asm.useCount(); u++) if (asm.user(u).op == Op.RESULT && asm.user(u).imm == index) return asm.user(u);
        return null;
    }

    // ---- constraints ---------------------------------------------------------------------------------------------------

    private static int asmClass(RvSelector s, AsmInfo.Operand o) {
        if (o.register() != null) return RvRegs.number(o.register()) >= RvRegs.FT0 ? Kind.FPR : Kind.GPR;
        if (o.constraint().indexOf('f') >= 0) return Kind.FPR;
        return o.constraint().indexOf('r') >= 0 || s.regClass(o.type()) == 0 ? Kind.GPR : s.regClass(o.type());
    }

    /** Adds the operand as an immediate if it is a constant that its letters admit. */
    private static boolean immediate(RvSelector s, MInst m, int[] places, int k, AsmInfo.Operand o, Inst v) {
        v = s.forward(v);
        if (v.op == Op.ICONST && (o.immediate() || admits(o.constraint(), v.imm))) {
            places[k] = m.count;
            m.imm(v.imm);
            return true;
        }
        if (v.op == Op.SYMBOL && (o.immediate() || o.constraint().indexOf('S') >= 0)) {
            places[k] = m.count;
            m.sym(s.mf().ref(v.symbol()), (int) v.imm, Modifier.NONE);
            return true;
        }
        return false;
    }

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

    private static void expand(MInst m, Expander out) {
        Text t = (Text) m.aux;
        String text = t.info.basic() ? t.info.template() : text(m, t, out);
        out.out().assembleText(text, t.loc);
    }

    private static String text(MInst m, Text t, Expander out) {
        String s = t.info.template();
        StringBuilder sb = new StringBuilder(s.length() + 32);
        int unique = -1;
        for (int k = 0; k < s.length(); k++) {
            char c = s.charAt(k);
            if (c != '%' || k + 1 == s.length()) {
                sb.append(c);
                continue;
            }
            c = s.charAt(++k);
            if (c == '=') {
                if (unique < 0) unique = out.unique();
                sb.append(unique);
                continue;
            }
            char modifier = 0;
            if (Character.isLetter(c) && k + 1 < s.length() && Character.isDigit(s.charAt(k + 1))) {
                modifier = c;
                c = s.charAt(++k);
            }
            if (!Character.isDigit(c)) {
                // %hi(symbol) and the like are the assembler's.
                if (c != '%') sb.append('%');
                sb.append(c);
                continue;
            }
            int n = c - '0';
            while (k + 1 < s.length() && Character.isDigit(s.charAt(k + 1))) n = n * 10 + s.charAt(++k) - '0';
            if (n >= t.places.length) sb.append(out.labelName(out.block(m, t.labels[n - t.places.length])));
            else operand(sb, out.operand(m, t.places[n]), modifier);
        }
        return sb.toString();
    }

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
