package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Verifier;
import org.jcc.ir.interp.Interpreter;
import org.jcc.ir.testing.RandomIr;
import org.junit.jupiter.api.Test;

/** Random modules mean the same before and after the passes, and after printing and parsing. */
class RandomTest {
    private static final int SEEDS = Integer.getInteger("jcc.seeds", 40);
    private static final int FIRST = Integer.getInteger("jcc.seed", 0);

    private static String run(Module m, String what) {
        Interpreter.Options o = new Interpreter.Options();
        o.capture = true;
        o.stepLimit = 5_000_000;
        o.stackBytes = 1 << 20;
        Interpreter.Result r = Interpreter.run(m, o, "random");
        if (r.trap() != null && r.trap().startsWith("step limit")) return null;
        assertNull(r.trap(), what);
        return new String(r.output(), StandardCharsets.UTF_8);
    }

    @Test
    void passesKeepTheMeaning() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            String what = "seed " + seed;
            RandomIr.Options options = new RandomIr.Options();
            options.vectors = true;
            Module m = RandomIr.make(seed, null, options);
            Verifier.check(m, what);
            String text = IrPrinter.print(m);
            assertEquals(text, IrPrinter.print(IrParser.parse(text)), what);
            String want = run(m, what);
            if (want == null) continue;
            int level = 1 + seed % 3;
            Module o = IrParser.parse(text);
            Passes.optimize(o, level, true);
            String optimized = IrPrinter.print(o);
            assertEquals(want, run(o, what), what);
            Module twice = IrParser.parse(text);
            Passes.optimize(twice, level, false);
            assertEquals(optimized, IrPrinter.print(twice), what + ": not the same twice");
            // A second round must find the module stable in meaning, too.
            Passes.optimize(o, level, true);
            assertEquals(want, run(o, what), what + ", second round");
        }
    }
}
