package org.jcc.frontend.pp;

import java.util.Arrays;
import org.jcc.support.Diagnostics;

/**
 * Translation phases 1 and 2 (C17 5.1.1.2) and what needs no tokens: trigraphs, line splices, comments, skipping to the end of a line
 * or of a group. The read position of {@link Lexer}, which see for how the clean copies work.
 */
abstract class LogicalLines {
    /** The bytes that mean something to {@link #skipRestOfLine}. */
    private static final boolean[] STOPS = new boolean[256];

    static {
        for (char c : new char[] {'\n', 0, '\\', '"', '\'', '/'}) STOPS[c] = true;
    }

    final Diagnostics diag;
    final boolean trigraphs;
    final boolean lineCommentsByStandard;
    /** {@code //} begins a comment: by the standard, or in a system header. */
    boolean lineComments;
    /** C90 with GNU extensions, under {@code -pedantic}: line comments are warned of. */
    final boolean gnu89Pedantic;
    boolean commentWarned;
    final boolean assembler;
    final boolean digraphs;
    final boolean warnComments;
    // The text being read. base + offset is the loc.
    byte[] text;
    int pos;
    int limit;
    int base;
    /** The next token is the first of its line. */
    boolean lineStart;
    /** Newlines end the token stream: they read as EOF until {@link #endLine}. */
    boolean inDirective;
    /** Newlines are white space before the next token (6.10.3p10). */
    boolean inArguments;
    /** Comments are tokens. */
    boolean saveComments;
    /** Text in a group that is skipped, or pasted together: no complaints. */
    boolean quiet;
    // The clean copy of a logical line, when map is not null.
    int[] map;
    byte[] mainText;
    int mainLimit;
    int resume;

    LogicalLines(Diagnostics diag, PpOptions o) {
        this.diag = diag;
        trigraphs = o.trigraphsOn();
        lineComments = lineCommentsByStandard = o.gnu || o.std.atLeast(PpOptions.Std.C99) || o.assembler;
        gnu89Pedantic = o.gnu && o.std == PpOptions.Std.C89 && diag.warningEnabled("pedantic", false);
        digraphs = o.gnu || o.std.atLeast(PpOptions.Std.C94);
        assembler = o.assembler;
        warnComments = diag.warningEnabled("comment", diag.warningEnabled("all", false));
    }

    /**
     * A {@code //} where C90 has no such comment: a complaint, once in a file, and a comment all the same, but for
     * {@code //*}, directives and skipped groups.
     */
    boolean oldComment(int p) {
        if (!gnu89Pedantic && (text[p + 2] == '*' || inDirective || quiet)) return false;
        if (commentWarned || quiet) return true;
        commentWarned = true;
        String message = "C++ style comments are not allowed in ISO C90";
        (gnu89Pedantic ? diag.pedwarn(loc(p), null, message) : diag.error(loc(p), message))
                .add(Diagnostics.note(loc(p), "(this will be reported only once per input file)"));
        return true;
    }

    /** System headers may have {@code //} comments in every standard. */
    void systemHeader(boolean system) {
        lineComments = lineCommentsByStandard || system;
        commentWarned = system && lineCommentsByStandard;
    }

    /** Starts a text at its first line. */
    void open(byte[] text, int limit, int base) {
        this.text = text;
        this.limit = limit;
        this.base = base;
        pos = 0;
        map = null;
        lineStart = true;
    }

    /** Goes on in a text that was left at a line's start by {@link #mainPos}. */
    void reopen(byte[] text, int limit, int base, int pos, boolean lineStart) {
        open(text, limit, base);
        this.pos = pos;
        this.lineStart = lineStart;
    }

    /** The offset in the file, for {@link #reopen}. Only valid outside a clean line. */
    int mainPos() {
        if (map != null) leaveClean(resume);
        return pos;
    }

    /** The loc of an offset of {@link #text}. */
    int loc(int p) {
        return base + (map == null ? p : map[p]);
    }

    /** The loc of the read position. */
    int here() {
        return loc(pos);
    }

    boolean atEnd() {
        return map == null && pos >= limit;
    }

    /** Leaves the line of a directive: the position is after the newline that ended it. */
    void endLine() {
        inDirective = false;
        if (map != null) leaveClean(resume);
        int p = pos;
        byte[] b = text;
        if (p < limit && b[p] != '\n') p = skipRestOfLine(p);
        if (p < limit) p++;
        pos = p;
        lineStart = true;
    }

    void leaveClean(int at) {
        text = mainText;
        limit = mainLimit;
        map = null;
        pos = at;
    }

    /** Copies the logical line from {@code p} on without splices and trigraphs, and goes on reading there. */
    void enterClean(int p) {
        byte[] src = text;
        byte[] out = new byte[128];
        int[] from = new int[128];
        int n = 0;
        int q = p;
        for (; ; ) {
            int c = src[q];
            int next = q + 1;
            if (c == '?' && trigraphs && src[q + 1] == '?') {
                int r = trigraph(src[q + 2]);
                if (r != 0) {
                    c = r;
                    next = q + 3;
                }
            }
            if (c == '\\') {
                int after = spliceWarning(src, next);
                if (after >= 0) {
                    q = after;
                    if (q >= limit) break;
                    continue;
                }
            }
            if (c == '\n' || q >= limit) break;
            if (n + 2 >= out.length) {
                out = Arrays.copyOf(out, n * 2);
                from = Arrays.copyOf(from, n * 2);
            }
            out[n] = (byte) c;
            from[n++] = q;
            q = next;
        }
        out[n] = '\n';
        from[n] = Math.min(q, limit);
        out[n + 1] = 0;
        from[n + 1] = Math.min(q, limit);
        mainText = text;
        mainLimit = limit;
        resume = Math.min(q, limit);
        text = out;
        map = from;
        limit = n + 1;
        pos = 0;
    }

    static int trigraph(int c) {
        return switch (c) {
            case '=' -> '#';
            case '(' -> '[';
            case '/' -> '\\';
            case ')' -> ']';
            case '\'' -> '^';
            case '<' -> '{';
            case '!' -> '|';
            case '>' -> '}';
            case '-' -> '~';
            default -> 0;
        };
    }

    void ignoredTrigraph(byte[] b, int p) {
        if (quiet || b[p + 1] != '?' || trigraph(b[p + 2]) == 0) return;
        diag.warning(loc(p), "trigraphs", "trigraph ??" + (char) b[p + 2] + " ignored, use -trigraphs to enable");
    }

    /** With {@code q} just after a backslash: the offset after the newline that it splices, or -1. */
    static int splice(byte[] b, int q) {
        int c = b[q];
        if (c == '\n') return q + 1;
        while (c == ' ' || c == '\t' || c == '\f' || c == 0x0b || c == '\r') c = b[++q];
        return c == '\n' ? q + 1 : -1;
    }

    /** The offset after the splice, perhaps spelled as a trigraph, that stands at {@code p}, or -1. */
    int splicedAt(byte[] b, int p) {
        if (b[p] == '\\') return splice(b, p + 1);
        return trigraphs && b[p] == '?' && b[p + 1] == '?' && b[p + 2] == '/' ? splice(b, p + 3) : -1;
    }

    /** As {@link #splice}, with the warnings that gcc gives. */
    int spliceWarning(byte[] b, int q) {
        int after = splice(b, q);
        if (after >= 0 && map == null && !quiet) {
            int end = after - 1;
            if (end > q && b[end - 1] == '\r') end--;
            if (end > q) diag.warning(base + q - 1, null, "backslash and newline separated by space");
            if (after >= limit) diag.warning(base + q - 1, null, "backslash-newline at end of file");
        }
        return after;
    }

    /** True if at {@code q} stands a splice, or a trigraph when they are enabled: the fast path must not go on. */
    boolean dirty(byte[] b, int q) {
        if (map != null) return false;
        int c = b[q];
        if (c == '\\') return splice(b, q + 1) >= 0;
        return trigraphs && c == '?' && b[q + 1] == '?' && trigraph(b[q + 2]) != 0;
    }

    /**
     * Skips a block comment at {@code p}; {@link #pos} is then after it. Returns the end within the present text, or -1
     * if it was left.
     */
    int blockComment(int p) {
        byte[] b = text;
        int i = p + 2;
        for (; ; ) {
            int c = b[i];
            if (c == '*') {
                int n = b[i + 1];
                if (n == '/') {
                    pos = i + 2;
                    return i + 2;
                }
                if ((n == '\\' || n == '?' && trigraphs) && map == null) {
                    int after = i + 1;
                    for (int next; (next = splicedAt(b, after)) >= 0; ) after = next;
                    if (after > i + 1 && b[after] == '/') {
                        pos = after + 1;
                        return after + 1;
                    }
                }
                if (warnComments && b[i - 1] == '/' && i > p + 2 && !quiet) diag.warning(loc(i - 1), "comment", "\"/*\" within comment");
            } else if (c == 0 && i >= limit) {
                if (map != null) {
                    // The comment goes on after this logical line.
                    int fileP = map[p];
                    int next = resume;
                    leaveClean(next);
                    b = text;
                    i = next;
                    p = Math.min(fileP, next - 2);
                    if (inDirective && b[i] == '\n') i++;
                    blockCommentTail(p, i);
                    return -1;
                }
                diag.error(loc(p), "unterminated comment");
                pos = limit;
                // A directive still has to see its end of line.
                if (inDirective && limit > 0 && b[limit - 1] == '\n') pos = limit - 1;
                return pos;
            }
            i++;
        }
    }

    void blockCommentTail(int p, int i) {
        byte[] b = text;
        while (i < limit && !(b[i] == '*' && b[i + 1] == '/')) i++;
        if (i >= limit) {
            diag.error(base + p, "unterminated comment");
            pos = inDirective && limit > 0 ? limit - 1 : limit;
        } else {
            pos = i + 2;
        }
    }

    /** The offset of the newline that ends the line comment at {@code p}. */
    int lineComment(int p) {
        byte[] b = text;
        int i = p + 2;
        for (; ; ) {
            int c = b[i];
            if (c == '\n') return b[i - 1] == '\r' ? i - 1 : i;
            if (c == '\\' && map == null) {
                int after = splice(b, i + 1);
                if (after >= 0) {
                    if (warnComments && !quiet) diag.warning(loc(p), "comment", "multi-line comment");
                    if (after >= limit) {
                        spliceWarning(b, i + 1);
                        return limit - 1;
                    }
                    i = after;
                    continue;
                }
            } else if (c == '?' && trigraphs && map == null && b[i + 1] == '?' && b[i + 2] == '/') {
                int after = splice(b, i + 3);
                if (after >= 0) {
                    if (after >= limit) return limit - 1;
                    i = after;
                    continue;
                }
            } else if (c == 0 && i >= limit) {
                return i;
            }
            i++;
        }
    }

    /** Skips blanks, comments and newlines, and tells whether "(" comes next; nothing is taken unless it does. */
    boolean parenthesisFollows() {
        byte[] b = text;
        int p = pos;
        for (; ; ) {
            switch (b[p]) {
                case '(' -> {
                    return true;
                }
                case ' ', '\t', '\f', 0x0b, '\r' -> p++;
                case '\n' -> {
                    if (inDirective) return false;
                    if (map != null) {
                        return parenthesisFollows(mainText, resume, mainLimit);
                    }
                    p++;
                }
                case '\\' -> {
                    int after = map == null ? splice(b, p + 1) : -1;
                    if (after < 0) return false;
                    p = after;
                }
                case '/' -> {
                    int after = afterComment(b, p, limit);
                    if (after < 0) {
                        if (map == null) return false;
                        if (b[p + 1] != '*') return false;
                        return parenthesisFollows(mainText, map[p], mainLimit);
                    }
                    p = after;
                }
                default -> {
                    return false;
                }
            }
        }
    }

    boolean parenthesisFollows(byte[] b, int p, int end) {
        for (; ; ) {
            switch (b[p]) {
                case '(' -> {
                    return true;
                }
                case ' ', '\t', '\f', 0x0b, '\r', '\n' -> p++;
                case '\\' -> {
                    p = splice(b, p + 1);
                    if (p < 0) return false;
                }
                case '/' -> {
                    p = afterComment(b, p, end);
                    if (p < 0) return false;
                }
                default -> {
                    return false;
                }
            }
        }
    }

    int afterComment(byte[] b, int p, int end) {
        if (b[p + 1] == '*') {
            for (int i = p + 2; i < end; i++) {
                if (b[i] == '*' && b[i + 1] == '/') return i + 2;
            }
            return -1;
        }
        if (b[p + 1] == '/' && lineComments) {
            int i = p + 2;
            while (i < end && b[i] != '\n') {
                int after = b[i] == '\\' ? splice(b, i + 1) : -1;
                i = after >= 0 ? after : i + 1;
            }
            return i;
        }
        return -1;
    }

    /** The offset of the newline (or end) that ends the logical line at {@code p}; comments and literals respected. */
    int skipRestOfLine(int p) {
        byte[] b = text;
        boolean[] stops = STOPS;
        for (; ; ) {
            while (!stops[b[p] & 255]) p++;
            int c = b[p];
            switch (c) {
                case '\n' -> {
                    return p;
                }
                case 0 -> {
                    if (p >= limit) return p;
                    p++;
                }
                case '\\' -> {
                    int after = splice(b, p + 1);
                    p = after >= 0 ? after : p + 1;
                }
                case '"', '\'' -> p = skipLiteral(p);
                case '/' -> {
                    if (b[p + 1] == '*') {
                        blockComment(p);
                        p = pos;
                        b = text;
                    } else if (b[p + 1] == '/' && lineComments) {
                        p = lineComment(p);
                    } else {
                        p++;
                    }
                }
                default -> p++;
            }
        }
    }

    int skipLiteral(int p) {
        byte[] b = text;
        int start = p;
        int quote = b[p++];
        for (; ; ) {
            int c = b[p];
            if (c == quote) return p + 1;
            if (c == '\n' || c == 0 && p >= limit) {
                if (!assembler) diag.warning(loc(start), null, "missing terminating " + (char) quote + " character");
                return p;
            }
            if (c == '\\') {
                int after = splice(b, p + 1);
                if (after >= 0) p = after;
                else if (b[p + 1] == '\n' || p + 1 >= limit) p++;
                else p += 2;
            } else {
                p++;
            }
        }
    }

    /**
     * In a skipped group (6.10.1p6): goes to the next line whose first token is {@code #} and stands after that token
     * with {@link #inDirective} set; false at the end of the text.
     */
    boolean skipToDirective() {
        if (map != null) leaveClean(resume);
        byte[] b = text;
        int p = pos;
        if (!lineStart) {
            p = skipRestOfLine(p);
            if (p < limit) p++;
        }
        lineStart = false;
        for (; ; ) {
            int c = b[p];
            switch (c) {
                case ' ', '\t', '\f', 0x0b, '\r', '\n' -> p++;
                case '#' -> {
                    if (b[p + 1] == '#') {
                        p = skipRestOfLine(p);
                        continue;
                    }
                    inDirective = true;
                    pos = p + 1;
                    return true;
                }
                case '%' -> {
                    if (digraphs && b[p + 1] == ':') {
                        inDirective = true;
                        pos = p + 2;
                        return true;
                    }
                    p = skipRestOfLine(p);
                }
                case '?' -> {
                    if (trigraphs && b[p + 1] == '?' && b[p + 2] == '=') {
                        inDirective = true;
                        pos = p + 3;
                        return true;
                    }
                    p = skipRestOfLine(p);
                }
                case '/' -> {
                    if (b[p + 1] == '*') {
                        blockComment(p);
                        p = pos;
                    } else {
                        p = skipRestOfLine(p);
                    }
                }
                case '\\' -> {
                    int after = splice(b, p + 1);
                    p = after >= 0 ? after : skipRestOfLine(p);
                }
                case 0 -> {
                    if (p >= limit) {
                        pos = p;
                        return false;
                    }
                    p++;
                }
                default -> p = skipRestOfLine(p);
            }
        }
    }
}
