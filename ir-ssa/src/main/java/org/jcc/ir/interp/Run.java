package org.jcc.ir.interp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcc.ir.IrParser;
import org.jcc.ir.Module;
import org.jcc.ir.Verifier;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/** For developers: {@code Run file.jir arguments…} verifies and interprets a module in its text form. */
public final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException {
        Diagnostics d = new Diagnostics(new SourceManager());
        Module m = IrParser.parse(args[0], Files.readAllBytes(Path.of(args[0])), null, d);
        if (m == null) {
            System.err.print(d.render(false));
            System.exit(1);
        }
        Verifier.check(m, "as written");
        Interpreter.Result r = Interpreter.run(m, new Interpreter.Options(), args);
        if (r.trap() != null) System.err.println("trap: " + r.trap());
        System.exit(r.status());
    }
}
