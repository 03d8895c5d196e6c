package org.jcc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.link.Input;
import org.jcc.link.Link;
import org.jcc.link.LinkOptions;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/**
 * Runs one command line: every input to the stage that was asked for, then the link. A library call: it starts no process,
 * holds no state between calls, and never exits the JVM.
 *
 * <p>Objects between compiler and linker stay in memory. A file is written aside and renamed when it is whole, so that an
 * error leaves no half-written output.
 */
public final class Driver {
    /** The gcc that jcc is compatible with. */
    static final String GCC_VERSION = "12.2.0";

    private final Command c;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Home home;
    private boolean failed;
    /** Of a program that the interpreter ran. */
    private int status;

    private Driver(Command c, InputStream in, PrintStream out, PrintStream err) {
        this.c = c;
        this.in = in;
        this.out = out;
        this.err = err;
        this.home = Home.find(c.target, c.sysroot);
    }

    /**
     * Runs a command line without the program's name.
     *
     * @param in  read for the input {@code -}
     * @param out gets what goes to the standard output
     * @param err gets diagnostics
     * @return the exit status: 0, or 1 after errors
     */
    public static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        Diagnostics d = new Diagnostics(new SourceManager());
        Command c = CommandLine.parse(args, d);
        if (d.hasErrors()) {
            err.print(d.render(false));
            return 1;
        }
        return new Driver(c, in, out, err).run();
    }

    private int run() {
        if (c.print != null) {
            out.print(Information.text(c.print, home, c));
            out.flush();
            return 0;
        }
        if (c.printPasses) {
            out.print(Pipelines.table(c));
            return 0;
        }
        boolean anyFile = c.inputs.stream().anyMatch(i -> !i.option() && !i.name().startsWith("-l"));
        if (!anyFile) {
            if (c.verbose) {
                err.println("jcc version " + Information.VERSION + " (compatible with gcc version " + GCC_VERSION + ")");
                return 0;
            }
            return error("no input files");
        }
        int sources = 0;
        for (Command.Input i : c.inputs) if (i.language() != Command.Language.OBJECT) sources++;
        if (c.output != null && c.stop != Command.Stop.LINK && sources > 1 && (c.stop != Command.Stop.PREPROCESS || c.dependencies == 0)) {
            return error("cannot specify '-o' with '-c', '-S' or '-E' with multiple files");
        }
        for (Command.Input i : c.inputs) {
            if (i.option() || i.name().startsWith("-")) continue;
            if (i.name().equals(c.output) && c.stop.ordinal() > Command.Stop.SYNTAX.ordinal()) return error("input file '" + i.name() + "' is the same as output file");
            if (i.language() == Command.Language.OBJECT && c.stop != Command.Stop.LINK && !Files.exists(Path.of(i.name()))) {
                error(i.name() + ": linker input file not found: No such file or directory");
                failed = true;
            }
        }
        if (c.verbose) err.println("jcc version " + Information.VERSION + "\nTarget: " + c.target.triplet());
        List<Input> linkInputs = new ArrayList<>();
        LinkOptions link = new LinkOptions();
        Diagnostics ld = new Diagnostics(new SourceManager());
        if (c.stop == Command.Stop.LINK) Linking.begin(c, home, link, linkInputs, ld);
        Timing timing = c.timePasses ? new Timing() : null;
        for (Command.Input i : c.inputs) {
            if (i.language() == Command.Language.OBJECT) {
                if (c.stop == Command.Stop.LINK) Linking.add(i, link, linkInputs, ld);
                else if (!i.option() && !i.name().startsWith("-l")) err.println("jcc: warning: " + i.name() + ": linker input file unused because linking not done");
                continue;
            }
            if (c.verbose) err.println(" compile " + i.name() + " (" + i.language() + ")");
            if (c.dryRun) continue;
            Compile compile = new Compile(c, home, in, out, err, timing);
            byte[] object = compile.run(i);
            if (compile.status != 0) status = compile.status;
            if (object == null) failed = true;
            else if (c.stop == Command.Stop.LINK && i.language() != Command.Language.HEADER) linkInputs.add(new Input.Bytes(objectName(i.name()), object));
        }
        boolean anything = c.inputs.stream().anyMatch(i -> !i.option() && i.language() != Command.Language.HEADER);
        if (c.stop == Command.Stop.LINK && !failed && !c.dryRun && anything) {
            Linking.end(c, home, link, linkInputs, ld);
            long t0 = System.nanoTime();
            if (!ld.hasErrors()) Link.linkToFile(link, linkInputs, ld);
            if (timing != null) timing.add("link", System.nanoTime() - t0);
            if (!ld.all().isEmpty()) err.print(ld.render(Compile.colors(c)));
            if (ld.hasErrors()) {
                err.println("jcc: error: the link failed");
                failed = true;
            }
        }
        if (timing != null) timing.print(err);
        out.flush();
        err.flush();
        return failed ? 1 : status;
    }

    private static String objectName(String source) {
        String base = source.substring(source.lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        return (dot > 0 ? base.substring(0, dot) : base) + ".o";
    }

    private int error(String message) {
        err.println("jcc: error: " + message);
        return 1;
    }

    /** Writes a file aside and renames it into place; special files such as {@code /dev/null} are written directly. */
    static void write(String name, byte[] bytes) throws IOException {
        Path target = Path.of(name);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, bytes);
            return;
        }
        Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target;
        Path dir = real.toAbsolutePath().getParent();
        Path aside = Files.createTempFile(dir, ".jcc", ".tmp");
        try {
            Files.write(aside, bytes);
            Files.setPosixFilePermissions(aside, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(aside, real, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    static void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
