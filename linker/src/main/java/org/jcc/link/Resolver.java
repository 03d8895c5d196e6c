package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.ElfReader;

/**
 * Opens the inputs in command-line order and resolves symbols as they come.
 *
 * <p>The order rule is that of Unix linkers: an archive gives the members that define what is missing at its place; members
 * may call for further members; a group of archives is searched until nothing more is found. Which definition of a name
 * stands (each line beats those after it):
 *
 * <pre>
 *   a definition in an object, not weak      a second one is an error (unless in a COMDAT group that lost)
 *   a common symbol in an object             the largest size and alignment of all
 *   a weak definition in an object           the first
 *   a definition in a shared library         the first
 * </pre>
 *
 * <p>Requires: options. Ensures: {@link Context#objects}, {@link Context#shareds}; every symbol has its final {@link Symbol#kind}
 * but for what the linker itself defines.
 */
final class Resolver {
    private final Context c;
    private boolean asNeeded;
    private boolean wholeArchive;
    private boolean staticOnly;
    private final ArrayDeque<boolean[]> stateStack = new ArrayDeque<>();
    /** Archives of the open group, and whether one is open. */
    private final ArrayList<Opened> group = new ArrayList<>();
    private int groupDepth;
    private final HashMap<String, SharedFile> bySoname = new HashMap<>();
    private final HashSet<String> openedShared = new HashSet<>();
    private final StringBuilder memberTrace = new StringBuilder();
    private int scriptDepth;

    /** An archive of this link, with the members already pulled in. */
    private static final class Opened {
        final Archive archive;
        final HashSet<Archive.Member> loaded = new HashSet<>();
        boolean excluded;

        Opened(Archive archive) {
            this.archive = archive;
        }
    }

    Resolver(Context c) {
        this.c = c;
    }

    // --- Inputs -----------------------------------------------------------------------------------------------------

    void load(List<Input> inputs) {
        for (String u : c.options.undefined) wanted(u);
        if (c.options.entry != null && c.options.entry.matches("[A-Za-z_.$].*")) wanted(c.options.entry);
        staticOnly = c.options.isStatic;
        for (Input in : inputs) input(in);
        if (groupDepth > 0) closeGroup();
        if (!memberTrace.isEmpty()) c.map.append("Archive member included to satisfy reference by file (symbol)\n\n").append(memberTrace).append('\n');
    }

    private void wanted(String name) {
        Symbol s = c.symbol(name);
        s.inRegular = true;
        missing(s);
    }

    private void input(Input in) {
        switch (in) {
            case Input.File f -> file(f.path(), null);
            case Input.Bytes b -> bytes(b.name(), b.image());
            case Input.Library l -> library(l.name());
            case Input.Switch s -> toggle(s);
        }
    }

    private void toggle(Input.Switch s) {
        switch (s) {
            case START_GROUP -> groupDepth++;
            case END_GROUP -> {
                if (groupDepth > 0 && --groupDepth == 0) closeGroup();
            }
            case AS_NEEDED -> asNeeded = true;
            case NO_AS_NEEDED -> asNeeded = false;
            case WHOLE_ARCHIVE -> wholeArchive = true;
            case NO_WHOLE_ARCHIVE -> wholeArchive = false;
            case STATIC -> staticOnly = true;
            case DYNAMIC -> staticOnly = c.options.isStatic;
            case PUSH_STATE -> stateStack.push(new boolean[] {asNeeded, wholeArchive, staticOnly});
            case POP_STATE -> {
                if (!stateStack.isEmpty()) {
                    boolean[] st = stateStack.pop();
                    asNeeded = st[0];
                    wholeArchive = st[1];
                    staticOnly = st[2];
                }
            }
        }
    }

    private void closeGroup() {
        boolean more = true;
        while (more) {
            more = false;
            for (Opened a : group) more |= pull(a);
        }
        group.clear();
        groupDepth = 0;
    }

    /** Opens a file named on the command line, or ({@code script} not null) in a script at that path. */
    private void file(String path, String script) {
        String found = path;
        if (script != null) {
            if (path.startsWith("=")) found = c.options.sysroot + path.substring(1);
            else if (path.startsWith("/")) {
                if (!c.options.sysroot.isEmpty() && script.startsWith(c.options.sysroot) && exists(c.options.sysroot + path)) found = c.options.sysroot + path;
            } else if (!exists(path)) {
                String inDirs = search(path);
                if (inDirs != null) found = inDirs;
                else {
                    int slash = script.lastIndexOf('/');
                    if (slash >= 0 && exists(script.substring(0, slash + 1) + path)) found = script.substring(0, slash + 1) + path;
                }
            }
        }
        byte[] data;
        try {
            data = FileCache.read(found);
        } catch (IOException | InvalidPathException e) {
            c.error("cannot find " + found + ": " + reason(e));
            return;
        }
        contents(found, found, data, false);
    }

    static String reason(Exception e) {
        if (e instanceof java.nio.file.NoSuchFileException) return "No such file or directory";
        if (e instanceof java.nio.file.AccessDeniedException) return "Permission denied";
        if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) return f.getReason();
        return e.getMessage() == null ? "cannot be read" : e.getMessage();
    }

    private void bytes(String name, byte[] image) {
        contents(name, null, image, false);
    }

    private void contents(String name, String path, byte[] data, boolean fromLibrary) {
        try {
            if (ElfReader.isElf(data, 0, data.length)) {
                ElfReader elf = ElfReader.open(data);
                if (elf.type == ET_REL) object(new ObjectFile(name, elf));
                else if (elf.type == ET_DYN) sharedLibrary(name, path, elf, fromLibrary);
                else c.error(name + ": file not recognized: cannot link an executable");
            } else if (Archive.isArchive(data)) {
                archive(path == null ? Archive.open(name, data) : FileCache.archive(path, data));
            } else if (LinkerScript.plausible(data)) script(name, data);
            else if (data.length == 0) c.error(name + ": file not recognized: file truncated");
            else c.error(name + ": file not recognized: file format not recognized");
        } catch (BadElf e) {
            c.error(name + ": " + e.getMessage());
        }
    }

    private void script(String name, byte[] data) {
        if (scriptDepth > 16) {
            c.error(name + ": linker scripts are nested too deeply");
            return;
        }
        try {
            LinkerScript s = LinkerScript.parse(data);
            if (s.format != null && c.target != null && !c.target.acceptsFormat(s.format)) {
                c.error(name + ": output format '" + s.format + "' is not that of this link");
                return;
            }
            c.options.searchDirs.addAll(s.searchDirs);
            if (s.entry != null && c.options.entry == null) c.options.entry = s.entry;
            for (String x : s.externs) wanted(x);
            scriptDepth++;
            for (Input in : s.inputs) {
                if (in instanceof Input.File f) file(f.path(), name);
                else input(in);
            }
            scriptDepth--;
        } catch (LinkerScript.Bad e) {
            c.error(name + ": file not recognized: file format not recognized; as a linker script: line " + e.getMessage());
        }
    }

    private boolean exists(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String search(String file) {
        for (int pass = 0; pass < 2; pass++) {
            for (String dir : pass == 0 ? c.options.searchDirs : c.options.defaultDirs) {
                String p = dir.endsWith("/") ? dir + file : dir + "/" + file;
                if (exists(p)) return p;
            }
        }
        return null;
    }

    private void library(String name) {
        String found;
        if (name.startsWith(":")) found = search(name.substring(1));
        else if (staticOnly) found = search("lib" + name + ".a");
        else {
            // directory by directory, the shared library before the archive
            found = null;
            search:
            for (int pass = 0; pass < 2; pass++) {
                for (String dir : pass == 0 ? c.options.searchDirs : c.options.defaultDirs) {
                    for (String suffix : new String[] {".so", ".a"}) {
                        String p = dir + (dir.endsWith("/") ? "lib" : "/lib") + name + suffix;
                        if (exists(p)) {
                            found = p;
                            break search;
                        }
                    }
                }
            }
        }
        if (found == null) {
            c.error("cannot find -l" + name + (name.startsWith(":") ? "" : ": No such file or directory"));
            return;
        }
        try {
            contents(found, found, FileCache.read(found), true);
        } catch (IOException e) {
            c.error("cannot find " + found + ": " + reason(e));
        }
    }

    private void trace(String text) {
        c.trace.add(text);
    }

    private boolean machine(String name, ElfReader elf) {
        if (c.target == null) {
            c.target = LinkTarget.of(elf.machine);
            if (c.target == null) {
                c.error(name + ": unsupported architecture (machine " + elf.machine + ")");
                return false;
            }
        }
        if (elf.machine != c.target.machine()) {
            c.error(name + ": file is of machine " + elf.machine + ", incompatible with the " + c.target.name() + " output");
            return false;
        }
        return true;
    }

    private void object(ObjectFile o) {
        try {
            if (!machine(o.name, o.elf)) return;
            if (c.options.traceFiles) trace(o.name);
            o.ordinal = c.objects.size();
            c.objects.add(o);
            o.readSections(c);
            o.readSymbols(c, this);
        } catch (BadElf e) {
            c.error(o.name + ": " + e.getMessage());
            c.objects.remove(o);
        }
    }

    private void sharedLibrary(String name, String path, ElfReader elf, boolean fromLibrary) throws BadElf {
        if (!machine(name, elf)) return;
        if (staticOnly && c.options.isStatic || c.options.kind == LinkOptions.Kind.RELOCATABLE) {
            c.error("attempted static link of dynamic object `" + name + "'");
            return;
        }
        SharedFile s = new SharedFile(name, elf, asNeeded);
        s.read(c, fromLibrary || path == null ? name.substring(name.lastIndexOf('/') + 1) : name);
        SharedFile twin = bySoname.putIfAbsent(s.soname, s);
        if (twin != null) {
            if (!asNeeded) twin.needed = true;
            return;
        }
        if (c.options.traceFiles) trace(name);
        s.needed = !asNeeded;
        c.shareds.add(s);
        s.readSymbols(c);
    }

    // --- Archives ---------------------------------------------------------------------------------------------------

    private void archive(Archive a) {
        Opened o = new Opened(a);
        String base = a.path.substring(a.path.lastIndexOf('/') + 1);
        o.excluded = c.options.excludeLibs.contains("ALL") || c.options.excludeLibs.contains(base);
        if (wholeArchive) {
            for (Archive.Member m : a.members) member(o, m);
            return;
        }
        pull(o);
        if (groupDepth > 0) group.add(o);
    }

    /** Pulls in what is missing and what that calls for. True if anything came. */
    private boolean pull(Opened o) {
        boolean any = false;
        ArrayList<Symbol> list = c.missing;
        for (int i = 0; i < list.size(); i++) {
            Symbol s = list.get(i);
            if (s.kind != Symbol.Kind.UNDEFINED) continue;
            Archive.Member m = o.archive.defining(c.names.bytes(s.name));
            if (m == null || o.loaded.contains(m)) continue;
            if (c.options.mapFile != null) {
                memberTrace.append(o.archive.path).append('(').append(m.name()).append(")\n                              ")
                        .append(s.file == null ? "(command line)" : s.file.name).append(" (").append(c.text(s)).append(")\n");
            }
            any = true;
            member(o, m);
        }
        ArrayList<Symbol> still = new ArrayList<>();
        for (Symbol s : list) if (s.kind == Symbol.Kind.UNDEFINED) still.add(s);
        c.missing = still;
        return any;
    }

    private void member(Opened o, Archive.Member m) {
        if (!o.loaded.add(m)) return;
        String name = o.archive.path + "(" + m.name() + ")";
        try {
            byte[] data = o.archive.data;
            int at = m.dataAt();
            int size = m.size();
            if (o.archive.thin) {
                String dir = o.archive.path.substring(0, o.archive.path.lastIndexOf('/') + 1);
                data = FileCache.read(m.name().startsWith("/") ? m.name() : dir + m.name());
                at = 0;
                size = data.length;
            }
            if (!ElfReader.isElf(data, at, size)) {
                if (!wholeArchive) c.error(name + ": file not recognized: file format not recognized");
                return;
            }
            ElfReader elf = ElfReader.open(data, at, size);
            if (elf.type != ET_REL) {
                c.error(name + ": file not recognized: not a relocatable object");
                return;
            }
            ObjectFile f = new ObjectFile(name, elf);
            f.excluded = o.excluded;
            object(f);
        } catch (BadElf e) {
            c.error(name + ": " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            c.error(name + ": cannot be read: " + reason(e));
        }
    }

    // --- Symbols ----------------------------------------------------------------------------------------------------

    /** The symbol that a mention in an object's symbol table means: versions and {@code --wrap} are seen to here. */
    Symbol mention(ObjectFile f, byte[] data, int from, int to, boolean defined) {
        if (!c.options.trace.isEmpty()) {
            String name = new String(data, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
            if (c.options.trace.contains(name)) trace(f.name + ": " + (defined ? "definition of " : "reference to ") + name);
        }
        int versionAt = -1;
        for (int i = from + 1; i < to - 1; i++) {
            if (data[i] == '@') {
                versionAt = i;
                break;
            }
        }
        if (versionAt >= 0) return versioned(data, from, to, versionAt, defined);
        if (!c.options.wrap.isEmpty()) {
            String name = new String(data, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
            if (name.startsWith("__real_") && c.options.wrap.contains(name.substring(7))) return c.symbol(name.substring(7));
            if (!defined && c.options.wrap.contains(name)) return c.symbol("__wrap_" + name);
        }
        return c.symbol(c.names.intern(data, from, to));
    }

    private Symbol versioned(byte[] data, int from, int to, int versionAt, boolean defined) {
        boolean isDefault = data[versionAt + 1] == '@';
        int verFrom = versionAt + (isDefault ? 2 : 1);
        if (isDefault && verFrom < to && data[verFrom] == '@') verFrom++;
        int base = c.names.intern(data, from, versionAt);
        String version = new String(data, verFrom, Math.max(0, to - verFrom), java.nio.charset.StandardCharsets.UTF_8);
        if (defined && isDefault || version.isEmpty()) {
            Symbol s = c.symbol(base);
            if (defined && c.shared() && !version.isEmpty()) s.version = c.versions.indexOf(version);
            return s;
        }
        Symbol s = c.symbol(c.names.text(base) + "@" + version);
        s.dynName = base;
        if (defined) {
            s.hiddenVersion = true;
            if (c.shared()) s.version = c.versions.indexOf(version);
        } else if (!s.listed) {
            s.listed = true;
            c.versioned.add(s);
        }
        return s;
    }

    private void missing(Symbol s) {
        if (!s.strongRef) {
            s.strongRef = true;
            if (s.kind == Symbol.Kind.UNDEFINED) c.missing.add(s);
        }
    }

    /** An undefined mention. */
    void reference(ObjectFile f, Symbol s, boolean weak, int type) {
        if (s.file == null && s.kind == Symbol.Kind.UNDEFINED) s.file = f;
        if (s.kind == Symbol.Kind.UNDEFINED) {
            if (weak && !s.strongRef) s.bind = STB_WEAK;
            else if (!weak) s.bind = STB_GLOBAL;
            if (s.type == STT_NOTYPE) s.type = (byte) type;
        }
        if (!weak) missing(s);
    }

    void define(ObjectFile f, Symbol s, InputSection section, long value, long size, int bind, int type, byte other) {
        boolean weak = bind == STB_WEAK;
        if (s.kind == Symbol.Kind.DEFINED) {
            boolean oldWeak = s.bind == STB_WEAK;
            if (!weak && !oldWeak) {
                if (s.bind == STB_GNU_UNIQUE && bind == STB_GNU_UNIQUE) return;
                if (s.section == null && section == null && s.value == value) return;
                if (!c.options.allowMultipleDefinition) {
                    c.duplicates++;
                    c.error(Undefined.place(c, f, section, value, false) + ": multiple definition of '" + c.text(s) + "'; "
                            + Undefined.place(c, s.file instanceof ObjectFile o ? o : null, s.section, s.value, false) + ": first defined here");
                }
                return;
            }
            if (weak) return;
        } else if (s.kind == Symbol.Kind.COMMON && weak) return;
        s.kind = Symbol.Kind.DEFINED;
        s.file = f;
        s.section = section;
        s.out = null;
        s.value = value;
        s.size = size;
        s.bind = (byte) bind;
        s.type = (byte) type;
        s.other = other;
    }

    void common(ObjectFile f, Symbol s, long align, long size, int type) throws BadElf {
        if (align <= 0 || Long.bitCount(align) != 1 || align > 1 << 30 || size < 0 || size > 1L << 40) throw new BadElf("common symbol '" + c.text(s) + "' is malformed");
        if (s.kind == Symbol.Kind.DEFINED && s.bind != STB_WEAK) return;
        if (s.kind == Symbol.Kind.COMMON) {
            s.value = Math.max(s.value, align);
            if (size > s.size) {
                s.size = size;
                s.file = f;
            }
            return;
        }
        s.kind = Symbol.Kind.COMMON;
        s.file = f;
        s.section = null;
        s.value = align;
        s.size = size;
        s.bind = STB_GLOBAL;
        s.type = (byte) (type == STT_TLS ? STT_TLS : STT_OBJECT);
    }

    // --- After the last input ---------------------------------------------------------------------------------------

    /** Binds references by {@code name@VERSION}, and settles which libraries are needed. */
    void settle() {
        for (Symbol s : c.versioned) {
            if (s.kind != Symbol.Kind.UNDEFINED) continue;
            Symbol plain = c.symbol(s.dynName);
            String full = c.text(s);
            String version = full.substring(full.indexOf('@') + 1);
            if (plain.kind == Symbol.Kind.SHARED && plain.file instanceof SharedFile f && plain.version < f.versionNames.length
                    && version.equals(f.versionNames[plain.version])) {
                s.kind = Symbol.Kind.SHARED;
                s.file = f;
                s.value = plain.value;
                s.size = plain.size;
                s.type = plain.type;
                s.version = plain.version;
            }
        }
        for (Symbol s : c.globals) {
            if (s.kind == Symbol.Kind.SHARED && s.strongRef && s.file instanceof SharedFile f) f.needed = true;
        }
        librariesOfLibraries();
        for (Symbol s : c.globals) {
            if (s.kind == Symbol.Kind.SHARED && s.file instanceof SharedFile f && !f.needed) {
                s.kind = Symbol.Kind.UNDEFINED;
                s.file = null;
                s.bind = STB_WEAK;
                s.value = 0;
            }
        }
        c.shareds.removeIf(f -> !f.needed);
    }

    /**
     * What the needed libraries miss themselves: it must be defined by another library that they name or that is then needed,
     * or by the executable. If a library names others that are not part of the link, nothing can be said about it.
     */
    private void librariesOfLibraries() {
        HashSet<String> named = new HashSet<>();
        for (SharedFile f : c.shareds) if (f.needed) named.addAll(f.neededNames);
        for (SharedFile f : c.shareds) {
            if (!f.needed) continue;
            boolean complete = bySoname.keySet().containsAll(f.neededNames);
            for (Symbol s : f.missing) {
                if (s.kind == Symbol.Kind.SHARED && s.file instanceof SharedFile g && !g.needed && !named.contains(g.soname)) g.needed = true;
                else if (s.kind == Symbol.Kind.UNDEFINED && !s.strongRef && complete && !c.shared() && !c.options.allowShlibUndefined && !c.options.ignoreUnresolved
                        && !LinkerSymbols.isOurs(c.text(s)))
                    c.error(f.name + ": undefined reference to '" + c.text(s) + "'");
            }
        }
    }
}
