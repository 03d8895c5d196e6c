package org.jcc.frontend.syntax;

/**
 * A {@code #pragma} that reached the compiler, at the first place behind it where an item may stand.
 *
 * @param text all that follows {@code #pragma}, with single spaces at most at its ends removed
 */
public record Pragma(int loc, String text) implements External, BlockItem, MemberItem {
    /** {@code unroll} or {@code ivdep}, of a pragma of GCC's that speaks of the loop behind it; else null. */
    public String loopKind() {
        if (!text.startsWith("GCC ")) return null;
        String t = text.substring(4).stripLeading();
        return t.startsWith("unroll") ? "unroll" : t.startsWith("ivdep") ? "ivdep" : null;
    }
}
