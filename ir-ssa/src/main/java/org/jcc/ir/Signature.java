package org.jcc.ir;

import java.util.List;

/**
 * The C shape of a function's interface.
 *
 * @param result       {@link AbiType#VOID} for none; an aggregate result makes the function's first IR parameter the
 *                     address of its storage
 * @param variadic     takes more arguments than {@code params}
 * @param unprototyped declared {@code f()}: arguments are what the call passes
 * @param convention   the calling convention's name, a row of the target's table; {@code "c"} is the psABI's
 */
public record Signature(AbiType result, List<AbiType> params, boolean variadic, boolean unprototyped, String convention) {
    public Signature {
        params = List.copyOf(params);
    }

    public Signature(AbiType result, List<AbiType> params, boolean variadic, boolean unprototyped) {
        this(result, params, variadic, unprototyped, "c");
    }

    /** True if the first IR parameter is the address of the result's storage. */
    public boolean resultInMemory() {
        return result instanceof AbiType.Aggregate;
    }
}
