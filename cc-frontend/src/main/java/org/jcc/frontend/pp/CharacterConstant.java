package org.jcc.frontend.pp;

import org.jcc.support.Diagnostics;

/**
 * The value of a character constant (C17 6.4.4.4) as {@code #if} sees it.
 *
 * @param value    widened as its type says
 * @param unsigned whether that type is unsigned
 */
record CharacterConstant(long value, boolean unsigned) {
    static CharacterConstant of(Token t, int loc, Preprocessor pp, Diagnostics diag) {
        PpOptions o = pp.options;
        byte[] b = t.text;
        int p = t.start;
        int width = 8;
        boolean wide = false;
        boolean unsigned = o.unsignedChar;
        if (b[p] == 'L') {
            width = o.shortWchar ? 16 : 32;
            unsigned = o.shortWchar;
            wide = true;
        } else if (b[p] == 'U') {
            width = 32;
            unsigned = true;
            wide = true;
        } else if (b[p] == 'u') {
            wide = b[p + 1] != '8';
            width = wide ? 16 : 8;
            unsigned = true;
        }
        while (b[p] != '\'') p++;
        p++;
        int end = t.end - 1;
        if (p >= end) {
            diag.error(loc, "empty character constant");
            return new CharacterConstant(0, false);
        }
        long mask = width == 32 ? 0xFFFFFFFFL : (1L << width) - 1;
        long value = 0;
        int count = 0;
        while (p < end) {
            long c = b[p] & 255;
            if (c == '\\') {
                p++;
                int e = b[p++];
                switch (e) {
                    case 'n' -> c = 10;
                    case 't' -> c = 9;
                    case 'r' -> c = 13;
                    case 'a' -> c = 7;
                    case 'b' -> c = 8;
                    case 'f' -> c = 12;
                    case 'v' -> c = 11;
                    case 'e', 'E' -> {
                        c = 27;
                        pp.pedantic(loc, "non-ISO-standard escape sequence, '\\" + (char) e + "'");
                    }
                    case '\\', '\'', '"', '?' -> c = e;
                    case 'x' -> {
                        c = 0;
                        int from = p;
                        boolean over = false;
                        while (p < end && Character.digit(b[p], 16) >= 0) {
                            c = c << 4 | Character.digit(b[p++], 16);
                            over |= c > mask;
                            c &= 0xFFFFFFFFL;
                        }
                        if (p == from) diag.error(loc, "\\x used with no following hex digits");
                        if (over) diag.warning(loc, null, "hex escape sequence out of range");
                        c &= mask;
                    }
                    case 'u', 'U' -> {
                        int digits = e == 'u' ? 4 : 8;
                        c = 0;
                        for (int i = 0; i < digits && p < end && Character.digit(b[p], 16) >= 0; i++) c = c << 4 | Character.digit(b[p++], 16);
                        if (!wide) {
                            byte[] buf = new byte[4];
                            int n = Utf8.encode((int) Math.min(c, 0x10FFFF), buf, 0);
                            for (int i = 0; i < n - 1; i++) {
                                value = value << 8 | buf[i] & 255;
                                count++;
                            }
                            c = buf[n - 1] & 255;
                        }
                    }
                    default -> {
                        if (e >= '0' && e <= '7') {
                            c = e - '0';
                            for (int i = 0; i < 2 && p < end && b[p] >= '0' && b[p] <= '7'; i++) c = c << 3 | b[p++] - '0';
                            if (c > mask) diag.warning(loc, null, "octal escape sequence out of range");
                            c &= mask;
                        } else {
                            diag.warning(loc, null, "unknown escape sequence: '\\" + (char) e + "'");
                            c = e & 255;
                        }
                    }
                }
            } else if (wide && c >= 0x80) {
                int cp = Utf8.decode(b, p, t.end);
                if (cp >= 0) {
                    c = cp;
                    p += Utf8.length(cp);
                } else {
                    p++;
                }
            } else {
                p++;
            }
            value = wide ? c : value << 8 | c;
            count++;
        }
        if (wide) {
            if (count > 1) diag.warning(loc, null, "character constant too long for its type");
            return new CharacterConstant(unsigned || width == 64 ? value & mask : (int) value, unsigned);
        }
        if (count > 4) diag.warning(loc, null, "character constant too long for its type");
        else if (count > 1) diag.warning(loc, "multichar", "multi-character character constant");
        if (count > 1) return new CharacterConstant((int) value, false);
        return new CharacterConstant(unsigned ? value & 255 : (byte) value, unsigned);
    }
}
