package org.jcc.frontend.parse;

/**
 * What {@code -std=} says to the parser: which words are keywords.
 *
 * @param year the standard's: 1990, 1999, 2011, 2017 or 2023
 * @param gnu  {@code gnu17} rather than {@code c17}: {@code asm} and {@code typeof} are keywords
 */
public record Dialect(int year, boolean gnu) {
    /** gcc 12's default. */
    public static final Dialect GNU17 = new Dialect(2017, true);
}
