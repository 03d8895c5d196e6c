package org.jcc.opt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
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
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
