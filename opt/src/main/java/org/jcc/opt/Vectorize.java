package org.jcc.opt;

import java.util.function.BiPredicate;
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
 * innermost loop whose loads and stores go through memory element by element becomes one that does as many
 * rounds at once as lanes of the smallest element fit a register of 32 or 16 bytes; what is wider takes several registers, into which legalisation cuts it.
 *
 * <p>{@link FlatBody} reads the body without its branches, {@link VectorAccesses} says whether rounds may be done at once, {@link VectorValues} what becomes a vector and what
 * that costs, {@link VectorCode} makes it: before the loop, which stays for the remainder and for places that do overlap. At -O3 a short loop that gathers
 * ({@link VectorReduction}) does twice as many rounds, so that two sums do not wait for each other. Floating sums are gathered only where they may be reassociated.
 *
 * <p>At -O2 as GCC's very cheap model: only where the number of rounds is a known multiple of the lanes and nothing needs a check. At -O3
 * freely. What was done, and why not, are remarks ({@code -fopt-info-vec}).
 *
 * <p>Requires: loops are rotated and their variables wide. Ensures: vector operations are those that {@link Module#vectors} has.
 */
final class Vectorize {
    private static final int MAX_CHECKS = 6;
    private static final int MAX_INSTS = 200;
    /** Values of a loop that gathers twice at a time. */
    private static final int SHORT = 6;
    private static final int MAX_TRIPS = 1 << 16;

    private final Module module;
    private final Function f;
    private final boolean freely;
    private final BiPredicate<Op, Type> legal;
    private final BiPredicate<Type, int[]> shuffles;
    private final LoopForest forest;
    /**
     * Of the function as it was, made when the first loop is changed. It is asked about blocks of one innermost loop only, between which dominance is a matter
     * of the ways from the header: what other loops become does not touch it.
     */
    private Dominators dom;
    /** The vectors' addresses are computed from those that were there, and escape no more. */
    private final Aliases aliases;

    private Vectorize(Module m, Function f) {
        module = m;
        this.f = f;
        legal = m.vectors.apply(f);
        shuffles = m.shuffles == null ? null : m.shuffles.apply(f);
        freely = f.level(m.level) >= 3;
        forest = LoopShape.canonical(f);
        aliases = new Aliases(m, f);
    }

    static void run(Module m, Function f) {
        if (m.vectors == null || f.is(Function.CALLS_SETJMP | Function.OPT_SIZE | Function.HAS_LABEL_ADDRESS | Function.COLD)) return;
        Vectorize v = new Vectorize(m, f);
        boolean any = false;
        for (LoopForest.Loop l : v.forest.loops) if (l.isInnermost()) any |= v.loop(l);
        if (!any) return;
        f.renumber();
        // Where the number of rounds is known, it is known now which loops and rounds are left.
        Simplify.run(f);
        Cfg.run(f);
    }

    /** Tries the registers, from the largest on. */
    private boolean loop(LoopForest.Loop l) {
        int loc = l.header.terminator().loc;
        String why = "no vectors of bytes";
        int bytes = 0;
        for (int size : VectorCosts.SIZES) {
            if (!legal.test(Op.LOAD, Type.vector(Type.I8, size))) continue;
            bytes = size;
            why = look(l, size);
            if (why == null) break;
        }
        if (module.remarks != null) {
            if (why == null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.VEC, loc, f, "loop vectorized using " + bytes + " byte vectors");
            else module.remarks.add(Remarks.Kind.MISSED, Remarks.Group.VEC, loc, f, "not vectorized: " + why);
        }
        return why == null;
    }

    /** Vectorises the loop and gives null; or says why not. */
    private String look(LoopForest.Loop l, int bytes) {
        Induction ind = Induction.of(f, forest, l);
        if (ind == null || !ind.hasOneExit()) return l.own.size() > 1 ? "control flow in loop" : "not a counted loop";
        if (l.header.addressTaken || !LoopClosed.isClosable(forest, l)) return "the loop is reached by computed goto";
        Trips trips = Trips.of(f, ind);
        if (trips == null) return "number of iterations cannot be computed";
        FlatBody body = FlatBody.of(forest, l);
        if (body == null) return "control flow in loop";
        VectorAccesses accesses = new VectorAccesses(ind, body, aliases);
        String why = operations(body, accesses);
        if (why != null) return why;
        if (accesses.all.isEmpty() || accesses.size == 0) return "no memory is accessed";
        VectorValues values = new VectorValues(ind, body, accesses, legal, shuffles, bytes);
        why = values.stores();
        if (why == null) why = values.gathered();
        if (why != null) return why;
        long known = ind.constantTrips(MAX_TRIPS);
        if (values.cost >= values.scalarCost * values.lanes) return "not profitable";
        if (freely && !values.reductions.isEmpty() && values.size() <= SHORT && (known < 0 || known % (2 * values.lanes) == 0)) values.lanes *= 2;
        int lanes = values.lanes;
        why = accesses.dependences(lanes, ind.latch.terminator().has(Inst.IVDEP));
        if (why != null) return why;
        if (known > 0 && known < (accesses.readsBeyond ? lanes + 1 : lanes)) return "too few iterations";
        if (!freely && (known < 0 || known % lanes != 0)) return "number of iterations is no known multiple of " + lanes + " (-O2)";
        if (!freely && accesses.readsBeyond) return "the last iteration must stay alone (-O2)";
        if (!freely && !accesses.checks.isEmpty()) return "would need a check for overlap (-O2)";
        if (accesses.checks.size() > MAX_CHECKS) return "too many checks for overlap";
        if (dom == null) dom = new Dominators(f);
        why = exits(l, ind, values);
        if (why != null) return why;
        new VectorCode(module.tags, f, ind, body, accesses, values, trips).make();
        return null;
    }

    /** Takes in the loads and stores; all else must have no effect. */
    private String operations(FlatBody body, VectorAccesses accesses) {
        if (body.code.size() > MAX_INSTS) return "loop is too large";
        int n = 0;
        for (Inst i : body.code) {
            n++;
            if (i.op == Op.LOAD || i.op == Op.STORE) {
                String why = accesses.add(i, n);
                if (why != null) return why;
            } else if (i.op.reads() || i.op.writes() || i.op.mayNotReturn() || i.op.mayTrap()) {
                return i.op == Op.CALL ? "call in loop" : "operation " + i.op.text + " in loop";
            } else if (i.op.isFloating() && i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) {
                return "floating-point environment is observed";
            } else if (i.op == Op.TRUNC || i.op == Op.FTRUNC || i.op == Op.FPTOSI) {
                accesses.narrow(i.type);
            }
        }
        return accesses.group();
    }

    /** What is used behind the loop can be computed from the number of rounds, or is a sum. */
    private String exits(LoopForest.Loop l, Induction ind, VectorValues values) {
        new LoopClosed(f, forest, dom).close(l, l.own);
        Inst out = ind.latch.terminator();
        int e = 1 - LoopShape.edge(out, l.header);
        for (int k = 0; k < out.succArgCount(e); k++) {
            Inst v = out.succArg(e, k);
            if (ind.isInvariant(v) || ind.of(v) != null || ind.ofNext(v) != null || isGathered(v, values)) continue;
            return "value of the last iteration is used behind the loop";
        }
        for (Induction.Iv v : ind.ivs) if (!v.hasConstantStep()) return "step of " + v.param().type + " is no constant";
        return null;
    }

    private static boolean isGathered(Inst v, VectorValues values) {
        for (VectorReduction r : values.reductions.values()) if (r.next() == v) return true;
        return false;
    }
}
