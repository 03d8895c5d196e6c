package org.jcc.asm.riscv64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;

/**
 * Reads the lines of the RISC-V instruction table. One line is
 *
 * <pre>
 *   row("addi", "I 13/0", "=x x i12")
 *       names   format and fields   operands
 * </pre>
 *
 * <p><b>Formats</b> are those of the unprivileged manual (chapter 24), the fields in hexadecimal from the right: opcode,
 * funct3, funct7 (or what stands there). What is not in the manual as a letter of its own:
 *
 * <ul>
 *   <li>{@code L}: I with a memory operand; {@code S}: stores, the register first as in the text.
 *   <li>{@code H}: I with a shift amount of six bits, {@code W} of five.
 *   <li>{@code F}: R with a rounding mode in place of funct3; {@code F1} the same with rs2 a part of the opcode (opcode/funct7/rs2),
 *       {@code F0} for exact conversions, whose unwritten rounding mode is 0; {@code F4} with three sources.
 *   <li>{@code R1}: R with rs2 a part of the opcode; {@code RR}: both sources are one operand.
 *   <li>{@code A}: atomics (opcode/funct3/funct5) with aq and rl; {@code AL}: load reserved.
 *   <li>{@code C}, {@code CI}: csr operations; {@code FENCE}; {@code X}: the whole word is given, operands follow by place.
 *   <li>{@code CALL}: the pair auipc, jalr over one relocation.
 * </ul>
 *
 * <p>Operands: {@code x} a general, {@code f} a floating register, {@code m} memory with its bytes, {@code i12} and so on
 * immediates; {@code =} written, {@code +} read and written, {@code *} an address that is not accessed.
 */
final class RvTable {
    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        for (Kind k : new Kind[] {Kind.reg("x", Kind.GPR, 8), Kind.reg("f", Kind.FPR, 8), Kind.mem("m", 0), Kind.mem("m8", 1), Kind.mem("m16", 2),
            Kind.mem("m32", 4), Kind.mem("m64", 8), Kind.imm("i12", 12, true), Kind.imm("u20", 20, false), Kind.imm("u6", 6, false), Kind.imm("u5", 5, false),
            Kind.imm("csr", 12, false), Kind.imm("fence", 4, false), Kind.imm("tprel", 12, true), Kind.target("to")}) {
            KINDS.put(k.name(), k);
        }
    }

    private final List<RvRow> rows = new ArrayList<>();

    List<RvRow> rows() {
        return rows;
    }

    RvRow row(String names, String encoding, String operands) {
        return row(names, encoding, operands, 0, 1);
    }

    RvRow row(String names, String encoding, String operands, int flags) {
        return row(names, encoding, operands, flags, 1);
    }

    RvRow row(String names, String encoding, String operands, int flags, int latency) {
        return row(names, encoding, operands, 0, 0, flags, latency);
    }

    RvRow row(String names, String encoding, String operands, long uses, long defs, int flags, int latency) {
        String[] specs = operands.isEmpty() ? new String[0] : operands.split(" ");
        Kind[] kinds = new Kind[specs.length];
        byte[] effects = new byte[specs.length];
        for (int i = 0; i < specs.length; i++) {
            char c = specs[i].charAt(0);
            effects[i] = c == '=' ? Row.WRITE : c == '+' ? Row.READ_WRITE : c == '*' ? Row.ADDRESS : Row.READ;
            kinds[i] = KINDS.get(effects[i] == Row.READ ? specs[i] : specs[i].substring(1));
            if (kinds[i] == null) throw new IllegalArgumentException(names + ": " + specs[i]);
        }
        int space = encoding.indexOf(' ');
        String format = encoding.substring(0, space);
        String[] fields = encoding.substring(space + 1).split("/");
        int[] n = new int[3];
        for (int i = 0; i < fields.length; i++) n[i] = Integer.parseUnsignedInt(fields[i], 16);
        int match = switch (format) {
            case "R1" -> n[0] | n[1] << 12 | n[2] << 20;
            case "F" -> n[0] | n[1] << 25;
            case "F1", "F0" -> n[0] | n[1] << 25 | n[2] << 20;
            case "F4" -> n[0] | n[1] << 25;
            case "A", "AL" -> n[0] | n[1] << 12 | n[2] << 27;
            case "H" -> n[0] | n[1] << 12 | n[2] << 26;
            default -> n[0] | n[1] << 12 | n[2] << 25;
        };
        byte[] roles = switch (format) {
            case "R", "F" -> new byte[] {RvRow.RD, RvRow.RS1, RvRow.RS2};
            case "R1", "F1", "F0" -> new byte[] {RvRow.RD, RvRow.RS1};
            case "RR" -> new byte[] {RvRow.RD, RvRow.RS12};
            case "F4" -> new byte[] {RvRow.RD, RvRow.RS1, RvRow.RS2, RvRow.RS3};
            case "I" -> new byte[] {RvRow.RD, RvRow.RS1, RvRow.IMM_I};
            case "MV" -> new byte[] {RvRow.RD, RvRow.RS1};
            case "H", "W" -> new byte[] {RvRow.RD, RvRow.RS1, RvRow.SHAMT};
            case "L" -> new byte[] {RvRow.RD, RvRow.MEM_I};
            case "S" -> new byte[] {RvRow.RS2, RvRow.MEM_S};
            case "B" -> new byte[] {RvRow.RS1, RvRow.RS2, RvRow.IMM_B};
            case "U" -> new byte[] {RvRow.RD, RvRow.IMM_U};
            case "J" -> new byte[] {RvRow.RD, RvRow.IMM_J};
            case "J0" -> new byte[] {RvRow.IMM_J};
            case "JR" -> new byte[] {RvRow.RS1};
            case "A" -> new byte[] {RvRow.RD, RvRow.RS2, RvRow.MEM_0};
            case "AL" -> new byte[] {RvRow.RD, RvRow.MEM_0};
            case "C" -> new byte[] {RvRow.RD, RvRow.CSR, RvRow.RS1};
            case "CI" -> new byte[] {RvRow.RD, RvRow.CSR, RvRow.UIMM};
            case "FENCE" -> new byte[] {RvRow.PRED, RvRow.SUCC};
            case "TP" -> new byte[] {RvRow.RD, RvRow.RS1, RvRow.RS2, RvRow.TPREL};
            case "CALL" -> new byte[] {RvRow.CALL_PAIR};
            case "X" -> new byte[0];
            default -> throw new IllegalArgumentException(format);
        };
        if (roles.length != kinds.length) throw new IllegalArgumentException(names + ": operands");
        boolean rounds = format.startsWith("F") && !format.equals("FENCE");
        boolean orders = format.startsWith("A");
        int free = rounds ? 7 << 12 : orders ? 3 << 25 : 0;
        for (int i = 0; i < roles.length; i++) free |= bits(roles[i], kinds[i]);
        RvRow r = new RvRow(rows.size(), names.split(" "), kinds, effects, uses, defs, flags, latency, match, ~free, roles, !rounds ? -1 : format.equals("F0") ? 0 : 7, orders);
        rows.add(r);
        return r;
    }

    /** The bits of the word that an operand decides. */
    private static int bits(byte role, Kind k) {
        return switch (role) {
            case RvRow.RD -> 31 << 7;
            case RvRow.RS1, RvRow.UIMM, RvRow.MEM_0 -> 31 << 15;
            case RvRow.RS2 -> 31 << 20;
            case RvRow.RS12 -> 31 << 15 | 31 << 20;
            case RvRow.RS3 -> 31 << 27;
            case RvRow.IMM_I, RvRow.CSR -> 0xfff << 20;
            case RvRow.MEM_I -> 0xfff << 20 | 31 << 15;
            case RvRow.MEM_S -> 0x7f << 25 | 31 << 7 | 31 << 15;
            case RvRow.IMM_B -> 0x7f << 25 | 31 << 7;
            case RvRow.IMM_U, RvRow.IMM_J -> 0xfffff << 12;
            case RvRow.SHAMT -> (1 << k.immBits()) - 1 << 20;
            case RvRow.PRED -> 15 << 24;
            case RvRow.SUCC -> 15 << 20;
            default -> 0;
        };
    }
}
