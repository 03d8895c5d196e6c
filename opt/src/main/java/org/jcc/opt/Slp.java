package org.jcc.opt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Type;

/**
 * The vectoriser of straight code (Larsen and Amarasinghe, Exploiting Superword Level Parallelism with Multimedia Instruction Sets, 2000; from the stores upwards to what they
 * need, as GCC and LLVM do it): neighbouring stores of a block become one of a vector, if computing their values in lanes costs less than one by one.
 *
 * <p>The seeds are runs of a {@link StoreGroups group}, as many stores of one type as a register has lanes, and {@link SlpReductions sums}; {@link SlpGraph} finds what goes together below all seeds of a block. Those that
 * share lanes are weighed, and done, together ({@link #weigh}): a scalar is saved if nothing else needs it, one that is needed behind the vector is extracted, and one that is needed
 * before it is computed as ever, and its operands with it. Constants and plain copies are {@link StoreMerge}'s.
 *
 * <p>At -O2 and -O3 alike, as GCC's very cheap model asks nothing more of straight code than a gain. What was done, and why not, are remarks ({@code -fopt-info-vec}).
 *
 * <p>Requires: dead stores are gone. Ensures: vector operations are those that {@link Module#vectors} has. Gain in executed instructions: fft 20 %, nbody 13 %; a 4 x 4 matrix times
 * a vector 53 to 21 instructions. .text of sqlite3.c at -O2 keeps its size.
 */
final class Slp {
    private static final int MAX_SEEDS = 64;
    /** Bytes that vectors may have: of whole registers, and of half of the smallest one, as which legalisation pads what is narrower. */
    private static final int[] SIZES = {32, 16, 8};
    private static final int LEAST = 8;

    /** What becomes of a lane: nothing needs it as a scalar, or it is computed still, or taken from the vector. */
    static final byte DEAD = 1, KEPT = 2, EXTRACTED = 3;

    private final Module module;
    private final Function f;
    private final Aliases aliases;
    private final SlpGraph graph;
    private final StoreGroups groups;
    private final SlpReductions sums;
    private final int bytes;
    private final List<Inst[]> seeds = new ArrayList<>();
    /** Made when it is asked for. */
    private LoopForest forest;
    /** By instruction id, of lanes. */
    private byte[] fate = {};
    /** By instruction id: the first place in the block where vectors are put together from it; 0: none. */
    private int[] gathered = {};

    private Slp(Module m, Function f, BiPredicate<Op, Type> legal, int bytes) {
        module = m;
        this.f = f;
        this.bytes = bytes;
        aliases = new Aliases(m, f);
        graph = new SlpGraph(f, aliases, legal, bytes);
        groups = new StoreGroups(aliases, this::group);
        sums = new SlpReductions(aliases, bytes);
    }

    static void run(Module m, Function f) {
        if (m.vectors == null || f.is(Function.OPT_SIZE | Function.COLD)) return;
        List<Block> blocks = null;
        for (Block b : f.blocks) {
            if (!hasStores(b) && !SlpReductions.mayBeIn(b)) continue;
            if (blocks == null) blocks = new ArrayList<>();
            blocks.add(b);
        }
        if (blocks == null) return;
        BiPredicate<Op, Type> all = m.vectors.apply(f);
        BiPredicate<Op, Type> legal = (op, t) -> t.size == LEAST ? isLegalHalf(all, op, t) : all.test(op, t);
        for (int bytes : SIZES) {
            if (!legal.test(Op.LOAD, Type.vector(Type.I8, bytes))) continue;
            Slp s = new Slp(m, f, legal, bytes);
            for (Block b : blocks) {
                s.groups.block(b);
                List<SlpReductions.Seed> reductions = bytes > LEAST && SlpReductions.mayBeIn(b) ? s.sums.in(b) : List.of();
                if (!s.seeds.isEmpty() || !reductions.isEmpty()) s.block(b, reductions);
                s.seeds.clear();
            }
        }
    }

    /** Half a register: a quotient of the lanes that are not there would be seen. */
    private static boolean isLegalHalf(BiPredicate<Op, Type> legal, Op op, Type t) {
        return op != Op.FDIV && t.lanes > 1 && legal.test(op, Type.vector(t.element, 2 * t.lanes));
    }

    /** There are stores enough of one width, of more than constants, to fill the smallest register. */
    private static boolean hasStores(Block b) {
        // Bytes stored by elements of one, two, four, eight: 16 bits each.
        long stored = 0;
        boolean computed = false;
        boolean enough = false;
        for (Inst i = b.first; i != null; i = i.next) {
            if (i.op != Op.STORE || !VectorCosts.isElement(i.arg(1).type)) continue;
            computed |= !SlpGraph.isConstant(i.arg(1));
            int size = i.arg(1).type.size;
            int field = 16 * Integer.numberOfTrailingZeros(size);
            if (!enough) stored += (long) size << field;
            enough |= (stored >>> field & 0xffff) >= LEAST;
        }
        return computed && enough && b.terminator() != null;
    }

    // ---- seeds ----

    private void group(List<StoreGroups.Store> group) {
        group.sort(Comparator.comparingLong(StoreGroups.Store::offset));
        for (int k = 0; k < group.size(); ) {
            Type t = group.get(k).value().type;
            int n = 1;
            while (k + n < group.size() && group.get(k + n).offset() == group.get(k + n - 1).end() && group.get(k + n).value().type == t) n++;
            int lanes = bytes / t.size;
            for (int j = k; VectorCosts.isElement(t) && j + lanes <= k + n && seeds.size() < MAX_SEEDS; j += lanes) {
                Inst[] stores = new Inst[lanes];
                for (int i = 0; i < lanes; i++) stores[i] = group.get(j + i).inst();
                if (isComputed(stores)) seeds.add(stores);
            }
            k += n;
        }
    }

    /** The values are more than constants, and than what loads of this block that serve nothing else read in order. */
    private boolean isComputed(Inst[] stores) {
        boolean constant = true;
        boolean copy = true;
        for (Inst s : stores) {
            Inst v = s.arg(1);
            constant &= SlpGraph.isConstant(v);
            copy &= v.op == Op.LOAD && v.useCount() == 1;
        }
        if (constant || !copy) return !constant;
        Aliases.Place p = aliases.place(stores[0].arg(1));
        for (int k = 1; k < stores.length; k++) {
            Aliases.Place q = aliases.place(stores[k].arg(1));
            if (p.base() != q.base() || q.offset() != p.offset() + k * p.size()) return true;
        }
        return false;
    }

    // ---- what it costs ----

    private void block(Block b, List<SlpReductions.Seed> reductions) {
        graph.begin(b);
        graph.build(seeds, reductions);
        if (fate.length < f.instCount()) {
            fate = new byte[f.instCount() * 3 / 2];
            gathered = new int[fate.length];
        }
        List<Bundle> owners = graph.owners;
        owners.sort(Comparator.comparingInt(x -> x.at));
        weigh(owners);
        for (Bundle x : owners) if (x.root().seed == x) decide(x);
        List<Bundle> chosen = new ArrayList<>();
        for (Bundle x : owners) if (x.root().chosen) chosen.add(x);
        if (!chosen.isEmpty()) new SlpCode(module.tags, f, graph, chosen, fate, this::loops).make();
        for (Bundle x : owners) {
            for (Inst l : x.lanes) {
                gathered[l.id] = 0;
                fate[l.id] = 0;
            }
        }
        graph.end();
    }

    private LoopForest loops() {
        if (forest == null) forest = new LoopForest(f);
        return forest;
    }

    /** Those of a first seed; what is put together for others that are chosen costs no more. */
    private void decide(Bundle seed) {
        Bundle r = seed.root();
        int cost = r.cost;
        for (Bundle b = r.members; b != null; b = b.nextMember) {
            for (Bundle a : b.args) {
                if (a.owns() || a.chosen || a.countedFor == r) continue;
                a.countedFor = r;
                cost += graph.cost(a);
            }
        }
        r.chosen = cost < 0;
        for (Bundle b = r.members; b != null && r.chosen; b = b.nextMember) for (Bundle a : b.args) if (!a.owns()) a.chosen = true;
        if (module.remarks == null) return;
        int loc = seed.lanes[0].loc;
        if (r.chosen) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.VEC, loc, f, "basic block part vectorized using " + bytes + " byte vectors");
        else module.remarks.add(Remarks.Kind.MISSED, Remarks.Group.VEC, loc, f, "basic block part not vectorized: not profitable");
    }

    /** Finds out what depends on each other, and what each of these costs but for what is put together. */
    private void weigh(List<Bundle> owners) {
        for (Bundle b : owners) for (Bundle a : b.args) connect(b, a, b.at);
        // Users before what they use.
        for (int k = owners.size() - 1; k >= 0; k--) {
            Bundle b = owners.get(k);
            Bundle r = b.root();
            if (b.kind == Bundle.Kind.STORE || b.kind == Bundle.Kind.REDUCE) r.seed = b;
            r.cost += graph.cost(b);
            b.nextMember = r.members;
            r.members = b;
            for (int j = 0; j < b.lanes.length; j++) {
                Inst l = b.lanes[j];
                byte x = b.kind == Bundle.Kind.REDUCE ? DEAD : fate(b, l);
                fate[l.id] = x;
                if (x != KEPT) r.cost -= graph.cost(l);
                if (x == EXTRACTED) r.cost += SlpGraph.UNIT * VectorCosts.extract(l.type, j, b.lanes.length);
            }
        }
    }

    private void connect(Bundle user, Bundle a, int at) {
        if (a.owns()) {
            user.join(a);
        } else if (a.kind == Bundle.Kind.SHUFFLE) {
            for (Bundle x : a.args) user.join(x);
        } else {
            for (Inst l : a.lanes) {
                Bundle o = graph.owner(l);
                if (o == null) continue;
                user.join(o);
                if (gathered[l.id] == 0 || gathered[l.id] > at) gathered[l.id] = at;
            }
        }
    }

    private byte fate(Bundle b, Inst l) {
        int needed = gathered[l.id] == 0 ? Integer.MAX_VALUE : gathered[l.id];
        boolean dead = needed == Integer.MAX_VALUE;
        for (int u = 0; u < l.useCount(); u++) {
            Inst user = l.user(u);
            if (graph.owner(user) != null && fate[user.id] != KEPT) continue;
            dead = false;
            if (user.block == b.last.block) needed = Math.min(needed, graph.position(user));
        }
        if (dead) return DEAD;
        return b.kind == Bundle.Kind.LOAD || l.type == Type.I1 || needed <= b.at ? KEPT : EXTRACTED;
    }
}
