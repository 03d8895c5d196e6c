package org.jcc.driver;

import org.jcc.codegen.TargetMachine;
import org.jcc.support.TargetInfo;
import org.jcc.target.x86_64.X86Target;

/** The targets by name, as the front end sees them. */
final class Targets {
    /** x86-64 with the System V psABI. */
    static final TargetInfo X86_64 = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16,
            TargetInfo.VaList.SYSV_X86_64, true, 8, null);

    private Targets() {}

    static TargetMachine machine() {
        return X86Target.machine(X86_64);
    }
}
