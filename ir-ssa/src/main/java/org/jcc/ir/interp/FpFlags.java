package org.jcc.ir.interp;

import java.math.BigDecimal;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The IEEE exceptions that an operation on f32 or f64 raises, as bits of x86's {@code <fenv.h>}: found from operands and rounded
 * result in exact decimal arithmetic. The interpreter keeps the program's flags itself, for the JVM's own arithmetic sets the processor's.
 */
final class FpFlags {
    static final int INVALID = 1, DIVBYZERO = 4, OVERFLOW = 8, UNDERFLOW = 16, INEXACT = 32;

    private FpFlags() {}

    static int raised(Op op, Type from, Type type, long aBits, long bBits, long cBits, long rBits) {
        if (from != Type.F64 && from != Type.F32 || type != Type.F64 && type != Type.F32) return 0;
        double a = real(from, aBits);
        double b = real(from, bBits);
        double c = real(from, cBits);
        double r = real(type, rBits);
        boolean binary = op == Op.FADD || op == Op.FSUB || op == Op.FMUL || op == Op.FDIV;
        if (!binary && op != Op.FMA && op != Op.FSQRT && op != Op.FTRUNC) return 0;
        boolean nanIn = a != a || binary && b != b || op == Op.FMA && (b != b || c != c);
        if (r != r) return nanIn ? 0 : INVALID;
        boolean finite = !Double.isInfinite(a) && (!binary && op != Op.FMA || !Double.isInfinite(b)) && (op != Op.FMA || !Double.isInfinite(c));
        if (!finite) return 0;
        if (Double.isInfinite(r)) return op == Op.FDIV && b == 0 ? DIVBYZERO : OVERFLOW | INEXACT;
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        BigDecimal z = new BigDecimal(r);
        boolean exact = switch (op) {
            case FADD -> x.add(y).compareTo(z) == 0;
            case FSUB -> x.subtract(y).compareTo(z) == 0;
            case FMUL -> x.multiply(y).compareTo(z) == 0;
            case FDIV -> z.multiply(y).compareTo(x) == 0;
            case FSQRT -> z.multiply(z).compareTo(x) == 0;
            case FMA -> x.multiply(y).add(new BigDecimal(c)).compareTo(z) == 0;
            default -> x.compareTo(z) == 0;
        };
        if (exact) return 0;
        double least = type == Type.F64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        return INEXACT | (Math.abs(r) < least ? UNDERFLOW : 0);
    }

    private static double real(Type t, long bits) {
        return t == Type.F64 ? Double.longBitsToDouble(bits) : Float.intBitsToFloat((int) bits);
    }
}
