package org.jcc.asm.elf;

import static org.jcc.asm.elf.Elf.*;

import java.nio.charset.StandardCharsets;

/**
 * A view of one ELF-64 little-endian file that lies in {@code data[base, base + length)}, as in an archive.
 *
 * <p>{@link #open} checks the header and the whole section header table once: every section with contents lies inside the
 * file, links and alignments make sense. After that, accessors index plain arrays. Strings, symbols and relocations are
 * read where they lie; their own offsets are checked as they are read, so that a malformed file ends in {@link BadElf}
 * and never in an index out of bounds. All section offsets given out are absolute indices into {@link #data}.
 */
public final class ElfReader {
    public final byte[] data;
    public final int base;
    public final int length;

    /** {@code e_type}, {@code e_machine}, {@code e_flags}. */
    public final int type;
    public final int machine;
    public final int flags;

    /** Number of sections; index 0 is the null section. The arrays below have this length. */
    public final int count;
    public final int[] shName;
    public final int[] shType;
    public final long[] shFlags;
    public final long[] shAddr;
    /** Index into {@link #data} of the contents; 0 for sections without. */
    public final int[] shOff;
    public final long[] shSize;
    public final int[] shLink;
    public final int[] shInfo;
    public final long[] shAlign;
    public final int[] shEntsize;
    private final int namesSection;

    private ElfReader(byte[] data, int base, int length) throws BadElf {
        this.data = data;
        this.base = base;
        this.length = length;
        if (!isElf(data, base, length)) throw new BadElf("file format not recognized");
        if (length < EHDR_SIZE) throw new BadElf("file is truncated");
        if (data[base + EI_CLASS] != ELFCLASS64) throw new BadElf("not a 64-bit ELF file");
        if (data[base + EI_DATA] != ELFDATA2LSB) throw new BadElf("not a little-endian ELF file");
        type = Le.u16(data, base + E_TYPE);
        machine = Le.u16(data, base + E_MACHINE);
        flags = Le.i32(data, base + E_FLAGS);
        long shoff = Le.i64(data, base + E_SHOFF);
        int n = Le.u16(data, base + E_SHNUM);
        int strndx = Le.u16(data, base + E_SHSTRNDX);
        if (shoff == 0) n = 0;
        else {
            if (Le.u16(data, base + E_SHENTSIZE) != SHDR_SIZE) throw new BadElf("section header entry size is not " + SHDR_SIZE);
            if (shoff < EHDR_SIZE || shoff > length - SHDR_SIZE) throw new BadElf("section header table lies outside the file");
            int sh0 = base + (int) shoff;
            if (n == 0) {
                long big = Le.i64(data, sh0 + SH_SIZE);
                if (big < 0 || big > (length - shoff) / SHDR_SIZE) throw new BadElf("section header table lies outside the file");
                n = (int) big;
            }
            if (strndx == SHN_XINDEX) strndx = Le.i32(data, sh0 + SH_LINK);
            if ((long) n * SHDR_SIZE > length - shoff) throw new BadElf("section header table lies outside the file");
        }
        count = n;
        shName = new int[n];
        shType = new int[n];
        shFlags = new long[n];
        shAddr = new long[n];
        shOff = new int[n];
        shSize = new long[n];
        shLink = new int[n];
        shInfo = new int[n];
        shAlign = new long[n];
        shEntsize = new int[n];
        for (int i = 1; i < n; i++) {
            int h = base + (int) shoff + i * SHDR_SIZE;
            shName[i] = Le.i32(data, h + SH_NAME);
            shType[i] = Le.i32(data, h + SH_TYPE);
            shFlags[i] = Le.i64(data, h + SH_FLAGS);
            shAddr[i] = Le.i64(data, h + SH_ADDR);
            shSize[i] = Le.i64(data, h + SH_SIZE);
            shLink[i] = Le.i32(data, h + SH_LINK);
            shInfo[i] = Le.i32(data, h + SH_INFO);
            long align = Le.i64(data, h + SH_ADDRALIGN);
            shAlign[i] = align == 0 ? 1 : align;
            if (Long.bitCount(shAlign[i]) != 1 || align < 0 || align > 1 << 30) throw new BadElf("section " + i + " has alignment " + align);
            long ent = Le.i64(data, h + SH_ENTSIZE);
            shEntsize[i] = ent < 0 || ent > 1 << 28 ? 0 : (int) ent;
            if (shSize[i] < 0) throw new BadElf("section " + i + " is too large");
            if (shType[i] != SHT_NOBITS && shType[i] != SHT_NULL) {
                long off = Le.i64(data, h + SH_OFFSET);
                if (shSize[i] > 0 && (off < 0 || off > length || shSize[i] > length - off))
                    throw new BadElf("section " + i + " lies outside the file");
                shOff[i] = shSize[i] == 0 ? base : base + (int) off;
            }
            if (shLink[i] < 0 || shLink[i] >= n && (shFlags[i] & SHF_LINK_ORDER) == 0 && links(shType[i]))
                throw new BadElf("section " + i + " has a bad sh_link");
        }
        if (n > 0 && (strndx <= 0 || strndx >= n || shType[strndx] != SHT_STRTAB)) throw new BadElf("no section name table");
        namesSection = n > 0 ? strndx : 0;
    }

    private static boolean links(int type) {
        return switch (type) {
            case SHT_SYMTAB, SHT_DYNSYM, SHT_RELA, SHT_REL, SHT_DYNAMIC, SHT_GROUP, SHT_SYMTAB_SHNDX, SHT_GNU_VERDEF, SHT_GNU_VERNEED,
                 SHT_GNU_VERSYM, SHT_HASH, SHT_GNU_HASH -> true;
            default -> false;
        };
    }

    /** True if the bytes start as an ELF file does. */
    public static boolean isElf(byte[] data, int base, int length) {
        return length >= 16 && data[base] == 0x7f && data[base + 1] == 'E' && data[base + 2] == 'L' && data[base + 3] == 'F';
    }

    /** Opens and checks the file in {@code data[base, base + length)}. */
    public static ElfReader open(byte[] data, int base, int length) throws BadElf {
        return new ElfReader(data, base, length);
    }

    public static ElfReader open(byte[] data) throws BadElf {
        return new ElfReader(data, 0, data.length);
    }

    /** The name of section {@code i}. */
    public String sectionName(int i) throws BadElf {
        return string(namesSection, shName[i] & 0xffffffffL);
    }

    /** The first section of a type, or 0. */
    public int find(int type) {
        for (int i = 1; i < count; i++) if (shType[i] == type) return i;
        return 0;
    }

    /** The number of {@code entry}-byte records in section {@code i}. */
    public int entries(int i, int entry) {
        return shType[i] == SHT_NOBITS ? 0 : (int) (shSize[i] / entry);
    }

    /** Where string {@code off} of string table {@code section} starts in {@link #data}; its NUL is known to exist. */
    public int stringAt(int section, long off) throws BadElf {
        if (section <= 0 || section >= count || shType[section] != SHT_STRTAB || off < 0 || off >= shSize[section])
            throw new BadElf("string offset " + off + " lies outside its table");
        int at = shOff[section] + (int) off;
        int end = shOff[section] + (int) shSize[section];
        if (data[end - 1] != 0) throw new BadElf("string table " + section + " is not terminated");
        return at;
    }

    /** The index of the NUL of the string that starts at {@code at}, as {@link #stringAt} gave it. */
    public int stringEnd(int at) {
        while (data[at] != 0) at++;
        return at;
    }

    /** String {@code off} of string table {@code section}. */
    public String string(int section, long off) throws BadElf {
        int at = stringAt(section, off);
        return new String(data, at, stringEnd(at) - at, StandardCharsets.UTF_8);
    }

    /** The contents of a section, as a copy. */
    public byte[] contents(int i) {
        return java.util.Arrays.copyOfRange(data, shOff[i], shOff[i] + (shType[i] == SHT_NOBITS ? 0 : (int) shSize[i]));
    }
}
