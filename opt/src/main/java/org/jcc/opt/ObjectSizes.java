package org.jcc.opt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Answers {@code __builtin_object_size} and {@code __builtin_dynamic_object_size} (GCC manual 6.58), which {@code -D_FORTIFY_SOURCE} asks of every destination: how many bytes
 * there are from a pointer to the end of its object. Objects are variables, string literals, what {@code alloca}, {@code malloc} and functions with {@code alloc_size} give, and, for
 * kinds 1 and 3, the members that {@link Op#SUBOBJECT} marks.
 *
 * <p>A data-flow problem over the pointers that reach the question: each has the bytes to its object's end and the object's whole bytes (for steps backwards). At joins the upper
 * bounds (kinds 0, 1) take the larger, the lower ones (2, 3) the smaller; what is not known, -1 or 0, absorbs all. Loops are iterated to a fixed point; what still moves after
 * {@link #ROUNDS} rounds is not known. The dynamic form puts the same in instructions beside the pointers, if each origin is known.
 *
 * <p>Twice: right after inlining for subobjects, whose marks are gone after that ({@link #early}, what is not known is asked again in callers), and at the end of the
 * inter-procedural passes for all that is left ({@link #late}).
 *
 * <p>As gcc's tree-object-size. Requires: pointers in values. Ensures: early no subobject, late no objectsize. Gain: 17 more of gcc's 55 tests of builtins pass, 53 in all; code without the
 * question is the same, and pays one look at each function.
 */
final class ObjectSizes {
    /** Values that one question looks at. */
    private static final int LIMIT = 1000;
    /** Times that a loop is gone round before what still changes is given up. */
    private static final int ROUNDS = 4;

    private final Module m;
    private final Function f;
    /** By kind and value: the state, and the two answers. */
    private final byte[][] states = new byte[4][];
    private final long[][] sizes = new long[4][];
    private final long[][] wholes = new long[4][];
    /** Of the value that is looked at. */
    private long size;
    private long whole;
    private static final byte NEW = 0, OPEN = 1, DONE = 2, UNKNOWN = 3;

    private ObjectSizes(Module m, Function f) {
        this.m = m;
        this.f = f;
    }

    static void early(Module m, Function f) {
        run(m, f, false);
    }

    static void late(Module m, Function f) {
        run(m, f, true);
    }

    private static void run(Module m, Function f, boolean late) {
        List<Inst> questions = null;
        List<Inst> marks = null;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.OBJECTSIZE) {
                    if (questions == null) questions = new ArrayList<>();
                    questions.add(i);
                } else if (i.op == Op.SUBOBJECT) {
                    if (marks == null) marks = new ArrayList<>();
                    marks.add(i);
                }
            }
        }
        if (questions != null) {
            ObjectSizes s = new ObjectSizes(m, f);
            for (Inst q : questions) {
                if (!late && (q.imm & 1) == 0) continue;
                Inst answer = s.answer(q);
                if (answer == null && late) answer = f.iconst(Type.I64, Inst.unknownSize(q.imm));
                if (answer == null) continue;
                q.replaceAllUsesWith(answer);
                q.remove();
            }
        }
        if (marks == null) return;
        for (Inst i : marks) {
            if (i.useCount() > 0) i.replaceAllUsesWith(i.arg(0));
            i.remove();
        }
    }

    /** Null if it is not known. */
    private Inst answer(Inst question) {
        Inst p = question.arg(0);
        int kind = (int) question.imm & 3;
        long n = solve(p, kind);
        boolean known = n != Inst.unknownSize(kind);
        if ((question.imm & 4) == 0) return known ? f.iconst(Type.I64, n) : null;
        // Where both bounds agree there is nothing to compute.
        if (known && solve(p, kind ^ 2) == n) return f.iconst(Type.I64, n);
        DynamicSizes d = new DynamicSizes(f, this, (kind & 1) != 0);
        return d.isKnown(p) ? d.size(p) : null;
    }

    // ---- the data-flow problem ----

    private long solve(Inst p, int kind) {
        if (sizes[kind] == null) {
            sizes[kind] = new long[f.instCount()];
            wholes[kind] = new long[f.instCount()];
            states[kind] = new byte[f.instCount()];
        }
        if (p.id >= sizes[kind].length) return Inst.unknownSize(kind);
        byte[] state = states[kind];
        if (state[p.id] == NEW) {
            List<Inst> order = reached(p, state);
            // From the best that could be: no bytes for an upper bound, all for a lower one.
            for (Inst v : order) if (state[v.id] == OPEN) sizes[kind][v.id] = wholes[kind][v.id] = kind < 2 ? 0 : -1;
            for (int round = 1; iterate(order, kind, round > ROUNDS); round++) { }
            for (Inst v : order) state[v.id] = DONE;
        }
        return sizes[kind][p.id];
    }

    /** The values that the pointer's answer depends on and that have none yet, operands first; those beyond the limit are unknown. */
    private static List<Inst> reached(Inst p, byte[] state) {
        List<Inst> order = new ArrayList<>();
        List<Inst> way = new ArrayList<>();
        int[] next = new int[16];
        way.add(p);
        state[p.id] = OPEN;
        int seen = 1;
        while (!way.isEmpty()) {
            int top = way.size() - 1;
            Inst v = way.get(top);
            if (state[v.id] == OPEN && next[top] < operands(v)) {
                Inst o = operand(v, next[top]++);
                if (state[o.id] != NEW) continue;
                state[o.id] = ++seen > LIMIT ? UNKNOWN : OPEN;
                way.add(o);
                if (top + 2 > next.length) next = Arrays.copyOf(next, 2 * next.length);
                next[top + 1] = 0;
            } else {
                order.add(v);
                way.removeLast();
            }
        }
        return order;
    }

    /** One round; true if something changed. */
    private boolean iterate(List<Inst> order, int kind, boolean giveUp) {
        boolean changed = false;
        for (Inst v : order) {
            if (states[kind][v.id] == UNKNOWN) size = whole = Inst.unknownSize(kind);
            else evaluate(v, kind);
            if (size == sizes[kind][v.id] && whole == wholes[kind][v.id]) continue;
            if (giveUp && v.op == Op.PARAM) {
                states[kind][v.id] = UNKNOWN;
                size = whole = Inst.unknownSize(kind);
            }
            changed = true;
            sizes[kind][v.id] = size;
            wholes[kind][v.id] = whole;
        }
        return changed;
    }

    private void evaluate(Inst v, int kind) {
        int n = operands(v);
        if (n == 0) {
            size = whole = Inst.unknownSize(kind);
            Origin o = origin(v);
            if (o == null || o.times != null || !o.bytes.isConst() || o.bytes.imm < 0) return;
            whole = o.bytes.imm;
            size = v.op == Op.SYMBOL || v.op == Op.TLSADDR ? beyond(whole, v.imm) : whole;
            return;
        }
        size = sizes[kind][operand(v, 0).id];
        whole = wholes[kind][operand(v, 0).id];
        for (int k = 1; k < n; k++) {
            long s = sizes[kind][operand(v, k).id];
            long w = wholes[kind][operand(v, k).id];
            size = joined(size, s, kind);
            whole = joined(whole, w, kind);
        }
        if (v.op == Op.PTRADD) {
            step(v, kind);
        } else if (v.op == Op.SUBOBJECT && (kind & 1) != 0) {
            size = size == Inst.unknownSize(kind) || Long.compareUnsigned(size, v.imm) > 0 ? v.imm : size;
            whole = v.imm;
        }
    }

    private static long joined(long a, long b, int kind) {
        return Long.compareUnsigned(a, b) < 0 == kind < 2 ? b : a;
    }

    private void step(Inst v, int kind) {
        Inst by = v.arg(1);
        if (!by.isConst()) {
            size = whole = Inst.unknownSize(kind);
        } else if (size == -1) {
            return;
        } else if (by.imm < 0) {
            // Back from where it may have been, at most to the start; from an object's start to nowhere.
            if (isStart(v.arg(0))) size = 0;
            else size = kind < 2 ? whole : 0;
        } else {
            size = beyond(size, by.imm);
        }
    }

    private static boolean isStart(Inst p) {
        return p.op == Op.ALLOCA || p.op == Op.SYMBOL && p.imm == 0;
    }

    /** What is left of so many bytes after so many. */
    private static long beyond(long bytes, long offset) {
        return offset < 0 || offset > bytes ? 0 : bytes - offset;
    }

    // ---- what pointers come from ----

    /** Of how many pointers it is one, or a step from one. */
    static int operands(Inst v) {
        switch (v.op) {
            case PTRADD, SUBOBJECT, FREEZE, EXPECT, RESTRICT:
                return 1;
            case SELECT:
                return 2;
            case PARAM:
                return v.block.predCount();
            case CALL:
                return givesItsFirst(v) ? 1 : 0;
            default:
                return 0;
        }
    }

    static Inst operand(Inst v, int k) {
        return v.op == Op.PARAM ? v.block.predArg(k, (int) v.imm) : v.op == Op.SELECT || v.op == Op.CALL ? v.arg(k + 1) : v.arg(0);
    }

    /** The library's functions that return their first argument. */
    private static boolean givesItsFirst(Inst call) {
        if (call.argCount() < 2 || !call.arg(1).type.isPtr() || !call.type.isPtr() || call.call().signature.resultInMemory() || call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0
                || !(call.arg(0).symbol() instanceof Function g)) return false;
        switch (g.name) {
            case "memcpy", "memmove", "memset", "strcpy", "strncpy", "strcat", "strncat":
                return !g.isDefinition();
            case "__memcpy_chk", "__memmove_chk", "__memset_chk", "__strcpy_chk", "__strncpy_chk", "__strcat_chk", "__strncat_chk":
                return true;
            default:
                return false;
        }
    }

    /** The bytes of an object; if {@code times} is not null, so many of {@code bytes}, which need not be constants then. */
    record Origin(Inst bytes, Inst times) {}

    /** Of the object that the value points into; null if it is not known. */
    Origin origin(Inst v) {
        switch (v.op) {
            case ALLOCA:
                return new Origin(f.iconst(Type.I64, v.imm), null);
            case DYNALLOCA:
                return new Origin(v.arg(0), null);
            case SYMBOL, TLSADDR:
                // Others may define a weak one, and extern arrays may have no bound.
                return v.aux instanceof GlobalVar g && g.size > 0 && g.linkage != Symbol.Linkage.WEAK ? new Origin(f.iconst(Type.I64, g.size), null) : null;
            case CALL:
                return allocated(v);
            default:
                return null;
        }
    }

    private Origin allocated(Inst call) {
        if (call.arg(0).op != Op.SYMBOL || call.arg(0).imm != 0 || !(call.arg(0).symbol() instanceof Function g) || !call.type.isPtr() || call.call().signature.resultInMemory()) return null;
        int first = g.sizeArgument;
        int second = g.timesArgument;
        if (first == 0 && m.builtins && !g.isDefinition() && m.knows(g.name)) {
            switch (g.name) {
                case "malloc" -> first = 1;
                case "realloc", "aligned_alloc" -> first = 2;
                case "calloc" -> {
                    first = 1;
                    second = 2;
                }
                default -> { }
            }
        }
        Inst n = argument(call, first);
        if (n == null || second == 0) return n == null ? null : new Origin(n, null);
        Inst k = argument(call, second);
        if (k == null) return null;
        if (!n.isConst() || !k.isConst()) return new Origin(n, k);
        long product = n.imm * k.imm;
        return n.imm < 0 || k.imm < 0 || product < 0 || Math.multiplyHigh(n.imm, k.imm) != 0 ? null : new Origin(f.iconst(Type.I64, product), null);
    }

    private static Inst argument(Inst call, int k) {
        return k > 0 && k < call.argCount() && call.arg(k).type.isInt() && call.arg(k).type.bits <= 64 ? call.arg(k) : null;
    }

    /** How an argument of less than 64 bits is extended. */
    static boolean isSigned(Inst call, Inst argument) {
        for (int k = 1; k < call.argCount(); k++) {
            if (call.arg(k) == argument) return k > call.call().signature.params().size() || !(call.call().signature.params().get(k - 1) instanceof AbiType.Scalar s) || s.signed();
        }
        return true;
    }
}
