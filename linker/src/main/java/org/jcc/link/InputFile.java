package org.jcc.link;

/** A file that takes part in the link. Identity matters: symbols point to the file that defines them. */
abstract sealed class InputFile permits ObjectFile, SharedFile {
    /** As messages show it: {@code a.o}, {@code libx.a(b.o)}. */
    final String name;

    InputFile(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
