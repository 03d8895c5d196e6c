package org.jcc.codegen.regalloc;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;

/**
 * Proves an allocation without trusting the allocator (the idea of regalloc2's checker): a snapshot of the operands is
 * taken before; afterwards the values that each machine register and spill slot can hold are derived anew by forward
 * data flow over the allocated code, and every operand must find the value that the snapshot names in the place that it
 * was given.
 *
 * <p>A place holds a <em>set</em> of values, as copies make places equal; where paths meet, sets are intersected. On an edge
 * a parameter joins every place that holds its argument. Constraints are checked too: demanded registers, tied pairs,
 * early definitions, clobbers; and that inserted instructions change nothing but their destinations. An inserted instruction
 * that repeats a definition without inputs gives that value. Inputs of a commutative instruction may have changed places.
 *
 * <p>Edges leave from where control does: from calls and assembly text in the middle of blocks. A call that returns twice finds in a slot
 * only what all stores in code that comes after it leave there.
 *
 * <p>Between blocks the relation is a sorted array of pairs, of values that more than one block knows; within a block it
 * is lists by value and by place.
 */
public final class Checker {
    private static final int SLOT = 64;
    private static final long[] EMPTY = {};

    private final MFunction f;
    private final Map<MInst, int[]> before = new IdentityHashMap<>();
    /** Values made without inputs, by their instruction. */
    private final Map<Key, int[]> constants = new HashMap<>();
    private final BitSet global = new BitSet();
    /** May be anything: every place holds them. */
    private final BitSet undefined = new BitSet();

    // The relation while a block is walked; values minus FIRST_VREG.
    private int[][] valuesAt;
    private int[] valueCount;
    private int[][] placesOf;
    private int[] placeCount;

    /** An instruction apart from its result. */
    private record Key(Row row, java.util.List<Integer> operands) {
        static Key of(MInst i, int[] ops, int count) {
            Integer[] w = new Integer[(count - 1) * MInst.STRIDE];
            for (int k = 0; k < w.length; k++) w[k] = ops[MInst.STRIDE + k];
            return new Key(i.row, Arrays.asList(w));
        }
    }

    /** Takes the snapshot: before allocation. */
    public Checker(MFunction f) {
        this.f = f;
        int[] block = new int[f.regCount()];
        Arrays.fill(block, -1);
        for (MBlock b : f.blocks) {
            for (int p : b.params) seen(p, b.id, block);
            for (int p : b.args) global.set(value(p));
            for (int p : b.params) global.set(value(p));
            for (MInst i = b.first; i != null; i = i.next) {
                before.put(i, Arrays.copyOf(i.ops, i.count * MInst.STRIDE));
                for (int k = 0; k < i.count; k++) {
                    int kind = i.kind(k);
                    if (kind == MInst.REG || kind == MInst.MEM) seen(i.reg(k), b.id, block);
                    if (kind == MInst.MEM) seen(i.index(k), b.id, block);
                }
                if (i.row == Selector.UNDEF) undefined.set(value(i.reg(0)));
                if (Rematerialization.isPossible(i, f, -1) && MInst.isVirtual(i.reg(0))) {
                    constants.merge(Key.of(i, i.ops, i.count), new int[] {value(i.reg(0))}, (x, y) -> {
                        int[] all = Arrays.copyOf(x, x.length + 1);
                        all[x.length] = y[0];
                        return all;
                    });
                }
            }
        }
    }

    private static int value(int reg) {
        return reg - MInst.FIRST_VREG;
    }

    private void seen(int reg, int b, int[] block) {
        if (!MInst.isVirtual(reg)) return;
        if (block[reg] < 0) block[reg] = b;
        else if (block[reg] != b) global.set(value(reg));
    }

    // ---- the relation ----

    private boolean has(int place, int value) {
        for (int k = 0; k < valueCount[place]; k++) if (valuesAt[place][k] == value) return true;
        return false;
    }

    private static void removeFrom(int[] list, int count, int x) {
        for (int k = 0; k < count; k++) {
            if (list[k] == x) {
                list[k] = list[count - 1];
                return;
            }
        }
    }

    private void clear(int place) {
        for (int k = 0; k < valueCount[place]; k++) {
            int v = valuesAt[place][k];
            removeFrom(placesOf[v], placeCount[v]--, place);
        }
        valueCount[place] = 0;
    }

    private void drop(int v) {
        for (int k = 0; k < placeCount[v]; k++) {
            int p = placesOf[v][k];
            removeFrom(valuesAt[p], valueCount[p]--, v);
        }
        placeCount[v] = 0;
    }

    private void add(int place, int v) {
        if (has(place, v)) return;
        valuesAt[place] = push(valuesAt[place], valueCount[place]++, place, v);
        placesOf[v] = push(placesOf[v], placeCount[v]++, v, place);
    }

    private static int[] push(int[] list, int count, int owner, int x) {
        if (list == null) list = new int[2];
        if (count == list.length) list = Arrays.copyOf(list, count * 2);
        list[count] = x;
        return list;
    }

    private void load(long[] pairs) {
        for (int p = 0; p < valueCount.length; p++) clear(p);
        for (long x : pairs) add((int) x, (int) (x >>> 32));
    }

    private long[] save() {
        int n = 0;
        for (int p = 0; p < valueCount.length; p++) n += valueCount[p];
        long[] out = new long[n];
        n = 0;
        for (int p = 0; p < valueCount.length; p++) {
            for (int k = 0; k < valueCount[p]; k++) if (global.get(valuesAt[p][k])) out[n++] = (long) valuesAt[p][k] << 32 | p;
        }
        out = Arrays.copyOf(out, n);
        Arrays.sort(out);
        return out;
    }

    private static long[] meet(long[] a, long[] b) {
        long[] out = new long[Math.min(a.length, b.length)];
        int n = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                out[n++] = a[i++];
                j++;
            } else if (a[i] < b[j]) i++;
            else j++;
        }
        return n == a.length ? a : Arrays.copyOf(out, n);
    }

    // ---- data flow ----

    /** Checks the allocated function; throws with an explanation if it is wrong. */
    public void check() {
        int places = SLOT + f.slots.size();
        int values = f.regCount() - MInst.FIRST_VREG;
        valuesAt = new int[places][];
        valueCount = new int[places];
        placesOf = new int[values][];
        placeCount = new int[values];
        long[][] in = new long[f.blockCount()][];
        ArrayDeque<MBlock> work = new ArrayDeque<>();
        in[f.blocks.get(0).id] = EMPTY;
        work.add(f.blocks.get(0));
        BitSet reached = new BitSet(in.length);
        for (MBlock p : f.blocks) for (MBlock s : p.succs) reached.set(s.id);
        for (MBlock b : f.blocks) {
            if (b.addressTaken && in[b.id] == null && !reached.get(b.id)) {
                in[b.id] = EMPTY;
                work.add(b);
            }
        }
        findAgain();
        BitSet waiting = new BitSet(in.length);
        while (!work.isEmpty()) {
            MBlock b = work.poll();
            waiting.clear(b.id);
            load(in[b.id]);
            MInst[] exits = new MInst[b.succs.length];
            long[][] early = new long[b.succs.length][];
            for (int k = 0; k < exits.length && f.sideExits; k++) exits[k] = b.exit(b.succs[k]);
            boolean narrowed = false;
            for (MInst i = b.first; i != null; i = i.next) {
                narrowed |= step(i, false);
                for (int k = 0; k < exits.length; k++) if (exits[k] == i) early[k] = leave(i);
            }
            if (narrowed) {
                // Less is true after some call that returns twice.
                for (MBlock x : f.blocks) if (again.get(x.id) && in[x.id] != null && !waiting.get(x.id)) {
                    waiting.set(x.id);
                    work.add(x);
                }
            }
            if (b.args.length > 0) pass(b, b.succs[0]);
            long[] end = save();
            for (int k = 0; k < b.succs.length; k++) {
                MBlock t = b.succs[k];
                long[] out = exits[k] != null ? early[k] : end;
                if (in[t.id] == null) in[t.id] = out;
                else {
                    long[] less = meet(in[t.id], out);
                    if (less == in[t.id]) continue;
                    in[t.id] = less;
                }
                if (!waiting.get(t.id)) {
                    waiting.set(t.id);
                    work.add(t);
                }
            }
        }
        for (MBlock b : f.blocks) {
            if (in[b.id] == null) continue;
            load(in[b.id]);
            for (MInst i = b.first; i != null; i = i.next) step(i, true);
        }
    }

    /** What is true on an edge that leaves from the middle of a block: a call that does not return has no results. */
    private long[] leave(MInst i) {
        long[] all = save();
        int[] old = before.get(i);
        if (!i.row.is(Row.CALL)) return all;
        int n = 0;
        for (long x : all) {
            boolean made = false;
            for (int k = 0; k < i.count; k++) made |= isDef(old, k) && value(reg(old, k)) == (int) (x >>> 32);
            if (!made) all[n++] = x;
        }
        return Arrays.copyOf(all, n);
    }

    // ---- calls that return twice ----

    /** Blocks from which such a call may return once more, as they may come after it. */
    private final BitSet again = new BitSet();
    /** By spill slot, what all stores in those blocks leave there; null: none was met yet. */
    private BitSet[] kept;

    private void findAgain() {
        kept = new BitSet[f.slots.size()];
        if (!f.returnsTwice) return;
        ArrayDeque<MBlock> work = new ArrayDeque<>();
        for (MBlock b : f.blocks) for (MInst i = b.first; i != null; i = i.next) if (i.aux == MInst.TWICE) work.add(b);
        for (MBlock b : work) again.set(b.id);
        while (!work.isEmpty()) {
            for (MBlock s : work.poll().succs) {
                if (again.get(s.id)) continue;
                again.set(s.id);
                work.add(s);
            }
        }
    }

    /** A store to a slot. True if the slot holds less than was thought where a call returns again. */
    private boolean stored(MInst i, int place) {
        if (place < SLOT || !again.get(i.block.id)) return false;
        BitSet now = new BitSet();
        for (int k = 0; k < valueCount[place]; k++) now.set(valuesAt[place][k]);
        for (int k = 0; k < i.block.args.length; k++) if (now.get(value(i.block.args[k]))) now.set(value(i.block.succs[0].params[k]));
        int slot = place - SLOT;
        if (kept[slot] == null) {
            kept[slot] = now;
            return true;
        }
        int n = kept[slot].cardinality();
        kept[slot].and(now);
        return kept[slot].cardinality() < n;
    }

    /** The second time it returns, slots hold what was stored there in the meantime. */
    private void returnsAgain() {
        for (int s = 0; s < kept.length; s++) {
            if (kept[s] == null) continue;
            for (int k = valueCount[SLOT + s]; --k >= 0; ) {
                int v = valuesAt[SLOT + s][k];
                if (kept[s].get(v)) continue;
                removeFrom(placesOf[v], placeCount[v]--, SLOT + s);
                removeFrom(valuesAt[SLOT + s], valueCount[SLOT + s]--, v);
            }
        }
    }

    private void pass(MBlock b, MBlock t) {
        int n = b.args.length;
        int[][] at = new int[n][];
        for (int k = 0; k < n; k++) {
            int v = value(b.args[k]);
            if (undefined.get(v)) {
                at[k] = new int[valueCount.length];
                for (int p = 0; p < at[k].length; p++) at[k][p] = p;
            } else at[k] = placesOf[v] == null ? new int[0] : Arrays.copyOf(placesOf[v], placeCount[v]);
        }
        for (int p : t.params) drop(value(p));
        for (int k = 0; k < n; k++) for (int place : at[k]) add(place, value(t.params[k]));
    }

    /** True if a slot holds less than was thought where a call returns again. */
    private boolean step(MInst i, boolean report) {
        int[] old = before.get(i);
        if (old == null) {
            int to = inserted(i);
            return to >= 0 && stored(i, to);
        }
        if (report) {
            boolean swapped = isSwapped(i, old);
            for (int k = 0; k < old.length / MInst.STRIDE; k++) uses(i, old, k, swapped && (k == 1 || k == 2) ? 3 - k : k);
            constraints(i, old);
        }
        for (long c = i.clobbers; c != 0; c &= c - 1) clear(Long.numberOfTrailingZeros(c));
        for (int k = 0; k < i.count; k++) if (isDef(old, k)) clear(placeOf(i, k));
        for (int k = 0; k < i.count; k++) {
            if (!isDef(old, k)) continue;
            drop(value(reg(old, k)));
            add(placeOf(i, k), value(reg(old, k)));
        }
        if (i.aux == MInst.TWICE) returnsAgain();
        return false;
    }

    private static int placeOf(MInst i, int k) {
        return i.isMem(k) ? SLOT + MInst.slotOf(i.reg(k)) : i.reg(k);
    }

    private static int kind(int[] old, int k) {
        return old[k * MInst.STRIDE] & 7;
    }

    private static boolean isDef(int[] old, int k) {
        return kind(old, k) == MInst.REG && (old[k * MInst.STRIDE] & MInst.DEF) != 0 && MInst.isVirtual(reg(old, k));
    }

    private static int reg(int[] old, int k) {
        return old[k * MInst.STRIDE + 1];
    }

    /** The inputs of a commutative instruction stand the other way round. */
    private boolean isSwapped(MInst i, int[] old) {
        if (!i.row.is(Row.COMMUTATIVE) || i.count != 3 || i.tiedTo(2) != 0 || kind(old, 1) != MInst.REG || kind(old, 2) != MInst.REG) return false;
        int a = reg(old, 1);
        int b = reg(old, 2);
        if (!MInst.isVirtual(a) || !MInst.isVirtual(b)) return false;
        return !(has(placeOf(i, 1), value(a)) && has(placeOf(i, 2), value(b))) && has(placeOf(i, 1), value(b)) && has(placeOf(i, 2), value(a));
    }

    /** Operand {@code k} holds what operand {@code o} of the snapshot names. */
    private void uses(MInst i, int[] old, int k, int o) {
        switch (kind(old, k)) {
            case MInst.REG -> {
                int v = reg(old, o);
                if ((old[k * MInst.STRIDE] & MInst.USE) == 0 || !MInst.isVirtual(v)) return;
                expect(i, placeOf(i, k), v);
            }
            case MInst.MEM -> {
                if (MInst.isVirtual(reg(old, k))) expect(i, i.reg(k), reg(old, k));
                int index = old[k * MInst.STRIDE + 2];
                if (MInst.isVirtual(index)) expect(i, i.index(k), index);
            }
            default -> { }
        }
    }

    private void expect(MInst i, int place, int reg) {
        if (place >= MInst.FIRST_VREG && place >= valueCount.length || !has(place, value(reg))) {
            fail(i, (place >= SLOT ? "slot " + (place - SLOT) : "register " + place) + " does not hold v" + value(reg) + " but "
                    + (place < valueCount.length && valueCount[place] > 0 ? Arrays.toString(Arrays.copyOf(valuesAt[place], valueCount[place])) : "nothing"));
        }
    }

    private void constraints(MInst i, int[] old) {
        long defs = 0;
        for (int k = 0; k < i.count; k++) {
            if (kind(old, k) == MInst.REG && i.isReg(k)) {
                int fixed = i.fixedReg(k);
                if (fixed >= 0 && i.reg(k) != fixed) fail(i, "operand " + k + " is not in register " + fixed);
                if (i.tiedTo(k) >= 0 && i.reg(k) != i.reg(i.tiedTo(k))) fail(i, "operand " + k + " is not in the register of its result");
                if (MInst.isVirtual(i.reg(k))) fail(i, "virtual register left");
            }
            if (isDef(old, k) && i.isReg(k)) {
                if ((defs >>> i.reg(k) & 1) != 0) fail(i, "two results in one register");
                defs |= 1L << i.reg(k);
                if (i.isEarly(k)) {
                    for (int j = 0; j < i.count; j++) {
                        boolean reads = i.isReg(j) && i.isUse(j) && i.tiedTo(j) != k && i.reg(j) == i.reg(k) && i.fixedReg(j) != i.reg(k)
                                || i.isMem(j) && (i.reg(j) == i.reg(k) || i.index(j) == i.reg(k));
                        if (reads) fail(i, "an early result overwrites operand " + j);
                    }
                }
            }
        }
        if (i.row instanceof PseudoRow && !i.row.is(Row.CALL)) {
            for (int k = 0; k < i.count; k++) {
                if (i.isReg(k) && i.isUse(k) && i.fixedReg(k) < 0 && i.reg(k) < 64 && (i.clobbers >>> i.reg(k) & 1) != 0) fail(i, "operand " + k + " is in a clobbered register");
            }
        }
    }

    /** A copy, load, store, exchange or constant that the allocator made. The place that a copy went to, or -1. */
    private int inserted(MInst i) {
        if (i.isBranch()) return -1;
        if (i.clobbers != 0) fail(i, "inserted instruction has side effects");
        if (i.count == 2 && i.isReg(0) && i.isReg(1) && i.isDef(0) && i.isDef(1)) {
            int[] a = Arrays.copyOf(valuesAt[i.reg(0)] == null ? new int[0] : valuesAt[i.reg(0)], valueCount[i.reg(0)]);
            int[] b = Arrays.copyOf(valuesAt[i.reg(1)] == null ? new int[0] : valuesAt[i.reg(1)], valueCount[i.reg(1)]);
            clear(i.reg(0));
            clear(i.reg(1));
            int size = i.row.kinds[0].size();
            for (int v : b) if (f.size(v + MInst.FIRST_VREG) <= size || isForNarrow(i.block, v + MInst.FIRST_VREG, size)) add(i.reg(0), v);
            for (int v : a) if (f.size(v + MInst.FIRST_VREG) <= size || isForNarrow(i.block, v + MInst.FIRST_VREG, size)) add(i.reg(1), v);
            return -1;
        }
        boolean copy = i.count == 2;
        int from = -1;
        int to = -1;
        for (int k = 0; k < i.count && copy; k++) {
            copy = i.isReg(k) || i.isMem(k) && MInst.isSlot(i.reg(k)) && i.ref(k) < 0 && (i.isUse(k) || i.isDef(k));
            if (!copy) break;
            if (i.isDef(k)) to = placeOf(i, k);
            else from = placeOf(i, k);
        }
        if (!copy) {
            int[] same = constants.get(Key.of(i, i.ops, i.count));
            if (same == null) fail(i, "inserted instruction is no copy");
            clear(i.reg(0));
            for (int v : same) add(i.reg(0), v);
            return -1;
        }
        int[] moved = Arrays.copyOf(valuesAt[from] == null ? new int[0] : valuesAt[from], valueCount[from]);
        clear(to);
        int size = Math.min(i.row.kinds[0].size(), i.row.kinds[1].size());
        for (int v : moved) if (f.size(v + MInst.FIRST_VREG) <= size || isForNarrow(i.block, v + MInst.FIRST_VREG, size)) add(to, v);
        return to;
    }

    /** An argument of which the parameter wants no more than these bytes. */
    private boolean isForNarrow(MBlock b, int reg, int size) {
        for (int k = 0; k < b.args.length; k++) if (b.args[k] == reg && f.size(b.succs[0].params[k]) <= size) return true;
        return false;
    }

    private void fail(MInst i, String what) {
        throw new IllegalStateException("register allocation of " + f.ir.name + " is wrong: block " + i.block + ": " + MirPrinter.print(i, f) + ": " + what + "\n"
                + MirPrinter.print(f));
    }
}
