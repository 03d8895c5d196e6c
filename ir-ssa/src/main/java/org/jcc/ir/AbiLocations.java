package org.jcc.ir;

/**
 * Where the values of a call or function stand after ABI lowering: the only form that selection sees.
 *
 * @param argRegs    per IR argument (entry parameter) the register's number, or -1: in memory
 * @param argOffsets per IR argument its offset in the outgoing (incoming) stack area, used where the register is -1
 * @param resultRegs per IR result its register
 * @param stackBytes size of the outgoing argument area that the call needs, a multiple of the stack alignment
 * @param preserved  name of the set of registers that the callee keeps: {@code "c"}, {@code "all"}, {@code "none"}, …
 * @param popBytes   bytes of stack arguments that the callee pops
 */
public record AbiLocations(int[] argRegs, int[] argOffsets, int[] resultRegs, int stackBytes, String preserved, int popBytes) {}
