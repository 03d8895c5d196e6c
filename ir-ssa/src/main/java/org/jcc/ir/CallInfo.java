package org.jcc.ir;

/** What a {@link Op#CALL} knows beyond its operands. Immutable but for {@link #locations}, which ABI lowering sets. */
public final class CallInfo {
    public static final int NORETURN = 1, RETURNS_TWICE = 2, PURE = 4, CONST = 8, NOTHROW = 16, COLD = 32, MUST_TAIL = 64, NO_PLT = 128,
            NO_TAIL = 256, NO_INLINE = 512, MALLOC_LIKE = 1024;

    /** Its result is what the function returns, and its frame is not needed any more: a jump will do (after ABI lowering). */
    public static final int SIBLING = 4096;
    /** The anonymous arguments of the calling function follow, once it is inlined ({@code __builtin_va_arg_pack}). */
    public static final int VA_ARG_PACK = 2048;
    /** A call of this function stands for the number of the calling function's anonymous arguments, once it is inlined. */
    public static final String PACK_LENGTH = "__builtin_va_arg_pack_len";

    public final Signature signature;
    /** {@link #NORETURN}, … */
    public final int attributes;
    /** The result types when there is more than one (after ABI lowering), else null. */
    public final Type[] resultTypes;
    /** Null before ABI lowering. */
    public final AbiLocations locations;

    public CallInfo(Signature signature, int attributes) {
        this(signature, attributes, null, null);
    }

    public CallInfo(Signature signature, int attributes, Type[] resultTypes, AbiLocations locations) {
        this.signature = signature;
        this.attributes = attributes;
        this.resultTypes = resultTypes;
        this.locations = locations;
    }

    /** The same call with further attributes. */
    public CallInfo with(int more) {
        return new CallInfo(signature, attributes | more, resultTypes, locations);
    }

    /** The same call, before ABI lowering, with another signature. */
    public CallInfo with(Signature s) {
        return new CallInfo(s, attributes);
    }

    public boolean is(int attribute) {
        return (attributes & attribute) != 0;
    }
}
