package org.jcc.support;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Interns the identifiers of one compilation as dense ids from 1 (0 is "no name"), so that scopes, macros and symbols
 * are arrays by name id. Open addressing over the bytes; a name's text is made a {@code String} when first asked.
 */
public final class Names {
    private byte[][] bytes = new byte[4096][];
    private String[] texts = new String[4096];
    /** Hash and id of a name in one word, so that a probe touches one cache line; 0 is free. */
    private long[] table = new long[16384];
    private int count = 1;

    /** The id of the name in {@code buf[from, to)}. */
    public int intern(byte[] buf, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) h = h * 31 + buf[i];
        return intern(buf, from, to, h);
    }

    /** As {@link #intern(byte[], int, int)} with the hash ({@code h = h * 31 + byte}, from 0) already computed. */
    public int intern(byte[] buf, int from, int to, int hash) {
        int mask = table.length - 1;
        int slot = spread(hash) & mask;
        for (long e; (e = table[slot]) != 0; slot = (slot + 1) & mask) {
            if ((int) (e >>> 32) == hash && same(bytes[(int) e], buf, from, to)) return (int) e;
        }
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, count * 2);
            texts = Arrays.copyOf(texts, count * 2);
        }
        int id = count++;
        bytes[id] = Arrays.copyOfRange(buf, from, to);
        table[slot] = (long) hash << 32 | id;
        if (count * 2 > table.length) rehash();
        return id;
    }

    /** The id of a name. */
    public int intern(String name) {
        byte[] b = name.getBytes(StandardCharsets.UTF_8);
        return intern(b, 0, b.length);
    }

    /** The name's text. */
    public String text(int id) {
        String t = texts[id];
        if (t == null) texts[id] = t = id == 0 ? "" : new String(bytes[id], StandardCharsets.UTF_8);
        return t;
    }

    /** The name's bytes, not to be changed. */
    public byte[] bytes(int id) {
        return bytes[id];
    }

    /** One more than the largest id given so far: the size for arrays by name id. */
    public int size() {
        return count;
    }

    private void rehash() {
        long[] old = table;
        table = new long[old.length * 2];
        int mask = table.length - 1;
        for (long e : old) {
            if (e == 0) continue;
            int slot = spread((int) (e >>> 32)) & mask;
            while (table[slot] != 0) slot = (slot + 1) & mask;
            table[slot] = e;
        }
    }

    /** Names are short: a plain loop beats the vector comparison. */
    private static boolean same(byte[] name, byte[] buf, int from, int to) {
        int n = name.length;
        if (n != to - from) return false;
        for (int i = 0; i < n; i++) if (name[i] != buf[from + i]) return false;
        return true;
    }

    private static int spread(int h) {
        h *= 0x9E3779B9;
        return h ^ (h >>> 15);
    }
}
