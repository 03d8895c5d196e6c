package org.jcc.asm;

/**
 * An operand as written: what the parser yields, the encoder takes, the printer prints and the decoder returns.
 * Symbols are names, so operands are free of any object file; labels are ids of the {@link ObjectBuilder} at hand.
 * A register is a number of the instruction set; its size comes from the row.
 */
public sealed interface Operand {
    /** "No register" in {@link Mem}. */
    int NONE = -1;

    /** A register. */
    record Reg(int number) implements Operand {
        private static final Reg[] CACHE = new Reg[128];

        static {
            for (int i = 0; i < CACHE.length; i++) CACHE[i] = new Reg(i);
        }
    }

    /** A number. */
    record Imm(long value) implements Operand {
        private static final Imm[] CACHE = new Imm[256];

        static {
            for (int i = 0; i < CACHE.length; i++) CACHE[i] = new Imm(i - 128);
        }
    }

    /** A symbol's address as immediate or branch target, plus {@code addend}, through {@code modifier}. */
    record SymImm(String symbol, long addend, Modifier modifier) implements Operand {}

    /** A label's address, as branch target (usual) or as immediate. */
    record Label(int id) implements Operand {}

    /** A difference or other sum that is known only when the object is finished; made by the text assembler. */
    record Expression(Expr value, Modifier modifier) implements Operand {}

    /**
     * Memory. The address is {@code segment:[base + index*scale + symbol + disp]}; {@code base} may be the program
     * counter. {@code symbol} is null for none; {@code label} (a builder's label id, -1 for none) may stand in its place.
     */
    record Mem(int base, int index, int scale, long disp, String symbol, int label, Modifier modifier, int segment, Expr expr) implements Operand {
        public Mem {
            if (scale != 1 && scale != 2 && scale != 4 && scale != 8) throw new IllegalArgumentException("scale " + scale);
            if (symbol != null && label >= 0) throw new IllegalArgumentException("symbol and label");
        }

        /** The same place {@code delta} bytes further. */
        public Mem plus(long delta) {
            return delta == 0 ? this : new Mem(base, index, scale, disp + delta, symbol, label, modifier, segment, expr);
        }

        /** The same address in another segment. */
        public Mem in(int seg) {
            return new Mem(base, index, scale, disp, symbol, label, modifier, seg, expr);
        }
    }

    /** What is asked of the linker beyond the plain address: {@code @PLT}, {@code %hi()}. Each set uses those it knows. */
    enum Modifier {
        NONE(""), PLT("PLT"), GOT("GOT"), GOTOFF("GOTOFF"), GOTPCREL("GOTPCREL"), GOTTPOFF("GOTTPOFF"), TPOFF("TPOFF"), NTPOFF("NTPOFF"),
        TLSGD("TLSGD"), TLSLD("TLSLD"), DTPOFF("DTPOFF"), TLSDESC("TLSDESC"), TLSCALL("TLSCALL"), GOTPLT("GOTPLT"), PLTOFF("PLTOFF"), SIZE("SIZE"),
        GOTPCREL_NORELAX("GOTPCREL_NORELAX"),
        HI("hi"), LO("lo"), PCREL_HI("pcrel_hi"), PCREL_LO("pcrel_lo"), GOT_PCREL_HI("got_pcrel_hi"), TPREL_HI("tprel_hi"), TPREL_LO("tprel_lo"),
        TPREL_ADD("tprel_add"), TLS_IE_PCREL_HI("tls_ie_pcrel_hi"), TLS_GD_PCREL_HI("tls_gd_pcrel_hi");

        /** As written after {@code @} or {@code %}. */
        public final String text;

        Modifier(String text) {
            this.text = text;
        }

        /** True if only thread-local symbols are reached this way. */
        public boolean isTls() {
            return switch (this) {
                case GOTTPOFF, TPOFF, NTPOFF, TLSGD, TLSLD, DTPOFF, TLSDESC, TPREL_HI, TPREL_LO, TPREL_ADD, TLS_IE_PCREL_HI, TLS_GD_PCREL_HI -> true;
                default -> false;
            };
        }
    }

    static Reg reg(int number) {
        return Reg.CACHE[number];
    }

    static Imm imm(long value) {
        return value >= -128 && value < 128 ? Imm.CACHE[(int) value + 128] : new Imm(value);
    }

    static SymImm sym(String symbol) {
        return new SymImm(symbol, 0, Modifier.NONE);
    }

    static SymImm sym(String symbol, long addend, Modifier modifier) {
        return new SymImm(symbol, addend, modifier);
    }

    static Label label(int id) {
        return new Label(id);
    }

    /** {@code disp(base)} */
    static Mem mem(int base, long disp) {
        return new Mem(base, NONE, 1, disp, null, -1, Modifier.NONE, NONE, null);
    }

    /** {@code disp(base,index,scale)} */
    static Mem mem(int base, int index, int scale, long disp) {
        return new Mem(base, index, scale, disp, null, -1, Modifier.NONE, NONE, null);
    }

    /** {@code symbol+disp@modifier(base)}; {@code base} is the program counter for position-independent code. */
    static Mem mem(int base, String symbol, long disp, Modifier modifier) {
        return new Mem(base, NONE, 1, disp, symbol, -1, modifier, NONE, null);
    }

    /** {@code symbol+disp@modifier(base,index,scale)} */
    static Mem mem(int base, int index, int scale, String symbol, long disp, Modifier modifier) {
        return new Mem(base, index, scale, disp, symbol, -1, modifier, NONE, null);
    }

    /** {@code label+disp(base)} */
    static Mem memLabel(int base, int label, long disp) {
        return new Mem(base, NONE, 1, disp, null, label, Modifier.NONE, NONE, null);
    }
}
