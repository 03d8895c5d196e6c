package org.jcc.codegen;

import java.util.List;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MachinePass;
import org.jcc.codegen.regalloc.Checker;
import org.jcc.codegen.regalloc.FastAllocator;

/** The table of machine passes, in order. */
public final class MachinePasses {
    private MachinePasses() {}

    public static final List<MachinePass> ALL = List.of(
            new MachinePass("select", true, "legal, ABI-lowered IR", "machine code in SSA form", MachinePasses::select),
            new MachinePass("regalloc", true, "machine code in SSA form", "no virtual registers", MachinePasses::allocate),
            new MachinePass("branches", false, "no virtual registers", "no jump to the next block", Branches::run),
            new MachinePass("frame", true, "all slots are known", "every slot has a place", FrameLayout::run));

    /** True if a pass has that name. */
    public static boolean has(String name) {
        for (MachinePass p : ALL) if (p.name().equals(name)) return true;
        return false;
    }

    private static boolean select(MFunction f, TargetMachine t, CodegenOptions o) {
        t.selection().selector(t, o, f.ir, f).run();
        return true;
    }

    private static boolean allocate(MFunction f, TargetMachine t, CodegenOptions o) {
        FrameLayout.findRealignment(f, t);
        Checker checker = o.verify ? new Checker(f) : null;
        FastAllocator.run(f, t, FrameLayout.reserved(f, t, o));
        if (checker != null) checker.check();
        return true;
    }
}
