package org.jcc.codegen.regalloc;

import java.util.Arrays;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.FlagLiveness;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;

/**
 * Tidies moves after allocation, along blocks of which each is entered from the one before alone. Registers and spill slots are numbered by what they hold: a move to a place
 * that holds the value already goes, a load of what some register holds becomes a copy. Then a copy and the two-address
 * instruction that overwrites it become one instruction with a result of its own (on x86-64 lea), if nobody wants its flags. Then
 * {@link SlotUpdates}.
 *
 * <p>Requires: no virtual registers. Ensures: the same values in all places that are read.
 */
public final class MoveCleanup {
    private final MFunction f;
    private final TargetMachine.Spills spills;
    private final Row copyG, copyF, loadG, loadF8, loadF16, storeG, storeF8, storeF16;
    /** Of the low 32 bits; what they write is extended with zeros. Null if the target has no such moves. */
    private final Row copy4, load4, store4;
    /** By register, then by slot: the number of the value there; negative if its upper half is zero, as that of {@code n}'s low half is {@code -n}. */
    private final int[] holds;
    /** Of registers before the instruction nothing is known. */
    private static final int[] WHOLE = new int[64];

    static {
        Arrays.fill(WHOLE, 64);
    }

    private final TargetMachine.Extensions extensions;
    private final FlagLiveness live;
    private int next;

    private MoveCleanup(MFunction f, TargetMachine t) {
        this.f = f;
        spills = t.spills();
        copyG = spills.copy(Kind.GPR, 8, 0, 0).row;
        copyF = spills.copy(Kind.FPR, 8, 0, 0).row;
        loadG = spills.load(Kind.GPR, 8, 0, 0).row;
        loadF8 = spills.load(Kind.FPR, 8, 0, 0).row;
        loadF16 = spills.load(Kind.FPR, 16, 0, 0).row;
        storeG = spills.store(Kind.GPR, 8, 0, 0).row;
        storeF8 = spills.store(Kind.FPR, 8, 0, 0).row;
        storeF16 = spills.store(Kind.FPR, 16, 0, 0).row;
        boolean narrow = spills.copy(Kind.GPR, 4, 0, 0).row != copyG;
        copy4 = narrow ? spills.copy(Kind.GPR, 4, 0, 0).row : null;
        load4 = narrow ? spills.load(Kind.GPR, 4, 0, 0).row : null;
        store4 = narrow ? spills.store(Kind.GPR, 4, 0, 0).row : null;
        extensions = t.extensions();
        holds = new int[64 + f.slots.size()];
        live = new FlagLiveness(f, t.flags().registers());
    }

    public static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        if (f.ir.level(o.optLevel) == 0 || f.returnsTwice) return true;
        MoveCleanup c = new MoveCleanup(f, t);
        int[] entries = new int[f.blockCount()];
        for (MBlock b : f.blocks) for (MBlock s : b.succs) entries[s.id]++;
        MBlock before = null;
        for (MBlock b : f.blocks) {
            c.number(b, before != null && !b.addressTaken && !b.named && entries[b.id] == 1 && leadsTo(before, b) && !(f.sideExits && before.exit(b) != null));
            before = b;
        }
        for (MBlock b : f.blocks) for (MInst i = b.first; i != null; i = i.next) i = c.combine(i);
        SlotUpdates.run(f, t, c.live);
        return true;
    }

    // ---- values that are there already ----

    private static boolean leadsTo(MBlock from, MBlock to) {
        for (MBlock s : from.succs) if (s == to) return true;
        return false;
    }

    /** @param goesOn the block is entered from the end of the one before alone */
    private void number(MBlock b, boolean goesOn) {
        if (!goesOn) for (int k = 0; k < holds.length; k++) holds[k] = ++next;
        for (MInst i = b.first, after; i != null; i = after) {
            after = i.next;
            if (i.count == 2 && i.prefixes == 0 && move(i)) continue;
            effects(i);
        }
    }

    /** True if the instruction moves a value between places; it is gone if that was for nothing. */
    private boolean move(MInst i) {
        boolean copy = (i.row == copyG || i.row == copyF || i.row == copy4) && i.isReg(0) && i.isReg(1) && i.isDef(0);
        boolean load = (i.row == loadG || i.row == loadF8 || i.row == loadF16 || i.row == load4) && i.isReg(0) && i.isDef(0) && isSpill(i, 1);
        int m = isSpill(i, 0) ? 0 : 1;
        boolean store = (i.row == storeG || i.row == storeF8 || i.row == storeF16 || i.row == store4) && isSpill(i, m) && i.isDef(m) && i.isReg(1 - m);
        if (!copy && !load && !store) return false;
        int to = store ? 64 + MInst.slotOf(i.reg(m)) : i.reg(0);
        int from = copy || store ? i.reg(store ? 1 - m : 1) : 64 + MInst.slotOf(i.reg(1));
        boolean narrow = i.row == copy4 || i.row == load4 || i.row == store4;
        // A part of a slot is no value.
        if (store && narrow && f.slots.get(to - 64).size != 4) return false;
        int value = narrow ? extended(holds[from]) : holds[from];
        if (holds[to] == value) {
            i.remove();
            return true;
        }
        if (load) {
            int regClass = narrow || i.row == loadG ? Kind.GPR : Kind.FPR;
            for (int r = 0; r < 64; r++) {
                if (holds[r] != value) continue;
                MInst c = spills.copy(regClass, narrow ? 4 : 8, to, r);
                c.loc = i.loc;
                c.insertBefore(i);
                i.remove();
                break;
            }
        }
        holds[to] = value;
        return true;
    }

    /** The number of a value's low 32 bits, extended with zeros. */
    private static int extended(int value) {
        return -Math.abs(value);
    }

    /** A whole slot that only allocation knows: nothing else can change it. */
    private boolean isSpill(MInst i, int k) {
        return i.isMem(k) && MInst.isSlot(i.reg(k)) && MInst.slotOf(i.reg(k)) >= f.firstSpillSlot && i.index(k) == MInst.NONE && i.disp(k) == 0 && i.ref(k) < 0;
    }

    private void effects(MInst i) {
        for (long c = i.clobbers; c != 0; c &= c - 1) holds[Long.numberOfTrailingZeros(c)] = ++next;
        for (int k = 0; k < i.count; k++) {
            if (i.isReg(k) && i.isDef(k) && i.reg(k) < 64) holds[i.reg(k)] = k == 0 && copy4 != null && extensions.bits(i, WHOLE) <= 32 ? -++next : ++next;
            else if (i.isMem(k) && i.isDef(k) && MInst.isSlot(i.reg(k))) holds[64 + MInst.slotOf(i.reg(k))] = ++next;
        }
        if (i.row instanceof PseudoRow && i.row.is(Row.SIDE_EFFECT)) Arrays.setAll(holds, k -> k < 64 ? holds[k] : ++next);
    }

    // ---- copies that the next instruction overwrites ----

    /** The instruction where the walk goes on. */
    private MInst combine(MInst i) {
        if (i.row != copyG && i.row != copy4 || i.count != 2 || !i.isReg(0) || !i.isReg(1) || !i.isDef(0)) return i;
        int d = i.reg(0);
        int s = i.reg(1);
        MInst op = i.next;
        if (op == null || op.count < 2 || !op.isReg(0) || op.reg(0) != d || d == s) return i;
        if (i.row == copy4 && (op.row.kinds.length == 0 || op.row.kinds[0].size() > 4)) return i;
        MInst three = spills.withoutFlags(op);
        if (three == null || live.after(op)) return i;
        for (int k = 1; k < three.count; k++) {
            if (!three.isMem(k) && !three.isReg(k)) continue;
            if (three.reg(k) == d) three.setReg(k, s);
            if (three.isMem(k) && three.index(k) == d) three.setIndex(k, s);
        }
        three.insertBefore(i);
        i.remove();
        op.remove();
        return three;
    }
}
