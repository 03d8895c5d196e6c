package org.jcc.codegen.mir;

import java.util.Arrays;
import java.util.LinkedHashSet;
import org.jcc.asm.Row;

/**
 * A machine basic block: parameters, instructions, successors with their arguments. The branches stand last, each naming
 * its target by a BLOCK operand; {@link #succs} is the graph. A block that passes arguments has one successor (edges that
 * pass arguments from a branch are split), so that copies find a place. Mutable.
 */
public final class MBlock {
    private static final int[] NO_ARGS = {};

    /** Dense within the function; the index in {@link MFunction#blocks} until layout. */
    public final int id;
    /** The IR block's name, for people. */
    public String name;
    public int[] params = NO_ARGS;
    public MInst first, last;
    public MBlock[] succs = {};
    /** For the parameters of the only successor. */
    public int[] args = NO_ARGS;
    /** Its address is taken: it needs a label that is an indirect branch's target. */
    public boolean addressTaken;
    /** Assembly text may jump to it: its label has a name. */
    public boolean named;
    /** Executions for one of the function. */
    public double frequency = 1;
    /** Next to never runs. */
    public boolean rare;
    /** Lies in the function's cold part, behind all blocks that do not. */
    public boolean cold;
    /** Bytes to which its first instruction is aligned where few are lost by that, or 0. */
    public int align;
    /** The most bytes that are lost by that; 0: as many as it takes. */
    public int alignSkip;
    /** Runs without a frame: before {@link MFunction#prologue}, or on ways that do not lead there. */
    public boolean bare;
    /** The IR block it begins, or null. */
    public org.jcc.ir.Block ir;

    MBlock(int id) {
        this.id = id;
    }

    public void append(MInst i) {
        i.block = this;
        i.prev = last;
        i.next = null;
        if (last != null) last.next = i;
        else first = i;
        last = i;
    }

    public void prepend(MInst i) {
        if (first == null) append(i);
        else i.insertBefore(first);
    }

    public void addSucc(MBlock b) {
        for (MBlock s : succs) if (s == b) return;
        succs = Arrays.copyOf(succs, succs.length + 1);
        succs[succs.length - 1] = b;
    }

    /** {@link #addSucc} for many. */
    public void addSuccs(MBlock... more) {
        LinkedHashSet<MBlock> all = new LinkedHashSet<>(Arrays.asList(succs));
        all.addAll(Arrays.asList(more));
        succs = all.toArray(MBlock[]::new);
    }

    /** The first of the branches at the end, or null if the block just falls through. */
    public MInst firstBranch() {
        MInst i = last;
        if (i == null || !i.isBranch()) return null;
        while (i.prev != null && i.prev.isBranch()) i = i.prev;
        return i;
    }

    /**
     * The call or assembly text from which control may go straight to successor {@code s}, without what stands behind it in this block; null if
     * the branches at the end lead there. Only functions with {@link MFunction#sideExits} have such.
     */
    public MInst exit(MBlock s) {
        MInst branch = firstBranch();
        if (branch == null) return null;
        for (MInst i = branch; i != null; i = i.next) if (i.isTo(s) || !i.namesBlock()) return null;
        for (MInst i = branch.prev; i != null; i = i.prev) if (i.row.is(Row.CALL) || i.isTo(s)) return i;
        return null;
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
