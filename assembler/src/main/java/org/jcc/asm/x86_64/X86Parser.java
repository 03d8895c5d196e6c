package org.jcc.asm.x86_64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.asm.Expr;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.GasLexer;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * AT&amp;T operand syntax: {@code $immediate}, {@code %register}, {@code %seg:disp(base,index,scale)}, {@code *target}; and
 * the search for the row that fits. The rows of a name are tried in the table's order; a spelling without size suffix
 * (the table's trailing dot) needs a register that tells the size.
 */
final class X86Parser {
    private X86Parser() {}

    /** A register as named: number and bytes. */
    private record Named(int number, int size) {}

    private static final Map<String, Named> REGISTERS = new HashMap<>(256);

    static {
        for (int r = 0; r < 16; r++) {
            for (int size = 1; size <= 8; size *= 2) REGISTERS.put(X86Regs.name(r, size), new Named(r, size));
            REGISTERS.put("xmm" + r, new Named(X86Regs.XMM0 + r, 16));
            REGISTERS.put("ymm" + r, new Named(X86Regs.XMM0 + r, 32));
            REGISTERS.put("cr" + r, new Named(X86Regs.CR0 + r, 8));
            REGISTERS.put("db" + r, new Named(X86Regs.DR0 + r, 8));
            REGISTERS.put("dr" + r, new Named(X86Regs.DR0 + r, 8));
        }
        for (int r = 8; r < 16; r++) REGISTERS.put("r" + r, new Named(r, 8));
        for (int r = 8; r < 16; r++) REGISTERS.put("r" + r + "l", new Named(r, 1));
        for (int r = X86Regs.ES; r <= X86Regs.GS; r++) REGISTERS.put(X86Regs.name(r, 2), new Named(r, 2));
        for (int r = X86Regs.AH; r <= X86Regs.BH; r++) REGISTERS.put(X86Regs.name(r, 1), new Named(r, 1));
        for (int r = 0; r < 8; r++) REGISTERS.put("mm" + r, new Named(X86Regs.MM0 + r, 8));
        REGISTERS.put("st", new Named(X86Regs.ST0, 10));
        REGISTERS.put("rip", new Named(X86Regs.RIP, 8));
        REGISTERS.put("eip", new Named(X86Regs.RIP, 4));
    }

    /** Words before an instruction that set a bit of its prefixes. */
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(Map.entry("lock", X86Encoder.LOCK), Map.entry("rep", X86Encoder.REP),
            Map.entry("repe", X86Encoder.REP), Map.entry("repz", X86Encoder.REP), Map.entry("repne", X86Encoder.REPNE), Map.entry("repnz", X86Encoder.REPNE),
            Map.entry("data16", X86Encoder.DATA16), Map.entry("addr32", X86Encoder.ADDR32), Map.entry("rex64", X86Encoder.REX_W),
            Map.entry("rex.w", X86Encoder.REX_W), Map.entry("notrack", X86Encoder.NOTRACK), Map.entry("bnd", X86Encoder.REPNE),
            Map.entry("xacquire", X86Encoder.REPNE), Map.entry("xrelease", X86Encoder.REP));

    private static final Set<String> SEGMENT_PREFIXES = Set.of("cs", "ss", "ds", "es", "fs", "gs");

    /** String operations, whose operands in the text say nothing new. */
    private static final Set<String> STRINGS = Set.of("movs", "cmps", "stos", "lods", "scas", "ins", "outs");

    /** The predicates that {@code cmpeqps} and its kin carry in their names; VEX forms know all, the legacy ones the first eight. */
    private static final List<String> PREDICATES = List.of("eq", "lt", "le", "unord", "neq", "nlt", "nle", "ord", "eq_uq", "nge", "ngt", "false", "neq_oq", "ge",
            "gt", "true", "eq_os", "lt_oq", "le_oq", "unord_s", "neq_us", "nlt_uq", "nle_uq", "ord_s", "eq_us", "nge_uq", "ngt_uq", "false_os", "neq_os", "ge_oq",
            "gt_oq", "true_us");

    /** One statement being parsed. */
    private static final class Statement {
        final GasLexer in;
        final GasAssembler context;
        final List<Operand> operands = new ArrayList<>(4);
        final List<Integer> sizes = new ArrayList<>(4);
        boolean star;
        boolean address32;

        Statement(GasLexer in, GasAssembler context) {
            this.in = in;
            this.context = context;
        }
    }

    static boolean assemble(String mnemonic, GasLexer in, GasAssembler context) {
        int prefixes = 0;
        while (true) {
            Integer p = PREFIXES.get(mnemonic);
            boolean segment = SEGMENT_PREFIXES.contains(mnemonic);
            if (p == null && !segment) break;
            if (in.atEnd()) {
                // A prefix that stands alone; those before it go first.
                emitPrefixes(prefixes, context);
                context.out.emit(new Insn(X86Rows.BY_NAME.get(mnemonic).getFirst()), context.loc());
                return true;
            }
            if (segment) context.out.emit(new Insn(X86Rows.BY_NAME.get(mnemonic).getFirst()), context.loc());
            else prefixes |= p;
            if (in.peek() == ';') in.skip(1);
            String next = in.name();
            if (next == null) return false;
            mnemonic = next.toLowerCase(java.util.Locale.ROOT);
        }
        if (mnemonic.equals("{")) return false;
        // jcc,pt and jcc,pn carry a hint.
        boolean jcc = mnemonic.startsWith("j") && in.raw(0) == ',' && in.raw(1) == 'p';
        if (jcc) {
            context.out.put(in.raw(2) == 't' ? 0x3E : 0x2E);
            in.skip(3);
        }
        List<X86Row> rows = X86Rows.BY_NAME.get(mnemonic);
        Statement s = new Statement(in, context);
        if (rows == null) {
            String generic = comparison(mnemonic);
            if (generic == null) return STRINGS.contains(mnemonic) && bareString(mnemonic, s, prefixes);
            for (int i = 0; i < PREDICATES.size(); i++) {
                if (mnemonic.equals(generic.substring(0, generic.length() - 2) + PREDICATES.get(i) + generic.substring(generic.length() - 2))) {
                    s.operands.add(Operand.imm(i));
                    s.sizes.add(0);
                }
            }
            mnemonic = generic;
            rows = X86Rows.BY_NAME.get(generic);
        }
        if (!operands(s)) return true;
        if (s.address32) prefixes |= X86Encoder.ADDR32;
        Operand[] ops = new Operand[s.operands.size()];
        int[] sizes = new int[ops.length];
        boolean forward = ops.length == 2 && s.operands.get(0) instanceof Operand.Imm && s.operands.get(1) instanceof Operand.Imm;
        for (int i = 0; i < ops.length; i++) {
            int k = forward ? i : ops.length - 1 - i;
            ops[i] = s.operands.get(k);
            sizes[i] = s.sizes.get(k);
        }
        if (ops.length == 2 && ops[1] instanceof Operand.Imm | ops[1] instanceof Operand.SymImm && mnemonic.startsWith("imul")) {
            // imul $n, %r is imul $n, %r, %r.
            ops = new Operand[] {ops[0], ops[0], ops[1]};
            sizes = new int[] {sizes[0], sizes[0], 0};
        }
        if (mnemonic.startsWith("fstsw") || mnemonic.startsWith("fnstsw")) {
            if (ops.length == 1 && ops[0] instanceof Operand.Reg r && r.number() == 0) sizes[0] = 2;
        }
        X86Row row = find(rows, mnemonic, ops, sizes, s.star);
        if (row == null && ops.length > 0 && mnemonic.length() > 1 && STRINGS.contains(mnemonic.substring(0, mnemonic.length() - 1)) && allStringOperands(ops)) {
            ops = new Operand[0];
            row = find(rows, mnemonic, ops, new int[0], false);
        }
        if (row == null) {
            explain(rows, mnemonic, ops, sizes, context);
            return true;
        }
        if (row.kinds.length == 1 && row.kinds[0].target() && ops[0] instanceof Operand.Mem m) ops = new Operand[] {target(m)};
        if (!addresses(ops, context)) return true;
        if ((prefixes & X86Encoder.LOCK) != 0 && !lockable(row, ops)) {
            context.error("expecting lockable instruction after `lock'");
            return true;
        }
        context.out.emit(new Insn(row, ops, prefixes), context.loc());
        return true;
    }

    private static void emitPrefixes(int prefixes, GasAssembler context) {
        for (Map.Entry<String, Integer> e : new java.util.TreeMap<>(PREFIXES).entrySet()) {
            if ((prefixes & e.getValue()) != 0) {
                context.out.emit(new Insn(X86Rows.BY_NAME.get(e.getKey()).getFirst()), context.loc());
                prefixes &= ~e.getValue();
            }
        }
    }

    private static boolean lockable(X86Row row, Operand[] ops) {
        for (int i = 0; i < ops.length; i++) if (ops[i] instanceof Operand.Mem && row.writes(i)) return row.is(Row.LOCKABLE);
        // The encoder may be given op r, m for xchg.
        return false;
    }

    private static String comparison(String m) {
        boolean vex = m.startsWith("vcmp");
        if (!vex && !m.startsWith("cmp")) return null;
        String rest = m.substring(vex ? 4 : 3);
        for (String p : vex ? PREDICATES : PREDICATES.subList(0, 8)) {
            if (rest.startsWith(p)) {
                String k = rest.substring(p.length());
                if (k.equals("ps") || k.equals("pd") || k.equals("ss") || k.equals("sd")) return (vex ? "vcmp" : "cmp") + k;
            }
        }
        return null;
    }

    /** {@code stos %al,(%rdi)}: the accumulator tells the size. */
    private static boolean bareString(String mnemonic, Statement s, int prefixes) {
        if (!operands(s)) return true;
        int size = 0;
        for (int i = 0; i < s.operands.size(); i++) if (s.operands.get(i) instanceof Operand.Reg r && r.number() == 0) size = s.sizes.get(i);
        if (size == 0) {
            s.context.error("no instruction mnemonic suffix given and no register operands; can't size instruction `" + mnemonic + "'");
            return true;
        }
        String full = mnemonic + (size == 1 ? "b" : size == 2 ? "w" : size == 4 ? "l" : "q");
        X86Row row = X86Rows.BY_NAME.containsKey(full) ? find(X86Rows.BY_NAME.get(full), full, new Operand[0], new int[0], false) : null;
        if (row == null) s.context.error("operand type mismatch for `" + mnemonic + "'");
        else s.context.out.emit(new Insn(row, new Operand[0], prefixes), s.context.loc());
        return true;
    }

    private static boolean allStringOperands(Operand[] ops) {
        for (Operand o : ops) {
            boolean pointer = o instanceof Operand.Mem m && m.index() < 0 && m.symbol() == null && m.disp() == 0 && (m.base() == X86Regs.RSI || m.base() == X86Regs.RDI);
            if (!pointer && !(o instanceof Operand.Reg r && (r.number() == X86Regs.RAX || r.number() == X86Regs.RDX))) return false;
        }
        return true;
    }

    // --- choosing the row -----------------------------------------------------------------------------------------------

    private static X86Row find(List<X86Row> rows, String mnemonic, Operand[] ops, int[] sizes, boolean star) {
        for (X86Row r : rows) {
            boolean branch = r.is(Row.JUMP | Row.CALL);
            if (branch && r.kinds.length == 1) {
                if (r.kinds[0].target() ? star || r.is(Row.ALTERNATE) : !star && ops.length == 1 && ops[0] instanceof Operand.Mem) continue;
                if (r.kinds[0].target() && ops.length == 1 && ops[0] instanceof Operand.Mem m && m.base() < 0 && m.index() < 0 && m.segment() < 0) return r;
            } else if (r.kinds.length == 1 && r.kinds[0].target() && ops.length == 1 && ops[0] instanceof Operand.Mem m && m.base() < 0 && m.index() < 0) return r;
            if (star && !branch) continue;
            if (!X86Rows.fits(r, ops, sizes)) continue;
            if (needsRegister(r, mnemonic) && !sized(r, ops)) continue;
            return r;
        }
        return null;
    }

    private static boolean needsRegister(X86Row r, String mnemonic) {
        for (String n : r.names) if (n.length() == mnemonic.length() + 1 && n.endsWith(".") && n.startsWith(mnemonic)) return true;
        return false;
    }

    /** True if a register operand tells the operation's size. */
    private static boolean sized(X86Row r, Operand[] ops) {
        for (int i = 0; i < ops.length; i++) {
            if (ops[i] instanceof Operand.Reg && r.kinds[i].regClass() == Kind.FPR && r.kinds[i].mem()) return true;
            if (ops[i] instanceof Operand.Reg && r.kinds[i].regClass() == Kind.GPR && !r.kinds[i].name().equals("cl") && !r.kinds[i].name().equals("dx")) return true;
        }
        return false;
    }

    private static void explain(List<X86Row> rows, String mnemonic, Operand[] ops, int[] sizes, GasAssembler context) {
        boolean arity = false;
        boolean unsized = false;
        for (X86Row r : rows) {
            arity |= r.kinds.length == ops.length;
            unsized |= X86Rows.fits(r, ops, sizes) && needsRegister(r, mnemonic);
        }
        context.error(!arity ? "number of operands mismatch for `" + mnemonic + "'"
                : unsized ? "no instruction mnemonic suffix given and no register operands; can't size instruction `" + mnemonic + "'"
                : "operand type mismatch for `" + mnemonic + "'");
    }

    /** A bare address as branch target. */
    private static Operand target(Operand.Mem m) {
        if (m.expr() != null) return new Operand.Expression(m.expr().plus(m.disp()), m.modifier());
        if (m.symbol() != null) return new Operand.SymImm(m.symbol(), m.disp(), m.modifier());
        if (m.label() >= 0) return m.disp() == 0 ? new Operand.Label(m.label()) : new Operand.Expression(new Expr(m.label(), -1, m.disp()), m.modifier());
        return Operand.imm(m.disp());
    }

    /** Rules about addresses that no row tells. */
    private static boolean addresses(Operand[] ops, GasAssembler context) {
        for (Operand o : ops) {
            if (o instanceof Operand.Mem m && (m.index() == X86Regs.RSP || m.base() == X86Regs.RIP && m.index() >= 0)) {
                context.error("bad base/index expression");
                return false;
            }
        }
        return true;
    }

    // --- operands -------------------------------------------------------------------------------------------------------

    private static boolean operands(Statement s) {
        if (s.in.atEnd()) return true;
        do {
            if (s.operands.size() > 5) {
                s.context.error("too many operands");
                return false;
            }
            if (!operand(s)) return false;
        } while (s.in.take(','));
        if (!s.in.atEnd()) {
            s.context.error("junk `" + s.in.rest().strip() + "' after expression");
            return false;
        }
        return true;
    }

    private static void add(Statement s, Operand o, int size) {
        s.operands.add(o);
        s.sizes.add(size);
    }

    private static boolean operand(Statement s) {
        GasLexer in = s.in;
        if (in.take('*')) s.star = true;
        char c = in.peek();
        if (c == '$') {
            in.skip(1);
            Expr e = s.context.expressions().parse(in);
            if (e == null) return false;
            add(s, immediate(s, e, s.context.expressions().modifier), 0);
            return true;
        }
        if (c == '%') {
            Named r = register(s);
            if (r == null) return false;
            if (in.peek() == ':' && r.number >= X86Regs.ES && r.number <= X86Regs.GS) {
                in.skip(1);
                return memory(s, r.number);
            }
            add(s, Operand.reg(r.number), r.size);
            return true;
        }
        return memory(s, Operand.NONE);
    }

    private static Operand immediate(Statement s, Expr e, Operand.Modifier m) {
        if (e.isConstant() && m == Operand.Modifier.NONE) return Operand.imm(e.addend());
        if (e.add() >= 0 && e.sub() < 0) {
            String name = s.context.out.symbolOf(e.add()).name;
            if (name != null && s.context.out.symbol(name) == e.add()) return new Operand.SymImm(name, e.addend(), m);
        }
        return new Operand.Expression(e, m);
    }

    private static Named register(Statement s) {
        GasLexer in = s.in;
        in.take('%');
        int from = in.position();
        while (GasLexer.isNamePart(in.raw(0))) in.skip(1);
        String name = in.slice(from, in.position()).toLowerCase(java.util.Locale.ROOT);
        if (name.equals("st") && in.peek() == '(') {
            in.skip(1);
            char d = in.peek();
            in.skip(1);
            if (d < '0' || d > '7' || !in.take(')')) {
                s.context.error("bad register name `%st('");
                return null;
            }
            return new Named(X86Regs.ST0 + d - '0', 10);
        }
        Named r = REGISTERS.get(name);
        if (r == null) s.context.error("bad register name `%" + name + "'");
        return r;
    }

    private static boolean memory(Statement s, int segment) {
        GasLexer in = s.in;
        Expr disp = Expr.of(0);
        Operand.Modifier modifier = Operand.Modifier.NONE;
        boolean parenthesis = in.peek() == '(' && startsAddress(in);
        if (!parenthesis) {
            disp = s.context.expressions().parse(in);
            if (disp == null) return false;
            modifier = s.context.expressions().modifier;
        }
        int base = Operand.NONE;
        int index = Operand.NONE;
        long scale = 1;
        if (in.peek() == '(') {
            in.skip(1);
            if (in.peek() == '%') {
                Named r = register(s);
                if (r == null) return false;
                if (!addressRegister(s, r)) return false;
                base = r.number;
            }
            if (in.take(',')) {
                if (in.peek() == '%') {
                    Named r = register(s);
                    if (r == null) return false;
                    if (r.number == X86Regs.RIP || !addressRegister(s, r)) {
                        if (r.number == X86Regs.RIP) s.context.error("bad base/index expression");
                        return false;
                    }
                    index = r.number;
                }
                if (in.take(',') && in.peek() != ')') scale = s.context.expressions().number(in, 1);
                else if (index < 0 && in.peek() != ')') scale = s.context.expressions().number(in, 1);
            }
            if (!in.take(')')) {
                s.context.error("expecting `)' after address");
                return false;
            }
        }
        if (scale != 1 && scale != 2 && scale != 4 && scale != 8) {
            s.context.error("expecting scale factor of 1, 2, 4, or 8: got `" + scale + "'");
            return false;
        }
        // A scale without an index means nothing; rsp as an index cannot be encoded but swaps with the base.
        if (index < 0) scale = 1;
        if (index == X86Regs.RSP && scale == 1 && base != X86Regs.RSP) {
            int t = base;
            base = index;
            index = t;
        }
        Operand o = address(s, disp, modifier, base, index, (int) scale, segment);
        add(s, o, 0);
        return true;
    }

    /** True if the parenthesis that comes next opens an address rather than an expression. */
    private static boolean startsAddress(GasLexer in) {
        int n = 1;
        while (in.raw(n) == ' ' || in.raw(n) == '\t') n++;
        return in.raw(n) == '%' || in.raw(n) == ',' || in.raw(n) == ')';
    }

    private static boolean addressRegister(Statement s, Named r) {
        boolean good = (r.number < 16 || r.number == X86Regs.RIP) && (r.size == 8 || r.size == 4);
        if (!good) s.context.error("`%" + X86Regs.name(r.number, r.size) + "' is not a valid base/index register");
        if (r.size == 4) s.address32 = true;
        return good;
    }

    private static Operand.Mem address(Statement s, Expr e, Operand.Modifier m, int base, int index, int scale, int segment) {
        if (e.isConstant()) return new Operand.Mem(base, index, scale, e.addend(), null, -1, m, segment, null);
        if (e.sub() < 0) {
            String name = s.context.out.symbolOf(e.add()).name;
            if (name != null && s.context.out.symbol(name) == e.add()) return new Operand.Mem(base, index, scale, e.addend(), name, -1, m, segment, null);
            return new Operand.Mem(base, index, scale, e.addend(), null, e.add(), m, segment, null);
        }
        return new Operand.Mem(base, index, scale, 0, null, -1, m, segment, e);
    }
}
