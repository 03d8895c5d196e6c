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
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The values of a loop that become vectors, for {@link Vectorize}: what the stores store and the reductions gather, with all that it is computed from, each with the type
 * of its lanes; and what that costs against one round after the other.
 *
 * <p>A value is a vector of as many lanes as rounds are done at once, or, if it does not vary, spread over them. Conditions are masks as wide as what they compare, and made
 * as wide as what they choose. Variables of the loop that are used as values count in lanes. Of a wider value of which only the low bits matter, as C's promotions make
 * them, the narrow lanes are computed.
 */
final class VectorValues {
    /** Elements are at most so many times as wide as the narrowest. */
    private static final int MAX_RATIO = 4;
    private static final int MAX_LOW = 8;

    private final Induction ind;
    private final FlatBody body;
    private final VectorAccesses accesses;
    private final BiPredicate<Op, Type> legal;
    private final BiPredicate<Type, int[]> shuffles;
    /** Of a register. */
    private final int bytes;
    /** The last of the rounds is in the first lane. */
    final boolean downwards;
    int lanes;
    /** Instructions of a group of rounds in vectors, and of one round. */
    int cost;
    int scalarCost;
    /** By header parameter. */
    final Map<Inst, VectorReduction> reductions = new LinkedHashMap<>();
    /** Values of the loop that become vectors, and those that are spread. */
    private final Set<Inst> vectors = new HashSet<>();
    final Set<Inst> spread = new HashSet<>();
    /** The loop's variables among the vectors. */
    final List<Inst> counters = new ArrayList<>();
    /** Values of which only the low bits are computed: their lanes' type. */
    private final Map<Inst, Type> narrowed = new HashMap<>();
    /** Conditions: the type of the lanes that they are masks of. */
    private final Map<Inst, Type> masks = new LinkedHashMap<>();

    VectorValues(Induction ind, FlatBody body, VectorAccesses accesses, BiPredicate<Op, Type> legal, BiPredicate<Type, int[]> shuffles, int bytes) {
        this.ind = ind;
        this.body = body;
        this.accesses = accesses;
        this.legal = legal;
        this.shuffles = shuffles;
        this.bytes = bytes;
        lanes = bytes / accesses.size;
        downwards = accesses.isDownwards();
    }

    // ---- what is asked afterwards ----

    boolean isVector(Inst v) {
        return vectors.contains(v);
    }

    int size() {
        return vectors.size();
    }

    /** The type of a lane: that of the value, or the one to which it is narrowed. */
    Type laneType(Inst v) {
        return narrowed.getOrDefault(v, v.type);
    }

    boolean isNarrowed(Inst v) {
        return narrowed.containsKey(v);
    }

    /** Of a condition: the integers of its mask; null if it is none that is needed. */
    Type mask(Inst c) {
        return masks.get(c);
    }

    Set<Inst> conditions() {
        return masks.keySet();
    }

    /** It does not vary, or is read from one place. */
    boolean isUniform(Inst v) {
        return ind.isInvariant(v) || accesses.isFixed(v);
    }

    // ---- costs ----

    /** @param vector operations on a register; as many registers as the lanes take */
    private void count(Type element, int vector, int scalar) {
        cost += vector * (lanes * element.size / bytes);
        scalarCost += scalar;
    }

    private void count(Inst v, boolean direct) {
        countAs(v, v.type, direct);
    }

    private void countAs(Inst v, Type t, boolean direct) {
        count(t, v.op == Op.MUL ? VectorCosts.product(v, t, isLegal(Op.SMIN, Type.I32)) : VectorCosts.vector(v.op, t, direct), VectorCosts.scalar(v.op));
    }

    private boolean isLegal(Op op, Type element) {
        return legal.test(op, Type.vector(element, bytes / element.size));
    }

    /** Also what takes a few instructions on lanes of twice the width, or, of the sign of 64 bits, on the same. Shifts are by constants there. */
    private boolean computes(Op op, Type element) {
        if (isLegal(op, element)) return true;
        if (element == Type.I8 && (op == Op.MUL || op == Op.SHL || op == Op.LSHR || op == Op.ASHR)) return isLegal(op, Type.I16);
        return element == Type.I64 && op == Op.ASHR && isLegal(Op.LSHR, element);
    }

    private int shift(Op op, Type element) {
        return isLegal(op, element) ? 1 : op != Op.ASHR ? 2 : element == Type.I8 ? 4 : 3;
    }

    private boolean canShuffle(Type element, int[] order) {
        return shuffles != null && shuffles.test(Type.vector(element, bytes / element.size), order);
    }

    /** An element's type that goes with the others. */
    private boolean fits(Type t) {
        return VectorCosts.isElement(t) && t.size >= accesses.size && t.size <= MAX_RATIO * accesses.size;
    }

    // ---- memory ----

    /** What all stores need; null, or why it cannot be. */
    String stores() {
        for (VectorAccesses.Access a : accesses.all) {
            if (!a.isStore()) continue;
            FlatBody.Choice v = accesses.stored(a);
            String why = v.cond() == null ? needs(v.yes()) : choice(a.type(), v);
            if (why == null) why = access(a);
            if (why != null) return why;
        }
        return null;
    }

    private String access(VectorAccesses.Access a) {
        if (!fits(a.type())) return "access of type " + a.type();
        Type t = a.type();
        int n = bytes / t.size;
        count(t, 1, 1);
        switch (a.kind) {
            case REVERSED -> {
                if (downwards) return null;
                if (!canShuffle(t, VectorShuffles.reversed(n))) return "accesses go downwards";
                count(t, VectorCosts.reversal(t), 0);
            }
            case FIELD -> {
                VectorAccesses.Group g = a.group;
                int steps = Integer.numberOfTrailingZeros(g.stride);
                if (a.isStore()) {
                    if (!canShuffle(t, VectorShuffles.interleaved(n, 0, n)) || !canShuffle(t, VectorShuffles.interleaved(n, n / 2, n))) return "accesses are not consecutive";
                    count(t, steps, 0);
                    return null;
                }
                if (!canShuffle(t, VectorShuffles.every2nd(n, 0)) || !canShuffle(t, VectorShuffles.every2nd(n, 1))) return "accesses are not consecutive";
                count(t, VectorCosts.every2nd(t), 0);
                if (g.counted) return null;
                g.counted = true;
                // The other loads; and of structures of four the first step, by even and odd fields.
                int parities = 0;
                for (VectorAccesses.Access x : g.fields) parities |= 1 << (g.number(x) & 1);
                count(t, g.stride - 1 + (steps > 1 ? 2 * Integer.bitCount(parities) * VectorCosts.every2nd(t) : 0), 0);
            }
            default -> { }
        }
        return null;
    }

    // ---- values ----

    /** Checks that the value can be computed in lanes, with all it is computed from; null, or why not. */
    private String needs(Inst v) {
        if (vectors.contains(v)) return narrowed.containsKey(v) ? "value is needed whole and in part" : null;
        if (!fits(v.type)) return "value of type " + v.type;
        if (isUniform(v)) {
            if (narrowed.containsKey(v)) return "value is needed whole and in part";
            spread.add(v);
            return null;
        }
        String why = operation(v);
        if (why == null) vectors.add(v);
        return why;
    }

    private String both(Inst v) {
        String why = needs(v.arg(0));
        return why != null ? why : needs(v.arg(1));
    }

    private String operation(Inst v) {
        FlatBody.Choice c = body.choice(v);
        if (c != null) return choice(v.type, c);
        switch (v.op) {
            case PARAM -> {
                return counter(v);
            }
            case LOAD -> {
                return access(accesses.of(v));
            }
            case SHL, LSHR, ASHR, ROTL, ROTR -> {
                boolean turn = v.op == Op.ROTL || v.op == Op.ROTR;
                if (!isUniform(v.arg(1)) || !shifts(turn ? Op.SHL : v.op, v) || turn && !shifts(Op.LSHR, v)) return "shift " + v.type;
                String why = needs(v.arg(0));
                if (why == null && !v.arg(1).isConst()) why = needs(v.arg(1));
                count(v.type, turn ? 2 * shift(Op.SHL, v.type) + 1 : shift(v.op, v.type), 1);
                return why;
            }
            case SMIN, SMAX, UMIN, UMAX -> {
                boolean direct = isLegal(v.op, v.type);
                if (!direct && !isLegal(Op.ICMP, v.type)) return v.op.text + " of type " + v.type;
                count(v, direct);
                return both(v);
            }
            case ADD, SUB, MUL, AND, OR, XOR, FADD, FSUB, FMUL, FDIV -> {
                if (!computes(v.op, v.type)) return v.op.text + " of type " + v.type;
                count(v, true);
                return both(v);
            }
            case FNEG, FABS, FSQRT -> {
                if (!isLegal(v.op, v.type)) return v.op.text + " of type " + v.type;
                count(v, true);
                return needs(v.arg(0));
            }
            case SITOFP, UITOFP, FPTOSI, FEXT, FTRUNC -> {
                return conversion(v);
            }
            case TRUNC -> {
                if (!v.arg(0).type.isInt() || v.arg(0).type.bits > 64) return "value of type " + v.arg(0).type;
                if (isLow(v.arg(0), v.type, MAX_LOW)) {
                    count(v.type, 0, 1);
                    return needsLow(v.arg(0), v.type);
                }
                count(v.arg(0).type, 2, 1);
                return needs(v.arg(0));
            }
            case ZEXT, SEXT -> {
                if (!v.arg(0).type.isInt()) return "value of type " + v.arg(0).type;
                if (v.arg(0).type == Type.I1) {
                    count(v.type, v.op == Op.ZEXT ? 1 : 0, 2);
                    return condition(v.arg(0), Type.integer(v.type.bits));
                }
                // A load of a scalar extends it for nothing.
                count(v.type, v.op == Op.SEXT ? 2 : 1, v.arg(0).op == Op.LOAD ? 0 : 1);
                return needs(v.arg(0));
            }
            default -> {
                return "operation " + v.op.text;
            }
        }
    }

    private boolean shifts(Op op, Inst v) {
        return v.arg(1).isConst() && v.arg(1).imm >= 0 && v.arg(1).imm < v.type.bits ? computes(op, v.type) : isLegal(op, v.type);
    }

    /** A variable of the loop, in lanes that count. */
    private String counter(Inst v) {
        Induction.Iv iv = ind.of(v);
        if (iv == null) return "value is carried around the loop";
        if (!iv.hasConstantStep()) return "step of " + v.type + " is no constant";
        counters.add(v);
        count(laneType(v), 1, 0);
        return null;
    }

    /** Between floating types, and between them and 32-bit integers or, upwards, smaller ones. */
    private String conversion(Inst v) {
        Type from = v.arg(0).type;
        Type whole = v.op == Op.FPTOSI ? v.type : from;
        boolean integer = v.op == Op.FPTOSI || v.op == Op.SITOFP || v.op == Op.UITOFP;
        boolean unsigned = v.op == Op.UITOFP && from == Type.I32;
        if (integer && whole.bits != 32 && (v.op == Op.FPTOSI || whole.bits > 32 || whole.bits < 8) || unsigned && v.type != Type.F64) return v.op.text + " from " + from + " to " + v.type;
        if (!isLegal(v.op == Op.UITOFP ? Op.SITOFP : v.op, v.type)) return v.op.text + " to " + v.type;
        Type wide = from.size > v.type.size ? from : v.type;
        int steps = integer && whole.bits < 32 ? 2 : 0;
        count(wide, (from.size == v.type.size ? 1 : 2) + steps + (unsigned ? 2 : 0), v.op == Op.FPTOSI ? 1 : 2);
        return needs(v.arg(0));
    }

    // ---- conditions ----

    private String choice(Type t, FlatBody.Choice c) {
        if (!fits(t)) return "choice of type " + t;
        count(t, VectorCosts.CHOICE, 2);
        String why = condition(c.cond(), Type.integer(t.bits));
        if (why == null) why = needs(c.yes());
        return why != null ? why : needs(c.no());
    }

    /** A mask of lanes of that type. */
    private String condition(Inst c, Type want) {
        Type have = masks.get(c);
        if (have == null) {
            String why = mask(c, want);
            if (why != null) return why;
            have = masks.get(c);
        }
        if (have == want) return null;
        if (!fits(want)) return "choice of type " + want;
        Type wide = have.size > want.size ? have : want;
        for (int bits = Math.min(have.bits, want.bits); bits < wide.bits; bits *= 2) count(wide, 1, 0);
        return null;
    }

    private String mask(Inst c, Type want) {
        Type type = want;
        if (!isUniform(c)) {
            switch (c.op) {
                case ICMP, FCMP -> {
                    Type x = c.arg(0).type;
                    if (!fits(x)) return "comparison of type " + x;
                    if (!isLegal(c.op, x)) return "comparison of type " + x;
                    String why = both(c);
                    if (why != null) return why;
                    type = Type.integer(x.bits);
                    count(x, VectorCosts.compare(c.cond()), 1);
                }
                case AND, OR, XOR -> {
                    String why = condition(c.arg(0), want);
                    if (why != null) return why;
                    type = masks.get(c.arg(0));
                    why = condition(c.arg(1), type);
                    if (why != null) return why;
                    count(type, 1, 1);
                }
                default -> {
                    return "choice by other than a comparison";
                }
            }
        }
        masks.put(c, type);
        return null;
    }

    // ---- low bits ----

    /** Can {@link #needsLow} do with the value? */
    private boolean isLow(Inst v, Type narrow, int depth) {
        if (vectors.contains(v)) return narrowed.get(v) == narrow;
        if (isUniform(v)) return !spread.contains(v) || narrowed.get(v) == narrow;
        if (depth == 0 || v.type == narrow) return false;
        FlatBody.Choice c = body.choice(v);
        // A condition that looks at wider values may be about some of these.
        if (c != null) return isNarrow(c.cond(), narrow, depth) && isLow(c.yes(), narrow, depth - 1) && isLow(c.no(), narrow, depth - 1);
        return switch (v.op) {
            case PARAM -> ind.of(v) != null && ind.of(v).hasConstantStep();
            case ZEXT, SEXT -> v.arg(0).type == narrow;
            case ADD, SUB, MUL, AND, OR, XOR -> computes(v.op, narrow) && isLow(v.arg(0), narrow, depth - 1) && isLow(v.arg(1), narrow, depth - 1);
            case SHL -> isShort(v.arg(1), narrow) && computes(v.op, narrow) && isLow(v.arg(0), narrow, depth - 1);
            case LSHR, ASHR -> lowShift(v, narrow) != null && isLow(v.arg(0), narrow, depth - 1);
            default -> false;
        };
    }

    private boolean isNarrow(Inst c, Type narrow, int depth) {
        if (isUniform(c)) return true;
        return switch (c.op) {
            case ICMP, FCMP -> c.arg(0).type.bits <= narrow.bits;
            case AND, OR, XOR -> depth > 0 && isNarrow(c.arg(0), narrow, depth - 1) && isNarrow(c.arg(1), narrow, depth - 1);
            default -> false;
        };
    }

    /** What a shift to the right of an extended value is on the value; null if its low bits are others, or it is not in lanes. */
    private Op lowShift(Inst v, Type narrow) {
        Inst x = v.arg(0);
        if (x.op != Op.ZEXT && x.op != Op.SEXT || x.arg(0).type != narrow || !isShort(v.arg(1), narrow)) return null;
        Op op = lowShift(v);
        return computes(op, narrow) ? op : null;
    }

    /** Of a value that is narrowed: what comes in from above is the sign that lies there, however the wider value is shifted. */
    static Op lowShift(Inst v) {
        return v.arg(0).op == Op.ZEXT ? Op.LSHR : Op.ASHR;
    }

    private static boolean isShort(Inst amount, Type narrow) {
        return amount.isConst() && amount.imm >= 0 && amount.imm < narrow.bits;
    }

    /** The same in lanes of the narrow type. That its own type is wider keeps the value apart from others. */
    private String needsLow(Inst v, Type narrow) {
        if (vectors.contains(v) || spread.contains(v)) return narrowed.get(v) == narrow ? null : "value is needed whole and in part";
        if (!fits(narrow)) return "value of type " + narrow;
        if (isUniform(v)) {
            spread.add(v);
            narrowed.put(v, narrow);
            return null;
        }
        String why;
        FlatBody.Choice c = body.choice(v);
        if (c != null) {
            count(narrow, VectorCosts.CHOICE, 2);
            why = condition(c.cond(), narrow);
            if (why == null) why = needsLow(c.yes(), narrow);
            if (why == null) why = needsLow(c.no(), narrow);
        } else switch (v.op) {
            case PARAM -> {
                narrowed.put(v, narrow);
                why = counter(v);
            }
            case ZEXT, SEXT -> {
                if (v.arg(0).type != narrow) return "conversion from " + v.arg(0).type;
                why = needs(v.arg(0));
                count(narrow, 0, 1);
            }
            case ADD, SUB, MUL, AND, OR, XOR -> {
                if (!computes(v.op, narrow)) return v.op.text + " of type " + narrow;
                why = needsLow(v.arg(0), narrow);
                if (why == null) why = needsLow(v.arg(1), narrow);
                countAs(v, narrow, true);
            }
            case SHL -> {
                if (!isShort(v.arg(1), narrow) || !computes(v.op, narrow)) return "shift " + narrow;
                why = needsLow(v.arg(0), narrow);
                count(narrow, shift(v.op, narrow), 1);
            }
            case LSHR, ASHR -> {
                Op op = lowShift(v, narrow);
                if (op == null) return "shift " + narrow;
                why = needsLow(v.arg(0), narrow);
                count(narrow, shift(op, narrow), 1);
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

    // ---- reductions ----

    /** Header parameters are variables or gather by an associative operation. */
    String gathered() {
        Inst back = ind.latch.terminator();
        Block header = ind.loop.header;
        int edge = LoopShape.edge(back, header);
        for (Inst p : header.params) {
            if (ind.of(p) != null || p.useCount() == 0) continue;
            Inst next = back.succArg(edge, (int) p.imm);
            VectorReduction r = VectorReduction.of(body, p, next);
            if (r == null) return next.op == Op.FADD && next.ownArgCount() == 2 && (next.arg(0) == p || next.arg(1) == p) ? "floating-point sum must keep its order" : "value is carried around the loop";
            boolean direct = fits(p.type) && computes(r.op(), p.type);
            if (!fits(p.type) || !direct && !(r.isMinimum() && isLegal(Op.ICMP, p.type))) return r.op().text + " of type " + p.type;
            for (int u = 0; u < next.useCount(); u++) {
                Inst user = next.user(u);
                if (user != back && ind.forest.contains(ind.loop, user.block)) return "partial sum is used";
            }
            String why = term(r.term(), p.type, VectorCosts.vector(r.op(), p.type, direct), VectorCosts.scalar(r.op()));
            if (why != null) return why;
            reductions.put(p, r);
        }
        return null;
    }

    private String term(VectorReduction.Term t, Type type, int vector, int scalar) {
        if (t.isNothing()) return null;
        if (t.isValue()) {
            count(type, vector, scalar);
            return needs(t.value());
        }
        if (t.isChoice()) {
            count(type, t.first().isNothing() || t.second().isNothing() ? 1 : VectorCosts.CHOICE, 2);
            String why = condition(t.cond(), Type.integer(type.bits));
            if (why != null) return why;
        }
        String why = term(t.first(), type, vector, scalar);
        return why != null ? why : term(t.second(), type, vector, scalar);
    }
}
