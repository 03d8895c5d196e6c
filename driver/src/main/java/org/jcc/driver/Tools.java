package org.jcc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jcc.link.Ar;
import org.jcc.link.Link;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/** Chooses the tool by the name that jcc was called by: a first argument {@code --tool=NAME}, which the launcher adds. */
public final class Tools {
    private static final String TOOL = "--tool=";

    private Tools() {}

    /** Runs a tool; see {@link Driver#run} for the parameters. */
    public static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        String tool = "jcc";
        if (!args.isEmpty() && args.get(0).startsWith(TOOL)) {
            tool = args.get(0).substring(TOOL.length());
            args = args.subList(1, args.size());
        }
        List<String> arguments = args;
        return switch (tool) {
            case "jcc-ar" -> finish(tool, err, d -> Ar.ar(arguments, d, out));
            case "jcc-ranlib" -> finish(tool, err, d -> Ar.ranlib(arguments, d));
            case "jcc-ld" -> ld(arguments, err);
            case "jcc-as" -> Driver.run(assembler(arguments), in, out, err);
            default -> Driver.run(targeted(tool, arguments), in, out, err);
        };
    }

    /** {@code riscv64-linux-gnu-jcc} is {@code jcc --target=riscv64-linux-gnu}. */
    private static List<String> targeted(String tool, List<String> args) {
        if (!tool.endsWith("-jcc")) return args;
        List<String> all = new ArrayList<>(List.of("--target=" + tool.substring(0, tool.length() - 4)));
        all.addAll(args);
        return all;
    }

    private interface Tool {
        int run(Diagnostics d);
    }

    private static int finish(String tool, PrintStream err, Tool t) {
        Diagnostics d = new Diagnostics(new SourceManager());
        int status = t.run(d);
        err.print(d.render(false).replace("jcc: ", tool + ": "));
        return status != 0 || d.hasErrors() ? 1 : 0;
    }

    private static int ld(List<String> args, PrintStream err) {
        try {
            return Link.main(args, err);
        } catch (IOException e) {
            err.println("jcc-ld: error: " + e.getMessage());
            return 1;
        }
    }

    /** GNU as's command line: every input is assembly, the output defaults to a.out. */
    private static List<String> assembler(List<String> args) {
        List<String> out = new ArrayList<>(List.of("-x", "assembler", "-c"));
        boolean named = false;
        boolean input = false;
        for (int i = 0; i < args.size(); i++) {
            String a = args.get(i);
            switch (a) {
                case "--64", "-W", "--warn", "--noexecstack", "-Qy", "-Qn", "--fatal-warnings" -> { }
                default -> {
                    named |= a.startsWith("-o");
                    input |= !a.startsWith("-") || a.equals("-");
                    out.add(a.equals("--") ? "-" : a);
                    if (a.equals("-o") && i + 1 < args.size()) out.add(args.get(++i));
                }
            }
        }
        if (!named) out.addAll(List.of("-o", "a.out"));
        if (!input) out.add("-");
        return out;
    }
}
