package org.jcc.target.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.codegen.Codegen;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.IrPasses;
import org.jcc.codegen.LoweringPasses;
import org.jcc.codegen.MachinePasses;
import org.jcc.codegen.mir.MachinePass;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.codegen.testing.MachineFiletest;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;
import org.jcc.ir.Verifier;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Filetests of code generation for x86-64: {@code run} makes an executable of the IR and runs it, {@code mir} prints
 * machine code after a machine pass, {@code lower} the IR after a row of the code generator's IR passes. Arguments are options:
 * {@code -O1 -O2 -fPIC -fPIE -fno-plt -mcmodel=large -ffunction-sections -freorder-blocks-and-partition}.
 *
 * <p>The tests below count: what a table names has a filetest of that name.
 */
class X86Filetest {
    private static final Path FOLDER = Path.of("src/test/filetests");
    private static final MachineFiletest FILES = new MachineFiletest(X86Target.MACHINE, X86Target::row, FOLDER);
    private static final Map<String, Filetest.Command> COMMANDS = new HashMap<>();

    static {
        COMMANDS.put("run", t -> run(t.input(), t.args()));
        COMMANDS.put("lower", t -> lower(t.input(), t.args().get(0)));
        COMMANDS.put("mir", t -> FILES.mir(t, options(t.args())));
    }

    /** The lowered module's text after the row of that name. */
    private static String lower(String text, String row) {
        Module m = FILES.parsed(text);
        for (Pass p : LoweringPasses.rows(X86Target.MACHINE)) {
            MachineFiletest.run(p, m);
            if (p.name().equals(row)) {
                Verifier.check(m, "after " + row);
                return IrPrinter.print(m).replaceFirst("module \".*\"\n", "");
            }
        }
        throw new IllegalArgumentException("no row " + row);
    }

    static Module lowered(String text) {
        return FILES.lowered(text);
    }

    static CodegenOptions options(List<String> args) {
        CodegenOptions o = new CodegenOptions();
        o.verify = true;
        for (String a : args) {
            switch (a) {
                case "-O1" -> o.optLevel = 1;
                case "-O2" -> o.optLevel = 2;
                case "--chaos=spill" -> {
                    o.optLevel = 1;
                    o.chaos = org.jcc.codegen.regalloc.Chaos.SPILL;
                }
                case "--chaos=regs4" -> {
                    o.optLevel = 1;
                    o.chaos = org.jcc.codegen.regalloc.Chaos.REGS4;
                }
                case "--chaos=parts" -> {
                    o.optLevel = 2;
                    o.reorderFunctions = o.partition = true;
                    o.chaos = org.jcc.codegen.regalloc.Chaos.PARTS;
                }
                case "-fPIC" -> o.pic = true;
                case "-fPIE" -> o.pie = true;
                case "-fschedule-insns2" -> o.schedule = true;
                case "-fno-plt" -> o.noPlt = true;
                case "-mcmodel=large" -> o.codeModel = CodegenOptions.CodeModel.LARGE;
                case "-ffunction-sections" -> o.functionSections = true;
                case "-freorder-blocks-and-partition" -> o.reorderFunctions = o.partition = true;
                default -> { }
            }
        }
        return o;
    }

    static byte[] object(Module m, CodegenOptions o) {
        Diagnostics d = new Diagnostics(new SourceManager());
        ObjectBuilder out = new ObjectBuilder(X86Isa.INSTANCE, d, null);
        Codegen.emit(m, o, X86Target.MACHINE, out);
        byte[] b = out.finish();
        if (d.hasErrors()) throw new AssertionError(d.render(false));
        return b;
    }

    private static String run(String text, List<String> args) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "needs gcc to link");
        Path dir = Files.createTempDirectory("jcc-run");
        try {
            Path obj = dir.resolve("t.o");
            Path exe = dir.resolve("t");
            Files.write(obj, object(lowered(text), options(args)));
            List<String> link = new ArrayList<>(List.of("gcc", obj.toString(), "-o", exe.toString(), "-lm"));
            link.add(args.contains("-fPIC") || args.contains("-fPIE") ? "-pie" : "-no-pie");
            String problems = output(dir, link);
            if (!problems.isEmpty()) throw new AssertionError(problems);
            return output(dir, List.of(exe.toString()));
        } finally {
            try (Stream<Path> s = Files.list(dir)) {
                for (Path p : s.toList()) Files.delete(p);
            }
            Files.delete(dir);
        }
    }

    /** The command's output; its status as a last line if it is not 0. */
    private static String output(Path dir, List<String> command) throws IOException, InterruptedException {
        Path log = dir.resolve("log");
        Process p = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!p.waitFor(20, TimeUnit.SECONDS)) {
            p.destroyForcibly();
            return "timeout\n";
        }
        String s = Files.readString(log, StandardCharsets.ISO_8859_1);
        return p.exitValue() == 0 ? s : s + "exit " + p.exitValue() + "\n";
    }

    /** Each group of selection rules has a filetest of its name, with every operation of the group in it. */
    @Test
    void everyRuleGroupHasAFiletest() throws Exception {
        for (RuleGroup g : RuleGroup.values()) FILES.checkRuleGroup(g.name(), g.operations);
    }

    /** Each row of {@link IrPasses} has a filetest of its name in {@code lower/}, in which it changes something. */
    @Test
    void everyLoweringPassHasAFiletest() throws Exception {
        String before = null;
        for (Pass p : LoweringPasses.rows(X86Target.MACHINE)) {
            Path file = FOLDER.resolve("lower/" + p.name() + ".jir");
            assertTrue(Files.exists(file), "no filetest " + file + " for the pass " + p.name()
                    + ": write it as '; test lower " + p.name() + "'" + MachineFiletest.HOW);
            Filetest t = Filetest.parse(file);
            assertEquals("lower " + p.name(), t.command() + " " + t.args().get(0), file.toString());
            String without = before == null ? IrPrinter.print(FILES.parsed(t.input())).replaceFirst("module \".*\"\n", "") : lower(t.input(), before);
            assertNotEquals(without, lower(t.input(), p.name()), file + ": the pass changes nothing");
            before = p.name();
        }
    }

    /** Each row of {@link MachinePasses} has a filetest of its name in {@code mir/}, in which it changes something. */
    @Test
    void everyMachinePassHasAFiletest() throws Exception {
        for (MachinePass p : MachinePasses.ALL) {
            Path file = FOLDER.resolve("mir/" + p.name() + ".jir");
            assertTrue(Files.exists(file), "no filetest " + file + " for the machine pass " + p.name()
                    + ": write it as '; test mir " + p.name() + " -O1'" + MachineFiletest.HOW);
            Filetest t = Filetest.parse(file);
            assertEquals("mir " + p.name(), t.command() + " " + t.args().get(0), file.toString());
            CodegenOptions o = options(t.args());
            StringBuilder last = new StringBuilder();
            boolean[] changed = new boolean[1];
            o.dump = (pass, f) -> {
                String now = MirPrinter.print(f);
                changed[0] |= pass.equals(p.name()) && !now.contentEquals(last);
                last.replace(0, last.length(), now);
            };
            FILES.compile(lowered(t.input()), o);
            assertTrue(changed[0], file + ": the pass changes nothing");
        }
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        return Filetest.find(FOLDER, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(FOLDER.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
