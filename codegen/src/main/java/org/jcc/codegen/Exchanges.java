package org.jcc.codegen;

import java.util.Arrays;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Function;

/**
 * Exchanges of registers become copies where a register is free to help. Allocation permutes registers by exchanges, as it must not count on a free one; on x86-64 an
 * exchange is three operations with a latency of two cycles, and those of a long cycle wait for one another, while copies are free of waiting (Fog, Instruction
 * tables; Intel Optimization Reference Manual, 3.5.1.12). A run of exchanges is one permutation: a cycle of n registers is n + 1 copies.
 *
 * <p>Not for size, and not in cold code: a copy more is bytes.
 *
 * <p>Requires: no virtual registers. Ensures: the same values.
 */
final class Exchanges {
    /** Executions for one of the function from which on copies are worth their bytes. */
    private static final double WARM = 1.5;

    private final TargetMachine target;
    /** Of eight bytes, and of four: who moves four cares for no more, so that a copy of eight does, too. */
    private final Row wide;
    private final Row narrow;
    private final RegisterLiveness live;
    /** Registers that may be changed without being saved anew, best first. */
    private final int[] scratch;
    private final int[] from = new int[64];

    private Exchanges(MFunction f, TargetMachine target, Row wide, Row narrow, long reserved) {
        this.target = target;
        this.wide = wide;
        this.narrow = narrow;
        live = new RegisterLiveness(f);
        long free = ~reserved & (~target.registers().calleeSaved() | f.usedRegs);
        scratch = Arrays.stream(target.registers().order()[Kind.GPR]).filter(r -> (free >>> r & 1) != 0).toArray();
    }

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        if (f.ir.level(o.optLevel) < 1 || f.ir.is(Function.OPT_SIZE)) return true;
        MInst wide = t.spills().exchange(Kind.GPR, 8, 0, 1);
        MInst narrow = t.spills().exchange(Kind.GPR, 4, 0, 1);
        if (wide == null || narrow == null) return true;
        Exchanges x = null;
        for (MBlock b : f.blocks) {
            if (b.frequency < WARM) continue;
            for (MInst i = b.first; i != null; ) {
                if (!isExchange(i, wide.row, narrow.row)) {
                    i = i.next;
                    continue;
                }
                if (x == null) x = new Exchanges(f, t, wide.row, narrow.row, FrameLayout.reserved(f, t, o));
                i = x.permute(i);
            }
        }
        return true;
    }

    private static boolean isExchange(MInst i, Row wide, Row narrow) {
        return (i.row == wide || i.row == narrow) && i.count == 2 && i.isReg(0) && i.isReg(1) && i.prefixes == 0;
    }

    /** Turns the run of exchanges that begins with {@code first} into copies; what stands behind. */
    private MInst permute(MInst first) {
        Arrays.setAll(from, r -> r);
        long changed = 0;
        MInst last = first;
        for (MInst i = first; i != null && isExchange(i, wide, narrow); i = i.next) {
            int a = i.reg(0);
            int b = i.reg(1);
            int was = from[a];
            from[a] = from[b];
            from[b] = was;
            changed |= 1L << a | 1L << b;
            last = i;
        }
        MInst end = last.next;
        int help = helper(last, changed);
        if (help < 0) return end;
        for (long s = changed; s != 0; s &= s - 1) {
            int start = Long.numberOfTrailingZeros(s);
            if (from[start] == start) continue;
            copy(first, help, start);
            int r = start;
            while (from[r] != start) {
                copy(first, r, from[r]);
                int next = from[r];
                from[r] = r;
                r = next;
            }
            copy(first, r, help);
            from[r] = r;
        }
        for (MInst i = first, next; i != end; i = next) {
            next = i.next;
            i.remove();
        }
        return end;
    }

    private void copy(MInst at, int to, int of) {
        MInst c = target.spills().copy(Kind.GPR, 8, to, of);
        c.loc = at.loc;
        c.insertBefore(at);
    }

    /** A register that nobody reads behind {@code last} before it is made anew; or -1. */
    private int helper(MInst last, long changed) {
        long wanted = live.atEnd(last.block);
        for (MInst i = last.block.last; i != last; i = i.prev) wanted = wanted & ~RegisterLiveness.definitions(i) | RegisterLiveness.uses(i);
        for (int r : scratch) if (((wanted | changed) >>> r & 1) == 0) return r;
        return -1;
    }
}
