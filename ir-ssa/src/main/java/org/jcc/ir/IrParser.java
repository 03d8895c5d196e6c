package org.jcc.ir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetOperation;

/**
 * Reads the text form that {@link IrPrinter} writes. Two passes over the tokens: the first reads the headers of all
 * symbols, so that bodies and initialisers may name what comes later; the second reads bodies. Within a function values
 * and blocks may be used before they are defined, too.
 *
 * <p>The first error is reported to {@link Diagnostics} and ends the parse. What is parsed is well formed as text; that
 * it is good IR is the {@link Verifier}'s matter.
 */
public final class IrParser extends IrTokens {
    /** An alias whose target is not known yet, or a body to be read in the second pass. */
    private record Pending(String name, String target, boolean ifunc, int at) {}

    private final Module module;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();

    // The function being read.
    private Function function;
    private Inst[] numbered = new Inst[64];
    private boolean[] defined = new boolean[64];
    private final ArrayList<Block> blocks = new ArrayList<>();
    private final ArrayList<Boolean> blockDefined = new ArrayList<>();
    private final Map<Integer, Integer> tagIds = new HashMap<>();

    private IrParser(SourceManager.Entry source, TargetInfo target, Diagnostics diagnostics) {
        super(source, diagnostics);
        this.module = new Module(source.name, target);
    }

    /** The module, or null after an error was reported. {@code target} is what the module is for; may be null in tests. */
    public static Module parse(String name, byte[] text, TargetInfo target, Diagnostics diagnostics) {
        IrParser p = new IrParser(diagnostics.sources().add(name, text, 0, false), target, diagnostics);
        try {
            p.lex();
            p.headers();
            p.bodies();
            return p.module;
        } catch (Stop s) {
            return null;
        }
    }

    /** For tests: the text must be right. */
    public static Module parse(String text) {
        Diagnostics d = new Diagnostics(new SourceManager());
        Module m = parse("<text>", text.getBytes(StandardCharsets.UTF_8), null, d);
        if (m == null) throw new IllegalArgumentException(d.render(false));
        return m;
    }

    // ---- headers ----

    private AliasTags.Restrict restrict() {
        if (!accept("in")) return null;
        int scope = natural();
        long bases = 0;
        do {
            bases |= accept("other") ? AliasTags.Restrict.OTHER : 1L << natural();
        } while (accept(","));
        return new AliasTags.Restrict(scope, bases, restrict());
    }

    private final List<Pending> bodies = new ArrayList<>();
    private final List<Pending> aliases = new ArrayList<>();
    private final List<String> order = new ArrayList<>();

    private void headers() {
        while (kinds[pos] != Kind.END) {
            int start = pos;
            switch (take(Kind.WORD, "declaration")) {
                case "module" -> module.name = text();
                case "tag" -> {
                    int id = natural();
                    String b = text();
                    String a = text();
                    long offset = number();
                    tagIds.put(id, module.tags.of(b.isEmpty() ? null : b, b.isEmpty() ? null : a, offset, restrict()));
                }
                case "execstack" -> module.executableStack = true;
                case "fixed" -> module.fixedRegisters.add(text());
                case "asm" -> {
                    String s = text();
                    int loc = accept("loc") ? integer() : 0;
                    module.topAsm.add(new Module.TopAsm(s, loc, order.size()));
                }
                case "global" -> global(true);
                case "extern" -> global(false);
                case "alias" -> {
                    String name = take(Kind.AT, "name");
                    expect("=");
                    String target = take(Kind.AT, "name");
                    boolean ifunc = accept("ifunc");
                    aliases.add(new Pending(name, target, ifunc, pos));
                    checkNew(name, start + 1);
                    symbols.put(name, null);
                    order.add(name);
                    while (symbolAttribute(null)) { }
                }
                case "func", "declare" -> header(values[start].equals("func"));
                default -> throw error(start, "declaration expected before '" + values[start] + "'");
            }
        }
        // Aliases of aliases resolve in any order; what is left is undefined or circular.
        for (boolean progress = true; progress && !aliases.isEmpty(); ) {
            progress = false;
            for (int i = 0; i < aliases.size(); i++) {
                Pending p = aliases.get(i);
                Symbol target = symbols.get(p.target);
                if (target == null) continue;
                Alias a = new Alias(p.name, target);
                a.ifunc = p.ifunc;
                pos = p.at;
                while (symbolAttribute(a)) { }
                symbols.put(p.name, a);
                aliases.remove(i--);
                progress = true;
            }
        }
        if (!aliases.isEmpty()) throw error(aliases.get(0).at - 1, "alias of the unknown symbol @" + aliases.get(0).target);
        for (String name : order) module.add(symbols.get(name));
    }

    private void checkNew(String name, int token) {
        if (symbols.containsKey(name)) throw error(token, "symbol @" + name + " twice");
    }

    private void enter(Symbol s, int token) {
        checkNew(s.name, token);
        symbols.put(s.name, s);
        order.add(s.name);
    }

    private boolean symbolAttribute(Symbol s) {
        if (kinds[pos] != Kind.WORD) return false;
        int i;
        if ((i = Words.index(Words.LINKAGES, values[pos])) >= 0) {
            pos++;
            if (s != null) s.linkage = Symbol.Linkage.values()[i];
        } else if ((i = Words.index(Words.VISIBILITIES, values[pos])) >= 0) {
            pos++;
            if (s != null) s.visibility = Symbol.Visibility.values()[i];
        } else if (accept("align")) {
            int a = natural();
            if (s != null) s.align = a;
        } else if (accept("used")) {
            if (s != null) s.used = true;
        } else if (accept("section")) {
            String t = text();
            if (s != null) s.section = t;
        } else if (accept("comdat")) {
            String t = text();
            if (s != null) s.comdat = t;
        } else if (accept("loc")) {
            int l = integer();
            if (s != null) s.loc = l;
        } else {
            return false;
        }
        return true;
    }

    private void global(boolean define) {
        int token = pos;
        GlobalVar g = new GlobalVar(take(Kind.AT, "name"), 0, 0);
        if (define) g.define();
        while (true) {
            if (accept("size")) {
                g.size = number();
            } else if (accept("constant")) {
                g.constant = true;
            } else if (accept("tls")) {
                int i = Words.index(Words.TLS, take(Kind.WORD, "TLS model"));
                if (i < 0) throw error(pos - 1, "no such TLS model");
                g.tls = GlobalVar.Tls.values()[i];
            } else if (accept("merge")) {
                g.mergeChar = natural();
            } else if (!symbolAttribute(g)) {
                break;
            }
        }
        if (accept("=")) g.init = take(Kind.STRING, "string").getBytes(StandardCharsets.ISO_8859_1);
        enter(g, token);
        if (at("relocs")) {
            bodies.add(new Pending(g.name, null, false, pos));
            pos++;
            skip("[", "]");
        }
    }

    private void header(boolean define) {
        int token = pos;
        String name = take(Kind.AT, "name");
        Function f = new Function(name, signature());
        while (true) {
            int bit;
            if (kinds[pos] == Kind.WORD && (bit = Words.bit(Words.FUNCTION_ATTRIBUTES, values[pos])) != 0) {
                pos++;
                f.attributes |= bit;
            } else if (accept("init_priority")) {
                f.initPriority = natural();
            } else if (accept("alloc_size")) {
                f.sizeArgument = natural();
                f.timesArgument = natural();
            } else if (accept("level")) {
                f.level = Math.clamp(natural(), 1, 3);
            } else if (accept("features")) {
                f.features = text();
            } else if (accept("endloc")) {
                f.endLoc = integer();
            } else if (at("at")) {
                f.locations = locations();
            } else if (!symbolAttribute(f)) {
                break;
            }
        }
        enter(f, token);
        if (define) {
            if (!at("{")) throw error(pos, "'{' expected before '" + values[pos] + "'");
            bodies.add(new Pending(name, null, false, pos));
            skip("{", "}");
        }
    }

    private void skip(String open, String close) {
        int start = pos;
        expect(open);
        for (int depth = 1; depth > 0; pos++) {
            if (kinds[pos] == Kind.END) throw error(start, "'" + open + "' without '" + close + "'");
            if (kinds[pos] != Kind.PUNCT) continue;
            if (values[pos].equals(open)) depth++;
            else if (values[pos].equals(close)) depth--;
        }
    }

    // ---- bodies ----

    private void bodies() {
        // Functions first: relocations name blocks.
        for (Pending p : bodies) {
            if (symbols.get(p.name) instanceof Function f) {
                pos = p.at;
                body(f);
            }
        }
        for (Pending p : bodies) {
            if (symbols.get(p.name) instanceof GlobalVar g) {
                pos = p.at;
                relocs(g);
            }
        }
    }

    private void relocs(GlobalVar g) {
        expect("relocs");
        expect("[");
        if (!at("]")) {
            do {
                int offset = natural();
                expect(":");
                int size = natural();
                Symbol s = symbolRef();
                Block block = null;
                Block minus = null;
                if (accept("&")) {
                    block = blockOf(s);
                    if (accept("-")) {
                        expect("&");
                        minus = blockOf(s);
                    }
                }
                g.relocs.add(new GlobalVar.Reloc(offset, size, s, block, minus, addend()));
            } while (accept(","));
        }
        expect("]");
    }

    private Block blockOf(Symbol s) {
        int n = id('b');
        if (!(s instanceof Function f) || n >= f.blocks.size()) throw error(pos - 1, "no such block");
        f.blocks.get(n).addressTaken = true;
        return f.blocks.get(n);
    }

    private long addend() {
        if (accept("+")) return number();
        return kinds[pos] == Kind.NUMBER && values[pos].startsWith("-") ? number() : 0;
    }

    private Symbol symbolRef() {
        String name = take(Kind.AT, "symbol");
        Symbol s = symbols.get(name);
        if (s == null) throw error(pos - 1, "unknown symbol @" + name);
        return s;
    }

    private boolean atId(char letter) {
        if (kinds[pos] != Kind.WORD) return false;
        String s = values[pos];
        if (s.length() < 2 || s.length() > 8 || s.charAt(0) != letter) return false;
        for (int i = 1; i < s.length(); i++) if (s.charAt(i) < '0' || s.charAt(i) > '9') return false;
        return true;
    }

    private int id(char letter) {
        if (!atId(letter)) throw error(pos, (letter == 'v' ? "value" : "block") + " expected before '" + values[pos] + "'");
        return Integer.parseInt(values[pos++].substring(1));
    }

    private void body(Function f) {
        function = f;
        Arrays.fill(numbered, null);
        Arrays.fill(defined, false);
        blocks.clear();
        blockDefined.clear();
        int open = pos;
        expect("{");
        while (accept("scope")) {
            if (natural() != f.scopes.size()) throw error(pos - 1, "scopes must be numbered in order");
            expect("parent");
            int parent = integer();
            expect("loc");
            int loc = integer();
            Function inlined = null;
            if (accept("inlined")) {
                if (!(symbolRef() instanceof Function in)) throw error(pos - 1, "function expected");
                inlined = in;
            }
            f.scopes.add(new Function.Scope(parent, loc, inlined));
        }
        int label = 0;
        Block current = null;
        while (!accept("}")) {
            if (atId('b')) {
                int n = id('b');
                current = block(n);
                if (blockDefined.get(n)) throw error(pos - 1, "block twice");
                blockDefined.set(n, true);
                label++;
                blockHeader(current);
            } else {
                if (current == null) throw error(pos, "block expected before '" + values[pos] + "'");
                inst(current);
            }
        }
        if (label == 0) throw error(open, "function without blocks");
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) != null && !blockDefined.get(i)) throw error(open, "block b" + i + " is not defined");
        }
        for (int i = 0; i < numbered.length; i++) {
            if (numbered[i] != null && !defined[i]) throw error(open, "value v" + i + " is not defined");
        }
        // Blocks were created as they were named; their order is that of their headers.
        f.blocks.clear();
        f.blocks.addAll(headerOrder);
        headerOrder.clear();
        f.renumber();
    }

    private final List<Block> headerOrder = new ArrayList<>();

    private Block block(int n) {
        if (n > 4_000_000) throw error(pos - 1, "number out of range");
        while (blocks.size() <= n) {
            blocks.add(null);
            blockDefined.add(false);
        }
        Block b = blocks.get(n);
        if (b == null) {
            b = function.newBlock(null);
            blocks.set(n, b);
        }
        return b;
    }

    private void blockHeader(Block b) {
        headerOrder.add(b);
        if (kinds[pos] == Kind.STRING) b.name = text();
        if (accept("(")) {
            if (!at(")")) {
                do {
                    int n = id('v');
                    Inst p = define(n);
                    expect(":");
                    p.op = Op.PARAM;
                    p.type = type();
                    p.block = b;
                    p.imm = b.params.size();
                    b.params.add(p);
                } while (accept(","));
            }
            expect(")");
        }
        while (!accept(":")) {
            if (accept("taken")) b.addressTaken = true;
            else if (accept("freq")) b.frequency = integer();
            else throw error(pos, "':' expected before '" + values[pos] + "'");
        }
    }

    private Inst value(int n) {
        if (n > 40_000_000) throw error(pos - 1, "number out of range");
        if (n >= numbered.length) {
            numbered = Arrays.copyOf(numbered, Math.max(n + 1, numbered.length * 2));
            defined = Arrays.copyOf(defined, numbered.length);
        }
        Inst v = numbered[n];
        // Its operation and type are set where it is defined.
        if (v == null) numbered[n] = v = function.newInst(Op.POISON, Type.VOID);
        return v;
    }

    private Inst define(int n) {
        Inst v = value(n);
        if (defined[n]) throw error(pos - 1, "value v" + n + " twice");
        defined[n] = true;
        return v;
    }

    private Type type() {
        if (accept("<")) {
            int lanes = natural();
            String x = take(Kind.WORD, "'x'");
            if (!x.equals("x")) throw error(pos - 1, "'x' expected");
            Type e = scalar();
            expect(">");
            try {
                return Type.vector(e, lanes);
            } catch (IllegalArgumentException ex) {
                throw error(pos - 1, ex.getMessage());
            }
        }
        return scalar();
    }

    private Type scalar() {
        Type t = Type.scalar(take(Kind.WORD, "type"));
        if (t == null) throw error(pos - 1, "no type '" + values[pos - 1] + "'");
        return t;
    }

    private Inst operand() {
        if (kinds[pos] == Kind.AT) {
            Symbol s = symbolRef();
            return function.symbol(s, addend());
        }
        if (accept("&")) return function.blockAddr(block(id('b')));
        if (atId('v')) return value(id('v'));
        Type t = type();
        if (accept("poison")) return function.poison(t);
        String s = take(Kind.NUMBER, "constant");
        try {
            if (t.isIntOrPtr()) return integerConstant(t, s);
            if (t.isFloat()) return floatingConstant(t, s);
        } catch (NumberFormatException e) {
            throw error(pos - 1, "bad constant '" + s + "' of type " + t);
        }
        throw error(pos - 1, "no constants of type " + t);
    }

    private Inst integerConstant(Type t, String s) {
        if (s.startsWith("0x")) {
            long[] w = hex(s);
            return t == Type.I128 ? function.iconst128(w[0], w[1]) : function.iconst(t, w[0]);
        }
        java.math.BigInteger n = new java.math.BigInteger(s);
        if (t == Type.I128) return function.iconst128(n.longValue(), n.shiftRight(64).longValue());
        if (n.bitLength() > 64) throw new NumberFormatException();
        return function.iconst(t, n.longValue());
    }

    private Inst floatingConstant(Type t, String s) {
        if (s.startsWith("0x")) {
            long[] w = hex(s);
            return function.fconst(t, w[0], w[1]);
        }
        if (t == Type.F32) return function.f32(Float.parseFloat(s));
        if (t == Type.F64) return function.f64(Double.parseDouble(s));
        throw new NumberFormatException();
    }

    /** {low, high} words. */
    private static long[] hex(String s) {
        s = s.substring(2);
        if (s.isEmpty() || s.length() > 32) throw new NumberFormatException();
        int cut = Math.max(0, s.length() - 16);
        return new long[] {Long.parseUnsignedLong(s.substring(cut), 16), cut == 0 ? 0 : Long.parseUnsignedLong(s.substring(0, cut), 16)};
    }

    // ---- instructions ----

    private final ArrayList<Inst> args = new ArrayList<>();

    private void inst(Block b) {
        Inst i = null;
        if (atId('v') && values[pos + 1].equals("=")) {
            int n = id('v');
            i = define(n);
            pos++;
        }
        int opToken = pos;
        Op op = Words.op(take(Kind.WORD, "operation"));
        if (op == null || op.isConstant() || op == Op.PARAM) throw error(opToken, "no operation '" + values[opToken] + "'");
        if (i == null) i = function.newInst(op, Type.VOID);
        else i.type = type();
        i.op = op;
        if (op == Op.ICMP || op == Op.FCMP) {
            String w = take(Kind.WORD, "condition");
            Cond c = null;
            for (Cond k : Cond.values()) if (k.text().equals(w)) c = k;
            if (c == null) throw error(pos - 1, "no condition '" + w + "'");
            i.imm = c.ordinal();
        } else if (op == Op.ATOMICRMW) {
            String w = take(Kind.WORD, "operation");
            int k = -1;
            for (Op.Rmw r : Op.Rmw.values()) if (r.name().equalsIgnoreCase(w)) k = r.ordinal();
            if (k < 0) throw error(pos - 1, "no operation '" + w + "'");
            i.imm = k;
        }
        args.clear();
        if (op == Op.CALL || op == Op.CALLBR) {
            args.add(operand());
            parenthesized();
            i.aux = callInfo();
        } else if (op == Op.ASM || op == Op.ASMBR) {
            parenthesized();
            i.aux = asmInfo();
        } else {
            String operation = op == Op.TARGET ? text() : null;
            int named = pos - 1;
            if (op == Op.TLSADDR) i.aux = symbolRef();
            else if (startsOperand()) {
                do args.add(operand());
                while (accept(","));
            }
            if (operation != null && (i.aux = targetOperation(operation, i.type)) == null) throw error(named, "no target operation '" + operation + "'");
            if (op == Op.SHUFFLE) {
                ArrayList<Integer> lanes = new ArrayList<>();
                list(() -> lanes.add(integer()));
                i.aux = lanes.stream().mapToInt(Integer::intValue).toArray();
            }
            if (op == Op.VAARG) {
                expect("of");
                i.aux = abiType();
            }
            if (op == Op.ALLOCA && kinds[pos] == Kind.STRING) i.aux = text();
        }
        i.setArgs(args.toArray(new Inst[0]));
        if (accept("->")) successors(i);
        while (attribute(i)) { }
        b.append(i);
    }

    /** Of a text that names no target: operations are what their first use says. */
    private final Map<String, TargetOperation> operations = new HashMap<>();

    private TargetOperation targetOperation(String name, Type result) {
        if (module.target != null) return module.target.operations().find(name);
        return operations.computeIfAbsent(name, n -> {
            StringBuilder signature = new StringBuilder(word(result));
            for (Inst a : args) signature.append(' ').append(word(a.type));
            return new TargetOperation(n, signature.toString(), "", null);
        });
    }

    private static String word(Type t) {
        Type e = t.isVector() ? t.element : t;
        String letter = e.isPtr() ? "p" : e == Type.F32 ? "f" : e == Type.F64 ? "d" : e == Type.I8 ? "c" : e == Type.I16 ? "s" : e == Type.I32 ? "i" : e == Type.I64 ? "l" : "v";
        return t.isVector() ? t.lanes + letter : letter;
    }

    private boolean startsOperand() {
        if (kinds[pos] == Kind.AT || at("&") || at("<")) return true;
        if (kinds[pos] != Kind.WORD) return false;
        if (atId('v')) return !values[pos + 1].equals("=");
        return Type.scalar(values[pos]) != null;
    }

    private void parenthesized() {
        expect("(");
        if (!at(")")) {
            do args.add(operand());
            while (accept(","));
        }
        expect(")");
    }

    private void successors(Inst i) {
        ArrayList<Block> targets = new ArrayList<>();
        ArrayList<Inst[]> passed = new ArrayList<>();
        ArrayList<Long> cases = new ArrayList<>();
        do {
            if (i.op == Op.SWITCH && !targets.isEmpty()) {
                cases.add(number());
                expect(":");
            }
            targets.add(block(id('b')));
            args.clear();
            if (at("(")) parenthesized();
            passed.add(args.toArray(new Inst[0]));
        } while (accept(","));
        i.setSuccs(targets.toArray(new Block[0]));
        for (int s = 0; s < passed.size(); s++) for (Inst v : passed.get(s)) i.addSuccArg(s, v);
        if (i.op == Op.SWITCH) i.aux = cases.stream().mapToLong(Long::longValue).toArray();
    }

    private boolean attribute(Inst i) {
        if (accept("#")) {
            i.imm = number();
            return true;
        }
        if (kinds[pos] != Kind.WORD) return false;
        String w = values[pos];
        int k;
        if ((k = Words.bit(Words.INST_FLAGS, w)) != 0) {
            pos++;
            i.flags |= k;
        } else if (accept("fast")) {
            i.flags |= Inst.FAST;
        } else if ((k = Words.index(Words.ORDERS, w)) > 0) {
            pos++;
            i.setOrder(k);
        } else if (accept("fail")) {
            k = Words.index(Words.ORDERS, take(Kind.WORD, "memory order"));
            if (k < 0) throw error(pos - 1, "no such memory order");
            i.setFailOrder(k);
        } else if ((k = Words.index(Words.SPACES, w)) > 0) {
            pos++;
            i.setSpace(k);
        } else if (accept("align")) {
            i.align = natural();
        } else if (accept("unroll")) {
            int rounds = natural();
            if (rounds > Inst.MAX_UNROLL) throw error(pos - 1, "too many rounds");
            i.setUnroll(rounds);
        } else if (accept("tag")) {
            int id = natural();
            Integer t = id == 0 ? Integer.valueOf(0) : tagIds.get(id);
            if (t == null) throw error(pos - 1, "no such tag");
            i.tag = t;
        } else if (accept("loc")) {
            i.loc = integer();
        } else if (accept("scope")) {
            i.scope = natural();
        } else {
            return false;
        }
        return true;
    }

    // ---- particulars ----

    private void list(Runnable element) {
        expect("[");
        if (!at("]")) {
            do element.run();
            while (accept(","));
        }
        expect("]");
    }

    private CallInfo callInfo() {
        expect("sig");
        Signature s = signature();
        int attributes = 0;
        for (int k; kinds[pos] == Kind.WORD && (k = Words.bit(Words.CALL_ATTRIBUTES, values[pos])) != 0; pos++) attributes |= k;
        Type[] results = results();
        return new CallInfo(s, attributes, results, at("at") ? locations() : null);
    }

    private Type[] results() {
        if (!accept("results")) return null;
        ArrayList<Type> types = new ArrayList<>();
        list(() -> types.add(type()));
        return types.toArray(new Type[0]);
    }

    private AbiLocations locations() {
        expect("at");
        expect("args");
        ArrayList<Integer> regs = new ArrayList<>();
        ArrayList<Integer> offsets = new ArrayList<>();
        list(() -> {
            boolean memory = accept("+");
            int n = integer();
            regs.add(memory ? -1 : n);
            offsets.add(memory ? n : 0);
        });
        expect("results");
        ArrayList<Integer> results = new ArrayList<>();
        list(() -> results.add(integer()));
        expect("stack");
        int stack = natural();
        String preserved = accept("preserved") ? text() : null;
        int pop = accept("pop") ? natural() : 0;
        return new AbiLocations(regs.stream().mapToInt(Integer::intValue).toArray(), offsets.stream().mapToInt(Integer::intValue).toArray(),
                results.stream().mapToInt(Integer::intValue).toArray(), stack, preserved, pop);
    }

    private AsmInfo asmInfo() {
        expect("{");
        String template = text();
        boolean basic = accept("basic");
        boolean isVolatile = accept("volatile");
        ArrayList<AsmInfo.Operand> operands = new ArrayList<>();
        ArrayList<String> clobbers = new ArrayList<>();
        if (accept("operands")) list(() -> operands.add(asmOperand()));
        if (accept("clobbers")) list(() -> clobbers.add(text()));
        int labels = accept("labels") ? natural() : 0;
        Type[] results = results();
        expect("}");
        return new AsmInfo(template, basic, isVolatile, List.copyOf(operands), List.copyOf(clobbers), labels, results);
    }

    private AsmInfo.Operand asmOperand() {
        String constraint = text();
        Type t = type();
        int arg = accept("arg") ? natural() : -1;
        int result = accept("result") ? natural() : -1;
        int tied = accept("tied") ? natural() : -1;
        String register = accept("register") ? text() : null;
        boolean memory = accept("memory");
        boolean immediate = accept("immediate");
        boolean early = accept("early");
        return new AsmInfo.Operand(constraint, t, arg, result, tied, register, memory, immediate, early);
    }

    private Signature signature() {
        expect("(");
        ArrayList<AbiType> params = new ArrayList<>();
        boolean variadic = false;
        int fixed = -1;
        if (!at(")")) {
            do {
                if (fixed < 0 && (at("...") || at("|"))) {
                    variadic = at("...");
                    fixed = params.size();
                    pos++;
                } else {
                    params.add(abiType());
                }
            } while (accept(","));
        }
        expect(")");
        expect(":");
        AbiType result = abiType();
        boolean unprototyped = accept("unprototyped");
        String convention = accept("convention") ? text() : "c";
        return new Signature(result, params, fixed < 0 ? params.size() : fixed, variadic, unprototyped, convention);
    }

    private int abiDepth;

    private AbiType abiType() {
        if (++abiDepth > 200) throw error(pos, "types nested too deeply");
        try {
            if (accept("void")) return AbiType.VOID;
            if (accept("signed")) return new AbiType.Scalar(type(), true);
            if (accept("[")) {
                long count = number();
                expect("x");
                AbiType e = abiType();
                expect("size");
                long size = number();
                expect("]");
                return new AbiType.Array(e, count, size);
            }
            for (AbiType.Aggregate.Kind k : AbiType.Aggregate.Kind.values()) {
                if (!accept(k.name().toLowerCase(java.util.Locale.ROOT))) continue;
                expect("(");
                long size = number();
                expect(",");
                int align = natural();
                expect(")");
                expect("{");
                ArrayList<AbiType.Field> fields = new ArrayList<>();
                if (!at("}")) {
                    do {
                        long offset = number();
                        expect(":");
                        AbiType t = abiType();
                        int bitOffset = 0;
                        int bitWidth = -1;
                        if (accept("bits")) {
                            bitOffset = integer();
                            bitWidth = natural();
                        }
                        fields.add(new AbiType.Field(offset, t, bitOffset, bitWidth));
                    } while (accept(","));
                }
                expect("}");
                return new AbiType.Aggregate(k, size, align, List.copyOf(fields));
            }
            return new AbiType.Scalar(type(), false);
        } finally {
            abiDepth--;
        }
    }
}
