package org.jcc.codegen;

import java.util.Arrays;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Gives every frame object its place. The frame, from the caller's side down:
 *
 * <pre>
 *   incoming stack arguments
 *   ───────────────────────────── CFA
 *   register arguments of a variadic function, where its va_list is a pointer
 *   return address (where a call pushes it), saved frame pointer, saved registers      savedBytes
 *   ───────────────────────────── top of the locals
 *   the stack protector's guard; below it buffers of characters, then other arrays
 *   locals and spill slots: largest alignment first, in large frames most used            frameSize
 *   outgoing stack arguments
 *   ───────────────────────────── stack pointer after the prologue
 *   memory of alloca (when the stack pointer moves, below the locals, above the outgoing arguments)
 * </pre>
 *
 * Slots are measured from the stack pointer after the prologue. They are addressed through the frame pointer if there is
 * one; in a frame that the prologue realigns, through the stack pointer, or through the base pointer if the stack is
 * also dynamic, as the distance from the frame pointer is then unknown.
 *
 * <p>Requires: allocated registers. Ensures: {@link #register} and {@link #offset} answer for every slot; the stack pointer is aligned at calls.
 */
public final class FrameLayout {
    private FrameLayout() {}

    /** The largest frame whose displacements fit an instruction. */
    private static final long LIMIT = 0x7fff0000L;
    /** Displacements up to that are short ones (one byte on x86-64). */
    private static final long SHORT_REACH = 128;
    /** Of the key that slots are sorted by: the rank stands above the slot's number, the zone above the rank. */
    private static final int RANK_SHIFT = 28, ZONE_SHIFT = 60;

    /** True if the function must keep registers for its frame that allocation may not use. */
    public static boolean wantsFramePointer(MFunction f, TargetMachine t, CodegenOptions o) {
        boolean fixed = (o.fixedRegisters >>> t.registers().framePointer() & 1) != 0;
        return !fixed && (f.ir.level(o.optLevel) == 0 || o.keepFramePointer) || f.dynamicStack || f.needsFramePointer || f.realign > 0;
    }

    /** Before allocation: whether some slot is aligned more strictly than the stack. */
    public static void findRealignment(MFunction f, TargetMachine t) {
        int most = f.outgoingAlign;
        for (MFunction.Slot s : f.slots) most = Math.max(most, s.align);
        if (most > t.frame().stackAlign()) f.realign = most;
    }

    /** Registers that allocation must leave alone, as bits. */
    public static long reserved(MFunction f, TargetMachine t, CodegenOptions o) {
        long r = 1L << t.registers().stackPointer() | o.fixedRegisters;
        if (wantsFramePointer(f, t, o)) r |= 1L << t.registers().framePointer();
        if (f.realign > 0 && f.dynamicStack) r |= 1L << t.registers().basePointer();
        return r;
    }

    /** Lays the frame out. Returns false if it is larger than the target can address. */
    public static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        TargetMachine.Frame frame = t.frame();
        f.framePointer = wantsFramePointer(f, t, o);
        long save = f.usedRegs & t.registers().calleeSaved() & ~o.fixedRegisters;
        if (f.framePointer) save &= ~(1L << t.registers().framePointer());
        else if (f.hasCalls && t.registers().returnAddress() >= 0) save |= 1L << t.registers().returnAddress();
        if (f.realign > 0 && f.dynamicStack) save |= 1L << t.registers().basePointer();
        int n = Long.bitCount(save);
        f.saved = new int[n];
        for (int r = 0, k = 0; r < 64; r++) if ((save >>> r & 1) != 0) f.saved[k++] = r;
        f.argumentSave = (int) align(f.argumentSave, frame.stackAlign());
        f.savedBytes = f.argumentSave + frame.returnBytes() + frame.wordBytes() * (n + (f.framePointer ? frame.fpBytes() / frame.wordBytes() : 0));

        long at = align(f.outgoing, frame.stackAlign());
        for (int k : order(f)) {
            MFunction.Slot s = f.slots.get(k);
            at = align(at, Math.max(1, Integer.highestOneBit(s.align)));
            s.offset = at;
            at += s.size;
            if (at > LIMIT || at < 0) return false;
        }
        closeUp(f);
        long whole = align(at + f.savedBytes, frame.stackAlign());
        f.frameSize = whole - f.savedBytes;
        if (f.realign > 0) f.frameSize = align(at, f.realign);
        if (!f.hasCalls && !f.dynamicStack && f.realign == 0 && at == 0 && !frame.alwaysAligned()) f.frameSize = 0;
        if (!f.hasCalls && !f.framePointer && !f.dynamicStack && f.realign == 0 && o.redZone && f.outgoing == 0 && at <= frame.redZone()
                && f.saved.length == 0) {
            f.inRedZone = true;
        }
        return true;
    }

    /** Lets the buffers end right below the guard, without gaps that an overflow could fill unseen. */
    private static void closeUp(MFunction f) {
        int[] order = null;
        for (MFunction.Slot s : f.slots) if (s.zone == MFunction.Slot.GUARD) order = order(f);
        if (order == null) return;
        long end = f.slots.get(order[order.length - 1]).offset;
        for (int k = order.length - 2; k >= 0 && f.slots.get(order[k]).zone != MFunction.Slot.PLAIN; k--) {
            MFunction.Slot s = f.slots.get(order[k]);
            s.offset = end = end - s.size & -Math.max(1, Integer.highestOneBit(s.align));
        }
    }

    /** The slots in the order of their offsets: by zone, in each by alignment, in frames beyond the reach of short displacements by uses for each byte. */
    private static int[] order(MFunction f) {
        int n = f.slots.size();
        long whole = f.outgoing;
        for (int k = 1; k < n; k++) whole += f.slots.get(k).size;
        long[] key = new long[n - 1];
        int[] uses = whole > SHORT_REACH ? uses(f) : null;
        for (int k = 1; k < n; k++) {
            MFunction.Slot s = f.slots.get(k);
            long rank = uses == null ? Integer.highestOneBit(Math.max(1, s.align)) : Math.min(Integer.MAX_VALUE >> 1, 256L * uses[k] / Math.max(1, s.size));
            // Negative offsets from a frame pointer are shortest at the top.
            if (uses == null || !f.framePointer || f.realign > 0) rank = Integer.MAX_VALUE - rank;
            key[k - 1] = (long) s.zone << ZONE_SHIFT | rank << RANK_SHIFT | k;
        }
        Arrays.sort(key);
        int[] order = new int[n - 1];
        for (int k = 0; k < order.length; k++) order[k] = (int) (key[k] & (1 << RANK_SHIFT) - 1);
        return order;
    }

    /** By slot, the operands that name it. */
    private static int[] uses(MFunction f) {
        int[] uses = new int[f.slots.size()];
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) if (i.isMem(k) && MInst.isSlot(i.reg(k))) uses[MInst.slotOf(i.reg(k))]++;
            }
        }
        return uses;
    }

    private static long align(long n, long a) {
        return n + a - 1 & -a;
    }

    /** Where the incoming arguments are, from the stack pointer, when there is no frame yet. */
    public static long bareOffset(TargetMachine t) {
        return t.frame().returnBytes();
    }

    /** The register that addresses a slot. */
    public static int register(MFunction f, int slot, TargetMachine t) {
        RegisterFile r = t.registers();
        if (slot == MFunction.INCOMING) return f.framePointer ? r.framePointer() : r.stackPointer();
        if (f.realign > 0) return f.dynamicStack ? r.basePointer() : r.stackPointer();
        return f.framePointer ? r.framePointer() : r.stackPointer();
    }

    /** The distance of a slot from {@link #register}. */
    public static long offset(MFunction f, int slot, TargetMachine t) {
        int fpToCfa = t.frame().fpToCfa() + f.argumentSave;
        if (slot == MFunction.INCOMING) return f.framePointer ? fpToCfa : f.inRedZone ? f.savedBytes : f.savedBytes + f.frameSize;
        long at = f.slots.get(slot).offset;
        if (f.realign > 0) return at;
        if (f.framePointer) return at + fpToCfa - f.savedBytes - f.frameSize;
        return f.inRedZone ? at - f.frameSize : at;
    }
}
