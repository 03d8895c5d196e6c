package org.jcc.frontend.ast;

import org.jcc.frontend.types.CType;

/** A value computed once and used several times: bound by {@link TypedExpr.Let} or {@link TypedExpr.Modify}. No object, no address. */
public final class Temp {
    public final CType type;
    /** For the stage that lowers. */
    public Object lowered;

    public Temp(CType type) {
        this.type = type;
    }
}
