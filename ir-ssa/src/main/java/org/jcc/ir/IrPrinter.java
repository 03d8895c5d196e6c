package org.jcc.ir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jcc.support.TargetOperation;

/**
 * Writes the text form of modules and functions ({@code .jir} files). {@link IrParser} reads it back: print, parse,
 * print gives the same text. Blocks and values are numbered in printing order, so that the text of a function does not
 * depend on the history of its ids.
 *
 * <pre>
 *   module "a.c"
 *   tag 1 "int" "int" 0
 *   global @x size 4 align 4 = "\01\00\00\00"
 *   declare @puts(ptr): signed i32
 *   func @f(signed i32, ptr, ...): signed i32 internal {
 *   b0 (v0: i32, v1: ptr):
 *     v2 = load i32 v1 align 4 tag 1
 *     v3 = add i32 v2, i32 5 nsw
 *     v4 = icmp i1 slt v3, v0
 *     condbr v4 -> b1, b2(v3)
 *   b1:
 *     v5 = call i32 @puts(@s+4) sig(ptr): signed i32
 *     br -> b2(v5)
 *   b2 "out" (v6: i32):
 *     ret v6
 *   }
 * </pre>
 *
 * An instruction is {@code [value =] operation [type] operands, its particulars, words for its flags}; {@code #n} is its
 * {@code imm}. Operands are values {@code v3}, typed constants {@code i32 5}, {@code f64 1.5}, {@code f80 0x…},
 * {@code i32 poison}, addresses {@code @x+8} and labels {@code &b3}.
 */
public final class IrPrinter {
    private final StringBuilder sb = new StringBuilder();
    private final boolean locs;
    /** Numbers are ids: they stay the same from pass to pass. */
    private boolean byId;
    /** Printed number by instruction id. */
    private int[] numbers;
    /** Printed number by block id. */
    private int[] blockNumbers;

    private IrPrinter(boolean locs) {
        this.locs = locs;
    }

    /** The module without source places. */
    public static String print(Module m) {
        return print(m, false);
    }

    /** The module; {@code locs} adds source places and scopes. */
    public static String print(Module m, boolean locs) {
        IrPrinter p = new IrPrinter(locs);
        p.module(m);
        return p.sb.toString();
    }

    /** One function with its header. */
    public static String print(Function f) {
        return print(f, false);
    }

    public static String print(Function f, boolean locs) {
        IrPrinter p = new IrPrinter(locs);
        p.function(f);
        return p.sb.toString();
    }

    /** One function with ids for numbers: what two passes leave alone reads the same after both. */
    public static String printById(Function f) {
        IrPrinter p = new IrPrinter(false);
        p.byId = true;
        p.function(f);
        return p.sb.toString();
    }

    /** One instruction as it looks in its function; slow, for messages. */
    public static String print(Inst i) {
        IrPrinter p = new IrPrinter(false);
        Function f = i.block == null ? null : i.block.function;
        if (f == null) return i.toString();
        p.number(f);
        p.inst(i);
        return p.sb.toString().strip();
    }

    // ---- module level ----

    private void module(Module m) {
        sb.append("module ");
        string(m.name);
        sb.append('\n');
        for (int i = 1; i < m.tags.size(); i++) {
            AliasTags.Tag t = m.tags.tag(i);
            sb.append("tag ").append(i).append(' ');
            string(t.base() == null ? "" : t.base());
            sb.append(' ');
            string(t.base() == null ? "" : t.access());
            sb.append(' ').append(t.offset());
            for (AliasTags.Restrict r = t.restrict(); r != null; r = r.next()) restrict(r);
            sb.append('\n');
        }
        if (m.executableStack) sb.append("execstack\n");
        for (String r : m.fixedRegisters) {
            sb.append("fixed ");
            string(r);
            sb.append('\n');
        }
        int asm = 0;
        for (int i = 0; i <= m.symbols.size(); i++) {
            while (asm < m.topAsm.size() && (m.topAsm.get(asm).afterSymbols() <= i || i == m.symbols.size())) {
                Module.TopAsm a = m.topAsm.get(asm++);
                sb.append("asm ");
                string(a.text());
                if (locs && a.loc() != 0) sb.append(" loc ").append(a.loc());
                sb.append('\n');
            }
            if (i == m.symbols.size()) break;
            switch (m.symbols.get(i)) {
                case Function f -> function(f);
                case GlobalVar g -> global(g);
                case Alias a -> alias(a);
            }
        }
    }

    private void restrict(AliasTags.Restrict r) {
        sb.append(" in ").append(r.scope());
        String before = " ";
        for (int k = 0; k < AliasTags.Restrict.MAX_POINTERS; k++) {
            if ((r.bases() >>> k & 1) == 0) continue;
            sb.append(before).append(k);
            before = ", ";
        }
        if ((r.bases() & AliasTags.Restrict.OTHER) != 0) sb.append(before).append("other");
    }

    private void alias(Alias a) {
        sb.append("alias ");
        symbol(a.name);
        sb.append(" = ");
        symbol(a.target.name);
        if (a.ifunc) sb.append(" ifunc");
        symbolAttributes(a);
        sb.append('\n');
    }

    private void symbolAttributes(Symbol s) {
        if (s.linkage != Symbol.Linkage.EXTERNAL) sb.append(' ').append(Words.LINKAGES[s.linkage.ordinal()]);
        if (s.visibility != Symbol.Visibility.DEFAULT) sb.append(' ').append(Words.VISIBILITIES[s.visibility.ordinal()]);
        if (s.align != 0) sb.append(" align ").append(s.align);
        if (s.used) sb.append(" used");
        if (s.section != null) {
            sb.append(" section ");
            string(s.section);
        }
        if (s.comdat != null) {
            sb.append(" comdat ");
            string(s.comdat);
        }
        if (locs && s.loc != 0) sb.append(" loc ").append(s.loc);
    }

    private void global(GlobalVar g) {
        sb.append(g.isDefinition() ? "global " : "extern ");
        symbol(g.name);
        sb.append(" size ").append(g.size);
        if (g.constant) sb.append(" constant");
        if (g.tls != GlobalVar.Tls.NONE) sb.append(" tls ").append(Words.TLS[g.tls.ordinal()]);
        if (g.mergeChar != 0) sb.append(" merge ").append(g.mergeChar);
        symbolAttributes(g);
        if (g.init != null) {
            sb.append(" = ");
            bytes(g.init);
        }
        if (!g.relocs.isEmpty()) {
            sb.append(" relocs [");
            String sep = "";
            for (GlobalVar.Reloc r : g.relocs) {
                sb.append(sep).append(r.offset()).append(": ").append(r.size()).append(' ');
                symbol(r.symbol().name);
                if (r.block() != null) sb.append(" &b").append(blockIndex(r.block()));
                if (r.minus() != null) sb.append(" - &b").append(blockIndex(r.minus()));
                if (r.addend() != 0) offset(r.addend());
                sep = ", ";
            }
            sb.append(']');
        }
        sb.append('\n');
    }

    private static int blockIndex(Block b) {
        return b.function.blocks.indexOf(b);
    }

    private void offset(long n) {
        if (n >= 0) sb.append('+');
        sb.append(n);
    }

    // ---- functions ----

    private void function(Function f) {
        sb.append(f.isDefinition() ? "func " : "declare ");
        symbol(f.name);
        signature(f.signature);
        symbolAttributes(f);
        Words.print(sb, Words.FUNCTION_ATTRIBUTES, f.attributes);
        if (f.initPriority != 65535) sb.append(" init_priority ").append(f.initPriority);
        if (f.sizeArgument != 0) sb.append(" alloc_size ").append(f.sizeArgument).append(' ').append(f.timesArgument);
        if (f.level != 0) sb.append(" level ").append(f.level);
        if (!f.features.isEmpty()) {
            sb.append(" features ");
            string(f.features);
        }
        if (f.locations != null) locations(f.locations);
        if (locs && f.endLoc != 0) sb.append(" endloc ").append(f.endLoc);
        if (!f.isDefinition()) {
            sb.append('\n');
            return;
        }
        sb.append(" {\n");
        if (locs) {
            for (int i = 1; i < f.scopes.size(); i++) {
                Function.Scope s = f.scopes.get(i);
                sb.append("  scope ").append(i).append(" parent ").append(s.parent()).append(" loc ").append(s.loc());
                if (s.inlined() != null) {
                    sb.append(" inlined ");
                    symbol(s.inlined().name);
                }
                sb.append('\n');
            }
        }
        number(f);
        for (Block b : f.blocks) {
            sb.append('b').append(blockNumbers[b.id]);
            if (b.name != null) {
                sb.append(' ');
                string(b.name);
            }
            if (!b.params.isEmpty()) {
                sb.append(" (");
                for (int i = 0; i < b.params.size(); i++) {
                    Inst p = b.params.get(i);
                    if (i > 0) sb.append(", ");
                    sb.append('v').append(numbers[p.id]).append(": ").append(p.type.name);
                }
                sb.append(')');
            }
            if (b.addressTaken) sb.append(" taken");
            if (b.frequency != 0) sb.append(" freq ").append(b.frequency);
            sb.append(":\n");
            for (Inst i = b.first; i != null; i = i.next) inst(i);
        }
        sb.append("}\n");
    }

    private void number(Function f) {
        numbers = new int[f.instCount()];
        blockNumbers = new int[f.blockCount()];
        int v = 0;
        int n = 0;
        for (Block b : f.blocks) {
            blockNumbers[b.id] = byId ? b.id : n++;
            for (Inst p : b.params) numbers[p.id] = byId ? p.id : v++;
            for (Inst i = b.first; i != null; i = i.next) if (i.hasResult()) numbers[i.id] = byId ? i.id : v++;
        }
    }

    private void inst(Inst i) {
        sb.append("  ");
        if (i.hasResult()) sb.append('v').append(numbers[i.id]).append(" = ");
        sb.append(i.op.text);
        if (i.hasResult()) sb.append(' ').append(i.type.name);
        int own = i.ownArgCount();
        boolean immPrinted = false;
        switch (i.op) {
            case ICMP, FCMP -> {
                sb.append(' ').append(i.cond().text());
                immPrinted = true;
            }
            case ATOMICRMW -> {
                sb.append(' ').append(Op.Rmw.values()[(int) i.imm].name().toLowerCase(java.util.Locale.ROOT));
                immPrinted = true;
            }
            default -> { }
        }
        if (i.op == Op.CALL || i.op == Op.CALLBR) {
            sb.append(' ');
            operand(i.arg(0));
            operands(i, 1, own);
            if (i.aux instanceof CallInfo c) callInfo(c);
        } else if (i.op == Op.ASM || i.op == Op.ASMBR) {
            sb.append(' ');
            operands(i, 0, own);
            if (i.aux instanceof AsmInfo a) asmInfo(a);
        } else {
            if (i.op == Op.TLSADDR && i.aux instanceof Symbol s) {
                sb.append(' ');
                symbol(s.name);
            }
            if (i.op == Op.TARGET && i.aux instanceof TargetOperation o) {
                sb.append(' ');
                string(o.name);
            }
            for (int k = 0; k < own; k++) {
                sb.append(k == 0 ? " " : ", ");
                operand(i.arg(k));
            }
            if (i.op == Op.SHUFFLE && i.aux instanceof int[] lanes) {
                sb.append(" [");
                for (int k = 0; k < lanes.length; k++) sb.append(k == 0 ? "" : ", ").append(lanes[k]);
                sb.append(']');
            }
            if (i.op == Op.VAARG && i.aux instanceof AbiType t) {
                sb.append(" of ");
                abiType(t);
            }
            if (i.op == Op.ALLOCA && i.aux instanceof String s) {
                sb.append(' ');
                string(s);
            }
        }
        if (i.succCount() > 0) {
            sb.append(" -> ");
            long[] cases = i.op == Op.SWITCH && i.aux instanceof long[] c ? c : null;
            for (int s = 0; s < i.succCount(); s++) {
                if (s > 0) sb.append(", ");
                if (cases != null && s > 0 && s <= cases.length) sb.append(cases[s - 1]).append(": ");
                sb.append('b').append(blockNumbers[i.succ(s).id]);
                if (i.succArgCount(s) > 0) {
                    sb.append('(');
                    for (int k = 0; k < i.succArgCount(s); k++) {
                        if (k > 0) sb.append(", ");
                        operand(i.succArg(s, k));
                    }
                    sb.append(')');
                }
            }
        }
        if (i.imm != 0 && !immPrinted) sb.append(" #").append(i.imm);
        if (i.align != 1) sb.append(" align ").append(i.align);
        if (i.tag != 0) sb.append(" tag ").append(i.tag);
        Words.print(sb, Words.INST_FLAGS, i.flags);
        if (i.unroll() != 0) sb.append(" unroll ").append(i.unroll());
        if (i.order() != Inst.NONE) sb.append(' ').append(Words.ORDERS[i.order()]);
        if (i.failOrder() != Inst.NONE) sb.append(" fail ").append(Words.ORDERS[i.failOrder()]);
        if (i.space() != 0) sb.append(' ').append(Words.SPACES[i.space()]);
        if (locs && i.loc != 0) sb.append(" loc ").append(i.loc);
        if (locs && i.scope != 0) sb.append(" scope ").append(i.scope);
        sb.append('\n');
    }

    private void operands(Inst i, int from, int to) {
        sb.append('(');
        for (int k = from; k < to; k++) {
            if (k > from) sb.append(", ");
            operand(i.arg(k));
        }
        sb.append(')');
    }

    private void operand(Inst v) {
        switch (v.op) {
            case ICONST -> {
                sb.append(v.type.name).append(' ');
                if (v.type == Type.I128 && v.immHi != v.imm >> 63) hex(v.immHi, v.imm);
                else if (v.type == Type.I1) sb.append(v.imm & 1);
                else sb.append(v.imm);
            }
            case FCONST -> floating(v);
            case SYMBOL -> {
                symbol(v.symbol().name);
                if (v.imm != 0) offset(v.imm);
            }
            case BLOCKADDR -> sb.append("&b").append(blockNumbers[((Block) v.aux).id]);
            case POISON -> sb.append(v.type.name).append(" poison");
            default -> sb.append('v').append(numbers[v.id]);
        }
    }

    private void floating(Inst v) {
        sb.append(v.type.name).append(' ');
        if (v.type == Type.F32) {
            float f = Float.intBitsToFloat((int) v.imm);
            if (Float.isFinite(f)) sb.append(f);
            else sb.append(String.format("0x%08x", (int) v.imm));
        } else if (v.type == Type.F64) {
            double d = Double.longBitsToDouble(v.imm);
            if (Double.isFinite(d)) sb.append(d);
            else sb.append(String.format("0x%016x", v.imm));
        } else {
            hex(v.immHi, v.imm);
        }
    }

    private void hex(long hi, long lo) {
        sb.append(String.format("0x%x%016x", hi, lo));
    }

    // ---- particulars ----

    private void callInfo(CallInfo c) {
        sb.append(" sig");
        signature(c.signature);
        Words.print(sb, Words.CALL_ATTRIBUTES, c.attributes);
        results(c.resultTypes);
        if (c.locations != null) locations(c.locations);
    }

    private void results(Type[] types) {
        if (types == null) return;
        sb.append(" results [");
        for (int k = 0; k < types.length; k++) sb.append(k == 0 ? "" : ", ").append(types[k].name);
        sb.append(']');
    }

    private void locations(AbiLocations l) {
        sb.append(" at args [");
        for (int k = 0; k < l.argRegs().length; k++) {
            if (k > 0) sb.append(", ");
            if (l.argRegs()[k] >= 0) sb.append(l.argRegs()[k]);
            else sb.append('+').append(l.argOffsets()[k]);
        }
        sb.append("] results [");
        for (int k = 0; k < l.resultRegs().length; k++) sb.append(k == 0 ? "" : ", ").append(l.resultRegs()[k]);
        sb.append("] stack ").append(l.stackBytes());
        if (l.preserved() != null) {
            sb.append(" preserved ");
            string(l.preserved());
        }
        if (l.popBytes() != 0) sb.append(" pop ").append(l.popBytes());
    }

    private void asmInfo(AsmInfo a) {
        sb.append(" {");
        string(a.template());
        if (a.basic()) sb.append(" basic");
        if (a.isVolatile()) sb.append(" volatile");
        if (!a.operands().isEmpty()) {
            sb.append(" operands [");
            String sep = "";
            for (AsmInfo.Operand o : a.operands()) {
                sb.append(sep);
                string(o.constraint());
                sb.append(' ').append(o.type().name);
                if (o.arg() >= 0) sb.append(" arg ").append(o.arg());
                if (o.result() >= 0) sb.append(" result ").append(o.result());
                if (o.tied() >= 0) sb.append(" tied ").append(o.tied());
                if (o.register() != null) {
                    sb.append(" register ");
                    string(o.register());
                }
                if (o.memory()) sb.append(" memory");
                if (o.immediate()) sb.append(" immediate");
                if (o.earlyClobber()) sb.append(" early");
                sep = ", ";
            }
            sb.append(']');
        }
        if (!a.clobbers().isEmpty()) {
            sb.append(" clobbers [");
            String sep = "";
            for (String c : a.clobbers()) {
                sb.append(sep);
                string(c);
                sep = ", ";
            }
            sb.append(']');
        }
        if (a.labels() != 0) sb.append(" labels ").append(a.labels());
        results(a.resultTypes());
        sb.append('}');
    }

    private void signature(Signature s) {
        sb.append('(');
        String sep = "";
        for (int i = 0; i <= s.params().size(); i++) {
            // The named parameters end here: '...' for a variadic function, '|' for one without prototype.
            if (i == s.fixed() && (s.variadic() || i < s.params().size())) {
                sb.append(sep).append(s.variadic() ? "..." : "|");
                sep = ", ";
            }
            if (i == s.params().size()) break;
            sb.append(sep);
            abiType(s.params().get(i));
            sep = ", ";
        }
        sb.append("): ");
        abiType(s.result());
        if (s.unprototyped()) sb.append(" unprototyped");
        if (!s.convention().equals("c")) {
            sb.append(" convention ");
            string(s.convention());
        }
    }

    private void abiType(AbiType t) {
        switch (t) {
            case AbiType.Void v -> sb.append("void");
            case AbiType.Scalar s -> sb.append(s.signed() ? "signed " : "").append(s.type().name);
            case AbiType.Array a -> {
                sb.append('[').append(a.count()).append(" x ");
                abiType(a.element());
                sb.append(" size ").append(a.elementSize()).append(']');
            }
            case AbiType.Aggregate a -> {
                sb.append(a.kind().name().toLowerCase(java.util.Locale.ROOT)).append('(').append(a.size()).append(", ").append(a.align()).append(") {");
                List<AbiType.Field> fields = a.fields();
                for (int i = 0; i < fields.size(); i++) {
                    AbiType.Field f = fields.get(i);
                    if (i > 0) sb.append(", ");
                    sb.append(f.offset()).append(": ");
                    abiType(f.type());
                    if (f.bitWidth() >= 0) sb.append(" bits ").append(f.bitOffset()).append(' ').append(f.bitWidth());
                }
                sb.append('}');
            }
        }
    }

    // ---- names and strings ----

    private void symbol(String name) {
        sb.append('@');
        boolean plain = !name.isEmpty();
        for (int i = 0; i < name.length() && plain; i++) plain = IrParser.isNameChar(name.charAt(i));
        if (plain) sb.append(name);
        else string(name);
    }

    private void string(String s) {
        bytes((s == null ? "" : s).getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] b) {
        sb.append('"');
        for (byte c : b) {
            if (c >= 32 && c < 127 && c != '"' && c != '\\') {
                sb.append((char) c);
            } else {
                sb.append('\\').append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        sb.append('"');
    }
}
