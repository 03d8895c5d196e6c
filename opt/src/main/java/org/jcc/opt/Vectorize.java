package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Type;

/**
 * The loop vectoriser (Allen and Kennedy, Automatic Translation of Fortran Programs to Vector Form, 1987, for its innermost step): a counted
 * innermost loop of one block whose loads and stores go through memory element by element becomes one that does as many
 * rounds at once as lanes fit a register of 16 bytes. Choices become masks. Sums and the like are gathered in lanes and put together behind the
 * loop; floating ones only where they may be reassociated.
 *
 * <p>Rounds may be done at once if no round stores what a later one of the same group loads or stores before its time: addresses
 * that differ by a constant are compared, others must be of different objects, or are checked when the loop is entered. The original loop
 * stays for the remainder, and for places that do overlap.
 *
 * <p>At -O2 as GCC's very cheap model: only where the number of rounds is a known multiple of the lanes and nothing needs a check. At -O3
 * freely. What was done, and why not, are remarks ({@code -fopt-info-vec}).
 *
 * <p>Requires: loops are rotated and their variables wide. Ensures: vector operations are those that {@link Module#vectors} has.
 */
final class Vectorize {
    private static final int BYTES = 16;
    private static final int MAX_CHECKS = 6;
    private static final int MAX_INSTS = 200;
    private static final int MAX_TRIPS = 1 << 16;

    private final Module module;
    private final Function f;
    private final boolean freely;
    private final BiPredicate<Op, Type> legal;
    private final LoopForest forest;
    private Dominators dom;
    private Aliases aliases;

    // Of the loop at hand.
    private Induction ind;
    private Block body;
    /** Bytes of each element. */
    private int size;
    private int lanes;
    private final List<Inst> accesses = new ArrayList<>();
    private final Map<Inst, Induction.Rec> places = new HashMap<>();
    /** Pairs of accesses that must not overlap. */
    private final List<Inst[]> checks = new ArrayList<>();
    /** Header parameter to the operation that gathers. */
    private final Map<Inst, Inst> reductions = new LinkedHashMap<>();
    /** Values of the loop that become vectors, and those from outside that are spread. */
    private final Set<Inst> vectors = new HashSet<>();
    private final Set<Inst> spread = new HashSet<>();
    private int cost;
    private int scalarCost;

    private Vectorize(Module m, Function f) {
        module = m;
        this.f = f;
        legal = m.vectors.apply(f);
        freely = f.level(m.level) >= 3;
        forest = LoopShape.canonical(f);
    }

    static void run(Module m, Function f) {
        if (m.vectors == null || f.is(Function.CALLS_SETJMP | Function.OPT_SIZE | Function.HAS_LABEL_ADDRESS | Function.COLD)) return;
        Vectorize v = new Vectorize(m, f);
        boolean any = false;
        for (LoopForest.Loop l : v.forest.loops) {
            if (!l.isInnermost()) continue;
            String why = v.look(l);
            if (why == null) any = true;
            if (m.remarks != null) {
                if (why == null) m.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.VEC, loc(l), f, "loop vectorized using " + BYTES + " byte vectors");
                else m.remarks.add(Remarks.Kind.MISSED, Remarks.Group.VEC, loc(l), f, "couldn't vectorize loop: " + why);
            }
        }
        if (any) f.renumber();
    }

    private static int loc(LoopForest.Loop l) {
        return l.header.terminator().loc;
    }

    // ---- what can be done ----

    /** Vectorises the loop and gives null; or says why not. */
    private String look(LoopForest.Loop l) {
        ind = Induction.of(f, forest, l);
        if (l.own.size() != 1) return "control flow in loop";
        if (ind == null || !ind.hasOneExit()) return "not a counted loop";
        body = l.header;
        if (body.addressTaken || !LoopClosed.isClosable(forest, l)) return "the loop is reached by computed goto";
        Trips trips = Trips.of(f, ind);
        if (trips == null) return "number of iterations cannot be computed";
        reset();
        String why = operations();
        if (why == null) why = reductions();
        if (why == null && accesses.isEmpty()) why = "no memory is accessed";
        if (why == null) why = dependences();
        if (why != null) return why;
        long known = ind.constantTrips(MAX_TRIPS);
        if (known > 0 && known < lanes) return "too few iterations";
        if (!freely && (known < 0 || known % lanes != 0)) return "number of iterations is no known multiple of " + lanes + " (-O2)";
        if (!freely && !checks.isEmpty()) return "would need a check for overlap (-O2)";
        if (checks.size() > MAX_CHECKS) return "too many checks for overlap";
        if (cost >= scalarCost * lanes) return "not profitable";
        if (dom == null) dom = new Dominators(f);
        String exit = exits(l);
        if (exit != null) return exit;
        new Rewrite(trips).make();
        dom = null;
        return null;
    }

    private void reset() {
        accesses.clear();
        places.clear();
        checks.clear();
        reductions.clear();
        vectors.clear();
        spread.clear();
        size = 0;
        cost = 0;
        scalarCost = 0;
        aliases = new Aliases(module, f);
    }

    /** Finds the accesses, the size of elements, and checks all that the stores need. */
    private String operations() {
        int n = 0;
        for (Inst i = body.first; i != null; i = i.next) {
            if (++n > MAX_INSTS) return "loop is too large";
            if (i.isTerminator()) continue;
            if (i.op == Op.LOAD || i.op == Op.STORE) {
                Type t = i.op == Op.LOAD ? i.type : i.arg(1).type;
                if (i.isVolatile() || i.order() != Inst.NONE || i.space() != Inst.SPACE_FLAT) return "volatile or atomic access";
                if (!isElement(t)) return "access of type " + t;
                if (size != 0 && size != t.size) return "elements of different sizes";
                size = t.size;
                Induction.Rec r = ind.rec(i.arg(0));
                if (r == null) return "address is not linear";
                if (!r.stepsBy(t.size)) return "accesses are not consecutive";
                accesses.add(i);
                places.put(i, r);
            } else if (i.op.reads() || i.op.writes() || i.op.mayNotReturn() || i.op.mayTrap()) {
                return i.op == Op.CALL ? "call in loop" : "operation " + i.op.text + " in loop";
            } else if (i.op.isFloating() && i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) {
                return "floating-point environment is observed";
            }
        }
        if (size == 0) return "no memory is accessed";
        lanes = BYTES / size;
        for (Inst i : accesses) {
            if (i.op != Op.STORE) continue;
            String why = needs(i.arg(1));
            if (why != null) return why;
            count(1, 1);
        }
        return null;
    }

    private static boolean isElement(Type t) {
        return t.isInt() && t.bits >= 8 && t.bits <= 64 || t == Type.F32 || t == Type.F64;
    }

    private void count(int vector, int scalar) {
        cost += vector;
        scalarCost += scalar;
    }

    private Type vector(Type element) {
        return Type.vector(element, lanes);
    }

    private boolean isLegal(Op op, Type element) {
        return legal.test(op, vector(element));
    }

    /** Checks that the value can be computed in lanes, with all it is computed from; null, or why not. */
    private String needs(Inst v) {
        if (vectors.contains(v)) return null;
        if (!isElement(v.type) || v.type.size != size) return "value of type " + v.type;
        if (ind.isInvariant(v)) {
            spread.add(v);
            return null;
        }
        if (v.op == Op.PARAM) return ind.of(v) != null ? "induction variable is used as a value" : "value is carried around the loop";
        String why = null;
        switch (v.op) {
            case LOAD -> count(1, 1);
            case SELECT -> {
                Inst c = v.arg(0);
                if (c.op != Op.ICMP || ind.isInvariant(c) || !c.arg(0).type.isInt()) return "choice by other than an integer comparison";
                Type mask = Type.integer(size * 8);
                if (!v.type.isInt() || !isLegal(Op.ICMP, mask)) return "choice of type " + v.type;
                for (Inst x : new Inst[] {c.arg(0), c.arg(1), v.arg(1), v.arg(2)}) if (why == null) why = needs(x);
                count(compareCost(c.cond()) + 4, 2);
            }
            case SHL, LSHR, ASHR -> {
                if (!v.arg(1).isConst() || !isLegal(v.op, v.type)) return "shift " + v.type;
                why = needs(v.arg(0));
                count(1, 1);
            }
            case ADD, SUB, MUL, AND, OR, XOR, SMIN, SMAX, UMIN, UMAX, FADD, FSUB, FMUL, FDIV -> {
                if (!isLegal(v.op, v.type)) return v.op.text + " of type " + v.type;
                why = needs(v.arg(0));
                if (why == null) why = needs(v.arg(1));
                count(v.op == Op.MUL && v.type == Type.I32 ? 7 : v.op == Op.FDIV ? 10 : 1, v.op == Op.FDIV ? 10 : v.op == Op.MUL ? 2 : 1);
            }
            case FNEG, FABS, FSQRT -> {
                if (!isLegal(v.op, v.type)) return v.op.text + " of type " + v.type;
                why = needs(v.arg(0));
                count(v.op == Op.FSQRT ? 10 : 1, v.op == Op.FSQRT ? 10 : 1);
            }
            case SITOFP, FPTOSI -> {
                if (!isLegal(v.op, v.type)) return v.op.text + " to " + v.type;
                why = needs(v.arg(0));
                count(1, 1);
            }
            case TRUNC -> {
                if (!v.arg(0).type.isInt() || v.arg(0).type.bits > 64) return "value of type " + v.arg(0).type;
                why = needsLow(v.arg(0), v.type);
                count(0, 1);
            }
            default -> {
                return "operation " + v.op.text;
            }
        }
        if (why == null) vectors.add(v);
        return why;
    }

    /**
     * The same of a wider value of which only the low bits matter, as C's promotions make them: it is computed in lanes of the
     * narrow type. That its own type is wider keeps it apart from the others.
     */
    private String needsLow(Inst v, Type narrow) {
        if (vectors.contains(v)) return null;
        if (ind.isInvariant(v)) {
            spread.add(v);
            return null;
        }
        String why;
        switch (v.op) {
            case ZEXT, SEXT -> {
                if (v.arg(0).type != narrow) return "conversion from " + v.arg(0).type;
                why = needs(v.arg(0));
                count(0, 1);
            }
            case ADD, SUB, MUL, AND, OR, XOR -> {
                if (!isLegal(v.op, narrow)) return v.op.text + " of type " + narrow;
                why = needsLow(v.arg(0), narrow);
                if (why == null) why = needsLow(v.arg(1), narrow);
                count(1, 1);
            }
            case SHL -> {
                if (!v.arg(1).isConst() || v.arg(1).imm < 0 || v.arg(1).imm >= narrow.bits || !isLegal(v.op, narrow)) return "shift " + narrow;
                why = needsLow(v.arg(0), narrow);
                count(1, 1);
            }
            default -> {
                return "operation " + v.op.text + " of type " + v.type;
            }
        }
        if (why == null) vectors.add(v);
        return why;
    }

    /** The type of a lane: that of the value, or the one to which it is narrowed. */
    private Type laneType(Inst v) {
        return v.type.size > size ? Type.integer(size * 8) : v.type;
    }

    private static int compareCost(Cond c) {
        int n = c.isUnsigned() ? 3 : 1;
        return c == Cond.EQ || c == Cond.SGT || c == Cond.SLT || c == Cond.UGT || c == Cond.ULT ? n : n + 1;
    }

    /** Header parameters are variables or gather by an associative operation. */
    private String reductions() {
        Inst back = body.terminator();
        int edge = LoopShape.edge(back, body);
        for (Inst p : body.params) {
            if (ind.of(p) != null) continue;
            Inst next = back.succArg(edge, (int) p.imm);
            if (p.useCount() == 0) continue;
            if (p.useCount() != 1 || p.user(0) != next) return "value is carried around the loop";
            boolean gathers = switch (next.op) {
                case ADD, AND, OR, XOR -> true;
                case FADD -> next.has(Inst.REASSOC);
                default -> false;
            };
            if (!gathers) return next.op == Op.FADD ? "floating-point sum must keep its order" : "value is carried around the loop by " + next.op.text;
            if (!isElement(p.type) || p.type.size != size || size < 4 || !isLegal(next.op, p.type)) return "sum of type " + p.type;
            for (int u = 0; u < next.useCount(); u++) {
                Inst user = next.user(u);
                if (user.block == body && user != back) return "partial sum is used";
            }
            String why = needs(next.arg(0) == p ? next.arg(1) : next.arg(0));
            if (why != null) return why;
            reductions.put(p, next);
            count(1, 1);
        }
        return null;
    }

    // ---- dependences ----

    private String dependences() {
        for (int a = 0; a < accesses.size(); a++) {
            for (int b = a + 1; b < accesses.size(); b++) {
                Inst x = accesses.get(a);
                Inst y = accesses.get(b);
                if (x.op == Op.LOAD && y.op == Op.LOAD) continue;
                Induction.Rec p = places.get(x);
                Induction.Rec q = places.get(y);
                if (p.sameTerms(q)) {
                    // In rounds: how much later the first access comes to where the second is now.
                    long d = q.constant - p.constant;
                    if (d == 0 || Math.abs(d) >= (long) size * lanes) continue;
                    // A load ahead of a store that follows it reads what no round of the group has written yet.
                    if (x.op == Op.LOAD && d < 0) continue;
                    return "a later round needs what an earlier one stores";
                }
                Object r = aliases.root(x.arg(0));
                Object s = aliases.root(y.arg(0));
                if (!aliases.mayAlias(new Aliases.Place(r, 0, -1, r, x.tag), new Aliases.Place(s, 0, -1, s, y.tag))) continue;
                boolean seen = false;
                for (Inst[] c : checks) seen |= same(c[0], x) && same(c[1], y) || same(c[0], y) && same(c[1], x);
                if (!seen) checks.add(new Inst[] {x, y});
            }
        }
        return null;
    }

    private boolean same(Inst a, Inst b) {
        return places.get(a).sameTerms(places.get(b)) && places.get(a).constant == places.get(b).constant;
    }

    /** What is used behind the loop can be computed from the number of rounds, or is a sum. */
    private String exits(LoopForest.Loop l) {
        new LoopClosed(f, forest, dom).close(l, List.of(body));
        Inst out = body.terminator();
        int e = 1 - LoopShape.edge(out, body);
        for (int k = 0; k < out.succArgCount(e); k++) {
            Inst v = out.succArg(e, k);
            if (ind.isInvariant(v) || ind.of(v) != null || ind.ofNext(v) != null || reductions.containsValue(v)) continue;
            return "value of the last iteration is used behind the loop";
        }
        for (Induction.Iv v : ind.ivs) if (!v.hasConstantStep()) return "step of " + v.param().type + " is no constant";
        return null;
    }

    // ---- how it is done ----

    private final class Rewrite {
        private final Trips trips;
        private final Map<Inst, Inst> lane = new HashMap<>();
        private final Inst model = body.terminator();
        private Block at;
        private Inst end;

        Rewrite(Trips trips) {
            this.trips = trips;
        }

        private Inst emit(Op op, Type t, Inst... args) {
            Inst i = f.newInst(op, t, args);
            i.loc = model.loc;
            i.scope = model.scope;
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

        void make() {
            Block pre = ind.pre;
            int stay = LoopShape.edge(model, body);
            Block out = model.succ(1 - stay);
            Block first = f.newBlock(null);
            Block loop = f.newBlock(body.name);
            Block last = f.newBlock(null);
            List<Block> fresh = List.of(first, loop, last);
            f.blocks.subList(f.blocks.size() - 3, f.blocks.size()).clear();
            f.blocks.addAll(f.blocks.indexOf(pre) + 1, fresh);
            // Before: how many rounds go at once, and whether the places are apart.
            Inst n = trips.count();
            at = pre;
            end = pre.terminator();
            Inst grouped = emit(Op.AND, Type.I64, n, i64(-lanes));
            Inst go = compare(Cond.NE, grouped, i64(0));
            Map<Inst, Inst> starts = new HashMap<>();
            for (Inst i : accesses) starts.put(i, trips.before(i.arg(0)));
            Inst bytes = checks.isEmpty() ? null : emit(Op.MUL, Type.I64, n, i64(size));
            for (Inst[] c : checks) {
                Inst p = starts.get(c[0]);
                Inst q = starts.get(c[1]);
                Inst below = compare(Cond.ULE, emit(Op.PTRADD, Type.PTR, p, bytes), q);
                Inst above = compare(Cond.ULE, emit(Op.PTRADD, Type.PTR, q, bytes), p);
                go = emit(Op.AND, Type.I1, go, emit(Op.OR, Type.I1, below, above));
            }
            Inst enter = pre.terminator();
            Inst[] initial = arguments(enter, 0);
            end = null;
            enter.remove();
            Inst guard = emit(Op.CONDBR, Type.VOID, go);
            guard.addSucc(first);
            guard.addSucc(body, initial);
            // What does not vary, in all lanes; sums begin with nothing.
            at = first;
            for (Inst v : spreadInOrder()) lane.put(v, spread(v));
            Inst k = loop.addParam(Type.I64);
            Map<Inst, Inst> sums = new LinkedHashMap<>();
            List<Inst> zeros = new ArrayList<>();
            zeros.add(i64(0));
            for (Map.Entry<Inst, Inst> r : reductions.entrySet()) {
                sums.put(r.getKey(), loop.addParam(vector(r.getKey().type)));
                zeros.add(emit(Op.SPLAT, vector(r.getKey().type), neutral(r.getValue())));
            }
            Inst masks = needsMask() ? emit(Op.SPLAT, vector(Type.integer(size * 8)), f.iconst(Type.integer(size * 8), -1)) : null;
            emit(Op.BR, Type.VOID).addSucc(loop, zeros.toArray(Inst[]::new));
            // The body, in its order.
            at = loop;
            Inst offset = size == 1 ? k : emit(Op.SHL, Type.I64, k, i64(Integer.numberOfTrailingZeros(size)));
            List<Inst> next = new ArrayList<>();
            for (Inst i = body.first; i != model; i = i.next) {
                if (i.op == Op.STORE) {
                    Inst s = emit(Op.STORE, Type.VOID, emit(Op.PTRADD, Type.PTR, starts.get(i), offset), lane.get(i.arg(1)));
                    access(s, i);
                } else if (vectors.contains(i)) {
                    Inst v = i.op == Op.LOAD ? emit(Op.LOAD, vector(i.type), emit(Op.PTRADD, Type.PTR, starts.get(i), offset)) : i.op == Op.SELECT ? choose(i, masks) : lanes(i);
                    if (i.op == Op.LOAD) access(v, i);
                    lane.put(i, v);
                }
            }
            for (Map.Entry<Inst, Inst> r : reductions.entrySet()) {
                Inst op = r.getValue();
                Inst x = op.arg(0) == r.getKey() ? op.arg(1) : op.arg(0);
                Inst sum = emit(op.op, vector(op.type), sums.get(r.getKey()), lane.get(x));
                sum.flags = op.flags & ~Inst.POISON_FLAGS;
                next.add(sum);
            }
            Inst more = emit(Op.ADD, Type.I64, k, i64(lanes));
            more.flags = Inst.NSW | Inst.NUW;
            Inst again = emit(Op.CONDBR, Type.VOID, compare(Cond.ULT, more, grouped));
            List<Inst> round = new ArrayList<>(next);
            round.add(0, more);
            again.addSucc(loop, round.toArray(Inst[]::new));
            again.addSucc(last);
            // Behind: sums of lanes, the variables' values, the remaining rounds.
            at = last;
            Map<Inst, Inst> now = new HashMap<>();
            int s = 0;
            for (Map.Entry<Inst, Inst> r : reductions.entrySet()) {
                Inst init = initial[(int) r.getKey().imm];
                Inst sum = emit(r.getValue().op, r.getValue().type, init, gathered(r.getValue(), next.get(s++)));
                sum.flags = r.getValue().flags & ~Inst.POISON_FLAGS;
                now.put(r.getKey(), sum);
                now.put(r.getValue(), sum);
            }
            for (Induction.Iv v : ind.ivs) {
                Inst param = advanced(v, grouped);
                now.put(v.param(), param);
                now.put(v.next(), param);
            }
            Inst[] resume = new Inst[body.params.size()];
            for (int i = 0; i < resume.length; i++) resume[i] = now.getOrDefault(body.params.get(i), f.poison(body.params.get(i).type));
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
            done.addSucc(body, resume);
        }

        private Inst spread(Inst v) {
            Type t = laneType(v);
            Inst low = t == v.type ? v : v.isConst() ? f.iconst(t, v.imm) : emit(Op.TRUNC, t, v);
            return emit(Op.SPLAT, vector(t), low);
        }

        private List<Inst> spreadInOrder() {
            List<Inst> all = new ArrayList<>(spread);
            all.sort((a, b) -> a.id - b.id);
            return all;
        }

        private boolean needsMask() {
            for (Inst v : vectors) if (v.op == Op.SELECT) return true;
            return false;
        }

        private void access(Inst v, Inst scalar) {
            v.align = scalar.align;
            v.tag = scalar.tag;
            v.loc = scalar.loc;
            v.scope = scalar.scope;
        }

        private Inst lanes(Inst i) {
            // Of narrowed values only the lanes are left.
            if (i.op == Op.TRUNC || i.op == Op.ZEXT || i.op == Op.SEXT) return lane.get(i.arg(0));
            Type t = laneType(i);
            Inst[] args = new Inst[i.argCount()];
            for (int k = 0; k < args.length; k++) args[k] = lane.get(i.arg(k));
            // Of shifts: the amount.
            for (int k = 0; k < args.length; k++) if (args[k] == null) args[k] = spread(i.arg(k));
            Inst v = emit(i.op, vector(t), args);
            v.flags = t == i.type ? i.flags : 0;
            v.loc = i.loc;
            v.scope = i.scope;
            return v;
        }

        /** {@code (mask & yes) | (~mask & no)} */
        private Inst choose(Inst i, Inst ones) {
            Inst c = i.arg(0);
            Type t = vector(i.type);
            Inst mask = emit(Op.ICMP, t, lane.get(c.arg(0)), lane.get(c.arg(1)));
            mask.imm = c.imm;
            Inst yes = emit(Op.AND, t, mask, lane.get(i.arg(1)));
            Inst no = emit(Op.AND, t, emit(Op.XOR, t, mask, ones), lane.get(i.arg(2)));
            return emit(Op.OR, t, yes, no);
        }

        private Inst neutral(Inst op) {
            return switch (op.op) {
                case AND -> f.iconst(op.type, -1);
                case FADD -> op.type == Type.F32 ? f.f32(-0.0f) : f.f64(-0.0);
                default -> f.iconst(op.type, 0);
            };
        }

        /** One value of the lanes: halves are put together until one is left. */
        private Inst gathered(Inst op, Inst v) {
            Type t = v.type;
            for (int half = t.lanes / 2; half > 0; half /= 2) {
                int[] order = new int[t.lanes];
                for (int k = 0; k < order.length; k++) order[k] = k < half ? k + half : -1;
                Inst upper = emit(Op.SHUFFLE, t, v, f.poison(t));
                upper.aux = order;
                v = emit(op.op, t, v, upper);
                v.flags = op.flags & ~Inst.POISON_FLAGS;
            }
            return emit(Op.EXTRACT, t.element, v, f.iconst(Type.I32, 0));
        }

        /** A variable's value after so many rounds. */
        private Inst advanced(Induction.Iv v, Inst rounds) {
            Type t = v.param().type;
            if (t == Type.PTR) return emit(Op.PTRADD, t, v.init(), emit(Op.MUL, Type.I64, rounds, i64(v.by())));
            Inst count = t == Type.I64 ? rounds : emit(Op.TRUNC, t, rounds);
            return emit(Op.ADD, t, v.init(), emit(Op.MUL, t, count, f.iconst(t, v.by())));
        }
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }
}
