package org.jcc.frontend.parse;

import org.jcc.frontend.syntax.BlockItem;
import org.jcc.frontend.syntax.Expr;

/** The three parts of a for statement's head while they are read. */
final class ForHead {
    BlockItem init;
    Expr condition;
    Expr step;
}
