package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/** Loads, stores, block operations, dynamic stack. Atomic accesses take the fences of the manual's table A.6. */
final class MemoryRules {
    private MemoryRules() {}

    private static MInst ins(Row r) {
        return RvSelector.ins(r);
    }

    // ---- scalars --------------------------------------------------------------------------------------------------------

    static void load(RvSelector s, Inst i) {
        int order = i.order();
        if (order == Inst.SEQ_CST) AtomicRules.fence(s, 3, 3);
        loadTo(s, i.type, s.def(i), s.addr(i.arg(0)), false);
        if (order >= Inst.ACQUIRE) AtomicRules.fence(s, 2, 3);
    }

    /** @param zero zero-extended instead of as registers hold the type */
    static void loadTo(RvSelector s, Type t, int d, Addr a, boolean zero) {
        Row row;
        if (t.isIntOrPtr()) {
            row = switch (t.size) {
                case 1 -> zero || t == Type.I1 ? Rv.LBU : Rv.LB;
                case 2 -> zero ? Rv.LHU : Rv.LH;
                case 4 -> zero ? Rv.LWU : Rv.LW;
                default -> Rv.LD;
            };
        } else {
            row = t.size == 4 ? Rv.FLW : Rv.FLD;
        }
        a.to(s.emit(ins(row).reg(d, MInst.DEF)), MInst.USE);
    }

    static void storeFrom(RvSelector s, Type t, int v, Addr a) {
        Row row;
        if (t.isIntOrPtr()) {
            row = switch (t.size) {
                case 1 -> Rv.SB;
                case 2 -> Rv.SH;
                case 4 -> Rv.SW;
                default -> Rv.SD;
            };
        } else {
            row = t.size == 4 ? Rv.FSW : Rv.FSD;
        }
        a.to(s.emit(ins(row).reg(v, MInst.USE)), MInst.DEF);
    }

    static void store(RvSelector s, Inst i) {
        int order = i.order();
        Type t = i.arg(1).type;
        int v = t.isIntOrPtr() ? s.useOrZero(i.arg(1)) : s.use(i.arg(1));
        Addr a = s.addr(i.arg(0));
        if (order >= Inst.RELEASE) AtomicRules.fence(s, 3, 1);
        storeFrom(s, t, v, a);
        if (order == Inst.SEQ_CST) AtomicRules.fence(s, 3, 3);
    }

    // ---- blocks: inline when small, else the C library ------------------------------------------------------------------------

    private static final int INLINE_PIECES = 16;

    static void block(RvSelector s, Inst i) {
        Inst n = s.forward(i.arg(2));
        int align = Math.max(1, Math.min(8, i.align));
        if (n.op == Op.ICONST && n.imm >= 0) {
            if (n.imm == 0) return;
            if (n.imm / align + 3 <= INLINE_PIECES) {
                if (i.op == Op.MEMSET) {
                    if (set(s, i, n.imm, align)) return;
                } else {
                    copy(s, i, n.imm, align);
                    return;
                }
            }
        }
        String name = switch (i.op) {
            case MEMCPY -> "memcpy";
            case MEMMOVE -> "memmove";
            default -> "memset";
        };
        int dst = s.use(i.arg(0));
        int src = s.use(i.arg(1));
        ControlRules.libraryCall(s, name, dst, src, s.use(n));
    }

    private static Type piece(long left, int align) {
        long n = Math.min(align, Long.highestOneBit(left));
        return n >= 8 ? Type.I64 : n >= 4 ? Type.I32 : n >= 2 ? Type.I16 : Type.I8;
    }

    /** All loads before all stores if the blocks may overlap (MEMMOVE), else piece by piece. */
    private static void copy(RvSelector s, Inst i, long n, int align) {
        Addr to = within(s, s.addr(i.arg(0)), n);
        Addr from = within(s, s.addr(i.arg(1)), n);
        boolean overlap = i.op == Op.MEMMOVE;
        int[] values = new int[INLINE_PIECES];
        int count = 0;
        for (int pass = 0; pass < (overlap ? 2 : 1); pass++) {
            int k = 0;
            for (long at = 0; at < n; k++) {
                Type t = piece(n - at, align);
                if (pass == 0) {
                    values[k] = s.tempOf(Kind.GPR);
                    loadTo(s, t, values[k], from.plus(at), false);
                    count++;
                }
                if (!overlap || pass == 1) storeFrom(s, t, values[k], to.plus(at));
                at += t.size;
            }
        }
    }

    /** An address of which {@code n} bytes are in reach. */
    private static Addr within(RvSelector s, Addr a, long n) {
        if (MInst.isSlot(a.base()) || RvSelector.fits(a.disp() + n)) return a;
        int t = s.tempOf(Kind.GPR);
        s.lea(t, a);
        return new Addr(t, 0);
    }

    private static boolean set(RvSelector s, Inst i, long n, int align) {
        Inst v = s.forward(i.arg(1));
        if (v.op != Op.ICONST) return false;
        int value = s.constant((v.imm & 0xff) * 0x0101010101010101L);
        Addr to = within(s, s.addr(i.arg(0)), n);
        for (long at = 0; at < n; ) {
            Type t = piece(n - at, align);
            storeFrom(s, t, value, to.plus(at));
            at += t.size;
        }
        return true;
    }

    // ---- dynamic stack --------------------------------------------------------------------------------------------------------

    /** Space below the stack pointer; the memory begins above the outgoing arguments, which stay lowest. */
    static void allocate(RvSelector s, Inst i) {
        s.mf().dynamicStack = true;
        int align = Math.max(16, i.align);
        int up = s.tempOf(Kind.GPR);
        int size = s.tempOf(Kind.GPR);
        int n = s.use(i.arg(0));
        s.op(Rv.ADD, up, n, s.constant(align > 16 ? align + 15 : 15));
        s.opi(Rv.ANDI, size, up, -16);
        s.op(Rv.SUB, RvRegs.SP, RvRegs.SP, size);
        if (align == 16) {
            s.emit(new MInst(Pseudos.DYNAMIC, 1).reg(s.def(i), MInst.DEF));
            return;
        }
        int start = s.tempOf(Kind.GPR);
        int past = s.tempOf(Kind.GPR);
        s.emit(new MInst(Pseudos.DYNAMIC, 1).reg(start, MInst.DEF));
        s.op(Rv.ADD, past, start, s.constant(align - 1));
        s.op(Rv.AND, s.def(i), past, s.constant(-align));
    }
}
