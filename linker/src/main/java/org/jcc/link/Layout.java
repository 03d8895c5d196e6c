package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import org.jcc.asm.elf.Le;

/**
 * Puts the output sections in order, gives them addresses and file offsets, and makes the program headers.
 *
 * <pre>
 *   R    ELF header, program headers, .interp, notes, hashes, .dynsym .dynstr, versions, .rela.*
 *   RX   .init .plt .text .fini
 *   R    .rodata .eh_frame_hdr .eh_frame .gcc_except_table
 *   RW   .tdata .tbss arrays .data.rel.ro .dynamic .got | page | .got.plt .data .bss      (left of the bar: RELRO)
 *        not loaded: .comment .debug_* .symtab .strtab .shstrtab
 * </pre>
 *
 * <p>The one hard thing is the end of RELRO, which must be a page boundary: the start of RW is moved up within its page by what
 * is missing at the end, so that neither file nor memory is wasted. File offset and address agree modulo the page size everywhere.
 *
 * <p>Requires: sizes of all sections but non-loaded bodies. Ensures: addresses; {@link #writeHeaders} has all it needs.
 */
final class Layout {
    private final Context c;
    private final long page;
    long imageStart;
    long imageEnd;
    long textEnd;
    long dataEnd;
    long bssStart;
    long fileSize;
    long sectionHeaders;
    private OutputSection relroFirst;
    private long relroStart;
    private long relroEnd;
    private final ArrayList<Segment> segments = new ArrayList<>();

    private static final class Segment {
        final int type;
        int flags;
        long off;
        long addr;
        long fileSize;
        long memSize;
        long align = 1;
        final ArrayList<OutputSection> sections = new ArrayList<>();

        Segment(int type, int flags) {
            this.type = type;
            this.flags = flags;
        }
    }

    Layout(Context c) {
        this.c = c;
        page = c.options.maxPageSize != 0 ? c.options.maxPageSize : c.target.pageSize();
    }

    // --- Order --------------------------------------------------------------------------------------------------------

    private static final Set<String> RELRO_NAMES = Set.of(".data.rel.ro", ".dynamic", ".got", ".init_array", ".fini_array", ".preinit_array", ".ctors",
            ".dtors", ".jcr", ".tdata", ".tbss", ".tm_clone_table");

    private int rank(OutputSection s) {
        if (!s.alloc()) {
            return switch (s.name) {
                case ".symtab" -> 1001;
                case ".strtab" -> 1002;
                case ".shstrtab" -> 1003;
                default -> 1000;
            };
        }
        boolean large = (s.flags & SHF_X86_64_LARGE) != 0;
        if ((s.flags & SHF_WRITE) != 0) {
            if (s.tls()) return s.nobits() ? 301 : 300;
            switch (s.name) {
                case ".preinit_array":
                    return 302;
                case ".init_array", ".ctors":
                    return 303;
                case ".fini_array", ".dtors":
                    return 304;
                case ".data.rel.ro", ".jcr":
                    return 305;
                case ".dynamic":
                    return 306;
                case ".got":
                    return 307;
                case ".got.plt":
                    return c.options.zNow && c.options.zRelro ? 308 : 400;
                case ".data":
                    return 401;
                case ".sdata":
                    return 404;
                case ".sbss":
                    return 500;
                case ".bss":
                    return 501;
                default:
                    if (large) return s.nobits() ? 602 : 601;
                    return s.nobits() ? 502 : (s.flags & SHF_EXECINSTR) != 0 ? 600 : 403;
            }
        }
        if ((s.flags & SHF_EXECINSTR) != 0) {
            return switch (s.name) {
                case ".init" -> 100;
                case ".plt" -> 101;
                case ".text" -> 103;
                case ".fini" -> 104;
                default -> 102;
            };
        }
        if (s.type == SHT_NOTE) return s.name.equals(".note.gnu.property") ? 1 : s.name.equals(".note.gnu.build-id") ? 2 : 3;
        return switch (s.name) {
            case ".interp" -> 0;
            case ".hash" -> 10;
            case ".gnu.hash" -> 11;
            case ".dynsym" -> 12;
            case ".dynstr" -> 13;
            case ".gnu.version" -> 14;
            case ".gnu.version_d" -> 15;
            case ".gnu.version_r" -> 16;
            case ".rela.dyn" -> 17;
            case ".rela.plt" -> 18;
            case ".rodata" -> 200;
            case ".eh_frame_hdr" -> 202;
            case ".eh_frame" -> 203;
            case ".gcc_except_table" -> 204;
            default -> large ? 603 : s.nobits() ? 206 : 201;
        };
    }

    /** Drops empty sections and sorts the rest. */
    void order() {
        c.sections.removeIf(s -> {
            if (s.body != null || !s.members.isEmpty() && nonEmpty(s)) return false;
            c.byName.remove(s.name, s);
            return true;
        });
        for (OutputSection s : c.sections) {
            s.rank = rank(s);
            s.relro = c.options.zRelro && s.rank >= 300 && s.rank < 400;
        }
        c.sections.sort(Comparator.<OutputSection>comparingInt(s -> s.rank).thenComparingInt(s -> s.order));
        for (int i = 0; i < c.sections.size(); i++) c.sections.get(i).index = i + 1;
    }

    /** Empty sections stay if a symbol stands in them, for the symbol's section index; a section of only empty pieces without symbols goes. */
    private boolean nonEmpty(OutputSection s) {
        for (InputSection m : s.members) if (m.size > 0) return true;
        return Sections.isIdentifier(s.name) || hasSymbol(s);
    }

    private boolean hasSymbol(OutputSection s) {
        for (InputSection m : s.members) {
            if (m.file == null) continue;
            for (Symbol y : m.file.symbols) if (y.section == m && y.type != STT_SECTION) return true;
        }
        return false;
    }

    // --- Addresses ----------------------------------------------------------------------------------------------------

    /** Lays the members of a section out; its size. */
    static void sizeOf(OutputSection s) {
        if (s.body != null) {
            s.size = s.body.size();
            return;
        }
        long at = 0;
        for (InputSection m : s.members) {
            at = at + m.align - 1 & -m.align;
            m.outOff = at;
            at += m.outSize();
            s.align = Math.max(s.align, m.align);
        }
        s.size = at;
    }

    private static int permissions(OutputSection s) {
        return PF_R | ((s.flags & SHF_WRITE) != 0 ? PF_W : 0) | ((s.flags & SHF_EXECINSTR) != 0 ? PF_X : 0);
    }

    /** True for bytes of the file behind memory that is not in the file (large data behind .bss): they begin a segment. */
    private static boolean behindZeros(OutputSection before, OutputSection s) {
        return before != null && before.nobits() && !before.tls() && !s.nobits();
    }

    /** Makes the list of segments; their number decides where sections begin. */
    void segments() {
        segments.clear();
        OutputSection interp = c.outputSection(".interp");
        if (interp != null || c.dynamic && !c.shared()) segments.add(new Segment(PT_PHDR, PF_R));
        if (interp != null) single(PT_INTERP, PF_R, interp);
        Segment load = null;
        OutputSection before = null;
        for (OutputSection s : c.sections) {
            if (!s.alloc()) break;
            int p = permissions(s);
            if (load == null || load.flags != p || behindZeros(before, s) || c.options.sectionStart.containsKey(s.name)) segments.add(load = new Segment(PT_LOAD, p));
            load.sections.add(s);
            before = s;
        }
        if (load == null) segments.add(new Segment(PT_LOAD, PF_R));
        Segment first = null;
        for (Segment s : segments) if (s.type == PT_LOAD && first == null) first = s;
        if (first.flags != PF_R) { // the headers get a segment of their own
            segments.add(segments.indexOf(first), new Segment(PT_LOAD, PF_R));
        }
        if (c.dynamic) single(PT_DYNAMIC, PF_R | PF_W, c.dynamicSection.section);
        Segment note = null;
        for (OutputSection s : c.sections) {
            if (!s.alloc() || s.type != SHT_NOTE) {
                note = null;
                continue;
            }
            if (note == null || note.align != s.align) segments.add(note = new Segment(PT_NOTE, PF_R));
            note.align = s.align;
            note.sections.add(s);
        }
        Segment tls = null;
        for (OutputSection s : c.sections) {
            if (!s.tls() || !s.alloc()) continue;
            if (tls == null) segments.add(tls = new Segment(PT_TLS, PF_R));
            tls.sections.add(s);
        }
        OutputSection properties = c.outputSection(".note.gnu.property");
        if (properties != null) single(PT_GNU_PROPERTY, PF_R, properties);
        if (c.ehFrame.header != null) single(PT_GNU_EH_FRAME, PF_R, c.ehFrame.header);
        boolean exec = c.options.execStack != null ? c.options.execStack : c.hasExecStackRequest;
        Segment stack = new Segment(PT_GNU_STACK, PF_R | PF_W | (exec ? PF_X : 0));
        stack.align = 16;
        stack.memSize = c.options.stackSize;
        segments.add(stack);
        Segment relro = null;
        relroFirst = null;
        for (OutputSection s : c.sections) {
            if (!s.relro) continue;
            if (relro == null) {
                segments.add(relro = new Segment(PT_GNU_RELRO, PF_R));
                relroFirst = s;
            }
            relro.sections.add(s);
        }
        OutputSection attributes = c.outputSection(".riscv.attributes");
        if (attributes != null) single(PT_RISCV_ATTRIBUTES, PF_R, attributes);
    }

    private void single(int type, int flags, OutputSection s) {
        Segment g = new Segment(type, flags);
        g.sections.add(s);
        segments.add(g);
    }

    private int phnum() {
        return segments.size();
    }

    private static long up(long v, long align) {
        return v + align - 1 & -align;
    }

    /** Gives addresses and offsets to the loaded sections. May run again after sections changed size. */
    void place() {
        Long base = c.options.sectionStart.get(".text-segment");
        imageStart = base != null ? base & -page : c.pic() ? 0 : c.target.imageBase();
        long addr = imageStart + EHDR_SIZE + (long) phnum() * PHDR_SIZE;
        long off = EHDR_SIZE + (long) phnum() * PHDR_SIZE;
        int perms = PF_R;
        OutputSection before = null;
        bssStart = 0;
        dataEnd = 0;
        textEnd = 0;
        c.tlsAlign = 1;
        long tlsEnd = 0;
        boolean tlsSeen = false;
        boolean inRelro = false;
        relroStart = relroEnd = 0;
        long tbss = 0;
        for (OutputSection s : c.sections) if (s.alloc() && s.tls()) c.tlsAlign = Math.max(c.tlsAlign, s.align);
        for (OutputSection s : c.sections) {
            if (!s.alloc()) break;
            int p = permissions(s);
            Long wanted = c.options.sectionStart.get(s.name);
            if (wanted != null) {
                if (wanted < addr) c.error("section '" + s.name + "' at 0x" + Long.toHexString(wanted) + " overlaps what lies before it");
                else {
                    off = up(off, page) + wanted % page;
                    addr = wanted;
                }
            } else if (p != perms || behindZeros(before, s)) {
                if (s == relroFirst) addr = relroBase(addr, s);
                else if (page <= 0x1000) addr = up(addr, page);
                else addr = up(addr, page) + off % page;
                off = congruent(off, addr);
            }
            if (inRelro && !s.relro) {
                relroEnd = up(addr, page);
                long gap = relroEnd - addr;
                addr += gap;
                off += gap;
                inRelro = false;
            }
            perms = p;
            before = s;
            long align = s.align;
            if (s.tls() && !tlsSeen) align = c.tlsAlign;
            if (s.tls() && s.nobits()) {
                s.addr = up(Math.max(addr, tbss), align);
                s.off = off;
                tbss = s.addr + s.size;
            } else {
                long at = up(addr, align);
                if (!s.nobits()) off += at - addr;
                addr = at;
                s.addr = addr;
                s.off = off;
                addr += s.size;
                if (!s.nobits()) off += s.size;
            }
            if (s.relro && !inRelro) {
                inRelro = true;
                relroStart = s.addr;
            }
            if (s.tls()) {
                if (!tlsSeen) c.tlsStart = s.addr;
                tlsSeen = true;
                tlsEnd = Math.max(tlsEnd, s.addr + s.size);
            }
            if ((p & PF_X) != 0 && (p & PF_W) == 0) textEnd = addr;
            if ((p & PF_W) != 0 && !s.nobits()) dataEnd = addr;
            if (s.nobits() && !s.tls() && bssStart == 0) bssStart = s.addr;
        }
        if (inRelro) {
            relroEnd = up(addr, page);
            off += relroEnd - addr;
            addr = relroEnd;
            // the file must reach the page's end for the protected page to be mapped as one
        }
        c.tlsSize = tlsSeen ? tlsEnd - c.tlsStart : 0;
        imageEnd = addr;
        if (dataEnd == 0) dataEnd = addr;
        if (bssStart == 0) bssStart = dataEnd;
        if (textEnd == 0) textEnd = imageStart;
        fileSize = off;
    }

    /** The address for the first RELRO section, so that the last one ends at a page boundary. */
    private long relroBase(long addr, OutputSection first) {
        long start = up(addr, page);
        long align = 1;
        long at = start;
        for (OutputSection s : c.sections) {
            if (!s.relro) continue;
            align = Math.max(align, s.align);
            if (s.tls()) align = Math.max(align, c.tlsAlign);
        }
        if (align >= page) return start;
        boolean tlsSeen = false;
        for (OutputSection s : c.sections) {
            if (!s.relro) continue;
            long a = s.tls() && !tlsSeen ? c.tlsAlign : s.align;
            tlsSeen |= s.tls();
            if (s.occupies()) at = up(at, a) + s.size;
            else if (s.tls()) up(at, a);
        }
        long missing = up(at, page) - at;
        return start + (missing & -align);
    }

    private long congruent(long off, long addr) {
        long want = addr % page;
        long o = off - off % page + want;
        return o < off ? o + page : o;
    }

    /** Offsets for what is not loaded, and the end of the file. */
    void placeUnloaded() {
        long off = fileSize;
        for (OutputSection s : c.sections) {
            if (s.alloc()) continue;
            if (s.body != null) s.size = s.body.size();
            off = up(off, s.align);
            s.off = off;
            if (!s.nobits()) off += s.size;
        }
        sectionHeaders = up(off, 8);
        fileSize = sectionHeaders + (long) (c.sections.size() + 1) * SHDR_SIZE;
    }

    /** The section whose address range holds or ends at {@code v}; null if there is no loaded section. */
    OutputSection sectionNear(long v) {
        OutputSection best = null;
        for (OutputSection s : c.sections) {
            if (!s.occupies()) continue;
            if (s.addr <= v && (best == null || s.addr >= best.addr || v > best.addr + best.size)) {
                if (best != null && v <= best.addr + best.size && v < s.addr) continue;
                if (best != null && best.addr + best.size >= v && s.addr + s.size < v) continue;
                best = s;
            }
        }
        if (best == null) for (OutputSection s : c.sections) if (s.occupies()) return s;
        return best;
    }

    OutputSection firstTls() {
        for (OutputSection s : c.sections) if (s.tls()) return s;
        return null;
    }

    /** RISC-V's gp: 0x800 into the small data. */
    long globalPointer() {
        OutputSection s = c.outputSection(".sdata");
        if (s == null) s = c.outputSection(".sbss");
        if (s == null) s = c.outputSection(".data");
        return (s == null ? dataEnd : s.addr) + 0x800;
    }

    // --- Headers ------------------------------------------------------------------------------------------------------

    /** Writes the ELF header, program headers and section headers. */
    void writeHeaders(byte[] o, StringTable names, int[] nameOffsets, OutputSection shstrtab) {
        o[0] = 0x7f;
        o[1] = 'E';
        o[2] = 'L';
        o[3] = 'F';
        o[EI_CLASS] = ELFCLASS64;
        o[EI_DATA] = ELFDATA2LSB;
        o[EI_VERSION] = EV_CURRENT;
        o[EI_OSABI] = (byte) (c.usesGnuAbi ? ELFOSABI_GNU : ELFOSABI_SYSV);
        Le.put16(o, E_TYPE, c.pic() ? ET_DYN : ET_EXEC);
        Le.put16(o, E_MACHINE, c.target.machine());
        Le.put32(o, E_VERSION, EV_CURRENT);
        Le.put64(o, E_ENTRY, c.entryAddress());
        Le.put64(o, E_PHOFF, EHDR_SIZE);
        Le.put64(o, E_SHOFF, sectionHeaders);
        Le.put32(o, E_FLAGS, c.target.outputFlags(c));
        Le.put16(o, E_EHSIZE, EHDR_SIZE);
        Le.put16(o, E_PHENTSIZE, PHDR_SIZE);
        Le.put16(o, E_PHNUM, phnum());
        Le.put16(o, E_SHENTSIZE, SHDR_SIZE);
        Le.put16(o, E_SHNUM, c.sections.size() + 1);
        Le.put16(o, E_SHSTRNDX, shstrtab.index);
        programHeaders(o);
        int at = (int) sectionHeaders;
        for (OutputSection s : c.sections) {
            at += SHDR_SIZE;
            Le.put32(o, at + SH_NAME, nameOffsets[s.index]);
            Le.put32(o, at + SH_TYPE, s.type);
            Le.put64(o, at + SH_FLAGS, s.flags);
            Le.put64(o, at + SH_ADDR, s.addr);
            Le.put64(o, at + SH_OFFSET, s.off);
            Le.put64(o, at + SH_SIZE, s.size);
            Le.put32(o, at + SH_LINK, s.link != null ? s.link.index : s.type == SHT_RELA ? relocationSymbols() : 0);
            Le.put32(o, at + SH_INFO, s.infoSection != null ? s.infoSection.index : s.info);
            Le.put64(o, at + SH_ADDRALIGN, s.align);
            Le.put64(o, at + SH_ENTSIZE, s.entsize);
        }
    }

    /** The symbol table that dynamic relocations index; a static executable's use none, and name the full one. */
    private int relocationSymbols() {
        if (c.synthSymbols.dynsym != null) return c.synthSymbols.dynsym.index;
        OutputSection symtab = c.outputSection(".symtab");
        return symtab == null ? 0 : symtab.index;
    }

    private void programHeaders(byte[] o) {
        int at = EHDR_SIZE;
        boolean firstLoad = true;
        for (Segment g : segments) {
            long addr = 0;
            long off = 0;
            long fileEnd = 0;
            long memEnd = 0;
            boolean any = false;
            for (OutputSection s : g.sections) {
                if (g.type == PT_LOAD && !s.occupies()) continue;
                if (!any) {
                    addr = s.addr;
                    off = s.off;
                    fileEnd = off;
                    any = true;
                }
                g.align = Math.max(g.align, s.align);
                memEnd = s.addr + s.size;
                if (!s.nobits()) fileEnd = s.off + s.size;
            }
            long fileSize = fileEnd - off;
            long memSize = memEnd - addr;
            switch (g.type) {
                case PT_PHDR -> {
                    off = EHDR_SIZE;
                    addr = imageStart + EHDR_SIZE;
                    fileSize = memSize = (long) phnum() * PHDR_SIZE;
                    g.align = 8;
                }
                case PT_LOAD -> {
                    g.align = page;
                    if (firstLoad) {
                        off = 0;
                        addr = imageStart;
                        fileSize = any ? fileEnd : EHDR_SIZE + (long) phnum() * PHDR_SIZE;
                        memSize = any ? memEnd - imageStart : fileSize;
                        firstLoad = false;
                    } else if (relroEnd != 0 && g.sections.contains(relroFirst) && addr + memSize < relroEnd) {
                        fileSize += relroEnd - (addr + fileSize);
                        memSize = relroEnd - addr;
                    }
                }
                case PT_TLS -> {
                    g.align = c.tlsAlign;
                    memSize = c.tlsSize;
                }
                case PT_GNU_STACK -> memSize = g.memSize;
                case PT_GNU_RELRO -> {
                    g.align = 1;
                    memSize = relroEnd - relroStart;
                    fileSize = memSize;
                }
                case PT_RISCV_ATTRIBUTES -> {
                    addr = 0;
                    memSize = 0;
                    g.align = 1;
                    if (any) fileSize = g.sections.get(0).size;
                }
                default -> {}
            }
            Le.put32(o, at + P_TYPE, g.type);
            Le.put32(o, at + P_FLAGS, g.flags);
            Le.put64(o, at + P_OFFSET, off);
            Le.put64(o, at + P_VADDR, addr);
            Le.put64(o, at + P_PADDR, addr);
            Le.put64(o, at + P_FILESZ, fileSize);
            Le.put64(o, at + P_MEMSZ, memSize);
            Le.put64(o, at + P_ALIGN, g.align);
            at += PHDR_SIZE;
        }
    }
}
