package org.jcc.frontend.parse;

import java.util.Arrays;

/**
 * Which identifiers are types here and now (C17 6.2.1), and nothing else of them: an array by name id, and a log of
 * what the scopes still open have overwritten. Entering a scope is remembering the log's length.
 */
final class Scopes {
    static final byte UNBOUND = 0, ORDINARY = 1, TYPE = 2;

    private byte[] state = new byte[8192];
    private int[] log = new int[1024];
    private int length;

    boolean isType(int name) {
        return name < state.length && state[name] == TYPE;
    }

    boolean isBound(int name) {
        return name < state.length && state[name] != UNBOUND;
    }

    /** Opens a scope; the result closes it. */
    int enter() {
        return length;
    }

    void bind(int name, byte what) {
        if (name >= state.length) state = Arrays.copyOf(state, Math.max(name + 1, state.length * 2));
        if (state[name] == what) return;
        if (length == log.length) log = Arrays.copyOf(log, length * 2);
        log[length++] = name << 2 | state[name];
        state[name] = what;
    }

    /** Closes the scope that {@link #enter} opened, and all inside it. */
    void leave(int mark) {
        while (length > mark) {
            int e = log[--length];
            state[e >>> 2] = (byte) (e & 3);
        }
    }

    /** Calls {@code each} for every name that is a type here. */
    void types(java.util.function.IntConsumer each) {
        for (int n = 0; n < state.length; n++) {
            if (state[n] == TYPE) each.accept(n);
        }
    }
}
