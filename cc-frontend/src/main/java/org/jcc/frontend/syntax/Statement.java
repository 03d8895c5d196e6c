package org.jcc.frontend.syntax;

import java.util.List;

/**
 * A statement (C17 6.8). A body with labels of its own ({@code if (x) case 1: f();}) is a {@link Compound} whose
 * {@code braces} are false and which has no scope.
 */
public sealed interface Statement extends BlockItem {

    /** {@code { items }}; {@code end} is the loc of the closing brace. */
    record Compound(int loc, List<BlockItem> items, int end, boolean braces) implements Statement {}

    /** {@code otherwise} is null without {@code else}. */
    record If(int loc, Expr condition, Statement then, Statement otherwise) implements Statement {}

    record Switch(int loc, Expr value, Statement body) implements Statement {}

    record While(int loc, Expr condition, Statement body) implements Statement {}

    record DoWhile(int loc, Statement body, Expr condition) implements Statement {}

    /**
     * {@code for (init; condition; step) body}, each of the three null where it is missing.
     *
     * @param init an {@link ExprStatement}, a {@link Declaration} (or a {@link StaticAssert}, which C17's grammar admits)
     */
    record For(int loc, BlockItem init, Expr condition, Expr step, Statement body) implements Statement {}

    record Goto(int loc, int label, int labelLoc) implements Statement {}

    /** GNU's {@code goto *address;}. */
    record ComputedGoto(int loc, Expr address) implements Statement {}

    record Continue(int loc) implements Statement {}

    record Break(int loc) implements Statement {}

    /** {@code value} is null without one. */
    record Return(int loc, Expr value) implements Statement {}

    /** {@code expression;} */
    record ExprStatement(int loc, Expr expression) implements Statement {}

    /** {@code ;}, with attributes in {@code __attribute__((fallthrough));}. */
    record Empty(int loc, List<Attribute> attributes) implements Statement {}

    /**
     * GNU's {@code asm qualifiers (template : outputs : inputs : clobbers : labels);}.
     *
     * @param extended a colon was written: {@code %} is special in the template
     */
    record Asm(int loc, boolean isVolatile, boolean isInline, boolean isGoto, boolean extended, Expr.StringLit template,
            List<AsmOperand> outputs, List<AsmOperand> inputs, List<Expr.StringLit> clobbers, List<Expr.Ident> labels)
            implements Statement {}

    /** {@code [name] "constraint" (value)}; {@code name} is 0 without one. */
    record AsmOperand(int loc, int name, Expr.StringLit constraint, Expr value) {}
}
