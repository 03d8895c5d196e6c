package org.jcc.ir;

/** A second name for a symbol defined in the same module ({@code __attribute__((alias))}, {@code ifunc}). */
public final class Alias extends Symbol {
    public final Symbol target;
    /** The target is a resolver function that the dynamic linker calls (STT_GNU_IFUNC). */
    public boolean ifunc;

    public Alias(String name, Symbol target) {
        super(name);
        this.target = target;
    }

    @Override
    public boolean isDefinition() {
        return true;
    }
}
