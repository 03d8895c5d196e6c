package org.jcc.codegen;

import java.util.Map;

/**
 * A target's registers as allocation sees them. Registers are numbers below 64, sets are bit masks.
 *
 * @param names       for dumps, by number
 * @param order       per class (of {@link org.jcc.asm.Kind}) the registers to allocate, best first
 * @param stackPointer never allocated
 * @param framePointer allocated only in functions without a frame pointer (and then only if it is in {@code order})
 * @param basePointer  addresses the locals when the stack is both realigned and dynamic
 * @param returnAddress holds the return address at the entry and must be saved before a call; -1 if calls put it on the stack
 * @param calleeSaved  what a function of the C convention must save before use
 * @param preserved    per name (as {@link org.jcc.ir.AbiLocations#preserved}) what a call keeps
 */
public record RegisterFile(String[] names, int[][] order, int stackPointer, int framePointer, int basePointer, int returnAddress, long calleeSaved,
                           Map<String, Long> preserved) {
    /** All allocatable registers of a class. */
    public long allocatable(int regClass) {
        long s = 0;
        for (int r : order[regClass]) s |= 1L << r;
        return s;
    }
}
