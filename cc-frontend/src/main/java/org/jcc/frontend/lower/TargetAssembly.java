package org.jcc.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetOperation;

/**
 * An operation of the target with effects: inline assembly, whose text is the operation's, {@code template : output : inputs : clobbers} with blanks around the colons and the
 * constraints separated by blanks. The inputs are the arguments; {@code m} is the memory that a pointer points to. {@code %v} begins the name of an
 * instruction that has a form with a {@code v} where AVX is there.
 */
final class TargetAssembly {
    private final FunctionLowering fn;

    TargetAssembly(FunctionLowering fn) {
        this.fn = fn;
    }

    Inst emit(TargetOperation o, Type result, Inst[] args) {
        String[] parts = o.assembly.split("(?<= ):(?= |$)", -1);
        TargetInfo.Features features = fn.unit.module.target.features();
        boolean vex = features.includes(fn.f.features, "avx");
        String template = parts[0].strip().replace("%v", vex ? "v" : "");
        List<AsmInfo.Operand> operands = new ArrayList<>();
        for (String c : words(parts, 1)) operands.add(new AsmInfo.Operand(c.substring(1), result, -1, 0, -1, null, false, false, c.startsWith("=&")));
        int arg = 0;
        for (String c : words(parts, 2)) {
            boolean tied = Character.isDigit(c.charAt(0));
            boolean memory = c.equals("m");
            boolean immediate = c.equals("i");
            operands.add(new AsmInfo.Operand(c, memory ? Type.PTR : args[arg].type, arg++, -1, tied ? c.charAt(0) - '0' : -1, null, memory, immediate, false));
        }
        Inst asm = fn.b.emit(Op.ASM, result, args);
        asm.aux = new AsmInfo(template, false, true, operands, List.of(words(parts, 3)), 0, result == Type.VOID ? new Type[0] : new Type[] {result});
        return asm;
    }

    private static String[] words(String[] parts, int k) {
        String s = k < parts.length ? parts[k].strip() : "";
        return s.isEmpty() ? new String[0] : s.split(" +");
    }
}
