package org.jcc.ir.interp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jcc.ir.Type;

/** The process's memory by absolute address: loads and stores of scalars, with a check that the address can be one. */
final class Memory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private Memory() {}

    /** Traps on what is surely no address: the first pages, and what user space does not have. */
    static void check(long address, long size) {
        if (address < 0x10000 || address + size > 0x7fff_ffff_ffffL) throw new Trap((address >= 0 && address < 0x10000 ? "null access at 0x" : "bad address 0x") + Long.toHexString(address));
    }

    static long getByte(long a) {
        return ALL.get(ValueLayout.JAVA_BYTE, a);
    }

    static long getLong(long a) {
        return ALL.get(LONG, a);
    }

    static void putByte(long a, long v) {
        ALL.set(ValueLayout.JAVA_BYTE, a, (byte) v);
    }

    static void putInt(long a, int v) {
        ALL.set(INT, a, v);
    }

    static void putLong(long a, long v) {
        ALL.set(LONG, a, v);
    }

    /** The low word of a scalar in memory, as {@link org.jcc.ir.Fold} has it. */
    static long load(Type t, long a) {
        return switch (t.kind) {
            case INT -> switch (t.bits) {
                case 1 -> ALL.get(ValueLayout.JAVA_BYTE, a) & 1;
                case 8 -> ALL.get(ValueLayout.JAVA_BYTE, a);
                case 16 -> ALL.get(SHORT, a);
                case 32 -> ALL.get(INT, a);
                default -> ALL.get(LONG, a);
            };
            case FLOAT -> t.bits == 32 ? Integer.toUnsignedLong(ALL.get(INT, a)) : ALL.get(LONG, a);
            default -> ALL.get(LONG, a);
        };
    }

    /** The high word; 0 for types without one. */
    static long loadHigh(Type t, long a) {
        if (t.bits == 80) return Short.toUnsignedLong(ALL.get(SHORT, a + 8));
        return t.bits == 128 && !t.isVector() ? ALL.get(LONG, a + 8) : 0;
    }

    static void store(Type t, long a, long lo, long hi) {
        switch (t.bits) {
            case 1 -> ALL.set(ValueLayout.JAVA_BYTE, a, (byte) (lo & 1));
            case 8 -> ALL.set(ValueLayout.JAVA_BYTE, a, (byte) lo);
            case 16 -> ALL.set(SHORT, a, (short) lo);
            case 32 -> ALL.set(INT, a, (int) lo);
            case 80 -> {
                ALL.set(LONG, a, lo);
                ALL.set(SHORT, a + 8, (short) hi);
            }
            case 128 -> {
                ALL.set(LONG, a, lo);
                ALL.set(LONG, a + 8, hi);
            }
            default -> ALL.set(LONG, a, lo);
        }
    }

    /** As memmove. */
    static void copy(long to, long from, long n) {
        if (n == 0) return;
        check(to, n);
        check(from, n);
        MemorySegment.copy(ALL, from, ALL, to, n);
    }

    static void fill(long to, int value, long n) {
        if (n == 0) return;
        check(to, n);
        ALL.asSlice(to, n).fill((byte) value);
    }

    static String string(long a) {
        check(a, 1);
        return ALL.getString(a);
    }

    static byte[] bytes(long a, int n) {
        return ALL.asSlice(a, n).toArray(ValueLayout.JAVA_BYTE);
    }

    static void put(long a, byte[] b) {
        MemorySegment.copy(b, 0, ALL, ValueLayout.JAVA_BYTE, a, b.length);
    }
}
