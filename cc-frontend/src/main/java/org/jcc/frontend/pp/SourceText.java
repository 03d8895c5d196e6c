package org.jcc.frontend.pp;

import java.util.Arrays;

/**
 * The text of one file as the lexer wants it: immutable, shared by all compilations of the process.
 *
 * <p>{@code bytes} is the file's content with a newline added if the last line has none, then one NUL as a sentinel;
 * {@code limit} is the index of that NUL. A byte-order mark is left out.
 *
 * @param path  the path by which it was opened
 * @param mtime last modification, milliseconds since the epoch (0 for texts without a file)
 */
public record SourceText(String path, byte[] bytes, int limit, long mtime) {
    /** Prepares raw content. */
    public static SourceText of(String path, byte[] content, long mtime) {
        if (content.length >= 3 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB && content[2] == (byte) 0xBF) {
            content = Arrays.copyOfRange(content, 3, content.length);
        }
        int n = content.length;
        boolean newline = n > 0 && content[n - 1] != '\n';
        byte[] b = new byte[n + (newline ? 2 : 1)];
        System.arraycopy(content, 0, b, 0, n);
        if (newline) b[n] = '\n';
        if (newline && n > 0 && contains(content, '\r') && !contains(content, '\n')) {
            // Old Macintosh text: carriage returns end its lines.
            for (int i = 0; i < n; i++) if (b[i] == '\r') b[i] = '\n';
        }
        return new SourceText(path, b, b.length - 1, mtime);
    }

    private static boolean contains(byte[] b, char c) {
        for (byte x : b) if (x == c) return true;
        return false;
    }
}
