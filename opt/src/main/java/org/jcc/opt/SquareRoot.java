package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * {@code sqrt} and {@code sqrtf} as one instruction, where they must set {@code errno} (C17 7.12.7.5): the root is computed, and only when it is a NaN
 * is the function called, for its effect and its result. (Under -fno-math-errno lowering makes the operation itself.)
 *
 * <p>Late, for it makes blocks: loops with a call in a corner would look like loops with calls. Not with -Os, and not where
 * the floating-point environment is observed.
 *
 * <p>Requires: calls in the shape of C. Ensures: calls of the function are unlikely ones.
 */
final class SquareRoot {
    private SquareRoot() {}

    static void run(Module m, Function f) {
        if (!m.builtins || f.is(Function.OPT_SIZE | Function.STRICT_FP | Function.COLD | Function.CALLS_SETJMP)) return;
        List<Inst> calls = new ArrayList<>();
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) if (isRoot(i) && m.knows(i.arg(0).symbol().name)) calls.add(i);
        for (Inst c : calls) expand(f, c);
        if (!calls.isEmpty()) f.renumber();
    }

    private static boolean isRoot(Inst c) {
        if (c.op != Op.CALL || c.argCount() != 2 || c.arg(0).op != Op.SYMBOL || c.arg(0).imm != 0) return false;
        if (!(c.arg(0).symbol() instanceof Function g) || g.isDefinition()) return false;
        Type t = g.name.equals("sqrt") ? Type.F64 : g.name.equals("sqrtf") ? Type.F32 : null;
        return t != null && c.type == t && c.arg(1).type == t;
    }

    private static void expand(Function f, Inst call) {
        Block before = call.block;
        int place = f.blocks.indexOf(before) + 1;
        Block rare = f.newBlock(null);
        Block after = f.newBlock(null);
        f.blocks.subList(f.blocks.size() - 2, f.blocks.size()).clear();
        f.blocks.add(place, after);
        f.blocks.add(rare);
        // What follows the call moves to a block of its own.
        Inst result = after.addParam(call.type).locatedAs(call);
        Inst next = call.next;
        call.replaceAllUsesWith(result);
        while (next != null) {
            Inst i = next;
            next = i.next;
            i.unlink();
            after.append(i);
        }
        Inst root = at(f, before, Op.FSQRT, call.type, call, call.arg(1));
        Inst nan = at(f, before, Op.FCMP, Type.I1, call, root, root);
        nan.imm = Cond.FUNO.ordinal();
        Inst branch = at(f, before, Op.CONDBR, Type.VOID, call, nan);
        branch.imm = 1;
        branch.addSucc(rare);
        branch.addSucc(after, root);
        call.unlink();
        rare.append(call);
        at(f, rare, Op.BR, Type.VOID, call).addSucc(after, call);
    }

    private static Inst at(Function f, Block b, Op op, Type t, Inst place, Inst... args) {
        Inst i = f.newInst(op, t, args).locatedAs(place);
        b.append(i);
        return i;
    }
}
