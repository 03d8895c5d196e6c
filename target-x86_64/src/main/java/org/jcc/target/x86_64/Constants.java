package org.jcc.target.x86_64;

import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Constant vectors of 16 bytes. The IR writes one as a SPLAT of a constant with constants inserted; a chain of insertions that leaves no lane
 * of what it began with has known lanes too.
 */
final class Constants {
    private Constants() {}

    /** The lanes of a SPLAT, or of a chain of insertions that gives all of them; else null. */
    static Inst[] lanes(Inst v) {
        if (v.op != Op.SPLAT && v.op != Op.INSERT) return null;
        Inst[] lanes = new Inst[v.type.lanes];
        int known = 0;
        Inst x = v;
        for (; x.op == Op.INSERT && x.arg(2).isConst() && known < lanes.length; x = x.arg(0)) {
            int k = (int) x.arg(2).imm;
            if (k < 0 || k >= lanes.length) return null;
            if (lanes[k] == null) known++;
            else continue;
            lanes[k] = x.arg(1);
        }
        if (known < lanes.length && x.op != Op.SPLAT) return null;
        for (int k = 0; k < lanes.length; k++) if (lanes[k] == null) lanes[k] = x.arg(0);
        return lanes;
    }

    /** The same bits, of the type as which they were made. */
    private static Inst made(Inst v) {
        while (v.op == Op.BITCAST && v.arg(0).type.isVector()) v = v.arg(0);
        return v;
    }

    static boolean is(Inst v) {
        v = made(v);
        if (v.type.size != 16) return false;
        if (v.op == Op.SPLAT) return isScalar(v.arg(0));
        Inst[] lanes = lanes(v);
        if (lanes == null) return false;
        for (Inst l : lanes) if (!isScalar(l)) return false;
        return true;
    }

    private static boolean isScalar(Inst v) {
        return v.op == Op.ICONST || v.op == Op.FCONST;
    }

    /** All bits equal: made without memory. */
    static boolean isUniform(Inst v) {
        long low = low(v);
        return low == high(v) && (low == 0 || low == -1);
    }

    /** The first eight bytes of a constant. */
    static long low(Inst v) {
        return half(v, 0);
    }

    static long high(Inst v) {
        return half(v, 1);
    }

    private static long half(Inst v, int which) {
        v = made(v);
        Inst[] lanes = lanes(v);
        Type e = v.type.element;
        int n = 64 / e.bits;
        long bits = 0;
        for (int k = 0; k < n; k++) {
            long lane = lanes[which * n + k].imm;
            bits |= (e.bits == 64 ? lane : lane & (1L << e.bits) - 1) << k * e.bits;
        }
        return bits;
    }
}
