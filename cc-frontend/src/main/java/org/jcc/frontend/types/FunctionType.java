package org.jcc.frontend.types;

import java.util.List;

/**
 * A function type (6.7.6.3).
 *
 * <p>Parameters are adjusted (arrays and functions are pointers) and unqualified here. An old-style definition's
 * type has no prototype; {@code params} then is empty.
 */
public final class FunctionType extends CType {
    public final CType result;
    public final List<CType> params;
    public final boolean variadic;
    /** False for {@code f()}. */
    public final boolean prototype;
    /** {@code noreturn} in a pointed-to type or typedef. */
    public final boolean noreturn;
    /** What attributes on the type say, or null. */
    public final FunctionTypeAttributes attributes;

    public FunctionType(CType result, List<CType> params, boolean variadic, boolean prototype) {
        this(result, params, variadic, prototype, false, null);
    }

    public FunctionType(CType result, List<CType> params, boolean variadic, boolean prototype, boolean noreturn,
            FunctionTypeAttributes attributes) {
        this.result = result;
        this.params = params;
        this.variadic = variadic;
        this.prototype = prototype;
        this.noreturn = noreturn;
        this.attributes = attributes;
    }

    public FunctionType withAttributes(boolean noreturn, FunctionTypeAttributes attributes) {
        return new FunctionType(result, params, variadic, prototype, noreturn, attributes);
    }

    /** GNU: sizeof a function is 1. */
    @Override
    public long size() {
        return 1;
    }

    @Override
    public int align() {
        return 1;
    }

    @Override
    public boolean isVariablyModified() {
        return result.isVariablyModified();
    }
}
