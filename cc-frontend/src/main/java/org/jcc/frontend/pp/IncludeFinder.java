package org.jcc.frontend.pp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Header search: the chain of directories ({@code -iquote}, {@code -I}, {@code -isystem}, jcc's and the system's own,
 * {@code -idirafter}) and what this compilation knows about each file, above all whether it needs to be read again.
 */
final class IncludeFinder {
    /** One file as this compilation knows it. */
    static final class File {
        final String path;
        final SourceText text;
        /** The name whose definition makes a second reading pointless, or 0. */
        int guard;
        /** {@code #pragma once}, or {@code #import} was used. */
        boolean once;
        boolean entered;
        /** How often it was entered as a header. */
        int entries;

        File(String path, SourceText text) {
            this.path = path;
            this.text = text;
        }
    }

    /** A file and how it was found. */
    record Found(File file, int dirIndex, boolean system) {}

    private record Request(String name, int from) {}

    /** Some file is to be read once only. */
    boolean seenOnce;
    private final IncludeCache files;
    private final ArrayList<String> chain = new ArrayList<>();
    private final int angleStart;
    private final int systemStart;
    private final HashMap<String, File> known = new HashMap<>();
    private final HashMap<Request, Found> requests = new HashMap<>();
    private static final File ABSENT = new File("", null);

    IncludeFinder(PpOptions o, IncludeCache files) {
        this.files = files;
        ArrayList<String> system = new ArrayList<>();
        HashSet<String> seen = new HashSet<>();
        for (String d : o.systemDirs) addDir(system, seen, d);
        if (!o.nostdinc) for (String d : o.defaultDirs) addDir(system, seen, d);
        ArrayList<String> after = new ArrayList<>();
        for (String d : o.afterDirs) addDir(after, seen, d);
        ArrayList<String> user = new ArrayList<>();
        HashSet<String> seenUser = new HashSet<>(seen);
        for (String d : o.dirs) addDir(user, seenUser, d);
        HashSet<String> quoted = new HashSet<>();
        for (String d : o.quoteDirs) addDir(chain, quoted, d);
        angleStart = chain.size();
        chain.addAll(user);
        systemStart = chain.size();
        chain.addAll(system);
        chain.addAll(after);
    }

    private static void addDir(List<String> to, HashSet<String> seen, String dir) {
        while (dir.length() > 1 && dir.endsWith("/")) dir = dir.substring(0, dir.length() - 1);
        if (!dir.equals(IncludeCache.OWN_INCLUDE) && !IncludeCache.isOwn(dir)) {
            java.io.File f = new java.io.File(dir.isEmpty() ? "." : dir);
            if (!f.isDirectory()) return;
            String key;
            try {
                key = f.getCanonicalPath();
            } catch (IOException e) {
                key = dir;
            }
            if (!seen.add(key)) return;
        }
        to.add(dir);
    }

    /** The directories that {@code <…>} searches, in order. */
    List<String> angleDirs() {
        return chain.subList(angleStart, chain.size());
    }

    int angleStart() {
        return angleStart;
    }

    /** The file of that path, or null. Each path is looked at once in a compilation. */
    File file(String path) throws IOException {
        File f = known.get(path);
        if (f == null) {
            SourceText t = files.read(path);
            f = t == null ? ABSENT : new File(path, t);
            known.put(path, f);
        }
        return f == ABSENT ? null : f;
    }

    /** The main file, or null if there is none. */
    File main(String path) throws IOException {
        SourceText t = files.readMain(path);
        if (t == null) return null;
        File f = new File(path, t);
        known.put(path, f);
        return f;
    }

    /** Searches the chain from index {@code from} on. */
    Found search(String name, int from) throws IOException {
        Request r = new Request(name, from);
        Found found = requests.get(r);
        if (found != null) return found;
        for (int i = from; i < chain.size(); i++) {
            String dir = chain.get(i);
            File f = file(dir + "/" + name);
            if (f != null) {
                if (i >= systemStart) {
                    String shorter = files.canonical(f.path);
                    if (!shorter.equals(f.path)) f = file(shorter);
                }
                found = new Found(f, i, i >= systemStart);
                requests.put(r, found);
                return found;
            }
        }
        return null;
    }

    /** What was found so far. */
    java.util.Collection<File> files() {
        return known.values();
    }

    /** True if an identical file, by another path perhaps, was entered and is to be read once only. */
    boolean alreadyOnce(File f) {
        if (f.once && f.entered) return true;
        for (File k : known.values()) {
            if (k != f && k != ABSENT && k.once && k.entered && k.text.limit() == f.text.limit() && k.text.mtime() == f.text.mtime()
                    && java.util.Arrays.equals(k.text.bytes(), f.text.bytes())) return true;
        }
        return false;
    }
}
