package org.jcc.frontend.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jcc.frontend.syntax.Expr.BinaryOp;
import org.jcc.frontend.syntax.Expr.UnaryOp;

/**
 * A token as the parser sees it: a preprocessing token, its raw type (contextual types are {@link TokenFeed}'s) and what
 * tells members of one type apart. Recycled by the feed after {@link TokenFeed#RING} tokens.
 */
final class Tok implements Token {
    /** The preprocessing token. */
    final org.jcc.frontend.pp.Token pp = new org.jcc.frontend.pp.Token();
    /** A type of {@link C}. */
    int type;
    /** Which keyword or operator of this type: a bit of Specs, an ordinal of BinaryOp, UnaryOp or TypeSpec.Kind. */
    int aux;
    /** What it adds to {@link TokenFeed#nest}. */
    long nest;
    int loc;
    int name;

    BinaryOp binaryOp() {
        return BINARY[aux];
    }

    UnaryOp unaryOp() {
        return switch (type) {
            case C.STAR -> UnaryOp.DEREF;
            case C.AMP -> UnaryOp.ADDRESS;
            case C.PLUS -> UnaryOp.PLUS;
            case C.MINUS -> UnaryOp.MINUS;
            case C.EXT_DECL -> UnaryOp.EXTENSION;
            default -> UNARY[aux];
        };
    }

    static final BinaryOp[] BINARY = BinaryOp.values();
    private static final UnaryOp[] UNARY = UnaryOp.values();

    /** The loc just behind the token, or 0 where a macro made it. */
    int end() {
        return loc > 0 ? loc + pp.end - pp.start : 0;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public String getText() {
        return type == Token.EOF ? "<EOF>" : pp.spelling();
    }

    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getCharPositionInLine() {
        return 0;
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getTokenIndex() {
        return 0;
    }

    @Override
    public int getStartIndex() {
        return 0;
    }

    @Override
    public int getStopIndex() {
        return 0;
    }

    @Override
    public TokenSource getTokenSource() {
        return null;
    }

    @Override
    public CharStream getInputStream() {
        return null;
    }
}
