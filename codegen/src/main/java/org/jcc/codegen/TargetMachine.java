package org.jcc.codegen;

import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.dwarf.FrameTable;
import org.jcc.codegen.abi.Abi;
import org.jcc.codegen.legal.Legality;
import org.jcc.codegen.legal.StackProtector;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Function;
import org.jcc.support.TargetInfo;

/**
 * All that code generation knows of a target: one literal of facts and a few functions, made by the target's module.
 *
 * @param name      the architecture's word
 * @param info      the front end's view
 * @param registers the register file
 * @param frame     numbers of the frame
 * @param selection makes the selector for a function
 * @param spills    copies, spill code
 * @param branches  how branches are turned round
 * @param flags     what is known of the flags
 * @param extensions which bits instructions set
 * @param pipeline  the model that instructions are scheduled for
 * @param code      prologue and epilogue
 * @param abi       the calling convention
 * @param legality  which IR operations have instructions
 */
public record TargetMachine(String name, TargetInfo info, RegisterFile registers, Frame frame, Selection selection, Spills spills, Branches branches,
                            Flags flags, Extensions extensions, Pipeline pipeline, Code code, Abi abi, Legality legality) {
    /**
     * @param stackAlign   alignment of the stack pointer at calls
     * @param returnBytes  bytes that a call itself puts on the stack
     * @param wordBytes    size of a saved register
     * @param fpBytes      bytes that the prologue saves to set up the frame pointer
     * @param fpToCfa      distance from the frame pointer to the canonical frame address
     * @param redZone      bytes below the stack pointer that a leaf may use
     * @param codeAlign    alignment of functions
     * @param smallCodeAlign the same for size
     * @param alwaysAligned the stack pointer is aligned in leaves too, not only where something is called
     * @param guard        where the C library keeps the stack protector's number
     */
    public record Frame(int stackAlign, int returnBytes, int wordBytes, int fpBytes, int fpToCfa, int redZone, int codeAlign, int smallCodeAlign, boolean alwaysAligned,
                        StackProtector.Guard guard) {}

    /**
     * A processor as scheduling sees it: a few instructions begin in a cycle, in order, each when its inputs are there.
     *
     * @param width    instructions that begin in one cycle
     * @param memory   of those, accesses of memory
     * @param floating of those, operations on floating-point registers; integer multiplications and divisions: one
     * @param load     cycles that reading memory adds to a row's latency
     * @param forward  cycles from a store to a load of the same place
     * @param level    optimisation level from which on functions are scheduled, if the command does not say
     */
    public record Pipeline(int width, int memory, int floating, int load, int forward, int level) {
        /** Classes of instructions that share a unit. */
        public static final int UNITS = 4;
        /** As {@link #level}: only where the command asks for it. */
        public static final int NEVER = 4;
        private static final int ANY = 0, MEMORY = 1, FLOATING = 2, MULTIPLY = 3;
        private static final int LONG = 3;

        /** The class of an instruction. */
        public int unit(MInst i) {
            for (int k = 0; k < i.count; k++) if (i.isMem(k) && (i.isUse(k) || i.isDef(k))) return MEMORY;
            for (Kind k : i.row.kinds) if (k.regClass() == Kind.FPR) return FLOATING;
            return i.row.latency >= LONG ? MULTIPLY : ANY;
        }

        /** How many of a class begin in one cycle. */
        public int capacity(int unit) {
            return unit == ANY ? width : unit == MEMORY ? memory : unit == FLOATING ? floating : 1;
        }

        /** Cycles until what an instruction makes can be used. */
        public int latency(MInst i) {
            if (load > 0) for (int k = 0; k < i.count; k++) if (i.isMem(k) && i.isUse(k)) return i.row.latency + load;
            return i.row.latency;
        }
    }

    /** Makes the selector: the rules over one function. */
    @FunctionalInterface
    public interface Selection {
        Selector selector(RegisterFile registers, CodegenOptions options, Function ir, MFunction mf);
    }

    /** Instructions that register allocation inserts; none may change flags or other registers. */
    public interface Spills {
        MInst copy(int regClass, int size, int dst, int src);

        MInst load(int regClass, int size, int dst, int slot);

        MInst store(int regClass, int size, int slot, int src);

        /** The same as {@code i} in an instruction that leaves flags alone and has its result in a register of its own, or null. */
        default MInst withoutFlags(MInst i) {
            return null;
        }

        /** Makes a register's old value irrelevant for {@link org.jcc.asm.Row#FALSE_DEPENDENCY}; may change flags. Null if there is no such need. */
        default MInst forget(int regClass, int reg) {
            return null;
        }

        /** The same as the two-address instruction {@code i}, with a whole slot in place of the register that it changes; or null. */
        default MInst inSlot(MInst i, int slot, int size) {
            return null;
        }

        /** Exchanges two registers (both operands read and written), or null if that takes more than one instruction. */
        default MInst exchange(int regClass, int size, int a, int b) {
            return null;
        }

        /** An exchange of these general registers takes fewer bytes than a copy. */
        default boolean isExchangeShorter(int a, int b) {
            return false;
        }
    }

    /** Branches at the ends of blocks. */
    public interface Branches {
        /** True for a jump to one block and nothing else. */
        boolean isJump(MInst i);

        /** A jump. */
        MInst jump(MBlock to);

        /** Turns a conditional jump to its opposite, in place; false if that has no single instruction. */
        boolean invert(MInst i);

        /** Branches of all kinds reach other sections of the same program. */
        default boolean acrossSections() {
            return false;
        }
    }

    /** The flags: a register that most arithmetic changes and conditions read. */
    public interface Flags {
        /** A target without flags. */
        Flags NONE = () -> 0;

        /** As bits. */
        long registers();

        /** What does the same as {@code i} better where nobody wants the flags, which it changes; or null. @param small better is shorter */
        default MInst changing(MInst i, boolean small) {
            return null;
        }

        /**
         * If {@code set} makes a low part of a register from the flags and {@code extend} widens that in place: what clears the register, to be
         * done before the flags are made; or null.
         */
        default MInst clearing(MInst set, MInst extend) {
            return null;
        }

        /** The code of the condition that an instruction reads, or -1 if it reads flags in another way. */
        default int condition(MInst i) {
            return -1;
        }

        /** Lets the instruction read another condition. */
        default void setCondition(MInst i, int code) {}

        /**
         * By condition after the comparison {@code c}: the condition that is the same after {@code setter}, or -1 where none is; null if the flags
         * have nothing in common. Registers are virtual: one name, one value.
         */
        default int[] standIn(MInst setter, MInst c) {
            return null;
        }
    }

    /** What instructions do with the upper bits of general registers. */
    public interface Extensions {
        /** A target of which nothing is known. */
        Extensions NONE = new Extensions() {
            @Override
            public int bits(MInst i, int[] known) {
                return 64;
            }

            @Override
            public int kept(MInst i, int[] known) {
                return -1;
            }
        };

        /** How many low bits of the first operand can be set after it is defined. @param known the same by register, for the inputs */
        int bits(MInst i, int[] known);

        /** The register of which the instruction keeps all bits that can be set, and sets no others; or -1. */
        int kept(MInst i, int[] known);
    }

    /** Entry and exit of functions; both emit unwind information as they go. */
    public interface Code {
        void prologue(MFunction f, CodegenOptions options, Expander out);

        void epilogue(MFunction f, CodegenOptions options, Expander out);

        /** Emits what must stand right before a call instruction. */
        default void beforeCall(MFunction f, MInst call, Expander out) {}

        /** Emits an instruction in its last form: another encoding where the function's instruction sets ask for it, a shorter form of the same. */
        default void emit(MFunction f, Row row, Operand[] operands, int prefixes, ObjectBuilder out) {
            out.emit(new Insn(row, operands, prefixes));
        }

        /** Unwind information alone: from here on the frame is there, or is not, whatever stands before. */
        void unwindState(MFunction f, boolean framed, FrameTable cfi);

        /**
         * Brings a memory operand within the reach of every load and store, emitting what that takes before the instruction
         * (by way of a register that is never allocated). A pseudo instruction has at most one operand that needs it.
         */
        default Operand.Mem reach(Operand.Mem m, Expander out) {
            return m;
        }
    }
}
