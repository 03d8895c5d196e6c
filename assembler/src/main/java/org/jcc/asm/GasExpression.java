package org.jcc.asm;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jcc.asm.Operand.Modifier;

/**
 * Parses expressions of the assembler's language into {@link Expr}.
 *
 * <p>Precedence is GNU as's own, not C's: {@code * / % << >>} bind tightest, then {@code | & ^ !}, then {@code + -} and the
 * comparisons, then {@code &&}, then {@code ||}. What involves symbols must come out as symbol - symbol + number; label
 * differences inside one run of fixed bytes become numbers at once, so that {@code .if . - start > 4} works.
 *
 * <p>A relocation modifier ({@code @PLT}) met on the way is left in {@link #modifier}.
 */
public final class GasExpression {
    private final GasAssembler context;
    private final ObjectBuilder out;
    /** The modifier of the expression parsed last. */
    public Modifier modifier = Modifier.NONE;
    /** Nesting of parentheses and unary operators, bounded so that bad input cannot exhaust the stack. */
    private int depth;
    private boolean failed;

    private static final Map<String, Modifier> MODIFIERS = new HashMap<>();
    /** Operators, longest first at each first character, with their precedence. */
    private static final String[] OPERATORS = {"||", "&&", "<<", ">>", "<=", ">=", "<>", "!=", "==", "*", "/", "%", "|", "&", "^", "!", "+", "-", "<", ">"};
    private static final int[] PRECEDENCE = {1, 2, 5, 5, 3, 3, 3, 3, 3, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3};

    static {
        for (Modifier m : Modifier.values()) if (m != Modifier.NONE) MODIFIERS.put(m.text.toUpperCase(Locale.ROOT), m);
        MODIFIERS.put("TLSLDM", Modifier.TLSLD);
    }

    GasExpression(GasAssembler context, ObjectBuilder out) {
        this.context = context;
        this.out = out;
    }

    /** Parses an expression; null after an error was reported. */
    public Expr parse(GasLexer in) {
        modifier = Modifier.NONE;
        depth = 0;
        failed = false;
        Expr e = binary(in, 1);
        return failed ? null : e;
    }

    /** Parses an expression that must be a number now; {@code otherwise} after an error was reported. */
    public long number(GasLexer in, long otherwise) {
        Expr e = parse(in);
        if (e == null) return otherwise;
        Long v = constant(e);
        if (v == null) {
            context.error("non-constant expression");
            return otherwise;
        }
        return v;
    }

    /** The number an expression comes to already, or null. */
    Long constant(Expr e) {
        e = fold(e);
        return e.isConstant() ? e.addend() : null;
    }

    /** Replaces symbols with known numbers and differences of places a fixed distance apart. */
    private Expr fold(Expr e) {
        int add = e.add();
        int sub = e.sub();
        long n = e.addend();
        if (add >= 0 && out.symbolOf(add).value instanceof Expr v && v.isConstant()) {
            n += v.addend();
            add = -1;
        }
        if (sub >= 0 && out.symbolOf(sub).value instanceof Expr v && v.isConstant()) {
            n -= v.addend();
            sub = -1;
        }
        if (add >= 0 && add == sub) return Expr.of(n);
        if (add >= 0 && sub >= 0) {
            Symbol a = out.symbolOf(add);
            Symbol b = out.symbolOf(sub);
            for (int i = 0; i < 8 && a.value != null && a.value.add() >= 0 && a.value.sub() < 0; i++) {
                n += a.value.addend();
                a = out.symbolOf(a.value.add());
            }
            for (int i = 0; i < 8 && b.value != null && b.value.add() >= 0 && b.value.sub() < 0; i++) {
                n -= b.value.addend();
                b = out.symbolOf(b.value.add());
            }
            if (a == b) return Expr.of(n);
            if (a.piece != null && a.piece == b.piece && a.frag == b.frag && !out.isa.linkerRelaxes()) return Expr.of(n + a.offset - b.offset);
            return e;
        }
        return add == e.add() && sub == e.sub() ? e : new Expr(add, sub, n);
    }

    private Expr binary(GasLexer in, int least) {
        Expr left = unary(in);
        while (!failed) {
            int op = operator(in);
            if (op < 0 || PRECEDENCE[op] < least) return left;
            in.skip(OPERATORS[op].length());
            Expr right = binary(in, PRECEDENCE[op] + 1);
            if (failed) return left;
            left = apply(OPERATORS[op], left, right);
        }
        return left;
    }

    private static int operator(GasLexer in) {
        char c = in.peek();
        for (int i = 0; i < OPERATORS.length; i++) {
            String o = OPERATORS[i];
            if (o.charAt(0) == c && (o.length() == 1 || in.raw(1) == o.charAt(1))) return i;
        }
        return -1;
    }

    private Expr apply(String op, Expr l, Expr r) {
        l = fold(l);
        r = fold(r);
        if (op.equals("+") || op.equals("-")) {
            if (op.equals("-")) r = new Expr(r.sub(), r.add(), -r.addend());
            // Symbols on the same side of both operands may cancel against the other side's.
            int add = l.add();
            int sub = l.sub();
            int add2 = r.add();
            int sub2 = r.sub();
            long n = l.addend() + r.addend();
            if (add >= 0 && add == sub2) {
                add = -1;
                sub2 = -1;
            }
            if (add2 >= 0 && add2 == sub) {
                add2 = -1;
                sub = -1;
            }
            if (add >= 0 && add2 >= 0 || sub >= 0 && sub2 >= 0) {
                Expr cross1 = fold(new Expr(add, sub2, 0));
                Expr cross2 = fold(new Expr(add2, sub, 0));
                if (cross1.isConstant()) return new Expr(add2, sub, n + cross1.addend());
                if (cross2.isConstant()) return new Expr(add, sub2, n + cross2.addend());
                return fail("invalid operands for `" + op + "'");
            }
            return fold(new Expr(add >= 0 ? add : add2, sub >= 0 ? sub : sub2, n));
        }
        if (!l.isConstant() || !r.isConstant()) {
            if ((op.equals("==") || op.equals("!=") || op.equals("<>")) && l.equals(r)) return Expr.of(op.equals("==") ? -1 : 0);
            return fail("invalid operands for `" + op + "'");
        }
        long a = l.addend();
        long b = r.addend();
        return switch (op) {
            case "*" -> Expr.of(a * b);
            case "/", "%" -> b == 0 ? fail("division by zero") : Expr.of(op.equals("/") ? a / b : a % b);
            case "<<" -> Expr.of(b < 0 || b > 63 ? 0 : a << b);
            case ">>" -> Expr.of(b < 0 || b > 63 ? 0 : a >>> b);
            case "|" -> Expr.of(a | b);
            case "&" -> Expr.of(a & b);
            case "^" -> Expr.of(a ^ b);
            case "!" -> Expr.of(a | ~b);
            case "==" -> Expr.of(a == b ? -1 : 0);
            case "!=", "<>" -> Expr.of(a != b ? -1 : 0);
            case "<" -> Expr.of(a < b ? -1 : 0);
            case ">" -> Expr.of(a > b ? -1 : 0);
            case "<=" -> Expr.of(a <= b ? -1 : 0);
            case ">=" -> Expr.of(a >= b ? -1 : 0);
            case "&&" -> Expr.of(a != 0 && b != 0 ? 1 : 0);
            default -> Expr.of(a != 0 || b != 0 ? 1 : 0);
        };
    }

    private Expr unary(GasLexer in) {
        if (++depth > 500) return fail("expression nested too deeply");
        try {
            char c = in.peek();
            switch (c) {
                case '-', '~', '!' -> {
                    in.skip(1);
                    Expr e = fold(unary(in));
                    if (failed) return e;
                    if (c == '-') return new Expr(e.sub(), e.add(), -e.addend());
                    if (!e.isConstant()) return fail("invalid operand for unary `" + c + "'");
                    return Expr.of(c == '~' ? ~e.addend() : e.addend() == 0 ? 1 : 0);
                }
                case '+' -> {
                    in.skip(1);
                    return unary(in);
                }
                case '(' -> {
                    in.skip(1);
                    Expr e = binary(in, 1);
                    if (failed) return e;
                    if (!in.take(')')) return fail("missing ')'");
                    return modified(in, e);
                }
                case '\'' -> {
                    in.skip(1);
                    char v = in.raw(0);
                    in.skip(1);
                    if (v == '\\') {
                        v = escape(in.raw(0));
                        in.skip(1);
                    }
                    if (in.raw(0) == '\'') in.skip(1);
                    return Expr.of(v);
                }
                default -> {}
            }
            if (c >= '0' && c <= '9') return numeral(in);
            if (c == '.' && !GasLexer.isNamePart(in.raw(1))) {
                in.skip(1);
                return Expr.symbol(out.spot());
            }
            String name = in.name();
            if (name == null) return fail(in.atEnd() ? "missing expression" : "junk `" + in.rest() + "' in expression");
            return modified(in, symbol(name));
        } finally {
            depth--;
        }
    }

    private static char escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '0' -> 0;
            default -> c;
        };
    }

    /** A symbol as value: its number if it is one by now. */
    private Expr symbol(String name) {
        Symbol s = out.symbolOf(out.symbol(name));
        if (s.value != null && s.value.isConstant()) return s.value;
        return Expr.symbol(s.id);
    }

    private Expr modified(GasLexer in, Expr e) {
        if (in.raw(0) != '@') return e;
        int back = in.position();
        in.skip(1);
        StringBuilder sb = new StringBuilder();
        while (GasLexer.isNamePart(in.raw(0)) && in.raw(0) != '.' && in.raw(0) < 0x80) {
            sb.append(in.raw(0));
            in.skip(1);
        }
        Modifier m = MODIFIERS.get(sb.toString().toUpperCase(Locale.ROOT));
        if (m == null) {
            in.position(back);
            return fail("unknown relocation modifier `@" + sb + "'");
        }
        modifier = m;
        return e;
    }

    private Expr numeral(GasLexer in) {
        int n = 0;
        int radix = 10;
        char c1 = in.raw(1);
        int digits = 0;
        if (in.raw(0) == '0' && (c1 == 'x' || c1 == 'X')) {
            radix = 16;
            n = 2;
        } else if (in.raw(0) == '0' && (c1 == 'b' || c1 == 'B') && (in.raw(2) == '0' || in.raw(2) == '1')) {
            radix = 2;
            n = 2;
        }
        int start = n;
        while (Character.digit(in.raw(n), radix) >= 0 && in.raw(n) < 0x80) n++;
        digits = n - start;
        String text = in.slice(in.position() + start, in.position() + n);
        char end = in.raw(n);
        if (radix == 10 && (end == 'b' || end == 'f') && !GasLexer.isNamePart(in.raw(n + 1))) {
            in.skip(n + 1);
            if (digits > 9) return fail("bad local label number");
            return Expr.symbol(end == 'b' ? context.localLabelBack(Integer.parseInt(text)) : context.localLabelForward(Integer.parseInt(text)));
        }
        if (digits == 0) return fail("bad number");
        if (radix == 10 && text.length() > 1 && text.charAt(0) == '0') {
            radix = 8;
            for (int i = 0; i < text.length(); i++) if (text.charAt(i) > '7') return fail("bad octal number `" + text + "'");
        }
        in.skip(n);
        while (in.raw(0) == 'U' || in.raw(0) == 'u' || in.raw(0) == 'L' || in.raw(0) == 'l') in.skip(1);
        if (digits > 200) return fail("number too large");
        return Expr.of(text.length() < 16 ? Long.parseLong(text, radix) : new BigInteger(text, radix).longValue());
    }

    private Expr fail(String message) {
        if (!failed) context.error(message);
        failed = true;
        return Expr.of(0);
    }
}
