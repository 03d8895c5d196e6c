package org.jcc.codegen.mir;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;

/**
 * A machine operation that the instruction set does not have in one piece. It is allocated as one instruction and becomes
 * several when it is emitted; temporaries that it needs are EARLY definitions or clobbers.
 */
public final class PseudoRow extends Row {
    /** Emits the real instructions. */
    @FunctionalInterface
    public interface Expansion {
        void expand(MInst i, Expander out);
    }

    public final Expansion expansion;

    /** @param defs registers changed, as bits */
    public PseudoRow(String name, long defs, int flags, Expansion expansion) {
        this(name, 0, defs, flags, expansion);
    }

    /**
     * @param uses registers read though no operand, as bits
     * @param defs registers changed, as bits
     */
    public PseudoRow(String name, long uses, long defs, int flags, Expansion expansion) {
        super(-1, new String[] {name}, new Kind[0], new byte[0], uses, defs, flags, 1);
        this.expansion = expansion;
    }
}
