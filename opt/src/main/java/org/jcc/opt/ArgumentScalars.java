package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Scalar replacement of arguments: a static function that only reads a few scalars through a pointer, or from a structure passed by
 * value, is passed these scalars. The objects whose addresses were passed for that alone become values.
 *
 * <p>A load moves to the calls if nothing in the function may change its bytes before it, and if it cannot trap there: the
 * function surely executes a load of these bytes whenever it is called, or each call passes the address of an object that has them. Of
 * a structure passed by value both hold by themselves. The address itself goes with the next dead arguments ({@link IpaConstants}).
 *
 * <p>Of a function with several calls each gets the loads, which pays only where a slot becomes a value by it: some call must pass one that nothing else keeps in
 * memory. Where size counts only functions with one call are changed (-1329 bytes of sqlite3.c at -Os).
 *
 * <p>Measured: .text of sqlite3.o at -O2 -16 bytes, eight files of Lua +16 (without that bound +424 and +64).
 *
 * <p>Requires: calls in the shape of C. Ensures: no pointer parameter of such a function serves two loads at most.
 */
final class ArgumentScalars {
    /** Scalars that stand for a pointer, and for a structure. */
    private static final int MAX_PIECES = 2;
    private static final int MAX_MEMBERS = 4;
    /** Parameters are in registers, more or less. */
    private static final int MAX_PARAMS = 6;

    /** Bytes that are loaded as one type. */
    private record Piece(long offset, Type type, List<Inst> loads) {}

    private final Module m;
    private final Function f;
    private final List<Inst> sites;

    private ArgumentScalars(Module m, Function f, List<Inst> sites) {
        this.m = m;
        this.f = f;
        this.sites = sites;
    }

    static void run(Module m) {
        DirectCalls.of(m).forEach((f, sites) -> new ArgumentScalars(m, f, sites).replace());
    }

    private void replace() {
        // Each call has the loads instead of the one function.
        if (!f.signature.convention().equals("c") || f.is(Function.OPT_SIZE) && sites.size() > 1) return;
        int first = f.signature.resultInMemory() ? 1 : 0;
        for (int k = f.params().size() - 1; k >= first; k--) {
            AbiType shape = f.signature.params().get(k - first);
            Inst p = f.params().get(k);
            if (!p.type.isPtr() || p.useCount() == 0) continue;
            boolean copy = shape instanceof AbiType.Aggregate;
            List<Piece> pieces = pieces(p, copy ? MAX_MEMBERS : MAX_PIECES);
            if (pieces == null || f.params().size() - 1 + pieces.size() > MAX_PARAMS) continue;
            boolean good = true;
            if (!copy && sites.size() > 1 && !becomeValues(k)) continue;
            for (Piece x : pieces) good &= copy || isUnchanged(x) && (isSure(x) || areObjects(x, k));
            if (good) pass(k, first, pieces);
        }
    }

    /** Some call passes the address of a slot that only loads, stores and this argument keep in memory. */
    private boolean becomeValues(int k) {
        for (Inst c : sites) {
            Inst a = c.arg(k + 1);
            if (a.op == Op.PTRADD && a.arg(1).op == Op.ICONST) a = a.arg(0);
            if (a.op == Op.ALLOCA && onlyPassed(a, k)) return true;
        }
        return false;
    }

    private boolean onlyPassed(Inst p, int k) {
        for (int u = 0; u < p.useCount(); u++) {
            Inst user = p.user(u);
            boolean access = user.op == Op.LOAD || user.op == Op.STORE && p.userSlot(u) == 0 || user.op == Op.PTRADD && user.arg(1).op == Op.ICONST && onlyPassed(user, k);
            if (!access && !(user.op == Op.CALL && p.userSlot(u) == k + 1 && sites.contains(user))) return false;
        }
        return true;
    }

    /** What is loaded through the pointer; null if it serves anything else. */
    private static List<Piece> pieces(Inst p, int most) {
        List<Piece> pieces = new ArrayList<>(2);
        return gather(p, 0, most, pieces) ? pieces : null;
    }

    private static boolean gather(Inst p, long offset, int most, List<Piece> pieces) {
        for (int u = 0; u < p.useCount(); u++) {
            Inst user = p.user(u);
            if (user.op == Op.PTRADD && p.userSlot(u) == 0 && user.arg(1).op == Op.ICONST) {
                // One step: gvn has made sums of sums one.
                if (offset != 0 || !gather(user, user.arg(1).imm, most, pieces)) return false;
                continue;
            }
            if (user.op != Op.LOAD || !user.isPlainAccess() || user.type.size > 8 || user.type.isVector()) return false;
            Piece piece = null;
            for (Piece x : pieces) if (x.offset == offset && x.type == user.type) piece = x;
            if (piece == null) {
                if (pieces.size() == most) return false;
                pieces.add(piece = new Piece(offset, user.type, new ArrayList<>(2)));
            }
            piece.loads.add(user);
        }
        return true;
    }

    /** Nothing that may change the bytes comes before a load of them. */
    private boolean isUnchanged(Piece x) {
        Aliases aliases = new Aliases(m, f);
        List<Inst> inEntry = new ArrayList<>();
        boolean others = false;
        for (Inst l : x.loads) {
            if (l.block == f.entry()) inEntry.add(l);
            else others = true;
        }
        Aliases.Place place = aliases.place(x.loads.getFirst());
        place = new Aliases.Place(place.base(), place.offset(), place.size(), place.root(), x.loads.size() > 1 ? 0 : place.tag());
        int left = inEntry.size();
        for (Inst i = f.entry().first; i != null && (left > 0 || others); i = i.next) {
            if (inEntry.contains(i)) left--;
            else if (aliases.mayWrite(i, place)) return false;
        }
        if (!others) return true;
        for (Block b : f.blocks) {
            if (b == f.entry()) continue;
            for (Inst i = b.first; i != null; i = i.next) if (aliases.mayWrite(i, place)) return false;
        }
        return true;
    }

    /** A load of the bytes is executed in every call before anything can end it. */
    private boolean isSure(Piece x) {
        for (Inst i = f.entry().first; i != null; i = i.next) {
            if (x.loads.contains(i)) return true;
            if (i.op.mayNotReturn()) return false;
        }
        return false;
    }

    /** Each call passes an object that has the bytes. */
    private boolean areObjects(Piece x, int k) {
        for (Inst c : sites) {
            Inst a = c.arg(k + 1);
            long at = x.offset;
            if (a.op == Op.PTRADD && a.arg(1).op == Op.ICONST) {
                at += a.arg(1).imm;
                a = a.arg(0);
            }
            long size;
            if (a.op == Op.ALLOCA) {
                size = a.imm;
            } else if (a.op == Op.SYMBOL && a.symbol() instanceof GlobalVar g && g.isDefinition() && g.linkage == Symbol.Linkage.INTERNAL) {
                size = g.size;
                at += a.imm;
            } else {
                return false;
            }
            if (at < 0 || at + x.type.size > size) return false;
        }
        return true;
    }

    /** The pieces become parameters at the end. */
    private void pass(int k, int first, List<Piece> pieces) {
        List<AbiType> shapes = new ArrayList<>(f.signature.params());
        for (Piece x : pieces) {
            Inst p = f.entry().addParam(x.type);
            p.locatedAs(x.loads.getFirst());
            int align = Integer.MAX_VALUE;
            int tag = x.loads.getFirst().tag;
            for (Inst l : x.loads) {
                align = Math.min(align, l.align);
                if (l.tag != tag) tag = 0;
                if (l.useCount() > 0) l.replaceAllUsesWith(p);
                Inst address = l.arg(0);
                l.remove();
                if (address.op == Op.PTRADD && address.useCount() == 0) address.remove();
            }
            for (Inst c : sites) c.addArg(loaded(c, k, x, align, m.tags.unscoped(tag)));
            shapes.add(new AbiType.Scalar(x.type, false));
        }
        Signature old = f.signature;
        f.signature = new Signature(old.result(), shapes, shapes.size(), false, false, old.convention());
        for (Inst c : sites) c.aux = c.call().with(new Signature(c.call().signature.result(), shapes, shapes.size(), false, false, old.convention()));
    }

    /** The bytes at a call. */
    private static Inst loaded(Inst call, int k, Piece x, int align, int tag) {
        Function caller = call.block.function;
        Inst address = call.arg(k + 1);
        if (x.offset != 0) {
            address = caller.newInst(Op.PTRADD, Type.PTR, address, caller.iconst(Type.I64, x.offset));
            address.locatedAs(call);
            address.insertBefore(call);
        }
        Inst l = caller.newInst(Op.LOAD, x.type, address);
        l.align = align;
        l.tag = tag;
        l.locatedAs(call);
        l.insertBefore(call);
        return l;
    }
}
