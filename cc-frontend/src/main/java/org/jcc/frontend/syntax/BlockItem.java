package org.jcc.frontend.syntax;

import java.util.List;

/**
 * An item of a compound statement (C17 6.8.2). Labels are flat items that stand before what they label, so that a
 * hundred {@code case}s in a row are a list and not a tower.
 */
public sealed interface BlockItem
        permits Statement, Declaration, FunctionDefinition, StaticAssert, Pragma,
                BlockItem.Label, BlockItem.Case, BlockItem.Default, BlockItem.LocalLabels {
    int loc();

    /** {@code name :} */
    record Label(int loc, int name, List<Attribute> attributes) implements BlockItem {}

    /** {@code case low :} or GNU's {@code case low ... high :}; {@code high} is null without a range. */
    record Case(int loc, Expr low, Expr high, List<Attribute> attributes) implements BlockItem {}

    /** {@code default :} */
    record Default(int loc, List<Attribute> attributes) implements BlockItem {}

    /** GNU's {@code __label__ a, b;}. */
    record LocalLabels(int loc, List<Expr.Ident> names) implements BlockItem {}
}
