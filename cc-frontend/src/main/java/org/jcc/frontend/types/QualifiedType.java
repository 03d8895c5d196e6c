package org.jcc.frontend.types;

/** Qualifiers on a type that is no array; made by {@link CType#qualify}. {@code base} may be a typedef with qualifiers of its own. */
public final class QualifiedType extends CType {
    public final CType base;
    /** The qualifiers written here. */
    public final int own;
    private final int quals;
    private final CType strip;

    QualifiedType(CType base, int own) {
        this.base = base;
        this.own = own;
        this.quals = own | base.quals();
        this.strip = base.strip();
    }

    @Override
    public CType strip() {
        return strip;
    }

    @Override
    public int quals() {
        return quals;
    }

    @Override
    public CType unqualified() {
        return base.unqualified();
    }

    @Override
    public long size() {
        long n = base.size();
        return (own & ATOMIC) != 0 ? atomicSize(n) : n;
    }

    /** Atomic objects of up to 16 bytes are padded to a power of two, so that hardware can access them. */
    @Override
    public int align() {
        if ((own & ATOMIC) == 0) return base.align();
        long n = atomicSize(base.size());
        return n > 0 && n <= 16 && (n & n - 1) == 0 ? Math.max(base.align(), (int) n) : base.align();
    }

    private static long atomicSize(long n) {
        return n <= 0 || n > 16 ? n : Long.highestOneBit(n) == n ? n : Long.highestOneBit(n) << 1;
    }

    @Override
    public boolean isComplete() {
        return strip.isComplete();
    }

    @Override
    public boolean isVla() {
        return strip.isVla();
    }

    @Override
    public boolean isVariablyModified() {
        return strip.isVariablyModified();
    }
}
