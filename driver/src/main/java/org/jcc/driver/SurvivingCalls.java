package org.jcc.driver;

import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.support.Diagnostics;

/**
 * Calls of functions with the attributes {@code error} and {@code warning} (GCC manual, "Common Function Attributes") that no pass has
 * found to be dead: reported where they stand, as late as their code is certain to be made. And calls of {@code always_inline} functions for
 * instruction sets that the caller does not have.
 */
final class SurvivingCalls {
    private SurvivingCalls() {}

    static void report(Module m, Diagnostics d) {
        for (Symbol s : m.symbols) {
            if (!(s instanceof Function f) || !f.isDefinition()) continue;
            for (Inst c : f.constants()) {
                if (c.op != Op.SYMBOL || !(c.symbol() instanceof Function g)) continue;
                boolean foreign = g.is(Function.ALWAYS_INLINE) && !m.target.features().includes(f.features, g.features);
                if (g.callError == null && g.callWarning == null && !foreign) continue;
                for (int u = 0; u < c.useCount(); u++) {
                    if (c.user(u).op != Op.CALL || c.userSlot(u) != 0) continue;
                    if (foreign) d.error(c.user(u).loc, "inlining failed in call to 'always_inline' '" + g.name + "': target specific option mismatch");
                    else report(g, c.user(u).loc, d);
                }
            }
        }
    }

    private static void report(Function g, int loc, Diagnostics d) {
        if (g.callError != null) d.error(loc, "call to '" + g.name + "' declared with attribute error: " + g.callError);
        else d.warning(loc, "attribute-warning", "call to '" + g.name + "' declared with attribute warning: " + g.callWarning);
    }
}
