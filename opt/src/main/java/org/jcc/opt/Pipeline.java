package org.jcc.opt;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jcc.ir.Bisection;
import org.jcc.ir.CallGraph;
import org.jcc.ir.Function;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
import org.jcc.ir.Verifier;

/**
 * A list of pass rows that is run over a module. Consecutive function passes take one function through all of them before
 * the next function, callees first if one of them asks for it ({@link Pass.BottomUp}); a module pass waits for all functions. Every developer flag (dumping, disabling, timing, verifying,
 * bisecting) is derived from the rows here and costs a pass nothing.
 *
 * <p>A pass may stand in the list more than once: its second step has the label {@code name.2}, and so on. Flags take
 * either.
 */
public final class Pipeline {
    /** What a run is asked for. Mutable; the driver fills it from the command line. */
    public static final class Options {
        /** {@code -O}: 0 to 3. */
        public int level;
        /** {@code --disable=}: names or labels. */
        public final Set<String> disabled = new HashSet<>();
        /** {@code --dump=pass[:function]}: the function's text after the pass, "*" for all. */
        public final Map<String, String> dumps = new LinkedHashMap<>();
        /** {@code --dump-all=dir}: a file for each function and step. */
        public Path dumpAll;
        /** Sees every function after every step done on it, and all of them after a step on the module; null: nobody looks. */
        public BiConsumer<String, Function> watch;
        /** {@code --stop-after=}: label, or null. */
        public String stopAfter;
        /** {@code --verify}: check after every pass. */
        public boolean verify;
        /** {@code --check-locations}: report what loses its source location, see {@link LocationCheck}. */
        public boolean checkLocations;
        /** {@code --opt-bisect=N}: which optional steps (counted over functions) are done; null: all. */
        public Bisection bisection;
        /** {@code --time-passes}: nanoseconds by label are collected. */
        public boolean time;
        /** Where dumps and bisect reports go. */
        public PrintStream out = System.err;
    }

    /** An internal error in a pass, with what is needed to see it again. */
    public static final class PassFailure extends RuntimeException {
        PassFailure(String label, String function, RuntimeException cause) {
            super("in pass " + label + (function == null ? "" : " on " + function) + ": " + cause.getMessage(), cause);
        }
    }

    private record Step(Pass pass, String label, int number) {}

    private final List<Step> steps = new ArrayList<>();
    /** Nanoseconds by label, in order of the steps. */
    public final Map<String, Long> times = new LinkedHashMap<>();
    /** True after a run that {@code --stop-after} ended. */
    public boolean stopped;

    /** Checks the orders. */
    public Pipeline(List<Pass> passes, List<Pass.Order> orders) {
        Map<String, Integer> count = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (Pass p : passes) {
            int n = count.merge(p.name(), 1, Integer::sum);
            first.putIfAbsent(p.name(), steps.size());
            steps.add(new Step(p, n == 1 ? p.name() : p.name() + "." + n, steps.size()));
        }
        for (Pass.Order o : orders) {
            Integer a = first.get(o.before());
            Integer b = first.get(o.after());
            if (a != null && b != null && a > b) throw new IllegalArgumentException(o.before() + " must come before " + o.after() + ", because " + o.because());
        }
    }

    /** True if some step has that name or label. */
    public boolean has(String name) {
        for (Step s : steps) if (matches(s, name)) return true;
        return false;
    }

    private static boolean matches(Step s, String name) {
        return s.label.equals(name) || s.pass.name().equals(name);
    }

    /** The table for {@code --print-passes}. */
    public String print(int level) {
        StringBuilder sb = new StringBuilder();
        for (Step s : steps) {
            Pass p = s.pass;
            sb.append(String.format("%-18s %-9s %-4s %s%n", s.label, p.required() ? "required" : "-O" + p.level(), runs(s, level) ? "on" : "off", p.what()));
            sb.append(String.format("%-18s   requires %s; ensures %s%n", "", p.requires(), p.ensures()));
        }
        return sb.toString();
    }

    private static boolean runs(Step s, int level) {
        return s.pass.required() || level >= s.pass.level();
    }

    /** Runs the steps over the module: on each function those of its own level. */
    public void run(Module m, Options o) {
        List<Step> active = new ArrayList<>();
        m.level = o.level;
        stopped = false;
        for (Step s : steps) {
            boolean off = !s.pass.required() && (o.disabled.contains(s.label) || o.disabled.contains(s.pass.name()));
            if (!off && (s.pass.function() != null || runs(s, o.level))) active.add(s);
            if (o.stopAfter != null && s.label.equals(o.stopAfter)) {
                stopped = true;
                break;
            }
        }
        if (o.time) for (Step s : active) times.putIfAbsent(s.label, 0L);
        if (o.verify) Verifier.check(m, "before the passes");
        for (int i = 0; i < active.size(); ) {
            if (active.get(i).pass.module() != null) {
                step(m, null, active.get(i++), o);
                continue;
            }
            int end = i;
            while (end < active.size() && active.get(end).pass.function() != null) end++;
            boolean bottomUp = false;
            for (int k = i; k < end; k++) bottomUp |= active.get(k).pass.function() instanceof Pass.BottomUp;
            if (bottomUp) {
                for (Function f : new CallGraph(m).bottomUp) {
                    for (int k = i; k < end; k++) step(m, f, active.get(k), o);
                    f.node.done = true;
                }
                i = end;
                continue;
            }
            // Passes may declare functions (runtime calls): by index.
            for (int s = 0; s < m.symbols.size(); s++) {
                if (!(m.symbols.get(s) instanceof Function f) || !f.isDefinition()) continue;
                for (int k = i; k < end; k++) step(m, f, active.get(k), o);
            }
            i = end;
        }
    }

    private void step(Module m, Function f, Step s, Options o) {
        if (!s.pass.required()) {
            if (f != null && (f.level(o.level) < s.pass.level() || s.pass.blurs() && f.is(Function.OPT_DEBUG))) return;
            if (o.bisection != null && !o.bisection.next(s.label, f == null ? null : f.name)) return;
        }
        LocationCheck locations = o.checkLocations && f != null ? new LocationCheck(f) : null;
        long start = o.time ? System.nanoTime() : 0;
        try {
            if (f != null) s.pass.function().run(m, f);
            else s.pass.module().run(m);
        } catch (RuntimeException e) {
            throw new PassFailure(s.label, f == null ? null : f.name, e);
        }
        if (o.time) times.merge(s.label, System.nanoTime() - start, Long::sum);
        if (locations != null) o.out.print(locations.after(s.label));
        if (o.verify) {
            if (f != null) Verifier.check(m, f, "after " + s.label);
            else Verifier.check(m, "after " + s.label);
        }
        if (o.watch != null) {
            if (f != null) o.watch.accept(s.label, f);
            else for (Symbol x : m.symbols) if (x instanceof Function g && g.isDefinition()) o.watch.accept(s.label, g);
        }
        if (!o.dumps.isEmpty()) dump(m, f, s, o);
        if (o.dumpAll != null) dumpAll(m, f, s, o.dumpAll);
    }

    private static void dump(Module m, Function f, Step s, Options o) {
        for (Map.Entry<String, String> d : o.dumps.entrySet()) {
            if (!matches(s, d.getKey())) continue;
            String want = d.getValue();
            if (f == null) {
                Symbol only = want.equals("*") ? null : m.symbol(want);
                o.out.println("; after " + s.label);
                o.out.print(only instanceof Function one ? IrPrinter.print(one) : IrPrinter.print(m));
            } else if (want.equals("*") || want.equals(f.name)) {
                o.out.println("; after " + s.label);
                o.out.print(IrPrinter.print(f));
            }
        }
    }

    private static void dumpAll(Module m, Function f, Step s, Path dir) {
        String file = (f == null ? "module" : f.name.replaceAll("[^A-Za-z0-9_.$-]", "_")) + String.format(".%02d.", s.number) + s.label + ".jir";
        try {
            Files.createDirectories(dir);
            Files.writeString(dir.resolve(file), f == null ? IrPrinter.print(m) : IrPrinter.print(f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
