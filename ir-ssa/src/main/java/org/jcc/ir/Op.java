package org.jcc.ir;

/**
 * The one table of IR operations. A row gives the operation's name in the text form and its characteristics as bits;
 * passes ask the bits and never list operations.
 *
 * <p>Unless a row says otherwise an operation has one result of {@link Inst#type}, its operands have that type too, and
 * it is free of effects. Effects of {@link #CALL} and {@link #ASM} are refined by their {@code aux}.
 */
public enum Op {
    // ---- constants and parameters: in no block; interned per function, but for PARAM ----
    /** Integer constant {@code imm} (sign-extended to 64 bits; {@code immHi} has bits 64-127 of an i128). */
    ICONST("iconst", Op.CONSTANT),
    /** Floating constant: the bits in {@code imm} (f80, f128: low 64 bits, {@code immHi} the rest). */
    FCONST("fconst", Op.CONSTANT),
    /** Address of {@code aux} (a {@link Symbol}, not thread-local) plus {@code imm} bytes. */
    SYMBOL("symbol", Op.CONSTANT),
    /** {@code &&label}: address of the block in {@code aux}, for {@link #INDIRECTBR} only. */
    BLOCKADDR("blockaddr", Op.CONSTANT),
    /** A value that may be taken to be anything, differently at each use; branching on it is an error. */
    POISON("poison", Op.CONSTANT),
    /** Parameter of a block (the entry block's: of the function). */
    PARAM("param", 0),

    // ---- integer arithmetic: NSW, NUW, EXACT flags give poison ----
    ADD("add", Op.COMMUTATIVE | Op.ASSOCIATIVE | Op.SPECULATABLE), SUB("sub", Op.SPECULATABLE),
    MUL("mul", Op.COMMUTATIVE | Op.ASSOCIATIVE | Op.SPECULATABLE),
    /** Division by zero, and of the least value by -1, is undefined: may trap. */
    SDIV("sdiv", Op.TRAPS), UDIV("udiv", Op.TRAPS), SREM("srem", Op.TRAPS), UREM("urem", Op.TRAPS),
    AND("and", Op.COMMUTATIVE | Op.ASSOCIATIVE | Op.SPECULATABLE), OR("or", Op.COMMUTATIVE | Op.ASSOCIATIVE | Op.SPECULATABLE),
    XOR("xor", Op.COMMUTATIVE | Op.ASSOCIATIVE | Op.SPECULATABLE),
    /** Shifts: the amount has the type of the value; an amount not below the width gives poison. */
    SHL("shl", Op.SPECULATABLE), LSHR("lshr", Op.SPECULATABLE), ASHR("ashr", Op.SPECULATABLE),
    /** Rotations: the amount counts modulo the width. */
    ROTL("rotl", Op.SPECULATABLE), ROTR("rotr", Op.SPECULATABLE),
    /** High half of the double-width product. */
    SMULH("smulh", Op.COMMUTATIVE | Op.SPECULATABLE), UMULH("umulh", Op.COMMUTATIVE | Op.SPECULATABLE),
    /** i1: whether the operation on these operands overflows; the wrapped value is the plain operation's. */
    SADDO("saddo", Op.COMMUTATIVE | Op.SPECULATABLE), UADDO("uaddo", Op.COMMUTATIVE | Op.SPECULATABLE), SSUBO("ssubo", Op.SPECULATABLE),
    USUBO("usubo", Op.SPECULATABLE), SMULO("smulo", Op.COMMUTATIVE | Op.SPECULATABLE), UMULO("umulo", Op.COMMUTATIVE | Op.SPECULATABLE),
    /** Leading, trailing zeros: the width for zero. */
    CLZ("clz", Op.SPECULATABLE), CTZ("ctz", Op.SPECULATABLE), POPCNT("popcnt", Op.SPECULATABLE), BSWAP("bswap", Op.SPECULATABLE),
    BITREVERSE("bitreverse", Op.SPECULATABLE),
    SMIN("smin", Op.COMMUTATIVE | Op.SPECULATABLE), SMAX("smax", Op.COMMUTATIVE | Op.SPECULATABLE),
    UMIN("umin", Op.COMMUTATIVE | Op.SPECULATABLE), UMAX("umax", Op.COMMUTATIVE | Op.SPECULATABLE), ABS("abs", Op.SPECULATABLE),

    // ---- comparison: result i1 (vectors: lanes of all ones or zero in the integer type of the lanes); {@code imm} is a Cond ordinal ----
    ICMP("icmp", Op.SPECULATABLE), FCMP("fcmp", Op.SPECULATABLE | Op.FLOATING),

    // ---- floating point: fast-math flags, FENV mode ----
    FADD("fadd", Op.COMMUTATIVE | Op.SPECULATABLE | Op.FLOATING), FSUB("fsub", Op.SPECULATABLE | Op.FLOATING),
    FMUL("fmul", Op.COMMUTATIVE | Op.SPECULATABLE | Op.FLOATING), FDIV("fdiv", Op.SPECULATABLE | Op.FLOATING),
    FNEG("fneg", Op.SPECULATABLE), FABS("fabs", Op.SPECULATABLE), FCOPYSIGN("fcopysign", Op.SPECULATABLE),
    FSQRT("fsqrt", Op.SPECULATABLE | Op.FLOATING), FMA("fma", Op.SPECULATABLE | Op.FLOATING),
    /** The C library's fmin, fmax: a quiet NaN loses. */
    FMIN("fmin", Op.SPECULATABLE | Op.FLOATING), FMAX("fmax", Op.SPECULATABLE | Op.FLOATING),
    /** Rounding to an integral value in the same type; RINT in the current mode, with inexact. */
    FFLOOR("ffloor", Op.SPECULATABLE | Op.FLOATING), FCEIL("fceil", Op.SPECULATABLE | Op.FLOATING),
    FTRUNCI("ftrunci", Op.SPECULATABLE | Op.FLOATING), FRINT("frint", Op.SPECULATABLE | Op.FLOATING),

    // ---- conversions (of a vector to one of other lanes but as many bytes: of the first lanes, those left over in the result are zero) ----
    TRUNC("trunc", Op.SPECULATABLE), ZEXT("zext", Op.SPECULATABLE), SEXT("sext", Op.SPECULATABLE),
    FTRUNC("ftrunc", Op.SPECULATABLE | Op.FLOATING), FEXT("fext", Op.SPECULATABLE | Op.FLOATING),
    /** To integer toward zero; out of range gives poison. */
    FPTOSI("fptosi", Op.SPECULATABLE | Op.FLOATING), FPTOUI("fptoui", Op.SPECULATABLE | Op.FLOATING),
    SITOFP("sitofp", Op.SPECULATABLE | Op.FLOATING), UITOFP("uitofp", Op.SPECULATABLE | Op.FLOATING),
    /** Same bits, other type of the same size; never from or to ptr. */
    BITCAST("bitcast", Op.SPECULATABLE), PTRTOINT("ptrtoint", Op.SPECULATABLE), INTTOPTR("inttoptr", Op.SPECULATABLE),
    /** ptr + i64 bytes. */
    PTRADD("ptradd", Op.SPECULATABLE),
    /** (i1, a, b) */
    SELECT("select", Op.SPECULATABLE),
    /** Stops poison: an arbitrary but fixed value. */
    FREEZE("freeze", Op.SPECULATABLE),
    /** First operand, with the hint that it probably equals the second ({@code __builtin_expect}); imm = probability per mille, 0 = default. */
    EXPECT("expect", Op.SPECULATABLE),
    /**
     * (ptr, i64 constant): the pointer, read from the function's restrict pointer of that number. Dissolved early into the tags of the accesses
     * based on it ({@link AliasTags.Restrict}).
     */
    RESTRICT("restrict", Op.SPECULATABLE),

    /** (any): i1, whether the compiler sees a constant ({@code __builtin_constant_p}); any answer is right. */
    ISCONST("isconst", Op.SPECULATABLE),
    /**
     * (ptr): i64, the bytes of the object from there to its end as the compiler sees them ({@code __builtin_object_size}): {@code imm} is 0 for an upper
     * bound or 2 for a lower one, plus 1 for the closest subobject's bytes, plus 4 if the answer may be computed when the program runs. What is not known is
     * {@link Inst#unknownSize}, which always is a right answer.
     */
    OBJECTSIZE("objectsize", Op.SPECULATABLE),
    /** The same pointer, at the start of a member of {@code imm} bytes, for {@link #OBJECTSIZE} to see. */
    SUBOBJECT("subobject", Op.SPECULATABLE),

    // ---- vectors ----
    /** (vector, i32 index) */
    EXTRACT("extract", Op.SPECULATABLE),
    /** (vector, element, i32 index) */
    INSERT("insert", Op.SPECULATABLE),
    /** (a, b), lanes chosen by the int[] in aux; -1 is poison. */
    SHUFFLE("shuffle", Op.SPECULATABLE),
    SPLAT("splat", Op.SPECULATABLE),

    /** A pure operation that only the target knows: aux, a {@link org.jcc.support.TargetOperation}, says which, and what its operands are. */
    TARGET("target", Op.SPECULATABLE),

    // ---- several results ----
    /** Result number {@code imm} of its operand, a TUPLE; stands in the operand's block. */
    RESULT("result", Op.SPECULATABLE),

    // ---- memory: alignment, alias tag, VOLATILE, memory order, address space in the instruction ----
    /** ptr to {@code imm} bytes in the frame aligned to {@code align}; only in the entry block. aux: variable's name for debugging or null. */
    ALLOCA("alloca", 0),
    /** ptr to operand (i64) bytes of stack, aligned to {@code align}, until STACKRESTORE or return. */
    DYNALLOCA("dynalloca", Op.READS | Op.WRITES),
    STACKSAVE("stacksave", Op.READS), STACKRESTORE("stackrestore", Op.WRITES | Op.NO_RESULT),
    LOAD("load", Op.READS | Op.TRAPS | Op.MEMORY),
    /** (ptr, value) */
    STORE("store", Op.WRITES | Op.TRAPS | Op.NO_RESULT | Op.MEMORY),
    /** (dst, src, i64 bytes); must not overlap, or be the same address. */
    MEMCPY("memcpy", Op.READS | Op.WRITES | Op.TRAPS | Op.NO_RESULT | Op.MEMORY),
    MEMMOVE("memmove", Op.READS | Op.WRITES | Op.TRAPS | Op.NO_RESULT | Op.MEMORY),
    /** (dst, i8 value, i64 bytes) */
    MEMSET("memset", Op.WRITES | Op.TRAPS | Op.NO_RESULT | Op.MEMORY),
    /** Atomic read-modify-write (ptr, value), {@code imm} a {@link Rmw} ordinal: the old value. */
    ATOMICRMW("atomicrmw", Op.READS | Op.WRITES | Op.TRAPS | Op.MEMORY),
    /** Compare and exchange (ptr, expected, desired): tuple (old value, i1 success). Two orders, WEAK flag. */
    CMPXCHG("cmpxchg", Op.READS | Op.WRITES | Op.TRAPS | Op.MEMORY),
    /** Memory fence of the order in the flags; {@code imm} 1: of this thread's signal handlers only (compiler barrier). */
    FENCE("fence", Op.READS | Op.WRITES | Op.NO_RESULT),
    PREFETCH("prefetch", Op.READS | Op.WRITES | Op.NO_RESULT),
    /** Address of the thread-local {@code aux} (Symbol) plus {@code imm} for the running thread. */
    TLSADDR("tlsaddr", 0),
    /** The thread pointer. */
    THREADPTR("threadptr", 0),

    // ---- calls ----
    /** (callee, arguments…), aux a {@link CallInfo}. Before ABI lowering an aggregate argument is its address, and an aggregate
     *  result comes as a first argument: the address of its storage. */
    CALL("call", Op.READS | Op.WRITES | Op.TRAPS | Op.MAY_NOT_RETURN),
    /** Inline assembly, aux an {@link AsmInfo}. */
    ASM("asm", Op.READS | Op.WRITES | Op.TRAPS | Op.MAY_NOT_RETURN),
    /** va_start(ptr ap); va_end; va_copy(ptr dst, ptr src). */
    VASTART("vastart", Op.READS | Op.WRITES | Op.NO_RESULT), VAEND("vaend", Op.READS | Op.WRITES | Op.NO_RESULT),
    VACOPY("vacopy", Op.READS | Op.WRITES | Op.NO_RESULT),
    /** (ptr ap), aux an {@link AbiType}: the address at which the next argument of that type can be read; advances ap. */
    VAARG("vaarg", Op.READS | Op.WRITES),
    /** Address of the frame, of the return, {@code imm} levels up; FRAMEADDR -1: the canonical frame address, where the caller's stack begins. */
    FRAMEADDR("frameaddr", Op.READS), RETADDR("retaddr", Op.READS),
    /** After ABI lowering: address of byte {@code imm} of the incoming, of the outgoing stack arguments. */
    INARG("inarg", 0), OUTARG("outarg", 0),

    /** ptr to the exception that passes through: first in the block of a CALLBR's unwind edge. */
    LANDING("landing", Op.READS | Op.WRITES),

    // ---- terminators ----
    BR("br", Op.TERMINATOR | Op.NO_RESULT),
    /** (i1): successor 0 if true, else 1. EXPECT's probability survives in {@code imm} (per mille for successor 0, 0 unknown). */
    CONDBR("condbr", Op.TERMINATOR | Op.NO_RESULT),
    /** (integer), aux a long[] of case values: successor i+1 for case i, successor 0 is the default. */
    SWITCH("switch", Op.TERMINATOR | Op.NO_RESULT),
    /** (ptr): to one of the successors, whose BLOCKADDR it is. */
    INDIRECTBR("indirectbr", Op.TERMINATOR | Op.NO_RESULT),
    /** Values after ABI lowering; before it at most one scalar. */
    RET("ret", Op.TERMINATOR | Op.NO_RESULT | Op.READS),
    /** Control cannot come here. */
    UNREACHABLE("unreachable", Op.TERMINATOR | Op.NO_RESULT),
    /** Ends the program abnormally ({@code __builtin_trap}). */
    TRAP("trap", Op.TERMINATOR | Op.NO_RESULT | Op.TRAPS),
    /** asm goto: successor 0 is the fall-through, then the labels of the {@link AsmInfo}. */
    ASMBR("asmbr", Op.TERMINATOR | Op.READS | Op.WRITES | Op.TRAPS),
    /** A call with more ways to come back: successor 0 is the normal return, then abnormal edges (unwinding, non-local goto). */
    CALLBR("callbr", Op.TERMINATOR | Op.READS | Op.WRITES | Op.TRAPS | Op.MAY_NOT_RETURN);

    // Characteristics.
    static final int CONSTANT = 1, COMMUTATIVE = 2, ASSOCIATIVE = 4, SPECULATABLE = 8, TRAPS = 16, READS = 32, WRITES = 64,
            MAY_NOT_RETURN = 128, TERMINATOR = 256, NO_RESULT = 512, FLOATING = 1024, MEMORY = 2048;

    private static final Op[] ALL = values();

    /** The name in the text form. */
    public final String text;
    private final int bits;

    Op(String text, int bits) {
        this.text = text;
        this.bits = bits;
    }

    /** In no block; interned. */
    public boolean isConstant() {
        return (bits & CONSTANT) != 0;
    }

    public boolean isCommutative() {
        return (bits & COMMUTATIVE) != 0;
    }

    public boolean isAssociative() {
        return (bits & ASSOCIATIVE) != 0;
    }

    /** May be executed where the program would not (drop poison-giving flags then). */
    public boolean isSpeculatable() {
        return (bits & SPECULATABLE) != 0;
    }

    public boolean mayTrap() {
        return (bits & TRAPS) != 0;
    }

    public boolean reads() {
        return (bits & READS) != 0;
    }

    public boolean writes() {
        return (bits & WRITES) != 0;
    }

    public boolean mayNotReturn() {
        return (bits & MAY_NOT_RETURN) != 0;
    }

    public boolean isTerminator() {
        return (bits & TERMINATOR) != 0;
    }

    /** Never has a result. */
    public boolean hasNoResult() {
        return (bits & NO_RESULT) != 0;
    }

    /** Reads the rounding mode and raises exceptions when its FENV mode is not the default. */
    public boolean isFloating() {
        return (bits & FLOATING) != 0;
    }

    /** Accesses memory through an address operand 0 with alignment, tag and order. */
    public boolean isMemory() {
        return (bits & MEMORY) != 0;
    }

    /** The operation with that name in the text form, or null. */
    public static Op byText(String text) {
        for (Op o : ALL) if (o.text.equals(text)) return o;
        return null;
    }

    /** What {@link #ATOMICRMW} does to the old value. */
    public enum Rmw { XCHG, ADD, SUB, AND, NAND, OR, XOR, SMAX, SMIN, UMAX, UMIN }
}
