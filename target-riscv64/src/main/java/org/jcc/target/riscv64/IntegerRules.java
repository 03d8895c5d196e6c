package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Integer arithmetic, comparisons and conversions. 32-bit operations have W instructions, which keep results sign-extended; those
 * narrower are done in whole registers and extended after.
 */
final class IntegerRules {
    private IntegerRules() {}

    // ---- extension -------------------------------------------------------------------------------------------------------

    /** d = s made a proper value of the type: sign-extended, or 0 or 1. */
    static void normalize(RvSelector s, int d, int from, Type t) {
        switch (t.bits) {
            case 64 -> s.op(Rv.MV, d, from);
            case 32 -> s.op(Rv.SEXT_W, d, from);
            case 1 -> s.opi(Rv.ANDI, d, from, 1);
            default -> shifts(s, d, from, 64 - t.bits, Rv.SRAI, 64 - t.bits);
        }
    }

    private static void shifts(RvSelector s, int d, int from, int left, Row right, int n) {
        int t = s.tempOf(Kind.GPR);
        s.opi(Rv.SLLI, t, from, left);
        s.opi(right, d, t, n);
    }

    /** The value zero-extended to 64 bits, in a register. */
    static int zeroExtended(RvSelector s, Inst v) {
        if (v.type.size == 8 || v.type == Type.I1) return s.useOrZero(v);
        if (v.op == Op.ICONST) return s.constant(v.imm & (1L << v.type.bits) - 1);
        int d = s.tempOf(Kind.GPR);
        zeroExtend(s, d, v);
        return d;
    }

    private static void zeroExtend(RvSelector s, int d, Inst v) {
        Inst from = s.forward(v);
        if (from.op == Op.LOAD && from.type == v.type && (from == v || s.isSingleUse(v)) && s.canFoldLoad(from) && from.block == s.root.block) {
            MemoryRules.loadTo(s, v.type, d, s.addr(from.arg(0)), true);
            return;
        }
        int a = s.use(v);
        switch (v.type.bits) {
            case 64, 1 -> s.op(Rv.MV, d, a);
            case 8 -> s.opi(Rv.ANDI, d, a, 255);
            default -> shifts(s, d, a, 64 - v.type.bits, Rv.SRLI, 64 - v.type.bits);
        }
    }

    static void convert(RvSelector s, Inst i) {
        Inst v = i.arg(0);
        int d = s.def(i);
        if (v.op == Op.ICONST && i.op != Op.TRUNC && i.op != Op.PTRTOINT) {
            long n = RvSelector.value(v);
            if (i.op == Op.SEXT && v.type == Type.I1) n = -n;
            if (i.op != Op.SEXT && v.type.bits < 64) n &= (1L << v.type.bits) - 1;
            s.integer(d, i.type.bits < 64 && i.type.isInt() ? n << 64 - i.type.bits >> 64 - i.type.bits : n);
            return;
        }
        switch (i.op) {
            case TRUNC, PTRTOINT -> normalize(s, d, s.use(v), i.type);
            case SEXT -> {
                if (v.type == Type.I1) s.op(Rv.SUB, d, RvRegs.ZERO, s.use(v));
                else s.op(Rv.MV, d, s.use(v));
            }
            default -> zeroExtend(s, d, v);
        }
    }

    // ---- add sub mul and or xor --------------------------------------------------------------------------------------

    static void binary(RvSelector s, Inst i) {
        Inst a = s.forward(i.arg(0));
        Inst b = s.forward(i.arg(1));
        if (i.op.isCommutative() && a.op == Op.ICONST && b.op != Op.ICONST) {
            Inst t = a;
            a = b;
            b = t;
        }
        Op op = i.type != Type.I1 ? i.op : i.op == Op.ADD || i.op == Op.SUB ? Op.XOR : i.op == Op.MUL ? Op.AND : i.op;
        boolean word = i.type.bits == 32;
        boolean exact = i.type.bits >= 32 || op == Op.AND || op == Op.OR || op == Op.XOR;
        int d = exact ? s.def(i) : s.tempOf(Kind.GPR);
        long n = b.op == Op.ICONST ? RvSelector.value(b) : 0;
        if (op == Op.SUB && b.op == Op.ICONST && RvSelector.fits(-n)) {
            s.opi(word ? Rv.ADDIW : Rv.ADDI, d, s.use(a), -n);
        } else if (op != Op.SUB && op != Op.MUL && RvSelector.isImm(b)) {
            s.opi(immediateRow(op, word), d, s.use(a), n);
        } else {
            int ra = s.useOrZero(a);
            int rb = a == b ? ra : s.useOrZero(b);
            s.op(row(op, word), d, ra, rb);
        }
        if (!exact) normalize(s, s.def(i), d, i.type);
    }

    private static Row immediateRow(Op op, boolean word) {
        return switch (op) {
            case ADD -> word ? Rv.ADDIW : Rv.ADDI;
            case AND -> Rv.ANDI;
            case OR -> Rv.ORI;
            default -> Rv.XORI;
        };
    }

    private static Row row(Op op, boolean word) {
        return switch (op) {
            case ADD -> word ? Rv.ADDW : Rv.ADD;
            case SUB -> word ? Rv.SUBW : Rv.SUB;
            case MUL -> word ? Rv.MULW : Rv.MUL;
            case AND -> Rv.AND;
            case OR -> Rv.OR;
            default -> Rv.XOR;
        };
    }

    // ---- division and high products ------------------------------------------------------------------------------------

    static void division(RvSelector s, Inst i) {
        boolean signed = i.op == Op.SDIV || i.op == Op.SREM;
        boolean quotient = i.op == Op.SDIV || i.op == Op.UDIV;
        boolean wide = i.type.bits == 64;
        boolean narrow = i.type.bits < 32;
        int a = narrow && !signed ? zeroExtended(s, i.arg(0)) : s.use(i.arg(0));
        int b = narrow && !signed ? zeroExtended(s, i.arg(1)) : s.use(i.arg(1));
        Row row = quotient ? signed ? wide ? Rv.DIV : Rv.DIVW : wide ? Rv.DIVU : Rv.DIVUW : signed ? wide ? Rv.REM : Rv.REMW : wide ? Rv.REMU : Rv.REMUW;
        int d = narrow ? s.tempOf(Kind.GPR) : s.def(i);
        s.op(row, d, a, b);
        if (narrow) normalize(s, s.def(i), d, i.type);
    }

    static void highProduct(RvSelector s, Inst i) {
        boolean signed = i.op == Op.SMULH;
        int bits = i.type.bits;
        if (bits == 64) {
            s.op(signed ? Rv.MULH : Rv.MULHU, s.def(i), s.use(i.arg(0)), s.use(i.arg(1)));
            return;
        }
        int product = s.tempOf(Kind.GPR);
        s.op(Rv.MUL, product, signed ? s.use(i.arg(0)) : zeroExtended(s, i.arg(0)), signed ? s.use(i.arg(1)) : zeroExtended(s, i.arg(1)));
        shifts(s, s.def(i), product, 64 - 2 * bits, Rv.SRAI, 64 - bits);
    }

    // ---- shifts -----------------------------------------------------------------------------------------------------------

    static void shift(RvSelector s, Inst i) {
        int bits = i.type.bits;
        boolean word = bits == 32;
        boolean narrow = bits < 32;
        int a = narrow && i.op == Op.LSHR ? zeroExtended(s, i.arg(0)) : s.use(i.arg(0));
        // Shifting right by the sign keeps a narrow value proper.
        boolean exact = !narrow || i.op == Op.ASHR;
        int d = exact ? s.def(i) : s.tempOf(Kind.GPR);
        Inst n = s.forward(i.arg(1));
        if (n.op == Op.ICONST) {
            Row row = i.op == Op.SHL ? word ? Rv.SLLIW : Rv.SLLI : i.op == Op.LSHR ? word ? Rv.SRLIW : Rv.SRLI : word ? Rv.SRAIW : Rv.SRAI;
            s.opi(row, d, a, n.imm & bits - 1);
        } else {
            Row row = i.op == Op.SHL ? word ? Rv.SLLW : Rv.SLL : i.op == Op.LSHR ? word ? Rv.SRLW : Rv.SRL : word ? Rv.SRAW : Rv.SRA;
            // The instruction takes its low bits alone.
            while ((n.op == Op.ZEXT || n.op == Op.SEXT || n.op == Op.TRUNC) && n.type.bits >= 8 && n.arg(0).type.bits >= 8 && n.arg(0).type.bits <= 64) n = s.forward(n.arg(0));
            s.op(row, d, a, s.use(n));
        }
        if (!exact) normalize(s, s.def(i), d, i.type);
    }

    /** Two shifts and an or; amounts count modulo the width, which the instructions do for 32 and 64 bits. */
    static void rotate(RvSelector s, Inst i) {
        int bits = i.type.bits;
        boolean word = bits == 32;
        int a = bits < 32 ? zeroExtended(s, i.arg(0)) : s.use(i.arg(0));
        int n = s.use(i.arg(1));
        int back = s.tempOf(Kind.GPR);
        s.op(Rv.SUB, back, RvRegs.ZERO, n);
        if (bits < 32) {
            int masked = s.tempOf(Kind.GPR);
            int maskedBack = s.tempOf(Kind.GPR);
            s.opi(Rv.ANDI, masked, n, bits - 1);
            s.opi(Rv.ANDI, maskedBack, back, bits - 1);
            n = masked;
            back = maskedBack;
        }
        int left = s.tempOf(Kind.GPR);
        int right = s.tempOf(Kind.GPR);
        s.op(word ? Rv.SLLW : Rv.SLL, left, a, i.op == Op.ROTL ? n : back);
        s.op(word ? Rv.SRLW : Rv.SRL, right, a, i.op == Op.ROTL ? back : n);
        if (bits >= 32) {
            s.op(Rv.OR, s.def(i), left, right);
            return;
        }
        int both = s.tempOf(Kind.GPR);
        s.op(Rv.OR, both, left, right);
        normalize(s, s.def(i), both, i.type);
    }

    // ---- comparison -------------------------------------------------------------------------------------------------------

    /** The condition as registers see it: signed i1 are 0 and -1, held as 0 and 1. */
    static Cond condition(Inst i) {
        Cond c = i.cond();
        if (i.arg(0).type != Type.I1 || !c.isSigned()) return c;
        return switch (c) {
            case SLT -> Cond.UGT;
            case SLE -> Cond.UGE;
            case SGT -> Cond.ULT;
            default -> Cond.ULE;
        };
    }

    static void compare(RvSelector s, Inst i) {
        Inst a = s.forward(i.arg(0));
        Inst b = s.forward(i.arg(1));
        Cond c = condition(i);
        if (a.op == Op.ICONST && b.op != Op.ICONST) {
            Inst t = a;
            a = b;
            b = t;
            c = c.swap();
        }
        int d = s.def(i);
        switch (c) {
            case EQ, NE -> {
                int t;
                if (b.op == Op.ICONST && b.imm == 0) {
                    t = s.use(a);
                } else {
                    t = s.tempOf(Kind.GPR);
                    if (RvSelector.isImm(b)) s.opi(Rv.XORI, t, s.use(a), RvSelector.value(b));
                    else s.op(Rv.XOR, t, s.use(a), s.use(b));
                }
                if (c == Cond.EQ) s.opi(Rv.SLTIU, d, t, 1);
                else s.op(Rv.SLTU, d, RvRegs.ZERO, t);
            }
            case SLT, ULT -> less(s, d, a, b, c == Cond.SLT);
            case SGT, UGT -> less(s, d, b, a, c == Cond.SGT);
            case SGE, UGE -> not(s, d, a, b, c == Cond.SGE);
            default -> not(s, d, b, a, c == Cond.SLE);
        }
    }

    private static void less(RvSelector s, int d, Inst a, Inst b, boolean signed) {
        if (RvSelector.isImm(b)) s.opi(signed ? Rv.SLTI : Rv.SLTIU, d, s.useOrZero(a), RvSelector.value(b));
        else s.op(signed ? Rv.SLT : Rv.SLTU, d, s.useOrZero(a), s.useOrZero(b));
    }

    private static void not(RvSelector s, int d, Inst a, Inst b, boolean signed) {
        int t = s.tempOf(Kind.GPR);
        less(s, t, a, b, signed);
        s.opi(Rv.XORI, d, t, 1);
    }

    // ---- overflow ---------------------------------------------------------------------------------------------------------

    static void overflow(RvSelector s, Inst i) {
        Type t = i.arg(0).type;
        int d = s.def(i);
        switch (i.op) {
            case USUBO -> s.op(Rv.SLTU, d, s.use(i.arg(0)), s.use(i.arg(1)));
            case UADDO -> {
                int a = s.use(i.arg(0));
                int sum = s.tempOf(Kind.GPR);
                s.op(t.bits == 32 ? Rv.ADDW : Rv.ADD, sum, a, s.use(i.arg(1)));
                if (t.bits < 32) {
                    int whole = sum;
                    sum = s.tempOf(Kind.GPR);
                    normalize(s, sum, whole, t);
                }
                s.op(Rv.SLTU, d, sum, a);
            }
            case UMULO -> {
                int high = s.tempOf(Kind.GPR);
                if (t.bits == 64) {
                    s.op(Rv.MULHU, high, s.use(i.arg(0)), s.use(i.arg(1)));
                } else {
                    int product = s.tempOf(Kind.GPR);
                    s.op(Rv.MUL, product, zeroExtended(s, i.arg(0)), zeroExtended(s, i.arg(1)));
                    s.opi(Rv.SRLI, high, product, t.bits);
                }
                s.op(Rv.SLTU, d, RvRegs.ZERO, high);
            }
            default -> signedOverflow(s, i, d, t);
        }
    }

    private static void signedOverflow(RvSelector s, Inst i, int d, Type t) {
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        int r = s.tempOf(Kind.GPR);
        Row row = i.op == Op.SADDO ? Rv.ADD : i.op == Op.SSUBO ? Rv.SUB : Rv.MUL;
        s.op(row, r, a, b);
        int x = s.tempOf(Kind.GPR);
        if (t.bits < 64) {
            // The whole register holds the true result: it must be a proper value of the type.
            int proper = s.tempOf(Kind.GPR);
            normalize(s, proper, r, t);
            s.op(Rv.XOR, x, r, proper);
            s.op(Rv.SLTU, d, RvRegs.ZERO, x);
        } else if (i.op == Op.SMULO) {
            int high = s.tempOf(Kind.GPR);
            int sign = s.tempOf(Kind.GPR);
            s.op(Rv.MULH, high, a, b);
            s.opi(Rv.SRAI, sign, r, 63);
            s.op(Rv.XOR, x, high, sign);
            s.op(Rv.SLTU, d, RvRegs.ZERO, x);
        } else {
            // Adding a negative number makes less, subtracting a positive one too.
            int less = s.tempOf(Kind.GPR);
            s.op(Rv.SLT, less, i.op == Op.SADDO ? b : RvRegs.ZERO, i.op == Op.SADDO ? RvRegs.ZERO : b);
            s.op(Rv.SLT, x, r, a);
            s.op(Rv.XOR, d, less, x);
        }
    }
}
