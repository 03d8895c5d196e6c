package org.jcc.frontend.check;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcc.frontend.ast.TypedStmt;

/**
 * {@code #pragma GCC unroll n} and {@code #pragma GCC ivdep}, of which the parser has seen that a loop follows. The number is a constant
 * expression (6.6) of integer literals, enumeration constants and operators without side effects; macros are replaced before. Precedence climbing over the text.
 */
final class LoopPragmas {
    private static final String WHAT = "'#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535";
    private static final int LIMIT = 65535;
    private static final Pattern TOKEN = Pattern.compile("\\s*(<<|>>|[0-9.][0-9a-zA-Z_.]*|[a-zA-Z_$][0-9a-zA-Z_$]*|\"[^\"]*\"|.)");
    private static final Pattern LITERAL = Pattern.compile("(?i)(0x[0-9a-f]+|0b[01]+|[0-9]+)(?:u|l|ul|lu|ll|ull|llu)?");
    private static final int MAX_DEPTH = 200;

    /** Not a constant. */
    private static final class Wrong extends Exception {
        Wrong() {
            super(null, null, false, false);
        }
    }

    private final Checker c;
    private TypedStmt.LoopHints next = TypedStmt.LoopHints.NONE;

    private Matcher in;
    /** The token at hand; null at the end. */
    private String token;
    private int depth;

    LoopPragmas(Checker c) {
        this.c = c;
    }

    /** What was said of the loop that begins here. */
    TypedStmt.LoopHints take() {
        TypedStmt.LoopHints h = next;
        next = TypedStmt.LoopHints.NONE;
        return h;
    }

    void ivdep(int loc, String rest) {
        if (!rest.isEmpty()) more(loc, rest.split("\\s+")[0]);
        next = new TypedStmt.LoopHints(next.unroll(), true);
    }

    void unroll(int loc, String text) {
        in = TOKEN.matcher(text.trim());
        depth = 0;
        advance();
        if (token == null) {
            c.error(loc, "expected expression before end of line");
            return;
        }
        BigInteger n;
        try {
            n = binary(0);
        } catch (Wrong | ArithmeticException e) {
            c.error(loc, WHAT);
            return;
        }
        if (token != null) more(loc, token);
        else if (n.signum() < 0 || n.bitLength() > 16 || n.intValue() >= LIMIT) c.error(loc, WHAT);
        else next = new TypedStmt.LoopHints(Math.max(1, n.intValue()), next.ivdep());
    }

    private void more(int loc, String found) {
        c.error(loc, "expected end of line before " + (Character.isDigit(found.charAt(0)) ? "numeric constant" : "'" + found + "'"));
    }

    private void advance() {
        token = in.lookingAt() ? in.group(1) : null;
        if (token != null) in.region(in.end(), in.regionEnd());
    }

    private static int precedence(String t) {
        return t == null ? 0 : switch (t) {
            case "|" -> 1;
            case "^" -> 2;
            case "&" -> 3;
            case "<<", ">>" -> 4;
            case "+", "-" -> 5;
            case "*", "/", "%" -> 6;
            default -> 0;
        };
    }

    private BigInteger binary(int above) throws Wrong {
        BigInteger x = unary();
        while (precedence(token) > above) {
            String op = token;
            advance();
            BigInteger y = binary(precedence(op));
            if ((op.equals("<<") || op.equals(">>")) && (y.signum() < 0 || y.bitLength() > 6)) throw new Wrong();
            x = switch (op) {
                case "|" -> x.or(y);
                case "^" -> x.xor(y);
                case "&" -> x.and(y);
                case "<<" -> x.shiftLeft(y.intValue());
                case ">>" -> x.shiftRight(y.intValue());
                case "+" -> x.add(y);
                case "-" -> x.subtract(y);
                case "*" -> x.multiply(y);
                case "/" -> x.divide(y);
                default -> x.remainder(y);
            };
            if (x.bitLength() > 64) throw new Wrong();
        }
        return x;
    }

    private BigInteger unary() throws Wrong {
        String t = token;
        if (t == null || ++depth > MAX_DEPTH) throw new Wrong();
        advance();
        switch (t) {
            case "(" -> {
                BigInteger x = binary(0);
                if (!")".equals(token)) throw new Wrong();
                advance();
                return x;
            }
            case "-" -> {
                return unary().negate();
            }
            case "+" -> {
                return unary();
            }
            case "~" -> {
                return unary().not();
            }
            default -> {
                return operand(t);
            }
        }
    }

    private BigInteger operand(String t) throws Wrong {
        Matcher literal = LITERAL.matcher(t);
        if (literal.matches()) {
            String d = literal.group(1);
            boolean prefix = d.length() > 2 && !Character.isDigit(d.charAt(1));
            int radix = prefix ? (d.charAt(1) | 32) == 'x' ? 16 : 2 : d.startsWith("0") ? 8 : 10;
            if (radix == 8 && !d.matches("[0-7]+")) throw new Wrong();
            return new BigInteger(prefix ? d.substring(2) : d, radix);
        }
        if (!Character.isJavaIdentifierStart(t.charAt(0))) throw new Wrong();
        Scopes.Binding b = c.scopes.find(c.names.intern(t));
        if (b == null || b.constant == null) throw new Wrong();
        return BigInteger.valueOf(b.constant.low());
    }
}
