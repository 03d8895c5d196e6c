package org.jcc.frontend.lower;

import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;

/**
 * What the stack protector, a pass of the code generator, must know of C: which functions are to be protected, and which variables are the
 * buffers that overflow (GCC manual, Instrumentation Options). Plain {@code -fstack-protector} calls arrays of characters so, also
 * members, from {@code --param ssp-buffer-size} bytes on. All others call so every array; arrays of characters, which strings overflow, stand
 * closest to the guard, then records with arrays and arrays of other things.
 */
public enum StackProtection {
    /** {@code -fno-stack-protector}. */
    NONE(0),
    /** {@code -fstack-protector}. */
    BUFFERS(Function.PROTECT_ARRAYS),
    /** {@code -fstack-protector-all}. */
    ALL(Function.PROTECT),
    /** {@code -fstack-protector-strong}. */
    STRONG(Function.PROTECT_LOCALS),
    /** {@code -fstack-protector-explicit}: where the attribute stands. */
    EXPLICIT(0);

    private final int attribute;

    StackProtection(int attribute) {
        this.attribute = attribute;
    }

    /** The option's name without its first dash; null if there is none. */
    public static StackProtection of(String option) {
        return switch (option) {
            case "fstack-protector" -> BUFFERS;
            case "fstack-protector-all" -> ALL;
            case "fstack-protector-strong" -> STRONG;
            case "fstack-protector-explicit" -> EXPLICIT;
            default -> null;
        };
    }

    /** Bits of {@link Function#attributes}. */
    int attributes(FunctionSymbol s) {
        return s.noStackProtector ? Function.NO_STACK_PROTECTOR : this == NONE ? 0 : s.stackProtect ? Function.PROTECT : attribute;
    }

    /** Flags of a variable's ALLOCA. @param least bytes from which on an array of characters is large */
    int flags(CType t, long least) {
        t = t.strip();
        if (this == NONE || !(t instanceof ArrayType) && !(t instanceof RecordType)) return 0;
        if (this == BUFFERS) return hasCharacters(t, least) ? Inst.CHARS : 0;
        return isCharacters(t) ? Inst.CHARS : hasArray(t) ? Inst.ARRAY : 0;
    }

    private static boolean isCharacters(CType t) {
        if (!(t instanceof ArrayType)) return false;
        while (t instanceof ArrayType a) t = a.element.strip();
        return t instanceof BasicType && t.isInteger() && t.size() == 1 && !t.isBool();
    }

    private static boolean hasCharacters(CType t, long least) {
        if (isCharacters(t)) return t.size() >= least;
        while (t instanceof ArrayType a) t = a.element.strip();
        if (t instanceof RecordType r && r.fields != null) for (RecordType.Field f : r.fields) if (hasCharacters(f.type.strip(), least)) return true;
        return false;
    }

    private static boolean hasArray(CType t) {
        if (t instanceof ArrayType) return true;
        if (t instanceof RecordType r && r.fields != null) for (RecordType.Field f : r.fields) if (hasArray(f.type.strip())) return true;
        return false;
    }
}
