package org.jcc.target.x86_64;

import org.jcc.ir.Op;

/**
 * The table of selection rules: the operations of each group. {@link X86Selector} has one case for a group, and each group has a filetest of
 * its name, {@code select/<group>.jir}, that shows every one of its operations selected.
 */
enum RuleGroup {
    /** Whatever has an f80 operand or result: {@link X87Rules#serves}. */
    X87(),

    ARITHMETIC(Op.ADD, Op.SUB, Op.MUL, Op.AND, Op.OR, Op.XOR),
    DIVISION(Op.SDIV, Op.UDIV, Op.SREM, Op.UREM),
    SHIFT(Op.SHL, Op.LSHR, Op.ASHR, Op.ROTL, Op.ROTR),
    HIGH_PRODUCT(Op.SMULH, Op.UMULH),
    OVERFLOW(Op.SADDO, Op.UADDO, Op.SSUBO, Op.USUBO, Op.SMULO, Op.UMULO),
    COUNT_ZEROS(Op.CLZ, Op.CTZ),
    COUNT_ONES(Op.POPCNT),
    BYTE_SWAP(Op.BSWAP),
    MIN_MAX(Op.SMIN, Op.SMAX, Op.UMIN, Op.UMAX),
    ABSOLUTE(Op.ABS),
    COMPARE(Op.ICMP),
    TRUNCATE(Op.TRUNC),
    EXTEND(Op.ZEXT, Op.SEXT),
    COPY(Op.PTRTOINT, Op.INTTOPTR, Op.FREEZE, Op.EXPECT, Op.RESTRICT),
    POINTER_ADD(Op.PTRADD),
    CHOOSE(Op.SELECT),

    FLOAT_COMPARE(Op.FCMP),
    FLOAT_ARITHMETIC(Op.FADD, Op.FSUB, Op.FMUL, Op.FDIV),
    FLOAT_SIGN(Op.FNEG, Op.FABS),
    SQUARE_ROOT(Op.FSQRT),
    ROUND(Op.FFLOOR, Op.FCEIL, Op.FTRUNCI, Op.FRINT),
    FUSED(Op.FMA),
    FLOAT_RESIZE(Op.FTRUNC, Op.FEXT),
    FLOAT_TO_INTEGER(Op.FPTOSI, Op.FPTOUI),
    INTEGER_TO_FLOAT(Op.SITOFP, Op.UITOFP),
    BITCAST(Op.BITCAST),

    /** Whatever computes on lanes, besides: {@link VectorRules#serves}. */
    VECTOR(Op.SPLAT, Op.EXTRACT, Op.INSERT, Op.SHUFFLE),

    /** What the table of builtins has: {@link OperationRules}. */
    TARGET_OPERATION(Op.TARGET),

    LOAD(Op.LOAD),
    STORE(Op.STORE),
    BLOCK_MEMORY(Op.MEMCPY, Op.MEMMOVE, Op.MEMSET),
    DYNAMIC_ALLOCA(Op.DYNALLOCA),
    STACK_POINTER(Op.STACKSAVE, Op.STACKRESTORE),
    READ_MODIFY_WRITE(Op.ATOMICRMW),
    COMPARE_EXCHANGE(Op.CMPXCHG),
    FENCE(Op.FENCE),
    PREFETCH(Op.PREFETCH),
    TLS_ADDRESS(Op.TLSADDR),
    THREAD_POINTER(Op.THREADPTR),
    STACK_ARGUMENT(Op.INARG, Op.OUTARG),
    FRAME_CHAIN(Op.FRAMEADDR, Op.RETADDR),

    CALL(Op.CALL),
    CALL_WITH_EXITS(Op.CALLBR),
    LANDING(Op.LANDING),
    JUMP(Op.BR),
    BRANCH(Op.CONDBR),
    MULTIWAY(Op.SWITCH),
    INDIRECT(Op.INDIRECTBR),
    RETURN(Op.RET),
    UNREACHABLE(Op.UNREACHABLE),
    TRAP(Op.TRAP),
    INLINE_ASSEMBLY(Op.ASM, Op.ASMBR);

    private static final RuleGroup[] OF = new RuleGroup[Op.values().length];

    static {
        for (RuleGroup g : values()) {
            for (Op op : g.operations) {
                if (OF[op.ordinal()] != null) throw new IllegalStateException(op.text + " in two groups");
                OF[op.ordinal()] = g;
            }
        }
    }

    /** What the group serves. */
    final Op[] operations;

    RuleGroup(Op... operations) {
        this.operations = operations;
    }

    /** The group that serves the operation; null if the target selects no such thing. */
    static RuleGroup of(Op op) {
        return OF[op.ordinal()];
    }
}
