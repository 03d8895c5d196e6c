package org.jcc.frontend.ast;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;

/** A function. Mutable: all declarations of one name share it. */
public final class FunctionSymbol extends Symbol {
    /** What becomes of a definition: see 6.7.4p7 and gcc's gnu_inline. */
    public enum Emission {
        /** A symbol of the object file. */
        NORMAL,
        /** Serves inlining alone; the symbol is undefined here and is defined elsewhere. */
        INLINE_ONLY
    }

    /** {@code inline} on any declaration. */
    public boolean inline;
    public boolean gnuInline;
    /** All declarations so far say inline without extern (C99's inline definition). */
    public boolean c99InlineOnly;
    /** {@code extern inline} in the gnu_inline sense. */
    public boolean gnuExternInline;
    /** A gnu_inline definition came first and another replaces it. */
    public boolean wasGnuExternInline;
    public boolean alwaysInline, noinline, noclone, noreturn, cold, hot, pure, constant, malloc, returnsTwice, nothrow, leaf, naked, flatten, noipa;
    public boolean noInstrument, noSplitStack, noStackProtector, stackProtect, artificial, optnone;
    public boolean warnUnusedResult;
    /** {@code error("…")}, {@code warning("…")}: reported if a call survives; null without. */
    public String errorMessage, warningMessage;
    /** Priority of {@code constructor}, {@code destructor}: 65535 without one; -1 if none. */
    public int constructor = -1, destructor = -1;
    /** {@code alloc_size(a, b)}: positions from 1, or 0. */
    public int allocSize1, allocSize2;
    /** {@code target("…")}, {@code optimize("…")}, as written, or null. */
    public String target, optimize;
    /** Was declared only by being called (6.5.2.2 of C90). */
    public boolean implicit;
    /** The C library's function of that name: declared with the right type (and not static), or by {@code __builtin_name}. */
    public boolean library;
    /** {@code _Noreturn} itself was written. */
    public boolean noreturnSpecifier;
    /** The function in whose body this one is declared or defined (GNU); null for all others. */
    public FunctionSymbol nestedIn;
    /** The parameters' types of an old-style definition, or null. */
    public List<CType> oldStyleTypes;
    /** Where the parameters of the last prototype are declared, or null. */
    public int[] paramLocs;
    /** Symbols that the body refers to, collected while it is checked. */
    public List<Symbol> references = new ArrayList<>(4);
    /** The definition once checked, while it is kept back because nobody has referred to it. */
    public FunctionDefinition kept;

    public FunctionSymbol(String name, CType type, int loc) {
        super(name, type, loc);
    }

    public FunctionType functionType() {
        return (FunctionType) type.strip();
    }

    /** Valid at the end of the unit. */
    public Emission emission() {
        return gnuExternInline || c99InlineOnly && linkage == Linkage.EXTERNAL ? Emission.INLINE_ONLY : Emission.NORMAL;
    }
}
