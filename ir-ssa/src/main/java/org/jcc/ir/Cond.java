package org.jcc.ir;

/**
 * Conditions of {@link Op#ICMP} and {@link Op#FCMP}. Floating conditions with O are false, with U true, when an operand
 * is a NaN. {@code imm} of a comparison is the ordinal.
 */
public enum Cond {
    EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE,
    FOEQ, FUNE, FOLT, FOLE, FOGT, FOGE, FULT, FULE, FUGT, FUGE, FUEQ, FONE, FORD, FUNO;

    private static final Cond[] ALL = values();
    private static final Cond[] NEGATED = {NE, EQ, SGE, SGT, SLE, SLT, UGE, UGT, ULE, ULT,
        FUNE, FOEQ, FUGE, FUGT, FULE, FULT, FOGE, FOGT, FOLE, FOLT, FONE, FUEQ, FUNO, FORD};
    private static final Cond[] SWAPPED = {EQ, NE, SGT, SGE, SLT, SLE, UGT, UGE, ULT, ULE,
        FOEQ, FUNE, FOGT, FOGE, FOLT, FOLE, FUGT, FUGE, FULT, FULE, FUEQ, FONE, FORD, FUNO};

    public static Cond of(long ordinal) {
        return ALL[(int) ordinal];
    }

    /** True exactly when this is false. */
    public Cond negate() {
        return NEGATED[ordinal()];
    }

    /** The condition with the operands exchanged. */
    public Cond swap() {
        return SWAPPED[ordinal()];
    }

    public boolean isFloat() {
        return ordinal() >= FOEQ.ordinal();
    }

    public boolean isSigned() {
        return ordinal() >= SLT.ordinal() && ordinal() <= SGE.ordinal();
    }

    public boolean isUnsigned() {
        return ordinal() >= ULT.ordinal() && ordinal() <= UGE.ordinal();
    }

    /** The name in the text form. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
