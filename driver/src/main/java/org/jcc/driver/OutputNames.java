package org.jcc.driver;

import org.jcc.frontend.pp.DepWriter;

/**
 * The names of what a command writes for one input, as gcc makes them (its manual, Overall Options: -dumpdir, -dumpbase, -save-temps;
 * Preprocessor Options: -MD).
 *
 * <pre>
 *   -c a.c             a.o     a.i a.s      a.d
 *   -c a.c -o d/x.o    d/x.o   d/x.i d/x.s  d/x.d      -save-temps=cwd: x.i x.s
 *   a.c                a.out   a.i a.s      a.d
 *   b.c                a.out   a-b.i a-b.s  a-b.d
 *   b.c -o d/x         d/x     d/x-b.i …    d/x.d
 * </pre>
 */
record OutputNames(Command c, String input) {
    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }

    /** Of the object or assembly text. */
    String output(String suffix) {
        return c.output != null ? c.output : stem(base(input)) + suffix;
    }

    /** Of a file beside the output: a kept temporary, a report. */
    String auxiliary(String suffix) {
        String from = stem(base(input));
        if (c.stop == Command.Stop.LINK) {
            String dir = c.output == null ? "" : c.output.substring(0, c.output.length() - base(c.output).length());
            String program = c.output == null ? "a" : base(c.output);
            boolean alone = c.inputs.stream().filter(i -> i.language() != Command.Language.OBJECT).count() == 1;
            from = dir + (alone && program.equals(from) ? "" : program + "-") + from;
        } else if (c.output != null && !c.output.equals("-")) {
            from = stem(c.output);
        }
        return from + suffix;
    }

    /** Of a file that -save-temps keeps. */
    String temporary(String suffix) {
        return c.saveTempsInCwd ? base(auxiliary(suffix)) : auxiliary(suffix);
    }

    /** Of the file of dependencies beside the output. */
    String dependencies() {
        return c.output != null ? stem(c.output) + ".d" : auxiliary(".d");
    }

    /** What the rule of dependencies makes, quoted for make. */
    String target() {
        boolean output = c.dependenciesBeside && !c.dependenciesOfPreprocessor && c.output != null && c.stop != Command.Stop.PREPROCESS;
        return DepWriter.quote(output ? c.output : DepWriter.defaultTarget(input));
    }
}
