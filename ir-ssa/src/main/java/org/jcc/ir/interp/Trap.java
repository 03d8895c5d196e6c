package org.jcc.ir.interp;

/** The program did what has no meaning: the interpreter stops. */
public final class Trap extends RuntimeException {
    Trap(String message) {
        super(message, null, false, false);
    }
}
