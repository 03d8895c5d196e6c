package org.jcc.ir.interp;

import java.util.HashMap;
import java.util.Map;
import org.jcc.ir.Fold;
import org.jcc.ir.GlobalVar;

/** A thread of the program: its stack, its thread-local variables, what is pending on its way through native code. */
final class ThreadState {
    final long stackBase;
    final long stackEnd;
    long sp;
    int depth;
    Throwable pending;
    /** The floating-point exceptions that strict operations raised. */
    int fpFlags;
    final Fold fold = new Fold();
    final Map<GlobalVar, Long> tls = new HashMap<>();

    ThreadState(long stackBase, long bytes) {
        this.stackBase = stackBase;
        stackEnd = stackBase + bytes;
        sp = stackBase;
    }

    /** The address of fresh stack memory; its contents are a pattern if {@code fill}. */
    long push(long bytes, int align, boolean fill) {
        long a = sp + align - 1 & -align;
        if (bytes < 0 || a + bytes > stackEnd) throw new Trap("stack overflow");
        sp = a + bytes;
        if (fill) Memory.fill(a, 0xAA, bytes);
        return a;
    }
}
