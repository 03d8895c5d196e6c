package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import org.jcc.asm.elf.Le;

/**
 * The sections that the linker makes for code to run: {@code .got}, {@code .got.plt}, {@code .plt}, {@code .rela.dyn},
 * {@code .rela.plt}, and the space for copied data. What the dynamic linker reads besides is {@link DynamicSymbols}' and
 * {@link DynamicSection}'s.
 *
 * <p>{@code .got} holds addresses that the scan asked for, then TLS words; {@code .got.plt} the words that PLT entries jump
 * through, lazily bound ones first, then those of IFUNCs, which are filled by calling the resolver ({@code IRELATIVE}).
 *
 * <p>Requires: the scan is done. Ensures after {@link #allocate}: every index in {@link Symbol}, all sizes.
 */
final class Synthetic {
    private final Context c;
    private final Scan scan;
    private final LinkTarget t;
    final ArrayList<Symbol> plt = new ArrayList<>();
    private int lazyCount;
    private int gotWords;
    private int tlsLdIndex = -1;
    private final ArrayList<Symbol> gotSymbols = new ArrayList<>();

    OutputSection got;
    OutputSection gotPlt;
    OutputSection pltSection;
    OutputSection relaDyn;
    OutputSection relaPlt;
    /** RELATIVE relocations at the start of .rela.dyn. */
    int relativeCount;
    private Scan.Reloc[] sorted = {};
    private final ArrayList<Scan.Reloc> pltRelocs = new ArrayList<>();

    Synthetic(Context c, Scan scan) {
        this.c = c;
        this.scan = scan;
        t = c.target;
    }

    // --- Allocation -------------------------------------------------------------------------------------------------

    /** Gives indices to symbols with needs, space to copies, and makes the sections. */
    void allocate() {
        for (Symbol y : new ArrayList<>(scan.needy)) if ((y.needs & Symbol.COPY) != 0 && y.section == null) copy(y);
        for (Symbol y : scan.needy) if ((y.needs & Symbol.PLT) != 0 && !y.isLocalIfunc()) addPlt(y);
        lazyCount = plt.size();
        for (Symbol y : scan.needy) if ((y.needs & Symbol.PLT) != 0 && y.isLocalIfunc()) addPlt(y);
        gotWords = t.gotHeaderWords();
        for (Symbol y : scan.needy) {
            int n = y.needs;
            if ((n & (Symbol.GOT | Symbol.GOT_TP | Symbol.TLS_GD | Symbol.TLS_DESC)) == 0) continue;
            gotSymbols.add(y);
            if ((n & Symbol.GOT) != 0) y.gotIndex = gotWords++;
            if ((n & Symbol.GOT_TP) != 0) y.gotTpIndex = gotWords++;
            if ((n & Symbol.TLS_GD) != 0) {
                y.tlsGdIndex = gotWords;
                gotWords += 2;
            }
            if ((n & Symbol.TLS_DESC) != 0) {
                y.tlsDescIndex = gotWords;
                gotWords += 2;
            }
            if (y.preemptible) y.dynamic = true;
        }
        if (scan.needsTlsLd) {
            tlsLdIndex = gotWords;
            gotWords += 2;
        }
        boolean baseWanted = scan.needsGotSection || c.find("_GLOBAL_OFFSET_TABLE_") != null && c.find("_GLOBAL_OFFSET_TABLE_").inRegular;
        if (gotWords > t.gotHeaderWords() || baseWanted && !t.globalOffsetTableIsGotPlt() || c.dynamic && t.gotHeaderWords() > 0)
            got = add(".got", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE, 8, 8, gotWords * 8L, this::writeGot);
        if (!plt.isEmpty() || baseWanted && t.globalOffsetTableIsGotPlt() || c.dynamic && t.gotPltHeaderWords() > 0 && !c.options.isStatic)
            gotPlt = add(".got.plt", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE, 8, 8, (t.gotPltHeaderWords() + plt.size()) * 8L, this::writeGotPlt);
        if (!plt.isEmpty())
            pltSection = add(".plt", SHT_PROGBITS, SHF_ALLOC | SHF_EXECINSTR, 16, t.pltEntrySize(), header() + plt.size() * (long) t.pltEntrySize(), this::writePlt);
        gotRelocs();
        pltRelocs();
        if (!scan.relocs.isEmpty())
            relaDyn = add(".rela.dyn", SHT_RELA, SHF_ALLOC, 8, RELA_SIZE, scan.relocs.size() * (long) RELA_SIZE, (o, at) -> writeRelocs(o, at, Arrays.asList(sorted)));
        if (!pltRelocs.isEmpty()) {
            relaPlt = add(".rela.plt", SHT_RELA, SHF_ALLOC | SHF_INFO_LINK, 8, RELA_SIZE, pltRelocs.size() * (long) RELA_SIZE, (o, at) -> writeRelocs(o, at, pltRelocs));
            relaPlt.infoSection = gotPlt;
        }
    }

    private void addPlt(Symbol y) {
        y.pltIndex = plt.size();
        plt.add(y);
        if (y.preemptible) y.dynamic = true;
    }

    private int header() {
        return lazyCount > 0 ? t.pltHeaderSize() : 0;
    }

    OutputSection add(String name, int type, long flags, long align, int entsize, long size, java.util.function.ObjIntConsumer<byte[]> writer) {
        OutputSection s = new OutputSection(name, type, flags, align, entsize, new OutputSection.Body() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void write(byte[] out, int at) {
                writer.accept(out, at);
            }
        });
        s.size = size;
        s.order = c.sections.size();
        c.sections.add(s);
        c.byName.putIfAbsent(name, s);
        return s;
    }

    /** Gives a library's datum a place in the executable, with all its names in that library. */
    private void copy(Symbol y) {
        SharedFile f = (SharedFile) y.file;
        int sec = f.sectionOf(y.value);
        long align = sec == 0 ? 16 : f.elf.shAlign[sec];
        if (y.value != 0) align = Math.min(align, Long.lowestOneBit(y.value));
        align = Math.max(1, Math.min(align, 64));
        if (y.size == 0) c.warn("symbol '" + c.text(y) + "' of " + f.name + " has no size; nothing is copied");
        boolean readOnly = sec != 0 && c.options.zRelro && ((f.elf.shFlags[sec] & SHF_WRITE) == 0 || relro(f, y.value));
        InputSection space = new InputSection(null, 0, "COPY", readOnly ? SHT_PROGBITS : SHT_NOBITS, SHF_ALLOC | SHF_WRITE, align, 0);
        space.size = Math.min(y.size, 1 << 28);
        if (readOnly) space.data = new byte[(int) space.size];
        OutputSection out = Sections.place(c, space, readOnly ? ".data.rel.ro" : ".bss");
        out.members.remove(out.members.size() - 1);
        out.members.add(0, space);
        for (Symbol a : f.aliases(y)) {
            a.section = space;
            a.value = 0;
            a.dynamic = true;
            a.needs |= Symbol.COPY;
        }
        y.section = space;
        y.value = 0;
        y.dynamic = true;
        scan.relocs.add(new Scan.Reloc(t.dynamic().copy(), y, null, 0, space, null, 0));
    }

    /** True if the library protects the address after relocation. */
    private static boolean relro(SharedFile f, long address) {
        int sec = f.sectionOf(address);
        try {
            return sec != 0 && f.elf.sectionName(sec).startsWith(".data.rel.ro");
        } catch (org.jcc.asm.elf.BadElf e) {
            return false;
        }
    }

    private void gotRelocs() {
        LinkTarget.DynamicTypes d = t.dynamic();
        for (Symbol y : gotSymbols) {
            if (y.gotIndex >= 0) {
                if (y.preemptible) reloc(d.globDat(), y, null, 0, y.gotIndex);
                else if (c.movable(y)) reloc(d.relative(), null, y, 0, y.gotIndex);
            }
            if (y.gotTpIndex >= 0) {
                if (y.preemptible) reloc(d.tpOff(), y, null, 0, y.gotTpIndex);
                else if (c.shared()) tls(d.tpOff(), y, y.gotTpIndex);
            }
            if (y.tlsGdIndex >= 0) {
                if (y.preemptible) {
                    reloc(d.dtpMod(), y, null, 0, y.tlsGdIndex);
                    reloc(d.dtpOff(), y, null, 0, y.tlsGdIndex + 1);
                } else if (c.shared()) reloc(d.dtpMod(), null, null, 0, y.tlsGdIndex);
            }
            if (y.tlsDescIndex >= 0) {
                if (y.preemptible) reloc(d.tlsDesc(), y, null, 0, y.tlsDescIndex);
                else tls(d.tlsDesc(), y, y.tlsDescIndex);
            }
        }
        if (tlsLdIndex >= 0 && c.shared()) reloc(d.dtpMod(), null, null, 0, tlsLdIndex);
    }

    private void reloc(int type, Symbol y, Symbol base, long addend, int index) {
        if (y != null) y.dynamic = true;
        scan.relocs.add(new Scan.Reloc(type, y, base, addend, null, got, index * 8L));
    }

    /** A TLS relocation against our own module: the addend is the offset in the TLS block. */
    private void tls(int type, Symbol y, int index) {
        scan.relocs.add(new Scan.Reloc(type, null, y, 0, null, got, index * 8L));
    }

    private void pltRelocs() {
        for (Symbol y : plt) {
            boolean ifunc = y.isLocalIfunc();
            pltRelocs.add(new Scan.Reloc(ifunc ? t.dynamic().irelative() : t.dynamic().jumpSlot(), ifunc ? null : y, ifunc ? y : null, 0, null, gotPlt,
                    (t.gotPltHeaderWords() + y.pltIndex) * 8L));
        }
    }

    /** Orders .rela.dyn when all addresses are known: RELATIVE first by address, the others by symbol. */
    void sortRelocs() {
        sorted = scan.relocs.toArray(new Scan.Reloc[0]);
        int relative = t.dynamic().relative();
        Arrays.sort(sorted, Comparator.<Scan.Reloc>comparingInt(r -> r.type == relative ? 0 : 1).thenComparingInt(r -> r.sym == null ? 0 : r.sym.dynIndex)
                .thenComparingLong(Scan.Reloc::address));
        relativeCount = 0;
        for (Scan.Reloc r : sorted) if (r.type == relative) relativeCount++;
    }

    private void writeRelocs(byte[] o, int at, java.util.List<Scan.Reloc> list) {
        for (Scan.Reloc r : list) {
            Le.put64(o, at, r.address());
            Le.put64(o, at + 8, (long) (r.sym == null ? 0 : r.sym.dynIndex) << 32 | r.type);
            long addend = r.addend;
            if (r.base != null) {
                if (r.type == t.dynamic().tpOff() || r.type == t.dynamic().tlsDesc()) addend += c.definition(r.base) - c.tlsStart;
                else if (r.type == t.dynamic().irelative()) addend += c.definition(r.base);
                else addend = sum(r.base, addend);
            }
            Le.put64(o, at + 16, addend);
            at += RELA_SIZE;
        }
    }

    /** Address of symbol plus addend, where the addend to a section of mergeable pieces selects the piece. */
    private long sum(Symbol y, long addend) {
        if (y.section != null && y.section.merged != null && y.type == STT_SECTION) return y.section.address(y.value + addend);
        return c.address(y) + addend;
    }

    // --- Addresses --------------------------------------------------------------------------------------------------

    long gotAddress(Symbol y) {
        return y.gotIndex < 0 ? 0 : got.addr + y.gotIndex * 8L;
    }

    long gotTpAddress(Symbol y) {
        return y.gotTpIndex < 0 ? 0 : got.addr + y.gotTpIndex * 8L;
    }

    long tlsGdAddress(Symbol y) {
        return y.tlsGdIndex < 0 ? 0 : got.addr + y.tlsGdIndex * 8L;
    }

    long tlsDescAddress(Symbol y) {
        return y.tlsDescIndex < 0 ? 0 : got.addr + y.tlsDescIndex * 8L;
    }

    long tlsLdAddress() {
        return got.addr + tlsLdIndex * 8L;
    }

    long pltAddress(Symbol y) {
        return pltSection == null ? 0 : pltSection.addr + header() + (long) y.pltIndex * t.pltEntrySize();
    }

    /** What {@code _GLOBAL_OFFSET_TABLE_} means. */
    long gotBase() {
        OutputSection s = gotBaseSection();
        return s == null ? 0 : s.addr;
    }

    OutputSection gotBaseSection() {
        return t.globalOffsetTableIsGotPlt() ? gotPlt : got;
    }

    // --- Contents ---------------------------------------------------------------------------------------------------

    private void writeGot(byte[] o, int at) {
        if (t.gotHeaderWords() > 0) Le.put64(o, at, c.outputSection(".dynamic") == null ? 0 : c.outputSection(".dynamic").addr);
        for (Symbol y : gotSymbols) {
            if (y.gotIndex >= 0 && !y.preemptible) Le.put64(o, at + y.gotIndex * 8, c.address(y));
            if (y.gotTpIndex >= 0 && !y.preemptible && !c.shared()) Le.put64(o, at + y.gotTpIndex * 8, c.tpOffset(y, 0));
            if (y.tlsGdIndex >= 0 && !y.preemptible) {
                if (!c.shared()) Le.put64(o, at + y.tlsGdIndex * 8, 1);
                Le.put64(o, at + y.tlsGdIndex * 8 + 8, t.dtpOffset(c, c.definition(y)));
            }
        }
        if (tlsLdIndex >= 0 && !c.shared()) Le.put64(o, at + tlsLdIndex * 8, 1);
    }

    private void writeGotPlt(byte[] o, int at) {
        if (t.gotPltHeaderWords() == 3 && c.outputSection(".dynamic") != null) Le.put64(o, at, c.outputSection(".dynamic").addr);
        for (Symbol y : plt) {
            int p = at + (t.gotPltHeaderWords() + y.pltIndex) * 8;
            Le.put64(o, p, y.isLocalIfunc() ? c.definition(y) : t.lazySlot(pltSection.addr, pltAddress(y)));
        }
    }

    private void writePlt(byte[] o, int at) {
        if (header() > 0) t.writePltHeader(o, at, pltSection.addr, gotPlt.addr);
        for (Symbol y : plt) {
            t.writePltEntry(o, at + header() + y.pltIndex * t.pltEntrySize(), pltAddress(y), gotPlt.addr + (t.gotPltHeaderWords() + y.pltIndex) * 8L,
                    y.pltIndex, y.isLocalIfunc() ? 0 : pltSection.addr);
        }
    }
}
