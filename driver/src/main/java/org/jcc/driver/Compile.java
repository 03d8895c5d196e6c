package org.jcc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jcc.frontend.parse.CParser;
import org.jcc.frontend.parse.Dialect;
import org.jcc.frontend.pp.DepWriter;
import org.jcc.frontend.pp.EPrinter;
import org.jcc.frontend.pp.IncludeCache;
import org.jcc.frontend.pp.PpOptions;
import org.jcc.frontend.pp.Preprocessor;
import org.jcc.frontend.pp.SourceText;
import org.jcc.frontend.syntax.External;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;

/**
 * One translation unit, from its text to the stage that the command asks for.
 *
 * <pre>
 *   preprocess ─► parse ─► check ─► lower ─► passes ─► machine code ─► object
 *   assembly ────────────────────────────────────────────────────────► object
 * </pre>
 */
final class Compile {
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
            if (!d.all().isEmpty()) err.print(d.render(colors(c)));
        }
        return d.hasErrors() ? null : result;
    }

    private byte[] stages() throws IOException {
        switch (input.language()) {
            case ASSEMBLY -> {
                return assemble(SourceText.of(input.name(), read(), 0));
            }
            case ASSEMBLY_CPP -> {
                startPreprocessor();
                byte[] text = new EPrinter(preprocessor).print();
                if (d.hasErrors()) return null;
                dependencies();
                if (c.stop == Command.Stop.PREPROCESS) return printed(text);
                return assemble(SourceText.of(input.name(), text, 0));
            }
            default -> { }
        }
        startPreprocessor();
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
        CParser parser = new CParser(preprocessor, names, d, Targets.X86_64, dialect());
        parser.parse((External e) -> { });
        if (timing != null) timing.add("front end", System.nanoTime() - t0);
        if (d.hasErrors()) return null;
        dependencies();
        return new byte[0];
    }

    private byte[] assemble(SourceText text) {
        d.sorry(0, "assembling");
        return null;
    }

    // ---- texts in and out ----

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

    private byte[] printed(byte[] text) throws IOException {
        if (c.output == null || c.output.equals("-")) {
            out.write(text);
            out.flush();
        } else {
            Driver.write(c.output, text);
        }
        return text;
    }

    private void dependencies() throws IOException {
        if (c.dependencies == 0) return;
        String target = !ppOptions.depTargets.isEmpty() ? null : c.dependenciesBeside && c.output != null && c.stop != Command.Stop.LINK
                ? DepWriter.quote(c.output) : DepWriter.quote(DepWriter.defaultTarget(input.name()));
        String rule = DepWriter.rule(target == null ? ppOptions.depTargets : List.of(target), preprocessor.dependencies(), c.dependencies == 1, c.phonyTargets);
        String file = c.dependencyFile != null ? c.dependencyFile : c.dependenciesBeside ? dependencyFile() : c.output;
        if (file == null || file.equals("-")) out.print(rule);
        else Driver.write(file, rule);
    }

    /** gcc's name: the output's with .d, else the source's base name with .d. */
    private String dependencyFile() {
        String from = c.output != null ? c.output : input.name().substring(input.name().lastIndexOf('/') + 1);
        int dot = from.lastIndexOf('.');
        return (dot > from.lastIndexOf('/') + 1 ? from.substring(0, dot) : from) + ".d";
    }

    /** The output's name beside the source's base name, when {@code -o} gives none. */
    private String outputName(String suffix) {
        if (c.output != null) return c.output;
        String base = input.name().substring(input.name().lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        return (dot > 0 ? base.substring(0, dot) : base) + suffix;
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

    private PpOptions preprocessing() {
        PpOptions o = new PpOptions();
        if (!o.standard(c.std)) throw d.fatal(0, "unrecognized command-line option '-std=" + c.std + "'");
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
        if (!home.sysroot().isEmpty()) o.defaultDirs.replaceAll(p -> p.startsWith("/") ? home.sysroot() + p : p);
        o.nostdinc = c.nostdinc;
        o.undef = c.undef;
        o.optimize = c.optimizing();
        o.optimizeSize = c.optimizingForSize();
        o.picLevel = pic();
        o.pieLevel = pie();
        o.pthread = c.pthread;
        o.freestanding = !c.hosted;
        o.unsignedChar = c.charUnsigned;
        o.shortWchar = c.shortWchar;
        o.codeModel = c.codeModel;
        if (c.fastMath) o.extraFacts.add("fast-math");
        if (!c.mathErrno) o.extraFacts.add("no-math-errno");
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
        o.phonyTargets = c.phonyTargets;
        o.depTargets.addAll(c.dependencyTargets);
        o.maxIncludeDepth = c.maxIncludeDepth;
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

    static boolean colors(Command c) {
        return c.color.equals("always");
    }

    static String passTable() {
        return "";
    }

    /** Names of text for messages. */
    static String text(byte[] b) {
        return new String(b, StandardCharsets.UTF_8);
    }
}
