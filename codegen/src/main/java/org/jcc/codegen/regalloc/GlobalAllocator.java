package org.jcc.codegen.regalloc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Function;

/**
 * The global register allocator: bundles of live-range segments are given registers by priority, the largest first; a
 * bundle that finds none evicts lighter ones, or is split, or stays in memory (the scheme of LLVM's greedy allocator and of regalloc2).
 *
 * <pre>
 *   LiveRanges ─► Coalescer ─► queue ─► assign ─► evict ─► split: by region (RegionSplitter)
 *                                ▲                            by block, then within a block ──┐
 *                                └──────────────────────────────────────────────────────────┘
 *              ─► CalleeSaved ─► SpillSlots ─► Rewriter (ParallelMoves)
 * </pre>
 *
 * <p>A bundle's weight is the number of executions of its uses divided by its length: short and hot ranges win. Hints make
 * copies vanish: registers that instructions demand, and those of bundles on the other side of copies. The first bundle that wants a
 * register which the caller needs preserved pays for saving it.
 *
 * <p>Splitting ends because every round either gives out a register or makes bundles shorter; a bundle within one
 * instruction weighs more than all others and always finds a place.
 *
 * <p>Requires: machine code in SSA form; calls that return twice leave no register alone. Ensures: no virtual registers.
 * Allocated functions are proved by {@link Checker}.
 */
public final class GlobalAllocator {
    /** A unit of length in weights that keeps the shortest ranges comparable. */
    private static final int GRAIN = 50;
    private static final int GENERATIONS = 4;
    /** Pushing and popping, measured in loads from the frame, for size. */
    private static final float SHORT_SAVING = 0.8f;

    final MFunction f;
    final TargetMachine target;
    final RegisterFile registers;
    final LiveRanges ranges;
    final RegisterMap map;
    final List<Bundle> bundles = new ArrayList<>();
    /** By value: the number of the bundle that coalescing put it in. Values of a set share a slot. */
    final int[] setOf;
    /** Per class. */
    final long[] allocatable = new long[8];
    final long calleeSaved;
    /** What the first use of a register costs that the caller needs preserved: two instructions, which for size are short ones. */
    final float saving;
    private final PriorityQueue<Bundle> queue;
    private final List<Bundle> expelled = new ArrayList<>();
    private final float[] hints = new float[64];
    private final RegionSplitter splitter;
    private final CalleeSaved preserved;
    private final Random chaos;
    private int steps;
    long used;
    /** No further register is saved, and nothing gives way but to what must have a register. */
    boolean closed;

    private GlobalAllocator(MFunction f, TargetMachine target, long reserved, Chaos chaos) {
        this.f = f;
        this.target = target;
        this.registers = target.registers();
        this.chaos = chaos == Chaos.SPILL ? new Random(f.blocks.size() * 31L + f.regCount()) : null;
        long all = 0;
        for (int c = 0; c < registers.order().length; c++) {
            allocatable[c] = registers.allocatable(c) & ~reserved;
            if (chaos == Chaos.REGS4) allocatable[c] = Chaos.few(registers.order()[c], allocatable[c]);
            all |= allocatable[c];
        }
        calleeSaved = registers.calleeSaved();
        ranges = new LiveRanges(f, registers.stackPointer());
        map = new RegisterMap(ranges, all);
        saving = f.ir.is(Function.OPT_SIZE) ? SHORT_SAVING : 2 * ranges.frequency[0];
        Coalescer coalescer = new Coalescer(ranges, bundles);
        coalescer.run();
        setOf = new int[ranges.values];
        for (int v = 0; v < setOf.length; v++) setOf[v] = coalescer.bundleOf[v] == null ? -1 : coalescer.bundleOf[v].id;
        queue = new PriorityQueue<>((a, b) -> {
            if (a.local != b.local) return a.local ? 1 : -1;
            int c = a.local ? Integer.compare(a.from(), b.from()) : Integer.compare(b.size, a.size);
            return c != 0 ? c : Integer.compare(a.id, b.id);
        });
        splitter = new RegionSplitter(this);
        preserved = new CalleeSaved(this, splitter);
    }

    /**
     * @param reserved registers that this function keeps for its frame, as bits
     * @return false if some instruction demands more registers than there are: nothing is changed then
     */
    public static boolean run(MFunction f, TargetMachine target, long reserved, Chaos chaos) {
        EdgeBlocks.prune(f);
        GlobalAllocator a = new GlobalAllocator(f, target, reserved, chaos);
        if (f.sideExits && a.isLiveAtLanding() || !a.allocate()) return false;
        new Rewriter(a).run();
        return true;
    }

    /** Some value comes over an unwind edge: there is no place for copies of it, as the exception is in a register there. */
    private boolean isLiveAtLanding() {
        for (int b = 0; b < ranges.blocks.length; b++) {
            if (ranges.blocks[b].first == null || ranges.blocks[b].first.row != Selector.LANDING) continue;
            for (int v = 0; v < ranges.values; v++) if (ranges.defNumber[v] >= 0 && ranges.find(v, ranges.start[b]) != null) return true;
        }
        return false;
    }

    private boolean allocate() {
        for (Bundle b : bundles) if (b.count > 0) enqueue(b);
        return placeAll() && (chaos != null || preserved.release());
    }

    /** Empties the queue. */
    boolean placeAll() {
        long limit = 200L * bundles.size() + 100_000;
        do {
            while (!queue.isEmpty()) {
                if (steps++ > limit) return false;
                if (!place(queue.poll())) return false;
            }
        } while (preserved.share(queue));
        return true;
    }

    Bundle newBundle(int regClass) {
        Bundle b = new Bundle(bundles.size(), regClass);
        bundles.add(b);
        return b;
    }

    void enqueue(Bundle b) {
        weigh(b);
        queue.add(b);
    }

    // ---- weights ----

    private void weigh(Bundle b) {
        float cost = 0;
        int size = 0;
        boolean single = true;
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            size += s.to - s.from;
            cost += cost(s);
            if (s.from >> 1 != b.from() >> 1 || s.to - 1 >> 1 != b.from() >> 1) single = false;
        }
        b.size = size;
        b.cost = cost;
        b.local = ranges.blockOf[b.from() >> 1] == ranges.blockOf[b.to() - 1 >> 1];
        b.weight = single && needsRegister(b) ? Float.POSITIVE_INFINITY : cost / (size + GRAIN);
    }

    private boolean needsRegister(Bundle b) {
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            int last = s.to - 1 >> 1;
            for (int o = ranges.occurrence(s.vreg, s.from >> 1); o < ranges.first[s.vreg + 1] && ranges.at[o] <= last; o++) {
                if (isIn(s, o) && ranges.needsRegister(s.vreg, o)) return true;
            }
        }
        return false;
    }

    /** The occurrence's position lies in the segment; its number is one of the segment's. */
    boolean isIn(Segment s, int o) {
        int p = ranges.at[o];
        return switch (ranges.kind(o)) {
            case LiveRanges.DEF -> s.from == ranges.defStart[s.vreg];
            case LiveRanges.USE, LiveRanges.FOLD -> s.from <= 2 * p && 2 * p < s.to;
            case LiveRanges.PARAM -> s.from == 2 * p;
            case LiveRanges.COPIED -> s.from < 2 * p && 2 * p <= s.to;
            case LiveRanges.ARG -> s.to == 2 * p + 2;
            default -> false;
        };
    }

    /** What memory would cost: executions of instructions that would need a load or store. */
    float cost(Segment s) {
        float sum = 0;
        int v = s.vreg;
        int last = s.to >> 1;
        boolean remat = ranges.remat[v];
        for (int o = ranges.occurrence(v, s.from >> 1); o < ranges.first[v + 1] && ranges.at[o] <= last; o++) {
            if (!isIn(s, o)) continue;
            float f = ranges.frequency[ranges.blockOf[ranges.at[o]]];
            sum += switch (ranges.kind(o)) {
                case LiveRanges.USE -> remat ? f * 0.5f : f;
                case LiveRanges.FOLD -> f * 0.7f;
                case LiveRanges.DEF -> remat ? 0 : f;
                default -> remat ? 0 : f * 0.6f;
            };
        }
        if (s.from == ranges.defStart[v] && !remat && ranges.insts[ranges.defNumber[v]] != null && s.from == 2 * ranges.defNumber[v] + 2) {
            sum += 0.6f * ranges.frequency[ranges.blockOf[ranges.defNumber[v]]];
        }
        return sum;
    }

    // ---- placing a bundle ----

    private boolean place(Bundle b) {
        if (b.weight != Float.POSITIVE_INFINITY) {
            if (b.cost == 0) {
                spill(b);
                return true;
            }
            if (chaos != null && chaos.nextInt(3) == 0) return splitOrSpill(b);
        }
        if (assign(b) || evict(b)) return true;
        if (b.weight == Float.POSITIVE_INFINITY) return false;
        return isCheap(b) && chaos == null && preserved.await(b) || splitOrSpill(b);
    }

    void spill(Bundle b) {
        b.spilled = true;
        b.reg = -1;
    }

    private boolean assign(Bundle b) {
        gatherHints(b);
        long can = allocatable[b.regClass];
        int best = -1;
        float bestHint = -1;
        boolean cheap = isCheap(b);
        for (int r : registers.order()[b.regClass]) {
            if ((can >>> r & 1) == 0 || hints[r] <= bestHint) continue;
            if (isUnsaved(r) && (cheap || best >= 0 && hints[r] < saving)) continue;
            if (!map.isFree(r, b)) continue;
            best = r;
            bestHint = hints[r];
        }
        if (best < 0) return false;
        give(b, best);
        return true;
    }

    void give(Bundle b, int r) {
        map.assign(b, r);
        used |= 1L << r;
    }

    /** Registers whose use costs nothing more, as bits. */
    long free() {
        return ~calleeSaved | used;
    }

    /** The caller needs it preserved, and nothing has paid for that so far. */
    boolean isUnsaved(int r) {
        return (calleeSaved & ~used & 1L << r) != 0;
    }

    /** Saving one more register costs more than leaving the bundle in memory. */
    private boolean isCheap(Bundle b) {
        return b.weight != Float.POSITIVE_INFINITY && (closed || b.cost <= saving);
    }

    private boolean evict(Bundle b) {
        if (closed && b.weight != Float.POSITIVE_INFINITY) return false;
        int best = -1;
        float least = b.weight;
        boolean cheap = isCheap(b);
        for (int r : registers.order()[b.regClass]) {
            if ((allocatable[b.regClass] >>> r & 1) == 0 || cheap && isUnsaved(r) || !map.hasNoPoint(r, b)) continue;
            float most = 0;
            for (int k = 0; k < b.count && most < least; k++) most = Math.max(most, map.heaviest(r, b.segments[k].from, b.segments[k].to, least, bundles));
            if (most < least) {
                least = most;
                best = r;
            }
        }
        if (best < 0) return false;
        expelled.clear();
        map.expel(best, b, bundles, expelled);
        give(b, best);
        queue.addAll(expelled);
        return true;
    }

    // ---- hints ----

    private void gatherHints(Bundle b) {
        Arrays.fill(hints, 0);
        if (b.aim >= 0) hints[b.aim] += b.cost;
        for (int k = 0; k < b.count; k++) {
            Segment s = b.segments[k];
            int v = s.vreg;
            int p = ranges.defNumber[v];
            MInst d = ranges.insts[p];
            if (s.from == ranges.defStart[v] && d != null && s.from == 2 * p + 2) hint(fixedDef(v), p);
            int last = s.to >> 1;
            for (int o = ranges.occurrence(v, s.from >> 1); o < ranges.first[v + 1] && ranges.at[o] <= last; o++) if (isIn(s, o)) hint(v, o, ranges.at[o]);
        }
    }

    private void hint(int r, int p) {
        if (r >= 0 && r < 64) hints[r] += ranges.frequency[ranges.blockOf[p]];
    }

    /** The machine register that the value's definition demands. */
    int fixedDef(int v) {
        MInst d = ranges.insts[ranges.defNumber[v]];
        for (int k = 0; k < d.count; k++) if (d.isReg(k) && d.isDef(k) && d.reg(k) == v + MInst.FIRST_VREG) return d.fixedReg(k);
        return -1;
    }

    private void hint(int v, int o, int p) {
        int k = ranges.number(o);
        switch (ranges.kind(o)) {
            case LiveRanges.COPIED -> {
                MInst i = ranges.insts[p];
                if (i.isReg(k) && i.fixedReg(k) >= 0) hint(i.fixedReg(k), p);
                else if (i.isReg(k) && i.tiedTo(k) >= 0) hint(registerOf(i.reg(i.tiedTo(k)), 2 * p + 1), p);
            }
            case LiveRanges.DEF -> {
                MInst i = ranges.insts[p];
                int t = LiveRanges.tiedUse(i, k);
                if (t >= 0) hint(registerOf(i.reg(t), 2 * p - 1), p);
            }
            case LiveRanges.ARG -> {
                int b = ranges.blockOf[p];
                int s = ranges.layout[ranges.blocks[b].succs[0].id];
                hint(registerOf(ranges.blocks[s].params[k], ranges.start[s]), p);
            }
            case LiveRanges.PARAM -> {
                for (int b : ranges.preds[ranges.blockOf[p]]) hint(registerOf(ranges.blocks[b].args[k], ranges.end[b] - 1), ranges.entry[b]);
            }
            default -> { }
        }
    }

    private int registerOf(int reg, int position) {
        if (!MInst.isVirtual(reg)) return reg;
        Segment s = ranges.find(reg - MInst.FIRST_VREG, position);
        return s == null ? -1 : s.bundle.reg;
    }

    // ---- splitting ----

    private boolean splitOrSpill(Bundle b) {
        if (b.local) return splitWithin(b);
        if (b.generation < GENERATIONS && chaos == null && splitter.split(b)) return true;
        splitter.byBlock(b);
        return true;
    }

    /**
     * A bundle within one block: the longest beginning for which some register is free gets that; the first occurrence alone if
     * there is none.
     */
    private boolean splitWithin(Bundle b) {
        Needs n = new Needs(this, b);
        if (n.count == 0) {
            spill(b);
            return true;
        }
        int reg = -1;
        int most = 0;
        int furthest = 0;
        boolean cheap = isCheap(b);
        for (int r : registers.order()[b.regClass]) {
            if ((allocatable[b.regClass] >>> r & 1) == 0 || cheap && isUnsaved(r)) continue;
            int stop = b.to();
            for (int k = 0; k < b.count; k++) {
                Segment s = b.segments[k];
                int from = Math.max(s.from, n.from[0]);
                int to = Math.min(s.to, stop);
                if (from >= to) continue;
                int x = map.firstConflict(r, s.vreg, from, to);
                if (x < to) stop = x;
            }
            int fit = 0;
            while (fit < n.count && n.to[fit] <= stop) fit++;
            if (fit > most || fit == most && fit > 0 && stop > furthest) {
                most = fit;
                reg = r;
                furthest = stop;
            }
        }
        if (chaos != null) reg = -1;
        if (reg < 0) most = 1;
        int[] from = {n.from[0], most < n.count ? n.from[most] : 0};
        int[] to = {reg < 0 ? n.to[most - 1] : n.end(most - 1, furthest), n.end(n.count - 1, b.to())};
        if (most == n.count && from[0] <= b.from() && to[0] >= b.to() && reg < 0) {
            // The needs of one instruction span it all, and yet it is not minimal.
            b.weight = Float.POSITIVE_INFINITY;
            return assign(b) || evict(b);
        }
        Bundle[] parts = splitter.carve(b, from, to, new int[] {0, 1}, most < n.count ? 2 : 1, 2);
        if (parts[0].count > 0) {
            weigh(parts[0]);
            if (reg >= 0 && map.isFree(reg, parts[0])) give(parts[0], reg);
            else {
                if (reg < 0) parts[0].weight = Float.POSITIVE_INFINITY;
                queue.add(parts[0]);
            }
        }
        if (parts[1].count > 0) enqueue(parts[1]);
        if (parts[2].count > 0) spill(parts[2]);
        return true;
    }
}
