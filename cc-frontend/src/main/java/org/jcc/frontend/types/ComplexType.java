package org.jcc.frontend.types;

/** {@code _Complex} of a real floating type, or (GNU) of an integer type. */
public final class ComplexType extends CType {
    public final BasicType element;

    ComplexType(BasicType element) {
        this.element = element;
    }

    @Override
    public long size() {
        return 2 * element.size();
    }

    @Override
    public int align() {
        return element.align();
    }
}
