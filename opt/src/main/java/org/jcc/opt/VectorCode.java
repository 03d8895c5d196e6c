package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The code of a loop that {@link Vectorize} has decided for: in the preheader the number of rounds that go in groups, and whether the places are apart; a block that
 * spreads what does not vary; the loop; a block that puts sums together and goes on to the original loop if rounds are left.
 *
 * <p>A lane that the program does not compute may be poison; no flag that makes it so is taken over, as a vector with such a lane would be poison as a whole.
 */
final class VectorCode {
    private final AliasTags tags;
    private final Function f;
    private final Induction ind;
    private final FlatBody body;
    private final VectorAccesses accesses;
    private final VectorValues values;
    private final Trips trips;
    private final int lanes;
    private final Inst model;
    private final Map<Inst, Inst> lane = new HashMap<>();
    /** Loads of one place, done once. */
    private final Map<Inst, Inst> fixed = new HashMap<>();
    /** Of conditions, as wide as {@link VectorValues#mask} says, and in other widths. */
    private final Map<Inst, Inst> masks = new HashMap<>();
    private final Map<Inst, Map<Type, Inst>> resized = new HashMap<>();
    /** Addresses in the first round. */
    private final Map<Inst, Inst> starts = new HashMap<>();
    /** Bytes from there to the first of the rounds at hand, by step. */
    private final Map<Long, Inst> offsets = new HashMap<>();
    /** The loop's counter of rounds. */
    private Inst k;
    /** Where what does not vary is spread. */
    private Block first;
    private Block at;
    private Inst end;

    VectorCode(AliasTags tags, Function f, Induction ind, FlatBody body, VectorAccesses accesses, VectorValues values, Trips trips) {
        this.tags = tags;
        this.f = f;
        this.ind = ind;
        this.body = body;
        this.accesses = accesses;
        this.values = values;
        this.trips = trips;
        lanes = values.lanes;
        model = ind.latch.terminator();
    }

    private Inst emit(Op op, Type t, Inst... args) {
        Inst i = f.newInst(op, t, args);
        i.locatedAs(model);
        if (end != null) i.insertBefore(end);
        else at.append(i);
        return i;
    }

    private Inst compare(Cond c, Inst a, Inst b) {
        Inst i = emit(Op.ICMP, Type.I1, a, b);
        i.imm = c.ordinal();
        return i;
    }

    private Inst i64(long v) {
        return f.iconst(Type.I64, v);
    }

    private Inst sum(Inst p, long bytes) {
        return bytes == 0 ? p : emit(Op.PTRADD, Type.PTR, p, i64(bytes));
    }

    private Type vector(Type element) {
        return Type.vector(element, lanes);
    }

    private Inst as(Inst v, Type t) {
        return v.type == t ? v : emit(Op.BITCAST, t, v);
    }

    private Inst shuffle(Inst v, Inst w, int[] order) {
        Inst s = emit(Op.SHUFFLE, Type.vector(v.type.element, order.length), v, w);
        s.aux = order;
        return s;
    }

    // ---- the loop as a whole ----

    void make() {
        Block pre = ind.pre;
        Block header = ind.loop.header;
        int stay = LoopShape.edge(model, header);
        Block out = model.succ(1 - stay);
        first = f.newBlock(null);
        Block loop = f.newBlock(header.name);
        Block last = f.newBlock(null);
        List<Block> fresh = List.of(first, loop, last);
        f.blocks.subList(f.blocks.size() - 3, f.blocks.size()).clear();
        f.blocks.addAll(f.blocks.indexOf(pre) + 1, fresh);
        // Before: how many rounds go at once, and whether the places are apart.
        Inst n = trips.count();
        at = pre;
        end = pre.terminator();
        Inst grouped = emit(Op.AND, Type.I64, accesses.readsBeyond ? emit(Op.SUB, Type.I64, n, i64(1)) : n, i64(-lanes));
        Inst go = compare(Cond.NE, grouped, i64(0));
        for (VectorAccesses.Access a : accesses.all) starts.put(a.inst, trips.before(a.inst.arg(0)));
        for (VectorAccesses.Family[] c : accesses.checks) {
            Inst below = compare(Cond.ULE, limit(c[0], n, true), limit(c[1], n, false));
            Inst above = compare(Cond.ULE, limit(c[1], n, true), limit(c[0], n, false));
            go = emit(Op.AND, Type.I1, go, emit(Op.OR, Type.I1, below, above));
        }
        Inst enter = pre.terminator();
        Inst[] initial = arguments(enter, 0);
        end = null;
        enter.remove();
        Inst guard = emit(Op.CONDBR, Type.VOID, go);
        guard.addSucc(first);
        guard.addSucc(header, initial);
        // What does not vary, in all lanes; sums begin with nothing.
        at = first;
        prepare();
        k = loop.addParam(Type.I64);
        List<Inst> begin = new ArrayList<>();
        begin.add(i64(0));
        Map<Inst, Inst> sums = new LinkedHashMap<>();
        for (Map.Entry<Inst, VectorReduction> r : values.reductions.entrySet()) {
            Type t = vector(r.getKey().type);
            sums.put(r.getKey(), loop.addParam(t));
            begin.add(emit(Op.SPLAT, t, r.getValue().neutral(f)));
        }
        List<Inst> steps = new ArrayList<>();
        for (Inst p : values.counters) {
            Induction.Iv iv = ind.of(p);
            Type t = values.laneType(p);
            begin.add(counted(iv, t));
            steps.add(emit(Op.SPLAT, vector(t), f.iconst(t, lanes * iv.by())));
            lane.put(p, loop.addParam(vector(t)));
        }
        emit(Op.BR, Type.VOID).addSucc(loop, begin.toArray(Inst[]::new));
        // The body, in its order.
        at = loop;
        for (Inst i : body.code) instruction(i);
        List<Inst> round = new ArrayList<>();
        Inst more = emit(Op.ADD, Type.I64, k, i64(lanes));
        more.flags = Inst.NSW | Inst.NUW;
        round.add(more);
        List<Inst> next = new ArrayList<>();
        for (Map.Entry<Inst, VectorReduction> r : values.reductions.entrySet()) next.add(gather(r.getValue(), sums.get(r.getKey())));
        round.addAll(next);
        for (int c = 0; c < steps.size(); c++) round.add(emit(Op.ADD, steps.get(c).type, lane.get(values.counters.get(c)), steps.get(c)));
        Inst again = emit(Op.CONDBR, Type.VOID, compare(Cond.ULT, more, grouped));
        again.setUnroll(model.unroll());
        again.addSucc(loop, round.toArray(Inst[]::new));
        again.addSucc(last);
        // Behind: sums of lanes, the variables' values, the remaining rounds.
        at = last;
        leave(initial, next, n, grouped, out, stay);
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }

    /** Where what the family accesses in {@code n} rounds begins, or ends. */
    private Inst limit(VectorAccesses.Family family, Inst n, boolean upper) {
        Inst p = starts.get(family.first.inst);
        long step = family.step();
        if (upper && step == family.extent()) return emit(Op.PTRADD, Type.PTR, p, emit(Op.MUL, Type.I64, n, i64(step)));
        if (step != 0 && step > 0 == upper) p = emit(Op.PTRADD, Type.PTR, p, emit(Op.MUL, Type.I64, emit(Op.SUB, Type.I64, n, i64(1)), i64(step)));
        return upper ? sum(p, family.extent()) : p;
    }

    private void leave(Inst[] initial, List<Inst> next, Inst n, Inst grouped, Block out, int stay) {
        Block header = ind.loop.header;
        Map<Inst, Inst> now = new HashMap<>();
        int s = 0;
        for (Map.Entry<Inst, VectorReduction> r : values.reductions.entrySet()) {
            VectorReduction g = r.getValue();
            Inst sum = emit(g.op(), g.next().type, initial[(int) r.getKey().imm], together(g, next.get(s++)));
            sum.flags = g.flags();
            now.put(r.getKey(), sum);
            now.put(g.next(), sum);
        }
        for (Induction.Iv v : ind.ivs) {
            Inst param = advanced(v, grouped);
            now.put(v.param(), param);
            now.put(v.next(), param);
        }
        Inst[] resume = new Inst[header.params.size()];
        for (int i = 0; i < resume.length; i++) resume[i] = now.getOrDefault(header.params.get(i), f.poison(header.params.get(i).type));
        Inst[] leave = arguments(model, 1 - stay);
        for (int i = 0; i < leave.length; i++) {
            Inst v = leave[i];
            // What the last round began with is a step behind.
            Induction.Iv iv = ind.of(v);
            if (iv != null) leave[i] = emit(v.type == Type.PTR ? Op.PTRADD : Op.SUB, v.type, now.get(v), v.type == Type.PTR ? i64(-iv.by()) : f.iconst(v.type, iv.by()));
            else if (now.containsKey(v)) leave[i] = now.get(v);
        }
        Inst done = emit(Op.CONDBR, Type.VOID, compare(Cond.EQ, grouped, n));
        done.addSucc(out, leave);
        done.addSucc(header, resume);
    }

    /** A variable's value after so many rounds. */
    private Inst advanced(Induction.Iv v, Inst rounds) {
        Type t = v.param().type;
        if (t == Type.PTR) return emit(Op.PTRADD, t, v.init(), emit(Op.MUL, Type.I64, rounds, i64(v.by())));
        Inst count = t == Type.I64 ? rounds : emit(Op.TRUNC, t, rounds);
        return emit(Op.ADD, t, v.init(), emit(Op.MUL, t, count, f.iconst(t, v.by())));
    }

    // ---- before the loop ----

    private void prepare() {
        for (VectorAccesses.Access a : accesses.all) {
            if (a.kind != VectorAccesses.Kind.FIXED || !values.spread.contains(a.inst)) continue;
            Inst v = emit(Op.LOAD, a.inst.type, starts.get(a.inst));
            access(v, a);
            fixed.put(a.inst, v);
        }
        List<Inst> all = new ArrayList<>(values.spread);
        all.sort((a, b) -> a.id - b.id);
        for (Inst v : all) {
            Type t = values.laneType(v);
            Inst from = fixed.getOrDefault(v, v);
            Inst low = t == v.type ? from : v.isConst() ? f.iconst(t, v.imm) : emit(Op.TRUNC, t, from);
            lane.put(v, emit(Op.SPLAT, vector(t), low));
        }
        for (Inst c : values.conditions()) {
            if (!values.isUniform(c)) continue;
            Type t = values.mask(c);
            masks.put(c, emit(Op.SPLAT, vector(t), emit(Op.SEXT, t, c)));
        }
    }

    /** A variable of the first rounds. */
    private Inst counted(Induction.Iv iv, Type t) {
        Inst init = iv.init();
        boolean constant = init.isConst();
        long from = constant ? init.imm : 0;
        Inst v = null;
        for (int j = 0; j < lanes; j++) {
            Inst c = f.iconst(t, from + (values.downwards ? lanes - 1 - j : j) * iv.by());
            v = j == 0 ? emit(Op.SPLAT, vector(t), c) : emit(Op.INSERT, v.type, v, c, f.iconst(Type.I32, j));
        }
        if (constant) return v;
        return emit(Op.ADD, v.type, emit(Op.SPLAT, v.type, t == init.type ? init : emit(Op.TRUNC, t, init)), v);
    }

    // ---- memory ----

    private void access(Inst v, VectorAccesses.Access a) {
        v.align = a.inst.align;
        v.tag = a.inst.tag;
        v.locatedAs(a.inst);
        if (a.group == null) return;
        for (VectorAccesses.Access x : a.group.fields) v.tag = tags.merged(v.tag, x.inst.tag);
    }

    private Inst offset(long step) {
        return offsets.computeIfAbsent(step, s -> {
            if (s == 1) return k;
            if (s > 0 && Long.bitCount(s) == 1) return emit(Op.SHL, Type.I64, k, i64(Long.numberOfTrailingZeros(s)));
            return emit(Op.MUL, Type.I64, k, i64(s));
        });
    }

    /** The least address of those rounds. */
    private Inst address(VectorAccesses.Access a) {
        Inst p = emit(Op.PTRADD, Type.PTR, starts.get(a.inst), offset(a.rec.step));
        return a.kind == VectorAccesses.Kind.REVERSED ? sum(p, -(long) (lanes - 1) * a.size()) : p;
    }

    private void load(VectorAccesses.Access a) {
        if (a.group != null) {
            if (a.position == a.group.at) loadGroup(a.group);
            return;
        }
        Inst v = emit(Op.LOAD, vector(a.type()), address(a));
        access(v, a);
        lane.put(a.inst, turned(a, v));
    }

    /** Between the order of memory and that of the rounds. */
    private Inst turned(VectorAccesses.Access a, Inst v) {
        return a.kind == VectorAccesses.Kind.REVERSED && !values.downwards ? shuffle(v, f.poison(v.type), VectorShuffles.reversed(lanes)) : v;
    }

    /** Of structures of four by even and odd fields first. */
    private void loadGroup(VectorAccesses.Group g) {
        Type t = Type.vector(g.first().type(), lanes * g.stride);
        Inst v = emit(Op.LOAD, t, address(g.first()));
        access(v, g.first());
        Inst none = f.poison(t);
        Inst[] halves = new Inst[2];
        for (VectorAccesses.Access a : g.fields) {
            if (!values.isVector(a.inst)) continue;
            int number = g.number(a);
            Inst x;
            if (g.stride == 2) {
                x = shuffle(v, none, VectorShuffles.every2nd(lanes, number));
            } else {
                int half = number & 1;
                if (halves[half] == null) halves[half] = shuffle(v, none, VectorShuffles.every2nd(2 * lanes, half));
                x = shuffle(halves[half], f.poison(halves[half].type), VectorShuffles.every2nd(lanes, number / 2));
            }
            lane.put(a.inst, as(x, vector(a.type())));
        }
    }

    private Inst stored(VectorAccesses.Access a) {
        FlatBody.Choice c = accesses.stored(a);
        return c.cond() == null ? lane.get(c.yes()) : choose(c.cond(), lane.get(c.yes()), lane.get(c.no()));
    }

    private void store(VectorAccesses.Access a) {
        if (a.group != null) {
            if (a.position == a.group.at) storeGroup(a.group);
            return;
        }
        Inst v = turned(a, stored(a));
        access(emit(Op.STORE, Type.VOID, address(a), v), a);
    }

    private void storeGroup(VectorAccesses.Group g) {
        Inst[] v = new Inst[g.stride];
        Type t = vector(g.first().type());
        for (int n = 0; n < v.length; n++) v[n] = as(stored(g.field(n)), t);
        // Of four, the first and the third, the second and the fourth.
        while (v.length > 1) {
            Inst[] pairs = new Inst[v.length / 2];
            int n = v[0].type.lanes;
            for (int j = 0; j < pairs.length; j++) pairs[j] = shuffle(v[j], v[j + pairs.length], VectorShuffles.interleaved(n, 0, 2 * n));
            v = pairs;
        }
        access(emit(Op.STORE, Type.VOID, address(g.first()), v[0]), g.first());
    }

    // ---- values ----

    private void instruction(Inst i) {
        if (i.op == Op.STORE) {
            if (accesses.of(i) != null) store(accesses.of(i));
        } else if (values.mask(i) != null) {
            masks.put(i, mask(i));
        } else if (values.isVector(i)) {
            if (i.op == Op.LOAD) load(accesses.of(i));
            else lane.put(i, lanes(i));
        } else if (i.op == Op.LOAD && accesses.of(i).group != null) {
            load(accesses.of(i));
        }
    }

    private Inst splat(Type t, long v) {
        return emit(Op.SPLAT, vector(t), f.iconst(t, v));
    }

    private Inst lanes(Inst i) {
        FlatBody.Choice c = body.choice(i);
        if (c != null) return choose(c.cond(), lane.get(c.yes()), lane.get(c.no()));
        Type t = values.laneType(i);
        switch (i.op) {
            case ZEXT, SEXT -> {
                // Of narrowed values only the lanes are left.
                if (values.isNarrowed(i)) return lane.get(i.arg(0));
                if (i.arg(0).type == Type.I1) {
                    Inst mask = as(mask(i.arg(0), t), vector(t));
                    return i.op == Op.SEXT ? mask : emit(Op.AND, vector(t), mask, splat(t, 1));
                }
            }
            case TRUNC -> {
                if (values.isNarrowed(i.arg(0))) return lane.get(i.arg(0));
            }
            case SHL, LSHR, ASHR -> {
                boolean low = values.isNarrowed(i) && i.op != Op.SHL;
                return like(i, low ? VectorValues.lowShift(i) : i.op, t, lane.get(i.arg(0)), amount(i.arg(1), t));
            }
            case ROTL, ROTR -> {
                return rotated(i, t);
            }
            case FPTOSI -> {
                // Of what is not chosen nothing may be known.
                return emit(Op.FREEZE, vector(t), like(i, i.op, t, lane.get(i.arg(0))));
            }
            default -> { }
        }
        Inst[] args = new Inst[i.argCount()];
        for (int n = 0; n < args.length; n++) args[n] = lane.get(i.arg(n));
        return like(i, i.op, t, args);
    }

    private Inst like(Inst i, Op op, Type element, Inst... args) {
        Inst v = emit(op, vector(element), args);
        v.flags = element == i.type ? i.flags & ~Inst.POISON_FLAGS : 0;
        v.locatedAs(i);
        return v;
    }

    private Inst amount(Inst by, Type t) {
        return by.isConst() ? splat(t, by.imm) : lane.get(by);
    }

    private Inst rotated(Inst i, Type t) {
        Inst x = lane.get(i.arg(0));
        Inst by = i.arg(1);
        Inst other;
        Inst amount;
        if (by.isConst()) {
            amount = splat(t, by.imm & t.bits - 1);
            other = splat(t, -by.imm & t.bits - 1);
        } else {
            Block here = at;
            at = first;
            end = first.terminator();
            Inst scalar = fixed.getOrDefault(by, by);
            amount = emit(Op.SPLAT, vector(t), emit(Op.AND, t, scalar, f.iconst(t, t.bits - 1)));
            other = emit(Op.SPLAT, vector(t), emit(Op.AND, t, emit(Op.SUB, t, f.iconst(t, 0), scalar), f.iconst(t, t.bits - 1)));
            at = here;
            end = null;
        }
        boolean left = i.op == Op.ROTL;
        return emit(Op.OR, x.type, emit(left ? Op.SHL : Op.LSHR, x.type, x, amount), emit(left ? Op.LSHR : Op.SHL, x.type, x, other));
    }

    // ---- conditions ----

    private Inst mask(Inst c) {
        Type t = vector(values.mask(c));
        if (c.op == Op.ICMP || c.op == Op.FCMP) {
            Inst m = like(c, c.op, t.element, lane.get(c.arg(0)), lane.get(c.arg(1)));
            m.imm = c.imm;
            m.flags = c.flags & ~Inst.POISON_FLAGS;
            return m;
        }
        return emit(c.op, t, mask(c.arg(0), t.element), mask(c.arg(1), t.element));
    }

    /** The condition's mask of lanes that are so wide. */
    private Inst mask(Inst c, Type element) {
        Inst m = masks.get(c);
        if (m.type.element == element) return m;
        return resized.computeIfAbsent(c, x -> new HashMap<>()).computeIfAbsent(element, e -> emit(m.type.element.bits < e.bits ? Op.SEXT : Op.TRUNC, vector(e), m));
    }

    /** {@code (mask & yes) | (~mask & no)}, on integers of the lanes' size; null stands for zeros. */
    private Inst choose(Inst cond, Inst yes, Inst no) {
        Type t = yes != null ? yes.type : no.type;
        Type bits = vector(Type.integer(t.element.bits));
        Inst mask = mask(cond, bits.element);
        Inst a = yes == null ? null : emit(Op.AND, bits, mask, as(yes, bits));
        if (no == null) return as(a, t);
        Inst b = emit(Op.AND, bits, emit(Op.XOR, bits, mask, splat(bits.element, -1)), as(no, bits));
        return as(a == null ? b : emit(Op.OR, bits, a, b), t);
    }

    // ---- reductions ----

    private Inst combine(VectorReduction r, Inst a, Inst b) {
        Inst v = emit(r.op(), a.type, a, b);
        v.flags = r.flags();
        return v;
    }

    /** What is gathered with those rounds. */
    private Inst gather(VectorReduction r, Inst sum) {
        VectorReduction.Term t = r.term();
        if (!t.isValue() || !t.minus()) return combine(r, sum, term(r, t));
        Inst v = emit(r.op() == Op.ADD ? Op.SUB : Op.FSUB, sum.type, sum, lane.get(t.value()));
        v.flags = r.flags();
        return v;
    }

    private Inst term(VectorReduction r, VectorReduction.Term t) {
        Type type = vector(r.param().type);
        if (t.isNothing()) return emit(Op.SPLAT, type, r.neutral(f));
        if (t.isValue()) {
            Inst v = lane.get(t.value());
            if (!t.minus()) return v;
            return r.op() == Op.FADD ? emit(Op.FNEG, type, v) : emit(Op.SUB, type, splat(type.element, 0), v);
        }
        if (!t.isChoice()) return t.first().isNothing() ? term(r, t.second()) : combine(r, term(r, t.first()), term(r, t.second()));
        boolean zero = r.neutral(f).isConst(0);
        return choose(t.cond(), zero && t.first().isNothing() ? null : term(r, t.first()), zero && t.second().isNothing() ? null : term(r, t.second()));
    }

    /** One value of the lanes: halves are put together until one is left. */
    private Inst together(VectorReduction r, Inst v) {
        for (int half = v.type.lanes / 2; half > 0; half /= 2) v = combine(r, v, moved(v, half));
        return emit(Op.EXTRACT, v.type.element, v, f.iconst(Type.I32, 0));
    }

    /** So many lanes down. Lanes below 32 bits as wider ones: every target can move those, or shift within them. */
    private Inst moved(Inst v, int lanes) {
        Type e = v.type.element;
        if (e.bits >= 32) return shuffle(v, f.poison(v.type), VectorShuffles.upper(v.type.lanes, lanes));
        int bits = lanes * e.bits;
        Type wide = Type.vector(Type.integer(Math.max(16, Math.min(32, 2 * bits))), v.type.bits / Math.max(16, Math.min(32, 2 * bits)));
        Inst w = as(v, wide);
        Inst m = bits < 32 ? emit(Op.LSHR, wide, w, emit(Op.SPLAT, wide, f.iconst(wide.element, bits))) : shuffle(w, f.poison(wide), VectorShuffles.upper(wide.lanes, bits / 32));
        return as(m, v.type);
    }
}
