package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.ElfReader;
import org.jcc.asm.elf.Le;

/**
 * A relocatable object: its sections as pieces of the output, its symbols, its COMDAT groups.
 *
 * <p>Opening checks everything that later stages index: symbols name existing sections, relocations lie inside their sections
 * and name existing symbols. So the later stages need no checks but those on what instructions look like.
 */
final class ObjectFile extends InputFile {
    final ElfReader elf;
    /** By section index; null for what does not reach the output. */
    InputSection[] sections;
    /** By symbol index; locals first. Globals are shared with other files. */
    Symbol[] symbols;
    int firstGlobal;
    /** Its place among the objects of the link. */
    int ordinal;
    /** From an archive that {@code --exclude-libs} names. */
    /** Of its .note.gnu.property ({@link Properties}). */
    int features;
    int isaNeeded;
    boolean excluded;
    private int symtab;
    private int strtab;
    private int shndxTable;
    final ArrayList<InputSection> ehFrames = new ArrayList<>();

    /** A section group that this file keeps: flags, the symbol that names it, indices of its sections. */
    static final class Group {
        private final ObjectFile file;
        private final int flags;
        private final int symbol;
        private final int[] members;

        Group(ObjectFile file, int flags, int symbol, int[] members) {
            this.file = file;
            this.flags = flags;
            this.symbol = symbol;
            this.members = members;
        }

        int flags() {
            return flags;
        }

        Symbol signature() {
            return file.symbols[symbol];
        }

        int[] members() {
            return members;
        }
    }

    final ArrayList<Group> groups = new ArrayList<>();

    ObjectFile(String name, ElfReader elf) {
        super(name);
        this.elf = elf;
    }

    // --- Sections -------------------------------------------------------------------------------------------------

    /** Reads sections, groups and relocation tables. COMDAT groups that another file owns are discarded here. */
    void readSections(Context c) throws BadElf {
        ElfReader e = elf;
        int n = e.count;
        sections = new InputSection[n];
        boolean stackNote = false;
        for (int i = 1; i < n; i++) {
            int type = e.shType[i];
            switch (type) {
                case SHT_NULL, SHT_STRTAB, SHT_LLVM_ADDRSIG, SHT_GROUP, SHT_RELA -> {}
                case SHT_SYMTAB -> {
                    if (symtab != 0) throw new BadElf("more than one symbol table");
                    symtab = i;
                }
                case SHT_SYMTAB_SHNDX -> shndxTable = i;
                case SHT_REL -> {
                    if ((e.shFlags[e.shInfo[i] > 0 && e.shInfo[i] < n ? e.shInfo[i] : 0] & SHF_ALLOC) != 0)
                        throw new BadElf("relocations without addends are not of this architecture");
                }
                default -> {
                    String name = e.sectionName(i);
                    if (name.equals(".note.GNU-stack")) {
                        stackNote = true;
                        c.sawStackNote = true;
                        if ((e.shFlags[i] & SHF_EXECINSTR) != 0) c.hasExecStackRequest = true;
                        continue;
                    }
                    if (name.equals(".note.gnu.property") && type == SHT_NOTE) {
                        if (e.shSize[i] <= Integer.MAX_VALUE) Properties.read(this, e.data, (int) e.shOff[i], (int) e.shSize[i]);
                        continue;
                    }
                    if (name.startsWith(".gnu.warning.") && e.shSize[i] < 4096) {
                        String text = new String(e.data, e.shOff[i], type == SHT_NOBITS ? 0 : (int) e.shSize[i], java.nio.charset.StandardCharsets.UTF_8);
                        c.symbol(name.substring(13)).warning = text.replace("\0", "").trim();
                    }
                    if ((e.shFlags[i] & SHF_EXCLUDE & 0xffffffffL) != 0 && (e.shFlags[i] & SHF_ALLOC) == 0 || name.startsWith(".gnu.lto_")
                            || name.startsWith(".gnu.warning")) continue;
                    if (e.shSize[i] > Integer.MAX_VALUE - 65536 && (type != SHT_NOBITS || e.shSize[i] > 1L << 40)) throw new BadElf("section '" + name + "' is too large");
                    InputSection s = new InputSection(this, i, name, type, e.shFlags[i], e.shAlign[i], e.shEntsize[i]);
                    s.data = e.data;
                    s.off = e.shOff[i];
                    s.size = e.shSize[i];
                    if ((s.flags & SHF_COMPRESSED) != 0) s = inflate(s);
                    if (type == SHT_X86_64_UNWIND && name.equals(".eh_frame")) s.type = SHT_PROGBITS;
                    if (name.equals(".eh_frame") && s.type == SHT_PROGBITS && s.alloc()) {
                        s.ehFrame = true;
                        ehFrames.add(s);
                    }
                    sections[i] = s;
                }
            }
        }
        if (symtab != 0) {
            strtab = e.shLink[symtab];
            if (e.shInfo[symtab] < 0 || e.shInfo[symtab] > e.entries(symtab, SYM_SIZE)) throw new BadElf("symbol table has a bad sh_info");
        }
        for (int i = 1; i < n; i++) if (e.shType[i] == SHT_GROUP) group(c, i);
        for (int i = 1; i < n; i++) {
            InputSection s = sections[i];
            if (s != null && s.name.startsWith(".gnu.linkonce.") && (s.flags & SHF_GROUP) == 0) {
                if (c.claimGroup(c.names.intern("\0" + s.name), this) != this) discard(s);
            }
            if (s != null && (s.flags & SHF_LINK_ORDER) != 0) {
                int to = e.shLink[i];
                if (to > 0 && to < n && sections[to] != null && to != i) {
                    s.linkOrder = sections[to];
                    s.nextDependent = sections[to].dependent;
                    sections[to].dependent = s;
                }
            }
        }
        int symbolCount = symtab == 0 ? 0 : e.entries(symtab, SYM_SIZE);
        for (int i = 1; i < n; i++) {
            if (e.shType[i] != SHT_RELA) continue;
            int to = e.shInfo[i];
            if (to <= 0 || to >= n) throw new BadElf("relocation section " + i + " has a bad sh_info");
            InputSection s = sections[to];
            if (s == null) continue;
            if (e.shEntsize[i] != RELA_SIZE && e.shSize[i] != 0) throw new BadElf("relocation section " + i + " has entries of " + e.shEntsize[i] + " bytes");
            if (e.shLink[i] != symtab) throw new BadElf("relocation section " + i + " does not use the symbol table");
            if (s.relCount != 0) throw new BadElf("more than one relocation section for '" + s.name + "'");
            s.relOff = e.shOff[i];
            s.relCount = e.entries(i, RELA_SIZE);
            for (int r = 0, at = s.relOff; r < s.relCount; r++, at += RELA_SIZE) {
                long off = Le.i64(e.data, at);
                int sym = Le.i32(e.data, at + 12);
                if (off < 0 || off > s.size || sym < 0 || sym >= Math.max(1, symbolCount))
                    throw new BadElf("relocation " + r + " of '" + s.name + "' is malformed");
            }
            if (s.type == SHT_NOBITS && s.relCount > 0) throw new BadElf("relocations against '" + s.name + "', which has no contents");
        }
        if (!stackNote && hasCode()) c.hasExecStackRequest |= c.target.missingStackNoteMeansExec();
    }

    private boolean hasCode() {
        for (InputSection s : sections) if (s != null && s.size > 0 && (s.flags & SHF_EXECINSTR) != 0) return true;
        return false;
    }

    private void group(Context c, int i) throws BadElf {
        ElfReader e = elf;
        if (e.shSize[i] < 4 || (e.shSize[i] & 3) != 0 || e.shLink[i] != symtab || symtab == 0) throw new BadElf("malformed section group " + i);
        int flags = Le.i32(e.data, e.shOff[i]);
        int sym = e.shInfo[i];
        if (sym <= 0 || sym >= e.entries(symtab, SYM_SIZE)) throw new BadElf("malformed section group " + i);
        int at = e.shOff[symtab] + sym * SYM_SIZE;
        boolean keep = true;
        if ((flags & GRP_COMDAT) != 0) {
            String signature;
            if ((e.data[at + ST_INFO] & 15) == STT_SECTION) {
                int sec = Le.u16(e.data, at + ST_SHNDX);
                if (sec >= e.count) throw new BadElf("malformed section group " + i);
                signature = e.sectionName(sec);
            } else signature = e.string(strtab, Le.u32(e.data, at + ST_NAME));
            keep = c.claimGroup(c.names.intern("\0" + signature), this) == this;
        }
        InputSection first = null;
        InputSection last = null;
        int[] members = new int[(int) (e.shSize[i] / 4) - 1];
        if (keep) groups.add(new Group(this, flags, sym, members));
        for (int k = 4; k < e.shSize[i]; k += 4) {
            int m = Le.i32(e.data, e.shOff[i] + k);
            if (m <= 0 || m >= e.count) throw new BadElf("malformed section group " + i);
            members[k / 4 - 1] = m;
            InputSection s = sections[m];
            if (s == null) continue;
            if (!keep) discard(s);
            else if (s.nextInGroup == null && s.alloc()) {
                if (first == null) first = s;
                else last.nextInGroup = s;
                last = s;
                s.nextInGroup = first;
            }
        }
    }

    private static void discard(InputSection s) {
        s.discarded = true;
        s.live = false;
    }

    private InputSection inflate(InputSection s) throws BadElf {
        if (s.size < 24 || s.type == SHT_NOBITS) throw new BadElf("compressed section '" + s.name + "' is malformed");
        long size = Le.i64(s.data, s.off + 8);
        long align = Le.i64(s.data, s.off + 16);
        if (Le.i32(s.data, s.off) != 1) throw new BadElf("compressed section '" + s.name + "' is not in zlib format");
        if (size < 0 || size > s.size * 1100 + 4096 || size > 1 << 29 || Long.bitCount(align) > 1 || align < 0 || align > 1 << 20)
            throw new BadElf("compressed section '" + s.name + "' is malformed");
        byte[] plain = new byte[(int) size];
        Inflater inf = new Inflater();
        try {
            inf.setInput(s.data, s.off + 24, (int) s.size - 24);
            if (inf.inflate(plain) != size) throw new BadElf("compressed section '" + s.name + "' is malformed");
        } catch (DataFormatException x) {
            throw new BadElf("compressed section '" + s.name + "' is malformed");
        } finally {
            inf.end();
        }
        InputSection t = new InputSection(this, s.index, s.name, s.type, s.flags & ~SHF_COMPRESSED, Math.max(1, align), s.entsize);
        t.data = plain;
        t.size = size;
        return t;
    }

    // --- Symbols --------------------------------------------------------------------------------------------------

    /** Reads the symbol table; globals go to {@link Resolver}. */
    void readSymbols(Context c, Resolver resolver) throws BadElf {
        ElfReader e = elf;
        int n = symtab == 0 ? 1 : Math.max(1, e.entries(symtab, SYM_SIZE));
        symbols = new Symbol[n];
        firstGlobal = symtab == 0 ? 1 : Math.max(1, e.shInfo[symtab]);
        Symbol none = new Symbol(0);
        none.bind = STB_LOCAL;
        none.kind = Symbol.Kind.DEFINED;
        symbols[0] = none;
        if (shndxTable != 0 && e.entries(shndxTable, 4) < n) throw new BadElf("extended section index table is too short");
        int at = symtab == 0 ? 0 : e.shOff[symtab];
        for (int i = 1; i < n; i++) {
            at += SYM_SIZE;
            int info = e.data[at + ST_INFO] & 0xff;
            int bind = info >> 4;
            int type = info & 15;
            int shndx = Le.u16(e.data, at + ST_SHNDX);
            long value = Le.i64(e.data, at + ST_VALUE);
            long size = Le.i64(e.data, at + ST_SIZE);
            InputSection section = null;
            if (shndx == SHN_XINDEX && shndxTable != 0) shndx = Le.i32(e.data, e.shOff[shndxTable] + 4 * i);
            else if (shndx == SHN_X86_64_LCOMMON) shndx = SHN_COMMON;
            else if (shndx >= SHN_LORESERVE && shndx != SHN_ABS && shndx != SHN_COMMON) throw new BadElf("symbol " + i + " has an unknown section index");
            boolean special = shndx == SHN_ABS || shndx == SHN_COMMON || shndx == SHN_UNDEF;
            boolean lost = false;
            if (!special) {
                if (shndx < 0 || shndx >= e.count) throw new BadElf("symbol " + i + " has a bad section index");
                section = sections[shndx];
                lost = section == null || section.discarded;
            }
            if (i < firstGlobal) {
                if (bind != STB_LOCAL) throw new BadElf("global symbol " + i + " among the locals");
                int nameAt = type == STT_SECTION ? 0 : nameAt(e, at);
                Symbol s = new Symbol(nameAt == 0 ? 0 : c.names.intern(e.data, nameAt, e.stringEnd(nameAt)));
                s.bind = STB_LOCAL;
                s.type = (byte) type;
                s.other = e.data[at + ST_OTHER];
                s.file = this;
                s.value = value;
                s.size = size;
                s.section = section;
                s.kind = shndx == SHN_UNDEF ? Symbol.Kind.UNDEFINED : Symbol.Kind.DEFINED;
                if (lost && section == null) s.kind = Symbol.Kind.UNDEFINED;
                symbols[i] = s;
                continue;
            }
            if (bind == STB_LOCAL) throw new BadElf("local symbol " + i + " among the globals");
            if (bind != STB_GLOBAL && bind != STB_WEAK && bind != STB_GNU_UNIQUE) throw new BadElf("symbol " + i + " has unknown binding " + bind);
            int nameAt = nameAt(e, at);
            if (nameAt == 0) throw new BadElf("global symbol " + i + " has no name");
            int end = e.stringEnd(nameAt);
            boolean defined = shndx != SHN_UNDEF && !lost;
            Symbol s = resolver.mention(this, e.data, nameAt, end, defined);
            symbols[i] = s;
            int visibility = e.data[at + ST_OTHER] & 3;
            if (visibility != STV_DEFAULT && (s.visibility == STV_DEFAULT || visibility < s.visibility)) s.visibility = (byte) visibility;
            s.inRegular = true;
            if (!defined) resolver.reference(this, s, bind == STB_WEAK && !lost, type);
            else if (shndx == SHN_COMMON) resolver.common(this, s, value, size, type);
            else resolver.define(this, s, section, value, size, bind, type, e.data[at + ST_OTHER]);
        }
    }

    private int nameAt(ElfReader e, int at) throws BadElf {
        long off = Le.u32(e.data, at + ST_NAME);
        return off == 0 ? 0 : e.stringAt(strtab, off);
    }

    /** The source file that the first STT_FILE symbol names, or null. */
    String sourceName(Context c) {
        for (int i = 1; i < firstGlobal && i < symbols.length; i++) if (symbols[i].type == STT_FILE) return c.text(symbols[i]);
        return null;
    }

    /** The function that contains an offset of a section, or null. */
    Symbol functionAt(InputSection s, long offset) {
        Symbol best = null;
        for (Symbol y : symbols) {
            if (y.section == s && y.type == STT_FUNC && y.value <= offset && (best == null || y.value > best.value)) best = y;
        }
        return best;
    }
}
