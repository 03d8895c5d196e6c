package org.jcc.frontend.types;

/** A pointer; made by {@link CType#pointer}. */
public final class PointerType extends CType {
    public final CType pointee;

    PointerType(CType pointee) {
        this.pointee = pointee;
    }

    @Override
    public long size() {
        return 8;
    }

    @Override
    public int align() {
        return 8;
    }

    @Override
    public boolean isVariablyModified() {
        return pointee.isVariablyModified();
    }
}
