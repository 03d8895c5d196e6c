package org.jcc.frontend.check;

import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionTypeAttributes;
import org.jcc.frontend.types.Types;

/** -Wformat: literal formats of printf- and scanf-like functions against their arguments (7.21.6.1, 7.21.6.2). */
final class Formats {
    private final Checker c;
    private final Types types;

    Formats(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    void check(FunctionTypeAttributes a, Expr.Call k, List<TypedExpr> args) {
        if (!c.allEnabled("format=") && !c.allEnabled("format")) return;
        int at = a.formatIndex() - 1;
        if (at < 0 || at >= args.size()) return;
        boolean printf = a.formatKind().equals("printf");
        if (!printf && !a.formatKind().equals("scanf")) return;
        TypedExpr f = LibraryCalls.stringOf(args.get(at));
        int loc = k.args().get(at).start();
        if (!(f instanceof TypedExpr.StringLiteral s) || s.data().unit() != 1) return;
        byte[] b = s.data().bytes();
        int next = a.firstArg() - 1;
        boolean checkArgs = a.firstArg() > 0;
        int i = 0;
        int n = b.length - 1;
        if (n == 0) c.warnAll(loc, "format-zero-length", "zero-length " + (printf ? "gnu_printf" : "gnu_scanf") + " format string");
        while (i < n) {
            if (b[i++] != '%') continue;
            if (i >= n) {
                c.warnAll(at(loc, b, i), "format=", "spurious trailing '%' in format");
                return;
            }
            int start = i - 1;
            if (b[i] == '%') {
                i++;
                continue;
            }
            boolean suppress = false;
            while (i < n && " +-#0'I".indexOf(b[i]) >= 0) i++;
            if (!printf && i < n && b[i] == '*') {
                suppress = true;
                i++;
            }
            if (printf && i < n && b[i] == '*') {
                i++;
                next = star(checkArgs, next, args, k, loc, "field width specifier '*'");
            } else {
                while (i < n && Character.isDigit(b[i])) i++;
            }
            if (i < n && b[i] == '$') return;
            if (printf && i < n && b[i] == '.') {
                i++;
                if (i < n && b[i] == '*') {
                    i++;
                    next = star(checkArgs, next, args, k, loc, "field precision specifier '.*'");
                } else {
                    while (i < n && (Character.isDigit(b[i]) || b[i] == '-')) i++;
                }
            }
            String length = "";
            while (i < n && "hlLqjztm".indexOf(b[i]) >= 0 && length.length() < 2) length += (char) b[i++];
            if (i >= n) {
                c.warnAll(at(loc, b, i), "format=", "conversion lacks type at end of format");
                return;
            }
            char conv = (char) b[i++];
            if (!printf && conv == '[') {
                if (i < n && b[i] == '^') i++;
                if (i < n && b[i] == ']') i++;
                while (i < n && b[i] != ']') i++;
                i++;
                conv = 's';
            }
            String shown = new String(b, start, i - start, java.nio.charset.StandardCharsets.ISO_8859_1);
            if ("diouxXeEfFgGaAcspnmCS".indexOf(conv) < 0) {
                c.warnAll(at(loc, b, i), "format=", "unknown conversion type character '" + conv + "' in format");
                continue;
            }
            if (conv == 'm' || suppress) continue;
            if (!checkArgs) continue;
            CType want = want(conv, length, printf);
            String text = want == null ? null : c.q(want);
            if (next >= args.size()) {
                c.warnAll(at(loc, b, i), "format=", "format '" + shown + "' expects a matching " + (text == null ? "'void *'" : text) + " argument");
                return;
            }
            TypedExpr arg = args.get(next);
            if (want != null && !matches(want, arg, conv, printf)) {
                c.warnAll(at(loc, b, i), "format=", "format '" + shown + "' expects argument of type " + text + ", but argument " + (next + 1) + " has type " + c.q(written(arg)));
            }
            next++;
        }
        if (checkArgs && next < args.size() && next >= a.firstArg() - 1) {
            c.warnAll(loc, "format-extra-args", "too many arguments for format");
        }
    }

    /** The place of the literal's character {@code i - 1}, taking control characters for escapes of two. */
    private static int at(int loc, byte[] b, int i) {
        if (loc <= 0) return loc;
        int n = loc + i;
        for (int k = 0; k < i; k++) if (b[k] >= 0 && b[k] < 32 || b[k] == '"' || b[k] == '\\') n++;
        return n;
    }

    private int star(boolean check, int next, List<TypedExpr> args, Expr.Call k, int loc, String what) {
        if (!check) return next;
        if (next < args.size() && types.promote(args.get(next).type()).strip() != types.int_ && args.get(next).type().strip() != types.uint) {
            c.warnAll(loc, "format=", what + " expects argument of type 'int', but argument " + (next + 1) + " has type " + c.q(written(args.get(next))));
        }
        return next + 1;
    }

    private static CType written(TypedExpr e) {
        return e.type();
    }

    private CType want(char conv, String length, boolean printf) {
        CType t = switch (conv) {
            case 'd', 'i' -> switch (length) {
                case "" -> types.int_;
                case "hh" -> types.schar;
                case "h" -> types.short_;
                case "l", "t", "j" -> types.long_;
                case "z" -> types.long_;
                default -> types.llong;
            };
            case 'o', 'u', 'x', 'X' -> switch (length) {
                case "" -> types.uint;
                case "hh" -> types.uchar;
                case "h" -> types.ushort;
                case "l", "t", "j", "z" -> types.ulong;
                default -> types.ullong;
            };
            case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' -> length.equals("L") ? types.ldouble : printf || length.equals("l") ? types.double_ : types.float_;
            case 'c' -> length.equals("l") ? types.uint : printf ? types.int_ : types.char_;
            case 's' -> length.equals("l") ? types.wchar.pointer() : types.charPtr;
            case 'p' -> printf ? types.voidPtr : types.voidPtr;
            case 'n' -> types.int_.pointer();
            default -> null;
        };
        if (t == null) return null;
        if (!printf && conv != 's' && conv != 'n') return t.pointer();
        if (printf && t.strip() instanceof BasicType b && b.kind.integer && b.rank < types.int_.rank) return b.signed ? types.int_ : types.int_;
        return t;
    }

    private boolean matches(CType want, TypedExpr arg, char conv, boolean printf) {
        CType have = arg.type();
        if (want.isPointer()) {
            if (!have.isPointer()) return false;
            CType w = want.pointee();
            CType h = have.pointee();
            if (conv == 'p') return true;
            if (conv == 's' && printf && w.strip() == types.char_) return h.isVoid() && false || h.isInteger() && h.strip().size() == 1 && !h.isBool();
            if (w.isInteger() && h.isInteger()) return types.withSign(types.integerOf(w), true) == types.withSign(types.integerOf(h), true) || w.strip().size() == 1 && h.strip().size() == 1;
            return types.compatibleUnqualified(w, h);
        }
        if (want.isInteger()) {
            if (!have.isInteger()) return false;
            return types.withSign(types.integerOf(want), true) == types.withSign(types.integerOf(types.promote(have)), true);
        }
        return have.strip() == want.strip();
    }
}
