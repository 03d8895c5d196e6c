package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * If-conversion: a branch whose two ways meet at once in a block becomes selections of that block's arguments, when what
 * the ways compute is cheap and may be computed in vain. A mispredicted branch costs some fifteen cycles, a selection one.
 *
 * <p>A way is an edge straight to the join, or a block with nothing but a few speculatable operations in it; these lose the flags
 * that would give poison. Limits are those of a target with conditional moves of integers: few selections, none of floating
 * point, whose values have no conditional move; a branch that is known to go one way nearly always stays a branch.
 *
 * <p>Stores that both ways make to one address, or one of them and what stands before the branch, are sunk into the join ({@link StoreSink}): the value
 * that is stored is selected. No store is made where none was.
 *
 * <p>Requires: no empty blocks on a jump's way (cfg). Ensures: no branch around a cheap choice of integers.
 */
final class IfConvert {
    private static final int MAX_SELECTS = 2;
    private static final int MAX_SPECULATED = 3;
    /** Where size counts: a branch takes two bytes, a selection four, and values in two registers. */
    private static final int SMALL_SELECTS = 1, SMALL_SPECULATED = 1;
    /** The cost of a store, unless it is sunk; and of what must stay where it is, more than all stores that may be sunk. */
    private static final int STORE = 10000;
    private static final int NEVER = 100 * STORE;
    /** Per mille: beyond, the branch is predicted well. */
    private static final int LIKELY = 900;

    private final Function f;
    private final StoreSink sink;
    private boolean changed;

    private IfConvert(Module m, Function f) {
        this.f = f;
        sink = new StoreSink(m, f);
    }

    static void run(Module m, Function f) {
        if (f.is(Function.CALLS_SETJMP)) return;
        IfConvert c = new IfConvert(m, f);
        for (int round = 0; round < 4; round++) {
            c.changed = false;
            c.sink.forget();
            // Inner ones first: they come later.
            List<Block> blocks = new ArrayList<>(f.blocks);
            for (int k = blocks.size() - 1; k >= 0; k--) {
                Block b = blocks.get(k);
                if (b.last != null && b.last.op == Op.CONDBR) c.convert(b);
            }
            if (!c.changed) break;
            Cfg.run(f);
        }
    }

    /** The join of a way that begins with an edge: behind a side block, or at the edge's end. */
    private static boolean isSide(Block b, Block from) {
        return b.predCount() == 1 && b != from && !b.addressTaken && b.last.op == Op.BR && b.params.isEmpty() && b.last.succ(0) != b;
    }

    private void convert(Block b) {
        Inst t = b.last;
        if (t.succ(0) == t.succ(1) && t.succ(0) == b) return;
        Block one = t.succ(0);
        Block two = t.succ(1);
        boolean sideOne = isSide(one, b);
        boolean sideTwo = isSide(two, b);
        Block join;
        if (one == two) {
            join = one;
            sideOne = sideTwo = false;
        } else if (sideOne && sideTwo && one.last.succ(0) == two.last.succ(0)) {
            join = one.last.succ(0);
        } else if (sideOne && one.last.succ(0) == two) {
            join = two;
            sideTwo = false;
        } else if (sideTwo && two.last.succ(0) == one) {
            join = one;
            sideOne = false;
        } else {
            return;
        }
        if (join == b || t.imm != 0 && (t.imm >= LIKELY || t.imm <= 1000 - LIKELY)) return;
        Inst edgeOne = sideOne ? one.last : t;
        Inst edgeTwo = sideTwo ? two.last : t;
        int succOne = sideOne ? 0 : t.succ(0) == join ? 0 : 1;
        int succTwo = sideTwo ? 0 : 1;
        if (!sideTwo && t.succ(1) != join) return;
        if (!cheapCondition(t.arg(0))) return;
        int cost = 0;
        int stores = 0;
        if (sideOne) cost += cost(one);
        if (sideTwo) cost += cost(two);
        if (cost >= STORE) {
            stores = sink.find(b, sideOne ? one : null, sideTwo ? two : null, join);
            cost -= stores * STORE;
        }
        if (cost > MAX_SPECULATED) return;
        int selects = stores == 0 ? 0 : sink.selects();
        for (int k = 0; k < join.params.size(); k++) {
            Inst x = edgeOne.succArg(succOne, k);
            Inst y = edgeTwo.succArg(succTwo, k);
            if (x == y) continue;
            if (!selectable(x.type)) return;
            if (!(x.type == Type.I1 || constants(x, y))) selects++;
        }
        boolean small = f.is(Function.OPT_SIZE);
        if (selects > (small ? SMALL_SELECTS : MAX_SELECTS) || selects + cost > (small ? SMALL_SPECULATED : MAX_SPECULATED) + 1) return;
        if (stores > 0) sink.perform();
        if (sideOne) speculate(one, t);
        if (sideTwo) speculate(two, t);
        Inst[] args = new Inst[join.params.size()];
        for (int k = 0; k < args.length; k++) {
            Inst x = edgeOne.succArg(succOne, k);
            Inst y = edgeTwo.succArg(succTwo, k);
            if (x == y) {
                args[k] = x;
                continue;
            }
            Inst s = f.newInst(Op.SELECT, x.type, t.arg(0), x, y);
            s.locatedAs(t);
            s.insertBefore(t);
            args[k] = s;
        }
        Inst br = f.newInst(Op.BR, Type.VOID);
        br.locatedAs(t);
        t.remove();
        b.append(br);
        br.addSucc(join, args);
        changed = true;
    }

    static boolean constants(Inst x, Inst y) {
        // One apart, or a power of two and zero: the condition's value scaled.
        return x.op == Op.ICONST && y.op == Op.ICONST && x.type.bits <= 64 && (Math.abs(x.imm - y.imm) == 1 || (x.imm == 0 || y.imm == 0) && Long.bitCount(x.imm | y.imm) == 1);
    }

    static boolean selectable(Type t) {
        return t.isPtr() || t.isInt() && t.bits <= 64;
    }

    /** Comparisons of floats for equality take two conditions. */
    private static boolean cheapCondition(Inst c) {
        if (c.op != Op.FCMP) return true;
        return switch (c.cond()) {
            case FOEQ, FUNE, FUEQ, FONE -> false;
            default -> c.arg(0).type == Type.F64 || c.arg(0).type == Type.F32;
        };
    }

    private static int cost(Block b) {
        int n = 0;
        for (Inst i = b.first; i != b.last; i = i.next) {
            if (i.op == Op.STORE && StoreSink.isPlain(i)) {
                n += STORE;
                continue;
            }
            if (!i.op.isSpeculatable() || i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC) || i.op == Op.RESULT) return NEVER;
            switch (i.op) {
                case MUL, SMULH, UMULH, CLZ, CTZ, POPCNT, BITREVERSE, ISCONST -> n += 3;
                case TRUNC, BITCAST, PTRTOINT, INTTOPTR, FREEZE, EXPECT -> { }
                case ICMP -> n += 1;
                case PTRADD, ADD, SUB, AND, OR, XOR, SHL, LSHR, ASHR, ROTL, ROTR, ZEXT, SEXT, SELECT, SMIN, SMAX, UMIN, UMAX, BSWAP -> n++;
                default -> {
                    return NEVER;
                }
            }
            if (i.type == Type.I128 || i.type.isVector() || i.type.isFloat()) return NEVER;
        }
        return n;
    }

    /** Moves the side block's operations before the branch. */
    private static void speculate(Block side, Inst t) {
        for (Inst i = side.first, next; i != side.last; i = next) {
            next = i.next;
            i.unlink();
            i.insertBefore(t);
            i.flags &= ~Inst.POISON_FLAGS;
        }
    }
}
