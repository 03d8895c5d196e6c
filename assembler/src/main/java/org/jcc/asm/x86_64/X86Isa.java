package org.jcc.asm.x86_64;

import org.jcc.asm.Fixup;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.GasLexer;
import org.jcc.asm.Insn;
import org.jcc.asm.InstructionSet;
import org.jcc.asm.Kind;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.elf.Elf;

/**
 * x86-64 behind {@link InstructionSet}: AT&amp;T printing, branch relaxation, relocations by the psABI (System V ABI, AMD64
 * supplement, 4.4), padding.
 */
public final class X86Isa implements InstructionSet {
    public static final X86Isa INSTANCE = new X86Isa();

    /** Bits of {@link Insn#prefixes} that code generation uses. */
    public static final int PREFIX_LOCK = X86Encoder.LOCK, PREFIX_REP = X86Encoder.REP, PREFIX_REPNE = X86Encoder.REPNE, PREFIX_DATA16 = X86Encoder.DATA16,
            PREFIX_REX_W = X86Encoder.REX_W;

    private X86Isa() {}

    @Override
    public String name() {
        return "x86_64";
    }

    @Override
    public int machine() {
        return Elf.EM_X86_64;
    }

    @Override
    public int flags() {
        return 0;
    }

    @Override
    public void encode(Insn insn, ObjectBuilder out, int loc) {
        X86Encoder.encode(insn, out, loc);
    }

    @Override
    public boolean assemble(String mnemonic, GasLexer in, GasAssembler context) {
        return X86Parser.assemble(mnemonic, in, context);
    }

    // --- printing -----------------------------------------------------------------------------------------------------

    @Override
    public void print(Insn insn, ObjectBuilder names, StringBuilder out) {
        int p = insn.prefixes();
        if ((p & X86Encoder.NOTRACK) != 0) out.append("notrack ");
        if ((p & X86Encoder.LOCK) != 0) out.append("lock ");
        if ((p & X86Encoder.REP) != 0) out.append("rep ");
        if ((p & X86Encoder.REPNE) != 0) out.append("repne ");
        if ((p & X86Encoder.DATA16) != 0) out.append("data16 ");
        if ((p & X86Encoder.REX_W) != 0) out.append("rex64 ");
        if ((p & X86Encoder.ADDR32) != 0) out.append("addr32 ");
        Row row = insn.row();
        out.append(X86Rows.bare(row.names[0]));
        Operand[] ops = insn.operands();
        boolean forward = ops.length == 2 && row.kinds[0].isImm() && row.kinds[1].isImm();
        for (int i = 0; i < ops.length; i++) {
            int k = forward ? i : ops.length - 1 - i;
            out.append(i == 0 ? "\t" : ", ");
            if (row.is(Row.JUMP | Row.CALL) && !row.kinds[k].target()) out.append('*');
            operand(ops[k], row.kinds[k], (p & X86Encoder.ADDR32) != 0 ? 4 : 8, names, out);
        }
    }

    /** A memory operand as inline assembly has it in its text. */
    public static String memoryText(Operand.Mem m, ObjectBuilder names) {
        StringBuilder sb = new StringBuilder();
        operand(m, null, 8, names, sb);
        return sb.toString();
    }

    private static void operand(Operand o, Kind k, int addressSize, ObjectBuilder names, StringBuilder out) {
        switch (o) {
            case Operand.Reg r -> out.append('%').append(X86Regs.name(r.number(), k.size()));
            case Operand.Imm i -> out.append(k.target() ? "" : "$").append(i.value());
            case Operand.SymImm s -> symbol(out.append(k.target() ? "" : "$"), quoted(s.symbol()), s.addend(), s.modifier());
            case Operand.Label l -> out.append(k.target() ? "" : "$").append(names.labelName(l.id()));
            case Operand.Expression e -> out.append(k.target() ? "" : "$").append(names.expression(e.value(), e.modifier()));
            case Operand.Mem m -> {
                if (m.segment() >= 0) out.append('%').append(X86Regs.name(m.segment(), 2)).append(':');
                if (m.expr() != null) out.append(names.expression(m.expr().plus(m.disp()), m.modifier()));
                else if (m.symbol() != null) symbol(out, quoted(m.symbol()), m.disp(), m.modifier());
                else if (m.label() >= 0) symbol(out, names.labelName(m.label()), m.disp(), m.modifier());
                else if (m.disp() != 0 || m.base() < 0) out.append(m.disp());
                if (m.base() < 0 && m.index() < 0) return;
                out.append('(');
                if (m.base() >= 0) out.append('%').append(X86Regs.name(m.base(), addressSize));
                if (m.index() >= 0) out.append(",%").append(X86Regs.name(m.index(), addressSize)).append(',').append(m.scale());
                out.append(')');
            }
        }
    }

    private static String quoted(String s) {
        return org.jcc.asm.AsmPrinter.quoted(s);
    }

    private static void symbol(StringBuilder out, String name, long addend, Operand.Modifier modifier) {
        out.append(name);
        if (modifier != Operand.Modifier.NONE) out.append('@').append(modifier.text);
        if (addend != 0) out.append(addend > 0 ? "+" : "").append(addend);
    }

    // --- branches -----------------------------------------------------------------------------------------------------

    private static final int[] JMP_SIZES = {2, 5};
    private static final int[] JCC_SIZES = {2, 6};

    @Override
    public int[] branchSizes(Row row) {
        return ((X86Row) row).map == 1 ? JCC_SIZES : JMP_SIZES;
    }

    @Override
    public boolean branchReaches(Row row, int size, long distance) {
        return size > 2 || distance - 2 >= -128 && distance - 2 < 128;
    }

    @Override
    public void writeBranch(Row row, int size, long distance, int bits, byte[] out, int at) {
        if (size == 2) {
            out[at] = (byte) X86Rows.shortForm(row).opcode;
            out[at + 1] = (byte) (distance - 2);
            return;
        }
        int n = opcode((X86Row) row, out, at);
        little(out, at + n, distance - size, 4);
    }

    private static int opcode(X86Row row, byte[] out, int at) {
        int n = 0;
        if (row.map == 1) out[at + n++] = 0x0F;
        out[at + n++] = (byte) row.opcode;
        return n;
    }

    @Override
    public void writeFarBranch(Row row, int bits, byte[] out, int at, Fixup field) {
        field.offset = opcode((X86Row) row, out, at);
        field.size = 4;
        field.pcrel = true;
        field.signed = true;
        field.kind = X86Encoder.FIELD_BRANCH;
        field.addend -= 4;
    }

    // --- fixups -------------------------------------------------------------------------------------------------------

    @Override
    public int relocation(Fixup f, boolean local, String symbol) {
        if (f.modifier == Operand.Modifier.NONE && "_GLOBAL_OFFSET_TABLE_".equals(symbol)) {
            // The symbol means the table's distance from here, whatever the field.
            return f.size == 8 ? Elf.R_X86_64_GOTPC64 : Elf.R_X86_64_GOTPC32;
        }
        return switch (f.modifier) {
            case NONE -> switch (f.size) {
                case 8 -> f.pcrel ? Elf.R_X86_64_PC64 : Elf.R_X86_64_64;
                case 4 -> {
                    if (!f.pcrel) yield f.signed ? Elf.R_X86_64_32S : Elf.R_X86_64_32;
                    boolean branch = f.kind == X86Encoder.FIELD_BRANCH || f.kind == X86Encoder.FIELD_CALL;
                    yield branch && !local ? Elf.R_X86_64_PLT32 : Elf.R_X86_64_PC32;
                }
                case 2 -> f.pcrel ? Elf.R_X86_64_PC16 : Elf.R_X86_64_16;
                case 1 -> f.pcrel ? Elf.R_X86_64_PC8 : Elf.R_X86_64_8;
                default -> -1;
            };
            case PLT -> f.size == 4 ? Elf.R_X86_64_PLT32 : -1;
            case GOTPCREL -> switch (f.kind) {
                case X86Encoder.FIELD_RIP_RELAX -> Elf.R_X86_64_GOTPCRELX;
                case X86Encoder.FIELD_RIP_RELAX_REX -> Elf.R_X86_64_REX_GOTPCRELX;
                default -> f.size == 8 ? Elf.R_X86_64_GOTPCREL64 : Elf.R_X86_64_GOTPCREL;
            };
            case GOTPCREL_NORELAX -> Elf.R_X86_64_GOTPCREL;
            case GOT -> f.size == 8 ? Elf.R_X86_64_GOT64 : Elf.R_X86_64_GOT32;
            case GOTOFF -> f.size == 8 ? Elf.R_X86_64_GOTOFF64 : -1;
            case GOTPLT -> f.size == 8 ? Elf.R_X86_64_GOTPLT64 : -1;
            case PLTOFF -> f.size == 8 ? Elf.R_X86_64_PLTOFF64 : -1;
            case GOTTPOFF -> Elf.R_X86_64_GOTTPOFF;
            case TPOFF, NTPOFF -> f.size == 8 ? Elf.R_X86_64_TPOFF64 : Elf.R_X86_64_TPOFF32;
            case DTPOFF -> f.size == 8 ? Elf.R_X86_64_DTPOFF64 : Elf.R_X86_64_DTPOFF32;
            case TLSGD -> Elf.R_X86_64_TLSGD;
            case TLSLD -> Elf.R_X86_64_TLSLD;
            case TLSDESC -> Elf.R_X86_64_GOTPC32_TLSDESC;
            case TLSCALL -> Elf.R_X86_64_TLSDESC_CALL;
            case SIZE -> f.size == 8 ? Elf.R_X86_64_SIZE64 : Elf.R_X86_64_SIZE32;
            default -> -1;
        };
    }

    @Override
    public boolean mayUseSection(Fixup f) {
        return f.modifier == Operand.Modifier.NONE;
    }

    @Override
    public boolean patch(Fixup f, byte[] out, int at, long value) {
        int bits = f.size * 8;
        boolean fits = bits == 64 || (f.pcrel || f.signed ? value >= -(1L << bits - 1) && value < 1L << bits - 1
                : value >= -(1L << bits - 1) && value < 1L << bits);
        little(out, at, value, f.size);
        return fits;
    }

    private static void little(byte[] out, int at, long v, int n) {
        for (int i = 0; i < n; i++) out[at + i] = (byte) (v >> 8 * i);
    }

    // --- padding ------------------------------------------------------------------------------------------------------

    /** The recommended multi-byte no-operations (Intel manual, NOP), extended by prefixes to 11 bytes as GNU as does. */
    private static final byte[][] NOPS = {
        {}, {(byte) 0x90}, {0x66, (byte) 0x90}, {0x0f, 0x1f, 0}, {0x0f, 0x1f, 0x40, 0}, {0x0f, 0x1f, 0x44, 0, 0}, {0x66, 0x0f, 0x1f, 0x44, 0, 0},
        {0x0f, 0x1f, (byte) 0x80, 0, 0, 0, 0}, {0x0f, 0x1f, (byte) 0x84, 0, 0, 0, 0, 0}, {0x66, 0x0f, 0x1f, (byte) 0x84, 0, 0, 0, 0, 0},
        {0x66, 0x2e, 0x0f, 0x1f, (byte) 0x84, 0, 0, 0, 0, 0}, {0x66, 0x66, 0x2e, 0x0f, 0x1f, (byte) 0x84, 0, 0, 0, 0, 0},
    };

    @Override
    public void nops(byte[] out, int at, int n) {
        while (n > 0) {
            int k = Math.min(n, NOPS.length - 1);
            System.arraycopy(NOPS[k], 0, out, at, k);
            at += k;
            n -= k;
        }
    }

    // --- frame information --------------------------------------------------------------------------------------------

    /** DWARF numbers of the general registers in jcc's numbering (psABI figure 3.36). */
    private static final int[] DWARF = {0, 2, 1, 3, 7, 6, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15};

    /** The DWARF number of a register number, or -1. */
    public static int dwarf(int register) {
        if (register < 16) return DWARF[register];
        if (register < X86Regs.ST0) return register - X86Regs.XMM0 + 17;
        if (register < X86Regs.FLAGS) return register - X86Regs.ST0 + 33;
        return register == X86Regs.FLAGS ? 49 : register >= X86Regs.ES && register <= X86Regs.GS ? register - X86Regs.ES + 50 : -1;
    }

    @Override
    public int dwarfRegister(String name) {
        if (name.equals("rip")) return 16;
        if (name.equals("rflags") || name.equals("eflags")) return 49;
        if (name.equals("mxcsr")) return 64;
        if (name.equals("fs.base")) return 58;
        if (name.equals("gs.base")) return 59;
        for (int i = 0; i < 48; i++) if (name.equals(X86Regs.name(i, 8)) || i < 16 && i > 7 && name.equals("r" + i)) return dwarf(i);
        return name.equals("st(0)") ? 33 : -1;
    }

    @Override
    public String dwarfRegisterName(int number) {
        for (int i = 0; i < 48; i++) if (dwarf(i) == number) return X86Regs.name(i, 8);
        return null;
    }

    @Override
    public int returnColumn() {
        return 16;
    }

    @Override
    public int stackColumn() {
        return 7;
    }

    @Override
    public int entryCfaOffset() {
        return 8;
    }

    @Override
    public int returnAddressOffset() {
        return -8;
    }

    @Override
    public int dataAlignment() {
        return -8;
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
