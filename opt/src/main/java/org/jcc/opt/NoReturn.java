package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Finds functions that never return, bottom-up: those in which no return is reached once what follows calls of such functions is cut off. They
 * end the program, jump far, or loop for ever. Their calls say so from then on, which makes the ways to them cold, and the
 * values that only served what followed dead. What another module's definition may replace tells nothing.
 *
 * <p>Requires: callees done, no unreachable blocks. Ensures: a call that does not return ends its block. Gain: none on sqlite3.c and Lua, whose
 * authors declare such functions; it is for the many that do not.
 */
final class NoReturn {
    private NoReturn() {}

    static void run(Module m, Function f) {
        boolean cut = false;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op != Op.CALL || !neverReturns(m, i)) continue;
                if (!i.call().is(CallInfo.NORETURN)) i.aux = i.call().with(CallInfo.NORETURN);
                if (i.next.op == Op.UNREACHABLE) break;
                Unreachable.end(b, i.next, f.newInst(Op.UNREACHABLE, Type.VOID));
                cut = true;
                break;
            }
        }
        if (cut) Unreachable.run(f);
        // Assembly may return by itself where there is no prologue.
        if (f.is(Function.NAKED) || !Effects.isFinal(m, f)) return;
        for (Block b : f.blocks) if (b.last.op == Op.RET) return;
        f.attributes |= Function.NORETURN;
    }

    private static boolean neverReturns(Module m, Inst call) {
        if (call.call().is(CallInfo.NORETURN)) return true;
        if (call.call().is(CallInfo.RETURNS_TWICE) || call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0 || !(call.arg(0).symbol() instanceof Function g)) return false;
        return g.is(Function.NORETURN) && g.node != null && g.node.done;
    }
}
