package org.jcc.opt;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrPrinter;

/**
 * {@code --check-locations}: which passes lose source locations, on which line tables, remarks and "inlined from" stand. An instruction
 * that a pass makes takes the location of what it replaces; one that survives keeps its own. Reported is what has none after a pass,
 * unless it had none before it. Functions that come without locations (IR text) are left alone.
 */
final class LocationCheck {
    private static final int SHOWN = 3;

    private final Function f;
    private final boolean located;
    private final Set<Inst> without = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Looks at the function before a pass. */
    LocationCheck(Function f) {
        this.f = f;
        boolean any = false;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.loc == 0) without.add(i);
                else any = true;
            }
        }
        located = any;
    }

    /** What the pass of that label lost, a line an instruction; empty if nothing. */
    String after(String label) {
        StringBuilder sb = new StringBuilder();
        if (!located) return "";
        int count = 0;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.loc != 0 || without.contains(i) || ++count > SHOWN) continue;
                sb.append("location lost: ").append(label).append(" on ").append(f.name).append(": ").append(IrPrinter.print(i)).append('\n');
            }
        }
        if (count > SHOWN) sb.append("location lost: ").append(label).append(" on ").append(f.name).append(": ").append(count - SHOWN).append(" more\n");
        return sb.toString();
    }
}
