package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * How to ask whether a value is in a {@link ValueSet}: test after test, the first that holds answers. A test is one comparison with an interval,
 * {@code x - lo <= hi - lo} unsigned; with two intervals that one bit tells apart, which is masked; or with a run of intervals within a word, {@code mask >> x - base & 1} behind
 * a comparison with its bounds.
 */
record RangePlan(List<Test> tests, int cost) {
    /** In instructions, those of a branch counted twice; and in bytes of x86-64's code. */
    static final int JUMP = 2, JUMP_BYTES = 2, OPERATION_BYTES = 3;
    private static final int BITS = 7, BITS_BYTES = 15, WIDE_BYTES = 6;
    private static final int WORD = 64;

    /** From {@code lo} circularly to {@code hi}; {@code free} is the bit that does not matter, or 0; of bits {@code mask} has those that are in, from {@code lo} on. */
    private record Test(long lo, long hi, long free, boolean isBits, long mask) {}

    static RangePlan of(ValueSet s, boolean small) {
        RangePlan a = of(s, small, true);
        if (s.intervals() < 2) return a;
        RangePlan b = of(s, small, false);
        return b.cost < a.cost ? b : a;
    }

    private static RangePlan of(ValueSet s, boolean small, boolean pairsFirst) {
        List<Test> tests = new ArrayList<>();
        for (int k = 0; k < s.intervals(); k++) tests.add(new Test(s.lo(k), s.hi(k), 0, false, 0));
        int n = tests.size();
        if (n > 1 && s.equals(s.union(ValueSet.circular(s.bits(), s.hi(n - 1), s.lo(0))))) {
            // Around the end of the numbers.
            tests.set(0, new Test(s.lo(n - 1), s.hi(0), 0, false, 0));
            tests.removeLast();
        }
        if (pairsFirst) pairs(tests);
        bits(tests, s.bits(), small);
        if (!pairsFirst) pairs(tests);
        int cost = 0;
        for (Test t : tests) cost += cost(t, s.bits(), small);
        return new RangePlan(tests, cost);
    }

    private static void pairs(List<Test> tests) {
        for (int i = 0; i < tests.size(); i++) {
            Test a = tests.get(i);
            if (a.lo > a.hi || a.free != 0 || a.isBits) continue;
            for (int j = i + 1; j < tests.size(); j++) {
                Test b = tests.get(j);
                long d = b.lo ^ a.lo;
                if (b.lo > b.hi || b.free != 0 || b.isBits || Long.bitCount(d) != 1 || (a.lo & d) != 0 || b.hi - b.lo != a.hi - a.lo) continue;
                int at = Long.numberOfTrailingZeros(d);
                if (a.lo >> at != a.hi >> at) continue;
                tests.set(i, new Test(a.lo, a.hi, d, false, 0));
                tests.remove(j);
                break;
            }
        }
    }

    /** Runs within a word where that is cheaper. */
    private static void bits(List<Test> tests, int bits, boolean small) {
        for (int i = 0; i < tests.size(); i++) {
            Test a = tests.get(i);
            if (a.lo > a.hi || a.free != 0) continue;
            Test best = null;
            int gain = 0;
            int old = 0;
            long mask = 0;
            int end = i;
            for (int j = i; j < tests.size(); j++) {
                Test b = tests.get(j);
                if (b.lo > b.hi || b.free != 0) continue;
                long span = b.hi - a.lo;
                if (span < 0 || span >= WORD) break;
                old += cost(b, bits, small);
                mask |= -1L >>> WORD - 1 - (b.hi - b.lo) << b.lo - a.lo;
                Test t = new Test(a.lo, b.hi, 0, true, mask);
                if (old - cost(t, bits, small) > gain) {
                    gain = old - cost(t, bits, small);
                    best = t;
                    end = j;
                }
            }
            if (best == null) continue;
            for (int j = end; j > i; j--) if (tests.get(j).free == 0 && tests.get(j).lo <= tests.get(j).hi) tests.remove(j);
            tests.set(i, best);
        }
    }

    /** What is subtracted before bits are tested. */
    private static long base(Test t, boolean small) {
        if (t.lo < 0 || t.hi >= WORD) return t.lo;
        return small && t.hi >= 32 && t.hi - t.lo < 32 ? t.lo : 0;
    }

    private static int cost(Test t, int bits, boolean small) {
        if (t.isBits) {
            long base = base(t, small);
            if (!small) return BITS + (base == 0 ? 0 : 1);
            return BITS_BYTES + (base == 0 ? 0 : OPERATION_BYTES) + (t.hi - base < 32 ? 0 : WIDE_BYTES);
        }
        int operations = 1;
        if (t.free != 0) operations++;
        if (t.lo != t.hi && t.lo != 0 && t.lo != -1L << bits - 1 && t.hi != ~(-1L << bits - 1)) operations++;
        return small ? operations * OPERATION_BYTES + JUMP_BYTES : operations + JUMP;
    }

    // ---- code ----

    /** Ends the builder's block with the tests of {@code x}. */
    void build(Builder b, Inst x, Block yes, Inst[] yesArgs, Block no, Inst[] noArgs) {
        Function f = b.function;
        boolean small = f.is(Function.OPT_SIZE);
        Type type = x.type;
        for (int k = 0; k < tests.size(); k++) {
            Test t = tests.get(k);
            boolean last = k + 1 == tests.size();
            Block next = last ? no : f.newBlock("range");
            Inst[] nextArgs = last ? noArgs : new Inst[0];
            if (t.isBits) {
                long base = base(t, small);
                Inst v = base == 0 ? x : b.binary(Op.ADD, x, f.iconst(type, -base));
                Block in = f.newBlock("bits");
                branch(b, b.icmp(Cond.ULE, v, f.iconst(type, t.hi - base)), in, new Inst[0], next, nextArgs);
                b.at(in);
                Type word = t.hi - base < 32 ? Type.I32 : Type.I64;
                if (type.bits != word.bits) v = b.convert(type.bits < word.bits ? Op.ZEXT : Op.TRUNC, v, word);
                Inst bit = b.binary(Op.AND, b.binary(Op.LSHR, f.iconst(word, t.mask << t.lo - base), v), f.iconst(word, 1));
                branch(b, b.icmp(Cond.NE, bit, f.zero(word)), yes, yesArgs, next, nextArgs);
            } else {
                branch(b, within(b, x, t), yes, yesArgs, next, nextArgs);
            }
            b.at(next);
        }
    }

    private static Inst within(Builder b, Inst x, Test t) {
        Function f = b.function;
        Type type = x.type;
        Inst v = x;
        if (t.free != 0 && t.lo == t.hi) return b.icmp(Cond.EQ, b.binary(Op.OR, x, f.iconst(type, t.free)), f.iconst(type, t.lo | t.free));
        if (t.free != 0) v = b.binary(Op.AND, x, f.iconst(type, ~t.free));
        if (t.lo == t.hi) return b.icmp(Cond.EQ, v, f.iconst(type, t.lo));
        if (t.lo == -1L << type.bits - 1) return b.icmp(Cond.SLE, v, f.iconst(type, t.hi));
        if (t.hi == ~(-1L << type.bits - 1)) return b.icmp(Cond.SGE, v, f.iconst(type, t.lo));
        if (t.lo != 0) v = b.binary(Op.ADD, v, f.iconst(type, -t.lo));
        return b.icmp(Cond.ULE, v, f.iconst(type, t.hi - t.lo));
    }

    private static void branch(Builder b, Inst c, Block yes, Inst[] yesArgs, Block no, Inst[] noArgs) {
        Inst br = b.emit(Op.CONDBR, Type.VOID, c);
        br.addSucc(yes, yesArgs);
        br.addSucc(no, noArgs);
    }
}
