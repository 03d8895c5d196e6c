package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;

/**
 * Finds functions without effects, bottom-up: {@code const} ones depend on their arguments alone, {@code pure} ones read memory besides;
 * their own slots do not count. Calls of such functions learn it, so that they can be removed, shared, and change no memory.
 *
 * <p>A function that may not come back is neither: one that calls what may not, itself, or that has a loop without a way out. A
 * loop with one is taken to end (C17 6.8.5p6). What another module's definition may replace tells nothing.
 *
 * <p>Requires: callees done. Ensures: calls of functions without effects say so.
 */
final class Effects {
    private Effects() {}

    static void run(Module m, Function f) {
        boolean reads = false;
        boolean writes = f.signature.resultInMemory() || f.is(Function.CALLS_SETJMP | Function.NAKED | Function.STRICT_FP);
        Aliases aliases = new Aliases(m, f);
        boolean returns = false;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.CALL) learn(m, i);
                if (i.isVolatile() || i.order() > Inst.NONE || i.space() != Inst.SPACE_FLAT || i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) writes = true;
                switch (i.op) {
                    case LOAD -> reads |= isOutside(aliases, aliases.place(i));
                    case STORE, MEMSET -> writes |= isOutside(aliases, aliases.place(i));
                    case MEMCPY, MEMMOVE -> {
                        writes |= isOutside(aliases, aliases.place(i));
                        reads |= isOutside(aliases, aliases.source(i));
                    }
                    case CALL -> {
                        CallInfo c = i.call();
                        Library l = Library.of(m, i);
                        if (c.is(CallInfo.NORETURN) || !c.is(CallInfo.CONST | CallInfo.PURE) && (l == null || l.writesMemory() || l.setsErrno() || !l.keepsNothing() || allocates(i))) writes = true;
                        else if (!c.is(CallInfo.CONST)) reads = true;
                    }
                    case RET -> returns = true;
                    case DYNALLOCA, STACKSAVE, STACKRESTORE -> { }
                    case TRAP, UNREACHABLE, INDIRECTBR -> writes = true;
                    default -> writes |= i.op.writes() || i.op.reads() || i.op.mayNotReturn();
                }
            }
            if (writes) return;
        }
        if (!returns || !loopsEnd(f) || !isFinal(m, f)) return;
        f.attributes |= reads ? Function.PURE : Function.CONST;
    }

    private static boolean allocates(Inst call) {
        return call.type.isPtr();
    }

    /** The definition at hand is the one that runs. */
    static boolean isFinal(Module m, Function f) {
        return f.linkage == Symbol.Linkage.INTERNAL || f.linkage == Symbol.Linkage.EXTERNAL && (!m.preemptible || f.visibility != Symbol.Visibility.DEFAULT);
    }

    private static boolean isOutside(Aliases aliases, Aliases.Place p) {
        return !Aliases.isConstant(p) && !(p.root() instanceof Inst i && (i.op == Op.ALLOCA || i.op == Op.DYNALLOCA));
    }

    private static boolean loopsEnd(Function f) {
        LoopForest forest = new LoopForest(f);
        for (LoopForest.Loop l : forest.loops) {
            boolean leaves = false;
            for (Block b : f.blocks) {
                if (!forest.contains(l, b)) continue;
                for (int s = 0; s < b.last.succCount(); s++) leaves |= !forest.contains(l, b.last.succ(s));
            }
            if (!leaves) return false;
        }
        return true;
    }

    /** What the callee turned out to be. */
    private static void learn(Module m, Inst call) {
        if (call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0 || !(call.arg(0).symbol() instanceof Function g) || !g.isDefinition() || !isFinal(m, g)) return;
        if (g.node == null || !g.node.done || g.is(Function.NOINLINE) && g.is(Function.NOCLONE)) return;
        CallInfo c = call.call();
        int more = (g.is(Function.CONST) ? CallInfo.CONST : g.is(Function.PURE) ? CallInfo.PURE : 0) & ~c.attributes;
        if (more == 0 || c.signature.resultInMemory()) return;
        // An aggregate argument is read from memory.
        for (org.jcc.ir.AbiType t : c.signature.params()) if (!(t instanceof org.jcc.ir.AbiType.Scalar) && more == CallInfo.CONST) more = CallInfo.PURE;
        call.aux = c.with(more);
    }
}
