package org.jcc.frontend.types;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.types.RecordType.Field;
import org.jcc.frontend.types.RecordType.Part;

/**
 * Lays out structures and unions as gcc does on the System V psABIs of x86-64, AArch64 and RISC-V.
 *
 * <p>A bit-field of type T and width w goes to the next bit, unless it would cross more T-aligned T-sized units than T
 * has, then to the next unit; with {@code packed} simply to the next bit. A named bit-field (of AArch64 and x86-64 alike
 * here) gives the record its type's alignment. Width 0 moves to the next unit of its type. A bit-field that fills an aligned
 * machine integer stays where it is and has that integer's alignment at least; otherwise one whose typedef is aligned more
 * strictly than its size always begins a new unit. {@code #pragma pack(n)} limits the alignment of every member to n, and lets
 * bit-fields go to the next bit whatever n is, as gcc does.
 *
 * <p>Behind a member of variable size begins a new {@link RecordType.Part}, within which all goes on as from the record's begin,
 * until a member wants more alignment than the part's begin is known to have: then another part begins.
 */
public final class Layout {
    private Layout() {}

    /**
     * Completes a record.
     *
     * @param pack        of {@code #pragma pack}, or 0
     * @param minAlign    of {@code aligned} on the record, or 0
     */
    public static void complete(RecordType r, List<Field> fields, int pack, int minAlign) {
        // The next place: the end of the last member that is no bit-field, in bytes, for bits of huge arrays would not fit a long.
        long end = 0;
        long bits = 0;
        long size = 0;
        int align = Math.max(1, minAlign);
        Part part = null;
        List<Part> parts = null;
        int known = Integer.MAX_VALUE;
        for (int i = 0; i < fields.size(); i++) {
            Field f = fields.get(i);
            f.record = r;
            f.index = i;
            f.packed |= r.packed;
            int natural = f.type.align();
            int a = f.packed ? f.alignAttribute != 0 ? f.alignAttribute : 1 : Math.max(natural, f.alignAttribute);
            if (pack != 0) a = Math.min(a, pack);
            if (r.union) end = bits = 0;
            if (part != null && !f.isBitField() && a > known) {
                parts.add(part = new Part(part, end + roundUp(bits, 8) / 8, null, a, a));
                end = bits = 0;
                known = a;
            }
            f.part = part;
            if (f.isBitField()) {
                bits += end * 8;
                end = 0;
                long unit = f.type.size() * 8;
                if (f.bitWidth == 0) {
                    bits = roundUp(bits, (long) Math.max(natural, f.alignAttribute) * 8);
                    f.bitPosition = bits;
                    f.offset = bits / 8;
                    continue;
                }
                boolean mode = !f.packed && isMode(f.bitWidth) && bits % f.bitWidth == 0;
                if (mode) a = Math.max(a, pack != 0 ? Math.min(pack, f.bitWidth / 8) : f.bitWidth / 8);
                int own = pack != 0 ? Math.min(pack, f.alignAttribute) : f.alignAttribute;
                if (own != 0) bits = roundUp(bits, own * 8L);
                if (!f.packed && pack == 0 && !mode && unit > 0 && crosses(bits, f.bitWidth, unit, natural)) bits = roundUp(bits, natural * 8L);
                f.bitPosition = bits;
                bits += f.bitWidth;
                if (f.name != null) align = Math.max(align, a);
            } else {
                end = roundUp(end + roundUp(bits, 8) / 8, a);
                f.offset = end;
                f.bitPosition = end * 8;
                bits = 0;
                if (f.type.isVla()) {
                    if (parts == null) parts = new ArrayList<>();
                    if (!r.union) {
                        known = Math.min(known, a);
                        parts.add(part = new Part(part, end, f.type, 1, known));
                        end = 0;
                    }
                } else {
                    end += f.type.size();
                }
                align = Math.max(align, a);
            }
            CType t = f.type.strip();
            r.hasConstMember |= f.type.isConst() || t instanceof RecordType m && m.hasConstMember || t instanceof ArrayType && constElement(t);
            r.hasVolatileMember |= f.type.isVolatile() || t instanceof RecordType m && m.hasVolatileMember;
            size = Math.max(size, end + roundUp(bits, 8) / 8);
        }
        r.fields = fields;
        r.align = align;
        r.size = roundUp(size, align);
        if (parts != null) {
            // The end; of a union that of its members of constant size, which those of variable size may exceed.
            parts.add(new Part(part, r.union ? size : end + roundUp(bits, 8) / 8, null, align, align));
            r.size = 0;
            r.parts = parts;
        }
        storage(r);
        r.beingDefined = false;
    }

    /** True for the widths of machine integers. */
    private static boolean isMode(int width) {
        return width == 8 || width == 16 || width == 32 || width == 64;
    }

    private static boolean constElement(CType t) {
        while (t instanceof ArrayType a) t = a.element.strip();
        return t instanceof RecordType m && m.hasConstMember;
    }

    private static boolean crosses(long bits, int width, long unit, int natural) {
        long a = natural * 8L;
        return (bits + width + a - 1) / a - bits / a > unit / a;
    }

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
