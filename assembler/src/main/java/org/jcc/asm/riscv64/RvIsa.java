package org.jcc.asm.riscv64;

import org.jcc.asm.Fixup;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.GasLexer;
import org.jcc.asm.Insn;
import org.jcc.asm.InstructionSet;
import org.jcc.asm.Kind;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;
import org.jcc.asm.elf.Elf;
import org.jcc.asm.elf.Le;

/**
 * RISC-V 64 behind {@link InstructionSet}: printing, branch relaxation, relocations by the "RISC-V ABIs Specification".
 *
 * <p>Objects ask for no linker relaxation (no {@code R_RISCV_RELAX}, as under {@code .option norelax}): distances inside a section
 * are final when the assembler has laid it out, alignment is padding. A conditional branch reaches 4 KiB; one
 * that must go farther is turned round and jumps over a {@code jal} (1 MiB), or over {@code auipc} and {@code jalr} by
 * way of t6, which jcc's code generator never allocates for that reason.
 */
public final class RvIsa implements InstructionSet {
    public static final RvIsa INSTANCE = new RvIsa();

    /** Bits of {@link Insn#prefixes}: acquire and release of atomics; a rounding mode in the low three bits. */
    public static final int AQ = 2, RL = 1, ROUND = 8, RNE = ROUND, RTZ = ROUND | 1, RDN = ROUND | 2, RUP = ROUND | 3, RMM = ROUND | 4, DYN = ROUND | 7;

    static final String[] ORDERS = {"", ".rl", ".aq", ".aqrl"};
    static final String[] ROUNDINGS = {"rne", "rtz", "rdn", "rup", "rmm", null, null, "dyn"};

    private RvIsa() {}

    @Override
    public String name() {
        return "riscv64";
    }

    @Override
    public int machine() {
        return Elf.EM_RISCV;
    }

    @Override
    public int flags() {
        return Elf.EF_RISCV_FLOAT_ABI_DOUBLE;
    }

    @Override
    public void encode(Insn insn, ObjectBuilder out, int loc) {
        RvEncoder.encode(insn, out, loc);
    }

    @Override
    public boolean assemble(String mnemonic, GasLexer in, GasAssembler context) {
        return new RvParser(in, context).assemble(mnemonic);
    }

    @Override
    public boolean directive(String name, GasLexer in, GasAssembler context) {
        // Relaxation is never asked for, and compressed instructions are never chosen: nothing to switch.
        if (!name.equals(".option") && !name.equals(".attribute")) return false;
        in.skip(in.rest().length());
        return true;
    }

    // --- printing -----------------------------------------------------------------------------------------------------

    @Override
    public void print(Insn insn, ObjectBuilder names, StringBuilder out) {
        RvRow row = (RvRow) insn.row();
        out.append(row.names[0]);
        if (row.orders) out.append(ORDERS[insn.prefixes() & 3]);
        Operand[] ops = insn.operands();
        for (int i = 0; i < ops.length; i++) operand(ops[i], row.roles[i], names, out.append(i == 0 ? "\t" : ", "));
        int rounding = insn.prefixes() & 7;
        if ((insn.prefixes() & ROUND) != 0 && rounding != row.rounding) out.append(", ").append(ROUNDINGS[rounding]);
    }

    private static void operand(Operand o, byte role, ObjectBuilder names, StringBuilder out) {
        switch (o) {
            case Operand.Reg r -> out.append(RvRegs.name(r.number()));
            case Operand.Imm i -> {
                if (role == RvRow.PRED || role == RvRow.SUCC) {
                    for (int k = 0; k < 4; k++) if ((i.value() & 8 >> k) != 0) out.append("iorw".charAt(k));
                    if (i.value() == 0) out.append('0');
                } else out.append(role == RvRow.IMM_U ? i.value() & 0xfffff : i.value());
            }
            case Operand.SymImm s -> value(s.symbol() == null ? "" : org.jcc.asm.AsmPrinter.quoted(s.symbol()), s.addend(), s.modifier(), out);
            case Operand.Label l -> out.append(names.labelName(l.id()));
            case Operand.Expression e -> value(names.expression(e.value(), Modifier.NONE), 0, e.modifier(), out);
            case Operand.Mem m -> {
                if (m.expr() != null) value(names.expression(m.expr().plus(m.disp()), Modifier.NONE), 0, m.modifier(), out);
                else if (m.symbol() != null) value(org.jcc.asm.AsmPrinter.quoted(m.symbol()), m.disp(), m.modifier(), out);
                else if (m.label() >= 0) value(names.labelName(m.label()), m.disp(), m.modifier(), out);
                else if (role != RvRow.MEM_0) out.append(m.disp());
                out.append('(').append(RvRegs.name(m.base())).append(')');
            }
        }
    }

    private static void value(String name, long addend, Modifier modifier, StringBuilder out) {
        boolean function = modifier != Modifier.NONE && modifier != Modifier.PLT;
        if (function) out.append('%').append(modifier.text).append('(');
        out.append(name);
        if (addend != 0) out.append(addend > 0 ? "+" : "").append(addend);
        if (function) out.append(')');
        if (modifier == Modifier.PLT) out.append("@plt");
    }

    // --- branches -----------------------------------------------------------------------------------------------------

    private static final int[] JUMP_SIZES = {4, 8};
    private static final int[] BRANCH_SIZES = {4, 8, 12};

    @Override
    public int[] branchSizes(Row row) {
        return row == Rv.J ? JUMP_SIZES : BRANCH_SIZES;
    }

    @Override
    public int externalBranchSize(Row row) {
        return row == Rv.J ? 4 : 8;
    }

    @Override
    public boolean branchReaches(Row row, int size, long distance) {
        if (row != Rv.J && size == 4) return distance >= -4096 && distance < 4096;
        long fromJump = distance - (row == Rv.J ? 0 : 4);
        return size == BRANCH_SIZES[2] || row == Rv.J && size == JUMP_SIZES[1] || fromJump >= -0x100000 && fromJump < 0x100000;
    }

    @Override
    public void writeBranch(Row row, int size, long distance, int bits, byte[] out, int at) {
        if (row != Rv.J) {
            if (size == 4) {
                Le.put32(out, at, bits | RvEncoder.branchField((int) distance));
                return;
            }
            // funct3's lowest bit turns a condition round.
            Le.put32(out, at, (bits ^ 1 << 12) | RvEncoder.branchField(size));
            at += 4;
            distance -= 4;
            size -= 4;
        }
        if (size == 4) {
            Le.put32(out, at, Rv.J.match | RvEncoder.jumpField((int) distance));
            return;
        }
        Le.put32(out, at, Rv.AUIPC.match | RvRegs.T6 << 7 | (int) distance + 0x800 & 0xfffff000);
        Le.put32(out, at + 4, Rv.JR.match | RvRegs.T6 << 15 | (int) distance << 20);
    }

    @Override
    public void writeFarBranch(Row row, int bits, byte[] out, int at, Fixup field) {
        field.offset = 0;
        if (row != Rv.J) {
            Le.put32(out, at, (bits ^ 1 << 12) | RvEncoder.branchField(8));
            field.offset = 4;
        }
        Le.put32(out, at + field.offset, Rv.J.match);
        field.size = 4;
        field.pcrel = true;
        field.signed = true;
        field.kind = RvEncoder.FIELD_J;
    }

    // --- fixups -------------------------------------------------------------------------------------------------------

    @Override
    public int relocation(Fixup f, boolean local, String symbol) {
        return switch (f.kind) {
            case RvEncoder.FIELD_CALL -> f.modifier == Modifier.NONE || f.modifier == Modifier.PLT ? Elf.R_RISCV_CALL_PLT : -1;
            case RvEncoder.FIELD_B -> f.modifier == Modifier.NONE ? Elf.R_RISCV_BRANCH : -1;
            case RvEncoder.FIELD_J -> f.modifier == Modifier.NONE || f.modifier == Modifier.PLT ? Elf.R_RISCV_JAL : -1;
            case RvEncoder.FIELD_TPREL -> f.modifier == Modifier.TPREL_ADD ? Elf.R_RISCV_TPREL_ADD : -1;
            case RvEncoder.FIELD_U -> switch (f.modifier) {
                case HI -> Elf.R_RISCV_HI20;
                case PCREL_HI -> Elf.R_RISCV_PCREL_HI20;
                case GOT_PCREL_HI -> Elf.R_RISCV_GOT_HI20;
                case TPREL_HI -> Elf.R_RISCV_TPREL_HI20;
                case TLS_IE_PCREL_HI -> Elf.R_RISCV_TLS_GOT_HI20;
                case TLS_GD_PCREL_HI -> Elf.R_RISCV_TLS_GD_HI20;
                default -> -1;
            };
            case RvEncoder.FIELD_I -> switch (f.modifier) {
                case LO -> Elf.R_RISCV_LO12_I;
                case PCREL_LO -> Elf.R_RISCV_PCREL_LO12_I;
                case TPREL_LO -> Elf.R_RISCV_TPREL_LO12_I;
                default -> -1;
            };
            case RvEncoder.FIELD_S -> switch (f.modifier) {
                case LO -> Elf.R_RISCV_LO12_S;
                case PCREL_LO -> Elf.R_RISCV_PCREL_LO12_S;
                case TPREL_LO -> Elf.R_RISCV_TPREL_LO12_S;
                default -> -1;
            };
            default -> switch (f.modifier) {
                case NONE -> f.size == 8 && !f.pcrel ? Elf.R_RISCV_64 : f.size == 4 ? f.pcrel ? Elf.R_RISCV_32_PCREL : Elf.R_RISCV_32 : -1;
                case PLT -> f.size == 4 && f.pcrel ? Elf.R_RISCV_PLT32 : -1;
                case DTPOFF -> f.size == 8 ? Elf.R_RISCV_TLS_DTPREL64 : f.size == 4 ? Elf.R_RISCV_TLS_DTPREL32 : -1;
                default -> -1;
            };
        };
    }

    @Override
    public int addRelocation(int size) {
        return switch (size) {
            case 1 -> Elf.R_RISCV_ADD8;
            case 2 -> Elf.R_RISCV_ADD16;
            case 4 -> Elf.R_RISCV_ADD32;
            default -> Elf.R_RISCV_ADD64;
        };
    }

    @Override
    public int subtractRelocation(int size) {
        return switch (size) {
            case 1 -> Elf.R_RISCV_SUB8;
            case 2 -> Elf.R_RISCV_SUB16;
            case 4 -> Elf.R_RISCV_SUB32;
            default -> Elf.R_RISCV_SUB64;
        };
    }

    @Override
    public boolean mayUseSection(Fixup f) {
        return switch (f.modifier) {
            case NONE -> f.kind == 0;
            case HI, LO, PCREL_HI -> true;
            default -> false;
        };
    }

    @Override
    public boolean patch(Fixup f, byte[] out, int at, long value) {
        if (f.kind != 0) return RvEncoder.patch(f.kind, out, at, value);
        int bits = f.size * 8;
        for (int i = 0; i < f.size; i++) out[at + i] = (byte) (value >> 8 * i);
        return bits == 64 || value >= -(1L << bits - 1) && value < 1L << (f.pcrel || f.signed ? bits - 1 : bits);
    }

    // --- padding ------------------------------------------------------------------------------------------------------

    @Override
    public void nops(byte[] out, int at, int n) {
        // What is less than an instruction can only stand behind data.
        for (; (n & 3) != 0; n--) out[at++] = 0;
        for (; n > 0; n -= 4, at += 4) Le.put32(out, at, Rv.NOP.match);
    }

    // --- frame information --------------------------------------------------------------------------------------------

    @Override
    public int dwarfRegister(String name) {
        return RvRegs.number(name);
    }

    @Override
    public String dwarfRegisterName(int number) {
        return number < 0 || number > 63 ? null : RvRegs.name(number);
    }

    @Override
    public int returnColumn() {
        return RvRegs.RA;
    }

    @Override
    public int stackColumn() {
        return RvRegs.SP;
    }

    @Override
    public int entryCfaOffset() {
        return 0;
    }

    @Override
    public int returnAddressOffset() {
        return 0;
    }

    @Override
    public int dataAlignment() {
        return -4;
    }

    @Override
    public int codeAlignment() {
        return 1;
    }

    @Override
    public boolean linkerRelaxes() {
        return false;
    }
}
