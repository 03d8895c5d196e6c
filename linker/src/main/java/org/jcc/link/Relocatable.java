package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.jcc.asm.elf.Le;

/**
 * {@code -r}: many objects to one. Sections of one name, type and flags are put behind one another; relocations are kept, moved to
 * their new places; globals that nothing defines stay undefined, commons stay common.
 *
 * <p>Nothing is interpreted: strings are not pooled, frames not sorted, so that the final link can do it over everything. A section of
 * a COMDAT group stays by itself, and so does its group. References to the sections of a group that lost become {@code R_*_NONE}.
 *
 * <p>Requires: inputs resolved. Ensures: an {@code ET_REL} image.
 */
final class Relocatable {
    /** One section of the output with its relocations. */
    private static final class Out {
        final String name;
        final int type;
        final long flags;
        int entsize;
        long align = 1;
        long size;
        int index;
        int relaIndex;
        int relocs;
        int symbol;
        final ArrayList<InputSection> members = new ArrayList<>();

        Out(String name, int type, long flags, int entsize) {
            this.name = name;
            this.type = type;
            this.flags = flags;
            this.entsize = entsize;
        }
    }

    private record Group(ObjectFile.Group in, ArrayList<Out> members) {}

    private final Context c;
    private final LinkedHashMap<String, Out> byKey = new LinkedHashMap<>();
    private final ArrayList<Out> outs = new ArrayList<>();
    private final ArrayList<Group> groups = new ArrayList<>();
    private final HashMap<InputSection, Out> home = new HashMap<>();
    private final ArrayList<Symbol> symbols = new ArrayList<>();
    private final StringTable strings = new StringTable();
    private int locals;

    private Relocatable(Context c) {
        this.c = c;
    }

    static byte[] link(Context c) {
        return new Relocatable(c).run();
    }

    private byte[] run() {
        // Every section that stays has its place.
        c.ehFrame = new EhFrame(c);
        c.ehFrame.parse();
        if (c.diags.hasErrors()) return null;
        c.ehFrame.cutDead();
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) {
                if (s == null || s.discarded) continue;
                s.pieceOut = null; // frames stay in one run
                place(s);
            }
        }
        for (ObjectFile o : c.objects) for (ObjectFile.Group g : o.groups) group(o, g);
        // Symbols have their indices: sections, locals, globals.
        for (int i = 0; i < outs.size(); i++) outs.get(i).symbol = 1 + i;
        collectSymbols();
        return write();
    }

    private void place(InputSection s) {
        boolean alone = (s.flags & SHF_GROUP) != 0;
        String key = alone ? "#" + outs.size() : s.name + "\0" + s.type + "\0" + (s.flags & ~SHF_LINK_ORDER) + "\0" + (s.flags & SHF_MERGE) * s.entsize + "\0"
                + ((s.flags & SHF_MERGE) != 0 ? s.align : 0);
        Out out = byKey.get(key);
        if (out == null) {
            out = new Out(s.name, s.type, s.flags & ~(SHF_LINK_ORDER | SHF_COMPRESSED), s.entsize);
            byKey.put(key, out);
            outs.add(out);
        }
        if (out.entsize != s.entsize) out.entsize = 0;
        out.size = out.size + s.align - 1 & -s.align;
        s.outOff = out.size;
        out.size += s.outSize();
        out.align = Math.max(out.align, s.align);
        for (int r = 0; r < s.relCount; r++) if (!s.isCut(Le.i64(s.file.elf.data, s.relOff + r * RELA_SIZE))) out.relocs++;
        out.members.add(s);
        home.put(s, out);
    }

    private void group(ObjectFile o, ObjectFile.Group g) {
        ArrayList<Out> members = new ArrayList<>();
        for (int m : g.members()) if (o.sections[m] != null && home.containsKey(o.sections[m])) members.add(home.get(o.sections[m]));
        if (!members.isEmpty()) groups.add(new Group(g, members));
    }

    private void collectSymbols() {
        int next = 1 + outs.size();
        for (ObjectFile o : c.objects) {
            for (int i = 1; i < o.firstGlobal && i < o.symbols.length; i++) {
                Symbol s = o.symbols[i];
                boolean names = false;
                for (ObjectFile.Group g : o.groups) names |= g.signature() == s;
                if (s.type == STT_SECTION || !names && s.type != STT_FILE && (s.kind != Symbol.Kind.DEFINED || s.section != null && !home.containsKey(s.section))) continue;
                s.symtabIndex = next++;
                symbols.add(s);
            }
        }
        locals = next;
        for (Symbol s : c.globals) {
            if (!s.inRegular) continue;
            s.symtabIndex = next++;
            symbols.add(s);
        }
    }

    private byte[] write() {
        // headers: null, sections each followed by its relocations, groups, the stack note, symtab, strtab, shstrtab
        StringTable names = new StringTable();
        int n = 1 + groups.size();
        for (Out s : outs) {
            s.index = n++;
            if (s.relocs > 0) s.relaIndex = n++;
        }
        n++; // the stack note
        int symtab = n++;
        int strtab = n++;
        int shstrtab = n++;
        long at = EHDR_SIZE;
        ArrayList<long[]> headers = new ArrayList<>();
        headers.add(new long[10]);
        for (Group g : groups) {
            int size = 4 + 4 * g.members.size();
            for (Out m : g.members) if (m.relaIndex != 0) size += 4;
            at = at + 3 & -4;
            headers.add(header(names.add(".group"), SHT_GROUP, 0, at, size, symtab, signature(g), 4, 4));
            at += size;
        }
        for (Out s : outs) {
            at = at + s.align - 1 & -s.align;
            headers.add(header(names.add(s.name), s.type, s.flags, at, s.size, 0, 0, s.align, s.entsize));
            if (s.type != SHT_NOBITS) at += s.size;
            if (s.relaIndex == 0) continue;
            at = at + 7 & -8;
            headers.add(header(names.add(".rela" + s.name), SHT_RELA, SHF_INFO_LINK | s.flags & SHF_GROUP, at, (long) s.relocs * RELA_SIZE, symtab, s.index, 8, RELA_SIZE));
            at += (long) s.relocs * RELA_SIZE;
        }
        headers.add(header(names.add(".note.GNU-stack"), SHT_PROGBITS, c.hasExecStackRequest ? SHF_EXECINSTR : 0, at, 0, 0, 0, 1, 0));
        int[] nameOff = new int[symbols.size()];
        for (int i = 0; i < nameOff.length; i++) nameOff[i] = strings.add(c.text(symbols.get(i)));
        at = at + 7 & -8;
        headers.add(header(names.add(".symtab"), SHT_SYMTAB, 0, at, (1L + outs.size() + symbols.size()) * SYM_SIZE, strtab, locals, 8, SYM_SIZE));
        at += (1L + outs.size() + symbols.size()) * SYM_SIZE;
        headers.add(header(names.add(".strtab"), SHT_STRTAB, 0, at, strings.size(), 0, 0, 1, 0));
        at += strings.size();
        int shstrName = names.add(".shstrtab");
        headers.add(header(shstrName, SHT_STRTAB, 0, at, names.size(), 0, 0, 1, 0));
        at += names.size();
        long shoff = at + 7 & -8;
        long total = shoff + (long) n * SHDR_SIZE;
        if (total > Integer.MAX_VALUE - 16 || n >= SHN_LORESERVE) {
            c.error("the output is too large");
            return null;
        }
        byte[] o = new byte[(int) total];
        elfHeader(o, shoff, n, shstrtab);
        for (int i = 0; i < n; i++) sectionHeader(o, (int) shoff + i * SHDR_SIZE, headers.get(i));
        for (int i = 0; i < groups.size(); i++) writeGroup(o, (int) headers.get(1 + i)[4], groups.get(i));
        for (Out s : outs) contents(o, s, headers);
        for (EhFrame.Fde f : c.ehFrame.repoint) {
            int p = (int) headers.get(home.get(f.section).index)[4] + (int) f.section.outOff + (int) f.section.local(f.off) + 4;
            Le.put32(o, p, f.section.local(f.off) + 4 - f.section.local(f.cie.off));
        }
        writeSymbols(o, (int) headers.get(symtab)[4], nameOff);
        strings.write(o, (int) headers.get(strtab)[4]);
        names.write(o, (int) headers.get(shstrtab)[4]);
        return o;
    }

    /** Name, type, flags, address, offset, size, link, info, alignment, entry size: the order of the format. */
    private static long[] header(int name, int type, long flags, long off, long size, int link, int info, long align, int entsize) {
        return new long[] {name, type, flags, 0, off, size, link, info, align, entsize};
    }

    private static void sectionHeader(byte[] o, int at, long[] h) {
        Le.put32(o, at + SH_NAME, h[0]);
        Le.put32(o, at + SH_TYPE, h[1]);
        Le.put64(o, at + SH_FLAGS, h[2]);
        Le.put64(o, at + SH_OFFSET, h[4]);
        Le.put64(o, at + SH_SIZE, h[5]);
        Le.put32(o, at + SH_LINK, h[6]);
        Le.put32(o, at + SH_INFO, h[7]);
        Le.put64(o, at + SH_ADDRALIGN, h[8]);
        Le.put64(o, at + SH_ENTSIZE, h[9]);
    }

    private void elfHeader(byte[] o, long shoff, int n, int shstrtab) {
        o[0] = 0x7f;
        o[1] = 'E';
        o[2] = 'L';
        o[3] = 'F';
        o[EI_CLASS] = ELFCLASS64;
        o[EI_DATA] = ELFDATA2LSB;
        o[EI_VERSION] = EV_CURRENT;
        Le.put16(o, E_TYPE, ET_REL);
        Le.put16(o, E_MACHINE, c.target.machine());
        Le.put32(o, E_VERSION, EV_CURRENT);
        Le.put64(o, E_SHOFF, shoff);
        Le.put32(o, E_FLAGS, c.target.outputFlags(c));
        Le.put16(o, E_EHSIZE, EHDR_SIZE);
        Le.put16(o, E_SHENTSIZE, SHDR_SIZE);
        Le.put16(o, E_SHNUM, n);
        Le.put16(o, E_SHSTRNDX, shstrtab);
    }

    private int signature(Group g) {
        Symbol s = g.in.signature();
        if (s.type == STT_SECTION && s.section != null && home.containsKey(s.section)) return home.get(s.section).symbol;
        return Math.max(0, s.symtabIndex);
    }

    private static void writeGroup(byte[] o, int at, Group g) {
        Le.put32(o, at, g.in.flags());
        for (Out m : g.members) {
            Le.put32(o, at += 4, m.index);
            if (m.relaIndex != 0) Le.put32(o, at += 4, m.relaIndex);
        }
    }

    private void contents(byte[] o, Out s, ArrayList<long[]> headers) {
        int at = (int) headers.get(s.index)[4];
        int rela = s.relaIndex == 0 ? 0 : (int) headers.get(s.relaIndex)[4];
        for (InputSection m : s.members) {
            if (s.type != SHT_NOBITS) Link.copy(m, o, at + (int) m.outOff);
            byte[] d = m.file.elf.data;
            for (int r = 0; r < m.relCount; r++) {
                int e = m.relOff + r * RELA_SIZE;
                if (m.isCut(Le.i64(d, e))) continue;
                Symbol y = m.file.symbols[Le.i32(d, e + 12)];
                int type = Le.i32(d, e + 8);
                long addend = Le.i64(d, e + 16);
                int sym;
                if (y.type == STT_SECTION && y.bind == STB_LOCAL) {
                    Out to = y.section == null ? null : home.get(y.section);
                    sym = to == null ? 0 : to.symbol;
                    if (to != null) addend = y.section.outOff + y.section.local(addend);
                    else type = 0;
                } else {
                    sym = Math.max(0, y.symtabIndex);
                    if (sym == 0 && y.name != 0) type = 0;
                }
                Le.put64(o, rela, m.outOff + m.local(Le.i64(d, e)));
                Le.put64(o, rela + 8, (long) sym << 32 | type & 0xffffffffL);
                Le.put64(o, rela + 16, type == 0 ? 0 : addend);
                rela += RELA_SIZE;
            }
        }
    }

    private void writeSymbols(byte[] o, int at, int[] nameOff) {
        for (Out s : outs) {
            int p = at + s.symbol * SYM_SIZE;
            Le.put8(o, p + ST_INFO, stInfo(STB_LOCAL, STT_SECTION));
            Le.put16(o, p + ST_SHNDX, s.index);
        }
        int p = at + (1 + outs.size()) * SYM_SIZE;
        for (int i = 0; i < nameOff.length; i++, p += SYM_SIZE) {
            Symbol s = symbols.get(i);
            int shndx = SHN_UNDEF;
            long value = s.value;
            int bind = s.bind;
            if (s.type == STT_FILE) shndx = SHN_ABS;
            else if (s.section != null && home.containsKey(s.section)) {
                shndx = home.get(s.section).index;
                value = s.section.outOff + s.section.local(value);
            } else if (s.kind == Symbol.Kind.COMMON) shndx = SHN_COMMON;
            else if (s.kind == Symbol.Kind.DEFINED && s.section == null) shndx = SHN_ABS;
            else {
                value = 0;
                bind = s.bind == STB_LOCAL ? STB_LOCAL : s.strongRef ? STB_GLOBAL : STB_WEAK;
            }
            Le.put32(o, p + ST_NAME, nameOff[i]);
            Le.put8(o, p + ST_INFO, stInfo(bind, s.type));
            Le.put8(o, p + ST_OTHER, s.bind == STB_LOCAL ? s.other : s.visibility | s.other & ~3);
            Le.put16(o, p + ST_SHNDX, shndx);
            Le.put64(o, p + ST_VALUE, value);
            Le.put64(o, p + ST_SIZE, s.size);
        }
    }
}
