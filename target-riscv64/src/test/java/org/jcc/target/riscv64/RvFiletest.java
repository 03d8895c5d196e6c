package org.jcc.target.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrParser;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
import org.jcc.ir.Verifier;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
        o.unwindTables = args.contains("-g");
        if (args.contains("-O1")) o.optLevel = 1;
        if (args.contains("-O2")) o.optLevel = 2;
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
            // Inline assembly has no text form.
            if (!once.contains("\n    asm ")) {
                MFunction again = new MFunction(f.ir);
                MirParser.parse(once, again, RvTarget::row);
                assertEquals(once, MirPrinter.print(again));
            }
            sb.append(once);
        };
        for (Symbol s : m.symbols) if (s instanceof Function f && f.isDefinition()) Codegen.compile(f, o, RvTarget.MACHINE);
        return sb.toString();
    }

    private static final Path FOLDER = Path.of("src/test/filetests");

    /** Each group of selection rules has a filetest of its name, with every operation of the group in it. */
    @Test
    void everyRuleGroupHasAFiletest() throws Exception {
        for (RuleGroup g : RuleGroup.values()) {
            Path file = FOLDER.resolve("select/" + g.name().toLowerCase(Locale.ROOT) + ".jir");
            String how = ": write it as '; test mir select', functions in IR, and run this class with -Djcc.bless=true; then read what it wrote";
            assertTrue(Files.exists(file), "no filetest " + file + " for the rule group " + g + how);
            Filetest t = Filetest.parse(file);
            assertEquals("mir select", t.command() + " " + t.args().get(0), file.toString());
            Set<Op> left = EnumSet.noneOf(Op.class);
            left.addAll(List.of(g.operations));
            for (Symbol s : lowered(t.input()).symbols) {
                if (!(s instanceof Function f)) continue;
                for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) left.remove(i.op);
            }
            assertEquals(Set.of(), left, file + " has no such operation" + how);
        }
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        return Filetest.find(FOLDER, ".jir").stream().map(f -> DynamicTest.dynamicTest(FOLDER.relativize(f).toString(), f.toUri(),
                () -> Filetest.run(f, Map.of("asm", RvFiletest::asm, "mir", RvFiletest::mir))));
    }
}
