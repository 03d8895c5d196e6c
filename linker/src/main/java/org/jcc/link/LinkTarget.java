package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

/**
 * All that the linker's shared code does not know about an architecture: relocations, the shape of PLT entries, the thread
 * pointer's place, page size and names. One file per architecture implements it and opens with the essay.
 */
interface LinkTarget {
    /** The target of an {@code e_machine}, or null. */
    static LinkTarget of(int machine) {
        return switch (machine) {
            case EM_X86_64 -> new X86_64();
            case EM_RISCV -> new Riscv64();
            case EM_AARCH64 -> new AArch64();
            default -> null;
        };
    }

    /** The target that an emulation of {@code -m} names, or null. */
    static LinkTarget ofEmulation(String m) {
        return switch (m) {
            case "elf_x86_64" -> of(EM_X86_64);
            case "elf64lriscv" -> of(EM_RISCV);
            case "aarch64linux" -> of(EM_AARCH64);
            default -> null;
        };
    }

    /** Dynamic relocation types. */
    record DynamicTypes(int absolute, int relative, int globDat, int jumpSlot, int copy, int irelative, int dtpMod, int dtpOff, int tpOff,
            int tlsDesc) {}

    String name();

    int machine();

    /** The default {@code -z max-page-size}. */
    long pageSize();

    /** Where an executable that does not move starts. */
    long imageBase();

    String interpreter();

    DynamicTypes dynamic();

    /** True if an {@code OUTPUT_FORMAT} names this target. */
    boolean acceptsFormat(String format);

    /** Whether code without a .note.GNU-stack asks for an executable stack. */
    boolean missingStackNoteMeansExec();

    /** {@code e_flags} of the output from those of the inputs; reports what does not fit together. */
    int outputFlags(Context c);

    /** Four bytes that fill gaps between pieces of code. */
    int codeFill();

    /** Number of reserved words at the start of .got and of .got.plt. */
    int gotHeaderWords();

    int gotPltHeaderWords();

    /** True if {@code _GLOBAL_OFFSET_TABLE_} stands at .got.plt, false if at .got. */
    boolean globalOffsetTableIsGotPlt();

    int pltHeaderSize();

    int pltEntrySize();

    /** The first entry, which calls the dynamic linker. */
    void writePltHeader(byte[] out, int at, long address, long gotPlt);

    /** Entry {@code index} at {@code address}, which jumps through the word at {@code slot}. */
    void writePltEntry(byte[] out, int at, long address, long slot, int index, long plt);

    /** What the slot of a lazily bound entry holds at first. */
    long lazySlot(long plt, long entry);

    /** Entries of the PLT begin with a mark, as indirect branches need it that are checked. Before any size is asked for. */
    default void markBranchTargets() {}

    /** Offset of an address in the TLS segment from the thread pointer. */
    long tpOffset(Context c, long address);

    /** Offset as {@code DTPOFF} counts it. */
    long dtpOffset(Context c, long address);

    /** Enters what relocations {@code [from, to)} of a section need into {@code scan}. */
    void scan(Context c, Scan scan, InputSection s, int from, int to);

    /**
     * Applies relocations {@code [from, to)} of a section. Input offset 0 lies at index {@code at} of {@code out} and at
     * {@code address}; {@link InputSection#local} says how further offsets lie.
     */
    void apply(Context c, InputSection s, byte[] out, int at, long address, int from, int to);

    /** Applies a relocation of a section that is not loaded; {@code dead}: its symbol's section did not survive. */
    void applyDebug(Context c, InputSection s, byte[] out, int at, int type, Symbol sym, long addend, int offset, boolean dead);

    /** Cuts bytes out of sections where alignment wants it (RISC-V); before sections have sizes. */
    default void relax(Context c) {}
}
