package org.jcc.frontend.pp;

/**
 * A macro definition, or a name with a meaning of its own in the macro table ({@link Special}). Immutable but for
 * {@link #disabled}, which is set while its expansion is being read (6.10.3.4p2), and {@link #used}.
 */
final class Macro {
    /** Names in the macro table that are no ordinary macros. */
    enum Special {
        NONE, FILE, BASE_FILE, LINE, DATE, TIME, TIMESTAMP, COUNTER, INCLUDE_LEVEL, PRAGMA,
        HAS_ATTRIBUTE, HAS_C_ATTRIBUTE, HAS_BUILTIN, HAS_INCLUDE, HAS_INCLUDE_NEXT,
        /** Poisoned by {@code #pragma GCC poison}. */
        POISONED,
        /** {@code __VA_ARGS__} and {@code __VA_OPT__}, outside of the macros where they may stand. */
        VARIADIC_ONLY;

        boolean defines() {
            return this != POISONED && this != VARIADIC_ONLY && this != PRAGMA;
        }
    }

    final int name;
    final int loc;
    final Special special;
    final boolean function;
    final boolean variadic;
    /** Names of the parameters. */
    final int[] params;
    /** The replacement list; {@code #} and {@code ##} are flags of its tokens. */
    final Token[] body;
    /** Whether {@code __VA_OPT__} occurs. */
    final boolean optional;
    boolean disabled;
    boolean used;
    /** Under {@code -dU}: already shown. */
    boolean shown;
    /** Predefined, or made by {@code -D}. */
    boolean predefined;

    Macro(int name, int loc, boolean function, boolean variadic, int[] params, Token[] body, boolean optional) {
        this.name = name;
        this.loc = loc;
        this.special = Special.NONE;
        this.function = function;
        this.variadic = variadic;
        this.params = params;
        this.body = body;
        this.optional = optional;
    }

    Macro(int name, Special special) {
        this.name = name;
        this.loc = 0;
        this.special = special;
        this.function = false;
        this.variadic = false;
        this.params = new int[0];
        this.body = new Token[0];
        this.optional = false;
    }

    /** True if {@code #ifdef} sees it. */
    boolean isDefined() {
        return special.defines();
    }
}
