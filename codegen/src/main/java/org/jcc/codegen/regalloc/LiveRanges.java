package org.jcc.codegen.regalloc;

import java.util.Arrays;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Function;

/**
 * Where each value lives: a numbering of the function, the occurrences of every virtual register in order, and its live
 * range as segments.
 *
 * <p>Every block takes one number for its entry and one for each instruction. Number {@code p} has two positions:
 * {@code 2p}, when operands are read (and early results written), and {@code 2p + 1}, when results are written. The
 * <em>gap</em> before {@code p} is where copies are inserted; they read what lies at {@code 2p - 1} and write what lies
 * at {@code 2p}, all at once.
 *
 * <pre>
 *   occurrence                     begins or ends the range at
 *   result                         2p + 1          (2p if it is early or shares the register of an input)
 *   result in a demanded register  2p + 2          the gap after p copies it out of that register
 *   block parameter                2p of the entry
 *   operand                        2p + 1
 *   operand that is copied         2p              to its demanded register, or to the one that the result overwrites
 *   argument for a successor       the block's end
 * </pre>
 *
 * <p>So every constraint of an instruction on one register is a fixed point of that register, never of the value, and a
 * value and the result that overwrites it do not overlap if the value dies.
 *
 * <p>Ranges are found value by value: from each block that uses it, backwards to the definition (Boissinot et al., Fast Liveness
 * Checking for SSA-Form Programs, 2008, section 2). The work is the size of the answer.
 */
final class LiveRanges {
    /** Kinds of occurrence. */
    static final int USE = 1, FOLD = 2, COPIED = 3, ARG = 4, DEF = 5, PARAM = 6, FIXED_DEF = 7;
    /**
     * What an instruction costs for its bytes alone, in executions of the function. Without it many instructions in blocks that a guess holds for rare, as the cases of a
     * large switch, count for nothing against one at the entry. The text of sqlite3.o at -O2 is 3.1% shorter, speedtest1 executes 4.5% fewer instructions
     * (sqlite3VdbeExec 13%); from 0.02 to 0.2 it hardly matters how much it is.
     */
    private static final float BYTES = 0.1f;
    private static final int ARG_BIT = 1 << 28, PARAM_BIT = 1 << 29, NUMBER = ARG_BIT - 1;

    final MFunction f;
    final MBlock[] blocks;
    /** Index in {@link #blocks} by block id. */
    final int[] layout;
    /** By index: the entry's number, first and past-the-end position, what an instruction costs. */
    final int[] entry, start, end;
    final float[] frequency;
    final int[][] preds;
    /** Numbers of the calls that return twice. */
    int[] twice = {};
    /** By number; null at block entries. */
    final MInst[] insts;
    final int[] blockOf;
    final int positions;

    /** Values are virtual registers minus {@link MInst#FIRST_VREG}. */
    final int values;
    /** Occurrences of value {@code v}: {@code first[v]} to {@code first[v + 1]}, in order. */
    final int[] first;
    /** By occurrence: number, and operand. */
    final int[] at, operand;
    final int[] defNumber, defStart;
    /** The value is made anew where it is wanted. */
    final boolean[] remat;
    final Segment[][] segments;

    LiveRanges(MFunction f, long stackPointer) {
        this.f = f;
        int nb = f.blocks.size();
        blocks = f.blocks.toArray(MBlock[]::new);
        layout = new int[f.blockCount()];
        entry = new int[nb];
        start = new int[nb];
        end = new int[nb];
        frequency = new float[nb];
        values = f.regCount() - MInst.FIRST_VREG;
        int n = 0;
        for (int b = 0; b < nb; b++) layout[blocks[b].id] = b;
        for (int b = 0; b < nb; b++) {
            n++;
            for (MInst i = blocks[b].first; i != null; i = i.next) n++;
        }
        insts = new MInst[n + 1];
        blockOf = new int[n + 1];
        positions = 2 * n + 2;
        int[] predCount = new int[nb];
        // For size an instruction costs the same wherever it is.
        boolean small = f.ir.is(Function.OPT_SIZE);
        int p = 0;
        for (int b = 0; b < nb; b++) {
            entry[b] = p;
            start[b] = 2 * p;
            blockOf[p++] = b;
            for (MInst i = blocks[b].first; i != null; i = i.next) {
                i.pos = p;
                blockOf[p] = b;
                if (i.aux == MInst.TWICE) {
                    twice = Arrays.copyOf(twice, twice.length + 1);
                    twice[twice.length - 1] = p;
                }
                insts[p++] = i;
            }
            end[b] = 2 * p;
            frequency[b] = small ? 1 : (float) blocks[b].frequency + BYTES;
            for (MBlock s : blocks[b].succs) predCount[layout(s)]++;
        }
        blockOf[p] = nb - 1;
        preds = new int[nb][];
        for (int b = 0; b < nb; b++) preds[b] = new int[predCount[b]];
        for (int b = 0; b < nb; b++) for (MBlock s : blocks[b].succs) preds[layout(s)][--predCount[layout(s)]] = b;

        first = new int[values + 2];
        defNumber = new int[values];
        defStart = new int[values];
        remat = new boolean[values];
        Arrays.fill(defNumber, -1);
        walk(true);
        for (int v = 0, sum = 0; v <= values; v++) {
            int c = first[v];
            first[v] = sum;
            sum += c;
        }
        int total = first[values];
        first[values + 1] = total;
        at = new int[total];
        operand = new int[total];
        walk(false);
        for (int v = values; v > 0; v--) first[v] = first[v - 1];
        first[0] = 0;
        segments = new Segment[values][];
        for (int v = 0; v < values; v++) {
            if (defNumber[v] < 0) {
                segments[v] = Bundle.NONE;
                continue;
            }
            MInst d = insts[defNumber[v]];
            remat[v] = d != null && Rematerialization.isPossible(d, f, stackPointer);
            define(v, d);
        }
        stamp = new int[nb];
        until = new int[nb];
        Arrays.fill(stamp, -1);
        for (int v = 0; v < values; v++) if (defNumber[v] >= 0) build(v);
    }

    /** The block's index. */
    private int layout(MBlock b) {
        return layout[b.id];
    }

    // ---- occurrences ----

    private void walk(boolean count) {
        for (int b = 0; b < blocks.length; b++) {
            MBlock m = blocks[b];
            for (int k = 0; k < m.params.length; k++) note(m.params[k], entry[b], PARAM_BIT | k, count, true);
            for (MInst i = m.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) {
                    int kind = i.kind(k);
                    if (kind == MInst.MEM) {
                        note(i.reg(k), i.pos, k << 1, count, false);
                        note(i.index(k), i.pos, k << 1 | 1, count, false);
                    } else if (kind == MInst.REG && i.isUse(k)) note(i.reg(k), i.pos, k << 1, count, false);
                }
                for (int k = 0; k < i.count; k++) if (i.isReg(k) && i.isDef(k)) note(i.reg(k), i.pos, k << 1, count, true);
            }
            for (int k = 0; k < m.args.length; k++) note(m.args[k], (end[b] >> 1) - 1, ARG_BIT | k, count, false);
        }
    }

    private void note(int reg, int number, int what, boolean count, boolean def) {
        if (!MInst.isVirtual(reg)) return;
        int v = reg - MInst.FIRST_VREG;
        if (count) {
            first[v]++;
            if (def) {
                defNumber[v] = number;
                defStart[v] = what;
            }
            return;
        }
        int o = first[v]++;
        at[o] = number;
        operand[o] = what;
    }

    private void define(int v, MInst d) {
        int p = defNumber[v];
        int what = defStart[v];
        if (d == null) {
            defStart[v] = 2 * p;
            return;
        }
        int k = what >> 1;
        if (d.fixedReg(k) >= 0) defStart[v] = 2 * p + 2;
        else defStart[v] = 2 * p + (d.isEarly(k) || tiedUse(d, k) >= 0 ? 0 : 1);
    }

    /** The operand that shares the register of definition {@code k}, or -1. */
    static int tiedUse(MInst i, int k) {
        for (int j = k + 1; j < i.count; j++) if (i.isReg(j) && i.tiedTo(j) == k) return j;
        return -1;
    }

    /** The definition whose register holds {@code reg} when operands are read, as it is tied to it; or -1. */
    static int via(MInst i, int reg) {
        for (int j = 0; j < i.count; j++) {
            if (!i.isReg(j) || i.reg(j) != reg) continue;
            int d = i.tiedTo(j);
            if (d >= 0 && !i.isEarly(d) && i.fixedReg(d) < 0) return d;
        }
        return -1;
    }

    /** A kind of occurrence. */
    int kind(int o) {
        int what = operand[o];
        if (what >= PARAM_BIT) return PARAM;
        if (what >= ARG_BIT) return ARG;
        MInst i = insts[at[o]];
        int k = what >> 1;
        if (i.isReg(k)) {
            if (i.isDef(k)) return i.fixedReg(k) >= 0 ? FIXED_DEF : DEF;
            if (i.fixedReg(k) >= 0 || i.tiedTo(k) >= 0) return COPIED;
            int v = i.reg(k);
            if (via(i, v) >= 0) return COPIED;
            return isFoldable(i, k, v) && !remat[v - MInst.FIRST_VREG] ? FOLD : USE;
        }
        return via(i, (what & 1) != 0 ? i.index(k) : i.reg(k)) >= 0 ? COPIED : USE;
    }

    /** The operand's number, or that of the parameter or argument. */
    int number(int o) {
        int what = operand[o];
        return what >= ARG_BIT ? what & NUMBER : what >> 1;
    }

    /** A slot may stand in the register's place. */
    private boolean isFoldable(MInst i, int k, int v) {
        if (!i.isRegMem(k) || k >= i.row.kinds.length || i.row.kinds[k].size() > f.size(v)) return false;
        for (int j = 0; j < i.row.kinds.length && j < i.count; j++) if (i.isMem(j)) return false;
        return true;
    }

    /** The occurrence must find the value in a register, or put it there. */
    boolean needsRegister(int v, int o) {
        int k = kind(o);
        return k == USE || k == DEF && !remat[v];
    }

    /** Where the occurrence's register must begin to be the value's. */
    int needFrom(int v, int o) {
        return kind(o) == DEF ? defStart[v] : 2 * at[o];
    }

    /** Where it may end: at the next gap, or before the results if the value dies here or the instruction destroys registers. */
    int needTo(int v, int o, Segment s) {
        int p = at[o];
        if (kind(o) == DEF) return 2 * p + 2;
        return s.to == 2 * p + 1 || isStrict(insts[p]) ? 2 * p + 1 : 2 * p + 2;
    }

    /** Where a use that memory may serve would end the stretch that serves it from a register. */
    int wishTo(int o, Segment s) {
        int p = at[o];
        return switch (kind(o)) {
            case COPIED -> 2 * p;
            case FOLD -> s.to == 2 * p + 1 || isStrict(insts[p]) ? 2 * p + 1 : 2 * p + 2;
            case ARG -> s.to;
            default -> 0;
        };
    }

    /** Too many registers change here to keep inputs beyond their reading. */
    private static boolean isStrict(MInst i) {
        return i.row.is(Row.CALL) || i.row instanceof PseudoRow;
    }

    /** First occurrence of {@code v} at a number not below {@code p}. */
    int occurrence(int v, int p) {
        int lo = first[v];
        int hi = first[v + 1];
        while (lo < hi) {
            int mid = lo + hi >>> 1;
            if (at[mid] < p) lo = mid + 1;
            else hi = mid;
        }
        return lo;
    }

    // ---- ranges ----

    private final int[] stamp, until;
    private int[] list = new int[64], stack = new int[64];

    private void build(int v) {
        if (isUndefined(v)) {
            segments[v] = Bundle.NONE;
            return;
        }
        int d = blockOf[defNumber[v]];
        int ds = defStart[v];
        int n = 0;
        int sp = 0;
        int o = first[v];
        boolean used = false;
        for (; o < first[v + 1]; o++) {
            int kind = kind(o);
            if (kind >= DEF) continue;
            used = true;
            int p = at[o];
            int b = blockOf[p];
            int to = kind == ARG ? end[b] : kind == COPIED ? 2 * p : 2 * p + 1;
            if (stamp[b] != v) {
                stamp[b] = v;
                until[b] = to;
                n = push(b, n);
                if (b != d) sp = pushStack(b, sp);
            } else if (until[b] < to) until[b] = to;
        }
        while (sp > 0) {
            for (int p : preds[stack[--sp]]) {
                if (stamp[p] != v) {
                    stamp[p] = v;
                    n = push(p, n);
                    if (p != d) sp = pushStack(p, sp);
                }
                until[p] = end[p];
            }
        }
        if (!used) {
            int to = blocks[d].params.length > 0 && insts[defNumber[v]] == null || ds == 2 * defNumber[v] + 2 ? ds : 2 * defNumber[v] + 2;
            segments[v] = ds < to ? new Segment[] {new Segment(v, ds, to)} : Bundle.NONE;
            return;
        }
        if (stamp[d] != v) {
            // Used only where control never comes.
            stamp[d] = v;
            until[d] = ds;
            n = push(d, n);
        }
        if (n > 1) sort(v, n);
        Segment[] out = new Segment[1];
        int count = 0;
        for (int k = 0; k < n; ) {
            int b = list[k];
            int from = b == d ? ds : start[b];
            int to = until[b];
            // A result that shares an early part is there at least until it is written.
            if (b == d) to = Math.max(to, Math.min(end[b], defEnd(v)));
            k++;
            while (k < n && list[k] != d && start[list[k]] == to) to = until[list[k++]];
            if (from >= to) continue;
            if (count == out.length) out = Arrays.copyOf(out, count * 2);
            out[count++] = new Segment(v, from, to);
        }
        segments[v] = count == out.length ? out : Arrays.copyOf(out, count);
    }

    /** The blocks of the list in order: of a long range they are stamped one after another. */
    private void sort(int v, int n) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int k = 0; k < n; k++) {
            least = Math.min(least, list[k]);
            most = Math.max(most, list[k]);
        }
        if (most - least >= 4 * n) {
            Arrays.sort(list, 0, n);
            return;
        }
        for (int b = least, k = 0; k < n; b++) if (stamp[b] == v) list[k++] = b;
    }

    /** The value may be anything: it lives nowhere. Only arguments are such. */
    boolean isUndefined(int v) {
        MInst d = insts[defNumber[v]];
        return d != null && d.row == Selector.UNDEF;
    }

    private int defEnd(int v) {
        int p = defNumber[v];
        return insts[p] == null || defStart[v] == 2 * p + 2 ? defStart[v] : 2 * p + 2;
    }

    private int push(int b, int n) {
        if (n == list.length) list = Arrays.copyOf(list, n * 2);
        list[n] = b;
        return n + 1;
    }

    private int pushStack(int b, int sp) {
        if (sp == stack.length) stack = Arrays.copyOf(stack, sp * 2);
        stack[sp] = b;
        return sp + 1;
    }

    /** The last position that is passed on the way from block {@code b} to its successor {@code s}: before its end if a call or assembly text leads there. */
    int leaves(int b, int s) {
        if (f.sideExits) {
            MInst exit = blocks[b].exit(blocks[s]);
            if (exit != null) return 2 * exit.pos + 1;
        }
        return end[b] - 1;
    }

    /** The value is wanted after some call that returns twice, and was there before: see {@link SpillSlots}. */
    boolean isKept(int v) {
        for (int p : twice) if (find(v, 2 * p + 1) != null) return true;
        return false;
    }

    /** The segment of a value that covers a position, or null. */
    Segment find(int v, int position) {
        Segment[] s = segments[v];
        int lo = 0;
        int hi = s.length - 1;
        while (lo <= hi) {
            int mid = lo + hi >>> 1;
            if (s[mid].to <= position) lo = mid + 1;
            else if (s[mid].from > position) hi = mid - 1;
            else return s[mid];
        }
        return null;
    }

    /** The argument that predecessor {@code b} passes for parameter {@code k}, as a value. */
    int argument(int b, int k) {
        return blocks[b].args[k] - MInst.FIRST_VREG;
    }
}
