package org.jcc.frontend.lower;

import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.VectorType;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * GNU's vectors (GCC manual 6.52). Operations are those of the IR on vector types ({@link #whole}); what the target lacks is the code
 * generator's concern. Between expressions a vector is known by its address, like a record: {@link #value} gives its value, and an
 * operation's result is put into a temporary only where somebody asks for the address. Lanes are parts of the object in memory;
 * mem2reg makes insertions and extractions of them.
 *
 * <p>Vectors that no IR type is for (of __int128, long double, _Float16, or very many lanes) are worked on lane by lane, from memory to a
 * temporary. As an argument or result a vector is passed as the floating scalar that uses the same register.
 */
final class Vectors {
    private static final int MAX_LANES = 64;

    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;

    Vectors(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
    }

    private static VectorType vector(CType t) {
        return (VectorType) t.strip();
    }

    /** The IR type of the whole vector; null if lanes must be worked on one by one. */
    private Type whole(VectorType v) {
        CType e = v.element.strip();
        if (Halves.is(e) || e.isComplex() || Integer.bitCount(v.lanes) != 1 || v.lanes > MAX_LANES) return null;
        Type t = shapes.ir(e);
        return t.isInt() && t.bits >= 8 && t.bits <= 64 || t == Type.F32 || t == Type.F64 ? Type.vector(t, v.lanes) : null;
    }

    /** The value of a vector expression that has a {@link #whole} type. */
    Inst value(TypedExpr e) {
        VectorType v = vector(e.type());
        Inst made = switch (e) {
            case TypedExpr.Unary u -> unaryValue(u);
            case TypedExpr.Binary n -> binaryValue(n);
            case TypedExpr.Convert c when c.kind() == TypedExpr.Conversion.NOP && c.operand().type().isVector() -> value(c.operand());
            case TypedExpr.Convert c -> convertValue(c);
            case TypedExpr.BuiltinCall c when c.builtin() == Builtin.SHUFFLE || c.builtin() == Builtin.SHUFFLEVECTOR -> shuffleValue(c);
            case TypedExpr.TargetCall c -> expressions.builtins.target(c);
            case TypedExpr.Call c when Shapes.vectorType(v) != null -> callValue(c, whole(v));
            case TypedExpr.Load l when !l.lvalue().type().isAtomic() && (l.lvalue().type().quals() & (CType.SEG_FS | CType.SEG_GS)) == 0 -> {
                Place p = expressions.place(l.lvalue());
                b.loc = l.loc();
                Inst r = b.load(whole(v), expressions.memory.address(p), Math.max(1, Math.min(p.align(), v.align())), 0);
                if ((p.type().quals() & CType.VOLATILE) != 0) r.flags |= Inst.VOLATILE;
                yield r;
            }
            default -> null;
        };
        // Where it comes from is not known: nor is its alignment.
        return made != null ? made : b.load(whole(v), expressions.value(e), 1, 0);
    }

    /** A value's address: a temporary's. */
    Inst kept(Inst value, CType t) {
        Inst temp = expressions.memory.temporary(t);
        b.store(temp, value, Math.max(1, t.align()), 0);
        return temp;
    }

    /** Puts the value of a vector expression to a place without a copy; false if it must be copied as bytes. */
    boolean store(TypedExpr e, Place to) {
        if (!e.type().isVector() || whole(vector(e.type())) == null || to.type().isAtomic() || to.register() != null) return false;
        if ((to.type().quals() & (CType.SEG_FS | CType.SEG_GS)) != 0) return false;
        Inst v = value(e);
        b.loc = e.loc();
        Inst s = b.store(expressions.memory.address(to), v, Math.max(1, Math.min(to.align(), v.type.size)), 0);
        if ((to.type().quals() & CType.VOLATILE) != 0) s.flags |= Inst.VOLATILE;
        return true;
    }

    private Inst lane(Inst address, VectorType v, int k) {
        Type t = shapes.ir(v.element);
        return b.load(t, expressions.memory.offset(address, k * v.element.size()), t.size, 0);
    }

    private void lane(Inst address, VectorType v, int k, Inst value) {
        b.store(expressions.memory.offset(address, k * v.element.size()), value, value.type.size, 0);
    }

    // ---- between functions ----

    /** The scalar as which the vector at {@code address} is passed, or the address. */
    Inst passed(Inst address, CType t) {
        Type scalar = Shapes.vectorType(vector(t));
        if (scalar == null) return address;
        Type whole = whole(vector(t));
        Inst v = b.load(whole == null ? scalar : whole, address, Math.max(1, Math.min(16, vector(t).align())), 0);
        return v.type == scalar ? v : b.convert(Op.BITCAST, v, scalar);
    }

    /** A call's result, without a temporary. */
    private Inst callValue(TypedExpr.Call c, Type t) {
        Inst r = expressions.calls.vector(c);
        return r == null || r.type == t ? r : b.convert(Op.BITCAST, r, t);
    }

    /** A result, in a temporary. */
    Inst received(Inst value, CType t) {
        Inst temp = expressions.memory.temporary(t);
        receive(temp, value, t, Math.min(16, vector(t).align()));
        return temp;
    }

    /** Puts a parameter or result to its object. */
    void receive(Inst to, Inst value, CType t, int align) {
        Type whole = whole(vector(t));
        b.store(to, whole == null || whole == value.type ? value : b.convert(Op.BITCAST, value, whole), align, 0);
    }

    // ---- operations ----

    Inst unary(TypedExpr.Unary u) {
        VectorType v = vector(u.operand().type());
        if (whole(v) != null) return kept(unaryValue(u), u.type());
        Inst x = expressions.value(u.operand());
        b.loc = u.loc();
        Inst r = expressions.memory.temporary(v);
        for (int k = 0; k < v.lanes; k++) {
            Inst e = lane(x, v, k);
            Inst y = switch (u.op()) {
                case NEG -> e.type.isFloat() ? b.unary(Op.FNEG, e) : b.binary(Op.SUB, f.zero(e.type), e);
                case BIT_NOT -> b.binary(Op.XOR, e, f.iconst(e.type, -1));
                default -> truth(expressions.conditions.not(expressions.conditions.nonzero(e)), e.type);
            };
            lane(r, v, k, y);
        }
        return r;
    }

    private Inst unaryValue(TypedExpr.Unary u) {
        VectorType v = vector(u.operand().type());
        if (whole(v) == null) return null;
        Inst x = value(u.operand());
        b.loc = u.loc();
        boolean floating = x.type.element.isFloat();
        return switch (u.op()) {
            case NEG -> floating ? b.unary(Op.FNEG, x) : b.binary(Op.SUB, same(x.type, f.zero(x.type.element)), x);
            case BIT_NOT -> b.binary(Op.XOR, x, same(x.type, f.iconst(x.type.element, -1)));
            default -> compare(TypedExpr.BinaryOp.EQ, x, same(x.type, f.zero(x.type.element)), false);
        };
    }

    private Inst same(Type t, Inst scalar) {
        return b.emit(Op.SPLAT, t, scalar);
    }

    private Inst compare(TypedExpr.BinaryOp op, Inst x, Inst y, boolean signed) {
        boolean floating = x.type.element.isFloat();
        Type t = Type.vector(Type.integer(x.type.element.bits), x.type.lanes);
        Inst r = b.emit(floating ? Op.FCMP : Op.ICMP, t, x, y);
        r.imm = (floating ? Expressions.floatCondition(op) : Expressions.integerCondition(op, signed)).ordinal();
        return expressions.floating(r);
    }

    /** All ones or zero, in the integer of a lane's size. */
    private Inst truth(Inst i1, Type lane) {
        return b.convert(Op.SEXT, i1, Type.integer(lane.size * 8));
    }

    private Inst binaryValue(TypedExpr.Binary n) {
        Type t = whole(vector(n.left().type()));
        if (t == null || t.lanes != vector(n.right().type()).lanes || whole(vector(n.right().type())) != t) return null;
        Inst x = value(n.left());
        Inst y = value(n.right());
        b.loc = n.loc();
        boolean signed = vector(n.left().type()).element.isSigned();
        if (n.op().isComparison()) return compare(n.op(), x, y, signed);
        boolean floating = t.element.isFloat();
        return expressions.floating(b.binary(switch (n.op()) {
            case ADD -> floating ? Op.FADD : Op.ADD;
            case SUB -> floating ? Op.FSUB : Op.SUB;
            case MUL -> floating ? Op.FMUL : Op.MUL;
            case DIV -> floating ? Op.FDIV : signed ? Op.SDIV : Op.UDIV;
            case REM -> signed ? Op.SREM : Op.UREM;
            case SHL -> Op.SHL;
            case SHR -> signed ? Op.ASHR : Op.LSHR;
            case AND -> Op.AND;
            case OR -> Op.OR;
            case XOR -> Op.XOR;
            default -> throw new IllegalStateException(n.op().toString());
        }, x, y));
    }

    Inst binary(TypedExpr.Binary n) {
        VectorType v = vector(n.left().type());
        VectorType w = vector(n.right().type());
        if (whole(v) != null && whole(v) == whole(w)) return kept(binaryValue(n), n.type());
        Inst x = expressions.value(n.left());
        Inst y = expressions.value(n.right());
        b.loc = n.loc();
        Inst r = expressions.memory.temporary(n.type());
        boolean signed = v.element.isSigned();
        for (int k = 0; k < v.lanes; k++) {
            Inst p = lane(x, v, k);
            Inst q = lane(y, w, k);
            Inst z = n.op().isComparison() ? truth(expressions.compare(n.op(), p, q, signed), p.type) : wrapping(n.op(), p, q, signed);
            lane(r, v, k, z);
        }
        return r;
    }

    /** Lanes of signed integers wrap. */
    private Inst wrapping(TypedExpr.BinaryOp op, Inst p, Inst q, boolean signed) {
        if (!p.type.isFloat()) {
            switch (op) {
                case ADD -> {
                    return b.binary(Op.ADD, p, q);
                }
                case SUB -> {
                    return b.binary(Op.SUB, p, q);
                }
                case MUL -> {
                    return b.binary(Op.MUL, p, q);
                }
                default -> { }
            }
        }
        return expressions.binary(op, p, q, signed);
    }

    Inst modify(TypedExpr.Modify m, Place p) {
        CType t = m.type().unqualified();
        Place old = Place.of(expressions.memory.temporary(t), t);
        expressions.memory.copy(old, p);
        m.old().lowered = old.address();
        if (store(m.update(), p)) return m.resultIsOld() ? old.address() : expressions.memory.address(p);
        Inst v = expressions.value(m.update());
        b.loc = m.loc();
        expressions.memory.copy(p, Place.of(v, t));
        return m.resultIsOld() ? old.address() : v;
    }

    // ---- conversions ----

    private Inst convertValue(TypedExpr.Convert c) {
        CType from = c.operand().type();
        Type t = whole(vector(c.type()));
        if (t == null || from.isVector() && whole(vector(from)) == null) return null;
        switch (c.kind()) {
            case BITCAST -> {
                Inst x = from.isVector() ? value(c.operand()) : expressions.value(c.operand());
                b.loc = c.loc();
                return x.type == t ? x : b.convert(Op.BITCAST, x, t);
            }
            case SPLAT -> {
                Inst x = expressions.value(c.operand());
                b.loc = c.loc();
                return same(t, x);
            }
            case VECTOR_CONVERT -> {
                Inst x = value(c.operand());
                b.loc = c.loc();
                return lanesConverted(x, vector(from).element.isSigned(), t, vector(c.type()).element.isSigned());
            }
            default -> {
                return null;
            }
        }
    }

    private Inst lanesConverted(Inst x, boolean fromSigned, Type t, boolean toSigned) {
        Type from = x.type.element;
        Type to = t.element;
        if (from == to) return x;
        if (from.isFloat() && to.isFloat()) return expressions.floating(b.convert(from.bits > to.bits ? Op.FTRUNC : Op.FEXT, x, t));
        if (from.isFloat()) {
            // Through int for narrower ones, as of scalars.
            if (to.bits >= 32) return expressions.floating(b.convert(toSigned ? Op.FPTOSI : Op.FPTOUI, x, t));
            return b.convert(Op.TRUNC, expressions.floating(b.convert(Op.FPTOSI, x, Type.vector(Type.I32, t.lanes))), t);
        }
        if (to.isFloat()) {
            if (from.bits >= 32) return expressions.floating(b.convert(fromSigned ? Op.SITOFP : Op.UITOFP, x, t));
            return expressions.floating(b.convert(Op.SITOFP, b.convert(fromSigned ? Op.SEXT : Op.ZEXT, x, Type.vector(Type.I32, t.lanes)), t));
        }
        return b.convert(from.bits > to.bits ? Op.TRUNC : fromSigned ? Op.SEXT : Op.ZEXT, x, t);
    }

    Inst convert(TypedExpr.Convert c) {
        if (c.type().isVector()) {
            Inst made = convertValue(c);
            if (made != null) return kept(made, c.type());
        }
        Inst x = expressions.value(c.operand());
        b.loc = c.loc();
        CType from = c.operand().type();
        switch (c.kind()) {
            case BITCAST -> {
                if (from.isVector()) return c.type().isVector() ? x : b.load(shapes.ir(c.type()), x, 1, 0);
                Inst r = expressions.memory.temporary(c.type());
                b.store(r, x, x.type.size, 0);
                return r;
            }
            case SPLAT -> {
                VectorType v = vector(c.type());
                Inst r = expressions.memory.temporary(v);
                for (int k = 0; k < v.lanes; k++) lane(r, v, k, x);
                return r;
            }
            default -> {
                VectorType v = vector(from);
                VectorType w = vector(c.type());
                Inst r = expressions.memory.temporary(w);
                for (int k = 0; k < w.lanes; k++) lane(r, w, k, number(lane(x, v, k), v.element, w.element));
                return r;
            }
        }
    }

    private Inst number(Inst v, CType from, CType to) {
        Type t = shapes.ir(to);
        if (v.type.isFloat()) return t.isFloat() ? expressions.floatToFloat(v, t) : expressions.floatToInt(v, to.isSigned(), t);
        return t.isFloat() ? expressions.intToFloat(v, from.isSigned(), t) : expressions.resize(v, t, from.isSigned());
    }

    // ---- permutations ----

    /** A permutation that is known; null if it must be looked up in memory. */
    private Inst shuffleValue(TypedExpr.BuiltinCall c) {
        List<TypedExpr> args = c.args();
        Type from = whole(vector(args.get(0).type()));
        Type t = whole(vector(c.type()));
        if (c.builtin() != Builtin.SHUFFLEVECTOR || from == null || t == null || from != whole(vector(args.get(1).type()))) return null;
        int[] order = new int[t.lanes];
        for (int k = 0; k < order.length; k++) {
            if (!(args.get(k + 2) instanceof TypedExpr.IntConst n)) return null;
            order[k] = (int) Math.max(-1, n.low());
        }
        Inst x = value(args.get(0));
        Inst y = value(args.get(1));
        b.loc = c.loc();
        // A lane that may be anything is the first: poison would spoil the others.
        for (int k = 0; k < order.length; k++) if (order[k] < 0) order[k] = 0;
        Inst r = b.emit(Op.SHUFFLE, t, x, y);
        r.aux = order;
        return r;
    }

    Inst shuffle(TypedExpr.BuiltinCall c) {
        Inst made = shuffleValue(c);
        if (made != null) return kept(made, c.type());
        List<TypedExpr> args = c.args();
        VectorType v = vector(args.get(0).type());
        boolean two = c.builtin() == Builtin.SHUFFLEVECTOR || args.size() > 2;
        long size = v.size();
        long second = two ? args.get(1).type().size() : 0;
        // Both sources in a row.
        Inst all = b.alloca(size + second, (int) Math.min(16, size), null);
        expressions.memory.memcpy(all, expressions.value(args.get(0)), size, 1);
        if (two) expressions.memory.memcpy(expressions.memory.offset(all, size), expressions.value(args.get(1)), second, 1);
        VectorType w = vector(c.type());
        Inst r = expressions.memory.temporary(w);
        if (c.builtin() == Builtin.SHUFFLEVECTOR) {
            for (int k = 0; k + 2 < args.size(); k++) {
                long i = args.get(k + 2) instanceof TypedExpr.IntConst n ? n.low() : 0;
                lane(r, w, k, lane(all, v, (int) Math.max(0, i)));
            }
            return r;
        }
        TypedExpr maskExpr = args.get(args.size() - 1);
        VectorType m = vector(maskExpr.type());
        Inst mask = expressions.value(maskExpr);
        b.loc = c.loc();
        for (int k = 0; k < v.lanes; k++) {
            Inst i = expressions.resize(lane(mask, m, k), Type.I64, false);
            i = b.binary(Op.AND, i, f.iconst(Type.I64, (two ? 2L : 1L) * v.lanes - 1));
            Inst at = b.ptradd(all, b.binary(Op.MUL, i, f.iconst(Type.I64, v.element.size())));
            Type t = shapes.ir(v.element);
            lane(r, w, k, b.load(t, at, t.size, 0));
        }
        return r;
    }
}
