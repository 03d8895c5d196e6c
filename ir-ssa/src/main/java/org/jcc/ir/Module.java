package org.jcc.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jcc.support.SourceManager;
import org.jcc.support.TargetInfo;

/** One translation unit: symbols in source order, alias tags, top-level assembly. Mutable. */
public final class Module {
    /** The main file's name, for {@code .file} and diagnostics. */
    public String name;
    public final TargetInfo target;
    /** What locs mean; null for modules read from text. */
    public SourceManager sources;
    /** In order of first appearance in the source; output follows it. */
    public final List<Symbol> symbols = new ArrayList<>();
    private int constantCount;
    private final Map<String, Symbol> byName = new LinkedHashMap<>();
    /** Top-level {@code asm("…")}, each with the number of symbols that precede it. */
    public record TopAsm(String text, int loc, int afterSymbols) {}

    public final List<TopAsm> topAsm = new ArrayList<>();
    /** Registers by name that code of this unit leaves alone: global register variables, {@code -ffixed-REG}. */
    public final java.util.Set<String> fixedRegisters = new java.util.TreeSet<>();
    /** Code is written to the stack: trampolines of nested functions. */
    public boolean executableStack;
    public final AliasTags tags = new AliasTags();
    /** Where passes report what they did; null if nobody asked. */
    public Remarks remarks;
    /** Functions of the C library do what the standard says ({@code -fno-builtin} off). */
    public boolean builtins = true;
    /** Those of which nothing is known all the same ({@code -fno-builtin-NAME}). */
    public final java.util.Set<String> noBuiltin = new java.util.TreeSet<>();
    /** Another module's definition may take the place of an external one of default visibility ({@code -fPIC}). */
    public boolean preemptible;
    /** The instruction sets that code may use beyond the target's baseline, as {@link TargetInfo.Features} lists them: those of functions without an attribute. */
    public String features = "";
    /** More of it than the level has: {@code -funroll-loops}, {@code -fpeel-loops}, {@code -funswitch-loops}. */
    public boolean unrollLoops, peelLoops, unswitchLoops;
    /** Accesses of any alignment cost about the same. */
    public boolean unaligned = true;
    /** The unit's {@code -O} level, set when the passes begin. */
    public int level;

    /** Which operations on vectors the target computes in a function with one or a few instructions (a conversion by its result's type, between integers and floating types that of 32-bit integers); null: none. */
    public java.util.function.Function<Function, BiPredicate<Op, Type>> vectors;
    /** Which orders of lanes of two vectors the target makes with one or a few instructions; null: none. */
    public java.util.function.Function<Function, BiPredicate<Type, int[]>> shuffles;

    public Module(String name, TargetInfo target) {
        this.name = name;
        this.target = target;
    }

    /** The C library's function of that name does what the standard says. */
    public boolean knows(String function) {
        return builtins && !noBuiltin.contains(function);
    }

    public void add(Symbol s) {
        if (byName.put(s.name, s) != null) throw new IllegalArgumentException("symbol twice: " + s.name);
        symbols.add(s);
    }

    /** The symbol of that assembly name, or null. */
    public Symbol symbol(String assemblyName) {
        return byName.get(assemblyName);
    }

    /** The function of that name, declared with the signature if it is new: for calls that passes make (memcpy, runtime calls). */
    public Function declare(String assemblyName, Signature signature) {
        Symbol s = byName.get(assemblyName);
        if (s instanceof Function f) return f;
        Function f = new Function(assemblyName, signature);
        add(f);
        return f;
    }

    /** A new private constant of these bytes, with a name of its own. */
    public GlobalVar constant(byte[] bytes, int align) {
        String name;
        do {
            name = ".LC" + constantCount++;
        } while (byName.containsKey(name));
        GlobalVar g = new GlobalVar(name, bytes.length, align).define();
        g.linkage = Symbol.Linkage.INTERNAL;
        g.constant = true;
        g.init = bytes;
        add(g);
        return g;
    }

    /** Drops a symbol (dead function, dead variable). */
    public void remove(Symbol s) {
        byName.remove(s.name);
        symbols.remove(s);
    }

    /** Keeps only the symbols of the set. */
    public void retain(java.util.Set<Symbol> live) {
        int[] before = new int[symbols.size() + 1];
        for (int i = 0; i < symbols.size(); i++) before[i + 1] = before[i] + (live.contains(symbols.get(i)) ? 1 : 0);
        topAsm.replaceAll(a -> new TopAsm(a.text(), a.loc(), before[Math.min(a.afterSymbols(), before.length - 1)]));
        symbols.removeIf(s -> !live.contains(s));
        byName.values().removeIf(s -> !live.contains(s));
    }
}
