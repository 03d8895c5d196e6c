package org.jcc.asm.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an ELF-64 relocatable object: the header, the sections given, {@code .rela} sections for those with
 * relocations, symbol and string tables. Local symbols must be added before the others. Section numbers from 0xff00 up
 * go through {@code .symtab_shndx} and section 0's header (gABI chapter 4, "Section Indexes").
 */
public final class ElfWriter {
    private static final class Out {
        String name;
        int type;
        long flags;
        long align;
        int entsize;
        byte[] bytes;
        long size;
        int link;
        int info;
        int nameOffset;
        long offset;
        final List<long[]> relocations = new ArrayList<>(0);
        int group = -1;
    }

    private static final class Sym {
        int name;
        int info;
        int other;
        int section;
        long value;
        long size;
    }

    private final int machine;
    private final int flags;
    private final List<Out> sections = new ArrayList<>();
    private final List<Sym> symbols = new ArrayList<>();
    private int locals = 1;
    private final Strings names = new Strings();
    private final Strings sectionNames = new Strings();

    public ElfWriter(int machine, int flags) {
        this.machine = machine;
        this.flags = flags;
        sections.add(new Out());
        sections.getFirst().name = "";
        symbols.add(new Sym());
    }

    /** Adds a section; {@code bytes} null for one that takes no room. Returns its index. */
    public int section(String name, int type, long flags, long align, int entsize, byte[] bytes, long size) {
        Out s = new Out();
        s.name = name;
        s.type = type;
        s.flags = flags;
        s.align = align;
        s.entsize = entsize;
        s.bytes = bytes;
        s.size = size;
        sections.add(s);
        return sections.size() - 1;
    }

    /** Sets {@code sh_link}. */
    public void link(int section, int to) {
        sections.get(section).link = to;
    }

    /** Adds a symbol; {@code section} is an index or one of the special numbers. Returns its index. */
    public int symbol(String name, int binding, int type, int visibility, int section, long value, long size) {
        Sym s = new Sym();
        s.name = name.isEmpty() ? 0 : names.add(name);
        s.info = binding << 4 | type;
        s.other = visibility;
        s.section = section;
        s.value = value;
        s.size = size;
        symbols.add(s);
        if (binding == Elf.STB_LOCAL) locals = symbols.size();
        return symbols.size() - 1;
    }

    /** Adds a relocation with addend. */
    public void relocation(int section, long offset, int type, int symbol, long addend) {
        sections.get(section).relocations.add(new long[] {offset, (long) symbol << 32 | type & 0xffffffffL, addend});
    }

    /** Fills in a group section made before. */
    public void group(int section, int signature, boolean comdat, int[] members) {
        Out g = sections.get(section);
        g.info = signature;
        ByteBuffer b = buffer(4 + 4 * members.length * 2);
        b.putInt(comdat ? Elf.GRP_COMDAT : 0);
        for (int m : members) {
            b.putInt(m);
            sections.get(m).group = section;
        }
        g.bytes = b.array();
        g.size = b.position();
    }

    private static ByteBuffer buffer(int n) {
        return ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The file. */
    public byte[] finish() {
        int plain = sections.size();
        List<Out> order = new ArrayList<>();
        for (int i = 1; i < plain; i++) {
            Out s = sections.get(i);
            if (s.relocations.isEmpty()) continue;
            Out r = new Out();
            r.name = ".rela" + s.name;
            r.type = Elf.SHT_RELA;
            r.flags = Elf.SHF_INFO_LINK | (s.group >= 0 ? Elf.SHF_GROUP : 0);
            r.align = 8;
            r.entsize = Elf.RELA_SIZE;
            r.info = i;
            ByteBuffer b = buffer(s.relocations.size() * Elf.RELA_SIZE);
            for (long[] x : s.relocations) b.putLong(x[0]).putLong(x[1]).putLong(x[2]);
            r.bytes = b.array();
            r.size = r.bytes.length;
            sections.add(r);
            order.add(r);
            if (s.group >= 0) {
                Out g = sections.get(s.group);
                ByteBuffer.wrap(g.bytes).order(ByteOrder.LITTLE_ENDIAN).putInt((int) g.size, sections.size() - 1);
                g.size += 4;
            }
        }
        Out symtab = new Out();
        symtab.name = ".symtab";
        symtab.type = Elf.SHT_SYMTAB;
        symtab.align = 8;
        symtab.entsize = Elf.SYM_SIZE;
        symtab.info = locals;
        sections.add(symtab);
        int symtabIndex = sections.size() - 1;
        for (Out r : order) r.link = symtabIndex;
        for (int i = 1; i < plain; i++) if (sections.get(i).type == Elf.SHT_GROUP) sections.get(i).link = symtabIndex;
        boolean extended = false;
        for (Sym s : symbols) extended |= s.section >= Elf.SHN_LORESERVE && s.section < plain && s.section != Elf.SHN_ABS && s.section != Elf.SHN_COMMON;
        ByteBuffer b = buffer(symbols.size() * Elf.SYM_SIZE);
        ByteBuffer x = extended ? buffer(symbols.size() * 4) : null;
        for (Sym s : symbols) {
            boolean far = extended && s.section >= Elf.SHN_LORESERVE && s.section < plain && s.section != Elf.SHN_ABS && s.section != Elf.SHN_COMMON;
            b.putInt(s.name).put((byte) s.info).put((byte) s.other).putShort((short) (far ? Elf.SHN_XINDEX : s.section)).putLong(s.value).putLong(s.size);
            if (extended) x.putInt(far ? s.section : 0);
        }
        symtab.bytes = b.array();
        symtab.size = symtab.bytes.length;
        if (extended) {
            Out shndx = new Out();
            shndx.name = ".symtab_shndx";
            shndx.type = Elf.SHT_SYMTAB_SHNDX;
            shndx.align = 4;
            shndx.entsize = 4;
            shndx.link = symtabIndex;
            shndx.bytes = x.array();
            shndx.size = shndx.bytes.length;
            sections.add(shndx);
        }
        Out strtab = new Out();
        strtab.name = ".strtab";
        strtab.type = Elf.SHT_STRTAB;
        strtab.align = 1;
        sections.add(strtab);
        symtab.link = sections.size() - 1;
        Out shstrtab = new Out();
        shstrtab.name = ".shstrtab";
        shstrtab.type = Elf.SHT_STRTAB;
        shstrtab.align = 1;
        sections.add(shstrtab);
        for (Out s : sections) s.nameOffset = s.name.isEmpty() ? 0 : sectionNames.add(s.name);
        strtab.bytes = names.bytes();
        strtab.size = strtab.bytes.length;
        shstrtab.bytes = sectionNames.bytes();
        shstrtab.size = shstrtab.bytes.length;
        return assemble();
    }

    private byte[] assemble() {
        long at = Elf.EHDR_SIZE;
        int n = sections.size();
        for (int i = 1; i < n; i++) {
            Out s = sections.get(i);
            long align = Math.max(1, s.align);
            at = at + align - 1 & -align;
            s.offset = at;
            if (s.bytes != null) at += s.size;
        }
        at = at + 7 & -8;
        if (at + (long) n * Elf.SHDR_SIZE > Integer.MAX_VALUE - 64) throw new IllegalStateException("object larger than 2 GiB");
        ByteBuffer b = buffer((int) at + n * Elf.SHDR_SIZE);
        b.put(new byte[] {0x7f, 'E', 'L', 'F', Elf.ELFCLASS64, Elf.ELFDATA2LSB, Elf.EV_CURRENT, Elf.ELFOSABI_SYSV});
        b.position(16);
        b.putShort((short) Elf.ET_REL).putShort((short) machine).putInt(Elf.EV_CURRENT).putLong(0).putLong(0).putLong(at).putInt(flags);
        b.putShort((short) Elf.EHDR_SIZE).putShort((short) 0).putShort((short) 0).putShort((short) Elf.SHDR_SIZE);
        b.putShort((short) (n >= Elf.SHN_LORESERVE ? 0 : n)).putShort((short) (n - 1 >= Elf.SHN_LORESERVE ? Elf.SHN_XINDEX : n - 1));
        if (n >= Elf.SHN_LORESERVE) sections.getFirst().size = n;
        if (n - 1 >= Elf.SHN_LORESERVE) sections.getFirst().link = n - 1;
        for (int i = 1; i < n; i++) {
            Out s = sections.get(i);
            if (s.bytes == null) continue;
            b.position((int) s.offset);
            b.put(s.bytes, 0, (int) s.size);
        }
        b.position((int) at);
        for (Out s : sections) {
            b.putInt(s.nameOffset).putInt(s.type).putLong(s.flags).putLong(0).putLong(s.offset).putLong(s.size).putInt(s.link).putInt(s.info);
            b.putLong(s.align).putLong(s.entsize);
        }
        return b.array();
    }

    /** A string table under construction; equal strings are stored once. */
    private static final class Strings {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Map<String, Integer> known = new HashMap<>();

        Strings() {
            bytes.write(0);
        }

        int add(String s) {
            Integer at = known.get(s);
            if (at != null) return at;
            int offset = bytes.size();
            bytes.writeBytes(s.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
            known.put(s, offset);
            return offset;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
