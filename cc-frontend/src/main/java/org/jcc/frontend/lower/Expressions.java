package org.jcc.frontend.lower;

import java.util.ArrayList;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.VectorType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Lowers expressions: {@link #value} gives a scalar (of a record the address at which it can be read), {@link #effect} drops the value, {@link #place} finds the object of an lvalue.
 *
 * <p>Sums of a hundred thousand terms lean to the left: the left spine of operators, casts and additions to pointers is
 * walked with an explicit stack, as are chains of commas.
 *
 * <p>Order of evaluation, where C leaves it open, is gcc's: the place of an assignment before its value, arguments from the
 * last to the first, other operands from left to right.
 */
final class Expressions {
    final FunctionLowering fn;
    final Memory memory;
    final Calls calls;
    final Complexes complexes;
    final Builtins builtins;
    final Vectors vectors;
    final Halves halves;
    final Conditions conditions;
    final Assignments assignments;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;
    private final Lowering.Options options;
    private final int floatFlags;
    private final ArrayList<TypedExpr> spine = new ArrayList<>();
    /** What is evaluated is a pointer that goes somewhere, not only the way to what it points to. */
    private boolean marksSubobjects;

    Expressions(FunctionLowering fn) {
        this.fn = fn;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
        this.options = fn.options;
        this.floatFlags = options.fastMath | (options.roundingMath ? Inst.FENV_DYNAMIC : 0) | (options.strictFloat ? Inst.FENV_STRICT : 0);
        this.marksSubobjects = fn.unit.marksSubobjects && !f.is(Function.OPT_NONE);
        this.memory = new Memory(fn, this);
        this.complexes = new Complexes(fn, this);
        this.calls = new Calls(fn, this);
        this.builtins = new Builtins(fn, this);
        this.vectors = new Vectors(fn, this);
        this.halves = new Halves(fn, this);
        this.conditions = new Conditions(fn, this);
        this.assignments = new Assignments(fn, this);
    }

    // ---- places ----

    Place place(TypedExpr e) {
        switch (e) {
            case TypedExpr.VarRef v -> {
                return variable(v);
            }
            case TypedExpr.Deref d -> {
                return deref(d);
            }
            case TypedExpr.Member m -> {
                Place base = m.base().isLvalue() ? place(m.base()) : Place.of(value(m.base()), m.base().type());
                b.loc = m.loc();
                return memory.member(base, m.field(), m.type());
            }
            case TypedExpr.StringLiteral s -> {
                return Place.of(f.symbol(fn.unit.literal(s.data()), 0), s.type());
            }
            case TypedExpr.CompoundLiteral c -> {
                Place p = Place.of(fn.slot(c.object()), c.type(), Math.max(1, c.object().align()));
                memory.initialise(p, c.init());
                return p;
            }
            case TypedExpr.ComplexPart c -> {
                Place whole = place(c.operand());
                return whole.at(c.imaginary() ? c.type().size() : 0, c.type());
            }
            default -> {
                return Place.of(value(e), e.type());
            }
        }
    }

    private Place variable(TypedExpr.VarRef e) {
        VarSymbol v = e.variable();
        b.loc = e.loc();
        if (v.isMachineRegister()) return Place.register(v.hardRegister, e.type());
        if (v.isStatic()) {
            org.jcc.ir.Symbol s = fn.unit.symbol(v);
            if (v.tls == VarSymbol.Tls.NONE) return Place.of(f.symbol(s, 0), e.type(), Math.max(1, v.align()));
            Inst address = b.emit(Op.TLSADDR, Type.PTR);
            address.aux = s;
            return Place.of(address, e.type(), Math.max(1, v.align()));
        }
        Inst slot = fn.slot(v);
        if (v.type.isVla()) return Place.of(b.load(Type.PTR, slot, 8, 0), e.type());
        return Place.of(slot, e.type(), Math.max(1, v.align()));
    }

    private Place deref(TypedExpr.Deref d) {
        TypedExpr p = d.pointer();
        long bytes = 0;
        boolean any = Elements.throughUnion(p);
        while (p instanceof TypedExpr.PointerAdd a && a.scaleExpr() == null && a.index() instanceof TypedExpr.IntConst k) {
            long n = k.low() * a.scale();
            bytes += a.subtract() ? -n : n;
            p = a.pointer();
        }
        Place at;
        if (p instanceof TypedExpr.AddressOf a && !(a.lvalue() instanceof TypedExpr.FunctionRef)) {
            // An element of a named array: its alignment is known from the array's.
            at = place(a.lvalue()).at(bytes, d.type());
        } else {
            boolean marks = marksSubobjects(false);
            Inst pointer = value(p);
            marksSubobjects(marks);
            b.loc = d.loc();
            at = new Place(pointer, bytes, d.type(), Elements.alignment(d), null, 0, false, null);
        }
        return any && !at.anyAlias() ? new Place(at.address(), at.offset(), at.type(), at.align(), null, 0, true, null) : at;
    }

    // ---- members as objects ----

    /** Sets whether pointers to members say so; gives what held before. */
    boolean marksSubobjects(boolean marks) {
        boolean before = marksSubobjects;
        marksSubobjects = marks && !f.is(Function.OPT_NONE);
        return before;
    }

    /** The address of a member, marked with its size where that bounds what may be done through it. */
    private Inst subobject(TypedExpr.Member m, Inst address) {
        CType t = m.type();
        if (!t.isComplete() || t.isVla() || endsObject(m)) return address;
        Inst i = b.emit(Op.SUBOBJECT, Type.PTR, address);
        i.imm = t.size();
        return i;
    }

    /** An array at the end of what a pointer points to is often meant as one of any length, as gcc takes it. */
    private static boolean endsObject(TypedExpr.Member m) {
        if (!m.type().isArray()) return false;
        TypedExpr e = m;
        boolean inStructure = false;
        while (e instanceof TypedExpr.Member x) {
            RecordType r = (RecordType) x.base().type().strip();
            if (!r.union) {
                if (inStructure || x.field() != r.fields.getLast()) return false;
                inStructure = true;
            }
            e = x.base();
        }
        return e instanceof TypedExpr.Deref;
    }

    // ---- values ----

    /** The value of a scalar expression; of a record the address where it can be read until something else is evaluated. */
    Inst value(TypedExpr e) {
        int base = spine.size();
        while (true) {
            if (e instanceof TypedExpr.Binary n && scalars(n)) {
                spine.add(n);
                e = n.left();
            } else if (e instanceof TypedExpr.Convert c && onSpine(c.kind())) {
                spine.add(c);
                e = c.operand();
            } else if (e instanceof TypedExpr.PointerAdd p) {
                spine.add(p);
                e = p.pointer();
            } else {
                break;
            }
        }
        Inst v = leaf(e);
        while (spine.size() > base) {
            TypedExpr n = spine.remove(spine.size() - 1);
            switch (n) {
                case TypedExpr.Binary x -> {
                    Inst right = value(x.right());
                    b.loc = x.loc();
                    v = binary(x, v, right);
                }
                case TypedExpr.Convert c -> {
                    b.loc = c.loc();
                    v = convert(c, v);
                }
                case TypedExpr.PointerAdd p -> v = pointerAdd(p, v);
                default -> throw new IllegalStateException();
            }
        }
        return v;
    }

    /** Operands are scalars, not complex numbers or vectors. */
    private static boolean scalars(TypedExpr.Binary n) {
        CType t = n.left().type().strip();
        return !(t instanceof ComplexType) && !(t instanceof VectorType);
    }

    private static boolean onSpine(TypedExpr.Conversion k) {
        return switch (k) {
            case INT_TO_INT, INT_TO_FLOAT, FLOAT_TO_INT, FLOAT_TO_FLOAT, POINTER_TO_INT, INT_TO_POINTER, POINTER_TO_POINTER, NOP -> true;
            default -> false;
        };
    }

    private Inst leaf(TypedExpr e) {
        b.loc = e.loc();
        switch (e) {
            case TypedExpr.IntConst c -> {
                return constant(c);
            }
            case TypedExpr.FloatConst c -> {
                if (Halves.is(c.type())) return halves.constant(c.low());
                return f.fconst(shapes.ir(c.type()), c.low(), c.high());
            }
            case TypedExpr.Load l -> {
                Place p = place(l.lvalue());
                b.loc = l.loc();
                if (!Shapes.byAddress(l.type())) return memory.load(p);
                if (!p.type().isAtomic() && (p.type().quals() & (CType.SEG_FS | CType.SEG_GS)) == 0) return memory.address(p);
                Place temp = Place.of(memory.temporary(l.type()), l.type().unqualified());
                memory.copy(temp, p);
                return temp.address();
            }
            case TypedExpr.AddressOf a -> {
                if (a.lvalue() instanceof TypedExpr.FunctionRef r) return fn.functionAddress(r.function());
                Inst address = memory.address(place(a.lvalue()));
                return marksSubobjects && a.lvalue() instanceof TypedExpr.Member m ? subobject(m, address) : address;
            }
            case TypedExpr.LabelAddress l -> {
                return fn.labelAddress(l.label());
            }
            case TypedExpr.TempRef t -> {
                return (Inst) t.temp().lowered;
            }
            case TypedExpr.Unary u -> {
                return unary(u);
            }
            case TypedExpr.Logical l -> {
                return flag(conditions.logical(l), shapes.ir(l.type()));
            }
            case TypedExpr.Conditional c -> {
                return conditional(c);
            }
            case TypedExpr.Comma c -> {
                return value(lastOf(c));
            }
            case TypedExpr.PointerDifference d -> {
                return pointerDifference(d);
            }
            case TypedExpr.Let l -> {
                bind(l);
                return value(l.body());
            }
            case TypedExpr.Assign a -> {
                return assignments.assign(a, true);
            }
            case TypedExpr.Modify m -> {
                return assignments.modify(m, true);
            }
            case TypedExpr.Call c -> {
                return calls.call(c, null);
            }
            case TypedExpr.BuiltinCall c -> {
                return builtins.call(c);
            }
            case TypedExpr.TargetCall c -> {
                Inst v = builtins.target(c);
                return c.type().isVector() ? vectors.kept(v, c.type()) : v;
            }
            case TypedExpr.Atomic a -> {
                return builtins.atomic(a);
            }
            case TypedExpr.VaArg v -> {
                Inst at = vaArg(v);
                if (Halves.is(v.type())) return halves.value(b.load(Type.I16, at, 2, 0));
                return Shapes.byAddress(v.type()) ? at : b.load(shapes.ir(v.type()), at, Math.min(8, v.type().align()), 0);
            }
            case TypedExpr.StmtExpr s -> {
                return statementExpression(s);
            }
            case TypedExpr.Convert c -> {
                return otherConversion(c);
            }
            case TypedExpr.Binary n -> {
                if (n.left().type().isVector()) return vectors.binary(n);
                // Comparison of complex numbers.
                return flag(complexes.compare(n), shapes.ir(n.type()));
            }
            case TypedExpr.ComplexPart c -> {
                if (c.isLvalue()) return memory.load(place(c));
                return complexes.value(c.operand())[c.imaginary() ? 1 : 0];
            }
            case TypedExpr.Member m -> {
                // Of a record value.
                Place p = place(m);
                return Shapes.byAddress(m.type()) || m.type().isArray() ? memory.address(p) : memory.load(p);
            }
            case TypedExpr.VarRef v -> {
                return memory.address(place(v));
            }
            case TypedExpr.Deref v -> {
                return memory.address(place(v));
            }
            case TypedExpr.StringLiteral v -> {
                return memory.address(place(v));
            }
            case TypedExpr.CompoundLiteral v -> {
                return memory.address(place(v));
            }
            case TypedExpr.FunctionRef r -> {
                return fn.functionAddress(r.function());
            }
            case TypedExpr.MakeComplex m -> throw new IllegalStateException("complex value as a scalar");
            case TypedExpr.PointerAdd p -> throw new IllegalStateException();
        }
    }

    Inst constant(TypedExpr.IntConst c) {
        Type t = shapes.ir(c.type());
        if (t == Type.PTR) return f.ptrConst(c.low());
        return t == Type.I128 ? f.iconst128(c.low(), c.high()) : f.iconst(t, c.low());
    }

    Inst vaArg(TypedExpr.VaArg v) {
        Inst list = value(v.list());
        b.loc = v.loc();
        Inst at = b.emit(Op.VAARG, Type.PTR, list);
        at.aux = v.type().isVla() ? Shapes.POINTER : shapes.abi(v.type());
        return v.type().isVla() ? b.load(Type.PTR, at, 8, 0) : at;
    }

    /** Evaluates all but the last of a chain of commas. */
    TypedExpr lastOf(TypedExpr.Comma c) {
        int base = spine.size();
        TypedExpr e = c;
        while (e instanceof TypedExpr.Comma x) {
            spine.add(x.right());
            e = x.left();
        }
        effect(e);
        while (spine.size() > base + 1) effect(spine.remove(spine.size() - 1));
        return spine.remove(spine.size() - 1);
    }

    /** Binds the temporary of a Let; a record is copied, since its object may change. */
    void bind(TypedExpr.Let l) {
        CType t = l.temp().type;
        if (t.isVoid()) {
            effect(l.value());
        } else if (t.isComplex()) {
            l.temp().lowered = complexes.value(l.value());
        } else if (Shapes.byAddress(t)) {
            Inst temp = memory.temporary(t);
            recordTo(l.value(), Place.of(temp, t.unqualified()), true);
            l.temp().lowered = temp;
        } else {
            l.temp().lowered = value(l.value());
        }
    }

    private Inst statementExpression(TypedExpr.StmtExpr s) {
        Cleanups.Scope outer = fn.open(s);
        Inst v = s.value() == null ? null : value(s.value());
        if (v != null && !s.leave().isEmpty() && Shapes.byAddress(s.type())) {
            Place temp = Place.of(memory.temporary(s.type()), s.type().unqualified());
            memory.copy(temp, Place.of(v, s.type().unqualified()));
            v = temp.address();
        }
        fn.close(s, outer);
        return v;
    }

    private Inst conditional(TypedExpr.Conditional c) {
        Boolean known = conditions.truth(c.condition());
        if (known != null) return value(known ? c.then() : c.otherwise());
        boolean record = Shapes.byAddress(c.type());
        Block yes = f.newBlock("then");
        Block no = f.newBlock("else");
        Block end = f.newBlock("endcond");
        Inst result = end.addParam(record ? Type.PTR : shapes.ir(c.type()));
        conditions.branch(c.condition(), yes, no, Conditions.NO_HINT);
        fn.begin(yes);
        Inst x = value(c.then());
        fn.jump(end, x);
        fn.begin(no);
        Inst y = value(c.otherwise());
        fn.jump(end, y);
        b.loc = c.loc();
        fn.begin(end);
        result.loc = c.loc();
        return result;
    }

    // ---- records ----

    /**
     * Puts the value of a record expression to {@code to}.
     *
     * @param fresh nothing in {@code e} can refer to the object at {@code to}: it may be written while {@code e} is evaluated
     */
    void recordTo(TypedExpr e, Place to, boolean fresh) {
        while (true) {
            if (e instanceof TypedExpr.Comma c) e = lastOf(c);
            else if (e instanceof TypedExpr.Convert c && c.kind() == TypedExpr.Conversion.NOP) e = c.operand();
            else if (e instanceof TypedExpr.Let l) {
                bind(l);
                e = l.body();
            } else break;
        }
        b.loc = e.loc();
        // A choice is made place by place, and a function may write its result itself; all else that is a vector is a value.
        if (!(e instanceof TypedExpr.Conditional || e instanceof TypedExpr.Call) && vectors.store(e, to)) return;
        if (e instanceof TypedExpr.StmtExpr s && e.type().isVla()) {
            // A temporary of variable size would be gone with the stack that the block gives back.
            Cleanups.Scope outer = fn.open(s);
            if (s.value() != null) recordTo(s.value(), to, false);
            fn.close(s, outer);
        } else if (fresh && e instanceof TypedExpr.Call c && Shapes.inMemory(c.type()) && (to.type().quals() & (CType.VOLATILE | CType.ATOMIC | CType.SEG_FS | CType.SEG_GS)) == 0) {
            calls.call(c, memory.address(to));
        } else if (fresh && e instanceof TypedExpr.Load l && l.lvalue() instanceof TypedExpr.CompoundLiteral c && !to.type().isAtomic()) {
            memory.initialise(to, c.init());
        } else if (e instanceof TypedExpr.Load l) {
            Place from = place(l.lvalue());
            b.loc = e.loc();
            memory.copy(to, from);
        } else if (e instanceof TypedExpr.Conditional c && conditions.truth(c.condition()) == null) {
            Block yes = f.newBlock("then");
            Block no = f.newBlock("else");
            Block end = f.newBlock("endcond");
            conditions.branch(c.condition(), yes, no, Conditions.NO_HINT);
            fn.begin(yes);
            recordTo(c.then(), to, fresh);
            fn.jump(end);
            fn.begin(no);
            recordTo(c.otherwise(), to, fresh);
            fn.jump(end);
            fn.begin(end);
        } else {
            Inst from = value(e);
            b.loc = e.loc();
            memory.copy(to, Place.of(from, e.type().unqualified()));
        }
    }

    // ---- conversions ----

    /** An integer made as wide as {@code to}. */
    Inst resize(Inst v, Type to, boolean signed) {
        Type from = v.type;
        if (from == to) return v;
        if (v.op == Op.ICONST && from.isInt()) {
            if (from.bits > to.bits) return f.iconst(to, v.imm);
            long low = signed || from.bits >= 64 ? v.imm : v.imm & (1L << from.bits) - 1;
            if (to != Type.I128) return f.iconst(to, low);
            return f.iconst128(low, signed ? low >> 63 : 0);
        }
        if (from.bits > to.bits) return b.convert(Op.TRUNC, v, to);
        return b.convert(signed ? Op.SEXT : Op.ZEXT, v, to);
    }

    /** The same bits as a type of the same size. */
    Inst reinterpret(Inst v, Type to) {
        if (v.type == to) return v;
        if (v.type == Type.PTR) return b.convert(Op.PTRTOINT, v, to);
        if (to == Type.PTR) return v.op == Op.ICONST ? f.ptrConst(v.imm) : b.convert(Op.INTTOPTR, v, to);
        return b.convert(Op.BITCAST, v, to);
    }

    /** An i1 as an integer of 0 or 1. */
    Inst flag(Inst i1, Type to) {
        if (i1.isConst()) return f.iconst(to, i1.imm);
        return b.convert(Op.ZEXT, i1, to);
    }

    Inst floating(Inst i) {
        if (floatFlags != 0 && i.op.isFloating()) i.flags |= floatFlags;
        return i;
    }

    /** A value of a promoted wide bit-field's type has the bit-field's bits only. */
    private Inst cut(Inst v, CType t) {
        return t.strip() instanceof BasicType i && i.kind.integer && i.isBitField() ? memory.extend(v, i.width(), i.signed) : v;
    }

    private Inst convert(TypedExpr.Convert c, Inst v) {
        switch (c.kind()) {
            case INT_TO_INT -> {
                return cut(resize(v, shapes.ir(c.type()), c.operand().type().isSigned()), c.type());
            }
            case INT_TO_FLOAT -> {
                Inst r = intToFloat(v, c.operand().type().isSigned(), shapes.ir(c.type()));
                return Halves.is(c.type()) ? halves.round(r) : r;
            }
            case FLOAT_TO_INT -> {
                return cut(floatToInt(v, c.type().isSigned(), shapes.ir(c.type())), c.type());
            }
            case FLOAT_TO_FLOAT -> {
                if (Halves.is(c.type())) return halves.round(v);
                return floatToFloat(v, shapes.ir(c.type()));
            }
            case POINTER_TO_INT -> {
                Type t = shapes.ir(c.type());
                if (v.op == Op.ICONST) return resize(f.iconst(Type.I64, v.imm), t, false);
                return resize(b.convert(Op.PTRTOINT, v, Type.I64), t, false);
            }
            case INT_TO_POINTER -> {
                if (v.op == Op.ICONST) return f.ptrConst(v.imm);
                return b.convert(Op.INTTOPTR, resize(v, Type.I64, false), Type.PTR);
            }
            default -> {
                if (c.type().isScalar() && v.type.isInt() && c.type().isInteger()) return resize(v, shapes.ir(c.type()), c.operand().type().isSigned());
                return v;
            }
        }
    }

    Inst intToFloat(Inst v, boolean signed, Type to) {
        if (v.type.bits < 32) {
            v = resize(v, Type.I32, signed);
            signed = true;
        }
        return floating(b.convert(signed ? Op.SITOFP : Op.UITOFP, v, to));
    }

    /** Through int for narrower ones, as gcc does. */
    Inst floatToInt(Inst v, boolean signed, Type to) {
        if (to.bits < 32) return resize(floating(b.convert(Op.FPTOSI, v, Type.I32)), to, true);
        return floating(b.convert(signed ? Op.FPTOSI : Op.FPTOUI, v, to));
    }

    Inst floatToFloat(Inst v, Type to) {
        if (v.type == to) return v;
        return floating(b.convert(v.type.bits > to.bits ? Op.FTRUNC : Op.FEXT, v, to));
    }

    private Inst otherConversion(TypedExpr.Convert c) {
        switch (c.kind()) {
            case TO_BOOL -> {
                return flag(conditions.condition(c.operand()), Type.I8);
            }
            case TO_VOID -> {
                effect(c.operand());
                return null;
            }
            case BITCAST, SPLAT, VECTOR_CONVERT -> {
                return vectors.convert(c);
            }
            default -> throw new IllegalStateException("conversion " + c.kind());
        }
    }

    // ---- operators ----

    private Inst unary(TypedExpr.Unary u) {
        if (u.operand().type().isVector()) return vectors.unary(u);
        if (u.op() == TypedExpr.UnaryOp.LOG_NOT) return flag(conditions.not(conditions.condition(u.operand())), shapes.ir(u.type()));
        Inst v = value(u.operand());
        b.loc = u.loc();
        switch (u.op()) {
            case NEG -> {
                if (v.type.isFloat()) return floating(b.unary(Op.FNEG, v));
                return cut(arithmetic(Op.SUB, Op.SSUBO, f.zero(v.type), v, u.type().isSigned()), u.type());
            }
            case BIT_NOT -> {
                return cut(b.binary(Op.XOR, v, v.type == Type.I128 ? f.iconst128(-1, -1) : f.iconst(v.type, -1)), u.type());
            }
            default -> throw new IllegalStateException(u.op().toString());
        }
    }

    /** Addition, subtraction, multiplication of integers: what overflow means is the options'. */
    private Inst arithmetic(Op op, Op overflows, Inst x, Inst y, boolean signed) {
        if (!signed || options.wrapv) return b.binary(op, x, y);
        if (!options.trapv) return b.binary(op, x, y, Inst.NSW);
        Inst o = b.emit(overflows, Type.I1, x, y);
        Block trap = f.newBlock("overflow");
        Block go = f.newBlock(null);
        fn.jumpIf(o, trap, go, 1);
        fn.begin(trap);
        fn.trap();
        fn.begin(go);
        return b.binary(op, x, y);
    }

    private Inst binary(TypedExpr.Binary n, Inst x, Inst y) {
        if (n.op().isComparison()) return flag(compare(n.op(), x, y, n.left().type().isSigned()), shapes.ir(n.type()));
        return cut(binary(n.op(), x, y, n.type().isSigned()), n.type());
    }

    Inst binary(TypedExpr.BinaryOp op, Inst x, Inst y, boolean signed) {
        if (x.type.isFloat()) {
            Op o = switch (op) {
                case ADD -> Op.FADD;
                case SUB -> Op.FSUB;
                case MUL -> Op.FMUL;
                case DIV -> Op.FDIV;
                default -> throw new IllegalStateException(op + " of floats");
            };
            return floating(b.binary(o, x, y));
        }
        return switch (op) {
            case ADD -> arithmetic(Op.ADD, Op.SADDO, x, y, signed);
            case SUB -> arithmetic(Op.SUB, Op.SSUBO, x, y, signed);
            case MUL -> arithmetic(Op.MUL, Op.SMULO, x, y, signed);
            case DIV -> b.binary(signed ? Op.SDIV : Op.UDIV, x, y);
            case REM -> b.binary(signed ? Op.SREM : Op.UREM, x, y);
            case SHL -> b.binary(Op.SHL, x, resize(y, x.type, false));
            case SHR -> b.binary(signed ? Op.ASHR : Op.LSHR, x, resize(y, x.type, false));
            case AND -> b.binary(Op.AND, x, y);
            case OR -> b.binary(Op.OR, x, y);
            case XOR -> b.binary(Op.XOR, x, y);
            default -> throw new IllegalStateException(op.toString());
        };
    }

    Inst compare(TypedExpr.BinaryOp op, Inst x, Inst y, boolean signed) {
        if (x.type.isFloat()) return floating(b.fcmp(floatCondition(op), x, y));
        return b.icmp(integerCondition(op, signed), x, y);
    }

    static Cond floatCondition(TypedExpr.BinaryOp op) {
        return switch (op) {
            case EQ -> Cond.FOEQ;
            case NE -> Cond.FUNE;
            case LT -> Cond.FOLT;
            case GT -> Cond.FOGT;
            case LE -> Cond.FOLE;
            default -> Cond.FOGE;
        };
    }

    static Cond integerCondition(TypedExpr.BinaryOp op, boolean signed) {
        return switch (op) {
            case EQ -> Cond.EQ;
            case NE -> Cond.NE;
            case LT -> signed ? Cond.SLT : Cond.ULT;
            case GT -> signed ? Cond.SGT : Cond.UGT;
            case LE -> signed ? Cond.SLE : Cond.ULE;
            default -> signed ? Cond.SGE : Cond.UGE;
        };
    }

    private Inst pointerAdd(TypedExpr.PointerAdd p, Inst pointer) {
        boolean inbounds = options.pointersDoNotWrap();
        if (p.scaleExpr() == null && p.index() instanceof TypedExpr.IntConst k) {
            long n = k.low() * p.scale();
            b.loc = p.loc();
            return memory.offset(pointer, p.subtract() ? -n : n);
        }
        Inst index = value(p.index());
        b.loc = p.loc();
        index = resize(index, Type.I64, p.index().type().isSigned());
        Inst bytes = index;
        if (p.scaleExpr() != null) {
            Inst scale = resize(value(p.scaleExpr()), Type.I64, false);
            b.loc = p.loc();
            bytes = b.binary(Op.MUL, index, scale);
        } else if (p.scale() != 1) {
            bytes = b.binary(Op.MUL, index, f.iconst(Type.I64, p.scale()));
            if (inbounds) bytes.flags |= Inst.NSW;
        }
        if (p.subtract()) bytes = b.binary(Op.SUB, f.iconst(Type.I64, 0), bytes);
        Inst r = b.ptradd(pointer, bytes);
        if (inbounds) r.flags |= Inst.INBOUNDS;
        return r;
    }

    private Inst pointerDifference(TypedExpr.PointerDifference d) {
        Inst x = value(d.left());
        Inst y = value(d.right());
        b.loc = d.loc();
        Inst bytes = b.binary(Op.SUB, b.convert(Op.PTRTOINT, x, Type.I64), b.convert(Op.PTRTOINT, y, Type.I64));
        if (d.scaleExpr() != null) {
            Inst scale = resize(value(d.scaleExpr()), Type.I64, false);
            b.loc = d.loc();
            return b.binary(Op.SDIV, bytes, scale, Inst.EXACT);
        }
        if (d.scale() <= 1) return bytes;
        if (Long.bitCount(d.scale()) == 1) return b.binary(Op.ASHR, bytes, f.iconst(Type.I64, Long.numberOfTrailingZeros(d.scale())), Inst.EXACT);
        return b.binary(Op.SDIV, bytes, f.iconst(Type.I64, d.scale()), Inst.EXACT);
    }

    // ---- effects ----

    /** Evaluates an expression whose value nobody wants. */
    void effect(TypedExpr e) {
        while (true) {
            b.loc = e.loc();
            switch (e) {
                case TypedExpr.IntConst c -> {
                    return;
                }
                case TypedExpr.FloatConst c -> {
                    return;
                }
                case TypedExpr.TempRef t -> {
                    return;
                }
                case TypedExpr.Convert c -> e = c.operand();
                case TypedExpr.ComplexPart c -> e = c.operand();
                case TypedExpr.AddressOf a -> e = a.lvalue();
                case TypedExpr.Load l -> {
                    if (l.lvalue().type().isVolatile() || l.lvalue().type().isAtomic()) {
                        touch(l);
                        return;
                    }
                    e = l.lvalue();
                }
                case TypedExpr.Member m -> e = m.base();
                case TypedExpr.Deref d -> e = d.pointer();
                case TypedExpr.VarRef v -> {
                    return;
                }
                case TypedExpr.FunctionRef v -> {
                    return;
                }
                case TypedExpr.StringLiteral v -> {
                    return;
                }
                case TypedExpr.LabelAddress v -> {
                    return;
                }
                case TypedExpr.Comma c -> e = lastOf(c);
                case TypedExpr.Let l -> {
                    bind(l);
                    e = l.body();
                }
                case TypedExpr.Call c -> {
                    calls.call(c, null);
                    return;
                }
                case TypedExpr.StmtExpr s -> {
                    Cleanups.Scope outer = fn.open(s);
                    if (s.value() != null) effect(s.value());
                    fn.close(s, outer);
                    return;
                }
                case TypedExpr.Conditional c -> {
                    Boolean known = conditions.truth(c.condition());
                    if (known == null) {
                        effectOf(c);
                        return;
                    }
                    e = known ? c.then() : c.otherwise();
                }
                case TypedExpr.Logical l -> {
                    effectOf(l);
                    return;
                }
                case TypedExpr.Assign a when !a.type().isComplex() -> {
                    assignments.assign(a, false);
                    return;
                }
                case TypedExpr.Modify m when !m.type().isComplex() -> {
                    assignments.modify(m, false);
                    return;
                }
                default -> {
                    if (e.type().isComplex()) complexes.value(e);
                    else value(e);
                    return;
                }
            }
        }
    }

    /** A volatile or atomic object that is read for nothing. */
    private void touch(TypedExpr.Load l) {
        if (l.type().isComplex()) {
            complexes.value(l);
        } else if (Shapes.byAddress(l.type()) && !l.lvalue().type().isAtomic()) {
            Place from = place(l.lvalue());
            memory.copy(Place.of(memory.temporary(l.type()), l.type().unqualified()), from);
        } else {
            value(l);
        }
    }

    private void effectOf(TypedExpr.Conditional c) {
        Block yes = f.newBlock("then");
        Block no = f.newBlock("else");
        Block end = f.newBlock("endcond");
        conditions.branch(c.condition(), yes, no, Conditions.NO_HINT);
        fn.begin(yes);
        if (!fn.dead) effect(c.then());
        fn.jump(end);
        fn.begin(no);
        if (!fn.dead) effect(c.otherwise());
        fn.jump(end);
        fn.begin(end);
    }

    private void effectOf(TypedExpr.Logical l) {
        // A chain's operands but the last are conditions; the last is evaluated for its effect.
        Boolean left = conditions.truth(l.left());
        if (left != null && left == l.or()) return;
        Block right = f.newBlock("then");
        Block end = f.newBlock("endcond");
        if (l.or()) conditions.branch(l.left(), end, right, Conditions.NO_HINT);
        else conditions.branch(l.left(), right, end, Conditions.NO_HINT);
        fn.begin(right);
        if (!fn.dead) effect(l.right());
        fn.jump(end);
        fn.begin(end);
    }
}
