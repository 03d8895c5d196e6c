package org.jcc.frontend.pp;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the preprocessor gets files from: the disk, and the headers that jcc itself carries as resources, which are
 * presented under the virtual directory {@link #OWN_INCLUDE}.
 *
 * <p>Texts are kept for the life of the process, keyed by path and verified by time and size, so that a compile server
 * or a command line of many files reads each header once. Thread safe; the texts are immutable.
 */
public final class IncludeCache {
    /** The virtual directory of jcc's own headers. */
    public static final String OWN_INCLUDE = "<jcc>/include";

    private static final String OWN_PREFIX = OWN_INCLUDE + "/";
    private static final SourceText ABSENT = new SourceText("", new byte[1], 0, 0);
    private static final IncludeCache SHARED = new IncludeCache();

    private record Cached(SourceText text, long size) {}

    private final ConcurrentHashMap<String, SourceText> own = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> canonical = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Cached> files = new ConcurrentHashMap<>();

    /** The cache of this process. */
    public static IncludeCache shared() {
        return SHARED;
    }

    /** The text of a file, or null if there is no such regular file. Directories and unreadable files are absent. */
    public SourceText read(String path) throws IOException {
        if (path.startsWith(OWN_PREFIX)) {
            SourceText t = own.computeIfAbsent(path, IncludeCache::resource);
            return t == ABSENT ? null : t;
        }
        File f = new File(path);
        long mtime = f.lastModified();
        if (mtime == 0 && !f.exists() || f.isDirectory()) return null;
        long size = f.length();
        Cached c = files.get(path);
        if (c != null && c.text.mtime() == mtime && c.size == size) return c.text;
        SourceText t = SourceText.of(path, Files.readAllBytes(f.toPath()), mtime);
        if (f.isFile()) files.put(path, new Cached(t, size));
        return t;
    }

    /** The text of a main file, which nobody else will want; null if there is none. */
    SourceText readMain(String path) throws IOException {
        File f = new File(path);
        if (!f.exists() || f.isDirectory()) return null;
        return SourceText.of(path, Files.readAllBytes(f.toPath()), f.lastModified());
    }

    /** As gcc names system headers: the real path if that is shorter. */
    String canonical(String path) {
        if (path.startsWith(OWN_PREFIX)) return path;
        return canonical.computeIfAbsent(path, p -> {
            try {
                String real = Path.of(p).toRealPath().toString();
                return real.length() < p.length() ? real : p;
            } catch (IOException e) {
                return p;
            }
        });
    }

    /** True for a path below the virtual directory. */
    public static boolean isOwn(String path) {
        return path.startsWith(OWN_PREFIX);
    }

    private static SourceText resource(String path) {
        String name = path.substring(OWN_PREFIX.length());
        if (name.contains("..")) return ABSENT;
        try (InputStream in = IncludeCache.class.getResourceAsStream("/org/jcc/frontend/include/" + name)) {
            return in == null ? ABSENT : SourceText.of(path, in.readAllBytes(), 0);
        } catch (IOException e) {
            throw new IllegalStateException("jcc's own header " + name, e);
        }
    }

    /** A data file beside this class, as text. */
    static String data(String name) {
        try (InputStream in = IncludeCache.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("missing resource " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("resource " + name, e);
        }
    }
}
