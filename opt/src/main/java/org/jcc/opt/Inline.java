package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.BlockFrequency;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Puts copies of bodies in place of calls: of {@code always_inline} functions at every level; of functions that are called once, or whose
 * copy is hardly larger than the call, and of those small enough for the level, in functions that are optimised. A function's callees
 * are dealt with before it, so that a body is copied in its cleaned form; a call within a cycle stays a call.
 *
 * <p>The limits are of gcc's kind (max-inline-insns-auto, -single, large-function-growth), in units of an instruction of the IR
 * that becomes one of the machine. An argument that is constant and decides a branch of the body makes the copy cheaper, a call
 * that is next to never executed dearer. A function that is passed and called in the copy is looked
 * at in turn (-14.5 % instructions of quicksort.c: heapsort's comparison).
 *
 * <p>Works on the C shape of calls: an aggregate argument is the address of the caller's value, so the copy of the body gets a slot
 * of its own that is filled at the call; an aggregate result is written to the storage that the caller gave. Slots of the callee
 * become slots of the caller's entry; stack that the callee allocates dynamically is given back where it returns.
 *
 * <p>The anonymous arguments of a call go to where the body passes them on ({@link CallInfo#VA_ARG_PACK}). A body that is left with such a
 * call, because somebody has its address, traps there.
 *
 * <p>Not copied: functions that start a variable argument list, look at their frame, call {@code setjmp}, jump to computed labels, or
 * whose labels stand in static data; bodies that another module's may replace.
 *
 * <p>Requires: calls in the shape of C, callees done. Ensures: no call of a body that is always inline.
 */
final class Inline {
    /** The largest body that is copied without {@code inline}, at -O1, -O2, -O3; and with it. */
    private static final int[] AUTO = {0, 0, 18, 35};
    private static final int[] DECLARED = {0, 30, 70, 110};
    /** The largest body that is called once and copied where size counts: registers get scarce in what it is copied to. */
    private static final int ONCE_SMALL = 150;
    /** A function may grow to that, and to twice its own size. */
    private static final int LARGE = 2700;
    /** Of a slot that is copied many times the frame gets large. */
    private static final long LARGE_FRAME = 4096;
    /** Copies in copies: a function may be passed to itself. */
    private static final int MAX_DEPTH = 3;

    private final Module module;
    private static final int GUARDED = Function.PROTECT | Function.PROTECT_LOCALS | Function.PROTECT_ARRAYS;

    private final Function f;
    private final int level;
    /** Of the function by now, and what it may become. */
    private int size;
    private int limit;

    private Inline(Module m, Function f) {
        this.module = m;
        this.f = f;
        this.level = Math.min(3, f.level(m.level));
    }

    static void run(Module m, Function f) {
        new Inline(m, f).run();
    }

    /** Drops bodies that serve inlining only (C17 6.7.4p7, {@code gnu_inline}). */
    static void drop(Module m) {
        for (Symbol s : m.symbols) {
            if (!(s instanceof Function f) || !f.isDefinition()) continue;
            if (f.signature.variadic()) trap(f);
            if (!f.is(Function.GNU_INLINE)) continue;
            for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) i.dropOperands();
            f.blocks.clear();
        }
    }

    private void run() {
        List<Inst> calls = new ArrayList<>();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) if (i.op == Op.CALL && candidate(i)) calls.add(i);
        }
        if (calls.isEmpty()) return;
        BlockFrequency profile = level > 0 ? new BlockFrequency(f) : null;
        // The copies change the blocks that it knows.
        double[] often = new double[calls.size()];
        boolean[] cold = new boolean[calls.size()];
        for (int k = 0; profile != null && k < often.length; k++) {
            often[k] = profile.of(calls.get(k).block);
            cold[k] = profile.isCold(calls.get(k).block);
        }
        size = size(f);
        limit = Math.max(LARGE, 2 * size);
        copies(calls, often, cold, 0);
    }

    /** Copies what is wanted to these calls, and then to those in the copies that became direct: the body calls what it was passed. */
    private void copies(List<Inst> calls, double[] often, boolean[] cold, int depth) {
        for (int k = 0; k < often.length; k++) {
            Inst c = calls.get(k);
            Function callee = (Function) c.arg(0).symbol();
            boolean always = callee.is(Function.ALWAYS_INLINE);
            int cost = size(callee);
            if (!always && (level == 0 || !wanted(c, callee, cost, often[k], cold[k]) || size + cost > limit && cost > 8)) continue;
            if (!fits(c, callee) || !copyable(callee)) continue;
            if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.INLINE, c.loc, f, "inlined " + callee.name + " into " + f.name);
            Copy copy = new Copy(module.tags, f, c, callee);
            copy.make();
            size += cost;
            copy.direct.removeIf(d -> !candidate(d));
            int n = copy.direct.size();
            if (n == 0 || depth == MAX_DEPTH) continue;
            double[] oftenIn = new double[n];
            boolean[] coldIn = new boolean[n];
            Arrays.fill(oftenIn, often[k]);
            Arrays.fill(coldIn, cold[k]);
            copies(copy.direct, oftenIn, coldIn, depth + 1);
        }
    }

    private static boolean packLength(Inst i) {
        return i.op == Op.CALL && i.arg(0).op == Op.SYMBOL && i.arg(0).symbol().name.equals(CallInfo.PACK_LENGTH);
    }

    /** Ends blocks before what asks for anonymous arguments of a function that was not inlined. */
    private static void trap(Function f) {
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (!packLength(i) && (i.op != Op.CALL || !i.call().is(CallInfo.VA_ARG_PACK))) continue;
                Unreachable.end(b, i, f.newInst(Op.TRAP, Type.VOID));
                break;
            }
        }
    }

    /** A direct call of a function whose body is at hand and may replace the call. */
    private boolean candidate(Inst call) {
        if (call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0 || !(call.arg(0).symbol() instanceof Function callee) || !callee.isDefinition()) return false;
        if (call.call().is(CallInfo.NO_INLINE) || callee == f || callee.node == null || !callee.node.done) return false;
        // Code may run only where its instructions exist.
        if (!callee.features.isEmpty() && !callee.features.equals(f.features) && !module.target.features().includes(f.features, callee.features)) return false;
        if (callee.is(Function.ALWAYS_INLINE)) return true;
        // A guard is not lost, nor set up where the attribute says that there must be none.
        if (callee.is(GUARDED) && !f.is(GUARDED) || callee.is(Function.NO_STACK_PROTECTOR) && f.is(GUARDED)) return false;
        if (level == 0 || callee.is(Function.NOINLINE | Function.OPT_NONE) || callee.linkage == Symbol.Linkage.WEAK || callee.node.recursive) return false;
        boolean replaceable = module.preemptible && callee.linkage == Symbol.Linkage.EXTERNAL && callee.visibility == Symbol.Visibility.DEFAULT;
        return !replaceable || callee.is(Function.INLINE);
    }

    private boolean wanted(Inst call, Function callee, int cost, double often, boolean cold) {
        boolean small = f.is(Function.OPT_SIZE);
        // A call takes no register from its surroundings, a copy does.
        int growth = cost - (small ? 1 : 3) - call.argCount();
        if (growth <= 0) return true;
        boolean once = callee.linkage == Symbol.Linkage.INTERNAL && callee.node.sites == 1 && !callee.node.addressTaken && !callee.used;
        if (once && !f.is(Function.OPT_DEBUG) && !callee.is(Function.NOCLONE) && frame(callee) <= LARGE_FRAME && !(cold && cost > 40) && !(small && cost > ONCE_SMALL)) return true;
        if (small || callee.is(Function.COLD) || cold) return false;
        int limit = callee.is(Function.INLINE) ? DECLARED[level] : AUTO[level];
        for (int k = 1; k < call.argCount() && k <= callee.params().size(); k++) if (call.arg(k).op.isConstant() && decides(callee.params().get(k - 1))) limit += limit / 2;
        if (often >= 4) limit += limit / 2;
        if (callee.is(Function.HOT)) limit *= 2;
        return cost <= limit;
    }

    /** The parameter is compared, switched on or called. */
    private static boolean decides(Inst p) {
        for (int u = 0; u < p.useCount() && u < 16; u++) {
            Op o = p.user(u).op;
            if (o == Op.ICMP || o == Op.SWITCH || o == Op.CALL && p.userSlot(u) == 0) return true;
        }
        return false;
    }

    private static long frame(Function f) {
        long n = 0;
        for (Inst i = f.entry().first; i != null; i = i.next) if (i.op == Op.ALLOCA) n += i.imm;
        return n;
    }

    /** The call passes what the body takes. */
    private static boolean fits(Inst call, Function callee) {
        CallInfo info = call.call();
        if (info.is(CallInfo.VA_ARG_PACK) && !callee.signature.variadic() || info.signature.resultInMemory() != callee.signature.resultInMemory()) return false;
        List<Inst> params = callee.params();
        if (callee.signature.variadic() ? params.size() > call.argCount() - 1 : params.size() != call.argCount() - 1) return false;
        for (int k = 0; k < params.size(); k++) if (params.get(k).type != call.arg(k + 1).type) return false;
        if (call.type == Type.VOID) return true;
        return callee.signature.result() instanceof AbiType.Scalar s && s.type() == call.type;
    }

    /** Machine instructions that the body may become. */
    private static int size(Function f) {
        int n = 0;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                switch (i.op) {
                    case ALLOCA, BR, TRUNC, EXPECT, PTRTOINT, INTTOPTR, BITCAST, RESULT, RET, UNREACHABLE, FREEZE, ISCONST, OBJECTSIZE, SUBOBJECT -> { }
                    case PTRADD -> n += i.arg(1).op == Op.ICONST ? 0 : 1;
                    case CALL -> n += 2 + i.argCount();
                    case SWITCH -> n += 2 + i.succCount();
                    case MEMCPY, MEMMOVE, MEMSET -> n += 4;
                    case ICMP, FCMP -> n += i.useCount() == 1 && i.user(0).op == Op.CONDBR ? 0 : 1;
                    case CONDBR -> n += 2;
                    default -> n++;
                }
            }
        }
        return n;
    }

    private boolean copyable(Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.RETURNS_TWICE | Function.NAKED) || f.node.labelsInData) return false;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                switch (i.op) {
                    case VASTART, INDIRECTBR -> {
                        return false;
                    }
                    case FRAMEADDR, RETADDR -> {
                        if (!f.is(Function.ALWAYS_INLINE)) return false;
                    }
                    default -> { }
                }
            }
        }
        return true;
    }

    /** One copy of a body. */
    private static final class Copy {
        private final AliasTags tags;
        /** The call may be executed more than once in one execution of the caller. */
        private final boolean inCycle;
        private int[] scopeCopies = new int[1];
        private final Function f;
        private final Inst call;
        private final Function callee;
        private final Inst[] values;
        private final Block[] blocks;
        private final int scopeBase;
        /** The call's anonymous arguments, and their shapes. */
        private final List<Inst> extra = new ArrayList<>();
        private final List<AbiType> extraShapes = new ArrayList<>();
        /** Calls of what the body was passed, which the copy knows. */
        final List<Inst> direct = new ArrayList<>(0);

        Copy(AliasTags tags, Function f, Inst call, Function callee) {
            this.tags = tags;
            this.inCycle = tags.hasScopes() && isInCycle(call.block);
            this.f = f;
            this.call = call;
            this.callee = callee;
            values = new Inst[callee.instCount()];
            blocks = new Block[callee.blockCount()];
            scopeBase = f.scopes.size();
        }

        private static boolean isInCycle(Block start) {
            boolean[] seen = new boolean[start.function.blockCount()];
            List<Block> work = new ArrayList<>();
            work.add(start);
            for (int k = 0; k < work.size(); k++) {
                Inst t = work.get(k).last;
                for (int s = 0; s < t.succCount(); s++) {
                    Block b = t.succ(s);
                    if (b == start) return true;
                    if (seen[b.id]) continue;
                    seen[b.id] = true;
                    work.add(b);
                }
            }
            return false;
        }

        void make() {
            for (Function.Scope s : callee.scopes) f.scopes.add(new Function.Scope(s.parent() < 0 ? call.scope : scopeBase + s.parent(), s.parent() < 0 ? call.loc : s.loc(), s.inlined()));
            f.attributes |= callee.attributes & Function.HAS_LABEL_ADDRESS;
            Block before = call.block;
            int place = f.blocks.indexOf(before) + 1;
            int old = f.blocks.size();
            boolean dynamic = false;
            for (Block b : callee.blocks) {
                Block n = f.newBlock(b.name);
                n.addressTaken = b.addressTaken;
                blocks[b.id] = n;
                if (b != callee.entry()) for (Inst p : b.params) values[p.id] = located(n.addParam(p.type), p);
                for (Inst i = b.first; i != null; i = i.next) dynamic |= i.op == Op.DYNALLOCA;
            }
            Block after = split(before);
            Inst saved = dynamic ? at(before, Op.STACKSAVE, Type.PTR) : null;
            arguments(before);
            // Instructions first, operands then: a block may stand before one that defines what it uses.
            for (Block b : callee.blocks) {
                for (Inst i = b.first; i != null; i = i.next) values[i.id] = shell(i, blocks[b.id]);
            }
            for (Block b : callee.blocks) {
                for (Inst i = b.first; i != null; i = i.next) {
                    if (i.op == Op.RET) leave(i, blocks[b.id], after, saved);
                    else operands(i, values[i.id]);
                }
            }
            at(before, Op.BR, Type.VOID).addSucc(blocks[callee.entry().id]);
            callee.node.sites--;
            if (call.useCount() > 0) call.replaceAllUsesWith(after.params.get(0));
            else if (!after.params.isEmpty()) after.removeParam(0);
            call.remove();
            // The new blocks follow the caller's.
            List<Block> fresh = f.blocks.subList(old, f.blocks.size());
            List<Block> moved = List.copyOf(fresh);
            fresh.clear();
            f.blocks.addAll(place, moved);
            f.renumber();
        }

        /** What follows the call becomes a block of its own, after those of the body. */
        private Block split(Block before) {
            Block after = f.newBlock(null);
            if (call.hasResult()) located(after.addParam(call.type), call);
            after.first = call.next;
            after.last = before.last;
            call.next.prev = null;
            for (Inst i = call.next; i != null; i = i.next) i.block = after;
            call.next = null;
            before.last = call;
            return after;
        }

        private void arguments(Block before) {
            List<Inst> params = callee.params();
            int first = callee.signature.resultInMemory() ? 1 : 0;
            for (int k = 0; k < params.size(); k++) {
                values[params.get(k).id] = argument(before, call.arg(k + 1), k < first ? null : callee.signature.params().get(k - first));
            }
            if (!callee.signature.variadic()) return;
            List<AbiType> shapes = call.call().signature.params();
            for (int k = params.size(); k < call.argCount() - 1; k++) {
                extraShapes.add(shapes.get(k - first));
                extra.add(argument(before, call.arg(k + 1), shapes.get(k - first)));
            }
        }

        /** The value that the body sees: of an aggregate a copy. */
        private Inst argument(Block before, Inst value, AbiType shape) {
            if (!(shape instanceof AbiType.Aggregate a)) return value;
            Inst slot = f.newInst(Op.ALLOCA, Type.PTR);
            slot.imm = Math.max(1, a.size());
            slot.align = Math.max(1, a.align());
            f.entry().prepend(located(slot, call));
            if (a.size() > 0) {
                Inst copy = at(before, Op.MEMCPY, Type.VOID, slot, value, f.iconst(Type.I64, a.size()));
                // As ABI lowering takes it.
                copy.align = Math.max(1, Math.min(8, a.align()));
            }
            return slot;
        }

        private Inst at(Block b, Op op, Type t, Inst... args) {
            Inst i = f.newInst(op, t, args);
            b.append(located(i, call));
            return i;
        }

        private Inst located(Inst i, Inst from) {
            i.loc = from.loc;
            i.scope = from == call ? call.scope : scopeBase + from.scope;
            return i;
        }

        private Inst shell(Inst i, Block to) {
            if (i.op == Op.RET || i.op == Op.RESTRICT) return null;
            if (packLength(i) && !call.call().is(CallInfo.VA_ARG_PACK)) return f.iconst(Type.I32, extra.size());
            Inst n = f.newInst(i.op, i.type);
            n.flags = i.flags;
            n.align = i.align;
            n.tag = tag(i.tag);
            n.imm = i.imm;
            n.immHi = i.immHi;
            n.aux = i.aux instanceof long[] cases ? cases.clone() : i.aux;
            located(n, i);
            if (i.op == Op.ALLOCA) f.entry().prepend(n);
            else to.append(n);
            if (i.op == Op.CALL && i.arg(0).op == Op.SYMBOL && i.arg(0).symbol() instanceof Function g && g.node != null) g.node.sites++;
            if (!packLength(i) || extra.isEmpty()) return n;
            // The call's own anonymous arguments, and those of the function around it.
            n.setArgs(value(i.arg(0)));
            Inst sum = f.newInst(Op.ADD, Type.I32, n, f.iconst(Type.I32, extra.size()));
            located(sum, i);
            to.append(sum);
            return sum;
        }

        private Inst value(Inst v) {
            return switch (v.op) {
                case ICONST -> v.type == Type.I128 ? f.iconst128(v.imm, v.immHi) : v.type.isPtr() ? f.ptrConst(v.imm) : f.iconst(v.type, v.imm);
                case FCONST -> f.fconst(v.type, v.imm, v.immHi);
                case SYMBOL -> f.symbol(v.symbol(), v.imm);
                case BLOCKADDR -> f.blockAddr(blocks[((Block) v.aux).id]);
                case POISON -> f.poison(v.type);
                case RESTRICT -> value(v.arg(0));
                default -> values[v.id];
            };
        }

        /** In scopes of its own; in none if there may be several executions of the copy, which a tag does not tell apart. */
        private int tag(int tag) {
            if (!tags.hasScopes()) return tag;
            if (inCycle) return tags.unscoped(tag);
            scopeCopies = tags.copied(tag, scopeCopies);
            return scopeCopies[0];
        }

        private void operands(Inst i, Inst n) {
            if (n == null || n.op == Op.ICONST || n.op != i.op) return;
            boolean pack = i.op == Op.CALL && i.call().is(CallInfo.VA_ARG_PACK);
            Inst[] own = new Inst[i.ownArgCount() + (pack ? extra.size() : 0)];
            for (int k = 0; k < i.ownArgCount(); k++) own[k] = value(i.arg(k));
            if (pack) {
                for (int k = 0; k < extra.size(); k++) own[i.ownArgCount() + k] = extra.get(k);
                n.aux = packed(i);
            }
            if (own.length > 0) n.setArgs(own);
            if (n.op == Op.CALL && n.arg(0).op == Op.SYMBOL && i.arg(0).op != Op.SYMBOL && n.arg(0).symbol() instanceof Function g && g.node != null) {
                g.node.sites++;
                direct.add(n);
            }
            if (i.succCount() == 0) return;
            Block[] targets = new Block[i.succCount()];
            Inst[][] args = new Inst[targets.length][];
            boolean any = false;
            for (int s = 0; s < targets.length; s++) {
                targets[s] = blocks[i.succ(s).id];
                args[s] = new Inst[i.succArgCount(s)];
                for (int k = 0; k < args[s].length; k++) args[s][k] = value(i.succArg(s, k));
                any |= args[s].length > 0;
            }
            n.setSuccs(targets);
            if (any) n.appendSuccArgs(args);
        }

        /** A call that passes the anonymous arguments on. */
        private CallInfo packed(Inst at) {
            CallInfo old = at.call();
            Signature s = old.signature;
            List<AbiType> all = new ArrayList<>(s.params());
            all.addAll(extraShapes);
            // The call's own may in turn be those of the function around it.
            int attributes = call.call().is(CallInfo.VA_ARG_PACK) ? old.attributes : old.attributes & ~CallInfo.VA_ARG_PACK;
            int fixed = at.arg(0).op == Op.SYMBOL && at.arg(0).symbol() instanceof Function g ? Math.min(g.signature.fixed(), all.size()) : s.fixed();
            return new CallInfo(new Signature(s.result(), all, fixed, s.variadic(), s.unprototyped(), s.convention()), attributes);
        }

        private void leave(Inst ret, Block from, Block after, Inst saved) {
            if (saved != null) located(at(from, Op.STACKRESTORE, Type.VOID, saved), ret);
            Inst br = located(at(from, Op.BR, Type.VOID), ret);
            if (call.hasResult()) br.addSucc(after, ret.argCount() > 0 ? value(ret.arg(0)) : f.poison(call.type));
            else br.addSucc(after);
        }
    }
}
