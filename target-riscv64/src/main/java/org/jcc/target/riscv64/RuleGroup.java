package org.jcc.target.riscv64;

import org.jcc.ir.Op;

/**
 * The table of selection rules: the operations of each group. {@link RvSelector} has one case for a group, and each group has a filetest of
 * its name, {@code select/<group>.jir}, that shows every one of its operations selected.
 */
enum RuleGroup {
    /** Whatever has an f128 operand or result: {@link QuadRules#serves}. */
    QUAD(),

    ARITHMETIC(Op.ADD, Op.SUB, Op.MUL, Op.AND, Op.OR, Op.XOR),
    POINTER_ADD(Op.PTRADD),
    DIVISION(Op.SDIV, Op.UDIV, Op.SREM, Op.UREM),
    HIGH_PRODUCT(Op.SMULH, Op.UMULH),
    SHIFT(Op.SHL, Op.LSHR, Op.ASHR),
    ROTATE(Op.ROTL, Op.ROTR),
    OVERFLOW(Op.SADDO, Op.UADDO, Op.SSUBO, Op.USUBO, Op.SMULO, Op.UMULO),
    COMPARE(Op.ICMP),
    CONVERT(Op.TRUNC, Op.SEXT, Op.ZEXT, Op.PTRTOINT, Op.INTTOPTR),
    COPY(Op.FREEZE, Op.EXPECT, Op.RESTRICT),
    CHOOSE(Op.SELECT),

    FLOAT_BINARY(Op.FADD, Op.FSUB, Op.FMUL, Op.FDIV, Op.FMIN, Op.FMAX, Op.FCOPYSIGN),
    FLOAT_UNARY(Op.FNEG, Op.FABS, Op.FSQRT),
    FUSED_MULTIPLY_ADD(Op.FMA),
    FLOAT_COMPARE(Op.FCMP),
    FLOAT_CONVERT(Op.FTRUNC, Op.FEXT, Op.FPTOSI, Op.FPTOUI, Op.SITOFP, Op.UITOFP, Op.BITCAST),

    LOAD(Op.LOAD),
    STORE(Op.STORE),
    BLOCK_MEMORY(Op.MEMCPY, Op.MEMMOVE, Op.MEMSET),
    DYNAMIC_ALLOCA(Op.DYNALLOCA),
    STACK_SAVE(Op.STACKSAVE),
    STACK_RESTORE(Op.STACKRESTORE),
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
