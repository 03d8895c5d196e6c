package org.jcc.frontend.syntax;

/** An external declaration (C17 6.9). The parser hands each to its consumer as soon as it is complete. */
public sealed interface External permits FunctionDefinition, Declaration, TopAsm, StaticAssert, Pragma, EmptyDeclaration {
    int loc();
}
