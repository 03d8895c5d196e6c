package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** Loads, stores, block operations, dynamic stack. */
final class MemoryRules {
    private MemoryRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    // ---- scalars --------------------------------------------------------------------------------------------------------

    static void load(X86Selector s, Inst i) {
        loadTo(s, i.type, s.def(i), s.loadAddr(i), i.align);
    }

    static void loadTo(X86Selector s, Type t, int d, Addr a, int align) {
        Row row;
        if (t.isIntOrPtr()) {
            row = switch (t.size) {
                case 1 -> X86.MOVZX_R32_RM8;
                case 2 -> X86.MOVZX_R32_RM16;
                case 4 -> X86.MOV_R32_RM32;
                default -> X86.MOV_R64_RM64;
            };
        } else {
            row = t.size == 32 ? X86.VMOVUPS_Y_YM256 : t.size == 4 ? X86.MOVSS_X_M32 : t.size == 8 ? X86.MOVSD_X_M64 : align >= 16 ? X86.MOVAPS_X_XM128 : X86.MOVUPS_X_XM128;
        }
        s.emit(a.to(ins(row).reg(d, MInst.DEF), MInst.USE));
    }

    static void storeFrom(X86Selector s, Type t, int v, Addr a, int align) {
        Row row;
        if (t.isIntOrPtr()) row = Forms.MOV.rmR()[Forms.size(t)];
        else row = t.size == 32 ? X86.VMOVUPS_YM256_Y : t.size == 4 ? X86.MOVSS_M32_X : t.size == 8 ? X86.MOVSD_M64_X : align >= 16 ? X86.MOVAPS_XM128_X : X86.MOVUPS_XM128_X;
        s.emit(a.to(ins(row), MInst.DEF).reg(v, MInst.USE));
    }

    static void store(X86Selector s, Inst i) {
        Inst v = s.forward(i.arg(1));
        Type t = i.arg(1).type;
        if (i.order() == Inst.SEQ_CST) {
            AtomicRules.exchange(s, i, t);
            return;
        }
        if (t.isIntOrPtr() && v.op == Op.ICONST) {
            long n = t == Type.I1 ? v.imm & 1 : v.imm;
            if (t.size < 8 || n == (int) n) {
                if (t.size == 4) n = (int) n;
                if (t.size == 2) n = (short) n;
                if (t.size == 1) n = (byte) n;
                if (t.size > 1 && (n == 0 || n == -1) && s.mf().ir.is(Function.OPT_SIZE) && !i.isVolatile() && i.order() == Inst.NONE) {
                    constant(s, s.loadAddr(i), Forms.size(t), n);
                    return;
                }
                s.emit(s.loadAddr(i).to(ins(Forms.MOV.rmI()[Forms.size(t)]), MInst.DEF).imm(n));
                return;
            }
        }
        if (v.op == Op.FCONST && (t == Type.F32 || t == Type.F64 && v.imm == (int) v.imm)) {
            s.emit(s.loadAddr(i).to(ins(t == Type.F32 ? X86.MOV_RM32_I32 : X86.MOV_RM64_I32), MInst.DEF).imm((int) v.imm));
            return;
        }
        if (v.op == Op.SYMBOL && !s.options().positionIndependent() && !s.isFar(v.symbol()) && s.isDirect(v.symbol()) && v.imm == (int) v.imm && t.size == 8) {
            s.emit(s.loadAddr(i).to(ins(X86.MOV_RM64_I32), MInst.DEF).sym(s.mf().ref(v.symbol()), (int) v.imm, org.jcc.asm.Operand.Modifier.NONE));
            return;
        }
        if (t.isIntOrPtr() && InPlaceRules.update(s, i, v, t)) return;
        int r = s.use(t.isVector() ? OperationRules.low(s.bits(i.arg(1))) : i.arg(1));
        storeFrom(s, t, r, s.loadAddr(i), i.align);
    }

    /** Stores a constant: for size 0 and -1 by {@code and} and {@code or}, whose immediate has one byte. */
    private static void constant(X86Selector s, Addr to, int w, long n) {
        boolean byLogic = w > 0 && (n == 0 || n == -1) && s.mf().ir.is(Function.OPT_SIZE);
        if (!byLogic) s.emit(to.to(ins(Forms.MOV.rmI()[w]), MInst.DEF).imm(n));
        else s.emit(to.to(ins((n == 0 ? Forms.AND : Forms.OR).rmI()[w]), MInst.DEF | MInst.USE).imm(n));
    }

    // ---- blocks: inline when small, else the C library; for size string instructions ------------------------------------------

    private static final int INLINE_BYTES = 128, SMALL_BYTES = 32, MINIMAL_COPY = 24;

    static void block(X86Selector s, Inst i) {
        Inst n = s.forward(i.arg(2));
        if (n.op == Op.ICONST) {
            if (n.imm == 0) return;
            int most = !s.mf().ir.is(Function.OPT_SIZE) ? INLINE_BYTES : i.op == Op.MEMCPY && s.mf().ir.is(Function.OPT_MIN) ? MINIMAL_COPY : SMALL_BYTES;
            if (n.imm > 0 && n.imm <= most) {
                if (i.op == Op.MEMSET) {
                    if (set(s, i, n.imm)) return;
                } else if (i.op == Op.MEMCPY || n.imm <= 64) {
                    copy(s, i, n.imm);
                    return;
                }
            }
        }
        if (i.op != Op.MEMMOVE && s.mf().ir.is(n.op == Op.ICONST ? Function.OPT_SIZE : Function.OPT_MIN)) {
            repeat(s, i, n);
            return;
        }
        String name = switch (i.op) {
            case MEMCPY -> "memcpy";
            case MEMMOVE -> "memmove";
            default -> "memset";
        };
        int dst = s.use(i.arg(0));
        int src = i.op == Op.MEMSET ? IntegerRules.extended(s, i.arg(1), false, false) : s.use(i.arg(1));
        ControlRules.libraryCall(s, name, dst, src, s.use(n));
    }

    /**
     * {@code rep movs} or {@code rep stos}: shorter than the call, and it leaves most registers alone. In units of four bytes if these make up the block; of eight,
     * which takes a prefix more, where that makes a count that is pushed.
     */
    private static void repeat(X86Selector s, Inst i, Inst n) {
        boolean set = i.op == Op.MEMSET;
        Inst v = set ? s.forward(i.arg(1)) : null;
        int unit = 1;
        if (n.op == Op.ICONST && n.imm > 0 && n.imm <= Integer.MAX_VALUE && n.imm % 4 == 0 && (!set || isUniform(v))) {
            unit = s.mf().ir.is(Function.OPT_MIN) && n.imm % 8 == 0 && n.imm / 4 > Byte.MAX_VALUE && n.imm / 8 <= Byte.MAX_VALUE ? 8 : 4;
        }
        MInst m = ins(set ? unit == 1 ? X86.STOS8 : unit == 4 ? X86.STOS32 : X86.STOS64 : unit == 1 ? X86.MOVS8 : unit == 4 ? X86.MOVS32 : X86.MOVS64);
        m.prefixes = X86Isa.PREFIX_REP;
        m.clobbers |= 1L << X86Regs.RCX | 1L << X86Regs.RDI;
        m.fixed(s.use(i.arg(0)), MInst.USE, X86Regs.RDI);
        if (!set) {
            m.fixed(s.use(i.arg(1)), MInst.USE, X86Regs.RSI);
        } else if (unit == 1) {
            m.fixed(s.use(v), MInst.USE, X86Regs.RAX);
        } else {
            int pattern = s.tempOf(Kind.GPR);
            s.integer(pattern, (byte) v.imm, unit == 4 ? Type.I32 : Type.I64);
            m.fixed(pattern, MInst.USE, X86Regs.RAX);
        }
        if (unit == 1) {
            m.fixed(s.use(n), MInst.USE, X86Regs.RCX);
        } else {
            int count = s.tempOf(Kind.GPR);
            s.integer(count, n.imm / unit, Type.I64);
            m.fixed(count, MInst.USE, X86Regs.RCX);
        }
        s.emit(m);
    }

    /** A byte whose bits are all zero or all one: one number of any size repeats it. */
    private static boolean isUniform(Inst v) {
        return v.op == Op.ICONST && ((byte) v.imm == 0 || (byte) v.imm == -1);
    }

    /** The size of the next move with {@code left} of {@code n} bytes to go: more than these where one that overlaps the move before serves for several. */
    private static int piece(long n, long left) {
        if (left >= 16) return 16;
        int size = Long.bitCount(left) == 1 ? (int) left : 2 * (int) Long.highestOneBit(left);
        return size <= n ? size : size / 2;
    }

    /** All loads before all stores if the blocks may overlap (MEMMOVE), else piece by piece. */
    private static void copy(X86Selector s, Inst i, long n) {
        Addr to = s.addr(i.arg(0), true);
        Addr from = s.addr(i.arg(1), true);
        boolean overlap = i.op == Op.MEMMOVE;
        MInst[] stores = new MInst[24];
        int count = 0;
        for (long at = 0; at < n; ) {
            int size = piece(n, n - at);
            long here = Math.min(at, n - size);
            Type t = size == 16 ? Type.F128 : Type.integer(size * 8);
            int r = s.temp(t);
            loadTo(s, t, r, from.plus(here), 1);
            Row row = t == Type.F128 ? X86.MOVUPS_XM128_X : Forms.MOV.rmR()[Forms.size(t)];
            MInst store = to.plus(here).to(ins(row), MInst.DEF).reg(r, MInst.USE);
            if (overlap) stores[count++] = store;
            else s.emit(store);
            at = here + size;
        }
        for (int k = 0; k < count; k++) s.emit(stores[k]);
    }

    private static boolean set(X86Selector s, Inst i, long n) {
        Inst v = s.forward(i.arg(1));
        if (v.op != Op.ICONST) return false;
        long b = v.imm & 0xff;
        long pattern = b * 0x0101010101010101L;
        Addr to = s.addr(i.arg(0), true);
        int x = -1;
        int g = -1;
        for (long at = 0; at < n; ) {
            int size = piece(n, n - at);
            Addr here = to.plus(Math.min(at, n - size));
            at = Math.min(at, n - size) + size;
            if (size == 16) {
                if (x < 0) {
                    x = s.temp(Type.F128);
                    if (b == 0) s.emit(new MInst(Pseudos.ZERO_X, 1).reg(x, MInst.DEF));
                    else s.emit(s.pool(ins(X86.MOVAPS_X_XM128).reg(x, MInst.DEF), pattern, pattern, 16));
                }
                s.emit(here.to(ins(X86.MOVUPS_XM128_X), MInst.DEF).reg(x, MInst.USE));
            } else if (size == 8) {
                if (pattern == (int) pattern) {
                    constant(s, here, 3, pattern);
                } else {
                    if (g < 0) {
                        g = s.tempOf(Kind.GPR);
                        s.integer(g, pattern, Type.I64);
                    }
                    s.emit(here.to(ins(X86.MOV_RM64_R64), MInst.DEF).reg(g, MInst.USE));
                }
            } else if (size == 4) {
                constant(s, here, 2, (int) pattern);
            } else if (size == 2) {
                s.emit(here.to(ins(X86.MOV_RM16_I16), MInst.DEF).imm((short) pattern));
            } else {
                s.emit(here.to(ins(X86.MOV_RM8_I8), MInst.DEF).imm((byte) pattern));
            }
        }
        return true;
    }

    // ---- dynamic stack --------------------------------------------------------------------------------------------------------

    /** Space below the stack pointer; the memory begins above the outgoing arguments, which stay lowest. */
    static void allocate(X86Selector s, Inst i) {
        s.mf().dynamicStack = true;
        int align = Math.max(16, i.align);
        int n = s.use(i.arg(0));
        int up = s.tempOf(Kind.GPR);
        int size = s.tempOf(Kind.GPR);
        s.emit(ins(X86.LEA_R64_M).reg(up, MInst.DEF).mem(0, n, align > 16 ? align + 15 : 15));
        s.emit(ins(X86.AND_RM64_I32).reg(size, MInst.DEF).imm(-16).tied(up, 0));
        s.emit(ins(X86.SUB_RM64_R64).reg(X86Regs.RSP, MInst.DEF).reg(size, MInst.USE));
        if (align == 16) {
            s.emit(new MInst(Pseudos.DYNAMIC, 1).reg(s.def(i), MInst.DEF));
            return;
        }
        int start = s.tempOf(Kind.GPR);
        int past = s.tempOf(Kind.GPR);
        s.emit(new MInst(Pseudos.DYNAMIC, 1).reg(start, MInst.DEF));
        s.emit(ins(X86.ADD_RM64_I32).reg(past, MInst.DEF).imm(align - 1).tied(start, 0));
        s.emit(ins(X86.AND_RM64_I32).reg(s.def(i), MInst.DEF).imm(-align).tied(past, 0));
    }

    static void stackPointer(X86Selector s, Inst i) {
        s.mf().dynamicStack = true;
        if (i.op == Op.STACKSAVE) s.emit(ins(X86.MOV_R64_RM64).reg(s.def(i), MInst.DEF).reg(X86Regs.RSP, MInst.USE));
        else s.emit(ins(X86.MOV_R64_RM64).reg(X86Regs.RSP, MInst.DEF).reg(s.use(i.arg(0)), MInst.USE));
    }
}
