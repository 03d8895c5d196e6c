package org.jcc.link;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ConcurrentHashMap;
import org.jcc.asm.elf.BadElf;

/**
 * Bytes and opened archives of large inputs, kept between the links of one JVM: a C library's archive is megabytes and has
 * tens of thousands of index entries. An entry is good while path, size, modification time and file key are what they were.
 * Contents are never written to. Safe for many links at once.
 */
final class FileCache {
    private FileCache() {}

    private static final int SMALL = 1 << 16;
    private static final ConcurrentHashMap<String, Entry> ENTRIES = new ConcurrentHashMap<>();

    private record Entry(long size, long modified, Object key, SoftReference<byte[]> bytes, SoftReference<Archive> archive) {}

    /** The file's contents; not to be changed by the caller. */
    static byte[] read(String path) throws IOException {
        Path p = Path.of(path);
        BasicFileAttributes a = Files.readAttributes(p, BasicFileAttributes.class);
        if (a.isDirectory()) throw new IOException("Is a directory");
        if (a.size() > Integer.MAX_VALUE - 64) throw new IOException("File too large");
        if (a.size() < SMALL) return Files.readAllBytes(p);
        Entry e = valid(path, a);
        byte[] bytes = e == null ? null : e.bytes.get();
        if (bytes == null) {
            bytes = Files.readAllBytes(p);
            ENTRIES.put(path, new Entry(a.size(), a.lastModifiedTime().toMillis(), a.fileKey(), new SoftReference<>(bytes), new SoftReference<>(null)));
        }
        return bytes;
    }

    private static Entry valid(String path, BasicFileAttributes a) {
        Entry e = ENTRIES.get(path);
        // a file touched within the last two seconds may change again without its time showing it
        boolean settled = System.currentTimeMillis() - a.lastModifiedTime().toMillis() > 2000;
        return e != null && settled && e.size == a.size() && e.modified == a.lastModifiedTime().toMillis() && java.util.Objects.equals(e.key, a.fileKey()) ? e : null;
    }

    /** The archive at {@code path}, whose contents {@link #read} just gave. */
    static Archive archive(String path, byte[] bytes) throws BadElf {
        Entry e = ENTRIES.get(path);
        if (e == null || e.bytes.get() != bytes) return Archive.open(path, bytes);
        Archive a = e.archive.get();
        if (a == null) {
            a = Archive.open(path, bytes);
            ENTRIES.put(path, new Entry(e.size, e.modified, e.key, e.bytes, new SoftReference<>(a)));
        }
        return a;
    }
}
