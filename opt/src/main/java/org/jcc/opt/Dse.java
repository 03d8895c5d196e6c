package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.ReversePostorder;

/**
 * Dead store elimination: a store, fill or copy goes if on every way onward its bytes are overwritten, or their object ends,
 * before something may read them. A backward problem on bit vectors over the places that are stored to ({@link Aliases.Place}, with
 * addresses compared by {@link ValueNumbers}).
 *
 * <p>At a return the stack slots end, and allocations that nothing else knows; at a call of {@code free} what it frees. A way that never ends ends no object but those.
 * What several stores overwrite together is {@link StoreTrim}'s.
 *
 * <p>Requires: equal addresses are one value. Ensures: no store that is surely overwritten unread.
 */
final class Dse {
    private static final long MAX_BITS = 64L << 20;

    private record Key(Object base, long offset, long size) {}

    private record Reads(Object base, long offset, long size, int tag) {}

    private final Module module;
    private final Function f;
    private final List<Aliases.Place> places = new ArrayList<>();
    private int[] placeOf;
    private Aliases aliases;
    private int words;
    private long[] locals;
    private long[] ending;
    private long[] called;
    private long[][] covers;
    private ValueNumbers values;
    private final Map<Object, List<Integer>> byBase = new HashMap<>();
    private final Map<Reads, long[]> readMasks = new HashMap<>();

    private Dse(Module m, Function f) {
        this.module = m;
        this.f = f;
    }

    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        new Dse(m, f).eliminate();
        StoreTrim.run(m, f);
    }

    /** A store, fill or copy of known size to plain memory. */
    static boolean isStore(Inst i) {
        if (!i.isPlainAccess()) return false;
        if (i.op == Op.MEMSET || i.op == Op.MEMCPY || i.op == Op.MEMMOVE) return i.arg(2).isConst() && i.arg(2).imm > 0;
        return i.op == Op.STORE;
    }

    private void eliminate() {
        ReversePostorder rpo = new ReversePostorder(f);
        values = new ValueNumbers(f, new Dominators(f), rpo);
        aliases = new Aliases(module, f);
        placeOf = new int[f.instCount()];
        Map<Key, Integer> index = new HashMap<>();
        List<Block> homeOf = new ArrayList<>();
        long limit = MAX_BITS / Math.max(1, rpo.blocks.length);
        for (Block b : rpo.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (!isStore(i)) continue;
                Aliases.Place p = aliases.place(i);
                Key key = new Key(base(p), p.offset(), p.size());
                Integer at = index.get(key);
                if (at == null) {
                    if (places.size() >= limit) continue;
                    index.put(key, at = places.size());
                    places.add(p);
                    homeOf.add(p.base() instanceof Inst v && values.number[v.id] >= 0 ? values.home[values.number[v.id]] : null);
                } else if (places.get(at).tag() != p.tag()) {
                    Aliases.Place o = places.get(at);
                    places.set(at, new Aliases.Place(o.base(), o.offset(), o.size(), o.root(), module.tags.merged(o.tag(), p.tag())));
                }
                placeOf[i.id] = at + 1;
            }
        }
        if (places.isEmpty()) return;
        words = places.size() + 63 >> 6;
        long[][] homes = new long[f.blockCount()][];
        locals = new long[words];
        ending = new long[words];
        for (int c = 0; c < places.size(); c++) {
            Object root = places.get(c).root();
            boolean local = Aliases.isLocalObject(root);
            if (local && !aliases.escapes(root)) set(locals, c);
            if (local && (((Inst) root).op != Op.CALL || !aliases.escapes(root))) set(ending, c);
            Block h = homeOf.get(c);
            if (h == null) continue;
            if (homes[h.id] == null) homes[h.id] = new long[words];
            set(homes[h.id], c);
        }
        coverMasks();
        boolean[] ends = reachesEnd(rpo);
        long[][] dead = new long[f.blockCount()][];
        for (Block b : rpo.blocks) {
            dead[b.id] = new long[words];
            Arrays.fill(dead[b.id], -1);
        }
        long[] v = new long[words];
        boolean again = true;
        while (again) {
            again = false;
            for (int k = rpo.blocks.length - 1; k >= 0; k--) {
                Block b = rpo.blocks[k];
                after(b, v, dead, homes, ends[b.id]);
                walk(b, v, false);
                if (!Arrays.equals(v, dead[b.id])) {
                    System.arraycopy(v, 0, dead[b.id], 0, words);
                    again = true;
                }
            }
        }
        for (Block b : rpo.blocks) {
            after(b, v, dead, homes, ends[b.id]);
            walk(b, v, true);
        }
    }

    private static void set(long[] v, int c) {
        v[c >> 6] |= 1L << c;
    }

    /** What is dead at the end of the block. */
    private void after(Block b, long[] v, long[][] dead, long[][] homes, boolean ends) {
        Inst t = b.last;
        if (!ends) {
            System.arraycopy(locals, 0, v, 0, words);
            return;
        }
        if (t.succCount() == 0) {
            if (t.op == Op.UNREACHABLE) Arrays.fill(v, -1);
            else System.arraycopy(t.op == Op.RET ? ending : locals, 0, v, 0, words);
            return;
        }
        Arrays.fill(v, -1);
        for (int s = 0; s < t.succCount(); s++) {
            Block to = t.succ(s);
            long[] d = dead[to.id];
            long[] h = homes[to.id];
            for (int w = 0; w < words; w++) v[w] &= h == null ? d[w] : d[w] & ~h[w];
        }
    }

    /** From the end of the block to its head. */
    private void walk(Block b, long[] v, boolean remove) {
        for (Inst i = b.last, prev; i != null; i = prev) {
            prev = i.prev;
            int c = i.id < placeOf.length ? placeOf[i.id] - 1 : -1;
            if (c >= 0) {
                if ((v[c >> 6] >>> c & 1) != 0) {
                    if (remove) i.remove();
                    continue;
                }
                long[] m = covers[c];
                for (int w = 0; w < words; w++) v[w] |= m[w];
            }
            if (i.op == Op.CALL && Library.isCall(module, i, "free")) {
                free(i, v);
                continue;
            }
            if (i.op == Op.STORE && i.order() <= Inst.RELAXED || i.op == Op.RET || !i.op.reads() && !i.op.writes()) continue;
            long[] m = reads(i);
            for (int w = 0; w < words; w++) v[w] &= ~m[w];
        }
    }

    private long[] reads(Inst i) {
        if ((i.op == Op.LOAD || i.op == Op.MEMCPY || i.op == Op.MEMMOVE) && i.order() <= Inst.RELAXED && i.space() == Inst.SPACE_FLAT) {
            Aliases.Place p = i.op == Op.LOAD ? aliases.place(i) : aliases.source(i);
            Reads key = new Reads(p.base(), p.offset(), p.size(), p.tag());
            long[] m = readMasks.get(key);
            if (m == null) readMasks.put(key, m = compute(i));
            return m;
        }
        if (i.op == Op.CALL && Library.of(module, i) == null && !i.call().is(org.jcc.ir.CallInfo.CONST) && !Aliases.hasStructures(i)) {
            if (called == null) called = compute(i);
            return called;
        }
        return compute(i);
    }

    private long[] compute(Inst i) {
        long[] m = new long[words];
        for (int c = 0; c < places.size(); c++) if (aliases.mayRead(i, places.get(c))) set(m, c);
        return m;
    }

    private Object base(Aliases.Place p) {
        return p.base() instanceof Inst v ? (Object) values.number[v.id] : p.base();
    }

    /** The bytes of what is freed are gone. */
    private void free(Inst call, long[] v) {
        Aliases.Place p = aliases.place(call.arg(1), -1, 0);
        List<Integer> same = byBase.get(base(p));
        if (same != null) for (int c : same) if (places.get(c).offset() >= p.offset()) set(v, c);
    }

    /** For each place those within it, of the same base. */
    private void coverMasks() {
        covers = new long[places.size()][];
        Object[] bases = new Object[places.size()];
        for (int c = 0; c < places.size(); c++) {
            Aliases.Place p = places.get(c);
            bases[c] = base(p);
            byBase.computeIfAbsent(bases[c], x -> new ArrayList<>()).add(c);
        }
        for (int c = 0; c < places.size(); c++) {
            covers[c] = new long[words];
            set(covers[c], c);
            Aliases.Place p = places.get(c);
            List<Integer> same = byBase.get(bases[c]);
            if (same.size() > 200) continue;
            for (int o : same) {
                Aliases.Place q = places.get(o);
                if (p.offset() <= q.offset() && q.offset() + q.size() <= p.offset() + p.size()) set(covers[c], o);
            }
        }
    }

    /** The blocks from which the function can end. */
    private boolean[] reachesEnd(ReversePostorder rpo) {
        boolean[] ends = new boolean[f.blockCount()];
        List<Block> work = new ArrayList<>();
        for (Block b : rpo.blocks) {
            if (b.last.succCount() == 0) {
                ends[b.id] = true;
                work.add(b);
            }
        }
        while (!work.isEmpty()) {
            Block b = work.remove(work.size() - 1);
            for (int e = 0; e < b.predCount(); e++) {
                Block p = b.pred(e).block;
                if (!ends[p.id]) {
                    ends[p.id] = true;
                    work.add(p);
                }
            }
        }
        return ends;
    }
}
