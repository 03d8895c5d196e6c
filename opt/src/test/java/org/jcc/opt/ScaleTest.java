package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.BlockFrequency;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Liveness;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;
import org.jcc.ir.Verifier;
import org.junit.jupiter.api.Test;

/** Passes and analyses on functions of extreme shapes: near-linear time, and no recursion on the graph. */
class ScaleTest {
    private static final AbiType INT = new AbiType.Scalar(Type.I32, true);

    private final Module m = new Module("scale.c", null);
    private final Function f = new Function("f", new Signature(INT, List.of(INT, INT), false, false));
    private final Builder b = new Builder(f);

    private Block start() {
        m.add(f);
        Block e = f.newBlock("entry");
        e.addParam(Type.I32);
        e.addParam(Type.I32);
        b.at(e);
        return e;
    }

    private void check() {
        // The thread's own time: other tests may have the processors.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        Verifier.check(m, f, "as built");
        analyse();
        Passes.optimize(m, 1, true);
        analyse();
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        assertTrue(seconds < 20, seconds + " s");
    }

    private void analyse() {
        new Dominators(f);
        new BlockFrequency(f);
        new Liveness(f);
    }

    @Test
    void longBlock() {
        start();
        Inst slot = b.alloca(4, 4, "x");
        b.store(slot, f.params().get(0), 4, 0);
        for (int i = 0; i < 100_000; i++) {
            Inst v = b.load(Type.I32, slot, 4, 0);
            b.store(slot, b.binary(i % 3 == 0 ? Op.XOR : Op.ADD, v, i % 2 == 0 ? f.params().get(1) : f.iconst(Type.I32, i)), 4, 0);
        }
        b.ret(b.load(Type.I32, slot, 4, 0));
        check();
    }

    @Test
    void manySlots() {
        start();
        Inst[] slots = new Inst[5_000];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = b.alloca(4, 4, "x" + i);
            b.store(slots[i], f.params().get(0), 4, 0);
        }
        Block loop = f.newBlock("loop");
        Block exit = f.newBlock("exit");
        b.br(loop);
        b.at(loop);
        for (int i = 1; i < slots.length; i++) b.store(slots[i], b.binary(Op.ADD, b.load(Type.I32, slots[i], 4, 0), b.load(Type.I32, slots[i - 1], 4, 0)), 4, 0);
        b.condbr(b.icmp(Cond.EQ, b.load(Type.I32, slots[4_999], 4, 0), f.params().get(1)), exit, loop);
        b.at(exit);
        b.ret(b.load(Type.I32, slots[77], 4, 0));
        check();
    }

    @Test
    void manyBranches() {
        start();
        Inst slot = b.alloca(4, 4, "x");
        b.store(slot, f.params().get(0), 4, 0);
        for (int i = 0; i < 5_000; i++) {
            Block then = f.newBlock(null);
            Block join = f.newBlock(null);
            b.condbr(b.icmp(Cond.SLT, b.load(Type.I32, slot, 4, 0), f.iconst(Type.I32, i)), then, join);
            b.at(then);
            b.store(slot, b.binary(Op.MUL, b.load(Type.I32, slot, 4, 0), f.params().get(1)), 4, 0);
            b.br(join);
            b.at(join);
        }
        b.ret(b.load(Type.I32, slot, 4, 0));
        check();
    }

    @Test
    void deepLoops() {
        start();
        Inst slot = b.alloca(4, 4, "x");
        b.store(slot, f.params().get(0), 4, 0);
        Block[] heads = new Block[2_000];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = f.newBlock(null);
            b.br(heads[i]);
            b.at(heads[i]);
        }
        for (int i = heads.length - 1; i >= 0; i--) {
            Block next = f.newBlock(null);
            Inst v = b.binary(Op.SUB, b.load(Type.I32, slot, 4, 0), f.params().get(1));
            b.store(slot, v, 4, 0);
            b.condbr(b.icmp(Cond.SGT, v, f.iconst(Type.I32, 7)), heads[i], next);
            b.at(next);
        }
        b.ret(b.load(Type.I32, slot, 4, 0));
        check();
    }

    @Test
    void wideSwitch() {
        start();
        Inst slot = b.alloca(4, 4, "x");
        b.store(slot, f.params().get(1), 4, 0);
        Block join = f.newBlock("join");
        Block[] targets = new Block[10_000];
        long[] cases = new long[targets.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = f.newBlock(null);
            cases[i] = i * 3L;
        }
        b.switch_(f.params().get(0), join, cases, targets);
        for (int i = 0; i < targets.length; i++) {
            b.at(targets[i]);
            if (i % 2 == 0) b.store(slot, f.iconst(Type.I32, i), 4, 0);
            b.br(i + 1 < targets.length && i % 5 != 0 ? targets[i + 1] : join);
        }
        b.at(join);
        b.ret(b.load(Type.I32, slot, 4, 0));
        check();
    }

    @Test
    void chainOfBlocks() {
        start();
        for (int i = 0; i < 20_000; i++) {
            Block n = f.newBlock(null);
            b.br(n);
            b.at(n);
        }
        b.ret(f.params().get(0));
        check();
        assertEquals(1, f.blocks.size());
    }
}
