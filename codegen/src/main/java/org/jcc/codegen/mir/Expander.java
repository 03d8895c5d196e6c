package org.jcc.codegen.mir;

import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/** What the expansion of a pseudo instruction may use: the object under construction and operands in final form. */
public interface Expander {
    ObjectBuilder out();

    MFunction function();

    /** Operand {@code i} as the assembler takes it. */
    Operand operand(MInst inst, int i);

    /** Emits one instruction. */
    void emit(Row row, Operand... operands);

    /** Emits one instruction with prefixes. */
    void emitPrefixed(Row row, int prefixes, Operand... operands);

    /** The name of a block that assembly text may jump to: it was marked {@link MBlock#named}. */
    String labelName(MBlock b);

    /** The block of a BLOCK operand. */
    MBlock block(MInst inst, int i);

    /** A number that is used once in the module. */
    int unique();

    /** The label of a block. */
    Operand label(MBlock b);
}
