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
        // The static profile: the text with frequencies, and the loop forest of each function.
        COMMANDS.put("frequency", t -> {
            Module m = IrParser.parse(t.input());
            Verifier.check(m, "as written");
            StringBuilder sb = new StringBuilder();
            for (Symbol s : m.symbols) {
                if (!(s instanceof Function f) || !f.isDefinition()) continue;
                BlockFrequency profile = new BlockFrequency(f);
                profile.store();
                f.renumber();
                sb.append(IrPrinter.print(f));
                LoopForest forest = profile.forest();
                for (LoopForest.Loop l : forest.loops) {
                    sb.append("; loop ").append(name(l.header)).append(" depth ").append(l.depth).append(l.irreducible ? " irreducible" : "");
                    sb.append(l.parent == null ? "" : " in " + name(l.parent.header)).append(" own");
                    for (Block b : l.own) sb.append(' ').append(name(b));
                    for (Inst x : forest.latches(l)) sb.append(" latch ").append(name(x.block));
                    for (LoopForest.Exit e : forest.exits(l)) sb.append(" exit ").append(name(e.from())).append("->").append(name(e.to()));
                    sb.append('\n');
                }
            }
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

    private static String name(Block b) {
        return "b" + b.index;
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests");
        return Filetest.find(folder, ".jir").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, COMMANDS)));
    }
}
