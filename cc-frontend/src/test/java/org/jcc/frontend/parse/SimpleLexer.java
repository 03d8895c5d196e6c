package org.jcc.frontend.parse;

import java.nio.charset.StandardCharsets;
import org.jcc.frontend.pp.Token;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;

/** Tokens of preprocessed text, for tests of the parser alone: no directives but {@code #pragma}, other lines with {@code #} are dropped. */
final class SimpleLexer implements Token.Source {
    private static final String[] PUNCTUATORS = {"...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "*=", "/=", "%=", "+=",
            "-=", "&=", "^=", "|=", "::", "[", "]", "(", ")", "{", "}", ".", "&", "*", "+", "-", "~", "!", "/", "%", "<", ">", "^", "|", "?", ":", ";", "=", ",", "#"};
    private static final int[] KINDS = {Token.ELLIPSIS, Token.SHL_ASSIGN, Token.SHR_ASSIGN, Token.ARROW, Token.INC, Token.DEC, Token.SHL, Token.SHR, Token.LE,
            Token.GE, Token.EQ, Token.NE, Token.ANDAND, Token.OROR, Token.MUL_ASSIGN, Token.DIV_ASSIGN, Token.MOD_ASSIGN, Token.ADD_ASSIGN, Token.SUB_ASSIGN,
            Token.AND_ASSIGN, Token.XOR_ASSIGN, Token.OR_ASSIGN, Token.COLONCOLON, Token.LBRACKET, Token.RBRACKET, Token.LPAREN, Token.RPAREN, Token.LBRACE,
            Token.RBRACE, Token.DOT, Token.AMP, Token.STAR, Token.PLUS, Token.MINUS, Token.TILDE, Token.NOT, Token.SLASH, Token.PERCENT, Token.LT, Token.GT,
            Token.CARET, Token.BAR, Token.QUESTION, Token.COLON, Token.SEMI, Token.ASSIGN, Token.COMMA, Token.HASH};
    /** Punctuators by first byte, longest first. */
    private static final int[][] BY_FIRST = new int[128][0];

    static {
        for (int i = 0; i < PUNCTUATORS.length; i++) {
            int c = PUNCTUATORS[i].charAt(0);
            BY_FIRST[c] = java.util.Arrays.copyOf(BY_FIRST[c], BY_FIRST[c].length + 1);
            BY_FIRST[c][BY_FIRST[c].length - 1] = i;
        }
    }

    private final Names names;
    private final byte[] text;
    private final int base;
    private int at;

    SimpleLexer(SourceManager sources, Names names, String file, byte[] text) {
        this.names = names;
        this.text = text;
        base = sources.add(file, text, 0, false).base;
    }

    @Override
    public void next(Token t) {
        boolean start = at == 0;
        while (true) {
            int c = peek(at);
            if (c == '\n') start = true;
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                at++;
            } else if (c == '/' && peek(at + 1) == '/') {
                while (peek(at) != '\n' && at < text.length) at++;
            } else if (c == '/' && peek(at + 1) == '*') {
                at += 2;
                while (at < text.length && !(peek(at) == '*' && peek(at + 1) == '/')) at++;
                at = Math.min(text.length, at + 2);
            } else if (c == '#' && start) {
                int from = at;
                while (at < text.length && peek(at) != '\n') at++;
                String line = new String(text, from, at - from, StandardCharsets.UTF_8);
                if (line.startsWith("#pragma")) {
                    set(t, Token.PRAGMA, from + 7, at, true);
                    return;
                }
            } else {
                break;
            }
        }
        int from = at;
        if (at >= text.length) {
            set(t, Token.EOF, at, at, start);
            return;
        }
        int c = peek(at);
        int quote = c == '"' || c == '\'' ? at : (c == 'L' || c == 'u' || c == 'U') && (peek(at + 1) == '"' || peek(at + 1) == '\'') ? at + 1
                : c == 'u' && peek(at + 1) == '8' && peek(at + 2) == '"' ? at + 2 : -1;
        if (quote >= 0) {
            int q = peek(quote);
            at = quote + 1;
            while (at < text.length && peek(at) != q && peek(at) != '\n') at += peek(at) == '\\' ? 2 : 1;
            at = Math.min(at, text.length);
            boolean closed = at < text.length && peek(at) == q;
            if (closed) at++;
            set(t, !closed ? Token.OTHER : q == '"' ? Token.STRING : Token.CHARACTER, from, at, start);
        } else if (isWord(c) && !(c >= '0' && c <= '9')) {
            int h = 0;
            for (; isWord(peek(at)); at++) h = h * 31 + text[at];
            set(t, Token.IDENTIFIER, from, at, start);
            t.name = names.intern(text, from, at, h);
        } else if (c >= '0' && c <= '9' || c == '.' && peek(at + 1) >= '0' && peek(at + 1) <= '9') {
            while (isWord(peek(at)) || peek(at) == '.' || (peek(at) == '+' || peek(at) == '-') && "eEpP".indexOf(peek(at - 1)) >= 0) at++;
            set(t, Token.PP_NUMBER, from, at, start);
        } else {
            for (int i : c > 0 && c < 128 ? BY_FIRST[c] : new int[0]) {
                String p = PUNCTUATORS[i];
                int k = 1;
                while (k < p.length() && peek(at + k) == p.charAt(k)) k++;
                if (k == p.length()) {
                    at += k;
                    set(t, KINDS[i], from, at, start);
                    return;
                }
            }
            at++;
            set(t, Token.OTHER, from, at, start);
        }
    }

    private int peek(int i) {
        return i < text.length ? text[i] : 0;
    }

    private static boolean isWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9' || c == '$' || c < 0;
    }

    private void set(Token t, int kind, int from, int to, boolean start) {
        t.kind = kind;
        t.text = text;
        t.start = from;
        t.end = to;
        t.loc = base + from;
        t.name = 0;
        t.flags = start ? Token.LINE_START : 0;
    }
}
