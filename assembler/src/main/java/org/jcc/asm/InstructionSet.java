package org.jcc.asm;

/**
 * All that the streaming builder, the text assembler and the printer ask of one instruction set. Everything that differs
 * between architectures in an object file's making stands behind this interface.
 */
public interface InstructionSet {
    /** The architecture's word: {@code x86_64}. */
    String name();

    /** {@code e_machine}. */
    int machine();

    /** {@code e_flags}. */
    int flags();

    /** Appends the instruction to the builder's current section: bytes, fixups, or one relaxable branch. */
    void encode(Insn insn, ObjectBuilder out, int loc);

    /** Appends the instruction in the assembler's syntax, without indentation or line end. */
    void print(Insn insn, ObjectBuilder names, StringBuilder out);

    /**
     * Parses one instruction statement and emits it.
     *
     * @param mnemonic the first word, in lower case; prefixes come here too and read the instruction's own word themselves
     * @return false if the mnemonic does not exist (the caller reports); operand errors are reported here
     */
    boolean assemble(String mnemonic, GasLexer in, GasAssembler context);

    /** Runs a directive that only this architecture has; false if it has none of the name (in lower case, with its dot). */
    default boolean directive(String name, GasLexer in, GasAssembler context) {
        return false;
    }

    // --- relaxable branches -----------------------------------------------------------------------------------------

    /** The sizes, smallest first, that branch {@code row} may take. */
    int[] branchSizes(Row row);

    /** True if the branch of that size, standing at the given distance before its target (from its first byte), reaches. */
    boolean branchReaches(Row row, int size, long distance);

    /** The size of a branch whose target the linker finds. */
    default int externalBranchSize(Row row) {
        int[] sizes = branchSizes(row);
        return sizes[sizes.length - 1];
    }

    /** Writes the branch; {@code distance} as above, {@code bits} what {@link ObjectBuilder#branch} was given of the other operands. */
    void writeBranch(Row row, int size, long distance, int bits, byte[] out, int at);

    /** Writes the branch in the form used when the target is not of this section, and describes the relocated field. */
    void writeFarBranch(Row row, int bits, byte[] out, int at, Fixup field);

    // --- fixups -------------------------------------------------------------------------------------------------------

    /**
     * The relocation type for a field, or -1 if the object format has none.
     *
     * @param local  the symbol is a local one of this object
     * @param symbol its name, or null
     */
    int relocation(Fixup f, boolean local, String symbol);

    /** The relocation that adds a symbol to a data field of that size, for differences that nothing else can express; -1 if there is none. */
    default int addRelocation(int size) {
        return -1;
    }

    /** The one that subtracts. */
    default int subtractRelocation(int size) {
        return -1;
    }

    /** True if the relocation of this field may name the section instead of a local symbol. */
    boolean mayUseSection(Fixup f);

    /** Writes a resolved value into the field; false if it does not fit. */
    boolean patch(Fixup f, byte[] out, int at, long value);

    // --- the rest -------------------------------------------------------------------------------------------------------

    /** Fills {@code out[at, at+n)} with instructions that do nothing. */
    void nops(byte[] out, int at, int n);

    /** The DWARF number of a register name (without {@code %}), or -1. */
    int dwarfRegister(String name);

    /** The register name of a DWARF number, or null. */
    String dwarfRegisterName(int number);

    /** The DWARF number of the return address. */
    int returnColumn();

    /** The DWARF number of the stack pointer, and the offset of the CFA from it on entry. */
    int stackColumn();

    int entryCfaOffset();

    /** Offset from the CFA where the return address is on entry; 0 if it is in a register. */
    int returnAddressOffset();

    /** {@code data_alignment_factor} and {@code code_alignment_factor} of the frame information. */
    int dataAlignment();

    int codeAlignment();

    /** True if the linker deletes bytes, so that no distance inside code is final before it ran. */
    boolean linkerRelaxes();
}
