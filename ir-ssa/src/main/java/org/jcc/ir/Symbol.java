package org.jcc.ir;

/**
 * What the linker knows by a name: a {@link Function}, a {@link GlobalVar} or an {@link Alias}. Mutable; the base class
 * holds what the three share.
 */
public abstract sealed class Symbol permits Function, GlobalVar, Alias {
    /** INTERNAL: {@code static}. COMMON: a tentative definition under -fcommon. WEAK: may be overridden, or absent if undefined. */
    public enum Linkage { INTERNAL, EXTERNAL, WEAK, COMMON }

    public enum Visibility { DEFAULT, HIDDEN, PROTECTED, INTERNAL }

    /** The assembly name. */
    public final String name;
    public Linkage linkage = Linkage.EXTERNAL;
    public Visibility visibility = Visibility.DEFAULT;
    /** {@code __attribute__((section))}, or null. */
    public String section;
    /** {@code __attribute__((used))}, {@code retain}: never dropped. */
    public boolean used;
    /** Where it is declared. */
    public int loc;
    /** Alignment in bytes; 0: the type's or target's default. */
    public int align;
    /** COMDAT group's name, or null. */
    public String comdat;

    protected Symbol(String name) {
        this.name = name;
    }

    /** True if this module has the body or the bytes. */
    public abstract boolean isDefinition();

    @Override
    public String toString() {
        return "@" + name;
    }
}
