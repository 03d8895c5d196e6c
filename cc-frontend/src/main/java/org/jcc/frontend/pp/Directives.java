package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Preprocessing directives (C17 6.10.1, 6.10.2, 6.10.4 to 6.10.7, and GNU C's). Definitions are read by
 * {@link Definitions}, conditions by {@link IfExpression}, pragmas by {@link Pragmas}.
 *
 * <p>While a directive is obeyed the lexer gives {@link Token#EOF} at the line's end. A group that is not taken is
 * skipped by the lexer from directive to directive, without making tokens of it (6.10.1p6).
 */
final class Directives {
    private static final int DEFINE = 1, UNDEF = 2, INCLUDE = 3, INCLUDE_NEXT = 4, IMPORT = 5, IF = 6, IFDEF = 7, IFNDEF = 8, ELIF = 9,
            ELIFDEF = 10, ELIFNDEF = 11, ELSE = 12, ENDIF = 13, LINE = 14, ERROR = 15, WARNING = 16, PRAGMA = 17, IDENT = 18, SCCS = 19,
            ASSERT = 20, UNASSERT = 21;
    private static final String[] WORDS = {"", "define", "undef", "include", "include_next", "import", "if", "ifdef", "ifndef", "elif",
            "elifdef", "elifndef", "else", "endif", "line", "error", "warning", "pragma", "ident", "sccs", "assert", "unassert"};

    private final Preprocessor pp;
    private final Names names;
    private final Diagnostics diag;
    private final Lexer lexer;
    private final int firstId;
    private final Token word = new Token();
    private final Token tok = new Token();
    private final Definitions definitions;
    private final IfExpression expression;
    /** Reading the body of a variadic macro's definition, where __VA_ARGS__ may stand. */
    boolean inVariadicDefinition;
    /** Macro-replacing the operand of an {@code #include}. */
    boolean readingHeaderName;
    /** Loc of the {@code #} of the directive being obeyed. */
    int hashLoc;

    Directives(Preprocessor pp) {
        this.pp = pp;
        names = pp.names;
        diag = pp.diag;
        lexer = pp.lexer;
        int first = 0;
        int[] ids = new int[WORDS.length];
        for (int i = 1; i < WORDS.length; i++) ids[i] = names.intern(WORDS[i]);
        first = ids[1];
        boolean dense = true;
        for (int i = 1; i < WORDS.length; i++) dense &= ids[i] == first + i - 1;
        firstId = dense ? first : -1;
        definitions = new Definitions(pp);
        expression = new IfExpression(pp);
    }

    private int code(Token t) {
        if (t.kind != Token.IDENTIFIER) return 0;
        if (firstId > 0) {
            int i = t.name - firstId + 1;
            return i > 0 && i < WORDS.length ? i : 0;
        }
        String s = names.text(t.name);
        for (int i = 1; i < WORDS.length; i++) if (WORDS[i].equals(s)) return i;
        return 0;
    }

    /**
     * Obeys the line that {@code t}, a "#", begins. False: the line is text, with {@code t} its first token (assembler
     * only). {@code t} is overwritten by a {@link Token#PRAGMA} token if the line is one for the compiler.
     */
    boolean handle(Token t) {
        Expander x = pp.expander;
        boolean wasInArguments = x.inArguments;
        boolean lexerInArguments = lexer.inArguments;
        int prevented = x.preventExpansion;
        boolean comments = lexer.saveComments;
        x.inArguments = false;
        lexer.inArguments = false;
        x.preventExpansion = 0;
        lexer.saveComments = false;
        hashLoc = t.loc;
        boolean spaced = (t.flags & Token.SPACE) != 0;
        lexer.inDirective = true;
        if (pp.observer != null) pp.observer.directive();
        boolean obeyed;
        try {
            lexer.next(word);
            if (wasInArguments && word.kind == Token.IDENTIFIER) {
                pp.pedantic(word.loc, "embedding a directive within macro arguments is not portable");
            }
            obeyed = obey(t, spaced);
        } finally {
            x.inArguments = wasInArguments;
            lexer.inArguments = lexerInArguments;
            x.preventExpansion = prevented;
            lexer.saveComments = comments;
        }
        if (!obeyed) {
            // Text after all: the word goes back in front of the rest of the line.
            lexer.inDirective = false;
            x.unread(word);
            return false;
        }
        if (lexer.inDirective) lexer.endLine();
        return true;
    }

    private boolean obey(Token t, boolean spaced) {
        Buffer b = pp.buffer;
        if (word.kind == Token.EOF) return true;
        int code = code(word);
        if (code != IFNDEF && code != IF && code != ENDIF && code != ELSE && code != ELIF && (b.guardState & 1) == 0) b.guardState = Buffer.NONE;
        if (pp.options.preprocessed && code != PRAGMA && word.kind != Token.PP_NUMBER) return code != 0 || unknown();
        if (!b.commandLine) extension(code);
        switch (code) {
            case DEFINE -> define();
            case UNDEF -> undef();
            case INCLUDE, INCLUDE_NEXT, IMPORT -> include(code);
            case IF -> {
                open(hashLoc, "#if", false);
                boolean fresh = b.guardState == Buffer.FRESH;
                boolean taken = expression.evaluate("#if", false);
                if (fresh) guard(expression.guardName);
                b.conditional.taken = taken;
                if (!taken) skipGroup();
            }
            case IFDEF, IFNDEF -> ifdef(code == IFNDEF);
            case ELIF, ELIFDEF, ELIFNDEF, ELSE -> {
                if (code == ELIFDEF || code == ELIFNDEF) {
                    if (!pp.options.gnu && !pp.options.std.atLeast(PpOptions.Std.C2X)) return unknown();
                }
                Buffer.Conditional c = b.conditional;
                if (c == null) {
                    diag.error(word.loc, "#" + WORDS[code] + " without #if");
                } else {
                    checkOrder(c, code);
                    c.directive = "#" + WORDS[code];
                    if (c.guard) {
                        c.guard = false;
                        b.guardState = Buffer.NONE;
                    }
                    if (code == ELSE) {
                        c.elseLoc = hashLoc;
                        checkEnd("#else");
                    }
                    skipGroup();
                }
            }
            case ENDIF -> {
                Buffer.Conditional c = b.conditional;
                if (c == null) {
                    diag.error(word.loc, "#endif without #if");
                } else {
                    checkEnd("#endif");
                    close();
                }
            }
            case LINE -> line();
            case ERROR -> message(true);
            case WARNING -> {
                message(false);
            }
            case PRAGMA -> pp.pragmas.directive(t, hashLoc);
            case IDENT, SCCS -> ident(WORDS[code]);
            case ASSERT -> assertion(true);
            case UNASSERT -> assertion(false);
            default -> {
                if (word.kind == Token.PP_NUMBER && !pp.options.assembler) {
                    pp.pedantic(word.loc, "style of line directive is a GCC extension");
                    marker();
                    return true;
                }
                return unknown();
            }
        }
        return true;
    }

    /** Directives that the standard does not have. */
    private void extension(int code) {
        switch (code) {
            case INCLUDE_NEXT, WARNING, IDENT, SCCS -> {
                if (!pp.sources.inSystemHeader(word.loc)) pp.pedantic(word.loc, "#" + WORDS[code] + " is a GCC extension");
            }
            case IMPORT, ASSERT, UNASSERT -> {
                if (diag.warningEnabled("pedantic", false)) pp.pedantic(word.loc, "#" + WORDS[code] + " is a GCC extension");
                else diag.warning(word.loc, "deprecated", "#" + WORDS[code] + " is a deprecated GCC extension");
            }
            case ELIFDEF, ELIFNDEF -> {
                if (!pp.options.std.atLeast(PpOptions.Std.C2X) && pp.options.gnu) pp.pedantic(word.loc, "#" + WORDS[code] + " before C2X is a GCC extension");
            }
            default -> {
            }
        }
    }

    private boolean unknown() {
        if (pp.options.assembler) return false;
        diag.error(word.loc, "invalid preprocessing directive #" + word.spelling());
        return true;
    }

    /** Warns of tokens that stand after the directive's own. */
    void checkEnd(String directive) {
        lexer.next(tok);
        if (tok.kind != Token.EOF) {
            boolean always = !directive.equals("#else") && !directive.equals("#endif");
            if (always) pp.pedwarn(tok.loc, "extra tokens at end of " + directive + " directive");
            else diag.warning(tok.loc, "endif-labels", "extra tokens at end of " + directive + " directive");
        }
    }

    // ---- conditionals ----

    private void open(int loc, String directive, boolean skipped) {
        Buffer.Conditional c = new Buffer.Conditional();
        c.loc = loc;
        c.directive = directive;
        c.skipped = skipped;
        c.outer = pp.buffer.conditional;
        pp.buffer.conditional = c;
    }

    private void close() {
        Buffer b = pp.buffer;
        Buffer.Conditional c = b.conditional;
        b.conditional = c.outer;
        if (c.guard) b.guardState = Buffer.AFTER;
    }

    private void guard(int name) {
        Buffer b = pp.buffer;
        if (name != 0) {
            b.guardState = Buffer.INSIDE;
            b.guardName = name;
            b.conditional.guard = true;
        } else {
            b.guardState = Buffer.NONE;
        }
    }

    private void checkOrder(Buffer.Conditional c, int code) {
        if (c.elseLoc == 0) return;
        diag.error(word.loc, "#" + WORDS[code] + " after #else");
        diag.report(Diagnostics.Severity.ERROR, c.loc, Diagnostics.LINE_ONLY, null, "the conditional began here");
    }

    private void ifdef(boolean not) {
        String directive = not ? "#ifndef" : "#ifdef";
        Buffer b = pp.buffer;
        boolean fresh = b.guardState == Buffer.FRESH;
        int loc = hashLoc;
        int name = conditionName(directive);
        boolean taken = name != 0 && pp.isDefined(name) != not;
        open(loc, directive, false);
        if (fresh) guard(not ? name : 0);
        else if (b.guardState == Buffer.AFTER) b.guardState = Buffer.NONE;
        b.conditional.taken = taken;
        if (!taken) skipGroup();
    }

    /** The name that an {@code #ifdef} tests, or 0 after a complaint. */
    private int conditionName(String directive) {
        lexer.next(tok);
        if (tok.kind == Token.EOF) {
            diag.error(tok.loc, "no macro name given in " + directive + " directive");
            return 0;
        }
        if (tok.kind != Token.IDENTIFIER) {
            diag.error(tok.loc, "macro names must be identifiers");
            return 0;
        }
        int name = tok.name;
        if (!macroName(tok, false)) return 0;
        used(name);
        checkEnd(directive);
        return name;
    }

    void used(int name) {
        Macro m = pp.macro(name);
        if (m != null) m.used = true;
        if (pp.observer == null) return;
        if (m != null) pp.observer.expanded(m);
        else pp.observer.testedUndefined(name);
    }

    private boolean macroName(Token t, boolean defining) {
        if (defining && t.name == pp.definedName) {
            diag.error(t.loc, "\"defined\" cannot be used as a macro name");
            return false;
        }
        Macro m = pp.macro(t.name);
        if (m != null && m.special == Macro.Special.POISONED) {
            diag.error(t.loc, "attempt to use poisoned \"" + names.text(t.name) + "\"");
            return false;
        }
        if (m != null && m.special == Macro.Special.VARIADIC_ONLY) pp.checkIdentifier(t);
        if (defining && m != null && m.special.ordinal() >= Macro.Special.HAS_ATTRIBUTE.ordinal()
                && m.special.ordinal() <= Macro.Special.HAS_INCLUDE_NEXT.ordinal()) {
            diag.error(t.loc, "\"" + names.text(t.name) + "\" cannot be used as a macro name");
            return false;
        }
        return true;
    }

    /** Skips from a group that is not taken to the next one that is, or past the {@code #endif}. */
    private void skipGroup() {
        Buffer b = pp.buffer;
        lexer.endLine();
        boolean wasQuiet = lexer.quiet;
        lexer.quiet = true;
        try {
            for (; ; ) {
                if (!lexer.skipToDirective()) {
                    lexer.inDirective = false;
                    return;
                }
                int loc = lexer.here() - 1;
                lexer.next(word);
                int code = code(word);
                switch (code) {
                    case IF, IFDEF, IFNDEF -> open(loc, "#" + WORDS[code], true);
                    case ENDIF -> {
                        boolean mine = !b.conditional.skipped;
                        if (mine) {
                            lexer.quiet = wasQuiet;
                            checkEnd("#endif");
                        }
                        close();
                        if (mine) return;
                    }
                    case ELSE -> {
                        Buffer.Conditional c = b.conditional;
                        hashLoc = loc;
                        checkOrder(c, code);
                        c.directive = "#" + WORDS[code];
                        c.elseLoc = loc;
                        if (c.guard) {
                            c.guard = false;
                            b.guardState = Buffer.NONE;
                        }
                        if (!c.skipped) {
                            lexer.quiet = wasQuiet;
                            checkEnd("#else");
                            lexer.quiet = true;
                            if (!c.taken) {
                                c.taken = true;
                                return;
                            }
                        }
                    }
                    case ELIF, ELIFDEF, ELIFNDEF -> {
                        if (code != ELIF && !pp.options.gnu && !pp.options.std.atLeast(PpOptions.Std.C2X)) break;
                        Buffer.Conditional c = b.conditional;
                        hashLoc = loc;
                        checkOrder(c, code);
                        c.directive = "#" + WORDS[code];
                        if (c.guard) {
                            c.guard = false;
                            b.guardState = Buffer.NONE;
                        }
                        if (!c.skipped && !c.taken) {
                            lexer.quiet = wasQuiet;
                            boolean taken;
                            if (code != ELIF && !pp.options.std.atLeast(PpOptions.Std.C2X)) {
                                pp.pedantic(word.loc, "#" + WORDS[code] + " before C2X is a GCC extension");
                            }
                            if (code == ELIF) {
                                taken = expression.evaluate("#elif", true);
                            } else {
                                int name = conditionName("#" + WORDS[code]);
                                taken = name != 0 && pp.isDefined(name) == (code == ELIFDEF);
                            }
                            lexer.quiet = true;
                            if (taken) {
                                c.taken = true;
                                return;
                            }
                        }
                    }
                    default -> {
                    }
                }
                lexer.endLine();
            }
        } finally {
            lexer.quiet = wasQuiet;
        }
    }

    // ---- #define, #undef ----

    private void define() {
        lexer.next(tok);
        if (!definable("#define")) return;
        int name = tok.name;
        int loc = tok.loc;
        boolean fromCommand = pp.buffer.commandLine;
        Macro m = definitions.read(name, loc);
        if (m == null) return;
        m.predefined = fromCommand;
        Macro old = pp.macro(name);
        if (old != null) definitions.checkRedefinition(old, m, loc);
        pp.setMacro(name, m);
        if (pp.observer != null) pp.observer.defined(hashLoc, m);
    }

    private boolean definable(String directive) {
        if (tok.kind == Token.EOF) {
            diag.error(tok.loc, "no macro name given in " + directive + " directive");
            return false;
        }
        if (tok.kind != Token.IDENTIFIER) {
            diag.error(tok.loc, "macro names must be identifiers");
            return false;
        }
        return macroName(tok, true);
    }

    private void undef() {
        lexer.next(tok);
        if (!definable("#undef")) return;
        int name = tok.name;
        int loc = tok.loc;
        Macro m = pp.macro(name);
        if (pp.observer != null) pp.observer.undefined(hashLoc, name);
        if (m != null && m.isDefined()) {
            if (m.special != Macro.Special.NONE) definitions.undefiningBuiltin(m, loc);
            pp.macros[name] = null;
        }
        checkEnd("#undef");
    }

    // ---- #include ----

    private void include(int code) {
        String directive = "#" + WORDS[code];
        Token header = new Token();
        String name = headerName(directive, header, true);
        if (name == null) return;
        boolean angle = header.kind == Token.HEADER_NAME;
        int loc = header.loc;
        if (name.isEmpty()) {
            diag.error(loc, "empty filename in " + directive);
            return;
        }
        pp.expander.getReal(tok);
        if (tok.kind != Token.EOF) pp.pedwarn(tok.loc, "extra tokens at end of " + directive + " directive");
        boolean next = code == INCLUDE_NEXT;
        if (next && pp.buffer.parent == null) {
            diag.warning(word.loc, null, "#include_next in primary source file");
            next = false;
        }
        int at = hashLoc;
        lexer.endLine();
        if (pp.observer != null) {
            pp.observer.include(at, directive, angle ? "<" + name + ">" : "\"" + name + "\"");
        }
        try {
            IncludeFinder.Found f = find(name, angle, next);
            if (f == null) {
                if (pp.options.dependencies > 0 && pp.options.missingGenerated) {
                    pp.dependencies.add(new DepWriter.Dependency(name, angle && pp.options.dependencies == 2));
                    return;
                }
                throw diag.fatal(pp.sources.fileLoc(loc), name + ": No such file or directory");
            }
            if (code == IMPORT) {
                boolean again = f.file().entered;
                f.file().once = true;
                pp.finder.seenOnce = true;
                if (again) return;
            }
            pp.enter(f, at);
        } catch (IOException e) {
            throw diag.fatal(loc, name + ": " + e.getMessage());
        }
    }

    /** Searches a header as the file being read would include it. Null if there is none. */
    IncludeFinder.Found find(String name, boolean angle, boolean next) throws IOException {
        IncludeFinder finder = pp.finder;
        if (name.startsWith("/")) {
            IncludeFinder.File f = finder.file(name);
            return f == null ? null : new IncludeFinder.Found(f, -1, pp.sources.inSystemHeader(hashLoc));
        }
        Buffer b = pp.buffer;
        if (next) return finder.search(name, b.dirIndex + 1);
        if (!angle) {
            IncludeFinder.File f = finder.file(b.directory + name);
            if (f != null) return new IncludeFinder.Found(f, -1, b.entry.system);
        }
        return finder.search(name, angle ? finder.angleStart() : 0);
    }

    /**
     * Reads a header's name, macro-replaced if need be (6.10.2p4). {@code header} gets its kind and loc; null after a
     * complaint.
     */
    String headerName(String directive, Token header, boolean complain) {
        if (!pp.expander.inContext() && lexer.headerName(header)) {
            return new String(header.text, header.start + 1, header.end - header.start - 2, java.nio.charset.StandardCharsets.UTF_8);
        }
        readingHeaderName = true;
        pp.expander.getReal(header);
        readingHeaderName = false;
        if (header.kind == Token.STRING && header.text[header.start] == '"') {
            return new String(header.text, header.start + 1, header.end - header.start - 2, java.nio.charset.StandardCharsets.UTF_8);
        }
        if (header.kind == Token.LT) {
            StringBuilder sb = new StringBuilder();
            int loc = header.loc;
            for (; ; ) {
                pp.expander.getReal(header);
                if (header.kind == Token.GT) break;
                if (header.kind == Token.EOF) {
                    if (complain) diag.error(header.loc, "missing terminating > character");
                    return null;
                }
                if ((header.flags & Token.SPACE) != 0) sb.append(' ');
                sb.append(header.spelling());
            }
            header.kind = Token.HEADER_NAME;
            header.loc = loc;
            return sb.toString();
        }
        if (complain) {
            if (directive.equals("#pragma GCC dependency")) diag.error(header.loc, "#pragma GCC dependency expects \"FILENAME\" or <FILENAME>");
            else diag.error(header.loc, directive + " expects \"FILENAME\" or <FILENAME>");
        }
        return null;
    }

    // ---- #line and line markers ----

    private void line() {
        pp.expander.getReal(tok);
        if (tok.kind != Token.PP_NUMBER) {
            if (tok.kind == Token.EOF) diag.error(tok.loc, "unexpected end of file after #line");
            else diag.error(tok.loc, "\"" + tok.spelling() + "\" after #line is not a positive integer");
            return;
        }
        long n = digits(tok);
        if (n < 0) {
            diag.error(tok.loc, "\"" + tok.spelling() + "\" after #line is not a positive integer");
            return;
        }
        long cap = pp.options.std.atLeast(PpOptions.Std.C99) ? 2147483647 : 32767;
        if (diag.warningEnabled("pedantic", false) && (n == 0 || n > cap)) pp.pedantic(tok.loc, "line number out of range");
        else if (n > 2147483647) pp.pedwarn(tok.loc, "line number out of range");
        String file = pp.sources.position(hashLoc).file();
        pp.expander.getReal(tok);
        if (tok.kind == Token.STRING && tok.text[tok.start] == '"') {
            file = StringText.unescape(tok);
            pp.expander.getReal(tok);
            if (tok.kind != Token.EOF) diag.warning(tok.loc, null, "extra tokens at end of #line directive");
        } else if (tok.kind != Token.EOF) {
            diag.error(tok.loc, "\"" + tok.spelling() + "\" is not a valid filename");
            return;
        }
        mark(file, (int) n, pp.buffer.entry.system, "");
    }

    private static long digits(Token t) {
        long n = 0;
        for (int i = t.start; i < t.end; i++) {
            if (t.text[i] == '\'') continue;
            int d = t.text[i] - '0';
            if (d < 0 || d > 9) return -1;
            n = Math.min(n * 10 + d, 1L << 40);
        }
        return n;
    }

    /** {@code # 12 "file" 1 3 4}, as preprocessors write it. */
    private void marker() {
        long n = digits(word);
        if (n < 0) {
            diag.error(word.loc, "\"" + word.spelling() + "\" after # is not a positive integer");
            return;
        }
        String file = pp.sources.position(hashLoc).file();
        boolean system = false;
        String reason = "";
        pp.expander.getReal(tok);
        if (tok.kind == Token.STRING && tok.text[tok.start] == '"') {
            file = StringText.unescape(tok);
            int last = 0;
            for (; ; ) {
                pp.expander.getReal(tok);
                if (tok.kind == Token.EOF) break;
                int f = tok.kind == Token.PP_NUMBER && tok.end - tok.start == 1 ? tok.text[tok.start] - '0' : 0;
                if (f < 1 || f > 4 || f <= last || f == 2 && last == 1 || f == 4 && last != 3) {
                    diag.error(tok.loc, "invalid flag \"" + tok.spelling() + "\" in line directive");
                    break;
                }
                if (f == 3) system = true;
                if (f < 3) reason = " " + f;
                last = f;
            }
        } else if (tok.kind != Token.EOF) {
            diag.error(tok.loc, "\"" + tok.spelling() + "\" is not a valid filename");
            return;
        }
        mark(file, (int) n, system, reason);
    }

    private void mark(String file, int line, boolean system, String reason) {
        int at = lexer.here();
        lexer.endLine();
        pp.sources.lineMark(at, file, line, system);
        if (pp.observer != null) pp.observer.renamed(pp.buffer, lexer.here(), reason);
    }

    // ---- #error, #warning, #ident, #assert ----

    private void message(boolean error) {
        int loc = word.loc;
        String text = "#" + WORDS[error ? ERROR : WARNING] + " " + Preprocessor.spell(rest(false));
        if (error) diag.error(loc, text);
        else diag.warningEverywhere(loc, 0, "cpp", true, text);
    }

    /** The rest of the line, copied. */
    List<Token> rest(boolean expand) {
        ArrayList<Token> l = new ArrayList<>();
        for (; ; ) {
            Token t = new Token();
            if (expand) pp.expander.getReal(t);
            else lexer.next(t);
            if (t.kind == Token.EOF) return l;
            l.add(t);
        }
    }

    private void ident(String directive) {
        pp.expander.getReal(tok);
        if (tok.kind != Token.STRING) {
            diag.error(tok.loc, "invalid #" + directive + " directive");
            return;
        }
        byte[] text = Arrays.copyOfRange(tok.text, tok.start, tok.end);
        checkEnd("#" + directive);
        if (pp.observer != null) pp.observer.ident(hashLoc, directive, text);
    }

    private void assertion(boolean set) {
        String directive = set ? "#assert" : "#unassert";
        String[] answer = new String[1];
        int predicate = predicate(answer, directive, !set);
        if (predicate == 0) return;
        ArrayList<String> answers = pp.assertions.get(predicate);
        if (set) {
            if (answers == null) pp.assertions.put(predicate, answers = new ArrayList<>());
            if (answers.contains(answer[0])) diag.warning(hashLoc, null, "\"" + names.text(predicate) + "\" re-asserted");
            else answers.add(answer[0]);
        } else if (answers != null) {
            if (answer[0] == null) answers.clear();
            else answers.remove(answer[0]);
            if (answers.isEmpty()) pp.assertions.remove(predicate);
        }
        checkEnd(directive);
    }

    /** Reads {@code predicate(answer)}; 0 after a complaint. The answer is null if absent and {@code optional}. */
    int predicate(String[] answer, String directive, boolean optional) {
        lexer.next(tok);
        if (tok.kind == Token.EOF) {
            diag.error(tok.loc, "assertion without predicate");
            return 0;
        }
        if (tok.kind != Token.IDENTIFIER) {
            diag.error(tok.loc, "predicate must be an identifier");
            return 0;
        }
        int name = tok.name;
        if (!lexer.parenthesisFollows()) {
            if (optional) return name;
            lexer.next(tok);
            diag.error(tok.loc, "missing '(' after predicate");
            return 0;
        }
        lexer.next(tok);
        StringBuilder sb = new StringBuilder();
        int level = 1;
        for (; ; ) {
            lexer.next(tok);
            if (tok.kind == Token.EOF) {
                diag.error(tok.loc, "missing ')' to complete answer");
                return 0;
            }
            if (tok.kind == Token.LPAREN) level++;
            if (tok.kind == Token.RPAREN && --level == 0) break;
            if (!sb.isEmpty() && (tok.flags & Token.SPACE) != 0) sb.append(' ');
            sb.append(tok.spelling());
        }
        if (sb.isEmpty()) {
            diag.error(tok.loc, "predicate's answer is empty");
            return 0;
        }
        answer[0] = sb.toString();
        return name;
    }
}
