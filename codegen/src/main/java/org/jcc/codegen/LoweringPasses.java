package org.jcc.codegen;

import java.util.List;
import org.jcc.codegen.abi.AbiLowering;
import org.jcc.codegen.legal.Expand;
import org.jcc.codegen.legal.RuntimeCalls;
import org.jcc.codegen.legal.SplitI128;
import org.jcc.ir.Pass;

/** Codegen's rows of the IR pass table: from IR in C shape to IR that the target can select. */
public final class LoweringPasses {
    private LoweringPasses() {}

    /** The rows for a target, in order; the optimiser's late rows go between the ABI's and the last. */
    public static List<Pass> rows(TargetMachine t) {
        return List.of(
                Pass.required("runtime-calls", "turns operations without instructions into calls", (m, f) -> RuntimeCalls.run(m, f, t.legality()),
                        "IR in C shape", "every operation has instructions or is a call"),
                Pass.required("expand", "expands bit operations that the target lacks", (m, f) -> Expand.run(f, t.legality()),
                        "IR in C shape", "every bit operation has an instruction"),
                Pass.required("abi", "puts arguments and results into registers and stack slots", (m, f) -> AbiLowering.run(f, t.abi()),
                        "IR in C shape", "calls and functions have locations"),
                Pass.required("split-i128", "turns i128 values into pairs", (m, f) -> SplitI128.run(f),
                        "calls and functions have locations", "no value of type i128"));
    }

    /** Order constraints of these rows. */
    public static final List<Pass.Order> ORDERS = List.of(
            new Pass.Order("runtime-calls", "abi", "the calls that it makes have C signatures"),
            new Pass.Order("expand", "abi", "copysign of f80 makes stack slots"),
            new Pass.Order("abi", "split-i128", "arguments of type i128 are taken apart by the ABI's rules"));
}
