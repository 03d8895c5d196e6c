package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

/**
 * One symbol: a global of the link (one object per name) or a local of one object file. Mutable: resolution fills in the
 * definition, the scan of relocations the needs, the layout the indices.
 */
final class Symbol {
    /** Where the definition stands; each later kind yields to an earlier one as {@link Resolver} describes. */
    enum Kind {
        UNDEFINED, DEFINED, COMMON, SHARED
    }

    /** What relocations ask for; bits of {@link #needs}. */
    static final int GOT = 1, PLT = 2, CANONICAL_PLT = 4, COPY = 8, GOT_TP = 16, TLS_GD = 32, TLS_DESC = 64;

    /** Id in the context's names. */
    final int name;
    Kind kind = Kind.UNDEFINED;
    byte bind;
    byte type;
    /** The most constraining visibility of all regular mentions. */
    byte visibility;
    byte other;
    /** The file of the definition, or of the first reference. */
    InputFile file;
    /** Defined in this section; null with kind DEFINED: absolute, or relative to {@link #out}. */
    InputSection section;
    /** For symbols that the linker defines. */
    OutputSection out;
    long value;
    long size;

    /** Some reference in a regular object is strong. */
    boolean strongRef;
    /** Mentioned by a regular object at all. */
    boolean inRegular;
    /** A shared library of the link mentions it, so an executable that defines it must export it. */
    boolean inShared;
    /** {@code --export-dynamic}, {@code --dynamic-list}, or {@code --export-dynamic-symbol}. */
    boolean exportAsked;
    /** A version script or {@code --exclude-libs} made it local. */
    boolean forcedLocal;
    /** Has a provisional definition by the linker, which any other beats. */
    boolean provided;
    boolean preemptible;
    /** Entered in the list of references by version. */
    boolean listed;
    /** What to say to those who use it ({@code .gnu.warning.NAME}), or null. */
    String warning;

    /** The version: for SHARED the library's version index, for DEFINED in a shared output the index in our verdef. */
    int version;
    /** A {@code name@VERSION} definition that is not the default. */
    boolean hiddenVersion;

    int needs;
    int gotIndex = -1;
    int gotTpIndex = -1;
    int tlsGdIndex = -1;
    int tlsDescIndex = -1;
    int pltIndex = -1;
    int dynIndex = -1;
    int symtabIndex = -1;
    int dynName;
    boolean dynamic;

    Symbol(int name) {
        this.name = name;
    }

    boolean isDefined() {
        return kind == Kind.DEFINED || kind == Kind.COMMON;
    }

    boolean isUndefined() {
        return kind == Kind.UNDEFINED;
    }

    boolean isShared() {
        return kind == Kind.SHARED;
    }

    /** An undefined symbol that nobody insists on. */
    boolean isUndefinedWeak() {
        return kind == Kind.UNDEFINED && !strongRef;
    }

    boolean isTls() {
        return type == STT_TLS;
    }

    boolean isFunction() {
        return type == STT_FUNC || type == STT_GNU_IFUNC;
    }

    /** An IFUNC of this output, resolved here through an entry of our own. */
    boolean isLocalIfunc() {
        return type == STT_GNU_IFUNC && kind == Kind.DEFINED && !preemptible;
    }

    boolean isAbsolute() {
        return kind == Kind.DEFINED && section == null && out == null;
    }

    void need(int bits) {
        needs |= bits;
    }
}
