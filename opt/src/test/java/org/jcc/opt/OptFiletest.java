package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.ir.Function;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
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

    @Test
    void everyPassAndRuleGroupHasAFiletest() {
        for (Pass p : Passes.table()) assertTrue(Files.exists(Path.of("src/test/filetests/opt/" + p.name() + ".jir")), "no filetest for the pass " + p.name());
        for (Rules.Group g : Rules.Group.values()) {
            assertTrue(Files.exists(Path.of("src/test/filetests/simplify/" + g.name().toLowerCase(Locale.ROOT) + ".jir")), "no filetest for the rules " + g);
        }
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
