package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Translation phases 1 to 4: a file and all it includes, as one stream of preprocessing tokens.
 *
 * <p>This class is the hub: the include stack and the macro table. {@link Lexer} makes tokens, {@link Directives} obeys
 * lines that begin with {@code #}, {@link Expander} replaces macros, {@link Pragmas} and {@link Builtins} do what their
 * names say. {@link #start} it, then ask {@link #next} until it gives {@link Token#EOF}.
 *
 * <p>The order of texts: the predefined macros, the command line's {@code -D} and {@code -U}, {@code stdc-predef.h},
 * {@code -imacros}, {@code -include}, the main file.
 */
public final class Preprocessor implements Token.Source {
    final PpOptions options;
    final SourceManager sources;
    final Names names;
    final Diagnostics diag;
    final Lexer lexer;
    final IncludeFinder finder;
    final Expander expander;
    final Directives directives;
    final Builtins builtins;
    final Pragmas pragmas;
    /** Hears of lines and files, for {@code -E}; else null. */
    Observer observer;
    /** Macros by name id. */
    Macro[] macros = new Macro[4096];
    /** Answers of {@code #assert}, by predicate's name id. */
    final java.util.HashMap<Integer, ArrayList<String>> assertions = new java.util.HashMap<>();
    final int vaArgs;
    final int vaOpt;
    final int definedName;
    /** The text being read; null at the very end. */
    Buffer buffer;
    int includeDepth;
    /** Every file read, in order, with whether it is a system header: for {@code -M}. */
    final ArrayList<DepWriter.Dependency> dependencies = new ArrayList<>();
    private final ArrayList<String> toInclude = new ArrayList<>();
    private SourceText main;
    private String mainName = "";
    private final StringBuilder headerTree = new StringBuilder();
    private Buffer mainBuffer;
    private boolean begun;
    private final Token drained = new Token();

    public Preprocessor(PpOptions options, SourceManager sources, Names names, Diagnostics diag, IncludeCache files) {
        this.options = options;
        this.sources = sources;
        this.names = names;
        this.diag = diag;
        lexer = new Lexer(names, diag, options);
        finder = new IncludeFinder(options, files);
        directives = new Directives(this);
        vaArgs = names.intern("__VA_ARGS__");
        vaOpt = names.intern("__VA_OPT__");
        definedName = names.intern("defined");
        expander = new Expander(this);
        builtins = new Builtins(this);
        pragmas = new Pragmas(this);
    }

    /** Starts the main file at {@code path}; false if it cannot be read (the caller reports that). */
    public boolean start(String path) {
        try {
            IncludeFinder.File f = finder.main(path);
            if (f == null) return false;
            f.entered = true;
            start(path, f.text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts a main text that is presented as {@code name}. */
    public void start(String name, SourceText text) {
        main = text;
        mainName = name;
    }

    /** Reads what comes before the main text. Put off until the first token is asked for, when everybody is in place. */
    private void begin() {
        begun = true;
        if (observer != null) observer.entered(null, 0);
        if (options.preprocessed) {
            startMain();
            return;
        }
        builtins.install();
        Observer o = observer;
        boolean dump = options.dumpMacros == 'D' || options.dumpMacros == 'N' || options.dumpMacros == 'U';
        open("<built-in>", SourceText.of("<built-in>", Predefined.text(options), 0), null, "", -1, 0, false);
        buffer.commandLine = true;
        buffer.entry.lineZero = true;
        if (!dump) observer = null;
        drain();
        observer = o;
        Buffer b = open("<command-line>", SourceText.of("<command-line>", Predefined.commandLine(options), 0), null, "", -1, 0, false);
        b.commandLine = true;
        b.entry.lineZero = true;
        if (!dump) observer = null;
        for (; ; ) {
            lexer.next(drained);
            if (drained.kind == Token.EOF) break;
            if (drained.kind == Token.HASH && (drained.flags & Token.LINE_START) != 0) directives.handle(drained);
        }
        observer = o;
        for (int name0 = 1; name0 < macros.length; name0++) {
            if (macros[name0] != null) macros[name0].predefined = true;
        }
        if (!options.nostdinc && !options.freestanding && !options.preprocessed) {
            try {
                IncludeFinder.Found f = finder.search("stdc-predef.h", finder.angleStart());
                if (f != null) enter(f, commandLineLoc());
            } catch (IOException e) {
                throw diag.fatal(0, "stdc-predef.h: " + e.getMessage());
            }
            // What it defines is there before any -imacros file is read.
            if (buffer != b && observer == null) drainTo(b);
        }
        for (String file : options.imacros) {
            if (buffer != b) drainTo(b);
            observer = null;
            if (includeOption(file)) drainTo(b);
            observer = o;
        }
        toInclude.addAll(options.includes);
    }

    private int commandLineLoc() {
        return buffer.entry.base;
    }

    private boolean includeOption(String file) {
        try {
            IncludeFinder.File f = finder.file(file);
            IncludeFinder.Found found = f != null ? new IncludeFinder.Found(f, -1, false) : finder.search(file, 0);
            if (found == null) {
                if (options.dependencies > 0 && options.missingGenerated) {
                    dependencies.add(new DepWriter.Dependency(file, false));
                    return false;
                }
                throw diag.fatal(commandLineLoc(), file + ": No such file or directory");
            }
            enter(found, commandLineLoc());
            return true;
        } catch (IOException e) {
            throw diag.fatal(commandLineLoc(), file + ": " + e.getMessage());
        }
    }

    private void startMain() {
        int slash = mainName.lastIndexOf('/');
        IncludeFinder.File f = null;
        try {
            f = main.path().equals(mainName) ? finder.file(mainName) : null;
        } catch (IOException e) {
            f = null;
        }
        mainBuffer = open(mainName, main, f, mainName.substring(0, slash + 1), -1, 0, false);
        dependencies.addFirst(new DepWriter.Dependency(mainName, false));
    }

    /** Reads the present text to its end without giving tokens. */
    private void drain() {
        Buffer b = buffer;
        while (buffer == b) {
            lexer.next(drained);
            if (drained.kind == Token.EOF) {
                buffer = b.parent;
                return;
            }
            if (drained.kind == Token.HASH && (drained.flags & Token.LINE_START) != 0) directives.handle(drained);
        }
    }

    private void drainTo(Buffer b) {
        while (buffer != b) lex(drained);
    }

    @Override
    public void next(Token t) {
        if (!begun) begin();
        do expander.get(t);
        while (t.kind == Token.PADDING || t.kind == Token.COMMENT);
    }

    /** What the standard wants diagnosed: a warning, an error under {@code -pedantic-errors}. */
    void pedwarn(int loc, String message) {
        diag.pedwarn(loc, null, message);
    }

    /** As {@link #pedwarn}, but only under {@code -pedantic}; gcc names no option. */
    void pedantic(int loc, String message) {
        if (diag.warningEnabled("pedantic", false)) diag.pedwarn(loc, null, message);
    }

    /** As {@link #next}, with padding and comments, for the printer. */
    void nextRaw(Token t) {
        if (!begun) begin();
        expander.get(t);
    }

    /** The files read so far, the main file first. */
    public List<DepWriter.Dependency> dependencies() {
        return dependencies;
    }

    /** What {@code -H} prints: the headers as they were entered, by depth, then those without a guard that were entered once. */
    public String headerTree() {
        StringBuilder sb = new StringBuilder(headerTree);
        java.util.TreeSet<String> unguarded = new java.util.TreeSet<>();
        for (IncludeFinder.File f : finder.files()) if (f.entries == 1 && f.guard == 0 && !f.once) unguarded.add(f.path);
        if (!unguarded.isEmpty()) sb.append("Multiple include guards may be useful for:\n");
        for (String path : unguarded) sb.append(path).append('\n');
        return sb.toString();
    }

    /** The name of the main file as it is presented. */
    public String mainName() {
        return mainName;
    }

    /** The macros that are defined now, by the order in which their names were first met. */
    List<Macro> definedMacros() {
        ArrayList<Macro> l = new ArrayList<>();
        for (Macro m : macros) if (m != null && m.special == Macro.Special.NONE) l.add(m);
        return l;
    }

    // ---- the macro table ----

    Macro macro(int name) {
        return name < macros.length ? macros[name] : null;
    }

    void setMacro(int name, Macro m) {
        if (name >= macros.length) macros = Arrays.copyOf(macros, Math.max(name + 1, macros.length * 2));
        macros[name] = m;
    }

    boolean isDefined(int name) {
        Macro m = macro(name);
        return m != null && m.isDefined();
    }

    /** Complains of identifiers that may not stand where {@code t} does. */
    void checkIdentifier(Token t) {
        Macro m = macro(t.name);
        if (m == null) return;
        if (m.special == Macro.Special.POISONED) {
            diag.error(t.loc, "attempt to use poisoned \"" + names.text(t.name) + "\"");
        } else if (m.special == Macro.Special.VARIADIC_ONLY && !directives.inVariadicDefinition) {
            if (t.name == vaArgs) {
                pedwarn(t.loc, "__VA_ARGS__ can only appear in the expansion of a C99 variadic macro");
            } else {
                pedantic(t.loc, "__VA_OPT__ can only appear in the expansion of a C++20 variadic macro");
            }
        }
    }

    // ---- texts ----

    /** Puts a text on the include stack and starts reading it. */
    Buffer open(String name, SourceText text, IncludeFinder.File file, String directory, int dirIndex, int from, boolean system) {
        if (buffer != null) {
            buffer.pos = lexer.mainPos();
            buffer.lineStart = lexer.lineStart;
        }
        SourceManager.Entry e = sources.add(name, text.bytes(), from, system);
        Buffer b = new Buffer(buffer, e, text, file, directory, dirIndex);
        buffer = b;
        lexer.open(text.bytes(), text.limit(), e.base);
        lexer.systemHeader(system);
        if (observer != null) observer.entered(b, from);
        return b;
    }

    /** Enters an included file, unless its guard says that there is nothing to read. */
    void enter(IncludeFinder.Found f, int from) {
        IncludeFinder.File file = f.file();
        boolean system = f.system();
        boolean first = !file.entered;
        if (first) dependencies.add(new DepWriter.Dependency(file.path, system));
        if (file.guard != 0 && isDefined(file.guard)) return;
        if (finder.seenOnce && finder.alreadyOnce(file)) return;
        file.entered = true;
        file.entries++;
        if (includeDepth >= options.maxIncludeDepth) {
            diag.error(from, "#include nested depth " + (includeDepth + 1) + " exceeds maximum of " + options.maxIncludeDepth
                    + " (use -fmax-include-depth=DEPTH to increase the maximum)");
            throw new Diagnostics.Fatal();
        }
        includeDepth++;
        if (options.listHeaders && mainBuffer != null) headerTree.append(".".repeat(includeDepth)).append(' ').append(file.path).append('\n');
        int slash = file.path.lastIndexOf('/');
        open(file.path, file.text, file, file.path.substring(0, slash + 1), f.dirIndex(), from, system);
    }

    /** At the end of the present text: back to the one below. False if there is none. */
    private boolean leave() {
        Buffer b = buffer;
        for (Buffer.Conditional c = b.conditional; c != null; c = c.outer) {
            diag.report(Diagnostics.Severity.ERROR, c.loc, Diagnostics.LINE_ONLY, null, "unterminated " + c.directive);
        }
        b.conditional = null;
        if (b.file != null) {
            if (b.guardState == Buffer.AFTER) b.file.guard = b.guardName;
        }
        if (b == mainBuffer) return false;
        Buffer p = b.parent;
        includeDepth--;
        buffer = p;
        lexer.reopen(p.text.bytes(), p.text.limit(), p.entry.base, p.pos, p.lineStart);
        lexer.systemHeader(p.entry.system || p.systemFromHere);
        if (observer != null) observer.left(p, p.entry.base + p.pos);
        return true;
    }

    /** The next token of the texts, directives obeyed, macros not replaced. */
    void lex(Token t) {
        Lexer l = lexer;
        for (; ; ) {
            l.next(t);
            int kind = t.kind;
            if (kind == Token.EOF) {
                if (l.inDirective) return;
                if (expander.inArguments && buffer != mainBuffer && !buffer.commandLine) return;
                if (buffer.commandLine) {
                    if (!toInclude.isEmpty()) {
                        includeOption(toInclude.removeFirst());
                        continue;
                    }
                    if (mainBuffer == null && main != null) {
                        buffer = null;
                        startMain();
                        continue;
                    }
                    return;
                }
                if (leave()) {
                    if (t == drained) return;
                    continue;
                }
                return;
            }
            if ((t.flags & Token.LINE_START) != 0) {
                if (kind == Token.HASH && directives.handle(t)) {
                    if (t.kind == Token.PRAGMA) return;
                    continue;
                }
                if (observer != null) observer.lineChange(t, expander.inArguments);
            }
            if ((buffer.guardState & 1) == 0) buffer.guardState = Buffer.NONE;
            if (kind == Token.IDENTIFIER) {
                int n = t.name;
                Macro m;
                if (n < macros.length && (m = macros[n]) != null && (m.special == Macro.Special.POISONED || m.special == Macro.Special.VARIADIC_ONLY)) {
                    checkIdentifier(t);
                }
            }
            return;
        }
    }

    /** A text made of tokens' spellings, with a space where one stood. */
    static String spell(List<Token> tokens) {
        StringBuilder sb = new StringBuilder();
        for (Token t : tokens) {
            if (!sb.isEmpty() && (t.flags & Token.SPACE) != 0) sb.append(' ');
            sb.append(t.spelling());
        }
        return sb.toString();
    }

    static byte[] utf8(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }
}
