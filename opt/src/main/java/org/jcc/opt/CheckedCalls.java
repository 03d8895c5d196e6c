package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jcc.ir.AbiType;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Calls of the functions that check the size of the object they write ({@code __memcpy_chk} and its kin, of {@code -D_FORTIFY_SOURCE}) are calls of the plain ones where
 * the object's size is not known, which is -1, or where what is written surely fits. Part of {@link StringCalls}.
 *
 * <p>A length is as long as the constants that reach it, or as its known bits let it be; a string that is not known may be of any length.
 */
final class CheckedCalls {
    private CheckedCalls() {}

    static boolean isName(String name) {
        return name.startsWith("__") && name.endsWith("_chk") && name.length() > 6;
    }

    /** The call of the plain function that stands for the checked call, before it; null if there is none. */
    static Inst plain(Module m, Function f, Inst call, String name) {
        String base = name.substring(2, name.length() - 4);
        // Which arguments are the size and, before it, the flag.
        int size;
        int flag = 0;
        int format = 0;
        switch (base) {
            case "memcpy", "memmove", "mempcpy", "memset", "strncpy", "stpncpy", "strncat" -> size = 4;
            case "strcpy", "stpcpy", "strcat" -> size = 3;
            case "sprintf", "vsprintf" -> {
                size = 3;
                flag = 2;
                format = 4;
            }
            case "snprintf", "vsnprintf" -> {
                size = 4;
                flag = 3;
                format = 5;
            }
            default -> {
                return null;
            }
        }
        if (!m.knows(base) || call.argCount() <= Math.max(size, format) || !call.arg(size).isConst() || call.arg(size).type != Type.I64) return null;
        if (call.call().signature.resultInMemory() || format == 0 && call.argCount() != size + 1) return null;
        byte[] text = format > 0 && call.arg(format).type.isPtr() ? StringCalls.string(call.arg(format)) : null;
        long room = call.arg(size).imm;
        if (flag > 0 && !(call.arg(flag).isConst(0) || text != null && isHarmless(text))) return null;
        if (room == -1 || fits(call, base, text, room)) return without(m, f, call, base, size, flag);
        if (base.equals("strncat")) return appended(m, f, call);
        // Where the end is not asked for, it is the form without.
        if (call.useCount() > 0) return null;
        String other = switch (base) {
            case "mempcpy" -> "__memcpy_chk";
            case "stpcpy" -> "__strcpy_chk";
            case "stpncpy" -> "__strncpy_chk";
            default -> null;
        };
        return other == null ? null : NewCalls.insert(m, f, call, other, call.call(), call.type, arguments(call, 0, 0));
    }

    private static boolean isHarmless(byte[] format) {
        for (byte b : format) if (b == '%') return format.length == 2 && format[1] == 's';
        return true;
    }

    private static boolean fits(Inst call, String base, byte[] text, long room) {
        switch (base) {
            case "memcpy", "memmove", "mempcpy", "memset", "strncpy", "stpncpy":
                return isAtMost(call.arg(3), room);
            case "snprintf", "vsnprintf":
                return isAtMost(call.arg(2), room);
            case "strcpy", "stpcpy":
                return room != 0 && isLengthAtMost(call.arg(2), room - 1);
            case "sprintf", "vsprintf":
                if (room == 0 || text == null || !isHarmless(text)) return false;
                if (text.length != 2 || text[0] != '%') return Long.compareUnsigned(text.length, room) < 0;
                return base.equals("sprintf") && call.argCount() == 6 && call.arg(5).type.isPtr() && isLengthAtMost(call.arg(5), room - 1);
            case "strcat":
                return StringCalls.length(call.arg(2)) == 0;
            case "strncat":
                return StringCalls.length(call.arg(2)) == 0 || call.arg(3).isConst(0);
            default:
                return false;
        }
    }

    /** Whether none of the values that the number may be, by selections and round loops, is above. */
    private static boolean isAtMost(Inst n, long most) {
        return most(n, v -> v.isConst() ? v.imm : v.type.isInt() && v.type.bits <= 64 ? KnownBits.unsignedMax(v) : -1, most);
    }

    /** Whether none of the strings that the pointer may point to is longer; false if one is not known. */
    private static boolean isLengthAtMost(Inst p, long most) {
        return most(p, v -> {
            byte[] s = StringCalls.string(v);
            return s == null ? -1 : s.length;
        }, most);
    }

    /** {@code bound}: of a value by itself, unsigned; -1 if it has none. */
    private static boolean most(Inst start, ToLongFunction<Inst> bound, long most) {
        if (Long.compareUnsigned(bound.applyAsLong(start), most) <= 0) return true;
        if (StringCalls.choices(start) == 0) return false;
        List<Inst> all = new ArrayList<>();
        all.add(start);
        for (int w = 0; w < all.size(); w++) {
            Inst v = all.get(w);
            if (Long.compareUnsigned(bound.applyAsLong(v), most) <= 0) continue;
            int n = StringCalls.choices(v);
            if (n == 0 || all.size() + n > StringCalls.MAX_VALUES) return false;
            for (int k = 0; k < n; k++) if (!all.contains(StringCalls.choice(v, k))) all.add(StringCalls.choice(v, k));
        }
        return true;
    }

    /** The arguments but for two. */
    private static Inst[] arguments(Inst call, int but, int and) {
        List<Inst> args = new ArrayList<>();
        for (int k = 1; k < call.argCount(); k++) if (k != but && k != and) args.add(call.arg(k));
        return args.toArray(new Inst[0]);
    }

    /** A constant string that the limit does not cut is appended whole. */
    private static Inst appended(Module m, Function f, Inst call) {
        long n = StringCalls.length(call.arg(2));
        if (n < 0 || !call.arg(3).isConst() || Long.compareUnsigned(call.arg(3).imm, n) < 0) return null;
        return NewCalls.library(m, f, call, call.call().attributes, "__strcat_chk", Type.PTR, call.arg(1), call.arg(2), call.arg(4));
    }

    private static Inst without(Module m, Function f, Inst call, String base, int size, int flag) {
        Signature s = call.call().signature;
        List<AbiType> params = new ArrayList<>(s.params());
        params.remove(size - 1);
        if (flag > 0) params.remove(flag - 1);
        int fixed = s.fixed() - (flag > 0 ? 2 : 1);
        Signature plain = new Signature(s.result(), params, fixed, s.variadic(), s.unprototyped(), s.convention());
        return NewCalls.insert(m, f, call, base, new CallInfo(plain, call.call().attributes), call.type, arguments(call, size, flag));
    }
}
