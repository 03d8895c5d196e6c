package org.jcc.asm.riscv64;

/** Register numbers of RISC-V: x0 to x31, then f0 to f31, as in DWARF; names are those of the ABI. */
public final class RvRegs {
    private RvRegs() {}

    public static final int ZERO = 0, RA = 1, SP = 2, GP = 3, TP = 4, T0 = 5, T1 = 6, T2 = 7, S0 = 8, S1 = 9, A0 = 10, A1 = 11, A2 = 12, A3 = 13, A4 = 14,
            A5 = 15, A6 = 16, A7 = 17, S2 = 18, S11 = 27, T3 = 28, T4 = 29, T5 = 30, T6 = 31;
    public static final int FT0 = 32, FS0 = 40, FS1 = 41, FA0 = 42, FS2 = 50, FS11 = 59, FT8 = 60;

    private static final String[] NAMES = ("zero ra sp gp tp t0 t1 t2 s0 s1 a0 a1 a2 a3 a4 a5 a6 a7 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 t3 t4 t5 t6 "
            + "ft0 ft1 ft2 ft3 ft4 ft5 ft6 ft7 fs0 fs1 fa0 fa1 fa2 fa3 fa4 fa5 fa6 fa7 fs2 fs3 fs4 fs5 fs6 fs7 fs8 fs9 fs10 fs11 ft8 ft9 ft10 ft11").split(" ");

    public static String name(int register) {
        return NAMES[register];
    }

    /** The number of a register by its ABI name or its plain name ({@code x5}, {@code f10}), or -1. */
    public static int number(String name) {
        for (int r = 0; r < 64; r++) if (NAMES[r].equals(name)) return r;
        if (name.equals("fp")) return S0;
        if (name.length() < 2 || name.length() > 3 || name.charAt(0) != 'x' && name.charAt(0) != 'f') return -1;
        int n = 0;
        for (int i = 1; i < name.length(); i++) {
            int d = name.charAt(i) - '0';
            if (d < 0 || d > 9 || i == 1 && d == 0 && name.length() > 2) return -1;
            n = n * 10 + d;
        }
        return n > 31 ? -1 : name.charAt(0) == 'x' ? n : FT0 + n;
    }
}
