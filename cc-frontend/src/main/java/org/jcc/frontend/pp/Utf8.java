package org.jcc.frontend.pp;

/** UTF-8 to code points and back. A malformed sequence decodes to -1. */
final class Utf8 {
    private Utf8() {}

    /** The code point at {@code b[p]}, or -1. */
    static int decode(byte[] b, int p, int limit) {
        int c = b[p] & 255;
        if (c < 0x80) return c;
        int n = c >= 0xF0 && c < 0xF8 ? 3 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xC2 && c < 0xE0 ? 1 : 0;
        if (n == 0 || p + n >= limit) return -1;
        int cp = c & (0x3F >> n);
        for (int i = 1; i <= n; i++) {
            if ((b[p + i] & 0xC0) != 0x80) return -1;
            cp = cp << 6 | b[p + i] & 0x3F;
        }
        if (n == 2 && cp < 0x800 || n == 3 && cp < 0x10000 || cp > 0x10FFFF || cp >= 0xD800 && cp < 0xE000) return -1;
        return cp;
    }

    /** How many bytes a code point takes. */
    static int length(int cp) {
        return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    }

    /** Writes a code point at {@code out[n]}; returns the offset after it. */
    static int encode(int cp, byte[] out, int n) {
        if (cp < 0x80) {
            out[n++] = (byte) cp;
        } else if (cp < 0x800) {
            out[n++] = (byte) (0xC0 | cp >> 6);
            out[n++] = (byte) (0x80 | cp & 0x3F);
        } else if (cp < 0x10000) {
            out[n++] = (byte) (0xE0 | cp >> 12);
            out[n++] = (byte) (0x80 | cp >> 6 & 0x3F);
            out[n++] = (byte) (0x80 | cp & 0x3F);
        } else {
            out[n++] = (byte) (0xF0 | cp >> 18);
            out[n++] = (byte) (0x80 | cp >> 12 & 0x3F);
            out[n++] = (byte) (0x80 | cp >> 6 & 0x3F);
            out[n++] = (byte) (0x80 | cp & 0x3F);
        }
        return n;
    }
}
