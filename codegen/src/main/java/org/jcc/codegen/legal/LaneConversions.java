package org.jcc.codegen.legal;

import org.jcc.ir.Builder;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Conversions of vectors that lie in one or several registers, to as many lanes of another type: of integers, of floating types, and between the two.
 *
 * <p>Widths change by a factor of two at a time. Integers become wider by interleaving them with zeros or signs, or, as floating types do, by an instruction that converts the
 * first lanes of a register; they become narrower by taking every second lane of two registers, floating types by putting two halves together. What the target
 * converts between is 32-bit integers: smaller ones are made wider first. An unsigned one is moved by 2^31 to the middle and back, which is exact in f64.
 */
final class LaneConversions {
    private final Builder b;
    private final Legality legality;
    private final VectorSequences sequences;
    /** Of a register. */
    private int size;
    private int lanes;

    LaneConversions(Builder b, Legality legality, VectorSequences sequences) {
        this.b = b;
        this.legality = legality;
        this.sequences = sequences;
    }

    /**
     * @param from the type of each register in {@code x}
     * @param to that of those of the result, of as many bytes
     * @return null if the target has no way but lane by lane, or what is done to one must be seen
     */
    Inst[] convert(Inst i, Type from, Type to, Inst[] x) {
        if (from.size != to.size || i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)) return null;
        size = from.size;
        lanes = i.type.lanes;
        Type a = from.element;
        Type t = to.element;
        switch (i.op) {
            case ZEXT, SEXT, TRUNC -> {
                return resize(x, a.bits, t.bits, i.op == Op.SEXT);
            }
            case FEXT -> {
                return wider(Op.FEXT, x, t);
            }
            case FTRUNC -> {
                return narrower(Op.FTRUNC, x, t);
            }
            case SITOFP -> {
                Inst[] w = a.bits > 32 ? null : resize(x, a.bits, 32, true);
                return w == null ? null : t == Type.F32 ? same(Op.SITOFP, w, t) : wider(Op.SITOFP, w, t);
            }
            case UITOFP -> {
                return unsigned(x, a.bits, t);
            }
            case FPTOSI, FPTOUI -> {
                if (t.bits > 32 || i.op == Op.FPTOUI && t.bits == 32) return null;
                Inst[] w = a == Type.F32 ? same(Op.FPTOSI, x, Type.I32) : narrower(Op.FPTOSI, x, Type.I32);
                return w == null ? null : resize(w, 32, t.bits, false);
            }
            default -> {
                return null;
            }
        }
    }

    private Type vector(Type element) {
        return Type.vector(element, size / element.size);
    }

    private int count(Type element) {
        return Math.max(1, lanes * element.size / size);
    }

    // ---- integers ----

    private Inst[] resize(Inst[] x, int from, int to, boolean signed) {
        for (int bits = from; bits != to && x != null; bits = bits < to ? bits * 2 : bits / 2) x = bits < to ? doubled(x, bits, signed) : halved(x, bits);
        return x;
    }

    private Inst[] doubled(Inst[] x, int bits, boolean signed) {
        Type narrow = vector(Type.integer(bits));
        Op extend = signed ? Op.SEXT : Op.ZEXT;
        if (legality.legal(extend, vector(Type.integer(2 * bits))) || !sequences.interleaves(narrow)) return wider(extend, x, Type.integer(2 * bits));
        Inst[] y = new Inst[count(Type.integer(2 * bits))];
        for (int k = 0; k < y.length; k++) y[k] = sequences.widen(x[k / 2], k % 2 == 1, signed);
        return y;
    }

    private Inst[] halved(Inst[] x, int bits) {
        if (!sequences.takesEven(vector(Type.integer(bits / 2)))) return null;
        Inst[] y = new Inst[count(Type.integer(bits / 2))];
        for (int k = 0; k < y.length; k++) y[k] = sequences.narrow(x[Math.min(2 * k, x.length - 1)], x[Math.min(2 * k + 1, x.length - 1)]);
        return y;
    }

    // ---- by instructions that convert ----

    private Inst[] same(Op op, Inst[] x, Type element) {
        if (!legality.legal(op, vector(element))) return null;
        Inst[] y = new Inst[x.length];
        for (int k = 0; k < y.length; k++) y[k] = b.emit(op, vector(element), x[k]);
        return y;
    }

    /** The first half of the lanes of each register, and the other half. */
    private Inst[] wider(Op op, Inst[] x, Type element) {
        Type words = vector(Type.I64);
        int[] upper = new int[words.lanes];
        for (int k = 0; k < upper.length; k++) upper[k] = k < upper.length / 2 ? k + upper.length / 2 : -1;
        if (!legality.legal(op, vector(element)) || !legality.shuffle(words, upper)) return null;
        Inst[] y = new Inst[count(element)];
        for (int k = 0; k < y.length; k++) {
            Inst v = x[k / 2];
            if (k % 2 == 1) {
                Inst w = sequences.as(v, words);
                v = sequences.as(sequences.shuffle(w, w, upper), v.type);
            }
            y[k] = b.emit(op, vector(element), v);
        }
        return y;
    }

    /** Two registers become the halves of one. */
    private Inst[] narrower(Op op, Inst[] x, Type element) {
        Type words = vector(Type.I64);
        int[] both = new int[words.lanes];
        for (int k = 0; k < both.length; k++) both[k] = k < both.length / 2 ? k : k + both.length / 2;
        if (!legality.legal(op, vector(element)) || !legality.shuffle(words, both)) return null;
        Inst[] y = new Inst[count(element)];
        for (int k = 0; k < y.length; k++) {
            y[k] = b.emit(op, vector(element), x[2 * k]);
            if (2 * k + 1 >= x.length) continue;
            Inst upper = b.emit(op, vector(element), x[2 * k + 1]);
            y[k] = sequences.as(sequences.shuffle(sequences.as(y[k], words), sequences.as(upper, words), both), vector(element));
        }
        return y;
    }

    private Inst[] unsigned(Inst[] x, int bits, Type t) {
        if (bits > 32) return null;
        Inst[] w = resize(x, bits, 32, false);
        if (w == null) return null;
        if (bits < 32) return t == Type.F32 ? same(Op.SITOFP, w, t) : wider(Op.SITOFP, w, t);
        if (!legality.legal(Op.SITOFP, vector(Type.F64))) return null;
        Inst[] flipped = new Inst[w.length];
        for (int k = 0; k < w.length; k++) flipped[k] = b.binary(Op.XOR, w[k], sequences.all(w[k].type, 1L << 31));
        Inst[] y = wider(Op.SITOFP, flipped, Type.F64);
        if (y == null) return null;
        for (int k = 0; k < y.length; k++) y[k] = b.binary(Op.FADD, y[k], sequences.all(y[k].type, Double.doubleToRawLongBits(0x1p31)));
        return t == Type.F64 ? y : narrower(Op.FTRUNC, y, t);
    }
}
