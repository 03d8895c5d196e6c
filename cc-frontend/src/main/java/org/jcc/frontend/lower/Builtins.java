package org.jcc.frontend.lower;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jcc.frontend.ast.Builtin;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetOperation;

/**
 * Builtins that are operations, and the atomic ones.
 *
 * <p>The overflow builtins compute as with infinite precision (GCC manual 6.56): operands of up to 64 bits exactly in an
 * integer that holds every result, which is then cut to the result's type and compared with what was cut; operands of
 * 128 bits by sign and magnitude.
 */
final class Builtins {
    /** At least the C library's {@code jmp_buf} on every target. */
    static final int JMP_BUF_BYTES = 512;

    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;

    Builtins(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
    }

    /** What {@code __builtin_constant_p} answers without an optimiser: constants, and addresses of string literals. */
    static boolean isConstant(TypedExpr e) {
        while (e instanceof TypedExpr.Convert c && c.kind() != TypedExpr.Conversion.TO_VOID) e = c.operand();
        return e instanceof TypedExpr.IntConst || e instanceof TypedExpr.FloatConst
                || e instanceof TypedExpr.AddressOf a && a.lvalue() instanceof TypedExpr.StringLiteral;
    }

    /** Where functions are optimised, a scalar that may turn out constant later is asked about later. */
    private Inst constantP(TypedExpr.BuiltinCall c) {
        TypedExpr e = c.args().get(0);
        Type t = shapes.ir(c.type());
        if (isConstant(e)) return f.iconst(t, 1);
        if (f.is(Function.OPT_NONE) || !e.type().isScalar() || !Effects.free(e)) return f.iconst(t, 0);
        Inst v = expressions.value(e);
        b.loc = c.loc();
        return expressions.flag(b.emit(Op.ISCONST, Type.I1, v), t);
    }

    Inst call(TypedExpr.BuiltinCall c) {
        List<TypedExpr> args = c.args();
        int loc = c.loc();
        switch (c.builtin()) {
            case EXPECT, EXPECT_WITH_PROBABILITY -> {
                Inst v = expressions.value(args.get(0));
                expressions.effect(args.get(1));
                return v;
            }
            case CONSTANT_P -> {
                return constantP(c);
            }
            case OBJECT_SIZE -> {
                long kind = ((TypedExpr.IntConst) args.get(1)).low();
                if (f.is(Function.OPT_NONE)) return f.iconst(Type.I64, Inst.unknownSize(kind));
                Inst p = expressions.value(args.get(0));
                b.loc = loc;
                Inst i = b.emit(Op.OBJECTSIZE, Type.I64, p);
                i.imm = kind;
                return i;
            }
            case UNREACHABLE -> {
                fn.unreachable();
                return null;
            }
            case TRAP -> {
                fn.trap();
                return null;
            }
            case PREFETCH -> {
                Inst address = expressions.value(args.get(0));
                b.loc = loc;
                b.emit(Op.PREFETCH, Type.VOID, address);
                return null;
            }
            case FRAME_ADDRESS, RETURN_ADDRESS -> {
                Inst i = b.emit(c.builtin() == Builtin.FRAME_ADDRESS ? Op.FRAMEADDR : Op.RETADDR, Type.PTR);
                i.imm = args.get(0) instanceof TypedExpr.IntConst k ? k.low() : 0;
                return i;
            }
            case ALLOCA, ALLOCA_WITH_ALIGN -> {
                Inst size = expressions.resize(expressions.value(args.get(0)), Type.I64, false);
                b.loc = loc;
                Inst i = b.emit(Op.DYNALLOCA, Type.PTR, size);
                i.align = args.size() > 1 && args.get(1) instanceof TypedExpr.IntConst k ? (int) Math.max(16, k.low() / 8) : 16;
                fn.saveStackPointer();
                return i;
            }
            case VA_START, VA_END -> {
                Inst list = expressions.value(args.get(0));
                b.loc = loc;
                b.emit(c.builtin() == Builtin.VA_START ? Op.VASTART : Op.VAEND, Type.VOID, list);
                return null;
            }
            case NEXT_ARG, SAVEREGS -> {
                TargetInfo.VaList kind = fn.unit.module.target.vaList();
                Inst list = b.alloca(kind.size, kind.align, null);
                b.emit(Op.VASTART, Type.VOID, list);
                int at = kind != TargetInfo.VaList.SYSV_X86_64 ? 0 : c.builtin() == Builtin.NEXT_ARG ? 8 : 16;
                return b.load(Type.PTR, expressions.memory.offset(list, at), 8, 0);
            }
            case CLEAR_PADDING -> {
                Inst at = expressions.value(args.get(0));
                b.loc = loc;
                new Padding(fn, expressions).clear(at, args.get(0).type().pointee());
                return null;
            }
            case VA_ARG_PACK_LEN -> {
                return expressions.calls.library(CallInfo.PACK_LENGTH, Type.I32);
            }
            case VA_COPY -> {
                Inst to = expressions.value(args.get(0));
                Inst from = expressions.value(args.get(1));
                b.loc = loc;
                b.emit(Op.VACOPY, Type.VOID, to, from);
                return null;
            }
            case CLZ, CTZ, POPCOUNT, PARITY, FFS, CLRSB, BSWAP, BITREVERSE -> {
                Inst v = expressions.value(args.get(0));
                b.loc = loc;
                return bits(c.builtin(), v, shapes.ir(c.type()));
            }
            case ADD_OVERFLOW, SUB_OVERFLOW, MUL_OVERFLOW, ADD_OVERFLOW_P, SUB_OVERFLOW_P, MUL_OVERFLOW_P -> {
                return overflow(c);
            }
            case FABS, ABS -> {
                Inst v = expressions.value(args.get(0));
                b.loc = loc;
                return b.unary(c.builtin() == Builtin.ABS ? Op.ABS : Op.FABS, v);
            }
            case COPYSIGN -> {
                Inst x = expressions.value(args.get(0));
                Inst y = expressions.value(args.get(1));
                b.loc = loc;
                return b.binary(Op.FCOPYSIGN, x, y);
            }
            case ISNAN, ISINF, ISFINITE, ISNORMAL, ISINF_SIGN, SIGNBIT -> {
                Inst v = expressions.value(args.get(0));
                b.loc = loc;
                return classify(c.builtin(), v, args.get(0).type(), shapes.ir(c.type()));
            }
            case ISUNORDERED, ISGREATER, ISGREATEREQUAL, ISLESS, ISLESSEQUAL, ISLESSGREATER -> {
                Inst x = expressions.value(args.get(0));
                Inst y = expressions.value(args.get(1));
                b.loc = loc;
                Cond k = switch (c.builtin()) {
                    case ISUNORDERED -> Cond.FUNO;
                    case ISGREATER -> Cond.FOGT;
                    case ISGREATEREQUAL -> Cond.FOGE;
                    case ISLESS -> Cond.FOLT;
                    case ISLESSEQUAL -> Cond.FOLE;
                    default -> Cond.FONE;
                };
                return expressions.flag(b.quiet(k, x, y), shapes.ir(c.type()));
            }
            case FPCLASSIFY -> {
                return fpclassify(args, loc);
            }
            case THREAD_FENCE, SIGNAL_FENCE -> {
                int order = (int) ((TypedExpr.IntConst) args.get(0)).low();
                if (order == Inst.RELAXED || order == Inst.NONE) return null;
                Inst i = b.emit(Op.FENCE, Type.VOID);
                i.setOrder(order);
                i.imm = c.builtin() == Builtin.SIGNAL_FENCE ? 1 : 0;
                return null;
            }
            case CLEAR_CACHE -> {
                Inst from = expressions.value(args.get(0));
                Inst to = expressions.value(args.get(1));
                b.loc = loc;
                return expressions.calls.library("__clear_cache", Type.VOID, from, to);
            }
            case THREAD_POINTER -> {
                return b.emit(Op.THREADPTR, Type.PTR);
            }
            case CPU_RELAX -> {
                Inst i = b.emit(Op.ASM, Type.VOID);
                i.aux = new AsmInfo("pause", true, true, List.of(), List.of("memory"), 0, new Type[0]);
                return null;
            }
            case DWARF_CFA -> {
                Inst i = b.emit(Op.FRAMEADDR, Type.PTR);
                i.imm = -1;
                return i;
            }
            case CPU_INIT -> {
                return f.iconst(shapes.ir(c.type()), 0);
            }
            case CPU_SUPPORTS, CPU_IS -> {
                return processor(c);
            }
            case SETJMP -> {
                // The buffer has five words, which hold no target's registers: its first is the address of a jmp_buf in this frame.
                Inst buffer = expressions.value(args.get(0));
                b.loc = loc;
                Inst registers = b.alloca(JMP_BUF_BYTES, 16, null);
                b.store(buffer, registers, 8, 0);
                return expressions.calls.library("_setjmp", Type.I32, CallInfo.RETURNS_TWICE, registers);
            }
            case LONGJMP -> {
                Inst buffer = expressions.value(args.get(0));
                b.loc = loc;
                expressions.calls.library("longjmp", Type.VOID, CallInfo.NORETURN, b.load(Type.PTR, buffer, 8, 0), f.iconst(Type.I32, 1));
                fn.unreachable();
                return null;
            }
            case SHUFFLE, SHUFFLEVECTOR -> {
                return expressions.vectors.shuffle(c);
            }
            default -> throw new Shapes.Unsupported("'" + c.builtin().spelling + "'");
        }
    }

    // ---- the target's own ----

    private Inst processor(TypedExpr.BuiltinCall c) {
        Type t = shapes.ir(c.type());
        TypedExpr e = c.args().get(0);
        while (e instanceof TypedExpr.Convert x) e = x.operand();
        if (!(e instanceof TypedExpr.AddressOf a && a.lvalue() instanceof TypedExpr.StringLiteral l)) {
            fn.unit.diagnostics.error(c.loc(), "parameter to builtin must be a string constant or literal");
            return f.iconst(t, 0);
        }
        byte[] bytes = l.data().bytes();
        String name = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1);
        TargetInfo.Operations target = fn.unit.module.target.operations();
        b.loc = c.loc();
        if (c.builtin() == Builtin.CPU_IS) {
            TargetOperation o = target.is(name);
            return o == null ? f.iconst(t, 0) : new TargetAssembly(fn).emit(o, t, new Inst[0]);
        }
        List<TargetOperation> all = target.supports(name);
        if (all == null) fn.unit.diagnostics.error(c.loc(), "parameter to builtin not valid: " + name);
        Inst r = null;
        if (all != null) {
            for (TargetOperation o : all) {
                Inst bit = new TargetAssembly(fn).emit(o, t, new Inst[0]);
                r = r == null ? bit : b.binary(Op.AND, r, bit);
            }
        }
        return r == null ? f.iconst(t, 0) : r;
    }

    /** The value, of a vector too. */
    Inst target(TypedExpr.TargetCall c) {
        TargetOperation o = c.operation();
        Inst[] a = new Inst[c.args().size()];
        for (int k = 0; k < a.length; k++) {
            TypedExpr e = c.args().get(k);
            a[k] = e.type().isVector() ? expressions.vectors.value(e) : expressions.value(e);
        }
        b.loc = c.loc();
        Type t = Type.of(o.shapes()[0]);
        if (!fn.unit.module.target.features().includes(f.features, o.features)) {
            fn.unit.diagnostics.error(c.loc(), "'" + o.name + "' needs isa option -m" + o.features.replace(",", " -m"));
            return t == Type.VOID ? null : f.poison(t);
        }
        if (!o.isPure()) return new TargetAssembly(fn).emit(o, t, a);
        Inst i = b.emit(Op.TARGET, t, a);
        i.aux = o;
        return i;
    }

    // ---- bits ----

    private Inst bits(Builtin k, Inst v, Type result) {
        Type t = v.type;
        Inst r = switch (k) {
            case CLZ -> b.unary(Op.CLZ, v);
            case CTZ -> b.unary(Op.CTZ, v);
            case POPCOUNT -> b.unary(Op.POPCNT, v);
            case PARITY -> b.binary(Op.AND, b.unary(Op.POPCNT, v), f.iconst(t, 1));
            case FFS -> b.select(b.icmp(Cond.EQ, v, f.zero(t)), f.zero(t), b.binary(Op.ADD, b.unary(Op.CTZ, v), f.iconst(t, 1)));
            case CLRSB -> {
                Inst sign = b.binary(Op.ASHR, v, f.iconst(t, t.bits - 1));
                yield b.binary(Op.SUB, b.unary(Op.CLZ, b.binary(Op.XOR, v, sign)), f.iconst(t, 1));
            }
            case BSWAP -> b.unary(Op.BSWAP, v);
            default -> b.unary(Op.BITREVERSE, v);
        };
        return expressions.resize(r, result, false);
    }

    // ---- overflow ----

    private Inst overflow(TypedExpr.BuiltinCall c) {
        TypedExpr left = c.args().get(0);
        TypedExpr right = c.args().get(1);
        TypedExpr third = c.args().get(2);
        boolean predicate = switch (c.builtin()) {
            case ADD_OVERFLOW_P, SUB_OVERFLOW_P, MUL_OVERFLOW_P -> true;
            default -> false;
        };
        TypedExpr.BinaryOp op = switch (c.builtin()) {
            case ADD_OVERFLOW, ADD_OVERFLOW_P -> TypedExpr.BinaryOp.ADD;
            case SUB_OVERFLOW, SUB_OVERFLOW_P -> TypedExpr.BinaryOp.SUB;
            default -> TypedExpr.BinaryOp.MUL;
        };
        Inst x = expressions.value(left);
        Inst y = expressions.value(right);
        CType resultType = predicate ? third.type() : third.type().pointee();
        Inst target = predicate ? null : expressions.value(third);
        b.loc = c.loc();
        boolean sx = left.type().isSigned();
        boolean sy = right.type().isSigned();
        Type rt = shapes.ir(resultType);
        Inst[] r;
        int widest = Math.max(x.type.bits, y.type.bits);
        if (x.type == rt && y.type == rt && sx == sy && sx == resultType.isSigned() && rt.bits >= 32) {
            r = native_(op, x, y, sx);
        } else if (widest <= 64) {
            r = exact(op, x, sx, y, sy, rt, resultType.isSigned(), widest);
        } else {
            r = wide(op, x, sx, y, sy, rt, resultType.isSigned());
        }
        if (target != null) {
            Place p = Place.of(target, resultType);
            // A bit-field's or _Bool's width is no result type that C allows here.
            expressions.memory.store(p, r[0]);
        }
        Inst over = r[1];
        if (predicate && c.args().get(3) instanceof TypedExpr.IntConst width && width.low() < rt.bits) {
            // Of a bit-field: what fits its declared type must fit its width.
            Inst cut = f.iconst(rt, rt.bits - width.low());
            Inst kept = b.binary(resultType.isSigned() ? Op.ASHR : Op.LSHR, b.binary(Op.SHL, r[0], cut), cut);
            over = b.binary(Op.OR, over, b.icmp(Cond.NE, kept, r[0]));
        }
        return expressions.flag(over, shapes.ir(c.type()));
    }

    /** All of one type: the processor's own flag. */
    private Inst[] native_(TypedExpr.BinaryOp op, Inst x, Inst y, boolean signed) {
        Op plain;
        Op flag;
        switch (op) {
            case ADD -> {
                plain = Op.ADD;
                flag = signed ? Op.SADDO : Op.UADDO;
            }
            case SUB -> {
                plain = Op.SUB;
                flag = signed ? Op.SSUBO : Op.USUBO;
            }
            default -> {
                plain = Op.MUL;
                flag = signed ? Op.SMULO : Op.UMULO;
            }
        }
        Inst v = b.binary(plain, x, y);
        return new Inst[] {v, b.emit(flag, Type.I1, x, y)};
    }

    private Inst plain(TypedExpr.BinaryOp op, Inst x, Inst y) {
        return b.binary(op == TypedExpr.BinaryOp.ADD ? Op.ADD : op == TypedExpr.BinaryOp.SUB ? Op.SUB : Op.MUL, x, y);
    }

    /** Operands of at most 64 bits: every result fits the wide type's bits, and is told by comparing with the cut one. */
    private Inst[] exact(TypedExpr.BinaryOp op, Inst x, boolean sx, Inst y, boolean sy, Type rt, boolean sr, int widest) {
        int need = op == TypedExpr.BinaryOp.MUL ? 2 * widest + 1 : widest + 2;
        Type w = need <= 64 ? Type.I64 : Type.I128;
        Inst v = plain(op, expressions.resize(x, w, sx), expressions.resize(y, w, sy));
        // The one product that needs more than 127 bits, of two unsigned 64-bit numbers, is no extension of 64 bits either.
        if (rt.bits < w.bits) {
            Inst cut = expressions.resize(v, rt, false);
            return new Inst[] {cut, b.icmp(Cond.NE, expressions.resize(cut, w, sr), v)};
        }
        if (rt.bits > w.bits) {
            Inst result = expressions.resize(v, rt, true);
            return new Inst[] {result, sr ? f.iconst(Type.I1, 0) : b.icmp(Cond.SLT, v, f.zero(w))};
        }
        boolean bothUnsigned = !sx && !sy && op == TypedExpr.BinaryOp.MUL;
        if (sr) return new Inst[] {v, bothUnsigned && w == Type.I128 && widest == 64 ? b.icmp(Cond.SLT, v, f.zero(w)) : f.iconst(Type.I1, 0)};
        return new Inst[] {v, bothUnsigned ? f.iconst(Type.I1, 0) : b.icmp(Cond.SLT, v, f.zero(w))};
    }

    /**
     * An operand of 128 bits: magnitudes of 128 bits and signs. The result is magnitude and sign again, with a flag that the
     * magnitude needs more bits.
     */
    private Inst[] wide(TypedExpr.BinaryOp op, Inst x, boolean sx, Inst y, boolean sy, Type rt, boolean sr) {
        Type w = Type.I128;
        x = expressions.resize(x, w, sx);
        y = expressions.resize(y, w, sy);
        Inst zero = f.zero(w);
        Inst no = f.iconst(Type.I1, 0);
        Inst nx = sx ? b.icmp(Cond.SLT, x, zero) : no;
        Inst ny = sy ? b.icmp(Cond.SLT, y, zero) : no;
        Inst mx = sx ? b.select(nx, b.binary(Op.SUB, zero, x), x) : x;
        Inst my = sy ? b.select(ny, b.binary(Op.SUB, zero, y), y) : y;
        Inst wrapped = plain(op, x, y);
        Inst negative;
        Inst magnitude;
        Inst lost;
        if (op == TypedExpr.BinaryOp.MUL) {
            magnitude = b.binary(Op.MUL, mx, my);
            lost = b.emit(Op.UMULO, Type.I1, mx, my);
            negative = b.binary(Op.XOR, nx, ny);
        } else {
            if (op == TypedExpr.BinaryOp.SUB) ny = expressions.conditions.not(ny);
            // Same sign: add magnitudes. Other signs: the larger less the smaller, with the larger's sign.
            Inst same = b.binary(Op.XOR, b.binary(Op.XOR, nx, ny), f.iconst(Type.I1, 1));
            Inst sum = b.binary(Op.ADD, mx, my);
            Inst carry = b.emit(Op.UADDO, Type.I1, mx, my);
            Inst larger = b.icmp(Cond.UGE, mx, my);
            Inst difference = b.select(larger, b.binary(Op.SUB, mx, my), b.binary(Op.SUB, my, mx));
            magnitude = b.select(same, sum, difference);
            lost = b.binary(Op.AND, same, carry);
            negative = b.select(same, nx, b.select(larger, nx, ny));
        }
        // What the result's type holds: magnitudes up to max, or max + 1 if negative and signed.
        Inst max = sr ? rt == w ? f.iconst128(-1, Long.MAX_VALUE) : f.iconst128((1L << rt.bits - 1) - 1, 0)
                : rt == w ? f.iconst128(-1, -1) : rt.bits == 64 ? f.iconst128(-1, 0) : f.iconst128((1L << rt.bits) - 1, 0);
        Inst least = sr ? b.binary(Op.ADD, max, f.iconst(w, 1)) : zero;
        Inst out = b.select(negative, b.icmp(Cond.UGT, magnitude, least), b.icmp(Cond.UGT, magnitude, max));
        return new Inst[] {expressions.resize(wrapped, rt, false), b.binary(Op.OR, lost, out)};
    }

    // ---- classes of floating numbers ----

    private Inst infinity(Type t) {
        if (t == Type.F32) return f.fconst(t, 0x7f800000L, 0);
        if (t == Type.F64) return f.fconst(t, 0x7ffL << 52, 0);
        return t == Type.F80 ? f.fconst(t, Long.MIN_VALUE, 0x7fff) : f.fconst(t, 0, 0x7fffL << 48);
    }

    private Inst leastNormal(CType of, Type t) {
        if (Halves.is(of)) return f.fconst(t, 0x38800000L, 0);
        if (t == Type.F32) return f.fconst(t, 0x00800000L, 0);
        if (t == Type.F64) return f.fconst(t, 1L << 52, 0);
        return t == Type.F80 ? f.fconst(t, Long.MIN_VALUE, 1) : f.fconst(t, 0, 1L << 48);
    }

    private Inst classify(Builtin k, Inst v, CType of, Type result) {
        Type t = v.type;
        switch (k) {
            case ISNAN -> {
                return expressions.flag(b.fcmp(Cond.FUNO, v, v), result);
            }
            case ISINF -> {
                return expressions.flag(b.fcmp(Cond.FOEQ, b.unary(Op.FABS, v), infinity(t)), result);
            }
            case ISFINITE -> {
                return expressions.flag(b.quiet(Cond.FOLT, b.unary(Op.FABS, v), infinity(t)), result);
            }
            case ISNORMAL -> {
                Inst a = b.unary(Op.FABS, v);
                return expressions.flag(b.binary(Op.AND, b.quiet(Cond.FOGE, a, leastNormal(of, t)), b.quiet(Cond.FOLT, a, infinity(t))), result);
            }
            case ISINF_SIGN -> {
                Inst plus = expressions.flag(b.fcmp(Cond.FOEQ, v, infinity(t)), result);
                Inst minus = expressions.flag(b.fcmp(Cond.FOEQ, v, b.unary(Op.FNEG, infinity(t))), result);
                return b.binary(Op.SUB, plus, minus);
            }
            default -> {
                return signbit(v, result);
            }
        }
    }

    private Inst signbit(Inst v, Type result) {
        Inst bits;
        if (v.type == Type.F80) {
            Inst temp = b.alloca(16, 16, null);
            b.store(temp, v, 16, 0);
            bits = b.load(Type.I16, expressions.memory.offset(temp, 8), 8, 0);
        } else {
            bits = b.convert(Op.BITCAST, v, Type.integer(v.type.bits));
        }
        return expressions.resize(b.binary(Op.LSHR, bits, f.iconst(bits.type, bits.type.bits - 1)), result, false);
    }

    private Inst fpclassify(List<TypedExpr> args, int loc) {
        Inst[] names = new Inst[5];
        for (int i = 0; i < 5; i++) names[i] = expressions.value(args.get(i));
        Inst v = expressions.value(args.get(5));
        b.loc = loc;
        Type t = v.type;
        Inst a = b.unary(Op.FABS, v);
        Inst r = b.select(b.fcmp(Cond.FOEQ, a, f.zero(t)), names[4], names[3]);
        r = b.select(b.quiet(Cond.FOGE, a, leastNormal(args.get(5).type(), t)), names[2], r);
        r = b.select(b.fcmp(Cond.FOEQ, a, infinity(t)), names[1], r);
        return b.select(b.fcmp(Cond.FUNO, v, v), names[0], r);
    }

    // ---- atomics ----

    /** What is no instruction: the runtime's functions for 16 bytes (libatomic's). */
    private Inst atomic16(TypedExpr.Atomic a, Inst address, Inst[] operands, Type t) {
        Inst order = f.iconst(Type.I32, Assignments.cOrder(a.order() == Inst.NONE ? Inst.SEQ_CST : a.order()));
        switch (a.kind()) {
            case LOAD -> {
                return expressions.calls.library("__atomic_load_16", t, address, order);
            }
            case STORE -> {
                return expressions.calls.library("__atomic_store_16", Type.VOID, address, operands[0], order);
            }
            case EXCHANGE -> {
                return expressions.calls.library("__atomic_exchange_16", t, address, operands[0], order);
            }
            case ADD, SUB, AND, NAND, OR, XOR -> {
                Inst operand = expressions.resize(operands[0], t, false);
                Inst old = expressions.calls.library("__atomic_fetch_" + a.kind().name().toLowerCase(java.util.Locale.ROOT) + "_16", t, address, operand, order);
                return a.resultIsNew() ? renewed(a.kind(), old, operand) : old;
            }
            default -> {
                Inst expected = operands[0];
                if (a.kind() == TypedExpr.AtomicKind.COMPARE_EXCHANGE_VALUE) {
                    expected = b.alloca(16, 16, null);
                    b.store(expected, operands[0], 16, 0);
                }
                Inst failed = f.iconst(Type.I32, Assignments.cOrder(a.failOrder() == Inst.NONE ? Inst.SEQ_CST : a.failOrder()));
                Inst ok = expressions.calls.library("__atomic_compare_exchange_16", Type.I8, address, expected, operands[1], order, failed);
                boolean wantsFlag = a.kind() == TypedExpr.AtomicKind.COMPARE_EXCHANGE || a.type().isBool();
                return wantsFlag ? ok : b.load(t, expected, 16, 0);
            }
        }
    }

    Inst atomic(TypedExpr.Atomic a) {
        Inst address = expressions.value(a.pointer());
        Inst[] operands = new Inst[a.operands().size()];
        for (int i = 0; i < operands.length; i++) operands[i] = expressions.value(a.operands().get(i));
        b.loc = a.loc();
        Type value = a.kind() == TypedExpr.AtomicKind.TEST_AND_SET || a.kind() == TypedExpr.AtomicKind.CLEAR ? Type.I8 : shapes.ir(a.valueType());
        if (value.size > 8) return atomic16(a, address, operands, value);
        Type bits = Type.integer(value.size * 8);
        int order = a.order() == Inst.NONE ? Inst.SEQ_CST : a.order();
        switch (a.kind()) {
            case LOAD -> {
                Inst i = b.load(bits, address, value.size, 0);
                i.setOrder(order == Inst.RELEASE || order == Inst.ACQ_REL ? Inst.SEQ_CST : order);
                return expressions.reinterpret(i, value);
            }
            case STORE -> {
                Inst i = b.store(address, expressions.reinterpret(operands[0], bits), value.size, 0);
                i.setOrder(order == Inst.ACQUIRE || order == Inst.ACQ_REL ? Inst.SEQ_CST : order);
                return null;
            }
            case EXCHANGE -> {
                return expressions.reinterpret(expressions.assignments.rmw(Op.Rmw.XCHG, address, expressions.reinterpret(operands[0], bits), value.size, order), value);
            }
            case ADD, SUB, AND, NAND, OR, XOR -> {
                Inst operand = operands[0].type == Type.PTR ? expressions.reinterpret(operands[0], bits) : expressions.resize(operands[0], bits, false);
                Inst old = expressions.assignments.rmw(Op.Rmw.valueOf(a.kind().name()), address, operand, value.size, order);
                return expressions.reinterpret(a.resultIsNew() ? renewed(a.kind(), old, operand) : old, value);
            }
            case COMPARE_EXCHANGE_VALUE -> {
                Inst x = exchange(a, address, operands[0], operands[1], bits, value.size, order);
                Inst ok = b.result(x, 1, Type.I1);
                if (a.type().isBool() && (a.resultIsNew() || !a.valueType().isBool())) return expressions.flag(ok, Type.I8);
                return expressions.reinterpret(b.result(x, 0, bits), value);
            }
            case COMPARE_EXCHANGE -> {
                int align = Math.min(value.size, a.valueType().align());
                Inst expected = b.load(bits, operands[0], align, 0);
                Inst x = exchange(a, address, expected, operands[1], bits, value.size, order);
                Inst old = b.result(x, 0, bits);
                Inst ok = b.result(x, 1, Type.I1);
                var failed = f.newBlock(null);
                var end = f.newBlock(null);
                fn.jumpIf(ok, end, failed, Conditions.NO_HINT);
                fn.begin(failed);
                b.store(operands[0], old, align, 0);
                fn.jump(end);
                fn.begin(end);
                return expressions.flag(ok, Type.I8);
            }
            case TEST_AND_SET -> {
                Inst old = expressions.assignments.rmw(Op.Rmw.XCHG, address, f.iconst(Type.I8, 1), 1, order);
                return expressions.flag(b.icmp(Cond.NE, old, f.iconst(Type.I8, 0)), Type.I8);
            }
            case CLEAR -> {
                Inst i = b.store(address, f.iconst(Type.I8, 0), 1, 0);
                i.setOrder(order == Inst.ACQUIRE || order == Inst.ACQ_REL ? Inst.SEQ_CST : order);
                return null;
            }
        }
        throw new IllegalStateException();
    }

    private Inst exchange(TypedExpr.Atomic a, Inst address, Inst expected, Inst desired, Type bits, int size, int order) {
        int fail = a.failOrder() == Inst.NONE || a.failOrder() == Inst.RELEASE || a.failOrder() == Inst.ACQ_REL ? Inst.SEQ_CST : a.failOrder();
        if (a.failOrder() == Inst.ACQ_REL) fail = Inst.ACQUIRE;
        if (a.failOrder() == Inst.RELEASE) fail = Inst.RELAXED;
        return expressions.assignments.cmpxchg(address, expressions.reinterpret(expected, bits), expressions.reinterpret(desired, bits), size, order, fail, a.weak());
    }

    private Inst renewed(TypedExpr.AtomicKind k, Inst old, Inst operand) {
        return switch (k) {
            case ADD -> b.binary(Op.ADD, old, operand);
            case SUB -> b.binary(Op.SUB, old, operand);
            case AND -> b.binary(Op.AND, old, operand);
            case NAND -> b.binary(Op.XOR, b.binary(Op.AND, old, operand), f.iconst(old.type, -1));
            case OR -> b.binary(Op.OR, old, operand);
            default -> b.binary(Op.XOR, old, operand);
        };
    }
}
