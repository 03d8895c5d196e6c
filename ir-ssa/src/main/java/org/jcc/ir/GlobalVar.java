package org.jcc.ir;

import java.util.ArrayList;
import java.util.List;

/** An object with static storage duration: size, alignment, initial bytes and the addresses among them. Mutable. */
public final class GlobalVar extends Symbol {
    /** Models of thread-local access, from most general to most special; NONE: not thread-local. */
    public enum Tls { NONE, GENERAL_DYNAMIC, LOCAL_DYNAMIC, INITIAL_EXEC, LOCAL_EXEC }

    /**
     * {@code size} bytes (4 or 8; a difference also 1 or 2) at {@code offset} hold the address of {@code symbol}, or of {@code block} in the function
     * {@code symbol}, plus {@code addend}; with {@code minus} (a block of the same function) less that block's address.
     */
    public record Reloc(int offset, int size, Symbol symbol, Block block, Block minus, long addend) {}

    /** Size in bytes. */
    public long size;
    public boolean constant;
    /** Only loads and stores of this module touch it: its address is kept nowhere. */
    public boolean unescaped;
    public Tls tls = Tls.NONE;
    private boolean defined;
    /** The leading initial bytes, may be shorter than {@link #size} (the rest is zero); null if all are zero. */
    public byte[] init;
    /** Sorted by offset. */
    public final List<Reloc> relocs = new ArrayList<>(0);
    /** Mergeable string: bytes of a character, 0 if not mergeable. Only for constants whose address is not significant. */
    public int mergeChar;

    public GlobalVar(String name, long size, int align) {
        super(name);
        this.size = size;
        this.align = align;
    }

    /** Makes this a definition ({@code extern} declarations are not). */
    public GlobalVar define() {
        defined = true;
        return this;
    }

    /** The number that up to eight initial bytes make, little-endian. */
    public long number(long at, int bytes) {
        long v = 0;
        for (int k = 0; init != null && k < bytes && at + k < init.length; k++) v |= (init[(int) at + k] & 255L) << 8 * k;
        return v;
    }

    @Override
    public boolean isDefinition() {
        return defined;
    }
}
