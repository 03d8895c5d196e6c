package org.jcc.target.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.asm.AsmPrinter;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.riscv64.RvIsa;
import org.jcc.codegen.Codegen;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.LoweringPasses;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MirParser;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.ir.Function;
import org.jcc.ir.IrParser;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
import org.jcc.ir.Verifier;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Filetests of code generation for RISC-V: {@code asm} prints the assembly text, {@code mir} machine code after a pass. Arguments are
 * options: {@code -O1 -fPIC -fPIE}. That the code runs right is the seam probe's matter.
 */
class RvFiletest {
    private static Module lowered(String text) {
        Diagnostics d = new Diagnostics(new SourceManager());
        Module m = IrParser.parse("test.jir", text.getBytes(StandardCharsets.UTF_8), RvTarget.INFO, d);
        if (d.hasErrors()) throw new AssertionError(d.render(false));
        for (Pass p : LoweringPasses.rows(RvTarget.MACHINE)) {
            for (Symbol s : List.copyOf(m.symbols)) if (s instanceof Function f && f.isDefinition()) p.function().run(m, f);
        }
        Verifier.check(m, "after lowering");
        return m;
    }

    private static CodegenOptions options(List<String> args) {
        CodegenOptions o = new CodegenOptions();
        o.verify = true;
        o.ident = null;
        o.asynchronousUnwindTables = args.contains("-g");
        if (args.contains("-O1")) o.optLevel = 1;
        o.pic = args.contains("-fPIC");
        o.pie = args.contains("-fPIE");
        return o;
    }

    private static String asm(Filetest t) {
        Diagnostics d = new Diagnostics(new SourceManager());
        AsmPrinter text = new AsmPrinter();
        ObjectBuilder out = new ObjectBuilder(RvIsa.INSTANCE, d, text);
        Codegen.emit(lowered(t.input()), options(t.args()), RvTarget.MACHINE, out);
        out.finish();
        if (d.hasErrors()) throw new AssertionError(d.render(false));
        return text.text();
    }

    private static String mir(Filetest t) {
        Module m = lowered(t.input());
        CodegenOptions o = options(t.args());
        StringBuilder sb = new StringBuilder();
        o.dump = (pass, f) -> {
            if (!pass.equals(t.args().get(0))) return;
            String once = MirPrinter.print(f);
            MFunction again = new MFunction(f.ir);
            MirParser.parse(once, again, RvTarget::row);
            assertEquals(once, MirPrinter.print(again));
            sb.append(once);
        };
        for (Symbol s : m.symbols) if (s instanceof Function f && f.isDefinition()) Codegen.compile(f, o, RvTarget.MACHINE);
        return sb.toString();
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream().map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(),
                () -> Filetest.run(f, Map.of("asm", RvFiletest::asm, "mir", RvFiletest::mir))));
    }
}
