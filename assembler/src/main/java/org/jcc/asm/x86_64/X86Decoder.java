package org.jcc.asm.x86_64;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * Turns bytes into an instruction, by the same rows that encode it.
 *
 * <p>An index by opcode map and opcode gives the rows that begin this way; of those whose ModRM digit, fixed second byte
 * and register-or-memory form agree, the one whose prefixes fit best wins: a mandatory prefix counts more than an operand
 * size, that more than REX.W. Prefixes that the row does not ask for become bits of {@link Insn#prefixes}. A branch's
 * target is the number of bytes from the instruction's start.
 */
public final class X86Decoder {
    private X86Decoder() {}

    /** An instruction and its length in bytes. */
    public record Decoded(Insn insn, int length) {}

    /** Rows by (VEX, map, opcode). */
    private static final X86Row[][] INDEX = new X86Row[2 * 4 * 256][];

    static {
        List<List<X86Row>> lists = new ArrayList<>();
        for (int i = 0; i < INDEX.length; i++) lists.add(new ArrayList<>(0));
        for (X86Row r : X86Rows.ALL) {
            if (r.is(Row.PREFIX)) continue;
            boolean plus = r.second < 0 && hasRole(r, X86Row.IN_OPCODE);
            for (int i = 0; i < (plus ? 8 : 1); i++) lists.get(key(r.vex, r.map, r.opcode + i)).add(r);
        }
        for (int i = 0; i < INDEX.length; i++) INDEX[i] = lists.get(i).toArray(X86Row.NONE);
    }

    private static int key(boolean vex, int map, int opcode) {
        return (vex ? 1024 : 0) + map * 256 + opcode;
    }

    private static boolean hasRole(X86Row row, int role) {
        for (byte x : row.roles) if (x == role) return true;
        return false;
    }

    /** What stands before the opcode. */
    private static final class Prefixes {
        boolean size16;
        boolean address32;
        boolean lock;
        boolean wait;
        int repeat;
        int segment = Operand.NONE;
        int rex;
        boolean vex;
        int map;
        int vvvv;
        boolean wide;
    }

    /** Decodes the instruction at {@code at}; null if there is none or it runs past {@code end}. */
    public static Decoded decode(byte[] code, int at, int end) {
        try {
            return decodeIn(java.util.Arrays.copyOfRange(code, at, Math.min(end, at + 16)));
        } catch (ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Decoded decodeIn(byte[] b) {
        Prefixes p = new Prefixes();
        // fwait belongs to the instruction after it only where a row says so.
        if (b[0] == (byte) 0x9B && b.length > 1) {
            p.wait = true;
            Decoded d = decodeAfter(b, 1, p);
            if (d != null && ((X86Row) d.insn.row()).prefix == 0x9B) return d;
            p = new Prefixes();
        }
        return decodeAfter(b, 0, p);
    }

    private static Decoded decodeAfter(byte[] b, int i, Prefixes p) {
        for (boolean more = true; more; ) {
            switch (b[i] & 255) {
                case 0x66 -> p.size16 = true;
                case 0x67 -> p.address32 = true;
                case 0xF0 -> p.lock = true;
                case 0xF2, 0xF3 -> p.repeat = b[i] & 255;
                case 0x26 -> p.segment = X86Regs.ES;
                case 0x2E -> p.segment = X86Regs.CS;
                case 0x36 -> p.segment = X86Regs.SS;
                case 0x3E -> p.segment = X86Regs.DS;
                case 0x64 -> p.segment = X86Regs.FS;
                case 0x65 -> p.segment = X86Regs.GS;
                default -> more = false;
            }
            if (more) i++;
        }
        if ((b[i] & 0xF0) == 0x40) p.rex = b[i++] & 255;
        if (p.rex == 0 && ((b[i] & 255) == 0xC4 || (b[i] & 255) == 0xC5)) {
            p.vex = true;
            int last;
            if ((b[i] & 255) == 0xC5) {
                p.rex = (~b[i + 1] >> 5 & 4);
                p.map = 1;
                last = b[i + 1];
                i += 2;
            } else {
                p.rex = ~b[i + 1] >> 5 & 7;
                p.map = b[i + 1] & 31;
                last = b[i + 2];
                p.rex |= last >> 4 & 8;
                i += 3;
            }
            p.vvvv = ~last >> 3 & 15;
            p.wide = (last & 4) != 0;
            int pp = last & 3;
            p.size16 = pp == 1;
            p.repeat = pp == 2 ? 0xF3 : pp == 3 ? 0xF2 : 0;
            if (p.map > 3) return null;
        } else if ((b[i] & 255) == 0x0F) {
            i++;
            p.map = 1;
            if (b[i] == 0x38 || b[i] == 0x3A) p.map = b[i++] == 0x38 ? 2 : 3;
        }
        int opcode = b[i++] & 255;
        X86Row best = null;
        int bestScore = -1;
        for (X86Row r : INDEX[key(p.vex, p.map, opcode)]) {
            int s = score(r, p, b, i, opcode);
            if (s > bestScore) {
                best = r;
                bestScore = s;
            }
        }
        return best == null ? null : build(best, p, b, i, opcode);
    }

    /** How well a row fits; -1 if not at all. */
    private static int score(X86Row r, Prefixes p, byte[] b, int i, int opcode) {
        if (p.vex && (r.rexW != ((p.rex & 8) != 0) || r.wide != p.wide)) return -1;
        if (r.second >= 0) {
            int x = b[i] & 255;
            if (hasRole(r, X86Row.IN_OPCODE) ? (x & ~7) != r.second : x != r.second) return -1;
        }
        if (r.modrm) {
            int m = b[i] & 255;
            if (r.digit >= 0 && (m >> 3 & 7) != r.digit) return -1;
            for (int k = 0; k < r.kinds.length; k++) {
                if (r.roles[k] == X86Row.IN_RM && !(m >= 0xC0 ? r.kinds[k].isReg() : r.kinds[k].mem())) return -1;
            }
        }
        int score = 100;
        switch (r.prefix) {
            case 0x66 -> {
                if (!p.size16) return -1;
                score += 30;
            }
            case 0xF2, 0xF3 -> {
                if (p.repeat != r.prefix) return -1;
                score += 40;
            }
            case 0x67 -> {
                if (!p.address32) return -1;
                score += 10;
            }
            case 0x9B -> {
                if (!p.wait) return -1;
                score += 10;
            }
            default -> {}
        }
        if (r.size16) {
            if (!p.size16) return -1;
            score += 20;
        } else if (p.size16 && r.prefix != 0x66) score -= 5;
        if (r.rexW) {
            if ((p.rex & 8) == 0) return -1;
            score += 4;
        } else if ((p.rex & 8) != 0) score -= 2;
        if (r.is(Row.ALTERNATE)) score--;
        // 90 is nop, not xchg of the accumulator with itself.
        if (opcode == 0x90 && r.map == 0 && hasRole(r, X86Row.IN_OPCODE) && (p.rex & 1) == 0 && !p.size16) score -= 50;
        return score;
    }

    private static Decoded build(X86Row r, Prefixes p, byte[] b, int i, int opcode) {
        int opcodeReg = (r.second >= 0 ? b[i] : opcode) & 7 | (r.second >= 0 ? 0 : p.rex << 3 & 8);
        if (r.second >= 0) i++;
        int reg = 0;
        Operand rm = null;
        int rmRole = -1;
        for (int k = 0; k < r.roles.length; k++) if (r.roles[k] == X86Row.IN_RM) rmRole = k;
        if (r.modrm) {
            int m = b[i++] & 255;
            reg = m >> 3 & 7 | p.rex << 1 & 8;
            int low = m & 7;
            if (m >= 0xC0) {
                if (rmRole >= 0) rm = register(r.kinds[rmRole], low | p.rex << 3 & 8, p);
            } else {
                int base = low | p.rex << 3 & 8;
                int index = Operand.NONE;
                int scale = 1;
                int mod = m >> 6;
                if (low == 4) {
                    int sib = b[i++] & 255;
                    base = sib & 7 | p.rex << 3 & 8;
                    index = sib >> 3 & 7 | p.rex << 2 & 8;
                    if (index == 4) index = Operand.NONE;
                    else scale = 1 << (sib >> 6);
                    if ((sib & 7) == 5 && mod == 0) {
                        base = Operand.NONE;
                        mod = 2;
                    }
                } else if (low == 5 && mod == 0) {
                    base = X86Regs.RIP;
                    mod = 2;
                }
                long disp = 0;
                if (mod == 1) disp = b[i++];
                else if (mod == 2) {
                    disp = (int) number(b, i, 4);
                    i += 4;
                }
                rm = Operand.mem(base, index, scale, disp);
                if (p.segment >= 0) rm = ((Operand.Mem) rm).in(p.segment);
            }
        }
        Operand[] ops = new Operand[r.kinds.length];
        for (int k = 0; k < ops.length; k++) {
            Kind kind = r.kinds[k];
            switch (r.roles[k]) {
                case X86Row.IN_REG -> ops[k] = register(kind, reg, p);
                case X86Row.IN_RM -> ops[k] = rm;
                case X86Row.IN_VVVV -> ops[k] = register(kind, p.vvvv, p);
                case X86Row.IN_OPCODE -> ops[k] = register(kind, opcodeReg, p);
                case X86Row.IN_IS4 -> ops[k] = register(kind, b[i++] >> 4 & 15, p);
                case X86Row.IMPLIED -> ops[k] = kind.isReg() ? Operand.reg(kind.fixed()) : Operand.imm(kind.fixed());
                case X86Row.IN_MOFFS -> {
                    ops[k] = Operand.mem(Operand.NONE, number(b, i, 8));
                    if (p.segment >= 0) ops[k] = ((Operand.Mem) ops[k]).in(p.segment);
                    i += 8;
                }
                case X86Row.IN_IMM -> {
                    int n = kind.immBits() / 8;
                    long v = number(b, i, n);
                    ops[k] = Operand.imm(kind.name().startsWith("u") ? v & (1L << n * 8) - 1 : v);
                    i += n;
                }
                default -> {
                    int n = kind.name().equals("rel8") ? 1 : 4;
                    long v = number(b, i, n);
                    i += n;
                    ops[k] = Operand.imm(v + i);
                }
            }
            if (ops[k] == null) return null;
        }
        int prefixes = 0;
        if (p.lock) prefixes |= X86Encoder.LOCK;
        if (p.address32 && r.prefix != 0x67) prefixes |= X86Encoder.ADDR32;
        if (p.size16 && !r.size16 && r.prefix != 0x66 && !p.vex) prefixes |= X86Encoder.DATA16;
        if (p.repeat != 0 && r.prefix != p.repeat && !p.vex) prefixes |= p.repeat == 0xF3 ? X86Encoder.REP : X86Encoder.REPNE;
        if ((p.rex & 8) != 0 && !r.rexW && !p.vex) prefixes |= X86Encoder.REX_W;
        if (p.segment == X86Regs.DS && rm instanceof Operand.Reg && r.is(Row.JUMP | Row.CALL)) prefixes |= X86Encoder.NOTRACK;
        return new Decoded(new Insn(r, ops, prefixes), i);
    }

    private static Operand register(Kind k, int n, Prefixes p) {
        return switch (k.regClass()) {
            case Kind.GPR -> Operand.reg(k.size() == 1 && n >= 4 && n < 8 && p.rex == 0 && !p.vex ? X86Regs.AH + n - 4 : n);
            case Kind.FPR -> Operand.reg(X86Regs.XMM0 + n);
            case Kind.X87 -> Operand.reg(X86Regs.ST0 + (n & 7));
            case Kind.SEG -> (n & 7) > 5 ? null : Operand.reg(X86Regs.ES + (n & 7));
            case Kind.CONTROL -> Operand.reg(X86Regs.CR0 + n);
            case Kind.DEBUG -> Operand.reg(X86Regs.DR0 + n);
            case Kind.MMX -> Operand.reg(X86Regs.MM0 + (n & 7));
            default -> null;
        };
    }

    /** A little-endian number, sign-extended. */
    private static long number(byte[] b, int at, int n) {
        long v = 0;
        for (int i = 0; i < n; i++) v |= (b[at + i] & 255L) << 8 * i;
        return n == 8 ? v : v << 64 - 8 * n >> 64 - 8 * n;
    }
}
