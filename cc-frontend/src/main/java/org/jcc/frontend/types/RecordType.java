package org.jcc.frontend.types;

import java.util.List;

/** A structure or union (6.7.2.1). Mutable: declared first, completed by {@link Layout} once. */
public final class RecordType extends CType {
    public final boolean union;
    /** The tag, or null. */
    public final String tag;
    /** Where it was declared. */
    public int loc;
    /** A number of this record within the compilation: compatible types of one unit are one object. */
    public final int id;
    /** Null while incomplete. All members in order, unnamed bit-fields included. */
    public List<Field> fields;
    /** While its body is being read: the type is incomplete, and a nested redefinition is an error. */
    public boolean beingDefined;
    /** {@code packed}, on the record. */
    public boolean packed;
    /** {@code transparent_union} */
    public boolean transparent;
    /** {@code may_alias} */
    public boolean mayAlias;
    /** {@code designated_init} */
    public boolean designatedInit;
    /** {@code scalar_storage_order("big-endian")}: for members that are scalars, or arrays of scalars. */
    public boolean bigEndian;
    /** The last member is a flexible array member. */
    public boolean flexible;
    /** A member, at any depth, is const. */
    public boolean hasConstMember;
    /** A member, at any depth, is volatile. */
    public boolean hasVolatileMember;
    /** {@code deprecated}'s message ("" without one), or null. */
    public String deprecated;
    long size;
    int align = 1;
    private java.util.HashMap<Integer, Field> byName;
    /**
     * The parts behind members of variable size, in order (GNU C); null in all other records. The last is empty: it begins where the
     * record, padding included, ends.
     */
    public List<Part> parts;
    /** Of a record with {@link #parts}: the {@code size_t} variable with its bytes. */
    public ArrayType.SizeHolder byteSize;

    /**
     * A part of a record whose offset is known at run time only: members after one of variable size. It begins behind
     * {@code bytes} bytes and one object of type {@code variable} (if not null), counted from the begin of {@code from} (null: of
     * the record), at the next multiple of {@code roundTo}. Mutable: the checker makes the variable that holds the offset.
     */
    public static final class Part {
        public final Part from;
        public final long bytes;
        public final CType variable;
        public final int roundTo;
        /** What is known of the alignment of the part's begin. */
        public final int align;
        /** The variable with the part's offset from the begin of the record. */
        public ArrayType.SizeHolder offset;

        Part(Part from, long bytes, CType variable, int roundTo, int align) {
            this.from = from;
            this.bytes = bytes;
            this.variable = variable;
            this.roundTo = roundTo;
            this.align = align;
        }
    }

    /**
     * A member.
     *
     * <p>Its value begins at byte {@link #offset}. A bit-field is accessed as the {@link #bitWidth} bits from bit
     * {@link #bitOffset} of the little-endian number in the {@link #storageBytes} bytes at {@link #offset}. That storage
     * (with reversed {@link #type} of the big-endian one, where {@code bitOffset} counts from the top: {@link #shift}) is chosen so that it touches no member that is not a bit-field of the same run (C17 3.14): 1, 2, 4 or 8 bytes,
     * aligned if possible, else any number up to 17.
     */
    public static final class Field {
        /** Null if unnamed. */
        public final String name;
        public final int nameId;
        public final CType type;
        public final int loc;
        /** Declared width, -1 unless a bit-field. */
        public final int bitWidth;
        /** {@code aligned} or {@code _Alignas} on the member, else 0. */
        public int alignAttribute;
        /** {@code packed} on the member or its record. */
        public boolean packed;
        /** What the record's layout aligned the member to. */
        public int align;
        public String deprecated;
        /** From the begin of the record, or of {@link #part}. */
        public long offset;
        /** The part of a record of variable size in which the member is; null if {@link #offset} says all. */
        public Part part;
        public int bitOffset;
        public int storageBytes;
        /** Bits from the record's begin, of a bit-field. */
        public long bitPosition;
        /** Position among the record's fields. */
        public int index;
        public RecordType record;

        public Field(String name, int nameId, CType type, int loc, int bitWidth) {
            this.name = name;
            this.nameId = nameId;
            this.type = type;
            this.loc = loc;
            this.bitWidth = bitWidth;
        }

        /** Big-endian by {@code scalar_storage_order}. */
        public boolean isReversed() {
            return (type.quals() & REVERSED) != 0;
        }

        /** The bits below a bit-field's value in the number that its storage holds. */
        public int shift() {
            return isReversed() ? storageBytes * 8 - bitOffset - bitWidth : bitOffset;
        }

        public boolean isBitField() {
            return bitWidth >= 0;
        }

        /** An unnamed structure or union, whose members count as this record's. */
        public boolean isAnonymousRecord() {
            return name == null && bitWidth < 0 && type.strip() instanceof RecordType;
        }

        /** What an initialiser skips: an unnamed bit-field. */
        public boolean isUnnamedBitField() {
            return name == null && bitWidth >= 0;
        }

        @Override
        public String toString() {
            return name == null ? "<anonymous>" : name;
        }
    }

    public RecordType(boolean union, String tag, int loc, int id) {
        this.union = union;
        this.tag = tag;
        this.loc = loc;
        this.id = id;
    }

    /** The member with that name id, not searching unnamed records; null if none. */
    public Field field(int nameId) {
        if (fields == null) return null;
        if (fields.size() <= 8) {
            for (Field f : fields) if (f.nameId == nameId && nameId != 0) return f;
            return null;
        }
        if (byName == null) {
            byName = new java.util.HashMap<>();
            for (Field f : fields) if (f.nameId != 0) byName.putIfAbsent(f.nameId, f);
        }
        return byName.get(nameId);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int align() {
        return align;
    }

    @Override
    public boolean isVla() {
        return parts != null;
    }

    @Override
    public boolean isVariablyModified() {
        return parts != null;
    }

    @Override
    public boolean isComplete() {
        return fields != null && !beingDefined;
    }
}
