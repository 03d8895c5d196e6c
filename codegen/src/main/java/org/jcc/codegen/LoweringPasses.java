package org.jcc.codegen;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Pass;

/** All of {@link IrPasses}' rows in one list: from the C shape to what the target selects, with nothing of the optimiser between. */
public final class LoweringPasses {
    private LoweringPasses() {}

    /** The rows for a target, in order. */
    public static List<Pass> rows(TargetMachine t) {
        IrPasses p = new IrPasses(t.abi(), t.legality(), true, t.frame().guard());
        List<Pass> all = new ArrayList<>(p.lowering());
        all.addAll(p.legalisation());
        return all;
    }
}
