package org.jcc.frontend.lower;

import java.util.Arrays;
import java.util.List;
import org.jcc.frontend.ast.StringData;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Type;

/**
 * Calls of {@code printf} and its family whose result nobody wants, and whose format says so little that a simpler function does: a text
 * without conversions, {@code %s}, {@code %c}, {@code %s\n}. They become {@code puts}, {@code putchar}, {@code fputs}, {@code fputc} or
 * {@code fwrite}, or nothing. Done where functions are optimised, as gcc does.
 */
final class Printing {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Function f;

    Printing(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.f = fn.f;
    }

    /** Lowers the call in its simpler form; false if it has none. */
    boolean lower(TypedExpr.Call c) {
        if (c.function() == null || !c.function().library || !fn.options.builtins || f.is(Function.OPT_NONE)) return false;
        String name = c.function().name;
        boolean checked = name.startsWith("__") && name.endsWith("_chk");
        if (checked) name = name.substring(2, name.length() - 4);
        boolean list = name.startsWith("v");
        if (list) name = name.substring(1);
        boolean stream = name.equals("fprintf");
        if (!stream && !name.equals("printf")) return false;
        List<TypedExpr> args = c.args();
        int format = (stream ? 1 : 0) + (checked ? 1 : 0);
        if (args.size() <= format || checked && !(args.get(format - 1) instanceof TypedExpr.IntConst)) return false;
        byte[] text = text(args.get(format));
        if (text == null) return false;
        List<TypedExpr> rest = args.subList(format + 1, args.size());
        TypedExpr to = stream ? args.get(0) : null;
        if (!contains(text, '%')) {
            if (rest.size() != (list ? 1 : 0)) return false;
            return plain(text, to, list ? rest.get(0) : null, c.loc());
        }
        if (list || rest.size() != 1) return false;
        String conversion = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
        TypedExpr value = rest.get(0);
        switch (conversion) {
            case "%s" -> {
                byte[] known = text(value);
                if (known != null && plain(known, to, null, c.loc())) return true;
                if (!stream || !value.type().isPointer()) return false;
                call("fputs", c.loc(), value, to);
                return true;
            }
            case "%s\n" -> {
                if (stream || !value.type().isPointer()) return false;
                call("puts", c.loc(), value, null);
                return true;
            }
            case "%c" -> {
                if (!value.type().isInteger() || value.type().size() != 4) return false;
                call(stream ? "fputc" : "putchar", c.loc(), value, to);
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** Prints a text that is known; {@code other} is evaluated, too. */
    private boolean plain(byte[] text, TypedExpr to, TypedExpr other, int loc) {
        boolean line = text.length > 0 && text[text.length - 1] == '\n';
        if (to == null && text.length > 1 && !line) return false;
        Inst stream = to == null ? null : expressions.value(to);
        if (other != null) expressions.effect(other);
        fn.b.loc = loc;
        if (text.length == 0) return true;
        if (text.length == 1) {
            Inst c = f.iconst(Type.I32, text[0] & 255);
            if (to == null) expressions.calls.library("putchar", Type.I32, c);
            else expressions.calls.library("fputc", Type.I32, c, stream);
        } else if (to == null) {
            expressions.calls.library("puts", Type.I32, literal(Arrays.copyOf(text, text.length - 1)));
        } else {
            expressions.calls.library("fwrite", Type.I64, literal(text), f.iconst(Type.I64, 1), f.iconst(Type.I64, text.length), stream);
        }
        return true;
    }

    private void call(String name, int loc, TypedExpr value, TypedExpr to) {
        Inst stream = to == null ? null : expressions.value(to);
        Inst v = expressions.value(value);
        fn.b.loc = loc;
        if (to == null) expressions.calls.library(name, Type.I32, v);
        else expressions.calls.library(name, Type.I32, v, stream);
    }

    private Inst literal(byte[] text) {
        return f.symbol(fn.unit.literal(new StringData(Arrays.copyOf(text, text.length + 1), 1)), 0);
    }

    /** The characters of a string literal up to its first zero, or null. */
    private static byte[] text(TypedExpr e) {
        while (e instanceof TypedExpr.Convert k && k.kind() == TypedExpr.Conversion.POINTER_TO_POINTER) e = k.operand();
        if (!(e instanceof TypedExpr.AddressOf a && a.lvalue() instanceof TypedExpr.StringLiteral s && s.data().unit() == 1)) return null;
        byte[] all = s.data().bytes();
        int n = 0;
        while (n < all.length && all[n] != 0) n++;
        return n == all.length ? null : Arrays.copyOf(all, n);
    }

    private static boolean contains(byte[] text, char c) {
        for (byte b : text) if (b == c) return true;
        return false;
    }
}
