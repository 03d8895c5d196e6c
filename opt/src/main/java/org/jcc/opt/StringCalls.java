package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Calls of the C library's string functions (C17 7.24) whose answer, or the amount of whose work, is known: of constant strings the answer is a
 * constant; copies of constant strings are copies of so many bytes; comparisons of few bytes that are only asked for equality are loads and one
 * comparison; searches for the empty string, or for the character 0, are simpler searches.
 *
 * <p>{@link CheckedCalls} has the functions that check sizes, {@link StdioCalls} those that print, {@link MathCalls} the mathematical ones.
 *
 * <p>A function counts by its name if the module does not define it (a checked one, whose name is reserved, all the same), knows the library (not under {@code -fno-builtin}), and calls it with the
 * library's types. A constant string is a constant object's bytes up to a 0 inside it.
 *
 * <p>Requires: calls in the shape of C. Ensures: no string function is called whose answer constants give. Done after inlining: {@code
 * strlen} and its like of inlined arguments are what the front end cannot see.
 */
final class StringCalls {
    /** So many values that one may be are looked at. */
    static final int MAX_VALUES = 32;

    private final Module m;
    private final Function f;
    private final StdioCalls stdio;
    private final MathCalls math;
    private Inst at;

    private StringCalls(Module m, Function f) {
        this.m = m;
        this.f = f;
        stdio = new StdioCalls(m, f, this);
        math = new MathCalls(m, f, this);
    }

    static void run(Module m, Function f) {
        if (!m.builtins) return;
        StringCalls s = new StringCalls(m, f);
        for (Block b : f.blocks) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.op == Op.CALL && i.arg(0).op == Op.SYMBOL && i.arg(0).imm == 0 && i.arg(0).symbol() instanceof Function g && (!g.isDefinition() || CheckedCalls.isName(g.name)) && m.knows(g.name)) s.visit(i, g.name);
            }
        }
    }

    private void visit(Inst call, String name) {
        if (call.call().is(CallInfo.VA_ARG_PACK)) return;
        int n = call.argCount() - 1;
        at = call;
        if (CheckedCalls.isName(name)) {
            Inst plain = CheckedCalls.plain(m, f, call, name);
            if (plain != null) {
                replace(call, plain);
                visit(plain, plain.arg(0).symbol().name);
                return;
            }
        }
        if (stdio.visit(call, name)) {
            replace(call, stdio.result);
            return;
        }
        if (n < 1 || n > 3) return;
        Inst x = call.arg(1);
        if (x.type.isFloat()) {
            Inst v = math.visit(call, name);
            if (v != null) replace(call, v);
            return;
        }
        Inst y = n > 1 ? call.arg(2) : null;
        Inst z = n > 2 ? call.arg(3) : null;
        if (x.type != Type.PTR || z != null && z.type != Type.I64 || y != null && y.type != Type.PTR && y.type != Type.I32 && y.type != Type.I64) return;
        boolean pointer = y != null && y.type.isPtr();
        Inst v = switch (name) {
            case "strlen" -> n == 1 && call.type == Type.I64 ? lengthOf(x) : null;
            case "strcmp" -> n == 2 && pointer && call.type == Type.I32 ? compare(x, y, Long.MAX_VALUE) : null;
            case "strncmp" -> n == 3 && pointer && call.type == Type.I32 && z.isConst() ? compare(x, y, z.imm) : null;
            case "memcmp" -> n == 3 && pointer && call.type == Type.I32 && z.isConst() ? memory(x, y, z.imm) : null;
            case "memcpy", "memmove" -> n == 3 && pointer && call.type.isPtr() ? move(name.equals("memcpy") ? Op.MEMCPY : Op.MEMMOVE, x, y, z) : null;
            case "mempcpy" -> n == 3 && pointer && call.type.isPtr() && (z.isConst() || call.useCount() == 0) ? make(Op.PTRADD, Type.PTR, move(Op.MEMCPY, x, y, z), z) : null;
            case "memset" -> n == 3 && y.type == Type.I32 && call.type.isPtr() ? move(Op.MEMSET, x, make(Op.TRUNC, Type.I8, y), z) : null;
            case "bcopy" -> n == 3 && pointer && call.type == Type.VOID ? move(Op.MEMMOVE, y, x, z) : null;
            case "strcpy" -> n == 2 && pointer && call.type.isPtr() ? copy(x, y, -1) : null;
            case "stpcpy" -> n == 2 && pointer && call.type.isPtr() ? copyToEnd(call, x, y) : null;
            case "strnlen" -> n == 2 && y.type == Type.I64 && call.type == Type.I64 ? y.isConst() ? measured(x, y.imm) : least(measured(x, -1), y) : null;
            case "strncat" -> n == 3 && pointer && call.type.isPtr() ? appendSome(x, y, z) : null;
            case "stpncpy" -> n == 3 && pointer && call.type.isPtr() && call.useCount() == 0 ? invoke("strncpy", Type.PTR, x, y, z) : null;
            case "strncpy" -> n == 3 && pointer && call.type.isPtr() && z.isConst() ? copy(x, y, z.imm) : null;
            case "strcat" -> n == 2 && pointer && call.type.isPtr() ? append(x, y) : null;
            case "strchr", "index" -> n == 2 && y.type == Type.I32 && call.type.isPtr() ? find(x, y, false) : null;
            case "strrchr", "rindex" -> n == 2 && y.type == Type.I32 && call.type.isPtr() ? find(x, y, true) : null;
            case "memchr" -> n == 3 && y.type == Type.I32 && call.type.isPtr() && z.isConst() && y.isConst() ? search(x, y.imm, z.imm) : null;
            case "strstr" -> n == 2 && pointer && call.type.isPtr() ? within(x, y) : null;
            case "strpbrk" -> n == 2 && pointer && call.type.isPtr() ? any(x, y) : null;
            case "strspn", "strcspn" -> n == 2 && pointer && call.type == Type.I64 ? span(x, y, name.equals("strspn")) : null;
            default -> null;
        };
        if (v != null) replace(call, v);
    }

    private static void replace(Inst call, Inst v) {
        if (call.useCount() > 0) call.replaceAllUsesWith(v);
        call.remove();
    }

    // ---- constant strings ----

    /** The bytes of a constant object from the address on, zeros at its end included; null if it is none. */
    private static byte[] bytes(Inst p) {
        if (p.op != Op.SYMBOL || !(p.symbol() instanceof GlobalVar g) || !g.constant || !g.isDefinition() || !g.relocs.isEmpty()) return null;
        if (g.linkage == Symbol.Linkage.WEAK || g.linkage == Symbol.Linkage.COMMON || p.imm < 0 || p.imm >= g.size || g.size > 1 << 20) return null;
        byte[] init = g.init == null ? new byte[0] : g.init;
        return Arrays.copyOfRange(Arrays.copyOf(init, (int) g.size), (int) p.imm, (int) g.size);
    }

    /** The characters of a constant string, without its 0; null if it is none. */
    static byte[] string(Inst p) {
        byte[] b = bytes(p);
        if (b == null) return null;
        for (int k = 0; k < b.length; k++) if (b[k] == 0) return Arrays.copyOf(b, k);
        return null;
    }

    /** The length of a constant string, or of each of several that the value may be, by selections and round loops; -1 if it is not known. */
    static long length(Inst p) {
        byte[] s = string(p);
        if (s != null) return s.length;
        if (p.op != Op.SELECT && p.op != Op.PARAM) return -1;
        List<Inst> all = new ArrayList<>();
        all.add(p);
        long length = -1;
        for (int w = 0; w < all.size(); w++) {
            Inst v = all.get(w);
            int n = choices(v);
            if (n == 0) {
                s = string(v);
                if (s == null || length >= 0 && s.length != length) return -1;
                length = s.length;
            }
            if (all.size() + n > MAX_VALUES) return -1;
            for (int k = 0; k < n; k++) if (!all.contains(choice(v, k))) all.add(choice(v, k));
        }
        return length;
    }

    /** Of how many values it is one. */
    static int choices(Inst v) {
        return v.op == Op.SELECT ? 2 : v.op == Op.PARAM ? v.block.predCount() : 0;
    }

    static Inst choice(Inst v, int k) {
        return v.op == Op.SELECT ? v.arg(k + 1) : v.block.predArg(k, (int) v.imm);
    }

    // ---- lengths and comparisons ----

    private Inst lengthOf(Inst x) {
        Inst n = measured(x, -1);
        if (n != null) return n;
        if (x.op == Op.PTRADD) {
            // Somewhere in a string without a 0 inside it, or behind what may be read.
            byte[] s = string(x.arg(0));
            if (s != null && s.length + 1 == bytes(x.arg(0)).length) return make(Op.SUB, Type.I64, f.iconst(Type.I64, s.length), x.arg(1));
        }
        // Is there a character?
        return onlyEquality(at) ? make(Op.ZEXT, Type.I64, load(Type.I8, x)) : null;
    }

    /** The length, or the limit if that is less, as unsigned numbers. */
    private Inst measured(Inst x, long limit) {
        long n = limit == 0 ? 0 : length(x);
        return n < 0 ? null : f.iconst(Type.I64, limit < 0 ? n : Math.min(n, limit));
    }

    /** At most {@code n} characters; {@code n} is not negative as an unsigned number either, or it is large. */
    private Inst compare(Inst x, Inst y, long n) {
        if (n == 0 || x == y) return f.iconst(Type.I32, 0);
        byte[] a = string(x);
        byte[] b = string(y);
        if (a != null && b != null) {
            int most = n < 0 ? Integer.MAX_VALUE : (int) Math.min(n, Integer.MAX_VALUE);
            int order = Integer.signum(Arrays.compareUnsigned(Arrays.copyOf(a, Math.min(most, a.length)), Arrays.copyOf(b, Math.min(most, b.length))));
            return f.iconst(Type.I32, order);
        }
        // The first characters decide.
        if (n == 1 || a != null && a.length == 0 || b != null && b.length == 0) {
            Inst p = a != null ? f.iconst(Type.I32, a.length == 0 ? 0 : a[0] & 255) : wide(x);
            Inst q = b != null ? f.iconst(Type.I32, b.length == 0 ? 0 : b[0] & 255) : wide(y);
            return make(Op.SUB, Type.I32, p, q);
        }
        return null;
    }

    private Inst wide(Inst p) {
        return make(Op.ZEXT, Type.I32, load(Type.I8, p));
    }

    private Inst memory(Inst x, Inst y, long n) {
        if (n == 0 || x == y) return f.iconst(Type.I32, 0);
        byte[] a = bytes(x);
        byte[] b = bytes(y);
        if (n > 0 && a != null && b != null && a.length >= n && b.length >= n) {
            return f.iconst(Type.I32, Integer.signum(Arrays.compareUnsigned(Arrays.copyOf(a, (int) n), Arrays.copyOf(b, (int) n))));
        }
        if (n == 1) return make(Op.SUB, Type.I32, wide(x), wide(y));
        if (n < 0 || n > (m.unaligned && !f.is(Function.OPT_SIZE) ? 32 : 16) || !onlyEquality(at)) return null;
        // Pieces, of which the last may overlap the one before.
        int piece = n <= 2 ? (int) n : n < 4 ? 2 : n < 8 ? 4 : 8;
        Type t = Type.integer(piece * 8);
        Inst differ = null;
        for (long k = 0; k < n; k += piece) {
            long here = Math.min(k, n - piece);
            Inst d = make(Op.XOR, t, load(t, plus(x, here)), load(t, plus(y, here)));
            differ = differ == null ? d : make(Op.OR, t, differ, d);
        }
        Inst c = make(Op.ICMP, Type.I1, differ, f.zero(t));
        c.imm = Cond.NE.ordinal();
        return make(Op.ZEXT, Type.I32, c);
    }

    private static boolean onlyEquality(Inst v) {
        for (int u = 0; u < v.useCount(); u++) {
            Inst c = v.user(u);
            if (c.op != Op.ICMP || c.cond() != Cond.EQ && c.cond() != Cond.NE || !c.arg(1).isConst(0)) return false;
        }
        return v.useCount() > 0;
    }

    private Inst least(Inst length, Inst limit) {
        return length == null || length.isConst(0) ? length : make(Op.UMIN, Type.I64, limit, length);
    }

    // ---- copies ----

    /** Copies a constant string with its 0; with a limit, that many bytes, if they are no more than that. */
    private Inst copy(Inst x, Inst y, long limit) {
        return limit == 0 ? x : copy(x, y, length(y), limit);
    }

    private Inst copy(Inst x, Inst y, long length, long limit) {
        if (length < 0 || limit > length + 1 || limit < -1) return null;
        long n = limit < 0 ? length + 1 : limit;
        if (n > 0) make(Op.MEMCPY, Type.VOID, x, y, f.iconst(Type.I64, n));
        return x;
    }

    private Inst copyToEnd(Inst call, Inst x, Inst y) {
        long length = length(y);
        if (copy(x, y, length, -1) != null) return plus(x, length);
        return call.useCount() == 0 ? invoke("strcpy", Type.PTR, x, y) : null;
    }

    /** At most n characters, and a 0 behind them. */
    private Inst appendSome(Inst x, Inst y, Inst n) {
        long length = length(y);
        if (n.isConst(0) || length == 0) return x;
        return length >= 0 && n.isConst() && Long.compareUnsigned(n.imm, length) >= 0 ? append(x, y) : null;
    }

    /** An operation on memory, and the address that its function gives back. */
    private Inst move(Op op, Inst x, Inst y, Inst n) {
        make(op, Type.VOID, x, y, n);
        return x;
    }

    /** The destination's length, then a copy. */
    private Inst append(Inst x, Inst y) {
        long length = length(y);
        if (length < 0) return null;
        if (length == 0) return x;
        Inst end = make(Op.PTRADD, Type.PTR, x, call("strlen", Type.I64, x));
        return copy(end, y, length, -1) == null ? null : x;
    }

    // ---- searches ----

    private Inst find(Inst x, Inst y, boolean last) {
        if (!y.isConst()) return null;
        byte c = (byte) y.imm;
        byte[] s = string(x);
        if (s == null) return c == 0 ? make(Op.PTRADD, Type.PTR, x, call("strlen", Type.I64, x)) : null;
        int k = last ? s.length : 0;
        if (c == 0) return plus(x, s.length);
        if (last) while (--k >= 0 && s[k] != c) { }
        else while (k < s.length && s[k] != c) k++;
        return k < 0 || k >= s.length ? f.zero(Type.PTR) : plus(x, k);
    }

    private Inst search(Inst x, long c, long n) {
        byte[] b = bytes(x);
        if (n == 0) return f.zero(Type.PTR);
        if (b == null || n < 0) return null;
        for (int k = 0; k < n && k < b.length; k++) if (b[k] == (byte) c) return plus(x, k);
        return n <= b.length ? f.zero(Type.PTR) : null;
    }

    private Inst within(Inst x, Inst y) {
        byte[] s = string(x);
        byte[] t = string(y);
        if (t == null) return null;
        if (t.length == 0) return x;
        if (s == null) return t.length == 1 ? call("strchr", Type.PTR, x, f.iconst(Type.I32, t[0])) : null;
        for (int k = 0; k + t.length <= s.length; k++) if (Arrays.equals(s, k, k + t.length, t, 0, t.length)) return plus(x, k);
        return f.zero(Type.PTR);
    }

    private Inst any(Inst x, Inst y) {
        byte[] s = string(x);
        byte[] t = string(y);
        if (t == null) return null;
        if (t.length == 0) return f.zero(Type.PTR);
        if (s == null) return t.length == 1 ? call("strchr", Type.PTR, x, f.iconst(Type.I32, t[0])) : null;
        int k = prefix(s, t, false);
        return k == s.length ? f.zero(Type.PTR) : plus(x, k);
    }

    private Inst span(Inst x, Inst y, boolean of) {
        byte[] s = string(x);
        byte[] t = string(y);
        if (s != null && s.length == 0 || of && t != null && t.length == 0) return f.zero(Type.I64);
        if (t == null) return null;
        if (s == null) return t.length == 0 ? call("strlen", Type.I64, x) : null;
        return f.iconst(Type.I64, prefix(s, t, of));
    }

    /** How many characters at the start are of the set, or are not. */
    private static int prefix(byte[] s, byte[] set, boolean of) {
        int k = 0;
        for (; k < s.length; k++) {
            boolean in = false;
            for (byte c : set) in |= c == s[k];
            if (in != of) break;
        }
        return k;
    }

    // ---- building ----

    private Inst plus(Inst p, long n) {
        return n == 0 ? p : p.op == Op.SYMBOL ? f.symbol(p.symbol(), p.imm + n) : make(Op.PTRADD, Type.PTR, p, f.iconst(Type.I64, n));
    }

    private Inst load(Type t, Inst p) {
        return make(Op.LOAD, t, p);
    }

    /** Calls a function that only looks at memory. */
    private Inst call(String name, Type result, Inst... args) {
        return NewCalls.library(m, f, at, CallInfo.PURE | CallInfo.NOTHROW, name, result, args);
    }

    /** Calls a function of the library. */
    Inst invoke(String name, Type result, Inst... args) {
        return NewCalls.library(m, f, at, CallInfo.NOTHROW, name, result, args);
    }

    /** Calls another function instead. */
    Inst again(Inst call, String name, Type result, Inst... args) {
        return NewCalls.library(m, f, at, call.call().attributes, name, result, args);
    }

    Inst make(Op op, Type t, Inst... args) {
        Inst n = f.newInst(op, t, args);
        n.locatedAs(at).insertBefore(at);
        return n;
    }
}
