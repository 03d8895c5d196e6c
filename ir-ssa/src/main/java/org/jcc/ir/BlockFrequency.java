package org.jcc.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The static profile: how probable each edge is, and how often each block runs for one run of the function's entry.
 *
 * <p>A conditional branch has the probability that {@code __builtin_expect} gave it; else an edge to a block after which the
 * program surely ends, or calls a cold function, is next to never taken; else the heuristics of Ball and Larus (Branch
 * Prediction for Free, 1993) are combined as evidence by the rule of Dempster and Shafer (Wu and Larus, Static Branch Frequency and
 * Program Profile Analysis, 1994). The rates are those of the heuristics' measured hits on C programs. Edges of switches and
 * indirect branches share what cold ones leave.
 *
 * <p>Frequencies go over the loop forest, inner loops first: within a loop the header has mass one, an inner loop stands as
 * one node whose mass leaves by its exits, and what returns to the header gives the loop's number of iterations. Each block is
 * looked at once in its loop. A cycle with several entries gets a few rounds of relaxation besides.
 *
 * <p>Requires nothing; works on any graph, in time linear in its edges and the depth of exits. Blocks that nothing reaches have 0.
 */
public final class BlockFrequency {
    /** {@link Block#frequency} of a block that runs once for each run of the entry. */
    public static final int ONE = 1024;
    private static final double NEVER = 1.0 / 2048;
    private static final double LIKELY = 0.9;
    /** The most that an edge next to never taken has: one in a thousand, as a branch can say. */
    private static final double RARE = 0.0011;
    /** A loop runs at most so often, as far as we believe. */
    private static final double MOST_ITERATIONS = 256;
    private static final int ROUNDS = 8;
    /** More uses than these are not looked at. */
    private static final int USES = 8;

    // How often the heuristic's prediction came true.
    private static final double LOOP_BRANCH = 0.88, LOOP_ENTRY = 0.75, POINTER = 0.70, OPCODE = 0.66, FLOAT_OPCODE = 0.90, GUARD = 0.60, CALL = 0.67, RETURN = 0.66;

    private final Function function;
    private final LoopForest forest;
    private final boolean[] cold;
    private final double[] frequency;
    /** Probabilities of the edges of block {@code b}, from {@code edges[b.id]} on. */
    private final int[] edges;
    private final double[] probability;

    public BlockFrequency(Function f) {
        this(f, new LoopForest(f));
    }

    public BlockFrequency(Function f, LoopForest forest) {
        function = f;
        this.forest = forest;
        int n = f.blockCount();
        cold = new boolean[n];
        frequency = new double[n];
        edges = new int[n];
        int count = 0;
        for (Block b : forest.order) {
            edges[b.id] = count;
            count += b.terminator() == null ? 0 : b.last.succCount();
        }
        probability = new double[count];
        findCold();
        for (Block b : forest.order) if (b.terminator() != null) predict(b.last);
        propagate();
    }

    /** Executions for one of the entry. */
    public double of(Block b) {
        return frequency[b.id];
    }

    /** Of leaving the block by successor {@code s}. */
    public double probability(Block b, int s) {
        return probability[edges[b.id] + s];
    }

    /** Executions of the edge for one of the entry. */
    public double of(Block b, int s) {
        return frequency[b.id] * probability[edges[b.id] + s];
    }

    /** After the block the program ends, or a cold function is called. */
    public boolean isCold(Block b) {
        return cold[b.id];
    }

    /** The edge is next to never taken: what follows ends the program or is cold, unwinds, or the program says so. */
    public boolean isRare(Block b, int s) {
        return probability[edges[b.id] + s] <= RARE;
    }

    /** By block id: reached, but on no way without an edge that is next to never taken. Null: there is none. */
    public boolean[] rare() {
        boolean any = false;
        for (double p : probability) any |= p <= RARE;
        if (!any) return null;
        boolean[] rare = new boolean[cold.length];
        Block[] work = new Block[forest.order.length];
        for (Block b : forest.order) rare[b.id] = true;
        int n = 0;
        work[n++] = forest.order[0];
        rare[forest.order[0].id] = false;
        while (n > 0) {
            Block b = work[--n];
            if (b.terminator() == null) continue;
            for (int s = 0; s < b.last.succCount(); s++) {
                Block to = b.last.succ(s);
                if (!rare[to.id] || isRare(b, s)) continue;
                rare[to.id] = false;
                work[n++] = to;
            }
        }
        return rare;
    }

    public LoopForest forest() {
        return forest;
    }

    /** Writes {@link Block#frequency}: at least 1 in a reachable block. */
    public void store() {
        for (Block b : function.blocks) {
            b.frequency = forest.isReachable(b) ? (int) Math.max(1, Math.min(1 << 30, Math.round(frequency[b.id] * ONE))) : 0;
        }
    }

    // ---- cold blocks ----

    private void findCold() {
        for (int i = forest.order.length - 1; i >= 0; i--) {
            Block b = forest.order[i];
            Inst t = b.terminator();
            if (t == null) continue;
            boolean all = t.op == Op.UNREACHABLE || t.op == Op.TRAP;
            if (t.succCount() > 0) {
                all = true;
                for (int s = 0; s < t.succCount() && all; s++) all = cold[t.succ(s).id];
            }
            for (Inst c = b.first; c != null && !all; c = c.next) all = (c.op == Op.CALL || c.op == Op.CALLBR) && isColdCall(c);
            cold[b.id] = all;
        }
    }

    private static boolean isColdCall(Inst c) {
        return c.call().is(CallInfo.COLD | CallInfo.NORETURN) || c.arg(0).op == Op.SYMBOL && c.arg(0).symbol() instanceof Function f && f.is(Function.COLD | Function.NORETURN);
    }

    // ---- probabilities of edges ----

    private void predict(Inst t) {
        Block b = t.block;
        int at = edges[b.id];
        int n = t.succCount();
        if (n == 0) return;
        if (n == 1) {
            probability[at] = 1;
            return;
        }
        switch (t.op) {
            case CONDBR -> {
                double p = t.imm != 0 ? t.imm / 1000.0 : condition(b, t);
                probability[at] = p;
                probability[at + 1] = 1 - p;
            }
            case CALLBR, ASMBR -> {
                double side = t.op == Op.CALLBR ? NEVER : 1 - LIKELY;
                Arrays.fill(probability, at + 1, at + n, side / (n - 1));
                probability[at] = 1 - side;
            }
            default -> {
                double sum = 0;
                for (int s = 0; s < n; s++) sum += probability[at + s] = cold[t.succ(s).id] ? NEVER : 1;
                for (int s = 0; s < n; s++) probability[at + s] /= sum;
            }
        }
    }

    private double condition(Block b, Inst t) {
        Block yes = t.succ(0);
        Block no = t.succ(1);
        if (yes == no) return 0.5;
        Inst c = t.arg(0);
        if (c.op == Op.EXPECT && c.arg(1).op == Op.ICONST) {
            double p = c.imm != 0 ? c.imm / 1000.0 : LIKELY;
            return c.arg(1).imm != 0 ? p : 1 - p;
        }
        if (cold[yes.id] != cold[no.id]) return cold[yes.id] ? NEVER : 1 - NEVER;
        double p = 0.5;
        LoopForest.Loop l = forest.of(b);
        if (l != null) {
            // The edge that stays in the loop; of two that stay, one back to a header.
            boolean in = forest.contains(l, yes);
            if (in != forest.contains(l, no)) p = combine(p, in ? LOOP_BRANCH : 1 - LOOP_BRANCH);
            else if (in && isBack(b, yes) != isBack(b, no)) p = combine(p, isBack(b, yes) ? LOOP_BRANCH : 1 - LOOP_BRANCH);
        }
        boolean enters = enters(b, yes);
        if (enters != enters(b, no)) p = combine(p, enters ? LOOP_ENTRY : 1 - LOOP_ENTRY);
        if (c.op == Op.ICMP) {
            double e = comparison(c);
            p = combine(p, e);
            boolean guard = guards(c, yes, no);
            if (guard != guards(c, no, yes)) p = combine(p, guard ? GUARD : 1 - GUARD);
        } else if (c.op == Op.FCMP) {
            Cond k = c.cond();
            if (k == Cond.FOEQ || k == Cond.FUEQ || k == Cond.FUNO) p = combine(p, 1 - FLOAT_OPCODE);
            else if (k == Cond.FUNE || k == Cond.FONE || k == Cond.FORD) p = combine(p, FLOAT_OPCODE);
        }
        boolean calls = isSide(yes) && calls(yes);
        if (calls != (isSide(no) && calls(no))) p = combine(p, calls ? 1 - CALL : CALL);
        boolean returns = returns(yes);
        if (returns != returns(no) && l == null) p = combine(p, returns ? 1 - RETURN : RETURN);
        return p;
    }

    private static double combine(double a, double b) {
        double yes = a * b;
        return yes / (yes + (1 - a) * (1 - b));
    }

    private boolean isBack(Block b, Block to) {
        LoopForest.Loop l = forest.of(to);
        return l != null && l.header == to && forest.contains(l, b);
    }

    /** The block is the header of a loop around it that is not around {@code b}, or jumps there. */
    private boolean enters(Block b, Block to) {
        for (int k = 0; k < 2; k++) {
            LoopForest.Loop l = forest.of(to);
            if (l != null && !forest.contains(l, b)) return l.header == to;
            Inst t = to.terminator();
            if (t == null || t.op != Op.BR) return false;
            to = t.succ(0);
        }
        return false;
    }

    /** Pointers are seldom null or equal; integers are seldom negative or equal to a constant. */
    private static double comparison(Inst c) {
        Cond k = c.cond();
        Inst y = c.arg(1);
        if (c.arg(0).type.isPtr()) return k == Cond.EQ ? 1 - POINTER : k == Cond.NE ? POINTER : 0.5;
        if (!y.isConst() || c.arg(0).type == Type.I1) return 0.5;
        return switch (k) {
            case EQ -> 1 - OPCODE;
            case NE -> OPCODE;
            case SLT -> y.imm <= 0 ? 1 - OPCODE : 0.5;
            case SLE -> y.imm <= 0 ? 1 - OPCODE : 0.5;
            case SGT -> y.imm <= 0 && y.imm >= -1 ? OPCODE : 0.5;
            case SGE -> y.imm <= 1 && y.imm >= 0 ? OPCODE : 0.5;
            default -> 0.5;
        };
    }

    /** The block is entered by this edge only: it does not follow the branch on both ways. */
    private static boolean isSide(Block b) {
        return b.predCount() == 1;
    }

    /** What is compared is used on that side. */
    private static boolean guards(Inst c, Block side, Block other) {
        if (!isSide(side)) return false;
        for (int k = 0; k < 2; k++) {
            Inst v = c.arg(k);
            if (v.op.isConstant()) continue;
            for (int u = 0; u < v.useCount() && u < USES; u++) if (v.user(u).block == side && v.user(u) != c) return true;
        }
        return false;
    }

    private static boolean calls(Block b) {
        for (Inst i = b.first; i != null; i = i.next) if (i.op == Op.CALL && !i.call().is(CallInfo.CONST | CallInfo.PURE)) return true;
        return false;
    }

    private static boolean returns(Block b) {
        Inst t = b.terminator();
        if (t != null && t.op == Op.BR && b.first == t) t = t.succ(0).terminator();
        return t != null && t.op == Op.RET;
    }

    // ---- frequencies ----

    /** Where the mass of a loop goes, for one entry. */
    private record Leave(Block to, double mass) {}

    private void propagate() {
        int n = function.blockCount();
        // Mass by block, for one run of its loop's header (or of the function's entry).
        double[] mass = new double[n];
        double[] iterations = new double[n];
        @SuppressWarnings("unchecked")
        List<Leave>[] leaves = new List[n];
        boolean irreducible = false;
        for (LoopForest.Loop l : forest.loops) {
            irreducible |= l.irreducible;
            List<Leave> out = new ArrayList<>();
            double back = spread(l, l.own, l.children, mass, leaves, out);
            double once = 0;
            for (Leave e : out) once += e.mass;
            iterations[l.header.id] = Math.max(1, Math.min(MOST_ITERATIONS, back >= 1 - 1 / MOST_ITERATIONS ? MOST_ITERATIONS : 1 / (1 - back)));
            List<Leave> normal = new ArrayList<>(out.size());
            for (Leave e : out) normal.add(new Leave(e.to, e.mass / once));
            leaves[l.header.id] = normal;
        }
        List<Block> top = new ArrayList<>();
        for (Block b : forest.order) if (forest.of(b) == null) top.add(b);
        List<LoopForest.Loop> roots = new ArrayList<>();
        for (LoopForest.Loop l : forest.loops) if (l.parent == null) roots.add(l);
        spread(null, top, roots, mass, leaves, new ArrayList<>());
        for (Block b : top) frequency[b.id] = mass[b.id];
        // Outer loops first.
        for (int i = forest.loops.size() - 1; i >= 0; i--) {
            LoopForest.Loop l = forest.loops.get(i);
            double scale = mass[l.header.id] * (l.parent == null ? 1 : frequency[l.parent.header.id]) * iterations[l.header.id];
            for (Block b : l.own) frequency[b.id] = scale * (b == l.header ? 1 : mass[b.id]);
        }
        if (irreducible) relax();
    }

    /**
     * Spreads one unit from the header over the loop's own blocks and inner loops, in topological order. Afterwards the mass of an inner loop's header is
     * what enters that loop.
     *
     * @return what comes back to the header
     */
    private double spread(LoopForest.Loop l, List<Block> own, List<LoopForest.Loop> children, double[] mass, List<Leave>[] leaves, List<Leave> out) {
        double back = 0;
        List<Block> nodes = new ArrayList<>(own);
        for (LoopForest.Loop c : children) nodes.add(c.header);
        nodes.sort((a, b) -> forest.position(a) - forest.position(b));
        Block start = l == null ? function.entry() : l.header;
        for (Block b : nodes) mass[b.id] = 0;
        LoopForest.Loop entryLoop = node(l, start);
        mass[entryLoop == null ? start.id : entryLoop.header.id] = 1;
        for (Block b : nodes) {
            double m = mass[b.id];
            if (m == 0) continue;
            LoopForest.Loop inner = node(l, b);
            if (inner == null) {
                Inst t = b.terminator();
                if (t == null) continue;
                for (int s = 0; s < t.succCount(); s++) back += send(l, t.succ(s), m * probability(b, s), mass, out);
            } else {
                for (Leave e : leaves[b.id]) back += send(l, e.to, m * e.mass, mass, out);
            }
        }
        return back;
    }

    /** The loop directly inside {@code l} that the block is in, or null. */
    private LoopForest.Loop node(LoopForest.Loop l, Block b) {
        LoopForest.Loop c = forest.of(b);
        int depth = l == null ? 0 : l.depth;
        while (c != null && c.depth > depth + 1) c = c.parent;
        return c == l || c != null && c.depth <= depth ? null : c;
    }

    private double send(LoopForest.Loop l, Block to, double m, double[] mass, List<Leave> out) {
        if (l != null) {
            if (to == l.header) return m;
            if (!forest.contains(l, to)) {
                out.add(new Leave(to, m));
                return 0;
            }
        }
        LoopForest.Loop inner = node(l, to);
        mass[inner == null ? to.id : inner.header.id] += m;
        return 0;
    }

    /** Rounds of Gauss and Seidel's method. */
    private void relax() {
        for (int round = 0; round < ROUNDS; round++) {
            for (Block b : forest.order) {
                if (b == function.entry()) continue;
                double sum = 0;
                for (int e = 0; e < b.predCount(); e++) {
                    Block p = b.pred(e).block;
                    if (forest.isReachable(p)) sum += frequency[p.id] * probability(p, b.predSucc(e));
                }
                frequency[b.id] = sum;
            }
        }
    }
}
