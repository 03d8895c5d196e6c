package org.jcc.frontend.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jcc.frontend.syntax.Attribute;
import org.jcc.frontend.syntax.BlockItem;
import org.jcc.frontend.syntax.Declaration;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.EmptyDeclaration;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Expr.BinaryOp;
import org.jcc.frontend.syntax.External;
import org.jcc.frontend.syntax.FunctionDefinition;
import org.jcc.frontend.syntax.Initializer;
import org.jcc.frontend.syntax.MemberItem;
import org.jcc.frontend.syntax.Pragma;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.Statement;
import org.jcc.frontend.syntax.TypeSpec;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;

/**
 * What the grammar's actions call, and the parser's inner loop without what ANTLR's would do for listeners, parse trees and
 * error repair.
 *
 * <p>Errors. A rule that finds the current token impossible throws; rules with a catch clause (an external declaration, a
 * block item, a member, a list in braces, a parameter list, a condition) report and skip to where they end, judged by the
 * nesting that {@link TokenFeed#nest} counts. No second error is reported at the token where skipping stopped, so that one
 * mistake is one message.
 */
abstract class ParserBase extends Parser {
    /** Rules entered and not left at most; a nested parenthesis takes five. Beyond it, or out of stack, compilation ends. */
    private static final int MAX_DEPTH = 600_000;
    /** Precedence of a binary operator by ordinal, {@link BinaryOp#COMMA} excepted. */
    private static final byte[] PRECEDENCE = {0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7, 8, 8, 9, 9, 10, 10, 10};

    final TokenFeed in;
    Scopes scopes;
    private Names names;
    private Diagnostics diagnostics;
    private Literals literals;
    /** The token matched last; recycled soon. */
    Tok prev = new Tok();
    /** {@code __extension__}s in force on declarations. */
    int extension;
    private int depth;
    /** A case label is being read. */
    boolean inCase;
    /** The token at which an error was reported, or skipping stopped. */
    private int lastErrorAt = -1;
    /** The parenthesis that the next RPAREN closes, for its message. */
    private int opening;
    private int openingAt = -1;
    /** Pending operators of binary expressions, with their left operands and places. */
    private Expr[] lefts = new Expr[64];
    private byte[] operators = new byte[64];
    private int[] operatorLocs = new int[64];
    private int pending;
    /** What each tag was last used for, for "use 'struct' keyword". */
    private final HashMap<Integer, String> tags = new HashMap<>();

    ParserBase(TokenStream feed) {
        super(feed);
        in = (TokenFeed) feed;
        setBuildParseTree(false);
        setErrorHandler(new Thrower());
    }

    void start(Scopes scopes, Names names, Diagnostics diagnostics, Literals literals) {
        this.scopes = scopes;
        this.names = names;
        this.diagnostics = diagnostics;
        this.literals = literals;
    }

    // ---- ANTLR's loop

    @Override
    public final Token match(int type) {
        if (in.LA(1) != type) return mismatch(type);
        Tok t = prev = in.cur;
        in.consume();
        return t;
    }

    @Override
    public final Token consume() {
        Tok t = prev = in.cur;
        in.consume();
        return t;
    }

    @Override
    public final void enterRule(ParserRuleContext context, int state, int rule) {
        _ctx = context;
        if (++depth > MAX_DEPTH) throw new StackOverflowError();
    }

    @Override
    public final void exitRule() {
        depth--;
        _ctx = (ParserRuleContext) _ctx.parent;
    }

    @Override
    public final void enterOuterAlt(ParserRuleContext context, int alternative) {}

    /** Errors are thrown, and repaired by the rules that catch them. */
    private static final class Thrower implements ANTLRErrorStrategy {
        @Override
        public void reset(Parser recognizer) {}

        @Override
        public Token recoverInline(Parser recognizer) {
            throw new SyntaxError((ParserBase) recognizer, null, false, 0);
        }

        @Override
        public void recover(Parser recognizer, RecognitionException e) {
            throw e;
        }

        @Override
        public void sync(Parser recognizer) {}

        @Override
        public boolean inErrorRecoveryMode(Parser recognizer) {
            return false;
        }

        @Override
        public void reportMatch(Parser recognizer) {}

        @Override
        public void reportError(Parser recognizer, RecognitionException e) {}
    }

    ParserRuleContext context() {
        return _ctx;
    }

    // ---- Errors

    /** True where an expression that may be missing began with a token that begins none, so that its end was asked for. */
    private boolean lacksExpression(int rule, int type) {
        return switch (rule) {
            case C.RULE_postfixes -> type == C.RPAREN && prev.type == C.LPAREN;
            case C.RULE_array -> type == C.RBRACKET && (prev.type == C.LBRACKET || prev.type == C.STATIC || prev.type == C.QUALIFIER);
            case C.RULE_forHead -> (type == C.SEMI || type == C.RPAREN) && (prev.type == C.SEMI || prev.type == C.LPAREN);
            case C.RULE_statement -> type == C.SEMI && prev.type == C.RETURN;
            default -> false;
        };
    }

    /** The current token cannot be what was asked for. A semicolon missing at a line's end is taken as written. */
    private Token mismatch(int type) {
        int rule = _ctx.getRuleIndex();
        if (lacksExpression(rule, type)) throw new SyntaxError(this, "expected expression", false, 0);
        boolean behind = type == C.SEMI && rule != C.RULE_declarators && rule != C.RULE_oldStyleDeclaration && rule != C.RULE_member
                || type == C.RPAREN && rule != C.RULE_suffix && rule != C.RULE_anyDirectDeclarator || type == C.RBRACKET
                || type == C.COLON && rule == C.RULE_conditional;
        SyntaxError e = new SyntaxError(this, Expectations.token(rule, type, inCase), behind, type == C.RPAREN && openingAt == in.at ? opening : 0);
        if (type == C.SEMI && (atLineStart() || in.cur.type == C.RBRACE || in.cur.type == EOF)) {
            report(e);
            return prev;
        }
        throw e;
    }

    boolean atLineStart() {
        return (in.cur.pp.flags & org.jcc.frontend.pp.Token.LINE_START) != 0;
    }

    /** Refuses the current token. */
    void reject(String message) {
        throw new SyntaxError(this, message, false, 0);
    }

    /** Refuses what begins no block item. */
    void rejectItem() {
        int type = in.cur.type;
        reject(type == C.RPAREN || type == C.RBRACKET ? "expected statement" : "expected expression");
    }

    /** Reports what is wrong with a thing that was parsed. */
    void error(int loc, String message) {
        diagnostics.error(loc, message);
    }

    private void report(RecognitionException e) {
        if (in.at == lastErrorAt) return;
        lastErrorAt = in.at;
        String message = e instanceof SyntaxError && e.getMessage() != null ? e.getMessage()
                : Expectations.inRule(e.getCtx() == null ? C.RULE_external : ((ParserRuleContext) e.getCtx()).getRuleIndex());
        SyntaxError s = e instanceof SyntaxError x ? x : null;
        Tok t = in.cur;
        int loc = t.type == EOF && in.lastLine != 0 ? in.lastLine : t.loc;
        if (s != null && s.behind && prev.end() != 0 && t.type != EOF) loc = prev.end();
        List<Diagnostics.Diagnostic> notes = diagnostics.error(loc, message + before(t));
        if (s != null && s.opening != 0 && diagnostics.sources().physicalLine(s.opening) != diagnostics.sources().physicalLine(loc)) {
            notes.add(Diagnostics.note(s.opening, "to match this '('"));
        }
    }

    private static String before(Tok t) {
        return switch (t.type) {
            case EOF -> " at end of input";
            case C.NUMBER -> " before numeric constant";
            case C.STRING -> " before string constant";
            case C.CHARACTER -> " before " + t.getText();
            default -> " before '" + t.getText() + (t.name != 0 ? "'" : "' token");
        };
    }

    /** The parenthesis at {@code loc} is closed by the next token, if all is well. */
    void closes(int loc) {
        opening = loc;
        openingAt = in.at;
    }

    /**
     * Skips what is left of a statement or declaration that began at nesting {@code nest}: through a semicolon or closing
     * brace on its level, but not past the brace that closes what it stands in.
     */
    private void skip(long nest) {
        int level = TokenFeed.braces(nest);
        while (true) {
            Tok t = in.cur;
            if (t.type == EOF) break;
            if (t.type == C.RBRACE && in.braces() <= level) break;
            int type = t.type;
            next();
            if (type == C.SEMI && in.braces() <= level) break;
            if (type == C.RBRACE && in.braces() <= level) break;
        }
        in.reset(nest);
        lastErrorAt = in.at;
    }

    private void next() {
        if (in.isInjected()) in.consume();
        prev = in.cur;
        in.consume();
    }

    External recoverExternal(RecognitionException e, long nest) {
        report(e);
        extension = 0;
        int start = in.at;
        skip(nest);
        if (in.at == start) next();
        in.reset(0);
        return null;
    }

    void recoverItem(RecognitionException e, long nest, int mark) {
        report(e);
        extension = 0;
        scopes.leave(mark);
        int start = in.at;
        boolean junk = e.getCtx() != null && ((ParserRuleContext) e.getCtx()).getRuleIndex() == C.RULE_item;
        skip(nest);
        if (junk && in.at == start && in.cur.type != C.RBRACE) next();
    }

    /** What can be kept of a declaration, the one in error included: its names are declared. */
    BlockItem recoverDeclaration(RecognitionException e, SpecsBuilder s, List<Declarator> l, DeclaratorBuilder d, long nest) {
        report(e);
        if (d != null && d.name != 0) {
            bind(s, d);
            if (d.initLoc != 0 && d.init == null) d.init = new Expr.ErrorExpr(d.initLoc);
            l.add(d.build());
        }
        // The next declaration begins on its own line: what is missing is this one's semicolon.
        if (atLineStart() && in.nest == nest && in.startsType(in.cur)) in.reset(nest);
        else skip(nest);
        return endDeclaration(s, l);
    }

    BlockItem recoverSpecs(RecognitionException e, SpecsBuilder s, long nest) {
        if (in.cur.type == EOF || !s.definesType()) throw e;
        report(e);
        if (!atLineStart()) skip(nest);
        else in.reset(nest);
        return endDeclaration(s, List.of());
    }

    void recoverMember(RecognitionException e, List<MemberItem> l, SpecsBuilder s, List<Declarator> ds, long nest) {
        report(e);
        int start = in.at;
        skip(nest);
        if (in.at == start && in.cur.type != C.RBRACE && in.cur.type != EOF) next();
        if (s != null && ds != null && !ds.isEmpty()) l.add(endMember(s, ds));
    }

    /** Skips to the end of a list whose opening brace stands at nesting {@code nest}. */
    void recoverBraces(RecognitionException e, long nest) {
        report(e);
        int level = TokenFeed.braces(nest);
        while (in.cur.type != EOF && !(in.braces() <= level + 1 && (in.cur.type == C.SEMI || in.cur.type == C.RBRACE))) next();
        if (in.cur.type == C.RBRACE && in.braces() == level + 1) next();
        in.reset(nest);
        lastErrorAt = in.at;
    }

    /** Skips a condition, or the head of a for statement, that began with a parenthesis at nesting {@code nest}. */
    Expr recoverCondition(RecognitionException e, long nest, boolean isFor) {
        report(e);
        int loc = in.loc();
        int level = TokenFeed.braces(nest);
        while (in.cur.type != EOF && in.cur.type != C.LBRACE && !(in.cur.type == C.RBRACE && in.braces() <= level)
                && !(in.cur.type == C.SEMI && !isFor) && !(in.cur.type == C.RPAREN && in.nest == nest + 1)) {
            next();
        }
        if (in.cur.type == C.RPAREN && in.nest == nest + 1) next();
        in.reset(nest);
        lastErrorAt = in.at;
        return new Expr.ErrorExpr(loc);
    }

    /** Skips to the parenthesis that closes a parameter list which was opened just before nesting was {@code nest}. */
    void recoverParameters(RecognitionException e, DeclaratorBuilder d, int loc, List<Declarator.Parameter> l, int mark, long nest) {
        report(e);
        int level = TokenFeed.braces(nest);
        while (in.cur.type != EOF && in.cur.type != C.LBRACE && in.cur.type != C.SEMI && !(in.cur.type == C.RBRACE && in.braces() <= level)
                && !(in.cur.type == C.RPAREN && in.nest == nest)) {
            next();
        }
        in.reset(nest);
        lastErrorAt = in.at;
        if (in.cur.type != C.RPAREN) in.inject(C.RPAREN);
        d.add(new Declarator.Function(loc, l == null ? List.of() : l, null, false, List.of(), List.of(), in.loc()));
        exitParameters(mark);
    }

    // ---- Items

    static <T> List<T> none() {
        return List.of();
    }

    int startExternal() {
        in.typeSeen(false);
        unknownType(false);
        return in.loc();
    }

    void startItem(List<BlockItem> l) {
        if (in.hasPragmas()) {
            int old = l.size();
            in.takePragmas(l);
            checkLoop(l.subList(old, l.size()), true);
        }
        startBody();
    }

    /** The pragmas that speak of a loop, in front of a statement that is the body of another; null if there are none. */
    List<BlockItem> loopPragmas() {
        if (!in.hasPragmas()) return null;
        List<BlockItem> l = new ArrayList<>(1);
        in.takeLoopPragmas(l);
        checkLoop(l, true);
        return l.isEmpty() ? null : l;
    }

    /** What a pragma that speaks of a loop stands in front of: such another pragma of the other kind, or the loop. */
    private void checkLoop(List<?> l, boolean statements) {
        String before = null;
        boolean refused = false;
        for (Object o : l) {
            String kind = o instanceof Pragma p ? p.loopKind() : null;
            if (before != null && (kind == null || kind.equals(before)) && o instanceof Pragma p) {
                error(p.loc(), "for, while or do statement expected before '#pragma'");
                refused = true;
            }
            before = o instanceof Pragma ? kind : null;
        }
        int next = in.cur.type;
        if (before == null || statements && (next == C.FOR || next == C.WHILE || next == C.DO)) return;
        if (!refused || !statements) error(in.loc(), "for, while or do statement expected" + before(in.cur));
        l.removeIf(o -> o instanceof Pragma p && p.loopKind() != null);
    }

    /** A statement begins here. */
    int startBody() {
        in.mayBeLabel();
        if (in.cur.type == C.IDENTIFIER) unknownType(true);
        return in.loc();
    }

    void startMember(List<MemberItem> l) {
        if (in.hasPragmas()) {
            int old = l.size();
            in.takePragmas(l);
            checkLoop(l.subList(old, l.size()), false);
        }
        in.typeSeen(false);
        unknownType(false);
    }

    /**
     * An identifier that is no type, in front of another or of a star, where a declaration may begin, is meant for a type. In a
     * block only if it is nothing else either.
     */
    private void unknownType(boolean nested) {
        Tok t = in.cur;
        if (t.type != C.IDENTIFIER || scopes.isType(t.name)) return;
        int next = in.raw(1).type;
        if (next != C.IDENTIFIER && next != C.STAR) return;
        if (nested && (scopes.isBound(t.name) || names.text(t.name).startsWith("__builtin_"))) return;
        reportUnknownType(t);
    }

    /** Among specifiers without a type yet. */
    void unknownTypeIn(boolean preferType) {
        Tok t = in.cur;
        if (scopes.isBound(t.name)) return;
        int next = in.raw(1).type;
        if (preferType || next == C.IDENTIFIER || next == C.STAR) reportUnknownType(t);
    }

    /** A type name stands here, whatever it looks like. */
    void startTypeName() {
        in.typeSeen(false);
        Tok t = in.cur;
        if (t.type == C.IDENTIFIER && !scopes.isBound(t.name)) reportUnknownType(t);
    }

    private void reportUnknownType(Tok t) {
        String name = names.text(t.name);
        String tag = tags.get(t.name);
        String close;
        String hint = tag != null ? "; use '" + tag + "' keyword to refer to the type"
                : (close = closestType(name)) != null ? "; did you mean '" + close + "'?" : "";
        if (in.at != lastErrorAt) diagnostics.error(t.loc, "unknown type name '" + name + "'" + hint);
        lastErrorAt = in.at;
        in.takeForType();
    }

    /** Each search looks at every type in scope: a text that is not C at all would ask a hundred thousand times. */
    private static final int MAX_SUGGESTIONS = 100;
    private int suggestions;

    private String closestType(String name) {
        if (++suggestions > MAX_SUGGESTIONS) return null;
        Spelling best = new Spelling(name);
        scopes.types(id -> best.consider(names.text(id)));
        Keywords.types(best::consider);
        return best.closest();
    }

    void tag(int name, String keyword) {
        tags.put(name, keyword);
    }

    /** A statement or label with C23's attributes in front, kept where they mean something. */
    static BlockItem attributed(BlockItem i, List<Attribute> a) {
        return switch (i) {
            case BlockItem.Label l -> new BlockItem.Label(l.loc(), l.name(), a);
            case BlockItem.Case c -> new BlockItem.Case(c.loc(), c.low(), c.high(), a);
            case BlockItem.Default d -> new BlockItem.Default(d.loc(), a);
            case Statement.Empty e -> new Statement.Empty(e.loc(), a);
            default -> i;
        };
    }

    /** {@code asm goto} has all four sections, and labels. */
    void endAsm(AsmBuilder a) {
        if (!a.isGoto || in.cur.type != C.RPAREN) return;
        if (a.sections < 4) reject("expected ':'");
        if (a.labels.isEmpty()) reject("expected identifier");
    }

    Statement endBody(int loc, List<BlockItem> labels, List<Attribute> attributes, Statement s) {
        if (!attributes.isEmpty() && s instanceof Statement.Empty e) s = new Statement.Empty(e.loc(), attributes);
        if (labels == null) return s;
        labels.add(s);
        return new Statement.Compound(loc, labels, s.loc(), false);
    }

    /** A declaration that is only attributes is a statement: {@code __attribute__((fallthrough));}. */
    BlockItem endDeclaration(SpecsBuilder s, List<Declarator> l) {
        in.typeSeen(false);
        Specs specs = s.build();
        return new Declaration(specs.loc(), specs, l, prev.loc);
    }

    private static boolean isAttributes(Declaration d) {
        Specs s = d.specs();
        return d.declarators().isEmpty() && s.types().isEmpty() && (s.storage() & ~Specs.EXTENSION) == 0 && s.qualifiers() == 0 && s.function() == 0
                && s.alignments().isEmpty();
    }

    /** At file scope only C23's attributes may stand alone. */
    static External external(BlockItem item) {
        if (item instanceof Declaration d && isAttributes(d) && d.specs().attributes().stream().allMatch(Attribute::standard)) {
            return new EmptyDeclaration(d.loc(), d.specs().attributes());
        }
        return (External) item;
    }

    /** Adds a declaration to a block, where it may be a statement of attributes, or the attributes of a label. */
    void addDeclaration(List<BlockItem> l, BlockItem item) {
        if (item instanceof Declaration d && isAttributes(d)) {
            item = new Statement.Empty(d.loc(), d.specs().attributes());
        }
        l.add(item);
    }

    // ---- Declarations

    void bind(SpecsBuilder s, DeclaratorBuilder d) {
        scopes.bind(d.name, s.isTypedef() ? Scopes.TYPE : Scopes.ORDINARY);
        in.forget();
    }

    void bindOrdinary(int name) {
        if (name == 0) return;
        scopes.bind(name, Scopes.ORDINARY);
        in.forget();
    }

    /** Behind the comma of a declarator list. */
    DeclaratorBuilder nextDeclarator(SpecsBuilder s) {
        in.typeSeen(true);
        return new DeclaratorBuilder();
    }

    DeclaratorBuilder memberBuilder() {
        DeclaratorBuilder d = new DeclaratorBuilder();
        d.loc = in.loc();
        return d;
    }

    /** The current token begins the rest of a function definition, if the declarator is a function's. */
    void startFunction(DeclaratorBuilder d) {
        Declarator.Function f = d.function();
        boolean brace = in.cur.type == C.LBRACE;
        if (f == null && in.startsType(in.cur)) throw new SyntaxError(this, "expected ';'", true, 0);
        if (f == null || !brace && (f.identifiers() == null || f.identifiers().isEmpty())) {
            reject("expected '=', ',', ';', 'asm' or '__attribute__'");
        }
        if (d.asmLabel != null) error(d.asmLabel.loc(), "'asm' specifier not permitted on function definition");
        else if (brace && d.hasAttributes()) error(d.attributes().get(0).loc(), "attributes should be specified before the declarator in a function definition");
    }

    /** Opens the scope of a function's parameters and body. */
    int enterFunction(DeclaratorBuilder d) {
        int mark = scopes.enter();
        for (Declarator.Parameter p : d.function().parameters() == null ? List.<Declarator.Parameter>of() : d.function().parameters()) {
            bindOrdinary(p.declarator().name());
        }
        for (Expr.Ident id : d.function().identifiers() == null ? List.<Expr.Ident>of() : d.function().identifiers()) bindOrdinary(id.name());
        in.typeSeen(false);
        return mark;
    }

    void exitFunction(int mark) {
        scopes.leave(mark);
        in.forget();
    }

    FunctionDefinition endFunction(SpecsBuilder s, DeclaratorBuilder d, List<Declaration> old, Statement.Compound body) {
        return new FunctionDefinition(d.loc, s.build(), d.build(), old, body);
    }

    Declaration endOldStyle(SpecsBuilder s, List<Declarator> l) {
        return (Declaration) endDeclaration(s, l);
    }

    /** In front of the closing brace of a structure a semicolon may be missing. */
    void missingSemicolon() {
        if (in.cur.type != C.RBRACE || in.at == lastErrorAt) return;
        diagnostics.warning(prev.end() != 0 ? prev.end() : prev.loc, null, "no semicolon at end of struct or union");
        in.inject(C.SEMI);
    }

    Declaration endMember(SpecsBuilder s, List<Declarator> ds) {
        in.typeSeen(false);
        Specs specs = s.build();
        return new Declaration(specs.loc(), specs, ds == null ? List.of() : ds, prev.loc);
    }

    void emptyEnum(List<TypeSpec.Enumerator> l) {
        if (l.isEmpty() && in.cur.type == C.RBRACE) error(in.loc(), "empty enum is invalid");
    }

    // ---- Parameters

    int enterParameters() {
        int mark = scopes.enter();
        in.typeSeen(false);
        Tok t = in.cur;
        if (t.type == C.IDENTIFIER && !scopes.isType(t.name)) {
            int next = in.raw(1).type;
            if (next != C.COMMA && next != C.RPAREN) reportUnknownType(t);
        }
        return mark;
    }

    /** Behind the comma of a parameter type list. */
    void startParameter() {
        in.typeSeen(false);
        if (in.cur.type == C.IDENTIFIER && !scopes.isType(in.cur.name)) reportUnknownType(in.cur);
    }

    void exitParameters(int mark) {
        scopes.leave(mark);
        in.typeSeen(false);
    }

    Declarator.Parameter endParameter(int loc, SpecsBuilder s, DeclaratorBuilder d) {
        in.typeSeen(false);
        bindOrdinary(d.name);
        return new Declarator.Parameter(loc, s.build(), d.build());
    }

    static List<Declarator.Parameter> forwardParameters(List<Declarator.Parameter> forward, List<Declarator.Parameter> l) {
        if (forward.isEmpty()) return l;
        forward.addAll(l);
        return forward;
    }

    void onlyEllipsis() {
        error(prev.loc, "ISO C requires a named argument before '...'");
    }

    void emptyParameters(DeclaratorBuilder d, int loc) {
        d.add(new Declarator.Function(loc, null, List.of(), false, List.of(), List.of(), in.loc()));
    }

    // ---- Attributes and initialisers

    /** {@code __packed__} is {@code packed}. */
    int normalised(int name) {
        byte[] b = names.bytes(name);
        int n = b.length;
        if (n <= 4 || b[0] != '_' || b[1] != '_' || b[n - 1] != '_' || b[n - 2] != '_') return name;
        return names.intern(b, 2, n - 2);
    }

    /** Arguments of attributes of foreign name spaces may be any balanced tokens (C2x 6.7.11.1). */
    void skipForeignArguments(int space) {
        if (space == 0 || in.cur.type != C.LPAREN || names.text(space).equals("gnu")) return;
        long nest = in.nest;
        do next();
        while (in.nest > nest && in.cur.type != EOF);
    }

    void oldDesignator() {
        diagnostics.pedantic(prev.loc, "obsolete use of designated initializer with ':'");
    }

    void noAssign(List<Initializer.Designator> ds) {
        if (ds.size() != 1 || !(ds.get(0) instanceof Initializer.Element)) reject("expected '='");
        diagnostics.pedantic(in.loc(), "obsolete use of designated initializer without '='");
    }

    Initializer.Element zeroth() {
        return new Initializer.Element(prev.loc, new Expr.IntLit(prev.loc, 0, 0, 10, false, 0, false), null);
    }

    // ---- Expressions

    Expr.Ident ident() {
        return new Expr.Ident(prev.loc, prev.name);
    }

    Expr number() {
        return literals.number(prev);
    }

    Expr character() {
        return literals.character(prev);
    }

    void piece() {
        literals.piece(prev);
    }

    Expr.StringLit endString(int loc) {
        return literals.string(loc);
    }

    /** The height of the stack of pending binary operators. */
    int folding() {
        return pending;
    }

    /** Drops the operators of expressions that were given up. */
    void folding(int height) {
        pending = height;
    }

    /** Takes the operator just matched and its left operand, after those pending that bind at least as tightly. */
    void operator(int base, Expr left) {
        int op = prev.aux;
        int precedence = PRECEDENCE[op];
        while (pending > base && PRECEDENCE[operators[pending - 1]] >= precedence) left = pop(left);
        if (pending == lefts.length) {
            lefts = Arrays.copyOf(lefts, pending * 2);
            operators = Arrays.copyOf(operators, pending * 2);
            operatorLocs = Arrays.copyOf(operatorLocs, pending * 2);
        }
        lefts[pending] = left;
        operators[pending] = (byte) op;
        operatorLocs[pending++] = prev.loc;
    }

    /** The expression of all operators above {@code base} and the last operand. */
    Expr fold(int base, Expr right) {
        while (pending > base) right = pop(right);
        return right;
    }

    private Expr pop(Expr right) {
        int i = --pending;
        Expr left = lefts[i];
        lefts[i] = null;
        return new Expr.Binary(operatorLocs[i], Tok.BINARY[operators[i]], left, right);
    }

    /** The pragmas in front of an external declaration. */
    void takePragmas(ArrayList<External> into) {
        if (!in.hasPragmas()) return;
        int old = into.size();
        in.takePragmas(into);
        checkLoop(into.subList(old, into.size()), false);
    }
}
