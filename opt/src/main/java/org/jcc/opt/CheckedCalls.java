package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Calls of the functions that check the size of the object they write ({@code __memcpy_chk} and its kin, of {@code -D_FORTIFY_SOURCE}) are calls of the plain ones where
 * the object's size is not known, which is -1, or where what is written surely fits. Part of {@link StringCalls}.
 *
 * <p>A length is as long as the constants that reach it, or as its known bits let it be; a string that is not known may be of any length.
 */
final class CheckedCalls {
    private static final int DEPTH = 4;

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
        // Where the end is not asked for, it is the form without.
        if (call.useCount() > 0 || !base.startsWith("stp")) return null;
        return other(m, f, call, base.equals("stpcpy") ? "__strcpy_chk" : "__strncpy_chk");
    }

    private static boolean isHarmless(byte[] format) {
        for (byte b : format) if (b == '%') return format.length == 2 && format[1] == 's';
        return true;
    }

    private static boolean fits(Inst call, String base, byte[] text, long room) {
        switch (base) {
            case "memcpy", "memmove", "mempcpy", "memset", "strncpy", "stpncpy":
                return isAtMost(call.arg(3), room, DEPTH);
            case "snprintf", "vsnprintf":
                return isAtMost(call.arg(2), room, DEPTH);
            case "strcpy", "stpcpy": {
                long n = StringCalls.length(call.arg(2));
                return n >= 0 && Long.compareUnsigned(n, room) < 0;
            }
            case "sprintf", "vsprintf": {
                if (text == null || !isHarmless(text)) return false;
                long n = text.length;
                if (n == 2 && text[0] == '%') n = base.equals("sprintf") && call.argCount() == 6 && call.arg(5).type.isPtr() ? StringCalls.length(call.arg(5)) : -1;
                return n >= 0 && Long.compareUnsigned(n, room) < 0;
            }
            case "strcat":
                return StringCalls.length(call.arg(2)) == 0;
            case "strncat":
                return StringCalls.length(call.arg(2)) == 0 || call.arg(3).isConst(0);
            default:
                return false;
        }
    }

    private static boolean isAtMost(Inst n, long most, int depth) {
        if (n.isConst()) return Long.compareUnsigned(n.imm, most) <= 0;
        if (!n.type.isInt() || n.type.bits > 64) return false;
        if (Long.compareUnsigned(KnownBits.unsignedMax(n), most) <= 0) return true;
        if (depth == 0) return false;
        if (n.op == Op.SELECT) return isAtMost(n.arg(1), most, depth - 1) && isAtMost(n.arg(2), most, depth - 1);
        if (n.op != Op.PARAM) return false;
        Block b = n.block;
        if (b.predCount() == 0 || b.predCount() > 4) return false;
        for (int e = 0; e < b.predCount(); e++) if (!isAtMost(b.predArg(e, (int) n.imm), most, depth - 1)) return false;
        return true;
    }

    /** The call of another function with the same arguments. */
    private static Inst other(Module m, Function f, Inst call, String name) {
        Inst[] args = new Inst[call.argCount()];
        for (int k = 0; k < args.length; k++) args[k] = call.arg(k);
        args[0] = f.symbol(m.declare(name, call.call().signature), 0);
        return made(f, call, call.call(), args);
    }

    private static Inst without(Module m, Function f, Inst call, String base, int size, int flag) {
        Signature s = call.call().signature;
        List<AbiType> params = new ArrayList<>(s.params());
        List<Inst> args = new ArrayList<>();
        for (int k = 0; k < call.argCount(); k++) if (k != size && (flag == 0 || k != flag)) args.add(call.arg(k));
        params.remove(size - 1);
        if (flag > 0) params.remove(flag - 1);
        int fixed = s.fixed() - (flag > 0 ? 2 : 1);
        Signature plain = new Signature(s.result(), params, fixed, s.variadic(), s.unprototyped(), s.convention());
        args.set(0, f.symbol(m.declare(base, new Signature(s.result(), params.subList(0, fixed), fixed, s.variadic(), s.unprototyped(), s.convention())), 0));
        return made(f, call, new CallInfo(plain, call.call().attributes), args.toArray(new Inst[0]));
    }

    private static Inst made(Function f, Inst call, CallInfo info, Inst... args) {
        Inst c = f.newInst(Op.CALL, call.type, args);
        c.aux = info;
        c.loc = call.loc;
        c.scope = call.scope;
        c.insertBefore(call);
        return c;
    }
}
