package org.jcc.frontend.pp;

import java.util.Arrays;

/** A growable row of tokens that keeps its token objects for the next use. */
final class TokenList {
    Token[] items = new Token[16];
    int size;

    /** The next token, to be overwritten by the caller. */
    Token add() {
        if (size == items.length) items = Arrays.copyOf(items, size * 2);
        Token t = items[size];
        if (t == null) items[size] = t = new Token();
        size++;
        return t;
    }

    void add(Token t) {
        add().copyFrom(t);
    }

    void addEnd(int loc) {
        Token t = add();
        t.kind = Token.EOF;
        t.loc = loc;
        t.flags = 0;
        t.name = 0;
    }

    /** A padding token; {@code source} is the token it stands for, or null. */
    void addPadding(Token source) {
        pad(add(), source);
    }

    static void pad(Token t, Token source) {
        t.kind = Token.PADDING;
        t.name = source == null ? 0 : 1;
        t.flags = source == null ? 0 : source.flags & Token.SPACE;
        t.loc = 0;
    }
}
