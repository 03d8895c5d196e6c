package org.jcc.frontend.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Expr.Encoding;
import org.jcc.frontend.syntax.Expr.FloatSuffix;
import org.jcc.support.Diagnostics;
import org.jcc.support.TargetInfo;

/**
 * What constants and string literals mean (C17 6.4.4, 6.4.5; translation phases 5 to 7), exactly and with gcc's words
 * where they are wrong. Narrow characters are taken as they are, in UTF-8; wide ones are decoded from it. {@code wchar_t}
 * is 32 bits wide, as on all targets.
 */
final class Literals {
    private final Diagnostics diagnostics;
    private final TargetInfo target;
    private final Dialect dialect;
    /** Elements of the literal being decoded. */
    private int[] units = new int[256];
    private int count;

    Literals(Diagnostics diagnostics, TargetInfo target, Dialect dialect) {
        this.diagnostics = diagnostics;
        this.target = target;
        this.dialect = dialect;
    }

    // ---- 6.4.4.1, 6.4.4.2: numbers

    Expr number(Tok t) {
        byte[] b = t.pp.text;
        int from = t.pp.start;
        int to = t.pp.end;
        if (to - from <= 18 && (b[from] != '0' || to - from == 1)) {
            long v = 0;
            int i = from;
            for (; i < to && b[i] >= '0' && b[i] <= '9'; i++) v = v * 10 + (b[i] - '0');
            if (i == to) return new Expr.IntLit(t.loc, v, 0, 10, false, 0, false);
        }
        return number(t.loc, t.getText());
    }

    private Expr number(int loc, String s) {
        if (s.indexOf('\'') >= 0) s = s.replace("'", "");
        int n = s.length();
        int radix = 10;
        int i = 0;
        if (s.charAt(0) == '0') {
            char x = n > 2 ? (char) (s.charAt(1) | 0x20) : 0;
            if (x == 'x' && (Character.digit(s.charAt(2), 16) >= 0 || s.charAt(2) == '.')) {
                radix = 16;
                i = 2;
            } else if (x == 'b' && (s.charAt(2) == '0' || s.charAt(2) == '1')) {
                radix = 2;
                i = 2;
            } else {
                radix = 8;
            }
        }
        int digits = i;
        int points = 0;
        int seen = 0;
        char bad = 0;
        boolean exponent = false;
        for (; i < n; i++) {
            char c = s.charAt(i);
            int v = Character.digit(c, radix == 16 ? 16 : 10);
            if (c == '.') {
                points++;
            } else if (v >= 0) {
                seen++;
                if (v >= radix && bad == 0) bad = c;
            } else if (radix != 16 && (c == 'e' || c == 'E') || radix == 16 && (c == 'p' || c == 'P')) {
                exponent = true;
                break;
            } else {
                break;
            }
        }
        if (points > 1) return bad(loc, "too many decimal points in number");
        boolean floating = points > 0 || exponent;
        if (floating && radix == 8) radix = 10;
        if (floating && radix == 2) return bad(loc, "invalid suffix \"" + s.substring(digits > 0 ? i - (points > 0 ? 1 : 0) : i) + "\" on floating constant");
        if (bad != 0 && radix != 10) {
            return bad(loc, "invalid digit \"" + bad + "\" in " + (radix == 2 ? "binary" : "octal") + " constant");
        }
        if (!floating) return integer(loc, s, digits, i, radix);

        if (radix == 16 && seen == 0) return bad(loc, "no digits in hexadecimal floating constant");
        if (exponent) {
            i++;
            if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) i++;
            int first = i;
            while (i < n && s.charAt(i) >= '0' && s.charAt(i) <= '9') i++;
            if (i == first) return bad(loc, "exponent has no digits");
        } else if (radix == 16) {
            return bad(loc, "hexadecimal floating constants require an exponent");
        }
        if (radix == 16 && dialect.year() < 1999) diagnostics.pedantic(loc, "use of C99 hexadecimal floating constant");
        return floating(loc, s, i);
    }

    private Expr integer(int loc, String s, int from, int to, int radix) {
        boolean unsigned = false;
        boolean imaginary = false;
        int longs = 0;
        int n = s.length();
        boolean good = true;
        for (int i = to; i < n && good; i++) {
            char c = s.charAt(i);
            switch (c) {
                case 'u', 'U' -> {
                    good = !unsigned;
                    unsigned = true;
                }
                case 'l', 'L' -> {
                    good = longs == 0;
                    longs = 1;
                    if (i + 1 < n && s.charAt(i + 1) == c) {
                        longs = 2;
                        i++;
                    }
                }
                case 'i', 'I', 'j', 'J' -> {
                    good = !imaginary;
                    imaginary = true;
                }
                default -> good = false;
            }
        }
        if (!good) return bad(loc, "invalid suffix \"" + s.substring(to) + "\" on integer constant");
        if (imaginary) diagnostics.pedantic(loc, "imaginary constants are a GCC extension");
        if (radix == 2 && dialect.year() < 2023) diagnostics.pedantic(loc, "binary constants are a C2X feature or GCC extension");
        if (longs == 2 && dialect.year() < 1999) diagnostics.pedantic(loc, "use of C99 long long integer constant");
        long v = 0;
        boolean overflow = false;
        for (int i = from; i < to; i++) {
            int d = Character.digit(s.charAt(i), 16);
            overflow |= Math.multiplyHigh(v, radix) + (v < 0 ? radix : 0) != 0;
            long product = v * radix;
            v = product + d;
            overflow |= Long.compareUnsigned(v, product) < 0;
        }
        if (overflow) diagnostics.warning(loc, null, "integer constant is too large for its type");
        else if (radix == 10 && !unsigned && v < 0) diagnostics.warning(loc, null, "integer constant is so large that it is unsigned");
        return new Expr.IntLit(loc, v, 0, radix, unsigned || overflow && radix == 10, longs, imaginary);
    }

    private Expr floating(int loc, String s, int to) {
        String suffix = s.substring(to);
        boolean imaginary = false;
        String rest = suffix;
        for (int i = 0; i < rest.length(); i++) {
            char c = (char) (rest.charAt(i) | 0x20);
            if (c == 'i' || c == 'j') {
                imaginary = true;
                rest = rest.substring(0, i) + rest.substring(i + 1);
                break;
            }
        }
        FloatSuffix found = null;
        for (FloatSuffix f : FloatSuffix.values()) {
            if (f == FloatSuffix.BF16) continue;
            boolean both = f.spelling.length() == 2 && f.spelling.charAt(0) == 'd';
            if (rest.equals(f.spelling) || both && rest.equals(f.spelling.toUpperCase())
                    || !both && rest.equalsIgnoreCase(f.spelling) && (!rest.endsWith("X"))) {
                found = f;
                break;
            }
        }
        boolean decimal = found == FloatSuffix.DF || found == FloatSuffix.DD || found == FloatSuffix.DL;
        if (found == null || decimal && (imaginary || s.startsWith("0x") || s.startsWith("0X"))) {
            return bad(loc, "invalid suffix \"" + suffix + "\" on floating constant");
        }
        if (imaginary) diagnostics.pedantic(loc, "imaginary constants are a GCC extension");
        return new Expr.FloatLit(loc, s.substring(0, to), found, imaginary);
    }

    private Expr bad(int loc, String message) {
        diagnostics.error(loc, message);
        return new Expr.ErrorExpr(loc);
    }

    // ---- 6.4.4.4: character constants

    Expr character(Tok t) {
        byte[] b = t.pp.text;
        int from = t.pp.start;
        int to = t.pp.end;
        Encoding e = encoding(b, from);
        int open = from + e.prefix.length();
        count = 0;
        decode(t.loc, b, open + 1, to - 1, e);
        if (count == 0) {
            diagnostics.error(t.loc, "empty character constant");
            return new Expr.CharLit(t.loc, 0, e);
        }
        int value;
        if (e.unit == 1) {
            if (count > 4 || count > 1 && e == Encoding.UTF8) {
                diagnostics.warning(t.loc, null, "character constant too long for its type");
            } else if (count > 1) {
                diagnostics.warning(t.loc, "multichar", "multi-character character constant");
            }
            value = 0;
            for (int i = 0; i < count; i++) value = value << 8 | units[i];
            if (count == 1 && e == Encoding.PLAIN && target.charSigned()) value = (byte) value;
        } else {
            if (count > 1) diagnostics.warning(t.loc, null, "character constant too long for its type");
            value = units[count - 1];
        }
        return new Expr.CharLit(t.loc, value, e);
    }

    // ---- 6.4.5: string literals

    private byte[][] pieces = new byte[16][];
    private int[] places = new int[48];
    private int pieceCount;

    /** Adds one of adjacent literals. */
    void piece(Tok t) {
        if (pieceCount == pieces.length) {
            pieces = Arrays.copyOf(pieces, pieceCount * 2);
            places = Arrays.copyOf(places, pieceCount * 6);
        }
        pieces[pieceCount] = t.pp.text;
        places[pieceCount * 3] = t.pp.start;
        places[pieceCount * 3 + 1] = t.pp.end;
        places[pieceCount++ * 3 + 2] = t.loc;
    }

    /** Joins and decodes what {@link #piece} has collected. */
    Expr.StringLit string(int loc) {
        int n = pieceCount;
        pieceCount = 0;
        Encoding e = Encoding.PLAIN;
        for (int i = 0; i < n; i++) {
            Encoding p = encoding(pieces[i], places[i * 3]);
            if (p == Encoding.PLAIN || p == e) continue;
            if (e != Encoding.PLAIN) {
                diagnostics.error(places[i * 3 + 2], "unsupported non-standard concatenation of string literals");
                break;
            }
            e = p;
        }
        if (e.unit == 1) {
            byte[] bytes = plain(n);
            if (bytes != null) return new Expr.StringLit(loc, e, bytes, null);
        }
        count = 0;
        for (int i = 0; i < n; i++) {
            byte[] b = pieces[i];
            int from = places[i * 3];
            int open = from + encoding(b, from).prefix.length();
            if (b[open] == 'R') raw(places[i * 3 + 2], b, open + 1, places[i * 3 + 1] - 1, e);
            else decode(places[i * 3 + 2], b, open + 1, places[i * 3 + 1] - 1, e);
        }
        if (e.unit != 1) return new Expr.StringLit(loc, e, null, Arrays.copyOf(units, count));
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = (byte) units[i];
        return new Expr.StringLit(loc, e, bytes, null);
    }

    /** The characters between the delimiters of a raw string (GNU C99) whose quotes stand at {@code open} and {@code close}. */
    private void raw(int loc, byte[] b, int open, int close, Encoding e) {
        int from = open;
        while (from < close && b[from] != '(') from++;
        int to = close - (from - open);
        for (int i = from + 1; i < to; ) {
            if (e.unit == 1 || b[i] >= 0) unit(b[i++] & 0xff);
            else i = decodeUtf8(loc, b, i, to, e);
        }
    }

    /** The characters of narrow pieces without escapes, or null. */
    private byte[] plain(int n) {
        int length = 0;
        for (int i = 0; i < n; i++) {
            byte[] b = pieces[i];
            int to = places[i * 3 + 1];
            int open = places[i * 3] + encoding(b, places[i * 3]).prefix.length();
            if (b[open] == 'R') return null;
            for (int p = open; p < to; p++) {
                if (b[p] == '\\') return null;
            }
            length += to - open - 2;
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (int i = 0; i < n; i++) {
            int from = places[i * 3] + 1 + encoding(pieces[i], places[i * 3]).prefix.length();
            int size = places[i * 3 + 1] - 1 - from;
            System.arraycopy(pieces[i], from, bytes, at, size);
            at += size;
        }
        return bytes;
    }

    private static Encoding encoding(byte[] b, int at) {
        return switch (b[at]) {
            case 'L' -> Encoding.WIDE;
            case 'U' -> Encoding.CHAR32;
            case 'u' -> b[at + 1] == '8' ? Encoding.UTF8 : Encoding.CHAR16;
            default -> Encoding.PLAIN;
        };
    }

    // ---- Escape sequences

    private void unit(int u) {
        if (count == units.length) units = Arrays.copyOf(units, count * 2);
        units[count++] = u;
    }

    /** A code point in the literal's encoding. */
    private void codePoint(int c, Encoding e) {
        if (e.unit == 4 || e.unit == 2 && (c < 0x10000 || c > 0x10FFFF)) {
            unit(e.unit == 2 ? c & 0xffff : c);
        } else if (e.unit == 2) {
            unit(Character.highSurrogate(c));
            unit(Character.lowSurrogate(c));
        } else {
            utf8(c);
        }
    }

    private void utf8(int c) {
        if (c < 0x80) {
            unit(c);
            return;
        }
        int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : c < 0x200000 ? 3 : c < 0x4000000 ? 4 : 5;
        unit(0xff80 >> more & 0xff | c >> 6 * more);
        for (int i = more - 1; i >= 0; i--) unit(0x80 | c >> 6 * i & 0x3f);
    }

    private void decode(int loc, byte[] b, int from, int to, Encoding e) {
        int mask = e.unit == 4 ? -1 : (1 << e.unit * 8) - 1;
        int i = from;
        while (i < to) {
            int c = b[i] & 0xff;
            if (c != '\\') {
                if (e.unit == 1 || c < 0x80) {
                    unit(c);
                    i++;
                } else {
                    i = decodeUtf8(loc, b, i, to, e);
                }
                continue;
            }
            if (++i >= to) {
                unit('\\');
                break;
            }
            c = b[i++] & 0xff;
            switch (c) {
                case 'n' -> unit('\n');
                case 't' -> unit('\t');
                case 'r' -> unit('\r');
                case 'a' -> unit(7);
                case 'b' -> unit('\b');
                case 'f' -> unit('\f');
                case 'v' -> unit(11);
                case '\\', '\'', '"', '?' -> unit(c);
                case 'e', 'E' -> {
                    diagnostics.pedantic(loc, "non-ISO-standard escape sequence, '\\" + (char) c + "'");
                    unit(27);
                }
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int v = c - '0';
                    for (int k = 0; k < 2 && i < to && b[i] >= '0' && b[i] <= '7'; k++) v = v * 8 + b[i++] - '0';
                    if (mask != -1 && v > mask) diagnostics.warning(loc, null, "octal escape sequence out of range");
                    unit(v & mask);
                }
                case 'x' -> {
                    int v = 0;
                    int first = i;
                    boolean overflow = false;
                    for (int d; i < to && (d = Character.digit((char) b[i], 16)) >= 0; i++) {
                        overflow |= (v >>> 28) != 0;
                        v = v << 4 | d;
                    }
                    if (i == first) {
                        diagnostics.error(loc, "\\x used with no following hex digits");
                    } else if (overflow || (v & ~mask) != 0) {
                        diagnostics.warning(loc, null, "hex escape sequence out of range");
                    }
                    unit(v & mask);
                }
                case 'u', 'U' -> i = universal(loc, b, i, to, c == 'u' ? 4 : 8, e);
                default -> {
                    int end = i;
                    while (end < to && (b[end] & 0xc0) == 0x80) end++;
                    String spelled = c < 0x20 || c == 0x7f ? String.format("'\\%03o'", c) : "'\\" + new String(b, i - 1, end - i + 1, StandardCharsets.UTF_8) + "'";
                    diagnostics.warning(loc, null, "unknown escape sequence: " + spelled);
                    if (e.unit == 1 || c < 0x80) unit(c);
                    else i = decodeUtf8(loc, b, i - 1, to, e);
                }
            }
        }
    }

    /** Reads a universal character name's digits (6.4.3). */
    private int universal(int loc, byte[] b, int i, int to, int length, Encoding e) {
        int start = i - 2;
        int v = 0;
        int k = 0;
        for (int d; k < length && i < to && (d = Character.digit((char) b[i], 16)) >= 0; k++, i++) v = v << 4 | d;
        String spelled = new String(b, start, i - start, StandardCharsets.UTF_8);
        if (k < length) {
            diagnostics.error(loc, "incomplete universal character name " + spelled);
            v = 1;
        } else if (v < 0) {
            diagnostics.error(loc, spelled + " is not a valid universal character");
            v = 1;
        } else if (v > 0x10FFFF) {
            diagnostics.warning(loc, null, spelled + " is outside the UCS codespace");
        } else if (v < 0xA0 && v != '$' && v != '@' && v != '`' || v >= 0xD800 && v <= 0xDFFF) {
            diagnostics.error(loc, spelled + " is not a valid universal character");
            v = 1;
        }
        codePoint(v, e);
        return i;
    }

    /** Reads one character of UTF-8 into a wide literal. */
    private int decodeUtf8(int loc, byte[] b, int i, int to, Encoding e) {
        int c = b[i] & 0xff;
        int more = c >= 0xf0 && c < 0xf8 ? 3 : c >= 0xe0 ? 2 : 1;
        int v = c & 0x3f >> more;
        boolean good = c >= 0xc2 && c < 0xf5 && i + more < to;
        for (int k = 1; good && k <= more; k++) {
            good = (b[i + k] & 0xc0) == 0x80;
            v = v << 6 | b[i + k] & 0x3f;
        }
        if (!good || v > 0x10FFFF) {
            diagnostics.error(loc, "converting to execution character set: Invalid or incomplete multibyte or wide character");
            return to;
        }
        codePoint(v, e);
        return i + more + 1;
    }
}
