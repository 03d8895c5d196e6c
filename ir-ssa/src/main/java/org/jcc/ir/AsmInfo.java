package org.jcc.ir;

import java.util.List;

/**
 * Inline assembly, checked and resolved by the front end, opaque to the optimiser (GCC manual 6.47.2).
 *
 * <p>Results of the {@link Op#ASM} are the register outputs in order ({@code TUPLE} if several). Its operands are the
 * inputs' values, and the addresses of memory operands; {@link Operand#arg} and {@link Operand#result} map the template's
 * operands to them.
 *
 * @param template the text with {@code %0}, {@code %[name]} (already turned to numbers), {@code %c1}, {@code %l2}, {@code %%}, {@code {att|intel}} resolved to AT&T;
 *                 of a basic asm the text as it is
 * @param basic    no operands: the template is not interpreted
 * @param clobbers register names without {@code %}; {@code "memory"}, {@code "cc"} included
 * @param labels   how many labels an asm goto names (successors 1…); numbered after the operands
 */
public record AsmInfo(String template, boolean basic, boolean isVolatile, List<Operand> operands, List<String> clobbers, int labels,
                      Type[] resultTypes) {
    /**
     * One operand of the template.
     *
     * @param constraint   the letters of the chosen alternative, without {@code = + & %}
     * @param type         type of the value (ptr for memory operands)
     * @param arg          index of its operand, or -1 (a pure output)
     * @param result       index of its result, or -1 (an input, or in memory)
     * @param tied         template operand whose register it must share, or -1; a {@code +r} operand has both arg and result
     * @param register     register demanded by {@code register … asm("r")}, or null
     * @param memory       the operand is the memory at the address in {@code arg}
     * @param immediate    the operand must be a constant: {@code arg} is an ICONST or SYMBOL
     * @param earlyClobber written before all inputs are read
     */
    public record Operand(String constraint, Type type, int arg, int result, int tied, String register, boolean memory, boolean immediate,
                          boolean earlyClobber) {}
}
