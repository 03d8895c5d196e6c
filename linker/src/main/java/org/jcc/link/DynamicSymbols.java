package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import org.jcc.asm.elf.Le;

/**
 * What the dynamic linker looks symbols up in: {@code .dynsym}, {@code .dynstr}, {@code .gnu.hash}, {@code .hash} and the three
 * version sections.
 *
 * <p>Order of {@code .dynsym}: the null symbol, what is only imported, then what others may find here, grouped by
 * {@code .gnu.hash} bucket as that format demands. A version index is a number of this output: 1 the base, then our own
 * definitions, then one for each version of each library that some symbol needs.
 *
 * <p>Requires: {@link Symbol#dynamic} final. Ensures: {@link Symbol#dynIndex}, sizes; contents once addresses are known.
 */
final class DynamicSymbols {
    private final Context c;
    final StringTable strings = new StringTable();
    private final ArrayList<Symbol> symbols = new ArrayList<>();
    private int firstHashed;
    private int[] nameOff;
    private int[] gnuHashes;
    private int buckets;
    private int bloomWords;
    private int[] versionIndex;
    /** Library to its (our index, version name) pairs. */
    private record Need(int index, String version) {}
    private final LinkedHashMap<SharedFile, ArrayList<Need>> needs = new LinkedHashMap<>();

    OutputSection dynsym;
    OutputSection dynstr;
    OutputSection gnuHash;
    OutputSection hash;
    OutputSection versym;
    OutputSection verneed;
    OutputSection verdef;

    DynamicSymbols(Context c) {
        this.c = c;
    }

    /** True if others can find the symbol here: it has a definition, or a PLT entry that serves as one. */
    private static boolean hashed(Symbol s) {
        return s.section != null || s.kind == Symbol.Kind.DEFINED || (s.needs & Symbol.CANONICAL_PLT) != 0;
    }

    /** Chooses and orders the symbols. */
    void collect() {
        ArrayList<Symbol> found = new ArrayList<>();
        for (Symbol s : c.globals) {
            if (!s.dynamic || c.options.isStatic) continue;
            if (s.section != null && !s.section.live) continue;
            (hashed(s) ? found : symbols).add(s);
        }
        firstHashed = 1 + symbols.size();
        int n = found.size();
        buckets = Math.max(1, n / 4 + (n > 0 ? 1 : 0));
        int[] hashes = new int[n];
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            hashes[i] = gnuHash(c.names.bytes(found.get(i).dynName));
            order[i] = i;
        }
        java.util.Arrays.sort(order, Comparator.comparingInt(i -> Integer.remainderUnsigned(hashes[i], buckets)));
        gnuHashes = new int[n];
        for (int i = 0; i < n; i++) {
            symbols.add(found.get(order[i]));
            gnuHashes[i] = hashes[order[i]];
        }
        bloomWords = Math.max(1, Integer.highestOneBit(Math.max(1, n * 12 / 64)));
        for (int i = 0; i < symbols.size(); i++) symbols.get(i).dynIndex = i + 1;
    }

    /** Fixes names and versions, and makes the sections. */
    void allocate() {
        int n = symbols.size() + 1;
        nameOff = new int[n];
        versionIndex = new int[n];
        for (int i = 1; i < n; i++) nameOff[i] = strings.add(c.names.text(symbols.get(i - 1).dynName));
        boolean defs = c.shared() && !c.versions.names.isEmpty();
        int next = defs ? 2 + c.versions.names.size() : 2;
        versionIndex[0] = VER_NDX_LOCAL;
        boolean any = defs;
        for (int i = 1; i < n; i++) {
            Symbol s = symbols.get(i - 1);
            versionIndex[i] = VER_NDX_GLOBAL;
            if (s.kind == Symbol.Kind.SHARED) {
                SharedFile f = (SharedFile) s.file;
                if (s.version <= VER_NDX_GLOBAL || s.version >= f.versionNames.length || f.versionNames[s.version] == null) continue;
                if (f.needIndex == null) f.needIndex = new int[f.versionNames.length];
                if (f.needIndex[s.version] == 0) {
                    f.needIndex[s.version] = next++;
                    needs.computeIfAbsent(f, k -> new ArrayList<>()).add(new Need(f.needIndex[s.version], f.versionNames[s.version]));
                }
                versionIndex[i] = f.needIndex[s.version];
                any = true;
            } else if (defs && s.kind == Symbol.Kind.DEFINED && s.version > 1) versionIndex[i] = s.version | (s.hiddenVersion ? VERSYM_HIDDEN : 0);
        }
        LinkOptions o = c.options;
        if (o.hashStyle != LinkOptions.HashStyle.GNU) hash = c.synth.add(".hash", SHT_HASH, SHF_ALLOC, 8, 4, 8 + 4L * (sysvBuckets() + n), this::writeHash);
        if (o.hashStyle != LinkOptions.HashStyle.SYSV)
            gnuHash = c.synth.add(".gnu.hash", SHT_GNU_HASH, SHF_ALLOC, 8, 0, 16 + 8L * bloomWords + 4L * (buckets + gnuHashes().length), this::writeGnuHash);
        dynsym = c.synth.add(".dynsym", SHT_DYNSYM, SHF_ALLOC, 8, SYM_SIZE, (long) n * SYM_SIZE, this::writeSymbols);
        dynsym.info = 1;
        if (any) {
            versym = c.synth.add(".gnu.version", SHT_GNU_VERSYM, SHF_ALLOC, 2, 2, 2L * n, this::writeVersym);
            versym.link = dynsym;
        }
        if (defs) {
            if (o.soname == null) strings.add(baseName(o.output));
            else strings.add(o.soname);
            for (String v : c.versions.names) strings.add(v);
            long size = 28;
            for (java.util.List<String> up : c.versions.parents) size += 20 + 8L * (1 + up.size());
            verdef = c.synth.add(".gnu.version_d", SHT_GNU_VERDEF, SHF_ALLOC, 8, 0, size, this::writeVerdef);
            verdef.info = 1 + c.versions.names.size();
        }
        if (!needs.isEmpty()) {
            long size = 0;
            for (var e : needs.entrySet()) {
                size += 16 + 16L * e.getValue().size();
                strings.add(e.getKey().soname);
                for (Need v : e.getValue()) strings.add(v.version);
            }
            verneed = c.synth.add(".gnu.version_r", SHT_GNU_VERNEED, SHF_ALLOC, 8, 0, size, this::writeVerneed);
            verneed.info = needs.size();
        }
    }

    /** Makes .dynstr, once everybody has added strings. */
    void close() {
        dynstr = c.synth.add(".dynstr", SHT_STRTAB, SHF_ALLOC, 1, 0, strings.size(), strings::write);
        dynsym.link = dynstr;
        if (hash != null) hash.link = dynsym;
        if (gnuHash != null) gnuHash.link = dynsym;
        if (verneed != null) verneed.link = dynstr;
        if (verdef != null) verdef.link = dynstr;
    }

    static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private int[] gnuHashes() {
        return gnuHashes == null ? new int[0] : gnuHashes;
    }

    private int sysvBuckets() {
        int n = symbols.size();
        return n < 4 ? 1 : n < 32 ? 7 : n < 128 ? 37 : n < 1024 ? 131 : n < 8192 ? 1031 : 4099;
    }

    static int gnuHash(byte[] name) {
        int h = 5381;
        for (byte b : name) h = h * 33 + (b & 0xff);
        return h;
    }

    static int sysvHash(byte[] name) {
        int h = 0;
        for (byte b : name) {
            h = (h << 4) + (b & 0xff);
            int g = h & 0xf0000000;
            h = (h ^ g >>> 24) & ~g;
        }
        return h;
    }

    private static int sysvHash(String s) {
        return sysvHash(s.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    // --- Contents ---------------------------------------------------------------------------------------------------

    private void writeSymbols(byte[] o, int at) {
        for (int i = 1; i <= symbols.size(); i++) {
            Symbol s = symbols.get(i - 1);
            int p = at + i * SYM_SIZE;
            Le.put32(o, p + ST_NAME, nameOff[i]);
            int type = s.type;
            int shndx = SHN_UNDEF;
            long value = 0;
            int bind = s.bind == STB_LOCAL ? STB_GLOBAL : s.bind;
            if (s.section != null) {
                shndx = s.section.out.index;
                value = c.definition(s);
            } else if (s.out != null) {
                shndx = s.out.index;
                value = c.definition(s);
            } else if (s.kind == Symbol.Kind.DEFINED) {
                shndx = SHN_ABS;
                value = s.value;
            } else if ((s.needs & Symbol.CANONICAL_PLT) != 0) {
                value = c.synth.pltAddress(s);
                if (type == STT_GNU_IFUNC) type = STT_FUNC;
            } else {
                if (type == STT_GNU_IFUNC) type = STT_FUNC;
                bind = s.strongRef || s.kind != Symbol.Kind.UNDEFINED && s.bind != STB_WEAK ? STB_GLOBAL : STB_WEAK;
                if (s.kind == Symbol.Kind.SHARED && s.inRegular && !s.strongRef) bind = STB_WEAK;
            }
            if (type == STT_GNU_IFUNC && !c.shared() && s.pltIndex >= 0) {
                type = STT_FUNC;
                value = c.synth.pltAddress(s);
                shndx = c.synth.pltSection.index;
            }
            if (type == STT_TLS && shndx != SHN_UNDEF) value -= c.tlsStart;
            Le.put8(o, p + ST_INFO, stInfo(bind, type));
            Le.put8(o, p + ST_OTHER, s.kind == Symbol.Kind.DEFINED ? s.visibility | s.other & ~3 : 0);
            Le.put16(o, p + ST_SHNDX, shndx);
            Le.put64(o, p + ST_VALUE, value);
            Le.put64(o, p + ST_SIZE, s.kind == Symbol.Kind.DEFINED || s.section != null ? c.outputSize(s) : 0);
        }
    }

    private void writeGnuHash(byte[] o, int at) {
        int[] h = gnuHashes();
        int first = h.length == 0 ? symbols.size() + 1 : firstHashed;
        Le.put32(o, at, buckets);
        Le.put32(o, at + 4, first);
        Le.put32(o, at + 8, bloomWords);
        Le.put32(o, at + 12, 26);
        long[] bloom = new long[bloomWords];
        int bucketAt = at + 16 + 8 * bloomWords;
        int chainAt = bucketAt + 4 * buckets;
        for (int i = 0; i < h.length; i++) {
            bloom[h[i] >>> 6 & bloomWords - 1] |= 1L << (h[i] & 63) | 1L << (h[i] >>> 26 & 63);
            int b = Integer.remainderUnsigned(h[i], buckets);
            if (Le.i32(o, bucketAt + 4 * b) == 0) Le.put32(o, bucketAt + 4 * b, first + i);
            boolean last = i + 1 == h.length || Integer.remainderUnsigned(h[i + 1], buckets) != b;
            Le.put32(o, chainAt + 4 * i, h[i] & ~1 | (last ? 1 : 0));
        }
        for (int i = 0; i < bloomWords; i++) Le.put64(o, at + 16 + 8 * i, bloom[i]);
    }

    private void writeHash(byte[] o, int at) {
        int nb = sysvBuckets();
        int n = symbols.size() + 1;
        Le.put32(o, at, nb);
        Le.put32(o, at + 4, n);
        for (int i = n - 1; i > 0; i--) {
            int b = at + 8 + 4 * Integer.remainderUnsigned(sysvHash(c.names.bytes(symbols.get(i - 1).dynName)), nb);
            Le.put32(o, at + 8 + 4 * (nb + i), Le.i32(o, b));
            Le.put32(o, b, i);
        }
    }

    private void writeVersym(byte[] o, int at) {
        for (int i = 0; i < versionIndex.length; i++) Le.put16(o, at + 2 * i, versionIndex[i]);
    }

    private void writeVerneed(byte[] o, int at) {
        int left = needs.size();
        for (var e : needs.entrySet()) {
            ArrayList<Need> list = e.getValue();
            Le.put16(o, at, 1);
            Le.put16(o, at + 2, list.size());
            Le.put32(o, at + 4, strings.add(e.getKey().soname));
            Le.put32(o, at + 8, 16);
            Le.put32(o, at + 12, --left == 0 ? 0 : 16 + 16 * list.size());
            at += 16;
            for (int i = 0; i < list.size(); i++, at += 16) {
                Need v = list.get(i);
                Le.put32(o, at, sysvHash(v.version));
                Le.put16(o, at + 6, v.index);
                Le.put32(o, at + 8, strings.add(v.version));
                Le.put32(o, at + 12, i + 1 == list.size() ? 0 : 16);
            }
        }
    }

    private void writeVerdef(byte[] o, int at) {
        String base = c.options.soname == null ? baseName(c.options.output) : c.options.soname;
        int n = c.versions.names.size();
        for (int i = 0; i <= n; i++) {
            String name = i == 0 ? base : c.versions.names.get(i - 1);
            java.util.List<String> up = i == 0 ? java.util.List.of() : c.versions.parents.get(i - 1);
            int size = 20 + 8 * (1 + up.size());
            Le.put16(o, at, 1);
            Le.put16(o, at + 2, i == 0 ? VER_FLG_BASE : 0);
            Le.put16(o, at + 4, i + 1);
            Le.put16(o, at + 6, 1 + up.size());
            Le.put32(o, at + 8, sysvHash(name));
            Le.put32(o, at + 12, 20);
            Le.put32(o, at + 16, i == n ? 0 : size);
            Le.put32(o, at + 20, strings.add(name));
            Le.put32(o, at + 24, up.isEmpty() ? 0 : 8);
            for (int k = 0; k < up.size(); k++) {
                Le.put32(o, at + 28 + 8 * k, strings.add(up.get(k)));
                Le.put32(o, at + 32 + 8 * k, k + 1 == up.size() ? 0 : 8);
            }
            at += size;
        }
    }
}
