package org.jcc.frontend.syntax;

/** {@code _Static_assert(condition, message);} (C17 6.7.10); {@code message} is null in C23's form without one. */
public record StaticAssert(int loc, Expr condition, Expr.StringLit message) implements External, BlockItem, MemberItem {}
