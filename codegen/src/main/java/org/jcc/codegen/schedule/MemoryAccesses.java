package org.jcc.codegen.schedule;

import java.util.BitSet;
import org.jcc.asm.Operand;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.AliasTags;
import org.jcc.ir.GlobalVar;

/**
 * Which accesses of machine instructions can touch the same bytes, from what the operands show: two places at known distances from one address, two
 * different slots or variables, a slot whose address nobody takes, constants, which nobody writes. The types of C (C17 6.5p7) tell a store from a
 * <em>later load</em> alone: a store may give memory another type, and slots are shared, so that it must not pass what stands before it.
 *
 * <p>Requires: no virtual registers; slots from {@link MFunction#firstSpillSlot} on are allocation's own.
 */
final class MemoryAccesses {
    private final MFunction f;
    private final AliasTags tags;
    /** Slots whose address is in a register, or known to text. */
    private final BitSet taken = new BitSet();

    MemoryAccesses(MFunction f, AliasTags tags) {
        this.f = f;
        this.tags = tags;
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) {
                    if (i.isMem(k) && MInst.isSlot(i.reg(k)) && (i.row instanceof PseudoRow || !i.isUse(k) && !i.isDef(k))) taken.set(MInst.slotOf(i.reg(k)));
                }
            }
        }
        taken.set(MFunction.INCOMING);
    }

    /** The operand by which the instruction accesses memory that may change: -1 for none, -2 for several. */
    int operand(MInst i) {
        int found = -1;
        for (int k = 0; k < i.count; k++) {
            if (!i.isMem(k) || !i.isUse(k) && !i.isDef(k)) continue;
            if (found >= 0) return -2;
            found = k;
        }
        if (found >= 0 && i.ref(found) >= 0 && !i.isDef(found) && isConstant(f.refs.get(i.ref(found)))) return -1;
        return found;
    }

    private static boolean isConstant(Object o) {
        return o instanceof MFunction.Constant || o instanceof MFunction.JumpTable;
    }

    /** The same registers, which hold the same, scaled alike, and the same symbol: displacements tell the places apart. */
    static boolean sameShape(MInst x, int p, MInst y, int q) {
        return x.reg(p) == y.reg(q) && x.index(p) == y.index(q) && x.scale(p) == y.scale(q) && x.ref(p) == y.ref(q) && x.segment(p) == y.segment(q)
                && x.modifier(p) == y.modifier(q);
    }

    /** Bytes of an access, or 0. */
    static int size(MInst i, int k) {
        return k < i.row.kinds.length ? i.row.kinds[k].size() : 0;
    }

    /**
     * False only if the accesses are of different bytes.
     *
     * @param sameRegisters registers that both addresses name hold the same at both
     */
    boolean mayOverlap(MInst x, int p, MInst y, int q, boolean sameRegisters) {
        if (sameRegisters && sameShape(x, p, y, q)) {
            int m = size(x, p);
            int n = size(y, q);
            return m == 0 || n == 0 || (long) x.disp(p) < (long) y.disp(q) + n && (long) y.disp(q) < (long) x.disp(p) + m;
        }
        int u = x.reg(p);
        int v = y.reg(q);
        boolean slotX = MInst.isSlot(u);
        boolean slotY = MInst.isSlot(v);
        if (slotX && slotY) return u == v;
        Object objectX = object(x, p);
        Object objectY = object(y, q);
        if (slotX) return taken.get(MInst.slotOf(u)) && objectY == null;
        if (slotY) return taken.get(MInst.slotOf(v)) && objectX == null;
        return objectX == null || objectY == null || objectX == objectY;
    }

    /** The variable that the operand names, or null. */
    private Object object(MInst i, int k) {
        if (i.ref(k) < 0 || i.segment(k) >= 0 || i.modifier(k) != Operand.Modifier.NONE) return null;
        return f.refs.get(i.ref(k)) instanceof GlobalVar v ? v : null;
    }

    /** A load sees nothing of an earlier store, by their types. */
    boolean differInType(MInst store, MInst load) {
        return tags != null && store.access > 0 && load.access > 0 && !tags.mayAlias(store.access, load.access);
    }
}
