package org.jcc.driver;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.codegen.IrPasses;
import org.jcc.codegen.MachinePasses;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.legal.StackProtector;
import org.jcc.driver.view.FunctionPage;
import org.jcc.ir.Bisection;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;
import org.jcc.opt.Passes;
import org.jcc.opt.Pipeline;
import org.jcc.support.Diagnostics;

/**
 * Assembles the one pipeline from the rows of the optimiser and of the code generator, and applies the developer's options.
 *
 * <pre>
 *   optimise in C shape ─► runtime calls, ABI lowering ─► optimise what that left ─► legalise
 * </pre>
 */
final class Pipelines {
    /** What {@code -foptimize-sibling-calls} turns on and off. */
    private static final List<String> SIBLINGS = List.of("sibling-calls", "tail-recursion");

    private final Command c;
    private final Diagnostics d;
    private final PrintStream err;

    Pipelines(Command c, Diagnostics d, PrintStream err) {
        this.c = c;
        this.d = d;
        this.err = err;
    }

    static Pipeline whole(Command c) {
        IrPasses target = target(c);
        List<Pass> passes = new ArrayList<>(Passes.EARLY);
        passes.addAll(target.lowering());
        passes.addAll(Passes.LATE);
        passes.addAll(target.legalisation());
        if (Boolean.TRUE.equals(c.siblingCalls) && c.optimize > 0) passes.replaceAll(p -> SIBLINGS.contains(p.name()) ? p.always() : p);
        List<Pass.Order> orders = new ArrayList<>(Passes.ORDERS);
        orders.addAll(IrPasses.ORDERS);
        return new Pipeline(passes, orders);
    }

    private static IrPasses target(Command c) {
        TargetMachine t = c.target.machine();
        return new IrPasses(t.abi(), t.legality(), c.jumpTables && !c.codeModel.equals("large"), guard(c, t.frame().guard()));
    }

    /** The stack protector's number where {@code -mstack-protector-guard} and its like say, or the target. */
    private static StackProtector.Guard guard(Command c, StackProtector.Guard usual) {
        if (c.guard == null && c.guardRegister == null && c.guardSymbol == null && c.guardOffset == null) return usual;
        if ("global".equals(c.guard)) return StackProtector.Guard.variable(c.guardSymbol != null ? c.guardSymbol : "__stack_chk_guard");
        int space = guardSpace(c.guardRegister, usual.space());
        long offset = c.guardOffset != null ? c.guardOffset : c.guardSymbol != null ? 0 : usual.offset();
        return new StackProtector.Guard(c.guardSymbol, space == Inst.SPACE_FLAT, space, offset);
    }

    /** The address space of the guards that are counted from a register; -1 if the target, whose own space is {@code usual}, has no such register. */
    private static int guardSpace(String register, int usual) {
        if (register == null) return usual;
        boolean segments = usual != Inst.SPACE_FLAT;
        return switch (register) {
            case "fs" -> segments ? Inst.SPACE_FS : -1;
            case "gs" -> segments ? Inst.SPACE_GS : -1;
            case "tp" -> segments ? -1 : Inst.SPACE_FLAT;
            default -> -1;
        };
    }

    static String table(Command c) {
        return whole(c).print(c.optimize) + MachinePasses.print();
    }

    /** The passes whose result is still in the shape of C, which the interpreter runs. */
    Pipeline beforeAbi() {
        return new Pipeline(Passes.EARLY, List.of());
    }

    /** What {@code --opt-bisect} asks for, one count for all stages; null for nothing. */
    Bisection bisection() {
        String bisect = c.developer.get("opt-bisect");
        if (bisect == null) return null;
        try {
            return new Bisection(Long.parseLong(bisect), err);
        } catch (NumberFormatException e) {
            d.error(0, "--opt-bisect=" + bisect + ": not a number");
            return null;
        }
    }

    /** The whole pipeline, or what {@code --passes=} names; null after an error. */
    Pipeline forCommand() {
        Pipeline whole = whole(c);
        if (guardSpace(c.guardRegister, c.target.machine().frame().guard().space()) < 0) {
            d.error(0, "'" + c.guardRegister + "' is not a valid base register in '-mstack-protector-guard-reg='");
        }
        for (String option : new String[] {"disable", "dump", "stop-after"}) {
            for (String name : list(option)) {
                String pass = option.equals("dump") && name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
                boolean machine = !option.equals("stop-after") && MachinePasses.has(pass);
                if (!machine && !whole.has(pass)) d.error(0, "--" + option + "=" + name + ": there is no pass '" + pass + "' (see --print-passes)");
            }
        }
        if (!c.developer.containsKey("passes")) return d.hasErrors() ? null : whole;
        List<Pass> chosen = new ArrayList<>();
        IrPasses target = target(c);
        List<Pass> all = new ArrayList<>(Passes.table());
        all.addAll(target.lowering());
        all.addAll(target.legalisation());
        for (String name : list("passes")) {
            Pass found = null;
            for (Pass p : all) if (p.name().equals(name)) found = p;
            if (found == null) d.error(0, "--passes=" + name + ": there is no pass '" + name + "' (see --print-passes)");
            else chosen.add(found.always());
        }
        return d.hasErrors() ? null : new Pipeline(chosen, List.of());
    }

    List<String> list(String option) {
        String v = c.developer.get(option);
        return v == null || v.isEmpty() ? List.of() : List.of(v.split(","));
    }

    /** True if {@code --stop-after} ended the run. */
    boolean run(Pipeline p, Module m, Bisection bisection, FunctionPage page) {
        Pipeline.Options o = new Pipeline.Options();
        // Named passes run whatever the level.
        o.level = c.developer.containsKey("passes") ? 3 : c.optimize;
        o.disabled.addAll(list("disable"));
        if (Boolean.FALSE.equals(c.siblingCalls)) o.disabled.addAll(SIBLINGS);
        if (!c.adjacentLoads) o.disabled.add("adjacent-loads");
        if (Boolean.FALSE.equals(c.unrollLoops)) o.disabled.add("partial-unroll");
        if (Boolean.FALSE.equals(c.unswitchLoops)) o.disabled.add("unswitch-more");
        if (Boolean.FALSE.equals(c.loopVectorize != null ? c.loopVectorize : c.vectorize)) o.disabled.add("vectorize");
        if (Boolean.FALSE.equals(c.slpVectorize != null ? c.slpVectorize : c.vectorize)) o.disabled.add("slp");
        m.unrollLoops = Boolean.TRUE.equals(c.unrollLoops);
        m.peelLoops = Boolean.TRUE.equals(c.peelLoops) || c.peelLoops == null && m.unrollLoops;
        m.unswitchLoops = Boolean.TRUE.equals(c.unswitchLoops);
        for (String dump : list("dump")) {
            int colon = dump.indexOf(':');
            o.dumps.put(colon < 0 ? dump : dump.substring(0, colon), colon < 0 ? "*" : dump.substring(colon + 1));
        }
        if (c.developer.containsKey("dump-all")) o.dumpAll = Path.of(c.developer.get("dump-all"));
        o.stopAfter = c.developer.get("stop-after");
        o.verify = c.verify;
        if (page != null) o.watch = page::ir;
        o.checkLocations = c.checkLocations;
        o.time = c.timePasses;
        o.out = err;
        o.bisection = bisection;
        p.run(m, o);
        return p.stopped;
    }
}
