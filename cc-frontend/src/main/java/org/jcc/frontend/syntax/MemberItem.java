package org.jcc.frontend.syntax;

/**
 * An item of a structure's or union's body (C17 6.7.2.1). In a {@link Declaration} that is a member, the declarators may
 * have bit-field widths and no initialisers; no declarators at all means an unnamed structure (or a useless declaration).
 */
public sealed interface MemberItem permits Declaration, StaticAssert, Pragma, EmptyDeclaration {
    int loc();
}
