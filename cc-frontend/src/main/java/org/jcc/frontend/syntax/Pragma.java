package org.jcc.frontend.syntax;

/**
 * A {@code #pragma} that reached the compiler, at the first place behind it where an item may stand.
 *
 * @param text all that follows {@code #pragma}, with single spaces at most at its ends removed
 */
public record Pragma(int loc, String text) implements External, BlockItem, MemberItem {}
