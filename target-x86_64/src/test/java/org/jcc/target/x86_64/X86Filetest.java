package org.jcc.target.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Filetests of code generation for x86-64: {@code run} makes an executable of the IR and runs it, {@code mir} prints
 * machine code after a pass. Arguments are options: {@code -O1 -fPIC -fPIE -fno-plt -mcmodel=large}.
 */
class X86Filetest {
    private static final Map<String, Filetest.Command> COMMANDS = new HashMap<>();

    static {
        COMMANDS.put("run", t -> run(t.input(), t.args()));
        COMMANDS.put("mir", t -> mir(t.input(), t.args()));
    }

    static Module lowered(String text) {
        Module m = IrParser.parse("test.jir", text.getBytes(StandardCharsets.UTF_8), X86Target.INFO, new Diagnostics(new SourceManager()));
        for (Pass p : LoweringPasses.rows(X86Target.MACHINE)) {
            for (Symbol s : List.copyOf(m.symbols)) if (s instanceof Function f && f.isDefinition()) p.function().run(m, f);
        }
        Verifier.check(m, "after lowering");
        return m;
    }

    static CodegenOptions options(List<String> args) {
        CodegenOptions o = new CodegenOptions();
        o.verify = true;
        for (String a : args) {
            switch (a) {
                case "-O1" -> o.optLevel = 1;
                case "-fPIC" -> o.pic = true;
                case "-fPIE" -> o.pie = true;
                case "-fno-plt" -> o.noPlt = true;
                case "-mcmodel=large" -> o.codeModel = CodegenOptions.CodeModel.LARGE;
                case "-ffunction-sections" -> o.functionSections = true;
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

    private static String mir(String text, List<String> args) {
        Module m = lowered(text);
        CodegenOptions o = options(args);
        StringBuilder sb = new StringBuilder();
        o.dump = (pass, f) -> {
            if (!pass.equals(args.get(0))) return;
            String once = MirPrinter.print(f);
            MFunction again = new MFunction(f.ir);
            MirParser.parse(once, again, X86Target::row);
            assertEquals(once, MirPrinter.print(again));
            sb.append(once);
        };
        for (Symbol s : m.symbols) if (s instanceof Function f && f.isDefinition()) Codegen.compile(f, o, X86Target.MACHINE);
        return sb.toString();
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
