package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.ElfReader;
import org.jcc.asm.elf.Le;

/**
 * A shared library to link against: what it defines with which versions, what it leaves undefined. Nothing of its contents
 * reaches the output but its name and, for copy relocations, the sizes and alignments of its data.
 */
final class SharedFile extends InputFile {
    final ElfReader elf;
    String soname;
    final boolean asNeeded;
    boolean needed;
    /** The libraries that it names itself. */
    final ArrayList<String> neededNames = new ArrayList<>();
    /** What it leaves undefined and must find. */
    final ArrayList<Symbol> missing = new ArrayList<>();
    private int dynsym;
    private int strtab;
    private int versym;
    /** Names of the versions it defines, by index; entries may be null. */
    String[] versionNames = new String[2];
    /** Indices in our own version table for each of the library's, filled by {@link Synthetic}. */
    int[] needIndex;
    /** By dynsym index, for aliases of copied data. */
    Symbol[] symbols;

    SharedFile(String name, ElfReader elf, boolean asNeeded) {
        super(name);
        this.elf = elf;
        this.asNeeded = asNeeded;
    }

    /** Reads the dynamic section and the version definitions. */
    void read(Context c, String fallbackName) throws BadElf {
        ElfReader e = elf;
        soname = fallbackName;
        for (int i = 1; i < e.count; i++) {
            switch (e.shType[i]) {
                case SHT_DYNSYM -> dynsym = i;
                case SHT_GNU_VERSYM -> versym = i;
                case SHT_DYNAMIC -> {
                    int n = e.entries(i, DYN_SIZE);
                    for (int k = 0; k < n; k++) {
                        int at = e.shOff[i] + k * DYN_SIZE;
                        long tag = Le.i64(e.data, at);
                        if (tag == DT_NULL) break;
                        if (tag == DT_NEEDED) neededNames.add(e.string(e.shLink[i], Le.i64(e.data, at + 8)));
                        if (tag == DT_SONAME) soname = e.string(e.shLink[i], Le.i64(e.data, at + 8));
                    }
                }
                case SHT_GNU_VERDEF -> verdef(i);
                case SHT_PROGBITS -> {
                    if (e.shFlags[i] == 0 && e.shSize[i] < 4096 && e.sectionName(i).startsWith(".gnu.warning."))
                        c.symbol(e.sectionName(i).substring(13)).warning = new String(e.contents(i), java.nio.charset.StandardCharsets.UTF_8).replace("\0", "").trim();
                }
                default -> {}
            }
        }
        if (dynsym != 0) strtab = e.shLink[dynsym];
        if (versym != 0 && e.entries(versym, 2) < e.entries(dynsym, SYM_SIZE)) throw new BadElf("symbol version table is too short");
    }

    private void verdef(int sec) throws BadElf {
        ElfReader e = elf;
        long size = e.shSize[sec];
        long at = 0;
        for (int k = 0; k < 65536 && size >= 20; k++) {
            if (at < 0 || at > size - 20) throw new BadElf("malformed version definitions");
            int p = e.shOff[sec] + (int) at;
            int ndx = Le.u16(e.data, p + 4) & VERSYM_VERSION;
            long aux = at + Le.u32(e.data, p + 12);
            if (aux < 0 || aux > size - 8) throw new BadElf("malformed version definitions");
            if (ndx >= versionNames.length) versionNames = java.util.Arrays.copyOf(versionNames, Math.max(ndx + 1, versionNames.length * 2));
            if ((Le.u16(e.data, p + 2) & VER_FLG_BASE) == 0) versionNames[ndx] = e.string(e.shLink[sec], Le.u32(e.data, e.shOff[sec] + (int) aux));
            long next = Le.u32(e.data, p + 16);
            if (next == 0) break;
            at += next;
        }
    }

    /** Offers its definitions and mentions to the symbol table. */
    void readSymbols(Context c) throws BadElf {
        ElfReader e = elf;
        if (dynsym == 0) {
            symbols = new Symbol[0];
            return;
        }
        int n = e.entries(dynsym, SYM_SIZE);
        symbols = new Symbol[n];
        for (int i = 1, at = e.shOff[dynsym] + SYM_SIZE; i < n; i++, at += SYM_SIZE) {
            int info = e.data[at + ST_INFO] & 0xff;
            if (info >> 4 == STB_LOCAL) continue;
            int nameAt = e.stringAt(strtab, Le.u32(e.data, at + ST_NAME));
            int nameEnd = e.stringEnd(nameAt);
            if (nameEnd == nameAt) continue;
            int shndx = Le.u16(e.data, at + ST_SHNDX);
            int version = versym == 0 ? VER_NDX_GLOBAL : Le.u16(e.data, e.shOff[versym] + 2 * i);
            if (shndx == SHN_UNDEF) {
                Symbol u = c.symbol(c.names.intern(e.data, nameAt, nameEnd));
                u.inShared = true;
                if (info >> 4 == STB_GLOBAL) missing.add(u);
                continue;
            }
            int index = version & VERSYM_VERSION;
            if (index == VER_NDX_LOCAL && versym != 0 || (e.data[at + ST_OTHER] & 3) == STV_HIDDEN) continue;
            if (index >= versionNames.length && index > VER_NDX_GLOBAL) throw new BadElf("symbol " + i + " has an undefined version");
            Symbol s;
            if ((version & VERSYM_HIDDEN) != 0) {
                // not the default version: only found by name@VERSION
                if (versionNames[index] == null) continue;
                byte[] ver = versionNames[index].getBytes(java.nio.charset.StandardCharsets.UTF_8);
                byte[] full = new byte[nameEnd - nameAt + 1 + ver.length];
                System.arraycopy(e.data, nameAt, full, 0, nameEnd - nameAt);
                full[nameEnd - nameAt] = '@';
                System.arraycopy(ver, 0, full, nameEnd - nameAt + 1, ver.length);
                s = c.symbol(c.names.intern(full, 0, full.length));
                s.dynName = c.names.intern(e.data, nameAt, nameEnd);
            } else {
                s = c.symbol(c.names.intern(e.data, nameAt, nameEnd));
                s.inShared = true;
            }
            symbols[i] = s;
            if (s.kind != Symbol.Kind.UNDEFINED) continue;
            if (s.inRegular && s.visibility != STV_DEFAULT && s.visibility != STV_PROTECTED) continue;
            s.kind = Symbol.Kind.SHARED;
            s.file = this;
            s.value = Le.i64(e.data, at + ST_VALUE);
            s.size = Le.i64(e.data, at + ST_SIZE);
            s.type = (byte) (info & 15);
            s.version = index;
            if (!s.inRegular) s.bind = (byte) (info >> 4);
        }
    }

    /** All symbols of this library that name the same datum as {@code s}. */
    ArrayList<Symbol> aliases(Symbol s) {
        ArrayList<Symbol> same = new ArrayList<>();
        for (Symbol y : symbols) {
            if (y != null && y.kind == Symbol.Kind.SHARED && y.file == this && y.value == s.value && y.type != STT_TLS && !y.isFunction()) same.add(y);
        }
        return same;
    }

    /** The section of the library that holds an address, for the alignment and protection of copies; or 0. */
    int sectionOf(long address) {
        for (int i = 1; i < elf.count; i++) {
            if ((elf.shFlags[i] & SHF_ALLOC) != 0 && (elf.shFlags[i] & SHF_TLS) == 0 && address >= elf.shAddr[i] && address - elf.shAddr[i] < elf.shSize[i]) return i;
        }
        return 0;
    }
}
