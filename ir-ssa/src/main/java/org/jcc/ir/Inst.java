package org.jcc.ir;

import java.util.Arrays;

/**
 * An instruction, a constant or a block parameter: the one mutable node of the IR, and the value it computes.
 *
 * <p>Operands and uses are kept in step: every operand slot knows its place in the operand's use list, so that setting,
 * removing and replacing are constant time per slot. A terminator's operands are its own, followed by the arguments for
 * the parameters of each successor; {@link #succArg} and friends hide the layout. Instructions of a block form a doubly
 * linked list.
 */
public final class Inst {
    // ---- flags ----
    public static final int NSW = 1, NUW = 1 << 1, EXACT = 1 << 2, INBOUNDS = 1 << 3;
    public static final int NNAN = 1 << 4, NINF = 1 << 5, NSZ = 1 << 6, ARCP = 1 << 7, CONTRACT = 1 << 8, REASSOC = 1 << 9;
    public static final int FAST = NNAN | NINF | NSZ | ARCP | CONTRACT | REASSOC;
    /** Floating-point environment: flags are observed; rounding mode may differ from nearest. Neither: the default. */
    public static final int FENV_STRICT = 1 << 10, FENV_DYNAMIC = 1 << 11;
    public static final int VOLATILE = 1 << 12;
    /** The memory is never written while it can be read. */
    public static final int INVARIANT = 1 << 13;
    /** A cmpxchg that may fail spuriously. */
    public static final int WEAK = 1 << 14;
    /** A floating comparison by order that raises no exception for a quiet NaN (C17 7.12.14); without it C's operators are meant (F.9.3). */
    public static final int QUIET = 1 << 15;
    /** Of an ALLOCA, for the stack protector: an array of characters; something with an array in it; the guard itself. */
    public static final int CHARS = 1 << 26, ARRAY = 1 << 27, GUARD = 1 << 28;
    private static final int ORDER_SHIFT = 16, FAIL_ORDER_SHIFT = 20, SPACE_SHIFT = 24;
    /** Of the branch that goes back to a loop's header: no round depends on what an earlier one stores ({@code #pragma GCC ivdep}). */
    public static final int IVDEP = 1 << 30;
    /** The largest {@link #unroll}. */
    public static final int MAX_UNROLL = 65534;

    /** Poison-giving flags, to be dropped when the instruction is speculated or reassociated. */
    public static final int POISON_FLAGS = NSW | NUW | EXACT | INBOUNDS | NNAN | NINF;

    /** Memory orders. NONE: not atomic. GUEST: lifted code's order (IR.md). */
    public static final int NONE = 0, RELAXED = 1, ACQUIRE = 2, RELEASE = 3, ACQ_REL = 4, SEQ_CST = 5, GUEST = 6;

    /** Address spaces: flat, relative to fs, relative to gs ({@code __seg_fs}, {@code __seg_gs}). */
    public static final int SPACE_FLAT = 0, SPACE_FS = 1, SPACE_GS = 2;

    /** What {@link Op#OBJECTSIZE} of a kind gives where nothing is known: as many bytes as there are, or none. */
    public static long unknownSize(long kind) {
        return (kind & 2) != 0 ? 0 : -1;
    }

    private static final Inst[] NO_INSTS = {};
    private static final int[] NO_INTS = {};
    private static final Block[] NO_BLOCKS = {};

    /** Dense within the function. */
    public final int id;
    public Op op;
    public Type type;
    /** See {@link #NSW} … */
    public int flags;
    /** Of memory operations and ALLOCA: guaranteed alignment of the address in bytes. */
    public int align = 1;
    /** Alias tag; 0 aliases everything. */
    public int tag;
    /** Source place. */
    public int loc;
    /** Scope for debugging, an index into {@link Function#scopes}. */
    public int scope;
    public long imm;
    /** Bits 64-127 of an i128 constant, or the rest of an f80, f128. */
    public long immHi;
    public Object aux;

    /** The block it stands in; of a PARAM the block it belongs to; null for constants and removed instructions. */
    public Block block;
    public Inst prev;
    public Inst next;

    private Inst[] args = NO_INSTS;
    private int[] usePos = NO_INTS;
    private int argCount;

    private Inst[] users = NO_INSTS;
    private int[] userSlots = NO_INTS;
    private int userCount;

    private Block[] succs = NO_BLOCKS;
    /** Position of each successor edge in the successor's list of predecessors. */
    private int[] predPos = NO_INTS;
    /** succStart[i] is the operand index of the first argument for successor i; length succs + 1. */
    private int[] succStart;

    Inst(int id, Op op, Type type) {
        this.id = id;
        this.op = op;
        this.type = type;
    }

    // ---- operands ----

    /** Number of operands, successor arguments included. */
    public int argCount() {
        return argCount;
    }

    /** Number of operands without successor arguments. */
    public int ownArgCount() {
        return succs.length == 0 ? argCount : succStart[0];
    }

    public Inst arg(int i) {
        if (i >= argCount) throw new IndexOutOfBoundsException(i + " of " + this);
        return args[i];
    }

    public void setArg(int i, Inst value) {
        if (args[i] == value) return;
        dropUse(i);
        args[i] = value;
        usePos[i] = value.addUse(this, i);
    }

    /** Appends an operand (not for terminators with successors). */
    public void addArg(Inst value) {
        if (succs.length != 0) throw new IllegalStateException("use addSuccArg");
        insertArg(argCount, value);
    }

    private void insertArg(int at, Inst value) {
        if (argCount == args.length) {
            args = Arrays.copyOf(args, Math.max(2, argCount * 2));
            usePos = Arrays.copyOf(usePos, args.length);
        }
        for (int i = argCount; i > at; i--) {
            args[i] = args[i - 1];
            usePos[i] = usePos[i - 1];
            args[i].userSlots[usePos[i]] = i;
        }
        argCount++;
        args[at] = value;
        usePos[at] = value.addUse(this, at);
    }

    /** Removes own operand {@code at}; later ones move down. */
    public void removeArg(int at) {
        dropUse(at);
        argCount--;
        for (int i = at; i < argCount; i++) {
            args[i] = args[i + 1];
            usePos[i] = usePos[i + 1];
            args[i].userSlots[usePos[i]] = i;
        }
        args[argCount] = null;
        if (succs.length != 0) for (int i = 0; i < succStart.length; i++) if (succStart[i] > at) succStart[i]--;
    }

    /** Sets all operands of an instruction without successors. */
    public void setArgs(Inst... values) {
        if (succs.length != 0) throw new IllegalStateException();
        for (int i = 0; i < argCount; i++) dropUse(i);
        args = values.clone();
        argCount = values.length;
        usePos = new int[argCount];
        for (int i = 0; i < argCount; i++) usePos[i] = args[i].addUse(this, i);
    }

    // ---- uses ----

    public int useCount() {
        return userCount;
    }

    /** The instruction of use {@code i}; one that uses the value twice is listed twice. Order is arbitrary but deterministic. */
    public Inst user(int i) {
        return users[i];
    }

    /** The operand index of use {@code i}. */
    public int userSlot(int i) {
        return userSlots[i];
    }

    private int addUse(Inst user, int slot) {
        if (userCount == users.length) {
            users = Arrays.copyOf(users, Math.max(2, userCount * 2));
            userSlots = Arrays.copyOf(userSlots, users.length);
        }
        users[userCount] = user;
        userSlots[userCount] = slot;
        return userCount++;
    }

    private void dropUse(int slot) {
        Inst v = args[slot];
        int pos = usePos[slot];
        int lastPos = --v.userCount;
        Inst moved = v.users[lastPos];
        int movedSlot = v.userSlots[lastPos];
        v.users[pos] = moved;
        v.userSlots[pos] = movedSlot;
        moved.usePos[movedSlot] = pos;
        v.users[lastPos] = null;
    }

    /** Makes every use of this value a use of {@code other}. */
    public void replaceAllUsesWith(Inst other) {
        if (other == this) throw new IllegalArgumentException();
        while (userCount > 0) users[userCount - 1].setArg(userSlots[userCount - 1], other);
    }

    // ---- successors (terminators) ----

    public int succCount() {
        return succs.length;
    }

    public Block succ(int i) {
        return succs[i];
    }

    public int succArgCount(int i) {
        return succStart[i + 1] - succStart[i];
    }

    /** The argument for parameter {@code k} of successor {@code i}. */
    public Inst succArg(int i, int k) {
        return args[succStart[i] + k];
    }

    public void setSuccArg(int i, int k, Inst value) {
        setArg(succStart[i] + k, value);
    }

    /** Operand index of the first argument of successor {@code i}. */
    public int succArgStart(int i) {
        return succStart[i];
    }

    /** The parameter that an operand is passed to; null for one of the instruction's own. */
    public Inst parameterOf(int operand) {
        if (operand < ownArgCount()) return null;
        int s = 0;
        while (operand >= succStart[s + 1]) s++;
        return succs[s].params.get(operand - succStart[s]);
    }

    /** Appends an argument for a new last parameter of successor {@code i}. */
    public void addSuccArg(int i, Inst value) {
        insertArg(succStart[i + 1], value);
        for (int j = i + 1; j < succStart.length; j++) succStart[j]++;
    }

    public void removeSuccArg(int i, int k) {
        int at = succStart[i] + k;
        dropUse(at);
        argCount--;
        for (int j = at; j < argCount; j++) {
            args[j] = args[j + 1];
            usePos[j] = usePos[j + 1];
            args[j].userSlots[usePos[j]] = j;
        }
        args[argCount] = null;
        for (int j = i + 1; j < succStart.length; j++) succStart[j]--;
    }

    /** Appends {@code extra[i]} to the arguments of each successor {@code i} (null: nothing), in one linear sweep. */
    public void appendSuccArgs(Inst[][] extra) {
        int own = succStart[0];
        int total = argCount;
        for (Inst[] e : extra) if (e != null) total += e.length;
        Inst[] all = new Inst[total];
        System.arraycopy(args, 0, all, 0, own);
        int n = own;
        int[] start = new int[succs.length + 1];
        for (int i = 0; i < succs.length; i++) {
            start[i] = n;
            for (int k = succStart[i]; k < succStart[i + 1]; k++) all[n++] = args[k];
            if (extra[i] != null) for (Inst v : extra[i]) all[n++] = v;
        }
        start[succs.length] = n;
        setAll(all, start);
    }

    /** Drops the successor arguments at operand positions where {@code keep} is false, in one linear sweep. */
    public void keepSuccArgs(boolean[] keep) {
        int n = succStart[0];
        Inst[] all = Arrays.copyOf(args, argCount);
        int[] start = new int[succs.length + 1];
        for (int i = 0; i < succs.length; i++) {
            start[i] = n;
            for (int k = succStart[i]; k < succStart[i + 1]; k++) if (keep[k]) all[n++] = args[k];
        }
        start[succs.length] = n;
        setAll(Arrays.copyOf(all, n), start);
    }

    private void setAll(Inst[] all, int[] start) {
        for (int i = 0; i < argCount; i++) dropUse(i);
        args = all;
        argCount = all.length;
        usePos = new int[argCount];
        for (int i = 0; i < argCount; i++) usePos[i] = all[i].addUse(this, i);
        succStart = start;
    }

    /** Makes successor {@code i} another block with these arguments. */
    public void setSucc(int i, Block target, Inst... values) {
        while (succArgCount(i) > 0) removeSuccArg(i, succArgCount(i) - 1);
        if (succs[i] != target) {
            succs[i].removePred(predPos[i]);
            succs[i] = target;
            predPos[i] = target.addPred(this, i);
        }
        for (Inst v : values) addSuccArg(i, v);
    }

    /** Appends a successor. */
    public void addSucc(Block target, Inst... values) {
        int n = succs.length;
        if (n == 0) succStart = new int[] {argCount};
        succs = Arrays.copyOf(succs, n + 1);
        predPos = Arrays.copyOf(predPos, n + 1);
        succStart = Arrays.copyOf(succStart, n + 2);
        succStart[n + 1] = succStart[n];
        succs[n] = target;
        predPos[n] = target.addPred(this, n);
        for (Inst v : values) addSuccArg(n, v);
    }

    /** Sets all successors at once, without arguments: linear for wide switches. */
    public void setSuccs(Block... targets) {
        if (succs.length != 0) throw new IllegalStateException();
        succs = targets.clone();
        predPos = new int[succs.length];
        succStart = new int[succs.length + 1];
        Arrays.fill(succStart, argCount);
        for (int i = 0; i < succs.length; i++) predPos[i] = succs[i].addPred(this, i);
    }

    /** Removes successor {@code i} with its arguments; later ones move down. */
    public void removeSucc(int i) {
        while (succArgCount(i) > 0) removeSuccArg(i, succArgCount(i) - 1);
        succs[i].removePred(predPos[i]);
        int n = succs.length - 1;
        for (int j = i; j < n; j++) {
            succs[j] = succs[j + 1];
            predPos[j] = predPos[j + 1];
            succStart[j] = succStart[j + 1];
            succs[j].predEdgeMoved(predPos[j], j);
        }
        succStart[n] = argCount;
        succs = Arrays.copyOf(succs, n);
        predPos = Arrays.copyOf(predPos, n);
        succStart = Arrays.copyOf(succStart, n + 1);
    }

    void predMoved(int succIndex, int newPos) {
        predPos[succIndex] = newPos;
    }

    // ---- placement ----

    /** Unlinks from the block and drops all operands and successors; the value must be unused. */
    public void remove() {
        if (userCount != 0) throw new IllegalStateException("removed while used: " + this);
        unlink();
        dropOperands();
    }

    /** Drops operands and successors (of dead code with cyclic uses). */
    public void dropOperands() {
        for (int i = 0; i < succs.length; i++) succs[i].removePred(predPos[i]);
        succs = NO_BLOCKS;
        predPos = NO_INTS;
        succStart = null;
        for (int i = 0; i < argCount; i++) {
            dropUse(i);
            args[i] = null;
        }
        argCount = 0;
    }

    /** Takes the instruction out of its block, operands kept, to be inserted elsewhere. */
    public void unlink() {
        if (block == null || op == Op.PARAM) return;
        if (prev != null) prev.next = next;
        else block.first = next;
        if (next != null) next.prev = prev;
        else block.last = prev;
        prev = next = null;
        block = null;
    }

    public void insertBefore(Inst at) {
        block = at.block;
        prev = at.prev;
        next = at;
        if (at.prev != null) at.prev.next = this;
        else block.first = this;
        at.prev = this;
    }

    public void insertAfter(Inst at) {
        block = at.block;
        next = at.next;
        prev = at;
        if (at.next != null) at.next.prev = this;
        else block.last = this;
        at.next = this;
    }

    // ---- attributes ----

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public boolean isVolatile() {
        return (flags & VOLATILE) != 0;
    }

    /** Gives it the source place and the scope of another instruction, in whose stead or for whose sake it is there. */
    public Inst locatedAs(Inst other) {
        loc = other.loc;
        scope = other.scope;
        return this;
    }

    /** Of an operation on memory: neither volatile nor atomic, and in the one address space of plain pointers. */
    public boolean isPlainAccess() {
        return !isVolatile() && order() == NONE && space() == SPACE_FLAT;
    }

    /** Memory order; {@link #NONE} if not atomic. */
    public int order() {
        return flags >>> ORDER_SHIFT & 15;
    }

    /** Order of a cmpxchg that fails. */
    public int failOrder() {
        return flags >>> FAIL_ORDER_SHIFT & 15;
    }

    public void setOrder(int order) {
        flags = flags & ~(15 << ORDER_SHIFT) | order << ORDER_SHIFT;
    }

    public void setFailOrder(int order) {
        flags = flags & ~(15 << FAIL_ORDER_SHIFT) | order << FAIL_ORDER_SHIFT;
    }

    /** Address space. */
    public int space() {
        return flags >>> SPACE_SHIFT & 3;
    }

    public void setSpace(int space) {
        flags = flags & ~(3 << SPACE_SHIFT) | space << SPACE_SHIFT;
    }

    /** Of the branch that goes back to a loop's header: rounds to be done between two tests ({@code #pragma GCC unroll}), 1 for no unrolling, 0 if nothing was said. */
    public int unroll() {
        return op == Op.CONDBR ? (int) immHi : 0;
    }

    public void setUnroll(int rounds) {
        immHi = rounds;
    }

    /** Forgets {@link #unroll} and {@link #IVDEP}: they are of one loop, and this branch is no longer, or not surely, what goes back to its header. */
    public void dropLoopHints() {
        if (op != Op.CONDBR) return;
        immHi = 0;
        flags &= ~IVDEP;
    }

    /** Condition of a comparison. */
    public Cond cond() {
        return Cond.of(imm);
    }

    public boolean isTerminator() {
        return op.isTerminator();
    }

    public boolean isConst() {
        return op == Op.ICONST;
    }

    /** An integer constant with that value (sign-extended). */
    public boolean isConst(long value) {
        return op == Op.ICONST && imm == value && immHi == (type == Type.I128 ? value >> 63 : 0);
    }

    public CallInfo call() {
        return (CallInfo) aux;
    }

    public Symbol symbol() {
        return (Symbol) aux;
    }

    public boolean hasResult() {
        return type != Type.VOID;
    }

    /**
     * Removable when unused: no write, no possible end of control, not volatile or ordered, no observed FP flag. A pure call is, unless
     * it writes an aggregate result.
     */
    public boolean isRemovableIfUnused() {
        if (op.isTerminator() || op.writes() || op.mayNotReturn()) {
            return op == Op.CALL && aux instanceof CallInfo c && (c.attributes & (CallInfo.PURE | CallInfo.CONST)) != 0 && !c.is(CallInfo.NORETURN)
                    && !c.signature.resultInMemory();
        }
        return !isVolatile() && order() <= RELAXED && !(op.isFloating() && has(FENV_STRICT));
    }

    /** For the verifier: operand slots, use lists and edges agree. */
    boolean isLinkedConsistently() {
        for (int i = 0; i < argCount; i++) {
            Inst v = args[i];
            if (v == null || usePos[i] >= v.userCount || v.users[usePos[i]] != this || v.userSlots[usePos[i]] != i) return false;
        }
        for (int i = 0; i < userCount; i++) {
            Inst u = users[i];
            if (userSlots[i] >= u.argCount || u.args[userSlots[i]] != this || u.usePos[userSlots[i]] != i) return false;
        }
        if (succs.length == 0) return true;
        if (succStart.length != succs.length + 1 || succStart[succs.length] != argCount) return false;
        for (int i = 0; i < succs.length; i++) {
            if (succStart[i] > succStart[i + 1] || predPos[i] >= succs[i].predCount()) return false;
            if (succs[i].pred(predPos[i]) != this || succs[i].predSucc(predPos[i]) != i) return false;
        }
        return true;
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder();
        sb.append('v').append(id).append(" = ").append(op.text).append(' ').append(type);
        for (int i = 0; i < argCount; i++) sb.append(i == 0 ? " " : ", ").append('v').append(args[i].id);
        if (imm != 0) sb.append(" #").append(imm);
        if (aux instanceof Symbol) sb.append(' ').append(aux);
        return sb.toString();
    }
}
