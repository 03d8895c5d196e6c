package org.jcc.codegen.regalloc;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.codegen.mir.PseudoRow;

/**
 * Proves an allocation without trusting the allocator (the idea of regalloc2's checker): a snapshot of the operands is
 * taken before; afterwards the values that each machine register and spill slot can hold are derived anew by forward
 * data flow over the allocated code, and every operand must find the value that the snapshot names in the place that it
 * was given.
 *
 * <p>A place holds a <em>set</em> of values, as copies make places equal; where paths meet, sets are intersected. On an edge
 * a parameter joins every place that holds its argument. Constraints are checked too: demanded registers, tied pairs,
 * early definitions, clobbers; and that inserted instructions change nothing but their one destination.
 */
public final class Checker {
    private static final int SLOT = 1 << 20;

    private final MFunction f;
    private final Map<MInst, int[]> before = new IdentityHashMap<>();

    /** Takes the snapshot: before allocation. */
    public Checker(MFunction f) {
        this.f = f;
        for (MBlock b : f.blocks) for (MInst i = b.first; i != null; i = i.next) before.put(i, i.ops.clone());
    }

    /** What is where. */
    private static final class State {
        final HashMap<Integer, HashSet<Integer>> values = new HashMap<>();
        final HashMap<Integer, HashSet<Integer>> places = new HashMap<>();

        State copy() {
            State s = new State();
            values.forEach((k, v) -> s.values.put(k, new HashSet<>(v)));
            places.forEach((k, v) -> s.places.put(k, new HashSet<>(v)));
            return s;
        }

        boolean has(int place, int value) {
            Set<Integer> v = values.get(place);
            return v != null && v.contains(value);
        }

        void clear(int place) {
            Set<Integer> v = values.remove(place);
            if (v != null) for (int x : v) places.get(x).remove(place);
        }

        void add(int place, int value) {
            values.computeIfAbsent(place, k -> new HashSet<>()).add(value);
            places.computeIfAbsent(value, k -> new HashSet<>()).add(place);
        }

        void drop(int value) {
            Set<Integer> p = places.remove(value);
            if (p != null) for (int x : p) values.get(x).remove(value);
        }

        /** Intersects; true if anything was lost. */
        boolean meet(State o) {
            boolean changed = false;
            for (Map.Entry<Integer, HashSet<Integer>> e : values.entrySet()) {
                Set<Integer> theirs = o.values.get(e.getKey());
                for (var it = e.getValue().iterator(); it.hasNext(); ) {
                    int v = it.next();
                    if (theirs == null || !theirs.contains(v)) {
                        it.remove();
                        places.get(v).remove(e.getKey());
                        changed = true;
                    }
                }
            }
            return changed;
        }
    }

    /** Checks the allocated function; throws with an explanation if it is wrong. */
    public void check() {
        State[] in = new State[f.blockCount()];
        ArrayDeque<MBlock> work = new ArrayDeque<>();
        in[f.blocks.get(0).id] = new State();
        work.add(f.blocks.get(0));
        BitSet reached = new BitSet(in.length);
        for (MBlock p : f.blocks) for (MBlock s : p.succs) reached.set(s.id);
        for (MBlock b : f.blocks) {
            if (b.addressTaken && in[b.id] == null && !reached.get(b.id)) {
                in[b.id] = new State();
                work.add(b);
            }
        }
        BitSet waiting = new BitSet(in.length);
        while (!work.isEmpty()) {
            MBlock b = work.poll();
            waiting.clear(b.id);
            State s = in[b.id].copy();
            for (MInst i = b.first; i != null; i = i.next) step(i, s, false);
            for (MBlock t : b.succs) {
                State e = s;
                if (b.args.length > 0) {
                    e = s.copy();
                    pass(b, t, s, e);
                }
                if (in[t.id] == null) {
                    in[t.id] = e.copy();
                } else if (!in[t.id].meet(e)) {
                    continue;
                }
                if (!waiting.get(t.id)) {
                    waiting.set(t.id);
                    work.add(t);
                }
            }
        }
        for (MBlock b : f.blocks) {
            if (in[b.id] == null) continue;
            State s = in[b.id];
            for (MInst i = b.first; i != null; i = i.next) step(i, s, true);
        }
    }

    private static void pass(MBlock b, MBlock t, State s, State e) {
        for (int p : t.params) e.drop(p);
        for (int k = 0; k < b.args.length; k++) {
            Set<Integer> at = s.places.get(b.args[k]);
            if (at != null) for (int place : at) e.add(place, t.params[k]);
        }
    }

    private void step(MInst i, State s, boolean report) {
        int[] old = before.get(i);
        if (old == null) {
            inserted(i, s);
            return;
        }
        if (report) {
            for (int k = 0; k < i.count; k++) uses(i, old, k, s);
            constraints(i, old);
        }
        for (int r = 0; r < 64; r++) if ((i.clobbers >>> r & 1) != 0) s.clear(r);
        for (int k = 0; k < i.count; k++) {
            if (!isDef(old, k)) continue;
            s.clear(i.reg(k));
        }
        for (int k = 0; k < i.count; k++) {
            if (!isDef(old, k)) continue;
            s.drop(reg(old, k));
            s.add(i.reg(k), reg(old, k));
        }
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

    private void uses(MInst i, int[] old, int k, State s) {
        switch (kind(old, k)) {
            case MInst.REG -> {
                int v = reg(old, k);
                if ((old[k * MInst.STRIDE] & MInst.USE) == 0 || !MInst.isVirtual(v)) return;
                int place = i.isMem(k) ? SLOT + MInst.slotOf(i.reg(k)) : i.reg(k);
                expect(i, place, v, s);
            }
            case MInst.MEM -> {
                if (MInst.isVirtual(reg(old, k))) expect(i, i.reg(k), reg(old, k), s);
                int index = old[k * MInst.STRIDE + 2];
                if (MInst.isVirtual(index)) expect(i, i.index(k), index, s);
            }
            default -> { }
        }
    }

    private void expect(MInst i, int place, int value, State s) {
        if (!s.has(place, value)) {
            fail(i, (place >= SLOT ? "slot " + (place - SLOT) : "register " + place) + " does not hold v" + (value - MInst.FIRST_VREG) + " but "
                    + s.values.get(place));
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
            if (isDef(old, k)) {
                if ((defs >>> i.reg(k) & 1) != 0) fail(i, "two results in one register");
                defs |= 1L << i.reg(k);
                if (i.isEarly(k)) {
                    for (int j = 0; j < i.count; j++) {
                        boolean reads = i.isReg(j) && i.isUse(j) && i.tiedTo(j) != k && i.reg(j) == i.reg(k)
                                || i.isMem(j) && (i.reg(j) == i.reg(k) || i.index(j) == i.reg(k));
                        if (reads) fail(i, "an early result overwrites operand " + j);
                    }
                }
            }
        }
        if (i.row instanceof PseudoRow && !i.row.is(Row.CALL)) {
            for (int k = 0; k < i.count; k++) {
                if (i.isReg(k) && i.isUse(k) && i.fixedReg(k) < 0 && (i.clobbers >>> i.reg(k) & 1) != 0 && i.reg(k) < 64) fail(i, "operand " + k + " is in a clobbered register");
            }
        }
    }

    /** A copy, load or store that the allocator made. */
    private void inserted(MInst i, State s) {
        if (i.clobbers != 0) fail(i, "inserted instruction has side effects");
        int from = -1;
        int to = -1;
        for (int k = 0; k < i.count; k++) {
            int place = i.isMem(k) ? SLOT + MInst.slotOf(i.reg(k)) : i.reg(k);
            if (i.isDef(k)) to = place;
            else from = place;
        }
        Set<Integer> moved = s.values.get(from);
        HashSet<Integer> copy = moved == null ? new HashSet<>() : new HashSet<>(moved);
        s.clear(to);
        for (int v : copy) s.add(to, v);
    }

    private void fail(MInst i, String what) {
        throw new IllegalStateException("register allocation of " + f.ir.name + " is wrong: block " + i.block + ": " + MirPrinter.print(i, f) + ": " + what + "\n"
                + MirPrinter.print(f));
    }
}
