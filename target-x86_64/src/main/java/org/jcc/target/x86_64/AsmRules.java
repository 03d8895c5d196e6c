package org.jcc.target.x86_64;

import org.jcc.ir.Inst;

final class AsmRules {
    private AsmRules() {}

    static void select(X86Selector s, Inst i) {
        throw new IllegalStateException("inline assembly");
    }
}
