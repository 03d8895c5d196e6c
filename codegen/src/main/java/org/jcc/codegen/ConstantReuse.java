package org.jcc.codegen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.regalloc.Rematerialization;
import org.jcc.ir.Function;

/**
 * A constant that a block makes more than once is made once: addresses of symbols, numbers of the constant pool, wide integers. Selection makes
 * each anew for its user. Where registers are scarce allocation makes them anew again ({@link Rematerialization}), so that nothing is
 * lost; small integers, which are as short as a copy, stay apart, and so do constants on the two sides of a call. Where size counts small ones are
 * made once, too, but for 0 and -1, and with {@link Function#OPT_MIN} but for what is pushed and popped (with {@code IfConvert}'s limits for size
 * .text of sqlite3.o -0.12 % at -Os, on RISC-V -0.36 %).
 *
 * <p>Requires: machine code in SSA form. Ensures: the same values.
 */
final class ConstantReuse {
    private ConstantReuse() {}

    /** An instruction apart from its result. */
    private record Key(Row row, int[] operands) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.row == row && Arrays.equals(k.operands, operands);
        }

        @Override
        public int hashCode() {
            return row.hashCode() * 31 + Arrays.hashCode(operands);
        }
    }

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        if (f.ir.level(o.optLevel) == 0) return true;
        long stackPointer = t.registers().stackPointer();
        int[] of = new int[f.regCount()];
        Map<Key, Integer> made = new HashMap<>();
        boolean any = false;
        int least = Integer.MIN_VALUE, most = Integer.MAX_VALUE;
        if (f.ir.is(Function.OPT_SIZE)) {
            boolean minimal = f.ir.is(Function.OPT_MIN);
            least = minimal ? Byte.MIN_VALUE : -1;
            most = minimal ? Byte.MAX_VALUE : 0;
        }
        for (MBlock b : f.blocks) {
            made.clear();
            for (MInst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.row.is(Row.CALL)) made.clear();
                if (!isWorth(i, least, most) || !Rematerialization.isPossible(i, f, stackPointer) || !MInst.isVirtual(i.reg(0))) continue;
                Integer first = made.putIfAbsent(new Key(i.row, Arrays.copyOfRange(i.ops, MInst.STRIDE, i.count * MInst.STRIDE)), i.reg(0));
                if (first == null || f.size(first) != f.size(i.reg(0))) continue;
                of[i.reg(0)] = first;
                i.remove();
                any = true;
            }
        }
        if (any) f.replace(of);
        return true;
    }

    /** It has an operand that takes four bytes or more of code and is more than a number, or a number outside the range. */
    private static boolean isWorth(MInst i, int least, int most) {
        if (i.count != 2) return false;
        return switch (i.kind(1)) {
            case MInst.MEM -> i.ref(1) >= 0;
            case MInst.SYM -> true;
            case MInst.IMM -> i.immediate(1) < least || i.immediate(1) > most;
            default -> false;
        };
    }
}
