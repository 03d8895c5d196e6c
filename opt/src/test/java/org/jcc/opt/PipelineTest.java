package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jcc.ir.Bisection;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Pass;
import org.jcc.ir.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every pass gets for free: disabling, dumping, stopping, bisecting, timing, the check of the order. */
class PipelineTest {
    private static final String TEXT = """
            func @f(i32): i32 {
            b0 (v0: i32):
              v1 = alloca ptr "x" #4 align 4
              store v1, v0 align 4
              v2 = load i32 v1 align 4
              v3 = add i32 v2, i32 0
              ret v3
            }
            func @g(): i32 {
            b0:
              ret i32 1
            b1:
              ret i32 2
            }
            """;

    private final Module m = IrParser.parse(TEXT);
    private final Pipeline.Options o = new Pipeline.Options();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String run() {
        o.out = new PrintStream(out, true);
        Pipeline p = new Pipeline(Passes.EARLY, Passes.ORDERS);
        p.run(m, o);
        if (o.time) assertTrue(p.times.containsKey("mem2reg"), p.times.toString());
        return IrPrinter.print(m);
    }

    @Test
    void levelZeroRunsWhatIsRequired() {
        String s = run();
        assertTrue(s.contains("alloca"), s);
        assertTrue(!s.contains("b1"), s);
    }

    @Test
    void levelOne() {
        o.level = 1;
        o.time = true;
        assertTrue(run().contains("  ret v0\n"));
    }

    /** What takes callees in, or answers a question for good, has one place. */
    @Test
    void questionsAreAnsweredOnce() {
        for (String once : List.of("inline", "restrict", "subobjects", "object-sizes", "constant-p", "argument-scalars", "vectorize", "unroll")) {
            assertEquals(1, Passes.EARLY.stream().filter(p -> p.name().equals(once)).count(), once);
        }
    }

    @Test
    void levelForDebugging() {
        o.level = 1;
        m.symbols.forEach(s -> { if (s instanceof Function f && f.name.equals("f")) f.attributes |= Function.OPT_DEBUG; });
        Set<String> done = new TreeSet<>();
        o.watch = (label, f) -> done.add(f.name + " " + label);
        run();
        assertTrue(done.contains("f mem2reg") && done.contains("g sroa") && done.contains("g licm"), done.toString());
        assertTrue(!done.contains("f sroa") && !done.contains("f licm"), done.toString());
    }

    @Test
    void disabled() {
        o.level = 1;
        o.disabled.add("mem2reg");
        o.disabled.add("fre");
        o.disabled.add("unreachable");
        String s = run();
        assertTrue(s.contains("alloca"), s);
        assertTrue(!s.contains("b1"), "a required pass was disabled");
    }

    @Test
    void dumps(@TempDir Path dir) throws Exception {
        o.level = 1;
        o.dumps.put("mem2reg", "f");
        o.stopAfter = "mem2reg";
        o.dumpAll = dir;
        run();
        assertEquals("; after mem2reg\nfunc @f(i32): i32 {\nb0 (v0: i32):\n  v1 = add i32 v0, i32 0\n  ret v1\n}\n", out.toString());
        try (var files = Files.list(dir)) {
            assertTrue(files.anyMatch(p -> p.getFileName().toString().matches("f\\.\\d+\\.mem2reg\\.jir")));
        }
    }

    @Test
    void stopsAfter() {
        o.level = 1;
        o.stopAfter = "mem2reg";
        assertTrue(run().contains("add i32 v0, i32 0"));
    }

    @Test
    void bisects() {
        o.level = 1;
        o.bisection = new Bisection(2, new PrintStream(out, true));
        assertTrue(run().contains("alloca"));
        assertTrue(out.toString().contains("bisect: running 2 ") && out.toString().contains("bisect: not running 3 "), out.toString());
    }

    @Test
    void bisectionFindsAPlantedBug() {
        Pass planted = Pass.optional("planted", 1, "turns every returned 1 into 3", (m, f) -> {
            for (Block b : f.blocks) if (b.last.op == Op.RET && b.last.arg(0).isConst(1)) b.last.setArg(0, f.iconst(Type.I32, 3));
        }, "nothing", "nothing");
        List<Pass> passes = List.of(Passes.byName("mem2reg"), Passes.byName("simplify"), planted, Passes.byName("dce"));
        // The least number of steps with which g() is wrong; "good" at low, "bad" at high.
        int low = 0;
        int high = 100;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (wrong(passes, middle)) high = middle;
            else low = middle;
        }
        out.reset();
        assertTrue(wrong(passes, high));
        assertTrue(out.toString().contains("bisect: running " + high + " planted on g\n"), out.toString());
    }

    private boolean wrong(List<Pass> passes, int steps) {
        Module fresh = IrParser.parse(TEXT);
        Pipeline.Options options = new Pipeline.Options();
        options.level = 1;
        options.bisection = new Bisection(steps, new PrintStream(out, true));
        new Pipeline(passes, List.of()).run(fresh, options);
        return IrPrinter.print(fresh).contains("ret i32 3");
    }

    @Test
    void orderIsChecked() {
        Pass a = Passes.byName("mem2reg");
        Pass b = Passes.byName("sroa");
        assertThrows(IllegalArgumentException.class, () -> new Pipeline(List.of(a, b), Passes.ORDERS));
    }

    @Test
    void aBreachOfThePassIsFoundAndNamed() {
        Pass bad = Pass.optional("bad", 1, "breaks the function", (m, f) -> f.entry().last.unlink(), "nothing", "nothing");
        o.level = 1;
        o.verify = true;
        String message = assertThrows(IllegalStateException.class, () -> new Pipeline(List.of(bad), List.of()).run(m, o)).getMessage();
        assertTrue(message.contains("after bad"), message);
    }

    /** An instruction without a location, new or not, is a finding, unless it had none before or the function comes without any. */
    @Test
    void lostLocationsAreReported() {
        Pass makes = Pass.optional("makes", 1, "makes an instruction of nowhere", (m, f) -> {
            Inst i = f.newInst(Op.FREEZE, Type.I32, f.iconst(Type.I32, 1));
            i.insertBefore(f.entry().last);
        }, "nothing", "nothing");
        Pass forgets = Pass.optional("forgets", 1, "forgets where the first instruction came from", (m, f) -> f.entry().first.loc = 0, "nothing", "nothing");
        for (Block b : ((Function) m.symbol("f")).blocks) for (Inst i = b.first; i != null; i = i.next) i.loc = 7;
        o.level = 1;
        o.checkLocations = true;
        o.out = new PrintStream(out, true);
        new Pipeline(List.of(makes, makes, forgets), List.of()).run(m, o);
        assertEquals("""
                location lost: makes on f: v4 = freeze i32 i32 1
                location lost: makes.2 on f: v5 = freeze i32 i32 1
                location lost: forgets on f: v1 = alloca ptr "x" #4 align 4
                """, out.toString());
    }

    @Test
    void theTableIsPrinted() {
        String s = new Pipeline(Passes.table(), List.of()).print(0);
        for (Pass p : Passes.table()) assertTrue(s.contains(p.name() + " ") && s.contains(p.what()), p.name());
    }
}
