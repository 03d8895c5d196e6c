package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.ir.Function;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The filetests of the optimiser: {@code test opt a,b,c} shows the module after the passes. */
class OptFiletest {
    private static final Map<String, Filetest.Command> COMMANDS = new HashMap<>();

    static {
        COMMANDS.put("opt", t -> {
            Module m = IrParser.parse(t.input());
            Pipeline.Options o = new Pipeline.Options();
            o.verify = true;
            o.level = 2;
            target(m, t);
            if (t.args().contains("O3")) o.level = 3;
            Passes.pipeline(t.args().get(0), List.of()).run(m, o);
            return IrPrinter.print(m).replaceFirst("module \".*\"\n", "");
        });
        // The functions after simplification, each compared with itself before, in the interpreter.
        COMMANDS.put("simplify", t -> {
            Module before = IrParser.parse(t.input());
            Module m = IrParser.parse(t.input());
            Pipeline.Options o = new Pipeline.Options();
            o.verify = true;
            Passes.pipeline("simplify,dce", List.of()).run(m, o);
            for (Symbol s : m.symbols) if (s instanceof Function f && f.isDefinition()) Refinement.check(before, (Function) before.symbol(f.name), m, f);
            return IrPrinter.print(m).replaceFirst("module \".*\"\n", "");
        });
    }

    /** What the test says of the target: {@code vectors} of 16 bytes, {@code popcnt}. */
    private static void target(Module m, Filetest t) {
        if (t.args().contains("vectors")) {
            m.vectors = f -> (op, type) -> type.size == 16;
            m.shuffles = f -> (type, order) -> type.size == 16;
        }
        if (t.args().contains("popcnt")) m.vectors = f -> (op, type) -> op == Op.POPCNT && (type == Type.I32 || type == Type.I64);
    }

    /** Each row of {@link Passes} has a filetest of its name, in which it changes something; so does each group of simplification rules. */
    @Test
    void everyPassAndRuleGroupHasAFiletest() throws Exception {
        String how = ", functions in IR that it changes, and run this class with -Djcc.bless=true; then read what it wrote";
        for (Pass p : Passes.table()) {
            Path file = Path.of("src/test/filetests/opt/" + p.name() + ".jir");
            assertTrue(Files.exists(file), "no filetest " + file + " for the pass " + p.name() + ": write it as '; test opt " + p.name() + "'" + how);
            Filetest t = Filetest.parse(file);
            List<String> passes = List.of(t.args().get(0).split(","));
            assertTrue(t.command().equals("opt") && passes.contains(p.name()), file + " does not run the pass");
            List<String> others = new ArrayList<>(passes);
            others.removeAll(List.of(p.name()));
            Module without = IrParser.parse(t.input());
            if (!others.isEmpty()) Passes.pipeline(String.join(",", others), List.of()).run(without, new Pipeline.Options());
            Module with = IrParser.parse(t.input());
            Pipeline.Options o = new Pipeline.Options();
            target(with, t);
            if (t.args().contains("O3")) o.level = 3;
            Passes.pipeline(t.args().get(0), List.of()).run(with, o);
            assertNotEquals(IrPrinter.print(without), IrPrinter.print(with), file + ": the pass changes nothing");
        }
        for (Rules.Group g : Rules.Group.values()) {
            Path file = Path.of("src/test/filetests/simplify/" + g.name().toLowerCase(Locale.ROOT) + ".jir");
            assertTrue(Files.exists(file), "no filetest " + file + " for the rules " + g + ": write it as '; test simplify'" + how);
        }
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
