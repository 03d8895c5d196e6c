package org.jcc.frontend.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionTypeAttributes;
import org.jcc.frontend.types.Types;

/**
 * -Wformat: literal formats of printf- and scanf-like functions against their arguments (7.21.6.1, 7.21.6.2), glibc's extensions included.
 * A conversion's row says which flags and length modifiers it has: {@code w} stands for a width, {@code p} for a precision.
 */
final class Formats {
    private final Checker c;
    private final Types types;

    // The call that is being checked.
    private boolean printf;
    private String kind;
    private byte[] text;
    private int end;
    private int loc;
    private List<TypedExpr> args;
    private int next;
    private boolean checkArgs;
    private boolean numbered;

    Formats(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    void check(FunctionTypeAttributes a, Expr.Call k, List<TypedExpr> args) {
        // -Wformat is -Wformat=1, and -Wall has it; it brings the others.
        if (!c.diags.warningEnabled("format=", c.allEnabled("format"))) return;
        int at = a.formatIndex() - 1;
        if (at < 0 || at >= args.size()) return;
        printf = a.formatKind().equals("printf");
        if (!printf && !a.formatKind().equals("scanf")) return;
        kind = printf ? "gnu_printf" : "gnu_scanf";
        TypedExpr f = LibraryCalls.stringOf(args.get(at));
        loc = k.args().get(at).start();
        if (!(f instanceof TypedExpr.StringLiteral s) || s.data().unit() != 1) return;
        text = s.data().bytes();
        end = text.length - 1;
        this.args = args;
        next = a.firstArg() - 1;
        checkArgs = a.firstArg() > 0;
        numbered = false;
        if (end == 0) c.diags.warning(loc, "format-zero-length", true, "zero-length " + kind + " format string");
        if (!conversions()) return;
        if (checkArgs && !numbered && next < args.size()) c.diags.warning(loc, "format-extra-args", true, "too many arguments for format");
    }

    private void warn(int i, String message) {
        c.diags.warning(at(loc, text, i), "format=", true, message);
    }

    /** The place of the literal's character {@code i - 1}, taking control characters for escapes of two. */
    private static int at(int loc, byte[] b, int i) {
        if (loc <= 0) return loc;
        int n = loc + i;
        for (int k = 0; k < i; k++) if (b[k] >= 0 && b[k] < 32 || b[k] == '"' || b[k] == '\\') n++;
        return n;
    }

    private char peek(int i) {
        return i < end ? (char) (text[i] & 255) : 0;
    }

    /** False if what the format says of its arguments is unknown from some place on. */
    private boolean conversions() {
        int i = 0;
        while (i < end) {
            if (text[i] == 0) {
                c.diags.warning(at(loc, text, i + 1), "format-contains-nul", true, "embedded '\\0' in format");
                return false;
            }
            if (text[i++] != '%') continue;
            if (i >= end) {
                warn(i, "spurious trailing '%' in format");
                return true;
            }
            if (peek(i) == '%') {
                i++;
                continue;
            }
            i = conversion(i);
            if (i < 0) return false;
        }
        return true;
    }

    /** One conversion from behind its percent sign; the offset behind it, or -1 to give up. */
    private int conversion(int i) {
        int start = i - 1;
        int digits = i;
        while (Character.isDigit(peek(digits))) digits++;
        if (digits > i && peek(digits) == '$') {
            int n = Integer.parseInt(new String(text, i, Math.min(6, digits - i), StandardCharsets.ISO_8859_1));
            if (checkArgs && (n == 0 || next + (numbered ? 0 : n - 1) >= args.size() && !numbered)) warn(0, "operand number out of range in format");
            // Arguments in an order of their own are not followed further.
            numbered = true;
            return -1;
        }
        StringBuilder flags = new StringBuilder();
        String known = printf ? " +-#0'I" : "*'Im";
        while (known.indexOf(peek(i)) >= 0 && i < end && !(peek(i) == 'm' && !"sScC[l".contains(String.valueOf(peek(i + 1))))) {
            char f = peek(i++);
            if (flags.indexOf(String.valueOf(f)) >= 0) warn(i, "repeated '" + f + "' flag in format");
            else flags.append(f);
        }
        if (printf && peek(i) == '*') {
            i++;
            star("field width specifier '*'");
            flags.append('w');
        } else if (Character.isDigit(peek(i))) {
            int from = i;
            while (Character.isDigit(peek(i))) i++;
            if (!printf && Integer.parseInt(new String(text, from, Math.min(6, i - from), StandardCharsets.ISO_8859_1)) == 0) warn(i, "zero width in gnu_scanf format");
            flags.append('w');
            if (!printf && peek(i) == 'm') {
                flags.append('m');
                i++;
            }
        }
        if (printf && peek(i) == '.') {
            i++;
            if (peek(i) == '*') {
                i++;
                star("field precision specifier '.*'");
            } else {
                while (Character.isDigit(peek(i))) i++;
            }
            flags.append('p');
        }
        String length = length(i);
        i += length.length();
        if (i >= end) {
            warn(i, "conversion lacks type at end of format");
            return i;
        }
        char conv = peek(i++);
        String row = printf ? printfFlags(conv) : scanfFlags(conv);
        if (row == null) {
            warn(i, "unknown conversion type character '" + conv + "' in format");
            return i;
        }
        if (conv == '[') {
            if (peek(i) == '^') i++;
            if (peek(i) == ']') i++;
            while (i < end && peek(i) != ']') i++;
            if (i >= end) {
                warn(i, "no closing ']' for '%[' format");
                return -1;
            }
            i++;
        }
        flags(flags, row, conv, i);
        if (!lengths(conv).contains("," + length + ",")) {
            warn(i, "use of '" + length + "' length modifier with '" + conv + "' type character has either no effect or undefined behavior");
            length = "";
        }
        boolean allocates = flags.indexOf("m") >= 0;
        if (conv == 'm' || !printf && flags.indexOf("*") >= 0 || !checkArgs) return i;
        return argument(i, start, conv, length, allocates) ? i : -1;
    }

    private String length(int i) {
        char a = peek(i);
        if ((a == 'h' || a == 'l' || a == 'D') && peek(i + 1) == a) return "" + a + a;
        return a != 0 && "hlLqjzZtHD".indexOf(a) >= 0 ? String.valueOf(a) : "";
    }

    private static String printfFlags(char conv) {
        return switch (conv) {
            case 'd', 'i' -> "-wp0 +'I";
            case 'o', 'x', 'X' -> "-wp0#";
            case 'u' -> "-wp0'I";
            case 'f', 'F', 'g', 'G' -> "-wp0 +#'I";
            case 'e', 'E' -> "-wp0 +#I";
            case 'a', 'A' -> "-wp0 +#";
            case 'c', 'C', 'p' -> "-w";
            case 's', 'S', 'm' -> "-wp";
            case 'n' -> "";
            default -> null;
        };
    }

    private static String scanfFlags(char conv) {
        return switch (conv) {
            case 'd', 'i', 'u' -> "*w'I";
            case 'o', 'x', 'X', 'p' -> "*w";
            case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' -> "*w'";
            case 'c', 's', '[', 'C', 'S' -> "*mw";
            case 'n' -> "";
            default -> null;
        };
    }

    private static String lengths(char conv) {
        return switch (conv) {
            case 'd', 'i', 'o', 'u', 'x', 'X', 'n' -> ",,hh,h,l,ll,q,L,z,Z,t,j,";
            case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' -> ",,l,L,H,D,DD,";
            case 'c', 's', '[' -> ",,l,";
            default -> ",,";
        };
    }

    private void flags(StringBuilder flags, String row, char conv, int i) {
        for (int k = 0; k < flags.length(); k++) {
            char f = flags.charAt(k);
            if (row.indexOf(f) >= 0) continue;
            String what = f == 'w' ? "field width" : f == 'p' ? "precision" : f == 'm' ? "'m' flag" : f == '*' ? "assignment suppression" : "'" + f + "' flag";
            warn(i, what + " used with '%" + conv + "' " + kind + " format");
        }
        if (!printf) return;
        if (flags.indexOf(" ") >= 0 && flags.indexOf("+") >= 0 && row.indexOf('+') >= 0) warn(i, "' ' flag ignored with '+' flag in gnu_printf format");
        if (flags.indexOf("0") >= 0 && row.indexOf('0') >= 0) {
            if (flags.indexOf("-") >= 0) warn(i, "'0' flag ignored with '-' flag in gnu_printf format");
            else if (flags.indexOf("p") >= 0 && "dioxXu".indexOf(conv) >= 0) warn(i, "'0' flag ignored with precision and '%" + conv + "' gnu_printf format");
        }
    }

    private void star(String what) {
        if (!checkArgs) return;
        if (next < args.size()) {
            CType t = args.get(next).type();
            if (!t.isError() && (!t.isInteger() || types.withSign(types.integerOf(types.promote(t)), true) != types.int_)) {
                warn(0, what + " expects argument of type 'int', but argument " + (next + 1) + " has type " + c.q(t));
            }
        } else {
            warn(0, what + " expects a matching 'int' argument");
        }
        next++;
    }

    /** False if there are no more arguments. */
    private boolean argument(int i, int start, char conv, String length, boolean allocates) {
        CType want = want(conv, length);
        boolean pointer = !printf || conv == 'n';
        if (allocates) want = want.pointer();
        String name = name(conv, length, want);
        String quoted = "'" + name + (pointer && conv != 's' && conv != 'S' && conv != '[' ? name.endsWith("*") ? "*" : " *" : allocates ? "*" : "") + "'";
        String shown = new String(text, start, i - start, StandardCharsets.ISO_8859_1);
        if (next >= args.size()) {
            warn(i, "format '" + shown + "' expects a matching " + quoted + " argument");
            next++;
            return false;
        }
        TypedExpr arg = args.get(next);
        if (pointer && conv != 's' && conv != 'S' && conv != '[') want = want.pointer();
        if (!arg.type().isError() && !matches(want, arg, conv)) {
            warn(i, "format '" + shown + "' expects argument of type " + quoted + ", but argument " + (next + 1) + " has type " + c.q(arg.type()));
        } else if (pointer && arg.type().pointee() != null && arg.type().pointee().isConst()) {
            warn(0, "writing into constant object (argument " + (next + 1) + ")");
        }
        next++;
        return true;
    }

    /** The type of the value; of {@code scanf} what the pointer points to, but for strings. */
    private CType want(char conv, String length) {
        return switch (conv) {
            case 'd', 'i', 'n' -> switch (length) {
                case "" -> types.int_;
                case "hh" -> types.schar;
                case "h" -> types.short_;
                case "l", "t", "j", "z", "Z" -> types.long_;
                default -> types.llong;
            };
            case 'o', 'u', 'x', 'X' -> switch (length) {
                case "" -> types.uint;
                case "hh" -> types.uchar;
                case "h" -> types.ushort;
                case "l", "t", "j", "z", "Z" -> types.ulong;
                default -> types.ullong;
            };
            case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' -> switch (length) {
                case "L" -> types.ldouble;
                case "H" -> types.decimal32;
                case "D" -> types.decimal64;
                case "DD" -> types.decimal128;
                default -> printf || length.equals("l") ? types.double_ : types.float_;
            };
            case 'c' -> length.equals("l") ? printf ? types.uint : types.wchar : printf ? types.int_ : types.char_;
            case 'C' -> printf ? types.uint : types.wchar;
            case 's', '[' -> length.equals("l") ? types.wchar.pointer() : types.charPtr;
            case 'S' -> types.wchar.pointer();
            default -> types.voidPtr;
        };
    }

    private String name(char conv, String length, CType want) {
        if (printf && conv != 'n' && want.strip() instanceof BasicType b && b.kind.integer && b.rank < types.int_.rank) return "int";
        boolean signed = want.isSigned();
        if (want.isInteger()) {
            switch (length) {
                case "z", "Z" -> {
                    return signed ? "signed size_t" : "size_t";
                }
                case "t" -> {
                    return signed ? "ptrdiff_t" : "unsigned ptrdiff_t";
                }
                case "j" -> {
                    return signed ? "intmax_t" : "uintmax_t";
                }
                default -> {}
            }
            if (conv == 'C' || conv == 'c' && length.equals("l")) return printf ? "wint_t" : "wchar_t";
        }
        return want.toString();
    }

    private boolean matches(CType want, TypedExpr arg, char conv) {
        CType have = arg.type();
        if (want.isPointer()) {
            if (!have.isPointer()) return false;
            CType w = want.pointee();
            CType h = have.pointee();
            if (printf && conv == 'p') return true;
            if (printf && conv == 's' && w.strip() == types.char_) return h.isInteger() && h.strip().size() == 1 && !h.isBool();
            if (w.isInteger() && h.isInteger()) return types.withSign(types.integerOf(w), true) == types.withSign(types.integerOf(h), true) || w.strip().size() == 1 && h.strip().size() == 1;
            if (w.isPointer() && w.pointee().isVoid()) return h.isPointer();
            return types.compatibleUnqualified(w, h);
        }
        if (want.isInteger()) {
            if (!have.isInteger()) return false;
            BasicType w = types.integerOf(want);
            if (w.rank < types.int_.rank) w = types.int_;
            return types.withSign(w, true) == types.withSign(types.integerOf(types.promote(have)), true);
        }
        return have.strip() == want.strip();
    }
}
