package org.jcc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.Statement;

/** An asm statement while it is read. */
final class AsmBuilder {
    private final int loc;
    boolean isVolatile;
    boolean isInline;
    boolean isGoto;
    boolean extended;
    /** Sections begun, where it matters: 3 with clobbers, 4 with labels. */
    int sections;
    Expr.StringLit template;
    final List<Statement.AsmOperand> outputs = new ArrayList<>(2);
    final List<Statement.AsmOperand> inputs = new ArrayList<>(2);
    final List<Expr.StringLit> clobbers = new ArrayList<>(2);
    final List<Expr.Ident> labels = new ArrayList<>(0);

    AsmBuilder(int loc) {
        this.loc = loc;
    }

    void qualifier(Tok t) {
        isVolatile |= (t.aux & Specs.VOLATILE) != 0;
    }

    Statement.Asm build() {
        return new Statement.Asm(loc, isVolatile, isInline, isGoto, extended, template, outputs, inputs, clobbers, labels);
    }
}
