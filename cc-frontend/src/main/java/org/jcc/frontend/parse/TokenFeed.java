package org.jcc.frontend.parse;

import java.util.ArrayDeque;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jcc.frontend.pp.Token;
import org.jcc.frontend.syntax.Expr.BinaryOp;
import org.jcc.frontend.syntax.Expr.UnaryOp;
import org.jcc.frontend.syntax.Pragma;
import org.jcc.support.Diagnostics;

/**
 * The parser's token stream: a ring of tokens drawn from the preprocessor one at a time, which says what a token
 * <em>is</em> only when asked. A raw type is fixed at fetching (a keyword, a punctuator); identifiers, parentheses and a few
 * more get their type in {@link #LA LA(1)} from the scopes and from what the actions have said so far. The answer is kept
 * until the token is consumed or an action changes what it depends on.
 *
 * <p>Pragmas never reach the grammar: they wait beside the token they stood in front of, and the parser takes them at the
 * next place where an item may stand.
 */
final class TokenFeed implements TokenStream {
    static final int RING = 64;
    /** What one brace adds to {@link #nest}; a parenthesis or bracket adds 1. */
    private static final long BRACE = 1L << 32;
    /** How far a run of {@code __extension__} is looked through. */
    private static final int EXTENSION_RUN = 8;

    /** Token types and aux by kind of preprocessing token. */
    private static final int[] TYPE = new int[80];
    private static final int[] AUX = new int[80];

    static {
        put(Token.IDENTIFIER, C.IDENTIFIER);
        put(Token.PP_NUMBER, C.NUMBER);
        put(Token.CHARACTER, C.CHARACTER);
        put(Token.STRING, C.STRING);
        put(Token.EOF, EOF);
        put(Token.LBRACKET, C.LBRACKET);
        put(Token.RBRACKET, C.RBRACKET);
        put(Token.LPAREN, C.LPAREN);
        put(Token.RPAREN, C.RPAREN);
        put(Token.LBRACE, C.LBRACE);
        put(Token.RBRACE, C.RBRACE);
        put(Token.DOT, C.DOT);
        put(Token.ARROW, C.ARROW);
        put(Token.INC, C.INC_DEC);
        put(Token.DEC, C.INC_DEC, 1);
        put(Token.AMP, C.AMP, BinaryOp.AND);
        put(Token.STAR, C.STAR, BinaryOp.MUL);
        put(Token.PLUS, C.PLUS, BinaryOp.ADD);
        put(Token.MINUS, C.MINUS, BinaryOp.SUB);
        put(Token.TILDE, C.UNARY_OP, UnaryOp.BIT_NOT.ordinal());
        put(Token.NOT, C.UNARY_OP, UnaryOp.NOT.ordinal());
        put(Token.SLASH, C.BINARY_OP, BinaryOp.DIV);
        put(Token.PERCENT, C.BINARY_OP, BinaryOp.REM);
        put(Token.SHL, C.BINARY_OP, BinaryOp.SHL);
        put(Token.SHR, C.BINARY_OP, BinaryOp.SHR);
        put(Token.LT, C.BINARY_OP, BinaryOp.LT);
        put(Token.GT, C.BINARY_OP, BinaryOp.GT);
        put(Token.LE, C.BINARY_OP, BinaryOp.LE);
        put(Token.GE, C.BINARY_OP, BinaryOp.GE);
        put(Token.EQ, C.BINARY_OP, BinaryOp.EQ);
        put(Token.NE, C.BINARY_OP, BinaryOp.NE);
        put(Token.CARET, C.BINARY_OP, BinaryOp.XOR);
        put(Token.BAR, C.BINARY_OP, BinaryOp.OR);
        put(Token.ANDAND, C.ANDAND, BinaryOp.LOG_AND);
        put(Token.OROR, C.BINARY_OP, BinaryOp.LOG_OR);
        put(Token.QUESTION, C.QUESTION);
        put(Token.COLON, C.COLON);
        put(Token.SEMI, C.SEMI);
        put(Token.ELLIPSIS, C.ELLIPSIS);
        put(Token.ASSIGN, C.ASSIGN);
        put(Token.MUL_ASSIGN, C.ASSIGN_OP, BinaryOp.MUL);
        put(Token.DIV_ASSIGN, C.ASSIGN_OP, BinaryOp.DIV);
        put(Token.MOD_ASSIGN, C.ASSIGN_OP, BinaryOp.REM);
        put(Token.ADD_ASSIGN, C.ASSIGN_OP, BinaryOp.ADD);
        put(Token.SUB_ASSIGN, C.ASSIGN_OP, BinaryOp.SUB);
        put(Token.SHL_ASSIGN, C.ASSIGN_OP, BinaryOp.SHL);
        put(Token.SHR_ASSIGN, C.ASSIGN_OP, BinaryOp.SHR);
        put(Token.AND_ASSIGN, C.ASSIGN_OP, BinaryOp.AND);
        put(Token.XOR_ASSIGN, C.ASSIGN_OP, BinaryOp.XOR);
        put(Token.OR_ASSIGN, C.ASSIGN_OP, BinaryOp.OR);
        put(Token.COMMA, C.COMMA);
    }

    private static void put(int kind, int type) {
        TYPE[kind] = type;
    }

    private static void put(int kind, int type, int aux) {
        TYPE[kind] = type;
        AUX[kind] = aux;
    }

    private static void put(int kind, int type, BinaryOp op) {
        put(kind, type, op.ordinal());
    }

    private final Token.Source source;
    private final Keywords keywords;
    private final Scopes scopes;
    private final Diagnostics diagnostics;
    private final Tok[] ring = new Tok[RING];
    /** Index of the current token, and of the first one not fetched. */
    int at;
    private int fetched;
    /** The current token. */
    Tok cur;
    /** The current token's type in its context, 0 if nobody has asked. */
    private int type;
    /** A token of no width in front of {@link #cur}, or 0. */
    private int injected;
    /** A type specifier was seen: the next identifier is declared, even if it is the name of a type. */
    private boolean typeSeen;
    /** Index of a token that is a label if a colon follows; that is a word, whatever it means; that is a type all the same. */
    private int labelAt = -1;
    private int wordAt = -1;
    private int typeAt = -1;
    private int labelAttributeAt = -1;
    /** Parentheses and braces open around the current token. */
    long nest;
    /** The first token of the last line fetched: gcc reports there what is wrong with the input's end. */
    int lastLine;
    /** A {@code ::} was fetched: its second colon is due. */
    private boolean colonDue;
    private final ArrayDeque<Pragma> pragmas = new ArrayDeque<>(4);
    private final ArrayDeque<Integer> pragmaAt = new ArrayDeque<>(4);

    TokenFeed(Token.Source source, Keywords keywords, Scopes scopes, Diagnostics diagnostics) {
        this.source = source;
        this.keywords = keywords;
        this.scopes = scopes;
        this.diagnostics = diagnostics;
        for (int i = 0; i < RING; i++) ring[i] = new Tok();
        fetch();
        cur = ring[0];
    }

    private void fetch() {
        Tok t = ring[fetched & RING - 1];
        if (colonDue) {
            colonDue = false;
            t.pp.copyFrom(ring[fetched - 1 & RING - 1].pp);
            set(t, C.COLON, 0);
            fetched++;
            return;
        }
        Token p = t.pp;
        while (true) {
            source.next(p);
            int kind = p.kind;
            if ((p.flags & Token.LINE_START) != 0 && kind != Token.EOF) lastLine = p.loc;
            if (kind == Token.IDENTIFIER) {
                int k = keywords.of(p.name);
                if (k == 0) set(t, C.IDENTIFIER, 0);
                else set(t, k & 0xff, k >>> 8);
                break;
            }
            int type = TYPE[kind];
            if (type != 0) {
                set(t, type, AUX[kind]);
                break;
            }
            if (kind == Token.COLONCOLON) {
                colonDue = true;
                set(t, C.COLON, 0);
                break;
            }
            if (kind == Token.PRAGMA) {
                pragmas.add(new Pragma(p.loc, p.spelling().strip()));
                pragmaAt.add(fetched);
            } else if (kind != Token.NEWLINE && kind != Token.PLACEMARKER) {
                String s = p.spelling();
                char c = s.isEmpty() ? ' ' : s.charAt(0);
                diagnostics.error(p.loc, c == '"' || c == '\'' ? "missing terminating " + c + " character" : "stray '" + s + "' in program");
            }
        }
        fetched++;
    }

    private static void set(Tok t, int type, int aux) {
        t.type = type;
        t.aux = aux;
        t.loc = t.pp.loc;
        t.name = t.pp.name;
        t.nest = switch (type) {
            case C.LPAREN, C.LBRACKET -> 1;
            case C.RPAREN, C.RBRACKET -> -1;
            case C.LBRACE -> BRACE;
            case C.RBRACE -> -BRACE;
            default -> 0;
        };
    }

    /** The raw token {@code k} places ahead; 0 is the current one. */
    Tok raw(int k) {
        while (at + k >= fetched) fetch();
        return ring[at + k & RING - 1];
    }

    /** The loc of the current token. */
    int loc() {
        return cur.loc;
    }

    /** The braces open around the current token. */
    int braces() {
        return braces(nest);
    }

    static int braces(long nest) {
        return (int) (nest + (BRACE >> 1) >> 32);
    }

    @Override
    public int LA(int i) {
        if (i != 1) return raw(i - 1).type;
        int t = type;
        return t != 0 ? t : (type = classify());
    }

    private int classify() {
        if (injected != 0) return injected;
        Tok t = cur;
        if (at == wordAt && t.name != 0) return C.IDENTIFIER;
        switch (t.type) {
            case C.IDENTIFIER -> {
                if (at == labelAt && raw(1).type == C.COLON) return C.LABEL;
                return !typeSeen && (scopes.isType(t.name) || at == typeAt) ? C.TYPEDEF_NAME : C.IDENTIFIER;
            }
            case C.LPAREN -> {
                Tok next = raw(1);
                return startsType(next) ? C.LPAREN_TYPE : next.type == C.LBRACE ? C.LPAREN_BRACE : next.type == C.ATTRIBUTE ? C.LPAREN_ATTRIBUTE : C.LPAREN;
            }
            case C.LBRACKET -> {
                if (raw(1).type != C.LBRACKET) return C.LBRACKET;
                return at == labelAt && attributesOfStatement() ? C.STATEMENT_BRACKET2 : C.LBRACKET2;
            }
            case C.STAR -> {
                return raw(1).type == C.RBRACKET ? C.STAR_BRACKET : C.STAR;
            }
            case C.ATOMIC_TYPE -> {
                return raw(1).type == C.LPAREN ? C.ATOMIC_TYPE : C.QUALIFIER;
            }
            case C.ATTRIBUTE -> {
                return at == labelAttributeAt ? C.LABEL_ATTRIBUTE : C.ATTRIBUTE;
            }
            case C.EXT_DECL -> {
                int k = 1;
                while (k < EXTENSION_RUN && raw(k).type == C.EXT_DECL) k++;
                Tok next = raw(k);
                return startsType(next) || next.type == C.ATTRIBUTE || next.type == C.STATIC_ASSERT ? C.EXT_DECL : C.UNARY_OP;
            }
            default -> {
                return t.type;
            }
        }
    }

    /** Looks behind {@code [[…]]} at the start of a block item for what it belongs to. */
    private boolean attributesOfStatement() {
        int k = 0;
        int open = 0;
        do {
            int t = raw(k++).type;
            open += t == C.LBRACKET ? 1 : t == C.RBRACKET ? -1 : 0;
        } while (k < RING - 4 && (open > 0 || raw(k).type == C.LBRACKET && raw(k + 1).type == C.LBRACKET));
        Tok next = raw(k);
        return switch (next.type) {
            case C.ATTRIBUTE, C.EXT_DECL, C.STATIC_ASSERT, C.SEMI -> false;
            case C.IDENTIFIER -> raw(k + 1).type == C.COLON || !scopes.isType(next.name);
            default -> !startsType(next);
        };
    }

    /** True if the raw token begins a type name or a parameter. */
    boolean startsType(Tok t) {
        return switch (t.type) {
            case C.BASIC_TYPE, C.QUALIFIER, C.STORAGE, C.STATIC, C.FUNC_SPEC, C.ATOMIC_TYPE, C.STRUCT, C.ENUM, C.TYPEOF, C.ALIGNAS -> true;
            case C.IDENTIFIER -> scopes.isType(t.name);
            default -> false;
        };
    }

    @Override
    public void consume() {
        type = 0;
        if (injected != 0) {
            injected = 0;
            return;
        }
        if (cur.type == EOF) return;
        nest += cur.nest;
        if (++at == fetched) fetch();
        cur = ring[at & RING - 1];
    }

    /** True while a token of no width is the current one. */
    boolean isInjected() {
        return injected != 0;
    }

    // ---- What actions say

    /** Forgets the current token's type, because the scopes have changed. */
    void forget() {
        type = 0;
    }

    /** Whether a type specifier has been seen in these specifiers; the result is what held before. */
    boolean typeSeen(boolean seen) {
        boolean before = typeSeen;
        typeSeen = seen;
        type = 0;
        return before;
    }

    /** The current token may be a label. */
    void mayBeLabel() {
        labelAt = at;
        type = 0;
    }

    /** The current token is a word, be it a keyword or a type. */
    void word() {
        wordAt = at;
        type = 0;
    }

    /** The current token is a word if it is all of its argument. */
    void wordBeforeComma() {
        if (cur.type == C.IDENTIFIER && (raw(1).type == C.COMMA || raw(1).type == C.RPAREN)) word();
    }

    /** The current identifier is taken for a type. */
    void takeForType() {
        typeAt = at;
        type = 0;
    }

    /** The current token may be an attribute of the label in front. */
    void afterLabel() {
        labelAttributeAt = at;
        type = 0;
    }

    void injectNoElse() {
        if (cur.type != C.ELSE) inject(C.NOELSE);
    }

    /** The comma behind the last element of a braced list need not be written. */
    void lastComma() {
        if (cur.type == C.RBRACE) inject(C.COMMA);
    }

    void inject(int tokenType) {
        injected = tokenType;
        type = 0;
    }

    /** Drops what was injected or said about the current token: an error is being recovered from. */
    void reset(long newNest) {
        injected = 0;
        typeSeen = false;
        nest = newNest;
        type = 0;
    }

    /** Takes the pragmas in front of the current token. */
    void takePragmas(List<? super Pragma> into) {
        while (!pragmas.isEmpty() && pragmaAt.peek() <= at) {
            into.add(pragmas.poll());
            pragmaAt.poll();
        }
    }

    /** Takes those that speak of a loop. */
    void takeLoopPragmas(List<? super Pragma> into) {
        while (!pragmas.isEmpty() && pragmaAt.peek() <= at && pragmas.peek().loopKind() != null) {
            into.add(pragmas.poll());
            pragmaAt.poll();
        }
    }

    boolean hasPragmas() {
        return !pragmas.isEmpty();
    }

    // ---- The rest of the interface, of which the generated parser uses LT(1) alone

    @Override
    public org.antlr.v4.runtime.Token LT(int k) {
        return raw(Math.max(0, k - 1));
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public void seek(int index) {}

    @Override
    public int size() {
        return fetched;
    }

    @Override
    public String getSourceName() {
        return "";
    }

    @Override
    public org.antlr.v4.runtime.Token get(int index) {
        return ring[index & RING - 1];
    }

    @Override
    public TokenSource getTokenSource() {
        return null;
    }

    @Override
    public String getText(Interval interval) {
        return "";
    }

    @Override
    public String getText() {
        return "";
    }

    @Override
    public String getText(RuleContext ctx) {
        return "";
    }

    @Override
    public String getText(org.antlr.v4.runtime.Token start, org.antlr.v4.runtime.Token stop) {
        return "";
    }
}
