package org.jcc.ir.interp;

import java.util.Arrays;
import org.jcc.ir.Fold;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** Operations without effects: poison goes through them, {@link Fold} computes the rest, lane by lane for vectors. */
final class PureOps {
    private PureOps() {}

    static void evaluate(Frame fr, ThreadState s, int pc) {
        Code code = fr.code;
        int a = code.a[pc];
        int b = code.b[pc];
        int c = code.c[pc];
        int d = code.dst[pc];
        Op op = code.op[pc];
        Type type = code.type[pc];
        Type from = code.from[pc];
        if (op == Op.TARGET) throw fr.trap(pc, "'" + code.inst[pc].aux + "', which only the target knows");
        if (type.isVector() || from.isVector() || op == Op.SELECT && code.inst[pc].arg(1).type.isVector()) {
            vector(fr, s, pc);
            return;
        }
        if (op == Op.SELECT) {
            if (fr.p[a] != 0) {
                fr.p[d] = 1;
                return;
            }
            fr.copy((fr.r[a] & 1) != 0 ? b : c, d);
            return;
        }
        if (op == Op.ISCONST) {
            // What no pass has found constant is not.
            fr.set(d, code.inst[pc].arg(0).op.isConstant() ? 1 : 0);
            return;
        }
        if (op == Op.OBJECTSIZE) {
            fr.set(d, Inst.unknownSize(code.inst[pc].imm));
            return;
        }
        if (op == Op.FREEZE) {
            if (fr.p[a] != 0) fr.set(d, 0);
            else fr.copy(a, d);
            return;
        }
        int n = code.inst[pc].ownArgCount();
        boolean poison = fr.p[a] != 0 || n > 1 && fr.p[b] != 0 || n > 2 && fr.p[c] != 0;
        if (poison) {
            if (op == Op.SDIV || op == Op.UDIV || op == Op.SREM || op == Op.UREM) if (fr.p[b] != 0) throw fr.trap(pc, "division by poison");
            fr.p[d] = 1;
            return;
        }
        Fold f = s.fold;
        long[] h = fr.h;
        int outcome = f.eval(op, type, from, code.imm[pc], code.flags[pc], fr.r[a], h == null ? 0 : h[a], fr.r[b], h == null ? 0 : h[b], fr.r[c],
                h == null ? 0 : h[c]);
        switch (outcome) {
            case Fold.VALUE -> {
                if ((code.flags[pc] & Inst.FENV_STRICT) != 0) s.fpFlags |= FpFlags.raised(op, from, type, fr.r[a], fr.r[b], fr.r[c], f.lo);
                fr.r[d] = f.lo;
                fr.p[d] = 0;
                if (h != null) h[d] = f.hi;
            }
            case Fold.POISON -> fr.p[d] = 1;
            case Fold.UNDEFINED -> throw fr.trap(pc, fr.r[b] == 0 && (h == null || h[b] == 0) ? "division by zero" : "division overflows");
            default -> throw fr.trap(pc, "operation without a meaning here");
        }
    }

    private static void vector(Frame fr, ThreadState s, int pc) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        int a = code.a[pc];
        int b = code.b[pc];
        int c = code.c[pc];
        int d = code.dst[pc];
        Type t = i.type;
        int n = i.ownArgCount();
        byte poison = 0;
        if (i.op != Op.SHUFFLE && i.op != Op.FREEZE) for (int k = 0; k < n; k++) poison |= fr.p[code.register[i.arg(k).id]];
        fr.p[d] = poison;
        switch (i.op) {
            case SPLAT -> {
                long[] r = new long[t.lanes];
                Arrays.fill(r, fr.r[a]);
                fr.v[d] = r;
            }
            case EXTRACT -> {
                long k = fr.r[b];
                if (k < 0 || k >= i.arg(0).type.lanes) fr.p[d] = 1;
                else fr.r[d] = fr.lanes(a, i.arg(0).type)[(int) k];
            }
            case INSERT -> {
                long[] r = fr.lanes(a, t).clone();
                long k = fr.r[c];
                if (k < 0 || k >= t.lanes) fr.p[d] = 1;
                else r[(int) k] = fr.r[b];
                fr.v[d] = r;
            }
            case SHUFFLE -> {
                int[] lanes = (int[]) i.aux;
                long[] r = new long[t.lanes];
                int w = i.arg(0).type.lanes;
                for (int k = 0; k < r.length; k++) {
                    if (lanes[k] < 0) continue;
                    boolean second = lanes[k] >= w;
                    if (fr.p[second ? b : a] != 0) fr.p[d] = 1;
                    else r[k] = fr.lanes(second ? b : a, i.arg(0).type)[lanes[k] % w];
                }
                fr.v[d] = r;
            }
            case SELECT -> {
                fr.v[d] = fr.v[(fr.r[a] & 1) != 0 ? b : c];
            }
            case FREEZE -> fr.v[d] = fr.p[a] != 0 ? new long[t.lanes] : fr.v[a];
            case BITCAST -> bitcast(fr, s, i, a, d);
            default -> {
                Type from = i.arg(0).type;
                Type element = t.element;
                long[] x = fr.lanes(a, from);
                long[] y = n > 1 ? fr.lanes(b, from) : x;
                long[] z = n > 2 ? fr.lanes(c, from) : x;
                long[] r = new long[t.lanes];
                boolean compare = i.op == Op.ICMP || i.op == Op.FCMP;
                // Of a conversion to more or fewer lanes, the first ones.
                for (int k = 0; k < Math.min(r.length, x.length); k++) {
                    int outcome = s.fold.eval(i.op, compare ? Type.I1 : element, from.element, i.imm, i.flags, x[k], 0, y[k], 0, z[k], 0);
                    if (outcome == Fold.UNDEFINED) throw fr.trap(pc, "division by zero");
                    if (outcome == Fold.UNKNOWN) throw fr.trap(pc, "operation without a meaning here");
                    if (outcome == Fold.POISON) fr.p[d] = 1;
                    r[k] = compare ? element.bits == 1 ? s.fold.lo : -s.fold.lo : s.fold.lo;
                }
                fr.v[d] = r;
            }
        }
    }

    /** Through memory: a vector's bytes as a scalar's or another vector's. */
    private static void bitcast(Frame fr, ThreadState s, Inst i, int a, int d) {
        long at = s.push(Math.max(i.type.size, i.arg(0).type.size), 16, false);
        fr.put(a, i.arg(0).type, at);
        fr.get(d, i.type, at);
        s.sp = at;
    }

    /** The integer condition of that ordinal, on operands of at most 64 bits. */
    static boolean compare(int cond, long x, long y) {
        return switch (cond) {
            case 0 -> x == y;
            case 1 -> x != y;
            case 2 -> x < y;
            case 3 -> x <= y;
            case 4 -> x > y;
            case 5 -> x >= y;
            case 6 -> Long.compareUnsigned(x, y) < 0;
            case 7 -> Long.compareUnsigned(x, y) <= 0;
            case 8 -> Long.compareUnsigned(x, y) > 0;
            default -> Long.compareUnsigned(x, y) >= 0;
        };
    }
}
