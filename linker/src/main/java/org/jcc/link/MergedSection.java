package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.Arrays;

/**
 * One pool of mergeable pieces ({@code SHF_MERGE}): strings or constants of one entry size and alignment within one output
 * section. Equal pieces are kept once. Requires relocation-free input sections; a reference with an addend lands in the piece
 * that holds its offset.
 *
 * <p>Strings are cut after each terminator of {@code entsize} zero bytes; a section that does not end in one is left alone.
 * Only pieces of live sections are pooled. The order of the pool is that of first appearance.
 */
final class MergedSection {
    final OutputSection out;
    final boolean strings;
    final int entsize;
    final long align;
    /** The member that stands for the pool in its output section. */
    final InputSection holder;

    private byte[] pool = new byte[4096];
    private int size;
    private int[] start = new int[256];
    private int[] length = new int[256];
    private int[] hash = new int[256];
    private int[] table = new int[1024];
    private int count;

    MergedSection(OutputSection out, InputSection like) {
        this.out = out;
        strings = (like.flags & SHF_STRINGS) != 0;
        entsize = like.entsize;
        align = like.align;
        holder = new InputSection(null, 0, like.name, like.type, like.flags, like.align, like.entsize);
        holder.out = out;
    }

    boolean accepts(InputSection s) {
        return s.entsize == entsize && s.align == align && strings == ((s.flags & SHF_STRINGS) != 0);
    }

    /** True if the section can be cut into pieces. */
    static boolean mergeable(InputSection s) {
        if ((s.flags & SHF_MERGE) == 0 || s.entsize <= 0 || s.relCount != 0 || s.size == 0 || s.type == SHT_NOBITS || s.size % s.entsize != 0
                || (s.flags & SHF_WRITE) != 0 || s.size > 1 << 30) return false;
        if ((s.flags & SHF_STRINGS) == 0) return s.align <= s.entsize || s.size == s.entsize;
        return isZero(s.data, s.off + (int) s.size - s.entsize, s.entsize);
    }

    private static boolean isZero(byte[] b, int at, int n) {
        for (int i = 0; i < n; i++) if (b[at + i] != 0) return false;
        return true;
    }

    /** Cuts {@code s} and pools its pieces. */
    void add(InputSection s) {
        int n = (int) s.size;
        int[] starts = new int[strings ? 16 : n / entsize];
        int[] ids = new int[starts.length];
        int k = 0;
        byte[] d = s.data;
        for (int at = 0; at < n; ) {
            int end;
            int h = 0;
            if (!strings) {
                end = at + entsize;
                for (int i = at; i < end; i++) h = h * 31 + d[s.off + i];
            } else if (entsize == 1) {
                int i = s.off + at;
                while (d[i] != 0) h = h * 31 + d[i++];
                end = i + 1 - s.off;
            } else {
                end = at;
                while (!isZero(d, s.off + end, entsize)) end += entsize;
                end += entsize;
                for (int i = at; i < end; i++) h = h * 31 + d[s.off + i];
            }
            if (k == starts.length) {
                starts = Arrays.copyOf(starts, k * 2);
                ids = Arrays.copyOf(ids, k * 2);
            }
            starts[k] = at;
            ids[k++] = intern(d, s.off + at, end - at, h);
            at = end;
        }
        s.pieceStart = k == starts.length ? starts : Arrays.copyOf(starts, k);
        s.pieceId = k == ids.length ? ids : Arrays.copyOf(ids, k);
        s.merged = this;
        s.out = out;
    }

    private int intern(byte[] d, int from, int len, int h) {
        int mask = table.length - 1;
        int slot = (h * 0x9E3779B9 >>> 7) & mask;
        for (int id; (id = table[slot]) != 0; slot = (slot + 1) & mask) {
            int i = id - 1;
            if (hash[i] == h && length[i] == len && Arrays.equals(pool, start[i], start[i] + len, d, from, from + len)) return i;
        }
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            length = Arrays.copyOf(length, count * 2);
            hash = Arrays.copyOf(hash, count * 2);
        }
        int at = (int) (size + align - 1 & -align);
        if (at + len > pool.length) pool = Arrays.copyOf(pool, Math.max(pool.length * 2, at + len));
        System.arraycopy(d, from, pool, at, len);
        size = at + len;
        start[count] = at;
        length[count] = len;
        hash[count] = h;
        table[slot] = ++count;
        if (count * 2 > table.length) {
            table = new int[table.length * 2];
            for (int i = 0; i < count; i++) {
                int s = (hash[i] * 0x9E3779B9 >>> 7) & table.length - 1;
                while (table[s] != 0) s = (s + 1) & table.length - 1;
                table[s] = i + 1;
            }
        }
        return count - 1;
    }

    /** Ends pooling: the holder gets the bytes. */
    void close() {
        holder.data = pool;
        holder.off = 0;
        holder.size = size;
    }

    /** Offset in the output section of an offset in a pooled input section. */
    long mapped(InputSection s, long offset) {
        int i = Arrays.binarySearch(s.pieceStart, (int) Math.max(0, Math.min(offset, s.size - 1)));
        if (i < 0) i = -i - 2;
        return holder.outOff + start[s.pieceId[i]] + (offset - s.pieceStart[i]);
    }
}
