package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the preprocessor with a few of gcc's options, for tests and for comparing with gcc by hand. */
final class PpTool {
    /** What a run gave. */
    record Result(String output, String diagnostics, boolean errors, List<DepWriter.Dependency> files) {}

    private PpTool() {}

    /** Preprocesses {@code text} as the file {@code name}. */
    static Result run(String name, String text, String... args) {
        return run(name, SourceText.of(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0), options(new ArrayList<>(List.of(args))));
    }

    static Result run(String name, SourceText text, PpOptions o) {
        SourceManager sm = new SourceManager();
        Diagnostics d = new Diagnostics(sm);
        for (String w : warnings) d.enable(w, true);
        Preprocessor pp = new Preprocessor(o, sm, new Names(), d, IncludeCache.shared());
        o.preprocessOnly = true;
        byte[] out = {};
        if (o.dependencies > 0) o.dumpMacros = 'M';
        EPrinter printer = new EPrinter(pp);
        try {
            if (text != null) pp.start(name, text);
            else if (!pp.start(name)) d.fatal(0, name + ": No such file or directory");
            out = printer.print();
            if (o.dependencies > 0) {
                out = DepWriter.rule(List.of(DepWriter.quote(DepWriter.defaultTarget(name))), pp.dependencies(), o.dependencies == 1, phony)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
        } catch (Diagnostics.Fatal f) {
            out = printer.text();
        }
        return new Result(new String(out, java.nio.charset.StandardCharsets.ISO_8859_1), d.render(false), d.hasErrors(), pp.dependencies());
    }

    private static final List<String> warnings = new ArrayList<>();
    private static boolean phony;

    /** Understands the options that tests use; what is left over are file names. */
    static PpOptions options(List<String> args) {
        PpOptions o = new PpOptions();
        warnings.clear();
        phony = false;
        o.environment(System.getenv());
        for (int i = 0; i < args.size(); i++) {
            String a = args.get(i);
            if (a.length() < 2 || a.charAt(0) != '-') continue;
            args.remove(i--);
            String next = i + 1 < args.size() ? args.get(i + 1) : null;
            if (a.startsWith("-std=")) o.standard(a.substring(5));
            else if (a.equals("-ansi")) o.standard("c90");
            else if (a.equals("-M") || a.equals("-MM")) o.dependencies = a.length() - 1;
            else if (a.equals("-MG")) o.missingGenerated = true;
            else if (a.equals("-MP")) phony = true;
            else if (a.equals("-P")) o.noLineMarkers = true;
            else if (a.equals("-C")) o.keepComments = true;
            else if (a.equals("-CC")) o.keepComments = o.keepMacroComments = true;
            else if (a.matches("-d[MDNU]")) o.dumpMacros = a.charAt(2);
            else if (a.equals("-dI")) o.dumpIncludes = true;
            else if (a.equals("-nostdinc")) o.nostdinc = true;
            else if (a.equals("-undef")) o.undef = true;
            else if (a.equals("-trigraphs")) o.trigraphs = true;
            else if (a.equals("-O2")) o.optimize = true;
            else if (a.equals("-Os")) o.optimize = o.optimizeSize = true;
            else if (a.equals("-fPIC")) o.pieLevel = 0;
            else if (a.equals("-fno-pie")) o.pieLevel = o.picLevel = 0;
            else if (a.equals("-ffreestanding")) o.freestanding = true;
            else if (a.equals("-pthread")) o.pthread = true;
            else if (a.equals("-ffast-math")) o.extraFacts.add("fast-math");
            else if (a.equals("-funsigned-char")) o.unsignedChar = true;
            else if (a.equals("-fshort-wchar")) o.shortWchar = true;
            else if (a.equals("-asm")) o.assembler = true;
            else if (a.equals("-pedantic") || a.equals("-Wpedantic")) warnings.add("pedantic");
            else if (a.equals("-Wall")) warnings.addAll(List.of("all"));
            else if (a.equals("-Wundef")) warnings.add("undef");
            else if (a.startsWith("-D") || a.startsWith("-U") || a.startsWith("-A")) {
                o.macros.add(new PpOptions.MacroOption(a.charAt(1), a.length() > 2 ? a.substring(2) : args.remove(i + 1)));
            } else if (a.startsWith("-I")) o.dirs.add(a.length() > 2 ? a.substring(2) : args.remove(i + 1));
            else if (a.equals("-iquote")) o.quoteDirs.add(args.remove(i + 1));
            else if (a.equals("-isystem")) o.systemDirs.add(args.remove(i + 1));
            else if (a.equals("-idirafter")) o.afterDirs.add(args.remove(i + 1));
            else if (a.equals("-include")) o.includes.add(args.remove(i + 1));
            else if (a.equals("-imacros")) o.imacros.add(args.remove(i + 1));
        }
        return o;
    }

    public static void main(String[] argv) throws Exception {
        ArrayList<String> args = new ArrayList<>(List.of(argv));
        if (args.remove("--bench")) {
            bench(args);
            return;
        }
        if (args.remove("--batch")) {
            // Each line of standard input: output-file TAB diagnostics-file TAB args…
            for (String line : new String(System.in.readAllBytes()).split("\n")) {
                String[] w = line.split("\t");
                ArrayList<String> a = new ArrayList<>(List.of(w).subList(2, w.length));
                PpOptions o = options(a);
                try {
                    Result r = run(a.getFirst(), null, o);
                    Files.writeString(Path.of(w[0]), r.output, java.nio.charset.StandardCharsets.ISO_8859_1);
                    Files.writeString(Path.of(w[1]), r.diagnostics);
                } catch (Throwable t) {
                    java.io.StringWriter sw = new java.io.StringWriter();
                    t.printStackTrace(new java.io.PrintWriter(sw));
                    Files.writeString(Path.of(w[1]), "CRASH " + sw);
                }
            }
            return;
        }
        PpOptions o = options(args);
        Result r = run(args.getFirst(), null, o);
        System.err.print(r.diagnostics);
        System.out.write(r.output.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        System.out.flush();
        if (r.errors) System.exit(1);
    }

    private static void bench(ArrayList<String> args) {
        PpOptions o = options(args);
        for (int i = 0; i < 25; i++) {
            long t0 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            SourceManager sm = new SourceManager();
            Names names = new Names();
            Diagnostics d = new Diagnostics(sm);
            Preprocessor pp = new Preprocessor(o, sm, names, d, IncludeCache.shared());
            pp.start(args.getFirst());
            Token t = new Token();
            int n = 0;
            do {
                pp.next(t);
                n++;
            } while (t.kind != Token.EOF);
            System.out.printf("%d tokens %.1f ms CPU%n", n, (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t0) / 1e6);
        }
    }
}
