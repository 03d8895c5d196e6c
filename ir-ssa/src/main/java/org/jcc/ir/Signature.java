package org.jcc.ir;

import java.util.List;

/**
 * The C shape of a function's interface.
 *
 * <p>At a call {@code params} lists every argument that is passed; the first {@code fixed} of them have a named parameter,
 * the rest are variadic (or all unprototyped). At a definition all are named.
 *
 * @param result       {@link AbiType#VOID} for none; an aggregate result makes the function's first IR parameter (the call's
 *                     first argument) the address of its storage
 * @param fixed        how many of {@code params} are named parameters
 * @param variadic     takes more arguments than the named ones
 * @param unprototyped declared {@code f()}: arguments are what the call passes
 * @param convention   the calling convention's name, a row of the target's table; {@code "c"} is the psABI's
 */
public record Signature(AbiType result, List<AbiType> params, int fixed, boolean variadic, boolean unprototyped, String convention) {
    public Signature {
        params = List.copyOf(params);
        if (fixed < 0 || fixed > params.size()) throw new IllegalArgumentException("fixed " + fixed);
    }

    /** Of a definition, or a call without variadic arguments, in the psABI's convention. */
    public Signature(AbiType result, List<AbiType> params, boolean variadic, boolean unprototyped) {
        this(result, params, params.size(), variadic, unprototyped, "c");
    }

    /** True if the first IR parameter is the address of the result's storage. */
    public boolean resultInMemory() {
        return result instanceof AbiType.Aggregate;
    }
}
