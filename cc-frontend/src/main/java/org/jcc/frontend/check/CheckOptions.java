package org.jcc.frontend.check;

import java.util.Set;

/**
 * What the command line says to the checker; warnings are {@link org.jcc.support.Diagnostics}' own.
 *
 * @param year       of the C standard: 1990, 1999, 2011, 2017
 * @param gnu        GNU dialect ({@code -std=gnu…})
 * @param gnu89Inline {@code inline} means what it did before C99
 * @param common     {@code -fcommon}
 * @param optimize   -O level: what is kept of unused static functions
 * @param shortEnums {@code -fshort-enums}
 * @param signedBitFields plain bit-fields of int are signed
 * @param pic        position-independent code: only for {@code __builtin} details
 * @param builtins   names of library functions are known ({@code -fno-builtin} off)
 * @param hosted     {@code main} is special
 * @param msBitFields {@code -mms-bitfields}
 * @param packStruct {@code -fpack-struct=n}: the greatest alignment of members; 0 without it, -1 where all structures are packed
 * @param msExtensions a member may be an unnamed structure or union with a tag or of a typedef's ({@code -fms-extensions})
 * @param bigEndian  structures have big-endian scalars unless they say otherwise ({@code -fsso-struct=})
 * @param noBuiltin  names of library functions that are not known all the same ({@code -fno-builtin-NAME})
 */
public record CheckOptions(int year, boolean gnu, boolean gnu89Inline, boolean common, int optimize, boolean shortEnums,
        boolean signedBitFields, boolean pic, boolean builtins, boolean hosted, boolean msBitFields, int packStruct,
        boolean msExtensions, boolean bigEndian, Set<String> noBuiltin) {
    /** gcc's default: {@code -std=gnu17 -O0}. */
    public static final CheckOptions GNU17 = new CheckOptions(2017, true, false, false, 0, false, true, false, true, true, false, 0, false, false, Set.of());

    /** The name is that of a library function, if the table has it. */
    boolean knows(String function) {
        return builtins && !noBuiltin.contains(function);
    }

    public boolean c99() {
        return year >= 1999;
    }
}
