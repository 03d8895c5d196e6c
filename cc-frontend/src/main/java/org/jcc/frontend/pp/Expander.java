package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.SourceManager;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Macro replacement (C17 6.10.3) with GNU C's additions.
 *
 * <p>Text being rescanned is a stack of <em>contexts</em>, each a row of tokens with the macro that they came from; that
 * macro is disabled while its context lives, and an identifier met meanwhile is marked for good (6.10.3.4p2). When all
 * contexts are read, tokens come from the file. An invocation may begin in a context and take its arguments from below
 * it, which is why contexts end only when the next token is asked for.
 *
 * <p>Padding tokens mark where expansions and arguments begin and end. They matter twice: {@code #} must know whether
 * white space stood before a token, and the {@code -E} printer must not let two tokens run together.
 */
final class Expander {
    /** How deep argument lists may nest in one another: each level is a few Java frames. */
    private static final int MAX_DEPTH = 3000;
    /** How many tokens the argument lists that are open at once may have: nested ones hold the inner again and again. */
    private static final long MAX_ARGUMENT_TOKENS = 6_000_000;

    private static final class Context {
        Token[] tokens;
        int pos;
        int end;
        Macro macro;
        /** If not 0, the tokens are a macro's body and take this expansion loc as they are read. */
        int expansion;
        TokenList owned;
        Context below;
    }

    private final Preprocessor pp;
    private final Names names;
    private final SourceManager sources;
    private final Diagnostics diag;
    private Context top;
    private Context freeContexts;
    private final ArrayList<TokenList> freeLists = new ArrayList<>();
    private byte[] scratch = new byte[256];
    private final Lexer pasteLexer;
    private final Token pasted = new Token();
    private final Token rightSide = new Token();
    private int depth;
    private long argumentTokens;
    /** How many macros were expanded so far. */
    int expansions;
    /** Above 0, macro names are returned as they are. */
    int preventExpansion;
    /** Collecting the arguments of an invocation. */
    boolean inArguments;
    /** Pragmas met in an argument list: they come before the expansion. */
    private TokenList pendingPragmas;

    Expander(Preprocessor pp) {
        this.pp = pp;
        names = pp.names;
        sources = pp.sources;
        diag = pp.diag;
        pasteLexer = new Lexer(names, diag, pp.options);
        pasteLexer.quiet = true;
    }

    boolean inContext() {
        return top != null;
    }

    // ---- contexts ----

    private Context push(Token[] tokens, int from, int end, Macro macro, int expansion, TokenList owned) {
        Context c = freeContexts;
        if (c == null) c = new Context();
        else freeContexts = c.below;
        c.tokens = tokens;
        c.pos = from;
        c.end = end;
        c.macro = macro;
        c.expansion = expansion;
        c.owned = owned;
        c.below = top;
        top = c;
        if (macro != null) macro.disabled = true;
        return c;
    }

    private void pop() {
        Context c = top;
        if (c.macro != null) c.macro.disabled = false;
        if (c.owned != null) release(c.owned);
        c.owned = null;
        c.tokens = null;
        top = c.below;
        c.below = freeContexts;
        freeContexts = c;
    }

    private TokenList take() {
        int n = freeLists.size();
        if (n == 0) return new TokenList();
        TokenList l = freeLists.remove(n - 1);
        l.size = 0;
        return l;
    }

    private void release(TokenList l) {
        if (freeLists.size() < 64 && l.items.length <= 4096) freeLists.add(l);
    }

    /** Puts a token in front of everything. */
    void unread(Token t) {
        TokenList l = take();
        l.add(t);
        push(l.items, 0, 1, null, 0, l);
    }

    // ---- the token stream ----

    /** The next token after replacement; may be {@link Token#PADDING} outside directives. */
    void get(Token t) {
        for (; ; ) {
            Context c = top;
            if (c == null) {
                pp.lex(t);
            } else if (c.pos < c.end) {
                read(c, t);
                if ((t.flags & Token.PASTE_LEFT) != 0) {
                    pasteAll(c, t);
                    unread(t);
                    continue;
                }
            } else {
                pop();
                if (pp.lexer.inDirective) continue;
                TokenList.pad(t, null);
                return;
            }
            if (t.kind != Token.IDENTIFIER) return;
            Macro[] table = pp.macros;
            int n = t.name;
            Macro m;
            if (n >= table.length || (m = table[n]) == null || (t.flags & Token.NO_EXPAND) != 0) return;
            if (m.disabled) {
                t.flags |= Token.NO_EXPAND;
                return;
            }
            if (preventExpansion > 0 || !enter(m, t)) return;
            if (pp.lexer.inDirective) continue;
            TokenList.pad(t, t);
            return;
        }
    }

    /** The next token that is no padding and no comment. */
    void getReal(Token t) {
        do get(t);
        while (t.kind == Token.PADDING || t.kind == Token.COMMENT);
    }

    private void read(Context c, Token t) {
        t.copyFrom(c.tokens[c.pos++]);
        if (c.expansion != 0 && t.kind != Token.PADDING) t.loc = sources.macroLoc(t.loc, c.expansion);
    }

    // ---- entering a macro ----

    /** Pushes the expansion of {@code m}, invoked by {@code t}; false if the name stands for itself. */
    private boolean enter(Macro m, Token t) {
        m.used = true;
        expansions++;
        if (m.special != Macro.Special.NONE) return special(m, t);
        if (!m.function) {
            if (pp.observer != null) pp.observer.expanded(m);
            if (m.body.length == 0) {
                push(m.body, 0, 0, m, 0, null);
            } else {
                push(m.body, 0, m.body.length, m, t.loc, null);
            }
            return true;
        }
        if (!parenthesis()) return false;
        if (++depth > MAX_DEPTH) {
            throw diag.fatal(t.loc, "macro invocations nested too deeply in \"" + names.text(m.name) + "\"");
        }
        try {
            if (pp.observer != null) pp.observer.expanded(m);
            return invoke(m, t);
        } finally {
            depth--;
        }
    }

    private boolean special(Macro m, Token t) {
        if (m.special == Macro.Special.POISONED || m.special == Macro.Special.VARIADIC_ONLY) return false;
        if (m.special == Macro.Special.PRAGMA) {
            if (pp.lexer.inDirective) return false;
            return pp.pragmas.operator(t);
        }
        TokenList l = take();
        Token r = l.add();
        r.copyFrom(t);
        r.flags = 0;
        r.name = 0;
        int loc = t.loc;
        if (!pp.builtins.expand(m, t, r)) {
            release(l);
            return false;
        }
        r.loc = sources.macroLoc(loc, loc);
        r.flags = t.flags & Token.SPACE;
        push(l.items, 0, l.size, null, 0, l);
        return true;
    }

    /** Looks for the "(" of an invocation and takes it; else leaves everything in place. */
    private boolean parenthesis() {
        boolean padded = false;
        boolean source = false;
        boolean white = false;
        boolean found = false;
        for (; ; ) {
            Context c = top;
            if (c == null) {
                if (pp.lexer.parenthesisFollows()) {
                    boolean was = inArguments;
                    pp.lexer.next(rightSide);
                    while (rightSide.kind == Token.COMMENT) pp.lexer.next(rightSide);
                    inArguments = was;
                    found = true;
                }
                break;
            }
            if (c.pos >= c.end) {
                pop();
                if (!pp.lexer.inDirective) {
                    if (!padded || !source || !white) source = false;
                    padded = true;
                }
                continue;
            }
            Token p = c.tokens[c.pos];
            if (p.kind == Token.PADDING) {
                if (!padded || !source || !white && p.name == 0) {
                    source = p.name != 0;
                    white = (p.flags & Token.SPACE) != 0;
                }
                padded = true;
                c.pos++;
                continue;
            }
            if (p.kind == Token.LPAREN) {
                c.pos++;
                if ((p.flags & Token.PASTE_LEFT) != 0) {
                    rightSide.copyFrom(p);
                    pasteAll(c, rightSide);
                    unread(rightSide);
                    continue;
                }
                found = true;
            }
            break;
        }
        if (!found && padded) {
            TokenList l = take();
            l.addPadding(null);
            l.items[0].name = source ? 1 : 0;
            l.items[0].flags = source && white ? Token.SPACE : 0;
            push(l.items, 0, 1, null, 0, l);
        }
        return found;
    }

    // ---- function-like macros ----

    /** The arguments of one invocation: slices of one row, each closed by an EOF token. */
    private static final class Arguments {
        int[] from = new int[8];
        int[] to = new int[8];
        TokenList[] expanded = new TokenList[8];
        int count;
        /** The place in the file where the invocation ends. */
        int closeLoc;
        /** The variable argument is not there at all: {@code , ##} swallows the comma. */
        boolean omitted;

        void add(int start, int end) {
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                expanded = Arrays.copyOf(expanded, count * 2);
            }
            from[count] = start;
            to[count++] = end;
        }
    }

    private boolean invoke(Macro m, Token t) {
        TokenList row = take();
        Arguments args = new Arguments();
        int loc = t.loc;
        long tokensBefore = argumentTokens;
        if (!collect(m, loc, row, args)) {
            release(row);
            argumentTokens = tokensBefore;
            flushPragmas();
            return false;
        }
        TokenList out = take();
        replace(m, loc, row, args, out);
        release(row);
        argumentTokens = tokensBefore;
        for (int i = 0; i < args.count; i++) if (args.expanded[i] != null) release(args.expanded[i]);
        push(out.items, 0, out.size, m, 0, out);
        flushPragmas();
        return true;
    }

    private void flushPragmas() {
        TokenList l = pendingPragmas;
        if (l == null || inArguments) return;
        pendingPragmas = null;
        push(l.items, 0, l.size, null, 0, l);
    }

    private boolean collect(Macro m, int loc, TokenList row, Arguments args) {
        boolean wasInArguments = inArguments;
        boolean lexerWas = pp.lexer.inArguments;
        inArguments = true;
        pp.lexer.inArguments = true;
        preventExpansion++;
        int params = m.params.length;
        int level = 0;
        int start = 0;
        int closeLoc;
        boolean ended = false;
        for (; ; ) {
            Token t = row.add();
            get(t);
            if (++argumentTokens > MAX_ARGUMENT_TOKENS) {
                throw diag.fatal(loc, "macro invocations nested too deeply in \"" + names.text(m.name) + "\"");
            }
            int kind = t.kind;
            if (kind == Token.PADDING) {
                if (row.size - 1 == start) row.size--;
                continue;
            }
            if (kind == Token.COMMENT) {
                row.size--;
                continue;
            }
            if (kind == Token.LPAREN) {
                level++;
            } else if (kind == Token.RPAREN) {
                if (level-- == 0) {
                    closeLoc = t.loc;
                    break;
                }
            } else if (kind == Token.COMMA) {
                if (level == 0 && !(m.variadic && args.count == params - 1)) {
                    row.size--;
                    start = close(row, args, start, t.loc);
                }
            } else if (kind == Token.EOF) {
                closeLoc = t.loc;
                ended = true;
                if (top != null) top.pos--;
                break;
            } else if (kind == Token.PRAGMA) {
                if (pendingPragmas == null) pendingPragmas = take();
                pendingPragmas.add(t);
                row.size--;
            }
        }
        row.size--;
        args.closeLoc = sources.fileLoc(closeLoc);
        close(row, args, start, closeLoc);
        preventExpansion--;
        pp.lexer.inArguments = lexerWas;
        inArguments = wasInArguments;
        if (ended) {
            diag.error(closeLoc, "unterminated argument list invoking macro \"" + names.text(m.name) + "\"");
            return false;
        }
        if (params == 0 && args.count == 1 && args.to[0] == args.from[0]) args.count = 0;
        if (args.count > params) {
            diag.error(closeLoc, "macro \"" + names.text(m.name) + "\" passed " + args.count + " arguments, but takes just " + params)
                    .addAll(defined(m));
            return false;
        }
        if (args.count < params) {
            if (args.count + 1 < params || !m.variadic) {
                diag.error(closeLoc, "macro \"" + names.text(m.name) + "\" requires " + params + " arguments, but only " + args.count + " given")
                        .addAll(defined(m));
                return false;
            }
            if (!pp.options.gnu && !pp.options.std.atLeast(PpOptions.Std.C2X) && !sources.inSystemHeader(m.loc)) {
                pp.pedantic(closeLoc, "ISO C99 requires at least one argument for the \"...\" in a variadic macro");
            }
            args.omitted = true;
            int at = row.size;
            row.addEnd(closeLoc);
            args.add(at, at);
        } else if (m.variadic && args.count == 1 && params == 1 && args.from[0] == args.to[0] && pp.options.gnu) {
            args.omitted = true;
        }
        if (!pp.options.std.atLeast(PpOptions.Std.C99) && params > 0) {
            for (int i = 0; i < args.count; i++) {
                if (args.from[i] == args.to[i] && !args.omitted) {
                    diag.pedantic(closeLoc, "invoking macro " + names.text(m.name) + " argument " + (i + 1)
                            + ": empty macro arguments are undefined in ISO C90");
                }
            }
        }
        return true;
    }

    private java.util.List<Diagnostics.Diagnostic> defined(Macro m) {
        if (m.loc == 0 || m.predefined) return java.util.List.of();
        return java.util.List.of(Diagnostics.lineNote(m.loc, "macro \"" + names.text(m.name) + "\" defined here"));
    }

    private static int close(TokenList row, Arguments args, int start, int loc) {
        while (row.size > start && row.items[row.size - 1].kind == Token.PADDING) row.size--;
        args.add(start, row.size);
        row.addEnd(loc);
        return row.size;
    }

    /** The fully macro-replaced argument, as if it were the rest of the file (6.10.3.1p1). */
    private TokenList expanded(TokenList row, Arguments args, int i) {
        TokenList l = args.expanded[i];
        if (l != null) return l;
        l = take();
        args.expanded[i] = l;
        if (args.from[i] == args.to[i]) return l;
        int saved = preventExpansion;
        boolean wasInArguments = inArguments;
        preventExpansion = 0;
        inArguments = true;
        Context mine = push(row.items, args.from[i], args.to[i] + 1, null, 0, null);
        for (; ; ) {
            Token t = l.add();
            get(t);
            if (t.kind == Token.EOF) {
                l.size--;
                break;
            }
        }
        while (top != mine) pop();
        pop();
        preventExpansion = saved;
        inArguments = wasInArguments;
        return l;
    }

    /** The macro replacement of a row of tokens that stands alone, without padding. */
    java.util.List<Token> expandRow(java.util.List<Token> row) {
        TokenList in = take();
        for (Token t : row) in.add(t);
        in.addEnd(0);
        int saved = preventExpansion;
        preventExpansion = 0;
        Context mine = push(in.items, 0, in.size, null, 0, in);
        ArrayList<Token> out = new ArrayList<>();
        boolean space = false;
        // The row ends itself: the directive that it came from is not read further, and white space counts.
        boolean inDirective = pp.lexer.inDirective;
        pp.lexer.inDirective = false;
        for (; ; ) {
            Token t = new Token();
            get(t);
            if (t.kind == Token.EOF) break;
            space |= (t.flags & Token.SPACE) != 0;
            if (t.kind == Token.PADDING) continue;
            if (space) t.flags |= Token.SPACE;
            space = false;
            out.add(t);
        }
        while (top != mine) pop();
        pop();
        pp.lexer.inDirective = inDirective;
        preventExpansion = saved;
        return out;
    }

    /** An {@code #include} is read: what {@code #} makes of an argument must not depend on the argument's own white space. */
    private boolean wantPadding() {
        return pp.directives.readingHeaderName;
    }

    /** Builds the expansion: parameters replaced, {@code #} applied, {@code ##} left as flags for the reader. */
    private void replace(Macro m, int loc, TokenList row, Arguments args, TokenList out) {
        Token[] body = m.body;
        boolean wantPadding = !pp.lexer.inDirective || wantPadding();
        for (int i = 0; i < body.length; i++) {
            Token s = body[i];
            if (m.optional && s.kind == Token.IDENTIFIER && s.name == pp.vaOpt && i + 1 < body.length && body[i + 1].kind == Token.LPAREN) {
                i = optional(m, loc, row, args, out, i);
                continue;
            }
            one(m, loc, row, args, out, i, wantPadding);
        }
    }

    private void one(Macro m, int loc, TokenList row, Arguments args, TokenList out, int i, boolean wantPadding) {
        Token[] body = m.body;
        Token s = body[i];
        if (s.kind != Token.MACRO_ARG) {
            Token o = out.add();
            o.copyFrom(s);
            o.loc = sources.macroLoc(s.loc, loc);
            return;
        }
        int a = s.name - 1;
        boolean pasteLeft = (s.flags & Token.PASTE_LEFT) != 0;
        boolean pasteRight = i > 0 && (body[i - 1].flags & Token.PASTE_LEFT) != 0;
        if ((s.flags & Token.STRINGIFY) != 0) {
            Token o = out.add();
            stringify(o, row.items, args.from[a], args.to[a], s);
            o.loc = sources.macroLoc(args.closeLoc, loc, s.loc);
            o.flags = s.flags & (Token.SPACE | Token.PASTE_LEFT);
            return;
        }
        Token[] from;
        int p;
        int end;
        if (pasteLeft || pasteRight) {
            from = row.items;
            p = args.from[a];
            end = args.to[a];
        } else {
            TokenList l = expanded(row, args, a);
            from = l.items;
            p = 0;
            end = l.size;
        }
        if (pasteRight && out.size > 0) {
            Token last = out.items[out.size - 1];
            if (last.kind == Token.COMMA && m.variadic && a == m.params.length - 1 && (last.flags & Token.PASTE_LEFT) != 0) {
                // GNU: ", ## __VA_ARGS__" drops the comma if the argument is absent, else is no paste at all.
                if (args.omitted) out.size--;
                else last.flags &= ~Token.PASTE_LEFT;
            } else if (p == end) {
                if (!pasteLeft) last.flags &= ~Token.PASTE_LEFT;
                else return;
            }
        }
        if (wantPadding && i > 0 && !pasteRight) out.addPadding(s);
        if (p < end) {
            int first = out.size;
            for (; p < end; p++) {
                Token x = from[p];
                if (x.kind == Token.PADDING) {
                    out.add(x);
                    continue;
                }
                Token o = out.add();
                o.copyFrom(x);
                o.loc = sources.macroLoc(x.loc, loc, s.loc);
            }
            if (pasteLeft) {
                int q = out.size - 1;
                while (q > first && out.items[q].kind == Token.PADDING) q--;
                out.items[q].flags |= Token.PASTE_LEFT;
            }
        }
        if (wantPadding && !pasteLeft) out.addPadding(null);
    }

    /** {@code __VA_OPT__ ( … )} at {@code body[i]}: its content if the variable argument has tokens. Returns its ")". */
    private int optional(Macro m, int loc, TokenList row, Arguments args, TokenList out, int i) {
        Token[] body = m.body;
        Token s = body[i];
        int level = 0;
        int close = i + 1;
        for (; close < body.length; close++) {
            if (body[close].kind == Token.LPAREN) level++;
            else if (body[close].kind == Token.RPAREN && --level == 0) break;
        }
        boolean present = false;
        TokenList va = expanded(row, args, m.params.length - 1);
        for (int k = 0; k < va.size; k++) {
            if (va.items[k].kind != Token.PADDING) {
                present = true;
                break;
            }
        }
        boolean pasteRight = i > 0 && (body[i - 1].flags & Token.PASTE_LEFT) != 0;
        boolean pasteLeft = close < body.length && (body[close].flags & Token.PASTE_LEFT) != 0;
        boolean wantPadding = !pp.lexer.inDirective || wantPadding();
        if ((s.flags & Token.STRINGIFY) != 0) {
            TokenList inner = take();
            if (present) for (int k = i + 2; k < close; k++) one(m, loc, row, args, inner, k, wantPadding);
            TokenList joined = pasted(inner);
            Token o = out.add();
            stringify(o, joined.items, 0, joined.size, s);
            o.loc = sources.macroLoc(args.closeLoc, loc, s.loc);
            o.flags = s.flags & Token.SPACE | (pasteLeft ? Token.PASTE_LEFT : 0);
            release(joined);
            release(inner);
            return close;
        }
        if (wantPadding && i > 0 && !pasteRight) out.addPadding(s);
        int first = out.size;
        if (present) {
            for (int k = i + 2; k < close; k++) one(m, loc, row, args, out, k, wantPadding);
        }
        int real = out.size - 1;
        while (real >= first && out.items[real].kind == Token.PADDING) real--;
        if (real < first) {
            out.size = first;
            if (pasteRight && out.size > 0 && !pasteLeft) out.items[out.size - 1].flags &= ~Token.PASTE_LEFT;
        } else {
            if (pasteRight) {
                int f = first;
                while (out.items[f].kind == Token.PADDING) f++;
                if (f > first) {
                    // Bring the first real token next to its left side.
                    System.arraycopy(rotate(out, first, f), 0, out.items, first, f - first + 1);
                }
            }
            if (pasteLeft) {
                out.items[real].flags |= Token.PASTE_LEFT;
                out.size = real + 1;
            }
        }
        if (wantPadding && !pasteLeft) out.addPadding(null);
        return close;
    }

    /** A row whose tokens are pasted where {@code ##} says so, before {@code #} spells it. */
    private TokenList pasted(TokenList row) {
        TokenList out = take();
        for (int k = 0; k < row.size; k++) {
            Token o = out.add();
            o.copyFrom(row.items[k]);
            while (o.kind != Token.PADDING && (o.flags & Token.PASTE_LEFT) != 0) {
                o.flags &= ~Token.PASTE_LEFT;
                do k++;
                while (k < row.size && row.items[k].kind == Token.PADDING);
                if (k == row.size) break;
                Token right = row.items[k];
                if (paste(o, right)) {
                    o.flags |= right.flags & Token.PASTE_LEFT;
                } else {
                    if (!pp.options.assembler) invalidPaste(o, right);
                    o = out.add();
                    o.copyFrom(right);
                }
            }
        }
        return out;
    }

    private void invalidPaste(Token left, Token right) {
        diag.error(left.loc, "pasting \"" + left.spelling() + "\" and \"" + right.spelling() + "\" does not give a valid preprocessing token");
    }

    private static Token[] rotate(TokenList l, int from, int at) {
        Token[] r = new Token[at - from + 1];
        r[0] = l.items[at];
        System.arraycopy(l.items, from, r, 1, at - from);
        return r;
    }

    // ---- # and ## ----

    /** 6.10.3.2: the spelling of {@code tokens[from, to)} as a string literal. */
    private void stringify(Token o, Token[] tokens, int from, int to, Token at) {
        int n = 0;
        byte[] out = scratch;
        out[n++] = '"';
        boolean padded = false;
        boolean source = false;
        boolean white = false;
        int backslashes = 0;
        for (int i = from; i < to; i++) {
            Token t = tokens[i];
            if (t.kind == Token.PADDING) {
                if (!padded || !source || !white && t.name == 0) {
                    source = t.name != 0;
                    white = (t.flags & Token.SPACE) != 0;
                }
                padded = true;
                continue;
            }
            if (t.kind == Token.EOF) break;
            boolean escape = t.kind == Token.STRING || t.kind == Token.CHARACTER
                    || t.kind == Token.OTHER && t.end > t.start && (t.text[t.start] == '"' || t.text[t.start] == '\'');
            int need = n + 4 * (t.end - t.start) + 8;
            if (need > out.length) out = scratch = Arrays.copyOf(out, need * 2);
            if (n > 1 && (source ? white : (t.flags & Token.SPACE) != 0)) out[n++] = ' ';
            padded = source = white = false;
            for (int k = t.start; k < t.end; k++) {
                byte c = t.text[k];
                if (escape && (c == '\\' || c == '"')) out[n++] = '\\';
                if (c == '\n') {
                    out[n++] = '\\';
                    out[n++] = 'n';
                } else {
                    out[n++] = c;
                }
            }
            if (t.kind == Token.OTHER && t.end - t.start == 1 && t.text[t.start] == '\\') backslashes++;
            else backslashes = 0;
        }
        if ((backslashes & 1) != 0) {
            diag.warning(at.loc, null, "invalid string literal, ignoring final '\\'");
            n--;
        }
        out[n++] = '"';
        o.kind = Token.STRING;
        o.text = Arrays.copyOf(out, n);
        o.start = 0;
        o.end = n;
        o.name = 0;
    }

    /** 6.10.3.3: pastes onto {@code t} all that {@code ##} ties to it. */
    private void pasteAll(Context c, Token t) {
        boolean more = true;
        t.flags &= ~Token.PASTE_LEFT;
        while (more) {
            if (c.pos >= c.end) return;
            Token r = c.tokens[c.pos];
            if (r.kind == Token.PADDING) {
                c.pos++;
                continue;
            }
            if (r.kind == Token.EOF) return;
            more = (r.flags & Token.PASTE_LEFT) != 0;
            if (!paste(t, r)) {
                if (!pp.options.assembler) invalidPaste(t, r);
                return;
            }
            c.pos++;
        }
    }

    private boolean paste(Token t, Token r) {
        int n = t.end - t.start;
        int k = r.end - r.start;
        if (n + k + 4 > scratch.length) scratch = new byte[2 * (n + k + 4)];
        byte[] b = scratch;
        System.arraycopy(t.text, t.start, b, 0, n);
        if (t.kind == Token.SLASH && r.kind != Token.ASSIGN) return false;
        System.arraycopy(r.text, r.start, b, n, k);
        b[n + k] = '\n';
        b[n + k + 1] = 0;
        pasteLexer.open(b, n + k + 1, 1);
        pasteLexer.inDirective = true;
        pasteLexer.next(pasted);
        if (pasted.end != n + k || pasted.start != 0 || pasted.kind == Token.EOF || pasted.kind == Token.COMMENT
                || pasted.kind == Token.OTHER) return false;
        t.kind = pasted.kind;
        t.name = pasted.name;
        t.flags = t.flags & (Token.SPACE | Token.LINE_START) | pasted.flags & Token.DIGRAPH;
        if (t.kind == Token.IDENTIFIER && names.bytes(t.name).length == n + k) {
            t.text = names.bytes(t.name);
        } else {
            t.text = Arrays.copyOf(b, n + k);
        }
        t.start = 0;
        t.end = n + k;
        if (t.kind == Token.IDENTIFIER) pp.checkIdentifier(t);
        return true;
    }
}
