package org.jcc.frontend.syntax;

import java.util.List;

/**
 * A declarator, abstract or not (C17 6.7.6, 6.7.7), with what may follow it.
 *
 * <p>The {@link #chunks} read from the identifier outward, as the type is spoken: {@code int *(*f[3])(void)} is "array
 * of 3, pointer, function, pointer" to the specifiers' {@code int}.
 *
 * @param loc        of the name; of an abstract declarator, of its first token or of what follows it
 * @param name       0 for an abstract declarator and an unnamed bit-field
 * @param asmLabel   GNU's {@code asm("symbol")}, or null
 * @param attributes behind the declarator; C23's directly behind the name too
 * @param bitWidth   of a bit-field, else null
 * @param init       the initialiser, or null
 * @param initLoc    of the {@code =}, or 0
 */
public record Declarator(int loc, int name, List<Chunk> chunks, Expr.StringLit asmLabel, List<Attribute> attributes, Expr bitWidth,
        Initializer init, int initLoc) {

    /** One step of a derivation. */
    public sealed interface Chunk {
        int loc();
    }

    /** {@code * qualifiers}; bits of {@link Specs#CONST} and so on. */
    public record Pointer(int loc, int qualifiers, List<Attribute> attributes) implements Chunk {}

    /**
     * {@code [static qualifiers size]}.
     *
     * @param isStatic {@code static} was written
     * @param star     {@code [*]}
     * @param size     null without one
     */
    public record Array(int loc, int qualifiers, boolean isStatic, boolean star, Expr size, List<Attribute> attributes) implements Chunk {}

    /**
     * {@code (parameters)}.
     *
     * @param parameters  of a prototype; {@code (void)} is one parameter with neither name nor chunks; null for
     *                    {@code ()} and for an identifier list
     * @param identifiers a K&amp;R identifier list, empty for {@code ()}; null for a prototype
     * @param variadic    {@code , ...} at the end
     * @param forward     GNU's forward declarations of parameters, {@code (int n; int a[n])}
     * @param end         of the {@code )}
     */
    public record Function(int loc, List<Parameter> parameters, List<Expr.Ident> identifiers, boolean variadic, List<Parameter> forward,
            List<Attribute> attributes, int end) implements Chunk {
        public boolean isPrototype() {
            return parameters != null;
        }
    }

    /** GNU's attributes behind an opening parenthesis: {@code (__attribute__((ms_abi)) *f)(int)}. */
    public record Attributed(int loc, List<Attribute> attributes) implements Chunk {}

    /** A parameter declaration (6.7.6p1). */
    public record Parameter(int loc, Specs specs, Declarator declarator) {}
}
