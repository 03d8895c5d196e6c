package org.jcc.codegen;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;

/**
 * The order in which functions are compiled where calls of local functions know what these change (Chow, 1988; gcc's -fipa-ra): callees
 * first. What a finished body writes, with what its own calls change, is put down in {@link CodegenOptions#changedBy}; a direct call then
 * keeps all other registers. Finished functions wait here until the source's order has come to them.
 *
 * <p>It counts for general registers alone: vector registers are wider than allocation knows, and their upper parts may be cleared. A call within a cycle
 * that is not finished changes what the convention says, and so does a jump to a sibling. What emission itself needs (a
 * linker's veneer, displacements out of reach) is never allocated or belongs to such calls.
 *
 * <p>Requires: legal IR of the whole module. Ensures: each function is compiled once. Measured: sqlite3.c at -O2: .text 1,896 bytes
 * shorter, 271 accesses to the stack and 30 pushes fewer; the kernel of calls executes 5.7 % fewer instructions.
 */
final class CalleesFirst {
    private final CodegenOptions options;
    private final TargetMachine target;
    private final long general;
    /** Null: it cannot be compiled. */
    private final Map<Function, MFunction> finished = new IdentityHashMap<>();
    private final Map<Function, Boolean> seen = new IdentityHashMap<>();

    private record Visit(Function f, List<Function> callees, int[] next) {}

    CalleesFirst(CodegenOptions options, TargetMachine target) {
        this.options = options;
        this.target = target;
        this.general = target.registers().allocatable(Kind.GPR);
        options.changedBy = new IdentityHashMap<>();
    }

    /** The function's code; null if its frame is too large to address. */
    MFunction take(Function f) {
        if (!seen.containsKey(f)) compile(f);
        return finished.remove(f);
    }

    private void compile(Function root) {
        List<Visit> stack = new ArrayList<>();
        push(root, stack);
        while (!stack.isEmpty()) {
            Visit v = stack.getLast();
            if (v.next[0] < v.callees.size()) {
                Function g = v.callees.get(v.next[0]++);
                if (!seen.containsKey(g)) push(g, stack);
                continue;
            }
            stack.removeLast();
            if (v.f != root && !hasImmediates(v.f)) {
                // Its turn reports that.
                seen.remove(v.f);
                continue;
            }
            MFunction mf = Codegen.compile(v.f, options, target);
            finished.put(v.f, mf);
            if (mf != null && isLocal(v.f)) options.changedBy.put(v.f, changed(mf));
        }
    }

    private void push(Function f, List<Visit> stack) {
        seen.put(f, true);
        stack.add(new Visit(f, options.ipaRegisters && f.level(options.optLevel) >= 2 ? callees(f) : List.of(), new int[1]));
    }

    private static boolean isLocal(Function f) {
        return f.isDefinition() && f.linkage == Symbol.Linkage.INTERNAL && !f.is(Function.NAKED | Function.INTERRUPT | Function.NO_CALLER_SAVED | Function.NOCLONE);
    }

    private static List<Function> callees(Function f) {
        List<Function> out = new ArrayList<>(4);
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.CALL && i.arg(0).op == Op.SYMBOL && i.arg(0).symbol() instanceof Function g && g != f && isLocal(g)) out.add(g);
            }
        }
        return out;
    }

    private static boolean hasImmediates(Function f) {
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) if (i.aux instanceof AsmInfo) return false;
        return true;
    }

    /** All that a call may find changed: what no register allocation knows, and the general registers that the body writes; restored or not, as calls keep those that are. */
    private long changed(MFunction f) {
        long m = 0;
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                if (i.row.is(Row.RET) && i.row instanceof PseudoRow) return -1;
                m |= i.clobbers;
                if (i.row == Selector.ENTRY) continue;
                for (int k = 0; k < i.count; k++) if (i.isReg(k) && i.isDef(k) && i.reg(k) < 64) m |= 1L << i.reg(k);
            }
        }
        int link = target.registers().returnAddress();
        return m | ~general | (link < 0 ? 0 : 1L << link);
    }
}
