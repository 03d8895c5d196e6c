package org.jcc.ir.interp;

import java.util.Arrays;
import org.jcc.ir.Inst;
import org.jcc.ir.Type;

/**
 * One activation of a function: a register for each value, in up to four arrays. {@code r} has the low word, {@code h} the high word of what is
 * wider than 64 bits (null if nothing is), {@code v} the lanes of vectors (null if there are none), {@code p} whether the value is poison.
 */
final class Frame {
    final Code code;
    final long[] r;
    final long[] h;
    final byte[] p;
    final Object[] v;
    long base;
    long varargs;
    boolean open = true;
    long resultLo;
    long resultHi;
    byte resultPoison;
    Object resultVector;
    /** Registers of the values, when there are several (after ABI lowering). */
    int[] results;

    Frame(Code code) {
        this.code = code;
        r = Arrays.copyOf(code.initial, code.registers);
        p = Arrays.copyOf(code.initialPoison, code.registers);
        h = code.wide ? Arrays.copyOf(code.initialHigh, code.registers) : null;
        v = code.vectors ? new Object[code.registers] : null;
    }

    /** What stops the run at that instruction. */
    Trap trap(int pc, String message) {
        return new Trap(message + ", " + code.where(pc));
    }

    /** Traps if the register is no address. */
    void address(int pc, int reg, long size) {
        if (p[reg] != 0) throw trap(pc, "poison as an address");
        long a = r[reg];
        if (a < 0x10000 || a + size > 0x7fff_ffff_ffffL) throw trap(pc, (a >= 0 && a < 0x10000 ? "null access at 0x" : "bad address 0x") + Long.toHexString(a));
        if ((code.flags[pc] >>> 24 & 3) != 0) throw trap(pc, "access of another address space");
    }

    void copy(int from, int to) {
        r[to] = r[from];
        p[to] = p[from];
        if (h != null) h[to] = h[from];
        if (v != null) v[to] = v[from];
    }

    void set(int d, long lo) {
        r[d] = lo;
        p[d] = 0;
        if (h != null) h[d] = 0;
    }

    /** RET of several values, after ABI lowering. */
    void severalResults(int pc) {
        Inst i = code.inst[pc];
        results = new int[i.argCount()];
        for (int k = 0; k < results.length; k++) results[k] = code.register[i.arg(k).id];
    }

    long[] lanes(int reg, Type t) {
        return v[reg] instanceof long[] l ? l : new long[t.lanes];
    }

    /** Writes a register to memory. */
    void put(int reg, Type t, long at) {
        if (!t.isVector()) {
            Memory.store(t, at, p[reg] != 0 ? 0 : r[reg], h == null ? 0 : h[reg]);
            return;
        }
        long[] l = lanes(reg, t);
        for (int k = 0; k < t.lanes; k++) Memory.store(t.element, at + (long) k * t.element.size, l[k], 0);
    }

    /** Reads a register from memory. */
    void get(int reg, Type t, long at) {
        p[reg] = 0;
        if (!t.isVector()) {
            r[reg] = Memory.load(t, at);
            if (h != null) h[reg] = Memory.loadHigh(t, at);
            return;
        }
        long[] l = new long[t.lanes];
        for (int k = 0; k < t.lanes; k++) l[k] = Memory.load(t.element, at + (long) k * t.element.size);
        v[reg] = l;
    }

    /** Hands a register to another frame. */
    void transfer(int a, Frame to, int b) {
        to.r[b] = r[a];
        to.p[b] = p[a];
        if (to.h != null) to.h[b] = h == null ? 0 : h[a];
        if (to.v != null) to.v[b] = v == null ? null : v[a];
    }
}
