package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The graph of {@link Bundle}s below the seeds of one block, for {@link Slp}: which scalars become the lanes of one vector.
 *
 * <p>From the stored values down, equal operations whose lanes are all of this block become a bundle, and their operands in turn, those of commutative
 * operations in the order that goes together best. Neighbouring loads are one, in any order; what is neither is spread, a constant, or gathered. A scalar is a lane of
 * one bundle at most: who needs it in another place gets it by a shuffle, or as a scalar.
 *
 * <p>A vector stands where the last of its lanes did. As each operand of a lane is before the lane, so are the vectors of operands before the vector; an operation that moves
 * down so, moves past other accesses of memory only if they do not touch its bytes. Of two accesses that change places, one has been asked about the other.
 */
final class SlpGraph {
    private static final int DEPTH = 12;
    private static final int MAX_SCAN = 256;

    private final Function f;
    private final Aliases aliases;
    private final BiPredicate<Op, Type> legal;
    /** Of a register. */
    private final int bytes;

    // Of the block at hand.
    private Block block;
    /** By instruction id: the place in the block, from 1 on. */
    private int[] position = {};
    /** What writes memory, and where. */
    private final List<Inst> writes = new ArrayList<>();
    /** Seeds that the loads at hand rely on. */
    private final List<Bundle> behind = new ArrayList<>();
    /** Those that own their lanes, and the others. */
    final List<Bundle> owners = new ArrayList<>();
    final List<Bundle> others = new ArrayList<>();
    /** By instruction id: whose lane it is. */
    private Bundle[] owner = {};
    /** By the id of the first lane. */
    private Bundle[] first = {};

    SlpGraph(Function f, Aliases aliases, BiPredicate<Op, Type> legal, int bytes) {
        this.f = f;
        this.aliases = aliases;
        this.legal = legal;
        this.bytes = bytes;
    }

    void begin(Block b) {
        block = b;
        if (position.length < f.instCount()) {
            position = new int[f.instCount() * 3 / 2];
            owner = new Bundle[position.length];
            first = new Bundle[position.length];
        }
        writes.clear();
        int n = 0;
        for (Inst i = b.first; i != null; i = i.next) {
            position[i.id] = ++n;
            if (aliases.clobbers(i)) writes.add(i);
        }
    }

    /** Forgets all bundles. */
    void end() {
        for (Bundle b : owners) {
            first[b.lanes[0].id] = null;
            for (Inst l : b.lanes) owner[l.id] = null;
        }
        for (Bundle b : others) first[b.lanes[0].id] = null;
        owners.clear();
        others.clear();
    }

    int position(Inst i) {
        return i.block == block ? position[i.id] : 0;
    }

    /** The bundle of which it is a lane, or null. */
    Bundle owner(Inst i) {
        return i.id < owner.length ? owner[i.id] : null;
    }

    // ---- building ----

    /** The seeds, and what they need. */
    void build(List<Inst[]> seeds, List<SlpReductions.Seed> reductions) {
        for (Inst[] stores : seeds) add(new Bundle(Bundle.Kind.STORE, Type.vector(stores[0].arg(1).type, stores.length), stores, new Bundle[1]));
        for (int k = 0; k < seeds.size(); k++) {
            Bundle b = owners.get(k);
            b.setArg(0, operand(b.lanes, 1, b.at, DEPTH));
        }
        for (SlpReductions.Seed r : reductions) {
            if (!isFree(r.chain()) || !legal.test(r.root().op, vector(r.groups().get(0)))) continue;
            Bundle b = add(new Bundle(Bundle.Kind.REDUCE, vector(r.groups().get(0)), r.chain(), new Bundle[r.groups().size()]));
            b.rest = r.rest();
            for (int k = 0; k < b.args.length; k++) b.setArg(k, operand(r.groups().get(k), b.at, DEPTH));
        }
    }

    private Bundle add(Bundle b) {
        Inst l = b.lanes[0];
        b.next = first[l.id];
        first[l.id] = b;
        if (!b.owns()) {
            others.add(b);
            return b;
        }
        owners.add(b);
        for (Inst x : b.lanes) {
            owner[x.id] = b;
            if (position[x.id] <= b.at) continue;
            b.at = position[x.id];
            b.last = x;
        }
        return b;
    }

    private void drop(Bundle b) {
        owners.remove(owners.size() - 1);
        first[b.lanes[0].id] = b.next;
        for (Inst x : b.lanes) owner[x.id] = null;
        for (Bundle a : b.args) a.uses--;
    }

    private static Type vector(Inst[] v) {
        return Type.vector(v[0].type, v.length);
    }

    private Bundle operand(Inst[] v, int limit, int depth) {
        boolean same = true;
        boolean constant = true;
        for (Inst x : v) {
            same &= x == v[0];
            constant &= isConstant(x);
        }
        for (Bundle b = first[v[0].id]; b != null; b = b.next) if (b.type == vector(v) && Arrays.equals(b.lanes, v) && b.at < limit && b.kind != Bundle.Kind.SHUFFLE && b.kind != Bundle.Kind.REDUCE) return b;
        if (constant) return other(Bundle.Kind.CONSTANT, v);
        Bundle s = shuffle(v, limit);
        if (s != null) return s;
        if (same) return other(Bundle.Kind.SPLAT, v);
        Bundle b = depth == 0 ? null : together(v, limit, depth - 1);
        return b != null ? b : other(Bundle.Kind.GATHER, v);
    }

    private Bundle other(Bundle.Kind kind, Inst[] v) {
        return add(new Bundle(kind, vector(v), v));
    }

    static boolean isConstant(Inst v) {
        return v.op == Op.ICONST || v.op == Op.FCONST;
    }

    /** The lanes are all lanes of one or two bundles that stand before. */
    private Bundle shuffle(Inst[] v, int limit) {
        Bundle a = null;
        Bundle b = null;
        int[] order = new int[v.length];
        for (int k = 0; k < v.length; k++) {
            Bundle o = owner(v[k]);
            if (o == null || o.at >= limit || o.type != vector(v) || o.kind == Bundle.Kind.REDUCE) return null;
            if (a == null || a == o) a = o;
            else if (b == null || b == o) b = o;
            else return null;
            order[k] = Arrays.asList(o.lanes).indexOf(v[k]) + (o == a ? 0 : v.length);
        }
        if (!legal.test(Op.SHUFFLE, a.type)) return null;
        for (Bundle x = first[v[0].id]; x != null; x = x.next) if (x.kind == Bundle.Kind.SHUFFLE && Arrays.equals(x.lanes, v)) return x;
        Bundle s = b == null ? new Bundle(Bundle.Kind.SHUFFLE, a.type, v, a) : new Bundle(Bundle.Kind.SHUFFLE, a.type, v, a, b);
        s.order = order;
        return add(s);
    }

    /** A bundle of what can be computed at once; else null. */
    private Bundle together(Inst[] v, int limit, int depth) {
        Inst x = v[0];
        Op op = x.op;
        Op other = op == Op.FADD ? Op.FSUB : op == Op.FSUB ? Op.FADD : op == Op.ADD ? Op.SUB : op == Op.SUB ? Op.ADD : op;
        boolean mixed = false;
        if (!VectorCosts.isElement(x.type) && op != Op.ICMP && op != Op.FCMP) return null;
        for (int k = 0; k < v.length; k++) {
            Inst y = v[k];
            if (y.block != block || owner(y) != null || y.op == Op.PARAM || y.isTerminator() || y.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) return null;
            if (y.op != op && y.op != other) return null;
            mixed |= y.op != op;
            for (int j = 0; j < k; j++) if (v[j] == y) return null;
        }
        if (op == Op.LOAD) return loads(v, limit);
        Type t = x.type == Type.I1 ? null : vector(v);
        if (mixed) return bytes <= 16 && legal.test(op, t) ? worth(binary(Bundle.Kind.ALTERNATE, v, t, limit, depth)) : null;
        switch (op) {
            case ADD, SUB, MUL, AND, OR, XOR, FADD, FSUB, FMUL, FDIV, SMIN, SMAX, UMIN, UMAX -> {
                return legal.test(op, t) ? worth(binary(Bundle.Kind.OPERATION, v, t, limit, depth)) : null;
            }
            case SHL, LSHR, ASHR -> {
                for (Inst y : v) if (y.arg(1) != x.arg(1) || !y.arg(1).isConst()) return null;
                return legal.test(op, t) ? worth(operation(v, t, operand(v, 0, limit, depth))) : null;
            }
            case FNEG, FABS, FSQRT -> {
                return legal.test(op, t) ? worth(operation(v, t, operand(v, 0, limit, depth))) : null;
            }
            case SITOFP, FPTOSI, FEXT, FTRUNC, BITCAST -> {
                Type from = x.arg(0).type;
                if (!VectorCosts.isElement(from) || !converts(x, v.length) || !legal.test(op, t)) return null;
                for (Inst y : v) if (y.arg(0).type != from) return null;
                return worth(operation(v, t, operand(v, 0, limit, depth)));
            }
            case ICMP, FCMP -> {
                Type from = x.arg(0).type;
                if (!VectorCosts.isElement(from) || from.size * v.length != bytes || !legal.test(op, Type.vector(from, v.length))) return null;
                for (Inst y : v) if (y.imm != x.imm || y.arg(0).type != from) return null;
                return operation(v, Type.vector(Type.integer(from.bits), v.length), operand(v, 0, limit, depth), operand(v, 1, limit, depth));
            }
            case SELECT -> {
                for (Inst y : v) if (y.arg(0).op != Op.ICMP && y.arg(0).op != Op.FCMP || y.arg(0).arg(0).type.size != x.type.size) return null;
                Inst[] c = new Inst[v.length];
                for (int k = 0; k < c.length; k++) c[k] = v[k].arg(0);
                Bundle mask = known(c);
                if (mask == null) mask = together(c, limit, depth);
                return mask == null ? null : operation(v, t, mask, operand(v, 1, limit, depth), operand(v, 2, limit, depth));
            }
            default -> {
                return null;
            }
        }
    }

    /** Lanes of one size; or of twice or half of it, in a register of 16 bytes and half of one. Integers have 32 bits. */
    private boolean converts(Inst x, int lanes) {
        Type from = x.arg(0).type;
        Type whole = x.op == Op.SITOFP ? from : x.op == Op.FPTOSI ? x.type : Type.I32;
        if (whole != Type.I32) return false;
        if (from.size == x.type.size) return true;
        return lanes * Math.max(from.size, x.type.size) == 16 && lanes * Math.min(from.size, x.type.size) == 8;
    }

    private Bundle known(Inst[] v) {
        Bundle o = owner(v[0]);
        return o != null && Arrays.equals(o.lanes, v) ? o : null;
    }

    private Bundle operation(Inst[] v, Type t, Bundle... args) {
        return isFree(v) ? add(new Bundle(Bundle.Kind.OPERATION, t, v, args)) : null;
    }

    /** Operands that are computed below may have taken lanes. */
    private boolean isFree(Inst[] v) {
        for (Inst x : v) if (owner[x.id] != null) return false;
        return true;
    }

    private Bundle operand(Inst[] v, int k, int limit, int depth) {
        Inst[] a = new Inst[v.length];
        int last = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] = v[i].arg(k);
            last = Math.max(last, position[v[i].id]);
        }
        return operand(a, Math.min(limit, last), depth);
    }

    /** The lanes' operands; those of commutative operations are turned to match those of the lane before. */
    private Bundle binary(Bundle.Kind kind, Inst[] v, Type t, int limit, int depth) {
        int n = v.length;
        Inst[] x = new Inst[n];
        Inst[] y = new Inst[n];
        int model = 0;
        while (model < n - 1 && v[model].op.isCommutative()) model++;
        if (v[model].op.isCommutative()) model = 0;
        int last = 0;
        for (int j = 0; j < n; j++) {
            // From the model to the others: up to the last, then down to the first.
            int k = j < n - model ? model + j : n - 1 - j;
            x[k] = v[k].arg(0);
            y[k] = v[k].arg(1);
            last = Math.max(last, position[v[k].id]);
            if (j == 0 || !v[k].op.isCommutative()) continue;
            int before = j < n - model ? k - 1 : k + 1;
            int straight = match(x[before], x[k], k - before, 2) + match(y[before], y[k], k - before, 2);
            int turned = match(x[before], y[k], k - before, 2) + match(y[before], x[k], k - before, 2);
            if (turned <= straight) continue;
            x[k] = v[k].arg(1);
            y[k] = v[k].arg(0);
        }
        Bundle a = operand(x, Math.min(limit, last), depth);
        Bundle b = operand(y, Math.min(limit, last), depth);
        return isFree(v) ? add(new Bundle(kind, t, v, a, b)) : null;
    }

    /** How well two values go as lanes that follow each other. */
    private int match(Inst a, Inst b, int step, int depth) {
        if (a == b) return isConstant(a) ? 3 : 4;
        if (isConstant(a) && isConstant(b)) return 3;
        if (a.op != b.op || a.block != b.block) return 0;
        if (owner(a) != null && owner(a) == owner(b)) return 5;
        if (a.op == Op.LOAD) {
            Aliases.Place p = aliases.place(a);
            Aliases.Place q = aliases.place(b);
            if (p.base() != q.base() || p.size() != q.size()) return 0;
            return q.offset() - p.offset() == p.size() * step ? 5 : Math.abs(q.offset() - p.offset()) == p.size() ? 4 : 1;
        }
        if (depth == 0 || a.op == Op.PARAM || a.ownArgCount() == 0) return 1;
        int n = 1 + match(a.arg(0), b.arg(0), step, depth - 1);
        return a.ownArgCount() < 2 ? n : n + match(a.arg(1), b.arg(1), step, depth - 1);
    }

    /** An operation on nothing but what has to be put together first is no gain over putting together its results. */
    private Bundle worth(Bundle b) {
        if (b == null) return null;
        int cost = cost(b);
        for (Bundle a : b.args) {
            if (a.kind != Bundle.Kind.SPLAT && a.kind != Bundle.Kind.GATHER && a.kind != Bundle.Kind.CONSTANT) return b;
            if (a.uses == 1) cost += cost(a);
        }
        for (Inst l : b.lanes) cost -= cost(l);
        if (cost <= UNIT * VectorCosts.gather(b.type.element, b.lanes.length)) return b;
        drop(b);
        return null;
    }

    // ---- memory ----

    private Bundle loads(Inst[] v, int limit) {
        int n = v.length;
        Aliases.Place[] p = new Aliases.Place[n];
        long low = Long.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            if (!v[k].isPlainAccess() || v[k].type != v[0].type) return null;
            p[k] = aliases.place(v[k]);
            if (p[k].base() != p[0].base()) return null;
            low = Math.min(low, p[k].offset());
        }
        int size = v[0].type.size;
        Inst[] sorted = new Inst[n];
        boolean inOrder = true;
        for (int k = 0; k < n; k++) {
            long d = p[k].offset() - low;
            if (d % size != 0 || d / size >= n || sorted[(int) d / size] != null) return null;
            sorted[(int) d / size] = v[k];
            inOrder &= d == (long) k * size;
        }
        behind.clear();
        if (!inOrder && !legal.test(Op.SHUFFLE, vector(v)) || !isMovable(sorted)) return null;
        Bundle l = add(new Bundle(Bundle.Kind.LOAD, vector(v), sorted));
        for (Bundle s : behind) l.join(s);
        return inOrder ? l : shuffle(v, limit);
    }

    /** Nothing writes what the loads read between each of them and the last. */
    private boolean isMovable(Inst[] loads) {
        int last = 0;
        int from = Integer.MAX_VALUE;
        Aliases.Place[] places = new Aliases.Place[loads.length];
        for (int j = 0; j < loads.length; j++) {
            last = Math.max(last, position[loads[j].id]);
            from = Math.min(from, position[loads[j].id]);
            places[j] = aliases.untyped(aliases.place(loads[j]));
        }
        int k = writes.size();
        while (k > 0 && position[writes.get(k - 1).id] > last) k--;
        for (int n = 0; k > 0 && position[writes.get(k - 1).id] > from; k--, n++) {
            if (n > MAX_SCAN) return false;
            Inst w = writes.get(k - 1);
            // A seed that moves behind the last of the loads stays behind all.
            Bundle store = owner(w);
            if (store != null && store.at > last) {
                behind.add(store);
                continue;
            }
            for (int j = 0; j < loads.length; j++) if (position[loads[j].id] < position[w.id] && aliases.mayWrite(w, places[j])) return false;
        }
        return true;
    }

    // ---- costs ----

    /** Costs are in halves of an instruction: a load that is an operand of another one is worth as much. */
    static final int UNIT = 2;

    /** Of the vector alone. */
    int cost(Bundle b) {
        Type e = b.type.element;
        int n = b.lanes.length;
        switch (b.kind) {
            case STORE -> {
                return UNIT;
            }
            case REDUCE -> {
                Op op = b.lanes[0].op;
                int halvings = Integer.numberOfTrailingZeros(b.type.lanes);
                int each = VectorCosts.vector(op, e, true);
                return UNIT * ((b.args.length - 1) * each + halvings * (1 + each) + VectorCosts.extract(e, 0, b.type.lanes) + b.rest.size() * VectorCosts.scalar(op));
            }
            case LOAD -> {
                return b.uses == 1 && b.lanes[0].align >= bytes ? UNIT / 2 : UNIT;
            }
            case OPERATION -> {
                Inst x = b.lanes[0];
                if (x.op == Op.SELECT) return UNIT * VectorCosts.CHOICE;
                if (x.op == Op.ICMP) return UNIT * VectorCosts.compare(x.cond());
                return x.op == Op.BITCAST ? 0 : UNIT * VectorCosts.vector(x.op, e, true);
            }
            case ALTERNATE -> {
                return e.isFloat() ? 2 * UNIT : 3 * UNIT;
            }
            case SHUFFLE -> {
                return bytes > 16 || n > 2 && b.args.length > 1 ? 2 * UNIT : UNIT;
            }
            case SPLAT -> {
                return UNIT * VectorCosts.splat(e) + separate(b.lanes[0]);
            }
            case CONSTANT -> {
                boolean uniform = true;
                for (Inst l : b.lanes) uniform &= l == b.lanes[0];
                return uniform || bytes <= 16 ? 0 : UNIT * VectorCosts.gather(e, n);
            }
            default -> {
                int c = UNIT * VectorCosts.gather(e, n);
                for (Inst l : b.lanes) c += isConstant(l) ? UNIT : separate(l);
                return c;
            }
        }
    }

    /** What it costs more to have it alone in a register. */
    private static int separate(Inst i) {
        return isFolded(i) ? UNIT / 2 : 0;
    }

    /** What the scalar has cost. */
    int cost(Inst i) {
        return i.op == Op.LOAD && isFolded(i) || i.op == Op.STORE && isUpdate(i) ? UNIT / 2 : UNIT * VectorCosts.scalar(i.op);
    }

    /** A load that is an operand of its one user. */
    private static boolean isFolded(Inst i) {
        if (i.op != Op.LOAD || i.useCount() != 1 || i.user(0).block != i.block) return false;
        Inst u = i.user(0);
        return switch (u.op) {
            case ADD, MUL, AND, OR, XOR, FADD, FMUL -> u.arg(1) == i || u.arg(1).op != Op.LOAD;
            case SUB, FSUB, FDIV, ICMP, FCMP -> u.arg(1) == i;
            case SITOFP, FSQRT -> true;
            default -> false;
        };
    }

    /** An operation on a place in memory, which is one instruction. */
    private static boolean isUpdate(Inst store) {
        Inst v = store.arg(1);
        if (!v.type.isInt() || v.useCount() != 1) return false;
        switch (v.op) {
            case ADD, AND, OR, XOR, SUB -> {
                for (int k = 0; k < (v.op == Op.SUB ? 1 : 2); k++) if (v.arg(k).op == Op.LOAD && v.arg(k).useCount() == 1 && v.arg(k).arg(0) == store.arg(0)) return true;
                return false;
            }
            default -> {
                return false;
            }
        }
    }
}
