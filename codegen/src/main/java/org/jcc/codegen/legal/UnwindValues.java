package org.jcc.codegen.legal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Liveness;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Values that are live into a landing block move to memory there. An unwind edge leaves from the middle of machine code, at
 * the call: what register allocation does behind the call, to put values where the end of the block wants them, has not happened
 * on that edge. So nothing but the exception comes over it in a register: a value that the cleanup needs is stored once, right
 * behind its definition, and loaded where a block that unwinding reaches uses it. The normal path pays a store, the others
 * are cold.
 *
 * <p>Requires: legal operations. Ensures: no value but addresses of the frame is live into a block that begins with LANDING.
 */
public final class UnwindValues {
    private final Function f;
    private final Builder b;
    private final boolean[] cold;

    private UnwindValues(Function f) {
        this.f = f;
        this.b = new Builder(f);
        this.cold = new boolean[f.blockCount()];
    }

    public static void run(Function f) {
        List<Block> landings = new ArrayList<>(0);
        for (Block x : f.blocks) if (isLanding(x)) landings.add(x);
        if (!landings.isEmpty()) new UnwindValues(f).run(landings);
    }

    private static boolean isLanding(Block x) {
        return x.first != null && x.first.op == Op.LANDING;
    }

    private void run(List<Block> landings) {
        ArrayDeque<Block> work = new ArrayDeque<>(landings);
        for (Block x : landings) cold[x.id] = true;
        while (!work.isEmpty()) {
            Inst t = work.pop().terminator();
            for (int k = 0; k < t.succCount(); k++) {
                if (cold[t.succ(k).id]) continue;
                cold[t.succ(k).id] = true;
                work.push(t.succ(k));
            }
        }
        Liveness live = new Liveness(f);
        BitSet needed = new BitSet();
        for (Block x : landings) for (int id : live.liveIn(x)) needed.set(id);
        List<Inst> values = new ArrayList<>();
        for (Block x : f.blocks) {
            for (Inst p : x.params) if (needed.get(p.id)) values.add(p);
            for (Inst i = x.first; i != null; i = i.next) if (needed.get(i.id) && i.op != Op.ALLOCA) values.add(i);
        }
        for (Inst v : values) demote(v);
        f.renumber();
    }

    private void demote(Inst v) {
        List<Inst> users = new ArrayList<>();
        for (int u = 0; u < v.useCount(); u++) {
            Inst user = v.user(u);
            if (user.block != null && cold[user.block.id] && !users.contains(user)) users.add(user);
        }
        boolean bit = v.type == Type.I1;
        Type t = bit ? Type.I8 : v.type;
        b.loc = v.loc;
        Inst slot = b.alloca(Math.max(1, t.size), Math.max(1, t.align), null);
        b.before(behind(v));
        b.store(slot, bit ? b.convert(Op.ZEXT, v, t) : v, t.align, 0);
        for (Inst user : users) {
            b.before(user);
            b.loc = user.loc;
            Inst again = b.load(t, slot, t.align, 0);
            if (bit) again = b.convert(Op.TRUNC, again, Type.I1);
            for (int k = 0; k < user.argCount(); k++) if (user.arg(k) == v) user.setArg(k, again);
        }
    }

    /** The instruction before which a value is first there. */
    private static Inst behind(Inst v) {
        if (v.op != Op.PARAM) {
            if (!v.isTerminator()) return v.next;
            return v.succ(0).first;
        }
        Inst at = v.block.first;
        while (at.op == Op.ALLOCA) at = at.next;
        return at;
    }
}
