package org.jcc.frontend.syntax;

/** A type name (C17 6.7.7). The declarator is abstract: its {@code name} is 0. */
public record TypeName(int loc, Specs specs, Declarator declarator) implements Operand {}
