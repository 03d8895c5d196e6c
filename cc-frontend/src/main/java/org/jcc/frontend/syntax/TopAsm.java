package org.jcc.frontend.syntax;

/** GNU's {@code asm("…");} at file scope. {@code end} is the loc of its {@code ;}. */
public record TopAsm(int loc, Expr.StringLit template, int end) implements External {}
