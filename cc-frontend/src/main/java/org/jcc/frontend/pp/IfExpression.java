package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

import java.nio.charset.StandardCharsets;

/**
 * Evaluates the condition of {@code #if} and {@code #elif} (C17 6.10.1): integers of 64 bits, signed or unsigned.
 *
 * <p>Precedence climbing over tokens as they are replaced. A condition with an error is false. Parts that are not
 * evaluated ({@code 0 && 1/0}) are read with {@link #skip} above 0.
 */
final class IfExpression {
    /** Thrown when the expression is wrong, after the complaint. */
    private static final class Wrong extends RuntimeException {
        Wrong() {
            super(null, null, false, false);
        }
    }

    private static final Wrong WRONG = new Wrong();
    private static final int MAX_DEPTH = 5000;

    private final Preprocessor pp;
    private final Diagnostics diag;
    private final Token tok = new Token();
    private String directive;
    private boolean elif;
    private int skip;
    private int depth;
    /** The operator just read, which wants an operand; null after "(" and at the start. */
    private String before;
    private int parenLoc;
    private int count;
    private int shape;
    /** The X of a condition that is just {@code !defined X}, else 0. */
    int guardName;

    // The value of the last subexpression.
    private long value;
    private boolean unsigned;

    IfExpression(Preprocessor pp) {
        this.pp = pp;
        diag = pp.diag;
    }

    boolean evaluate(String directive, boolean elif) {
        this.directive = directive;
        this.elif = elif;
        skip = 0;
        depth = 0;
        guardName = 0;
        count = 0;
        shape = 0;
        before = null;
        parenLoc = 0;
        int expansions = pp.expander.expansions;
        try {
            advance();
            if (tok.kind == Token.EOF) {
                diag.error(tok.loc, directive + " with no expression");
                return false;
            }
            comma();
            if (tok.kind != Token.EOF) unexpected();
            if (shape != 3 || pp.expander.expansions != expansions) guardName = 0;
            return value != 0;
        } catch (Wrong w) {
            guardName = 0;
            return false;
        }
    }

    private void advance() {
        pp.expander.getReal(tok);
        count++;
    }

    private Wrong error(int loc, String message) {
        diag.error(loc, message);
        return WRONG;
    }

    private void unexpected() {
        if (tok.kind == Token.RPAREN) throw error(tok.loc, "missing '(' in expression");
        if (isOperator(tok.kind)) throw error(tok.loc, "token \"" + tok.spelling() + "\" is not valid in preprocessor expressions");
        throw error(tok.loc, "missing binary operator before token \"" + tok.spelling() + "\"");
    }

    private static boolean isOperator(int kind) {
        return kind == Token.ASSIGN || kind >= Token.MUL_ASSIGN && kind <= Token.OR_ASSIGN || kind == Token.INC || kind == Token.DEC
                || kind == Token.ARROW || kind == Token.DOT || kind == Token.OTHER || kind == Token.SEMI || kind == Token.LBRACE
                || kind == Token.RBRACE || kind == Token.LBRACKET || kind == Token.RBRACKET || kind == Token.ELLIPSIS || kind == Token.STRING
                || kind == Token.HASHHASH;
    }

    private void comma() {
        conditional();
        while (tok.kind == Token.COMMA) {
            if (diag.warningEnabled("pedantic", false) && (!pp.options.std.atLeast(PpOptions.Std.C99) || skip == 0)) {
                pp.pedantic(tok.loc, "comma operator in operand of #if");
            }
            before = ",";
            advance();
            conditional();
        }
    }

    private void conditional() {
        if (++depth > MAX_DEPTH) throw error(tok.loc, "expression nested too deeply in " + directive);
        binary(1);
        if (tok.kind == Token.QUESTION) {
            int loc = tok.loc;
            boolean yes = value != 0;
            before = "?";
            advance();
            if (!yes) skip++;
            comma();
            if (!yes) skip--;
            long v = value;
            boolean u = unsigned;
            if (tok.kind != Token.COLON) {
                if (tok.kind == Token.EOF || tok.kind == Token.RPAREN) throw error(tok.loc, "'?' without following ':'");
                unexpected();
            }
            before = ":";
            advance();
            if (yes) skip++;
            conditional();
            if (yes) skip--;
            unsigned |= u;
            if (yes) value = v;
        } else if (tok.kind == Token.COLON && depth == 1) {
            throw error(tok.loc, " ':' without preceding '?'");
        }
        depth--;
    }

    private static int precedence(int kind) {
        return switch (kind) {
            case Token.OROR -> 1;
            case Token.ANDAND -> 2;
            case Token.BAR -> 3;
            case Token.CARET -> 4;
            case Token.AMP -> 5;
            case Token.EQ, Token.NE -> 6;
            case Token.LT, Token.GT, Token.LE, Token.GE -> 7;
            case Token.SHL, Token.SHR -> 8;
            case Token.PLUS, Token.MINUS -> 9;
            case Token.STAR, Token.SLASH, Token.PERCENT -> 10;
            default -> 0;
        };
    }

    private void binary(int least) {
        unary();
        for (; ; ) {
            int op = tok.kind;
            int p = precedence(op);
            if (p < least) return;
            int loc = tok.loc;
            long a = value;
            boolean u = unsigned;
            before = tok.spelling();
            advance();
            boolean decided = op == Token.OROR ? a != 0 : op == Token.ANDAND && a == 0;
            if (decided) skip++;
            binary(p + 1);
            if (decided) skip--;
            apply(op, loc, a, u);
        }
    }

    private void apply(int op, int loc, long a, boolean ua) {
        long b = value;
        boolean u = ua | unsigned;
        if (skip == 0 && ua != unsigned && diag.warningEnabled("all", false) && op != Token.SHL && op != Token.SHR && op != Token.OROR && op != Token.ANDAND) {
            if (!ua && a < 0) diag.warning(loc, null, "the left operand of \"" + symbol(op) + "\" changes sign when promoted");
            else if (!unsigned && b < 0) diag.warning(loc, null, "the right operand of \"" + symbol(op) + "\" changes sign when promoted");
        }
        boolean truth = true;
        switch (op) {
            case Token.OROR -> value = a != 0 || b != 0 ? 1 : 0;
            case Token.ANDAND -> value = a != 0 && b != 0 ? 1 : 0;
            case Token.EQ -> value = a == b ? 1 : 0;
            case Token.NE -> value = a != b ? 1 : 0;
            case Token.LT -> value = (u ? Long.compareUnsigned(a, b) : Long.compare(a, b)) < 0 ? 1 : 0;
            case Token.GT -> value = (u ? Long.compareUnsigned(a, b) : Long.compare(a, b)) > 0 ? 1 : 0;
            case Token.LE -> value = (u ? Long.compareUnsigned(a, b) : Long.compare(a, b)) <= 0 ? 1 : 0;
            case Token.GE -> value = (u ? Long.compareUnsigned(a, b) : Long.compare(a, b)) >= 0 ? 1 : 0;
            default -> truth = false;
        }
        if (truth) {
            unsigned = false;
            return;
        }
        boolean overflow = false;
        switch (op) {
            case Token.BAR -> value = a | b;
            case Token.CARET -> value = a ^ b;
            case Token.AMP -> value = a & b;
            case Token.SHL, Token.SHR -> {
                boolean left = op == Token.SHL;
                long n = b;
                if (!unsigned && b < 0) {
                    left = !left;
                    n = b == Long.MIN_VALUE ? Long.MAX_VALUE : -b;
                }
                boolean big = n < 0 || n >= 64;
                if (left) {
                    value = big ? 0 : a << n;
                    overflow = !ua && (big ? a != 0 : value >> n != a);
                } else {
                    value = ua ? (big ? 0 : a >>> n) : a >> (big ? 63 : n);
                }
                u = ua;
            }
            case Token.PLUS -> {
                value = a + b;
                overflow = !u && ((a ^ value) & (b ^ value)) < 0;
            }
            case Token.MINUS -> {
                value = a - b;
                overflow = !u && ((a ^ b) & (a ^ value)) < 0;
            }
            case Token.STAR -> {
                value = a * b;
                overflow = !u && (Math.multiplyHigh(a, b) != value >> 63);
            }
            default -> {
                if (b == 0) {
                    if (skip == 0) diag.error(loc, "division by zero in #if");
                    value = a;
                } else if (op == Token.SLASH) {
                    value = u ? Long.divideUnsigned(a, b) : a / b;
                    overflow = !u && a == Long.MIN_VALUE && b == -1;
                } else {
                    value = u ? Long.remainderUnsigned(a, b) : a % b;
                }
            }
        }
        unsigned = u;
        if (overflow && skip == 0) pp.pedwarn(tok.loc, "integer overflow in preprocessor expression");
    }

    private static String symbol(int op) {
        return switch (op) {
            case Token.EQ -> "==";
            case Token.NE -> "!=";
            case Token.LT -> "<";
            case Token.GT -> ">";
            case Token.LE -> "<=";
            case Token.GE -> ">=";
            case Token.BAR -> "|";
            case Token.CARET -> "^";
            case Token.AMP -> "&";
            case Token.PLUS -> "+";
            case Token.MINUS -> "-";
            case Token.STAR -> "*";
            case Token.SLASH -> "/";
            case Token.PERCENT -> "%";
            default -> "?";
        };
    }

    private void unary() {
        int op = tok.kind;
        int loc = tok.loc;
        switch (op) {
            case Token.NOT, Token.TILDE, Token.MINUS, Token.PLUS -> {
                before = op == Token.NOT ? "!" : op == Token.TILDE ? "~" : symbol(op);
                if (++depth > MAX_DEPTH) throw error(tok.loc, "expression nested too deeply in " + directive);
                if (op == Token.NOT && count == 1) shape = 1;
                advance();
                unary();
                depth--;
                switch (op) {
                    case Token.NOT -> {
                        value = value == 0 ? 1 : 0;
                        unsigned = false;
                    }
                    case Token.TILDE -> value = ~value;
                    case Token.MINUS -> {
                        if (!unsigned && value == Long.MIN_VALUE && skip == 0) pp.pedwarn(tok.loc, "integer overflow in preprocessor expression");
                        value = -value;
                    }
                    default -> {
                    }
                }
            }
            case Token.LPAREN -> {
                advance();
                if (tok.kind == Token.RPAREN) throw error(tok.loc, "missing expression between '(' and ')'");
                int saved = depth;
                int outer = parenLoc;
                parenLoc = loc;
                before = null;
                comma();
                parenLoc = outer;
                depth = saved;
                if (tok.kind == Token.EOF) throw error(loc, "missing ')' in expression");
                if (tok.kind != Token.RPAREN) unexpected();
                advance();
                shape = -1;
            }
            default -> primary();
        }
    }

    private void primary() {
        if (tok.kind == Token.PP_NUMBER || tok.kind == Token.CHARACTER || tok.kind == Token.IDENTIFIER || tok.kind == Token.HASH) before = null;
        switch (tok.kind) {
            case Token.PP_NUMBER -> {
                number();
                advance();
            }
            case Token.CHARACTER -> {
                CharacterConstant c = CharacterConstant.of(tok, pp.sources.spellingLoc(tok.loc), pp, diag);
                value = c.value();
                unsigned = c.unsigned();
                advance();
            }
            case Token.IDENTIFIER -> identifier();
            case Token.HASH -> {
                if (diag.warningEnabled("pedantic", false)) pp.pedantic(tok.loc, "assertions are a GCC extension");
                else if (!elif) diag.warning(tok.loc, "deprecated", "assertions are a deprecated extension");
                String[] answer = new String[1];
                int name = pp.directives.predicate(answer, directive, true);
                if (name == 0) throw WRONG;
                var answers = pp.assertions.get(name);
                value = answers != null && (answer[0] == null || answers.contains(answer[0])) ? 1 : 0;
                unsigned = false;
                advance();
            }
            default -> {
                if (before != null) throw error(tok.loc, "operator '" + before + "' has no right operand");
                if (tok.kind == Token.EOF) throw error(parenLoc, "missing ')' in expression");
                if (tok.kind == Token.RPAREN) throw error(tok.loc, "missing '(' in expression");
                if (precedence(tok.kind) > 0 || tok.kind == Token.QUESTION || tok.kind == Token.COMMA || tok.kind == Token.COLON) {
                    throw error(tok.loc, "operator '" + tok.spelling() + "' has no left operand");
                }
                throw error(tok.loc, "token \"" + tok.spelling() + "\" is not valid in preprocessor expressions");
            }
        }
    }

    private void identifier() {
        int name = tok.name;
        if (name == pp.definedName) {
            defined();
            return;
        }
        Macro m = pp.macro(name);
        if (m != null && m.special != Macro.Special.NONE && pp.builtins.hasOperator(m)) {
            value = pp.builtins.has(m, tok, directive);
            unsigned = false;
            advance();
            return;
        }
        if (skip == 0 && diag.warningEnabled("undef", false)) {
            diag.warning(tok.loc, "undef", false, "\"" + tok.spelling() + "\" is not defined, evaluates to 0");
        }
        value = 0;
        unsigned = false;
        advance();
        if (tok.kind == Token.LPAREN) {
            throw error(tok.loc, "missing binary operator before token \"(\"");
        }
    }

    private void defined() {
        boolean second = count == 2 && shape == 1;
        int loc = tok.loc;
        Expander x = pp.expander;
        x.preventExpansion++;
        try {
            x.getReal(tok);
            boolean paren = tok.kind == Token.LPAREN;
            if (paren) x.getReal(tok);
            if (tok.kind != Token.IDENTIFIER) {
                if (paren && tok.kind == Token.EOF) throw error(tok.loc, "operator \"defined\" requires an identifier");
                throw error(tok.loc, "operator \"defined\" requires an identifier");
            }
            int name = tok.name;
            pp.directives.used(name);
            value = pp.isDefined(name) ? 1 : 0;
            unsigned = false;
            if (SourceManager.isMacro(loc) && diag.warningEnabled("expansion-to-defined", diag.warningEnabled("pedantic", false))) {
                diag.warning(loc, "expansion-to-defined", true, "this use of \"defined\" may not be portable");
            }
            if (paren) {
                x.getReal(tok);
                if (tok.kind != Token.RPAREN) throw error(tok.loc, "missing ')' after \"defined\"");
            }
            if (second) {
                shape = 2;
                guardName = name;
            }
        } finally {
            x.preventExpansion--;
        }
        advance();
        if (second && shape == 2 && tok.kind == Token.EOF) shape = 3;
    }

    private void number() {
        byte[] b = tok.text;
        int p = tok.start;
        int end = tok.end;
        String s = new String(b, p, end - p, StandardCharsets.ISO_8859_1);
        int radix = 10;
        int i = 0;
        if (s.charAt(0) == '0' && s.length() > 1) {
            char c = s.charAt(1);
            if ((c == 'x' || c == 'X') && s.length() > 2 && (Character.digit(s.charAt(2), 16) >= 0 || s.charAt(2) == '.')) {
                radix = 16;
                i = 2;
            } else if ((c == 'b' || c == 'B') && s.length() > 2 && (s.charAt(2) == '0' || s.charAt(2) == '1')) {
                radix = 2;
                i = 2;
                if (diag.warningEnabled("pedantic", false) && !pp.options.std.atLeast(PpOptions.Std.C2X)) {
                    pp.pedantic(tok.loc, "binary constants are a C2X feature or GCC extension");
                }
            } else {
                radix = 8;
            }
        }
        long v = 0;
        boolean overflow = false;
        int digits = i;
        int worst = 0;
        for (; i < s.length(); i++) {
            if (s.charAt(i) == '\'' && i > 0) continue;
            int d = Character.digit(s.charAt(i), radix == 16 ? 16 : 10);
            if (d < 0) break;
            worst = Math.max(worst, d);
            overflow |= Long.compareUnsigned(v, Long.divideUnsigned(-1L - d, radix)) > 0;
            v = v * radix + d;
        }
        boolean floating = false;
        if (i < s.length()) {
            char c = s.charAt(i);
            if (c == '.' || radix == 16 && (c == 'p' || c == 'P') || radix <= 10 && radix != 2 && (c == 'e' || c == 'E')) floating = true;
        }
        if (floating) throw error(tok.loc, "floating constant in preprocessor expression");
        if (worst >= radix) throw error(tok.loc, "invalid digit \"" + worst + "\" in " + (radix == 8 ? "octal" : "binary") + " constant");
        String suffix = s.substring(i);
        String low = suffix.toLowerCase();
        int unsignedAt = low.indexOf('u');
        boolean u = unsignedAt >= 0;
        String rest = u ? low.substring(0, unsignedAt) + low.substring(unsignedAt + 1) : low;
        boolean fine = rest.isEmpty() || rest.equals("l") || rest.equals("ll") && !suffix.contains("lL") && !suffix.contains("Ll");
        if (low.startsWith("l") && low.endsWith("l") && low.contains("u") && low.length() > 2) fine = false;
        boolean imaginary = false;
        if (!fine && pp.options.gnu) {
            String without = rest.replaceFirst("[ij]", "");
            if (!without.equals(rest) && (without.isEmpty() || without.equals("l") || without.equals("ll"))) imaginary = true;
        }
        if (imaginary) throw error(tok.loc, "imaginary number in preprocessor expression");
        if (!fine) throw error(tok.loc, "invalid suffix \"" + suffix + "\" on integer constant");
        if (rest.equals("ll") && !pp.options.std.atLeast(PpOptions.Std.C99) && diag.warningEnabled("pedantic", false)) {
            diag.pedwarn(tok.loc, "long-long", "use of C99 long long integer constant");
        }
        int at = pp.sources.spellingLoc(tok.loc);
        if (overflow) diag.warning(at, null, "integer constant is too large for its type");
        else if (!u && v < 0) {
            if (radix == 10 && pp.options.std.atLeast(PpOptions.Std.C99)) diag.warning(at, null, "integer constant is so large that it is unsigned");
            u = true;
        }
        if (overflow) u = true;
        value = v;
        unsigned = u;
    }
}
