package org.jcc.opt;

import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Bits of a value that are surely zero or surely one, whatever the arguments: by the operations that make it, a few levels deep.
 * Answers are of the sign-extended 64-bit view of the integer; nothing is known of i128.
 */
final class KnownBits {
    private static final int DEPTH = 5;

    private KnownBits() {}

    /** Bits that are surely zero. */
    static long zeros(Inst v) {
        return zeros(v, DEPTH);
    }

    /** Bits that are surely one. */
    static long ones(Inst v) {
        return ones(v, DEPTH);
    }

    /** The largest value, unsigned, that the value can have; of an integer up to i64. */
    static long unsignedMax(Inst v) {
        return ~zeros(v) & mask(v.type);
    }

    /** Not negative for sure. */
    static boolean isNonNegative(Inst v) {
        return v.type.isInt() && v.type.bits > 1 && v.type.bits <= 64 && (zeros(v) >>> v.type.bits - 1 & 1) != 0;
    }

    static long mask(Type t) {
        return t.bits >= 64 ? -1 : (1L << t.bits) - 1;
    }

    private static boolean amount(Inst v) {
        return v.arg(1).op == Op.ICONST && v.arg(1).imm >= 0 && v.arg(1).imm < v.type.bits;
    }

    private static long sign(Type t, long low) {
        int n = 64 - t.bits;
        return low << n >> n;
    }

    private static long zeros(Inst v, int depth) {
        Type t = v.type;
        if (!t.isInt() || t.bits > 64 || depth == 0) return 0;
        if (t == Type.I1 && v.op != Op.ICONST) return ~1L;
        switch (v.op) {
            case ICONST:
                return ~v.imm;
            case ZEXT: {
                long m = mask(v.arg(0).type);
                return ~m | zeros(v.arg(0), depth - 1) & m;
            }
            case SEXT:
                return v.arg(0).type == Type.I1 ? 0 : zeros(v.arg(0), depth - 1);
            case TRUNC:
                return sign(t, zeros(v.arg(0), depth - 1));
            case AND:
                return zeros(v.arg(0), depth - 1) | zeros(v.arg(1), depth - 1);
            case OR:
                return zeros(v.arg(0), depth - 1) & zeros(v.arg(1), depth - 1);
            case XOR:
                return zeros(v.arg(0), depth - 1) & zeros(v.arg(1), depth - 1) | ones(v.arg(0), depth - 1) & ones(v.arg(1), depth - 1);
            case SELECT:
                return zeros(v.arg(1), depth - 1) & zeros(v.arg(2), depth - 1);
            case LSHR: {
                if (!amount(v)) return 0;
                int n = (int) v.arg(1).imm;
                long m = mask(t);
                long low = (zeros(v.arg(0), depth - 1) & m) >>> n | m & ~(m >>> n);
                return sign(t, low);
            }
            case ASHR:
                return amount(v) ? zeros(v.arg(0), depth - 1) >> (int) v.arg(1).imm : 0;
            case SHL: {
                if (!amount(v)) return 0;
                int n = (int) v.arg(1).imm;
                return sign(t, zeros(v.arg(0), depth - 1) << n | (1L << n) - 1);
            }
            case ADD, SUB: {
                int n = Math.min(Long.numberOfTrailingZeros(~zeros(v.arg(0), depth - 1)), Long.numberOfTrailingZeros(~zeros(v.arg(1), depth - 1)));
                long low = n >= 64 ? -1 : (1L << n) - 1;
                // No carry into the leading zeros but one.
                if (v.op == Op.ADD) {
                    long m = mask(t);
                    int lead = Long.numberOfLeadingZeros(~zeros(v.arg(0), depth - 1) & m | ~zeros(v.arg(1), depth - 1) & m) - (64 - t.bits);
                    if (lead > 1) low |= sign(t, m & ~(m >>> lead - 1));
                }
                return low;
            }
            case MUL: {
                int n = Math.min(63, Long.numberOfTrailingZeros(~zeros(v.arg(0), depth - 1)) + Long.numberOfTrailingZeros(~zeros(v.arg(1), depth - 1)));
                return (1L << n) - 1;
            }
            case UREM: {
                if (v.arg(1).op != Op.ICONST || v.arg(1).imm <= 0) return 0;
                return ~(Long.highestOneBit(v.arg(1).imm) * 2 - 1);
            }
            case UDIV: {
                if (v.arg(1).op != Op.ICONST || v.arg(1).imm <= 0) return 0;
                long most = Long.divideUnsigned(~zeros(v.arg(0), depth - 1) & mask(t), v.arg(1).imm);
                return most < 0 ? 0 : ~(most == 0 ? 0 : Long.highestOneBit(most) * 2 - 1);
            }
            case CLZ, CTZ, POPCNT:
                return t.bits >= 16 ? ~255L : 0;
            default:
                return 0;
        }
    }

    private static long ones(Inst v, int depth) {
        Type t = v.type;
        if (!t.isInt() || t.bits > 64 || depth == 0) return 0;
        switch (v.op) {
            case ICONST:
                return v.imm;
            case ZEXT:
                return ones(v.arg(0), depth - 1) & mask(v.arg(0).type);
            case SEXT:
                return v.arg(0).type == Type.I1 ? 0 : ones(v.arg(0), depth - 1);
            case TRUNC:
                return t == Type.I1 ? 0 : sign(t, ones(v.arg(0), depth - 1));
            case AND:
                return ones(v.arg(0), depth - 1) & ones(v.arg(1), depth - 1);
            case OR:
                return ones(v.arg(0), depth - 1) | ones(v.arg(1), depth - 1);
            case XOR:
                return zeros(v.arg(0), depth - 1) & ones(v.arg(1), depth - 1) | ones(v.arg(0), depth - 1) & zeros(v.arg(1), depth - 1);
            case SELECT:
                return ones(v.arg(1), depth - 1) & ones(v.arg(2), depth - 1);
            case SHL:
                return amount(v) ? sign(t, ones(v.arg(0), depth - 1) << (int) v.arg(1).imm) : 0;
            case LSHR:
                return amount(v) ? sign(t, (ones(v.arg(0), depth - 1) & mask(t)) >>> (int) v.arg(1).imm) : 0;
            case ASHR:
                return amount(v) ? ones(v.arg(0), depth - 1) >> (int) v.arg(1).imm : 0;
            default:
                return 0;
        }
    }
}
