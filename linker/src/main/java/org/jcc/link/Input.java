package org.jcc.link;

/** One element of the linker's command line that has a place in the order: a file, a library, or a switch between them. */
public sealed interface Input {
    /** An object, archive, shared library or linker script, told apart by content. */
    record File(String path) implements Input {}

    /** A file that lies in memory, as the assembler left it. */
    record Bytes(String name, byte[] image) implements Input {}

    /** {@code -lname}, or {@code -l:file}: searched in the {@code -L} directories. */
    record Library(String name) implements Input {}

    /** The switches that change how the inputs after them are treated. */
    enum Switch implements Input {
        START_GROUP, END_GROUP, AS_NEEDED, NO_AS_NEEDED, WHOLE_ARCHIVE, NO_WHOLE_ARCHIVE, STATIC, DYNAMIC, PUSH_STATE, POP_STATE
    }
}
