package org.jcc.asm.elf;

/** What a reader throws on malformed input; whoever opened the file turns it into a diagnostic that names the file. */
public final class BadElf extends Exception {
    private static final long serialVersionUID = 1;

    public BadElf(String message) {
        super(message, null, false, false);
    }
}
