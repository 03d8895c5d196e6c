package org.jcc.frontend.pp;

/** What the {@code -E} printer wants to hear besides the tokens. Locs are file locs. */
interface Observer {
    /** {@code t} is the first token of its line in the file; {@code inArguments} if an argument list is being read. */
    void lineChange(Token t, boolean inArguments);

    /** A text begins, included from {@code from} (0: not by a directive). */
    void entered(Buffer b, int from);

    /** Reading goes on in {@code to} at {@code loc} after an inclusion ended. */
    void left(Buffer to, int loc);

    /** A {@code #line} or line marker took effect; the next line is at {@code loc}. */
    void renamed(Buffer b, int loc, String flags);

    /** A directive is about to be obeyed. */
    void directive();

    /** An {@code #ident} or {@code #sccs}. */
    void ident(int loc, String directive, byte[] text);

    /** A macro was defined by a directive at {@code loc}. */
    void defined(int loc, Macro m);

    /** A macro's name was undefined by a directive at {@code loc}. */
    void undefined(int loc, int name);

    /** An inclusion directive is about to be obeyed. */
    void include(int loc, String directive, String header);

    /** A name that is no macro was tested by {@code #ifdef} or {@code defined}. */
    void testedUndefined(int name);

    /** A macro is about to be expanded, or tested by {@code #ifdef} or {@code defined}. */
    void expanded(Macro m);
}
