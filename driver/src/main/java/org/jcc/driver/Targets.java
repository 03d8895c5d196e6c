package org.jcc.driver;

import org.jcc.support.TargetInfo;

/** The targets by name, as the front end sees them. */
final class Targets {
    /** x86-64 with the System V psABI. */
    static final TargetInfo X86_64 = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16,
            TargetInfo.VaList.SYSV_X86_64, true, 8, null);

    private Targets() {}
}
