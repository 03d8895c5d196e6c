package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Calls of the C library's square root become the instruction, but for negative arguments, which the library must see: it sets
 * errno (7.12.7.5, 7.12.1). The call stands on a way that is said to be never taken.
 *
 * <p>Requires: C-shaped calls. Ensures: nothing new.
 */
public final class InlineMath {
    /** Per mille of the expectation that the call is made. */
    private static final int CERTAIN = 999;

    private InlineMath() {}

    public static void run(Module m, Function f, Legality legality) {
        if (!f.isDefinition() || !m.builtins || f.is(Function.OPT_SIZE)) return;
        List<Inst> calls = new ArrayList<>(0);
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) if (isSquareRoot(i) && m.knows(i.arg(0).symbol().name) && legality.legal(Op.FSQRT, i.type)) calls.add(i);
        }
        for (Inst call : calls) expand(f, call);
        if (!calls.isEmpty()) f.renumber();
    }

    private static boolean isSquareRoot(Inst i) {
        if (i.op != Op.CALL || i.ownArgCount() != 2 || i.type != Type.F64 && i.type != Type.F32 || i.arg(1).type != i.type) return false;
        if (i.arg(0).op != Op.SYMBOL || i.arg(0).imm != 0 || !(i.arg(0).symbol() instanceof Function g) || g.isDefinition()) return false;
        return g.name.equals(i.type == Type.F64 ? "sqrt" : "sqrtf");
    }

    /** The call's block ends in the test; the call gets a block, what follows it another, and the result is its parameter. */
    private static void expand(Function f, Inst call) {
        Block before = call.block;
        Block slow = f.newBlock(null);
        Block after = f.newBlock(null);
        Inst result = after.addParam(call.type);
        result.loc = call.loc;
        result.scope = call.scope;
        call.replaceAllUsesWith(result);
        after.first = call.next;
        after.last = before.last;
        call.next.prev = null;
        for (Inst i = call.next; i != null; i = i.next) i.block = after;
        call.next = null;
        before.last = call;
        call.unlink();
        slow.append(call);
        Builder b = new Builder(f).at(slow);
        b.loc = call.loc;
        b.scope = call.scope;
        b.br(after, call);
        b.at(before);
        Inst x = call.arg(1);
        Inst root = b.unary(Op.FSQRT, x);
        Inst negative = b.emit(Op.EXPECT, Type.I1, b.quiet(Cond.FOLT, x, f.fconst(x.type, 0, 0)), f.iconst(Type.I1, 0));
        negative.imm = CERTAIN;
        Inst branch = b.condbr(negative, slow, after);
        branch.addSuccArg(1, root);
        int at = f.blocks.indexOf(before) + 1;
        f.blocks.removeAll(List.of(slow, after));
        f.blocks.addAll(at, List.of(after, slow));
    }
}
