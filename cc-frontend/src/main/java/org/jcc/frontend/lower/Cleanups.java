package org.jcc.frontend.lower;

import java.util.ArrayDeque;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Cleanups that run when an exception passes through (-fexceptions). Where some are in force, a call that may throw is a CALLBR with
 * an unwind edge:
 *
 * <pre>
 *   callbr @f(…) -> next, landing            one landing block for each call
 *   landing:  v = landing ptr; br cleanup2(v)
 *   cleanup2(v): call of the inner cleanup, which itself unwinds to the outer one; br cleanup1(v)
 *   cleanup1(v): call of the outer cleanup;  call @_Unwind_Resume(v)
 * </pre>
 *
 * <p>Requires: {@link #enter} and {@link #leave} follow the nesting of statement lists. Ensures: an exception that comes to the function's end
 * has run every cleanup of the scopes it left, innermost first.
 */
final class Cleanups {
    /** A cleanup in force, and those around it. {@code block}: where unwinding runs it, once some call may go there. */
    static final class Scope {
        final TypedStmt call;
        final Scope outer;
        Block block;

        Scope(TypedStmt call, Scope outer) {
            this.call = call;
            this.outer = outer;
        }
    }

    private record Landing(Block block, Scope scope, int loc) {}

    private final FunctionLowering fn;
    private final ArrayDeque<Scope> pending = new ArrayDeque<>();
    private final ArrayDeque<Landing> landings = new ArrayDeque<>();
    private Scope current;

    Cleanups(FunctionLowering fn) {
        this.fn = fn;
    }

    /** What is in force, to be given back to {@link #leave}. */
    Scope enter() {
        return current;
    }

    void leave(Scope s) {
        current = s;
    }

    void begin(TypedStmt.Cleanup c) {
        if (!fn.options.exceptions) return;
        if (fn.options.nonCallExceptions) throw new Shapes.Unsupported("'cleanup' with '-fnon-call-exceptions'");
        current = new Scope(c.call(), current);
    }

    /** What is in force while a statement runs: around a cleanup on the way out of its scope, only what is outside. */
    Scope during(TypedStmt s) {
        for (Scope c = current; c != null; c = c.outer) if (c.call == s) return c.outer;
        return current;
    }

    /** Gives a call its unwind edge if there are cleanups and it may throw; the current block is then the one after it. */
    void guard(Inst call) {
        CallInfo info = call.call();
        if (current == null || fn.dead || info.is(CallInfo.NOTHROW) || info.is(CallInfo.RETURNS_TWICE)) return;
        Function f = fn.f;
        Block landing = f.newBlock("landing");
        Block next = f.newBlock(null);
        call.op = Op.CALLBR;
        call.addSucc(next);
        call.addSucc(landing);
        landings.add(new Landing(landing, current, fn.b.loc));
        fn.begin(next);
    }

    private Block blockOf(Scope s) {
        if (s.block == null) {
            s.block = fn.f.newBlock("cleanup");
            s.block.addParam(Type.PTR);
            pending.add(s);
        }
        return s.block;
    }

    /** At the end of the function: the blocks that run cleanups. */
    void finish() {
        Builder b = fn.b;
        while (true) {
            for (Landing l; (l = landings.poll()) != null; ) {
                fn.begin(l.block);
                b.loc = l.loc;
                b.br(blockOf(l.scope), b.emit(Op.LANDING, Type.PTR));
            }
            Scope s = pending.poll();
            if (s == null) break;
            fn.begin(s.block);
            current = s.outer;
            fn.statement(s.call);
            Inst exception = s.block.params.get(0);
            if (fn.dead) continue;
            if (s.outer != null) {
                fn.jump(blockOf(s.outer), exception);
            } else {
                fn.calls.library("_Unwind_Resume", Type.VOID, CallInfo.NORETURN | CallInfo.COLD, exception);
                fn.unreachable();
            }
        }
        current = null;
    }
}
