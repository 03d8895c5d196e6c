package org.jcc.frontend.types;

/** An enumeration (6.7.2.2). Mutable: completed once. Its representation is {@link #underlying}. */
public final class EnumType extends CType {
    /** The tag, or null. */
    public final String tag;
    public int loc;
    public final int id;
    /** gcc's choice: unsigned int unless a value is negative, or larger; with {@code packed} the smallest. */
    public BasicType underlying;
    public boolean complete;
    public String deprecated;
    public java.util.List<Enumerator> enumerators = java.util.List.of();

    /** One constant. */
    public record Enumerator(String name, long value, int loc) {}

    public EnumType(String tag, int loc, int id, BasicType underlying) {
        this.tag = tag;
        this.loc = loc;
        this.id = id;
        this.underlying = underlying;
    }

    @Override
    public long size() {
        return complete ? underlying.size() : 0;
    }

    @Override
    public int align() {
        return underlying.align();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }
}
