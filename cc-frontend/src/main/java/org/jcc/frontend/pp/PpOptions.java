package org.jcc.frontend.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jcc.support.TargetInfo;

/**
 * What the command line says to the preprocessor. The driver fills it; nobody changes it afterwards.
 *
 * <p>The predefined macros depend on many options. They see them as <em>facts</em>, words such as {@code optimize} or
 * {@code fast-math}, that the conditions in the {@code .macros} data files name ({@link Predefined}).
 */
public final class PpOptions {
    /** A language standard. */
    public enum Std {
        C89, C94, C99, C11, C17, C2X;

        public boolean atLeast(Std s) {
            return compareTo(s) >= 0;
        }
    }

    /** One {@code -D}, {@code -U}, {@code -A} (or {@code -A-}) with its argument, in command-line order. */
    public record MacroOption(char letter, String argument) {}

    /** The standard, and whether in its GNU form ({@code gnu17} is the default). */
    public Std std = Std.C17;
    public boolean gnu = true;
    /** {@code -trigraphs}, or a strict standard before C2X. Null: as the standard says. */
    public Boolean trigraphs;
    /** {@code -x assembler-with-cpp}. */
    public boolean assembler;
    /** The architecture's word; names the {@code .macros} file. */
    public String target = "x86_64";

    public final List<MacroOption> macros = new ArrayList<>();
    /** {@code -imacros} then {@code -include}: each list in order. */
    public final List<String> imacros = new ArrayList<>();
    public final List<String> includes = new ArrayList<>();

    /** {@code -iquote}, {@code -I} (then CPATH), {@code -isystem} (then C_INCLUDE_PATH), {@code -idirafter}. */
    public final List<String> quoteDirs = new ArrayList<>();
    public final List<String> dirs = new ArrayList<>();
    public final List<String> systemDirs = new ArrayList<>();
    public final List<String> afterDirs = new ArrayList<>();
    /** The directories every compilation searches after {@link #systemDirs}; emptied by {@code -nostdinc}. */
    public List<String> defaultDirs = nativeDirs();
    public boolean nostdinc;
    /** {@code -undef} */
    public boolean undef;

    /** Facts set by other options: see {@link #facts()} for those that are derived. */
    public final Set<String> extraFacts = new TreeSet<>();
    /** {@code -O} level above 0; {@code -Os} and {@code -Oz}. */
    public boolean optimize;
    public boolean optimizeSize;
    /** {@code -Ofast}: what it says of floating point lasts until another level is asked for. */
    public boolean optimizeFast;
    /** 0, 1 ({@code -fpic}), 2 ({@code -fPIC}); likewise for PIE. Debian's default is PIE 2, which implies PIC 2. */
    public int picLevel = 2;
    public int pieLevel = 2;
    public boolean pthread;
    public boolean freestanding;
    public boolean unsignedChar;
    public boolean shortWchar;
    /** {@code small}, {@code medium}, {@code large}, {@code kernel}. */
    public String codeModel = "small";
    /** More predefined macros as {@code NAME value} lines: those of {@code -march}. */
    public final List<String> targetMacros = new ArrayList<>();
    /** What {@code #pragma GCC target} asks for the macros of other instruction sets; the features, processor and tuning of the command line. */
    public TargetInfo.Features machine = new TargetInfo.Features() {};
    public String features = "";
    public String processor;
    public String tune;

    /** -E printing. */
    public boolean noLineMarkers;
    public boolean keepComments;
    public boolean keepMacroComments;
    /** {@code -dM -dD -dN -dU}: the letter, or 0. */
    public char dumpMacros;
    /** {@code -dI} */
    public boolean dumpIncludes;
    /** {@code -H}: the headers are listed as they are entered ({@link Preprocessor#headerTree}). */
    public boolean listHeaders;
    /** The token stream is printed ({@code -E}): pragmas that the preprocessor obeys are passed on too. */
    public boolean preprocessOnly;
    /** {@code -fpreprocessed}: no macros, no directives but line markers and pragmas. */
    public boolean preprocessed;
    /** {@code -fdirectives-only} is not supported; {@code -fdollars-in-identifiers} is the default. */
    public boolean dollars = true;
    /** {@code -ffile-prefix-map}, {@code -fmacro-prefix-map}: old=new, the later wins. */
    public final List<String> prefixMaps = new ArrayList<>();

    /** {@code -M -MM}: 0 none, 1 all, 2 without system headers. */
    public int dependencies;
    /** {@code -MG}: missing headers are generated files. */
    public boolean missingGenerated;

    /** {@code -fmax-include-depth=} */
    public int maxIncludeDepth = 200;
    /** Values of {@code SOURCE_DATE_EPOCH} (seconds), or null. */
    public Long sourceDateEpoch;

    /** What the environment adds: {@code CPATH}, {@code C_INCLUDE_PATH}, {@code SOURCE_DATE_EPOCH}. Call after the command line. */
    public void environment(java.util.Map<String, String> env) {
        addPath(dirs, env.get("CPATH"));
        addPath(systemDirs, env.get("C_INCLUDE_PATH"));
        String epoch = env.get("SOURCE_DATE_EPOCH");
        if (epoch != null && epoch.matches("\\d{1,12}") && Long.parseLong(epoch) <= 253402300799L) sourceDateEpoch = Long.valueOf(epoch);
    }

    /** An empty element of a path means the working directory. */
    private static void addPath(List<String> to, String path) {
        if (path == null || path.isEmpty()) return;
        for (String d : path.split(":", -1)) to.add(d.isEmpty() ? "." : d);
    }

    /** The system directories of a native x86-64 Debian. */
    public static List<String> nativeDirs() {
        return new ArrayList<>(List.of(IncludeCache.OWN_INCLUDE, "/usr/local/include", "/usr/include/x86_64-linux-gnu", "/usr/include"));
    }

    /**
     * Sets the standard by its option name ({@code c11}, {@code gnu17}, {@code iso9899:1999}, …); false if there is none.
     */
    public boolean standard(String name) {
        switch (name) {
            case "c89", "c90", "ansi", "iso9899:1990" -> set(Std.C89, false);
            case "gnu89", "gnu90" -> set(Std.C89, true);
            case "iso9899:199409" -> set(Std.C94, false);
            case "c99", "c9x", "iso9899:1999", "iso9899:199x" -> set(Std.C99, false);
            case "gnu99", "gnu9x" -> set(Std.C99, true);
            case "c11", "c1x", "iso9899:2011" -> set(Std.C11, false);
            case "gnu11", "gnu1x" -> set(Std.C11, true);
            case "c17", "c18", "iso9899:2017", "iso9899:2018" -> set(Std.C17, false);
            case "gnu17", "gnu18" -> set(Std.C17, true);
            case "c2x" -> set(Std.C2X, false);
            case "gnu2x" -> set(Std.C2X, true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(Std s, boolean g) {
        std = s;
        gnu = g;
    }

    boolean trigraphsOn() {
        return trigraphs != null ? trigraphs : !gnu && !assembler;
    }

    /** The facts of this compilation, which the data files' conditions name. */
    Set<String> facts() {
        Set<String> f = new TreeSet<>(extraFacts);
        for (Std s : Std.values()) if (std.atLeast(s)) f.add(s.name().toLowerCase() + "+");
        f.add(std.name().toLowerCase());
        if (!gnu) f.add("strict");
        if (std.atLeast(Std.C99) && !f.contains("gnu89-inline")) f.add("stdc-inline");
        if (assembler) f.add("assembler");
        if (optimize || optimizeSize) f.add("optimize");
        if (optimizeSize) f.add("optimize-size");
        if (picLevel > 0) f.add("pic" + picLevel);
        if (pieLevel > 0) f.add("pie" + pieLevel);
        if (pthread) f.add("pthread");
        if (freestanding) f.add("freestanding");
        if (unsignedChar) f.add("unsigned-char");
        if (shortWchar) f.add("short-wchar");
        f.add("model-" + codeModel);
        if (f.contains("fast-math")) {
            f.addAll(List.of("finite-math-only", "no-signed-zeros", "no-trapping-math", "no-math-errno", "associative-math", "reciprocal-math"));
        }
        if (f.contains("finite-math-only") || f.contains("no-signed-zeros") || f.contains("reciprocal-math") || f.contains("single-precision-constant")) f.add("no-iec-559");
        return f;
    }
}
