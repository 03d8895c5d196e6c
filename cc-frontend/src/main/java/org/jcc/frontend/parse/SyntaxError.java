package org.jcc.frontend.parse;

import org.antlr.v4.runtime.RecognitionException;

/** A syntax error on its way to the rule that recovers from it. The message lacks what it is "before". */
final class SyntaxError extends RecognitionException {
    private static final long serialVersionUID = 1L;

    /** The caret belongs behind the token before: something is missing there. */
    final transient boolean behind;
    /** The parenthesis that is not closed, or 0. */
    final transient int opening;

    SyntaxError(ParserBase parser, String message, boolean behind, int opening) {
        super(message, parser, parser.in, parser.context());
        this.behind = behind;
        this.opening = opening;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
