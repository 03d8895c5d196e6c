package org.jcc.frontend.lower;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.frontend.check.CheckOptions;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The filetests of lowering: programs run by the interpreter, and IR as text. */
class LowerFiletest {
    private static final Map<String, Filetest.Command> COMMANDS = new HashMap<>();

    static {
        COMMANDS.put("run", t -> CProgram.run(module(t)));
        COMMANDS.put("ir", t -> IrPrinter.print(module(t)));
        // What is refused, and how.
        COMMANDS.put("sorry", t -> CProgram.compile(t.file().getFileName().toString(), t.input().getBytes(StandardCharsets.UTF_8), options(t), CheckOptions.GNU17).diagnostics());
    }

    private static Lowering.Options options(Filetest t) {
        Lowering.Options o = new Lowering.Options();
        o.strictAliasing = t.args().contains("strict-aliasing");
        o.wrapv = t.args().contains("wrapv");
        o.trapv = t.args().contains("trapv");
        o.common = t.args().contains("common");
        o.pic = t.args().contains("pic");
        o.instrument = t.args().contains("instrument");
        // Without it the interpreter runs all: exception flags are assembly.
        o.trappingMath = t.args().contains("trapping-math");
        o.keepInlineBodies = t.args().contains("keep-inline");
        return o;
    }

    private static Module module(Filetest t) {
        CProgram.Result r = CProgram.compile(t.file().getFileName().toString(), t.input().getBytes(StandardCharsets.UTF_8), options(t), CheckOptions.GNU17);
        assertNotNull(r.module(), r.diagnostics());
        return r.module();
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests/lower");
        return Filetest.find(folder, ".c").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
