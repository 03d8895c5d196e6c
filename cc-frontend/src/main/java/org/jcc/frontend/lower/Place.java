package org.jcc.frontend.lower;

import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.ir.Inst;

/**
 * Where an lvalue's object is: an address and bytes from it, what is known of the alignment, and the path of members that
 * led there, for aliasing. Immutable; stepping to a member makes a new place.
 *
 * @param address   a ptr
 * @param offset    bytes from it
 * @param type      the lvalue's type, qualifiers included: they say whether an access is volatile, atomic or in a segment
 * @param align     known alignment of {@code address + offset}
 * @param base      the outermost record whose member this is, or null
 * @param inBase    offset in {@code base}
 * @param anyAlias  reached through a union, or by a may_alias type
 * @param bitField  the member if it is a bit-field, else null; {@code offset} then is its storage's
 * @param register  of a register variable that is the machine register itself its name; {@code address} is null then
 */
record Place(Inst address, long offset, CType type, int align, RecordType base, long inBase, boolean anyAlias, RecordType.Field bitField, String register) {
    Place(Inst address, long offset, CType type, int align, RecordType base, long inBase, boolean anyAlias, RecordType.Field bitField) {
        this(address, offset, type, align, base, inBase, anyAlias, bitField, null);
    }

    /** A scalar that lives in a machine register. */
    static Place register(String name, CType type) {
        return new Place(null, 0, type, type.align(), null, 0, false, null, name);
    }

    static Place of(Inst address, CType type) {
        return new Place(address, 0, type, type.align(), null, 0, false, null);
    }

    static Place of(Inst address, CType type, int align) {
        return new Place(address, 0, type, align, null, 0, false, null);
    }

    /** The member {@code f} of the record here. {@code memberType} has the qualifiers of both. */
    Place member(RecordType.Field f, CType memberType) {
        RecordType r = f.record != null ? f.record : (RecordType) type.strip();
        boolean any = anyAlias || r.union || r.mayAlias || (type.quals() & CType.MAY_ALIAS) != 0;
        long at = offset + f.offset;
        return new Place(address, at, memberType, alignAt(align, f.offset), base == null ? r : base, inBase + f.offset, any,
                f.isBitField() ? f : null);
    }

    /** Some bytes further, an object of another type. */
    Place at(long bytes, CType other) {
        return new Place(address, offset + bytes, other, alignAt(align, bytes), null, 0, anyAlias, null);
    }

    /** The same bytes seen as another type, aliasing everything. */
    Place as(CType other) {
        return new Place(address, offset, other, align, null, 0, true, null);
    }

    /** The alignment that is left {@code bytes} from an address aligned to {@code align}. */
    static int alignAt(int align, long bytes) {
        if (bytes == 0) return align;
        long low = Long.lowestOneBit(bytes);
        return low < align ? (int) low : align;
    }
}
