package org.jcc.asm.x86_64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;

/**
 * Reads the lines of the x86-64 instruction tables. One line is
 *
 * <pre>
 *   row("addl add.", "81 /0 id", "+rm32 i32", ">flags", LOCKABLE)
 *        names        encoding    operands     implicit  characteristics
 * </pre>
 *
 * <ul>
 *   <li><b>names</b>: all spellings, the printed one first. A trailing dot marks a spelling without size suffix that is
 *       good only when a register operand tells the size ({@code add %eax,%ebx}).</li>
 *   <li><b>encoding</b>: the notation of Intel's manual, volume 2, 3.1.1.1: prefixes, {@code REX.W}, opcode bytes,
 *       {@code +r} (register in the opcode's low bits), {@code /r} or {@code /digit}, {@code ib iw id io}, {@code cb cd},
 *       {@code mo} (a 64-bit address); {@code o16} is the operand-size prefix where another prefix is mandatory;
 *       {@code VEX.128.F2.0F38.W0 F7} as there.</li>
 *   <li><b>operands</b>: kinds in the manual's order, destination first, each read unless prefixed by {@code =} (written),
 *       {@code +} (read and written) or {@code *} (an address is computed, memory is not touched).</li>
 *   <li><b>implicit</b>: registers read {@code >} registers changed, beyond the operands.</li>
 * </ul>
 *
 * <p>Immediates: {@code iN} is a whole value of the operation's width, {@code sN} is sign-extended to it, {@code uN} is a number.
 *
 * <p>Among rows of one name, earlier rows are preferred (as GNU as does: short immediates and accumulator forms first,
 * {@code op r/m, r} before {@code op r, r/m}).
 */
final class X86Table {
    private static final Map<String, Kind> KINDS = new HashMap<>();
    private static final Map<String, Long> REGISTERS = new HashMap<>();

    static {
        for (int size = 8, bytes = 1; size <= 64; size *= 2, bytes *= 2) {
            kind(Kind.reg("r" + size, Kind.GPR, bytes));
            kind(Kind.regMem("rm" + size, Kind.GPR, bytes));
            kind(Kind.mem("m" + size, bytes));
            kind(Kind.imm("i" + size, size, false));
            kind(Kind.imm("s" + size, size, true));
            kind(Kind.imm("u" + size, size, false));
        }
        kind(Kind.mem("m", 0));
        kind(Kind.mem("m80", 10));
        kind(Kind.mem("m128", 16));
        kind(Kind.mem("m256", 32));
        kind(Kind.mem("m512", 64));
        kind(Kind.regMem("r32m8", Kind.GPR, 4));
        kind(Kind.regMem("r32m16", Kind.GPR, 4));
        kind(Kind.reg("x", Kind.FPR, 16));
        for (int bytes = 1; bytes <= 16; bytes *= 2) kind(Kind.regMem("xm" + bytes * 8, Kind.FPR, bytes));
        kind(Kind.reg("y", Kind.FPR, 32));
        kind(Kind.regMem("ym256", Kind.FPR, 32));
        kind(Kind.reg("mm", Kind.MMX, 8));
        kind(Kind.regMem("mmm64", Kind.MMX, 8));
        kind(Kind.regMem("mmm32", Kind.MMX, 4));
        kind(Kind.reg("st", Kind.X87, 10));
        kind(Kind.fixed("st0", Kind.X87, 10, X86Regs.ST0));
        kind(Kind.reg("sreg", Kind.SEG, 2));
        kind(Kind.fixed("fs", Kind.SEG, 2, X86Regs.FS));
        kind(Kind.fixed("gs", Kind.SEG, 2, X86Regs.GS));
        kind(Kind.reg("cr", Kind.CONTROL, 8));
        kind(Kind.reg("dr", Kind.DEBUG, 8));
        kind(Kind.fixed("al", Kind.GPR, 1, X86Regs.RAX));
        kind(Kind.fixed("ax", Kind.GPR, 2, X86Regs.RAX));
        kind(Kind.fixed("eax", Kind.GPR, 4, X86Regs.RAX));
        kind(Kind.fixed("rax", Kind.GPR, 8, X86Regs.RAX));
        kind(Kind.fixed("cl", Kind.GPR, 1, X86Regs.RCX));
        kind(Kind.fixed("dx", Kind.GPR, 2, X86Regs.RDX));
        kind(Kind.fixed("xmm0", Kind.FPR, 16, X86Regs.XMM0));
        kind(new Kind("one", Kind.NO_REG, 1, false, 8, false, 1, false));
        kind(new Kind("three", Kind.NO_REG, 1, false, 8, false, 3, false));
        kind(Kind.target("rel"));
        kind(Kind.target("rel8"));
        for (int size = 8, bytes = 1; size <= 64; size *= 2, bytes *= 2) kind(Kind.mem("moffs" + size, bytes));
        for (int r = 0; r < 64; r++) if (r < X86Regs.AH || r >= X86Regs.MXCSR && r <= X86Regs.FPCW) REGISTERS.put(X86Regs.name(r, 8), X86Regs.bit(r));
        REGISTERS.put("st0", X86Regs.bit(X86Regs.ST0));
        REGISTERS.put("x87", 0xffL << X86Regs.ST0);
        REGISTERS.put("df", X86Regs.bit(X86Regs.DF));
        REGISTERS.put("mmx", 0xffL << X86Regs.ST0);
        REGISTERS.put("sse", 0xffffL << X86Regs.XMM0);
    }

    private static void kind(Kind k) {
        KINDS.put(k.name(), k);
    }

    private final List<X86Row> rows = new ArrayList<>();
    private final int base;
    private final int limit;

    /** A family of rows whose ids start at {@code base} and stay below {@code limit}. */
    X86Table(int base, int limit) {
        this.base = base;
        this.limit = limit;
    }

    List<X86Row> rows() {
        return rows;
    }

    X86Row row(String names, String encoding, String operands) {
        return row(names, encoding, operands, "", 0, 1);
    }

    X86Row row(String names, String encoding, String operands, String implicit) {
        return row(names, encoding, operands, implicit, 0, 1);
    }

    X86Row row(String names, String encoding, String operands, String implicit, int flags) {
        return row(names, encoding, operands, implicit, flags, 1);
    }

    X86Row row(String names, String encoding, String operands, String implicit, int flags, int latency) {
        String[] specs = words(operands);
        Kind[] kinds = new Kind[specs.length];
        byte[] effects = new byte[specs.length];
        for (int i = 0; i < specs.length; i++) {
            char c = specs[i].charAt(0);
            effects[i] = c == '=' ? Row.WRITE : c == '+' ? Row.READ_WRITE : c == '*' ? Row.ADDRESS : Row.READ;
            kinds[i] = KINDS.get(c == '=' || c == '+' || c == '*' ? specs[i].substring(1) : specs[i]);
            if (kinds[i] == null) throw new IllegalArgumentException(names + ": " + specs[i]);
            if (kinds[i].isImm() || kinds[i].target()) effects[i] = Row.READ;
        }
        int arrow = implicit.indexOf('>');
        long uses = set(arrow < 0 ? implicit : implicit.substring(0, arrow));
        long defs = set(arrow < 0 ? "" : implicit.substring(arrow + 1));

        boolean size16 = false;
        boolean rexW = false;
        boolean vex = false;
        boolean wide = false;
        boolean plus = false;
        boolean modrm = false;
        boolean is4 = false;
        int prefix = 0;
        int map = 0;
        int opcode = -1;
        int second = -1;
        int digit = -1;
        int imm = 0;
        boolean moffs = false;
        for (String w : words(encoding)) {
            switch (w) {
                case "NP", "cb", "cd" -> {}
                case "o16" -> size16 = true;
                case "REX.W" -> rexW = true;
                case "+r" -> plus = true;
                case "/r" -> modrm = true;
                case "ib" -> imm += 1;
                case "iw" -> imm += 2;
                case "id" -> imm += 4;
                case "io" -> imm += 8;
                case "is4" -> is4 = true;
                case "mo" -> moffs = true;
                default -> {
                    if (w.startsWith("VEX.")) {
                        vex = true;
                        for (String p : w.substring(4).split("\\.")) {
                            switch (p) {
                                case "66" -> prefix = 0x66;
                                case "F3" -> prefix = 0xF3;
                                case "F2" -> prefix = 0xF2;
                                case "0F" -> map = 1;
                                case "0F38" -> map = 2;
                                case "0F3A" -> map = 3;
                                case "W1" -> rexW = true;
                                case "256" -> wide = true;
                                default -> {}
                            }
                        }
                    } else if (w.charAt(0) == '/') {
                        modrm = true;
                        digit = w.charAt(1) - '0';
                    } else {
                        int b = Integer.parseInt(w, 16);
                        if (opcode < 0 && map == 0 && (b == 0x66 || b == 0xF2 || b == 0xF3 || b == 0x9B || b == 0x67) && encoding.length() > 3) prefix = b;
                        else if (opcode < 0 && map == 0 && b == 0x0F) map = 1;
                        else if (opcode < 0 && map == 1 && !vex && b == 0x38) map = 2;
                        else if (opcode < 0 && map == 1 && !vex && b == 0x3A) map = 3;
                        else if (opcode < 0) opcode = b;
                        else second = b;
                    }
                }
            }
        }
        byte[] roles = roles(kinds, plus, modrm, digit, vex, moffs, is4, names);
        String[] all = words(names);
        int id = base + rows.size();
        if (id >= limit) throw new IllegalStateException("too many rows from " + base);
        X86Row row = new X86Row(id, all, kinds, effects, uses, defs, flags, latency, size16, prefix, map, opcode, second, digit, modrm, rexW, vex, wide,
                roles, imm);
        rows.add(row);
        return row;
    }

    /** Which operand goes where: memory-capable ones to r/m, then by the encoding's own rules. */
    private static byte[] roles(Kind[] kinds, boolean plus, boolean modrm, int digit, boolean vex, boolean moffs, boolean is4, String names) {
        byte[] roles = new byte[kinds.length];
        int registers = 0;
        int rm = -1;
        boolean control = false;
        for (int i = 0; i < kinds.length; i++) {
            Kind k = kinds[i];
            if (k.fixed() >= 0) roles[i] = X86Row.IMPLIED;
            else if (k.target()) roles[i] = X86Row.IN_TARGET;
            else if (k.isImm()) roles[i] = X86Row.IN_IMM;
            else if (moffs && k.mem()) roles[i] = X86Row.IN_MOFFS;
            else if (k.mem()) {
                roles[i] = X86Row.IN_RM;
                rm = i;
            } else if (plus) roles[i] = X86Row.IN_OPCODE;
            else if (system(k)) control = true;
            else registers++;
        }
        if (plus || !modrm) return roles;
        // Registers left over, in order: /r puts the last one into r/m if no operand stands there yet; VEX puts the middle one (for
        // /digit and for three-operand forms with a memory-capable middle, the one beyond reg) into vvvv; a masked store has its mask there,
        // before the value; is4 takes the last.
        int seen = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (roles[i] != X86Row.IN_REG || kinds[i].fixed() >= 0 || !kinds[i].isReg() || kinds[i].mem()) continue;
            // Segment and control registers always stand in ModRM's reg field.
            if (system(kinds[i])) continue;
            seen++;
            if (is4 && seen == registers) roles[i] = X86Row.IN_IS4;
            else if (digit >= 0) roles[i] = rm >= 0 || vex && seen < registers ? X86Row.IN_VVVV : X86Row.IN_RM;
            else if (vex && rm == 0 && registers == 2) roles[i] = seen == 1 ? X86Row.IN_VVVV : X86Row.IN_REG;
            else if (vex) roles[i] = seen == 1 ? X86Row.IN_REG : seen == registers && rm < 0 ? X86Row.IN_RM : X86Row.IN_VVVV;
            else if (rm < 0 && seen == registers && (registers > 1 || control)) roles[i] = X86Row.IN_RM;
            else roles[i] = X86Row.IN_REG;
        }
        return roles;
    }

    private static boolean system(Kind k) {
        return k.regClass() == Kind.SEG || k.regClass() == Kind.CONTROL || k.regClass() == Kind.DEBUG;
    }

    private static long set(String registers) {
        long s = 0;
        for (String r : words(registers)) {
            Long bit = REGISTERS.get(r);
            if (bit == null) throw new IllegalArgumentException(r);
            s |= bit;
        }
        return s;
    }

    private static final String[] NO_WORDS = {};

    private static String[] words(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) if (s.charAt(i) != ' ' && (i == 0 || s.charAt(i - 1) == ' ')) n++;
        if (n == 0) return NO_WORDS;
        String[] out = new String[n];
        int k = 0;
        for (int i = 0; i < s.length(); ) {
            if (s.charAt(i) == ' ') {
                i++;
                continue;
            }
            int end = s.indexOf(' ', i);
            if (end < 0) end = s.length();
            out[k++] = s.substring(i, end);
            i = end;
        }
        return out;
    }
}
