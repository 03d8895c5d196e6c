package org.jcc.target.x86_64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.asm.x86_64.X86Regs;
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
 * Inline assembly (GCC manual 6.47.2; x86 constraints and operand modifiers there). It is one machine instruction whose
 * operands are those of the template, so that allocation knows what goes where; the text is made when it is emitted and
 * goes through the assembler like any other.
 *
 * <p>x87 operands ({@code t u f}) follow the manual's rules for stack registers: inputs are pushed before, deepest first;
 * an input that is tied to an output or named as clobbered is popped by the text; what else remains is popped here,
 * outputs first. Such an operand's place in {@link AsmText} is -1 - st.
 */
final class AsmRules {
    private AsmRules() {}

    private static final PseudoRow ASM = new PseudoRow("asm", Pseudos.FLAGS, Row.SIDE_EFFECT, (m, out) -> AsmText.expand(m, out, AsmRules.DIALECT));

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    /** An output that needs code after the text. */
    private record Output(Inst value, AsmInfo.Operand operand, int register) {}

    static void select(X86Selector s, Inst i) {
        AsmInfo info = (AsmInfo) i.aux;
        s.mf().hasCalls = true;
        List<AsmInfo.Operand> operands = info.operands();
        int n = operands.size();
        MInst m = new MInst(ASM, n + 4);
        int[] places = new int[n];
        List<Output> after = new ArrayList<>();
        long taken = taken(operands);
        for (String c : info.clobbers()) {
            int r = X86AsmNames.register(c);
            if (r >= 0 && r != X86Regs.RSP) m.clobbers |= 1L << r;
        }
        List<MBlock> edges = AsmText.edges(s, i);
        // Outputs first: inputs may be tied to them.
        int[] machine = new int[n];
        for (int k = 0; k < n; k++) {
            AsmInfo.Operand o = operands.get(k);
            if (o.result() < 0) continue;
            Inst value = AsmText.result(i, o.result());
            char letter = registerLetter(o);
            if (o.constraint().startsWith("@cc")) {
                after.add(new Output(value, o, 0));
                places[k] = Integer.MIN_VALUE;
                continue;
            }
            if (isX87(o, letter)) {
                int st = letter == 'u' ? 1 : 0;
                places[k] = -1 - st;
                after.add(new Output(value, o, st));
                continue;
            }
            int fixed = fixedRegister(o, letter, taken);
            if (letter == 'Q' && fixed >= 0) taken |= 1L << fixed;
            machine[k] = fixed;
            int v = value != null && s.isDemanded(value) ? s.def(value) : s.mf().newVreg(asmClass(s, o, letter), o.type().size > 8 ? Math.max(16, o.type().size) : 8);
            int bits = MInst.DEF | (o.earlyClobber() ? MInst.EARLY : 0);
            places[k] = m.count;
            if (fixed >= 0) {
                m.fixed(v, bits, fixed);
                m.clobbers &= ~(1L << fixed);
            } else m.reg(v, bits);
        }
        Inst[] stack = new Inst[8];
        boolean[] popped = new boolean[8];
        for (int k = 0; k < n; k++) {
            AsmInfo.Operand o = operands.get(k);
            if (o.arg() < 0) continue;
            Inst v = i.arg(o.arg());
            if (o.memory()) {
                Addr a = s.addr(v, true);
                places[k] = m.count;
                a.to(m, MInst.USE | MInst.DEF);
                continue;
            }
            char letter = registerLetter(o);
            boolean digit = o.tied() >= 0;
            int like = digit ? o.tied() : o.result() >= 0 ? k : -1;
            AsmInfo.Operand partner = like >= 0 ? operands.get(like) : o;
            if (isX87(partner, registerLetter(partner))) {
                int st = like >= 0 ? -1 - places[like] : letter == 'u' ? 1 : letter == 't' ? 0 : free(stack);
                stack[st] = v;
                popped[st] = like >= 0 || info.clobbers().contains(st == 0 ? "st" : "st(" + st + ")");
                if (like != k) places[k] = -1 - st;
                continue;
            }
            if (like < 0 && AsmText.immediate(s, m, o, v, s.options().positionIndependent() ? IMMEDIATES_PIC : IMMEDIATES)) {
                places[k] = m.count - 1;
                continue;
            }
            int r = s.use(v);
            if (v.type.isIntOrPtr() != (asmClass(s, partner, registerLetter(partner)) == Kind.GPR)) r = transfer(s, r, v.type);
            if (like >= 0) {
                if (like != k) places[k] = places[like];
                if (machine[like] >= 0) m.fixed(r, MInst.USE, machine[like]);
                else m.tied(r, places[like]);
                continue;
            }
            int fixed = fixedRegister(o, letter, taken);
            if (letter == 'Q' && fixed >= 0) taken |= 1L << fixed;
            places[k] = m.count;
            if (fixed >= 0) {
                m.fixed(r, MInst.USE, fixed);
                m.clobbers &= ~(1L << fixed);
            } else m.reg(r, MInst.USE);
        }
        int[] labels = AsmText.labels(m, edges);
        for (int st = 7; st >= 0; st--) if (stack[st] != null) pushX87(s, stack[st]);
        m.aux = new AsmText(info, places, labels, i.loc);
        s.emit(m);
        finishX87(s, after, stack, popped);
        for (Output o : after) if (o.operand.constraint().startsWith("@cc") && o.value != null && s.isDemanded(o.value)) flag(s, o);
        if (i.op == Op.ASMBR) s.jump(s.edge(i, 0));
    }

    /** The registers that operands demand. */
    private static long taken(List<AsmInfo.Operand> operands) {
        long t = 0;
        for (AsmInfo.Operand o : operands) {
            if (o.memory() || o.immediate()) continue;
            int r = fixedRegister(o, registerLetter(o), -1L);
            if (r >= 0) t |= 1L << r;
        }
        return t;
    }

    // ---- constraints ---------------------------------------------------------------------------------------------------

    /** The letter that chooses the register, 'r' if any will do. */
    private static char registerLetter(AsmInfo.Operand o) {
        String c = o.constraint();
        for (int k = 0; k < c.length(); k++) {
            char l = c.charAt(k);
            if ("rRlqg".indexOf(l) >= 0 && o.type().isIntOrPtr()) return 'r';
        }
        for (int k = 0; k < c.length(); k++) if ("abcdSDAQxtufyU".indexOf(c.charAt(k)) >= 0) return c.charAt(k);
        return o.type().isFloat() && o.type() != Type.F80 ? 'x' : 'r';
    }

    private static boolean isX87(AsmInfo.Operand o, char letter) {
        return letter == 't' || letter == 'u' || letter == 'f' || o.type() == Type.F80 && !o.memory();
    }

    private static int asmClass(X86Selector s, AsmInfo.Operand o, char letter) {
        if (o.register() != null) return X86AsmNames.register(o.register()) >= X86Regs.XMM0 ? Kind.FPR : Kind.GPR;
        return letter == 'x' || letter == 'y' ? Kind.FPR : letter == 'r' && !o.type().isIntOrPtr() && o.type().size <= 8 ? Kind.GPR : s.regClass(o.type());
    }

    /** The one register that the operand demands, or -1. */
    private static int fixedRegister(AsmInfo.Operand o, char letter, long taken) {
        if (o.register() != null) return X86AsmNames.register(o.register());
        return switch (letter) {
            case 'a', 'A' -> X86Regs.RAX;
            case 'b' -> X86Regs.RBX;
            case 'c' -> X86Regs.RCX;
            case 'd' -> X86Regs.RDX;
            case 'S' -> X86Regs.RSI;
            case 'D' -> X86Regs.RDI;
            case 'Q' -> {
                for (int r : new int[] {X86Regs.RAX, X86Regs.RDX, X86Regs.RCX, X86Regs.RBX}) if ((taken >>> r & 1) == 0) yield r;
                yield -1;
            }
            default -> -1;
        };
    }

    private static final AsmText.Immediates IMMEDIATES = immediates(false), IMMEDIATES_PIC = immediates(true);

    /** Addresses are no constants of position-independent code. */
    private static AsmText.Immediates immediates(boolean pic) {
        return new AsmText.Immediates() {
            @Override
            public boolean number(AsmInfo.Operand o, long n) {
                return admits(o.constraint(), n);
            }

            @Override
            public boolean symbol(AsmInfo.Operand o) {
                return !pic && o.constraint().indexOf('i') >= 0;
            }
        };
    }

    private static boolean admits(String letters, long n) {
        for (int k = 0; k < letters.length(); k++) {
            boolean ok = switch (letters.charAt(k)) {
                case 'i', 'n', 'g', 'X' -> n == (int) n;
                case 'e' -> n == (int) n;
                case 'Z' -> n == (n & 0xffffffffL);
                case 'I' -> n >= 0 && n <= 31;
                case 'J' -> n >= 0 && n <= 63;
                case 'K' -> n == (byte) n;
                case 'L' -> n == 0xff || n == 0xffff || n == 0xffffffffL;
                case 'M' -> n >= 0 && n <= 3;
                case 'N' -> n >= 0 && n <= 255;
                case 'O' -> n >= 0 && n <= 127;
                default -> false;
            };
            if (ok) return true;
        }
        return false;
    }

    /** A value in a register of the other class. */
    private static int transfer(X86Selector s, int r, Type t) {
        boolean toX = t.isIntOrPtr();
        int d = s.tempOf(toX ? Kind.FPR : Kind.GPR);
        s.emit(toX ? X86Selector.r(ins(X86.MOVQ_X_RM64).reg(d, MInst.DEF), r) : ins(X86.MOVQ_RM64_X).reg(d, MInst.DEF).reg(r, MInst.USE));
        return d;
    }

    // ---- x87 --------------------------------------------------------------------------------------------------------------

    private static int free(Inst[] stack) {
        for (int k = 0; k < 8; k++) if (stack[k] == null) return k;
        return 7;
    }

    private static void pushX87(X86Selector s, Inst v) {
        if (v.type == Type.F80) {
            X87Rules.push(s, v);
            return;
        }
        Addr a = X86Selector.slotAddr(s.mf().newSlot(8, 8));
        MemoryRules.storeFrom(s, v.type, s.use(v), a, 8);
        a.to(s.emit(ins(v.type.size == 4 ? X86.FLD_M32 : X86.FLD_M64)), MInst.USE);
    }

    private static void finishX87(X86Selector s, List<Output> after, Inst[] stack, boolean[] popped) {
        for (int st = 0; st < 8; st++) {
            for (Output o : after) {
                if (o.operand.constraint().startsWith("@cc") || o.register != st) continue;
                if (o.value == null || !s.isDemanded(o.value)) {
                    s.emit(ins(X86.FSTP_ST).reg(X86Regs.ST0, 0));
                } else if (o.value.type == Type.F80) {
                    X86Selector.slotAddr(s.slot(o.value)).to(s.emit(ins(X86.FSTP_M80)), MInst.DEF);
                } else {
                    Addr a = X86Selector.slotAddr(s.mf().newSlot(8, 8));
                    a.to(s.emit(ins(o.value.type.size == 4 ? X86.FSTP_M32 : X86.FSTP_M64)), MInst.DEF);
                    MemoryRules.loadTo(s, o.value.type, s.def(o.value), a, 8);
                }
            }
        }
        for (int st = 0; st < 8; st++) if (stack[st] != null && !popped[st]) s.emit(ins(X86.FSTP_ST).reg(X86Regs.ST0, 0));
    }

    // ---- flags outputs ------------------------------------------------------------------------------------------------------

    private static void flag(X86Selector s, Output o) {
        String name = o.operand.constraint().substring(3);
        int cc = switch (name) {
            case "o" -> X86.CC_O;
            case "no" -> X86.CC_NO;
            case "b", "c", "nae" -> X86.CC_B;
            case "ae", "nb", "nc" -> X86.CC_AE;
            case "e", "z" -> X86.CC_E;
            case "ne", "nz" -> X86.CC_NE;
            case "be", "na" -> X86.CC_BE;
            case "a", "nbe" -> X86.CC_A;
            case "s" -> X86.CC_S;
            case "ns" -> X86.CC_NS;
            case "p" -> X86.CC_P;
            case "np" -> X86.CC_NP;
            case "l", "nge" -> X86.CC_L;
            case "ge", "nl" -> X86.CC_GE;
            case "le", "ng" -> X86.CC_LE;
            default -> X86.CC_G;
        };
        int t = s.tempOf(Kind.GPR);
        s.setcc(t, cc);
        s.emit(X86Selector.r(ins(X86.MOVZX_R32_RM8).reg(s.def(o.value), MInst.DEF), t));
    }

    // ---- the text -------------------------------------------------------------------------------------------------------------

    private static final AsmText.Dialect DIALECT = new AsmText.Dialect() {
        @Override
        public void operand(StringBuilder sb, AsmText text, MInst m, int n, char modifier, Expander out) {
            AsmRules.operand(sb, text, m, n, modifier, out);
        }

        @Override
        public String escape(char c) {
            return c == '*' ? "" : String.valueOf(c);
        }
    };

    private static void operand(StringBuilder sb, AsmText t, MInst m, int n, char modifier, Expander out) {
        Type type = t.info().operands().get(n).type();
        if (modifier == 'z') {
            sb.append(suffix(type));
            return;
        }
        int place = t.places()[n];
        if (place < 0) {
            sb.append(place == -1 ? "%st" : "%st(" + (-1 - place) + ")");
            return;
        }
        switch (out.operand(m, place)) {
            case Operand.Reg r -> {
                if (modifier == 'a') sb.append("(%").append(X86Regs.name(r.number(), 8)).append(')');
                else {
                    if (modifier == 'A') sb.append('*');
                    if (modifier != 'V') sb.append('%');
                    sb.append(register(r.number(), type, modifier));
                }
            }
            case Operand.Imm i -> {
                if (modifier != 'c' && modifier != 'P' && modifier != 'p' && modifier != 'a' && modifier != 'n') sb.append('$');
                sb.append(modifier == 'n' ? -i.value() : i.value());
            }
            case Operand.SymImm y -> {
                if (modifier != 'c' && modifier != 'P' && modifier != 'p' && modifier != 'a') sb.append('$');
                sb.append(y.symbol());
                if (y.addend() != 0) sb.append(y.addend() > 0 ? "+" : "").append(y.addend());
                if (modifier == 'a') sb.append("(%rip)");
            }
            case Operand.Mem mem -> {
                if (modifier == 'A') sb.append('*');
                sb.append(X86Isa.memoryText(modifier == 'H' ? mem.plus(8) : mem, out.out()));
            }
            case Operand o -> throw new IllegalStateException(o.toString());
        }
    }

    private static String register(int r, Type type, char modifier) {
        int size = switch (modifier) {
            case 'b' -> 1;
            case 'w' -> 2;
            case 'k' -> 4;
            case 'q', 'x' -> 8;
            case 't' -> 32;
            default -> type.isIntOrPtr() || type.isFloat() ? Math.min(8, type.size) : type.size == 32 ? 32 : 8;
        };
        if (modifier == 'h' && r < 4) return X86Regs.name(X86Regs.AH + r, 1);
        return X86Regs.name(r, size);
    }

    private static String suffix(Type t) {
        if (t.isFloat()) return t.size == 4 ? "s" : t.size == 8 ? "l" : "t";
        return switch (t.size) {
            case 1 -> "b";
            case 2 -> "w";
            case 4 -> "l";
            default -> "q";
        };
    }
}
