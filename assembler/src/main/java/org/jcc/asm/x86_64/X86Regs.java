package org.jcc.asm.x86_64;

/**
 * Register numbers of x86-64, one flat space below 64 so that a set of registers is one {@code long}. A general register
 * has one number in all its sizes; the instruction row says which size is meant. Only ah, ch, dh, bh (which are not the
 * low bits of anything) have numbers of their own.
 */
public final class X86Regs {
    private X86Regs() {}

    public static final int RAX = 0, RCX = 1, RDX = 2, RBX = 3, RSP = 4, RBP = 5, RSI = 6, RDI = 7, R8 = 8, R9 = 9, R10 = 10, R11 = 11, R12 = 12,
            R13 = 13, R14 = 14, R15 = 15;
    /** xmm0 to xmm15, which are the low halves of ymm0 to ymm15. */
    public static final int XMM0 = 16;
    /** st(0) to st(7). */
    public static final int ST0 = 32;
    public static final int FLAGS = 40, RIP = 41;
    public static final int ES = 42, CS = 43, SS = 44, DS = 45, FS = 46, GS = 47;
    public static final int AH = 48, CH = 49, DH = 50, BH = 51;
    /** SSE control and status; x87 control word (status and tags are not modelled apart). */
    public static final int MXCSR = 52, FPCW = 53;
    /** The direction flag, which no operand names: that string instructions read it says nothing of the other flags. */
    public static final int DF = 54;
    /** cr0 to cr15 and dr0 to dr15: only in operands, never in register sets. */
    public static final int CR0 = 64, DR0 = 80;
    /** mm0 to mm7, which alias the x87 stack: only in operands. */
    public static final int MM0 = 96;

    private static final String[] NAMES64 = "rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split(" ");
    private static final String[] NAMES32 = "eax ecx edx ebx esp ebp esi edi r8d r9d r10d r11d r12d r13d r14d r15d".split(" ");
    private static final String[] NAMES16 = "ax cx dx bx sp bp si di r8w r9w r10w r11w r12w r13w r14w r15w".split(" ");
    private static final String[] NAMES8 = "al cl dl bl spl bpl sil dil r8b r9b r10b r11b r12b r13b r14b r15b".split(" ");
    private static final String[] OTHER = "flags rip es cs ss ds fs gs ah ch dh bh mxcsr fpcw".split(" ");

    /** The bit of a register in a set. */
    public static long bit(int register) {
        return 1L << register;
    }

    /** The name without {@code %}; {@code size} in bytes matters to general and vector registers only. */
    public static String name(int register, int size) {
        if (register < 16) {
            return (switch (size) {
                case 1 -> NAMES8;
                case 2 -> NAMES16;
                case 4 -> NAMES32;
                default -> NAMES64;
            })[register];
        }
        if (register < ST0) return (size == 32 ? "ymm" : "xmm") + (register - XMM0);
        if (register < FLAGS) return register == ST0 ? "st" : "st(" + (register - ST0) + ")";
        if (register <= FPCW) return register == RIP && size == 4 ? "eip" : OTHER[register - FLAGS];
        if (register >= MM0) return "mm" + (register - MM0);
        return register < DR0 ? "cr" + (register - CR0) : "db" + (register - DR0);
    }
}
