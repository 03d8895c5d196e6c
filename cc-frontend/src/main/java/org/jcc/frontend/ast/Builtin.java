package org.jcc.frontend.ast;

/**
 * The builtins that are operations, not library functions. Those of the first group reach lowering as
 * {@link TypedExpr.BuiltinCall}; the row says with which arguments. Those of the second are the checker's alone: it
 * replaces them by other nodes or constants. Builtins that <em>are</em> library functions ({@code __builtin_memcpy}) become
 * calls of them; {@code LibraryFunctions} of the checker has their types.
 *
 * <p>Signatures: result, then parameters, one letter each as {@code LibraryFunctions} says; null where the types are the
 * checker's to find. {@code *} ends those that take more.
 */
public enum Builtin {
    // ---- reach lowering ----
    /** (value, expected): value. Type long. */
    EXPECT("__builtin_expect", "lll"),
    /** (value, expected, probability: FloatConst): value */
    EXPECT_WITH_PROBABILITY("__builtin_expect_with_probability", "llld"),
    /** (expr): int, 1 if the optimiser can fold the operand, else 0; the operand has no side effects to keep. */
    CONSTANT_P("__builtin_constant_p", null),
    /** (pointer without side effects, IntConst kind: 0 to 3, plus 4 for the dynamic one): size_t; what lowering does not know is left to the optimiser. */
    OBJECT_SIZE("__builtin_object_size", null), DYNAMIC_OBJECT_SIZE("__builtin_dynamic_object_size", null),
    UNREACHABLE("__builtin_unreachable", "v"),
    TRAP("__builtin_trap", "v"),
    /** (address, IntConst write, IntConst locality) */
    PREFETCH("__builtin_prefetch", null),
    /** (IntConst level) */
    FRAME_ADDRESS("__builtin_frame_address", "pu"),
    RETURN_ADDRESS("__builtin_return_address", "pu"),
    /** () */
    DWARF_CFA("__builtin_dwarf_cfa", "p"),
    /** (offset, handler): leaves the function for an exception handler */
    EH_RETURN("__builtin_eh_return", "vlp"),
    /** () saves all callee-saved registers in the frame */
    UNWIND_INIT("__builtin_unwind_init", "v"),
    /** (size: size_t): pointer, aligned to the target's biggest alignment */
    ALLOCA("__builtin_alloca", "pz"),
    /** (size, IntConst alignment in bits) */
    ALLOCA_WITH_ALIGN("__builtin_alloca_with_align", "pzz"),
    /** (address of the va_list) */
    VA_START("__builtin_va_start", null), VA_END("__builtin_va_end", null),
    /** (address of the destination va_list, of the source) */
    VA_COPY("__builtin_va_copy", null),
    /** (unsigned value of the counted type): int. Zero is undefined. */
    CLZ("__builtin_clz", "iu"), CTZ("__builtin_ctz", "iu"),
    /** (unsigned value of the counted type): int */
    POPCOUNT("__builtin_popcount", "iu"), PARITY("__builtin_parity", "iu"),
    /** (signed value of the counted type): int */
    FFS("__builtin_ffs", "ii"), CLRSB("__builtin_clrsb", "ii"),
    /** (unsigned value of 2, 4, 8 or 16 bytes): the same type */
    BSWAP("__builtin_bswap32", null),
    BITREVERSE("__builtin_bitreverse32", null),
    /** (a, b, pointer to the result): _Bool; a and b of any integer types, exact as with infinite precision. */
    ADD_OVERFLOW("__builtin_add_overflow", null), SUB_OVERFLOW("__builtin_sub_overflow", null), MUL_OVERFLOW("__builtin_mul_overflow", null),
    /** (a, b, IntConst or value whose type is the result's; already without side effects): _Bool */
    ADD_OVERFLOW_P("__builtin_add_overflow_p", null), SUB_OVERFLOW_P("__builtin_sub_overflow_p", null),
    MUL_OVERFLOW_P("__builtin_mul_overflow_p", null),
    /** (float): the same type */
    FABS("__builtin_fabs", null),
    /** (float, sign's): the same type */
    COPYSIGN("__builtin_copysign", null),
    /** (integer): the same type */
    ABS("__builtin_abs", null),
    /** (float): int */
    ISNAN("__builtin_isnan", null), ISINF("__builtin_isinf", null), ISFINITE("__builtin_isfinite", null), ISNORMAL("__builtin_isnormal", null),
    /** (float): int, -1, 0 or 1 */
    ISINF_SIGN("__builtin_isinf_sign", null),
    /** (float): int, nonzero if the sign bit is set */
    SIGNBIT("__builtin_signbit", null),
    /** (float a, float b of one type): int */
    ISUNORDERED("__builtin_isunordered", null), ISGREATER("__builtin_isgreater", null), ISGREATEREQUAL("__builtin_isgreaterequal", null),
    ISLESS("__builtin_isless", null), ISLESSEQUAL("__builtin_islessequal", null), ISLESSGREATER("__builtin_islessgreater", null),
    /** (nan, inf, normal, subnormal, zero: int; float): int */
    FPCLASSIFY("__builtin_fpclassify", null),
    /** (pointer to void*[5]): int */
    SETJMP("__builtin_setjmp", "ip"),
    /** (pointer, int 1) */
    LONGJMP("__builtin_longjmp", "vpi"),
    /** (IntConst order, as {@link org.jcc.ir.Inst} numbers it) */
    THREAD_FENCE("__atomic_thread_fence", "vi"), SIGNAL_FENCE("__atomic_signal_fence", "vi"),
    /** (pointer, pointer to end) */
    CLEAR_CACHE("__builtin___clear_cache", "vpp"),
    THREAD_POINTER("__builtin_thread_pointer", "p"),
    /** x86's pause, and a full barrier of no memory: yields the processor for a moment. */
    CPU_RELAX("__builtin_ia32_pause", "v"),
    /** (name: StringLiteral's address): int */
    CPU_SUPPORTS("__builtin_cpu_supports", "iS"), CPU_IS("__builtin_cpu_is", "iS"), CPU_INIT("__builtin_cpu_init", "i"),
    /** (pointer): zeroes the bits of the object that are padding. */
    CLEAR_PADDING("__builtin_clear_padding", null),
    /** (): the address of the first anonymous stack argument, of the area with the register arguments. */
    NEXT_ARG("__builtin_next_arg", null), SAVEREGS("__builtin_saveregs", null),
    /** (): the address of the call's arguments; sorry */
    APPLY_ARGS("__builtin_apply_args", "p"), APPLY("__builtin_apply", "ppp*"), RETURN("__builtin_return", "vp"),
    /** (), the last argument of a call: the anonymous arguments of the function, which is to be inlined; how many they are. */
    VA_ARG_PACK("__builtin_va_arg_pack", "i"), VA_ARG_PACK_LEN("__builtin_va_arg_pack_len", "i"),
    /** (a, b, mask: vectors) */
    SHUFFLE("__builtin_shuffle", null), SHUFFLEVECTOR("__builtin_shufflevector", null),
    COMPLEX("__builtin_complex", null),

    // ---- the checker's alone ----
    CLASSIFY_TYPE("__builtin_classify_type", null), ASSUME_ALIGNED("__builtin_assume_aligned", null),
    EXTRACT_RETURN_ADDR("__builtin_extract_return_addr", null), FROB_RETURN_ADDR("__builtin_frob_return_addr", null),
    HUGE_VAL("__builtin_huge_val", null), NAN("__builtin_nan", null), NANS("__builtin_nans", null),
    LINE("__builtin_LINE", null), FILE("__builtin_FILE", null), FUNCTION("__builtin_FUNCTION", null),
    SPECULATION_SAFE("__builtin_speculation_safe_value", null),
    SYNC_FETCH("__sync_fetch_and_", null), SYNC_OP_FETCH("__sync_and_fetch_", null), SYNC_BOOL_CAS("__sync_bool_compare_and_swap", null),
    SYNC_VAL_CAS("__sync_val_compare_and_swap", null), SYNC_LOCK_TEST_AND_SET("__sync_lock_test_and_set", null),
    SYNC_LOCK_RELEASE("__sync_lock_release", null), SYNC_SYNCHRONIZE("__sync_synchronize", null),
    ATOMIC_LOAD_N("__atomic_load_n", null), ATOMIC_LOAD("__atomic_load", null), ATOMIC_STORE_N("__atomic_store_n", null),
    ATOMIC_STORE("__atomic_store", null), ATOMIC_EXCHANGE_N("__atomic_exchange_n", null), ATOMIC_EXCHANGE("__atomic_exchange", null),
    ATOMIC_COMPARE_EXCHANGE_N("__atomic_compare_exchange_n", null), ATOMIC_COMPARE_EXCHANGE("__atomic_compare_exchange", null),
    ATOMIC_FETCH("__atomic_fetch_", null), ATOMIC_OP_FETCH("__atomic_op_fetch", null), ATOMIC_TEST_AND_SET("__atomic_test_and_set", null),
    ATOMIC_CLEAR("__atomic_clear", null), ATOMIC_ALWAYS_LOCK_FREE("__atomic_always_lock_free", null),
    ATOMIC_IS_LOCK_FREE("__atomic_is_lock_free", null);

    /** The name, of the row's main form. */
    public final String spelling;
    /** Types, or null. */
    public final String signature;

    Builtin(String spelling, String signature) {
        this.spelling = spelling;
        this.signature = signature;
    }
}
