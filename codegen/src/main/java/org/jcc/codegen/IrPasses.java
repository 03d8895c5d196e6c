package org.jcc.codegen;

import java.util.List;
import org.jcc.codegen.abi.Abi;
import org.jcc.codegen.abi.AbiLowering;
import org.jcc.codegen.legal.ConstantDivision;
import org.jcc.codegen.legal.Expand;
import org.jcc.codegen.legal.LegalVectors;
import org.jcc.codegen.legal.Legality;
import org.jcc.codegen.legal.RuntimeCalls;
import org.jcc.codegen.legal.SiblingCalls;
import org.jcc.codegen.legal.Sink;
import org.jcc.codegen.legal.SplitI128;
import org.jcc.codegen.legal.StackProtector;
import org.jcc.codegen.legal.SwitchLowering;
import org.jcc.codegen.legal.UnwindValues;
import org.jcc.ir.Pass;

/** The code generator's rows of the IR pass table, for one target: what every function goes through before selection. */
public final class IrPasses {
    /** What holds of every pipeline, with the reason. */
    public static final List<Pass.Order> ORDERS = List.of(
            new Pass.Order("legal-vectors", "runtime-calls", "a lane may need what only the runtime can do"),
            new Pass.Order("legal-vectors", "divide", "lanes are divided one by one"),
            new Pass.Order("runtime-calls", "abi", "the calls that it makes have C signatures"),
            new Pass.Order("abi", "split-i128", "i128 arguments are taken apart by shifts, which splitting makes free"),
            new Pass.Order("split-i128", "expand", "expansion knows no i128"),
            new Pass.Order("split-i128", "switch", "a case is a number of 64 bits"),
            new Pass.Order("expand", "unwind-values", "no pass may bring values back into registers"),
            new Pass.Order("sink", "sibling-calls", "nothing may come between a sibling call and its return"),
            new Pass.Order("sibling-calls", "stack-protector", "the guard is looked at before the jump"));

    private final Pass vectors;
    private final Pass runtimeCalls;
    private final Pass abiLowering;
    private final Pass divide;
    private final Pass split;
    private final Pass switches;
    private final Pass expand;
    private final Pass unwindValues;
    private final Pass sink;
    private final Pass siblingCalls;
    private final Pass stackProtector;

    /**
     * @param jumpTables a switch may become a table
     * @param guard      the stack protector's number
     */
    public IrPasses(Abi abi, Legality legality, boolean jumpTables, StackProtector.Guard guard) {
        vectors = Pass.required("legal-vectors", "makes vectors of the target's size, and lanes of what it lacks", (m, f) -> LegalVectors.run(f, legality.in(f)), "C-shaped calls",
                "every operation on vectors is legal");
        runtimeCalls = Pass.required("runtime-calls", "calls the runtime for what has no instruction", (m, f) -> RuntimeCalls.run(m, f, legality.in(f)),
                "C-shaped calls", "no operation remains that only the runtime can do");
        abiLowering = Pass.required("abi", "puts arguments and results into registers and stack slots", (m, f) -> AbiLowering.run(f, abi),
                "C-shaped calls", "every call and function has locations");
        divide = Pass.optional("divide", 1, "divides by constants with multiplications and shifts", (m, f) -> ConstantDivision.run(f), "nothing",
                "no division by a constant but zero");
        split = Pass.required("split-i128", "makes pairs of i128 values", (m, f) -> SplitI128.run(f), "locations", "no i128");
        switches = Pass.required("switch", "makes tables, bit tests and trees of comparisons of switches", (m, f) -> SwitchLowering.run(f, jumpTables),
                "no i128", "a switch is a table");
        expand = Pass.required("expand", "expands bit operations that have no instruction", (m, f) -> Expand.run(f, legality.in(f)), "no i128",
                "every operation is legal");
        sink = Pass.optional("sink", 1, "moves sums with constants down to their users", (m, f) -> Sink.run(f), "legal operations", "nothing new").blurring();
        siblingCalls = Pass.optional("sibling-calls", 2, "makes jumps of calls before returns", (m, f) -> SiblingCalls.run(f, abi), "locations",
                "nothing but conversions between a sibling call and its return");
        stackProtector = Pass.required("stack-protector", "looks before returns whether the stack was overrun", (m, f) -> StackProtector.run(m, f, abi, guard), "locations, sibling calls",
                "no protected function returns with an overwritten guard");
        unwindValues = Pass.required("unwind-values", "keeps in memory what cleanups need when unwinding", (m, f) -> UnwindValues.run(f), "legal operations",
                "no register value is live into a landing block");
    }

    /** From the C shape to registers, and from i128 to pairs: what that leaves is optimised. */
    public List<Pass> lowering() {
        return List.of(vectors, runtimeCalls, abiLowering, split, divide);
    }

    /** To what the target can select. */
    public List<Pass> legalisation() {
        return List.of(vectors, switches, expand, unwindValues, sink, siblingCalls, stackProtector);
    }
}
