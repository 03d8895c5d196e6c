package org.jcc.frontend.syntax;

/** Where either a type name or an expression may stand: arguments of attributes and of some built-ins, {@code _Alignas}. */
public sealed interface Operand permits Expr, TypeName {
    int loc();
}
