package org.jcc.asm;

/** Numbers of variable length, seven bits a byte, least significant first (DWARF 5, 7.6). */
public final class Leb128 {
    private Leb128() {}

    /** Writes a LEB128 number of at least {@code min} bytes; returns its length. */
    public static int write(long v, boolean signed, byte[] out, int at, int min) {
        int n = 0;
        while (true) {
            int b = (int) v & 0x7f;
            v = signed ? v >> 7 : v >>> 7;
            boolean last = signed ? v == 0 && (b & 0x40) == 0 || v == -1 && (b & 0x40) != 0 : v == 0;
            n++;
            if (last && n >= min) {
                out[at + n - 1] = (byte) b;
                return n;
            }
            out[at + n - 1] = (byte) (b | 0x80);
        }
    }
}
