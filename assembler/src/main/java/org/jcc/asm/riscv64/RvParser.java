package org.jcc.asm.riscv64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jcc.asm.Expr;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.GasLexer;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;

/**
 * RISC-V operand syntax ({@code rd, rs1, rs2}; {@code offset(base)}; {@code %function(symbol)}) and the pseudo-instructions of
 * the assembly programmer's manual, which become rows of the table here.
 */
final class RvParser {
    private static final Map<String, Modifier> FUNCTIONS = new HashMap<>();
    /** Control and status registers by name: those of user mode. */
    private static final Map<String, Integer> CSRS = Map.of("fflags", 1, "frm", 2, "fcsr", 3, "cycle", 0xc00, "time", 0xc01, "instret", 0xc02);

    static {
        for (Modifier m : new Modifier[] {Modifier.HI, Modifier.LO, Modifier.PCREL_HI, Modifier.PCREL_LO, Modifier.GOT_PCREL_HI, Modifier.TPREL_HI,
            Modifier.TPREL_LO, Modifier.TPREL_ADD, Modifier.TLS_IE_PCREL_HI, Modifier.TLS_GD_PCREL_HI}) {
            FUNCTIONS.put(m.text, m);
        }
    }

    private final GasLexer in;
    private final GasAssembler context;
    private final List<Operand> ops = new ArrayList<>(4);
    private int prefixes;
    private boolean failed;

    RvParser(GasLexer in, GasAssembler context) {
        this.in = in;
        this.context = context;
    }

    boolean assemble(String mnemonic) {
        String name = mnemonic;
        if (RvRows.named(name) == null) {
            for (int k = 1; k < 4; k++) {
                if (!name.endsWith(RvIsa.ORDERS[k]) || k == 1 && name.endsWith(".aqrl")) continue;
                String bare = name.substring(0, name.length() - RvIsa.ORDERS[k].length());
                RvRow[] rows = RvRows.named(bare);
                if (rows == null || !rows[0].orders) continue;
                name = bare;
                prefixes = k;
            }
        }
        int start = in.position();
        if (!operands(name)) return true;
        RvRow[] rows = RvRows.named(name);
        if (rows != null) {
            for (RvRow r : rows) {
                if (RvRows.fits(r, ops)) {
                    emit(r, ops.toArray(Operand[]::new));
                    return true;
                }
            }
        }
        if (pseudo(name)) return true;
        if (rows == null && !isPseudo(name)) {
            in.position(start);
            return false;
        }
        context.error("illegal operands `" + mnemonic + in.slice(start, in.position()) + "'");
        return true;
    }

    private void emit(Row row, Operand... operands) {
        context.out.emit(new Insn(row, operands, prefixes), context.loc());
    }

    // --- operands -----------------------------------------------------------------------------------------------------

    private boolean operands(String name) {
        RvRow[] rows = RvRows.named(name);
        boolean fence = name.equals("fence");
        boolean csr = name.startsWith("csr");
        while (!in.atEnd()) {
            Operand o = operand(fence, csr);
            if (failed) return false;
            if (o != null) ops.add(o);
            if (!in.take(',')) break;
        }
        if (!in.atEnd()) {
            context.error("junk `" + in.rest() + "' after operand");
            return false;
        }
        if (fence && ops.isEmpty() && rows != null) {
            ops.add(Operand.imm(15));
            ops.add(Operand.imm(15));
        }
        return true;
    }

    /** One operand; null if it was a rounding mode. */
    private Operand operand(boolean fence, boolean csr) {
        char c = in.peek();
        int start = in.position();
        if (GasLexer.isNameStart(c) && c != '"') {
            String word = in.name();
            int n = RvRegs.number(word);
            if (n >= 0) return Operand.reg(n);
            if (fence && word.matches("i?o?r?w?")) {
                int bits = 0;
                for (int k = 0; k < 4; k++) if (word.indexOf("iorw".charAt(k)) >= 0) bits |= 8 >> k;
                return Operand.imm(bits);
            }
            if (csr && CSRS.containsKey(word)) return Operand.imm(CSRS.get(word));
            for (int k = 0; k < 8; k++) {
                if (word.equals(RvIsa.ROUNDINGS[k]) && !ops.isEmpty()) {
                    prefixes = RvIsa.ROUND | k;
                    return null;
                }
            }
            in.position(start);
        }
        Modifier modifier = Modifier.NONE;
        Expr e = Expr.of(0);
        if (c == '%') {
            in.skip(1);
            String function = in.name();
            modifier = function == null ? null : FUNCTIONS.get(function.toLowerCase(Locale.ROOT));
            if (modifier == null || !in.take('(')) return fail("unknown relocation function");
            e = context.expressions().parse(in);
            if (e == null) {
                failed = true;
                return null;
            }
            if (!in.take(')')) return fail("missing ')'");
            if (e.isConstant() && (modifier == Modifier.HI || modifier == Modifier.LO)) {
                e = Expr.of(modifier == Modifier.HI ? e.addend() + 0x800 >> 12 & 0xfffff : e.addend() << 52 >> 52);
                modifier = Modifier.NONE;
            }
        } else if (!(c == '(' && isBase())) {
            e = context.expressions().parse(in);
            if (e == null) {
                failed = true;
                return null;
            }
            modifier = context.expressions().modifier;
        }
        if (in.peek() == '(' && isBase()) {
            in.take('(');
            int base = RvRegs.number(in.name());
            in.take(')');
            if (e.isConstant() && modifier == Modifier.NONE) return Operand.mem(base, e.addend());
            return new Operand.Mem(base, Operand.NONE, 1, 0, null, -1, modifier, Operand.NONE, e);
        }
        return e.isConstant() && modifier == Modifier.NONE ? Operand.imm(e.addend()) : new Operand.Expression(e, modifier);
    }

    private Operand fail(String message) {
        context.error(message);
        failed = true;
        return null;
    }

    /** True if a register in parentheses comes next. */
    private boolean isBase() {
        int start = in.position();
        in.skip(1);
        String name = in.name();
        boolean base = name != null && RvRegs.number(name) >= 0 && RvRegs.number(name) < RvRegs.FT0 && in.peek() == ')';
        in.position(start);
        return base;
    }

    // --- pseudo-instructions ------------------------------------------------------------------------------------------

    private static final Operand ZERO = Operand.reg(RvRegs.ZERO), RA = Operand.reg(RvRegs.RA);

    /** Branches that compare with zero, or with the operands exchanged. */
    private record Branch(Row row, boolean zero, boolean swap) {}

    private static final Map<String, Branch> BRANCHES = Map.of("beqz", new Branch(Rv.BEQ, true, false), "bnez", new Branch(Rv.BNE, true, false), "blez",
            new Branch(Rv.BGE, true, true), "bgez", new Branch(Rv.BGE, true, false), "bltz", new Branch(Rv.BLT, true, false), "bgtz", new Branch(Rv.BLT, true, true),
            "bgt", new Branch(Rv.BLT, false, true), "ble", new Branch(Rv.BGE, false, true), "bgtu", new Branch(Rv.BLTU, false, true), "bleu",
            new Branch(Rv.BGEU, false, true));

    private static boolean isPseudo(String name) {
        return BRANCHES.containsKey(name) || List.of("li", "la", "lla", "la.tls.ie", "la.tls.gd", "not", "neg", "negw", "seqz", "snez", "sltz", "sgtz", "sgt", "sgtu",
                "zext.b", "sext.b", "sext.h", "zext.h", "zext.w", "csrr", "csrw", "csrs", "csrc", "csrwi", "csrsi", "csrci", "frcsr", "fscsr", "frflags", "fsflags",
                "frrm", "fsrm", "fsrmi", "fsflagsi", "rdcycle", "rdtime", "rdinstret", "fgt.s", "fgt.d", "fge.s", "fge.d").contains(name);
    }

    private boolean is(String kinds) {
        if (ops.size() != kinds.length()) return false;
        for (int i = 0; i < kinds.length(); i++) {
            Operand o = ops.get(i);
            boolean ok = switch (kinds.charAt(i)) {
                case 'x' -> o instanceof Operand.Reg r && r.number() < RvRegs.FT0;
                case 'f' -> o instanceof Operand.Reg r && r.number() >= RvRegs.FT0;
                case 'n' -> o instanceof Operand.Imm;
                case 's' -> o instanceof Operand.Expression e && (e.modifier() == Modifier.NONE || e.modifier() == Modifier.PLT);
                default -> o instanceof Operand.Mem m && m.expr() == null;
            };
            if (!ok) return false;
        }
        return true;
    }

    private boolean pseudo(String name) {
        Branch b = BRANCHES.get(name);
        if (b != null) {
            if (b.zero ? !is("xs") && !is("xn") : !is("xxs") && !is("xxn")) return false;
            Operand x = ops.get(0);
            Operand y = b.zero ? ZERO : ops.get(1);
            emit(b.row, b.swap ? y : x, b.swap ? x : y, ops.getLast());
            return true;
        }
        if (is("xx")) {
            Operand d = ops.get(0);
            Operand s = ops.get(1);
            switch (name) {
                case "not" -> emit(Rv.XORI, d, s, Operand.imm(-1));
                case "neg" -> emit(Rv.SUB, d, ZERO, s);
                case "negw" -> emit(Rv.SUBW, d, ZERO, s);
                case "seqz" -> emit(Rv.SLTIU, d, s, Operand.imm(1));
                case "snez" -> emit(Rv.SLTU, d, ZERO, s);
                case "sltz" -> emit(Rv.SLT, d, s, ZERO);
                case "sgtz" -> emit(Rv.SLT, d, ZERO, s);
                case "zext.b" -> emit(Rv.ANDI, d, s, Operand.imm(255));
                case "sext.b" -> shifts(Rv.SRAI, 56);
                case "sext.h" -> shifts(Rv.SRAI, 48);
                case "zext.h" -> shifts(Rv.SRLI, 48);
                case "zext.w" -> shifts(Rv.SRLI, 32);
                case "jalr" -> emit(Rv.JALR, d, Operand.mem(((Operand.Reg) s).number(), 0));
                case "fscsr" -> emit(Rv.CSRRW, d, Operand.imm(3), s);
                case "fsflags" -> emit(Rv.CSRRW, d, Operand.imm(1), s);
                case "fsrm" -> emit(Rv.CSRRW, d, Operand.imm(2), s);
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (is("xxn") || is("xxx") || is("xff")) return three(name);
        if (is("x")) return one(name);
        if (is("xn") || is("nx") || is("nn")) return withNumber(name);
        if (is("xs")) return address(name);
        if (is("m")) {
            Operand.Mem m = (Operand.Mem) ops.get(0);
            if (name.equals("jalr")) emit(Rv.JALR, RA, m);
            else if (name.equals("jr")) emit(Rv.JALR, ZERO, m);
            else return false;
            return true;
        }
        if (is("s") || is("n")) {
            if (!name.equals("jal")) return false;
            emit(Rv.JAL, RA, ops.get(0));
            return true;
        }
        if ((is("xsx") || is("fsx")) && RvRows.named(name) != null) return global(name);
        return false;
    }

    private void shifts(Row right, int n) {
        emit(Rv.SLLI, ops.get(0), ops.get(1), Operand.imm(n));
        emit(right, ops.get(0), ops.get(0), Operand.imm(n));
    }

    /** Register forms of immediate instructions are also written under the register instruction's name: {@code add a0, a0, 1}. */
    private static final Map<String, Row> IMMEDIATE = Map.ofEntries(Map.entry("add", Rv.ADDI), Map.entry("addw", Rv.ADDIW), Map.entry("and", Rv.ANDI),
            Map.entry("or", Rv.ORI), Map.entry("xor", Rv.XORI), Map.entry("sll", Rv.SLLI), Map.entry("srl", Rv.SRLI), Map.entry("sra", Rv.SRAI),
            Map.entry("sllw", Rv.SLLIW), Map.entry("srlw", Rv.SRLIW), Map.entry("sraw", Rv.SRAIW), Map.entry("slt", Rv.SLTI), Map.entry("sltu", Rv.SLTIU));

    private boolean three(String name) {
        Row immediate = IMMEDIATE.get(name);
        if (is("xxn") && immediate != null && RvRows.fits((RvRow) immediate, ops)) {
            emit(immediate, ops.toArray(Operand[]::new));
            return true;
        }
        if (is("xxn") && name.equals("jalr")) {
            emit(Rv.JALR, ops.get(0), Operand.mem(((Operand.Reg) ops.get(1)).number(), ((Operand.Imm) ops.get(2)).value()));
            return true;
        }
        Row swapped = switch (name) {
            case "sgt" -> Rv.SLT;
            case "sgtu" -> Rv.SLTU;
            case "fgt.s" -> Rv.FLT_S;
            case "fgt.d" -> Rv.FLT_D;
            case "fge.s" -> Rv.FLE_S;
            case "fge.d" -> Rv.FLE_D;
            default -> null;
        };
        if (swapped == null || is("xxn")) return false;
        emit(swapped, ops.get(0), ops.get(2), ops.get(1));
        return true;
    }

    private boolean one(String name) {
        Operand x = ops.get(0);
        switch (name) {
            case "frcsr" -> emit(Rv.CSRRS, x, Operand.imm(3), ZERO);
            case "frrm" -> emit(Rv.CSRRS, x, Operand.imm(2), ZERO);
            case "frflags" -> emit(Rv.CSRRS, x, Operand.imm(1), ZERO);
            case "fscsr" -> emit(Rv.CSRRW, ZERO, Operand.imm(3), x);
            case "fsrm" -> emit(Rv.CSRRW, ZERO, Operand.imm(2), x);
            case "fsflags" -> emit(Rv.CSRRW, ZERO, Operand.imm(1), x);
            case "rdcycle" -> emit(Rv.CSRRS, x, Operand.imm(0xc00), ZERO);
            case "rdtime" -> emit(Rv.CSRRS, x, Operand.imm(0xc01), ZERO);
            case "rdinstret" -> emit(Rv.CSRRS, x, Operand.imm(0xc02), ZERO);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withNumber(String name) {
        Operand a = ops.get(0);
        Operand b = ops.get(1);
        switch (name) {
            case "li" -> {
                if (!is("xn")) return false;
                RvImmediates.load(((Operand.Reg) a).number(), ((Operand.Imm) b).value(), this::emit);
            }
            case "csrr" -> emit(Rv.CSRRS, a, b, ZERO);
            case "csrw" -> emit(Rv.CSRRW, ZERO, a, b);
            case "csrs" -> emit(Rv.CSRRS, ZERO, a, b);
            case "csrc" -> emit(Rv.CSRRC, ZERO, a, b);
            case "csrwi" -> emit(Rv.CSRRWI, ZERO, a, b);
            case "csrsi" -> emit(Rv.CSRRSI, ZERO, a, b);
            case "csrci" -> emit(Rv.CSRRCI, ZERO, a, b);
            case "fsrmi" -> emit(Rv.CSRRWI, a, Operand.imm(2), b);
            case "fsflagsi" -> emit(Rv.CSRRWI, a, Operand.imm(1), b);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Loads of addresses, and loads from them. */
    private boolean address(String name) {
        Expr e = ((Operand.Expression) ops.get(1)).value();
        switch (name) {
            case "la", "lla" -> pair(ops.get(0), new Operand.Expression(e, Modifier.PCREL_HI), Rv.ADDI);
            case "la.tls.ie" -> pair(ops.get(0), new Operand.Expression(e, Modifier.TLS_IE_PCREL_HI), Rv.LD);
            case "la.tls.gd" -> pair(ops.get(0), new Operand.Expression(e, Modifier.TLS_GD_PCREL_HI), Rv.ADDI);
            default -> {
                RvRow[] rows = RvRows.named(name);
                if (rows == null || rows[0].roles.length != 2 || rows[0].roles[1] != RvRow.MEM_I || rows[0].kinds[0].regClass() != Kind.GPR) return false;
                pair(ops.get(0), new Operand.Expression(e, Modifier.PCREL_HI), rows[0]);
            }
        }
        return true;
    }

    /** {@code auipc d, high; row d, %pcrel_lo(it)(d)} */
    private void pair(Operand d, Operand high, Row row) {
        int base = ((Operand.Reg) d).number();
        int label = context.out.here();
        emit(Rv.AUIPC, d, high);
        if (row == Rv.ADDI) emit(row, d, d, new Operand.Expression(Expr.symbol(label), Modifier.PCREL_LO));
        else emit(row, d, low(base, label));
    }

    private static Operand low(int base, int label) {
        return new Operand.Mem(base, Operand.NONE, 1, 0, null, label, Modifier.PCREL_LO, Operand.NONE, null);
    }

    /** Stores, and floating loads, of a global by way of a register that is named: {@code sw a0, symbol, t0}. */
    private boolean global(String name) {
        RvRow r = RvRows.named(name)[0];
        if (r.roles.length != 2 || r.roles[1] != RvRow.MEM_I && r.roles[1] != RvRow.MEM_S) return false;
        Operand t = ops.get(2);
        int label = context.out.here();
        emit(Rv.AUIPC, t, new Operand.Expression(((Operand.Expression) ops.get(1)).value(), Modifier.PCREL_HI));
        emit(r, ops.get(0), low(((Operand.Reg) t).number(), label));
        return true;
    }
}
