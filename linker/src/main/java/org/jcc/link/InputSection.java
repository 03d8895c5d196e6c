package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

/**
 * A piece of the output: a section of an object file, or one that the linker makes (then {@link #file} is null).
 *
 * <p>A section's bytes reach the output in one of three ways, and {@link #map} hides which: in one run; cut into mergeable
 * pieces that lie elsewhere ({@code SHF_MERGE}); or with bytes cut out ({@code R_RISCV_ALIGN}, relaxation). Symbols and
 * relocations keep the offsets of the input; only {@link #map} knows the output's.
 */
final class InputSection {
    final ObjectFile file;
    /** Index in the file's section table. */
    final int index;
    final String name;
    int type;
    long flags;
    final long align;
    final int entsize;
    /** Contents: {@code data[off, off + size)}; no data for NOBITS. */
    byte[] data;
    int off;
    long size;
    /** Relocations ({@code Elf64_Rela}): {@code file.data[relOff + 24 * i]}. */
    int relOff;
    int relCount;

    boolean live = true;
    /** Dropped for good: a COMDAT group that another file won, {@code SHF_EXCLUDE}, {@code /DISCARD/}. */
    boolean discarded;
    OutputSection out;
    /** Offset in the output section, for symbols in {@code .symtab} and for writing. */
    long outOff;

    /** Mergeable sections: starts of pieces in the input, ascending, and where each piece went. */
    MergedSection merged;
    int[] pieceStart;
    int[] pieceId;

    /** Offset map of sections that lost bytes: after input offset {@code cutAt[i]}, {@code cutTotal[i]} bytes are gone. */
    int[] cutAt;
    int[] cutTotal;

    /** Frame descriptions of functions in this section: dense indices into the file's FDE list, linked. */
    EhFrame.Fde firstFde;
    /** For SHF_LINK_ORDER: the section this one follows. */
    InputSection linkOrder;
    /** Sections that live while this one does (SHF_LINK_ORDER back edge), chained. */
    InputSection dependent;
    InputSection nextDependent;
    /** The members of a COMDAT group, in a ring: all live when one lives. */
    InputSection nextInGroup;
    /** True for .eh_frame, which {@link EhFrame} takes apart; {@link #pieceStart} are its records. */
    boolean ehFrame;
    /** Output offsets of the records of .eh_frame; -1 for those that were dropped. */
    int[] pieceOut;
    /** A {@code .ctors} among {@code .init_array}: its 8-byte entries run backwards. */
    boolean reversed;
    /** Sort key within the output section; see {@link Sections}. */
    int order;

    InputSection(ObjectFile file, int index, String name, int type, long flags, long align, int entsize) {
        this.file = file;
        this.index = index;
        this.name = name;
        this.type = type;
        this.flags = flags;
        this.align = align;
        this.entsize = entsize;
    }

    boolean alloc() {
        return (flags & SHF_ALLOC) != 0;
    }

    boolean writable() {
        return (flags & SHF_WRITE) != 0;
    }

    boolean tls() {
        return (flags & SHF_TLS) != 0;
    }

    /** The size in the output. */
    long outSize() {
        return cutTotal == null ? size : size - cutTotal[cutTotal.length - 1];
    }

    /** The output section's offset of an input offset. */
    long map(long offset) {
        if (merged != null) return merged.mapped(this, offset);
        if (pieceOut != null) return frameOffset(offset);
        return outOff + local(offset);
    }

    /** Offset in what this section contributes, for sections in one run. */
    long local(long offset) {
        if (cutAt != null) return offset - cutBefore(offset);
        return reversed ? size - 8 - offset : offset;
    }

    private long frameOffset(long offset) {
        int i = java.util.Arrays.binarySearch(pieceStart, (int) offset);
        if (i < 0) i = -i - 2;
        return i < 0 || pieceOut[i] < 0 ? 0 : pieceOut[i] + offset - pieceStart[i];
    }

    /** The address of an input offset. */
    long address(long offset) {
        return (out == null ? 0 : out.addr) + map(offset);
    }

    /** True if the byte at an input offset was cut out. */
    boolean isCut(long offset) {
        if (cutAt == null) return false;
        for (int i = 0, gone = 0; i < cutAt.length; gone = cutTotal[i++]) if (offset >= cutAt[i] && offset < cutAt[i] + cutTotal[i] - gone) return true;
        return false;
    }

    private long cutBefore(long offset) {
        int lo = 0;
        int hi = cutAt.length;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (cutAt[mid] < offset) lo = mid + 1;
            else hi = mid;
        }
        return lo == 0 ? 0 : cutTotal[lo - 1];
    }

    /** {@code file.o:(.text)} for messages. */
    @Override
    public String toString() {
        return (file == null ? "<internal>" : file.name) + ":(" + name + ")";
    }
}
