package org.jcc.opt;

import java.util.Arrays;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * A switch that only selects constants becomes a comparison with the range of its cases and, for each constant that varies, what is cheapest: a linear function of the
 * value, a bit of a constant for two constants, or a load from a table in read-only memory, in the narrowest type that holds the constants.
 *
 * <p>All cases lead to one block, or to returns. The default leads there too, with constants, which then also fill the gaps; or it goes elsewhere
 * and there are no gaps; or it cannot happen, and the value needs no comparison. Addresses stay: in position-independent code a table of them
 * costs relocations when the program starts.
 *
 * <p>Requires: no empty blocks. Ensures: no dense switch whose cases are constants. Gain: .text of sqlite3.c -O2 -432 bytes.
 */
final class SwitchConvert {
    private static final int MIN_CASES = 4;
    private static final int MAX_RATIO = 8;
    private static final long MAX_SPAN = 4096;

    private final Module module;
    private final Function f;
    private final Builder b;
    private boolean changed;

    private SwitchConvert(Module m, Function f) {
        module = m;
        this.f = f;
        b = new Builder(f);
    }

    static void run(Module m, Function f) {
        SwitchConvert s = new SwitchConvert(m, f);
        for (int k = 0, n = f.blocks.size(); k < n; k++) {
            Block block = f.blocks.get(k);
            if (block.terminator() != null && block.last.op == Op.SWITCH) s.convert(block.last);
        }
        if (s.changed) Unreachable.run(f);
    }

    /** Where an edge ends: a block, or null for a return, and the values it brings there. */
    private record End(Block block, Inst[] values) {}

    private static End end(Inst t, int s) {
        Block to = t.succ(s);
        if (to.first == to.last && to.last.op == Op.RET) {
            Inst[] v = new Inst[to.last.ownArgCount()];
            for (int k = 0; k < v.length; k++) {
                v[k] = to.last.arg(k);
                if (v[k].op == Op.PARAM && v[k].block == to) v[k] = t.succArg(s, (int) v[k].imm);
            }
            return new End(null, v);
        }
        Inst[] v = new Inst[t.succArgCount(s)];
        for (int k = 0; k < v.length; k++) v[k] = t.succArg(s, k);
        return new End(to, v);
    }

    private static boolean isConstant(Inst v) {
        return v.op == Op.ICONST && v.type.isInt() && v.type.bits <= 64 || v.op == Op.FCONST && (v.type == Type.F32 || v.type == Type.F64);
    }

    private void convert(Inst t) {
        long[] cases = (long[]) t.aux;
        if (cases.length < MIN_CASES || t.arg(0).type.bits > 64 || t.arg(0).isConst()) return;
        long lo = Arrays.stream(cases).min().getAsLong();
        long hi = Arrays.stream(cases).max().getAsLong();
        if (hi - lo < 0 || hi - lo >= MAX_SPAN || hi - lo >= (long) MAX_RATIO * cases.length) return;
        int span = (int) (hi - lo) + 1;
        End first = end(t, 1);
        int n = first.values.length;
        if (n == 0) return;
        // Positions at which one value comes from everywhere.
        boolean[] same = new boolean[n];
        Arrays.fill(same, true);
        End[] ends = new End[span];
        for (int k = 0; k < cases.length; k++) {
            End e = end(t, k + 1);
            if (e.block != first.block) return;
            for (int p = 0; p < n; p++) if (e.values[p] != first.values[p]) same[p] = false;
            ends[(int) (cases[k] - lo)] = e;
        }
        Block other = t.succ(0);
        boolean impossible = other.first.op == Op.UNREACHABLE;
        End dflt = end(t, 0);
        boolean joins = dflt.block == first.block && !impossible;
        boolean gaps = cases.length < span;
        for (int p = 0; p < n; p++) {
            if (joins && gaps && dflt.values[p] != first.values[p]) same[p] = false;
            if (same[p]) continue;
            for (End e : ends) if (e != null && !isConstant(e.values[p])) return;
            if (gaps && !impossible && (!joins || !isConstant(dflt.values[p]))) return;
        }
        // What does not vary is none of our business.
        boolean varies = false;
        for (boolean s : same) varies |= !s;
        if (!varies) return;
        Inst[][] columns = new Inst[n][];
        for (int p = 0; p < n; p++) {
            if (same[p]) continue;
            columns[p] = new Inst[span];
            for (int k = 0; k < span; k++) columns[p][k] = ends[k] != null ? ends[k].values[p] : impossible ? columns[p][k - 1] : dflt.values[p];
        }
        build(t, lo, span, first, same, columns, impossible);
    }

    private void build(Inst t, long lo, int span, End to, boolean[] same, Inst[][] columns, boolean impossible) {
        b.before(t);
        Inst x = t.arg(0);
        boolean known = impossible || lo == 0 && x.type.isInt() && x.type.bits > 1 && KnownBits.isNonNegative(x) && KnownBits.unsignedMax(x) < span;
        if (x.type.bits < 32) x = b.convert(x.type == Type.I1 ? Op.ZEXT : Op.SEXT, x, Type.I32);
        if (lo != 0) x = b.binary(Op.SUB, x, f.iconst(x.type, lo));
        Block at = t.block;
        Block inside = at;
        if (!known) {
            inside = f.newBlock("cases");
            Inst c = b.icmp(Cond.ULE, x, f.iconst(x.type, span - 1));
            Inst br = b.emit(Op.CONDBR, Type.VOID, c);
            br.addSucc(inside);
            br.addSucc(t.succ(0), arguments(t, 0));
        }
        t.remove();
        changed = true;
        b.at(inside);
        Inst[] values = new Inst[columns.length];
        for (int p = 0; p < values.length; p++) values[p] = same[p] ? to.values[p] : column(columns[p], x);
        if (to.block == null) b.ret(values);
        else b.br(to.block, values);
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }

    // ---- one constant as a function of the index ----

    private Inst column(Inst[] v, Inst x) {
        Type type = v[0].type;
        Inst other = null;
        boolean two = v.length <= 64;
        for (Inst c : v) {
            if (c == v[0]) continue;
            if (other == null) other = c;
            two &= c == other;
        }
        if (other == null) return v[0];
        if (two) return bit(v, other, x);
        if (type.isInt()) {
            long step = v[1].imm - v[0].imm;
            boolean line = true;
            for (int k = 1; k < v.length && line; k++) line = f.iconst(type, v[0].imm + k * step) == v[k];
            if (line) return line(type, v[0].imm, step, x);
        }
        return load(v, x);
    }

    private Inst resized(Inst x, Type to) {
        return x.type == to ? x : b.convert(x.type.bits < to.bits ? Op.ZEXT : Op.TRUNC, x, to);
    }

    private Inst line(Type type, long start, long step, Inst x) {
        Inst v = resized(x, type);
        if (step != 1) v = b.binary(Op.MUL, v, f.iconst(type, step));
        return start == 0 ? v : b.binary(Op.ADD, v, f.iconst(type, start));
    }

    /** The bit of the index in a constant chooses. */
    private Inst bit(Inst[] v, Inst other, Inst x) {
        Type word = v.length <= 32 ? Type.I32 : Type.I64;
        Inst one = v[0];
        Inst zero = other;
        if (v[0].isConst(0)) {
            one = other;
            zero = v[0];
        }
        long mask = 0;
        for (int k = 0; k < v.length; k++) if (v[k] == one) mask |= 1L << k;
        Inst bits = b.binary(Op.AND, b.binary(Op.LSHR, f.iconst(word, mask), resized(x, word)), f.iconst(word, 1));
        if (zero.type.isInt() && zero.isConst(0) && (one.isConst(1) || one.type == Type.I1)) return resized(bits, zero.type);
        Inst c = b.icmp(Cond.NE, bits, f.zero(word));
        return b.select(c, one, zero);
    }

    private Inst load(Inst[] v, Inst x) {
        Type type = v[0].type;
        Type narrow = type;
        boolean signed = false;
        if (type.isInt()) {
            long least = 0;
            long most = 0;
            for (Inst c : v) {
                least = Math.min(least, c.imm);
                most = Math.max(most, c.imm);
            }
            signed = least < 0;
            for (int bits = 8; bits < type.bits; bits *= 2) {
                if (signed ? least >= -1L << bits - 1 && most < 1L << bits - 1 : most < 1L << bits) {
                    narrow = Type.integer(bits);
                    break;
                }
            }
        }
        int size = narrow.size;
        byte[] bytes = new byte[v.length * size];
        for (int k = 0; k < v.length; k++) for (int j = 0; j < size; j++) bytes[k * size + j] = (byte) (v[k].imm >>> 8 * j);
        Inst index = resized(x, Type.I64);
        if (size > 1) index = b.binary(Op.SHL, index, f.iconst(Type.I64, Integer.numberOfTrailingZeros(size)));
        Inst l = b.load(narrow, b.ptradd(f.symbol(table(bytes, size), 0), index), size, 0);
        return narrow == type ? l : b.convert(signed ? Op.SEXT : Op.ZEXT, l, type);
    }

    private GlobalVar table(byte[] bytes, int align) {
        int n = module.symbols.size();
        while (module.symbol("CSWTCH." + n) != null) n++;
        GlobalVar g = new GlobalVar("CSWTCH." + n, bytes.length, align).define();
        g.linkage = Symbol.Linkage.INTERNAL;
        g.constant = true;
        g.unescaped = true;
        g.init = bytes;
        g.loc = b.loc;
        module.add(g);
        return g;
    }
}
