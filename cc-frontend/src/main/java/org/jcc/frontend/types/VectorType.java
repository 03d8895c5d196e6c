package org.jcc.frontend.types;

/** GNU's {@code __attribute__((vector_size(n)))}. */
public final class VectorType extends CType {
    public final CType element;
    public final int lanes;
    private final int align;

    public VectorType(CType element, int lanes, int align) {
        this.element = element;
        this.lanes = lanes;
        this.align = align;
    }

    @Override
    public long size() {
        return element.size() * lanes;
    }

    @Override
    public int align() {
        return align;
    }
}
