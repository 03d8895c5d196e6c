package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * {@code *p = *p op x} on the memory itself. If the one other user of the old or the new value is a comparison, whose code stands behind the
 * store with nothing between that changes flags, then the flags are those of the instruction on memory: after {@code sub} they
 * compare the old value with {@code x} ({@code if (--p->n == 0)}), after {@code and}, {@code or} and {@code xor} the new one with zero.
 *
 * <p>Requires: selection has reached the store; what is behind it in the block is machine code. Ensures: memory and conditions as before. The comparison goes; nobody computes
 * the values any more.
 *
 * <p>Gain: 47 places of sqlite3.c, two instructions each; .text of sqlite3.o -512 bytes at -O2.
 */
final class InPlaceRules {
    private static final X86Flags FLAGS = new X86Flags();

    private InPlaceRules() {}

    /** @param v what {@code store} stores, of type {@code t} */
    static boolean update(X86Selector s, Inst store, Inst v, Type t) {
        if (v != store.arg(1) || t == Type.I1 || v.block != store.block || v.useCount() > 2) return false;
        switch (v.op) {
            case ADD, SUB, AND, OR, XOR -> { }
            default -> {
                return false;
            }
        }
        Inst a = v.arg(0);
        Inst b = v.arg(1);
        if (!isSamePlace(s, store, a) && v.op.isCommutative()) {
            a = v.arg(1);
            b = v.arg(0);
        }
        if (!isSamePlace(s, store, a) || a == b || a.useCount() + v.useCount() > 3) return false;
        int w = Forms.size(t);
        Row row = null;
        long n = b.imm;
        if (a.useCount() == 2) {
            MInst c = comparison(s, a, v, w);
            if (c == null || !replaceOld(s, c, v.op, a, b, w)) return false;
            row = X86Selector.isImm(b) ? Forms.SUB.rmI()[w] : Forms.SUB.rmR()[w];
            n = narrow(v.op == Op.ADD ? -n : n, w);
            c.remove();
            s.forget(a);
        } else if (v.useCount() == 2) {
            MInst c = comparison(s, v, store, w);
            if (c == null || !isTest(c, s.def(v), w)) return false;
            if (!replace(c, v.op == Op.ADD || v.op == Op.SUB ? X86Flags.RESULT : X86Flags.IDENTITY)) return false;
            c.remove();
            s.forget(v);
        }
        Forms f = IntegerRules.forms(v.op);
        if (X86Selector.isImm(b)) {
            s.emit(s.loadAddr(store).to(X86Selector.ins(row != null ? row : f.rmI()[w]), MInst.DEF | MInst.USE).imm(n));
        } else {
            int r = s.use(b);
            s.emit(s.loadAddr(store).to(X86Selector.ins(row != null ? row : f.rmR()[w]), MInst.DEF | MInst.USE).reg(r, MInst.USE));
        }
        return true;
    }

    private static boolean isSamePlace(X86Selector s, Inst store, Inst a) {
        return a.op == Op.LOAD && a.arg(0) == store.arg(0) && a.space() == store.space() && !store.isVolatile() && store.order() == Inst.NONE
                && a.type.size == store.arg(1).type.size && a.order() == Inst.NONE && s.isUnchanged(a);
    }

    /** The first instruction behind the store that touches flags, if that compares {@code v}, which nothing else reads but {@code user}; or null. */
    private static MInst comparison(X86Selector s, Inst v, Inst user, int w) {
        Inst icmp = v.user(v.user(0) == user ? 1 : 0);
        if (icmp.op != Op.ICMP || !s.isSingleUse(icmp) || !s.isDemanded(v)) return null;
        Inst condition = icmp.user(0);
        if (condition.op != Op.CONDBR && condition.op != Op.SELECT || condition.block != icmp.block) return null;
        int reg = s.def(v);
        MInst c = null;
        boolean flags = false;
        for (MInst i = s.current().first; i != null; i = i.next) {
            if (!flags && ((i.row.uses | i.clobbers) & Pseudos.FLAGS) != 0) {
                flags = true;
                boolean compares = i.count == 2 && i.isReg(0) && i.reg(0) == reg && i.prefixes == 0
                        && (i.row == Forms.CMP.rmI()[w] || i.row == Forms.CMP.rRm()[w] || i.row == Forms.TEST.rmR()[w]);
                if (!compares) return null;
                c = i;
            } else for (int k = 0; k < i.count; k++) if (i.reg(k) == reg && i.kind(k) != MInst.IMM || i.isMem(k) && i.index(k) == reg) return null;
        }
        return c;
    }

    private static boolean isTest(MInst c, int reg, int w) {
        return c.row == Forms.TEST.rmR()[w] && c.isReg(1) && c.reg(0) == reg && c.reg(1) == reg;
    }

    /** Conditions of {@code c}, which compares the old value {@code a}, become those after {@code a - b}. */
    private static boolean replaceOld(X86Selector s, MInst c, Op op, Inst a, Inst b, int w) {
        if (op != Op.ADD && op != Op.SUB) return false;
        if (!X86Selector.isImm(b)) {
            return op == Op.SUB && !Selector.isRematerialized(s.forward(b)) && c.row == Forms.CMP.rRm()[w] && c.isReg(1) && c.reg(1) == s.use(b) && replace(c, X86Flags.IDENTITY);
        }
        long x = narrow(op == Op.ADD ? -b.imm : b.imm, w);
        if (x != (int) x) return false;
        long y;
        if (isTest(c, s.def(a), w)) y = 0;
        else if (c.row == Forms.CMP.rmI()[w] && c.kind(1) == MInst.IMM) y = narrow(c.immediate(1), w);
        else return false;
        if (x == y) return replace(c, X86Flags.IDENTITY);
        // Less than y is at most y - 1, if there is such a number.
        if (x == y - 1) return replace(c, y == 0 ? X86Flags.LESS_THAN_ZERO : X86Flags.LESS);
        return x == y + 1 && replace(c, y == -1 ? X86Flags.GREATER_SIGNED : y == 0 ? X86Flags.GREATER_THAN_ZERO : X86Flags.GREATER);
    }

    private static long narrow(long n, int w) {
        return w == 0 ? (byte) n : w == 1 ? (short) n : w == 2 ? (int) n : n;
    }

    /** True if all that read the flags of {@code c} now read those that the update leaves. */
    private static boolean replace(MInst c, int[] same) {
        for (MInst i = c.next; i != null; i = i.next) {
            if ((i.row.uses & Pseudos.FLAGS) != 0) {
                int cc = FLAGS.condition(i);
                if (cc < 0 || same[cc] < 0) return false;
            }
            if ((i.clobbers & Pseudos.FLAGS) != 0) break;
        }
        for (MInst i = c.next; i != null; i = i.next) {
            if ((i.row.uses & Pseudos.FLAGS) != 0) FLAGS.setCondition(i, same[FLAGS.condition(i)]);
            if ((i.clobbers & Pseudos.FLAGS) != 0) break;
        }
        return true;
    }
}
