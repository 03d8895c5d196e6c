package org.jcc.frontend.types;

/**
 * A typedef's name standing for its type; sugar, but for the alignment that {@code aligned} on the typedef gives.
 */
public final class TypedefType extends CType {
    public final String name;
    public final CType underlying;
    /** Alignment by attribute (may be less than the type's), or 0. */
    public final int alignAttribute;
    private final CType strip;
    private final int quals;

    public TypedefType(String name, CType underlying, int alignAttribute) {
        this.name = name;
        this.underlying = underlying;
        this.alignAttribute = alignAttribute;
        this.strip = underlying.strip();
        this.quals = underlying.quals();
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
        return quals == 0 ? this : underlying.unqualified();
    }

    @Override
    public long size() {
        return strip.size();
    }

    @Override
    public int align() {
        return alignAttribute != 0 ? alignAttribute : underlying.align();
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
