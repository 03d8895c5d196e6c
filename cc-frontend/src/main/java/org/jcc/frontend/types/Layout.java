package org.jcc.frontend.types;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.types.RecordType.Field;
import org.jcc.frontend.types.RecordType.Part;

/**
 * Lays out structures and unions as gcc does on the System V psABIs of x86-64 and RISC-V.
 *
 * <p>Members are placed one by one behind each other, each at the next place that its alignment allows: that of its type, {@code aligned}
 * on the member if greater, 1 with {@code packed} (then {@code aligned} alone counts), never more than {@code #pragma pack(n)} says. The
 * record is aligned as its strictest member, its size rounded up to that.
 *
 * <p>A bit-field of type T and width w goes to the next bit, unless it would cross more T-aligned T-sized units than T
 * has, then to the next unit; with {@code packed} or under {@code #pragma pack} simply to the next bit. A named bit-field gives the
 * record its type's alignment, an unnamed one nothing. Width 0 moves to the next unit of its type, whatever packs the record. A
 * bit-field that fills an aligned machine integer stays where it is and has that integer's alignment at least.
 *
 * <p>The layout of Microsoft's compiler ({@code ms_struct}, {@code -mms-bitfields}; GCC manual, "x86 Variable Attributes") allots
 * bit-fields from units of their declared type: a run of bit-fields of types of one size fills a unit, {@link #left} counts what remains
 * of it; a member of another size, or one for which too few bits remain, begins anew. Width 0 only ends a run.
 *
 * <p>Behind a member of variable size begins a new {@link RecordType.Part}, within which all goes on as from the record's begin,
 * until a member wants more alignment than the part's begin is known to have: then another part begins.
 */
public final class Layout {
    /**
     * What is said outside of the record about packing.
     *
     * @param limit     {@code #pragma pack}, or {@code -fpack-struct=n}: the greatest alignment of members, 0 for none
     * @param initial   {@code -fpack-struct=n} alone, which width 0 heeds too
     * @param microsoft the layout of bit-fields is Microsoft's
     */
    public record Rules(int limit, int initial, boolean microsoft) {
        public static final Rules PLAIN = new Rules(0, 0, false);
    }

    private final RecordType r;
    private final Rules rules;
    private int align;
    /** The next place is bit {@code bit} (0 to 7) of byte {@code end}: bits of huge arrays would not fit a long. */
    private long end;
    private int bit;
    /** Microsoft's: the bit-field that began the current run, and the bits left of its unit. */
    private Field run;
    private long left;
    private Part part;
    private List<Part> parts;
    /** What is known of the alignment of the part's begin. */
    private int known = Integer.MAX_VALUE;

    private Layout(RecordType r, Rules rules, int align) {
        this.r = r;
        this.rules = rules;
        this.align = align;
    }

    /**
     * Completes a record.
     *
     * @param minAlign of {@code aligned} on the record, or 0
     */
    public static void complete(RecordType r, List<Field> fields, Rules rules, int minAlign) {
        Layout l = new Layout(r, rules, Math.max(1, minAlign));
        long size = 0;
        int n = fields.size();
        for (int i = 0; i < n; i++) {
            Field f = fields.get(i);
            f.record = r;
            f.index = i;
            f.packed = (f.packed || r.packed) && (f.isBitField() || f.type.align() > 1);
            if (r.union) {
                l.end = 0;
                l.bit = 0;
            }
            if (rules.microsoft && !r.union) l.placeMicrosoft(f, i == n - 1);
            else l.place(f);
            CType t = f.type.strip();
            r.hasConstMember |= f.type.isConst() || t instanceof RecordType m && m.hasConstMember || t instanceof ArrayType && constElement(t);
            r.hasVolatileMember |= f.type.isVolatile() || t instanceof RecordType m && m.hasVolatileMember;
            size = Math.max(size, l.end + (l.bit > 0 ? 1 : 0));
        }
        r.fields = fields;
        r.align = l.align;
        r.size = roundUp(size, l.align);
        if (l.parts != null) {
            // The end; of a union that of its members of constant size, which those of variable size may exceed.
            l.parts.add(new Part(l.part, r.union ? size : l.end + (l.bit > 0 ? 1 : 0), null, l.align, l.align));
            r.size = 0;
            r.parts = l.parts;
        }
        storage(r);
        r.beingDefined = false;
    }

    private static boolean constElement(CType t) {
        while (t instanceof ArrayType a) t = a.element.strip();
        return t instanceof RecordType m && m.hasConstMember;
    }

    // ---- one member ----

    private void place(Field f) {
        boolean whole = isMachineInteger(f);
        int wanted = f.align = alignment(f, whole);
        grow(f, wanted);
        beginPart(f, wanted);
        roundTo(wanted);
        if (f.isBitField() && f.bitWidth > 0 && !whole && !f.packed && rules.limit == 0 && crosses(f)) roundTo(f.type.align());
        put(f);
        advance(f);
    }

    private void placeMicrosoft(Field f, boolean last) {
        boolean whole = isMachineInteger(f);
        int wanted = f.align = alignment(f, whole);
        boolean bits = f.isBitField();
        int natural = f.type.align();
        grow(f, wanted);
        beginPart(f, wanted);
        if (run == null) roundTo(wanted);
        Field before = run;
        if (run != null) {
            boolean realign = !aligned(wanted);
            if (bits && f.bitWidth > 0 && run.bitWidth > 0 && f.type.size() == run.type.size()) {
                if (left < f.bitWidth) {
                    skip(left);
                    run = f;
                    left = f.type.size() * 8 - f.bitWidth;
                } else {
                    left -= f.bitWidth;
                    realign = false;
                }
            } else {
                if (run.bitWidth > 0) skip(left);
                else before = null;
                if (!bits || f.bitWidth == 0) run = null;
            }
            if (realign) roundTo(wanted);
        }
        if (!bits || (before != null ? f.type.size() != before.type.size() : f.bitWidth > 0)) {
            left = bits ? f.type.size() * 8 - f.bitWidth : 0;
            roundTo(limited(f.packed ? 1 : natural));
            run = null;
        }
        put(f);
        if (run == null && bits) run = f;
        advance(f);
        if (last && bits && f.bitWidth > 0) skip(left);
    }

    /** The alignment that the place of a member needs, in bytes; 0 for the next bit. */
    private int alignment(Field f, boolean whole) {
        int a = f.alignAttribute;
        int natural = f.type.align();
        if (f.isBitField()) {
            if (f.bitWidth == 0 && !rules.microsoft) {
                a = Math.max(a, natural);
                return rules.initial != 0 ? Math.min(a, rules.initial) : a;
            }
            if (whole) a = Math.max(a, f.bitWidth / 8);
        } else if (f.packed) {
            if (a == 0) a = 1;
        } else {
            a = Math.max(a, natural);
        }
        return limited(a);
    }

    /** Aligns the record as a member asks. */
    private void grow(Field f, int wanted) {
        int natural = f.type.align();
        if (rules.microsoft) {
            if (!f.isBitField() || (f.bitWidth > 0 ? !f.packed : run != null && run.bitWidth > 0)) {
                align = Math.max(align, limited(!f.isBitField() && f.packed ? wanted : Math.max(natural, wanted)));
            }
        } else if (!f.isBitField()) {
            align = Math.max(align, wanted);
        } else if (f.name != null) {
            align = Math.max(align, Math.max(wanted, rules.limit == 0 && f.packed ? 1 : limited(natural)));
        }
    }

    private int limited(int a) {
        return rules.limit != 0 ? Math.min(a, rules.limit) : a;
    }

    /** A bit-field as wide as a machine integer, where such an integer may stand. */
    private boolean isMachineInteger(Field f) {
        int w = f.bitWidth;
        if (w != 8 && w != 16 && w != 32 && w != 64 && w != 128) return false;
        return (w == 8 || !f.packed) && aligned(w / 8);
    }

    private boolean crosses(Field f) {
        long unit = f.type.size() * 8;
        long a = f.type.align() * 8L;
        long at = end % f.type.align() * 8 + bit;
        return (at + f.bitWidth + a - 1) / a > unit / a;
    }

    // ---- the next place ----

    private boolean aligned(int to) {
        return to == 0 || bit == 0 && end % to == 0;
    }

    private void roundTo(int to) {
        if (to == 0) return;
        end = roundUp(end + (bit > 0 ? 1 : 0), to);
        bit = 0;
    }

    private void skip(long bits) {
        bits += bit;
        end += bits / 8;
        bit = (int) (bits % 8);
    }

    private void beginPart(Field f, int wanted) {
        if (part == null || f.isBitField() || wanted <= known) return;
        parts.add(part = new Part(part, end + (bit > 0 ? 1 : 0), null, wanted, wanted));
        end = 0;
        bit = 0;
        known = wanted;
    }

    private void put(Field f) {
        f.part = part;
        f.offset = end;
        f.bitPosition = end * 8 + bit;
    }

    private void advance(Field f) {
        if (f.isBitField()) {
            skip(f.bitWidth);
        } else if (f.type.isVla()) {
            if (parts == null) parts = new ArrayList<>();
            if (r.union) return;
            known = Math.min(known, f.align);
            parts.add(part = new Part(part, end, f.type, 1, known));
            end = 0;
        } else {
            end += f.type.size();
        }
    }

    // ---- the storage of bit-fields ----

    /** Chooses each bit-field's storage within its run of adjacent bit-fields (C17 3.14p3). */
    private static void storage(RecordType r) {
        List<Field> fields = r.fields;
        for (int i = 0; i < fields.size(); ) {
            Field f = fields.get(i);
            if (!f.isBitField()) {
                i++;
                continue;
            }
            int j = i;
            if (!r.union) {
                while (j < fields.size() && fields.get(j).isBitField() && fields.get(j).part == f.part && (j == i || fields.get(j).bitWidth != 0)) j++;
            } else {
                j = i + 1;
            }
            long begin = f.bitPosition / 8;
            long end = r.size;
            if (!r.union && j < fields.size()) end = fields.get(j).bitPosition / 8;
            if (r.parts != null && (r.union || j == fields.size() || fields.get(j).part != f.part)) {
                Field last = fields.get(j - 1);
                end = (last.bitPosition + last.bitWidth + 7) / 8;
            }
            for (int k = i; k < j; k++) store(fields.get(k), begin, end);
            i = j;
        }
    }

    private static void store(Field f, long begin, long end) {
        if (f.bitWidth == 0) return;
        long first = f.bitPosition / 8;
        long last = (f.bitPosition + f.bitWidth - 1) / 8;
        for (int size = 1; size <= 8; size *= 2) {
            long at = first / size * size;
            if (at >= begin && at + size <= end && at + size > last) {
                place(f, at, size);
                return;
            }
        }
        for (int size = 1; size <= 8; size *= 2) {
            if (first + size > last && first + size <= end) {
                place(f, first, size);
                return;
            }
        }
        place(f, first, (int) (last - first + 1));
    }

    private static void place(Field f, long offset, int bytes) {
        f.offset = offset;
        f.storageBytes = bytes;
        f.bitOffset = (int) (f.bitPosition - offset * 8);
    }

    static long roundUp(long n, long to) {
        return to <= 1 ? n : (n + to - 1) / to * to;
    }
}
