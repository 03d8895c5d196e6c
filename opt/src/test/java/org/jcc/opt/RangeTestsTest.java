package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jcc.ir.Block;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.interp.Interpreter;
import org.jcc.ir.interp.Interpreter.Value;
import org.junit.jupiter.api.Test;

/** Random graphs of tests of one value answer as before for every value near their constants, in fewer blocks. */
class RangeTestsTest {
    private static final int SEEDS = Integer.getInteger("jcc.seeds", 40) * 5;
    private static final int[] WIDTHS = {8, 8, 16, 32, 32, 64};
    private static final String[] CONDITIONS = {"eq", "eq", "eq", "eq", "ne", "slt", "sgt", "sle", "sge", "ult", "ugt", "ule", "uge"};

    /** A generated function. */
    private static final class Graph {
        private final StringBuilder text = new StringBuilder();
        private final Random r;
        private final int bits;
        private final long around;
        private int values = 1;

        Graph(int seed) {
            r = new Random(seed);
            bits = WIDTHS[r.nextInt(WIDTHS.length)];
            around = r.nextInt(3) == 0 ? r.nextLong() : r.nextInt(2) == 0 ? r.nextInt(100) : r.nextInt(2) == 0 ? -1L << bits - 1 : -3;
        }

        private long constant() {
            return Fold.normal(bits, r.nextInt(8) == 0 ? r.nextInt(256) : around + r.nextInt(r.nextInt(3) == 0 ? 100 : 12));
        }

        private String define(String what) {
            text.append("  v").append(values).append(" = ").append(what).append('\n');
            return "v" + values++;
        }

        /** A condition of the first parameter. */
        private String condition() {
            String t = "i" + bits;
            String v = "v0";
            long c = constant();
            int wide = bits;
            switch (r.nextInt(9)) {
                case 0 -> v = define("add " + t + " v0, " + t + " " + constant());
                case 1 -> v = define("and " + t + " v0, " + t + " " + Fold.normal(bits, ~(1L << r.nextInt(bits))));
                case 2 -> v = define("or " + t + " v0, " + t + " " + Fold.normal(bits, 1L << r.nextInt(bits) | 1L << r.nextInt(bits)));
                case 3 -> {
                    if (bits < 64) {
                        wide = 64;
                        v = define((r.nextInt(2) == 0 ? "zext" : "sext") + " i64 v0");
                        if (r.nextInt(2) == 0) v = define("add i64 " + v + ", i64 " + constant());
                    }
                }
                default -> { }
            }
            String x = define("icmp i1 " + CONDITIONS[r.nextInt(CONDITIONS.length)] + " " + v + ", i" + wide + " " + c);
            if (r.nextInt(6) > 0) return x;
            if (r.nextInt(3) == 0) return define("xor i1 " + x + ", i1 1");
            return define((r.nextInt(2) == 0 ? "and" : "or") + " i1 " + x + ", " + define("icmp i1 " + CONDITIONS[r.nextInt(CONDITIONS.length)] + " v0, " + t + " " + constant()));
        }

        /** Blocks b0 to bn-1 test and go to later ones; bn to bn+3 answer, the last with what it is told. */
        String make() {
            text.append("func @f(i").append(bits).append("): i32 {\n");
            int n = 2 + r.nextInt(9);
            int answers = 1 + r.nextInt(r.nextInt(3) == 0 ? 8 : 2);
            for (int k = 0; k < n; k++) {
                text.append('b').append(k).append(k == 0 ? " (v0: i%d):\n".formatted(bits) : ":\n");
                String c = condition();
                if (k == n - 1 && r.nextInt(3) == 0) {
                    text.append("  br -> b").append(n + answers + 1).append('(').append(c).append(")\n");
                    continue;
                }
                String on = k + 1 < n ? "b" + (k + 1) : answer(n, answers);
                String out = k + 2 < n && r.nextInt(4) == 0 ? "b" + (k + 2 + r.nextInt(n - k - 2)) : answer(n, answers);
                boolean swap = r.nextInt(3) == 0;
                text.append("  condbr ").append(c).append(" -> ").append(swap ? on : out).append(", ").append(swap ? out : on).append('\n');
            }
            for (int k = 0; k <= answers; k++) text.append('b').append(n + k).append(":\n  ret i32 ").append(k * 10).append('\n');
            text.append('b').append(n + answers + 1).append(" (v").append(values).append(": i1):\n  v").append(values + 1).append(" = zext i32 v").append(values).append("\n  ret v").append(values + 1).append("\n}\n");
            return text.toString();
        }

        private String answer(int n, int answers) {
            int k = r.nextInt(answers + 2);
            return "b" + (n + k) + (k == answers + 1 ? "(i1 " + r.nextInt(2) + ")" : "");
        }
    }

    private static long call(Module m, long x) {
        Interpreter.Options o = new Interpreter.Options();
        o.stackBytes = 1 << 12;
        o.stepLimit = 1000;
        Value v = Interpreter.call(m, (Function) m.symbol("f"), o, new Value(x, 0, false, null));
        assertTrue(!v.poison());
        return v.lo();
    }

    private static int branches(Module m) {
        int n = 0;
        for (Block b : ((Function) m.symbol("f")).blocks) if (b.last.succCount() > 1) n++;
        return n;
    }

    @Test
    void graphsKeepTheirMeaning() {
        int gained = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Graph made = new Graph(seed);
            String text = made.make();
            Module before = IrParser.parse(text);
            Pipeline.Options o = new Pipeline.Options();
            o.verify = true;
            Passes.pipeline("cfg,gvn,dce,cfg", List.of()).run(before, o);
            Module after = IrParser.parse(IrPrinter.print(before));
            Passes.pipeline("range-tests,dce,cfg", List.of()).run(after, o);
            if (branches(after) < branches(before)) gained++;
            else if (IrPrinter.print(before).equals(IrPrinter.print(after))) continue;
            // All bytes; else around the constants, and around the ends of the numbers.
            for (int k = 0; k < 256; k++) {
                long x = made.bits == 8 ? k : k < 160 ? made.around + k - 40 : (k < 200 ? 0 : -1L << made.bits - 1) + k % 40 - 20;
                check(before, after, Fold.normal(made.bits, x), seed);
            }
        }
        assertTrue(gained > SEEDS / 4, "hardly anything gained: " + gained);
    }

    private static void check(Module before, Module after, long x, int seed) {
        try {
            assertEquals(call(before, x), call(after, x));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", value " + x + ": " + e.getMessage() + "\n" + IrPrinter.print(before) + IrPrinter.print(after), e);
        }
    }
}
