package org.jcc.asm;

/**
 * A field whose value is known only after layout: resolved by {@link ObjectBuilder#finish} or turned into a relocation.
 * Mutable; lives in one section piece.
 */
public final class Fixup {
    /** Position in the piece's bytes, and how many fragments come before it. */
    public int offset;
    int frag;
    /** Bytes of the field. */
    public int size;
    /** Value is relative to the field's first byte. */
    public boolean pcrel;
    /** The field is sign-extended by the machine. */
    public boolean signed;
    public Operand.Modifier modifier = Operand.Modifier.NONE;
    /** What more the instruction set wants to know about the field; 0 for data. */
    public int kind;
    /** The value: add - sub + addend. */
    public int add = -1;
    public int sub = -1;
    public long addend;
    /** Where the field was written. */
    public int loc;
}
