package org.jcc.codegen.select;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Operand.Modifier;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * An inline assembly statement as one machine instruction: what all targets share of it. The template's text is made when the
 * instruction is emitted, from operands that allocation has placed, and goes through the assembler like any other text. A target adds
 * which constraint letters mean which registers and constants, and how an operand is written.
 *
 * @param places per template operand the machine operand that holds it; what is negative is the target's own
 * @param labels machine operands of the labels of an asm goto
 */
public record AsmText(AsmInfo info, int[] places, int[] labels, int loc) {
    /** How a target writes operands. */
    public interface Dialect {
        /** Appends operand {@code n} as the modifier letter (or 0) demands. */
        void operand(StringBuilder sb, AsmText text, MInst m, int n, char modifier, Expander out);

        /** What stands for a percent sign and a character that begins no operand. */
        String escape(char c);
    }

    /** Which constants an operand may be. */
    public interface Immediates {
        boolean number(AsmInfo.Operand o, long n);

        boolean symbol(AsmInfo.Operand o);
    }

    /** The use of a result, or null. */
    public static Inst result(Inst asm, int index) {
        if (asm.type != Type.TUPLE) return asm;
        for (int u = 0; u < asm.useCount(); u++) if (asm.user(u).op == Op.RESULT && asm.user(u).imm == index) return asm.user(u);
        return null;
    }

    /** Adds the blocks that an asm goto's labels lead to as successors of the current block. */
    public static List<MBlock> edges(Selector s, Inst asm) {
        List<MBlock> edges = new ArrayList<>();
        for (int k = 1; asm.op == Op.ASMBR && k < asm.succCount(); k++) {
            MBlock b = s.edgePart(asm, k);
            s.mf.sideExits = true;
            b.named = true;
            s.current.addSucc(b);
            edges.add(b);
        }
        return edges;
    }

    /** Adds the labels' operands; the last ones of the instruction. */
    public static int[] labels(MInst m, List<MBlock> edges) {
        int[] labels = new int[edges.size()];
        for (int k = 0; k < labels.length; k++) {
            labels[k] = m.count;
            m.block(edges.get(k));
        }
        return labels;
    }

    /** Adds the operand as an immediate if it is a constant that its letters admit. */
    public static boolean immediate(Selector s, MInst m, AsmInfo.Operand o, Inst v, Immediates admitted) {
        v = s.forward(v);
        if (v.op == Op.ICONST && (o.immediate() || admitted.number(o, v.imm))) {
            m.imm(v.imm);
            return true;
        }
        if (v.op == Op.SYMBOL && (o.immediate() || admitted.symbol(o))) {
            m.sym(s.mf.ref(v.symbol()), (int) v.imm, Modifier.NONE);
            return true;
        }
        return false;
    }

    /** Assembles the text of an emitted instruction. */
    public static void expand(MInst m, Expander out, Dialect dialect) {
        AsmText t = (AsmText) m.aux;
        out.out().assembleText(t.info.basic() ? t.info.template() : t.fill(m, out, dialect), t.loc);
    }

    /** The template with its operands: {@code %0}, {@code %b0} with a modifier, {@code %l2} for a label, {@code %=} for a number of its own. */
    private String fill(MInst m, Expander out, Dialect dialect) {
        String s = info.template();
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
                sb.append(dialect.escape(c));
                continue;
            }
            int n = c - '0';
            while (k + 1 < s.length() && Character.isDigit(s.charAt(k + 1))) n = n * 10 + s.charAt(++k) - '0';
            if (n >= places.length) sb.append(out.labelName(out.block(m, labels[n - places.length])));
            else dialect.operand(sb, this, m, n, modifier, out);
        }
        return sb.toString();
    }
}
