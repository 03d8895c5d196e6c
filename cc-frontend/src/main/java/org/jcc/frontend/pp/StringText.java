package org.jcc.frontend.pp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text that a plain string literal of a directive means: file names and messages. */
final class StringText {
    private StringText() {}

    static String unescape(Token t) {
        return new String(bytes(t), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Token t) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] b = t.text;
        int p = t.start;
        while (p < t.end && b[p] != '"') p++;
        p++;
        int end = t.end - 1;
        while (p < end) {
            int c = b[p++];
            if (c != '\\' || p >= end) {
                out.write(c);
                continue;
            }
            c = b[p++];
            switch (c) {
                case 'n' -> out.write('\n');
                case 't' -> out.write('\t');
                case 'r' -> out.write('\r');
                case 'a' -> out.write(7);
                case 'b' -> out.write(8);
                case 'f' -> out.write(12);
                case 'v' -> out.write(11);
                case 'e', 'E' -> out.write(27);
                case 'x' -> {
                    int v = 0;
                    while (p < end && Character.digit(b[p], 16) >= 0) v = v << 4 | Character.digit(b[p++], 16);
                    out.write(v);
                }
                default -> {
                    if (c >= '0' && c <= '7') {
                        int v = c - '0';
                        for (int i = 0; i < 2 && p < end && b[p] >= '0' && b[p] <= '7'; i++) v = v << 3 | b[p++] - '0';
                        out.write(v);
                    } else {
                        out.write(c);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    /** The content of a string literal as {@code _Pragma} takes it (6.10.9p1): {@code \"} and {@code \\} only. */
    static byte[] destringize(Token t) {
        byte[] b = t.text;
        int p = t.start;
        while (b[p] != '"') p++;
        p++;
        byte[] out = new byte[t.end - p];
        int n = 0;
        for (; p < t.end - 1; p++) {
            if (b[p] == '\\' && (b[p + 1] == '\\' || b[p + 1] == '"')) p++;
            out[n++] = b[p] == '\n' ? (byte) ' ' : b[p];
        }
        return java.util.Arrays.copyOf(out, n);
    }

    /** A C string literal that means {@code s}. */
    static byte[] quote(String s) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('"');
        for (byte c : s.getBytes(StandardCharsets.UTF_8)) {
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c >= 0 && c < ' ') {
                out.write('\\');
                out.write('0' + (c >> 6));
                out.write('0' + (c >> 3 & 7));
                out.write('0' + (c & 7));
            } else {
                out.write(c);
            }
        }
        out.write('"');
        return out.toByteArray();
    }
}
