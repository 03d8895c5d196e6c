package org.jcc.frontend.ast;

/**
 * Receives a translation unit from the checker, one definition at a time, in source order; but inline functions only
 * when something delivered refers to them, and tentative definitions at the end. Nothing comes once an error was
 * reported. A symbol's attributes may still grow after code that uses it was delivered; {@link #end} is the time to read
 * the attributes of symbols that were only declared.
 */
public interface TypedConsumer {
    void function(FunctionDefinition definition);

    /** A variable with static storage duration (also static locals and compound literals); see {@link VarSymbol#init}. */
    void variable(VarSymbol variable);

    /** A register variable at file scope: all functions leave its register alone. */
    default void globalRegister(VarSymbol v) {}

    /** Code that is delivered from now on may ask {@code __builtin_object_size} for the size of a subobject. */
    default void asksSubobjectSize() {}

    /** {@code alias}, {@code weakref} or {@code ifunc}: see {@link Symbol#aliasOf}, {@link Symbol#ifunc}. */
    void alias(Symbol symbol);

    /** {@code asm("…");} at file scope. */
    void topAsm(String text, int loc);

    /** The unit is complete: linkage, visibility and emission of every symbol are final. */
    void end();

    /** Takes no notice: {@code -fsyntax-only}. */
    TypedConsumer DISCARD = new TypedConsumer() {
        @Override
        public void function(FunctionDefinition definition) {}

        @Override
        public void variable(VarSymbol variable) {}

        @Override
        public void alias(Symbol symbol) {}

        @Override
        public void topAsm(String text, int loc) {}

        @Override
        public void end() {}
    };
}
