package org.jcc.support;

/**
 * All that the front end and the IR may know of a target: sizes, alignments and kinds. The target module makes it, the
 * driver hands it down; shared code never asks <em>which</em> target it is.
 *
 * @param name             the architecture's word at every stage: {@code x86_64}, {@code aarch64}, {@code riscv64}
 * @param triplet          what {@code -dumpmachine} prints
 * @param pointerBytes     size and alignment of pointers and of {@code long}
 * @param charSigned       whether plain {@code char} is signed
 * @param wcharSigned      whether {@code wchar_t} (4 bytes everywhere) is signed
 * @param longDouble       the format of {@code long double}
 * @param maxAlign         {@code __BIGGEST_ALIGNMENT__}, in bytes
 * @param vaList           how {@code va_list} is laid out
 * @param int128           whether {@code __int128} exists
 * @param maxAtomicBytes   the largest object that is atomic without a lock
 * @param regs             what inline assembly may name
 * @param features         instruction sets beyond those that every processor has
 * @param operations       builtins that only this target has
 */
public record TargetInfo(
        String name,
        String triplet,
        int pointerBytes,
        boolean charSigned,
        boolean wcharSigned,
        LongDouble longDouble,
        int maxAlign,
        VaList vaList,
        boolean int128,
        int maxAtomicBytes,
        AsmNames regs,
        Features features,
        Operations operations) {

    /** A target all of whose processors have the same instructions. */
    public TargetInfo(String name, String triplet, int pointerBytes, boolean charSigned, boolean wcharSigned, LongDouble longDouble, int maxAlign, VaList vaList,
            boolean int128, int maxAtomicBytes, AsmNames regs) {
        this(name, triplet, pointerBytes, charSigned, wcharSigned, longDouble, maxAlign, vaList, int128, maxAtomicBytes, regs, new Features() {}, builtin -> null);
    }

    /** The table of a target's own builtins. */
    public interface Operations {
        /** The operation of that builtin, or null. */
        TargetOperation find(String name);

        /** What asks the processor that runs the program for a feature: all of these; none: it is not there; null: there is no such feature. */
        default java.util.List<TargetOperation> supports(String feature) {
            return java.util.List.of();
        }

        /** What asks whether it is of that make or kind, or null: it is not. */
        default TargetOperation is(String processor) {
            return null;
        }
    }

    /** The format of {@code long double}: x87 80-bit in 16 bytes, or IEEE binary128. */
    public enum LongDouble { X87, QUAD }

    /**
     * The C type behind {@code __builtin_va_list}: System V x86-64's array of one 24-byte struct, AAPCS64's 32-byte
     * struct, or RISC-V's {@code void *}.
     */
    public enum VaList {
        SYSV_X86_64(24, 8), AAPCS64(32, 8), POINTER(8, 8);

        public final int size;
        public final int align;

        VaList(int size, int align) {
            this.size = size;
            this.align = align;
        }
    }

    /** The kinds of operand that an inline assembly constraint letter admits. */
    public enum ConstraintKind { REGISTER, MEMORY, IMMEDIATE, ANY, INVALID }

    /**
     * Instruction sets by name. A set of them is a comma-separated list in the target's own order, the empty list being what every processor
     * has; only the target reads it. These defaults are those of a target without choice.
     */
    public interface Features {
        /** The features for {@code -march=processor} (null: not given) and the machine options in their order, those it does not know being passed over. */
        default String select(String processor, java.util.List<String> options) {
            return "";
        }

        /** The features of a function with {@code __attribute__((target("…")))}; IllegalArgumentException tells what is wrong with it. */
        default String extend(String features, String attribute) {
            return features;
        }

        /** True if code for {@code callee}'s features may become part of a function that has {@code caller}'s. */
        default boolean includes(String caller, String callee) {
            return true;
        }

        /** What is predefined: {@code NAME}, {@code NAME value}, or {@code -NAME} for a macro that there is not. */
        default java.util.List<String> macros(String features, String processor, String tune) {
            return java.util.List.of();
        }

        /** The macros, all of them 1, that {@link #macros} may take away. */
        default java.util.List<String> removable() {
            return java.util.List.of();
        }
    }

    /** Names of registers and letters of constraints, for checking inline assembly before the back end sees it. */
    public interface AsmNames {
        /** What one constraint letter of this target admits; {@code INVALID} for letters without meaning. */
        ConstraintKind constraint(char letter);

        /** True if {@code name} (without {@code %}) may stand in {@code register … asm("name")} or a clobber list. */
        boolean isRegister(String name);

        /** The register of that name, as the back end counts; -1 if there is none that variables can live in. */
        int number(String name);

        /** Assembly that copies a register to operand 0, which is of the same kind (general or floating). */
        String readRegister(String name);

        /** Assembly that copies operand 0 to a register. */
        String writeRegister(String name);

        /**
         * Assembly that writes the floating-point exception flags to the {@link #EXCEPTION_BYTES} at the address in operand 1; operand 0 is
         * a general register to work with.
         *
         * @param x87 the flags of the x87 unit, not those of the unit that computes {@code float} and {@code double}
         */
        String saveExceptions(boolean x87);

        /** Assembly that sets the flags again as {@link #saveExceptions} saved them; operands as there. */
        String restoreExceptions(boolean x87);

        /** What {@link #saveExceptions} and {@link #restoreExceptions} have to work with; aligned to 4 bytes. */
        int EXCEPTION_BYTES = 32;
    }
}
