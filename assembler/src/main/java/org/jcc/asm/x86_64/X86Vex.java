package org.jcc.asm.x86_64;

import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;

/**
 * What the VEX encoding makes of a row: the twin on 128 bits of a legacy SSE row, and the form on 256 bits of a VEX row. Both are found by
 * name and operands, once: a twin is called {@code v} and the legacy name, and has either the same operands, or one source more after the
 * destination, for what the legacy form reads there or leaves as it is.
 */
public final class X86Vex {
    private X86Vex() {}

    private static final X86Row[] TWIN = new X86Row[X86Rows.BY_ID.length];
    private static final X86Row[] WIDE = new X86Row[X86Rows.BY_ID.length];

    static {
        for (X86Row r : X86.FAMILY_SSE.rows()) {
            for (X86Row v : named("v" + X86Rows.bare(r.names[0]))) if (TWIN[r.id] == null && isTwin(r, v)) TWIN[r.id] = v;
        }
        for (X86Row r : X86Rows.ALL) {
            if (!r.vex || r.wide) continue;
            String name = r.names[0];
            for (X86Row v : named(name)) if (v.wide && isWide(r, v)) WIDE[r.id] = v;
            if (name.endsWith("f128") || !name.endsWith("x") || WIDE[r.id] != null) continue;
            // vcvtpd2psx and its like are told apart by a letter.
            for (X86Row v : named(name.substring(0, name.length() - 1) + "y")) if (v.wide) WIDE[r.id] = v;
        }
    }

    private static List<X86Row> named(String name) {
        return X86Rows.BY_NAME.getOrDefault(name, List.of());
    }

    private static boolean isTwin(X86Row legacy, X86Row v) {
        int n = legacy.kinds.length;
        int more = v.kinds.length - n;
        if (v.wide || !v.vex || more != 0 && more != 1 || n == 0 || legacy.effects[0] == Row.READ_WRITE && more == 0) return false;
        if (legacy.kinds[0] != v.kinds[0] || more == 1 && v.kinds[1].regClass() != Kind.FPR) return false;
        for (int k = 1; k < n; k++) if (legacy.kinds[k] != v.kinds[k + more]) return false;
        return true;
    }

    /** Every whole register and its memory is twice as wide; operands that are part of one may stay. */
    private static boolean isWide(X86Row r, X86Row v) {
        if (v.kinds.length != r.kinds.length) return false;
        for (int k = 0; k < r.kinds.length; k++) {
            Kind a = r.kinds[k];
            Kind b = v.kinds[k];
            if (a.regClass() == Kind.FPR != (b.regClass() == Kind.FPR) || a.mem() != b.mem() || a.isImm() != b.isImm()) return false;
            if (k == 0 && a.regClass() == Kind.FPR && b.size() != 2 * a.size()) return false;
            if (a.regClass() == Kind.GPR && a != b) return false;
        }
        return true;
    }

    /** The VEX row that does what the legacy row does, on 128 bits; null if there is none. */
    public static X86Row of(Row legacy) {
        return legacy.id >= 0 && legacy.id < TWIN.length ? TWIN[legacy.id] : null;
    }

    /** The row that does on 256 bits what a VEX row does on 128; null if there is none. */
    public static X86Row wide(Row vex) {
        return WIDE[vex.id];
    }
}
