package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.ReversePostorder;
import org.jcc.ir.Type;

/**
 * Makes vectors of the sizes that the target's registers have, and of operations on lanes that it lacks sequences of others
 * ({@link VectorSequences}) or, in the end, operations on each lane.
 *
 * <p>A type has one {@link Shape}: a vector wider than every register is cut into pieces of the widest; one that is narrower lies in the first
 * lanes of a register, with zeros behind what comes from memory, or is as many scalars as it has lanes, as is everything on a target without vectors. The pieces of a value are remembered by its id; blocks are visited so that definitions come
 * before uses, block parameters are cut beforehand. What is legal stays the instruction that it is.
 *
 * <p>{@link LaneConversions} are between lanes of different widths or kinds.
 *
 * <p>Requires: calls in the shape of C. Ensures: vectors of signatures fit registers ({@link VectorSignatures}); {@link Legality} accepts every operation on vectors, and every vector type.
 */
public final class LegalVectors {
    /** How values of a type are kept: {@code count} values of {@code type}; if {@code padded} one, of more lanes. */
    private record Shape(Type type, int count, boolean padded) {}

    private static final int WIDEST = 64;
    private static final int NARROWEST = 16;

    private final Function f;
    private final Legality legality;
    private final Builder b;
    private final VectorSequences sequences;
    private final LaneConversions conversions;
    private final Map<Type, Shape> shapes = new HashMap<>();
    /** By instruction id, of values that are cut. */
    private Inst[][] pieces;
    private final List<Inst> dead = new ArrayList<>();

    private LegalVectors(Function f, Legality legality) {
        this.f = f;
        this.legality = legality;
        this.b = new Builder(f);
        this.sequences = new VectorSequences(f, b, legality);
        this.conversions = new LaneConversions(b, legality, sequences);
    }

    public static void run(Function f, Legality legality) {
        if (!f.isDefinition()) return;
        VectorSignatures.run(f, legality);
        for (Block block : f.blocks) {
            if (usesVectors(block)) {
                new LegalVectors(f, legality).run();
                return;
            }
        }
    }

    private static boolean usesVectors(Block block) {
        for (Inst p : block.params) if (p.type.isVector()) return true;
        for (Inst i = block.first; i != null; i = i.next) if (touches(i)) return true;
        return false;
    }

    private static boolean touches(Inst i) {
        if (i.type.isVector()) return true;
        for (int k = 0; k < i.ownArgCount(); k++) if (i.arg(k).type.isVector()) return true;
        return false;
    }

    private void run() {
        pieces = new Inst[f.instCount()][];
        List<Block> order = new ArrayList<>(List.of(new ReversePostorder(f).blocks));
        boolean[] reached = new boolean[f.blockCount()];
        for (Block block : order) reached[block.id] = true;
        // Of unreachable blocks poison stands for what is not defined before.
        for (Block block : f.blocks) if (!reached[block.id]) order.add(block);
        for (Block block : order) cutParams(block);
        for (Block block : order) {
            for (Inst i = block.first, next; i != null; i = next) {
                next = i.next;
                if (i.isTerminator()) terminator(i);
                else if (touches(i) && !isLegal(i)) replace(i);
            }
        }
        for (Inst i : dead) i.dropOperands();
        for (Inst i : dead) i.unlink();
        for (Block block : order) {
            for (int k = block.params.size() - 1; k >= 0; k--) if (isCut(block.params.get(k).type)) block.removeParam(k);
        }
    }

    // ---- shapes ----

    private Shape shape(Type t) {
        Shape s = shapes.get(t);
        if (s == null) shapes.put(t, s = makeShape(t));
        return s;
    }

    private Shape makeShape(Type t) {
        Type e = t.element;
        for (int size = WIDEST; size >= NARROWEST; size /= 2) {
            if (size <= t.size && legality.legal(Op.LOAD, Type.vector(e, size / e.size))) return new Shape(Type.vector(e, size / e.size), t.size / size, false);
        }
        boolean pads = (e.isInt() && e.bits > 1 || e == Type.F32) && t.lanes > 1 && (t.size == 8 || t.size == 4);
        if (pads && legality.legal(Op.LOAD, Type.vector(e, NARROWEST / e.size))) return new Shape(Type.vector(e, NARROWEST / e.size), 1, true);
        return new Shape(e, t.lanes, false);
    }

    private boolean isCut(Type t) {
        return t.isVector() && shape(t).type != t;
    }

    private boolean isLegal(Inst i) {
        if (isCut(i.type)) return false;
        for (int k = 0; k < i.ownArgCount(); k++) if (isCut(i.arg(k).type)) return false;
        return switch (i.op) {
            case LOAD, STORE, FREEZE, BITCAST, SELECT, CALL, CALLBR, ASM, RESULT, EXPECT, SPLAT, ISCONST, TARGET -> true;
            case EXTRACT, INSERT -> i.arg(i.ownArgCount() - 1).isConst() && legality.legal(i.op, i.arg(0).type);
            case SHUFFLE -> i.type == i.arg(0).type ? legality.shuffle(i.type, (int[]) i.aux) : sequences.movesHalf(i);
            default -> sequences.isLegal(i.op, i.type, i.arg(0).type, i.ownArgCount() > 1 ? i.arg(1) : null);
        };
    }

    // ---- values ----

    private void cutParams(Block block) {
        int n = block.params.size();
        for (int k = 0; k < n; k++) {
            Inst p = block.params.get(k);
            if (!isCut(p.type)) continue;
            if (block == f.entry()) throw new IllegalStateException("vector parameter of type " + p.type);
            Shape s = shape(p.type);
            Inst[] parts = new Inst[s.count];
            for (int j = 0; j < parts.length; j++) parts[j] = block.addParam(s.type);
            pieces[p.id] = parts;
        }
    }

    private Inst[] pieces(Inst v) {
        if (!isCut(v.type)) return new Inst[] {v};
        Inst[] known = v.id < pieces.length ? pieces[v.id] : null;
        if (known != null) return known;
        Inst[] parts = new Inst[shape(v.type).count];
        Arrays.fill(parts, f.poison(shape(v.type).type));
        return parts;
    }

    /** Each lane as a scalar. */
    private Inst[] lanes(Inst v) {
        Inst[] parts = pieces(v);
        Shape s = shape(v.type);
        if (!s.type.isVector()) return parts;
        Inst[] all = new Inst[v.type.lanes];
        for (int k = 0; k < all.length; k++) all[k] = sequences.lane(parts[k / s.type.lanes], k % s.type.lanes);
        return all;
    }

    /** The pieces of a vector with these lanes. */
    private Inst[] gather(Type t, Inst[] lanes) {
        Shape s = shape(t);
        if (!s.type.isVector()) return lanes;
        Inst[] parts = new Inst[s.count];
        int n = Math.min(s.type.lanes, lanes.length);
        for (int k = 0; k < parts.length; k++) parts[k] = sequences.gather(s.type, Arrays.copyOfRange(lanes, k * n, k * n + n));
        return parts;
    }

    private void replace(Inst i) {
        b.before(i);
        if (i.op == Op.STORE) {
            storeParts(i.arg(0), i.arg(1).type, pieces(i.arg(1)), i);
        } else if (!i.type.isVector()) {
            i.replaceAllUsesWith(scalar(i));
        } else {
            Inst[] parts = define(i);
            if (isCut(i.type)) pieces[i.id] = parts;
            else i.replaceAllUsesWith(parts[0]);
        }
        dead.add(i);
    }

    private Inst[] define(Inst i) {
        Shape s = shape(i.type);
        Inst[] parts = new Inst[s.count];
        switch (i.op) {
            case LOAD -> {
                return loadParts(i.arg(0), i.type, i);
            }
            case SPLAT -> {
                Arrays.fill(parts, s.type.isVector() ? b.emit(Op.SPLAT, s.type, i.arg(0)) : i.arg(0));
                return parts;
            }
            case FREEZE -> {
                Inst[] x = pieces(i.arg(0));
                for (int k = 0; k < parts.length; k++) parts[k] = b.unary(Op.FREEZE, x[k]);
                return parts;
            }
            case SELECT -> {
                Inst[] x = pieces(i.arg(1));
                Inst[] y = pieces(i.arg(2));
                for (int k = 0; k < parts.length; k++) parts[k] = b.select(i.arg(0), x[k], y[k]);
                return parts;
            }
            case INSERT -> {
                return insert(i, s);
            }
            case SHUFFLE -> {
                return shuffle(i, s);
            }
            case BITCAST -> {
                return bitcast(i, s);
            }
            case ZEXT, SEXT, TRUNC, SITOFP, UITOFP, FPTOSI, FPTOUI, FEXT, FTRUNC -> {
                Shape from = shape(i.arg(0).type);
                Inst[] r = from.type.isVector() && s.type.isVector() ? conversions.convert(i, from.type, s.type, pieces(i.arg(0))) : null;
                return r != null ? r : byLanes(i);
            }
            case CALL, ASM -> throw new IllegalStateException("vector of type " + i.type + " from " + i.op.text);
            default -> {
                return elementwise(i, s);
            }
        }
    }

    private Inst[] elementwise(Inst i, Shape s) {
        int n = i.ownArgCount();
        // Division by a zero in a lane that is not there would be seen.
        boolean together = s.type.isVector() && !(s.padded && i.op.isFloating() && (i.op == Op.FDIV || i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC)));
        for (int k = 0; k < n && together; k++) {
            Shape x = shape(i.arg(k).type);
            together = x.type.isVector() && x.count == s.count && x.padded == s.padded && x.type.lanes == s.type.lanes;
        }
        if (!together) return byLanes(i);
        Inst[][] args = new Inst[n][];
        for (int k = 0; k < n; k++) args[k] = pieces(i.arg(k));
        Inst[] parts = new Inst[s.count];
        for (int p = 0; p < parts.length; p++) {
            Inst[] a = new Inst[n];
            for (int k = 0; k < n; k++) a[k] = args[k][p];
            parts[p] = sequences.emit(i, s.type, a, Math.min(i.type.lanes, s.type.lanes));
        }
        return parts;
    }

    private Inst[] byLanes(Inst i) {
        int n = i.ownArgCount();
        Inst[][] args = new Inst[n][];
        for (int k = 0; k < n; k++) args[k] = lanes(i.arg(k));
        Inst[] r = new Inst[i.type.lanes];
        for (int l = 0; l < r.length; l++) {
            Inst[] a = new Inst[n];
            for (int k = 0; k < n; k++) a[k] = args[k][l];
            r[l] = sequences.scalar(i, i.type.element, a);
        }
        return gather(i.type, r);
    }

    // ---- lanes ----

    private Inst scalar(Inst i) {
        if (i.op == Op.EXTRACT) {
            Inst v = i.arg(0);
            Inst at = i.arg(1);
            if (!at.isConst()) return b.load(i.type, b.ptradd(spilled(v), offset(at, v.type)), i.type.size, 0);
            return at.imm >= 0 && at.imm < v.type.lanes ? lanes(v, (int) at.imm) : f.poison(i.type);
        }
        if (i.op == Op.BITCAST) {
            Inst v = i.arg(0);
            Shape s = shape(v.type);
            if (s.padded && Type.integer(i.type.bits) != Type.I128) {
                Type same = Type.vector(i.type, NARROWEST / i.type.size);
                if (legality.legal(Op.EXTRACT, same)) return sequences.lane(sequences.as(pieces(v)[0], same), 0);
            }
            return b.load(i.type, spilled(v), Math.min(16, v.type.size), 0);
        }
        if (i.op == Op.ISCONST) return f.iconst(Type.I1, 0);
        throw new IllegalStateException("vector operand of " + i.op.text);
    }

    private Inst lanes(Inst v, int k) {
        Shape s = shape(v.type);
        if (!s.type.isVector()) return pieces(v)[k];
        return sequences.lane(pieces(v)[k / s.type.lanes], k % s.type.lanes);
    }

    /** The bytes to the lane of that number; any lane will do for a number that is too large. */
    private Inst offset(Inst at, Type t) {
        Inst n = b.binary(Op.AND, at, f.iconst(Type.I32, t.lanes - 1));
        return b.binary(Op.MUL, b.convert(Op.ZEXT, n, Type.I64), f.iconst(Type.I64, t.element.size));
    }

    private Inst spilled(Inst v) {
        Inst slot = b.alloca(v.type.size, 16, null);
        storeParts(slot, v.type, pieces(v), null);
        return slot;
    }

    private Inst[] insert(Inst i, Shape s) {
        Inst at = i.arg(2);
        if (!at.isConst()) {
            Inst slot = spilled(i.arg(0));
            b.store(b.ptradd(slot, offset(at, i.type)), i.arg(1), i.type.element.size, 0);
            return loadParts(slot, i.type, null);
        }
        Inst[] parts = pieces(i.arg(0)).clone();
        if (at.imm < 0 || at.imm >= i.type.lanes) return parts;
        int k = (int) at.imm;
        if (!s.type.isVector()) parts[k] = i.arg(1);
        else parts[k / s.type.lanes] = sequences.insert(parts[k / s.type.lanes], i.arg(1), k % s.type.lanes);
        return parts;
    }

    /** A piece comes from at most two others by one shuffle, or lane by lane. */
    private Inst[] shuffle(Inst i, Shape s) {
        int[] order = (int[]) i.aux;
        Type from = i.arg(0).type;
        Shape x = shape(from);
        if (!s.type.isVector() || x.type != s.type) {
            Inst[] r = new Inst[order.length];
            for (int k = 0; k < r.length; k++) r[k] = order[k] < 0 ? f.poison(i.type.element) : lanes(i.arg(order[k] / from.lanes), order[k] % from.lanes);
            return gather(i.type, r);
        }
        int width = s.type.lanes;
        int real = Math.min(width, from.lanes);
        Inst[] parts = new Inst[s.count];
        for (int p = 0; p < parts.length; p++) {
            Inst[] source = new Inst[2];
            int[] mine = new int[width];
            Arrays.fill(mine, -1);
            boolean fits = true;
            for (int k = 0; k < width && p * width + k < order.length; k++) {
                int o = order[p * width + k];
                if (o < 0) continue;
                Inst piece = pieces(i.arg(o / from.lanes))[o % from.lanes / real];
                int which = source[0] == null || source[0] == piece ? 0 : source[1] == null || source[1] == piece ? 1 : 2;
                if (which == 2) {
                    fits = false;
                    break;
                }
                source[which] = piece;
                mine[k] = which * width + o % from.lanes % real;
            }
            if (fits && source[0] == null) {
                parts[p] = f.poison(s.type);
            } else if (fits && legality.shuffle(s.type, mine)) {
                parts[p] = sequences.shuffle(source[0], source[1] == null ? source[0] : source[1], mine);
            } else {
                Inst[] r = new Inst[Math.min(width, order.length)];
                for (int k = 0; k < r.length; k++) {
                    int o = order[p * width + k];
                    r[k] = o < 0 ? f.poison(i.type.element) : lanes(i.arg(o / from.lanes), o % from.lanes);
                }
                parts[p] = sequences.gather(s.type, r);
            }
        }
        return parts;
    }

    private Inst[] bitcast(Inst i, Shape s) {
        Inst v = i.arg(0);
        if (v.type.isVector()) {
            Shape x = shape(v.type);
            if (s.type.isVector() && x.type.isVector() && s.count == x.count && s.padded == x.padded) {
                Inst[] from = pieces(v);
                Inst[] parts = new Inst[s.count];
                for (int k = 0; k < parts.length; k++) parts[k] = sequences.as(from[k], s.type);
                return parts;
            }
            return loadParts(spilled(v), i.type, null);
        }
        if (s.padded) return new Inst[] {padded(v, s.type)};
        if (!s.type.isVector() && s.count == 1) return new Inst[] {v.type == s.type ? v : b.convert(Op.BITCAST, v, s.type)};
        Inst slot = b.alloca(i.type.size, 16, null);
        b.store(slot, v, Math.min(16, i.type.size), 0);
        return loadParts(slot, i.type, null);
    }

    /** A scalar's bytes in the first lanes, and zeros. */
    private Inst padded(Inst scalar, Type t) {
        Type x = Type.vector(scalar.type, t.size / scalar.type.size);
        return sequences.as(b.emit(Op.INSERT, x, b.emit(Op.SPLAT, x, f.zero(scalar.type)), scalar, f.iconst(Type.I32, 0)), t);
    }

    // ---- memory ----

    /** @param like the access whose attributes are taken, or null */
    private Inst[] loadParts(Inst p, Type t, Inst like) {
        Shape s = shape(t);
        int align = like == null ? 16 : like.align;
        if (s.padded) {
            Inst v = b.load(t.size == 8 ? Type.F64 : Type.F32, p, align, like == null ? 0 : like.tag);
            if (like != null) v.flags = like.flags;
            return new Inst[] {padded(v, s.type)};
        }
        Inst[] parts = new Inst[s.count];
        for (int k = 0; k < parts.length; k++) {
            long at = (long) k * s.type.size;
            parts[k] = b.load(s.type, b.ptradd(p, at), at == 0 ? align : (int) Math.min(align, Long.lowestOneBit(at)), like == null ? 0 : like.tag);
            if (like != null) parts[k].flags = like.flags;
        }
        return parts;
    }

    private void storeParts(Inst p, Type t, Inst[] parts, Inst like) {
        Shape s = shape(t);
        int align = like == null ? 16 : like.align;
        for (int k = 0; k < parts.length; k++) {
            long at = (long) k * s.type.size;
            Inst v = parts[k];
            if (s.padded) v = sequences.lane(sequences.as(v, Type.vector(t.size == 8 ? Type.F64 : Type.F32, s.type.size / t.size)), 0);
            Inst st = b.store(b.ptradd(p, at), v, at == 0 ? align : (int) Math.min(align, Long.lowestOneBit(at)), like == null ? 0 : like.tag);
            if (like != null) st.flags = like.flags;
        }
    }

    private void terminator(Inst t) {
        for (int k = 0; k < t.ownArgCount(); k++) if (isCut(t.arg(k).type)) throw new IllegalStateException("vector operand of " + t.op.text);
        for (int s = 0; s < t.succCount(); s++) {
            int n = t.succArgCount(s);
            for (int k = 0; k < n; k++) {
                Inst v = t.succArg(s, k);
                if (isCut(v.type)) for (Inst part : pieces(v)) t.addSuccArg(s, part);
            }
        }
    }
}
