package org.jcc.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.ElfReader;

/**
 * A System V/GNU archive, read only: members by offset and the symbol index as a hash table. Immutable once opened, so that
 * one instance serves many links.
 *
 * <p>The format ({@code ar(5)}): a magic line, then 60-byte text headers each followed by data padded to even length. Member
 * "/" is the index (big-endian count, offsets, then names), "/SYM64/" its 64-bit form, "//" the table of long names; a name
 * "/123" points into it. Thin archives ({@code !<thin>}) hold no data but for these: names are paths beside the archive. BSD's
 * {@code #1/len} names are read too. An archive without an index gets one made from its members.
 */
final class Archive {
    static final String MAGIC = "!<arch>\n";
    static final String THIN = "!<thin>\n";

    /** One member. {@code data} is the archive's own array unless the archive is thin. */
    record Member(String name, int headerAt, int dataAt, int size) {}

    final String path;
    final byte[] data;
    final boolean thin;
    final ArrayList<Member> members = new ArrayList<>();
    private final java.util.HashMap<Integer, Member> byHeader = new java.util.HashMap<>();
    private int indexAt = -1;
    private int indexSize;
    private boolean index64;

    // the symbol index: open addressing over name bytes
    private byte[] nameData;
    private int[] nameAt = new int[0];
    private int[] nameHash = new int[0];
    private int[] member = new int[0];
    private int[] table = new int[2];
    int symbolCount;

    private Archive(String path, byte[] data) {
        this.path = path;
        this.data = data;
        thin = startsWith(data, THIN);
    }

    static boolean isArchive(byte[] data) {
        return startsWith(data, MAGIC) || startsWith(data, THIN);
    }

    private static boolean startsWith(byte[] data, String magic) {
        if (data.length < 8) return false;
        for (int i = 0; i < 8; i++) if (data[i] != magic.charAt(i)) return false;
        return true;
    }

    /** Reads headers and index. */
    static Archive open(String path, byte[] data) throws BadElf {
        Archive a = new Archive(path, data);
        a.readMembers();
        if (a.indexAt >= 0) a.readIndex();
        else a.makeIndex();
        return a;
    }

    /** Only the members, for the {@code ar} tool. */
    static Archive openMembers(String path, byte[] data) throws BadElf {
        Archive a = new Archive(path, data);
        a.readMembers();
        return a;
    }

    private void readMembers() throws BadElf {
        int longAt = -1;
        int longSize = 0;
        for (long at = 8; at < data.length; ) {
            if (data.length - at < 60) {
                if (at == data.length - 1 && data[(int) at] == '\n') break;
                throw new BadElf("malformed archive: truncated member header at " + at);
            }
            int h = (int) at;
            if (data[h + 58] != '`' || data[h + 59] != '\n') throw new BadElf("malformed archive: bad member header at " + at);
            String name = field(h, 16);
            long size = decimal(field(h + 48, 10));
            if (size < 0) throw new BadElf("malformed archive: bad member size at " + at);
            boolean special = name.equals("/") || name.equals("//") || name.equals("/SYM64/") || name.equals("__.SYMDEF") || name.startsWith("__.SYMDEF");
            boolean stored = !thin || special;
            if (stored && size > data.length - at - 60) throw new BadElf("malformed archive: member at " + at + " is truncated");
            int dataAt = h + 60;
            if (name.equals("/") || name.equals("/SYM64/")) {
                indexAt = dataAt;
                indexSize = (int) size;
                index64 = name.length() > 1;
            } else if (name.equals("//")) {
                longAt = dataAt;
                longSize = (int) size;
            } else if (!special) {
                int memberSize = (int) Math.min(size, Integer.MAX_VALUE);
                if (name.startsWith("/") && name.length() > 1) {
                    long off = decimal(name.substring(1));
                    if (longAt < 0 || off < 0 || off >= longSize) throw new BadElf("malformed archive: bad long name at " + at);
                    int from = longAt + (int) off;
                    int to = from;
                    int end = longAt + longSize;
                    while (to < end && data[to] != '\n') to++;
                    if (to > from && data[to - 1] == '/') to--;
                    name = new String(data, from, to - from, StandardCharsets.UTF_8);
                } else if (name.startsWith("#1/") && !thin) {
                    long n = decimal(name.substring(3));
                    if (n < 0 || n > size) throw new BadElf("malformed archive: bad long name at " + at);
                    name = new String(data, dataAt, (int) n, StandardCharsets.UTF_8).replace("\0", "");
                    dataAt += (int) n;
                    memberSize -= (int) n;
                    if (name.startsWith("__.SYMDEF")) memberSize = -1;
                } else if (name.endsWith("/")) name = name.substring(0, name.length() - 1);
                if (memberSize >= 0) {
                    Member m = new Member(name, h, dataAt, memberSize);
                    members.add(m);
                    byHeader.put(h, m);
                }
            }
            at += 60 + (stored ? size : 0);
            at += at & 1;
        }
    }

    private String field(int at, int len) {
        int end = at + len;
        while (end > at && data[end - 1] == ' ') end--;
        return new String(data, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private static long decimal(String s) {
        s = s.trim();
        if (s.isEmpty() || s.length() > 12) return -1;
        long v = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < '0' || c > '9') return -1;
            v = v * 10 + c - '0';
        }
        return v;
    }

    private void readIndex() throws BadElf {
        int w = index64 ? 8 : 4;
        if (indexSize < w) {
            if (indexSize == 0) return;
            throw new BadElf("malformed archive: bad symbol index");
        }
        long n = big(indexAt, w);
        if (n < 0 || n > (indexSize - w) / (w + 1)) throw new BadElf("malformed archive: bad symbol index");
        nameData = data;
        symbolCount = (int) n;
        allocate(symbolCount);
        int p = indexAt + w + symbolCount * w;
        int end = indexAt + indexSize;
        for (int i = 0; i < symbolCount; i++) {
            long off = big(indexAt + w + i * w, w);
            if (off < 0 || off >= data.length || !byHeader.containsKey((int) off)) throw new BadElf("malformed archive: symbol index names no member");
            int start = p;
            int h = 0;
            while (p < end && data[p] != 0) h = h * 31 + data[p++];
            if (p >= end) throw new BadElf("malformed archive: symbol index is truncated");
            p++;
            insert(i, start, h, (int) off);
        }
    }

    private long big(int at, int w) {
        long v = 0;
        for (int i = 0; i < w; i++) v = v << 8 | data[at + i] & 0xff;
        return v;
    }

    private void allocate(int n) {
        nameAt = new int[n];
        nameHash = new int[n];
        member = new int[n];
        table = new int[Math.max(2, Integer.highestOneBit(n + 1) * 4)];
    }

    private void insert(int i, int start, int h, int header) {
        nameAt[i] = start;
        nameHash[i] = h;
        member[i] = header;
        int mask = table.length - 1;
        int slot = (h * 0x9E3779B9 >>> 5) & mask;
        for (int id; (id = table[slot]) != 0; slot = (slot + 1) & mask) {
            if (nameHash[id - 1] == h && sameName(nameAt[id - 1], start)) return; // the first definition wins
        }
        table[slot] = i + 1;
    }

    private boolean sameName(int a, int b) {
        for (; nameData[a] == nameData[b]; a++, b++) if (nameData[a] == 0) return true;
        return false;
    }

    /** The names that the members' symbol tables define, for archives that come without an index. */
    private void makeIndex() {
        List<byte[]> names = new ArrayList<>();
        List<Integer> headers = new ArrayList<>();
        int total = 0;
        for (Member m : members) {
            if (thin || !ElfReader.isElf(data, m.dataAt, m.size)) continue;
            try {
                for (byte[] n : Ar.definedSymbols(data, m.dataAt, m.size)) {
                    names.add(n);
                    headers.add(m.headerAt);
                    total += n.length + 1;
                }
            } catch (BadElf e) {
                // a member that is no object offers no symbols; pulling it in by name would report it
                continue;
            }
        }
        nameData = new byte[total];
        symbolCount = names.size();
        allocate(symbolCount);
        int p = 0;
        for (int i = 0; i < symbolCount; i++) {
            byte[] n = names.get(i);
            int h = 0;
            for (int k = 0; k < n.length; k++) h = h * 31 + (nameData[p + k] = n[k]);
            insert(i, p, h, headers.get(i));
            p += n.length + 1;
        }
    }

    /** The member that defines a name, or null. */
    Member defining(byte[] name) {
        if (symbolCount == 0) return null;
        int h = 0;
        for (byte b : name) h = h * 31 + b;
        int mask = table.length - 1;
        int slot = (h * 0x9E3779B9 >>> 5) & mask;
        for (int id; (id = table[slot]) != 0; slot = (slot + 1) & mask) {
            int at = nameAt[id - 1];
            if (nameHash[id - 1] == h && at + name.length < nameData.length && nameData[at + name.length] == 0
                    && Arrays.equals(nameData, at, at + name.length, name, 0, name.length)) return byHeader.get(member[id - 1]);
        }
        return null;
    }
}
