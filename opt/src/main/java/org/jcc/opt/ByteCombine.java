package org.jcc.opt;

import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * A value that is put together of bytes with shifts, masks and ORs becomes what it is: one wider load of neighbouring bytes, a byte swap of a value, or both.
 *
 * <p>For each byte of the last OR of a tree, or what is cut from it, the walk finds where it comes from: a byte of a load or of another value, or zero. The bytes must ascend or descend without
 * a gap; zeros above them are an extension. The loads are plain, of one base and one block; the wide load stands where the first of them does, reads exactly their bytes, and
 * nothing between the first and the last may write those or not return.
 *
 * <p>Requires: constants at the right. Ensures: no OR of all bytes of a value. Gain: reading a word of four bytes 11 to 1 instructions, in the reverse
 * order 11 to 2; a swap written with shifts and masks 11 to 2.
 */
final class ByteCombine {
    private static final int DEPTH = 10;
    private static final int MAX_SCAN = 256;

    /** Byte {@code index} of a value. */
    private record Source(Inst of, int index) {}

    private final Function f;
    private final Builder b;
    private final Aliases aliases;
    private final AliasTags tags;
    private final boolean cheap;
    private int budget;

    private ByteCombine(Module m, Function f) {
        this.f = f;
        b = new Builder(f);
        aliases = new Aliases(m, f);
        tags = m.tags;
        cheap = m.unaligned;
    }

    static void run(Module m, Function f) {
        ByteCombine c = new ByteCombine(m, f);
        for (Block block : f.blocks) {
            for (Inst i = block.first, next; i != null; i = next) {
                next = i.next;
                if ((i.op == Op.OR ? isRoot(i) : i.op == Op.TRUNC && i.arg(0).op == Op.OR) && i.type.isInt() && i.type.bits >= 16 && i.type.bits <= 64) c.look(i);
            }
        }
    }

    private static boolean isRoot(Inst i) {
        for (int u = 0; u < i.useCount(); u++) if (i.user(u).op == Op.OR) return false;
        return i.useCount() > 0;
    }

    // ---- where the bytes come from ----

    private Source[] leaf(Inst v) {
        Source[] s = new Source[v.type.bits / 8];
        for (int k = 0; k < s.length; k++) s[k] = new Source(v, k);
        return s;
    }

    /** Null stands for a byte that is zero. */
    private Source[] bytes(Inst v, int depth) {
        int n = v.type.bits / 8;
        if (depth == 0 || --budget < 0 || !v.type.isInt() || v.type.bits > 64 || v.type.bits < 8) return leaf(v);
        boolean shift = v.argCount() == 2 && v.arg(1).isConst() && v.arg(1).imm >= 0 && v.arg(1).imm < v.type.bits && v.arg(1).imm % 8 == 0;
        int by = shift ? (int) v.arg(1).imm / 8 : 0;
        Source[] out = new Source[n];
        switch (v.op) {
            case ICONST -> {
                return v.imm == 0 ? out : leaf(v);
            }
            case OR -> {
                Source[] x = bytes(v.arg(0), depth - 1);
                Source[] y = bytes(v.arg(1), depth - 1);
                for (int k = 0; k < n; k++) {
                    if (x[k] != null && y[k] != null) return leaf(v);
                    out[k] = x[k] != null ? x[k] : y[k];
                }
                return out;
            }
            case SHL, LSHR, ROTL -> {
                if (!shift) return leaf(v);
                Source[] x = bytes(v.arg(0), depth - 1);
                for (int k = 0; k < n; k++) {
                    int from = v.op == Op.LSHR ? k + by : k - by;
                    if (v.op == Op.ROTL) from = (from + n) % n;
                    if (from >= 0 && from < n) out[k] = x[from];
                }
                return out;
            }
            case ZEXT, TRUNC -> {
                if (v.arg(0).type.bits < 8 || v.arg(0).type.bits > 64) return leaf(v);
                Source[] x = bytes(v.arg(0), depth - 1);
                for (int k = 0; k < n && k < x.length; k++) out[k] = x[k];
                return out;
            }
            case AND -> {
                if (!v.arg(1).isConst()) return leaf(v);
                Source[] x = bytes(v.arg(0), depth - 1);
                for (int k = 0; k < n; k++) {
                    long m = v.arg(1).imm >>> 8 * k & 255;
                    if (m != 0 && m != 255) return leaf(v);
                    if (m == 255) out[k] = x[k];
                }
                return out;
            }
            case BSWAP -> {
                Source[] x = bytes(v.arg(0), depth - 1);
                for (int k = 0; k < n; k++) out[k] = x[n - 1 - k];
                return out;
            }
            default -> {
                return leaf(v);
            }
        }
    }

    private void look(Inst root) {
        budget = 64;
        Source[] s = bytes(root, DEPTH);
        int n = s.length;
        while (n > 0 && s[n - 1] == null) n--;
        if (n != 2 && n != 4 && n != 8) return;
        boolean one = true;
        for (int k = 0; k < n; k++) {
            if (s[k] == null || s[k].of == root) return;
            one &= s[k].of == s[0].of;
        }
        Inst v = one ? swapped(root, s, n) : loaded(root, s, n);
        if (v == null) return;
        b.before(root);
        if (v.type != root.type) v = b.convert(Op.ZEXT, v, root.type);
        root.replaceAllUsesWith(v);
        removeDead(root);
    }

    /** The loads of the parts would keep stores apart. */
    private static void removeDead(Inst i) {
        if (i.block == null || i.useCount() > 0 || !i.isRemovableIfUnused()) return;
        Inst[] args = new Inst[i.argCount()];
        for (int k = 0; k < args.length; k++) args[k] = i.arg(k);
        i.remove();
        for (Inst a : args) removeDead(a);
    }

    // ---- what they make ----

    /** The bytes of one value in reverse order. */
    private Inst swapped(Inst root, Source[] s, int n) {
        int low = s[n - 1].index;
        for (int k = 0; k < n; k++) if (s[k].index != low + n - 1 - k) return null;
        if (!cheap) return null;
        b.before(root);
        Inst v = s[0].of;
        if (low > 0) v = b.binary(Op.LSHR, v, f.iconst(v.type, 8 * low));
        Type type = Type.integer(8 * n);
        if (v.type != type) v = b.convert(Op.TRUNC, v, type);
        return b.unary(Op.BSWAP, v);
    }

    /** Neighbouring bytes in memory, ascending or descending. */
    private Inst loaded(Inst root, Source[] s, int n) {
        long[] at = new long[n];
        Object base = null;
        Object from = null;
        int tag = s[0].of.tag;
        for (int k = 0; k < n; k++) {
            Inst l = s[k].of;
            if (l.op != Op.LOAD || l.block != root.block || !l.isPlainAccess()) return null;
            Aliases.Place p = aliases.place(l);
            if (base != null && base != p.base()) return null;
            base = p.base();
            from = p.root();
            at[k] = p.offset() + s[k].index;
            tag = tags.merged(tag, l.tag);
        }
        int step = at[1] > at[0] ? 1 : -1;
        for (int k = 1; k < n; k++) if (at[k] != at[0] + (long) step * k) return null;
        long low = step > 0 ? at[0] : at[n - 1];
        Inst first = first(root, s, n, new Aliases.Place(base, low, n, from, 0));
        if (first == null) return null;
        Source lowest = step > 0 ? s[0] : s[n - 1];
        int align = lowest.index == 0 ? lowest.of.align : 1;
        if (!cheap && (align < n || step < 0)) return null;
        b.before(first);
        Inst v = b.load(Type.integer(8 * n), StoreMerge.address(b, first.arg(0), low - aliases.place(first).offset()), align, tag);
        return step > 0 ? v : b.unary(Op.BSWAP, v);
    }

    /** The first of the loads; null if something between the first and the last may write the place. */
    private Inst first(Inst root, Source[] s, int n, Aliases.Place place) {
        int left = 0;
        for (int k = 0; k < n; k++) if (isNew(s, k)) left++;
        boolean inside = false;
        int steps = 0;
        for (Inst i = root.prev; i != null && steps < MAX_SCAN; i = i.prev, steps++) {
            boolean mine = false;
            for (int k = 0; k < n && i.op == Op.LOAD; k++) mine |= s[k].of == i;
            if (mine) {
                inside = true;
                if (--left == 0) return i;
            } else if (inside && (i.op.mayNotReturn() || aliases.mayWrite(i, place))) {
                return null;
            }
        }
        return null;
    }

    private static boolean isNew(Source[] s, int k) {
        for (int j = 0; j < k; j++) if (s[j].of == s[k].of) return false;
        return true;
    }
}
