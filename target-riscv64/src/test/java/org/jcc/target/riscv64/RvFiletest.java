package org.jcc.target.riscv64;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.asm.AsmPrinter;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.riscv64.RvIsa;
import org.jcc.codegen.Codegen;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.schedule.Scheduling;
import org.jcc.codegen.testing.MachineFiletest;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Filetests of code generation for RISC-V: {@code asm} prints the assembly text, {@code mir} machine code after a pass, {@code cycles} what scheduling gains by its own model. Arguments are
 * options: {@code -O1 -fPIC -fPIE}. That the code runs right is the seam probe's matter.
 */
class RvFiletest {
    private static final Path FOLDER = Path.of("src/test/filetests");
    private static final MachineFiletest FILES = new MachineFiletest(RvTarget.MACHINE, RvTarget::row, FOLDER);

    private static CodegenOptions options(List<String> args) {
        CodegenOptions o = new CodegenOptions();
        o.verify = true;
        o.ident = null;
        o.unwindTables = args.contains("-g");
        if (args.contains("-O1")) o.optLevel = 1;
        if (args.contains("-O2")) o.optLevel = 2;
        if (args.contains("-fno-schedule-insns2")) o.schedule = false;
        o.pic = args.contains("-fPIC");
        o.pie = args.contains("-fPIE");
        return o;
    }

    private static String asm(Filetest t) {
        Diagnostics d = new Diagnostics(new SourceManager());
        AsmPrinter text = new AsmPrinter();
        ObjectBuilder out = new ObjectBuilder(RvIsa.INSTANCE, d, text);
        Codegen.emit(FILES.lowered(t.input()), options(t.args()), RvTarget.MACHINE, out);
        out.finish();
        if (d.hasErrors()) throw new AssertionError(d.render(false));
        return text.text();
    }

    /** Cycles of one call by the model, before and after the pass. */
    private static String cycles(Filetest t) {
        StringBuilder sb = new StringBuilder();
        CodegenOptions o = options(t.args());
        o.dump = (pass, f) -> {
            if (pass.equals("shrink-wrap")) sb.append(f.ir.name).append(String.format(": %.1f", Scheduling.cycles(f, RvTarget.MACHINE, o)));
            if (pass.equals("schedule")) sb.append(String.format(" to %.1f%n", Scheduling.cycles(f, RvTarget.MACHINE, o)));
        };
        FILES.compile(FILES.lowered(t.input()), o);
        return sb.toString();
    }

    /** Each group of selection rules has a filetest of its name, with every operation of the group in it. */
    @Test
    void everyRuleGroupHasAFiletest() throws Exception {
        for (RuleGroup g : RuleGroup.values()) FILES.checkRuleGroup(g.name(), g.operations);
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        return Filetest.find(FOLDER, ".jir").stream().map(f -> DynamicTest.dynamicTest(FOLDER.relativize(f).toString(), f.toUri(),
                () -> Filetest.run(f, Map.of("asm", RvFiletest::asm, "cycles", RvFiletest::cycles, "mir", t -> FILES.mir(t, options(t.args()))))));
    }
}
