package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Cond;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Integer arithmetic, comparisons and conversions. Operations whose low bits depend on low bits alone are done in 32-bit
 * registers for all narrow types; the others use the exact size or extend first.
 */
final class IntegerRules {
    private IntegerRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    // ---- add sub mul and or xor --------------------------------------------------------------------------------------

    static void binary(X86Selector s, Inst i) {
        Inst a = i.arg(0);
        Inst b = i.arg(1);
        int w = Forms.wide(i.type);
        int bytes = 1 << w;
        if (i.op.isCommutative() && (X86Selector.isImm(a) && !X86Selector.isImm(b) || s.foldsLoad(a, bytes) && !s.foldsLoad(b, bytes) && !X86Selector.isImm(b))) {
            Inst t = a;
            a = b;
            b = t;
        }
        int d = s.def(i);
        if (i.op == Op.SUB && a.isConst(0)) {
            s.emit(ins(Forms.NEG[w]).reg(d, MInst.DEF).tied(s.use(b), 0));
            return;
        }
        if (i.op == Op.XOR && b.isConst(-1) && i.type != Type.I1) {
            s.emit(ins(Forms.NOT[w]).reg(d, MInst.DEF).tied(s.use(a), 0));
            return;
        }
        if ((i.op == Op.AND || i.op == Op.XOR) && s.has(X86Features.BMI) && BitRules.lowest(s, i, w)) return;
        if ((i.op == Op.ADD || i.op == Op.SUB) && carried(s, i)) return;
        if (i.op == Op.ADD && sum(s, i)) return;
        if (i.op == Op.OR && rotate(s, i)) return;
        if (i.op == Op.AND && mask(s, d, a, b, i.type)) return;
        if (i.op == Op.MUL) {
            if (X86Selector.isImm(b)) {
                multiplyBy(s, d, a, b.imm, w);
                return;
            }
            two(s, Forms.IMUL.rRm()[w], d, a, b, bytes);
            return;
        }
        Forms f = forms(i.op);
        if (X86Selector.isImm(b)) {
            int ra = s.use(a);
            s.emit(ins(f.rmI()[w]).reg(d, MInst.DEF).imm(immediate(b, w)).tied(ra, 0));
            return;
        }
        two(s, f.rRm()[w], d, a, b, bytes);
    }

    /** The immediate of a narrow type is taken as 32 bits; i1 as 0 or 1. */
    private static long immediate(Inst c, int w) {
        return c.type == Type.I1 ? c.imm & 1 : c.imm;
    }

    /** {@code x + (a < b)} and {@code x - (a < b)}, unsigned: the comparison leaves the carry that adc and sbb take; {@code x} may be a sum or difference itself. */
    private static boolean carried(X86Selector s, Inst i) {
        if (i.type.size < 4) return false;
        boolean add = i.op == Op.ADD;
        Inst x = i.arg(0);
        Inst c = i.arg(1);
        if (add && !isCarry(s, c)) {
            x = i.arg(1);
            c = i.arg(0);
        }
        if (!isCarry(s, c)) return false;
        Inst icmp = c.arg(0);
        boolean swapped = icmp.cond() == Cond.UGT;
        int w = Forms.size(i.type);
        int cw = Forms.size(icmp.arg(0).type);
        Inst y = null;
        if (x.op == i.op && s.isSingleUse(x) && !isCarry(s, x.arg(1)) && !isCarry(s, x.arg(0))) {
            y = x.arg(1);
            x = x.arg(0);
        }
        int rx = s.use(x);
        int ry = y == null || X86Selector.isImm(y) ? -1 : s.use(y);
        Inst l = icmp.arg(swapped ? 1 : 0);
        Inst r = icmp.arg(swapped ? 0 : 1);
        int rl = s.use(l);
        if (X86Selector.isImm(r)) {
            s.emit(X86Selector.r(ins(Forms.CMP.rmI()[cw]), rl).imm(r.imm));
        } else {
            int rr = s.use(r);
            s.emit(X86Selector.r(X86Selector.r(ins(Forms.CMP.rRm()[cw]), rl), rr));
        }
        int d = s.def(i);
        if (ry >= 0) {
            Row row = add ? w == 3 ? X86.ADC_R64_RM64 : X86.ADC_R32_RM32 : w == 3 ? X86.SBB_R64_RM64 : X86.SBB_R32_RM32;
            s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF), ry).tied(rx, 0));
        } else {
            Row row = add ? w == 3 ? X86.ADC_RM64_I32 : X86.ADC_RM32_I32 : w == 3 ? X86.SBB_RM64_I32 : X86.SBB_RM32_I32;
            s.emit(ins(row).reg(d, MInst.DEF).imm(y == null ? 0 : y.imm).tied(rx, 0));
        }
        return true;
    }

    private static boolean isCarry(X86Selector s, Inst v) {
        if (v.op != Op.ZEXT || !s.isSingleUse(v) || v.arg(0).op != Op.ICMP || !s.isSingleUse(v.arg(0))) return false;
        Inst c = v.arg(0);
        return (c.cond() == Cond.ULT || c.cond() == Cond.UGT) && c.arg(0).type.isIntOrPtr() && c.arg(0).type.size >= 4;
    }

    /** A sum of two registers, one of them scaled, or of two registers and a constant, by {@code lea}; the inner operations have no other user. */
    private static boolean sum(X86Selector s, Inst i) {
        if (i.type.size < 4) return false;
        Inst a = i.arg(0);
        Inst b = i.arg(1);
        if (!isScaled(s, b) && isScaled(s, a)) {
            Inst t = a;
            a = b;
            b = t;
        }
        Addr m = new Addr();
        if (isScaled(s, b)) {
            m.scale = 1 << b.arg(1).imm;
            m.index = s.use(b.arg(0));
            if (X86Selector.isImm(a) && X86Selector.fits(a.imm)) {
                m.disp = a.imm;
            } else if (a.op == Op.ADD && s.isSingleUse(a) && X86Selector.isImm(a.arg(1)) && X86Selector.fits(a.arg(1).imm)) {
                m.disp = a.arg(1).imm;
                m.base = s.use(a.arg(0));
            } else {
                m.base = s.use(a);
            }
        } else if (X86Selector.isImm(b) && X86Selector.fits(b.imm) && a.op == Op.ADD && s.isSingleUse(a) && !X86Selector.isImm(a.arg(1))) {
            Inst x = a.arg(0);
            Inst y = a.arg(1);
            m.disp = b.imm;
            if (isScaled(s, y)) {
                m.scale = 1 << y.arg(1).imm;
                y = y.arg(0);
            } else if (isScaled(s, x)) {
                m.scale = 1 << x.arg(1).imm;
                Inst t = x.arg(0);
                x = y;
                y = t;
            } else if (s.foldsLoad(x, i.type.size) || s.foldsLoad(y, i.type.size)) {
                return false;
            }
            m.base = s.use(x);
            m.index = s.use(y);
        } else {
            return false;
        }
        m.to(s.emit(ins(i.type.size == 8 ? X86.LEA_R64_M : X86.LEA_R32_M).reg(s.def(i), MInst.DEF)), 0);
        return true;
    }

    /** A shift left by 1 to 3 for the sum alone. */
    private static boolean isScaled(X86Selector s, Inst v) {
        return v.op == Op.SHL && v.arg(1).op == Op.ICONST && v.arg(1).imm >= 1 && v.arg(1).imm <= 3 && s.isSingleUse(v);
    }

    /** {@code x << c | x >> n - c}. */
    private static boolean rotate(X86Selector s, Inst i) {
        if (i.type.size < 4) return false;
        Inst l = i.arg(0).op == Op.SHL ? i.arg(0) : i.arg(1);
        Inst r = l == i.arg(0) ? i.arg(1) : i.arg(0);
        if (l.op != Op.SHL || r.op != Op.LSHR || l.arg(0) != r.arg(0)) return false;
        int bits = i.type.bits;
        int w = Forms.size(i.type);
        Inst x = l.arg(0);
        Inst n = l.arg(1);
        Inst m = r.arg(1);
        if (n.op == Op.ICONST && m.op == Op.ICONST) {
            if (n.imm <= 0 || n.imm >= bits || n.imm + m.imm != bits) return false;
            s.emit(ins(Forms.ROL.rmI()[w]).reg(s.def(i), MInst.DEF).imm(n.imm).tied(s.use(x), 0));
            return true;
        }
        boolean left = isComplement(m, n, bits);
        if (!left && !isComplement(n, m, bits)) return false;
        int count = s.use(left ? n : m);
        int rx = s.use(x);
        s.emit(X86Selector.r(ins((left ? Forms.ROL : Forms.ROR).rmR()[w]).reg(s.def(i), MInst.DEF), count).tied(rx, 0));
        return true;
    }

    /** {@code bits - n}, or {@code -n & bits - 1}. */
    private static boolean isComplement(Inst v, Inst n, int bits) {
        if (v.op == Op.AND && v.arg(1).op == Op.ICONST && v.arg(1).imm == bits - 1) v = v.arg(0);
        else if (!(v.op == Op.SUB && v.arg(0).op == Op.ICONST && v.arg(0).imm == bits)) return false;
        return v.op == Op.SUB && v.arg(0).op == Op.ICONST && (v.arg(0).imm & bits - 1) == 0 && v.arg(1) == n;
    }

    /** Masks of 8, 16 and 32 bits are extensions, without an operand that is overwritten; others of a positive number clear the upper half by themselves. */
    private static boolean mask(X86Selector s, int d, Inst a, Inst b, Type t) {
        if (b.op != Op.ICONST || t.size < 4) return false;
        if (b.imm == 0xff || b.imm == 0xffff || t.size == 8 && b.imm == 0xffffffffL) {
            Row row = b.imm == 0xff ? X86.MOVZX_R32_RM8 : b.imm == 0xffff ? X86.MOVZX_R32_RM16 : X86.MOV_R32_RM32;
            s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF), s.use(a)));
            return true;
        }
        if (t.size == 8 && b.imm >= 0 && b.imm <= 0xffffffffL) {
            s.emit(ins(X86.AND_RM32_I32).reg(d, MInst.DEF).imm((int) b.imm).tied(s.use(a), 0));
            return true;
        }
        return false;
    }

    private static void multiplyBy(X86Selector s, int d, Inst a, long n, int w) {
        if (n == 3 || n == 5 || n == 9) {
            Addr m = new Addr();
            m.base = m.index = s.use(a);
            m.scale = (int) n - 1;
            m.to(s.emit(ins(w == 3 ? X86.LEA_R64_M : X86.LEA_R32_M).reg(d, MInst.DEF)), 0);
            return;
        }
        if (Long.bitCount(n) == 1) {
            s.emit(ins(Forms.SHL.rmI()[w]).reg(d, MInst.DEF).imm(Long.numberOfTrailingZeros(n)).tied(s.use(a), 0));
            return;
        }
        Addr m = s.foldAddr(a, 1 << w);
        MInst i = ins(Forms.IMUL.rmI()[w]).reg(d, MInst.DEF);
        s.emit(s.regMem(i, a, m).imm(n));
    }

    /** d = a op b by a two-address row; b may be memory. */
    private static void two(X86Selector s, Row row, int d, Inst a, Inst b, int bytes) {
        int ra = s.use(a);
        Addr m = a == b ? null : s.foldAddr(b, bytes);
        if (m != null) s.emit(m.to(ins(row).reg(d, MInst.DEF), MInst.USE).tied(ra, 0));
        else {
            int rb = a == b ? ra : s.use(b);
            s.emit(X86Selector.r(ins(row).reg(d, MInst.DEF), rb).tied(ra, 0));
        }
    }

    static Forms forms(Op op) {
        return switch (op) {
            case ADD -> Forms.ADD;
            case SUB -> Forms.SUB;
            case AND -> Forms.AND;
            case OR -> Forms.OR;
            case XOR -> Forms.XOR;
            default -> throw new IllegalArgumentException(op.text);
        };
    }

    static void pointerAdd(X86Selector s, Inst i) {
        Inst offset = s.forward(i.arg(1));
        if (offset.op == Op.ICONST && !X86Selector.fits(offset.imm)) {
            int t = s.tempOf(Kind.GPR);
            s.integer(t, offset.imm, Type.I64);
            s.emit(X86Selector.r(ins(X86.ADD_R64_RM64).reg(s.def(i), MInst.DEF), t).tied(s.use(i.arg(0)), 0));
            return;
        }
        Addr a = s.addr(i, false);
        if (a.isPlain()) s.move(Type.I64, s.def(i), a.base);
        else s.lea(s.def(i), a);
    }

    // ---- extension -------------------------------------------------------------------------------------------------------

    /** The value extended to at least 32 bits (64 if {@code to64}), in a register. */
    static int extended(X86Selector s, Inst v, boolean signed, boolean to64) {
        if (v.op == Op.ICONST) {
            int t = s.tempOf(Kind.GPR);
            long n = v.imm;
            if (!signed && v.type.bits < 64) n &= (1L << v.type.bits) - 1;
            if (signed && v.type == Type.I1) n = -(n & 1);
            s.integer(t, n, to64 || v.type.size == 8 ? Type.I64 : Type.I32);
            return t;
        }
        if (v.type.size == 8 || v.type.size == 4 && !to64) return s.use(v);
        if (UpperBits.areZero(v) && (!signed || UpperBits.isNotNegative(v))) return s.use(v);
        int d = s.tempOf(Kind.GPR);
        extendTo(s, d, v, signed, to64);
        return d;
    }

    static void extend(X86Selector s, Inst i) {
        Inst v = s.inRegister(i);
        if (v != i) {
            s.move(Type.I64, s.def(i), s.use(v));
            return;
        }
        extendTo(s, s.def(i), i.arg(0), i.op == Op.SEXT, i.type.size == 8);
    }

    private static void extendTo(X86Selector s, int d, Inst v, boolean signed, boolean to64) {
        if (v.type == Type.I1) {
            int t = signed ? s.tempOf(Kind.GPR) : d;
            s.emit(X86Selector.r(ins(X86.MOVZX_R32_RM8).reg(t, MInst.DEF), s.use(v)));
            if (signed) s.emit(ins(Forms.NEG[to64 ? 3 : 2]).reg(d, MInst.DEF).tied(t, 0));
            return;
        }
        Row row = switch (v.type.size) {
            case 1 -> signed ? to64 ? X86.MOVSX_R64_RM8 : X86.MOVSX_R32_RM8 : X86.MOVZX_R32_RM8;
            case 2 -> signed ? to64 ? X86.MOVSX_R64_RM16 : X86.MOVSX_R32_RM16 : X86.MOVZX_R32_RM16;
            case 4 -> signed && to64 ? X86.MOVSXD_R64_RM32 : X86.MOV_R32_RM32;
            default -> X86.MOV_R64_RM64;
        };
        Addr m = s.foldAddr(v, v.type.size);
        s.emit(s.regMem(ins(row).reg(d, MInst.DEF), v, m));
    }

    static void truncate(X86Selector s, Inst i) {
        if (i.type == Type.I1) s.emit(ins(X86.AND_RM32_I32).reg(s.def(i), MInst.DEF).imm(1).tied(s.use(i.arg(0)), 0));
        else s.move(Type.I64, s.def(i), s.use(i.arg(0)));
    }

    // ---- division -----------------------------------------------------------------------------------------------------

    static void division(X86Selector s, Inst i) {
        boolean signed = i.op == Op.SDIV || i.op == Op.SREM;
        boolean quotient = i.op == Op.SDIV || i.op == Op.UDIV;
        boolean wide = i.type.size == 8;
        int w = wide ? 3 : 2;
        int a = extended(s, i.arg(0), signed, wide);
        Addr m = i.arg(0) == i.arg(1) ? null : s.foldAddr(i.arg(1), i.type.size < 4 ? -1 : i.type.size);
        int b = m != null ? -1 : extended(s, i.arg(1), signed, wide);
        int hi = s.tempOf(Kind.GPR);
        if (signed) s.emit(ins(wide ? X86.CQO : X86.CDQ).fixed(a, MInst.USE, X86Regs.RAX).fixed(hi, MInst.DEF, X86Regs.RDX));
        else s.integer(hi, 0, Type.I32);
        MInst div = ins(signed ? Forms.IDIV[w] : Forms.DIV[w]);
        if (m != null) m.to(div, MInst.USE);
        else X86Selector.r(div, b);
        div.fixed(a, MInst.USE, X86Regs.RAX).fixed(hi, MInst.USE, X86Regs.RDX);
        div.fixed(quotient ? s.def(i) : s.tempOf(Kind.GPR), MInst.DEF, X86Regs.RAX);
        div.fixed(quotient ? s.tempOf(Kind.GPR) : s.def(i), MInst.DEF, X86Regs.RDX);
        s.emit(div);
    }

    static void highProduct(X86Selector s, Inst i) {
        boolean signed = i.op == Op.SMULH;
        if (i.type.size < 8) {
            int a = extended(s, i.arg(0), signed, true);
            int b = extended(s, i.arg(1), signed, true);
            if (!signed && i.type.size == 4) {
                a = zeroUpper(s, i.arg(0));
                b = zeroUpper(s, i.arg(1));
            }
            int t = s.tempOf(Kind.GPR);
            s.emit(X86Selector.r(ins(X86.IMUL_R64_RM64).reg(t, MInst.DEF), b).tied(a, 0));
            s.emit(ins(X86.SHR_RM64_U8).reg(s.def(i), MInst.DEF).imm(i.type.bits).tied(t, 0));
            return;
        }
        Inst low = signed ? null : partner(s, i, Op.MUL);
        int a = s.use(i.arg(0));
        int b = i.arg(0) == i.arg(1) ? a : s.use(i.arg(1));
        MInst m = X86Selector.r(ins(signed ? X86.IMUL_RM64 : X86.MUL_RM64), b);
        s.emit(m.fixed(a, MInst.USE, X86Regs.RAX).fixed(low != null ? s.def(low) : s.tempOf(Kind.GPR), MInst.DEF, X86Regs.RAX).fixed(s.def(i), MInst.DEF, X86Regs.RDX));
    }

    private static int zeroUpper(X86Selector s, Inst v) {
        int t = s.tempOf(Kind.GPR);
        s.emit(X86Selector.r(ins(X86.MOV_R32_RM32).reg(t, MInst.DEF), s.use(v)));
        return t;
    }

    // ---- shifts -----------------------------------------------------------------------------------------------------------

    static void shift(X86Selector s, Inst i) {
        Forms f = switch (i.op) {
            case SHL -> Forms.SHL;
            case LSHR -> Forms.SHR;
            case ASHR -> Forms.SAR;
            case ROTL -> Forms.ROL;
            default -> Forms.ROR;
        };
        int w = i.op == Op.SHL ? Forms.wide(i.type) : Forms.size(i.type);
        if (s.has(X86Features.BMI2) && BitRules.shift(s, i, w)) return;
        int a = s.use(i.arg(0));
        if (i.arg(1).op == Op.ICONST) {
            long n = i.arg(1).imm & i.type.bits - 1;
            s.emit(ins(f.rmI()[w]).reg(s.def(i), MInst.DEF).imm(n).tied(a, 0));
            return;
        }
        int n = s.use(i.arg(1));
        s.emit(X86Selector.r(ins(f.rmR()[w]).reg(s.def(i), MInst.DEF), n).tied(a, 0));
    }

    static void minMax(X86Selector s, Inst i) {
        boolean signed = i.op == Op.SMIN || i.op == Op.SMAX;
        int a = extended(s, i.arg(0), signed, false);
        int b = extended(s, i.arg(1), signed, false);
        int w = Forms.wide(i.type);
        int cc = switch (i.op) {
            case SMIN -> X86.CC_L;
            case SMAX -> X86.CC_G;
            case UMIN -> X86.CC_B;
            default -> X86.CC_A;
        };
        s.emit(X86Selector.r(X86Selector.r(ins(Forms.CMP.rRm()[w]), a), b));
        s.emit(X86Selector.r(ins((w == 3 ? X86.CMOVCC64 : X86.CMOVCC32).get(cc)).reg(s.def(i), MInst.DEF), a).tied(b, 0));
    }

    static void abs(X86Selector s, Inst i) {
        int a = extended(s, i.arg(0), true, false);
        int w = Forms.wide(i.type);
        int n = s.tempOf(Kind.GPR);
        s.emit(ins(Forms.NEG[w]).reg(n, MInst.DEF).tied(a, 0));
        s.emit(X86Selector.r(ins((w == 3 ? X86.CMOVCC64 : X86.CMOVCC32).get(X86.CC_S)).reg(s.def(i), MInst.DEF), a).tied(n, 0));
    }

    // ---- comparison and overflow: emit what sets the flags, return the condition code ----------------------------------

    static int compare(X86Selector s, Inst i) {
        Inst a = i.arg(0);
        Inst b = i.arg(1);
        Cond c = i.cond();
        if (a.op == Op.ICONST && b.op != Op.ICONST) {
            Inst t = a;
            a = b;
            b = t;
            c = c.swap();
        }
        int w = Forms.size(a.type);
        if (a.type == Type.I1 && c.isSigned()) {
            c = switch (c) {
                case SLT -> Cond.UGT;
                case SLE -> Cond.UGE;
                case SGT -> Cond.ULT;
                default -> Cond.ULE;
            };
        }
        if (b.op == Op.ICONST && X86Selector.isImm(b)) {
            long n = b.type == Type.I1 ? b.imm & 1 : b.imm;
            if (b.type != Type.I1 && isNextToZero(c, n)) {
                c = withZero(c);
                n = 0;
            }
            if (n == 0 && (c == Cond.EQ || c == Cond.NE) && a.op == Op.AND && s.isSingleUse(a)) {
                return test(s, a, w) ^ (c == Cond.EQ ? 1 : 0);
            }
            Addr m = s.foldAddr(a, a.type.size);
            if (m != null) {
                s.emit(m.to(ins(Forms.CMP.rmI()[w]), MInst.USE).imm(n));
                return X86Selector.cc(c);
            }
            int ra = s.use(a);
            if (n == 0) s.emit(ins(Forms.TEST.rmR()[w]).reg(ra, MInst.USE).reg(ra, MInst.USE));
            else s.emit(X86Selector.r(ins(Forms.CMP.rmI()[w]), ra).imm(n));
            return X86Selector.cc(c);
        }
        Addr m = s.foldAddr(b, b.type.size);
        if (m != null) {
            s.emit(m.to(X86Selector.r(ins(Forms.CMP.rRm()[w]), s.use(a)), MInst.USE));
            return X86Selector.cc(c);
        }
        m = s.foldAddr(a, a.type.size);
        if (m != null) {
            int rb = s.use(b);
            s.emit(X86Selector.r(m.to(ins(Forms.CMP.rmR()[w]), MInst.USE), rb));
            return X86Selector.cc(c);
        }
        int ra = s.use(a);
        int rb = a == b ? ra : s.use(b);
        s.emit(X86Selector.r(X86Selector.r(ins(Forms.CMP.rRm()[w]), ra), rb));
        return X86Selector.cc(c);
    }

    /** The comparison with 1 or -1 is one with zero, which needs no immediate and often no instruction. */
    private static boolean isNextToZero(Cond c, long n) {
        return switch (c) {
            case SLE, SGT -> n == -1;
            case SLT, SGE, ULT, UGE -> n == 1;
            case ULE, UGT -> n == 0;
            default -> false;
        };
    }

    private static Cond withZero(Cond c) {
        return switch (c) {
            case SLE -> Cond.SLT;
            case SGT -> Cond.SGE;
            case SLT -> Cond.SLE;
            case SGE -> Cond.SGT;
            case ULT, ULE -> Cond.EQ;
            default -> Cond.NE;
        };
    }

    /** Sets the flags for the question whether {@code and} is zero, and returns the condition under which it is not. */
    private static int test(X86Selector s, Inst and, int w) {
        Inst a = and.arg(0);
        Inst b = and.arg(1);
        if (w >= 2 && bit(s, a, b, w)) return X86.CC_B;
        if (X86Selector.isImm(b)) {
            Addr m = s.foldAddr(a, a.type.size);
            long n = b.type == Type.I1 ? b.imm & 1 : b.imm;
            if (m == null && isExtended(s, a, n)) {
                // The mask asks for no bit that the extension makes.
                m = s.foldAddr(a.arg(0), a.arg(0).type.size);
                if (m != null) w = Forms.size(a.arg(0).type);
                if (m != null && w == 0) {
                    s.emit(m.to(ins(X86.TEST_RM8_I8), MInst.USE).imm((byte) n));
                    return X86.CC_NE;
                }
            }
            if (w < 3) n &= (1L << (8 << w)) - 1;
            // A mask within one byte tests that alone: there is no short immediate for the other sizes.
            int at = m != null && n > 0 ? Long.numberOfTrailingZeros(n) / 8 : 0;
            if (w > 0 && n > 0 && n >>> 8 * at <= 0xff) {
                if (m != null) m.plus(at).to(s.emit(ins(X86.TEST_RM8_I8)), MInst.USE).imm(n >>> 8 * at);
                else s.emit(X86Selector.r(ins(X86.TEST_RM8_I8), s.use(a)).imm(n));
                return X86.CC_NE;
            }
            s.emit(s.regMem(ins(Forms.TEST.rmI()[w]), a, m).imm(b.type == Type.I1 ? n : b.imm));
            return X86.CC_NE;
        }
        int ra = s.use(a);
        int rb = a == b ? ra : s.use(b);
        s.emit(ins(Forms.TEST.rmR()[w]).reg(ra, MInst.USE).reg(rb, MInst.USE));
        return X86.CC_NE;
    }

    /** A narrower value, made wider for this use alone, which has all bits of the mask. Of 16 bits in both bytes: such an immediate stalls decoding. */
    private static boolean isExtended(X86Selector s, Inst a, long mask) {
        if (a.op != Op.ZEXT && a.op != Op.SEXT || mask <= 0 || !s.isSingleUse(a)) return false;
        int bits = a.arg(0).type.bits;
        return bits >= 8 && bits < 64 && mask >>> bits == 0 && (bits != 16 || mask <= 0xff || (mask & 0xff) == 0);
    }

    /** One bit of a register, {@code x & 1 << n}, {@code x >> n & 1} or beyond the reach of immediates, goes to the carry by {@code bt}. */
    private static boolean bit(X86Selector s, Inst a, Inst b, int w) {
        if (b.op == Op.ICONST) {
            if (b.isConst(1) && a.op == Op.LSHR && a.arg(1).op != Op.ICONST && s.isSingleUse(a)) {
                bt(s, a.arg(0), a.arg(1), w);
                return true;
            }
            if (X86Selector.isImm(b) || Long.bitCount(b.imm) != 1) return false;
            s.emit(ins(X86.BT_RM64_U8).reg(s.use(a), MInst.USE).imm(Long.numberOfTrailingZeros(b.imm)));
            return true;
        }
        if (a.op == Op.SHL && a.arg(0).isConst(1) && s.isSingleUse(a)) bt(s, b, a.arg(1), w);
        else if (b.op == Op.SHL && b.arg(0).isConst(1) && s.isSingleUse(b)) bt(s, a, b.arg(1), w);
        else return false;
        return true;
    }

    private static void bt(X86Selector s, Inst x, Inst n, int w) {
        while (n.op == Op.ZEXT || n.op == Op.SEXT) n = n.arg(0);
        int rx = s.use(x);
        int rn = x == n ? rx : s.use(n);
        s.emit(ins(w == 3 ? X86.BT_RM64_R64 : X86.BT_RM32_R32).reg(rx, MInst.USE).reg(rn, MInst.USE));
    }

    /** The plain operation with the same operands right before or after, whose value the flags' instruction gives too. */
    private static Inst partner(X86Selector s, Inst i, Op plain) {
        Inst p = i.prev;
        if (p == null || p.op != plain || p.arg(0) != i.arg(0) || p.arg(1) != i.arg(1)) return null;
        if (i != s.root() && i.next != s.root()) return null;
        s.setDone(p);
        return p;
    }

    static int overflow(X86Selector s, Inst i) {
        Inst a = i.arg(0);
        Inst b = i.arg(1);
        int w = Forms.size(a.type);
        switch (i.op) {
            case SMULO, UMULO -> {
                boolean signed = i.op == Op.SMULO;
                Inst p = partner(s, i, Op.MUL);
                int d = p != null ? s.def(p) : s.tempOf(Kind.GPR);
                int ra = s.use(a);
                int rb = a == b ? ra : s.use(b);
                if (signed && w > 0) {
                    s.emit(X86Selector.r(ins(Forms.IMUL.rRm()[w]).reg(d, MInst.DEF), rb).tied(ra, 0));
                } else {
                    MInst m = X86Selector.r(ins(signed ? Forms.IMUL1[w] : Forms.MUL1[w]), rb).fixed(ra, MInst.USE, X86Regs.RAX).fixed(d, MInst.DEF, X86Regs.RAX);
                    s.emit(m);
                }
                return X86.CC_O;
            }
            default -> {
                boolean add = i.op == Op.SADDO || i.op == Op.UADDO;
                Inst p = partner(s, i, add ? Op.ADD : Op.SUB);
                int d = p != null ? s.def(p) : s.tempOf(Kind.GPR);
                Forms f = add ? Forms.ADD : Forms.SUB;
                int ra = s.use(a);
                if (X86Selector.isImm(b)) {
                    s.emit(ins(f.rmI()[w]).reg(d, MInst.DEF).imm(b.imm).tied(ra, 0));
                } else {
                    int rb = a == b ? ra : s.use(b);
                    s.emit(X86Selector.r(ins(f.rRm()[w]).reg(d, MInst.DEF), rb).tied(ra, 0));
                }
                return i.op == Op.SADDO || i.op == Op.SSUBO ? X86.CC_O : X86.CC_B;
            }
        }
    }
}
