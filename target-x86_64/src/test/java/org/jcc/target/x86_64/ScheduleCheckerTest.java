package org.jcc.target.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirParser;
import org.jcc.codegen.schedule.ScheduleChecker;
import org.jcc.ir.AbiType;
import org.jcc.ir.Function;
import org.jcc.ir.Signature;
import org.junit.jupiter.api.Test;

/** The checker of scheduling finds what must not change places. */
class ScheduleCheckerTest {
    /** What it says when line {@code from} of a block, counted from 0, goes in front of line {@code to}; empty if it is content. */
    private static String problem(int from, int to, String... lines) {
        MFunction f = new MFunction(new Function("f", new Signature(AbiType.VOID, List.of(), false, false)));
        MirParser.parse("function f slots [8 align 8, 8 align 8]\nb0:\n    " + String.join("\n    ", lines) + "\n    ret | r0:r0\n", f, X86Target::row);
        ScheduleChecker checker = new ScheduleChecker(f);
        MInst i = at(f, from);
        MInst place = at(f, to);
        i.remove();
        i.insertBefore(place);
        try {
            checker.check();
            return "";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private static MInst at(MFunction f, int n) {
        MInst i = f.blocks.getFirst().first;
        for (int k = 0; k < n; k++) i = i.next;
        return i;
    }

    @Test
    void independent() {
        assertEquals("", problem(1, 0, "movq.r64.rm64 =r0, [r7]", "movq.r64.rm64 =r1, [r6]"));
        assertEquals("", problem(1, 0, "movq.rm64.r64 =[r7], r0", "movq.r64.rm64 =r1, [r7+8]"));
        assertEquals("", problem(1, 0, "movq.rm64.r64 =[s1], r0", "movq.r64.rm64 =r1, [s2]"));
    }

    @Test
    void valueReadLater() {
        assertTrue(problem(1, 0, "movq.r64.rm64 =r0, [r7]", "addq.r64.rm64 =r0, ~r6 | r0&0").contains("reads other values"));
    }

    @Test
    void overwrittenTooEarly() {
        assertTrue(problem(1, 0, "movq.rm64.r64 =[r7], r1", "movq.r64.rm64 =r1, r6").contains("reads other values"));
    }

    @Test
    void flagsOfAnother() {
        assertTrue(problem(2, 1, "cmpq.r64.rm64 r6, ~r7", "sete.rm8 =r1", "addq.r64.rm64 =r2, ~r6 | r2&0").contains("reads other values"));
    }

    @Test
    void partOfARegister() {
        assertTrue(problem(1, 0, "xorl.r32.rm32 =r1, ~r1 | r1&0", "movb.r8.rm8 =r1, [r7]").contains("reads other values"));
    }

    @Test
    void memory() {
        assertTrue(problem(1, 0, "movq.rm64.r64 =[r7], r0", "movq.r64.rm64 =r1, [r6]").contains("same memory"));
        assertTrue(problem(1, 0, "movq.r64.rm64 =r1, [r7+4]", "movq.rm64.r64 =[r7], r0").contains("same memory"));
        assertTrue(problem(1, 0, "movq.rm64.r64 =[s1], r0", "movq.r64.rm64 =r1, [s1]").contains("same memory"));
    }

    @Test
    void anAddressThatHasChanged() {
        assertTrue(problem(2, 0, "movq.rm64.r64 =[r7], r0", "movq.r64.rm64 =r1, r6", "movq.r64.rm64 =r2, [r7+8]").isEmpty());
        assertTrue(problem(0, 3, "movq.rm64.r64 =[r7], r0", "movq.r64.rm64 =r8, r6", "movq.r64.rm64 =r2, [r8+8]").contains("same memory"));
    }

    @Test
    void volatileAccesses() {
        assertTrue(problem(1, 0, "movq.r64.rm64 =r0, [r7] ordered", "movq.r64.rm64 =r1, [r6] ordered").contains("change places"));
        assertTrue(problem(1, 0, "movq.rm64.r64 =[s1], r0 ordered", "movq.r64.rm64 =r1, [s2]").contains("change places"));
    }

    @Test
    void calls() {
        assertTrue(problem(1, 0, "call.rel @g", "movq.r64.rm64 =r1, [s2]").contains("has moved"));
    }
}
