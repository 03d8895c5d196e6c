package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;

import java.util.Arrays;

/**
 * Translation phases 1 to 3 (C17 5.1.1.2): the bytes of one text to preprocessing tokens, without a copy.
 *
 * <p>The one hard idea: phases 1 and 2 (trigraphs, line splices) are not done ahead of time. A splice between tokens is
 * skipped like white space; when one stands <em>inside</em> a token, or a trigraph is met, the rest of the logical line
 * is copied clean once, with a table of the offsets that its bytes came from, and the lexer reads from that copy until
 * the line ends. So the fast path is a plain walk over the file's bytes, and a token's text is a slice of them.
 *
 * <p>Invariant: {@code text[limit]} is NUL and the byte before it a newline, so that no loop needs a bounds check.
 */
final class Lexer extends LogicalLines {
    /** Bits of {@link #CLASS}: may start an identifier, may continue one, decimal digit, continues a pp-number. */
    private static final byte START = 1, PART = 2, DIGIT = 4, NUMBER = 8;
    private static final byte[] CLASS = new byte[256];

    static {
        for (int c = 'a'; c <= 'z'; c++) CLASS[c] = CLASS[c - 32] = START | PART | NUMBER;
        for (int c = '0'; c <= '9'; c++) CLASS[c] = PART | DIGIT | NUMBER;
        CLASS['_'] = START | PART | NUMBER;
        CLASS['$'] = START | PART | NUMBER;
        CLASS['.'] = NUMBER;
    }

    private final Names names;
    private final boolean rawStrings;
    private final boolean utfLiterals;
    private final boolean u8Literals;
    private final boolean hexFloats;
    private final boolean scope;
    private final boolean digitSeparators;
    private final boolean dollars;
    /** Identifiers may have characters beyond ASCII; those of C99, whose digits may not come first. */
    private final boolean extendedIdentifiers;
    private final boolean c99Identifiers;
    private final boolean warnTrigraphs;

    private byte[] scratch = new byte[64];

    Lexer(Names names, Diagnostics diag, PpOptions o) {
        super(diag, o);
        this.names = names;
        utfLiterals = o.std.atLeast(PpOptions.Std.C11) || o.gnu && o.std.atLeast(PpOptions.Std.C99);
        u8Literals = utfLiterals;
        rawStrings = !o.assembler && o.gnu && o.std.atLeast(PpOptions.Std.C99);
        hexFloats = o.gnu || o.std.atLeast(PpOptions.Std.C99) || o.assembler;
        scope = (o.gnu || o.std.atLeast(PpOptions.Std.C2X)) && !o.assembler;
        digitSeparators = o.std.atLeast(PpOptions.Std.C2X) && !o.assembler;
        dollars = o.dollars && !o.assembler;
        c99Identifiers = o.std == PpOptions.Std.C99;
        extendedIdentifiers = o.std.atLeast(PpOptions.Std.C99);
        warnTrigraphs = !trigraphs && diag.warningEnabled("trigraphs", true);
    }

    // ---- tokens ----

    /** Overwrites {@code t} with the next token; {@link Token#EOF} at the text's end or, in a directive, the line's. */
    void next(Token t) {
        int flags = 0;
        if (lineStart) {
            flags = inArguments ? Token.LINE_START | Token.SPACE : Token.LINE_START;
            lineStart = false;
        }
        byte[] b = text;
        int p = pos;
        for (; ; ) {
            int c = b[p];
            if ((CLASS[c & 255] & START) != 0 && (c != '$' || dollars)) {
                identifier(t, p, flags);
                return;
            }
            if ((CLASS[c & 255] & DIGIT) != 0) {
                number(t, p, p, flags);
                return;
            }
            switch (c) {
                case ' ', '\t', '\f', 0x0b -> {
                    flags |= Token.SPACE;
                    p++;
                }
                case '\r' -> {
                    if (b[p + 1] != '\n') flags |= Token.SPACE;
                    p++;
                }
                case '\n' -> {
                    if (inDirective) {
                        pos = p;
                        end(t, p, flags);
                        return;
                    }
                    if (map != null) {
                        leaveClean(resume);
                        b = text;
                        p = pos;
                        if (p >= limit) break;
                    }
                    p++;
                    flags = inArguments ? Token.LINE_START | Token.SPACE : Token.LINE_START;
                }
                case 0 -> {
                    if (p >= limit) {
                        pos = p;
                        end(t, p, flags);
                        return;
                    }
                    if (!quiet) diag.warning(loc(p), null, "null character(s) ignored");
                    while (b[p] == 0 && p < limit) p++;
                    flags |= Token.SPACE;
                }
                case '\\' -> {
                    int after = map == null ? spliceWarning(b, p + 1) : -1;
                    if (after < 0) {
                        if ((b[p + 1] == 'u' || b[p + 1] == 'U') && extended(p) > 0) {
                            slowIdentifier(t, p, p, flags);
                            return;
                        }
                        single(t, Token.OTHER, p, 1, flags);
                        return;
                    }
                    p = after;
                }
                case '/' -> {
                    int d = b[p + 1];
                    if (d == '*') {
                        int q = blockComment(p);
                        b = text;
                        if (saveComments && q >= 0) {
                            comment(t, p, q, flags);
                            return;
                        }
                        p = pos;
                        flags |= Token.SPACE;
                    } else if (d == '/' && (lineComments ? !gnu89Pedantic || commentWarned || oldComment(p) : oldComment(p))) {
                        int q = lineComment(p);
                        if (saveComments) {
                            comment(t, p, q, flags);
                            pos = q;
                            return;
                        }
                        p = q;
                        flags |= Token.SPACE;
                    } else if (map == null && dirty(b, p + 1)) {
                        enterClean(p);
                        b = text;
                        p = 0;
                    } else {
                        single(t, d == '=' ? Token.DIV_ASSIGN : Token.SLASH, p, d == '=' ? 2 : 1, flags);
                        return;
                    }
                }
                case '"' -> {
                    literal(t, p, p, flags);
                    return;
                }
                case '\'' -> {
                    literal(t, p, p, flags);
                    return;
                }
                case '.' -> {
                    if ((CLASS[b[p + 1] & 255] & DIGIT) != 0) {
                        number(t, p, p + 1, flags);
                        return;
                    }
                    if (map == null && dirty(b, p + 1)) {
                        enterClean(p);
                        b = text;
                        p = 0;
                        continue;
                    }
                    boolean three = b[p + 1] == '.' && b[p + 2] == '.';
                    if (!three && b[p + 1] == '.' && map == null && dirty(b, p + 2)) {
                        enterClean(p);
                        b = text;
                        p = 0;
                        continue;
                    }
                    single(t, three ? Token.ELLIPSIS : Token.DOT, p, three ? 3 : 1, flags);
                    return;
                }
                default -> {
                    if (c < 0) {
                        int n = extended(p);
                        if (n > 0) {
                            slowIdentifier(t, p, p, flags);
                        } else {
                            int q = p + 1;
                            while ((b[q] & 0xC0) == 0x80) q++;
                            single(t, Token.OTHER, p, q - p, flags);
                        }
                        return;
                    }
                    if (map == null && c == '?' && dirty(b, p)) {
                        enterClean(p);
                        b = text;
                        p = 0;
                        continue;
                    }
                    if (c == '?' && warnTrigraphs) ignoredTrigraph(b, p);
                    if (punctuator(t, p, flags)) return;
                    enterClean(p);
                    b = text;
                    p = 0;
                }
            }
        }
    }

    private void end(Token t, int p, int flags) {
        t.kind = Token.EOF;
        // The end of a text is shown at the end of its last line.
        t.loc = loc(p == limit && map == null && p > 0 ? p - 1 : p);
        t.name = 0;
        t.flags = flags;
        t.text = text;
        t.start = t.end = p;
    }

    private void single(Token t, int kind, int p, int length, int flags) {
        t.kind = kind;
        t.loc = loc(p);
        t.name = 0;
        t.flags = flags;
        t.text = text;
        t.start = p;
        t.end = p + length;
        pos = p + length;
    }

    private void comment(Token t, int p, int q, int flags) {
        int after = pos;
        single(t, Token.COMMENT, p, q - p, flags);
        pos = after;
    }

    /** Reads a punctuator; false if a splice or trigraph follows so that a clean copy must be read instead. */
    private boolean punctuator(Token t, int p, int flags) {
        byte[] b = text;
        int c = b[p];
        int d = b[p + 1];
        if (map == null && (d == '\\' || d == '?') && dirty(b, p + 1)
                && c != '(' && c != ')' && c != ',' && c != ';' && c != '[' && c != ']' && c != '{' && c != '}' && c != '~' && c != '?') {
            return false;
        }
        int kind;
        int n = 1;
        switch (c) {
            case '(' -> kind = Token.LPAREN;
            case ')' -> kind = Token.RPAREN;
            case '{' -> kind = Token.LBRACE;
            case '}' -> kind = Token.RBRACE;
            case '[' -> kind = Token.LBRACKET;
            case ']' -> kind = Token.RBRACKET;
            case ',' -> kind = Token.COMMA;
            case ';' -> kind = Token.SEMI;
            case '?' -> kind = Token.QUESTION;
            case '~' -> kind = Token.TILDE;
            case ':' -> {
                kind = Token.COLON;
                if (d == '>' && digraphs) {
                    kind = Token.RBRACKET;
                    n = 2;
                    flags |= Token.DIGRAPH;
                } else if (d == ':' && scope) {
                    kind = Token.COLONCOLON;
                    n = 2;
                }
            }
            case '=' -> {
                kind = Token.ASSIGN;
                if (d == '=') {
                    kind = Token.EQ;
                    n = 2;
                }
            }
            case '!' -> {
                kind = Token.NOT;
                if (d == '=') {
                    kind = Token.NE;
                    n = 2;
                }
            }
            case '*' -> {
                kind = Token.STAR;
                if (d == '=') {
                    kind = Token.MUL_ASSIGN;
                    n = 2;
                }
            }
            case '^' -> {
                kind = Token.CARET;
                if (d == '=') {
                    kind = Token.XOR_ASSIGN;
                    n = 2;
                }
            }
            case '+' -> {
                kind = Token.PLUS;
                if (d == '+' || d == '=') {
                    kind = d == '+' ? Token.INC : Token.ADD_ASSIGN;
                    n = 2;
                }
            }
            case '-' -> {
                kind = Token.MINUS;
                if (d == '-' || d == '=' || d == '>') {
                    kind = d == '-' ? Token.DEC : d == '=' ? Token.SUB_ASSIGN : Token.ARROW;
                    n = 2;
                }
            }
            case '&' -> {
                kind = Token.AMP;
                if (d == '&' || d == '=') {
                    kind = d == '&' ? Token.ANDAND : Token.AND_ASSIGN;
                    n = 2;
                }
            }
            case '|' -> {
                kind = Token.BAR;
                if (d == '|' || d == '=') {
                    kind = d == '|' ? Token.OROR : Token.OR_ASSIGN;
                    n = 2;
                }
            }
            case '%' -> {
                kind = Token.PERCENT;
                if (d == '=') {
                    kind = Token.MOD_ASSIGN;
                    n = 2;
                } else if (digraphs && d == '>') {
                    kind = Token.RBRACE;
                    n = 2;
                    flags |= Token.DIGRAPH;
                } else if (digraphs && d == ':') {
                    if (map == null && (dirty(b, p + 2) || b[p + 2] == '%' && dirty(b, p + 3))) return false;
                    boolean two = b[p + 2] == '%' && b[p + 3] == ':';
                    kind = two ? Token.HASHHASH : Token.HASH;
                    n = two ? 4 : 2;
                    flags |= Token.DIGRAPH;
                }
            }
            case '#' -> {
                kind = Token.HASH;
                if (d == '#') {
                    kind = Token.HASHHASH;
                    n = 2;
                }
            }
            case '<' -> {
                kind = Token.LT;
                if (d == '=') {
                    kind = Token.LE;
                    n = 2;
                } else if (d == '<') {
                    if (map == null && dirty(b, p + 2)) return false;
                    boolean assign = b[p + 2] == '=';
                    kind = assign ? Token.SHL_ASSIGN : Token.SHL;
                    n = assign ? 3 : 2;
                } else if (digraphs && (d == ':' || d == '%')) {
                    kind = d == ':' ? Token.LBRACKET : Token.LBRACE;
                    n = 2;
                    flags |= Token.DIGRAPH;
                }
            }
            case '>' -> {
                kind = Token.GT;
                if (d == '=') {
                    kind = Token.GE;
                    n = 2;
                } else if (d == '>') {
                    if (map == null && dirty(b, p + 2)) return false;
                    boolean assign = b[p + 2] == '=';
                    kind = assign ? Token.SHR_ASSIGN : Token.SHR;
                    n = assign ? 3 : 2;
                }
            }
            default -> kind = Token.OTHER;
        }
        single(t, kind, p, n, flags);
        return true;
    }

    private void identifier(Token t, int p, int flags) {
        byte[] b = text;
        byte[] cls = CLASS;
        int h = b[p];
        int q = p + 1;
        int c;
        while ((cls[(c = b[q]) & 255] & PART) != 0) {
            h = h * 31 + c;
            q++;
        }
        if (c < 0 || c == '\\' || c == '"' || c == '\'' || c == '?' || b[p] == '$' || !dollars) {
            if (c == '"' || c == '\'') {
                if (prefix(b, p, q, c)) {
                    literal(t, p, q, flags);
                    return;
                }
            } else if (dirty(b, q)) {
                if (spliceContinues(b, q)) {
                    enterClean(p);
                    identifier(t, 0, flags);
                    return;
                }
            } else if (c < 0 || c == '\\') {
                if (extended(q) > 0) {
                    slowIdentifier(t, p, q, flags);
                    return;
                }
            } else if (!dollars) {
                for (int i = p; i < q; i++) {
                    if (b[i] == '$') {
                        q = i;
                        break;
                    }
                }
                h = 0;
                for (int i = p; i < q; i++) h = h * 31 + b[i];
            }
        }
        t.kind = Token.IDENTIFIER;
        t.loc = loc(p);
        t.name = names.intern(b, p, q, h);
        t.flags = flags;
        t.text = b;
        t.start = p;
        t.end = q;
        pos = q;
    }

    /** True if what follows the splice at {@code q} could go on the identifier, number or prefix before it. */
    private boolean spliceContinues(byte[] b, int q) {
        while (b[q] == '\\') {
            int after = splice(b, q + 1);
            if (after < 0) return true;
            q = after;
        }
        int c = b[q];
        return c < 0 || c == '\\' || c == '"' || c == '\'' || c == '?' || c == '+' || c == '-' || (CLASS[c & 255] & NUMBER) != 0;
    }

    /** True if {@code b[p, q)} is an encoding prefix of a literal that begins with quote {@code c}. */
    private boolean prefix(byte[] b, int p, int q, int c) {
        int n = q - p;
        if (n > 3 || assembler) return false;
        if (n == 1) return b[p] == 'L' || utfLiterals && (b[p] == 'u' || b[p] == 'U') || c == '"' && rawStrings && b[p] == 'R';
        if (n == 2) {
            if (b[p] == 'u' && b[p + 1] == '8') return c == '"' ? u8Literals : digitSeparators;
            return c == '"' && rawStrings && b[p + 1] == 'R' && (b[p] == 'L' || b[p] == 'u' || b[p] == 'U');
        }
        return c == '"' && rawStrings && b[p] == 'u' && b[p + 1] == '8' && b[p + 2] == 'R';
    }

    /** A character constant or string literal whose quote is at {@code q} and whose prefix starts at {@code p}. */
    private void literal(Token t, int p, int q, int flags) {
        byte[] b = text;
        int quote = b[q];
        if (q > p && b[q - 1] == 'R') {
            rawString(t, p, q, flags);
            return;
        }
        int i = q + 1;
        for (; ; ) {
            int c = b[i];
            if (c == quote) break;
            if (c == '\\') {
                if (map == null && splice(b, i + 1) >= 0) {
                    enterClean(p);
                    literal(t, 0, q - p, flags);
                    return;
                }
                if (b[i + 1] != '\n' && b[i + 1] != '\r' && i + 1 < limit) i++;
            } else if (c == '\n' || c == '\r' && b[i + 1] == '\n') {
                // 6.4p3: a lone quote is undefined behaviour; gcc makes the rest of the line one token.
                single(t, Token.OTHER, p, i - p, flags);
                if (!quiet && !assembler) diag.warning(loc(p), null, "missing terminating " + (char) quote + " character");
                return;
            } else if (c == '?') {
                if (trigraphs && dirty(b, i)) {
                    enterClean(p);
                    literal(t, 0, q - p, flags);
                    return;
                }
                if (warnTrigraphs) ignoredTrigraph(b, i);
            } else if (c == 0) {
                if (i >= limit) {
                    single(t, Token.OTHER, p, i - p, flags);
                    return;
                }
                if (!quiet) diag.warning(loc(p), null, "null character(s) preserved in literal");
                while (b[i + 1] == 0 && i + 1 < limit) i++;
            }
            i++;
        }
        single(t, quote == '"' ? Token.STRING : Token.CHARACTER, p, i + 1 - p, flags);
    }

    /** {@code R"delimiter(…)delimiter"}: splices and newlines stand as they are. */
    private void rawString(Token t, int p, int q, int flags) {
        if (map != null) {
            int fileP = map[p];
            int fileQ = map[q];
            leaveClean(fileP);
            p = fileP;
            q = fileQ;
        }
        byte[] b = text;
        int open = q + 1;
        while (open - q <= 17 && b[open] != '(' && b[open] != ')' && b[open] != '\\' && b[open] > ' ') open++;
        if (b[open] != '(') {
            if (!quiet) {
                if (open - q > 17) diag.error(loc(p), "raw string delimiter longer than 16 characters");
                else if (b[open] == '\n') diag.error(loc(p), "invalid new-line in raw string delimiter");
                else diag.error(loc(p), "invalid character '" + (char) b[open] + "' in raw string delimiter");
            }
            int e = skipRestOfLine(open);
            single(t, Token.OTHER, p, e - p, flags);
            return;
        }
        int n = open - q - 1;
        for (int i = open + 1; i < limit; i++) {
            if (b[i] == ')' && b[i + 1 + n] == '"' && Arrays.equals(b, i + 1, i + 1 + n, b, q + 1, open)) {
                single(t, Token.STRING, p, i + 2 + n - p, flags);
                return;
            }
            if (i + 2 + n > limit) break;
        }
        if (!quiet) diag.error(loc(p), "unterminated raw string");
        single(t, Token.OTHER, p, limit - p, flags);
    }

    private void number(Token t, int p, int q, int flags) {
        byte[] b = text;
        for (; ; ) {
            int c = b[++q];
            if ((CLASS[c & 255] & NUMBER) != 0) {
                if (c == '$' && !dollars) break;
                continue;
            }
            if (c == '+' || c == '-') {
                int e = b[q - 1] | 32;
                // A letter after a digit separator is a digit.
                if (q - p > 1 && b[q - 2] == '\'' && digitSeparators) break;
                if (e == 'e' || e == 'p' && hexFloats) continue;
                break;
            }
            if (c == '\'' && digitSeparators && (CLASS[b[q + 1] & 255] & PART) != 0) continue;
            if (c == '\\' || c < 0 || c == '?') {
                if (dirty(b, q)) {
                    if (spliceContinues(b, q)) {
                        enterClean(p);
                        number(t, 0, 0, flags);
                        return;
                    }
                    break;
                }
                if (c != '?') {
                    int n = extended(q);
                    if (n > 0) {
                        q += n - 1;
                        continue;
                    }
                }
            }
            break;
        }
        single(t, Token.PP_NUMBER, p, q - p, flags);
    }

    // ---- extended characters ----

    /** The length of the UTF-8 sequence or universal character name at {@code p} that may be in an identifier, or 0. */
    private int extended(int p) {
        byte[] b = text;
        int c = b[p];
        int cp;
        int n;
        if (!extendedIdentifiers) return 0;
        if (c == '\\') {
            int digits = b[p + 1] == 'u' ? 4 : b[p + 1] == 'U' ? 8 : 0;
            if (digits == 0) return 0;
            cp = 0;
            for (int i = 0; i < digits; i++) {
                int d = Character.digit(b[p + 2 + i], 16);
                if (d < 0 || p + 2 + i >= limit) return 0;
                cp = cp << 4 | d;
            }
            n = digits + 2;
            // A universal character name is always meant as part of an identifier; slowIdentifier complains if it may not be.
            return cp >= 0x80 && cp < 0xD800 || cp >= 0xE000 && cp <= 0x10FFFF || cp == '$' && dollars ? n : 0;
        } else {
            cp = Utf8.decode(b, p, limit);
            n = Utf8.length(cp);
        }
        return cp >= 0x80 && ExtendedIdentifiers.allowed(cp) ? n : 0;
    }

    /** An identifier with extended characters, the first of them at {@code q}; its name is its UTF-8 form. */
    private void slowIdentifier(Token t, int p, int q, int flags) {
        byte[] b = text;
        int n = q - p;
        while (n + 8 > scratch.length) scratch = new byte[scratch.length * 2];
        System.arraycopy(b, p, scratch, 0, n);
        for (; ; ) {
            int c = b[q];
            if (n + 8 > scratch.length) scratch = Arrays.copyOf(scratch, scratch.length * 2);
            if ((CLASS[c & 255] & PART) != 0) {
                scratch[n++] = (byte) c;
                q++;
                continue;
            }
            if (c != '\\' && c >= 0) break;
            if (dirty(b, q)) {
                if (!spliceContinues(b, q)) break;
                enterClean(p);
                identifierFromStart(t, flags);
                return;
            }
            int len = extended(q);
            if (len == 0) break;
            int cp;
            if (c == '\\') {
                cp = Integer.parseUnsignedInt(new String(b, q + 2, len - 2, java.nio.charset.StandardCharsets.ISO_8859_1), 16);
            } else {
                cp = Utf8.decode(b, q, limit);
            }
            if (cp != '$' && !ExtendedIdentifiers.allowed(cp) && !quiet) {
                diag.error(loc(q), "universal character " + new String(b, q, len, java.nio.charset.StandardCharsets.ISO_8859_1)
                        + " is not valid in an identifier");
            } else if (q == p && ExtendedIdentifiers.notFirst(cp, c99Identifiers) && !quiet) {
                diag.error(loc(p), c == '\\'
                        ? "universal character " + new String(b, q, len, java.nio.charset.StandardCharsets.ISO_8859_1) + " is not valid at the start of an identifier"
                        : "extended character " + new String(b, q, len, java.nio.charset.StandardCharsets.UTF_8) + " is not valid at the start of an identifier");
            }
            n = Utf8.encode(cp, scratch, n);
            q += len;
        }
        single(t, Token.IDENTIFIER, p, q - p, flags);
        int count = names.size();
        t.name = names.intern(scratch, 0, n);
        if (t.name >= count && !quiet) normalized(t);
    }

    /** Warns of an identifier that is not in normalisation form C, the first time that it is met. */
    private void normalized(Token t) {
        String name = names.text(t.name);
        if (java.text.Normalizer.isNormalized(name, java.text.Normalizer.Form.NFC)) return;
        StringBuilder sb = new StringBuilder();
        name.codePoints().forEach(c -> sb.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\U%08x", c)));
        diag.warning(t.loc, "normalized=", "`" + sb + "' is not in NFC");
    }

    private void identifierFromStart(Token t, int flags) {
        if ((CLASS[text[0] & 255] & START) != 0) identifier(t, 0, flags);
        else slowIdentifier(t, 0, 0, flags);
    }

    /**
     * In an {@code #include} or {@code __has_include}: reads {@code <…>} as one token of kind HEADER_NAME if the next
     * character is {@code <} and a {@code >} is on the line. Returns false and takes nothing otherwise.
     */
    boolean headerName(Token t) {
        byte[] b = text;
        int p = pos;
        int flags = 0;
        for (; ; ) {
            int c = b[p];
            if (c == ' ' || c == '\t' || c == '\f' || c == 0x0b) {
                p++;
            } else if (c == '/' && b[p + 1] == '*') {
                int after = afterComment(b, p, limit);
                if (after < 0) return false;
                p = after;
            } else if (c == '\\' && map == null && splice(b, p + 1) >= 0) {
                p = splice(b, p + 1);
            } else {
                break;
            }
            flags = Token.SPACE;
        }
        if (b[p] != '<' && b[p] != '"') return false;
        int close = b[p] == '<' ? '>' : '"';
        int q = p + 1;
        while (b[q] != close && b[q] != '\n') {
            if (dirty(b, q)) {
                enterClean(p);
                return headerName(t);
            }
            q++;
        }
        if (b[q] != close) return false;
        single(t, close == '>' ? Token.HEADER_NAME : Token.STRING, p, q + 1 - p, flags);
        return true;
    }
}
