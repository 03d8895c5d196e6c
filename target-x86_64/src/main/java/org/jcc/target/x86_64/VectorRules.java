package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Vectors of 16 bytes in xmm registers, with SSE2, what every x86-64 has, and what SSE4.1 and 4.2 add. {@link VectorLegality} has the operations and types that
 * are selected.
 *
 * <p>A lane of a comparison's result is all ones or zero. Shifts are by one amount for all lanes: the operand is a SPLAT of it. Lanes are put
 * in order by {@link Shuffles}. A constant vector is an operand in memory, of which the pool keeps one; so is an aligned load with one user.
 */
final class VectorRules {
    private VectorRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    /** A vector operation, but for those that move whole registers, which the rules of scalars do. */
    static boolean serves(Inst i) {
        return switch (i.op) {
            case LOAD, STORE, FREEZE, BITCAST, SELECT, CALL, ASM, RET, PARAM, RESULT, TARGET -> false;
            default -> i.type.isVector() || i.ownArgCount() > 0 && i.arg(0).type.isVector();
        };
    }

    /** The row {@code d = d op x} for an operation on lanes; null if there is none. */
    static Row binary(Op op, Type t, long features) {
        int w = t.element.bits;
        boolean f32 = t.element == Type.F32;
        boolean sse41 = (features & X86Features.SSE41) != 0;
        return switch (op) {
            case ADD -> w == 8 ? X86.PADDB_X_XM128 : w == 16 ? X86.PADDW_X_XM128 : w == 32 ? X86.PADDD_X_XM128 : X86.PADDQ_X_XM128;
            case SUB -> w == 8 ? X86.PSUBB_X_XM128 : w == 16 ? X86.PSUBW_X_XM128 : w == 32 ? X86.PSUBD_X_XM128 : X86.PSUBQ_X_XM128;
            case MUL -> w == 16 ? X86.PMULLW_X_XM128 : w == 32 && sse41 ? X86.PMULLD_X_XM128 : null;
            case AND -> X86.PAND_X_XM128;
            case OR -> X86.POR_X_XM128;
            case XOR -> X86.PXOR_X_XM128;
            case SMIN -> w == 16 ? X86.PMINSW_X_XM128 : !sse41 ? null : w == 8 ? X86.PMINSB_X_XM128 : w == 32 ? X86.PMINSD_X_XM128 : null;
            case SMAX -> w == 16 ? X86.PMAXSW_X_XM128 : !sse41 ? null : w == 8 ? X86.PMAXSB_X_XM128 : w == 32 ? X86.PMAXSD_X_XM128 : null;
            case UMIN -> w == 8 ? X86.PMINUB_X_XM128 : !sse41 ? null : w == 16 ? X86.PMINUW_X_XM128 : w == 32 ? X86.PMINUD_X_XM128 : null;
            case UMAX -> w == 8 ? X86.PMAXUB_X_XM128 : !sse41 ? null : w == 16 ? X86.PMAXUW_X_XM128 : w == 32 ? X86.PMAXUD_X_XM128 : null;
            case FADD -> f32 ? X86.ADDPS_X_XM128 : X86.ADDPD_X_XM128;
            case FSUB -> f32 ? X86.SUBPS_X_XM128 : X86.SUBPD_X_XM128;
            case FMUL -> f32 ? X86.MULPS_X_XM128 : X86.MULPD_X_XM128;
            case FDIV -> f32 ? X86.DIVPS_X_XM128 : X86.DIVPD_X_XM128;
            default -> null;
        };
    }

    /** By an immediate. */
    static Row shift(Op op, Type t) {
        int w = t.element.bits;
        return switch (op) {
            case SHL -> w == 16 ? X86.PSLLW_X_U8 : w == 32 ? X86.PSLLD_X_U8 : w == 64 ? X86.PSLLQ_X_U8 : null;
            case LSHR -> w == 16 ? X86.PSRLW_X_U8 : w == 32 ? X86.PSRLD_X_U8 : w == 64 ? X86.PSRLQ_X_U8 : null;
            case ASHR -> w == 16 ? X86.PSRAW_X_U8 : w == 32 ? X86.PSRAD_X_U8 : null;
            default -> null;
        };
    }

    /** Of the first lanes if the others are wider. */
    private static Row conversion(Inst i) {
        return switch (i.op) {
            case SITOFP -> i.type.element == Type.F32 ? X86.CVTDQ2PS_X_XM128 : X86.CVTDQ2PD_X_XM64;
            case FPTOSI -> i.arg(0).type.element == Type.F32 ? X86.CVTTPS2DQ_X_XM128 : X86.CVTTPD2DQ_X_XM128;
            case FEXT -> X86.CVTPS2PD_X_XM64;
            default -> X86.CVTPD2PS_X_XM128;
        };
    }

    static Row equal(int w) {
        return w == 8 ? X86.PCMPEQB_X_XM128 : w == 16 ? X86.PCMPEQW_X_XM128 : w == 32 ? X86.PCMPEQD_X_XM128 : X86.PCMPEQQ_X_XM128;
    }

    static Row greater(int w) {
        return w == 8 ? X86.PCMPGTB_X_XM128 : w == 16 ? X86.PCMPGTW_X_XM128 : w == 32 ? X86.PCMPGTD_X_XM128 : X86.PCMPGTQ_X_XM128;
    }

    static void select(X86Selector s, Inst i) {
        switch (i.op) {
            case SPLAT -> splat(s, i);
            case EXTRACT -> extract(s, i);
            case INSERT -> insert(s, i);
            case SHUFFLE -> Shuffles.select(s, i);
            case FCMP -> compareFloats(s, i);
            case SHL, LSHR, ASHR -> shift(s, i);
            case ICMP -> compare(s, i);
            case FSQRT -> s.emit(X86Selector.r(ins(i.type.element == Type.F32 ? X86.SQRTPS_X_XM128 : X86.SQRTPD_X_XM128).reg(s.def(i), MInst.DEF), s.use(i.arg(0))));
            case SITOFP, FPTOSI, FEXT, FTRUNC -> s.emit(X86Selector.r(ins(conversion(i)).reg(s.def(i), MInst.DEF), s.use(i.arg(0))));
            case FNEG, FABS -> sign(s, i);
            default -> {
                if (!VectorLegality.isLegal(i.op, i.type, s.mf().features)) throw new IllegalStateException("no vector rule for " + i.op.text + " " + i.type);
                if (FusedRules.contracted(s, i) || BlendRules.select(s, i) || ProductRules.select(s, i)) return;
                if (i.op == Op.AND && complement(i.arg(0)) != null && s.isSingleUse(i.arg(0))) andNot(s, i, i.arg(0), i.arg(1));
                else if (i.op == Op.AND && complement(i.arg(1)) != null && s.isSingleUse(i.arg(1))) andNot(s, i, i.arg(1), i.arg(0));
                else if (i.op.isCommutative() && (inMemory(s, i.arg(0)) && !inMemory(s, i.arg(1)))) emit(s, binary(i.op, i.type, s.mf().features), s.def(i), s.use(i.arg(1)), i.arg(0));
                else emit(s, binary(i.op, i.type, s.mf().features), s.def(i), s.use(i.arg(0)), i.arg(1));
            }
        }
    }

    /** {@code d = a op b}. */
    private static void emit(X86Selector s, Row row, int d, int a, int b) {
        s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF), b).tied(a, 0));
    }

    /** {@code d = a op b}, with {@code b} in memory if it may be. */
    private static void emit(X86Selector s, Row row, int d, int a, Inst b) {
        MInst m = ins(row).reg(d, MInst.DEF);
        Inst load = s.bits(b);
        if (load.op == Op.LOAD && folds(s, load)) s.loadAddr(load).to(m, MInst.USE);
        else if (folds(s, b)) s.pool(m, Constants.low(b), Constants.high(b), 16);
        else X86Selector.r(m, s.use(b));
        s.emit(m.tied(a, 0));
    }

    /** A load that is aligned as SSE wants its operands (AVX does not), or a constant that has no register for other users. */
    private static boolean folds(X86Selector s, Inst v) {
        if (v.op == Op.LOAD) return (v.align >= 16 || s.has(X86Features.AVX)) && s.foldsLoad(v, 16);
        return s.isSingleUse(v) && !s.isLarge() && Constants.is(v) && !Constants.isUniform(v);
    }

    private static boolean inMemory(X86Selector s, Inst v) {
        Inst load = s.bits(v);
        return folds(s, load.op == Op.LOAD ? load : v);
    }

    static int temp(X86Selector s) {
        return s.mf().newVreg(Kind.FPR, 16);
    }

    /** What the value is the complement of, or null. */
    private static Inst complement(Inst v) {
        return v.op == Op.XOR && Constants.is(v.arg(1)) && Constants.low(v.arg(1)) == -1 && Constants.high(v.arg(1)) == -1 ? v.arg(0) : null;
    }

    private static void andNot(X86Selector s, Inst i, Inst not, Inst other) {
        emit(s, X86.PANDN_X_XM128, s.def(i), s.use(complement(not)), other);
    }

    // ---- arithmetic ----------------------------------------------------------------------------------------------------

    /** By the low 64 bits of a register. */
    static Row variableShift(Op op, Type t) {
        int w = t.element.bits;
        return switch (op) {
            case SHL -> w == 16 ? X86.PSLLW_X_XM128 : w == 32 ? X86.PSLLD_X_XM128 : X86.PSLLQ_X_XM128;
            case LSHR -> w == 16 ? X86.PSRLW_X_XM128 : w == 32 ? X86.PSRLD_X_XM128 : X86.PSRLQ_X_XM128;
            default -> w == 16 ? X86.PSRAW_X_XM128 : X86.PSRAD_X_XM128;
        };
    }

    private static void shift(X86Selector s, Inst i) {
        Inst by = i.arg(1);
        Row row = shift(i.op, i.type);
        if (row == null || by.op != Op.SPLAT) throw new IllegalStateException("vector shift by no uniform amount");
        if (!by.arg(0).isConst()) {
            Type e = i.type.element;
            int n = e.bits < 32 ? IntegerRules.extended(s, by.arg(0), false, false) : s.use(by.arg(0));
            int x = temp(s);
            s.emit(X86Selector.r(ins(e.bits == 64 ? X86.MOVQ_X_RM64 : X86.MOVD_X_RM32).reg(x, MInst.DEF), n));
            emit(s, variableShift(i.op, i.type), s.def(i), s.use(i.arg(0)), x);
            return;
        }
        // An amount that is too large gives zero, or the sign; anything will do.
        s.emit(ins(row).reg(s.def(i), MInst.DEF).imm(by.arg(0).imm & 0xff).tied(s.use(i.arg(0)), 0));
    }

    private static void sign(X86Selector s, Inst i) {
        boolean f32 = i.type.element == Type.F32;
        long mask = f32 ? 0x8000000080000000L : 0x8000000000000000L;
        if (i.op == Op.FABS) mask = ~mask;
        s.emit(s.pool(ins(i.op == Op.FNEG ? X86.XORPS_X_XM128 : X86.ANDPS_X_XM128).reg(s.def(i), MInst.DEF), mask, mask, 16).tied(s.use(i.arg(0)), 0));
    }

    // ---- comparison ----------------------------------------------------------------------------------------------------

    /** There are equal and signed greater; the opposite is a complement, unsigned order flips the signs first. */
    private static void compare(X86Selector s, Inst i) {
        int w = i.type.element.bits;
        Cond c = i.cond();
        int a = s.use(i.arg(0));
        int b = s.use(i.arg(1));
        if (c.isUnsigned()) {
            a = flipped(s, a, w);
            b = flipped(s, b, w);
        }
        int d = s.def(i);
        boolean opposite = c == Cond.NE || c == Cond.SLE || c == Cond.SGE || c == Cond.ULE || c == Cond.UGE;
        int r = opposite ? temp(s) : d;
        switch (c) {
            case EQ, NE -> emit(s, equal(w), r, a, b);
            case SGT, SLE, UGT, ULE -> emit(s, greater(w), r, a, b);
            default -> emit(s, greater(w), r, b, a);
        }
        if (opposite) s.emit(s.pool(ins(X86.PXOR_X_XM128).reg(d, MInst.DEF), -1, -1, 16).tied(r, 0));
    }

    // The predicates of cmpps: of the first and the second operand.
    private static final int EQUAL = 0, LESS = 1, LESS_OR_EQUAL = 2, UNORDERED = 3, NOT_EQUAL = 4, NOT_LESS = 5, NOT_LESS_OR_EQUAL = 6, ORDERED = 7;

    private static void compareFloats(X86Selector s, Inst i) {
        Cond c = i.cond();
        Row row = i.arg(0).type.element == Type.F32 ? X86.CMPPS_X_XM128_U8 : X86.CMPPD_X_XM128_U8;
        boolean swap = isTurned(c);
        int a = s.use(i.arg(swap ? 1 : 0));
        int b = s.use(i.arg(swap ? 0 : 1));
        int d = s.def(i);
        switch (c) {
            case FUEQ, FONE -> {
                int x = temp(s);
                int y = temp(s);
                compareFloats(s, row, x, a, b, c == Cond.FUEQ ? EQUAL : NOT_EQUAL);
                compareFloats(s, row, y, a, b, c == Cond.FUEQ ? UNORDERED : ORDERED);
                emit(s, c == Cond.FUEQ ? X86.POR_X_XM128 : X86.PAND_X_XM128, d, x, y);
            }
            default -> compareFloats(s, row, d, a, b, predicate(c));
        }
    }

    /** The instruction has the operands in the opposite order. */
    static boolean isTurned(Cond c) {
        return c == Cond.FOGT || c == Cond.FOGE || c == Cond.FULT || c == Cond.FULE;
    }

    static int predicate(Cond c) {
        return switch (c) {
            case FOEQ -> EQUAL;
            case FUNE -> NOT_EQUAL;
            case FOLT, FOGT -> LESS;
            case FOLE, FOGE -> LESS_OR_EQUAL;
            case FUNO -> UNORDERED;
            case FORD -> ORDERED;
            case FUGT, FULT -> NOT_LESS_OR_EQUAL;
            case FUGE, FULE -> NOT_LESS;
            default -> throw new IllegalStateException("condition " + c.text());
        };
    }

    private static void compareFloats(X86Selector s, Row row, int d, int a, int b, int predicate) {
        s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF), b).imm(predicate).tied(a, 0));
    }

    private static int flipped(X86Selector s, int v, int w) {
        long mask = w == 8 ? 0x8080808080808080L : w == 16 ? 0x8000800080008000L : w == 32 ? 0x8000000080000000L : 0x8000000000000000L;
        int d = temp(s);
        s.emit(s.pool(ins(X86.PXOR_X_XM128).reg(d, MInst.DEF), mask, mask, 16).tied(v, 0));
        return d;
    }

    // ---- lanes ---------------------------------------------------------------------------------------------------------

    private static void splat(X86Selector s, Inst i) {
        Inst v = i.arg(0);
        Type e = i.type.element;
        int d = s.def(i);
        if (Constants.is(i)) {
            constant(s, i, d);
            return;
        }
        spread(s, v, e, d);
    }

    /** A scalar in all lanes of 16 bytes. */
    static void spread(X86Selector s, Inst v, Type e, int d) {
        int r = s.use(v);
        if (e == Type.F32) {
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(r, MInst.USE).imm(0));
            return;
        }
        if (e == Type.F64) {
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(r, MInst.USE).imm(0x44));
            return;
        }
        int x = temp(s);
        s.emit(X86Selector.r(ins(e.bits == 64 ? X86.MOVQ_X_RM64 : X86.MOVD_X_RM32).reg(x, MInst.DEF), r));
        if (s.has(X86Features.AVX2)) {
            Row row = e.bits == 8 ? X86.VPBROADCASTB_X_XM8 : e.bits == 16 ? X86.VPBROADCASTW_X_XM16 : e.bits == 32 ? X86.VPBROADCASTD_X_XM32 : X86.VPBROADCASTQ_X_XM64;
            s.emit(ins(row).reg(d, MInst.DEF).reg(x, MInst.USE));
            return;
        }
        if (e.bits == 8 && s.has(X86Features.SSSE3)) {
            int zero = temp(s);
            s.emit(new MInst(Pseudos.ZERO_X, 1).reg(zero, MInst.DEF));
            emit(s, X86.PSHUFB_X_XM128, d, x, zero);
            return;
        }
        if (e.bits == 8) {
            int y = temp(s);
            emit(s, X86.PUNPCKLBW_X_XM128, y, x, x);
            x = y;
        }
        if (e.bits <= 16) {
            int y = temp(s);
            emit(s, X86.PUNPCKLWD_X_XM128, y, x, x);
            x = y;
        }
        s.emit(X86Selector.r(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF), x).imm(e.bits == 64 ? 0x44 : 0));
    }

    private static int copy(X86Selector s, int d, int v) {
        s.emit(ins(X86.MOVAPS_X_XM128).reg(d, MInst.DEF).reg(v, MInst.USE));
        return d;
    }

    private static void constant(X86Selector s, Inst v, int d) {
        long low = Constants.low(v);
        long high = Constants.high(v);
        if (low == 0 && high == 0) s.emit(new MInst(Pseudos.ZERO_X, 1).reg(d, MInst.DEF));
        else if (low == -1 && high == -1) s.emit(new MInst(Pseudos.ONES_X, 1).reg(d, MInst.DEF));
        else s.emit(s.pool(ins(X86.MOVAPS_X_XM128).reg(d, MInst.DEF), low, high, 16));
    }

    static void extract(X86Selector s, Inst i) {
        Type e = i.type;
        int lane = (int) i.arg(1).imm;
        int v = s.use(i.arg(0));
        int d = s.def(i);
        if (e.bits < 32) {
            boolean odd = e.bits == 8 && (lane & 1) != 0;
            int w = odd ? s.tempOf(Kind.GPR) : d;
            if (lane == 0) s.emit(ins(X86.MOVD_RM32_X).reg(w, MInst.DEF).reg(v, MInst.USE));
            else s.emit(ins(X86.PEXTRW_R32_X_U8).reg(w, MInst.DEF).reg(v, MInst.USE).imm(e.bits == 8 ? lane / 2 : lane));
            if (odd) s.emit(ins(X86.SHR_RM32_U8).reg(d, MInst.DEF).imm(8).tied(w, 0));
            return;
        }
        if (lane != 0) {
            int t = e.isFloat() ? d : temp(s);
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(t, MInst.DEF).reg(v, MInst.USE).imm(e.bits == 32 ? lane : 0xee));
            if (e.isFloat()) return;
            v = t;
        }
        if (e.isFloat()) copy(s, d, v);
        else s.emit(ins(e.bits == 64 ? X86.MOVQ_RM64_X : X86.MOVD_RM32_X).reg(d, MInst.DEF).reg(v, MInst.USE));
    }

    /** A scalar in the first lane, with anything above it. */
    private static int low(X86Selector s, Inst v) {
        if (v.type.isFloat()) return s.use(v);
        int r = s.use(v);
        int x = temp(s);
        s.emit(X86Selector.r(ins(v.type.bits == 64 ? X86.MOVQ_X_RM64 : X86.MOVD_X_RM32).reg(x, MInst.DEF), r));
        return x;
    }

    /** A scalar in the first lane, with zeros behind it, as moves from memory and from general registers make it. */
    private static boolean alone(X86Selector s, Inst i, int d) {
        Inst zero = i.arg(0);
        Inst v = i.arg(1);
        if (zero.op != Op.SPLAT || !Constants.is(zero) || !Constants.isUniform(zero) || Constants.low(zero) != 0 || !i.arg(2).isConst(0) || v.type.bits < 32) return false;
        Addr m = v.type.isFloat() ? s.foldAddr(v, v.type.size) : null;
        if (m != null) s.emit(m.to(ins(v.type == Type.F32 ? X86.MOVSS_X_M32 : X86.MOVSD_X_M64).reg(d, MInst.DEF), MInst.USE));
        else if (v.type == Type.F64) s.emit(ins(X86.MOVQ_X_XM64).reg(d, MInst.DEF).reg(s.use(v), MInst.USE));
        else if (v.type == Type.F32) return false;
        else s.emit(X86Selector.r(ins(v.type.bits == 64 ? X86.MOVQ_X_RM64 : X86.MOVD_X_RM32).reg(d, MInst.DEF), s.use(v)));
        return true;
    }

    /** 16 bytes of these lanes from the first on, one by one or as pairs put together. */
    static void gather(X86Selector s, Inst[] lanes, int from, Type e, int d) {
        int n = 16 / e.size;
        boolean same = true;
        for (int k = 1; k < n; k++) same &= lanes[from + k] == lanes[from];
        if (same) {
            spread(s, lanes[from], e, d);
            return;
        }
        if (e.bits == 16) {
            int x = low(s, lanes[from]);
            for (int k = 1; k < n; k++) {
                int y = k == n - 1 ? d : temp(s);
                s.emit(ins(X86.PINSRW_X_R32M16_U8).reg(y, MInst.DEF).reg(s.use(lanes[from + k]), MInst.USE).imm(k).tied(x, 0));
                x = y;
            }
            return;
        }
        int[] x = new int[n];
        for (int k = 0; k < n; k++) x[k] = k > 0 && lanes[from + k] == lanes[from + k - 1] ? x[k - 1] : low(s, lanes[from + k]);
        for (int bits = e.bits; n > 1; n /= 2, bits *= 2) {
            Row row = bits == 8 ? X86.PUNPCKLBW_X_XM128 : bits == 16 ? X86.PUNPCKLWD_X_XM128 : bits == 32 ? X86.PUNPCKLDQ_X_XM128 : X86.PUNPCKLQDQ_X_XM128;
            for (int k = 0; k < n / 2; k++) {
                int y = n == 2 ? d : temp(s);
                s.emit(ins(row).reg(y, MInst.DEF).reg(x[2 * k + 1], MInst.USE).tied(x[2 * k], 0));
                x[k] = y;
            }
        }
    }

    /** A chain of insertions that gives every lane is a constant, or pairs of lanes put together; else lane by lane. */
    private static void insert(X86Selector s, Inst i) {
        int d = s.def(i);
        if (Constants.is(i)) {
            constant(s, i, d);
            return;
        }
        if (alone(s, i, d)) return;
        Inst[] lanes = Constants.lanes(i);
        int w = i.type.element.bits;
        boolean inside = lanes != null;
        for (Inst x = i; inside && x.op == Op.INSERT; x = x.arg(0)) inside = x == i || s.isSingleUse(x);
        if (inside && w == 32 && lanes[2] == lanes[0] && lanes[3] == lanes[0]) {
            int both = temp(s);
            s.emit(ins(X86.PUNPCKLDQ_X_XM128).reg(both, MInst.DEF).reg(low(s, lanes[1]), MInst.USE).tied(low(s, lanes[0]), 0));
            s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(both, MInst.USE).imm(0x04));
            return;
        }
        if (inside) {
            gather(s, lanes, 0, i.type.element, d);
            return;
        }
        int lane = (int) i.arg(2).imm;
        int v = s.use(i.arg(0));
        Inst scalar = i.arg(1);
        switch (w) {
            case 8 -> {
                int old = s.tempOf(Kind.GPR);
                s.emit(ins(X86.PEXTRW_R32_X_U8).reg(old, MInst.DEF).reg(v, MInst.USE).imm(lane / 2));
                int kept = s.tempOf(Kind.GPR);
                s.emit(ins(X86.AND_RM32_I32).reg(kept, MInst.DEF).imm(lane % 2 == 0 ? 0xff00 : 0xff).tied(old, 0));
                int b = IntegerRules.extended(s, scalar, false, false);
                int moved = b;
                if (lane % 2 != 0) {
                    moved = s.tempOf(Kind.GPR);
                    s.emit(ins(X86.SHL_RM32_U8).reg(moved, MInst.DEF).imm(8).tied(b, 0));
                }
                int both = s.tempOf(Kind.GPR);
                s.emit(ins(X86.OR_R32_RM32).reg(both, MInst.DEF).reg(moved, MInst.USE).tied(kept, 0));
                s.emit(ins(X86.PINSRW_X_R32M16_U8).reg(d, MInst.DEF).reg(both, MInst.USE).imm(lane / 2).tied(v, 0));
            }
            case 16 -> s.emit(ins(X86.PINSRW_X_R32M16_U8).reg(d, MInst.DEF).reg(s.use(scalar), MInst.USE).imm(lane).tied(v, 0));
            case 32 -> {
                // The lane changes places with the first, and back.
                int x = low(s, scalar);
                int order = 0xe4 & ~3 & ~(3 << 2 * lane) | lane;
                if (lane == 0) {
                    s.emit(ins(X86.MOVSS_X_X).reg(d, MInst.DEF).reg(x, MInst.USE).tied(v, 0));
                    return;
                }
                int turned = temp(s);
                int with = temp(s);
                s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(turned, MInst.DEF).reg(v, MInst.USE).imm(order));
                s.emit(ins(X86.MOVSS_X_X).reg(with, MInst.DEF).reg(x, MInst.USE).tied(turned, 0));
                s.emit(ins(X86.PSHUFD_X_XM128_U8).reg(d, MInst.DEF).reg(with, MInst.USE).imm(order));
            }
            default -> {
                int x = low(s, scalar);
                s.emit(ins(lane == 0 ? X86.MOVSD_X_X : X86.PUNPCKLQDQ_X_XM128).reg(d, MInst.DEF).reg(x, MInst.USE).tied(v, 0));
            }
        }
    }
}
