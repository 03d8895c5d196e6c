package org.jcc.frontend.syntax;

import java.util.List;

/**
 * Declaration specifiers (C17 6.7p1), also a specifier-qualifier list.
 *
 * <p>Duplicate and contradictory storage classes have been reported by the parser, which keeps the first. Combinations
 * of type specifiers are the checker's: {@link #types} has them in the order written, one entry a keyword.
 *
 * @param loc          of the first specifier, or of the declarator if there are none
 * @param storage      {@link #TYPEDEF} … {@link #EXTENSION}
 * @param storageLoc   of the first storage class specifier, or 0
 * @param function     {@link #INLINE}, {@link #NORETURN}
 * @param functionLoc  of the first function specifier, or 0
 * @param qualifiers   {@link #CONST} … {@link #ATOMIC}
 * @param qualifierLoc of the first qualifier, or 0
 * @param types        empty for implicit int
 * @param alignments   the operands of {@code _Alignas}
 * @param attributes   in the order written, those in front of, among and behind the specifiers
 */
public record Specs(int loc, int storage, int storageLoc, int function, int functionLoc, int qualifiers, int qualifierLoc,
        List<TypeSpec> types, List<Alignas> alignments, List<Attribute> attributes) {
    // Storage class specifiers.
    public static final int TYPEDEF = 1, EXTERN = 2, STATIC = 4, AUTO = 8, REGISTER = 16, THREAD = 32,
            /** {@code __extension__} in front: no pedantic warnings. */
            EXTENSION = 64,
            /** {@link #THREAD} was spelled {@code __thread}. */
            GNU_THREAD = 128;
    // Function specifiers.
    public static final int INLINE = 1, NORETURN = 2;
    // Type qualifiers.
    public static final int CONST = 1, VOLATILE = 2, RESTRICT = 4, ATOMIC = 8;

    /** {@code _Alignas(operand)} (6.7.5). */
    public record Alignas(int loc, Operand operand) {}

    public boolean isTypedef() {
        return (storage & TYPEDEF) != 0;
    }
}
