package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.ElfReader;
import org.jcc.asm.elf.Le;
import org.jcc.support.Diagnostics;

/**
 * {@code jcc-ar} and {@code jcc-ranlib}: archives made and changed, with GNU ar's command line.
 *
 * <p>Operations: {@code r} replace or add, {@code q} append, {@code d} delete, {@code m} move to the end, {@code t} list,
 * {@code x} extract, {@code p} print, {@code s} index alone. Modifiers: {@code c} no message on creation, {@code s S} with or without index, {@code u}
 * only newer files, {@code v} verbose, {@code D U} with zeroed or real times and owners, {@code T} thin, {@code P} full path names. As in Debian's
 * binutils D is the default; {@code u} therefore replaces always, as GNU ar does then.
 */
public final class Ar {
    private Ar() {}

    /** A member of the archive being built. */
    private record Entry(String name, byte[] data, int at, int size, int mode, long time) {}

    /** ar's command line; the exit status. Listings go to {@code out}. */
    public static int ar(List<String> args, Diagnostics diags, java.io.OutputStream out) {
        try {
            new Command(diags, out).run(args);
        } catch (Stop e) {
            diags.error(0, "ar: " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            diags.error(0, "ar: " + e.getMessage() + ": " + Resolver.reason(e));
        }
        return diags.hasErrors() ? 1 : 0;
    }

    /** ranlib's command line: makes the index of each archive. */
    public static int ranlib(List<String> args, Diagnostics diags) {
        List<String> files = new ArrayList<>();
        for (String a : args) {
            switch (a) {
                case "-D", "-U", "-t" -> {}
                default -> {
                    if (a.startsWith("-")) diags.error(0, "ranlib: unrecognized option '" + a + "'");
                    else files.add(a);
                }
            }
        }
        if (files.isEmpty() && !diags.hasErrors()) diags.error(0, "ranlib: no archive named");
        for (String f : files) if (!diags.hasErrors()) ar(List.of("s", f), diags, java.io.OutputStream.nullOutputStream());
        return diags.hasErrors() ? 1 : 0;
    }

    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1;

        Stop(String message) {
            super(message, null, false, false);
        }
    }

    // --- The command ------------------------------------------------------------------------------------------------

    private static final class Command {
        private final Diagnostics diags;
        private final java.io.OutputStream out;
        private char op;
        private boolean create;
        private boolean verbose;
        private boolean noIndex;
        private boolean index;
        private boolean thin;
        private boolean fullPaths;
        private boolean real;
        private boolean preserve;
        private char position;
        private String anchor;

        Command(Diagnostics diags, java.io.OutputStream out) {
            this.diags = diags;
            this.out = out;
        }

        void run(List<String> given) throws Stop, IOException {
            ArrayList<String> args = new ArrayList<>(given);
            while (!args.isEmpty() && args.get(0).startsWith("--")) {
                String a = args.remove(0);
                switch (a) {
                    case "--version" -> {
                        out.write("jcc ar (GNU ar compatible) 0.1\n".getBytes(StandardCharsets.UTF_8));
                        return;
                    }
                    case "--thin" -> thin = true;
                    case "--plugin" -> {
                        if (!args.isEmpty()) args.remove(0);
                    }
                    default -> throw new Stop("unrecognized option '" + a + "'");
                }
            }
            if (args.isEmpty()) throw new Stop("no operation specified");
            letters(args.remove(0));
            while (!args.isEmpty() && args.get(0).matches("-[A-Za-z]+")) letters(args.remove(0));
            if (op == 0 && index) op = 's';
            if (op == 0) throw new Stop("no operation specified");
            if (position != 0) {
                if (args.isEmpty()) throw new Stop("a member name must follow the position modifier");
                anchor = args.remove(0);
            }
            if (args.isEmpty()) throw new Stop("no archive specified");
            String path = args.remove(0);
            switch (op) {
                case 'r', 'q' -> replace(path, args);
                case 'd' -> delete(path, args);
                case 'm' -> move(path, args);
                case 't', 'x', 'p' -> read(path, args);
                case 's' -> {
                    Archive a = open(path, true);
                    thin = a.thin;
                    save(path, entries(a));
                }
                default -> throw new Stop("unknown operation");
            }
        }

        private void letters(String s) throws Stop {
            for (int i = s.startsWith("-") ? 1 : 0; i < s.length(); i++) {
                char ch = s.charAt(i);
                switch (ch) {
                    case 'r', 'q', 'd', 'm', 't', 'x', 'p' -> {
                        if (op != 0 && op != ch) throw new Stop("two different operation options specified");
                        op = ch;
                    }
                    case 'c' -> create = true;
                    case 'v' -> verbose = true;
                    case 's' -> index = true;
                    case 'S' -> noIndex = true;
                    case 'T' -> thin = true;
                    case 'P' -> fullPaths = true;
                    case 'U' -> real = true;
                    case 'o' -> preserve = true;
                    case 'a', 'b', 'i' -> position = ch;
                    case 'D', 'u', 'l', 'f', 'O' -> {}
                    default -> throw new Stop("invalid option -- '" + ch + "'");
                }
            }
        }

        private Archive open(String path, boolean must) throws Stop, IOException {
            byte[] data;
            try {
                data = Files.readAllBytes(Path.of(path));
            } catch (java.nio.file.NoSuchFileException e) {
                if (must) throw new Stop(path + ": No such file or directory");
                return null;
            }
            if (data.length == 0 && !must) return null;
            if (!Archive.isArchive(data)) throw new Stop(path + ": file format not recognized");
            try {
                return Archive.openMembers(path, data);
            } catch (BadElf e) {
                throw new Stop(path + ": " + e.getMessage());
            }
        }

        private ArrayList<Entry> entries(Archive a) {
            ArrayList<Entry> list = new ArrayList<>();
            for (Archive.Member m : a.members) list.add(new Entry(m.name(), a.data, m.dataAt(), m.size(), mode(a.data, m.headerAt()), number(a.data, m.headerAt() + 16, 12, 10)));
            return list;
        }

        private static int mode(byte[] d, int header) {
            return (int) number(d, header + 40, 8, 8);
        }

        private static long number(byte[] d, int at, int len, int radix) {
            try {
                return Long.parseLong(new String(d, at, len, StandardCharsets.ISO_8859_1).trim(), radix);
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        private String memberName(String path, String archive) {
            if (thin) {
                Path dir = Path.of(archive).toAbsolutePath().getParent();
                return path.startsWith("/") ? path : dir.relativize(Path.of(path).toAbsolutePath()).toString();
            }
            return fullPaths ? path : path.substring(path.lastIndexOf('/') + 1);
        }

        private void replace(String path, List<String> files) throws Stop, IOException {
            Archive old = open(path, false);
            if (old != null) thin = old.thin;
            else if (!create) System.err.println("ar: creating " + path);
            ArrayList<Entry> list = old == null ? new ArrayList<>() : entries(old);
            int insertAt = -1;
            if (anchor != null) {
                for (int i = 0; i < list.size(); i++) if (list.get(i).name.equals(anchor)) insertAt = position == 'a' ? i + 1 : i;
            }
            for (String f : files) {
                byte[] data;
                long time;
                try {
                    data = Files.readAllBytes(Path.of(f));
                    time = real ? Files.getLastModifiedTime(Path.of(f)).toMillis() / 1000 : 0;
                } catch (java.nio.file.NoSuchFileException e) {
                    throw new Stop(f + ": No such file or directory");
                }
                Entry e = new Entry(memberName(f, path), data, 0, data.length, real ? 0100644 : 0644, time);
                int at = -1;
                if (op == 'r') for (int i = 0; i < list.size(); i++) if (list.get(i).name.equals(e.name)) {
                    at = i;
                    break;
                }
                if (at >= 0) list.set(at, e);
                else if (insertAt >= 0) list.add(insertAt++, e);
                else list.add(e);
                if (verbose) say((at >= 0 ? "r - " : "a - ") + f);
            }
            save(path, list);
        }

        private void delete(String path, List<String> names) throws Stop, IOException {
            Archive a = open(path, true);
            thin = a.thin;
            ArrayList<Entry> list = entries(a);
            for (String n : names) {
                String name = n.substring(n.lastIndexOf('/') + 1);
                boolean gone = list.removeIf(e -> e.name.equals(name) || e.name.equals(n));
                if (verbose) say(gone ? "d - " + n : "No member named '" + n + "'");
            }
            save(path, list);
        }

        private void move(String path, List<String> names) throws Stop, IOException {
            Archive a = open(path, true);
            thin = a.thin;
            ArrayList<Entry> list = entries(a);
            for (String n : names) {
                Entry found = null;
                for (Entry e : list) if (e.name.equals(n)) found = e;
                if (found == null) throw new Stop("no entry " + n + " in archive");
                list.remove(found);
                int at = list.size();
                if (anchor != null) for (int i = 0; i < list.size(); i++) if (list.get(i).name.equals(anchor)) at = position == 'a' ? i + 1 : i;
                list.add(at, found);
            }
            save(path, list);
        }

        private void read(String path, List<String> names) throws Stop, IOException {
            Archive a = open(path, true);
            ArrayList<String> left = new ArrayList<>(names);
            for (Entry e : entries(a)) {
                if (!names.isEmpty() && !left.remove(e.name)) continue;
                byte[] data = e.data;
                int at = e.at;
                int size = e.size;
                if (a.thin && op != 't') {
                    data = Files.readAllBytes(e.name.startsWith("/") ? Path.of(e.name) : Path.of(path).toAbsolutePath().getParent().resolve(e.name));
                    at = 0;
                    size = data.length;
                }
                switch (op) {
                    case 't' -> say(verbose ? String.format("%s 0/0 %6d %s", permissions(e.mode), e.size, e.name) : e.name);
                    case 'p' -> {
                        if (verbose) say("\n<" + e.name + ">\n");
                        out.write(data, at, size);
                    }
                    default -> {
                        if (verbose) say("x - " + e.name);
                        String base = e.name.substring(e.name.lastIndexOf('/') + 1);
                        if (base.isEmpty() || base.equals("..")) throw new Stop("illegal member name '" + e.name + "'");
                        Path to = Path.of(base);
                        Files.write(to, Arrays.copyOfRange(data, at, at + size));
                        if (preserve && e.time != 0) Files.setLastModifiedTime(to, java.nio.file.attribute.FileTime.from(e.time, java.util.concurrent.TimeUnit.SECONDS));
                    }
                }
            }
            for (String n : left) diags.error(0, "ar: no entry " + n + " in archive");
        }

        private static String permissions(int mode) {
            StringBuilder sb = new StringBuilder();
            for (int i = 8; i >= 0; i--) sb.append((mode >> i & 1) != 0 ? "rwx".charAt((8 - i) % 3) : '-');
            return sb.toString();
        }

        private void say(String line) throws IOException {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private void save(String path, ArrayList<Entry> list) throws Stop, IOException {
            byte[] bytes = build(list, thin, !noIndex || index, real);
            Path target = Path.of(path);
            Path tmp = Files.createTempFile(target.toAbsolutePath().getParent(), ".jcc-ar-", ".tmp");
            try {
                Files.write(tmp, bytes);
                try {
                    Files.setPosixFilePermissions(tmp, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
                } catch (UnsupportedOperationException e) {
                    tmp.toFile().setReadable(true, false);
                }
                Files.move(tmp, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.deleteIfExists(tmp);
                throw e;
            }
        }
    }

    // --- The format -------------------------------------------------------------------------------------------------

    /** The bytes of an archive of these objects, with index; names without directories. */
    public static byte[] archive(List<String> names, List<byte[]> contents) {
        ArrayList<Entry> list = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) list.add(new Entry(names.get(i), contents.get(i), 0, contents.get(i).length, 0644, 0));
        return build(list, false, true, false);
    }

    private static byte[] build(List<Entry> list, boolean thin, boolean withIndex, boolean real) {
        java.io.ByteArrayOutputStream longNames = new java.io.ByteArrayOutputStream();
        String[] fields = new String[list.size()];
        for (int i = 0; i < fields.length; i++) {
            byte[] n = list.get(i).name.getBytes(StandardCharsets.UTF_8);
            if (n.length < 16 && !thin && list.get(i).name.indexOf('/') < 0) fields[i] = list.get(i).name + "/";
            else {
                fields[i] = "/" + longNames.size();
                longNames.writeBytes(n);
                longNames.write('/');
                longNames.write('\n');
            }
        }
        if ((longNames.size() & 1) != 0) longNames.write('\n');
        ArrayList<byte[]> symbols = new ArrayList<>();
        ArrayList<Integer> owner = new ArrayList<>();
        int nameBytes = 0;
        boolean anyObject = false;
        for (int i = 0; withIndex && i < list.size(); i++) {
            Entry e = list.get(i);
            if (!ElfReader.isElf(e.data, e.at, e.size)) continue;
            anyObject = true;
            try {
                for (byte[] s : definedSymbols(e.data, e.at, e.size)) {
                    symbols.add(s);
                    owner.add(i);
                    nameBytes += s.length + 1;
                }
            } catch (BadElf x) {
                continue; // not an object that the index can speak of
            }
        }
        boolean index = withIndex && (anyObject || !symbols.isEmpty());
        int indexSize = index ? 4 + 4 * symbols.size() + nameBytes : 0;
        indexSize += indexSize & 1;
        long at = 8 + (index ? 60 + indexSize : 0) + (longNames.size() > 0 ? 60 + longNames.size() : 0);
        long[] headers = new long[list.size()];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = at;
            at += 60 + (thin ? 0 : list.get(i).size + (list.get(i).size & 1));
        }
        byte[] o = new byte[(int) at];
        put(o, 0, thin ? Archive.THIN : Archive.MAGIC);
        int p = 8;
        if (index) {
            header(o, p, "/", 0, 0, indexSize);
            p += 60;
            big(o, p, symbols.size());
            int np = p + 4 + 4 * symbols.size();
            for (int i = 0; i < symbols.size(); i++) {
                big(o, p + 4 + 4 * i, (int) headers[owner.get(i)]);
                System.arraycopy(symbols.get(i), 0, o, np, symbols.get(i).length);
                np += symbols.get(i).length + 1;
            }
            p += indexSize;
        }
        if (longNames.size() > 0) {
            Arrays.fill(o, p, p + 60, (byte) ' ');
            put(o, p, "//");
            put(o, p + 48, String.valueOf(longNames.size()));
            put(o, p + 58, "`\n");
            System.arraycopy(longNames.toByteArray(), 0, o, p + 60, longNames.size());
        }
        for (int i = 0; i < headers.length; i++) {
            Entry e = list.get(i);
            p = (int) headers[i];
            header(o, p, fields[i], real ? e.time : 0, e.mode == 0 ? 0644 : e.mode, e.size);
            if (thin) continue;
            System.arraycopy(e.data, e.at, o, p + 60, e.size);
            if ((e.size & 1) != 0) o[p + 60 + e.size] = '\n';
        }
        return o;
    }

    private static void header(byte[] o, int at, String name, long time, int mode, long size) {
        Arrays.fill(o, at, at + 60, (byte) ' ');
        put(o, at, name);
        put(o, at + 16, String.valueOf(time));
        put(o, at + 28, "0");
        put(o, at + 34, "0");
        put(o, at + 40, Integer.toOctalString(mode));
        put(o, at + 48, String.valueOf(size));
        put(o, at + 58, "`\n");
    }

    private static void put(byte[] o, int at, String s) {
        for (int i = 0; i < s.length(); i++) o[at + i] = (byte) s.charAt(i);
    }

    private static void big(byte[] o, int at, int v) {
        o[at] = (byte) (v >> 24);
        o[at + 1] = (byte) (v >> 16);
        o[at + 2] = (byte) (v >> 8);
        o[at + 3] = (byte) v;
    }

    /** The names that an object offers to the index: its global and weak definitions, commons included. */
    static List<byte[]> definedSymbols(byte[] data, int at, int size) throws BadElf {
        ElfReader e = ElfReader.open(data, at, size);
        List<byte[]> names = new ArrayList<>();
        int symtab = e.find(SHT_SYMTAB);
        if (symtab == 0) return names;
        int n = e.entries(symtab, SYM_SIZE);
        for (int i = Math.max(1, e.shInfo[symtab]); i < n; i++) {
            int p = e.shOff[symtab] + i * SYM_SIZE;
            if ((e.data[p + ST_INFO] & 0xff) >> 4 == STB_LOCAL || Le.u16(e.data, p + ST_SHNDX) == SHN_UNDEF) continue;
            int from = e.stringAt(e.shLink[symtab], Le.u32(e.data, p + ST_NAME));
            names.add(Arrays.copyOfRange(e.data, from, e.stringEnd(from)));
        }
        return names;
    }
}
