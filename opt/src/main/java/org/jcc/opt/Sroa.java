package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Scalar replacement of aggregates: a stack slot that is only accessed at constant offsets is cut into one slot for each
 * group of bytes that are accessed together, which {@link Mem2Reg} then promotes.
 *
 * <p>Loads and stores give the groups: overlapping ones share a group. Block copies and fills of constant size are cut at the
 * borders of the groups; bytes that only they touch are groups of their own, for a copy out of the slot must carry them. A small slot that
 * only serves them, as in exchanging two structures, becomes vectors.
 * A slot whose address goes anywhere else, or that is accessed volatile, is left alone, as are functions that call setjmp.
 */
final class Sroa {
    /** Larger slots are arrays rather than records. */
    private static final long MAX_SIZE = 1024;
    private static final int MAX_GROUPS = 64;
    /** A slot up to this size that only serves block operations becomes values, of 16 bytes each: four registers. */
    private static final long MAX_COPIED = 64;

    /** A use of the slot: at {@code offset}, {@code size} bytes. */
    private record Use(Inst inst, int operand, long offset, long size) {}

    private final Function f;
    private final List<Use> uses = new ArrayList<>();
    private final List<Inst> pointers = new ArrayList<>();
    // Groups: [start[i], end[i]) with their new slots, and the scalar type if all accesses are of the whole group.
    private int groups;
    private long[] start = new long[MAX_GROUPS + 2];
    private long[] end = new long[MAX_GROUPS + 2];
    private Inst[] slot;
    private Type[] scalar;
    /** Bytes of the largest pieces that block operations alone touch. */
    private int widest;

    private Sroa(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        run(f, false);
    }

    /** Slots too that only serve block operations, before legalisation: after copies of copies are gone. */
    static void copied(Function f) {
        run(f, true);
    }

    private static void run(Function f, boolean copied) {
        if (f.is(Function.CALLS_SETJMP)) return;
        Sroa s = new Sroa(f);
        s.widest = copied ? 16 : 8;
        List<Inst> work = new ArrayList<>();
        for (Inst i = f.entry().first; i != null; i = i.next) if (i.op == Op.ALLOCA) work.add(i);
        for (Inst a : work) s.split(a);
    }

    private void split(Inst a) {
        if (a.useCount() == 0 || a.imm > MAX_SIZE || a.imm == 0) return;
        uses.clear();
        pointers.clear();
        if (!collect(a) || uses.isEmpty() || !group(a)) return;
        slot = new Inst[groups];
        for (int g = 0; g < groups; g++) {
            Inst n = f.newInst(Op.ALLOCA, Type.PTR);
            n.imm = end[g] - start[g];
            n.align = (int) Math.min(a.align, start[g] == 0 ? a.align : Long.lowestOneBit(start[g]));
            n.loc = a.loc;
            n.aux = a.aux == null ? null : a.aux + "." + start[g];
            n.insertBefore(a);
            slot[g] = n;
        }
        for (Use u : uses) rewrite(u);
        for (int i = pointers.size() - 1; i >= 0; i--) if (pointers.get(i).useCount() == 0) pointers.get(i).remove();
        if (a.useCount() == 0) a.remove();
    }

    // ---- what is accessed ----

    private boolean collect(Inst a) {
        List<Long> offsets = new ArrayList<>();
        pointers.add(a);
        offsets.add(0L);
        for (int w = 0; w < pointers.size(); w++) {
            Inst p = pointers.get(w);
            long base = offsets.get(w);
            for (int u = 0; u < p.useCount(); u++) {
                Inst i = p.user(u);
                int k = p.userSlot(u);
                if (!i.isPlainAccess()) return false;
                long size;
                switch (i.op) {
                    case PTRADD -> {
                        if (k != 0 || !i.arg(1).isConst()) return false;
                        pointers.add(i);
                        offsets.add(base + i.arg(1).imm);
                        continue;
                    }
                    case LOAD -> size = i.type.size;
                    case STORE -> {
                        if (k != 0) return false;
                        size = i.arg(1).type.size;
                    }
                    case MEMCPY, MEMMOVE -> {
                        if (!i.arg(2).isConst()) return false;
                        size = i.arg(2).imm;
                        // Both ends in the slot: a move within it.
                        if (size != 0 && inSlot(i.arg(0)) && inSlot(i.arg(1))) return false;
                    }
                    case MEMSET -> {
                        if (k != 0 || !i.arg(2).isConst()) return false;
                        size = i.arg(2).imm;
                    }
                    default -> {
                        return false;
                    }
                }
                if (base < 0 || size < 0 || base > a.imm || size > a.imm - base) return false;
                if (uses.size() > 4000) return false;
                uses.add(new Use(i, k, base, size));
            }
        }
        return true;
    }

    private boolean inSlot(Inst p) {
        while (p.op == Op.PTRADD) p = p.arg(0);
        return p == pointers.get(0);
    }

    // ---- groups ----

    private static boolean isBlock(Op op) {
        return op == Op.MEMCPY || op == Op.MEMMOVE || op == Op.MEMSET;
    }

    /** Finds the groups; false if there is nothing to gain. */
    private boolean group(Inst a) {
        List<Use> scalars = new ArrayList<>();
        boolean blocks = false;
        for (Use u : uses) {
            if (isBlock(u.inst.op)) blocks = true;
            else scalars.add(u);
        }
        scalars.sort((x, y) -> Long.compare(x.offset, y.offset));
        // Bytes that block operations touch.
        boolean[] touched = new boolean[(int) a.imm];
        for (Use u : uses) if (isBlock(u.inst.op)) Arrays.fill(touched, (int) u.offset, (int) (u.offset + u.size), true);
        groups = 0;
        if (scalars.isEmpty() != (widest == 16)) return false;
        long at = 0;
        for (int i = 0; i < scalars.size(); ) {
            long s = scalars.get(i).offset;
            long e = s + scalars.get(i).size;
            while (i < scalars.size() && scalars.get(i).offset < e) {
                e = Math.max(e, scalars.get(i).offset + scalars.get(i).size);
                i++;
            }
            if (!gap(at, s, touched) || groups >= MAX_GROUPS) return false;
            start[groups] = s;
            end[groups++] = e;
            at = e;
        }
        if (!gap(at, a.imm, touched) || groups == 0) return false;
        if (groups == 1 && start[0] == 0 && end[0] == a.imm && !blocks) return false;
        if (scalars.isEmpty() && (a.imm > MAX_COPIED || !alongGroups())) return false;
        scalar = new Type[groups];
        boolean[] mixed = new boolean[groups];
        boolean[] lanes = new boolean[groups];
        for (Use u : scalars) {
            int g = groupAt(u.offset);
            Type t = u.inst.op == Op.LOAD ? u.inst.type : u.inst.arg(1).type;
            boolean whole = u.offset == start[g] && u.offset + u.size == end[g];
            if (!whole) mixed[g] |= !isLane(t, u.offset - start[g]);
            else if (scalar[g] == null || t.isVector()) scalar[g] = t;
            lanes[g] |= !whole;
        }
        // Lanes of a vector are no other values.
        for (int g = 0; g < groups; g++) mixed[g] |= lanes[g] && (scalar[g] == null || !scalar[g].isVector());
        for (int g = 0; g < groups; g++) {
            if (mixed[g]) {
                scalar[g] = null;
            } else if (scalar[g] == null) {
                long n = end[g] - start[g];
                if (n == 1 || n == 2 || n == 4 || n == 8) scalar[g] = Type.integer((int) n * 8);
                else if (n == 16 && widest == 16) scalar[g] = Type.vector(Type.I64, 2);
            } else if (scalar[g] == Type.F80 || scalar[g] == Type.I1 || scalar[g].isVector() && (scalar[g].element == Type.I1 || scalar[g].element.isPtr())) {
                // A copy of the bytes need not be a copy of the value.
                if (blocks) scalar[g] = null;
            }
        }
        if (groups == 1 && start[0] == 0 && end[0] == a.imm && scalar[0] == null) return false;
        return true;
    }

    /** Can it be a lane of a vector (of its own type, if need be)? */
    private static boolean isLane(Type t, long offset) {
        return (t.isInt() && t.bits >= 8 && t.bits <= 64 || t == Type.F32 || t == Type.F64) && offset % t.size == 0;
    }

    /** Makes groups of the runs of touched bytes in [from, to), in aligned pieces of up to {@link #widest} bytes. */
    private boolean gap(long from, long to, boolean[] touched) {
        for (long i = from; i < to; ) {
            if (!touched[(int) i]) {
                i++;
                continue;
            }
            long e = i + 1;
            while (e < to && touched[(int) e]) e++;
            while (i < e) {
                long n = i == 0 ? widest : Math.min(widest, Long.lowestOneBit(i));
                while (n > e - i) n >>= 1;
                if (groups >= MAX_GROUPS) return false;
                start[groups] = i;
                end[groups++] = i + n;
                i += n;
            }
        }
        return true;
    }

    /** No block operation begins or ends within a group. */
    private boolean alongGroups() {
        for (Use u : uses) if (u.size > 0 && (start[groupAt(u.offset)] != u.offset || end[groupAt(u.offset + u.size - 1)] != u.offset + u.size)) return false;
        return true;
    }

    private int groupAt(long offset) {
        int g = 0;
        while (end[g] <= offset) g++;
        return g;
    }

    // ---- rewriting ----

    private Inst address(Inst base, long offset, Inst at) {
        if (offset == 0) return base;
        Inst p = f.newInst(Op.PTRADD, Type.PTR, base, f.iconst(Type.I64, offset));
        return insert(p, at);
    }

    private static Inst insert(Inst i, Inst at) {
        i.locatedAs(at);
        i.insertBefore(at);
        return i;
    }

    private void rewrite(Use u) {
        Inst i = u.inst;
        if (!isBlock(i.op)) {
            int g = groupAt(u.offset);
            i.setArg(0, address(slot[g], u.offset - start[g], i));
            return;
        }
        if (i.block == null) return;
        for (int g = 0; g < groups; g++) {
            long s = Math.max(start[g], u.offset);
            long e = Math.min(end[g], u.offset + u.size);
            if (s >= e) continue;
            boolean whole = s == start[g] && e == end[g] && scalar[g] != null;
            Inst mine = address(slot[g], s - start[g], i);
            int mineAlign = (int) Math.min(slot[g].align, s == start[g] ? slot[g].align : Long.lowestOneBit(s - start[g]));
            if (i.op == Op.MEMSET) fill(i, mine, mineAlign, e - s, whole ? scalar[g] : null);
            else copy(i, u.operand, mine, mineAlign, s - u.offset, e - s, whole ? scalar[g] : null);
        }
        i.remove();
    }

    private void fill(Inst i, Inst to, int align, long size, Type t) {
        Inst byteValue = i.arg(1);
        Inst v = null;
        if (t != null && byteValue.isConst(0)) v = t.isVector() ? insert(f.newInst(Op.SPLAT, t, f.zero(t.element)), i) : f.zero(t);
        else if (t != null && byteValue.isConst() && t.isInt() && t.bits <= 64) v = f.iconst(t, (byteValue.imm & 255) * 0x0101010101010101L);
        if (v != null) {
            store(i, to, v, align);
            return;
        }
        Inst m = insert(f.newInst(Op.MEMSET, Type.VOID, to, byteValue, f.iconst(Type.I64, size)), i);
        m.align = align;
    }

    private void copy(Inst i, int operand, Inst mine, int mineAlign, long offset, long size, Type t) {
        Inst other = address(i.arg(1 - operand), offset, i);
        int otherAlign = (int) Math.min(i.align, offset == 0 ? i.align : Long.lowestOneBit(offset));
        Inst to = operand == 0 ? mine : other;
        Inst from = operand == 0 ? other : mine;
        if (t != null) {
            Inst v = insert(f.newInst(Op.LOAD, t, from), i);
            v.align = operand == 0 ? otherAlign : mineAlign;
            store(i, to, v, operand == 0 ? mineAlign : otherAlign);
            return;
        }
        Inst m = insert(f.newInst(i.op, Type.VOID, to, from, f.iconst(Type.I64, size)), i);
        m.align = Math.min(mineAlign, otherAlign);
    }

    private void store(Inst at, Inst to, Inst v, int align) {
        Inst s = insert(f.newInst(Op.STORE, Type.VOID, to, v), at);
        s.align = align;
    }
}
