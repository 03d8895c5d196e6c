package org.jcc.frontend.syntax;

import java.util.List;

/** An initialiser (C17 6.7.9). */
public sealed interface Initializer permits Expr, Initializer.Braced {
    int loc();

    /** {@code { items }}; {@code end} is the loc of the closing brace. */
    record Braced(int loc, List<Item> items, int end) implements Initializer {}

    /** One element; {@code designators} is empty without any. */
    record Item(List<Designator> designators, Initializer value) {}

    /** A designator, also a step of {@code offsetof}'s member designator. */
    sealed interface Designator {
        int loc();
    }

    /** {@code .name}, or the obsolete {@code name:}. */
    record Field(int loc, int name) implements Designator {}

    /** {@code [low]} or GNU's {@code [low ... high]}; {@code high} is null without a range. */
    record Element(int loc, Expr low, Expr high) implements Designator {}
}
