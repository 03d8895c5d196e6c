package org.jcc.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A function: a symbol with a signature and, if defined, blocks. Block 0 of {@link #blocks} is the entry; it has no
 * predecessors, and its parameters are the function's. Mutable; owns the ids of its instructions and blocks.
 */
public final class Function extends Symbol {
    // Attributes.
    public static final int NORETURN = 1, INLINE = 2, ALWAYS_INLINE = 4, NOINLINE = 8, COLD = 16, HOT = 32, PURE = 64, CONST = 128, NOTHROW = 256,
            RETURNS_TWICE = 512, NAKED = 1024, OPT_NONE = 2048, OPT_SIZE = 4096, CONSTRUCTOR = 8192, DESTRUCTOR = 16384, NOCLONE = 1 << 15,
            MALLOC = 1 << 16, STACK_REALIGN = 1 << 17, NO_STACK_PROTECTOR = 1 << 18, UNWIND_TABLE = 1 << 19, STRICT_FP = 1 << 20,
            /** Calls a returns_twice function: no value may move across such calls. */
            CALLS_SETJMP = 1 << 21,
            /** Has computed gotos or label addresses: not to be cloned. */
            HAS_LABEL_ADDRESS = 1 << 22, GNU_INLINE = 1 << 23, INTERRUPT = 1 << 24, NO_CALLER_SAVED = 1 << 25,
            /** {@code -Og}: what a debugger shows counts more than speed. */
            OPT_DEBUG = 1 << 26,
            /** {@code -Oz}, with {@link #OPT_SIZE}: the fewest bytes, however many instructions that takes. */
            OPT_MIN = 1 << 27,
            /** Has a guard on its stack: if there are arrays to overflow ({@link Inst#CHARS}, {@link Inst#ARRAY}), also if an address of a local is known, always. */
            PROTECT_ARRAYS = 1 << 28, PROTECT_LOCALS = 1 << 29, PROTECT = 1 << 30;

    /** A lexical scope or an inlined call: parent index (-1: none), the place, the inlined callee (or null). */
    public record Scope(int parent, int loc, Function inlined) {}

    /** Of the definition, once there is one: a declaration {@code f()} says less. */
    public Signature signature;
    public int attributes;
    /** {@code error("…")}, {@code warning("…")}: what is said of a call that is not found dead; else null. */
    public String callError, callWarning;
    /** {@code constructor(priority)}; 65535 is the default. */
    public int initPriority = 65535;
    public final List<Block> blocks = new ArrayList<>();
    public final List<Scope> scopes = new ArrayList<>(List.of(new Scope(-1, 0, null)));
    /** The {@code -O} level of {@code __attribute__((optimize))}, 1 to 3; 0: the unit's. Level 0 itself is {@link #OPT_NONE}. */
    public int level;
    /** The instruction sets that its code may use, as {@link org.jcc.support.TargetInfo.Features} lists them. */
    public String features = "";
    /** {@code alloc_size(a, b)}: the result points to an object of so many bytes as this argument, counted from 1, times the other says; 0 without one. */
    public int sizeArgument, timesArgument;
    /** Where parameters and results stand, after ABI lowering; else null. */
    public AbiLocations locations;
    /** The source place of the closing brace, for the epilogue's line. */
    public int endLoc;

    /** Its place in the call graph, once there is one. */
    public CallGraph.Node node;

    private int nextInst;
    private int nextBlock;

    // Interned constants: open addressing.
    private Inst[] constants = new Inst[64];
    private int constantCount;
    private final List<Inst> constantList = new ArrayList<>();

    public Function(String name, Signature signature) {
        super(name);
        this.signature = signature;
    }

    @Override
    public boolean isDefinition() {
        return !blocks.isEmpty();
    }

    public boolean is(int attribute) {
        return (attributes & attribute) != 0;
    }

    /** The {@code -O} level that this function is compiled at, 0 to 3, in a unit that is compiled at {@code unit}. */
    public int level(int unit) {
        return is(OPT_NONE) ? 0 : level > 0 ? level : unit;
    }

    public Block entry() {
        return blocks.get(0);
    }

    /** The entry block's parameters. */
    public List<Inst> params() {
        return entry().params;
    }

    /** A new block at the end. */
    public Block newBlock(String name) {
        Block b = new Block(nextBlock++, this);
        b.name = name;
        b.index = blocks.size();
        blocks.add(b);
        return b;
    }

    /** A new instruction in no block. */
    public Inst newInst(Op op, Type type, Inst... args) {
        Inst i = new Inst(nextInst++, op, type);
        if (args.length > 0) i.setArgs(args);
        return i;
    }

    /** One more than the largest instruction id: the size of side tables. */
    public int instCount() {
        return nextInst;
    }

    /** One more than the largest block id. */
    public int blockCount() {
        return nextBlock;
    }

    /** Sets {@link Block#index} to the position in {@link #blocks}. */
    public void renumber() {
        for (int i = 0; i < blocks.size(); i++) blocks.get(i).index = i;
    }

    // ---- constants ----

    /** Integer constant of a type up to i64 (the value is wrapped to the type), or i128 (sign-extended). */
    public Inst iconst(Type type, long value) {
        return switch (type.bits) {
            case 1 -> constant(Op.ICONST, type, value & 1, 0, null);
            case 8 -> constant(Op.ICONST, type, (byte) value, 0, null);
            case 16 -> constant(Op.ICONST, type, (short) value, 0, null);
            case 32 -> constant(Op.ICONST, type, (int) value, 0, null);
            case 128 -> constant(Op.ICONST, type, value, value >> 63, null);
            default -> constant(Op.ICONST, type, value, 0, null);
        };
    }

    public Inst iconst128(long lo, long hi) {
        return constant(Op.ICONST, Type.I128, lo, hi, null);
    }

    /** The null pointer, or another constant address. */
    public Inst ptrConst(long value) {
        return constant(Op.ICONST, Type.PTR, value, 0, null);
    }

    public Inst f32(float v) {
        return constant(Op.FCONST, Type.F32, Integer.toUnsignedLong(Float.floatToRawIntBits(v)), 0, null);
    }

    public Inst f64(double v) {
        return constant(Op.FCONST, Type.F64, Double.doubleToRawLongBits(v), 0, null);
    }

    /** A floating constant by its bits. */
    public Inst fconst(Type type, long lo, long hi) {
        return constant(Op.FCONST, type, lo, hi, null);
    }

    /** The address of a symbol that is not thread-local, plus {@code offset}. */
    public Inst symbol(Symbol s, long offset) {
        return constant(Op.SYMBOL, Type.PTR, offset, 0, s);
    }

    public Inst blockAddr(Block b) {
        b.addressTaken = true;
        return constant(Op.BLOCKADDR, Type.PTR, 0, 0, b);
    }

    public Inst poison(Type type) {
        return constant(Op.POISON, type, 0, 0, null);
    }

    /** The zero of any scalar type. */
    public Inst zero(Type type) {
        return type.isFloat() ? fconst(type, 0, 0) : iconst(type, 0);
    }

    private Inst constant(Op op, Type type, long imm, long immHi, Object aux) {
        int mask = constants.length - 1;
        int slot = hash(op, type, imm, immHi, aux) & mask;
        for (Inst c; (c = constants[slot]) != null; slot = (slot + 1) & mask) {
            if (c.op == op && c.type == type && c.imm == imm && c.immHi == immHi && c.aux == aux) return c;
        }
        Inst c = newInst(op, type);
        c.imm = imm;
        c.immHi = immHi;
        c.aux = aux;
        constants[slot] = c;
        constantList.add(c);
        if (++constantCount * 2 > constants.length) rehash();
        return c;
    }

    private void rehash() {
        Inst[] old = constants;
        constants = new Inst[old.length * 2];
        int mask = constants.length - 1;
        for (Inst c : old) {
            if (c == null) continue;
            int slot = hash(c.op, c.type, c.imm, c.immHi, c.aux) & mask;
            while (constants[slot] != null) slot = (slot + 1) & mask;
            constants[slot] = c;
        }
    }

    private static int hash(Op op, Type type, long imm, long immHi, Object aux) {
        long h = imm * 0x9E3779B97F4A7C15L + immHi * 31 + op.ordinal() * 131 + type.bits * 7 + type.kind.ordinal();
        if (aux instanceof Symbol s) h += s.name.hashCode() * 1000003L;
        else if (aux instanceof Block b) h += b.id * 1000003L;
        h ^= h >>> 32;
        h *= 0x9E3779B97F4A7C15L;
        return (int) (h >>> 40);
    }

    /** True if the instruction is one of this function's interned constants. */
    boolean isInterned(Inst c) {
        int mask = constants.length - 1;
        int slot = hash(c.op, c.type, c.imm, c.immHi, c.aux) & mask;
        for (Inst k; (k = constants[slot]) != null; slot = (slot + 1) & mask) if (k == c) return true;
        return false;
    }

    /** All interned constants, in order of their ids; also those that nothing uses any more, which may name symbols that the module has no longer. */
    public Inst[] constants() {
        return constantList.toArray(new Inst[0]);
    }
}
