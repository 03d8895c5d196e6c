package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Loop rotation (loop inversion): {@code while (c) body} becomes {@code if (c) do body while (c)}. The header of a loop that is tested at its top is
 * copied to the preheader, where it guards the loop; the original stands at the bottom. A round costs one branch less, and the body is
 * surely executed once the loop is entered, so that what does not vary may move out of it.
 *
 * <p>The values that the header defines have two definitions then; {@link SsaRepair} joins them.
 *
 * <p>Not rotated: loops that are left at the bottom already, and headers that are long, call functions or touch volatile
 * memory in a way that must not stand twice. With -Os nothing is.
 *
 * <p>Requires: nothing. Ensures: a loop whose header alone tests is tested at its bottom.
 */
final class LoopRotate {
    /** The most instructions of a header that is copied. */
    private static final int SMALL = 16;

    private final Function f;
    private LoopForest forest;

    private LoopRotate(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        if (f.is(Function.OPT_SIZE)) return;
        new LoopRotate(f).rotate();
    }

    private void rotate() {
        forest = LoopShape.canonical(f);
        boolean changed = false;
        for (LoopForest.Loop l : forest.loops) if (isWanted(l)) changed |= rotate(l);
        if (changed) f.renumber();
    }

    private boolean isWanted(LoopForest.Loop l) {
        Block latch = LoopShape.latch(forest, l);
        if (latch == null || LoopShape.preheader(forest, l) == null || l.header.addressTaken) return false;
        Inst t = l.header.terminator();
        if (t.op != Op.CONDBR || forest.contains(l, t.succ(0)) == forest.contains(l, t.succ(1))) return false;
        // Tested at the bottom already: the latch leaves, or it only leads an exiting block back.
        if (latch == l.header || leaves(l, latch)) return false;
        if (latch.first == latch.terminator() && latch.predCount() == 1 && latch.pred(0).block != l.header && leaves(l, latch.pred(0).block)) return false;
        int n = 0;
        for (Inst i = l.header.first; i != t; i = i.next) {
            if (i.op == Op.CALL || i.isVolatile() || !Cloner.isCopyable(i) || i.type == Type.TUPLE) return false;
            if (++n > SMALL) return false;
        }
        return true;
    }

    private boolean leaves(LoopForest.Loop l, Block b) {
        Inst t = b.terminator();
        for (int s = 0; s < t.succCount(); s++) if (!forest.contains(l, t.succ(s))) return true;
        return false;
    }

    private boolean rotate(LoopForest.Loop l) {
        Block header = l.header;
        Block pre = LoopShape.preheader(forest, l);
        Inst test = header.terminator();
        int stay = forest.contains(l, test.succ(0)) ? 0 : 1;
        Block body = test.succ(stay);
        if (body == header) return false;
        if (body.predCount() > 1) {
            // The new header must be entered from the guard and the bottom alone.
            Block n = f.newBlock(null);
            Inst[] args = arguments(test, stay);
            Inst br = f.newInst(Op.BR, Type.VOID);
            br.locatedAs(test);
            n.append(br);
            br.addSucc(body, args);
            test.setSucc(stay, n);
            forest.adopt(n, l);
            body = n;
        }
        // The guard: a copy of the header at the end of the preheader.
        Cloner copy = new Cloner(f);
        Inst enter = pre.terminator();
        for (int k = 0; k < header.params.size(); k++) copy.map(header.params.get(k), enter.succArg(0, k));
        List<Inst> defined = new ArrayList<>(header.params);
        for (Inst i = header.first; i != test; i = i.next) {
            copy.copy(i).insertBefore(enter);
            if (i.hasResult()) defined.add(i);
        }
        Inst guard = copy.copy(test);
        enter.remove();
        pre.append(guard);
        for (Inst v : defined) repair(v, copy.value(v), header, pre);
        return true;
    }

    private void repair(Inst v, Inst guarded, Block header, Block pre) {
        List<Inst> users = new ArrayList<>();
        for (int u = 0; u < v.useCount(); u++) {
            Block b = v.user(u).block;
            if (b == header || b == pre) continue;
            users.add(v.user(u));
        }
        if (users.isEmpty()) return;
        SsaRepair r = new SsaRepair(f, v.type);
        r.define(header, v);
        r.define(pre, guarded);
        for (Inst user : users) {
            // Finding the value may give a terminator arguments for new parameters: slots are looked up after it.
            Inst now = r.atEntry(user.block);
            for (int k = 0; k < user.argCount(); k++) if (user.arg(k) == v) user.setArg(k, now);
        }
        r.finish();
    }

    private static Inst[] arguments(Inst t, int s) {
        Inst[] a = new Inst[t.succArgCount(s)];
        for (int k = 0; k < a.length; k++) a[k] = t.succArg(s, k);
        return a;
    }
}
