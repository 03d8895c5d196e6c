package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.Names;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Reads macro definitions (C17 6.10.3): parameter lists, replacement lists, and whether a redefinition is benign.
 *
 * <p>In the replacement list {@code #} and {@code ##} become flags of the tokens beside them, and a parameter becomes a
 * {@link Token#MACRO_ARG} with its number.
 */
final class Definitions {
    private final Preprocessor pp;
    private final Names names;
    private final Diagnostics diag;
    private final Lexer lexer;
    private final Token tok = new Token();

    Definitions(Preprocessor pp) {
        this.pp = pp;
        names = pp.names;
        diag = pp.diag;
        lexer = pp.lexer;
    }

    /** Reads the rest of {@code #define name} from the lexer; null after an error. */
    Macro read(int name, int loc) {
        int[] params = new int[0];
        boolean variadic = false;
        lexer.saveComments = pp.options.keepMacroComments;
        lexer.next(tok);
        boolean function = tok.kind == Token.LPAREN && (tok.flags & Token.SPACE) == 0;
        if (function) {
            lexer.saveComments = false;
            int[] list = new int[8];
            int n = 0;
            boolean wantName = true;
            for (; ; ) {
                lexer.next(tok);
                if (tok.kind == Token.RPAREN) {
                    if (wantName && n > 0) {
                        diag.error(tok.loc, "expected parameter name, found \")\"");
                        return null;
                    }
                    break;
                }
                if (tok.kind == Token.EOF) {
                    diag.error(tok.loc, wantName && n == 0 ? "expected parameter name before end of line"
                            : wantName ? "expected parameter name before end of line" : "expected ')' before end of line");
                    return null;
                }
                if (!wantName) {
                    if (tok.kind == Token.COMMA) {
                        wantName = true;
                        continue;
                    }
                    if (tok.kind == Token.ELLIPSIS) {
                        // GNU: the last named parameter is the variable one.
                        variadic = true;
                        if (diag.warningEnabled("variadic-macros", diag.warningEnabled("pedantic", false))) {
                            diag.pedwarn(tok.loc, "variadic-macros", "ISO C does not permit named variadic macros");
                        }
                        if (!closes()) return null;
                        break;
                    }
                    diag.error(tok.loc, "expected ',' or ')', found \"" + tok.spelling() + "\"");
                    return null;
                }
                if (n == list.length) list = Arrays.copyOf(list, n * 2);
                if (tok.kind == Token.ELLIPSIS) {
                    variadic = true;
                    list[n++] = pp.vaArgs;
                    if (!pp.options.std.atLeast(PpOptions.Std.C99)
                            && diag.warningEnabled("variadic-macros", diag.warningEnabled("pedantic", false))) {
                        diag.pedwarn(tok.loc, "variadic-macros", "anonymous variadic macros were introduced in C99");
                    }
                    if (!closes()) return null;
                    break;
                }
                if (tok.kind != Token.IDENTIFIER) {
                    diag.error(tok.loc, "expected parameter name, found \"" + tok.spelling() + "\"");
                    return null;
                }
                pp.checkIdentifier(tok);
                for (int i = 0; i < n; i++) {
                    if (list[i] == tok.name) {
                        diag.error(tok.loc, "duplicate macro parameter \"" + names.text(tok.name) + "\"");
                        return null;
                    }
                }
                list[n++] = tok.name;
                wantName = false;
            }
            params = Arrays.copyOf(list, n);
            lexer.saveComments = pp.options.keepMacroComments;
            lexer.next(tok);
        } else if (tok.kind != Token.EOF && (tok.flags & Token.SPACE) == 0 && tok.kind != Token.COMMENT) {
            // 6.10.3p3
            if (pp.options.std.atLeast(PpOptions.Std.C99)) {
                pp.pedwarn(loc, "ISO C99 requires whitespace after the macro name");
            } else {
                diag.warning(loc, null, "missing whitespace after the macro name");
            }
        }
        return body(name, loc, function, variadic, params);
    }

    private boolean closes() {
        lexer.next(tok);
        if (tok.kind == Token.RPAREN) return true;
        if (tok.kind == Token.EOF) diag.error(tok.loc, "expected ')' before end of line");
        else diag.error(tok.loc, "expected ')' after \"...\"");
        return false;
    }

    private Macro body(int name, int loc, boolean function, boolean variadic, int[] params) {
        ArrayList<Token> list = new ArrayList<>();
        boolean mayVary = variadic && params[params.length - 1] == pp.vaArgs;
        boolean was = pp.directives.inVariadicDefinition;
        boolean stringify = false;
        boolean stringifySpace = false;
        Token hash = null;
        boolean optional = false;
        int optionalDepth = -1;
        int level = 0;
        boolean first = true;
        boolean ok = true;
        for (; ; first = false) {
            if (!first) lexer.next(tok);
            if (tok.kind == Token.EOF) break;
            if (tok.kind == Token.IDENTIFIER) {
                if (tok.name == pp.vaArgs ? !mayVary : tok.name == pp.vaOpt ? !variadic : true) pp.checkIdentifier(tok);
            }
            Token t = new Token();
            t.copyFrom(tok);
            t.flags &= Token.SPACE | Token.DIGRAPH;
            if (t.kind == Token.COMMENT && t.text[t.start + 1] == '/') {
                // In an expansion the rest of the line must not become part of it.
                byte[] block = Arrays.copyOfRange(t.text, t.start, t.end + 2);
                block[1] = '*';
                block[block.length - 2] = '*';
                block[block.length - 1] = '/';
                t.text = block;
                t.start = 0;
                t.end = block.length;
            }
            if (function && t.kind == Token.IDENTIFIER) {
                for (int i = 0; i < params.length; i++) {
                    if (params[i] == t.name) {
                        t.kind = Token.MACRO_ARG;
                        t.name = i + 1;
                        break;
                    }
                }
                if (variadic && t.kind == Token.IDENTIFIER && t.name == pp.vaOpt) {
                    optional = true;
                    if (optionalDepth >= 0) {
                        diag.error(t.loc, "__VA_OPT__ may not appear in a __VA_OPT__");
                        ok = false;
                    } else if (!lexer.parenthesisFollows()) {
                        diag.error(t.loc, "__VA_OPT__ must be followed by an open parenthesis");
                        ok = false;
                    } else {
                        optionalDepth = level;
                    }
                }
            }
            if (t.kind == Token.LPAREN) level++;
            if (t.kind == Token.RPAREN && --level == optionalDepth) {
                optionalDepth = -1;
                if (!list.isEmpty() && (list.getLast().flags & Token.PASTE_LEFT) != 0) {
                    diag.error(t.loc, "'##' cannot appear at either end of __VA_OPT__");
                    ok = false;
                }
            }
            if (hash != null) {
                boolean opt = optional && t.kind == Token.IDENTIFIER && t.name == pp.vaOpt;
                if (t.kind == Token.MACRO_ARG || opt) {
                    t.flags = t.flags & ~Token.SPACE | Token.STRINGIFY | hash.flags & (Token.SPACE | Token.DIGRAPH)
                            | ((t.flags & Token.SPACE) != 0 ? Token.OPERATOR_SPACE : 0);
                    list.add(t);
                    hash = null;
                    continue;
                }
                if (!pp.options.assembler) {
                    diag.error(hash.loc, "'#' is not followed by a macro parameter");
                    return null;
                }
                list.add(hash);
                hash = null;
            }
            if (function && t.kind == Token.HASH) {
                hash = t;
                continue;
            }
            if (t.kind == Token.HASHHASH) {
                if (list.isEmpty()) {
                    diag.error(loc, "'##' cannot appear at either end of a macro expansion");
                    return null;
                }
                Token last = list.getLast();
                if (optionalDepth >= 0 && last.kind == Token.LPAREN && level == optionalDepth + 1 && list.size() > 1
                        && list.get(list.size() - 2).name == pp.vaOpt && list.get(list.size() - 2).kind == Token.IDENTIFIER) {
                    diag.error(t.loc, "'##' cannot appear at either end of __VA_OPT__");
                    ok = false;
                }
                if ((last.flags & Token.PASTE_LEFT) != 0) {
                    // "a ## ## b": gcc counts the extra operator as one.
                    continue;
                }
                last.flags |= Token.PASTE_LEFT | ((t.flags & Token.SPACE) != 0 ? Token.OPERATOR_SPACE : 0);
                continue;
            }
            list.add(t);
        }
        lexer.saveComments = false;
        if (hash != null) {
            if (!pp.options.assembler) {
                diag.error(hash.loc, "'#' is not followed by a macro parameter");
                return null;
            }
            list.add(hash);
        }
        if (optionalDepth >= 0 && ok) {
            diag.error(tok.loc, "unterminated __VA_OPT__");
            ok = false;
        }
        if (!list.isEmpty() && (list.getLast().flags & Token.PASTE_LEFT) != 0) {
            diag.error(loc, "'##' cannot appear at either end of a macro expansion");
            return null;
        }
        if (!ok) return null;
        Token[] body = list.toArray(new Token[0]);
        if (body.length > 0) body[0].flags &= ~Token.SPACE;
        return new Macro(name, loc, function, variadic, params, body, optional);
    }


    /** 6.10.3p1-2: a macro may be defined again only in the same way. */
    void checkRedefinition(Macro old, Macro m, int loc) {
        if (old.special != Macro.Special.NONE) {
            if (old.special.defines()) {
                diag.pedwarn(loc, Diagnostics.LINE_ONLY, changeable(old) ? "builtin-macro-redefined" : null, "\"" + names.text(m.name) + "\" redefined");
            }
            return;
        }
        if (same(old, m)) return;
        var notes = diag.pedwarn(loc, Diagnostics.LINE_ONLY, null, "\"" + names.text(m.name) + "\" redefined");
        notes.add(Diagnostics.lineNote(old.loc, "this is the location of the previous definition"));
    }

    /** Warns of {@code #undef __FILE__} and the like. */
    void undefiningBuiltin(Macro m, int loc) {
        String message = "undefining \"" + names.text(m.name) + "\"";
        if (changeable(m)) diag.warning(loc, Diagnostics.LINE_ONLY, "builtin-macro-redefined", true, message);
        else diag.warning(loc, null, message);
    }

    /** Built-in macros that programs redefine for reproducible builds: an option of its own silences the warning. */
    private static boolean changeable(Macro m) {
        return switch (m.special) {
            case FILE, BASE_FILE, DATE, TIME, TIMESTAMP -> true;
            default -> false;
        };
    }

    private static boolean same(Macro a, Macro b) {
        if (a.function != b.function || a.variadic != b.variadic || a.body.length != b.body.length || !Arrays.equals(a.params, b.params)) return false;
        for (int i = 0; i < a.body.length; i++) {
            Token x = a.body[i];
            Token y = b.body[i];
            if (x.kind != y.kind || x.flags != y.flags || x.name != y.name || !Arrays.equals(x.text, x.start, x.end, y.text, y.start, y.end)) return false;
        }
        return true;
    }

    /** The definition as {@code -dM} shows it: all after "#define ". */
    static String spell(Preprocessor pp, Macro m) {
        StringBuilder sb = new StringBuilder(pp.names.text(m.name));
        if (m.function) {
            sb.append('(');
            for (int i = 0; i < m.params.length; i++) {
                if (i > 0) sb.append(',');
                boolean last = i == m.params.length - 1;
                if (last && m.variadic && m.params[i] == pp.vaArgs) {
                    sb.append("...");
                } else {
                    sb.append(pp.names.text(m.params[i]));
                    if (last && m.variadic) sb.append("...");
                }
            }
            sb.append(')');
        }
        sb.append(' ');
        for (int i = 0; i < m.body.length; i++) {
            Token t = m.body[i];
            boolean pasted = i > 0 && (m.body[i - 1].flags & Token.PASTE_LEFT) != 0;
            if (i > 0 && (pasted || (t.flags & Token.SPACE) != 0)) sb.append(' ');
            if ((t.flags & Token.STRINGIFY) != 0) sb.append('#');
            sb.append(t.spelling());
            if ((t.flags & Token.PASTE_LEFT) != 0) sb.append(" ##");
        }
        return sb.toString();
    }
}
