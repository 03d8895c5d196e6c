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

    /** The field's value is the operand's. */
    void point(Operand o, ObjectBuilder out) {
        switch (o) {
            case Operand.SymImm s -> {
                add = out.symbol(s.symbol());
                addend += s.addend();
                modifier = s.modifier();
            }
            case Operand.Label l -> add = l.id();
            case Operand.Expression e -> {
                add = e.value().add();
                sub = e.value().sub();
                addend += e.value().addend();
                modifier = e.modifier();
            }
            case Operand.Imm i -> addend += i.value();
            case Operand.Mem m -> {
                if (m.expr() != null) {
                    add = m.expr().add();
                    sub = m.expr().sub();
                    addend += m.expr().addend();
                } else if (m.symbol() != null) add = out.symbol(m.symbol());
                else add = m.label();
                addend += m.disp();
                modifier = m.modifier();
            }
            case Operand.Reg r -> throw new IllegalArgumentException("register as address");
        }
    }
}
