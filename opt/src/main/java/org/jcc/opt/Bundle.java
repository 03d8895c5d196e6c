package org.jcc.opt;

import java.util.List;
import org.jcc.ir.Inst;
import org.jcc.ir.Type;

/**
 * Scalars that one vector has as its lanes: a node of {@link SlpGraph}. Those of an {@link #owns owning} kind are computed at once, in the vector, where the last of them was;
 * the others are made from what is at hand where they are needed first.
 */
final class Bundle {
    enum Kind {
        STORE,
        /** One scalar of all lanes of the arguments, and of {@link #rest}; its lanes are the operations that this takes, the last one first. */
        REDUCE,
        LOAD, OPERATION,
        /** Additions and subtractions. */
        ALTERNATE,
        /** Lanes of one or two other bundles. */
        SHUFFLE,
        SPLAT, CONSTANT, GATHER
    }

    final Kind kind;
    final Inst[] lanes;
    /** Of the vector; of a STORE that of its value. */
    final Type type;
    /** What the operation works on. */
    final Bundle[] args;
    /** Of a SHUFFLE: the lanes of its arguments, as {@link org.jcc.ir.Op#SHUFFLE} numbers them. */
    int[] order;
    /** Of a REDUCE: scalars that are put to it. */
    List<Inst> rest;
    /** The last of the lanes, and its position in the block; of kinds that own none: -1. */
    Inst last;
    int at = -1;
    /** How many bundles work on it. */
    int uses;
    /** Another bundle with the same first lane, or null. */
    Bundle next;
    /** Union-find: towards the bundle that stands for all that depend on each other. */
    private Bundle up = this;
    /** Of those: the first of their stores, all of them, and what vectors cost more than scalars. */
    Bundle seed;
    Bundle members;
    int cost;
    Bundle nextMember;
    /** Which of those it has been counted for. */
    Bundle countedFor;
    /** Those it stands for are done; of what is put together: is needed. */
    boolean chosen;
    /** What was emitted, or null. */
    Inst value;
    /** Of the lanes that are extracted: what was emitted; null if there are none. */
    Inst[] extracted;

    Bundle(Kind kind, Type type, Inst[] lanes, Bundle... args) {
        this.kind = kind;
        this.type = type;
        this.lanes = lanes;
        this.args = args;
        for (Bundle a : args) if (a != null) a.uses++;
    }

    void setArg(int k, Bundle a) {
        args[k] = a;
        a.uses++;
    }

    boolean owns() {
        return kind.ordinal() <= Kind.ALTERNATE.ordinal();
    }

    Bundle root() {
        Bundle r = this;
        while (r.up != r) r = r.up;
        for (Bundle b = this; b != r; ) {
            Bundle n = b.up;
            b.up = r;
            b = n;
        }
        return r;
    }

    void join(Bundle o) {
        Bundle a = root();
        Bundle b = o.root();
        if (a != b) b.up = a;
    }
}
