package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.junit.jupiter.api.Test;

/** Random trees of operations mean the same when they are put together anew, in as many operations or fewer. */
class ReassociateTest {
    private static final int SEEDS = Integer.getInteger("jcc.seeds", 40) * 20;
    private static final String[] TYPES = {"i1", "i8", "i16", "i32", "i64"};
    private static final String[][] FAMILIES = {{"add", "sub", "add", "mulc", "shlc", "mul"}, {"mul", "mul", "shlc", "mulc"}, {"and", "or", "not"}, {"xor", "and", "not", "xor"}, {"add", "sub", "not", "neg"},
            {"add", "and", "or", "xor", "mul", "sub", "shlc"}};

    private static String make(Random r) {
        String type = TYPES[r.nextInt(TYPES.length)];
        String[] ops = FAMILIES[type.equals("i1") ? 2 + r.nextInt(2) : r.nextInt(FAMILIES.length)];
        StringBuilder s = new StringBuilder("func @f(%1$s, %1$s): %1$s {\nb0 (v0: %1$s, v1: %1$s):\n".formatted(type));
        int n = 2;
        int length = 3 + r.nextInt(10);
        for (int k = 0; k < length; k++) {
            // Mostly what was computed last, so that trees grow deep.
            String x = "v" + (n > 2 && r.nextInt(4) > 0 ? n - 1 - r.nextInt(Math.min(2, n - 2)) : r.nextInt(n));
            String y = r.nextInt(5) == 0 ? type + " " + constant(r, type) : "v" + (r.nextInt(3) > 0 ? r.nextInt(2) : r.nextInt(n));
            String op = ops[r.nextInt(ops.length)];
            String flags = r.nextInt(3) == 0 ? " nsw" : "";
            s.append("  v").append(n++).append(" = ").append(switch (op) {
                case "mulc" -> "mul " + type + " " + x + ", " + type + " " + constant(r, type) + flags;
                case "shlc" -> "shl " + type + " " + x + ", " + type + " " + r.nextInt(7) + flags;
                case "not" -> "xor " + type + " " + x + ", " + type + (type.equals("i1") ? " 1" : " -1");
                case "neg" -> "sub " + type + " " + type + " 0, " + x + flags;
                case "add", "sub", "mul" -> op + " " + type + " " + x + ", " + y + flags;
                default -> op + " " + type + " " + x + ", " + y;
            }).append('\n');
        }
        return s.append("  ret v").append(n - 1).append("\n}\n").toString();
    }

    private static long constant(Random r, String type) {
        return type.equals("i1") ? r.nextInt(2) : r.nextInt(3) == 0 ? r.nextInt(256) - 128 : r.nextInt(9) - 4;
    }

    private static int count(Module m) {
        int n = 0;
        for (Block b : ((Function) m.symbol("f")).blocks) for (Inst i = b.first; i != null; i = i.next) n++;
        return n;
    }

    @Test
    void treesKeepTheirMeaning() {
        int gained = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            String text = make(new Random(seed));
            Module before = IrParser.parse(text);
            Pipeline.Options o = new Pipeline.Options();
            o.verify = true;
            Passes.pipeline("dce,gvn", List.of()).run(before, o);
            Module after = IrParser.parse(IrPrinter.print(before));
            Passes.pipeline("reassociate,dce", List.of()).run(after, o);
            assertTrue(count(after) <= count(before), () -> "more operations:\n" + IrPrinter.print(before) + IrPrinter.print(after));
            if (count(after) < count(before)) gained++;
            try {
                Refinement.check(before, (Function) before.symbol("f"), after, (Function) after.symbol("f"));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + IrPrinter.print(before) + IrPrinter.print(after), e);
            }
        }
        assertTrue(gained > SEEDS / 8, "hardly anything gained: " + gained);
    }
}
