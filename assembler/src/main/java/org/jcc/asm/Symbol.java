package org.jcc.asm;

import org.jcc.asm.elf.Elf;

/**
 * A symbol or label of one object under construction. Mutable. An anonymous label has no name; it and every name that
 * starts with {@code .L} stay out of the symbol table.
 */
public final class Symbol {
    /** Dense id in its builder. */
    public final int id;
    /** Null for anonymous labels. */
    public final String name;
    Piece piece;
    long offset;
    int frag;
    /** Value of {@code .set}, null if the symbol is a place or undefined. */
    Expr value;
    /** True while {@code value} comes from {@code =}, which may be assigned again. */
    boolean variable;
    /** True once an assignment gave the name to another symbol. */
    boolean superseded;
    int binding = -1;
    int type = Elf.STT_NOTYPE;
    int visibility = Elf.STV_DEFAULT;
    Expr size;
    long commonSize = -1;
    long commonAlign;
    boolean referenced;
    /** Named by a relocation of the finished object. */
    boolean relocated;
    /** Names {@code name@VERSION} given by .symver, and whether the plain name goes. */
    java.util.List<String> versions;
    int definedLoc;
    /** Set when the symbol stands for a section. */
    Section section;
    /** Index in the written symbol table. */
    int index;
    /** Guards alias chains. */
    boolean visiting;

    Symbol(int id, String name) {
        this.id = id;
        this.name = name;
    }

    /** True if the symbol has a place or a value in this object. */
    public boolean isDefined() {
        return piece != null || value != null || section != null;
    }

    /** True if neither {@code .globl} nor {@code .weak} named the symbol. */
    boolean isLocal() {
        return binding != Elf.STB_GLOBAL && binding != Elf.STB_WEAK && binding != Elf.STB_GNU_UNIQUE;
    }

    /** True for names that never reach the symbol table. */
    boolean isTemporary() {
        return name == null || name.startsWith(".L") || name.indexOf('\u0001') >= 0 || name.indexOf('\u0002') >= 0;
    }
}
