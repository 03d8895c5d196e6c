package org.jcc.codegen;

import java.util.List;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MachinePass;
import org.jcc.codegen.regalloc.Checker;
import org.jcc.codegen.regalloc.CopyPropagation;
import org.jcc.codegen.regalloc.FastAllocator;
import org.jcc.codegen.regalloc.GlobalAllocator;
import org.jcc.codegen.regalloc.MoveCleanup;
import org.jcc.codegen.schedule.Scheduling;

/** The table of machine passes, in order. */
public final class MachinePasses {
    private MachinePasses() {}

    public static final List<MachinePass> ALL = List.of(
            new MachinePass("select", true, "legal, ABI-lowered IR", "machine code in SSA form", MachinePasses::select),
            new MachinePass("copies", false, "machine code in SSA form", "no whole copies between virtual registers", MachinePasses::copies),
            new MachinePass("constants", false, "machine code in SSA form", "no long constant made twice in a block", ConstantReuse::run),
            new MachinePass("extensions", false, "machine code in SSA form", "no extension of what is extended", ExtensionRemoval::run),
            new MachinePass("flags", false, "machine code in SSA form", "no comparison of what the flags tell already", FlagReuse::run),
            new MachinePass("regalloc", true, "machine code in SSA form", "no virtual registers", MachinePasses::allocate),
            new MachinePass("exchanges", false, "no virtual registers", "copies for exchanges where a register is free", Exchanges::run),
            new MachinePass("moves", false, "no virtual registers", "no move to a place that holds the value", MoveCleanup::run),
            new MachinePass("peephole", false, "no virtual registers", "short forms where nobody wants the flags", Peephole::run),
            new MachinePass("tail-merge", false, "no virtual registers", "blocks that are alike become one; for size, those that end alike share their end", TailMerge::run),
            new MachinePass("placement", false, "no virtual registers", "what is most taken falls through", Placement::run),
            new MachinePass("branches", false, "no virtual registers", "no jump to the next block", Branches::run),
            new MachinePass("frame", true, "all slots are known", "every slot has a place", FrameLayout::run),
            new MachinePass("shrink-wrap", false, "every slot has a place", "early exits run without a frame", ShrinkWrap::run),
            new MachinePass("short-copies", false, "the prologue's place", "for size, exchanges where they are shorter than copies", ShortCopies::run),
            new MachinePass("schedule", false, "no virtual registers", "instructions wait less for others", Scheduling::run));

    /** True if a pass has that name. */
    public static boolean has(String name) {
        for (MachinePass p : ALL) if (p.name().equals(name)) return true;
        return false;
    }

    /** The table's continuation of what {@code --print-passes} shows of the IR's passes. */
    public static String print() {
        StringBuilder sb = new StringBuilder();
        for (MachinePass p : ALL) {
            sb.append(String.format("%-18s %-9s on%n%-18s   requires %s; ensures %s%n", p.name(), p.required() ? "required" : "machine", "", p.requires(), p.ensures()));
        }
        return sb.toString();
    }

    private static boolean select(MFunction f, TargetMachine t, CodegenOptions o) {
        f.mayPartition = ColdBlocks.isWanted(f.ir, t, o);
        t.selection().selector(t.registers(), o, f.ir, f).run();
        return true;
    }

    private static boolean copies(MFunction f, TargetMachine t, CodegenOptions o) {
        return f.ir.level(o.optLevel) == 0 || CopyPropagation.run(f, t, o);
    }

    private static boolean allocate(MFunction f, TargetMachine t, CodegenOptions o) {
        FrameLayout.findRealignment(f, t);
        f.firstSpillSlot = f.slots.size();
        Checker checker = o.verify ? new Checker(f) : null;
        long reserved = FrameLayout.reserved(f, t, o);
        boolean global = f.ir.level(o.optLevel) > 0;
        if (global && f.returnsTwice) leaveNoRegister(f, t.registers().calleeSaved() & ~reserved);
        if (!global || !GlobalAllocator.run(f, t, reserved, o.chaos)) FastAllocator.run(f, t, reserved);
        if (checker != null) checker.check();
        return true;
    }

    /**
     * No value lies in a register across a call that returns twice. Those that the caller needs preserved would have their values when it returns
     * again, if everybody who returns there restores them; gcc does not count on that, and neither do we.
     */
    private static void leaveNoRegister(MFunction f, long registers) {
        for (MBlock b : f.blocks) for (MInst i = b.first; i != null; i = i.next) if (i.aux == MInst.TWICE) i.clobbers |= registers;
    }
}
