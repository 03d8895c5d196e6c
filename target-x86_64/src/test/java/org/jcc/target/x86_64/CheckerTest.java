package org.jcc.target.x86_64;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.FrameLayout;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirParser;
import org.jcc.codegen.regalloc.Checker;
import org.jcc.codegen.regalloc.FastAllocator;
import org.jcc.ir.AbiType;
import org.jcc.ir.Function;
import org.jcc.ir.Signature;
import org.junit.jupiter.api.Test;

/** The checker of register allocation finds what is done wrong to an allocated function. */
class CheckerTest {
    private static final String CODE = """
            function f
            b0:  -> b1(v0, v1)
                entry | =v0:r7, =v1:r6
                jmp.rel b1
            b1(v2, v3):  -> b2, b3
                shll.rm32.cl =v4, v3:r1 | v2&0
                addl.r32.rm32 =v5, ~v2 | v4&0
                testl.rm32.r32 v5, v5
                je.rel b3
                jmp.rel b2
            b2:  -> b1(v3, v5)
                jmp.rel b1
            b3:
                ret | v5:r0
            """;

    private static String problem(Consumer<MFunction> damage) {
        MFunction f = new MFunction(new Function("f", new Signature(AbiType.VOID, List.of(), false, false)));
        MirParser.parse(CODE, f, X86Target::row);
        Checker checker = new Checker(f);
        FastAllocator.run(f, X86Target.MACHINE, FrameLayout.reserved(f, X86Target.MACHINE, new CodegenOptions()));
        if (damage == null) {
            checker.check();
            return "";
        }
        damage.accept(f);
        return assertThrows(IllegalStateException.class, checker::check).getMessage();
    }

    private static MInst find(MFunction f, int block, String mnemonic) {
        for (MInst i = f.blocks.get(block).first; i != null; i = i.next) if (i.row.mnemonic().equals(mnemonic)) return i;
        throw new IllegalArgumentException(mnemonic);
    }

    @Test
    void acceptsTheAllocation() {
        problem(null);
    }

    @Test
    void wrongRegister() {
        assertTrue(problem(f -> find(f, 1, "testl").setReg(0, 9)).contains("does not hold"));
    }

    @Test
    void lostStore() {
        assertTrue(problem(f -> find(f, 0, "movq").remove()).contains("does not hold"));
    }

    @Test
    void swappedCopiesOfArguments() {
        assertTrue(problem(f -> {
            for (MInst i = f.blocks.get(2).first; i != null; i = i.next) if (i.isMem(0)) i.setReg(0, f.blocks.get(2).first.isMem(1) ? f.blocks.get(2).first.reg(1) : i.reg(0));
        }).contains("does not hold"));
    }

    @Test
    void demandedRegister() {
        assertTrue(problem(f -> find(f, 1, "shll").setReg(1, 2)).contains("is wrong"));
    }

    @Test
    void tiedRegister() {
        assertTrue(problem(f -> find(f, 1, "addl").setReg(2, 11)).contains("is wrong"));
    }

    private static final String TWICE = """
            function f
            b0:  -> b1, b2
                entry | =v0:r7
                call.rel @g | =v1:r0 clobbers 0xffffffffffff0fd7
                testl.rm32.r32 v1, v1
                je.rel b1
                jmp.rel b2
            b1:
                ret
            b2:
                ret | v0:r0
            """;

    /** Stores another value in the slot of one that is dead, on the way where the call has returned once. */
    private static void overwriteSlot(boolean twice) {
        MFunction f = new MFunction(new Function("f", new Signature(AbiType.VOID, List.of(), false, false)));
        MirParser.parse(TWICE, f, X86Target::row);
        f.returnsTwice = twice;
        if (twice) find(f, 0, "call").aux = MInst.TWICE;
        Checker checker = new Checker(f);
        FastAllocator.run(f, X86Target.MACHINE, FrameLayout.reserved(f, X86Target.MACHINE, new CodegenOptions()));
        MInst store = find(f, 0, "movq").copy();
        store.setReg(1, 0);
        f.blocks.get(1).prepend(store);
        checker.check();
    }

    @Test
    void slotWantedOnceMore() {
        overwriteSlot(false);
        assertTrue(assertThrows(IllegalStateException.class, () -> overwriteSlot(true)).getMessage().contains("does not hold"));
    }

    @Test
    void halfOfAValue() {
        assertTrue(problem(f -> {
            for (MInst i = f.blocks.get(0).first; i != null; i = i.next) if (i.row == X86.MOV_RM64_R64) i.row = X86.MOV_RM32_R32;
        }).contains("does not hold"));
    }
}
