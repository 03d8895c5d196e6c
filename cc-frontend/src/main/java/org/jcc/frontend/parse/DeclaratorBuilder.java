package org.jcc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.syntax.Attribute;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Initializer;

/** A declarator while it is read. Chunks arrive from the identifier outward: suffixes as they come, pointers on the way back. */
final class DeclaratorBuilder {
    /** The abstract declarator of a type name without one. */
    static final Declarator NOTHING = new Declarator(0, 0, List.of(), null, List.of(), null, null, 0);

    int loc;
    int name;
    private List<Declarator.Chunk> chunks = List.of();
    Expr.StringLit asmLabel;
    private List<Attribute> attributes = List.of();
    Expr bitWidth;
    Initializer init;
    int initLoc;

    void name(Tok t) {
        name = t.name;
        loc = t.loc;
    }

    void add(Declarator.Chunk c) {
        if (chunks.isEmpty()) chunks = new ArrayList<>(2);
        chunks.add(c);
    }

    List<Attribute> attributes() {
        if (attributes.isEmpty()) attributes = new ArrayList<>(1);
        return attributes;
    }

    /** Where C23's attributes behind a declarator belong: to its last array or function, else to what is declared. */
    List<Attribute> bracketAttributes() {
        int last = chunks.size() - 1;
        if (last < 0) return attributes();
        return switch (chunks.get(last)) {
            case Declarator.Function f when f.attributes().isEmpty() -> {
                List<Attribute> l = new ArrayList<>(1);
                chunks.set(last, new Declarator.Function(f.loc(), f.parameters(), f.identifiers(), f.variadic(), f.forward(), l, f.end()));
                yield l;
            }
            case Declarator.Array a when a.attributes().isEmpty() -> {
                List<Attribute> l = new ArrayList<>(1);
                chunks.set(last, new Declarator.Array(a.loc(), a.qualifiers(), a.isStatic(), a.star(), a.size(), l));
                yield l;
            }
            case Declarator.Function f -> f.attributes();
            case Declarator.Array a -> a.attributes();
            case Declarator.Pointer p -> attributes();
            case Declarator.Attributed a -> attributes();
        };
    }

    boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    /** The function declarator next to the name, or null: the name is not a function's by its declarator. */
    Declarator.Function function() {
        for (Declarator.Chunk c : chunks) {
            if (c instanceof Declarator.Function f) return f;
            if (!(c instanceof Declarator.Attributed)) return null;
        }
        return null;
    }

    Declarator build() {
        return new Declarator(loc, name, chunks, asmLabel, attributes, bitWidth, init, initLoc);
    }
}
