package org.jcc.opt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Calls of {@code printf} and its family (C17 7.21.6) whose format says so little that a simpler function does: a text without conversions,
 * {@code %s}, {@code %s\n}, {@code %c}. Where nobody wants the number of characters, they become {@code puts}, {@code putchar}, {@code fputs}, {@code fputc},
 * {@code fwrite}, or nothing; {@code fputs} of a constant likewise. What is printed to memory is copied there, and the number is known.
 *
 * <p>The checked forms with a flag in front of the format, and those without locks, go the same way. Part of {@link StringCalls}.
 */
final class StdioCalls {
    private final Module m;
    private final Function f;
    private final StringCalls strings;

    StdioCalls(Module m, Function f, StringCalls strings) {
        this.m = m;
        this.f = f;
        this.strings = strings;
    }

    /** Does the call in its simpler form; false if it has none. The call itself is left to the caller, {@link #result} its value. */
    boolean visit(Inst call, String name) {
        result = null;
        String plain = name;
        boolean unlocked = plain.endsWith("_unlocked");
        if (unlocked) plain = plain.substring(0, plain.length() - 9);
        boolean checked = plain.startsWith("__") && plain.endsWith("_chk");
        if (checked) plain = plain.substring(2, plain.length() - 4);
        int flag = checked ? 1 : 0;
        switch (plain) {
            case "printf":
                return call.useCount() == 0 && print(call, -1, 1 + flag, false, unlocked);
            case "vprintf":
                return call.useCount() == 0 && print(call, -1, 1 + flag, true, unlocked);
            case "fprintf":
                return call.useCount() == 0 && print(call, 1, 2 + flag, false, unlocked);
            case "vfprintf":
                return call.useCount() == 0 && print(call, 1, 2 + flag, true, unlocked);
            case "fputs":
                return !checked && call.useCount() == 0 && puts(call, unlocked);
            case "sprintf":
                return !checked && write(call, -1, 2);
            case "snprintf":
                return !checked && write(call, 2, 3);
            default:
                return false;
        }
    }

    /** What stands for the call's value; null if nobody wants it. */
    Inst result;

    private byte[] format(Inst call, int at) {
        return call.argCount() > at && call.arg(at).type.isPtr() ? StringCalls.string(call.arg(at)) : null;
    }

    private boolean print(Inst call, int to, int at, boolean list, boolean unlocked) {
        byte[] text = format(call, at);
        if (text == null || to > 0 && !call.arg(to).type.isPtr()) return false;
        Inst stream = to > 0 ? call.arg(to) : null;
        int rest = call.argCount() - at - 1;
        String suffix = unlocked ? "_unlocked" : "";
        if (!contains(text, '%')) return rest == (list ? 1 : 0) && text(text, call.arg(at), stream, suffix);
        if (list || rest != 1) return false;
        Inst value = call.arg(at + 1);
        switch (new String(text, StandardCharsets.ISO_8859_1)) {
            case "%s":
                byte[] known = value.type.isPtr() ? StringCalls.string(value) : null;
                if (known != null && text(known, value, stream, suffix)) return true;
                if (stream == null || !value.type.isPtr()) return false;
                strings.invoke("fputs" + suffix, Type.I32, value, stream);
                return true;
            case "%s\n":
                if (stream != null || !value.type.isPtr()) return false;
                strings.invoke("puts" + suffix, Type.I32, value);
                return true;
            case "%c":
                if (value.type != Type.I32) return false;
                if (stream == null) strings.invoke("putchar" + suffix, Type.I32, value);
                else strings.invoke("fputc" + suffix, Type.I32, value, stream);
                return true;
            default:
                return false;
        }
    }

    /** Prints a text that is known, the one at that address. */
    private boolean text(byte[] text, Inst address, Inst stream, String suffix) {
        boolean line = text.length > 0 && text[text.length - 1] == '\n';
        if (stream == null && text.length > 1 && !line) return false;
        if (text.length == 0) return true;
        if (text.length == 1) {
            Inst c = f.iconst(Type.I32, text[0] & 255);
            if (stream == null) strings.invoke("putchar" + suffix, Type.I32, c);
            else strings.invoke("fputc" + suffix, Type.I32, c, stream);
        } else if (stream == null) {
            strings.invoke("puts" + suffix, Type.I32, literal(Arrays.copyOf(text, text.length - 1)));
        } else {
            strings.invoke("fwrite" + suffix, Type.I64, address, f.iconst(Type.I64, 1), f.iconst(Type.I64, text.length), stream);
        }
        return true;
    }

    private boolean puts(Inst call, boolean unlocked) {
        if (call.argCount() != 3 || !call.arg(2).type.isPtr()) return false;
        long n = StringCalls.length(call.arg(1));
        byte[] text = format(call, 1);
        if (n > 1 && f.is(Function.OPT_SIZE) || n < 0) return false;
        String suffix = unlocked ? "_unlocked" : "";
        if (n == 1 && text != null) strings.invoke("fputc" + suffix, Type.I32, f.iconst(Type.I32, text[0] & 255), call.arg(2));
        else if (n > 0) strings.invoke("fwrite" + suffix, Type.I64, call.arg(1), f.iconst(Type.I64, 1), f.iconst(Type.I64, n), call.arg(2));
        return true;
    }

    /** To memory: of {@code limit} bytes, if that is an argument. */
    private boolean write(Inst call, int limit, int at) {
        byte[] text = format(call, at);
        if (text == null || !call.arg(1).type.isPtr() || call.type != Type.I32) return false;
        Inst from = call.arg(at);
        long n = text.length;
        int rest = call.argCount() - at - 1;
        if (contains(text, '%')) {
            if (rest != 1 || text.length != 2 || text[1] != 's' || !call.arg(at + 1).type.isPtr()) return false;
            from = call.arg(at + 1);
            n = StringCalls.length(from);
        } else if (rest != 0) {
            return false;
        }
        if (limit > 0 && (n < 0 || !call.arg(limit).isConst() || call.arg(limit).imm <= n)) return false;
        if (n < 0) {
            if (call.useCount() > 0) return false;
            strings.invoke("strcpy", Type.PTR, call.arg(1), from);
            return true;
        }
        strings.make(Op.MEMCPY, Type.VOID, call.arg(1), from, f.iconst(Type.I64, n + 1));
        result = f.iconst(Type.I32, n);
        return true;
    }

    /** The address of a string that ends in a zero. */
    private Inst literal(byte[] text) {
        GlobalVar g = m.constant(Arrays.copyOf(text, text.length + 1), 1);
        g.mergeChar = contains(text, '\0') ? 0 : 1;
        return f.symbol(g, 0);
    }

    private static boolean contains(byte[] text, char c) {
        for (byte b : text) if (b == c) return true;
        return false;
    }
}
