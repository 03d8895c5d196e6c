package org.jcc.frontend.pp;

import java.nio.charset.StandardCharsets;

/**
 * One preprocessing token (C17 6.4), mutable and recycled by its reader: whoever keeps a token copies it.
 *
 * <p>The characters are {@code text[start, end)} as they are spelled after line splicing and trigraphs; for identifiers
 * (keywords included: the preprocessor knows none) {@link #name} is the interned id.
 */
public final class Token {
    // Kinds. Punctuators are one kind each; digraphs have the kind of what they stand for.
    public static final int EOF = 0, IDENTIFIER = 1, PP_NUMBER = 2, CHARACTER = 3, STRING = 4, HEADER_NAME = 5,
            /** A line {@code #pragma …} that reaches the compiler: the characters are all after "pragma ". */
            PRAGMA = 6,
            /** A character that is no token: a stray backslash, {@code @}, an unterminated quote. */
            OTHER = 7,
            NEWLINE = 8, PLACEMARKER = 9,
            /** Never leaves the preprocessor's {@code next}: "no token, but mind the paste"; {@link #name} is 1 if it stands for a source token. */
            PADDING = 10,
            /** A comment, under {@code -C} only. */
            COMMENT = 11,
            /** In a macro's body: a parameter; {@link #name} is its number from 1. */
            MACRO_ARG = 12;
    public static final int LBRACKET = 16, RBRACKET = 17, LPAREN = 18, RPAREN = 19, LBRACE = 20, RBRACE = 21, DOT = 22,
            ARROW = 23, INC = 24, DEC = 25, AMP = 26, STAR = 27, PLUS = 28, MINUS = 29, TILDE = 30, NOT = 31, SLASH = 32,
            PERCENT = 33, SHL = 34, SHR = 35, LT = 36, GT = 37, LE = 38, GE = 39, EQ = 40, NE = 41, CARET = 42, BAR = 43,
            ANDAND = 44, OROR = 45, QUESTION = 46, COLON = 47, SEMI = 48, ELLIPSIS = 49, ASSIGN = 50, MUL_ASSIGN = 51,
            DIV_ASSIGN = 52, MOD_ASSIGN = 53, ADD_ASSIGN = 54, SUB_ASSIGN = 55, SHL_ASSIGN = 56, SHR_ASSIGN = 57,
            AND_ASSIGN = 58, XOR_ASSIGN = 59, OR_ASSIGN = 60, COMMA = 61, HASH = 62, HASHHASH = 63, COLONCOLON = 64;

    /** White space stands before the token. */
    public static final int SPACE = 1;
    /** First token of its line. */
    public static final int LINE_START = 2;
    /** An identifier that is never expanded again (6.10.3.4p2). */
    public static final int NO_EXPAND = 4;
    /** Spelled as a digraph. */
    public static final int DIGRAPH = 8;
    /** In a macro's body: {@code ##} stands between this token and the next. */
    static final int PASTE_LEFT = 16;
    /** In a macro's body: a parameter with {@code #} before it. */
    static final int STRINGIFY = 32;
    /** In a macro's body: white space stands before the {@code ##} after this token, or after the {@code #} before it. */
    static final int OPERATOR_SPACE = 64;

    public int kind;
    /** Where it is ({@link org.jcc.support.SourceManager}). */
    public int loc;
    /** The interned name of an identifier, else 0. */
    public int name;
    /** {@link #SPACE}, {@link #LINE_START}, … */
    public int flags;
    public byte[] text;
    public int start;
    public int end;

    public void copyFrom(Token t) {
        kind = t.kind;
        loc = t.loc;
        name = t.name;
        flags = t.flags;
        text = t.text;
        start = t.start;
        end = t.end;
    }

    /** The spelling. */
    public String spelling() {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    /** A stream of fully preprocessed tokens (translation phases 1 to 4), as the parser draws them. */
    public interface Source {
        /** Overwrites {@code t} with the next token; at the end {@link #EOF}, again and again. */
        void next(Token t);
    }
}
