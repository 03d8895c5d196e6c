package org.jcc.frontend.ast;

/** A label, of the program or of the checker's own (loops, switches). Mutable. */
public final class LabelSymbol {
    /** Null for the checker's own. */
    public final String name;
    public int loc;
    /** {@code &&label}, or named by an asm goto's operand: a computed goto may come here. */
    public boolean addressTaken;
    /** A jump comes here. */
    public boolean used;
    public boolean defined;
    /** The function whose label it is, if a nested one jumps here; else null. */
    public FunctionSymbol nonLocal;
    /** For the stage that lowers. */
    public Object lowered;

    public LabelSymbol(String name, int loc) {
        this.name = name;
        this.loc = loc;
    }

    @Override
    public String toString() {
        return name == null ? ".label" : name;
    }
}
