package org.jcc.ir;

import java.io.PrintStream;

/**
 * Counts the optional steps of a compile, of the optimiser and of the code generator alike, and leaves out those after the
 * n-th ({@code --opt-bisect=N}): the least N with which a program fails names the pass and the function that break it.
 */
public final class Bisection {
    private final long limit;
    private final PrintStream out;
    private long count;

    /** @param limit steps that are done @param out gets a line for each step */
    public Bisection(long limit, PrintStream out) {
        this.limit = limit;
        this.out = out;
    }

    /** True if the step is to be done. @param function its name, or null for a step on the module */
    public boolean next(String label, String function) {
        boolean on = ++count <= limit;
        out.println("bisect: " + (on ? "running " : "not running ") + count + " " + label + (function == null ? "" : " on " + function));
        return on;
    }
}
