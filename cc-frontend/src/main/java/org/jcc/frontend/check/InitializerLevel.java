package org.jcc.frontend.check;

import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.VectorType;

/**
 * An aggregate, or a scalar in braces, while an initialiser fills it: which element is next, and where that stands. Unnamed bit-fields are
 * passed over; of a union one member alone is taken (6.7.9p17).
 */
final class InitializerLevel {
    final CType type;
    final long offset;
    final ArrayType array;
    final RecordType record;
    final VectorType vector;
    final ComplexType complex;
    final boolean scalar;
    final long count;
    long index;
    boolean unionDone;
    /** The level that this one is an element of, and which; null at the top. */
    InitializerLevel up;
    long at;

    InitializerLevel(CType type, long offset, InitializerLevel up, long at) {
        this.up = up;
        this.at = at;
        CType s = type.strip();
        this.type = type;
        this.offset = offset;
        this.array = s instanceof ArrayType a ? a : null;
        this.record = s instanceof RecordType r ? r : null;
        this.vector = s instanceof VectorType v ? v : null;
        this.complex = s instanceof ComplexType k ? k : null;
        this.scalar = array == null && record == null && vector == null;
        this.count = array != null ? array.length == ArrayType.INCOMPLETE ? Long.MAX_VALUE : array.length
                : record != null ? record.fields.size() : vector != null ? vector.lanes : 1;
        skip();
    }

    /** How messages call the subobject number {@code i}: {@code a[2].x}. */
    String path(String name, long i) {
        return path(name) + (record != null ? "." + record.fields.get((int) i) : "[" + i + "]");
    }

    String path(String name) {
        return up == null ? name : up.path(name, at);
    }

    /** Passes members that cannot be initialised without a name. */
    void skip() {
        if (record == null) return;
        while (index < count && record.fields.get((int) index).isUnnamedBitField()) index++;
    }

    boolean exhausted() {
        return unionDone || index >= count;
    }

    void next() {
        if (record != null && record.union) {
            unionDone = true;
            return;
        }
        index++;
        skip();
    }

    CType elementType() {
        if (array != null) return array.element;
        if (vector != null) return vector.element;
        if (record == null) return type;
        CType t = record.fields.get((int) index).type;
        int q = type.quals() & ~CType.ATOMIC & ~CType.RESTRICT;
        return q == 0 ? t : t.qualify(q);
    }

    long elementOffset() {
        if (array != null) return offset + index * array.element.size();
        if (vector != null) return offset + index * vector.element.size();
        return record == null ? offset : offset + record.fields.get((int) index).offset;
    }

    RecordType.Field bitField() {
        if (record == null) return null;
        RecordType.Field f = record.fields.get((int) index);
        return f.isBitField() ? f : null;
    }
}
