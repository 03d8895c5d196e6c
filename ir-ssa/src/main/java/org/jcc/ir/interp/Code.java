package org.jcc.ir.interp;

import java.util.Arrays;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * A function decoded for interpretation: instructions as parallel arrays, values as registers. Constants fill the first
 * registers and are copied into each frame, so that operands are read alike. A tuple's results have consecutive registers, and
 * RESULT needs no code. Block arguments become moves on the edges.
 */
final class Code {
    final Function function;
    Op[] op;
    Type[] type;
    /** Type of the first operand, or the stored value's. */
    Type[] from;
    int[] dst;
    int[] a;
    int[] b;
    int[] c;
    long[] imm;
    int[] flags;
    Inst[] inst;
    /** By instruction, for terminators: edge numbers of their successors. */
    int[][] edges;
    /** By edge: where it goes, and its moves (source and destination registers), and the number of instructions of the target. */
    int[] edgeTarget;
    int[][] edgeFrom;
    int[][] edgeTo;
    int[] edgeSteps;

    int registers;
    /** The constants, of the first registers. */
    long[] initial;
    long[] initialHigh;
    byte[] initialPoison;
    /** Some value has a high word; some is a vector. */
    boolean wide;
    boolean vectors;
    /** Registers of the parameters. */
    int[] params;
    /** First instruction by block id. */
    int[] start;
    /** Register by instruction id; -1 none. */
    int[] register;

    Code(Function f, Image image) {
        function = f;
        register = new int[f.instCount()];
        Arrays.fill(register, -1);
        Inst[] constants = f.constants();
        initial = new long[constants.length];
        initialHigh = new long[constants.length];
        initialPoison = new byte[constants.length];
        for (Inst k : constants) {
            if (k.useCount() == 0) continue;
            int r = registers++;
            register[k.id] = r;
            switch (k.op) {
                case ICONST, FCONST -> {
                    initial[r] = k.imm;
                    initialHigh[r] = k.immHi;
                    if (high(k.type)) wide = true;
                }
                case SYMBOL -> initial[r] = image.address(k.symbol()) + k.imm;
                case BLOCKADDR -> initial[r] = image.label((Block) k.aux);
                default -> {
                    initialPoison[r] = 1;
                    if (k.type.isVector()) vectors = true;
                    if (high(k.type)) wide = true;
                }
            }
        }
        initial = Arrays.copyOf(initial, registers);
        initialHigh = Arrays.copyOf(initialHigh, registers);
        initialPoison = Arrays.copyOf(initialPoison, registers);
        int n = 0;
        int edgeCount = 0;
        start = new int[f.blockCount()];
        for (Block blk : f.blocks) {
            start[blk.id] = n;
            for (Inst p : blk.params) define(p);
            for (Inst i = blk.first; i != null; i = i.next) {
                if (i.op == Op.RESULT) continue;
                n++;
                edgeCount += i.succCount();
                if (i.hasResult()) define(i);
            }
        }
        // Results share their tuple's registers.
        for (Block blk : f.blocks) {
            for (Inst i = blk.first; i != null; i = i.next) if (i.op == Op.RESULT) register[i.id] = register[i.arg(0).id] + (int) i.imm;
        }
        op = new Op[n];
        type = new Type[n];
        from = new Type[n];
        dst = new int[n];
        a = new int[n];
        b = new int[n];
        c = new int[n];
        imm = new long[n];
        flags = new int[n];
        inst = new Inst[n];
        edges = new int[n][];
        edgeTarget = new int[edgeCount];
        edgeFrom = new int[edgeCount][];
        edgeTo = new int[edgeCount][];
        edgeSteps = new int[edgeCount];
        int[] size = new int[f.blockCount()];
        for (Block blk : f.blocks) for (Inst i = blk.first; i != null; i = i.next) size[blk.id]++;
        int pc = 0;
        int e = 0;
        for (Block blk : f.blocks) {
            for (Inst i = blk.first; i != null; i = i.next) {
                if (i.op == Op.RESULT) continue;
                op[pc] = i.op;
                type[pc] = i.type;
                inst[pc] = i;
                imm[pc] = i.imm;
                flags[pc] = i.flags;
                dst[pc] = register[i.id];
                int own = i.ownArgCount();
                a[pc] = own > 0 ? register[i.arg(0).id] : 0;
                b[pc] = own > 1 ? register[i.arg(1).id] : a[pc];
                c[pc] = own > 2 ? register[i.arg(2).id] : a[pc];
                from[pc] = i.op == Op.STORE || i.op == Op.CMPXCHG || i.op == Op.ATOMICRMW ? i.arg(1).type : own > 0 ? i.arg(0).type : i.type;
                if (i.succCount() > 0) {
                    edges[pc] = new int[i.succCount()];
                    for (int s = 0; s < i.succCount(); s++) {
                        edges[pc][s] = e;
                        edgeTarget[e] = start[i.succ(s).id];
                        edgeSteps[e] = size[i.succ(s).id];
                        int k = i.succArgCount(s);
                        edgeFrom[e] = new int[k];
                        edgeTo[e] = new int[k];
                        for (int j = 0; j < k; j++) {
                            edgeFrom[e][j] = register[i.succArg(s, j).id];
                            edgeTo[e][j] = register[i.succ(s).params.get(j).id];
                        }
                        e++;
                    }
                }
                pc++;
            }
        }
        params = new int[f.params().size()];
        for (int k = 0; k < params.length; k++) params[k] = register[f.params().get(k).id];
    }

    private void define(Inst i) {
        register[i.id] = registers;
        int n = 1;
        if (i.type == Type.TUPLE) {
            Type[] results = resultTypes(i);
            n = results.length;
            for (Type t : results) kind(t);
        } else {
            kind(i.type);
        }
        registers += n;
    }

    private void kind(Type t) {
        if (t.isVector()) vectors = true;
        else if (high(t)) wide = true;
    }

    static boolean high(Type t) {
        return t.bits > 64 && !t.isVector();
    }

    String where(int pc) {
        return "@" + function.name + ": " + IrPrinter.print(inst[pc]);
    }

    /** The types of a tuple's results. */
    static Type[] resultTypes(Inst i) {
        return switch (i.aux) {
            case CallInfo c -> c.resultTypes;
            case AsmInfo a -> a.resultTypes();
            case null, default -> new Type[] {i.arg(1).type, Type.I1};
        };
    }
}
