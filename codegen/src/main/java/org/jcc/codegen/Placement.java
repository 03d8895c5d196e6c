package org.jcc.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.regalloc.Chaos;
import org.jcc.ir.Function;
import org.jcc.ir.Op;

/**
 * The order of blocks in memory, so that the ways most taken fall through (Pettis and Hansen, Profile Guided Code Positioning, 1990,
 * their bottom-up way): edges by weight, each joining two chains of blocks if it leads from one's end to the other's beginning. The
 * chain of the entry is first; then, again and again, the one to which most leads from what is placed; cold ones behind all
 * others, and last of all the function's cold part ({@link ColdBlocks}), into which nothing falls. A loop becomes one chain whose last block branches
 * back, and what is cold in it leaves its body.
 *
 * <p>The weight of an edge is the frequency of the block it alone enters, else what the other edges leave of its source's.
 *
 * <p>Requires: no virtual registers. Ensures: computed gotos stand where they are reached from, blocks that only jump on are skipped, unreachable ones are gone, the heads of
 * hot loops and what the command asks for are aligned ({@link BlockAlignment}). Branches still name all targets: {@link Branches} drops those that fall through.
 */
final class Placement {
    /** Executions per call below which a chain is cold. */
    private static final double COLD = 0.02;
    /** Instructions of a dispatch that is copied. */
    private static final int DISPATCH = 8;
    /** Edges of all copied dispatches together: each has all labels as targets. */
    private static final int MAX_DISPATCH_EDGES = 1 << 17;

    /** @param weight executions for one of the function */
    record Edge(MBlock from, MBlock to, double weight, int order) {}

    private static final class Chain {
        final List<MBlock> blocks = new ArrayList<>(4);
        double pull;
        boolean placed;
        boolean cold = true;
        /** Of the function's cold part. */
        boolean apart;

        MBlock head() {
            return blocks.getFirst();
        }

        MBlock tail() {
            return blocks.getLast();
        }
    }

    private record Candidate(Chain chain, double pull, int order) {}

    private final MFunction f;
    private final TargetMachine target;
    /** Short branches count, not frequencies: blocks stay near where they stand. */
    private final boolean small;
    private final MBlock[] byId;
    /** Position in the order so far, by block id. */
    private final int[] position;
    private final Chain[] chainOf;
    private final List<Edge> edges = new ArrayList<>();

    private Placement(MFunction f, TargetMachine target) {
        this.f = f;
        this.target = target;
        small = f.ir.is(Function.OPT_SIZE);
        byId = new MBlock[f.blockCount()];
        position = new int[f.blockCount()];
        chainOf = new Chain[f.blockCount()];
        for (MBlock b : f.blocks) byId[b.id] = b;
    }

    static boolean run(MFunction f, TargetMachine target, CodegenOptions o) {
        if (f.ir.level(o.optLevel) == 0 || f.ir.is(Function.NAKED)) return true;
        Placement p = new Placement(f, target);
        completeBranches(f, target);
        if (!p.small) p.copyDispatch();
        JumpTargets.run(f, target);
        p.findEdges();
        p.skipJumps();
        p.dropUnreachable();
        if (f.mayPartition) ColdBlocks.settle(f, o.chaos == Chaos.PARTS);
        p.chain();
        p.order();
        if (!p.small) BlockAlignment.run(f, o, p.edges);
        return true;
    }

    /** What falls through jumps from now on. */
    static void completeBranches(MFunction f, TargetMachine target) {
        for (int n = 0; n + 1 < f.blocks.size(); n++) {
            MBlock b = f.blocks.get(n);
            if (!leaves(b.last, target)) b.append(target.branches().jump(f.blocks.get(n + 1)));
        }
    }

    private static boolean leaves(MInst last, TargetMachine target) {
        return last != null && last.isBranch() && (target.branches().isJump(last) || last.row.is(Row.RET) || last.row.is(Row.TRAP) || blockOperand(last) < 0);
    }

    static int blockOperand(MInst i) {
        for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) return k;
        return -1;
    }

    /**
     * A short block that ends in a computed goto is copied to where it is jumped to: each instruction of an interpreter gets a
     * dispatch of its own, whose target branch prediction learns.
     */
    private void copyDispatch() {
        int fuel = MAX_DISPATCH_EDGES;
        for (MBlock d : List.copyOf(f.blocks)) {
            if (d.ir == null || d.ir.terminator() == null || d.ir.terminator().op != Op.INDIRECTBR || d.last == null || blockOperand(d.last) >= 0 || size(d) > DISPATCH) continue;
            for (MBlock p : f.blocks) {
                if (p == d || p.last == null || !target.branches().isJump(p.last) || p.last.ref(0) != d.id || p.succs.length != 1 || (fuel -= d.succs.length) < 0) continue;
                p.last.remove();
                for (MInst i = d.first; i != null; i = i.next) p.append(i.copy());
                p.succs = d.succs.clone();
            }
        }
    }

    private static int size(MBlock b) {
        int n = 0;
        for (MInst i = b.first; i != null; i = i.next) n++;
        return n;
    }

    // ---- the graph ----

    private void findEdges() {
        int[] preds = new int[f.blockCount()];
        for (MBlock b : f.blocks) for (MBlock s : b.succs) preds[s.id]++;
        for (MBlock b : f.blocks) {
            double left = b.frequency;
            int unknown = 0;
            for (MBlock s : b.succs) {
                if (preds[s.id] == 1) left -= s.frequency;
                else unknown++;
            }
            for (MBlock s : b.succs) {
                double w = preds[s.id] == 1 ? s.frequency : Math.min(s.frequency, Math.max(left, 0) / unknown);
                edges.add(new Edge(b, s, small ? 1 : w, edges.size()));
            }
        }
    }

    private MBlock through(MBlock b) {
        for (int n = 0; n < 16; n++) {
            if (b.first == null || b.first != b.last || !target.branches().isJump(b.first) || b.first.ref(0) == b.id) return b;
            b = byId[b.first.ref(0)];
        }
        return b;
    }

    private void skipJumps() {
        for (MBlock b : f.blocks) {
            for (MInst i = b.firstBranch(); i != null; i = i.next) {
                int k = blockOperand(i);
                if (k >= 0) i.setRef(k, through(byId[i.ref(k)]).id);
            }
        }
        for (int k = 0; k < f.refs.size(); k++) {
            if (f.refs.get(k) instanceof MFunction.JumpTable t) f.refs.set(k, new MFunction.JumpTable(t.targets().stream().map(this::through).toList()));
        }
        // Assembly text names its targets itself: they stay as they are, as successors of other blocks' ends do no harm.
        edges.replaceAll(e -> new Edge(e.from, isNamed(e) ? e.to : through(e.to), e.weight, e.order));
        for (MBlock b : f.blocks) {
            MBlock[] next = b.succs.clone();
            for (int k = 0; k < next.length; k++) if (!next[k].addressTaken && !next[k].named) next[k] = through(next[k]);
            b.succs = Arrays.stream(next).distinct().toArray(MBlock[]::new);
        }
    }

    private static boolean isNamed(Edge e) {
        return e.to.addressTaken || e.to.named;
    }

    private void dropUnreachable() {
        boolean[] reached = new boolean[f.blockCount()];
        List<MBlock> work = new ArrayList<>();
        for (MBlock b : f.blocks) if (b == f.blocks.getFirst() || b.addressTaken || b.named) reach(b, reached, work);
        for (Object o : f.refs) if (o instanceof MBlock b) reach(b, reached, work);
        while (!work.isEmpty()) {
            MBlock b = work.removeLast();
            for (MBlock s : b.succs) reach(s, reached, work);
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) reach(byId[i.ref(k)], reached, work);
            }
        }
        f.blocks.removeIf(b -> !reached[b.id]);
        edges.removeIf(e -> !reached[e.from.id] || !reached[e.to.id]);
    }

    private static void reach(MBlock b, boolean[] reached, List<MBlock> work) {
        if (reached[b.id]) return;
        reached[b.id] = true;
        work.add(b);
    }

    // ---- chains ----

    private void chain() {
        for (int n = 0; n < f.blocks.size(); n++) {
            MBlock b = f.blocks.get(n);
            position[b.id] = n;
            chainOf[b.id] = new Chain();
            chainOf[b.id].blocks.add(b);
        }
        MBlock entry = f.blocks.getFirst();
        edges.sort(Comparator.comparingDouble((Edge e) -> -e.weight).thenComparingInt(e -> e.order));
        for (Edge e : edges) {
            Chain a = chainOf[e.from.id];
            Chain b = chainOf[e.to.id];
            if (a == b || e.to == entry || e.from.cold != e.to.cold || a.tail() != e.from || b.head() != e.to || !fallsInto(e.from, e.to)) continue;
            if (a.blocks.size() >= b.blocks.size()) {
                a.blocks.addAll(b.blocks);
                for (MBlock m : b.blocks) chainOf[m.id] = a;
            } else {
                b.blocks.addAll(0, a.blocks);
                for (MBlock m : a.blocks) chainOf[m.id] = b;
            }
        }
    }

    /** A branch at the end names the block: it could fall through. */
    static boolean fallsInto(MBlock from, MBlock to) {
        for (MInst i = from.firstBranch(); i != null; i = i.next) {
            int k = blockOperand(i);
            if (k >= 0 && i.ref(k) == to.id) return true;
        }
        return false;
    }

    private void order() {
        List<MBlock> out = new ArrayList<>(f.blocks.size());
        List<List<Edge>> from = new ArrayList<>();
        for (int k = 0; k < f.blockCount(); k++) from.add(List.of());
        for (Edge e : edges) {
            if (from.get(e.from.id).isEmpty()) from.set(e.from.id, new ArrayList<>(2));
            from.get(e.from.id).add(e);
        }
        PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparing((Candidate c) -> c.chain.apart).thenComparing(c -> c.chain.cold).thenComparingDouble(c -> -c.pull).thenComparingInt(c -> c.order));
        for (MBlock b : f.blocks) {
            Chain c = chainOf[b.id];
            if (b.frequency >= COLD || small) c.cold = false;
            c.apart = b.cold;
        }
        for (MBlock b : f.blocks) if (chainOf[b.id].head() == b) queue.add(new Candidate(chainOf[b.id], 0, position[b.id]));
        Chain next = chainOf[f.blocks.getFirst().id];
        while (true) {
            next.placed = true;
            out.addAll(next.blocks);
            for (MBlock b : next.blocks) {
                for (Edge e : from.get(b.id)) {
                    Chain c = chainOf[e.to.id];
                    if (c.placed) continue;
                    if (!small) c.pull += e.weight;
                    queue.add(new Candidate(c, c.pull, position[c.head().id]));
                }
            }
            next = null;
            while (!queue.isEmpty() && next == null) {
                Candidate c = queue.poll();
                if (!c.chain.placed) next = c.chain;
            }
            if (next == null) break;
        }
        f.blocks.clear();
        f.blocks.addAll(out);
    }
}
