package org.jcc.codegen.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.AbiLocations;
import org.jcc.ir.Block;
import org.jcc.ir.BlockFrequency;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Instruction selection, the part that all targets share: the walk and its bookkeeping.
 *
 * <p>Takes an ABI-lowered, legal {@link Function}; gives machine code in SSA form. Blocks are visited in post-order and
 * instructions bottom-up, so that every user is selected before what it uses. A rule of the target that needs a value in a
 * register says {@link #use}; a value that nobody asked for, because its users folded it into an address or an
 * immediate or a memory operand, is never emitted. Pure values are folded wherever the rule likes; a load only into its one
 * user, in the same block, with no write in between: both then have the same <em>effect number</em>
 * ({@link #canFoldLoad}). Constants and frame addresses have no place of their own: each use makes them anew.
 *
 * <p>The instructions of one rule are gathered in forward order and put in front of those of the rules before.
 *
 * <p>Values of a type without registers ({@link #regClass} 0: x87's) live in frame slots: {@link #slot}.
 *
 * <p>Ensures: edges that pass arguments leave blocks of one successor; every virtual register has one definition which
 * dominates its uses.
 */
public abstract class Selector {
    /** The register parameters of the function: one definition each, fixed to its register. */
    public static final PseudoRow ENTRY = new PseudoRow("entry", 0, Row.SIDE_EFFECT, (i, out) -> {});

    /** A value that may be anything, for a successor's parameter: no code. */
    public static final PseudoRow UNDEF = new PseudoRow("undef", 0, 0, (i, out) -> {});

    private final RegisterFile registers;
    public final CodegenOptions options;
    public final Function ir;
    public final MFunction mf;
    /** The block being filled. */
    public MBlock current;
    /** The instruction whose rule runs. */
    public Inst root;

    private final int[] vregs;
    private final int[] slots;
    private final int[] effects;
    private final MBlock[] blocks;
    private final List<List<MBlock>> splits = new ArrayList<>();
    private MInst bufFirst, bufLast;

    public Selector(RegisterFile registers, CodegenOptions options, Function ir, MFunction mf) {
        this.registers = registers;
        this.options = options;
        this.ir = ir;
        this.mf = mf;
        vregs = new int[ir.instCount()];
        slots = new int[ir.instCount()];
        effects = new int[ir.instCount()];
        blocks = new MBlock[ir.blockCount()];
    }

    // ---- what the target supplies ----

    /** The register class of a type's values; 0: they live in frame slots. */
    public abstract int regClass(Type type);

    /** Bytes that a copy or spill of a value must keep; what is above may become zero. */
    protected int spillSize(Type type) {
        return type.size > 16 ? 32 : type.size > 8 ? 16 : 8;
    }

    /** Selects {@code i}: emits instructions that define what is demanded of it. */
    public abstract void select(Inst i);

    /** Emits a constant, symbol address or frame address into a new virtual register, and returns that. */
    public abstract int materialize(Inst c);

    /** Emits a jump. */
    public abstract void jump(MBlock to);

    /** Emits the load of a function's parameter from the incoming stack arguments. */
    public abstract void loadIncoming(Inst param, int offset);

    /** Emits the store of a call's argument to the outgoing stack arguments. */
    public abstract void storeOutgoing(Inst value, int offset);

    /** Emits the copy of a value that lives in slots. */
    public abstract void copySlot(Inst value, int toSlot);

    /** Emits, after a call or at the entry, the move of a value that came in {@code register} to its slot. */
    public abstract void resultToSlot(Inst value, int register);

    /** The value whose register may be read in place of {@code v}'s: through operations that change no bit which counts. */
    public abstract Inst forward(Inst v);

    /** {@link #forward}, also through extensions of values whose registers are extended already. Only its register stands for {@code v}. */
    public Inst inRegister(Inst v) {
        return forward(v);
    }

    // ---- the walk ----

    /** Selects the whole function. */
    public final void run() {
        List<Block> order = postOrder();
        if (ir.level(options.optLevel) > 0) {
            frequency = new BlockFrequency(ir);
            hoisting = new ConstantHoisting(frequency);
            sharing = SlotSharing.run(ir);
        }
        boolean[] rare = mf.mayPartition ? frequency.rare() : null;
        for (Block b : ir.blocks) {
            if (!reached[b.id]) continue;
            MBlock m = blocks[b.id] = mf.newBlock(b.name);
            if (frequency != null) m.frequency = frequency.of(b);
            m.rare = rare != null && rare[b.id];
            m.addressTaken = b.addressTaken;
            m.ir = b;
            if (b == ir.entry()) continue;
            int n = 0;
            int[] ps = new int[b.params.size()];
            for (Inst p : b.params) {
                if (regClass(p.type) == 0) slot(p);
                else ps[n++] = def(p);
            }
            m.params = n == ps.length ? ps : Arrays.copyOf(ps, n);
        }
        for (Block b : order) selectBlock(b);
        if (hoisting != null) hoisting.finish(this);
        for (Block b : ir.blocks) {
            MBlock m = blocks[b.id];
            if (m == null) continue;
            mf.blocks.add(m);
            if (m.id < splits.size() && splits.get(m.id) != null) mf.blocks.addAll(splits.get(m.id));
        }
        finish();
    }

    /** What the target does to the whole function at last. */
    protected void finish() {}

    private boolean[] reached;
    /** Null if the function is not optimised. */
    private BlockFrequency frequency;
    private ConstantHoisting hoisting;
    private Inst[] sharing;

    /**
     * Blocks reachable from the entry or by their address, each after its successors but for those of back edges, so that a value's
     * block comes after those that it dominates; the entry last. A block whose address alone is known comes before all.
     */
    private List<Block> postOrder() {
        reached = new boolean[ir.blockCount()];
        List<Block> fromEntry = new ArrayList<>(ir.blocks.size());
        postOrder(ir.entry(), fromEntry);
        List<Block> out = new ArrayList<>(ir.blocks.size());
        for (Block b : ir.blocks) if (b.addressTaken) postOrder(b, out);
        out.addAll(fromEntry);
        return out;
    }

    private void postOrder(Block start, List<Block> out) {
        if (reached[start.id]) return;
        Block[] stack = new Block[ir.blocks.size() + 1];
        int[] next = new int[stack.length];
        int sp = 0;
        stack[0] = start;
        reached[start.id] = true;
        while (sp >= 0) {
            Inst t = stack[sp].terminator();
            if (t != null && next[sp] < t.succCount()) {
                Block s = t.succ(next[sp]++);
                if (!reached[s.id]) {
                    reached[s.id] = true;
                    stack[++sp] = s;
                    next[sp] = 0;
                }
            } else {
                out.add(stack[sp--]);
            }
        }
    }

    private void selectBlock(Block b) {
        int n = 0;
        for (Inst i = b.first; i != null; i = i.next) {
            effects[i.id] = n;
            if (i.op.writes() || i.op.mayNotReturn()) n++;
        }
        current = blocks[b.id];
        loads.clear();
        for (Inst i = b.last; i != null; i = i.prev) {
            if (!isNeeded(i)) continue;
            root = i;
            if (i.op.mayNotReturn()) loads.clear();
            select(i);
            flush(root);
        }
        if (b == ir.entry()) selectEntry();
    }

    private boolean isNeeded(Inst i) {
        if (i.op == Op.RESULT || i.op == Op.ALLOCA) return false;
        if (vregs[i.id] != 0) return true;
        if (regClass(i.type) == 0 && i.type != Type.VOID && i.type != Type.TUPLE) {
            if (slots[i.id] != 0) return true;
        }
        if (i.op.isTerminator() || i.op.writes() || i.op.mayNotReturn()) return true;
        return !i.isRemovableIfUnused() && i.useCount() == 0;
    }

    private void selectEntry() {
        root = ir.entry().first;
        AbiLocations at = ir.locations;
        MInst entry = new MInst(ENTRY, 8);
        List<Inst> params = ir.params();
        List<Inst> inSlots = new ArrayList<>(0);
        for (int i = 0; i < params.size(); i++) {
            Inst p = params.get(i);
            if (!isDemanded(p)) continue;
            int reg = at == null ? -1 : at.argRegs()[i];
            if (reg < 0) continue;
            if (regClass(p.type) == 0) inSlots.add(p);
            else entry.fixed(vregs[p.id], MInst.DEF, reg);
        }
        if (entry.count > 0) emit(entry);
        for (Inst p : inSlots) resultToSlot(p, at.argRegs()[params.indexOf(p)]);
        for (int i = 0; i < params.size(); i++) {
            Inst p = params.get(i);
            if (isDemanded(p) && at != null && at.argRegs()[i] < 0) loadIncoming(p, at.argOffsets()[i]);
        }
        flush(null);
    }

    /** Puts the gathered instructions in front of the block's. @param of what they do, or null: their accesses are its */
    private void flush(Inst of) {
        if (bufFirst == null) return;
        if (of != null) for (MInst i = bufFirst; i != null; i = i.next) i.access = access(i, of);
        bufLast.next = current.first;
        if (current.first != null) current.first.prev = bufLast;
        else current.last = bufLast;
        current.first = bufFirst;
        bufFirst = bufLast = null;
    }

    // ---- for the rules ----

    /** Appends to the rule's instructions. */
    public final MInst emit(MInst i) {
        i.block = current;
        if (i.loc == 0 && root != null) i.loc = root.loc;
        i.prev = bufLast;
        i.next = null;
        if (bufLast != null) bufLast.next = i;
        else bufFirst = i;
        bufLast = i;
        return i;
    }

    /** What {@link MInst#access} says of an instruction that is a part of {@code root}: a load's tag of what reads, a store's of what writes alone. */
    private static int access(MInst i, Inst root) {
        boolean reads = false;
        boolean writes = false;
        for (int k = 0; k < i.count; k++) {
            if (!i.isMem(k)) continue;
            reads |= i.isUse(k);
            writes |= i.isDef(k);
        }
        if (!reads && !writes) return 0;
        if (root.isVolatile() || root.order() != Inst.NONE) return MInst.ORDERED;
        // A relaxed load is folded into its user.
        for (int k = 0; k < root.argCount(); k++) if (root.arg(k).op == Op.LOAD && root.arg(k).order() != Inst.NONE) return MInst.ORDERED;
        return root.op == Op.LOAD && !writes || root.op == Op.STORE && !reads ? root.tag : 0;
    }

    /** A fresh virtual register for a type. */
    public final int temp(Type type) {
        return mf.newVreg(regClass(type), spillSize(type));
    }

    public final int tempOf(int regClass) {
        return mf.newVreg(regClass, 8);
    }

    /** Of several RESULTs for the same part of a tuple, the one that stands for all. */
    private static Inst canonical(Inst v) {
        if (v.op != Op.RESULT) return v;
        Inst tuple = v.arg(0);
        for (int u = 0; u < tuple.useCount(); u++) {
            Inst r = tuple.user(u);
            if (r.op == Op.RESULT && r.imm == v.imm) return r;
        }
        return v;
    }

    /** The symbol's address is loaded from memory (the GOT), by one instruction. */
    protected boolean isLoaded(Symbol s) {
        return false;
    }

    /** The register of {@code v} as a definition; asking for it demands the value. */
    public final int def(Inst v) {
        v = canonical(v);
        if (vregs[v.id] == 0) vregs[v.id] = temp(v.type);
        return vregs[v.id];
    }

    /** The register of {@code v} for reading. */
    public final int use(Inst v) {
        v = inRegister(v);
        if (!isRematerialized(v)) return def(v);
        Block at = hoisting != null && isWorthKeeping(v) ? hoisting.place(root.block) : null;
        if (at == null) return hoisting != null && !ahead && v.op == Op.SYMBOL && v.imm == 0 && isLoaded(v.symbol()) ? loaded(v) : materialize(v);
        int reg = hoisting.find(at, v);
        if (reg != 0) return reg;
        MInst first = bufFirst;
        MInst last = bufLast;
        bufFirst = bufLast = null;
        ahead = true;
        reg = materialize(v);
        ahead = false;
        hoisting.add(at, v, reg, bufFirst, bufLast);
        bufFirst = first;
        bufLast = last;
        return reg;
    }

    /** An address that memory holds, as the block that is being selected has loaded it. */
    private static final class Loaded {
        final Inst symbol;
        final MInst load;
        final MBlock block;
        /** The operation that demanded it last: the highest in the block so far. */
        Inst root;

        Loaded(Inst symbol, MInst load, MBlock block, Inst root) {
            this.symbol = symbol;
            this.load = load;
            this.block = block;
            this.root = root;
        }
    }

    /** Between two calls: a register that lives across one costs more than the load. */
    private final List<Loaded> loads = new ArrayList<>();
    /** A constant is made for another block. */
    private boolean ahead;

    /** The register with a symbol's address, loaded once for all demands of a block between calls: the load moves up to each that comes. */
    private int loaded(Inst symbol) {
        for (Loaded l : loads) {
            if (l.symbol != symbol || l.block != current) continue;
            if (l.root != root) {
                l.load.remove();
                emit(l.load).loc = root.loc;
                l.root = root;
            }
            return l.load.reg(0);
        }
        int reg = materialize(symbol);
        loads.add(new Loaded(symbol, bufLast, current, root));
        return reg;
    }

    /** The register with a symbol's address of which an offset is to be added, where {@link #isLoaded}. */
    protected final int loadedBase(Symbol s) {
        Inst symbol = ir.symbol(s, 0);
        return ahead || hoisting == null ? materialize(symbol) : use(symbol);
    }

    /** {@link #use} for what is copied to a demanded register or passed on: a constant is made on the spot. */
    public final int useHere(Inst v) {
        v = inRegister(v);
        return isRematerialized(v) ? materialize(v) : def(v);
    }

    /** A constant that takes a register, and more than a short instruction to make: loops keep it. */
    private static boolean isWorthKeeping(Inst v) {
        return switch (v.op) {
            case SYMBOL -> true;
            case FCONST -> v.imm != 0 || v.immHi != 0;
            case ICONST -> v.imm != (int) v.imm && v.type.size >= 8;
            default -> false;
        };
    }

    /** Made anew for every use. */
    public static boolean isRematerialized(Inst v) {
        return v.op.isConstant() || v.op == Op.ALLOCA;
    }

    private static int zone(Inst alloca) {
        int f = alloca.flags;
        return (f & Inst.GUARD) != 0 ? MFunction.Slot.GUARD : (f & Inst.CHARS) != 0 ? MFunction.Slot.CHARS : (f & Inst.ARRAY) != 0 ? MFunction.Slot.ARRAY : MFunction.Slot.PLAIN;
    }

    /** The frame slot of a value without registers, or of an ALLOCA. */
    public final int slot(Inst v) {
        v = canonical(v);
        if (sharing != null && v.id < sharing.length && sharing[v.id] != null) v = sharing[v.id];
        if (slots[v.id] == 0) {
            if (v.op == Op.ALLOCA) {
                slots[v.id] = mf.newSlot(Math.max(v.imm, 1), Math.max(1, v.align));
                mf.slots.get(slots[v.id]).zone = zone(v);
            } else slots[v.id] = mf.newSlot(v.type.size, v.type.align);
        }
        return slots[v.id];
    }

    /** True if somebody asked for the value. */
    public final boolean isDemanded(Inst v) {
        v = canonical(v);
        return vregs[v.id] != 0 || slots[v.id] != 0;
    }

    /** The RESULT {@code index} of a tuple if it is demanded, else null. */
    public final Inst demandedResult(Inst tuple, int index) {
        for (int i = 0; i < tuple.useCount(); i++) {
            Inst u = tuple.user(i);
            if (u.op == Op.RESULT && u.imm == index && isDemanded(u)) return u;
        }
        return null;
    }

    /**
     * True if the load's one user (within the rule of {@link #root}) may access the memory itself. An atomic load is only folded into its own user:
     * what stands between may be selected once for each of several users, and these loads would see different values.
     */
    public final boolean canFoldLoad(Inst load) {
        return load.useCount() == 1 && isUnchanged(load) && (load.order() == Inst.NONE || load.user(0) == root);
    }

    /** True if the load, in this block, finds what the memory still holds at {@link #root}, and may be made there. */
    public final boolean isUnchanged(Inst load) {
        return load.op == Op.LOAD && load.block == root.block && !load.isVolatile() && (load.order() == Inst.NONE || load.order() == Inst.RELAXED)
                && effects[load.id] == effects[root.id];
    }

    /** The instruction that asked for the value is gone: nobody wants it. */
    public final void forget(Inst v) {
        vregs[v.id] = 0;
    }

    /** True if {@code v} is computed only for one user in this block: folding it loses nothing. */
    public final boolean isSingleUse(Inst v) {
        return v.useCount() == 1 && v.block == root.block;
    }

    /** The machine block of an IR block. */
    public final MBlock block(Block b) {
        return blocks[b.id];
    }

    /** The block to branch to for successor {@code k} of the terminator; copies of arguments are arranged. */
    public final MBlock edge(Inst term, int k) {
        MBlock to = blocks[term.succ(k).id];
        if (term.succArgCount(k) == 0) {
            current.addSucc(to);
            return to;
        }
        if (term.succCount() == 1) {
            current.addSucc(to);
            current.args = edgeArgs(term, k);
            return to;
        }
        MBlock from = current;
        MBlock split = edgePart(term, k);
        from.addSucc(split);
        return split;
    }

    /** {@link #edge} for each successor of a terminator that has several. */
    public final MBlock[] edges(Inst term) {
        MBlock from = current;
        MBlock[] to = new MBlock[term.succCount()];
        for (int k = 0; k < to.length; k++) to[k] = term.succArgCount(k) == 0 ? blocks[term.succ(k).id] : edgePart(term, k);
        from.addSuccs(to);
        return to;
    }

    /**
     * The edges of the indirect branch. An edge that passes arguments gets a block for its copies, and that block takes over
     * the label: whoever takes the target's address means the way through it, as a function has one indirect branch.
     */
    public final void indirectEdges(Inst term) {
        MBlock from = current;
        MBlock[] targets = new MBlock[term.succCount()];
        for (int k = 0; k < targets.length; k++) {
            MBlock to = blocks[term.succ(k).id];
            if (term.succArgCount(k) > 0) {
                MBlock part = edgePart(term, k);
                part.ir = to.ir;
                part.addressTaken = true;
                to.addressTaken = false;
                to = part;
            }
            targets[k] = to;
        }
        from.addSuccs(targets);
    }

    /** The exception, where an unwind edge comes in: the personality routine has put it into the first register of exception data. */
    public static final PseudoRow LANDING = new PseudoRow("landing", 0, Row.SIDE_EFFECT, (i, out) -> {});

    /** The end of a block that control does not reach: of no bytes, behind a call that does not return. */
    public static final PseudoRow NOT_REACHED = new PseudoRow("unreached", 0, Row.TRAP | Row.SIDE_EFFECT, (i, out) -> {});

    /** UNREACHABLE ends a block whose last instruction, a call, does not return: nothing needs to stand there. */
    protected static boolean isBehindCall(Inst unreachable) {
        Inst c = unreachable.prev;
        return c != null && c.op == Op.CALL && c.call().is(CallInfo.NORETURN);
    }

    /** Makes the abnormal edges of a call; the block that an unwind edge leads to, or null. It is to be an operand of the call instruction. */
    public final MBlock exits(Inst call) {
        MBlock landing = null;
        mf.sideExits = true;
        for (int k = 1; k < call.succCount(); k++) {
            if (call.succ(k).first.op == Op.LANDING) current.addSucc(landing = blocks[call.succ(k).id]);
            else current.addSucc(edgePart(call, k));
        }
        return landing;
    }

    /** A block of its own for an edge, with its copies and a jump; the caller adds the way there. */
    public final MBlock edgePart(Inst term, int k) {
        MBlock to = blocks[term.succ(k).id];
        MBlock part = newPart(() -> {
            current.addSucc(to);
            current.args = edgeArgs(term, k);
            jump(to);
        });
        if (frequency != null) part.frequency = frequency.of(term.block, k);
        if (mf.mayPartition) part.rare |= to.rare || frequency.isRare(term.block, k);
        return part;
    }

    /** A further block of the IR block at hand, laid out behind it and its earlier parts; {@code body} fills it. */
    public final MBlock newPart(Runnable body) {
        MBlock from = current;
        MInst first = bufFirst;
        MInst last = bufLast;
        bufFirst = bufLast = null;
        MBlock part = mf.newBlock(null);
        int owner = blocks[root.block.id].id;
        while (splits.size() <= owner) splits.add(null);
        if (splits.get(owner) == null) splits.set(owner, new ArrayList<>(2));
        splits.get(owner).add(part);
        part.frequency = from.frequency;
        part.rare = from.rare;
        current = part;
        body.run();
        flush(root);
        current = from;
        bufFirst = first;
        bufLast = last;
        return part;
    }

    private int[] edgeArgs(Inst term, int k) {
        int n = term.succArgCount(k);
        int[] args = new int[n];
        int count = 0;
        List<Inst> params = term.succ(k).params;
        List<Inst> moved = null;
        for (int i = 0; i < n; i++) {
            Inst v = term.succArg(k, i);
            Inst p = params.get(i);
            if (regClass(p.type) != 0) args[count++] = v.op == Op.POISON ? undefined(v.type) : useHere(v);
            else if (v != p) {
                if (moved == null) moved = new ArrayList<>(2);
                moved.add(v);
                moved.add(p);
            }
        }
        if (moved != null) copyInParallel(moved);
        return count == n ? args : Arrays.copyOf(args, count);
    }

    private int undefined(Type t) {
        int d = temp(t);
        emit(new MInst(UNDEF, 1).reg(d, MInst.DEF));
        return d;
    }

    /** Pairs (value, parameter): by way of fresh slots if there is more than one. */
    private void copyInParallel(List<Inst> pairs) {
        if (pairs.size() == 2) {
            copySlot(pairs.get(0), slot(pairs.get(1)));
            return;
        }
        int[] temps = new int[pairs.size() / 2];
        for (int i = 0; i < temps.length; i++) {
            Type t = pairs.get(2 * i + 1).type;
            temps[i] = mf.newSlot(t.size, t.align);
            copySlot(pairs.get(2 * i), temps[i]);
        }
        for (int i = 0; i < temps.length; i++) moveSlot(temps[i], slot(pairs.get(2 * i + 1)), pairs.get(2 * i + 1).type);
    }

    /** Emits a copy between slots. */
    public abstract void moveSlot(int from, int to, Type type);

    // ---- calls ----

    /** Stores the stack arguments of a call, first operand {@code firstArg}. */
    public final void outgoingArgs(Inst call, int firstArg) {
        AbiLocations at = call.call().locations;
        mf.hasCalls = true;
        mf.outgoing = Math.max(mf.outgoing, at.stackBytes());
        for (int i = 0; i < at.argRegs().length; i++) {
            if (at.argRegs()[i] < 0) storeOutgoing(call.arg(firstArg + i), at.argOffsets()[i]);
        }
    }

    /** Adds to a call instruction its register arguments, results and clobbers; emits it and what follows. */
    public final void emitCall(MInst m, Inst call, int firstArg, int[] argVregs) {
        CallInfo info = call.call();
        AbiLocations at = info.locations;
        for (int i = 0; i < at.argRegs().length; i++) {
            if (at.argRegs()[i] >= 0) m.fixed(argVregs[i], MInst.USE, at.argRegs()[i]);
        }
        long preserved = registers.preserved().get(at.preserved());
        long changed = ~preserved;
        if (call.op == Op.CALL && options.ipaRegisters && !ir.is(Function.CALLS_SETJMP) && ir.level(options.optLevel) >= 2 && call.arg(0).op == Op.SYMBOL && call.arg(0).imm == 0) {
            Long known = options.changedBy.get(call.arg(0).symbol());
            if (known != null) changed &= known;
        }
        m.clobbers |= changed;
        List<Inst> inSlots = new ArrayList<>(0);
        List<Integer> slotRegs = new ArrayList<>(0);
        boolean tuple = call.type == Type.TUPLE;
        for (int r = 0; r < at.resultRegs().length; r++) {
            int reg = at.resultRegs()[r];
            if (tuple) {
                for (int u = 0; u < call.useCount(); u++) {
                    Inst res = call.user(u);
                    if (res.op != Op.RESULT || res.imm != r || !isDemanded(res)) continue;
                    if (regClass(res.type) == 0) {
                        inSlots.add(res);
                        slotRegs.add(reg);
                    } else m.fixed(def(res), MInst.DEF, reg);
                    break;
                }
                if (info.resultTypes != null && regClass(info.resultTypes[r]) == 0 && demandedResult(call, r) == null) {
                    inSlots.add(null);
                    slotRegs.add(reg);
                }
            } else if (call.type != Type.VOID) {
                if (regClass(call.type) == 0) {
                    inSlots.add(isDemanded(call) ? call : null);
                    slotRegs.add(reg);
                } else if (isDemanded(call)) m.fixed(def(call), MInst.DEF, reg);
            }
        }
        if (info.is(CallInfo.RETURNS_TWICE)) {
            mf.returnsTwice = true;
            m.aux = MInst.TWICE;
        }
        emit(m);
        for (int i = 0; i < inSlots.size(); i++) resultToSlot(inSlots.get(i), slotRegs.get(i));
    }

    /** The same for a sibling call's jump, with which the function ends. */
    public final void emitSibling(MInst m, Inst call, int[] argVregs) {
        int[] regs = call.call().locations.argRegs();
        for (int i = 0; i < regs.length; i++) m.fixed(argVregs[i], MInst.USE, regs[i]);
        emit(m);
    }

    /** Registers of the register arguments; to be asked for before the call instruction is emitted. */
    public final int[] argVregs(Inst call, int firstArg) {
        AbiLocations at = call.call().locations;
        int[] v = new int[at.argRegs().length];
        for (int i = 0; i < v.length; i++) if (at.argRegs()[i] >= 0 && regClass(call.arg(firstArg + i).type) != 0) v[i] = useHere(call.arg(firstArg + i));
        return v;
    }

    // ---- building by rows ----

    /** A new instruction of a row; operands follow by {@link #r}, {@link MInst#imm}, … in the row's order. */
    public static MInst ins(Row row) {
        return new MInst(row, row.kinds.length + 1);
    }

    /** Adds a register operand with the effect and constraint of the row's next place. A read-write place is a definition. */
    public static MInst r(MInst m, int reg) {
        int i = m.count;
        Kind k = m.row.kinds[i];
        int bits = (m.row.effects[i] & Row.WRITE) != 0 ? MInst.DEF : MInst.USE;
        if (k.mem() && bits == MInst.USE) bits |= MInst.REGMEM;
        if (k.fixed() >= 0) return m.fixed(reg, bits, k.fixed());
        return m.reg(reg, bits);
    }
}
