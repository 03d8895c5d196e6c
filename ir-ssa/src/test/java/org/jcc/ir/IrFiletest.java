package org.jcc.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.ir.interp.Interpreter;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The filetests of the IR: round trips, parse errors, verifier reports, interpreter runs. */
class IrFiletest {
    private static final Map<String, Filetest.Command> COMMANDS = new HashMap<>();

    static {
        // Printed text equals the input without its comments.
        COMMANDS.put("roundtrip", t -> {
            Module m = IrParser.parse(t.input());
            String once = IrPrinter.print(m, true);
            String comments = t.input().replaceAll("(?m)^;.*\n", "");
            assertEquals(comments, once);
            assertEquals(once, IrPrinter.print(IrParser.parse(once), true));
            return "";
        });
        // The diagnostics of a text that does not parse.
        COMMANDS.put("parse-error", t -> {
            Diagnostics d = new Diagnostics(new SourceManager());
            Module m = IrParser.parse(t.file().getFileName().toString(), t.input().getBytes(StandardCharsets.UTF_8), null, d);
            return m != null ? "no error" : d.render(false);
        });
        // The verifier's report.
        COMMANDS.put("verify", t -> {
            StringBuilder sb = new StringBuilder();
            for (Verifier.Problem p : Verifier.verify(IrParser.parse(t.input()))) sb.append(p).append('\n');
            return sb.toString();
        });
        // What main prints, and how it ends.
        COMMANDS.put("interp", t -> {
            Module m = IrParser.parse(t.input());
            Verifier.check(m, "as written");
            Interpreter.Options o = new Interpreter.Options();
            o.capture = true;
            o.stepLimit = 1_000_000;
            Interpreter.Result r = Interpreter.run(m, o, "test");
            String text = new String(r.output(), StandardCharsets.UTF_8);
            if (!text.isEmpty() && !text.endsWith("\n")) text += "\n";
            return text + (r.trap() != null ? "trap: " + r.trap() : "exit " + r.status());
        });
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
