package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Replaces every i128 value by a pair of i64, low half first.
 *
 * <p>Blocks are visited in an order in which definitions come before uses (reverse postorder; block parameters are split
 * beforehand, so that loops need no second look). A pair is remembered per instruction id. Shifts by a variable amount
 * compute both cases and select. Bitcasts from and to f128 go through memory.
 *
 * <p>Requires: ABI lowering done (no i128 in calls, returns, entry parameters), no i128 division, conversion to or from
 * floating point. Ensures: no value of type i128.
 */
public final class SplitI128 {
    private final Function f;
    private final Builder b;
    private Inst[] low;
    private Inst[] high;
    private final List<Inst> dead = new ArrayList<>();

    private SplitI128(Function f) {
        this.f = f;
        this.b = new Builder(f);
    }

    public static void run(Function f) {
        if (!f.isDefinition()) return;
        for (Block block : f.blocks) {
            if (uses128(block)) {
                new SplitI128(f).run();
                return;
            }
        }
    }

    private static boolean uses128(Block block) {
        for (Inst p : block.params) if (p.type == Type.I128) return true;
        for (Inst i = block.first; i != null; i = i.next) {
            if (i.type == Type.I128) return true;
            for (int k = 0; k < i.argCount(); k++) if (i.arg(k).type == Type.I128) return true;
        }
        return false;
    }

    private void run() {
        low = new Inst[f.instCount()];
        high = new Inst[f.instCount()];
        List<Block> order = reversePostorder();
        for (Block block : order) splitParams(block);
        for (Block block : order) {
            for (Inst i = block.first, next; i != null; i = next) {
                next = i.next;
                visit(i);
            }
        }
        // The old values are used by each other alone.
        for (Inst i : dead) i.dropOperands();
        for (Inst i : dead) i.unlink();
        for (Block block : order) {
            for (int k = block.params.size() - 1; k >= 0; k--) if (block.params.get(k).type == Type.I128) block.removeParam(k);
        }
    }

    private List<Block> reversePostorder() {
        boolean[] seen = new boolean[f.blockCount()];
        ArrayList<Block> post = new ArrayList<>();
        ArrayList<Block> stack = new ArrayList<>();
        int[] next = new int[f.blockCount()];
        stack.add(f.entry());
        seen[f.entry().id] = true;
        while (!stack.isEmpty()) {
            Block top = stack.getLast();
            Inst t = top.terminator();
            if (next[top.id] < t.succCount()) {
                Block s = t.succ(next[top.id]++);
                if (!seen[s.id]) {
                    seen[s.id] = true;
                    stack.add(s);
                }
            } else {
                post.add(top);
                stack.removeLast();
            }
        }
        // Unreachable blocks still hold i128 code: any order will do, poison stands for what is undefined.
        List<Block> order = new ArrayList<>(post.reversed());
        for (Block block : f.blocks) if (!seen[block.id]) order.add(block);
        return order;
    }

    /** New parameters behind the old; arguments are added when the predecessors' terminators are visited. */
    private void splitParams(Block block) {
        int n = block.params.size();
        for (int k = 0; k < n; k++) {
            Inst p = block.params.get(k);
            if (p.type != Type.I128) continue;
            pair(p, block.addParam(Type.I64), block.addParam(Type.I64));
        }
    }

    private void pair(Inst i, Inst lo, Inst hi) {
        low[i.id] = lo;
        high[i.id] = hi;
    }

    private Inst lo(Inst v) {
        if (v.op == Op.ICONST) return f.iconst(Type.I64, v.imm);
        if (v.op == Op.POISON) return f.poison(Type.I64);
        Inst r = v.id < low.length ? low[v.id] : null;
        return r != null ? r : f.poison(Type.I64);
    }

    private Inst hi(Inst v) {
        if (v.op == Op.ICONST) return f.iconst(Type.I64, v.immHi);
        if (v.op == Op.POISON) return f.poison(Type.I64);
        Inst r = v.id < high.length ? high[v.id] : null;
        return r != null ? r : f.poison(Type.I64);
    }

    private Inst c64(long v) {
        return f.iconst(Type.I64, v);
    }

    private Inst bin(Op op, Inst x, Inst y) {
        return b.binary(op, x, y);
    }

    private Inst wide(Inst i1) {
        return b.convert(Op.ZEXT, i1, Type.I64);
    }

    private void replace(Inst i, Inst by) {
        i.replaceAllUsesWith(by);
        dead.add(i);
    }

    private void visit(Inst i) {
        b.before(i);
        if (i.isTerminator()) {
            terminator(i);
            return;
        }
        if (i.type == Type.I128) {
            define(i);
            dead.add(i);
            return;
        }
        boolean reads = false;
        for (int k = 0; k < i.argCount(); k++) reads |= i.arg(k).type == Type.I128;
        if (!reads) return;
        Inst a = i.arg(0);
        switch (i.op) {
            case TRUNC -> replace(i, i.type == Type.I64 ? lo(a) : b.convert(Op.TRUNC, lo(a), i.type));
            case ICMP -> replace(i, compare(i.cond(), a, i.arg(1)));
            case STORE -> {
                Inst v = i.arg(1);
                for (int k = 0; k < 2; k++) {
                    Inst s = b.store(b.ptradd(a, k * 8L), k == 0 ? lo(v) : hi(v), Math.min(i.align, k == 0 ? 16 : 8), i.tag);
                    s.flags = i.flags;
                }
                dead.add(i);
            }
            case SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO -> replace(i, overflow(i.op, a, i.arg(1)));
            case PTRADD -> {
                i.setArg(1, lo(i.arg(1)));
            }
            case INTTOPTR -> replace(i, b.convert(Op.INTTOPTR, lo(a), Type.PTR));
            case BITCAST -> {
                Inst slot = b.alloca(16, 16, null);
                b.store(slot, lo(a), 8, 0);
                b.store(b.ptradd(slot, 8), hi(a), 8, 0);
                replace(i, b.load(i.type, slot, 16, 0));
            }
            case ASM -> asmInputs(i);
            default -> throw new IllegalStateException("i128 operand of " + i.op.text);
        }
    }

    private void define(Inst i) {
        Inst a = i.argCount() > 0 ? i.arg(0) : null;
        switch (i.op) {
            case ADD -> {
                Inst lo = bin(Op.ADD, lo(a), lo(i.arg(1)));
                Inst carry = wide(b.icmp(Cond.ULT, lo, lo(a)));
                Inst high = hi(i.arg(1));
                pair(i, lo, bin(Op.ADD, high.isConst(0) ? hi(a) : bin(Op.ADD, hi(a), high), carry));
            }
            case SUB -> {
                Inst y = i.arg(1);
                Inst borrow = wide(b.icmp(Cond.ULT, lo(a), lo(y)));
                pair(i, bin(Op.SUB, lo(a), lo(y)), bin(Op.SUB, bin(Op.SUB, hi(a), hi(y)), borrow));
            }
            case MUL -> mul(i, lo(a), hi(a), lo(i.arg(1)), hi(i.arg(1)));
            case AND, OR, XOR -> pair(i, bin(i.op, lo(a), lo(i.arg(1))), bin(i.op, hi(a), hi(i.arg(1))));
            case SHL, LSHR, ASHR -> shift(i);
            case ROTL, ROTR -> {
                Inst n = bin(Op.AND, lo(i.arg(1)), c64(127));
                Inst m = bin(Op.AND, bin(Op.SUB, c64(0), n), c64(127));
                Inst[] l = shifted(Op.SHL, lo(a), hi(a), i.op == Op.ROTL ? n : m);
                Inst[] r = shifted(Op.LSHR, lo(a), hi(a), i.op == Op.ROTL ? m : n);
                pair(i, bin(Op.OR, l[0], r[0]), bin(Op.OR, l[1], r[1]));
            }
            case ZEXT -> pair(i, a.type == Type.I64 ? a : b.convert(Op.ZEXT, a, Type.I64), c64(0));
            case SEXT -> {
                Inst lo = a.type == Type.I64 ? a : b.convert(Op.SEXT, a, Type.I64);
                pair(i, lo, bin(Op.ASHR, lo, c64(63)));
            }
            case PTRTOINT -> pair(i, b.convert(Op.PTRTOINT, a, Type.I64), c64(0));
            case LOAD -> {
                Inst[] half = new Inst[2];
                for (int k = 0; k < 2; k++) {
                    half[k] = b.load(Type.I64, b.ptradd(a, k * 8L), Math.min(i.align, k == 0 ? 16 : 8), i.tag);
                    half[k].flags = i.flags;
                }
                pair(i, half[0], half[1]);
            }
            case SELECT -> pair(i, b.select(a, lo(i.arg(1)), lo(i.arg(2))), b.select(a, hi(i.arg(1)), hi(i.arg(2))));
            case FREEZE -> pair(i, b.unary(Op.FREEZE, lo(a)), b.unary(Op.FREEZE, hi(a)));
            case EXPECT -> pair(i, lo(a), hi(a));
            case BITCAST -> {
                Inst slot = b.alloca(16, 16, null);
                b.store(slot, a, 16, 0);
                pair(i, b.load(Type.I64, slot, 8, 0), b.load(Type.I64, b.ptradd(slot, 8), 8, 0));
            }
            case BSWAP, BITREVERSE -> pair(i, b.unary(i.op, hi(a)), b.unary(i.op, lo(a)));
            case POPCNT -> pair(i, bin(Op.ADD, b.unary(Op.POPCNT, lo(a)), b.unary(Op.POPCNT, hi(a))), c64(0));
            case CLZ, CTZ -> {
                Inst near = i.op == Op.CLZ ? hi(a) : lo(a);
                Inst far = i.op == Op.CLZ ? lo(a) : hi(a);
                Inst zero = b.icmp(Cond.EQ, near, c64(0));
                pair(i, b.select(zero, bin(Op.ADD, b.unary(i.op, far), c64(64)), b.unary(i.op, near)), c64(0));
            }
            case SMIN, SMAX, UMIN, UMAX -> {
                Cond c = i.op == Op.SMIN ? Cond.SLT : i.op == Op.SMAX ? Cond.SGT : i.op == Op.UMIN ? Cond.ULT : Cond.UGT;
                Inst t = compare(c, a, i.arg(1));
                pair(i, b.select(t, lo(a), lo(i.arg(1))), b.select(t, hi(a), hi(i.arg(1))));
            }
            case ABS -> {
                Inst s = bin(Op.ASHR, hi(a), c64(63));
                Inst lo = bin(Op.XOR, lo(a), s);
                Inst hi = bin(Op.XOR, hi(a), s);
                Inst borrow = wide(b.icmp(Cond.ULT, lo, s));
                pair(i, bin(Op.SUB, lo, s), bin(Op.SUB, bin(Op.SUB, hi, s), borrow));
            }
            default -> throw new IllegalStateException("i128 result of " + i.op.text);
        }
    }

    private void mul(Inst i, Inst xl, Inst xh, Inst yl, Inst yh) {
        Inst lo = bin(Op.MUL, xl, yl);
        Inst hi = bin(Op.UMULH, xl, yl);
        if (!yh.isConst(0)) hi = bin(Op.ADD, hi, bin(Op.MUL, xl, yh));
        if (!xh.isConst(0)) hi = bin(Op.ADD, hi, bin(Op.MUL, xh, yl));
        pair(i, lo, hi);
    }

    private void shift(Inst i) {
        Inst l = lo(i.arg(0));
        Inst h = hi(i.arg(0));
        Inst amount = i.arg(1);
        if (amount.op == Op.ICONST) {
            int n = (int) amount.imm & 127;
            Inst fill = i.op == Op.ASHR ? bin(Op.ASHR, h, c64(63)) : c64(0);
            if (n == 0) pair(i, l, h);
            else if (n == 64) pair(i, i.op == Op.SHL ? c64(0) : h, i.op == Op.SHL ? l : fill);
            else if (n > 64) pair(i, i.op == Op.SHL ? c64(0) : bin(i.op, h, c64(n - 64)), i.op == Op.SHL ? bin(Op.SHL, l, c64(n - 64)) : fill);
            else if (i.op == Op.SHL) pair(i, bin(Op.SHL, l, c64(n)), bin(Op.OR, bin(Op.SHL, h, c64(n)), bin(Op.LSHR, l, c64(64 - n))));
            else pair(i, bin(Op.OR, bin(Op.LSHR, l, c64(n)), bin(Op.SHL, h, c64(64 - n))), bin(i.op, h, c64(n)));
            return;
        }
        Inst[] r = shifted(i.op, l, h, lo(amount));
        pair(i, r[0], r[1]);
    }

    /** A shift by a variable amount below 128: both halves for n below 64 and for n from 64, selected. */
    private Inst[] shifted(Op op, Inst l, Inst h, Inst n) {
        Inst big = b.icmp(Cond.UGE, n, c64(64));
        Inst k = bin(Op.AND, n, c64(63));
        // x >> (64 - k) without a shift by 64 when k = 0: first by one, then by 63 - k.
        Inst rest = bin(Op.XOR, k, c64(63));
        if (op == Op.SHL) {
            Inst lowBits = bin(Op.SHL, l, k);
            Inst over = bin(Op.LSHR, bin(Op.LSHR, l, c64(1)), rest);
            Inst highBits = bin(Op.OR, bin(Op.SHL, h, k), over);
            return new Inst[] {b.select(big, c64(0), lowBits), b.select(big, lowBits, highBits)};
        }
        Inst highBits = bin(op, h, k);
        Inst over = bin(Op.SHL, bin(Op.SHL, h, c64(1)), rest);
        Inst lowBits = bin(Op.OR, bin(Op.LSHR, l, k), over);
        Inst fill = op == Op.ASHR ? bin(Op.ASHR, h, c64(63)) : c64(0);
        return new Inst[] {b.select(big, highBits, lowBits), b.select(big, fill, highBits)};
    }

    private Inst compare(Cond c, Inst x, Inst y) {
        if (c == Cond.EQ || c == Cond.NE) {
            Inst diff = bin(Op.OR, bin(Op.XOR, lo(x), lo(y)), bin(Op.XOR, hi(x), hi(y)));
            return b.icmp(c, diff, c64(0));
        }
        Cond lowCond = switch (c) {
            case SLT, ULT -> Cond.ULT;
            case SLE, ULE -> Cond.ULE;
            case SGT, UGT -> Cond.UGT;
            default -> Cond.UGE;
        };
        Inst same = b.icmp(Cond.EQ, hi(x), hi(y));
        return b.select(same, b.icmp(lowCond, lo(x), lo(y)), b.icmp(c, hi(x), hi(y)));
    }

    private Inst overflow(Op op, Inst x, Inst y) {
        switch (op) {
            case UADDO -> {
                Inst lo = bin(Op.ADD, lo(x), lo(y));
                Inst carry = wide(b.icmp(Cond.ULT, lo, lo(x)));
                Inst hi = bin(Op.ADD, hi(x), hi(y));
                Inst first = b.icmp(Cond.ULT, hi, hi(x));
                Inst second = b.icmp(Cond.ULT, bin(Op.ADD, hi, carry), hi);
                return bin(Op.OR, first, second);
            }
            case USUBO -> {
                return compare(Cond.ULT, x, y);
            }
            case SADDO, SSUBO -> {
                boolean add = op == Op.SADDO;
                Inst hi;
                if (add) {
                    Inst lo = bin(Op.ADD, lo(x), lo(y));
                    hi = bin(Op.ADD, bin(Op.ADD, hi(x), hi(y)), wide(b.icmp(Cond.ULT, lo, lo(x))));
                } else {
                    hi = bin(Op.SUB, bin(Op.SUB, hi(x), hi(y)), wide(b.icmp(Cond.ULT, lo(x), lo(y))));
                }
                // Addition overflows if the result's sign differs from both operands', subtraction if x's differs from y's and the result's.
                Inst s = add ? bin(Op.AND, bin(Op.XOR, hi, hi(x)), bin(Op.XOR, hi, hi(y))) : bin(Op.AND, bin(Op.XOR, hi(x), hi(y)), bin(Op.XOR, hi, hi(x)));
                return b.icmp(Cond.SLT, s, c64(0));
            }
            case UMULO -> {
                return umulo(lo(x), hi(x), lo(y), hi(y));
            }
            default -> {
                // Signed: multiply magnitudes; the result must fit below 2^127, or be 2^127 exactly when negative.
                Inst sx = bin(Op.ASHR, hi(x), c64(63));
                Inst sy = bin(Op.ASHR, hi(y), c64(63));
                Inst[] a = magnitude(lo(x), hi(x), sx);
                Inst[] c = magnitude(lo(y), hi(y), sy);
                Inst tooBig = umulo(a[0], a[1], c[0], c[1]);
                Inst lo = bin(Op.MUL, a[0], c[0]);
                Inst hi = bin(Op.ADD, bin(Op.UMULH, a[0], c[0]), bin(Op.ADD, bin(Op.MUL, a[0], c[1]), bin(Op.MUL, a[1], c[0])));
                Inst sign = bin(Op.XOR, sx, sy);
                // Allowed: (hi:lo) <= 2^127 - 1 + (negative ? 1 : 0), that is (hi:lo) - (negative) has its top bit clear, or both are zero.
                Inst less = bin(Op.ADD, lo, sign);
                Inst borrow = wide(b.icmp(Cond.UGT, less, lo));
                Inst rest = bin(Op.SUB, hi, bin(Op.AND, borrow, sign));
                Inst zero = b.icmp(Cond.EQ, bin(Op.OR, lo, hi), c64(0));
                Inst top = b.icmp(Cond.SLT, rest, c64(0));
                return bin(Op.OR, tooBig, b.select(zero, f.iconst(Type.I1, 0), top));
            }
        }
    }

    private Inst[] magnitude(Inst l, Inst h, Inst sign) {
        Inst lo = bin(Op.XOR, l, sign);
        Inst hi = bin(Op.XOR, h, sign);
        Inst borrow = wide(b.icmp(Cond.ULT, lo, sign));
        return new Inst[] {bin(Op.SUB, lo, sign), bin(Op.SUB, bin(Op.SUB, hi, sign), borrow)};
    }

    private Inst umulo(Inst xl, Inst xh, Inst yl, Inst yh) {
        Inst both = bin(Op.AND, b.icmp(Cond.NE, xh, c64(0)), b.icmp(Cond.NE, yh, c64(0)));
        Inst o1 = b.emit(Op.UMULO, Type.I1, xl, yh);
        Inst o2 = b.emit(Op.UMULO, Type.I1, xh, yl);
        Inst c1 = bin(Op.MUL, xl, yh);
        Inst c2 = bin(Op.MUL, xh, yl);
        Inst cross = bin(Op.ADD, c1, c2);
        Inst o3 = b.icmp(Cond.ULT, cross, c1);
        Inst top = bin(Op.UMULH, xl, yl);
        Inst o4 = b.icmp(Cond.ULT, bin(Op.ADD, top, cross), top);
        return bin(Op.OR, bin(Op.OR, bin(Op.OR, both, o1), bin(Op.OR, o2, o3)), o4);
    }

    /** An i128 input of an asm stays one operand only in memory; the checker refuses it in a register. */
    private void asmInputs(Inst i) {
        AsmInfo info = (AsmInfo) i.aux;
        throw new IllegalStateException("i128 in a register of asm \"" + info.template() + '"');
    }

    private void terminator(Inst t) {
        if (t.op == Op.SWITCH && t.arg(0).type == Type.I128) {
            switch128(t);
            return;
        }
        for (int s = 0; s < t.succCount(); s++) {
            int n = t.succArgCount(s);
            for (int k = 0; k < n; k++) {
                Inst v = t.succArg(s, k);
                if (v.type != Type.I128) continue;
                t.addSuccArg(s, lo(v));
                t.addSuccArg(s, hi(v));
            }
        }
        if (t.ownArgCount() > 0 && t.arg(0).type == Type.I128) throw new IllegalStateException("i128 operand of " + t.op.text);
    }

    /** Case values of a switch on i128 are 64-bit (sign-extended): in range go to a 64-bit switch, else to the default. */
    private void switch128(Inst t) {
        Inst v = t.arg(0);
        Inst inRange = b.icmp(Cond.EQ, hi(v), bin(Op.ASHR, lo(v), c64(63)));
        Block narrow = f.newBlock(null);
        int n = t.succCount();
        Block[] targets = new Block[n];
        Inst[][] args = new Inst[n][];
        for (int s = 0; s < n; s++) {
            targets[s] = t.succ(s);
            List<Inst> out = new ArrayList<>();
            for (int k = 0; k < t.succArgCount(s); k++) out.add(t.succArg(s, k));
            for (int k = 0; k < t.succArgCount(s); k++) {
                if (t.succArg(s, k).type != Type.I128) continue;
                out.add(lo(t.succArg(s, k)));
                out.add(hi(t.succArg(s, k)));
            }
            args[s] = out.toArray(Inst[]::new);
        }
        Inst branch = b.emit(Op.CONDBR, Type.VOID, inRange);
        branch.addSucc(narrow);
        branch.addSucc(targets[0], args[0]);
        Builder nb = new Builder(f).at(narrow);
        nb.loc = t.loc;
        Inst sw = nb.emit(Op.SWITCH, Type.VOID, lo(v));
        sw.aux = t.aux;
        for (int s = 0; s < n; s++) sw.addSucc(targets[s], args[s]);
        t.remove();
    }
}
