package org.jcc.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.regalloc.Chaos;
import org.jcc.frontend.lower.StackProtection;
import org.jcc.support.Diagnostics;

/**
 * Parses a gcc command line into a {@link Command}. The order of objects, libraries and linker options is kept; of options
 * that exclude each other the last counts, as gcc's manual says. What is unknown or refused is an error naming the option.
 */
final class CommandLine {
    /** {@code @file} inside {@code @file} no deeper than this. */
    private static final int MAX_RESPONSE_DEPTH = 20;

    private final Command c = new Command();
    private final Diagnostics d;
    private Command.Language language;
    private String withPrefix = "";

    private CommandLine(Diagnostics d) {
        this.d = d;
    }

    static Command parse(List<String> args, Diagnostics d) {
        CommandLine line = new CommandLine(d);
        List<String> expanded = new ArrayList<>();
        for (String a : args) line.expand(a, expanded, 0);
        line.parse(expanded);
        line.settle();
        return line.c;
    }

    /** {@code @file}: arguments separated by white space, quotes and backslashes as gcc reads them. */
    private void expand(String arg, List<String> out, int depth) {
        if (!arg.startsWith("@") || depth > MAX_RESPONSE_DEPTH || !Files.isRegularFile(Path.of(arg.substring(1)))) {
            out.add(arg);
            return;
        }
        String text;
        try {
            text = Files.readString(Path.of(arg.substring(1)));
        } catch (IOException e) {
            d.error(0, "cannot read '" + arg.substring(1) + "'");
            return;
        }
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            if (ch == '\\' && i + 1 < text.length()) {
                if (word == null) word = new StringBuilder();
                word.append(text.charAt(++i));
            } else if (quote != 0) {
                if (ch == quote) quote = 0;
                else word.append(ch);
            } else if (ch == '\'' || ch == '"') {
                quote = ch;
                if (word == null) word = new StringBuilder();
            } else if (Character.isWhitespace(ch)) {
                if (word != null) expand(word.toString(), out, depth + 1);
                word = null;
            } else {
                if (word == null) word = new StringBuilder();
                word.append(ch);
            }
        }
        if (word != null) expand(word.toString(), out, depth + 1);
    }

    private void parse(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String a = OptionTable.canonical(args.get(i));
            if (a.equals("-") || !a.startsWith("-")) {
                c.inputs.add(new Command.Input(a, languageOf(a), false));
                continue;
            }
            OptionTable.Row r = OptionTable.find(a);
            if (r == null) {
                String why = OptionTable.refusedWithout(a);
                if (why != null) d.error(0, "option '" + a + "' is refused: " + why);
                else if (!OptionTable.acceptedWithoutEffect(a)) d.error(0, "unrecognized command-line option '" + a + "'");
                else if (a.startsWith("-m")) c.machineOptions.add(a);
                continue;
            }
            String value = null;
            boolean separate = a.equals(r.name()) && (r.form() == OptionTable.Form.SEPARATE || r.form() == OptionTable.Form.JOINED_OR_SEPARATE)
                    || r.name().startsWith("--") && r.name().equals(a + "=");
            if (separate) {
                if (i + 1 == args.size()) {
                    d.error(0, "missing argument to '" + a + "'");
                    continue;
                }
                value = args.get(++i);
            } else if (r.form() != OptionTable.Form.FLAG && a.startsWith(r.name())) {
                value = a.substring(r.name().length());
            }
            switch (r.status()) {
                case REFUSED -> {
                    d.error(0, "option '" + a + "' is refused: " + r.help());
                    continue;
                }
                case ACCEPTED -> {
                    continue;
                }
                case DONE -> { }
            }
            apply(r.name(), value, !a.startsWith(OptionTable.negated(r.name())) || !r.negatable(), a);
        }
    }

    private Command.Language languageOf(String file) {
        if (language != null) return language;
        if (file.equals("-")) {
            if (c.stop != Command.Stop.PREPROCESS) d.error(0, "'-E' or '-x' required when input is from standard input");
            return Command.Language.C;
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot)) {
            case ".c" -> Command.Language.C;
            case ".i" -> Command.Language.PREPROCESSED_C;
            case ".h" -> Command.Language.HEADER;
            case ".s" -> Command.Language.ASSEMBLY;
            case ".S", ".sx" -> Command.Language.ASSEMBLY_CPP;
            case ".jir" -> Command.Language.IR;
            default -> Command.Language.OBJECT;
        };
    }

    private void link(String option) {
        c.inputs.add(new Command.Input(option, Command.Language.OBJECT, true));
    }

    private static int number(String s, int dflt) {
        try {
            return Integer.parseInt(s);
        } catch (NumberFormatException e) {
            return dflt;
        }
    }

    /** {@code n[:m[:n2[:m2]]]} as gcc has it: to the next power of two of n, skipping less than m, or n, bytes; null, which is the default, for 0. The second pair is not heeded. */
    private CodegenOptions.Alignment alignment(String name, String value) {
        String option = name.substring(0, name.length() - 1);
        if (!value.matches("\\d{1,9}(:\\d{1,9}){0,3}")) {
            d.error(0, "invalid arguments for '" + option + "' option: '" + value + "'");
            return null;
        }
        String[] parts = value.split(":");
        int n = Integer.parseInt(parts[0]);
        int m = parts.length > 1 ? Math.min(n, Integer.parseInt(parts[1])) : n;
        if (n > 65536) d.error(0, "'" + option + "' is not between 0 and 65536");
        if (n == 0 || n > 65536) return null;
        int bytes = n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
        return new CodegenOptions.Alignment(bytes, m == bytes || m <= 1 ? 0 : m - 1);
    }

    private void apply(String name, String value, boolean on, String arg) {
        switch (name) {
            case "-c" -> stop(Command.Stop.ASSEMBLE);
            case "-S" -> stop(Command.Stop.COMPILE);
            case "-E" -> stop(Command.Stop.PREPROCESS);
            case "-fsyntax-only" -> stop(Command.Stop.SYNTAX);
            case "-o" -> c.output = value;
            case "-x" -> {
                switch (value) {
                    case "c" -> language = Command.Language.C;
                    case "c-header" -> language = Command.Language.HEADER;
                    case "cpp-output" -> language = Command.Language.PREPROCESSED_C;
                    case "assembler" -> language = Command.Language.ASSEMBLY;
                    case "assembler-with-cpp" -> language = Command.Language.ASSEMBLY_CPP;
                    case "ir" -> language = Command.Language.IR;
                    case "none" -> language = null;
                    default -> d.error(0, "language " + value + " not recognized");
                }
            }
            case "-fleading-underscore" -> {
                if (on) d.error(0, "option '" + arg + "' is refused: ELF symbols have no underscore");
            }
            case "-save-temps" -> c.saveTemps = true;
            case "-save-temps=" -> {
                c.saveTemps = true;
                c.saveTempsInCwd = value.equals("cwd");
                if (!value.equals("cwd") && !value.equals("obj")) d.error(0, "'" + value + "' is an unknown '-save-temps' option");
            }
            case "-v" -> c.verbose = true;
            case "-###" -> c.verbose = c.dryRun = true;
            case "--version" -> c.print = "version";
            case "-dumpversion" -> c.print = "dumpversion";
            case "-dumpfullversion" -> c.print = "dumpfullversion";
            case "-dumpmachine" -> c.print = "dumpmachine";
            case "-dumpspecs" -> c.print = "dumpspecs";
            case "-print-search-dirs" -> c.print = "search-dirs";
            case "-print-libgcc-file-name" -> c.print = "libgcc";
            case "-print-file-name=" -> c.print = "file:" + value;
            case "-print-prog-name=" -> c.print = "prog:" + value;
            case "-print-multiarch" -> c.print = "multiarch";
            case "-print-multi-directory", "-print-multi-os-directory" -> c.print = "multi-directory";
            case "-print-multi-lib" -> c.print = "multi-lib";
            case "-print-sysroot" -> c.print = "sysroot";
            case "--help", "--help=", "--target-help" -> c.print = "help";
            case "-D", "-U", "-A" -> c.macros.add(new Command.Macro(name.charAt(1), value));
            case "-I" -> {
                if (value.equals("-")) d.error(0, "option '-I-' is refused: use -iquote");
                else c.dirs.add(value);
            }
            case "-iquote" -> c.quoteDirs.add(value);
            case "-isystem" -> c.systemDirs.add(value);
            case "-idirafter" -> c.afterDirs.add(value);
            case "-iprefix" -> withPrefix = value;
            case "-iwithprefix" -> c.afterDirs.add(withPrefix + value);
            case "-iwithprefixbefore" -> c.dirs.add(withPrefix + value);
            case "-include" -> c.include.add(value);
            case "-imacros" -> c.imacros.add(value);
            case "--target=" -> {
                Targets.Target t = Targets.of(value);
                if (t == null) d.error(0, "unknown target '" + value + "' in '--target=': there are " + Targets.names());
                else c.target = t;
            }
            case "-isysroot", "--sysroot=" -> c.sysroot = value;
            case "-nostdinc" -> c.nostdinc = true;
            case "-undef" -> c.undef = true;
            case "-P" -> c.noLineMarkers = true;
            case "-C" -> c.keepComments = true;
            case "-CC" -> c.keepComments = c.keepMacroComments = true;
            case "-dM", "-dD", "-dN", "-dU" -> c.dumpMacros = name.charAt(2);
            case "-dI" -> c.dumpIncludes = true;
            case "-H" -> c.listHeaders = true;
            case "-trigraphs" -> c.trigraphs = true;
            case "-fpreprocessed" -> c.preprocessed = on;
            case "-fdollars-in-identifiers" -> c.dollars = on;
            case "-finput-charset=", "-fexec-charset=" -> {
                if (!value.replace("-", "").equalsIgnoreCase("utf8") && !value.equalsIgnoreCase("ascii") && !value.equalsIgnoreCase("us-ascii")) {
                    d.error(0, "option '" + arg + "' is refused: characters are UTF-8");
                }
            }
            case "-fwide-exec-charset=" -> {
                if (!value.equalsIgnoreCase("utf-32le") && !value.equalsIgnoreCase("utf-32")) d.error(0, "option '" + arg + "' is refused: wide characters are UTF-32LE");
            }
            case "-M", "-MM" -> {
                c.dependencies = name.equals("-M") ? 1 : 2;
                stop(Command.Stop.PREPROCESS);
            }
            case "-MD", "-MMD" -> {
                c.dependencies = name.equals("-MD") ? 1 : 2;
                c.dependenciesBeside = true;
            }
            case "-MF" -> c.dependencyFile = value;
            case "-MT" -> c.dependencyTargets.add(value);
            case "-MQ" -> c.dependencyTargets.add(org.jcc.frontend.pp.DepWriter.quote(value));
            case "-MP" -> c.phonyTargets = true;
            case "-MG" -> c.missingGenerated = true;
            case "-Wp," -> preprocessorOptions(value.split(","));
            case "-Xpreprocessor" -> preprocessorOptions(new String[] {value});
            case "-ffile-prefix-map=", "-fmacro-prefix-map=" -> {
                c.prefixMaps.add(value);
                if (name.startsWith("-ffile")) c.debugPrefixMaps.add(value);
            }
            case "-fdebug-prefix-map=" -> c.debugPrefixMaps.add(value);
            case "-fmax-include-depth=" -> c.maxIncludeDepth = number(value, 200);
            case "-std=", "--std=" -> c.std = value;
            case "-ansi" -> c.std = "c90";
            case "-pedantic", "--pedantic" -> c.pedantic = true;
            case "-pedantic-errors" -> c.pedantic = c.pedanticErrors = true;
            case "-ffreestanding" -> c.hosted = !on;
            case "-fhosted" -> c.hosted = on;
            case "-fbuiltin" -> c.builtins = on;
            case "-fno-builtin-" -> c.noBuiltin.add(value);
            case "-fsigned-char" -> c.charUnsigned = !on;
            case "-funsigned-char" -> c.charUnsigned = on;
            case "-fsigned-bitfields" -> c.bitfieldsUnsigned = !on;
            case "-funsigned-bitfields" -> c.bitfieldsUnsigned = on;
            case "-fshort-enums" -> c.shortEnums = on;
            case "-fshort-wchar" -> {
                if (on) d.error(0, "option '" + arg + "' is refused: wchar_t is the psABI's");
            }
            case "-fgnu89-inline" -> c.gnu89Inline = on;
            case "-fasm" -> c.asmKeyword = on;
            case "-fcommon" -> c.common = on;
            case "-fms-extensions" -> c.msExtensions = on;
            case "-fpack-struct" -> c.packStruct = on ? -1 : 0;
            case "-falign-functions" -> c.alignFunctions = on ? null : new CodegenOptions.Alignment(1, 0);
            case "-falign-functions=" -> c.alignFunctions = alignment(name, value);
            case "-falign-loops" -> c.alignLoops = on ? null : new CodegenOptions.Alignment(1, 0);
            case "-falign-loops=" -> c.alignLoops = alignment(name, value);
            case "-falign-jumps" -> c.alignJumps = on ? new CodegenOptions.Alignment(16, 10) : null;
            case "-falign-jumps=" -> c.alignJumps = alignment(name, value);
            // The machine's own alignment of labels is none.
            case "-falign-labels" -> c.alignLabels = null;
            case "-falign-labels=" -> c.alignLabels = alignment(name, value);
            case "-fpack-struct=" -> {
                if (value.matches("1|2|4|8|16")) c.packStruct = Integer.parseInt(value);
                else d.error(0, "structure alignment must be a small power of two, not " + value);
            }
            case "-ftrivial-auto-var-init=" -> {
                switch (value) {
                    case "uninitialized" -> c.autoInit = -1;
                    case "pattern" -> c.autoInit = 0xfe;
                    case "zero" -> c.autoInit = 0;
                    default -> unrecognized(arg);
                }
            }
            case "-fstack-protector", "-fstack-protector-strong", "-fstack-protector-all", "-fstack-protector-explicit" ->
                c.stackProtection = on ? StackProtection.of(name.substring(1)) : StackProtection.NONE;
            case "--param=" -> {
                if (value.matches("ssp-buffer-size=\\d{1,9}")) c.bufferSize = Long.parseLong(value.substring(16));
            }
            case "-mstack-protector-guard=" -> {
                c.guard = value;
                if (!value.equals("tls") && !value.equals("global")) unrecognized(arg);
            }
            case "-mstack-protector-guard-reg=" -> c.guardRegister = value;
            case "-mstack-protector-guard-symbol=" -> c.guardSymbol = value;
            case "-mstack-protector-guard-offset=" -> {
                try {
                    c.guardOffset = Long.decode(value);
                } catch (NumberFormatException e) {
                    d.error(0, "'" + value + "' is not a valid offset in '" + name + "'");
                }
            }
            case "-mms-bitfields" -> c.msBitFields = on;
            case "-O" -> optimize(value);
            case "-g" -> debug(value);
            case "-fPIC", "-fPIE", "-fpic", "-fpie" -> {
                boolean exec = name.endsWith("E") || name.endsWith("e");
                int level = Character.isUpperCase(name.charAt(2)) ? 2 : 1;
                c.pic = on ? level : 0;
                c.pie = on && exec ? level : 0;
            }
            case "-fplt" -> c.plt = on;
            case "-fsemantic-interposition" -> c.semanticInterposition = on;
            case "-fvisibility=" -> c.visibility = value;
            case "-fsso-struct=" -> {
                if (!List.of("big-endian", "little-endian", "native").contains(value)) d.error(0, "unrecognized scalar storage order value '" + value + "'");
                c.bigEndianStructs = value.equals("big-endian");
            }
            case "-ffixed-" -> c.fixedRegisters.add(value);
            case "-ftls-model=" -> c.tlsModel = value;
            case "-ffunction-sections" -> c.functionSections = on;
            case "-fdata-sections" -> c.dataSections = on;
            case "-fomit-frame-pointer" -> c.omitFramePointer = on;
            case "-fschedule-insns2" -> c.scheduleInstructions = on;
            case "-fhoist-adjacent-loads" -> c.adjacentLoads = on;
            case "-fipa-ra" -> c.ipaRegisters = on;
            case "-freorder-functions" -> c.reorderFunctions = on;
            case "-freorder-blocks-and-partition" -> c.partition = on;
            case "-foptimize-sibling-calls" -> c.siblingCalls = on;
            case "-funroll-loops", "-funroll-all-loops" -> c.unrollLoops = on;
            case "-fpeel-loops" -> c.peelLoops = on;
            case "-funswitch-loops" -> c.unswitchLoops = on;
            case "-ftree-vectorize" -> c.vectorize = on;
            case "-ftree-loop-vectorize" -> c.loopVectorize = on;
            case "-ftree-slp-vectorize" -> c.slpVectorize = on;
            case "-fasynchronous-unwind-tables" -> c.asynchronousUnwindTables = on;
            case "-funwind-tables" -> c.unwindTables = on;
            case "-fexceptions" -> c.exceptions = on;
            case "-fnon-call-exceptions" -> c.nonCallExceptions = on;
            case "-mpc32", "-mpc64", "-mpc80" -> c.x87Precision = name.endsWith("80") ? 0 : number(name.substring(4), 0);
            case "-fstack-usage" -> c.stackUsage = on;
            case "-fident" -> c.ident = on;
            case "-fstrict-aliasing" -> c.strictAliasing = on;
            case "-finstrument-functions" -> c.instrument = on;
            case "-fwrapv" -> c.wrapv = on;
            case "-fwrapv-pointer" -> c.wrapvPointer = on;
            case "-fstrict-overflow" -> c.wrapv = c.wrapvPointer = !on;
            case "-ftrapv" -> c.trapv = on;
            case "-fmath-errno" -> c.mathErrno = on;
            case "-ffast-math" -> c.fastMath(on);
            case "-funsafe-math-optimizations" -> c.unsafeMath(on);
            case "-ffinite-math-only" -> c.finiteMath = on;
            case "-fsigned-zeros" -> c.signedZeros = on;
            case "-fassociative-math" -> c.associativeMath = on;
            case "-freciprocal-math" -> c.reciprocalMath = on;
            case "-ftrapping-math" -> c.trappingMath = on;
            case "-frounding-math" -> c.roundingMath = on;
            case "-fsignaling-nans" -> c.signalingNans = on;
            case "-fzero-initialized-in-bss" -> c.zeroInBss = on;
            case "-fjump-tables" -> c.jumpTables = on;
            case "-mcmodel=" -> {
                if (!List.of("small", "medium", "large", "kernel").contains(value)) unrecognized(arg);
                else c.codeModel = value;
            }
            case "-mlarge-data-threshold=" -> c.largeDataThreshold = number(value, 65536);
            case "-mred-zone" -> c.redZone = on;
            case "-masm=", "-mfpmath=", "-mabi=", "-mpreferred-stack-boundary=", "-mincoming-stack-boundary=", "-mindirect-branch=", "-mfunction-return=",
                    "-maddress-mode=", "-fexcess-precision=", "-fpermitted-flt-eval-methods=" -> only(name, value, arg);
            case "-ffp-contract=" -> {
                only(name, value, arg);
                c.contract = value;
            }
            case "-march=" -> {
                only(name, value, arg);
                c.processor = value;
            }
            case "-mtune=", "-mcpu=" -> {
                only(name, value, arg);
                c.tune = value;
            }
            case "-w" -> c.noWarnings = true;
            case "-W" -> warning(value, arg);
            case "-fmax-errors=" -> c.maxErrors = number(value, 0);
            case "-fdiagnostics-color=" -> c.color = value;
            case "-fdiagnostics-color" -> c.color = on ? "always" : "never";
            case "-Wa," -> c.assemblerOptions.addAll(List.of(value.split(",")));
            case "-Xassembler" -> c.assemblerOptions.add(value);
            case "-l" -> link("-l" + value);
            case "-L" -> c.libraryDirs.add(value);
            case "-Wl," -> {
                for (String o : value.split(",", -1)) link(o);
            }
            case "-Xlinker" -> link(value);
            case "-static", "--static" -> c.isStatic = true;
            case "-shared", "--shared" -> c.shared = true;
            case "-pie" -> c.noPie = false;
            case "-static-pie" -> c.staticPie = true;
            case "-no-pie", "-nopie" -> c.noPie = true;
            case "-pthread", "-pthreads" -> c.pthread = true;
            case "-rdynamic" -> c.rdynamic = true;
            case "-s" -> c.strip = true;
            case "-r" -> c.relocatable = true;
            case "-nostdlib" -> c.nostdlib = true;
            case "-nostartfiles" -> c.nostartfiles = true;
            case "-nodefaultlibs" -> c.nodefaultlibs = true;
            case "-nolibc" -> c.nolibc = true;
            case "-symbolic" -> c.symbolic = true;
            case "-T" -> {
                if (value.matches("(text|data|bss)=.*")) {
                    link("-T" + value);
                } else {
                    link("-T");
                    link(value);
                }
            }
            case "-u", "-z", "-e" -> {
                link(name);
                link(value);
            }
            case "--emit=" -> {
                if (!List.of("tokens", "ast", "ir", "mir", "asm", "obj").contains(value)) unrecognized(arg);
                c.developer.put("emit", value);
                // What is printed is the result: nothing is linked.
                stop(value.equals("asm") ? Command.Stop.COMPILE : Command.Stop.ASSEMBLE);
            }
            case "--passes=", "--dump=", "--dump-all=", "--disable=", "--stop-after=", "--opt-bisect=", "--html=" -> {
                if (name.equals("--passes=") || name.equals("--stop-after=")) stop(Command.Stop.ASSEMBLE);
                c.developer.merge(name.substring(2, name.length() - 1), value, (x, y) -> x + "," + y);
            }
            case "--interpret" -> {
                c.interpret = true;
                stop(Command.Stop.ASSEMBLE);
            }
            case "--print-passes" -> c.printPasses = true;
            case "-fopt-info" -> {
                c.optInfo = OptInfo.parse(value);
                if (c.optInfo == null) d.error(0, "unrecognized argument in option '" + arg + "'");
            }
            case "--time-passes", "-ftime-report" -> c.timePasses = true;
            case "--verify" -> c.verify = true;
            case "--check-locations" -> c.checkLocations = true;
            case "--chaos=spill" -> c.chaos = Chaos.SPILL;
            case "--chaos=regs4" -> c.chaos = Chaos.REGS4;
            case "--chaos=parts" -> c.chaos = Chaos.PARTS;
            default -> throw new IllegalStateException("option row without a meaning: " + name);
        }
    }

    private void unrecognized(String arg) {
        d.error(0, "unrecognized argument in option '" + arg + "'");
    }

    /** Options of which jcc has one meaning: other values that gcc knows are refused, what gcc does not know is an error. */
    private void only(String name, String value, String arg) {
        OptionTable.Values v = OptionTable.VALUES.get(name);
        if (v.same().contains(value)) return;
        if (v.other().contains(value)) d.error(0, "option '" + arg + "' is refused: " + v.why());
        else d.error(0, "bad value ('" + value + "') for '" + name + "'");
    }

    private void stop(Command.Stop s) {
        // Of -E, -S, -c the earliest stage wins, as in gcc.
        if (s.ordinal() < c.stop.ordinal()) c.stop = s;
    }

    private void preprocessorOptions(String[] options) {
        for (int i = 0; i < options.length; i++) {
            String o = options[i];
            // gcc's -Wp,-MD,file and -Wp,-MMD,file carry the file's name.
            if ((o.equals("-MD") || o.equals("-MMD")) && i + 1 < options.length) {
                apply(o, null, true, o);
                c.dependenciesOfPreprocessor = true;
                c.dependencyFile = options[++i];
            } else {
                parse(List.of(o));
            }
        }
    }

    private void optimize(String level) {
        c.optimizeFor = 0;
        switch (level) {
            case "", "1" -> c.optimize = 1;
            case "0" -> c.optimize = 0;
            case "2" -> c.optimize = 2;
            case "3" -> c.optimize = 3;
            case "g" -> {
                c.optimize = 1;
                c.optimizeFor = 'g';
            }
            case "s", "z" -> {
                c.optimize = 2;
                c.optimizeFor = level.charAt(0);
            }
            case "fast" -> {
                c.optimize = 3;
                c.optimizeFor = 'f';
                c.fastMath(true);
            }
            default -> {
                int n = number(level, -1);
                if (n < 0) d.error(0, "argument to '-O' should be a non-negative integer, 'g', 's', 'z' or 'fast'");
                c.optimize = Math.min(3, Math.max(0, n));
            }
        }
    }

    private void debug(String level) {
        switch (level) {
            case "0" -> c.debug = 0;
            case "1" -> c.debug = 1;
            case "", "2" -> c.debug = 2;
            case "3" -> c.debug = 3;
            default -> {
                if (level.matches("dwarf-?[0-9]+") && !level.matches("dwarf-?[2-5]")) {
                    d.error(0, "dwarf version '" + level.replaceAll("\\D", "") + "' is not supported");
                } else if (level.matches("gdb[0-3]?|stabs[0-3]?\\+?|dwarf-?[2-5]?")) {
                    if (level.endsWith("0")) c.debug = 0;
                    else                    if (c.debug == 0) c.debug = 2;
                } else if (!List.of("z", "no-gz", "split-dwarf", "no-split-dwarf", "strict-dwarf", "no-strict-dwarf", "column-info", "no-column-info",
                        "record-gcc-switches", "no-record-gcc-switches", "pubnames", "no-pubnames", "gnu-pubnames", "statement-frontiers",
                        "no-statement-frontiers", "variable-location-views", "no-variable-location-views", "inline-points").contains(level)
                        && !level.startsWith("z=")) {
                    d.error(0, "unrecognized debug output level '" + level + "'");
                }
            }
        }
    }

    private void warning(String name, String arg) {
        switch (name) {
            case "error" -> c.warningsAreErrors = true;
            case "no-error" -> c.warningsAreErrors = false;
            case "pedantic" -> c.pedantic = true;
            case "", "extra" -> c.warnings.add("extra");
            default -> {
                String bare = name.startsWith("error=") ? name.substring(6) : name.startsWith("no-error=") ? name.substring(9)
                        : name.startsWith("no-") ? name.substring(3) : name;
                int eq = bare.indexOf('=');
                String known = eq < 0 ? bare : bare.substring(0, eq);
                if (!OptionTable.knownWarning(known) && !OptionTable.knownWarning(known + "=")) {
                    // gcc is silent about an unknown -Wno-x unless something else is wrong.
                    if (!name.startsWith("no-")) d.error(0, "unrecognized command-line option '" + arg + "'");
                    return;
                }
                c.warnings.add(name);
            }
        }
    }

    private void settle() {
        if (c.relocatable || c.shared) c.noPie = false;
        if (c.pic > 0 && c.pie == 0) return;
        if (c.isStatic && !c.staticPie) c.noPie = true;
    }
}
