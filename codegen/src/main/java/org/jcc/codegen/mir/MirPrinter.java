package org.jcc.codegen.mir;

import java.util.HashMap;
import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.ir.Symbol;

/**
 * The text form of machine code, which {@link MirParser} reads back. One instruction a line: a row's mnemonic and operand
 * kinds, then the operands.
 *
 * <pre>
 *   function f slots [8 align 8 zone 3 at 16, 16 align 16 at 0] outgoing 16 calls frame 32 below 16(r3) framepointer
 *   b0(v0, x1):  -> b1, b2
 *       addl.rm32.r32 =v3, ~v2 | v1&amp;0
 *       call.rel @g | v1:r7, =v2:r0 clobbers 0x3f
 *       movl.r32.rm32 =v4, [v1+v2*4+8 @x]
 *       jmp.rel b3
 * </pre>
 *
 * <ul>
 *   <li>Virtual registers: {@code v} general, {@code x} floating of 8 bytes, {@code y} of 16, all in one numbering. {@code rN} is the machine's register
 *       N; in addresses {@code sN} is a frame slot.</li>
 *   <li>Before a register: {@code =} defined, {@code !} early, {@code ~} memory may stand there, {@code ?} not allocation's concern. After it:
 *       {@code :rN} demanded there, {@code &N} tied to operand N.</li>
 *   <li>Before memory: {@code =} written, {@code +} read and written, {@code *} only its address.</li>
 *   <li>After frame layout: each slot's distance from the stack pointer, the bytes of the frame and those above it with the registers saved there.</li>
 *   <li>Operands beyond the row's places follow after {@code |}; then prefixes {@code #N}, and clobbers if they are more than the row's; {@code ordered}
 *       for {@link MInst#ORDERED}. Alias tags are not in the text.</li>
 * </ul>
 */
public final class MirPrinter {
    private final MFunction f;
    private final StringBuilder sb = new StringBuilder();
    /** Block numbers in the order of the text. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private MirPrinter(MFunction f) {
        this.f = f;
        for (MBlock b : f.blocks) numbers.put(b.id, numbers.size());
    }

    public static String print(MFunction f) {
        MirPrinter p = new MirPrinter(f);
        p.function();
        return p.sb.toString();
    }

    public static String print(MInst i, MFunction f) {
        MirPrinter p = new MirPrinter(f);
        p.instruction(i);
        return p.sb.toString();
    }

    private void function() {
        sb.append("function ").append(f.ir.name);
        if (f.slots.size() > 1) {
            sb.append(" slots [");
            for (int k = 1; k < f.slots.size(); k++) {
                MFunction.Slot slot = f.slots.get(k);
                sb.append(k > 1 ? ", " : "").append(slot.size).append(" align ").append(slot.align);
                if (slot.zone > 0) sb.append(" zone ").append(slot.zone);
                if (f.savedBytes > 0) sb.append(" at ").append(slot.offset);
            }
            sb.append(']');
        }
        if (f.outgoing > 0) sb.append(" outgoing ").append(f.outgoing);
        if (f.hasCalls) sb.append(" calls");
        if (f.dynamicStack) sb.append(" dynamic");
        if (f.savedBytes > 0) frame();
        sb.append('\n');
        for (MBlock b : f.blocks) {
            block(b);
            if (b.params.length > 0) registers(b.params);
            sb.append(':');
            if (b.rare) sb.append(" rare");
            if (b.cold) sb.append(" cold");
            if (b.bare) sb.append(" bare");
            if (b == f.prologue) sb.append(" prologue");
            if (b.succs.length > 0) {
                sb.append("  -> ");
                for (int k = 0; k < b.succs.length; k++) {
                    if (k > 0) sb.append(", ");
                    block(b.succs[k]);
                }
                if (b.args.length > 0) registers(b.args);
            }
            sb.append('\n');
            for (MInst i = b.first; i != null; i = i.next) {
                sb.append("    ");
                instruction(i);
                sb.append('\n');
            }
        }
    }

    private void frame() {
        sb.append(" frame ").append(f.frameSize).append(" below ").append(f.savedBytes);
        if (f.saved.length > 0) registers(f.saved);
        if (f.framePointer) sb.append(" framepointer");
        if (f.inRedZone) sb.append(" redzone");
    }

    private void block(MBlock b) {
        sb.append('b').append(numbers.getOrDefault(b.id, b.id));
    }

    private void registers(int[] rs) {
        sb.append('(');
        for (int k = 0; k < rs.length; k++) {
            if (k > 0) sb.append(", ");
            reg(rs[k]);
        }
        sb.append(')');
    }

    private void instruction(MInst i) {
        sb.append(rowName(i.row));
        for (int k = 0; k < i.count; k++) {
            sb.append(k == i.row.kinds.length ? " | " : k == 0 ? " " : ", ");
            operand(i, k);
        }
        if (i.prefixes != 0) sb.append(" #").append(i.prefixes);
        if (i.clobbers != i.row.defs) sb.append(" clobbers 0x").append(Long.toHexString(i.clobbers));
        if (i.access == MInst.ORDERED) sb.append(" ordered");
    }

    /** A row's name in the text: mnemonic and kinds. */
    public static String rowName(Row row) {
        StringBuilder sb = new StringBuilder(row.mnemonic());
        for (int k = 0; k < row.kinds.length; k++) sb.append('.').append(row.kinds[k].name());
        return sb.toString();
    }

    private void reg(int r) {
        if (MInst.isVirtual(r)) sb.append(f.regClass(r) != Kind.FPR ? 'v' : f.size(r) == 32 ? 'z' : f.size(r) == 16 ? 'y' : 'x').append(r - MInst.FIRST_VREG);
        else if (MInst.isSlot(r)) sb.append('s').append(MInst.slotOf(r));
        else sb.append('r').append(r);
    }

    private void operand(MInst i, int k) {
        switch (i.kind(k)) {
            case MInst.REG -> {
                if (i.isDef(k)) sb.append('=');
                else if (!i.isUse(k)) sb.append('?');
                if (i.isEarly(k)) sb.append('!');
                if (i.isRegMem(k)) sb.append('~');
                reg(i.reg(k));
                if (i.fixedReg(k) >= 0) sb.append(":r").append(i.fixedReg(k));
                if (i.tiedTo(k) >= 0) sb.append('&').append(i.tiedTo(k));
            }
            case MInst.IMM -> sb.append(i.immediate(k));
            case MInst.BLOCK -> sb.append('b').append(numbers.getOrDefault(i.ref(k), i.ref(k)));
            case MInst.SYM -> {
                symbol(i.ref(k), i.modifier(k));
                if (i.disp(k) != 0) sb.append(i.disp(k) > 0 ? "+" : "").append(i.disp(k));
            }
            default -> memory(i, k);
        }
    }

    private void memory(MInst i, int k) {
        if (i.isDef(k)) sb.append(i.isUse(k) ? '+' : '=');
        else if (!i.isUse(k)) sb.append('*');
        sb.append('[');
        if (i.segment(k) >= 0) sb.append('r').append(i.segment(k)).append(':');
        boolean any = i.reg(k) != MInst.NONE;
        if (any) reg(i.reg(k));
        if (i.index(k) != MInst.NONE) {
            if (any) sb.append('+');
            reg(i.index(k));
            sb.append('*').append(i.scale(k));
            any = true;
        }
        if (i.disp(k) != 0 || !any) sb.append(i.disp(k) >= 0 && any ? "+" : "").append(i.disp(k));
        if (i.ref(k) >= 0) {
            sb.append(' ');
            symbol(i.ref(k), i.modifier(k));
        }
        sb.append(']');
    }

    private void symbol(int ref, Operand.Modifier modifier) {
        switch (f.refs.get(ref)) {
            case MFunction.Constant c -> sb.append("const(0x").append(Long.toHexString(c.lo())).append(", 0x").append(Long.toHexString(c.hi())).append(", ").append(c.size()).append(')');
            case MFunction.JumpTable t -> {
                sb.append("table(");
                for (int k = 0; k < t.targets().size(); k++) {
                    if (k > 0) sb.append(' ');
                    block(t.targets().get(k));
                }
                sb.append(')');
            }
            case MBlock b -> {
                sb.append('&');
                block(b);
            }
            case Symbol s -> sb.append('@').append(s.name);
            case org.jcc.ir.Block b -> sb.append("&b").append(blockOf(b));
            case Object o -> sb.append('@').append(o);
        }
        if (modifier != Operand.Modifier.NONE) sb.append('@').append(modifier);
    }

    private int blockOf(org.jcc.ir.Block ir) {
        for (MBlock b : f.blocks) if (b.ir == ir && b.addressTaken) return numbers.get(b.id);
        return -1;
    }
}
