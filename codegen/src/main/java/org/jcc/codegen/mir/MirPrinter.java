package org.jcc.codegen.mir;

import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.ir.Symbol;

/**
 * The text form of machine code. One instruction a line:
 *
 * <pre>
 *   addl.rm32.r32  =v3, v2, v1&0          a row's mnemonic and operand kinds; = defines, ! early, v1&0 tied to operand 0
 *   call.rel       @f, v1:rdi, =v2:rax    a register after : is demanded
 *   movl.r32.rm32  =v4, [v1+v2*4+8 @x]    memory: base, index, displacement, symbol
 * </pre>
 *
 * Operands beyond the row's places follow after {@code |}. Registers are {@code rN} (the machine's, by number) or
 * {@code vN}; a frame slot is {@code sN}.
 */
public final class MirPrinter {
    private MirPrinter() {}

    public static String print(MFunction f) {
        StringBuilder sb = new StringBuilder();
        sb.append("function ").append(f.ir.name).append('\n');
        for (MBlock b : f.blocks) {
            sb.append(b);
            if (b.params.length > 0) {
                sb.append('(');
                for (int k = 0; k < b.params.length; k++) {
                    if (k > 0) sb.append(", ");
                    reg(sb, b.params[k]);
                }
                sb.append(')');
            }
            sb.append(':');
            if (b.succs.length > 0) {
                sb.append("  -> ");
                for (int k = 0; k < b.succs.length; k++) sb.append(k > 0 ? ", " : "").append(b.succs[k]);
                if (b.args.length > 0) {
                    sb.append('(');
                    for (int k = 0; k < b.args.length; k++) {
                        if (k > 0) sb.append(", ");
                        reg(sb, b.args[k]);
                    }
                    sb.append(')');
                }
            }
            sb.append('\n');
            for (MInst i = b.first; i != null; i = i.next) sb.append("    ").append(print(i, f)).append('\n');
        }
        return sb.toString();
    }

    public static String print(MInst i, MFunction f) {
        StringBuilder sb = new StringBuilder(rowName(i.row));
        for (int k = 0; k < i.count; k++) {
            sb.append(k == 0 ? " " : k == i.row.kinds.length ? " | " : ", ");
            operand(sb, i, k, f);
        }
        return sb.toString();
    }

    /** A row's name in the text: mnemonic and kinds. */
    public static String rowName(Row row) {
        StringBuilder sb = new StringBuilder(row.mnemonic());
        for (int k = 0; k < row.kinds.length; k++) sb.append('.').append(row.kinds[k].name());
        return sb.toString();
    }

    private static void reg(StringBuilder sb, int r) {
        if (MInst.isVirtual(r)) sb.append('v').append(r - MInst.FIRST_VREG);
        else if (MInst.isSlot(r)) sb.append('s').append(MInst.slotOf(r));
        else sb.append('r').append(r);
    }

    private static void operand(StringBuilder sb, MInst i, int k, MFunction f) {
        switch (i.kind(k)) {
            case MInst.REG -> {
                if (i.isDef(k)) sb.append('=');
                if (i.isEarly(k)) sb.append('!');
                reg(sb, i.reg(k));
                if (i.fixedReg(k) >= 0) sb.append(":r").append(i.fixedReg(k));
                if (i.tiedTo(k) >= 0) sb.append('&').append(i.tiedTo(k));
            }
            case MInst.IMM -> sb.append(i.immediate(k));
            case MInst.BLOCK -> sb.append('b').append(i.ref(k));
            case MInst.SYM -> {
                sb.append('@').append(name(f, i.ref(k)));
                if (i.disp(k) != 0) sb.append('+').append(i.disp(k));
                if (i.modifier(k) != Operand.Modifier.NONE) sb.append('@').append(i.modifier(k));
            }
            default -> {
                if (i.isDef(k)) sb.append('=');
                sb.append('[');
                if (i.segment(k) >= 0) sb.append('r').append(i.segment(k)).append(':');
                boolean any = false;
                if (i.reg(k) != MInst.NONE) {
                    reg(sb, i.reg(k));
                    any = true;
                }
                if (i.index(k) != MInst.NONE) {
                    if (any) sb.append('+');
                    reg(sb, i.index(k));
                    sb.append('*').append(i.scale(k));
                    any = true;
                }
                if (i.disp(k) != 0 || !any) sb.append(i.disp(k) >= 0 && any ? "+" : "").append(i.disp(k));
                if (i.ref(k) >= 0) sb.append(" @").append(name(f, i.ref(k)));
                if (i.modifier(k) != Operand.Modifier.NONE) sb.append('@').append(i.modifier(k));
                sb.append(']');
            }
        }
    }

    private static String name(MFunction f, int ref) {
        return switch (f.refs.get(ref)) {
            case Symbol s -> s.name;
            case MFunction.Constant c -> ".c" + Long.toHexString(c.hi()) + "_" + Long.toHexString(c.lo()) + "_" + c.size();
            case MFunction.JumpTable t -> ".table" + t.targets();
            case Object o -> o.toString();
        };
    }
}
