package org.jcc.frontend.types;

/**
 * An array (6.7.6.2): of a constant length, incomplete, or a VLA.
 *
 * <p>A VLA's size in bytes is held at run time by a hidden variable, {@link #byteSize}, that the declaration which
 * evaluates the type sets; in prototypes ({@code [*]}) there is none.
 */
public final class ArrayType extends CType {
    /** The run-time holder of a VLA's size: a variable of the typed tree. */
    public interface SizeHolder {}

    public static final long INCOMPLETE = -1, VARIABLE = -2;

    public final CType element;
    /** Number of elements, {@link #INCOMPLETE} or {@link #VARIABLE}. */
    public final long length;
    /** Of a VLA: the {@code size_t} variable with the whole array's bytes; null for {@code [*]}. Else null. */
    public final SizeHolder byteSize;

    public ArrayType(CType element, long length, SizeHolder byteSize) {
        this.element = element;
        this.length = length;
        this.byteSize = byteSize;
    }

    public ArrayType(CType element, long length) {
        this(element, length, null);
    }

    /** The same array of another (differently qualified) element. */
    public ArrayType withElement(CType e) {
        return new ArrayType(e, length, byteSize);
    }

    @Override
    public int quals() {
        return element.quals();
    }

    @Override
    public CType unqualified() {
        return element.quals() == 0 ? this : withElement(element.unqualified());
    }

    @Override
    public long size() {
        return length < 0 ? 0 : length * element.size();
    }

    @Override
    public int align() {
        return element.align();
    }

    @Override
    public boolean isComplete() {
        return length != INCOMPLETE;
    }

    /** True if the size depends on run time. */
    @Override
    public boolean isVla() {
        return length == VARIABLE || element.isVla();
    }

    @Override
    public boolean isVariablyModified() {
        return length == VARIABLE || element.isVariablyModified();
    }
}
