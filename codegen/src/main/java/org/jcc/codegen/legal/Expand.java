package org.jcc.codegen.legal;

import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Expands bit and sign operations that the target lacks into a few that every target has: population count and bit
 * reversal by halving, leading and trailing zeros by population count (Warren, Hacker's Delight, chapters 5 and 7), byte swap,
 * copysign by masks, minimum, maximum and absolute value by selects.
 *
 * <p>Requires: no i128. Ensures: {@link Legality} accepts every operation of this kind that remains.
 */
public final class Expand {
    private final Function f;
    private final Builder b;

    private Expand(Function f) {
        this.f = f;
        this.b = new Builder(f);
    }

    public static void run(Function f, Legality legality) {
        if (!f.isDefinition()) return;
        Expand e = new Expand(f);
        for (Block block : f.blocks) {
            for (Inst i = block.first, next; i != null; i = next) {
                next = i.next;
                switch (i.op) {
                    case POPCNT, BITREVERSE, FCOPYSIGN, BSWAP, CLZ, CTZ, SMIN, SMAX, UMIN, UMAX, ABS -> {
                        if (legality.legal(i.op, i.type)) continue;
                        e.b.before(i);
                        Inst r = e.expand(i);
                        i.replaceAllUsesWith(r);
                        i.remove();
                    }
                    default -> { }
                }
            }
        }
    }

    private Inst expand(Inst i) {
        return switch (i.op) {
            case POPCNT -> popcount(i.arg(0));
            case BITREVERSE -> reverse(i.arg(0));
            case BSWAP -> swapBytes(i.arg(0));
            case CLZ -> leadingZeros(i.arg(0));
            case CTZ -> {
                // The zeros at the end become ones, all else zero.
                Inst below = b.binary(Op.SUB, i.arg(0), f.iconst(i.type, 1));
                Inst upper = b.binary(Op.XOR, i.arg(0), f.iconst(i.type, -1));
                yield popcount(b.binary(Op.AND, below, upper));
            }
            case SMIN, SMAX, UMIN, UMAX -> {
                Cond c = i.op == Op.SMIN ? Cond.SLT : i.op == Op.SMAX ? Cond.SGT : i.op == Op.UMIN ? Cond.ULT : Cond.UGT;
                yield b.select(b.icmp(c, i.arg(0), i.arg(1)), i.arg(0), i.arg(1));
            }
            case ABS -> {
                Inst minus = b.binary(Op.SUB, f.iconst(i.type, 0), i.arg(0));
                yield b.select(b.icmp(Cond.SLT, i.arg(0), f.iconst(i.type, 0)), minus, i.arg(0));
            }
            default -> copysign(i.arg(0), i.arg(1));
        };
    }

    private Inst and(Inst v, long pattern) {
        return b.binary(Op.AND, v, f.iconst(v.type, pattern));
    }

    private Inst shr(Inst v, int n) {
        return b.binary(Op.LSHR, v, f.iconst(v.type, n));
    }

    private Inst shl(Inst v, int n) {
        return b.binary(Op.SHL, v, f.iconst(v.type, n));
    }

    private Inst popcount(Inst v) {
        Type t = v.type;
        if (t.bits < 32) return b.convert(Op.TRUNC, popcount(b.convert(Op.ZEXT, v, Type.I32)), t);
        Inst x = b.binary(Op.SUB, v, and(shr(v, 1), 0x5555555555555555L));
        x = b.binary(Op.ADD, and(x, 0x3333333333333333L), and(shr(x, 2), 0x3333333333333333L));
        x = and(b.binary(Op.ADD, x, shr(x, 4)), 0x0f0f0f0f0f0f0f0fL);
        return shr(b.binary(Op.MUL, x, f.iconst(t, 0x0101010101010101L)), t.bits - 8);
    }

    /** Copies the highest one to all places below it and counts what is left. */
    private Inst leadingZeros(Inst v) {
        Type t = v.type;
        if (t.bits < 32) {
            Inst wide = leadingZeros(b.convert(Op.ZEXT, v, Type.I32));
            return b.convert(Op.TRUNC, b.binary(Op.SUB, wide, f.iconst(Type.I32, 32 - t.bits)), t);
        }
        Inst x = v;
        for (int n = 1; n < t.bits; n *= 2) x = b.binary(Op.OR, x, shr(x, n));
        return popcount(b.binary(Op.XOR, x, f.iconst(t, -1)));
    }

    private Inst reverse(Inst v) {
        Inst x = v;
        long[] masks = {0x5555555555555555L, 0x3333333333333333L, 0x0f0f0f0f0f0f0f0fL};
        for (int k = 0; k < 3; k++) x = b.binary(Op.OR, and(shr(x, 1 << k), masks[k]), shl(and(x, masks[k]), 1 << k));
        return v.type.bits == 8 ? x : b.unary(Op.BSWAP, x);
    }

    private Inst swapBytes(Inst v) {
        if (v.type == Type.I8) return v;
        if (v.type == Type.I16) return b.binary(Op.ROTL, v, f.iconst(Type.I16, 8));
        Inst x = v;
        long[] masks = {0x00ff00ff00ff00ffL, 0x0000ffff0000ffffL};
        int n = 8;
        for (long mask : masks) {
            if (n * 2 == v.type.bits) break;
            x = b.binary(Op.OR, and(shr(x, n), mask), shl(and(x, mask), n));
            n *= 2;
        }
        return b.binary(Op.OR, shr(x, n), shl(x, n));
    }

    private Inst copysign(Inst magnitude, Inst sign) {
        Type t = magnitude.type;
        if (t == Type.F80) {
            Inst slot = b.alloca(16, 16, null);
            Inst other = b.alloca(16, 16, null);
            b.store(slot, magnitude, 16, 0);
            b.store(other, sign, 16, 0);
            Inst m = and(b.load(Type.I16, b.ptradd(slot, 8), 8, 0), 0x7fff);
            Inst s = and(b.load(Type.I16, b.ptradd(other, 8), 8, 0), 0x8000);
            b.store(b.ptradd(slot, 8), b.binary(Op.OR, m, s), 8, 0);
            return b.load(Type.F80, slot, 16, 0);
        }
        Type bits = Type.integer(t.bits);
        long mask = 1L << t.bits - 1;
        Inst m = and(b.convert(Op.BITCAST, magnitude, bits), ~mask);
        Inst s = and(b.convert(Op.BITCAST, sign, bits), mask);
        return b.convert(Op.BITCAST, b.binary(Op.OR, m, s), t);
    }
}
