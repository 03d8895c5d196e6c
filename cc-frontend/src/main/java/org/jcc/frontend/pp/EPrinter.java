package org.jcc.frontend.pp;

import org.jcc.support.SourceManager;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Writes the preprocessed text ({@code -E}) in gcc's form.
 *
 * <p>Lines keep their numbers: up to eight missing lines are newlines, more are a line marker {@code # line "file" flags}
 * (1: entering, 2: returning, 3: system header, 4: extern "C"). A token that begins its line keeps its column. Between
 * tokens stands a space where the source has one, or where the two would otherwise be read as one token.
 */
public final class EPrinter implements Observer {
    private static final int MAX_BLANK = 8;

    private final Preprocessor pp;
    private final SourceManager sources;
    private final PpOptions options;
    private byte[] out = new byte[1 << 16];
    private int size;

    /** The line that the output stands at, and whether something is on it. */
    private int line = 1;
    private boolean printed;
    private boolean previousSystem;
    /** The last token written on this line. */
    private final Token previous = new Token();
    private boolean havePrevious;
    private boolean started;

    /** Prepares to print what {@code pp} gives; to be made before the first token is asked for. */
    public EPrinter(Preprocessor pp) {
        this.pp = pp;
        sources = pp.sources;
        options = pp.options;
        pp.observer = this;
        pp.lexer.saveComments = options.keepComments;
    }

    /** Preprocesses to the end and returns the text. */
    public byte[] print() {
        if (options.dumpMacros == 'M') {
            Token t = new Token();
            pp.lexer.saveComments = false;
            pp.observer = null;
            do pp.next(t);
            while (t.kind != Token.EOF);
            size = 0;
            for (Macro m : pp.definedMacros()) {
                ascii("#define ");
                text(Definitions.spell(pp, m));
                put('\n');
            }
            return Arrays.copyOf(out, size);
        }
        tokens();
        if (printed) put('\n');
        return text();
    }

    /** What was printed so far: all there is after a fatal error. */
    public byte[] text() {
        return Arrays.copyOf(out, size);
    }

    private void tokens() {
        Token t = new Token();
        boolean avoidPaste = false;
        boolean markerWritten = false;
        for (; ; ) {
            pp.nextRaw(t);
            if (t.kind == Token.PADDING) {
                avoidPaste = true;
                if (!haveSource || !sourceWhite && t.name == 0) {
                    haveSource = t.name != 0;
                    sourceWhite = haveSource && (t.flags & Token.SPACE) != 0;
                }
                continue;
            }
            if (t.kind == Token.EOF) {
                flushDirectives();
                return;
            }
            if (t.kind == Token.PRAGMA) {
                pragma(t);
                avoidPaste = false;
                haveSource = false;
                continue;
            }
            boolean white = (t.flags & Token.SPACE) != 0;
            if (avoidPaste) {
                if (!options.noLineMarkers && !options.assembler && sources.position(t.loc).line() != line) {
                    markerWritten = lineChange(t.loc);
                    put(' ');
                } else if (haveSource ? sourceWhite : white) put(' ');
                else if (havePrevious && pastes(previous, t)) put(' ');
                else if (!havePrevious && t.kind == Token.HASH) put(' ');
            } else if (white) {
                if (!options.noLineMarkers && !options.assembler && sources.position(t.loc).line() != line) {
                    markerWritten = lineChange(t.loc);
                }
                put(' ');
            }
            avoidPaste = false;
            haveSource = false;
            previous.copyFrom(t);
            havePrevious = true;
            if (!options.noLineMarkers && !options.assembler && !markerWritten) {
                boolean system = sources.spelledInSystemHeader(t.loc);
                if (system != previousSystem && !builtin(t.loc)) {
                    lineChange(t.loc);
                    previousSystem = system;
                }
            }
            token(t);
            markerWritten = false;
            printed = true;
            if (t.kind == Token.COMMENT) {
                for (int i = t.start; i < t.end; i++) if (t.text[i] == '\n') line++;
            }
        }
    }

    /** The token that a padding stands for, if any, and whether white space was before it. */
    private boolean haveSource;
    private boolean sourceWhite;

    private boolean builtin(int loc) {
        SourceManager.Entry e = sources.entry(sources.spellingLoc(loc));
        return e != null && e.name.equals("<built-in>");
    }

    /** Writes a token; characters beyond ASCII of identifiers as universal character names. */
    private void token(Token t) {
        if (t.kind == Token.IDENTIFIER) {
            byte[] b = pp.names.bytes(t.name);
            for (int i = 0; i < b.length; i++) {
                if (b[i] < 0) {
                    int cp = Utf8.decode(b, i, b.length + 1);
                    ascii(String.format("\\U%08x", cp));
                    i += Utf8.length(cp) - 1;
                } else {
                    put(b[i]);
                }
            }
            return;
        }
        write(t.text, t.start, t.end);
    }

    /**
     * True if the two tokens, written without a space, would be read otherwise. The table of C17 6.4.6 in short: what the
     * first may be continued with.
     */
    static boolean pastes(Token a, Token b) {
        int ka = a.kind;
        int kb = b.kind;
        int c = b.end > b.start ? b.text[b.start] & 255 : 0;
        if ((a.flags & Token.DIGRAPH) != 0 && ka == Token.HASH) return kb == Token.HASH;
        switch (ka) {
            case Token.GT -> {
                return c == '>' || c == '=';
            }
            case Token.LT -> {
                return c == '<' || c == '=' || c == '%' || c == ':';
            }
            case Token.PLUS -> {
                return c == '+' || c == '=';
            }
            case Token.MINUS -> {
                return c == '-' || c == '>' || c == '=';
            }
            case Token.SLASH -> {
                return c == '/' || c == '*' || c == '=';
            }
            case Token.PERCENT -> {
                return c == ':' || c == '%' || c == '=' || c == '>';
            }
            case Token.AMP -> {
                return c == '&' || c == '=';
            }
            case Token.BAR -> {
                return c == '|' || c == '=';
            }
            case Token.COLON -> {
                return c == ':' || c == '>';
            }
            case Token.ARROW -> {
                return c == '*';
            }
            case Token.DOT -> {
                return c == '.' || c == '%' || kb == Token.PP_NUMBER;
            }
            case Token.HASH -> {
                return c == '#';
            }
            case Token.ASSIGN, Token.NOT, Token.STAR, Token.CARET -> {
                return c == '=';
            }
            case Token.SHL, Token.SHR -> {
                return c == '=';
            }
            case Token.IDENTIFIER -> {
                return kb == Token.IDENTIFIER || kb == Token.PP_NUMBER && named(b) || kb == Token.CHARACTER || kb == Token.STRING;
            }
            case Token.PP_NUMBER -> {
                return kb == Token.PP_NUMBER || kb == Token.IDENTIFIER || kb == Token.CHARACTER || c == '.' || c == '+' || c == '-';
            }
            case Token.OTHER -> {
                if (a.end - a.start == 1 && a.text[a.start] == '\\') return kb == Token.IDENTIFIER;
                return false;
            }
            default -> {
                return false;
            }
        }
    }

    /** A number that could be the tail of a name. */
    private static boolean named(Token t) {
        for (int i = t.start; i < t.end; i++) {
            byte c = t.text[i];
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_')) return false;
        }
        return true;
    }

    // ---- lines ----

    /** Moves the output to the line of {@code loc} and to its column. */
    private boolean lineChange(int loc) {
        boolean marker = maybeLine(loc);
        havePrevious = false;
        haveSource = false;
        printed = true;
        for (int spaces = sources.physicalColumn(loc) - 2; --spaces >= 0; ) put(' ');
        return marker;
    }

    /** Ends the line in the output and brings it to the line of {@code loc}. True if that took a marker. */
    private boolean maybeLine(int loc) {
        if (printed) {
            put('\n');
            line++;
            printed = false;
        }
        int want = sources.position(loc).line();
        if (!options.noLineMarkers && want >= line && want < line + MAX_BLANK) {
            while (want > line) {
                put('\n');
                line++;
            }
            return false;
        }
        if (options.noLineMarkers) {
            return false;
        }
        marker(loc, "");
        return true;
    }

    private void marker(int loc, String flags) {
        SourceManager.Position p = sources.position(loc);
        marker(p.file(), p.line(), flags + systemFlags(loc));
    }

    private String systemFlags(int loc) {
        SourceManager.Entry e = sources.entry(sources.spellingLoc(loc));
        if (e == null || !sources.spelledInSystemHeader(loc)) return "";
        return e.system ? " 3 4" : " 3";
    }

    private void marker(String file, int at, String flags) {
        if (printed) put('\n');
        printed = false;
        line = at;
        if (options.noLineMarkers) return;
        ascii("# " + Integer.toUnsignedString(at) + " ");
        write(StringText.quote(file));
        ascii(flags);
        put('\n');
    }

    // ---- what the preprocessor tells ----

    @Override
    public void lineChange(Token t, boolean inArguments) {
        if (t.kind == Token.EOF || inArguments) return;
        flushDirectives();
        lineChange(t.loc);
    }

    @Override
    public void entered(Buffer b, int from) {
        if (b == null) {
            if (!options.noLineMarkers) marker(pp.mainName(), 0, "");
            return;
        }
        if (b.entry.name.equals("<built-in>") || b.entry.name.equals("<command-line>")) {
            marker(b.entry.name, 0, "");
            line = 1;
            return;
        }
        if (from == 0) {
            if (printed) put('\n');
            printed = false;
            marker(b.entry.name, 1, "");
            return;
        }
        if (!b.parent.commandLine) maybeLine(from);
        marker(b.entry.name, 1, " 1" + (b.entry.system ? " 3 4" : ""));
    }

    @Override
    public void left(Buffer to, int loc) {
        if (to.commandLine) {
            marker(to.entry.name, 0, " 2");
            return;
        }
        marker(loc, " 2");
    }

    @Override
    public void renamed(Buffer b, int loc, String flags) {
        marker(loc, flags);
    }

    @Override
    public void directive() {
        flushDirectives();
    }

    /** A {@link Token#PRAGMA} made by the operator {@code _Pragma}; of one that the preprocessor has obeyed already. */
    static final int PRAGMA_OPERATOR = 1, OWN_PRAGMA = 2;

    private void pragma(Token t) {
        if (t.name != OWN_PRAGMA) {
            if (t.name == PRAGMA_OPERATOR) {
                if (printed) put('\n');
                printed = false;
                marker(t.loc, "");
            } else {
                maybeLine(t.loc);
            }
            ascii("#pragma ");
            write(t.text, t.start, t.end);
        } else {
            maybeLine(t.loc);
        }
        put('\n');
        line++;
        printed = false;
        havePrevious = false;
        if (t.name != 0) {
            marker(t.loc, "");
            printed = true;
        }
    }

    @Override
    public void ident(int loc, String directive, byte[] text) {
        maybeLine(loc);
        ascii("#" + directive + " ");
        write(text);
        put('\n');
        line++;
        printed = false;
    }

    @Override
    public void defined(int loc, Macro m) {
        if (options.dumpMacros != 'D' && options.dumpMacros != 'N') return;
        maybeLine(loc);
        ascii("#define ");
        text(options.dumpMacros == 'D' ? Definitions.spell(pp, m) : pp.names.text(m.name));
        put('\n');
        line++;
        printed = false;
    }

    @Override
    public void undefined(int loc, int name) {
        if (options.dumpMacros != 'D' && options.dumpMacros != 'N') return;
        maybeLine(loc);
        ascii("#undef ");
        text(pp.names.text(name));
        put('\n');
        line++;
        printed = false;
    }

    @Override
    public void include(int loc, String directive, String header) {
        if (!options.dumpIncludes) return;
        maybeLine(loc);
        ascii(directive + " ");
        text(header);
        put('\n');
        line++;
        printed = false;
    }

    /** Under {@code -dU}: macros to be shown before the next line. */
    private final ArrayList<Macro> shown = new ArrayList<>();

    @Override
    public void expanded(Macro m) {
        if (options.dumpMacros != 'U' || m.shown) return;
        m.shown = true;
        shown.add(m);
    }

    @Override
    public void testedUndefined(int name) {
        if (options.dumpMacros == 'U' && undefinedSeen.add(name)) undefinedShown.add(name);
    }

    private final ArrayList<Integer> undefinedShown = new ArrayList<>();
    private final java.util.HashSet<Integer> undefinedSeen = new java.util.HashSet<>();

    private void flushDirectives() {
        if (shown.isEmpty() && undefinedShown.isEmpty()) return;
        if (printed) {
            put('\n');
            line++;
            printed = false;
        }
        for (Macro m : shown.reversed()) {
            if (m.special != Macro.Special.NONE) continue;
            ascii("#define ");
            text(Definitions.spell(pp, m));
            put('\n');
            line++;
        }
        shown.clear();
        for (int name : undefinedShown.reversed()) {
            ascii("#undef ");
            text(pp.names.text(name));
            put('\n');
            line++;
        }
        undefinedShown.clear();
    }

    // ---- bytes ----

    private void put(int c) {
        if (size == out.length) out = Arrays.copyOf(out, size * 2);
        out[size++] = (byte) c;
    }

    private void write(byte[] b) {
        write(b, 0, b.length);
    }

    private void write(byte[] b, int from, int to) {
        int n = to - from;
        if (size + n > out.length) out = Arrays.copyOf(out, Math.max(size * 2, size + n));
        System.arraycopy(b, from, out, size, n);
        size += n;
    }

    private void ascii(String s) {
        for (int i = 0; i < s.length(); i++) put(s.charAt(i));
    }

    private void text(String s) {
        write(s.getBytes(StandardCharsets.UTF_8));
    }
}
