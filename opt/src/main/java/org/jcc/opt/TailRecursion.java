package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Tail recursion: a function's call of itself whose result it returns at once becomes a jump to its beginning, with the
 * arguments for the parameters. A result that is first added to, or multiplied with, something is
 * accumulated: a parameter of the loop starts with the operation's neutral element and takes in what the recursion would add on its way back
 * (Steele, 1977; the operation is associative and commutative modulo the power of two).
 *
 * <p>Slots must not be known to anybody when the next round reuses them: a function with a slot that escapes is left alone.
 *
 * <p>Requires: calls in the shape of C, values in SSA form. Ensures: no call of the function itself right before a return.
 */
final class TailRecursion {
    private record Site(Inst call, Inst combine, Inst ret) {}

    private final org.jcc.ir.Module module;
    private final Function f;
    private final List<Site> sites = new ArrayList<>();
    private Op operation;

    private TailRecursion(org.jcc.ir.Module m, Function f) {
        this.module = m;
        this.f = f;
    }

    static void run(org.jcc.ir.Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.NAKED | Function.HAS_LABEL_ADDRESS | Function.RETURNS_TWICE) || f.signature.variadic() || f.signature.resultInMemory()) return;
        // A body that only serves inlining calls the function of its name, which is another.
        if (f.is(Function.GNU_INLINE)) return;
        if (f.linkage == Symbol.Linkage.WEAK || m.preemptible && f.linkage == Symbol.Linkage.EXTERNAL && f.visibility == Symbol.Visibility.DEFAULT) return;
        for (AbiType t : f.signature.params()) if (!(t instanceof AbiType.Scalar)) return;
        new TailRecursion(m, f).eliminate();
    }

    private void eliminate() {
        for (Block b : f.blocks) {
            Inst t = b.last;
            if (t.op == Op.RET) find(t, t, t.argCount() == 1 ? t.arg(0) : null);
            else if (t.op == Op.BR && isReturn(t.succ(0))) {
                Inst r = t.succ(0).last;
                Inst v = r.argCount() == 1 ? r.arg(0) : null;
                if (v != null && v.op == Op.PARAM && v.block == t.succ(0)) v = t.succArg(0, (int) v.imm);
                find(t, r, v);
            }
        }
        if (sites.isEmpty()) return;
        Aliases aliases = new Aliases(module, f);
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) if (i.op == Op.DYNALLOCA || i.op == Op.ALLOCA && aliases.escapes(i)) return;
        }
        rewrite();
    }

    private static boolean isReturn(Block b) {
        return b.first == b.last && b.last.op == Op.RET && b.params.size() <= 1;
    }

    /** A call of the function itself, at most one operation on its result, and the end. */
    private void find(Inst end, Inst ret, Inst value) {
        Inst call = end.prev;
        Inst combine = null;
        if (call != null && call.op != Op.CALL && call == value && call.useCount() == 1) {
            combine = call;
            if (combine.op != Op.ADD && combine.op != Op.MUL || combine.type == Type.I128) return;
            call = combine.prev;
            if (call == null || combine.arg(0) != call && combine.arg(1) != call || combine.arg(0) == combine.arg(1)) return;
            if (operation != null && operation != combine.op) return;
        }
        if (call == null || call.op != Op.CALL || call.arg(0).op != Op.SYMBOL || call.arg(0).symbol() != f || call.arg(0).imm != 0) return;
        if (call.argCount() - 1 != f.params().size() || call.call().is(CallInfo.NORETURN | CallInfo.NO_TAIL)) return;
        for (int k = 0; k < f.params().size(); k++) if (call.arg(k + 1).type != f.params().get(k).type) return;
        if (combine == null && value != call && (value != null || call.useCount() > 0)) return;
        if (value != null && call.useCount() != 1) return;
        if (combine != null) operation = combine.op;
        sites.add(new Site(call, combine, end));
    }

    private void rewrite() {
        Block entry = f.entry();
        Block head = f.newBlock("recursion");
        int n = f.params().size();
        for (Inst p : f.params()) {
            Inst q = head.addParam(p.type);
            q.locatedAs(p);
            if (p.useCount() > 0) p.replaceAllUsesWith(q);
        }
        Inst acc = operation == null ? null : head.addParam(((AbiType.Scalar) f.signature.result()).type());
        for (Inst i = entry.first, next; i != null; i = next) {
            next = i.next;
            if (i.op == Op.ALLOCA) continue;
            i.unlink();
            head.append(i);
        }
        Inst enter = f.newInst(Op.BR, Type.VOID);
        entry.append(enter.locatedAs(head.first));
        Inst[] first = new Inst[n + (acc == null ? 0 : 1)];
        for (int k = 0; k < n; k++) first[k] = f.params().get(k);
        if (acc != null) first[n] = f.iconst(acc.type, operation == Op.MUL ? 1 : 0);
        enter.addSucc(head, first);
        for (Site s : sites) {
            Block b = s.call.block;
            Inst[] args = new Inst[first.length];
            for (int k = 0; k < n; k++) args[k] = s.call.arg(k + 1);
            if (acc != null) {
                args[n] = acc;
                if (s.combine != null) {
                    Inst other = s.combine.arg(s.combine.arg(0) == s.call ? 1 : 0);
                    Inst now = f.newInst(operation, acc.type, acc, other);
                    now.locatedAs(s.combine).insertBefore(s.call);
                    args[n] = now;
                }
            }
            Inst br = f.newInst(Op.BR, Type.VOID).locatedAs(s.call);
            s.ret.remove();
            if (s.combine != null) s.combine.remove();
            s.call.remove();
            if (f.node != null) f.node.sites--;
            b.append(br);
            br.addSucc(head, args);
        }
        unscope();
        if (f.node != null) f.node.recursive = callsItself();
        if (acc == null) return;
        // What is still returned takes in what was accumulated.
        for (Block b : new ArrayList<>(f.blocks)) {
            if (b.last == null || b.last.op != Op.RET || b.last.argCount() != 1) continue;
            Inst v = f.newInst(operation, acc.type, acc, b.last.arg(0));
            v.locatedAs(b.last).insertBefore(b.last);
            b.last.setArg(0, v);
        }
    }

    /** Rounds of the loop were executions of the body: what restrict says holds in each of them only. */
    private void unscope() {
        if (!module.tags.hasScopes()) return;
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) i.tag = module.tags.unscoped(i.tag);
    }

    private boolean callsItself() {
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) if (i.op == Op.CALL && i.arg(0).op == Op.SYMBOL && i.arg(0).symbol() == f) return true;
        return false;
    }
}
