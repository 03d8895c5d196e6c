package org.jcc.asm;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.elf.Elf;

/** A section under construction: its attributes and its pieces (one per {@code .subsection}). Mutable. */
public final class Section {
    public final String name;
    public int type;
    public long flags;
    public int entsize;
    /** Signature of the group that the section belongs to, or null; {@code comdat} if only one copy is kept. */
    public final String group;
    public boolean comdat;
    /** The section or symbol named by the {@code o} flag, or null. */
    public String linkOrder;
    /** Bytes. */
    public int align = 1;
    final List<Piece> pieces = new ArrayList<>(1);
    /** The symbol that stands for the section's start. */
    final Symbol symbol;
    final int order;
    /** Filled by {@link ObjectBuilder#finish}. */
    byte[] bytes;
    long size;
    final List<Relocation> relocations = new ArrayList<>();
    int index;

    Section(String name, int type, long flags, int entsize, String group, boolean comdat, Symbol symbol, int order) {
        this.name = name;
        this.type = type;
        this.flags = flags;
        this.entsize = entsize;
        this.group = group;
        this.comdat = comdat;
        this.symbol = symbol;
        this.order = order;
    }

    /** True if the section takes no room in the file. */
    public boolean isNobits() {
        return type == Elf.SHT_NOBITS;
    }

    public boolean isCode() {
        return (flags & Elf.SHF_EXECINSTR) != 0;
    }

    /** A relocation of the finished object. */
    record Relocation(long offset, int type, Symbol symbol, long addend) {}
}
