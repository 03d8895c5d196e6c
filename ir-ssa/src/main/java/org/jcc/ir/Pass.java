package org.jcc.ir;

/**
 * A row of the pass table. The name is the flag, the dump file and the label of the timing. {@code opt} and
 * {@code codegen} make rows, the driver assembles them into one pipeline.
 *
 * @param name     lower case with hyphens
 * @param what     what it does, one line
 * @param function the work, or null if {@code module} has it
 * @param module   the work on the whole module, or null
 * @param required runs at every level and cannot be disabled
 * @param level    the least {@code -O} level that runs it, if it is not required
 * @param requires what must hold before
 * @param ensures  what holds after
 * @param blurs    takes from a debugger what the source says, the values of variables above all: not done for {@code -Og}
 */
public record Pass(String name, String what, OnFunction function, OnModule module, boolean required, int level, String requires, String ensures, boolean blurs) {
    /** Works on one function that has blocks. */
    public interface OnFunction {
        void run(Module m, Function f);
    }

    /** Works on one function when those that it calls have been through the same and all earlier function passes, but for cycles. */
    public interface BottomUp extends OnFunction {}

    /** Works on the module: between functions. */
    public interface OnModule {
        void run(Module m);
    }

    /** Where a pipeline has both, the first {@code before} comes before the first {@code after}. */
    public record Order(String before, String after, String because) {}

    public Pass {
        if (!isName(name)) throw new IllegalArgumentException("pass name " + name);
        if ((function == null) == (module == null)) throw new IllegalArgumentException("pass " + name + " works on functions or on the module");
    }

    /** Words of small letters and digits with hyphens between them. */
    private static boolean isName(String s) {
        char before = '-';
        for (int k = 0; k < s.length(); k++) {
            char c = s.charAt(k);
            if (c == '-' ? before == '-' : (c < 'a' || c > 'z') && (c < '0' || c > '9')) return false;
            before = c;
        }
        return before != '-';
    }

    public Pass(String name, String what, OnFunction function, OnModule module, boolean required, int level, String requires, String ensures) {
        this(name, what, function, module, required, level, requires, ensures, false);
    }

    /** The same pass, run whatever the level and the function. */
    public Pass always() {
        return new Pass(name, what, function, module, true, 0, requires, ensures);
    }

    /** The same pass, not done on functions that are compiled for debugging ({@link Function#OPT_DEBUG}). */
    public Pass blurring() {
        return new Pass(name, what, function, module, required, level, requires, ensures, true);
    }

    /** An optimisation of functions from {@code -O<level>} on. */
    public static Pass optional(String name, int level, String what, OnFunction work, String requires, String ensures) {
        return new Pass(name, what, work, null, false, level, requires, ensures);
    }

    /** A part of every compile. */
    public static Pass required(String name, String what, OnFunction work, String requires, String ensures) {
        return new Pass(name, what, work, null, true, 0, requires, ensures);
    }
}
