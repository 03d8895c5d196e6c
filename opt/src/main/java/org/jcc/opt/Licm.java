package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.LoopForest;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Loop-invariant code motion, and promotion of memory to values in loops (Lu and Cooper, Register Promotion in C Programs, 1997).
 * Inner loops first: what leaves an inner loop may leave the outer one, too.
 *
 * <p>Pure operations on values from outside move to the preheader. An operation that may trap, a load and a call that
 * only computes do if they are surely executed once the loop is entered, or cannot fault; a load besides if nothing in the loop
 * writes its bytes. What costs nothing where it stands stays: an address plus a constant, a comparison before its
 * branch, a truncation; it moves only with what needs it. Of a very long loop only what is dear moves, for its
 * values occupy registers all along.
 *
 * <p>A place at an invariant address that the loop writes, and that nothing else in the loop reads or writes, becomes a value: loaded
 * in the preheader, stored in the exits. This takes a store that is surely executed, or an object that nobody else sees, so that no store is
 * invented that another thread could observe.
 *
 * <p>Requires: nothing. Ensures: no operation of those in a loop computes one value in all rounds.
 */
final class Licm {
    /** A loop with more instructions than these is long. */
    private static final int LONG = 400;
    /** More operations on memory than these are taken to touch everything. */
    private static final int MAX_MEMORY = 128;
    private static final int MAX_PROMOTED = 8;

    private final Function f;
    private final Aliases aliases;
    private final Module module;
    private LoopForest forest;
    private Dominators dom;

    // Of the loop at hand.
    private LoopForest.Loop loop;
    private Block pre;
    private List<Block> blocks;
    /** Operations that write or order memory. */
    private final List<Inst> clobbers = new ArrayList<>();
    /** Operations on memory, all of them. */
    private final List<Inst> accesses = new ArrayList<>();
    private boolean mayNotReturn;
    private boolean isLong;
    /** The last block that every round passes. */
    private Block always;
    private boolean[] invariant;

    private Licm(Module m, Function f) {
        this.module = m;
        this.f = f;
        aliases = new Aliases(m, f);
    }

    static void run(Module m, Function f) {
        // A value that lives longer may cross the second return of setjmp.
        if (f.is(Function.CALLS_SETJMP)) return;
        new Licm(m, f).run();
    }

    private void run() {
        forest = LoopShape.canonical(f);
        if (forest.loops.isEmpty()) return;
        dom = new Dominators(f);
        invariant = new boolean[f.instCount()];
        for (LoopForest.Loop l : forest.loops) {
            pre = LoopShape.preheader(forest, l);
            if (pre == null) continue;
            loop = l;
            look();
            hoist();
            promote();
        }
    }

    /** Gathers what the loop does to memory and how it is left. */
    private void look() {
        blocks = forest.blocks(loop);
        clobbers.clear();
        accesses.clear();
        mayNotReturn = false;
        int count = 0;
        for (Block b : blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                count++;
                if (i.op.reads() || i.op.writes()) accesses.add(i);
                if (aliases.clobbers(i)) clobbers.add(i);
                if (i.op.mayNotReturn() && !(i.op == Op.CALL && i.call().is(CallInfo.CONST | CallInfo.PURE) && !i.call().is(CallInfo.NORETURN))) mayNotReturn = true;
            }
        }
        isLong = count > LONG;
        always = null;
        for (LoopForest.Exit x : forest.exits(loop)) always = always == null ? x.from() : common(always, x.from());
        for (Inst t : forest.latches(loop)) always = always == null ? t.block : common(always, t.block);
    }

    private Block common(Block a, Block b) {
        while (a != b) {
            if (dom.level(a) >= dom.level(b)) a = dom.idom(a);
            else b = dom.idom(b);
        }
        return a;
    }

    /** Executed whenever the loop is entered. */
    private boolean isSure(Inst i) {
        if (!dom.dominates(i.block, always)) return false;
        if (!mayNotReturn) return true;
        if (i.block != loop.header) return false;
        for (Inst k = i.prev; k != null; k = k.prev) if (k.op.mayNotReturn()) return false;
        return true;
    }

    // ---- invariants ----

    private void hoist() {
        for (Block b : blocks) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (!isInvariant(i)) continue;
                if (i.id >= invariant.length) invariant = java.util.Arrays.copyOf(invariant, f.instCount() + 64);
                invariant[i.id] = true;
                if (!staysCheaply(i) && !(isLong && !isDear(i))) move(i);
            }
        }
        // Marks of what stayed hold for this loop only.
        for (Block b : blocks) for (Inst i = b.first; i != null; i = i.next) if (i.id < invariant.length) invariant[i.id] = false;
    }

    private boolean isOutside(Inst v) {
        return v.op.isConstant() || !forest.contains(loop, v.block);
    }

    private boolean isInvariant(Inst i) {
        if (!i.hasResult() || i.isTerminator() || i.type == Type.TUPLE || i.op == Op.RESULT) return false;
        for (int k = 0; k < i.argCount(); k++) {
            Inst a = i.arg(k);
            if (!isOutside(a) && !(a.id < invariant.length && invariant[a.id])) return false;
        }
        if (i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC) && i.op.isFloating()) return false;
        if (i.op.isSpeculatable()) return true;
        return switch (i.op) {
            case SDIV, SREM -> i.arg(1).isConst() && i.arg(1).imm != 0 && i.arg(1).imm != -1 || isSure(i);
            case UDIV, UREM -> i.arg(1).isConst() && (i.arg(1).imm != 0 || i.arg(1).immHi != 0) || isSure(i);
            case TLSADDR, THREADPTR -> true;
            case LOAD -> !i.isVolatile() && i.order() == Inst.NONE && isUnwritten(i) && (isReadable(i.arg(0), i.type.size) || isSure(i));
            case CALL -> isSure(i) && isComputation(i);
            default -> false;
        };
    }

    private boolean isUnwritten(Inst load) {
        if (load.has(Inst.INVARIANT)) return true;
        if (clobbers.size() > MAX_MEMORY) return false;
        Aliases.Place p = aliases.place(load);
        for (Inst c : clobbers) if (aliases.mayWrite(c, p)) return false;
        return true;
    }

    /** The address is in an object that is surely there. */
    private static boolean isReadable(Inst address, long size) {
        long offset = 0;
        while (address.op == Op.PTRADD && address.arg(1).isConst()) {
            offset += address.arg(1).imm;
            address = address.arg(0);
        }
        if (address.op == Op.ALLOCA) return offset >= 0 && offset + size <= address.imm;
        if (address.op != Op.SYMBOL || !(address.symbol() instanceof GlobalVar g)) return false;
        offset += address.imm;
        return g.linkage != Symbol.Linkage.WEAK && g.isDefinition() && offset >= 0 && offset + size <= g.size;
    }

    /** A call that has no effect, and reads nothing that the loop writes. */
    private boolean isComputation(Inst call) {
        CallInfo c = call.call();
        if (c.is(CallInfo.NORETURN | CallInfo.RETURNS_TWICE | CallInfo.MALLOC_LIKE) || c.signature.resultInMemory()) return false;
        if (c.is(CallInfo.CONST)) return true;
        return c.is(CallInfo.PURE) && clobbers.isEmpty();
    }

    /** Costs nothing where it is: part of an addressing mode, of a branch, of a register's name. */
    private static boolean staysCheaply(Inst i) {
        switch (i.op) {
            case PTRADD -> {
                return i.arg(1).isConst();
            }
            case TRUNC, FREEZE, ISCONST, EXPECT, PTRTOINT, INTTOPTR -> {
                return true;
            }
            case ICMP, FCMP -> {
                if (i.type != Type.I1) return false;
                for (int u = 0; u < i.useCount(); u++) {
                    Op o = i.user(u).op;
                    if (o != Op.CONDBR && o != Op.SELECT) return false;
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private boolean isDear(Inst i) {
        return switch (i.op) {
            case SDIV, UDIV, SREM, UREM, FDIV, FSQRT, CALL -> true;
            case LOAD, MUL, FADD, FSUB, FMUL, FMA, SITOFP, UITOFP -> dom.dominates(i.block, always);
            default -> false;
        };
    }

    /** With the operands that stayed until now. */
    private void move(Inst i) {
        for (int k = 0; k < i.argCount(); k++) if (!isOutside(i.arg(k))) move(i.arg(k));
        i.unlink();
        i.insertBefore(pre.terminator());
        // It may vary in the loop around.
        invariant[i.id] = false;
    }

    // ---- promotion ----

    /** The accesses of one place. */
    private static final class Group {
        final List<Inst> members = new ArrayList<>();
        boolean stores;
        boolean sure;
        boolean sureStore;
        Type type;
    }

    private record Key(Object base, long offset) {}

    private void promote() {
        if (accesses.isEmpty() || accesses.size() > MAX_MEMORY || isLong) return;
        List<LoopForest.Exit> exits = forest.exits(loop);
        if (exits.isEmpty()) return;
        for (LoopForest.Exit x : exits) {
            if (x.terminator().op != Op.CONDBR && x.terminator().op != Op.SWITCH || x.to().addressTaken) return;
            for (int e = 0; e < x.to().predCount(); e++) if (!forest.contains(loop, x.to().pred(e).block)) return;
        }
        Map<Key, Group> groups = new LinkedHashMap<>();
        for (Inst i : accesses) {
            // Hoisted by now?
            if (!forest.contains(loop, i.block) || i.op != Op.LOAD && i.op != Op.STORE) continue;
            if (!i.isPlainAccess()) continue;
            Aliases.Place p = aliases.place(i);
            if (p.base() instanceof Inst base && !isOutside(base)) continue;
            Group g = groups.computeIfAbsent(new Key(p.base(), p.offset()), k -> new Group());
            Type t = i.op == Op.LOAD ? i.type : i.arg(1).type;
            if (g.members.isEmpty()) g.type = t;
            else if (g.type != t) g.type = Type.VOID;
            g.members.add(i);
            g.stores |= i.op == Op.STORE;
            if (isSure(i)) {
                g.sure = true;
                g.sureStore |= i.op == Op.STORE;
            }
        }
        int promoted = 0;
        for (Group g : groups.values()) {
            if (promoted == MAX_PROMOTED) break;
            if (!g.stores || g.type == Type.VOID || g.type == Type.TUPLE) continue;
            Inst first = g.members.get(0);
            Aliases.Place p = aliases.place(first);
            if (!g.sureStore && aliases.isShared(p.root())) continue;
            if (!g.sure && !isReadable(first.arg(0), g.type.size)) continue;
            if (p.root() instanceof GlobalVar v && v.constant) continue;
            if (!isAlone(g, p)) continue;
            promote(g, exits);
            promoted++;
        }
    }

    private boolean isAlone(Group g, Aliases.Place p) {
        for (Inst i : accesses) {
            if (i.block == null || !forest.contains(loop, i.block) || g.members.contains(i)) continue;
            if (aliases.mayRead(i, p) || aliases.mayWrite(i, aliases.untyped(p))) return false;
        }
        return true;
    }

    private void promote(Group g, List<LoopForest.Exit> exits) {
        Inst model = g.members.get(0);
        int tag = model.tag;
        int align = model.align;
        Inst store = null;
        for (Inst i : g.members) {
            if (i.tag != tag) tag = module.tags.merged(tag, i.tag);
            // Each access alone proves its alignment only where it is executed.
            align = Math.min(align, i.align);
            if (store == null && i.op == Op.STORE) store = i;
        }
        Inst address = address(model);
        Inst load = f.newInst(Op.LOAD, g.type, address);
        load.align = align;
        load.tag = tag;
        load.locatedAs(model);
        load.insertBefore(pre.terminator());
        SsaRepair r = new SsaRepair(f, g.type);
        r.define(pre, load);
        // Loads before the first store of their block get the value at its entry.
        List<Inst> early = new ArrayList<>();
        Map<Inst, Inst> known = new HashMap<>();
        List<Block> touched = new ArrayList<>();
        for (Inst i : g.members) if (!touched.contains(i.block)) touched.add(i.block);
        for (Block b : touched) {
            Inst now = null;
            for (Inst i = b.first; i != null; i = i.next) {
                if (!g.members.contains(i)) continue;
                if (i.op == Op.STORE) now = i.arg(1);
                else if (now == null) early.add(i);
                else known.put(i, now);
            }
            if (now != null) r.define(b, now);
        }
        for (Inst i : early) r.atEntry(i.block);
        List<Block> ends = new ArrayList<>();
        for (LoopForest.Exit x : exits) if (!ends.contains(x.to())) ends.add(x.to());
        List<Inst> back = new ArrayList<>();
        for (Block x : ends) {
            Inst s = f.newInst(Op.STORE, Type.VOID, address, r.atEntry(x));
            s.align = align;
            s.tag = tag;
            s.locatedAs(store);
            x.prepend(s);
            back.add(s);
        }
        r.finish();
        for (Inst i : early) known.put(i, r.atEntry(i.block));
        for (Inst i : g.members) {
            if (i.op != Op.LOAD) continue;
            Inst v = known.get(i);
            while (known.containsKey(v)) v = known.get(v);
            known.put(i, v);
            if (i.useCount() > 0) i.replaceAllUsesWith(v);
        }
        for (Inst i : g.members) i.remove();
        accesses.removeAll(g.members);
        // Loops around see the new accesses in their own look.
        if (!back.isEmpty()) accesses.removeIf(i -> i.block == null);
    }

    /** The address as a value that stands in the preheader. */
    private Inst address(Inst access) {
        Inst a = access.arg(0);
        List<Inst> adds = new ArrayList<>();
        while (!isOutside(a)) {
            adds.add(a);
            a = a.arg(0);
        }
        for (Inst add : adds.reversed()) {
            Inst n = f.newInst(Op.PTRADD, Type.PTR, a, add.arg(1));
            n.locatedAs(add);
            n.insertBefore(pre.terminator());
            a = n;
        }
        return a;
    }
}
