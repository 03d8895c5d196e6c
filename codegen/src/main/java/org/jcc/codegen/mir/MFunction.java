package org.jcc.codegen.mir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.Function;

/**
 * A function as machine instructions: blocks in layout order, virtual registers with class and size, frame slots, and the
 * things that operands refer to. Mutable; one thread works on it.
 */
public final class MFunction {
    /** Slot 0 begins at the first byte of the incoming stack arguments. */
    public static final int INCOMING = 0;

    /** A constant in read-only memory, emitted once per function and value. */
    public record Constant(long lo, long hi, int size) {}

    /** A table of distances from itself to blocks, for a switch. */
    public record JumpTable(List<MBlock> targets) {}

    /** A frame object. {@code offset} is from the stack pointer after the prologue, set by frame layout. */
    public static final class Slot {
        public long size;
        public int align;
        public long offset;
        /** Its place among the locals, from below: {@link #PLAIN} … {@link #GUARD}. */
        public int zone;
        /** Ordinary; holds an array; is an array of characters; the stack protector's guard, above which is nothing that this function uses. */
        public static final int PLAIN = 0, ARRAY = 1, CHARS = 2, GUARD = 3;

        Slot(long size, int align) {
            this.size = size;
            this.align = align;
        }
    }

    public final Function ir;
    public final List<MBlock> blocks = new ArrayList<>();
    public final List<Slot> slots = new ArrayList<>();
    /** Symbols, Constants, JumpTables, MBlocks and Strings (names) that operands name by index. */
    public final List<Object> refs = new ArrayList<>();

    private byte[] classes = new byte[64];
    private byte[] sizes = new byte[64];
    private int vregs;
    /** Bytes of the widest register that any value takes. */
    public int widest;

    /** What the target has read from the function's features, as bits of its own. */
    public long features;
    /** Bytes of the outgoing argument area. */
    public int outgoing;
    /** Bytes right below the incoming stack arguments where a variadic function continues them with its register arguments. */
    public int argumentSave;
    /** Alignment that the outgoing arguments want. */
    public int outgoingAlign;
    /** The stack pointer moves (alloca). */
    public boolean dynamicStack;
    /** Calls something: the red zone must not be used, the stack is aligned. */
    public boolean hasCalls;
    /** Something needs the frame pointer ({@code __builtin_frame_address}). */
    public boolean needsFramePointer;
    /** Calls a function that returns twice: spilled values must keep their slots. */
    public boolean returnsTwice;
    /** Some call or assembly text leaves by other ways than the next instruction ({@link MBlock#exit}). */
    public boolean sideExits;
    /** Slots from here on are spills: whole, and known to allocation alone. */
    public int firstSpillSlot;
    /** Machine registers that allocation used. */
    public long usedRegs;

    /** May have a cold part: what next to never runs is marked. */
    public boolean mayPartition;

    // ---- set by frame layout ----
    public boolean framePointer;
    public long frameSize;
    /** Bytes between the canonical frame address and the locals: return address and saved registers. */
    public long savedBytes;
    /** A leaf whose few locals lie below the stack pointer, which is not moved. */
    public boolean inRedZone;
    /** Registers saved, in order of saving. */
    public int[] saved = {};
    /** The block at whose beginning the frame is set up; null: the entry. */
    public MBlock prologue;
    /** Flags from before the prologue are read behind it. */
    public boolean prologueKeepsFlags;
    /** Alignment that the prologue forces on the stack pointer, 0 if none. */
    public int realign;

    private int blockIds;
    private int lastRefLookup;

    public MFunction(Function ir) {
        this.ir = ir;
        slots.add(new Slot(0, 1));
    }

    public MBlock newBlock(String name) {
        MBlock b = new MBlock(blockIds++);
        b.name = name;
        return b;
    }

    /** One more than the largest block id. */
    public int blockCount() {
        return blockIds;
    }

    /** A new virtual register. @param size bytes that a copy or spill must keep; what is above in a general register is anything, or zero, and stays so */
    public int newVreg(int regClass, int size) {
        if (vregs == classes.length) {
            classes = Arrays.copyOf(classes, vregs * 2);
            sizes = Arrays.copyOf(sizes, vregs * 2);
        }
        widest = Math.max(widest, size);
        classes[vregs] = (byte) regClass;
        sizes[vregs] = (byte) size;
        return MInst.FIRST_VREG + vregs++;
    }

    /** One more than the largest register number. */
    public int regCount() {
        return MInst.FIRST_VREG + vregs;
    }

    /** The register class (of {@link org.jcc.asm.Kind}) of a virtual register. */
    public int regClass(int vreg) {
        return classes[vreg - MInst.FIRST_VREG];
    }

    public int size(int vreg) {
        return sizes[vreg - MInst.FIRST_VREG];
    }

    /** Lets all that read a virtual register read another, by register: 0 for no other. */
    public void replace(int[] of) {
        for (MBlock b : blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) {
                    int kind = i.kind(k);
                    if (kind == MInst.REG && !i.isDef(k) || kind == MInst.MEM) i.setReg(k, original(of, i.reg(k)));
                    if (kind == MInst.MEM) i.setIndex(k, original(of, i.index(k)));
                }
            }
            for (int k = 0; k < b.args.length; k++) b.args[k] = original(of, b.args[k]);
        }
    }

    private static int original(int[] of, int r) {
        while (MInst.isVirtual(r) && of[r] != 0) r = of[r];
        return r;
    }

    /** A slot for a spilled register; of wider ones than the stack's alignment unaligned, which is cheaper than a frame that is realigned. */
    public int newSpill(int size) {
        return newSlot(size, Math.min(size, 16));
    }

    public int newSlot(long size, int align) {
        slots.add(new Slot(size, align));
        return slots.size() - 1;
    }

    /** The index that names {@code o} in operands. */
    public int ref(Object o) {
        if (lastRefLookup < refs.size() && refs.get(lastRefLookup).equals(o)) return lastRefLookup;
        int n = refs.size();
        // Recent ones first; a miss merely makes a second index for the same thing.
        for (int i = n - 1; i >= 0 && i >= n - 16; i--) if (refs.get(i).equals(o)) return lastRefLookup = i;
        refs.add(o);
        return lastRefLookup = n;
    }
}
