package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Calls with a landing block whose callee does not throw become plain ones, which can be inlined: their landing blocks are unreached. A
 * function does not throw if it calls nothing but such functions; what another module's definition may replace tells nothing.
 *
 * <p>Requires: callees done. Ensures: no unwind edge at a direct call of a body that cannot throw.
 */
final class NoThrow {
    /** So many calls deep a body is looked into. */
    private static final int DEPTH = 8;

    private NoThrow() {}

    static void run(Module m, Function f) {
        for (Block b : f.blocks) {
            Inst call = b.last;
            if (call == null || call.op != Op.CALLBR || call.succCount() != 2 || call.succ(1).first.op != Op.LANDING) continue;
            if (call.call().is(CallInfo.NOTHROW) || callee(m, call) instanceof Function g && g != f && cannotThrow(m, g, DEPTH)) plain(f, call);
        }
    }

    /** The body that a direct call runs; null if that is not known. */
    private static Function callee(Module m, Inst call) {
        if (call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0 || !(call.arg(0).symbol() instanceof Function g) || !g.isDefinition()) return null;
        if (g.is(Function.NOTHROW)) return g;
        boolean replaceable = g.linkage == Symbol.Linkage.WEAK || g.linkage != Symbol.Linkage.INTERNAL && m.preemptible && g.visibility == Symbol.Visibility.DEFAULT;
        return replaceable ? null : g;
    }

    private static boolean cannotThrow(Module m, Function g, int depth) {
        if (g.is(Function.NOTHROW)) return true;
        if (depth == 0 || g.is(Function.NAKED)) return false;
        for (Block b : g.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.CALLBR || i.op == Op.ASMBR) return false;
                if (i.op != Op.CALL || i.call().is(CallInfo.NOTHROW)) continue;
                Function h = callee(m, i);
                if (h == null || h != g && !cannotThrow(m, h, depth - 1)) return false;
            }
        }
        g.attributes |= Function.NOTHROW;
        return true;
    }

    private static void plain(Function f, Inst call) {
        Block to = call.succ(0);
        Inst[] args = new Inst[call.succArgCount(0)];
        for (int k = 0; k < args.length; k++) args[k] = call.succArg(0, k);
        while (call.succCount() > 0) call.removeSucc(call.succCount() - 1);
        call.op = Op.CALL;
        Inst jump = f.newInst(Op.BR, Type.VOID);
        jump.locatedAs(call);
        call.block.append(jump);
        jump.addSucc(to, args);
    }
}
