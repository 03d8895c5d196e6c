package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;

/**
 * Makes one object of two that a copy of a whole slot connects, so that the copy goes.
 *
 * <ul>
 *   <li>The named result (NRVO): the slot is copied to the storage of the function's result, which serves nothing else, and does not change after: it is that
 *       storage from the start. Nobody looks at it before the function returns.
 *   <li>Two slots: one does not escape and is done with when it is copied, the other's life begins with the copy.
 *   <li>The call's result (the call slot): a temporary takes the result of a call and is copied on. The call fills the target, if no
 *       pointer of unknown origin reaches that and nothing touches it between the call and the copy.
 * </ul>
 *
 * <p>A slot's life (of one that is copied from to one that the copy begins): all uses of the target are dominated by the copy, and no use of the source is; from
 * the copy on no way comes to a use of the source, but to one that writes it whole. Then a write of the source after the copy cannot be followed by a use of the
 * target, for a way from the function's start to that write around the copy would go on to the use. Where the target escapes a call may use it that does not
 * name it: there nothing at all may use the source after the copy.
 *
 * <p>As gcc's tree-nrv and LLVM's MemCpyOpt. Requires: equal addresses are one value. Part of {@link MemcpyOpt}.
 */
final class SlotMerge {
    private static final int MOST = 100;

    private final Module module;
    private final Function f;
    private Aliases aliases;
    private Dominators dom;
    /** By instruction id: the number of the search that found it to be a use of the slot. */
    private int[] stamp = new int[0];
    private int search;
    private final List<Inst> uses = new ArrayList<>();
    private final List<Inst> pointers = new ArrayList<>();

    private SlotMerge(Module m, Function f) {
        module = m;
        this.f = f;
    }

    static void run(Module m, Function f) {
        List<Inst> copies = new ArrayList<>();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op != Op.MEMSET && MemcpyOpt.isPlain(i) && i.arg(1).op == Op.ALLOCA && i.arg(2).imm == i.arg(1).imm && copies.size() < MOST) copies.add(i);
            }
        }
        if (copies.isEmpty()) return;
        SlotMerge s = new SlotMerge(m, f);
        s.aliases = new Aliases(m, f);
        for (Inst c : copies) if (c.block != null && c.arg(0) != c.arg(1) && c.arg(1).op == Op.ALLOCA) s.merge(c);
    }

    private void merge(Inst copy) {
        Inst to = copy.arg(0);
        boolean done = Aliases.isResult(to) && result(copy) || to.op == Op.ALLOCA && slots(copy) || call(copy);
        // What escapes may have changed.
        if (done) aliases = new Aliases(module, f);
    }

    // ---- the function's result ----

    private boolean result(Inst copy) {
        Inst r = copy.arg(0);
        Inst slot = copy.arg(1);
        AbiType.Aggregate a = (AbiType.Aggregate) f.signature.result();
        if (copy.arg(2).imm != a.size() || slot.align > a.align()) return false;
        for (int u = 0; u < r.useCount(); u++) {
            Inst user = r.user(u);
            if (r.userSlot(u) != 0 || user.op == Op.MEMSET || !MemcpyOpt.isPlain(user) || user.arg(1) != slot || user.arg(2).imm != a.size()) return false;
        }
        Aliases.Place p = aliases.place(slot, a.size(), 0);
        for (int u = 0; u < r.useCount(); u++) if (changes(r.user(u), p)) return false;
        while (r.useCount() > 0) r.user(0).remove();
        slot.replaceAllUsesWith(r);
        slot.remove();
        return true;
    }

    /** Something that may be executed after the instruction writes the place. */
    private boolean changes(Inst from, Aliases.Place p) {
        boolean[] seen = new boolean[f.blockCount()];
        List<Block> work = new ArrayList<>();
        Inst i = from.next;
        for (int w = -1; ; ) {
            for (; i != null; i = i.next) {
                if (aliases.mayWrite(i, p)) return true;
                for (int s = 0; s < i.succCount(); s++) {
                    Block b = i.succ(s);
                    if (!seen[b.id]) {
                        seen[b.id] = true;
                        work.add(b);
                    }
                }
            }
            if (++w == work.size()) return false;
            i = work.get(w).first;
        }
    }

    // ---- two slots ----

    private boolean slots(Inst copy) {
        Inst b = copy.arg(0);
        Inst a = copy.arg(1);
        if (b.imm != a.imm || aliases.escapes(a)) return false;
        if (dom == null) dom = new Dominators(f);
        if (!collect(b)) return false;
        for (Inst u : uses) if (u != copy && !dom.dominates(copy, u)) return false;
        if (!collect(a)) return false;
        for (Inst u : uses) if (u != copy && (u.op == Op.ICMP || dom.dominates(copy, u))) return false;
        if (isUsedAfter(copy, a, aliases.escapes(b))) return false;
        copy.remove();
        a.replaceAllUsesWith(b);
        b.align = Math.max(a.align, b.align);
        b.flags |= a.flags;
        if (a.scope != b.scope) b.scope = 0;
        if (b.aux == null) b.aux = a.aux;
        b.unlink();
        f.entry().prepend(b);
        a.remove();
        return true;
    }

    /** All uses of the slot, through addresses computed from it; false if they are many. */
    private boolean collect(Inst slot) {
        search++;
        uses.clear();
        pointers.clear();
        pointers.add(slot);
        if (stamp.length < f.instCount()) stamp = java.util.Arrays.copyOf(stamp, f.instCount() + 16);
        for (int w = 0; w < pointers.size(); w++) {
            Inst p = pointers.get(w);
            for (int u = 0; u < p.useCount(); u++) {
                Inst user = p.user(u);
                if (user.op == Op.PTRADD && p.userSlot(u) == 0) pointers.add(user);
                else uses.add(user);
                stamp[user.id] = search;
            }
            if (uses.size() > 1000) return false;
        }
        return true;
    }

    /** Some way from the copy comes to a use of the slot (of the last search), if not {@code any} before one that writes it whole. */
    private boolean isUsedAfter(Inst copy, Inst slot, boolean any) {
        boolean[] seen = new boolean[f.blockCount()];
        List<Block> work = new ArrayList<>();
        Inst i = copy.next;
        for (int w = -1; ; ) {
            for (; i != null; i = i.next) {
                if (stamp[i.id] == search && i.op != Op.PTRADD) {
                    if (any || !isWhole(i, slot)) return true;
                    break;
                }
                for (int s = 0; s < i.succCount(); s++) {
                    Block b = i.succ(s);
                    if (!seen[b.id]) {
                        seen[b.id] = true;
                        work.add(b);
                    }
                }
            }
            if (++w == work.size()) return false;
            i = work.get(w).first;
        }
    }

    /** The operation writes the whole slot, and reads nothing of it. */
    private boolean isWhole(Inst i, Inst slot) {
        if (i.op == Op.CALL) {
            if (i.argCount() < 2 || i.arg(1) != slot || Aliases.resultSize(i, 1) != slot.imm) return false;
            for (int k = 2; k < i.argCount(); k++) if (i.arg(k).type.isPtr() && aliases.root(i.arg(k)) == slot) return false;
            return true;
        }
        return MemcpyOpt.isPlain(i) && i.arg(0) == slot && i.arg(2).imm == slot.imm && (i.op == Op.MEMSET || aliases.root(i.arg(1)) != slot);
    }

    // ---- the call's result ----

    private boolean call(Inst copy) {
        Inst a = copy.arg(1);
        if (a.useCount() != 2) return false;
        Inst call = a.user(0) == copy ? a.user(1) : a.user(0);
        if (call.op != Op.CALL || call.block != copy.block || call.arg(1) != a || Aliases.resultSize(call, 1) != a.imm) return false;
        if (copy.align < ((AbiType.Aggregate) call.call().signature.result()).align()) return false;
        Aliases.Place to = aliases.place(copy);
        if (!Aliases.isLocalObject(to.root()) && !Aliases.isResult(to.root()) || aliases.escapes(to.root())) return false;
        for (Inst i = call.next; i != copy; i = i.next) {
            if (i == null || aliases.mayRead(i, to) || aliases.mayWrite(i, to)) return false;
        }
        if (!provide(copy.arg(0), call)) return false;
        call.setArg(1, copy.arg(0));
        copy.remove();
        a.remove();
        return true;
    }

    /** Makes the address available before the call. */
    private static boolean provide(Inst p, Inst call) {
        if (p.op.isConstant() || p.op == Op.PARAM || p.block != call.block) return true;
        for (Inst i = call.prev; i != null; i = i.prev) if (i == p) return true;
        if (p.op != Op.PTRADD || !p.arg(1).op.isConstant() || !provide(p.arg(0), call)) return false;
        p.unlink();
        p.insertBefore(call);
        return true;
    }
}
