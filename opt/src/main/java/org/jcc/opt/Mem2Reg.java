package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Dominators;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Turns stack slots that are only loaded and stored whole into SSA values: pruned SSA by iterated dominance frontiers
 * (Cytron et al., Efficiently Computing Static Single Assignment Form, 1991), with block parameters where phis would be.
 *
 * <p>A slot is promoted if every use is a load from, or a store to, its first byte, of one size, not volatile and not atomic. Accesses of
 * other types of that size (an {@code int} read as {@code float}) become bit casts. A slot that somebody accesses whole as a vector may be
 * accessed by lanes at constant offsets too: those become extractions and insertions. A slot read before it is written holds
 * zero: reading uninitialised memory gives an arbitrary but fixed value. In functions that call {@code setjmp} nothing is
 * promoted: a value changed between the two returns must be in memory (C17 7.13.2.1p3).
 *
 * <p>A parameter on an edge of the indirect branch needs nothing special: the dispatch block is the one place that passes it.
 */
final class Mem2Reg {
    private final Function f;
    private final List<Inst> slots = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    /** Slot number + 1 by instruction id of the alloca. */
    private int[] slotOf;
    private Dominators dom;

    private Mem2Reg(Function f) {
        this.f = f;
    }

    static void run(Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        new Mem2Reg(f).promote();
    }

    private void promote() {
        slotOf = new int[f.instCount()];
        for (Inst i = f.entry().first; i != null; i = i.next) {
            if (i.op != Op.ALLOCA) continue;
            Type t = promotableType(i);
            if (t == null) continue;
            slots.add(i);
            types.add(t);
            slotOf[i.id] = slots.size();
        }
        if (slots.isEmpty()) return;
        dom = new Dominators(f);
        number();
        place();
        rename();
        for (Inst s : slots) {
            // What is left stands in unreachable blocks.
            while (s.useCount() > 0) {
                Inst lane = s.user(0);
                if (lane.op == Op.PTRADD) while (lane.useCount() > 0) drop(lane.user(0));
                drop(lane);
            }
            s.remove();
        }
    }

    private void drop(Inst u) {
        if (u.hasResult() && u.useCount() > 0) u.replaceAllUsesWith(initial(u.type));
        u.remove();
    }

    /** The loads and stores of the slot, through addresses of lanes too. */
    private static void accesses(Inst slot, List<Inst> out) {
        out.clear();
        for (int u = 0; u < slot.useCount(); u++) {
            Inst user = slot.user(u);
            if (user.op != Op.PTRADD) out.add(user);
            else for (int k = 0; k < user.useCount(); k++) out.add(user.user(k));
        }
    }

    /** The type that the slot gets as a value, or null if it cannot be promoted. */
    private static Type promotableType(Inst slot) {
        Type t = null;
        boolean lanes = false;
        for (int u = 0; u < slot.useCount(); u++) {
            Inst user = slot.user(u);
            if (user.op == Op.PTRADD && user.arg(0) == slot && user.arg(1).isConst()) {
                lanes = true;
                continue;
            }
            Type access = accessType(user, slot);
            if (access == null || access.size > slot.imm) return null;
            if (t == null || access.size > t.size) t = access;
        }
        if (t == null) return lanes ? null : Type.I8;
        Type whole = t;
        for (int u = 0; u < slot.useCount() && !t.isVector(); u++) {
            Inst user = slot.user(u);
            Type access = user.op == Op.PTRADD ? null : accessType(user, slot);
            if (access != null && access.isVector() && access.size == t.size) whole = access;
        }
        for (int u = 0; u < slot.useCount(); u++) {
            Inst user = slot.user(u);
            if (user.op == Op.PTRADD) {
                for (int k = 0; k < user.useCount(); k++) {
                    Type access = accessType(user.user(k), user);
                    if (access == null || !isLane(whole, access, user.arg(1).imm)) return null;
                }
            } else {
                Type access = accessType(user, slot);
                if (whole != access && !convertible(whole, access) && !isLane(whole, access, 0)) return null;
            }
        }
        return whole;
    }

    /** The type of a plain access of {@code p}; null if the use is none. */
    private static Type accessType(Inst user, Inst p) {
        Type t;
        if (user.op == Op.LOAD) t = user.type;
        else if (user.op == Op.STORE && user.arg(1) != p) t = user.arg(1).type;
        else return null;
        return user.isPlainAccess() ? t : null;
    }

    /** Is the access one of a lane of the vector, seen as one of lanes of that type? */
    private static boolean isLane(Type vector, Type t, long offset) {
        if (!vector.isVector() || vector.element == Type.I1 || vector.element.isPtr() || t.size >= vector.size) return false;
        if (!(t.isInt() && t.bits >= 8 && t.bits <= 64 || t == Type.F32 || t == Type.F64)) return false;
        return offset >= 0 && offset % t.size == 0 && offset + t.size <= vector.size;
    }

    private static boolean convertible(Type a, Type b) {
        if (a.bits != b.bits || a.size != b.size) return false;
        boolean pointer = a.isPtr() || b.isPtr();
        if (pointer) return (a.isPtr() || a == Type.I64) && (b.isPtr() || b == Type.I64);
        return !(a.isVector() && a.element.isPtr()) && !(b.isVector() && b.element.isPtr());
    }

    private Inst emit(Inst at, Op op, Type t, Inst... args) {
        Inst i = f.newInst(op, t, args);
        i.locatedAs(at);
        i.insertBefore(at);
        return i;
    }

    /** What the access {@code at}, a load, finds in the slot's value. */
    private Inst loaded(Inst now, Inst at) {
        Type t = at.type;
        if (t.size == now.type.size) return convert(now, t, at);
        Inst lanes = convert(now, Type.vector(t, now.type.size / t.size), at);
        return emit(at, Op.EXTRACT, t, lanes, f.iconst(Type.I32, offset(at.arg(0)) / t.size));
    }

    /** The slot's value after the store {@code at}. */
    private Inst stored(int s, Inst old, Inst at) {
        Inst v = at.arg(1);
        Type whole = types.get(s);
        if (v.type.size == whole.size) return convert(v, whole, at);
        Inst lanes = convert(old == null ? value0(s) : old, Type.vector(v.type, whole.size / v.type.size), at);
        return convert(emit(at, Op.INSERT, lanes.type, lanes, v, f.iconst(Type.I32, offset(at.arg(0)) / v.type.size)), whole, at);
    }

    private static long offset(Inst address) {
        return address.op == Op.PTRADD ? address.arg(1).imm : 0;
    }

    /** The value as another type of the same size, computed before {@code at}. */
    private Inst convert(Inst v, Type to, Inst at) {
        if (v.type == to) return v;
        if (v.op == Op.ICONST && v.imm == 0 && v.immHi == 0 && !to.isVector()) return f.zero(to);
        return emit(at, v.type.isPtr() ? Op.PTRTOINT : to.isPtr() ? Op.INTTOPTR : Op.BITCAST, to, v);
    }

    private Inst initial(Type t) {
        if (!t.isVector()) return f.zero(t);
        Inst z = f.newInst(Op.FREEZE, t, f.poison(t));
        f.entry().prepend(z);
        return z;
    }

    // ---- block parameters ----

    /** The slot that each new parameter stands for, by block id: parallel to the tail of the block's parameters. */
    private int[][] newParams;

    private void place() {
        int n = f.blockCount();
        int[][] frontier = frontiers(n);
        newParams = new int[n][];
        int[] defStamp = new int[n];
        int[] liveStamp = new int[n];
        int[] paramStamp = new int[n];
        Inst[] first = new Inst[n];
        Block[] work = new Block[Math.max(16, f.blocks.size())];
        List<Block> defs = new ArrayList<>();
        List<Block> used = new ArrayList<>();
        List<Block> live = new ArrayList<>();
        List<Inst> uses = new ArrayList<>();
        for (int s = 0; s < slots.size(); s++) {
            int stamp = s + 1;
            Inst slot = slots.get(s);
            defs.clear();
            used.clear();
            accesses(slot, uses);
            for (Inst user : uses) {
                Block b = user.block;
                if (!dom.isReachable(b)) continue;
                Inst before = first[b.id];
                if (before == null) used.add(b);
                if (before == null || positions[user.id] < positions[before.id]) first[b.id] = user;
                if (user.op == Op.STORE && defStamp[b.id] != stamp) {
                    defStamp[b.id] = stamp;
                    defs.add(b);
                }
            }
            // Blocks that read the slot before they write it.
            live.clear();
            for (Block b : used) {
                if (readsSlot(first[b.id], s)) live.add(b);
                first[b.id] = null;
            }
            if (defs.isEmpty() || live.isEmpty()) continue;
            // Blocks at whose head the slot's value is needed.
            int k = 0;
            for (Block b : live) {
                liveStamp[b.id] = stamp;
                work[k++] = b;
            }
            while (k > 0) {
                Block b = work[--k];
                for (int e = 0; e < b.predCount(); e++) {
                    Block p = b.pred(e).block;
                    if (liveStamp[p.id] == stamp || defStamp[p.id] == stamp || !dom.isReachable(p)) continue;
                    liveStamp[p.id] = stamp;
                    work[k++] = p;
                }
            }
            for (Block d : defs) work[k++] = d;
            while (k > 0) {
                Block d = work[--k];
                for (int id : frontier[d.id]) {
                    if (paramStamp[id] == stamp || liveStamp[id] != stamp) continue;
                    paramStamp[id] = stamp;
                    int[] old = newParams[id];
                    newParams[id] = old == null ? new int[] {s} : append(old, s);
                    if (defStamp[id] != stamp) work[k++] = byId[id];
                }
            }
        }
        for (Block b : f.blocks) {
            if (newParams[b.id] == null) continue;
            for (int s : newParams[b.id]) b.addParam(types.get(s));
        }
        // The arguments, zero until renaming sets them.
        for (Block b : f.blocks) {
            Inst t = b.terminator();
            if (t == null || t.succCount() == 0) continue;
            Inst[][] extra = null;
            for (int i = 0; i < t.succCount(); i++) {
                int[] ps = newParams[t.succ(i).id];
                if (ps == null) continue;
                if (extra == null) extra = new Inst[t.succCount()][];
                extra[i] = new Inst[ps.length];
                for (int k = 0; k < ps.length; k++) extra[i][k] = f.poison(types.get(ps[k]));
            }
            if (extra != null) t.appendSuccArgs(extra);
        }
    }

    private static int[] append(int[] a, int v) {
        int[] r = Arrays.copyOf(a, a.length + 1);
        r[a.length] = v;
        return r;
    }

    /** A load, or a store of a lane, which leaves the others. */
    private boolean readsSlot(Inst access, int s) {
        return access.op == Op.LOAD || access.arg(1).type.size != types.get(s).size;
    }

    private int[] positions;

    /** Positions of instructions in their blocks, by id. */
    private void number() {
        positions = new int[f.instCount()];
        for (Block x : f.blocks) {
            int n = 0;
            for (Inst i = x.first; i != null; i = i.next) positions[i.id] = n++;
        }
    }

    private Block[] byId;

    /** Dominance frontiers by block id. */
    private int[][] frontiers(int n) {
        byId = new Block[n];
        int[][] df = new int[n][];
        int[] count = new int[n];
        int[] stamp = new int[n];
        for (Block b : f.blocks) {
            byId[b.id] = b;
            df[b.id] = new int[0];
        }
        for (Block b : f.blocks) {
            if (b.predCount() < 2 || !dom.isReachable(b)) continue;
            Block stop = dom.idom(b);
            for (int e = 0; e < b.predCount(); e++) {
                Block r = b.pred(e).block;
                if (!dom.isReachable(r)) continue;
                for (; r != stop && r != null && stamp[r.id] != b.id + 1; r = dom.idom(r)) {
                    stamp[r.id] = b.id + 1;
                    int c = count[r.id]++;
                    if (c == df[r.id].length) df[r.id] = Arrays.copyOf(df[r.id], Math.max(4, c * 2));
                    df[r.id][c] = b.id;
                }
            }
        }
        for (Block b : f.blocks) df[b.id] = Arrays.copyOf(df[b.id], count[b.id]);
        return df;
    }

    // ---- renaming ----

    private void rename() {
        Block[] order = dom.treePreorder();
        Inst[] value = new Inst[slots.size()];
        // Undo log: (slot, old value) pairs, with the mark where each open block's part begins.
        int[] logSlot = new int[64];
        Inst[] logValue = new Inst[64];
        int log = 0;
        int[] marks = new int[order.length + 1];
        int[] levels = new int[order.length + 1];
        int open = 0;
        for (Block b : order) {
            int level = dom.level(b);
            while (open > 0 && levels[open - 1] >= level) {
                int to = marks[--open];
                while (log > to) value[logSlot[--log]] = logValue[log];
            }
            levels[open] = level;
            marks[open++] = log;
            int[] ps = newParams[b.id];
            int params = ps == null ? 0 : ps.length;
            Inst i = b.first;
            for (int k = 0; k < params || i != null; ) {
                int s;
                Inst v;
                Inst next = null;
                if (k < params) {
                    s = ps[k];
                    v = b.params.get(b.params.size() - params + k);
                    k++;
                } else {
                    next = i.next;
                    if (i.op == Op.LOAD && (s = slotNumber(i.arg(0))) >= 0) {
                        Inst now = value[s];
                        if (now == null) now = value0(s);
                        Inst same = loaded(now, i);
                        i.replaceAllUsesWith(same);
                        i.remove();
                        i = next;
                        continue;
                    }
                    if (i.op != Op.STORE || (s = slotNumber(i.arg(0))) < 0) {
                        i = next;
                        continue;
                    }
                    v = stored(s, value[s], i);
                    i.remove();
                    i = next;
                }
                if (log == logSlot.length) {
                    logSlot = Arrays.copyOf(logSlot, log * 2);
                    logValue = Arrays.copyOf(logValue, log * 2);
                }
                logSlot[log] = s;
                logValue[log++] = value[s];
                value[s] = v;
            }
            Inst t = b.terminator();
            if (t == null) continue;
            for (int e = 0; e < t.succCount(); e++) {
                int[] sp = newParams[t.succ(e).id];
                if (sp == null) continue;
                int base = t.succArgCount(e) - sp.length;
                for (int k = 0; k < sp.length; k++) {
                    Inst v = value[sp[k]];
                    t.setSuccArg(e, base + k, v == null ? value0(sp[k]) : v);
                }
            }
        }
    }

    private int slotNumber(Inst a) {
        if (a.op == Op.PTRADD && a.arg(0).op == Op.ALLOCA) a = a.arg(0);
        return a.op == Op.ALLOCA && a.id < slotOf.length ? slotOf[a.id] - 1 : -1;
    }

    private Inst[] initials;

    private Inst value0(int s) {
        if (initials == null) initials = new Inst[slots.size()];
        if (initials[s] == null) initials[s] = initial(types.get(s));
        return initials[s];
    }
}
