package org.jcc.driver;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

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
        return switch (tool) {
            case "jcc-ar" -> archive("ar", args, out, err);
            case "jcc-ranlib" -> archive("ranlib", args, out, err);
            default -> Driver.run(args, in, out, err);
        };
    }

    private static int archive(String tool, List<String> args, PrintStream out, PrintStream err) {
        err.println("jcc-" + tool + ": not here yet");
        return 1;
    }
}
