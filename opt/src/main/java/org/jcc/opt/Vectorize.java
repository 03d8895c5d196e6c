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
 * rounds at once as lanes of the smallest element fit a register of 32 or 16 bytes; what is wider takes several registers, into which legalisation cuts it.
 * Choices become masks. Sums, minima and the like are gathered in lanes and put together behind the loop; floating ones only where they may be
 * reassociated. At -O3 a short loop that gathers does twice as many rounds, so that two sums do not wait for each other.
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
    private static final int MAX_CHECKS = 6;
    private static final int MAX_INSTS = 200;
    /** Elements are at most so many times as wide as the narrowest. */
    private static final int MAX_RATIO = 4;
    /** Values of a loop that gathers twice at a time. */
    private static final int SHORT = 6;
    private static final int MAX_TRIPS = 1 << 16;

    private final Module module;
    private final Function f;
    private final boolean freely;
    private final BiPredicate<Op, Type> legal;
    private final LoopForest forest;
    /**
     * Of the function as it was, made when the first loop is changed. It is asked about blocks of one innermost loop only, between which dominance is a matter
     * of the ways from the header: what other loops become does not touch it.
     */
    private Dominators dom;
    /** The vectors' addresses are computed from those that were there, and escape no more. */
    private final Aliases aliases;

    // Of the loop at hand.
    private Induction ind;
    private Block body;
    /** Bytes of the smallest element that is accessed. */
    private int size;
    private int lanes;
    /** Of a register. */
    private int bytes;
    private final List<Inst> accesses = new ArrayList<>();
    private final Map<Inst, Induction.Rec> places = new HashMap<>();
    /** Pairs of accesses that must not overlap. */
    private final List<Inst[]> checks = new ArrayList<>();
    /** Header parameter to the operation that gathers. */
    private final Map<Inst, Reduction> reductions = new LinkedHashMap<>();
    /** Values of the loop that become vectors, and those from outside that are spread. */
    private final Set<Inst> vectors = new HashSet<>();
    private final Set<Inst> spread = new HashSet<>();
    /** Values of which only the low bits are computed: their lanes' type. */
    private final Map<Inst, Type> narrowed = new HashMap<>();
    private int cost;
    private int scalarCost;

    /** A header parameter's {@code next} is it {@code op} {@code value}; minima may be written as choices. */
    private record Reduction(Inst next, Op op, Inst value) {
        static Reduction of(Inst p, Inst next) {
            switch (next.op) {
                case ADD, AND, OR, XOR, SMIN, SMAX, UMIN, UMAX, FADD -> {
                    boolean first = next.ownArgCount() == 2 && next.arg(0) == p;
                    return !first && next.arg(1) != p || p.useCount() != 1 ? null : new Reduction(next, next.op, next.arg(first ? 1 : 0));
                }
                case SELECT -> {
                    Inst c = next.arg(0);
                    Inst yes = next.arg(1);
                    Inst no = next.arg(2);
                    if (c.op != Op.ICMP || c.useCount() != 1 || p.useCount() != 2 || yes != p && no != p || yes == no) return null;
                    boolean straight = c.arg(0) == yes && c.arg(1) == no;
                    if (!straight && !(c.arg(0) == no && c.arg(1) == yes)) return null;
                    Op op = switch (straight ? c.cond() : c.cond().swap()) {
                        case SGT, SGE -> Op.SMAX;
                        case SLT, SLE -> Op.SMIN;
                        case UGT, UGE -> Op.UMAX;
                        case ULT, ULE -> Op.UMIN;
                        default -> null;
                    };
                    return op == null ? null : new Reduction(next, op, yes == p ? no : yes);
                }
                default -> {
                    return null;
                }
            }
        }
    }

    private Vectorize(Module m, Function f) {
        module = m;
        this.f = f;
        legal = m.vectors.apply(f);
        freely = f.level(m.level) >= 3;
        forest = LoopShape.canonical(f);
        aliases = new Aliases(m, f);
    }

    static void run(Module m, Function f) {
        if (m.vectors == null || f.is(Function.CALLS_SETJMP | Function.OPT_SIZE | Function.HAS_LABEL_ADDRESS | Function.COLD)) return;
        Vectorize v = new Vectorize(m, f);
        boolean any = false;
        for (LoopForest.Loop l : v.forest.loops) {
            if (!l.isInnermost()) continue;
            String why = "no vectors of bytes";
            for (int bytes : VectorCosts.SIZES) {
                if (!v.legal.test(Op.LOAD, Type.vector(Type.I8, bytes))) continue;
                v.bytes = bytes;
                why = v.look(l);
                if (why == null) break;
            }
            if (why == null) any = true;
            if (m.remarks != null) {
                if (why == null) m.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.VEC, loc(l), f, "loop vectorized using " + v.bytes + " byte vectors");
                else m.remarks.add(Remarks.Kind.MISSED, Remarks.Group.VEC, loc(l), f, "not vectorized: " + why);
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
        if (why == null) why = values();
        if (why == null) why = reductions();
        long known = ind.constantTrips(MAX_TRIPS);
        if (why == null && cost >= scalarCost * lanes) why = "not profitable";
        if (why == null && freely && !reductions.isEmpty() && vectors.size() <= SHORT && (known < 0 || known % (2 * lanes) == 0)) lanes *= 2;
        if (why == null && accesses.isEmpty()) why = "no memory is accessed";
        if (why == null) why = dependences();
        if (why != null) return why;
        if (known > 0 && known < lanes) return "too few iterations";
        if (!freely && (known < 0 || known % lanes != 0)) return "number of iterations is no known multiple of " + lanes + " (-O2)";
        if (!freely && !checks.isEmpty()) return "would need a check for overlap (-O2)";
        if (checks.size() > MAX_CHECKS) return "too many checks for overlap";
        if (dom == null) dom = new Dominators(f);
        String exit = exits(l);
        if (exit != null) return exit;
        new Rewrite(trips).make();
        return null;
    }

    private void reset() {
        accesses.clear();
        places.clear();
        checks.clear();
        reductions.clear();
        vectors.clear();
        spread.clear();
        narrowed.clear();
        size = 0;
        cost = 0;
        scalarCost = 0;
    }

    /** Finds the accesses, the size of elements, and checks all that the stores need. */
    private String operations() {
        int n = 0;
        for (Inst i = body.first; i != null; i = i.next) {
            if (++n > MAX_INSTS) return "loop is too large";
            if (i.isTerminator()) continue;
            if (i.op == Op.LOAD || i.op == Op.STORE) {
                Type t = i.op == Op.LOAD ? i.type : i.arg(1).type;
                if (!i.isPlainAccess()) return "volatile or atomic access";
                if (!VectorCosts.isElement(t)) return "access of type " + t;
                size = size == 0 ? t.size : Math.min(size, t.size);
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
        lanes = bytes / size;
        return null;
    }

    private String values() {
        for (Inst i : accesses) {
            if (i.op != Op.STORE) continue;
            String why = needs(i.arg(1));
            if (why != null) return why;
            count(i.arg(1).type, 1, 1);
        }
        return null;
    }

    /** An element's type that goes with the others. */
    private boolean fits(Type t) {
        return VectorCosts.isElement(t) && t.size >= size && t.size <= MAX_RATIO * size;
    }

    /** @param vector operations on a register; as many registers as the lanes take */
    private void count(Type element, int vector, int scalar) {
        cost += vector * (lanes * element.size / bytes);
        scalarCost += scalar;
    }

    private void count(Inst v, boolean direct) {
        count(v.type, VectorCosts.vector(v.op, v.type, direct), VectorCosts.scalar(v.op));
    }

    private Type vector(Type element) {
        return Type.vector(element, lanes);
    }

    private boolean isLegal(Op op, Type element) {
        return legal.test(op, Type.vector(element, bytes / element.size));
    }

    /** Checks that the value can be computed in lanes, with all it is computed from; null, or why not. */
    private String needs(Inst v) {
        if (vectors.contains(v)) return narrowed.containsKey(v) ? "value is needed whole and in part" : null;
        if (!fits(v.type)) return "value of type " + v.type;
        if (ind.isInvariant(v)) {
            if (narrowed.containsKey(v)) return "value is needed whole and in part";
            spread.add(v);
            return null;
        }
        if (v.op == Op.PARAM) return ind.of(v) != null ? "induction variable is used as a value" : "value is carried around the loop";
        String why = null;
        switch (v.op) {
            case LOAD -> count(v.type, 1, 1);
            case SELECT -> {
                Inst c = v.arg(0);
                Type x = c.ownArgCount() > 0 ? c.arg(0).type : Type.VOID;
                if (c.op != Op.ICMP && c.op != Op.FCMP || ind.isInvariant(c) || x.isPtr()) return "choice by other than a comparison";
                if (x.size != v.type.size) return "choice by a comparison of another width";
                if (!isLegal(c.op, x) || c.op == Op.FCMP && c.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) return "choice of type " + v.type;
                for (Inst y : new Inst[] {c.arg(0), c.arg(1), v.arg(1), v.arg(2)}) if (why == null) why = needs(y);
                count(v.type, VectorCosts.compare(c.cond()) + VectorCosts.CHOICE, 2);
            }
            case SHL, LSHR, ASHR -> {
                if (!v.arg(1).isConst() || !isLegal(v.op, v.type)) return "shift " + v.type;
                why = needs(v.arg(0));
                count(v.type, 1, 1);
            }
            case SMIN, SMAX, UMIN, UMAX -> {
                boolean direct = isLegal(v.op, v.type);
                if (!direct && !isLegal(Op.ICMP, v.type)) return v.op.text + " of type " + v.type;
                why = needs(v.arg(0));
                if (why == null) why = needs(v.arg(1));
                count(v, direct);
            }
            case ADD, SUB, MUL, AND, OR, XOR, FADD, FSUB, FMUL, FDIV -> {
                if (!isLegal(v.op, v.type)) return v.op.text + " of type " + v.type;
                why = needs(v.arg(0));
                if (why == null) why = needs(v.arg(1));
                count(v, true);
            }
            case FNEG, FABS, FSQRT -> {
                if (!isLegal(v.op, v.type)) return v.op.text + " of type " + v.type;
                why = needs(v.arg(0));
                count(v, true);
            }
            case SITOFP, FPTOSI -> {
                if (v.arg(0).type.size != v.type.size || !isLegal(v.op, v.type)) return v.op.text + " to " + v.type;
                why = needs(v.arg(0));
                count(v.type, 1, 1);
            }
            case TRUNC -> {
                if (!v.arg(0).type.isInt() || v.arg(0).type.bits > 64) return "value of type " + v.arg(0).type;
                if (isLow(v.arg(0), v.type, MAX_LOW)) {
                    why = needsLow(v.arg(0), v.type);
                    count(v.type, 0, 1);
                } else {
                    why = needs(v.arg(0));
                    count(v.arg(0).type, 2, 1);
                }
            }
            case ZEXT, SEXT -> {
                if (!v.arg(0).type.isInt() || v.arg(0).type == Type.I1) return "value of type " + v.arg(0).type;
                why = needs(v.arg(0));
                count(v.type, v.op == Op.SEXT ? 2 : 1, 1);
            }
            default -> {
                return "operation " + v.op.text;
            }
        }
        if (why == null) vectors.add(v);
        return why;
    }

    private static final int MAX_LOW = 8;

    /** Can {@link #needsLow} do with the value? */
    private boolean isLow(Inst v, Type narrow, int depth) {
        if (vectors.contains(v)) return narrowed.get(v) == narrow;
        if (ind.isInvariant(v)) return !spread.contains(v) || narrowed.get(v) == narrow;
        if (depth == 0 || v.type == narrow) return false;
        return switch (v.op) {
            case ZEXT, SEXT -> v.arg(0).type == narrow;
            case ADD, SUB, MUL, AND, OR, XOR -> isLegal(v.op, narrow) && isLow(v.arg(0), narrow, depth - 1) && isLow(v.arg(1), narrow, depth - 1);
            case SHL -> v.arg(1).isConst() && v.arg(1).imm >= 0 && v.arg(1).imm < narrow.bits && isLegal(v.op, narrow) && isLow(v.arg(0), narrow, depth - 1);
            default -> false;
        };
    }

    /**
     * The same of a wider value of which only the low bits matter, as C's promotions make them: it is computed in lanes of the
     * narrow type. That its own type is wider keeps it apart from the others.
     */
    private String needsLow(Inst v, Type narrow) {
        if (vectors.contains(v) || spread.contains(v)) return narrowed.get(v) == narrow ? null : "value is needed whole and in part";
        if (ind.isInvariant(v)) {
            spread.add(v);
            narrowed.put(v, narrow);
            return null;
        }
        String why;
        switch (v.op) {
            case ZEXT, SEXT -> {
                if (v.arg(0).type != narrow) return "conversion from " + v.arg(0).type;
                why = needs(v.arg(0));
                count(narrow, 0, 1);
            }
            case ADD, SUB, MUL, AND, OR, XOR -> {
                if (!isLegal(v.op, narrow)) return v.op.text + " of type " + narrow;
                why = needsLow(v.arg(0), narrow);
                if (why == null) why = needsLow(v.arg(1), narrow);
                count(narrow, 1, 1);
            }
            case SHL -> {
                if (!v.arg(1).isConst() || v.arg(1).imm < 0 || v.arg(1).imm >= narrow.bits || !isLegal(v.op, narrow)) return "shift " + narrow;
                why = needsLow(v.arg(0), narrow);
                count(narrow, 1, 1);
            }
            default -> {
                return "operation " + v.op.text + " of type " + v.type;
            }
        }
        if (why == null) {
            vectors.add(v);
            narrowed.put(v, narrow);
        }
        return why;
    }

    /** The type of a lane: that of the value, or the one to which it is narrowed. */
    private Type laneType(Inst v) {
        return narrowed.getOrDefault(v, v.type);
    }

    /** Header parameters are variables or gather by an associative operation. */
    private String reductions() {
        Inst back = body.terminator();
        int edge = LoopShape.edge(back, body);
        for (Inst p : body.params) {
            if (ind.of(p) != null) continue;
            Inst next = back.succArg(edge, (int) p.imm);
            if (p.useCount() == 0) continue;
            Reduction r = Reduction.of(p, next);
            if (r == null) return "value is carried around the loop";
            if (r.op == Op.FADD && !next.has(Inst.REASSOC)) return "floating-point sum must keep its order";
            boolean minimum = VectorCosts.isMinimum(r.op);
            if (!fits(p.type) || !isLegal(r.op, p.type) && !(minimum && isLegal(Op.ICMP, p.type))) return r.op.text + " of type " + p.type;
            for (int u = 0; u < next.useCount(); u++) {
                Inst user = next.user(u);
                if (user.block == body && user != back) return "partial sum is used";
            }
            String why = needs(r.value);
            if (why != null) return why;
            reductions.put(p, r);
            count(p.type, minimum && !isLegal(r.op, p.type) ? 4 : 1, minimum ? 2 : 1);
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
                int bytes = elementSize(x);
                if (p.sameTerms(q)) {
                    if (elementSize(y) != bytes) return "accesses of different widths to one object";
                    // In rounds: how much later the first access comes to where the second is now.
                    long d = q.constant - p.constant;
                    if (d == 0 || Math.abs(d) >= (long) bytes * lanes) continue;
                    // A load ahead of a store that follows it reads what no round of the group has written yet.
                    if (x.op == Op.LOAD && d < 0) continue;
                    return "a later round needs what an earlier one stores";
                }
                Object r = aliases.root(x.arg(0));
                Object s = aliases.root(y.arg(0));
                // A store comes before the accesses of the rounds before it; types tell only that a load does not see it.
                int tag = x.op == Op.STORE ? 0 : x.tag;
                if (!aliases.mayAlias(new Aliases.Place(r, 0, -1, r, tag), new Aliases.Place(s, 0, -1, s, y.tag))) continue;
                boolean seen = false;
                for (Inst[] c : checks) seen |= same(c[0], x) && same(c[1], y) || same(c[0], y) && same(c[1], x);
                if (!seen) checks.add(new Inst[] {x, y});
            }
        }
        return null;
    }

    private static int elementSize(Inst access) {
        return access.op == Op.LOAD ? access.type.size : access.arg(1).type.size;
    }

    private boolean same(Inst a, Inst b) {
        return elementSize(a) == elementSize(b) && places.get(a).sameTerms(places.get(b)) && places.get(a).constant == places.get(b).constant;
    }

    /** What is used behind the loop can be computed from the number of rounds, or is a sum. */
    private String exits(LoopForest.Loop l) {
        new LoopClosed(f, forest, dom).close(l, List.of(body));
        Inst out = body.terminator();
        int e = 1 - LoopShape.edge(out, body);
        for (int k = 0; k < out.succArgCount(e); k++) {
            Inst v = out.succArg(e, k);
            if (ind.isInvariant(v) || ind.of(v) != null || ind.ofNext(v) != null || isGathered(v)) continue;
            return "value of the last iteration is used behind the loop";
        }
        for (Induction.Iv v : ind.ivs) if (!v.hasConstantStep()) return "step of " + v.param().type + " is no constant";
        return null;
    }

    private boolean isGathered(Inst v) {
        for (Reduction r : reductions.values()) if (r.next == v) return true;
        return false;
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
            for (Inst[] c : checks) {
                Inst p = starts.get(c[0]);
                Inst q = starts.get(c[1]);
                Inst below = compare(Cond.ULE, emit(Op.PTRADD, Type.PTR, p, emit(Op.MUL, Type.I64, n, i64(elementSize(c[0])))), q);
                Inst above = compare(Cond.ULE, emit(Op.PTRADD, Type.PTR, q, emit(Op.MUL, Type.I64, n, i64(elementSize(c[1])))), p);
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
            for (Map.Entry<Inst, Reduction> r : reductions.entrySet()) {
                sums.put(r.getKey(), loop.addParam(vector(r.getKey().type)));
                zeros.add(emit(Op.SPLAT, vector(r.getKey().type), neutral(r.getValue())));
            }
            emit(Op.BR, Type.VOID).addSucc(loop, zeros.toArray(Inst[]::new));
            // The body, in its order.
            at = loop;
            Inst[] offsets = new Inst[4];
            for (Inst i : accesses) {
                int log = Integer.numberOfTrailingZeros(elementSize(i));
                if (offsets[log] == null) offsets[log] = log == 0 ? k : emit(Op.SHL, Type.I64, k, i64(log));
            }
            List<Inst> next = new ArrayList<>();
            for (Inst i = body.first; i != model; i = i.next) {
                if (i.op == Op.STORE) {
                    Inst s = emit(Op.STORE, Type.VOID, emit(Op.PTRADD, Type.PTR, starts.get(i), offsets[Integer.numberOfTrailingZeros(elementSize(i))]), lane.get(i.arg(1)));
                    access(s, i);
                } else if (vectors.contains(i)) {
                    Inst v;
                    if (i.op == Op.LOAD) {
                        v = emit(Op.LOAD, vector(i.type), emit(Op.PTRADD, Type.PTR, starts.get(i), offsets[Integer.numberOfTrailingZeros(i.type.size)]));
                        access(v, i);
                    } else {
                        v = i.op == Op.SELECT ? choose(i) : lanes(i);
                    }
                    lane.put(i, v);
                }
            }
            for (Map.Entry<Inst, Reduction> r : reductions.entrySet()) {
                Reduction g = r.getValue();
                Inst sum = emit(g.op, vector(g.next.type), sums.get(r.getKey()), lane.get(g.value));
                sum.flags = g.next.flags & ~Inst.POISON_FLAGS;
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
            for (Map.Entry<Inst, Reduction> r : reductions.entrySet()) {
                Inst init = initial[(int) r.getKey().imm];
                Reduction g = r.getValue();
                Inst sum = emit(g.op, g.next.type, init, gathered(g, next.get(s++)));
                sum.flags = g.next.flags & ~Inst.POISON_FLAGS;
                now.put(r.getKey(), sum);
                now.put(g.next, sum);
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

        private void access(Inst v, Inst scalar) {
            v.align = scalar.align;
            v.tag = scalar.tag;
            v.loc = scalar.loc;
            v.scope = scalar.scope;
        }

        private Inst lanes(Inst i) {
            // Of narrowed values only the lanes are left.
            if (narrowed.containsKey(i) && (i.op == Op.ZEXT || i.op == Op.SEXT)) return lane.get(i.arg(0));
            if (i.op == Op.TRUNC && narrowed.containsKey(i.arg(0))) return lane.get(i.arg(0));
            Type t = laneType(i);
            Inst[] args = new Inst[i.argCount()];
            for (int k = 0; k < args.length; k++) args[k] = lane.get(i.arg(k));
            if (i.op == Op.SHL || i.op == Op.LSHR || i.op == Op.ASHR) args[1] = emit(Op.SPLAT, vector(t), f.iconst(t, i.arg(1).imm));
            Inst v = emit(i.op, vector(t), args);
            v.flags = t == i.type ? i.flags : 0;
            v.loc = i.loc;
            v.scope = i.scope;
            return v;
        }

        /** {@code (mask & yes) | (~mask & no)}, on integers of the lanes' size. */
        private Inst choose(Inst i) {
            Inst c = i.arg(0);
            Type t = vector(i.type);
            Type bits = vector(Type.integer(i.type.bits));
            Inst mask = emit(c.op, bits, lane.get(c.arg(0)), lane.get(c.arg(1)));
            mask.imm = c.imm;
            mask.flags = c.flags & ~Inst.POISON_FLAGS;
            Inst ones = emit(Op.SPLAT, bits, f.iconst(bits.element, -1));
            Inst yes = emit(Op.AND, bits, mask, as(lane.get(i.arg(1)), bits));
            Inst no = emit(Op.AND, bits, emit(Op.XOR, bits, mask, ones), as(lane.get(i.arg(2)), bits));
            return as(emit(Op.OR, bits, yes, no), t);
        }

        private Inst as(Inst v, Type t) {
            return v.type == t ? v : emit(Op.BITCAST, t, v);
        }

        private Inst neutral(Reduction g) {
            Inst op = g.next;
            return switch (g.op) {
                case AND, UMIN -> f.iconst(op.type, -1);
                case SMIN -> f.iconst(op.type, op.type.bits == 64 ? Long.MAX_VALUE : (1L << op.type.bits - 1) - 1);
                case SMAX -> f.iconst(op.type, -1L << op.type.bits - 1);
                case FADD -> op.type == Type.F32 ? f.f32(-0.0f) : f.f64(-0.0);
                default -> f.iconst(op.type, 0);
            };
        }

        /** One value of the lanes: halves are put together until one is left. */
        private Inst gathered(Reduction g, Inst v) {
            Type t = v.type;
            for (int half = t.lanes / 2; half > 0; half /= 2) {
                int[] order = new int[t.lanes];
                for (int k = 0; k < order.length; k++) order[k] = k < half ? k + half : -1;
                Inst upper = emit(Op.SHUFFLE, t, v, f.poison(t));
                upper.aux = order;
                v = emit(g.op, t, v, upper);
                v.flags = g.next.flags & ~Inst.POISON_FLAGS;
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
