package org.jcc.opt;

import java.util.HashMap;
import java.util.Map;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;

/**
 * What functions of the C library do to memory, by name: one row each. A row counts only for a function that the module does not define,
 * in a module that knows the library (not under {@code -fno-builtin}).
 *
 * @param readsMemory  may read memory that the program's own operations write
 * @param writesMemory may write such memory; {@code errno} does not count
 * @param writesFirst  writes nothing but the object that the first argument points to
 * @param setsErrno    may set {@code errno}, which a program reads at the address that {@code __errno_location} gives
 * @param keepsNothing keeps no pointer it is given, and returns none into a local object but the first argument's
 */
record Library(boolean readsMemory, boolean writesMemory, boolean writesFirst, boolean setsErrno, boolean keepsNothing) {
    private static final Map<String, Library> ROWS = new HashMap<>();

    static {
        Library reader = new Library(true, false, false, false, true);
        rows(reader, "strlen strnlen strcmp strncmp memcmp strcasecmp strncasecmp atoi atol atoll atof strspn strcspn bcmp");
        // Their results point into their arguments.
        rows(new Library(true, false, false, false, false), "strchr strrchr strstr strpbrk memchr rawmemchr strchrnul index rindex");
        rows(new Library(false, false, false, false, true), "abs labs llabs floor ceil trunc round rint nearbyint fabs copysign fmin fmax cbrt "
                + "floorf ceilf truncf roundf rintf nearbyintf fabsf copysignf fminf fmaxf cbrtf "
                + "isalpha isdigit isalnum isspace isupper islower isxdigit ispunct isprint iscntrl isgraph toupper tolower __ctype_b_loc __errno_location");
        rows(new Library(false, false, false, true, true), "sin cos tan asin acos atan atan2 sinh cosh tanh exp exp2 log log2 log10 log1p expm1 pow sqrt hypot "
                + "fmod remainder fdim fma ldexp scalbn sinf cosf tanf asinf acosf atanf atan2f sinhf coshf tanhf expf exp2f logf log2f log10f powf sqrtf hypotf fmodf "
                + "malloc calloc aligned_alloc");
        // What it frees counts as written: nothing that reads it moves behind.
        rows(new Library(false, true, true, false, true), "free");
    }

    private static void rows(Library l, String names) {
        for (String n : names.split(" ")) ROWS.put(n, l);
    }

    /** A call of the library's function of that name, which has one argument. */
    static boolean isCall(Module m, Inst call, String name) {
        return of(m, call) != null && call.argCount() == 2 && call.arg(0).symbol().name.equals(name) && call.arg(1).type.isPtr();
    }

    /** The row of a direct call's function; null for any other. */
    static Library of(Module m, Inst call) {
        if (!m.builtins || call.op != Op.CALL || call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0) return null;
        if (!(call.arg(0).symbol() instanceof Function g) || g.isDefinition()) return null;
        return m.knows(g.name) ? ROWS.get(g.name) : null;
    }
}
