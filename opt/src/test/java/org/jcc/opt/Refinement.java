package org.jcc.opt;

import java.util.List;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Type;
import org.jcc.ir.interp.Interpreter;
import org.jcc.ir.interp.Interpreter.Value;
import org.jcc.ir.interp.Trap;

/**
 * Checks that a function after passes refines the one before: for every combination of interesting arguments it gives the
 * same value, where the original gives one; where that is poison or has no meaning, anything will do.
 */
final class Refinement {
    private static final long[] WORDS = {0, 1, -1, 2, 7, 8, 200, -100, 0x7fffffffL, 0x80000000L, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789abcdefL};
    private static final double[] REALS = {0.0, -0.0, 1.0, -1.5, 3.0, 1e300, -1e-310, Double.POSITIVE_INFINITY, Double.NaN};

    private Refinement() {}

    private static List<Value> values(Type t) {
        if (t == Type.F64) return java.util.Arrays.stream(REALS).mapToObj(d -> Value.of(Double.doubleToRawLongBits(d))).toList();
        if (t == Type.F32) return java.util.Arrays.stream(REALS).mapToObj(d -> Value.of(Integer.toUnsignedLong(Float.floatToRawIntBits((float) d)))).toList();
        return java.util.Arrays.stream(WORDS).mapToObj(v -> {
            long n = org.jcc.ir.Fold.normal(t.bits, v);
            return new Value(n, t == Type.I128 ? v >> 63 : 0, false, null);
        }).distinct().toList();
    }

    static void check(Module before, Function f, Module after, Function g) {
        int n = f.params().size();
        int[] at = new int[n];
        while (true) {
            Value[] args = new Value[n];
            for (int k = 0; k < n; k++) args[k] = values(f.params().get(k).type).get(at[k]);
            compare(before, f, after, g, args);
            int k = 0;
            for (; k < n; k++) {
                if (++at[k] < values(f.params().get(k).type).size()) break;
                at[k] = 0;
            }
            if (k == n) return;
        }
    }

    private static void compare(Module before, Function f, Module after, Function g, Value[] args) {
        Interpreter.Options o = new Interpreter.Options();
        o.stackBytes = 1 << 16;
        o.stepLimit = 10_000;
        Value want;
        try {
            want = Interpreter.call(before, f, o, args);
        } catch (Trap t) {
            return;
        }
        if (want.poison()) return;
        Value got = Interpreter.call(after, g, o, args);
        Type t = resultType(f);
        // An address is another one in each run; which NaN comes out is not promised.
        if (t == Type.PTR && want.lo() > 1 << 20) return;
        if (t == Type.F64 && Double.isNaN(Double.longBitsToDouble(want.lo())) && Double.isNaN(Double.longBitsToDouble(got.lo()))) return;
        if (t == Type.F32 && Float.isNaN(Float.intBitsToFloat((int) want.lo())) && Float.isNaN(Float.intBitsToFloat((int) got.lo()))) return;
        if (t == Type.F64 && ignoresSigns(f) && Double.longBitsToDouble(want.lo()) == Double.longBitsToDouble(got.lo())) return;
        if (got.poison() || got.lo() != want.lo() || got.hi() != want.hi()) {
            throw new AssertionError("@" + f.name + List.of(args) + " was " + want + ", is " + got);
        }
    }

    /** Some operation has the flag nsz. */
    private static boolean ignoresSigns(Function f) {
        for (org.jcc.ir.Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) if (i.has(Inst.NSZ)) return true;
        return false;
    }

    private static Type resultType(Function f) {
        for (org.jcc.ir.Block b : f.blocks) {
            Inst t = b.terminator();
            if (t.op == org.jcc.ir.Op.RET && t.argCount() == 1) return t.arg(0).type;
        }
        return Type.VOID;
    }
}
