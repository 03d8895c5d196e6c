package org.jcc.codegen.legal;

import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Turns operations that no target has instructions for into calls: binary128 arithmetic, 128-bit division and conversion
 * (the names of libgcc's interface, defined by jcc's own runtime), and the C library's functions behind {@code fma},
 * {@code fmin}, rounding and the like.
 *
 * <p>Requires: IR in C shape. Ensures: no operation remains that {@link Legality} refuses and that has a runtime function;
 * f128 values are only loaded, stored, moved and passed. The calls have C signatures: ABI lowering comes after.
 */
public final class RuntimeCalls {
    private final Module m;
    private final Function f;
    private final Legality legality;
    private final Builder b;

    private RuntimeCalls(Module m, Function f, Legality legality) {
        this.m = m;
        this.f = f;
        this.legality = legality;
        this.b = new Builder(f);
    }

    public static void run(Module m, Function f, Legality legality) {
        if (f.isDefinition()) new RuntimeCalls(m, f, legality).run();
    }

    private void run() {
        for (Block block : f.blocks) {
            for (Inst i = block.first, next; i != null; i = next) {
                next = i.next;
                Inst r = lower(i);
                if (r == null) continue;
                i.replaceAllUsesWith(r);
                i.remove();
            }
        }
    }

    private Inst lower(Inst i) {
        Type t = i.type;
        switch (i.op) {
            case SDIV, UDIV, SREM, UREM -> {
                if (t != Type.I128) return null;
                String name = i.op == Op.SDIV ? "__divti3" : i.op == Op.UDIV ? "__udivti3" : i.op == Op.SREM ? "__modti3" : "__umodti3";
                return call(i, name, t, i.arg(0), i.arg(1));
            }
            case FADD, FSUB, FMUL, FDIV -> {
                if (t != Type.F128) return null;
                String name = i.op == Op.FADD ? "__addtf3" : i.op == Op.FSUB ? "__subtf3" : i.op == Op.FMUL ? "__multf3" : "__divtf3";
                return call(i, name, t, i.arg(0), i.arg(1));
            }
            case FCMP -> {
                return i.arg(0).type == Type.F128 ? compare128(i) : null;
            }
            case FTRUNC, FEXT -> {
                Type from = i.arg(0).type;
                if (from != Type.F128 && t != Type.F128) return null;
                return call(i, (i.op == Op.FEXT ? "__extend" : "__trunc") + mode(from) + mode(t) + "2", t, i.arg(0));
            }
            case SITOFP, UITOFP -> {
                Type from = i.arg(0).type;
                if (t != Type.F128 && from != Type.I128) return null;
                b.before(i);
                Inst v = i.arg(0);
                boolean unsigned = i.op == Op.UITOFP;
                if (from.bits < 32) {
                    v = b.convert(unsigned ? Op.ZEXT : Op.SEXT, v, Type.I32);
                    unsigned = false;
                }
                return call(i, (unsigned ? "__floatun" : "__float") + mode(v.type) + mode(t), t, v);
            }
            case FPTOSI, FPTOUI -> {
                Type from = i.arg(0).type;
                if (from != Type.F128 && t != Type.I128) return null;
                Type to = t.bits < 32 ? Type.I32 : t;
                Inst v = call(i, (i.op == Op.FPTOUI && t.bits >= 32 ? "__fixuns" : "__fix") + mode(from) + mode(to), to, i.arg(0));
                return to == t ? v : b.convert(Op.TRUNC, v, t);
            }
            case FNEG, FABS, FCOPYSIGN -> {
                return t == Type.F128 ? signs128(i) : null;
            }
            case FSQRT, FMA, FMIN, FMAX, FFLOOR, FCEIL, FTRUNCI, FRINT -> {
                if (legality.legal(i.op, t)) return null;
                String name = switch (i.op) {
                    case FSQRT -> "sqrt";
                    case FMA -> "fma";
                    case FMIN -> "fmin";
                    case FMAX -> "fmax";
                    case FFLOOR -> "floor";
                    case FCEIL -> "ceil";
                    case FTRUNCI -> "trunc";
                    default -> "rint";
                };
                boolean quad = t == Type.F128 && m.target.longDouble() != org.jcc.support.TargetInfo.LongDouble.QUAD;
                Inst[] args = new Inst[i.argCount()];
                for (int k = 0; k < args.length; k++) args[k] = i.arg(k);
                return call(i, name + (t == Type.F32 ? "f" : t == Type.F64 ? "" : quad ? "f128" : "l"), t, args);
            }
            default -> {
                return null;
            }
        }
    }

    /** libgcc's comparison functions return an int that compares with zero as the operands do (unordered: see each). */
    private Inst compare128(Inst i) {
        Cond c = i.cond();
        Inst x = i.arg(0);
        Inst y = i.arg(1);
        return switch (c) {
            case FOEQ -> test(i, "__eqtf2", Cond.EQ, x, y);
            case FUNE -> test(i, "__netf2", Cond.NE, x, y);
            case FOLT -> test(i, "__lttf2", Cond.SLT, x, y);
            case FOLE -> test(i, "__letf2", Cond.SLE, x, y);
            case FOGT -> test(i, "__gttf2", Cond.SGT, x, y);
            case FOGE -> test(i, "__getf2", Cond.SGE, x, y);
            // Negations: the functions answer "no" for NaNs, so the opposite condition is true for them.
            case FULT -> test(i, "__getf2", Cond.SLT, x, y);
            case FULE -> test(i, "__gttf2", Cond.SLE, x, y);
            case FUGT -> test(i, "__letf2", Cond.SGT, x, y);
            case FUGE -> test(i, "__lttf2", Cond.SGE, x, y);
            case FUNO -> test(i, "__unordtf2", Cond.NE, x, y);
            case FORD -> test(i, "__unordtf2", Cond.EQ, x, y);
            case FUEQ -> {
                Inst unordered = test(i, "__unordtf2", Cond.NE, x, y);
                Inst equal = test(i, "__eqtf2", Cond.EQ, x, y);
                yield b.binary(Op.OR, unordered, equal);
            }
            case FONE -> {
                Inst ordered = test(i, "__unordtf2", Cond.EQ, x, y);
                Inst differ = test(i, "__netf2", Cond.NE, x, y);
                yield b.binary(Op.AND, ordered, differ);
            }
            default -> throw new IllegalStateException("integer condition");
        };
    }

    private Inst test(Inst at, String name, Cond c, Inst x, Inst y) {
        Inst r = call(at, name, Type.I32, x, y);
        return b.icmp(c, r, f.iconst(Type.I32, 0));
    }

    private Inst signs128(Inst i) {
        b.before(i);
        Inst sign = f.iconst128(0, Long.MIN_VALUE);
        Inst rest = f.iconst128(-1, Long.MAX_VALUE);
        Inst x = b.convert(Op.BITCAST, i.arg(0), Type.I128);
        Inst r = switch (i.op) {
            case FNEG -> b.binary(Op.XOR, x, sign);
            case FABS -> b.binary(Op.AND, x, rest);
            default -> b.binary(Op.OR, b.binary(Op.AND, x, rest), b.binary(Op.AND, b.convert(Op.BITCAST, i.arg(1), Type.I128), sign));
        };
        return b.convert(Op.BITCAST, r, Type.F128);
    }

    private Inst call(Inst at, String name, Type result, Inst... args) {
        b.before(at);
        AbiType[] params = new AbiType[args.length];
        for (int k = 0; k < args.length; k++) params[k] = new AbiType.Scalar(args[k].type, !name.contains("uns"));
        Signature s = new Signature(new AbiType.Scalar(result, true), List.of(params), false, false);
        Function callee = m.declare(name, s);
        return b.call(new CallInfo(s, CallInfo.NOTHROW), result, f.symbol(callee, 0), args);
    }

    /** libgcc's letter for a mode. */
    private static String mode(Type t) {
        return switch (t.bits) {
            case 32 -> t.isInt() ? "si" : "sf";
            case 64 -> t.isInt() ? "di" : "df";
            case 80 -> "xf";
            case 128 -> t.isInt() ? "ti" : "tf";
            default -> throw new IllegalArgumentException("no mode of " + t);
        };
    }
}
