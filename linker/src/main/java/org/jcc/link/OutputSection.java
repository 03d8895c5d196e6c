package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;

/** A section of the output: input sections in order, or a body that the linker writes itself. */
final class OutputSection {
    /** Contents made by the linker; sizes are fixed before layout, bytes are written when all addresses are known. */
    interface Body {
        long size();

        void write(byte[] out, int at);
    }

    final String name;
    int type;
    long flags;
    long align = 1;
    int entsize;
    long addr;
    long off;
    long size;
    /** Index in the section header table, from 1. */
    int index;
    OutputSection link;
    OutputSection infoSection;
    int info;
    Body body;
    final ArrayList<InputSection> members = new ArrayList<>();
    /** Where it stands among the segments; see {@link Layout}. */
    int rank;
    boolean relro;
    /** Order of first appearance, the tie-breaker. */
    int order;

    OutputSection(String name, int type, long flags) {
        this.name = name;
        this.type = type;
        this.flags = flags;
    }

    OutputSection(String name, int type, long flags, long align, int entsize, Body body) {
        this(name, type, flags);
        this.align = align;
        this.entsize = entsize;
        this.body = body;
    }

    boolean alloc() {
        return (flags & SHF_ALLOC) != 0;
    }

    boolean tls() {
        return (flags & SHF_TLS) != 0;
    }

    boolean nobits() {
        return type == SHT_NOBITS;
    }

    /** Takes up address space after it: all but {@code .tbss}. */
    boolean occupies() {
        return alloc() && !(tls() && nobits());
    }

    @Override
    public String toString() {
        return name;
    }
}
