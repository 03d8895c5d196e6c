package org.jcc.opt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Function;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;

/**
 * The optimiser's rows of the pass table, and the order in which the driver's pipeline has them. A pass is added by adding its
 * row here, its place in {@link #EARLY} or {@link #LATE}, and its filetest.
 */
public final class Passes {
    private static final Map<String, Pass> TABLE = new LinkedHashMap<>();

    private static final Pass DEAD_SYMBOLS = add(new Pass("dead-symbols", "removes internal functions and variables that nothing uses", null, DeadSymbols::run, true, 0,
            "nothing", "every internal symbol is reachable from a root"));
    private static final Pass INLINE = add(Pass.required("inline", "copies bodies to their calls", (Pass.BottomUp) Inline::run,
            "calls in the shape of C", "no call of a body that is always inline"));
    private static final Pass NO_THROW = add(Pass.optional("nothrow", 1, "takes the landing blocks from calls of what does not throw", (Pass.BottomUp) NoThrow::run,
            "callees done", "no unwind edge at a direct call of a body that cannot throw"));
    private static final Pass INLINE_BODIES = add(new Pass("inline-bodies", "drops bodies that only serve inlining", null, Inline::drop, true, 0,
            "nothing", "no body is left that only serves inlining"));
    private static final Pass UNREACHABLE = add(Pass.required("unreachable", "removes blocks that nothing reaches", on(f -> Unreachable.run(f)),
            "nothing", "every block is reachable, but for emptied ones whose label data may name"));
    private static final Pass SROA = add(Pass.optional("sroa", 1, "cuts stack slots into the pieces that are accessed together", on(Sroa::run),
            "nothing", "slots accessed at constant offsets only have one piece each").blurring());
    private static final Pass MEM2REG = add(Pass.optional("mem2reg", 1, "turns stack slots into SSA values", on(Mem2Reg::run),
            "nothing", "no slot is left whose uses are plain loads and stores of one size"));
    private static final Pass RESTRICT = add(Pass.required("restrict", "marks accesses with the restrict pointers that they are based on", Restrict::run,
            "variables are values", "no restrict operation"));
    private static final Pass SIMPLIFY = add(Pass.optional("simplify", 1, "folds constants and applies the simplification rules", on(Simplify::run),
            "nothing", "no rule applies; constants stand at the right"));
    private static final Pass SCCP = add(Pass.optional("sccp", 1, "finds values that are constant on the ways that constants leave open", on(Sccp::run),
            "nothing", "no value is constant on all ways that its branches leave open"));
    private static final Pass GVN = add(Pass.optional("gvn", 1, "removes pure operations computed before in a dominating place", on(Gvn::run),
            "constants at the right", "no two equal pure operations of which one dominates the other"));
    private static final Pass FRE = add(Pass.optional("fre", 1, "removes loads and operations whose value every way to them has at hand", Pre::full,
            "equal addresses are one value", "no load whose value is at hand"));
    private static final Pass PRE = add(Pass.optional("pre", 2, "computes on the other ways what some ways to a place have at hand", Pre::partial,
            "equal addresses are one value", "no load at a join of which one way lacks the value"));
    private static final Pass DSE = add(Pass.optional("dse", 1, "removes stores that are overwritten, or whose object ends, unread", Dse::run,
            "equal addresses are one value", "no store that is surely overwritten unread").blurring());
    private static final Pass MEMCPY_OPT = add(Pass.optional("memcpy-opt", 1, "takes copies from where the bytes came from, and makes one of two slots that a copy connects", MemcpyOpt::run,
            "equal addresses are one value", "no copy out of a slot whose bytes are still where they were copied from").blurring());
    private static final Pass BYTE_COMBINE = add(Pass.optional("byte-combine", 2, "makes wider loads and byte swaps of bytes put together", ByteCombine::run,
            "constants at the right", "no or of all bytes of a value"));
    private static final Pass STORE_MERGE = add(Pass.optional("store-merge", 2, "makes wider stores of neighbouring ones", StoreMerge::run,
            "dead stores are gone", "no two neighbouring stores that are one"));
    private static final Pass SLP = add(Pass.optional("slp", 2, "computes what neighbouring stores store at once in vectors", Slp::run,
            "dead stores are gone", "vector operations are those that the target has"));
    private static final Pass RANGES = add(Pass.optional("ranges", 1, "decides comparisons, and simplifies operations, by the ranges of values", on(Ranges::run),
            "nothing", "no comparison follows from a branch above it"));
    private static final Pass CONSTANT_P = add(Pass.required("constant-p", "answers __builtin_constant_p", on(ConstantP::run),
            "nothing", "no isconst"));
    private static final Pass SUBOBJECTS = add(Pass.required("subobjects", "answers __builtin_object_size of members", ObjectSizes::early,
            "pointers in values, callees taken in", "no subobject"));
    private static final Pass OBJECT_SIZES = add(Pass.required("object-sizes", "answers __builtin_object_size", ObjectSizes::late,
            "pointers in values", "no objectsize"));
    private static final Pass DCE = add(Pass.optional("dce", 1, "removes values and block parameters that nothing needs", on(Dce::run),
            "nothing", "every value is needed by an effect or a terminator"));
    private static final Pass CFG = add(Pass.optional("cfg", 1, "folds branches, threads jumps, merges blocks", on(Cfg::run),
            "nothing", "no constant branch, no empty block on a jump's way, every block is reachable"));
    private static final Pass REASSOCIATE = add(Pass.optional("reassociate", 2, "puts sums, products and bit operations together anew where that takes fewer", on(Reassociate::run),
            "constants at the right, equal expressions are one value", "no sum or product has terms that cancel or share a factor"));
    private static final Pass COUNT_BITS = add(Pass.optional("count-bits", 1, "makes the operation of counting ones by fields", CountBits::run,
            "constants at the right", "no ones are counted by fields where the target counts them"));
    private static final Pass LOOP_ROTATE = add(Pass.optional("loop-rotate", 1, "tests loops at their bottom, behind a guard", on(LoopRotate::run),
            "nothing", "a loop whose header alone tests is tested at its bottom"));
    private static final Pass LICM = add(Pass.optional("licm", 1, "moves what does not vary out of loops, and memory into values", Licm::run,
            "nothing", "nothing in a loop computes one value in all rounds").blurring());
    private static final Pass UNSWITCH = add(Pass.optional("unswitch", 1, "leaves loops before their first round by conditions that do not vary", LoopUnswitch::run,
            "what does not vary stands outside", "no header that leaves its loop by a condition that does not vary"));
    private static final Pass UNSWITCH_MORE = add(Pass.optional("unswitch-more", 3, "makes two loops of short ones that test a condition that does not vary", LoopUnswitch::runMore,
            "what does not vary stands outside", "no short loop tests a condition that does not vary"));
    private static final Pass PEEL = add(Pass.optional("peel", 3, "does the first round of a short loop before it where that makes the others simpler", LoopPeel::run,
            "loops are rotated", "no short loop asks in each round whether this is the first"));
    private static final Pass INDVARS = add(Pass.optional("indvars", 1, "widens induction variables and reduces the strength of addresses", on(IndVars::run),
            "nothing", "no extension of an induction variable, no multiplication in the address of a regular access").blurring());
    private static final Pass LOOP_IDIOM = add(Pass.optional("loop-idiom", 2, "turns loops that fill or copy into memset and memcpy", LoopIdiom::run,
            "nothing", "no loop that only fills or copies memory"));
    private static final Pass LOOP_DELETE = add(Pass.optional("loop-delete", 1, "deletes loops without effect that end", LoopDelete::run,
            "nothing", "no counted loop without effect whose values are known, or used by nothing"));
    private static final Pass UNROLL = add(Pass.optional("unroll", 2, "unrolls innermost loops of few known rounds completely", LoopUnroll::run,
            "nothing", "no innermost loop of few known rounds that stays small"));
    private static final Pass UNROLL_MORE = add(Pass.optional("unroll-more", 3, "unrolls completely with a larger budget", LoopUnroll::runMore,
            "nothing", "no innermost loop of few known rounds that stays of moderate size"));
    private static final Pass VECTORIZE = add(Pass.optional("vectorize", 2, "does several rounds of a loop at once in vectors", Vectorize::run,
            "nothing", "vector operations are those that the target has"));
    private static final Pass PREDICTIVE_COMMONING = add(Pass.optional("predictive-commoning", 1, "keeps what the next round loads in a value", PredictiveCommoning::run,
            "loops are rotated and vectorised", "no header loads what the latch has at hand"));
    private static final Pass RECURRENCES = add(Pass.optional("recurrences", 1, "compares what comes from the round before last in minima and maxima", on(Recurrences::run),
            "what the next round loads stays in a value", "no carried value in the inner one of two minima"));
    private static final Pass PARTIAL_UNROLL = add(Pass.optional("partial-unroll", 2, "does up to eight rounds of a small loop between two tests", PartialUnroll::run,
            "loops are vectorised and completely unrolled", "nothing"));
    private static final Pass TEST_REPLACE = add(Pass.optional("test-replace", 1, "tests loops by a variable that is there anyway, or counts down to zero", on(TestReplacement::run),
            "loops are unrolled and vectorised", "no loop with a second variable that only counts"));

    private static final Pass ADJACENT_LOADS = add(Pass.optional("adjacent-loads", 2, "loads neighbouring members before the branch that chooses one", (Pass.OnFunction) AdjacentLoads::run,
            "nothing", "no branch around two loads side by side").blurring());
    private static final Pass IF_CONVERT = add(Pass.optional("if-convert", 1, "makes selections of branches around cheap choices", IfConvert::run,
            "no empty blocks", "no branch around a cheap choice of integers").blurring());

    private static final Pass EFFECTS = add(Pass.optional("effects", 1, "finds functions without effects", (Pass.BottomUp) Effects::run,
            "callees done", "calls of functions without effects say so"));
    private static final Pass GLOBALS = add(new Pass("globals", "finds static variables that are never written, never read, or out of every pointer's reach", null, Globals::run, false, 1,
            "nothing", "an unescaped variable is only accessed"));
    private static final Pass MAIN_STATICS = add(new Pass("main-statics", "makes local variables of static ones that main alone uses", null, MainStatics::run, false, 1,
            "unescaped variables are known", "no scalar static variable is used by main alone").blurring());
    private static final Pass NO_RETURN = add(Pass.optional("noreturn", 1, "cuts off what follows calls of functions that never return", (Pass.BottomUp) NoReturn::run,
            "callees done, no unreachable blocks", "a call that does not return ends its block"));
    private static final Pass COLD_CALLEES = add(new Pass("cold-callees", "finds static functions that only cold ones call", null, ColdCallees::run, false, 1,
            "nothing", "nothing"));
    private static final Pass ARGUMENT_SCALARS = add(new Pass("argument-scalars", "passes what static functions read through pointers instead of the pointers", null, ArgumentScalars::run, false, 2,
            "calls in the shape of C", "no pointer parameter of a static function only serves a load or two"));
    private static final Pass IPA_CONSTANTS = add(new Pass("ipa-constants", "arguments of static functions that are always the same, or unused", null, IpaConstants::run, false, 2,
            "calls in the shape of C", "parameters of static functions are used and vary"));

    private static final Pass SWITCH_CONVERT = add(Pass.optional("switch-convert", 2, "makes arithmetic and table loads of switches that select constants", SwitchConvert::run,
            "no empty blocks", "no dense switch whose cases are constants"));
    private static final Pass JUMP_THREAD = add(Pass.optional("jump-thread", 1, "goes straight on where an edge decides the next branch", on(JumpThread::run),
            "equal conditions are one value", "no short block whose branch an edge decides"));
    private static final Pass RANGE_TESTS = add(Pass.optional("range-tests", 1, "decides by few comparisons, a bit of a constant or a switch what several tests of one value decided", on(RangeTests::run),
            "equal conditions are one value", "no two tests of one value in sequence that are cheaper as one"));
    private static final Pass STRING_CALLS = add(Pass.optional("string-calls", 1, "answers calls of string functions with constants, and does small ones in place", StringCalls::run,
            "calls in the shape of C", "no string function is called whose answer constants give"));
    private static final Pass ALLOCATIONS = add(Pass.optional("allocations", 1, "removes allocated blocks that nothing reads, and makes calloc of malloc and memset", Allocations::run,
            "calls in the shape of C", "no allocated block that nothing reads"));
    private static final Pass SQUARE_ROOT = add(Pass.optional("square-root", 1, "computes square roots, and calls the function for NaNs only", SquareRoot::run,
            "calls in the shape of C", "calls of sqrt are unlikely ones"));

    private static final Pass SIN_COS = add(Pass.optional("sincos", 2, "computes the sine and the cosine of a value in one call", SinCos::run,
            "calls in the shape of C, equal arguments are one value", "no sine beside the cosine of its argument"));

    private static final Pass TAIL_RECURSION = add(Pass.optional("tail-recursion", 2, "makes loops of calls of the function itself before returns", TailRecursion::run,
            "calls in the shape of C", "no call of the function itself right before a return"));

    /** Before ABI lowering. */
    public static final List<Pass> EARLY = List.of(DEAD_SYMBOLS, COLD_CALLEES,
            // Callees first: clean, take in what callees there are, clean again.
            CFG, SROA, MEM2REG, SIMPLIFY, CFG, GVN, FRE, DCE, NO_THROW, NO_RETURN, INLINE, UNREACHABLE, SUBOBJECTS, CFG, SROA, MEM2REG, RESTRICT, SCCP, SIMPLIFY, CFG, GVN, FRE, SIMPLIFY, DCE, CFG, TAIL_RECURSION, EFFECTS,
            INLINE_BODIES, DEAD_SYMBOLS, ARGUMENT_SCALARS, IPA_CONSTANTS, GLOBALS, MAIN_STATICS, MEMCPY_OPT, SROA, MEM2REG,
            OBJECT_SIZES, STRING_CALLS, SCCP, GVN, RANGES, SIMPLIFY, CFG, SWITCH_CONVERT, JUMP_THREAD, RANGE_TESTS, FRE, SIMPLIFY, ALLOCATIONS, DSE, DCE, ADJACENT_LOADS, IF_CONVERT, SIMPLIFY, DCE,
            COUNT_BITS, REASSOCIATE, LOOP_ROTATE, SIMPLIFY, CFG, LICM, GVN, SIMPLIFY, UNSWITCH, UNSWITCH_MORE, PEEL, INDVARS, LOOP_IDIOM, LOOP_DELETE, VECTORIZE, PREDICTIVE_COMMONING, RECURRENCES, UNROLL, UNROLL_MORE, PARTIAL_UNROLL, TEST_REPLACE, CFG, SIMPLIFY, RANGES, CFG, DCE, SIN_COS, SQUARE_ROOT, CONSTANT_P,
            // Literals of calls that became simpler ones.
            DEAD_SYMBOLS);

    /** After ABI lowering and before legalisation. */
    public static final List<Pass> LATE = List.of(SROA, MEM2REG, SIMPLIFY, GVN, PRE, SIMPLIFY, DSE, BYTE_COMBINE, SLP, STORE_MERGE, ADJACENT_LOADS, IF_CONVERT, SIMPLIFY, GVN, DCE, CFG);

    /** What holds of every pipeline, with the reason. */
    public static final List<Pass.Order> ORDERS = List.of(
            new Pass.Order("dead-symbols", "cfg", "functions that are dropped need no work"),
            new Pass.Order("mem2reg", "inline", "a body is measured and copied in its cleaned form"),
            new Pass.Order("switch-convert", "if-convert", "a branch around constants becomes a selection"),
            new Pass.Order("byte-combine", "store-merge", "a byte swap on its way from memory to memory is one value"),
            new Pass.Order("byte-combine", "slp", "bytes of one load are not loads of bytes"),
            new Pass.Order("slp", "store-merge", "wider stores are no lanes"),
            new Pass.Order("vectorize", "predictive-commoning", "a value that goes from round to round is no lane"),
            new Pass.Order("predictive-commoning", "recurrences", "what goes from round to round through memory is no value before"),
            new Pass.Order("dse", "store-merge", "what is overwritten is not worth a part of a store"),
            new Pass.Order("nothrow", "inline", "a call with two ways back is not inlined"),
            new Pass.Order("cold-callees", "inline", "a cold body is not copied to where it may run"),
            new Pass.Order("dead-symbols", "cold-callees", "calls in dead functions do not count"),
            new Pass.Order("inline", "inline-bodies", "they are copied before"),
            new Pass.Order("dead-symbols", "inline", "bodies that nothing calls need no copies in them"),
            new Pass.Order("inline", "unreachable", "a body that does not return leaves what follows its call unreached"),
            new Pass.Order("mem2reg", "subobjects", "pointers are followed through values, not through memory"),
            new Pass.Order("inline", "subobjects", "pointers to members are arguments of functions that ask for their sizes"),
            new Pass.Order("subobjects", "object-sizes", "what is not known of the member may be known of the whole object"),
            new Pass.Order("object-sizes", "string-calls", "a check against an unknown size, or a large one, is dropped"),
            new Pass.Order("inline", "constant-p", "an argument may be constant at one call"),
            new Pass.Order("simplify", "constant-p", "a value may turn out constant"),
            new Pass.Order("adjacent-loads", "if-convert", "a branch around nothing becomes a selection"),
            new Pass.Order("ranges", "if-convert", "branches decide comparisons, selections do not"),
            new Pass.Order("if-convert", "loop-rotate", "a loop that tests two cheap conditions tests one"),
            new Pass.Order("cfg", "noreturn", "unreachable returns are gone"),
            new Pass.Order("noreturn", "inline", "what is cut off needs no copies"),
            new Pass.Order("argument-scalars", "ipa-constants", "the pointer is passed no more then, and the scalar may be constant"),
            new Pass.Order("inline", "effects", "what a body takes in is its own"),
            new Pass.Order("dead-symbols", "globals", "accesses in dead functions do not count"),
            new Pass.Order("globals", "main-statics", "it finds the variables whose addresses are kept nowhere"),
            new Pass.Order("fre", "allocations", "what is stored and loaded again keeps no block alive"),
            new Pass.Order("gvn", "jump-thread", "equal conditions are one value only then"),
            new Pass.Order("jump-thread", "range-tests", "an edge decides one comparison sooner than a set of values"),
            new Pass.Order("range-tests", "if-convert", "a selection is no branch"),
            new Pass.Order("jump-thread", "if-convert", "a selection is no branch to be decided"),
            new Pass.Order("mem2reg", "tail-recursion", "slots of the last round are reused"),
            new Pass.Order("gvn", "fre", "equal addresses are one value only then"),
            new Pass.Order("fre", "dse", "a store is dead only when its loads have its value"),
            new Pass.Order("gvn", "memcpy-opt", "equal addresses are one value only then"),
            new Pass.Order("memcpy-opt", "dse", "what is read at its source leaves a dead copy"),
            new Pass.Order("gvn", "ranges", "facts and comparisons name the same values only then"),
            new Pass.Order("cfg", "mem2reg", "a value stored in an unreachable block reaches no load"),
            new Pass.Order("sroa", "mem2reg", "the pieces of a structure are promoted one by one"),
            new Pass.Order("inline", "restrict", "the accesses of inlined bodies are in the scope too"),
            new Pass.Order("mem2reg", "restrict", "pointers are followed through values, not through memory"),
            new Pass.Order("mem2reg", "simplify", "the rules see values, not what is in memory"),
            new Pass.Order("inline", "string-calls", "arguments are constants only then"),
            new Pass.Order("mem2reg", "sccp", "constants are followed through values, not through memory"),
            new Pass.Order("reassociate", "licm", "what does not vary is grouped then"),
            new Pass.Order("gvn", "reassociate", "equal terms are one value only then"),
            new Pass.Order("loop-rotate", "licm", "behind the guard a loop's body is surely executed"),
            new Pass.Order("licm", "unswitch", "conditions that do not vary stand outside then"),
            new Pass.Order("loop-rotate", "peel", "a round ends with its test then"),
            new Pass.Order("peel", "vectorize", "a loop without branches can be vectorised"),
            new Pass.Order("unswitch", "vectorize", "a loop without branches can be vectorised"),
            new Pass.Order("licm", "indvars", "the invariant part of an address is one value then"),
            new Pass.Order("indvars", "loop-idiom", "addresses of wide variables are linear"),
            new Pass.Order("loop-idiom", "loop-delete", "what an idiom leaves has no effect"),
            new Pass.Order("licm", "square-root", "a loop with a call in a corner looks like one with calls"),
            new Pass.Order("licm", "sincos", "a call that writes memory stays in its loop"),
            new Pass.Order("vectorize", "unroll", "rounds that lanes do need no copies"),
            new Pass.Order("vectorize", "partial-unroll", "rounds that lanes do need no copies"),
            new Pass.Order("unroll", "partial-unroll", "few known rounds need no test at all"),
            new Pass.Order("partial-unroll", "test-replace", "an address replaces the counter of the groups"),
            new Pass.Order("unroll", "test-replace", "constant bounds tell the number of rounds"),
            new Pass.Order("vectorize", "test-replace", "constant bounds tell the number of rounds"),
            new Pass.Order("loop-idiom", "unroll", "a loop that is one operation needs no copies"),
            new Pass.Order("simplify", "gvn", "equal expressions have one form only after canonicalisation"),
            new Pass.Order("simplify", "dce", "simplification leaves operands that nothing uses"));

    static {
        // The orders hold in the optimiser's own lists.
        List<Pass> all = new ArrayList<>(EARLY);
        all.addAll(LATE);
        new Pipeline(all, ORDERS);
    }

    private Passes() {}

    private interface Work {
        void run(Function f);
    }

    private static Pass.OnFunction on(Work w) {
        return (m, f) -> w.run(f);
    }

    private static Pass add(Pass p) {
        if (TABLE.put(p.name(), p) != null) throw new IllegalStateException("pass twice: " + p.name());
        return p;
    }

    /** All rows. */
    public static List<Pass> table() {
        return List.copyOf(TABLE.values());
    }

    /** The row of that name, or null. */
    public static Pass byName(String name) {
        return TABLE.get(name);
    }

    /** {@code --passes=a,b,c}: exactly these, required or not; null names are looked up in {@code more} rows of other modules. */
    public static Pipeline pipeline(String names, List<Pass> more) {
        List<Pass> list = new ArrayList<>();
        for (String n : names.split(",")) {
            Pass p = byName(n.trim());
            for (Pass x : more) if (x.name().equals(n.trim())) p = x;
            if (p == null) throw new IllegalArgumentException("no pass '" + n.trim() + "'");
            list.add(p.always());
        }
        return new Pipeline(list, List.of());
    }

    /** The optimiser's part alone, for tests and the interpreter. */
    public static void optimize(Module m, int level, boolean verify) {
        Pipeline.Options o = new Pipeline.Options();
        o.level = level;
        o.verify = verify;
        new Pipeline(EARLY, ORDERS).run(m, o);
    }
}
