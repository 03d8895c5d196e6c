package org.jcc.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jcc.codegen.CodegenOptions;
import org.jcc.frontend.lower.StackProtection;

/** What a command line asks for. Filled by {@link CommandLine}, then only read. */
final class Command {
    /** The last stage to run. */
    enum Stop { PREPROCESS, SYNTAX, COMPILE, ASSEMBLE, LINK }

    /** What an input holds. */
    enum Language { C, PREPROCESSED_C, ASSEMBLY, ASSEMBLY_CPP, IR, HEADER, OBJECT }

    /** Something to link or compile, in command-line order. {@code option}: an option for the linker instead of a file. */
    record Input(String name, Language language, boolean option) {}

    /** A {@code -D}, {@code -U} or {@code -A}, in order. */
    record Macro(char letter, String text) {}

    Stop stop = Stop.LINK;
    String output;
    final List<Input> inputs = new ArrayList<>();
    /** An action that replaces compiling, with its text ready: --version and its like. Null for none. */
    String print;

    boolean verbose;
    boolean dryRun;
    boolean saveTemps;
    boolean saveTempsInCwd;
    boolean timePasses;
    /** {@code -fopt-info}, or null. */
    OptInfo optInfo;
    boolean verify;
    boolean checkLocations;
    org.jcc.codegen.regalloc.Chaos chaos = org.jcc.codegen.regalloc.Chaos.NONE;
    boolean interpret;
    boolean printPasses;
    /** Other developer options by name: emit, passes, dump, dump-all, html, disable, stop-after, opt-bisect. */
    final TreeMap<String, String> developer = new TreeMap<>();

    // ---- preprocessor ----
    final List<Macro> macros = new ArrayList<>();
    final List<String> include = new ArrayList<>();
    final List<String> imacros = new ArrayList<>();
    final List<String> quoteDirs = new ArrayList<>();
    final List<String> dirs = new ArrayList<>();
    final List<String> systemDirs = new ArrayList<>();
    final List<String> afterDirs = new ArrayList<>();
    boolean nostdinc;
    boolean undef;
    boolean noLineMarkers;
    boolean keepComments;
    boolean keepMacroComments;
    char dumpMacros;
    boolean dumpIncludes;
    boolean listHeaders;
    Boolean trigraphs;
    /** 0 none, 1 with, 2 without system headers. */
    int dependencies;
    /** Beside compiling ({@code -MD}). */
    boolean dependenciesBeside;
    /** {@code -Wp,-MD,file}: the preprocessor does not know the command's output. */
    boolean dependenciesOfPreprocessor;
    String dependencyFile;
    final List<String> dependencyTargets = new ArrayList<>();
    boolean phonyTargets;
    boolean missingGenerated;
    /** {@code old=new}, in order: of {@code __FILE__}, of the names in debug information. */
    final List<String> prefixMaps = new ArrayList<>();
    final List<String> debugPrefixMaps = new ArrayList<>();
    int maxIncludeDepth = 200;
    boolean preprocessed;
    boolean dollars = true;

    // ---- language ----
    String std = "gnu17";
    boolean pedantic;
    boolean pedanticErrors;
    boolean hosted = true;
    boolean builtins = true;
    final List<String> noBuiltin = new ArrayList<>();
    /** Null: as the target has it. */
    Boolean charUnsigned;
    boolean bitfieldsUnsigned;
    boolean shortEnums;
    boolean msBitFields;
    /** As {@link org.jcc.frontend.check.CheckOptions#packStruct}. */
    int packStruct;
    boolean gnu89Inline;
    boolean asmKeyword = true;
    boolean common;
    boolean msExtensions;
    StackProtection stackProtection = StackProtection.NONE;
    /** {@code --param ssp-buffer-size}. */
    long bufferSize = 8;
    /** {@code -mstack-protector-guard}: {@code tls}, {@code global}; {@code -reg}, {@code -symbol}, {@code -offset}. Null: the target's. */
    String guard, guardRegister, guardSymbol;
    Long guardOffset;
    /** {@code -ftrivial-auto-var-init}: the byte, or -1. */
    int autoInit = -1;

    // ---- code ----
    Targets.Target target = Targets.NATIVE;
    /** 0 to 3. */
    int optimize;
    /** {@code -Os}, {@code -Oz}, {@code -Og}, {@code -Ofast}: the letter, or 0. */
    char optimizeFor;
    int debug;
    /** 0 none, 1 pic, 2 PIC. */
    int pic;
    int pie = 2;
    boolean plt = true;
    boolean semanticInterposition = true;
    String visibility = "default";
    boolean bigEndianStructs;
    final List<String> fixedRegisters = new ArrayList<>();
    String tlsModel;
    boolean functionSections;
    boolean dataSections;
    Boolean omitFramePointer;
    /** -foptimize-sibling-calls; null: as the level says. */
    Boolean siblingCalls;
    /** {@code -funroll-loops}, {@code -fpeel-loops}, {@code -funswitch-loops} and their opposites; null: as the level says. */
    Boolean unrollLoops;
    Boolean peelLoops;
    Boolean unswitchLoops;
    /** -falign-functions, -falign-loops; null: as the target has it. */
    CodegenOptions.Alignment alignFunctions, alignLoops;
    /** -falign-jumps, -falign-labels; null: none. */
    CodegenOptions.Alignment alignJumps, alignLabels;
    boolean adjacentLoads = true;
    /** {@code -ftree-loop-vectorize}, {@code -ftree-slp-vectorize}, and {@code -ftree-vectorize}, which is for both; null: as the level says. */
    Boolean loopVectorize;
    Boolean slpVectorize;
    Boolean vectorize;
    /** -fipa-ra; null: as the level says. */
    Boolean ipaRegisters;
    /** -fschedule-insns2; null: what the target wants at the level. */
    Boolean scheduleInstructions;
    /** -freorder-functions, -freorder-blocks-and-partition; null: as the level says. */
    Boolean reorderFunctions, partition;
    boolean asynchronousUnwindTables = true;
    boolean unwindTables;
    boolean exceptions;
    boolean ident = true;
    boolean stackUsage;
    Boolean strictAliasing;
    boolean instrument;
    boolean wrapv;
    boolean wrapvPointer;
    boolean trapv;
    /** {@code __FAST_MATH__}; what it permits is in the settings below. */
    boolean fastMath;
    boolean finiteMath;
    boolean signedZeros = true;
    boolean associativeMath;
    boolean reciprocalMath;
    boolean trappingMath = true;
    boolean roundingMath;
    boolean signalingNans;
    boolean mathErrno = true;
    boolean zeroInBss = true;
    boolean jumpTables = true;
    boolean redZone = true;
    String codeModel = "small";
    /** {@code -march=}, {@code -mtune=}, or null; the machine options that the target may know, in their order. */
    String processor, tune;
    final List<String> machineOptions = new ArrayList<>();

    /** {@code -ffp-contract=}, or null: fast in GNU modes, off in those of ISO C, as in gcc, which takes {@code on} for off. */
    String contract;

    /** Sums of products may be rounded once. */
    boolean contracts() {
        return contract != null ? contract.equals("fast") : fastMath || std.startsWith("gnu");
    }

    /** The instruction sets that code may use. */
    String features() {
        return target.machine().info().features().select(processor, machineOptions);
    }

    long largeDataThreshold = 65536;
    boolean pthread;
    boolean nonCallExceptions;
    /** {@code -mpc32}, {@code -mpc64}: 32 or 64; 0: the x87 unit's own. */
    int x87Precision;

    // ---- diagnostics ----
    boolean noWarnings;
    boolean warningsAreErrors;
    /** {@code -Wx}, {@code -Wno-x}, {@code -Werror=x}: without {@code -W}, in order. */
    final List<String> warnings = new ArrayList<>();
    int maxErrors;
    String color = "auto";

    // ---- assembler, linker ----
    final List<String> assemblerOptions = new ArrayList<>();
    boolean isStatic;
    boolean shared;
    boolean noPie;
    boolean staticPie;
    boolean relocatable;
    boolean nostdlib;
    boolean nostartfiles;
    boolean nodefaultlibs;
    boolean nolibc;
    boolean strip;
    boolean rdynamic;
    boolean symbolic;
    String sysroot = "";
    final List<String> libraryDirs = new ArrayList<>();

    /** {@code -ffast-math} and its opposite set all that it stands for. */
    void fastMath(boolean on) {
        fastMath = finiteMath = on;
        unsafeMath(on);
        mathErrno = !on;
        if (on) roundingMath = signalingNans = false;
    }

    /** {@code -funsafe-math-optimizations}. */
    void unsafeMath(boolean on) {
        associativeMath = reciprocalMath = on;
        signedZeros = trappingMath = !on;
    }

    boolean optimizing() {
        return optimize > 0;
    }

    boolean optimizingForSize() {
        return optimizeFor == 's' || optimizeFor == 'z';
    }
}
