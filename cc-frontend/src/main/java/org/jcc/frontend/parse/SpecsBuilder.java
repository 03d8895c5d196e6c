package org.jcc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.syntax.Attribute;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.TypeSpec;

/**
 * Declaration specifiers while they are read. It reports duplicate and contradictory storage classes (C17 6.7.1p2),
 * which {@link Specs} has no room for; combinations of types are the checker's.
 */
final class SpecsBuilder {
    private static final TypeSpec.Kind[] KINDS = TypeSpec.Kind.values();
    private static final int EXCLUSIVE = Specs.TYPEDEF | Specs.EXTERN | Specs.STATIC | Specs.AUTO | Specs.REGISTER;

    private final ParserBase parser;
    private final int loc;
    private int storage;
    private int storageLoc;
    private int function;
    private int functionLoc;
    private int qualifiers;
    private int qualifierLoc;
    private List<TypeSpec> types = List.of();
    private List<Specs.Alignas> alignments = List.of();
    private List<Attribute> attributes = List.of();
    /** Of the structure or enumeration whose body was just read. */
    private List<Attribute> bodyAttributes;
    private boolean qualifiersOnly;
    /** Any unknown identifier is meant for a type: in a type name, in a parameter. */
    private boolean preferType;
    private Specs built;

    SpecsBuilder(ParserBase parser, int loc) {
        this.parser = parser;
        this.loc = loc;
        if (parser.extension > 0) storage = Specs.EXTENSION;
    }

    /** Only a specifier-qualifier-list is admitted (6.7.2.1). */
    SpecsBuilder qualifiersOnly() {
        qualifiersOnly = true;
        return this;
    }

    /** In a type name (6.7.7). */
    SpecsBuilder typeName() {
        qualifiersOnly = preferType = true;
        return this;
    }

    SpecsBuilder parameter() {
        preferType = true;
        return this;
    }

    /** Behind a specifier that is no type: an unknown identifier may be meant for one. */
    private void more() {
        bodyAttributes = null;
        if (types.isEmpty() && parser.in.cur.type == C.IDENTIFIER) parser.unknownTypeIn(preferType);
    }

    /** Called in front of a storage class or function specifier. */
    void admitStorage() {
        if (qualifiersOnly) parser.reject("expected specifier-qualifier-list");
    }

    /**
     * Called in front of a type that begins a line: behind the body of a structure the semicolon is missing.
     */
    void admitNext() {
        if (types.size() == 1 && definesType(types.get(0)) && parser.atLineStart()) parser.reject("expected ';', identifier or '('");
    }

    static boolean definesType(TypeSpec t) {
        return t instanceof TypeSpec.Struct s && s.members() != null || t instanceof TypeSpec.Enum e && e.enumerators() != null;
    }

    void type(TypeSpec t) {
        if (types.isEmpty()) types = new ArrayList<>(2);
        types.add(t);
        bodyAttributes = t instanceof TypeSpec.Struct s && s.members() != null ? s.attributes() : t instanceof TypeSpec.Enum e && e.enumerators() != null ? e.attributes() : null;
        parser.in.typeSeen(true);
    }

    void keyword(Tok t) {
        type(new TypeSpec.Keyword(t.loc, KINDS[t.aux]));
    }

    void typedefName(Tok t) {
        type(parser.scopes.isType(t.name) ? new TypeSpec.TypedefName(t.loc, t.name) : new TypeSpec.UnknownName(t.loc, t.name));
    }

    void qualifier(Tok t) {
        qualifiers |= t.aux;
        if (qualifierLoc == 0) qualifierLoc = t.loc;
        more();
    }

    void storage(Tok t) {
        int bit = t.aux & ~Specs.GNU_THREAD;
        if ((storage & bit) != 0) {
            parser.error(t.loc, "duplicate '" + t.getText() + "'");
        } else if ((bit & EXCLUSIVE) != 0 && (storage & EXCLUSIVE) != 0) {
            parser.error(t.loc, "multiple storage classes in declaration specifiers");
        } else if (bit == Specs.THREAD && (storage & (Specs.TYPEDEF | Specs.AUTO | Specs.REGISTER)) != 0
                || (storage & Specs.THREAD) != 0 && (bit & (Specs.TYPEDEF | Specs.AUTO | Specs.REGISTER)) != 0) {
            String other = (storage & Specs.THREAD) != 0 ? t.getText()
                    : (storage & Specs.TYPEDEF) != 0 ? "typedef" : (storage & Specs.AUTO) != 0 ? "auto" : "register";
            String thread = bit == Specs.THREAD ? t.getText() : (storage & Specs.GNU_THREAD) != 0 ? "__thread" : "_Thread_local";
            parser.error(t.loc, "'" + thread + "' used with '" + other + "'");
        } else {
            storage |= t.aux;
        }
        if (storageLoc == 0) storageLoc = t.loc;
        more();
    }

    void function(Tok t) {
        function |= t.aux;
        if (functionLoc == 0) functionLoc = t.loc;
        more();
    }

    void alignas(Specs.Alignas a) {
        if (alignments.isEmpty()) alignments = new ArrayList<>(1);
        alignments.add(a);
        bodyAttributes = null;
    }

    /**
     * The list that attributes read next belong to: the structure's or enumeration's, directly behind its body, else the
     * declaration's.
     */
    List<Attribute> attributes() {
        if (bodyAttributes != null) return bodyAttributes;
        if (attributes.isEmpty()) attributes = new ArrayList<>(2);
        return attributes;
    }

    boolean isTypedef() {
        return (storage & Specs.TYPEDEF) != 0;
    }

    boolean definesType() {
        for (TypeSpec t : types) {
            if (definesType(t)) return true;
        }
        return false;
    }

    /** The specifiers; the same record however often it is asked for. */
    Specs build() {
        if (built == null) built = new Specs(loc, storage, storageLoc, function, functionLoc, qualifiers, qualifierLoc, types, alignments, attributes);
        return built;
    }
}
