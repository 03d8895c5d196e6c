package org.jcc.opt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Remarks;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Puts copies of bodies in place of calls: of {@code always_inline} functions at every level, of small ones declared {@code inline} in
 * functions that are optimised. A function's callees are dealt with before it, so that a body is copied in its final form; a
 * call within a cycle stays a call. Bodies that serve inlining only (C17 6.7.4p7, {@code gnu_inline}) are dropped at the end.
 *
 * <p>Works on the C shape of calls: an aggregate argument is the address of the caller's value, so the copy of the body gets a slot
 * of its own that is filled at the call; an aggregate result is written to the storage that the caller gave. Slots of the callee
 * become slots of the caller's entry; stack that the callee allocates dynamically is given back where it returns.
 *
 * <p>Not copied: functions that start a variable argument list, look at their frame, call {@code setjmp}, jump to computed labels, or
 * whose labels stand in static data.
 *
 * <p>Requires: calls in the shape of C. Ensures: no body is left that only serves inlining.
 */
final class Inline {
    /** The most instructions of a function declared inline that is copied. */
    private static final int SMALL = 60;
    /** A function that has grown beyond this takes {@code always_inline} bodies only. */
    private static final int LARGE = 20_000;

    private final Module module;
    private final Set<Function> done = new HashSet<>();
    private final Set<Function> open = new HashSet<>();
    private final Set<Function> labelled = new HashSet<>();

    private Inline(Module m) {
        this.module = m;
    }

    static void run(Module m) {
        new Inline(m).run();
    }

    private void run() {
        boolean any = false;
        for (Symbol s : module.symbols) {
            if (s instanceof Function f && f.isDefinition()) any |= f.is(Function.ALWAYS_INLINE | Function.INLINE | Function.GNU_INLINE);
            if (s instanceof GlobalVar g) for (GlobalVar.Reloc r : g.relocs) if (r.block() != null) labelled.add((Function) r.symbol());
        }
        if (!any) return;
        for (Symbol s : List.copyOf(module.symbols)) if (s instanceof Function f && f.isDefinition()) visit(f);
        for (Symbol s : module.symbols) if (s instanceof Function f && f.isDefinition() && f.is(Function.GNU_INLINE)) drop(f);
    }

    private static void drop(Function f) {
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) i.dropOperands();
        f.blocks.clear();
    }

    private void visit(Function f) {
        if (done.contains(f) || !open.add(f)) return;
        List<Inst> calls = new ArrayList<>();
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) if (i.op == Op.CALL && wanted(f, i)) calls.add(i);
        }
        // Depth is bounded by the nesting of functions that are declared inline.
        for (Inst c : calls) visit((Function) c.arg(0).symbol());
        for (Inst c : calls) {
            Function callee = (Function) c.arg(0).symbol();
            if (open.contains(callee) || !fits(c, callee)) continue;
            if (!callee.is(Function.ALWAYS_INLINE) && (f.instCount() > LARGE || size(callee) > SMALL)) continue;
            if (!copyable(callee)) continue;
            if (module.remarks != null) module.remarks.add(Remarks.Kind.OPTIMIZED, Remarks.Group.INLINE, c.loc, f, "inlined " + callee.name + " into " + f.name);
            new Copy(f, c, callee).make();
        }
        open.remove(f);
        done.add(f);
    }

    /** A direct call of a function whose body is at hand and may replace the call. */
    private static boolean wanted(Function f, Inst call) {
        if (call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0 || !(call.arg(0).symbol() instanceof Function callee) || !callee.isDefinition()) return false;
        if (call.call().is(CallInfo.NO_INLINE) || callee == f) return false;
        if (callee.is(Function.ALWAYS_INLINE)) return true;
        return callee.is(Function.INLINE) && !callee.is(Function.NOINLINE | Function.OPT_NONE) && !f.is(Function.OPT_NONE) && callee.linkage != Symbol.Linkage.WEAK;
    }

    /** The call passes what the body takes. */
    private static boolean fits(Inst call, Function callee) {
        CallInfo info = call.call();
        if (callee.signature.variadic() || info.signature.resultInMemory() != callee.signature.resultInMemory()) return false;
        List<Inst> params = callee.params();
        if (params.size() != call.argCount() - 1) return false;
        for (int k = 0; k < params.size(); k++) if (params.get(k).type != call.arg(k + 1).type) return false;
        if (call.type == Type.VOID) return true;
        return callee.signature.result() instanceof AbiType.Scalar s && s.type() == call.type;
    }

    private static int size(Function f) {
        int n = 0;
        for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) if (i.op != Op.ALLOCA) n++;
        return n;
    }

    private boolean copyable(Function f) {
        if (f.is(Function.CALLS_SETJMP | Function.RETURNS_TWICE | Function.NAKED) || labelled.contains(f)) return false;
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
        private final Function f;
        private final Inst call;
        private final Function callee;
        private final Inst[] values;
        private final Block[] blocks;
        private final int scopeBase;

        Copy(Function f, Inst call, Function callee) {
            this.f = f;
            this.call = call;
            this.callee = callee;
            values = new Inst[callee.instCount()];
            blocks = new Block[callee.blockCount()];
            scopeBase = f.scopes.size();
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
                Inst value = call.arg(k + 1);
                if (k >= first && callee.signature.params().get(k - first) instanceof AbiType.Aggregate a) {
                    Inst slot = f.newInst(Op.ALLOCA, Type.PTR);
                    slot.imm = Math.max(1, a.size());
                    slot.align = Math.max(1, a.align());
                    f.entry().prepend(located(slot, call));
                    if (a.size() > 0) {
                        Inst copy = at(before, Op.MEMCPY, Type.VOID, slot, value, f.iconst(Type.I64, a.size()));
                        copy.align = 1;
                    }
                    value = slot;
                }
                values[params.get(k).id] = value;
            }
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
            if (i.op == Op.RET) return null;
            Inst n = f.newInst(i.op, i.type);
            n.flags = i.flags;
            n.align = i.align;
            n.tag = i.tag;
            n.imm = i.imm;
            n.immHi = i.immHi;
            n.aux = i.aux instanceof long[] cases ? cases.clone() : i.aux;
            located(n, i);
            if (i.op == Op.ALLOCA) f.entry().prepend(n);
            else to.append(n);
            return n;
        }

        private Inst value(Inst v) {
            return switch (v.op) {
                case ICONST -> v.type == Type.I128 ? f.iconst128(v.imm, v.immHi) : v.type.isPtr() ? f.ptrConst(v.imm) : f.iconst(v.type, v.imm);
                case FCONST -> f.fconst(v.type, v.imm, v.immHi);
                case SYMBOL -> f.symbol(v.symbol(), v.imm);
                case BLOCKADDR -> f.blockAddr(blocks[((Block) v.aux).id]);
                case POISON -> f.poison(v.type);
                default -> values[v.id];
            };
        }

        private void operands(Inst i, Inst n) {
            Inst[] own = new Inst[i.ownArgCount()];
            for (int k = 0; k < own.length; k++) own[k] = value(i.arg(k));
            if (own.length > 0) n.setArgs(own);
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

        private void leave(Inst ret, Block from, Block after, Inst saved) {
            if (saved != null) located(at(from, Op.STACKRESTORE, Type.VOID, saved), ret);
            Inst br = located(at(from, Op.BR, Type.VOID), ret);
            if (call.hasResult()) br.addSucc(after, ret.argCount() > 0 ? value(ret.arg(0)) : f.poison(call.type));
            else br.addSucc(after);
        }
    }
}
