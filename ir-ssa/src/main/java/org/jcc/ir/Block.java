package org.jcc.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A basic block: parameters, then a linked list of instructions of which only the last is a terminator. Mutable. */
public final class Block {
    private static final Inst[] NO_INSTS = {};

    /** Dense within the function. */
    public final int id;
    public final Function function;
    /** For people: the C label or the kind of statement; null if none. */
    public String name;
    /** Op.PARAM values, in the order of the predecessors' arguments. */
    public final List<Inst> params = new ArrayList<>(0);
    public Inst first;
    public Inst last;
    /** Its address is taken ({@code &&label}). */
    public boolean addressTaken;
    /** Static estimate: executions per 1024 of the function's entry; 0 = unknown. */
    public int frequency;
    /** Index in {@link Function#blocks}; valid after {@link Function#renumber}. */
    public int index;

    private Inst[] preds = NO_INSTS;
    private int[] predSuccs = {};
    private int predCount;

    Block(int id, Function function) {
        this.id = id;
        this.function = function;
    }

    /** The terminator, or null while the block is under construction. */
    public Inst terminator() {
        return last != null && last.isTerminator() ? last : null;
    }

    /** Number of incoming edges; two edges of one terminator count twice. */
    public int predCount() {
        return predCount;
    }

    /** The terminator at the start of edge {@code i}. */
    public Inst pred(int i) {
        return preds[i];
    }

    /** Which successor of {@link #pred} edge {@code i} is. */
    public int predSucc(int i) {
        return predSuccs[i];
    }

    /** The argument that edge {@code i} passes for parameter {@code k}. */
    public Inst predArg(int i, int k) {
        return preds[i].succArg(predSuccs[i], k);
    }

    /** A new last parameter; the caller adds an argument to every predecessor. */
    public Inst addParam(Type type) {
        Inst p = function.newInst(Op.PARAM, type);
        p.block = this;
        p.imm = params.size();
        params.add(p);
        return p;
    }

    /** Removes parameter {@code k} (unused by now) and its argument on every edge. */
    public void removeParam(int k) {
        params.get(k).block = null;
        params.remove(k);
        for (int i = k; i < params.size(); i++) params.get(i).imm = i;
        for (int i = 0; i < predCount; i++) preds[i].removeSuccArg(predSuccs[i], k);
    }

    public void append(Inst i) {
        i.block = this;
        i.prev = last;
        i.next = null;
        if (last != null) last.next = i;
        else first = i;
        last = i;
    }

    /** At the front. */
    public void prepend(Inst i) {
        if (first == null) append(i);
        else i.insertBefore(first);
    }

    int addPred(Inst terminator, int succ) {
        if (predCount == preds.length) {
            preds = Arrays.copyOf(preds, Math.max(2, predCount * 2));
            predSuccs = Arrays.copyOf(predSuccs, preds.length);
        }
        preds[predCount] = terminator;
        predSuccs[predCount] = succ;
        return predCount++;
    }

    void removePred(int pos) {
        int lastPos = --predCount;
        preds[pos] = preds[lastPos];
        predSuccs[pos] = predSuccs[lastPos];
        preds[lastPos] = null;
        if (pos != lastPos) preds[pos].predMoved(predSuccs[pos], pos);
    }

    void predEdgeMoved(int pos, int newSucc) {
        predSuccs[pos] = newSucc;
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
