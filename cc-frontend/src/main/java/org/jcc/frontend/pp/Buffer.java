package org.jcc.frontend.pp;

import org.jcc.support.SourceManager;

/** One text on the include stack: where reading stands, its open conditionals, its include guard if it has one. */
final class Buffer {
    /** The states of include guard detection: nothing seen, inside the guard, after it, or no guard. */
    static final int FRESH = 0, INSIDE = 1, AFTER = 2, NONE = 3;

    /** An open {@code #if} group (6.10.1). */
    static final class Conditional {
        /** Loc of the directive, and its name. */
        int loc;
        String directive;
        /** The whole construct lies in a skipped group. */
        boolean skipped;
        /** A group of it was taken: no later one is. */
        boolean taken;
        int elseLoc;
        /** The {@code #ifndef} that guards the file. */
        boolean guard;
        Conditional outer;
    }

    final Buffer parent;
    final SourceManager.Entry entry;
    final SourceText text;
    /** The file, or null for texts that are none. */
    final IncludeFinder.File file;
    /** Its directory, with the slash, for quoted includes; empty for the working directory. */
    final String directory;
    /** Where in the search path it was found; -1 for the includer's directory and main files. */
    final int dirIndex;
    /** The text in which {@code -D} and {@code -include} live: its line is 0. */
    boolean commandLine;
    /** A {@code #pragma GCC system_header} was met. */
    boolean systemFromHere;
    /** Where reading stands while an inclusion is read. */
    int pos;
    boolean lineStart;
    int guardState;
    int guardName;
    Conditional conditional;

    Buffer(Buffer parent, SourceManager.Entry entry, SourceText text, IncludeFinder.File file, String directory, int dirIndex) {
        this.parent = parent;
        this.entry = entry;
        this.text = text;
        this.file = file;
        this.directory = directory;
        this.dirIndex = dirIndex;
    }
}
