package org.jcc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jcc.asm.AsmPrinter;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.ObjectBuilder;
import org.jcc.codegen.Codegen;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.MachinePasses;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.driver.view.FunctionPage;
import org.jcc.frontend.ast.TypedConsumer;
import org.jcc.frontend.check.CheckOptions;
import org.jcc.frontend.check.Checker;
import org.jcc.frontend.lower.Lowering;
import org.jcc.frontend.lower.StackProtection;
import org.jcc.frontend.parse.CParser;
import org.jcc.frontend.parse.Dialect;
import org.jcc.frontend.pp.DepWriter;
import org.jcc.frontend.pp.EPrinter;
import org.jcc.frontend.pp.IncludeCache;
import org.jcc.frontend.pp.PpOptions;
import org.jcc.frontend.pp.Preprocessor;
import org.jcc.frontend.pp.SourceText;
import org.jcc.frontend.pp.Token;
import org.jcc.frontend.syntax.SyntaxPrinter;
import org.jcc.ir.Bisection;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Remarks;
import org.jcc.ir.Symbol;
import org.jcc.ir.interp.Interpreter;
import org.jcc.opt.Pipeline;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;
import org.jcc.support.TargetInfo;

/**
 * One translation unit, from its text to the stage that the command asks for.
 *
 * <pre>
 *   preprocess ─► parse ─► check ─► lower ─► passes ─► machine code ─► object
 *   assembly ────────────────────────────────────────────────────────► object
 * </pre>
 */
final class Compile {
    /** The result of a stage that makes no object. */
    private static final byte[] NOTHING = {};

    private final Command c;
    private final Home home;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Timing timing;

    private final SourceManager sources = new SourceManager();
    private final Names names = new Names();
    private final Diagnostics d = new Diagnostics(sources);
    private Command.Input input;
    /** What an interpreted program ended with. */
    int status;
    private PpOptions ppOptions;
    private Preprocessor preprocessor;

    Compile(Command c, Home home, InputStream in, PrintStream out, PrintStream err, Timing timing) {
        this.c = c;
        this.home = home;
        this.in = in;
        this.out = out;
        this.err = err;
        this.timing = timing;
    }

    /** The object's bytes if the command links, else something not null; null after errors, which are printed. */
    byte[] run(Command.Input i) {
        input = i;
        configure(d);
        byte[] result = null;
        try {
            result = stages();
        } catch (Diagnostics.Fatal e) {
            result = null;
        } catch (NoSuchFileException e) {
            d.report(Diagnostics.Severity.FATAL, 0, 0, null, e.getMessage() + ": No such file or directory");
        } catch (IOException e) {
            d.report(Diagnostics.Severity.FATAL, 0, 0, null, i.name() + ": " + e.getMessage());
        } finally {
            if (c.listHeaders && preprocessor != null) err.print(preprocessor.headerTree());
            if (!d.all().isEmpty()) err.print(d.render(colors(c)));
        }
        return d.hasErrors() ? null : result;
    }

    private byte[] stages() throws IOException {
        switch (input.language()) {
            case IR -> {
                Module m = IrParser.parse(input.name(), read(), target(), d);
                return d.hasErrors() ? null : backEnd(m);
            }
            case ASSEMBLY -> {
                // Neither text to preprocess nor to compile.
                return c.stop.ordinal() < Command.Stop.ASSEMBLE.ordinal() ? NOTHING : assemble(read());
            }
            case ASSEMBLY_CPP -> {
                startPreprocessor();
                byte[] text = new EPrinter(preprocessor).print();
                if (d.hasErrors()) return null;
                dependencies();
                if (c.stop.ordinal() < Command.Stop.ASSEMBLE.ordinal()) return c.stop == Command.Stop.SYNTAX ? NOTHING : printed(text);
                if (c.saveTemps) Driver.write(names().temporary(".s"), text);
                return assemble(text);
            }
            default -> { }
        }
        startPreprocessor();
        String emit = c.developer.get("emit");
        if ("tokens".equals(emit)) return printed(tokens());
        if ("ast".equals(emit)) return printed(tree());
        if (c.saveTemps && c.stop != Command.Stop.PREPROCESS && input.language() == Command.Language.C) saveText();
        if (c.stop == Command.Stop.PREPROCESS) {
            boolean onlyDependencies = c.dependencies > 0 && !c.dependenciesBeside;
            byte[] text = new EPrinter(preprocessor).print();
            if (d.hasErrors()) return null;
            dependencies();
            return onlyDependencies ? text : printed(text);
        }
        return translate();
    }

    // ---- the stages of C ----

    private byte[] translate() throws IOException {
        // Parsing draws tokens from the preprocessor, checking and lowering draw declarations from the parser: one pass over the text.
        long t0 = System.nanoTime();
        Module m = new Module(input.name(), target());
        m.sources = sources;
        m.features = c.features();
        m.noBuiltin.addAll(c.noBuiltin);
        m.unaligned = c.target.machine().legality().unaligned();
        m.vectors = f -> c.target.machine().legality().in(f)::legal;
        m.shuffles = f -> c.target.machine().legality().in(f)::shuffle;
        for (String r : c.fixedRegisters) {
            if (m.target.regs().number(r) >= 0) m.fixedRegisters.add(r);
            else d.warning(0, null, "unknown register name: " + r);
        }
        Lowering lowering = new Lowering(m, lowering(), d);
        Checker checker = new Checker(d, names, target(), checking(), c.stop == Command.Stop.SYNTAX || input.language() == Command.Language.HEADER ? TypedConsumer.DISCARD : lowering);
        new CParser(preprocessor, names, d, target(), dialect()).parse(checker::accept);
        checker.finish();
        time("front end", t0);
        if (d.hasErrors()) return null;
        assemblerOptions(new ArrayList<>(), new TreeMap<>());
        if (d.hasErrors()) return null;
        dependencies();
        if (c.stop == Command.Stop.SYNTAX) return NOTHING;
        if (input.language() == Command.Language.HEADER) {
            // Headers are checked, not precompiled; make finds the file that its rule promises.
            Driver.write(c.output != null ? c.output : input.name() + ".gch", "");
            return NOTHING;
        }
        return backEnd(m);
    }

    /** From here on the unit is in the C shape of the IR, whether it came from C or from text. */
    private byte[] backEnd(Module m) throws IOException {
        String emit = c.developer.get("emit");
        if ("ir".equals(emit) && !c.developer.containsKey("stop-after") && !c.developer.containsKey("passes")) return printed(bytes(IrPrinter.print(m)));
        Pipelines pipelines = new Pipelines(c, d, err);
        Pipeline passes = c.interpret ? pipelines.beforeAbi() : pipelines.forCommand();
        if (passes == null) return null;
        if (c.optInfo != null) m.remarks = new Remarks(c.optInfo.kinds(), c.optInfo.groups());
        String shown = c.developer.get("html");
        FunctionPage page = shown == null ? null : new FunctionPage(shown);
        if (page != null && m.symbol(shown) instanceof Function f) page.ir("front end", f);
        Bisection bisection = pipelines.bisection();
        boolean stopped = pipelines.run(passes, m, bisection, page);
        if (m.remarks != null) c.optInfo.print(m.remarks, m.sources, err);
        if (timing != null) passes.times.forEach(timing::add);
        if (!stopped) SurvivingCalls.report(m, d);
        if (d.hasErrors()) return null;
        if (c.interpret) return interpret(m);
        if (stopped || c.developer.containsKey("passes")) return printed(bytes(IrPrinter.print(m)));

        boolean text = c.stop == Command.Stop.COMPILE || "asm".equals(emit);
        AsmPrinter printer = text || c.saveTemps || page != null ? new AsmPrinter() : null;
        ObjectBuilder object = new ObjectBuilder(c.target.isa(), d, printer);
        CodegenOptions options = generation();
        if ("mir".equals(emit)) options.dump = (pass, f) -> out.print("; after " + pass + "\n" + MirPrinter.print(f));
        options.bisection = bisection;
        options.disabled = Set.copyOf(pipelines.list("disable"));
        for (String name : pipelines.list("dump")) {
            int colon = name.indexOf(':');
            String pass = colon < 0 ? name : name.substring(0, colon);
            if (!MachinePasses.has(pass)) continue;
            options.dump = (at, f) -> {
                if (at.equals(pass) && (colon < 0 || f.ir.name.equals(name.substring(colon + 1)))) err.print("; after " + at + "\n" + MirPrinter.print(f));
            };
        }
        if (page != null) options.dump = page::machine;
        if (timing != null) options.times = new LinkedHashMap<>();
        Codegen.emit(m, options, c.target.machine(), object);
        if (timing != null) options.times.forEach(timing::add);
        if (d.hasErrors()) return null;
        if (page != null) {
            page.assembly(printer.text());
            if (page.found()) Driver.write(Path.of(c.output == null ? "." : c.output).resolveSibling(shown + ".html").toString(), page.html());
            else d.error(0, "--html=" + shown + ": no such function is compiled");
            if (d.hasErrors()) return null;
        }
        if (options.stackUsage != null) Driver.write(names().auxiliary(".su"), options.stackUsage.toString());
        if (text) return printedTo(names().output(".s"), bytes(printer.text()));
        if (c.saveTemps) Driver.write(names().temporary(".s"), bytes(printer.text()));
        return object(object);
    }

    /** The program's output to {@code out}; its status is the driver's. What the interpreter stops at is a fault in the program or in jcc. */
    private byte[] interpret(Module m) {
        Interpreter.Options o = new Interpreter.Options();
        o.capture = true;
        Interpreter.Result r = Interpreter.run(m, o, input.name());
        out.write(r.output(), 0, r.output().length);
        if (r.trap() != null) err.println("jcc: the interpreter stopped: " + r.trap());
        status = r.status();
        return NOTHING;
    }

    private byte[] assemble(byte[] text) throws IOException {
        SourceManager.Entry e = sources.add(input.name(), text, 0, false);
        ObjectBuilder object = new ObjectBuilder(c.target.isa(), d, null);
        List<Path> dirs = new ArrayList<>();
        Map<String, Long> symbols = new TreeMap<>();
        assemblerOptions(dirs, symbols);
        new GasAssembler(object, new GasAssembler.Options(dirs, symbols)).assembleFile(e);
        return d.hasErrors() ? null : object(object);
    }

    private void assemblerOptions(List<Path> dirs, Map<String, Long> symbols) {
        for (String dir : c.dirs) dirs.add(Path.of(dir));
        List<String> o = c.assemblerOptions;
        for (int i = 0; i < o.size(); i++) {
            String a = o.get(i);
            if (a.equals("-I") && i + 1 < o.size()) {
                dirs.add(Path.of(o.get(++i)));
            } else if (a.startsWith("-I")) {
                dirs.add(Path.of(a.substring(2)));
            } else if (a.equals("--defsym") && i + 1 < o.size() && o.get(i + 1).contains("=")) {
                String[] nv = o.get(++i).split("=", 2);
                try {
                    symbols.put(nv[0], Long.decode(nv[1]));
                } catch (NumberFormatException e) {
                    d.error(0, "bad value in '--defsym " + o.get(i) + "'");
                }
            } else if (!List.of("--noexecstack", "--execstack", "--64", "--warn", "-W", "--no-warn", "--fatal-warnings", "-g", "--gdwarf-5",
                    "--gdwarf-4", "--gdwarf-2", "-mrelax-relocations=no", "-mrelax-relocations=yes", "-L", "-R", "--no-pad-sections").contains(a)
                    && !a.startsWith("-mtune=") && !a.matches("-a[cdghlmns]*(=.*)?") && !a.startsWith("-march=") && !a.startsWith("--compress-debug-sections") && !a.startsWith("--debug-prefix-map")) {
                d.error(0, "unrecognized assembler option '" + a + "'");
            }
        }
    }

    /** The object's image: for the linker, or written to its file. */
    private byte[] object(ObjectBuilder b) throws IOException {
        long t0 = System.nanoTime();
        byte[] image = b.finish();
        time("object", t0);
        if (d.hasErrors()) return null;
        if (c.stop != Command.Stop.LINK) Driver.write(names().output(".o"), image);
        else if (c.saveTemps) Driver.write(names().temporary(".o"), image);
        return image;
    }

    private void time(String stage, long since) {
        if (timing != null) timing.add(stage, System.nanoTime() - since);
    }

    // ---- texts in and out ----

    private OutputNames names() {
        return new OutputNames(c, input.name());
    }

    private byte[] read() throws IOException {
        if (input.name().equals("-")) return in.readAllBytes();
        Path p = Path.of(input.name());
        if (Files.isDirectory(p)) throw new IOException("Is a directory");
        return Files.readAllBytes(p);
    }

    private void startPreprocessor() throws IOException {
        ppOptions = preprocessing();
        preprocessor = new Preprocessor(ppOptions, sources, names, d, IncludeCache.shared());
        if (input.name().equals("-")) {
            preprocessor.start("<stdin>", SourceText.of("<stdin>", in.readAllBytes(), 0));
        } else if (!preprocessor.start(input.name())) {
            throw new NoSuchFileException(input.name());
        }
    }

    /** One token a line: place, kind, spelling. */
    private byte[] tokens() {
        StringBuilder sb = new StringBuilder();
        Token t = new Token();
        for (preprocessor.next(t); t.kind != Token.EOF; preprocessor.next(t)) {
            sb.append(sources.position(t.loc)).append('\t').append(t.kind).append('\t').append(t.spelling()).append('\n');
        }
        return bytes(sb.toString());
    }

    private byte[] tree() {
        SyntaxPrinter printer = new SyntaxPrinter(names);
        new CParser(preprocessor, names, d, target(), dialect()).parse(printer::print);
        return bytes(printer.text());
    }

    /** {@code -save-temps}: the preprocessed text, by a second run of the preprocessor on its own. */
    private void saveText() throws IOException {
        PpOptions o = preprocessing();
        o.preprocessOnly = true;
        Diagnostics own = new Diagnostics(new SourceManager());
        Preprocessor p = new Preprocessor(o, own.sources(), new Names(), own, IncludeCache.shared());
        if (p.start(input.name())) Driver.write(names().temporary(".i"), new EPrinter(p).print());
    }

    /** To {@code -o} or the standard output. */
    private byte[] printed(byte[] text) throws IOException {
        return printedTo(c.output == null ? "-" : c.output, text);
    }

    private byte[] printedTo(String file, byte[] text) throws IOException {
        if (d.hasErrors()) return null;
        if (file.equals("-")) {
            out.write(text);
            out.flush();
        } else {
            Driver.write(file, text);
        }
        return text;
    }

    private static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    private void dependencies() throws IOException {
        if (c.dependencies == 0) return;
        List<String> targets = c.dependencyTargets.isEmpty() ? List.of(names().target()) : c.dependencyTargets;
        String rule = DepWriter.rule(targets, preprocessor.dependencies(), c.dependencies == 1, c.phonyTargets);
        String file = c.dependencyFile != null ? c.dependencyFile : c.dependenciesBeside ? names().dependencies() : c.output;
        if (file == null || file.equals("-")) out.print(rule);
        else Driver.write(file, rule);
    }

    // ---- settings of the stages ----

    private void configure(Diagnostics diagnostics) {
        diagnostics.noWarnings(c.noWarnings);
        diagnostics.warningsAreErrors(c.warningsAreErrors);
        diagnostics.errorLimit(c.maxErrors);
        if (c.pedantic) diagnostics.enable("pedantic", true);
        if (c.pedanticErrors) diagnostics.asError("pedantic", true);
        for (String w : c.warnings) {
            if (w.startsWith("error=")) diagnostics.asError(w.substring(6), true);
            else if (w.startsWith("no-error=")) diagnostics.asError(w.substring(9), false);
            else if (w.startsWith("no-")) diagnostics.enable(w.substring(3), false);
            else diagnostics.enable(w, true);
        }
        if (c.warnings.contains("system-headers")) diagnostics.systemHeaderWarnings(true);
    }

    /** The target as the front end sees it, with the signedness of {@code char} that the command asks for. */
    private TargetInfo target() {
        TargetInfo t = c.target.machine().info();
        if (c.charUnsigned == null || c.charUnsigned != t.charSigned()) return t;
        return new TargetInfo(t.name(), t.triplet(), t.pointerBytes(), !c.charUnsigned, t.wcharSigned(), t.longDouble(), t.maxAlign(), t.vaList(), t.int128(),
                t.maxAtomicBytes(), t.regs(), t.features(), t.operations());
    }

    private PpOptions preprocessing() {
        PpOptions o = new PpOptions();
        if (c.std.startsWith("c++") || c.std.startsWith("gnu++")) d.warning(0, null, "command-line option '-std=" + c.std + "' is valid for C++/ObjC++ but not for C");
        else if (!o.standard(c.std)) throw d.fatal(0, "unrecognized command-line option '-std=" + c.std + "'");
        o.trigraphs = c.trigraphs;
        o.assembler = input.language() == Command.Language.ASSEMBLY_CPP;
        for (Command.Macro m : c.macros) o.macros.add(new PpOptions.MacroOption(m.letter(), m.text()));
        o.imacros.addAll(c.imacros);
        o.includes.addAll(c.include);
        o.quoteDirs.addAll(c.quoteDirs);
        o.dirs.addAll(c.dirs);
        o.systemDirs.addAll(c.systemDirs);
        o.afterDirs.addAll(c.afterDirs);
        addPath(System.getenv("CPATH"), o.dirs);
        addPath(System.getenv("C_INCLUDE_PATH"), o.systemDirs);
        o.target = c.target.name();
        o.defaultDirs.removeIf(p -> p.startsWith("/"));
        o.defaultDirs.add(IncludeCache.OWN_INCLUDE + "/" + o.target);
        o.defaultDirs.addAll(c.target.includeDirs());
        if (!home.sysroot().isEmpty()) o.defaultDirs.replaceAll(p -> p.startsWith("/") ? home.sysroot() + p : p);
        o.nostdinc = c.nostdinc;
        o.undef = c.undef;
        o.optimize = c.optimizing();
        o.optimizeSize = c.optimizingForSize();
        o.picLevel = pic();
        o.pieLevel = pie();
        o.pthread = c.pthread;
        o.freestanding = !c.hosted;
        o.unsignedChar = !target().charSigned();
        o.codeModel = c.codeModel;
        o.targetMacros.addAll(c.target.machine().info().features().macros(c.features(), c.processor, c.tune));
        o.optimizeFast = c.optimizeFor == 'f';
        o.machine = c.target.machine().info().features();
        o.features = c.features();
        o.processor = c.processor;
        o.tune = c.tune;
        fact(o, c.fastMath, "fast-math");
        fact(o, c.finiteMath, "finite-math-only");
        fact(o, !c.signedZeros, "no-signed-zeros");
        fact(o, associative(), "associative-math");
        fact(o, c.reciprocalMath, "reciprocal-math");
        fact(o, !c.trappingMath, "no-trapping-math");
        fact(o, c.roundingMath, "rounding-math");
        fact(o, c.stackProtection != StackProtection.NONE, "ssp-" + c.stackProtection.name().toLowerCase(Locale.ROOT));
        fact(o, c.signalingNans, "signaling-nans");
        fact(o, !c.mathErrno, "no-math-errno");
        fact(o, c.exceptions, "exceptions");
        fact(o, !unwindTables() && c.debug == 0, "no-cfi");
        if (c.gnu89Inline) o.extraFacts.add("gnu89-inline");
        o.noLineMarkers = c.noLineMarkers;
        o.keepComments = c.keepComments;
        o.keepMacroComments = c.keepMacroComments;
        o.dumpMacros = c.dumpMacros;
        o.dumpIncludes = c.dumpIncludes;
        o.preprocessOnly = c.stop == Command.Stop.PREPROCESS || o.assembler;
        o.preprocessed = c.preprocessed || input.language() == Command.Language.PREPROCESSED_C;
        o.prefixMaps.addAll(c.prefixMaps);
        o.dependencies = c.dependencies;
        o.missingGenerated = c.missingGenerated;
        o.maxIncludeDepth = c.maxIncludeDepth;
        o.listHeaders = c.listHeaders;
        o.dollars = c.dollars;
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch != null) {
            try {
                o.sourceDateEpoch = Long.parseLong(epoch);
            } catch (NumberFormatException e) {
                throw d.fatal(0, "environment variable 'SOURCE_DATE_EPOCH' must expand to a non-negative integer");
            }
        }
        return o;
    }

    private static void fact(PpOptions o, boolean holds, String word) {
        if (holds) o.extraFacts.add(word);
    }

    /** As gcc: {@code -fassociative-math} needs {@code -fno-signed-zeros -fno-trapping-math}. */
    private boolean associative() {
        return c.associativeMath && !c.signedZeros && !c.trappingMath;
    }

    private boolean unwindTables() {
        return c.asynchronousUnwindTables || c.unwindTables || c.exceptions;
    }

    /** A colon-separated path; an empty element is the current directory. */
    private static void addPath(String path, List<String> to) {
        if (path == null) return;
        for (String p : path.split(":", -1)) to.add(p.isEmpty() ? "." : p);
    }

    /** Debian's default is PIE: position-independent code unless a fixed address was asked for. */
    private int pie() {
        return c.pie > 0 && c.pic == 0 && (c.noPie || c.isStatic && !c.staticPie) ? 0 : c.pic > 0 && c.pie == 0 ? 0 : c.pie;
    }

    private int pic() {
        return Math.max(c.pic, pie());
    }

    private int year() {
        return switch (ppOptions.std) {
            case C89, C94 -> 1990;
            case C99 -> 1999;
            case C11 -> 2011;
            case C17 -> 2017;
            case C2X -> 2023;
        };
    }

    private Dialect dialect() {
        return new Dialect(year(), ppOptions.gnu && c.asmKeyword);
    }

    private CheckOptions checking() {
        return new CheckOptions(year(), ppOptions.gnu, c.gnu89Inline || year() < 1999 , c.common, c.optimize, c.shortEnums, !c.bitfieldsUnsigned,
                pic() > 0, c.builtins, c.hosted, c.msBitFields, c.packStruct, c.msExtensions, c.bigEndianStructs, java.util.Set.copyOf(c.noBuiltin));
    }

    private Lowering.Options lowering() {
        Lowering.Options o = new Lowering.Options();
        o.wrapv = c.wrapv;
        o.instrument = c.instrument;
        o.semanticInterposition = c.semanticInterposition;
        o.exceptions = c.exceptions;
        o.nonCallExceptions = c.nonCallExceptions;
        o.wrapvPointer = c.wrapvPointer;
        o.trapv = c.trapv;
        o.strictAliasing = c.strictAliasing != null ? c.strictAliasing : c.optimize >= 2;
        o.fastMath = (c.finiteMath ? Inst.NNAN | Inst.NINF : 0) | (c.signedZeros ? 0 : Inst.NSZ) | (c.reciprocalMath ? Inst.ARCP : 0)
                | (associative() ? Inst.REASSOC : 0) | (c.contracts() ? Inst.CONTRACT : 0);
        o.roundingMath = c.roundingMath;
        o.trappingMath = c.trappingMath;
        o.strictFloat = c.signalingNans;
        o.autoInit = c.autoInit;
        o.stackProtection = c.stackProtection;
        o.bufferSize = c.bufferSize;
        o.noMathErrno = !c.mathErrno;
        o.builtins = c.builtins && c.hosted;
        o.common = c.common;
        o.pic = c.pic > 0 && c.pie == 0;
        o.level = c.optimize;
        o.optimizeSize = c.optimizingForSize();
        o.minimizeSize = c.optimizeFor == 'z';
        o.optimizeDebug = c.optimizeFor == 'g';
        o.keepInlineBodies = true;
        switch (c.visibility) {
            case "default" -> o.visibility = Symbol.Visibility.DEFAULT;
            case "hidden" -> o.visibility = Symbol.Visibility.HIDDEN;
            case "protected" -> o.visibility = Symbol.Visibility.PROTECTED;
            case "internal" -> o.visibility = Symbol.Visibility.INTERNAL;
            default -> d.error(0, "unrecognized visibility value '" + c.visibility + "'");
        }
        if (c.tlsModel != null) {
            switch (c.tlsModel) {
                case "global-dynamic" -> o.tlsModel = GlobalVar.Tls.GENERAL_DYNAMIC;
                case "local-dynamic" -> o.tlsModel = GlobalVar.Tls.LOCAL_DYNAMIC;
                case "initial-exec" -> o.tlsModel = GlobalVar.Tls.INITIAL_EXEC;
                case "local-exec" -> o.tlsModel = GlobalVar.Tls.LOCAL_EXEC;
                default -> d.error(0, "unknown TLS model '" + c.tlsModel + "'");
            }
        }
        return o;
    }

    private CodegenOptions generation() {
        CodegenOptions o = new CodegenOptions();
        o.optLevel = c.optimize;
        o.pic = c.pic > 0 && c.pie == 0;
        o.pie = !o.pic && pie() > 0;
        o.codeModel = switch (c.codeModel) {
            case "medium" -> CodegenOptions.CodeModel.MEDIUM;
            case "large" -> CodegenOptions.CodeModel.LARGE;
            case "kernel" -> CodegenOptions.CodeModel.KERNEL;
            default -> CodegenOptions.CodeModel.SMALL;
        };
        if (o.codeModel == CodegenOptions.CodeModel.KERNEL && o.positionIndependent()) d.error(0, "code model 'kernel' does not support PIC mode");
        o.largeDataThreshold = c.largeDataThreshold;
        o.functionSections = c.functionSections;
        o.dataSections = c.dataSections;
        o.noPlt = !c.plt;
        o.keepFramePointer = c.omitFramePointer != null ? !c.omitFramePointer : c.optimize == 0;
        o.unwindTables = unwindTables();
        o.stackUsage = c.stackUsage ? new StringBuilder() : null;
        o.prefixMaps = c.debugPrefixMaps;
        o.redZone = c.redZone;
        o.debug = c.debug > 0;
        o.ident = c.ident ? "jcc " + Information.VERSION : null;
        o.compilationDirectory = Path.of("").toAbsolutePath().toString();
        o.noBss = !c.zeroInBss;
        o.ipaRegisters = (c.ipaRegisters == null || c.ipaRegisters) && c.optimize >= 2 && !c.instrument;
        o.alignFunctions = c.alignFunctions;
        o.alignLoops = c.alignLoops;
        o.alignJumps = c.alignJumps;
        o.alignLabels = c.alignLabels;
        o.schedule = c.scheduleInstructions;
        o.reorderFunctions = c.reorderFunctions != null ? c.reorderFunctions : c.optimize >= 2;
        o.partition = o.reorderFunctions && (c.partition != null ? c.partition : c.optimize >= 2);
        o.verify = c.verify;
        o.chaos = c.chaos;
        return o;
    }

    static boolean colors(Command c) {
        return c.color.equals("always");
    }
}
