package org.jcc.asm;

import java.nio.charset.StandardCharsets;

/**
 * A cursor over one assembler statement: comments are already gone, the text is one character a byte (ISO 8859-1), so
 * strings keep their bytes whatever the file's encoding.
 */
public final class GasLexer {
    private final String text;
    private int at;

    public GasLexer(String text) {
        this.text = text;
    }

    /** Skips blanks; the next character, 0 at the end. */
    public char peek() {
        while (at < text.length() && isBlank(text.charAt(at))) at++;
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** The character {@code n} places on, without skipping; 0 past the end. */
    public char raw(int n) {
        return at + n < text.length() ? text.charAt(at + n) : 0;
    }

    /** Moves on by {@code n} characters. */
    public void skip(int n) {
        at = Math.min(text.length(), at + n);
    }

    public boolean atEnd() {
        return peek() == 0 && at >= text.length();
    }

    public int position() {
        return at;
    }

    public void position(int p) {
        at = p;
    }

    /** Takes {@code c} if it comes next. */
    public boolean take(char c) {
        if (peek() != c || at >= text.length()) return false;
        at++;
        return true;
    }

    /** All that is left. */
    public String rest() {
        return text.substring(at);
    }

    /** The text between two positions. */
    public String slice(int from, int to) {
        return text.substring(from, to);
    }

    /** Takes a name (letters, digits, {@code _ . $}, bytes of other alphabets, or a quoted name); null if none comes. */
    public String name() {
        char c = peek();
        if (c == '"') {
            byte[] b = string();
            return b == null ? null : new String(b, StandardCharsets.UTF_8);
        }
        if (!isNameStart(c)) return null;
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) at++;
        return utf8(text.substring(from, at));
    }

    /** Takes a run of characters up to a blank or comma. */
    public String word() {
        peek();
        int from = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && text.charAt(at) != ',') at++;
        return utf8(text.substring(from, at));
    }

    /** Takes a string constant with its escapes; null if none comes or it does not end. */
    public byte[] string() {
        if (peek() != '"') return null;
        int start = at++;
        byte[] b = new byte[text.length() - at];
        int n = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') return java.util.Arrays.copyOf(b, n);
            if (c != '\\' || at >= text.length()) {
                b[n++] = (byte) c;
                continue;
            }
            c = text.charAt(at++);
            switch (c) {
                case 'b' -> b[n++] = '\b';
                case 'f' -> b[n++] = '\f';
                case 'n' -> b[n++] = '\n';
                case 'r' -> b[n++] = '\r';
                case 't' -> b[n++] = '\t';
                case 'v' -> b[n++] = 11;
                case 'x', 'X' -> {
                    int v = 0;
                    while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) v = v * 16 + Character.digit(text.charAt(at++), 16);
                    b[n++] = (byte) v;
                }
                default -> {
                    if (c >= '0' && c <= '9') {
                        int v = c - '0';
                        for (int i = 0; i < 2 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; i++) v = v * 8 + text.charAt(at++) - '0';
                        b[n++] = (byte) v;
                    } else b[n++] = (byte) c;
                }
            }
        }
        at = start;
        return null;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f';
    }

    /** True if a name may begin with {@code c}. */
    public static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '.' || c == '$' || c >= 0x80;
    }

    /** True if a name may go on with {@code c}. */
    public static boolean isNamePart(char c) {
        return isNameStart(c) || c >= '0' && c <= '9';
    }

    /** Bytes above ASCII are UTF-8 in names. */
    static String utf8(String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (latin1.charAt(i) >= 0x80) return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        return latin1;
    }
}
