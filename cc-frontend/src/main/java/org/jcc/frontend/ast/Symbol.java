package org.jcc.frontend.ast;

import org.jcc.frontend.types.CType;

/**
 * A variable or a function. Mutable: later declarations add to it. The attributes that both may have are here.
 */
public abstract sealed class Symbol permits VarSymbol, FunctionSymbol {
    public enum Linkage { NONE, INTERNAL, EXTERNAL }

    public enum Visibility { DEFAULT, HIDDEN, PROTECTED, INTERNAL }

    /** The identifier; hidden variables have a name with a dot. */
    public final String name;
    public int loc;
    /** The (composite) type of all declarations so far. */
    public CType type;
    public Linkage linkage = Linkage.NONE;
    /** The assembler name: that of {@code asm("…")}, else the identifier. Static locals get a unique one from lowering. */
    public String asmName;
    /** True if {@code asm("…")} gave the name. */
    public boolean hasAsmLabel;
    public boolean defined;
    /** Referenced by code or data that is delivered. */
    public boolean referenced;
    public boolean weak;
    /** {@code alias("target")}, or null. */
    public String aliasOf;
    /** {@code weakref}: {@link #aliasOf} names an external symbol that is referenced weakly. */
    public boolean weakref;
    /** {@code ifunc("resolver")}, or null. */
    public String ifunc;
    public String section;
    public boolean visibilitySet;
    public Visibility visibility = Visibility.DEFAULT;
    /** {@code aligned}, {@code _Alignas} in bytes, or 0. */
    public int alignAttribute;
    /** {@code used}, {@code retain} */
    public boolean usedAttribute;
    /** {@code unused}, {@code maybe_unused} */
    public boolean unusedAttribute;
    /** {@code deprecated}'s message, "" without one; null if not deprecated. */
    public String deprecated;
    /** {@code unavailable}'s message, or null. */
    public String unavailable;
    /** For the stage that lowers: what became of the symbol. */
    public Object lowered;

    protected Symbol(String name, CType type, int loc) {
        this.name = name;
        this.asmName = name;
        this.type = type;
        this.loc = loc;
    }

    @Override
    public String toString() {
        return name;
    }
}
