package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Pragmas (C17 6.10.6, 6.10.9). Those that concern the preprocessor are obeyed here: {@code once}, {@code push_macro},
 * {@code pop_macro}, {@code message}, and GCC's {@code poison}, {@code system_header}, {@code dependency},
 * {@code warning}, {@code error}. Options ({@link OptionPragmas}) change the predefined macros. Every other becomes one {@link Token#PRAGMA} for the parser.
 */
final class Pragmas {
    private final Preprocessor pp;
    private final Diagnostics diag;
    /** Definitions saved by {@code push_macro}; a null entry stands for "not defined". */
    private final HashMap<Integer, ArrayList<Macro>> saved = new HashMap<>();

    private final OptionPragmas options;

    Pragmas(Preprocessor pp) {
        this.pp = pp;
        options = new OptionPragmas(pp);
        diag = pp.diag;
    }

    /** Obeys {@code #pragma …}; overwrites {@code t} with a PRAGMA token if it is for the compiler. */
    void directive(Token t, int hashLoc) {
        List<Token> tokens = pp.directives.rest(false);
        if (isOwn(tokens)) {
            if (pp.observer != null) pp.observer.lineChange(tokens.getFirst(), false);
            obey(tokens, hashLoc);
            return;
        }
        if (is(tokens, 0, "message") && !pp.options.preprocessOnly) {
            message(tokens, hashLoc);
            return;
        }
        diagnostic(tokens, hashLoc);
        options.obey(tokens);
        pragma(t, hashLoc, Preprocessor.utf8(text(tokens)));
    }

    /** {@code GCC diagnostic}: the collector of diagnostics takes note, for all stages. */
    private void diagnostic(List<Token> l, int loc) {
        if (!is(l, 0, "GCC") || !is(l, 1, "diagnostic")) return;
        String word = l.size() > 2 ? l.get(2).spelling() : "";
        Diagnostics.PragmaKind kind = switch (word) {
            case "push" -> Diagnostics.PragmaKind.PUSH;
            case "pop" -> Diagnostics.PragmaKind.POP;
            case "ignored" -> Diagnostics.PragmaKind.IGNORED;
            case "warning" -> Diagnostics.PragmaKind.WARNING;
            case "error" -> Diagnostics.PragmaKind.ERROR;
            default -> null;
        };
        if (kind == null) {
            diag.warning(l.get(Math.min(2, l.size() - 1)).loc, "pragmas", "expected 'error', 'warning', 'ignored', 'push', 'pop',"
                    + " 'ignored_attributes' after '#pragma GCC diagnostic'");
            return;
        }
        if (kind == Diagnostics.PragmaKind.PUSH || kind == Diagnostics.PragmaKind.POP) {
            diag.pragma(loc, kind, null);
            return;
        }
        if (l.size() < 4 || l.get(3).kind != Token.STRING) {
            diag.warning(l.get(Math.min(3, l.size() - 1)).loc, "pragmas", "missing option after '#pragma GCC diagnostic' kind");
            return;
        }
        String option = StringText.unescape(l.get(3));
        if (!option.startsWith("-W")) {
            diag.warning(l.get(3).loc, "pragmas", "'" + option + "' is not an option that controls warnings");
            return;
        }
        diag.pragma(loc, kind, option.substring(2));
    }

    /** The pragma's text. The operands of some are macro-replaced. */
    private String text(List<Token> tokens) {
        if (is(tokens, 0, "redefine_extname") || is(tokens, 0, "message") || is(tokens, 0, "scalar_storage_order")) {
            List<Token> rest = pp.expander.expandRow(tokens.subList(1, tokens.size()));
            if (rest.isEmpty()) return tokens.getFirst().spelling();
            rest.getFirst().flags |= Token.SPACE;
            return tokens.getFirst().spelling() + " " + Preprocessor.spell(rest);
        }
        if (is(tokens, 0, "GCC") && is(tokens, 1, "unroll")) return "GCC unroll " + Preprocessor.spell(pp.expander.expandRow(tokens.subList(2, tokens.size())));
        return Preprocessor.spell(tokens);
    }

    /** True for a pragma that the preprocessor obeys and nobody else need see. */
    private static boolean isOwn(List<Token> l) {
        return is(l, 0, "once") || is(l, 0, "push_macro") || is(l, 0, "pop_macro")
                || is(l, 0, "GCC") && (is(l, 1, "poison") || is(l, 1, "system_header") || is(l, 1, "dependency") || is(l, 1, "warning") || is(l, 1, "error"));
    }

    private static void pragma(Token t, int loc, byte[] text) {
        t.kind = Token.PRAGMA;
        t.loc = loc;
        t.name = 0;
        t.flags = Token.LINE_START;
        t.text = text;
        t.start = 0;
        t.end = text.length;
    }

    /**
     * The operator {@code _Pragma ( "…" )}, whose name {@code t} is. The pragma, if it is for the compiler, is put in front
     * of the tokens to come. False if the name stands for itself after an error.
     */
    boolean operator(Token t) {
        Expander x = pp.expander;
        int loc = t.loc;
        Token r = new Token();
        boolean wasArguments = pp.lexer.inArguments;
        pp.lexer.inArguments = true;
        Token string = new Token();
        x.getReal(r);
        boolean ok = r.kind == Token.LPAREN;
        if (ok) {
            x.getReal(string);
            ok = string.kind == Token.STRING;
        }
        if (ok) {
            x.getReal(r);
            ok = r.kind == Token.RPAREN;
        }
        pp.lexer.inArguments = wasArguments;
        if (!ok) {
            diag.error(r.loc, "_Pragma takes a parenthesized string literal");
            if (r.kind != Token.EOF || !x.inContext()) return false;
            x.unread(r);
            return false;
        }
        byte[] content = StringText.destringize(string);
        byte[] b = Arrays.copyOf(content, content.length + 2);
        b[content.length] = '\n';
        Lexer l = new Lexer(pp.names, diag, pp.options);
        l.open(b, b.length - 1, 0);
        l.inDirective = true;
        l.lineStart = false;
        ArrayList<Token> tokens = new ArrayList<>();
        for (; ; ) {
            Token p = new Token();
            l.next(p);
            if (p.kind == Token.EOF) break;
            p.loc = loc;
            tokens.add(p);
        }
        boolean own = isOwn(tokens);
        if (own) {
            obey(tokens, loc);
        } else if (is(tokens, 0, "message") && !pp.options.preprocessOnly) {
            message(tokens, loc);
            own = true;
        } else {
            diagnostic(tokens, loc);
            options.obey(tokens);
        }
        Token p = new Token();
        if (!own || pp.observer != null) {
            pragma(p, loc, own ? new byte[0] : Preprocessor.utf8(text(tokens)));
            p.flags = 0;
            p.name = own ? EPrinter.OWN_PRAGMA : EPrinter.PRAGMA_OPERATOR;
        } else {
            TokenList.pad(p, null);
        }
        x.unread(p);
        return true;
    }

    private static boolean is(List<Token> l, int i, String word) {
        return i < l.size() && l.get(i).kind == Token.IDENTIFIER && l.get(i).spelling().equals(word);
    }

    /** Obeys a pragma for which {@link #isOwn} holds. */
    private void obey(List<Token> l, int loc) {
        if (is(l, 0, "once")) {
            if (pp.buffer.parent == null) diag.warning(l.get(0).loc, null, "#pragma once in main file");
            extra(l, 1, "once");
            if (pp.buffer.file != null) pp.buffer.file.once = true;
            pp.finder.seenOnce = true;
            return;
        }
        if (is(l, 0, "push_macro") || is(l, 0, "pop_macro")) {
            boolean push = is(l, 0, "push_macro");
            if (l.size() < 4 || l.get(1).kind != Token.LPAREN || l.get(2).kind != Token.STRING || l.get(3).kind != Token.RPAREN) {
                diag.warning(l.get(0).loc, null, "invalid #pragma " + (push ? "push_macro" : "pop_macro") + " directive");
                return;
            }
            int name = pp.names.intern(StringText.unescape(l.get(2)).strip());
            if (push) {
                saved.computeIfAbsent(name, k -> new ArrayList<>()).add(pp.macro(name));
            } else {
                ArrayList<Macro> stack = saved.get(name);
                if (stack != null && !stack.isEmpty()) pp.setMacro(name, stack.removeLast());
            }
            return;
        }
        if (is(l, 1, "poison")) {
            for (Token t : l.subList(2, l.size())) {
                if (t.kind != Token.IDENTIFIER) {
                    diag.error(t.loc, "invalid #pragma GCC poison directive");
                    break;
                }
                Macro m = pp.macro(t.name);
                if (m != null && m.special == Macro.Special.POISONED) continue;
                if (m != null && m.isDefined()) diag.warning(t.loc, null, "poisoning existing macro \"" + pp.names.text(t.name) + "\"");
                pp.setMacro(t.name, new Macro(t.name, Macro.Special.POISONED));
            }
            return;
        }
        if (is(l, 1, "system_header")) {
            if (pp.buffer.parent == null) {
                diag.warning(l.get(1).loc, null, "#pragma system_header ignored outside include file");
            } else {
                extra(l, 2, "system_header");
                systemHeader();
            }
            return;
        }
        if (is(l, 1, "dependency")) {
            dependency(l);
            return;
        }
        if (is(l, 1, "warning") || is(l, 1, "error")) {
            boolean error = is(l, 1, "error");
            StringBuilder sb = new StringBuilder();
            int n = 2;
            while (n < l.size() && l.get(n).kind == Token.STRING) {
                // As gcc, which shows the first of several strings.
                if (n == 2) sb.append(StringText.unescape(l.get(n)));
                n++;
            }
            if (n == 2 || n < l.size()) {
                diag.error(loc, "invalid \"#pragma GCC " + (error ? "error" : "warning") + "\" directive");
            } else if (error) {
                diag.error(l.get(2).loc == 0 ? loc : l.get(2).loc, sb.toString());
            } else {
                diag.warning(l.get(2).loc == 0 ? loc : l.get(2).loc, null, sb.toString());
            }
        }
    }

    /** The rest of the file is a system header. */
    private void systemHeader() {
        int here = pp.directives.hashLoc;
        var p = pp.sources.position(here);
        pp.sources.lineMark(here, p.file(), p.line() + 1, true);
        pp.buffer.systemFromHere = true;
        pp.lexer.systemHeader(true);
        if (pp.observer != null) {
            pp.lexer.endLine();
            pp.observer.renamed(pp.buffer, pp.lexer.here(), "");
        }
    }

    private void extra(List<Token> l, int n, String name) {
        if (l.size() > n) diag.warning(l.get(n).loc, null, "extra tokens at end of #pragma " + name + " directive");
    }

    private void message(List<Token> l, int loc) {
        Expander x = pp.expander;
        StringBuilder sb = new StringBuilder();
        List<Token> expanded = x.expandRow(l.subList(1, l.size()));
        boolean paren = !expanded.isEmpty() && expanded.getFirst().kind == Token.LPAREN;
        for (Token t : expanded) if (t.kind == Token.STRING) sb.append(StringText.unescape(t));
        if (sb.isEmpty()) {
            diag.warning(loc, "pragmas", paren ? "malformed '#pragma message', ignored" : "expected a string after '#pragma message'");
            return;
        }
        diag.report(Diagnostics.Severity.NOTE, loc, 0, null, "'#pragma message: " + sb + "'");
    }

    private void dependency(List<Token> l) {
        if (l.size() < 3) {
            diag.error(l.get(1).loc, "#pragma dependency expects \"FILENAME\" or <FILENAME>");
            return;
        }
        String name;
        int n = 3;
        boolean angle = l.get(2).kind == Token.LT;
        if (angle) {
            StringBuilder sb = new StringBuilder();
            while (n < l.size() && l.get(n).kind != Token.GT) sb.append(l.get(n++).spelling());
            n++;
            name = sb.toString();
        } else {
            name = StringText.unescape(l.get(2));
        }
        try {
            IncludeFinder.Found f = pp.directives.find(name, angle, false);
            if (f == null) {
                diag.warning(l.get(2).loc, null, "cannot find source file " + name);
            } else if (f.file().text.mtime() > pp.buffer.text.mtime() && pp.buffer.text.mtime() != 0) {
                diag.warning(l.get(1).loc, null, "current file is older than " + name);
                if (n < l.size()) diag.warning(l.get(1).loc, null, Preprocessor.spell(l.subList(n, l.size())));
            }
        } catch (IOException e) {
            diag.warning(l.get(2).loc, null, "cannot find source file " + name);
        }
    }
}
