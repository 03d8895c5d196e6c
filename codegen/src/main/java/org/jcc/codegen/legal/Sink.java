package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Sums of a value and a constant move down to their first user, so that a loop's variable and its successor are not
 * alive at the same time and share a register: {@code p + 1} behind the last access through {@code p}. Accesses through the sum do not
 * count: each gets a sum of its own, which selection folds into the address. A comparison of the old value at the end of the
 * block becomes one of the sum.
 *
 * <p>Requires: legal operations. Ensures: nothing new; live ranges get shorter or stay.
 */
public final class Sink {
    private final Function f;
    private final long[] key;

    private Sink(Function f) {
        this.f = f;
        this.key = new long[f.instCount()];
    }

    public static void run(Function f) {
        if (!f.isDefinition()) return;
        Sink s = new Sink(f);
        for (Block b : List.copyOf(f.blocks)) {
            if (b.terminator() == null) continue;
            s.separateAddresses(b);
            s.compareSums(b);
        }
        Sink t = new Sink(f);
        for (Block b : f.blocks) if (b.terminator() != null) t.sink(b);
    }

    private static boolean isSum(Inst i) {
        return (i.op == Op.ADD || i.op == Op.SUB || i.op == Op.PTRADD) && i.arg(1).op == Op.ICONST && !i.arg(0).op.isConstant() && i.arg(0).op != Op.ALLOCA && i.type.bits <= 64;
    }

    /** True if selection folds operand {@code slot} of {@code user} into an address when it is a sum with a constant. */
    private static boolean isAddress(Inst user, int slot) {
        return switch (user.op) {
            case LOAD, STORE -> slot == 0;
            default -> false;
        };
    }

    private void separateAddresses(Block b) {
        for (Inst i = b.first; i != null; i = i.next) {
            if (i.op != Op.PTRADD || !isSum(i)) continue;
            List<Inst> accesses = new ArrayList<>(2);
            for (int u = 0; u < i.useCount(); u++) {
                if (isAddress(i.user(u), i.userSlot(u))) accesses.add(i.user(u));
            }
            if (accesses.isEmpty() || accesses.size() == i.useCount()) continue;
            Inst copy = f.newInst(i.op, i.type, i.arg(0), i.arg(1));
            copy.flags = i.flags;
            copy.locatedAs(i);
            copy.insertBefore(i);
            for (Inst a : accesses) a.setArg(0, copy);
        }
    }

    /** {@code x < n} becomes {@code x + 1 < n + 1} where the sum goes on to another block and {@code x} does not. */
    private void compareSums(Block b) {
        Inst t = b.last;
        if (t.op != Op.CONDBR) return;
        Inst c = t.arg(0);
        if (c.op != Op.ICMP || c.block != b || c.useCount() != 1 || c.arg(1).op != Op.ICONST) return;
        Inst x = c.arg(0);
        if (x.op != Op.PARAM || x.type.bits < 32 || x.type == Type.PTR) return;
        Inst sum = null;
        for (int u = 0; u < x.useCount(); u++) {
            Inst user = x.user(u);
            if (user.block != b || user == t) return;
            if (user.op == Op.ADD && user.arg(0) == x && user.arg(1).op == Op.ICONST) sum = user;
        }
        if (sum == null || !leaves(sum, b)) return;
        Cond cond = c.cond();
        boolean equality = cond == Cond.EQ || cond == Cond.NE;
        long limit = c.arg(1).imm;
        long step = sum.arg(1).imm;
        long to = limit + step;
        if (!equality) {
            if (!cond.isSigned() || !sum.has(Inst.NSW) || ((limit ^ to) & (step ^ to)) < 0 || x.type.bits == 32 && to != (int) to) return;
        } else if (x.type.bits == 32) {
            to = (int) to;
        }
        if (to != (int) to) return;
        c.unlink();
        c.insertBefore(t);
        c.setArg(0, sum);
        c.setArg(1, f.iconst(x.type, to));
    }

    private static boolean leaves(Inst v, Block b) {
        for (int u = 0; u < v.useCount(); u++) if (v.user(u) == b.last || v.user(u).block != b) return true;
        return false;
    }

    /** Selection makes one instruction of a sum and the question whether it overflows if they are neighbours. */
    private static boolean isPartOfOverflow(Inst sum) {
        return sum.next.argCount() == 2 && sum.next.arg(0) == sum.arg(0) && switch (sum.next.op) {
            case SADDO, UADDO, SSUBO, USUBO -> true;
            default -> false;
        };
    }

    /** From the last to the first, so that a sum of a sum follows it only if that did not move. Keys order the instructions of the block. */
    private void sink(Block b) {
        long n = 0;
        for (Inst i = b.first; i != null; i = i.next) key[i.id] = n += 2;
        for (Inst i = b.last, prev; i != null; i = prev) {
            prev = i.prev;
            if (!isSum(i) || i.useCount() == 0 || isPartOfOverflow(i)) continue;
            Inst first = b.last;
            for (int u = 0; u < i.useCount(); u++) {
                Inst user = i.user(u);
                if (user.block != b) continue;
                if (key[user.id] < key[first.id]) first = user;
            }
            if ((key[first.id] & 1) != 0 || first == i.next) continue;
            i.unlink();
            i.insertBefore(first);
            key[i.id] = key[first.id] - 1;
        }
    }
}
