package org.jcc.frontend.types;

/**
 * A type that {@code aligned} within a declarator or a type name aligns otherwise: {@code void *__attribute__((aligned(4))) p}. The
 * alignment may be less than the type's own; all else is the type's. A typedef with {@code aligned} is a {@link TypedefType} instead.
 */
public final class AlignedType extends CType {
    public final CType base;
    private final int align;

    public AlignedType(CType base, int align) {
        this.base = base;
        this.align = align;
    }

    @Override
    public CType strip() {
        return base.strip();
    }

    @Override
    public int quals() {
        return base.quals();
    }

    @Override
    public CType unqualified() {
        return base.quals() == 0 ? this : new AlignedType(base.unqualified(), align);
    }

    @Override
    public long size() {
        return base.size();
    }

    @Override
    public int align() {
        return align;
    }

    @Override
    public boolean isComplete() {
        return base.isComplete();
    }

    @Override
    public boolean isVla() {
        return base.isVla();
    }

    @Override
    public boolean isVariablyModified() {
        return base.isVariablyModified();
    }
}
