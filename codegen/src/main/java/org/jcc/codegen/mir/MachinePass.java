package org.jcc.codegen.mir;

import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.TargetMachine;

/**
 * A row of the machine-pass table.
 *
 * @param name     flag, dump file and timing label
 * @param required it cannot be disabled
 * @param requires what holds before
 * @param ensures  what holds from here on
 * @param run      the pass; false if the function cannot be compiled
 */
public record MachinePass(String name, boolean required, String requires, String ensures, Body run) {
    /** A pass over one function. */
    @FunctionalInterface
    public interface Body {
        boolean apply(MFunction f, TargetMachine target, CodegenOptions options);
    }
}
