package org.jcc.asm;

/**
 * One instruction: a row, its operands in the row's order and its prefixes. {@code prefixes} are bits of the
 * instruction set ({@code lock}, {@code rep}); segment overrides belong to the memory operand.
 */
public record Insn(Row row, Operand[] operands, int prefixes) {
    public Insn(Row row, Operand... operands) {
        this(row, operands, 0);
    }
}
