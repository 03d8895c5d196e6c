package org.jcc.frontend.parse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jcc.frontend.syntax.External;
import org.jcc.frontend.syntax.SyntaxPrinter;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;
import org.jcc.support.TargetInfo;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The filetests of the parser: {@code test parse [std]} prints the diagnostics and the tree, {@code test errors [std]} the
 * diagnostics alone, {@code test accepts [std]} says nothing if all is well.
 */
class ParseFiletest {
    static final TargetInfo TARGET = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16,
            TargetInfo.VaList.SYSV_X86_64, true, 8, null);

    private static final Map<String, Filetest.Command> COMMANDS = Map.of(
            "parse", t -> run(t, true),
            "accepts", t -> run(t, false),
            "errors", t -> run(t, false));

    /** Parses a text; the result has what was reported. */
    static Diagnostics parse(byte[] text, Dialect dialect, Names names, Consumer<External> consumer) {
        SourceManager sources = new SourceManager();
        Diagnostics d = new Diagnostics(sources);
        d.enable("pedantic", true);
        try {
            new CParser(new SimpleLexer(sources, names, "t.c", text), names, d, TARGET, dialect).parse(consumer);
        } catch (Diagnostics.Fatal e) {
            // Reported.
        }
        return d;
    }

    private static String run(Filetest t, boolean print) {
        Names names = new Names();
        SyntaxPrinter printer = new SyntaxPrinter(names);
        Diagnostics d = parse(t.input().getBytes(StandardCharsets.UTF_8), dialect(t.args()), names, print ? printer::print : e -> {});
        return plain(d) + printer.text();
    }

    /** Diagnostics a line each, without source lines. */
    static String plain(Diagnostics d) {
        StringBuilder sb = new StringBuilder();
        for (Diagnostics.Diagnostic x : d.all()) {
            line(sb, d, x);
            x.notes().forEach(n -> line(sb, d, n));
        }
        return sb.toString();
    }

    private static void line(StringBuilder sb, Diagnostics d, Diagnostics.Diagnostic x) {
        SourceManager.Position p = d.sources().position(x.loc());
        sb.append(p.line()).append(':').append(p.column()).append(": ").append(x.severity().name().toLowerCase()).append(": ").append(x.message()).append('\n');
    }

    private static Dialect dialect(List<String> args) {
        if (args.isEmpty()) return Dialect.GNU17;
        String std = args.get(0);
        int year = Integer.parseInt(std.substring(std.length() - 2));
        return new Dialect(year >= 90 ? 1900 + year : 2000 + year, std.startsWith("gnu"));
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests/parse");
        return Filetest.find(folder, ".c").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
