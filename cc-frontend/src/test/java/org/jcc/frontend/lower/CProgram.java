package org.jcc.frontend.lower;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jcc.frontend.check.CheckOptions;
import org.jcc.frontend.check.Checker;
import org.jcc.frontend.parse.CParser;
import org.jcc.frontend.parse.Dialect;
import org.jcc.frontend.pp.IncludeCache;
import org.jcc.frontend.pp.PpOptions;
import org.jcc.frontend.pp.Preprocessor;
import org.jcc.frontend.pp.SourceText;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Verifier;
import org.jcc.ir.interp.Interpreter;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;
import org.jcc.support.TargetInfo;

/** From C text to a verified module, in one process: what the tests of lowering use, and a program to try files by hand. */
public final class CProgram {
    /** x86-64, as far as the front end knows it. */
    static final TargetInfo TARGET = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16, TargetInfo.VaList.SYSV_X86_64,
            true, 8, new TargetInfo.AsmNames() {
        @Override
        public int number(String name) {
            return -1;
        }

        @Override
        public String readRegister(String name) {
            return "read " + name + ", %0";
        }

        @Override
        public String writeRegister(String name) {
            return "write " + name + ", %0";
        }

        @Override
        public String saveExceptions(boolean x87) {
            return x87 ? "save x87 %0, %1" : "save %0, %1";
        }

        @Override
        public String restoreExceptions(boolean x87) {
            return x87 ? "restore x87 %0, %1" : "restore %0, %1";
        }

        @Override
        public TargetInfo.ConstraintKind constraint(char letter) {
            return switch (letter) {
                case 'r', 'q', 'a', 'b', 'c', 'd', 'S', 'D', 'x', 't', 'u', 'f', 'R', 'Q', 'l' -> TargetInfo.ConstraintKind.REGISTER;
                case 'm', 'o', 'V', 'p' -> TargetInfo.ConstraintKind.MEMORY;
                case 'i', 'n', 'I', 'J', 'K', 'N', 'e', 's' -> TargetInfo.ConstraintKind.IMMEDIATE;
                case 'g', 'X' -> TargetInfo.ConstraintKind.ANY;
                default -> TargetInfo.ConstraintKind.INVALID;
            };
        }

        @Override
        public boolean isRegister(String name) {
            return name.matches("[re]?[abcd]x|[re]?[sd]i|[re]?[sb]p|[abcd][hl]|r[0-9]+[dwb]?|xmm[0-9]+|st(\\([0-7]\\))?|memory|cc|flags|fpsr|dirflag");
        }
    });

    private CProgram() {}

    /** What became of a text: the module, or null with the diagnostics. */
    record Result(Module module, String diagnostics) {}

    static Result compile(String name, byte[] text, Lowering.Options options, CheckOptions check) {
        SourceManager sources = new SourceManager();
        Names names = new Names();
        Diagnostics d = new Diagnostics(sources);
        Preprocessor pp = new Preprocessor(new PpOptions(), sources, names, d, IncludeCache.shared());
        Module m = new Module(name, TARGET);
        m.sources = sources;
        try {
            pp.start(name, SourceText.of(name, text, 0));
            Checker checker = new Checker(d, names, TARGET, check, new Lowering(m, options, d));
            new CParser(pp, names, d, TARGET, Dialect.GNU17).parse(checker::accept);
            checker.finish();
        } catch (Diagnostics.Fatal e) {
            return new Result(null, d.render(false));
        }
        if (d.hasErrors()) return new Result(null, d.render(false));
        Verifier.check(m, "lowering");
        return new Result(m, d.render(false));
    }

    /** Output of main, then how it ended. */
    static String run(Module m) {
        Interpreter.Options o = new Interpreter.Options();
        o.capture = true;
        o.stepLimit = 100_000_000;
        Interpreter.Result r = Interpreter.run(m, o, "test");
        String text = new String(r.output(), StandardCharsets.UTF_8);
        if (!text.isEmpty() && !text.endsWith("\n")) text += "\n";
        return text + (r.trap() != null ? "trap: " + r.trap() : "exit " + r.status());
    }

    /** {@code CProgram file.c…}: runs each; {@code -ir}: prints the module; {@code -check}: only compiles; {@code -q}: prints bad endings only. */
    public static void main(String[] args) throws Exception {
        List<String> flags = List.of(args).stream().filter(a -> a.startsWith("-")).toList();
        int bad = 0;
        for (String a : args) {
            if (a.startsWith("-")) continue;
            String outcome;
            try {
                Result r = compile(a, Files.readAllBytes(Path.of(a)), new Lowering.Options(), CheckOptions.GNU17);
                if (r.module == null) outcome = r.diagnostics;
                else if (flags.contains("-ir")) outcome = IrPrinter.print(r.module);
                else if (flags.contains("-check")) outcome = "ok";
                else outcome = run(r.module);
            } catch (Throwable t) {
                java.io.StringWriter w = new java.io.StringWriter();
                t.printStackTrace(new java.io.PrintWriter(w));
                outcome = "CRASH " + w;
            }
            boolean good = outcome.endsWith("exit 0") || outcome.equals("ok");
            if (!good) bad++;
            if (!good || !flags.contains("-q")) System.out.println("== " + a + "\n" + outcome.stripTrailing());
        }
        System.out.flush();
        System.exit(bad == 0 ? 0 : 1);
    }
}
