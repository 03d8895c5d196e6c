package org.jcc.link;

import java.util.Arrays;
import java.util.HashMap;

/** A string table under construction; equal strings are kept once, offset 0 is the empty string. */
final class StringTable {
    private byte[] bytes = new byte[1024];
    private int size = 1;
    private final HashMap<String, Integer> known = new HashMap<>();

    int add(String s) {
        if (s.isEmpty()) return 0;
        Integer at = known.get(s);
        if (at != null) return at;
        byte[] b = s.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        at = append(b);
        known.put(s, at);
        return at;
    }

    /** Adds without looking for an equal one. */
    int append(byte[] b) {
        if (b.length == 0) return 0;
        if (size + b.length + 1 > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + b.length + 1));
        System.arraycopy(b, 0, bytes, size, b.length);
        int at = size;
        size += b.length + 1;
        return at;
    }

    int size() {
        return size;
    }

    void write(byte[] out, int at) {
        System.arraycopy(bytes, 0, out, at, size);
    }
}
