package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.function.LongSupplier;
import org.jcc.asm.elf.Le;

/**
 * {@code .dynamic}: the table of contents that the dynamic linker starts from. Tags are chosen before layout, since their number
 * is the section's size; values are asked for when all addresses are known.
 */
final class DynamicSection {
    private record Tag(long tag, LongSupplier value) {}

    private final Context c;
    private final ArrayList<Tag> tags = new ArrayList<>();
    OutputSection section;

    DynamicSection(Context c) {
        this.c = c;
    }

    private void tag(long tag, LongSupplier value) {
        tags.add(new Tag(tag, value));
    }

    private void string(long tag, String s) {
        int at = c.synthSymbols.strings.add(s);
        tag(tag, () -> at);
    }

    private void address(long tag, OutputSection s) {
        if (s != null) tag(tag, () -> s.addr);
    }

    private void array(long tag, long sizeTag, String name) {
        OutputSection s = c.outputSection(name);
        if (s == null || s.members.isEmpty()) return;
        tag(tag, () -> s.addr);
        tag(sizeTag, () -> s.size);
    }

    /** Chooses the tags and makes the section. */
    void allocate() {
        LinkOptions o = c.options;
        DynamicSymbols y = c.synthSymbols;
        Synthetic syn = c.synth;
        for (SharedFile f : c.shareds) string(DT_NEEDED, f.soname);
        for (String s : o.filter) string(DT_FILTER, s);
        for (String s : o.auxiliary) string(DT_AUXILIARY, s);
        if (c.shared() && o.soname != null) string(DT_SONAME, o.soname);
        if (!o.rpath.isEmpty()) string(o.newDtags ? DT_RUNPATH : DT_RPATH, String.join(":", o.rpath));
        code(DT_INIT, o.init);
        code(DT_FINI, o.fini);
        if (!c.shared()) array(DT_PREINIT_ARRAY, DT_PREINIT_ARRAYSZ, ".preinit_array");
        array(DT_INIT_ARRAY, DT_INIT_ARRAYSZ, ".init_array");
        array(DT_FINI_ARRAY, DT_FINI_ARRAYSZ, ".fini_array");
        address(DT_HASH, y.hash);
        address(DT_GNU_HASH, y.gnuHash);
        tag(DT_STRTAB, () -> y.dynstr.addr);
        address(DT_SYMTAB, y.dynsym);
        tag(DT_STRSZ, () -> y.dynstr.size);
        tag(DT_SYMENT, () -> SYM_SIZE);
        if (!c.shared()) tag(DT_DEBUG, () -> 0);
        if (syn.relaPlt != null) {
            address(DT_PLTGOT, syn.gotPlt);
            tag(DT_PLTRELSZ, () -> syn.relaPlt.size);
            tag(DT_PLTREL, () -> DT_RELA);
            address(DT_JMPREL, syn.relaPlt);
        } else if (syn.gotBaseSection() != null) address(DT_PLTGOT, syn.gotBaseSection());
        if (syn.relaDyn != null) {
            address(DT_RELA, syn.relaDyn);
            tag(DT_RELASZ, () -> syn.relaDyn.size);
            tag(DT_RELAENT, () -> RELA_SIZE);
        }
        if (o.bsymbolic && c.shared()) tag(DT_SYMBOLIC, () -> 0);
        if (c.textrel) tag(DT_TEXTREL, () -> 0);
        int flags = (o.zOrigin ? DF_ORIGIN : 0) | (o.bsymbolic && c.shared() ? DF_SYMBOLIC : 0) | (c.textrel ? DF_TEXTREL : 0)
                | (o.zNow ? DF_BIND_NOW : 0) | (c.staticTls ? DF_STATIC_TLS : 0);
        int flags1 = o.flags1 | (o.zNow ? DF_1_NOW : 0) | (o.zOrigin ? DF_1_ORIGIN : 0) | (o.kind == LinkOptions.Kind.PIE ? DF_1_PIE : 0);
        if (flags != 0) tag(DT_FLAGS, () -> flags);
        if (flags1 != 0) tag(DT_FLAGS_1, () -> flags1 & 0xffffffffL);
        if (y.verdef != null) {
            address(DT_VERDEF, y.verdef);
            tag(DT_VERDEFNUM, () -> y.verdef.info);
        }
        if (y.verneed != null) {
            address(DT_VERNEED, y.verneed);
            tag(DT_VERNEEDNUM, () -> y.verneed.info);
        }
        address(DT_VERSYM, y.versym);
        if (syn.relaDyn != null && hasRelative()) tag(DT_RELACOUNT, () -> syn.relativeCount);
        tag(DT_NULL, () -> 0);
        section = syn.add(".dynamic", SHT_DYNAMIC, SHF_ALLOC | SHF_WRITE, 8, DYN_SIZE, (long) tags.size() * DYN_SIZE, this::write);
    }

    private boolean hasRelative() {
        return c.scan.hasRelative();
    }

    private void code(long tag, String name) {
        Symbol s = c.find(name);
        if (s != null && s.kind == Symbol.Kind.DEFINED && s.file instanceof ObjectFile) tag(tag, () -> c.definition(s));
    }

    private void write(byte[] o, int at) {
        for (Tag t : tags) {
            Le.put64(o, at, t.tag);
            Le.put64(o, at + 8, t.value.getAsLong());
            at += DYN_SIZE;
        }
    }
}
