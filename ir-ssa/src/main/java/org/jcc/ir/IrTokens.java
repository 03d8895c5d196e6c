package org.jcc.ir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/**
 * The tokens of the IR's text form, read all at once, and the place of the {@link IrParser} in them. Words are names and operations;
 * {@code @name} is one token; a semicolon begins a comment.
 */
abstract class IrTokens {
    /** Ends the parse after the error was reported. */
    static final class Stop extends RuntimeException {
        Stop() {
            super(null, null, false, false);
        }
    }

    enum Kind { WORD, NUMBER, STRING, AT, PUNCT, END }

    private final byte[] text;
    private final int base;
    final Diagnostics diagnostics;

    // The tokens, column-wise.
    Kind[] kinds = new Kind[256];
    int[] starts = new int[256];
    String[] values = new String[256];
    int tokens;
    int pos;

    IrTokens(SourceManager.Entry source, Diagnostics diagnostics) {
        this.text = source.text;
        this.base = source.base;
        this.diagnostics = diagnostics;
    }

    static boolean isNameChar(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '$';
    }

    // ---- errors ----

    Stop error(int token, String message) {
        int at = token < tokens ? starts[token] : text.length;
        return errorAt(at, message);
    }

    Stop errorAt(int offset, String message) {
        diagnostics.error(base + offset, message);
        return new Stop();
    }

    // ---- reading characters ----

    void lex() {
        int i = 0;
        while (i < text.length) {
            char c = (char) (text[i] & 255);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                i++;
            } else if (c == ';') {
                while (i < text.length && text[i] != '\n') i++;
            } else if (c == '"') {
                i = string(i, Kind.STRING, i);
            } else if (c == '@') {
                if (i + 1 < text.length && text[i + 1] == '"') {
                    i = string(i + 1, Kind.AT, i);
                } else {
                    int e = i + 1;
                    while (e < text.length && isNameChar((char) (text[e] & 255))) e++;
                    if (e == i + 1) throw errorAt(i, "name expected after '@'");
                    token(Kind.AT, i, latin(i + 1, e));
                    i = e;
                }
            } else if (c >= '0' && c <= '9' || c == '-' && i + 1 < text.length && text[i + 1] >= '0' && text[i + 1] <= '9') {
                int e = i + 1;
                boolean hex = c == '0' && e < text.length && text[e] == 'x';
                while (e < text.length) {
                    char d = (char) (text[e] & 255);
                    boolean sign = (d == '-' || d == '+') && !hex && (text[e - 1] == 'E' || text[e - 1] == 'e');
                    if (!sign && !(isNameChar(d) && d != '_' && d != '$')) break;
                    e++;
                }
                token(Kind.NUMBER, i, latin(i, e));
                i = e;
            } else if (c == '.' && i + 2 < text.length && text[i + 1] == '.' && text[i + 2] == '.') {
                token(Kind.PUNCT, i, "...");
                i += 3;
            } else if (isNameChar(c)) {
                int e = i + 1;
                while (e < text.length && isNameChar((char) (text[e] & 255))) e++;
                token(Kind.WORD, i, latin(i, e));
                i = e;
            } else if (c == '-' && i + 1 < text.length && text[i + 1] == '>') {
                token(Kind.PUNCT, i, "->");
                i += 2;
            } else if ("(){}[]<>,:=#&+-|".indexOf(c) >= 0) {
                token(Kind.PUNCT, i, String.valueOf(c));
                i++;
            } else {
                throw errorAt(i, "stray character");
            }
        }
        token(Kind.END, text.length, "end of file");
    }

    private String latin(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** A string's value holds one character per byte. */
    private int string(int i, Kind kind, int start) {
        StringBuilder sb = new StringBuilder();
        int e = i + 1;
        while (true) {
            if (e >= text.length || text[e] == '\n') throw errorAt(start, "string without end");
            char c = (char) (text[e] & 255);
            if (c == '"') break;
            if (c == '\\') {
                int hi = e + 1 < text.length ? Character.digit(text[e + 1], 16) : -1;
                int lo = e + 2 < text.length ? Character.digit(text[e + 2], 16) : -1;
                if (hi < 0 || lo < 0) throw errorAt(e, "'\\' needs two hexadecimal digits");
                sb.append((char) (hi * 16 + lo));
                e += 3;
            } else {
                sb.append(c);
                e++;
            }
        }
        String s = sb.toString();
        token(kind, start, kind == Kind.AT ? new String(s.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : s);
        return e + 1;
    }

    private void token(Kind kind, int start, String value) {
        if (tokens == kinds.length) {
            kinds = Arrays.copyOf(kinds, tokens * 2);
            starts = Arrays.copyOf(starts, tokens * 2);
            values = Arrays.copyOf(values, tokens * 2);
        }
        kinds[tokens] = kind;
        starts[tokens] = start;
        values[tokens++] = value;
    }

    // ---- reading tokens ----

    boolean at(String s) {
        return (kinds[pos] == Kind.PUNCT || kinds[pos] == Kind.WORD) && values[pos].equals(s);
    }

    boolean accept(String s) {
        if (!at(s)) return false;
        pos++;
        return true;
    }

    void expect(String s) {
        if (!accept(s)) throw error(pos, "'" + s + "' expected before '" + values[pos] + "'");
    }

    String take(Kind k, String what) {
        if (kinds[pos] != k) throw error(pos, what + " expected before '" + values[pos] + "'");
        return values[pos++];
    }

    String text() {
        String s = take(Kind.STRING, "string");
        return new String(s.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    long number() {
        String s = take(Kind.NUMBER, "number");
        try {
            return s.startsWith("0x") ? Long.parseUnsignedLong(s.substring(2), 16) : Long.parseLong(s);
        } catch (NumberFormatException e) {
            throw error(pos - 1, "bad number '" + s + "'");
        }
    }

    int integer() {
        long n = number();
        if (n != (int) n) throw error(pos - 1, "number out of range");
        return (int) n;
    }

    int natural() {
        int n = integer();
        if (n < 0) throw error(pos - 1, "number out of range");
        return n;
    }
}
