package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.ReversePostorder;
import org.jcc.ir.Type;

/**
 * Redundancy elimination across joins, of loads above all: {@code fre} replaces what is computed on every way to a place,
 * {@code pre} also what is computed on some of them, by computing it on the others (Morel and Renvoise, 1979; placement at joins
 * as in VanDrunen and Hosking, Value-Based Partial Redundancy Elimination, 2004).
 *
 * <p>The candidates are classes: places in memory of one size, with equal addresses by {@link ValueNumbers}, and expressions that stand in
 * several places. Two bit vectors for each block say which classes are available at its end (a load, or a store, whose bytes
 * nothing has changed since by {@link Aliases}) and which are anticipated at its head (loaded on every way onward before anything
 * changes them). At a join where a class is anticipated and comes in on some edges, it is computed on the edge that lacks it: the
 * program would have done so anyhow, so that nothing traps earlier than it would and no way gets longer. An expression made of a
 * block's values begins anew when the block is entered.
 *
 * <p>The values then reach the places by block parameters, made on demand from the place upward (Braun et al., Simple and Efficient Construction
 * of Static Single Assignment Form, 2013).
 *
 * <p>Requires: equal addresses are one value (gvn). Ensures: no load whose value every way to it has at hand.
 */
final class Pre {
    /** Bits of one table beyond which a function's candidates are cut down to the first ones. */
    private static final long MAX_BITS = 16L << 20;
    /** Operations looked at before a store that may be needless. */
    private static final int MAX_SCAN = 200;
    private static final int ROUNDS = 3;

    private static final class Klass {
        final int number;
        final Type type;
        /** Null for expressions. */
        Aliases.Place place;
        /** Tags differ. */
        boolean mixed;
        final Inst address;
        final long offset;
        Block home;
        int loads;
        int stores;
        int align = 1 << 30;
        /** An instruction to copy, for expressions. */
        final Inst sample;

        Klass(int number, Type type, Aliases.Place place, Inst address, Inst sample) {
            this.number = number;
            this.type = type;
            this.place = place;
            this.address = address;
            this.offset = place == null ? 0 : place.offset();
            this.sample = sample;
        }

        /** An access of another type, or by another pointer: by the rules that hold for both. */
        void mix(AliasTags tags, int tag) {
            place = new Aliases.Place(place.base(), place.offset(), place.size(), place.root(), tags.merged(place.tag(), tag));
            mixed = true;
        }
    }

    private record Key(Object base, long offset, int size, Type odd, int kind) {}

    private final Module module;
    private final Function f;
    private final boolean insert;
    private Dominators dom;
    private ReversePostorder rpo;
    private ValueNumbers values;
    private Aliases aliases;
    private final List<Klass> classes = new ArrayList<>();
    /** Class + 1 of a load, store or expression, by instruction id. */
    private int[] classOf;
    private int words;
    private long[][] gen;
    private long[][] kill;
    private long[][] antic;
    private long[][] local;
    private long[][] in;
    private long[][] out;
    private long[][] homes;
    private final Map<Key, long[]> masks = new HashMap<>();
    private long[] unknown;
    /** The value of a class at the end of a block: key block * classes + class. */
    private Map<Long, Inst> atEnd;
    private Map<Long, Inst> atHead;
    /** By instruction id: what replaced a removed instruction. */
    private Inst[] replaced;
    private List<Inst>[] members;
    private boolean changed;
    /** Blocks from this id on were put on edges. */
    private int firstSplit = Integer.MAX_VALUE;

    private Pre(Module m, Function f, boolean insert) {
        this.module = m;
        this.f = f;
        this.insert = insert;
    }

    static void full(Module m, Function f) {
        run(m, f, false);
    }

    /** Where size counts nothing is computed in a second place. */
    static void partial(Module m, Function f) {
        run(m, f, !f.is(Function.OPT_SIZE));
    }

    private static void run(Module m, Function f, boolean insert) {
        if (f.is(Function.CALLS_SETJMP)) return;
        for (int round = 0; round < ROUNDS; round++) {
            Pre p = new Pre(m, f, insert);
            if (!p.eliminate()) break;
            Gvn.run(f);
        }
    }

    private boolean eliminate() {
        if (insert) splitEdges();
        rpo = new ReversePostorder(f);
        dom = new Dominators(f);
        values = new ValueNumbers(f, dom, rpo);
        aliases = new Aliases(module, f);
        collect();
        if (classes.isEmpty()) return false;
        tables();
        available();
        if (insert) {
            anticipated();
            place();
        }
        rewrite();
        return changed;
    }

    /** Gives each edge from a branch to a join a block to compute in; those left empty go with the next cfg. */
    private void splitEdges() {
        int n = f.blocks.size();
        firstSplit = f.blockCount();
        for (int k = 0; k < n; k++) {
            Inst t = f.blocks.get(k).last;
            if (t.op != Op.CONDBR) continue;
            for (int s = 0; s < 2; s++) {
                Block to = t.succ(s);
                if (to.predCount() < 2) continue;
                Block between = f.newBlock(null);
                Inst br = f.newInst(Op.BR, Type.VOID);
                Inst[] args = new Inst[t.succArgCount(s)];
                for (int a = 0; a < args.length; a++) args[a] = t.succArg(s, a);
                br.addSucc(to, args);
                between.append(br.locatedAs(t));
                t.setSucc(s, between);
            }
        }
    }

    // ---- candidates ----

    /** A plain load or store of memory that only the program changes. */
    private static boolean isAccess(Inst i) {
        return (i.op == Op.LOAD || i.op == Op.STORE) && i.isPlainAccess();
    }

    /** Values of the type are the bits in memory, and convert to any other such type of the size. */
    private static boolean isPlain(Type t) {
        return t.isIntOrPtr() && t.bits >= 8 || t == Type.F32 || t == Type.F64;
    }

    /** The value of what an access is relative to; -1 of a constant that was made since values were numbered. */
    private int number(Inst v) {
        return v.id < values.number.length ? values.number[v.id] : -1;
    }

    private void collect() {
        Map<Key, Integer> index = new HashMap<>();
        classOf = new int[f.instCount()];
        int[] occurrences = new int[f.instCount()];
        for (Block b : rpo.blocks) {
            for (Inst i = b.first; i != null; i = i.next) if (values.number[i.id] >= 0 && worthwhile(i)) occurrences[values.number[i.id]]++;
        }
        List<Klass> all = new ArrayList<>();
        for (Block b : rpo.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                Key key;
                Aliases.Place p = null;
                Type t = i.type;
                if (isAccess(i)) {
                    if (i.op == Op.STORE) t = i.arg(1).type;
                    p = aliases.place(i);
                    Object base = p.base() instanceof Inst v && number(v) >= 0 ? (Object) number(v) : p.base();
                    key = new Key(base, p.offset(), t.size, isPlain(t) ? null : t, 0);
                } else if (worthwhile(i) && occurrences[values.number[i.id]] > 1) {
                    key = new Key(values.number[i.id], 0, 0, null, 1);
                } else {
                    continue;
                }
                Integer at = index.get(key);
                Klass k;
                if (at == null) {
                    k = new Klass(all.size(), t, p, p == null ? null : i.arg(0), i);
                    k.home = p == null ? values.home[values.number[i.id]] : p.base() instanceof Inst v && number(v) >= 0 ? values.home[number(v)] : null;
                    index.put(key, all.size());
                    all.add(k);
                } else {
                    k = all.get(at);
                }
                classOf[i.id] = k.number + 1;
                if (i.op == Op.STORE) k.stores++;
                else k.loads++;
                k.align = Math.min(k.align, i.align);
                // Accesses of several types: by the rules of none.
                if (p != null && p.tag() != k.place.tag()) k.mix(module.tags, p.tag());
            }
        }
        // Those with one access have nothing to win but in a loop.
        int[] renumber = new int[all.size()];
        long limit = MAX_BITS / Math.max(1, rpo.blocks.length);
        for (Klass k : all) {
            boolean wanted = k.loads > 0 && (k.loads + k.stores > 1 || insert && k.place != null) && classes.size() < limit;
            renumber[k.number] = wanted ? classes.size() + 1 : 0;
            if (wanted) classes.add(k);
        }
        if (module.tags.hasScopes()) limit(all);
        for (int i = 0; i < classOf.length; i++) if (classOf[i] > 0) classOf[i] = renumber[classOf[i] - 1];
        words = classes.size() + 63 >> 6;
    }

    /** A load may come to stand for others of its class: it promises no more than they do of the restrict pointers that it is based on. */
    private void limit(List<Klass> all) {
        for (Block b : rpo.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op != Op.LOAD || classOf[i.id] == 0) continue;
                Klass k = all.get(classOf[i.id] - 1);
                if (k.mixed) i.tag = module.tags.limited(i.tag, k.place.tag());
            }
        }
    }

    /** Expressions that may stand in several places with profit. */
    private boolean worthwhile(Inst i) {
        if (!ValueNumbers.isExpression(i) || i.argCount() == 0) return false;
        return switch (i.op) {
            case ICMP, FCMP, ZEXT, SEXT, TRUNC, PTRTOINT, INTTOPTR, BITCAST, SELECT, SPLAT -> false;
            case PTRADD -> i.arg(1).op != Op.ICONST;
            default -> i.arg(i.argCount() - 1).op != Op.ICONST || i.op != Op.ADD;
        };
    }

    // ---- bit vectors ----

    private void tables() {
        int n = f.blockCount();
        gen = new long[n][];
        kill = new long[n][];
        local = new long[n][];
        homes = new long[n][];
        for (int c = 0; c < classes.size(); c++) {
            Block h = classes.get(c).home;
            if (h == null) continue;
            if (homes[h.id] == null) homes[h.id] = new long[words];
            set(homes[h.id], c);
        }
        for (Block b : rpo.blocks) {
            long[] g = new long[words];
            long[] k = new long[words];
            long[] a = new long[words];
            boolean sure = true;
            for (Inst i = b.first; i != null; i = i.next) {
                int c = classOf[i.id] - 1;
                if (c >= 0 && sure && i.op != Op.STORE && !has(k, c) && !has(g, c)) set(a, c);
                if (stops(i)) sure = false;
                if (aliases.clobbers(i)) {
                    long[] m = mask(i);
                    for (int w = 0; w < words; w++) {
                        g[w] &= ~m[w];
                        k[w] |= m[w];
                    }
                }
                if (c >= 0) set(g, c);
            }
            gen[b.id] = g;
            kill[b.id] = k;
            local[b.id] = a;
        }
    }

    /** The classes that an operation may change. */
    private long[] mask(Inst i) {
        Key key = null;
        if (i.op == Op.STORE || i.op == Op.MEMSET || i.op == Op.MEMCPY || i.op == Op.MEMMOVE) {
            if (i.order() > Inst.RELAXED || i.space() != Inst.SPACE_FLAT) return compute(i);
            Aliases.Place p = aliases.place(i);
            key = new Key(p.base(), p.offset(), (int) Math.min(Integer.MAX_VALUE, p.size()), null, p.tag());
        } else if (i.op == Op.CALL && Library.of(module, i) == null && !i.call().signature.resultInMemory() || i.op == Op.CALLBR) {
            if (unknown == null) unknown = compute(i);
            return unknown;
        } else {
            return compute(i);
        }
        long[] m = masks.get(key);
        if (m == null) masks.put(key, m = compute(i));
        return m;
    }

    private long[] compute(Inst i) {
        long[] m = new long[words];
        for (int c = 0; c < classes.size(); c++) {
            Aliases.Place p = classes.get(c).place;
            if (p != null && aliases.mayWrite(i, p)) set(m, c);
        }
        return m;
    }

    private static void set(long[] v, int c) {
        v[c >> 6] |= 1L << c;
    }

    private static boolean has(long[] v, int c) {
        return v != null && (v[c >> 6] >>> c & 1) != 0;
    }

    private void available() {
        int n = f.blockCount();
        in = new long[n][];
        out = new long[n][];
        for (Block b : rpo.blocks) {
            in[b.id] = new long[words];
            out[b.id] = new long[words];
            if (b != f.entry()) Arrays.fill(out[b.id], -1);
        }
        boolean again = true;
        while (again) {
            again = false;
            for (Block b : rpo.blocks) again |= flow(b);
        }
    }

    /** in = what every predecessor has, less what begins here; out = in - kill + gen. */
    private boolean flow(Block b) {
        long[] x = in[b.id];
        if (b != f.entry()) {
            Arrays.fill(x, -1);
            for (int e = 0; e < b.predCount(); e++) {
                Block p = b.pred(e).block;
                if (!rpo.isReachable(p)) continue;
                long[] o = out[p.id];
                for (int w = 0; w < words; w++) x[w] &= o[w];
            }
            long[] h = homes[b.id];
            if (h != null) for (int w = 0; w < words; w++) x[w] &= ~h[w];
        }
        long[] o = out[b.id];
        boolean change = false;
        for (int w = 0; w < words; w++) {
            long v = x[w] & ~kill[b.id][w] | gen[b.id][w];
            change |= v != o[w];
            o[w] = v;
        }
        return change;
    }

    private void anticipated() {
        antic = new long[f.blockCount()][];
        // From nothing upward: what follows a loop that may not end is not anticipated before it.
        for (Block b : rpo.blocks) antic[b.id] = new long[words];
        boolean again = true;
        long[] v = new long[words];
        while (again) {
            again = false;
            for (int k = rpo.blocks.length - 1; k >= 0; k--) {
                Block b = rpo.blocks[k];
                Inst t = b.terminator();
                Arrays.fill(v, t.succCount() == 0 ? 0 : -1);
                for (int s = 0; s < t.succCount(); s++) {
                    long[] a = antic[t.succ(s).id];
                    for (int w = 0; w < words; w++) v[w] &= a[w];
                    long[] h = homes[t.succ(s).id];
                    if (h != null) for (int w = 0; w < words; w++) v[w] &= ~h[w];
                }
                long[] a = antic[b.id];
                long[] stop = mayStop(b) ? local[b.id] : null;
                for (int w = 0; w < words; w++) {
                    // A store to the class is in gen and in kill: what follows it is not wanted before.
                    long x = stop != null ? stop[w] : local[b.id][w] | v[w] & ~(kill[b.id][w] | gen[b.id][w]);
                    again |= x != a[w];
                    a[w] = x;
                }
            }
        }
    }

    /** Something in the block may end the program, so that what follows it is not sure to happen. */
    private boolean mayStop(Block b) {
        for (Inst i = b.first; i != null; i = i.next) if (stops(i)) return true;
        return false;
    }

    private boolean stops(Inst i) {
        return i.op.mayNotReturn() && Library.of(module, i) == null;
    }

    // ---- placement ----

    /** Computes classes on the edges that lack them; one sweep, the new ones being available to later joins. */
    private void place() {
        members();
        for (Block b : rpo.blocks) {
            int n = b.predCount();
            if (n < 2) {
                flow(b);
                continue;
            }
            long[] wanted = new long[words];
            boolean any = false;
            for (int e = 0; e < n; e++) {
                if (!rpo.isReachable(b.pred(e).block)) continue;
                long[] o = out[b.pred(e).block.id];
                for (int w = 0; w < words; w++) wanted[w] |= o[w];
            }
            flow(b);
            long[] h = homes[b.id];
            for (int w = 0; w < words; w++) {
                wanted[w] &= antic[b.id][w] & ~in[b.id][w];
                if (h != null) wanted[w] &= ~h[w];
                any |= wanted[w] != 0;
            }
            if (!any) continue;
            for (int c = 0; c < classes.size(); c++) if (has(wanted, c)) complete(b, c);
            flow(b);
        }
        boolean again = true;
        while (again) {
            again = false;
            for (Block b : rpo.blocks) again |= flow(b);
        }
    }

    private void members() {
        @SuppressWarnings("unchecked")
        List<Inst>[] m = new List[values.number.length];
        members = m;
        for (Block b : rpo.blocks) {
            for (Inst p : b.params) member(p);
            for (Inst i = b.first; i != null; i = i.next) member(i);
        }
    }

    private void member(Inst i) {
        int n = values.number[i.id];
        if (n < 0 || !i.hasResult()) return;
        if (members[n] == null) members[n] = new ArrayList<>(1);
        members[n].add(i);
    }

    /** A value with the number that is at hand at the end of the block. */
    private Inst atHand(Inst v, Block b) {
        if (v.op.isConstant()) return v;
        if (v.id >= values.number.length || values.number[v.id] < 0) return null;
        for (Inst m : members[values.number[v.id]]) if (m.block != null && dom.dominates(m.block, b)) return m;
        return null;
    }

    private void complete(Block b, int c) {
        Klass k = classes.get(c);
        int missing = 0;
        int present = 0;
        Inst lacking = null;
        for (int e = 0; e < b.predCount(); e++) {
            Inst t = b.pred(e);
            if (!rpo.isReachable(t.block)) return;
            if (has(out[t.block.id], c)) {
                present++;
            } else {
                missing++;
                lacking = t;
            }
        }
        // One copy more for one or more less: the code does not grow.
        if (missing != 1 || present == 0) return;
        if (lacking.op != Op.BR) return;
        Block p = lacking.block;
        // A block of its own is too dear for an addition.
        if (k.place == null && p.id >= firstSplit && !isDear(k.sample.op)) return;
        Inst made;
        if (k.place != null) {
            Inst base = k.place.base() instanceof Inst v ? atHand(v, p) : null;
            if (base == null && k.place.base() instanceof Inst) return;
            Inst address;
            if (base == null) {
                address = k.address;
            } else if (k.offset == 0) {
                address = base;
            } else {
                address = f.newInst(Op.PTRADD, Type.PTR, base, f.iconst(Type.I64, k.offset));
                address.locatedAs(k.sample).insertBefore(lacking);
            }
            made = f.newInst(Op.LOAD, k.type, address);
            made.align = k.align;
            made.tag = k.place.tag();
        } else {
            Inst[] args = new Inst[k.sample.argCount()];
            for (int a = 0; a < args.length; a++) if ((args[a] = atHand(k.sample.arg(a), p)) == null) return;
            made = f.newInst(k.sample.op, k.type, args);
            made.flags = k.sample.flags & ~Inst.POISON_FLAGS;
            made.imm = k.sample.imm;
            made.immHi = k.sample.immHi;
            made.aux = k.sample.aux;
        }
        made.locatedAs(k.sample).insertBefore(lacking);
        grow(made, c);
        set(gen[p.id], c);
        flow(p);
        changed = true;
    }

    private static boolean isDear(Op op) {
        return op == Op.MUL || op.mayTrap() || op.isFloating() || op == Op.CALL;
    }

    private void grow(Inst i, int c) {
        if (i.id >= classOf.length) classOf = Arrays.copyOf(classOf, Math.max(i.id + 64, classOf.length * 2));
        classOf[i.id] = c + 1;
    }

    // ---- the values ----

    private void rewrite() {
        atEnd = new HashMap<>();
        atHead = new HashMap<>();
        replaced = new Inst[f.instCount() + 64];
        classOf = Arrays.copyOf(classOf, Math.max(classOf.length, f.instCount()));
        // What each block leaves, its own computations only.
        for (Block b : rpo.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                int c = classOf[i.id] - 1;
                if (c >= 0 && has(gen[b.id], c)) atEnd.put(key(b, c), i);
            }
        }
        Inst[] now = new Inst[classes.size()];
        int[] stamp = new int[classes.size()];
        long[] live = new long[words];
        int round = 0;
        for (Block b : rpo.blocks) {
            round++;
            System.arraycopy(in[b.id], 0, live, 0, words);
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                int c = i.id < classOf.length ? classOf[i.id] - 1 : -1;
                if (c >= 0 && i.op != Op.STORE && has(live, c)) {
                    Inst v = stamp[c] == round ? resolve(now[c]) : head(b, c);
                    if (v != null) {
                        v = convert(v, i.type, i);
                        if (v != i) {
                            if (i.useCount() > 0) i.replaceAllUsesWith(v);
                            replace(i, v);
                            i.remove();
                            changed = true;
                            continue;
                        }
                    }
                }
                // What is there already.
                if (c >= 0 && i.op == Op.STORE && has(live, c) && (stamp[c] == round ? resolve(now[c]) == i.arg(1) && isUntouched(now[c], i, c)
                        : isLoad(i.arg(1), c) && head(b, c) == i.arg(1) && isUntouched(i.arg(1), i, c))) {
                    replace(i, i.arg(1));
                    i.remove();
                    changed = true;
                    continue;
                }
                if (aliases.clobbers(i)) {
                    long[] m = mask(i);
                    for (int w = 0; w < words; w++) live[w] &= ~m[w];
                }
                if (c >= 0) {
                    set(live, c);
                    now[c] = i;
                    stamp[c] = round;
                }
            }
        }
    }

    /**
     * Nothing on the ways from an access to a store writes the class's place as another type ({@link Aliases#untyped}). The bit vectors know only what
     * loads of its own type can see.
     */
    private boolean isUntouched(Inst access, Inst store, int c) {
        Aliases.Place p = classes.get(c).place;
        Aliases.Place any = aliases.untyped(p);
        if (any == p) return true;
        if (access.block == null) return false;
        List<Block> ways = new ArrayList<>();
        Inst i = store.prev;
        int budget = MAX_SCAN;
        for (int w = -1; w < ways.size(); w++) {
            Block b = w < 0 ? store.block : ways.get(w);
            if (w >= 0) i = b.last;
            for (; i != null && i != access; i = i.prev) if (--budget < 0 || aliases.clobbers(i) && aliases.mayWrite(i, any)) return false;
            if (i == access) continue;
            for (int k = 0; k < b.predCount(); k++) if (!ways.contains(b.pred(k).block)) ways.add(b.pred(k).block);
        }
        return true;
    }

    private boolean isLoad(Inst v, int c) {
        return v.op == Op.LOAD && v.id < classOf.length && classOf[v.id] == c + 1;
    }

    private void replace(Inst i, Inst by) {
        if (i.id >= replaced.length) replaced = Arrays.copyOf(replaced, Math.max(i.id + 64, replaced.length * 2));
        replaced[i.id] = by;
    }

    private long key(Block b, int c) {
        return (long) b.id * classes.size() + c;
    }

    /** The value that a load, store or expression stands for. */
    private Inst resolve(Inst i) {
        Inst v = i.op == Op.STORE && i.block != null ? i.arg(1) : i;
        while (v.id < replaced.length && replaced[v.id] != null) v = replaced[v.id];
        return v;
    }

    private Inst end(Block b, int c) {
        Inst g = atEnd.get(key(b, c));
        Klass k = classes.get(c);
        if (g == null) return head(b, c);
        Inst v = resolve(g);
        if (v.type == k.type) return v;
        return convert(v, k.type, b.last);
    }

    /** The class's value at the head of a block, where it is available. */
    private Inst head(Block b, int c) {
        long key = key(b, c);
        Inst known = atHead.get(key);
        if (known != null) {
            while (known.id < replaced.length && replaced[known.id] != null) known = replaced[known.id];
            return known;
        }
        Klass k = classes.get(c);
        if (b.predCount() == 1) {
            Inst v = end(b.pred(0).block, c);
            atHead.put(key, v);
            return v;
        }
        Inst p = b.addParam(k.type);
        atHead.put(key, p);
        int last = b.params.size() - 1;
        Inst hold = f.poison(k.type);
        for (int e = 0; e < b.predCount(); e++) b.pred(e).addSuccArg(b.predSucc(e), hold);
        Inst same = null;
        boolean one = true;
        for (int e = 0; e < b.predCount(); e++) {
            Inst t = b.pred(e);
            if (!rpo.isReachable(t.block)) continue;
            Inst v = end(t.block, c);
            t.setSuccArg(b.predSucc(e), last, v);
            if (v == p || v == same) continue;
            if (same != null) one = false;
            same = v;
        }
        if (!one || same == null) return p;
        // All ways bring one value.
        if (p.useCount() > 0) p.replaceAllUsesWith(same);
        replace(p, same);
        b.removeParam((int) p.imm);
        atHead.put(key, same);
        return same;
    }

    /** The bits as another type of the same size. */
    private Inst convert(Inst v, Type to, Inst at) {
        if (v.type == to) return v;
        if (v.op == Op.ICONST && v.imm == 0 && v.immHi == 0) return f.zero(to);
        if (v.type.isPtr() && to.isFloat()) v = convert(v, Type.I64, at);
        else if (v.type.isFloat() && to.isPtr()) v = convert(v, Type.I64, at);
        Inst c = f.newInst(v.type.isPtr() ? Op.PTRTOINT : to.isPtr() ? Op.INTTOPTR : Op.BITCAST, to, v);
        c.locatedAs(at).insertBefore(at);
        return c;
    }
}
