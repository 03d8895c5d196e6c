package org.jcc.opt;

import static org.jcc.opt.Patterns.con;
import static org.jcc.opt.Patterns.val;
import static org.jcc.opt.Patterns.zero;

import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Rules of {@link Rules} for addresses and memory: constant offsets stand outside of an address, where its users' addressing takes
 * them; small copies are a load and a store; what is loaded from an object that never changes is a constant.
 */
final class MemoryRules extends RuleSet {
    MemoryRules(Function f) {
        super(f);
    }

    // ======== ptradd ptrtoint inttoptr ========
    Inst pointer(Inst i, Inst x, Inst y) {
        if (i.op == Op.PTRTOINT) return x.op == Op.INTTOPTR ? x.arg(0) : null;
        if (i.op == Op.INTTOPTR) return x.op == Op.PTRTOINT ? x.arg(0) : null;
        if (zero(y)) return x;
        if (con(y) && x.op == Op.SYMBOL) return f.symbol(x.symbol(), x.imm + val(y));
        if (con(y) && x.op == Op.PTRADD && con(x.arg(1))) return flagged(make(Op.PTRADD, x.arg(0), num(Type.I64, val(x.arg(1)) + val(y))), i.flags & x.flags & Inst.INBOUNDS);
        // constants outside, where an address takes them
        if (!con(y) && x.op == Op.PTRADD && con(x.arg(1)) && x.useCount() == 1) return make(Op.PTRADD, make(Op.PTRADD, x.arg(0), y), x.arg(1));
        return scaled(x, y);
    }

    /** An index plus a constant, scaled and extended or not: the constant moves out of it. */
    private Inst scaled(Inst x, Inst y) {
        Inst index = y;
        long scale = 1;
        boolean shift = y.op == Op.SHL && con(y.arg(1)) && val(y.arg(1)) > 0 && val(y.arg(1)) < 32;
        if (shift) scale = 1L << val(y.arg(1));
        else if (y.op == Op.MUL && con(y.arg(1)) && val(y.arg(1)) == (int) val(y.arg(1))) scale = val(y.arg(1));
        if (scale != 1) index = y.arg(0);
        boolean extended = index.op == Op.SEXT && index.arg(0).type == Type.I32;
        Inst sum = extended ? index.arg(0) : index;
        if (sum.op != Op.ADD || !con(sum.arg(1)) || val(sum.arg(1)) != (int) val(sum.arg(1)) || extended && !sum.has(Inst.NSW)) return null;
        long bytes = val(sum.arg(1)) * scale;
        if (bytes != (int) bytes) return null;
        Inst v = extended ? make(Op.SEXT, Type.I64, sum.arg(0)) : sum.arg(0);
        if (scale != 1) v = make(y.op, v, y.arg(1));
        return make(Op.PTRADD, make(Op.PTRADD, x, v), num(Type.I64, bytes));
    }

    // ======== memcpy memmove memset: small ones become a load and a store ========
    Inst memory(Inst i) {
        Inst n = i.arg(2);
        if (!con(n) || i.isVolatile()) return null;
        if (val(n) == 0) return remove(i);
        if (i.op == Op.MEMMOVE && i.arg(1).op == Op.SYMBOL && i.arg(1).symbol() instanceof GlobalVar g && g.constant) return copied(i);
        if (i.op == Op.MEMSET && !con(i.arg(1))) return fill(i, i.arg(1), val(n));
        if (val(n) != 1 && val(n) != 2 && val(n) != 4 && val(n) != 8) return null;
        Type t = Type.integer((int) val(n) * 8);
        Inst v;
        if (i.op != Op.MEMSET) {
            v = make(Op.LOAD, t, i.arg(1));
            v.align = i.align;
            v.setSpace(i.space());
        } else {
            v = num(t, (val(i.arg(1)) & 255) * 0x0101010101010101L);
        }
        Inst s = make(Op.STORE, Type.VOID, i.arg(0), v);
        s.align = i.align;
        s.setSpace(i.space());
        return remove(i);
    }

    /** What is never written does not overlap what is. */
    private static Inst copied(Inst i) {
        i.op = Op.MEMCPY;
        return i;
    }

    /** A fill with a byte that is no constant: a few stores of its multiple. */
    private Inst fill(Inst i, Inst b, long n) {
        if (n < 0 || n > (f.is(Function.OPT_SIZE) ? 4 : 32)) return null;
        int size = (int) Math.min(8, Long.highestOneBit(n));
        if (n % size != 0) return null;
        Inst v = b;
        if (size > 1) {
            Type t = Type.integer(size * 8);
            v = make(Op.MUL, make(Op.ZEXT, t, b), num(t, 0x0101010101010101L));
        }
        for (long at = 0; at < n; at += size) {
            Inst s = make(Op.STORE, Type.VOID, at == 0 ? i.arg(0) : make(Op.PTRADD, i.arg(0), num(Type.I64, at)), v);
            s.align = at == 0 ? i.align : (int) Math.min(i.align, Long.lowestOneBit(at));
            s.setSpace(i.space());
        }
        return remove(i);
    }

    // ======== load: of objects that never change ========
    Inst load(Inst i, Inst x) {
        if (x.op != Op.SYMBOL || !(x.symbol() instanceof GlobalVar g) || !g.constant || !g.isDefinition() || !i.isPlainAccess()) return null;
        if (g.linkage == Symbol.Linkage.WEAK || g.linkage == Symbol.Linkage.COMMON || i.type.isVector()) return null;
        int n = i.type.size;
        long at = x.imm;
        if (at < 0 || at + n > g.size) return null;
        for (GlobalVar.Reloc r : g.relocs) {
            if (r.offset() + r.size() <= at || r.offset() >= at + n) continue;
            boolean whole = r.offset() == at && r.size() == n && i.type.isPtr() && r.block() == null && !(r.symbol() instanceof GlobalVar v && v.tls != GlobalVar.Tls.NONE);
            return whole ? f.symbol(r.symbol(), r.addend()) : null;
        }
        long lo = g.number(at, Math.min(8, n));
        long hi = n > 8 ? g.number(at + 8, i.type == Type.F80 ? 2 : n - 8) : 0;
        if (i.type.isFloat()) return f.fconst(i.type, lo, hi);
        if (i.type == Type.I128) return f.iconst128(lo, hi);
        return i.type == Type.I1 ? null : i.type.isPtr() ? f.ptrConst(lo) : num(i.type, lo);
    }

    private static Inst remove(Inst i) {
        i.remove();
        return i;
    }
}
