package org.jcc.frontend.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.frontend.ast.TypedConsumer;
import org.jcc.frontend.parse.CParser;
import org.jcc.frontend.parse.Dialect;
import org.jcc.frontend.pp.IncludeCache;
import org.jcc.frontend.pp.PpOptions;
import org.jcc.frontend.pp.Preprocessor;
import org.jcc.frontend.pp.SourceText;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetInfo.ConstraintKind;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The filetests of the checker: {@code test check [Wall] [Wextra] [pedantic]} gives the diagnostics, one a line. */
class CheckFiletest {
    private static final TargetInfo.AsmNames REGISTERS = new TargetInfo.AsmNames() {
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
        public ConstraintKind constraint(char letter) {
            return "rqabcdSDxtuf".indexOf(letter) >= 0 ? ConstraintKind.REGISTER : "moV".indexOf(letter) >= 0 ? ConstraintKind.MEMORY
                    : "inIJKNe".indexOf(letter) >= 0 ? ConstraintKind.IMMEDIATE : ConstraintKind.INVALID;
        }

        @Override
        public boolean isRegister(String name) {
            return name.matches("[re]?[abcd]x|r[0-9]+");
        }
    };
    static final TargetInfo TARGET = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16,
            TargetInfo.VaList.SYSV_X86_64, true, 8, REGISTERS);

    /** Checks a text; the result has what was reported. */
    static Diagnostics check(String name, byte[] text, TypedConsumer consumer, String... warnings) {
        SourceManager sources = new SourceManager();
        Names names = new Names();
        Diagnostics d = new Diagnostics(sources);
        for (String w : warnings) d.enable(w.startsWith("W") ? w.substring(1) : w, true);
        Preprocessor pp = new Preprocessor(new PpOptions(), sources, names, d, IncludeCache.shared());
        try {
            pp.start(name, SourceText.of(name, text, 0));
            Checker checker = new Checker(d, names, TARGET, CheckOptions.GNU17, consumer);
            new CParser(pp, names, d, TARGET, Dialect.GNU17).parse(checker::accept);
            checker.finish();
        } catch (Diagnostics.Fatal e) {
            // Reported.
        }
        return d;
    }

    private static String run(Filetest t) {
        Diagnostics d = check("t.c", t.input().getBytes(StandardCharsets.UTF_8), TypedConsumer.DISCARD, t.args().toArray(new String[0]));
        StringBuilder sb = new StringBuilder();
        for (Diagnostics.Diagnostic x : d.all()) {
            line(sb, d, x);
            x.notes().forEach(n -> line(sb, d, n));
        }
        return sb.toString();
    }

    private static void line(StringBuilder sb, Diagnostics d, Diagnostics.Diagnostic x) {
        SourceManager.Position p = d.sources().position(x.loc());
        String word = switch (x.severity()) {
            case ERROR -> "error";
            case FATAL -> "fatal error";
            case SORRY -> "sorry, unimplemented";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
        sb.append(p.line()).append(':').append(p.column()).append(": ").append(word).append(": ").append(x.message());
        if (x.option() != null) sb.append(" [-W").append(x.option()).append(']');
        sb.append('\n');
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests/check");
        return Filetest.find(folder, ".c").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, Map.of("check", CheckFiletest::run))));
    }
}
