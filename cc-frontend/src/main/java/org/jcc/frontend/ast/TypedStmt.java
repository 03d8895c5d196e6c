package org.jcc.frontend.ast;

import java.util.List;

/** A statement of the typed tree. Conditions are scalar values, compared with zero by lowering. */
public sealed interface TypedStmt {
    int loc();

    /** A list of statements; the scope of its variables for debugging only. */
    record Block(int loc, List<TypedStmt> statements, int end) implements TypedStmt {}

    /** Evaluates, drops the value. */
    record ExprStmt(int loc, TypedExpr expr) implements TypedStmt {}

    /**
     * A variable's life begins here: an automatic variable that is no VLA, initialised if {@code init} is not null. Each
     * time control comes here its value is indeterminate or initialised anew.
     */
    record LocalVar(int loc, VarSymbol variable, Initializer init) implements TypedStmt {}

    /** A VLA's life begins: {@code size} bytes of stack, aligned as the variable wants. */
    record LocalVla(int loc, VarSymbol variable, TypedExpr size) implements TypedStmt {}

    /** Where a scope with VLAs begins; saves the stack pointer under {@code mark}. */
    record StackSave(int loc, StackMark mark) implements TypedStmt {}

    /** Leaves a scope with VLAs. */
    record StackRestore(int loc, StackMark mark) implements TypedStmt {}

    /**
     * From here to the end of the list of statements in which this stands, an exception that passes through executes {@code call}
     * ({@code __attribute__((cleanup))} under -fexceptions). The same {@code call}, the very object, stands wherever control leaves the scope;
     * it is itself no longer in it.
     */
    record Cleanup(int loc, TypedStmt call) implements TypedStmt {}

    /** A saved stack pointer. {@code lowered} is for the stage that lowers. It is not restored if {@code kept}, for memory of {@code alloca} that lives on. */
    final class StackMark {
        public boolean kept;
        public Object lowered;
    }

    /** {@code otherwise} may be null. */
    record If(int loc, TypedExpr condition, TypedStmt then, TypedStmt otherwise) implements TypedStmt {}

    /**
     * Any loop.
     *
     * @param condition null for none (always true)
     * @param testFirst false for {@code do … while}
     * @param step      null, or evaluated after the body and after {@code continueLabel}
     * @param hints     what pragmas say of it
     */
    record Loop(int loc, TypedExpr condition, boolean testFirst, TypedExpr step, TypedStmt body, LabelSymbol continueLabel,
            LabelSymbol breakLabel, LoopHints hints) implements TypedStmt {}

    /**
     * @param unroll of {@code #pragma GCC unroll}, 1 for 0 as well; 0 without
     * @param ivdep  {@code #pragma GCC ivdep}
     */
    record LoopHints(int unroll, boolean ivdep) {
        public static final LoopHints NONE = new LoopHints(0, false);
    }

    /**
     * {@code switch}. Control goes to the case whose range holds the value, else to {@code defaultLabel} (the break label if
     * there is none). The labels stand as {@link Label} in the body.
     *
     * @param value of the promoted type; cases are compared in that type, signed or unsigned
     * @param cases sorted, not overlapping
     */
    record Switch(int loc, TypedExpr value, List<Case> cases, LabelSymbol defaultLabel, TypedStmt body, LabelSymbol breakLabel)
            implements TypedStmt {}

    /** The values low to high (of the switch's type), both included. */
    record Case(TypedExpr.IntConst low, TypedExpr.IntConst high, LabelSymbol label) {}

    /** The place of a label. */
    record Label(int loc, LabelSymbol label) implements TypedStmt {}

    /** A jump, after {@code leave} (calls of cleanups and stack restores, in order). */
    record Goto(int loc, LabelSymbol target, List<TypedStmt> leave) implements TypedStmt {}

    /** A jump from a nested function to a label of one around it ({@link LabelSymbol#nonLocal}), after {@code leave}. */
    record NonLocalGoto(int loc, LabelSymbol target, List<TypedStmt> leave) implements TypedStmt {}

    /** {@code goto *address;} to one of the function's labels whose address is taken. */
    record ComputedGoto(int loc, TypedExpr address) implements TypedStmt {}

    /** {@code value} (null without one) is evaluated first, then {@code leave}. */
    record Return(int loc, TypedExpr value, List<TypedStmt> leave) implements TypedStmt {}

    /**
     * Inline assembly, checked; as {@link org.jcc.ir.AsmInfo} wants it.
     *
     * @param template operands' names turned to numbers, {@code {a|b}} resolved; of a basic asm as written
     * @param operands outputs first, then inputs; {@code +} operands are one operand, both
     * @param labels   of an asm goto, else empty; {@code fallthrough} follows the statement
     */
    record Asm(int loc, String template, boolean basic, boolean isVolatile, List<AsmOperand> operands, List<String> clobbers,
            List<LabelSymbol> labels) implements TypedStmt {}

    /**
     * One operand.
     *
     * @param constraint the letters of the chosen alternative, without {@code = + & %} and digits
     * @param expr       an lvalue if {@code output} or {@code memory}, else a value
     * @param output     is written
     * @param input      is read; of a {@code "+"} operand the lvalue's old value
     * @param tied       number of the operand (an output) that it shares its register with, or -1
     * @param register   that it must be in, or null
     * @param memory     stays in memory: the asm gets its address
     * @param immediate  must be a constant
     */
    record AsmOperand(String constraint, TypedExpr expr, boolean output, boolean input, boolean earlyClobber, int tied, String register,
            boolean memory, boolean immediate) {}
}
