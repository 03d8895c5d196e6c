package org.jcc.frontend.types;

/**
 * Attributes that a function type carries to its calls: what warnings look at, and the calling convention.
 *
 * @param convention  "c", or another row of the target's table ("ms_abi")
 * @param formatKind  printf, scanf, strftime, strfmon, or null
 * @param formatIndex of the format string, from 1
 * @param firstArg    of the arguments to check, from 1; 0 for none
 * @param nonnull     bits of parameters (from 0) that must not be null; -1 for all
 * @param sentinel    position from the end of the null that must end the arguments, -1 for none
 */
public record FunctionTypeAttributes(String convention, String formatKind, int formatIndex, int firstArg, long nonnull, int sentinel) {
    public static final FunctionTypeAttributes NONE = new FunctionTypeAttributes("c", null, 0, 0, 0, -1);
}
